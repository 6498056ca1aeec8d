"""The mapped dictionary says what `rjieba` says."""

import random
from pathlib import Path

import pytest
import rjieba

from mingbai.text import dictionary

CORPUS = Path(__file__).parents[3] / "benchmarks/corpus/texts"
ODD = (
    "",
    "\r\n",
    "A12.5%，test－１２㐀我𠀀公𠀀",
    "  \n\n。",
    "a1b2 c",
    "政务公开" * 3,
    "一 二\u3000三\t四",
    "\ud800公开",
)


def texts() -> list[str]:
    chance = random.Random(5)
    whole = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    letters = "".join(whole) + "abcXYZ0123456789.-_+#&% \n"
    return [*whole, *("".join(chance.choices(letters, k=400)) for _ in range(40))]


def test_a_text_is_cut_into_the_same_words() -> None:
    known = dictionary.shipped()
    for text in [*texts(), *ODD[:-1]]:
        assert list(known.cut(text)) == rjieba.cut(text, False)


@pytest.mark.parametrize("text", ODD)
def test_nothing_of_a_text_is_lost(text: str) -> None:
    assert "".join(dictionary.shipped().cut(text)) == text


def test_words_and_their_kinds_are_the_same() -> None:
    known = dictionary.shipped()
    pieces = {text[at : at + length] for text in texts()[:20] for at in range(300) for length in range(1, 7)}
    for word in sorted(pieces | {"中华人民共和国国务院", "一二三四五六", "AT&T", ""}):
        found = known.find(word)
        assert (found is not None) == rjieba.has_word(word)
        if found:
            kinds = rjieba.tag(word, False)
            assert len(kinds) > 1 or kinds == [(word, found[1])]


def test_single_commands_read_the_mapped_file_until_it_is_worth_loading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    class Loaded:
        def cut(self, text: str, _: bool) -> list[str]:
            asked.append(text)
            return [text]

    monkeypatch.setattr(dictionary, "_rjieba", Loaded)
    monkeypatch.setattr(dictionary, "_is_loaded", lambda: False)
    monkeypatch.setattr(dictionary, "_read", 0)
    assert dictionary.cut("政务公开") == ["政务", "公开"]
    assert dictionary.has("政务") and not dictionary.has("政公")
    assert dictionary.kinds("北京") == ["ns"]
    assert not asked
    long = "公" * dictionary._WORTH_LOADING
    assert dictionary.cut(long) == [long] == asked


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="dictionary"):
        dictionary.Dictionary(b"nothing of the kind")
