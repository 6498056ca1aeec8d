"""What is said twice in two ways: a fact counted twice, all of them and fewer, places listed, articles, outcomes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import one_slip_apart
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._parsing import STOP
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.structure import in_chinese
from mingbai.text.proofreading.triggers import matches_near, prose_with, waiting_for

_UNITS = "人次|条次|期次|件|条|份|次|期|场|个|项|篇|户|名|人|起|处|家|块|册|批"
_FURTHER = lazy.pattern(rf"、([^\d、]{{2,10}})(\d{{1,6}})({_UNITS})")
_ALL_OF = lazy.pattern(
    rf"(?P<all>\d{{1,6}})(?P<unit>{_UNITS})(?P<between>[^。；;\d]{{0,14}}?)(?:全部|均已|都已|全都)[^，,。；;\d]{{1,8}}?(?P<some>\d{{1,6}})(?P=unit)"
)
_ALL_WORDS = waiting_for(("全部", "均已", "都已", "全都"))
# The longest of the patterns here is shorter.
_REACH = 120
_NUMERAL = "[二两三四五六七八九十]|[2-9]"
_LOCATED = lazy.pattern(
    rf"(?P<count>(?<![第\d十]){_NUMERAL})(?P<unit>处|个|块|所|家|名|座|种|类|项)[^，,。；;\d、]{{0,8}}[，,：:]?分别(?:位于|设在|设置在|坐落在|设于|在|是|为|由)(?P<list>[^，,。；;\n\d“”]{{4,80}}){STOP}"
)
_LOCATED_AT = waiting_for(("分别",))
_CHAPTERS = lazy.pattern(
    r"《(?P<name>办法|细则|规定|条例|制度|方案|规则|意见)》[^。；;《\n]{0,6}(?:共|分为|分|有)?(?:[一二三四五六七八九十\d]{1,3}章[，,、]?)(?:共|计)?(?P<count>[一二三四五六七八九十百]{1,5}|\d{1,3})条"
)
_ARTICLE = "《{name}》第(?P<number>[一二三四五六七八九十百]{{1,5}}|\\d{{1,3}})条"
_CHAPTER_WORDS = waiting_for(("章",))
_TRIAL = lazy.pattern(
    r"试用期(?![满后])[^。；;\n]{0,24}?(?P<first>\d{3,6})元[^。；;\n]{0,12}?(?:试用期满后?|期满后?|转正后?)[^。；;\d\n]{0,14}(?P<later>\d{3,6})元"
)
_TRIAL_WORDS = waiting_for(("试用期",))
_OUTCOME = lazy.pattern(
    r"(?P<what>予以公开|部分公开|不予公开|无法提供|不予处理)(?P<gap>[^，,。；;、\d：:\n]{0,6})(?P<number>\d{1,5})件"
)
_OUTCOMES = waiting_for(("予以公开", "部分公开", "不予公开", "无法提供", "不予处理"))
_OTHER_TIME = lazy.pattern("上年(?!度?结转)|去年|往年|历年|同期|上半年|下半年|季度|月|各[乡镇县]|全县|全市")
_YEAR = lazy.pattern(r"(20\d\d)年")
_VERB = {
    "公开": "公开",
    "公布": "公开",
    "发布": "公开",
    "发放": "发放",
    "印发": "印发",
    "召开": "召开",
    "举办": "举办",
    "开展": "开展",
    "张贴": "张贴",
    "制作": "制作",
    "聘请": "聘请",
    "接待": "接待",
    "化解": "化解",
    "调解": "调解",
    "编发": "编发",
    "报送": "报送",
    "排查": "排查",
    "培训": "培训",
    "办理": "办理",
    "受理": "受理",
    "征集": "征集",
}
# One of two totals says so next to its verb.
_TOTAL_SIGNS = ("共", "累计", "共主动")
_COUNTED_WORDS = waiting_for(tuple(sign + verb for sign in _TOTAL_SIGNS for verb in _VERB))
_COUNTED = lazy.pattern(
    rf"(?P<clause>[^。；;，,：:、\n]{{0,16}}?)(?P<verb>{'|'.join(_VERB)})了?(?P<what>[^。；;，,：:、\n\d]{{2,14}}?)(?P<number>\d{{1,6}})(?P<unit>{_UNITS})(?P<more>(?:、[^。；;，,：:、\n\d]{{2,10}}\d{{1,6}}(?:{_UNITS})){{0,4}})"
)
_WHOLE = lazy.pattern("全年|共|累计|总|一年来|今年以来")
_PARTIAL = lazy.pattern(
    "通过|利用|其中|网站|平台|专栏|公众号|微信|微博|公开栏|季度|上半年|下半年|\\d月|以来历年|去年|上年|分别|每|各[村镇乡部单站所]|另|还|再|计划|不少于|拟|将|村|社区|学校|全县|全市|全区|新增|截至"
)
_CHANNEL = lazy.pattern("(?:通过|利用|借助|在)[^，,。]{0,12}(?:网|平台|栏|微|广播|渠道|屏|系统|大厅)")
_FILLER = lazy.pattern(
    "全年|一年来|今年以来|累计|总计|共计|[各]?类|各种|各项|宣传|主动|政府|有关|相关|我[镇乡县局]|[共了等的]"
)
_VILLAGES = lazy.pattern(
    r"(?:下辖|辖|全[镇乡县](?:共有?|有)?)(?P<number>\d{1,3})个(?P<what>行政村|社区|村)(?![组小民])"
)
_HISTORY, _TOLD_BEFORE = (
    lazy.pattern(
        "合并|撤并|并入|撤乡|撤镇|当时|解放|建国|(?:成立|建乡|建镇)时|(?:19|20)\\d\\d年(?:以前|之前|前)"
    ),
    60,
)
_VILLAGE_WORDS = waiting_for(("辖", "全镇", "全乡", "全县"))
_TELEPHONE = lazy.pattern(
    r"(?P<label>监督|举报|投诉|咨询|受理|值班|联系|办公|预约|报名|服务|业务|救援|报修)(?:举报|投诉)?电话(?:号码)?(?:为|是)?[:： ]{0,2}(?P<number>(?:0\d{2,3}-?)?[2-9]\d{6,7})(?!\d)"
)
_TELEPHONES = waiting_for(("电话",))


def _all_and_fewer(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _ALL_WORDS, _ALL_OF, _REACH):
        everything, some = int(match["all"]), int(match["some"])
        if some < everything and not re.search("其中|[，,]共|每", match[0]):
            said = f"一共{everything}{match['unit']}，写的是「全部」，却只有{some}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


def _located(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _LOCATED_AT, _LOCATED, _REACH):
        listed, announced = match["list"], number_in(match["count"]) or 0
        least = listed.count("、") + 1
        most = least + len(re.findall("和|与|及", listed))
        if least <= announced <= most or "等" in listed or match["count"] in listed or least > announced + 4:
            continue
        said = f"前面说{in_chinese(announced)}{match['unit']}，后面最多列出{most}{match['unit']}，请核对。"
        yield rule.finding(passage, *match.span(), said)


def _articles(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A text said to have twenty-eight articles, and its thirtieth."""
    for match in compared(matches_near(passage, _CHAPTER_WORDS, _CHAPTERS, _REACH)):
        last = number_in(match["count"])
        cited = re.compile(_ARTICLE.format(name=re.escape(match["name"])))
        for article in compared(cited.finditer(passage.text, passage.start, passage.end)):
            number = number_in(article["number"])
            if last and number and number > last:
                said = f"《{match['name']}》说是共{last}条，却引用第{number}条，请核对。"
                yield from apart(rule, passage, article.span(), match.span(), said)


def _trial(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _TRIAL_WORDS, _TRIAL, _REACH):
        if int(match["later"]) < int(match["first"]):
            said = f"试用期{match['first']}元，期满后反而只有{match['later']}元，请核对。"
            yield rule.finding(passage, *match.span(), said)


def _other_time(passage: Passage, clause: str) -> bool:
    """Whether the words speak of another time than the document's year."""
    own = str(passage.document.year or "")
    return _OTHER_TIME.search(clause) is not None or any(year != own for year in _YEAR.findall(clause) if own)


def _outcomes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「无法提供1件」 in the overview and 「无法提供0件」 in the section."""
    first: dict[str, tuple[int, re.Match[str]]] = {}
    for place in prose_with(passage, _OUTCOMES):
        _, line = passage.prose[place]
        if len(_OUTCOME.findall(line)) < 2:
            continue
        offset = passage.prose[place][0]
        for match in _OUTCOME.finditer(line):
            sentence = re.split("[。；;]", line[: match.start()])[-1]
            if _other_time(passage, sentence):
                continue
            there = first.setdefault(match["what"], (offset, match))
            if there[0] != offset and int(there[1]["number"]) != int(match["number"]):
                said = f"前面说{match['what']}{there[1]['number']}件，这里说{match['number']}件，请核对。"
                here = (offset + match.start(), offset + match.end())
                other = (there[0] + there[1].start(), there[0] + there[1].end())
                yield from apart(rule, passage, here, other, said)


class Counted(NamedTuple):
    """A thing counted for the whole of the time: where, what, how many."""

    place: tuple[int, int]
    key: tuple[str, str, str]
    number: int
    called_total: bool


def _counted(passage: Passage) -> Iterator[Counted]:
    for offset, line in passage.prose:
        for match in _COUNTED.finditer(line):
            before = line[: match.end("clause")]
            words = re.split("[。；;，,]", before)[-1] + match["verb"] + match["what"]
            if _CHANNEL.search(re.split("[。；;]", before)[-1]):
                continue
            if not _WHOLE.search(words) or _PARTIAL.search(words) or _other_time(passage, words):
                continue
            further = _FURTHER.findall(match["more"])
            what, number = _FILLER.sub("", match["what"]), int(match["number"])
            if further and all(unit == match["unit"] and name[-2:] == what[-2:] for name, _, unit in further):
                what, number = what[-2:], number + sum(int(one) for _, one, _ in further)
            span = (offset + match.start("verb"), offset + match.end())
            yield Counted(
                span,
                (_VERB[match["verb"]], what, match["unit"]),
                number,
                match["clause"].endswith(_TOTAL_SIGNS),
            )


def _counted_twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: dict[tuple[str, str, str], Counted] = {}
    for one in _counted(passage):
        there = first.setdefault(one.key, one)
        if there.number != one.number and (one.called_total or there.called_total):
            verb, what, unit = one.key
            said = f"前面{verb}{what}是{there.number}{unit}，这里是{one.number}{unit}，请核对。"
            yield from apart(rule, passage, one.place, there.place, said)


def _is_history(passage: Passage, told: re.Match[str]) -> bool:
    """「2014年原西坪乡并入，合并后的东山镇辖26个行政村」 is what once was."""
    line = passage.text.rfind("。", max(passage.start, told.start() - _TOLD_BEFORE), told.start()) + 1
    return _HISTORY.search(passage.text, max(line, told.start() - _TOLD_BEFORE), told.start()) is not None


def _villages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: dict[tuple[str, str], re.Match[str]] = {}
    for match in matches_near(passage, _VILLAGE_WORDS, _VILLAGES, _REACH):
        level = "县" if match[0].startswith("全县") else ""
        there = first.setdefault((level, match["what"]), match)
        if there["number"] != match["number"] and not any(
            _is_history(passage, one) for one in (there, match)
        ):
            said = f"前面说「{there[0]}」，这里说「{match[0]}」，请核对。"
            yield from apart(rule, passage, match.span(), there.span(), said)


def _telephones(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The same telephone with one figure changed; offices with two lines give quite different ones, or neighbours."""
    seen: dict[str, list[re.Match[str]]] = {}
    for match in matches_near(passage, _TELEPHONES, _TELEPHONE, _REACH):
        number = match["number"].replace("-", "")
        for there in seen.setdefault(match["label"], []):
            other = there["number"].replace("-", "")
            if number != other and number[:-1] != other[:-1] and one_slip_apart(float(number), float(other)):
                said = f"{match['label']}电话前面是{there['number']}，这里是{match['number']}，请核对。"
                yield from apart(rule, passage, there.span(), match.span(), said)
                break
        seen[match["label"]].append(match)


RULES = (
    Rule(
        name="contradiction.all_and_fewer",
        category="internal_contradiction",
        severity="warning",
        explain="写了「全部」，后面的件数却比前面少。",
        fires="下发整改通知书6份，已全部整改到位5份。",
        passes="下发整改通知书6份，已全部整改到位。",
        find=Waiting(_ALL_WORDS, _all_and_fewer),
    ),
    Rule(
        name="contradiction.located",
        category="internal_contradiction",
        severity="warning",
        explain="说有几处、几个，「分别位于」后面就要列出几处。",
        fires="校内设公开栏3处，分别位于教学楼大厅和行政楼一楼，每周更新。",
        passes="校内设公开栏2处，分别位于教学楼大厅和行政楼一楼，每周更新。",
        find=Waiting(_LOCATED_AT, _located),
    ),
    Rule(
        name="contradiction.articles",
        category="internal_contradiction",
        severity="warning",
        explain="前面说文件共几条，后面引用的条款不能超出。",
        fires="《办法》共六章二十八条。违反《办法》第三十条规定的，限期改正。",
        passes="《办法》共六章三十二条。违反《办法》第三十条规定的，限期改正。",
        find=Waiting(_CHAPTER_WORDS, _articles),
    ),
    Rule(
        name="contradiction.trial_pay",
        category="internal_contradiction",
        severity="warning",
        explain="试用期满后的工资比试用期还低，多半写反了。",
        fires="试用期2个月，每月2800元，试用期满后每月2600元。",
        passes="试用期2个月，每月2600元，试用期满后每月2800元。",
        find=Waiting(_TRIAL_WORDS, _trial),
    ),
    Rule(
        name="contradiction.outcomes",
        category="internal_contradiction",
        severity="info",
        explain="公开申请各类处理结果的件数，前后说法不同。",
        fires="予以公开2件、无法提供1件。\n办理结果：予以公开2件，无法提供0件。",
        passes="予以公开2件、无法提供1件。\n办理结果：予以公开2件，无法提供1件。",
        find=Waiting(_OUTCOMES, _outcomes),
    ),
    Rule(
        name="contradiction.counted_twice",
        category="internal_contradiction",
        severity="warning",
        explain="同一件事全年的总数，前后说法不同。分渠道、分时段的不算。",
        fires="共发放资料2400份。\n全年共发放各类宣传资料2800份。",
        passes="共发放资料2400份。\n全年共发放各类宣传资料2400份，其中上半年发放资料1000份。",
        find=Waiting(_COUNTED_WORDS, _counted_twice),
    ),
    Rule(
        name="contradiction.villages",
        category="internal_contradiction",
        severity="warning",
        explain="全镇、全乡有几个村，前后说法不同。",
        fires="我镇下辖12个行政村。\n公开栏覆盖全镇13个行政村。",
        passes="我镇下辖12个行政村、2个社区。\n公开栏覆盖全镇12个行政村。",
        find=Waiting(_VILLAGE_WORDS, _villages),
    ),
    Rule(
        name="contradiction.telephone",
        category="internal_contradiction",
        severity="warning",
        explain="同一种电话前后只差一个数字，多半有一处写错。",
        fires="监督电话：0564-3281234。\n监督电话：0564-3218234。",
        passes="监督电话：0564-3281234，咨询电话：0564-3281235。\n监督电话：0564-3281234。",
        find=Waiting(_TELEPHONES, _telephones),
    ),
)
