"""Laws cited under a name they do not have, after their repeal, before their time, or with an article they lack."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import get_close_matches

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, anchored, compiled, meeting
from mingbai.text.proofreading.rules.outdated.expression import (
    repealed_meanwhile,
    speaks_of_later,
    year_of,
    year_offered,
)
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches, sought
from mingbai.text.records import record

_REPUBLIC = "中华人民共和国"
CITED = sought(r"[《〈](?P<name>[^《》〈〉\n]{3,40})[》〉]")
# Named without the marks of a title, by the name of the state.
_SPOKEN = sought(
    rf"(?<![《〈“\"]){_REPUBLIC}(?P<rest>[一-鿿]{{2,16}}?(?:条例|法(?![律规制人院官定])))(?![》〉”\"])"
)
# Local and institutional rules carry the place or the body that made them, or say that they carry another rule out.
_LOCAL = lazy.pattern(
    r"省|市|县|区|镇|乡|街道|局|委|办|院|校|实施|贯彻|关于|公司|集团|部|我|本|暂行|试行|工作制度|考核|评议|责任"
)
# Shorter names differ by one character from too many others.
_FEWEST = 5
_ARTICLE = sought(
    rf"《(?:{_REPUBLIC})?(?P<name>[^《》（\n]{{3,20}})(?:（[^（）\n]{{1,10}}）)?》[^。，《\n]{{0,6}}?第(?P<number>[一二三四五六七八九十]{{1,4}}|\d{{1,3}})条"
)
_DAY = sought(
    rf"《(?:{_REPUBLIC})?(?P<name>政府信息公开条例)》[^。；\n]{{0,16}}?(?P<mark>(?P<year>20[0-2]\d)年(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})日)[^。，；\n]{{0,4}}(?:起)?(?:正式)?(?:施行|实施|生效)"
)
_BARE = sought(
    rf"(?<![《〈“])(?P<mark>{_REPUBLIC}(?:政府信息公开条例|行政许可法|公务员法|保守国家秘密法))(?![》〉”])"
    rf"|[“\"](?P<quoted>(?:{_REPUBLIC})?政府信息公开条例)[”\"]"
)


@record
class Laws:
    """`by_name` holds each law under its short and its full name; `wrong` the names it is mistaken for, `by_end` the names
    of each beginning and end of two characters."""

    by_name: dict[str, Entry]
    wrong: dict[str, Entry]
    by_end: dict[str, list[str]]
    by_stem: dict[str, Entry]
    by_letters: dict[str, Entry]


# The kinds of rules that only the nation makes without naming itself, and the words that are put in and left out of names.
_KIND = lazy.pattern(r"(?:暂行|试行)?(?:法|条例|办法|规定|准则)(?:（(?:试行|暂行|修订|草案)）)?$")
_NATIONAL = ("法", "条例")
_FILLERS = lazy.pattern(f"{_REPUBLIC}|管理|工作|权益|国家|我国|全国|中国共产党")
_RULE_OF_PARTY = lazy.pattern("(?:条例|准则|规则|标准|规定|办法)(?:（[^）]{2,4}）)?$")
_CLOSE = 0.8
_SHORTEST_STEM = {"法": 2, "条例": 4}
# There were or are rules of places or ministries of these names.
_OF_PLACES = lazy.pattern("人口与计划生育|消防|信访|行政区划|残疾人|殡葬|全民健身")


def _stem(name: str) -> str:
    """What a name says when its kind and the usual fillers are taken away: 「社会救助」 of 《社会救助暂行办法》."""
    return _KIND.sub("", _FILLERS.sub("", name))


def laws_of(rows: Sequence[Entry]) -> Laws:
    by_name: dict[str, Entry] = {}
    wrong: dict[str, Entry] = {}
    for row in rows:
        for name in (row["name"], row.get("prefix", "") + row["name"]):
            by_name[name] = row
        for name in row.get("wrong", ()):
            wrong[_REPUBLIC + name] = row
            wrong[name] = row
    by_stem: dict[str, Entry] = {}
    for row in rows:
        by_stem.setdefault(_stem(row["name"]), row)
    by_end: dict[str, list[str]] = {}
    for name in by_name:
        if len(name) >= _FEWEST:
            by_end.setdefault(f"^{name[:2]}", []).append(name)
            by_end.setdefault(f"{name[-2:]}$", []).append(name)
    by_letters = {"".join(sorted(name)): row for name, row in by_name.items()}
    return Laws(by_name, wrong, by_end, by_stem, by_letters)


_FULL_WIDTH = str.maketrans("()", "（）")


def plain(name: str) -> str:
    return re.sub(r"\s", "", name).translate(_FULL_WIDTH)


def _full(row: Entry, cited: str) -> str:
    return f"{row.get('prefix', '') if cited.startswith('中华') else ''}{row['name']}"


def _misnamed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    laws = compiled(passage, ("laws",), laws_of)
    for match in matches(passage, CITED):
        name = plain(match["name"])
        if name in laws.by_name or passage.in_web_residue(match.start()):
            continue
        meant = meant_by(name, laws)
        if meant is None and (kin := _of_another_kind(rule, passage, match, name, laws)):
            yield kin
            continue
        if meant is None and _unknown(name):
            grave: Severity = "warning" if _poses(name) else "info"
            yield rule.finding(passage, *match.span(), f"词表里没有《{name}》，请核对名称。", severity=grave)
        if meant:
            full = _full(meant, name)
            # An abbreviation in use is wrong only where it poses as the full name.
            short = name in meant.get("short_names", ()) or name == meant["name"].removeprefix("中国共产党")
            said = (
                f"《{name}》是简称，首次引用写《{full}》。" if short else f"没有《{name}》，疑为《{full}》。"
            )
            how: Severity | None = "info" if short else None
            yield rule.finding(passage, *match.span(), said, suggestion=f"《{full}》", severity=how)


def meant_by(name: str, laws: Laws) -> Entry | None:
    """The one law that a name which no law has must stand for."""
    # 《重大行政决策暂行程序条例》, 《国家信访条例》
    turned = laws.by_letters.get("".join(sorted(name))) or laws.by_name.get(name.removeprefix("国家"))
    return laws.wrong.get(name) or _nearest(name, laws) or _other_kind(name, laws) or turned


# 「镇」 and 「市」 in these name no place.
_EVERYDAY = lazy.pattern("城镇|城市|市场|村镇|集镇|县级|乡镇")


def _of_another_kind(
    rule: Rule, passage: Passage, match: re.Match[str], name: str, laws: Laws
) -> Finding | None:
    if (kin := _as_another_kind(name, laws)) is None:
        return None
    said = f"没有找到《{name}》，有《{kin['name']}》，请核对名称。"
    return rule.finding(passage, *match.span(), said, suggestion=f"《{kin['name']}》", severity="info")


def _misspoken(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「根据中华人民共和国信息公开条例」: no such name, and one that is nearly this."""
    laws = compiled(passage, ("laws",), laws_of)
    for match in matches(passage, _SPOKEN):
        name = match.group()
        if name in laws.by_name or passage.in_web_residue(match.start()):
            continue
        meant = meant_by(name, laws)
        if meant is None and (kin := _of_another_kind(rule, passage, match, name, laws)):
            yield kin
            continue
        if meant:
            full = _full(meant, name)
            # Under the state's name even a usual short form poses as the full one.
            how: Severity | None = "info" if match["rest"] in meant.get("short_names", ()) else None
            said = f"没有「{name}」，疑为《{full}》。"
            yield rule.finding(passage, *match.span(), said, suggestion=f"《{full}》", severity=how)


# The nation has made one regulation only of openness by name; those of places carry their place, those of ministries are 办法 and 规定.
# Laws are the nation's alone, and the list holds all in force; shorter names may be abbreviations.
_AS_A_LAW = lazy.pattern(
    "(?:管理|保护|促进|保障|防治|监督|公开|安全|救助|服务|组织|处罚|考核|代理|工作|制度)法$"
)
_IN_PARTS = lazy.pattern("解释|修正|草案|实施|读本|解读|问答|、|省|市|县|区|香港|澳门|台湾")
_LONG_NAME = 8
_OF_OPENNESS = lazy.pattern("(?:公开|公示)(?:工作|管理)?(?:暂行)?条例$")


def _unknown(name: str) -> bool:
    """Whether a name poses as one of the nation's or the Party's, so that it should be in the list."""
    if _OF_OPENNESS.search(name) and not _LOCAL.search(_EVERYDAY.sub("", name.replace("村务", ""))):
        return True
    national = name.startswith(_REPUBLIC) and re.search("(?:法|条例|细则)$", name)
    if _AS_A_LAW.search(name) and len(name) >= _LONG_NAME and not _IN_PARTS.search(name):
        return True
    return bool(national) or (
        name.startswith("中国共产党") and re.search("(?:条例|准则|规则)(?:（|$)", name) is not None
    )


def _poses(name: str) -> bool:
    """Whether the name says that it is a law's, or the one regulation of openness."""
    return (name.endswith("法") and "实施" not in name) or _OF_OPENNESS.search(name) is not None


def _other_kind(name: str, laws: Laws) -> Entry | None:
    """《社会救助法》 for 《社会救助暂行办法》, 《国家土地管理法》, 《中华人民共和国信访条例》: the same matter, another name."""
    kind = next((kind for kind in _NATIONAL if name.endswith(kind)), None)
    party = name.startswith("中国共产党")
    if (kind is None and not party) or "实施" in name:
        return None
    stem = _stem(name)
    if len(stem) < _SHORTEST_STEM.get(kind or "", 2):
        return None
    if not name.startswith((_REPUBLIC, "国家", "全国")) and not party and _OF_PLACES.search(stem):
        return None
    return laws.by_stem.get(stem) or (_party_rule(name, laws) if party else None)


_LOWER_KIND = lazy.pattern("(?:暂行|试行)?(?:办法|规定|细则|规则)$")
_FEWEST_OF_KIND = 4


def _as_another_kind(name: str, laws: Laws) -> Entry | None:
    """《烟花爆竹安全管理办法》 for the 条例 of the same matter, where no place or body is named that may have rules of its own."""
    if not _LOWER_KIND.search(name) or _LOCAL.search(_LOWER_KIND.sub("", name)):
        return None
    bare = _LOWER_KIND.sub("", name)
    found = next(
        (laws.by_name[bare + kind] for kind in ("暂行条例", "条例", "法") if bare + kind in laws.by_name),
        None,
    )
    return found if len(bare) >= _FEWEST_OF_KIND else None


def _party_rule(name: str, laws: Laws) -> Entry | None:
    """The Party's rule whose title is nearly this one: 「廉洁自律标准」 for 「廉洁自律准则」."""
    if not _RULE_OF_PARTY.search(name):
        return None
    ours = [known for known in laws.by_name if known.startswith("中国共产党")]
    close = get_close_matches(name, ours, n=1, cutoff=_CLOSE)
    return laws.by_name[close[0]] if close else None


def _nearest(name: str, laws: Laws) -> Entry | None:
    """The one law whose name differs by a single character, wrong, missing or too many; local rules have no twin."""
    if len(name) < _FEWEST:
        return None
    stem = name.removeprefix(_REPUBLIC)
    if _LOCAL.search(_EVERYDAY.sub("", stem.removeprefix("政府信息"))) and not name.startswith(_REPUBLIC):
        return None
    # One slip leaves the first or the last two characters as they are.
    alike = laws.by_end.get(f"^{name[:2]}", []) + laws.by_end.get(f"{name[-2:]}$", [])
    lengths = range(len(name) - 1, len(name) + 2)
    close = {
        id(laws.by_name[known]): laws.by_name[known]
        for known in alike
        if len(known) in lengths and _one_edit(name, known)
    }
    return next(iter(close.values())) if len(close) == 1 else None


def _one_edit(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    head = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    if len(one) == len(other):
        return one[head + 1 :] == other[head + 1 :]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[head + 1 :] == shorter[head:]


# Where nothing tells of when a text is, what was repealed before this is doubted.
_UNDATED = 2012


def _out_of_time(rule: Rule, passage: Passage) -> Iterator[Finding]:
    told = year_of(passage)
    # A text without a year is at least as young as its words are.
    year = told or year_offered(passage) or _UNDATED
    laws = compiled(passage, ("laws",), laws_of)
    for match in matches(passage, CITED):
        row = laws.by_name.get(plain(match["name"]))
        if row is None or passage.in_web_residue(match.start()) or _told_as_past(passage, match):
            continue
        if "repealed" in row and date.fromisoformat(row["repealed"]).year < year:
            after = f"，改引《{row['replaced_by']}》" if "replaced_by" in row else ""
            said = f"《{row['name']}》已于{row['repealed']}废止{after}。"
            yield rule.finding(passage, *match.span(), said, severity=None if told else "info")
        elif told and "repealed" in row and repealed_meanwhile(passage, row["repealed"], told):
            said = f"《{row['name']}》已于{row['repealed']}废止，{told}年的总结引用时请核对。"
            yield rule.finding(passage, *match.span(), said, severity="info")
        elif told and "in_force" in row and (begun := date.fromisoformat(row["in_force"]).year) > year + 1:
            if speaks_of_later(passage, begun):
                continue
            yield rule.finding(
                passage, *match.span(), f"《{row['name']}》自{row['in_force']}起施行，{year}年还没有。"
            )


def _told_as_past(passage: Passage, match: re.Match[str]) -> bool:
    """「《合同法》《物权法》同时废止」, 「原《婚姻法》」."""
    after = re.split("[。\n]", passage.text[match.end() : match.end() + 40])[0]
    return "废止" in after or passage.text[match.start() - 1 : match.start()] == "原"


def _articles(rule: Rule, passage: Passage) -> Iterator[Finding]:
    laws = compiled(passage, ("laws",), laws_of)
    year = year_of(passage)
    for match in matches(passage, _ARTICLE):
        row = laws.by_name.get(match["name"])
        versions = row.get("articles", ()) if row else ()
        fitting = [v for v in versions if year is None or v["until"] is None or int(v["until"][:4]) >= year]
        written = match["number"]
        number = int(written) if written.isdecimal() else chinese_number(written)
        # In the year of the revision both numberings were in use.
        settled = year is not None and fitting and fitting[0]["until"] and int(fitting[0]["until"][:4]) > year
        most = max((version["count"] for version in fitting[: 1 if settled else None]), default=None)
        if most is not None and number is not None and number > most:
            yield rule.finding(
                passage, *match.span(), f"《{match['name']}》只有{most}条，没有第{number}条，请核对。"
            )


def _days(rule: Rule, passage: Passage) -> Iterator[Finding]:
    laws = compiled(passage, ("laws",), laws_of)
    for match in matches(passage, _DAY):
        row = laws.by_name.get(match["name"])
        if row is None:
            continue
        right = [row[key] for key in ("in_force", "revised_in_force") if key in row]
        written = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
        if written not in right:
            yield rule.finding(
                passage,
                *match.span("mark"),
                f"《{match['name']}》的施行日期是{'，修订后是'.join(right)}，这里写的不对。",
            )


def _brackets(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _BARE):
        group = "mark" if match["mark"] else 0
        name = match["mark"] or match["quoted"]
        before = passage.text[max(passage.start, match.start() - 40) : match.start()]
        inside = before.rfind("《") > before.rfind("》")
        if not inside and not passage.in_web_residue(match.start()):
            yield rule.finding(
                passage, *match.span(group), "法律、法规的名称要用书名号。", suggestion=f"《{name}》"
            )


RULES = (
    Rule(
        name="regulation.misnamed",
        category="wrong_regulation_name",
        severity="error",
        explain="书名号里的法规名称查无此名：只差一个字、法与条例混淆、多了「管理」「国家」，或是常见的误称，如「政务信息公开条例」。",
        fires="根据《中华人民共和国政务信息公开条例》的规定。",
        passes="根据《中华人民共和国政府信息公开条例》《安徽省政务公开办法》的规定。",
        find=meeting(_misnamed, CITED),
    ),
    Rule(
        name="regulation.misnamed_in_words",
        category="wrong_regulation_name",
        severity="warning",
        explain="不带书名号写出的全国性法规，名称也要一字不差：「中华人民共和国政务信息公开条例」。",
        fires="根据中华人民共和国政务信息公开条例的规定，制定本制度。",
        passes="根据中华人民共和国政府信息公开条例的规定，制定本制度。",
        find=anchored("中华人民共和国", _misspoken),
    ),
    Rule(
        name="regulation.out_of_time",
        category="wrong_regulation_name",
        severity="warning",
        explain="引用的法律、法规在材料所写的年份已经废止，或者还没有施行。",
        fires="2022年度工作总结\n2022年，按照《国家行政机关公文处理办法》办理公文。",
        passes="2010年度工作总结\n2010年，按照《国家行政机关公文处理办法》办理公文。",
        find=meeting(_out_of_time, CITED),
    ),
    Rule(
        name="regulation.article",
        category="wrong_regulation_name",
        severity="error",
        explain="引用的条号超过了法规的总条数。政府信息公开条例旧版38条，2019年5月15日起施行的修订版56条；其他法律的条数见词表。",
        fires="根据《政府信息公开条例》第六十二条，予以公开。",
        passes="根据《政府信息公开条例》第二十条，予以公开。",
        find=anchored("条例》 法》 典》 ）》", _articles),
    ),
    Rule(
        name="regulation.day",
        category="wrong_regulation_name",
        severity="error",
        explain="法规的施行日期写错。",
        fires="《政府信息公开条例》于2008年5月11日起施行。",
        passes="《政府信息公开条例》于2008年5月1日起施行，修订后的《政府信息公开条例》于2019年5月15日起施行。",
        find=anchored("政府信息公开条例", _days),
    ),
    Rule(
        name="regulation.brackets",
        category="wrong_regulation_name",
        severity="warning",
        explain="法律、法规的名称没有用书名号，或者用了引号。",
        fires="根据中华人民共和国政府信息公开条例，制定本计划。",
        passes="根据《中华人民共和国政府信息公开条例》，制定本计划。",
        find=anchored("政府信息公开条例 行政许可法 公务员法 保守国家秘密法", _brackets),
    ),
)
