"""When is a line the title of an official document?"""

import re

from mingbai.text.lines import CLOSERS, LIST_NUMBER, TITLE_LENGTH
from mingbai.text.units import has_place_name

KIND_WORD = (
    "总结|总结报告|报告|年报|计划|方案|要点|汇报|汇报材料|材料|自查报告|自评报告|情况|制度|规定|办法|细则|意见|通知|公告|通告|通报|公示|决定|批复|函|纪要|讲话"
    "|发言|发言稿|规划|打算|安排|思路|清单|目录|指南|简报|解读|说明|规程|预案|承诺书|责任书|倡议书|工作总结"
)
TITLE_END = re.compile(rf"(?:{KIND_WORD})(?:[（(【\[〔][^）)】\]〕]{{1,20}}[）)】\]〕])?[:：]?$")
OFFICIAL_END = re.compile(
    r"[\u4e00-\u9fff》]{4}(?:通知|公告|通告|公示|通报|批复|纪要|解读|自查报告|年报)(?:[（(][^（()）]{1,12}[）)])?$"
)
ABOUT = re.compile(r"关于.{2,50}的(?:报告|通知|意见|函|请示|批复|公告|通报|通告|决定|汇报|总结|方案|说明)")
TOPIC = re.compile(r"公开|信息|政务|政府|党务|村务|校务|厂务|院务|普法|法治|廉政|行风|政风|工作")
OPEN_TOPIC = re.compile(
    r"政务公开|信息公开|村务公开|校务公开|党务公开|院务公开|厂务公开|办事公开|事务公开|居务公开|政务信息|政务服务|两化"
)
YEAR = re.compile(r"(?:19|20)\d\d|20[xX×＊*_]{1,4}|[xX×]{2,4}年|二[〇○零]")
NOT_TITLE_START = re.compile(r"(?:附件|附表|附[:：]|注[:：]|标题[:：]|标签|见|详见|抄送|主题词|来源|[“\"])")
GENERIC_UNIT = re.compile(
    r"(?:乡镇|镇街|街道|社区|学校|单位|机关|部门|某[乡镇县区局]|[xX×]{1,4}[乡镇县区局])"
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


TITLE_LABEL = re.compile(r"标\s?题\s?[:：]\s?")


def tidy_title(text: str) -> str:
    """The title without colon, stars and book marks around it."""
    bare = TITLE_LABEL.sub("", text).strip(" ★●◆*#:：\t\u3000\xa0")
    if bare.startswith("《") and bare.endswith("》") and bare.count("《") == 1:
        bare = bare[1:-1]
    return bare if bare.rstrip(CLOSERS) else text
