"""One day told twice: the day of a meeting, the last day to hand in, the last day of consultation."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._twice import AT_MOST, apart
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_DAY = r"(?:20\d\d年)?(?P<m{0}>\d{{1,2}})月(?P<d{0}>\d{{1,2}})日"

# --- the day of a meeting -------------------------------------------------------------------------------------------

_EVENTS = "会议|座谈会|现场会|培训会|培训班|培训|动员会|推进会|工作会|例会|听证会|演练|活动|比赛|运动会|笔试|面试|体检|体检|开标|招聘会|现场观摩|开学典礼|研讨会|新闻发布会|大会|讲座|评选|竞赛|仪式"
_SET = lazy.pattern(
    rf"(?:定于|拟于|将于|决定于|兹定于|决定在){_DAY.format(1)}[^。；;\n]{{0,30}}?(?:召开|举行|举办|开展|组织|进行)"
)
_SET_WORDS = waiting_for(("定于", "拟于", "将于", "决定在"))
_TIME_LINE = lazy.pattern(
    rf"(?:^|[一二三四五六七八九][、.．]|[（(][一二三四五六][）)])[ \t\u3000]*(?:{_EVENTS})?(?:召开|举办|举行)?时间(?:和地点|、地点|及地点)?[：:\n \t\u3000]{{1,4}}{_DAY.format(2)}(?!\s?(?:至|到|—|-|－|–|~|～|前|起|之前|\d))",
    re.MULTILINE,
)
_SEVERAL = lazy.pattern(
    "分[两二三四]?批|第[一二三]批|第一期|分期|改期|延期|推迟|提前至|至|到|—|报名|截止|彩排|预备"
)


def _event_days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「定于3月18日召开」 and 「会议时间：3月20日」."""
    every = list(matches_near(passage, _SET_WORDS, _SET, 70))
    if len(every) != 1 or _SEVERAL.search(every[0][0]):
        return
    there = every[0]
    lines = list(_TIME_LINE.finditer(passage.text, there.end(), passage.end))
    days = {(int(one["m2"]), int(one["d2"])) for one in lines}
    told = int(there["m1"]), int(there["d1"])
    if len(days) == 1 and told not in days and not re.search("报名|报到|报送", lines[0][0]):
        span = lines[0].start("m2"), lines[0].end("d2") + 1
        said = f"前面定于{told[0]}月{told[1]}日，这里是{passage.text[slice(*span)]}，请核对。"
        yield from apart(rule, passage, (there.start("m1"), there.end("d1") + 1), span, said)


# --- the day of minutes ---------------------------------------------------------------------------------------------

_HEAD_TIME = lazy.pattern(
    rf"^[ \t\u3000]*(?:会议)?时[ \u3000]{{0,4}}间[：:]\s?{_DAY.format(1)}", re.MULTILINE
)
_HELD_ON = lazy.pattern(
    rf"(?:^|[。\n\u3000 ]){_DAY.format(2)}(?:上午|下午|晚上?)?[，,][^。；;\n]{{0,40}}?(?:召开|主持|举行)",
    re.MULTILINE,
)
_HEAD_WORDS = waiting_for(("时间：", "时间:", "间：", "间:"))


def _minutes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「时间：2022年8月16日」 and 「8月15日上午，镇党委书记主持召开……会议」."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    head = _HEAD_TIME.search(passage.text, passage.start, passage.end)
    held = _HELD_ON.search(passage.text, head.end(), passage.end) if head else None
    if not head or not held or not re.search("纪要|记录|会议", title):
        return
    days = (int(head["m1"]), int(head["d1"])), (int(held["m2"]), int(held["d2"]))
    if days[0] != days[1] and held.start() - head.end() < _MINUTES_HEAD:
        said = f"前面的时间是{days[0][0]}月{days[0][1]}日，这里是{days[1][0]}月{days[1][1]}日，请核对。"
        yield from apart(
            rule,
            passage,
            (head.start("m1"), head.end("d1") + 1),
            (held.start("m2"), held.end("d2") + 1),
            said,
        )


_MINUTES_HEAD = 300

# --- the last day to hand in ------------------------------------------------------------------------------------------

_HAND_IN = "报送至|报送到|报送|上报|报至|报到|报县|报镇|报|反馈至|反馈到|反馈|提交|递交|报名|交至|交到|送交|发至|发送至|提出|提供|寄至"
_LAST = lazy.pattern(
    rf"(?P<before>[^。；;\n]{{0,16}}?)(?:于|在|须|截至|截止到?|截止时间[：:为]?|截止日期[：:为]?)?{_DAY.format(1)}(?:[（(][^（）()]{{1,6}}[）)])?(?:上午|下午|中午|晚上)?(?:\d{{1,2}}(?:[:：]\d{{2}}|[时点](?:\d{{1,2}}分)?))?(?:下班|下班之)?(?:之前|以前|前)(?P<after>[^。；;\n]{{0,40}})"
)
_LAST_WORDS = waiting_for(
    ("日前", "日之前", "日以前", "午前", "下班前", "时前", "点前", "0前", "）前", ")前")
)


_RECEIVER = lazy.pattern(
    rf"(?:报送?|上报|交|发送?|反馈|寄|送)(?:至|到)?[{HAN}]{{0,12}}?(?:办公室|办|局|科|股|室|站|所|中心|邮箱|委|部)"
)


class Deadline(NamedTuple):
    """So many things by a day: the day, the words about what is handed in, where."""

    day: tuple[int, int]
    words: str
    span: tuple[int, int]


_COMMON = frozenset(
    [
        "请各",
        "各单",
        "单位",
        "各村",
        "社区",
        "镇直",
        "部门",
        "有关",
        "相关",
        "务必",
        "报送",
        "上报",
        "报县",
        "报镇",
        "逾期",
        "办公",
        "公室",
        "政府",
        "我镇",
        "我局",
        "我办",
        "前将",
        "电子",
        "纸质",
        "材料",
        "情况",
        "邮箱",
        "联系",
        "加盖",
        "公章",
        "并报",
        "以前",
        "同时",
        "发送",
        "发至",
        "联系人",
        "系人",
        "年月",
        "时间",
        "工作",
        "要求",
        "认真",
        "按照",
        "乡镇",
        "镇街",
        "街道",
        "党政",
        "政办",
    ]
)  # noqa: SIM905


def _pairs(words: str) -> set[str]:
    plain = re.sub(r"[^一-鿿]+", " ", _RECEIVER.sub(" ", words))
    return {plain[at : at + 2] for at in range(len(plain) - 1) if " " not in plain[at : at + 2]} - _COMMON


def _deadlines(passage: Passage) -> list[Deadline]:
    found = []
    for match in matches_near(passage, _LAST_WORDS, _LAST, 80):
        words = match["before"] + match["after"]
        if re.search(_HAND_IN, words) and not re.search(
            "每月|每季|每年|每周|第[一二三]批|分批|去年|上年", words
        ):
            found.append(
                Deadline(
                    (int(match["m1"]), int(match["d1"])), words, (match.start("m1"), match.end("d1") + 1)
                )
            )
    return found


def _last_days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「请于9月25日前将值班表报镇党政办」 and 「9月28日前报送值班表的」."""
    told = passage.once(_deadlines)[:AT_MOST]
    for place, one in enumerate(told):
        for there in told[:place]:
            if there.day == one.day or there.span[1] > one.span[0]:
                continue
            shared = _pairs(there.words) & _pairs(one.words)
            if shared and not re.search(
                "初稿|初审|汇总|复审|另|最终|修改|阶段|月报|季报|县[级直]|市[级直]", there.words + one.words
            ):
                said = f"前面的期限是{there.day[0]}月{there.day[1]}日，这里是{one.day[0]}月{one.day[1]}日，如果是同一件事，请核对。"
                yield from apart(rule, passage, there.span, one.span, said)
                return


# --- the last day of consultation ---------------------------------------------------------------------------------------

_PERIOD = lazy.pattern(
    rf"(?:公示|征求意见|征集|报名|反馈|公告|申报|受理)(?:的)?(?:时间|期限|期|起止时间|意见时间|日期)[：: 为是自从]{{0,4}}(?:20\d\d年)?\d{{1,2}}月\d{{1,2}}日?\s?(?:起)?(?:至|到|—|-|－|–|~|～)+\s?{_DAY.format(1)}"
)
_PERIOD_WORDS = waiting_for(("公示", "征求意见", "征集", "报名", "反馈", "公告", "申报", "受理"))


def _after_period(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「征求意见时间为6月1日至6月30日」 and 「请于6月20日前反馈」."""
    periods = list(matches_near(passage, _PERIOD_WORDS, _PERIOD, 60))
    if len(periods) != 1:
        return
    period = periods[0]
    last = int(period["m1"]), int(period["d1"])
    what = re.search("公示|征求意见|征集|报名|反馈|公告|申报|受理", period[0])
    kin = {
        "征求意见": "意见|反馈|建议",
        "征集": "意见|反馈|建议|征集",
        "反馈": "反馈|意见",
        "公示": "公示|异议|反映",
    }
    wanted = kin.get(what[0] if what else "", what[0] if what else "")
    for one in passage.once(_deadlines):
        if one.day != last and one.span[0] > period.end() and re.search(wanted, one.words):
            said = (
                f"前面的时间到{last[0]}月{last[1]}日为止，这里的期限是{one.day[0]}月{one.day[1]}日，请核对。"
            )
            yield from apart(rule, passage, (period.start("m1"), period.end("d1") + 1), one.span, said)
            return


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "day_of_event",
        "通知里开会、活动的日期，前后写了两天。",
        "定于3月18日召开现场会。\n一、会议时间\n2023年3月20日上午9时。",
        "定于3月20日召开现场会。\n一、会议时间\n2023年3月20日上午9时。",
        Waiting(_SET_WORDS, _event_days),
    ),
    _rule(
        "day_of_minutes",
        "会议纪要开头写的时间，与正文写的开会日期不同。",
        "清源镇信访工作会议纪要\n时间：2022年8月16日上午\n地点：镇三楼会议室\n8月15日上午，镇党委书记主持召开会议。",
        "清源镇信访工作会议纪要\n时间：2022年8月16日上午\n地点：镇三楼会议室\n8月16日上午，镇党委书记主持召开会议。",
        Waiting(_HEAD_WORDS, _minutes),
    ),
    Rule(
        name="contradiction.last_day",
        category="internal_contradiction",
        severity="info",
        explain="报送同一份材料的期限，前后写了两天。",
        fires="请于9月25日前将值班表报镇党政办。\n9月28日前未报送值班表的，予以通报。",
        passes="请于9月25日前将值班表报镇党政办。\n9月28日前将活动总结报镇党政办。",
        find=Waiting(_LAST_WORDS, _last_days),
    ),
    Rule(
        name="contradiction.last_day_of_period",
        category="internal_contradiction",
        severity="info",
        explain="公示、征求意见、报名的截止日，与后面写的反馈期限不同。",
        fires="征求意见时间为2024年6月1日至6月30日。\n以上意见请于6月20日前反馈。",
        passes="征求意见时间为2024年6月1日至6月30日。\n以上意见请于6月30日前反馈。",
        find=Waiting(_PERIOD_WORDS, _after_period),
    ),
)
