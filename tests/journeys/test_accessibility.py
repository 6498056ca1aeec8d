"""axe-core reads every screen of the desk and the main public pages: no violation of WCAG 2.2 A and AA."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import get_resolver

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
        "", "first-day/", "disclosures/", "disclosures/new/", "import/", "check/", "gaps/", "catalogue/", "site-errors/",
        "leading-group/",
    ),
    "first@songyue": ("reviews/",),
    "office@mingxian": (
        "", "matrix/", "gaps/", "catalogue/import/?unit=songyue", "standards/", "standards/load/", "calendar/",
        "unclaimed/", "rules/", "rules/placeholder.masked_year/", "lists/", "lists/laws/", "lists/rules/", "statistics/", "search-words/", "search-words/new/", "banners/", "banners/new/",
        "journal/", "wizard/", "chains/", "chains/new/",
    ),
    "admin@mingxian": (
        "units/", "units/new/", "units/import/", "units/songyue/", "units/songyue/rename/", "units/songyue/merge/",
        "units/songyue/move/", "units/songyue/close/", "people/", "people/new/", "people/import/",
        "identity/", "sign-ins/", "jobs/", "account/", "account/password/", "account/sessions/", "account/second-factor/",
        "account/second-factor/app/", "calendar/",
    ),
}  # fmt: skip
FIRST_ROWS = {
    "office@mingxian": ("catalogue/?unit=songyue", "standards/", "chains/"),
    "admin@mingxian": ("people/",),
}
# screens that need an item, opened by the test that makes one, and answers that are no pages of their own
WITH_AN_ITEM = ("disclosures/<int:pk>/", "reviews/<int:pk>/", "import/<int:pk>/")
NO_PAGES = (
    "sign-out/", "sign-in/second-factor/", "account/confirm/", "account/second-factor/app/off/",
    "account/second-factor/codes/", "people/<int:pk>/", "site-errors/<int:pk>/", "search-words/<int:pk>/", "notices/",
    "jobs/<int:pk>/", "standards/<int:pk>/", "catalogue/<int:pk>/", "banners/<int:pk>/", "units/<slug:code>/", "chains/<int:pk>/",
    "leading-group/<int:pk>/", "lists/<slug:key>/", "lists/rules/on/", "rules/<str:name>/",
)  # fmt: skip
ANSWERS = ("export/", "bulk/", "claim/", "adopt/")


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
    faults += read_screens(clerk, (f"disclosures/{number}/preview/", f"disclosures/{number}/editions/1/"))
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


def test_no_screen_of_the_desk_is_forgotten() -> None:
    routes = {
        route.removeprefix("desk/")
        for route in walk(get_resolver().url_patterns)
        if route.startswith("desk/")
    }
    opened = {address.split("?")[0] for addresses in SCREENS.values() for address in addresses}
    named = {route for route in routes if route.replace("<slug:code>", "songyue") in opened}
    known = (*WITH_AN_ITEM, *NO_PAGES)
    elsewhere = {route for route in routes if route.startswith(known) or route.endswith(ANSWERS)}
    assert routes - named - elsewhere - {"sign-in/", "sign-in/new/", "sign-in/forgotten/"} == set()
