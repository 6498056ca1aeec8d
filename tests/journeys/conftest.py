"""One served county for all journeys of a process, and a browser that forgives no blocked script."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tools import live

DESK = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
# what Chromium says of pages that answer 400 with the faults of a form, or 410 for what was withdrawn: no defects
ANSWERS = ("the server responded with a status of 400", "the server responded with a status of 410")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    path = shutil.which("chromium")
    if path is None:
        if "chromium" in os.environ.get("MINGBAI_REQUIRE", ""):
            pytest.fail("chromium is required here and not installed")
        pytest.skip("chromium is not installed")
    with live.chromium(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def served(browser: Any) -> Iterator[str]:
    with live.serving(items=False) as url:
        yield url


@pytest.fixture(scope="session")
def cookies() -> dict[str, Any]:
    """Of people who signed in before: a password takes the server most of a second."""
    return {}


@pytest.fixture
def visit(browser: Any, served: str, cookies: dict[str, Any]) -> Iterator[Callable[..., Any]]:
    """Opens a page in a browser of its own, signed in as `username` if given. Whatever the browser refuses or
    reports as an error fails the test."""
    contexts, complaints = [], []

    def hear(message: Any) -> None:
        if message.type == "error" and not any(answer in message.text for answer in ANSWERS):
            complaints.append(f"{message.text} ({message.location.get('url', '')})")

    def open_page(
        username: str = "", size: dict[str, int] | None = None, password: str = live.PASSWORD
    ) -> Any:
        context = browser.new_context(
            base_url=served, viewport=size or DESK, locale="zh-CN", storage_state=cookies.get(username)
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if username in cookies:
            page.goto("/desk/")
        elif username:
            live.sign_in(page, username, password)
            cookies[username] = context.storage_state()
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
