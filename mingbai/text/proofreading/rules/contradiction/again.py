"""A number of things told again: more than all of them, another number of all, all done and some not."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, Statement, statements, with_label, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, given, warning_of
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_UNITS = frozenset("个 户 家 所 名 项 件 条 期 次 场 处 块 辆 座 人 台 支 份 篇".split())  # noqa: SIM905
_AFTER = lazy.pattern(
    r"(?:的)?(?P<noun>[一-鿿]{2,8}?)(?=[，,。；;：:、（(\n的中均都全已共里和与及进设建实推配开落参完逐签]|$)"
)
# No ending is made of others, 共有 of 共 and 有: a row of them would be read in as many ways as it could be cut.
_BEFORE = lazy.pattern(r"(?P<noun>[一-鿿]{2,12})(?:[共有为达]|合计|总计|分为)*$")
_CLASSES = lazy.pattern(r"\d{1,2}大?类")
_VERBS = lazy.pattern(
    "^.*(?:公开|发布|召开|举办|开展|受理|收到|办理|组织|印发|发放|投入|检查|排查|接待|新建|建成|建设|完成|聘请|编印|张贴|更新|答复|整改|化解|审核|进驻|大厅|明确|梳理|公布|设立|设置|配备|现有|共有|全县|全镇|全乡|全区|全市|全村|全校|主动|设有?|有|共|在|对|与|为|的|了|等|和|及)"
)
_WHOLE = lazy.pattern(
    r"(?:全[镇乡县市区村校局院街部][道]?|所有|全部|仅|只有?|仅有|辖区?|下辖|上述|以上|这|\d大类)(?:[有共下辖的]|举办|召开|开展|组织|制定|配备|设立|公开|\d大类)*$"
)
_PARTIAL = lazy.pattern(
    "其中|新增|原有?|上年|去年|往年|合并|撤|调整|试点|先后|选取|抽|走访|部分|第|每|计划|重点|另|示范|改造|余|除|季度|上半年|下半年|\\d月|再|又|还|各|拟|将|不少于|不超过|至少|以上|增加|减少|分别|平均|占|结转|由|从|同期|尚|未|剩|涉及|通过|利用|累计|次年|本次|此次|首批|前[三两几]|有的|多数|少数|对口|帮扶|第[一二三]"
)
_SHORTEST = 3
_PLACES = ("行政村", "社区", "村民小组", "居民小组", "自然村", "乡镇", "司法所", "窗口")
_NOUN = 4


class Told(NamedTuple):
    """So many of a thing: the noun, the figure, the words before it in its clause, its sentence."""

    noun: str
    amount: Amount
    before: str
    sentence: Statement

    @property
    def span(self) -> tuple[int, int]:
        return with_label(self.amount)


def _mentions(passage: Passage) -> list[Told]:
    found = []
    for sentence in passage.once(statements):
        for one in sentence.amounts:
            if one.unit not in _UNITS or one.about or one.value < 1 or one.chinese:
                continue
            label = _CLASSES.sub("", one.label)
            rest = sentence.words[one.end - sentence.start :]
            after, before = _AFTER.match(rest), _BEFORE.search(label)
            nouns = [after["noun"] if after else ""]
            if before:
                nouns += [_VERBS.sub("", before["noun"]), before["noun"][-_NOUN:]]
            found += [
                Told(noun, one, label.removesuffix(noun), sentence)
                for noun in dict.fromkeys(nouns)
                if len(noun) > 1
            ]
    return found


def by_noun(passage: Passage) -> dict[tuple[str, str], list[Told]]:
    """What is told of more than once, with several values."""
    table: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in passage.once(_mentions):
        table[one.noun, one.amount.unit].append(one)
    return {key: told for key, told in table.items() if len({one.amount.value for one in told}) > 1}


def is_partial(passage: Passage, one: Told) -> bool:
    """Whether the words before say that it is a part, of another time, or one of two things counted together."""
    own = str(passage.document.year or "")
    years = re.findall(r"(20\d\d)年", one.before)
    joined = one.before.endswith(("、", "和", "及")) or passage.text[: one.amount.start].endswith(
        ("、" + one.noun, "和" + one.noun)
    )
    return joined or _PARTIAL.search(one.before) is not None or any(year != own for year in years)


def _whole_twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「脱贫户312户」 and 「全乡302户脱贫户」: two numbers of all, one of which says that it is."""
    for (noun, _), told in passage.once(by_noun).items():
        if len(told) != 2 or len(noun) < _SHORTEST or told[0].sentence is told[1].sentence:
            continue
        first, second = told
        if noun.endswith(_PLACES):
            continue  # these have their own rule
        marked = [one for one in told if _WHOLE.search(one.before)]
        if not marked or any(is_partial(passage, one) for one in told):
            continue
        # A lesser number that does not say so may be of some of them.
        if len(marked) == 1 and marked[0].amount.value > min(one.amount.value for one in told):
            continue
        if _level(first) != _level(second) and _level(first) and _level(second):
            continue
        said = f"{noun}前面是{written(first.amount.value, first.amount.unit)}，这里是{written(second.amount.value, second.amount.unit)}，请核对。"
        yield from apart(rule, passage, first.span, second.span, said, doubted="later")


def _level(one: Told) -> str:
    named = re.search("全([镇乡县市区村校])", one.before)
    return named[1] if named else ""


# --- more than all --------------------------------------------------------------------------------------------

_ALL_OF = lazy.pattern(
    r"(?P<scope>全[镇乡街村校县区]道?|下辖|辖区?(?:内)?有?)(?:共有?|现有|有)?(?P<number>\d{1,4})个(?P<what>行政村|村民小组|自然村|居民小组|社区|村|网格|乡镇)(?![级委民务、及和])"
)
_ANY_OF = r"(?<![第\d.])(?P<number>\d{{1,4}})个{what}(?![级委民务组、及和])"
_ALL_WORDS = waiting_for(("全镇", "全乡", "全街道", "全村", "全校", "全县", "全区", "下辖", "辖"))
_ELSEWHERE = lazy.pattern(
    "全[县市省国]|各[县市]|外|邻|累计|以前|原|合并|调整|曾|20\\d\\d年|目标|计划|个次|去年|上年|增设|新"
)


def _more_than_all(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全乡12个村」 and 「已有13个村建成」."""
    for whole in compared(matches_near(passage, _ALL_WORDS, _ALL_OF, 30)):
        number = int(whole["number"])
        for some in re.finditer(_ANY_OF.format(what=whole["what"]), passage.body):
            start, end = passage.start + some.start(), passage.start + some.end()
            if not number < int(some["number"]) <= 2 * number or whole.start() <= start < whole.end():
                continue
            clause = re.split("[，,。；;\n]", passage.text[max(passage.start, start - 24) : start])[-1]
            if _ELSEWHERE.search(clause) or _PARTIAL.search(clause.replace("其中", "")):
                continue
            said = f"一共{whole['number']}个{whole['what']}，这里却是{some['number']}个，请核对。"
            yield from apart(rule, passage, whole.span(), (start, end), said)
            return


# --- all done, and some not -----------------------------------------------------------------------------------

_DONE = "办结|答复|回复|采纳|整改|解决|完成|落实|公开|拆除|缴纳|签订|建成|验收|竣工"
_ALL_DONE = lazy.pattern(
    rf"(?P<what>[一-鿿]{{2}})(?P<all>\d{{1,5}})(?P<unit>件|条|个|户|处|起|项|名|份|家)[，,]?(?:均?已经?|目前已?)?(?:全部|均已|全都|均)(?:已|予以|得到|按期|按时)?(?P<done>{_DONE})"
)
_ALL_DONE_WORDS = waiting_for(("全部", "均已", "全都", "均"))
_NOT_DONE = r"(?:尚|还|仍|另)?有[1-9]\d{{0,4}}{unit}[^。；;，,\n\d]{{0,12}}?(?:未|没有|尚未|仍未|正在){done}"
_SOME_DONE = r"[^未不没分]{done}了?(?P<some>[1-9]\d{{0,4}}){unit}"
_OTHER_TIME = lazy.pattern("去年|上年|往年|历年|上半年|季度|截至\\d{1,2}月|20\\d\\d年")


def _all_and_left(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「来信86件，已全部办结」 and, elsewhere, 「尚有9件来信未办结」 or 「其中采纳14件」."""
    for match in compared(matches_near(passage, _ALL_DONE_WORDS, _ALL_DONE, 40)):
        if _OTHER_TIME.search(passage.text, max(passage.start, match.start() - 14), match.start()):
            continue
        words = {"unit": match["unit"], "done": match["done"]}
        left = lazy.compile_now(_NOT_DONE.format(**words)).search(passage.text, match.end(), passage.end)
        if (
            left
            and match["what"] in left[0] + passage.text[max(passage.start, left.start() - 12) : left.start()]
        ):
            said = f"前面说{match['all']}{match['unit']}全部{match['done']}，这里说「{left[0]}」，请核对。"
            yield from apart(rule, passage, match.span(), left.span(), said)
            continue
        some = lazy.compile_now(_SOME_DONE.format(**words)).search(
            passage.text, match.end(), min(passage.end, match.end() + 24)
        )
        between = passage.text[match.end() : some.start()] if some else ""
        if some and int(some["some"]) < int(match["all"]) and not re.search(r"[；;\d]", between):
            said = f"前面说{match['all']}{match['unit']}全部{match['done']}，这里只有{some['some']}{match['unit']}，请核对。"
            yield from apart(rule, passage, match.span(), some.span(), said)


# --- none made, and some of them ------------------------------------------------------------------------------

_NONE_MADE = lazy.pattern(
    r"(?P<verb>制发|制定|出台|印发|收到|新收|受理|召开|举办|发生|组织|开展)(?:的)?(?P<what>[一-鿿]{2,10}?)(?:为)?0(?:件|次|起|份|场|项|条)"
)
_NONE_WORDS = waiting_for(tuple(f"0{unit}" for unit in "件次起份场项条"))


def _none_made(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「制发规范性文件0件」 and 「对制发的2件规范性文件同步解读」."""
    for match in compared(matches_near(passage, _NONE_WORDS, _NONE_MADE, 40)):
        own = re.compile(
            rf"{match['verb']}的?[^。；;，,\n\d]{{0,6}}(?:(?<!\d)[1-9]\d{{0,4}}[件次起份场项条]{match['what']}|{match['what']}(?<!\d)[1-9]\d{{0,4}}[件次起份场项条])"
        )
        for some in own.finditer(passage.text, passage.start, passage.end):
            clause = re.split(
                "[。；;\n]", passage.text[max(passage.start, some.start() - 20) : some.start()]
            )[-1]
            if not _OTHER_TIME.search(clause) and not re.search("累计|现行|历年|全县|计划|拟", clause):
                said = f"一处说「{match[0]}」，另一处说「{some[0]}」，请核对。"
                first_place, other_place = match.span(), some.span()
                yield from apart(rule, passage, first_place, other_place, said)
                break


# 「收到公开申请0件，均已按时答复」: all of none.
_ALL_OF_NONE = lazy.pattern(
    r"(?:(?:收到|受理|接到|接收|发生)[^，,。；;\n\d]{0,20}0[件次起份条项宗]|(?:未|没有|无)(?:收到|受理|接到|接收|发生)[^，,。；;\n\d]{0,14}?(?:申请|申请公开|依申请公开|投诉|信访件?|信访事项|复议|诉讼|举报|案件|提案|议案|来信))(?:情况)?[，,。；;](?:并|且)?"
    r"(?P<mark>(?:均|全部|都)(?:已|能|做到|在|按|予以|依法|及时|得到)[^，,。；;\n]{0,14}?(?:答复|办结|回复|处理|办理|调处|化解|处置)[^，,。；;\n]{0,8}|其中[^，,。；;\n\d]{0,10}[1-9]\d{0,3}[件次起份条项宗][^，,。；;\n]{0,12})"
)


def _all_of_none(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in _ALL_OF_NONE.finditer(passage.text, passage.start, passage.end):
        if not passage.in_web_residue(match.start()):
            said = f"前面说一件也没有，这里却说「{match['mark']}」，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对件数，或删去后一句")


_ALL_OF_NONE_WORDS = waiting_for(
    ("其中", *(f"{all_}{how}" for all_ in ("均", "全部", "都") for how in ("已", "能", "做到", "在", "按", "予以", "依法", "及时", "得到")))
)  # fmt: skip

_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "whole_told_twice",
        "同一样东西一共多少，前后两个数不同，其中一处写明「全镇」「仅」。",
        "全乡共有脱贫户312户。\n对全乡302户脱贫户逐户核实。",
        "全乡共有脱贫户312户。\n走访脱贫户302户。",
        given(by_noun, _whole_twice),
    ),
    _rule(
        "more_than_all",
        "全镇一共几个村、几个社区，别处的数不能比它还多。",
        "在全乡12个村推行阳光村务，已有13个村建成规范化公开栏。",
        "在全乡12个村推行阳光村务，已有11个村建成规范化公开栏。",
        Waiting(_ALL_WORDS, _more_than_all),
    ),
    _rule(
        "all_and_left",
        "前面说全部办结、全部采纳，后面又有未办结的，或者只采纳了几件。",
        "受理群众来信86件，已全部办结。\n局长信箱尚有9件来信未办结。",
        "受理群众来信86件，已全部办结。\n局长信箱尚有9条留言未公开。",
        Waiting(_ALL_DONE_WORDS, _all_and_left),
    ),
    _rule(
        "none_made",
        "一处写制发、受理0件，另一处又写制发、受理了几件。",
        "本年制发规范性文件0件。\n对制发的2件规范性文件同步发布解读。",
        "本年制发规范性文件0件。\n对现行有效的2件规范性文件进行了清理。",
        Waiting(_NONE_WORDS, _none_made),
    ),
    _rule(
        "all_of_none",
        "前面说收到0件、没有收到，紧接着却说均已答复、全部办结。",
        "全年收到依申请公开0件，均已按时答复。",
        "全年收到依申请公开2件，均已按时答复。未收到举报，信访事项均已办结。",
        Waiting(_ALL_OF_NONE_WORDS, _all_of_none),
    ),
)
