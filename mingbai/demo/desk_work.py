"""Work in hand on every desk: each state of review, and every act after publication, by the real services.

Days in the past are lived on those days: the demonstration may set the clock, as its `--today` does.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from random import Random

from django.conf import settings

from mingbai.accounts.actors import SYSTEM, Actor, actor_for
from mingbai.accounts.models import Person, Unit
from mingbai.accounts.scope import unscoped
from mingbai.catalogue.models import Adoption
from mingbai.catalogue.selectors import items_to_answer
from mingbai.catalogue.services import make_nothing_statement
from mingbai.core import clock
from mingbai.demo.duties import arrange
from mingbai.demo.history import lot, places_of_units
from mingbai.demo.scene import Scene, all_patterns, paragraphs
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Disclosure, Draft, Edition, ReviewStep, Withdrawal
from mingbai.disclosure.proposing import propose_items
from mingbai.disclosure.services import (
    approve_step,
    create_draft,
    emergency_publish,
    publish_edition,
    repeal,
    return_to_author,
    save_draft,
    schedule_publication,
    start_correction,
    submit_and_check,
    submit_draft,
    withdraw,
)
from mingbai.disclosure.services.drafts import Content, Source
from mingbai.disclosure.services.reviewing import Consent, Proposal

REVIEWERS = ("first", "second", "final")
AGREED = Consent(opinion="同意。", secrecy_cleared=True)
# (pattern, word in the column's name) by kind of unit, for the items that wait at the three steps, and a draft
WAITING = {
    "county": (("looking_on_site", "动态"), ("duty_roster", "通知公告"), ("monthly_figures", "统计")),
    "bureau": (("looking_on_site", "动态"), ("survey_of_documents", "通知公告"), ("key_area_of_the_bureau", "重点领域")),
    "town": (("farm_work", "动态"), ("temporary_relief", "临时救助"), ("safety_inspection", "安全生产")),
    "subdistrict": (("window_service", "动态"), ("temporary_relief", "临时救助"), ("safety_inspection", "安全生产")),
}  # fmt: skip
DRAFTED = {"county": "answer_to_a_concern", "bureau": "answer_to_a_concern", "town": "jobs_on_offer",
           "subdistrict": "jobs_on_offer"}  # fmt: skip
DRAFT_COLUMN = {"answer_to_a_concern": "回应关切", "jobs_on_offer": "就业"}
PLANTED = (
    ("关于开展冬季取暖安全检查的通知", ("各村（社区）：", "为做好冬季取暖安全工作，定于20xx年12月1日开展检查。", "一、检查煤炉、电热毯使用情况。", "三、检查燃气管道和报警器。", "共检查三类场所，其中商铺20家、民宿8家、食堂5家，合计35家。")),
    ("关于公布值班电话的通知", ("各有关单位：", "值班电话己经更新，联系人王明溪，手机13800138000。", "请相互转告，有变化及时报告。。")),
)  # fmt: skip


@contextmanager
def on_day(day: date) -> Iterator[None]:
    before = settings.FIXED_TODAY
    settings.FIXED_TODAY = day
    try:
        yield
    finally:
        settings.FIXED_TODAY = before


@dataclass
class Office:
    """The county's people and columns at hand, and the texts they write."""

    today: date = field(default_factory=clock.today)
    rng: Random = field(default_factory=lambda: Random(20260202))  # noqa: S311  deterministic on purpose

    def __post_init__(self) -> None:
        self.units = {unit.code: unit for unit in Unit.objects.select_related("parent")}
        self.people = {person.username: person for person in Person.objects.filter(is_demo=True)}
        self.patterns = {each.name: each for each in all_patterns()}
        self.places = places_of_units()
        self.actors: dict[str, Actor] = {}

    def actor(self, post: str, unit: Unit) -> Actor:
        name = f"{post}@{unit.code}"
        if name not in self.actors:
            self.actors[name] = actor_for(self.people[name], self.today)
        return self.actors[name]

    def back(self, days: int) -> date:
        """A working day of the week about that many days ago."""
        day = self.today - timedelta(days=days)
        return day - timedelta(days=max(0, day.weekday() - 4))

    def column(self, unit: Unit, word: str) -> Adoption:
        rows = unscoped(Adoption).filter(
            unit=unit, is_on=True, column__name__contains=word, column__holds_items=True
        )
        found = rows.select_related("column", "unit").order_by("pk").first()
        if found is None:
            raise LookupError(f"{unit.code} has no column {word}")
        return found

    def content(self, unit: Unit, pattern: str, word: str, day: date) -> Content:
        column = self.column(unit, word).column
        assert column is not None
        places = self.places.get(unit.pk, Scene.places)
        scene = Scene(unit, unit.parent, day, Random(f"{unit.code}{pattern}"), 60, column.name, places)  # noqa: S311
        text = self.patterns[pattern].write(scene)
        metadata = Metadata(
            kind=text.kind,
            issuer=unit.name,
            written_on=text.written_on,
            effective_on=text.effective_on,
            theme=text.theme,
            genre=text.genre,
            columns=(column.pk,),
            items=tuple(propose_items(items_to_answer(unit), column, text.title)),
        )
        return Content(text.title, text.html, metadata)

    def draft(self, unit: Unit, pattern: str, word: str, *, days: int = 0) -> Disclosure:
        day = self.back(days)
        with on_day(day):
            content = self.content(unit, pattern, word, day)
            return create_draft(self.actor("editor", unit), unit=unit, content=content)

    def submitted(
        self, unit: Unit, pattern: str, word: str, *, days: int = 0, check: bool = False
    ) -> Edition:
        disclosure = self.draft(unit, pattern, word, days=days)
        return self.submit(disclosure, days=days, check=check)

    def submit(self, disclosure: Disclosure, *, days: int = 0, check: bool = False) -> Edition:
        version = Draft.objects.of(disclosure=disclosure).get().version
        act = submit_and_check if check else submit_draft
        with on_day(self.back(days)):
            return act(self.actor("editor", disclosure.unit), disclosure=disclosure, version=version)

    def approved(self, edition: Edition, steps: int = 3, *, days: int = 0) -> Disclosure:
        """Let the first `steps` reviewers agree."""
        for post in REVIEWERS[:steps]:
            step = self.open_step(edition)
            with on_day(self.back(days)):
                approve_step(self.actor(post, step.unit), step=step, digest=edition.digest, consent=AGREED)
        return Disclosure.objects.of(pk=edition.disclosure_id).select_related("unit").get()

    def open_step(self, edition: Edition) -> ReviewStep:
        steps = ReviewStep.objects.of(review=edition.review).filter(state=ReviewStep.State.OPEN)
        return steps.select_related("unit", "review__edition__disclosure__unit").get()

    def published(self, unit: Unit, pattern: str, word: str, *, days: int) -> Disclosure:
        """Written, reviewed and put online about that many days ago."""
        return self.brought_out(self.draft(unit, pattern, word, days=days), days=days)

    def brought_out(self, disclosure: Disclosure, *, days: int) -> Disclosure:
        """A draft reviewed and put online on that day, for a village by its town."""
        unit = disclosure.unit
        if f"final@{unit.code}" not in self.people and unit.parent is not None:
            unit = unit.parent
        item = self.approved(self.submit(disclosure, days=days), days=days)
        with on_day(self.back(days)):
            return publish_edition(self.actor("final", unit), disclosure=item)


def fill_desks(*, only: Collection[str] | None = None) -> None:
    """Something for everybody to do, but not much of it. `only`: codes of the units whose own reviewers and villages get
    something, for tests; every kind of act happens all the same."""
    office = Office()
    wanted = [unit for unit in office.units.values() if only is None or unit.code in only]
    for unit in [unit for unit in wanted if unit.kind in WAITING]:
        _three_steps(office, unit)
    for unit in [unit for unit in wanted if unit.kind in {"village", "community"}][::3]:
        office.draft(unit, "village_notice", "便民信息")
    town = office.units["songyue"]
    _planted_errors(office, town)
    # written weeks ago and still lying there: late under 条例第二十六条
    office.draft(office.units["hetian"], "jobs_on_offer", "就业", days=45)
    _returned(office, town)
    _approved_and_waiting(office, town)
    _after_publication(office, town)
    _repealed(office)
    _nothing_to_say(office, town)
    arrange(office.actor("office", office.units["mingxian"]), office.units)
    _unclaimed(office)


def _three_steps(office: Office, unit: Unit) -> None:
    """One item at each reviewer, submitted on different days, the oldest past its date; one draft."""
    shown = unit.code == "songyue"
    for steps, (pattern, word) in enumerate(WAITING[unit.kind]):
        days = (0, 1, 3)[(steps + lot(unit.code)) % 3]
        office.approved(office.submitted(unit, pattern, word, days=days, check=shown), steps, days=days)
    name = DRAFTED[unit.kind]
    office.draft(unit, name, DRAFT_COLUMN[name])


def _planted_errors(office: Office, town: Unit) -> None:
    """Drafts that proofreading has something to say about; one of them is already with the reviewers."""
    column = office.column(town, "通知公告").column_id or 0
    for number, (title, lines) in enumerate(PLANTED):
        metadata = Metadata(
            kind="notice", issuer=town.name, genre="通知", written_on=office.back(0), columns=(column,)
        )
        content = Content(title, paragraphs(*lines), metadata)
        item = create_draft(office.actor("editor", town), unit=town, content=content)
        if number == 0:
            office.submit(item, check=True)


def _returned(office: Office, town: Unit) -> None:
    village = office.units["songyue-yueqiao"]
    for unit, pattern, word in (
        (town, "state_of_the_environment", "生态环境"),
        (village, "who_gets_what", "低保"),
    ):
        edition = office.submitted(unit, pattern, word, days=2)
        step = office.open_step(edition)
        with on_day(office.back(1)):
            return_to_author(
                office.actor("first", step.unit),
                step=step,
                digest=edition.digest,
                reason="表述不够具体，请写明统计的起止日期，并与台账核对。",
                proposal=Proposal("正文第一段", "在“现将”之前补写统计的起止日期。"),
            )
    office.submitted(village, "oversight_committee", "监督委员会", days=1)


def _approved_and_waiting(office: Office, town: Unit) -> None:
    item = office.approved(office.submitted(town, "culture_events", "公共文化", days=1), days=0)
    morning = datetime.combine(office.today + timedelta(days=1), time(8, 30), tzinfo=clock.CHINA)
    schedule_publication(office.actor("editor", town), disclosure=item, at=morning)
    edition = office.submitted(town, "weather_warning", "预警", days=0)
    emergency_publish(
        office.actor("final", town),
        disclosure=Disclosure.objects.of(pk=edition.disclosure_id).select_related("unit").get(),
        reason="天气变化快，群众需要立即知道。",
        consent=AGREED,
    )


def _after_publication(office: Office, town: Unit) -> None:
    Reason, final = Withdrawal.Reason, office.actor("final", town)
    for pattern, word, reason, note in (
        ("jobs_on_offer", "就业", Reason.PERIOD_ENDED, "招聘已经结束。"),
        ("people_without_support", "特困", Reason.PRIVACY, "名单中有个人信息没有隐去。"),
    ):
        item = office.published(town, pattern, word, days=40)
        with on_day(office.back(6)):
            withdraw(final, disclosure=item, reason=reason, note=note)
    item = office.published(town, "the_place", "概况", days=45)
    with on_day(office.back(9)):
        draft = start_correction(
            office.actor("editor", town), disclosure=item, note="更正联系电话，其他内容不变。"
        )
        mended = draft.body_html.replace(town.phone, town.disclosure_phone)
        content = Content(
            draft.title, mended + paragraphs("本页于更正后重新发布。"), Metadata.from_json(draft.metadata)
        )
        save_draft(office.actor("editor", town), disclosure=item, version=draft.version, content=content)
    edition = office.submit(item, days=8)
    item = office.approved(edition, days=7)
    with on_day(office.back(7)):
        publish_edition(final, disclosure=item)


def _repealed(office: Office) -> None:
    county = office.units["mingxian"]
    rows = Disclosure.objects.of(
        unit=county, state="published", kind="normative_document", validity="in_force"
    )
    papers = list(rows.exclude(document_number="").select_related("unit").order_by("published_at", "pk"))
    repeal(
        office.actor("final", county),
        disclosure=papers[0],
        on=office.back(20),
        reason="已由新的办法替代，原办法同时废止。",
        successor=papers[-1],
    )


def _nothing_to_say(office: Office, town: Unit) -> None:
    """本期无内容说明 for a quarter, by the town and one of its villages."""
    start = office.today.replace(day=1) - timedelta(days=60)
    for unit, word in ((town, "意见反馈"), (office.units["songyue-songlin"], "债权债务")):
        make_nothing_statement(
            office.actor("editor", unit),
            adoption=office.column(unit, word),
            period_from=start.replace(day=1),
            period_to=office.today,
            text="本期没有发生应当公开的事项。",
        )


def _unclaimed(office: Office) -> None:
    """Imported documents whose unit is not in the tree, in the county office's tray."""
    tray = office.units["mingxian"]
    town = office.units["songyue"]
    for number, (name, pattern, word) in enumerate(
        (
            ("云深镇人民政府", "work_summary", "年度计划"),
            ("听泉街道办事处", "window_service", "动态"),
            ("", "duty_roster", "通知公告"),
        )
    ):
        content = office.content(town, pattern, word, office.back(0))
        title, body = (
            part.replace("松月镇", name[:3] or "本单位") for part in (content.title, content.body_html)
        )
        source = Source(
            file=f"历史文件/{number + 1}.docx",
            start=0,
            end=len(body),
            digest=sha256(body.encode()).hexdigest(),
            unit_name=name,
        )
        kept = Metadata(kind=content.metadata.kind)
        create_draft(SYSTEM, unit=tray, content=Content(title, body, kept), source=source, unclaimed=True)
