"""Days that a word puts in order: 「会后」, 「随后」, 「此前」; a stretch that is over before its end; months outside a term; born by an age, the wrong way round; so many days shown."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, hint_of, meeting
from mingbai.text.proofreading.rules._speaker import title_of
from mingbai.text.proofreading.rules._told import Day, clauses_before, days, number_in
from mingbai.text.proofreading.rules._twice import AT_MOST
from mingbai.text.proofreading.rules.date.dated import in_words
from mingbai.text.proofreading.triggers import matches, matches_near, sought, waiting_for

# --- a word that puts two days in order -------------------------------------------------------------------------------

_LATER = lazy.pattern(
    "会后|随后|其后|之后|此后|接着|然后|紧接着|事后|次日|第二天|翌日|后来|期满后|结束后|通过后|完成后|到账后|到位后|验收后|公示后|审核后|接到后|收到后|听证后"
)
_EARLIER = lazy.pattern("会前|此前|之前|事前|早在|在此之前|先期|提前|开工前|发放前|会议召开前")
_ORDER_WORDS = waiting_for(("后", "接着", "次日", "第二天", "翌日", "后来", "前", "早在", "先期"))
_OTHER = lazy.pattern("去年|上年|次年|明年|第[二三四]批|分别|日前|每")
_FAR, _TURN = 60, 150


def _against_the_word(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「3月12日召开动员大会，会后于3月5日下发了实施方案」."""
    told = passage.once(days)
    for one, other in zip(told, told[1:], strict=False):
        between = passage.text[one.end : other.start]
        if len(between) > _FAR or re.search("[。；;\n]", between) or _OTHER.search(between):
            continue
        last = re.split("[，,]", between)[-1]
        later, earlier = _LATER.search(last), _EARLIER.search(last)
        back = 0 < (one.first - other.last).days < _TURN
        ahead = 0 < (other.first - one.last).days < _TURN
        word = (
            later if later and back and not earlier else earlier if earlier and ahead and not later else None
        )
        if word:
            said = f"「{word[0]}」的{other.first.month}月{other.first.day}日，与前面的{one.first.month}月{one.first.day}日先后不符，请核对。"
            yield rule.finding(passage, one.start, other.end, said)


# --- over before its end ---------------------------------------------------------------------------------------------------

_OVER = lazy.pattern(
    "^[，,]?(?:检查|活动|自查|工作|公示|培训|督查|报名)?(?:全面|全部|圆满|正式|顺利)?(?:结束|完毕|告一段落|落下帷幕)"
)
_OVER_WORDS = waiting_for(("结束", "完毕", "告一段落", "落下帷幕"))


def _over_before_end(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「11月5日至16日进行了检查，11月8日全面结束」."""
    told: list[Day] = passage.once(days)
    for one, other in zip(told, told[1:], strict=False):
        between = passage.text[one.end : other.start]
        inside = one.first < one.last and other.first == other.last and one.first <= other.first < one.last
        if inside and len(between) < _FAR and "\n" not in between and not _OTHER.search(between):
            if _OVER.match(passage.text[other.end : other.end + 14]):
                said = f"前面写到{one.last.month}月{one.last.day}日，这里说{other.first.month}月{other.first.day}日就结束，请核对。"
                yield rule.finding(passage, one.start, other.end, said)


# --- months outside the term ---------------------------------------------------------------------------------------------------

_TERM = lazy.pattern("第(?P<n>[一二])学期|(?P<half>[上下])学期")
_MONTH_HEAD = sought(r"^[ \u3000]*(?P<mark>(?P<m>\d{1,2})月(?:份)?)[：:]", re.MULTILINE)
_MONTHS = {"一": frozenset((8, 9, 10, 11, 12, 1, 2)), "二": frozenset((1, 2, 3, 4, 5, 6, 7, 8))}


# 「第二学期9月统一结算」
_MONTH_OF_TERM = lazy.pattern(r"第(?P<n>[一二])学期(?P<mark>(?P<m>\d{1,2})月)")


def _outside_term(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「9月：总结」 in the plan for the second half of a school year."""
    for match in _MONTH_OF_TERM.finditer(passage.text, passage.start, passage.end):
        if 1 <= int(match["m"]) <= 12 and int(match["m"]) not in _MONTHS[match["n"]]:
            said = f"第{match['n']}学期没有{match['mark']}，请核对。"
            yield rule.finding(passage, *match.span("mark"), said)
    told = _TERM.findall(title_of(passage))
    if len(told) != 1:
        return
    term = told[0][0] or ("一" if told[0][1] == "上" else "二")
    for match in matches(passage, _MONTH_HEAD):
        if 1 <= int(match["m"]) <= 12 and int(match["m"]) not in _MONTHS[term]:
            said = f"标题是第{term}学期，这里是{match['mark']}，请核对。"
            yield rule.finding(passage, *match.span("mark"), said)


# --- born by an age, the wrong way round -----------------------------------------------------------------------------------------

_BORN = lazy.pattern(
    r"(?P<age>\d{2})周?岁(?:及|\(含\)|（含）)?(?P<way>以下|以内|以上)[^。；;\n\d]{0,6}(?:即|[（(，,])(?:即|指)?(?P<mark>(?P<y>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:[（(]含[^（）()]{0,6}[）)])?(?P<by>以前|之前|前|以后|之后|后)(?:[（(]含[^（）()]{0,6}[）)])?出生)"
)
_BORN_WORDS = waiting_for(("出生",))


def _born_the_wrong_way(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「35周岁以下，即1985年6月1日以前出生」: who is younger was born after."""
    for match in matches_near(passage, _BORN_WORDS, _BORN, 50):
        young = match["way"] != "以上"
        if young != match["by"].endswith("后"):
            said = f"{match['age']}周岁{match['way']}的，应是{match['y']}年{'以后' if young else '以前'}出生，请核对。"
            yield rule.finding(passage, *match.span("mark"), said)


# --- so many days shown -----------------------------------------------------------------------------------------------------------------

_SHOWN = lazy.pattern(
    r"日(?:止)?[，,。]?\s{0,2}(?:(?:共|为期|共计)?(?:公示|公告|张贴|征求意见|报名|展出)(?:了|期|时间)?(?:为|共)?|共分|前后|分)(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})(?:天|日)(?!内|起|止|前)"
)
_SHOWN_WORDS = waiting_for(("共分", "前后", "，分", "公示", "公告", "张贴", "征求意见", "报名", "展出"))


def _shown_so_long(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公示期：6月1日至6月10日，公示5天」."""
    told = passage.once(days)
    ends = [day.end for day in told]
    for match in matches_near(passage, _SHOWN_WORDS, _SHOWN, 30):
        at = bisect_right(ends, match.start())
        one = told[at] if at < len(told) and ends[at] - 2 <= match.start() else None
        number = number_in(match["n"])
        if one and number and one.last > one.first:
            length = (one.last - one.first).days
            if number not in {length, length + 1}:
                said = f"起止日期之间是{length + 1}天，写的是{match['n']}天，请核对。"
                yield rule.finding(passage, one.start, match.end(), said)


# --- begun in a later month than it is over ---------------------------------------------------------------------------------

_BEGUN_OVER = lazy.pattern(
    r"(?<![\d年])(?P<m>\d{1,2})月(?:份|底|初|上旬|中旬|下旬)?(?:正式)?(?:开始|启动|开工|动工|着手)(?P<what>[一-鿿]{0,6})[、，,](?:于|至|到)?(?P<m2>\d{1,2})月(?:份|底|初|上旬|中旬|下旬)?(?:全面|全部|基本|已)?(?:完成|结束|完工|竣工|建成)"
)
_BEGUN_WORDS = waiting_for(("完成", "结束", "完工", "竣工", "建成"))


def _begun_after_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「4月开始清理、3月底完成清理」."""
    for match in matches_near(passage, _BEGUN_WORDS, _BEGUN_OVER, 50):
        first, last = int(match["m"]), int(match["m2"])
        if 1 <= last < first <= 12 and first - last < _HALF_A_YEAR:
            said = f"{first}月开始，{last}月就完成，先后颠倒，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- one meeting on two days -------------------------------------------------------------------------------------------

_MEETINGS = "家长会|动员会|推进会|启动会|部署会|听证会|座谈会|村民大会|党员大会|村民会议|代表会议|评审会|现场会|培训会|恳谈会|述职会|教代会|职代会"
_HELD = lazy.pattern(
    rf"(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})日[，,]?[^，,。；;\n\d]{{0,14}}(?:召开|举行|组织召开)了?[^，,。；;\n\d]{{0,8}}?(?P<what>{_MEETINGS})"
)
_REFERRED = r"(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})日(?:召开|举行)?的[^，,。；;\n\d]{{0,6}}{what}(?=后|上|中|期间|的|结束|，|,)"
_MEETING_WORDS = waiting_for(tuple(_MEETINGS.split("|")))
_WITHIN = 160


def _meeting_on_two_days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「11月8日召开家长会……10月28日的家长会后」."""
    for match in islice(matches_near(passage, _MEETING_WORDS, _HELD, 50), AT_MOST):
        other = re.compile(_REFERRED.format(what=match["what"])).search(
            passage.text, match.end(), min(passage.end, match.end() + _WITHIN)
        )
        if other and (other["m"], other["d"]) != (match["m"], match["d"]):
            between = passage.text[match.end() : other.start()]
            if "\n" not in between and not re.search("再次|第二次|另|又召开|上年|去年", between):
                said = (
                    f"前面是{match['m']}月{match['d']}日召开{match['what']}，这里是「{other[0]}」，请核对。"
                )
                yield rule.finding(passage, *other.span(), said)


# --- a quarter that has not begun ----------------------------------------------------------------------------------------

_QUARTER = sought(
    r"(?P<mark>(?:(?P<y>20\d\d)年)?(?P<part>第?[一二三四]季度|上半年|下半年))(?:的)?(?P<rest>[^，,。；;\n]{0,10}?(?:收支|公开情况|完成情况|财务|账目|执行情况|工作情况))"
)
_BEGINS = {"一": 1, "二": 4, "三": 7, "四": 10, "上": 1, "下": 7}
_AHEAD = lazy.pattern("将|拟|计划|打算|安排|下一?步|要|应|须|今后|力争|每|上年|去年|次年|预|至|到|和")


def _not_begun(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「检查2016年第四季度财务收支公开情况」 in a notice of August 2016."""
    written = passage.document.written_on
    for match in matches(passage, _QUARTER) if written else ():
        year = int(match["y"] or (written.year if written else 0))
        begins = _BEGINS[match["part"].removeprefix("第")[0]]
        before = clauses_before(passage.text, passage.start, match.start())
        named = match["y"] is not None
        if (
            written
            and named
            and (year, begins) > (written.year, written.month)
            and not _AHEAD.search(before + match["rest"])
        ):
            said = f"本文写于{in_words(written)}，「{match['mark']}」还没有开始，请核对。"
            yield rule.finding(passage, *match.span("mark"), said)


# --- handed on before it is handed in ---------------------------------------------------------------------------------------

_HANDED = lazy.pattern(
    r"(?<!\d)(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|[底末])前[^。；;，,\n]{0,14}(?:报送?|上报|交|提交)[^。；;，,\n]{0,16}[，,；;][^。；;，,\n\d]{0,14}(?<!\d)(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})日|[底末])前[^。；;，,\n]{0,6}(?:汇总|上报|形成)"
)
_HANDED_WORDS = waiting_for(("汇总", "上报", "形成"))


def _handed_on_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各村9月10日前报送自查报告，镇检查组8月底前汇总」."""
    for match in matches_near(passage, _HANDED_WORDS, _HANDED, 80):
        first = int(match["m"]), int(match["d"] or _LAST)
        second = int(match["m2"]), int(match["d2"] or _LAST)
        if (
            second < first
            and first[0] - second[0] < _HALF_A_YEAR
            and not re.search("次年|明年|去年|上年|分别|第[二三四]批", match[0])
        ):
            said = f"{first[0]}月才报，{second[0]}月{match['d2'] or '底'}{'日' if match['d2'] else ''}前就汇总，先后不符，请核对。"
            yield rule.finding(passage, *match.span(), said)


_LAST, _HALF_A_YEAR = 31, 6

_hint = hint_of("date", "wrong_year_or_date")

RULES = (
    _hint(
        "begun_after_it_is_over",
        "开始的月份比完成的月份还晚。",
        "4月开始清理、3月底完成清理。",
        "4月开始清理、5月底完成清理。",
        Waiting(_BEGUN_WORDS, _begun_after_over),
    ),
    _hint(
        "meeting_on_two_days",
        "同一次会议，后面再提到时日子变了。",
        "11月8日召开家长会，到会家长812人。10月28日的家长会后，反馈了意见。",
        "11月8日召开家长会，到会家长812人。11月8日的家长会后，反馈了意见。",
        Waiting(_MEETING_WORDS, _meeting_on_two_days),
    ),
    _hint(
        "quarter_not_begun",
        "文稿写成的时候，所讲的那个季度还没有开始。",
        "关于开展专项检查的通知\n检查一季度公开情况，以及2016年第四季度财务收支公开情况。\n青山镇人民政府\n2016年8月5日",
        "关于开展专项检查的通知\n检查一季度公开情况，以及2015年第四季度财务收支公开情况。\n青山镇人民政府\n2016年8月5日",
        meeting(_not_begun, _QUARTER),
    ),
    _hint(
        "handed_on_before_handed_in",
        "汇总上报的日子，早于下面报送的日子。",
        "各村9月10日前报送自查报告，镇检查组8月底前汇总各村自查报告。",
        "各村8月10日前报送自查报告，镇检查组8月底前汇总各村自查报告。",
        Waiting(_HANDED_WORDS, _handed_on_early),
    ),
    _hint(
        "against_the_word",
        "「会后」「随后」的日子反而早，「此前」「会前」的日子反而晚。",
        "3月12日召开动员大会，会后于3月5日下发了实施方案。2013年",
        "3月12日召开动员大会，会后于3月15日下发了实施方案。2013年",
        Waiting(_ORDER_WORDS, _against_the_word),
    ),
    _hint(
        "over_before_its_end",
        "起止日期还没有到，就写已经结束。",
        "2018年11月5日至16日进行了检查，11月8日全面结束。",
        "2018年11月5日至16日进行了检查，11月16日全面结束。",
        Waiting(_OVER_WORDS, _over_before_end),
    ),
    _hint(
        "outside_the_term",
        "第二学期的计划里写了9月，第一学期的计划里写了5月。",
        "沙田中学第二学期校务公开工作计划\n5月：召开教代会。\n9月：总结。",
        "沙田中学第二学期校务公开工作计划\n5月：召开教代会。\n7月：总结。",
        anchored("学期", _outside_term),
    ),
    _hint(
        "born_the_wrong_way",
        "多少岁以下的是某年以后出生，写成了以前。",
        "年龄35周岁以下，即1985年6月1日以前出生。",
        "年龄35周岁以下，即1985年6月1日以后出生。",
        Waiting(_BORN_WORDS, _born_the_wrong_way),
    ),
    _hint(
        "shown_so_many_days",
        "公示、报名写了起止日期，又写几天，两者不符。",
        "2010年6月1日至6月10日，公示5天。",
        "2010年6月1日至6月10日，公示10天。",
        Waiting(_SHOWN_WORDS, _shown_so_long),
    ),
)
