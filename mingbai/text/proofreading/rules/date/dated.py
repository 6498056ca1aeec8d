"""Days against the day a text was written or its page was published: counted up to a day to come, signed after it was shown, due before it was written, congresses not yet held."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import PART_HEADING, day_of, plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._dated import mends_near, page_day, signature, written_day
from mingbai.text.proofreading.rules._knowledge import anchored, warning_of
from mingbai.text.proofreading.rules._told import clauses_before
from mingbai.text.proofreading.triggers import matches, sought

# --- against the page -------------------------------------------------------------------------------------------------

_AS_OF = sought(
    r"(?<!报名)(?<!申报)(?<!征集)(?<!报送)(?<!受理)(?<!反馈)(?<!投标)(?<!公示)截[至止]到?(?P<y>20\d\d)年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|底|末)(?P<rest>[^。；;\n]{0,16})"
)
_TO_COME = lazy.pattern(
    "^(?:之?前|止?报名|报送|下班|将|拟|计划|预计|应|须|要|可|有效|到期|届满|止)|逾期|预计|力争|将"
)


def in_words(day: date) -> str:
    """As a message names a day, and as the text beside it does."""
    return f"{day.year}年{day.month}月{day.day}日"


def _last_of(match: re.Match[str]) -> date | None:
    year, month = int(match["y"]), int(match["m"] or _DECEMBER)
    if not 1 <= month <= 12:
        return None
    return day_of(year, month, int(match["d"] or monthrange(year, month)[1]))


def _counted_to(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「截至2012年12月31日共收集意见29条」 on a page of 25 December."""
    shown = passage.once(written_day)
    for match in matches(passage, _AS_OF) if shown else ():
        last = _last_of(match)
        if last and shown and last > shown and match["d"] and not _TO_COME.search(match["rest"]):
            said = f"统计到{in_words(last)}，本文{in_words(shown)}就写成或者发布了，请核对。"
            yield rule.finding(
                passage, match.start(), match.start("rest"), said, suggestion="核对统计的截止日期"
            )


_SIGNED = sought(r"(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_A_DAY = 1


def _signed_after_page(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Signed on 5 November 2014 below a page that was published on 8 November 2013."""
    signed, shown = passage.document.written_on, passage.once(page_day)
    if signed is None or shown is None or (signed - shown).days <= _A_DAY:
        return
    for match in reversed(list(matches(passage, _SIGNED))):
        if day_of(int(match["y"]), int(match["m"]), int(match["d"])) == signed:
            said = f"网页上的发布日期是{in_words(shown)}，落款却是{in_words(signed)}，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对落款日期")
            return


_NUMBER = sought(r"(?P<name>[一-鿿]{2,10})[〔\[［](?P<y>20\d\d)[〕\]］]第?\d{1,4}号")


def _signed_before_number(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「武人社发〔2019〕31号」 above a notice that is signed in 2018 and issues a plan behind it."""
    signed = passage.once(signature)
    number = next(matches(passage, _NUMBER), None)
    if signed is None or number is None or passage.document.written_on is not None:
        return
    day, start, end = signed
    line = passage.text[
        passage.text.rfind("\n", 0, number.start()) + 1 : passage.text.find("\n", number.end())
    ]
    if line.strip("（）() 　") == number[0] and number.end() < start and day.year < int(number["y"]):
        said = f"文号是{number['y']}年的，印发日期却是{in_words(day)}，请核对。"
        yield rule.finding(passage, start, end, said, suggestion="核对文号和印发日期")


# --- due before it was written ------------------------------------------------------------------------------------------

_DECEMBER = 12
_DUE = sought(
    r"(?P<mark>(?P<y>20\d\d)年(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|底|末|中旬|上旬|下旬)?|年?[底末]))(?:之|以)?前(?P<rest>[^。；;\n]{0,40})"
)
_ASKED = lazy.pattern(
    "整改|完成|落实|开展|组织|更新|上报|报送|建成|到位|销号|回头看|实现|公开|公布|清理|修订|配齐|补办|补齐|完工|竣工|移至|迁至|建立|印发|出台|达到|培训|安装|启动|投入|开通|整治|拆除|发放|验收|归档|上墙|修复|更换|办结|兑现|清零|增设|设立|配备"
)
_OVER = lazy.pattern(
    "已|了|曾|原|本应|应于|完成的|印发的|规定|截至|以前|发生|登记|建成的|存在|遗留|完成情况|任务"
)


def _due_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「整改措施：2022年12月底前完成」 in a text signed in November 2023."""
    written = passage.once(written_day)
    plans = passage.once(plan_sections)
    for match in matches(passage, _DUE) if written else ():
        last = _last_of(match)
        if last is None or written is None or last >= written or (written - last).days < 45:
            continue
        clause = clauses_before(passage.text, passage.start, match.start())
        meant = any(part.start <= match.start() < part.end for part in plans) or mends_near(
            passage, match.start()
        )
        if meant and _ASKED.search(match["rest"]) and not _OVER.search(clause[-12:] + match["rest"]):
            said = f"本文写于{in_words(written)}，这里的期限「{match['mark']}前」已经过去，请核对年份。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对年份")


_PLANNED = sought(
    r"(?:^|(?<=[。；;\n、，,]))(?P<mark>(?P<y>20\d\d)年)[，,]?(?:我[一-鿿]{1,3}|全[一-鿿]{1,2}|[一-鿿]{2,8}(?:局|镇|乡|村|校|院))?(?:将|要|拟|计划)(?!于|召开的)",
    re.MULTILINE,
)


def _planned_for_past(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2013年，我镇将……」 on a page of December 2023, where the text names no year of its own."""
    written = passage.once(written_day)
    if written is None or passage.document.year is not None:
        return
    for match in matches(passage, _PLANNED):
        if int(match["y"]) < written.year and not passage.in_web_residue(match.start()):
            said = f"写的是今后的打算，年份却是{match['y']}年，本文{in_words(written)}才发布，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对年份")


_PART_YEAR = lazy.pattern(r"(?P<y>20\d\d)年[^。；;，,\n]{0,14}(?:计划|打算|安排|思路|要点)")
_HEADED = sought(
    r"(?:^|(?<=[。；;\n]))(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|\d{1,2}[.．、])?(?P<mark>(?P<y>20\d\d)年(?:\d{1,2}月|[一二三四]季度|上半年|下半年|初|底))(?P<rest>[^。；;\n]{2,40})",
    re.MULTILINE,
)
_WAS = lazy.pattern("了|已|过|曾|印发的|召开的|以来|完成情况|制定的|出台的")


def _year_of_part(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「第二部分 2019年工作计划」, and under it 「2018年4月，组织学习」."""
    heads = [(offset, line) for offset, line in passage.prose if PART_HEADING.match(line)]
    for place, (offset, line) in enumerate(heads):
        named = _PART_YEAR.search(line)
        if named is None:
            continue
        end = heads[place + 1][0] if place + 1 < len(heads) else passage.end
        for match in matches(passage, _HEADED, offset + len(line), end):
            if int(match["y"]) == int(named["y"]) - 1 and not _WAS.search(match["rest"]):
                said = f"这一部分是{named['y']}年的计划，这里却是「{match['mark']}」，请核对年份。"
                yield rule.finding(passage, *match.span("mark"), said, suggestion="核对年份")


# --- not yet held -------------------------------------------------------------------------------------------------------

_AWAITED = lazy.pattern("迎接|喜迎|迎来|筹备|备战|献礼|即将|将要|准备")


def _is_of_year(passage: Passage) -> bool:
    """Whether it tells of a whole year; a day before the end of that year is then hardly the text's own."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    return passage.document.kind in _OF_YEARS and not re.search("半年|季度|月|开展|活动", title)


_OF_YEARS = frozenset(("work_summary", "annual_report"))


def _not_yet_held(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「传达学习了党的二十大精神」 in minutes of May 2022; where only the year is known, `date.event_not_yet` asks."""
    written, listed = passage.once(written_day), passage.lists.get("events")
    if written is None or not isinstance(listed, dict) or _is_of_year(passage):
        return
    for row in listed["entries"]:
        held = date.fromisoformat(row["on"])
        if held <= written or (passage.document.year or held.year) < held.year:
            continue
        for match in lazy.compile_now(row["pattern"]).finditer(passage.body):
            start = passage.start + match.start()
            around = passage.body[max(0, match.start() - 10) : match.end() + 4]
            if _AWAITED.search(around) or not re.match(
                "[^，,。；;\n]{0,6}(?:精神|报告|决定|决议|部署|胜利闭幕)", passage.body[match.end() :][:14]
            ):
                continue
            said = f"{row['name']}于{held.year}年{held.month}月召开，{in_words(written)}的文稿里不应出现，请核对。"
            yield rule.finding(passage, start, start + len(match[0]), said, suggestion="核对会议名称或日期")


_rule = warning_of("date", "wrong_year_or_date")


RULES = (
    _rule(
        "counted_to_day_to_come",
        "统计到某年某月某日，文稿在那以前就写成或者发布了。",
        "2012年政务公开工作总结\n截至2012年12月31日共收集意见建议29条。\n柳河乡人民政府\n2012年12月25日",
        "2012年政务公开工作总结\n截至2012年12月20日共收集意见建议29条。\n柳河乡人民政府\n2012年12月25日",
        anchored("截至 截止", _counted_to),
    ),
    _rule(
        "signed_after_page",
        "网页写明的发布日期早于文末的落款日期。",
        "大石镇自查报告\n发布时间：2013-11-08 10:11 来源：大石镇政府 点击：0\n\n关于2013年村务公开工作的自查报告\n\n县协调小组：\n现将自查情况报告如下。全镇22个村均能按规定公开，群众满意度较高，各项制度得到落实。\n\n大石镇人民政府\n2014年11月5日\n",
        "大石镇自查报告\n发布时间：2013-11-08 10:11 来源：大石镇政府 点击：0\n\n关于2013年村务公开工作的自查报告\n\n县协调小组：\n现将自查情况报告如下。全镇22个村均能按规定公开，群众满意度较高，各项制度得到落实。\n\n大石镇人民政府\n2013年11月5日\n",
        anchored("月", _signed_after_page),
    ),
    _rule(
        "signed_before_number",
        "文号是这一年的，通知的印发日期却在前一年。",
        "关于印发实施方案的通知\n武人社发〔2019〕31号\n局机关各股室：\n现将方案印发给你们，请认真执行。\n武安坪县人力资源和社会保障局\n2018年5月20日\n实施方案\n为做好政务公开工作，制定本方案。",
        "关于印发实施方案的通知\n武人社发〔2019〕31号\n局机关各股室：\n现将方案印发给你们，请认真执行。\n武安坪县人力资源和社会保障局\n2019年5月20日\n实施方案\n为做好政务公开工作，制定本方案。",
        anchored("〔20 [20 ［20", _signed_before_number),
    ),
    _rule(
        "due_before_written",
        "整改措施、下一步打算里的期限，在文稿写成之前早已过去。",
        "政务公开工作自查报告\n四、整改措施\n2022年12月底前完成“回头看”，确保公开工作有章可循。\n2023年11月6日",
        "政务公开工作自查报告\n四、整改措施\n2023年12月底前完成“回头看”，确保公开工作有章可循。\n2023年11月6日",
        anchored("前", _due_before),
    ),
    _rule(
        "planned_for_past_year",
        "写今后的打算，年份却早于文稿发布的年份。",
        "时间：2023年12月19日\n2013年，我镇将针对上述问题，强化培训，完善考核。",
        "时间：2023年12月19日\n2024年，我镇将针对上述问题，强化培训，完善考核。",
        anchored("将 要 拟 计划", _planned_for_past),
    ),
    _rule(
        "year_of_part",
        "标题写明是下一年计划的部分，里面的安排却写上一年的月份。",
        "街道2018年工作总结及2019年工作计划\n第一部分 2018年工作总结\n公开信息96条。\n第二部分 2019年工作计划\n一、2019年一季度，公开总结。二、2018年4月，组织新条例学习。",
        "街道2018年工作总结及2019年工作计划\n第一部分 2018年工作总结\n公开信息96条。\n第二部分 2019年工作计划\n一、2019年一季度，公开总结。二、2019年4月，组织新条例学习。",
        anchored("第二部分 第三部分 第一部分", _year_of_part),
    ),
    _rule(
        "not_yet_held",
        "会议还没有召开，文稿却在学习贯彻它的精神。开幕日期在词表 events 里。",
        "党委会议纪要\n时间：2022年5月12日上午\n会议传达学习了党的二十大精神和县委经济工作会议精神。",
        "党委会议纪要\n时间：2022年11月12日上午\n会议传达学习了党的二十大精神和县委经济工作会议精神。",
        anchored("大 中全会", _not_yet_held),
    ),
)
