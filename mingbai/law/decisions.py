"""The 21 outcomes of a request, their grounds, and the letters with what each must say.

Outcome ids are the row ids of table 3 of the annual report (国办公开办函〔2021〕30号), so that a decision is counted
where the report wants it. One request gets exactly one outcome; whatever withholds a part is `partial` alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from mingbai.law.data_files import content
from mingbai.law.errors import LawError

LetterKind = Literal["reply", "process", "form"]


@dataclass(frozen=True, slots=True)
class Ground:
    """One case of an outcome with its exact article and the elements its letter needs besides the common ones."""

    id: str
    text: str
    article: str
    must_say: tuple[str, ...]
    verified: str


@dataclass(frozen=True, slots=True)
class Outcome:
    id: str
    label: str
    group: str
    letter: str
    letter_optional: bool
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A kind of letter and the ids of its elements in the order in which they are printed."""

    id: str
    title: str
    kind: LetterKind
    elements: tuple[str, ...]
    article: str
    verified: str


def _ground(row: dict[str, Any]) -> Ground:
    return Ground(row["id"], row["text"], row["article"], tuple(row["must_say"]), row["verified"])


# law: outcome.*, ground.*
@cache
def outcomes() -> dict[str, Outcome]:
    """All outcomes by id in the order of table 3."""
    return {
        row["id"]: Outcome(
            id=row["id"],
            label=row["label"],
            group=row["group"],
            letter=row["letter"],
            letter_optional=row["letter_optional"],
            grounds=tuple(map(_ground, row["grounds"])),
        )
        for row in content("decisions")["outcomes"]
    }


# law: letter.*
@cache
def letters() -> dict[str, Letter]:
    return {
        row["id"]: Letter(
            row["id"], row["title"], row["kind"], tuple(row["elements"]), row["article"], row["verified"]
        )
        for row in content("decisions")["letters"]
    }


@cache
def element_labels() -> dict[str, str]:
    """Element id → what the form calls it."""
    return {row["id"]: row["label"] for row in content("decisions")["elements"]}


def group_labels() -> dict[str, str]:
    """Group id → 「予以公开」 …"""
    return {row["id"]: row["label"] for row in content("decisions")["groups"]}


def outcome(id: str) -> Outcome:
    if id not in outcomes():
        raise LawError(f"没有「{id}」这一答复类型。")
    return outcomes()[id]


def ground(outcome_id: str, ground_id: str) -> Ground:
    found = next((one for one in outcome(outcome_id).grounds if one.id == ground_id), None)
    if found is None:
        known = "、".join(f"{one.id}（{one.text}）" for one in outcome(outcome_id).grounds)
        raise LawError(f"「{outcome(outcome_id).label}」没有「{ground_id}」这一情形，可用：{known}。")
    return found


def letter(id: str) -> Letter:
    if id not in letters():
        raise LawError(f"没有「{id}」这一文书。")
    return letters()[id]


def required_elements(outcome_id: str, ground_id: str) -> tuple[str, ...]:
    """Ids of everything the reply letter for this ground must contain, common elements first."""
    common = letter(outcome(outcome_id).letter).elements
    own = ground(outcome_id, ground_id).must_say
    return common + tuple(element for element in own if element not in common)


def missing_elements(needed: tuple[str, ...], filled: Mapping[str, str]) -> list[str]:
    """One sentence for each needed element that is absent or blank in `filled` (element id → text)."""
    return [f"缺少{element_labels()[element]}。" for element in needed if not filled.get(element, "").strip()]


def choose_outcome(grounds: list[tuple[str, str]]) -> str:
    """The one outcome of a request that was answered in several ways.

    A released part together with a refused or unavailable one makes it `partial`; a mixture without any release is
    counted by the part named first.
    """
    if not grounds:
        raise LawError("至少选择一种答复情形。")
    for outcome_id, ground_id in grounds:
        ground(outcome_id, ground_id)
    groups = {outcome(outcome_id).group for outcome_id, _ in grounds}
    released = groups & {"granted", "partial"}
    withheld = groups & {"denied", "partial"}
    return "partial" if released and withheld else grounds[0][0]
