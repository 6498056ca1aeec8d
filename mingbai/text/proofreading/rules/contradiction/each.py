"""What holds for each of them: a floor and another floor, so many for each team, one for each place, nobody hurt and one dead, the rest of them, all above the lowest."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, hint_of
from mingbai.text.proofreading.rules._told import NUMBER, clauses_before, number_in
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- one floor, and another -----------------------------------------------------------------------------------------

_UNITS = "万元|元|人|名|天|日|个|平方米|亩|次|户|年|小时|公里|吨|件|米|分|学时"
_FLOOR = lazy.pattern(
    rf"(?P<noun>[{HAN}]{{2,4}}?)(?:人数|数量|金额|面积|时间|期限)?(?:不得少于|不少于|不得低于|不低于|至少)(?P<n>\d{{1,6}}(?:\.\d{{1,2}})?)(?P<unit>{_UNITS})"
)
_FLOOR_WORDS = waiting_for(("少于", "低于", "至少"))
_BELOW = r"{noun}(?:人数|数量|金额|面积|时间|期限)?(?:不足|(?<!不)(?<!不得)低于|(?<!不)(?<!不得)少于|未达到?|达不到|不满)(?P<n>\d{{1,6}}(?:\.\d{{1,2}})?){unit}"
_GRADED = lazy.pattern("一般|特殊|其中|第[一二三]|另|分别|原|上年|城[市镇]|农村|类|档|级")


def _floors(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「注册资金不少于50万元」 and 「注册资金不足100万元的，投标无效」."""
    for floor in compared(matches_near(passage, _FLOOR_WORDS, _FLOOR, 40)):
        noun = re.escape(floor["noun"].removeprefix("的"))
        if _GRADED.search(clauses_before(passage.text, passage.start, floor.end())):
            continue
        pattern = re.compile(_BELOW.format(noun=noun, unit=floor["unit"]))
        for other in pattern.finditer(passage.text, passage.start, passage.end):
            graded = _GRADED.search(clauses_before(passage.text, passage.start, other.end()))
            if float(other["n"]) != float(floor["n"]) and not graded:
                said = f"一处是「{floor[0]}」，另一处是「{other[0]}」，请核对。"
                yield from apart(rule, passage, floor.span(), other.span(), said)
                return


# --- so many for each team ------------------------------------------------------------------------------------------

_EACH = lazy.pattern(
    rf"每(?:个|支)?(?P<of>队|村|单位|校|班|乡镇|人|户|家|社区|组)(?:限|可|最多|不超过)?(?P<act>报|派|选派|推荐|上报|选送|参加|推选)(?:送|名)?(?P<what>[{HAN}]{{0,6}}?)(?P<n>{NUMBER})(?P<unit>名|人|项|个|件|篇)"
)
_EACH_WORDS = waiting_for(("每队", "每个", "每支", "每村", "每单位", "每校", "每班", "每人", "每户", "每家", "每社区", "每组", "每乡镇"))  # fmt: skip


def _for_each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每队限报运动员12人」 and 「每队可报15人」."""
    first: dict[tuple[str, str, str], re.Match[str]] = {}
    for match in matches_near(passage, _EACH_WORDS, _EACH, 24):
        unit = "人" if match["unit"] == "名" else match["unit"]
        there = first.setdefault((match["of"], match["act"][-1], unit), match)
        same = number_in(there["n"]) == number_in(match["n"])
        kinds = re.search("男|女|领队|教练|另|组|高中|初中|小学", there[0][3:] + match[0][3:])
        if (
            not same
            and not kinds
            and (there["what"] == match["what"] or not (there["what"] and match["what"]))
        ):
            said = f"一处是「{there[0]}」，一处是「{match[0]}」，请核对。"
            yield from apart(rule, passage, there.span(), match.span(), said)


# --- one for each place ---------------------------------------------------------------------------------------------

_ONE_EACH = lazy.pattern(
    rf"每(?:个|处|名|座)(?P<of>[{HAN}]{{2,6}}?)(?:均|都)?(?:落实|配备|明确|设|确定|安排|聘请|选聘|设立)(?P<k>[1-3]|[一二两三])(?:名|个|位|人)(?P<what>[{HAN}]{{2,6}})[，,；;。](?:全[{HAN}]{{1,2}})?(?:共|共有|共计|合计|总计)(?P<all>{NUMBER})(?:名|个|位|人)"
)
_ONE_EACH_WORDS = waiting_for(("每个", "每处", "每名", "每座"))


def _one_each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「隐患点十六处……每个隐患点落实1名监测员，全镇共15名监测员」."""
    for match in compared(matches_near(passage, _ONE_EACH_WORDS, _ONE_EACH, 50)):
        noun = re.escape(match["of"])
        of = re.compile(
            rf"{noun}(?:共有?|有)?(?P<n>{NUMBER})[个处名座]|(?<!第)(?P<n2>{NUMBER})[个处名座][{HAN}]{{0,4}}{noun}(?![员长])"
        )
        numbers = {number_in(one["n"] or one["n2"]) for one in of.finditer(passage.text, passage.start, passage.end)}  # fmt: skip
        each, told = number_in(match["k"]), number_in(match["all"])
        if len(numbers) != 1 or None in numbers or each is None:
            continue
        right = (next(iter(numbers)) or 0) * each
        rest = re.match(f"[{HAN}]{{2,6}}", passage.text[match.end() : match.end() + 6])
        if right != told and (rest is None or rest[0].startswith(match["what"])):
            said = f"每个{match['of']}{match['k']}名，应是{right}名，写的是{match['all']}名，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- nobody hurt, and one dead --------------------------------------------------------------------------------------

_UNHURT = lazy.pattern("(?:无|未造成|没有|未发生|无一)(?:任何)?(?:人员)?伤亡|零伤亡|无人员死亡")
_UNHURT_WORDS = waiting_for(("伤亡", "无人员死亡"))
_DEAD = lazy.pattern(
    r"(?:死亡|遇难|受伤|失联|失踪|重伤|轻伤)(?:人数)?[^，,。；;\d]{0,4}(?P<n>[1-9]\d{0,3})人|(?P<n2>[1-9]\d{0,3})人(?:死亡|遇难|受伤|失联|失踪|重伤|轻伤)"
)
_ELSEWHERE = lazy.pattern(
    "去年|上年|同期|历史|全国|全省|全市|以上|以下|造成|下降|减少|20\\d\\d年|曾|演练|模拟|的事故|之一"
)


def _unhurt(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「无人员伤亡」 and 「死亡1人」 in one report."""
    whole = list(matches_near(passage, _UNHURT_WORDS, _UNHURT, 12))
    if len(whole) != 1:
        return
    for dead in _DEAD.finditer(passage.text, passage.start, passage.end):
        sentence = clauses_before(passage.text, passage.start, dead.start())
        if not _ELSEWHERE.search(sentence + passage.text[dead.start() : dead.end() + 4]):
            said = f"一处说「{whole[0][0]}」，另一处说「{dead[0]}」，请核对。"
            yield from apart(rule, passage, whole[0].span(), dead.span(), said)
            return


# --- the rest of them -----------------------------------------------------------------------------------------------

_SOME_OF = lazy.pattern(
    rf"(?<![第\d])(?P<all>\d{{1,4}})个(?P<noun>[{HAN}]{{1,4}}?)(?:中|里)[，,]?(?:已?有|共有)?(?P<a>\d{{1,4}})个"
)
_SOME_OF_WORDS = waiting_for(("其余",))


def _rest(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「18个乡镇中有12个受灾……其余8个乡镇未受灾」."""
    for match in compared(_SOME_OF.finditer(passage.text, passage.start, passage.end)):
        rest = re.compile(rf"其余(?:的)?(?P<b>\d{{1,4}})个{re.escape(match['noun'])}")
        told = list(rest.finditer(passage.text, match.end(), passage.end))
        between = passage.text[match.end() : told[0].start()] if told else ""
        if len(told) != 1 or re.search(rf"\d个{re.escape(match['noun'])}", between):
            continue
        if int(match["a"]) + int(told[0]["b"]) != int(match["all"]):
            said = f"{match['a']}个加其余{told[0]['b']}个是{int(match['a']) + int(told[0]['b'])}个，前面写的是{match['all']}个，请核对。"
            yield from apart(rule, passage, match.span(), told[0].span(), said)


# --- all above the lowest -------------------------------------------------------------------------------------------

_ALL_ABOVE = lazy.pattern(
    r"(?:全部|所有|各)[^，,。；;\d]{0,8}(?:得分|成绩|满意率|分数|满意度)?(?:均|都)(?:在|达到?|不低于|高于|超过)(?P<n>\d{1,3}(?:\.\d{1,2})?)(?P<unit>分|[%％])(?:以上)?"
)
_ALL_ABOVE_WORDS = waiting_for(("均在", "都在", "均达", "都达", "均不低于", "均高于", "均超过"))
_LOWEST = lazy.pattern(
    r"(?:最低|得分最高|最高|末位)[^。；;\n\d]{0,14}[（(]?(?P<n>\d{1,3}(?:\.\d{1,2})?)(?P<unit>分|[%％])"
)


def _all_above(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「最低的是和平里（88.1分）」 and 「全部小区得分均在90分以上」."""
    for match in compared(matches_near(passage, _ALL_ABOVE_WORDS, _ALL_ABOVE, 40)):
        for low in _LOWEST.finditer(passage.text, passage.start, passage.end):
            inside = match.start() <= low.start() < match.end()
            if low["unit"] == match["unit"] and float(low["n"]) < float(match["n"]) and not inside:
                said = f"一处说「{match[0]}」，另一处是「{low[0]}」，请核对。"
                yield from apart(rule, passage, match.span(), low.span(), said)
                return


# --- more new ones than there are, and a clock that does not agree ---------------------------------------------------

_NEW = lazy.pattern(
    rf"新(?:增|建|购|添|设)(?P<what>[{HAN}]{{2,8}}?)(?P<a>\d{{1,6}})(?P<unit>辆|台|家|户|个|座|名|人|条|处|所|亩|张)[，,](?:全[{HAN}]{{1,2}})?(?P=what)(?:总数|总量|数量|累计)?(?:达到?|增至|增加到|共)(?P<b>\d{{1,6}})(?P=unit)"
)
_NEW_WORDS = waiting_for(("达", "增至", "增加到", "共"))
_CLOCK = lazy.pattern(
    rf"(?P<half>上午|下午|晚上)?(?P<h1>\d{{1,2}})(?:时|点|[:：]00)开始[，,](?:持续|历时|共|为时)(?:了)?(?P<n>{NUMBER})个?小时[，,](?P<half2>上午|下午|晚上|中午)?(?P<h2>\d{{1,2}})(?:时|点|[:：]00)结束"
)


_SPAN_BEHIND = lazy.pattern(
    rf"(?P<n>{NUMBER})个?(?P<half>半)?(?:多)?小时[（(](?:上午|下午)?(?P<h1>\d{{1,2}})[:：](?P<m1>\d\d)\s?(?:至|到|[—–－~～-]{{1,2}})\s?(?:上午|下午)?(?P<h2>\d{{1,2}})[:：](?P<m2>\d\d)[）)]"
)
_ROUGHLY = 15


def _too_new(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「新增新能源车46辆，新能源车达到40辆」."""
    for match in matches_near(passage, _NEW_WORDS, _NEW, 50):
        if int(match["a"]) > int(match["b"]):
            said = f"新增{match['a']}{match['unit']}，总数却只有{match['b']}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


def _clock(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「上午9时开始，持续3个小时，下午2时结束」."""
    for match in _SPAN_BEHIND.finditer(passage.text, passage.start, passage.end):
        minutes = (int(match["h2"]) - int(match["h1"])) * 60 + int(match["m2"]) - int(match["m1"])
        told = (number_in(match["n"]) or 0) * 60 + (30 if match["half"] else 0)
        if told and minutes > 0 and abs(minutes - told) > _ROUGHLY:
            said = f"起止时间相隔{minutes / 60:g}小时，写的是{match['n']}小时，请核对。"
            yield rule.finding(passage, *match.span(), said)
    for match in _CLOCK.finditer(passage.text, passage.start, passage.end):
        begin, end = int(match["h1"]), int(match["h2"])
        begin += 12 if match["half"] in {"下午", "晚上"} and begin < 12 else 0
        end += 12 if match["half2"] in {"下午", "晚上"} and end < 12 else 0
        hours = number_in(match["n"])
        if end > begin and hours and end - begin != hours:
            said = f"从开始到结束是{end - begin}小时，写的是{match['n']}小时，请核对。"
            yield rule.finding(passage, *match.span(), said)


_hint = hint_of("contradiction", "internal_contradiction")

RULES = (
    _hint(
        "floor_and_below",
        "一处写不少于多少，另一处却按另一个数算不足。",
        "注册资金不少于50万元。\n注册资金不足100万元的，其投标无效。",
        "注册资金不少于50万元。\n注册资金不足50万元的，其投标无效。",
        Waiting(_FLOOR_WORDS, _floors),
    ),
    _hint(
        "number_for_each",
        "每队、每村报几人，前后两个数不同。",
        "每队限报运动员12人。\n每队可报15人。",
        "每队限报运动员12人。\n每人限报2项。",
        Waiting(_EACH_WORDS, _for_each),
    ),
    _hint(
        "one_for_each",
        "每个点、每个村配一名，总数要与点、村的个数相同。",
        "全镇有隐患点十六处。每个隐患点落实1名监测员，全镇共15名监测员。",
        "全镇有隐患点十六处。每个隐患点落实1名监测员，全镇共16名监测员。",
        Waiting(_ONE_EACH_WORDS, _one_each),
    ),
    _hint(
        "unhurt_and_dead",
        "一处说没有人员伤亡，另一处又写了死伤、失联的人数。",
        "灾害未造成人员伤亡。\n倒塌房屋36间，死亡1人。",
        "灾害未造成人员伤亡。\n去年同期死亡1人。",
        Waiting(_UNHURT_WORDS, _unhurt),
    ),
    _hint(
        "rest_of_them",
        "一共几个、其中几个、其余几个，相加要对得上。",
        "全县18个乡镇中有12个受灾，其余8个乡镇未受灾。",
        "全县20个乡镇中有12个受灾，其余8个乡镇未受灾。",
        Waiting(_SOME_OF_WORDS, _rest),
    ),
    _hint(
        "all_above_lowest",
        "说全部在多少分以上，最低的却不到。",
        "得分最低的是和平里（88.1分）。\n全部小区得分均在90分以上。",
        "得分最低的是和平里（90.1分）。\n全部小区得分均在90分以上。",
        Waiting(_ALL_ABOVE_WORDS, _all_above),
    ),
    _hint(
        "more_new_than_all",
        "新增的比总数还多。",
        "新增新能源车46辆，新能源车达到40辆。",
        "新增新能源车16辆，新能源车达到40辆。",
        Waiting(_NEW_WORDS, _too_new),
    ),
    _hint(
        "clock_and_hours",
        "几点开始、几点结束，与持续几个小时要相符。",
        "招聘会上午9时开始，持续3个小时，下午2时结束。",
        "招聘会上午9时开始，持续5个小时，下午2时结束。",
        anchored("小时", _clock),
    ),
)
