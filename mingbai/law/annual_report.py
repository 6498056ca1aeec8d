"""Structure of the 政府信息公开工作年度报告: its three tables in both layouts, its cells, its deadlines.

A cell is named by one path, the same in both layouts: `t2.<row>.<column>`, `t3.<column>.<row>`,
`t4.<group>.<column>`. A filled report is a flat mapping from path to number; None is a cell that is blank or
unknown, which is never the same as 0. Basis: 条例第四十九条、第五十条; 国办公开办函〔2021〕30号, 〔2019〕60号.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from mingbai.law.data_files import content
from mingbai.law.errors import LawError

Number = int | Decimal
Cells = Mapping[str, Number | None]
LayoutName = str

OUTCOME_GROUPS = ("granted", "partial", "denied_", "unavailable_", "not_processed_", "other_")
TABLES = {"table2": "t2", "table3": "t3", "table4": "t4"}


@dataclass(frozen=True, slots=True)
class Label:
    """An id with the words of the official form."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class StockColumn(Label):
    """`type` is integer, signed (may fall below 0) or decimal; `unit` is 件, 项 or 万元."""

    type: str
    unit: str


@dataclass(frozen=True, slots=True)
class StockRow(Label):
    """A row of table two, with the heading of the block it stands in."""

    block: str
    columns: tuple[StockColumn, ...]


@dataclass(frozen=True, slots=True)
class RequestRow(Label):
    """A row of table three; `data` is False for headings that carry no figures."""

    parent: str | None
    data: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """One edition of the form. `last_year` is None while it is in force."""

    name: LayoutName
    notice: str
    first_year: int
    last_year: int | None
    table2: tuple[StockRow, ...]
    table3_columns: tuple[Label, ...]
    table3_rows: tuple[RequestRow, ...]
    table4_groups: tuple[Label, ...]
    table4_columns: tuple[Label, ...]

    @property
    def data_rows(self) -> tuple[RequestRow, ...]:
        return tuple(row for row in self.table3_rows if row.data)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The rows that （七）总计 adds up: 21 in the layout of 2021, 19 in that of 2019."""
        return tuple(row.id for row in self.data_rows if row.id.startswith(OUTCOME_GROUPS))

    @property
    def applicants(self) -> tuple[str, ...]:
        """The six columns that 总计 adds up."""
        return tuple(column.id for column in self.table3_columns if column.id != "total")

    @property
    def paths(self) -> tuple[str, ...]:
        """Every cell of the form, table by table in reading order."""
        return (*self.table2_paths, *self.table3_paths, *self.table4_paths)

    @property
    def table2_paths(self) -> tuple[str, ...]:
        return tuple(f"t2.{row.id}.{column.id}" for row in self.table2 for column in row.columns)

    @property
    def table3_paths(self) -> tuple[str, ...]:
        return tuple(f"t3.{column.id}.{row.id}" for row in self.data_rows for column in self.table3_columns)

    @property
    def table4_paths(self) -> tuple[str, ...]:
        return tuple(
            f"t4.{group.id}.{column.id}" for group in self.table4_groups for column in self.table4_columns
        )


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day a report is due, to the authority above and to the public."""

    due_on: date
    basis: str


# law: annual_report.layout_2021, annual_report.layout_2019
@cache
def layouts() -> Mapping[LayoutName, Layout]:
    """Both editions of the form by name: `2021` and `2019`."""
    data = content("annual_report")
    columns = tuple(Label(**column) for column in data["table3_columns"])
    groups = tuple(Label(**group) for group in data["table4_groups"])
    results = tuple(Label(**column) for column in data["table4_columns"])
    return {
        name: Layout(
            name=name,
            notice=edition["notice"],
            first_year=edition["first_year"],
            last_year=edition["last_year"],
            table2=tuple(_stock_row(row) for row in edition["table2"]),
            table3_columns=columns,
            table3_rows=tuple(RequestRow(**row) for row in edition["table3"]),
            table4_groups=groups,
            table4_columns=results,
        )
        for name, edition in data["layouts"].items()
    }


def _stock_row(row: Mapping[str, Any]) -> StockRow:
    columns = tuple(StockColumn(**column) for column in row["columns"])
    return StockRow(id=row["id"], label=row["label"], block=row["block"], columns=columns)


@cache
def layout_named(name: str) -> Layout:
    """A layout by name. `2021+2019` is a form that mixes them: table two of 2021, table three of 2019."""
    table2, _, table3 = name.partition("+")
    if not table3:
        return layouts()[name]
    return replace(layouts()[table3], name=name, table2=layouts()[table2].table2)


def layout_for_year(year: int) -> Layout:
    """The edition that a report about `year` must use; LawError before 2019, when there was none."""
    for layout in layouts().values():
        if layout.first_year <= year and (layout.last_year is None or year <= layout.last_year):
            return layout
    raise LawError(f"{year}年度的报告没有统一表式：统一表式自2019年度起使用。请核对报告年度。")


# law: annual_report.deadline_department, annual_report.deadline_county, annual_report.deadline_city
# law: annual_report.deadline_province, annual_report.deadline_governments_before_2021
def deadline(unit_kind: str, year: int) -> Deadline:
    """When the report about `year` is due; LawError for kinds of unit that publish none."""
    for row in content("annual_report")["deadlines"]:
        if unit_kind in row["unit_kinds"] and year <= row.get("last_year", year):
            return Deadline(date(year + 1, row["month"], row["day"]), row["article"])
    raise LawError(f"“{unit_kind}”不是编制年度报告的单位类型。村、社区、学校和公共企事业单位不编制年度报告。")


def empty_report(layout: Layout) -> dict[str, Number | None]:
    """A form with every cell blank."""
    return dict.fromkeys(layout.paths)


def nested(cells: Cells, layout: Layout) -> dict[str, dict[str, dict[str, Number | None]]]:
    """The flat cells as table2[row][column], table3[column][row], table4[group][column]."""
    names = {short: name for name, short in TABLES.items()}
    tables: dict[str, dict[str, dict[str, Number | None]]] = {name: {} for name in TABLES}
    for path in layout.paths:
        table, outer, inner = path.split(".")
        tables[names[table]].setdefault(outer, {})[inner] = cells.get(path)
    return tables


def flat(tables: Mapping[str, Mapping[str, Mapping[str, Number | None]]]) -> dict[str, Number | None]:
    """The inverse of `nested`."""
    return {
        f"{TABLES[name]}.{outer}.{inner}": value
        for name, table in tables.items()
        for outer, row in table.items()
        for inner, value in row.items()
    }


def describe(path: str, layout: Layout) -> str:
    """A cell as a clerk would name it: 表三“自然人”列“（一）予以公开”行."""
    table, outer, inner = path.split(".")
    if table == "t2":
        row = next(row for row in layout.table2 if row.id == outer)
        column = next(column for column in row.columns if column.id == inner)
        return f"表二“{row.label}”行“{column.label}”列"
    if table == "t3":
        labels = {item.id: item.label for item in (*layout.table3_columns, *layout.table3_rows)}
        return f"表三“{labels[outer]}”列“{labels[inner]}”行"
    labels = {item.id: item.label for item in (*layout.table4_groups, *layout.table4_columns)}
    return f"表四“{labels[outer]}”的“{labels[inner]}”"
