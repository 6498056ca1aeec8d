"""What readers of the demonstration reported as wrong and typed into the search box."""

from datetime import datetime, time, timedelta

from mingbai.core import clock
from mingbai.demo.desk_work import Office, on_day
from mingbai.portal.models import SearchQuery, SiteError
from mingbai.portal.query import search
from mingbai.portal.reported import owed
from mingbai.portal.services import handle_site_error, report_site_error

# (unit, kind, what it says, calendar days ago, reply of the unit)
REPORTED = (
    ("songyue", "content", "办公时间和大门口贴的不一样，到底几点开门", 1, ""),
    ("minzheng", "outdated", "页面上还是去年的临时救助标准，请更新", 9, ""),
    ("songyue", "link", "年报页面里的附件链接打不开", 13, "链接已改正，请刷新页面再看。"),
)
# (what was typed, by how many in the last weeks)
ASKED = (
    ("低保标准", 46), ("医保缴费", 38), ("宅基地审批", 21), ("公交车时刻表", 17), ("暖气费", 9), ("养犬证", 4),
)  # fmt: skip


def hear_readers(*, index: bool) -> None:
    office = Office()
    for code, kind, text, days, reply in REPORTED:
        _report(office, code, kind, text, days, reply)
    if index:
        _ask(office)


def _report(office: Office, code: str, kind: str, text: str, days: int, reply: str) -> SiteError:
    unit, day = office.units[code], office.back(days)
    with on_day(day):
        row = report_site_error(
            path=f"/units/{code}/", kind=kind, text=text, contact="", address=f"demo-{text}"
        )
    # when the office opened: a demonstration may be built at night
    row.created_at = datetime.combine(day, time(9, 12), tzinfo=clock.CHINA)
    row.save(update_fields=["created_at"])
    last = owed([row])[0].due.on
    if reply and last:
        with on_day(last - timedelta(days=1)):
            handle_site_error(office.actor("editor", unit), error=row, founded=True, reply=reply)
    return row


def _ask(office: Office) -> None:
    """As if kept after their day: more than two addresses asked each of them."""
    day = office.back(2)
    SearchQuery.objects.bulk_create(
        SearchQuery(day=day, text=text, asked=asked, found=search(text).answering) for text, asked in ASKED
    )
