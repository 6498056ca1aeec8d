"""Limits and those who go beyond them: a cap and another cap, beds and those in them, articles announced, none and so many, named things counted."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import NUMBER, clauses_before, number_in
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- one cap, and another -------------------------------------------------------------------------------------------

_UNITS = "%|万元|元|人|名|桌|天|日|个|平方米|亩|次|户|年|小时|公里|吨|件|米|斤"
_CAP = lazy.pattern(
    rf"(?P<noun>[{HAN}]{{2,4}}?)(?:人数|数量|金额|面积|标准|总数|价格|总额|时间|期限)?(?:一律)?(?:不得超过|不超过|不得多于|控制在|最多|限额为|上限为)(?P<n>\d{{1,6}}(?:\.\d{{1,2}})?)(?P<unit>{_UNITS})(?:以内|以下)?"
)
_CAP_WORDS = waiting_for(("不得超过", "不超过", "不得多于", "控制在", "最多", "限额", "上限"))
_BEYOND = r"{noun}(?:人数|数量|金额|面积|标准|总数|价格|总额|时间|期限)?(?:超过|超出|高于|多于|达到?|为)(?P<n>\d{{1,6}}(?:\.\d{{1,2}})?)(?P<unit>{unit})|(?<![\d.第])(?P<n2>\d{{1,6}})(?:{unit2}){noun}(?!人数)"
_PEOPLE = ("人", "名")
_GRADED = lazy.pattern(
    "一般|特殊|其中|每[户人村]|第[一二三]|另|以下的|城[市镇]|农村|批|类|种|耕地|分别|原|上年"
)


def _caps(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「代表不得超过5人」 and 「6名代表」; 「礼金不超过3万元」 and 「礼金超过5万元的」."""
    for cap in compared(matches_near(passage, _CAP_WORDS, _CAP, 40)):
        unit, most = cap["unit"], float(cap["n"])
        if _GRADED.search(clauses_before(passage.text, passage.start, cap.end())):
            continue
        others = "|".join(_PEOPLE) if unit in _PEOPLE else unit
        pattern = _BEYOND.format(noun=re.escape(cap["noun"][-2:]), unit=others, unit2=others)
        for other in re.compile(pattern).finditer(passage.text, passage.start, passage.end):
            if cap.start() <= other.start() < cap.end() or _GRADED.search(clauses_before(passage.text, passage.start, other.end())):  # fmt: skip
                continue
            number, held = float(other["n"] or other["n2"]), other["n2"] is not None
            threshold = "超过" in other[0] or "高于" in other[0] or "多于" in other[0]
            if number > most and (held or not threshold) or threshold and number != most:
                said = f"一处是「{cap[0]}」，另一处是「{other[0]}」，请核对。"
                yield from apart(rule, passage, cap.span(), other.span(), said)
                return


# --- beds, and those in them ----------------------------------------------------------------------------------------

_BEDS = lazy.pattern(
    r"(?P<what>床位|座位|车位|泊位|学位|席位)(?P<n>\d{1,5})[张个](?P<gap>[^。；;\n\d]{0,16}?)(?:入住|在院|收住|容纳|安置|现住|实住|入读|停放)[^。；;，,\n\d]{0,10}(?P<held>\d{1,5})(?:人|名|辆)"
)
_BEDS_WORDS = waiting_for(("床位", "座位", "车位", "泊位", "学位", "席位"))


def _beds(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「设床位120张，入住老人135人」."""
    for match in matches_near(passage, _BEDS_WORDS, _BEDS, 60):
        flow = re.search("累计|全年|先后|人次|每年", match[0])
        if (
            int(match["held"]) > int(match["n"])
            and not flow
            and passage.text[match.end() : match.end() + 1] != "次"
        ):
            said = f"{match['what']}只有{match['n']}个，却有{match['held']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- articles announced ---------------------------------------------------------------------------------------------

_ARTICLES = lazy.pattern(
    rf"本(?:村规民约|公约|办法|规定|细则|制度|章程|条例|守则|规约|规则|居民公约)(?:共|全文共|一共)(?:[一二三四五六七八九十\d]{{1,3}}章[，,、]?)?(?P<n>{NUMBER})条"
)
_ARTICLES_WORDS = waiting_for(("共",))
_ARTICLE = lazy.pattern(rf"^[ \t\u3000]*第(?P<n>{NUMBER})条", re.MULTILINE)


def _articles(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「本村规民约共八条」 under the seventh and last one."""
    told_of = list(matches_near(passage, _ARTICLES_WORDS, _ARTICLES, 30))
    articles = _ARTICLE.finditer(passage.text, passage.start, passage.end) if told_of else ()
    numbers = [number_in(one["n"]) or 0 for one in articles]
    last = max(numbers, default=0)
    for match in told_of:
        told = number_in(match["n"])
        if len(numbers) > 2 and numbers[0] == 1 and told and told != last:
            said = f"说是共{match['n']}条，最后一条是第{last}条，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- none, and so many ----------------------------------------------------------------------------------------------

_NONE_SO_MANY = lazy.pattern(
    rf"(?:无一[笔起例件户人名家个]|没有一[笔起例件户人名家个]|未发生一[起例件]|无任何)(?P<what>[{HAN}]{{2,4}})[^。\n]{{0,24}}?(?<!无)(?P=what)(?:的)?(?P<n>[1-9]\d{{0,4}})[笔起例件户人名家个次]"
)
_NONE_SO_MANY_WORDS = waiting_for(("无一", "没有一", "未发生一", "无任何"))


def _none_so_many(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「无一笔逾期，逾期2笔」."""
    for match in matches_near(passage, _NONE_SO_MANY_WORDS, _NONE_SO_MANY, 60):
        if not re.search("去年|上年|往年", match[0]):
            yield rule.finding(
                passage, *match.span(), f"先说没有{match['what']}，又写了{match['n']}，请核对。"
            )


# --- free of charge, with a charge ----------------------------------------------------------------------------------

_FREE = lazy.pattern(
    r"免费(?:开放|培训|服务|体验|提供)?(?:的)?(?:项目|内容|课程|服务)[：:为包括有]{1,3}[^。；;\n]{0,60}?(?:收费|收取|交费|缴费|每[人课次][^，,。；;\d]{0,4})(?P<sum>\d{1,5})元"
)
_FREE_WORDS = waiting_for(("免费",))


def _free(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「免费项目：书画培训、古筝培训（每课时收费20元）」."""
    for match in matches_near(passage, _FREE_WORDS, _FREE, 110):
        if not re.search("原|价值|押金|另|除|以外|超出|外", match[0]):
            yield rule.finding(passage, *match.span(), f"列在免费项目里，又写收{match['sum']}元，请核对。")


# --- named things counted -------------------------------------------------------------------------------------------

_NAMED = lazy.pattern(
    rf"^[ \t\u3000]*(?:[一二三四五六七八九十\d（(）)、.．]{{0,4}})[{HAN}]{{0,8}}(?P<kind>镇|乡|村|社区|街道|单位|学校|企业|公司|家庭|合作社|小区)(?:名单)?[：:](?P<list>[^：:\n。；;\d]{{4,600}})[。；;]?$",
    re.MULTILINE,
)
_NAMED_WORDS = waiting_for(("镇：", "乡：", "村：", "社区：", "街道：", "单位：", "学校：", "企业：", "公司：", "家庭：", "合作社：", "小区：", "名单："))  # fmt: skip


def _named(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「命名河东镇等3个镇」 and 「文明镇：河东镇、新安镇」."""
    for match in compared(matches_near(passage, _NAMED_WORDS, _NAMED, 640)):
        items, kind = re.split("[、，,]", match["list"]), match["kind"]
        if any(not one for one in items) or items[-1].endswith("等") or len(items) < 2:
            continue
        counted = re.compile(
            rf"(?<![第\d])(?P<n>{NUMBER})[个家所户](?:[{HAN}]{{0,6}}?){kind}(?![{HAN}]{{0,1}}级)"
        )
        told = list(counted.finditer(passage.text, passage.start, match.start()))
        numbers = {number_in(one["n"]) for one in told}
        if len(numbers) != 1 or None in numbers or len(items) in numbers:
            continue
        number = next(iter(numbers)) or 0
        if abs(number - len(items)) <= max(1, number // 4):
            said = f"前面说{told[0][0]}，这里列出{len(items)}个，请核对。"
            yield from apart(rule, passage, told[0].span(), match.span("list"), said)
            return


_hint = hint_of("contradiction", "internal_contradiction")

RULES = (
    _hint(
        "cap_and_beyond",
        "一处写不得超过多少，另一处的数却超过，或者按另一个数处理。",
        "礼金不超过3万元。\n礼金超过5万元的，取消评选资格。",
        "礼金不超过3万元。\n礼金超过3万元的，取消评选资格。",
        Waiting(_CAP_WORDS, _caps),
    ),
    _hint(
        "more_than_beds",
        "入住的人比床位还多。",
        "镇敬老院设床位120张，入住老人135人。",
        "镇敬老院设床位120张，入住老人95人。",
        Waiting(_BEDS_WORDS, _beds),
    ),
    _hint(
        "articles_announced",
        "说本办法共几条，与最后一条的序号要一致。",
        "第一条 总则。\n第二条 分则。\n第三条 附则。\n本办法共四条。",
        "第一条 总则。\n第二条 分则。\n第三条 附则。\n本办法共三条。",
        Waiting(_ARTICLES_WORDS, _articles),
    ),
    _hint(
        "none_and_so_many",
        "先说一笔、一起都没有，紧接着又写了几笔、几起。",
        "贷款按时收回，无一笔逾期，逾期2笔已启动代偿。",
        "贷款按时收回，无一笔逾期，提前还款2笔。",
        Waiting(_NONE_SO_MANY_WORDS, _none_so_many),
    ),
    _hint(
        "free_with_charge",
        "列在免费项目里的，又写了收费多少元。",
        "免费项目：书画培训、古筝培训（每课时收费20元）。",
        "免费项目：书画培训、古筝培训。",
        Waiting(_FREE_WORDS, _free),
    ),
    _hint(
        "named_and_counted",
        "前面说命名几个镇、几个单位，名单上列的要一样多。",
        "决定命名3个镇为文明镇。\n文明镇：河东镇、新安镇。",
        "决定命名2个镇为文明镇。\n文明镇：河东镇、新安镇。",
        Waiting(_NAMED_WORDS, _named),
    ),
)
