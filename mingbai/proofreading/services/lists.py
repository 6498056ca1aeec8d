"""The county office extends the word lists and switches rules off: one change, one act, one file written anew."""

from collections.abc import Mapping

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.core import clock
from mingbai.core.errors import BadInput, Missing
from mingbai.journal.services import Entry, record
from mingbai.proofreading import county
from mingbai.proofreading.entries import Row, checked
from mingbai.proofreading.kinds import SWITCHES, SWITCHES_TITLE, ListKind, kind_of
from mingbai.text.proofreading.rules import all_rules

ACT = "manage_lists"
SHORTEST_REASON = 4
# what must not be published by mistake stays guarded; a single false alarm is ignored where it stands
GUARDED = "personal_data"


@transaction.atomic
def add_list_entry(actor: Actor, *, key: str, values: Mapping[str, str]) -> Row:
    """Add an entry to the county's list. BadInput names the field."""
    actor.demand(ACT)
    kind = kind_of(key)
    row = checked(kind, values)
    with county.held():
        rows = county.rows_of(key)
        _demand_new(kind, row, rows)
        _act(actor, "add_list_entry", key, [*rows, row], before=None, after=row)
    return row


@transaction.atomic
def change_list_entry(actor: Actor, *, key: str, name: str, values: Mapping[str, str]) -> Row:
    """Put an entry in the place of the county's entry `name`. Missing where there is none."""
    actor.demand(ACT)
    kind = kind_of(key)
    row = checked(kind, values)
    with county.held():
        rows = county.rows_of(key)
        place = _place(kind, name, rows)
        others = rows[:place] + rows[place + 1 :]
        _demand_new(kind, row, others)
        changed = [*rows[:place], row, *rows[place + 1 :]]
        _act(actor, "change_list_entry", key, changed, before=rows[place], after=row)
    return row


@transaction.atomic
def remove_list_entry(actor: Actor, *, key: str, name: str) -> None:
    """Take the county's entry `name` out; what the product brings stays."""
    actor.demand(ACT)
    kind = kind_of(key)
    with county.held():
        rows = county.rows_of(key)
        place = _place(kind, name, rows)
        left = rows[:place] + rows[place + 1 :]
        _act(actor, "remove_list_entry", key, left, before=rows[place], after=None)


@transaction.atomic
def switch_rule_off(actor: Actor, *, rule: str, reason: str) -> None:
    """Nobody's text is checked with the rule any more. Rules about personal data stay on."""
    actor.demand(ACT)
    known = next((each for each in all_rules() if each.name == rule), None)
    if known is None:
        raise BadInput("没有这条规则。请从列表中选择。", field="rule")
    if known.category == GUARDED:
        raise BadInput("个人信息规则不能关闭。个别误报，请在文稿的疑点旁写明理由后忽略。", field="rule")
    if len(reason.strip()) < SHORTEST_REASON:
        raise BadInput(f"请写明关闭的理由，至少{SHORTEST_REASON}个字。", field="reason")
    with county.held():
        rows = county.rows_of(SWITCHES)
        if any(row.get("rule") == rule for row in rows):
            raise BadInput("这条规则已经关闭。", field="rule")
        row: Row = {"rule": rule, "reason": reason.strip()[:300], "added": clock.today().isoformat()}
        _act(actor, "switch_rule_off", SWITCHES, [*rows, row], before=None, after=row)


@transaction.atomic
def switch_rule_on(actor: Actor, *, rule: str) -> None:
    """Take a rule into use again."""
    actor.demand(ACT)
    with county.held():
        rows = county.rows_of(SWITCHES)
        off = next((row for row in rows if row.get("rule") == rule), None)
        if off is None:
            raise Missing("这条规则没有关闭。")
        left = [row for row in rows if row.get("rule") != rule]
        _act(actor, "switch_rule_on", SWITCHES, left, before=off, after=None)


def _place(kind: ListKind, name: str, rows: list[Row]) -> int:
    for place, row in enumerate(rows):
        if row.get(kind.name.name) == name:
            return place
    raise Missing(f"本县的词表里没有「{name}」，可能已被别人改动。请回到词表再看。")


def _demand_new(kind: ListKind, row: Row, others: list[Row]) -> None:
    field = kind.name
    name = row[field.name]
    for rows, whose in ((others, "本县词表"), (county.shipped_rows(kind), "随软件提供的词表")):
        if any(other.get(field.name) == name for other in rows):
            raise BadInput(f"{whose}里已经有「{name}」，不用再加。", field=field.name)
    if field.name == "wrong" and any(other["phrase"] == name for other in _phrases()):
        raise BadInput(f"「{name}」是固定说法词表里的正确写法，请核对。", field=field.name)


def _phrases() -> list[Row]:
    kind = kind_of("phrases")
    return [*county.shipped_rows(kind), *(row for row in county.rows_of(kind.key) if "phrase" in row)]


def _act(
    actor: Actor, verb: str, key: str, rows: list[Row], *, before: Row | None, after: Row | None
) -> None:
    """The row first and the file last: where the file cannot be written, the row is rolled back."""
    content = county.rendered(key, rows)
    named = after or before or {}
    title = SWITCHES_TITLE if key == SWITCHES else kind_of(key).title
    target = ("list", key, f"{title}：{next(iter(named.values()), '')}")
    entry = Entry(
        verb,
        target,
        before=county.digest(county.stored(key)),
        after=county.digest(content),
        reason=str(named.get("reason", "")),
        detail={"before": before, "after": after},
    )
    record(actor, entry)
    county.put(key, content)
