"""A .docx as the body of an item: what stands on its pages, what of that is head and foot, the rest as rich text."""

from mingbai.disclosure.word.filling import Filled, fill_from_word

__all__ = ["Filled", "fill_from_word"]
