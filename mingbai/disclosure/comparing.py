"""What changed between two texts: paragraph by paragraph, then character by character; tables cell by cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape

from mingbai.core.sanitiser import to_text
from mingbai.disclosure.models import Edition

# beyond this many characters a paragraph is shown as replaced as a whole: the matcher takes quadratic time
LONGEST = 4_000
ALIKE = 0.35


@dataclass(frozen=True)
class Piece:
    """`mark`: same, added or removed."""

    mark: str
    text: str


@dataclass(frozen=True)
class Line:
    """One paragraph or table row; cells are parted, plain paragraphs have one. `mark` also knows changed."""

    mark: str
    cells: tuple[tuple[Piece, ...], ...]


def as_html(edition: Edition) -> str:
    """Title and body as one text; a title may hold what looks like markup."""
    return f"<h2>{escape(edition.title, quote=False)}</h2>{edition.body_html}"


def compare(old_html: str, new_html: str) -> list[Line]:
    """The lines of both texts in order, with what was added, removed and changed."""
    old, new = to_text(old_html).split("\n"), to_text(new_html).split("\n")
    return list(_lines([line for line in old if line], [line for line in new if line]))


def changed_only(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.mark != "same"]


def _lines(old: list[str], new: list[str]) -> Iterator[Line]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind == "equal":
            for text in new[new_from:new_to]:
                yield _whole("same", text)
        else:
            yield from _paired(old[old_from:old_to], new[new_from:new_to])


def _whole(mark: str, text: str) -> Line:
    return Line(mark, tuple((Piece(mark, cell),) for cell in text.split("\t")))


def _paired(old: list[str], new: list[str]) -> Iterator[Line]:
    """Lines that are alike stand against each other in order; the rest was added or removed."""
    left = list(old)
    for text in new:
        twin = next((number for number, other in enumerate(left) if _alike(other, text)), None)
        if twin is None:
            yield _whole("added", text)
            continue
        for gone in left[:twin]:
            yield _whole("removed", gone)
        yield _changed(left[twin], text)
        left = left[twin + 1 :]
    for gone in left:
        yield _whole("removed", gone)


def _alike(one: str, other: str) -> bool:
    if max(len(one), len(other)) > LONGEST:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() > ALIKE and matcher.quick_ratio() > ALIKE and matcher.ratio() > ALIKE


def _changed(old: str, new: str) -> Line:
    before, after = old.split("\t"), new.split("\t")
    if len(before) != len(after):
        return Line("changed", (tuple(_pieces(old.replace("\t", " "), new.replace("\t", " "))),))
    return Line("changed", tuple(tuple(_pieces(*pair)) for pair in zip(before, after, strict=True)))


def _pieces(old: str, new: str) -> Iterator[Piece]:
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind == "equal":
            yield Piece("same", new[new_from:new_to])
            continue
        if old_to > old_from:
            yield Piece("removed", old[old_from:old_to])
        if new_to > new_from:
            yield Piece("added", new[new_from:new_to])
