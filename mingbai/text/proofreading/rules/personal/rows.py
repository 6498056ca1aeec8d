"""Rows of a list of persons: a name, then sex or age, and in the same row an illness or the door of a home."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Category, Passage, Place, Rule
from mingbai.text.proofreading.rules._illnesses import EPIDEMICS, ILLNESS, ILLNESSES, any_of
from mingbai.text.proofreading.rules._knowledge import listed, where
from mingbai.text.proofreading.rules._naming import surnames
from mingbai.text.proofreading.rules._spotted import Hanging
from mingbai.text.proofreading.triggers import lines_with, matches_near, waiting_for

_CATEGORY: Category = "personal_data"
_APART = r"[ \t\u3000，,、|｜/]{1,4}"
_HEAD = lazy.pattern(
    rf"[ \t\u3000]*(?:\d{{1,3}}[.、． \t\u3000]{{1,3}})?(?P<name>[一-鿿]{{2,4}}|[一-鿿][ \u3000][一-鿿])(?={_APART}(?:[男女](?![一-鿿])|\d{{1,3}}周?岁))"
)
_ILLNESS = lazy.pattern(
    rf"[一-鿿]{{0,6}}(?:{ILLNESS})(?:[（(][^（()）]{{1,8}}[）)]|晚期|早期|中期|[ⅠⅡⅢIV\d]{{1,3}}[级期])?"
)
_HOME = lazy.pattern(
    r"(?:住|居住|住址|地址|家住)?[：: ]?[一-鿿]{2,10}(?:路|街|巷|道|小区|苑|园|村|社区|里)(?:[一-鿿\d]{0,6}?)\d{1,4}(?:号|栋|幢|号楼)[院楼]?(?:\d{1,3}(?:号楼|栋|幢|楼))?(?:[一二三四五六七八九\d]{1,2}单元)?\d{0,4}[室号户]?"
)
# Without which neither stands in a line; both are found sooner than what they are a part of.
_ANY_ILLNESS = lazy.pattern(any_of(*ILLNESSES, *EPIDEMICS, "中风"))
_ANY_HOUSE = lazy.pattern(r"\d[号栋幢]")
_DOOR_ENDS = re.compile(r"(?:单元\d{1,4}|\d{3,4}|室|户|号楼\d{1,4}|栋\d{1,4})[室号户]?$")
_AGED = "岁"
_SEX_OR_AGE = waiting_for(("男", "女", _AGED))
_HOSTS = waiting_for(listed("@qq @foxmail @163 @126 @sina @139 @189 @gmail @hotmail @outlook"))
_LONGEST_MAIL = 44
# What stands before the word for sex or age: a number of three digits, a name, and signs between them.
_LONGEST_HEAD = 20
_SIGNS_APART = frozenset(" \t\u3000，,、|｜/")
_OWN_MAIL = lazy.pattern(
    r"(?<![\w.+-])[a-z]{2,16}[._-]?(?:19[4-9]\d|200\d)(?:[01]\d[0-3]\d)?@(?:qq|foxmail|163|126|sina|139|189|gmail|hotmail|outlook)\.(?:com|cn)(?![\w.])",
    re.ASCII,
)


def _is_near_head(place: Place, start: int, end: int) -> bool:
    """Whether a word for sex that stands apart, or one for age behind a number, is near the head of its line."""
    text, before = place.text, place.text[start - 1 : start]
    if text[start] == _AGED:
        stands = before.isdecimal() or before == "周"
    else:
        stands = before in _SIGNS_APART and (end >= place.end or not "一" <= text[end] <= "鿿")
    if not stands:
        return False
    lines = text[max(place.start, start - _LONGEST_HEAD * 2) : start].splitlines()
    return not lines or len(lines[-1].lstrip()) <= _LONGEST_HEAD


def _told_lines(passage: Passage | Place) -> Iterator[tuple[int, str]]:
    """Those of `passage.lines` that hold a word for sex or age."""
    for start, end in lines_with(passage, _SEX_OR_AGE):
        offset = start
        for raw in passage.text[start:end].splitlines(keepends=True):
            if stripped := raw.strip():
                yield offset + raw.index(stripped), stripped
            offset += len(raw)


def _rows(rule: Rule, passage: Passage | Place) -> Iterator[Finding]:
    known = passage.once(surnames)
    for offset, line in _told_lines(passage):
        head = _HEAD.match(line)
        if head is None or not {head["name"][:1], head["name"][:2]} & known:
            continue
        for pattern, said, begins in ((_ILLNESS, "病情", _ANY_ILLNESS), (_HOME, "住址", _ANY_HOUSE)):
            match = pattern.search(line, head.end()) if begins.search(line, head.end()) else None
            if match and (pattern is _ILLNESS or _DOOR_ENDS.search(match[0])):
                words = f"名单里姓名和{said}写在一行，属个人隐私，发布前必须隐去。"
                yield rule.finding(passage, offset + match.start(), offset + match.end(), words)


def _ends_in_digit(place: Place, start: int, _: int) -> bool:
    return place.text[start - 1 : start].isdecimal()


def _own_mail(rule: Rule, passage: Passage | Place) -> Iterator[Finding]:
    for match in matches_near(passage, _HOSTS, _OWN_MAIL, _LONGEST_MAIL):
        words = "邮箱里有人名和出生年份，疑为个人邮箱，请改用单位邮箱。"
        yield rule.finding(passage, *match.span(), words)


RULES = (
    Rule(
        name="personal.row_of_person",
        category=_CATEGORY,
        severity="error",
        explain="名单的一行里有姓名、性别或年龄，又有病名或写到门牌的住址，不得公开。",
        fires="马福顺　男　92周岁　阿尔茨海默病　住铁西路31号2单元102",
        passes="马福顺　男　92周岁　高龄津贴　300元\n李建国，男，45岁，镇长，大学学历。",
        find=Hanging(_SEX_OR_AGE, _rows, where((_SEX_OR_AGE, _is_near_head))),
    ),
    Rule(
        name="personal.mail_with_birth_year",
        category=_CATEGORY,
        severity="info",
        explain="「xiaolong_1989@qq.com」：公务联系的邮箱里是人名和出生年份，多半是个人的邮箱。",
        fires="报名材料请发至邮箱xiaolong_1989@qq.com。",
        passes="报名材料请发至邮箱xxgk2023@163.com、bgs@qq.com。",
        find=Hanging(_HOSTS, _own_mail, where((_HOSTS, _ends_in_digit))),
    ),
)
