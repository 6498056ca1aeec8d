"""Every act that the code writes has a name that people can read."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from mingbai.journal.verbs import labelled, verb_label

ROOT = Path(__file__).parents[2]
# what writes acts: the entry itself and the short forms that rooms have for it
WRITERS = {"Entry", "_entry", "_change_entry", "_act", "_told", "journal"}


def written_verbs() -> Iterator[tuple[str, str]]:
    for path in ROOT.rglob("*.py"):
        if {"tests", "migrations", "demo"} & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in WRITERS:
                first = [each.value for each in node.args[:2] if isinstance(each, ast.Constant)]
                yield from ((word, path.name) for word in first[:1] if isinstance(word, str))


VERBS = sorted(set(written_verbs()))


def test_the_search_finds_the_verbs_of_every_room() -> None:
    found = {verb for verb, _ in VERBS}
    assert {"open_unit", "adopt_for_unit", "publish_edition", "withdraw", "handle_site_error"} <= found
    assert len(found) > 50


@pytest.mark.parametrize(("verb", "where"), VERBS)
def test_every_act_has_a_chinese_name(verb: str, where: str) -> None:
    assert verb in labelled(), where
    assert any("\u4e00" <= character <= "\u9fff" for character in verb_label(verb))
