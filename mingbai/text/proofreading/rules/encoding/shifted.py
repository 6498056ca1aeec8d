"""Characters that a conversion out of PDF moved to a neighbour in the code table: 「讣真」 for 认真, 「服务亍社会」 for 于.

Fonts embedded with a table of their own give such texts when their words are copied out; document-sharing sites are
full of them. The wrong characters hardly occur in official prose, so a few sure ones convict the whole text; then
everyday characters that were moved (「参不」 for 参与) are looked for too.
"""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.triggers import sought

# what stands there → what was meant
_SHIFTED = dict(
    zip(
        "丌亍乊仸讣觃収迕劢劤叏叐叧呾敁癿迒丏幵亊刡卲徆昡彔挃绉乢",
        "不于之任认规发进动努取受另和效的还且并事到即很是录指经书",
        strict=True,
    )
)
_OWN_WORDS = lazy.pattern("讣(?:告|闻|文)|彳亍|文绉绉|(?:违|忤|乖)迕|夏丏尊")
_SURE = sought(f"[{''.join(_SHIFTED)}]")
# In a text so damaged 与 became 不 and 专 became 与, 或 became 戒, 从 became 仍.
_EVERYDAY = lazy.pattern(
    r"(?:参|给)(?P<a>不)(?![到了])|请(?P<b>不)(?=[^，。\n]{2,16}联系)|[增促]进(?P<c>不)(?=群众)"
    r"|(?P<d>与)(?=题|项|业|家|职|门|栏|人负责|用于)|(?P<e>戒)(?=者|有关|其他)|(?P<f>仍)(?=事|而|业|严)"
)
_MEANT = {"不": "与", "与": "专", "戒": "或", "仍": "从"}
_CONVICTED = 2


def _shifted(passage: Passage) -> tuple[re.Match[str], ...]:
    own = {
        at
        for match in _OWN_WORDS.finditer(passage.text, passage.start, passage.end)
        for at in range(*match.span())
    }
    found = _SURE.finditer(passage.text, passage.start, passage.end)
    return tuple(match for match in found if match.start() not in own)


def _moved(rule: Rule, passage: Passage) -> Iterator[Finding]:
    sure = _shifted(passage)
    for match in sure:
        meant = _SHIFTED[match.group()]
        said = f"「{match.group()}」疑为「{meant}」，是从 PDF 转换时错位的字。"
        yield rule.finding(passage, *match.span(), said, suggestion=meant)
    if len(sure) < _CONVICTED:
        return
    for match in _EVERYDAY.finditer(passage.text, passage.start, passage.end):
        start, end = match.span(match.lastgroup or 0)
        meant = _MEANT[passage.text[start]]
        said = f"全文有转换时错位的字，这里的「{passage.text[start]}」疑为「{meant}」。"
        yield rule.finding(passage, start, end, said, suggestion=meant)


RULES = (
    Rule(
        name="encoding.shifted",
        category="encoding_damage",
        severity="error",
        explain="从 PDF 复制时，有的字错成了字库里邻近的字：「认真」成了「讣真」，「于」成了「亍」，「任」成了「仸」。有几处时，「参不」这样的常用字也提示。",
        fires="我局讣真落实主劢公开制度，明确责仸，更好地服务亍社会，单位职工积极参不。",
        passes="我局认真落实主动公开制度，明确责任。讣告已经张贴，老人彳亍而行。",
        find=_moved,
    ),
)
