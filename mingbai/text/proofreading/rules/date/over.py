"""What follows a stretch of days before its last one, what is already done on a day to come, what is asked for in a month that is over."""

import re
from collections.abc import Iterator
from datetime import date

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import day_of, plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._dated import mends_near, written_day
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules._told import Day, clauses_before, days
from mingbai.text.proofreading.rules._twice import AT_MOST, apart
from mingbai.text.proofreading.rules.date.dated import in_words
from mingbai.text.proofreading.triggers import matches, sought

# --- after the inspection, before it ends ------------------------------------------------------------------------------------

_LASTS = lazy.pattern("巡察|督查|检查|审计|考察|征集|征求意见|核查|抽查|评议|普查|测评|培训|比赛")
_RESULT = lazy.pattern(
    "^[，,]?[^，,。；;\n\\d]{0,10}(?:反馈了|反馈|通报了|公布了|公布|印发通报|作出结论|出具|宣布|颁发)[^，,。；;\n]{0,12}(?:意见|结果|情况|报告|问题|名单|结论|证书|奖)"
)
_SHUT = lazy.pattern("闭馆|停水|停电|停业|封闭|暂停|停产|停气|关闭|停课|放假|停诊")
_OPENS = lazy.pattern(
    "(?:恢复|重新)(?:开放|供水|供电|营业|通行|办理|生产|供气|上课|接诊|服务)(?:时间)?[：:为于]?\\s?$|^[^，,。；;\n\\d]{0,8}(?:恢复|重新)(?:开放|供水|供电|营业|通行|办理|生产|供气|上课|接诊|服务)"
)


def _stretch(passage: Passage, one: Day, words: re.Pattern[str]) -> bool:
    """Whether a stretch of days is of an inspection, or of a closure, by the words beside it."""
    beside = one.before[-10:] + re.split("[。\n]", passage.text[one.end : one.end + 60])[0]
    return one.first != one.last and words.search(beside) is not None


def _result_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「3月14日至4月28日进行了巡察。4月20日，巡察组反馈了巡察意见」, 「14日至18日闭馆……恢复开放时间：18日」."""
    told = passage.once(days)
    for place, one in enumerate(told):
        after = passage.text[one.end : one.end + 40].split("\n")[0]
        before = passage.text[max(passage.start, one.start - 14) : one.start].rpartition("\n")[2]
        result = _RESULT.match(after) and one.first == one.last
        opens = one.first == one.last and (_OPENS.search(before) or _OPENS.search(after[:14]))
        if not (result or opens):
            continue
        term = next(
            (
                two
                for two in reversed(told[max(0, place - AT_MOST) : place])
                if _stretch(passage, two, _SHUT if opens else _LASTS)
            ),
            None,
        )
        if (
            term
            and term.first < one.first
            and (one.first < term.last or (opens and one.first == term.last and "午" not in term.after))
        ):
            said = f"到{term.last.month}月{term.last.day}日才结束，{one.first.month}月{one.first.day}日就{'恢复' if opens else '有了结果'}，请核对。"
            yield from apart(
                rule, passage, (term.start, term.end), (one.start, one.end), said, doubted="later"
            )
            return


# --- already done on a day to come ---------------------------------------------------------------------------------------------

_ALREADY = sought(
    r"已经?于(?P<mark>(?:(?P<y>20\d\d)年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日)(?!之?前(?:完成|报))"
)


def _already(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「已于10月20日审核通过」 in a text of 8 October; without a year, of the months around."""
    written = passage.once(written_day)
    for match in matches(passage, _ALREADY) if written else ():
        if written is None:
            return
        day = day_of(int(match["y"] or written.year), int(match["m"]), int(match["d"]))
        if day and day > written and (match["y"] or (day - written).days < _A_SEASON):
            said = f"「{match['mark']}」在本文写成的{in_words(written)}之后，却写成已经做完，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对日期")


_A_SEASON = 45

# --- asked for in a month that is over --------------------------------------------------------------------------------------------

_DUE = sought(
    r"(?<![\d年至到—-])(?P<mark>(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|底|末|中旬|上旬))(?:之|以)?前(?P<rest>[^。；;\n]{0,30})"
)
_TO_DO = lazy.pattern(
    "^(?:要|须|必须|应|将)?[^，,]{0,8}?(?:整改|完成|落实|更新|上报|报送|建成|销号|清理|修订|配齐|补齐|拆除|更换|搬迁|到位)"
)
_OVER = lazy.pattern(
    "已|了|曾|原|本应|明年|次年|来年|每年|每月|去年|上年|规定|截至|未|完成的|20\\d\\d年|今后每|逐年"
)
_SOON, _LONG = 10, 150


def _month_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「整改要求：4月底前完成标志牌更换」 in a report of 18 May."""
    written = passage.document.written_on
    plans = passage.once(plan_sections) if passage.document.kind != "work_plan" else []
    for match in matches(passage, _DUE) if written else ():
        month = int(match["m"])
        if written is None or not 1 <= month <= 12:
            continue
        last = day_of(written.year, month, int(match["d"] or 28)) or date(written.year, month, 28)
        if not _SOON < (written - last).days < _LONG or month == written.month:
            continue
        clause = clauses_before(passage.text, passage.start, match.start())
        meant = any(part.start <= match.start() < part.end for part in plans) or mends_near(
            passage, match.start()
        )
        if meant and _TO_DO.match(match["rest"]) and not _OVER.search(clause[-14:] + match["rest"]):
            said = f"本文写于{in_words(written)}，这里的期限「{match['mark']}前」已经过去，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对期限")


RULES = (
    Rule(
        name="date.result_before_end",
        category="wrong_year_or_date",
        severity="warning",
        explain="巡察、检查还没有结束就反馈结果，闭馆、停水还没有到期就恢复。",
        fires="2022年3月14日至4月28日，区党工委对社会事务局进行了巡察。4月20日，巡察组反馈了巡察意见。",
        passes="2022年3月14日至4月28日，区党工委对社会事务局进行了巡察。5月20日，巡察组反馈了巡察意见。",
        find=anchored("反馈 通报 公布 结论 出具 宣布 颁发 恢复 重新", _result_early),
    ),
    Rule(
        name="date.already_on_day_to_come",
        category="wrong_year_or_date",
        severity="warning",
        explain="写「已于」某日做完，那一天在落款之后。",
        fires="松岗村村务公开\n村务监督委员会已于10月20日审核通过本公示内容。\n松岗村村民委员会\n2022年10月8日",
        passes="松岗村村务公开\n村务监督委员会已于9月20日审核通过本公示内容。\n松岗村村民委员会\n2022年10月8日",
        find=anchored("已于 已经于", _already),
    ),
    Rule(
        name="date.month_over",
        category="wrong_year_or_date",
        severity="warning",
        explain="整改要求、下一步打算里的月份，在文稿写成之前已经过去。",
        fires="检查情况的报告\n三、整改要求\n对发现的问题建立清单。4月底前完成标志牌更换。\n岚山县生态环境局\n2021年5月18日",
        passes="检查情况的报告\n三、整改要求\n对发现的问题建立清单。6月底前完成标志牌更换。\n岚山县生态环境局\n2021年5月18日",
        find=anchored("前", _month_over),
    ),
)
