"""Days and periods that the regulation on open government information sets, and deadlines given to others."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import day_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules.outdated.expression import year_of
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches, sought

# Decree 492 of 2007 and its revision, decree 711 of 2019 (article 56).
_IN_FORCE = {(2008, 5, 1), (2019, 5, 15)}
_FIRST_YEARS = (2008, 2019)
_OWN_NAME = "政府信息公开条例"
_OTHER_NAME = lazy.pattern(rf"《(?![^》\n]{{0,12}}{_OWN_NAME})[^》\n]{{2,30}}条例(?:（[^》\n]*）)?》")
_SINCE = sought(
    r"(?<![\d至到—-])自?(?P<mark>(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日)起?[，,]?(?:新修订的|新)?《(?:中华人民共和国)?(?:政府信息公开)?条例》(?:正式|颁布)?(?:施行|实施)"
)
_NTH_YEAR = sought(
    r"(?P<year>20\d\d)年?(?:度)?是[^。，,；;\n]{0,16}条例》?[^。，,；;\n]{0,6}(?:施行|实施)[^。，,；;\n]{0,4}第(?P<nth>[一二三四五六七八九十]{1,2})年"
)
# The revision made 20 working days of 15; before it, 20 is not the period.
_NEW_PERIOD = sought(
    r"(?:申请|答复|条例)[^。\n]{0,30}?(?P<mark>(?:20|二十)个?工作日)(?:之?内)?[^。，,\n]{0,6}(?:答复|办结|回复)"
)
_LAST_OLD_YEAR = 2018
# Another office is told to send something by a day.
_SEND_BY = sought(
    r"(?:[于在]|务必)(?P<mark>(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日)(?:之|以)?前(?:将[^。，,；;\n]{2,30})?(?:报送|上报|报至|报|送|反馈|提交|交)(?![到告名]?的|了|者)"
)
_TELLING = {"notice", "bulletin", "announcement", "normative_document"}
_ALREADY = lazy.pattern("已|曾|未按|没有按|应于|本应|原定")


def _is_own(passage: Passage) -> bool:
    """Whether 《条例》 in this text is the regulation on open government information."""
    return not _OTHER_NAME.search(passage.body) and ("信息公开" in passage.body or "政务公开" in passage.body)


def _since(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _SINCE):
        day = int(match["year"]), int(match["month"]), int(match["day"])
        if day not in _IN_FORCE and (_OWN_NAME in match[0] or passage.once(_is_own)):
            said = "《政府信息公开条例》自2008年5月1日起施行，修订后自2019年5月15日起施行。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对施行日期")


def _nth_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _NTH_YEAR):
        year, nth = int(match["year"]), chinese_number(match["nth"])
        right = [year - first + 1 for first in _FIRST_YEARS if year >= first]
        # A first full year may be meant: 「2009年是《条例》施行的第一个完整年」 says so.
        if right and nth not in right and (_OWN_NAME in match[0] or passage.once(_is_own)):
            said = f"《政府信息公开条例》2008年5月1日起施行，{year}年是第{right[0]}年。"
            yield rule.finding(passage, *match.span("nth"), said, suggestion="核对年份或第几年")


def _new_period_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_of(passage)
    if year is None or year > _LAST_OLD_YEAR or "公开" not in passage.body:
        return
    for match in matches(passage, _NEW_PERIOD):
        before = passage.text[max(passage.start, match.start("mark") - 12) : match.start("mark")]
        if not re.search("延长|最长|超过|信访|建议|提案|许可|复议", match[0] + before):
            said = f"{year}年施行的条例规定的答复期限是15个工作日，20个工作日是2019年修订后的规定。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="15个工作日")


def _send_by(rule: Rule, passage: Passage) -> Iterator[Finding]:
    document = passage.document
    if document.kind not in _TELLING or (document.year is None and document.written_on is None):
        return
    for match in matches(passage, _SEND_BY):
        last = day_of(int(match["year"]), int(match["month"]), int(match["day"]))
        before = passage.text[max(passage.start, match.start() - 10) : match.start()]
        if last is None or _ALREADY.search(before):
            continue
        written = document.written_on
        if (written and last < written) or (not written and document.year and last.year < document.year):
            said = f"要求报送的期限「{match['mark']}」在本文成文之前已经过去。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对年份")


RULES = (
    Rule(
        name="date.since_in_force",
        category="wrong_year_or_date",
        severity="error",
        explain="《政府信息公开条例》的施行日期写错，如「自2014年5月1日《条例》施行以来」。",
        fires="政府信息公开工作稳步推进。自2014年5月1日《条例》施行以来，共受理申请2件。",
        passes="政府信息公开工作稳步推进。自2008年5月1日《条例》施行以来，共受理申请2件。",
        find=anchored("条例》施行 条例》实施 条例》正式 条例》颁布", _since),
    ),
    Rule(
        name="date.nth_year_in_force",
        category="wrong_year_or_date",
        severity="error",
        explain="条例施行的第几年算错：2008年是第一年，2009年是第二年。",
        fires="2009年是《政府信息公开条例》施行的第一年。",
        passes="2009年是《政府信息公开条例》施行的第二年，2019年是新修订的《政府信息公开条例》施行的第一年。",
        find=anchored("条例", _nth_year),
    ),
    Rule(
        name="date.new_period_before",
        category="wrong_year_or_date",
        severity="warning",
        explain="2018年及以前的材料里写20个工作日答复；那时条例规定的是15个工作日。",
        fires="2009年政府信息公开工作年度报告\n2009年，按照条例的规定，5件申请均在20个工作日内答复。",
        passes="2022年政府信息公开工作年度报告\n2022年，按照条例的规定，5件申请均在20个工作日内答复。",
        find=anchored("20个工作日 20工作日 二十个工作日 二十工作日", _new_period_before),
    ),
    Rule(
        name="date.send_by_over",
        category="wrong_year_or_date",
        severity="error",
        explain="通知、通报要求别人报送的期限，在成文之前已经过去，多半是年份没有改。",
        fires="关于2018年第二季度政务公开工作情况的通报\n各单位于2017年7月31日前报送整改报告，逾期不报的取消资格。\n2018年7月12日",
        passes="关于2018年第二季度政务公开工作情况的通报\n各单位于2018年7月31日前报送整改报告，逾期不报的取消资格。\n2018年7月12日",
        find=anchored("日前 日之前 日以前", _send_by),
    ),
)
