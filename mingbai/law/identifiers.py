"""Numbers that name a person or a body, told apart by their check digits."""

from datetime import date

ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ID_CHECKS = "10X98765432"
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
PROVINCES = frozenset(
    map(
        str,
        (
            *range(11, 16),
            *range(21, 24),
            *range(31, 38),
            *range(41, 47),
            *range(50, 55),
            *range(61, 66),
            71,
            81,
            82,
            83,
        ),
    )
)
EARLIEST_BIRTH = 1880


# law: mask.id_checksum
def birth_of(id_number: str) -> date | None:
    """The day of birth in an 18- or 15-character identity number; None when it holds no possible day."""
    if len(id_number) == 15:
        id_number = f"{id_number[:6]}19{id_number[6:]}"
    try:
        return date(int(id_number[6:10]), int(id_number[10:12]), int(id_number[12:14]))
    except ValueError:
        return None


def is_id_number(text: str) -> bool:
    """A resident identity number: 18 characters with a right check character, or 15 digits of the old kind."""
    written = text.upper()
    body = written[:-1] if len(written) == 18 else written
    if (
        len(written) not in (15, 18)
        or not (body.isascii() and body.isdigit())
        or written[:2] not in PROVINCES
    ):
        return False
    birth = birth_of(written)
    if birth is None or birth.year < EARLIEST_BIRTH:
        return False
    if len(written) == 15:
        return True
    return (
        ID_CHECKS[sum(int(digit) * weight for digit, weight in zip(body, ID_WEIGHTS, strict=True)) % 11]
        == written[-1]
    )


# law: mask.credit_code
def is_credit_code(text: str) -> bool:
    """A unified social credit code (GB 32100): 18 characters, base 31, weights 3 to the power of the place."""
    if len(text) != 18 or any(letter not in CREDIT_ALPHABET for letter in text):
        return False
    total = sum(CREDIT_ALPHABET.index(letter) * pow(3, place, 31) for place, letter in enumerate(text[:17]))
    return CREDIT_ALPHABET[-total % 31] == text[-1]


# law: mask.luhn
def is_bank_card(text: str) -> bool:
    """A card number of 16 to 19 digits that passes the Luhn check."""
    if not 16 <= len(text) <= 19 or not (text.isascii() and text.isdigit()) or len(set(text)) == 1:
        return False
    total = 0
    for place, digit in enumerate(reversed(text)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
