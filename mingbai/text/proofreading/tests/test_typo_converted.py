"""Texts converted throughout: what shows that they were, and which words are hinted at then."""

import pytest

from mingbai.text.proofreading.tests.fired import RULES, Cases, misread, passage

SIGNS = "遵循以下原那么，推动科学开展，打牢执政根底。"
WORDS = "仔细贯彻落实上级部署，准时上报信息，加大宣扬力度。"
PUT = "透过学习，教职工用心参与管理，个性是增强了职责感。"
CASES: Cases = {
    "typo.converted_text": (
        (
            f"{SIGNS}决策和施行的事项要公开。",
            f"{SIGNS}加快新农村的建立步伐。",
            f"{SIGNS}年度方案报镇政府备案。",
            f"{SIGNS}村级集体经济工程要公示。",
            f"{SIGNS}不得进犯村民的权利。",
            f"{WORDS}建设漂亮乡村。",
            f"{WORDS}连续加大投入。",
            f"{WORDS}主动推动各项改革。",
            f"{WORDS}校内平安无小事。",
            f"{PUT}壮大村群众经济。",
            f"{PUT}推进服务潜力建设。",
            f"{PUT}明确主体职责。",
        ),
        (
            "条例自2019年5月15日起施行，建立健全制度。",
            "推动科学开展，打牢执政根底。",
            "稳固的友谊，亲密的战友，广阔的天地。",
            "遵循以下原那么，决策和施行的事项要公开。",
            "建立村民代表会议制度，施行办法另行公布。",
            "连续加大投入，主动推动改革，景色漂亮，平安是福，安排参加演练，掌握情况。",
            "用心做好服务，明确工作职责，讲礼貌，挖掘潜力，带给群众实惠，务必坚持到底。",
        ),
    ),
    "punctuation.item_in_tortoise_brackets": (
        (
            "遵循以下原则：〔一〕依法公开。",
            "〔二〕及时准确。",
            "〔十二〕附则。",
            "〔三〕公开的内容。\n〔四〕公开的形式。",
            "主要包括：〔五〕财务收支。",
        ),
        (
            "（一）依法公开。",
            "清政办发〔2023〕5号。",
            "〔摘要〕本文介绍做法。",
            "见〔注1〕。",
            "清政办函〔二〇二三〕5号。",
        ),
    ),
    "typo.figure_for_one": (
        (
            "党务公开是基层党建的1项重要工作。",
            "把村务公开作为1项基础性工作来抓。",
            "这是密切干群关系的1个重要环节。",
            "公开栏是群众监督的1种有效形式。",
            "信息报送是1项长期任务。",
        ),
        (
            "办理行政处罚1项。",
            "新增重要工作1项。",
            "第1项重要议程是听取报告。",
            "完成了1项重点工程。",
            "是一项重要工作。",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_fires_where_it_should(name: str) -> None:
    assert misread(name, CASES) == []


def test_words_that_are_right_beside_others_are_left_alone() -> None:
    rule = RULES["typo.converted_text"]
    text = f"{SIGNS}自公布之日起施行，建立健全制度，开展宣传活动，达到国家标准。"
    found = [finding.quote for finding in rule.find(rule, passage(text))]
    assert found == ["根底"]
