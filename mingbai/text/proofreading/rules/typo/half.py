"""Frames of which only one half stands: 「以改革契机」 without 「为」, 「向乡镇人民政府」 without what is done."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._deeds import does_nothing, is_deed
from mingbai.text.proofreading.rules._parsing import (
    INSIDE,
    LETTER,
    shape,
    shapes_of,
    words_between,
)

# Where a clause begins, behind 「（一）」 too.
_BEGIN = r"(?:^|(?<=[，,。；;：:\n）)]))"


_TOWARDS = (
    r"(?:有权|可以|应当?|必须|及时|主动|切实|定期|自觉|广泛|积极|直接|统一|分别|逐级|真正|更好地|要|可|需)"
)

_PEOPLE = "政府|机关|部门|单位|群众|企业|村民|居民|公众|职工|教职工|患者|家长|党员|代表|社会|上级|委员会|会议|小组|人员|干部|客商|商户|农户|百姓|申请人|办公室|主任|局|办|院"


def _disposes_of_nothing(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, *match.span("inner"))
    if not words or words[0].kind[0] in "vd":
        return False
    return not any(is_deed(word.text, word.kind) for word in words) and not _PUT.search(match["inner"])


_PUT = lazy.pattern(
    "纳入|列|作为|与|同|融入|贯穿|摆|放|报|送|交|提|写|记|计入|移|入|到|为|给|在|于|成|向|从|以|按|加|做|进行|予以|对|结合|分|编|印|定|用|转|推|抓|落"
)


_PRAISED = lazy.pattern("作|做|献|出|贡献了|尽|添|增|提供|有|创造|发挥|取得|赢得|而|奋斗|努力|贡献智慧")


def _gives_nothing(passage: Passage, match: re.Match[str]) -> bool:
    return _PRAISED.search(match["inner"]) is None


def _gives_no_praise(passage: Passage, match: re.Match[str]) -> bool:
    return _GIVEN.search(match["inner"]) is None


_GIVEN = lazy.pattern("给|表示|作出|作了|做出|做了|予以|得到|受到|有|获|赢得|提出|报以|是|进行")


def _has_no_duty(passage: Passage, match: re.Match[str]) -> bool:
    """「由办公室政府信息的收集、整理」: what is named are nouns only, since 「的」 makes them so."""
    return "的" in match["mark"][2:] and _DUTY_VERB.search(match["mark"]) is None


_DUTY_VERB = lazy.pattern("负责|承担|牵头|从事|做好|抓|统一|具体|进行|承办|主办|组织|担任|兼")


RULES = (
    Rule(
        name="typo.toward_nothing",
        category="typo",
        severity="info",
        explain="介词后面只有对象，没有说做什么：「有权向乡镇人民政府。」「切实为企业群众。」「将公开工作年度绩效考核，」。",
        fires="监督小组有权向乡镇人民政府。将政务公开工作年度绩效考核，切实为企业群众。",
        passes="监督小组有权向乡镇人民政府反映。将政务公开工作纳入年度绩效考核，切实为企业群众服务。",
        find=shapes_of(
            shape(
                rf"(?P<mark>{_TOWARDS}(?:向|为|由|给)(?P<inner>{INSIDE}{{0,16}}(?:{_PEOPLE}))(?=[。；;，,]))",
                "「{}」没有说做什么，话没有说完",
                "info",
                does_nothing,
            ),
            shape(
                rf"{_BEGIN}(?:并|同时|要)?(?P<mark>(?:向|为)(?!由|了|主|期)(?P<inner>{INSIDE}{{0,16}}(?:{_PEOPLE}))(?=[。；]))",
                "「{}」没有说做什么，话没有说完",
                "info",
                does_nothing,
            ),
            shape(
                rf"(?<=[，,；])(?P<mark>对(?!于|象)(?P<inner>{INSIDE}{{2,36}}(?:的(?:村|单位|部门|人员|干部|行为|企业|个人|责任人|党员)|委员会|代表会议|村民小组))(?=[。；]))",
                "「{}」没有说怎么办，话没有说完",
                "info",
            ),
            shape(
                rf"{_BEGIN}(?:并|同时|要|我[镇乡县局]|坚持|继续|切实)?(?P<mark>[将把](?P<inner>{LETTER}{{2,16}}(?:考核|管理|议程|日程|规划|体系|范围|目标|考评|评价|议事日程|计划|全过程|各方面)))(?=[，,。；])",
                "「{}」没有动词，疑漏「纳入」「列入」一类的词",
                "info",
                _disposes_of_nothing,
            ),
            shape(
                rf"(?<![针相绝反核面])(?P<mark>对(?!照|于)(?P<inner>{INSIDE}{{2,24}}?)(?:高度评价|充分肯定|一致好评|衷心感谢|强烈不满|大力支持))(?=[，,。；])",
                "「{}」没有动词，疑漏「给予」「表示」",
                "info",
                _gives_no_praise,
            ),
            shape(
                rf"(?P<mark>由(?P<inner>[^，,。；;：:！？\n的]{{0,8}}?(?:办公室|[科股办站所]|人员|专人|同志|中心|干部|委员|信息员))(?:政府信息|政务信息|政务公开|村务公开|信息|日常){INSIDE}{{0,24}})(?=[，,。；])",
                "「{}」没有动词，疑漏「负责」",
                "info",
                _has_no_duty,
            ),
            shape(
                rf"(?P<mark>(?:就|围绕|针对|向|将)(?P<inner>{INSIDE}{{2,30}}?)进行了?)(?=[。；])",
                "「{}」后面缺动词，疑漏了字",
                "info",
            ),
            shape(
                rf"(?P<mark>为(?P<inner>{INSIDE}{{2,24}}?)(?:更大|新的|积极|应有|更多|新的更大|重要)的?(?:贡献|力量))(?=[，,。；！])",
                "「{}」疑漏「作出」「贡献」一类的动词",
                "info",
                _gives_nothing,
            ),
        ),
    ),
)
