"""A paper that begins in the middle: without a title, with a word that goes on from something."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import hint_of

# What goes on from what was said, or tells a step of something that was not.
_GOES_ON = lazy.pattern(
    "(?:并且?(?!非|不)|而且?|且|从而|进而|因此|因而|由此|于是|同时|与此同时|此外|另外|其中|其次|再次|最后|以及|还(?!有)|也|则|使得?(?=其|之|群众|广大)|对此|为此|这样|那么|否则|但是?|然而|不过|反之|及时(?=[一-鿿]{2,8}(?:[，,]并|上墙|到位|归档))|逐一|逐项|随后|然后|接着|之后|方可|经(?=审核|批准|签字|公示)[一-鿿]{2,4}后)"
)
_LONG, _PARAGRAPHS = 16, 2


def _in_the_middle(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「及时张贴上墙，并由监督小组成员签字确认。」 as the first line of a paper without a title."""
    if passage.document.title or len(passage.prose) < _PARAGRAPHS:
        return
    offset, line = passage.prose[0]
    found = _GOES_ON.match(line)
    if found and len(line) >= _LONG and ("。" in line or "；" in line):
        end = min(offset + len(line), passage.end)
        stop = next((at for at, mark in enumerate(line) if mark in "。；;"), len(line)) + 1
        said = f"文稿没有标题，从「{found[0]}」开始，前面的内容可能丢了。"
        yield rule.finding(passage, offset, min(offset + stop, end), said, suggestion="对照原稿补全开头")


_hint = hint_of("truncated", "truncated_text")

RULES = (
    _hint(
        "begins_in_middle",
        "文稿没有标题，第一句用「并」「从而」「及时……并由……」一类承接上文的话开头，前面的内容多半没有复制过来。",
        "及时张贴上墙，并由监督小组成员签字确认，同时在微信群里推送。\n对不识字的村民，由组长上门宣读。",
        "村务公开工作总结\n同时，村里及时张贴上墙，并由监督小组成员签字确认。\n对不识字的村民，由组长上门宣读。",
        _in_the_middle,
    ),
)
