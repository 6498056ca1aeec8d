"""Plain text: the decoded file, nothing changed."""

from mingbai.text.model import SourceDocument
from mingbai.text.reading.plain import decode


def read(name: str, data: bytes) -> list[SourceDocument]:
    text, encoding, warnings = decode(data)
    return [
        SourceDocument(file=name, text=text, media_type="text/plain", encoding=encoding, warnings=warnings)
    ]
