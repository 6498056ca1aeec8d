"""What recurs, told in two ways: on two days of the month, each quarter that is each month, collected before it is handed in; and a lower degree than is asked for."""

import re
from collections.abc import Iterator
from itertools import islice

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import name_at
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.rules._universal import sentence_at
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- on two days of the month -------------------------------------------------------------------------------------------

_ON = lazy.pattern(
    rf"每(?P<per>月|季度首月|季度末月|季首月)(?:的)?(?P<d>\d{{1,2}})日(?!前|之前|以前|至|到|[、和—~-])(?:为|是|定为)?[{HAN}]{{0,6}}?(?P<deed>公开|公布|公示|接访|接待|例会|学习|开放|发放|审核|集中办公)"
)
_MONTH_WORDS = waiting_for(("每月", "每季"))
_NOT_NOW = lazy.pattern("原|过去|以前|改为|调整|由")


def _two_days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每月10日为村务公开日」 and 「各村均在每月15日公开」."""
    first: dict[tuple[str, str], re.Match[str]] = {}
    for match in compared(matches_near(passage, _MONTH_WORDS, _ON, 30)):
        if _NOT_NOW.search(sentence_at(passage, match.start(), match.end())[0]):
            continue
        told = first.setdefault((match["per"], match["deed"]), match)
        if told["d"] != match["d"]:
            said = f"一处说「{told[0]}」，一处说「{match[0]}」，请核对。"
            yield from apart(rule, passage, told.span(), match.span(), said, doubted="later")
            return


# --- each quarter, that is each month ------------------------------------------------------------------------------------

_THAT_IS = lazy.pattern(
    rf"每(?P<one>周|月|季度|季|半年|年)[{HAN}]{{0,8}}(?:一次|1次)?[，,（(]即(?:在)?每(?P<other>周|月|季度|季|半年|年)(?!内|底|末)"
)
_THAT_WORDS = waiting_for(("，即", ",即", "（即", "(即"))


def _that_is(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每季度公开一次，即每月10日前张贴」."""
    for match in matches_near(passage, _THAT_WORDS, _THAT_IS, 30):
        if match["one"][0] != match["other"][0]:
            said = f"「每{match['one']}」与「每{match['other']}」不是一回事，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- collected before it is handed in ----------------------------------------------------------------------------------------

_HANDED = lazy.pattern(
    r"(?P<who>[^，,。；;\n]{0,12})每(?P<per>月|季度末月|季)(?P<d>\d{1,2})日前[^。；;，,\n]{0,16}?(?:报|交|送|提交)(?P<gap>[^。；;\n]{0,20}?)每(?P=per)(?P<e>\d{1,2})日前?[^。；;\n]{0,10}?(?:汇总|公布|上报|公开|发布)"
)


def _collected_early(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各处室每月25日前交校办，校办每月20日前汇总公布」."""
    for match in matches_near(passage, _MONTH_WORDS, _HANDED, 80):
        if int(match["e"]) < int(match["d"]) and "次" not in match["gap"] and "下" not in match["gap"]:
            said = f"{match['d']}日前才报，{match['e']}日前就汇总，先后不符，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- a lower degree than is asked for -----------------------------------------------------------------------------------------

_DEGREES = ("初中", "高中", "中专", "大专", "专科", "本科", "硕士", "研究生", "博士")
_RANK = {"初中": 0, "高中": 1, "中专": 1, "大专": 2, "专科": 2, "本科": 3, "硕士": 4, "研究生": 4, "博士": 5}
_ASKED = lazy.pattern(
    rf"(?:全日制)?(?P<asked>{'|'.join(_DEGREES)})(?:及|\(含\)|（含）)?以上(?:学历|文化程度)?(?P<gap>[^。\n]{{0,30}}?)(?P<lower>{'|'.join(_DEGREES)})(?:学历|毕业生|文化程度)?(?:的)?(?:亦可|也可|均可|都可|同样可以|可以)(?:报名|报考|应聘|参加)?"
)
_DEGREE_WORDS = waiting_for(("亦可", "也可", "均可", "都可", "可以"))


def _lower_degree(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「大专以上学历，中专学历亦可报名」."""
    for match in matches_near(passage, _DEGREE_WORDS, _ASKED, 70):
        if _RANK[match["lower"]] < _RANK[match["asked"]] and not re.search(
            "放宽|退役|特别|优秀|除|经验|烈士|少数民族|条件", match["gap"]
        ):
            said = f"要求{match['asked']}以上，又说{match['lower']}可以，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- a name turned about ----------------------------------------------------------------------------------------------------

_HOLDER = lazy.pattern(
    rf"(?:组长|主任|书记|镇长|乡长|村长|局长|院长|校长|所长|站长|会计|主席|委员|队长|负责人|联系人|经办人|审核人)(?:同志)?[：:为由是]?[ \u3000]?(?P<name>[{HAN}]{{3}})"
)
_HOLDER_WORDS = waiting_for(("组长", "主任", "书记", "镇长", "乡长", "村长", "局长", "院长", "校长", "所长", "站长", "会计", "主席", "委员", "队长", "负责人", "联系人", "经办人", "审核人"))  # fmt: skip
_MOST_NAMES = 200


def _name_turned(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「监督小组组长：孙传福」 and 「监督小组组长孙福传」: one name with two characters changed about."""
    seen: dict[str, re.Match[str]] = {}
    for match in islice(matches_near(passage, _HOLDER_WORDS, _HOLDER, 14), _MOST_NAMES):
        name = match["name"]
        key = name[0] + "".join(sorted(name[1:]))
        if key not in seen and name_at(passage, match.start("name")) == name:
            seen[key] = match
        told = seen.get(key, match)
        if told["name"] != name:
            said = f"一处是「{told['name']}」，一处是「{name}」，疑是同一个人，两个字写颠倒了，请核对。"
            yield from apart(rule, passage, told.span("name"), match.span("name"), said, doubted="later")
            return


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "name_turned_about",
        "同一个姓名，两处的后两个字前后颠倒。",
        "监督小组组长：孙传福。\n监督小组组长孙福传已签字。",
        "监督小组组长：孙传福。\n监督小组组长孙传福已签字。",
        Waiting(_HOLDER_WORDS, _name_turned),
    ),
    _rule(
        "two_days_of_month",
        "每月几日公开、接访，两处写的日子不同。",
        "每月10日为村务公开日，各村均在每月15日公开。",
        "每月10日为村务公开日，各村均在每月10日公开。",
        Waiting(_MONTH_WORDS, _two_days),
    ),
    _rule(
        "quarter_that_is_month",
        "「每季度一次，即每月」：前后的频次不同。",
        "常规内容每季度公开一次，即每月10日前张贴。",
        "常规内容每月公开一次，即每月10日前张贴。",
        Waiting(_THAT_WORDS, _that_is),
    ),
    _rule(
        "collected_before_handed_in",
        "每月汇总公布的日子，早于各单位报送的日子。",
        "各处室每月25日前将材料交校办，校办每月20日前汇总公布。",
        "各处室每月20日前将材料交校办，校办每月25日前汇总公布。",
        Waiting(_MONTH_WORDS, _collected_early),
    ),
    _rule(
        "lower_degree_allowed",
        "要求大专以上学历，又说中专也可以报名。",
        "具有大专以上学历，中专学历亦可报名。",
        "具有大专以上学历，退役士兵放宽到中专学历亦可报名。",
        Waiting(_DEGREE_WORDS, _lower_degree),
    ),
)
