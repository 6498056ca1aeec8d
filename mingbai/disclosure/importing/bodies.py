"""The stretch of a source that is a document, as rich text: without the web page around it and its own title line."""

import re
from collections.abc import Iterator
from html import escape

from mingbai.text.model import Ingested, Recognised

_HEADING = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节部分])\S.{0,40}$")
# what Excel and WPS call a sheet that nobody named
_BARE_SHEET = re.compile(r"(?:Sheet|工作表)\d*", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_MOST_TITLE_LINES = 4


def document_text(ingested: Ingested, document: Recognised) -> str:
    """The document's own words, web residue left out, newlines untouched."""
    text, pieces, place = ingested.source.text, [], document.start
    for residue in sorted(ingested.stripped, key=lambda piece: piece.start):
        start, end = max(residue.start, document.start), min(residue.end, document.end)
        if start < end and start >= place:
            pieces.append(text[place:start])
            place = end
    pieces.append(text[place : document.end])
    return "".join(pieces)


def document_html(ingested: Ingested, document: Recognised) -> str:
    """Paragraphs, headings of the first level, and tables where cells are parted by tabs."""
    lines = [line.strip() for line in document_text(ingested, document).replace("\r", "\n").split("\n")]
    kept = [line for line in lines if line]
    if kept and _BARE_SHEET.fullmatch(kept[0]):
        kept = kept[1:]
    kept = without_title(kept, document.title)
    return "\n".join(_blocks(kept))


def without_title(lines: list[str], title: str | None) -> list[str]:
    """Drop the first lines when together they are the title, which has a field of its own."""
    if not title:
        return lines
    wanted, joined = _BLANKS.sub("", title), ""
    for count, line in enumerate(lines[:_MOST_TITLE_LINES], start=1):
        joined += _BLANKS.sub("", line)
        if joined == wanted:
            return lines[count:]
    return lines


def _blocks(lines: list[str]) -> Iterator[str]:
    rows: list[str] = []
    for line in lines:
        if "\t" in line:
            rows.append(line)
            continue
        if rows:
            yield _table(rows)
            rows = []
        tag = "h2" if _HEADING.match(line) else "p"
        yield f"<{tag}>{escape(line, quote=False)}</{tag}>"
    if rows:
        yield _table(rows)


def _table(rows: list[str]) -> str:
    cells = (
        "".join(f"<td>{escape(cell.strip(), quote=False)}</td>" for cell in row.split("\t")) for row in rows
    )
    return "<table><tbody>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</tbody></table>"
