"""Acts of the portal: reported errors, the county dictionary, notices on every page."""

import hashlib
import hmac
import re
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Unit
from mingbai.core import clock, pages
from mingbai.core.errors import BadInput, Conflict
from mingbai.disclosure.selectors import public_items
from mingbai.journal.services import Entry, record
from mingbai.portal.models import Banner, FormTicket, SearchWord, SiteError
from mingbai.portal.query import dictionary
from mingbai.portal.query.log import masked

MOST_AN_HOUR = 6
_ITEM = re.compile(r"^(?:/da)?/items/(\d{1,12})/")
_UNIT = re.compile(r"^(?:/da)?/units/([\w-]{1,40})/")


def _spend_ticket(address: str) -> None:
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    key = hmac.new(settings.SECRET_KEY.encode(), f"{hour}{address}".encode(), hashlib.sha256).hexdigest()[:32]
    row, _ = FormTicket.objects.get_or_create(address=key, hour=hour)
    FormTicket.objects.filter(pk=row.pk).update(number=F("number") + 1)
    FormTicket.objects.filter(hour__lt=hour - timedelta(days=1)).delete()
    if row.number >= MOST_AN_HOUR:
        raise BadInput("您这一小时提交得比较多了，请稍后再试，或直接打页脚的电话。")


def _place(path: str) -> tuple[Unit | None, int | None, str]:
    """The unit that answers for the page, the item on it and its title."""
    found = _ITEM.match(path)
    if found:
        item = public_items().filter(pk=int(found[1])).first()
        if item is not None:
            return item.unit, item.pk, item.title
    named = _UNIT.match(path)
    unit = Unit.objects.filter(code=named[1]).first() if named else None
    return unit, None, ""


@transaction.atomic
def report_site_error(*, path: str, kind: str, text: str, contact: str, address: str) -> SiteError:
    """A reader's word that something is wrong; goes to the unit of the page, else to the county."""
    words = text.strip()
    if kind not in SiteError.Kind.values:
        raise BadInput("请选择是哪一类问题。", field="kind")
    if len(words) < 4:
        raise BadInput("请写一句话说明哪里有问题。", field="text")
    if len(words) > 500:
        raise BadInput(f"写得太长了，有 {len(words)} 个字，请缩短到 500 字以内。", field="text")
    _spend_ticket(address)
    unit, item, title = _place(path)
    unit = unit or Unit.objects.filter(kind=Unit.Kind.COUNTY).order_by("order", "pk").first()
    if unit is None:
        raise BadInput("网站还没有设好单位，暂时不能提交。请打页脚的电话。")
    return SiteError.objects.create(
        unit=unit,
        disclosure_id=item,
        path=path[:200],
        title=title,
        kind=kind,
        text=masked_long(words),
        contact=contact.strip()[:60],
        created_at=clock.now(),
    )


def masked_long(text: str) -> str:
    """Numbers that could identify a person do not belong into a to-do."""
    return re.sub(r"\d{15,18}[xX]?", "〔号码〕", text)[:500]


def read_site_error(actor: Actor, error: SiteError) -> None:
    """To be called when the report is shown; leaves a line in the journal where it says how its reader is reached."""
    actor.demand("handle_site_error", error.unit)
    if error.contact:
        target = ("site_error", error.pk, masked(error.title or error.path))
        unit = (error.unit_id, error.unit.name)
        record(actor, Entry("read_contact", target, unit=unit, personal_data=True))


@transaction.atomic
def handle_site_error(actor: Actor, *, error: SiteError, founded: bool, reply: str) -> SiteError:
    """Mark as mended or as unfounded, with what was done."""
    actor.demand("handle_site_error", error.unit)
    if error.state != SiteError.State.OPEN:
        raise Conflict("这条已经处理过了，请刷新列表。")
    if not reply.strip():
        raise BadInput("请写一句处理结果。", field="reply")
    error.state = SiteError.State.DONE if founded else SiteError.State.UNFOUNDED
    error.reply, error.handled_at, error.handled_by_id = reply.strip()[:500], clock.now(), actor.person_id
    error.save(update_fields=["state", "reply", "handled_at", "handled_by"])
    target = ("site_error", error.pk, masked(error.title or error.path))
    record(
        actor, Entry("handle_site_error", target, unit=(error.unit_id, error.unit.name), reason=error.reply)
    )
    return error


@transaction.atomic
def save_search_word(
    actor: Actor, *, word: SearchWord | None, kind: str, words: list[str], is_on: bool
) -> SearchWord:
    """Add or change a line of the county dictionary."""
    actor.demand("manage_search")
    clean = [entry.strip() for entry in words if entry.strip()]
    least = 1 if kind in {SearchWord.Kind.STOP, SearchWord.Kind.PLACE} else 2
    if kind not in SearchWord.Kind.values:
        raise BadInput("请选择类别。", field="kind")
    if len(clean) < least:
        raise BadInput(f"请至少填写 {least} 个词，用空格或逗号隔开。", field="words")
    row = word or SearchWord(source="本县添加")
    row.kind, row.words, row.is_on = kind, clean, is_on
    row.changed_by_id, row.changed_at = actor.person_id, clock.now()
    row.save()
    record(actor, Entry("save_search_word", ("search_word", row.pk, "、".join(clean)[:200])))
    transaction.on_commit(dictionary.forget)
    return row


@transaction.atomic
def announce(
    actor: Actor, *, kind: str, text: str, link: str, starts_at: datetime, ends_at: datetime
) -> Banner:
    """Put a notice on every page, or turn it grey, for a time."""
    actor.demand("manage_banners")
    if kind not in Banner.Kind.values:
        raise BadInput("请选择类别。", field="kind")
    if ends_at <= starts_at or ends_at <= clock.now():
        raise BadInput("结束时间要晚于开始时间，也要晚于现在。", field="ends_at")
    if kind != Banner.Kind.GREY and not text.strip():
        raise BadInput("请写明公告内容。", field="text")
    if link and not link.startswith(("/", "https://", "http://")):
        raise BadInput("链接应以 / 或 https:// 开头。", field="link")
    row = Banner.objects.create(
        kind=kind, text=text.strip()[:200], link=link[:200], starts_at=starts_at, ends_at=ends_at,
        author_id=actor.person_id, created_at=clock.now(),
    )  # fmt: skip
    pages.changed(pages.EVERYTHING)
    record(actor, Entry("announce_banner", ("banner", row.pk, row.text or row.get_kind_display())))
    return row


@transaction.atomic
def end_banner(actor: Actor, *, banner: Banner) -> Banner:
    """Take a notice down before its time."""
    actor.demand("manage_banners")
    now = clock.now()
    banner.ends_at = max(now, banner.starts_at + timedelta(seconds=1))
    banner.save(update_fields=["ends_at"])
    pages.changed(pages.EVERYTHING)
    record(actor, Entry("end_banner", ("banner", banner.pk, banner.text or banner.get_kind_display())))
    return banner
