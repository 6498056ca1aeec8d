"""Old spreadsheets (.xls, WPS .et): every sheet row by row; whether a sheet is hidden is known, rows and columns not."""

import io
from typing import Any

import python_calamine

from mingbai.text.model import HiddenText, SourceDocument
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


def read(name: str, data: bytes) -> list[SourceDocument]:
    book = open_book(data)
    builder = TextBuilder()
    hidden: list[HiddenText] = []
    cells = 0
    for meta in book.sheets_metadata:
        if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        rows = book.get_sheet_by_name(meta.name).to_python(skip_empty_area=True)
        cells += sum(map(len, rows))
        if cells > MAX_CELLS:
            raise UnreadableFile(f"表格超过 {MAX_CELLS} 格。请拆成几个文件再试。")
        if meta.visible != python_calamine.SheetVisibleEnum.Visible:
            hidden.append(
                HiddenText(f"隐藏的工作表「{meta.name}」", "\n".join(row_line(row) for row in rows))
            )
            continue
        builder.add(meta.name, "heading", 1)
        for row in rows:
            builder.add(row_line(row), "table_row")
    text, blocks = builder.build()
    if not text.strip() and not hidden:
        raise UnreadableFile("表格文件里没有内容。")
    warnings = ("旧格式表格里隐藏的行和列看不出来。公开前请另存为 .xlsx 检查。",)
    return [SourceDocument(name, text, MEDIA_TYPE, None, blocks, tuple(hidden), warnings)]
