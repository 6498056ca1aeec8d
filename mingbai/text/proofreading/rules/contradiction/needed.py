"""What is needed and not needed, every day and not on six days, each has one and fewer in all, passed by all and not by all: one matter in both ways."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.rules._universal import NUMBER, sentence_at
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- needed, and not needed ---------------------------------------------------------------------------------------------

_GIVE = "提供|提交|出具|携带|缴纳|填写|填报|办理|参加|签订"
_NOT_NEEDED = lazy.pattern(
    rf"(?:无须|无需|不需要?|不用|不必|毋须|毋需|不再)(?:再)?(?P<verb>{_GIVE})(?P<what>[{HAN}]{{3,10}}?)(?=[，,。；;）)\n])"
)
_NOT_NEEDED_WORDS = waiting_for(("无须", "无需", "不需", "不用", "不必", "毋须", "毋需", "不再"))
_NEEDED = r"(?<![无不毋])(?:须|需要?|应当?|必须|(?<!不)要(?!求)){verb}[^。；;\n]{{0,30}}?{what}"
_BUT = lazy.pattern("除|可通过|能够?通过|数据共享|符合|如|若|凡|已[^，,]{0,8}的|的，|本地|再次|对")
_BACK = 200


def _not_needed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「申请人须提供户口簿、收入证明等材料，无须提供收入证明」."""
    for match in compared(matches_near(passage, _NOT_NEEDED_WORDS, _NOT_NEEDED, 30)):
        needed = re.compile(_NEEDED.format(verb=match["verb"], what=re.escape(match["what"])))
        low = max(passage.start, match.start() - _BACK)
        other = needed.search(passage.text, low, match.start())
        if other and not _BUT.search(sentence_at(passage, match.start(), match.end())[0][-14:]):
            said = f"一处说「{other[0]}」，一处说「{match[0]}」，请核对。"
            yield from apart(rule, passage, other.span(), match.span(), said, doubted="later")


# --- every day, and not on some -----------------------------------------------------------------------------------------

_DAILY = lazy.pattern(
    rf"(?:每天|每日|天天|每晚|全天候|每周|每月)(?:都|均)?(?:有人)?(?P<deed>[{HAN}]{{2}})(?=[，,。；;\n])"
)
_DAILY_WORDS = waiting_for(("每天", "每日", "天天", "每晚", "全天候", "每周", "每月"))
_NOT_ON_SOME = r"有?(?:{number})(?:天|次|日|晚|周|个月)[^，,。；;\n\d]{{0,4}}(?:无人|没有|没|未|漏){deed}"
_AHEAD = 70


def _not_every_day(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「校领导每天陪餐，10月有6天无人陪餐」."""
    for match in compared(matches_near(passage, _DAILY_WORDS, _DAILY, 20)):
        left = re.compile(_NOT_ON_SOME.format(number=NUMBER, deed=match["deed"]))
        stop = passage.text.find("\n", match.end(), min(passage.end, match.end() + _AHEAD))
        other = left.search(
            passage.text, match.end(), stop if stop >= 0 else min(passage.end, match.end() + _AHEAD)
        )
        before = sentence_at(passage, match.start(), match.end())[0]
        if other and not re.search("要求|规定|应|须|要", before[-16:]):
            said = f"先说「{match[0]}」，又说「{other[0]}」，请核对。"
            yield rule.finding(passage, match.start(), other.end(), said)


# --- each has one, and fewer in all ----------------------------------------------------------------------------------------

_EACH_HAS = lazy.pattern(
    rf"(?P<n>{NUMBER})个?(?:行政村|村|社区|单位|部门|学校|站所|科室|股室|村民小组|乡镇|街道|支部|班级)(?:[（(][^（）()]{{1,6}}[）)])?(?:均|都|全部)(?:已)?(?:明确|配备|设立|建立|确定|设置|安排|聘请|选派|成立)了?(?:一名|1名|专职|兼职)?(?P<what>[{HAN}]{{2,8}}?)(?=[，,。；;\n])"
)
_EACH_HAS_WORDS = waiting_for(("均", "都", "全部"))
_IN_ALL = r"(?:{what}(?:总数|总人数|共|共有|人数|数量)?(?:为|有|达)?(?P<m>{number})(?:人|名|个|块|处|支)|(?P<m2>{number})(?:名|个|块|处|支){what})"


def _fewer_in_all(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「17个村均明确了信息员，信息员总数为15人」."""
    for match in compared(matches_near(passage, _EACH_HAS_WORDS, _EACH_HAS, 50)):
        told = re.compile(_IN_ALL.format(what=re.escape(match["what"]), number=NUMBER))
        other = told.search(passage.text, match.end(), min(passage.end, match.end() + _BACK))
        places = number_in(match["n"])
        every = number_in(other["m"] or other["m2"]) if other else None
        if other and places and every and places / 2 < every < places:
            if not re.search(
                "其中|另|培训|新|部分|优秀|评|乡|镇级", passage.text[match.end() : other.start()][-16:]
            ):
                said = f"{match['n']}个都有，一共却只有{every}，请核对。"
                yield from apart(rule, passage, match.span(), other.span(), said, doubted="later")


# --- passed by all ------------------------------------------------------------------------------------------------------------

_BY_ALL = lazy.pattern(
    rf"实到[^，,。；;\n\d]{{0,6}}?(?P<here>{NUMBER})(?:人|名)[，,](?:其中)?[^，,。；;\n\d]{{0,4}}(?:同意|赞成)(?:票)?(?P<yes>{NUMBER})(?:人|票|名)[，,][^。\n]{{0,16}}?(?P<mark>全票|一致|全体一致)(?:表决)?(?:通过|同意)"
)
_BY_ALL_WORDS = waiting_for(("全票", "一致"))


def _passed_by_all(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「实到40人，同意38人，全票通过」."""
    for match in matches_near(passage, _BY_ALL_WORDS, _BY_ALL, 70):
        here, yes = number_in(match["here"]), number_in(match["yes"])
        if here and yes and yes < here:
            said = f"实到{match['here']}人，同意{match['yes']}人，不是{match['mark']}通过，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- so often in so many weeks ------------------------------------------------------------------------------------------------

_WEEKLY = lazy.pattern(
    rf"每(?P<per>周|月|个月)[{HAN}]{{0,6}}?(?:一|1)次(?P<gap>[^。；;\n]{{0,12}}?)(?P<n>\d{{1,2}})(?P<unit>周|个月)[，,]?(?:共|累计)?[{HAN}]{{0,6}}?(?P<m>\d{{1,3}})次"
)
_WEEKLY_WORDS = waiting_for(("每周", "每月", "每个月"))


def _so_many_weeks(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每周检查一次，本学期20周共检查9次」."""
    for match in matches_near(passage, _WEEKLY_WORDS, _WEEKLY, 60):
        same = match["per"][-1] == match["unit"][-1]
        if same and abs(int(match["n"]) - int(match["m"])) > 1:
            said = f"每{match['per']}一次，{match['n']}{match['unit']}约{match['n']}次，写的是{match['m']}次，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- for three years, and each year anew ------------------------------------------------------------------------------------

_TERM = lazy.pattern(
    rf"(?:合同期|租期|租赁期|聘期|承包期|聘用期|协议期|签约期)限?(?:为|是)?(?P<n>{NUMBER})年[^。\n]{{0,40}}?(?P<each>一年一签|每年一签|一年一聘|一年一定|每年签订一次|一年一包)"
)
_TERM_WORDS = waiting_for(("一年一", "每年一签", "每年签订"))


def _each_year_anew(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「合同期3年，租赁合同一年一签」."""
    for match in matches_near(passage, _TERM_WORDS, _TERM, 70):
        if number_in(match["n"]) != 1:
            said = f"先说{match['n']}年，又说{match['each']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- so many, so many done, so many left ------------------------------------------------------------------------------------------

_LEFT = lazy.pattern(
    rf"(?P<a>\d{{1,5}})(?P<u>个|户|件|条|项|名|处|家|起|份)(?P<x>[{HAN}]{{1,6}}?)[^，,。；;\n\d]{{0,10}}[，,](?P<b>\d{{1,5}})(?P=u)(?P=x)?(?:已|均已|现已)[^，,。；;\n\d]{{1,10}}[，,；;](?:还剩|尚剩|还有|尚有|剩余|剩下|其余|仍有)(?P<c>\d{{1,5}})(?P=u)"
)
_LEFT_WORDS = waiting_for(("还剩", "尚剩", "还有", "尚有", "剩余", "剩下", "其余", "仍有"))


def _left_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「6个科室流程图缺失，5个科室已补齐，还剩2个科室」."""
    for match in matches_near(passage, _LEFT_WORDS, _LEFT, 70):
        every, done, left = int(match["a"]), int(match["b"]), int(match["c"])
        if done + left != every and done <= every:
            said = f"一共{every}{match['u']}，已{done}{match['u']}，应剩{every - done}{match['u']}，写的是{left}{match['u']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "needed_and_not_needed",
        "一处说须提供的材料，另一处又说无须提供。",
        "申请人须提供户口簿、收入证明等材料，无须提供收入证明。",
        "申请人须提供户口簿、身份证等材料，无须提供收入证明。",
        Waiting(_NOT_NEEDED_WORDS, _not_needed),
    ),
    _rule(
        "daily_but_not_on_some",
        "说每天都做，又写有几天没有做。",
        "校领导每天陪餐，10月有6天无人陪餐。",
        "校领导每天陪餐，10月有6天在教室陪餐。",
        Waiting(_DAILY_WORDS, _not_every_day),
    ),
    _rule(
        "each_has_one_fewer_in_all",
        "说每个村都有，一共的个数却比村数少。",
        "全镇17个村均明确了信息员，信息员总数为15人。",
        "全镇17个村均明确了信息员，信息员总数为17人。",
        Waiting(_EACH_HAS_WORDS, _fewer_in_all),
    ),
    _rule(
        "passed_by_all_of_fewer",
        "同意的人数比实到的少，却说全票通过。",
        "实到40人，同意38人，全票通过。",
        "实到40人，同意40人，全票通过。",
        Waiting(_BY_ALL_WORDS, _passed_by_all),
    ),
    _rule(
        "so_often_in_weeks",
        "每周一次，几周应是几次。",
        "每周检查一次，本学期20周共检查9次。",
        "每周检查一次，本学期20周共检查20次。",
        Waiting(_WEEKLY_WORDS, _so_many_weeks),
    ),
    _rule(
        "for_years_and_each_year",
        "合同期、聘期写几年，又说一年一签。",
        "合同期3年，期满可续租，租赁合同一年一签。",
        "合同期1年，期满可续租，租赁合同一年一签。",
        Waiting(_TERM_WORDS, _each_year_anew),
    ),
    _rule(
        "done_and_left_over",
        "一共几个、已做几个、还剩几个，加不起来。",
        "6个科室流程图缺失，5个科室已补齐，还剩2个科室。",
        "6个科室流程图缺失，4个科室已补齐，还剩2个科室。",
        Waiting(_LEFT_WORDS, _left_over),
    ),
)
