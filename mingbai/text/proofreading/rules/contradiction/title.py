"""The title against the first sentence, and days that cannot follow each other: stages, deadlines, terms."""

import re
from collections.abc import Iterator
from datetime import date

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.amounts import Amount, alike, statements, written
from mingbai.text.proofreading.calendar import day_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- the title ------------------------------------------------------------------------------------------------

_TITLE_WORDS = waiting_for(("的公示", "的通知", "的公告", "总结", "报告", "的通告", "公布", "情况", "名单"))
_LONGEST_TITLE = 60
_OPENING = 260
_PART_OF_YEAR = lazy.pattern(
    r"(?P<half>[上下]半年)|(?:第)?(?P<quarter>[一二三四1-4])季度|(?P<term>[春秋])季学?期?|(?P<first>\d{1,2})月?(?:份)?\s?(?:至|到|—|-|－|~)\s?(?:\d{4}年)?(?P<last>\d{1,2})月"
)
_NOW = lazy.pattern("现将|以来|拟|下列|公布如下|公示如下|现公示|本次|兹将|下达")
_AT_HEAD = lazy.pattern(r"\s*(?:上半年|下半年|[一二三四]季度)[，,](?:全|我)[县市区镇乡街局]")
_BEFORE = lazy.pattern("与|比|较|上年|去年|同期|相比|截至|计划|今后|下一步|将在|安排")


def _title(passage: Passage) -> tuple[int, str] | None:
    if not passage.prose:
        return None
    offset, line = passage.prose[0]
    return None if len(line) > _LONGEST_TITLE or re.search("[。；;]", line) else (offset, line)


def _first_sentences(passage: Passage, title_end: int) -> list[tuple[int, str]]:
    """The sentences near the head that say what the paper is about."""
    found, place = [], title_end
    for sentence in re.split("(?<=[。\n])", passage.text[title_end : min(passage.end, title_end + _OPENING)]):
        at_head = place <= title_end + 1 and _AT_HEAD.match(sentence)
        if at_head or (_NOW.search(sentence) and not _BEFORE.search(sentence)):
            found.append((place, sentence))
        place += len(sentence)
    return found


def _months(match: re.Match[str]) -> tuple[str, tuple[int, ...] | str]:
    """What kind of part of a year, and its months or its name."""
    if match["term"]:
        return "term", match["term"]
    if match["half"]:
        return "months", (1, 6) if match["half"][0] == "上" else (7, 12)
    if match["quarter"]:
        number = (
            int(match["quarter"]) if match["quarter"].isdecimal() else chinese_number(match["quarter"]) or 1
        )
        return "months", (3 * number - 2, 3 * number)
    return "months", (int(match["first"]), int(match["last"]))


def _period_of_title(rule: Rule, passage: Passage) -> Iterator[Finding]:
    title = _title(passage)
    own = list(_PART_OF_YEAR.finditer(title[1])) if title else []
    if title is None or len(own) != 1:
        return
    kind, value = _months(own[0])
    start = title[0] + len(title[1])
    for offset, sentence in _first_sentences(passage, start):
        told = [match for match in _PART_OF_YEAR.finditer(sentence) if _months(match)[0] == kind]
        if len(told) == 1 and _months(told[0])[1] != value:
            said = f"标题写的是「{own[0][0]}」，正文写的是「{told[0][0]}」，请核对。"
            here = (offset + max(0, told[0].start() - 5), offset + told[0].end())
            yield from apart(
                rule,
                passage,
                (title[0] + own[0].start(), title[0] + own[0].end()),
                here,
                said,
                doubted="later",
            )
            return


def _count_of_title(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「12户」 or 「50万元」 in the title and another number where the text begins."""
    title = _title(passage)
    if title is None:
        return
    start = title[0] + len(title[1])
    told = [
        one
        for sentence in passage.once(statements)
        for one in sentence.amounts
        if one.end <= start + _OPENING
    ]
    own = [
        one
        for one in told
        if one.end <= start and one.value > 1 and one.unit not in {"%", "天", "月", "期", "次", "届"}
    ]
    if len(own) != 1:
        return
    for offset, sentence in _first_sentences(passage, start):
        inside = [one for one in told if offset <= one.start < offset + len(sentence) and alike(one, own[0])]
        if (
            len(inside) == 1
            and inside[0].value != own[0].value
            and not re.search("其中|每|第|首批|共计|累计|预算", inside[0].label)
        ):
            one: Amount = inside[0]
            said = f"标题写的是{written(own[0].value, own[0].unit)}，正文写的是{written(one.value, one.unit)}，请核对。"
            yield from apart(
                rule,
                passage,
                (own[0].start, own[0].end),
                (one.start - min(len(one.label), 8), one.end),
                said,
                doubted="later",
            )
            return


_VILLAGE = lazy.pattern(r"(?:关于[对在]?|^)(?P<name>[一-鿿]{2,3})(?P<kind>村|社区)(?![委民民务级集庄])")
_PLACE_OPENING = 400


def _place_of_title(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「青坪村」 in the title and only 「青平村」 in the text."""
    title = _title(passage)
    own = _VILLAGE.search(title[1]) if title else None
    if title is None or own is None:
        return
    start, name, kind = title[0] + len(title[1]), own["name"], own["kind"]
    text = passage.text[start : passage.end]
    # Where the text names the village of its title too, only a line on where it is can be of the other.
    labels = "" if name in text else "在|将|对|为|我|"
    for match in re.finditer(
        rf"(?:{labels}地点[：:]|地址[：:]|位于|单位[：:])(?P<name>[一-鿿]{{{len(name)}}}){kind}",
        text[:_PLACE_OPENING],
    ):
        if sum(one != other for one, other in zip(match["name"], name, strict=True)) == 1:
            said = f"标题写的是「{name}{kind}」，正文写的是「{match['name']}{kind}」，请核对。"
            place = (title[0] + own.start("name"), title[0] + own.end())
            yield from apart(
                rule, passage, place, (start + match.start(), start + match.end()), said, doubted="later"
            )
            return


# --- days -----------------------------------------------------------------------------------------------------

_STAGE = lazy.pattern(
    r"阶段\s?[（(](?:\d{4}年)?(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日?\s?(?:[—－–~～-]{1,2}|至|到)\s?(?:\d{4}年)?(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日"
)
_STAGE_WORDS = waiting_for(("阶段（", "阶段("))
_HAND_IN = lazy.pattern(
    r"(?:于|在)?(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日(?:\d{1,2}时)?(?:之?前|以前)[^。；;\d]{0,10}(?:将|把)?[^。；;\d]{0,24}?(?:报送?|交|送)(?:至|到|给)?[^。；;\d]{2,20}[。；;，,][^。\d]{0,24}?汇总[^。\d]{0,12}(?P<second>(?:于|在)?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日(?:之?前|以前))"
)
_HAND_IN_WORDS = waiting_for(("汇总",))
_TERM = lazy.pattern(
    r"(?P<what>任期|期限|承包期|租期|租赁期|合同期|聘期|服务期|流转期|保修期|有效期)限?(?:为|共|是)?[：:]?(?P<years>[一二两三四五六七八九十]{1,3}|\d{1,2})年[，,（(：:]\s?(?:即)?(?:自|从)?(?P<y1>20\d\d)年(?P<m1>\d{1,2})月(?:(?P<d1>\d{1,2})日)?(?:起)?(?:至|到|—|－|-)(?P<y2>20\d\d)年(?P<m2>\d{1,2})月(?:(?P<d2>\d{1,2})日)?"
    r"|(?P<what2>任期|期限|承包期|租期|租赁期|合同期|聘期|服务期|流转期)限?[：:]?(?:自|从)(?P<y3>20\d\d)年(?P<m3>\d{1,2})月(?:(?P<d3>\d{1,2})日)?(?:起)?(?:至|到|—|－|-)(?P<y4>20\d\d)年(?P<m4>\d{1,2})月(?:(?P<d4>\d{1,2})日)?(?:止)?[，,][共计为期]{1,3}(?P<years2>[一二两三四五六七八九十]{1,3}|\d{1,2})年"
)
_TERM_WORDS = waiting_for(
    ("任期", "有效期", "期限", "承包期", "租期", "租赁期", "合同期", "聘期", "服务期", "流转期")
)
_BUILT = lazy.pattern(
    r"(?P<y1>20\d\d)年(?P<m1>\d{1,2})月(?:\d{1,2}日)?[^。；;\n\d]{0,6}(?:开工|动工|启动建设|开始建设)[^。；;\n\d]{0,10}(?P<second>(?P<y2>20\d\d)年(?P<m2>\d{1,2})月(?:\d{1,2}日)?[^。；;\n，,\d]{0,6}(?:竣工|完工|建成|验收|投入使用))"
)
_BUILT_WORDS = waiting_for(("开工", "动工", "启动建设", "开始建设"))


def _stages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A stage that begins before the one above it has ended."""
    before: tuple[int, int, re.Match[str]] | None = None
    for match in matches_near(passage, _STAGE_WORDS, _STAGE, 60):
        first = int(match["m1"]) * 100 + int(match["d1"])
        last = int(match["m2"] or match["m1"]) * 100 + int(match["d2"])
        if last < first and first // 100 - last // 100 < _OVER_NEW_YEAR:
            continue  # a stage that ends before it begins has its own rule
        near = before is not None and match.start() - before[2].end() < _STAGES_APART
        if near and before and before[0] <= first < before[1]:
            said = f"上一阶段到{before[1] // 100}月{before[1] % 100}日才结束，这一阶段从{first // 100}月{first % 100}日开始，时间重叠，请核对。"
            line = passage.text.rfind("\n", 0, match.start()) + 1
            shared = (before[1] // 100 - first // 100) * 30 + before[1] % 100 - first % 100
            severity: Severity | None = None if shared > _FEW_DAYS else "info"
            yield rule.finding(passage, max(line, match.start() - 12), match.end(), said, severity=severity)
        before = (first, last, match)


# A few days in common may be meant.
_STAGES_APART, _FEW_DAYS, _OVER_NEW_YEAR = 600, 6, 3


def _handed_in(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Papers to be handed in by one day and to be summed up before it."""
    for match in matches_near(passage, _HAND_IN_WORDS, _HAND_IN, 160):
        first, second = (int(match[f"m{one}"]) * 100 + int(match[f"d{one}"]) for one in (1, 2))
        if second < first and not (first > 1100 and second < 200):
            said = f"{match['m1']}月{match['d1']}日才收齐，却要在{match['m2']}月{match['d2']}日前汇总上报，请核对。"
            yield rule.finding(passage, match.start("m1"), match.end("second"), said)


def _terms(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「任期三年，自2021年5月至2025年5月」."""
    for match in matches_near(passage, _TERM_WORDS, _TERM, 80):
        names = ("y1", "m1", "d1", "y2", "m2", "d2") if match["y1"] else ("y3", "m3", "d3", "y4", "m4", "d4")
        years_said = match["years"] or match["years2"]
        years = int(years_said) if years_said.isdecimal() else chinese_number(years_said.replace("两", "二"))
        begin = day_of(int(match[names[0]]), int(match[names[1]]), int(match[names[2]] or 1))
        end = day_of(int(match[names[3]]), int(match[names[4]]), int(match[names[5]] or 28))
        if begin is None or end is None or not years:
            continue
        span = _years_between(begin, end)
        if abs(span - years) > _ABOUT_A_MONTH:
            said = f"写的是{years}年，起止日期相隔约{span:.1f}年，请核对。"
            yield rule.finding(passage, *match.span(), said)


_ABOUT_A_MONTH = 0.13


def _years_between(begin: date, end: date) -> float:
    return (end - begin).days / 365.25


def _built(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _BUILT_WORDS, _BUILT, 80):
        begun, done = (int(match[f"y{one}"]) * 12 + int(match[f"m{one}"]) for one in (1, 2))
        if done < begun:
            yield rule.finding(passage, *match.span(), "竣工的时间早于开工的时间，请核对。")


RULES = (
    Rule(
        name="contradiction.title_period",
        category="internal_contradiction",
        severity="warning",
        explain="标题写的季度、半年、学期，与正文开头写的不同。",
        fires="2023年第二季度村级财务收支情况的公示\n现将我村2023年7月至9月的财务收支情况公布如下。",
        passes="2023年第二季度村级财务收支情况的公示\n现将我村2023年4月至6月的财务收支情况公布如下。",
        find=Waiting(_TITLE_WORDS, _period_of_title),
    ),
    Rule(
        name="contradiction.title_count",
        category="internal_contradiction",
        severity="warning",
        explain="标题写的户数、人数、金额，与正文开头写的不同。",
        fires="关于拟纳入低保的12户家庭的公示\n经审核，拟将下列11户家庭纳入最低生活保障。",
        passes="关于拟纳入低保的12户家庭的公示\n经审核，拟将下列12户家庭纳入最低生活保障。",
        find=Waiting(_TITLE_WORDS, _count_of_title),
    ),
    Rule(
        name="contradiction.title_place",
        category="internal_contradiction",
        severity="warning",
        explain="标题写的村名，与正文写的差一个字。",
        fires="关于青坪村饮水工程的公示\n拟在青平村实施饮水安全工程。",
        passes="关于青坪村饮水工程的公示\n拟在青坪村实施饮水安全工程。",
        find=Waiting(_TITLE_WORDS, _place_of_title),
    ),
    Rule(
        name="contradiction.stages",
        category="internal_contradiction",
        severity="warning",
        explain="方案里后一阶段的起始日，早于前一阶段的结束日。",
        fires="自查阶段（3月21日—4月30日）\n整改阶段（4月15日—5月31日）",
        passes="自查阶段（3月21日—4月30日）\n整改阶段（5月1日—5月31日）",
        find=Waiting(_STAGE_WORDS, _stages),
    ),
    Rule(
        name="contradiction.handed_in",
        category="internal_contradiction",
        severity="warning",
        explain="各单位报送的期限，晚于汇总上报的期限。",
        fires="各村请于9月20日前将自查报告报镇党政办；镇党政办汇总后于9月10日前上报。",
        passes="各村请于9月10日前将自查报告报镇党政办；镇党政办汇总后于9月20日前上报。",
        find=Waiting(_HAND_IN_WORDS, _handed_in),
    ),
    Rule(
        name="contradiction.term",
        category="internal_contradiction",
        severity="warning",
        explain="任期、承包期、合同期写的年数，与起止日期不符。",
        fires="任期三年，自2021年5月至2025年5月。",
        passes="任期三年，自2021年5月至2024年5月。",
        find=Waiting(_TERM_WORDS, _terms),
    ),
    Rule(
        name="contradiction.built_before_begun",
        category="internal_contradiction",
        severity="warning",
        explain="竣工的时间早于开工的时间。",
        fires="项目自2021年3月开工，2020年12月竣工。",
        passes="项目自2021年3月开工，2021年12月竣工。",
        find=Waiting(_BUILT_WORDS, _built),
    ),
)
