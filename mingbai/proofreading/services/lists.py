"""The county office extends the word lists and switches rules off: one change, one act, one file written anew."""

from collections.abc import Mapping

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.core import clock
from mingbai.core.errors import BadInput, Missing
from mingbai.journal.services import Entry, record
from mingbai.proofreading import county
from mingbai.proofreading.checking import proven_rules
from mingbai.proofreading.entries import Row, checked
from mingbai.proofreading.kinds import SWITCHES, SWITCHES_TITLE, TRUSTED, TRUSTED_TITLE, ListKind, kind_of
from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.trial import is_on_trial

ACT = "manage_lists"
SHORTEST_REASON = 4
# what must not be published by mistake stays guarded; a single false alarm is ignored where it stands
GUARDED = "personal_data"
_TITLES = {SWITCHES: SWITCHES_TITLE, TRUSTED: TRUSTED_TITLE}


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
    known = _rule(rule)
    if known.category == GUARDED:
        raise BadInput("个人信息规则不能关闭。个别误报，请在文稿的疑点旁写明理由后忽略。", field="rule")
    said = _reason(reason, "关闭")
    with county.held():
        rows = county.rows_of(SWITCHES)
        if any(row.get("rule") == rule for row in rows):
            raise BadInput("这条规则已经关闭。", field="rule")
        row: Row = {"rule": rule, "reason": said, **_by(actor)}
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


@transaction.atomic
def trust_rule(actor: Actor, *, rule: str, reason: str) -> None:
    """A rule on trial is as grave in this county as it says, from now on: its errors stop a publication."""
    actor.demand(ACT)
    if not is_on_trial(_rule(rule), proven_rules()):
        raise BadInput("这条规则不在试用，已经按原定的程度标出。", field="rule")
    said = _reason(reason, "信任")
    with county.held():
        rows = county.rows_of(TRUSTED)
        if any(row.get("rule") == rule for row in rows):
            raise BadInput("这条规则已经提前信任。", field="rule")
        row: Row = {"rule": rule, "source": said, **_by(actor)}
        _act(actor, "trust_rule", TRUSTED, [*rows, row], before=None, after=row)


@transaction.atomic
def distrust_rule(actor: Actor, *, rule: str) -> None:
    """The rule is on trial again, and hints."""
    actor.demand(ACT)
    with county.held():
        rows = county.rows_of(TRUSTED)
        trusted = next((row for row in rows if row.get("rule") == rule), None)
        if trusted is None:
            raise Missing("本县没有提前信任这条规则。")
        left = [row for row in rows if row.get("rule") != rule]
        _act(actor, "distrust_rule", TRUSTED, left, before=trusted, after=None)


def _rule(name: str) -> Rule:
    known = next((each for each in all_rules() if each.name == name), None)
    if known is None:
        raise BadInput("没有这条规则。请从列表中选择。", field="rule")
    return known


def _reason(typed: str, for_what: str) -> str:
    if len(typed.strip()) < SHORTEST_REASON:
        raise BadInput(f"请写明{for_what}的理由，至少{SHORTEST_REASON}个字。", field="reason")
    return typed.strip()[:300]


def _by(actor: Actor) -> Row:
    return {"added": clock.today().isoformat(), "by": actor.label}


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
    title = _TITLES[key] if key in _TITLES else kind_of(key).title
    target = ("list", key, f"{title}：{next(iter(named.values()), '')}")
    entry = Entry(
        verb,
        target,
        before=county.digest(county.stored(key)),
        after=county.digest(content),
        reason=str(named.get("source" if key == TRUSTED else "reason", "")),
        detail={"before": before, "after": after},
    )
    record(actor, entry)
    county.put(key, content)
