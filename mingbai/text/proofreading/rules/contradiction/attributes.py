"""What is said of one work in two places: how often, within how many days, by whom, where.

Each clause that says so is read for its deed and its nouns, without the words of the value. Two clauses speak of one work where
they have the deed in common and a noun too. Whether it is the same work only the writer knows: these are hints.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in, said_around
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.rules.contradiction.scope import content
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_DEEDS = lazy.pattern(
    "更新|召开|例会|检查|抽查|巡查|巡检|通报|公示(?!栏|单)|公开(?!栏|制度|工作|例会)|公布|张榜|上墙|更换|培训|走访|调度|研究|报送|上报|维护|学习|消毒|清理|清运|评比|考核|督查|督导|督办|演练|排查|答复|办结|办理|回复|整改|反馈|审核|接待|值班|轮换|开放|发布|审查|备案|保洁|测评|评议|讲解|慰问|回访|张贴|听取|汇报|复核|受理|处置|响应|征集|收集|牵头|保管|管理"
)
_STOPS = "，,。；;：:！？!?\n"
_OTHERWISE = lazy.pattern(
    "(?:^|[，,])其(?!中|他|它|余)|重大|特殊|紧急|一般|情况复杂|分别|其他|另|或|至少|以上|原|去年|上年|往年|过去|以前|调整为|改为|延长|缩短|由每|简易|普通|汛期|冬季|夏季|寒暑假|节假日|高峰|除|逾期|超过|提前|一类|二类|重点"
)
# Deeds and things that go by several names: 「村级财务每季度公开」 and 「村级收支一年公布一次」.
_ONE_DEED = {
    "公布": "公开",
    "公示": "公开",
    "发布": "公开",
    "张贴": "公开",
    "张榜": "公开",
    "上墙": "公开",
    "更换": "更新",
    "检查": "检查",
    "例会": "召开",
}
_ONE_THING = (
    (lazy.pattern("财务收支|收支(?:情况|账目|明细)?|账目|账务|财务(?:情况|账目)?"), "财务"),
    (lazy.pattern("公示栏|公开栏|宣传栏|公告栏"), "公开栏"),
    (lazy.pattern("药价|药品(?:的)?价格"), "药品价格"),
    (lazy.pattern("名单|对象名单"), "名单"),
    (lazy.pattern("经费(?:支出|收支|开支)?"), "经费"),
)
_RENAMED = frozenset(("财务", "公开栏", "药品价格"))
# Of one level and of another.
_LEVELS = lazy.pattern("村级|乡级|镇级|县级|市级|区级|组级|校级")
# What is said of every work.
_ANY = frozenset(
    (
        "直到",
        "网站",
        "之日",
        "会议",
        "时限",
        "期限",
        "结果",
        "排名",
        "时间",
        "次数",
        "原则",
        "村级",
        "镇级",
        "乡级",
        "县级",
        "逐笔",
        "逐项",
        "末月",
        "一年",
        "季度",
        "按时",
    )
)
_REACH = 40
_FAR = 1500


class Told(NamedTuple):
    """A value with the deed and the nouns of its clause."""

    value: object
    deeds: frozenset[str]
    words: frozenset[str]
    span: tuple[int, int]


def _told(
    passage: Passage, match: re.Match[str], value: object, *, bare: str = "", deed: str = ""
) -> Told | None:
    """The value with what its clause says beside it; `bare`: the words of the value, where the match goes beyond them."""
    low, high = said_around(passage, *match.span(), _STOPS, _REACH)
    whole = passage.text[low:high]
    if _OTHERWISE.search(whole) or passage.in_web_residue(match.start()):
        return None
    beside = passage.text[low : match.start()] + " " + passage.text[match.end() : high]
    said = lazy.compile_now(bare).sub(" ", whole) if bare else beside
    deeds = (
        frozenset((deed,)) if deed else frozenset(_ONE_DEED.get(one, one) for one in _DEEDS.findall(whole))
    )
    for written, meant in _ONE_THING:
        said = written.sub(meant, said)
    words = content(said) - deeds - _ANY - frozenset(_ONE_DEED)
    return Told(value, deeds, words, (low, high)) if deeds else None


def _pairs(passage: Passage, told: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Those of one deed and one thing with two values; where several values are told of it, nothing can be said."""
    table: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        for deed in one.deeds:
            table[deed].append(one)
    seen: set[tuple[int, int]] = set()
    for every in table.values():
        for first, second in combinations(every[:8], 2):
            shared = first.words & second.words
            alike = bool(shared) and shared in (first.words, second.words)
            if (
                first.value != second.value
                and alike
                and _lie_apart(passage, first, second)
                and _levels(passage, first) == _levels(passage, second)
                and second.span not in seen
            ):
                seen.add(second.span)
                yield first, second


def _levels(passage: Passage, one: Told) -> set[str]:
    return set(_LEVELS.findall(passage.text[slice(*one.span)]))


def _lie_apart(passage: Passage, first: Told, second: Told) -> bool:
    """Whether a sentence ends between them, or one thing is named in two ways, and they are not too far from each other."""
    between = passage.text[first.span[1] : second.span[0]]
    named_alike = (
        bool(between) and "，" in between and first.words == second.words and first.words <= _RENAMED
    )
    return len(between) <= _FAR and ("。" in between or "\n" in between or named_alike)


def _compare(rule: Rule, passage: Passage, told: list[Told], what: str) -> Iterator[Finding]:
    for first, second in _pairs(passage, told):
        one, other = (passage.text[slice(*part.span)].strip() for part in (first, second))
        yield from apart(
            rule, passage, first.span, second.span, f"{what}前面是「{one}」，这里是「{other}」，请核对。"
        )


# --- how often ------------------------------------------------------------------------------------------------------

_OFTEN = lazy.pattern(
    rf"(?:每(?P<k>半|[两二三四六\d])?个?(?P<u>天|日|周|星期|月|季度|季|年度|年|学期|旬)|按(?P<u2>周|月|季度|季)|(?P<u3>[周月季])(?=例会|通报|调度|更新|评比)|(?<!第)(?<!统)(?:(?P<k4>半)|一)(?P<u4>年|个?月|季度?|周)(?=一次|一公|[一-鿿]{{2}}(?:一|1)次)|逐(?P<u5>月|季|年))(?![均人户度])(?:[{HAN}]{{0,12}}?(?P<n>[一二两三四五六]|\d{{1,2}})(?:次|期|轮|场|回|遍))?"
)
_OFTEN_WORDS = waiting_for(
    (
        "每",
        "一年",
        "半年",
        "一月",
        "一个月",
        "一季",
        "一周",
        "逐月",
        "逐季",
        "逐年",
        "按周",
        "按月",
        "按季",
        "周例会",
        "月例会",
        "月通报",
        "月调度",
        "季通报",
        "季度通报",
    )
)
_BARE = "[一半][年月季周]|\\d+[一-鿿]?|每[两二三四六半]?个?[周月季年天日旬]度?|[一二两三四五六][次期轮场回遍]"
_SAME = {"日": "天", "星期": "周", "季度": "季", "年度": "年"}


def _frequencies(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公开栏每月更新一次」 and 「公开栏坚持每季度更新」."""
    told = []
    for match in matches_near(passage, _OFTEN_WORDS, _OFTEN, 30):
        unit = (match["u"] or match["u2"] or match["u3"] or match["u4"] or match["u5"]).removeprefix("个")
        value = (_SAME.get(unit, unit), match["k"] or match["k4"] or "1", number_in(match["n"] or "1"))
        found = _told(passage, match, value, bare=_BARE)
        told += [found] if found else []
    yield from _compare(rule, passage, told, "多久一次，")


# --- within how many days -------------------------------------------------------------------------------------------

_WITHIN = lazy.pattern(
    r"(?<![\d第.])(?P<n>\d{1,3}|[一二两三五七十]{1,3})个?(?P<unit>工作日|日|天|小时|分钟)(?:以|之)?内"
)
_WITHIN_WORDS = waiting_for(("日内", "天内", "小时内", "日之内", "日以内", "分钟内"))


def _terms(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「信息形成后20个工作日内公开」 and 「信息形成后10个工作日内公开」."""
    told = []
    for match in matches_near(passage, _WITHIN_WORDS, _WITHIN, 12):
        found = _told(passage, match, (number_in(match["n"]), {"天": "日"}.get(match["unit"], match["unit"])))
        told += [found] if found else []
    yield from _compare(rule, passage, told, "期限")


# --- by whom --------------------------------------------------------------------------------------------------------

_BY = lazy.pattern(
    rf"(?:由|(?<=[，,。；;：:\n]))(?P<who>(?:(?!由)[{HAN}]){{2,10}}?(?:办公室|办|站|所|股|科|室|中心|局|委|会|组|队|部门|院|处))(?:具体|统一|集中)?(?P<act>负责|牵头|承担|组织|统筹|实施|主管|办理|受理|审核|维护|管理)"
)
_BY_WORDS = waiting_for(("由", "负责", "牵头"))


def _charges(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「网站更新由党政办负责」 and 「由文化站负责网站更新」."""
    told = []
    for match in matches_near(passage, _BY_WORDS, _BY, 24):
        found = _told(passage, match, re.sub("办公室$", "办", match["who"])[-3:])
        told += [found] if found and len(found.words) > 0 else []
    yield from _compare(rule, passage, told, "由谁负责，")


# --- in which month -------------------------------------------------------------------------------------------------

_MONTH = lazy.pattern(
    rf"(?:(?<![\d年至到—–~～－-])|(?<=直到))(?P<m>\d{{1,2}})月(?:份|底|初|上旬|中旬|下旬|\d{{1,2}}日)?(?:才|已|全部|集中|正式|[在通][^，,。；;\n]{{1,6}}(?:上|过)?)?[{HAN}]{{0,4}}?(?P<deed>公布|公开|公示|召开|印发|举办|开工|竣工|验收|上线|完工|开通|揭牌|启用|挂牌)"
)
_MONTH_WORDS = waiting_for(("月",))
_AGAIN = lazy.pattern(r"分别|第[一二三四五]|再次|又|另|每|各|上年|去年|20\d\d|和|、|至|期|批|次会|修订|季度")


def _months(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「财政预决算于6月中旬在网站公布」 and 「财政预决算直到9月份才公布」."""
    told = []
    for match in matches_near(passage, _MONTH_WORDS, _MONTH, 30):
        found = _told(passage, match, int(match["m"]), deed=match["deed"])
        if found and len(found.words) > 0 and not _AGAIN.search(passage.text[slice(*found.span)]):
            told.append(found)
    yield from _compare(rule, passage, told, "时间")


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "often_otherwise",
        "同一项工作多久一次，两处说法不同。",
        "村务公开栏每月更新一次。\n坚持每季度更新村务公开栏。",
        "村务公开栏每月更新一次。\n坚持每季度召开村务公开例会。",
        Waiting(_OFTEN_WORDS, _frequencies),
    ),
    _rule(
        "within_otherwise",
        "同一件事的办理期限，两处不同。",
        "政府信息形成后20个工作日内公开。\n各单位要在政府信息形成10个工作日内公开。",
        "政府信息形成后20个工作日内公开。\n收到申请10个工作日内答复。",
        Waiting(_WITHIN_WORDS, _terms),
    ),
    _rule(
        "charged_otherwise",
        "同一项工作由谁负责，两处不同。",
        "网站栏目更新由党政办负责。\n由文化站负责网站栏目更新。",
        "网站栏目更新由党政办负责。\n由文化站负责公开栏张贴。",
        Waiting(_BY_WORDS, _charges),
    ),
    _rule(
        "month_otherwise",
        "同一件事在几月公布、召开，两处不同。",
        "财政预决算于6月中旬在网站公布。\n财政预决算直到9月份才公布。",
        "财政预决算于6月中旬在网站公布。\n低保名单直到9月份才公布。",
        Waiting(_MONTH_WORDS, _months),
    ),
)
