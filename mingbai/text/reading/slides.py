"""Slides (.pptx): the words of each slide in their order; hidden slides and shapes, speaker's notes and comments are read
too and reported, since whoever has the file can turn to them."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from mingbai.text.model import HiddenText, SourceDocument
from mingbai.text.reading.archive import check_bounds, open_zip, unpack
from mingbai.text.reading.building import TextBuilder
from mingbai.text.reading.errors import UnreadableFile
from mingbai.text.reading.limits import MAX_SHEET_XML_BYTES, refuse_above

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SHOWN_IN_NOTES = "body"
MAIN = "ppt/presentation.xml"


class Package:
    """The parts of the file by name, and where a part's relations lead."""

    def __init__(self, data: bytes) -> None:
        self._zip = open_zip(data)
        infos = self._zip.infolist()
        check_bounds(infos)
        refuse_above(
            sum(i.file_size for i in infos if i.filename.endswith(".xml")),
            MAX_SHEET_XML_BYTES,
            "幻灯片解开后",
        )
        self._infos: dict[str, zipfile.ZipInfo] = {info.filename: info for info in infos}
        self._taken: set[str] = set()

    def part(self, name: str) -> Any | None:
        info = self._infos.get(name)
        if info is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(unpack(self._zip, info), parser)
        except etree.XMLSyntaxError:
            raise UnreadableFile("幻灯片已损坏，打不开。请用办公软件打开后另存为 .pptx 再试。") from None

    def taken(self, name: str) -> Any | None:
        """The part at its first asking: one that a damaged or hostile file names again and again costs no more than one."""
        if name in self._taken:
            return None
        self._taken.add(name)
        return self.part(name)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """id → (the last word of the kind, the part it leads to)."""
        folder, own = posixpath.split(name)
        root = self.part(f"{folder}/_rels/{own}.rels")
        found = {}
        for row in root if root is not None else ():
            if row.get("TargetMode") != "External" and row.get("Target"):
                target = posixpath.normpath(posixpath.join(folder, row.get("Target")))
                found[row.get("Id", "")] = (row.get("Type", "").rsplit("/", 1)[-1], target.lstrip("/"))
        return found


def words_of(paragraph: Any) -> str:
    """Line breaks inside a paragraph are blanks; most are there for the look of the slide."""
    pieces = (" " if node.tag == f"{A}br" else node.text or "" for node in paragraph.iter(f"{A}t", f"{A}br"))
    return " ".join("".join(pieces).split())


def is_hidden(node: Any) -> bool:
    """The shape, or a group that it is in, was switched off in the list of objects."""
    while node is not None:
        if any(child.get("hidden") in {"1", "true"} for child in node.findall(f"./*/{P}cNvPr")):
            return True
        node = node.getparent()
    return False


def lines_of(root: Any) -> Iterator[tuple[str, bool, bool]]:
    """(line, of a table, hidden) of everything with words on a slide."""
    for body in root.iter(f"{P}txBody", f"{A}tbl"):
        secret = is_hidden(body.getparent())
        if body.tag == f"{A}tbl":
            for row in body.iter(f"{A}tr"):
                cells = (
                    " ".join(filter(None, map(words_of, cell.iter(f"{A}p")))) for cell in row.iter(f"{A}tc")
                )
                yield "\t".join(cells).rstrip("\t"), True, secret
        else:
            yield from ((line, False, secret) for line in map(words_of, body.iter(f"{A}p")) if line)


def notes_of(root: Any) -> str:
    """What the speaker wrote; the number and the date that every page of notes carries are no notes."""
    bodies = (
        shape
        for shape in root.iter(f"{P}sp")
        if any(mark.get("type") == SHOWN_IN_NOTES for mark in shape.iter(f"{P}ph"))
    )
    return "\n".join(filter(None, (words_of(line) for body in bodies for line in body.iter(f"{A}p"))))


def beside(package: Package, name: str, number: int) -> Iterator[HiddenText]:
    """Notes and comments of a slide."""
    for kind, target in package.relations(name).values():
        if kind not in {"notesSlide", "comments"} or (root := package.taken(target)) is None:
            continue
        if kind == "notesSlide":
            text, what = notes_of(root), "备注"
        else:
            text, what = "\n".join(filter(None, map(str.strip, root.itertext()))), "批注"
        if text:
            yield HiddenText(f"第{number}张幻灯片的{what}", text)


def slide(package: Package, name: str, number: int, builder: TextBuilder) -> Iterator[HiddenText]:
    """Visible lines go to the builder; what is hidden is yielded with its place."""
    root = package.taken(name)
    if root is None:
        return
    secret = root.get("show") in {"0", "false"}
    kept: dict[str, list[str]] = {}
    for line, of_table, hidden in lines_of(root):
        if secret or hidden:
            place = f"隐藏的第{number}张幻灯片" if secret else f"第{number}张幻灯片里隐藏的内容"
            kept.setdefault(place, []).append(line)
        else:
            builder.add(line, "table_row" if of_table else "paragraph")
    yield from (HiddenText(place, "\n".join(lines)) for place, lines in kept.items() if any(lines))
    yield from beside(package, name, number)


def read(name: str, data: bytes) -> list[SourceDocument]:
    package = Package(data)
    main = package.part(MAIN)
    if main is None:
        raise UnreadableFile("幻灯片已损坏，打不开。请用办公软件打开后另存为 .pptx 再试。")
    leads = package.relations(MAIN)
    builder = TextBuilder()
    hidden: list[HiddenText] = []
    for number, entry in enumerate(main.iter(f"{P}sldId"), 1):
        _, target = leads.get(entry.get(f"{R}id", ""), ("", ""))
        hidden.extend(slide(package, target, number, builder))
    text, blocks = builder.build()
    if not text.strip() and not hidden:
        raise UnreadableFile("幻灯片里没有文字，可能都是图片。请提供文字版文件，或先做文字识别。")
    return [SourceDocument(name, text, MEDIA_TYPE, None, blocks, tuple(hidden))]
