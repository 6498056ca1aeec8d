"""Local assessment tables in the same form as the national indicators, and the ways local schemes combine scores.

A table either takes points off the full mark (`deduct`) or gives points for what is there (`add`). A county loads its
own table from a file of the same form as `law/data/assessments.json`; tables that we hold are partial where their
published copy is cut, and say so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from mingbai.law.data_files import content
from mingbai.law.errors import LawError
from mingbai.law.scoring import Charge, Indicator, charge, figure, fraction, indicator_of, read_observations

Mode = Literal["deduct", "add"]


@dataclass(frozen=True, slots=True)
class AssessmentTable:
    """`shares` gives the weight in percent of indicators that are parts of a whole rather than points."""

    id: str
    name: str
    region: str
    year: int | None
    mode: Mode
    total: Fraction | None
    complete: bool
    indicators: tuple[Indicator, ...]
    shares: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class AssessmentScore:
    """Points of a table; in `deduct` mode counted down from the total. `unchecked` names indicators not observed."""

    points: Fraction
    charges: tuple[Charge, ...]
    unchecked: tuple[str, ...]
    explanation: str


# law: assessment.*
@cache
def known_tables() -> dict[str, AssessmentTable]:
    """The published local tables by id."""
    return {row["id"]: load_table(row, "assessments.json") for row in content("assessments")["tables"]}


def load_table(row: object, name: str) -> AssessmentTable:
    """A table from its JSON object; `name` is what the messages call the file."""
    if not isinstance(row, dict):
        raise LawError(f"{name}应为一个对象，含 id、name、mode、total、indicators。")
    if missing := [key for key in ("id", "name", "mode", "indicators") if key not in row]:
        raise LawError(f"{name}缺少 {missing[0]}。")
    if row["mode"] not in ("deduct", "add"):
        raise LawError(f"{name}的 mode 应为 deduct（扣分）或 add（得分），现为「{row['mode']}」。")
    try:
        indicators = tuple(indicator_of(one) for one in row["indicators"])
        shares = {
            one["id"]: fraction(one["share"]) for one in row["indicators"] if one.get("share") is not None
        }
        total = None if row.get("total") is None else fraction(row["total"])
    except (KeyError, TypeError, ValueError) as problem:
        raise LawError(
            f"{name}的指标不完整：{problem}。每项应有 id、group、label、cap、verified、rules。"
        ) from problem
    ids = [one.id for one in indicators]
    if len(set(ids)) != len(ids):
        raise LawError(f"{name}的指标 id 有重复。")
    return AssessmentTable(
        id=row["id"],
        name=row["name"],
        region=row.get("region", ""),
        year=row.get("year"),
        mode=row["mode"],
        total=total,
        complete=bool(row.get("complete", True)),
        indicators=indicators,
        shares=shares,
    )


def _judged(indicator: Indicator, points: Fraction) -> Charge:
    """Points a person gave; refused outside 0 to the cap."""
    most = indicator.cap
    if points < 0 or (most is not None and points > most):
        limit = "" if most is None else f"，最多{figure(most)}分"
        raise LawError(f"{indicator.label}的人工评分{figure(points)}不合理：不能为负{limit}。")
    return Charge(indicator, points, f"人工评分{figure(points)}分")


def score_table(
    table: AssessmentTable, observations: object, judged: Mapping[str, Fraction] | None = None
) -> AssessmentScore:
    """Scores observations (indicator → case → count), and points given or taken by a person (`judged`, by indicator).

    A person's judgement stands before what the rules of the same indicator would give.
    """
    by_hand = judged or {}
    if unknown := [id for id in by_hand if id not in {one.id for one in table.indicators}]:
        raise LawError(f"{table.name}中没有「{unknown[0]}」这一指标。")
    found = read_observations(table.indicators, observations, table.name)
    charges = tuple(
        _judged(one, by_hand[one.id]) if one.id in by_hand else charge(one, found[one.id])
        for one in table.indicators
        if one.id in found or one.id in by_hand
    )
    unchecked = tuple(one.label for one in table.indicators if one.id not in found and one.id not in by_hand)
    met = sum((one.points for one in charges), Fraction(0))
    if table.mode == "add":
        return AssessmentScore(met, charges, unchecked, f"得{figure(met)}分。")
    if table.total is None:
        raise LawError(f"{table.name}没有总分，不能按扣分计算。请补 total。")
    points = max(Fraction(0), table.total - met)
    return AssessmentScore(
        points, charges, unchecked, f"{figure(table.total)}－{figure(met)}＝{figure(points)}分。"
    )


# law: assessment.combined
def combined(parts: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """Points got and points possible of several parts as one score of 100."""
    listed = list(parts)
    possible = sum((full for _, full in listed), Fraction(0))
    if possible <= 0:
        raise LawError("总分为0，不能折算。请核对各部分分值。")
    return sum((got for got, _ in listed), Fraction(0)) / possible * 100


# law: assessment.weighted
def weighted(parts: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """The mean of scores with their weights, 6:3:1 for a county's own level, towns and bureaus, say."""
    listed = list(parts)
    weight = sum((one for _, one in listed), Fraction(0))
    if weight <= 0:
        raise LawError("权重合计为0，不能加权。请核对权重。")
    return sum((score * one for score, one in listed), Fraction(0)) / weight


# law: assessment.bands
def band(score: Fraction) -> str:
    """「优秀」「良好」「合格」「不合格」 in the bands one prefecture published."""
    bands = next(row["bands"] for row in content("assessments")["rules"] if "bands" in row)
    return str(next(row["label"] for row in bands if max(score, 0) >= row["at_least"]))
