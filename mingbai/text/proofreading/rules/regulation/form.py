"""How laws and documents are cited: without or with the wrong marks, document numbers of the wrong shape or of another paper."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._knowledge import Entry, anchored, compiled
from mingbai.text.proofreading.rules.outdated.expression import year_of
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches, sought
from mingbai.text.records import record

_REPUBLIC = "中华人民共和国"
_LONGEST_NAME = 24
_WRONG_PAIRS = {
    "〈": "〉",
    "<": ">",
    "＜": "＞",
    "【": "】",
    "[": "]",
    "“": "”",
    '"': '"',
    "‘": "’",
    "「": "」",
}
_BARE_ALLOWED = {"宪法", "民法典"}
_WORDS_BEFORE = 60
_CITED = lazy.pattern(
    r"《(?P<title>[^《》\n]{6,60})》[^《》。；;\n]{0,3}?[（(](?P<number>[国中]办?发?[^（）()\n]{2,20}号)"
)
_CITED_AFTER = lazy.pattern(
    r"(?P<number>[国中]办?(?:公开办)?[发函]{1,2}〔\d{4}〕\d{1,3}号)[）)]?《(?P<title>[^《》\n]{6,60})》"
)
_ISSUER = lazy.pattern(
    r"^(?:(?:国务院办公厅|中共中央办公厅|中共中央|国务院)[、和]?(?:政府信息与政务公开办公室)?)+(?:印发)?"
)
_PERIOD_ARTICLE = lazy.pattern(
    r"条例》?(?P<mark>第(?P<nth>[一二三四五六七八九十]{1,4}|\d{1,2})条)(?:规定的?|关于|中的?|要求的?)(?P<days>15|20|十五|二十)个?工作日[^。，,；;\n]{0,6}(?:答复|期限|办结)"
)
_PERIOD_ARTICLES = {24: {"15", "十五"}, 33: {"20", "二十"}}
_MARKS = lazy.pattern(r"[\s、，,“”\"《》〈〉（）()]")
_PARTS = lazy.pattern(r"(?P<by>[^\d〔\[（(【]{2,8})[〔\[（(【](?P<year>\d{4})[〕\]）)】](?P<nth>\d{1,3})号")


def _names(rows: Sequence[Entry]) -> frozenset[str]:
    return frozenset(row["name"] for row in rows if row.get("prefix"))


def _marks(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A law's full name without book-title marks, or between marks of another kind."""
    names = compiled(passage, ("laws",), _names)
    at = passage.text.find(_REPUBLIC, passage.start, passage.end)
    while at >= 0:
        begins = at + len(_REPUBLIC)
        ends = next(
            (
                begins + length
                for length in range(_LONGEST_NAME, 2, -1)
                if begins + length <= passage.end and passage.text[begins : begins + length] in names
            ),
            0,
        )
        if ends and passage.text[begins:ends] not in _BARE_ALLOWED and not _inside_title(passage, at):
            opening = passage.text[at - 1 : at]
            marked = _WRONG_PAIRS.get(opening) == passage.text[ends : ends + 1]
            start, end = (at - 1, ends + 1) if marked else (at, ends)
            name = passage.text[at:ends]
            yield rule.finding(passage, start, end, "法律、法规的名称要用书名号。", suggestion=f"《{name}》")
        at = passage.text.find(_REPUBLIC, begins, passage.end)


def _inside_title(passage: Passage, at: int) -> bool:
    """Whether the name stands in a title, or in web residue, or heads a line of its own."""
    line = passage.text[max(passage.start, at - _WORDS_BEFORE) : at].rpartition("\n")[2]
    opened = line.rfind("《") > line.rfind("》") or line.count("《") > line.count("》")
    return opened or not line.strip() or passage.in_web_residue(at)


@record
class _Numbers:
    """The document number of each title without marks; every number with its issuer."""

    by_title: dict[str, str]
    known: frozenset[str]


def _numbers(rows: Sequence[Entry]) -> _Numbers:
    numbered = [row for row in rows if row.get("number")]
    by_title = {_MARKS.sub("", row["name"]): row["number"] for row in numbered}
    return _Numbers(by_title, frozenset(row["number"] for row in numbered))


def _same(one: str, other: str) -> bool:
    first, second = _PARTS.search(one), _PARTS.search(other)
    return bool(first and second) and first.groups() == second.groups()  # type: ignore[union-attr]


def _other_number(rule: Rule, passage: Passage) -> Iterator[Finding]:
    numbers = compiled(passage, ("policies",), _numbers)
    for pattern in (_CITED, _CITED_AFTER):
        for match in pattern.finditer(passage.text, passage.start, passage.end):
            title = _MARKS.sub("", _ISSUER.sub("", match["title"]))
            right = numbers.by_title.get(title)
            if right and _PARTS.search(match["number"]) and not _same(match["number"], right):
                said = f"词表里这份文件的文号是{right}，名称或文号有一处写错。"
                yield rule.finding(passage, *match.span(), said, suggestion=f"核对后改为{right}")


def _of_the_office(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Numbers of the national open-government office are few: one that is not among them is doubtful."""
    numbers = compiled(passage, ("policies",), _numbers)
    for match in re.finditer(
        r"国办公开办函[〔\[（(](?P<year>\d{4})[〕\]）)](?P<nth>\d{1,3})号", passage.body
    ):
        number = f"国办公开办函〔{match['year']}〕{match['nth']}号"
        alike = sorted(
            known
            for known in numbers.known
            if known.startswith("国办公开办函") and known.endswith(f"〕{match['nth']}号")
        )
        if number not in numbers.known and alike:
            start = passage.start + match.start()
            said = f"没有「{number}」，疑为{alike[0]}，请核对。"
            yield rule.finding(passage, start, passage.start + match.end(), said, suggestion=alike[0])


def _article_of_period(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in _PERIOD_ARTICLE.finditer(passage.text, passage.start, passage.end):
        written = match["nth"]
        nth = int(written) if written.isdecimal() else chinese_number(written)
        if match["days"] not in _PERIOD_ARTICLES.get(nth or 0, ()):
            said = (
                "答复期限在2008年条例的第二十四条（15个工作日）、2019年修订条例的第三十三条（20个工作日）。"
            )
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对条号")


_OLD_PERIOD = sought(
    r"(?:条例|依申请公开|信息公开申请|申请人)[^。\n]{0,50}?(?P<mark>(?:15|十五)个?工作日)|(?P<mark2>(?:15|十五)个?工作日)[^。\n]{0,12}(?:答复申请|答复期限|依申请)"
)
_NEW_PERIOD_FROM = 2020


def _old_period(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_of(passage)
    if year is None or year < _NEW_PERIOD_FROM:
        return
    for match in matches(passage, _OLD_PERIOD):
        after = passage.text[match.end() : match.end() + 12]
        if "第三方" not in match[0] and "补正" not in match[0] + after:
            yield rule.finding(
                passage,
                *match.span("mark" if match["mark"] else "mark2"),
                "修订后的条例第三十三条规定的答复期限是20个工作日，15个工作日是旧条例的规定。",
                suggestion="20个工作日",
            )


RULES = (
    Rule(
        name="regulation.old_period",
        category="wrong_regulation_name",
        severity="warning",
        explain="2019年5月15日起，依申请公开的答复期限由15个工作日改为20个工作日（条例第三十三条）。",
        fires="2022年度工作总结\n2022年，依申请公开均在15个工作日内答复。",
        passes="2016年度工作总结\n2016年，依申请公开均在15个工作日内答复。",
        find=anchored("15个工作日 15工作日 十五个工作日 十五工作日", _old_period),
    ),
    Rule(
        name="regulation.article_of_period",
        category="wrong_regulation_name",
        severity="warning",
        explain="引用条例的答复期限，条号写错：2008年条例是第二十四条，2019年修订后是第三十三条。",
        fires="《政府信息公开条例》第三十八条规定的15个工作日答复时限",
        passes="《政府信息公开条例》第三十三条规定的20个工作日答复时限，第三十二条规定的第三方意见15个工作日。",
        find=anchored(
            " ".join(
                f"条{said}{days}"
                for said in ("规定的", "规定", "关于", "中", "中的", "要求的", "要求")
                for days in ("15", "20", "十五", "二十")
            ),
            _article_of_period,
        ),
    ),
    Rule(
        name="regulation.marks",
        category="wrong_regulation_name",
        severity="warning",
        explain="法律的全称没有用书名号，或者用了引号、尖括号、方括号。",
        fires="根据中华人民共和国土地管理法的规定，公开征地信息。",
        passes="根据《中华人民共和国土地管理法》和《关于实施〈中华人民共和国档案法〉的意见》，中华人民共和国公民可以申请。",
        find=anchored(_REPUBLIC, _marks),
    ),
    Rule(
        name="regulation.number_of_other",
        category="wrong_regulation_name",
        severity="warning",
        explain="中央和国务院文件后面注的文号与词表里的不同，多半是年份或序号写错。",
        fires="《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2018〕54号）",
        passes="《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号）",
        find=anchored("》（国 》（中 》(国 》(中 号《 号）《 号)《", _other_number),
    ),
    Rule(
        name="regulation.number_of_office",
        category="wrong_regulation_name",
        severity="warning",
        explain="国务院办公厅政府信息与政务公开办公室的文号写错，如年度报告格式是国办公开办函〔2021〕30号。",
        fires="按照国办公开办函〔2019〕30号文件编制年度报告。",
        passes="按照国办公开办函〔2021〕30号文件编制年度报告。",
        find=anchored("国办公开办函", _of_the_office),
    ),
    Rule(
        name="regulation.office_damaged",
        category="wrong_regulation_name",
        severity="warning",
        explain="「国办公开办函」漏字、错字，如「国公开办函」「国办公开函」。",
        fires="按照《通知》（国公开办函〔2021〕30号）的要求编制。",
        passes="按照《通知》（国办公开办函〔2021〕30号）、（国办函〔2017〕24号）的要求编制。",
        find=searching(
            r"(?<![全中])(?P<mark>国公开办函|国办公开函|国办公办函|国办开办函|国公开办|国办公开办|国办公开办发|国办公开办字|国办公开办公函|国办公开办公开函|国办公开办涵|国办公开发)(?=[〔\[（(【［]\d{4}[〕\]）)】］])",
            "「{}」漏了字或者写错了，应为「国办公开办函」。",
            suggestion="国办公开办函",
            near="国公开办 国办公开 国办公办函 国办开办函",
        ),
    ),
    Rule(
        name="regulation.title_without_about",
        category="wrong_regulation_name",
        severity="info",
        explain="印发文件的通知，标题里要有「关于」「印发」：《关于印发〈……工作要点〉的通知》。",
        fires="按照《2021年全县政务公开工作要点的通知》要求，落实任务。",
        passes="按照《关于印发2021年全县政务公开工作要点的通知》《2021年全县政务公开工作要点》《会议通知》要求。",
        find=searching(
            r"《(?P<mark>(?:(?!关于|印发|转发|批转|下发|分发|公布|做好|开展|发布|编制|《|》|〈|\n).){4,40}(?:要点|方案|办法|意见|规定|细则|规划|计划|分解表|制度|标准|指引|规范|任务)的通知)》",
            "「{}」里没有「关于印发」，标题不完整。",
            suggestion="核对文件标题",
            near="的通知》",
        ),
    ),
    Rule(
        name="regulation.number_form",
        category="wrong_regulation_name",
        severity="warning",
        explain="发文字号的写法不合公文格式：年份写全四位，序号不编虚位、不加「第」，年份在前、序号在后（GB/T 9704）。",
        fires="根据青政办〔2023〕第12号和青政办〔23〕5号文件。",
        passes="根据青政办〔2023〕12号文件，县政府令第12号。",
        find=searching(
            r"[一-鿿]{2,8}(?P<mark>[〔\[]\d{4}[〕\]](?:第\d{1,4}号|0\d{1,3}号)|[〔\[]\d{2}[〕\]]\d{1,4}号|20\d{2}[〔\[]\d{1,3}[〕\]]号)",
            "发文字号「{}」的写法不对。",
            suggestion="写成〔2023〕12号的样子",
            near="〕第 ]第 〕0 ]0 〔0 〔1 〔2 〔9 [0 [1 [2 [9 〕号 ]号",
        ),
    ),
    Rule(
        name="regulation.number_brackets",
        category="wrong_regulation_name",
        severity="info",
        explain="发文字号的年份用六角括号「〔〕」，不用方括号、圆括号、方头括号（GB/T 9704）。网上转载常有这种写法，只作提示。",
        fires="根据青政办[2023]12号文件。",
        passes="根据青政办〔2023〕12号文件。",
        find=searching(
            r"[一-鿿](?P<mark>(?:\[(?:19|20)\d\d\]|［(?:19|20)\d\d］|[（(](?:19|20)\d\d[)）]|【(?:19|20)\d\d】)第?\d{1,4}号)",
            "「{}」的年份应当用六角括号。",
            suggestion="年份改用〔〕",
            near="[19 [20 ［19 ［20 （19 （20 (19 (20 【19 【20",
        ),
    ),
)
