"""Counts that must balance: done and left, received and decided, rates, averages, columns of a table."""

import re
from collections.abc import Iterator
from itertools import accumulate

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import in_full, share_of
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.quantities import shown
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import matches_near, prose_with, waiting_for

_AVERAGE = lazy.pattern(
    r"(?P<heads>\d{1,9})(?P<who>名|人次|人|户|家)[^，,。；;\d]{0,16}[，,]?[^，,。；;\d]{0,12}?(?P<sum>\d{1,12}(?:\.\d{1,6})?)(?P<big>万?)元[，,][^，,。；;\d]{0,4}(?:人均|户均|平均每[人户名]|每[人户])[^，,。；;\d]{0,6}(?P<mean>\d{1,12}(?:\.\d{1,6})?)(?P<big2>万?)元"
)
_MEAN = lazy.pattern(r"[人户每](?:(?<=人)均|(?<=户)均|(?<=平均每)[人户名]|(?<=每)[人户])[^，,。；;\d]{0,6}\d")
_DONE_AND_LEFT = lazy.pattern(
    r"(?P<all>\d{1,9})(?P<unit>件|条|个|项|处|起|户|家)[^，,。；;\d]{0,10}[，,](?:目前)?(?:已|现已|其中已)[^，,。；;\d]{1,8}(?P<done>\d{1,9})(?P=unit)[，,、](?:其余|剩余|余下|另有|尚有|还有|正在|未)[^，,。；;\d]{0,8}(?P<left>\d{1,9})(?P=unit)"
)
# 「整改79条，正在整改5条，因政策原因暂时无法解决2条」
_MORE_FOLLOWS = lazy.pattern(
    r"[，,、](?:因|另|暂|其余|剩余|其他|还有|未)[^。；;\d]{0,40}\d{1,9}(?:件|条|个|项|处|起|户|家)"
)
# What every match of it holds.
_DONE_SOON_LEFT = lazy.pattern(
    r"已[^，,。；;\d]{1,8}\d{1,9}(?:件|条|个|项|处|起|户|家)[，,、](?:其余|剩余|余下|另有|尚有|还有|正在|未)"
)
_TWO_UNITS_LEFT = lazy.pattern(
    r"(\d{1,9})户(\d{1,9})人[^。；;\d]{0,20}(?:\d{4}年[^。；;\d]{0,8})?[^。；;\d]{0,10}(\d{1,9})户(\d{1,9})人[，,](?:剩余|尚有|还有|未脱贫)[^。；;\d]{0,6}(\d{1,9})户(\d{1,9})人"
)
_OUTCOME = lazy.pattern(
    r"(?:予以公开|同意公开|部分公开|不予公开|无法提供|不予处理|非本机关|其他处理|(?:信息)?不存在|补正)[^，,。；;、\d]{0,8}(\d{1,9})件"
)
_ALL_DECIDED = lazy.pattern(r"(?:总计|办结|共办理|共答复)[^，,。；;、\d]{0,4}(\d{1,9})件")
_RECEIVED = lazy.pattern(r"(?:新收|收到|受理)[^，,。；;\d]{0,14}?(\d{1,9})件")
_CARRIED_IN = lazy.pattern(
    r"(?:(?:上一?年度?|去年|往年|跨年|历年|\d{4}年度?)的?(?:结转|遗留|转入|未办结|未答复)|结转上一?年度?)[^，,。；;\d]{0,12}(?P<count>\d{1,9})件"
)
# What else comes in and is dealt with.
_NO_REQUESTS = lazy.pattern(
    "投诉|信访|提案|建议|咨询|诉求|案件|留言|工单|举报|复议|诉讼|来信|来电|来访|信箱|意见"
)
# What a bracket says belongs to the figure before it.
_IN_BRACKETS = lazy.pattern(r"[（(][^（()）]{0,120}[)）]")
_CARRIED_OUT = lazy.pattern(r"结转(?:至)?下年度?[^，,。；;\d]{0,8}(\d{1,9})件")
_RATE_COUNTED = lazy.pattern(
    r"(?P<all>\d{1,9})(?P<unit>件|条|起|次|个|项|处)[^。；;\d%％]{0,16}?(?:办结|答复|回复|完成|办复|整改|处理|结案|解决)[^，,。；;\d]{0,4}(?P<done>\d{1,9})(?:(?P=unit)|(?![条起次个项处件]))"
    r"[^。；;\d%％]{0,14}?(?:办结|答复|回复|完成|办复|整改|处理|结案|解决)率[^，,。；;\d]{0,6}(?P<rate>\d{1,12}(?:\.\d{1,6})?)[%％]"
)
_MORE_DONE = lazy.pattern(
    r"(?:收到|接到|接收)[^，,。；;\d]{0,16}(?P<all>\d{1,9})(?P<unit>件|条|起|个)[，,](?:全部|均|已|共)?(?:办结|答复|回复|办复)了?(?P<done>\d{1,9})(?P=unit)"
)
_ALL_DONE = lazy.pattern(
    r"(?:办结|答复|回复|办理|完成|处理|整改|公开|满意|覆盖)率[^，,。；;\d]{0,6}(?:100[%％]|百分之百)(?!的)"
)
_NOT_DONE = lazy.pattern(
    r"(?:尚有|还有|仍有|另有|剩余)[^，,。；;\d]{0,6}[1-9]\d*[件条起个项][^，,。；;]{0,8}(?:未|正在|待|没有)|[1-9]\d*[件条起个项][^，,。；;\d]{0,4}(?:尚未|未|仍在|正在|没有)(?:办结|答复|回复|办理|完成|处理|整改)"
)
# What was left over from an earlier time is done as well, so that more may be done than came in.
_CARRIED = lazy.pattern("结转|往年|历年|上年遗留|跨年|历史")
_IN_TIME = lazy.pattern("(?:按时|按期|及时|到期|限时)[^，,。；;]{0,4}率|期限内|时限内|未到期|未到办理")
_MONEY = lazy.pattern(r"(\d{1,12}(?:\.\d{1,6})?)元")
_MONEY_TOTAL = lazy.pattern(
    r"^[^，,。；;\d]{0,4}(?:共|合计|总计)[^，,。；;\d]{0,12}(?P<sum>\d{1,12}(?:\.\d{1,6})?)元"
)
_FEWEST_AMOUNTS = 3
_TOTAL_ROW = lazy.pattern(r"^(?:合\s*计|总\s*计)[\s\d]", re.MULTILINE)
_CELL = lazy.pattern(r"-?\d{1,12}(?:\.\d{1,6})?")


# The longest of the patterns below that wait for a word is shorter.
_REACH = 160
_DEALT_WITH = ("办结", "答复", "回复", "完成", "办复", "整改", "处理", "结案", "解决")
_RATE_WORDS = waiting_for(tuple(word + "率" for word in _DEALT_WITH))
_AVERAGE_WORDS = waiting_for(("人均", "户均", "平均每", "每名", "每人", "每户"))
_DONE_WORDS = waiting_for(("，已", ",已", "目前已", "，现已", ",现已", "其中已"))
_LEFT_WORDS = waiting_for(
    tuple(comma + word for comma in "，," for word in ("剩余", "尚有", "还有", "未脱贫"))
)
_ALL_WORDS = waiting_for(("100%", "100％", "百分之百"))
_RECEIVED_WORDS = waiting_for(("收到", "接到", "接收"))
_OUTCOME_WORDS = waiting_for(
    (
        "予以公开",
        "同意公开",
        "部分公开",
        "不予公开",
        "无法提供",
        "不予处理",
        "非本机关",
        "其他处理",
        "不存在",
        "补正",
    )
)


# So many more done than came in are done of something else.
_FAR_MORE = 3


def _rates(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _RATE_WORDS, _RATE_COUNTED, _REACH):
        if _CARRIED.search(passage.text, max(passage.start, match.start() - 16), match.end()):
            continue
        if "提前" in match[0]:
            continue
        everything, done, rate = float(match["all"]), float(match["done"]), match["rate"]
        right = share_of(done, everything)
        if done == everything or done > _FAR_MORE * everything:
            continue  # all done and a lesser rate contradict each other: `contradiction.rate_of_all`
        if everything and abs(right - float(rate)) > 0.5 * 10 ** -len(rate.partition(".")[2]) + 0.1:
            said = f"{shown(done)}除以{shown(everything)}是{right:.1f}%，文中写的是{rate}%。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion=f"{right:.1f}%")


def _more_done(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _RECEIVED_WORDS, _MORE_DONE, _REACH):
        sentence = passage.text[max(passage.start, match.start() - 20) : match.end() + 20]
        if int(match["done"]) > int(match["all"]) and not _CARRIED.search(sentence):
            said = (
                f"收到{match['all']}{match['unit']}，办结{match['done']}{match['unit']}，办结的比收到的多。"
            )
            yield rule.finding(
                passage, match.start(), match.end(), said, suggestion="核对数字；含上年结转的要写明"
            )


def _all_but_some(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for number in prose_with(passage, _ALL_WORDS):
        offset, line = passage.prose[number]
        every = _ALL_DONE.search(line)
        some = _NOT_DONE.search(line) if every else None
        start = max(line.rfind("。", 0, every.start()), 0) if every else 0
        if every and some and not _IN_TIME.search(line[start : some.end() + 12]):
            start, end = min(every.start(), some.start()), max(every.end(), some.end())
            said = "一处写百分之百，同一段又写还有没办完的。"
            yield rule.finding(passage, offset + start, offset + end, said, suggestion="核对后统一")


def _average(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if not _MEAN.search(passage.body):
        return
    for match in matches_near(passage, _AVERAGE_WORDS, _AVERAGE, _REACH):
        if "每月" in match[0]:
            continue
        heads = int(match["heads"])
        whole = in_full(match["sum"], match["big"])
        given = in_full(match["mean"], match["big2"])
        if heads and abs(whole / heads - given) > max(0.02 * given, 1.0):
            right = shown(whole / heads)
            said = f"{shown(whole)}元除以{heads}是{right}元，与文中的平均数不符。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对总数、人数和平均数")


def _done_and_left(rule: Rule, passage: Passage) -> Iterator[Finding]:
    balanced = matches_near(passage, _DONE_WORDS, _DONE_AND_LEFT, _REACH)
    for match in balanced if _DONE_SOON_LEFT.search(passage.body) else ():
        everything, done, left = int(match["all"]), int(match["done"]), int(match["left"])
        if _MORE_FOLLOWS.match(passage.text, match.end(), passage.end):
            continue
        if done + left != everything and done != everything:
            said = f"{done}加{left}是{done + left}，与{everything}{match['unit']}不符。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对三个数字")
    for match in matches_near(passage, _LEFT_WORDS, _TWO_UNITS_LEFT, _REACH):
        first, second, done, done_people, left, left_people = (int(part) for part in match.groups())
        if done + left != first or done_people + left_people != second:
            said = f"剩余应是{first - done}户{second - done_people}人，文中写的是{left}户{left_people}人。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对户数和人数")


def _requests(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """New and carried-in requests equal all decisions and carried-out ones, within one paragraph."""
    for number in prose_with(passage, _OUTCOME_WORDS):
        offset, line = passage.prose[number]
        line = _IN_BRACKETS.sub(lambda match: " " * len(match[0]), line)
        decided, received = list(_OUTCOME.finditer(line)), _RECEIVED.search(line)
        if received is None or len(decided) < 2 or len(_RECEIVED.findall(line)) > 1:
            continue
        if _NO_REQUESTS.search(_clause_before(line, received.end())):
            continue
        carried_in, carried_out = _CARRIED_IN.search(line), _CARRIED_OUT.search(line)
        taken = int(received[1]) + (int(carried_in["count"]) if carried_in else 0)
        everything = _ALL_DECIDED.search(line, received.end())
        if everything and _NO_REQUESTS.search(_clause_before(line, everything.end())):
            everything = None
        done = int(everything[1]) if everything else sum(int(match[1]) for match in decided)
        left = int(carried_out[1]) if carried_out else 0
        if taken - left in accumulate(int(match[1]) for match in decided):
            continue  # what follows is told of one of them: 「不予公开2件；其中属于国家秘密的不予公开1件」
        if done + left > taken or (everything and carried_out and done + left != taken):
            place = carried_out or everything or decided[-1]
            start = place.start() if carried_out or everything else decided[0].start()
            said = f"收到和结转共{taken}件，处理和结转下年共{done + left}件，两边不等。"
            yield rule.finding(passage, offset + start, offset + place.end(), said, suggestion="核对各项件数")


def _clause_before(line: str, end: int) -> str:
    return re.split("[，,。；;]", line[max(0, end - _REACH) : end])[-1]


def _list_of_money(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Numbered lines with one amount each, and the line after them that gives the sum."""
    if "元" not in passage.body:
        return
    numbered, amounts = {marker.line for marker in passage.markers}, []
    if sum("元" in passage.prose[line][1] for line in numbered) < _FEWEST_AMOUNTS:
        return
    for index, (offset, line) in enumerate(passage.prose):
        found = _MONEY.findall(line) if index in numbered else ()
        if len(found) == 1:
            amounts.append(float(found[0]))
            continue
        total = _MONEY_TOTAL.search(line) if len(amounts) >= _FEWEST_AMOUNTS else None
        if total and abs(sum(amounts) - float(total["sum"])) > 0.005:
            said = f"上面各条相加是{shown(sum(amounts))}元，这里写的是{total['sum']}元。"
            yield rule.finding(
                passage, offset + total.start(), offset + total.end(), said, suggestion="核对各条金额和总数"
            )
        amounts = []


def _columns(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The row 「合计」 of a table against the rows above it, column by column from the right."""
    if not _TOTAL_ROW.search(passage.body):
        return
    rows: list[tuple[int, list[float]]] = []
    for offset, line in passage.lines:
        cells = [float(cell) for cell in _CELL.findall(line)]
        if re.match(r"(?:合\s*计|总\s*计)[\s\d]", line) and len(rows) > 1 and cells:
            yield from _compare_columns(rule, passage, rows, (offset, cells), line)
            rows = []
        elif (
            len(cells) >= 2 and re.match(r"\d+[\s.、]|\S+[\s\t]", line) and not re.search("[，,。；;]", line)
        ):
            rows = [row for row in rows if len(row[1]) == len(cells)]
            rows.append((offset, cells))
        else:
            rows = []


def _compare_columns(
    rule: Rule,
    passage: Passage,
    rows: list[tuple[int, list[float]]],
    total: tuple[int, list[float]],
    line: str,
) -> Iterator[Finding]:
    width = min(len(total[1]), len(rows[0][1]))
    for column in range(1, width + 1):
        added = sum(cells[-column] for _, cells in rows)
        if abs(added - total[1][-column]) > 0.006:
            said = f"倒数第{column}列相加是{shown(added)}，合计行写的是{shown(total[1][-column])}。"
            yield rule.finding(passage, total[0], total[0] + len(line), said, suggestion="核对这一列的数字")
            return


RULES = (
    Rule(
        name="arithmetic.average",
        category="arithmetic_inconsistency",
        severity="error",
        explain="人均、户均要等于总数除以人数。",
        fires="为1342名农民工追回工资1860万元，人均1.86万元。",
        passes="临时救助73人次，发放资金10.95万元，人均1500元。",
        find=Waiting(_AVERAGE_WORDS, _average),
    ),
    Rule(
        name="arithmetic.done_and_left",
        category="arithmetic_inconsistency",
        severity="error",
        explain="办完的加上没办完的，要等于总数。",
        fires="群众反映的6个问题，已解决4个，其余1个正在办理。",
        passes="群众反映的6个问题，已解决4个，其余2个正在办理。",
        find=Waiting(_DONE_WORDS + _LEFT_WORDS, _done_and_left),
    ),
    Rule(
        name="arithmetic.requests",
        category="arithmetic_inconsistency",
        severity="error",
        explain="依申请公开：本年新收加上年结转，等于各类处理结果加结转下年。",
        fires="本年新收7件，上年结转1件。予以公开4件，不予公开4件。结转下年度1件。",
        passes="本年新收7件，上年结转1件。予以公开4件，不予公开3件。结转下年度1件。",
        find=Waiting(_OUTCOME_WORDS, _requests),
    ),
    Rule(
        name="arithmetic.list_of_money",
        category="arithmetic_inconsistency",
        severity="error",
        explain="逐条列出金额的，后面的总数要等于各条相加。",
        fires="一、东坪村张某 2000元\n二、石板村李某 3000元\n三、枫林村王某 1500元\n以上共发放救助金6000元。",
        passes="一、东坪村张某 2000元\n二、石板村李某 3000元\n三、枫林村王某 1500元\n以上共发放救助金6500元。",
        find=_list_of_money,
    ),
    Rule(
        name="arithmetic.column",
        category="arithmetic_inconsistency",
        severity="info",
        explain="表格的合计行要等于上面各行相加。",
        fires="1 平岗村 214 21018\n2 牛角村 187 17176\n合计 401 38914",
        passes="1 平岗村 214 21018\n2 牛角村 187 17176\n合计 401 38194",
        find=_columns,
    ),
    Rule(
        name="arithmetic.rate",
        category="arithmetic_inconsistency",
        severity="error",
        explain="办结率要等于办结数除以收到数。",
        fires="收到来信10件，办结9件，办结率100%。",
        passes="收到来信10件，办结10件，办结率100%。",
        find=Waiting(_RATE_WORDS, _rates),
    ),
    Rule(
        name="arithmetic.more_done_than_received",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="办结的件数比收到的多，可能写反，也可能含上年结转，要写明。",
        fires="收到咨询5件，已答复6件。",
        passes="收到咨询6件，已答复6件。",
        find=Waiting(_RECEIVED_WORDS, _more_done),
    ),
    Rule(
        name="arithmetic.all_but_some",
        category="arithmetic_inconsistency",
        severity="error",
        explain="写了办结率百分之百，同一段又说还有没办完的。",
        fires="全年收到来信10件，办结率100%，尚有2件正在办理。",
        passes="全年收到来信10件，办结率80%，尚有2件正在办理。",
        find=Waiting(_ALL_WORDS, _all_but_some),
    ),
    Rule(
        name="arithmetic.rate_above_100",
        category="arithmetic_inconsistency",
        severity="error",
        explain="办结率、覆盖率、满意率不会超过100%。",
        fires="群众满意率达102%。",
        passes="群众满意率达98%，任务完成率105%。",
        find=searching(
            r"(?:办结|答复|回复|办复|满意|覆盖|知晓|合格|及时|公开|更新|准确|到位|参与|上线|入户|整改|占比)率?[^，,。；;\d]{0,5}(?P<mark>(?:1(?:0[1-9]|[1-9]\d)|100\.\d*[1-9]\d*|[2-9]\d\d)(?:\.\d+)?[%％])",
            "「{}」超过了100%。",
            suggestion="核对这个比率",
            needs="%％",
            unless=lambda _, match: not re.search("率|占比", match.group()),
        ),
    ),
)
