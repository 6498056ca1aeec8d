"""Words read out of patterns lose no match: near them, a search finds what a search of the whole text finds."""

import random
import re

import pytest

from mingbai.text.needles import needles_of
from mingbai.text.proofreading import triggers
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.tests.reading import passage

all_rules()
SHORTER = "\n 　，。；：、“”《》（）(),.0123456789年月日一二三是的了公开信息abX%"
PATTERNS = (
    r"公开|公布",
    r"(?:未|没有)(?:收到)?[^。\n]{0,6}申请",
    r"\d{1,3}(?:件|条)(?=，|。)",
    r"[^。；]{0,4}信息(?!公)",
    r"年(?:度)?(?P<x>[一二])(?P=x)",
    r"^一、[^\n]*$",
    r"信\s{0,3}息",
    r"(?<=公)开+",
    r"[^，\n]{2,}息$",
    r"(?m:^)二是",
)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("公开|公布", {"公开", "公布"}),
        (r"\d{1,3}[件条]", {"件", "条"}),
        (r"(?:今|去)年度?", {"今年", "去年"}),
        (r"公?开?", set()),
        (r"[^。]{3}", set()),
        (r"(?:公开|\d)", set()),
        (r"(?i)abc", set()),
    ],
)
def test_words_of_which_each_match_holds_one(pattern, words):
    assert set(needles_of(pattern).words) == words


def texts(chance: random.Random, pieces: str):
    for _ in range(40):
        yield "".join(chance.choice(pieces) for _ in range(chance.randint(1, 120)))


def spans(matches):
    return [match.span() for match in matches]


@pytest.mark.parametrize("flags", [0, re.MULTILINE])
@pytest.mark.parametrize("source", PATTERNS)
def test_nothing_is_lost_in_chance_texts(source, flags):
    pattern, plain = triggers.sought(source, flags), re.compile(source, flags)
    pieces = SHORTER + "公开布信息申请未没有收到件条年度一、二是" * 2
    for text in texts(random.Random(source), pieces):
        read = passage(text)
        assert spans(triggers.matches(read, pattern)) == spans(plain.finditer(text, read.start, read.end))


def test_nothing_is_lost_of_the_rules_own_patterns():
    texts = [rule.fires + "\n" + rule.passes for rule in all_rules()]
    whole = passage("\n".join(texts)), passage("".join(texts).replace("\n", "，"))
    for pattern in triggers.every_sought():
        for read in whole:
            found = spans(triggers.matches(read, pattern))
            assert found == spans(re.finditer(pattern.pattern, read.text, pattern.flags)), pattern.pattern
