"""A term, an interval or a rate laid down in one place and another named where somebody keeps or breaks it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import in_full
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_REACH = 70
_N = r"(?P<number{0}>\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})(?P<unit{0}>个?工作日|日|天|个月)"
_ACTS = (
    "办结|办理|答复|回复|整改|公开|公布|公示|发布|解读|报送|上报|反馈|更新|缴费|领取|签收|备案|补正|归还|审核"
)

# --- terms ----------------------------------------------------------------------------------------------------

_WITHIN = lazy.pattern(
    rf"(?<![\d第每])(?P<over>超过|逾期|超出)?{_N.format('')}(?:以|之)?(?P<inside>内)?(?P<not>仍?(?:未|不|没有|尚未)(?:予以?|按要求|能)?)?[^，,。；;：:\n\d未不]{{0,12}}?(?P<act>(?:{_ACTS})(?![栏后期]))(?P<after>[^，,。；;：:\n]{{0,8}})"
    rf"|(?P<act2>{_ACTS})(?:的)?(?:期限|时限|时间)(?:为|是|不超过|一般为|不得超过){_N.format('2')}"
)
_WITHIN_WORDS = waiting_for(("工作日", "日内", "天内", "个月", "日未", "天未", "期限", "时限"))
_MANY = lazy.pattern(
    "延长|特殊|重大|紧急|一般|其他|简单|复杂|初审|复审|复核|分别|分类|情形|情况复杂|批准|另行|补充|预警|提醒|督办|二次|再次|前|提前|以上|每|连续|征求|公示期|公示时间|节假日|加急|其中|涉及|第三方|行政复议|诉讼"
)


class Term(NamedTuple):
    """A term: how long, for what act, whether it is named where somebody does not keep it or as 「期限为」, where."""

    length: int
    unit: str
    act: str
    refers: bool
    words: str
    span: tuple[int, int]


def _number(words: str) -> int | None:
    return int(words) if words.isdecimal() else chinese_number(words.replace("两", "二"))


def _terms(passage: Passage) -> list[Term]:
    found = []
    for match in matches_near(passage, _WITHIN_WORDS, _WITHIN, _REACH):
        tail = "2" if match["act2"] else ""
        length = _number(match["number" + tail])
        start = max(passage.text.rfind(mark, passage.start, match.start()) for mark in "。；;\n") + 1
        words = passage.text[max(start, passage.start) : match.end()]
        refers = bool(tail or match["not"] or match["over"])
        if length is None or not (refers or match["inside"]) or _MANY.search(words):
            continue
        if (match["over"] and not match["not"]) or passage.in_web_residue(match.start()):
            continue
        unit = match["unit" + tail].removeprefix("个")
        found.append(
            Term(length, {"天": "日"}.get(unit, unit), match["act" + tail], refers, match[0], match.span())
        )
    return found


_KIN_ACTS = {"办理": "办结", "回复": "答复", "上报": "报送", "公布": "公开", "发布": "公开"}


def _two_terms(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「5个工作日内办结」 and 「超过7个工作日未办结的」: one act, one term laid down, another held against it."""
    terms = passage.once(_terms)
    for act in dict.fromkeys(_KIN_ACTS.get(one.act, one.act) for one in terms):
        same = [one for one in terms if _KIN_ACTS.get(one.act, one.act) == act]
        laid, held = [one for one in same if not one.refers], [one for one in same if one.refers]
        if len({one.length for one in laid}) != 1 or len({one.length for one in held}) != 1:
            continue
        first, other = laid[0], held[0]
        if first.length == other.length or first.unit != other.unit or other.length > 2 * first.length:
            continue
        said = f"一处的期限是「{first.words}」，另一处是「{other.words}」，请核对。"
        first_place, other_place = first.span, other.span
        yield from apart(rule, passage, first_place, other_place, said)


# --- how long a thing is lent ---------------------------------------------------------------------------------

_LENT = lazy.pattern(
    r"(?:(?:借阅|试用|有效|公示|征求意见|报名|受理)(?:期限?|时间)|借期)(?:为|是)(?P<days>\d{1,3})(?:天|日)[^\n]{0,120}?自第(?P<from>\d{1,3})(?:天|日)起"
)
_LENT_WORDS = waiting_for(("自第",))


def _lent(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「借阅期限为30天…逾期未还的，自第16天起」."""
    for match in _LENT.finditer(passage.text, passage.start, passage.end):
        if int(match["from"]) != int(match["days"]) + 1 and "逾期" in match[0]:
            said = f"期限是{match['days']}天，逾期应从第{int(match['days']) + 1}天算起，写的是第{match['from']}天，请核对。"
            yield rule.finding(passage, match.end() - len(f"自第{match['from']}天起"), match.end(), said)


# --- how often ------------------------------------------------------------------------------------------------

_VERBS = "公开|公示|公布|更新|通报|检查|督查|审核|报送|上报|召开|考核|维护|巡查|上墙"
_EVERY = lazy.pattern(
    rf"(?P<head>[{HAN}]{{0,12}}?)(?:坚持|实行|做到|要求|应当?|须|必须|至少|按)?(?:每(?P<of>天|日|周|旬|月|季度?|半年|年)|按(?P<by>月|季度?|年|周|旬))"
    rf"(?:度)?(?:末|初|底|\d{{1,2}}日)?[前内]?(?:未|要|应|须|都|定期|集中|至少)?(?P<verb>{_VERBS})(?P<tail>[{HAN}]{{0,8}})"
)
_EVERY_WORDS = waiting_for(
    ("每天", "每日", "每周", "每旬", "每月", "每季", "每半年", "每年", "按月", "按季", "按年", "按周", "按旬")
)
_SAME_TIME = {"季度": "季", "日": "天"}
_CONDITIONAL = lazy.pattern(
    "至少|以前|过去|由每|改为|原来|分别|重大|特殊|镇级|县级|不少于|以上|各自|或|其中|变动|原则|临时|整改|培训"
)
_TRIMMED = lazy.pattern(
    "^(?:一次|1次|的|本[镇乡村局街社]|全[镇乡县区]|对|各村|各社区|中心|其他)+|(?:内容|情况|信息|工作|事项|的|要|应|须|一次|并|对|于|坚持|实行)+$"
)
_VERB_KIN = {"上报": "报送", "公示": "公开", "公布": "公开", "督查": "检查"}
_SHORTEST = 2


class Often(NamedTuple):
    """How often what is done: the period, the verb, its object, where."""

    period: str
    verb: str
    what: str
    span: tuple[int, int]


def _oftens(passage: Passage) -> list[Often]:
    found = []
    for match in matches_near(passage, _EVERY_WORDS, _EVERY, 50):
        head, tail = (_trimmed(match[part]) for part in ("head", "tail"))
        what = tail if len(tail) >= _SHORTEST else head
        around = passage.text[max(passage.start, match.start() - 12) : match.end()]
        if len(what) < _SHORTEST or _CONDITIONAL.search(around):
            continue
        period = match["of"] or match["by"]
        start = (
            (match.start("of") if match["of"] else match.start("by"))
            - 1
            - len(match["head"]) * (what == head)
        )
        found.append(
            Often(
                _SAME_TIME.get(period, period),
                _VERB_KIN.get(match["verb"], match["verb"]),
                what,
                (max(match.start(), start), match.end()),
            )
        )
    return found


def _trimmed(words: str) -> str:
    for _ in range(3):
        words = _TRIMMED.sub("", words)
    return words


_GENERAL = frozenset("会议 一次 台账 名单 结果 进展 数据 制度 项目 资料 报表 排名".split())  # noqa: SIM905


def _same_thing(one: str, other: str) -> bool:
    if one in _GENERAL or other in _GENERAL:
        return False
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (
        len(shorter) > _SHORTEST and (longer.endswith(shorter) or longer.startswith(shorter))
    )


# 「乡里每月公开一次，各村每季度公开一次」 tells two bodies apart in one sentence.
_LINKED = lazy.pattern("[。；;\n]")


def _how_often(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公示栏每月更新一次」 and 「公示栏内容每季度更新一次」."""
    told = passage.once(_oftens)
    for place, one in enumerate(told):
        there = next(
            (
                other
                for other in told[:place]
                if other.verb == one.verb
                and _same_thing(other.what, one.what)
                and ("非" in other.what) == ("非" in one.what)
            ),
            None,
        )
        if there and there.period != one.period and _LINKED.search(passage.text, there.span[1], one.span[0]):
            said = f"{one.what}前面是每{there.period}{one.verb}，这里是每{one.period}{one.verb}，请核对。"
            yield from apart(rule, passage, there.span, one.span, said)


# --- every so many years ------------------------------------------------------------------------------------------

_EVERY_N = lazy.pattern(
    r"每(?P<n>[两二三四五六七八九十]|\d{1,2})(?P<unit>年|个月|天|周|小时)[^，,。；;\n]{0,2}?(?P<verb>递增|上浮|上调|调整|换届|轮换|轮岗|体检|更换|清洗|维护|评估|检测|复核|缴纳|支付|巡查|消毒|培训|召开|更新)"
)
_EVERY_N_WORDS = waiting_for(tuple(f"每{number}" for number in "两二三四五六七八九十123456789"))


def _every_so_many(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每五年递增10%」 and 「每三年递增一次」."""
    first: dict[tuple[str, str], re.Match[str]] = {}
    for match in matches_near(passage, _EVERY_N_WORDS, _EVERY_N, 16):
        there = first.setdefault((match["verb"], match["unit"]), match)
        if _number(there["n"]) != _number(match["n"]):
            said = f"前面是每{there['n']}{there['unit']}{there['verb']}，这里是每{match['n']}{match['unit']}，请核对。"
            yield from apart(rule, passage, there.span(), match.span(), said)


# --- a charge for each ----------------------------------------------------------------------------------------

_CHARGE = lazy.pattern(
    r"(?P<verb>缴费|缴纳|收取|收缴|补助|补贴|奖励|资助|发放)?(?:标准)?(?:为|按照?|是)?每(?P<of>人每年|户每年|人每月|户每月|户每月|亩每年|亩|生每学期|生每学年|户|人|名|头|村)(?P<between>[^\d，,。；;\n]{0,4})(?P<sum>\d{1,6}(?:\.\d{1,2})?)(?P<big>万)?元(?P<after>的?标准[^，,。；;\n]{0,6})?"
)
_CHARGE_WORDS = waiting_for(("每人每", "每户每", "每亩", "每生每", "每户", "每人", "每名", "每头", "每村"))
_GRADES = lazy.pattern(
    "[一二三四甲乙丙ABC]档|[一二三四甲乙丙]类|级|低保|特困|重度|城[市镇]|农村|提高|调整|由|从|最高|最低|不低于|不超过|封顶|另|其中|财政|分别|老年|学生|岁|原|上年|去年|新|自留|流转"
)
_KINDS_OF_CHARGE = ("缴费 缴纳 收取 收缴", "补助 补贴 资助", "奖励 奖补")  # noqa: SIM905


def _charges(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「个人缴费每人每年60元」 and later 「按每人每年70元的标准收缴」: two figures for the one charge that a text knows."""
    told = list(matches_near(passage, _CHARGE_WORDS, _CHARGE, 50))
    for of in dict.fromkeys(match["of"] for match in told):
        same = [match for match in told if match["of"] == of]
        if len(same) != 2 or len({in_full(match["sum"], match["big"]) for match in same}) == 1:
            continue
        first, second = same
        sentences = "".join(_around(passage, match) for match in same)
        if _GRADES.search(sentences) or "\n" not in passage.text[first.end() : second.start()]:
            continue
        kinds = [_kind_of_charge(_around(passage, match)) for match in same]
        plain = of in _PLAIN and (None in kinds or "标准" not in sentences)
        if kinds[0] == kinds[1] and not plain:
            said = f"前面是每{of}{first['sum']}{first['big'] or ''}元，这里是每{of}{second['sum']}{second['big'] or ''}元，请核对。"
            yield from apart(rule, passage, first.span(), second.span(), said)


_PLAIN = frozenset("户人名头村")


def _kind_of_charge(words: str) -> str | None:
    """Whether a clause speaks of what is paid, of what is granted or of a reward."""
    return next((kind for kind in _KINDS_OF_CHARGE if any(verb in words for verb in kind.split())), None)


def _around(passage: Passage, match: re.Match[str]) -> str:
    """The clause in which a charge stands."""
    start = max(passage.text.rfind(mark, passage.start, match.start()) for mark in "，,。；;\n") + 1
    return re.split("[，,。；;\n]", passage.text[max(start, passage.start) : match.end() + 30])[0]


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "term_held_against",
        "规定了几日内办，超期、未办的条款或「期限为」却是另一个天数。",
        "自受理之日起5个工作日内办结。\n自受理之日起超过7个工作日未办结的，视为超时。",
        "自受理之日起5个工作日内办结。\n自受理之日起超过5个工作日未办结的，视为超时。",
        Waiting(_WITHIN_WORDS, _two_terms),
    ),
    _rule(
        "overdue_from",
        "期限是多少天，逾期就从后一天算起。",
        "图书借阅期限为30天，可续借一次。逾期未还的，自第16天起停止借阅。",
        "图书借阅期限为30天，可续借一次。逾期未还的，自第31天起停止借阅。",
        Waiting(_LENT_WORDS, _lent),
    ),
    _rule(
        "two_intervals",
        "同一件事，一处说每月，一处说每季度；按月、按季的说法也算。",
        "公示栏每月更新一次，由值班人员负责。\n公示栏内容每季度更新一次。",
        "公示栏每月更新一次，由值班人员负责。\n网站每季度更新一次。",
        Waiting(_EVERY_WORDS, _how_often),
    ),
    _rule(
        "two_charges",
        "同一种费用、补助，每人每年的金额前后不同。分档、调整的不算。",
        "个人缴费每人每年60元。\n各村要按每人每年70元的标准收缴。",
        "个人缴费每人每年60元。\n财政补助每人每年380元。",
        Waiting(_CHARGE_WORDS, _charges),
    ),
    Rule(
        "contradiction.every_so_many",
        "internal_contradiction",
        "info",
        "同一件事，一处说每三年一次，一处说每五年一次。",
        "租金每五年递增10%。\n租金一年一付，每三年递增一次。",
        "租金每五年递增10%。\n管道每三年检测一次。",
        Waiting(_EVERY_N_WORDS, _every_so_many),
    ),
)
