"""A table of words finds the same whether it was just made or was kept, packed or not."""

import random

import pytest

from mingbai.text.proofreading.rules import _lexicon
from mingbai.text.proofreading.rules._lexicon import Words

MEANING = {
    "公开栏": "a",
    "公开": None,
    "公开栏目": ("b", 2),
    "公示": "c",
    "公": "d",
    "蚕": "e",
    "开栏": [1],
    "工作 总结": "f",
}


def tables(monkeypatch: pytest.MonkeyPatch) -> list[Words]:
    made = Words.of(MEANING)
    plain = Words.unkept(*made.kept())
    monkeypatch.setattr(_lexicon, "_FEW", 0)
    return [made, plain, Words.unkept(*made.kept())]


def test_each_way_finds_what_a_search_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(7)
    for words in tables(monkeypatch):
        assert dict(words.items()) == MEANING
        for _ in range(300):
            text = "".join(
                chance.choice(("公", "开", "栏", "目", "示", "蚕", "\n", "x", "工作 总结"))
                for _ in range(chance.randint(0, 12))
            )
            for at in range(len(text) + 1):
                there = sorted((word for word in MEANING if text.startswith(word, at)), key=len, reverse=True)
                assert list(words.all_at(text, at)) == there
                assert words.longest(text, at) == next(iter(there), "")
            starts = [*words.starts(text)]
            assert starts == sorted(set(starts))
            assert {at for at in range(len(text)) if words.longest(text, at)} <= set(starts)


def test_each_way_tells_what_a_word_means(monkeypatch: pytest.MonkeyPatch) -> None:
    for words in tables(monkeypatch):
        for word, meant in MEANING.items():
            assert word in words
            assert words.meaning(word) == meant
            assert words.meaning(word) == meant
        for word in ("", "栏", "公开\n", "公开栏\n公开", "\n公开\n", "公开栏目表"):
            assert word not in words


def test_the_leftmost_longest_words_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for words in tables(monkeypatch):
        assert [*words.leftmost("看公开栏目和公示，养蚕")] == [(1, "公开栏目"), (6, "公示"), (10, "蚕")]
