"""Rules that fail, put among the shipped ones, for the tests of what a check says of them."""

from collections.abc import Callable, Iterator

import pytest

from mingbai.text.model import Finding
from mingbai.text.proofreading import asking, engine, rules
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import given

PUT_IN = Callable[..., None]


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    yield rule.finding(passage, passage.start, passage.start + 2, "先说的一处。")
    raise ZeroDivisionError("division by nought")


def _view(passage: Passage) -> list[int]:
    raise IndexError("a reading that fails")


def _find_read(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for at in passage.once(_view):
        yield rule.finding(passage, at, at, "不会说到。")


def failing(
    name: str = "arithmetic.falls_over", category: str = "arithmetic_inconsistency", find=_find, **more
) -> Rule:
    return Rule(name, category, "warning", "合计算不拢。说明。", "一", "二", find, **more)


def without_reading() -> Rule:
    """It is not even known whether there is anything for it."""
    return failing("date.without_reading", "wrong_year_or_date", given(_view, _find_read))


# The module to which a rule of each group is added; those of words are asked by the child of a single command.
_MODULES = {
    "arithmetic": "arithmetic.whole",
    "date": "date.dated",
    "personal": "personal.data",
    "typo": "typo.letters",
}


@pytest.fixture
def put_in(monkeypatch) -> Iterator[PUT_IN]:
    """Rules besides the shipped ones, as the clerk's machine asks them: one that fails stops nothing."""
    shipped = rules._rules_of

    def put(*more: Rule, alone: bool = False) -> None:
        def rules_of(module: str) -> tuple[Rule, ...]:
            added = (rule for rule in more if _MODULES[rule.name.partition(".")[0]] == module)
            return (*(() if alone else shipped(module)), *added)

        monkeypatch.setattr(rules, "_rules_of", rules_of)
        _forget()

    monkeypatch.delenv(asking.STRICT, raising=False)
    yield put
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    rules._forget()
    engine.forget_sets()
