"""What copying strips from a text: the name of what was issued, title marks, the marks between names, the end of a sentence."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._naming import surnames
from mingbai.text.proofreading.triggers import waiting_for

# Behind these stand names; 「成员单位：」 is followed by offices.
_NAMED = lazy.pattern(
    rf"(?:成员|组员|委员|组长|主任|信息员|监督员|联络员|人员|主持|出席|列席|参加)[：:]\s?(?P<names>[{HAN}]{{6,24}})(?=\s|$|[，,。；;、（(]|[一二三四五六七八九]、)"
)
_LABELS = waiting_for(
    tuple(f"{label}{colon}" for label in ("员", "长", "主任", "主持", "席", "参加") for colon in "：:")
)
# Such a run says who they are, not what they are called.
_NO_NAMES = lazy.pattern(
    "[各全村镇乡县局科股室所站办校院会部委处厂组们的及和与或在由为以是]|主任|书记|干部|人员|同志|代表|负责|领导|有关"
)
_FEWEST = 2
_PAPERS = "(?:实施意见|若干意见|指导意见|意见|通知|实施办法|办法|决定|实施方案|工作方案|活动方案|方案)"
_ISSUERS = "办公室|政府办|委办|政府|党委|党组|党工委|委员会|领导小组|局|厅|部|院|系统|纪委|组织部|宣传部"


def _parted(run: str, known: frozenset[str]) -> tuple[str, ...]:
    """The run cut into names of two and three characters, the longer first; none where it cannot be."""
    reached: dict[int, tuple[str, ...]] = {len(run): ()}
    for start in range(len(run) - 2, -1, -1):
        for length in (3, 2):
            rest = reached.get(start + length)
            if rest is not None and (run[start] in known) and run[start + 1] not in _PARTICLES:
                reached[start] = (run[start : start + length], *rest)
                break
    return reached.get(0, ())


_PARTICLES = frozenset("的了在是和与及为不有")


def _names_together(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in _NAMED.finditer(passage.text, passage.start, passage.end):
        run = match["names"]
        if _NO_NAMES.search(run):
            continue
        names = _parted(run, passage.once(surnames))
        if len(names) >= _FEWEST:
            said = "几个人的名字连在一起，中间的空格或顿号丢了。"
            yield rule.finding(passage, *match.span("names"), said, suggestion="、".join(names))


def _titled(passage: Passage, match: re.Match[str]) -> bool:
    """Inside title marks, or itself the title of the text."""
    line = passage.text[max(passage.start, match.start() - 60) : match.start()].rpartition("\n")[2]
    return line.count("《") > line.count("》") or line.count("〈") > line.count("〉")


RULES = (
    Rule(
        name="typo.issued_nothing",
        category="typo",
        severity="error",
        explain="「关于印发的通知」没有说印发什么：书名号里的文件名在复制时丢了。",
        fires="根据县政府办公室关于印发的通知，制定本方案。",
        passes="根据《关于印发〈公开目录〉的通知》办理，关于转发工作的通知，统一印发的通知。",
        find=searching(
            r"关于(?P<mark>(?:印发|转发|批转|下发|颁发|发布|公布|调整|修订|修改)的(?:通知|决定|函|公告|通告|批复|意见))(?!书|中|里|单)",
            "「{}」没有说是什么文件，名称丢了。",
            suggestion="对照原文补上文件名",
            near="印发的 转发的 批转的 下发的 颁发的 发布的 公布的 调整的 修订的 修改的",
        ),
    ),
    Rule(
        name="punctuation.issuer_title_without_marks",
        category="punctuation_misuse",
        severity="info",
        explain="「根据县政府办公室关于……的通知要求」：引用文件的全名，要用书名号。",
        fires="根据清河县人民政府办公室关于开展第五届政务公开日活动的通知要求，我镇积极筹备。",
        passes="根据县政府办公室《关于开展政务公开日活动的通知》要求，我镇积极筹备。按照县委关于改进作风的决定，抓好落实。",
        find=searching(
            rf"(?:根据|按照|依据|依照|遵照|贯彻|落实|执行|传达|学习)[^，,。；;：《》\n]{{0,24}}?(?:{_ISSUERS})(?P<mark>关于[{HAN}、“”\d]{{7,50}}?的{_PAPERS})(?=精神|要求|等?文件|[（(][^（()）\n]{{1,12}}[〔\[【（(]?\d{{4}})",
            "文件的名称要用书名号。",
            suggestion="《{}》",
            near="关于",
            unless=_titled,
        ),
    ),
    Rule(
        name="punctuation.names_run_together",
        category="punctuation_misuse",
        severity="info",
        explain="「成员：王建国李秀兰陈波」：几个人的名字之间丢了空格或顿号。",
        fires="办公室成员：王建国李秀兰陈波",
        passes="成员：王建国、李秀兰、陈波。成员：各村党组织书记。监督员：村民代表兼任。",
        find=Waiting(_LABELS, _names_together),
    ),
    Rule(
        name="punctuation.names_behind_brackets",
        category="punctuation_misuse",
        severity="info",
        explain="「王建国（副局长）李秀兰（主任）」：两个人之间丢了顿号或换行。",
        fires="成员：王建国（副局长）李秀兰（办公室主任）",
        passes="成员：王建国（副局长）、李秀兰（办公室主任）。公开（主动公开）内容（附后）。",
        find=searching(
            rf"(?<![{HAN}])[{HAN}]{{2,3}}[（(](?:[{HAN}]{{0,12}}(?:长|主任|书记|员|经理|主席|干事|委员))(?=(?P<mark>[）)][{HAN}]{{2,3}})[（(][{HAN}]{{0,12}}(?:长|主任|书记|员|经理|主席|干事|委员)[）)])",
            "「{}」的两个人之间丢了顿号。",
            suggestion="加顿号",
            near="长） 主任） 书记） 员） 经理） 主席） 干事） 长) 主任) 书记) 员) 经理) 主席) 干事)",
        ),
    ),
    Rule(
        name="typo.ends_in_is",
        category="typo",
        severity="warning",
        explain="「还存在一些问题，主要是。」：「是」「有」后面的话没有说，应为冒号。",
        fires="工作中还存在一些不足，主要是。个别单位认识不到位。",
        passes="工作中还存在一些不足，主要是：个别单位认识不到位。要弄清原因是什么，实事求是。",
        find=searching(
            r"(?P<mark>(?:主要|原因|问题|做法|特点|目的|不足|体会|任务|措施|重点|关键|表现|核心|经验|要求|原则|方法|办法|情况|亮点)(?:也|就|还|仍|主要|依然|分别)?(?:是|有|为|在于|表现在|表现为|体现在|包括)[。；])",
            "「{}」后面要说的话没有说，疑为冒号。",
            suggestion="改为冒号，或补上内容",
            near="是。 有。 为。 在于。 表现在。 体现在。 包括。 是； 有； 为； 包括；",
        ),
    ),
    Rule(
        name="typo.committee_meeting",
        category="typo",
        severity="error",
        explain="「村民委员会议」少了一个「会」字，应为「村民委员会会议」。",
        fires="村务工作经村民委员会议讨论后公开。",
        passes="村务工作经村民委员会会议讨论后公开。村民委员会议定的事项、议事规则上墙，党委会议研究决定。",
        find=searching(
            rf"(?:村民|居民|管理|监督|业主|校务|院务|职工|家长|理财|治理|调解|教育|工会|团|妇女|评审|学术)(?P<mark>委员会议)(?=研究|讨论|通过|审议|表决|批准|同意|决定|记录|纪要|精神|上|后|和|或|、|[，,。；;]|[{HAN}]{{0,2}}(?:次|每|一年))",
            "「{}」少了一个「会」字。",
            suggestion="委员会会议",
            near="委员会议",
        ),
    ),
    Rule(
        name="typo.leader_made",
        category="typo",
        severity="info",
        explain="「由镇长做组长」：公文里说「任组长」「担任组长」。",
        fires="成立领导小组，镇长做组长，分管副镇长做副组长。",
        passes="镇长任组长，分管副镇长任副组长；做小组长的工作，做组织员。",
        find=searching(
            rf"(?<=[{HAN}]{{2}})(?<![可以要想当叫谁能])(?P<mark>[做作当]副?(?:组长|总指挥|召集人))(?=[，,。；;、]|$|的)",
            "公文里说「任」「担任」。",
            suggestion="任",
            near="做组长 作组长 当组长 做副组长 作副组长 当副组长 做总指挥 作总指挥 做召集人",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="typo.way_of_doing",
        category="typo",
        severity="info",
        explain="「作法」是作文、制图的方法；工作上的办法写「做法」。",
        fires="推广先进作法，为全县试出作法、试出经验。",
        passes="推广先进做法。“一线工作法”效果好，节点作法详见图纸，作法自毙。",
        find=searching(
            rf"(?<![工合操写制动协])(?<=[{HAN}])(?P<mark>作法)(?!自毙|详见|图|大样|宝|院|定|律|规)(?=、|，|。|；|和|与|及|是|得到|在|值得|”|$)",
            "「{}」疑为「做法」之误。",
            suggestion="做法",
            near="作法",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="typo.sense_of_duty",
        category="typo",
        severity="info",
        explain="「责任性」是方言的说法，公文里写「责任感」「责任心」。",
        fires="充分认识做好试点工作的责任性，增强工作责任性。",
        passes="增强责任感，这是极不负责任性质的行为，强制责任性保险。",
        find=searching(
            "(?<![不负制无限])(?P<mark>责任性)(?![质格保险])",
            "「{}」疑为「责任感」之误。",
            suggestion="责任感",
            near="责任性",
        ),
    ),
    Rule(
        name="typo.only_preposition",
        category="typo",
        severity="info",
        explain="「针对社区管理工作。」只有介词和名词，话没有说完，句号疑为逗号。",
        fires="针对社区管理工作。主任强调，要加强制度建设。",
        passes="针对社区管理工作，主任强调要加强制度建设。（一）围绕中心工作。我镇突出重点。",
        find=searching(
            rf"(?:^[ \u3000]*|(?<=[。；！]))(?P<mark>(?:重点|紧紧|始终|主要)?(?:针对|根据|按照|鉴于|由于|随着|关于|通过|围绕|依据|对于|结合|聚焦)(?![{HAN}]{{0,10}}(?:说明|解释|决定|规定了|要求了))[{HAN}“”、]{{3,24}}(?:工作|问题|情况|要求|精神|规定|形势|部署|实际|意见|需要|现状|特点|方式|形式|原则|安排|资金|项目|热点|难点|焦点|目标|任务|重点|主题|主线|需求|诉求|领域|环节|事项|内容)。)",
            "「{}」话没有说完，句号疑为逗号。",
            suggestion="句号改为逗号",
            near="针对 根据 按照 鉴于 由于 随着 关于 通过 围绕 依据 对于 结合 聚焦",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.quote_closes_late",
        category="punctuation_misuse",
        severity="warning",
        explain="「以“建立台账、成立队伍为抓手”」：引号只引到「为」的前面。",
        fires="以“建立台账、成立队伍为抓手”，推动工作。",
        passes="以“建立台账、成立队伍”为抓手，坚持“以服务群众为宗旨”的原则。",
        find=searching(
            r"(?<!“)(?:以|把|将)[“][^“”\n，,。以]{2,40}?(?P<mark>(?:为|作为)(?:抓手|主题|载体|核心|重点|主线|契机|突破口|目标|宗旨|原则|中心|基础|主要内容|切入点|着力点|平台|依托|统领|引领)”)",
            "引号的位置不对，应在「为」的前面。",
            suggestion="”移到「为」的前面",
            near="“",
        ),
    ),
    Rule(
        name="punctuation.issued_title_without_marks",
        category="punctuation_misuse",
        severity="info",
        explain="「县政府关于印发《要点》的通知」是一个文件的全名，外面用书名号，里面用「〈〉」。",
        fires="结合县政府关于印发《2023年政务公开要点》的通知精神，制定方案。",
        passes="结合《县政府关于印发〈2023年政务公开要点〉的通知》精神，制定方案。",
        find=searching(
            rf"(?<=[{HAN}])(?<!《)(?P<mark>关于(?:印发|转发|下发|批转|贯彻落实|贯彻)《[^《》\n]{{4,50}}》(?:的(?:通知|意见|决定|方案)))(?=精神|要求|文件|[（(，,、])",
            "文件的全名要用书名号，里面的书名号改为「〈〉」。",
            suggestion="《{}》",
            near="关于印发《 关于转发《 关于下发《 关于批转《 关于贯彻落实《 关于贯彻《",
            unless=_titled,
        ),
    ),
    Rule(
        name="punctuation.formula_without_quotes",
        category="punctuation_misuse",
        severity="warning",
        explain="「三个代表」「两个维护」这样带数字的提法要加引号。",
        fires="以三个代表重要思想为指导，做到两个维护。",
        passes="以“三个代表”重要思想为指导，三个代表团到会，两个维护站建成。",
        find=searching(
            r"(?<![“‘])(?P<mark>三个代表(?=重要思想)|(?:两个维护|两个确立|四个意识|四个自信)(?=[，,。；;、]|$))(?![”’])",
            "「{}」要加引号。",
            suggestion="“{}”",
            near="三个代表 两个维护 两个确立 四个意识 四个自信",
            flags=re.MULTILINE,
        ),
    ),
)
