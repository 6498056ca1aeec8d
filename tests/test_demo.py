"""The demonstration county: what stands on the desks, and that bulk-built items are like those of the services."""

import re
from collections import Counter
from datetime import date

import pytest
from django.db.models import Model

from mingbai.accounts.actors import actor_for
from mingbai.accounts.models import Membership, Person, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import Scope, unscoped
from mingbai.catalogue.models import Adoption, ColumnState, Pause
from mingbai.catalogue.selectors import column_states
from mingbai.core import clock
from mingbai.core.databases import refresh_statistics
from mingbai.core.models import NumberSequence
from mingbai.demo.county import build_frame
from mingbai.demo.desk_work import Office, fill_desks, on_day
from mingbai.demo.history import Historian, Slot, plan, write_history
from mingbai.demo.readers import hear_readers
from mingbai.demo.rows import Numbers, RowMaker, Staff
from mingbai.demo.with_files import hang_files
from mingbai.desk.selectors import today_of
from mingbai.disclosure.models import (
    Attachment,
    Correction,
    Disclosure,
    Edition,
    EditionAuthor,
    EditionText,
    Fulfilment,
    Placement,
    Publication,
    Relation,
    Review,
    ReviewStep,
    Verdict,
    Withdrawal,
)
from mingbai.disclosure.services import publish_edition
from mingbai.disclosure.services.submitting import edition_digest
from mingbai.journal.models import Act
from mingbai.journal.sealing import seal_all, verify
from mingbai.portal.models import SiteError
from mingbai.portal.reported import owed
from mingbai.proofreading.models import FindingRecord

pytestmark = pytest.mark.django_db


# an ordinary Tuesday, and a Sunday in a year whose holidays nobody knows yet; one county is enough for PostgreSQL,
# whose plans suffer from what a county that was rolled back leaves in its tables
DAYS = (date(2026, 11, 24), pytest.param(date(2027, 1, 3), marks=pytest.mark.sqlite_only))


@pytest.fixture(scope="module", params=DAYS, ids=str)
def _county(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest.FixtureRequest
) -> object:
    """One county a day; everything that the tests do to it is rolled back."""
    from django.db import transaction

    with django_db_blocker.unblock(), on_day(request.param):  # type: ignore[attr-defined]
        atomic = transaction.atomic()
        atomic.__enter__()
        build_frame()
        number = write_history(index=False, say=lambda text: None)
        yield number
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


def _shape(row: Model) -> dict[str, bool]:
    """Which fields hold something; a day that waits for a holiday notice counts as one."""
    shape = {
        field.name: getattr(row, field.attname) not in (None, "", {}, [])
        for field in row._meta.concrete_fields
    }
    if "due_pending_year" in shape:
        shape["due_on"] |= shape.pop("due_pending_year")
    return shape


def _rows(disclosure: Disclosure) -> dict[str, list[dict[str, bool]]]:
    """The shapes of everything that one item left behind."""
    edition = unscoped(Edition).filter(disclosure=disclosure)
    review = unscoped(Review).filter(edition__in=edition)
    steps = unscoped(ReviewStep).filter(review__in=review).order_by("order")
    found = {
        "disclosure": [disclosure],
        "edition": edition,
        "text": unscoped(EditionText).filter(edition__in=edition),
        "author": unscoped(EditionAuthor).filter(edition__in=edition),
        "review": review,
        "step": steps,
        "verdict": unscoped(Verdict).filter(step__in=steps).order_by("step__order"),
        "publication": unscoped(Publication).filter(disclosure=disclosure),
        "placement": unscoped(Placement).filter(disclosure=disclosure),
        "act": Act.objects.filter(object_type="disclosure", object_id=str(disclosure.pk)).order_by(
            "at", "pk"
        ),
    }
    return {name: [_shape(row) for row in rows] for name, rows in found.items()}


def test_bulk_built_items_are_like_those_of_the_services(_county: int) -> None:
    office = Office()
    town = office.units["songyue"]
    edition = office.submitted(town, "farm_work", "动态", check=True)
    served = publish_edition(office.actor("final", town), disclosure=office.approved(edition))
    column = office.column(town, "动态").column
    slot = Slot(town, column, clock.today(), 30, office.patterns["farm_work"])
    (item,) = Historian([slot]).items()
    RowMaker(Staff.read(), Numbers()).make([item]).insert()
    built = Disclosure.objects.of(pk=item.id).get()
    assert _rows(built) == _rows(served)
    ours = Act.objects.filter(object_id=str(built.pk)).order_by("at", "pk")
    theirs = Act.objects.filter(object_id=str(served.pk)).order_by("at", "pk")
    assert [(act.verb, sorted(act.detail)) for act in ours] == [
        (act.verb, sorted(act.detail)) for act in theirs
    ]


def test_digests_numbers_and_column_figures_agree_with_the_rows(_county: int) -> None:
    editions = unscoped(Edition).select_related("text").order_by("?")[:50]
    for edition in editions:
        assert edition.digest == edition_digest(edition.title, edition.metadata, edition.text.html, [])
    numbers = unscoped(Disclosure).exclude(index_number=None).values_list("index_number", flat=True)
    counted = Counter(
        f"index:{number.rpartition('/')[0]}:{number.rpartition('/')[2][:4]}" for number in numbers
    )
    assert counted == dict(NumberSequence.objects.filter(key__startswith="index:").values_list("key", "last"))
    public = unscoped(Placement).filter(disclosure__state="published").count()
    states = unscoped(ColumnState)
    of_columns = states.filter(adoption__column__isnull=False).values_list("published_count", flat=True)
    assert public == sum(of_columns) == _county
    answers = unscoped(Fulfilment).filter(disclosure__state="published").count()
    of_items = states.filter(adoption__item__isnull=False).values_list("published_count", flat=True)
    assert answers == sum(of_items) > 0


def test_the_same_seed_gives_the_same_plan(_county: int) -> None:
    def told() -> list[tuple[object, ...]]:
        return [(slot.unit.code, slot.column.code, slot.day, slot.chosen.name) for slot in plan()]

    assert told() == told()
    assert 3000 <= len(told()) <= 6000


def test_there_is_work_of_every_kind_on_the_desks(_county: int) -> None:
    refresh_statistics()
    fill_desks()
    stages = Counter(unscoped(Disclosure).values_list("state", "stage"))
    for stage in ("unclaimed", "editing", "returned", "in_review", "approved"):
        assert stages["unpublished", stage], stage
    assert stages["published", "in_review"] == 1  # put online in an emergency
    assert set(unscoped(Disclosure).values_list("validity", flat=True)) == {"in_force", "lapsed", "repealed"}
    assert set(unscoped(Withdrawal).values_list("hides_title", flat=True)) == {True, False}
    assert unscoped(Correction).exists() and unscoped(Disclosure).exclude(successor=None).exists()
    assert unscoped(Relation).filter(kind="interprets").count() > 20
    assert unscoped(FindingRecord).filter(severity="error").exists()
    today = clock.today()
    for code in ("songyue", "hetian", "minzheng", "dongli", "mingxian"):
        for post in ("first", "second", "final"):
            actor = actor_for(Person.objects.get(username=f"{post}@{code}"), today)
            assert 1 <= today_of(actor).review_count <= 6, (post, code)
        editor = today_of(actor_for(Person.objects.get(username=f"editor@{code}"), today))
        assert 1 <= len(editor.drafts) <= 8, code  # a county reaches its villages
    assert today_of(actor_for(Person.objects.get(username="office@mingxian"), today)).unclaimed == 3
    seal_all()
    assert verify().broken is None
    assert unscoped(Adoption).exclude(cadence_override="").exists() and unscoped(Pause).exists()


def test_readers_have_spoken(_county: int) -> None:
    """One report is late, one is not, one is done in time."""
    hear_readers(index=False)
    rows = owed(unscoped(SiteError).order_by("created_at"))
    if rows[-1].due.on:
        assert sorted((one.row.state, one.late) for one in rows) == [
            ("done", False),
            ("open", False),
            ("open", True),
        ]
    done = next(one for one in rows if one.row.state == "done")
    assert done.row.created_at < done.row.handled_at and clock.china_day(done.row.handled_at) <= done.due.on


def test_units_people_and_two_years_are_as_many_and_as_even_as_promised(_county: int) -> None:
    kinds = Counter(Unit.objects.values_list("kind", flat=True))
    assert kinds["bureau"] >= 10 and kinds["town"] + kinds["subdistrict"] >= 12
    assert kinds["village"] + kinds["community"] >= 30
    assert (kinds["school"], kinds["public_institution"], kinds["county"]) == (3, 1, 1)
    assert set(Role.values) == set(Membership.objects.values_list("role", flat=True))
    assert not unscoped(Adoption).filter(is_on=True, responsible_office="").exists()
    assert not unscoped(Adoption).filter(responsible_person=None).exclude(unit__kind="office").exists()
    today = clock.today()
    days = [
        (today - clock.china_day(at)).days
        for at in unscoped(Disclosure).values_list("published_at", flat=True)
    ]
    assert min(days) <= 7 and max(days) > 700
    months = Counter(day // 30 for day in days)
    assert all(months[month] for month in range(24))
    # no rush in the last weeks: an inspection would see it at once
    assert months[0] < 2 * months[1] and months[0] < len(days) / 5
    colours = {row.colour for row in column_states(Scope(subtrees=("/",)), clock.now())}
    assert {"fresh", "due_soon", "stale", "blank"} <= colours


def test_items_carry_the_files_that_citizens_download(_county: int) -> None:
    refresh_statistics()
    hang_files()
    rows = unscoped(Attachment).filter(disclosure__state="published").select_related("disclosure")
    texts = {row.name: row.text for row in rows}
    assert {name.rpartition(".")[2] for name in texts} == {"xlsx", "docx", "pdf"}
    assert "公务接待费\t" in next(text for name, text in texts.items() if "“三公”经费" in name)
    assert "家庭住址" in texts["临时救助申请表.docx"]
    # lines of a paragraph come together, and the page's number is no text
    (plan,) = (text for name, text in texts.items() if name.endswith(".pdf"))
    assert re.search(r"规划期为20\d\d年至20\d\d年。$", plan, re.MULTILINE) and "— 1 —" not in plan
    published = unscoped(Disclosure).filter(state="published").values_list("unit", "title")
    titles = Counter(published)
    assert {titles[row.disclosure.unit_id, row.disclosure.title] for row in rows} == {1}
