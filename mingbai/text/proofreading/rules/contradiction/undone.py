"""All done, and some left; less, and a growth; a promise longer than the law; what is not taken, and how it is taken."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, related_statements, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- all done, and some left --------------------------------------------------------------------------------------

_DEEDS = "整改|办结|完工|完成|竣工|落实|答复|回复|发放|拆除|解决|化解|通车|验收|销号|兑付|入户|接种|缴纳|脱贫|安装|建成|投用|归档|签订|通电|通水|通路|搬迁|参保|免疫|入学|就业|达标|登记|核查|清零|投保|公示|上墙|建档|配备|开通|退还|追回|销案|补发|安置|摘牌|关停|取缔"
_DEED = "|".join(_DEEDS.split("|"))
_ALL = lazy.pattern(
    rf"(?:已经?全部|已全面|全部|均已|都已|全都)(?:按期|按时|得到|予以|实现|顺利|依法|已经?)?(?P<deed>{_DEED})"
    rf"|(?P<deed2>{_DEED})率(?:均|都)?(?:达到?|为|实现)?(?:了)?(?:100[%％]|百分之百)"
)
_ALL_WORDS = waiting_for(("全部", "全面", "均已", "都已", "全都", "100%", "100％", "百分之百"))
_UNIT = "个|件|户|名|人|处|起|家|项|条|宗|批|份|公里|栋|座|台"
_LEFT = lazy.pattern(
    rf"(?:(?:尚有|还有|仍有|剩余的?|剩下的?|余下的?|其余的?|未能|另有|对)(?P<number>[1-9]\d{{0,4}})(?:{_UNIT})[^，,。；;\n\d]{{0,10}}?(?:正在|未|尚未|没有|还没|待|仍在|进行)[^，,。；;\n\d]{{0,8}}"
    rf"|(?:未|尚未|没有|正在|待)(?P<deed>{_DEED})(?:到位|完毕)?的(?:[{HAN}]{{0,4}})?(?P<number2>[1-9]\d{{0,4}})(?:{_UNIT})[{HAN}]{{0,4}})"
)
_NOT_SAME = lazy.pattern(
    "去年|上年|往年|历年|原有|此前|以前|曾|如|若|凡|要求|应当|须|力争|确保|计划|目标|争取|将(?!未|剩|尚)|其他|(?<![拆清扫解消铲])除|新(?:增|发现|排查)|部分|基本|上半年|截至|第[一二三]|\\d月"
)
_SAME_PARAGRAPH, _FAR = 90, 1600


def _left(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「发现隐患315处，已全部整改到位，剩余28处正在整改中」."""
    for match in matches_near(passage, _ALL_WORDS, _ALL, 30):
        deed = match["deed"] or match["deed2"]
        before = _clauses_before(passage, match.start())
        if _NOT_SAME.search(before) or passage.text[match.end() : match.end() + 1] == "的":
            continue
        left = next(_left_after(passage, match.end(), deed, before), None)
        if left:
            said = f"一处说「{match[0]}」，另一处说「{left[0]}」，既说全部，又有没{deed}的，请核对。"
            yield from apart(rule, passage, match.span(), left.span(), said)
            return


def _clauses_before(passage: Passage, at: int) -> str:
    """The sentence as far as it is read, or its last part."""
    return re.split("[。；;\n]", passage.text[max(passage.start, at - 50) : at])[-1]


def _left_after(passage: Passage, at: int, deed: str, before: str) -> Iterator[re.Match[str]]:
    """What is said to be left of the same matter: near by, or with the same deed and the same thing."""
    for left in _LEFT.finditer(passage.text, at, min(passage.end, at + _FAR)):
        between = passage.text[at : left.start()]
        near = len(between) <= _SAME_PARAGRAPH and "\n" not in between and "其中" not in between
        words = _clauses_before(passage, left.start()) + left[0]
        same_deed = deed in left[0]
        shared = _pairs(before) & _pairs(words)
        if _NOT_SAME.search(words.replace("对", "", 1)):
            continue
        kindred = re.search(_KIN.get(deed, deed), left[0]) is not None
        if (near and kindred and not re.search("[。；;].*\\d", between)) or (same_deed and shared):
            yield left


# What is still going on with that which was to be done.
_KIN = {
    "整改": "整改|落实|处理|施工|推进|完善|办理|进行",
    "办结": "办结|办理|答复|处理|调查",
    "答复": "答复|办理|处理",
    "回复": "回复|办理|处理",
    "解决": "解决|处理|协调",
    "化解": "化解|调解|协调|处理",
    "完工": "完工|施工|建设|推进|实施",
    "竣工": "竣工|施工|建设|推进|实施",
    "建成": "建成|施工|建设|推进|实施",
    "完成": "完成|进行|推进|实施|办理",
}


_COMMON = frozenset(
    [
        "全部",
        "目前",
        "已经",
        "工作",
        "我镇",
        "我县",
        "我乡",
        "我局",
        "全镇",
        "全县",
        "全乡",
        "完成",
        "问题",
        "进行",
        "建设",
        "群众",
        "其中",
        "共有",
        "实施",
        "投入",
        "万元",
        "户的",
        "个项",
        "件全",
        "件均",
    ]
)  # noqa: SIM905


def _pairs(words: str) -> set[str]:
    plain = re.sub(r"[^一-鿿]+", " ", words)
    return {plain[at : at + 2] for at in range(len(plain) - 1) if " " not in plain[at : at + 2]} - _COMMON


# --- all of them, and a rate below a hundred or some left -----------------------------------------------------------

_RATE = lazy.pattern(r"^(?P<what>[一-鿿]{2})率(?:为|达到?|是|仅)?$")
_STILL = lazy.pattern(r"^(?:目前|但)?(?:尚有|还有|仍有|剩余|还剩|尚余|剩)[^，,。；;\d]{0,4}$")
_DONE_LABEL = lazy.pattern(
    rf"(?<![未不])(?:已|均|全部|[一-鿿])*?(?:{_DEED})(?:了|的|到位|完毕)?$|^已[一-鿿]{{2,6}}$"
)
_ALL_OF_WORDS = waiting_for(("率", "尚有", "还有", "仍有", "剩余", "还剩", "尚余"))


def _all_of_them(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「受理37件，办结37件，办结率97.3%」; 「问题21个，已整改21个，尚有4个」."""
    for sentence in passage.once(related_statements):
        for place in range(len(sentence.amounts) - 2):
            whole, done, third = sentence.amounts[place : place + 3]
            if whole.value != done.value or whole.unit != done.unit or whole.about or whole.value < 1:
                continue
            between = sentence.between(done, third)
            if (
                len(between) > _CLOSE
                or re.search("[；;]|其中|上年|结转|去年|新", between)
                or len(sentence.between(whole, done)) > _CLOSE
            ):
                continue
            told = _RATE.match(third.label) if third.unit == "%" else None
            less = told is not None and told["what"] in done.label and third.value < _ALL_PERCENT
            left = (
                third.unit == whole.unit
                and third.value >= 1
                and _STILL.match(third.label)
                and _DONE_LABEL.search(done.label)
            )
            if less or left:
                said = f"{written(whole.value, whole.unit)}都已做完，这里却写「{third.label.strip()}{written(third.value, third.unit)}」，请核对。"
                start = done.start if left else third.start - len(third.label.lstrip())
                yield rule.finding(passage, start, third.end, said)


_CLOSE, _ALL_PERCENT = 16, 99.95

# --- less, and a growth -------------------------------------------------------------------------------------------

_UP, _DOWN = "增长|增加|上升|提高|提升|增幅|多", "减少|下降|降低|回落|下滑|降幅|少|减"
_CHANGE = lazy.pattern(
    rf"^(?:(?:同比|环比|净|又|也|更|却|[比较与](?:上年|去年|上年度|20\d\d年|前年)(?:同期|度)?(?:相比)?|[比较]?同期)[，,]?)*(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|达|为)?$"
)
_CHANGE_WORDS = waiting_for(("增长", "增加", "上升", "提高", "提升", "增幅"))
_SAME_THING = lazy.pattern(r"[，,、（(]?(?:[^，,。；;\d]{0,8}新[高低]|成绩喜人|成效明显)?[，,、（(]?")


def _way(amount: Amount) -> str:
    told = _CHANGE.match(amount.label.strip())
    return "" if told is None else "up" if told["up"] else "down"


def _both_ways(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「比上年减少0.4万吨，增长10%」: one thing that is less and has grown."""
    for sentence in passage.once(related_statements):
        for first, second in pairwise(sentence.amounts):
            ways = _way(first), _way(second)
            if not all(ways) or ways[0] == ways[1] or first.unit == second.unit:
                continue
            between = sentence.between(first, second).removesuffix(second.label.lstrip())
            if {first.unit, second.unit} & {"%", "个百分点"} and _SAME_THING.fullmatch(between):
                start = first.start - len(first.label.lstrip())
                said = "同一件事，一处说减少，一处说增长，请核对。"
                yield rule.finding(passage, start, second.end, said)


_HIGH = lazy.pattern(
    r"(?P<mark>(?:同比|[比较](?:上年|去年)(?:同期)?)(?P<way>下降|减少|降低|回落|下滑)了?\d{1,8}(?:\.\d{1,4})?(?:[%％]|个百分点|[万亿]?[元吨人户件个])[，,、](?:再?创(?:下|造)?(?:了)?历史(?:新高|最高|最好)|创(?:下)?新高|再创新高|实现(?:了)?(?:较快|稳步|快速|大幅)?增长|增势(?:强劲|良好)|稳步增长|持续增长))"
    r"|(?P<mark3>(?:增速|同比|比上半年|比一季度|比上季度|比上月|较上半年|较一季度)[^，,。；;\d]{0,4}(?:回落|放缓|收窄|下降)了?\d{1,3}(?:\.\d{1,2})?个百分点[，,](?:增速|涨幅|升幅)?(?:明显|持续|进一步)?(?:加快|提速|回升|扩大))"
    r"|(?P<mark2>(?:同比|[比较](?:上年|去年)(?:同期)?)(?:增长|增加|上升|提高)了?\d{1,8}(?:\.\d{1,4})?(?:[%％]|个百分点|[万亿]?[元吨人户件个])[，,、](?:呈|且|并|但)?(?:明显|大幅|显著|持续|逐年|不断)(?:下降|减少|下滑|降低|回落))"
)
_HIGH_WORDS = waiting_for(
    ("新高", "历史最高", "历史最好", "增长", "增势", "下降", "减少", "下滑", "降低", "回落", "放缓", "收窄")
)


def _falling_high(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _HIGH_WORDS, _HIGH, 60):
        yield rule.finding(passage, *match.span(), "一面说升、一面说降，前后矛盾，请核对。")


# --- a promise longer than the law ----------------------------------------------------------------------------------

_TERM = r"[：: \t]{{0,3}}(?:为)?(?P<{0}>\d{{1,3}})\s?(?P<{0}unit>个?工作日|日|天|个?自然日|分钟|小时)"
_LEGAL = lazy.pattern("法定(?:办结|办理|审批)?(?:时限|期限|时间)" + _TERM.format("legal"))
_PROMISED = lazy.pattern("承诺(?:办结|办理|审批)?(?:时限|期限|时间)" + _TERM.format("promised"))
_LEGAL_WORDS = waiting_for(("法定办结", "法定期限", "法定时限", "法定办理", "法定审批", "法定时间"))


def _promises(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「法定办结时限：30个工作日；承诺办结时限：45个工作日」."""
    for legal in matches_near(passage, _LEGAL_WORDS, _LEGAL, 30):
        promised = _PROMISED.search(passage.text, legal.end(), min(passage.end, legal.end() + 120))
        if (
            promised
            and promised["promisedunit"].removeprefix("个") == legal["legalunit"].removeprefix("个")
            and int(promised["promised"]) > int(legal["legal"])
        ):
            said = f"承诺时限{promised['promised']}{promised['promisedunit']}比法定时限{legal['legal']}{legal['legalunit']}还长，请核对。"
            yield from apart(rule, passage, legal.span(), promised.span(), said)


# --- not taken, and taken -------------------------------------------------------------------------------------------

_REFUSED = lazy.pattern(
    rf"(?<![是凡])(?:不接受|不受理|不设|不组织|不进行|不采用|不采取|不实行|不再接受|不再组织|不举行|取消)(?P<what>[{HAN}]{{3,8}}?)(?=[，,。；;）)\n])"
)
_REFUSED_WORDS = waiting_for(
    (
        "不接受",
        "不受理",
        "不设",
        "不组织",
        "不进行",
        "不采用",
        "不采取",
        "不实行",
        "不再接受",
        "不再组织",
        "不举行",
        "取消",
    )
)
_TAKEN = r"(?<!不)(?<!不再)(?:采取|采用|实行|进行|组织|接受|设置|举行|通过){what}(?:方式|形式|的方式|的形式|[，,。；;进与和]|$)"


def _refused(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「报名采取网上报名方式」 and 「不接受网上报名」."""
    for match in compared(matches_near(passage, _REFUSED_WORDS, _REFUSED, 24)):
        taken = re.compile(_TAKEN.format(what=re.escape(match["what"])), re.MULTILINE).search(
            passage.text, passage.start, passage.end
        )
        around = _clauses_before(passage, match.start())
        if taken and not re.search("如|若|逾期|凡|其他|原|未按|之外|特殊", around[-20:]):
            said = f"一处说「{taken[0].rstrip('，。；,;')}」，另一处说「{match[0]}」，请核对。"
            yield from apart(rule, passage, taken.span(), match.span(), said)


# --- open on which days ----------------------------------------------------------------------------------------------

_OPEN = lazy.pattern(
    r"(?:办公|工作|开放|受理|服务|办理|接待|对外|窗口)时间[：: ]{0,2}[^。；;\n]{0,12}?(?P<days>(?:周|星期)一(?:至|到|—|-|－|–|~|～)(?:周|星期)?(?P<last>[四五六日天]))"
)
_OPEN_WORDS = waiting_for(("周一", "星期一"))


def _open_days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: re.Match[str] | None = None
    for match in matches_near(passage, _OPEN_WORDS, _OPEN, 50):
        around = passage.text[max(passage.start, match.start() - 12) : match.start()]
        if re.search("夏|冬|窗口|[一-九]月|镇|村|站|厅", around) and first is not None:
            continue
        first = first or match
        if first["last"].replace("天", "日") != match["last"].replace("天", "日"):
            said = f"前面是「{first['days']}」，这里是「{match['days']}」，请核对。"
            yield from apart(rule, passage, first.span("days"), match.span("days"), said)
            return


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "all_and_rest",
        "一处说全部整改、办结、完工，另一处又有几处没有做完。",
        "发现隐患315处，已全部整改到位，剩余28处正在整改中。",
        "发现隐患315处，已整改到位287处，剩余28处正在整改中。",
        Waiting(_ALL_WORDS, _left),
    ),
    _rule(
        "rate_of_all",
        "全部办结，办结率就是100%；全部整改，就没有剩下的。",
        "收到来信37件，办结37件，办结率97.3%。",
        "收到来信37件，办结36件，办结率97.3%。",
        Waiting(_ALL_OF_WORDS, _all_of_them),
    ),
    _rule(
        "less_and_growth",
        "同一件事，先说比上年减少，接着又写增长百分之几。",
        "粮食总产量3.6万吨，比上年减少0.4万吨，增长10%。",
        "粮食总产量3.6万吨，比上年减少0.4万吨，下降10%。",
        Waiting(_CHANGE_WORDS, _both_ways),
    ),
    _rule(
        "fall_to_a_high",
        "下降了却说创新高，增长了却说明显下降。",
        "完成投资12.8亿元，同比下降15.3%，创历史新高。",
        "完成投资12.8亿元，同比增长15.3%，创历史新高。",
        Waiting(_HIGH_WORDS, _falling_high),
    ),
    _rule(
        "promise_beyond_law",
        "承诺办结时限不能比法定办结时限还长。",
        "法定办结时限：30个工作日；承诺办结时限：45个工作日。",
        "法定办结时限：30个工作日；承诺办结时限：15个工作日。",
        Waiting(_LEGAL_WORDS, _promises),
    ),
    _rule(
        "refused_and_taken",
        "一处说采取某种方式，另一处说不接受这种方式。",
        "报名采取网上报名方式进行，不接受网上报名。",
        "报名采取网上报名方式进行，不接受现场报名。",
        Waiting(_REFUSED_WORDS, _refused),
    ),
    _rule(
        "open_days",
        "对外办公的日子，前后说法不同。",
        "办公时间：周一至周五上午8:30—12:00。\n本中心服务时间为周一至周日。",
        "办公时间：周一至周五上午8:30—12:00。\n本中心服务时间为周一至周五。",
        Waiting(_OPEN_WORDS, _open_days),
    ),
)
