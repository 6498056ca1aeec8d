"""Which way against a decision is open, and the clause that says so (行政复议法第二十条、第二十三条).

Since 2024-01-01 refusals under 条例第十四至十六条 go to administrative review before court; since 2026-07-01 that holds
in so many words for refusals in part, and, as we read it, for silence. The table is dated: a clause follows the day
of the decision.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from mingbai.law.data_files import content, rows
from mingbai.law.decisions import letters, outcome
from mingbai.law.errors import LawError
from mingbai.law.limits import limit

RemedyKind = Literal["review_first", "free_choice", "none"]
NO_REPLY = "no_reply"
_NO_CLAUSE: dict[str, Any] = content("remedies")["process_letters"]
_SILENCE: dict[str, Any] = next(
    row for row in content("remedies")["others"] if row["rule"] == "remedy_clause.silence"
)


@dataclass(frozen=True, slots=True)
class RemedyClause:
    """`text` is the paragraph of the letter, empty where the letter carries none."""

    kind: RemedyKind
    text: str
    article: str
    verified: str


def _row_on(day: date) -> dict[str, Any]:
    for row in rows("remedies"):
        if row["valid_from"] <= day.isoformat() <= (row["valid_to"] or "9999-12-31"):
            return row
    raise LawError(f"{day}在现行条例施行（2019-05-15）之前，没有可用的救济条款。")


# law: remedy_clause.until_2023, remedy_clause.from_2024, remedy_clause.from_2026_07
def remedy_kind(decision: str, on: date, withheld: Iterable[str] = ()) -> RemedyKind:
    """The remedy for an outcome id, or for `no_reply`, on the day of the decision (or of the limit that was missed).

    `withheld` names the refusal outcomes on which the withheld part of a `partial` decision rests; without any it is
    taken to rest on 第十四至十六条.
    """
    if decision == NO_REPLY:
        return remedy_against_silence(on).kind
    row = _row_on(on)
    if outcome(decision).id != "partial":
        return "review_first" if decision in row["review_first"] else "free_choice"
    parts = [outcome(part).id for part in withheld]
    under_14_to_16 = not parts or any(part in row["review_first"] for part in parts)
    return "review_first" if row["partial"] and under_14_to_16 else "free_choice"


# law: remedy_clause.silence
def remedy_against_silence(on: date, chosen: RemedyKind | None = None) -> RemedyClause:
    """The way against a request left without reply, by the day its limit ran out; no letter, so no text.

    That silence is review-first since 2026-07-01 is our reading and marked so; `chosen` is the local legal office's.
    """
    row = _row_on(on)
    if chosen:
        return RemedyClause(chosen, "", row["article"], "local")
    if row["no_reply"]:
        return RemedyClause("review_first", "", _SILENCE["article"], _SILENCE["verified"])
    return RemedyClause("free_choice", "", row["article"], row["verified"])


# law: remedy_clause.online, remedy_clause.none, remedy.review, remedy.suit, remedy.suit_after_review
def remedy_clause(
    decision: str,
    on: date,
    review_body: str,
    court: str = "有管辖权的人民法院",
    *,
    withheld: Iterable[str] = (),
    online_address: str = "",
    overrides: Mapping[str, RemedyKind] | None = None,
) -> RemedyClause:
    """The clause of the letter for an outcome id or a process letter id (which carries none).

    `online_address` is the place for filing review online, which a reply sent online must give (行政复议法第二十二条).
    `overrides` is the local legal office's choice per outcome, for the kinds on which practice differs.
    """
    row = _row_on(on)
    if decision in letters():
        return RemedyClause("none", "", _NO_CLAUSE["article"], _NO_CLAUSE["verified"])
    kind = (overrides or {}).get(decision) or remedy_kind(decision, on, withheld)
    if kind == "none":
        return RemedyClause("none", "", row["article"], "local")
    where = f"（网上申请：{online_address}）" if online_address else ""
    review, suit, after = limit("remedy.review"), limit("remedy.suit"), limit("remedy.suit_after_review")
    begin = f"自收到本答复之日起{review.length}内向{review_body}申请行政复议{where}"
    if kind == "review_first":
        text = f"如对本答复不服，应当先{begin}；对行政复议决定仍不服的，可以自收到行政复议决定书之日起{after.length}内向{court}提起行政诉讼。"
    else:
        text = (
            f"如对本答复不服，可以{begin}，也可以自收到本答复之日起{suit.length}内直接向{court}提起行政诉讼。"
        )
    return RemedyClause(kind, text, row["article"], row["verified"])
