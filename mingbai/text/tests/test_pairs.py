"""Which characters stand before and behind which in official writing: the file drawn from the runs, and levels told at a glance."""

import pytest

from mingbai.text import levels, pairs, runs
from mingbai.text.runs import EDGE, Runs
from tools import letter_runs

PAPER = ["政务公开。政务信息公开，村务公开。"] * 3
LETTERS = "政务公开信息村"


def test_the_pairs_are_those_that_the_runs_know() -> None:
    known = Runs(letter_runs.packed(PAPER))
    listed = pairs.Pairs(pairs.packed(known, LETTERS))
    for letter in LETTERS:
        behind = {other for other in LETTERS + EDGE if known.often(letter + other)}
        ahead = {other for other in LETTERS + EDGE if known.often(other + letter)}
        assert ({*listed.behind(letter)}, {*listed.ahead(letter)}) == (behind, ahead)
    assert {*listed.behind("务")} == {"公", "信"} and {*listed.ahead("务")} == {"政", "村"}
    assert listed.behind("鼎") == listed.ahead("鼎") == ""


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="MBPAIRS1"):
        pairs.Pairs(b"MBRUNS02" + bytes(8))


@pytest.mark.parametrize("letter", ["政", "务", "公", "开", "的", EDGE])
def test_the_shipped_pairs_are_those_of_the_shipped_runs(letter: str) -> None:
    known, listed = runs.shipped(), pairs.shipped()
    for other in "政务公开信息的了和村民委员会镰":
        assert (other in listed.behind(letter)) is (known.often(letter + other) > 0)
        assert (other in listed.ahead(letter)) is (known.often(other + letter) > 0)


def test_every_level_is_found_and_nothing_else() -> None:
    words = [f"词{number}" for number in range(5000)]
    file = levels.Levels(
        levels.packed(b"TESTLEVL", {levels.sum_of(word): at % 256 for at, word in enumerate(words)}),
        b"TESTLEVL",
        range(256),
        None,
    )
    assert [file.of(word) for word in words] == [at % 256 for at in range(len(words))]
    assert all(file.of(f"无{number}") is None for number in range(5000))
    assert levels.Levels(levels.packed(b"TESTLEVL", {}), b"TESTLEVL", range(256), None).of("无") is None
