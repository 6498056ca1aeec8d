"""Web pages: the visible text, one line for each block, tables row by row with tabs."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mingbai.text import lazy
from mingbai.text.model import BlockKind, HiddenText, SourceDocument
from mingbai.text.reading.building import TextBuilder
from mingbai.text.reading.errors import UnreadableFile
from mingbai.text.reading.limits import MAX_TEXT_BYTES, refuse_above
from mingbai.text.reading.plain import BOMS, decode, decodes

DROPPED = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "textarea"}
)
# fmt: off
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
})
# fmt: on
CELLS = frozenset({"td", "th"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_-]{3,20})")
INVISIBLE = lazy.pattern(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
BLANKS = lazy.pattern(r"[ \t\r\n\f]+")
CODECS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
}
# A cell of at least so many paragraphs and characters is a page's body and not a value.
BODY_PIECES, BODY_LENGTH = 3, 300


def declared_encoding(data: bytes) -> str | None:
    """What the page says of itself, where that can be true: gb2312 pages are full of characters beyond gb2312, and what
    decodes as UTF-8 is UTF-8. Other names say nothing, since their codecs decode whatever they are given."""
    if data.startswith(tuple(bom for bom, _ in BOMS)) or decodes(data, "utf-8"):
        return None
    found = CHARSET.search(data[:4096])
    if not found:
        return None
    name = CODECS.get(found.group(1).decode("ascii").lower())
    return name if name and decodes(data, name) else None


def is_invisible(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(INVISIBLE.search((attributes.get("style") or "")[:500]))


def under(root: LexborNode) -> Iterator[LexborNode]:
    """Everything under a node, in order and without recursion."""
    node = root.child
    while node is not None:
        yield node
        if node.child is not None and node.tag not in DROPPED:
            node = node.child
            continue
        while node is not None and node.next is None:
            node = node.parent
            if node is None or node.mem_id == root.mem_id:
                return
        node = node.next if node is not None else None


def is_layout(row: LexborNode) -> bool:
    """Whether a table row only places parts of a page: it holds a table, nothing but one cell of several paragraphs, or a
    cell as long as a page's body. Looks no further than the first table inside, so that nesting costs nothing."""
    cells: list[list[int]] = []
    begun = False
    for node in under(row):
        tag = node.tag or ""
        if tag == "table":
            return True
        if tag in CELLS:
            cells.append([0, 0])
            begun = False
        elif tag in BLOCKS or tag == "br":
            begun = False
        elif tag == "-text" and cells:
            length = len((node.text_content or "").strip())
            cells[-1][0] += bool(length) and not begun
            cells[-1][1] += length
            begun = begun or bool(length)
    filled = [cell for cell in cells if cell[1]]
    return (len(filled) == 1 and filled[0][0] > 1) or any(
        pieces >= BODY_PIECES and length >= BODY_LENGTH for pieces, length in filled
    )


class PageReader:
    """Walks the tree without recursion, so that a page nested a hundred thousand deep is only slow."""

    def __init__(self) -> None:
        self.builder = TextBuilder()
        self.hidden: list[HiddenText] = []
        self._line: list[str] = []
        self._level = 0
        self._rows: list[bool] = []  # of the rows that are open: whether each is a row of values

    def walk(self, root: LexborNode) -> None:
        node: LexborNode | None = root
        while node is not None:
            if self._enter(node) and node.child is not None:
                node = node.child
                continue
            while node is not None:
                self._leave(node)
                if node.mem_id == root.mem_id:
                    return
                if node.next is not None:
                    node = node.next
                    break
                node = node.parent
        self.flush()

    def _enter(self, node: LexborNode) -> bool:
        """True where the children are to be read."""
        tag = node.tag or ""
        if tag == "-text":
            self._line.append(BLANKS.sub(" ", node.text_content or ""))
            return False
        if tag.startswith("-") and tag != "-undef" or tag in DROPPED:
            return False
        if is_invisible(node):
            text = BLANKS.sub(" ", node.text(deep=True)).strip()
            if text:
                self.hidden.append(HiddenText("网页中不显示的内容", text))
            return False
        if tag in BLOCKS:
            self._open_block(tag)
            if tag == "tr":
                self._rows.append(not is_layout(node))
        elif tag == "br":
            self._break()
        return True

    @property
    def _in_row(self) -> bool:
        return bool(self._rows) and self._rows[-1]

    def _break(self) -> None:
        """A new line; inside a row of values, which is one line, a blank."""
        if self._in_row:
            self._line.append(" ")
        else:
            self.flush()

    def _open_block(self, tag: str) -> None:
        if self._in_row and tag not in {"tr", "table"}:
            self._break()
            return
        self.flush()
        self._level = HEADINGS.get(tag, 0)

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in CELLS and self._in_row:
            self._line.append("\t")
        elif tag == "tr":
            self.flush()
            if self._rows:
                self._rows.pop()
        elif (tag in BLOCKS or tag in CELLS) and not self._in_row:
            self.flush()
            self._level = 0

    def flush(self) -> None:
        in_row = self._in_row
        line = "".join(self._line)
        self._line.clear()
        cells = (
            [BLANKS.sub(" ", cell).strip(" ") for cell in line.split("\t")] if in_row else [line.strip(" ")]
        )
        text = "\t".join(cells).rstrip("\t")
        if text.strip():
            kind: BlockKind = "table_row" if in_row else "heading" if self._level else "paragraph"
            self.builder.add(text, kind, self._level)


# The parser's time grows with the square of the depth: a second for this many, which no page comes near.
MOST_NESTED = 20_000
_NESTING = lazy.pattern(
    r"<(/?)(?:div|span|table|font|center|blockquote|section|article|ul|ol|strong|em|b|i|u)\b", re.I
)


def _refuse_nested(markup: str) -> None:
    depth = 0
    for tag in _NESTING.finditer(markup):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > MOST_NESTED:
            raise UnreadableFile(
                f"网页的标签一层套一层，超过了 {MOST_NESTED} 层，多半已损坏。请在浏览器中打开，把文字复制为 .docx 或 .txt 再试。"
            )


def read(name: str, data: bytes) -> list[SourceDocument]:
    refuse_above(len(data), MAX_TEXT_BYTES, "网页")
    declared = declared_encoding(data)
    markup, encoding, warnings = (data.decode(declared), declared, ()) if declared else decode(data)
    _refuse_nested(markup)
    tree = LexborHTMLParser(markup)
    if tree.body is None:
        raise UnreadableFile("网页里没有正文。请检查文件。")
    reader = PageReader()
    reader.walk(tree.body)
    reader.flush()
    text, blocks = reader.builder.build()
    if not text.strip():
        raise UnreadableFile(
            "网页里没有文字。内容可能由脚本生成，请在浏览器中另存为完整网页或复制为 .docx 再试。"
        )
    return [SourceDocument(name, text, "text/html", encoding, blocks, tuple(reader.hidden), warnings)]
