"""Lines that have lost their marks, and what is told of them."""

from collections.abc import Iterator

import pytest

from mingbai.text.model import Finding
from mingbai.text.proofreading.rules._losing import losing
from mingbai.text.proofreading.tests.fired import RULES, passage

# Paragraphs without their marks, as copying leaves them.
STRIPPED = (
    "行政复议3件其中结果维持2件结果纠正0件其他结果0件尚未审结1件行政诉讼1件尚未审结。",
    "我院现有编制床位300张在职职工412人其中卫生技术人员346人其他人员66人全年公开信息57项。",
    "一是设立固定公开栏3块分别位于校门口行政楼大厅和教工食堂二是办好学校网站“校务公开”专栏全年更新信息126条。",
    "截至7月20日已完成整改205户整改率74.8%其中大坪村沙沟村两个村整改率达到100%未完成整改的69户分三种情况处理。",
    "第四步乡政府受理后组织农业农村自然资源等站所实地审查自受理之日起20个工作日内作出决定发给《许可证》。",
)
# The same with them, and good long clauses.
MARKED = (
    "行政复议3件，其中结果维持2件，结果纠正0件，其他结果0件，尚未审结1件；行政诉讼1件，尚未审结。",
    "我院现有编制床位300张，在职职工412人，其中卫生技术人员346人，其他人员66人。",
    "低保审批由过去的平均40天缩短为20天，再就业优惠证办理由15天缩短为7天，群众满意度不断提高。",
    "行政机关认为不公开可能对公共利益造成重大影响的除外，依照前款规定执行；逾期不答复的，视为同意。",
    "县政府办公室将会同县司法局对各单位答复书的格式和内容开展一次评查，并于11月底前通报评查结果。",
)


def told(text: str) -> Iterator[Finding]:
    for name in ("typo.run_on", "typo.mark_lost"):
        yield from RULES[name].find(RULES[name], passage(text))


@pytest.mark.parametrize("line", STRIPPED)
def test_a_line_that_lost_its_marks_is_told_throughout(line):
    assert losing([line], {})
    found = list(told(line))
    assert sum(one.end - one.start for one in found) * 10 > len(line) * 8
    assert any("，" in (one.suggestion or "") for one in found)


@pytest.mark.parametrize("line", MARKED)
def test_a_line_with_its_marks_has_lost_none(line):
    assert losing([line], {}) == {}
    assert list(told(line)) == []


def test_beside_lines_that_lost_their_marks_less_must_speak_for_another():
    line = "各村公开栏每月更新一次做到内容真实，镇里每季度通报一次检查结果并纳入考核。"
    assert losing([line], {}) == {}
    assert sorted(losing([*STRIPPED, line], {})) == list(range(len(STRIPPED) + 1))


def test_one_long_clause_in_a_line_with_marks_is_a_hint_at_most():
    line = "但经权利人同意公开或者行政机关认为不公开可能对公共利益造成重大影响的除外，依照前款规定执行。"
    good = "\n".join(MARKED)
    assert {one.severity for one in told(f"{good}\n{line}\n{good}")} <= {"info"}


def test_a_mark_is_set_before_a_quotation_not_within():
    line = (
        "防灾明白卡发放到户“避险明白卡”张贴上墙写明隐患点位置预警信号撤离路线安置地点和联系人做到家喻户晓。"
    )
    assert all("“，" not in (one.suggestion or "") for one in told(line))
