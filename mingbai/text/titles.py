"""When is a line the title of an official document?"""

from collections.abc import Sequence

from mingbai.text import lazy
from mingbai.text.lines import CLOSERS, LIST_NUMBER, TITLE_LENGTH, Line
from mingbai.text.units import has_place_name, parse, unit_of_title

KIND_WORD = (
    "总结|小结|总结报告|报告|年报|计划|方案|要点|汇报|汇报材料|材料|自查报告|自评报告|情况|制度|规定|办法|细则|意见|通知|公告|通告|通报|公示|决定|批复|函|纪要|讲话"
    "|发言|发言稿|规划|打算|安排|思路|清单|目录|指南|简报|解读|说明|介绍|规程|预案|承诺书|责任书|倡议书|工作总结"
)
# What else a paper's first line may end in; further down such a line is a heading.
_HEAD_END = lazy.pattern(
    r"(?:须知|公布|标准|名单|名册|结果|问答|流程|流程图|提示|提醒|告知书|公开信|倡议|章程|守则|准则|简章|政策|措施|预算|决算|一览表|明细表|统计表|情况表|分配表|价格|动态|事项|条件|范围|名录|规则|条例|批后公布|合同|协议|简介|职责|纪实|答复|补充通知|任务|项目|计划表|时间表)"
    r"(?:[（(][^（()）]{1,12}[）)])?$"
)
# Papers that are no official kind, or kinds of their own field: a line at the head, or set apart by a gap, ends so.
APART_END = lazy.pattern(
    r"(?:信|书|词|体会|简讯|快讯|消息|经验|做法|条款|记录|实录|案例|口径|公开|活动|指引|公约|问题|成效|导读|综述|侧记|专报|要情|表|函|稿|卡|单|榜|贴士|分析|规范|节选)(?:[（(][^（()）]{1,16}[）)])?$"
)
OFFICE_FIRST = lazy.pattern(
    r"[\u4e00-\u9fff]{2,24}?(?:镇|乡|街道|县|区|市|村|社区|局|委员会|医院|卫生院|学校|中学|小学|幼儿园|中心|公司|所|站|支部|纪委|党委|政府)"
)
TITLE_END = lazy.pattern(rf"(?:{KIND_WORD})(?:[（(【\[〔][^）)】\]〕]{{1,20}}[）)】\]〕])?[:：]?$")
OFFICIAL_END = lazy.pattern(
    r"[\u4e00-\u9fff》]{4}(?:通知|公告|通告|公示|通报|批复|纪要|解读|自查报告|年报)(?:[（(][^（()）]{1,12}[）)])?$"
)
ABOUT = lazy.pattern(r"关于.{2,50}的(?:报告|通知|意见|函|请示|批复|公告|通报|通告|决定|汇报|总结|方案|说明)")
TOPIC = lazy.pattern(r"公开|信息|政务|政府|党务|村务|校务|厂务|院务|普法|法治|廉政|行风|政风|工作")
OPEN_TOPIC = lazy.pattern(
    r"政务公开|信息公开|村务公开|校务公开|党务公开|院务公开|厂务公开|办事公开|事务公开|居务公开|政务信息|政务服务|两化"
)
YEAR = lazy.pattern(r"(?:19|20)\d\d|20[xX×＊*_]{1,4}|[xX×]{2,4}年|二[〇○零]")
NOT_TITLE_START = lazy.pattern(
    r"(?:附件|附表|附[:：]|注[:：]|标题[:：]|标签|见附件|详见|抄送|主题词|来源|[“\"])"
)
# A title that lost its line end: the opening words of the text follow at once.
GLUED_TITLE = lazy.pattern(
    r"(?P<title>[^，。；：！？,;:\n]{4,45}?(?:工作总结|自查报告|年度报告|工作计划|工作汇报|工作报告|情况报告|实施方案|工作方案|工作要点))"
    r"\s?(?=根据|为(?:了|进一步|深入|切实|认真|贯彻|加强)|按照|今年|近年|(?:19|20)\d\d\s?年|20[xX]{2}年|一年来|自.{2,12}以来|一、|现将|[我本][镇乡局校县区市办院委])"
)


def is_title(text: str) -> bool:
    """A short line, no sentence and no numbered heading, that ends in the word for a kind of document."""
    if not 5 <= len(text) <= TITLE_LENGTH or NOT_TITLE_START.match(text):
        return False
    if any(mark in text for mark in "，。；！？,;") or LIST_NUMBER.match(text):
        return False
    if OFFICIAL_END.search(text) or ABOUT.match(text):
        return True
    return bool(TITLE_END.search(text) and TOPIC.search(text))


def is_specific(text: str) -> bool:
    """The title of one document of one office, not the name of a whole sort."""
    return has_place_name(text)


def stands_alone(text: str) -> bool:
    """Says enough to be the title of a document in the middle of a file, where a heading could look the same."""
    return (
        is_title(text)
        and bool(OPEN_TOPIC.search(text))
        and (is_specific(text) or bool(YEAR.search(text)) or len(text) >= 8)
    )


def names_a_paper(text: str) -> bool:
    """Of whatever subject: a notice or report 「关于……」, or the paper of an office named in the title."""
    return bool(OFFICIAL_END.search(text) or ABOUT.match(text)) or (
        is_specific(text) and bool(TITLE_END.search(text))
    )


TITLE_LABEL = lazy.pattern(r"标\s?题\s?[:：]\s?")


def tidy_title(text: str) -> str:
    """The title without colon, stars and book marks around it."""
    bare = TITLE_LABEL.sub("", text).strip(" ★●◆*#:：\t\u3000\xa0")
    if bare.startswith("《") and bare.endswith("》") and bare.count("《") == 1:
        bare = bare[1:-1]
    return bare if bare.rstrip(CLOSERS) else text


def _heads_a_paper(lines: Sequence[Line]) -> bool:
    """「2026年城乡居民医保缴费须知」: the first line of a text, with a year or a place in it, over a text."""
    text = tidy_title(lines[0].text)
    return len(lines) >= 2 and heads_a_paper(text)


def heads_a_paper(text: str) -> bool:
    if not 8 <= len(text) <= TITLE_LENGTH or NOT_TITLE_START.match(text):
        return False
    if (
        any(mark in text for mark in "，。；！？,;：:")
        or LIST_NUMBER.match(text)
        or not (_HEAD_END.search(text) or TITLE_END.search(text) or APART_END.search(text))
    ):
        return False
    return bool(OFFICE_FIRST.match(text) or YEAR.search(text)) or is_specific(text)


def title_at(lines: Sequence[Line]) -> tuple[str | None, int]:
    """The title that stands at the head, and how many lines it takes (an office's name may stand on its own line)."""
    for index in range(min(3, len(lines))):
        text = tidy_title(lines[index].text)
        if is_title(text):
            above = lines[index - 1].text if index else ""
            if index and parse(above) and not unit_of_title(text):
                return above + text, index + 1
            return text, index + 1
        if lines[index].is_prose:
            break
    if lines and _heads_a_paper(lines):
        return tidy_title(lines[0].text), 1
    glued = GLUED_TITLE.match(lines[0].text) if lines else None
    if glued:
        return glued["title"], 0
    if (
        len(lines) >= 2
        and len(lines[0].text) + len(lines[1].text) <= 70
        and is_title(lines[0].text + lines[1].text)
    ):
        return tidy_title(lines[0].text + lines[1].text), 2
    return None, 0
