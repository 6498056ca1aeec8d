"""A .docx → its blocks: paragraphs with alignment, size and inline marks, tables with merged cells.

Deleted and hidden text is left out; page headers and footers are no part of the body and are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from mingbai.core.errors import BadInput
from mingbai.disclosure.pictures import marks_in, place_mark
from mingbai.disclosure.word.model import Block, Drawn, Pages, Paragraph, Table, W
from mingbai.disclosure.word.numbering import Numbering
from mingbai.disclosure.word.styles import Styles
from mingbai.text.reading.word import MAX_NESTING, NOT_SHOWN, is_hidden

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_PICTURE_LINKS = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_CONTAINERS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag", f"{W}moveTo"}
_BLANKS = " \t\u3000\xa0\u2002\u2003"
_RUN_OF_BLANKS = re.compile(f"[{_BLANKS}]+")
# so many blanks before a short line push it to the right edge or the middle of the page
_PUSHED, _SHORT, _TABBED = 12, 40, 3
_CONTEXT = 16
_WIDEST = 100


def read_pages(name: str, content: bytes) -> Pages:
    """Everything a reader of the pages sees. Raises `BadInput` for a broken file."""
    try:
        document: Any = docx.Document(BytesIO(content))
        reader = _Reader(document)
        reader.read(document.element.body)
    except (
        BadZipFile,
        PackageNotFoundError,
        KeyError,
        ValueError,
        AttributeError,
        etree.XMLSyntaxError,
    ) as error:
        raise BadInput(
            f"「{name}」已损坏，打不开。请用办公软件打开后另存为 .docx 再试。", field="file"
        ) from error
    return reader.pages


class _Reader:
    def __init__(self, document: Any) -> None:
        self.pages = Pages()
        self.styles = Styles(document.styles.element)
        self.links = {key: link.target_ref for key, link in document.part.rels.items() if link.is_external}
        self.parts = {
            key: link.target_part for key, link in document.part.rels.items() if not link.is_external
        }
        parts = self.parts.values()
        roots = [part.element for part in parts if part.partname.endswith("/numbering.xml")]
        self.numbering = Numbering(roots[0] if roots else None)

    def read(self, container: Any, depth: int = 0) -> None:
        for child in container:
            if child.tag == f"{W}p":
                self.pages.blocks.extend(self.paragraphs(child, depth))
            elif child.tag == f"{W}tbl":
                self.pages.blocks.append(self.table(child, depth))
            elif child.tag in _CONTAINERS and depth < MAX_NESTING:
                self.read(child, depth + 1)

    def paragraphs(self, element: Any, depth: int) -> Iterator[Block]:
        """What its text boxes hold, then the paragraph, one for each line that it is broken into by hand."""
        for box in _boxes(element):
            if depth < MAX_NESTING:
                for inner in box.iterchildren(f"{W}p"):
                    yield from self.paragraphs(inner, depth + 1)
        style = self.styles.of(element)
        label = self.numbering.label(*style.numbered) if style.numbered else ""
        text, html = self._inline(element)
        lines = zip(text.split("\n"), html.split("<br>"), strict=True)
        for number, (words, marked) in enumerate(lines):
            head = label if number == 0 and words.strip(_BLANKS) else ""
            align = _pushed(words) or style.align
            words = head + _RUN_OF_BLANKS.sub(" ", words).strip()
            if words:
                marked = escape(head, quote=False) + _RUN_OF_BLANKS.sub(" ", marked).strip()
                yield Paragraph(words, marked, align, self.styles.size(element), style.level)
            elif marks_in(marked) and self.pages.blocks:
                # a picture alone belongs to what stands before it; above everything it is a masthead
                last = self.pages.blocks[-1]
                self.pages.blocks[-1] = replace(last, html=last.html + marked)

    def _inline(self, element: Any) -> tuple[str, str]:
        """Text and markup; a line broken by hand is \\n in the one and <br> in the other."""
        words: list[str] = []
        marked: list[str] = []
        for run, target in self._runs(element, ""):
            marked.append(self._count(run, words))
            text = "".join(_run_text(run))
            if not text:
                continue
            words.append(text)
            pieces = (_marked(piece, self.styles.marks(run), target) for piece in text.split("\n"))
            marked.append("<br>".join(pieces))
        return "".join(words), _joined("".join(marked))

    def _runs(self, element: Any, target: str) -> Iterator[tuple[Any, str]]:
        """The runs of a paragraph with the address that each is a link to."""
        for child in element:
            if child.tag in NOT_SHOWN:
                continue
            if child.tag == f"{W}r":
                if not is_hidden(child):
                    yield child, target
            elif child.tag == f"{W}hyperlink":
                yield from self._runs(child, self.links.get(child.get(_R_ID, ""), ""))
            elif child.tag in _CONTAINERS or child.tag == f"{W}fldSimple":
                yield from self._runs(child, target)

    def _count(self, run: Any, words: list[str]) -> str:
        """Notes what of the run is no text; answers the marks of its pictures."""
        if run.find(f"{W}footnoteReference") is not None or run.find(f"{W}endnoteReference") is not None:
            self.pages.footnotes += 1
        if any(_outside_fallback(picture) for picture in run.iter(*_PICTURES)):
            before = "".join(words).strip() or (self.pages.blocks[-1].text if self.pages.blocks else "")
            self.pages.pictures.append(Drawn(before[-_CONTEXT:], self._bytes(run)))
            return place_mark(len(self.pages.pictures) - 1)
        return ""

    def _bytes(self, run: Any) -> bytes | None:
        """The picture as it lies in the file; None for what is drawn by Word itself or kept elsewhere."""
        links = [node.get(_EMBED) or node.get(_R_ID) for node in run.iter(*_PICTURE_LINKS)]
        part = self.parts.get(links[0]) if links and links[0] else None
        return part.blob if part is not None else None

    def table(self, element: Any, depth: int) -> Table:
        elements = list(element.iterchildren(f"{W}tr"))
        rows = [_cells(row) for row in elements]
        spans = _row_spans(rows)
        words, html = [], []
        for number, row in enumerate(rows):
            is_head = elements[number].find(f"{W}trPr/{W}tblHeader") is not None
            tag = "th" if is_head else "td"
            texts, cells = [], []
            for column, width, cell, goes_on in row:
                if goes_on:
                    continue
                text, inner, align = self._cell(cell, depth)
                texts.append(text)
                marks = _spans(width, spans.get((number, column), 1))
                if align != "left":
                    marks += f' class="align-{align}"'
                cells.append(f"<{tag}{marks}>{inner}</{tag}>")
            words.append(tuple(texts))
            html.append(f"<tr>{''.join(cells)}</tr>")
        return Table(tuple(words), f"<table><tbody>{''.join(html)}</tbody></table>")

    def _cell(self, cell: Any, depth: int) -> tuple[str, str, str]:
        """Words, markup and alignment; a table inside a cell becomes lines of the cell."""
        lines: list[Paragraph] = []
        for child in cell:
            if child.tag == f"{W}p":
                found = self.paragraphs(child, depth + 1)
                lines.extend(block for block in found if isinstance(block, Paragraph))
            elif child.tag == f"{W}tbl" and depth < MAX_NESTING:
                rows = ["　".join(filter(None, row)) for row in self.table(child, depth + 1).rows]
                lines.extend(Paragraph(row, escape(row, quote=False)) for row in rows)
        align = lines[0].align if lines else "left"
        return " ".join(line.text for line in lines), "<br>".join(line.html for line in lines), align


def _boxes(element: Any) -> Iterator[Any]:
    for box in element.iter(f"{W}txbxContent"):
        owner = next(box.iterancestors(f"{W}p"))
        if owner is element and _outside_fallback(box):
            yield box


def _outside_fallback(element: Any) -> bool:
    return not any(parent.tag in NOT_SHOWN for parent in element.iterancestors())


def _run_text(run: Any) -> Iterator[str]:
    for node in run:
        if node.tag == f"{W}t":
            yield (node.text or "").replace("\n", " ")
        elif node.tag in {f"{W}tab", f"{W}ptab"}:
            yield "\t"
        elif node.tag == f"{W}cr" or (
            node.tag == f"{W}br" and node.get(f"{W}type") not in {"page", "column"}
        ):
            yield "\n"
        elif node.tag == f"{W}noBreakHyphen":
            yield "-"


def _marked(text: str, marks: tuple[str, ...], target: str) -> str:
    html = escape(text, quote=False)
    if not text.strip(_BLANKS):
        return html
    for mark in marks:
        html = f"<{mark}>{html}</{mark}>"
    if target.startswith(("http://", "https://", "mailto:")):
        html = f'<a href="{escape(target)}">{html}</a>'
    return html


def _joined(html: str) -> str:
    """Word cuts one stretch of bold into many runs."""
    return re.sub(r"</(strong|em|u|s|sup|sub)><\1>", "", html)


def _pushed(words: str) -> str:
    """Right where blanks push a short line to the edge, as people do who know no tab stops."""
    stripped = words.strip(_BLANKS)
    if not stripped or len(stripped) > _SHORT:
        return ""
    head = words[: len(words) - len(words.lstrip(_BLANKS))]
    width = sum(2 if blank == "\u3000" else 1 for blank in head)
    return "right" if width >= 2 * _PUSHED or head.count("\t") >= _TABBED else ""


_Cell = tuple[int, int, Any, bool]


def _cells(row: Any) -> list[_Cell]:
    """(column, columns wide, cell, goes on from above) of each cell."""
    skipped = row.find(f"{W}trPr/{W}gridBefore")
    column = int(skipped.get(f"{W}val", "0")) if skipped is not None else 0
    found: list[_Cell] = []
    for cell in _cell_elements(row):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        width = min(max(int(span.get(f"{W}val", "1")), 1), _WIDEST) if span is not None else 1
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        found.append((column, width, cell, merge is not None and merge.get(f"{W}val") != "restart"))
        column += width
    return found


def _cell_elements(row: Any) -> Iterator[Any]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag == f"{W}sdt":
            yield from child.iterfind(f"{W}sdtContent/{W}tc")


def _row_spans(rows: list[list[_Cell]]) -> dict[tuple[int, int], int]:
    """(row, column) of each cell that reaches down → rows high."""
    spans: dict[tuple[int, int], int] = {}
    origin: dict[int, int] = {}
    for number, row in enumerate(rows):
        for column, _, _, goes_on in row:
            if goes_on and column in origin:
                key = (origin[column], column)
                spans[key] = spans.get(key, 1) + 1
            else:
                origin[column] = number
    return spans


def _spans(width: int, height: int) -> str:
    wide = f' colspan="{width}"' if width > 1 else ""
    return wide + (f' rowspan="{height}"' if height > 1 else "")
