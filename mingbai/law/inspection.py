"""The national inspection of government sites and new media (国办秘函〔2019〕19号): vetoes, deductions, bonus, verdict.

A veto ends the matter. Otherwise: 100 less the capped deductions; four thirds of (75 less deductions) for bodies
without services to the public; below 60 fails; above 80 the bonus is added. Exactly 60 passes, exactly 80 has no bonus.
What was not observed is listed, never taken for faultless.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Literal

from mingbai.law.data_files import content
from mingbai.law.errors import LawError
from mingbai.law.scoring import Charge, Indicator, Observed, charge, figure, indicator_of, read_observations

Verdict = Literal["合格", "不合格"]
FULL = Fraction(100)
SECTIONS = {
    "site",
    "checked_on",
    "outward_services",
    "new_media",
    "new_media_days",
    "facts",
    "deductions",
    "bonuses",
}
WINDOW_SETTING = "new_media_days"


@dataclass(frozen=True, slots=True)
class Veto:
    """One veto that fired, with what was observed."""

    id: str
    label: str
    condition: str
    explanation: str
    article: str


@dataclass(frozen=True, slots=True)
class SiteScore:
    """The result. `base` is None after a veto; `bonus` is 0 where the bonus stage was not reached."""

    verdict: Verdict
    vetoes: tuple[Veto, ...]
    deductions: tuple[Charge, ...]
    bonuses: tuple[Charge, ...]
    base: Fraction | None
    bonus: Fraction
    final: Fraction | None
    unchecked: tuple[str, ...]
    explanation: tuple[str, ...]


# law: site.*
@cache
def deductions() -> tuple[Indicator, ...]:
    return tuple(map(indicator_of, content("inspection")["deductions"]))


# law: bonus.*
@cache
def bonuses() -> tuple[Indicator, ...]:
    return tuple(map(indicator_of, content("inspection")["bonuses"]))


def group_labels() -> dict[str, str]:
    return {row["id"]: row["label"] for row in content("inspection")["groups"]}


# law: elements.*
def elements(id: str) -> tuple[str, ...]:
    """What must be there: `guide`, `footer`, `message`, `site_tags`, `column_tags`, `content_tags`, `interpretation`, `call`."""
    for row in content("inspection")["elements"]:
        if row["id"] == id:
            return tuple(row["items"])
    raise LawError(f"没有「{id}」这一组要素。")


def _scoring(rule: str) -> dict[str, Any]:
    return next(row for row in content("inspection")["scoring"] if row["rule"] == rule)


def read_facts(table: str, facts: object) -> dict[str, int]:
    """The figures the vetoes are judged by; unknown names and negative figures are refused."""
    if not isinstance(facts, dict):
        raise LawError("facts 应为一个对象：事实 → 数字。")
    known = [
        fact for row in content("inspection")[table] for one in row["conditions"] for fact in one["facts"]
    ]
    for name, value in facts.items():
        if name not in known:
            raise LawError(f"facts 中没有「{name}」，可用：{'、'.join(dict.fromkeys(known))}。")
        if not isinstance(value, int) or value < 0:
            raise LawError(f"facts.{name}应为不小于0的整数（是、否写作 true、false），现为「{value}」。")
    return {name: int(value) for name, value in facts.items()}


def _fires(condition: Mapping[str, Any], facts: Mapping[str, int]) -> bool | None:
    """Whether a condition is met; None where it cannot be told from the facts."""
    given = [facts.get(fact) for fact in condition["facts"]]
    known = [value for value in given if value is not None]
    kind = condition["kind"]
    if kind == "at_least" and sum(known) >= condition["value"]:
        return True
    if len(known) < len(given):
        return None
    if kind == "share":
        failed, visits = known
        if failed > visits:
            raise LawError(f"facts.visits_failed（{failed}）不能大于 facts.visits（{visits}）。请核对。")
        return None if visits < condition["least_total"] else failed * 100 >= visits * condition["value"]
    if kind == "none":
        return known[0] == 0
    if kind == "all_of_few":
        lacking, items = known
        return 0 < items < condition["value"] and lacking >= items
    return False


# law: veto.*, new_media.*
def fired(
    table: str, facts: Mapping[str, int], services: bool = True, settings: Mapping[str, int] | None = None
) -> tuple[list[Veto], list[str]]:
    """The vetoes of `vetoes` or `new_media` that fire, and the conditions that could not be judged.

    `settings` replaces the figure of a condition that names a setting: `new_media_days`, how many days without an
    update are too many, since the notice says two weeks and not how to count them.
    """
    settings = settings or {}
    found, unchecked = [], []
    for row in content("inspection")[table]:
        if row["services"] and not services:
            continue
        for listed in row["conditions"]:
            condition = listed | {"value": settings.get(listed.get("setting"), listed.get("value"))}
            met = _fires(condition, facts)
            if met is None:
                unchecked.append(f"单项否决·{row['label']}：{condition['text']}")
            elif met:
                said = "，".join(f"{fact}={facts[fact]}" for fact in condition["facts"] if fact in facts)
                found.append(
                    Veto(
                        row["id"],
                        row["label"],
                        condition["id"],
                        f"{condition['text']}（{said}）",
                        row["article"],
                    )
                )
    return found, unchecked


# law: score.charged_once
def _charges(
    indicators: tuple[Indicator, ...], found: Mapping[str, Mapping[str, Observed]]
) -> tuple[Charge, ...]:
    """Charges of all observed indicators; those that charge a column once look at what the others charged."""
    elsewhere = frozenset(
        name
        for indicator in indicators
        if not indicator.charged_once
        for case in found.get(indicator.id, {}).values()
        for name in case.evidence
    )
    return tuple(
        charge(indicator, found[indicator.id], elsewhere) for indicator in indicators if indicator.id in found
    )


# law: score.four_thirds
def base_score(charged: tuple[Charge, ...], services: bool) -> Fraction:
    """The score before the bonus."""
    if services:
        return FULL - sum((one.points for one in charged), Fraction(0))
    rule = _scoring("score.four_thirds")
    counted = sum(
        (one.points for one in charged if one.indicator.group != rule["skipped_group"]), Fraction(0)
    )
    return (Fraction(rule["full"]) - counted) * Fraction(4, 3)


# law: score.veto_first, score.pass, score.bonus
def site_score(observations: object) -> SiteScore:
    """Scores one observations file: `facts` for the vetoes, `deductions` and `bonuses` by indicator and case.

    `outward_services` false means a body without services to the public. `new_media` true judges an account by the
    vetoes for new media alone, `new_media_days` without update being too many (14 where it is not given).
    """
    if not isinstance(observations, dict):
        raise LawError("观测文件应为一个对象，含 facts、deductions、bonuses。")
    if unknown := sorted(set(observations) - SECTIONS):
        raise LawError(f"观测文件中没有「{unknown[0]}」这一部分，可用：{'、'.join(sorted(SECTIONS))}。")
    services = _yes_or_no(observations, "outward_services", True)
    of_account = _yes_or_no(observations, "new_media", False)
    table = "new_media" if of_account else "vetoes"
    facts = read_facts(table, observations.get("facts", {}))
    vetoes, unchecked = fired(table, facts, services, _settings(observations))
    taken = read_observations(deductions(), observations.get("deductions", {}), "deductions")
    added = read_observations(bonuses(), observations.get("bonuses", {}), "bonuses")
    if vetoes or of_account:
        verdict: Verdict = "不合格" if vetoes else "合格"
        said = [f"单项否决：{veto.label}。" for veto in vetoes] or ["没有单项否决。"]
        return SiteScore(
            verdict, tuple(vetoes), (), (), None, Fraction(0), None, tuple(unchecked), tuple(said)
        )
    return _scored(taken, added, services, unchecked)


def _settings(observations: Mapping[str, Any]) -> dict[str, int]:
    if WINDOW_SETTING not in observations:
        return {}
    days = observations[WINDOW_SETTING]
    if type(days) is not int or days < 1:
        raise LawError(f"{WINDOW_SETTING}应为不小于1的整数（天），现为「{days}」。")
    return {WINDOW_SETTING: days}


def _yes_or_no(observations: Mapping[str, Any], key: str, default: bool) -> bool:
    value = observations.get(key, default)
    if not isinstance(value, bool):
        raise LawError(f"{key}应为 true 或 false，现为「{value}」。")
    return value


def _scored(
    taken: Mapping[str, Mapping[str, Observed]],
    added: Mapping[str, Mapping[str, Observed]],
    services: bool,
    unchecked: list[str],
) -> SiteScore:
    skipped = None if services else _scoring("score.four_thirds")["skipped_group"]
    counted = tuple(one for one in deductions() if one.group != skipped)
    charged = _charges(counted, taken)
    unchecked = unchecked + [f"扣分指标·{one.label}" for one in counted if one.id not in taken]
    base = base_score(charged, services)
    earned = _charges(bonuses(), added) if base > _scoring("score.bonus")["value"] else ()
    bonus = sum((one.points for one in earned), Fraction(0))
    verdict: Verdict = "合格" if base >= _scoring("score.pass")["value"] else "不合格"
    return SiteScore(
        verdict=verdict,
        vetoes=(),
        deductions=tuple(one for one in charged if one.points),
        bonuses=tuple(one for one in earned if one.points),
        base=base,
        bonus=bonus,
        final=base + bonus,
        unchecked=tuple(unchecked),
        explanation=_formula(charged, base, bonus, services),
    )


def _formula(charged: tuple[Charge, ...], base: Fraction, bonus: Fraction, services: bool) -> tuple[str, ...]:
    total = figure(sum((one.points for one in charged), Fraction(0)))
    first = f"100－{total}＝{figure(base)}" if services else f"（75－{total}）×4÷3＝{figure(base)}"
    if base < _scoring("score.pass")["value"]:
        return (first, "低于60分，不合格。")
    if base <= _scoring("score.bonus")["value"]:
        return (first, "未高于80分，不进入加分。")
    return (first, f"高于80分，加{figure(bonus)}分，得{figure(base + bonus)}分。")
