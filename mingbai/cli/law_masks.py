"""What `mingbai law masks` says of one file: tables (.csv .tsv .xlsx .xls .et) by their headings, other files as text."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

from mingbai.law.errors import LawError
from mingbai.law.masking import Audience, Masked, kind_of_heading, mask_table, mask_text, policies
from mingbai.text.model import SourceDocument

SPREADSHEETS = {".xlsx", ".xls", ".et", ".xlsm"}
DELIMITERS = {".csv": ",", ".tsv": "\t"}
HEADING_ROWS = 10
Table = tuple[str, list[list[str]]]


def _decoded(path: Path) -> str:
    from mingbai.cli.law import read_text

    return read_text(path)


def _sheets(path: Path) -> list[Table]:
    """Every sheet with its name, hidden ones included."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(path))
        return [
            (name, [[_cell(value) for value in row] for row in book.get_sheet_by_name(name).to_python()])
            for name in book.sheet_names
        ]
    except (CalamineError, OSError) as problem:
        raise LawError(f"{path}不是可读的表格文件。请用 WPS 或者 Excel 打开后另存为 .xlsx。") from problem


def _cell(value: object) -> str:
    """Spreadsheets keep numbers as floats; 138… must not become 138….0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _headed(name: str, listed: list[list[str]]) -> tuple[str, int, list[str]]:
    """The title above the headings, the row of the headings (from 0) and the headings themselves.

    The heading row is the one among the first rows with the most recognised headings; the first row where there is none.
    """
    scores = [sum(kind_of_heading(cell) is not None for cell in row) for row in listed[:HEADING_ROWS]]
    best = scores.index(max(scores)) if scores else 0
    above = " ".join(cell for row in listed[:best] for cell in row)
    return f"{name} {above}".strip(), best, listed[best] if listed else []


def _table_answer(
    place: str, listed: list[list[str]], audience: Audience, title: str, on: date | None
) -> dict[str, Any]:
    said, heading, header = _headed(place, listed)
    found: Masked = mask_table(header, listed[heading + 1 :], audience, title=f"{title} {said}", on=on)
    return {
        "sheet": place,
        "header": header,
        "actions": [
            {
                "row": heading + 2 + action.row,
                "column": action.column + 1,
                "heading": header[action.column] if action.column < len(header) else None,
                "kind": action.kind,
                "masked": action.masked,
                "how": policies()[action.kind].how,
                "article": action.article,
            }
            for action in found.actions
        ],
        "refusals": [
            {"id": one.id, "text": one.explanation, "article": one.article} for one in found.refusals
        ],
    }


def _documents(path: Path) -> list[SourceDocument]:
    from mingbai.text.reading import UnreadableFile, read_path

    try:
        return read_path(path)
    except UnreadableFile as problem:
        raise LawError(f"{path}：{problem.message}") from problem


def _text_answer(document: SourceDocument, audience: Audience) -> list[dict[str, Any]]:
    return [
        {
            "file": document.file,
            "start": action.start,
            "end": action.end,
            "kind": action.kind,
            "masked": action.masked,
            "how": policies()[action.kind].how,
            "article": action.article,
        }
        for action in mask_text(document.text, audience).actions
    ]


def masks_of(
    path: Path, audience: Audience, title: str, on: date | None
) -> tuple[dict[str, Any], list[str], int]:
    """The answer of the verb: as JSON value, as lines, and the exit code (1 when a list must not be published)."""
    suffix = path.suffix.lower()
    if suffix in SPREADSHEETS:
        tables = _sheets(path)
    elif suffix in DELIMITERS:
        try:
            tables = [("", list(csv.reader(io.StringIO(_decoded(path)), delimiter=DELIMITERS[suffix])))]
        except csv.Error as problem:
            raise LawError(f"{path}不是可读的表格文件：{problem}。请另存为 .xlsx 后再试。") from problem
    else:
        actions = [action for document in _documents(path) for action in _text_answer(document, audience)]
        lines = [f"{path}：应脱敏{len(actions)}处。"]
        lines += [
            f"  第{one['start']}至{one['end']}字：{policies()[one['kind']].label}，{one['how']} → {one['masked']}"
            for one in actions
        ]
        return {"file": str(path), "audience": audience, "actions": actions, "tables": []}, lines, 0
    answers = [_table_answer(place, listed, audience, title, on) for place, listed in tables]
    refused = any(answer["refusals"] for answer in answers)
    lines = [line for answer in answers for line in _table_lines(str(path), answer)]
    return {"file": str(path), "audience": audience, "actions": [], "tables": answers}, lines, int(refused)


def _table_lines(path: str, answer: dict[str, Any]) -> list[str]:
    where = f"{path}「{answer['sheet']}」" if answer["sheet"] else path
    lines = [f"{where}：应脱敏{len(answer['actions'])}处。"]
    lines += [f"  不得公开：{one['text']}" for one in answer["refusals"]]
    lines += [
        f"  第{one['row']}行第{one['column']}列：{policies()[one['kind']].label}，{one['how']} → {one['masked']}"
        for one in answer["actions"]
    ]
    return lines
