"""How proofreading knows our texts: the draft while it is written, the edition once it is frozen."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import cast

from django.db import transaction

from mingbai.core import clock
from mingbai.core.errors import BadInput
from mingbai.core.sanitiser import to_text
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Attachment, Disclosure, Draft, Edition, Review
from mingbai.proofreading.checking import PERSONAL, Known, check_text, lists_digest
from mingbai.proofreading.services import Item, Subject, replace_findings
from mingbai.text.model import DocumentKind, Finding
from mingbai.text.proofreading.asking import failures_in, is_failure

MOST_IN_A_FILE = 50


def item_of(disclosure: Disclosure) -> Item:
    return Item("disclosure", disclosure.pk, disclosure.title)


def draft_subject(draft: Draft) -> Subject:
    return Subject("draft", draft.pk)


def edition_subject(edition: Edition) -> Subject:
    return Subject("edition", edition.pk)


def _findings(disclosure: Disclosure, metadata: Metadata, text: str, on: date) -> list[Finding]:
    known = Known(
        kind=cast(DocumentKind, metadata.kind) if metadata.kind != "other" else None,
        unit=disclosure.unit.name,
        published_on=on,
    )
    return check_text(text, known)


def _in_attachments(attachments: Iterable[Attachment]) -> list[Finding]:
    """Personal data in files, at the top of the text: their own text is not what the offsets refer to."""
    return [
        replace(found, start=0, end=0, message=f"附件《{attachment.name}》：{found.message}", related=())
        for attachment in attachments
        if attachment.text
        for found in _of_privacy(check_text(attachment.text))
    ]


def _of_privacy(findings: list[Finding]) -> list[Finding]:
    """Personal data, not more than people read of one file, and every rule about them that failed."""
    failures = [one for one in failures_in(findings) if one.rule.startswith("personal.")]
    return [*failures, *[one for one in findings if one.category == PERSONAL][:MOST_IN_A_FILE]]


def whole_text(title: str, body: str) -> str:
    """The text that offsets of findings refer to: the title as its first line, then the body."""
    return f"{title}\n{body}"


def draft_text(draft: Draft) -> str:
    return whole_text(draft.title, to_text(draft.body_html))


def edition_text(edition: Edition) -> str:
    return whole_text(edition.title, edition.body_text)


def check_draft(draft: Draft) -> int:
    """Check the draft as it is; how many findings, and rules that failed."""
    disclosure, metadata = draft.disclosure, Metadata.from_json(draft.metadata)
    text = draft_text(draft)
    found = _findings(disclosure, metadata, text, clock.today())
    found += _in_attachments(Attachment.objects.of(disclosure=disclosure).filter(in_draft=True))
    return replace_findings(disclosure.unit, draft_subject(draft), found, text)


def check_edition(edition: Edition) -> int:
    """Check a frozen text for its reviewers; how many findings, and rules that failed."""
    disclosure, metadata = edition.disclosure, Metadata.from_json(edition.metadata)
    # before they are read: what changes while they are is noticed the next time
    text, lists = edition_text(edition), lists_digest()
    found = _findings(disclosure, metadata, text, clock.china_day(edition.frozen_at))
    named = [row["id"] for row in edition.attachments]
    found += _in_attachments(Attachment.objects.of(disclosure=disclosure).filter(pk__in=named))
    with transaction.atomic():
        # a text that some rule could not read is read again when it is next looked at or agreed to
        is_whole = not any(map(is_failure, found))
        Review.objects.of(edition=edition).update(
            checked_at=clock.now() if is_whole else None, read_with=lists if is_whole else ""
        )
        return replace_findings(disclosure.unit, edition_subject(edition), found, text)


def is_read_as_of_today(review: Review) -> bool:
    """Whether another check of the same text would read with the same lists, the county's and the product's."""
    return review.checked_at is not None and review.read_with == lists_digest()


def check_where_due(edition: Edition) -> None:
    """Read the frozen text again where no check has read the whole of it, or with lists that have changed since: a rule
    may have earned or lost its severity, or been switched off. What was decided on stays as it was read then."""
    review = edition.review
    if review.closed_at is not None or is_read_as_of_today(review):
        return
    try:
        check_edition(edition)
    except BadInput:
        # a list that cannot be read keeps nobody from a text that was read: the screen says of when its findings are
        if review.checked_at is None:
            raise
    review.refresh_from_db(fields=["checked_at", "read_with"])
