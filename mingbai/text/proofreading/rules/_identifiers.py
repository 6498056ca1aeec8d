"""Numbers that tell whether they are what they look like: identity numbers and bank cards, by their check digits."""

from datetime import date

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import listed

# The digit comes before the look-behind, so that the search can leap from digit to digit.
_DIGITS = lazy.pattern(r"[0-9](?<![0-9A-Za-z*＊./][0-9])(?:[0-9]|[ -](?=[0-9])){9,22}[Xx]?(?![0-9A-Za-z*＊])")
_WIDE_DIGITS = "０１２３４５６７８９"
_WIDE = lazy.pattern(f"[{_WIDE_DIGITS}]{{3}}")
_NARROW = str.maketrans("０１２３４５６７８９ＸｘＡＢＣＤＥＧＨ－", "0123456789XxABCDEGH-")
# Digits and what may stand between them, as one sign each.
_AS_MARKS = bytes(ord("0") if chr(byte) in "0123456789 -" else ord(".") for byte in range(256))
_ENOUGH = b"0" * 7
_LONG, _BEHIND = 10, 2
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


def stretches_of_digits(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Where seven or more digits stand on end, perhaps with blanks and hyphens between, as offsets into the body.

    Rules about numbers read only there: telephones and identity numbers are found with one look at a text.
    """
    body = passage.body
    if any(map(body.__contains__, _WIDE_DIGITS)):
        body = body.translate(_NARROW)
    marks = body.encode("ascii", "replace").translate(_AS_MARKS)
    found, start = [], marks.find(_ENOUGH)
    while start >= 0:
        end = marks.find(b".", start)
        end = end if end >= 0 else len(marks)
        found.append((start, end))
        start = marks.find(_ENOUGH, end)
    return tuple(found)


def long_numbers(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    """Every run of ten or more digits, with its separators taken out."""
    found = []
    for low, high in passage.once(stretches_of_digits):
        if high - low >= _LONG:
            body = passage.once(narrow_digits)
            for match in _DIGITS.finditer(body, low, min(high + _BEHIND, len(body))):
                start, end = match.start() + passage.start, match.end() + passage.start
                found.append((start, end, match[0].replace(" ", "").replace("-", "")))
    return tuple(found)


def narrow_digits(passage: Passage) -> str:
    """The body with half-width digits, character for character."""
    body = passage.body
    wide = any(map(body.__contains__, _WIDE_DIGITS)) and _WIDE.search(body)
    return body.translate(_NARROW) if wide else body
