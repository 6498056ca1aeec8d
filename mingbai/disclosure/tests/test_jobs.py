"""What happens without anybody at a screen, run twice to be sure."""

import json
from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from mingbai.accounts.factories import acting, make_person
from mingbai.accounts.roles import Role
from mingbai.catalogue.factories import make_column
from mingbai.catalogue.models import Adoption, ColumnState
from mingbai.catalogue.services import refresh_states
from mingbai.catalogue.services.calendars import load_calendar
from mingbai.core import clock, files
from mingbai.core.calendars import current_calendar, read_notice
from mingbai.disclosure import services
from mingbai.disclosure.factories import County
from mingbai.disclosure.jobs import archive_published_slip, mark_lapsed, publish_due, remind_reviewers
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import ArchivedSlip, Disclosure, ReviewStep
from mingbai.disclosure.services.drafts import Content
from mingbai.journal.models import Act, Job, Notice
from mingbai.journal.worker import drain
from mingbai.law.calendar import YearNotice


def test_scheduled_items_go_public_at_their_hour(county: County):
    edition = county.submitted()
    at = clock.now() + timedelta(hours=2)
    services.schedule_publication(county.editor, disclosure=edition.disclosure, at=at)
    county.approve(edition)
    publish_due(Job())
    assert not Disclosure.objects.public().exists()
    with time_machine.travel(at + timedelta(seconds=1)):
        publish_due(Job())
        publish_due(Job())
    assert Disclosure.objects.public().get().pk == edition.disclosure_id
    assert Act.objects.filter(verb="publish_edition").count() == 1


def test_an_approved_item_whose_publication_was_cut_off_is_published(county: County):
    county.approve(county.submitted())
    publish_due(Job())
    assert Disclosure.objects.public().count() == 1


def test_an_item_lapses_the_day_after_its_last_day(county: County):
    last = clock.today() + timedelta(days=3)
    disclosure = county.published(lapsed_on=last)
    for days, validity in ((3, "in_force"), (4, "lapsed"), (5, "lapsed")):
        with time_machine.travel(clock.now() + timedelta(days=days)):
            mark_lapsed(Job())
        assert Disclosure.objects.of(pk=disclosure.pk).get().validity == validity
    assert Act.objects.filter(verb="mark_lapsed").count() == 1


def test_reviewers_are_reminded_once_a_day(county: County):
    county.submitted()
    ReviewStep.objects.of(unit=county.town, state="open").update(due_on=clock.today())
    remind_reviewers(Job())
    remind_reviewers(Job())
    assert [notice.person_id for notice in Notice.objects.all()] == [county.first.person_id]


def test_the_towns_reviewers_are_reminded_of_their_villages_steps(county: County):
    content = Content("柳河村三季度村务公开", "<p>收支见表。</p>", Metadata(columns=(county.column.pk,)))
    item = services.create_draft(county.editor, unit=county.village, content=content)
    services.submit_draft(county.editor, disclosure=item, version=1)
    ReviewStep.objects.of(unit=county.village, state="open").update(due_on=clock.today())
    remind_reviewers(Job())
    assert [notice.person_id for notice in Notice.objects.all()] == [county.first.person_id]


@pytest.mark.parametrize(
    ("day", "due"), [(date(2026, 9, 30), date(2026, 10, 8)), (date(2026, 10, 9), date(2026, 10, 10))]
)
def test_a_step_is_due_after_a_working_day_with_make_up_saturdays(county: County, day: date, due: date):
    with time_machine.travel(clock.start_of_day(day) + timedelta(hours=9)):
        edition = county.submitted()
        assert ReviewStep.objects.of(review=edition.review, order=1).get().due_on == due


def test_a_year_without_holiday_notice_leaves_the_date_pending(county: County):
    with time_machine.travel(clock.start_of_day(date(2027, 3, 1))):
        edition = county.submitted()
        step = ReviewStep.objects.of(review=edition.review, order=1).get()
        assert (step.due_on, step.due_pending_year) == (None, 2027)


def test_the_slip_is_archived_once_and_cannot_be_changed(county: County, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    edition = county.published().published_edition
    archive_published_slip(Job(payload={"edition": edition.pk}))
    archive_published_slip(Job(payload={"edition": edition.pk}))
    kept = ArchivedSlip.objects.of(edition=edition).get()
    assert files.read(kept.file).startswith(b"PK")
    assert files.read(kept.pdf).startswith(b"%PDF")
    with pytest.raises(IntegrityError), transaction.atomic():
        ArchivedSlip.objects.of(edition=edition).update(archived_at=clock.now())


OCTOBER = (1, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15)


def notice_of_2027(*off: str) -> tuple[YearNotice, dict[str, object]]:
    made = {
        "rule": "calendar.2027",
        "year": 2027,
        "article": "国务院办公厅关于2027年部分节假日安排的通知",
        "issued_on": "2026-11-04",
        "source": "测试",
        "valid_from": "2027-01-01",
        "verified": "read",
        "weekdays_off": sorted(["2027-01-01", *(f"2027-10-{day:02}" for day in OCTOBER), *off]),
        "working_weekends": [],
    }
    return read_notice(json.dumps(made, ensure_ascii=False).encode(), "2027.json")


def test_the_holiday_notice_gives_pending_dates_and_a_corrected_one_mends_them(county: County):
    supervisor = acting(make_person("公开办", (county.county, Role.COUNTY_SUPERVISOR)))
    column = make_column(cadence="quarterly")
    with time_machine.travel(clock.start_of_day(date(2027, 3, 1)) + timedelta(hours=9)):
        edition = county.submitted()
        adoption = Adoption.objects.create(unit=county.town, column=column, adopted_on=date(2027, 2, 1))
        refresh_states([adoption])
        step = ReviewStep.objects.of(review=edition.review, order=1)
        state = ColumnState.objects.of(adoption=adoption)
        assert (step.get().due_on, step.get().due_pending_year) == (None, 2027)
        for off, due in (("2027-03-03",), date(2027, 3, 2)), (("2027-03-02",), date(2027, 3, 3)):
            notice, content = notice_of_2027(*off)
            load_calendar(supervisor, notice=notice, content=content)
            drain()
            assert (step.get().due_on, step.get().due_pending_year) == (due, None)
            assert state.get().calendar_version == current_calendar().version
