"""A sentence that stands alone in another trade: 「新建5G基站32座」 in a hospital's summary, where title, headings and neighbours speak of none.

Every sentence of a paper is read for the trades that its people, things, deeds and measures belong to (data/trades.json). The
paper's own trades are those of its title, unit, headings and those spoken of again and again. What another trade says once, with no word
of the paper's own beside it and nothing that ties it to the paper (「联合」, 「公示」, a list of many fields), is pasted.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._frames import any_of
from mingbai.text.proofreading.rules._knowledge import Entry, anchored, hint_of, kept_of
from mingbai.text.proofreading.rules._lexicon import KeptWords, Words
from mingbai.text.proofreading.rules._speaker import in_quotes, matter_of, title_of
from mingbai.text.proofreading.rules.topic.deed import is_of_one_matter, keeps_to_its_trade, may_be_judged
from mingbai.text.proofreading.rules.topic.sentence import REMEDY, home_words, strange_sentence

# A word that only the trade has weighs as two that stand beside it.
_SURE, _BESIDE = 2, 1
_LONG_WORD = 4
# A sentence or a deed needs so much, another clause so much.
_NEEDED, _TOGETHER, _IN_SHORT_CLAUSE = 3, 4, 4
# In a longer sentence all strange trades together.
_MUCH = 5
# So many sentences elsewhere may speak of the trade; in more than so many it is the paper's.
_ELSEWHERE, _OWN_FROM = 1, 4
_LONGEST, _MIDDLING, _SHORT, _LISTED = 70, 40, 20, 2
# What a body of one trade makes known of another's must be told by so many words, and so plainly.
_WORDS_OF_IT, _MADE_KNOWN = 2, 5
# A town's paper that touches so many trades in passing is on all of them.
_BROAD, _MANY_WORDS = 12, 3
# Rules and offers name who and what they are for, of whatever trade.
_OF_CONDITIONS = frozenset({"normative_document", "announcement", "list", "interpretation"})
_OF_WHAT_WAS_DONE = frozenset({"work_summary", "self_check", "work_plan", "annual_report"})
# More of them are no slip.
_AT_MOST = 2
_SENTENCE = lazy.pattern(r"[^。；;！？!?\n]+[。；;！？!?]?")
_TITLES = lazy.pattern("《[^《》\n]{2,60}》")
_CLAUSE = lazy.pattern(r"[^，,：:。；;！？!?]+")
_HEADED = lazy.pattern(
    r"[ \u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]是|第[一二三四五六七八九十]{1,3}[条章])+[ \u3000]*"
)
_HEADING = 16
# What ties a sentence on another trade to the paper: others who do it together, a visit, a part of a whole.
_TIED = lazy.pattern(
    "等可|等应|同(?:安排|部署|检查|考核|落实)|可在|类[、，。]|类最多|从[^，。]{1,6}看|联合|会同|配合|协同|协助|协调|邀请|对接|聘请|借助|依托|服务于|[请由与和向为][^。，]{0,12}(?:局|所|院|队|部门|站|中心|村委会|公司|单位|办)|部门|走进|深入|走访|慰问"
    "|进(?:学校|校园|社区|企业|农村|机关|军营|家庭|村|户)|其中|老年人|残疾人|优先|免费|减免|优惠|减半|第三方|评出|不参加|不享受|不列入|不纳入|除外|沿线|两侧|周边|典型|法治|遇到?有?[^，]{0,4}(?:风|雨|雪|中考|高考)|^凭|^凡|^持|^问|因病|因学|因灾|受[^。，]{0,6}影响|期间|为契机|时段|行业|群体|等[^。，]{0,8}(?:工作|方面|内容|领域|问题|事项|信息|政策|场所|人员|单位|任务|力量|渠道)"
)
# What is made known, paid for, asked or taught is the paper's matter whatever it names.
_TOLD_OF = lazy.pattern(
    "公开(?!课)|公示|公布|发布|上墙|公告|信息|宣传|解读|咨询|目录|清单|栏目|专栏|补贴|补助|经费|诉求|反映|投诉|建议(?!设)|领域|事项|情况|方面|讲座|课堂|涉及|包括|座谈|监督员|旁听|普法|热线|评议|例如|比如|案例|答复|申请|网站|公众号|问卷|来电|来信|窗口|办结"
)
_PUBLISHED = lazy.pattern("公开(?!课)|公示|公布|发布|信息")
_DEED = lazy.pattern(
    "(?:进一步|不断|切实|全面|继续|持续|努力|着力|大力|扎实|认真|积极|严格|深入|有效|及时|坚决|合理|依法|要|将|并)?(?:提高|提升|加强|强化|推进|推动|落实|减轻|规范|改善|优化|加大|加快|实施|打造|严厉打击|打击|查处|整治|淘汰|推广|使用|扩大|发展|培育|做好|抓好|开展|组织|防治|杜绝|严禁|清理|降低|控制|为)"
)


class Trades:
    """All words, each with the trades it tells of and how plainly."""

    def __init__(
        self, words: KeptWords, home: dict[str, str], headed: dict[str, str], common: frozenset[str]
    ) -> None:
        self.words = Words.unkept(*words)
        self.home = {trade: lazy.pattern(one) for trade, one in home.items()}
        # As `home`, without the single characters that stand in any heading: 「展」 in 「开展」.
        self.headed = {trade: lazy.pattern(one) for trade, one in headed.items()}
        # What every body does beside its trade.
        self.common = common


@dataclass(slots=True)
class Said:
    """What one stretch of text says: how much of each trade, and the words that only a trade has."""

    start: int
    end: int
    numbered: bool
    weight: Counter[str]
    sure: Counter[str]


def _trades(rows: Sequence[Entry]) -> tuple[KeptWords, dict[str, str], dict[str, str], frozenset[str]]:
    """Plain values for `Trades`."""
    meant: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        for key, weight in (("sure", _SURE), ("words", _BESIDE)):
            for word in row[key].split():
                # A longer one says more: 「能繁母猪」, 「入党积极分子」.
                more = weight == _SURE and len(word) >= _LONG_WORD
                meant.setdefault(word, []).append((row["trade"], weight + more))
    return (
        Words.of(meant).kept(),
        {row["trade"]: any_of(row["home"].split()).pattern for row in rows},
        {
            row["trade"]: any_of([word for word in row["home"].split() if len(word) > 1]).pattern
            for row in rows
        },
        frozenset(row["trade"] for row in rows if row.get("common")),
    )


def _read(trades: Trades, words: str, start: int, *, numbered: bool = False) -> Said:
    weight, sure = Counter[str](), Counter[str]()
    # Names of laws and papers say on what it stands, not what is done.
    for word in {word for _, word in trades.words.leftmost(_TITLES.sub("", words))}:
        for trade, much in trades.words.meaning(word):
            weight[trade] += much
            sure[trade] += much >= _SURE
    return Said(start, start + len(words), numbered, weight, sure)


@dataclass(slots=True)
class Told:
    """What the sentences say, the paper's own trades, and how many sentences tell of each."""

    sentences: list[Said]
    own: set[str]
    often: Counter[str]


def told_by(passage: Passage) -> Told:
    trades = kept_of(passage, ("trades",), _trades, Trades)
    sentences = list(_sentences(trades, passage))
    own = _own_trades(trades, passage, matter_of(passage), sentences)
    often = Counter(trade for one in sentences for trade, sure in one.sure.items() if sure)
    return Told(sentences, own, often)


def _lone(rule: Rule, passage: Passage) -> Iterator[Finding]:
    # Rules that a school or a bureau lays down for itself are on its own work.
    own_rules = passage.document.kind == "normative_document" and keeps_to_its_trade(passage)
    if (passage.document.kind in _OF_CONDITIONS and not own_rules) or not may_be_judged(passage):
        return
    told: Told = passage.once(told_by)
    broad = len(told.often) > _BROAD
    if broad and not keeps_to_its_trade(passage):
        return
    title, trades = matter_of(passage), kept_of(passage, ("trades",), _trades, Trades)
    met = [
        span
        for place, one in enumerate(told.sentences)
        if (span := _foreign(trades, passage, one, told.own, told.often))
        and not _has_company(told.sentences, place, span[2], told.own)
        and (not broad or _is_plain(one, told))
    ]
    # A paper with many of them is one on many fields.
    for start, end, trade in met if len(met) <= _AT_MOST else ():
        said = f"这里讲的像是{trade}方面的事，与「{title.strip()[:24]}」的标题、层次和上下文都不合，疑为误贴的其他材料。"
        found = rule.finding(passage, start, end, said, suggestion=REMEDY)
        named = _read(trades, passage.text[start:end], start).sure[trade]
        plain = named >= _WORDS_OF_IT and keeps_to_its_trade(passage)
        yield from strange_sentence(passage, found, plain=plain)


def _is_plain(one: Said, told: Told) -> bool:
    """Whether a sentence is so much of other trades, and not at all of the paper's, that even a paper that touches many has it from elsewhere."""
    strange = [trade for trade in one.sure if _is_strange(trade, told.own, told.often)]
    sure = sum(one.sure[trade] for trade in strange)
    own = sum(one.sure[trade] for trade in told.own)
    return sure >= _MANY_WORDS * (1 + own)


def _published(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「公开优质高中指标到校分配方案」 among what a bureau of water makes known."""
    if not keeps_to_its_trade(passage) or not may_be_judged(passage):
        return
    told, title = passage.once(told_by), matter_of(passage)
    if len(told.often) > _BROAD:
        return
    met = [
        (one, trade)
        for place, one in enumerate(told.sentences)
        if (trade := _makes_known(passage, one, told))
        and not _has_company(told.sentences, place, trade, told.own)
    ]
    for one, trade in met if len(met) == 1 else ():
        said = f"这里公开的像是{trade}方面的事，与「{title.strip()[:24]}」的单位不合，疑为套用别的单位的材料没有改净。"
        yield rule.finding(passage, one.start, one.end, said, suggestion="删去，或改为本单位的内容")


def _makes_known(passage: Passage, one: Said, told: Told) -> str | None:
    text = passage.text[one.start : one.end]
    if told.own & set(+one.sure) or not _PUBLISHED.search(text):
        return None
    may = {
        trade
        for trade, sure in one.sure.items()
        if sure >= _WORDS_OF_IT and _is_strange(trade, told.own, told.often)
    }
    trade = _told(_PUBLISHED.sub("", text), one, may)
    if trade is None or 2 * one.sure[trade] <= one.sure.total() or in_quotes(passage, one.start):
        return None
    return trade if one.weight[trade] >= _MADE_KNOWN else None


def _has_company(sentences: list[Said], place: int, trade: str, own: set[str]) -> bool:
    """Whether a sentence beside it that is the paper's own speaks of the trade as well."""
    beside = (*sentences[max(place - 1, 0) : place], *sentences[place + 1 : place + 2])
    return any(one.weight[trade] and (not one.sure[trade] or own & set(one.weight)) for one in beside)


def _sentences(trades: Trades, passage: Passage) -> Iterator[Said]:
    # Without a title the first line is the paper's own already.
    for offset, line in passage.prose[bool(title_of(passage)) :]:
        for match in _SENTENCE.finditer(line):
            headed = _HEADED.match(match[0])
            skipped = headed.end() if headed else 0
            yield _read(trades, match[0][skipped:], offset + match.start() + skipped, numbered=skipped > 0)


def _own_trades(trades: Trades, passage: Passage, title: str, sentences: list[Said]) -> set[str]:
    """Those of the title and the unit, of headings, and those spoken of again and again."""
    home = home_words(passage, title)
    own = {trade for trade, words in trades.home.items() if words.search(home)}
    if not is_of_one_matter(passage, title):
        own |= trades.common
    often = Counter[str]()
    for one in sentences:
        named = [trade for trade, sure in one.sure.items() if sure]
        often.update(named)
        # A short article of rules is no heading: 「第六条 科任教师对实验课安全负责。」
        article = passage.document.kind == "normative_document" and passage.text[one.end - 1] == "。"
        if one.end - one.start <= _HEADING and one.numbered and not article:
            said = passage.text[one.start : one.end]
            own.update(named)
            own.update(trade for trade, words in trades.headed.items() if words.search(said))
    return own | {trade for trade, count in often.items() if count >= _OWN_FROM}


def _foreign(
    trades: Trades, passage: Passage, one: Said, own: set[str], often: Counter[str]
) -> tuple[int, int, str] | None:
    """The sentence, or the clause of it, that speaks of a trade which is not the paper's."""
    strange = {trade for trade, sure in one.sure.items() if sure and _is_strange(trade, own, often)}
    if not strange or in_quotes(passage, one.start):
        return None
    text = passage.text[one.start : one.end]
    if not own & set(+one.sure) and (trade := _told(text, one, strange)):
        if len(text) <= _MIDDLING:
            enough = one.weight[trade] >= _NEEDED or _are_together(passage, one, strange)
        else:
            enough = sum(one.weight[other] for other in strange) >= _MUCH
        if enough:
            return one.start, one.end, trade
    for match in _CLAUSE.finditer(text):
        clause = _read(trades, match[0], one.start + match.start())
        if own & set(+clause.sure) or not (trade := _told(match[0], clause, strange)):
            continue
        is_deed = _DEED.match(match[0]) is not None
        if clause.weight[trade] >= (_NEEDED if is_deed else _IN_SHORT_CLAUSE) and (
            is_deed or len(match[0]) <= _SHORT
        ):
            return clause.start, clause.end, trade
    return None


def _are_together(passage: Passage, one: Said, strange: set[str]) -> bool:
    """Whether a sentence of a report names two things of other trades, though each but once: 「草莓大棚滴灌设备全部安装到位」."""
    return (
        passage.document.kind in _OF_WHAT_WAS_DONE
        and sum(one.weight[other] for other in strange) >= _TOGETHER
        and sum(one.sure[other] for other in strange) > 1
    )


def _is_strange(trade: str, own: set[str], often: Counter[str]) -> bool:
    return trade not in own and often[trade] <= _ELSEWHERE + 1


def _told(text: str, said: Said, strange: set[str]) -> str | None:
    """The strange trade that a stretch tells of most, where nothing ties it to the paper."""
    may = [trade for trade in strange if said.sure[trade]]
    if not may or len(text) > _LONGEST or text.count("、") > _LISTED:
        return None
    if _TIED.search(text) or _TOLD_OF.search(text):
        return None
    return max(may, key=lambda trade: (said.weight[trade], said.sure[trade], trade))


_hint = hint_of("topic", "wrong_topic_paste")

RULES = (
    _hint(
        "sentence_of_other_trade",
        "医院的总结里孤零零有一句「新建5G基站32座」，标题、层次和上下文都不讲通信，多为套用时带进来的。",
        "洛溪县人民医院2023年院务公开工作总结\n我院认真落实院务公开的要求，及时公布收费标准。\n新建5G基站32座，光纤宽带用户达1.8万户。\n患者满意率97%。",
        "洛溪县人民医院2023年院务公开工作总结\n我院认真落实院务公开的要求，及时公布收费标准。\n配合通信公司新建5G基站1座。\n患者满意率97%。",
        _lone,
    ),
    _hint(
        "published_of_other_trade",
        "水利局的要点里写「公开义务教育招生划片、优质高中指标到校分配方案」：公开的是别的单位的事，多为套用别的单位的材料。",
        "洛溪县水利局2023年政务公开工作要点\n一、推进水资源信息公开，每季度公布水质。\n二、做好义务教育招生划片、学区调整信息公开。\n三、公布防汛值班电话。",
        "洛溪县水利局2023年政务公开工作要点\n一、推进水资源信息公开，每季度公布水质。\n二、会同教育局做好义务教育招生划片、学区调整信息公开。\n三、公布防汛值班电话。",
        anchored("公开 公示 公布 发布 信息", _published),
    ),
)
