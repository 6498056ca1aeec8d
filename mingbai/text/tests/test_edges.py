"""Where marks belong, told by what stands beside marks in official writing."""

import pytest

from mingbai.text.edges import Edges, letters_of, runs_of, shipped
from mingbai.text.runs import Runs
from tools import letter_runs
from tools.clause_edges import Places, fitted, packed

PAPER = ["各村公开财务，接受群众监督。", "各村公开村务，接受群众监督。", "各村公开党务，接受群众监督。"]


def test_figures_and_titles_are_one_letter_each_and_keep_their_place():
    letters = letters_of("按照《条例》第 12.5%，公开“三公”经费、预算。")
    assert letters.text == "按照书第0公开三公经费预算"
    assert [letters.offsets[at] for at in (2, 4, 5)] == [2, 8, 14]
    assert letters.stops == {5, 13}
    assert letters.pauses == {11}


@pytest.mark.parametrize(
    ("line", "runs"),
    [
        ("公开财务，接受群众监督。", [(0, 4), (4, 10)]),
        ("公开财务、村务", [(0, 4)]),
        ("公开（财务）接受群众监督", []),
        ("", []),
        ("，。", []),
    ],
)
def test_runs_are_what_stands_between_marks(line, runs):
    assert list(runs_of(letters_of(line), 3)) == runs


def test_a_place_is_likelier_marked_where_papers_have_marks():
    places = Places()
    places.read(PAPER * 4)
    edges = Edges(packed(places), Runs(letter_runs.packed(PAPER * 4)))
    text = "各村公开政务接受群众监督"
    odds = {at: edges.odds(text, at, 0, len(text)) for at in range(1, len(text))}
    assert max(odds, key=odds.__getitem__) == text.index("接受")


@pytest.mark.parametrize(
    ("run", "at"),
    [
        ("通过这次检查发现了一些问题下一步要认真整改", "下一步"),
        ("根据上级要求我村结合实际制定本方案", "我村"),
        ("虽然取得了一定成绩但与群众的要求还有差距", "但与"),
    ],
)
def test_breaks_are_where_a_reader_would_pause(run, at):
    weight, places = shipped().breaks(run, 0, len(run))
    assert weight > 1
    assert run.index(at) in places


def test_nothing_is_said_of_characters_that_official_writing_does_not_have():
    assert shipped().breaks("龘靐齉" * 20, 0, 60) == (0.0, [])


def test_another_file_is_refused():
    with pytest.raises(ValueError, match="MBEDGES2"):
        Edges(b"something else", Runs(letter_runs.packed([])))


def test_weights_follow_what_tells_the_samples_apart():
    samples = [((float(sign), 1.0 * (at % 2)), sign > at % 3) for at in range(60) for sign in range(4)]
    sign, noise, constant = fitted(samples)
    assert sign > 1
    assert abs(noise) < sign / 2
    assert constant < 0
