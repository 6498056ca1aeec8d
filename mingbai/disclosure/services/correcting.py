"""New drafts out of published texts: a correction, or next period's item."""

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.core import clock
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Attachment, Disclosure, Draft, Edition, Fulfilment, Placement
from mingbai.disclosure.services.common import journal, locked, moved, reason_given
from mingbai.disclosure.services.drafts import Content, create_draft


@transaction.atomic
def start_correction(actor: Actor, *, disclosure: Disclosure, note: str) -> Draft:
    """Open a draft on the text last public. `note` is the sentence that the public page will show."""
    current = locked(actor, disclosure, "start_correction")
    why = reason_given(note, "请写明更正了什么，这句话会显示在公开页面上。")
    base = current.published_edition or Edition.objects.of(disclosure=current).order_by("-number")[0]
    kept = {row["id"] for row in base.attachments}
    Attachment.objects.of(disclosure=current).exclude(pk__in=kept).update(in_draft=False)
    Attachment.objects.of(disclosure=current).filter(pk__in=kept).update(in_draft=True)
    draft = Draft.objects.create(
        disclosure=current,
        title=base.title,
        body_html=base.body_html,
        metadata=base.metadata | _standing(current),
        base_edition=base,
        correction_note=why,
        saved_at=clock.now(),
        saved_by_id=actor.person_id,
    )
    draft.authors.add(actor.person_id)  # type: ignore[arg-type]
    moved("start_correction", current)
    journal(actor, "start_correction", current, before=base.digest, reason=why)
    return draft


def _standing(disclosure: Disclosure) -> dict[str, list[int]]:
    """Where a public item stands, or stood when it was withdrawn: it may have been moved since its text was approved."""
    places = Placement.objects.of(disclosure=disclosure).order_by("-is_main", "pk")
    answers = Fulfilment.objects.of(disclosure=disclosure).order_by("pk")
    return {
        "columns": list(places.values_list("column_id", flat=True)),
        "items": list(answers.values_list("item_id", flat=True)),
    }


@transaction.atomic
def resend_last_period(actor: Actor, *, disclosure: Disclosure) -> Disclosure:
    """A new item with the text and fields of this one; dates and numbers are for the author to fill."""
    current = locked(actor, disclosure, "resend_last_period")
    base = current.published_edition
    assert base is not None  # the table allows this act only while something is published
    old = Metadata.from_json(base.metadata)
    fresh = Metadata(
        kind=old.kind,
        issuer=old.issuer,
        theme=old.theme,
        genre=old.genre,
        served_group=old.served_group,
        keywords=old.keywords,
        columns=old.columns,
        items=old.items,
    )
    return create_draft(actor, unit=current.unit, content=Content(base.title, base.body_html, fresh))
