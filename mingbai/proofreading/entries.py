"""What a county may write into its lists: typed values made into an entry, or refused with the field and the remedy."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from mingbai.core import clock
from mingbai.core.errors import BadInput
from mingbai.proofreading.kinds import SOURCE, Field, Form, ListKind

Row = dict[str, object]
LONGEST = 100
MOST_WORDS = 20
FIRST_YEAR = 1949
_HAN = re.compile("[一-鿿]")


def _text(field: Field, typed: str) -> str:
    if len(typed) > LONGEST:
        raise BadInput(f"「{field.label}」最多{LONGEST}个字，请缩短。", field=field.name)
    if field.shortest > 1:
        if len(typed) < field.shortest:
            raise BadInput(
                f"「{field.label}」至少{field.shortest}个字，太短会误标正常的词句。", field=field.name
            )
        if not _HAN.search(typed):
            raise BadInput(f"「{field.label}」要有汉字。", field=field.name)
    if re.search(r"[《》\n\r\t]", typed):
        raise BadInput(f"「{field.label}」不要带书名号，也不要换行。", field=field.name)
    return typed


def _day(field: Field, typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        raise BadInput(f"「{field.label}」请写成 2024-01-31 的样子。", field=field.name) from None


def _year(field: Field, typed: str) -> int:
    last = clock.today().year + 1
    if not re.fullmatch(r"[0-9]{4}", typed) or not FIRST_YEAR <= int(typed) <= last:
        raise BadInput(f"「{field.label}」请写{FIRST_YEAR}到{last}之间的四位年份。", field=field.name)
    return int(typed)


def _words(field: Field, typed: str) -> list[str]:
    words = list(dict.fromkeys(re.split(r"[\s、，,]+", typed)))
    if len(words) > MOST_WORDS or any(len(word) > LONGEST for word in words):
        raise BadInput(f"「{field.label}」最多{MOST_WORDS}个，每个最多{LONGEST}个字。", field=field.name)
    short = next((word for word in words if len(word) < 3), None)
    if short:
        raise BadInput(f"「{field.label}」里的「{short}」太短，请写三个字以上。", field=field.name)
    return words


def _number(field: Field, typed: str) -> str:
    if not re.fullmatch(r"[0-9]{3,12}|0[0-9]{2,3}[- ]?[0-9]{7,8}", typed):
        raise BadInput(f"「{field.label}」只写数字，座机带区号，例如 0564-1234567。", field=field.name)
    return re.sub(r"\D", "", typed)


def _choice(field: Field, typed: str) -> str:
    if typed not in dict(field.choices):
        raise BadInput(f"请选择「{field.label}」。", field=field.name)
    return typed


_READ: dict[Form, Callable[[Field, str], object]] = {
    "text": _text,
    "day": _day,
    "year": _year,
    "words": _words,
    "number": _number,
    "choice": _choice,
}


def checked(kind: ListKind, typed: Mapping[str, str]) -> Row:
    """The entry that the typed values make; empty values are left out. BadInput names the field."""
    row: Row = {}
    for field in (*kind.fields, SOURCE):
        value = str(typed.get(field.name) or "").strip()
        if value:
            row[field.name] = _READ[field.form](field, value)
        elif field.required:
            raise BadInput(f"请填写「{field.label}」。", field=field.name)
    if "wrong" in row and "right" in row:
        _agree(row)
    if "in_force" in row and str(row.get("repealed", "9999")) <= str(row["in_force"]):
        raise BadInput("废止日期应在施行日期之后，请核对。", field="repealed")
    if kind.key == "events":  # the rule looks for a pattern; a county writes words
        row["pattern"] = re.escape(str(row["name"]))
    if row.get("kind") in {"homophone", "washed"}:
        row["mend"] = row["right"]
    return row | {"added": clock.today().isoformat()}


def _agree(row: Row) -> None:
    """The wrong words must not stand in right ones, or every text that has them right is marked."""
    wrong, right, unless = str(row["wrong"]), str(row["right"]), row.get("unless", [])
    if wrong == right:
        raise BadInput("正确写法和错误写法一样，请改正其中一个。", field="right")
    words = unless if isinstance(unless, list) else []
    stray = next((word for word in words if wrong not in word), None)
    if stray:
        raise BadInput(f"「{stray}」里没有「{wrong}」，不用列为除外。", field="unless")
    if wrong in right and right not in words:
        raise BadInput(
            f"正确写法里含有「{wrong}」，写对的地方也会被标出。请把「{right}」填进除外。", field="unless"
        )
