"""Lists and kinds against a total told apart from them: so many in each town, so much for each kind, so many on the average in each place."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, alike, amounts_in, in_full, places, same, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._told import NUMBER, number_in
from mingbai.text.proofreading.rules._twice import AT_MOST, compared
from mingbai.text.proofreading.rules.arithmetic.ratio import figures_of_lines, hint
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_NO_COUNT = frozenset(("%", "个百分点", "分", "天", "月", "倍", "元"))

# --- so many in each town -------------------------------------------------------------------------------------------

_OF_PLACE = lazy.pattern(
    f"[{HAN}]{{1,8}}(?:镇|乡|村|街道|社区|[县区市局院站所队组]|中学|小学|学校|支部|园|中心|公司|片区?)$"
)
_PLACES_WORDS = waiting_for(("镇", "乡", "村", "街道", "社区", "局", "学", "支部", "片"))
_LINK = lazy.pattern(r"[、，,；;]\s?")
_TOTAL = lazy.pattern("共|计|总|最终|全[县镇乡市区街村校]|实际|累计|一举")
_OTHER = lazy.pattern("去年|上年|计划|任务|目标|比|较|每|其中|占|分别|第|平均|以上|剩余|余|未")
_FEWEST, _FAR = 4, 500


def _runs(passage: Passage) -> Iterator[list[Amount]]:
    """Figures that follow each other, each behind the name of a place: 「城关镇21人、东风镇18人」."""
    for line in passage.once(figures_of_lines):
        run: list[Amount] = []
        for one in line:
            label = re.split("[、]", one.label)[-1]
            fits = one.unit not in _NO_COUNT and not one.about and _OF_PLACE.search(label) is not None
            if run and not (fits and one.unit == run[0].unit and _joined(passage, run[-1], label, one)):
                yield run
                run = []
            if fits:
                run.append(one)
        yield run


def _joined(passage: Passage, before: Amount, label: str, one: Amount) -> bool:
    between = passage.text[before.end : one.start]
    return between.endswith(label) and _LINK.fullmatch(between[: len(between) - len(label)]) is not None


def _by_places(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「最终定兵85人」, and the towns' 21, 18, 16, 15 and 17."""
    every = passage.once(amounts_in)
    for run in compared(one for one in passage.once(_whole_runs) if len(one) >= _FEWEST):
        if passage.text[run[-1].end : run[-1].end + 1] in {"等", "、"}:
            continue
        added = sum(one.value for one in run)
        if any(alike(one, run[0]) and same(one.value, added) for one in every):
            continue
        wholes = [
            one
            for one in every
            if alike(one, run[0])
            and not one.about
            and one not in run
            and 0 < abs(one.value - added) <= max(3, added * 0.04)
            and _TOTAL.search(one.label)
            and not _OTHER.search(one.label)
            and abs(one.start - run[0].start) < _FAR
        ]
        if len(wholes) == 1:
            listed = "、".join(written(one.value, one.unit) for one in run[:8])
            said = f"{listed}相加是{written(added, run[0].unit)}，另一处的总数是{written(wholes[0].value, wholes[0].unit)}，请核对。"
            start = run[0].start - min(len(run[0].label), 6)
            yield rule.finding(passage, start, run[-1].end, said, related=places(passage, wholes))


def _whole_runs(passage: Passage) -> list[list[Amount]]:
    return [run for run in _runs(passage) if run]


# --- so much for each kind ------------------------------------------------------------------------------------------

_RATE = lazy.pattern(
    rf"(?P<kind>[{HAN}]{{2,6}}?)(?:学生|标准为|标准|按|的)?每(?:人|生|户|名|亩|头|台|村|个|场|期|天|次)(?:每年|每月)?(?:补助|资助|奖励|补贴|发放|给予|一次性|标准为|标准)*(?P<each>\d{{1,6}}(?:\.\d{{1,2}})?)(?P<big>万)?元"
)
_RATE_WORDS = waiting_for(("每人", "每生", "每户", "每名", "每亩", "每头", "每台", "每村", "每个"))
_SUM = lazy.pattern(
    r"(?:共需|共计|合计|总计|需|共发放|共支出|总额|资金共|预算)[^，,。；;\d]{0,8}(?P<sum>\d{1,9}(?:\.\d{1,4})?)(?P<big>万)?元"
)


def _by_kinds(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「本科生每人5000元，专科生每人3000元……本科生40人、专科生30人，共需资金30万元」."""
    for offset, line in passage.prose:
        rates = {match["kind"][-3:]: in_full(match["each"], match["big"]) for match in _RATE.finditer(line)}
        total = _SUM.search(line) if 1 < len(rates) < AT_MOST else None
        if total is None or re.search("每月|每天|个月|其中|最高|不低于", line):
            continue
        counts = {}
        for kind in rates:
            found = re.findall(
                rf"{re.escape(kind)}(?:学生)?({NUMBER})(?:人|名|户|亩|头|台|个|场|期|次)", line
            )
            if len(found) == 1:
                counts[kind] = number_in(found[0]) or 0
        if len(counts) != len(rates):
            continue
        right = sum(rates[kind] * number for kind, number in counts.items())
        if (
            right
            and abs(right - in_full(total["sum"], total["big"])) > 1
            and 0.5 < in_full(total["sum"], total["big"]) / right < 2
        ):
            said = f"按各类标准和数量算是{written(right, '元')}，写的是{total[0][-10:]}，请核对。"
            start, end = offset + total.start(), offset + total.end()
            yield rule.finding(passage, start, end, said, suggestion=written(right, "元"))


# --- what came in, what is done, what is left -----------------------------------------------------------------------

_CAME = lazy.pattern(r"(?:受理|收到|接到|承办|交办|登记|排查出?|发现|接收|收集|征集)[^，,。；;\d]{0,12}$")
_DONE = lazy.pattern(
    r"(?:已|全部|共)?(?:办结|化解|整改|答复|办复|完成|解决|销号|处理)(?:完毕)?[^，,。；;率\d]{0,4}$"
)
_LEFT = lazy.pattern(
    r"(?:尚有|还有|剩余|其余|仍有|余下|未办结|在办|正在办理|未整改|未化解|另有)[^，,。；;\d]{0,6}$"
)
_LEFT_WORDS = waiting_for(("尚有", "还有", "剩余", "其余", "仍有", "余下", "未办结", "在办", "正在办理", "未整改", "未化解", "另有"))  # fmt: skip


def _handled(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「受理信访事项48件，其中……已办结43件，尚有6件正在办理」: other figures may stand between."""
    for line in passage.once(figures_of_lines):
        for place, (done, left) in enumerate(pairwise(line)):
            if not _DONE.search(done.label) or not _LEFT.search(left.label) or not alike(done, left):
                continue
            came = [
                one
                for one in line[max(0, place - AT_MOST) : place]
                if alike(one, done) and _CAME.search(one.label)
            ]
            if (
                len(came) != 1
                or any(one.about for one in (*came, done, left))
                or left.start - done.end > _NEXT
            ):
                continue
            stretch = came[0].label + passage.text[done.start - len(done.label) : left.end]
            added = done.value + left.value
            if same(added, came[0].value) or re.search("结转|上年|去年|往年|季度|其余为|分别", stretch):
                continue
            further = line[place + 2 : place + 3]
            if further and alike(further[0], left) and further[0].start - left.end < _NEXT + 4:
                continue  # a third outcome
            if abs(added - came[0].value) <= max(3, came[0].value * 0.2):
                said = f"{written(done.value, done.unit)}加{written(left.value, left.unit)}是{written(added, done.unit)}，前面一共是{written(came[0].value, done.unit)}，请核对。"
                yield rule.finding(
                    passage,
                    done.start - min(len(done.label), 6),
                    left.end,
                    said,
                    related=places(passage, came),
                )


_NEXT = 16

# --- the whole divided ----------------------------------------------------------------------------------------------

_DIVIDED = lazy.pattern(r"按(?:照)?[一-鿿]{2,10}?(?:来?分|划分|统计|分类|区分|看)[，,：:]")
_DIVIDED_WORDS = waiting_for(("分，", "划分，", "统计，", "分类，", "分：", "分类：", "看，"))
_RUN_ON = lazy.pattern(r"[^，,。；;\d]{0,4}[、，,](?:[^，,。；;、\d]{1,14})")


def _divided(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「受理48件……按责任单位分，村级31件、镇直部门19件」."""
    every = passage.once(amounts_in)
    starts = [one.start for one in every]
    for match in matches_near(passage, _DIVIDED_WORDS, _DIVIDED, 24):
        first = bisect_left(starts, match.end())
        after = every[first : bisect_left(starts, match.end() + 160)]
        run = after[:1]
        for one in after[1:]:
            if not alike(one, run[0]) or not _RUN_ON.fullmatch(passage.text, run[-1].end, one.start):
                break
            run.append(one)
        if (
            len(run) < 2
            or run[0].start - match.end() > _NEXT
            or run[0].unit in _NO_COUNT - {"元"}
            or any(one.about for one in run)
        ):
            continue
        added = sum(one.value for one in run)
        near_by = every[bisect_left(starts, match.start() - _FAR) : first]
        before = [one for one in near_by if one.start < match.start() and alike(one, run[0])]
        if any(same(one.value, added, 2 * run[0].step if run[0].step != 1 else 0) for one in before):
            continue
        near = [
            one
            for one in before
            if abs(one.value - added) <= max(2, 0.06 * added) and one.value > max(part.value for part in run)
        ]
        if near:
            listed = "、".join(written(one.value, one.unit) for one in run)
            said = f"{listed}相加是{written(added, run[0].unit)}，前面一共是{written(near[-1].value, run[0].unit)}，请核对。"
            yield rule.finding(
                passage,
                run[0].start - min(len(run[0].label), 6),
                run[-1].end,
                said,
                related=places(passage, near[-1:]),
            )


# --- so much a month ------------------------------------------------------------------------------------------------

_MONTHLY = lazy.pattern(
    rf"(?<!第)(?P<number>{NUMBER})(?:名|人|位|户)[，,（(]?(?:每人|人均|每户)?每月(?:工资|补助|补贴|报酬|津贴)?(?:为)?(?P<each>\d{{1,5}}(?:\.\d)?)元[^。；;\n\d]{{0,6}}[，,；;]?(?:全年|(?<!半)年|每年|一年)(?:共|共需|需|合计|支出|发放)?[^，,。；;\d]{{0,6}}(?P<sum>\d{{1,9}}(?:\.\d{{1,4}})?)(?P<big>万)?元"
)
_MONTHLY_WORDS = waiting_for(("每月",))


def _by_month(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「管水员2名，每人每月800元，全年工资9600元」."""
    for match in matches_near(passage, _MONTHLY_WORDS, _MONTHLY, 70):
        right = (number_in(match["number"]) or 0) * float(match["each"]) * 12
        told = in_full(match["sum"], match["big"])
        if right and abs(right - told) > 0.01 * right and 0.2 < told / right < 5:
            said = f"{match['number']}人每月{match['each']}元，全年是{written(right, '元')}，写的是{written(told, '元')}，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion=written(right, "元"))


# --- two kinds, and all of them -------------------------------------------------------------------------------------

_TWO_KINDS = lazy.pattern(
    rf"(?P<kind>专职|全职|正式|在编|固定|男)(?P<noun>[{HAN}]{{2,5}}?)(?P<a>\d{{1,6}})(?P<unit>名|人|个|户|位)[、，,和](?P<kind2>兼职|编外|预备|临时|聘用|流动|女)(?P=noun)?(?P<b>\d{{1,6}})(?P=unit)"
)
_TWO_KINDS_WORDS = waiting_for(("兼职", "编外", "预备", "临时", "聘用", "流动", "女"))


def _by_two_kinds(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「专职网格员46名、兼职网格员92名……全街道142名网格员」."""
    for match in compared(matches_near(passage, _TWO_KINDS_WORDS, _TWO_KINDS, 50)):
        right, noun, unit = int(match["a"]) + int(match["b"]), re.escape(match["noun"]), match["unit"]
        whole = re.compile(
            rf"(?:全[{HAN}]{{1,2}}|共有?|现有|所有)(?:的)?(?P<n>\d{{1,6}}){unit}{noun}|(?:全[{HAN}]{{1,2}}|共有|现有){noun}(?:共)?(?P<n2>\d{{1,6}}){unit}"
        )
        for told in whole.finditer(passage.text, passage.start, passage.end):
            number = int(told["n"] or told["n2"])
            if number not in {right, int(match["a"]), int(match["b"])} and abs(number - right) < right / 4:
                said = f"{match['kind']}{match['a']}{unit}、{match['kind2']}{match['b']}{unit}，合起来是{right}{unit}，这里是{number}{unit}，请核对。"
                yield rule.finding(passage, *told.span(), said)


# --- so many in each place ------------------------------------------------------------------------------------------

_MEAN = lazy.pattern(
    r"平均每(?:个|所|家|支)?(?P<noun>社区|村|乡镇|镇街|镇|街道|学校|网格|支部|小区|县区|单位|中队|班级)(?:约)?[^，,。；;、\d]{0,6}$"
)
_MEAN_WORDS = waiting_for(("平均每",))


def _by_mean(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「辖8个社区……共组织96场次，平均每个社区16场次」: the number of places may stand in another sentence."""
    for line in passage.once(figures_of_lines):
        for place, mean in enumerate(line):
            told = _MEAN.search(mean.label)
            if told is None or not mean.value or mean.about:
                continue
            wholes = [one for one in line[max(0, place - AT_MOST) : place] if alike(one, mean) and one.value > mean.value and not one.about][-2:]  # fmt: skip
            numbers = _numbers_of(
                passage, line[max(0, place - AT_MOST) : place + AT_MOST], told["noun"], mean
            )
            if not wholes or not numbers:
                continue
            slack = 0.51 * mean.step + 0.02 * mean.value
            if any(abs(whole.value / number.value - mean.value) <= slack for whole in wholes for number in numbers):  # fmt: skip
                continue
            right = wholes[-1].value / numbers[-1].value
            said = f"{written(wholes[-1].value, mean.unit)}除以{numbers[-1].value:g}个{told['noun']}是{written(round(right, 1), mean.unit)}，写的是{written(mean.value, mean.unit)}，请核对。"
            yield rule.finding(
                passage, mean.start - min(len(mean.label), 8), mean.end, said,
                related=places(passage, (wholes[-1], numbers[-1])),
            )  # fmt: skip


def _numbers_of(passage: Passage, line: Sequence[Amount], noun: str, mean: Amount) -> list[Amount]:
    """How many places of the kind the line tells of."""
    return [
        one
        for one in line
        if one is not mean
        and one.value > 1
        and one.unit in {"个", "所", "家", "支"}
        and noun in passage.text[one.end : one.end + 6].split("，")[0]
    ]


# --- lots announced, and lots told ----------------------------------------------------------------------------------

_LOTS = lazy.pattern(rf"(?P<number>{NUMBER})(?:宗|块|幅|个)(?:国有)?(?:建设用地|土地|地块|标的|标段)")
_LOTS_WORDS = waiting_for(
    (
        "宗国有",
        "宗地",
        "宗土地",
        "宗建设用地",
        "幅地块",
        "个标段",
        "个标的",
        "块地",
        "块土地",
        "块国有",
        "幅土地",
        "个地块",
    )
)
_LOT = lazy.pattern(
    r"(?:地块|宗地|标段|标的)(?:编号|名称|号)[：:]?\s?(?P<name>[A-Z\d一-鿿〔〕（）()-]{2,20})"
)


def _lots(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「出让两宗国有建设用地使用权」 and the number of one lot alone."""
    told = list(matches_near(passage, _LOTS_WORDS, _LOTS, 20))
    lots = {match["name"] for match in _LOT.finditer(passage.text, passage.start, passage.end)}
    number = number_in(told[0]["number"]) if len(told) == 1 else None
    if number and lots and len(lots) != number and (len(lots) > 1 or number > 1):
        said = f"前面说{told[0][0]}，后面列出{len(lots)}个编号，请核对。"
        yield rule.finding(passage, *told[0].span(), said)


RULES = (
    hint(
        "by_places",
        "各乡镇、各村的数字相加，与别处写的总数差一点。",
        "最终定兵85人。\n完成情况：城关镇21人、东风镇18人、马集乡16人、北林乡15人、石门乡17人。",
        "最终定兵87人。\n完成情况：城关镇21人、东风镇18人、马集乡16人、北林乡15人、石门乡17人。",
        Waiting(_PLACES_WORDS, _by_places),
    ),
    hint(
        "by_kinds",
        "几类对象各有标准和人数，乘起来相加与总额要相等。",
        "本科生每人5000元，专科生每人3000元，资助本科生40人、专科生30人，共需资金30万元。",
        "本科生每人5000元，专科生每人3000元，资助本科生40人、专科生30人，共需资金29万元。",
        Waiting(_RATE_WORDS, _by_kinds),
    ),
    hint(
        "handled_and_left",
        "办结的加上还没办结的，与受理的要相等。",
        "上半年受理信访事项48件，其中来信20件。已办结43件，尚有6件正在办理。",
        "上半年受理信访事项49件，其中来信20件。已办结43件，尚有6件正在办理。",
        Waiting(_LEFT_WORDS, _handled),
    ),
    hint(
        "divided_by",
        "「按某某分」的各项，相加与前面的总数要相等。",
        "上半年受理信访事项48件。按责任单位分，村级31件、镇直部门19件。",
        "上半年受理信访事项50件。按责任单位分，村级31件、镇直部门19件。",
        Waiting(_DIVIDED_WORDS, _divided),
    ),
    hint(
        "by_month",
        "几个人每月多少，乘以十二个月与全年的数要相等。",
        "管水员2名，每人每月800元，全年工资9600元。",
        "管水员2名，每人每月800元，全年工资19200元。",
        Waiting(_MONTHLY_WORDS, _by_month),
    ),
    hint(
        "by_two_kinds",
        "专职和兼职、正式和预备的人数，合起来与别处写的一共多少要相等。",
        "配备专职网格员46名、兼职网格员92名。\n全街道142名网格员上报事件3860件。",
        "配备专职网格员46名、兼职网格员92名。\n全街道138名网格员上报事件3860件。",
        Waiting(_TWO_KINDS_WORDS, _by_two_kinds),
    ),
    hint(
        "mean_by_place",
        "总数除以社区、村的个数，与「平均每个社区」的数要相等。",
        "街道辖8个社区。组织活动96场，平均每个社区16场。",
        "街道辖8个社区。组织活动96场，平均每个社区12场。",
        Waiting(_MEAN_WORDS, _by_mean),
    ),
    hint(
        "lots_announced",
        "公告说出让几宗、几个标段，后面列的编号要一样多。",
        "公开出让两宗国有建设用地使用权。\n地块编号：2024-07，用途为工业。",
        "公开出让一宗国有建设用地使用权。\n地块编号：2024-07，用途为工业。",
        Waiting(_LOTS_WORDS, _lots),
    ),
)
