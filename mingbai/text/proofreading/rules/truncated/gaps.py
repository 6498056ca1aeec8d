"""What is left at the edges of a gap: a line that begins in the middle of a sentence behind 「此处隐藏」, a paragraph that stops without a mark before the next heading."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, given, hint_of
from mingbai.text.proofreading.rules.web.residue import is_wrapped
from mingbai.text.proofreading.structure import Marker
from mingbai.text.proofreading.triggers import waiting_for

# --- behind a gap ---------------------------------------------------------------------------------------------------------

_GAPS = (
    "隐藏",
    "省略",
    "节选",
    "未完",
    "余下",
    "查看全文",
    "阅读全文",
    "展开全文",
    "下一页",
    "此处略",
    "内容过长",
    "剩余内容",
    "略去",
)
_GAP_WORDS = waiting_for(_GAPS)
_GAP = lazy.pattern(rf"(?:{'|'.join(_GAPS)})[^\n]{{0,30}}\n\s*$")
# A mark, a word of grammar, or a thing of which the next clause goes on to tell what is done.
_GOES_ON = lazy.pattern(
    rf"[ \u3000]*(?P<mark>[，,、；;：:。）)][^\n]{{2,}}|(?:的(?!士|确)|和(?![谐平解睦])|与(?!会)|及(?!时|格|早)|以及|并(?!非|不|且)|等(?![级待候额于]))[{HAN}]{{2}}[^\n]*|[{HAN}]{{1,4}}[，,](?:并|经|由|接受|做到|及时|逐|再|方可|确保|然后|从而|进行)[{HAN}][^\n]*)"
)
_BEFORE = 70


def _behind_gap(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「……此处隐藏3127个字……」 and then 「名单,并在局网站、公示栏予以公布。」."""
    for offset, line in passage.prose:
        found = _GOES_ON.match(line)
        before = passage.text[max(0, offset - _BEFORE) : offset]
        if found is None or not _GAP.search(before):
            continue
        start = offset + found.start("mark")
        stop = re.search("[。；;]", line[found.start("mark") :])
        end = start + (stop.end() if stop else min(len(line) - found.start("mark"), 40))
        said = "前面有一段被隐藏、省略，这里从半句话开始，缺了前面的文字。"
        yield rule.finding(passage, start, end, said, suggestion="对照原稿补全")


# --- before a heading ------------------------------------------------------------------------------------------------------

_PROSE = lazy.pattern("[，,。；;]")
_WORDS = lazy.pattern(f"[{HAN}]$")
_NOT_CUT = lazy.pattern(
    "(?:如下|名单|附后|单位|办公室|人民政府|委员会|党支部|部门|[县镇乡村局委]|日|号|者|稿|人|报告|总结|方案|计划|制度|办法|通知|目录|附件|表|页|篇|文|例|网|题|图|条|元|名)$"
)
_LONG, _REST = 24, 8


def _numbered(passage: Passage) -> tuple[Marker, ...]:
    return passage.markers


def _stops_short(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「除张榜公布外，还要通过召开座谈会、上门」 and then 「四、工作保障」."""
    if passage.once(is_wrapped):
        return
    lines = passage.prose
    headed = {mark.line for mark in passage.markers}
    met = []
    for place, (offset, line) in enumerate(lines[:-1]):
        text = line.rstrip()
        if place + 1 not in headed or len(text) < _LONG or not _WORDS.search(text) or not _PROSE.search(text):
            continue
        if place in headed and "。" not in text:
            continue  # a heading of two clauses
        last = re.split("[。；;]", text)[-1]
        if _NOT_CUT.search(text) or len(last) < _REST or "|" in text or text.count(" ") > 2:
            continue
        met.append((offset + len(text) - len(last), offset + len(text)))
    # Where many paragraphs have no mark at their end it is how the text is set.
    for start, end in met if len(met) <= _FEW else ():
        said = "这一段末尾没有标点，接着就是下一个标题，话可能没有说完。"
        yield rule.finding(passage, start, end, said, suggestion="对照原稿补全，或补上句号")


_FEW = 2
_hint = hint_of("truncated", "truncated_text")

RULES = (
    _hint(
        "behind_gap",
        "「此处隐藏」「以下省略」后面的一行，从半句话开始。",
        "交通局总结\n我局认真落实。\n……此处隐藏3127个字……\n名单，并在局网站、公示栏予以公布。\n三是加强监督。",
        "交通局总结\n我局认真落实。\n……此处隐藏3127个字……\n三是加强监督，并在局网站公布名单。",
        Waiting(_GAP_WORDS, _behind_gap),
    ),
    _hint(
        "stops_before_heading",
        "一段话末尾没有标点，接着就是下一个标题，话可能没有说完。",
        "三、公开形式\n对涉及人数多、关注度高的事项，除张榜公布外，还要通过召开座谈会、上门\n四、工作保障\n加强领导。",
        "三、公开形式\n对涉及人数多、关注度高的事项，除张榜公布外，还要通过召开座谈会、上门等形式公开。\n四、工作保障\n加强领导。",
        given(_numbered, _stops_short),
    ),
)
