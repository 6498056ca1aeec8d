"""Who else has the draft open just now."""

from datetime import timedelta

from mingbai.accounts.actors import Actor
from mingbai.core import clock
from mingbai.disclosure.models import Draft, DraftPresence

AWAY_AFTER = timedelta(minutes=2)


def seen(draft: Draft, actor: Actor) -> None:
    if actor.person_id is not None:
        DraftPresence.objects.of(draft=draft).update_or_create(
            draft=draft, person_id=actor.person_id, defaults={"seen_at": clock.now()}
        )


def others(draft: Draft, actor: Actor) -> list[str]:
    """Names of the other people whose form spoke to us in the last minutes."""
    rows = DraftPresence.objects.of(draft=draft).filter(seen_at__gt=clock.now() - AWAY_AFTER)
    return list(
        rows.exclude(person_id=actor.person_id or 0).order_by("pk").values_list("person__name", flat=True)
    )
