"""Figures that are products of others: price and number, groups and their size, an average after its sum, rates."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import in_full, other_money, share_of, worth_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import shown
from mingbai.text.proofreading.rules._knowledge import Waiting, listed
from mingbai.text.proofreading.triggers import matches_near, prose_with, waiting_for

_N = r"\d{1,9}(?:\.\d{1,4})?"
# The longest of the patterns here is shorter.
_REACH = 160
_AVERAGE = lazy.pattern(
    rf"(?P<sum>{_N})(?P<big>万|亿)?元[，,]?[^。；;，,、\d]{{0,16}}(?P<heads>\d{{1,7}})(?P<who>名|人次|人|户|家)[^。；;\d]{{0,10}}(?:人均|户均|平均每[人户名]|每[人户])[^，,。；;\d]{{0,6}}(?P<mean>{_N})(?P<big2>万)?元"
)
_AVERAGES = waiting_for(("人均", "户均", "平均每", "每人", "每户"))
_GROUPS = lazy.pattern(
    r"(?P<all>\d{1,6})(?P<who>名|人|户|个村|家)[^。；;\d]{0,20}(?:分成|分为|组成|划分为|编成|编为)(?P<groups>\d{1,4})个[一-鿿]{0,8}?(?P<kind>组|队|班|批|片|网格)[^。；;\d]{0,8}每(?:个[一-鿿]{0,8}?)?(?P=kind)[^。；;，,\d]{0,6}(?P<size>\d{1,4})(?:名|人|户|个村|家)(?!以)"
)
_GROUPED = waiting_for(("每组", "每队", "每班", "每批", "每片", "每网格", "每个"))
_PRICE = lazy.pattern(
    rf"每(?P<unit>亩|户|人|名|生|天|月|平方米|吨|公里|头|只|个|株|份|栋|套|盏|次|座|台|辆)(?:每学?年)?[^，,。；;、\d每]{{0,8}}(?P<price>{_N})(?P<big>万)?元"
    rf"|(?P<price2>{_N})(?P<big2>万)?元[/／每](?P<unit2>亩|户|人|名|生|天|月|平方米|吨|公里|头|只|个|株|份|栋|套|盏|次|座|台|辆)"
)
_PRICED = waiting_for(
    (
        *(
            "每" + unit
            for unit in [
                "亩",
                "户",
                "人",
                "名",
                "生",
                "天",
                "月",
                "平方米",
                "吨",
                "公里",
                "头",
                "只",
                "个",
                "株",
                "份",
                "栋",
                "套",
                "盏",
                "次",
                "座",
                "台",
                "辆",
            ]
        ),
        "元/",
        "元／",
        "元每",
    )
)
_TOTAL = lazy.pattern(
    rf"(?:共计|合计|总计|总额|共|计|合|每[生人名户]每年|全年)[^，,。；;、\d每]{{0,10}}(?P<sum>{_N})(?P<big>万|亿)?元"
)
_RATE = lazy.pattern(
    r"(?P<all>\d{1,9})(?P<unit>人次|批次|件|条|起|次|个|项|处|户|人|名|家|份|亩|所|批)(?P<between>[^。；;\d%％]{0,14}?)(?<![不未无])(?P<what>[一-鿿]{2})[^，,。；;\d]{0,4}(?P<done>\d{1,9})(?P=unit)?"
    r"[^。；;\d%％]{0,10}?(?P=what)率[^，,。；;\d]{0,6}(?P<rate>\d{1,12}(?:\.\d{1,6})?)[%％]"
)
RATED = waiting_for(
    tuple(
        word + "率"
        for word in listed(
            "合格 参保 参合 通过 覆盖 完成 到位 入户 签约 认证 接种 参与 上线 录取 就业 整改 采纳 公示 开通 更新"
            " 满意 安装 竣工 达标 出席 参选 受理 调解 化解 成功 普及 培训 使用 兑现 兑付 发放 入园 入学 巩固 签收"
            " 回收 清运 开工 投产 治愈 抽检 检测 响应 接通 报到 参训 参会 到会 建档 检疫 免疫 报送 拨付 复查 缴费"
            " 续保 确权 颁证 公开 上报 报销 治理 绿化 硬化"
        )
    )
)
_KNOWN = frozenset(["办结", "答复", "回复", "完成", "办复", "整改", "处理", "结案", "解决"])
_CARRIED = lazy.pattern("结转|往年|上年|历年|去年|跨年")


def _average(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「86.4万元，惠及2160户，户均375元」: the sum stands before the heads."""
    for match in matches_near(passage, _AVERAGES, _AVERAGE, _REACH):
        whole, heads = in_full(match["sum"], match["big"]), int(match["heads"])
        given = in_full(match["mean"], match["big2"])
        if (
            heads
            and abs(whole / heads - given) > max(0.02 * given, 1.0)
            and not _is_of_larger_sum(passage, match.start(), heads * given)
            and not other_money(
                passage.text[max(passage.start, match.start() - 12) : match.start()], match[0]
            )
        ):
            said = f"{shown(whole)}元除以{heads}是{shown(whole / heads)}元，与文中的平均数不符。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对总数、人数和平均数")


_SUMS = lazy.pattern(r"(?P<sum>\d[\d.]*)(?P<big>万|亿)?元")
_SENTENCE = 120


def _is_of_larger_sum(passage: Passage, at: int, product: float) -> bool:
    """Whether the sum told last is a part, and the average is that of a sum before it: 「136.5万元，其中镇级40万元，惠及……」."""
    before = re.split("[。\n]", passage.text[max(passage.start, at - _SENTENCE) : at])[-1]
    return any(
        abs(in_full(match["sum"], match["big"]) - product) <= 0.02 * product
        for match in _SUMS.finditer(before)
    )


def _groups(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _GROUPED, _GROUPS, _REACH):
        everybody, product = int(match["all"]), int(match["groups"]) * int(match["size"])
        if product != everybody and not re.search("[约余多]|左右|至少|不少于", match[0]):
            said = f"{match['groups']}个{match['kind']}、每{match['kind']}{match['size']}，共{product}，与{everybody}不符。"
            yield rule.finding(passage, *match.span(), said, suggestion="核对人数和组数")


def _prices(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """One price, one number of what it is for, one total in a sentence."""
    for place in prose_with(passage, _PRICED):
        offset, line = passage.prose[place]
        start = 0
        for sentence in re.split("([。；;])", line):
            found = _price_and_total(sentence)
            if found:
                low, high, said = found
                yield rule.finding(
                    passage,
                    offset + start + low,
                    offset + start + high,
                    said,
                    suggestion="核对单价、数量和总额",
                )
            start += len(sentence)


def _price_and_total(sentence: str) -> tuple[int, int, str] | None:
    prices = [price for price in _PRICE.finditer(sentence) if _counts(sentence, price)]
    if len(prices) != 1 or re.search("其中|[约余近超]|左右|不等|以上|以内|标准为?[^，。]{0,6}至", sentence):
        return None
    price = prices[0]
    count = _counts(sentence, price)[0]
    totals = [
        total
        for total in _TOTAL.finditer(sentence)
        if total.start("sum") != price.start("price") and total.start("sum") != price.start("price2")
    ]
    if len(totals) != 1:
        return None
    total = totals[0]
    each = in_full(price["price"] or price["price2"], price["big"] or price["big2"])
    product, given = each * float(count["n"]), in_full(total["sum"], total["big"])
    longer = re.search("每月|/月|个月|每季|每次|两[年期次]|[二三四]年", sentence)
    if longer or abs(product - given) <= max(0.006 * worth_of(total["big"]), 0.0051 * each):
        return None
    if _is_of_more(sentence, product, given):
        return None
    unit = price["unit"] or price["unit2"]
    said = f"{shown(float(count['n']))}{unit}、每{unit}{shown(each)}元，应是{shown(product)}元，文中写的是{shown(given)}元。"
    return total.start(), total.end(), said


_WHOLE_NUMBER = lazy.pattern(r"(?<![\d.])\d{1,6}(?![\d.])")


def _is_of_more(sentence: str, product: float, given: float) -> bool:
    """「612人，每人每天5元，按200天计，合计61.2万元」: a third number makes the total, or the product is told itself."""
    sums = (in_full(told["sum"], told["big"]) for told in _SUMS.finditer(sentence))
    if any(abs(told - product) <= 0.006 * product for told in sums):
        return True
    return any(
        abs(product * int(number[0]) - given) <= 0.006 * given
        for number in _WHOLE_NUMBER.finditer(sentence)
        if int(number[0]) > 1
    )


def _counts(sentence: str, price: re.Match[str]) -> list[re.Match[str]]:
    """The numbers of what the price is for, where there is exactly one."""
    unit = "[人名]" if (price["unit"] or price["unit2"]) in {"人", "名"} else price["unit"] or price["unit2"]
    found = list(re.finditer(rf"(?<![\d.第])(?P<n>{_N}){unit}(?![次均年月])", sentence))
    return found if len(found) == 1 else []


def _rates(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「抽检1260批次，合格1235批次，合格率99%」: the word before 「率」 is that of the second figure."""
    for match in matches_near(passage, RATED, _RATE, _REACH):
        everything, done, rate = float(match["all"]), float(match["done"]), match["rate"]
        if match["what"] in _KNOWN or not everything or done >= everything:
            continue
        before = passage.text[max(passage.start, match.start() - 16) : match.start()]
        if _CARRIED.search(before + match[0]):
            continue
        right = share_of(done, everything)
        if abs(right - float(rate)) > 0.5 * 10 ** -len(rate.partition(".")[2]) + 0.1:
            said = f"{shown(done)}除以{shown(everything)}是{right:.1f}%，文中写的是{rate}%。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"{right:.1f}%")


RULES = (
    Rule(
        name="arithmetic.average_after_sum",
        category="arithmetic_inconsistency",
        severity="error",
        explain="先写总额、后写户数人数的，户均、人均也要相符。",
        fires="发放粮食补贴资金86.4万元，惠及农户2160户，户均375元。",
        passes="发放粮食补贴资金86.4万元，惠及农户2160户，户均400元。",
        find=Waiting(_AVERAGES, _average),
    ),
    Rule(
        name="arithmetic.groups",
        category="arithmetic_inconsistency",
        severity="error",
        explain="分成几组、每组几人，要与总人数相符。",
        fires="抽调机关干部36名，分成9个巡查组、每组5人。",
        passes="抽调机关干部45名，分成9个巡查组、每组5人。",
        find=Waiting(_GROUPED, _groups),
    ),
    Rule(
        name="arithmetic.price",
        category="arithmetic_inconsistency",
        severity="error",
        explain="同一句里写了单价、数量和总额的，单价乘数量要等于总额。",
        fires="征收土地86亩，每亩补偿4万元，合计补偿384万元。",
        passes="征收土地86亩，每亩补偿4万元，合计补偿344万元。",
        find=Waiting(_PRICED, _prices),
    ),
    Rule(
        name="arithmetic.named_rate",
        category="arithmetic_inconsistency",
        severity="error",
        explain="合格率、参保率、覆盖率等要等于前面两个数字相除。",
        fires="共抽检食品1260批次，合格1235批次，合格率99.0%。",
        passes="共抽检食品1260批次，合格1235批次，合格率98.0%。",
        find=Waiting(RATED, _rates),
    ),
)
