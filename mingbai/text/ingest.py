"""One file's text → the documents in it, what was around them, and the figures they give."""

from dataclasses import replace

from mingbai.text.figures import figures_of
from mingbai.text.model import Ingested, Recognised, Residue, SourceDocument
from mingbai.text.pieces import Piece, lay_out
from mingbai.text.recognising import recognise
from mingbai.text.residue import HIDDEN_COUNT, find_residue


def read_piece(text: str, piece: Piece, stripped: tuple[Residue, ...]) -> Recognised:
    """Where the heading of a collection carries the document's own title, the document begins with the heading."""
    hidden = any(
        HIDDEN_COUNT.search(text, r.start, r.end) for r in stripped if piece.start <= r.start < piece.end
    )
    found = recognise(text, piece.start, piece.end, stripped, piece.title, piece.cut or hidden)
    return found if piece.label is None else replace(found, start=piece.label)


def ingest(source: SourceDocument) -> Ingested:
    """Strip, split, recognise and count. Pure and bounded: time grows with the length of the text alone."""
    text = source.text
    layout = lay_out(text, find_residue(text))
    documents = tuple(read_piece(text, piece, layout.stripped) for piece in layout.pieces)
    return Ingested(source, documents, layout.stripped, figures_of(text, documents, layout.stripped))
