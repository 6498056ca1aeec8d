"""Odd texts take time in proportion to their length; the limits are generous, a growth with the square passes them by far."""

import time

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import SourceDocument
from mingbai.text.proofreading import check, load_lists

# Seconds of processor time for each character; ordinary text takes a hundredth.
_MOST = 200e-6
LISTS = load_lists()
TEXTS = {
    "figures": "1" * 20_000,
    "figures in clauses": "1件，" * 6_000,
    "received and nothing done": "收到1件，" * 4_000,
    "parts without a whole": "其中1条，" * 4_000,
    "periods": "1月1日至" * 4_000,
    "crossed brackets": "「《" * 10_000,
    "brackets never closed": "“" * 20_000,
    "brackets never opened": "》" * 20_000,
    "punctuation": "，。；：！？、" * 3_000,
    "numbering": "一、" * 10_000,
    "numbered lines": "一、公开\n" * 4_000,
    "second items": "二是" * 10_000,
    "placeholders": "20xx年" * 4_000,
    "signs of an address": "a@" * 10_000,
    "empty lines": "\n" * 20_000,
    "blanks": " " * 20_000,
    "traditional characters": "政務公開資訊，" * 3_000,
    "pictures": "😀" * 20_000,
    "private characters": "\ue000" * 20_000,
    "latin letters": "a" * 20_000,
    "sentences alike": "".join(f"第{n}村公开了{n}条信息并由第{n * 7}组负责落实到位。" for n in range(750)),
}


def seconds(text: str) -> float:
    begin = time.process_time()
    for _ in check(ingest(SourceDocument(file="x.txt", text=text, media_type="text/plain")), lists=LISTS):
        pass
    return time.process_time() - begin


@pytest.fixture(scope="module", autouse=True)
def _lists_are_read():
    seconds("全年共公开信息12条。")


@pytest.mark.parametrize("name", TEXTS)
def test_odd_text_takes_bounded_time(name):
    text = TEXTS[name]
    assert seconds(text) < 1 + len(text) * _MOST


def test_a_line_of_a_million_characters():
    assert seconds("我镇认真做好政务公开工作，" * 80_000) < 60
