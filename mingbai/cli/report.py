"""`mingbai report verify`: reads published annual reports and checks their identities."""

import json
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from mingbai.cli.arguments import Parser
from mingbai.text.annual_reports.extract import SUFFIXES, CannotRead, Extracted, extract
from mingbai.text.annual_reports.reading import NotAnAnnualReport, read_reports
from mingbai.text.annual_reports.verify import Verified, verify_parent, verify_report, verify_together

DONE, ATTENTION, UNUSABLE = 0, 1, 2
SEVERITY_NAMES = {"error": "错误", "warning": "提醒", "info": "提示"}


def main(argv: list[str]) -> int:
    arguments = _parser().parse_args(argv)
    files, unusable = _files([*arguments.paths, *([arguments.parent] if arguments.parent else [])])
    reports: list[Verified] = []
    for path in files:
        reports += _read(path, unusable, arguments.text_out)
    verify_together(reports)
    if arguments.parent:
        _with_parent(reports, arguments.parent)
    for file, reason in unusable:
        print(f"{file}：{reason}", file=sys.stderr)
    if arguments.format == "json":
        entries = [*map(_as_json, reports), *({"file": file, "error": reason} for file, reason in unusable)]
        print(json.dumps({"files": entries}, ensure_ascii=False, indent=1, default=_number))
    else:
        _print_text(reports)
    if unusable:
        return UNUSABLE
    errors = any(finding.severity == "error" for verified in reports for finding in verified.findings)
    return ATTENTION if errors else DONE


def _parser() -> Parser:
    parser = Parser(prog="mingbai report", description="核对已公布的政府信息公开工作年度报告。")
    commands = parser.add_subparsers(dest="command", required=True, metavar="verify")
    verify = commands.add_parser(
        "verify",
        help="读年报，核对勾稽关系",
        description="读年报（.html .docx .pdf .txt .zip 或文件夹），核对三张表的勾稽关系、正文和跨年数字。",
    )
    verify.add_argument("paths", nargs="+", type=Path, metavar="文件", help="年报文件或文件夹")
    verify.add_argument("--format", choices=["text", "json"], default="text", help="输出格式")
    verify.add_argument(
        "--parent", type=Path, metavar="文件", help="汇总报告；其余文件是它的全部成员，逐格核对合计"
    )
    verify.add_argument("--text-out", type=Path, metavar="文件夹", help="把读出的文字存到这里，位置以它为准")
    return parser


def _files(paths: Sequence[Path]) -> tuple[list[Path], list[tuple[str, str]]]:
    files: list[Path] = []
    unusable: list[tuple[str, str]] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
            files += inside
            if not inside:
                unusable.append((str(path), "文件夹里没有能读的文件（.html、.docx、.pdf、.txt、.zip）。"))
        elif path.exists():
            files.append(path)
        else:
            unusable.append((str(path), "没有这个文件。请核对路径。"))
    return list(dict.fromkeys(files)), unusable


def _read(path: Path, unusable: list[tuple[str, str]], text_out: Path | None) -> Iterator[Verified]:
    try:
        for extracted in extract(path):
            if text_out:
                _keep_text(extracted, text_out)
            try:
                for report in read_reports(extracted.text):
                    yield verify_report(extracted.file, report)
            except NotAnAnnualReport as error:
                unusable.append((extracted.file, str(error)))
    except CannotRead as error:
        unusable.append((str(path), str(error)))


def _keep_text(extracted: Extracted, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = Path(extracted.file.replace("!/", "_")).name
    (folder / f"{name}.txt").write_text(extracted.text, encoding="utf-8", newline="")


def _with_parent(reports: Sequence[Verified], parent: Path) -> None:
    above = next((verified for verified in reports if verified.file == str(parent)), None)
    if above:
        verify_parent(above, [verified for verified in reports if verified is not above])


def _number(value: object) -> int | float:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value).__name__)


def _as_json(verified: Verified) -> dict[str, Any]:
    report = verified.report
    heading = report.heading
    narrative: dict[str, Any] = {statement.row: statement.value for statement in reversed(report.statements)}
    if report.fee_yuan is not None:
        narrative["fee_yuan"] = report.fee_yuan
    return {
        "file": verified.file,
        "start": report.outline.whole.start,
        "end": report.outline.whole.end,
        "title": heading.title,
        "unit": heading.unit,
        "unit_kind": heading.unit_kind,
        "year": heading.year,
        "layout": report.layout_name,
        "published_on": heading.published_on.isoformat() if heading.published_on else None,
        "complete": report.complete,
        **report.nested_tables(),
        "narrative": narrative,
        "findings": [
            {
                "id": finding.id,
                "severity": finding.severity,
                "left": finding.left,
                "right": finding.right,
                "message": finding.message,
                "start": finding.start,
                "end": finding.end,
            }
            for finding in verified.findings
        ],
    }


def _print_text(reports: Sequence[Verified]) -> None:
    for verified in reports:
        report = verified.report
        heading = report.heading
        year = f"{heading.year}年度" if heading.year else "年度不明"
        known = sum(value is not None for value in report.cells.values())
        print(f"{verified.file}")
        print(f"  {heading.unit or '单位不明'}，{year}，{report.layout_name}年表式，读出{known}格", end="")
        print("" if report.complete else "，文件不完整")
        if not verified.findings:
            print("  没有发现问题。")
        for finding in verified.findings:
            print(f"  {SEVERITY_NAMES[finding.severity]}：{finding.message}（{finding.id}）")
        print()
