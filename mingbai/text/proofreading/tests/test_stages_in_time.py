"""Stages of a scheme that begin before the one above is over."""

import pytest

from mingbai.text.proofreading.tests.fired import Cases, fired, misread

CASES: Cases = {
    "date.stages_share_months": (
        (
            "5月至9月为组织实施阶段，9月上旬至12月为检查验收阶段。",
            "3月至6月底为自查阶段，6月中旬至8月为整改阶段。",
            "1月—4月为动员部署阶段；3月—6月为组织实施阶段。",
            "4月到7月上旬，排查摸底阶段。6月到9月，集中整治阶段。",
            "7月至8月为公示阶段，8月上旬到10月为总结阶段。",
        ),
        (
            "5月至8月为组织实施阶段，9月上旬至12月为检查验收阶段。",
            "5月至9月为组织实施阶段，9月至12月为检查验收阶段。",
            "3月至6月上旬为自查阶段，6月中旬至8月为整改阶段。",
            "10月至12月为实施阶段，1月至3月为总结阶段。"[:13],
            "5月至9月为汛期，9月上旬至12月为检查验收阶段。",
        ),
    )
}


def test_stages_by_months() -> None:
    assert not misread("date.stages_share_months", CASES)


@pytest.mark.parametrize(
    ("second", "wrong"),
    [
        ("（二）组织实施阶段（4月1日—10月31日）。", True),
        ("（二）组织实施阶段（4月28日—10月31日）。", True),
        ("（二）组织实施阶段（5月1日—10月31日）。", False),
        ("（二）组织实施阶段（4月30日—10月31日）。", False),
    ],
)
def test_stages_by_days(second: str, wrong: bool) -> None:
    text = f"（一）动员部署阶段（4月10日—4月30日）。召开会议。\n{second}"
    assert ("date.stage_too_early" in fired("wrong_year_or_date", text, year=2022)) is wrong
