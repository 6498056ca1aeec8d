"""Values that cannot stand beside each other: a bid above its ceiling, a balance left where more was spent, an average beyond the greatest, of free will and bound."""

import re
from collections.abc import Iterator
from itertools import product

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, amounts_in, places, same, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import clauses_before
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- a bid above its ceiling ----------------------------------------------------------------------------------------

_CEILING = lazy.pattern("(?:招标|采购|项目)?(?:控制价|最高限价|拦标价|采购预算|预算金额|预算价)(?:为|是)?$")
_BID = lazy.pattern("(?:中标|成交|投标|合同)(?:价|金额|总价|价格)?(?:为|是)?$")
_BID_WORDS = waiting_for(("控制价", "限价", "拦标价", "采购预算", "预算金额", "预算价"))


def _bids(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「招标控制价：12.6万元；中标价：12.9万元」."""
    every = [one for one in passage.once(amounts_in) if one.unit == "元"]
    ceilings = [one for one in every if _CEILING.search(_labelled(passage, one))]
    bids = [one for one in every if _BID.search(_labelled(passage, one))]
    for bid in bids if len(ceilings) <= _FEW_BIDS else ():
        near = [one for one in ceilings if one.end <= bid.start and bid.start - one.end <= _OF_ONE_BID]
        own = near[-1:] if len(ceilings) > 1 or len(bids) > 1 else ceilings
        if own and bid.value > own[0].value:
            said = f"中标、成交的价{written(bid.value, '元')}比控制价、预算{written(own[0].value, '元')}还高，请核对。"
            yield rule.finding(passage, bid.start, bid.end, said, related=places(passage, own))


_FEW_BIDS, _OF_ONE_BID = 12, 40


def _labelled(passage: Passage, one: Amount) -> str:
    """The words before a figure, over the colon of a label."""
    return passage.text[max(passage.start, one.start - 14) : one.start].rstrip("：: 　")


# --- a balance ------------------------------------------------------------------------------------------------------

_INCOME = lazy.pattern("(?:全年|本年|本期|年度)?(?:总收入|收入(?:总计|合计|共计))(?:为|共)?$")
_SPENT = lazy.pattern("(?:全年|本年|本期|年度)?(?:总支出|支出(?:总计|合计|共计))(?:为|共)?$")
_LEFT = lazy.pattern("(?:结余|盈余|节余|余额)(?:为|共)?$")
_LEFT_WORDS = waiting_for(("结余", "盈余", "节余"))
_CARRIED = lazy.pattern("上年|上期|年初|期初|结转|上季|上月|累计结余|历年")


def _balance(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全年总收入86.4万元……全年总支出88.9万元……结余2.5万元」."""
    if _CARRIED.search(passage.body):
        return
    every = [one for one in passage.once(amounts_in) if one.unit == "元" and not one.about]
    income, spent, left = (
        [one for one in every if words.search(_labelled(passage, one))] for words in (_INCOME, _SPENT, _LEFT)
    )
    if len(income) != 1 or len(spent) != 1 or len(left) != 1:
        return
    right = income[0].value - spent[0].value
    step = 1.1 * max(one.step for one in (*income, *spent, *left))
    if not same(right, left[0].value, step if step > 3 else 0.0):
        said = f"总收入减总支出是{written(right, '元')}，写的结余是{written(left[0].value, '元')}，请核对。"
        yield rule.finding(
            passage, left[0].start, left[0].end, said, related=places(passage, (*income, *spent))
        )


# --- an average beyond the greatest ---------------------------------------------------------------------------------

_WHAT = "岁|分|元|公斤|度|℃|毫米|个?工作日|小时|分钟|个月|天|日|亩|件|次|户|名|人"
_NUMBER = rf"(?P<n>\d{{1,6}}(?:\.\d{{1,2}})?)(?P<unit>{_WHAT})"
_MEAN = lazy.pattern(rf"平均(?!每)[^，,。；;：:\d]{{0,8}}{_NUMBER}")
_MOST = lazy.pattern(
    rf"(?:最大|最高|最长|最慢|最多|最年长|最久)(?:在[^，,。；;\d]{{1,8}}[，,])?[^，,。；;：:\d]{{0,6}}{_NUMBER}"
)
_LEAST = lazy.pattern(rf"(?:最小|最低|最短|最快|最年轻|最少)[^，,。；;：:\d]{{0,6}}{_NUMBER}")
# 「平均降水量142.6毫米，最大日降水量61.3毫米」: of a month, and of a day.
_OF_ONE = lazy.pattern("最[大高多长小低少短](?:单|一)?[日次月时](?!期)|最[大高多长]小时")
_MEAN_WORDS = waiting_for(("平均",))


def _averages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「平均年龄36岁，最大的35岁」."""
    for mean in matches_near(passage, _MEAN_WORDS, _MEAN, 30):
        end = min(passage.end, mean.end() + 80)
        stop = passage.text.find("。", mean.end(), end)
        end = stop if stop >= 0 else end
        for words, low in ((_MOST, False), (_LEAST, True)):
            bound = words.search(passage.text, mean.end(), end)
            if (
                bound is None
                or _OF_ONE.match(bound[0])
                or _DAY.get(bound["unit"], bound["unit"]) != _DAY.get(mean["unit"], mean["unit"])
            ):
                continue
            average, value = float(mean["n"]), float(bound["n"])
            if average < value if low else average > value:
                said = f"平均是{mean['n']}{mean['unit']}，{bound[0]}，请核对。"
                yield rule.finding(passage, mean.start(), bound.end(), said)


_DAY = {"日": "天", "名": "人"}

# --- all within so many days, and one longer --------------------------------------------------------------------------

_ALL_WITHIN = lazy.pattern(
    r"(?:均|全部|都|一律|全程)[^，,。；;\d]{0,8}(?P<n>\d{1,3})(?P<unit>个?工作日|日|天|小时|分钟)(?:之|以)?内[^。；;\n]{0,40}?(?:最长|最慢|最久|最晚)[^，,。；;\d]{0,8}?(?P<most>\d{1,3})(?P<unit2>个?工作日|日|天|小时|分钟)"
)
_ALL_WITHIN_WORDS = waiting_for(("最长", "最慢", "最久", "最晚", "平均"))


_MEAN_OF_ALL = lazy.pattern(
    r"平均[^，,。；;\d]{0,8}(?P<most>\d{1,3}(?:\.\d)?)(?P<unit2>个?工作日|日|天|小时|分钟)[，,][^。；;\n]{0,12}?(?:均|全部|都)[^，,。；;\d]{0,8}(?P<n>\d{1,3})(?P<unit>个?工作日|日|天|小时|分钟)(?:之|以)?内"
)


_LONGEST_FIRST = lazy.pattern(_MEAN_OF_ALL.pattern.replace("平均", "(?:最长|最慢|最久|最晚)", 1))


def _all_within(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「所有投诉均在5日内办结，最长用时8天」."""
    patterns = (_ALL_WITHIN, _MEAN_OF_ALL, _LONGEST_FIRST)
    for match in (
        one for pattern in patterns for one in matches_near(passage, _ALL_WITHIN_WORDS, pattern, 90)
    ):
        alike = _DAY.get(match["unit"], match["unit"]) == _DAY.get(match["unit2"], match["unit2"])
        if alike and float(match["most"]) > float(match["n"]):
            said = f"说都在{match['n']}{match['unit']}内，{'平均' if '平均' in match[0] else '最长的'}却是{match['most']}{match['unit2']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- of free will, and bound ----------------------------------------------------------------------------------------

_ACTS = "购买|参加|参保|订购|缴纳|选择|报名|捐款|捐赠|入股|退出|投保|订阅|征订|加入|申请|填报|购置|入会|选购|参与|订餐|就餐|住宿"
_WAYS = tuple(
    (lazy.pattern(one), lazy.pattern(other))
    for one, other in (
        (rf"自愿(?:原则)?(?P<act>{_ACTS})", rf"(?:必须|一律|统一|强制|均须|都要|全部|应当)(?:统一|全部)?(?P<act>{_ACTS})"),
        ("匿名(?P<act>)[^，,。；;\n]{0,8}(?:不予受理|不受理|恕不受理|概不受理|不予采纳)", "(?:可以?|也可|或|均可|允许|欢迎)(?P<act>)(?:采用|通过)?匿名(?:反映|举报|方式|提出|来信|来电)?(?![^，,。；;\n]{0,8}不)"),
        ("(?P<act>)(?:只接受|仅接受|只受理|仅受理|只限|仅限)(?:现场|线下|书面)", "(?P<act>)(?:可|可以|也可|均可)(?:通过|在)?(?:网上|线上|电话|微信|手机)(?:报名|申请|办理|受理|提交|申报)"),
        ("(?P<act>)(?:无需|不需要?|不必|免于|无须)提前?预约", "(?P<act>)(?<![无不必])(?:须|必须|需|要|应)(?:提前|先)[^，,。；;\n]{0,6}预约"),
    )
)  # fmt: skip
_WAY_WORDS = waiting_for(("自愿", "匿名", "只接受", "仅接受", "只受理", "仅受理", "只限", "仅限", "预约"))
_NO = lazy.pattern("不得|严禁|禁止|不准|杜绝|防止|避免|不能|不强制|不$|非$|以前|原来|如|若")


def _ways(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「坚持自愿购买」 and 「所有学生必须统一购买」."""
    for first, second in _WAYS:
        ones = list(first.finditer(passage.text, passage.start, passage.end))
        others = list(second.finditer(passage.text, passage.start, passage.end)) if ones else []
        for one, other in product(ones[:6], others[:6]):
            heads = [clauses_before(passage.text, passage.start, match.start(), "，,。；;\n") for match in (one, other)]  # fmt: skip
            objects = {passage.text[match.end() : match.end() + 2] for match in (one, other)}
            differ = len(objects) > 1 and all(re.fullmatch("[一-鿿]{2}", words) for words in objects)
            if one["act"] != other["act"] or differ or any(_NO.search(head) for head in heads):
                continue
            said = f"一处说「{one[0]}」，另一处说「{other[0]}」，请核对。"
            yield from apart(rule, passage, one.span(), other.span(), said)
            break


_hint = hint_of("contradiction", "internal_contradiction")

RULES = (
    _hint(
        "bid_above_ceiling",
        "中标价、成交价不会高于控制价、采购预算。",
        "招标控制价：12.6万元；中标价：12.9万元。",
        "招标控制价：12.9万元；中标价：12.6万元。",
        Waiting(_BID_WORDS, _bids),
    ),
    _hint(
        "balance_left",
        "没有上年结转的，结余等于总收入减总支出；支出比收入多就没有结余。",
        "全年总收入86.4万元。\n全年总支出88.9万元。\n收支相抵，结余2.5万元。",
        "全年总收入88.9万元。\n全年总支出86.4万元。\n收支相抵，结余2.5万元。",
        Waiting(_LEFT_WORDS, _balance),
    ),
    _hint(
        "average_beyond",
        "平均数不会比最大的还大，比最小的还小。",
        "网格员平均年龄36岁，最大的35岁，最小的23岁。",
        "网格员平均年龄36岁，最大的45岁，最小的23岁。",
        Waiting(_MEAN_WORDS, _averages),
    ),
    _hint(
        "all_within_but_one",
        "说都在几日内办结，最长的却超过这个天数。",
        "所有投诉均在5日内办结，最长用时8天。",
        "所有投诉均在5日内办结，最长用时4天。",
        Waiting(_ALL_WITHIN_WORDS, _all_within),
    ),
    _hint(
        "free_and_bound",
        "一处说自愿，另一处又说必须统一；一处不受理匿名，另一处又可以匿名。",
        "校服坚持自愿购买。\n所有学生必须统一购买。",
        "校服坚持自愿购买。\n不得强制学生统一购买。",
        Waiting(_WAY_WORDS, _ways),
    ),
)
