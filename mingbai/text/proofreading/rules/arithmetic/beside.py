"""A figure that those beside it make out: a sum with its number and price behind it, a share among shares of one whole."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, amounts_in, in_full, share_of, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._twice import compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- a sum, its number, its price ------------------------------------------------------------------------------------------

_PRICED = lazy.pattern(
    r"(?P<sum>\d{1,9}(?:\.\d{1,4})?)(?P<big>万)?元[，,（(：:]\s?(?:共|计|购买|采购|使用)?(?P<number>\d{1,7}(?:\.\d{1,3})?)(?P<unit>吨|个|台|套|块|盏|株|棵|米|平方米|立方米|方|车|人|户|天|工|小时|本|册|桌|袋|条|亩|公里|次|件|份|斤|公斤)[，,、×xX*]?\s?(?:每(?P=unit)|单价|均价|每个工)(?:价格?|工资|补助|补贴)?(?:为)?(?P<price>\d{1,7}(?:\.\d{1,3})?)(?P<big2>万)?元"
)
_PRICED_WORDS = waiting_for(("每", "单价", "均价"))


def _sum_first(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「水泥款31500元，70吨，每吨430元」."""
    for match in matches_near(passage, _PRICED_WORDS, _PRICED, 60):
        told, number = in_full(match["sum"], match["big"]), float(match["number"])
        right = number * in_full(match["price"], match["big2"])
        step = 10 ** -len(match["sum"].partition(".")[2]) * in_full("1", match["big"])
        if right and abs(told - right) > max(0.51 * step, 0.005 * right):
            said = f"{match['number']}{match['unit']}、每{match['unit']}{match['price']}{match['big2'] or ''}元，应是{written(right, '元')}，写的是{written(told, '元')}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- a price, its number, the sum ------------------------------------------------------------------------------------------

_FIRST = lazy.pattern(
    r"每(?P<unit>平方米|亩|吨|度|人|户|名|生|小时|学生|车|立方米|公里|株|台)(?:每?[月年学期天次]{1,2})?(?:收|收取|补助|补贴|按|为)?(?P<price>\d{1,6}(?:\.\d{1,3})?)元(?:计算|标准)?[，,](?:全校|全村|全镇|共|共有|共计|按|[一-鿿]{1,6}?)?(?P<number>\d{1,7}(?:\.\d{1,3})?)(?P<unit2>平方米|亩|吨|度|人|户|名|小时|车|立方米|公里|株|台)[，,](?P<label>[^，,。；;\n\d]{1,8})(?P<sum>\d{1,9}(?:\.\d{1,4})?)(?P<big>万)?元"
)
_FIRST_WORDS = waiting_for(("每",))
_PERSONS = frozenset(("人", "名", "生", "学生"))


def _price_first(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「作业本费每生12元，全校860人，收取9320元」."""
    for match in matches_near(passage, _FIRST_WORDS, _FIRST, 70):
        same = match["unit"] == match["unit2"] or {match["unit"], match["unit2"]} <= _PERSONS
        told, right = in_full(match["sum"], match["big"]), float(match["price"]) * float(match["number"])
        step = 10 ** -len(match["sum"].partition(".")[2]) * in_full("1", match["big"])
        off = abs(told - right) > max(0.51 * step, 0.005 * right)
        if same and off and 0.4 * right < told < 2.5 * right:
            said = f"{match['number']}{match['unit2']}、每{match['unit']}{match['price']}元，应是{written(right, '元')}，写的是{written(told, '元')}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- so many done, the rate, so many left ----------------------------------------------------------------------------------

_RATED = lazy.pattern(
    r"(?<![不未])已?(?P<deed>整改|办结|答复|完成|回复|解决|落实|采纳|发放|签订)(?P<n>\d{1,5})(?P<unit>[一-鿿])[，,](?P=deed)率(?:为|达到?|是)?(?P<rate>\d{1,3}(?:\.\d{1,2})?)[%％][，,；;](?:其余|剩余|剩下|余下|另有|还有|尚有)(?:的)?(?P<left>\d{1,5})(?P=unit)"
)
_RATED_WORDS = waiting_for(("率",))


def _rate_and_left(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「已整改29份，整改率66.3%，其余9份正在协商」."""
    for match in matches_near(passage, _RATED_WORDS, _RATED, 50):
        done, left, rate = int(match["n"]), int(match["left"]), float(match["rate"])
        right = share_of(done, done + left)
        if abs(right - rate) > _OFF:
            said = f"{done}{match['unit']}加{left}{match['unit']}是{done + left}{match['unit']}，{match['deed']}率是{right:.1f}%，写的是{rate:g}%，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- a share among shares ------------------------------------------------------------------------------------------------------

_SHARE_WORDS = waiting_for(("占",))
_FAR, _OFF, _MOST_OFF, _LEAST = 360, 0.6, 12.0, 5


def _shares(passage: Passage) -> list[tuple[Amount, Amount]]:
    """A number with the share that follows it: 「5个，占27.8%」."""
    every = passage.once(amounts_in)
    return [
        (one, share)
        for one, share in zip(every, every[1:], strict=False)
        if share.unit == "%"
        and one.unit != "%"
        and share.label in {"占", "占比", "占比为", "占比达"}
        and share.start - one.end <= _NEXT
    ]


_NEXT = 6


def _share_among(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「18个村……不及时的村5个，占27.8%；不全的村3个，占18.7%」: the whole is the one of which the other is that share."""
    told = list(compared(passage.once(_shares)))
    every = passage.once(amounts_in) if len(told) > 1 else []
    for part, share in told:
        wholes = {
            one.value
            for one in every
            if 0 < part.start - one.end < _FAR
            and one.unit == part.unit
            and one.value >= max(part.value, _LEAST)
        }
        fits = [
            whole
            for whole in wholes
            for other, rate in told
            if other is not part
            and other.unit == part.unit
            and abs(other.start - part.start) < _FAR
            and abs(share_of(other.value, whole) - rate.value) <= 0.51 * rate.step + 1e-6
        ]
        own = any(abs(share_of(part.value, whole) - share.value) <= _OFF for whole in wholes)
        if fits and not own and all(whole == fits[0] for whole in fits):
            right = share_of(part.value, fits[0])
            if _OFF < abs(right - share.value) < _MOST_OFF:
                said = f"{written(part.value, part.unit)}占{written(fits[0], part.unit)}的{right:.1f}%，写的是{share.value:g}%，请核对。"
                yield rule.finding(passage, part.start, share.end, said)


_rule = hint_of("arithmetic", "arithmetic_inconsistency")

RULES = (
    _rule(
        "sum_before_its_price",
        "先写金额，再写数量和单价，乘起来要相等。",
        "水泥款31500元，70吨，每吨430元。",
        "水泥款30100元，70吨，每吨430元。",
        Waiting(_PRICED_WORDS, _sum_first),
    ),
    _rule(
        "price_before_its_sum",
        "先写单价，再写数量和金额，乘起来要相等。",
        "作业本费每生12元，全校860人，收取9320元。",
        "作业本费每生12元，全校860人，收取10320元。",
        Waiting(_FIRST_WORDS, _price_first),
    ),
    _rule(
        "rate_and_what_is_left",
        "已做几件、其余几件，与写出的比率对不上。",
        "已整改29份，整改率66.3%，其余9份正在协商。",
        "已整改29份，整改率76.3%，其余9份正在协商。",
        Waiting(_RATED_WORDS, _rate_and_left),
    ),
    _rule(
        "share_among_shares",
        "几项各占百分之几，按同一个总数算，其中一项算不上。",
        "全镇18个村。公开不及时的村5个，占27.8%；内容不全的村3个，占18.7%。",
        "全镇18个村。公开不及时的村5个，占27.8%；内容不全的村3个，占16.7%。",
        Waiting(_SHARE_WORDS, _share_among),
    ),
)
