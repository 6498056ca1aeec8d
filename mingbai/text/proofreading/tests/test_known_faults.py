"""Faults that readers reported of rules of figures, residue and contradictions, and what must not come back with their mending."""

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import SourceDocument
from mingbai.text.proofreading.tests.reading import findings

WRONG = [
    ("arithmetic.respectively", "2021年、2022年公开信息分别为120条、135条、140条。"),
    ("arithmetic.change", "公开信息由2021年的325条增加到2022年的384条，增加69条。"),
    ("arithmetic.periods", "上旬检查12次，中旬检查9次，下旬检查8次，全月累计检查30次。"),
    ("arithmetic.periods", "春季植树120亩，秋季植树80亩，全年共植树210亩。"),
    ("contradiction.fee", "其中课后服务费每生每学期300元，由学校代收。\n课后服务费：每生每学期360元。"),
    ("contradiction.limit", "每户补助最多3000元。经审核，张某5000元、李某2800元，每人均已公示。"),
    ("contradiction.age_limit", "招聘年龄18—35周岁。拟录用：马某，男，37周岁。"),
    ("contradiction.target", "计划发放贷款500万元，实际发放486万元，提前完成任务。"),
    ("contradiction.denied", "本年度未召开新闻发布会。\n通过召开2场新闻发布会，回应了社会关切。"),
    ("arithmetic.sum", "现有教职工142人，其中专任教师128人、行政后勤人员24人。"),
    ("arithmetic.sum", "总人口16420人，其中男性8512人、女性7980人。"),
]
RIGHT = [
    ("arithmetic.respectively", "2021年、2022年公开信息分别为120条、135条。"),
    ("arithmetic.change", "公开信息由2021年的325条增加到2022年的384条，增加59条。"),
    ("arithmetic.periods", "上旬检查12次，中旬检查9次，下旬检查8次，全月累计检查29次。"),
    ("contradiction.fee", "课后服务费由每生每学期300元调整，课后服务费每生每学期360元。"),
    ("contradiction.age_limit", "招聘年龄18—35周岁。拟录用：马某，男，33周岁。"),
    ("contradiction.target", "计划发放贷款500万元，实际发放516万元，提前完成任务。"),
    ("arithmetic.sum", "现有教职工142人，其中专任教师128人、党员40人、女教师60人。"),
    ("date.statistics_period", "门面租赁自2021年1月1日起至2023年12月31日止，租金每年2万元。"),
]


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_it_is_noticed_again(rule: str, text: str) -> None:
    assert findings(rule, text)


@pytest.mark.parametrize(("rule", "text"), RIGHT)
def test_it_is_left_alone(rule: str, text: str) -> None:
    assert findings(rule, text, year=2023, kind="work_summary") == []


def _stripped(text: str) -> list[str]:
    ingested = ingest(SourceDocument("a.txt", text, "text/plain"))
    return [text[piece.start : piece.end] for piece in ingested.stripped]


BODY = "我镇认真做好政务公开工作，全年公开信息96条，办理依申请公开3件，群众满意。\n"


@pytest.mark.parametrize(
    "line",
    [
        "温馨提示：办理时请携带身份证和户口簿，节假日不受理。",
        "相关信息及时公开，主动接受社会监督。",
        "声明：本村从未委托任何人收取费用。",
    ],
)
def test_an_offices_own_words_are_no_residue(line: str) -> None:
    text = "江家镇政务公开工作总结\n" + BODY + line + "\n" + BODY
    assert not any(line[:6] in piece for piece in _stripped(text))


@pytest.mark.parametrize(
    "line", ["温馨提示：本站资料由网友上传，仅供参考。", "相关阅读：政务公开工作总结范文"]
)
def test_a_sites_words_are(line: str) -> None:
    text = "江家镇政务公开工作总结\n" + BODY * 2 + line + "\n"
    assert any(line[:4] in piece for piece in _stripped(text))


def test_a_page_mark_after_a_finished_sentence_goes_where_the_next_page_tears_one() -> None:
    page = "我镇认真做好政务公开工作，全年公开信息，办理申请，群众满意。" * 5
    torn = page + "下一步把政务"
    text = "江家镇政务公开工作总结\n" + page + "\n2、" + torn + "\n3、公开与纠风结合起来。" + page
    assert [piece.strip() for piece in _stripped(text) if "、" in piece] == ["2、", "3、"]


def test_true_items_keep_their_numbers() -> None:
    page = "我镇认真做好政务公开工作，全年公开信息，办理申请，群众满意。" * 5
    text = "江家镇政务公开工作总结\n1、" + page + "\n2、" + page + "\n3、" + page
    assert not any(piece.strip() in {"2、", "3、"} for piece in _stripped(text))
