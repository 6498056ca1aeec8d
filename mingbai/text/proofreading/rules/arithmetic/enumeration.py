"""Announced counts against what is listed: 「三个方面」, 「五个落实」, 「三为主，四带动」.

Items are added and struck out until the last day, and the number before them stays.
"""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, meeting
from mingbai.text.proofreading.rules.arithmetic.report import counted_sections
from mingbai.text.proofreading.structure import Marker, chinese_number, ends_sentence, in_chinese
from mingbai.text.proofreading.triggers import matches, sought, waiting_for

_NUMERAL = "[二两三四五六七八九十]"
_QUOTED_COUNTS = sought(
    rf"[“\"](?P<slogan>(?:(?:{_NUMERAL}|(?<=[一-鿿])一)(?:个|项|大|条)?[一-鿿]{{1,3}}?[，,、]?){{1,4}})[”\"’](?:[，,]?即|[，,]?分别[是为]|[：:]|[，,]?包括)[：:，,]?"
)
_ONE_COUNT = lazy.pattern(
    rf"(?P<count>{_NUMERAL})(?:个|项|大|条)?(?P<key>[一-鿿]{{1,3}}?)(?=[，,、]|{_NUMERAL}|一|$)"
)
_PLAIN_SLOGAN = sought(
    rf"(?P<count>{_NUMERAL})个(?P<key>[一-鿿]{{2}})[”\"]?(?:[，,]?即|[：:]|[，,]?分别是)[：:，,]?(?=(?P=key))"
)
_KEY = "(?P<key>个方面|个环节|个层面|个阶段|个步骤|个部分|个程序|个流程|到位|大类|类信息|项制度|项原则|种形式|种方式|级联动|级政务|位一体|个渠道|个领域|个部分|部分|落实|统一|结合|不准|见面|上墙)"
_COUNT_AFTER_LIST = sought(rf"(?P<count>[二两三四五六七八九十2-9]){_KEY}")
_LIST_BEFORE = lazy.pattern(
    rf"[“\"]?(?P<list>[^，,。；;：:、\s“”《》（）()]{{1,20}}(?:、[^，,。；;：:、\s“”（）()]{{1,20}}){{1,9}}?)[”“\"]?(?:[，,]?共)?(?P<count>{_NUMERAL}|[2-9]){_KEY}$"
)
_LISTED_AFTER = sought(
    r"(?P<count>[二两三四五六七八九十2-9](?<![第一十\d].))(?P<key>个|项|类|种|大|次|点|条)(?P<what>[^，,。；;：:、\n\d]{0,6})(?:[：:]|[，,]即[：:]?|[，,]分别[是为]|[，,]包括[：:]?)"
    r"(?P<list>[^，,。；;：:、\n]{1,20}(?:、[^，,。；;：:、\n]{1,20}){1,9})(?=[。；;\n])"
)
_QUOTED_LIST = sought(
    rf"[“\"](?P<count>{_NUMERAL})(?P<key>[一-鿿]{{1,3}})[”\"](?:制度|机制|要求|原则|标准|措施|办法|流程|程序|体系|工作法|模式)?(?:[，,]?即|[，,]?是指|[：:])[：:，,]?"
    r"(?P<list>[^，,。；;：:、“”\n]{2,14}(?:、[^，,。；;：:、“”\n]{2,14}){1,9})(?=[。；;，,\n])"
)
_QUOTE_MARKS = waiting_for(
    (
        "”制度",
        "”机制",
        "”要求",
        "”原则",
        "”标准",
        "”措施",
        "”办法",
        "”流程",
        "”程序",
        "”体系",
        "”工作法",
        "”模式",
        "”即",
        "”，即",
        "”,即",
        "”：",
        "”:",
        "”是指",
        "”，是指",
    )
)
_ANNOUNCED_INLINE = sought(
    r"(?P<count>[二两三四五六七八九十2-9](?<![第一十].))(?:个|项|点|条|种|类|大)?(?:方面|环节|措施|问题|原则|步骤|做法|特点|重点|工作|任务|内容|制度|不足|原因|阶段|机制|办法|形式|议程|事项|要求|举措|目标|意见|建议|变化|经验|体会|打算|亮点|成效|困难|感受|希望|优势|关系|关口|关键|加强|方式|途径|渠道|程序)[^，,。；;：:\n\d]{0,8}[：:。，,；]?\s*(?=一是)"
)
_ANNOUNCED_LINE = lazy.pattern(
    rf"(?<![第一十\d])(?P<count>{_NUMERAL}|[2-9])(?:个|项|点|条|种|类|大|户|名|人|家|处|份)[^，,。；;：:\d]{{0,20}}(?:[：:]|如下[：:。]?)$"
)
_FEW_ITEMS = 2
# What stands before the list: the number of the paragraph, 「三、」, and 「回访采取」, 「各档通过」.
_LEADS_IN = lazy.pattern(
    r"^(?:[一二三四五六七八九十]{1,3}、)?(?:.{0,60}(?:采取|采用|通过|运用|利用|坚持|实行|分为))?"
)
_ITEM = lazy.pattern(r"(?<![一-鿿])([一二三四五六七八九十])是")


def _value(written: str) -> int:
    return 2 if written == "两" else int(written) if written.isdigit() else (chinese_number(written) or 0)


def _listed(passage: Passage, start: int, stops: str) -> str:
    """The words from `start` to the first stop, within the line."""
    return re.split(f"[{stops}\n]", passage.text[start : min(start + 240, passage.end)])[0]


_NEXT_ITEM = lazy.pattern("[；;][一二三四五六七八九十]是")


def _slogans(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A quoted slogan whose key word returns in each item of the list that explains it."""
    for match in matches(passage, _QUOTED_COUNTS):
        counts = list(_ONE_COUNT.finditer(match["slogan"]))
        listed = _listed(passage, match.end(), "。“" if len(counts) > 1 else "。；;“")
        said_apart = re.split("[；;]", _listed(passage, match.end(), "。“"))
        for count in counts:
            if len(counts) == 1 and 1 < len(said_apart) >= _value(count["count"]):
                continue  # one item to each semicolon, in which the key word may return
            if "…" in listed or (
                len(counts) == 1 and listed.split("；")[0].count("、") + 1 == _value(count["count"])
            ):
                continue  # as many items as announced, some in other words; or only a part of them
            found, announced = listed.count(count["key"]), _value(count["count"])
            # 「；三是公开惠农补贴」 goes on with something else.
            whole = _NEXT_ITEM.split(_listed(passage, match.end(), "。"))[0].count(count["key"])
            if (
                found < announced <= whole
                or found % announced == 0
                or (len(count["key"]) == 1 and found > announced)
            ):
                continue
            if found > 1 and found != announced and abs(found - announced) < 4:
                said = f"「{count.group()}」应有{announced}项，后面列出{found}项。"
                end = match.end("slogan") + 1
                yield rule.finding(passage, match.start(), end, said, suggestion="补全各项，或改正数目")


def _plain_slogans(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _PLAIN_SLOGAN):
        listed, key = _listed(passage, match.end(), "。；;"), match["key"]
        found = len(re.findall(rf"(?:^|[、，,和及与]){key}", listed))
        announced = _value(match["count"])
        if found > 1 and found != announced:
            said = f"「{announced}个{key}」应有{announced}项，后面列出{found}项。"
            yield rule.finding(passage, match.start(), match.end(), said, suggestion="补全各项，或改正数目")


def _list_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「领导、机构、人员三到位」: the items stand before the count; 「和」 may join two or be part of one."""
    for count in matches(passage, _COUNT_AFTER_LIST):
        match = _LIST_BEFORE.search(passage.text, max(passage.start, count.start() - 160), count.end())
        if match is None:
            continue
        listed, announced = _LEADS_IN.sub("", match["list"]), _value(match["count"])
        least = listed.count("、") + 1
        most = least + _joined(listed)
        if least == 1:
            continue
        if least <= announced <= most or re.search("等|[的了着]$|等$", listed):
            continue
        if match["key"].endswith("部分") and counted_sections(listed):
            continue  # the sections of a report have their own rule
        said = f"前面列出{least}项，写的却是「{match['count']}{match['key']}」。"
        yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对数目和各项")


def _joined(listed: str) -> int:
    """How many words in a list may part two items; not one within an item whose fellows all end alike."""
    items = listed.split("、")
    endings = {item[-2:] for item in items[1:]}
    ending = endings.pop() if len(endings) == 1 and len(items) > _FEW_ITEMS else None
    last = re.split("以及|和|与|及", items[-1])
    if ending and any(not part.endswith(ending) for part in last):
        return 0
    return len(re.findall("和|与|及|以及", listed))


def _quoted_list(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「“两审”制度，即初审、复审、终审」: a quoted count and the plain list that says what it stands for."""
    for match in matches(passage, _QUOTED_LIST):
        listed, announced = match["list"], _value(match["count"])
        least = listed.count("、") + 1
        most = least + len(re.findall("和|与|及", listed))
        if (
            least <= announced <= most
            or re.search(r"等|其中|\d", listed)
            or listed.count(match["key"]) == announced
            or re.search("[一二两三四五六七八九十]", match["key"].replace("统一", ""))
            or abs(least - announced) > _FEW_ITEMS
        ):
            continue
        said = f"「{match['count']}{match['key']}」应有{announced}项，后面列出{least}项。"
        yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对数目和各项")


def _listed_after(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「主要有六类：机构职能、办事程序、……」 with a plain list of short items up to the stop."""
    for match in matches(passage, _LISTED_AFTER):
        listed, announced = match["list"], _value(match["count"])
        least = listed.count("、") + 1
        most = least + len(re.findall("和|与|及", listed))
        if (
            least <= announced <= most
            or re.search("等|一是|其中|“", listed)
            or re.search(r"\d", match["what"])
            or (match["key"] == "条" and re.match(r"第[（(]?[一二三四五六七八九十\d]", match["what"]))
        ):
            continue
        said = f"前面说{in_chinese(announced)}{match['key']}，后面列出{least}项。"
        yield rule.finding(passage, match.start(), match.end(), said, suggestion="核对数目和各项")


# A list within one paragraph is no longer than this.
_LONG = 3_000


def _inline_series(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「做好三个方面：一是…二是…」 within one paragraph."""
    for match in matches(passage, _ANNOUNCED_INLINE):
        line_end = passage.text.find("\n", match.end())
        paragraph = passage.text[match.end() : line_end if 0 <= line_end < passage.end else passage.end]
        if len(paragraph) > _LONG:
            continue
        numbers = [chinese_number(item[1]) for item in _ITEM.finditer(paragraph)]
        announced = _value(match["count"])
        if numbers != list(range(1, len(numbers) + 1)) or _goes_on(passage, line_end, len(numbers)):
            continue
        if len(numbers) != announced and len(numbers) > 1:
            said = f"前面说{in_chinese(announced)}项，后面列出{len(numbers)}项。"
            yield rule.finding(passage, match.start(), match.end() + 2, said, suggestion="核对数目和各项")


def _goes_on(passage: Passage, line_end: int, count: int) -> bool:
    following = passage.text[line_end : line_end + 8].strip() if line_end >= 0 else ""
    return following.startswith(f"{in_chinese(count + 1)}是")


def _numbered_lines(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A line that announces 「以下三项工作：」 and the numbered lines under it."""
    at_line = {marker.line: place for place, marker in enumerate(passage.markers)}
    for place, marker in enumerate(passage.markers):
        index = marker.line - 1
        if marker.number != 1 or index < 0:
            continue
        offset, line = passage.prose[index]
        match = _ANNOUNCED_LINE.search(line) if line.endswith(("：", ":", "。", "下")) else None
        if match is None:
            continue
        announced, listed = (
            _value(match["count"]),
            _length_of_list(passage.markers[place:], at_line.get(index), passage),
        )
        if listed < announced and (
            _breaks_off(passage) or _with_repeats(passage.markers[place:]) == announced
        ):
            continue
        if listed > 1 and listed != announced:
            said = f"前面说{in_chinese(announced)}项，下面列出{listed}项。"
            yield rule.finding(
                passage, offset + match.start(), offset + len(line), said, suggestion="核对数目和各项"
            )


def _with_repeats(markers: Sequence[Marker]) -> int:
    """How many items the list has where a number was written twice: 「（一）（二）（二）」 are three."""
    kind, count, last = markers[0].family, 0, 0
    for marker in markers:
        if marker.family == kind:
            if marker.number not in {last, last + 1}:
                break
            count, last = count + 1, marker.number
    return count


def _breaks_off(passage: Passage) -> bool:
    """Whether the text ends in the midst of a sentence under its last number: the rest of the list is lost with it."""
    line, last = passage.prose[-1][1], len(passage.prose) - 1
    return passage.markers[-1].line == last and not ends_sentence(line)


def _length_of_list(markers: tuple[Marker, ...], own: int | None, passage: Passage) -> int:
    """How many items the list has that begins with the first marker, even where its numbering jumps."""
    family, last, count = markers[0].family, 0, 0
    above = passage.markers[own].family if own is not None else None
    for marker in markers:
        if marker.family == above or (marker.family == family and marker.number <= last):
            break
        if marker.family == family:
            last, count = marker.number, count + 1
    return count


RULES = (
    Rule(
        name="arithmetic.slogan",
        category="arithmetic_inconsistency",
        severity="error",
        explain="「“三为主，四带动”，即……」后面列出的项数要与口号里的数目相同。",
        fires="建设“两园三基地”，即林果园、养殖园，原料基地和生产基地。",
        passes="建设“两园三基地”，即林果园、养殖园，原料基地、生产基地和铸造基地。",
        find=meeting(_slogans, _QUOTED_COUNTS),
    ),
    Rule(
        name="arithmetic.counted_slogan",
        category="arithmetic_inconsistency",
        severity="error",
        explain="「五个落实：落实……、落实……」列出的项数要与数目相同。",
        fires="做到“五个落实”：落实领导、落实机构、落实经费、落实措施和制度。",
        passes="做到“四个落实”：落实领导、落实机构、落实经费、落实措施和制度。",
        find=meeting(_plain_slogans, _PLAIN_SLOGAN),
    ),
    Rule(
        name="arithmetic.list_before_count",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="「领导、机构、人员三到位」前面的项数要与数目相同。",
        fires="从信息公开、电子政务、便民服务四个方面入手。",
        passes="从信息公开、电子政务和便民服务三个方面入手，做到领导、机构、人员三到位。",
        find=meeting(_list_before, _COUNT_AFTER_LIST),
    ),
    Rule(
        name="arithmetic.quoted_list",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="「“两审”制度，即……」后面列出的项数要与引号里的数目相同。",
        fires="严格执行“两审”制度，即经办人初审、办公室主任复审、分管领导终审。",
        passes="严格执行“三审”制度，即经办人初审、办公室主任复审、分管领导终审。",
        find=Waiting(_QUOTE_MARKS, _quoted_list),
    ),
    Rule(
        name="arithmetic.listed_after",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="说好几类、几个，冒号后面就要列出几个。",
        fires="公开内容主要有六类：机构职能、办事程序、财务收支、惠农政策、人事任免。",
        passes="公开内容主要有五类：机构职能、办事程序、财务收支、惠农政策、人事任免。",
        find=meeting(_listed_after, _LISTED_AFTER),
    ),
    Rule(
        name="arithmetic.announced_inline",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="说好几个方面，后面「一是…二是…」就要有几个。",
        fires="把握好三个环节。一是审核。二是公开。三是反馈。四是归档。",
        passes="把握好三个环节。一是审核。二是公开。三是反馈。",
        find=meeting(_inline_series, _ANNOUNCED_INLINE),
    ),
    Rule(
        name="arithmetic.announced_list",
        category="arithmetic_inconsistency",
        severity="warning",
        explain="说好几项工作，下面编号的条目就要有几条。",
        fires="重点做好以下三项工作：\n1.公开目录。\n2.公开指南。\n3.公开年报。\n4.公开制度。",
        passes="重点做好以下三项工作：\n1.公开目录。\n2.公开指南。\n3.公开年报。",
        find=_numbered_lines,
    ),
)
