"""Numbers of letters and documents: agency code + 〔year〕 + serial + 号 (GB/T 9704), one series per year and letter kind."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.law.errors import LawError

FORM = re.compile(r"(?P<code>[^\d\s〔〕\[\]【】()（）]+)〔(?P<year>\d{4})〕(?P<serial>[1-9]\d*)号")
WRONG_BRACKETS = re.compile(r"[\[\]【】()（）［］]")
EXAMPLE = "明政公复〔2026〕3号"


@dataclass(frozen=True, slots=True, order=True)
class DocumentNumber:
    code: str
    year: int
    serial: int

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.serial}号"


# law: document_number.form
def problems_of(text: str) -> list[str]:
    """What keeps `text` from being a proper number; empty when it is one."""
    if FORM.fullmatch(text):
        return []
    found = []
    if WRONG_BRACKETS.search(text):
        found.append("年份应使用六角括号〔〕。")
    if "第" in text:
        found.append("序号前不加「第」。")
    if re.search(r"(?<!\d)0\d*号", text):
        found.append("序号不编虚位，如「3号」不写作「03号」。")
    if re.search(r"[〔\[【(（［](?!\d{4}[〕\]】)）］])", text):
        found.append("年份应为四位数字。")
    if not text.endswith("号"):
        found.append("应以「号」结尾。")
    return found or [f"不是规范的文号，应写作「{EXAMPLE}」。"]


def parse(text: str) -> DocumentNumber:
    """The number in `text`; raises with everything that is wrong with it."""
    match = FORM.fullmatch(text)
    if match is None:
        raise LawError(f"文号「{text}」不规范：{''.join(problems_of(text))}")
    return DocumentNumber(match["code"], int(match["year"]), int(match["serial"]))


@dataclass(frozen=True, slots=True)
class Series:
    """What is odd in one series: serials left out below the highest, and serials used more than once."""

    code: str
    year: int
    missing: tuple[int, ...]
    repeated: tuple[int, ...]


# law: document_number.series
def series_of(numbers: Iterable[DocumentNumber]) -> list[Series]:
    """Every series in the numbers, by code and year."""
    serials: dict[tuple[str, int], list[int]] = {}
    for number in numbers:
        serials.setdefault((number.code, number.year), []).append(number.serial)
    return [
        Series(
            code,
            year,
            tuple(sorted(set(range(1, max(used) + 1)) - set(used))),
            tuple(sorted(serial for serial, times in Counter(used).items() if times > 1)),
        )
        for (code, year), used in sorted(serials.items())
    ]


def next_number(code: str, year: int, used: Iterable[DocumentNumber]) -> DocumentNumber:
    """The number after the highest of the series; numbers are never used again."""
    highest = max((number.serial for number in used if (number.code, number.year) == (code, year)), default=0)
    return DocumentNumber(code, year, highest + 1)
