"""The form fills itself: a Word file read into the fields of a draft."""

from mingbai.accounts.models import Unit
from mingbai.core import clock
from mingbai.core.errors import BadInput
from mingbai.core.sanitiser import sanitise
from mingbai.disclosure.importing.documents import content_of
from mingbai.disclosure.services.drafts import Content
from mingbai.text.ingest import ingest
from mingbai.text.reading import UnreadableFile, read_bytes


def content_from_file(name: str, content: bytes, unit: Unit) -> tuple[Content, list[str]]:
    """The first document of a file as the content of a draft of the unit, and sentences about what to look at."""
    try:
        sources = read_bytes(name, content)
    except UnreadableFile as problem:
        raise BadInput(f"「{name}」{problem.message}", field="file") from problem
    ingested = ingest(sources[0])
    if not ingested.documents:
        raise BadInput(f"「{name}」里没有文字。扫描件请先做文字识别，再另存为 .docx。", field="file")
    document = ingested.documents[0]
    filled, notes = content_of(ingested, document, unit, None)
    if len(ingested.documents) > 1:
        notes.append(f"文件里有 {len(ingested.documents)} 份文档，这里只填入了第一份。整本请用「导入」。")
    if document.written_on is None:
        notes.append("没有读到成文日期，请补填。")
    elif document.written_on > clock.today():
        notes.append("成文日期晚于今天，请核对。")
    return Content(filled.title, sanitise(filled.body_html), filled.metadata), notes
