"""`mingbai demo --scale`: copies are items in their own right, in every state of their models."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import transaction

from mingbai.accounts.scope import unscoped
from mingbai.catalogue.models import ColumnState
from mingbai.core import clock
from mingbai.core.models import NumberSequence
from mingbai.core.triggers import missing
from mingbai.demo.county import build_frame
from mingbai.demo.desk_work import fill_desks, on_day
from mingbai.demo.history import write_history
from mingbai.demo.multiply import COPIED, NUMBERED, multiply
from mingbai.demo.with_files import hang_files
from mingbai.disclosure.models import (
    ArchivedSlip,
    Attachment,
    Disclosure,
    DraftPresence,
    Edition,
    Expunction,
    Placement,
    Publication,
    Relation,
    StepReading,
    Verdict,
)
from mingbai.disclosure.services.submitting import edition_digest
from mingbai.journal.models import Act, Seal
from mingbai.journal.sealing import LARGE_SLICE, seal_all, verify
from mingbai.proofreading.models import FindingRecord

pytestmark = pytest.mark.django_db
SCALE = 3
# links of the chain are the sealer's; slips name their item, a presence and a reading their minute, nothing is expunged
NOT_COPIED = {Seal, ArchivedSlip, DraftPresence, Expunction, StepReading}


@pytest.fixture(scope="module")
def _first(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[dict[str, int]]:
    """The county three times, with a few hundred items of history; rolled back at the end."""
    with django_db_blocker.unblock(), on_day(date(2026, 11, 24)):  # type: ignore[attr-defined]
        atomic = transaction.atomic()
        atomic.__enter__()
        build_frame()
        write_history(
            index=False, say=lambda text: None, only=("songyue", "hetian", "minzheng", "caizheng", "mingxian")
        )
        fill_desks(only=("songyue", "songyue-yueqiao"))
        hang_files()
        before = {model._meta.label: model._base_manager.count() for model in COPIED}
        before["last"] = max(unscoped(Disclosure).values_list("pk", flat=True))
        added = multiply(SCALE, index=False, say=lambda text: None)
        assert added == (SCALE - 1) * before["disclosure.Disclosure"]
        yield before
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


def test_everything_that_hangs_on_an_item_is_copied(_first: dict[str, int]) -> None:
    hanging = {
        model
        for model in apps.get_models(include_auto_created=True)
        if any(field.is_relation and field.related_model in (*NUMBERED, *COPIED) for field in model._meta.concrete_fields)
    }  # fmt: skip
    assert hanging - NOT_COPIED <= set(COPIED)
    for model in COPIED:
        if model is not Act:  # those of units and people stay as they are
            assert model._base_manager.count() == SCALE * _first[model._meta.label], model


def test_copies_stand_in_every_state_and_are_told_apart(_first: dict[str, int]) -> None:
    states = Counter(unscoped(Disclosure).values_list("state", "stage", "validity"))
    assert len(states) >= 9
    assert all(number % SCALE == 0 for number in states.values())
    again = unscoped(Disclosure).filter(pk__gt=_first["last"])
    assert all(title.endswith(("（第2份）", "（第3份）")) for title in again.values_list("title", flat=True))
    numbers = unscoped(Disclosure).exclude(document_number="").values_list("document_number", flat=True)
    given = Counter(numbers)
    assert given and max(given.values()) == 1


def test_digests_and_verdicts_hold_on_copies(_first: dict[str, int]) -> None:
    editions = unscoped(Edition).filter(disclosure__gt=_first["last"]).select_related("text")
    for edition in [*editions.order_by("?")[:100], *editions.exclude(attachments=[])]:
        assert edition.digest == edition_digest(
            edition.title, edition.metadata, edition.text.html, edition.attachments
        )
        for told in edition.attachments:
            assert Attachment.objects.of(pk=told["id"]).get().disclosure_id == edition.disclosure_id
    verdicts = unscoped(Verdict).select_related("step__review__edition")
    assert all(each.edition_digest == each.step.review.edition.digest for each in verdicts)
    found = unscoped(FindingRecord).filter(subject_type="edition").values_list("subject_id", flat=True)
    assert set(found) <= set(unscoped(Edition).values_list("pk", flat=True))


def test_index_numbers_have_no_gap_and_go_on_from_there(_first: dict[str, int]) -> None:
    taken: dict[str, list[int]] = defaultdict(list)
    for number in unscoped(Disclosure).exclude(index_number=None).values_list("index_number", flat=True):
        stem, _, serial = number.rpartition("-")
        taken["index:" + stem.replace("/", ":")].append(int(serial))
    last = dict(NumberSequence.objects.filter(key__startswith="index:").values_list("key", "last"))
    assert {key: max(serials) for key, serials in taken.items()} == last
    assert all(sorted(serials) == list(range(1, len(serials) + 1)) for serials in taken.values())


def test_relations_stay_within_a_copy(_first: dict[str, int]) -> None:
    for relation in unscoped(Relation).select_related("disclosure__published_edition"):
        assert (relation.disclosure_id - 1) // _first["last"] == (relation.other_id - 1) // _first["last"]
        edition = relation.disclosure.published_edition
        assert edition is None or [relation.kind, relation.other_id] in edition.metadata["relations"]


def test_days_and_figures_are_those_of_the_rows(_first: dict[str, int]) -> None:
    first = {row.pk: row for row in unscoped(Disclosure).filter(pk__lte=_first["last"])}
    for copy in unscoped(Disclosure).filter(pk__gt=_first["last"]).exclude(published_at=None):
        model = first[(copy.pk - 1) % _first["last"] + 1]
        for name in ("published_at", "first_published_at"):
            of_model, of_copy = getattr(model, name), getattr(copy, name)
            assert timedelta(0) < of_model - of_copy < timedelta(seconds=SCALE + 1)
            assert clock.china_day(of_model) == clock.china_day(of_copy)
    from_at = dict(unscoped(Publication).filter(until_at=None).values_list("edition", "from_at"))
    placed = unscoped(Placement).filter(disclosure__state="published").select_related("disclosure")
    assert all(each.published_at == each.disclosure.published_at for each in placed)
    assert all(each.first_published_at == each.disclosure.first_published_at for each in placed)
    assert len(from_at) == unscoped(Disclosure).filter(state="published").count()
    counted = sum(
        unscoped(ColumnState).filter(adoption__column__isnull=False).values_list("published_count", flat=True)
    )
    assert counted == unscoped(Placement).filter(disclosure__state="published").count()
    assert counted % SCALE == 0


def test_the_acts_of_copies_are_chained_and_nothing_is_unguarded(_first: dict[str, int]) -> None:
    seal_all(LARGE_SLICE)
    told = verify()
    assert told.broken is None and told.unsealed == 0
    assert told.links == Act.objects.count()
    copy = unscoped(Disclosure).filter(pk__gt=_first["last"], state="published").order_by("-pk")[0]
    acts = Act.objects.filter(object_type="disclosure", object_id=str(copy.pk)).order_by("id")
    assert acts[0].verb == "create_draft" and acts.filter(verb="publish_edition").exists()
    assert {act.object_label for act in acts} == {copy.title}
    digests = set(unscoped(Edition).filter(disclosure=copy).values_list("digest", flat=True))
    assert {act.after_digest for act in acts.filter(verb__in=["submit_draft", "publish_edition"])} <= digests
    assert not missing()
