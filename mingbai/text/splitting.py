"""One file, several documents: where each begins and ends.

Collections number what they collect (「篇1」「第二篇：」「【范文三】」「…总结（四）」). The headings form a series, and
only the series proves them: one 「第一篇」 in a sentence is no heading. Where nothing is numbered, a title in the
middle of the text, a cut or a new opening after an ended document divides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingbai.text import lazy
from mingbai.text.lines import Line, number_of
from mingbai.text.model import Residue, Span
from mingbai.text.records import record
from mingbai.text.titles import KIND_WORD, stands_alone

N = r"[一二三四五六七八九十百]{1,4}|\d{1,3}"
OPEN, CLOSE = r"[【〖\[（(〔《<]", r"[】〗\]）)〕》>]"
NAME = r"[^，。；;！？\n【\[]{0,50}?"
# 「第二篇：…」 「2019年…计划 篇2」 「范文三」: the mark itself proves a collection.
MARKED = lazy.pattern(
    rf"[★●▲◆■◇#*=>\s]{{0,6}}(?:推荐|精选)?(?P<prefix>{NAME})\s?{OPEN}?\s?"
    rf"(?:第\s?(?P<a>{N})\s?[篇份]|篇\s?{OPEN}?(?P<b>{N})|(?:范文|模板|例文|样本|样文|范本|参考文|示例)\s?(?P<c>{N}))(?![\d是年月日个条篇])"
    rf"\s?{CLOSE}?\s?[:：、.．\s]?\s?(?P<title>[^。；\n]{{0,80}})$"
)
# 「政务公开工作总结（二）」 「政务公开工作计划3」: proved only by the same words before every number.
NUMBERED = lazy.pattern(
    rf"(?P<prefix>.{{2,50}}?(?:{KIND_WORD}|范文))\s?(?:{OPEN}\s?(?:版本|[之其])?(?P<n>{N})\s?{CLOSE}|\s?(?:之(?=[一二三四五六七八九十]))?(?P<m>\d{{1,2}}|[一二三四五六七八九十]{{1,2}}|[①-⑳Ⅰ-Ⅻ]))[:：]?$"
)
# 「【1】乡镇政务公开工作总结」 「NO.2 校务公开总结」 「政务公开工作计划 Part 1」: articles number their sections so, too; proved
# only where every mark stands beside a title.
PARTED = lazy.pattern(
    rf"(?P<prefix>[^，。；;！？\n【\[]{{0,50}}?)\s?(?:(?P<word>NO|No|no|Part|PART|part|总结|计划|汇报|报告)\s?[.．]?\s?(?P<a>{N})|[【〖\[]\s?(?P<b>{N})\s?[】〗\]])(?![\d是年月日个条篇])"
    rf"\s?[:：、.．]?\s?(?P<title>[^。；\n]{{0,80}})$"
)
# A mark glued to the last sentence of the piece before; a title may follow it to the end of the line.
GLUED = lazy.pattern(
    rf"(?<=[。！？”…])\s{{0,9}}(?P<whole>{OPEN}?(?:(?P<name>[^，。；！？《\n]{{0,30}}?(?:{KIND_WORD}|范文)\s?)?第\s?(?P<a>{N})\s?篇|(?P<prefix>[^，。；！？\n]{{4,40}}?)?篇\s?(?P<b>{N}))(?![\d是年月日个条])"
    rf"{CLOSE}?[:：]?(?:(?P<title>[^，。；：\n]{{2,60}})(?=\n|\Z))?)"
)
# 「二、清溪镇2019年政务公开工作总结」: proved by a document with its own 「一、」 under each.
LISTED = lazy.pattern(rf"[（(]?(?P<n>{N})\s?[、.．）)]\s?(?P<title>\S.{{7,59}})$")
LONGEST_HEADING = 110
# Fewer characters than this between two headings are no document: the headings are a table of contents.
SHORTEST_DOCUMENT, SHORTEST_END = 60, 20


@dataclass(frozen=True, slots=True)
class Heading(Span):
    """The heading of one piece of a collection; `title` is what it says beside the number."""

    series: str
    number: int
    prefix: str = ""
    title: str = ""


def heading_of(line: Line) -> Heading | None:
    if len(line.text) > LONGEST_HEADING:
        return None
    marked = MARKED.match(line.text)
    if marked:
        kind, numeral = next((k, v) for k, v in marked.groupdict().items() if k in "abc" and v)
        return make_heading(line, kind, numeral, marked["prefix"], marked["title"])
    numbered = NUMBERED.match(line.text)
    parted = None if numbered else PARTED.match(line.text)
    if parted and any(stands_alone(side.strip()) for side in parted.group("prefix", "title")):
        series = f"parted {(parted['word'] or '').lower()}"
        return make_heading(line, series, parted["a"] or parted["b"], parted["prefix"], parted["title"])
    if numbered:
        prefix = numbered["prefix"].strip()
        return make_heading(line, f"numbered {prefix}", numbered["n"] or numbered["m"], prefix, "")
    listed = LISTED.match(line.text)
    if listed and stands_alone(listed["title"]):
        return make_heading(line, "listed", listed["n"], "", listed["title"])
    return None


def make_heading(place: Span, series: str, numeral: str, prefix: str, title: str) -> Heading | None:
    number = number_of(numeral)
    if not number:
        return None
    return Heading(place.start, place.end, series, number, prefix.strip(), title.strip(" :："))


def candidates(text: str, lines: Sequence[Line]) -> list[Heading]:
    """Everything that could head a piece: whole lines, and marks glued to the end of the piece before."""
    found = [heading for line in lines if (heading := heading_of(line))]
    taken = {heading.start for heading in found}
    for match in GLUED.finditer(text):
        numeral, kind = (match["a"], "a") if match["a"] else (match["b"], "b")
        place = Span(match.start("whole"), match.end("whole"))
        heading = make_heading(place, kind, numeral, match["prefix"] or "", match["title"] or "")
        if heading and heading.start not in taken:
            found.append(heading)
    found.extend(repeated_prefixes(text, found, taken))
    return sorted(set(found), key=lambda heading: heading.start)


def repeated_prefixes(text: str, found: Sequence[Heading], taken: set[int]) -> Iterator[Heading]:
    """Once 「某某计划篇」 has headed two pieces, it heads one wherever it stands, glued to text before or after it."""
    prefixes = [h.prefix for h in found if h.series == "b" and len(h.prefix) >= 4]
    for prefix in {p for p in prefixes if prefixes.count(p) >= 2}:
        for match in re.finditer(rf"{re.escape(prefix)}\s?{OPEN}?\s?篇\s?({N})(?!\d){CLOSE}?[:：]?", text):
            heading = make_heading(Span(match.start(), match.end()), "b", match[1], prefix, "")
            if (
                heading
                and heading.start not in taken
                and not any(h.start <= heading.start < h.end for h in found)
            ):
                yield heading


def body_length(text: str, start: int, end: int, residue: Sequence[Residue]) -> int:
    """Characters between two places that are no blank and no residue."""
    covered = sum(min(r.end, end) - max(r.start, start) for r in residue if r.start < end and r.end > start)
    return len("".join(text[start:end].split())) - covered


def runs_of(headings: Sequence[Heading]) -> list[list[Heading]]:
    """Stretches in which the numbers rise; a table of contents and the pieces themselves are two runs."""
    runs: list[list[Heading]] = []
    for heading in headings:
        if runs and heading.number > runs[-1][-1].number:
            runs[-1].append(heading)
        else:
            runs.append([heading])
    return runs


@record
class Series:
    """The headings that head documents, and those that only list them."""

    headings: tuple[Heading, ...] = ()
    contents: tuple[Heading, ...] = ()


FIRST_SECTION = lazy.pattern(r"\n\s{0,9}一\s?[、，.．]")


def proven(series: str, real: Sequence[Heading], text: str) -> bool:
    """A mark of its own proves itself; bare numbers need two that follow each other."""
    if not real:
        return False
    if series == "listed":
        ends = [h.start for h in real[1:]] + [len(text)]
        whole = all(FIRST_SECTION.search(text, h.end, end) for h, end in zip(real, ends, strict=True))
        return whole and len(real) >= 2 and real[0].number == 1
    if series.startswith("parted"):
        return len(real) >= 2 and [h.number for h in real] == list(range(1, len(real) + 1))
    if series.startswith("numbered"):
        numbers = [h.number for h in real]
        if numbers == [1]:
            return _announced(real[0], text)
        return (
            len(numbers) >= 2
            and numbers[0] <= 2
            and all(b - a <= 2 for a, b in zip(numbers, numbers[1:], strict=False))
        )
    return True


def _announced(heading: Heading, text: str) -> bool:
    """「……报告1」 alone heads the first piece where the page is called 「……报告」 or 「……报告（通用5篇）」."""
    name, several = re.escape(heading.prefix), r"[^\n。]{0,8}(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?篇"
    return re.search(rf"{name}{several}|^\s*{name}\s*$", text[: heading.start], re.MULTILINE) is not None


def series_of(text: str, found: Sequence[Heading], residue: Sequence[Residue]) -> Series:
    """The headings of one series, parted into those with a document under them and the table of contents."""
    real: list[Heading] = []
    contents: list[Heading] = []
    ends = [h.start for h in found[1:]] + [len(text)]
    lengths = {h.start: body_length(text, h.end, end, residue) for h, end in zip(found, ends, strict=True)}
    for run in runs_of(found):
        whole = sum(lengths[h.start] for h in run)
        if whole < SHORTEST_DOCUMENT * len(run) * 2 and run[-1].start != found[-1].start:
            contents.extend(run)
            continue
        for heading in run:
            # The last one may be cut off with the file.
            cut = heading.start == found[-1].start and bool(real) and lengths[heading.start] >= SHORTEST_END
            is_piece = cut or lengths[heading.start] >= SHORTEST_DOCUMENT
            (real if is_piece else contents).append(heading)
    return Series(tuple(real), tuple(contents))


def find_series(text: str, lines: Sequence[Line], residue: Sequence[Residue]) -> Series:
    """The numbered headings of the file; the series that covers most pieces wins."""
    groups: dict[str, list[Heading]] = {}
    for heading in candidates(text, lines):
        groups.setdefault(heading.series, []).append(heading)
    best = Series()
    for series, found in groups.items():
        parted = series_of(text, found, residue)
        if proven(series, parted.headings, text) and len(parted.headings) > len(best.headings):
            best = parted
    return best
