"""Years that contradict the document's own, plans for a year that is over."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.calendar import RANGE, periods, plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._dated import where_written
from mingbai.text.proofreading.rules._knowledge import anchored, meeting
from mingbai.text.proofreading.rules._papers import in_own_paper, own_part
from mingbai.text.proofreading.rules.date.dated import in_words
from mingbai.text.proofreading.triggers import matches, sought

_WHOLE_YEAR = lazy.pattern(
    r"(\d{4})年1月1日(?:起|开始)?\s*(?:至|到|—|－|-|–|~|～)+\s*(?:(\d{4})年)?12月(\d{1,2})日"
)
# Terms of plans, contracts and posts run over years of their own.
_OTHER_TERM = lazy.pattern(
    "规划|合同|协议|有效期|任期|聘期|租期|租赁|出租|承租|承包|流转|经营权|服务期|保险|质保|试点|计划"
)
_WORDS_BEFORE = 24
_SPOKEN = sought(
    r"(?P<word>今年|本年度|去年|上一?年度?|明年|前年)(?:，|,)?(?:[（(]?即)?[（(]?(?P<year>(?:19|20)\d\d)年?[）)]?(?!号)"
    r"|(?P<year2>(?:19|20)\d\d)年度?[（(]即?(?P<word2>今年|本年度|去年|上一?年度?|明年|前年)[）)]"
    r"|(?P<word3>今年|本年度)是(?P<year3>(?:19|20)\d\d)年"
)
_OFFSET = {"今": 0, "本": 0, "去": -1, "上": -1, "明": 1, "前": -2}
_REPORTS_ON = sought(
    r"(?:现将|现就|现对|将|为|向社会公布|现公布)(?:我?[^，,。\n]{0,12}?)(?P<mark>(?P<year>20\d\d)年度?)(?!\d{1,2}月[^，,。\n]{0,8}前)(?!(?:工作)?(?:思路|打算|计划|安排|要点))[^，,。\n]{0,20}(?:如下|汇报|总结|报告|公布|公开工作情况)"
)
_COUNTED = sought(
    r"(?:^|(?<=[。；;\n：:、）)\u3000 ]))(?P<mark>(?:截至|截止到?)?(?P<year>20\d\d)年(?:度|全年|年?底|以来|12月(?:底|末|31日|份)?|1月?[-—－–~～至]1?2月(?:底|31日)?)?)[，,]?"
    r"(?:我[镇乡县区市局办校院委]|全[镇乡县区市局年])?[^，,。；;\n]{0,10}?(?:(?:共|累计|主动公开|发布|受理|收到)[^。；;\n]{0,16}?\d|未发生|未收到|未受理|没有发生|没有收到)"
)
_OPENS = sought(
    r"^[ \t\u3000]*(?P<mark>(?P<year>20\d\d)年)[，,](?![^，,。；;\n]{0,8}(?:将|拟|计划))(?:我|全|本|在)?[^，,。；;\n]{1,12}(?:在[^，,。；;\n]{2,30}(?:下|中)|以[^，,。；;\n]{4,40}为|坚持|认真|深入|紧紧|全面|按照|严格|高度)",
    re.MULTILINE,
)
_DONE_ON = sought(
    r"(?P<mark>(?P<year>20\d\d)年(?P<month>\d{1,2})月(?:\d{1,2}日)?)(?![^。；;\n]{0,40}(?:将|前|计划|拟|预计|力争|起施行|公布))(?=[^。；;\n]{0,24}(?:已|完成了|进行了|召开了|印发了|开展了|举办了))"
)
_AGAINST = sought(
    r"[比较](?P<mark>(?P<year>20\d\d)年)度?(?:部门|收支)?[预决]算数?(?:增加|减少|增长|下降|上升|持平)"
)
_COMPARES = lazy.pattern("比|较|同期|增长|相比|以来|上升|下降|增加|减少|开始|成立|起[，,]")
_REPORTING = {"work_summary", "annual_report", "self_check"}


# 「1960年1月1日至1989年12月31日出生」
_OF_PEOPLE = lazy.pattern(
    "(?:期间|之间|间)?(?:出生|生|参加工作|入学|毕业|入伍|退役|退休|结婚|登记|入职|购买|签订|取得)"
)


_OF_OTHER_DEALINGS = ("对", "将", "就")


def _statistics_period(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = passage.document.year
    whole_years = (
        match
        for start, end in passage.once(periods)
        for match in _WHOLE_YEAR.finditer(passage.text, start, end)
    )
    for match in whole_years:
        first, last = int(match[1]), int(match[2] or match[1])
        before = passage.text[max(passage.start, match.start() - _WORDS_BEFORE) : match.start()]
        if _OTHER_TERM.search(re.split("[。；;\n]", before)[-1]) or _OF_PEOPLE.match(
            passage.text, match.end()
        ):
            continue
        # 「对2016年1月1日至2018年12月31日的惠民资金开展检查」
        if before.endswith(_OF_OTHER_DEALINGS) and passage.text.startswith("的", match.end()):
            continue
        wrong = first != last or int(match[3]) != 31
        if wrong or (year is not None and passage.document.kind in _REPORTING and first != year):
            said = f"统计期限与{year or first}年度不一致。"
            right = f"{year or first}年1月1日至{year or first}年12月31日"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion=right)


# 「本年度（2011年10月1日至2012年9月30日）」 does not run from January.
_OWN_YEAR = lazy.pattern(r"\d{1,2}月(?:\d{1,2}日)?\s?[至到—–~～-]\s?(?:19|20)\d\d年")


def _spoken_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = passage.document.year
    if year is None or "年" not in passage.body:
        return
    for match in matches(passage, _SPOKEN):
        word = match["word"] or match["word2"] or match["word3"]
        meant = year + _OFFSET[word[0]]
        named = int(match["year"] or match["year2"] or match["year3"])
        if (
            named != meant
            and not _written_later(passage, named, meant)
            and not _OWN_YEAR.match(passage.text, match.end())
        ):
            said = f"本文是{year}年的文稿，「{word}」应是{meant}年，这里写的是{named}年。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion=f"核对后改为{meant}年")


def _written_later(passage: Passage, named: int, meant: int) -> bool:
    """A summary is written in January: 「今年」 may be the year of writing, 「明年」 the one after it."""
    return passage.document.kind in _REPORTING and named == meant + 1


def _reports_on(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year, kind = passage.document.year, passage.document.kind
    if year is None:
        return
    for match in matches(passage, _REPORTS_ON, end=passage.start + 1500):
        if int(match["year"]) != year:
            said = f"标题是{year}年，这里却写{match['year']}年。"
            grave: Severity | None = None if kind in _REPORTING | {"work_plan"} else "info"
            yield rule.finding(
                passage,
                match.start("mark"),
                match.end("mark"),
                said,
                suggestion=f"核对后改为{year}年",
                severity=grave,
            )


def _other_years_figures(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A figure given for another year without comparing: left from last year's text."""
    year = passage.document.year
    if year is None or passage.document.kind not in _REPORTING | {"bulletin"}:
        return
    for match in matches(passage, _COUNTED):
        named = int(match["year"])
        sentence = re.split(r"[。\n]", passage.text[match.start() : match.start() + 200])[0]
        later = named > year and "以来" in match["mark"]
        if named == year or (_COMPARES.search(sentence) and not later) or str(year) in sentence:
            continue
        if any(section.start <= match.start() < section.end for section in passage.once(plan_sections)):
            continue
        said = f"本文是{year}年的文稿，这里报的是{named}年的数字。"
        yield rule.finding(
            passage, match.start("mark"), match.end("mark"), said, suggestion=f"核对是否应为{year}年"
        )


def _compares_with_other_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A budget is compared with that of the year before."""
    year = passage.document.year
    if year is None:
        return
    for match in matches(passage, _AGAINST):
        if int(match["year"]) not in {year - 1, year}:
            said = f"本文是{year}年的，预算、决算应与{year - 1}年相比，这里写的是{match['year']}年。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"核对是否应为{year - 1}年")


def _opens_with_other_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The first paragraphs of a summary say what year it is about: 「2013年，我镇在……领导下」."""
    year = passage.document.year
    if year is None or passage.document.kind not in _REPORTING:
        return
    for match in matches(passage, _OPENS, end=passage.start + 900):
        if int(match["year"]) != year:
            said = f"标题是{year}年，这里却从{match['year']}年说起。"
            yield rule.finding(
                passage, match.start("mark"), match.end("mark"), said, suggestion=f"核对是否应为{year}年"
            )


def _after_the_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Something done on a day long after the year that the summary is about."""
    year = passage.document.year
    if year is None or passage.document.kind not in _REPORTING:
        return
    for match in matches(passage, _DONE_ON):
        named, month = int(match["year"]), int(match["month"])
        planned = any(part.start <= match.start() < part.end for part in passage.once(plan_sections))
        if (named > year + 1 or (named == year + 1 and month > 3)) and not planned:
            said = f"本文是{year}年的文稿，却写了{named}年{month}月已经做完的事。"
            yield rule.finding(passage, match.start("mark"), match.end("mark"), said, suggestion="核对年份")


def _signed_in_wrong_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year, signed = passage.document.year, passage.document.written_on
    if year is None or signed is None:
        return
    early, late = (year - 1, year) if passage.document.kind == "work_plan" else (year, year + 1)
    if early <= signed.year <= late or passage.document.kind not in _REPORTING | {"work_plan"}:
        return
    if str(year) not in (passage.document.title or "") and passage.body.count(str(signed.year)) > 1:
        return  # 「2020年以来」 is not the year of the text
    place = where_written(passage, signed)
    said = f"落款日期是{signed.year}年，与{year}年的文稿不符。"
    # The year may be that of a paper which was not parted from this one.
    told = own_part(passage)
    own = str(year) in told and (
        str(year) in (passage.document.title or passage.prose[0][1])
        or str(signed.year) not in told[: place[0] - passage.start]
    )
    yield rule.finding(passage, *place, said, suggestion="核对落款日期", severity=None if own else "info")


def _published_before_signed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    signed, published = passage.document.written_on, passage.published_on
    if signed and published and published < signed:
        said = f"发布日期{in_words(published)}早于落款日期{in_words(signed)}。"
        yield rule.finding(
            passage, *where_written(passage, signed), said, suggestion="核对落款日期和发布日期"
        )


_NUMBER_LINE = lazy.pattern(r"[（(]?(?P<number>[一-鿿]{2,10}[〔\[［]\d{4}[〕\]］]第?\d{1,4}号)[）)]?")
_FIRST_LINES = 5


def _number_of_other_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    number, signed = passage.document.document_number, passage.document.written_on
    if not number:
        # 「（江政〔2022〕5号）」 on a line of its own below the title
        heads = (_NUMBER_LINE.fullmatch(line) for _, line in passage.prose[:_FIRST_LINES])
        number = next((head["number"] for head in heads if head), "")
    if not number or not signed:
        return
    found = re.search(r"[〔\[［(（](\d{4})[〕\]］)）]", number)
    at = passage.text.find(number, passage.start, passage.end)
    if found and at >= 0 and int(found[1]) != signed.year:
        said = f"文号是{found[1]}年的，落款日期却是{signed.year}年。"
        yield rule.finding(passage, at, at + len(number), said, suggestion="核对文号和落款日期")


RULES = (
    Rule(
        name="date.statistics_period",
        category="wrong_year_or_date",
        severity="error",
        explain="年度报告的统计期限应是所报年度的1月1日至12月31日。",
        fires="2023年政府信息公开工作年度报告\n统计期限为2022年1月1日至2022年12月31日。",
        passes="2023年政府信息公开工作年度报告\n统计期限为2023年1月1日至2023年12月31日。",
        find=meeting(_statistics_period, RANGE),
    ),
    Rule(
        name="date.spoken_year",
        category="wrong_year_or_date",
        severity="error",
        explain="「今年」「去年」后面写的年份与文稿的年份对不上。",
        fires="2023年工作总结\n去年（2021年）我镇公开信息80条。",
        passes="2023年工作总结\n去年（2022年）我镇公开信息80条。",
        find=meeting(_spoken_year, _SPOKEN),
    ),
    Rule(
        name="date.reports_on_other_year",
        category="wrong_year_or_date",
        severity="error",
        explain="标题的年份与「现将××年工作情况报告如下」里的年份不同。",
        fires="2023年工作总结\n现将2022年政务公开工作情况总结如下：",
        passes="2023年工作总结\n现将2023年政务公开工作情况总结如下：",
        find=meeting(_reports_on, _REPORTS_ON),
    ),
    Rule(
        name="date.figures_of_other_year",
        category="wrong_year_or_date",
        severity="warning",
        explain="总结里报了别的年份的数字，又不是作比较，多半是上年文稿留下的。",
        fires="2023年工作总结\n截至2022年底，我镇共主动公开信息96条。",
        passes="2023年工作总结\n2022年共公开80条，2023年共公开96条，比上年增长20%。",
        find=meeting(_other_years_figures, _COUNTED),
    ),
    Rule(
        name="date.budget_of_other_year",
        category="wrong_year_or_date",
        severity="warning",
        explain="预算、决算说明与上一年相比，写成了更早的年份。",
        fires="柳溪县教育局2020年部门预算公开\n2020年收支预算1862万元，比2018年预算增加86万元。",
        passes="柳溪县教育局2020年部门预算公开\n2020年收支预算1862万元，比2019年预算增加86万元。",
        find=anchored("算增加 算减少 算增长 算下降 算上升 算持平 算数", _compares_with_other_year),
    ),
    Rule(
        name="date.opens_with_other_year",
        category="wrong_year_or_date",
        severity="error",
        explain="开头一段写的年份与标题的年份不同，多半是照搬上年文稿没有改。",
        fires="江家镇2014年政务公开工作总结\n2013年，我镇在县委、县政府的领导下，坚持依法公开。",
        passes="江家镇2014年政务公开工作总结\n2014年，我镇在县委、县政府的领导下，坚持依法公开。",
        find=meeting(_opens_with_other_year, _OPENS),
    ),
    Rule(
        name="date.after_the_year",
        category="wrong_year_or_date",
        severity="warning",
        explain="总结里写了年度过去很久以后才做完的事，年份可能写错。次年三月以前的不提示。",
        fires="江家镇2018年政务公开工作总结\n2019年9月1日开学后，我校已更新公开栏。",
        passes="江家镇2018年政务公开工作总结\n2019年1月10日已召开总结会。2019年9月底前将更新公开栏。",
        find=meeting(_after_the_year, _DONE_ON),
    ),
    Rule(
        name="date.signed_in_other_year",
        category="wrong_year_or_date",
        severity="error",
        explain="总结的落款应在当年或次年，计划的落款应在上年或当年。",
        fires="2023年政务公开工作总结\n工作有序开展。\n江家镇人民政府\n2021年12月30日",
        passes="2023年政务公开工作总结\n工作有序开展。\n江家镇人民政府\n2024年1月5日",
        find=in_own_paper(_signed_in_wrong_year),
    ),
    Rule(
        name="date.published_before_signed",
        category="wrong_year_or_date",
        severity="error",
        explain="发布日期不能早于落款日期。发布日期由录入的人填写，或由命令行给出。",
        fires="",
        passes="2023年政务公开工作总结\n工作有序开展。",
        find=_published_before_signed,
    ),
    Rule(
        name="date.number_of_other_year",
        category="wrong_year_or_date",
        severity="warning",
        explain="文号里的年份与落款日期的年份不同。",
        fires="江政〔2022〕5号\n关于印发公开目录的通知\n各村：\n现将公开目录印发给你们，请认真执行。\n江家镇人民政府\n2023年3月1日",
        passes="江政〔2023〕5号\n关于印发公开目录的通知\n2023年3月1日",
        find=_number_of_other_year,
    ),
    Rule(
        name="date.repeated_word",
        category="wrong_year_or_date",
        severity="info",
        explain="「2018年度……年度工作」重复了「年度」。",
        fires="现将2018年度政府信息公开年度工作情况报告如下：",
        passes="江家店镇2018年度政府信息公开工作年度报告",
        find=searching(
            r"(?:19|20)\d\d年度[^，,。；;\n度、和与及]{0,14}年度(?!报告|报表)",
            "「年度」重复。",
            suggestion="删去一个「年度」",
            near="年度",
        ),
    ),
    Rule(
        name="date.year_twice",
        category="wrong_year_or_date",
        severity="error",
        explain="同一个年份接连写了两遍。",
        fires="2023年2023年我镇公开信息96条。",
        passes="2022年、2023年我镇公开信息176条。",
        find=searching(
            r"(?P<y>(?:19|20)\d\d年)(?:度)?(?P=y)|年年度(?=[工总])",
            "「{}」重复。",
            suggestion="删去一个",
            near="年19 年20 年度19 年度20 年年度",
        ),
    ),
)
