"""The fee for processing information (国办函〔2020〕109号). Amounts are whole yuan.

Requests are free by default; a fee may be charged only when number or frequency clearly exceeds reason
(政府信息公开条例第四十二条). The agency picks one of two progressive methods for each request, never both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from mingbai.law.data_files import rows
from mingbai.law.errors import LawError

FeeMethod = Literal["item", "page"]
MOST_UNITS = 1_000_000


@dataclass(frozen=True, slots=True)
class FeeStep:
    """The units numbered `first` to `last`, each at `rate` yuan."""

    first: int
    last: int
    rate: int

    @property
    def amount(self) -> int:
        return (self.last - self.first + 1) * self.rate


@dataclass(frozen=True, slots=True)
class Fee:
    method: FeeMethod
    steps: tuple[FeeStep, ...]
    article: str

    @property
    def total(self) -> int:
        return sum(step.amount for step in self.steps)


def _row(method: FeeMethod) -> dict[str, Any]:
    return next(row for row in rows("fees") if row.get("method") == method)


def _bands(row: dict[str, Any]) -> Iterator[tuple[int, int, int]]:
    """(first, last, rate) without end: the listed bands, then bands of equal width at a rising rate."""
    last = 0
    for band in row["bands"]:
        last = band["to"] or MOST_UNITS
        yield band["from"], last, band["rate"]
    if "beyond" in row:
        width, rate = row["beyond"]["width"], row["beyond"]["first_rate"]
        while True:
            yield last + 1, last + width, rate
            last += width
            rate += row["beyond"]["step"]


def _fee(method: FeeMethod, first: int, last: int) -> Fee:
    row = _row(method)
    if not 1 <= first <= last:
        raise LawError(f"{row['label']}的{row['unit']}数不对：{first}至{last}。应从1起，前小后大。")
    if last > MOST_UNITS:
        raise LawError(f"{row['label']}的{row['unit']}数{last}过大，最多{MOST_UNITS}。请核对。")
    steps = []
    for begin, end, rate in _bands(row):
        if begin > last:
            break
        if end >= first:
            steps.append(FeeStep(max(begin, first), min(end, last), rate))
    return Fee(method, tuple(steps), row["article"])


# law: fee.by_item
def fee_by_item(first: int, last: int) -> Fee:
    """The fee for one applicant's requests numbered `first` to `last` in one calendar month (第四条), whatever the outcome.

    The number of a request in its month is fixed when it is received.
    """
    return _fee("item", first, last)


# law: fee.by_page, fee.one_method
def fee_by_page(pages: int) -> Fee:
    """The fee for the pages supplied on one request (第五条); pages of several requests are not added up."""
    return _fee("page", 1, pages)


# law: fee.month
def running_numbers(received: Iterable[date]) -> list[int]:
    """For each request of one applicant in the order of receipt, its number within its calendar month."""
    counts: dict[tuple[int, int], int] = {}
    numbers = []
    for day in received:
        month = (day.year, day.month)
        counts[month] = counts.get(month, 0) + 1
        numbers.append(counts[month])
    return numbers


# law: fee.free_by_default, fee.one_method
def charge(method: FeeMethod | None, number: int = 1, pages: int = 0) -> Fee | None:
    """What one request costs: nothing unless the agency chose a method for it. `number` is its number in the month."""
    if method is None:
        return None
    return fee_by_item(number, number) if method == "item" else fee_by_page(pages)
