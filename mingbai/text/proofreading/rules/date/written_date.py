"""Days measured against the day a text was written: what is to come cannot lie before it, what was done not after it."""

import re
from collections.abc import Iterator
from datetime import date

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import day_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules.date.dated import in_words
from mingbai.text.proofreading.triggers import matches, sought

_DAY = r"(?:(?P<year>20\d\d)年)?(?<!\d)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|底|末)"
_ASKED = sought(
    rf"(?:[于在]|务必|确保|(?<=[，。；：\n]))(?P<mark>{_DAY})(?:之|以)?前(?:将[^。，,；;\n]{{2,30}})?[^。，,；;\n]{{0,6}}?(?:报送|上报|报至|报|送|反馈|提交|交|完成|整改|落实|更新)(?!了|的)"
)
_ASKS = lazy.pattern("请|务必|须|要|确保")
_ALREADY = lazy.pattern("已|曾|未|没有|原|本应|应于|通报|经查|截[至止]")
_MEETS = sought(
    rf"(?:定于|拟于|将于|决定于|计划于|定在)(?P<mark>{_DAY})(?=前|[^。；;\n]{{0,30}}(?:召开|举行|举办|开展|组织|在|启动|进行))"
)
_IN_FORCE = sought(
    r"(?:本[一-鿿]{2,4}|以上规定)[^。；;\n]{0,6}?自(?P<mark>(?P<year>20\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日)起?(?:正式|试)?(?:施行|执行|实施|生效|试行)"
)
_DONE = sought(
    r"(?P<mark>(?P<year>20\d\d)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)(?!底|末|\d)[，,]?[^。，,；;\n]{0,20}?(?:(?:召开|印发|举行|开展|下发|举办|组织|公布|通过|发布|完成|成立|开通|建成|启动|制定|出台|修订|建立|调整|确定|召集|制作|更换|新建|购置|安装|聘请|调查|作|做|进行|获得|取得|接受|参加|汇报|介绍|交流)了|荣获|(?:印发|下发|公布|发布|召开|通过)的|(?:收到|受理)(?:了|你|您|该|申请|贵|群众|[一-鿿]{1,4}(?:提交|提出|来信|申请)))"
)
_NUMBER = sought(r"(?P<mark>[〔\[](?P<year>20\d\d)[〕\]])第?\d{1,4}号")
_FAR = sought(
    r"(?P<mark>(?P<year>20[2-5]\d)年)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|(?:[^，,。；;\n]{0,8}?)(?:印发的|下发的|出台的|公布的|召开的|成立了|召开了|印发了|荣获))"
)
_REPORTING = {"work_summary", "annual_report", "self_check"}
_OF_YEARS = lazy.pattern(r"20\d\d年?\s?[-—–－~～至到]+\s?20\d\d")
_AS_OF = sought(r"截[至止]到?(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
# A day without a year that lies farther back belongs to the year to come.
_WITHIN = 150


def _day(match: re.Match[str], written: date) -> date | None:
    day = int(match["day"] or 28)
    return day_of(int(match["year"] or written.year), int(match["month"]), day)


def _is_over(match: re.Match[str], written: date) -> bool:
    day = _day(match, written)
    if day is None or day >= written:
        return False
    if not match["day"] and (day.year, day.month) == (written.year, written.month):
        return False
    return match["year"] is not None or (written - day).days <= _WITHIN


def _written(passage: Passage) -> date | None:
    """The day of writing, else the last day up to which a report counts, else the first of the text's year."""
    document = passage.document
    if document.written_on or document.year is None:
        return document.written_on
    if document.kind not in _REPORTING:
        return date(document.year, 1, 1)
    counted = (
        day_of(int(match["year"] or document.year), int(match["month"]), int(match["day"]))
        for match in matches(passage, _AS_OF)
    )
    return max((day for day in counted if day), default=None)


def _asked_for_past(rule: Rule, passage: Passage) -> Iterator[Finding]:
    written = _written(passage)
    if written is None or passage.document.kind in _REPORTING:
        return
    for match in matches(passage, _ASKED):
        clause = _clause_before(passage, match.start())
        named = match["year"] is not None
        asks = (
            passage.document.kind == "notice" and passage.text[match.start() - 1] in "，；"
        ) or _ASKS.search(
            (_sentence_before(passage, match.start()) if named else clause) + match[0]
        ) is not None
        if asks and not _ALREADY.search(clause) and _is_over(match, written):
            said = f"期限「{match['mark']}」在本文成文或统计的日期（{in_words(written)}）之前已经过去。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对期限")


def _clause_before(passage: Passage, start: int) -> str:
    return re.split("[。；;，,\n]", passage.text[max(passage.start, start - 24) : start])[-1]


def _sentence_before(passage: Passage, start: int) -> str:
    return re.split("[。；;\n]", passage.text[max(passage.start, start - 40) : start])[-1]


def _meeting_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    written = _written(passage)
    if written is None:
        return
    for match in matches(passage, _MEETS):
        if not _ALREADY.search(_clause_before(passage, match.start())) and _is_over(match, written):
            said = (
                f"写的是将要做的事，「{match['mark']}」却在本文成文或统计的日期（{in_words(written)}）之前。"
            )
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对日期")


def _in_force_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    written = passage.document.written_on
    if written is None:
        return
    for match in matches(passage, _IN_FORCE):
        if int(match["year"]) < written.year:
            said = f"施行日期「{match['mark']}」早于本文成文的年份（{written.year}年）。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对施行日期")


def _done_later(rule: Rule, passage: Passage) -> Iterator[Finding]:
    written = passage.document.written_on
    if written is None:
        return
    for match in matches(passage, _DONE):
        day = _day(match, written)
        # A month that is not over when the text is written may have held it.
        month = match["day"] is None and day and (day.year, day.month) <= (written.year, written.month)
        if day and day > written and not month:
            said = (
                f"「{match['mark']}」在本文成文或统计的日期（{in_words(written)}）之后，却写成已经做完的事。"
            )
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对日期")


def _latest_year(passage: Passage) -> int | None:
    """The last year in which what the text tells can have happened."""
    year, written = passage.document.year, passage.document.written_on
    if written:
        return max(written.year, year or 0)
    return year + 1 if year else None


def _number_to_come(rule: Rule, passage: Passage) -> Iterator[Finding]:
    latest = _latest_year(passage)
    if latest is None:
        return
    for match in matches(passage, _NUMBER):
        if int(match["year"]) > latest:
            said = f"文号是{match['year']}年的，比本文的年份还晚。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对文号的年份")


def _far_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    latest = _latest_year(passage)
    if latest is None or _OF_YEARS.search(passage.document.title or ""):
        return
    for match in matches(passage, _FAR):
        if int(match["year"]) > latest and passage.body.count(match["year"]) == 1:
            said = f"{match['year']}年还没有到，却写成已经发生的事。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对年份")


RULES = (
    Rule(
        name="date.deadline_before_writing",
        category="wrong_year_or_date",
        severity="error",
        explain="通知要求别人在某日前完成、报送，那一天在成文之前已经过去。",
        fires="关于报送自查报告的通知\n请各单位于5月10日前将自查报告报送县政府办公室，逾期通报。\n青河县人民政府办公室\n2023年5月20日",
        passes="关于报送自查报告的通知\n请各单位于6月10日前将自查报告报送县政府办公室，逾期通报。\n青河县人民政府办公室\n2023年5月20日",
        find=anchored("前", _asked_for_past),
    ),
    Rule(
        name="date.meeting_before_writing",
        category="wrong_year_or_date",
        severity="info",
        explain="「定于」「将于」某日开会、办事，那一天却早于成文日期。",
        fires="关于召开推进会的通知\n会议定于2022年6月1日上午在县政府三楼召开，请准时参加。\n青河县人民政府办公室\n2023年5月20日",
        passes="关于召开推进会的通知\n会议定于2023年6月1日上午在县政府三楼召开，请准时参加。\n青河县人民政府办公室\n2023年5月20日",
        find=anchored("定于 拟于 将于 计划于 定在", _meeting_over),
    ),
    Rule(
        name="date.in_force_before_writing",
        category="wrong_year_or_date",
        severity="warning",
        explain="文件写明的施行日期早于成文的年份。",
        fires="关于印发公开制度的通知\n本制度自2022年6月1日起施行，请认真贯彻执行。\n青河县人民政府办公室\n2023年5月20日",
        passes="关于印发公开制度的通知\n本制度自2023年6月1日起施行，请认真贯彻执行。\n青河县人民政府办公室\n2023年5月20日",
        find=anchored("施行 执行 实施 生效 试行", _in_force_before),
    ),
    Rule(
        name="date.done_after_writing",
        category="wrong_year_or_date",
        severity="error",
        explain="写成已经做完的事，日期却在落款之后。",
        fires="关于政务公开工作情况的通报\n2023年8月12日，县政府召开了政务公开推进会，部署全年工作。\n青河县人民政府办公室\n2023年5月20日",
        passes="关于政务公开工作情况的通报\n2023年3月12日，县政府召开了政务公开推进会，部署全年工作。\n青河县人民政府办公室\n2023年5月20日",
        find=anchored(
            "召开了 印发了 举行了 开展了 下发了 举办了 组织了 公布了 通过了 发布了 完成了 成立了 开通了 建成了 启动了 制定了 出台了 修订了 建立了 调整了 确定了 召集了 制作了 更换了 新建了 购置了 安装了 聘请了 调查了 作了 做了 进行了 获得了 取得了 接受了 参加了 汇报了 介绍了 交流了 荣获 印发的 下发的 公布的 发布的 召开的 通过的 收到 受理",
            _done_later,
        ),
    ),
    Rule(
        name="date.number_to_come",
        category="wrong_year_or_date",
        severity="error",
        explain="引用的文号年份比本文的年份还晚。",
        fires="2022年政务公开工作总结\n2022年，根据青政办〔2025〕3号文件要求，我镇规范公开程序。",
        passes="2022年政务公开工作总结\n2022年，根据青政办〔2021〕3号文件要求，我镇规范公开程序。",
        find=anchored("〔20 [20", _number_to_come),
    ),
    Rule(
        name="date.year_to_come",
        category="wrong_year_or_date",
        severity="error",
        explain="还没有到的年份写成已经发生的事，如「2032年以来」。",
        fires="2023年政务公开工作总结\n2032年以来，我镇共公开信息96条。",
        passes="2023年政务公开工作总结\n2021年以来，我镇共公开信息96条，规划到2035年建成。",
        find=anchored("年以来 印发的 下发的 出台的 公布的 召开的 成立了 召开了 印发了 荣获", _far_year),
    ),
)
