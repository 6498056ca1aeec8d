"""Figures that one clause makes out: more than another by so much, so much upon a base, all of them by how each of them fared, steps named one by one."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import in_full, worth_of, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_N = r"(?<![\d.])\d{1,9}(?:\.\d{1,4})?"
_UNIT = "元|公里|平方米|立方米|亩|吨|公斤|户|人次|人|名|个百分点|个|件|条|家|次|天|起|项|份|台|辆|场|期|米|方|头|只|套|处|所|座|分|小时|分钟"
_MORE = "增加|增长|提高|上升|多|扩大|增|超出|超|高出|高|延长|提前|新增"
_LESS = "减少|下降|降低|节约|节省|节支|压减|压缩|核减|少|低于|低|减|缩短|结余|差|短"


def _number(match: re.Match[str], name: str) -> float:
    return in_full(match[name], match[name + "big"])


def _as_told(value: float, match: re.Match[str], name: str) -> str:
    """A figure in the unit in which the other was told: 2.05万元."""
    big = worth_of(match[name + "big"])
    return f"{round(value / big, 2):g}{match[name + 'big'] or ''}{match['unit']}"


def _step(match: re.Match[str], names: str) -> float:
    """The coarsest rounding of the figures."""
    return max(10.0 ** -len(match[name].partition(".")[2]) * worth_of(match[name + "big"]) for name in names)


# --- more than another by so much ---------------------------------------------------------------------------------------

_BY = rf"(?P<way>{_MORE}|{_LESS})(?:了|出|资金|投资|支出|面积|里程|[一-鿿]{{0,2}})?(?P<c>{_N})(?P<cbig>万|亿)?(?P=unit)(?![以之])"
_A = rf"(?P<a>{_N})(?P<abig>万|亿)?(?P<unit>{_UNIT})"
_B = rf"(?P<b>{_N})(?P<bbig>万|亿)?(?P=unit)"
_THAN = (
    lazy.pattern(
        rf"{_A}[{HAN}]{{0,6}}[，,（(](?:同?比|较|比起|相比)(?:[{HAN}“”]{{0,14}}?){_B}[{HAN}]{{0,5}}?[，,]?{_BY}"
    ),
    lazy.pattern(
        rf"{_A}[{HAN}]{{0,6}}[，,](?:同?比|较|比起)(?P<of>[{HAN}“”]{{1,14}}?){_BY}[（(](?P<named>[{HAN}]{{1,10}}){_B}[）)]"
    ),
    lazy.pattern(
        rf"(?P<named>预算|控制价|概算|计划|最高限价|限价|招标价|评估价|上年|去年|合同价?|编制|定额|核定)[{HAN}]{{0,6}}(?P<b>{_N})(?P<bbig>万|亿)?(?P<unit>{_UNIT})[，,；;](?:实际|中标|成交|决算|今年|本年|结算|现有|在岗)[{HAN}]{{0,6}}(?P<a>{_N})(?P<abig>万|亿)?(?P=unit)[，,；;](?:比|较)?[{HAN}]{{0,6}}{_BY}"
    ),
)
_THAN_WORDS = waiting_for(
    ("比", "较", "预算", "控制价", "概算", "限价", "计划", "编制", "核定", "上年", "去年")
)
_VAGUE = lazy.pattern("(?<!节)约|[余近]|左右|平均|每|倍|分别|%|％")


def _than(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「中标价68.6万元，比预算节约6.8万元（预算74万元）」, 「硬化112.5公里，比计划100公里多10.5公里」."""
    for pattern in _THAN:
        for match in matches_near(passage, _THAN_WORDS, pattern, 90):
            a, b, c = (_number(match, name) for name in "abc")
            if a == b or _VAGUE.search(match[0]):
                continue
            right = a - b if lazy.compile_now(_MORE).fullmatch(match["way"]) else b - a
            step = _step(match, "abc")
            if (
                abs(abs(right) - c) <= max(0.51 * step * (step != 1), 1e-6 * a)
                or not 0.3 < c / abs(right) < 3
            ):
                continue
            unit = match["unit"]
            said = f"{written(a, unit)}与{written(b, unit)}相差{written(abs(right), unit)}，写的是{written(c, unit)}，请核对。"
            yield rule.finding(
                passage, match.start("way"), match.end("c") + 1, said, suggestion=written(abs(right), unit)
            )


# --- so much upon a base -------------------------------------------------------------------------------------------------

_UPON = lazy.pattern(
    rf"在(?:20\d\d年)?[{HAN}（()）]{{0,18}}?{_A}(?:的)?基础上[，,]?(?:再|又|将|力争|预计|按)?(?P<way>{_MORE}|{_LESS})(?:了|约)?(?P<c>{_N})(?P<cbig>万|亿)?(?P<of>[%％]|(?P=unit))(?:以上)?[，,、]?(?:力争|预计|总量|总数)?(?:达到?|增加到|增至|到|为|突破|提高到|降至|降到|减少到){_B}"
)
_UPON_WORDS = waiting_for(("基础上",))


def _upon(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「在上年1.9万元的基础上增长8%，达到2.35万元」."""
    for match in matches_near(passage, _UPON_WORDS, _UPON, 90):
        a, b, c = (_number(match, name) for name in "abc")
        more = 1 if lazy.compile_now(_MORE).fullmatch(match["way"]) else -1
        right = a * (1 + more * c / 100) if match["of"] in {"%", "％"} else a + more * c
        loose = max(0.51 * _step(match, "b"), 0.51 * _step(match, "a"), 0.006 * abs(right))
        if "以上" in match[0] and b > right or "突破" in match[0] and b < right:
            continue
        if abs(right - b) > loose and "约" not in match[0]:
            unit = match["unit"]
            said = f"在{written(a, unit)}的基础上{match['way']}{c:g}{match['of']}，应是{_as_told(right, match, 'b')}，写的是{written(b, unit)}，请核对。"
            yield rule.finding(
                passage, match.start("b"), match.end(), said, suggestion=_as_told(right, match, "b")
            )


# --- all of them by how each fared ---------------------------------------------------------------------------------------

_ITEM = rf"[{HAN}“”\"]{{1,16}}(?<![\d.])\d{{1,6}}(?P=unit)[{HAN}]{{0,4}}"
_FARED = lazy.pattern(
    rf"(?<![\d.第])(?P<all>\d{{1,6}})(?P<unit>个|户|名|家|件|人|处|条|起|所|项|座)(?P<what>[{HAN}]{{0,8}}?)(?:中|当中|里)[，,：:]?(?P<run>{_ITEM}(?:[，,、；;]{_ITEM}){{1,5}})(?=[。；;\n）)])"
)
_FARED_WORDS = waiting_for(("中",))
_REST = lazy.pattern(
    "未|没有|其余|其他|尚|剩余|余下|较差|差的|不合格|不达标|不满意|不及格|待|还有|落后|空白|在建|停业|无"
)
_REACH = 120
_COUNTED = r"(?P<label>[{han}“”\"]{{1,16}})(?P<n>\d{{1,6}}){unit}"
_MIXED = lazy.pattern("其中|共|均|都|分别|有的|部分|先后|又|还有.{0,4}兼|涉及|占|同时")


def _fared(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「14个村中达到标准的11个，基本达标的2个，未达标的2个」: the last of them is what is left of all."""
    for match in matches_near(passage, _FARED_WORDS, _FARED, 110):
        parts = [*lazy.compile_now(_COUNTED.format(han=HAN, unit=match["unit"])).finditer(match["run"])]
        labels = [one["label"] for one in parts]
        closed = _REST.search(labels[-1]) and not any(_REST.search(one) for one in labels[:-1])
        stop = passage.text.find("。", match.end(), match.end() + _REACH)
        more = passage.text[match.end() : stop if stop > 0 else match.end()]
        if not closed or _MIXED.search(match["run"]) or re.search(rf"\d{match['unit']}", more):
            continue
        whole, total = int(match["all"]), sum(int(one["n"]) for one in parts)
        if total != whole and abs(total - whole) < whole:
            said = f"{'、'.join(one['n'] for one in parts)}加起来是{total}{match['unit']}，前面说{whole}{match['unit']}，请核对。"
            yield rule.finding(passage, match.start("run") + parts[-1].start("n"), match.end("run"), said)


# --- steps named one by one -----------------------------------------------------------------------------------------------

_COUNTED_BY = "步工作法|步程序|步流程|步走|步法|步|个步骤|个环节|个程序|道程序|道工序|道关口|道关|道环节|项程序|个阶段|项制度|个制度|项机制|级联动|级网格|级审核|方联动|方会商|支队伍|张清单|本台账|大行动|大工程|大专项|大体系|大平台|大板块|个板块|种方式|种形式|种渠道|个渠道|个层面|个层级|个统一|类人员|类群体|类对象|项内容|项工作|项举措|项措施|个重点"
_STEPS = lazy.pattern(
    rf"(?P<list>[{HAN}]{{2,14}}(?:(?:、|——|—|－|-|→|－－)[{HAN}]{{2,14}}){{2,9}})[”\"』」]?(?P<n>[三四五六七八九十]|[3-9])(?P<what>{_COUNTED_BY})(?![之中的]一|以上)"
)
_STEP_WORDS = waiting_for(
    tuple(
        f"{n}{what}"
        for n in "三四五六七八九十3456789"
        for what in dict.fromkeys(one[:2] for one in _COUNTED_BY.split("|"))
    )
)
_STEP_MARKS = lazy.pattern("、|——|—|－－|－|-|→")
_EVEN = 2


def _steps(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「“村委会提出方案、监督委员会审查、两委联席会审定、公开栏公布、归档保存”六步程序」: five of them."""
    for match in matches_near(passage, _STEP_WORDS, _STEPS, 150):
        items, told = _STEP_MARKS.split(match["list"]), number_in(match["n"]) or 0
        named = len(items)
        most = named + sum(len(re.findall("[和与及]|以及", one)) for one in items)
        quoted = passage.text[match.start() - 1 : match.start()] in {"“", '"', "「"}
        even = len({len(one) for one in items}) < _EVEN or quoted
        if items[-1].endswith(("等", "的", "这")) or (named <= told <= most) or (told < named and not even):
            continue
        # What is said before the first of them may hold others: 「镇、村干部」.
        if re.search(r"[、和与及]$", passage.text[max(passage.start, match.start() - 1) : match.start()]):
            continue
        said = f"前面列了{named}项，这里说的是{match['n']}{match['what']}，请核对。"
        yield rule.finding(
            passage, match.start("n"), match.end(), said, suggestion="核对数目，或补上、删去一项"
        )


_rule = hint_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "than_by",
        "「比预算节约多少（预算多少）」「比计划100公里多10.5公里」，两个数相减要等于写的差。",
        "今年采购的DR机，中标价68.6万元，比预算节约6.8万元（预算74万元）。",
        "今年采购的DR机，中标价68.6万元，比预算节约5.4万元（预算74万元）。",
        Waiting(_THAN_WORDS, _than),
    ),
    _rule(
        "upon_base",
        "在原来的基础上增长百分之几、增加多少，算出来要等于达到的数。",
        "农村居民人均可支配收入在上年1.9万元的基础上增长8%，达到2.35万元。",
        "农村居民人均可支配收入在上年1.9万元的基础上增长8%，达到2.05万元。",
        Waiting(_UPON_WORDS, _upon),
    ),
    _rule(
        "fared",
        "「14个村中达标的、基本达标的、未达标的」各多少，加起来要等于总数。",
        "14个村中达到标准的11个，基本达标的2个，未达标的2个。",
        "14个村中达到标准的10个，基本达标的2个，未达标的2个。",
        Waiting(_FARED_WORDS, _fared),
    ),
    _rule(
        "steps_named",
        "「提议、商议、审议、决议五步程序」，列出的步骤、环节、制度要和说的数一样多。",
        "严格落实提议、商议、审议、决议五步程序。",
        "严格落实提议、商议、审议、决议四步程序。",
        Waiting(_STEP_WORDS, _steps),
    ),
)
