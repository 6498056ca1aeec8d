"""One file's documents as drafts. Each document is its own transaction, so that a kill in the middle loses nothing and
the next run goes on where this one stopped."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import PurePosixPath

from django.db import IntegrityError, transaction

from mingbai.accounts.actors import SYSTEM, Actor
from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Column
from mingbai.core import clock, quarantine
from mingbai.core.errors import BadInput, DomainError
from mingbai.core.models import Quarantined
from mingbai.core.sanitiser import storable
from mingbai.disclosure.chains import county_office
from mingbai.disclosure.importing.bodies import document_html, document_text
from mingbai.disclosure.importing.matching import UnitFinder, full_name
from mingbai.disclosure.long_tables import SHOWN_ROWS, shortened
from mingbai.disclosure.metadata import LABELS, TITLE_LIMIT, Metadata, incomplete, normalised
from mingbai.disclosure.models import Disclosure, Draft, Kind
from mingbai.disclosure.proofing import check_draft
from mingbai.disclosure.proposing import propose_column
from mingbai.disclosure.services.attachments import add_attachment
from mingbai.disclosure.services.drafts import Content, Source, create_draft
from mingbai.disclosure.word import Filled, fill_from_word
from mingbai.disclosure.word.heads import title_line
from mingbai.text.ingest import ingest
from mingbai.text.model import Ingested, Recognised
from mingbai.text.reading import UnreadableFile, read_bytes
from mingbai.text.reading.word import MEDIA_TYPE as WORD_TYPE

_BLANKS = re.compile(r"\s+")
_PUBLISHED = re.compile(r"发布(?:时间|日期)[：:\s]*(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})")
_SUBJECT = re.compile(r"政府信息公开|政务公开|村务公开|居务公开|校务公开|院务公开|党务公开|办事公开")
TOO_LONG = "有一张表格"
_SHORT_TITLE = 40
_HEAD = 400


@dataclass(frozen=True)
class Choices:
    """What was chosen for the whole import; None leaves it to recognition."""

    unit: Unit | None = None
    column: Column | None = None


@dataclass(frozen=True)
class Row:
    """What became of one document. `start` and `end` are None for a file that could not be read."""

    file: str
    start: int | None = None
    end: int | None = None
    title: str | None = None
    unit: str | None = None
    id: int | None = None
    state: str = "refused"
    reason: str | None = None


Newcomers = Callable[[Recognised], Unit]


@dataclass
class Run:
    """One import run: who, with which choices, into which tree."""

    actor: Actor
    choices: Choices
    # finds or makes a home for a document of no unit in the tree; None sends it to the tray
    newcomers: Newcomers | None = None
    finder: UnitFinder = field(default_factory=UnitFinder)


def import_bytes(
    actor: Actor,
    *,
    name: str,
    content: bytes,
    choices: Choices,
    newcomers: Newcomers | None = None,
    original: Quarantined | None = None,
) -> Iterator[Row]:
    """The documents of one file, one row each, in the order of the text; never raises on odd input. `original` is the
    file in quarantine when it lies there already."""
    try:
        sources = read_bytes(name, content)
    except UnreadableFile as problem:
        yield Row(name, reason=problem.message)
        return
    run = Run(actor, choices, newcomers)
    for source in sources:
        ingested = ingest(source)
        if not ingested.documents:
            yield Row(source.file, reason="文件里没有找到文档。请检查是不是空白页或扫描件。")
        for document in ingested.documents:
            known = _already(digest_of(ingested, document))
            if known is not None:
                yield _row(source.file, document, known, "already_there")
                continue
            original = original or quarantine.put(name, content, purpose="import", person_id=actor.person_id)
            yield _import(run, ingested, document, original, _pages_of(name, content, ingested))


def _pages_of(name: str, content: bytes, ingested: Ingested) -> Filled | None:
    """The .docx itself where it is one document with a title of its own; collections are taken by their words."""
    alone = ingested.source.file == name and len(ingested.documents) == 1
    if not alone or ingested.source.media_type != WORD_TYPE:
        return None
    try:
        read = fill_from_word(name, content).without_pictures()
    except BadInput:
        return None
    return read if read.title else None


def digest_of(ingested: Ingested, document: Recognised) -> str:
    """Of the words alone: the same text from another file or with other line ends is the same document."""
    words = _BLANKS.sub("", document_text(ingested, document))
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _already(digest: str) -> Disclosure | None:
    found: Disclosure | None = Disclosure.objects.of(source_digest=digest).select_related("unit").first()
    return found


def _row(
    file: str, document: Recognised, disclosure: Disclosure, state: str, reason: str | None = None
) -> Row:
    unclaimed = disclosure.stage == Disclosure.Stage.UNCLAIMED
    return Row(
        file=file,
        start=document.start,
        end=document.end,
        title=disclosure.title,
        unit=(disclosure.source_unit_name or None) if unclaimed else disclosure.unit.name,
        id=disclosure.pk,
        state=state,
        reason=reason,
    )


def _import(
    run: Run, ingested: Ingested, document: Recognised, kept: Quarantined, pages: Filled | None
) -> Row:
    file, digest = ingested.source.file, digest_of(ingested, document)
    try:
        unit, unclaimed = _unit_for(run, document)
        column = run.choices.column
        content, notes = content_of(ingested, document, None if unclaimed else unit, column, pages)
        published = _published_at(ingested)
        source = Source(
            file=file,
            start=document.start,
            end=document.end,
            digest=digest,
            unit_name=_read_name(document),
            original=kept,
            first_published_at=published,
            first_published_source="原网页标注的发布时间" if published else "",
        )
        shortened_here = any(note.startswith(TOO_LONG) for note in notes) and file == kept.name
        # a draft cut short and the whole file beside it come together: the next run passes over what is there
        with transaction.atomic() if shortened_here else nullcontext():
            disclosure = create_draft(
                run.actor, unit=unit, content=content, source=source, unclaimed=unclaimed
            )
            notes += [_attached(run.actor, disclosure, kept)] if shortened_here else []
    except DomainError as error:
        return Row(file, document.start, document.end, document.title, document.unit, reason=error.message)
    except IntegrityError:  # another import wrote the same document meanwhile
        known = _already(digest)
        if known is None:
            raise
        return _row(file, document, known, "already_there")
    check_draft(Draft.objects.of(disclosure=disclosure).get())
    if unclaimed:
        notes.append("没有认出所属单位，已放入县政务公开办的待认领。")
    return _row(file, document, disclosure, "created", "".join(notes) or None)


def _attached(actor: Actor, disclosure: Disclosure, kept: Quarantined) -> str:
    """The whole file beside a body that shows only its beginning, so that nothing is lost."""
    try:
        add_attachment(actor, disclosure=disclosure, name=kept.name, content=quarantine.read(kept))
    except DomainError as error:
        return f"原文件没有自动挂上：{error.message}"
    return "原文件已作为附件挂上。"


def _writes_for(actor: Actor, unit: Unit) -> bool:
    return actor is SYSTEM or actor.may("write_draft", unit)


def _unit_for(run: Run, document: Recognised) -> tuple[Unit, bool]:
    """The unit, and whether it is only the tray's."""
    unit = run.choices.unit or run.finder.find(document.unit, document.parent_unit)
    if unit is not None and (run.choices.unit or run.newcomers is not None or _writes_for(run.actor, unit)):
        return unit, False
    if run.newcomers is not None:
        made = run.newcomers(document)
        run.finder = UnitFinder()
        return made, False
    office = county_office()
    if office is None:
        raise BadInput("还没有县政务公开办，待认领的文档没有地方放。请先建立单位和人员。")
    return office, True


def content_of(
    ingested: Ingested,
    document: Recognised,
    unit: Unit | None,
    column: Column | None,
    pages: Filled | None = None,
) -> tuple[Content, list[str]]:
    """What the draft will hold, and sentences about what had to be left out; `pages` win where the file is a .docx."""
    document = document if document.title else replace(document, title=_title_of_sheet(ingested))
    html, rows = shortened(pages.body_html if pages else document_html(ingested, document))
    if pages:
        document = replace(
            document, title=pages.title, document_number=pages.number, written_on=pages.written_on
        )
    title = (document.title or _name_of_sheet(ingested) or invented_title(document, html))[:TITLE_LIMIT]
    chosen = column or (propose_column(unit, document.kind, title) if unit else None)
    metadata = normalised(
        Metadata(
            kind=document.kind if document.kind in Kind.values else Kind.OTHER.value,
            document_number=storable(document.document_number or "")[:60],
            issuer=_read_name(document)[:160],
            written_on=document.written_on,
            columns=(chosen.pk,) if chosen else (),
        )
    )
    content, notes = without_contradictions(Content(title, html, metadata), clock.today())
    if rows:
        notes.append(
            f"{TOO_LONG} {rows} 行，正文只列出前 {SHOWN_ROWS} 行。请把整张表作为附件，正文改写成概况。"
        )
    return content, [*notes, *(pages.notes if pages else ())]


def _title_of_sheet(ingested: Ingested) -> str | None:
    """The cell above the heads of columns, as lists carry their title; the first line is the sheet's own name."""
    if not ingested.source.media_type.endswith(("spreadsheetml.sheet", "ms-excel")):
        return None
    lines = [line for line in ingested.source.text.split("\n") if line.strip()][1:2]
    return title_line(lines[0]) or None if lines and "\t" not in lines[0] else None


def _name_of_sheet(ingested: Ingested) -> str:
    """A workbook without a title is called by its file: its first cells are heads of columns."""
    sheet = ingested.source.media_type.endswith(("spreadsheetml.sheet", "ms-excel"))
    return PurePosixPath(ingested.source.file.replace("!", "/")).stem if sheet else ""


def _read_name(document: Recognised) -> str:
    return storable(full_name(document.unit, document.parent_unit)) if document.unit else ""


def without_contradictions(content: Content, today: date) -> tuple[Content, list[str]]:
    """A date or number that cannot be right is left blank for the clerk rather than refusing the document."""
    notes, metadata = [], content.metadata
    for problem in incomplete(content.title, content.body_html, False, metadata, today):
        if problem.field in {"written_on", "document_number"}:
            blanked = {**metadata.to_json(), problem.field: None if problem.field == "written_on" else ""}
            metadata = Metadata.from_json(blanked)
            notes.append(f"{LABELS[problem.field]}没有填入：{problem.message}")
    return replace(content, metadata=metadata), notes


def invented_title(document: Recognised, html: str) -> str:
    """For a text without a title: unit, year, subject and kind as far as they were read, else its first words."""
    words = _BLANKS.sub("", re.sub(r"<h2>.*?</h2>|<[^>]+>", "", html))
    first = re.split(r"[。！？；]", words)[0][:_SHORT_TITLE]
    if document.kind == "other":
        return first or "无标题文档"
    subjects = Counter(_SUBJECT.findall(words[:_HEAD]))
    subject = subjects.most_common(1)[0][0] if subjects else ""
    year = f"{document.year}年" if document.year else ""
    label = Kind(document.kind).label
    if not (document.unit or year or subject):
        return f"{label}：{first}"
    return f"{document.unit or ''}{year}{subject}{label}"


def _published_at(ingested: Ingested) -> datetime | None:
    """When the old site says it published; only of a page that is one document, else the date is the page's."""
    if len(ingested.documents) != 1:
        return None
    for residue in ingested.stripped:
        if residue.kind == "publish_line":
            found = _PUBLISHED.search(ingested.source.text[residue.start : residue.end])
            if found:
                return _instant(int(found[1]), int(found[2]), int(found[3]))
    return None


def _instant(year: int, month: int, day: int) -> datetime | None:
    try:
        said = date(year, month, day)
    except ValueError:
        return None
    return clock.start_of_day(said) if said <= clock.today() else None
