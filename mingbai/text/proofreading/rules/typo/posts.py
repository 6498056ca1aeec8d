"""Posts given with a word lost or a wrong one: 「以镇长任组长」, 「由乡党委书记组长」, 「由副李明同志负责」."""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import is_word
from mingbai.text.proofreading.rules._naming import surnames

_POST = "(?:常务|第一)?副?(?:组长|总指挥|指挥长)"
_HOLDER = "(?:书记|[镇乡县市区村局校院所站处科队会部厂]长|主任|主席|同志|委员|干事|负责人|领导)"


def _no_person(passage: Passage, match: re.Match[str]) -> bool:
    """「副省长同志」 names a post: only a surname behind 「副」 shows that the post was lost."""
    name = match["name"]
    known = surnames(passage)
    return name[0] not in known or is_word(f"副{name[:2]}") or is_word(f"副{name[0]}")


RULES = (
    Rule(
        name="typo.post_as",
        category="typo",
        severity="warning",
        explain="「以……为组长」「由……任组长」是两种说法，不能写成「以……任组长」。",
        fires="成立了以镇长任组长、各站所负责人为成员的领导小组。",
        passes="成立了以镇长为组长、由各站所负责人任成员的领导小组，可以由镇长任组长。",
        find=searching(
            rf"(?<![可所予难加足得用借给致何])以(?![上下来及后前内外往])[{HAN}（）()“”]{{0,14}}?{_HOLDER}[{HAN}]{{0,3}}?(?P<mark>担?任){_POST}",
            "「以……{}……」两种说法混在一起：写「以……为……」，或者「由……任……」。",
            suggestion="为",
            near="任组长 任副组长 任常务副组长 任第一副组长 任总指挥 任指挥长 任副总指挥",
            unless=lambda _, match: "由" in match.group() or "为" in match.group(),
        ),
    ),
    Rule(
        name="typo.post_verb_lost",
        category="typo",
        severity="warning",
        explain="「由校长组长」漏了「任」：谁担任什么，中间要有「任」「为」。",
        fires="领导小组由校长组长，各科室负责人任成员。",
        passes="领导小组由校长任组长，由党小组组长、村民小组长任成员。",
        find=searching(
            rf"由[{HAN}（）()“”、]{{0,16}}?{_HOLDER}(?P<mark>{_POST})(?=[，,。；;、\s])",
            "「{}」前面漏了「任」。",
            suggestion="任{}",
            near="长组长 长副组长 书记组长 书记副组长 主任组长 主任副组长 主席组长 主席副组长 同志组长 同志副组长 委员副组长 委员组长 负责人组长 领导组长 领导副组长",
            unless=lambda _, match: re.search("[任为兼是]|小组长?组长", match.group()) is not None,
        ),
    ),
    Rule(
        name="typo.post_lost",
        category="typo",
        severity="warning",
        explain="「由副李明同志负责」里「副」后面漏了职务。",
        fires="由副李明同志具体负责政务公开工作。",
        passes="由副乡长李明同志具体负责，请示副省长同志。",
        find=searching(
            rf"(?:(?<![{HAN}])|(?<=[由请向经与和及]))副(?P<name>[{HAN}]{{2,3}})同志",
            "「副」后面漏了职务。",
            suggestion="补上职务",
            near="副",
            unless=_no_person,
        ),
    ),
)
