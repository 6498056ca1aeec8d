"""Figures by what they play: a task and what was done, those invited and those who came, one for each, as often as, books listed."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import alike, in_full, places, related_statements, share_of, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- shares of a task -----------------------------------------------------------------------------------------

_OF_TASK = lazy.pattern(
    r"(?:完成|达到?|占|为|是)[^，,。；;\d]{0,14}(?:任务|目标|计划|指标|总数|总量|预算|应)[^，,。；;\d]{0,6}(?:数|量|的)?$"
)
_GROWN = lazy.pattern("(?:同比|比上年|较上年|比去年|较去年)[^，,。；;]{0,6}$")
_TASK_WORDS = waiting_for(("任务", "目标", "计划", "指标", "总数", "总量", "预算"))


def _of_task(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「新增就业1860人，完成年度任务1800人的113.3%」."""
    for sentence in passage.once(related_statements):
        for place in range(1, len(sentence.amounts) - 1):
            done, task, share = sentence.amounts[place - 1 : place + 2]
            grown = place > 1 and done.unit == "%" and _GROWN.match(done.label)
            if grown:
                done = sentence.amounts[place - 2]  # 「1.26亿元，同比增长12.5%，占全年任务2.4亿元的52.5%」
            if (
                share.unit != "%"
                or done.unit != task.unit
                or not task.value
                or not _OF_TASK.search(task.label)
            ):
                continue
            if (
                not re.fullmatch(r"[^，,。；;\d]{0,4}的", sentence.between(task, share))
                or done.about
                or task.about
            ):
                continue
            between = sentence.between(done, task)
            if not grown and not re.fullmatch(r"[^，,。；;\d]{0,10}[，,][^，,。；;\d]{0,24}", between):
                continue
            right = share_of(done.value, task.value)
            if abs(right - share.value) > max(share.step, 0.6):
                said = f"{written(done.value, done.unit)}是{written(task.value, task.unit)}的{right:.1f}%，文中写的是{share.value:g}%。"
                yield rule.finding(
                    passage,
                    done.start,
                    share.end,
                    said,
                    suggestion=f"{right:.1f}%",
                    related=places(passage, (done, task)),
                )


# --- roles ----------------------------------------------------------------------------------------------------

# A whole and what is taken out of it, by the words before the figures.
_ROLES = (
    (lazy.pattern("报名|报考"), lazy.pattern("实考|参考|到考|参加考试|缺考")),
    (lazy.pattern("应到|应参会|应出席"), lazy.pattern("实到|到会|实际到会|实参会|实际出席|出席")),
    (lazy.pattern("(?:发放|发出|下发)[^，]{0,6}(?:问卷|选票|测评表|评议表|调查表)|发出选票|发放选票"), lazy.pattern("收回|回收")),
    (lazy.pattern("应参保|应保"), lazy.pattern("实际参保|已参保|实参保")),
    (lazy.pattern("公告|挂牌|出让公告"), lazy.pattern("成交")),
    (lazy.pattern("参评|申报|申请"), lazy.pattern("获评|入选|获批|批准|通过审核")),
    (lazy.pattern("应公开|应发布"), lazy.pattern("实际公开|已公开|实公开")),
    (lazy.pattern("现有|年初|原有|全县|全镇"), lazy.pattern("注销|撤销|关停")),
)  # fmt: skip
_ROLE_WORDS = waiting_for(("实考", "参考", "到考", "参加考试", "缺考", "实到", "到会", "出席", "实参会", "收回", "回收", "参保", "成交", "获评", "入选", "获批", "批准", "通过审核", "实际公开", "已公开", "实公开"))  # fmt: skip
_ADDED = lazy.pattern("新增|累计|上年|去年|含|另|结转|补|追加|每|分别")


def _roles(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """More came than were invited, more sat the test than had applied."""
    for sentence in passage.once(related_statements):
        for whole, part in zip(sentence.amounts, sentence.amounts[1:], strict=False):
            if not alike(whole, part) or part.value <= whole.value or whole.about or part.about:
                continue
            between = sentence.between(whole, part)
            if len(between) > 16 or re.search("[。；;]", between) or _ADDED.search(whole.label + between):
                continue
            if any(invited.search(whole.label[-14:]) and came.search(part.label) for invited, came in _ROLES):
                said = f"前面是{written(whole.value, whole.unit)}，从中来的却有{written(part.value, part.unit)}，请核对。"
                yield rule.finding(passage, whole.start - min(len(whole.label), 8), part.end, said)


# --- one for each ---------------------------------------------------------------------------------------------

_ONE_FOR_EACH = lazy.pattern(
    r"(?P<first>\d{1,4})个[^，,。；;、\d]{1,8}(?:[、和](?P<second>\d{1,4})个[^，,。；;、\d]{1,8})?(?:各|均|每个?[村社][^，,。；;\d]{0,2}|都)[^，,。；;\d]{0,8}(?P<each>\d)名(?P<who>[^，,。；;、\d的]{2,8})[，,]"
    r"(?:共计?|合计|总计|全[镇乡县街区市][^，,。；;\d]{0,4}共)[^，,。；;\d]{0,6}(?P<total>\d{1,5})名"
)
_ONE_FOR_EACH_WORDS = waiting_for(("各", "均", "每", "都"))
_REACH = 90


def _one_for_each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _ONE_FOR_EACH_WORDS, _ONE_FOR_EACH, _REACH):
        units = int(match["first"]) + int(match["second"] or 0)
        right = units * int(match["each"])
        if right != int(match["total"]):
            said = f"{units}个单位，每个{match['each']}名，应是{right}名，写的是{match['total']}名。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"{right}名")


# --- at least so much each ------------------------------------------------------------------------------------

_LEAST_EACH = lazy.pattern(
    r"(?P<count>\d{1,5})(?P<unit>起|件|户|人|名|家|宗)[，,][^，,。；;\d]{0,10}?(?P<sum>\d{1,9}(?:\.\d{1,4})?)(?P<big>万)?元[，,](?:其中)?[^，,。；;\d]{0,4}最(?P<way>低|少|高|多)的?[^，,。；;\d]{0,12}(?P<one>\d{1,9}(?:\.\d{1,4})?)(?P<big2>万)?元"
)
_FOR_EACH = lazy.pattern("户均|人均|平均|每[户人家件起]")
_LEAST_WORDS = waiting_for(("最低", "最少", "最高", "最多"))


def _least_each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「12起，罚款38万元，其中最低的一起5万元」: twelve times the least is more than all."""
    for match in matches_near(passage, _LEAST_WORDS, _LEAST_EACH, 90):
        whole = in_full(match["sum"], match["big"])
        one = in_full(match["one"], match["big2"])
        if _FOR_EACH.search(match[0]):
            continue  # the sum is what each of them has
        count, least = int(match["count"]), match["way"] in "低少"
        if (
            (least and one * count > whole * 1.001)
            or (not least and one * count < whole * 0.999)
            or one > whole
        ):
            mean = whole / max(count, 1)
            said = f"平均是{mean:.0f}元，最{match['way']}的不可能是{one:.0f}元，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- hours ----------------------------------------------------------------------------------------------------

_HOURS = lazy.pattern(
    r"(?:每周|一周)[^，,。；;\d]{0,8}(?P<days>[1-7])天[，,、]?每天[^，,。；;\d]{0,6}(?P<hours>\d{1,2}(?:\.5)?)(?:个)?小时[，,][^，,。；;\d]{0,8}(?P<total>\d{1,3}(?:\.5)?)(?:个)?小时"
)
_HOUR_WORDS = waiting_for(("小时",))


def _hours(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _HOUR_WORDS, _HOURS, 60):
        right = int(match["days"]) * float(match["hours"])
        if right != float(match["total"]):
            said = (
                f"{match['days']}天、每天{match['hours']}小时，是{right:g}小时，写的是{match['total']}小时。"
            )
            yield rule.finding(passage, *match.span(), said, suggestion=f"{right:g}小时")


# --- as often as --------------------------------------------------------------------------------------------

_TIMES = {"月": 12, "季": 4, "季度": 4, "半年": 2, "周": 52, "学期": 2, "半月": 24, "旬": 36}
_PERIODIC = r"每(?:个)?(?P<{0}>半年|半月|季度|季|月|周|学期|旬)(?:度)?(?:至少|不少于)?(?:公开|公布|召开|开展|举办|培训|通报|更新|检查|督查|出)?(?:一|1)(?P<{1}>次|期|批)"
_OFTEN = lazy.pattern(
    r"(?:全年|年内|一年来?)[^，,。；;\d]{0,10}(?P<number>\d{1,3})(?P<what>次|期|批)[^，,。；;\d]{0,6}[，,（(]" + _PERIODIC.format("time", "unit")
    + r"|(?:培训|召开|检查|督查|公开|举办|开展|编印|编发|通报)[^，,。；;\d]{0,6}(?:不少于|共)?(?P<number2>\d{1,3})(?P<what2>次|期|批)[^，,。；;\d]{0,4}[，,（(]" + _PERIODIC.format("time2", "unit2")
)  # fmt: skip
_OFTEN_WORDS = waiting_for(tuple("每" + time for time in _TIMES) + ("每个",))


def _often(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全年公开12期，每季度公开一期」."""
    for match in matches_near(passage, _OFTEN_WORDS, _OFTEN, 70):
        head = "" if match["number"] else "2"
        right, told = _TIMES[match["time" + head]], int(match["number" + head])
        before = passage.text[max(passage.start, match.start() - 12) : match.start()]
        if match["what" + head] != match["unit" + head] or re.search("季度|上半年|下半年|月|截至", before):
            continue
        if told != right and not ("至少" in match[0] and told > right):
            said = f"每{match['time' + head]}一{match['unit' + head]}，一年是{right}{match['unit' + head]}，写的是{told}{match['unit' + head]}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- regulations listed ---------------------------------------------------------------------------------------

_BOOKS = lazy.pattern(
    r"(?P<list>《[^《》\n]{2,40}》(?:[、和及与，]?《[^《》\n]{2,40}》){1,9})(?P<rest>等)?(?P<number>[一二两三四五六七八九十]|\d{1,2})(?:项|个|部|份|种)(?P<what>制度|文件|办法|规定|方案|规章|法规|法律|意见)"
)
_BOOK_WORDS = waiting_for(("》等", "》两", "》三", "》四", "》五", "》六"))
_NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九十")} | {"两": 2}


def _books(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「《甲》《乙》《丙》等两项制度」."""
    for match in matches_near(passage, _BOOK_WORDS, _BOOKS, 400):
        listed = match["list"].count("《")
        told = _NUMERALS.get(match["number"]) or int(match["number"])
        if listed > told or (not match["rest"] and listed != told):
            said = f"前面列了{listed}项，这里说的是{told}项，请核对。"
            start = max(match.start(), match.end() - 40)
            yield rule.finding(passage, start, match.end(), said)


_rule = warning_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "of_task",
        "「完成1860人，是任务1800人的百分之几」，要与两个数字相符。",
        "新增就业1860人，完成年度任务1800人的113.3%。",
        "新增就业1860人，完成年度任务1800人的103.3%。",
        Waiting(_TASK_WORDS, _of_task),
    ),
    _rule(
        "roles",
        "实到的不能多于应到的，实考的不能多于报名的，收回的不能多于发出的。",
        "应到代表60人，实到63人。",
        "应到代表63人，实到60人。",
        Waiting(_ROLE_WORDS, _roles),
    ),
    _rule(
        "one_for_each",
        "每个村、社区各配几名，合计人数要乘得出来。",
        "全镇14个行政村、2个社区均明确了1名信息员，共计18名信息员。",
        "全镇14个行政村、2个社区均明确了1名信息员，共计16名信息员。",
        Waiting(_ONE_FOR_EACH_WORDS, _one_for_each),
    ),
    _rule(
        "least_each",
        "最低的一笔乘以笔数，不能超过总额；最高的一笔乘以笔数，不能少于总额。",
        "查处违法案件12起，罚款38万元，其中最低的一起罚款5万元。",
        "查处违法案件12起，罚款38万元，其中最低的一起罚款2万元。",
        Waiting(_LEAST_WORDS, _least_each),
    ),
    _rule(
        "week_hours",
        "每周几天、每天几小时，与一共几小时要相符。",
        "窗口每周服务7天，每天8小时，共计48小时。",
        "窗口每周服务6天，每天8小时，共计48小时。",
        Waiting(_HOUR_WORDS, _hours),
    ),
    _rule(
        "as_often_as",
        "每季度一次，一年是四次；次数与全年的数字要相符。",
        "全年公开12期，每季度公开一期。",
        "全年公开4期，每季度公开一期。",
        Waiting(_OFTEN_WORDS, _often),
    ),
    _rule(
        "books_listed",
        "列出的制度、文件比后面写的数目还多，或者没有「等」字而数目不同。",
        "先后制定《公开制度》《审查制度》《追究制度》等两项制度。",
        "先后制定《公开制度》《审查制度》《追究制度》等三项制度。",
        Waiting(_BOOK_WORDS, _books),
    ),
)
