"""Steps of one affair in an order that cannot be: resolved before it was proposed, finished before it was asked for, opened before entries closed, accounts looked through before they end."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import day_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._dated import written_day
from mingbai.text.proofreading.rules._knowledge import anchored, warning_of
from mingbai.text.proofreading.rules._told import Day, days, number_in
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.rules.date.dated import in_words
from mingbai.text.proofreading.triggers import matches, sought

# --- proposed, deliberated, resolved -------------------------------------------------------------------------------------

_STAGES = (
    ("提议", "(?:支部|党组织|支委|党总支)[^，,。；;]{0,8}(?:提议|提出|动议)|提议"),
    ("商议", "(?:两委|“两委”)[^，,。；;]{0,8}(?:商议|会议|研究)|商议"),
    ("审议", "党员(?:大会|会议)[^，,。；;]{0,8}"),
    ("决议", "(?:村民代表|居民代表|村民)(?:会议|大会)|表决通过|形成决议"),
    ("公示", "(?:决议|结果)公(?:开|示)|公示(?:决议|结果)"),
)
_OF_PLAN = lazy.pattern("第[一二三]次|再次|重新|补充|变更|上[年次]|去年")
_MOST_DAYS = 40


class Stage(NamedTuple):
    """Which stage a day is of, by the words behind it."""

    order: int
    name: str
    day: Day


def _stages(passage: Passage) -> list[Stage]:
    found = []
    for one in passage.once(days)[:_MOST_DAYS]:
        rest = re.split("[；;。\n]", passage.text[one.end : one.end + 30])[0]
        clause = re.split("[，,]", rest.lstrip("，, "))[0]
        named = [(place, name) for place, (name, said) in enumerate(_STAGES) if re.search(said, clause)]
        if named and one.first == one.last and not _OF_PLAN.search(one.before + clause):
            found.append(Stage(*named[0], one))
    return found


def _resolved_first(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「3月4日，村党支部提议；3月8日，村“两委”商议。3月2日召开党员大会审议」."""
    told = passage.once(_stages)
    for place, one in enumerate(told):
        before = [
            other for other in told[:place] if other.order < one.order and other.day.first > one.day.first
        ]
        if before and len({other.order for other in told}) >= _FEWEST:
            there = before[-1]
            said = f"{there.name}在{there.day.first.month}月{there.day.first.day}日，{one.name}却在{one.day.first.month}月{one.day.first.day}日，次序颠倒，请核对。"
            yield from apart(
                rule,
                passage,
                (there.day.start, there.day.end),
                (one.day.start, min(passage.end, one.day.end + 8)),
                said,
                doubted="later",
            )
            return


_FEWEST = 2

# --- asked for first, done first -----------------------------------------------------------------------------------------

_POINT = sought(
    r"(?:(?P<y>20\d\d)年)?(?<!\d)(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日|(?P<part>上旬|中旬|下旬|底|末|初))?(?P<by>(?:之|以)?前)?(?P<deed>[^，,。；;、\n\d]{2,24})"
)
_FIRST = lazy.pattern(
    "征求意见|征集意见|调查|摸底|摸排|调研|起草|动员|部署|排查|报名|申报|招标|收集|梳理|自查|需求|填报|推荐|制定方案|启动"
)
_LATER = lazy.pattern(
    "(?:完成|全面完成)?(?:修订|印发|出台|公布|发布|下达|验收|总结|录取|颁发|评选|表彰|上线|投入使用|定稿|整改到位|考核|兑现|命名|汇总上报)"
)
_PARTS = {"初": 5, "上旬": 10, "中旬": 20, "下旬": 28, "底": 28, "末": 28, "": 28}
_NEXT_YEAR = lazy.pattern("次年|明年|来年|翌年|每年|每月|每季|上年|去年|分别|第[一二三四]批|半年")
_FAR = 60


class Point(NamedTuple):
    """A day or a part of a month with what is to be done by it."""

    at: tuple[int, int, int]
    deed: str
    start: int
    end: int


def _points(passage: Passage) -> list[Point]:
    found = []
    for match in matches(passage, _POINT):
        month = int(match["m"])
        if not 1 <= month <= 12 or passage.in_web_residue(match.start()):
            continue
        day = int(match["d"]) if match["d"] else _PARTS[match["part"] or ""]
        found.append(
            Point((int(match["y"] or 0), month, day), match["deed"], match.start(), match.end("deed"))
        )
    return found


def _done_first(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「4月20日前征求意见，3月底前完成目录修订」: two steps in one sentence, the later step by the earlier day."""
    told = passage.once(_points)
    for place, other in enumerate(told):
        later = _LATER.search(other.deed)
        if later is None or _FIRST.search(_OF_FIRST.sub("", other.deed[: later.start()])):
            continue
        for one in told[max(0, place - _BACK) : place]:
            if _is_back(passage, one, other):
                said = f"前一步到{one.at[1]}月，后一步却在{other.at[1]}月就要完成，次序颠倒，请核对。"
                yield rule.finding(passage, one.start, other.end, said, suggestion="核对两个时间")
                break


_HALF_A_YEAR = 6
_OF_FIRST, _BACK = lazy.pattern("(?:根据|按照|依据|结合)[一-鿿]{2,4}"), 3


def _is_back(passage: Passage, one: Point, other: Point) -> bool:
    between = passage.text[one.end : other.start]
    around = passage.text[max(passage.start, one.start - 6) : other.end]
    of_one_year = one.at[0] == other.at[0] or (one.at[0] > 0 and not other.at[0])
    return (
        len(between) <= _FAR
        and other.at[1:] < one.at[1:]
        and one.at[1] - other.at[1] <= _HALF_A_YEAR
        and of_one_year
        and not re.search("[。\n]", between)
        and not _NEXT_YEAR.search(around)
        and _FIRST.search(one.deed) is not None
        and not _LATER.search(one.deed)
    )


# --- opened before entries are closed ------------------------------------------------------------------------------------

_ENTRIES = sought(
    r"(?:报名|投标|申报|文件获取|标书发售|征集|受理)(?:的)?(?:时间|期限|截止时间|日期)[：:为]\s?(?P<rest>[^。；;\n]{6,50})"
)
_OPENING = sought(
    r"(?:开标|竞价|竞拍|拍卖|评审|考试|笔试|抽签|摇号|公布结果|比选|开选|面试)(?:的)?(?:时间|日期)[：:为]\s?(?P<rest>[^。；;\n]{6,30})"
)


def _opened_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「报名时间：11月1日至11月10日」 and 「竞价时间：11月8日」."""
    told = passage.once(days)
    for entry in compared(matches(passage, _ENTRIES)):
        closed = next((one for one in told if entry.start("rest") <= one.start < entry.end()), None)
        for opening in compared(matches(passage, _OPENING)) if closed else ():
            opened = next((one for one in told if opening.start("rest") <= one.start < opening.end()), None)
            if closed and opened and opened.first < closed.last and (closed.last - opened.first).days < 120:
                said = f"报名、投标到{closed.last.month}月{closed.last.day}日才截止，{opened.first.month}月{opened.first.day}日就开标、竞价或考试，请核对。"
                yield from apart(
                    rule, passage, (closed.start, closed.end), (opening.start(), opened.end), said
                )
                return


# --- looked through before it ends ---------------------------------------------------------------------------------------

_REVIEWED = sought(
    r"(?<![至到—-])(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?[，,]?(?:[^，,。；;\n\d]{0,8})(?:召开|举行|组织|公布|公开|公示|通报)[^，,。；;\n\d]{0,14}[，,]?(?:审议|审查|通报|公布|公开|听取|审核|公示|评议)[^，,。；;\n\d]{0,4}(?:\d{1,2}月?(?:至|到|—|-|－|～|~)(?P<last>\d{1,2})月|(?P<quarter>[一二三四])季度|(?P<half>上半年|下半年|全年))(?:份)?[^，,。；;\n]{0,8}(?:收支|财务|开支|决算|执行|完成情况|账目|支出|工作情况)"
)
_ENDS = {"上半年": 6, "下半年": 12, "全年": 12}


def _reviewed_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「5月召开居民代表会议，审议4月至6月收支情况」."""
    for match in matches(passage, _REVIEWED):
        month = int(match["m"])
        last = (
            int(match["last"])
            if match["last"]
            else 3 * (number_in(match["quarter"]) or 0)
            if match["quarter"]
            else _ENDS[match["half"]]
        )
        if month < last <= 12 and not re.search("上年|去年|计划|预计|安排", match[0]):
            said = f"{month}月开会，审议、公布的却是到{last}月为止的情况，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对会议时间或者所审议的月份")


# --- done before it was asked for ----------------------------------------------------------------------------------------

_ASKED = sought(
    r"(?:按照|根据|依据|接到|收到|对照)[^。；;\n\d]{0,16}?(?P<am>\d{1,2})月(?P<ad>\d{1,2})日[^。；;，,\n\d]{0,6}?(?:印发|下发|发布|召开|发出|来函|转发|通知|交办|下达)[^。；;\n\d]{0,24}[，,][^。；;\n\d]{0,12}?于(?P<bm>\d{1,2})月(?P<bd>\d{1,2})日[^。；;，,\n]{0,12}(?P<deed>部署|召开|开展|启动|组织|完成|印发|制定|成立|整改)"
)


_MET = sought(
    r"(?P<am>\d{1,2})月(?P<ad>\d{1,2})日[，,]?[^。；;，,\n\d]{0,12}(?:召开|印发|下发|发布|通知)[^。；;，,\n\d]{0,14}[，,](?:根据|按照|为贯彻|对照)[^。；;，,\n\d]{0,12}[，,][^。；;，,\n\d]{0,10}于(?P<bm>\d{1,2})月(?P<bd>\d{1,2})日[^。；;，,\n]{0,8}(?P<deed>部署|召开|开展|启动|组织|完成|印发|制定|成立|整改)"
)


def _done_unasked(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「按照贵单位9月5日印发的通知要求，我街道于8月25日部署排查」."""
    for match in (*matches(passage, _ASKED), *matches(passage, _MET)):
        asked, done = (int(match["am"]), int(match["ad"])), (int(match["bm"]), int(match["bd"]))
        if done < asked and asked[0] - done[0] < 6:
            said = f"{asked[0]}月{asked[1]}日才有要求，{done[0]}月{done[1]}日就已{match['deed']}，次序颠倒，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对两个日期")


# --- published, signed, built on a day to come ----------------------------------------------------------------------------

_AT = sought(
    r"(?:发布|印发|更新|成立|召开|始建|建成|签订|立案|受理|作出|成文|启用|开工|竣工|登记|修订)于(?P<mark>(?P<y>20\d\d)年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?)"
)


def _at_day_to_come(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「最近一条信息发布于2020年7月2日」 in a report of 18 June."""
    written = passage.once(written_day)
    for match in matches(passage, _AT) if written else ():
        at = day_of(int(match["y"]), int(match["m"]), int(match["d"] or 1))
        before = passage.text[max(passage.start, match.start() - 12) : match.start()]
        if at and written and at > written and not re.search("将|拟|计划|预计|应", before):
            said = f"「{match['mark']}」在本文写成的{in_words(written)}之后，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对日期")


# --- good for so many years -----------------------------------------------------------------------------------------------

_GOOD_FOR = sought(
    r"(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日[^。；;\n\d]{0,4}(?:起)?(?:施行|实施|执行|生效)[^。；;\n\d]{0,6}有效期(?:为|限)?(?P<n>\d{1,2}|[一二三五十两])年[^。；;\n\d]{0,6}(?:至|到|于)?(?P<ey>20\d\d)年(?P<em>\d{1,2})月(?P<ed>\d{1,2})日(?:到期|届满|失效|止|期满|终止)"
)


def _good_for(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「2018年8月1日起施行，有效期5年，2024年8月1日到期」."""
    for match in matches(passage, _GOOD_FOR):
        first = day_of(int(match["y"]), int(match["m"]), int(match["d"]))
        last = day_of(int(match["ey"]), int(match["em"]), int(match["ed"]))
        years = number_in(match["n"])
        if (
            first
            and last
            and years
            and abs((last - date(first.year + years, first.month, min(first.day, 28))).days) > 4
        ):
            said = f"从{in_words(first)}起有效期{years}年，到期日应在{first.year + years}年，写的是{in_words(last)}，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"{first.year + years}年")


_rule = warning_of("date", "wrong_year_or_date")


RULES = (
    _rule(
        "resolved_before_proposed",
        "四议两公开等程序，后一步的日期早于前一步。",
        "2023年村级重大事项公开\n2023年3月4日，村党支部提议；3月8日，村“两委”商议。3月2日召开党员大会审议，3月20日召开村民代表会议。",
        "2023年村级重大事项公开\n2023年3月4日，村党支部提议；3月8日，村“两委”商议。3月12日召开党员大会审议，3月20日召开村民代表会议。",
        anchored("提议 商议 党员大会 党员会议 代表会议 村民大会 决议", _resolved_first),
    ),
    _rule(
        "finished_before_asked",
        "同一句里前一步征求意见、调查、报名，后一步完成、公布，后一步的时间反而早。",
        "4月20日前征求意见，3月底前完成目录修订。",
        "3月20日前征求意见，4月底前完成目录修订。",
        anchored(
            "修订 印发 出台 公布 发布 下达 验收 总结 录取 颁发 评选 表彰 上线 投入使用 定稿 整改到位 考核 兑现 命名 汇总上报",
            _done_first,
        ),
    ),
    _rule(
        "opened_before_closed",
        "报名、投标还没有截止，就开标、竞价、考试。",
        "报名时间：2022年11月1日至11月10日。\n竞价时间：2022年11月8日上午9时。",
        "报名时间：2022年11月1日至11月10日。\n竞价时间：2022年11月15日上午9时。",
        anchored("报名 投标 申报 获取 发售 征集 受理", _opened_early),
    ),
    _rule(
        "reviewed_before_end",
        "开会的月份早于所审议、公布的月份。",
        "2019年5月召开居民代表会议，审议4月至6月收支情况。",
        "2019年7月召开居民代表会议，审议4月至6月收支情况。",
        anchored("审议 审查 通报 公布 公开 听取 审核 公示 评议", _reviewed_early),
    ),
    _rule(
        "done_before_asked",
        "按照某日的通知部署，部署的日期却早于通知。",
        "按照贵单位9月5日印发的通知要求，我街道于8月25日部署排查。",
        "按照贵单位9月5日印发的通知要求，我街道于9月15日部署排查。",
        anchored("按照 根据 依据 接到 收到 对照", _done_unasked),
    ),
    _rule(
        "at_day_to_come",
        "写成发布于、印发于某日，那一天在文稿写成之后。",
        "关于网站自查情况的报告\n最近一条信息发布于2020年7月2日，已责成补齐。\n县自然资源局\n2020年6月18日",
        "关于网站自查情况的报告\n最近一条信息发布于2020年5月2日，已责成补齐。\n县自然资源局\n2020年6月18日",
        anchored(
            "发布于 印发于 更新于 成立于 召开于 始建于 建成于 签订于 立案于 受理于 作出于 成文于 启用于 开工于 竣工于 登记于 修订于",
            _at_day_to_come,
        ),
    ),
    _rule(
        "good_for_years",
        "施行日期、有效期几年和到期日对不上。",
        "原办法于2018年8月1日起施行，有效期5年，2024年8月1日到期。",
        "原办法于2018年8月1日起施行，有效期5年，2023年8月1日到期。",
        anchored("有效期", _good_for),
    ),
)
