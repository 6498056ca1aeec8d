"""What one sentence settles and another unsettles: all in time and some late, upheld and overturned, the supervised who supervises, tiers that leave a gap, none received and one answered."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_OTHER_TIME = lazy.pattern("去年|上年|往年|历年|前年|以前|此前|20\\d\\d年|上半年|季度|全[县市省国]")


def _sentence(passage: Passage, start: int, end: int) -> str:
    before = re.split("[。；;\n]", passage.text[max(passage.start, start - 50) : start])[-1]
    return before + re.split("[。；;\n]", passage.text[start : min(passage.end, end + 40)])[0]


# --- all in time, and some late -----------------------------------------------------------------------------------------

_LATE = lazy.pattern(
    r"(?:未(?:按期|按时|及时|在[^，,。；;\n]{2,12}内)|逾期|超期)(?P<deed>公示|公开|办结|答复|回复|报送|整改|上传|归档|发放|更新|发布)?的?(?:有|共)?(?P<n>[1-9]\d{0,4})(?:件|条|项|个|份|户|次|起|宗)"
)
_LATE_WORDS = waiting_for(("未按", "未及时", "未在", "逾期", "超期"))
_IN_TIME = r"(?:全部|均|都)[^，,。；;\n不未]{{0,14}}(?:按期|按时|及时|在[^，,。；;\n]{{0,10}}(?:日|时限|期限|规定时间)内)[^，,。；;\n]{{0,6}}{deed}|{deed}(?:及时|按时|按期)率(?:达到?|为)?100[%％]"


def _late_and_all(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「未按期公示11件」 and 「全部处罚决定均在7个工作日内公示」."""
    for match in compared(matches_near(passage, _LATE_WORDS, _LATE, 30)):
        deed = match["deed"] or "(?:公示|公开|办结|答复|回复|报送)"
        if _OTHER_TIME.search(_sentence(passage, match.start(), match.end())):
            continue
        for other in re.finditer(_IN_TIME.format(deed=deed), passage.body):
            start, end = passage.start + other.start(), passage.start + other.end()
            words = _sentence(passage, start, end)
            if not re.search(
                "其余|其他|除|要求|应当|应于|应在|须|确保|今后|下一步|做到", words
            ) and not _OTHER_TIME.search(words):
                said = f"一处说「{match[0]}」，另一处说「{other[0]}」，请核对。"
                yield from apart(rule, passage, match.span(), (start, end), said)
                return


# --- upheld and overturned ------------------------------------------------------------------------------------------------

_UPHELD = lazy.pattern(
    r"(?P<what>复议|诉讼)(?:案件)?(?:共)?(?P<n>[1-9]\d{0,3})(?:件|起|宗)[，,](?:其中)?(?:结果|均|全部|法院)?[^，,。；;\n\d]{0,4}(?:维持|胜诉|驳回)(?![\d一二])"
)
_UPHELD_WORDS = waiting_for(("复议", "诉讼"))
_OVERTURNED = r"{what}[^，,。；;\n\d]{{0,6}}(?:纠错|纠正|撤销|败诉|确认违法)(?P<n>[1-9]\d{{0,2}}|[一二两三])?(?:件|起|宗)?"


def _overturned(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「行政复议1件，结果维持」 and 「被复议纠错1件」."""
    for match in compared(matches_near(passage, _UPHELD_WORDS, _UPHELD, 40)):
        for other in re.finditer(_OVERTURNED.format(what=match["what"]), passage.body):
            start, end = passage.start + other.start(), passage.start + other.end()
            words = _sentence(passage, start, end)
            if match.start() <= start < match.end() or re.search("[未没无防零0]|降低|减少|率", words):
                continue
            if not _OTHER_TIME.search(words.replace("本年度", "")):
                said = f"一处说「{match[0]}」，另一处说「{other[0]}」，请核对。"
                yield from apart(rule, passage, match.span(), (start, end), said, doubted="later")
                return


# --- the supervised who supervises ----------------------------------------------------------------------------------------

_SUPERVISES = lazy.pattern(
    rf"(?:村务|居务|社务)?监督(?:委员会|小组)主任由?(?:村|居|社区)?(?:党支部书记、)?(?:村|居)(?:民?委员?会|委会)(?:副主任|主任|委员|会计|文书)?[^，,。；;\n]{{0,6}}(?:兼任|担任|兼)"
    rf"|(?:村|居)委会(?:副主任|主任|会计)[{HAN}]{{0,4}}兼任(?:村务|居务)?监督(?:委员会|小组)(?:主任|组长|成员)"
)
_SUPERVISES_WORDS = waiting_for(("监督委员会", "监督小组"))


def _supervises(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「居务监督委员会主任由居委会主任兼任」: those who are supervised cannot be of those who supervise."""
    for match in matches_near(passage, _SUPERVISES_WORDS, _SUPERVISES, 60):
        if not re.search("不得|不能|严禁|禁止|回避", _sentence(passage, match.start(), match.end())):
            said = f"「{match[0]}」：村（居）委会成员不得担任村（居）务监督委员会的成员，请核对职务。"
            yield rule.finding(passage, *match.span(), said)


# --- the first half among plans for the second ------------------------------------------------------------------------------

_FIRST_HALF = lazy.pattern(
    r"(?:力争|确保|争取|计划|将|拟|努力在)[^，,。；;\n]{0,8}(?P<mark>上半年|[一二]季度)(?!度?报告|总结|情况)"
)
_FIRST_HALF_WORDS = waiting_for(("上半年", "一季度", "二季度"))


def _half_over(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「三、下半年打算……力争上半年公开信息100条以上」."""
    found = list(matches_near(passage, _FIRST_HALF_WORDS, _FIRST_HALF, 24))
    if not found:
        return
    places, lines = [match.start() for match in found], passage.prose
    begun = [offset for offset, _ in lines]
    for part in passage.once(plan_sections):
        at = bisect_right(begun, part.start)
        if not at or "下半年" not in lines[at - 1][1][:24] or part.start == passage.start:
            continue
        for match in found[bisect_left(places, part.start) : bisect_left(places, part.end)]:
            if "明年" not in match[0] and "20" not in match[0]:
                said = f"这一部分写的是下半年的打算，这里却说「{match[0]}」，请核对。"
                yield rule.finding(passage, *match.span("mark"), said)


# --- tiers that leave a gap -------------------------------------------------------------------------------------------------

_TIERS = lazy.pattern(
    rf"(?P<a>\d{{1,5}}(?:\.\d)?)(?P<u1>万元|万|元|人|户|亩|平方米|天|分)(?:及)?以上的?(?P<mid>[^。；;\n]{{2,30}}?)[，,；;](?P<b>\d{{1,5}}(?:\.\d)?)(?P<u2>万元|万|元|人|户|亩|平方米|天|分)(?:及)?以下的?(?P<rest>[{HAN}]{{0,10}})"
)
_TIERS_WORDS = waiting_for(("以上",))


def _tiers(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「3万元以上的必须逐项公开，2万以下的可以合并公开」: what of those between is not said."""
    for match in matches_near(passage, _TIERS_WORDS, _TIERS, 70):
        low = max(passage.start, match.start() - 50)
        around = (
            re.split("[。\n]", passage.text[low : match.start()])[-1]
            + match[0]
            + re.split("[。\n]", passage.text[match.end() : match.end() + 60])[0]
        )
        others = re.findall(rf"\d[\d.]*(?:{match['u1']}|{match['u2']})(?!元)", around)
        units = {match["u1"].replace("万元", "万"), match["u2"].replace("万元", "万")}
        two_tiers = len(others) == 2 and re.search("[至到~～—-]\\d|之间|罚款|处以|分别", around) is None
        if two_tiers and len(units) == 1 and float(match["a"]) != float(match["b"]):
            said = f"{match['a']}{match['u1']}以上和{match['b']}{match['u2']}以下之间接不上，请核对两个界限。"
            yield rule.finding(passage, match.start(), match.end("u2") + 2, said)


# --- none received, and one answered ------------------------------------------------------------------------------------------

_NONE = lazy.pattern(
    r"(?:未|没有|没)(?:收到|接到|受理)(?:过|任何)?(?:书面|当面|要求)?(?:的)?(?:政府信息|信息|政务信息)?(?:依申请)?公开的?(?:的)?(?:书面)?申请"
)
_NONE_WORDS = waiting_for(("未收到", "没有收到", "没收到", "未接到", "没有接到", "未受理"))
_ANSWERED = lazy.pattern(
    rf"(?<![\d.])(?P<n>[1-9]\d{{0,3}}|[一二两三四五])[件份宗](?:[{HAN}]{{0,6}}申请(?:公开)?|依申请公开)[^。；;\n]{{0,24}}(?:答复|办结|不予公开|予以公开|同意公开)"
)
_RECEIVED = lazy.pattern(r"(?<![未没])(?<!没有)收到[^，,。；;\n\d]{0,12}申请[1-9]\d{0,4}[件份宗]")
_FAR_BACK = lazy.pattern("去年|上年|往年|历年|如|若|凡|应|须|20\\d\\d年")


def _none_answered(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「本年度没有收到书面公开申请……对一件申请公开考核结果的，已书面答复不予公开」."""
    if _RECEIVED.search(passage.text, passage.start, passage.end):
        return  # so many received and none: `contradiction.none_and_some`
    for match in compared(matches_near(passage, _NONE_WORDS, _NONE, 30)):
        for other in _ANSWERED.finditer(passage.text, passage.start, passage.end):
            before = re.split(
                "[。；;\n]", passage.text[max(passage.start, other.start() - 30) : other.start()]
            )[-1]
            if not _FAR_BACK.search(before + other[0]):
                said = f"一处说「{match[0]}」，另一处说「{other[0]}」，请核对。"
                yield from apart(rule, passage, match.span(), other.span(), said, doubted="later")
                return


# --- all of them, by another number -------------------------------------------------------------------------------------------

_ALL_N = lazy.pattern(
    rf"(?:全部|所有)(?P<n>\d{{1,4}})(?P<unit>个|处|件|条|户|家|台|块|盏|辆|所|座)(?P<what>[{HAN}]{{2,8}})"
)
_ALL_N_WORDS = waiting_for(("全部", "所有"))
_KEY = 2


def _all_of_them(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「有6个探头损坏」 and 「更换全部8个损坏的探头」: two words in common with the only other number of these."""
    for match in compared(matches_near(passage, _ALL_N_WORDS, _ALL_N, 24)):
        what = re.split("[均都已按得逐由进]", match["what"])[0]
        pieces = [one for one in what.split("的") if len(one) >= _KEY]
        pieces[1:] = [one[:_KEY] for one in pieces[1:]]
        if len(pieces) != _KEY:
            continue
        told = re.compile(
            rf"(?P<n>\d{{1,4}}){match['unit']}[^，,。；;\n\d]{{0,4}}(?:{pieces[0]}[^，,。；;\n\d]{{0,4}}{pieces[1]}|{pieces[1]}[^，,。；;\n\d]{{0,4}}{pieces[0]})"
        )
        every = [
            one
            for one in told.finditer(passage.text, passage.start, passage.end)
            if not match.start() <= one.start() < match.end()
        ]
        if len(every) == 1 and every[0]["n"] != match["n"]:
            said = f"前面说「{every[0][0]}」，这里说「{match[0]}」，请核对。"
            yield from apart(rule, passage, every[0].span(), match.span(), said)


# --- in force from two days ----------------------------------------------------------------------------------------------------

_IN_FORCE = lazy.pattern(
    r"自(?P<day>20\d\d年\d{1,2}月\d{1,2}日)起(?:正式)?(?:施行|实施|执行)[，,。；;][^。\n]{0,12}自(?P<other>(?:发布|印发|公布)之日起(?:\d{1,2}日后?|[一三]十日后?)?)(?:起)?(?:正式)?(?:施行|实施|执行)"
)
_IN_FORCE_WORDS = waiting_for(("之日起",))


def _two_starts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「自2023年6月1日起施行，自发布之日起30日后施行」."""
    for match in matches_near(passage, _IN_FORCE_WORDS, _IN_FORCE, 80):
        said = f"先说自{match['day']}起施行，又说自{match['other']}施行，请核对。"
        yield rule.finding(passage, *match.span(), said)


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "late_and_all_in_time",
        "一处写未按期的有几件，另一处写全部按期。",
        "未按期公示11件，按时公示145件。\n自查发现，全部处罚决定均在7个工作日内公示。",
        "未按期公示11件，按时公示145件。\n自查发现，其余处罚决定均在7个工作日内公示。",
        Waiting(_LATE_WORDS, _late_and_all),
    ),
    _rule(
        "upheld_and_overturned",
        "复议、诉讼的结果一处是维持，另一处是被纠错、败诉。",
        "行政复议1件，结果维持；无行政诉讼。\n本年度存在因公开不当被复议纠错1件。",
        "行政复议1件，结果维持；无行政诉讼。\n本年度没有被复议纠错的情况。",
        Waiting(_UPHELD_WORDS, _overturned),
    ),
    _rule(
        "supervisor_supervised",
        "村（居）委会的人不能兼任村（居）务监督委员会主任。",
        "居务监督委员会主任由居委会主任曹阳兼任。",
        "居务监督委员会主任由居民代表曹阳担任。",
        Waiting(_SUPERVISES_WORDS, _supervises),
    ),
    _rule(
        "half_year_over",
        "下半年打算里写上半年要完成的事。",
        "2021年上半年工作总结\n三、下半年打算\n继续加强学习培训。力争上半年公开信息100条以上。",
        "2021年上半年工作总结\n三、下半年打算\n继续加强学习培训。力争下半年公开信息100条以上。",
        Waiting(_FIRST_HALF_WORDS, _half_over),
    ),
    _rule(
        "tiers_apart",
        "几万元以上和几万元以下的两档接不上。",
        "单项投资额3万元以上的必须逐项公开，2万以下的小额项目可以合并公开。",
        "单项投资额3万元以上的必须逐项公开，3万元以下的小额项目可以合并公开。",
        Waiting(_TIERS_WORDS, _tiers),
    ),
    _rule(
        "none_received_one_answered",
        "一处说没有收到公开申请，另一处又写答复了几件申请。",
        "本年度没有收到书面公开申请。\n对一件申请公开干部考核结果的，已书面答复不予公开。",
        "本年度没有收到书面公开申请。\n对一件群众来信，已书面答复。",
        Waiting(_NONE_WORDS, _none_answered),
    ),
    _rule(
        "all_by_other_number",
        "「全部8个损坏的探头」与前面写的损坏几个不同。",
        "校园监控有6个探头损坏，存在盲区。\n由信息中心负责，更换全部8个损坏的探头。",
        "校园监控有8个探头损坏，存在盲区。\n由信息中心负责，更换全部8个损坏的探头。",
        Waiting(_ALL_N_WORDS, _all_of_them),
    ),
    _rule(
        "two_days_in_force",
        "施行日期写了两个：某日起施行，又是发布之日起施行。",
        "本办法自2023年6月1日起施行，自发布之日起30日后施行。",
        "本办法自2023年6月1日起施行，原办法同时废止。",
        Waiting(_IN_FORCE_WORDS, _two_starts),
    ),
)
