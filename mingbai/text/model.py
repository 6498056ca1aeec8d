"""The values that reading, recognising and proofreading hand to each other.

All offsets are Python `str` offsets into `SourceDocument.text`, `end` exclusive. Nothing here is mutable,
so a finding can be kept beside the text it was made from.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

UnitKind = Literal[
    "province",
    "city",
    "county",
    "town",
    "subdistrict",
    "village",
    "community",
    "bureau",
    "office",
    "school",
    "public_institution",
]
DocumentKind = Literal[
    "work_summary",
    "annual_report",
    "work_plan",
    "self_check",
    "normative_document",
    "interpretation",
    "notice",
    "announcement",
    "bulletin",
    "list",
    "minutes",
    "other",
]
BlockKind = Literal["heading", "paragraph", "table_row", "blank"]
Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block(Span):
    """One line of the text with what the file said about it; `level` counts from 1 for headings, else 0."""

    kind: BlockKind
    level: int = 0


def whole_characters(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which no file can hold and no index takes: nothing moves."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text


@dataclass(frozen=True, slots=True)
class HiddenText:
    """What a reader of the file would not see: a hidden sheet or column, a comment, a document property."""

    place: str
    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", whole_characters(self.text))


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One file as text. `encoding` is null for formats that are not plain text."""

    file: str
    text: str
    media_type: str
    encoding: str | None = None
    blocks: tuple[Block, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", whole_characters(self.text))


@dataclass(frozen=True, slots=True)
class Residue(Span):
    """A stretch of web page around the document: `kind` is site_header, publish_line, page_tools, share, advert,
    recommended_links, compilation_contents, compilation_heading, page_counter, page_mark, licence or footer."""

    kind: str


@dataclass(frozen=True, slots=True)
class Recognised(Span):
    """One document inside a source, with what the text itself says about it; unknown is None, never a guess."""

    title: str | None = None
    title_in_text: bool = False
    unit: str | None = None
    unit_kind: UnitKind | None = None
    parent_unit: str | None = None
    year: int | None = None
    kind: DocumentKind = "other"
    written_on: date | None = None
    document_number: str | None = None
    signatory: str | None = None
    attachments: tuple[str, ...] = ()
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A quantity in the text: `value` in `unit` of whatever `metric` counts; `document` indexes the documents."""

    document: int
    quote: str
    metric: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Ingested:
    """What `mingbai ingest` knows of one file."""

    source: SourceDocument
    documents: tuple[Recognised, ...]
    stripped: tuple[Residue, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Related(Span):
    """Another place that a finding rests on: the twin of a near-copy, the figures of a sum."""

    file: str


@dataclass(frozen=True, slots=True)
class Finding(Span):
    """One doubt of the machine. `rule` is `<group>.<name>`; the message is a Chinese sentence for the clerk. `weak`: told only
    because the text has shown many faults."""

    rule: str
    category: str
    severity: Severity
    quote: str
    message: str
    suggestion: str | None = None
    related: tuple[Related, ...] = field(default=())
    weak: bool = False
