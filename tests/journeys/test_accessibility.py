"""axe-core reads every screen of the desk and the main public pages: no violation of WCAG 2.2 A and AA."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, get_resolver, resolve

from tests.journeys.conftest import PHONE
from tests.journeys.test_journeys import never_wider_than_the_screen, write
from tests.test_every_address import walk

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
}
# who opens which screens; a list goes into its first row where the screen shows one thing
SCREENS = {
    "editor@songyue": (
        "", "first-day/", "disclosures/", "disclosures/new/", "disclosures/public-on/", "import/", "check/", "gaps/", "catalogue/", "site-errors/",
        "leading-group/", "leading-group/import/",
    ),
    "first@songyue": ("reviews/",),
    "office@mingxian": (
        "", "matrix/", "gaps/", "catalogue/import/?unit=songyue", "standards/", "standards/load/", "calendar/",
        "unclaimed/", "rules/", "rules/placeholder.masked_year/", "lists/", "lists/laws/", "lists/events/", "lists/rules/", "statistics/", "search-words/", "search-words/new/", "banners/", "banners/new/",
        "journal/", "wizard/", "chains/", "chains/new/",
    ),
    "admin@mingxian": (
        "units/", "units/new/", "units/import/", "units/songyue/", "units/songyue/rename/", "units/songyue/merge/",
        "units/songyue/move/", "units/songyue/close/", "people/", "people/new/", "people/import/",
        "absences/", "identity/", "sign-ins/", "jobs/", "account/", "account/password/", "account/sessions/", "account/second-factor/",
        "account/second-factor/app/", "calendar/",
    ),
}  # fmt: skip
FIRST_ROWS = {
    "office@mingxian": ("catalogue/?unit=songyue", "standards/", "chains/"),
    "admin@mingxian": ("people/",),
}
# answers that are no pages: what a press sends, what a script asks for, files
NO_PAGES = re.compile(
    r"(^sign-out/|/?export/|bulk/|claim/|adopt/|/autosave/|/company/|/fill/|/check/|/findings/<int:finding>/|/relations/|/answers/|"
    r"/deputy/|account/absences/|/files/.*|/original/|slip\.(docx|pdf)|/end/|/again/|/file\.json|first-day/<slug:code>/|/switch/|/trust/|/nothing/|/pause/|/remove/|rules/on/|notices/.*|"
    r"/posts/|/password/|people/<int:pk>/(second-factor|close|reopen|sessions)/|account/confirm/|second-factor/codes/.*|app/off/|"
    r"sign-in/(second-factor/)?|sign-in/new/)$"
)
# pages that show one thing: found by following links from the screens above, one of each kind
DETAILS = {
    "editor@songyue": (
        "disclosures/<int:pk>/", "disclosures/<int:pk>/edit/", "disclosures/<int:pk>/preview/",
        "disclosures/<int:pk>/act/<slug:name>/", "import/<int:pk>/", "import/<int:pk>/undo/", "catalogue/<int:pk>/",
    ),
    "first@songyue": ("reviews/<int:pk>/",),
    "office@mingxian": (
        "standards/<int:pk>/", "chains/<int:pk>/", "lists/<slug:key>/", "lists/<slug:key>/change/",
        "rules/<str:name>/",
    ),
    "admin@mingxian": (
        "people/<int:pk>/", "people/<int:pk>/edit/", "people/<int:pk>/handover/", "units/<slug:code>/", "units/<slug:code>/<slug:act>/",
    ),
}  # fmt: skip
# read by the test of one item, or wanting two editions, two catalogues, a citizen's report, a word of the county
ELSEWHERE = {
    "disclosures/<int:pk>/editions/<int:number>/", "disclosures/<int:pk>/compare/", "standards/<int:pk>/compare/<int:other>/", "site-errors/<int:pk>/",
    "search-words/<int:pk>/", "disclosures/<int:pk>/preview/page/",
}  # fmt: skip


def violations(page: Any) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{page.url}: {rule['id']} {node['target']} {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"]
    ]


def read_screens(page: Any, addresses: tuple[str, ...]) -> list[str]:
    faults = []
    for address in addresses:
        answer = page.goto(f"/desk/{address}")
        assert answer.status == 200, address
        never_wider_than_the_screen(page)
        faults += violations(page)
    return faults


@pytest.mark.parametrize("username", SCREENS)
def test_the_screens_of_one_person(visit: Visit, username: str) -> None:
    page = visit(username)
    faults = read_screens(page, SCREENS[username])
    for address in FIRST_ROWS.get(username, ()):
        page.goto(f"/desk/{address}")
        page.locator("tbody a").first.click()
        page.wait_for_load_state()
        faults += violations(page)
    assert faults == []


def test_the_screens_of_one_item(visit: Visit) -> None:
    clerk = visit("editor@songyue")
    number = write(clerk, "松月镇便民大厅搬迁公告", "身份证办理窗口一并搬迁。", column="通知公告")
    faults = read_screens(clerk, (f"disclosures/{number}/", f"disclosures/{number}/act/recall_edition/"))
    shown = ("preview/", "preview/?width=phone", "preview/page/", "preview/page/?size=elder", "editions/1/")
    faults += read_screens(clerk, tuple(f"disclosures/{number}/{each}" for each in shown))
    reviewer = visit("first@songyue")
    reviewer.goto("/desk/reviews/")
    faults += violations(reviewer)
    reviewer.locator("tbody a").first.click()
    reviewer.wait_for_load_state()
    faults += violations(reviewer)
    clerk.goto("/desk/disclosures/new/")
    clerk.get_by_role("button", name="开始").click()
    clerk.wait_for_url("**/edit/")
    clerk.wait_for_selector(".ProseMirror")
    faults += violations(clerk)
    assert faults == []


def test_what_anybody_sees(visit: Visit) -> None:
    page, faults = visit(), []
    for address in (
        "/desk/sign-in/",
        "/desk/sign-in/forgotten/",
        "/",
        "/da/",
        "/units/songyue/",
        "/search/?q=低保",
    ):
        page.goto(address)
        never_wider_than_the_screen(page)
        faults += violations(page)
    assert faults == []


def test_the_clerk_s_screens_on_a_phone(visit: Visit) -> None:
    page = visit("editor@songyue-yueqiao", PHONE)
    assert read_screens(page, ("", "disclosures/", "disclosures/new/", "gaps/", "catalogue/")) == []


def route_of(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).route.removeprefix("desk/")
    except Resolver404:
        return ""


def links_of(page: Any) -> list[str]:
    found: list[str] = page.eval_on_selector_all(
        "main a[href^='/desk/']", "all => all.map(one => one.getAttribute('href'))"
    )
    return found


def follow(page: Any, start: tuple[str, ...]) -> tuple[set[str], list[str]]:
    """One page of each kind that the links from these screens lead to, however deep; kinds seen, and their faults."""
    seen: set[str] = {route_of(f"/desk/{address}") for address in start}
    faults: list[str] = []
    waiting = [(f"/desk/{address}", False) for address in start]
    while waiting:
        address, linked = waiting.pop(0)
        route = route_of(address)
        if linked and (not route or route in seen or NO_PAGES.search(route)):
            continue
        seen.add(route)
        answer = page.goto(address)
        assert answer.status == 200, address
        if linked:
            never_wider_than_the_screen(page)
            faults += violations(page)
        waiting += [(link, True) for link in links_of(page)]
    return seen, faults


def make_something_of_each_kind(visit: Visit) -> None:
    """What an empty demonstration lacks: an item in review, a draft, an import, an error report, a county's word."""
    clerk = visit("editor@songyue")
    write(clerk, "松月镇便民服务热线调整公告", "热线改由镇便民中心受理。", column="通知公告")
    clerk.goto("/desk/disclosures/new/")
    clerk.get_by_role("button", name="开始").click()
    clerk.wait_for_url("**/edit/")
    clerk.goto("/desk/import/")
    text = "松月镇2025年政务公开工作总结\n\n2025年，我镇认真落实政务公开各项要求。\n".encode()
    clerk.locator("#files").set_input_files({"name": "总结.txt", "mimeType": "text/plain", "buffer": text})
    clerk.get_by_role("button", name="开始导入").click()
    clerk.get_by_text("已完成").wait_for()
    office = visit("office@mingxian")
    office.goto("/desk/lists/events/")
    office.get_by_label("会议名称").fill("明县第九次党代会")
    office.get_by_label("召开日期").fill("2021-07-20")
    office.get_by_label("依据").fill("县委2021年公告")
    office.get_by_role("button", name="加入词表").click()
    office.get_by_text("已加入词表").wait_for()


def test_one_page_of_each_kind_behind_the_screens(visit: Visit) -> None:
    make_something_of_each_kind(visit)
    faults, missed = [], []
    for username, wanted in DETAILS.items():
        seen, found = follow(visit(username), SCREENS[username])
        faults += found
        missed += [f"{username}: {route}" for route in wanted if route not in seen]
    assert faults == []
    assert missed == []


def test_no_screen_of_the_desk_is_forgotten() -> None:
    routes = {
        route.removeprefix("desk/")
        for route in walk(get_resolver().url_patterns)
        if route.startswith("desk/")
    }
    opened = {route_of(f"/desk/{address}") for addresses in SCREENS.values() for address in addresses}
    behind = {route for details in DETAILS.values() for route in details}
    left = {route for route in routes - opened - behind - ELSEWHERE if not NO_PAGES.search(route)}
    assert left == {"sign-in/forgotten/"}
