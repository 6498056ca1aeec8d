"""Laws cited by a body that is not theirs, and titles of a kind that no such paper has: 《高等学校信息公开办法》 in a middle school, 《关于…的条例》."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._frames import any_of
from mingbai.text.proofreading.rules._knowledge import Entry, anchored, compiled, hint_of, kept_of, warning_of
from mingbai.text.proofreading.rules._speaker import title_of
from mingbai.text.proofreading.rules._units import own_of
from mingbai.text.proofreading.rules.topic.sentence import home_words
from mingbai.text.proofreading.triggers import matches, sought
from mingbai.text.records import record

_CITED = sought(r"《(?P<name>[^《》\n]{4,40})》")
_STATE = lazy.pattern("^(?:中华人民共和国|中国共产党|国务院|全国)")

# --- a law for bodies of another sort -----------------------------------------------------------------------------------

# What a paper stands on, by the words before it; what is taught, told of or borrowed is another matter.
_STANDS_ON = lazy.pattern(
    "(?:根据|依据|按照|依照|遵照|遵循|严格执行|认真执行|认真落实|贯彻落实|贯彻执行|贯彻|严格按|对照|遵守|符合|违反|以)[^。；\n]{0,40}$"
)
_MERELY_TOLD = lazy.pattern("参照|参考|借鉴|宣传|学习|讲解|普法|培训|解读|协助|配合|监督|检查|竞赛|测试")
_REACH = 50
_TITLES = lazy.pattern("《[^《》\n]{2,60}》")
_KIND = lazy.pattern("(?:法|条例|办法|规定|制度|准则|规则|细则|规程|规范|标准|守则)(?:（[^）]{2,4}）)?$")


@record
class _Scope:
    of: str
    begins: re.Pattern[str]
    foreign: frozenset[str]
    home: re.Pattern[str]
    spoken: re.Pattern[str]


def _scopes(rows: Sequence[Entry]) -> tuple[_Scope, ...]:
    return tuple(
        _Scope(
            row["of"],
            any_of(row["begins"].split()),
            frozenset(row["foreign"].split()),
            any_of(row["home"].split()),
            any_of(row["spoken"].split()),
        )
        for row in rows
    )


def _of_others(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = own_of(passage)
    if own is None:
        return
    scopes = [scope for scope in compiled(passage, ("law_scopes",), _scopes) if own.sort in scope.foreign]
    home = home_words(passage, title_of(passage)) + own.name if scopes else ""
    scopes = [scope for scope in scopes if scope.home.search(home) is None]
    if not scopes:
        return
    said_elsewhere = _TITLES.sub("", passage.body)
    unspoken = [scope for scope in scopes if scope.spoken.search(said_elsewhere) is None]
    for match in matches(passage, _CITED):
        scope = _scope_of(match["name"], scopes)
        if scope and scope in unspoken and _stands_on(passage, match.start()):
            said = f"《{match['name']}》管的是{scope.of}，这是「{own.name}」的材料，请核对是不是套用了别的单位的依据。"
            yield rule.finding(passage, *match.span(), said, suggestion="改引管本单位的规定")


def _scope_of(name: str, scopes: list[_Scope]) -> _Scope | None:
    bare = _STATE.sub("", name)
    if _KIND.search(bare) is None:
        return None
    return next((scope for scope in scopes if scope.begins.match(bare)), None)


def _stands_on(passage: Passage, start: int) -> bool:
    before = passage.text[max(passage.start, start - _REACH) : start]
    clause = re.split("[。；;\n]", before)[-1]
    return _STANDS_ON.search(clause) is not None and _MERELY_TOLD.search(clause) is None


# --- a title of a kind that such a paper is not ---------------------------------------------------------------------------

_ABOUT = sought(
    r"《(?:(?:中共中央|国务院|中央|中华人民共和国)(?:办公厅)?[、和]?){0,4}关于(?P<what>[^《》\n]{4,50}?)的?(?P<kind>条例|法律?|准则|章程)(?P<tail>（[^（）]{2,4}）)?》"
)
_ON_A_LAW = lazy.pattern(
    "贯彻|落实|执行|学习|宣传|修改|修订|修正|实施|施行|印发|公布|转发|废止|解释|适用|违反|制定|草案|依据|根据|征求|适应|宪法|党内政治生活"
)
# What such papers are, where the list does not tell.
_KINDS_OF_PAPER = "「意见」「决定」「通知」一类"


def _about(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「《关于深化政务公开加强政务服务的条例》」: regulations are not named 关于…的条例."""
    stems = kept_of(passage, ("policies",), _stems, _as_kept)
    for match in matches(passage, _ABOUT):
        if _ON_A_LAW.search(match["what"]) or passage.in_web_residue(match.start()):
            continue
        known = stems.get(_stem("关于" + match["what"]))
        said = (
            f"没有《{match[0].strip('《》')}》，疑为《{known}》。"
            if known
            else f"条例、法律的名称不用「关于……的{match['kind']}」的格式，疑为{_KINDS_OF_PAPER}，请核对。"
        )
        yield rule.finding(
            passage, *match.span(), said, suggestion=f"《{known}》" if known else "核对文件名称"
        )


_PAPER = sought(
    r"《(?:(?:中共中央|国务院|中央)(?:办公厅)?[、和]?){0,4}(?P<name>关于[^《》\n]{6,60}?的?(?P<kind>办法|规定|制度|决定|意见|通知|方案|细则|规则))》"
)
# Kinds that a place may choose for its own paper of the same name.
_OWN_KINDS = frozenset(("意见", "通知", "方案", "细则"))
_STEM_ENDS = lazy.pattern(
    "(?:的)?(?:若干|指导|实施|暂行|补充|具体)*(?:意见|决定|通知|办法|规定|条例|制度|方案|细则|规则|法律?|准则|章程)$"
)
_MARKS = lazy.pattern(r"[\s、，,“”\"《》〈〉<>（）()]")


def _stem(name: str) -> str:
    return _STEM_ENDS.sub("", _MARKS.sub("", name))


def _stems(rows: Sequence[Entry]) -> tuple[dict[str, str]]:
    """What a paper of the centre is about → its title."""
    return ({_stem(row["name"]): row["name"] for row in rows if row["name"].startswith("关于")},)


def _as_kept(names: dict[str, str]) -> dict[str, str]:
    return names


def _of_another_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「《关于全面推进政务公开工作的办法》（中办发〔2016〕8号）」 for the 意见 of this name."""
    stems = kept_of(passage, ("policies",), _stems, _as_kept)
    for match in matches(passage, _PAPER):
        known = stems.get(_stem(match["name"]))
        if known is None or known.endswith(match["kind"]) or match["kind"] in _OWN_KINDS:
            continue
        if not passage.in_web_residue(match.start()):
            said = f"文件名称疑有误，应为《{known}》，请核对。"
            yield rule.finding(passage, *match.span("name"), said, suggestion=known)


# --- a rule of a ministry or the Party under another kind -----------------------------------------------------------------

_LOWER = sought(
    r"《(?P<name>[^《》\n]{6,40}?(?P<kind>办法|规定|制度|准则|规则|细则|条例|规范|规程)(?:（[^（）]{2,4}）)?)》"
)
_RULE_ENDS = lazy.pattern(
    "(?:暂行|试行|若干|特别|管理|工作|基本|实施)*(?:条例|办法|规定|制度|准则|规则|细则|规范|规程)(?:（[^（）]{2,4}）)?$"
)
_FEWEST = 6


def _ruled(rows: Sequence[Entry]) -> tuple[dict[str, str]]:
    """What a rule is about → its name; nothing where two are about the same."""
    about: dict[str, set[str]] = {}
    for row in rows:
        if _RULE_ENDS.search(row["name"]):
            about.setdefault(_RULE_ENDS.sub("", row["name"]), set()).add(row["name"])
    alone = {stem: min(names) for stem, names in about.items() if len(names) == 1 and len(stem) >= _FEWEST}
    return (alone,)


# 「制定《重大行政决策程序规定》」: its own.
_MADE_HERE = lazy.pattern(
    "(?:制定|出台|印发|修订|完善|建立|起草|拟定|形成|我[县区市镇乡局校院])了?[^。；\n]{0,12}$"
)


def _rule_of_other_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「《党政机关国内公务接待管理办法》」 for the 规定 of this name."""
    about = kept_of(passage, ("laws",), _ruled, _as_kept)
    for match in matches(passage, _LOWER):
        bare = _STATE.sub("", _MARKS.sub("", match["name"]))
        known = about.get(_RULE_ENDS.sub("", match["name"])) or about.get(_RULE_ENDS.sub("", bare))
        before = passage.text[max(passage.start, match.start() - 16) : match.start()]
        if known is None or known.endswith(bare) or match["kind"] in known[-8:] or _MADE_HERE.search(before):
            continue
        said = f"没有找到《{match['name']}》，有《{known}》，请核对名称。"
        yield rule.finding(passage, *match.span("name"), said, suggestion=known)


# --- two kinds at once ------------------------------------------------------------------------------------------------------

_TWO_KINDS = sought(
    r"《[^《》\n]{2,40}(?P<mark>(?:准则|条例|办法|细则|规则|规程)(?:准则|条例|办法|规定|制度|细则|规则|规程|章程|意见|决定|通知))(?:（[^（）]{2,4}）)?》"
)
# 「《…条例细则》」 is how the rules under a regulation are called.
_USUAL = frozenset(("条例细则", "条例办法", "条例规定", "条例意见", "规则制度"))


def _two_kinds(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _TWO_KINDS):
        if passage.in_web_residue(match.start()) or "、" in match[0]:
            continue
        first, second = match["mark"][:2], match["mark"][2:]
        how: Severity | None = "info" if match["mark"] in _USUAL else None
        said = f"一个文件不能既是「{first}」又是「{second}」，请核对《》里的名称。"
        yield rule.finding(
            passage, *match.span(), said, suggestion=f"留「{first}」或「{second}」", severity=how
        )


_hint, _rule = (
    hint_of("regulation", "wrong_regulation_name"),
    warning_of("regulation", "wrong_regulation_name"),
)

RULES = (
    _hint(
        "of_other_bodies",
        "初级中学依据《高等学校信息公开办法》，医院依据《中小学校财务制度》：法规管的是别的一类单位，多为套用别处的材料。",
        "洛河镇初级中学2016年校务公开报告\n根据《高等学校信息公开办法》，我校制定了制度。",
        "洛河镇初级中学2016年校务公开报告\n参照《高等学校信息公开办法》，我校制定了制度。",
        anchored("《", _of_others),
    ),
    _rule(
        "about_a_law",
        "以「关于」开头的文件是意见、决定、通知，不是条例、法律。转述「关于贯彻……条例」的不算。",
        "根据《关于深化政务公开加强政务服务的条例》，制定本方案。",
        "根据《关于深化政务公开加强政务服务的意见》和《关于实施〈政府信息公开条例〉的意见》，制定本方案。",
        anchored("》", _about),
    ),
    _rule(
        "paper_of_other_kind",
        "中央和国务院文件的种类写错：意见写成办法，决定写成规定。",
        "根据《关于全面推进政务公开工作的办法》，制定本方案。",
        "根据《关于全面推进政务公开工作的意见》《关于全面推进政务公开工作的实施方案》，制定本方案。",
        anchored("》", _of_another_kind),
    ),
    _hint(
        "rule_of_other_kind",
        "规章、党内法规的种类写错：「党政机关国内公务接待管理规定」写成管理办法，「村集体经济组织会计制度」写成会计准则。本地自己的制度也可能这样叫，所以只是提示。",
        "严格执行《党政机关国内公务接待管理办法》，压减接待费。",
        "严格执行《党政机关国内公务接待管理规定》和《云溪县党政机关国内公务接待管理办法》，压减接待费。",
        anchored("》", _rule_of_other_kind),
    ),
    _rule(
        "two_kinds",
        "书名号里的名称有两个种类：「准则制度」「办法规定」，多为拼凑出来的。",
        "按照《村集体经济组织会计准则制度》记账。",
        "按照《村集体经济组织会计制度》记账，执行《政府信息公开条例实施细则》。",
        anchored("》", _two_kinds),
    ),
)
