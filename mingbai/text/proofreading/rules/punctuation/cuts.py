"""Pauses that cut a clause in two, commas among short items that are made alike, signs that are mixed."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._rows import Row, rows_of
from mingbai.text.proofreading.triggers import waiting_for

_STARTS = r"(?:^|(?<=[，。；：\n]))"
# What a predicate begins with; where it stands before the pause as well, two predicates stand side by side.
_BEGINS = (
    ("都", "(?:有|要|建|已|能|设立|成立|得到|实行|做到|由|在|是)"),
    ("均", "(?:有|要|建|已|能|设|成立|得到|实行|按|做到|由|在|为)"),
    ("已", "(?:经|于|全部|建立|建成|完成|上报|办结)"),
    ("要", "(?:做到|严格|认真|切实|带头|及时|进一步|高度)"),
    ("将", "(?:进一步|继续|严格|及时|按照)"),
    ("做到", f"(?:有|真正|及时|事事|件件|[{HAN}]{{4}})"),
    ("受到", "(?:了|群众|广大|社会|各界)"),
    ("取得", "(?:了|明显|良好|显著|较好)"),
    ("方可", ""),
    ("务必", ""),
    ("一律", "(?:由|按|在|不|予以|到|实行|通过)"),
    ("一定", "(?:要|做到)"),
    ("必须", "(?:经|由|在|按|要|做到|于|报)"),
    ("先后", "(?:制定|出台|组织|开展|召开|投入|印发|举办|建立)"),
)
_PASSED = "批准|同意|审核|审查|审议通过|公示|公示无异议|验收|核实|讨论通过|研究|表决通过|审批|签字|盖章"
_PAUSES: tuple[Row, ...] = (
    *(
        (
            f"、{word}",
            rf"{_STARTS}(?![^、，。；\n]{{0,16}}{word})[^、，。；：\n]{{3,16}}(?P<mark>、)(?={word}{after})",
            f"「{word}」前面的话没有并列，不用顿号",
            "info",
        )
        for word, after in _BEGINS
    ),
    (
        "上、 面、 中、 下、",
        rf"{_STARTS}在[^、，。；：\n]{{2,10}}(?:方面|过程中|工作中|基础上|前提下|形式上|内容上|时间上|程序上|管理上|方法上|措施上|领导下)(?P<mark>、)(?!在|[{HAN}]{{1,8}}(?:上|方面|中|下)[、，和及都均也有])(?=[{HAN}])",
        "状语说完了，用逗号，不用顿号",
        "info",
    ),
    (
        "由、 对于、 关于、",
        rf"[{HAN}](?:(?<![自理缘因经事根案])由|对于|关于)(?P<mark>、)(?=[{HAN}《“])",
        "介词和后面的话之间不用标点",
        "warning",
    ),
    (
        "后、",
        rf"(?<!前、)(?:{_PASSED})后(?P<mark>、)(?=予以|由|报|向|在|方可|再|统一|公布|上报|实施|执行|张贴|签订|兑现|发放|才|及时|按)",
        "「后」是状语，后面用逗号，不用顿号",
        "info",
    ),
    (
        "后、",
        rf"{_STARTS}[{HAN}]{{4,14}}后(?P<mark>、)(?=及时(?!性)|立即|马上|随即)",
        "「后」是状语，后面用逗号，不用顿号",
        "info",
    ),
    (
        "通过",
        rf"{_STARTS}[ \u3000]*通过[{HAN}]{{3,10}}(?P<mark>、)(?=[{HAN}]{{2,4}}(?:对[{HAN}]{{2,6}}(?:更|有了)|更加|都得到|明显))",
        "状语说完了，用逗号，不用顿号",
        "info",
    ),
    (
        "、不能 、能",
        rf"能[^，。；、\n]{{1,6}}的[^，。；、\n]{{2,8}}(?P<mark>、)(?=不能[{HAN}]{{1,6}}的)",
        "两句话之间用逗号或分号，不用顿号",
        "info",
    ),
    (
        "、如有 、如果 、如遇 、如需",
        rf"[{HAN}]{{3}}(?P<mark>、)(?=如(?:有|果|遇|需)[{HAN}])",
        "「如」引出另一句话，前面不用顿号",
        "info",
    ),
    (
        "通过、并 通过、报 同意、并 同意、报 决定、并 决定、报 审核、报 审核、并",
        rf"(?:通过|审核同意|研究同意|研究决定|审核)(?P<mark>、)(?=并?报[{HAN}]{{1,10}}(?:批准|审批|备案|同意|审核|审定|核准))",
        "先后两件事之间用逗号，不用顿号",
        "info",
    ),
    (
        "、请 、如 、妥 、当",
        rf"以上(?:报告|汇报|意见|情况|方案|安排|请示)(?P<mark>、)(?=请[予各{HAN}]|如有|妥否|当否)",
        "「以上……」后面用逗号，不用顿号",
        "warning",
    ),
    (
        "，（ 、（ ；（ ，( 、( ；(",
        rf"[{HAN}\d](?P<mark>[，、；])(?=[（(](?:联系人|联系电话|电话|地址|附件|附后|见附|详见|注：|含[{HAN}]))",
        "括号里的话说明前面这句，括号前不用「{}」",
        "info",
    ),
    (
        "范围， 内容， 对象， 重点，",
        rf"{_STARTS}(?:此次|这次|本次|[{HAN}]{{2,6}}的)[{HAN}]{{0,2}}(?:范围|内容|对象|重点)(?P<mark>，)(?=(?:包括|为|是|主要是|主要有|涵盖)[{HAN}\d])",
        "主语和谓语之间不用逗号",
        "info",
    ),
    (
        "标。 点。 手。 体。 机。 线。 心。 口。 旨。 导。 础。",
        rf"(?:^|(?<=[。\n]))[ \u3000]*以[^，。；\n]{{3,30}}为(?:目标|重点|抓手|载体|契机|主线|核心|突破口|宗旨|指导|基础)(?P<mark>。)(?=[{HAN}])",
        "「以……为……」是半句话，后面用逗号",
        "warning",
    ),
    (
        "情况、",
        r"(?:支出|收支|收入|使用|公开|落实|执行|办理|完成|进展|发放|兑现)情况(?P<mark>、)(?=按(?:月|季|年|季度|规定|要求)|每(?:月|季|年|半年)|由[^、，。]{2,8}(?:负责|公布|公开|审核)|于\d|在(?:网站|公开栏|村))",
        "主语和谓语之间不用顿号",
        "info",
    ),
)
_ENDS = "化|性|感|权|度|率|式|制|型"
_ALIKE: tuple[Row, ...] = (
    (
        "， 、",
        rf"(?P<mark>[{HAN}]{{2,3}}(?P<end>{_ENDS})，[{HAN}]{{2,3}}(?P=end)[，、][{HAN}]{{2,3}}(?P=end))(?![{HAN}]{{0,2}}(?:，|；)[{HAN}]{{5,}}(?P=end))",
        "「{}」是并列的词语，中间用顿号",
        "info",
    ),
    (
        "事前， 事前、",
        "(?P<mark>事前，事中(?:，|、|和|、和)事后|事前、事中，事后)",
        "「{}」是并列的词语，中间用顿号",
        "warning",
    ),
    (
        "落实 到位 统一 公开 结合 上墙 不漏",
        rf"(?P<mark>[{HAN}]{{2}}，[{HAN}]{{2}}(?:[，、][{HAN}]{{2}}){{0,3}})(?=[二三四五六](?:落实|到位|统一|公开|结合|上墙|不漏)[，。；、])",
        "「{}」是并列的词语，中间用顿号",
        "warning",
    ),
    (
        "形式： 方式： 渠道： 载体： 途径： 范围： 单位： 部门： 有：",
        rf"(?:形式|方式|渠道|载体|途径|范围|单位|部门)(?:有|包括|为|主要有|主要包括|是)?：(?P<mark>[{HAN}]{{2,3}}(?:[，、][{HAN}]{{2,3}}){{0,4}}，[{HAN}]{{2,3}}(?:[，、][{HAN}]{{2,3}}){{1,4}})(?=等?[。；\n])",
        "「{}」是并列的词语，中间用顿号",
        "info",
    ),
    (
        "满意， 满意、 赞成， 高兴， 答应， 拥护，",
        rf"(?P<mark>(?P<one>[{HAN}]{{2}})不(?P=one)(?:，|、(?=[{HAN}]{{2}}不[{HAN}]{{2}}，))(?P<two>[{HAN}]{{2}})不(?P=two)(?:[，、][{HAN}]{{2}}不[{HAN}]{{2}})?)(?=作为|为|是)",
        "「{}」是并列的词语，中间用顿号",
        "info",
    ),
    (
        "”，“",
        "(?P<mark>”，“)(?=[^“”，。\\n]{1,12}”、“)",
        "并列的引语之间，标点要一样",
        "info",
    ),
    (
        "，（二 ，（三 ；（三 ；（二",
        r"（一）[^，。；（\n]{2,30}(?P<mark>，)（二）[^，。；（\n]{2,30}；（三）",
        "各项之间的标点要一样",
        "warning",
    ),
    (
        "到户 到人 到村 到位 上墙 到岗 有人",
        rf"(?P<mark>[{HAN}]{{2,6}}(?P<end>到户|到人|到村|到位|上墙|到岗)(?:，[{HAN}]{{2,6}}(?P=end)、|、[{HAN}]{{2,6}}(?P=end)，)[{HAN}]{{2,6}}(?P=end))",
        "「{}」几项并列，中间的标点要一样",
        "info",
    ),
)
_SIGNS: tuple[Row, ...] = (
    (
        "）、 )、 ），",
        rf"(?:^|(?<=\n))[ \u3000]*[（(]\d{{1,2}}(?P<mark>[）)][、，．])(?=[{HAN}])",
        "带括号的序号后面不加标点",
        "warning",
    ),
    (
        "～ ~",
        r"\d[年月日号时]?(?P<mark>[～~]\s?[—–－-]{1,2}|[—–－-]{1,2}\s?[～~])(?=\s?\d)",
        "「{}」两种连接号叠用，只用一个",
        "error",
    ),
    (
        "-— —- -— －— —－",
        r"\d[年月日号时]?(?P<mark>[-－–]—|—[-－–])(?=\s?\d)",
        "「{}」两种连接号叠用，只用一个",
        "error",
    ),
    (
        "‘",
        r"(?:^|(?<=\n))[^“”‘’\n]*(?P<mark>‘[^‘’“”\n]{2,30}’)",
        "单引号用在双引号里面，单独引用用双引号",
        "info",
    ),
    (
        "情况；",
        rf"(?:^|(?<=[。\n]))[^，。；：\n]{{2,12}}情况(?P<mark>；)(?=[{HAN}]{{2,8}}\d)",
        "「情况」引出下面各项，用冒号",
        "warning",
    ),
    (
        "？",
        rf"(?:不知道|不清楚|不了解|不明白|说不清)[^。，；？\n]{{2,20}}(?P<mark>？)(?=[{HAN}])",
        "这句话不是在问，不用问号",
        "info",
    ),
)
_STRAIGHT = lazy.pattern(rf'"[^"“”\n]{{0,30}}[{HAN}][^"“”\n]{{0,30}}"')


def _straight(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Straight quotation marks where the text has the others too."""
    if "“" not in passage.body:
        return
    for offset, line in passage.prose:
        for match in _STRAIGHT.finditer(line) if line.count('"') % 2 == 0 else ():
            said = "全文用弯引号，这里用了直引号，应统一用「“”」。"
            start = offset + match.start()
            yield rule.finding(passage, start, offset + match.end(), said, suggestion=f"“{match[0][1:-1]}”")


RULES = (
    Rule(
        name="punctuation.pause_cuts",
        category="punctuation_misuse",
        severity="info",
        explain="「全乡8个村、都建了公开栏」「讨论通过后、予以公布」：顿号用在并列的词语之间，主语、状语和后面的话之间不用。",
        fires="全乡各行政村、都建立了公开栏。",
        passes="全乡各行政村都建立了公开栏，做到公开、公平、公正。镇、村两级都有专人。",
        find=rows_of(_PAUSES),
    ),
    Rule(
        name="punctuation.alike_in_row",
        category="punctuation_misuse",
        severity="info",
        explain="「制度化，规范化，经常化」「事前，事中，事后」：一串结构相同的短词之间用顿号。",
        fires="做到事前，事中，事后公开。",
        passes="做到事前、事中、事后公开，实现制度化、规范化、经常化。",
        find=rows_of(_ALIKE),
    ),
    Rule(
        name="punctuation.signs_mixed",
        category="punctuation_misuse",
        severity="info",
        explain="起止之间只用一种连接号；单引号用在双引号里面；「……情况」引出各项用冒号；不是问话不用问号。",
        fires="公开时间为每月10日～—15日。",
        passes="公开时间为每月10日—15日。他说：“要做到‘三公开’。”",
        find=rows_of(_SIGNS),
    ),
    Rule(
        name="punctuation.quotes_of_two_kinds",
        category="punctuation_misuse",
        severity="info",
        explain="全文用弯引号「“”」，个别地方用了直引号。",
        fires='坚持"谁主管、谁负责"的原则。村里推行“四议两公开”。',
        passes="坚持“谁主管、谁负责”的原则。村里推行“四议两公开”。",
        find=Waiting(waiting_for(('"',)), _straight),
    ),
)
