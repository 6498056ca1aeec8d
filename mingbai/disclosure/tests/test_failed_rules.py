"""A proofreading rule that fails is told of on every screen that shows what a check found, and what it left is read again."""

import pytest
from django.urls import reverse

from mingbai.core.errors import BadInput
from mingbai.disclosure import proofing
from mingbai.disclosure.factories import County, open_step_of
from mingbai.disclosure.models import Draft, Review
from mingbai.disclosure.proofing import check_draft, draft_subject, item_of
from mingbai.disclosure.tests.test_screens import browser
from mingbai.proofreading.models import FindingRecord
from mingbai.proofreading.selectors import rule_statistics
from mingbai.proofreading.services import decide_finding
from mingbai.text.model import Finding
from mingbai.text.proofreading.asking import FAILED, is_failure
from mingbai.text.proofreading.tests.failing import failing, put_in

pytestmark = pytest.mark.django_db
__all__ = ["put_in"]
FAILURE = "规则 arithmetic.falls_over（合计算不拢）没能读完这份文稿"
OTHERS = "其他规则没有发现疑点。"


def _nothing_but_fails(rule, passage):
    raise ZeroDivisionError


@pytest.fixture(autouse=True)
def _one_fails(put_in):
    put_in(failing(find=_nothing_but_fails), alone=True)


def test_the_screen_that_checks_a_text(county: County):
    shown = (
        browser(county.editor).post(reverse("disclosure-check-alone"), {"text": "全年公开信息96条。"}).text
    )
    assert FAILURE in shown and OTHERS in shown and "：0 处" in shown


def test_the_editor(county: County):
    disclosure = county.draft()
    shown = browser(county.editor).post(reverse("disclosure-check", args=[disclosure.pk])).text
    assert FAILURE in shown and OTHERS in shown
    assert FAILURE in browser(county.editor).get(reverse("disclosure-edit", args=[disclosure.pk])).text


def test_the_reviewer_and_what_was_not_whole_is_read_again(county: County, put_in):
    edition = county.submitted()
    address = reverse("disclosure-review", args=[open_step_of(edition).pk])
    assert FAILURE in browser(county.first).get(address).text
    assert Review.objects.of(edition=edition).get().checked_at is None
    put_in(alone=True)
    shown = browser(county.first).get(address).text
    assert FAILURE not in shown and "没有发现疑点。" in shown
    assert Review.objects.of(edition=edition).get().checked_at is not None


def test_what_was_decided_on_is_left_as_it_was_read(county: County, put_in):
    edition = county.submitted()
    last = open_step_of(edition)
    county.approve(edition)
    assert Review.objects.of(edition=edition).get().checked_at is None
    put_in(alone=True)
    address = reverse("disclosure-review", args=[last.pk])
    assert FAILURE in browser(county.first).get(address).text


def test_of_many_that_fail_most_are_folded(county: County, put_in):
    put_in(
        *(failing(f"typo.falls_{number}", "typo", find=_nothing_but_fails) for number in range(5)), alone=True
    )
    shown = browser(county.editor).post(reverse("disclosure-check-alone"), {"text": "公开96条。"}).text
    told, folded = shown.split("另有 2 条规则没能读完这份文稿")
    assert (told.count("data-failed"), folded.count("data-failed")) == (3, 2)


def test_of_a_file_those_of_personal_data_alone_are_told(put_in):
    found = [
        Finding(at, at + 11, "personal.mobile", "personal_data", "error", "13955511234", "手机号。", None)
        for at in range(0, 900, 15)
    ]
    failures = [
        Finding(900, 900, rule, FAILED, "warning", "", f"规则 {rule} 没能读完。", "请核对。")
        for rule in ("personal.falls_over", "typo.falls_over")
    ]
    told = proofing._of_privacy([*found, *failures])
    assert [one.rule for one in told if is_failure(one)] == ["personal.falls_over"]
    assert len(told) == proofing.MOST_IN_A_FILE + 1


def test_it_is_no_finding_to_decide_and_counts_for_no_rule(county: County):
    disclosure = county.draft()
    draft = Draft.objects.of(disclosure=disclosure).get()
    check_draft(draft)
    subject = draft_subject(draft)
    row = FindingRecord.objects.of(subject_type=subject.type, subject_id=subject.id).get()
    assert row.category == FAILED
    with pytest.raises(BadInput, match="不是疑点"):
        decide_finding(county.editor, finding=row, item=item_of(disclosure), verdict="accept")
    assert rule_statistics(county.supervisor.scope("read_rule_statistics")) == []
