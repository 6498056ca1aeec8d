"""A signature that is not the unit's: of another unit of its sort, one word off, or with another number."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored, warning_of
from mingbai.text.proofreading.rules._mentions import has_changed
from mingbai.text.proofreading.rules._speaker import SMALL, bare_name, in_quotes, signed, speaker, title_of
from mingbai.text.proofreading.rules._units import own_in
from mingbai.text.proofreading.rules.unit.changed import MEANT

_PASSING = 2
_NUMBERED = lazy.pattern(r"第(?P<number>[一二三四五六七八九十])(?=中学|小学|中|医院|幼儿园|实验)")


def _signed_by_other(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A signature of the same sort of unit as in the title, under another name."""
    under, own = signed(passage), speaker(passage)
    if under is None or own is None or own.name is None or own.start >= under[0]:
        return
    if in_quotes(passage, own.start):
        return  # a unit that a quoted request or paper names
    start, line, unit = under
    if re.search(r"[\s\u3000、]", line):
        return  # several sign
    other = bare_name(line)
    head = passage.prose[0] if passage.prose else (passage.start, "")
    if other is None or other[1] in {"公司", "行"} or own.start > head[0] + len(head[1]) + 200:
        return
    name, kind = other
    stems = {own.name.removesuffix(own.kind)[-2:], name.removesuffix(kind)[-2:]}
    same_place = len(stems) == 1 and own.kind != kind
    if own.name in line or name in own.name or name in passage.text[passage.start : start]:
        return
    if kind == own.kind or same_place or {kind, own.kind} <= set(SMALL) or {kind, own.kind} <= {"村", "社区"}:
        said = f"前文的单位是「{own.name}」，落款却是「{line}」，请核对。"
        yield rule.finding(passage, start, start + len(line), said, suggestion=own.name)


def _signed_by_namesake(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「岭南市博物馆」 under a text of 岭南市图书馆: as long, the same place and sort, another word between."""
    unit = passage.document.unit or ""
    for start, line in passage.lines[-3:] if len(unit) >= _LONG_NAME and unit in passage.body else ():
        alike = len(line) == len(unit) and line[:2] == unit[:2] and line[-1] == unit[-1]
        place = bare_name(line)
        if not alike or line == unit or passage.body.count(line) > 1 or (place and place[1] in _PLACE_KINDS):
            continue
        if sum(a != b for a, b in zip(line, unit, strict=True)) <= _TWO_CHARACTERS:
            said = f"前文的单位是「{unit}」，落款却是「{line}」，请核对。"
            yield rule.finding(passage, start, start + len(line), said, suggestion=unit)


_LONG_NAME, _TWO_CHARACTERS = 5, 2
_PLACE_KINDS = frozenset((*SMALL, "村", "社区"))


# --- one off the title --------------------------------------------------------------------------------------------------

_LEAD = lazy.pattern(r"^(?:中共)?(?:(?:19|20)\d\d年)?(?:关于)?(?:印发|报送)?《?(?:(?:19|20)\d\d年)?")
_TO_ANOTHER = lazy.pattern("批复|复函|通报|转发|致|贺|慰问|公示|任命|任免|答复|移交|协议|合同|对")


def _signed_one_off(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「大坝乡人民政府」 under the report of 大坪乡, 「桥头镇中学」 under that of 桥头镇中心小学."""
    title, found = title_of(passage), signed(passage)
    if not title or found is None or _TO_ANOTHER.search(title) or has_changed(passage):
        return
    start, line, _ = found
    told, under = own_in(title[_LEAD.match(title).end() :]), own_in(line)  # type: ignore[union-attr]
    if told is None or under is None or told.sort != under.sort or told.name in line:
        return
    # Who speaks in the text by its own name is the one whose paper it is.
    if under.name in passage.text[passage.start : start] or under.name in title:
        return
    if told.name.endswith(under.name) or under.name.endswith(told.name):
        return
    if _apart(told.name, under.name):
        said = f"标题写「{told.name}」，落款却是「{line}」，请核对。"
        yield rule.finding(passage, start, start + len(line), said, suggestion=told.name)


def _apart(one: str, other: str) -> bool:
    """Whether one name is the other with a character changed or lost, or another body of its place."""
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    shorter, longer = sorted((one, other), key=len)
    letters = iter(longer)
    return len(longer) - len(shorter) <= _TWO_CHARACTERS and all(letter in letters for letter in shorter)


def _other_number(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「第一中学」 in the text of a 「第二中学」."""
    unit = passage.document.unit or ""
    number = _NUMBERED.search(unit)
    if number is None:
        return
    before, after = unit[: number.start("number")], unit[number.end("number") :]
    pattern = re.compile(f"{re.escape(before)}(?P<mark>[一二三四五六七八九十]){re.escape(after)}")
    found = [
        m
        for m in pattern.finditer(passage.text, passage.start, passage.end)
        if m["mark"] != number["number"]
        and not MEANT.search(passage.text[max(passage.start, m.start() - 8) : m.start()])
    ]
    for match in found if len(found) <= _PASSING else ():
        said = f"本文的单位是「{unit}」，这里却写「{match[0]}」，请核对。"
        yield rule.finding(passage, *match.span(), said, suggestion=unit)


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "signed_by_other",
        "落款的单位与标题、正文的单位不同。",
        "东关街道办事处2020年政府信息公开工作总结\n认真落实《条例》。\n西关街道办事处\n2021年1月15日",
        "东关街道办事处2020年政府信息公开工作总结\n认真落实《条例》。\n东关街道办事处\n2021年1月15日",
        _signed_by_other,
    ),
    _rule(
        "signed_by_namesake",
        "落款的单位与标题的单位只差一两个字，如图书馆写成博物馆。",
        "岭南市图书馆2023年政务公开工作总结\n岭南市图书馆认真落实《条例》。\n岭南市博物馆\n2024年1月8日",
        "岭南市图书馆2023年政务公开工作总结\n岭南市图书馆认真落实《条例》。\n岭南市图书馆\n2024年1月8日",
        _signed_by_namesake,
    ),
    _rule(
        "signed_one_off",
        "落款的单位比标题的单位错一个字、漏一两个字：标题是大坪乡，落款是大坝乡。",
        "大坪乡关于政务公开工作的自查报告\n我乡认真开展自查，整改问题3个。\n大坝乡人民政府\n2015年10月20日",
        "大坪乡关于政务公开工作的自查报告\n我乡认真开展自查，整改问题3个。\n大坪乡人民政府\n2015年10月20日",
        _signed_one_off,
    ),
    _rule(
        "other_number",
        "第二中学的材料写成「第一中学」。",
        "江湾县第二中学2021年校务公开工作总结\n江湾县第二中学认真落实。江湾县第一中学每学期公布账目。",
        "江湾县第二中学2021年校务公开工作总结\n江湾县第二中学认真落实，赴江湾县第一中学学习。",
        anchored("中学 小学 医院 幼儿园", _other_number),
    ),
)
