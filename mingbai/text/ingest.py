"""One file's text → the documents in it, what was around them, and the figures they give."""

from mingbai.text.model import Ingested, Recognised, SourceDocument


def ingest(source: SourceDocument) -> Ingested:
    """Strip, split, recognise and count. Pure and bounded: time grows with the length of the text alone."""
    text = source.text
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    documents = (Recognised(start, end),) if end > start else ()
    return Ingested(source, documents, (), ())
