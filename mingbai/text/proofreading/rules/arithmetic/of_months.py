"""So much in a year, half a year, a quarter, and so much a month on average; one for so many of others: 「师生比1∶23」."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import in_full
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._speaker import title_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- a month on average -------------------------------------------------------------------------------------------------

_UNITS = "条|件|次|篇|期|人次|元|户|个|场|批|吨|度|份|人"
_MEAN = lazy.pattern(
    rf"(?P<all>\d{{1,9}}(?:\.\d{{1,4}})?)(?P<big>万)?(?P<unit>{_UNITS})[，,（(]?(?P<per>平均每月|每月平均|月均|平均每季度|季均|平均每周|周均)[^，,。；;\n\d]{{0,6}}(?P<n>\d{{1,9}}(?:\.\d{{1,4}})?)(?P<big2>万)?(?P=unit)"
)
_MEAN_WORDS = waiting_for(("平均每", "每月平均", "月均", "季均", "周均"))
_PART = lazy.pattern(
    r"(?P<half>上半年|下半年|半年)|(?P<quarter>[一二三四]季度|本季度|季度)|(?P<year>全年|一年|年内|年度|\d年)|(?P<months>\d{1,2})月|今年以来|以来"
)
_WEEKS = 52 / 12


def _months_in(words: str) -> int:
    """12 for 「全年」, 6 for 「半年」, 3 for 「一季度」; 0 where they do not say it, or say months."""
    found = list(_PART.finditer(words))
    if not found:
        return 0
    last = found[-1]
    return 6 if last["half"] else 3 if last["quarter"] else 12 if last["year"] else 0


def _mean_of_months(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全年发布信息216条，月均19条」; what the sentence does not say the title does: 「2016年第三季度财务公开」."""
    title = title_of(passage)
    for match in matches_near(passage, _MEAN_WORDS, _MEAN, 60):
        before = re.split("[。；;\n]", passage.text[max(passage.start, match.start() - 60) : match.start()])[
            -1
        ]
        stretch = _PART.search(before)
        months = _months_in(before) if stretch else _months_in(title)
        every, mean = in_full(match["all"], match["big"]), in_full(match["n"], match["big2"])
        if not months or not every:
            continue
        parts = months / 3 if "季" in match["per"] else months * _WEEKS if "周" in match["per"] else months
        right, step = every / parts, 10 ** -len(match["n"].partition(".")[2]) * in_full("1", match["big2"])
        if abs(right - mean) > max(0.51 * step, 0.03 * right) and right > 1:
            said = f"{months}个月{match['all']}{match['big'] or ''}{match['unit']}，{match['per']}约{right:.1f}{match['unit']}，写的是{match['n']}{match['big2'] or ''}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- a day on average, by so many days ------------------------------------------------------------------------------------

_DAILY = lazy.pattern(
    rf"(?P<all>\d{{1,9}})(?P<unit>{_UNITS})[，,](?:日均|平均每天|每天平均)[^，,。；;\n\d]{{0,6}}(?P<n>\d{{1,6}}(?:\.\d{{1,2}})?)(?P=unit)[（(，,][^（）()。；;\n\d]{{0,6}}(?P<days>\d{{2,3}})个?(?:工作日|天)"
)
_DAILY_WORDS = waiting_for(("日均", "平均每天", "每天平均"))


def _mean_of_days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「4260件，日均办理35件（按240个工作日）」."""
    for match in matches_near(passage, _DAILY_WORDS, _DAILY, 50):
        if not int(match["days"]):
            continue
        right, mean = int(match["all"]) / int(match["days"]), float(match["n"])
        step = 10 ** -len(match["n"].partition(".")[2])
        if abs(right - mean) > max(0.51 * step, 0.03 * right):
            said = f"{match['all']}{match['unit']}按{match['days']}天，日均约{right:.1f}{match['unit']}，写的是{match['n']}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- one for so many -------------------------------------------------------------------------------------------------------

_RATIO = lazy.pattern(
    r"(?P<name>师生比|生师比|医护比|床护比|医患比|警民比|男女(?:性别)?比|干群比)例?[^，,。；;\n\d]{0,4}(?P<one>\d{1,3}(?:\.\d{1,3})?)\s?[:：∶比]\s?(?P<other>\d{1,5}(?:\.\d{1,3})?)"
)
_RATIO_WORDS = waiting_for(
    ("师生比", "生师比", "医护比", "床护比", "医患比", "警民比", "男女比", "性别比", "干群比")
)
_SIDES = {
    "师生比": ("教师|专任教师|教职工|教职员工", "学生|在校生|师生"),
    "生师比": ("学生|在校生", "教师|专任教师|教职工"),
    "医护比": ("医生|医师|执业医师|执业(?:助理)?医师", "护士|护理人员|注册护士"),
    "床护比": ("床位|病床|开放床位", "护士|护理人员"),
    "医患比": ("医生|医师", "患者|病人"),
    "警民比": ("民警|警力", "人口|群众"),
    "男女比": ("男生|男性|男", "女生|女性|女"),
    "男女性别比": ("男生|男性|男", "女生|女性|女"),
    "干群比": ("干部", "群众"),
}
_BACK, _OFF = 160, 0.08


def _one_to_many(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「学生1086人……教师63人，师生比约为1∶23」."""
    for match in matches_near(passage, _RATIO_WORDS, _RATIO, 30):
        low = max(passage.start, match.start() - _BACK)
        words = passage.text[low : match.start()].rpartition("\n")[2]
        sides = [_numbers(words, said) for said in _SIDES[match["name"]]]
        told = float(match["other"]) / float(match["one"]) if float(match["one"]) else 0.0
        rights = [two / one for one in sides[0] for two in sides[1] if one]
        if rights and told and all(abs(right - told) > _OFF * right for right in rights):
            said = f"按前面的人数，{match['name']}约为1∶{rights[0]:.1f}，写的是{match['one']}∶{match['other']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


def _numbers(words: str, said: str) -> list[float]:
    """Every number beside one of the words: 「学生1086人」, 「教师总数63人」, 「1086名学生」."""
    found = re.findall(
        rf"(?:{said})(?:总数|共|有|共有|为)?(\d{{1,7}}(?:\.\d{{1,3}})?)(万)?(?:人|名|张)|(\d{{1,7}})(万)?(?:人|名|张)(?:{said})",
        words,
    )
    return [in_full(one or other, big or large) for one, big, other, large in found]


_rule = hint_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "mean_of_days",
        "总数除以写明的天数，是每天的平均数。",
        "办理事项4260件，日均办理35件（按240个工作日）。",
        "办理事项4260件，日均办理18件（按240个工作日）。",
        Waiting(_DAILY_WORDS, _mean_of_days),
    ),
    _rule(
        "mean_of_months",
        "全年、半年、一季度的总数，除以月数是每月的平均数。",
        "全年发布信息216条，月均19条。",
        "全年发布信息216条，月均18条。",
        Waiting(_MEAN_WORDS, _mean_of_months),
    ),
    _rule(
        "one_to_so_many",
        "师生比、医护比与写出的人数要相符。",
        "学校现有学生1086人，教师63人，师生比约为1∶23。",
        "学校现有学生1086人，教师63人，师生比约为1∶17。",
        Waiting(_RATIO_WORDS, _one_to_many),
    ),
)
