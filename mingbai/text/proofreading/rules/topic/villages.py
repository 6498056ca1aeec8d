"""Villages of one town's paper in that of another, where one file holds both."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._foreign import NO_NAME, NO_STEMS
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._units import SMALL, own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_VILLAGE_WORDS = waiting_for(("村",))
_VILLAGES = lazy.pattern(
    rf"(?:(?<=^)|(?<=[\n。；;，,、 \u3000]))(?P<mark>(?P<run>[{HAN}]{{2,4}}?村)(?:、[{HAN}]{{2,4}}?村)*)(?=被|获|评|率先|道路|流转|种植|新建|建成|投入|完成|等|的|公开|村务|党支部|[0-9])",
    re.MULTILINE,
)


def _of_other_paper(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「黑石寨村、鱼泉村被评为示范点」 in one town's summary, where the file's summary of another town has these villages."""
    own = own_of(passage)
    text = passage.text
    if own is None or own.sort not in SMALL or not own.town or len(text) - len(passage.body) < _OTHER_PAPER:
        return
    for match in matches_near(passage, _VILLAGE_WORDS, _VILLAGES, 24):
        names = match["mark"].split("、")
        if any(name[:-1] in NO_STEMS or NO_NAME & set(name[:-1]) - set("大小") for name in names):
            continue
        once = all(passage.body.count(name) == 1 for name in names)
        if len(names) > 1 and once and _is_of_other(passage, names, own.town):
            said = f"「{match['mark']}」是同一文件里另一篇材料的村名，这一篇是「{own.name}」的，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对村名")


_OTHER_PAPER, _NEAR = 80, 260


def _is_of_other(passage: Passage, names: list[str], town: str) -> bool:
    """Whether the villages stand elsewhere in the file too, where another town is spoken of and this one is not."""
    for before, after in ((0, passage.start), (passage.end, len(passage.text))):
        rest = passage.text[before:after]
        stems = [name.removesuffix("村") for name in names]
        at = rest.find(stems[0])
        near = rest[max(at - _NEAR, 0) : at + _NEAR]
        if at >= 0 and all(stem in near for stem in stems) and town not in near:
            return _ANY_TOWN.search(near) is not None
    return False


_ANY_TOWN = lazy.pattern(rf"[{HAN}]{{2}}(?:镇|乡|街道)(?![镇乡村街级])")


RULES = (
    Rule(
        name="topic.villages_of_other_paper",
        category="wrong_topic_paste",
        severity="info",
        explain="一个文件里有几个乡镇的材料，这一篇里出现的村却是另一篇的，多为套用时没有改净。",
        fires="篇1：五里川乡2013年政务公开工作总结\n五里川乡高度重视。黑石寨村、鱼泉村被评为县级示范点，全年公开信息126条，接受群众咨询200余人次，办结率达到百分之百，全部整改到位，群众满意率达到96%。\n篇2：双河口乡2013年政务公开工作总结\n双河口乡设立公开栏12处。黑石寨村、鱼泉村被评为县级示范点，乡财政安排经费3万元，购置电子屏2块，印制办事指南3000份，发放到全乡12个村，检查结果与年底考核挂钩。",
        passes="双河口乡2013年政务公开工作总结\n双河口乡设立公开栏12处。黑石寨村、鱼泉村被评为县级示范点。",
        find=Waiting(_VILLAGE_WORDS, _of_other_paper),
    ),
)
