"""What is over and yet to come, a term in years that should be days, what is checked, summed up or used before it is due."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import said_around
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- done at a time that is yet to come ------------------------------------------------------------------------------------

_TO_COME = r"本月(?:底|末)(?:以?前|之前)?|本周(?:末|五)(?:以?前|之前)?|下(?:一?个?)?(?:月|周|旬|季度|星期)(?:底|初|末|中旬|[一二三四五])?(?:以?前|之前)?|明年(?:底|初|上半年|\d{1,2}月)?(?:以?前)?|明[天日]|后[天日]|今后(?:[一二两三几\d]年(?:内)?)?|下一?步(?:工作中)?|下一年度?|将来|不久的将来"
_DONE = lazy.pattern(
    rf"(?P<mark>(?:已经?|业已)(?:全部|基本)?(?:于|在)(?:{_TO_COME})[^，,。；;\n]{{0,12}}?(?:完毕|完成|到位|补齐|修订|建成|整改|办结|销号|更换|公示|公开|公布|结束|落实|召开|印发|上线|解决|验收|更新|发放))"
)
_DONE_WORDS = waiting_for(("已于", "已在", "已经于", "已经在", "已全部于", "已全部在", "已基本于", "业已于"))
_PAST = r"昨[天日]|前[天日]|去年(?:底|初|\d{1,2}月)?|上(?:一?个?)?(?:月|周|旬|季度|星期)(?:底|初|末)?|前年|上一年度?"
_WILL = lazy.pattern(
    rf"(?P<mark>(?:将|拟|计划|准备|打算|力争)(?:于|在)(?:{_PAST})(?!的?(?:基础|水平|工作|排名|同期|成绩))[^，,。；;\n]{{0,14}}?(?:召开|举行|完成|开展|公布|公开|公示|建成|启动|组织|举办|实施|整改|更新|上线|印发))"
)
_WILL_WORDS = waiting_for(
    ("昨天", "昨日", "前天", "前日", "去年", "上月", "上个月", "上周", "上季度", "上一", "前年")
)


def _done_to_come(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「已于本月底前整改完毕」, 「将于昨日召开」."""
    for words, pattern in ((_DONE_WORDS, _DONE), (_WILL_WORDS, _WILL)):
        for match in matches_near(passage, words, pattern, 40):
            said = (
                f"「{match['mark']}」：已经做完的事，时间却还没有到，或者将要做的事，时间却已经过去，请核对。"
            )
            yield rule.finding(passage, *match.span("mark"), said)


# --- a term in years ---------------------------------------------------------------------------------------------------------

_TERM = lazy.pattern(
    rf"(?:(?:批复|批准|决定|形成|变更|作出|收到|受理|申请|会|印发|产生|审批|签订|中标|通过|提出)[{HAN}]{{0,4}}?(?:后|之日起|之日后)|自[^，,。；;\n]{{1,14}}?之?日起|自收到[{HAN}]{{0,6}}起|应当?|在)[，,]?(?:的)?(?:在)?(?P<mark>(?P<n>\d{{1,2}}|[二两三五七十]{{1,2}})(?P<unit>年|个?月)(?:以|之)?内)(?P<deed>(?:予以|给予|向社会|主动|依法|全部|及时|作出|进行|书面|在[^，,。；;\n]{{2,10}}|[通过]{{2}}[^，,。；;\n]{{2,14}})?(?P<verb>公开|公示|公布|答复|回复|办结|反馈|送达|告知|受理|发布|更新))"
)
_TERM_WORDS = waiting_for(("年内", "年以内", "年之内", "月内", "月以内", "月之内"))
_SHOWN = lazy.pattern(
    r"(?P<mark>公示(?:期限?|时间)?(?:为|是|不少于|不得少于)?(?P<n>\d{1,2}|[二三五七十]{1,2})(?P<unit>年|个月))(?!来|度|前)"
)
_SHOWN_WORDS = waiting_for(("公示",))
_KEPT = lazy.pattern("档案|解密|保密|保存|保管|信用|任期|规划|累计|连续|失信|黑名单|有效期|历史|满")
_FEWEST = {"年": 5, "月": 7, "个月": 7}
_SOON = frozenset(("答复", "回复", "办结", "反馈", "送达", "告知", "受理"))
_FIGURES = {"二": 2, "两": 2, "三": 3, "五": 5, "七": 7, "十": 10, "十五": 15, "二十": 20, "三十": 30}


def _in_years(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「部门预算在批复后20年内公开」, 「公示期为7个月」."""
    for words, pattern in ((_TERM_WORDS, _TERM), (_SHOWN_WORDS, _SHOWN)):
        for match in matches_near(passage, words, pattern, 70):
            number = _FIGURES.get(match["n"]) or (int(match["n"]) if match["n"].isdecimal() else 0)
            unit, verb = match["unit"], match.groupdict().get("verb")
            least = 2 if verb in _SOON and unit == "年" else _FEWEST[unit]
            if pattern is _SHOWN and unit == "年":
                least = 1
            low, high = said_around(passage, *match.span(), "。；;\n", 30)
            if number < least or _KEPT.search(passage.text[low:high]):
                continue
            said = f"「{match['mark']}」疑把「日」「工作日」误写成「{unit}」，请核对期限。"
            yield rule.finding(
                passage,
                *match.span("mark"),
                said,
                suggestion=match["mark"].replace(unit, "个工作日" if unit != "年" else "日"),
            )


# --- before it is due ------------------------------------------------------------------------------------------------------------

_WHEN = lazy.pattern(
    r"(?<![\d年至到—–~～-])(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|(?P<part>上旬|中旬|下旬|初|中|底|末))(?P<before>之?前|以前)?(?![至到—–~～-])(?P<after>[^，,。；;\n\d]{0,30})"
)
_WHEN_WORDS = waiting_for(("月",))
_PARTS = {"初": 1, "上旬": 10, "中": 15, "中旬": 20, "底": 31, "末": 31, "下旬": 31}
_EARLIEST = {"初": 1, "上旬": 1, "中": 11, "中旬": 11, "底": 25, "末": 25, "下旬": 21}
# What must be over, and what comes after it.
_FINISHED = lazy.pattern("(?:更新|整改|修改|安装|建设|清理|排查|自查|整治|制定|修订|采集|录入|核查|评审|评议|考核|征集|培训|公示|摸排|施工|收集|申报)(?:工作)?(?:全部)?(?:完毕|完成|到位|结束)|完成[^，,。；;]{0,10}(?:更新|整改|修改|安装|建设|清理|排查|自查|整治|修订|采集|录入|核查|改造|施工|任务|公示|考核|评审|评议|摸排|普查|登记)")  # fmt: skip
_AFTERWARDS = lazy.pattern(
    "验收|检查验收|复查|回头看|投入使用|启用|正式运行|通报(?:整改|检查|考核|评议|核查)?(?:结果|情况)|公布(?:考核|评议|评审|整改|核查|自查)?结果|总结(?:评比|表彰|大会|验收)"
)
_HANDED_IN = lazy.pattern("各[^，,。；;\n]{1,10}(?:报送|上报|报|提交|交)")
_SUMMED_UP = lazy.pattern("(?:完成)?汇总[^，,。；;]{0,6}(?:上报|报送|报|公布|形成|完毕)|完成汇总|汇总$")


class _When(NamedTuple):
    """A day or part of a month: its earliest and its latest day, whether it is a last day, the words of its clause."""

    first: tuple[int, int]
    last: tuple[int, int]
    due: bool
    words: str
    start: int
    end: int


def _days(passage: Passage) -> list[_When]:
    found = []
    for match in islice(matches_near(passage, _WHEN_WORDS, _WHEN, 50), 120):
        month, day = int(match["m"]), int(match["d"] or _PARTS[match["part"]])
        first = int(match["d"] or _EARLIEST[match["part"]])
        low, _ = said_around(passage, *match.span(), "，,。；;\n", 24)
        words = passage.text[low : match.start()] + match["after"]
        clause = match["after"]
        if not clause.strip():  # 「4月20日前，镇办完成汇总」
            behind = re.match(r"[，,]([^，,。；;\n\d]{2,24})", passage.text[match.end() : match.end() + 26])
            words += behind[1] if behind else ""
        found.append(
            _When(
                (month, first), (month, day), match["before"] is not None, words, match.start(), match.end()
            )
        )
    return found


_OTHER_YEAR = lazy.pattern("次年|明年|翌年|下年|第二年|来年|去年|上年|20\\d\\d年|每月|每季")


def _too_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「11月20日前更新完毕，并于11月15日组织验收」, 「4月20日前镇办完成汇总；各村4月28日前报送」."""
    told = passage.once(_days)
    for place, one in enumerate(told):
        for other in told[place + 1 : place + 3]:
            between = passage.text[one.start : other.end]
            if "\n" in between or len(between) > 90 or _OTHER_YEAR.search(between):
                break
            if (early := _is_early(one, other)) or _is_early(other, one):
                first, then = (one, other) if early else (other, one)
                said = f"{passage.text[first.start : first.end].strip()[:24]}才做完，{passage.text[then.start : then.end].strip()[:24]}却在它之前，先后不符，请核对。"
                yield rule.finding(passage, one.start, other.end, said)
                break


def _is_early(done: _When, later: _When) -> bool:
    """Whether what should come after something is told of an earlier day."""
    before = later.last < done.first if later.due or done.due else later.last < done.last
    follows = (
        _FINISHED.search(done.words) is not None
        and _AFTERWARDS.search(later.words) is not None
        and not _FINISHED.search(later.words)
    )
    summed = (
        _HANDED_IN.search(done.words) is not None
        and done.due
        and _SUMMED_UP.search(later.words) is not None
        and "各" not in later.words
    )
    return before and (follows and (done.due or done.first == done.last) or summed)


# --- a summary due before the event --------------------------------------------------------------------------------------------------

_SUMMARY = lazy.pattern(
    r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日之?前[^，,。；;\n]{0,10}(?:报送|上报|提交|报)(?P<what>活动|演练|培训|检查|会议|比赛|宣传周|宣传月|专项行动|整治)(?:开展)?(?:情况|工作)?(?:的)?(?:总结|小结|报告)"
)
_SUMMARY_WORDS = waiting_for(("总结", "小结", "报告"))
_EVENT = r"{what}(?:举办|开展|举行|召开)?(?:的)?(?:时间|日期)?(?:定于|定在|为|是|于|安排在|：|:)(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})日|(?:定于|于)(?P<m2>\d{{1,2}})月(?P<d2>\d{{1,2}})日[^，,。；;\n]{{0,12}}(?:举办|开展|举行|组织)[^，,。；;\n]{{0,10}}{what}"


def _summed_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各单位于5月12日前报送活动总结」 where the event is on the 15th."""
    for match in islice(matches_near(passage, _SUMMARY_WORDS, _SUMMARY, 50), 4):
        due = int(match["m"]), int(match["d"])
        for event in re.finditer(_EVENT.format(what=match["what"]), passage.body):
            day = int(event["m"] or event["m2"]), int(event["d"] or event["d2"])
            if due < day and day[0] - due[0] < 6:
                said = (
                    f"{match['what']}在{day[0]}月{day[1]}日，总结却要在{due[0]}月{due[1]}日前报送，请核对。"
                )
                yield rule.finding(passage, *match.span(), said)
                break


_rule = hint_of("date", "wrong_year_or_date")

RULES = (
    _rule(
        "done_at_time_to_come",
        "说已经完成，时间却还没有到：「已于本月底前整改完毕」；说将要召开，时间却已过去。",
        "对上述问题，乡民政办已于本月底前整改完毕。",
        "对上述问题，乡民政办将于本月底前整改完毕。",
        Waiting((*_DONE_WORDS, *_WILL_WORDS), _done_to_come),
    ),
    _rule(
        "term_in_years",
        "公开、公示、答复的期限写成几年、几个月，疑为「日」「工作日」之误。",
        "部门预算在批复后20年内公开。",
        "部门预算在批复后20日内公开。",
        Waiting((*_TERM_WORDS, *_SHOWN_WORDS), _in_years),
    ),
    _rule(
        "before_it_is_due",
        "验收、通报、汇总的日子，比完成、报送的日子还早。",
        "专栏内容11月20日前更新完毕，并于11月15日组织验收。",
        "专栏内容11月20日前更新完毕，并于11月25日组织验收。",
        Waiting(_WHEN_WORDS, _too_early),
    ),
    _rule(
        "summary_before_event",
        "活动还没有开始，总结就要报送。",
        "活动时间定于5月15日。各单位于5月12日前报送活动总结。",
        "活动时间定于5月15日。各单位于5月22日前报送活动总结。",
        Waiting(_SUMMARY_WORDS, _summed_before),
    ),
)
