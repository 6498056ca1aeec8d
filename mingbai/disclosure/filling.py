"""The form fills itself: a Word file read into the fields of a draft."""

import io
import zipfile
from dataclasses import dataclass, replace

from mingbai.accounts.models import Unit
from mingbai.core import clock
from mingbai.core.errors import BadInput
from mingbai.core.rich_text import MOST
from mingbai.core.sanitiser import sanitise
from mingbai.disclosure.importing.documents import content_of, without_contradictions
from mingbai.disclosure.importing.matching import core_name
from mingbai.disclosure.metadata import GENRES, TITLE_LIMIT, Metadata, normalised
from mingbai.disclosure.models import Kind
from mingbai.disclosure.pictures import unmarked
from mingbai.disclosure.proposing import propose_column
from mingbai.disclosure.services.drafts import Content
from mingbai.disclosure.word import fill_from_word
from mingbai.disclosure.word.model import Drawn
from mingbai.text.ingest import ingest
from mingbai.text.model import Ingested
from mingbai.text.reading import UnreadableFile, read_bytes
from mingbai.text.reading.word import MEDIA_TYPE
from mingbai.text.recognising import kind_of_body, kind_of_title


@dataclass(frozen=True)
class FromFile:
    """`content` without pictures; `marked_html` its body with the places of `pictures` marked; `notes`: what to look at."""

    content: Content
    notes: list[str]
    marked_html: str = ""
    pictures: tuple[Drawn, ...] = ()


def content_from_file(name: str, content: bytes, unit: Unit) -> FromFile:
    """A file as the content of a draft of the unit. A .docx is taken whole with its tables, headings and pictures; of
    another format the first document's words."""
    try:
        sources = read_bytes(name, content)
    except UnreadableFile as problem:
        raise BadInput(f"「{name}」：{problem.message}", field="file") from problem
    ingested = ingest(sources[0])
    if not ingested.documents:
        raise BadInput(f"「{name}」里没有文字。扫描件请先做文字识别，再另存为 .docx。", field="file")
    pictures: tuple[Drawn, ...] = ()
    if sources[0].media_type == MEDIA_TYPE and _is_package(content):
        filled, notes, pictures = _from_word(name, content, ingested, unit)
    else:
        filled, notes = _from_text(ingested, unit)
    notes += sources[0].warnings
    if not filled.title:
        notes.append("没有读到标题，请补填。")
    if filled.metadata.written_on is None:
        notes.append("没有读到成文日期，请补填。")
    plain = replace(filled, body_html=unmarked(filled.body_html)) if pictures else filled
    return FromFile(plain, notes, filled.body_html, pictures)


def _is_ours(unit: Unit, issuer: str) -> bool:
    """One of the offices is the unit or sits in it, with or without the places above in front of its name."""
    names = {core_name(unit.name), core_name(unit.label)}
    return any(
        name in office or (len(core_name(office)) > 2 and name.endswith(core_name(office)))
        for office in issuer.split("、")
        for name in names
    )


def _is_package(content: bytes) -> bool:
    return zipfile.is_zipfile(io.BytesIO(content))


def _from_word(
    name: str, content: bytes, ingested: Ingested, unit: Unit
) -> tuple[Content, list[str], tuple[Drawn, ...]]:
    read = fill_from_word(name, content)
    if len(read.body_html) > MOST:
        raise BadInput(
            f"「{name}」的正文太长。请把大表格或长名单作为 Excel 附件上传，正文里写概况。", field="file"
        )
    kind = kind_of_title(read.title) or kind_of_body(ingested.source.text)
    column = propose_column(unit, kind, read.title)
    metadata = Metadata(
        kind=kind if kind in Kind.values else Kind.OTHER.value,
        document_number=read.number[:60],
        # a file that names no office is taken as one of the unit's own
        issuer=(read.issuer or unit.name)[:160],
        written_on=read.written_on,
        genre=next((genre for genre in GENRES if read.number and read.title.endswith(f"的{genre}")), ""),
        columns=(column.pk,) if column else (),
    )
    filled = Content(read.title[:TITLE_LIMIT], read.body_html, normalised(metadata))
    checked, notes = without_contradictions(filled, clock.today())
    notes.extend(read.notes)
    if read.issuer and not _is_ours(unit, read.issuer):
        notes.append(f"文件的发文机关是「{read.issuer}」，不是{unit.label}。请核对单位是否选对。")
    if len(ingested.documents) > 1:
        notes.append(
            f"文件里像有 {len(ingested.documents)} 份文档，已全部填入正文。如果是汇编，请改用「导入」。"
        )
    return checked, notes, read.pictures


def _from_text(ingested: Ingested, unit: Unit) -> tuple[Content, list[str]]:
    filled, notes = content_of(ingested, ingested.documents[0], unit, None)
    if len(ingested.documents) > 1:
        notes.append(f"文件里有 {len(ingested.documents)} 份文档，这里只填入了第一份。整本请用「导入」。")
    return Content(filled.title, sanitise(filled.body_html), filled.metadata), notes
