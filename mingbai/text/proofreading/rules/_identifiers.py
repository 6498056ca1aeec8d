"""Numbers that tell whether they are what they look like: identity numbers and bank cards, by their check digits."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.proofreading.glance import Spots, resting_on
from mingbai.text.proofreading.model import Passage, Place
from mingbai.text.proofreading.rules._knowledge import listed

# The digit comes before the look-behind, so that the search can leap from digit to digit.
_DIGITS = lazy.pattern(r"[0-9](?<![0-9A-Za-z*＊./][0-9])(?:[0-9]|[ -](?=[0-9])){9,22}[Xx]?(?![0-9A-Za-z*＊])")
_WIDE_DIGITS = "０１２３４５６７８９"
_WIDE = lazy.pattern(f"[{_WIDE_DIGITS}]{{3}}")
_ANY_WIDE = lazy.pattern(f"[{_WIDE_DIGITS}ＸｘＡＢＣＤＥＧＨ－]")
_NARROW = str.maketrans("０１２３４５６７８９ＸｘＡＢＣＤＥＧＨ－", "0123456789XxABCDEGH-")
# Digits and what may stand between them, as one sign each.
_BETWEEN = b" -"
_AS_MARKS = bytes(ord("0") if byte in b"0123456789 -" else ord(".") for byte in range(256))
# So many on end are a telephone, so many altogether a number of a person.
_ENOUGH = b"0" * 7
LONG, _BEFORE, _BEHIND = 10, 2, 2
# What a stretch of digits may be.
PAPER, MOBILE, ACCOUNT, AT_HOME = "paper", "mobile", "account", "at home"
_AT_HOME = (AT_HOME,)
_SHORTEST_PAPER, _SHORTEST_ACCOUNT = 13, 16
_TENS = ("X", "x", "Ｘ", "ｘ")
_MOBILE = lazy.pattern("(?:^|[ -])(?:1[ -]?[3-9]|8[ -]?6[ -]?1)")
# Words by which a short number is that of an account or of somebody's home, and how far before it they are looked for.
_ACCOUNT = lazy.pattern("卡|[账帐][号户]|银行|存折|信用社|农商行")
_SOMEBODY = lazy.pattern(
    "家[庭里中长电]|住宅|宅电|本人|户主|[村居]民|学生|申请人|监护人|贫困户|低保户|患者|亲属|来[电访]|反映人|投诉人|[车业]主|个人"
)
_OF_A_BANK = "62"
_CALLED_BEFORE, _CALLED_WITHIN = 24, 8
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_PROVINCES = frozenset(
    listed(
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
    )
)


def is_birthday(digits: str) -> bool:
    """Whether eight digits are a day on which somebody alive may have been born."""
    try:
        return date(1900, 1, 1) < date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) < date(2100, 1, 1)
    except ValueError:
        return False


def is_id_number(number: str) -> bool:
    """A citizen's identity number of GB 11643-1999: region, birthday and check digit are right."""
    if len(number) != 18 or number[:2] not in _PROVINCES or not is_birthday(number[6:14]):
        return False
    return _CHECK[sum(int(d) * w for d, w in zip(number, _WEIGHTS, strict=False)) % 11] == number[17].upper()


def looks_like_id(number: str) -> bool:
    """Eighteen characters with a region and a birthday of somebody who may live, whatever their check digit."""
    return (
        len(number) == 18
        and number[:2] in _PROVINCES
        and number[6:8] in {"19", "20"}
        and number[6:10] < "2036"
        and is_birthday(number[6:14])
    )


def is_old_id_number(number: str) -> bool:
    return len(number) == 15 and number[:2] in _PROVINCES and is_birthday("19" + number[6:12])


def passes_luhn(number: str) -> bool:
    digits = [int(digit) for digit in reversed(number)]
    doubled = (digit * 2 - 9 * (digit > 4) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def masked(number: str) -> str:
    return "*" * (len(number) - 4) + number[-4:]


def _stretches(text: str) -> list[tuple[int, int]]:
    if any(map(text.__contains__, _WIDE_DIGITS)):
        text = text.translate(_NARROW)
    signs = text.encode("ascii", "replace")
    marks = signs.translate(_AS_MARKS)
    found, start = [], marks.find(_ENOUGH)
    while start >= 0:
        end = marks.find(b".", start)
        end = end if end >= 0 else len(marks)
        if _is_number(signs[start:end]):
            found.append((start, end))
        start = marks.find(_ENOUGH, end)
    return found


def _is_number(signs: bytes) -> bool:
    """No date and no blanks alone. An X may be the last of ten."""
    digits = len(signs.translate(None, _BETWEEN))
    if digits >= LONG - 1:
        return True
    return digits >= len(_ENOUGH) and max(map(len, signs.replace(b"-", b" ").split())) >= len(_ENOUGH)


def kinds_of_digits(place: Place, start: int, end: int) -> Sequence[str]:
    """What the numbers in a stretch may be by their length, first digits and the words before; a little too much rather
    than too little."""
    text = place.text
    if end - start < LONG:
        near = text[max(start - _CALLED_WITHIN, 0) : start]
        return _AT_HOME if "电" in near and ("家" in near or "宅" in near) else ()
    ten = text[end : end + 1] in _TENS
    kinds, signs = [], text[start : end + ten]
    number = signs.replace("-", "").replace(" ", "")
    digits = len(number)
    if digits >= _SHORTEST_PAPER:
        kinds.append(PAPER)
    begin = _MOBILE.search(signs)
    is_wide = not signs.isascii()
    if is_wide or (begin and len(signs) - begin.start() >= LONG):
        kinds.append(MOBILE)
    near = text[max(start - _CALLED_BEFORE, 0) : start]
    may_be_at_home = is_wide or digits <= _SHORTEST_PAPER or len(signs) > digits
    if may_be_at_home and _SOMEBODY.search(near):
        kinds.append(AT_HOME)
    if (digits >= _SHORTEST_ACCOUNT and (is_wide or _OF_A_BANK in number)) or _ACCOUNT.search(near):
        kinds.append(ACCOUNT)
    return kinds


# Where seven digits stand on end, or nine with blanks and hyphens between, as offsets into the body. Rules about
# numbers read only there: telephones and identity numbers are found with one look at a text.
stretches_of_digits = Spots(_stretches, kinds_of_digits)


# Where a number begins and ends, and its digits.
Number = tuple[int, int, str]


@resting_on(stretches_of_digits)
def long_numbers(passage: Passage) -> list[Number]:
    """Every run of ten or more digits, with its separators taken out."""
    found = []
    text, start, end = passage.text, passage.start, passage.end
    for low, high in passage.once(stretches_of_digits):
        if high - low >= LONG:
            first = max(low - _BEFORE, 0) + start
            piece = _narrow(passage, text[first : min(start + high + _BEHIND, end)])
            for match in _DIGITS.finditer(piece, low + start - first):
                number = match[0].replace(" ", "").replace("-", "")
                if len(number) >= LONG:
                    begin, behind = match.span()
                    found.append((begin + first, behind + first, number))
    return found


def _narrow(passage: Passage, piece: str) -> str:
    """A piece of the passage with half-width digits, character for character."""
    return piece.translate(_NARROW) if _ANY_WIDE.search(piece) and passage.once(_is_wide) else piece


def _is_wide(passage: Passage) -> bool:
    """Whether numbers are written with wide digits."""
    return _WIDE.search(passage.body) is not None


def narrow_digits(passage: Passage) -> str:
    """The body with half-width digits, character for character."""
    return _narrow(passage, passage.body)


class Numbers(NamedTuple):
    """Long numbers by what they may be; a number may be several things."""

    papers: list[Number]
    mobiles: list[Number]
    accounts: list[Number]
    telephones: list[Number]


@resting_on(stretches_of_digits)
def sorted_numbers(passage: Passage) -> Numbers:
    """By length and first digits alone; a short account must be called one, which its rule sees to."""
    found = Numbers([], [], [], [])
    for one in passage.once(long_numbers):
        start, end, number = one
        length = len(number)
        if 13 <= length <= 20:
            found.papers.append(one)
        if length <= 22:
            found.accounts.append(one)
        if length <= 13:
            own = number[2:] if length == 13 and number.startswith("86") else number
            if own[0] == "1" and own[1] >= "3" and len(own) < 13:
                found.mobiles.append((start, end, own))
        if length <= 12 and number[0] == "0":
            found.telephones.append(one)
    return found
