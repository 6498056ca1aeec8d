"""What is approved can still be stopped; what is kept from the public is looked at again; haste spares no duty."""

from datetime import timedelta

import pytest
from django.urls import reverse

from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict, NotAllowed
from mingbai.disclosure import services
from mingbai.disclosure.factories import County, open_step_of
from mingbai.disclosure.jobs import publish_due
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Disclosure, Draft, Edition, Review
from mingbai.disclosure.selectors import tombstone
from mingbai.disclosure.services.drafts import Content
from mingbai.disclosure.services.reviewing import Consent
from mingbai.disclosure.slips import slip_of
from mingbai.disclosure.tests.test_screens import browser
from mingbai.journal.models import Job, Notice

pytestmark = pytest.mark.django_db


def waiting(county: County, item: Disclosure | None = None) -> Disclosure:
    """Approved, to go public tomorrow; of a public item its correction."""
    if item is None:
        item = county.draft()
    else:
        services.start_correction(county.editor, disclosure=item, note="更正电话")
        item = Disclosure.objects.of(pk=item.pk).get()
    version = Draft.objects.of(disclosure=item).get().version
    edition = services.submit_draft(county.editor, disclosure=item, version=version)
    services.schedule_publication(county.editor, disclosure=item, at=clock.now() + timedelta(days=1))
    return county.approve(edition)


def tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    later = clock.now() + timedelta(days=1, minutes=1)
    monkeypatch.setattr(clock, "now", lambda: later)


def test_the_author_takes_an_approved_text_back_before_its_hour(county: County, monkeypatch):
    item = waiting(county)
    services.recall_edition(county.editor, disclosure=item, reason="数字有误")
    tomorrow(monkeypatch)
    publish_due(Job())
    now = Disclosure.objects.of(pk=item.pk).get()
    assert (now.state, now.stage) == ("unpublished", "editing")


def test_the_final_reviewer_stops_it_and_the_author_reads_why(county: County, monkeypatch):
    item = waiting(county)
    with pytest.raises(NotAllowed):
        services.stop_publication(county.editor, disclosure=item, reason="先等等")
    services.stop_publication(county.final, disclosure=item, reason="决定尚未送达当事人")
    tomorrow(monkeypatch)
    publish_due(Job())
    now = Disclosure.objects.of(pk=item.pk).get()
    assert (now.state, now.stage, now.scheduled_for) == ("unpublished", "returned", None)
    assert Notice.objects.filter(person_id=county.editor.person_id, text__contains="尚未送达").exists()
    page = browser(county.editor).get(reverse("disclosure-edit", args=[item.pk])).text
    assert "停发" in page and "决定尚未送达当事人" in page
    # the approval of before counts no more: the mended text is reviewed anew
    edition = services.submit_draft(county.editor, disclosure=now, version=1)
    with pytest.raises(Conflict):
        services.publish_edition(county.final, disclosure=now)
    assert county.approve(edition).stage == "approved"


def test_a_public_item_is_withdrawn_while_its_correction_waits_for_its_hour(county: County, monkeypatch):
    item = waiting(county, county.published())
    services.withdraw(county.final, disclosure=item, reason="privacy", note="名单未隐去")
    assert tombstone(item.pk) is not None
    tomorrow(monkeypatch)
    publish_due(Job())
    now = Disclosure.objects.of(pk=item.pk).get()
    assert (now.state, now.stage) == ("withdrawn", "returned")
    assert set(Review.objects.of(edition__disclosure=item).values_list("state", flat=True)) == {
        "approved",
        "recalled",
    }
    assert "退回：" not in browser(county.editor).get(reverse("disclosure-detail", args=[item.pk])).text


def test_a_public_item_is_not_closed_behind_the_publics_back(county: County):
    item = county.published()
    services.start_correction(county.editor, disclosure=item, note="改为不公开")
    draft = Draft.objects.of(disclosure=item).get()
    closed = {**draft.metadata, "openness": "closed", "openness_ground": "第十六条第一款：内部事务信息"}
    content = Content(draft.title, draft.body_html, Metadata.from_json(closed))
    draft = services.save_draft(county.editor, disclosure=item, version=draft.version, content=content)
    with pytest.raises(BadInput, match="撤下") as refused:
        services.submit_draft(county.editor, disclosure=item, version=draft.version)
    assert refused.value.field == "openness"


def test_what_was_kept_is_looked_at_again_and_becomes_public(county: County):
    edition = county.submitted(openness="on_request", openness_ground="第十六条第二款：过程性信息")
    item = services.publish_edition(county.final, disclosure=county.approve(edition))
    assert (item.state, item.stage) == ("unpublished", "idle")
    editor = browser(county.editor)
    listed = editor.get(reverse("disclosure-list"), {"status": "kept"}).text
    assert item.title in listed
    address = reverse("disclosure-act", args=[item.pk, "reassess_openness"])
    assert "第十八条" in editor.get(address).text
    editor.post(address, {"reason": "事项已办结，过程性信息可以公开"})
    draft = Draft.objects.of(disclosure=item).get()
    opened = Metadata.from_json({**draft.metadata, "openness": "active"})
    content = Content(draft.title, draft.body_html, opened)
    draft = services.save_draft(county.editor, disclosure=item, version=1, content=content)
    edition = services.submit_draft(county.editor, disclosure=item, version=draft.version)
    item = services.publish_edition(county.final, disclosure=county.approve(edition))
    assert item.state == "published"


def test_an_emergency_spares_neither_the_secrecy_check_nor_errors(county: County):
    body = "<p>请联系张某，身份证号110101199003072156，速转移。</p>"
    edition = services.submit_draft(
        county.editor, disclosure=county.draft(title="山洪预警", body=body), version=1
    )
    final = browser(county.final)
    address = reverse("disclosure-act", args=[edition.disclosure_id, "emergency_publish"])
    assert "速转移" in final.get(address).text
    page = final.post(address, {"reason": "山洪"}).text
    assert "不涉及国家秘密" in page and edition.disclosure.state == "unpublished"
    page = final.post(address, {"reason": "山洪", "secrecy_cleared": "on"}).text
    assert "错误级疑点" in page and "写明理由" in page
    assert Disclosure.objects.of(pk=edition.disclosure_id).get().state == "unpublished"
    with pytest.raises(BadInput):
        services.emergency_publish(
            county.final, disclosure=edition.disclosure, reason="山洪", consent=Consent(secrecy_cleared=True)
        )
    consent = Consent(secrecy_cleared=True, overrule_reason="本人同意公布，号码为示例")
    item = services.emergency_publish(
        county.final, disclosure=edition.disclosure, reason="山洪", consent=consent
    )
    assert item.state == "published"
    slip = slip_of(item, Edition.objects.of(disclosure=item).get())
    told = next(fact[1] for fact in slip.facts if fact[0] == "应急发布")
    assert "钟立言" in told and "山洪" in told and "不涉及国家秘密" in told


def test_the_slip_says_the_secrecy_check_and_agreement_once(county: County):
    item = county.published()
    words = [step[2] for step in slip_of(item, item.published_edition).steps]
    assert words == ["同意", "同意", "同意\n保密审查：不涉及国家秘密、商业秘密、个人隐私"]


def test_the_reviewer_sees_what_changed_besides_the_words(county: County):
    item = county.published()
    services.start_correction(county.editor, disclosure=item, note="更正")
    draft = Draft.objects.of(disclosure=item).get()
    metadata = Metadata.from_json({**draft.metadata, "document_number": "青政发〔2026〕3号"})
    content = Content("关于<春季>森林防火的通知", draft.body_html, metadata)
    services.save_draft(county.editor, disclosure=item, version=1, content=content)
    services.add_attachment(county.editor, disclosure=item, name="名单.txt", content="甲村\n乙村".encode())
    edition = services.submit_draft(county.editor, disclosure=item, version=2)
    step = open_step_of(edition)
    for page in (
        browser(county.first).get(reverse("disclosure-review", args=[step.pk])).text,
        browser(county.first).get(reverse("disclosure-compare", args=[item.pk])).text,
    ):
        shown = page[page.index("differences") :]
        assert "<ins>青政发〔2026〕3号</ins>" in shown and "<ins>名单.txt" in shown
        assert "<ins>&lt;</ins>春季" in shown and "公开属性</dt><dd><del>" not in shown


def test_any_past_day_is_shown_and_what_was_hidden_since_is_not(county: County):
    item = county.published()
    reader = browser(county.first)
    address = reverse("disclosure-public-on")
    assert item.title in reader.get(address).text
    yesterday = (clock.today() - timedelta(days=1)).isoformat()
    assert item.title not in reader.get(address, {"day": yesterday}).text
    services.start_correction(county.editor, disclosure=item, note="更正")
    edition = services.submit_draft(county.editor, disclosure=item, version=1)
    services.publish_edition(county.final, disclosure=county.approve(edition))
    assert reader.get(address).text.count(item.title) == 2
    assert "还没有到" in reader.get(address, {"day": "2999-01-01"}).text
    assert item.title not in browser(county.stranger).get(address).text
    services.withdraw(county.final, disclosure=item, reason="privacy", note="名单未隐去")
    page = reader.get(address).text
    # the edition before held the same words
    assert page.count("该信息已撤下") == 2 and item.title not in page
    assert "该信息已撤下" not in reader.get(address, {"q": item.title[:6]}).text
