"""A telephone of another region: its area code belongs to a place that the text is not from."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._identifiers import stretches_of_digits
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, given

_TELEPHONE = lazy.pattern(r"(?<![\d-])[（(]?(?P<code>0\d{2,3})[）)]?[-—－ ]\s?[2-8]\d{6,7}(?!\d)")
# Numbers of offices above or of lines for the whole country stand in many texts.
_ABOVE = lazy.pattern("省|国家|中央|全国|自治区|总局|部|举报中心")
_LABEL = lazy.pattern("电话|传真|热线|联系|咨询|拨打|监督|受理|号码")
_BEFORE = 16
# How far a number's code reaches before its long part, and what is looked at behind it.
_CODE_WITHIN, _BEHIND = 9, 2


def _places_by_code(rows: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found[row["code"]] = (*found.get(row["code"], ()), *re.split("[、 ]", row["place"]))
    return found


def _telephones(passage: Passage) -> Iterator[re.Match[str]]:
    reached = passage.start
    for low, high in passage.once(stretches_of_digits):
        begin = max(reached, passage.start + low - _CODE_WITHIN)
        end = min(passage.end, passage.start + high + _BEHIND)
        for found in _TELEPHONE.finditer(passage.text, begin, end):
            reached = found.end()
            yield found


def _foreign(rule: Rule, passage: Passage) -> Iterator[Finding]:
    document = passage.document
    said_of = f"{document.parent_unit or ''}{document.unit or ''}{document.title or ''}"
    if not said_of:
        return
    places = compiled(passage, ("area_codes",), _places_by_code)
    found = list(_telephones(passage))
    strange = [match for match in found if _is_strange(passage, match, places, said_of)]
    own = (
        {code for code, names in places.items() if any(map(said_of.__contains__, names))}
        if strange
        else set()
    )
    at_home = any(match["code"] in own for match in found)
    for match in strange if own else ():
        code = match["code"]
        severity: Severity = rule.severity if at_home else "info"
        said = f"{code}是{'、'.join(places[code])}的区号，本文的单位在{_of(own, places)}，请核对。"
        yield rule.finding(passage, *match.span(), said, suggestion="核对电话号码", severity=severity)


def _is_strange(
    passage: Passage, match: re.Match[str], places: dict[str, tuple[str, ...]], said_of: str
) -> bool:
    """Whether a telephone has the area code of a place that the document is not of, and is labelled as its own."""
    names = places.get(match["code"], ())
    if not names or any(map(said_of.__contains__, names)):
        return False
    label = passage.text[max(passage.start, match.start() - _BEFORE) : match.start()]
    return _LABEL.search(label) is not None and not _ABOVE.search(label)


def _of(own: set[str], places: dict[str, tuple[str, ...]]) -> str:
    return f"{'、'.join(places[min(own)])}（{min(own)}）"


RULES = (
    Rule(
        name="unit.area_code",
        category="unit_name_inconsistency",
        severity="warning",
        explain="电话的区号是外地的，多半是套用别处文稿时留下的。区号见词表，可由本县增补；文中没有本地区号的电话时只作提示。",
        fires="六安市裕安区江家店镇2023年政府信息公开指南\n咨询电话：0564-3281234，监督电话：0551-62601234。",
        passes="六安市裕安区江家店镇2023年政府信息公开指南\n咨询电话：0564-3281234，省政务公开办电话：0551-62601234。",
        find=given(stretches_of_digits, _foreign),
    ),
)
