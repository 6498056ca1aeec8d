"""What the county's lists say changes while a text is in review: its reviewers see what holds today."""

import json
import os
from pathlib import Path

import pytest
from django.urls import reverse

from mingbai.core.errors import BadInput
from mingbai.disclosure.factories import County, open_step_of
from mingbai.disclosure.models import Review
from mingbai.disclosure.tests.test_screens import browser

BODY = "<p>各村（社区）要到白时村开展巡查。</p>"
SLIP = {"wrong": "白时村", "right": "白石村", "kind": "homophone", "severity": "error"}


@pytest.fixture
def lists(tmp_path: Path, settings) -> Path:
    settings.DATA_DIR = tmp_path
    (tmp_path / "lists").mkdir()
    return tmp_path / "lists"


def _say(lists: Path, edition, *, later: int = 5) -> None:
    """The county's list is written some seconds after the machine read the text."""
    (lists / "confusions.json").write_text(json.dumps({"entries": [SLIP]}), encoding="utf-8")
    after = Review.objects.of(edition=edition).get().checked_at.timestamp() + later
    for path in (lists, *lists.iterdir()):
        os.utime(path, (after, after))


def test_the_reviewer_sees_what_the_lists_say_today(county: County, lists: Path):
    edition = county.submitted(body=BODY)
    address = reverse("disclosure-review", args=[open_step_of(edition).pk])
    assert "白石村" not in browser(county.first).get(address).text
    _say(lists, edition)
    assert "白石村" in browser(county.first).get(address).text


def test_a_text_that_nobody_opened_again_is_read_before_it_is_agreed_to(county: County, lists: Path):
    edition = county.submitted(body=BODY)
    county.approve(edition, county.first, county.second)
    _say(lists, edition)
    with pytest.raises(BadInput, match="错误级疑点"):
        county.approve(edition, county.final)


def test_what_was_decided_on_is_left_as_it_was_read(county: County, lists: Path):
    edition = county.submitted(body=BODY)
    last = open_step_of(edition)
    county.approve(edition)
    _say(lists, edition)
    assert "白石村" not in browser(county.first).get(reverse("disclosure-review", args=[last.pk])).text


def test_a_list_as_old_as_the_reading_is_not_read_for_anew(county: County, lists: Path):
    edition = county.submitted(body=BODY)
    address = reverse("disclosure-review", args=[open_step_of(edition).pk])
    browser(county.first).get(address)
    _say(lists, edition, later=-5)
    assert "白石村" not in browser(county.first).get(address).text
