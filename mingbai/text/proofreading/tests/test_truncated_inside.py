"""Paragraphs within a text that break off."""

import pytest

from mingbai.text.proofreading.tests.fired import Cases, misread

_BEFORE = (
    "一、存在问题\n一是主动性不强，公开不及时。\n二是队伍不稳，人员变动多。\n三是形式单一，群众参与不够。\n"
)
_AFTER = "\n下一步，我镇将认真改进，逐项落实。"
_DUTIES = "（四）压实责任。逐级签订责任书。\n"
CASES: Cases = {
    "truncated.paragraph_cut": (
        tuple(
            _BEFORE + cut + _AFTER
            for cut in (
                "四是政策解读不多，公开的质量和水",
                "四是队伍建设滞后，没有建立统一的培训制",
                "四是经费不足，全年罚没金额2",
                "四是监督乏力，对整改迟缓的",
                "四是机制不全，工作人员定期随访，为孕产妇提供",
            )
        ),
        tuple(
            _BEFORE + whole + _AFTER
            for whole in (
                "四是政策解读不多，图文解读较少。",
                "四是培训不够，业务水平有待提高",
                "四是经费不足，难以满足群众的需要",
                "四是监督乏力，整改不到位；",
                "四、下步打算",
                "四是经费不足，主要情况如下",
            )
        ),
    ),
    "truncated.deed_without_object": (
        (
            _DUTIES + "（五）加强监督检查。定期开展\n附件",
            _DUTIES + "（五）抓好培训。每季度组织\n（六）强化督查。每月通报一次。",
            _DUTIES + "（五）拓宽渠道。要及时更新\n（六）强化督查。",
            _DUTIES + "（五）健全机制；进一步完善\n（六）强化督查。",
            _DUTIES + "（五）扩大参与。认真听取\n（六）强化督查。",
        ),
        (
            _DUTIES + "（五）加强监督检查。定期开展抽查\n附件",
            _DUTIES + "（五）加强监督检查。定期开展。\n附件",
            _DUTIES + "（五）抓好培训，认真落实\n（六）强化督查。",
            _DUTIES + "（五）各项制度不断完善\n（六）强化督查。",
            _DUTIES + "（五）继续推进\n（六）强化督查。",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_fires_where_a_paragraph_breaks_off(name: str) -> None:
    assert misread(name, CASES) == []
