"""Lines in people's to-do about an item."""

from mingbai.core import clock
from mingbai.disclosure.models import Disclosure, Edition, EditionAuthor
from mingbai.journal.models import Notice


def tell_authors(disclosure: Disclosure, edition: Edition, text: str) -> None:
    """A line for everyone who wrote the edition."""
    people = EditionAuthor.objects.of(edition=edition).values_list("person_id", flat=True)
    Notice.objects.bulk_create(
        Notice(
            person_id=person,
            unit_id=disclosure.unit_id,
            kind="disclosure",
            text=text[:300],
            link=f"/desk/disclosures/{disclosure.pk}/",
            created_at=clock.now(),
        )
        for person in people
    )
