"""Figures glued to each other: what the identities prove, what one slip of the pen could undo, and how long it takes."""

import random

import pytest

from mingbai.text.annual_reports.reading import read_reports
from mingbai.text.annual_reports.solve import agreed, solve_groups, splits
from mingbai.text.annual_reports.tests import generator as g
from mingbai.text.annual_reports.tests.test_reading import only, wrong_cells
from mingbai.text.tests.effort import ends_within

# Some fifteen times what it takes.
MOST_SECONDS = 15.0


@pytest.mark.parametrize(
    ("tokens", "count", "readings"),
    [
        (["12"], 2, [(1, 2)]),
        (["12"], 1, [(12,)]),
        (["120"], 2, [(1, 20), (12, 0)]),
        (["100"], 2, [(10, 0)]),
        (["001"], 2, []),
        (["001"], 3, [(0, 0, 1)]),
        (["12", "3"], 2, [(12, 3)]),
        (["12", "3"], 3, [(1, 2, 3)]),
        (["12"], 3, []),
        ([], 0, [()]),
        ([], 1, []),
    ],
)
def test_ways_to_cut_digits(tokens, count, readings):
    assert list(splits(tokens, count)) == readings


def test_cutting_has_no_dead_ends():
    """Where one way or none is left among millions that begin well, it is found at once."""

    def cut() -> None:
        assert len(list(splits(["1" * 25 + "0" * 15], 40))) == 1
        assert list(splits(["0" * 15 + "1" * 25], 15)) == []
        assert len(list(splits(["0" * 15 + "1" * 25], 16))) == 1
        assert list(splits(["1" * 20, "0" * 20], 20)) == []
        assert len(list(splits(["1" * 20, "0" * 20], 21))) == 1

    assert ends_within(5, cut)


@pytest.mark.parametrize(
    ("digits", "cells"),
    [
        ("0" * 15, (0,) * 15),
        ("102031200120" + "0" * 3, (1, 0, 2, 0, 3, 1, 2, 0, 0, 1, 2, 0, 0, 0, 0)),
        ("10203120001200000", (1, 0, 2, 0, 3, 12, 0, 0, 0, 12, 0, 0, 0, 0, 0)),
    ],
)
def test_table_four_in_one_piece(digits, cells):
    assert solve_groups([digits], 3, 5) == cells


def test_a_reading_that_adds_up_does_not_hide_one_that_is_off_by_a_slip():
    """`10 0 0 0 12` and `1 0 0 0 0 | 1 2 …` share digits; only what every such reading has is certain."""
    truth = (10, 0, 0, 0, 12, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0)
    solved = solve_groups(["".join(map(str, truth))], 3, 5)
    assert solved is not None
    assert all(cell in (None, true) for cell, true in zip(solved, truth, strict=True))


def test_a_slip_of_one_or_two_never_makes_a_wrong_cell():
    wrong = 0
    for seed in range(150):
        rng = random.Random(seed)
        cells: list[int] = []
        for _ in range(3):
            parts = [g.figure(rng, rng.choice((2, 12, 30))) for _ in range(4)]
            cells += [*parts, sum(parts)]
        place = rng.randrange(15)
        cells[place] = max(0, cells[place] + rng.choice((1, 2, -1, -2)))
        solved = solve_groups(["".join(map(str, cells))], 3, 5) or ()
        wrong += sum(cell is not None and cell != true for cell, true in zip(solved, cells, strict=False))
    assert wrong == 0


def test_too_many_ways_are_unknown():
    assert solve_groups(["1" * 40], 3, 5) is None
    assert agreed([(1, 2), (1, 3)]) == (1, None)


@pytest.mark.parametrize("printer", [g.glued_rows, g.all_glued, g.one_cell_a_line])
@pytest.mark.parametrize("size", [300, 4000, 900_000])
def test_the_worst_reports_are_read_in_bounded_time(printer, size):
    for seed in range(3):
        made = g.make(random.Random(seed), size=size, broken=seed)
        printed = printer(made)
        read: list[list[object]] = []

        def read_once(printed=printed, read=read) -> None:
            read.append(read_reports(printed))

        assert ends_within(MOST_SECONDS, read_once), seed
        assert wrong_cells(made, only(read[0])) == []
