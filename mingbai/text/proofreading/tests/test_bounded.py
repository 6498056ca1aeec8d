"""Odd texts take time in proportion to their length: twice the text no more than some twice the processor time.

No time is asked for in seconds, for machines differ; only where it is so short that it flutters nothing is compared.
"""

from collections.abc import Callable
from functools import partial

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import SourceDocument
from mingbai.text.proofreading import check, load_lists
from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.tests.reading import passage
from mingbai.text.tests.effort import ends_within, grows_with_the_square, seconds_of

# Seconds of processor time below which nothing is compared.
_FLUTTERS, _OF_RULE_FLUTTERS = 0.2, 0.06
_LONG, _OF_RULE_LONG = 6_000, 6_000
LISTS = load_lists()
# By name a piece that is repeated; what an odd text is made of.
PIECES = {
    "figures": "1",
    "figures in clauses": "1件，",
    "received and nothing done": "收到1件，",
    "parts without a whole": "其中1条，",
    "periods": "1月1日至",
    "crossed brackets": "「《",
    "brackets never closed": "“",
    "brackets never opened": "》",
    "punctuation": "，。；：！？、",
    "numbering": "一、",
    "numbered lines": "一、公开\n",
    "second items": "二是",
    "placeholders": "20xx年",
    "signs of an address": "a@",
    "empty lines": "\n",
    "blanks": " ",
    "traditional characters": "政務公開資訊，",
    "pictures": "😀",
    "private characters": "\ue000",
    "latin letters": "a",
    "doubtful stops": "健全制度；加强领导；",
    "names": "王建军、李海燕、",
    "caps and floors": "人数不超过5人，不少于6人，",
    "figures without marks": "1件1",
    "slips without marks": "议报告规化范了程序",
    "no offences": "全年无违法问题，",
    "round the clock": "24小时值班，",
}
TEXTS: dict[str, Callable[[int], str]] = {
    **{name: (lambda size, piece=piece: piece * (size // len(piece))) for name, piece in PIECES.items()},  # type: ignore[misc]
    "sentences alike": lambda size: "".join(
        f"第{n}村公开了{n}条信息并由第{n * 7}组负责落实到位。" for n in range(size // 25)
    ),
}


def read(text: str) -> None:
    for _ in check(ingest(SourceDocument(file="x.txt", text=text, media_type="text/plain")), lists=LISTS):
        pass


def seconds_of_example(rule: Rule, size: int) -> float:
    text = passage(rule.fires * (size // len(rule.fires) + 1), year=2023)
    return seconds_of(lambda: list(rule.find(rule, text)))


@pytest.fixture(scope="module", autouse=True)
def _lists_are_read() -> None:
    read("全年共公开信息12条。")


@pytest.mark.parametrize("name", TEXTS)
def test_odd_text_takes_bounded_time(name: str) -> None:
    make = TEXTS[name]
    assert not grows_with_the_square(lambda size: seconds_of(partial(read, make(size))), _LONG, _FLUTTERS)


@pytest.mark.parametrize("category", sorted({rule.category for rule in all_rules()}))
def test_no_rule_takes_the_square_of_its_own_example_repeated(category: str) -> None:
    slow = []
    for rule in all_rules():
        if rule.category != category or not rule.fires:
            continue
        take = partial(seconds_of_example, rule)
        take(1)
        if grows_with_the_square(take, _OF_RULE_LONG, _OF_RULE_FLUTTERS):
            slow.append(rule.name)
    assert slow == []


@pytest.mark.parametrize(
    "piece", ["患者张三患乙肝，", "张三，男，联系电话13812345678。", "李四家庭住址青山镇王家村3组15号，"]
)
def test_a_list_of_persons_takes_no_square_where_personal_data_alone_is_asked_for(piece: str) -> None:
    others = {rule.category for rule in all_rules()} - {"personal_data"}

    def take(size: int) -> float:
        listed = ingest(SourceDocument("x.txt", piece * (size // len(piece)), "text/plain"))
        return seconds_of(lambda: check(listed, lists=LISTS, disabled=others))

    take(1)
    assert not grows_with_the_square(take, 12_000, _FLUTTERS)


@pytest.mark.parametrize(
    "name",
    [
        "date.before_its_stage",
        "date.shown_so_many_days",
        "numbering.lone_inside",
        "regulation.of_other_bodies",
    ],
)
def test_a_rule_reads_thousands_of_faulty_lines(name: str) -> None:
    rule = next(one for one in all_rules() if one.name == name)

    def take(lines: int) -> float:
        text = passage((rule.fires + "\n") * lines, year=2023)
        return seconds_of(lambda: list(rule.find(rule, text)))

    take(1)
    assert not grows_with_the_square(take, 2_000, _OF_RULE_FLUTTERS)


def test_a_line_of_a_million_characters() -> None:
    # A cap that no machine comes near.
    assert ends_within(120, partial(read, "我镇认真做好政务公开工作，" * 80_000))
