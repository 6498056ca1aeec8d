"""The clauses of 政府信息公开条例第二十条 over the blocks of a yearly report's second table, as the form in force names them."""

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored

_CLAUSE = lazy.pattern(r"第二十条第?[（(](?P<nth>[一二三四五六七八九十]{1,2})[）)]项")
# A block is its clause, the heads of its columns and a row or two.
_BLOCK = 90


@cache
def _clauses() -> dict[str, str]:
    """What the second table of each edition counts → the clause it stands under."""
    # Few texts hold such a table; the others need not read the form.
    from mingbai.law.annual_report import layouts

    rows = (row for layout in layouts().values() for row in layout.table2)
    return {row.label.removeprefix("其他"): row.block for row in rows}


def _clause_of_block(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「第二十条第（七）项」 over 「行政事业性收费」, which the form has under 第（八）项."""
    heads = list(_CLAUSE.finditer(passage.text, passage.start, passage.end))
    for head, following in zip_longest(heads, heads[1:]):
        limit = following.start() if following else passage.end
        block = passage.text[head.end() : min(head.end() + _BLOCK, limit)]
        found = [(block.find(label), label) for label in _clauses() if label in block]
        if not found or "\n" not in block[: min(found)[0]]:
            continue
        label = min(found)[1]
        right = _clauses()[label]
        if f"第（{head['nth']}）项" not in right:
            said = f"「{label}」在条例{right}，年度报告的格式也是这样写的，这里的项号写错了。"
            yield rule.finding(passage, head.start(), head.end(), said, suggestion=right)


RULES = (
    Rule(
        name="numbering.clause_of_block",
        category="numbering_gap",
        severity="error",
        explain="年度报告第二张表各部分上面写的是条例第二十条的项号：规章和规范性文件是第（一）项，行政许可第（五）项，行政处罚、行政强制第（六）项，行政事业性收费第（八）项（国办公开办函〔2021〕30号）。",
        fires="第二十条第（七）项\n信息内容 本年收费金额\n行政事业性收费 0",
        passes="第二十条第（八）项\n信息内容 本年收费金额\n行政事业性收费 0",
        find=anchored("第二十条", _clause_of_block),
    ),
)
