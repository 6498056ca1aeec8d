"""Old spreadsheets (.xls, WPS .et): every sheet row by row; hidden sheets, rows and columns are read too and reported."""

import io
from collections.abc import Iterator
from typing import Any

import python_calamine
from openpyxl.utils import get_column_letter

from mingbai.text.model import HiddenText, SourceDocument
from mingbai.text.reading.biff import Concealed, concealed
from mingbai.text.reading.building import TextBuilder
from mingbai.text.reading.errors import UnreadableFile
from mingbai.text.reading.limits import MAX_CELLS
from mingbai.text.reading.sheet import row_line

MEDIA_TYPE = "application/vnd.ms-excel"


def open_book(data: bytes) -> Any:
    try:
        return python_calamine.load_workbook(io.BytesIO(data))
    except python_calamine.PasswordError:
        raise UnreadableFile("文件有密码，打不开。请去掉密码再试。") from None
    except python_calamine.CalamineError:
        raise UnreadableFile("表格文件打不开。请用办公软件打开后另存为 .xlsx 再试。") from None


def read_sheet(sheet: Any, concealed: Concealed, builder: TextBuilder) -> Iterator[HiddenText]:
    """Visible cells go to the builder; what is hidden is yielded with its place."""
    builder.add(sheet.name, "heading", 1)
    kept: dict[str, list[str]] = {}
    top, left = sheet.start or (0, 0)
    for number, row in enumerate(sheet.to_python(skip_empty_area=True), top):
        if number in concealed.rows:
            kept.setdefault(f"工作表「{sheet.name}」隐藏的行", []).append(row_line(row))
            continue
        seen = (value for place, value in enumerate(row, left) if place not in concealed.columns)
        builder.add(row_line(seen), "table_row")
        aside = row_line(value for place, value in enumerate(row, left) if place in concealed.columns)
        if aside:
            kept.setdefault(f"工作表「{sheet.name}」隐藏的列", []).append(aside)
    yield from (HiddenText(place, "\n".join(lines)) for place, lines in kept.items() if any(lines))
    for at, column in concealed.notes:
        yield HiddenText(f"工作表「{sheet.name}」{get_column_letter(column + 1)}{at + 1} 的批注", "批注")


def read(name: str, data: bytes) -> list[SourceDocument]:
    book = open_book(data)
    builder = TextBuilder()
    hidden: list[HiddenText] = []
    cells = 0
    known = dict(enumerate(concealed(data)))
    for number, meta in enumerate(book.sheets_metadata):
        if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        sheet = book.get_sheet_by_name(meta.name)
        cells += sheet.height * sheet.width
        if cells > MAX_CELLS:
            raise UnreadableFile(f"表格超过 {MAX_CELLS} 格。请拆成几个文件再试。")
        if meta.visible != python_calamine.SheetVisibleEnum.Visible:
            rows = sheet.to_python(skip_empty_area=True)
            hidden.append(HiddenText(f"隐藏的工作表「{meta.name}」", "\n".join(map(row_line, rows))))
            continue
        hidden.extend(read_sheet(sheet, known.get(number, Concealed()), builder))
    text, blocks = builder.build()
    if not text.strip() and not hidden:
        raise UnreadableFile("表格文件里没有内容。")
    warnings = () if known else ("这份旧格式表格里隐藏的行和列看不出来。公开前请另存为 .xlsx 检查。",)
    return [SourceDocument(name, text, MEDIA_TYPE, None, blocks, tuple(hidden), warnings)]
