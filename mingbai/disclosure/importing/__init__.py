"""Documents from files into the database: recognised, matched to a unit and a column, checked, never lost."""

from mingbai.disclosure.importing.documents import Choices, Row, import_bytes

__all__ = ["Choices", "Row", "import_bytes"]
