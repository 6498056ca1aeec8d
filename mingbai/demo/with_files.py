"""Items with files: accounts as workbooks, a plan as PDF, forms in Word, by the real services."""

from datetime import date
from random import Random

from mingbai.demo.desk_work import Office, on_day
from mingbai.demo.papers import blank_form, printed, workbook
from mingbai.demo.scene import paragraphs, table, wan
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Disclosure, Draft
from mingbai.disclosure.services import add_attachment, create_draft
from mingbai.disclosure.services.drafts import Content

TOWNS_SHOWN = ("songyue", "hetian")
BUREAUS_SHOWN = ("minzheng", "caizheng")
PUBLIC_EXPENSES = ("因公出国（境）费", "公务用车购置及运行维护费", "公务接待费")
RELIEF_FORM = (
    "姓名",
    "家庭住址",
    "联系电话",
    "家庭人口",
    "申请救助的原因",
    "家庭收入和支出情况",
    "申请人签名和日期",
    "村（社区）意见",
    "镇人民政府意见",
)
RELIEF_NOTE = "本表一式一份，由申请人填写或者由村（社区）代填，不收取费用。"


def hang_files() -> None:
    """A few items with each kind of file that citizens download."""
    office = Office()
    for code in (*TOWNS_SHOWN, *BUREAUS_SHOWN):
        _expenses(office, code)
    for code in TOWNS_SHOWN:
        _relief_form(office, code)
    _plan(office)
    _village_book(office)


def _paper(office: Office, draft_of: tuple[str, str], title: str, *parts: str, days: int) -> Disclosure:
    """A draft of the unit, in the column whose name holds the word."""
    code, word = draft_of
    unit, day = office.units[code], office.back(days)
    column = office.column(unit, word).column
    assert column is not None
    metadata = Metadata(issuer=unit.name, written_on=day, genre="其他", columns=(column.pk,))
    with on_day(day):
        content = Content(title, paragraphs(*parts), metadata)
        return create_draft(office.actor("editor", unit), unit=unit, content=content)


def _bring_out(office: Office, draft: Disclosure, name: str, content: bytes, days: int) -> None:
    with on_day(office.back(days)):
        add_attachment(office.actor("editor", draft.unit), disclosure=draft, name=name, content=content)
    office.brought_out(draft, days=days)


def _since(office: Office, month: int, day: int) -> int:
    """Days since the last time that this day of the year came round."""
    on = date(office.today.year, month, day)
    return (office.today - (on if on < office.today else on.replace(year=on.year - 1))).days


def _expenses(office: Office, code: str) -> None:
    """What was spent of the three public expenses in a year, as its own list."""
    unit, days = office.units[code], _since(office, 8, 25)
    year = office.back(days).year - 1
    rng = Random(f"{code}{year}")  # noqa: S311  deterministic on purpose
    spent = [rng.randrange(0, 300), rng.randrange(900, 4000), rng.randrange(200, 1500)]
    rows = [*zip(PUBLIC_EXPENSES, map(wan, spent), strict=True), ("合计", wan(sum(spent)))]
    sheet = table(("项目", "决算数（万元）"), rows)
    title = f"{unit.label}{year}年度财政拨款“三公”经费支出决算表"
    lead = f"现将{unit.label}{year}年度财政拨款“三公”经费支出情况公布如下，合计{wan(sum(spent))}万元。表格可以下载。"
    draft = _paper(office, (code, "预决算"), title, lead, sheet, days=days)
    _bring_out(office, draft, f"{title}.xlsx", workbook(title, sheet), days)


def _relief_form(office: Office, code: str) -> None:
    unit = office.units[code]
    draft = _paper(
        office,
        (code, "临时救助"),
        f"{unit.label}临时救助申请表下载",
        "遭遇突发困难、需要申请临时救助的家庭和个人，可以下载申请表填写后，交所在村（社区）或者镇便民服务中心。",
        f"不会填写的，工作人员帮助填写。咨询电话{unit.phone}。",
        days=24,
    )
    _bring_out(
        office, draft, "临时救助申请表.docx", blank_form("临时救助申请表", RELIEF_FORM, RELIEF_NOTE), 24
    )


def _plan(office: Office) -> None:
    draft = office.draft(office.units["mingxian"], "special_plan", "发展规划", days=66)
    body = Draft.objects.of(disclosure=draft).get().body_html
    _bring_out(office, draft, f"{draft.title}.pdf", printed(draft.title, body), 66)


def _village_book(office: Office) -> None:
    """A village's reviewers sit in its town."""
    village, days = office.units["songyue-yueqiao"], _since(office, 1, 16)
    year = office.back(days).year - 1
    rng = Random(f"book{year}")  # noqa: S311  deterministic on purpose
    months = [
        (f"{month}月", rng.randrange(12_000, 46_000, 10), rng.randrange(6_000, 30_000, 10))
        for month in range(1, 13)
    ]
    income, spending = sum(row[1] for row in months), sum(row[2] for row in months)
    sheet = table(("月份", "收入（元）", "支出（元）"), [*months, ("合计", income, spending)])
    title = f"{village.label}{year}年度集体收支明细表"
    lead = f"{year}年集体收入{income}元，支出{spending}元，分月情况见下表和附件。"
    draft = _paper(office, (village.code, "各项支出"), title, lead, sheet, days=days)
    _bring_out(office, draft, f"{title}.xlsx", workbook(title, sheet), days)
