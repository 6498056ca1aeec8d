"""What there was, what came and went, what there is: stocks and flows, branches of the whole, shares that make up a hundred, so often a week and a year, ballots."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, places, same, share_of, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._told import NUMBER, number_in
from mingbai.text.proofreading.rules._twice import compared
from mingbai.text.proofreading.rules.arithmetic.ratio import figures_of_lines, hint
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_NO_COUNT = frozenset(("%", "个百分点", "分", "天", "月", "倍"))

# --- stocks and flows -----------------------------------------------------------------------------------------------

_CAME = lazy.pattern(
    "(?<!净)(?:新增|增加|纳入|调入|转入|新登记|新设立|迁入|出生|新吸收|吸纳|新招)[^，,。；;\\d]{0,6}$"
)
_WENT = lazy.pattern(
    "(?<!净)(?:退出|核减|注销|取消|调出|转出|减少|死亡|清退|迁出|撤销|停保|清理)[^，,。；;净\\d]{0,6}$"
)
_NET = lazy.pattern("净(?P<way>增加|增长|减少|增|减|新增)[^，,。；;\\d]{0,4}$")
_BEFORE = lazy.pattern("(?:上年度?|去年|年初|上年末|原有?|期初)[^，,。；;\\d]{0,10}$")
_NOW = lazy.pattern("(?:本年度?|现有|年末|目前|现|期末|截至目前|调整后)[^，,。；;\\d]{0,10}$")
_FLOW_WORDS = waiting_for(
    ("新增", "新设", "净增", "净减", "增加", "纳入", "调入", "转入", "登记", "迁入", "出生", "吸纳", "新招")
)
_OFF = lazy.pattern("其中|占|比例|增长率|计划|目标|任务|将|拟|合并|每")


def _one(line: Sequence[Amount], words: re.Pattern[str]) -> Amount | None:
    found = [one for one in line if words.search(one.label)]
    return found[0] if len(found) == 1 else None


def _by_unit(line: Sequence[Amount]) -> Iterator[list[Amount]]:
    """The figures of one unit, as far as they are told one after another: 「新增36户58人，退出45户71人」."""
    for unit in dict.fromkeys(one.unit for one in line if one.unit not in _NO_COUNT):
        yield [one for one in line if one.unit == unit]


def _labelled(passage: Passage, line: Sequence[Amount]) -> list[Amount]:
    """The figures, each with the words before a figure in another unit that it directly follows."""
    told: list[Amount] = []
    for one in line:
        before = told[-1] if told else None
        if before and before.end == one.start:
            one = one._replace(label=before.label)
        told.append(one)
    return told


def _flows(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「上年度1562人，核减19人，新增23人，本年度1556人」; 「新增36户，退出45户，净减少11户」."""
    for line in passage.once(figures_of_lines):
        for told in _by_unit(_labelled(passage, line)):
            came, went = _one(told, _CAME), _one(told, _WENT)
            if came is None or went is None or came.about or went.about:
                continue
            if _OFF.search(
                passage.text[max(passage.start, min(came.start, went.start) - 8) : max(came.end, went.end)]
            ):
                continue
            moved = came.value - went.value
            rest = [one for one in told if one not in {came, went}]
            net, base, now = _one(rest, _NET), _one(rest, _BEFORE), _one(rest, _NOW)
            if net and (way := _NET.search(net.label)) and net.start > max(came.start, went.start):
                signed = net.value * (-1 if "减" in way["way"] else 1)
                if signed != moved:
                    said = f"增{written(came.value, came.unit)}、减{written(went.value, went.unit)}，净变动是{written(abs(moved), net.unit)}，写的是{written(net.value, net.unit)}，请核对。"
                    yield rule.finding(passage, net.start - min(len(net.label), 8), net.end, said, related=places(passage, (came, went)))  # fmt: skip
            if base and now and base.start < min(came.start, went.start) and now.start > max(came.start, went.start) and base.value + moved != now.value:  # fmt: skip
                right = written(base.value + moved, now.unit)
                said = f"{written(base.value, base.unit)}加{written(came.value, came.unit)}减{written(went.value, went.unit)}是{right}，写的是{written(now.value, now.unit)}，请核对。"
                yield rule.finding(passage, now.start - min(len(now.label), 8), now.end, said, suggestion=right, related=places(passage, (base, came, went)))  # fmt: skip


# --- three branches of the economy, and town against country -----------------------------------------------------------

_BRANCH = lazy.pattern("(?:第([一二三])产业|([一二三])产)[^，,。；;\\d]{0,8}$")
_GROSS = lazy.pattern("(?:生产总值|GDP)(?:（GDP）)?[^，,。；;\\d]{0,4}$")
_BRANCH_WORDS = waiting_for(("第三产业", "三产"))


def _branches(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「生产总值126.8亿元……第一产业18.6亿元，第二产业52.4亿元，第三产业58.8亿元」."""
    for line in passage.once(figures_of_lines):
        money = [one for one in line if one.unit == "元"]
        parts = [one for one in money if _BRANCH.search(one.label)]
        gross = [one for one in money if _GROSS.search(one.label)]
        if len(parts) != 3 or len(gross) != 1 or gross[0].start > parts[0].start:
            continue
        added, step = sum(one.value for one in parts), max(one.step for one in parts)
        if not same(added, gross[0].value, 3 * step):
            said = f"三次产业相加是{written(added, '元')}，生产总值写的是{written(gross[0].value, '元')}，请核对。"
            yield rule.finding(
                passage, parts[0].start - min(len(parts[0].label), 8), parts[-1].end, said, related=places(passage, gross)
            )  # fmt: skip


_TOWN_RATIO = lazy.pattern(
    r"城乡(?:居民)?收入(?:之)?比(?:值)?(?:为|是|缩小到|降至|：)?(?P<n>\d(?:\.\d{1,2})?)(?!\d)"
)
_TOWN_RATIO_WORDS = waiting_for(("城乡收入", "城乡居民收入"))


def _town_ratio(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「城镇居民27860元，农村居民15620元，城乡收入比为1.98」."""
    for match in compared(matches_near(passage, _TOWN_RATIO_WORDS, _TOWN_RATIO, 24)):
        for line in passage.once(figures_of_lines):
            town = _one([one for one in line if one.unit == "元"], lazy.pattern("城镇[^，,。；;\\d]{0,14}$"))
            country = _one(
                [one for one in line if one.unit == "元"], lazy.pattern("农村[^，,。；;\\d]{0,14}$")
            )
            if town is None or country is None or not 0 <= match.start() - country.end < 120:
                continue
            right = town.value / country.value if country.value else 0.0
            if right and abs(right - float(match["n"])) > 0.06:
                said = f"{written(town.value, '元')}除以{written(country.value, '元')}是{right:.2f}，写的是{match['n']}，请核对。"
                yield rule.finding(passage, *match.span(), said, related=places(passage, (town, country)))


# --- shares that make up a hundred ----------------------------------------------------------------------------------

_BORNE = lazy.pattern("(?:承担|负担|分担|配套|出资|自筹|匹配|支付|解决)(?:比例)?(?:为|约)?$")
_BORNE_WORDS = waiting_for(("承担", "负担", "分担", "配套", "出资", "自筹", "匹配"))


def _borne(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「县级承担60%，乡级承担30%，村级承担20%」."""
    for line in passage.once(figures_of_lines):
        run: list[Amount] = []
        for one in (*line, None):
            fits = one is not None and one.unit == "%" and not one.about and _BORNE.search(one.label)
            if fits and one is not None and (not run or one.start - run[-1].end < 14):
                run.append(one)
                continue
            added = sum(part.value for part in run)
            closed = run and not re.match("以上|以下|左右", passage.text[run[-1].end : run[-1].end + 2])
            if closed and (len(run) > 2 and abs(added - 100) > 0.5 or len(run) == 2 and added > 100.5):
                said = f"各方承担的比例相加是{added:g}%，请核对。"
                yield rule.finding(passage, run[0].start - min(len(run[0].label), 8), run[-1].end, said)
            run = []


# --- so often a week, so often a year -------------------------------------------------------------------------------

_OFTEN = lazy.pattern(
    rf"每(?P<of>周|月|季度|季)(?:开展|组织|举办|召开|安排|活动|培训|巡查|公布)?(?P<n>{NUMBER})(?P<unit>次|期|场|课时|节)[，,；;（(](?:全年|年内|一年|年)(?:共计?|合计|累计)?(?:开展|组织|举办|召开|安排)?[^，,。；;\d]{{0,4}}(?P<sum>\d{{1,4}})(?P=unit)"
)
_OFTEN_WORDS = waiting_for(("每周", "每月", "每季"))
_A_YEAR = {"周": (36, 53), "月": (9, 12), "季度": (4, 4), "季": (4, 4)}


def _often(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每周两次，全年共48次」; holidays may be left out."""
    for match in matches_near(passage, _OFTEN_WORDS, _OFTEN, 50):
        least, most = _A_YEAR[match["of"]]
        each, told = number_in(match["n"]) or 0, int(match["sum"])
        if each and not least * each <= told <= most * each:
            said = f"每{match['of']}{match['n']}{match['unit']}，全年应在{least * each}至{most * each}{match['unit']}之间，写的是{told}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- ballots --------------------------------------------------------------------------------------------------------

_BALLOTS = lazy.pattern(
    r"(?:收回|回收)(?:选票|表决票|票)?(?P<all>\d{1,5})张[^。\n\d]{0,10}有效票?(?P<valid>\d{1,5})张[^。\n\d]{0,8}(?:无效|作废|废)票?(?P<spoilt>\d{1,4})张"
)
_SEATS = lazy.pattern(
    rf"(?P<stand>差额)?[^。\n]{{0,16}}候选人(?P<n>{NUMBER})(?:名|人)[^。\n\d]{{0,8}}应选(?:委员|代表|出|名额)?(?P<seats>{NUMBER})(?:名|人)"
)
_BALLOT_WORDS = waiting_for(("无效", "废票", "作废", "候选人"))


def _ballots(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「收回20张，有效票19张，无效票2张」; 「差额选举，候选人4名，应选5名」."""
    for match in matches_near(passage, _BALLOT_WORDS, _BALLOTS, 60):
        added = int(match["valid"]) + int(match["spoilt"])
        if added != int(match["all"]):
            said = f"有效票、无效票相加是{added}张，收回的是{match['all']}张，请核对。"
            yield rule.finding(passage, *match.span(), said)
    for match in matches_near(passage, _BALLOT_WORDS, _SEATS, 60):
        stand, seats = number_in(match["n"]) or 0, number_in(match["seats"]) or 0
        if stand and seats and stand < seats + bool(match["stand"]):
            said = f"候选人{match['n']}名，应选{match['seats']}名，候选人数不对，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- a rate told between what is done and what is left; two ages; so often a month -----------------------------------

_BETWEEN = lazy.pattern(
    r"已?(?P<act>开工|完工|建成|办结|整改|入住|投产|交付|签约|复垦|发放|落实|化解|验收|竣工|投用)(?P<a>\d{1,6})(?P<unit>个|件|户|家|处|项|套|起|名|座)[，,]?(?:[^，,。；;\d]{0,4})(?P=act)率(?:达到?|为|是)?(?P<r>\d{1,3}(?:\.\d{1,2})?)[%％][，,](?:尚未|未|还未|暂未)(?P=act)的?(?P<b>\d{1,6})(?P=unit)"
)
_AGES = lazy.pattern(
    r"(?P<all>\d{1,6})(?:名|人)[^。；;\d]{0,8}其中(?P<x>\d\d)(?:周)?岁(?:（含）)?以下(?:的)?(?P<a>\d{1,6})(?:名|人)[、，,](?P=x)(?:周)?岁(?:（含）)?以上(?:的)?(?P<b>\d{1,6})(?:名|人)"
)
_A_MONTH = lazy.pattern(
    r"(?:全年|一年来|年内)[^。；;\n\d]{0,24}(?P<all>\d{1,4})(?P<unit>次|场|期|件|起|条)[，,](?:平均每月|月均)(?:约)?[^，,。；;\d]{0,6}(?P<n>\d{1,3}(?:\.\d)?)(?P=unit)"
)
_SPLIT_WORDS = waiting_for(("尚未", "未", "以下", "平均每月", "月均"))


def _split(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「已开工6个，开工率85%，尚未开工2个」; 「15名，其中35岁以下11人，35岁以上6人」; 「24次，平均每月3次」."""
    for match in matches_near(passage, _SPLIT_WORDS, _BETWEEN, 70):
        whole = int(match["a"]) + int(match["b"])
        right = share_of(int(match["a"]), whole) if whole else float(match["r"])
        if abs(right - float(match["r"])) > 1:
            said = f"已{match['act']}{match['a']}{match['unit']}、未{match['act']}{match['b']}{match['unit']}，{match['act']}率是{right:.1f}%，写的是{match['r']}%，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"{right:.1f}%")
    for match in matches_near(passage, _SPLIT_WORDS, _AGES, 60):
        if int(match["a"]) + int(match["b"]) != int(match["all"]):
            said = f"{match['x']}岁上下的相加是{int(match['a']) + int(match['b'])}人，一共写的是{match['all']}人，请核对。"
            yield rule.finding(passage, *match.span(), said)
    for match in matches_near(passage, _SPLIT_WORDS, _A_MONTH, 60):
        right = int(match["all"]) / 12
        if abs(right - float(match["n"])) > max(0.6, 0.15 * right):
            said = f"全年{match['all']}{match['unit']}，平均每月是{right:.1f}{match['unit']}，写的是{match['n']}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


RULES = (
    hint(
        "stock_and_flow",
        "原有多少、增多少、减多少，与现有、净增减的数要对得上。",
        "上年度核定人口1562人，本年度核减19人，新增23人，本年度核定人口1556人。",
        "上年度核定人口1562人，本年度核减19人，新增23人，本年度核定人口1566人。",
        Waiting(_FLOW_WORDS, _flows),
    ),
    hint(
        "three_branches",
        "三次产业增加值相加要等于地区生产总值。",
        "地区生产总值126.8亿元，其中第一产业18.6亿元，第二产业52.4亿元，第三产业58.8亿元。",
        "地区生产总值129.8亿元，其中第一产业18.6亿元，第二产业52.4亿元，第三产业58.8亿元。",
        Waiting(_BRANCH_WORDS, _branches),
    ),
    hint(
        "town_and_country",
        "城乡收入比等于城镇居民收入除以农村居民收入。",
        "城镇居民人均可支配收入27860元，农村居民人均可支配收入15620元，城乡收入比为1.98。",
        "城镇居民人均可支配收入27860元，农村居民人均可支配收入15620元，城乡收入比为1.78。",
        Waiting(_TOWN_RATIO_WORDS, _town_ratio),
    ),
    hint(
        "borne_by_each",
        "几方分担的比例相加应是100%。",
        "资金由县级承担60%，乡级承担30%，村级承担20%。",
        "资金由县级承担60%，乡级承担30%，村级承担10%。",
        Waiting(_BORNE_WORDS, _borne),
    ),
    hint(
        "so_often_a_year",
        "每周几次、每月几次，与全年的次数要相称。",
        "广场舞培训每周两次，全年共48次。",
        "广场舞培训每周两次，全年共96次。",
        Waiting(_OFTEN_WORDS, _often),
    ),
    hint(
        "ballots_counted",
        "有效票和无效票相加等于收回的票数；候选人不少于应选人数，差额选举要更多。",
        "发出选票20张，收回20张，有效票19张，无效票2张。",
        "发出选票20张，收回20张，有效票18张，无效票2张。",
        Waiting(_BALLOT_WORDS, _ballots),
    ),
    hint(
        "split_in_two",
        "已开工和未开工、多少岁以下和以上，与开工率、总数要对得上；全年的次数除以12是每月的次数。",
        "已开工6个，开工率达到85%，尚未开工2个。",
        "已开工6个，开工率达到75%，尚未开工2个。",
        Waiting(_SPLIT_WORDS, _split),
    ),
)
