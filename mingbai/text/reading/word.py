"""Word files (.docx): paragraphs with their headings, tables row by row, and what a reader of the page does not see."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from mingbai.text import lazy
from mingbai.text.model import HiddenText, SourceDocument
from mingbai.text.reading.archive import check_bounds, open_zip
from mingbai.text.reading.building import TextBuilder
from mingbai.text.reading.errors import UnreadableFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEADING = lazy.pattern(r"(?:heading|标题)\s?(\d)$", re.IGNORECASE)
PROPERTIES = {
    "author": "作者",
    "last_modified_by": "最后修改人",
    "title": "标题",
    "subject": "主题",
    "keywords": "关键词",
    "comments": "备注",
    "category": "类别",
}
# Text that is not on the page: deleted in a tracked change, or a picture's fallback that repeats its text.
NOT_SHOWN = (
    f"{W}del",
    f"{W}moveFrom",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)
# What the library raises on parts that are missing, of another kind, or cut off.
BROKEN = (
    PackageNotFoundError, LookupError, ValueError, TypeError, AttributeError, OSError, EOFError, RuntimeError,
    NotImplementedError, zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError,
)  # fmt: skip
MAX_NESTING = 40
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
# Wrappers around rows, cells and paragraphs: content controls, tracked insertions, marks of an editor's own.
WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
BOX = f"{W}txbxContent"
NOTES = {"footnotes": "脚注", "endnotes": "尾注"}


def is_hidden(run: Any) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val") not in {"0", "false"}


def shown(element: Any) -> Iterator[Any]:
    """The element and what is under it, in order, without deleted text; no recursion."""
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag in NOT_SHOWN:
            continue
        yield node
        if node is element or node.tag not in {f"{W}p", BOX}:
            stack.extend(reversed(node))


def unwrapped(container: Any) -> Iterator[Any]:
    """What stands in a body, a table, a row or a cell, wrappers left out; no recursion."""
    stack = list(reversed(container))
    while stack:
        node = stack.pop()
        if node.tag in WRAPPERS:
            stack.extend(reversed(node))
        else:
            yield node


def boxes_in(paragraph: Any) -> list[Any]:
    """The text boxes that are anchored in a paragraph."""
    return [node for node in shown(paragraph) if node.tag == BOX]


def paragraph_text(paragraph: Any, hidden: list[HiddenText]) -> str:
    """Visible text of one paragraph; hidden runs go to `hidden`."""
    parts: list[str] = []
    for node in shown(paragraph):
        if node.tag == f"{W}t":
            run = node.getparent()
            if run is not None and run.tag == f"{W}r" and is_hidden(run):
                hidden.append(HiddenText("隐藏文字", node.text or ""))
            else:
                parts.append(node.text or "")
        elif node.tag == f"{W}tab" and node.getparent().tag == f"{W}r":
            parts.append("\t")
        elif node.tag in {f"{W}br", f"{W}cr"}:
            parts.append("\n")
        elif node.tag == f"{W}noBreakHyphen":
            parts.append("-")
    return "".join(parts)


class BodyReader:
    def __init__(self, levels: dict[str, int]) -> None:
        self.builder = TextBuilder()
        self.hidden: list[HiddenText] = []
        self.levels = levels
        self.too_deep = False

    def read(self, container: Any, depth: int = 0) -> None:
        """Paragraphs and tables of a body or a text box, in order."""
        if depth >= MAX_NESTING:
            self.too_deep = True
            return
        for child in unwrapped(container):
            if child.tag == f"{W}p":
                self.paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                self.table(child, depth)

    def paragraph(self, paragraph: Any, depth: int) -> None:
        """The paragraph, and after it what stands in text boxes that hang on it."""
        text, boxes = paragraph_text(paragraph, self.hidden), boxes_in(paragraph)
        level = self.level_of(paragraph)
        if level and text.strip():
            self.builder.add(text, "heading", level)
        elif text.strip() or not boxes:
            self.builder.add(text)
        for box in boxes:
            self.read(box, depth + 1)

    def level_of(self, paragraph: Any) -> int:
        outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None and (outline.get(f"{W}val") or "").isdecimal():
            value = int(outline.get(f"{W}val"))
            return value + 1 if value < 9 else 0
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.levels.get(style.get(f"{W}val"), 0) if style is not None else 0

    def table(self, table: Any, depth: int) -> None:
        """One line for each row, cells parted by tabs; a table inside a cell follows its row."""
        if depth >= MAX_NESTING:
            self.too_deep = True
            return
        for row in unwrapped(table):
            if row.tag != f"{W}tr":
                continue
            cells: list[str] = []
            inner: list[Any] = []
            for cell in unwrapped(row):
                if cell.tag == f"{W}tc":
                    cells.append(self.cell(cell, inner))
            self.builder.add("\t".join(cells), "table_row")
            for nested in inner:
                self.read(nested, depth + 1) if nested.tag == BOX else self.table(nested, depth + 1)

    def cell(self, cell: Any, inner: list[Any]) -> str:
        """The cell's own words in one line; tables and text boxes in it go to `inner`."""
        texts = []
        for child in unwrapped(cell):
            if child.tag == f"{W}p":
                texts.append(paragraph_text(child, self.hidden).replace("\n", " "))
                inner.extend(boxes_in(child))
            elif child.tag == f"{W}tbl":
                inner.append(child)
        return " ".join(filter(None, texts)).strip()


def heading_levels(document: Any) -> dict[str, int]:
    """Style id → level, for built-in headings in either language and the document's title."""
    levels: dict[str, int] = {}
    for style in document.styles:
        found = HEADING.search(style.name or "")
        if found:
            levels[style.style_id] = int(found[1])
        elif (style.name or "").lower() in {"title", "标题"}:
            levels[style.style_id] = 1
    return levels


def unseen(document: Any) -> Iterator[HiddenText]:
    """Comments, properties, headers and footers of the sections, notes."""
    for comment in document.comments:
        yield HiddenText(f"批注（{comment.author or '未署名'}）", comment.text)
    for attribute, label in PROPERTIES.items():
        value = getattr(document.core_properties, attribute, "")
        if value:
            yield HiddenText(f"文档属性：{label}", str(value))
    seen: set[str] = set()
    for section in document.sections:
        for place, part in edges_of(section):
            lines = (paragraph_text(p, []) for p in part._element.iter(f"{W}p"))
            text = "\n".join(filter(str.strip, lines))
            if text and text not in seen:
                seen.add(text)
                yield HiddenText(place, text)
    yield from notes_of(document)


def edges_of(section: Any) -> Iterator[tuple[str, Any]]:
    """Headers and footers of a section's own, those of its first and of its even pages too."""
    for kind in ("", "first_page_", "even_page_"):
        for place, name in (("页眉", "header"), ("页脚", "footer")):
            part = getattr(section, f"{kind}{name}")
            if not part.is_linked_to_previous:
                yield place, part


def notes_of(document: Any) -> Iterator[HiddenText]:
    """Footnotes and endnotes, which stand apart from the text that refers to them."""
    for relation in document.part.rels.values():
        place = NOTES.get(relation.reltype.rpartition("/")[2])
        if place is None or relation.is_external:
            continue
        root = etree.fromstring(relation.target_part.blob, PARSER)
        lines = (paragraph_text(p, []) for p in root.iter(f"{W}p"))
        text = "\n".join(filter(str.strip, lines))
        if text:
            yield HiddenText(place, text)


def deleted_text(body: Any) -> Iterator[HiddenText]:
    for node in body.iter(f"{W}delText"):
        if node.text and node.text.strip():
            yield HiddenText("修订中删除的文字", node.text)


def read(name: str, data: bytes) -> list[SourceDocument]:
    check_bounds(open_zip(data).infolist())
    try:
        document: Any = docx.Document(io.BytesIO(data))
        reader = BodyReader(heading_levels(document))
        reader.read(document.element.body)
        hidden = [*reader.hidden, *deleted_text(document.element.body), *unseen(document)]
    except BROKEN:
        raise UnreadableFile("Word 文件已损坏，打不开。请用办公软件打开后另存为 .docx 再试。") from None
    text, blocks = reader.builder.build()
    if not text.strip():
        raise UnreadableFile("Word 文件里没有文字。如果内容是图片，请先做文字识别。")
    warnings = ("有套得太深的表格，没有全部读出。",) if reader.too_deep else ()
    return [SourceDocument(name, text, MEDIA_TYPE, None, blocks, tuple(hidden), warnings)]
