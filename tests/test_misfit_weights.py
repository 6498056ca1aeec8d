"""The tool that fits the weights of signs, and the slips it plants."""

import math
import random

import pytest

from mingbai.text.proofreading import load_lists
from tools.misfit_weights import PARTS, Row, fitted, part_of
from tools.slips import Planter

TEXT = (
    "街道高度重视政务公开工作，成立领导小组，明确专人负责信息的收集、审核和发布。各社区按季度公开财务收支，接受群众监督。"
    "对群众反映的问题逐项登记，限期办结，办理结果在公开栏张贴。下一步，我们将继续完善制度，加强业务培训，提高信息质量。"
) * 6


def rows(chance: random.Random, base: float, weights: tuple[float, ...], count: int) -> list[Row]:
    found = []
    for number in range(count):
        signs = tuple(chance.uniform(-2, 2) for _ in weights)
        odds = base + sum(weight * sign for weight, sign in zip(weights, signs, strict=True))
        right = chance.random() < 1 / (1 + math.exp(-odds))
        found.append(Row(number % PARTS, "planted", "", "character", signs, right))
    return found


def test_weights_behind_the_answers_are_found_again() -> None:
    found = fitted(rows(random.Random(1), -0.5, (1.5, -1.0, 0.0), 4_000))
    assert found == pytest.approx([-0.5, 1.5, -1.0, 0.0], abs=0.2)


def test_a_sign_that_never_varies_is_worth_nothing() -> None:
    varied = rows(random.Random(2), 0.0, (1.0,), 800)
    constant = [Row(**{**vars(row), "signs": (*row.signs, 3.0)}) for row in varied]
    assert fitted(constant)[2] == pytest.approx(0.0, abs=1e-6)


def test_rare_rows_count_by_their_weight() -> None:
    clear = rows(random.Random(3), 0.0, (1.0,), 800)
    heavy = [Row(**{**vars(row), "weight": 3.0 if row.right else 1.0}) for row in clear]
    assert fitted(heavy)[0] - fitted(clear)[0] == pytest.approx(math.log(3), abs=0.2)


def test_documents_are_spread_over_all_parts() -> None:
    assert {part_of(f"a{number:03}.txt") for number in range(60)} == set(range(PARTS))


@pytest.fixture(scope="module")
def planter() -> Planter:
    lists = load_lists()
    entries = [lists[name]["entries"] for name in ("shapes", "swaps", "confusions")]  # type: ignore[index]
    return Planter(random.Random(4), *entries)


def test_slips_stand_where_they_are_said_to_stand(planter: Planter) -> None:
    text, slips = planter.planted(TEXT, 40)
    assert len(slips) > 8
    at, clean, reached = 0, TEXT, 0
    for start, end, _ in slips:
        # Between the slips nothing is changed.
        between = text[reached:start]
        at = clean.index(between, at) + len(between)
        reached = end
    assert clean.endswith(text[reached:])
    assert len(text[reached:]) < 120


def test_slips_of_every_kind_are_planted(planter: Planter) -> None:
    kinds = {kind for _ in range(30) for _, _, kind in planter.planted(TEXT, 60)[1]}
    assert kinds == {"sound", "word", "near", "shape", "key", "order", "lost", "double", "swap"}


def test_a_planted_word_is_another_one_of_the_same_sound(planter: Planter) -> None:
    import pypinyin

    found = 0
    for _ in range(20):
        text, slips = planter.planted(TEXT, 60)
        for start, end, kind in slips:
            if kind == "word":
                written = text[start:end]
                assert written not in TEXT or TEXT.count(written) < text.count(written)
                assert " ".join(pypinyin.lazy_pinyin(written)) in {
                    " ".join(pypinyin.lazy_pinyin(TEXT[at : at + 2])) for at in range(len(TEXT) - 1)
                }
                found += 1
    assert found > 5
