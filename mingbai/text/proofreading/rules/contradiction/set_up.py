"""What a text sets up and then breaks: a fourth group of three, tiers that lie over each other, each quarter and one left out, kept five years and destroyed after three, a watcher from among the watched, none taken off and two taken off."""

import re
from collections.abc import Iterator
from itertools import combinations, islice

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import name_at, number_in
from mingbai.text.proofreading.rules._twice import AT_MOST, apart, compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"

# --- a fourth of three ---------------------------------------------------------------------------------------------------

_KINDS = "检查组|督查组|工作组|考评组|小组|组|片区|片|标段|阶段|批次|批"
_PARTED = lazy.pattern(rf"(?:分成?|分为|划分为|成立|组成)(?P<n>{_NUMBER})个?(?P<kind>{_KINDS})(?!织|建|成)")
_PARTED_WORDS = waiting_for(("组", "片", "标段", "阶段", "批"))
_REACH = 500


def _beyond_count(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「分3个组……第四组组长由财政所长担任」."""
    for match in compared(matches_near(passage, _PARTED_WORDS, _PARTED, 24)):
        number = number_in(match["n"])
        kind = match["kind"][-1] if match["kind"][-1] in "组片批" else match["kind"][-2:]
        later = re.compile(rf"第(?P<n>{_NUMBER})(?:检查|督查|工作|考评)?{kind}(?!织|建|成)")
        end = passage.text.find("\n\n", match.end(), min(passage.end, match.end() + _REACH))
        for other in later.finditer(
            passage.text, match.end(), end if end >= 0 else min(passage.end, match.end() + _REACH)
        ):
            told = number_in(other["n"])
            if number and told and number < told <= number + 2:
                said = f"前面说「{match[0]}」，这里却有「{other[0]}」，请核对。"
                yield from apart(rule, passage, match.span(), other.span(), said, doubted="later")
                return


# --- tiers over each other ------------------------------------------------------------------------------------------------

_TIER = lazy.pattern(
    r"(?P<low>\d{1,5})(?:分|万元|元|亩|人|户)?\s?(?:[—–－~～-]|至|到)\s?(?P<high>\d{1,5})(?P<unit>分|万元|元|亩|人|户)(?:的|之间的?)?(?:为|是|评为|属|确定为|按|由|须|需|可)"
    r"|(?P<least>\d{1,5})(?P<unit2>分|万元|元|亩|人|户)(?:及|（含）|\(含\)|含)?以上的?(?:为|是|评为|属|确定为|按|由|须|需|可)"
    r"|(?P<most>\d{1,5})(?P<unit3>分|万元|元|亩|人|户)(?:及|（不含）)?以下的?(?:为|是|评为|属|确定为|按|由|须|需|可)"
)
_TIER_WORDS = waiting_for(
    ("以上为", "以上的", "以上是", "以上评", "以上属", "分为", "元的", "元按", "以下为", "以下的")
)
_INFINITE = 10**6


def _tiers_overlap(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「85分以上为优秀，70分至90分为合格」."""
    found: dict[int, list[tuple[int, int, str, re.Match[str]]]] = {}
    for match in islice(matches_near(passage, _TIER_WORDS, _TIER, 40), AT_MOST * 4):
        unit = match["unit"] or match["unit2"] or match["unit3"]
        low = int(match["low"] or match["least"] or 0)
        high = int(match["high"] or match["most"] or _INFINITE)
        line = passage.text.rfind("\n", passage.start, match.start())
        found.setdefault(line, []).append((low, high, unit, match))
    for tiers in found.values():
        for one, other in combinations(tiers[:_FEW_TIERS], 2):
            between = passage.text[one[3].end() : other[3].start()]
            over = min(one[1], other[1]) - max(one[0], other[0])
            nested = (one[0] <= other[0] and other[1] <= one[1]) or (
                other[0] <= one[0] and one[1] <= other[1]
            )
            if (
                one[2] == other[2]
                and over > 1
                and not nested
                and len(between) < _NEAR
                and "。" not in between
            ):
                said = f"「{one[3][0]}」与「{other[3][0]}」两档有重叠，请核对。"
                yield rule.finding(passage, one[3].start(), other[3].end(), said)
                return


_FEW_TIERS, _NEAR = 5, 40

# --- each of them, and one left out -------------------------------------------------------------------------------------------

_EACH = lazy.pattern(
    rf"(?<!要求)(?<!应)每(?P<per>季度|季|月)(?:末|初|底)?[{HAN}]{{0,6}}?(?P<deed>公布|公开|更新|公示|召开|通报|审核|报送)(?![^，,。；;\n]{{0,10}}(?:要|应))"
)
_EACH_WORDS = waiting_for(("每季", "每月"))
_LEFT_OUT = r"(?:第?[一二三四]季度|(?<!\d)\d{{1,2}}月份?)[^，,。；;\n\d]{{0,4}}(?:未|没有|没|漏|尚未)(?:按[时期])?{deed}"
_FOUND = lazy.pattern("发现|检查|个别|有的|部分|督查|抽查|存在|村[^务]|单位|要|应|如|若")


def _one_left_out(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每季度末公布监督结果，全年公布4次，第三季度未公布」."""
    for match in compared(matches_near(passage, _EACH_WORDS, _EACH, 24)):
        left = re.compile(_LEFT_OUT.format(deed=match["deed"])).search(
            passage.text, match.end(), min(passage.end, match.end() + _REACH // 4)
        )
        if left and not _FOUND.search(passage.text[match.end() : left.start()]):
            said = f"先说「{match[0]}」，又说「{left[0]}」，请核对。"
            yield from apart(rule, passage, match.span(), left.span(), said, doubted="later")


# --- kept so long, destroyed sooner ----------------------------------------------------------------------------------------------

_KEPT = lazy.pattern(
    rf"(?:保存|保管|存档|留存)(?:期限?|时间)?(?:应当?)?(?:不少于|不低于|不得少于|至少|为)(?P<n>{_NUMBER})年"
)
_KEPT_WORDS = waiting_for(("保存", "保管", "存档", "留存"))
_DESTROYED = lazy.pattern(
    rf"(?:满|超过|期满)?(?P<n>{_NUMBER})年(?:后|以上)?的?[，,]?(?:即可|可以?|方可|应当?|予以|进行|统一|集中)*销毁"
)
_OF_OTHERS = lazy.pattern("一般|其他|其余|普通|另外|临时|原始")


def _destroyed_sooner(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「保存期不少于5年，保存满3年即可销毁」."""
    for match in compared(matches_near(passage, _KEPT_WORDS, _KEPT, 30)):
        other = _DESTROYED.search(passage.text, match.end(), min(passage.end, match.end() + 60))
        if not other or _OF_OTHERS.search(passage.text[match.end() : other.start()]):
            continue
        kept, gone = number_in(match["n"]), number_in(other["n"])
        if kept and gone and gone < kept:
            said = f"要保存{match['n']}年，{other['n']}年就销毁，请核对。"
            yield rule.finding(passage, match.start(), other.end(), said)


# --- a watcher from among the watched -----------------------------------------------------------------------------------------------

_BOARD_WORDS = waiting_for(("监督委员会", "监督小组", "监委会", "理财小组"))
_BOARD = lazy.pattern(r"(?:村务|居务|社务)?(?:监督委员会|监督小组|监委会|民主理财小组|理财小组)")
_POSTS = r"{name}(?:同志)?[，,]?(?:同时|还|也|并|兼|现|又|系|是)*(?:任|担任|为|是|兼任|兼)?(?:本)?(?:村|社区|居)?(?:社区)?(?:村委会|居委会|村民委员会|居民委员会|党支部|党总支|村委|“?两委”?)(?:副主任|主任|委员|副书记|书记|成员|会计|出纳|文书)"
_WATCHER = lazy.pattern(r"(?:主任|组长|委员|成员)(?:由|为|是|[：:])?(?:居民代表|村民代表|党员|群众代表)?")


def _from_the_watched(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「监督委员会主任由居民代表宋桂兰担任，宋桂兰同时为社区居委会副主任」."""
    for board in compared(matches_near(passage, _BOARD_WORDS, _BOARD, 16)):
        stop = passage.text.find("。", board.end(), min(passage.end, board.end() + 90))
        end = stop if stop >= 0 else min(passage.end, board.end() + 90)
        for post in _WATCHER.finditer(passage.text, board.end(), end):
            name = name_at(passage, post.end())
            told = (
                re.compile(_POSTS.format(name=re.escape(name))).search(
                    passage.text, post.end(), min(passage.end, end + 60)
                )
                if name
                else None
            )
            if told and not re.search("不得|原|曾", passage.text[post.end() : told.end()]):
                said = f"{name}既在监督机构任职，又「{told[0]}」，村（居）委会成员不得兼任，请核对。"
                yield rule.finding(passage, *told.span(), said)
                return


# --- none, and so many -----------------------------------------------------------------------------------------------------------------

_NONE = lazy.pattern(
    r"(?:^|(?<=[，,。；;：:\n]))(?:全年|本年度?|今年)?(?:均|都)?(?:无|没有|不存在|未出现|未发生)(?P<what>扣分|加分|投诉|举报|超期|逾期|违规|异议|上访|返工|退件|差评|积压|拖欠|处分|事故|越级上访|重复信访)(?:项|情况|问题|现象|记录|事项|件)?[，,。；;]"
)
_NONE_WORDS = waiting_for(("无", "没有", "不存在", "未出现", "未发生"))


def _none_and_some(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「无扣分项。公开档案不齐全扣2分」."""
    for match in compared(matches_near(passage, _NONE_WORDS, _NONE, 24)):
        what = match["what"]
        some = (
            rf"{what[0]}了?[1-9]\d{{0,2}}(?:\.\d)?分"
            if what in {"扣分", "加分"}
            else rf"{what}[^，,。；;\n\d]{{0,6}}[1-9]\d{{0,3}}(?:件|起|次|人|批|项|个)"
        )
        stop = passage.text.find("\n", match.end(), min(passage.end, match.end() + 80))
        end = stop if stop >= 0 else min(passage.end, match.end() + 80)
        other = re.compile(some).search(passage.text, match.end(), end)
        if other and not re.search("如|若|凡|每|去年|上年|则|应", passage.text[match.end() : other.start()]):
            said = f"先说「{match[0].strip('，,。；;')}」，又说「{other[0]}」，请核对。"
            yield rule.finding(passage, match.start(), other.end(), said)


_SOME_OF_IT = lazy.pattern(
    r"(?:收到|接到|发生|受理|提出)(?P<what>异议|投诉|举报|上访|事故|质疑|反映)[^，,。；;\n\d]{0,4}(?P<n>[1-9]\d{0,3})(?:件|起|次|人|批|条)(?P<gap>[^\n]{0,40}?)(?P<none>(?:公示期间?|期间|全年|均|始终)(?:均|都)?(?:无任何|没有任何|未收到任何|无|没有|未收到|未接到)(?P=what))"
)
_SOME_WORDS = waiting_for(("异议", "投诉", "举报", "上访", "事故", "质疑", "反映"))


def _some_and_none(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「收到异议1件，公示期间无任何异议」."""
    for match in matches_near(passage, _SOME_WORDS, _SOME_OF_IT, 80):
        if not re.search("复核|再次|重新|核实后|第二|二次|除|其他|解释后", match["gap"]):
            said = f"先说有{match['what']}{match['n']}件，又说「{match['none']}」，请核对。"
            yield rule.finding(passage, *match.span(), said)


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "some_and_then_none",
        "先写收到异议、投诉几件，接着又说期间没有。",
        "收到异议1件，公示期间无任何异议。",
        "收到异议1件，复核后再次公示，公示期间无任何异议。",
        Waiting(_SOME_WORDS, _some_and_none),
    ),
    _rule(
        "beyond_the_count",
        "说分三个组，后面却有第四组。",
        "检查分3个组进行。第一组组长由胡建平担任，第四组组长由财政所长担任。",
        "检查分3个组进行。第一组组长由胡建平担任，第三组组长由财政所长担任。",
        Waiting(_PARTED_WORDS, _beyond_count),
    ),
    _rule(
        "tiers_overlap",
        "等次、金额的两档互相重叠。",
        "85分以上为优秀，70分至90分为合格，70分以下为不合格。",
        "85分以上为优秀，70分至85分为合格，70分以下为不合格。",
        Waiting(_TIER_WORDS, _tiers_overlap),
    ),
    _rule(
        "each_but_one",
        "说每季度公布，又说某一季度没有公布。",
        "每季度末公布监督结果，全年公布4次，第三季度未公布。",
        "每季度末公布监督结果，全年公布4次，第三季度公布较晚。",
        Waiting(_EACH_WORDS, _one_left_out),
    ),
    _rule(
        "destroyed_sooner",
        "规定保存几年，却写不到年限就可以销毁。",
        "院务公开资料保存期不少于5年，保存满3年即可销毁。",
        "院务公开资料保存期不少于5年，保存满5年方可销毁。",
        Waiting(_KEPT_WORDS, _destroyed_sooner),
    ),
    _rule(
        "watcher_from_the_watched",
        "村（居）务监督机构的人，又是村（居）委会的成员。",
        "居务监督委员会主任由居民代表宋桂兰担任，宋桂兰同时为社区居委会副主任。",
        "居务监督委员会主任由居民代表宋桂兰担任，李春梅为社区居委会副主任。",
        Waiting(_BOARD_WORDS, _from_the_watched),
    ),
    _rule(
        "none_and_so_many_points",
        "先说没有扣分、没有投诉，紧接着又写扣几分、几件。",
        "扣分情况：无扣分项。公开档案不齐全扣2分。",
        "扣分情况：无扣分项。公开档案齐全。",
        Waiting(_NONE_WORDS, _none_and_some),
    ),
)
