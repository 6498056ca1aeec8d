"""New drafts out of published texts: a correction, or next period's item."""

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.core import clock
from mingbai.disclosure import pictures
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Attachment, Disclosure, Draft, Edition, Fulfilment, Placement
from mingbai.disclosure.publicity import report_waiting_texts
from mingbai.disclosure.services.common import journal, locked, moved, reason_given
from mingbai.disclosure.services.drafts import Content, create_draft


@transaction.atomic
def start_correction(actor: Actor, *, disclosure: Disclosure, note: str) -> Draft:
    """Open a draft on the text last public. `note` is the sentence that the public page will show."""
    current = locked(actor, disclosure, "start_correction")
    why = reason_given(note, "请写明更正了什么，这句话会显示在公开页面上。")
    base = current.published_edition or Edition.objects.of(disclosure=current).order_by("-number")[0]
    draft = _draft_on(actor, current, base, why)
    moved("start_correction", current)
    journal(actor, "start_correction", current, before=base.digest, reason=why)
    return draft


@transaction.atomic
def reassess_openness(actor: Actor, *, disclosure: Disclosure, reason: str) -> Draft:
    """What was decided not to be disclosed is looked at again: when circumstances change it becomes public
    (政府信息公开条例 第十八条). The text goes through review like any other."""
    current = locked(actor, disclosure, "reassess_openness")
    why = reason_given(reason, "请写明为什么重新评估，例如情势变化、定期评估审查。")
    base = Edition.objects.of(disclosure=current).order_by("-number")[0]
    draft = _draft_on(actor, current, base, "")
    moved("reassess_openness", current)
    report_waiting_texts(current.unit_id)
    journal(actor, "reassess_openness", current, before=base.digest, reason=why)
    return draft


def _draft_on(actor: Actor, disclosure: Disclosure, base: Edition, note: str) -> Draft:
    """A draft with the text, the files and the places of an edition."""
    kept = {row["id"] for row in base.attachments}
    Attachment.objects.of(disclosure=disclosure).exclude(pk__in=kept).update(in_draft=False)
    Attachment.objects.of(disclosure=disclosure).filter(pk__in=kept).update(in_draft=True)
    published = disclosure.state != Disclosure.State.UNPUBLISHED
    draft = Draft.objects.create(
        disclosure=disclosure,
        title=base.title,
        body_html=base.body_html,
        metadata=base.metadata | (_standing(disclosure) if published else {}),
        base_edition=base,
        correction_note=note,
        saved_at=clock.now(),
        saved_by_id=actor.person_id,
    )
    draft.authors.add(actor.person_id)  # type: ignore[arg-type]
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
    return create_draft(
        actor, unit=current.unit, content=Content(base.title, pictures.without(base.body_html), fresh)
    )
