"""A standard catalogue as Excel, both ways: what an office exports, changes by hand, and loads as the next version.

The sheet holds all that the file of a version holds, in words; reading it gives the content of such a file.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from mingbai.accounts.models import Unit
from mingbai.catalogue.models import CatalogueItem, Column, StandardCatalogue
from mingbai.core.errors import BadInput
from mingbai.core.tables import rows_of_xlsx
from mingbai.law import cadence as law

COLUMNS_HEADER = (
    "编号", "上级编号", "名称", "更新频次", "放信息", "说明", "关键词", "栏目类别", "主题", "依据", "保留", "来源", "已核实",
)  # fmt: skip
ITEMS_HEADER = (
    "编号", "领域编号", "领域", "名称", "公开要素", "时限", "依据", "渠道和载体", "对象", "方式", "层级", "单位类别", "来源", "已核实",
)  # fmt: skip
NEEDED = {"编号", "上级编号", "名称", "更新频次", "领域编号", "领域", "时限", "单位类别"}
MOST_ROWS = 5_000
WHAT = {"publish": "公开", "show_at_least": "公示不少于", "take_down": "撤下", "notice_before": "提前"}
UNITS = {"working": "工作日", "calendar": "日", "hours": "小时"}
STARTS = law.STARTS | {
    "formed_or_changed": "形成或者变更之日",
    "formed": "形成之日",
    "made_or_obtained": "制作或者获取之日",
    "happened": "发生之日",
    "published": "公布之日",
    "before_submission": "报送审批之前",
    "set_up": "划定之日",
    "progress": "有进展之日",
    "meeting": "会议召开之前",
    "approval": "审批之前",
    "term_start": "开学之前",
    "supply_stop": "停止供应之前",
    "enforcement": "执法之前",
    "void": "被变更、撤销、确认违法或者无效之日",
    "month_start": "每月开始之日",
    "quarter_start": "每季度开始之日",
    "halfyear_start": "每半年开始之日",
    "year_start": "每年开始之日",
}
YES, NO, VERIFIED, UNVERIFIED = "是", "否", "是", "未核实"
LINE_OF_LIMIT = "公开/20/工作日/形成或者变更之日/政府信息公开条例第二十六条/已核实"


def limit_line(rule: dict[str, Any]) -> str:
    """One rule as a line: what, how many, of what, from when, by which article, verified or not."""
    verified = "已核实" if rule["verified"] else UNVERIFIED
    return "/".join(
        (
            WHAT[rule["what"]],
            str(rule["n"]),
            UNITS[rule["unit"]],
            STARTS[rule["from"]],
            rule["article"],
            verified,
        )
    )


def header_of(catalogue: StandardCatalogue) -> tuple[str, ...]:
    is_columns = catalogue.content == StandardCatalogue.Content.COLUMNS
    return COLUMNS_HEADER if is_columns else ITEMS_HEADER


def rows_of(catalogue: StandardCatalogue) -> Iterator[tuple[Any, ...]]:
    """The rows below `header_of`."""
    for column in Column.objects.filter(catalogue=catalogue).select_related("parent").order_by("order"):
        yield (
            *(column.code, column.parent.code if column.parent else "", column.name),
            *(column.get_cadence_display(), YES if column.holds_items else NO),
            *(column.description, column.keywords, column.column_type, column.topic, column.basis),
            *(column.retention, column.evidence, VERIFIED if column.verified else UNVERIFIED),
        )
    kinds = dict(Unit.Kind.choices)
    for item in CatalogueItem.objects.filter(domain__catalogue=catalogue).select_related("domain"):
        yield (
            *(item.code, item.domain.code, item.domain.name, item.name, "\n".join(item.elements)),
            *("\n".join(map(limit_line, item.time_limits)), item.basis, "、".join(item.channels)),
            *(item.audience, item.manner, item.level, "；".join(kinds[kind] for kind in item.unit_kinds)),
            *(item.source, VERIFIED if item.verified else UNVERIFIED),
        )


def content_of(
    current: StandardCatalogue, sheet: bytes, *, version: str, valid_from: date, source: str
) -> dict[str, Any]:
    """The content of the version after `current`, read from a sheet; every faulty row is named."""
    header = header_of(current)
    optional = [name for name in header if name not in NEEDED]
    rows = list(rows_of_xlsx(sheet, header, at_most=MOST_ROWS, optional=optional))
    if not rows:
        raise BadInput("表里没有内容。请先导出现行版本，在上面修改。")
    is_columns = current.content == StandardCatalogue.Content.COLUMNS
    faults: list[str] = _twice(rows)
    read = _columns(rows, faults) if is_columns else _domains(rows, faults)
    if faults:
        raise BadInput(
            "；".join(faults[:8]) + (f"；另有 {len(faults) - 8} 处" if len(faults) > 8 else "") + "。"
        )
    return {
        **{name: getattr(current, name) for name in ("code", "name", "content", "unit_kinds")},
        "version": version,
        "source": source,
        "valid_from": valid_from.isoformat(),
        "verified": all(values["已核实"] == VERIFIED for _, values in rows),
        **({"columns": read} if is_columns else {"domains": read}),
    }


Rows = Sequence[tuple[int, dict[str, str]]]


def _twice(rows: Rows) -> list[str]:
    seen: dict[str, int] = {}
    faults = []
    for number, values in rows:
        code = values["编号"]
        if not code or not values["名称"]:
            faults.append(f"第 {number} 行：编号和名称都要填")
        elif code in seen:
            faults.append(f"第 {number} 行：编号「{code}」和第 {seen[code]} 行重复")
        seen.setdefault(code, number)
    return faults


def _columns(rows: Rows, faults: list[str]) -> list[dict[str, Any]]:
    cadences = {label: value for value, label in Column.Cadence.choices}
    roots: list[dict[str, Any]] = []
    nodes: dict[str, dict[str, Any]] = {}
    for number, values in rows:
        above, said = values["上级编号"], values["更新频次"]
        if said not in cadences:
            faults.append(f"第 {number} 行：更新频次「{said}」不认识，可用：{'、'.join(cadences)}")
        if above and above not in nodes:
            faults.append(f"第 {number} 行：上级编号「{above}」要写在它前面的行里")
        node = _column(values, cadences.get(said, ""))
        (nodes[above]["children"] if above in nodes else roots).append(node)
        nodes[values["编号"]] = node
    return roots


def _column(values: dict[str, str], cadence: str) -> dict[str, Any]:
    name = values["名称"]
    return {
        "code": values["编号"],
        "name": name,
        "cadence": cadence,
        "topic": values["主题"],
        "description": values["说明"] or name,
        "keywords": values["关键词"] or name,
        "column_type": values["栏目类别"] or "信息公开目录",
        "basis": values["依据"],
        "retention": values["保留"],
        "evidence": values["来源"],
        "holds_items": values["放信息"] != NO,
        "verified": values["已核实"] == VERIFIED,
        "children": [],
    }


def _domains(rows: Rows, faults: list[str]) -> list[dict[str, Any]]:
    kinds = {label: value for value, label in Unit.Kind.choices}
    found: dict[str, dict[str, Any]] = {}
    for number, values in rows:
        code, wanted = values["领域编号"], _parts(values["单位类别"], "；")
        unknown = [label for label in wanted if label not in kinds]
        if not code or not values["领域"]:
            faults.append(f"第 {number} 行：领域编号和领域都要填")
        if unknown or not wanted:
            named = "；".join(unknown) or "没有填"
            faults.append(
                f"第 {number} 行：单位类别「{named}」不认识，几类之间用分号，可用：{'；'.join(kinds)}"
            )
        domain = found.setdefault(code, {"code": code, "name": values["领域"], "items": []})
        item = _item(values, [kinds[label] for label in wanted if label in kinds])
        domain["items"].append(item | {"time_limits": _limits(number, values["时限"], faults)})
    return list(found.values())


def _item(values: dict[str, str], unit_kinds: list[str]) -> dict[str, Any]:
    return {
        "code": values["编号"],
        "name": values["名称"],
        "basis": values["依据"],
        "elements": [line.strip() for line in values["公开要素"].splitlines() if line.strip()],
        "channels": _parts(values["渠道和载体"]),
        "audience": values["对象"] or "全社会",
        "manner": values["方式"] or "主动",
        "level": values["层级"],
        "unit_kinds": unit_kinds,
        "source": values["来源"],
        "verified": values["已核实"] == VERIFIED,
    }


def _parts(text: str, between: str = "、") -> list[str]:
    return [part.strip() for part in text.split(between) if part.strip()]


def _limits(number: int, text: str, faults: list[str]) -> list[dict[str, Any]]:
    return [
        rule for line in text.splitlines() if line.strip() for rule in _limit(number, line.strip(), faults)
    ]


def _limit(number: int, line: str, faults: list[str]) -> Iterable[dict[str, Any]]:
    back = [{label: value for value, label in known.items()} for known in (WHAT, UNITS, STARTS)]
    parts = [part.strip() for part in line.split("/")]
    if len(parts) == 6 and parts[1].isdecimal():
        what, unit, start = back[0].get(parts[0]), back[1].get(parts[2]), back[2].get(parts[3])
        if what and unit and start and parts[4]:
            yield {
                "what": what,
                "n": int(parts[1]),
                "unit": unit,
                "from": start,
                "article": parts[4],
                "verified": parts[5] == "已核实",
            }
            return
    faults.append(f"第 {number} 行：时限「{line}」看不懂，每行写一条，写法如「{LINE_OF_LIMIT}」")
