"""Numbers that tell whether they are what they look like: identity numbers and bank cards, by their check digits."""

from datetime import date

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import listed

# The digit comes before the look-behind, so that the search can leap from digit to digit.
_DIGITS = lazy.pattern(r"[0-9](?<![0-9A-Za-z*＊./][0-9])(?:[0-9]|[ -](?=[0-9])){9,22}[Xx]?(?![0-9A-Za-z*＊])")
_WIDE = lazy.pattern("[０-９]{3}")
_NARROW = str.maketrans("０１２３４５６７８９ＸｘＡＢＣＤＥＧＨ－", "0123456789XxABCDEGH-")
_STEP, _LONGEST = 5, 30
_OF_NUMBERS = lazy.pattern("[0-9 -]{2,}")
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


def long_numbers(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    """Every run of ten or more digits, with its separators taken out.

    Ten characters on end hold two of every fifth: only where two such neighbours can be of a number is it looked for.
    """
    found = []
    body = passage.once(narrow_digits)
    for likely in _OF_NUMBERS.finditer(body[::_STEP]):
        low, high = _STEP * likely.start() - _STEP + 1, _STEP * likely.end()
        for match in _DIGITS.finditer(body, max(low, 0), min(high + _LONGEST, len(body))):
            if match.start() < high:
                start, end = match.start() + passage.start, match.end() + passage.start
                found.append((start, end, match[0].replace(" ", "").replace("-", "")))
    return tuple(found)


def narrow_digits(passage: Passage) -> str:
    """The body with half-width digits, character for character."""
    return passage.body.translate(_NARROW) if _WIDE.search(passage.body) else passage.body
