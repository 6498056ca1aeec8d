"""What a notice arranges in one place and undoes in another: the day closed, the place to come to, what is forfeited, who the group is made of."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._parsing import STOP
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_REACH = 60

# --- closed, and something on -----------------------------------------------------------------------------------

_CLOSED = lazy.pattern(
    r"(?P<day>(?:每)?(?:周|星期)[一二三四五六日]|周末|双休日)(?:全天|整日)?(?:闭馆|休息|闭馆休整|不开放|不办公|停止办公)"
)
_CLOSED_WORDS = waiting_for(("闭馆", "休息", "不开放", "不办公", "停止办公"))
_ON = r"{day}(?:(?:至|到|—|-)(?:周|星期)[二三四五六日]|上午|下午|晚上?|全天|\d{{1,2}}[:：时点][^，,。；;\n]{{0,12}})[^。；;\n]{{0,24}}?(?:开展|举办|举行|开放|办理|受理|接待|组织|开讲|免费|增设|安排|上课|培训)"
_DAYS = {"周末": "(?:周|星期)[六日]", "双休日": "(?:周|星期)[六日]"}
_EXCEPT = lazy.pattern("除|不|停|节假日|例外|顺延|闭")


def _closed_but_on(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「周一闭馆」 and 「周一上午开展少儿诵读活动」."""
    for match in matches_near(passage, _CLOSED_WORDS, _CLOSED, 30):
        day = _DAYS.get(match["day"], match["day"].removeprefix("每"))
        for on in re.finditer(_ON.format(day=day), passage.body):
            start, end = passage.start + on.start(), passage.start + on.end()
            if match.start() <= start < match.end() or _EXCEPT.search(on[0]):
                continue
            said = f"另一处写{match['day']}闭馆、休息，这里却有安排，请核对。"
            yield from apart(rule, passage, match.span(), (start, end), said)
            return


# --- two places -------------------------------------------------------------------------------------------------

_PLACE = lazy.pattern(
    rf"(?P<for>培训|会议|活动|开会|考试|面试|报到|集合|举办|办理|申请|受理|报名|领取)?(?:地点|会场)[：:为]\s?(?P<where>[{HAN}\d]{{4,24}}?)(?=[，,。；;（(\n]|$)"
)
_PLACE_WORDS = waiting_for(("地点", "会场"))
_COME = lazy.pattern(
    rf"(?:到|在|前往)(?P<where>[{HAN}\d]{{2,20}}?(?:室|厅|楼|馆|中心|礼堂|广场|教室))(?:现场)?(?P<for>签到|报到|集合|参加会议|参会|参加培训|参训|办理|申请|报名|领取)"
)
_FEW_SHARED = 2


def _two_places(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「培训地点：县图书馆三楼报告厅」 and 「到县文化馆二楼会议室签到」."""
    told = list(matches_near(passage, _PLACE_WORDS, _PLACE, _REACH))
    if len(told) != 1:
        return
    for come in _COME.finditer(passage.text, passage.start, passage.end):
        one, other = told[0]["where"], come["where"]
        shared = _pairs(one) & _pairs(other)
        if len(shared) < _FEW_SHARED and _for_one_thing(told[0]["for"] or "", come["for"]):
            said = f"地点写的是{one}，这里却要求到{other}，请核对。"
            yield from apart(rule, passage, told[0].span(), come.span(), said)


def _for_one_thing(place: str, come: str) -> bool:
    """Whether one comes to the second place for what takes place at the first."""
    return place == come or (
        place in {"", "培训", "会议", "活动", "开会", "举办"}
        and come in {"签到", "报到", "参会", "参训", "参加会议", "参加培训", "集合"}
    )


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}


# --- forfeited, and put off -------------------------------------------------------------------------------------

_FORFEITED = lazy.pattern(
    r"(?:逾期|未按时|未在规定时间|过期)[^。；;\n]{0,16}?(?:视为|视同|按)(?:自动|自愿)?(?:放弃|弃权|弃选|撤回)"
)
_FORFEITED_WORDS = waiting_for(("放弃", "弃权", "弃选", "撤回"))
_PUT_OFF = lazy.pattern(
    r"(?:逾期|未按时|过期)[^。；;\n不]{0,12}?(?:可以?|允许|准予)(?:申请)?(?:延期|顺延|延长|补办|补交|补报|后补)"
)


def _forfeited(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in compared(matches_near(passage, _FORFEITED_WORDS, _FORFEITED, _REACH)):
        other = _PUT_OFF.search(passage.text, passage.start, passage.end)
        if other and not re.search(
            "除|特殊|不可抗力|确有", passage.text[max(0, other.start() - 16) : other.end()]
        ):
            said = "一处说逾期视为放弃，另一处又允许逾期后办理，请核对。"
            first_place, other_place = match.span(), other.span()
            yield from apart(rule, passage, first_place, other_place, said)
            return


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() else chinese_number(words)


# --- so many each, so many in all -------------------------------------------------------------------------------

_EACH = lazy.pattern(
    r"(?P<all>\d{1,5})(?P<unit>块|个|处|名|台|套|份|本|次|期|盏|辆)[^，,。；;\d]{0,8}[，,][^，,。；;\d]{0,4}每[个名户所家]?[^，,。；;\d]{1,8}(?P<each>\d{1,4})(?P=unit)[^，,。；;\d]{0,6}[，,](?:共计?|合计|总计)(?:[^，,。；;\d]{0,6})(?P<again>\d{1,5})(?P=unit)"
)
_EACH_WORDS = waiting_for(("共", "合计", "总计"))


def _told_in_all(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「建成公开栏36块，每个社区3块，共27块」."""
    for match in matches_near(passage, _EACH_WORDS, _EACH, 80):
        if match["all"] != match["again"]:
            said = f"前面是{match['all']}{match['unit']}，后面说一共{match['again']}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- books listed -----------------------------------------------------------------------------------------------

_BOOKS = lazy.pattern(
    rf"(?<![第一十\d])(?P<number>[二两三四五六七八九十]|\d)(?:项|个|部|份|种)(?:[^，,。；;：:《》\n\d]{{0,8}})[：:，,]?(?:即|分别[是为])?[：:]?(?P<list>《[^《》\n]{{2,40}}》(?:[、和及与，]?《[^《》\n]{{2,40}}》){{0,9}}){STOP}"
)
_BOOK_WORDS = waiting_for(("：《", ":《", "为《", "是《", "即《"))


def _books(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「三项制度：《甲》《乙》」."""
    for match in matches_near(passage, _BOOK_WORDS, _BOOKS, 300):
        told, listed = _number(match["number"].replace("两", "二")), match["list"].count("《")
        lead = match[0][: match.start("list") - match.start()]
        if told is None or told == listed or not re.search("[：:即为是]", lead):
            continue
        after = passage.text[match.end() : match.end() + 12]
        if "等" in after[:3] or "《" in after:
            continue
        yield rule.finding(passage, *match.span(), f"前面说{told}项，后面列出{listed}项，请核对。")


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "closed_but_on",
        "一处写周一闭馆、休息，另一处写周一有活动、受理。",
        "周二至周日开放，周一闭馆。\n周一上午图书阅览室开展少儿诵读活动。",
        "周二至周日开放，周一闭馆。\n周二上午图书阅览室开展少儿诵读活动。",
        Waiting(_CLOSED_WORDS, _closed_but_on),
    ),
    _rule(
        "two_venues",
        "地点写的是一处，签到、报到却在另一处。",
        "培训地点：县图书馆三楼报告厅。\n请于8:20前到县文化馆二楼会议室签到。",
        "培训地点：县图书馆三楼报告厅。\n请于8:20前到图书馆三楼报告厅签到。",
        Waiting(_PLACE_WORDS, _two_places),
    ),
    _rule(
        "forfeited_and_put_off",
        "一处写逾期视为放弃，另一处又写逾期可以延期、补办。",
        "逾期不办理的视为自动放弃。\n逾期未办理的，可延期一个月办理。",
        "逾期不办理的视为自动放弃。\n资料不全的，可在五日内补交。",
        Waiting(_FORFEITED_WORDS, _forfeited),
    ),
    _rule(
        "told_in_all",
        "前面写了一个总数，分摊之后「共」的又是另一个数。",
        "建成公开栏36块，每个社区3块，共27块。",
        "建成公开栏27块，每个社区3块，共27块。",
        Waiting(_EACH_WORDS, _told_in_all),
    ),
    _rule(
        "books_announced",
        "说制定了几项制度，冒号后面的书名号要有几个。",
        "制定了三项制度：《院务公开实施细则》《院务公开考核办法》。",
        "制定了两项制度：《院务公开实施细则》《院务公开考核办法》。",
        Waiting(_BOOK_WORDS, _books),
    ),
)
