"""A word that comes back where it has just been said: 「防汛抗旱防汛工作」, 「真实、准确真实」, 「落实专人负责落实」, 「持续、稳定持续发展」;
and the same deed done with two verbs, 「改进作风的转变」."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import given, is_quoted, is_word, words_around
from mingbai.text.proofreading.rules._parsing import CLAUSE, LETTER, MARK
from mingbai.text.proofreading.rules._rows import Row, rows_of
from mingbai.text.proofreading.rules.typo.repeat import said_again

# What is said of deeds and states in rows; none of them is said twice in one.
_SAID_OF = "真实|准确|及时|全面|完整|公平|公正|透明|有序|稳定|健康|持续|协调|快速|高效|廉洁|便民|务实|认真|积极|主动|严格|扎实|深入|细致|有效|明确|具体|广泛|充分|顺利|和谐|繁荣|清洁|整洁|优美"
# 「检查再检查」, 「村民小组村民」, 「学习就是学习」: between them stands more than one plain word.
_NOT_PLAIN = lazy.pattern(
    "[的了和与及或再不是就要为对以在由从向把被将于到给比按并又也且而、第一二三四五六七八九十各每某这那其该本上下前后中内外大小所站室局部院校会组处科员者工民家]"
)


_WORD_BETWEEN = lazy.pattern(rf"(?![一同当即什每各精]|社区戒毒)({LETTER}{{2}})({LETTER}{{2}})\1")
# A system of such a name, the fee for what was made known; bodies and systems do what they are named after.
_NAMED = frozenset({"公示系统", "信息公开"})
_DOERS = frozenset({"机构", "平台", "系统", "部门", "中心", "组织", "单位", "办法", "程序", "流程", "制度"})


def _again(passage: Passage) -> list[int]:
    return said_again(passage, 2, 4)


def _comes_back(rule: Rule, passage: Passage) -> Iterator[Finding]:
    text = passage.text
    for at in passage.once(_again):
        match = _WORD_BETWEEN.match(text, passage.start + at, passage.end)
        if match is None or match[1] == match[2] or match[1] + match[2] in _NAMED or match[2] in _DOERS:
            continue
        start, middle, back, end = match.start(), match.end(1), match.end(2), match.end()
        if passage.in_web_residue(start) or _NOT_PLAIN.search(match[2]) or not is_word(match[2]):
            continue
        # 「以会议落实会议」, 「就申请答复申请」.
        if text[end : end + 1] in ("的", "者", "员") or text[start - 1 : start] in ("以", "就", "用"):
            continue
        spans = {*words_around(passage, start, end)}
        whole = {(start, middle), (middle, back)} <= spans or (start, back) in spans
        if whole and (back, end) in spans and not is_quoted(text, start, end):
            said = f"「{match[0]}」里「{match[1]}」说了两遍。"
            yield rule.finding(passage, start, end, said, suggestion=match[1] + match[2])


_ROWS: tuple[Row, ...] = (
    (
        "、",
        rf"(?<!务)(?P<mark>(?P<said>{_SAID_OF})、(?!(?P=said)){LETTER}{{2}}(?:、|和|与|及)?(?P=said))(?!性)",
        "「{}」里同一个词说了两遍",
        "info",
    ),
)
_DO_WELL = "解决|处理|提高|化解|完善|消除|满足|改善|提升|增强|扩大|促进|加大|规范|健全|拓宽|丰富|转变|优化|杜绝|避免|确保|保证"
_TURN = "转变|提高|提升|增强|加强|完善|健全|改善|改进|优化|规范|强化|扩大|拓宽"
_DEEDS_TWICE: tuple[Row, ...] = (
    (
        " ".join(
            f"{well}{deed}" for well in ("做好", "抓好", "搞好", "做好了") for deed in _DO_WELL.split("|")
        ),
        rf"(?P<mark>(?:做好|抓好|搞好)了?(?:{_DO_WELL}))(?!措施|意见|方案|过程|结果|情况|办法)(?:(?!工作|任务|这|等|文章|项目|准备|活动|服务|事项|措施|机制|制度|工程|环节|管理|落实)[^，,。；;：:\n、]){{3,24}}{MARK}",
        "「{}」两个动词叠在一起，去掉前一个，或者句末加「工作」",
        "info",
    ),
    (
        " ".join(f"的{word}{stop}" for word in _TURN.split("|") for stop in "，。；,;"),
        rf"(?P<mark>(?<!为)(?:{_TURN}|加快|加大|抓好|落实)了?(?!的)(?:(?!为了|促进|推动|推进|实现|使|得到|确保|有利|有助)[^，,。；;：:\n、和与]){{2,12}}的(?:{_TURN})){MARK}",
        "「{}」有两个动词，留一个",
        "info",
    ),
    (
        "落实， 落实。 落实； 提高， 提高。 加强， 加强。 完善， 完善。 推进， 推进。 保障， 保障。 规范， 规范。",
        rf"{CLAUSE}(?:进一步|切实|不断|大力|全面|认真|积极|要)*(?P<mark>(?P<deed>落实|提高|加强|完善|推进|保障|规范|健全|强化|推动)(?:(?!不|没|未|再|要|靠|为了|[一-鿿]的)[^，,。；;：:\n、“”]){{2,12}}(?P=deed)){MARK}",
        "「{}」首尾用了同一个动词，留一个",
        "info",
    ),
)

RULES = (
    Rule(
        name="typo.word_comes_back",
        category="typo",
        severity="info",
        explain="隔一个词又把同一个词写了一遍：「防汛抗旱防汛工作」「环境卫生环境整治」。",
        fires="加强环境卫生环境整治，做好防汛抗旱防汛工作。",
        passes="加强环境卫生整治，检查再检查，学习理论、学习业务。",
        find=given(_again, _comes_back),
    ),
    Rule(
        name="typo.quality_comes_back",
        category="typo",
        severity="info",
        explain="并列的几个词里同一个词说了两遍：「真实、准确真实」「持续、稳定持续发展」。",
        fires="公开内容真实、准确真实，经济持续、稳定持续发展。",
        passes="公开内容真实、准确，经济持续、稳定、健康发展。",
        find=rows_of(_ROWS),
    ),
    Rule(
        name="typo.deed_comes_back",
        category="typo",
        severity="info",
        explain="一件事用了两个动词：「改进工作作风的转变」「落实专人负责落实」。",
        fires="改进工作作风的转变，落实专人负责落实。",
        passes="促进工作作风的转变，落实专人负责，推动各项制度的完善。",
        find=rows_of(_DEEDS_TWICE),
    ),
)
