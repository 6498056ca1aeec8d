"""Planted faults of wording: something is wrong where a span stands, and nowhere else."""

import random
from collections.abc import Iterator

import pytest

from tools.wording import _SHARES, Spans, Spoiler

SENTENCE = "镇党政办公室负责全镇政务公开的日常工作，按月通报各村的公开率，提高群众的满意度。"
# one fault each: the first number says whether there are two
SEEDS = [seed for seed in range(400) if random.Random(seed).random() < 0.75]


def _spoiled(kind: str) -> Iterator[tuple[str, Spans]]:
    """The sentence with that one kind of fault, where it can be done."""
    for seed in SEEDS:
        by = Spoiler(
            random.Random(seed), {"公": ["工"], "度": ["渡"]}, {"提高": ["提升"], "负责": ["担责"]}, ["落实"]
        )
        text, spans = by.spoiled(SENTENCE)
        if text != SENTENCE:
            yield text, spans


def _is_sound_around(text: str, spans: Spans) -> bool:
    return SENTENCE.startswith(text[: spans[0][0]]) and SENTENCE.endswith(text[spans[-1][1] :])


@pytest.mark.parametrize("kind", _SHARES)
def test_each_kind_of_fault_is_planted_where_its_span_says(
    monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr("tools.wording._SHARES", {kind: 1})
    found = list(_spoiled(kind))
    assert len(found) > len(SEEDS) // 20
    for text, spans in found:
        assert spans and all(0 <= start < end <= len(text) for start, end in spans)
        assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:], strict=False))
        # what stands before the first span and behind the last is as it was, but where a word was moved from
        assert kind == "move" or _is_sound_around(text, spans)


def test_too_short_a_sentence_stays_as_it_is() -> None:
    assert Spoiler(random.Random(1), {}, {}, []).spoiled("公开。") == ("公开。", [])
