"""Who answers and who acts in a paper of another unit: the bureau to be asked is another one, a town's government hears reports in a bureau's plans."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._mentions import has_changed, is_told_of, of_several, sentence_before
from mingbai.text.proofreading.rules._units import Own, own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- whom to ask ----------------------------------------------------------------------------------------------------------

_ASK_WORDS = waiting_for(("联系", "咨询", "反映"))
_ASK = lazy.pattern(
    rf"请(?:直接)?(?:与|向|同|和)(?P<mark>(?P<body>[{HAN}]{{2,16}}?(?P<kind>局|委员会|中学|小学|学校|医院|卫生院|镇|乡|街道))(?:人民政府|办事处)?)(?:[{HAN}]{{0,8}}(?:办公室|股|科|室|办))?(?:联系|咨询|反映)"
)
_QUESTION = re.compile("疑问|疑义|咨询|意见|建议|需要|问题|异议")
# One of several, or that of the reader.
_SEVERAL = re.compile("[或和与及]|所在|当地|各|所属|户籍")
# What a name may end in for the sort of the unit whose paper it is.
_LIKE = {
    "局": {"局"},
    "委": {"局", "委员会"},
    "镇": {"镇", "乡", "街道"},
    "乡": {"镇", "乡", "街道"},
    "街道": {"镇", "乡", "街道"},
    "校": {"中学", "小学", "学校"},
    "医院": {"医院", "卫生院"},
}


def _is_ours(own: Own, passage: Passage, body: str) -> bool:
    """Whether a body is the unit itself, the one above it, or a part of its name."""
    known = own.whole + own.name + (passage.document.unit or "") + (passage.document.title or "")
    bare = re.sub(f"^(?:{own.city}|{own.county}|[{HAN}]{{1,3}}[省市县区])+", "", body) or body
    return (
        bare in known
        or body in known
        or body.endswith(own.name)
        or body in {"我局", "本局", "我镇", "本镇", "该局"}
    )


def _asked(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「如有疑问，请与水务局办公室联系」 in the report of the bureau of agriculture."""
    own = own_of(passage)
    if own is None or own.sort not in _LIKE or of_several(passage):
        return
    for match in matches_near(passage, _ASK_WORDS, _ASK, 40):
        before = sentence_before(passage, match.start())
        if match["kind"] not in _LIKE[own.sort] or not _QUESTION.search(before):
            continue
        if (
            _SEVERAL.search(match["body"])
            or _is_ours(own, passage, match["body"])
            or is_told_of(passage, *match.span("mark"))
        ):
            continue
        said = f"这是「{own.name}」的材料，请群众联系的却是「{match['mark']}」，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=own.name)


# --- a town that acts in a bureau's paper -----------------------------------------------------------------------------------

_TOWN_WORDS = waiting_for(tuple(f"{place}{of}" for place in ("镇", "乡") for of in ("党委", "政府")))
_TOWN_ACTS = lazy.pattern(
    rf"(?:(?<=^)|(?<=[。；，、\n：\u3000])|(?<=[一二三四五六]是))(?P<mark>[镇乡](?:党委、?(?:政府)?|政府))(?:每|将|定期|高度|专题|成立|把|主要领导|认真|不断|切实|坚持|按月|按季)[{HAN}]{{0,16}}?(?:公开|汇报|考核|领导小组|会议|议事日程)",
    re.MULTILINE,
)
_MOST = 3


def _town_acts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「镇政府每季度听取一次信息公开工作汇报」 among what a bureau of the county will do."""
    own = own_of(passage)
    if (
        own is None
        or own.townkind
        or own.sort not in {"局", "委", "办", "医院", "校"}
        or has_changed(passage)
    ):
        return
    found = [
        match
        for match in matches_near(passage, _TOWN_WORDS, _TOWN_ACTS, 30)
        if not is_told_of(passage, *match.span("mark"))
    ]
    for match in found if len(found) <= _MOST else ():
        said = f"这是「{own.name}」的材料，这里却是「{match['mark']}」在做事，疑为照搬乡镇的文字，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="改为本单位的名称")


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "asks_other_body",
        "农业农村局的报告，请群众有疑问时联系的却是水务局，多为套用别处的材料。",
        "云阳坪县农业农村局2021年年度报告\n云阳坪县农业农村局编制本报告。如有疑问，请与云阳坪县水务局办公室联系。",
        "云阳坪县农业农村局2021年年度报告\n云阳坪县农业农村局编制本报告。如有疑问，请与云阳坪县农业农村局办公室联系。",
        Waiting(_ASK_WORDS, _asked),
    ),
    _rule(
        "town_acts",
        "局、学校、医院的材料里，「镇政府每季度听取汇报」，多为照搬乡镇的材料。",
        "青山县民政局2021年工作总结\n青山县民政局认真落实。镇政府每季度听取一次信息公开工作汇报。",
        "青山县民政局2021年工作总结\n青山县民政局认真落实。由镇政府初审，各镇政府每季度汇报一次公开情况。",
        Waiting(_TOWN_WORDS, _town_acts),
    ),
)
