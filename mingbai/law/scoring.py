"""Indicator tables and how observations are charged to them: each rule by its points, each indicator up to its cap.

The national site inspection and every local assessment table have this one form. Points are exact fractions.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from mingbai.law.errors import LawError

MOST_OBSERVED = 100_000


@dataclass(frozen=True, slots=True)
class ScoreRule:
    """`points` for each case; at most `most` cases can be observed. `instead` names rules it takes the place of."""

    id: str
    text: str
    points: Fraction
    most: int | None = None
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A second-level indicator. `cap` is None where the stored table does not show its points."""

    id: str
    group: str
    label: str
    cap: Fraction | None
    rules: tuple[ScoreRule, ...]
    article: str
    verified: str
    charged_once: bool = False


@dataclass(frozen=True, slots=True)
class Observed:
    """What was found under one rule: how many cases, and which (addresses, column names)."""

    count: int
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Charge:
    """The points of one indicator after its cap, with a sentence for each rule that was met."""

    indicator: Indicator
    points: Fraction
    explanation: str
    evidence: tuple[str, ...] = ()


def fraction(written: object) -> Fraction:
    """The exact value of a figure in a data file (0.1 means one tenth)."""
    return Fraction(str(written))


def indicator_of(row: Mapping[str, Any]) -> Indicator:
    """One indicator from a row of a table file."""
    return Indicator(
        id=row["id"],
        group=row["group"],
        label=row["label"],
        cap=None if row["cap"] is None else fraction(row["cap"]),
        rules=tuple(
            ScoreRule(
                rule["id"],
                rule["text"],
                fraction(rule["points"]),
                rule.get("most"),
                tuple(rule.get("instead", ())),
            )
            for rule in row["rules"]
        ),
        article=row.get("article", ""),
        verified=row["verified"],
        charged_once=row.get("charged_once", False),
    )


def observed(value: object, place: str, most: int | None = None) -> Observed:
    """Reads one observation: true or false, a count, or the list of what was found."""
    if isinstance(value, bool):
        found = Observed(int(value))
    elif isinstance(value, int):
        found = Observed(value)
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        found = Observed(len(value), tuple(value))
    else:
        raise LawError(f"{place}应为次数、是否（true 或 false）或者问题列表，现为「{value}」。")
    if not 0 <= found.count <= MOST_OBSERVED:
        raise LawError(f"{place}的次数{found.count}不合理，应为0至{MOST_OBSERVED}。")
    if most is not None and found.count > most:
        raise LawError(f"{place}最多{most}次，现为{found.count}次。请核对抽查数量。")
    return found


def read_observations(
    indicators: tuple[Indicator, ...], content: object, place: str
) -> dict[str, dict[str, Observed]]:
    """Indicator id → rule id → what was observed. Unknown names are refused, so that a typing error costs no point."""
    if not isinstance(content, dict):
        raise LawError(f"{place}应为一个对象：指标 → 情形 → 次数。")
    known = {indicator.id: indicator for indicator in indicators}
    found: dict[str, dict[str, Observed]] = {}
    for name, cases in content.items():
        if name not in known:
            raise LawError(f"{place}中没有「{name}」这一指标，可用：{'、'.join(known)}。")
        if not isinstance(cases, dict):
            raise LawError(f"{place}.{name}应为一个对象：情形 → 次数。")
        rules = {rule.id: rule for rule in known[name].rules}
        for case in cases:
            if case not in rules:
                raise LawError(f"{place}.{name}中没有「{case}」这一情形，可用：{'、'.join(rules)}。")
        found[name] = {
            case: observed(value, f"{place}.{name}.{case}", rules[case].most) for case, value in cases.items()
        }
    return found


# law: score.cap
def charge(
    indicator: Indicator, found: Mapping[str, Observed], charged_elsewhere: frozenset[str] = frozenset()
) -> Charge:
    """The points of one indicator. Names in `charged_elsewhere` are left out where the indicator says so."""
    replaced = {other for rule in indicator.rules if _count(found.get(rule.id)) for other in rule.instead}
    total, said, evidence = Fraction(0), [], []
    taken = set(charged_elsewhere) if indicator.charged_once else set()
    for rule in indicator.rules:
        case = found.get(rule.id)
        if case is None or rule.id in replaced:
            continue
        names = [name for name in case.evidence if name not in taken]
        count = len(names) if case.evidence else case.count
        if indicator.charged_once:
            taken.update(names)
        if case.count != count:
            said.append(f"{rule.text}有{case.count - count}处已在其他指标扣分，不重复扣分")
        if count:
            said.append(f"{rule.text}{count}处，每处{figure(rule.points)}分")
        total += count * rule.points
        evidence += names
    points = total if indicator.cap is None else min(total, indicator.cap)
    if points < total:
        said.append(f"合计{figure(total)}分，按该项上限计{figure(points)}分")
    return Charge(indicator, points, "；".join(said), tuple(evidence))


def _count(case: Observed | None) -> int:
    return case.count if case else 0


def figure(points: Fraction) -> str:
    """The points as printed: at most two decimals, no trailing zeros."""
    return f"{float(round(points, 2)):.2f}".rstrip("0").rstrip(".")
