"""What a text tells, read once: the days with what is to happen on them, the persons named behind a post, the things listed.

Rules that compare two places ask here, so that a day, a name or a list is understood in one way.
"""

import re
from datetime import date
from typing import NamedTuple

from mingbai.text import dictionary, lazy
from mingbai.text.proofreading.calendar import day_of
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import compiled, is_other_word
from mingbai.text.proofreading.rules.contradiction.facts import surnames_of
from mingbai.text.proofreading.structure import chinese_number

# --- numbers ----------------------------------------------------------------------------------------------------

NUMBER = "(?:[0-9]{1,6}|[一二两三四五六七八九十百]{1,5})"


def number_in(written: str) -> int | None:
    """23 for 「23」 and for 「二十三」, 2 for 「两」."""
    return int(written) if written.isdecimal() else chinese_number(written.replace("两", "二"))


# --- what is said around a place ----------------------------------------------------------------------------------


def said_around(passage: Passage, start: int, end: int, stops: str, reach: int) -> tuple[int, int]:
    """From where to where the words about a place go: to the next of the stops on either side, and no farther than `reach`."""
    low, high = max(passage.start, start - reach), min(passage.end, end + reach)
    begins = (passage.text.rfind(stop, low, start) + 1 for stop in stops)
    ends = (at for stop in stops if (at := passage.text.find(stop, end, high)) >= 0)
    return max((low, *begins)), min(ends, default=high)


# --- days -------------------------------------------------------------------------------------------------------

_DAY = lazy.pattern(
    r"(?:(?P<y>20\d\d)年)?(?<!\d)(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
    r"(?:(?:[（(][^（）()\n]{1,8}[）)])?(?:上午|下午)?(?:\d{1,2}[:：时点](?:\d\d)?)?\s?(?:起|开始)?(?:至|到|[—–－~～-]{1,2})\s?(?:(?P<y2>20\d\d)年)?(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日)?"
)
# What happens on a day, by the words beside it; the course of an affair, from its first step to its last.
_STEPS = (
    ("报名", "报名|申报|征集|投标|提交申请|申请|自愿申报|缴费|预约|填报志愿"),
    ("审核", "审核|初审|资格审查|资格复审|核查"),
    ("考试", "考试|笔试|测试|评审|评选|抽签|摇号"),
    ("面试", "面试|答辩"),
    ("竞价", "竞价|竞租|竞拍|拍卖|开标"),
    ("体检", "体检|考察"),
    ("公示", "公示"),
    ("报到", "报到|注册"),
    ("上课", "正式上课|开课|行课|正式开学"),
    ("公布", "公布|发布结果|录取|命名|表彰|签约|签订合同|聘用|发证|发放"),
)
_BUILDING = (("开工", "开工|动工|施工许可"), ("完工", "完工|竣工|主体完成"), ("验收", "验收"), ("交付", "交付|投入使用"))  # fmt: skip
_HANDLING = (("受理", "受理|收到|立案|接访|登记"), ("办结", "办结|答复|结案|回复|送达"))
COURSES = (_STEPS, _BUILDING, _HANDLING)
_LABEL = lazy.pattern(r"[^，,。；;、\n（）()]{0,30}$")
_REST = lazy.pattern(r"[^，,。；;、\n（）()\d]{0,14}")


class Day(NamedTuple):
    """A day or a stretch of days: first and last, the words before and after it in its clause, where."""

    first: date
    last: date
    before: str
    after: str
    start: int
    end: int


_YEAR = lazy.pattern(r"20\d\d(?=年)")


def _first_year(passage: Passage) -> int | None:
    named = _YEAR.search(passage.text, passage.start, passage.end)
    return int(named[0]) if named else None


def days(passage: Passage) -> list[Day]:
    """Every day written with month and day; without a year it is that of the text."""
    written = passage.document.written_on
    year = written.year if written else passage.document.year or _first_year(passage)
    found = []
    for match in _DAY.finditer(passage.text, passage.start, passage.end):
        own = int(match["y"] or year or 0)
        first = day_of(own, int(match["m"]), int(match["d"])) if own else None
        last = first
        if first and match["d2"]:
            last = day_of(int(match["y2"] or own), int(match["m2"] or match["m"]), int(match["d2"]))
        label = _LABEL.search(passage.text, max(passage.start, match.start() - 30), match.start())
        rest = _REST.match(passage.text, match.end(), passage.end)
        if first and last and not passage.in_web_residue(match.start()):
            found.append(
                Day(
                    first,
                    last,
                    label[0] if label else "",
                    rest[0] if rest else "",
                    match.start(),
                    match.end(),
                )
            )
    return found


_NAMED = lazy.pattern(
    r"(?:时间|日期|期限|截止|起止时间)?(?:截止|截至)?(?:时间|日期)?(?:为|是|定于|于|在|自|从)?[：:]?\s?$"
)


def step_of(one: Day, course: tuple[tuple[str, str], ...]) -> str:
    """Which step of a course a day is of, by a label before it or by the verb behind it; empty where none or several."""
    label = _NAMED.sub("", one.before)
    labelled = len(label) < len(one.before)
    for words in (label[-8:] if labelled else "", one.after[:10]):
        steps = [name for name, said in course if lazy.compile_now(said).search(words)]
        if len(steps) == 1:
            return steps[0]
        if steps:
            return ""
    return ""


# --- names ------------------------------------------------------------------------------------------------------

_RUN = lazy.pattern(f"[{HAN}]{{2,6}}")
_NO_NAME = frozenset("长任主分副组书镇乡的由和与及等在对就为以将已被把向从并也要会应须可让使于其")
# These open what a person does and are no part of the name.
_DOES = lazy.pattern(
    "同志|任|担任|为|兼|带头|带队|带领|一行|分管|主持|负责|负总责|把关|统筹|督办|牵头|亲自|多次|先后|组织|作|对|在|就|率|到|参加|出席|讲话|表示|要求|强调|指出|介绍|说|告诉|定期|具体|认真|签|审|汇报|宣读|召集|深入|走访|调研|看望|慰问|致辞|将|继续|履行|现场|全程|的|等|和|与|、"
)


def name_at(passage: Passage, at: int) -> str:
    """The name of a person that begins here: how far it goes is told by what follows and by the words of the dictionary."""
    run = _RUN.match(passage.text, at, min(passage.end, at + 6))
    known = compiled(passage, ("surnames",), surnames_of)
    if run is None or run[0][0] not in known:
        return ""
    words = run[0]
    for length in (3, 2):
        name, rest = words[:length], words[length:]
        if len(name) < length or set(name[1:]) & _NO_NAME or is_other_word(name):
            continue
        through = rest and dictionary.has(name[-1] + rest[0]) and not _DOES.match(rest)
        ends = not rest or _DOES.match(rest) or dictionary.has(rest[:2])
        if ends and not (length == 3 and through) and not (length == 3 and _DOES.match(words[2:])):
            return name
    return ""


def name_of(passage: Passage, words: str) -> bool:
    """Whether these two or three characters may be the name of a person."""
    known = compiled(passage, ("surnames",), surnames_of)
    return words[:1] in known and not set(words[1:]) & _NO_NAME and not is_other_word(words)


# --- lists ------------------------------------------------------------------------------------------------------

_NAMES = lazy.pattern(
    rf"[{HAN}]{{2,4}}(?:[（(][^（）()\n]{{1,12}}[）)])?(?:[、，, \u3000]{{1,3}}[{HAN}]{{2,4}}(?:[（(][^（）()\n]{{1,12}}[）)])?){{1,60}}(?=[。；;\n）)]|$)"
)
_MOSTLY = 0.75


def names_from(passage: Passage, at: int) -> tuple[list[str], int]:
    """The list of names of persons that begins here, and where it ends."""
    match = _NAMES.match(passage.text, at, passage.end)
    if match is None:
        return [], at
    bare = re.sub(r"[（(][^（）()]*[）)]", "", match[0])
    names = [one for one in re.split("[、，, \u3000]+", bare) if one]
    known = compiled(passage, ("surnames",), surnames_of)
    sure = sum(one[0] in known and len(one) <= 3 and not is_other_word(one) for one in names)
    return (names, match.end()) if sure >= _MOSTLY * len(names) else ([], at)


# No sentence is read farther back than this.
_REACH = 120


def clauses_before(text: str, start: int, at: int, stops: str = "。；;\n") -> str:
    """What stands between the last stop and a place."""
    start = max(start, at - _REACH)
    return text[max(start, *(text.rfind(stop, start, at) + 1 for stop in stops)) : at]
