"""Word files as offices make them, for tests: a pen that writes and remembers what it wrote."""

from datetime import date
from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


class Pen:
    """`body` collects the lines and tables that belong into the text of the item."""

    def __init__(self, title: str = "", number: str = "", day: str | None = None, issuer: str = "") -> None:
        self.document = Document()
        self.title, self.number, self.issuer = title, number, issuer
        self.day = date.fromisoformat(day) if day else None
        self.body: list[object] = []

    def line(self, text, align="left", size=None, bold=False, style=None, red=False, body=False, indent=0):
        paragraph = self.document.add_paragraph(style=style)
        if align != "left":
            paragraph.alignment = ALIGN[align]
        if indent:
            paragraph.paragraph_format.left_indent = Cm(indent)
        # offices' files carry many runs for one sentence
        for piece in (text[: len(text) // 2], text[len(text) // 2 :]):
            run = paragraph.add_run(piece)
            run.bold = bold or None
            if size:
                run.font.size = Pt(size)
            if red:
                run.font.color.rgb = RGBColor(255, 0, 0)
        if body:
            self.body.append(" ".join(text.split()))
        return paragraph

    def say(self, *lines, **look):
        """Lines of the text itself."""
        for text in lines:
            self.line(text, body=True, **look)

    def signed(self, *lines, align="right"):
        self.say(*lines, align=align)

    def table(self, rows, merge=(), expected=None, body=True):
        """`merge`: pairs of (row, column) corners; `expected`: (text, colspan, rowspan) of each row's cells."""
        table = self.document.add_table(rows=len(rows), cols=len(rows[0]))
        table.style = "Table Grid"
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        for first, last in merge:
            table.cell(*first).merge(table.cell(*last))
        if body:
            self.body.append(expected or [[(text, 1, 1) for text in row] for row in rows])

    def numbered(self, texts, form="chineseCountingThousand", pattern="%1、"):
        """Paragraphs whose numbers Word counts by itself."""
        root = self.document.part.numbering_part.element
        abstract, number = "90", "91"
        root.insert(0, parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl></w:abstractNum>'
        ))  # fmt: skip
        root.append(parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>'
        ))  # fmt: skip
        for count, text in enumerate(texts):
            paragraph = self.document.add_paragraph(text)
            listed = OxmlElement("w:numPr")
            for name, value in (("w:ilvl", "0"), ("w:numId", number)):
                element = OxmlElement(name)
                element.set(qn("w:val"), value)
                listed.append(element)
            paragraph._p.get_or_add_pPr().append(listed)
            self.body.append(f"{'一二三四五六七八九'[count]}、{text}")

    def boxed(self, text):
        """A text box, as templates of mastheads use it, with the copy that old programs read."""
        box = f'<w:txbxContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>'
        self.document.add_paragraph()._p.append(parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
            ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps">'
            f"<w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        ))  # fmt: skip

    def imprint(self, *lines):
        """版记 and page furniture: never part of the text."""
        for text in lines:
            self.line(text, size=14)
        self.document.sections[0].footer.paragraphs[0].text = "— 1 —"
        self.document.sections[0].header.paragraphs[0].text = "内部资料"

    def content(self) -> bytes:
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()
