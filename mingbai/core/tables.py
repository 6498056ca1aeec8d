"""The one way to page, sort and export a list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import Any, TypeVar
from urllib.parse import quote
from zipfile import BadZipFile

import openpyxl
import xlsxwriter
from django.core.exceptions import FieldDoesNotExist
from django.core.paginator import Page, Paginator
from django.db.models import F, Model, OrderBy, QuerySet
from django.db.models.functions import Coalesce
from django.http import FileResponse, HttpRequest
from django.utils.functional import cached_property
from openpyxl.utils.exceptions import InvalidFileException

from mingbai.core.clock import CHINA
from mingbai.core.errors import BadInput

M = TypeVar("M", bound=Model)
PER_PAGE = 50
REACH = 10_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page_of(request: HttpRequest, rows: QuerySet[M], *, per_page: int = PER_PAGE) -> Page[M]:
    """The asked page; a number beyond the end or no number at all gives the nearest page."""
    return Paginator(rows, per_page).get_page(request.GET.get("page", "1"))


class _Newest(Paginator):  # type: ignore[type-arg]
    """Pages over the first `reach` rows of a list without end: counting all of them costs more than showing them."""

    def __init__(self, rows: QuerySet[Any], per_page: int, *, reach: int) -> None:
        super().__init__(rows, per_page)
        self.reach = reach

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        return int(rows[: self.reach].count())


def newest_page_of(
    request: HttpRequest, rows: QuerySet[M], *, reach: int = REACH, per_page: int = PER_PAGE
) -> Page[M]:
    """A page of the first `reach` rows; older ones are found by narrowing the list."""
    return _Newest(rows, per_page, reach=reach).get_page(request.GET.get("page", "1"))


def found_page_of(
    request: HttpRequest, rows: QuerySet[Any], *, reach: int = REACH, per_page: int = PER_PAGE
) -> Page[Any]:
    """The same where no index finds the rows, as with words inside titles: one pass through the table gives their keys,
    instead of one to count them and another to show a page."""
    return Paginator(list(rows[:reach]), per_page).get_page(request.GET.get("page", "1"))


def sorted_by(
    request: HttpRequest,
    rows: QuerySet[M],
    allowed: Mapping[str, Sequence[str]],
    default: str,
    *,
    by_index: bool = True,
) -> QuerySet[M]:
    """Order by the `sort` parameter: a key of `allowed`, with `-` in front for descending. Without `by_index` what is found
    is sorted: where hardly a row fits, walking an index reads the whole table in its order, which takes twice as long."""
    asked = request.GET.get("sort", default)
    key = asked.removeprefix("-")
    if key not in allowed:
        asked, key = default, default.removeprefix("-")
    fields = allowed[key]
    if asked.startswith("-"):
        fields = [field.removeprefix("-") if field.startswith("-") else f"-{field}" for field in fields]
    return rows.order_by(*(_order(rows.model, field, by_index) for field in fields))


def _order(model: type[Model], field: str, by_index: bool) -> str | OrderBy:
    """Rows without a value come first ascending and last descending: so does SQLite, the other way round PostgreSQL."""
    name = field.removeprefix("-")
    if not _may_be_null(model, name):
        if by_index:
            return field
        hidden = Coalesce(name, name)  # no index serves an expression
        return hidden.desc() if field.startswith("-") else hidden.asc()
    return F(name).desc(nulls_last=True) if field.startswith("-") else F(name).asc(nulls_first=True)


def _may_be_null(model: type[Model], name: str) -> bool:
    """Whether any step of `unit__path` may lead nowhere; what is no field of the model is taken as always there."""
    for step in name.split("__"):
        try:
            found = model._meta.pk if step == "pk" else model._meta.get_field(step)
        except FieldDoesNotExist:
            return False
        if found is None or found.null:
            return found is not None
        model = found.related_model or model
    return False


def _cell(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value


# what a sheet of Excel holds below its header
MOST_ROWS = 1_048_575
IN_MEMORY = 2 * 1024 * 1024


def xlsx_bytes(header: Sequence[str], rows: Iterable[Sequence[Any]], *, sheet: str = "清单") -> bytes:
    """A workbook of one sheet; strings are never taken for formulas."""
    buffer = BytesIO()
    _write_xlsx(buffer, header, rows, sheet)
    return buffer.getvalue()


def _write_xlsx(target: Any, header: Sequence[str], rows: Iterable[Sequence[Any]], sheet: str) -> None:
    """Row by row into temporary files, so that a county's list takes no more memory than a page of it. What a sheet cannot
    hold is said in its last row."""
    book = xlsxwriter.Workbook(
        target, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    page = book.add_worksheet(sheet[:31])
    bold = book.add_format({"bold": True})
    page.freeze_panes(1, 0)
    page.write_row(0, 0, header, bold)
    for number, row in enumerate(rows, start=1):
        if number == MOST_ROWS:
            page.write_string(
                number, 0, f"一张表放不下更多，这里只列出前 {MOST_ROWS - 1} 行，请加条件分次导出。"
            )
            break
        page.write_row(number, 0, [_cell(value) for value in row])
    book.close()


def xlsx_response(filename: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> FileResponse:
    """The whole list as a file to keep; a long one lies on disk until it is sent."""
    spool = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  closed with the response
    _write_xlsx(spool, header, rows, "清单")
    spool.seek(0)
    response = FileResponse(spool, content_type=XLSX)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(filename)}.xlsx"
    return response


def rows_of_xlsx(
    content: bytes, header: Sequence[str], *, at_most: int, optional: Sequence[str] = ()
) -> Iterator[tuple[int, dict[str, str]]]:
    """The first sheet's rows as text by the names in its first row, with their row numbers; blank rows are passed over,
    further columns too, and the order of columns is free. An `optional` column may be missing and is then empty."""
    try:
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, OSError, ValueError) as error:
        raise BadInput("打不开这个文件。请用 Excel 或 WPS 另存为 .xlsx 后再导入。", field="sheet") from error
    if not book.worksheets:
        raise BadInput("文件里没有工作表。请先导出一份作样表。", field="sheet")
    rows = book.worksheets[0].iter_rows(values_only=True)
    titles = [str(cell or "").strip() for cell in next(rows, ())]
    missing = [name for name in header if name not in titles and name not in optional]
    if missing:
        raise BadInput(f"第一行缺少这些列：{'、'.join(missing)}。请先导出一份作样表。", field="sheet")
    places = {name: titles.index(name) if name in titles else len(titles) for name in header}
    for number, cells in enumerate(rows, start=2):
        if number > at_most:
            raise BadInput(f"一次最多导入 {at_most} 行，请分成几份。", field="sheet")
        values = {name: _said(cells[at]) if at < len(cells) else "" for name, at in places.items()}
        if any(values.values()):
            yield number, values


def _said(cell: Any) -> str:
    """What a cell says, as people would write it."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()
