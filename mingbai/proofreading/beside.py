"""A text with its findings marked in it, for a screen that shows both side by side, and the text with suggestions applied."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mingbai.proofreading.checking import PERSONAL
from mingbai.proofreading.mending import replacement
from mingbai.text.model import Finding

# A remark on a whole page underlines its beginning: the eye finds the place, and marks inside of it stay to be seen.
LONGEST = 200
_WEIGHT = {"error": 3, "warning": 2, "info": 1}
# of personal data so many last characters are shown
SHOWN = 4
_HIDDEN = "＊"


@dataclass(frozen=True)
class Piece:
    """Characters of one line under the same mark: `number` counts findings from one, 0 is unmarked text."""

    words: str
    number: int
    severity: str
    # findings that begin here, so that a link to each leads somewhere even where another mark covers it
    begins: tuple[int, ...]


@dataclass(frozen=True)
class Line:
    number: int
    pieces: list[Piece]


def marked(text: str, findings: Sequence[Finding]) -> Iterator[Line]:
    """The lines that are not blank, cut where marks begin and end. Where several findings meet, the gravest and then the shortest
    is seen. Personal data is masked but for its last four characters."""
    owners = _owners(len(text), findings)
    begins: dict[int, list[int]] = {}
    for number, one in enumerate(findings, 1):
        begins.setdefault(_start(one, len(text)), []).append(number)
    shown, at = _masked(text, findings), 0
    for count, line in enumerate(shown.split("\n"), 1):
        end = at + len(line)
        if line.strip() or any(place in begins for place in range(at, end + 1)):
            yield Line(count, list(_pieces(shown, (at, end), owners, begins, findings)))
        at = end + 1


def key_of(finding: Finding) -> str:
    """By which a form names a finding of a text."""
    return f"{finding.start}-{finding.end}-{finding.rule}"


def mended(text: str, findings: Sequence[Finding], chosen: Collection[str]) -> tuple[str, int]:
    """The text with the suggestions of the chosen findings applied, and how many were: of two that meet the first."""
    parts: list[str] = []
    at = done = 0
    for one in findings:
        right = right_words(one)
        if key_of(one) not in chosen or right is None or one.start < at:
            continue
        parts += (text[at : one.start], right)
        at, done = one.end, done + 1
    return "".join((*parts, text[at:])), done


def right_words(finding: Finding) -> str | None:
    """What applying the suggestion would write; None where it is advice."""
    return replacement(finding.rule, finding.quote, finding.suggestion or "")


def _start(one: Finding, length: int) -> int:
    return max(0, min(one.start, length - 1))


def _owners(length: int, findings: Sequence[Finding]) -> list[int]:
    """For each character the number of the finding that is seen there."""
    owners = [0] * length
    weights = [(not one.weak, _WEIGHT[one.severity], one.start - one.end) for one in findings]
    for number in sorted(range(len(findings)), key=weights.__getitem__):
        start = _start(findings[number], length)
        end = min(max(findings[number].end, start + 1), start + LONGEST, length)
        owners[start:end] = [number + 1] * (end - start)
    return owners


def _masked(text: str, findings: Sequence[Finding]) -> str:
    letters = list(text)
    for one in findings:
        if one.category == PERSONAL:
            end = one.end - SHOWN if one.end - one.start > SHOWN else one.end
            letters[one.start : end] = [
                letter if letter == "\n" else _HIDDEN for letter in letters[one.start : end]
            ]
    return "".join(letters)


def _pieces(
    text: str,
    line: tuple[int, int],
    owners: list[int],
    begins: dict[int, list[int]],
    findings: Sequence[Finding],
) -> Iterator[Piece]:
    start, end = line
    cuts = [
        start,
        *(at for at in range(start + 1, end) if owners[at] != owners[at - 1] or at in begins),
        end,
    ]
    for first, after in pairwise(cuts):
        number = owners[first] if first < after else 0
        severity = _shown_severity(findings[number - 1]) if number else ""
        yield Piece(text[first:after], number, severity, tuple(begins.get(first, ())))


def _shown_severity(finding: Finding) -> str:
    return "weak" if finding.weak else finding.severity
