"""Items of one series held against each other: one that lacks its stop, inline items parted unlike, numbers marked unlike."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.edges import shipped
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Category, Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules.web.residue import is_wrapped
from mingbai.text.proofreading.structure import Marker, ends_sentence, read_marker
from mingbai.text.proofreading.triggers import lines_with, waiting_for

_MARK: Category = "punctuation_misuse"
# --- an item without a stop -------------------------------------------------------------------------------------------
_STOPS, _SHORTEST, _SEEN, _WHOLE = "。；;", 10, 14, -1.2


def _series(passage: Passage) -> Iterator[list[Marker]]:
    """The numbered lines that count on from each other and stand one below the other."""
    run: list[Marker] = []
    for marker in passage.markers:
        goes_on = bool(run) and marker.family == run[-1].family and marker.number == run[-1].number + 1
        if run and not (goes_on and marker.line == run[-1].line + 1):
            yield run
            run = []
        run.append(marker)
    if run:
        yield run


def _unstopped_item(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「1.……。⏎2.……。⏎3.各村每周五前报送进展情况」: all others have a stop."""
    if passage.once(is_wrapped):
        return
    for run in _series(passage):
        lines = [passage.prose[marker.line] for marker in run]
        bare = [(offset, line) for offset, line in lines if line[-1] not in _STOPS]
        if len(run) < _FEWEST or len(bare) != 1:
            continue
        offset, line = bare[0]
        if len(line) < _SHORTEST or ends_sentence(line) or not "一" <= line[-1] <= "鿿":
            continue
        end = offset + len(line)
        said = "其他各条末尾都有标点，这一条没有。"
        yield rule.finding(passage, end - 2, end, said, suggestion="补上句号或分号")


_FEWEST = 3


def _last_unstopped(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The last paragraph is whole and lacks its stop, where the others have one."""
    own = [(offset, line) for offset, line in passage.prose[-4:] if len(line) >= _SHORTEST]
    own = [each for each in own if not _SIGNED.search(each[1])]
    stopped = sum(line[-1] in "。！？" for _, line in passage.prose)
    if not own or stopped < _FEWEST - 1 or passage.once(is_wrapped):
        return
    offset, line = own[-1]
    last = passage.prose[-1][1]
    if len(last) < _SHORTEST and last[-1] in "。！？":
        return
    if (
        not "一" <= line[-1] <= "鿿"
        or "\t" in line
        or len(line) < _A_PARAGRAPH
        or re.search("[：:]", line)
        or not (re.search("[，,。]", line) or read_marker(line))
        or shipped().at_end(line[-_SEEN:]) < _WHOLE
    ):
        return
    end = offset + len(line)
    yield rule.finding(passage, end - 2, end, "最后一段末尾没有句号。", suggestion="补上句号")


_A_PARAGRAPH = 14
_SIGNED = lazy.pattern(
    r"\d{4}年\d{1,2}月|(?:政府|委员会|办公室|局|村|社区|学校|小学|中学|医院|中心|站|所|院|办|党委|支部|领导小组|公司|单位)$|^附|^主题词|^抄送|^联系|印发|^[（(]|^此致|^敬礼|人员$"
)

_HEADING = 24


def _heading_pause(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「（二）坚持疏堵结合、规范管理，⏎设立便民市场3处……」: a heading that goes on nowhere."""
    if passage.once(is_wrapped):
        return
    heads = {marker.line: marker for marker in passage.markers}
    last = [(marker.family, passage.prose[place][1][-1]) for place, marker in heads.items()]
    siblings = Counter(family for family, _ in last)
    bare = Counter(family for family, mark in last if mark not in "，、；;,。：:")
    for place, marker in heads.items():
        offset, line = passage.prose[place]
        following = passage.prose[place + 1][1] if place + 1 < len(passage.prose) else ""
        if line[-1] not in "，、；;," or len(line) > _HEADING or not following or place + 1 in heads:
            continue
        others = siblings[marker.family] - 1
        if 0 < others <= bare[marker.family] and not re.search("[。；;]", line[:-1]):
            end = offset + len(line)
            yield rule.finding(passage, end - 1, end, "单独成行的标题末尾不用标点。", suggestion="删去")


# --- items of one line ------------------------------------------------------------------------------------------------
_ITEMS = (
    (
        lazy.pattern(r"(?P<mark>[，,；;。：:]?)\s?[（(](?P<nth>[一二三四五六七八九])[）)](?=\S)"),
        "一二三四五六七八九",
    ),
    (lazy.pattern(r"(?P<mark>[，,；;。：:]?)\s?[（(](?P<nth>[1-9])[）)](?=\S)"), "123456789"),
    (lazy.pattern(r"(?P<mark>[，,；;。：:]?)\s?(?<!\d)(?P<nth>[1-9])[.．、](?=[一-鿿])"), "123456789"),
    (lazy.pattern(r"(?P<mark>[，,；;。：:]?)\s?(?P<nth>[①②③④⑤⑥⑦⑧⑨])"), "①②③④⑤⑥⑦⑧⑨"),
    (
        lazy.pattern(r"(?P<mark>[，,；;。：:]?)(?P<nth>[一二三四五六七八九])要(?=[一-鿿])"),
        "一二三四五六七八九",
    ),
)
_ANY_ITEM = waiting_for(
    ("（二）", "(二)", "（2）", "(2)", "2.", "2．", "2、", "②", "二要"),
)
_FULL = str.maketrans(",;:", "，；：")


def _counted(line: str, pattern: re.Pattern[str], digits: str) -> list[re.Match[str]]:
    """The items of a line that count from one without a gap."""
    found: list[re.Match[str]] = []
    for match in pattern.finditer(line):
        if digits.index(match["nth"]) == len(found):
            found.append(match)
    return found


def _uneven_inline(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「（一）……。（二）……；（三）……。」 in one paragraph: what parts the items is not the same."""
    for start, end in lines_with(passage, _ANY_ITEM):
        line = passage.text[start:end]
        for pattern, digits in _ITEMS:
            items = _counted(line, pattern, digits)[1:]
            marks = [item["mark"].translate(_FULL) for item in items]
            odd = _odd(marks)
            if odd is not None and len(set(marks)) == _TWO and ":" not in "".join(marks):
                at = start + items[odd].start("mark")
                said = f"各项之间别处用「{_other(marks, odd)}」，这里用「{marks[odd]}」，应当一致。"
                yield rule.finding(passage, at, at + 1, said, suggestion=_other(marks, odd))


_TWO = 2


def _odd(marks: Sequence[str]) -> int | None:
    """The place of the mark that stands alone among others; of two the one that is no semicolon."""
    counts = Counter(marks)
    if len(marks) < _TWO or "" in counts or "：" in counts:
        return None
    alone = [place for place, mark in enumerate(marks) if counts[mark] == 1]
    if len(marks) == _TWO and len(alone) == _TWO:
        return next((place for place in alone if marks[place] != "；"), None) if "；" in counts else None
    return alone[0] if len(alone) == 1 else None


def _other(marks: Sequence[str], odd: int) -> str:
    return next(mark for place, mark in enumerate(marks) if place != odd)


# --- the mark of a number ---------------------------------------------------------------------------------------------
_NUMBER = lazy.pattern(
    r"(?:^|(?<=[。；;：:\n]))[ \t\u3000]?(?P<nth>[1-9])(?P<mark>[.．、])(?=[一-鿿《“])", re.MULTILINE
)
_SECOND = waiting_for(("2.", "2、", "2．", "3.", "3、", "3．"))


def _number_marks(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「1.……；2、……；3.……」"""
    if not lines_with(passage, _SECOND):
        return
    run: list[re.Match[str]] = []
    for match in [*_NUMBER.finditer(passage.text, passage.start, passage.end), None]:
        if match is not None and run and int(match["nth"]) == int(run[-1]["nth"]) + 1:
            run.append(match)
            continue
        marks = [each["mark"] for each in run]
        common, count = Counter(marks).most_common(1)[0] if marks else ("", 0)
        if len(run) >= _FEWEST and count == len(run) - 1:
            odd = next(each for each in run if each["mark"] != common)
            said = f"同一组序号别处用「{common}」，这里用「{odd['mark']}」。"
            yield rule.finding(passage, *odd.span("mark"), said, suggestion=common)
        run = [match] if match is not None else []


RULES = (
    Rule(
        name="punctuation.item_unstopped",
        category=_MARK,
        severity="info",
        explain="分条列举时，其他各条末尾都有句号或分号，只有一条没有。",
        fires="1.加强领导，明确责任。\n2.加强宣传，营造氛围。\n3.加强报送，各村每周五前报送进展情况",
        passes="1.加强领导，明确责任。\n2.加强宣传，营造氛围。\n3.加强报送。\n1.公开目录\n2.公开流程\n3.公开指南",
        find=_unstopped_item,
    ),
    Rule(
        name="punctuation.last_unstopped",
        category=_MARK,
        severity="info",
        explain="全文其他段落末尾都有句号，最后一段话说完了却没有。",
        fires="第一条　本制度适用于全镇。\n第二条　各村应当按时公开。\n第三条　本制度由镇党政办公室负责解释",
        passes="第一条　本制度适用于全镇。\n第二条　各村应当按时公开。\n第三条　本制度由镇党政办公室负责解释。",
        find=_last_unstopped,
    ),
    Rule(
        name="punctuation.heading_pause",
        category=_MARK,
        severity="info",
        explain="同级的其他标题末尾没有标点，只有这个标题停在逗号、顿号、分号上。",
        fires="（一）坚持依法行政\n查处违法行为12起。\n（二）坚持疏堵结合，\n设立便民市场3处。",
        passes="（一）坚持依法行政\n查处违法行为12起。\n（二）坚持疏堵结合\n设立便民市场3处。",
        find=_heading_pause,
    ),
    Rule(
        name="punctuation.uneven_inline",
        category=_MARK,
        severity="info",
        explain="「（一）……。（二）……；（三）……。」：同一段里编了号的各项，中间的标点要一致。",
        fires="措施：（一）明确责任。（二）加强培训；（三）严格考核；（四）及时总结。",
        passes="措施：（一）明确责任；（二）加强培训；（三）严格考核。",
        find=Waiting(_ANY_ITEM, _uneven_inline),
    ),
    Rule(
        name="punctuation.number_marks_differ",
        category=_MARK,
        severity="info",
        explain="「1.……；2、……；3.……」：同一组序号后面的标点要一致。",
        fires="会议决定：1.调整成员；2、开展检查；3.建立制度。",
        passes="会议决定：1.调整成员；2.开展检查；3.建立制度。",
        find=Waiting(_SECOND, _number_marks),
    ),
)
