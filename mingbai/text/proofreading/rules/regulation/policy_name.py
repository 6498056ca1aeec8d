"""Documents of the centre cited under a title that is almost theirs, and the Regulation with another order's number."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, anchored, compiled
from mingbai.text.proofreading.rules.outdated.expression import year_of
from mingbai.text.proofreading.triggers import matches, sought

_CENTRE = r"中共中央办公厅|国务院办公厅|中共中央|国务院|中办|国办|党中央"
# The issuer stands inside the title or just before it; a county's own document of a like title is no slip.
_CITED = sought(r"《(?P<title>[^《》\n]{8,60})")
_BY = lazy.pattern(rf"(?:{_CENTRE})(?:印发的?|下发的?|发布的?)?$")
_WITHIN = 12
_ISSUER = lazy.pattern(rf"^(?:(?:{_CENTRE})[、和]?)+(?:政府信息与政务公开办公室)?(?:印发)?")
_MARKS = lazy.pattern(r"[\s、，,“”\"《》〈〉<>（）()]|20\d\d年?")
_CLOSE = 0.8
_ORDER = sought(
    r"政府信息公开条例》\s?[（(][^（）()\n]{0,8}国务院令?第?(?P<number>\d{3})号(?:令)?(?P<revised>[^（）()\n]{0,4}修[订正])?"
    r"|国务院令?第?(?P<number2>\d{3})号令?(?:公布|发布|颁布|修订)?的?《(?:中华人民共和国)?政府信息公开条例》"
)
_AMENDED = sought(r"政府信息公开条例》\s?[（(](?:2019年)?(?P<mark>修正)(?:版|本|案)?[）)]")
_FIRST_ORDER, _REVISING_ORDER, _REVISED = 492, 711, 2019


def _titles(rows: Sequence[Entry]) -> dict[str, str]:
    """Titles without marks → as they are."""
    return {_MARKS.sub("", row["name"]): row["name"] for row in rows}


def _policy_titles(rule: Rule, passage: Passage) -> Iterator[Finding]:
    titles = compiled(passage, ("policies",), _titles)
    for match in matches(passage, _CITED):
        cited = match["title"]
        bare = _MARKS.sub("", _ISSUER.sub("", cited))
        before = passage.text[max(passage.start, match.start() - _WITHIN) : match.start()]
        of_the_centre = _BY.search(before) is not None or _ISSUER.match(cited)
        if not of_the_centre or bare in titles or passage.in_web_residue(match.start()):
            continue
        meant = _closest(bare, titles)
        if meant:
            yield rule.finding(
                passage, *match.span("title"), f"文件名称疑有误，应为《{meant}》，请核对。", suggestion=meant
            )


def _closest(bare: str, titles: dict[str, str]) -> str | None:
    if any(title in bare for title in titles):
        return None
    close = [
        (ratio, name)
        for title, name in titles.items()
        if abs(len(title) - len(bare)) <= 6 and (ratio := _likeness(bare, title)) >= _CLOSE
    ]
    return max(close)[1] if close else None


def _likeness(one: str, other: str) -> float:
    """The ratio of a `SequenceMatcher`; 0 where its quick upper bound is too low already."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _CLOSE else 0.0


def _orders(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = year_of(passage)
    for match in matches(passage, _ORDER):
        number = int(match["number"] or match["number2"])
        known = number in (_FIRST_ORDER, _REVISING_ORDER)
        old = number == _FIRST_ORDER and (
            match["revised"]
            or (year or 0) > _REVISED
            or (year == _REVISED and passage.document.kind == "annual_report")
        )
        early = number == _REVISING_ORDER and (year or _REVISED) < _REVISED
        if not known or old or early:
            yield rule.finding(
                passage,
                *match.span(),
                "《政府信息公开条例》2007年以国务院令第492号公布，2019年以第711号修订，请核对令号。",
            )
    for match in matches(passage, _AMENDED):
        yield rule.finding(
            passage, *match.span("mark"), "条例2019年是「修订」，不是「修正」。", suggestion="修订"
        )


RULES = (
    Rule(
        name="regulation.policy_title",
        category="wrong_regulation_name",
        severity="warning",
        explain="中央和国务院文件的名称错字、漏字，如把「全面推进」写成「全面推动」。只看写明由中央、国务院发文的。",
        fires="落实国务院办公厅《关于做好政府信息依申请公开的意见》。",
        passes="落实国务院办公厅《关于做好政府信息依申请公开工作的意见》和县政府《关于做好依申请公开工作的意见》。",
        find=anchored("国务院 国办 中办 中共中央 党中央", _policy_titles),
    ),
    Rule(
        name="regulation.order_number",
        category="wrong_regulation_name",
        severity="warning",
        explain="条例后面注的国务院令号不对：2007年第492号公布，2019年第711号修订。",
        fires="按照《中华人民共和国政府信息公开条例》（国务院令第492号修订）要求编制。",
        passes="按照《中华人民共和国政府信息公开条例》（国务院令第711号）要求编制。",
        find=anchored("政府信息公开条例》", _orders),
    ),
)
