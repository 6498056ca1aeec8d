"""What is turned round: the hard case that gets the shorter term, a condition with the opposite act, a rise that is called a fall, the watched that watch."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules._twice import compared
from mingbai.text.proofreading.rules._universal import letters_of, sentence_at
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- the hard case in less time ----------------------------------------------------------------------------------------

_TERM = r"(?P<{n}>\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})个?(?P<{u}>工作日|自然日|日历日|天|日|小时|月)"
_ORDINARY = lazy.pattern(_TERM.format(n="n", u="u") + "(?:(?<=工作日)|(?<=小时)|之?内|以内)")
_HARD_WORDS = waiting_for(
    (
        "特殊",
        "复杂",
        "疑难",
        "延长",
        "不能按期",
        "因故",
        "确需",
        "紧急",
        "急件",
        "简单",
        "简易",
        "加急",
        "特急",
    )
)
_HARD = lazy.pattern(
    r"(?P<case>特殊(?:情况|原因|事项|问题|案件)|(?:情况|案情|问题|事项|内容)(?:比较|较为|特别|较)?(?:复杂|特殊|疑难)|(?:较为|特别|较)?(?:复杂|疑难)(?:的|事项|问题|情况|案件|信访|诉求|投诉|申请|件|办件|业务)|不能按期[^，,。；;\n]{0,6}|因故[^，,。；;\n]{0,6})"
    r"(?P<gap>[^。；;\n\d]{0,30}?)" + _TERM.format(n="m", u="v")
)
_EASY = lazy.pattern(
    r"(?P<case>(?:特别|特)?(?:紧急|加急)(?:的|事项|问题|情况|诉求|件)|急件|特急件|(?:简单|简易)(?:的|事项|问题|案件|诉求))(?P<gap>[^。；;\n\d]{0,20}?)"
    + _TERM.format(n="m", u="v")
)
_MORE = lazy.pattern(
    "(?:延长|顺延|推迟|延期|增加)[^，,]{0,9}$|(?:提前|前|满|申请|报|每|(?<!不)(?<!不得)(?<!不能)超过)[^，,不]{0,6}$"
)
_AHEAD = lazy.pattern("提前|告知|说明|通知|申请延期|报告|请示|再|先行|先期|初步")
_BACK = 60


def _hard_in_less(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「7个工作日内办结，特殊情况不超过5个工作日」."""
    for pattern, sign in ((_HARD, 1), (_EASY, -1)):
        for match in compared(matches_near(passage, _HARD_WORDS, pattern, 60)):
            ordinary = _before(passage, match)
            if (
                ordinary is None
                or _MORE.search(match["gap"])
                or _AHEAD.search(passage.text[ordinary.end() : match.end()])
            ):
                continue
            first, second = number_in(ordinary["n"]), number_in(match["m"])
            if first and second and _unit(ordinary["u"]) == _unit(match["v"]) and (first - second) * sign > 0:
                said = f"一般的是{ordinary[0]}，「{match['case']}」反而是{match[0].removeprefix(match['case'] + match['gap'])}，长短写反了，请核对。"
                yield rule.finding(passage, ordinary.start(), match.end(), said)


def _unit(word: str) -> str:
    return "日" if word in {"天", "日", "自然日", "日历日"} else word


def _before(passage: Passage, match: re.Match[str]) -> re.Match[str] | None:
    """The term of the ordinary case: the last one before in the same sentence, or in the one before it."""
    low = max(passage.start, match.start() - _BACK)
    low = max(low, passage.text.rfind("\n", low, match.start()) + 1)
    told = list(_ORDINARY.finditer(passage.text, low, match.start()))
    words = passage.text[told[-1].start() : match.start()] if told else ""
    return told[-1] if told and words.count("。") + words.count("；") < 2 else None


# --- a condition with the opposite act --------------------------------------------------------------------------------

_AT_ONCE = "当场|当日|当天|即时|立即|马上|现场|及时"
_SLOWLY = "限期|延期|定期|不予|暂缓|另行|逐步|择期|改日"
_PAPERS = "材料|资料|手续|要件|证件|条件|申请材料|申报材料"
_REFUSED = (
    "不予(?:受理|办理|批准|通过|登记|公开|发放|答复)|不受理|不办理|予以退回|退回|拒绝受理|拒绝办理|驳回"
)
_TAKEN = "(?:予以|给予|直接|立即|当场|马上|及时|即时)(?:受理|办理|办结|批准|通过|登记|发放|发证|公开|公示|审批|核准)"
_TURNED = lazy.pattern(
    rf"(?P<mark>(?<!不)能够?(?P<how>{_AT_ONCE})(?P<deed>[{HAN}]{{2}})的[，,]?(?:事项|问题)?(?:要|应|可|则)?(?:{_SLOWLY})[{HAN}]{{0,4}})"
    rf"|(?P<mark2>不能(?P<how2>{_AT_ONCE})(?P<deed2>[{HAN}]{{2}})的[，,]?(?:要|应|则)?(?P=how2)(?P=deed2))"
    rf"|(?P<mark3>(?:{_PAPERS})(?:齐全|齐备|完备|完整|符合[{HAN}]{{2,6}}|具备)[{HAN}、]{{0,10}}的?[，,](?:窗口|一律|均|应|应当|当场|将|要)*(?:{_REFUSED}))"
    rf"|(?P<mark4>(?:{_PAPERS})(?:不齐全?|不全|不完备|不完整|不符合?[{HAN}]{{0,6}}|不具备)[{HAN}、]{{0,6}}的?[，,](?:窗口|一律|均|应|应当|要|当场|立即|马上)*(?:{_TAKEN})(?!容缺))"
    r"|(?P<mark5>(?<![不未])(?:属于|符合)(?:主动)?公开(?:范围|条件)的[^，,。]{0,6}[，,](?:一律|均|应当?)?不予公开)"
    r"|(?P<mark6>(?:不属于|不符合)(?:主动)?公开(?:范围|条件)的[^，,。]{0,6}[，,](?:一律|均|应当?)?(?:予以|主动|及时)公开)"
    r"|(?P<mark7>(?<![不非])(?:属于国家秘密|涉及国家秘密|涉密|涉及商业秘密和个人隐私)的[^，,。]{0,6}[，,](?:一律|均|应当?)?(?:予以|主动|及时)公开)"
    r"|(?P<mark8>(?<!不)合格的[，,](?:一律|均|应当?|要)?(?:责令整改|限期整改|退回|予以淘汰|取消|不予[一-鿿]{2}))"
    r"|(?P<mark9>不合格的[，,](?:一律|均|应当?|要)?(?:予以(?:通过|录用|聘用|验收|发证|表彰|奖励)|准予[一-鿿]{2}))"
    r"|(?P<mark10>(?<![无没])有异议的[，,](?:经[^，,]{2,8}[，,])?(?:直接|立即|当场|予以|即可|及时)?(?:上报|发放|审批|批准|公布|签订|办理)(?!.{0,6}复核))"
    r"|(?P<mark11>(?:无|没有)异议的[，,](?:要|应|应当|由[^，,]{2,10})?(?:重新(?:评议|核实|调查|公示|审核)|取消[一-鿿]{2}|不予[一-鿿]{2}))"
)
_TURNED_WORDS = waiting_for(
    (
        "能当",
        "能即",
        "能立",
        "能马",
        "能现",
        "能及",
        "能够",
        "齐全",
        "齐备",
        "完备",
        "完整",
        "符合",
        "具备",
        "不齐",
        "不全",
        "属于",
        "涉密",
        "涉及",
        "合格的",
        "异议的",
    )  # fmt: skip
)


def _condition_turned(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「能当场答复的限期答复」, 「资料齐全的，当场不予受理」."""
    for match in matches_near(passage, _TURNED_WORDS, _TURNED, 60):
        said = f"「{match[0]}」：条件与做法对不上，疑写反了，请核对。"
        if not re.search(
            "不得|严禁|禁止|杜绝|防止|避免", sentence_at(passage, match.start(), match.end())[0]
        ):
            yield rule.finding(passage, match.start(), match.end(), said)


# --- a rise that is called a fall ------------------------------------------------------------------------------------------

_UP, _DOWN = "增加|上升|增长|提高|提升|多", "下降|减少|降低|回落|少"
_CHANGE = lazy.pattern(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?P<n>\d[\d.,]{{0,9}})(?:个百分点|%|％|人次|万元|[一-鿿]{{1,2}})?(?:[（(][^（）()\n]{{0,16}}[）)])?[，,](?P<subject>[{HAN}]{{2,10}}?)(?:明显|有所|大幅|显著|持续|逐年|进一步|稳步|略有|大大|不断|呈|连续[一-鿿]年)(?:呈现?)?(?:(?P<up2>上升|增加|增长|提高|提升|攀升)|(?P<down2>下降|减少|降低|回落|下滑))(?=[，,。；;的\n趋])"
)
_CHANGE_WORDS = waiting_for(("明显", "有所", "大幅", "显著", "持续", "逐年", "进一步", "稳步", "略有", "大大", "不断", "呈", "连续"))  # fmt: skip
_MEASURES = lazy.pattern("(?:总?人数|总?数量?|总?量|情况|率)$")


def _rise_and_fall(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「同比上升了2.4个百分点，药占比明显下降」: of one thing, where all that names it stands before the figure."""
    for match in compared(matches_near(passage, _CHANGE_WORDS, _CHANGE, 60)):
        before = sentence_at(passage, match.start(), match.start())[0]
        named = _MEASURES.sub("", letters_of(match["subject"])) or match["subject"]
        if bool(match["up"]) == bool(match["down2"]) and _in_order(named, before):
            turned = match["up"] or match["down"], match["up2"] or match["down2"]
            said = f"先说{turned[0]}，后说{turned[1]}，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said)


def _in_order(letters: str, words: str) -> bool:
    at = 0
    for letter in letters:
        at = words.find(letter, at) + 1
        if not at:
            return False
    return len(letters) > 1


# --- the watched that watch --------------------------------------------------------------------------------------------------

_WATCH_WORDS = waiting_for(("监督", "监察小组", "理财小组", "考评小组", "核查小组", "本人负责", "自己负责"))
_WATCHERS = lazy.pattern(
    rf"(?:监督(?:领导小组|检查小组|小组|委员会|组)|监察小组|理财小组|考评小组|核查小组)[，,（(]?(?:的)?(?:组长|主任)?(?:仍|也|还|均)?[，,]?(?:由|为|是|[：:])(?P<who>[{HAN}]{{2,12}}?)(?:同志)?(?:兼任|担任|兼|任)?(?:组长|主任)?(?=[，,。；;）)\n、])"
    rf"|(?:监督(?:领导小组|检查小组|小组|委员会|组)|监察小组|理财小组|考评小组|核查小组)[，,](?:组长|主任)(?:由|为|[：:])(?P<who2>[{HAN}]{{2,12}}?)(?:同志)?(?:兼任|担任|兼|任)?(?=[，,。；;）)\n])"
    rf"|(?:成立|设立?)了?[{HAN}]{{0,8}}(?:监督|监察|考评)(?:小组|组|委员会)[，,]由(?P<who3>[{HAN}]{{2,12}}?)(?:同志)?(?:兼任|担任|任)(?:组长|主任)"
)
_LEADER = lazy.pattern(
    rf"领导小组[，,]?(?:由|以)?(?P<head>[{HAN}]{{2,12}}?)(?:同志)?(?:担任|任|为)组长|领导小组[，,]?组长(?:由|为|[：:])(?P<head2>[{HAN}]{{2,12}}?)(?:同志)?(?:担任|任|兼任)?(?=[，,。；;）)\n])"
)
_ON_HIMSELF = lazy.pattern(
    rf"对(?P<one>[{HAN}]{{2,8}}?)的(?:日常)?(?:考核|监督|审计|评议|检查|审核|考评)(?:工作)?[，,]?由(?P=one)(?:本人|自己|自行)?(?:负责|组织|承担|实施|进行)"
)
_FEWEST = 3


def _watched_watch(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「院长黄海涛任组长；设监督小组，组长由黄海涛院长兼任」."""
    heads = [
        match["head"] or match["head2"]
        for match in _LEADER.finditer(passage.text, passage.start, passage.end)
    ]
    for match in compared(matches_near(passage, _WATCH_WORDS, _WATCHERS, 50)):
        who = match["who"] or match["who2"] or match["who3"]
        if "领导小组" in match[0].replace("监督领导小组", "") or "副" in who:
            continue
        if any(_same_person(who, head) for head in heads):
            said = f"「{match[0]}」：领导小组组长又当监督的组长，自己监督自己，请核对。"
            yield rule.finding(passage, *match.span(), said)
    for match in matches_near(passage, _WATCH_WORDS, _ON_HIMSELF, 40):
        yield rule.finding(passage, *match.span(), f"「{match[0]}」：不能由本人考核、监督本人，请核对。")


def _same_person(one: str, other: str) -> bool:
    """Whether two ways of naming somebody share a post or a name: 「院长黄海涛」 and 「黄海涛院长」."""
    if one == other:
        return True
    pieces = {one[at : at + _FEWEST] for at in range(len(one) - _FEWEST + 1)}
    return any(piece in other for piece in pieces if not re.search("[书记镇乡校院局县区][长记]|主任", piece))


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "hard_case_in_less",
        "特殊、复杂的情况给的时间反而短，紧急、简单的反而长。",
        "署名投诉7个工作日内办结并反馈，特殊情况不超过5个工作日。",
        "署名投诉5个工作日内办结并反馈，特殊情况不超过7个工作日。",
        Waiting(_HARD_WORDS, _hard_in_less),
    ),
    _rule(
        "condition_turned",
        "条件与做法写反了：能当场答复的限期答复，资料齐全的不予受理。",
        "对群众反映的问题，能当场答复的限期答复，不能当场答复的当场说明。",
        "对群众反映的问题，能当场答复的当场答复，不能当场答复的限期答复。",
        Waiting(_TURNED_WORDS, _condition_turned),
    ),
    _rule(
        "rise_called_fall",
        "同一项数字先说上升，接着又说下降。",
        "药品收入占业务收入的比例为43.8%，同比上升了2.4个百分点，药占比明显下降。",
        "群众满意度上升2.4个百分点，投诉量明显下降。",
        Waiting(_CHANGE_WORDS, _rise_and_fall),
    ),
    _rule(
        "watched_that_watch",
        "领导小组组长又兼任监督小组组长，自己监督自己。",
        "成立院务公开领导小组，院长黄海涛任组长；设监督小组，组长由黄海涛院长兼任。",
        "成立院务公开领导小组，院长黄海涛任组长；设监督小组，组长由工会主席赵敏兼任。",
        Waiting(_WATCH_WORDS, _watched_watch),
    ),
)
