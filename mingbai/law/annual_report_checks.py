"""Checks of single cells and of the text around the tables: range, plausibility, narrative figures, fees."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from mingbai.law.annual_report import Cells, Layout, Number, describe
from mingbai.law.annual_report_identities import Breach, rules, verify_report

FEE_LIMIT_WAN_YUAN = {"town": 10_000, "subdistrict": 10_000, "county": 10_000_000, "bureau": 10_000_000}
"""Fees above this are taken for yuan written in a column of 万元. Our convention, no rule of law."""

NAMED_BLANKS = 5

FEE_PATH = "t2.administrative_fees.amount_wan_yuan"
RULES_PREFIX = "t2.rules."


def _single(rule_id: str) -> Mapping[str, Any]:
    rule: Mapping[str, Any] = next(rule for rule in rules()["single"] if rule["id"] == rule_id)
    return rule


# law: annual_report.range
def check_range(cells: Cells, layout: Layout) -> list[Breach]:
    """RANGE: figures are integers from 0 up; money may have decimals, a change may be negative."""
    rule = _single("RANGE")
    found = []
    for path, value in cells.items():
        column = path.rsplit(".", 1)[1]
        if value is None:
            continue
        fraction = isinstance(value, Decimal) and value != value.to_integral_value()
        if (value < 0 and column not in rule["signed"]) or (fraction and column not in rule["decimal"]):
            message = f"{describe(path, layout)}是{value}。{rule['explain']}，请核对。"
            found.append(Breach("RANGE", rule["severity"], message, value, None, (path,)))
    return found


def check_plausible(cells: Cells, layout: Layout, unit_kind: str | None) -> list[Breach]:
    """Figures that the law or plain arithmetic makes hard to believe for this kind of unit."""
    return [
        *_rules_of_low_unit(cells, layout, unit_kind),
        *_fees_in_yuan(cells, unit_kind),
        *_stock(cells, layout),
    ]


# law: annual_report.rules_by_level
def _rules_of_low_unit(cells: Cells, layout: Layout, unit_kind: str | None) -> list[Breach]:
    rule = _single("PLAUSIBLE_rules_level")
    if unit_kind not in rule["unit_kinds"]:
        return []
    wrong = tuple(p for p in layout.table2_paths if p.startswith(RULES_PREFIX) and cells.get(p))
    if not wrong:
        return []
    places = "、".join(f"{describe(path, layout)}是{cells[path]}" for path in wrong)
    message = f"{places}。{rule['explain']}，请核对是否把其他文件填成了规章。"
    return [Breach(rule["id"], rule["severity"], message, cells[wrong[0]], 0, wrong)]


def _fees_in_yuan(cells: Cells, unit_kind: str | None) -> list[Breach]:
    value = cells.get(FEE_PATH)
    limit = FEE_LIMIT_WAN_YUAN.get(unit_kind or "")
    if value is None or limit is None or value < limit:
        return []
    message = f"表二“行政事业性收费”是{value}万元，这样的单位很少收这么多，请核对是否把元填成了万元。"
    return [Breach("PLAUSIBLE_administrative_fees", "warning", message, value, None, (FEE_PATH,))]


def _stock(cells: Cells, layout: Layout) -> list[Breach]:
    """What was made this year is in force at its end unless it was repealed again; only a hint, since the
    notice does not say so."""
    found = []
    for row in layout.table2[:2]:
        made, repealed, valid = (cells.get(f"t2.{row.id}.{c}") for c in ("made", "repealed", "valid"))
        if made is None or repealed is None or valid is None or made <= valid + repealed:
            continue
        message = f"表二“{row.label}”：本年制发{made}件，废止{repealed}件，现行有效却只有{valid}件，请核对。"
        path = f"t2.{row.id}.valid"
        found.append(Breach(f"PLAUSIBLE_{row.id}", "info", message, made, valid, (path,)))
    return found


def check_blanks(cells: Cells, layout: Layout, unread: Collection[str] = ()) -> list[Breach]:
    """Cells without a figure: one by name, several by count, or a form that is blank from end to end.

    `unread` are cells that may well hold a figure that could not be made out; they are not called blank.
    """
    blank = tuple(path for path in layout.table3_paths if cells.get(path) is None and path not in unread)
    if not blank:
        return []
    if all(cells.get(path) is None for path in layout.paths) and not unread:
        return [
            Breach(
                "ALL_CELLS_BLANK",
                "error",
                "三张表都没有填数字。没有发生的也应填0，请补填。",
                None,
                None,
                blank,
            )
        ]
    if len(blank) == 1:
        message = f"{describe(blank[0], layout)}没有填数字。没有发生的应填0，请补填。"
        return [Breach("T3_missing_cell", "warning", message, None, None, blank)]
    places = "、".join(describe(path, layout) for path in blank[:NAMED_BLANKS])
    more = "等" if len(blank) > NAMED_BLANKS else ""
    message = f"表三有{len(blank)}格没有填数字：{places}{more}。没有发生的应填0，请补填。"
    return [Breach("T3_blank_cells", "warning", message, len(blank), None, blank)]


def validate(
    cells: Cells, layout: Layout, unit_kind: str | None = None, unread: Collection[str] = ()
) -> list[Breach]:
    """Everything that can be said about one filled form by itself."""
    return [
        *verify_report(cells, layout),
        *check_range(cells, layout),
        *check_plausible(cells, layout, unit_kind),
        *check_blanks(cells, layout, unread),
    ]


def _sum_of(patterns: Sequence[str], cells: Cells) -> tuple[Number, tuple[str, ...]] | None:
    """The sum over paths, `*` at the end standing for every path that begins so; None when a cell is blank."""
    paths = [
        path
        for pattern in patterns
        for path in cells
        if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1]))
    ]
    values = [value for path in paths if (value := cells[path]) is not None]
    if not paths or len(values) < len(paths):
        return None
    return sum(values), tuple(paths)


# law: annual_report.narrative
def check_narrative(row: str, said: Number, cells: Cells) -> Breach | None:
    """NARRATIVE_<row>: a total that the text gives against the table; None where it fits or cannot be compared.

    `row` is one of the ids under `narrative` in the data. Several readings of a sentence may be accepted, such as
    new requests with or without those carried in.
    """
    rule = next(rule for rule in rules()["narrative"] if rule["id"] == row)
    sums = [found for patterns in rule["accept"] if (found := _sum_of(patterns, cells))]
    if not sums or any(total == said for total, _ in sums):
        return None
    expected, paths = sums[0]
    message = f"正文说“{rule['label']}”{said}件，表里是{expected}件。请核对正文和表。"
    severity = _single("NARRATIVE_new_received")["severity"]
    return Breach(f"NARRATIVE_{row}", severity, message, said, expected, paths)


# law: annual_report.fee_mention
def check_fee_mention(section_six: str, year: int) -> Breach | None:
    """NARRATIVE_fee_section6: the sixth part says whether 信息处理费 was charged, from the reports of 2021 on."""
    rule = _single("NARRATIVE_fee_section6")
    if year < rule["first_year"] or "处理费" in section_six or "收费" in section_six or "收取" in section_six:
        return None
    message = f"{rule['explain']}（没有收费的也要写），现在没有写到。"
    return Breach(rule["id"], rule["severity"], message)
