"""Series that are counted otherwise than by marks at the head of lines: steps, annexes, rows of a list, 「首先、其次」."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import anchored, is_word
from mingbai.text.proofreading.structure import chinese_number, in_chinese
from mingbai.text.proofreading.triggers import prose_with, waiting_for

_NUMERAL = "[一二三四五六七八九十]"
_WORDS = lazy.pattern(
    r"(?:^|(?<=[。；;：:，,\s]))(?P<word>首先|其次|再次|再者|最后|第(?P<nth>[二三四五六])(?=[，,、是]))"
)
_STEPS = lazy.pattern(
    rf"(?:^|(?<=[。；;：:\s（(]))第(?P<nth>{_NUMERAL}{{1,2}})(?P<unit>步|阶段|方面|环节|步骤)(?=[，,：:、（(是\s])"
)
_SAME_VERB = lazy.pattern(
    r"(?:^|(?<=[，,、；;：:。\s])|(?<=做到|坚持|实行|采取))(?P<nth>[一二三四五六七八九])(?P<verb>[抓看查促建靠盯评严强重讲管改帮送访比学])(?=[一-鿿])"
)
_ANNEX = lazy.pattern(r"附(?:件|表)\s?(?P<nth>\d{1,2})(?=[：:、.．\s])")
_DECIMAL = lazy.pattern(r"(?P<major>\d{1,2})[.．](?P<minor>\d{1,2})[、 \u3000](?=\s?[一-鿿])")
_ROW = lazy.pattern(r"(?P<nth>\d{1,3})[ \t\u3000]+(?=\S+[ \t\u3000]+\S)")
_TWICE = lazy.pattern(
    rf"(?P<one>[（(]{_NUMERAL}{{1,3}}[）)]|{_NUMERAL}{{1,3}}、)\s?(?P<two>[（(]{_NUMERAL}{{1,3}}[）)]|{_NUMERAL}{{1,3}}、)(?=[一-鿿\d])"
)
_DIGIT = lazy.pattern(
    r"(?P<nth>[1-9])(?=[一-鿿]{3})(?![年月日号个项条件名人万元楼组村次期届级类周天分时岁只支台套户所家张把位者比至到余多])"
)
_NEXT_MARK = lazy.pattern(r"(?P<nth>\d{1,2})[、．.](?!\d)")
_FEWEST_ROWS = 3
# Anchors of rows and annexes: without digits there are none.
_DIGITS = "1 2 3 4 5 6 7 8 9"


def _said(rule: Rule, passage: Passage, start: int, end: int, right: str) -> Finding:
    here = passage.text[start:end].strip()
    said = f"序号跳到了「{here}」，缺「{right}」。"
    return rule.finding(passage, start, end, said, suggestion=f"改为「{right}」，或补上缺的内容")


def _words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「首先……其次……其次……」, 「首先……第三……」 in one paragraph."""
    for number in prose_with(passage, _FIRST):
        offset, line = passage.prose[number]
        found = list(_WORDS.finditer(line))
        begun = next((place for place, match in enumerate(found) if match["word"] == "首先"), len(found))
        for before, match in pairwise(found[begun:]):
            start, end = offset + match.start(), offset + match.end()
            if match["word"] == "其次" and before["word"] == "其次":
                said = "「其次」重复，前一个已经用过。"
                yield rule.finding(passage, start, end, said, suggestion="改为「再次」或「第三」")
            elif match["nth"] and before["word"] == "首先" and match["nth"] != "二":
                yield _said(rule, passage, start, end, "第二")


def _jumps(
    rule: Rule,
    passage: Passage,
    found: list[re.Match[str]],
    offset: int,
    say: Callable[[re.Match[str], int], str],
) -> Iterator[Finding]:
    """Numbers that rise from one by one, until one is left out."""
    last = 0
    for match in found:
        here = chinese_number(match["nth"]) or 0
        if here == 1:
            last = 1
        elif last and here == last + 1:
            last = here
        elif last > 1 and here == last + 2:
            yield _said(rule, passage, offset + match.start(), offset + match.end(), say(match, last + 1))
            last = here
        else:
            last = 0


def _steps(rule: Rule, passage: Passage) -> Iterator[Finding]:
    found = list(_STEPS.finditer(passage.body))
    for unit in sorted({match["unit"] for match in found}):
        same = [match for match in found if match["unit"] == unit]
        yield from _jumps(
            rule, passage, same, passage.start, lambda match, n: f"第{in_chinese(n)}{match['unit']}"
        )


def _same_verb(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for number in prose_with(passage, _VERBS):
        offset, line = passage.prose[number]
        found = list(_SAME_VERB.finditer(line))
        for verb in sorted({match["verb"] for match in found}):
            same = [match for match in found if match["verb"] == verb]
            yield from _jumps(rule, passage, same, offset, lambda match, n: f"{in_chinese(n)}{match['verb']}")


def _runs(
    passage: Passage, pattern: re.Pattern[str], *, key: str | None = None
) -> Iterator[list[tuple[int, int, int]]]:
    """Lines that follow each other and begin with a number, as (number, start, end of the number's mark)."""
    run: list[tuple[int, int, int]] = []
    major = None
    for offset, line in passage.lines:
        match = pattern.match(line)
        if match and (key is None or match[key] == major or not run):
            major = match[key] if key else None
            run.append((int(match["minor" if key else "nth"]), offset, offset + match.end()))
            continue
        if key and not match:
            continue  # the text under a heading
        if run:
            yield run
        run = []
        if match:
            major = match[key] if key else None
            run.append((int(match["minor" if key else "nth"]), offset, offset + match.end()))
    if run:
        yield run


def _gap_in(run: list[tuple[int, int, int]], fewest: int) -> tuple[int, int, int, int] | None:
    """The first number of a list from one that leaves one out, with what it should be."""
    if len(run) < fewest or run[0][0] != 1:
        return None
    for place, (number, start, end) in enumerate(run, 1):
        if number == place:
            continue
        # What follows must go on from there, else the column is no count.
        rises = all(later[0] == number + steps for steps, later in enumerate(run[place - 1 :]))
        return (place, number, start, end) if place > 2 and number == place + 1 and rises else None
    return None


def _annexes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for run in _runs(passage, _ANNEX):
        gap = _gap_in(run, _FEWEST_ROWS)
        if gap:
            yield _said(rule, passage, gap[2], gap[3], f"附件{gap[0]}")


def _decimals(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for run in _runs(passage, _DECIMAL, key="major"):
        gap = _gap_in(run, _FEWEST_ROWS)
        if gap:
            yield _said(rule, passage, gap[2], gap[3], f"第{gap[0]}项")


def _rows(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for run in _runs(passage, _ROW):
        gap = _gap_in(run, _FEWEST_ROWS)
        if gap:
            yield _said(rule, passage, gap[2], gap[3], str(gap[0]))


def _twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for offset, line in passage.prose:
        match = _TWICE.match(line)
        if match is None:
            continue
        same = ("、" in match["one"]) == ("、" in match["two"])
        said = (
            "两个同级的序号连在一起，漏了内容或多了一个序号。"
            if same
            else "上一级序号后面没有标题，就接着下一级序号。"
        )
        yield rule.finding(
            passage, offset, offset + match.end(), said, suggestion="补上缺的标题或内容，或删去多的序号"
        )


def _two_fashions(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「1.……2、……」: numbers that follow each other and do not look alike."""
    before = None
    for match in _ARABIC.finditer(passage.text, passage.start, passage.end):
        follows = before is not None and int(match["nth"]) == int(before["nth"]) + 1
        if before is not None and follows and match.start() - before.start() < _ONE_LIST:
            if (match["mark"] == "、") != (before["mark"] == "、"):
                said = f"前一项的序号写作「{before['nth']}{before['mark']}」，这里写作「{match['nth']}{match['mark']}」，同级序号的标点应当一样。"
                yield rule.finding(passage, before.start("nth"), match.end(), said, suggestion="统一为「1.」")
        before = match


# 「（1）……；2）……」 in one paragraph: the opening bracket of one number is lost, or two fashions are mixed.
_BRACKET_LOST = r"[（(](?P<one>[1-8]|[一二三四五六七八])[）)][^（()）\n]{2,80}[；;。，,]\s?(?P<mark>(?P<nth>[2-9]|[二三四五六七八九])[）)])"


def _does_not_follow(_: Passage, match: re.Match[str]) -> bool:
    figures = "123456789一二三四五六七八九"
    return figures.index(match["nth"]) != figures.index(match["one"]) + 1


_ARABIC = lazy.pattern(
    r"(?:^|(?<=[。；;：:\n \u3000]))(?P<nth>\d{1,2})(?P<mark>[.．、])(?![\d\s])", re.MULTILINE
)
_ONE_LIST = 600


def _bare_digits(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「1加强领导」 before 「2、完善制度」, or 「一加强领导」 before 「二、完善制度」."""
    for (offset, line), (_, following) in pairwise(passage.prose):
        after = _NEXT_MARK.match(following)
        match = _DIGIT.match(line)
        if match and after and int(after["nth"]) == int(match["nth"]) + 1:
            said = f"序号「{match['nth']}」后面漏了标点。"
            yield rule.finding(passage, offset, offset + 2, said, suggestion=f"改为「{match['nth']}.」")
        elif line.startswith("一") and following.startswith("二、") and _is_unmarked(line):
            said = "序号「一」后面漏了顿号。"
            yield rule.finding(passage, offset, offset + 2, said, suggestion="改为「一、」")


def _is_unmarked(line: str) -> bool:
    return line[1:2] not in set("、，,.．：:是要）)") and not is_word(line[:2]) and len(line) > 3


def _heading_without_mark(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「二存在问题」 on a line of its own behind 「一、」, where no 「二、」 follows."""
    lines = passage.prose
    numbers = [marker.number for marker in passage.markers if marker.family == "chinese"]
    for at, (offset, line) in enumerate(lines):
        number = chinese_number(line[0]) if line[0] in _NUMERALS else None
        if number is None or number < 2 or not _is_title(line) or number in numbers:
            continue
        before = [mark.number for mark in passage.markers if mark.family == "chinese" and mark.line < at]
        if before and before[-1] == number - 1:
            said = f"序号「{line[0]}」后面漏了顿号。"
            yield rule.finding(passage, offset, offset + 2, said, suggestion=f"改为「{line[0]}、」")


def _is_title(line: str) -> bool:
    return (
        len(line) <= _TITLE
        and _is_unmarked(line)
        and line[1] not in "季年月级等次个批期类农好方者大中小位人项条"
        and not is_word(line[:3])
        and line[-1] not in "。；，：、"
    )


_NUMERALS = frozenset("二三四五六七八九十")
_TITLE = 20
_FIRST = waiting_for(("首先",))
_VERBS = waiting_for(tuple(f"一{verb}" for verb in "抓看查促建靠盯评严强重讲管改帮送访比学"))

RULES = (
    Rule(
        name="numbering.heading_mark",
        category="numbering_gap",
        severity="warning",
        explain="单独成行的标题「二存在问题」，序号后面漏了顿号。",
        fires="一、主要工作\n召开会议三次。\n二存在问题\n宣传不够。",
        passes="一、主要工作\n召开会议三次。\n二、存在问题\n二级响应措施\n二季度工作安排",
        find=anchored("一、 二、 三、 四、 五、 六、 七、 八、", _heading_without_mark),
    ),
    Rule(
        name="numbering.mark_lost",
        category="numbering_gap",
        severity="error",
        explain="小标题前只剩一个顿号，序号丢了；分条的序号被批量替换成年份（「9、……2023、……11、」）。",
        fires="联系电话见公开指南。\n、概  述\n本年度公开信息120条。",
        passes="一、概述\n全年公开信息120条。2022、2023年连续两年达标。",
        find=searching(
            rf"^[ \t\u3000]*(?P<mark>、[ \u3000]?[{HAN}][{HAN}\u3000 ]{{1,11}})$|(?<=[。；;])(?P<mark2>(?:19|20)\d\d、)(?=[{HAN}]{{2}})",
            "「{}」的序号丢失或被替换了。",
            suggestion="补上序号",
            near="、",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="numbering.ordinal_words",
        category="numbering_gap",
        severity="warning",
        explain="「首先、其次、再次、最后」不重复，「首先」后面不直接接「第三」。",
        fires="首先，抓领导。其次，抓制度。其次，抓监督。最后，抓培训。",
        passes="首先，抓领导。其次，抓制度。再次，抓监督。最后，抓培训。",
        find=anchored("首先", _words),
    ),
    Rule(
        name="numbering.steps",
        category="numbering_gap",
        severity="error",
        explain="「第一步」「第一阶段」要连续。",
        fires="第一阶段：动员（3月）。\n第二阶段：实施（4月）。\n第四阶段：总结（11月）。",
        passes="第一阶段：动员（3月）。\n第二阶段：实施（4月）。\n第三阶段：总结（11月）。第一季度、第三季度各检查一次。",
        find=anchored("第一步 第一阶段 第一方面 第一环节", _steps),
    ),
    Rule(
        name="numbering.same_verb",
        category="numbering_gap",
        severity="error",
        explain="「一抓……、二抓……、四抓……」缺了一个。",
        fires="做到一抓领导、二抓制度、四抓监督。",
        passes="做到一抓领导、二抓制度、三抓监督，一看材料、二看现场。",
        find=anchored(" ".join(f"一{verb}" for verb in "抓看查促建靠盯评严强重讲管改帮送访比学"), _same_verb),
    ),
    Rule(
        name="numbering.annexes",
        category="numbering_gap",
        severity="error",
        explain="「附件1、附件2、附件4」的编号要连续。",
        fires="附件1：目录\n附件2：指南\n附件4：报表",
        passes="附件1：目录\n附件2：指南\n附件3：报表",
        find=anchored("附件 附表", _annexes),
    ),
    Rule(
        name="numbering.decimals",
        category="numbering_gap",
        severity="error",
        explain="「1.1」「1.2」「1.4」的编号要连续。",
        fires="1.1 加强领导\n1.2 完善制度\n1.4 强化监督",
        passes="1.1 加强领导\n1.2 完善制度\n2.1 强化监督\n3.5 公里道路",
        find=anchored("1.1 1．1", _decimals),
    ),
    Rule(
        name="numbering.rows",
        category="numbering_gap",
        severity="warning",
        explain="名单、表格的序号从1连续，缺号说明漏了一行或者写错。",
        fires="1 平岗村 214 1860.0\n2 牛角村 187 1520.0\n3 塘尾村 156 1240.0\n5 新民村 98 900.0",
        passes="1 平岗村 214 1860.0\n2 牛角村 187 1520.0\n3 塘尾村 156 1240.0\n4 新民村 98 900.0",
        find=anchored(_DIGITS, _rows),
    ),
    Rule(
        name="numbering.two_marks",
        category="numbering_gap",
        severity="warning",
        explain="两个序号连在一起（「（二）（三）」「三、（一）」），中间漏了标题或内容。",
        fires="（一）收费情况。没有收费。\n（二）（三）未发生行政复议。",
        passes="一、收费情况（一）没有收费。\n（二）未发生行政复议。\n一、二类事项分开公示。",
        find=_twice,
    ),
    Rule(
        name="numbering.two_fashions",
        category="numbering_gap",
        severity="info",
        explain="同一级的序号，「1.」「2、」混着用，应当一样。",
        fires="1.指定专人管理档案；2、每周更新校园网一次。",
        passes="1.指定专人管理档案；2.每周更新校园网一次。3、4月份检查。",
        find=anchored("2、 2. 2． 3、 3. 3． 4、 4. 4． 5、 5. 5．", _two_fashions),
    ),
    Rule(
        name="numbering.bracket_lost",
        category="numbering_gap",
        severity="warning",
        explain="「（1）……；2）……；（3）……」：同一段里的序号，有一个缺了左括号。",
        fires="外来人员（1）必须登记；2）必须核实；（3）必须公示。",
        passes="外来人员（1）必须登记；（2）必须核实；（3）必须公示。1）登记；2）核实。",
        find=searching(
            _BRACKET_LOST,
            "序号「{}」缺左括号，与前一项写法不同。",
            suggestion="（{}",
            near="2） 2) 3） 3) 4） 4) 5） 5) 二） 二) 三） 三) 四） 四)",
            unless=_does_not_follow,
        ),
    ),
    Rule(
        name="numbering.bare_digit",
        category="numbering_gap",
        severity="error",
        explain="段首的「1」「一」后面漏了标点，下一段却是「2、」「二、」。",
        fires="1加强领导，落实责任。\n2、完善制度，规范程序。",
        passes="1个村完成公开。\n2、完善制度。\n一年来，我镇加强领导。\n二、完善制度。",
        find=_bare_digits,
    ),
)
