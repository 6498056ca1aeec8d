"""Papers that are printed to be filled in by others: their blanks are no gaps."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage

_FORM = lazy.pattern(
    "申请表|申请书|登记表|审批表|样式|式样|回执|表样|格式|模板|承诺书|委托书|协议书|签名|签字"
    "|样本|示范文本|空白表|问卷|填表说明|填写日期|□[^\\n□]{1,16}□"
)
_FORM_TITLE = lazy.pattern(
    "(?:申请|登记|审批|调查|报名|推荐)(?:表|书)|问卷|(?:协议|承诺|委托)书|(?:样本|格式|空白表|示范文本)[）)]"
)
_TITLE = 60


def in_a_form(passage: Passage, match: re.Match[str]) -> bool:
    """A blank form printed for citizens is meant to be filled by them."""
    text, start = passage.text, passage.start
    return (
        _FORM.search(text[max(match.start() - 220, start) : match.end() + 20]) is not None
        or _FORM_TITLE.search(text, start, min(start + _TITLE, passage.end)) is not None
        or _is_printed_empty(passage)
    )


# A line that is the title of a paper to be filled in, or of one that tells what was done.
_PAPERS = lazy.pattern(
    r"^[ \t\u3000]*(?:附(?:件|表)?[ \t]?\d{0,2}[：:.、]?[ \t]*)?(?![一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])[^\n，。；：:_＿]{0,30}?"
    r"(?:(?P<form>合同|协议|[授委]权书|委托书|投标函|收据|收条|借条|欠条|请假条|介绍信|证明|日志|签到[表簿册]?|记录[表簿]?|登记[表簿]?"
    r"|(?:测评|评分|评议|评价|考核|走访|统计|汇总|巡查|检查|反馈)表|试[题卷]|填空题|决定书|告知书|通知书|答复书|意见书|申请[表书]|承诺书?|(?:审[批核查]|验收|处理)意见|回执|回证|报名[表]?)"
    r"|(?P<report>总结|报告|汇报|计划|方案|要点|通知|意见|通报|讲话|制度|办法|情况|工作))"
    r"(?:[ \t]?[（(][^（）()\n]{0,20}[）)]){0,2}[ \t]*$",
    re.MULTILINE,
)
# 「甲方：____」, 「会议时间：____」: a label with nothing but a line to write on.
_FIELD = lazy.pattern(r"[一-鿿）)][：:][ \t]?[_＿]{2,60}(?![_＿]|[一-鿿]{0,3}(?:条|件|次|项|个|份))")
_BLANK = lazy.pattern(r"[_＿]{2,60}")
_FIELDS, _BLANKS = 2, 2
# 「第一部分 部门概况____1」 leads to a page; 「____。A.满意 B.不满意」 is answered; 「____（公司名称）」 says what to write.
_LEADER = lazy.pattern(r"[ \t]?\d{1,3}[ \t]*(?:\n|$)")
_ANSWERS = lazy.pattern(r"[^\n_＿]{0,16}[\s。？?]A[.．、]|[（(](?:可)?[多单]选")
_SAYS_WHAT = lazy.pattern(
    r"[（(][^（）()\n]{0,16}(?:名称|姓名|职务|签[名字章]|盖章|大写|小写)[^（）()\n]{0,6}[）)]"
)
_CALLS_FOR = lazy.pattern("兹有|兹证明|今收到|今借到|甲方|乙方|承诺人|请假")
_QUIZ = lazy.pattern(r"填空题|每空\d")
_LINE = 60


def _papers(passage: Passage) -> list[tuple[int, bool]]:
    """Where titles of papers stand, each with whether the paper is one to be filled in."""
    return [
        (match.start(), match["form"] is not None)
        for match in _PAPERS.finditer(passage.text, passage.start, passage.end)
    ]


def _fields(passage: Passage) -> list[int]:
    return [match.start() for match in _FIELD.finditer(passage.text, passage.start, passage.end)]


def _blanks(passage: Passage) -> int:
    return sum(1 for _ in _BLANK.finditer(passage.text, passage.start, passage.end))


def _is_printed_empty(passage: Passage) -> bool:
    """Whether the first title of the text is a form's and there are lines to write on."""
    if "__" not in passage.text and "＿＿" not in passage.text:
        return False
    papers = passage.once(_papers)
    return bool(papers) and papers[0][1] and passage.once(_blanks) >= _BLANKS


def is_to_be_filled(passage: Passage, match: re.Match[str]) -> bool:
    """Whether a line drawn in the text is there to be written on, or leads to the number of a page."""
    text, end = passage.text, match.end()
    if (
        in_a_form(passage, match)
        or _LEADER.match(text, end, passage.end)
        or _ANSWERS.match(text, end, passage.end)
    ):
        return True
    if _QUIZ.search(text, passage.start, match.start()):
        return True
    above = [is_form for start, is_form in passage.once(_papers) if start <= match.start()]
    if above:
        return above[-1]
    return (
        len(passage.once(_fields)) >= _FIELDS
        or _SAYS_WHAT.match(text, end, passage.end) is not None
        or _CALLS_FOR.search(text, max(passage.start, match.start() - _LINE), match.start()) is not None
    )
