"""Marks that official writing would not set where they stand, told by all that stands around them (`mingbai.text.marks`)."""

from collections.abc import Callable, Iterator

from mingbai.text import lazy
from mingbai.text.edges import shipped as shipped_edges
from mingbai.text.marks import NONE, Spot, shipped, spots
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Faint, Passage, Rule
from mingbai.text.proofreading.rules._knowledge import is_quoted
from mingbai.text.proofreading.rules.web.residue import is_wrapped
from mingbai.text.records import record

# How much more must speak for another mark than for the one that stands there. Of 391,000 characters of good papers that were not
# fitted some fifteen places in 100,000 reach it; the readers' own slips of the kind reach it at every second place.
_LIMITS = {
    ("、", "，"): 5.6,
    ("、", NONE): 5.6,
    ("，", "、"): 4.4,
    ("，", NONE): 4.6,
    ("，", "："): 6.0,
    ("。", "，"): 6.0,
    ("。", "、"): 6.2,
    ("。", NONE): 6.2,
    ("；", "，"): 6.2,
    ("；", "、"): 6.2,
    ("；", NONE): 6.2,
    ("；", "。"): 6.6,
}
# A place that lacks no more than this is a weak doubt: of the slips of such marks twice as many lie within it, and in 45,000
# characters of good papers that were not fitted some forty places. Each step towards the limit makes it so much likelier.
_NEARLY = {"、": 2.6, "，": 2.6, "；": 3.0, "。": 3.0}
_BY_STEP = 0.7
_TWO_DEEDS, _SECOND_DEED, _IN_LIST, _LESS, _MORE = 4.2, 4.6, 3.9, 1.4, 1.2
# A shorter line is a heading, and one that ends in no mark a row of a table.
_LINE = 9
# No listing is looked over farther than this on either side.
_REACH = 300
_ENDS = "。；：，！？、”）"
_HAN = lazy.pattern("[一-鿿《“〈‘0-9A-Za-z]")
_HEADED = lazy.pattern(
    r"\s*(?:[一二三四五六七八九十]{1,2}是|其[一二三四次]|第[一二三四五]|再次|最后|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[.．、）)]|第[一二三四五六七八九十]+[条章])"
)
_ITEM = lazy.pattern(
    r"[（(]?[一二三四五六七八九十\d]{1,2}(?:[）)．.、]|是|要)|[①-⑳]|第[一二三四五六七八九十]|其[一二三四五次]|首先|再次|最后"
)
_OPENS = lazy.pattern(
    "(?:为|自|在|通过|随着|对|由于|因|如|若|凡|只[有要]|虽|尽管|不[仅但论]|无论|既|除|根据|按照?|依[照据]|结合|围绕|针对|经|鉴于|关于|本着|当)|.*[后时中下上前来间外内]$"
)
# A clause is set beside another on purpose that has the same word, 「不搞评比、不要求……」; a condition is not.
_SAME, _OTHER, _CONDITIONS = "又也不无没未谁有一少对把年以促省", ("其余", "另"), "对在由如凡按根为经于当因"


@record
class _Doubt:
    start: int
    written: str
    better: str
    # How much less speaks for the other mark than must for a hint.
    lacks: float


def _doubts(passage: Passage) -> tuple[_Doubt, ...]:
    if passage.once(is_wrapped):
        return ()
    found = []
    for offset, line in passage.prose:
        if len(line) >= _LINE and line[-1] in _ENDS and "\t" not in line and "|" not in line:
            found += [doubt for spot in spots(line) if (doubt := _doubt(offset, line, spot))]
    return tuple(found)


def _doubt(offset: int, line: str, spot: Spot) -> _Doubt | None:
    """What mark should stand there, or NONE, and how far it is from being told; nothing where the one that stands may."""
    if spot.written not in _NEARLY:
        return None
    better, more = shipped().better(spot)
    limit = _limit(spot, better)
    if limit is None or limit - more > _NEARLY[spot.written] or _may_stand(line, spot, better):
        return None
    return _Doubt(offset + spot.offset, spot.written, better, limit - more)


def _limit(spot: Spot, better: str) -> float | None:
    pair = spot.written, better
    limit = _LIMITS.get(pair)
    if limit is None:
        return None
    if pair == ("、", "，") and shipped_edges().is_verb(spot.right[:2]):
        # 「健全制度、明确专人」 and 「公布清单、接受监督」: two deeds.
        return _TWO_DEEDS if shipped_edges().is_verb(spot.left[:2]) else _SECOND_DEED
    if pair == ("，", "、") and "、" in spot.before + spot.behind:
        return _IN_LIST
    if spot.written == "。":
        if spot.before not in "^。":
            return limit + _MORE
        # One clause alone is half a sentence if it opens as an adverbial does.
        return limit - _LESS if _OPENS.match(spot.left) else limit
    return limit


def _may_stand(line: str, spot: Spot, better: str) -> bool:
    after = line[spot.offset + 1 :]
    if not _HAN.match(after) or _ITEM.match(after) or not _HAN.match(line[spot.offset - 1]):
        # Beside a bracket what matters is what stands in it.
        return line[spot.offset - 1] not in "”》’％%" or not _HAN.match(after) or bool(_ITEM.match(after))
    return _OF_MARK[spot.written](line, spot, better)


def _may_pause(_: str, spot: Spot, better: str) -> bool:
    left, right = spot.left, spot.right
    if better == NONE:
        return len(left) == 1 or spot.behind == "、" and len(right) == len(left)
    if right.startswith(_OTHER) or right[0] in _SAME and (right[0] in left or left[0] == "既"):
        return True
    alike = left[0] not in _CONDITIONS and (len(left) == len(right) or left[-1] == right[-1])
    # 「生产线4条、库房76座」
    figures = "0" in left[-2:] and "0" in right[-3:]
    return alike or spot.before == "、" or (figures and not shipped_edges().is_verb(right[:2]))


def _may_part(_: str, spot: Spot, better: str) -> bool:
    return better == NONE and len(spot.left) <= 2 and len(spot.right) <= 2


def _may_stop(line: str, spot: Spot, _: str) -> bool:
    # The first sentence of a numbered paragraph is its heading, and so is what stands behind 「一是」.
    begins = line.rfind("。", 0, spot.offset) + 1
    return spot.before in "^。" and _HEADED.match(line, begins) is not None


def _may_part_items(line: str, spot: Spot, _: str) -> bool:
    low, high = max(0, spot.offset - _REACH), min(len(line), spot.offset + _REACH)
    begins = max(low - 1, *(line.rfind(stop, low, spot.offset) for stop in "。：")) + 1
    ends = min((at for stop in "。：" if (at := line.find(stop, spot.offset, high)) >= 0), default=high)
    return line.count("；", begins, ends) > 1


_OF_MARK = {"、": _may_pause, "，": _may_part, "。": _may_stop, "；": _may_part_items}


def _telling(mark: str) -> Callable[[Rule, Passage], Iterator[Finding]]:
    def find(rule: Rule, passage: Passage) -> Iterator[Finding]:
        for doubt in passage.once(_doubts):
            end = doubt.start + 1
            if doubt.written != mark or is_quoted(passage.text, doubt.start, end):
                continue
            if doubt.better == NONE:
                said, suggestion = f"这里一般不用标点，「{mark}」疑为多余。", "删去"
            else:
                said, suggestion = f"这里的「{mark}」似应改为「{doubt.better}」。", doubt.better
            found = rule.finding(passage, doubt.start, end, said, suggestion=suggestion)
            if doubt.lacks <= 0:
                yield found
            else:
                passage.faint.append(Faint(-_BY_STEP * doubt.lacks, found))

    return find


RULES = (
    Rule(
        name="punctuation.unlike_pause",
        category="punctuation_misuse",
        severity="info",
        explain="顿号用在并列的词语之间。两个分句之间、状语后面、动词和宾语之间用了顿号，多半是误用。依据是公文里这样的字前后通常用什么标点。",
        fires="各社区安排专人负责公示栏更新、做到每月至少更换一次。",
        passes="各社区安排专人负责公示栏更新，做到按时、准确、完整。",
        find=_telling("、"),
    ),
    Rule(
        name="punctuation.unlike_comma",
        category="punctuation_misuse",
        severity="info",
        explain="并列的词语之间用了逗号，或者动词和宾语、介词和宾语之间多了逗号。依据是公文里这样的字前后通常用什么标点。",
        fires="公示的内容包括村集体资产，资源、资金的处置情况。",
        passes="公示的内容包括村集体资产、资源、资金的处置情况，每季度更新一次。",
        find=_telling("，"),
    ),
    Rule(
        name="punctuation.unlike_stop",
        category="punctuation_misuse",
        severity="info",
        explain="话没有说完就用了句号：前面只是状语或者条件，后面才是主句。依据是公文里这样的字前后通常用什么标点。",
        fires="随着公开工作的深入。群众的满意度不断提高。",
        passes="随着公开工作的深入，群众的满意度不断提高。全镇现有公开栏15个。",
        find=_telling("。"),
    ),
    Rule(
        name="punctuation.unlike_semicolon",
        category="punctuation_misuse",
        severity="info",
        explain="句子里没有并列的分句，却用了分号。依据是公文里这样的字前后通常用什么标点。",
        fires="在公开形式上；我们采取了多种方式。",
        passes="在公开形式上，我们采取了多种方式。村里的事由村民议；镇里的事由代表议。",
        find=_telling("；"),
    ),
)
