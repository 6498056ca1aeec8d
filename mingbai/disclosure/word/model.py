"""The blocks of a Word file in the order of its pages."""

from dataclasses import dataclass, field

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`html` is the inline markup of `text`; `align` one of left, center, right; `size` in points, 0 where unsaid;
    `level` counts from 1 for headings; a document's title style is level 9."""

    text: str
    html: str
    align: str = "left"
    size: float = 0.0
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """`rows`: the words of each cell; `html` with merged cells."""

    rows: tuple[tuple[str, ...], ...]
    html: str

    @property
    def text(self) -> str:
        return " ".join(cell for row in self.rows for cell in row if cell)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture: the words before it, and its bytes where the file holds them."""

    before: str
    content: bytes | None = None


@dataclass(slots=True)
class Pages:
    """`pictures` in the order in which the text marks their places; `footnotes`: how many notes stand outside the text."""

    blocks: list[Block] = field(default_factory=list)
    pictures: list[Drawn] = field(default_factory=list)
    footnotes: int = 0
