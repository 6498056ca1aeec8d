"""Excel files (.xlsx): every sheet row by row; hidden sheets, rows and columns are read too and reported."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.utils.exceptions import InvalidFileException

from mingbai.text.model import HiddenText, SourceDocument
from mingbai.text.reading.archive import check_bounds, open_zip, unpack
from mingbai.text.reading.building import TextBuilder
from mingbai.text.reading.errors import UnreadableFile
from mingbai.text.reading.limits import MAX_CELLS, MAX_SHEET_XML_BYTES, refuse_above

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What the library raises on parts that are missing, of another kind, or cut off.
BROKEN = (
    InvalidFileException, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, OSError, EOFError, RuntimeError,
    SyntaxError, NotImplementedError, zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError,
)  # fmt: skip
UNCOUNTED = re.compile(rb"</f>\s{0,9}(?:<v\s?/>|<v></v>)?\s{0,9}</c>|<f[^>]{0,99}/></c>")
PROPERTIES = {
    "creator": "作者",
    "lastModifiedBy": "最后修改人",
    "title": "标题",
    "subject": "主题",
    "keywords": "关键词",
    "description": "备注",
}


def cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()  # a day has no hour in Excel either
    return " ".join(str(value).split())


def shown(cell: Any) -> object:
    """The value as the sheet shows it: a share is stored as 0.155 and read as 15.5%."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return f"{round(value * 100, 6):.15g}%"
    return value


def used(sheet: Any) -> tuple[int, int]:
    """How many rows and columns hold something; a colour given to a whole column reaches row 1,048,576."""
    places = [place for place, cell in sheet._cells.items() if cell.value is not None or cell.comment]
    return max((row for row, _ in places), default=0), max((column for _, column in places), default=0)


def row_line(values: Iterable[object]) -> str:
    return "\t".join(cell_text(value) for value in values).rstrip("\t")


def hidden_columns(sheet: Any) -> set[int]:
    """1-based numbers; one dimension stands for a whole group of columns."""
    found: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            found.update(range(dimension.min, min(dimension.max, sheet.max_column) + 1))
    return found


def read_sheet(sheet: Any, builder: TextBuilder) -> Iterator[HiddenText]:
    """Visible cells go to the builder; what is hidden is yielded with its place."""
    rows, width = used(sheet)
    if rows * width > MAX_CELLS:
        raise UnreadableFile(f"工作表「{sheet.title}」超过 {MAX_CELLS} 格。请拆成几个文件再试。")
    secret = sheet.sheet_state != "visible"
    columns = hidden_columns(sheet)
    builder.add(sheet.title, "heading", 1) if not secret else None
    kept: dict[str, list[str]] = {}
    if not rows:
        return
    for number, cells in enumerate(sheet.iter_rows(max_row=rows, max_col=width), 1):
        row = tuple(map(shown, cells))
        line = row_line(v for column, v in enumerate(row, 1) if column not in columns)
        if secret:
            kept.setdefault(f"隐藏的工作表「{sheet.title}」", []).append(row_line(row))
        elif sheet.row_dimensions[number].hidden:
            kept.setdefault(f"工作表「{sheet.title}」隐藏的行", []).append(row_line(row))
        else:
            builder.add(line, "table_row")
        if columns and not secret:
            aside = row_line(v for column, v in enumerate(row, 1) if column in columns)
            kept.setdefault(f"工作表「{sheet.title}」隐藏的列", []).append(aside)
    for place, lines in kept.items():
        text = "\n".join(filter(None, lines))
        if text:
            yield HiddenText(place, text)


def comments_of(sheet: Any) -> Iterator[HiddenText]:
    for _, cell in sorted(sheet._cells.items()):
        if cell.comment:
            yield HiddenText(f"工作表「{sheet.title}」{cell.coordinate} 的批注", cell.comment.text)


def properties_of(book: Any) -> Iterator[HiddenText]:
    for attribute, label in PROPERTIES.items():
        value = getattr(book.properties, attribute, None)
        if value and value != "openpyxl":
            yield HiddenText(f"文档属性：{label}", str(value))


def has_uncounted(archive: zipfile.ZipFile) -> bool:
    """Whether a formula stands without its result, as programs write them that do not count."""
    sheets = (info for info in archive.infolist() if info.filename.startswith("xl/worksheets/"))
    return any(UNCOUNTED.search(unpack(archive, info)) for info in sheets if not info.is_dir())


def open_book(data: bytes, archive: zipfile.ZipFile) -> Any:
    check_bounds(archive.infolist())
    sheets = sum(info.file_size for info in archive.infolist() if info.filename.endswith(".xml"))
    refuse_above(sheets, MAX_SHEET_XML_BYTES, "工作表解开后")
    try:
        return openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except BROKEN:
        raise UnreadableFile("Excel 文件已损坏，打不开。请用办公软件打开后另存为 .xlsx 再试。") from None


def read(name: str, data: bytes) -> list[SourceDocument]:
    archive = open_zip(data)
    book = open_book(data, archive)
    builder = TextBuilder()
    hidden: list[HiddenText] = []
    for sheet in book.worksheets:
        hidden.extend(read_sheet(sheet, builder))
        hidden.extend(comments_of(sheet))
    hidden.extend(properties_of(book))
    text, blocks = builder.build()
    if not any(block.kind == "table_row" for block in blocks) and not hidden:
        raise UnreadableFile("Excel 文件里没有内容。")
    uncounted = "有公式没有算出结果，读不出数字。请用办公软件打开，保存后再试。"
    warnings = (uncounted,) if has_uncounted(archive) else ()
    return [SourceDocument(name, text, MEDIA_TYPE, None, blocks, tuple(hidden), warnings)]
