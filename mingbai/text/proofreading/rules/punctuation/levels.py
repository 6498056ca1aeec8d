"""Marks that break a sentence at the wrong place: questions inside statements, stops before half a sentence, colons one in another, meetings in book marks."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting, is_noun
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_ASKING = "如何|怎样|怎么|哪些|哪里|哪个|什么|为何|是否|能否"
_ABOUT = "研究|讨论|反思|思考|探讨|分析|明确|了解|掌握|弄清|搞清|部署|商讨|商议|查找|讲清"

# --- items parted by two marks --------------------------------------------------------------------------------------

_UNEVEN = lazy.pattern(
    r"(?:一是|首先)[^。；;\n]{2,80}(?P<mark>[，,])(?=二是[^。；;\n]{2,80}[；;]三是)"
    r"|(?:一是|首先)[^。；;，,\n]{2,40}[；;]二是[^。；;\n]{2,80}(?P<later>[，,])(?=三是)"
)
_UNEVEN_WORDS = waiting_for(("二是", "三是"))


def _uneven_levels(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「一是……，二是……；三是……」: what stands beside one another is parted by one mark."""
    for match in matches_near(passage, _UNEVEN_WORDS, _UNEVEN, 180):
        at = match.start(match.lastgroup or "mark")
        said = "「一是」「二是」「三是」各项之间的标点要一致，这里用分号。"
        yield rule.finding(passage, at, at + 1, said, suggestion="；")


# --- colons one in another ----------------------------------------------------------------------------------------

_NESTED = lazy.pattern(
    rf"如下：[^。！？\n：]{{0,12}}(?:一是|第一|首先|[（(]一[）)]|1[.．、])[{HAN}]{{2,12}}(?P<mark>：)"
)
_NESTED_WORDS = waiting_for(("如下：",))


def _nested_colons(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「做法如下：一是抓学习：每周……」 in one sentence."""
    for match in matches_near(passage, _NESTED_WORDS, _NESTED, 40):
        at = match.start("mark")
        said = "前面「如下：」已经用了冒号，一句话里不再套一个，这里可用逗号。"
        yield rule.finding(passage, at, at + 1, said, suggestion="，")


# --- half a sentence before a stop --------------------------------------------------------------------------------

_HALF = lazy.pattern(
    r"(?:^|(?<=[。；;\n]))[ \t\u3000]*(?:按照|根据|依据|依照|遵照|为了?贯彻落实|围绕)"
    rf"[^，,。；;：:\n]{{4,60}}(?:要求|精神|部署|规定|安排|通知》|意见》|条例》|方案》)(?:（[^（）\n]{{2,20}}）)?(?P<mark>。)(?=[{HAN}])",
    re.MULTILINE,
)
_DEED = lazy.pattern("提出|制定|作出|做出|明确|落实了|印发|进行|开展|细化|组织")


def _half_sentence(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「按照《条例》要求。编制本报告。」"""
    for match in _HALF.finditer(passage.text, passage.start, passage.end):
        if not _DEED.search(match[0]) and not passage.in_web_residue(match.start("mark")):
            said = "「按照」「根据」引的是半句话，和后面的话之间用逗号。"
            at = match.start("mark")
            yield rule.finding(passage, at, at + 1, said, suggestion="，")


# --- a list of bare nouns with one comma ---------------------------------------------------------------------------

_NOUNS = lazy.pattern(
    rf"(?:清理|整治|检查|走访|发放|建设|修建|新建|维修|采购|配备|涉及|包括|覆盖|改造|修复|疏浚|慰问|印发|张贴|制作|更换|安装)了?"
    rf"(?P<first>[{HAN}]{{2,4}})(?P<mark>[，,])(?P<second>[{HAN}]{{2,4}})、(?P<third>[{HAN}]{{2,4}}?)(?:等|共|各)?\d"
)
_NOUN_WORDS = waiting_for(("、",))


def _comma_among_nouns(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「清理河道，沟渠、池塘36处」"""
    for match in matches_near(passage, _NOUN_WORDS, _NOUNS, 24):
        if all(is_noun(match[name]) for name in ("first", "second", "third")):
            at = match.start("mark")
            yield rule.finding(passage, at, at + 1, "并列的词语之间用顿号。", suggestion="、")


RULES = (
    Rule(
        name="punctuation.uneven_levels",
        category="punctuation_misuse",
        severity="warning",
        explain="「一是……，二是……；三是……」：并列的各项之间，有的用逗号，有的用分号。",
        fires="一是加强领导，健全机制，二是加强宣传，营造氛围；三是强化督导，严肃问责。",
        passes="一是加强领导，健全机制；二是加强宣传，营造氛围；三是强化督导。\n一是加强领导，二是加强宣传，三是强化督导。",
        find=Waiting(_UNEVEN_WORDS, _uneven_levels),
    ),
    Rule(
        name="punctuation.nested_colons",
        category="punctuation_misuse",
        severity="info",
        explain="「做法如下：一是抓学习：……」：一句话里冒号套着冒号。",
        fires="主要做法如下：一是抓学习：每周集中学习一次；二是抓落实：建立台账。",
        passes="主要做法如下：一是抓学习，每周集中学习一次。\n主要做法如下：\n一、抓学习：每周一次。",
        find=Waiting(_NESTED_WORDS, _nested_colons),
    ),
    Rule(
        name="punctuation.half_sentence",
        category="punctuation_misuse",
        severity="info",
        explain="「按照《条例》要求。编制本报告。」：前半句没有说完就用了句号。",
        fires="按照《条例》要求（以下简称《条例》）。编制本报告。",
        passes="按照《条例》要求，编制本报告。\n根据工作需要提出具体要求。各村要落实。",
        find=_half_sentence,
    ),
    Rule(
        name="punctuation.question_in_statement",
        category="punctuation_misuse",
        severity="info",
        explain="「研究了如何做好秸秆禁烧工作？」：说的是研究什么，不是在问，用句号或逗号。",
        fires="镇党委专题研究了如何做好秸秆禁烧工作？会议要求各村落实责任。",
        passes="镇党委专题研究了如何做好秸秆禁烧工作。申请材料怎样提交？由谁研究决定？",
        find=searching(
            rf"(?:{_ABOUT})(?:了|清楚|一下)?[^，,。；;：:？?\n“《]{{0,10}}(?:{_ASKING})[^，,。；;：:？?\n”》]{{2,24}}(?P<mark>[？?])(?=[{HAN}])(?!答)",
            "这里说的是研究、了解什么，不是在问，不用问号。",
            suggestion="。",
            near="？ ?",
        ),
    ),
    Rule(
        name="punctuation.question_goes_on",
        category="punctuation_misuse",
        severity="info",
        explain="「还存在哪些差距？并逐条整改」：话没有说完，中间不用问号。",
        fires="认真反思工作中还存在哪些差距？并逐条整改。",
        passes="认真反思工作中还存在哪些差距，并逐条整改。差距在哪里？并不难找。",
        find=searching(
            rf"(?:{_ASKING})[^，,。；;：:？?\n]{{1,24}}(?P<mark>[？?])(?=(?:并(?!不|非|没|无)|且|而且|以及|从而)[{HAN}])",
            "话没有说完，中间不用问号。",
            suggestion="，",
            near="？ ?",
        ),
    ),
    Rule(
        name="punctuation.share_cut_off",
        category="punctuation_misuse",
        severity="info",
        explain="「完成造林1200亩。占年度任务的120%」：后半句说的是前面的数，用逗号接上。",
        fires="全镇完成造林1200亩。占年度任务的120%，位居全县第一。",
        passes="全镇完成造林1200亩，占年度任务的120%。占道经营得到整治。",
        find=searching(
            r"\d(?:余|多)?(?:万|亿|千)?[元人次户亩件条份个名家处篇场期吨里米车部所项起宗]{1,2}(?P<mark>。)(?=(?:占[^，。\n]{0,14}\d[\d.]*%|同比[增下减]|位[居列]全))",
            "后半句说的是前面的数，这里用逗号。",
            suggestion="，",
            near="。占 。同比 。位",
        ),
    ),
    Rule(
        name="punctuation.meeting_as_title",
        category="punctuation_misuse",
        severity="warning",
        explain="书名号用于文件和书刊，会议、活动不用书名号。",
        fires="会议传达学习了《省委农村工作会议》精神。",
        passes="学习了省委农村工作会议精神，印发《全县农村工作会议纪要》。",
        find=searching(
            rf"《(?:[中全省市县区国][{HAN}]{{2,16}})(?:工作会议|全会|推进会|座谈会|动员会|表彰会|现场会|部署会|电视电话会议|视频会议)》(?=精神|上|的部署|召开|要求)",
            "会议的名称不用书名号。",
            suggestion="去掉书名号",
            near="《",
        ),
    ),
    Rule(
        name="punctuation.theme_as_title",
        category="punctuation_misuse",
        severity="warning",
        explain="「以“关爱老人”为主题」：活动的主题用引号，不用书名号。",
        fires="开展了以《关爱老人，共建和谐》为主题的志愿服务活动。",
        passes="开展了以“关爱老人，共建和谐”为主题的活动。以《民法典》为主题开展宣讲。",
        find=searching(
            rf"以(?P<mark>《(?![^》\n]*(?:法|条例|典|规定|办法|意见|通知|纲要|决定|决议|准则|宪章|公约|简史|问答|论述|选编|读本|谈治国理政)[^》\n]{{0,4}}》)[{HAN}，、 ]{{4,24}}》)为主题(?:的|，?开展|，?举办|，?组织)",
            "活动的主题用引号，不用书名号。",
            suggestion="改用引号",
            near="为主题",
        ),
    ),
    Rule(
        name="punctuation.colon_of_time",
        category="punctuation_misuse",
        severity="info",
        explain="「上午8:30—12:00」：钟点的起止之间用一字线，不用两个短横。",
        fires="工作时间为上午8：30--12：00。",
        passes="工作时间为上午8:30—12:00。电话0564--3281234。",
        find=searching(
            r"\d{1,2}[：:]\d{2}(?P<mark>-{2,}|[—－]-|-[—－])(?=\d{1,2}[：:]\d{2})",
            "钟点的起止之间用「—」。",
            suggestion="—",
            near="- －",
        ),
    ),
    Rule(
        name="punctuation.rough_comma",
        category="punctuation_misuse",
        severity="warning",
        explain="「七八个社区」：相邻的两个数字表示概数，中间不用标点。",
        fires="在七，八个社区开展了试点。",
        passes="在七八个社区开展了试点。第七，八个社区要补报。",
        find=searching(
            r"(?<![第一二三四五六七八九十])(?<![一二三四五六七八九十][、，,])(?P<mark>一，二|二，三|三，四|四，五|五，六|六，七|七，八|八，九)(?=[十百千个名人天户次件条家亩年月])",
            "相邻的两个数字表示概数，中间不用标点。",
            suggestion="删去标点",
            near="一，二 二，三 三，四 四，五 五，六 六，七 七，八 八，九",
        ),
    ),
    Rule(
        name="punctuation.ellipsis_then_etc",
        category="punctuation_misuse",
        severity="warning",
        explain="并列的各项后面，「……」和「等」只用一个。",
        fires="检查超市、饭店、小作坊……等经营单位220家。",
        passes="检查超市、饭店、小作坊等经营单位220家。唱歌、跳舞、下棋……等天黑了才散。",
        find=searching(
            rf"、[{HAN}]{{1,12}}(?P<mark>…{{1,2}}等)(?![到天着待他她我候])(?=[{HAN}]{{2,10}}(?:[，。；、\d]|单位|方面|问题|活动|工作))",
            "「……」和「等」意思一样，用一个就够了。",
            suggestion="等",
            near="…等",
        ),
    ),
    Rule(
        name="punctuation.comma_among_nouns",
        category="punctuation_misuse",
        severity="info",
        explain="「清理河道，沟渠、池塘36处」：并列的几样东西，中间都用顿号。",
        fires="全镇共清理河道，沟渠、池塘36处。",
        passes="全镇共清理河道、沟渠、池塘36处。全面清理河道，新建、改建泵站3处。",
        find=Waiting(_NOUN_WORDS, _comma_among_nouns),
    ),
)
