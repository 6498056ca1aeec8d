"""Figures of speech of which only the verb stands, 「让群众吃下了，」 for 「吃下了定心丸」, and idioms that take an object,
「焕然一新了面貌」."""

from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Entry, given, is_quoted, warning_of
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.rules._parsing import clause_before, is_in_cut_clause

_warning = warning_of("typo", "typo")
_MARKS = "，,。；;"
# Whose deed it is; where a thing stands before the verb, the clause says already what is meant: 「硬骨头啃下了，」.
_WHOSE = lazy.pattern(
    "^(?:[^，。；：]{0,8}(?:让|使|给|为|帮))|^(?:全[县镇乡村市区]|我[县镇乡村市区局]|[一-鿿]{0,6}(?:群众|村民|居民|干部|党员|企业|工作|建设|项目|百姓|老人|学生|他们|大家))"
)
_SAID = lazy.pattern("(?:所|已|未|没|没有|得|被|可|就此|从此|由此)$")
_OBJECT = lazy.pattern(
    "(?!起来|许多|很多|不少|一些|一番|下去|下来|之后|以后|[的几才就吗吧呢但也还])[一-鿿]{2}"
)


def _forms(rows: Sequence[Entry]) -> dict[str, str]:
    made: dict[str, str] = {}
    for row in rows:
        for word in row["words"].split():
            made |= {word + mark: row["lost"] for mark in _MARKS} if row["lost"] else {word + "了": ""}
    return made


_FORMS = table(("figures_of_speech",), _forms)


def _is_left(passage: Passage, start: int) -> bool:
    before = clause_before(passage, start)
    return _WHOSE.search(before) is not None and _SAID.search(before) is None and "被" not in before


def _left(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    found = []
    for start, end, lost in _FORMS.matches(passage):
        stop = end - 1 if lost else end
        if passage.in_web_residue(start) or is_quoted(passage.text, start, stop):
            continue
        if is_in_cut_clause(passage, start, stop):
            continue
        if _is_left(passage, start) if lost else _OBJECT.match(passage.text, end) is not None:
            found.append((start, stop, lost))
    return tuple(found)


def _find_verbs(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, lost in passage.once(_left):
        if lost:
            said = f"「{passage.text[start:end]}」后面话没有说完，疑漏{lost}一类的词。"
            yield rule.finding(passage, start, end, said)


def _find_idioms(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, lost in passage.once(_left):
        if not lost:
            said = f"「{passage.text[start:end]}」后面不能再带宾语，把后面的词移到前面。"
            yield rule.finding(passage, start, end, said)


RULES = (
    _warning(
        "figure_unsaid",
        "比喻的说法只说了动词：「让群众吃下了，」漏「定心丸」，「项目建设按下了，」漏「快进键」。",
        "补偿款到位，让群众吃下了，安心搬迁。",
        "补偿款到位，让群众吃下了定心丸，硬骨头啃下了，道路打通了。",
        given(_left, _find_verbs),
    ),
    _warning(
        "idiom_with_object",
        "成语本身已是完整的说法，后面不再带宾语：「焕然一新了面貌」应为「面貌焕然一新」。",
        "整治以后，村里焕然一新了面貌。",
        "整治以后，村里面貌焕然一新了，政策深入人心了。",
        given(_left, _find_idioms),
    ),
)
