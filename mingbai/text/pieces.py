"""From headings, cuts and titles to the stretches of text that are one document each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mingbai.text import lazy
from mingbai.text.contents import is_link_like
from mingbai.text.lines import Line, lines_of
from mingbai.text.model import Residue, Span
from mingbai.text.openings import gaps, glued_opening, is_new_opening, is_new_title, quoted_above, top_number
from mingbai.text.records import record
from mingbai.text.residue import HIDDEN_COUNT, INTRO, line_kind, merged
from mingbai.text.splitting import SHORTEST_DOCUMENT, Heading, Series, body_length, find_series
from mingbai.text.titles import OPEN_TOPIC, is_specific, is_title, names_a_paper, tidy_title

# A hidden stretch longer than this swallows the end of one document and the beginning of another.
LONG_CUT = 3_000
# What the two sides of a cut speak of shows within so many characters; a file may hold thousands of cuts.
BESIDE_CUT = 4_000
SHORT_PIECE = 150
EXTENSION = lazy.pattern(r"(?:扩展|拓展|延伸)阅读[:：]\s?(?P<title>.{4,60})$")
ARTICLE_NAME = lazy.pattern(
    r"(?:范文|模板|怎么写|(?:总结|报告|计划|方案|汇报)\s?[\d一二三四五六七八九十]{0,3}篇?)$"
)
COLLECTION_SIGN = lazy.pattern(
    r"小编|范文|本文共\d+字|文档为doc|推荐度|此处隐藏|网友分享|素材库|扩展阅读|文库|精彩范文|友情提示|下载到电脑"
)


@dataclass(frozen=True, slots=True)
class Piece(Span):
    """A stretch that is one document. `title` stands outside its first lines (page header, heading of a collection)."""

    title: str | None = None
    cut: bool = False
    label: int | None = None


@record
class Layout:
    pieces: tuple[Piece, ...]
    stripped: tuple[Residue, ...]


class Page:
    """The lines of a file that are left when the residue is gone."""

    def __init__(self, text: str, lines: Sequence[Line], residue: Iterable[Residue]) -> None:
        self.text = text
        self.residue = merged(residue)
        self.lines = self._outside(lines)
        self._starts = [line.start for line in self.lines]
        self._ends = [line.end for line in self.lines]

    def _outside(self, lines: Sequence[Line]) -> list[Line]:
        kept, at = [], 0
        for line in lines:
            while at < len(self.residue) and self.residue[at].end <= line.start:
                at += 1
            if at == len(self.residue) or not (
                self.residue[at].start <= line.start and line.end <= self.residue[at].end
            ):
                kept.append(line)
        return kept

    def between(self, start: int, end: int) -> list[Line]:
        first = bisect_right(self._ends, start)
        return self.lines[first : bisect_left(self._starts, end)]


def lay_out(text: str, residue: Sequence[Residue]) -> Layout:
    """The documents of a file and all its residue, headings of collections among it."""
    lines = lines_of(text)
    page = Page(text, lines, residue)
    series = find_series(text, page.lines, page.residue)
    extra = list(heading_residue(series))
    page = Page(text, page.lines, [*page.residue, *extra])
    stretches = list(stretches_of(page, series))
    front = front_matter(page, stretches)
    page = Page(text, page.lines, [*page.residue, *front])
    pieces: list[Piece] = []
    for stretch in stretches:
        pieces.extend(divide(page, stretch))
    trailing = [piece for stretch in stretches for piece in trailing_links(page, stretch)]
    page = Page(text, page.lines, [*page.residue, *trailing])
    trimmed = [piece for piece in (trim(page, piece) for piece in pieces) if piece]
    return Layout(tuple(trimmed), page.residue)


def heading_residue(series: Series) -> Iterator[Residue]:
    for heading in series.headings:
        yield Residue(heading.start, heading_end(heading), "compilation_heading")
    for heading in series.contents:
        yield Residue(heading.start, heading.end, "compilation_contents")


def heading_end(heading: Heading) -> int:
    """A heading that carries a document's own title is residue only up to that title."""
    return heading.end - len(heading.title) if is_specific(heading.title) else heading.end


@dataclass(frozen=True, slots=True)
class Stretch(Span):
    """What stands under one heading, or before the first."""

    heading: Heading | None = None
    front: bool = False


def stretches_of(page: Page, series: Series) -> Iterator[Stretch]:
    bounds = [h.start for h in series.headings] + [len(page.text)]
    if not series.headings:
        yield Stretch(0, len(page.text), None, True)
        return
    first = series.headings[0]
    if holds_document(page, first):
        yield Stretch(0, first.start, None, True)
    for heading, end in zip(series.headings, bounds[1:], strict=True):
        yield Stretch(heading_end(heading), end, heading)


def holds_document(page: Page, first: Heading) -> bool:
    """Before 「第二篇」 stands the first document; before 「篇1」 the page's introduction, unless it is long."""
    length = sum(len(line.text) for line in page.between(0, first.start))
    prose = [line for line in page.between(0, first.start) if line.is_prose and not INTRO.search(line.text)]
    if first.number >= 2:
        return length >= SHORT_PIECE and bool(prose)
    return len(prose) >= 5 and length >= 800


def front_matter(page: Page, stretches: Sequence[Stretch]) -> Iterator[Residue]:
    """Lines before the first document: the page's own title and introduction."""
    if not stretches:
        return
    first = stretches[0]
    if not first.front:
        for line in page.between(0, first.heading.start if first.heading else first.start):
            yield Residue(line.start, line.end, "site_header")
        return
    lines = page.between(first.start, first.end)
    yield from masthead(page, lines)
    yield from said_before(lines)
    titles = [line for line in lines[:4] if is_title(tidy_title(line.text))]
    if not titles:
        return
    collection = bool(COLLECTION_SIGN.search(page.text))
    repeated = (
        len(titles) >= 2 and titles[0].start == lines[0].start and same_title(titles[0].text, titles[1].text)
    )
    generic = collection and not is_specific(titles[0].text)
    published = any(
        titles[0].end <= r.start < (lines[1].start if len(lines) > 1 else 0) for r in page.residue
    )
    if repeated or (generic and published):
        yield Residue(titles[0].start, titles[0].end, "site_header")


def said_before(lines: Sequence[Line]) -> Iterator[Residue]:
    """A title that the page says again and again above the text: the last one is the document's."""
    head: list[Line] = []
    for line in lines[:12]:
        if line.is_prose or line.ends_sentence or top_number(line):
            break
        head.append(line)
    for index, line in enumerate(head):
        again = len(line.text) >= 6 and any(line.text == other.text for other in head[index + 1 :])
        if again:
            yield Residue(line.start, line.end, "site_header")


def masthead(page: Page, lines: Sequence[Line]) -> Iterator[Residue]:
    """The site's name and other short lines above the publish line, a title apart."""
    body = next((line.start for line in lines if line.ends_sentence or line.is_prose or top_number(line)), 0)
    head_end = max((r.end for r in page.residue if r.end <= body), default=0)
    menu = menu_length(lines)
    for index, line in enumerate(lines):
        if index < menu or (line.end <= head_end and not is_title(tidy_title(line.text))):
            yield Residue(line.start, line.end, "site_header")


def menu_length(lines: Sequence[Line]) -> int:
    """How many lines of a site's menu stand above the title: many short ones, unlike the head of an official letter."""
    for index, line in enumerate(lines[:80]):
        if line.is_prose:
            return 0
        if is_title(tidy_title(line.text)) and OPEN_TOPIC.search(line.text):
            above = lines[:index]
            short = index >= 4 and all(len(other.text) <= 12 for other in above)
            return index if short else 0
    return 0


def same_title(first: str, second: str) -> bool:
    """One says what the other says, give or take places and 度."""
    a, b = (set(tidy_title(t)) - set("年度的") for t in (first, second))
    return len(a & b) >= 0.7 * min(len(a), len(b))


def divide(page: Page, stretch: Stretch) -> Iterator[Piece]:
    """The pieces under one heading: most often one, more where a cut or a title stands in the middle."""
    heading = stretch.heading if stretch.heading and is_specific(stretch.heading.title) else None
    title, label = (heading.title, heading.start) if heading else (None, None)
    start, cut = stretch.start, False
    for place in sorted(divisions(page, stretch), key=lambda d: d.start):
        if place.start <= start or not long_enough(page, start, place):
            continue
        yield Piece(start, place.start, title, cut or place.cut, label)
        start, cut, title, label = place.end, place.cut, place.title, None
    yield Piece(start, stretch.end, title, cut, label)


def long_enough(page: Page, start: int, place: Piece) -> bool:
    """Whether what stands before a division can be a document; one with a title of its own before another title may be short."""
    length = len("".join(page.text[start : place.start].split()))
    if length >= SHORT_PIECE or length < SHORTEST_DOCUMENT:
        return length >= SHORT_PIECE
    heads = page.between(start, place.start)[:1], page.between(place.end, len(page.text))[:1]
    return place.start == place.end and all(
        names_a_paper(tidy_title(line.text)) and is_title(tidy_title(line.text))
        for head in heads
        for line in head
    )


def divisions(page: Page, stretch: Stretch) -> Iterator[Piece]:
    """Places where one document ends and another begins; `start` to `end` belongs to neither."""
    lines = page.between(stretch.start, stretch.end)
    apart = gaps(page.text, lines)
    yield from cuts(page, stretch)
    for index, line in enumerate(lines):
        extension = EXTENSION.match(line.text)
        if extension:
            yield Piece(line.start, line.end, extension["title"] if is_specific(extension["title"]) else None)
        elif (
            index
            and not quoted_above(lines, index)
            and (is_new_title(lines, index, index in apart) or is_new_opening(lines, index))
        ):
            yield Piece(line.start, line.start)
        elif index and (at := glued_opening(lines, index)):
            yield Piece(at, at)


def cuts(page: Page, stretch: Stretch) -> Iterator[Piece]:
    """Headings that a table of contents names, and text taken out by the site (「此处隐藏7368个字」).

    A cut divides where its two sides cannot be one document.
    """
    for piece in page.residue:
        if not (stretch.start < piece.start and piece.end < stretch.end):
            continue
        if piece.kind == "compilation_heading":
            yield Piece(piece.start, piece.end)
        if piece.kind != "advert":
            continue
        count = HIDDEN_COUNT.search(page.text, piece.start, piece.end)
        if count and (int(count[1]) >= LONG_CUT or not same_document(page, stretch, piece)):
            yield Piece(piece.start, piece.end, None, True)


def same_document(page: Page, stretch: Stretch, cut: Residue) -> bool:
    """The numbering goes on behind the cut and both sides speak of the same matter."""
    before = page.text[max(stretch.start, cut.start - BESIDE_CUT) : cut.start]
    after = page.text[cut.end : min(stretch.end, cut.end + BESIDE_CUT)]
    topics = [bool(OPEN_TOPIC.search(side)) for side in (before, after)]
    first_after = next((n for line in lines_of(after) if (n := top_number(line))), None)
    last_before = next((n for line in reversed(lines_of(before)) if (n := top_number(line))), None)
    return topics[0] == topics[1] and (
        first_after is None or last_before is None or first_after > last_before
    )


# Below these nothing of the document follows; a page number or a cut may stand in the middle of it.
PAGE_END = frozenset({"footer", "licence", "page_tools", "share", "recommended_links"})


# The end of a paper that a line of the page came before.
OF_THE_PAPER = lazy.pattern(
    r"附\s?件|附[:：表]|抄\s?送|[（(]此件|(?:19|20|二)[\d〇○零Ｏ一二三四五六七八九]{2,3}年.{1,8}日$|[（(]?[一二三四五六七八九十]{1,3}[、）)]|\d{1,2}[.、．]"
)


def trailing_links(page: Page, stretch: Stretch) -> Iterator[Residue]:
    """Names of other articles after the last paragraph, with no word that announces them."""
    lines = page.between(stretch.start, stretch.end)
    last = next(
        (i for i in range(len(lines) - 1, -1, -1) if lines[i].is_prose or lines[i].ends_sentence), None
    )
    if last is None:
        return
    begun = annexed = False
    for line in lines[last + 1 :]:
        # 「附件：1.登记表」 and under it 「3.公开模板」
        annexed = line.text.startswith("附件") or (annexed and re.match(r"\d", line.text) is not None)
        if annexed:
            continue
        begun = begun or any(
            lines[last].end <= r.start < line.start and r.kind in PAGE_END for r in page.residue
        )
        bare = re.sub(r"^\d{1,2}\s?[.、．]\s?", "", line.text)
        if (
            is_link_like(bare)
            and not (top_number(line) or bare.startswith("特此"))
            and (is_title(tidy_title(bare)) or ARTICLE_NAME.search(bare))
        ):
            yield Residue(line.start, line.end, "recommended_links")
        elif line_kind(line.text, "back"):
            yield Residue(line.start, line.end, line_kind(line.text, "back") or "footer")
        elif begun and not (top_number(line) or OF_THE_PAPER.match(line.text)):
            yield Residue(line.start, line.end, "footer")


def trim(page: Page, piece: Piece) -> Piece | None:
    """Without blanks and residue at either end; None where nothing is left."""
    lines = page.between(piece.start, piece.end)
    if not lines or body_length(page.text, piece.start, piece.end, page.residue) < 20:
        return None
    start, end = max(piece.start, lines[0].start), min(piece.end, lines[-1].end)
    for residue in page.residue:
        if residue.start <= start < residue.end:
            start = residue.end
        if residue.start < end <= residue.end:
            end = residue.start
    start += len(page.text[start:end]) - len(page.text[start:end].lstrip())
    end -= len(page.text[start:end]) - len(page.text[start:end].rstrip())
    return Piece(start, end, piece.title, piece.cut, piece.label) if end > start else None
