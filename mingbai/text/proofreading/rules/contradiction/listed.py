"""What a notice announces and what it lists: how many persons and who, one window and another, a term promised and another, the four sides of a district."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import (
    NUMBER,
    clauses_before,
    name_at,
    name_of,
    names_from,
    number_in,
)
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- how many persons, and who --------------------------------------------------------------------------------------

_ANNOUNCED = lazy.pattern(
    rf"(?:拟|经|决定|评选|推荐|确定|选举|选派|表彰|聘用|录用|聘请|招聘|授予|新增|发展|接收|任命|产生|入围)[^。；;\n\d]{{0,30}}?(?<!第)(?P<number>{NUMBER})(?:名|位|人)(?:同志)?(?P<after>[^。；;\n]{{0,40}})"
)
_LIST = lazy.pattern(
    r"(?:名单(?:如下|公示如下|公布如下)?|人员|人选|对象|同志|分别(?:是|为)|他们是|如下|具体为)[：:]\s{0,3}"
)
_LIST_WORDS = waiting_for(("名单：", "名单:", "人员：", "人选：", "对象：", "如下：", "分别是", "分别为", "他们是", "具体为", "名单如下"))  # fmt: skip
_AND_OTHERS = lazy.pattern(r"[、和及，][^，,。；;\d]{1,10}(?:\d|[一二两三四五六七八九十]){1,3}(?:名|位|人)")
_FEWEST, _FAR = 2, 400


def _who(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「拟聘用6名……名单：」 and five names."""
    for match in matches_near(passage, _LIST_WORDS, _LIST, 30):
        names, end = names_from(passage, match.end())
        if len(names) < _FEWEST or passage.text[end : end + 1] == "等" or names[-1].endswith("等"):
            continue
        told = list(
            _ANNOUNCED.finditer(passage.text, max(passage.start, match.start() - _FAR), match.start())
        )
        numbers = {number_in(one["number"]) for one in told}
        if len(numbers) != 1 or passage.once(_lists) > 1 or _AND_OTHERS.search(told[0]["after"]):
            continue
        (announced,), one = numbers, told[0]
        if announced and announced != len(names) and abs(announced - len(names)) <= max(2, announced // 4):
            said = f"前面说{one['number']}名，名单上是{len(names)}人，请核对。"
            yield from apart(
                rule, passage, (one.start("number"), one.end("number") + 1), (match.end(), end), said
            )
            return


_WITHIN = lazy.pattern(
    rf"(?<![第\d])(?P<number>{NUMBER})(?:名|位|人)(?P<noun>[{HAN}]{{0,8}})[（(：:](?=[{HAN}]{{2,3}}[、，])"
)
_WITHIN_WORDS = waiting_for(("名", "位", "人（", "人："))


def _within(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「10名网格员（张春燕、李冬梅……）」 and nine names."""
    for match in matches_near(passage, _WITHIN_WORDS, _WITHIN, 24):
        names, end = names_from(passage, match.end())
        number = number_in(match["number"])
        if len(names) <= _FEWEST or number is None or number == len(names) or names[-1].endswith("等"):
            continue
        if abs(number - len(names)) <= max(2, number // 4):
            said = f"前面说{match['number']}名，列出{len(names)}人，请核对。"
            yield rule.finding(passage, match.start(), end, said)


def _lists(passage: Passage) -> int:
    """How many lists of names the text has: with several, the number is of all of them."""
    return sum(
        bool(names_from(passage, match.end())[0])
        for match in _LIST.finditer(passage.text, passage.start, passage.end)
    )


_COMPOSED = lazy.pattern(
    rf"由(?P<number>{NUMBER})(?:名|位|人)(?:同志)?组成[：:，,](?=[^。\n]{{0,4}}(?:组长|指挥长|(?<!居委会)主任|队长|会长|召集人))"
)
_COMPOSED_WORDS = waiting_for(("组成",))
_ROLE = lazy.pattern(
    r"(?:第一|常务)?(?:副?(?:总)?指挥长|副?组长|成员|副?队长|队员|委员|副?主任|副?会长|召集人)(?:为|有|是|：|:|由)?"
)


def _composed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由7人组成：组长周保国，成员丁玉兰、马成林、贺春生」."""
    for match in matches_near(passage, _COMPOSED_WORDS, _COMPOSED, 30):
        stop = re.search("[。；\n]", passage.text[match.end() : match.end() + 200])
        words = passage.text[match.end() : match.end() + (stop.start() if stop else 200)]
        items = [_ROLE.sub("", one).strip() for one in re.split("[，,、]", words)]
        number = number_in(match["number"])
        names = [one for one in items if 2 <= len(one) <= _LONGEST_NAME]
        if number is None or len(names) != len(items) or len(names) < _FEWEST or items[-1].endswith("等"):
            continue
        if number != len(names) and sum(name_of(passage, one) for one in names) >= _MOSTLY * len(names):
            said = f"前面说由{match['number']}人组成，列出{len(names)}人，请核对。"
            yield rule.finding(passage, match.start(), min(passage.end, match.end() + len(words)), said)


_LONGEST_NAME, _MOSTLY = 3, 0.7

# --- one who may not watch over himself, and one matter in two hands -------------------------------------------------

_WATCHES = lazy.pattern(r"(?:村|居)?(?:务)?监督?委(?:员)?会主任[：:]?")
_LEADS = lazy.pattern(r"(?:(?:党支部|党总支|支部|村党支部)书记|(?:村委会|村民委员会|居委会)主任)[：:]?")
_WATCH_WORDS = waiting_for(("监委会主任", "监督委员会主任"))


def _watching(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「党支部书记冯国梁」 and 「村监委会主任冯国梁」: members of the two committees are no members of the third."""
    heads = {
        name: match
        for match in _LEADS.finditer(passage.text, passage.start, passage.end)
        if (name := name_at(passage, match.end()))
    }
    for match in matches_near(passage, _WATCH_WORDS, _WATCHES, 16):
        name = name_at(passage, match.end())
        if name in heads and not re.search(
            "原|前任|曾任", passage.text[max(passage.start, match.start() - 6) : match.start()]
        ):
            there = heads[name]
            said = f"{name}一处是{there[0]}，一处是{match[0]}，两个职务不能由一人担任，请核对。"
            yield from apart(
                rule,
                passage,
                (there.start(), there.end() + len(name)),
                (match.start(), match.end() + len(name)),
                said,
            )
            return


_SHARED_OUT = lazy.pattern(
    rf"^[ \t\u3000]*[{HAN}、]{{0,20}}(?:书记|主任|委员|镇长|乡长|局长|校长|会计|站长|院长|主席)(?P<name>[{HAN}]{{2,3}})[：:](?P<work>[^。\n]{{2,120}})",
    re.MULTILINE,
)
_SHARED_OUT_WORDS = waiting_for(("分管", "主管"))
_CHARGE = lazy.pattern(r"(?:分管|主管)(?P<list>[^。；;\n，,]{2,80})")


def _shared_out(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「副主任康小军：分管农业、财务」, where the secretary has the money already."""
    first: dict[str, tuple[str, tuple[int, int]]] = {}
    for match in _SHARED_OUT.finditer(passage.text, passage.start, passage.end):
        for charge in _CHARGE.finditer(match["work"]):
            start = match.start("work") + charge.start("list")
            for item in re.split("[、和]", charge["list"]):
                place = (start + charge["list"].find(item), start + charge["list"].find(item) + len(item))
                bare = re.sub("(?:方面|等)?(?:的)?(?:工作|事务)?$", "", item)
                there = first.setdefault(bare, (match["name"], place))
                if there[0] != match["name"] and len(bare) > 1:
                    said = f"{bare}前面由{there[0]}分管，这里又由{match['name']}分管，请核对。"
                    yield from apart(rule, passage, there[1], place, said)


# --- windows, and terms promised ------------------------------------------------------------------------------------

_WINDOW = lazy.pattern(
    r"(?<![\d、和至或-])(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})号窗口(?![、和至或])"
)
_WINDOW_WORDS = waiting_for(("号窗口",))
_LONG_GUIDE = 1_600


def _windows(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「受理单位：便民服务中心2号窗口」 and 「到便民服务中心4号窗口办理」 in the guide to one affair."""
    if passage.end - passage.start > _LONG_GUIDE:
        return
    told: dict[int, re.Match[str]] = {}
    for match in matches_near(passage, _WINDOW_WORDS, _WINDOW, 12):
        number = number_in(match["number"])
        around = (
            clauses_before(passage.text, passage.start, match.start())[-14:]
            + match[0]
            + passage.text[match.end() : match.end() + 4]
        )
        if number and not re.search(r"分别|或|[、和]\d|领取|取证|领证|缴费|缴纳|咨询", around):
            told.setdefault(number, match)
    if len(told) == 2:
        first, second = told.values()
        said = f"前面是{first[0]}，这里是{second[0]}，如果办的是同一件事，请核对。"
        yield from apart(rule, passage, first.span(), second.span(), said)


_PROMISED = lazy.pattern(
    r"(?:承诺|办理|办结|审批)(?:办结|办理)?(?:时限|期限|时间)[：:为]\s?(?:自?受理(?:之日)?起?)?(?:起)?(?P<number>\d{1,3})个?(?P<unit>工作日|日|天)"
)
_PROMISED_WORDS = waiting_for(("时限", "期限", "时间"))
_KEPT = lazy.pattern(
    r"(?<![\d第])(?P<number>\d{1,3})个?(?P<unit>工作日|日|天)(?:之)?[内后](?:即可|可|到|来|前来|凭[^，,。；;\d]{1,8}|通知)?[^，,。；;\d]{0,8}?(?:领取|取件|取证|领证|发证|拿证|办结|办好|出证|送达)"
)


def _promises(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「承诺时限：3个工作日」 and 「10个工作日内领取证件」."""
    told = list(matches_near(passage, _PROMISED_WORDS, _PROMISED, 40))
    promised = [one for one in told if "法定" not in clauses_before(passage.text, passage.start, one.start())]
    if len(promised) != 1:
        return
    first = promised[0]
    for match in _KEPT.finditer(passage.text, first.end(), passage.end):
        head = clauses_before(passage.text, passage.start, match.start(), "，,。；;\n")
        if match["unit"] != first["unit"] or re.search("法定|特殊|复杂|补正|公示|延长|邮", head + match[0]):
            continue
        if int(match["number"]) > int(first["number"]):
            said = f"前面说时限是{first['number']}个{first['unit']}，这里是「{match[0]}」，请核对。"
            yield from apart(rule, passage, first.span(), match.span(), said)
            return


# --- the four sides -------------------------------------------------------------------------------------------------

_SIDES = lazy.pattern(
    rf"(?:[东南西北][至临到起接靠][{HAN}A-Za-z\d]{{1,16}}[，,、；; ]\s?){{2,4}}[东南西北][至临到起接靠][{HAN}A-Za-z\d]{{1,16}}"
)
_SIDES_WORDS = waiting_for(("东至", "西至", "南至", "北至", "东临", "西临", "南临", "北临", "东接", "西接"))


def _sides(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「东至人民路，西至建设路，北至长江街，北至黄河街」: one side twice, another not at all."""
    for match in matches_near(passage, _SIDES_WORDS, _SIDES, 100):
        sides = re.findall("(?:^|[，,、；; ])([东南西北])[至临到起接靠]", match[0])
        twice = next((side for side in sides if sides.count(side) > 1), "")
        if twice:
            at = match.start() + match[0].rfind(twice)
            yield rule.finding(
                passage,
                at,
                match.end() if at > match.start() else at + 2,
                f"四至里「{twice}」写了两次，请核对方位。",
            )


# --- all in full, and some not --------------------------------------------------------------------------------------

_IN_FULL = lazy.pattern(
    r"(?:均|全部|都)(?:已)?(?:完成|达到?|实现)[^，,。；;\n\d]{0,6}100[%％][^，,。；;\n]{0,8}"
)
_NOT_FULL = lazy.pattern(
    r"(?P<what>[一-鿿]{0,6}率)?(?:未|没有|尚未|不足|低于)(?:达到?|完成)?(?:了)?100[%％][^，,。；;\n]{0,12}"
)
_FULL_WORDS = waiting_for(("100%", "100％"))


def _in_full(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各乡镇均完成100%征集任务」 and 「完成率未达到100%的个别乡镇」."""
    whole = next(iter(matches_near(passage, _FULL_WORDS, _IN_FULL, 30)), None)
    for match in _NOT_FULL.finditer(passage.text, passage.start, passage.end) if whole else ():
        head = clauses_before(passage.text, passage.start, match.start())
        if whole and not re.search("去年|上年|若|如|凡|对于|将|应", head + match[0]):
            said = f"一处说「{whole[0]}」，另一处说「{match[0]}」，请核对。"
            yield from apart(rule, passage, whole.span(), match.span(), said)
            return


_hint = hint_of("contradiction", "internal_contradiction")

RULES = (
    _hint(
        "names_counted",
        "前面写拟聘用、表彰几名，名单上的人数要一样多。",
        "决定聘用护林员4名，名单如下：陈树根、王彩莲、李长贵。",
        "决定聘用护林员3名，名单如下：陈树根、王彩莲、李长贵。",
        Waiting(_LIST_WORDS, _who),
    ),
    _hint(
        "names_in_brackets",
        "括号里列出的姓名，要与前面的人数一样多。",
        "对4名网格员（张春燕、李冬梅、王小虎）予以表扬。",
        "对3名网格员（张春燕、李冬梅、王小虎）予以表扬。",
        Waiting(_WITHIN_WORDS, _within),
    ),
    _hint(
        "composed_of",
        "由几人组成，后面列的姓名要一样多。",
        "清查小组由5人组成：组长周保国，成员丁玉兰、马成林、贺春生。",
        "清查小组由4人组成：组长周保国，成员丁玉兰、马成林、贺春生。",
        Waiting(_COMPOSED_WORDS, _composed),
    ),
    _hint(
        "watches_himself",
        "村务监督委员会主任不能由村党组织书记、村委会主任担任，同一个姓名多半写错了一处。",
        "党支部书记、村委会主任冯国梁：主持全面工作。\n村监委会主任冯国梁：负责村务监督。",
        "党支部书记、村委会主任冯国梁：主持全面工作。\n村监委会主任高永泰：负责村务监督。",
        Waiting(_WATCH_WORDS, _watching),
    ),
    _hint(
        "one_matter_two_hands",
        "班子分工里，同一项工作分给了两个人。",
        "村党支部书记冯国梁：主持全面工作，分管财务。\n村委会副主任康小军：分管农业、财务。",
        "村党支部书记冯国梁：主持全面工作，分管财务。\n村委会副主任康小军：分管农业、林业。",
        Waiting(_SHARED_OUT_WORDS, _shared_out),
    ),
    _hint(
        "two_windows",
        "同一份办事指南里，受理的窗口写了两个号。",
        "受理单位：便民服务中心2号窗口。\n请到便民服务中心4号窗口办理。",
        "受理单位：便民服务中心2号窗口。\n请到便民服务中心2号窗口办理。",
        Waiting(_WINDOW_WORDS, _windows),
    ),
    _hint(
        "promise_and_term",
        "承诺时限是几个工作日，后面写的办结、领证却要更久。",
        "承诺时限：3个工作日。\n10个工作日内领取证件。",
        "承诺时限：3个工作日。\n3个工作日内领取证件。",
        Waiting(_PROMISED_WORDS, _promises),
    ),
    _hint(
        "one_side_twice",
        "「东至、西至、南至、北至」里，同一个方位写了两次。",
        "招生范围：东至人民路，西至建设路，北至长江街，北至黄河街。",
        "招生范围：东至人民路，西至建设路，南至长江街，北至黄河街。",
        Waiting(_SIDES_WORDS, _sides),
    ),
    _hint(
        "in_full_and_not",
        "一处说都完成了100%，另一处又有没到100%的。",
        "全县各乡镇均完成100%征集任务。\n对完成率未达到100%的个别乡镇提出批评。",
        "全县各乡镇均完成100%征集任务。\n对进度靠前的乡镇提出表扬。",
        Waiting(_FULL_WORDS, _in_full),
    ),
)
