"""What of a person's data may be published, and how it is masked (政府信息公开条例第十五条, 个人信息保护法第二十八条).

Identity numbers and cards in running text are recognised by their check digits; under a heading that says what they
are, every entry is masked. Unified credit codes and index numbers name bodies and stay. Lists that must not be
published at all are refused. Offsets are Python `str` offsets into the text given.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from mingbai.law.data_files import content, rows
from mingbai.law.errors import LawError
from mingbai.law.identifiers import birth_of, is_bank_card, is_credit_code, is_id_number

Audience = Literal["public", "board", "internal"]
AUDIENCES = ("public", "board", "internal")
REMOVED = "〔已隐去〕"
ADULT_AGE = 18

PERSON = re.compile(r"(?<![0-9A-Za-z])(?:[1-9]\d{5}[ -]?\d{8}[ -]?\d{3}[\dXx]|[1-9]\d{14})(?![0-9A-Za-z])")
CARD = re.compile(r"(?<![0-9A-Za-z/-])\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![0-9A-Za-z/]|-\d)")
ACCOUNT = re.compile(r"(?:账号|帐号|卡号|账户|帐户|一卡通)[^\d\n]{0,6}(\d[\d ]{8,22}\d)(?!\d)")
MOBILE = re.compile(r"(?<![0-9A-Za-z])1[3-9]\d(?:[ -]?\d{4}){2}(?![0-9A-Za-z])")
OFFICE_PHONE = re.compile(r"(?:咨询|监督|举报|服务|值班|投诉)(?:电话|热线)[：:\s]*$")
PASSPORT = re.compile(r"(?<![0-9A-Za-z])(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7})(?![0-9A-Za-z])")
OF_A_BODY = re.compile("办公|单位|企业|机构|公司|部门")
PERSONAL_KINDS = frozenset(("name", "minor_name", "id_number"))
FULL_WIDTH = {ord("０") + place: ord("0") + place for place in range(10)} | {ord("Ｘ"): ord("X")}
TOWN = re.compile(r"^.*?(?:镇|乡|街道|苏木)(?!政府)")
HOUSE = re.compile(r"\d+\s*(?:号|栋|幢|单元|室|户|楼).*$")


@dataclass(frozen=True, slots=True)
class Policy:
    """One kind of data: how each audience may see it."""

    kind: str
    label: str
    headers: tuple[str, ...]
    public: str
    board: str
    internal: str
    how: str
    article: str
    verified: str

    def treatment(self, audience: Audience) -> str:
        treatments = {"public": self.public, "board": self.board, "internal": self.internal}
        if audience not in treatments:
            raise LawError(f"没有「{audience}」这一公开对象，可用：{'、'.join(AUDIENCES)}。")
        return treatments[audience]


@dataclass(frozen=True, slots=True)
class CellMask:
    """One masked cell by row and column of the table (both from 0, the header not counted)."""

    row: int
    column: int
    kind: str
    masked: str
    article: str


@dataclass(frozen=True, slots=True)
class TextMask:
    """One masked stretch of a text."""

    start: int
    end: int
    kind: str
    masked: str
    article: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a whole list must not be published."""

    id: str
    explanation: str
    article: str


@dataclass(frozen=True, slots=True)
class Masked:
    """The table as the audience may see it. With refusals there are no rows."""

    rows: tuple[tuple[str, ...], ...]
    actions: tuple[CellMask, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class MaskedText:
    text: str
    actions: tuple[TextMask, ...]


@cache
def policies() -> dict[str, Policy]:
    """All kinds of data in the order in which headings are tried."""
    ours = Policy.__dataclass_fields__
    return {
        row["kind"]: Policy(
            **{key: row[key] for key in row if key in ours} | {"headers": tuple(row["headers"])}
        )
        for row in rows("masking")
    }


def kind_of_heading(heading: str) -> str | None:
    """The kind of data that a column heading announces; the longest matching word decides. Bodies have no privacy."""
    flat = "".join(heading.split())
    found = [
        (len(word), policy.kind)
        for policy in policies().values()
        for word in policy.headers
        if word.lower() in flat.lower()
    ]
    kind = max(found, key=lambda one: one[0])[1] if found else None
    return None if kind in ("address", "phone") and OF_A_BODY.search(flat) else kind


# law: mask.id_number, mask.passport, mask.bank_card, mask.phone, mask.email, mask.address, mask.village, mask.name
# law: mask.minor_name, mask.health, mask.disability, mask.disability_level, mask.family, mask.school, mask.birth
# law: mask.signature
def mask_value(kind: str, value: str, audience: Audience) -> str:
    """One value of a known kind as the audience may see it; what is blank stays, what is masked stays so."""
    treatment = policies()[kind].treatment(audience)
    written = value.strip()
    if not written or treatment == "keep":
        return value
    if treatment == "remove":
        return REMOVED
    if treatment == "last4":
        flat = _joined(written)
        return "*" * (len(flat) - 4) + flat[-4:] if len(flat) > 4 else REMOVED
    if treatment == "mask":
        return _starred(kind, written)
    return {"town": _town, "group": _group, "surname": _surname}[treatment](written)


def _starred(kind: str, written: str) -> str:
    if kind == "email":
        name, _, domain = written.partition("@")
        return f"{name[0]}***@{domain}" if domain else REMOVED
    flat = _joined(written)
    if kind == "phone" and not MOBILE.fullmatch(flat.translate(FULL_WIDTH)):
        return written
    first, last = {"id_number": (2, 3), "passport": (1, 2), "phone": (3, 4)}[kind]
    if len(flat) <= first + last:
        return REMOVED
    return flat[:first] + "*" * (len(flat) - first - last) + flat[-last:]


def _town(address: str) -> str:
    """The address down to town or sub-district; without either nothing of it is shown."""
    found = TOWN.match(address)
    return found[0] if found else REMOVED


def _group(place: str) -> str:
    return HOUSE.sub("", place).rstrip() or REMOVED


def _surname(name: str) -> str:
    """The surname, with a star for each further character."""
    compound = name[:2] in content("masking")["compound_surnames"] and len(name) > 2
    kept = 2 if compound else 1
    return name[:kept] + "*" * max(1, len(name) - kept)


# law: mask.credit_code, mask.index_number
def _found_in(text: str) -> Iterable[tuple[int, int, str]]:
    """(start, end, kind) of everything in running text that names a person or an account."""
    for match in PERSON.finditer(text):
        number = _joined(match[0])
        if is_id_number(number) and not is_credit_code(number):
            yield match.start(), match.end(), "id_number"
    for match in ACCOUNT.finditer(text):
        yield match.start(1), match.end(1), "bank_card"
    for match in CARD.finditer(text):
        number = _joined(match[0])
        if is_bank_card(number) and not is_credit_code(number):
            yield match.start(), match.end(), "bank_card"
    for match in MOBILE.finditer(text):
        if not OFFICE_PHONE.search(text[max(0, match.start() - 12) : match.start()]):
            yield match.start(), match.end(), "phone"
    for match in PASSPORT.finditer(text):
        yield match.start(), match.end(), "passport"


def _joined(written: str) -> str:
    return re.sub("[ -]", "", written)


def mask_text(text: str, audience: Audience = "public") -> MaskedText:
    """Running text with what it must not show masked; telephone numbers of offices stay."""
    pieces, actions, done = [], [], 0
    for start, end, kind in sorted(_found_in(text.translate(FULL_WIDTH)), key=lambda one: (one[0], -one[1])):
        if start < done:
            continue
        masked = mask_value(kind, text[start:end], audience)
        if masked == text[start:end]:
            continue
        pieces += [text[done:start], masked]
        actions.append(TextMask(start, end, kind, masked, policies()[kind].article))
        done = end
    return MaskedText("".join([*pieces, text[done:]]), tuple(actions))


# law: refuse.*
def refusals_for(title: str, header: Sequence[str], audience: Audience) -> tuple[Refusal, ...]:
    """Why a list of persons with this title and these headings must not be published; nothing is refused inside the agency."""
    if audience == "internal" or not PERSONAL_KINDS & {kind_of_heading(heading) for heading in header}:
        return ()
    said = f"{title} {' '.join(header)}".upper()
    return tuple(
        Refusal(
            row["id"], f"含有「{word}」，属于{row['label']}，不得公开。可以改为公布统计数字。", row["article"]
        )
        for row in content("masking")["refusals"]
        if (word := next((one for one in row["words"] if one.upper() in said), None))
    )


def mask_table(
    header: Sequence[str],
    rows_: Sequence[Sequence[str]],
    audience: Audience = "public",
    *,
    title: str = "",
    on: date | None = None,
) -> Masked:
    """A list as the audience may see it. `on` is the day of publication, from which minors are told by their birth.

    Every cell is treated by its heading; cells under other headings are read as running text.
    """
    policies()["name"].treatment(audience)
    refused = refusals_for(title, header, audience)
    if refused:
        return Masked((), (), refused)
    kinds = [kind_of_heading(heading) for heading in header]
    masked_rows, actions = [], []
    for place, row in enumerate(rows_):
        minor = on is not None and _is_minor(row, kinds, header, on)
        cells = []
        for column, cell in enumerate(row):
            kind = kinds[column] if column < len(kinds) else None
            masked, kind = _mask_cell(cell, "minor_name" if minor and kind == "name" else kind, audience)
            cells.append(masked)
            if masked != cell and kind:
                actions.append(CellMask(place, column, kind, masked, policies()[kind].article))
        masked_rows.append(tuple(cells))
    return Masked(tuple(masked_rows), tuple(actions), ())


def _mask_cell(cell: str, kind: str | None, audience: Audience) -> tuple[str, str | None]:
    """The masked cell and the kind it was masked as; running text inside a known kind is looked through as well."""
    by_heading = mask_value(kind, cell, audience) if kind else cell
    found = mask_text(by_heading, audience)
    if by_heading != cell or not found.actions:
        return found.text, kind
    return found.text, found.actions[0].kind


# law: mask.minor_name
def _is_minor(row: Sequence[str], kinds: Sequence[str | None], header: Sequence[str], on: date) -> bool:
    """Whether the row's identity number or age says that the person is under eighteen on that day."""
    for kind, heading, cell in zip(kinds, header, row, strict=False):
        written = cell.strip()
        if kind == "id_number" and is_id_number(written):
            birth = birth_of(written)
            assert birth is not None
            return (on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))) < ADULT_AGE
        if "年龄" in heading and written.isdecimal():
            return int(written) < ADULT_AGE
    return False
