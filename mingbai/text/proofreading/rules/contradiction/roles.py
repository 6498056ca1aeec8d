"""One person in two posts, what is bad rewarded and what is good punished, copies for more than there are, votes of more than came."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import name_of, number_in
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- one person, two posts --------------------------------------------------------------------------------------------

_DUTIES = "党委书记|党委副书记|党总支书记|党支部书记|副书记|纪委书记|镇长|副镇长|乡长|副乡长|校长|副校长|院长|副院长|局长|副局长|馆长|副馆长|园长|副园长|站长|副站长|所长|副所长|人大主席|武装部长|宣传委员|组织委员|总务主任|教务主任|政教主任|德育主任|工会主席|教导主任|财务科长|办公室主任|居委会主任|村委会主任|会计|出纳|报账员|文书"
_HELD = lazy.pattern(
    rf"(?P<post>(?:{_DUTIES})(?:、(?:{_DUTIES}))*)(?P<name>[{HAN}]{{2,3}})(?=同志|任|担|为|兼|负|主|牵|带|分管|亲|多次|在|对|就|作|率|组|指|要求|强调|到|参加|每|将|也|已|还|又|同|与|和|按|[，,。；;、）)\s])"
    rf"|(?<![{HAN}])(?P<name2>[{HAN}]{{2,3}})[（(](?P<post2>(?:{_DUTIES})(?:、(?:{_DUTIES}))*)[）)]"
)
_DUTY_WORDS = waiting_for(tuple(dict.fromkeys(_DUTIES.split("|"))))
# Who holds the one may hold the other without being told so.
_GO_TOGETHER = (
    {"党支部书记", "村委会主任"}, {"党总支书记", "村委会主任"}, {"党支部书记", "校长"}, {"党支部书记", "院长"}, {"党总支书记", "校长"},
    {"党支部书记", "局长"}, {"党总支书记", "居委会主任"}, {"党支部书记", "居委会主任"}, {"党支部书记", "所长"}, {"党支部书记", "站长"}, {"文书", "会计"},
    {"报账员", "会计"}, {"报账员", "文书"}, {"党委书记", "局长"}, {"党委书记", "院长"}, {"党委书记", "校长"},
)  # fmt: skip


_NO_NAME = lazy.pattern("包[案片村抓保联干户组]|带[队班]|值班|轮[流值]|挂[点联帮]|牵头|分工")


class Duty(NamedTuple):
    """The posts that stand beside a name, and where."""

    posts: frozenset[str]
    span: tuple[int, int]


def _duties(passage: Passage) -> dict[str, list[Duty]]:
    found: dict[str, list[Duty]] = defaultdict(list)
    for match in matches_near(passage, _DUTY_WORDS, _HELD, 40):
        written = match["name"] or match["name2"]
        name = next((part for part in (written, written[:2]) if name_of(passage, part)), "")
        before = passage.text[max(passage.start, match.start() - 2) : match.start()]
        if name and not re.search("原|前|任|副$|现", before) and not _NO_NAME.match(name):
            found[name].append(Duty(frozenset((match["post"] or match["post2"]).split("、")), match.span()))
    return found


def _may_be_both(first: Duty, second: Duty) -> bool:
    if first.posts & second.posts:
        return True
    one, other = next(iter(first.posts)), next(iter(second.posts))
    alike = one.endswith(other) or other.endswith(one)
    vice = one.replace("副", "") == other.replace("副", "")
    together = any({one, other} == pair for pair in _GO_TOGETHER)
    # 「副书记」 and 「镇长」 are two posts of one person.
    return (alike and not vice) or together or {one, other} & {"副书记", "党委副书记"} != set() and not vice


def _two_duties(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「副校长韩雪梅」 and later 「总务主任韩雪梅」."""
    for name, told in passage.once(_duties).items():
        first = told[0]
        other = next((one for one in told[1:] if not _may_be_both(first, one)), None)
        if other and "兼" not in passage.text[first.span[0] - 1 : first.span[1] + 2]:
            one, two = "、".join(sorted(first.posts)), "、".join(sorted(other.posts))
            said = f"{name}前面是{one}，这里是{two}，请核对。"
            yield from apart(rule, passage, first.span, other.span, said)


# --- head and deputy on a list ------------------------------------------------------------------------------------------

_LISTED = lazy.pattern(
    rf"(?<!副)(?P<head>总指挥|指挥长|组长|主任|会长|队长|站长|主席|校长|院长|理事长)[：:]\s?(?:[{HAN}]{{0,8}}(?:书记|长|主任|主席|委员))?\s?(?P<name>[{HAN}]{{2,3}})[；;，,。\s（(][^\n]{{0,12}}?(?:常务)?副(?P=head)[：:](?P<list>[^\n。；;]{{2,60}})"
)
_LISTED_WORDS = waiting_for(("副总指挥", "副指挥长", "副组长", "副主任", "副会长", "副队长", "副站长", "副主席", "副校长", "副院长", "副理事长"))  # fmt: skip


def _listed_again(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「指挥长：乡长谭文彬；副指挥长：谭文彬、罗军」."""
    for match in matches_near(passage, _LISTED_WORDS, _LISTED, 90):
        name = next((one for one in (match["name"], match["name"][:2]) if name_of(passage, one)), "")
        at = match["list"].find(name) if name else -1
        if at >= 0:
            start = match.start("list") + at
            said = f"{name}是{match['head']}，又列为副{match['head']}，请核对。"
            yield rule.finding(passage, start, start + len(name), said)


# --- round the clock, and not at night --------------------------------------------------------------------------------------

_ROUND = lazy.pattern("(?:24|二十四)小时[^，,。；;\n]{0,6}(?:值班|值守|有人|在岗|备勤)")
_NOT_AT_NIGHT = lazy.pattern(
    r"(?:夜间|晚上|夜里|\d{1,2}[时点](?:以后|后|至次日)|十点以后)[^。；;\n]{0,20}?(?:不安排|无人|没有人|没有安排|停止|不再)[^，,。；;\n]{0,4}(?:值班|值守|在岗|看守)"
)
_ROUND_WORDS = waiting_for(("24小时", "二十四小时"))


def _round_the_clock(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「门卫室24小时有人值守」 and 「夜间十点以后门卫室无人值班」."""
    match = next(matches_near(passage, _ROUND_WORDS, _ROUND, 20), None)
    other = _NOT_AT_NIGHT.search(passage.text, passage.start, passage.end) if match else None
    if match and other and not re.search("查|发现|曾|去年|原", other[0]):
        said = f"一处说「{match[0]}」，另一处说「{other[0]}」，请核对。"
        yield from apart(rule, passage, match.span(), other.span(), said)


# --- no offence, and punished -----------------------------------------------------------------------------------------------

_NO_OFFENCE = lazy.pattern(
    "(?:全年|本年度?|均|至今)?(?:无|没有|未发生|未发现|未出现)(?:一[起例人件])?[^，,。；;\n]{0,2}?(?:违纪|违法|违规|腐败|失职)[^，,。；;\n]{0,6}(?:人员|问题|行为|现象|案件|情况|事件)"
)
_PUNISHED = lazy.pattern(
    r"(?<![\d.])[1-9]\d{0,2}(?:名|人|起)[^，,。；;\n]{0,24}?(?:处分|警告|立案审查|问责|诫勉|移送司法)|(?:处分|问责|诫勉谈话|立案审查)[^，,。；;\n\d]{0,6}[1-9]\d{0,2}(?:名|人)"
)
_OTHER_TIME = lazy.pattern(r"去年|上年|往年|如|若|凡|一旦|20\d\d年以前|通报|典型|案例|全[县市省国]")
_OFFENCE_WORDS = waiting_for(("违纪", "违法", "违规", "腐败", "失职"))


def _no_offence(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全年无违纪违法人员」 and 「对2名干部给予党内警告处分」."""
    match = next(matches_near(passage, _OFFENCE_WORDS, _NO_OFFENCE, 40), None)
    if match is None:
        return
    for other in compared(_PUNISHED.finditer(passage.text, passage.start, passage.end)):
        before = re.split("[。；;\n]", passage.text[max(passage.start, other.start() - 30) : other.start()])[
            -1
        ]
        if not _OTHER_TIME.search(before + other[0]):
            said = f"一处说「{match[0]}」，另一处说「{other[0]}」，请核对。"
            yield from apart(rule, passage, match.span(), other.span(), said)
            return


# --- bad rewarded, good punished --------------------------------------------------------------------------------------

_BAD = "隐瞒|瞒报|迟报|漏报|推诿扯皮|谎报|弄虚作假|不合格|违规|违法|无证|拒不|不达标|不符合|虚报|骗取|违反|存在[^，,。；;]{0,6}隐患|未按要求|未通过|逾期未|擅离职守|脱岗|失职|渎职|玩忽职守|敷衍|拖延不办|造成(?:严重|重大)?损失|未整改|未落实|未达标|不整改|未完成整改|不合要求|不按规定|不按要求|未按规定|不按时|走过场|流于形式|群众反映强烈|较差|末位|排名靠后|排名落后|倒数"
_GOOD = "成绩突出|成绩显著|表现突出|表现优秀|完成较好|完成出色|按期完成|按时完成|达到标准|符合条件|验收合格|贡献突出|(?<!未)整改到位|按期整改|及时整改|整改完成|名列前茅|排名前列|排名靠前|评为优秀|评为先进|成效明显|未出现火点|未发生(?:火灾|事故|违规|火情|火点|安全事故)"
_REWARD = "准予|(?:给予|予以)(?:通报)?表扬|通报表扬|允许[^，,。；;]{0,4}(?:营业|经营|上岗|开工)|予以表彰|给予表彰|给予奖励|予以奖励|通过验收|优先(?:安排|考虑|推荐)|评为先进|予以放行"
_PUNISH = "通报批评|追究[^，,。；;]{0,6}责任|给予处分|予以处罚|约谈|责令停业|停业整顿|取消[^，,。；;]{0,6}资格|扣除|扣减|不予(?:录取|受理|发放|办理)"
_TURNED = lazy.pattern(
    rf"(?P<bad>(?:{_BAD})[^，,。；;\n]{{0,16}}(?:的|者|单位|商户|村|人员)[，,](?:[^，,。；;\n]{{0,8}}[，,])?[^，,。；;\n不]{{0,6}}(?:{_REWARD}))"
    rf"|(?P<good>(?<![未不])(?:{_GOOD})[^，,。；;\n未不]{{0,10}}(?:的|者|单位|村|人员)[，,][^，,。；;\n不]{{0,8}}(?:{_PUNISH}))"
    rf"|(?P<lost>取消[^，,。；;\n]{{0,8}}(?:通报批评|处分|问责|追责|约谈|扣分)(?:的)?资格)"
)
_TURNED_WORDS = waiting_for(("准予", "允许", "表彰", "表扬", "奖励", "通过验收", "优先", "评为先进", "放行", "通报批评", "追究", "处分", "处罚", "约谈", "停业", "取消", "扣除", "扣减", "不予"))  # fmt: skip
_MENDED = lazy.pattern(
    "整改(?:合格|到位|完成|后)|改正后|复查|重新|补正|合格后|举报|经[^，,]{0,8}后|检举|揭发|反映|制止|查处"
)


def _turned(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「对隐瞒不报的村，予以表彰」; 「表现突出的，予以通报批评」."""
    for match in matches_near(passage, _TURNED_WORDS, _TURNED, 60):
        if match["good"] or not _MENDED.search(
            passage.text, max(passage.start, match.start() - 6), match.end()
        ):
            said = f"「{match[0]}」：前后的意思相反，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- copies for each ------------------------------------------------------------------------------------------------

_COPIES = lazy.pattern(
    rf"一式(?P<n>[两二三四五六])份[，,](?:由)?(?P<who>[{HAN}]{{1,10}}(?:[、和及与][{HAN}]{{1,10}}){{1,4}}?)各(?:自)?(?:留存?|执|持|存|保存|备)(?:有|档)?(?P<each>[一1两2])份"
)
_COPIES_WORDS = waiting_for(("一式",))


def _copies(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「一式两份，被查单位、社区、街道各留一份」."""
    for match in matches_near(passage, _COPIES_WORDS, _COPIES, 70):
        holders = [one for one in re.split("[、和及与]", match["who"]) if one]
        each, number = number_in(match["each"]) or 1, number_in(match["n"]) or 0
        both = len(holders) == 1 or "双方" in match["who"]
        if not both and len(holders) * each != number:
            said = (
                f"一式{match['n']}份，{len(holders)}方各{match['each']}份要{len(holders) * each}份，请核对。"
            )
            yield rule.finding(passage, *match.span(), said)


# --- votes of more than came --------------------------------------------------------------------------------------------

_CAME = lazy.pattern(r"(?:实到|到会|参会|出席)[^，,。；;\d]{0,8}(?P<n>\d{1,4})(?:人|名|位|户)")
_VOTES = lazy.pattern(
    r"(?P<n>\d{1,4})(?:票|人)(?:表示)?(?:赞成|同意|通过|支持)|(?:赞成|同意|支持|得)票?(?P<n2>\d{1,4})(?:票|人)"
)
_CAME_WORDS = waiting_for(("实到", "到会", "参会", "出席"))
_SAME_MEETING = 160


def _votes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「实到33人，35票赞成」."""
    for came in matches_near(passage, _CAME_WORDS, _CAME, 30):
        end = min(passage.end, came.end() + _SAME_MEETING)
        for vote in _VOTES.finditer(passage.text, came.end(), end):
            if _CAME.search(passage.text, came.end(), vote.start()):
                break
            number = int(vote["n"] or vote["n2"])
            if number > int(came["n"]) > 1:
                said = f"到会{came['n']}人，{vote[0]}比到会的多，请核对。"
                yield from apart(rule, passage, came.span(), vote.span(), said)
                break


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "two_duties",
        "同一个人，前后写了两个不同的职务。",
        "副校长韩雪梅任组长。\n总务主任韩雪梅负责采购。",
        "副校长韩雪梅任组长。\n总务主任鲁平负责采购。",
        Waiting(_DUTY_WORDS, _two_duties),
    ),
    _rule(
        "meaning_turned",
        "违规、瞒报的反而表彰、准予，成绩突出的反而通报批评，意思反了。",
        "对隐瞒不报的村，予以表彰。",
        "对隐瞒不报的村，予以通报批评。",
        Waiting(_TURNED_WORDS, _turned),
    ),
    _rule(
        "copies_and_holders",
        "一式几份，与各留一份的单位数要相符。",
        "记录表一式两份，被查单位、社区、街道各留一份。",
        "记录表一式三份，被查单位、社区、街道各留一份。",
        Waiting(_COPIES_WORDS, _copies),
    ),
    _rule(
        "votes_of_more",
        "赞成的票数不会比到会的人多。",
        "村民代表实到33人，经表决，35票赞成。",
        "村民代表实到33人，经表决，31票赞成。",
        Waiting(_CAME_WORDS, _votes),
    ),
    _rule(
        "deputy_is_head",
        "名单里的正职，又列为副职。",
        "指挥长：乡长谭文彬；副指挥长：谭文彬、罗军。",
        "指挥长：乡长谭文彬；副指挥长：李新、罗军。",
        Waiting(_LISTED_WORDS, _listed_again),
    ),
    _rule(
        "round_the_clock",
        "说24小时值守，又说夜间无人值班。",
        "门卫室24小时有人值守。\n夜间十点以后门卫室无人值班。",
        "门卫室24小时有人值守。\n夜间加强巡逻。",
        Waiting(_ROUND_WORDS, _round_the_clock),
    ),
    _rule(
        "no_offence_but_punished",
        "说没有违纪违法，又说给几人处分。",
        "全年无违纪违法人员。\n对2名干部给予党内警告处分。",
        "全年无违纪违法人员。\n对2名干部给予通报表扬。",
        Waiting(_OFFENCE_WORDS, _no_offence),
    ),
)
