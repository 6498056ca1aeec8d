"""Collects the lines that a format's reader finds into one text with its blocks."""

from mingbai.text.model import Block, BlockKind


class TextBuilder:
    """Lines joined by "\\n"; each knows where it stands and what the file said about it."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0

    def add(self, line: str, kind: BlockKind = "paragraph", level: int = 0) -> None:
        """Append a paragraph; breaks inside it become lines of their own of the same kind."""
        for part in line.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            self._append(part.rstrip(), kind if part.strip() else "blank", level)

    def _append(self, line: str, kind: BlockKind, level: int) -> None:
        self._lines.append(line)
        self._blocks.append(
            Block(self._length, self._length + len(line), kind, level if kind == "heading" else 0)
        )
        self._length += len(line) + 1

    def build(self) -> tuple[str, tuple[Block, ...]]:
        return "\n".join(self._lines), tuple(self._blocks)
