"""One file's text → the documents in it, what was around them, and the figures they give."""

from mingbai.text.figures import figures_of
from mingbai.text.model import Ingested, SourceDocument
from mingbai.text.pieces import lay_out
from mingbai.text.recognising import recognise
from mingbai.text.residue import find_residue


def ingest(source: SourceDocument) -> Ingested:
    """Strip, split, recognise and count. Pure and bounded: time grows with the length of the text alone."""
    text = source.text
    layout = lay_out(text, find_residue(text))
    documents = tuple(
        recognise(text, piece.start, piece.end, layout.stripped, piece.title, piece.cut)
        for piece in layout.pieces
    )
    return Ingested(source, documents, layout.stripped, figures_of(text, documents, layout.stripped))
