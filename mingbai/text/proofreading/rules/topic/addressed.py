"""A sentence that tells the public what to do, in a paper on the work of an office: how to use a gas stove, what candidates must bring, when to spray."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._frames import any_of
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, compiled, hint_of
from mingbai.text.proofreading.rules._speaker import in_quotes, title_of
from mingbai.text.proofreading.triggers import waiting_for, windows_with

_SHOULD = "应当?|须|必须|务必|请|要|不得|不要|切勿|需|严禁|禁止|可凭|可持|可以?|使用[^，。]{1,8}后|出户|在[^，。]{2,10}时"
_WORDS = waiting_for(("应", "须", "务必", "请", "要", "不得", "切勿", "禁止", "严禁"))
_SENTENCE = lazy.pattern("[^。；;！!\n]+")
_TOLD = lazy.pattern(
    "宣传|引导|教育|提醒|告知|督促|要求|动员|组织|倡导|劝导|培训|讲座|发放|指导|帮助|检查|通报|我[镇乡村局院校县街]|工作|活动|开展|共|[0-9]{2,}[户人件次份名]|《"
)
_PUBLISHED = lazy.pattern("公开|公示|公布|信息")
_TO_YOU = lazy.pattern("您|你")
_NOTICE_TITLE = lazy.pattern(
    "须知|指南|提示|公告|通告|倡议|告知|公约|办法|规定|守则|手册|规程|预案|通知书|一封信|明白纸|问答|解读|简章"
)
_AT_MOST, _LONG, _BEFORE = 2, 110, 90
_TELLING = frozenset({"announcement", "normative_document", "interpretation", "list"})


@dataclass(slots=True)
class Field:
    """What is told to whom: the words of such a sentence, its addressees, the titles under which it may stand."""

    name: str
    begins: re.Pattern[str]
    sure: re.Pattern[str]
    home: re.Pattern[str]


def _fields(rows: Sequence[Entry]) -> tuple[Field, ...]:
    return tuple(
        Field(
            row["field"],
            lazy.pattern(
                rf"(?:广大|各位|全体|所有|凡|对|加强对|要加强对|本次|报名|此次)?(?P<who>{any_of(row['who'].split()).pattern})[^，,。]{{0,8}}?(?:{_SHOULD})"
            ),
            any_of(row["sure"].split()),
            any_of(row["home"].split()),
        )
        for row in rows
    )


_BARE = 2


def _is_for(field: Field, sentence: str) -> bool:
    """Whether the sentence is one of that field told to people: the word for them with what they must do, and a word of the field alone."""
    found = {match[0] for match in field.sure.finditer(sentence)}
    if not found:
        return False
    said = lazy.compile_now(f"{_SHOULD}").search(sentence) is not None
    return field.begins.search(sentence) is not None or (said and len(found) >= _BARE)


def _addressed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「消费者应通过正规渠道购买家用燃气灶具，查看熄火保护装置是否完好」 in a report on what is made known of poverty relief."""
    title = title_of(passage)
    if passage.document.kind in _TELLING or _NOTICE_TITLE.search(title) or _TO_YOU.search(passage.body):
        return
    fields = compiled(passage, ("public_addressed",), _fields)
    away = [field for field in fields if not field.home.search(title)]
    found: list[tuple[int, int, Field]] = []
    seen = passage.start
    for low, high in windows_with(passage, _WORDS, _LONG):
        for part in _SENTENCE.finditer(passage.text, max(low, seen), high):
            begun = max(passage.text.rfind(stop, passage.start, part.start()) for stop in "。；;！!\n") + 1
            whole = passage.text[max(begun, passage.start) : part.end()]
            seen = part.end()
            field = next((one for one in away if _is_for(one, whole)), None)
            if field and _stands_alone(passage, field, max(begun, passage.start), part.end()):
                found.append((max(begun, passage.start), part.end(), field))
    around = f"「{title.strip()[:24]}」的标题和上下文" if title.strip() else "上下文"
    for start, end, field in found if len(found) <= _AT_MOST else ():
        said = f"这里像是{field.name}方面对群众说的话，与{around}不合，疑为误贴的其他材料。"
        yield rule.finding(passage, start, end, said, suggestion="删去，或改为本文的内容")


def _stands_alone(passage: Passage, field: Field, start: int, end: int) -> bool:
    """Whether neither it nor what stands before it ties it to the paper."""
    line = passage.text.rfind("\n", passage.start, start) + 1
    before = passage.text[max(line, passage.start, start - _BEFORE) : start]
    told = _TOLD.search(passage.text, start, end)
    if len({match[0] for match in field.sure.finditer(passage.text, start, end)}) < _BARE:
        told = told or _PUBLISHED.search(passage.text, start, end)
    return not (
        told
        or field.sure.search(before)
        or field.begins.search(before)
        or in_quotes(passage, start)
        or passage.in_web_residue(start)
    )


_rule = hint_of("topic", "wrong_topic_paste")

RULES = (
    _rule(
        "addressed_to_public",
        "总结、计划里混进了对群众说的安全提示、招聘须知、农技要点。词表 public_addressed。",
        "石门镇2021年扶贫信息公开自查报告\n截至10月底，共兑现产业补助资金93.2万元。消费者应通过正规渠道购买家用燃气灶具，查看熄火保护装置是否完好，灶具使用年限为8年。",
        "石门镇2021年扶贫信息公开自查报告\n截至10月底，共兑现产业补助资金93.2万元。入户宣传燃气灶具的使用常识，提醒居民应开窗通风。",
        Waiting(_WORDS, _addressed),
    ),
)
