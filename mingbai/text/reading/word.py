"""Word files (.docx): paragraphs with their headings, tables row by row, and what a reader of the page does not see."""

import io
import re
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
MAX_NESTING = 40


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
        if node.tag != f"{W}p" or node is element:
            stack.extend(reversed(node))


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
    return "".join(parts)


class BodyReader:
    def __init__(self, levels: dict[str, int]) -> None:
        self.builder = TextBuilder()
        self.hidden: list[HiddenText] = []
        self.levels = levels
        self.too_deep = False

    def read(self, container: Any, depth: int = 0) -> None:
        """Paragraphs and tables of a body, a text box or a content control, in order."""
        for child in container:
            if child.tag == f"{W}p":
                self.paragraph(child)
            elif child.tag == f"{W}tbl":
                self.table(child, depth)
            elif (
                child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"} and depth < MAX_NESTING
            ):
                self.read(child, depth + 1)

    def paragraph(self, paragraph: Any) -> None:
        text = paragraph_text(paragraph, self.hidden)
        level = self.level_of(paragraph)
        if level and text.strip():
            self.builder.add(text, "heading", level)
        else:
            self.builder.add(text)

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
        for row in table.iterchildren(f"{W}tr"):
            cells, inner = [], []
            for cell in row.iterchildren(f"{W}tc"):
                texts = [
                    paragraph_text(p, self.hidden).replace("\n", " ") for p in cell.iterchildren(f"{W}p")
                ]
                cells.append(" ".join(filter(None, texts)).strip())
                inner.extend(cell.iterchildren(f"{W}tbl"))
            self.builder.add("\t".join(cells), "table_row")
            for nested in inner:
                self.table(nested, depth + 1)


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
    """Comments, properties, and headers and footers of the sections."""
    for comment in document.comments:
        yield HiddenText(f"批注（{comment.author or '未署名'}）", comment.text)
    for attribute, label in PROPERTIES.items():
        value = getattr(document.core_properties, attribute, "")
        if value:
            yield HiddenText(f"文档属性：{label}", str(value))
    seen: set[str] = set()
    for section in document.sections:
        for place, part in (("页眉", section.header), ("页脚", section.footer)):
            text = "\n".join(p.text for p in part.paragraphs if p.text.strip())
            if text and not part.is_linked_to_previous and text not in seen:
                seen.add(text)
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
    except (PackageNotFoundError, KeyError, ValueError, AttributeError, etree.XMLSyntaxError):
        raise UnreadableFile("Word 文件已损坏，打不开。请用办公软件打开后另存为 .docx 再试。") from None
    text, blocks = reader.builder.build()
    if not text.strip():
        raise UnreadableFile("Word 文件里没有文字。如果内容是图片，请先做文字识别。")
    warnings = ("有套得太深的表格，没有全部读出。",) if reader.too_deep else ()
    return [SourceDocument(name, text, MEDIA_TYPE, None, blocks, tuple(hidden), warnings)]
