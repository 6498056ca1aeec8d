"""Every screen of the desk opens for those it is for, and shows strangers nothing."""

import io
import zipfile
from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from mingbai.accounts.models import Person
from mingbai.core import clock
from mingbai.core.errors import BadInput, Conflict, NotAllowed
from mingbai.disclosure import services
from mingbai.disclosure.factories import AGREED, County, open_step_of
from mingbai.disclosure.importing import Choices, import_bytes
from mingbai.disclosure.models import Attachment, Disclosure, Draft, ImportBatch
from mingbai.disclosure.services.reviewing import Consent
from mingbai.disclosure.tests.word_layouts import imprint_in_a_table, red_headed_notice
from mingbai.journal.models import Act
from mingbai.journal.worker import drain
from mingbai.proofreading.models import FindingRecord


def browser(actor) -> Client:
    client = Client()
    client.force_login(
        Person.objects.get(pk=actor.person_id), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


@pytest.fixture
def editor(county: County) -> Client:
    return browser(county.editor)


def form_of(draft: Draft, **changes):
    values = {
        "version": draft.version,
        "title": draft.title,
        "body": draft.body_html,
        "kind": "notice",
        "openness": "active",
    }
    return values | {"column": draft.metadata["columns"][0]} | changes


def test_the_list_filters_sorts_and_exports(county: County, editor: Client):
    county.published(title="第一条公告")
    county.draft(title="第二条草稿")
    assert "第一条公告" in editor.get(reverse("disclosure-list")).text
    page = editor.get(reverse("disclosure-list"), {"status": "editing", "sort": "-title", "q": "草稿"}).text
    assert "第二条草稿" in page and "第一条公告" not in page
    assert editor.get(reverse("disclosure-export")).getvalue().startswith(b"PK")


def test_the_export_is_the_whole_list_in_the_order_of_the_screen(
    county: County, editor: Client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("mingbai.disclosure.views.lists.EXPORTED_AT_ONCE", 2)
    for title in ("丙", "甲", "戊", "乙", "丁"):
        county.draft(title=f"关于{title}的公告")
    answer = editor.get(reverse("disclosure-export"), {"sort": "title", "q": "公告"})
    rows = list(openpyxl.load_workbook(BytesIO(answer.getvalue())).active.iter_rows(values_only=True))
    titles = [row[rows[0].index("标题")] for row in rows[1:]]
    assert titles == sorted(f"关于{title}的公告" for title in "甲乙丙丁戊")


def test_a_search_that_finds_very_much_says_how_far_it_lists(
    county: County, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mingbai.core.tables.found_page_of.__kwdefaults__", {"reach": 2, "per_page": 1})
    monkeypatch.setattr("mingbai.disclosure.views.lists.REACH", 2)
    for number in range(3):
        county.draft(title=f"防汛公告{number}")
    client.force_login(Person.objects.get(pk=county.editor.person_id))
    page = client.get(reverse("disclosure-list"), {"q": "防汛"}).text
    assert "只列出前 2 条" in page and "共 2 页，2 条" in page
    assert "只列出前" not in client.get(reverse("disclosure-list"), {"q": "防汛公告1"}).text


def test_the_list_asks_a_fixed_number_of_queries(county: County, editor: Client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            editor.get(reverse("disclosure-list"))
        return len(asked)

    county.draft(title="第一条", written_on=date(2024, 5, 1))
    queries()  # the first visit opens the session
    few = queries()
    for number in range(12):
        county.draft(title=f"第{number}条", written_on=date(2024, 5, number + 1))
    assert queries() == few


def test_a_clerk_writes_saves_and_submits(county: County, editor: Client):
    answer = editor.post(reverse("disclosure-new"), {"unit": county.town.pk})
    disclosure = Disclosure.objects.of(unit=county.town).get()
    assert answer.url == reverse("disclosure-edit", args=[disclosure.pk])
    values = {
        "version": 1, "title": "关于防汛值班的通知", "body": "<p onclick='x'>各村要值班。</p>", "kind": "notice",
        "openness": "active", "column": county.column.pk,
    }  # fmt: skip
    saved = editor.post(reverse("disclosure-autosave", args=[disclosure.pk]), values)
    assert "已自动保存" in saved.text and 'value="2"' in saved.text
    stale = editor.post(reverse("disclosure-autosave", args=[disclosure.pk]), values)
    assert "没有覆盖" in stale.text
    done = editor.post(
        reverse("disclosure-edit", args=[disclosure.pk]), {**values, "version": 2, "act": "submit"}
    )
    assert done.status_code == 302
    disclosure = Disclosure.objects.of(pk=disclosure.pk).get()
    assert (disclosure.stage, disclosure.title) == ("in_review", "关于防汛值班的通知")
    assert "onclick" not in Draft.objects.of(disclosure=disclosure).get().body_html


def test_a_refused_submission_shows_the_field_and_keeps_what_was_typed(county: County, editor: Client):
    disclosure = county.draft()
    draft = Draft.objects.of(disclosure=disclosure).get()
    answer = editor.post(
        reverse("disclosure-edit", args=[disclosure.pk]),
        form_of(draft, title="改后的标题", effective_on="2025-05-01", lapsed_on="2025-04-01", act="submit"),
    )
    assert answer.status_code == 400
    assert "失效日期 2025-04-01 早于生效日期" in answer.text
    assert Disclosure.objects.of(pk=disclosure.pk).get().title == "改后的标题"
    assert 'name="version" value="2"' in answer.text


def word_file() -> bytes:
    document, buffer = Document(), io.BytesIO()
    for line in (
        "明县青山镇人民政府",
        "关于印发防汛预案的通知",
        "青政〔2025〕3号",
        "各村：",
        "现将预案印发给你们。",
        "2025年3月1日",
    ):
        document.add_paragraph(line)
    document.save(buffer)
    return buffer.getvalue()


def test_a_word_file_fills_the_form(county: County, editor: Client):
    file = io.BytesIO(word_file())
    file.name = "预案.docx"
    editor.post(reverse("disclosure-new"), {"unit": county.town.pk, "file": file})
    disclosure = Disclosure.objects.of(unit=county.town).get()
    assert disclosure.title == "明县青山镇人民政府关于印发防汛预案的通知"
    assert (disclosure.document_number, str(disclosure.written_on)) == ("青政〔2025〕3号", "2025-03-01")
    assert disclosure.issuer == "明县青山镇人民政府"
    assert "现将预案印发给你们" in Draft.objects.of(disclosure=disclosure).get().body_html


def test_a_file_of_another_office_is_said_and_a_chosen_column_stays(county: County, editor: Client):
    disclosure = county.draft()
    file = io.BytesIO(imprint_in_a_table().content())
    file.name = "通知.docx"
    address = reverse("disclosure-fill", args=[disclosure.pk])
    assert "先勾选「替换已填的内容」" in editor.post(address, {"file": file}, follow=True).text
    file.seek(0)
    page = editor.post(address, {"file": file, "replace": "on"}, follow=True).text
    assert "文件的发文机关是「明县人力资源和社会保障局」" in page
    assert Draft.objects.of(disclosure=disclosure).get().metadata["columns"] == [county.column.pk]


def test_ones_own_office_raises_no_doubt_whatever_stands_before_its_name(county: County, editor: Client):
    county.town.name, county.town.short_name = "明县青山镇人民政府", "青山镇"
    county.town.save()
    file = BytesIO(red_headed_notice().content())
    file.name = "通知.docx"
    answer = editor.post(reverse("disclosure-new"), {"unit": county.town.pk, "file": file}, follow=True)
    assert "关于做好2026年度防汛抗旱工作的通知" in answer.text and "是否选对" not in answer.text


def test_attachments_are_kept_cleaned_and_refused_with_a_reason(county: County, editor: Client):
    disclosure = county.draft()
    address = reverse("disclosure-file-add", args=[disclosure.pk])
    file = io.BytesIO(word_file())
    file.name = "附件一.docx"
    assert "附件一.docx" in editor.post(address, {"file": file}, headers={"HX-Request": "true"}).text
    bad = io.BytesIO(b"<svg onload='x'></svg>")
    bad.name = "图.png"
    assert "带脚本" in editor.post(address, {"file": bad}, headers={"HX-Request": "true"}).text
    attachment = Attachment.objects.of(disclosure=disclosure).get()
    assert "现将预案" in attachment.text
    got = editor.get(reverse("disclosure-file", args=[disclosure.pk, attachment.pk]))
    assert got["Content-Disposition"].startswith("attachment")
    editor.post(reverse("disclosure-file-remove", args=[disclosure.pk, attachment.pk]))
    assert not Attachment.objects.of(disclosure=disclosure).get().in_draft


def test_three_people_review_on_screen_and_the_item_is_public(county: County):
    edition = county.submitted()
    for actor in (county.first, county.second, county.final):
        client = browser(actor)
        assert edition.title in client.get(reverse("disclosure-reviews")).text
        step = open_step_of(edition)
        address = reverse("disclosure-review", args=[step.pk])
        assert "森林防火" in client.get(address).text
        answer = client.post(
            address, {"digest": edition.digest, "verdict": "approve", "secrecy_cleared": "on"}
        )
        assert answer.status_code == 302, answer.text
    assert Disclosure.objects.public().get().pk == edition.disclosure_id


def test_who_is_to_review_gets_there_from_the_item_itself(county: County):
    edition = county.submitted()
    item = reverse("disclosure-detail", args=[edition.disclosure_id])
    address = reverse("disclosure-review", args=[open_step_of(edition).pk])
    assert address in browser(county.first).get(item).text
    for other in (county.editor, county.second, county.final):
        assert address not in browser(other).get(item).text


def test_a_reviewer_returns_with_a_reason(county: County, editor: Client):
    edition = county.submitted()
    address = reverse("disclosure-review", args=[open_step_of(edition).pk])
    client = browser(county.first)
    refused = client.post(address, {"digest": edition.digest, "verdict": "return"})
    assert refused.status_code == 400 and "退回理由" in refused.text
    client.post(
        address, {"digest": edition.digest, "verdict": "return", "opinion": "电话不对", "place": "第一段"}
    )
    page = editor.get(reverse("disclosure-edit", args=[edition.disclosure_id])).text
    assert "电话不对" in page and "第一段" in page


def test_bulk_approval_records_each_item_that_was_opened(county: County):
    editions = [county.submitted(title=f"第{number}条") for number in range(3)]
    chosen = [f"{open_step_of(edition).pk}:{edition.digest}" for edition in editions]
    client = browser(county.first)
    for edition in editions[:2]:
        client.get(reverse("disclosure-review", args=[open_step_of(edition).pk]))
    told = client.post(
        reverse("disclosure-reviews-bulk"), {"chosen": chosen, "opinion": "同意"}, follow=True
    ).text
    assert [open_step_of(edition).kind for edition in editions] == [
        "second_review",
        "second_review",
        "first_review",
    ]
    assert "已同意 2 条" in told and "《第2条》您还没有打开看过" in told
    acts = Act.objects.filter(verb="approve_step").values_list("object_id", flat=True)
    assert sorted(acts) == sorted(str(edition.disclosure_id) for edition in editions[:2])


def test_the_queue_lets_choose_only_what_this_person_has_opened(county: County):
    edition = county.submitted(title="第一条")
    step = open_step_of(edition)
    chooser = f'value="{step.pk}:{edition.digest}"'
    client, queue = browser(county.first), reverse("disclosure-reviews")
    browser(county.second).get(reverse("disclosure-review", args=[step.pk]))
    assert chooser not in client.get(queue).text and "未看" in client.get(queue).text
    client.get(reverse("disclosure-review", args=[step.pk]))
    assert chooser in client.get(queue).text and "未看" not in client.get(queue).text


@pytest.mark.parametrize("act", ["withdraw", "start_correction", "repeal", "move_item", "resend_last_period"])
def test_acts_of_a_published_item_have_their_page(county: County, act: str):
    disclosure = county.published()
    person = county.supervisor
    assert browser(person).get(reverse("disclosure-act", args=[disclosure.pk, act])).status_code == 200


def test_withdrawing_on_screen(county: County):
    disclosure = county.published()
    address = reverse("disclosure-act", args=[disclosure.pk, "withdraw"])
    client = browser(county.final)
    assert client.post(address, {"reason": "nonsense", "note": "x"}).status_code == 200
    assert client.post(address, {"reason": "privacy", "note": "含身份证号"}).status_code == 302
    assert "涉及个人隐私" in client.get(reverse("disclosure-detail", args=[disclosure.pk])).text


def test_editions_are_compared_and_shown(county: County, editor: Client):
    disclosure = county.published(body="<p>电话 1234。</p>")
    services.start_correction(county.editor, disclosure=disclosure, note="更正电话")
    draft = Draft.objects.of(disclosure=disclosure).get()
    editor.post(
        reverse("disclosure-edit", args=[disclosure.pk]),
        form_of(draft, body="<p>电话 5678。</p>", act="submit"),
    )
    page = editor.get(reverse("disclosure-compare", args=[disclosure.pk])).text
    assert "<del>1234</del>" in page and "<ins>5678</ins>" in page
    assert editor.get(reverse("disclosure-edition", args=[disclosure.pk, 1])).status_code == 200
    assert "手机（360" in editor.get(reverse("disclosure-preview", args=[disclosure.pk])).text


def test_the_slip_as_word_and_pdf(county: County, editor: Client):
    disclosure = county.published()
    word = editor.get(reverse("disclosure-slip-word", args=[disclosure.pk]))
    text = "\n".join(
        cell.text for table in Document(io.BytesIO(word.content)).tables for cell in table._cells
    )
    assert "周明远" in text and disclosure.published_edition.digest in text
    answer = editor.get(reverse("disclosure-slip-pdf", args=[disclosure.pk]))
    assert answer.content.startswith(b"%PDF") or "没有中文字体" in answer.text


def test_import_by_upload_is_worked_off_by_a_job(county: County, editor: Client):
    file = io.BytesIO("青山镇2024年政务公开工作总结\n\n2024年，我镇认真落实各项要求。\n".encode())
    file.name = "总结.txt"
    answer = editor.post(reverse("disclosure-import"), {"files": [file]})
    batch = ImportBatch.objects.of(unit=county.town).get()
    assert "进行中" in editor.get(reverse("disclosure-import")).text
    drain()
    page = editor.get(answer.url).text
    assert "已存草稿" in page and "政务公开工作总结" in page
    assert ImportBatch.objects.of(pk=batch.pk).get().finished_at


def test_unclaimed_documents_are_claimed_on_screen(county: County):
    text = "红枫县云台乡2023年政务公开工作总结\n\n云台乡高度重视政务公开工作。\n"
    (row,) = import_bytes(county.supervisor, name="a.txt", content=text.encode(), choices=Choices())
    client = browser(county.supervisor)
    assert "云台乡" in client.get(reverse("disclosure-unclaimed")).text
    client.post(reverse("disclosure-claim"), {"unit": county.other_town.pk, "chosen": [row.id]})
    assert Disclosure.objects.of(pk=row.id).get().unit == county.other_town


CARELESS = """青溪镇2021年政务公开工作总结
一、加强组织领导。成立了政务公开领导小祖，由镇长任组长，各科室负责人为成员，明确了工作职责。
二、完善公开制度。制定定了信息发布审核制度，做到应公开尽公开，完成率任务按月通报。
三、拓宽公开渠道。通过政府网站、、微信公众号和村务公开栏及时公布群众关心的事项，全全年公布信息260条。
"""


def test_weak_doubts_stand_apart(editor: Client):
    page = editor.post(reverse("disclosure-check-alone"), {"text": CARELESS}).text
    sure, _, weak = page.partition('<details class="weak">')
    assert "领导小祖" in sure and "把握不大" not in sure
    assert "把握不大" in weak
    assert (
        '<details class="weak">'
        not in editor.post(reverse("disclosure-check-alone"), {"text": "以经完成。"}).text
    )


def test_weak_doubts_stand_apart_from_those_of_a_draft(county: County, editor: Client):
    body = "".join(f"<p>{line}</p>" for line in CARELESS.splitlines()[1:])
    disclosure = county.draft(title="青溪镇2021年政务公开工作总结", body=body)
    page = editor.post(reverse("disclosure-check", args=[disclosure.pk])).text
    found = FindingRecord.objects.of(unit=county.town)
    certain, weak = found.filter(weak=False).count(), found.filter(weak=True).count()
    assert certain and weak
    sure, _, rest = page.partition('<details class="weak">')
    assert f"{certain} 处" in sure and sure.count('class="finding ') == certain
    assert f"另有 {weak} 处拿不准的" in rest and rest.count('class="finding ') == weak
    assert "btn-primary" not in rest


def test_the_stand_alone_check_stores_nothing(county: County, editor: Client):
    page = editor.post(
        reverse("disclosure-check-alone"), {"text": "联系人身份证号 11010519491231002X。"}
    ).text
    results, _, form = page.partition("改好了再查")
    assert "11010519491231002X" not in results and "11010519491231002X" in form
    assert "1 处（必须处理 1）</h2>" in results
    assert not Disclosure.objects.of(unit=county.town).exists()
    assert browser(county.supervisor).get(reverse("disclosure-rules")).status_code == 200


SCREENS = ["detail", "edit", "preview", "compare", "slip-word", "slip-pdf"]


@pytest.mark.parametrize("screen", SCREENS)
def test_a_stranger_learns_nothing_from_guessing_ids(county: County, screen: str):
    disclosure = county.published()
    answer = browser(county.stranger).get(reverse(f"disclosure-{screen}", args=[disclosure.pk]))
    assert answer.status_code in {403, 404}
    assert disclosure.title not in answer.text


@pytest.mark.parametrize(
    "screen", ["list", "new", "reviews", "import", "unclaimed", "check-alone", "rules", "export"]
)
def test_nobody_comes_in_without_signing_in(db, screen: str):
    answer = Client().get(reverse(f"disclosure-{screen}"))
    assert answer.status_code == 302 and "/desk/sign-in/" in answer.url


def test_a_step_with_secrecy_review_wants_the_statement(county: County):
    edition = county.submitted()
    county.approve(edition, county.first, county.second)
    address = reverse("disclosure-review", args=[open_step_of(edition).pk])
    client = browser(county.final)
    refused = client.post(address, {"digest": edition.digest, "verdict": "approve"})
    assert refused.status_code == 400 and "不涉及国家秘密" in refused.text
    assert (
        client.post(
            address, {"digest": edition.digest, "verdict": "approve", "secrecy_cleared": "on"}
        ).status_code
        == 302
    )


def chain_of(*kinds: str, **changes: str) -> dict[str, str]:
    values = {"name": "两级审核", "step-TOTAL_FORMS": "6", "step-INITIAL_FORMS": "6"}
    for number in range(6):
        kind = kinds[number] if number < len(kinds) else ""
        values |= {
            f"step-{number}-kind": kind,
            f"step-{number}-performed_by": "own",
            f"step-{number}-working_days": "1",
        }
    return values | changes


def test_the_county_office_sets_a_chain_for_a_unit(county: County):
    client = browser(county.supervisor)
    address = reverse("disclosure-chain-new")
    assert "保密审查" in client.post(address, chain_of("first_review", "final_review")).text
    assert "至少要有 2 个环节" in client.post(address, chain_of("final_review")).text
    values = chain_of(
        "first_review", "final_review", unit=str(county.town.pk), **{"step-1-includes_secrecy": "on"}
    )
    assert client.post(address, values).status_code == 302
    assert "已经有一套" in client.post(address, values).text
    edition = county.submitted()
    assert county.approve(edition, county.first, county.final).stage == "approved"
    assert browser(county.editor).get(address).status_code == 403


def test_the_index_pattern_is_checked_and_used(county: County):
    client, address = browser(county.supervisor), reverse("disclosure-chains")
    for wrong in ("{code}-{year}", "{code}{year}{serial}", "{nonsense}", "{code"):
        assert "索引号格式" in client.post(address, {"pattern": wrong}).text
    assert client.post(address, {"pattern": "{code}-{year}{month:02d}-{serial:04d}"}).status_code == 302
    assert county.published().index_number == f"MX001-{clock.today():%Y%m}-0001"


def test_the_original_is_read_by_those_who_guard_it_and_the_read_is_an_act(county: County, editor: Client):
    text = "青山镇2024年政务公开工作总结\n\n我镇认真落实。\n"
    (row,) = import_bytes(county.supervisor, name="a.txt", content=text.encode(), choices=Choices())
    address = reverse("disclosure-original", args=[row.id])
    assert editor.get(address).status_code == 403
    assert browser(county.secrecy).get(address).content.decode() == text
    assert Act.objects.get(verb="read_original").personal_data


def test_personal_data_in_an_attachment_blocks_publication(county: County):
    disclosure = county.draft()
    document, buffer = Document(), io.BytesIO()
    document.add_paragraph("户主张三，身份证号 11010519491231002X。")
    document.save(buffer)
    services.add_attachment(county.editor, disclosure=disclosure, name="名单.docx", content=buffer.getvalue())
    edition = services.submit_and_check(county.editor, disclosure=disclosure, version=1)
    county.approve(edition, county.first, county.second)
    with pytest.raises(BadInput, match="附件《名单.docx》"):
        county.approve(edition, county.final)
    consent = Consent("同意", "名单已按规定遮盖，此处为示例号码", secrecy_cleared=True)
    services.approve_step(county.final, step=open_step_of(edition), digest=edition.digest, consent=consent)
    page = browser(county.final).get(reverse("disclosure-edition", args=[disclosure.pk, 1])).text
    assert "11010519491231002X" not in page


def test_an_upload_above_the_limit_is_refused_by_its_size(county: County, editor: Client, settings):
    settings.UPLOAD_LIMIT = 1024
    disclosure = county.draft()
    big = io.BytesIO(b"%PDF-" + b"0" * 4096)
    big.name = "大文件.pdf"
    page = editor.post(
        reverse("disclosure-file-add", args=[disclosure.pk]), {"file": big}, headers={"HX-Request": "true"}
    )
    assert "「大文件.pdf」" in page.text and "上限" in page.text
    big.seek(0)
    assert "上限" in editor.post(reverse("disclosure-import"), {"files": [big]}).text
    big.seek(0)
    assert "上限" in editor.post(reverse("disclosure-check-alone"), {"text": "", "file": big}).text


def test_the_check_alone_says_what_of_a_zip_it_could_not_read(editor: Client) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("总结.txt", "清溪镇2023年政务公开工作总结。")
        archive.writestr("旧稿.rtf", rb"{\rtf1 x}")
    out.seek(0)
    out.name = "材料.zip"
    page = editor.post(reverse("disclosure-check-alone"), {"text": "", "file": out}).text
    assert "没有读全：旧稿.rtf：这是 RTF 格式的文件" in page


def test_a_stranger_cannot_release_what_others_approved(county: County):
    disclosure = county.approve(county.submitted())
    address = reverse("disclosure-act", args=[disclosure.pk, "publish_edition"])
    assert browser(county.stranger).post(address).status_code == 404
    with pytest.raises(NotAllowed):
        services.publish_edition(county.stranger, disclosure=disclosure)


def test_a_reviewer_of_another_unit_sees_what_is_to_be_reviewed(county: County):
    values = chain_of("first_review", "final_review", **{"step-1-includes_secrecy": "on"})
    values |= {"step-1-performed_by": "named", "step-1-unit": str(county.other_town.pk)}
    browser(county.supervisor).post(reverse("disclosure-chain-new"), values)
    edition = county.submitted()
    client = browser(county.stranger)
    assert client.get(reverse("disclosure-preview", args=[edition.disclosure_id])).status_code == 200
    county.approve(edition, county.first, county.stranger)
    assert services.publish_edition(county.stranger, disclosure=edition.disclosure).state == "published"
    assert client.get(reverse("disclosure-edit", args=[county.draft().pk])).status_code == 404


def test_an_emergency_item_cannot_be_recalled_behind_the_publics_back(county: County):
    edition = county.submitted()
    services.emergency_publish(county.final, disclosure=edition.disclosure, reason="山洪", consent=AGREED)
    with pytest.raises(Conflict, match="补审"):
        services.recall_edition(county.editor, disclosure=edition.disclosure, reason="x")


def test_the_final_reviewer_releases_a_scheduled_item_before_its_hour(county: County):
    edition = county.submitted()
    later = clock.now() + timedelta(days=3)
    services.schedule_publication(county.editor, disclosure=edition.disclosure, at=later)
    item = county.approve(edition)
    assert not county.final.may("submit_draft", item.unit)
    final = browser(county.final)
    address = reverse("disclosure-act", args=[item.pk, "publish_edition"])
    assert address in final.get(reverse("disclosure-detail", args=[item.pk])).text
    assert final.get(address).status_code == 200
    assert final.post(address).status_code == 302
    item.refresh_from_db()
    assert (item.state, item.stage, item.scheduled_for) == ("published", "idle", None)
    # other acts of the writer's stay the writer's
    assert final.get(reverse("disclosure-act", args=[item.pk, "resend_last_period"])).status_code == 403
