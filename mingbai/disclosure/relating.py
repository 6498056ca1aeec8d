"""Choosing what an item says about others: search by title or number, choose the kind, untick to let go."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from mingbai.accounts.actors import Actor
from mingbai.disclosure.models import Disclosure, Relation
from mingbai.disclosure.selectors import BACKWARDS

MOST_FOUND = 10
# what the chosen item is to this one, as the form says it
PHRASES = {
    "interprets": "解读这份文件",
    "replaces": "替代这份文件",
    "repeals": "废止这份文件",
    "feedback_on": "反馈这次征集的结果",
    "belongs_to_file": "和它同属一案",
}
Chosen = tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Offer:
    """One line of the picker; `value` is what its box sends."""

    kind: str
    item: Disclosure

    @property
    def value(self) -> str:
        return f"{self.kind}:{self.item.pk}"

    @property
    def phrase(self) -> str:
        return PHRASES[self.kind]


def linkable(actor: Actor) -> QuerySet[Disclosure]:
    """What the actor may read, and everything public in the county."""
    readable = actor.scope("read_disclosures").condition("unit")
    rows = Disclosure.objects.of(unit__isnull=False).filter(readable | Disclosure.public_condition())
    return rows.exclude(stage=Disclosure.Stage.DISCARDED).select_related("unit")


def chosen_of(values: list[str]) -> Chosen:
    """The boxes that were sent; whatever is no relation is passed over."""
    found = []
    for value in values:
        kind, _, other = value.partition(":")
        if kind in PHRASES and other.isdecimal() and len(other) <= 18:
            found.append((kind, int(other)))
    return tuple(dict.fromkeys(found))


def permitted(actor: Actor, own: int, chosen: Chosen, before: Chosen) -> Chosen:
    """Without the item itself and what the actor cannot see, unless the draft named it before."""
    asked = {other for _, other in chosen if other != own}
    seen = set(linkable(actor).filter(pk__in=asked).values_list("pk", flat=True))
    return tuple(row for row in chosen if row[1] in seen or row in before)


def offers_of(chosen: Chosen) -> list[Offer]:
    rows = Disclosure.objects.of(pk__in={other for _, other in chosen}).select_related("unit")
    found = {row.pk: row for row in rows}
    return [Offer(kind, found[other]) for kind, other in chosen if other in found]


def search(actor: Actor, own: int, words: str, kind: str, chosen: Chosen) -> list[Offer]:
    """The newest items whose title or number has the words, or whose address or number of the item was pasted."""
    words = words.strip()[:100]
    if not words or kind not in PHRASES:
        return []
    wanted = Q(title__icontains=words) | Q(document_number__icontains=words) | Q(index_number=words)
    number = words.rstrip("/").rpartition("/")[2]
    if number.isdecimal() and len(number) <= 18:
        wanted |= Q(pk=int(number))
    rows = linkable(actor).filter(wanted).exclude(pk=own).order_by("-updated_at", "-pk")
    taken = {other for known, other in chosen if known == kind}
    return [Offer(kind, row) for row in rows[: MOST_FOUND + len(taken)] if row.pk not in taken][:MOST_FOUND]


def about(disclosure: Disclosure) -> list[tuple[str, Disclosure]]:
    """What published items say about this one, whatever its own state."""
    rows = (
        Relation.objects.of(other=disclosure, disclosure__state=Disclosure.State.PUBLISHED)
        .select_related("disclosure__unit")
        .order_by("kind", "pk")
    )
    return [(BACKWARDS[row.kind], row.disclosure) for row in rows]
