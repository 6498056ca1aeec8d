"""An edition in review is read with the lists as they are: a rule may have earned its severity since, or been switched off."""

import json
from pathlib import Path

import pytest
from django.urls import reverse

from mingbai.core.errors import BadInput
from mingbai.disclosure import services
from mingbai.disclosure.factories import AGREED, County, open_step_of
from mingbai.disclosure.models import Review
from mingbai.disclosure.proofing import check_edition, edition_subject
from mingbai.disclosure.tests.test_screens import browser
from mingbai.proofreading.models import FindingRecord

pytestmark = pytest.mark.django_db
STALE = "词表此后有改动，这里仍是当时的结果"
ROW = {
    "wrong": "群众会客厅", "right": "群众会客室", "kind": "washed", "severity": "error", "source": "本县",
}  # fmt: skip


@pytest.fixture
def lists(settings, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    (tmp_path / "lists").mkdir()
    return tmp_path / "lists"


def submitted(county: County):
    edition = county.submitted(body="<p>各村都设了群众会客厅，及时听取意见。</p>")
    check_edition(edition)
    return edition


def found(edition) -> list[str]:
    subject = edition_subject(edition)
    rows = FindingRecord.objects.of(subject_type=subject.type, subject_id=subject.id)
    return [row.severity for row in rows.filter(rule="typo.washed")]


def says(lists: Path, severity: str) -> None:
    rows = {"entries": [ROW | {"severity": severity}]}
    (lists / "confusions.json").write_text(json.dumps(rows), encoding="utf-8")


def opened(county: County, edition) -> str:
    return browser(county.first).get(reverse("disclosure-review", args=[open_step_of(edition).pk])).text


def test_the_reviewer_sees_what_the_lists_say_today(county: County, lists: Path):
    edition = submitted(county)
    assert found(edition) == []
    says(lists, "error")
    shown = opened(county, edition)
    assert found(edition) == ["error"] and "群众会客厅" in shown and STALE not in shown
    (lists / "confusions.json").unlink()
    opened(county, edition)
    assert found(edition) == []


def test_what_has_not_changed_is_not_read_again(county: County, lists: Path):
    says(lists, "info")
    edition = submitted(county)
    read = Review.objects.of(edition=edition).get().checked_at
    says(lists, "info")  # written anew, and says the same
    assert "机器检查：" in opened(county, edition)
    assert Review.objects.of(edition=edition).get().checked_at == read


def test_nobody_agrees_to_an_error_that_came_with_the_lists(county: County, lists: Path):
    edition = submitted(county)
    county.approve(edition, county.first, county.second)
    says(lists, "error")
    step = open_step_of(edition)
    with pytest.raises(BadInput, match="1 处错误级疑点没有处理"):
        services.approve_step(county.final, step=step, digest=edition.digest, consent=AGREED)
    says(lists, "info")
    county.approve(edition, county.final)
    assert found(edition) == ["info"]


def test_what_was_decided_on_stays_as_it_was_read_and_says_so(county: County, lists: Path):
    edition = submitted(county)
    last = open_step_of(edition)
    county.approve(edition)
    says(lists, "error")
    shown = browser(county.first).get(reverse("disclosure-review", args=[last.pk])).text
    assert found(edition) == [] and STALE in shown


def test_a_broken_list_keeps_nobody_from_a_text_that_was_read(county: County, lists: Path):
    says(lists, "info")
    edition = submitted(county)
    (lists / "confusions.json").write_text("{", encoding="utf-8")
    assert STALE in opened(county, edition) and found(edition) == ["info"]


def test_a_review_from_before_is_read_once(county: County, lists: Path):
    edition = submitted(county)
    Review.objects.of(edition=edition).update(read_with="")
    opened(county, edition)
    assert Review.objects.of(edition=edition).get().read_with
