"""A file as text whose tables keep their cells: a tab between cells, a line for each row.

Only what annual reports need; libraries for HTML, Word and PDF are imported when a file of the kind turns up.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SUFFIXES = {".txt", ".md", ".html", ".htm", ".shtml", ".docx", ".pdf", ".zip"}
MOST_BYTES = 60_000_000
LONGEST_CELL = 300
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "title",
        "tr",
        "ul",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "caption",
    ]
)
HIDDEN = frozenset(["script", "style", "noscript", "template", "iframe", "select", "option", "svg", "head"])


class CannotRead(ValueError):
    """The file cannot be used; `str()` says why and what to do."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """`file` as given, inside an archive `archive!/inner`. `plain`: the text is the decoded file, untouched."""

    file: str
    text: str
    plain: bool


def extract(path: Path) -> Iterator[Extracted]:
    """The text of a file, or of every usable file in an archive. Raises CannotRead."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise CannotRead("文件超过60兆，太大了。请拆开再试。")
        content = path.read_bytes()
    except OSError as error:
        raise CannotRead(f"打不开文件：{error.strerror}。请核对路径和权限。") from error
    if path.suffix.lower() == ".zip":
        yield from _from_zip(str(path), content)
    else:
        yield _from_bytes(str(path), path.suffix.lower(), content)


def _from_zip(name: str, content: bytes) -> Iterator[Extracted]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inner = [i for i in archive.infolist() if Path(i.filename).suffix.lower() in SUFFIXES - {".zip"}]
            if not inner:
                raise CannotRead("压缩包里没有能读的年报文件（.html、.docx、.pdf、.txt）。")
            for info in inner:
                if info.file_size > MOST_BYTES:
                    raise CannotRead(f"压缩包里的{info.filename}超过60兆，太大了。请拆开再试。")
                yield _from_bytes(
                    f"{name}!/{info.filename}", Path(info.filename).suffix.lower(), archive.read(info)
                )
    except (zipfile.BadZipFile, RuntimeError) as error:
        raise CannotRead("压缩包已损坏或者加了密码。请重新压缩，不加密码。") from error


def _from_bytes(name: str, suffix: str, content: bytes) -> Extracted:
    if not content.strip():
        raise CannotRead("文件是空的。请核对是否传错。")
    if content.startswith(b"%PDF"):
        return Extracted(name, _pdf_text(content), plain=False)
    if content.startswith(b"PK\x03\x04") and suffix != ".zip":
        return Extracted(name, _docx_text(content), plain=False)
    if content.startswith((b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")):
        raise CannotRead("这种格式读不出文字（旧版 .doc、.wps 或图片）。请另存为 .docx 再试。")
    text = decode(content)
    if suffix in {".html", ".htm", ".shtml"} or _looks_like_html(text):
        return Extracted(name, html_text(text), plain=False)
    return Extracted(name, text, plain=True)


def decode(content: bytes) -> str:
    """UTF-8 with or without mark, UTF-16 with mark, else GB18030."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    if content.count(b"\x00"):
        raise CannotRead("这不是文字文件。请换成 .html、.docx、.pdf 或 .txt。")
    return content.decode("utf-8", errors="replace")


def _looks_like_html(text: str) -> bool:
    head = text[:3000].lower()
    return "<html" in head or "<!doctype html" in head or "<table" in text.lower() or "<td" in head


def html_text(markup: str) -> str:
    """The text of a page; what is hidden from readers is left out."""
    from lxml import etree, html

    try:
        root = html.fromstring(
            markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise CannotRead("网页里没有内容。请重新保存网页。") from error
    parts: list[str] = [(root.findtext(".//title") or "") + "\n"]
    _walk_html(root, parts)
    return _tidy("".join(parts))


def _hidden(node: Any) -> bool:
    style = (node.get("style") or "").replace(" ", "").lower()
    return node.tag in HIDDEN or "display:none" in style or node.get("hidden") is not None


def _walk_html(node: Any, parts: list[str]) -> None:
    if not isinstance(node.tag, str) or _hidden(node):
        parts.append(node.tail or "")
        return
    if node.tag == "table" and _holds_data(node):
        parts.append("\n")
        parts += [_html_row(row) + "\n" for row in node.iter("tr") if _table_of(row) is node]
    else:
        block = node.tag in BLOCKS or node.tag in {"td", "th"}
        parts.append(("\n" if block else "") + (node.text or "").replace("\n", " "))
        for child in node:
            _walk_html(child, parts)
        parts.append("\n" if block else "")
    parts.append((node.tail or "").replace("\n", " "))


def _table_of(row: Any) -> Any:
    return next(row.iterancestors("table"))


def _holds_data(table: Any) -> bool:
    """False for tables that only lay out a page: they hold other tables, more than one cell each, or whole articles."""
    if table.find(".//tr") is None:
        return False
    if any(len(inner.findall(".//td")) > 1 for inner in table.iterfind(".//table")):
        return False
    return all(len("".join(cell.itertext())) <= LONGEST_CELL for cell in table.iter("td"))


def _html_row(row: Any) -> str:
    return "\t".join(_cell("".join(_visible_text(cell))) for cell in row if cell.tag in {"td", "th"})


def _visible_text(node: Any) -> Iterator[str]:
    if isinstance(node.tag, str) and not _hidden(node):
        yield node.text or ""
        for child in node:
            if child.tag in BLOCKS:
                yield " "
            yield from _visible_text(child)
            yield child.tail or ""


def _cell(text: str) -> str:
    """One cell on one line; a number that is broken over lines or runs is one number."""
    words = text.replace("\u200b", "").replace("\ufeff", "").split()
    joined = "".join(words)
    return joined if len(joined) > len(words) and not joined.isascii() else " ".join(words)


def _tidy(text: str) -> str:
    lines = (line.strip(" \r") for line in text.split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def _docx_text(content: bytes) -> str:
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            document = archive.read("word/document.xml")
    except (zipfile.BadZipFile, KeyError, RuntimeError) as error:
        raise CannotRead("不是完好的 .docx 文件。请用 Word 或 WPS 打开后另存为 .docx。") from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        body = etree.fromstring(document, parser).find(f"{WORD}body")
    except etree.XMLSyntaxError as error:
        raise CannotRead(".docx 文件已损坏。请重新另存。") from error
    if body is None:
        raise CannotRead(".docx 文件里没有正文。请重新另存。")
    return _tidy("\n".join(_docx_block(block) for block in body))


def _docx_block(block: Any) -> str:
    if block.tag == f"{WORD}tbl":
        return "\n".join(_docx_row(row) for row in block.iter(f"{WORD}tr"))
    return "" if block.tag == f"{WORD}sectPr" else _docx_runs(block)


def _docx_row(row: Any) -> str:
    cells = [cell for cell in row.iter(f"{WORD}tc") if not _continues_above(cell)]
    return "\t".join(_cell(" ".join(_docx_runs(p) for p in cell.iter(f"{WORD}p"))) for cell in cells)


def _continues_above(cell: Any) -> bool:
    """A cell that a merged cell above covers; it has no text of its own."""
    merge = cell.find(f"{WORD}tcPr/{WORD}vMerge")
    return merge is not None and merge.get(f"{WORD}val") != "restart"


def _docx_runs(paragraph: Any) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{WORD}t"))


def _pdf_text(content: bytes) -> str:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        try:
            pages = [page.get_textpage().get_text_range() for page in document]
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise CannotRead("PDF 打不开，可能已损坏或者加了密码。请重新导出，不加密码。") from error
    text = "\f\n".join(pages).replace("\r\n", "\n").replace("\ufffe", "")
    if not text.strip():
        raise CannotRead("PDF 里只有图片，没有文字层。请换成能复制文字的 PDF 或 .docx。")
    return text
