"""Days of one affair in an order they cannot have: a reply before its request, a publicity period over before it is announced."""

import re
from collections.abc import Iterator
from datetime import date

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import day_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._dated import where_written
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules.date.dated import in_words
from mingbai.text.proofreading.structure import chinese_number

_DAY = r"(?:(?P<{0}y>(?:19|20)\d\d)年)?(?<!\d)(?P<{0}m>\d{{1,2}})月(?P<{0}d>\d{{1,2}})日"
_FROM, _TO = _DAY.format("a"), _DAY.format("b")
_BEGINS = r"(?:收到|受理|提出|提交|登记|立案|开工|启动|报名|签订|动工|来信|投诉|反映|申请)"
_ENDS = r"(?:答复|办结|作出|完工|竣工|送达|验收|结案|回复|办理完毕|建成|交付|完成)"
_ORDER = lazy.pattern(
    rf"{_FROM}[^。；;\n\d]{{0,24}}{_BEGINS}[^。\n]{{0,50}}?(?<!\d){_TO}[^。；;\n\d]{{0,16}}{_ENDS}"
)
_TOLD_BACK = lazy.pattern("[其曾已][于在]|(?:反映|投诉|举报|称)[^，。]{0,6}[于在]")
_NOTICE = lazy.pattern(
    rf"(?:公示期|公示时间|公告期|报名时间|征集时间|征求意见时间|征求意见期限|公示期限)[^。\n\d]{{0,10}}{_FROM}(?:起|开始)?\s*(?:至|到|—|－|-|–|~|～)+\s*(?:(?P<by>20\d\d)年)?(?:(?P<bm>\d{{1,2}})月)?(?P<bd>\d{{1,2}})日"
)
_UNTIL = lazy.pattern(
    rf"(?:反馈|报名|征集|征求意见|意见|申报|受理)[^。\n\d]{{0,8}}(?:截止|截至)(?:时间|日期|期限|到|至)?[^。\n\d]{{0,4}}{_TO}"
)
_ANNOUNCES = {"notice", "announcement", "list", "other"}
_VALID = lazy.pattern(
    rf"自{_FROM}起?(?:正式)?(?:施行|实施|执行|生效)[^。\n\d]{{0,12}}有效期(?:为|是)?(?P<years>\d{{1,2}}|[一二三四五十两])年[^。\n\d]{{0,8}}(?:至|到){_TO}"
)
_VALID_TO = lazy.pattern(
    rf"自{_FROM}起?(?:正式)?(?:施行|实施|执行|生效)[^\n\d]{{0,14}}有效期(?:至|到|截[至止]){_TO}"
)
_AGE = lazy.pattern(
    r"(?P<born>19\d\d|20[01]\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?出?生[^。；;\n]{0,12}?(?:现年|今年|年龄|[，,（(])(?P<age>\d{1,3})周?岁"
)
_LAST_YEARS = lazy.pattern(
    r"(?:近|过去|连续)(?P<n>[两二三四五六七八九十]|\d{1,2})年(?:来|间)?[（(，,]?(?P<first>20\d\d)年?\s?[-—－–~～至到]+\s?(?P<last>20\d\d)年?[）)]?"
)
_PART_OF_YEAR = lazy.pattern(r"(?P<part>上半年|半年|一季度|二季度|三季度|1[-—]6月|1[-—]9月)")
_LAST_MONTH = {
    "上半年": 6,
    "半年": 6,
    "一季度": 3,
    "二季度": 6,
    "三季度": 9,
    "1-6月": 6,
    "1—6月": 6,
    "1-9月": 9,
    "1—9月": 9,
}
_COUNTED_TO = lazy.pattern(
    r"(?P<mark>截[至止]到?(?:目前)?(?:20\d\d年)?(?P<month>\d{1,2})月(?:底|末|\d{1,2}日))"
)
_FOR = lazy.pattern(
    r"(?:为(?:切实|进一步|扎实|全面|认真)?(?:做好|抓好|推进|加强|规范|落实)|现将|现就|现对|本报告是|编制了?|制定了?|围绕做好)(?:我?[局县市区镇乡街办校院]{1,3})?(?P<mark>(?P<year>20\d\d)年度?)(?P<what>[一-鿿]{4})"
)
_HEAD = 700
_HALF_A_YEAR = 180


def _days(match: re.Match[str], year: int | None) -> tuple[date | None, date | None]:
    """Both days; a year that is not written is that of the day before it, or of the text."""
    first = int(match["ay"]) if match["ay"] else year
    second = int(match["by"]) if match["by"] else first
    if first is None or second is None:
        return None, None
    month = int(match["bm"] or match["am"])
    return day_of(first, int(match["am"]), int(match["ad"])), day_of(second, month, int(match["bd"]))


def _year(passage: Passage) -> int | None:
    written = passage.document.written_on
    return written.year if written else passage.document.year


def _reply_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in _ORDER.finditer(passage.text, passage.start, passage.end):
        begun, ended = _days(match, _year(passage) or 2023)
        # Without a year of its own, the second day may lie in the year after.
        far = not match["by"] and begun and ended and (begun - ended).days > 180
        # 「反映其于9月20日提交的申请」 tells what was before.
        told = _TOLD_BACK.search(match[0])
        if begun and ended and ended < begun and not far and not told:
            said = f"先写{begun.month}月{begun.day}日，办结却在{ended.month}月{ended.day}日，次序颠倒。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对两个日期")


def _over_when_announced(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The term is pointed at, and the day of signing, which may be the one that is wrong, gets a hint."""
    written = passage.document.written_on
    if written is None or passage.document.kind not in _ANNOUNCES:
        return
    over = list(_over(passage, written))
    for start, end, last in over:
        said = f"期限到{in_words(last)}为止，本文{in_words(written)}才发出。"
        yield rule.finding(passage, start, end, said, suggestion="核对期限和落款日期")
    if over:
        said = f"前面的期限到{in_words(over[0][2])}为止，落款却在{in_words(written)}。"
        place = where_written(passage, written)
        yield rule.finding(passage, *place, said, suggestion="核对期限和落款日期", severity="info")


def _over(passage: Passage, written: date) -> Iterator[tuple[int, int, date]]:
    """Terms of this notice that had ended when it was written: where, and the last day."""
    for match in _NOTICE.finditer(passage.text, passage.start, passage.end):
        _, last = _days(match, written.year)
        if last and last < written:
            yield *match.span(), last
    for match in _UNTIL.finditer(passage.text, passage.start, passage.end):
        last = day_of(int(match["by"] or written.year), int(match["bm"]), int(match["bd"]))
        if last and last < written and (match["by"] or (written - last).days < _HALF_A_YEAR):
            yield *match.span(), last


def _validity(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for pattern in (_VALID, _VALID_TO):
        for match in pattern.finditer(passage.text, passage.start, passage.end):
            first, last = _days(match, _year(passage))
            if last is None or (first is None and not match["ay"]):
                continue
            # 「4月31日」 is no day, its year counts all the same.
            first = first or date(int(match["ay"]), int(match["am"]) % 13 or 1, 28)
            years = None
            if pattern is _VALID:
                years = int(match["years"]) if match["years"].isdecimal() else chinese_number(match["years"])
            wrong = last <= first or (years is not None and abs((last - first).days - years * 365.25) > 40)
            if wrong:
                yield rule.finding(
                    passage, *match.span(), "施行日期、有效期和失效日期对不上。", suggestion="核对有效期"
                )


def _ages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = _year(passage)
    for match in _AGE.finditer(passage.text, passage.start, passage.end) if year else ():
        right = (year or 0) - int(match["born"])
        if not right - 1 <= int(match["age"]) <= right + 1:
            said = f"{match['born']}年出生，{year}年应为{right}岁上下，这里写的是{match['age']}岁。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对出生年份或年龄")


def _count_of_years(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in _LAST_YEARS.finditer(passage.text, passage.start, passage.end):
        given = int(match["n"]) if match["n"].isdecimal() else chinese_number(match["n"])
        years = int(match["last"]) - int(match["first"])
        if given and given not in {years, years + 1}:
            said = f"{match['first']}年到{match['last']}年是{years + 1}年，这里写的是{match['n']}年。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对年份")


def _after_the_part(rule: Rule, passage: Passage) -> Iterator[Finding]:
    title = passage.document.title or ""
    part = _PART_OF_YEAR.search(title)
    if part is None or "下半年" in title:
        return
    last = _LAST_MONTH[part["part"]]
    for match in _COUNTED_TO.finditer(passage.text, passage.start, passage.end):
        if last + 1 < int(match["month"]) <= 12:
            said = f"标题是{part['part']}，这里统计到{match['month']}月。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对月份")


def _not_of_the_title(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「关于做好2023年度考核工作的通知」 that begins 「为做好2022年度考核工作」."""
    title = passage.document.title or ""
    for match in _FOR.finditer(passage.text, passage.start, min(passage.end, passage.start + _HEAD)):
        named = re.search(rf"(20\d\d)年度?{re.escape(match['what'])}", title)
        if named and named[1] != match["year"]:
            said = f"标题是{named[1]}年，这里写的是{match['year']}年。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{named[1]}年")


RULES = (
    Rule(
        name="date.reply_before_request",
        category="wrong_year_or_date",
        severity="error",
        explain="答复、办结、竣工的日期早于收到、受理、开工的日期。",
        fires="本机关于2023年5月10日收到您的申请，于2023年4月28日作出答复。",
        passes="本机关于2023年5月10日收到您的申请，于2023年5月28日作出答复；12月28日受理，1月10日办结。",
        find=anchored("答复 办结 作出 完工 竣工 送达 验收 结案 回复 办理完毕 建成 交付 完成", _reply_before),
    ),
    Rule(
        name="date.over_when_announced",
        category="wrong_year_or_date",
        severity="error",
        explain="公示、报名、征求意见的期限在落款日期之前已经结束。",
        fires="关于拟发放补贴人员的公示\n公示期为2023年3月1日至3月7日，如有异议请向镇民政办反映。\n青河县临川镇人民政府\n2023年5月8日",
        passes="关于拟发放补贴人员的公示\n公示期为2023年5月8日至5月14日，如有异议请向镇民政办反映。\n青河县临川镇人民政府\n2023年5月8日",
        find=anchored("公示期 公示时间 公告期 报名时间 征集时间 征求意见 截止 截至", _over_when_announced),
    ),
    Rule(
        name="date.validity",
        category="wrong_year_or_date",
        severity="error",
        explain="文件的施行日期、有效期年数和失效日期互相对不上。",
        fires="本办法自2023年6月1日起施行，有效期五年，至2027年5月31日。",
        passes="本办法自2023年6月1日起施行，有效期五年，至2028年5月31日。",
        find=anchored("有效期", _validity),
    ),
    Rule(
        name="date.age",
        category="wrong_year_or_date",
        severity="warning",
        explain="出生年份与年龄对不上。",
        fires="青河县2023年救助对象公示\n2023年，救助对象李某，1985年5月出生，现年28岁，家庭困难。",
        passes="青河县2023年救助对象公示\n2023年，救助对象李某，1985年5月出生，现年38岁，家庭困难。",
        find=anchored("岁", _ages),
    ),
    Rule(
        name="date.count_of_years",
        category="wrong_year_or_date",
        severity="warning",
        explain="「近三年（2019—2023年）」的年数与起止年份不符。",
        fires="近三年（2019—2023年），全镇公开信息800条。",
        passes="近三年（2021—2023年），全镇公开信息800条。",
        find=anchored("近 过去 连续", _count_of_years),
    ),
    Rule(
        name="date.after_the_part",
        category="wrong_year_or_date",
        severity="error",
        explain="标题是上半年、某季度的总结，统计的截止月份却在这以后。",
        fires="临川镇2023年上半年政务公开工作总结\n截至9月底，全镇共公开信息60条。",
        passes="临川镇2023年上半年政务公开工作总结\n截至6月底，全镇共公开信息60条。",
        find=anchored("截至 截止", _after_the_part),
    ),
    Rule(
        name="date.not_of_the_title",
        category="wrong_year_or_date",
        severity="error",
        explain="开头写的年份与标题里同一件事的年份不同，多半是套用了上年的文件。",
        fires="关于做好2023年度考核评议工作的通知\n为做好2022年度考核评议工作，现将有关事项通知如下：",
        passes="关于做好2023年度考核评议工作的通知\n为做好2023年度考核评议工作，在2022年度考核评议基础上通知如下：",
        find=anchored("做好 抓好 推进 加强 规范 落实 现将 现就 现对 编制 制定", _not_of_the_title),
    ),
)
