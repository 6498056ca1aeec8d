"""A packed table answers as the table it was made of."""

import random

import pytest

from mingbai.text import packed


def test_rows_are_found_and_others_are_not() -> None:
    chance = random.Random(1)
    rows = {
        f"{chr(chance.randint(0x4E00, 0x9FFF))}{chr(chance.randint(0x4E00, 0x9FFF))}": n for n in range(2_000)
    }
    table = packed.Packed(packed.pack(rows))
    assert {key: table[key] for key in rows} == rows == table.whole()
    assert table["没有"] is None
    assert table[""] is None
    assert table["没"] is None
    assert table["\ud800"] is None


def test_an_empty_table_has_nothing() -> None:
    table = packed.Packed(packed.pack({}))
    assert table["公开"] is None
    assert table.whole() == {}


def test_what_is_remembered_is_bounded(monkeypatch) -> None:
    monkeypatch.setattr(packed, "_KEPT", 10)
    table = packed.Packed(packed.pack({"公开": 1}))
    assert [table[f"{n}"] for n in range(25)] == [None] * 25
    assert len(table) <= 10
    assert table["公开"] == 1


def test_a_damaged_row_is_told_and_others_still_found() -> None:
    content = bytearray(packed.pack({"公开": "甲", "审查": "乙"}))
    content[content.index("甲".encode())] ^= 1
    table = packed.Packed(content)
    assert table["审查"] == "乙"
    with pytest.raises(packed.DamagedTable):
        table["公开"]
