"""Where another paper begins inside what was read as one: a heading that says what it is, with no number before it."""

from collections.abc import Iterator
from dataclasses import replace

from mingbai.text import lazy
from mingbai.text.edges import shipped
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import Finder
from mingbai.text.proofreading.structure import ends_sentence, read_marker

# 「武川县国土资源局办事大厅服务承诺」, 「附：致外出务工乡亲的一封信」
_HEADING = lazy.pattern(
    r"(?:附(?:录)?[0-9一二三四五]?[：:]\s?)?[^，,。；;：:！!？?\n\t]{4,44}"
    r"(?:总结|小结|方案|计划|报告|汇报|办法|规则|规定|细则|制度|通知|通告|公告|公示|意见|要点|协议|协议书|合同|承诺|承诺书|倡议书|一封信|讲话|发言|纪要|报道|简报|简介|批复|答复|说明|整改措施)"
    r"(?:[（(][^（()）\n]{2,16}[）)])?"
)
# A title may take so many lines, and so many stand above the first words of a text.
_HEAD_LINES, _LONGEST = 4, 56


def _next_paper(passage: Passage) -> int:
    lines = passage.prose
    for (_, above), (offset, line), (_, below) in zip(
        lines[_HEAD_LINES:], lines[_HEAD_LINES + 1 :], lines[_HEAD_LINES + 2 :], strict=False
    ):
        if (
            len(line) <= _LONGEST
            and _HEADING.fullmatch(line)
            and read_marker(line) is None
            and not above.endswith(("：", ":", "，", ",", "、"))
            and _begins_text(below)
        ):
            return offset
    return passage.end


def _begins_text(line: str) -> bool:
    return (
        ends_sentence(line) or line.endswith(("：", ":")) or len(line) > _LONGEST or bool(read_marker(line))
    )


def is_of_another(passage: Passage, at: int) -> bool:
    """Whether a place stands in a second paper that was not parted from the first."""
    return at >= passage.once(_next_paper)


def own_part(passage: Passage) -> str:
    """The text down to where another paper begins."""
    return passage.text[passage.start : passage.once(_next_paper)]


def in_own_paper(find: Finder) -> Finder:
    """What is measured by the paper as a whole: no more than a hint where another paper has begun."""

    def found(rule: Rule, passage: Passage) -> Iterator[Finding]:
        for finding in find(rule, passage):
            doubtful = finding.severity != "info" and is_of_another(passage, finding.start)
            yield replace(finding, severity="info") if doubtful else finding

    return found


_EXCERPT = lazy.pattern(
    r"[（(](?:节选|摘录|摘编|摘要|选登|选编|有删节|[^（）()\n]{0,8}(?:承办|承担|承接|负责|涉及)[^（）()\n]{0,16})[）)][：:]?[ \t\u3000]*\n"
    r"|(?:节选|摘录|摘编|选登|修改|修订)如下[：:]"
)


def is_excerpt(passage: Passage, at: int) -> bool:
    """Whether a heading above the place says that only parts of the paper are given."""
    return at >= passage.once(_excerpt_begins)


def _excerpt_begins(passage: Passage) -> int:
    heading = _EXCERPT.search(passage.text, passage.start, passage.end)
    return heading.end() if heading else passage.end + 1


# Behind these the text was not cut: its own annexes, signature or day follow.
_CLOSING = lazy.pattern(r"附(?:件|表|图|录)?[：:\d]|[（(]此件|(?:\d{4}|[一二三四五六七八九〇○]{4})\s*年")
_ASKS_MORE = lazy.pattern(
    r"(?:[的地得和与及或对将把被由向在从为以于等各每该并再更最很]|做到|进一步|切实|不断|通过|按照|根据|包括|认真|努力|争取|达到)$"
)
# Where a sentence ends as readily as this, it is likely whole; the last so many characters tell.
_LIKELY_WHOLE, _SEEN = -3.0, 14


def only_unstopped(passage: Passage, line: str, place: int) -> bool:
    """Whether the last sentence is whole and lacks its stop alone, since the paper goes on to its own annexes and its day."""
    following = passage.prose[place + 1][1]
    return (
        _CLOSING.match(following) is not None
        and _ASKS_MORE.search(line) is None
        and shipped().at_end(line[-_SEEN:]) > _LIKELY_WHOLE
    )


# So long a line is no heading but for a numbered one.
_A_LINE = 16


def is_one_of_many(passage: Passage, place: int) -> bool:
    """Whether the line before it, as long as a sentence, has no stop either: watchwords, contents, names."""
    before = passage.prose[place - 1][1] if place else ""
    return len(before) > _A_LINE and not ends_sentence(before) and read_marker(before) is None
