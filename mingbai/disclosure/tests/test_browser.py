"""A clerk's afternoon in a real browser: paste from Word, autosave, submit; nothing that the CSP would block."""

import os
import shutil
import time

import pytest
from django.urls import reverse

from mingbai.accounts.models import Person
from mingbai.disclosure.factories import County, make_county
from mingbai.disclosure.models import Attachment, Disclosure, Draft
from mingbai.proofreading.models import Decision

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CHROMIUM = shutil.which("chromium")
WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal{margin:0}</style></head><body>"
    "<!--StartFragment--><p class=MsoNormal align=center style='text-align:center'><b><span lang=EN-US "
    "style='font-size:22.0pt;font-family:方正小标宋'>防汛值班安排<o:p></o:p></span></b></p>"
    "<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>各村要落实<del cite='mailto:x' datetime='2026-03-01T09:00'>甲级</del><ins cite='mailto:x'>值班</ins>。"
    "<span style='display:none;mso-hide:all'>内部口径</span></span></p>"
    "<div style='mso-element:comment-list'><p class=MsoCommentText>这句再想想</p></div>"
    "<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr><td style='width:98.5pt'>"
    "<p class=MsoNormal>日期<img width=20 src='file:///C:/Users/x/clip_image002.png'></p></td><td><p class=MsoNormal>带班</p></td></tr></table><!--EndFragment--></body></html>"
)


@pytest.fixture
def page(live_server, monkeypatch):
    # playwright's loop runs in this thread, which Django takes for asynchronous code
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    if CHROMIUM is None:
        if "chromium" in os.environ.get("MINGBAI_REQUIRE", ""):
            pytest.fail("chromium is required here and not installed")
        pytest.skip("chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        opened = browser.new_page(viewport={"width": 1366, "height": 768}, base_url=live_server.url)
        yield opened
        browser.close()


@pytest.fixture
def county(transactional_db, page) -> County:
    made = make_county()
    Person.objects.update(is_demo=True)
    return made


def sign_in(page, actor) -> None:
    person = Person.objects.get(pk=actor.person_id)
    page.goto("/desk/sign-in/")
    page.fill("input[name=login]", person.username)
    page.fill("input[name=password]", "Abc12345678")
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/desk/")


def test_a_clerk_pastes_from_word_and_submits(page, county: County):
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    sign_in(page, county.editor)
    disclosure = county.draft(title="关于防汛值班的通知")
    refused.clear()
    page.goto(reverse("disclosure-edit", args=[disclosure.pk]))
    box = page.locator(".ProseMirror")
    box.click()
    page.keyboard.press("Control+A")
    page.evaluate(
        """html => {
            const data = new DataTransfer(); data.setData("text/html", html);
            document.querySelector(".ProseMirror").dispatchEvent(
                new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        WORD,
    )
    page.wait_for_selector("#saved:has-text('已自动保存')", timeout=15_000)
    kept = Draft.objects.of(disclosure=disclosure).get().body_html
    assert 'class="align-center"' in kept and 'class="indent-2"' in kept and "<table>" in kept
    assert "有 1 张图片没有带过来" in page.inner_text("#lost-pictures")
    assert ">各村要落实值班。<" in kept and "再想想" not in kept
    assert "style=" not in kept and "Mso" not in kept and "<o:" not in kept
    page.click("button[value=submit]")
    page.wait_for_url(f"**/desk/disclosures/{disclosure.pk}/")
    assert Disclosure.objects.of(pk=disclosure.pk).get().stage == "in_review"
    assert refused == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1366


def test_a_pasted_picture_becomes_a_file_of_the_item_and_stands_in_the_text(page, county: County):
    sign_in(page, county.editor)
    disclosure = county.draft(title="关于防汛值班的通知")
    page.on("dialog", lambda dialog: dialog.accept("值班点分布图"))
    page.goto(reverse("disclosure-edit", args=[disclosure.pk]))
    page.click(".ProseMirror")
    page.evaluate(
        """async () => {
            const canvas = Object.assign(document.createElement("canvas"), {width: 8, height: 8});
            canvas.getContext("2d").fillRect(0, 0, 8, 8);
            const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
            const data = new DataTransfer(); data.items.add(new File([blob], "截图.png", {type: "image/png"}));
            document.querySelector(".ProseMirror").dispatchEvent(
                new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }"""
    )
    page.wait_for_selector("#files:has-text('截图.png')")
    page.wait_for_selector(".ProseMirror img[alt='值班点分布图']")
    page.wait_for_selector("#saved:has-text('已自动保存')", timeout=15_000)
    file = Attachment.objects.of(disclosure=disclosure).get()
    kept = Draft.objects.of(disclosure=disclosure).get().body_html
    assert f'<img src="/desk/disclosures/{disclosure.pk}/files/{file.pk}/" alt="值班点分布图">' in kept
    assert page.evaluate("document.querySelector('.ProseMirror img').naturalWidth") == 8


def test_findings_come_while_one_writes_and_are_mended_with_one_press(page, county: County):
    errors: list[str] = []
    sign_in(page, county.editor)
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    disclosure = county.draft(title="青山镇关于防火的通知")
    page.goto(reverse("disclosure-edit", args=[disclosure.pk]))
    assert page.locator(".finding").count() == 0
    page.locator(".ProseMirror").fill("巡查以经开始，有事请打电话。\n一、组织巡查。\n三、清理杂草。")
    page.wait_for_selector(".finding", timeout=15_000)
    page.locator(".finding", has_text="以经").locator("[data-mend]").click()
    page.locator(".finding", has_text="以经").wait_for(state="detached", timeout=15_000)
    page.locator(".finding", has_text="三、清理杂草").locator("[data-mend]").click()
    page.locator(".finding", has_text="三、清理杂草").wait_for(state="detached", timeout=15_000)
    kept = Draft.objects.of(disclosure=disclosure).get().body_html
    assert "巡查已经开始" in kept and "二、清理杂草" in kept
    assert set(Decision.objects.of(item_id=disclosure.pk).values_list("verdict", flat=True)) == {"mend"}
    assert errors == []


def test_what_could_not_be_saved_is_kept_until_it_can(page, county: County):
    sign_in(page, county.editor)
    disclosure = county.draft(title="青山镇关于防火的通知")
    page.goto(reverse("disclosure-edit", args=[disclosure.pk]))
    page.context.set_offline(True)
    page.locator(".ProseMirror").fill("断网的时候写的一段话。")
    page.wait_for_selector("#saved:has-text('没有连上服务器')", timeout=15_000)
    page.evaluate("window.onbeforeunload = null")
    page.context.set_offline(False)
    page.on("dialog", lambda dialog: dialog.accept())
    # the browser is gone before the next attempt, and somebody opens the draft again
    page.reload()
    page.get_by_role("button", name="恢复").click()
    page.wait_for_selector("#saved:has-text('已自动保存')", timeout=15_000)
    assert "断网的时候写的一段话" in Draft.objects.of(disclosure=disclosure).get().body_html


def test_nothing_is_asked_of_an_item_whose_submission_is_on_its_way(page, county: County):
    """A slow network: two seconds after the title was typed the item may be submitted already."""
    sign_in(page, county.editor)
    disclosure = county.draft(title="青山镇关于防火的通知")
    page.goto(reverse("disclosure-edit", args=[disclosure.pk]))
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)

    def slowly(route) -> None:
        if route.request.method == "POST":
            time.sleep(4)
        route.continue_()

    page.route("**/edit/", slowly)
    page.fill("[name=title]", "青山镇关于冬季防火的通知")
    page.click("button[value=submit]")
    page.wait_for_url(f"**/desk/disclosures/{disclosure.pk}/")
    assert [url.rpartition("/desk")[2] for url in sent] == [f"/disclosures/{disclosure.pk}/edit/"]


def test_weak_doubts_are_closed_until_asked_for_and_stay_as_they_were_left(page, county: County):
    sign_in(page, county.editor)
    disclosure = county.draft(title="青溪镇2021年政务公开工作总结")
    page.goto(reverse("disclosure-edit", args=[disclosure.pk]))
    page.locator(".ProseMirror").fill(
        "成立了政务公开领导小祖，由镇长任组长，各科室负责人为成员，明确了工作职责。\n"
        "制定定了信息发布审核制度，做到应公开尽公开，完成率任务按月通报。\n"
        "通过政府网站、、微信公众号和村务公开栏及时公布群众关心的事项，全全年公布信息260条。\n"
        "认真惯彻落实上级部署，公开内容不购全面，监督监督不到位。"
    )
    weak = page.locator("details.weak")
    weak.wait_for(timeout=15_000)
    assert not weak.locator(".finding").first.is_visible()
    weak.locator("> summary").focus()
    page.keyboard.press("Enter")
    assert weak.locator(".finding").first.is_visible()
    page.locator(".finding", has_text="领导小祖").locator("[data-mend]").first.click()
    page.locator(".finding", has_text="领导小祖").wait_for(state="detached", timeout=15_000)
    assert weak.evaluate("details => details.open")
