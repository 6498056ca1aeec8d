"""Marks told from their neighbours: items parted unlike the others, half a bracket, statements with a question mark, titles without marks."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.edges import shipped
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules._parsing import MARK
from mingbai.text.proofreading.rules.web.residue import is_wrapped
from mingbai.text.proofreading.structure import read_marker
from mingbai.text.proofreading.triggers import lines_with, waiting_for

# --- items of one paragraph -----------------------------------------------------------------------------------------

_BEFORE_ITEM = lazy.pattern(r"(?P<mark>[，,；;。])(?=(?P<nth>[二三四五六七八九])是(?!否))")
_ITEMS = waiting_for(("三是",))
_COMMAS = "，,"
# One mark of each kind says little of what the writer means.
_TWO = 2


def _uneven_items(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「一是……；二是……；三是……，四是……」: one comma among other marks."""
    for start, end in lines_with(passage, _ITEMS):
        found = list(_BEFORE_ITEM.finditer(passage.text, start, end))
        commas = [match for match in found if match["mark"] in _COMMAS]
        if len(commas) != 1 or len(found) < _TWO:
            continue
        at, few = commas[0].start(), len(found) == _TWO
        said = f"其他各项之间都不用逗号，「{commas[0]['nth']}是」前面也用分号或句号。"
        yield rule.finding(passage, at, at + 1, said, suggestion="；", severity="info" if few else None)


# --- the number of a heading ------------------------------------------------------------------------------------------

_HALF_HEAD = re.compile(r"^[ \t\u3000]*(?P<mark>[一二三四五六七八九十]{1,3}[）)])(?=[^，,、])", re.MULTILINE)
_WHOLE_HEAD = lazy.pattern(r"(?:^|\n)[ \t\u3000]*[（(][一二三四五六七八九十]{1,3}[）)]")


def _half_head(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「三）健全制度」 beside 「（二）」."""
    if _WHOLE_HEAD.search(passage.body) is None:
        return
    for match in _HALF_HEAD.finditer(passage.text, passage.start, passage.end):
        yield rule.finding(
            passage, *match.span("mark"), "序号缺左括号。", suggestion=f"（{match['mark'][:-1]}）"
        )


# --- the end of a paragraph ------------------------------------------------------------------------------------------

_A_PARAGRAPH = 24


def _wrong_end(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A paragraph of several sentences that ends in a semicolon or a comma, where no list goes on."""
    if passage.once(is_wrapped):
        return
    lines = passage.prose
    for place, ((offset, line), (_, following)) in enumerate(zip(lines, lines[1:], strict=False)):
        if line[-1] not in "；;，," or len(line) < _A_PARAGRAPH or "。" not in line[:-1]:
            continue
        own, after = read_marker(line), read_marker(following)
        if line[-1] in _COMMAS and after is None and shipped().is_verb(following[:2]):
            # The sentence goes on in the next line.
            continue
        if place and lines[place - 1][1][-1] in "；;：:":
            # One of several items, or the first of them.
            continue
        if (after is not None and own is not None and after[0] == own[0]) or following[-1] in "；;":
            continue
        at = offset + len(line) - 1
        said = f"段末用了「{line[-1]}」，这一段已经说完，用句号。"
        yield rule.finding(passage, at, at + 1, said, suggestion="。")


# --- questions --------------------------------------------------------------------------------------------------------

_SENTENCE = lazy.pattern(
    rf"(?:^|(?<=[。！？!；\n]))[^。！？?!；\n]{{0,200}}[{HAN}](?P<mark>[？?])(?![等的地得])(?=[ \t\u3000]*(?:\n|$|[{HAN}]))"
)
_ASKS = lazy.pattern(
    r"什么|谁|[吗呢么吧嘛]|哪|怎|何|几|多少|多[大久高远长]|是否|能否|可否|有无|[可是]不[可是]|能不能|该不该|要不要|行不行|好不好|对不对|没有$|还是|难道|岂|^问|问[：:]|啥|咋|多会儿|对吧|(.)不\1|(.)没\2"
)
_A_STATEMENT = 10


def _statement_asked(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「审计结果将于年内公告？」"""
    for match in _SENTENCE.finditer(passage.text, passage.start, passage.end):
        said = passage.text[match.start() : match.start("mark")].strip()
        if len(said) < _A_STATEMENT or _ASKS.search(said) or passage.in_web_residue(match.start("mark")):
            continue
        yield rule.finding(passage, *match.span("mark"), "这句话不是在问，用句号。", suggestion="。")


def _new_sentence(passage: Passage, match: re.Match[str]) -> bool:
    """「。利用广播、标语等形式，」 says something new."""
    words = match["last"]
    return shipped().has_verb(words, 0, words.rindex("等"))


_LAWS = "合作社法|组织法|许可法|处罚法|强制法|复议法|诉讼法|监察法|选举法|教育法|劳动法|合同法|保护法|安全法|安全生产法|卫生法|管理法|促进法|公务员法|预算法|审计法|统计法|档案法|森林法|民法典|赔偿法|防治法|救助法|继承法|婚姻法"
_RULES = "条例|(?:暂行|实施|管理|评估|考核|处理|处罚|奖励|公开|监督|追究|试行)(?:办法|细则|规定|规程)|工作准则|自律准则"

RULES = (
    Rule(
        name="punctuation.uneven_items",
        category="punctuation_misuse",
        severity="warning",
        explain="「一是……；二是……；三是……，四是……」：各项之间只有一处用了逗号。",
        fires="一是加强领导；二是完善制度，三是强化监督；四是抓好落实。",
        passes="一是加强领导，二是完善制度，三是强化监督。一是加强领导；二是完善制度；三是强化监督。",
        find=anchored("三是", _uneven_items),
    ),
    Rule(
        name="punctuation.half_head",
        category="punctuation_misuse",
        severity="warning",
        explain="「（一）（二）三）」：序号丢了左括号。",
        fires="（一）加强领导\n（二）完善制度\n三）强化监督",
        passes="一）加强领导\n二）完善制度\n1）召开会议",
        find=anchored(
            "一） 二） 三） 四） 五） 六） 七） 八） 九） 十） 一) 二) 三) 四) 五) 六) 七)", _half_head
        ),
    ),
    Rule(
        name="punctuation.wrong_end",
        category="punctuation_misuse",
        severity="warning",
        explain="几句话的段落说完了，末尾用句号，不用分号、逗号。",
        fires="全年公开信息120条。严格按照程序办理，没有发生失泄密问题；\n下一步，我镇将加强领导。",
        passes="（一）加强领导。明确专人，按月公开，接受群众监督；\n（二）完善制度。\n公开信息120条，答复3件；",
        find=anchored("； ; ， ,", _wrong_end),
    ),
    Rule(
        name="punctuation.statement_asked",
        category="punctuation_misuse",
        severity="warning",
        explain="陈述句末尾用了问号。",
        fires="全县共调整权责事项7项，审计结果将于年内公告？",
        passes="群众满意吗？收费标准是多少？问：可以由家属代办手续？“能不能办？”",
        find=anchored("？ ?", _statement_asked),
    ),
    Rule(
        name="punctuation.stop_in_list",
        category="punctuation_misuse",
        severity="info",
        explain="「依托峡谷、溶洞。苗寨等资源」：并列的几项没有列完，中间不用句号。",
        fires="依托峡谷、溶洞。苗寨等资源，编制乡村旅游规划。",
        passes="依托峡谷、溶洞、苗寨等资源。开发了峡谷、溶洞。利用广播、标语等形式，宣传政策。",
        find=searching(
            rf"(?<=[{HAN}]{{2}})、[{HAN}]{{2,8}}(?P<mark>。)(?!其[中他余]|另|此外|同时|各|全|我)(?P<last>[{HAN}]{{2,6}}(?:、[{HAN}]{{2,8}}){{0,4}}等[{HAN}]{{2,4}}){MARK}",
            "并列的几项没有列完，这里用顿号。",
            suggestion="、",
            near="。",
            unless=_new_sentence,
        ),
    ),
    Rule(
        name="punctuation.told_items_comma",
        category="punctuation_misuse",
        severity="info",
        explain="「采取三项举措，一是……」：数出了几项再分条说，前面用冒号。",
        fires="我们采取三项举措，一是公开目录，二是公开流程。",
        passes="我们采取三项举措：一是公开目录，二是公开流程。",
        find=searching(
            rf"[两二三四五六七八九十几\d]\s?(?:大|个|项|条|点|件|方面|个方面|种)[{HAN}]{{0,6}}(?P<mark>[，,；;])(?=一是)",
            "引出分条的内容，用冒号。",
            suggestion="：",
            near="，一是 ,一是 ；一是 ;一是",
        ),
    ),
    Rule(
        name="punctuation.rule_in_quotes",
        category="punctuation_misuse",
        severity="warning",
        explain="法律、条例、办法的名称用书名号，不用引号。",
        fires="在“农民专业合作社法”施行之际，修订“警务信息发布管理规定”。",
        passes="在《农民专业合作社法》施行之际，落实“三定”规定，推行“首问负责制”。",
        find=searching(
            rf"(?P<mark>“[{HAN}]{{2,24}}(?:{_LAWS}|{_RULES})”)(?!宣传|主题|活动|知识|进|系列|[{HAN}]{{0,4}}(?:活动|竞赛))",
            "「{}」是文件的名称，用书名号。",
            suggestion="改用《》",
            near="法” 法典” 条例” 办法” 细则” 规定” 规程” 准则”",
        ),
    ),
    Rule(
        name="punctuation.rule_without_marks",
        category="punctuation_misuse",
        severity="info",
        explain="「按照村民委员会组织法」「依据……条例」：引用法律、条例、办法的名称，要用书名号。",
        fires="全镇20个村均按照村民委员会组织法和有关规定执行。",
        passes="按照《村民委员会组织法》执行，按照有关条例规定，根据本办法处理。",
        find=searching(
            rf"(?:按照|依据|根据|依照|遵照|执行|违反|贯彻|落实|对照|学习)了?(?P<mark>中华人民共和国[{HAN}]{{1,16}}?(?:法|条例)(?![律规定院人治制])|(?!中华人民共和国|本|该|上述|有关|相关|国家有|上级|以下|这|其|各|现行|新|一|党内|此|中央)[{HAN}]{{2,24}}?(?:{_LAWS}|(?:暂行|试行|管理|实施)(?:条例|办法|细则)|公开条例|登记条例|供养条例|保障条例|救助条例|保护条例|信访条例|工作条例|补偿条例|管理条例|处分条例|监察条例|防治条例))(?=第|[，,。；;的（(和及、等《]|规定|要求|精神|有关)",
            "「{}」是法规、文件的名称，要用书名号。",
            suggestion="《{}》",
            near="法 条例 办法 细则",
        ),
    ),
)
