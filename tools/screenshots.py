"""The pictures of README and manual, taken of the running product: `python -m tools.screenshots DIR`.

Builds a demonstration county in a temporary folder (`--data FOLDER` uses one that is there), works in it as its people
do, and writes one small PNG for each picture. Desk and public pages at 1366×768, phones at 390×844.
"""

import argparse
import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools import live

DESK, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
MOST_BYTES = 200_000
COLOURS = 96
TITLE = "松月镇关于开展冬季用火用电检查的通知"
# three faults for the machine to find: a year left open, a number left out, a sum that does not add up
BODY = (
    "各村（社区）：\n为做好冬季用火用电安全工作，定于20xx年12月1日起开展检查。\n一、检查煤炉、电热毯使用情况。\n"
    "三、检查燃气管道和报警器。\n已检查商铺20家、民宿8家、食堂5家，合计35家。\n松月镇人民政府\n2026年11月23日"
)
# what a careless hand adds: a wrong character, a doubled one, a mark too many
CARELESS = BODY.replace("检查煤炉", "全全面检查煤炉、、").replace("工作，定于", "工作，成立领导小祖，定于")
MENDED = BODY.replace("20xx年", "2026年").replace("三、检查", "二、检查").replace("合计35家", "合计33家")
STRANGER = "临河镇防汛物资储备情况\n\n汛期前完成编织袋、救生衣清点入库。\n\n临河镇人民政府\n2026年5月20日\n"


@dataclass
class Studio:
    """The browser, where pictures go, and what was made on the way: `number` is the item that the pictures follow."""

    browser: Any
    base: str
    folder: Path
    number: str = ""
    pages: dict[tuple[str, int], Any] = field(default_factory=dict)

    def page(self, username: str = "", size: dict[str, int] = DESK) -> Any:
        key = (username, size["width"])
        if key not in self.pages:
            context = self.browser.new_context(base_url=self.base, viewport=size, locale="zh-CN")
            self.pages[key] = context.new_page()
            if username:
                live.sign_in(self.pages[key], username)
        return self.pages[key]

    def take(self, name: str, page: Any, *, whole: bool = False) -> None:
        page.wait_for_load_state("networkidle")
        page.evaluate("document.activeElement && document.activeElement.blur()")
        small = _small(page.screenshot(full_page=whole, animations="disabled"))
        if len(small) > MOST_BYTES:
            raise SystemExit(f"{name}: {len(small)} bytes are more than {MOST_BYTES}")
        (self.folder / f"{name}.png").write_bytes(small)

    def visit(self, name: str, address: str, username: str = "", size: dict[str, int] = DESK) -> Any:
        page = self.page(username, size)
        page.goto(address)
        self.take(name, page)
        return page


def _small(png: bytes) -> bytes:
    from PIL import Image

    picture, out = Image.open(io.BytesIO(png)).convert("RGB"), io.BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _choose(page: Any, name: str, words: str) -> None:
    box = page.locator(f"select[name={name}]")
    box.select_option(box.locator("option", has_text=words).first.get_attribute("value"))


def public_pages(studio: Studio) -> None:
    studio.visit("home", "/")
    studio.visit("home-phone", "/", size=PHONE)
    studio.visit("home-large-type-phone", "/da/", size=PHONE)
    search = studio.visit("search", "/search/?q=镇里的低保在哪办")
    search.locator("article.result a").first.click()
    studio.take("item", search)
    studio.visit("search-nothing", "/search/?q=飞碟观测站")
    studio.visit("unit", "/units/songyue/")
    studio.visit("apply", "/apply/")
    studio.visit("report-error", "/report-error/?path=/units/songyue/")


def clerk(studio: Studio) -> None:
    page = studio.visit("clerk-today", "/desk/", "editor@songyue")
    studio.visit("clerk-first-day", "/desk/first-day/", "editor@songyue")
    studio.visit("clerk-new", "/desk/disclosures/new/", "editor@songyue")
    page.get_by_role("button", name="开始").click()
    page.wait_for_url("**/edit/")
    studio.number = page.url.split("/")[-3]
    page.get_by_label("标题", exact=True).fill(TITLE)
    _choose(page, "column", "通知公告")
    page.locator(".ProseMirror").fill(BODY)
    page.get_by_label("成文日期").fill(live.TODAY)
    _choose(page, "theme", "其他")
    _choose(page, "genre", "通知")
    page.get_by_role("button", name="保存并检查").click()
    page.get_by_text("已保存。").wait_for()
    studio.take("clerk-edit", page)
    page.locator(".finding summary").first.click()
    page.locator("aside").scroll_into_view_if_needed()
    studio.take("clerk-findings", page)
    page.get_by_role("button", name="送审").click()
    page.wait_for_url(f"**/disclosures/{studio.number}/")


def checking_alone(studio: Studio) -> None:
    page = studio.page("editor@songyue")
    page.goto("/desk/check/")
    page.get_by_label("文字", exact=True).fill(f"{TITLE}\n{CARELESS}")
    page.get_by_role("button", name="检查", exact=True).click()
    page.locator(".spot").first.wait_for()
    studio.take("clerk-check-alone", page)


def reviews(studio: Studio) -> None:
    reviewer = studio.visit("review-queue", "/desk/reviews/", "first@songyue")
    reviewer.get_by_role("link", name=TITLE).first.click()
    studio.take("review", reviewer)
    reviewer.get_by_label("审核意见").fill("年份没有填，序号不连续，合计数不对，请改好再送。")
    reviewer.locator(".verdict-bar summary").click()
    reviewer.get_by_label("问题位置").fill("第二段、第四段、第五段")
    studio.take("review-return", reviewer)
    reviewer.get_by_role("button", name="退回 (R)").click()
    reviewer.get_by_text("已退回起草人").wait_for()
    page = studio.visit("clerk-returned", f"/desk/disclosures/{studio.number}/edit/", "editor@songyue")
    page.locator(".ProseMirror").fill(MENDED)
    page.get_by_role("button", name="送审").click()
    page.wait_for_url(f"**/disclosures/{studio.number}/")
    for post in ("first", "second", "final"):
        _approve(studio, f"{post}@songyue", picture="review-final" if post == "final" else "")


def _approve(studio: Studio, username: str, picture: str) -> None:
    page = studio.page(username)
    page.goto("/desk/reviews/")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_label("审核意见").fill("同意公开。")
    if page.locator("input[name=secrecy_cleared]").count():
        page.locator("input[name=secrecy_cleared]").check()
    if picture:
        studio.take(picture, page)
    page.get_by_role("button", name="同意").click()
    page.get_by_text(f"《{TITLE}》已").wait_for()


def after_publication(studio: Studio) -> None:
    base = f"/desk/disclosures/{studio.number}"
    studio.visit("clerk-detail", f"{base}/", "editor@songyue")
    studio.visit("clerk-correct", f"{base}/act/start_correction/", "editor@songyue")
    studio.visit("clerk-repeal", f"{base}/act/repeal/", "editor@songyue")
    studio.visit("final-withdraw", f"{base}/act/withdraw/", "final@songyue")
    page = studio.visit("clerk-gaps", "/desk/gaps/", "editor@songyue")
    page.get_by_role("link", name="本期无内容").first.click()
    page.locator("#nothing").scroll_into_view_if_needed()
    studio.take("clerk-nothing", page)


def importing(studio: Studio) -> None:
    page = studio.page("editor@songyue")
    page.goto("/desk/import/")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "松月镇冬季安全检查通知.txt"
        file.write_text(f"{TITLE}（二）\n\n{MENDED}\n", encoding="utf-8")
        _choose(page, "unit", "松月镇")
        page.locator("#files").set_input_files(file)
        studio.take("clerk-import", page)
        page.get_by_role("button", name="开始导入").click()
        page.get_by_text("已完成").wait_for(timeout=60_000)
        studio.take("clerk-import-result", page)
        stranger = Path(folder) / "临河镇防汛物资.txt"
        stranger.write_text(STRANGER, encoding="utf-8")
        office = studio.page("office@mingxian")
        office.goto("/desk/import/")
        office.locator("#files").set_input_files(stranger)
        office.get_by_role("button", name="开始导入").click()
        office.get_by_text("已完成").wait_for(timeout=60_000)
    studio.visit("office-unclaimed", "/desk/unclaimed/", "office@mingxian")


def village(studio: Studio) -> None:
    page = studio.visit("village-today-phone", "/desk/", "editor@songyue-yueqiao", PHONE)
    page.goto("/desk/disclosures/new/")
    page.get_by_role("button", name="开始").click()
    page.wait_for_url("**/edit/")
    page.get_by_label("标题", exact=True).fill("月桥村关于开展冬季饮水管道检修的公告")
    _choose(page, "column", "便民信息")
    page.locator(".ProseMirror").fill("检修期间分组停水，请各户提前储水。")
    studio.take("village-edit-phone", page)


def county_office(studio: Studio) -> None:
    office = "office@mingxian"
    studio.visit("office-today", "/desk/", office)
    matrix = studio.visit("office-matrix", "/desk/matrix/", office)
    matrix.locator("td.cell a").first.click()
    studio.take("office-gaps", matrix)
    own = studio.visit("office-catalogue", "/desk/catalogue/?unit=songyue", office)
    own.get_by_role("link", name="通知公告").first.click()
    own.get_by_role("heading", name="调整").scroll_into_view_if_needed()
    studio.take("office-adoption", own)
    studio.visit("office-standards", "/desk/standards/", office)
    studio.visit("office-chains", "/desk/chains/", office)
    studio.visit("office-statistics", "/desk/statistics/", office)
    studio.visit("office-search-words", "/desk/search-words/", office)
    studio.visit("office-banner", "/desk/banners/new/", office)
    studio.visit("office-wizard", "/desk/wizard/", office)


def administrator(studio: Studio) -> None:
    name = "admin@mingxian"
    studio.visit("admin-units", "/desk/units/", name)
    studio.visit("admin-person-new", "/desk/people/new/", name)
    people = studio.page(name)
    people.goto("/desk/people/?q=editor@songyue")
    people.get_by_role("cell", name="editor@songyue", exact=True).locator("..").get_by_role("link").click()
    studio.take("admin-person", people)
    people.get_by_role("link", name="办理交接").click()
    studio.take("admin-handover", people)
    studio.visit("admin-calendar", "/desk/calendar/", name)
    studio.visit("admin-identity", "/desk/identity/", name)
    studio.visit("admin-sign-ins", "/desk/sign-ins/", name)


SCENES: tuple[Callable[[Studio], None], ...] = (
    public_pages, clerk, checking_alone, reviews, after_publication, importing, village, county_office, administrator,
)  # fmt: skip


@contextmanager
def _county(data: Path | None) -> Iterator[str]:
    if data is None:
        with live.serving(items=True) as url:
            yield url
    else:
        with live.serving_folder(data) as url:
            yield url


def main(arguments: list[str]) -> int:
    made = argparse.ArgumentParser(prog="python -m tools.screenshots")
    made.add_argument("folder", type=Path)
    made.add_argument("--data", type=Path, help="a demonstration folder to use; it will be worked in")
    options = made.parse_args(arguments)
    path = shutil.which("chromium")
    if path is None:
        print("缺少 Chromium：apt-get install chromium", file=sys.stderr)
        return 3
    options.folder.mkdir(parents=True, exist_ok=True)
    with _county(options.data) as url, live.chromium(path) as browser:
        studio = Studio(browser, url, options.folder)
        for scene in SCENES:
            scene(studio)
            print(scene.__name__, file=sys.stderr, flush=True)
    total = sum(file.stat().st_size for file in options.folder.glob("*.png"))
    print(f"{len(list(options.folder.glob('*.png')))} pictures, {total / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
