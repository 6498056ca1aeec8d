"""Weak doubts: told where a text has shown many faults, the likeliest first, two for each fault at most."""

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, Severity, SourceDocument
from mingbai.text.proofreading import check, doubts
from mingbai.text.proofreading.model import Faint
from mingbai.text.proofreading.tests.fired import LISTS, RULES, passage

PAPER = """青溪镇2021年政务公开工作总结
一、加强组织领导。成立了政务公开领导小组，由镇长任组长，各科室负责人为成员，明确了工作职责。
二、完善公开制度。制定了信息发布审核制度，做到应公开尽公开，完成率任务按月通报。
三、拓宽公开渠道。通过政府网站、微信公众号和村务公开栏及时公布群众关心的事项，全年公布信息260条。
"""
SLIPS = (("领导小组", "领导小祖"), ("制定了", "制定定了"), ("网站、", "网站、、"), ("全年", "全全年"))


def _finding(start: int, category: str = "typo", severity: Severity = "warning") -> Finding:
    return Finding(start, start + 2, "typo.any", category, severity, "某某", "某某疑误。")


def _weak(text: str) -> list[Finding]:
    found = check(ingest(SourceDocument("a.txt", text, "text/plain")), lists=LISTS)
    assert all(one.message.startswith("把握不大：") for one in found if one.weak)
    return [one for one in found if one.weak]


def test_what_is_a_little_odd_is_told_only_beside_faults() -> None:
    careless = PAPER
    for right, wrong in SLIPS:
        careless = careless.replace(right, wrong, 1)
    odd = careless.index("完成率任务")
    assert _weak(PAPER) == []
    assert any(odd <= one.start < odd + 5 for one in _weak(careless))
    assert {one.severity for one in _weak(careless)} == {"info"}


@pytest.mark.parametrize(
    ("faults", "length", "expected"),
    [
        ([_finding(at) for at in range(0, 40, 10)], 1000, 8),
        ([_finding(at) for at in range(0, 30, 10)], 1000, 0),
        ([_finding(at) for at in range(0, 30, 10)], 750, 6),
        # a hint is half a fault
        ([_finding(at, severity="info") for at in range(0, 90, 10)], 1000, 9),
        ([_finding(at, severity="info") for at in range(0, 70, 10)], 1000, 0),
        # two faults on half a page say as much as on a page
        ([_finding(at) for at in range(0, 20, 10)], 100, 4),
        ([_finding(0)], 100, 0),
        # blanks count for no more than other faults
        ([_finding(at, "template_placeholder") for at in range(0, 80, 10)], 1000, 0),
        (
            [
                _finding(at, category)
                for at, category in zip(
                    range(0, 80, 10), ["typo", "typo", *["template_placeholder"] * 6], strict=True
                )
            ],
            1000,
            8,
        ),
        # names do not say how a sentence was written
        ([_finding(at, "unit_name_inconsistency") for at in range(0, 80, 10)], 1000, 0),
        # what stands around the text says nothing of how it was written
        ([_finding(at, "web_residue") for at in range(0, 80, 10)], 1000, 0),
        ([_finding(at, "personal_data") for at in range(0, 80, 10)], 1000, 0),
        # wrong sums are no careless sentences
        ([_finding(at, "arithmetic_inconsistency") for at in range(0, 80, 10)], 1000, 0),
    ],
)
def test_how_many_faults_it_takes(faults: list[Finding], length: int, expected: int) -> None:
    faint = [Faint(0.0, _finding(at, severity="info")) for at in range(105, 1205, 10)]
    assert len(list(doubts.told(faint, faults, length))) == expected


def test_the_likeliest_come_first_and_none_stands_on_another() -> None:
    faults = [_finding(at) for at in range(0, 30, 10)]
    odds = {
        100: -1.0,
        101: 0.5,
        200: 0.4,
        300: 0.3,
        400: 0.2,
        500: 0.1,
        600: 0.05,
        700: 0.02,
        20: 0.9,
        21: 0.8,
    }
    faint = [Faint(odd, _finding(at, severity="info")) for at, odd in odds.items()]
    assert [one.start for one in doubts.told(faint, faults, 500)] == [101, 200, 300, 400, 500, 600]


def test_no_message_holds_what_stands_for_nothing() -> None:
    """PostgreSQL keeps no such character."""
    text = passage("*依靠先进单位的经验。")
    rule = RULES["typo.near_word"]
    told = [*rule.find(rule, text), *(one.finding for one in text.faint)]
    assert told and not any("\0" in one.message for one in told)
