"""So many each and so many in all; what is left when one figure is taken from another. Hints: another figure may be meant."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, alike, places, same, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules.arithmetic.ratio import figures_of_lines, hint
from mingbai.text.proofreading.triggers import waiting_for

_REACH, _NEAR = 110, 30

# --- so many each, so many in all -----------------------------------------------------------------------------------------

_EACH = lazy.pattern(
    r"(?:^|平均|由|按|[^每])(?:每(?P<of>个?[一-鿿]{1,4}?)|(?P<all>各))(?:(?:配备?|安排|选派|参加|培训|设|有|限|聘请|确定|公开|发布|推送|参训|约|为|补助|投入)[一-鿿]{0,4}|信息员|名额)*$"
)
_ALL = lazy.pattern(
    r"(?:^|[^公])(?:共计?|合计|总计|计|累计|全年|全[镇乡街县村校区][^，,。；;\d]{0,4}?共)[^，,。；;\d]{0,8}$"
)
_EACH_WORDS = waiting_for(("每", "各"))
_LOOSE = lazy.pattern("不少于|至少|以上|左右|不等|以内|不超过|另|其中|除")
_OF = {"期": "期场次", "场": "场次期", "次": "次场期", "人": "人名", "户": "户", "家": "家", "班": "班", "村": "村", "社区": "社区", "组": "组", "批": "批", "亩": "亩"}  # fmt: skip
_SPAN = 3
# 「每场约150人」 times six may miss the whole by so much of it.
_ROUGH = 0.4


def _products(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for line in passage.once(figures_of_lines):
        for place, each in enumerate(line):
            of = _EACH.search(each.label)
            if of is None or each.unit == "%" or each.value <= 0:
                continue
            total = _whole_behind(line, place)
            counted = _counted(passage, line, place, total, of["of"] or "") if total else []
            if total is None or not counted or not _is_other_product(counted, each, total):
                continue
            right = counted[-1].value * each.value
            said = f"{counted[-1].value:g}{counted[-1].unit}，每{of['of'] or '个'}{written(each.value, each.unit)}，应是{written(right, total.unit)}，写的是{written(total.value, total.unit)}，请核对。"
            yield rule.finding(
                passage, total.start - min(len(total.label), 10), total.end, said,
                suggestion=written(right, total.unit), related=places(passage, (counted[-1], each)),
            )  # fmt: skip


def _whole_behind(line: Sequence[Amount], place: int) -> Amount | None:
    """What is told in all, near behind what is told of each."""
    each = line[place]
    behind = line[place + 1 : place + 1 + _SPAN]
    total = next((one for one in behind if _ALL.search(one.label) and alike(one, each)), None)
    return None if total is None or total.about or total.start - each.end > _REACH else total


def _counted(passage: Passage, line: Sequence[Amount], place: int, total: Amount, of: str) -> list[Amount]:
    """The figures that may say how many there are; none where the words leave it open."""
    each = line[place]
    numbers = [
        one for one in line[max(0, place - 4) : place + 1 + _SPAN] if one is not each and one is not total
    ]
    fitting = [one for one in numbers if one.end <= total.start and _counts(passage, one, of)]
    told = passage.text[min([each.start, *(one.start for one in fitting)]) : total.end]
    return [] if _LOOSE.search(told) or ("。" in told and len(fitting) > 1) else fitting


def _is_other_product(counted: list[Amount], each: Amount, total: Amount) -> bool:
    """Whether none of the numbers yields the whole, nor all together, and the last comes near enough to be meant."""
    rights = [one.value * each.value for one in counted]
    loose = _ROUGH * total.value if each.about else total.step if total.step < 1 else 0
    if any(same(right, total.value, loose) for right in rights) or same(sum(rights), total.value):
        return False
    return bool(rights[-1]) and 0.5 < total.value / rights[-1] < 2


def _counts(passage: Passage, one: Amount, of: str) -> bool:
    """Whether a figure counts what the other is told for each of: 「4期」 for 「每期」, 「14个村」 for 「各」 or 「每村」."""
    if one.about or one.value < 2 or re.search("每|各", one.label):
        return False
    after = re.match("[^，,。；;、（）()]{0,8}", passage.text[one.end : one.end + 8])
    noun = after[0] if after else ""
    if not of:
        return one.unit in {"个", "家", "所"} and noun != ""
    bare = of.removeprefix("个").removeprefix("名") or of
    return one.unit in _OF.get(bare, bare) or (len(bare) > 0 and (bare in noun or one.label.endswith(bare)))


# --- differences ------------------------------------------------------------------------------------------------------------

_DIFFERENCES = tuple(
    tuple(lazy.pattern(words) for words in group)
    for group in (
        (
            "预算|控制价|概算|最高限价|送审|评审前",
            "成交|中标|合同|决算|审定|实际支出|评审后",
            "节约|节支|节省|核减|审减|压减",
        ),
        ("原值", "折旧", "净值"),
        ("应收", "实收", "欠收|未收|尚欠"),
        ("编制", "实有|在编|在岗|实际", "空编|空缺|缺编"),
        ("收入", "支出", "结余|盈余|节余"),
        ("受理|收到|承办|办理", "办结|答复", "在办|正在办理|未办结|结转"),
        ("发放", "收回|回收", "未收回|未回收"),
    )
)
_DIFFERENCE_WORDS = waiting_for(("节约", "节支", "节省", "核减", "审减", "净值", "欠收", "未收", "尚欠", "空编", "空缺", "缺编", "结余", "盈余", "节余", "在办", "正在办理", "未办结", "结转", "未收回"))  # fmt: skip


# What was left before counts as well: 「上年结余23.46万元，本年收入41.20万元」.
_BROUGHT = lazy.pattern("结转|(?:上年|年初|期初|上季|上月|上期)(?:度)?(?:结余|结存|余额)")


def _differences(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for line in passage.once(figures_of_lines):
        for whole, taken, left in zip(line, line[1:], line[2:], strict=False):
            if not (alike(whole, taken) and alike(taken, left)) or any(
                one.about for one in (whole, taken, left)
            ):
                continue
            if (
                left.start - whole.end > _NEAR * 2
                or _BROUGHT.search(passage.text, max(passage.start, whole.start - _NEAR), whole.start)
                or taken.value > whole.value
                or _apart(passage, whole, left)
            ):
                continue
            if not any(_plays(passage, group, (whole, taken, left)) for group in _DIFFERENCES):
                continue
            right, step = whole.value - taken.value, max(one.step for one in (whole, taken, left))
            if same(right, left.value, 2.1 * step if step != 1 else 0):
                continue
            said = f"{written(whole.value, whole.unit)}减{written(taken.value, taken.unit)}是{written(right, left.unit)}，写的是{written(left.value, left.unit)}，请核对。"
            yield rule.finding(
                passage, left.start - min(len(left.label), 8), left.end, said,
                suggestion=written(right, left.unit), related=places(passage, (whole, taken)),
            )  # fmt: skip


def _plays(passage: Passage, group: Sequence[re.Pattern[str]], three: Sequence[Amount]) -> bool:
    return all(
        words.search(one.label + passage.text[one.end : one.end + 4])
        for words, one in zip(group, three, strict=True)
    ) and not any(re.search("上年|上季|年初|期初|其中|率|每", one.label) for one in three)


def _apart(passage: Passage, first: Amount, last: Amount) -> bool:
    between = passage.text[first.end : last.start]
    return between.count("。") > 1 or re.search("[；;][^；;]*[；;]|上年|去年|其中|分别", between) is not None


# --- changed by so much ------------------------------------------------------------------------------------------------------

_BASE = lazy.pattern(r"[比较](?:上年度?|去年|20\d\d年度?|上年同期|去年同期)(?:同期)?的?[^，,。；;\d]{0,4}$")
_BY = lazy.pattern(r"(?P<up>增加|增长|多|增)了?|(?P<down>减少|下降|少|减)了?")
_BY_WORDS = waiting_for(("比上年", "较上年", "比去年", "较去年", "比20", "较20"))


def _changes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「实征2782万元，为计划的107%，比上年2540万元增加232万元」."""
    for line in passage.once(figures_of_lines):
        for place in range(1, len(line) - 1):
            past, change = line[place], line[place + 1]
            way = _BY.fullmatch(passage.text, past.end, change.start)
            if way is None or past.unit != change.unit or not _BASE.search(past.label):
                continue
            told = [
                one
                for one in line[max(0, place - 4) : place]
                if one.unit == past.unit and past.start - one.end <= _REACH
            ]
            right = past.value + change.value * (1 if way["up"] else -1)
            step = max(past.step, change.step)
            if not told or any(one.about for one in (past, change, *told)):
                continue
            if not any(same(right, one.value, 2 * step if step != 1 else 0) for one in told):
                said = f"{written(past.value, past.unit)}{'加' if way['up'] else '减'}{written(change.value, change.unit)}是{written(right, past.unit)}，前面写的是{written(told[-1].value, past.unit)}，请核对。"
                yield rule.finding(
                    passage,
                    past.start - min(len(past.label), 8),
                    change.end,
                    said,
                    related=places(passage, told[-1:]),
                )


RULES = (
    hint(
        "change_from_none",
        "比上年多少增加多少，算出来与前面写的今年多少不同。",
        "实征水费2782万元，为计划的107%，比上年2540万元增加232万元。",
        "实征水费2782万元，为计划的107%，比上年2540万元增加242万元。",
        Waiting(_BY_WORDS, _changes),
    ),
    hint(
        "each_and_all",
        "几期、几个村，每期、每村多少，乘起来与后面写的一共多少要相等。",
        "全年举办培训班4期，每期30人，全年培训150人次。",
        "全年举办培训班4期，每期30人，全年培训120人次。",
        Waiting(_EACH_WORDS, _products),
    ),
    hint(
        "difference",
        "预算与成交之差是节约，原值减折旧是净值，受理减办结是在办。",
        "预算金额4.56亿元，成交金额4.21亿元，节约资金0.45亿元。",
        "预算金额4.56亿元，成交金额4.21亿元，节约资金0.35亿元。",
        Waiting(_DIFFERENCE_WORDS, _differences),
    ),
)
