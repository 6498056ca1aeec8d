"""Numbers that tell whether they are what they look like: identity numbers and bank cards, by their check digits."""

from datetime import date
from operator import mul

from mingbai.text import lazy
from mingbai.text.proofreading.glance import Spots, Thing
from mingbai.text.proofreading.model import Passage, Place
from mingbai.text.proofreading.rules._knowledge import listed

# The digit comes before the look-behind, so that the search can leap from digit to digit.
_DIGITS = lazy.pattern(r"[0-9](?<![0-9A-Za-z*＊./][0-9])(?:[0-9]|[ -](?=[0-9])){9,22}[Xx]?(?![0-9A-Za-z*＊])")
_WIDE_DIGITS = "０１２３４５６７８９"
_WIDE = lazy.pattern(f"[{_WIDE_DIGITS}]{{3}}")
_ANY_WIDE = lazy.pattern(f"[{_WIDE_DIGITS}ＸｘＡＢＣＤＥＧＨ－]")
_NARROW = str.maketrans("０１２３４５６７８９ＸｘＡＢＣＤＥＧＨ－", "0123456789XxABCDEGH-")
# Digits and what may stand between them, as one sign each.
_AS_MARKS = bytes(ord("0") if byte in b"0123456789 -" else ord(".") for byte in range(256))
# So many on end are a telephone, so many altogether a number of a person.
_ENOUGH = b"0" * 7
LONG, _LONGEST, _BEFORE, _BEHIND = 10, 23, 2, 2
_MARK, _MARKS = "\n", frozenset("\n，。；：、（）,;:()\t")
# What a stretch of digits may be.
PAPER, MOBILE, ACCOUNT, TELEPHONE, AT_HOME = "paper", "mobile", "account", "telephone", "at home"
# Words of which one stands before a short number that is that of an account or of somebody's home, and how far before it.
# Each begins with a letter of its own, not with one of several: so the search leaps to where one of them stands.
_CALLED = lazy.pattern(
    "卡|账号|账户|帐号|帐户|银行|存折|信用社|农商行"
    "|家[庭里中长电]|住宅|宅电|本人|户主|村民|居民|学生|申请人|监护人|贫困户|低保户|患者|亲属|来[电访]|反映人|投诉人|车主|业主|个人"
)
_CALLED_BEFORE, _LONGEST_TELEPHONE = 24, 12
_HOME_TELEPHONE = lazy.pattern(
    r"(?:家庭电话|住宅电话|宅电|家庭联系电话|家里电话|家中电话)[：:为是]?\s?(?P<mark>[2-8]\d{6,7})(?!\d)"
)
# How far that reaches before its number.
_HOME_LABEL_WITHIN, _A_TELEPHONE = 8, "电话"
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2100, 1, 1)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
# What each digit counts in every second place of a card's number.
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_CHECK = "10X98765432"
_PROVINCES = frozenset(
    listed(
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
    )
)


def is_birthday(digits: str) -> bool:
    """Whether eight digits are a day on which somebody alive may have been born."""
    try:
        return _FIRST_DAY < date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) < _LAST_DAY
    except ValueError:
        return False


def is_id_number(number: str) -> bool:
    """A citizen's identity number of GB 11643-1999: region, birthday and check digit are right."""
    if len(number) != 18 or number[:2] not in _PROVINCES or not number[:17].isdecimal():
        return False
    check = _CHECK[sum(map(mul, _WEIGHTS, map(int, number))) % 11]
    return check == number[17].upper() and is_birthday(number[6:14])


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
    digits = list(map(int, number))
    return (sum(digits[-1::-2]) + sum(map(_DOUBLED.__getitem__, digits[-2::-2]))) % 10 == 0


def masked(number: str) -> str:
    return "*" * (len(number) - 4) + number[-4:]


def _stretches(text: str) -> list[tuple[int, int]]:
    if _has_wide_digits(text):
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


def _has_wide_digits(text: str) -> bool:
    # ten looks at the whole text; a loop over them takes twice as long
    return (
        ("０" in text or "１" in text or "２" in text or "３" in text or "４" in text)
        or ("５" in text or "６" in text or "７" in text or "８" in text or "９" in text)
    )  # fmt: skip


def _is_number(signs: bytes) -> bool:
    """No date and no blanks alone. An X may be the last of ten."""
    digits = len(signs) - signs.count(b" ") - signs.count(b"-")
    if digits >= LONG - 1:
        return True
    return digits >= len(_ENOUGH) and max(map(len, signs.replace(b"-", b" ").split())) >= len(_ENOUGH)


def numbers_at(place: Passage | Place, start: int, end: int) -> list[tuple[str, Thing]]:
    """The numbers in a stretch of digits, without their separators, by what they may be: a number may be several things.

    By length and first digits alone; whether a short one is that of an account its rule sees to.
    """
    found: list[tuple[str, Thing]] = []
    if end - start >= LONG:
        if _is_of_an_office(place, start, end):
            return found
        _add_long_numbers(found, place, start, end)
    low = start - _HOME_LABEL_WITHIN if start > _HOME_LABEL_WITHIN else 0
    if _A_TELEPHONE in place.text[low:start]:
        matches = _HOME_TELEPHONE.finditer(place.text, max(place.start, low), min(place.end, end + _BEHIND))
        found += [(AT_HOME, (*match.span("mark"), match["mark"])) for match in matches]
    return found


def _is_of_an_office(place: Passage | Place, start: int, end: int) -> bool:
    """Whether it is a telephone in a town, and no word before it tells of a person or an account."""
    if place.text[start] != "0" or end - start > _LONGEST_TELEPHONE or not _is_apart(place, start, end):
        return False
    low = start - _CALLED_BEFORE if start > _CALLED_BEFORE else 0
    return _CALLED.search(place.text, low, start) is None


def _add_long_numbers(found: list[tuple[str, Thing]], place: Passage | Place, start: int, end: int) -> None:
    """Every run of ten or more digits in a stretch."""
    text = place.text
    stretch = text[start:end]
    if end - start <= _LONGEST and stretch.isascii() and _is_apart(place, start, end):
        number = stretch if stretch.isdecimal() else _whole(stretch)
        if number is not None:
            if len(number) >= LONG:
                _add_number(found, start, end, number)
            return
    first = max(start - _BEFORE, place.start)
    piece = text[first : min(end + _BEHIND, place.end)]
    if _ANY_WIDE.search(piece) and _WIDE.search(text, place.start, place.end):
        piece = piece.translate(_NARROW)
    for match in _DIGITS.finditer(piece, start - first):
        number = match[0].replace(" ", "").replace("-", "")
        if len(number) >= LONG:
            low, high = match.span()
            _add_number(found, low + first, high + first, number)


def _whole(stretch: str) -> str | None:
    """The digits where one blank or hyphen at most stands between any two of them: so it surely is one number."""
    parts = stretch.replace("-", " ").split(" ")
    return None if "" in parts else "".join(parts)


def _is_apart(place: Passage | Place, start: int, end: int) -> bool:
    """Whether digits surely are a number by themselves: Chinese or a common mark stands on either side."""
    text = place.text
    before = text[start - 1] if start > place.start else _MARK
    behind = text[end] if end < place.end else _MARK
    return (before in _MARKS or "一" <= before <= "鿿") and (behind in _MARKS or "一" <= behind <= "鿿")


def _add_number(found: list[tuple[str, Thing]], start: int, end: int, number: str) -> None:
    length, thing = len(number), (start, end, number)
    if 13 <= length <= 20:
        found.append((PAPER, thing))
    if length <= 22:
        found.append((ACCOUNT, thing))
    if length <= 13:
        own = number[2:] if length == 13 and number.startswith("86") else number
        if own[0] == "1" and own[1] >= "3" and len(own) < 13:
            found.append((MOBILE, (start, end, own)))
        if length <= 12 and number[0] == "0":
            found.append((TELEPHONE, thing))


# Where seven digits stand on end, or nine with blanks and hyphens between, as offsets into the body. Rules about
# numbers read only there: telephones and identity numbers are found with one look at a text.
stretches_of_digits = Spots(_stretches, numbers_at)
