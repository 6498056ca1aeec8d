"""How information was applied for before the Regulation was revised in 2019, in a text of a later year: the reasons asked for, the days, the fees."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules.outdated.expression import year_offered
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# The revised Regulation is in force since 2019-05-15; a text of that year may speak of either.
_REVISED = 2019
_WORDS = waiting_for(
    ("特殊需要", "15个工作日", "十五个工作日", "15日", "十五日", "15工作日", "30个工作日", "检索", "监察机关", "监察部门", "监察局", "3月31日", "用途", "科研等需要")
)  # fmt: skip
_REASONS = lazy.pattern(
    r"(?P<mark>(?:自身|本人|申请人)?(?:的)?(?:生产、?生活、?科研|生产、?生活和科研)等?(?:方面的?)?(?:自身)?特殊需要)"
)
_DAYS = lazy.pattern(
    r"(?:收到|受理|登记|接到)[^。；;\n]{0,16}(?:申请|之日)[^。；;\n]{0,14}?(?P<mark>(?:15|十五)(?:个?工作)?日(?:之?内)?)(?=[^。；;\n]{0,12}答复|内)"
    r"|延长(?:答复)?(?:的)?(?:期限)?[^。；;\n]{0,14}?(?P<mark2>(?:15|十五|30|三十)个?工作日)"
)
_FEES = lazy.pattern(
    r"(?:收取|缴纳|支付|承担|核收|按[^。；;\n]{0,12}标准[^。；;\n]{0,4})[^。；;\n]{0,10}?(?P<mark>检索(?:费)?、?复制(?:费)?、?(?:和|及|\(含案卷材料复制\))?(?:邮寄|递送)(?:费)?(?:等)?(?:成本)?(?:费用)?)"
)
_TO_SUPERVISION = lazy.pattern(
    r"(?:向|由)[^。；;\n]{0,20}?(?P<mark>监察机关|监察部门|监察局)(?=[^。；;\n]{0,24}(?:举报|投诉))"
)
_PURPOSE = lazy.pattern(
    r"(?:说明|注明|写明|填写|提供|核实|审查|载明|明确|描述|要求)[^。；;，,\n]{0,8}?(?P<mark>(?:申请|信息|获取信息|所需信息|使用|申请公开)?的?(?:使用)?用途)(?![途费])"
)
_ADVICE = (
    (_PURPOSE, "2019年修订的条例不再要求申请人说明所需信息的用途。"),
    (_REASONS, "2019年修订的条例不再要求申请人说明生产、生活、科研等特殊需要。"),
    (_DAYS, "2019年修订的条例第三十三条规定的答复期限是20个工作日，延长也不超过20个工作日。"),
    (_FEES, "2019年修订的条例规定提供信息不收取检索、复制、邮寄费用，只对明显过量的申请收信息处理费。"),
    (_TO_SUPERVISION, "2019年修订的条例规定向上一级行政机关或者政府信息公开工作主管部门投诉、举报。"),
)
_ABOUT = lazy.pattern("信息公开|依申请|申请公开|政府信息")
_ELSE = lazy.pattern(
    "第三方|补正|复议|诉讼|起诉|仲裁|信访|投诉|举报人|许可|公示|公告|征求|异议|书面意见|审批|旧|原条例|修订前|取消|删除|不再|无需|不得|不要求"
)
_NONE = lazy.pattern("[未不没无免](?!限)|0元|零")


def _old_procedure(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_offered(passage)
    if year is None or year < _REVISED or not _ABOUT.search(passage.body):
        return
    if year == _REVISED and "711号" not in passage.body and passage.document.year is not None:
        return
    for pattern, advice in _ADVICE:
        for match in matches_near(passage, _WORDS, pattern, 80):
            group = "mark" if match["mark"] else "mark2"
            start, end = match.span(group)
            if passage.in_web_residue(start) or _is_other(passage, match, pattern):
                continue
            yield rule.finding(passage, start, end, f"{advice}这里还是旧条例的写法，请核对。")


def _is_other(passage: Passage, match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether the sentence speaks of something else, or of what is no longer asked."""
    before = re.split("[。；;\n]", passage.text[max(passage.start, match.start() - 30) : match.start()])[-1]
    after = re.split("[。；;\n]", passage.text[match.end() : match.end() + 16])[0]
    said = before + match[0] + after
    around = passage.text[max(passage.start, match.start() - 160) : match.end() + 60]
    if not _ABOUT.search(around):
        return True
    if pattern is _FEES and _NONE.search(said):
        return True
    if pattern is _TO_SUPERVISION:
        return "信息公开" not in passage.text[max(passage.start, match.start() - 80) : match.end()]
    return _ELSE.search(said) is not None


# --- articles by the numbers they had before 2019 --------------------------------------------------------------------

_ARTICLE = lazy.pattern(
    r"(?:《?(?:中华人民共和国)?(?:政府)?信息公开)?条例》?(?:的)?(?P<mark>第(?P<number>九|十|十一|十二|十三|十四|二十四|二十七|三十一|三十三|9|10|11|12|13|14|24|27|31|33)条)(?![之、])(?P<said>[^。；;\n]{0,30})"
)
_ARTICLE_WORDS = waiting_for(("条例》第", "条例第", "条例》的第"))
# What the old article was about → where it stands now; 政府信息公开条例, 国务院令第492号 and 第711号.
_MOVED = (
    (
        {"九", "十", "十一", "十二", "9", "10", "11", "12"},
        "主动公开|重点公开|公开范围|公开的范围|公开的内容|公开内容|应当公开",
        "第十九条、第二十条、第二十一条",
    ),
    ({"十三", "13"}, "特殊需要|申请获取|申请公开", "第二十七条"),
    ({"十四", "14"}, "保密审查|审查机制|审查制度|发布审查", "第十七条"),
    ({"二十四", "24"}, "答复", "第三十三条"),
    ({"二十七", "27"}, "收取|收费|费用|成本", "第四十二条"),
    ({"三十一", "31"}, "年度报告|年报|3月31日", "第四十九条、第五十条"),
    ({"三十三", "33"}, "举报|投诉|行政复议|行政诉讼", "第五十一条"),
)


def _old_articles(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_offered(passage)
    if year is None or year < _REVISED or "修订前" in passage.body:
        return
    if year == _REVISED and not re.search("711号|新修订|修订后|新《条例》", passage.body):
        return
    for match in matches_near(passage, _ARTICLE_WORDS, _ARTICLE, 60):
        for numbers, about, now in _MOVED:
            if match["number"] in numbers and re.search(about, match["said"]):
                said = f"2019年修订后，这一内容在条例{now}，这里还是旧条例的条号，请核对。"
                yield rule.finding(passage, *match.span("mark"), said, suggestion=now)


_SUE_WORDS = waiting_for(("3个月", "三个月"))
_SUE = lazy.pattern(
    r"(?P<mark>(?:3|三)个月(?:之?内)?)(?=[^。；;\n]{0,16}(?:人民法院)?[^。；;\n]{0,6}(?:提起[^。；;\n]{0,6}诉讼|起诉))"
)
# The Law of Administrative Procedure as amended from 2015-05-01: six months.
_SUE_SINCE = 2016
_DIRECTLY = lazy.pattern("行政诉讼|人民法院")


def _time_to_sue(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_offered(passage)
    if year is None or year < _SUE_SINCE:
        return
    for match in matches_near(passage, _SUE_WORDS, _SUE, 60):
        sentence = passage.text[match.start() : match.end() + 24]
        before = passage.text[max(passage.start, match.start() - 24) : match.start()]
        if _DIRECTLY.search(sentence) and not re.search("劳动|仲裁|届满", before + sentence):
            said = "2015年修订的行政诉讼法规定直接起诉的期限是6个月，3个月是旧法的规定，请核对。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="6个月")


RULES = (
    Rule(
        name="outdated.old_article",
        category="outdated_expression",
        severity="info",
        explain="2019年修订的政府信息公开条例条号变了，材料里还写「条例第十四条保密审查」「条例第三十一条年度报告」。",
        fires="2022年政府信息公开工作年度报告\n依据《条例》第十四条建立信息发布保密审查机制。",
        passes="2022年政府信息公开工作年度报告\n依据《条例》第十七条建立信息发布保密审查机制，按第五十条编制年度报告。",
        find=Waiting(_ARTICLE_WORDS, _old_articles),
    ),
    Rule(
        name="outdated.time_to_sue",
        category="outdated_expression",
        severity="info",
        explain="行政诉讼的起诉期限2015年5月1日起由3个月改为6个月，答复书、决定书里还写3个月。",
        fires="答复书\n2022年3月25日\n如不服，可在3个月内向人民法院提起行政诉讼。",
        passes="答复书\n2022年3月25日\n如不服，可在6个月内向人民法院提起行政诉讼。",
        find=Waiting(_SUE_WORDS, _time_to_sue),
    ),
    Rule(
        name="outdated.old_procedure",
        category="outdated_expression",
        severity="info",
        explain="2019年5月15日修订的条例施行后，指南、总结里还写「生产、生活、科研等特殊需要」「15个工作日」「检索、复制、邮寄费用」。",
        fires="信息公开指南（2021年修订）\n申请政府信息公开的，应当说明自身生产、生活、科研等特殊需要。",
        passes="信息公开指南（2021年修订）\n申请政府信息公开的，不再要求说明生产、生活、科研等特殊需要，自收到申请之日起20个工作日内答复。",
        find=Waiting(_WORDS, _old_procedure),
    ),
)
