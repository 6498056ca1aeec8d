"""What is found in a pass of all words, or of a few rules' words, is what a search of the text finds."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from mingbai.text import lazy
from mingbai.text.model import Finding, Recognised
from mingbai.text.proofreading.glance import Share, Thing
from mingbai.text.proofreading.model import Passage, Place
from mingbai.text.proofreading.rules import _identifiers, rules_for
from mingbai.text.proofreading.rules._knowledge import listed
from mingbai.text.proofreading.rules.unit import area_code as unit_area_code
from mingbai.text.proofreading.standing import (
    Lookout,
    Spotter,
    Standing,
    every_word,
    group_of,
    holds,
    standing,
    waiting_for,
)
from mingbai.text.proofreading.tests.reading import passage
from mingbai.text.proofreading.triggers import RuleSet

NUMBERS = "0123456789" * 4 + "    --xX*.号码（）—－电话家庭：\n１２３"


def random_numbers(texts: int) -> Iterator[Passage]:
    chance = random.Random(3)
    for _ in range(texts):
        text = "".join(chance.choice(NUMBERS) for _ in range(chance.randint(1, 90)))
        if chance.random() < 0.3:
            text = f"{text[:20]}家庭电话：{chance.randint(2_000_000, 89_999_999)}{text[20:]}0564-3281234"
        yield passage(text)


def test_telephones_are_found_where_digits_stand() -> None:
    for text in random_numbers(2_000):
        found = [match.span() for match in unit_area_code._telephones(text)]
        assert found == [
            match.span() for match in unit_area_code._TELEPHONE.finditer(text.text, text.start, text.end)
        ]


def things(text: Passage, *kinds: str) -> list[Thing]:
    found = text.once(_identifiers.stretches_of_digits.by_kind)
    return sorted(thing for kind in kinds for thing in found.get(kind, ()))


def test_long_numbers_are_those_of_the_whole_text() -> None:
    for text in random_numbers(2_000):
        body = (
            text.text.translate(_identifiers._NARROW) if _identifiers._WIDE.search(text.text) else text.text
        )
        everywhere = [
            (*match.span(), number)
            for match in _identifiers._DIGITS.finditer(body)
            if 10 <= len(number := re.sub("[ -]", "", match[0])) <= 22
        ]
        # a landline of an office is passed over
        found = things(text, _identifiers.ACCOUNT)
        assert set(found) <= set(everywhere)
        assert all(number[0] == "0" and len(number) <= 12 for _, _, number in set(everywhere) - set(found))
        labelled = [
            (*match.span("mark"), match["mark"]) for match in _identifiers._HOME_TELEPHONE.finditer(text.text)
        ]
        assert things(text, _identifiers.AT_HOME) == labelled


@pytest.mark.parametrize("off", [(), ("personal.illness_beside_name", "personal.needy_name")])
def test_each_passage_has_its_share_of_what_stands_in_the_file(off: tuple[str, ...]) -> None:
    categories = {rule.category for rule in rules_for(frozenset())} - {"personal_data"}
    rules = RuleSet(rules_for(frozenset(categories).union(off)))
    chance = random.Random(5)
    words = listed(
        "贫困户 王大山 患尿毒症 癌 三年级2班 领导班子 学生 ：李小明 12岁 几岁 ，住 幸福路12号 3栋2单元201室 服刑 （丧偶 信访人 社区矫正对象"
        " 一级人员 微信 ：abcd_1234 QQ 675281234 手机13812345678 ２０１８年 2018-05-12 0564-3281234 家庭电话 6222021234567890128 342401 1978****6012 * ，"
        " 账号12345678901 户主 ０５６４－３２８１２３４ 残疾人证34240119780512601 X 其父因犯盗窃罪被判刑 / 宅电3281234 8613812345678 - 1 李春兰 系统性红斑狼疮"
        " 护照号：E12345678 个人邮箱abc@qq.com xiaolong_1989@qq.com 车主 皖N·A1234 阳光小区5-2-301 男 ，女， 92周岁 阿尔茨海默病 1978年5月3日生 （2012年5月出生） 母亲 其夫患 × 身份证号：342401××××"
    )
    for _ in range(200):
        text = "".join(chance.choice((*words, "。\n", " ")) for _ in range(30))
        glance = rules.glance(text)
        assert glance
        cuts = sorted(chance.sample(range(len(text)), 4))
        for start, end in pairwise(cuts):
            alone, among = (replace(passage(text), document=Recognised(start, end)) for _ in range(2))
            share, place = glance.between(start, end), Place(text, among.lists)
            place.start, place.end = start, end
            told = _told_at_a_glance(rules, among, share, place) if share else []
            assert told == [one for rule, find in rules.awake(alone) for one in find(rule, alone)]


def _told_at_a_glance(rules: RuleSet, text: Passage, share: Share, place: Place) -> list[Finding]:
    woken, told = rules.told_by(share, place)
    for number, (rule, find) in zip(sorted(woken), rules.awake_for(text, share, woken), strict=True):
        told += [(number, one) for one in find(rule, text)]
    return [one for _, one in sorted(told, key=lambda found: (found[0], found[1].start))]


def test_of_overlapping_words_the_leftmost_and_longest_counts() -> None:
    spotter = Spotter({"home": ("现居", "现居住", "居住在"), "ill": ("住在医院", "患")})
    assert spotter(passage("他现居住在医院，患病，居住在村里")) == {
        "home": [(1, 4), (11, 14)],
        "ill": [(8, 9)],
    }
    assert spotter.of("ill") == ("住在医院", "患")


def test_a_single_command_finds_every_word_without_an_automaton(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "政务公开公开，政务公，开政\n乡政务公开"
    groups = [group_of(words) for words in (("政", "政务公开", "务公", "公开公", "开"), ("公开",))]
    known = Standing.of_text(Lookout(groups), text)
    monkeypatch.setattr(lazy, "_remembering", True)
    lookout = Lookout(groups)
    by_heads = Standing.of_text(lookout, text)
    assert "automaton" not in vars(lookout)
    every = [known.of(group) for group in groups]
    assert [by_heads.of(group) for group in groups] == every
    assert all(every)
    assert by_heads.groups() == known.groups()


def test_words_that_are_entered_late_are_still_found() -> None:
    text = passage("红枫岭上看云海")
    text.once(every_word)
    late = waiting_for(("云海", "枫岭"))
    assert list(standing(text, late)) == [1, 5]


def test_few_rules_read_the_text_for_their_own_words_alone() -> None:
    categories = {rule.category for rule in rules_for(frozenset())} - {"personal_data"}
    rules = RuleSet(rules_for(frozenset(categories)))
    text = passage("贫困户王大山，男，12岁，其父患病，家住幸福路12号3栋201室，QQ：675281234。")
    for rule, find in rules.awake(text):
        list(find(rule, text))
    assert every_word not in text._computed
    assert holds(text, waiting_for(("幸福路",)))
    assert every_word in text._computed
