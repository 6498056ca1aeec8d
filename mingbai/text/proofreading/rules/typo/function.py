"""Small words taken for others of their sound or shape: 「军为自然人申请」, 「讲从以下方面改进」, 「再以下方面」.

What stands alone is a word, so the rules of broken words do not see it; but official writing has never met it there,
and has met the meant one. Three runs of three characters are asked: around it, before it, behind it.
"""

import re
from collections.abc import Iterator
from functools import cache

from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import is_quoted
from mingbai.text.proofreading.rules._parsing import CLAUSE
from mingbai.text.proofreading.rules._rows import Row, rows_of
from mingbai.text.runs import EDGE, shipped

# The meant character, and what is written for it.
_TAKEN = {
    "在": "再载",
    "将": "奖讲",
    "使": "始驶史",
    "由": "有油尤",
    "为": "位维",
    "与": "于语予",
    "于": "与予",
    "对": "队堆",
    "以": "已",
    "按": "安案",
    "向": "像象",
    "及": "级即极",
    "和": "合",
    "或": "获",
    "并": "病井",
    "不": "部步",
    "还": "环",
    "均": "军",
    "各": "个格",
    "每": "没",
    "已": "以己",
    "把": "吧",
    "从": "丛",
    "所": "锁",
    "可": "克",
    "应": "因映",
    "需": "虚",
    "经": "精径",
    "被": "备",
    "其": "期",
    "未": "末",
    "要": "耍",
    "就": "旧",
    "做": "作",
    "作": "做",
    "也": "业",
    "又": "有",
    "请": "清情",
    "自": "字",
    "后": "候",
    "前": "钱",
    "内": "类",
    "年": "念",
    "第": "弟",
    "月": "越",
    "日": "曰",
    "让": "嚷",
    "等": "登",
}
_MEANT: dict[str, str] = {}
for _meant, _written in _TAKEN.items():
    for _letter in _written:
        _MEANT[_letter] = _MEANT.get(_letter, "") + _meant
# These hardly ever stand where a small word does.
_STRANGE = frozenset("奖驶史尤维语堆象病井环军丛锁克映虚径耍嚷候弟曰载吧登钱备末己精极")
# Behind a numeral they count something.
_COUNTING = frozenset("位部步级期队类格个案没越")
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几多数每各第0123456789０１２３４５６７８９")
# A character that is a word by itself: the head of one, and the next character too.
_SINGLE = re.compile(b"\1(?=\1)")
# Sums of logarithms of how often official writing has the mended runs, and how many of them it must have.
_SOME, _MUCH, _SEVERAL = 1.8, 3.6, 2
# Words that may open any clause, 「，再组织实施」, 「，有会议记录」, must be so much less likely there.
_OPENING, _VERY_MUCH = frozenset("有再已于与以讲获末"), 9.0
_KEPT = 100_000
_OFTEN = 3
_known: dict[str, tuple[float, int]] = {}


@cache
def _letters() -> frozenset[str]:
    return frozenset(_MEANT)


def _around(body: str, at: int) -> str:
    """The two characters on either side; EDGE for what is no Chinese character."""
    before = [EDGE if at < gap else body[at - gap] for gap in (2, 1)]
    behind = [body[at + gap] if at + gap < len(body) else EDGE for gap in (1, 2)]
    two, one, next_one, next_two = [x if "一" <= x <= "鿿" else EDGE for x in (*before, *behind)]
    if one == EDGE:
        two = EDGE
    return two + one + next_one + (next_two if next_one != EDGE else EDGE)


def _weight(around: str, letter: str) -> tuple[float, int]:
    """How often official writing has the three runs with the letter in the middle, summed up, and how many it has at all."""
    key = around + letter
    if key not in _known:
        if len(_known) >= _KEPT:
            _known.clear()
        two, one, next_one, next_two = tuple(around)
        runs = [one + letter + next_one]
        if one != EDGE:
            runs.append(two + one + letter)
        if next_one != EDGE:
            runs.append(letter + next_one + next_two)
        weights = [shipped().often(run) for run in runs]
        _known[key] = sum(weights), sum(weight > 0 for weight in weights)
    return _known[key]


def _meant_at(body: str, at: int) -> tuple[str, Severity] | None:
    letter, around = body[at], _around(body, at)
    if around[1] == around[2] == EDGE or _weight(around, letter)[1]:
        return None
    # 「重点领域类188条」 counts by kinds.
    if letter == "类" and body[at + 1 : at + 2].isdecimal():
        return None
    if letter in _COUNTING and at and body[at - 1] in _NUMERALS:
        return None
    (much, several), meant = max((_weight(around, other), other) for other in _MEANT[letter])
    least = _VERY_MUCH if letter in _OPENING and around[1] == EDGE else _MUCH
    sure = much >= least and several >= _SEVERAL
    if not sure and letter in _OPENING and around[1] == EDGE:
        return None
    if not sure and (letter not in _STRANGE or much < _SOME):
        return None
    return meant, "warning" if sure and letter in _STRANGE else "info"


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    body, letters = passage.body, _letters()
    heads = cut_of(passage).heads + b"\1"
    for found in _SINGLE.finditer(heads):
        at = found.start()
        if at >= len(body) or body[at] not in letters:
            continue
        meant = _meant_at(body, at)
        start = passage.start + at
        if meant is None or passage.in_web_residue(start) or is_quoted(passage.text, start, start + 1):
            continue
        # What a text writes so again and again is its own word.
        if body.count(body[max(0, at - 1) : at + 2]) >= _OFTEN:
            continue
        low, high = max(0, at - 1), at + 2
        written = body[low:high].strip()
        said = f"「{written}」里的「{body[at]}」疑为「{meant[0]}」之误。"
        yield rule.finding(passage, start, start + 1, said, suggestion=meant[0], severity=meant[1])


_BEGIN = rf"{CLAUSE}[ \u3000]*"
_DIGIT = r"[\d０-９]"
# Beside figures and at the head of clauses the runs say little; what follows tells the small words apart.
_SMALL: tuple[Row, ...] = (
    ("念", rf"(?<={_DIGIT}{{4}})(?P<mark>念)(?!经|佛|书|珠)", "「{}」疑为「年」之误", "warning"),
    ("越", rf"(?<={_DIGIT})(?P<mark>越)(?=[\d０-９底初末份])", "「{}」疑为「月」之误", "warning"),
    ("曰", rf"(?<={_DIGIT})(?P<mark>曰)", "「{}」疑为「日」之误", "warning"),
    (
        "类",
        r"(?:工作日|小时|[\d０-９][日天]|时限|期限)(?P<mark>类)(?=[一-鿿]{2})",
        "「{}」疑为「内」之误",
        "warning",
    ),
    (
        "没",
        rf"{_BEGIN}(?P<mark>没)(?=季度|半年|学期|周一|周五|月[\d０-９]|年[\d０-９]|村[\d０-９]|户[\d０-９]|亩|名[一-鿿]|村至少|村配)",
        "「{}」疑为「每」之误",
        "warning",
    ),
    (
        "有",
        r"(?:(?<=[，,。；;：:\n])|成立了?|建立了?)(?P<mark>有)(?=[一-鿿]{2,8}(?:任|担任)(?:组长|总指挥|指挥长)|[一-鿿]{2,6}(?:负总责|亲自抓))",
        "「{}」疑为「由」之误",
        "warning",
    ),
    (
        "讲 奖",
        r"(?:我[局镇乡县校院办区村委]|今后|现|年底|街道|工作)(?P<mark>[讲奖])(?=情况|有关|从|进一步|继续|再接|自查|工作|以|围绕|对|严格|认真|全年|主要|不断)",
        "「{}」疑为「将」之误",
        "warning",
    ),
    (
        "一事 二事 三事 四事 五事",
        rf"{_BEGIN}[一二三四五](?P<mark>事)(?=健全|加强|公开|完善|个别|部分|村|宣传|工作|信息|制度|思想|提高|强化|落实|规范|领导|少数|群众|监督|队伍)",
        "「{}」疑为「是」之误",
        "warning",
    ),
    (
        "清 情",
        rf"{_BEGIN}(?P<mark>[清情])(?=与[一-鿿]{{1,12}}联系|各|联系|及时|居民|转载|广大|有关|予以|关注|登录|市民|携带|保留|拨打|监督|批评指正|大家)",
        "「{}」疑为「请」之误",
        "warning",
    ),
    (
        "再",
        r"(?P<mark>再)(?=[一-鿿、]{2,16}的(?:正确|坚强|统一|大力|关心|精心|悉心|亲切|具体|高度|共同|积极)[一-鿿]{2,6}下)",
        "「{}」疑为「在」之误",
        "warning",
    ),
    (
        "再此 再工作 再今后 再公开 再全 再落实",
        r"(?P<mark>再)(?=此(?:基础|表示|期间|感谢)|今后的|全[县市镇乡局][一-鿿]{0,4}(?:范围|开展|推)|工作中|公开[一-鿿]{0,4}(?:上|中|方面))",
        "「{}」疑为「在」之误",
        "warning",
    ),
    ("在接再", r"(?P<mark>在)(?=接再[厉励历])", "「{}」疑为「再」之误", "warning"),
)


RULES = (
    Rule(
        name="typo.function_character",
        category="typo",
        severity="warning",
        explain="单用的虚字、量词打成了同音、形近的字，如「军为自然人申请」（均）、「我局讲从以下方面改进」（将）。公文里从不这样相连，换回来就常见；本来常单用的字只作提示。",
        fires="依申请公开3件，军为自然人申请。",
        passes="依申请公开3件，均为自然人申请，军队转业干部，讲真话。",
        find=_find,
    ),
    Rule(
        name="typo.small_word",
        category="typo",
        severity="warning",
        explain="单用的字打成了同音、形近的字，前后的数字、名词可以看出来，如「2021念」（年）、「3个工作日类」（内）、「有镇长任组长」（由）、「再县委的正确领导下」（在）。",
        fires="2021念，再县委的正确领导下，成立了有镇长任组长的领导小组。",
        passes="2021年，在县委的正确领导下，成立了由镇长任组长的领导小组，一事一议，没有公开，再次通报。",
        find=rows_of(_SMALL),
    ),
)
