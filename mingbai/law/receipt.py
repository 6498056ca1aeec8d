"""When a request counts as received, and when a reply counts as given (政府信息公开条例第三十一条, 国办公开办函〔2016〕235号)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mingbai.law.data_files import content
from mingbai.law.errors import LawError


@dataclass(frozen=True, slots=True)
class Receipt:
    """`on` is the date of receipt in law; None while the parties have not confirmed."""

    on: date | None
    text: str
    article: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """`met_on` ends the agency's clock, `known_on` starts the applicant's (review, suit). Mail has two different dates."""

    met_on: date | None
    known_on: date | None
    article: str
    known_article: str


def _row(table: str, id: str, what: str) -> dict[str, Any]:
    for row in content("clocks")[table]:
        if row["id"] == id:
            found: dict[str, Any] = row
            return found
    known = "、".join(f"{row['id']}（{row['label']}）" for row in content("clocks")[table])
    raise LawError(f"没有「{id}」这一{what}，可用：{known}。")


# law: receipt.*
def receipt(channel: str, arrived_on: date, confirmed_on: date | None = None) -> Receipt:
    """The date of receipt for a request that reached the agency on `arrived_on` through `channel`.

    `confirmed_on` is the day on which agency and applicant confirmed it to each other (ordinary letters, web, fax).
    """
    row = _row("channels", channel, "申请渠道")
    if confirmed_on is not None and confirmed_on < arrived_on:
        raise LawError(f"确认日期{confirmed_on}早于到达日期{arrived_on}。请核对两个日期。")
    if not row["needs_confirmation"]:
        return Receipt(arrived_on, f"{row['text']}。", row["article"])
    if confirmed_on is None:
        return Receipt(None, f"{row['text']}；尚未确认，期限未起算，应尽快与申请人联系。", row["article"])
    return Receipt(confirmed_on, f"{row['text']}。", row["article"])


# law: delivery.*
def delivery(way: str, posted_on: date | None = None, signed_on: date | None = None) -> Delivery:
    """The two dates of a reply: `posted_on` is handing over to China Post or sending, `signed_on` receipt by the applicant."""
    row = _row("deliveries", way, "送达方式")
    if posted_on and signed_on and signed_on < posted_on:
        raise LawError(f"签收日期{signed_on}早于寄出日期{posted_on}。请核对两个日期。")
    dates = {"posted": posted_on, "signed": signed_on}
    return Delivery(dates[row["met_by"]], dates[row["known_by"]], row["article"], row["known_article"])
