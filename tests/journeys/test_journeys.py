"""The days of real people, each in a browser of their own, on a served county."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import PHONE
from tools import live

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
SAMPLES = Path(__file__).parents[2] / "../shared/samples"
BODY = ".ProseMirror"


def item_number(page: Any) -> str:
    found = re.search(r"/disclosures/(\d+)/", page.url)
    assert found, page.url
    return found[1]


def write(page: Any, title: str, body: str, *, column: str) -> str:
    """A new item of the person's unit, filled in and sent for review; gives its number."""
    page.goto("/desk/disclosures/new/")
    page.get_by_role("button", name="开始").click()
    page.wait_for_url("**/edit/")
    fill(page, title, body, column=column)
    send_for_review(page)
    return item_number(page)


def fill(page: Any, title: str, body: str, *, column: str) -> None:
    page.get_by_label("标题", exact=True).fill(title)
    choose(page, "column", column)
    page.locator(BODY).fill(body)
    page.get_by_label("成文日期").fill(live.TODAY)
    choose(page, "theme", "其他")
    choose(page, "genre", "通知")


def choose(page: Any, name: str, words: str) -> None:
    """The first option whose text holds the words."""
    box = page.locator(f"select[name={name}]")
    box.select_option(box.locator("option", has_text=words).first.get_attribute("value"))


def send_for_review(page: Any) -> None:
    page.get_by_role("button", name="送审").click()
    page.wait_for_url(lambda address: not address.endswith("/edit/"))
    page.get_by_text("审核中").first.wait_for()


def approve(page: Any, title: str, *, overrule: str = "") -> None:
    page.goto("/desk/reviews/")
    page.get_by_role("link", name=title).first.click()
    page.get_by_label("审核意见").fill("同意公开。")
    if page.locator("input[name=secrecy_cleared]").count():
        page.locator("input[name=secrecy_cleared]").check()
    if overrule and page.locator(".finding-error").count():
        page.locator(".verdict-bar summary").click()
        page.get_by_label("排除疑点的理由").fill(overrule)
    page.get_by_role("button", name="同意").click()
    page.get_by_text(f"《{title}》已").wait_for()


def approved_by_all(visit: Visit, title: str) -> None:
    for post in ("first", "second", "final"):
        approve(visit(f"{post}@songyue"), title, overrule="原件如此，已核对。" if post == "final" else "")


def never_wider_than_the_screen(page: Any) -> None:
    wide = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide[0] <= wide[1], page.url


@pytest.mark.skipif(not SAMPLES.exists(), reason="../shared/samples is not here")
def test_a_real_document_goes_from_a_text_file_to_the_public_page(visit: Visit) -> None:
    clerk = visit("editor@songyue")
    clerk.goto("/desk/import/")
    choose(clerk, "unit", "松月镇")
    clerk.locator("#files").set_input_files(sorted(SAMPLES.glob("*.txt"))[0])
    clerk.get_by_role("button", name="开始导入").click()
    clerk.get_by_text("已完成").wait_for(timeout=60_000)
    clerk.locator("#batch tbody a").first.click()
    title = clerk.get_by_role("heading", level=1).inner_text()

    clerk.get_by_role("link", name="继续写").click()
    choose(clerk, "column", "公开年报")
    choose(clerk, "theme", "其他")
    choose(clerk, "genre", "报告")
    clerk.get_by_role("button", name="保存并检查").click()
    clerk.get_by_text("已保存。").wait_for()
    send_for_review(clerk)
    number = item_number(clerk)
    approved_by_all(visit, title)

    citizen = visit(size=PHONE)
    citizen.goto(f"/items/{number}/")
    assert citizen.get_by_role("heading", level=1).inner_text() == title
    never_wider_than_the_screen(citizen)
    citizen.goto("/")
    citizen.get_by_label("要找什么").fill(title)
    citizen.get_by_role("button", name="查找").click()
    assert citizen.locator("article.result a").first.get_attribute("href") == f"/items/{number}/"
    assert citizen.context.cookies() == []


def test_a_village_informant_writes_a_notice_on_the_phone(visit: Visit) -> None:
    village = visit("editor@songyue-yueqiao", PHONE)
    never_wider_than_the_screen(village)
    title = "月桥村关于开展冬季农村饮水管道检修的公告"
    write(village, title, "检修期间分组停水，请各户提前储水。", column="便民信息")
    never_wider_than_the_screen(village)
    approved_by_all(visit, title)
    citizen = visit(size=PHONE)
    citizen.goto("/units/songyue-yueqiao/")
    citizen.get_by_role("link", name=title).first.click()
    assert "分组停水" in citizen.locator(".body").inner_text()
    never_wider_than_the_screen(citizen)


def test_a_returned_item_is_mended_by_its_author(visit: Visit) -> None:
    clerk, title = visit("editor@songyue"), "松月镇2026年冬春防火工作安排"
    number = write(clerk, title, "自十二月一日起实行野外用火报备。", column="通知公告")
    reviewer = visit("first@songyue")
    reviewer.goto("/desk/reviews/")
    reviewer.get_by_role("link", name=title).click()
    reviewer.get_by_label("审核意见").fill("请写明报备电话。")
    reviewer.locator(".verdict-bar summary").click()
    reviewer.get_by_label("问题位置").fill("第一段")
    reviewer.get_by_label("建议改为").fill("自十二月一日起实行野外用火报备，电话见村公开栏。")
    reviewer.get_by_role("button", name="退回 (R)").click()
    reviewer.get_by_text("已退回起草人").wait_for()

    clerk.goto("/desk/")
    clerk.get_by_role("link", name=title).first.click()
    clerk.wait_for_url("**/edit/")
    assert "请写明报备电话。" in clerk.locator(".alert-warning").first.inner_text()
    clerk.locator(BODY).fill("自十二月一日起实行野外用火报备，电话见村公开栏。")
    send_for_review(clerk)
    approved_by_all(visit, title)
    citizen = visit()
    assert citizen.goto(f"/items/{number}/").status == 200


def test_a_published_item_is_corrected_and_then_withdrawn(visit: Visit) -> None:
    clerk, title = visit("editor@songyue"), "松月镇农机跨区作业证办理指南"
    number = write(clerk, title, "请于每周三上午到农业服务中心办理。", column="通知公告")
    approved_by_all(visit, title)
    do(clerk, number, "start_correction", "更正", 理由="办理时间改为每周四上午。")
    clerk.locator(BODY).fill("请于每周四上午到农业服务中心办理。")
    send_for_review(clerk)
    approved_by_all(visit, title)
    citizen = visit()
    citizen.goto(f"/items/{number}/")
    assert "办理时间改为每周四上午。" in citizen.locator("main").inner_text()
    assert "每周四上午" in citizen.locator(".body").inner_text()

    final = visit("final@songyue")
    final.goto(f"/desk/disclosures/{number}/act/withdraw/")
    choose(final, "reason", "内容已过时")
    do(final, number, "withdraw", "撤下", 具体情况="明年改为网上办理。")
    assert fetched(citizen, f"/items/{number}/") == 410
    gone = citizen.content()
    assert title in gone and "内容已过时" in gone and "明年改为网上办理" not in gone


def do(page: Any, number: str, act: str, button: str, **fields: str) -> None:
    """Carry out an act of the item's page; a form that is open already keeps what was chosen in it."""
    address = f"/desk/disclosures/{number}/act/{act}/"
    if not page.url.endswith(address):
        page.goto(address)
    for label, words in fields.items():
        page.get_by_label(label).fill(words)
    page.get_by_role("button", name=button, exact=True).click()
    page.get_by_text(f"已{button}。").wait_for()


def fetched(page: Any, address: str) -> int:
    return int(page.goto(address).status)


def test_the_county_office_goes_from_the_matrix_to_a_statement(visit: Visit) -> None:
    office = visit("office@mingxian")
    office.goto("/desk/matrix/")
    office.locator("td.cell a[aria-label*=财政]").first.click()
    office.wait_for_url("**/gaps/**")
    row = office.locator("tbody tr", has_text="本期无内容").first
    name = row.locator("td").nth(2).inner_text()
    row.get_by_role("link", name="本期无内容").click()
    office.get_by_label("说明").fill("本季度没有发生这类事项。")
    for label, day in (("期间起", "2026-10-01"), ("期间止", "2026-12-31")):
        office.get_by_label(label).fill(day)
    office.get_by_role("button", name="登记说明").click()
    office.get_by_text("说明已登记，本期视为已更新。").wait_for()
    assert name in office.get_by_role("heading", level=1).inner_text()
    assert "本季度没有发生这类事项。" in office.locator("main").inner_text()


def test_a_new_person_must_change_the_first_password(visit: Visit) -> None:
    administrator = visit("admin@mingxian")
    administrator.goto("/desk/people/new/")
    administrator.get_by_label("账号").fill("new.clerk@songyue")
    administrator.get_by_label("姓名").fill("周明")
    choose(administrator, "unit", "松月镇")
    administrator.get_by_label("岗位").select_option(label="经办人")
    administrator.get_by_role("button", name="开通").click()
    first = administrator.locator("dd code").inner_text()

    person = visit("new.clerk@songyue", password=first)
    person.goto("/desk/disclosures/")
    assert "/account/password/" in person.url
    person.locator("input[name=old]").fill(first)
    person.locator("input[name=new]").fill("Ming-Bai-0923-xin")
    person.locator("input[name=again]").fill("Ming-Bai-0923-xin")
    person.get_by_role("button", name="修改密码").click()
    person.wait_for_url(lambda address: "/account/password/" not in address)
    person.goto("/desk/disclosures/")
    assert person.get_by_role("heading", level=1).inner_text() == "信息清单"


def test_a_reviewer_needs_no_mouse(visit: Visit) -> None:
    title = "松月镇便民服务中心调整窗口时间的通知"
    write(visit("editor@songyue"), title, "自十二月一日起，周六上午照常受理。", column="通知公告")
    page = visit()
    page.goto("/desk/sign-in/")
    page.wait_for_selector("input[name=login]:focus")
    for typed in ("first@songyue", "Tab", live.PASSWORD, "Enter"):
        page.keyboard.press(typed) if typed in {"Tab", "Enter"} else page.keyboard.type(typed)
    page.wait_for_url("**/desk/")
    page.goto("/desk/reviews/")
    tab_to(page, f"tr:has-text('{title}')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reviews/*/")
    tab_to(page, "textarea[name=opinion]")
    page.keyboard.type("同意。")
    page.keyboard.press("Control+Enter")
    page.get_by_text(f"《{title}》已同意，转下一环节。").wait_for()


def tab_to(page: Any, selector: str, most: int = 80) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.locator(selector).first.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{selector} cannot be reached with the Tab key")
