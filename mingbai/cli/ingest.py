"""`mingbai ingest PATH…`: what documents are in these files."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mingbai.cli.arguments import Parser
from mingbai.text.ingest import ingest
from mingbai.text.model import Figure, Ingested, Recognised, Residue, SourceDocument
from mingbai.text.reading import SUFFIXES, UnreadableFile, read_path

KIND_NAMES = {
    "work_summary": "工作总结",
    "annual_report": "年度报告",
    "work_plan": "工作计划",
    "self_check": "自查报告",
    "normative_document": "规范性文件",
    "interpretation": "政策解读",
    "notice": "通知",
    "announcement": "公告公示",
    "bulletin": "通报简报",
    "list": "目录清单",
    "minutes": "会议纪要",
    "other": "其他",
}
DONE, ATTENTION, UNUSABLE = 0, 1, 2


def parser() -> Parser:
    made = Parser(
        prog="mingbai ingest", description="读入文件，去掉网页残留，拆分汇编，识别每一份文档。不写数据库。"
    )
    made.add_argument(
        "paths", nargs="+", metavar="文件", help="文件或文件夹（.txt .html .docx .xlsx .xls .pdf .zip …）"
    )
    made.add_argument("--format", choices=("text", "json"), default="text", help="输出格式，默认 text")
    made.add_argument(
        "--text-out", metavar="文件夹", type=Path, help="把读出的文字写到这个文件夹，位置以它为准"
    )
    return made


def files_in(paths: Iterable[str]) -> Iterator[str]:
    """Files as given; a folder stands for the readable files in it, in order of name."""
    for path in paths:
        place = Path(path)
        if place.is_dir():
            yield from (
                str(p) for p in sorted(place.rglob("*")) if p.is_file() and p.suffix.lower() in SUFFIXES
            )
        else:
            yield path


def read_all(paths: Iterable[str]) -> Iterator[SourceDocument | str]:
    """Each document, or the message that says why a file gives none."""
    for path in files_in(paths):
        try:
            yield from read_path(path)
        except UnreadableFile as error:
            yield f"{path}：{error.message}"


def document_row(document: Recognised) -> dict[str, Any]:
    return {
        "start": document.start,
        "end": document.end,
        "title": document.title,
        "title_in_text": document.title_in_text,
        "unit": document.unit,
        "unit_kind": document.unit_kind,
        "parent_unit": document.parent_unit,
        "year": document.year,
        "kind": document.kind,
        "written_on": document.written_on.isoformat() if document.written_on else None,
        "document_number": document.document_number,
        "truncated": document.truncated,
    }


def residue_row(piece: Residue) -> dict[str, Any]:
    return {"start": piece.start, "end": piece.end, "kind": piece.kind}


def figure_row(figure: Figure) -> dict[str, Any]:
    value = int(figure.value) if figure.value.is_integer() else figure.value
    return {
        "document": figure.document,
        "start": figure.start,
        "end": figure.end,
        "quote": figure.quote,
        "metric": figure.metric,
        "value": value,
        "unit": figure.unit,
    }


def file_row(found: Ingested) -> dict[str, Any]:
    """One file of the answer, as the contract of the command line has it."""
    return {
        "file": found.source.file,
        "encoding": found.source.encoding,
        "chars": len(found.source.text),
        "documents": [document_row(document) for document in found.documents],
        "stripped": [residue_row(piece) for piece in found.stripped],
        "figures": [figure_row(figure) for figure in found.figures],
    }


def summary(found: Ingested) -> str:
    """One file for people."""
    lines = [f"{found.source.file}：{len(found.source.text)} 字，{len(found.documents)} 份文档"]
    for number, document in enumerate(found.documents, 1):
        title = (
            document.title
            or found.source.text[document.start : document.start + 24].replace("\n", " ") + "……"
        )
        known = [
            document.unit or "单位不明",
            f"{document.year} 年" if document.year else "年份不明",
            document.kind,
        ]
        figures = sum(figure.document == number - 1 for figure in found.figures)
        cut = "，不完整" if document.truncated else ""
        lines.append(f"  {number}. {title}（{'，'.join(known)}，{figures} 个数据{cut}）")
    lines.extend(f"  隐藏内容：{piece.place}" for piece in found.source.hidden)
    return "\n".join(lines)


def write_text(folder: Path, source: SourceDocument) -> None:
    """The text that the offsets refer to, named after the file; a zip's members stay apart."""
    folder.mkdir(parents=True, exist_ok=True)
    name = source.file.replace("!/", "__").replace("\\", "/").strip("/.").replace("/", "_")
    with (folder / f"{name}.txt").open("w", encoding="utf-8", newline="") as out:
        out.write(source.text)


def writes_text(folder: Path | None, source: SourceDocument) -> bool:
    """Whether the text stands where it was asked for; False, with a message, where it cannot be written."""
    try:
        write_text(folder, source) if folder else None
    except OSError as problem:
        print(f"{folder}：写不进这个文件夹（{problem.strerror}）。请换一个文件夹。", file=sys.stderr)
        return False
    return True


def main(argv: list[str]) -> int:
    arguments = parser().parse_args(argv)
    found: list[Ingested] = []
    refused = 0
    for source in read_all(arguments.paths):
        if isinstance(source, str):
            refused += 1
            print(source, file=sys.stderr)
            continue
        for warning in source.warnings:
            print(f"{source.file}：{warning}", file=sys.stderr)
        found.append(ingest(source))
        refused += not writes_text(arguments.text_out, source)
    if not found and not refused:
        refused = 1
        print("没有找到能读取的文件。请检查路径。", file=sys.stderr)
    if arguments.format == "json":
        print(json.dumps({"files": [file_row(one) for one in found]}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(summary(one) for one in found))
    return UNUSABLE if refused and not found else ATTENTION if refused else DONE
