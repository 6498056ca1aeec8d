"""`mingbai check PATH…`: proofreads files and says what a careful reader would mark."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

from mingbai.cli.arguments import Parser
from mingbai.text import kept, lazy
from mingbai.text.model import DocumentKind, Finding, Ingested, SourceDocument
from mingbai.text.packed import DamagedTable
from mingbai.text.proofreading import (
    ListError,
    Lists,
    Overrides,
    check,
    forget_tables,
    load_lists,
    switched_off,
)
from mingbai.text.proofreading.asking import failures_in, is_failure
from mingbai.text.proofreading.doubts import WEAK
from mingbai.text.proofreading.engine import Ask
from mingbai.text.proofreading.halves import in_two
from mingbai.text.proofreading.twins import RULE, compare

SEVERITY_NAMES = {"error": "须改", "warning": "请核对", "info": "提示"}
CATEGORY_NAMES = {
    "template_placeholder": "占位符",
    "wrong_year_or_date": "年份日期",
    "numbering_gap": "序号",
    "typo": "文字",
    "encoding_damage": "乱码",
    "wrong_topic_paste": "串文",
    "near_duplicate_passage": "雷同",
    "arithmetic_inconsistency": "数字",
    "personal_data": "个人信息",
    "outdated_expression": "过时提法",
    "wrong_regulation_name": "法规名称",
    "truncated_text": "残缺",
    "web_residue": "网页残留",
    "punctuation_misuse": "标点",
    "unit_name_inconsistency": "单位名称",
    "internal_contradiction": "前后矛盾",
    "sensitive_wording": "敏感表述",
}


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"「{written}」不是日期，请写成 2024-01-31 的样子") from None


def _parser() -> Parser:
    parser = Parser(prog="mingbai check", description="审校文件，逐处说明问题和改法。")
    parser.add_argument("paths", nargs="*", metavar="文件", help="文件或文件夹")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")
    parser.add_argument("--kind", choices=get_args(DocumentKind), help="文种，代替识别的结果")
    parser.add_argument("--unit", metavar="单位", help="单位名称，代替识别的结果")
    parser.add_argument("--year", type=int, metavar="年份", help="所属年份，代替识别的结果")
    parser.add_argument("--published-on", type=_day, metavar="日期", help="发布日期，如 2024-01-31")
    parser.add_argument("--against", nargs="+", default=[], metavar="文件", help="另拿这些文件比对雷同")
    parser.add_argument("--disable", nargs="+", default=[], metavar="规则", help="关掉的规则、规则组或类别")
    parser.add_argument("--data", type=Path, metavar="文件夹", help="数据文件夹，读取其中 lists 里的词表")
    parser.add_argument("--text-out", type=Path, metavar="文件夹", help="把从文件中取出的文字写到这个文件夹")
    parser.add_argument(
        "--prepare",
        action="store_true",
        help="先把规则和词表编好存在本机，此后每次审校都快（安装时已做过一次）",
    )
    return parser


def _prepare(lists: Lists) -> int:
    """Reads an example of every rule, so that all that a check keeps is there before the first one."""
    from mingbai.text.ingest import ingest
    from mingbai.text.proofreading.rules import all_rules

    examples = "\n".join(rule.fires for rule in all_rules())
    read = ingest(SourceDocument("examples.txt", examples, "text/plain"))
    # two processes keep other tables of words than one that asks all rules
    in_two(lambda ask: check(read, lists=lists, ask=ask), len(examples))
    check(read, lists=lists)
    lazy.compile_all()
    lazy.keep(fewest=1)
    print("规则和词表已经编好，存在本机。")
    return 0


def _files_under(path: str) -> list[str]:
    """The file itself, or every readable file of a folder in the order of names."""
    from mingbai.text.reading import SUFFIXES

    if not os.path.isdir(path):
        return [path]
    inside = (os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names)
    return sorted(name for name in inside if Path(name).suffix.lower() in SUFFIXES)


def _ingested(paths: list[str], refused: list[str]) -> list[Ingested]:
    """Everything that can be read; a line in `refused` for each file that cannot."""
    from mingbai.text.ingest import ingest
    from mingbai.text.reading import UnreadableFile, read_path

    found: list[Ingested] = []
    for given in paths:
        inside = _files_under(given)
        if not inside:
            refused.append(f"{given}：文件夹里没有能读取的文件。请检查路径。")
        for path in inside:
            try:
                sources = read_path(path)
            except UnreadableFile as problem:
                refused.append(f"{path}：{problem.message}")
                continue
            found += map(ingest, sources)
            for source in sources:
                for warning in source.warnings:
                    print(f"{source.file}：{warning}", file=sys.stderr)
    return found


def _write_texts(files: list[Ingested], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        name = file.source.file.replace("!/", "/").strip("/").replace("/", "_").replace("\\", "_")
        (folder / f"{name}.txt").write_text(file.source.text, encoding="utf-8", newline="")


def _as_json(files: list[Ingested], findings: list[list[Finding]]) -> str:
    rows = [_of_file(file, found) for file, found in zip(files, findings, strict=True)]
    return json.dumps({"files": rows}, ensure_ascii=False, indent=1)


def _of_file(file: Ingested, found: list[Finding]) -> dict[str, object]:
    """What was found; `failed_rules` only where a rule failed, so that nobody takes the rest for everything."""
    row: dict[str, object] = {
        "file": file.source.file,
        "findings": [_row(finding) for finding in found if not is_failure(finding)],
    }
    if failures := [finding for finding in found if is_failure(finding)]:
        row["failed_rules"] = [
            {"rule": one.rule, "start": one.start, "message": one.message, "suggestion": one.suggestion}
            for one in failures
        ]
    return row


def _row(finding: Finding) -> dict[str, object]:
    order = ("rule", "category", "severity", "start", "end", "quote", "message", "suggestion")
    row: dict[str, object] = {name: getattr(finding, name) for name in order}
    row["related"] = [
        {"file": place.file, "start": place.start, "end": place.end} for place in finding.related
    ]
    return row


def _as_text(file: Ingested, found: list[Finding]) -> Iterator[str]:
    """What was found, in order; weak doubts, of which most are none, come last and do not count among the rest."""
    findings = [one for one in found if not is_failure(one) and not one.weak]
    weak, failures = [one for one in found if one.weak], failures_in(found)
    rest = "其他规则没有发现问题。" if failures else "没有发现问题。"
    yield f"{file.source.file}：{rest if not findings else f'{len(findings)} 处'}"
    for one in failures:
        yield f"  [没有查全] {one.message}"
        yield f"      办法：{one.suggestion}"
    yield from _lines(file.source.text, findings)
    if weak:
        yield f"  文字里错误多，另有 {len(weak)} 处拿不准的："
        yield from _lines(file.source.text, weak)


def _lines(text: str, findings: list[Finding]) -> Iterator[str]:
    line, read = 1, 0
    for finding in findings:
        line += text.count("\n", read, finding.start)
        read = finding.start
        quote = " ".join(finding.quote.split())
        shown = quote if len(quote) <= 30 else f"{quote[:20]}……{quote[-8:]}"
        message = finding.message.removeprefix(WEAK)
        words = "" if message.startswith(f"「{finding.quote}」") else f"「{shown}」"
        yield f"  第{line}行 [{SEVERITY_NAMES[finding.severity]}·{CATEGORY_NAMES[finding.category]}] {words}{message}"
        if finding.suggestion:
            yield f"      改法：{finding.suggestion}"


def _run(args: argparse.Namespace) -> int:
    data = args.data or Path(os.environ.get("MINGBAI_DATA", "var"))
    lists = load_lists(data)
    if args.prepare:
        return _prepare(lists)
    refused: list[str] = []
    if args.data and not args.data.is_dir():
        print(f"{args.data}：没有这个数据文件夹，没有用本县的词表。请检查 --data。", file=sys.stderr)
    lists.demand_sound()
    off = frozenset(args.disable) | switched_off(lists)
    files, others = _ingested(args.paths, refused), _ingested(args.against, refused)
    overrides = Overrides(kind=args.kind, unit=args.unit, year=args.year)

    def checked(ask: Ask) -> list[list[Finding]]:
        return [
            check(
                file, lists=lists, published_on=args.published_on, overrides=overrides, disabled=off, ask=ask
            )
            for file in files
        ]

    findings = in_two(checked, sum(len(file.source.text) for file in files))
    if not off & {"near_duplicate_passage", "copy", RULE}:
        findings = compare(files, findings, against=others)
    if args.text_out:
        try:
            _write_texts(files, args.text_out)
        except OSError as problem:
            refused.append(f"{args.text_out}：写不进这个文件夹（{problem.strerror}）。请换一个文件夹。")
    if args.format == "json":
        print(_as_json(files, findings))
    else:
        for file, found in zip(files, findings, strict=True):
            print("\n".join(_as_text(file, found)))
    if refused:
        print("\n".join(refused), file=sys.stderr)
        return 2
    return int(any(one.severity == "error" or is_failure(one) for found in findings for one in found))


def main(argv: list[str]) -> int:
    """Exit code 0: nothing grave; 1: findings of severity error, or rules that failed; 2: an input cannot be used."""
    parser = _parser()
    args = parser.parse_args(argv)
    if not args.paths and not args.prepare:
        parser.error("请写上要审校的文件或文件夹")
    lazy.remember()
    try:
        return _run(args)
    except DamagedTable:
        kept.forget()
        forget_tables()
        lazy.remember()
        return _run(args)
    except ListError as problem:
        print(problem, file=sys.stderr)
        return 2
    finally:
        lazy.keep()
