"""No rule may raise, or report a place outside the document, whatever the text.

Chance seldom writes the sentence a rule reads, so every rule is also given its own examples: cut short, and with figures that
nobody has in mind.
"""

import random
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.tests.reading import passage

PIECES = [
    "政务公开",
    "我镇",
    "我乡",
    "街道",
    "领导小组",
    "组长",
    "任",
    "由",
    "的的",
    "公开公开",
    "《政府信息公开条例》",
    "《",
    "》",
    "“",
    "”",
    "（",
    "）",
    "第六十条",
    "第",
    "条",
    "15个工作日",
    "2008年5月1日",
    "11010519491231002X",
    "13812345678",
    "6222021234567890128",
    "@qq.com",
    "微信：",
    "QQ",
    "家住",
    "12号",
    "患有",
    "癌",
    "岁",
    "，",
    "。",
    "；",
    "、",
    ":",
    "\n",
    "\u3000",
    "20xx年",
    "加大对",
    "提高",
    "工作",
    "以",
    "为指导",
    "的领导",
    "以此确保",
    "总结如下",
    "科学发展观",
    "国土资源局",
    "习近平",
    "中华人民共和",
    "？",
    "�",
    "😀",
    "\x00",
    "未收到",
    "申请",
    "3件",
    "全部办结",
    "公示7天",
    "公示5天",
    "贯彻落时",
    "效能建",
    "一、",
    "二、",
]
RULES = all_rules()
EXAMPLES = [rule.fires for rule in RULES if rule.fires]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=60).map("".join),
    st.lists(
        st.sampled_from(EXAMPLES).flatmap(lambda text: st.integers(1, len(text)).map(lambda end: text[:end])),
        max_size=4,
    ).map("".join),
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_FIGURES = ("0", "00", "1", str(10**12))
_STOPS = "。；，、：！？!?\n"
_CUTS = 1
# What stands before a document and behind it is not its own.
_BEFORE, _BEHIND = "上一篇有3件。\n", "\n下一篇有5人，不得超过2人。"


def spoilt(text: str, chance: random.Random) -> Iterator[str]:
    """The text without its last stop, with other figures, cut at either end."""
    whole = [text, text.rstrip(_STOPS), *(_FIGURE.sub(figure, text) for figure in _FIGURES)]
    yield from whole
    for place in _FIGURE.finditer(text):
        yield text[: place.start()] + chance.choice(_FIGURES) + text[place.end() :]
    for one in whole[1:]:
        for _ in range(_CUTS):
            at = chance.randrange(len(one) + 1)
            yield chance.choice((one[:at], one[at:]))


@pytest.mark.parametrize("category", sorted({rule.category for rule in RULES}))
def test_no_rule_raises_on_its_own_example_spoilt(category):
    for rule in RULES:
        for text in spoilt(rule.fires, random.Random(rule.name)) if rule.category == category else ():
            for found in rule.find(rule, passage(text, year=2023)):
                assert 0 <= found.start <= found.end <= len(text), (rule.name, text)
                assert found.message


@pytest.mark.parametrize("category", sorted({rule.category for rule in RULES}))
def test_rules_find_the_same_wherever_the_document_begins(category):
    for rule in RULES:
        text = rule.fires
        if rule.category != category or not text:
            continue
        start, end = len(_BEFORE), len(_BEFORE) + len(text)
        alone = rule.find(rule, passage(text, year=2023))
        amid = rule.find(rule, passage(_BEFORE + text + _BEHIND, start=start, end=end, year=2023))
        assert [(one.start - start, one.end - start, one.message) for one in amid] == [
            (one.start, one.end, one.message) for one in alone
        ], rule.name


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, cut=st.integers(0, 40), year=st.one_of(st.none(), st.integers(1990, 2040)))
def test_rules_never_raise_and_stay_inside(text, cut, year):
    start = min(cut, len(text))
    read = passage(text, start=start, year=year, unit="双桥乡", unit_kind="town")
    for rule in RULES:
        for found in rule.find(rule, read):
            assert 0 <= found.start <= found.end <= len(text)
            assert found.quote == text[found.start : found.end]
            assert found.message


@pytest.mark.parametrize(
    "unit",
    ["的", "公开", "以", "《", "1", "a1", "政务公开工作", "，", "加大对", "进一步", "第一条", "\n", "（一）"],
)
def test_monotonous_text_takes_bounded_time(unit):
    read = passage(unit * (10_000 // len(unit)), year=2023)
    for rule in RULES:
        for number, _ in enumerate(rule.find(rule, read)):
            if number > 1000:
                break
