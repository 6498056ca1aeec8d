"""What the pages of a document library leave inside sentences: the number of a page, the number of the document."""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import is_word

# No line ends with these, and none begins with those.
_WAITING = "并和与或对在为把将以及从向由被使让于因"
_LINE = 200
_CONTINUING = "的了、，。；,;）)"


def _parted(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the number parts two lines of their own: 「……公开栏⏎2、制定制度」."""
    before, after = match["before"], match["after"]
    text, start = passage.text, match.start("mark")
    line = text[max(text.rfind("\n", 0, start) + 1, start - _LINE, passage.start) : start]
    if not any(map(line.__contains__, "，,。")):
        return True
    if after[0] in _CONTINUING or before[-1] in _WAITING:
        return False
    word = before[-1] + after[0]
    return not is_word(word) or is_word(before[-2:]) or is_word(after[:2])


RULES = (
    Rule(
        name="web.page_number_inside",
        category="web_residue",
        severity="warning",
        explain="文库网站每页开头的编号插进了句子中间，把一句话、一个词断成两半。",
        fires="麻辣社区总体回复及时，截至目\n2、前共回复来件19件。",
        passes="加强组织领导\n2、制定工作制度。\n3、前期准备到位。",
        find=searching(
            rf"(?P<before>[{HAN}，,。]?[{HAN}])(?P<mark>[ \t]*\n[ \t\u3000]*(?:\d{{1,3}}[、.．]|第\s?\d{{1,3}}\s?页|[-—]\s?\d{{1,3}}\s?[-—]|\d{{1,3}}(?=\n))[ \t\u3000]*\n?)(?P<after>[的了、，。；,;）)][{HAN}]|[{HAN}]{{2}})",
            "句子中间插进了文库的页号。",
            suggestion="删去页号，把前后两半接起来",
            unless=_parted,
        ),
    ),
    Rule(
        name="web.document_number",
        category="web_residue",
        severity="warning",
        explain="「编号：230656405乡镇……报告」：文库网站的文档编号粘在标题前面。",
        fires="编号：230656405乡镇2017年脱贫攻坚工作整改情况报告",
        passes="项目编号：20230156，合同编号：2302。编号：1\n我镇公开目录",
        find=searching(
            rf"^[ \t\u3000]*(?P<mark>(?:(?:文档|资源|文章|稿件|资料)(?:编号|ID|id)|编号|ID)\s?[:：]\s?\d{{6,12}})(?=[ ]?[{HAN}])",
            "「{}」是文库网站的编号，不是文稿的内容。",
            suggestion="删去",
            near="编号 ID id",
            flags=re.MULTILINE,
        ),
    ),
)
