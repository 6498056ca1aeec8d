"""The reviewer goes through the machine's findings one by one."""

import pytest
from django.urls import reverse

from mingbai.core.errors import BadInput
from mingbai.disclosure import services
from mingbai.disclosure.factories import AGREED, County, open_step_of
from mingbai.disclosure.proofing import check_edition, edition_subject
from mingbai.disclosure.tests.test_screens import browser
from mingbai.proofreading.models import Decision, FindingRecord

pytestmark = pytest.mark.django_db


def submitted(county: County):
    edition = county.submitted(body="<p>检查以经开始。</p>")
    check_edition(edition)
    found = FindingRecord.objects.of(subject_type="edition", subject_id=edition_subject(edition).id)
    return edition, found.get(rule="typo.homophone")


def judge(actor, edition, finding, **data):
    address = reverse("disclosure-review-finding", args=[open_step_of(edition).pk, finding.pk])
    return browser(actor).post(address, data)


def test_a_finding_is_called_right_and_the_author_sees_who_said_so(county: County):
    edition, finding = submitted(county)
    assert "周明远" in judge(county.first, edition, finding, verdict="accept").text
    assert Decision.objects.of(item_id=edition.disclosure_id).get().verdict == "accept"
    # right, but not mended: it still stands in the way
    county.approve(edition, county.first, county.second)
    step = open_step_of(edition)
    with pytest.raises(BadInput, match="没有处理"):
        services.approve_step(county.final, step=step, digest=edition.digest, consent=AGREED)


def test_only_the_final_reviewer_lets_an_error_stand_and_gives_a_reason(county: County):
    edition, finding = submitted(county)
    judge(county.first, edition, finding, verdict="ignore", reason="原文如此")
    assert not Decision.objects.of(item_id=edition.disclosure_id).exists()
    county.approve(edition, county.first, county.second)
    assert "理由" in judge(county.final, edition, finding, verdict="ignore").text
    assert not Decision.objects.of(item_id=edition.disclosure_id).exists()
    judge(county.final, edition, finding, verdict="ignore", reason="引用原文")
    county.approve(edition, county.final)
    assert Decision.objects.of(item_id=edition.disclosure_id).get().reason == "引用原文"


def test_who_does_not_review_does_not_judge(county: County):
    edition, finding = submitted(county)
    assert judge(county.second, edition, finding, verdict="accept").status_code == 403
    assert judge(county.stranger, edition, finding, verdict="accept").status_code in {403, 404}
    assert "没有这种处理" in judge(county.first, edition, finding, verdict="mend").text
    assert not Decision.objects.of(item_id=edition.disclosure_id).exists()


def as_grave_as(finding: FindingRecord, severity: str) -> None:
    FindingRecord.objects.of(pk=finding.pk).update(severity=severity)


def test_a_hint_let_stand_is_open_again_once_it_is_an_error(county: County):
    edition, finding = submitted(county)
    as_grave_as(finding, "info")
    judge(county.first, edition, finding, verdict="ignore", reason="原文如此")
    address = reverse("disclosure-review", args=[open_step_of(edition).pk])
    assert "从前作为" not in browser(county.first).get(address).text
    as_grave_as(finding, "error")
    shown = browser(county.first).get(address).text
    assert "从前作为“提示”被放过，现在是“必须处理”" in shown
    assert "周明远（" in shown and "不是错误，原文如此" in shown
    county.approve(edition, county.first, county.second)
    step = open_step_of(edition)
    with pytest.raises(BadInput, match="没有处理"):
        services.approve_step(county.final, step=step, digest=edition.digest, consent=AGREED)
    judge(county.final, edition, finding, verdict="ignore", reason="引用原文")
    county.approve(edition, county.final)
    assert Decision.objects.of(item_id=edition.disclosure_id).get().severity == "error"
