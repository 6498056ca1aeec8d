"""Frames of two or three words that do not go together, say one thing twice, or lack what they open."""

from collections.abc import Iterator

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, listed
from mingbai.text.proofreading.rules._parsing import INSIDE, STOP
from mingbai.text.proofreading.triggers import holds, matches, sought, waiting_for

_QUALITIES = "及时|积极|主动|规范|全面|准确|针对|时效|实效|丰富|多样|统一|严肃"
# (words of which one must occur, pattern with the group `mark`, message)
Row = tuple[str, str, str]
_PAIRS: tuple[Row, ...] = (
    (
        "收到",
        rf"(?P<mark>收到)(?:了)?{INSIDE}{{0,14}}(?:欢迎|好评|表彰|重视|关注|影响|处分|处罚|肯定|赞誉|称赞|青睐|约束|制约|欢呼){STOP}",
        "「{}」应为「受到」。",
    ),
    (
        "受到",
        rf"(?P<mark>受到)(?:了)?{INSIDE}{{0,8}}(?:成效|实效|效果|来信|申请\d+件|意见建议\d+条|建议\d+条|投诉\d+件|举报\d+件){STOP}",
        "「{}」应为「收到」。",
    ),
    ("专人 专职", r"(?P<mark>(?:制订|制定|订立|拟定)了?)专(?:人|职人员)", "「{}」应为「指定」「确定」。"),
    (
        "已上",
        r"(?:[\d一二三四五六七八九十百千万两半]|[\d一二三四五六七八九十百千万两半]个)(?:年|岁|月|级|次|元|人|名|天|日|件|户|亩|成|倍|[%％])(?P<mark>已上)(?=[的，,。；;、者（(\n]|人员|干部|公民)",
        "「{}」应为「以上」。",
    ),
    (
        "万元余 亿元余 余余",
        r"(?P<mark>\d[万亿]元余)(?=[，,。；;、\n])",
        "「{}」语序不对，应为「万余元」。",
    ),
    (
        "号底 日底",
        r"(?P<mark>\d[日号]底)(?=[前，,。；;、\n])",
        "「{}」应只写到日，或者写「月底」。",
    ),
    ("连接", r"(?P<mark>连接)(?:失效|错误|无效|打不开|不可用|地址)", "网页的「{}」应为「链接」。"),
)
_TWICE: tuple[Row, ...] = (
    (
        "性不 性还不",
        rf"(?P<mark>(?P<quality>{_QUALITIES})性(?:还)?不(?:够|太|是很)(?P=quality))",
        "「{}」一个意思说了两遍。",
    ),
    (
        "不丰富 不足 不够 不全 不多 不强 不高",
        r"(?P<mark>(?:比较|较为|较|过于|略显)(?:单调|单一|匮乏|简单|粗糙|滞后|淡薄|薄弱|欠缺)不(?:丰富|足|够|全面|及时|强|高|多|深))",
        "「{}」一个意思说了两遍。",
    ),
    (
        "防止 避免 杜绝 严防 禁止 严禁",
        rf"(?P<mark>(?:防止|避免|杜绝|严防|(?<!个)(?:禁止|严禁))(?:(?![“”、]){INSIDE}){{0,12}}(?:不再|不会|不得|不发生|不出现|不准){INSIDE}{{0,6}}){STOP}",
        "「{}」多了一重否定，意思反了。",
    ),
    (
        "加强好 提高好 强化好 完善好 提升好 增强好 加大好",
        r"(?P<mark>(?:加强|提高|强化|提升|增强|加大)好)(?![坏评感转])",
        "「{}」多了「好」字。",
    ),
    (
        "或者和 和以及 以及和 并且和 与以及 和并且 及其和 和及",
        r"(?P<mark>或者和|(?<![一-鿿]共)和以及|以及和(?!谐|平|解|睦|气)|并且和(?!谐|平)|与以及|和并且|及其和(?!谐|平)|和及(?!时|格|早|第))",
        "「{}」连词重复，留一个。",
    ),
    (
        "参照 依照 按照 遵照",
        rf"(?P<mark>(?P<as>参照|依照|按照|遵照)[^，,。；;：:\n、“”《》]{{2,20}}(?P=as))(?:执行|办理|落实)?{STOP}",
        "「{}」一个意思说了两遍。",
    ),
    (
        "的资格 的责任 的问题 的情况 的现象 的措施 的办法 的制度",
        rf"(?P<mark>(?P<what>资格|责任|问题|情况|现象|措施|办法|制度)的(?P=what)){STOP}",
        "「{}」一个意思说了两遍。",
    ),
    (
        "等现象 的现象 之现象 等情况发生 之情况发生 等情形发生",
        rf"(?P<mark>(?:不得|严禁|禁止|不准|不许)(?:[^，,。；;：:\n有出存发产留允纵放]){{2,24}}(?:等|的|之)(?:现象|情况发生|情形发生)){STOP}",
        "「{}」两种句式混在一起：「不得」后面缺「有」「出现」，或者去掉后半。",
    ),
    (
        "件次件 人次人 次件次 人次名 家次家 余余 多余名",
        r"(?P<mark>\d(?:件次件|人次人|次件次|人次名|家次家|余余))(?![一-鿿]?(?:均|才|员|事))",
        "「{}」量词重复。",
    ),
    (
        "问题是",
        r"(?P<mark>(?:主要|还|仍|依然)?存在(?:着)?(?:以下|如下|一些|几个|下列)[^，,。；;：:\n的]{0,6}问题是)",
        "「{}」两种句式混在一起，可改为「存在的问题是」或「存在以下问题」。",
    ),
    (
        "涉及 关系到",
        rf"(?P<mark>(?:涉及|关系)到?(?!与|和){INSIDE}{{2,14}}(?:利益|权益|生活|生产)(?:密切|息息)?(?:相关|有关)){STOP}",
        "「涉及……相关」两种句式混在一起，可改为「与……相关」。",
    ),
)
_LACKING: tuple[Row, ...] = (
    (
        " ".join(
            verb + done + stop
            for verb in ("进行", "予以", "加以")
            for done in ("", "了")
            for stop in "。；;，,"
        ),
        rf"(?<![一-鿿]反)(?P<mark>(?<![针相应绝面核背])对(?!照|于|应[^急]|背|口[支帮协援]|外[公办开发宣服]|标[对先一])(?:[^，,。；;：:\n的]|的(?!{INSIDE}*正在)){{2,24}}(?<![地里场中后内上下前间期时天日月利])(?<!合并)(?<!同步)(?<!一并)(?<!交叉)(?<!穿插)(?<!分批)(?<!逐一)(?<!逐项)(?<!分别)(?<!统一)(?<!公开)(?<!现场)(?<!的原则)(?<!的方式)(?<!的形式)(?<!的办法)(?<!的程序)(?<!的要求)(?<!的步骤)(?<!的顺序)(?<!的标准)(?:进行|予以|加以)(?:了)?)(?=[。；;，,])",
        "「对……」后面缺动词，疑漏了字。",
    ),
    (
        "准确。 及时。 真实。 及时； 准确； 真实；",
        r"(?:^|(?<=[，,。；;\n]))(?P<mark>(?:将|把)[^，,。；;：:\n公做作得开发报变放办写说]{4,30}(?:及时|准确|真实))(?=[。；;])",
        "「将……」后面缺动词，疑漏了字。",
    ),
    (
        "总结以下 汇报以下 报告以下 通报以下 通知以下 公告以下 公示以下 公布以下 安排以下",
        r"(?P<mark>(?:总结|汇报|报告|通报|通知|公告|公示|公布|安排)以下)(?=[：:。，,\n])",
        "「{}」应为「如下」。",
    ),
    (
        "，的 。的 ；的 ：的 ,的 、的",
        r"(?P<mark>(?<=[，。；：、,;])的)(?![确士话卢黎]|[^“”‘’，。；\n]{0,2}[”’])",
        "标点后面多出「的」字，或者前面漏了字。",
    ),
    (
        "和。 与。 及。 把。 将。 或。 和； 与； 及； 以及。 并。",
        r"(?<![附之唱应莫扫火祥亲说人美可睦拖参给涉危波普顾提触惠遍祸埃调缓温饱总平柔共随即合兼吞赠授付干上中少老主闯猛健名女门讲谦一言失可归\d])(?P<mark>和|与|(?<!得|不)及|把|将|或|并)(?=[。；])",
        "「{}」后面缺内容，疑漏了字。",
    ),
    (
        "个处 个件 个条 个份 个名 个起 条件 件条 名个 家个 项个 条个 件个 处个 次个 名名 条条 件件",
        r"(?P<mark>\d(?:个(?:处|件|条|份|名|起)|[名家项条件处次]个(?!体)|[名]名|条条|件件))(?![一-鿿]?(?:室|所|长|员|理|罚|分|置|别|数|性|款|例|级|目|件|内|日|月|人|工|小|半|季|年|村|款|额|特|片|字|贵|牌|优|胜|杂|状|形|带|私|降|跑|步|居|幅|流|校|师|企|块|约|纹|幅|码))",
        "「{}」量词重复。",
    ),
)


def pairs_in(rows: tuple[Row, ...]) -> Waiting:
    """Reports the group `mark` of each row on the lines that hold one of its words."""
    compiled = [(waiting_for(listed(words)), sought(pattern), message) for words, pattern, message in rows]

    def find(rule: Rule, passage: Passage) -> Iterator[Finding]:
        for words, pattern, message in compiled:
            for match in matches(passage, pattern) if holds(passage, words) else ():
                if not passage.in_web_residue(match.start("mark")):
                    said = message.replace("{}", match["mark"])
                    yield rule.finding(passage, *match.span("mark"), said)

    return Waiting(tuple(word for words, _, _ in compiled for word in words), find)


RULES = (
    Rule(
        name="typo.wrong_pair",
        category="typo",
        severity="warning",
        explain="用错了词，前后隔几个字才看得出：「收到群众欢迎」「受到良好效果」「制订专人」「网页连接失效」。",
        fires="做法收到群众的热烈欢迎，网页连接失效。",
        passes="做法受到群众的热烈欢迎，收到表扬信3封，网页链接失效。",
        find=pairs_in(_PAIRS),
    ),
    Rule(
        name="typo.said_twice",
        category="typo",
        severity="warning",
        explain="一个意思说两遍、否定多一重、连词重叠、两种句式混在一起。",
        fires="公开的及时性不够及时，防止类似问题不再发生。",
        passes="公开不够及时，防止类似问题再次发生，确保不再出现。",
        find=pairs_in(_TWICE),
    ),
    Rule(
        name="typo.lacking",
        category="typo",
        severity="warning",
        explain="开了头没有下文：「对……进行」后面没有动词，「和」后面就是句号。",
        fires="对各村公开栏进行。现将情况总结以下：",
        passes="对各村公开栏进行检查。会议正在进行。现将情况总结如下：",
        find=pairs_in(_LACKING),
    ),
)
