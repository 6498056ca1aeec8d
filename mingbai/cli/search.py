"""`mingbai search WORDS`: the portal's search on the command line."""

import html
from typing import Any

from mingbai.cli import installation
from mingbai.cli.arguments import fail, parser, print_json, use_data

MOST = 100


def _row(result: Any) -> dict[str, Any]:
    row = result.row
    source = None
    if row.source_file:
        source = {"file": row.source_file, "start": row.source_start, "end": row.source_end}
    return {
        "id": row.pk,
        "title": row.title,
        "unit": row.unit.name,
        "url": row.get_absolute_url(),
        "published_at": row.published_at.isoformat() if row.published_at else None,
        "score": result.score,
        "snippet": html.unescape(result.snippet.replace("<mark>", "").replace("</mark>", "")),
        "source": source,
    }


def _print(found: Any, rows: list[dict[str, Any]]) -> None:
    if not rows:
        print("没有找到。可以换一个说法，或少写几个字。")
        return
    print(f"找到 {found.count_label} 条，用时 {found.took_ms} 毫秒。")
    for number, row in enumerate(rows, start=1):
        print(
            f"\n{number}. {row['title']}\n   {row['unit']} · {(row['published_at'] or '')[:10]} · {row['url']}"
        )
        print(f"   {row['snippet']}")


def main(argv: list[str]) -> int:
    """Exit 0 when answered, also with nothing found; 2 for options that cannot be used; 3 before `mingbai migrate`."""
    made = parser("search", "检索已公开信息", formats=True)
    made.add_argument("words", nargs="+", metavar="查询词", help="要找的词、文号或问题")
    made.add_argument("--limit", type=int, default=10, help=f"最多列出几条（1 到 {MOST}，默认 10）")
    options = made.parse_args(argv)
    if not 1 <= options.limit <= MOST:
        return fail(f"--limit 应在 1 到 {MOST} 之间。")
    use_data(options)
    if (refused := installation.opened()) is not None:
        return refused
    from mingbai.portal.query import search

    found = search(" ".join(options.words), size=options.limit)
    rows = [_row(result) for result in found.results]
    if options.format == "json":
        print_json({"count": found.count, "took_ms": found.took_ms, "results": rows})
    else:
        _print(found, rows)
    return 0
