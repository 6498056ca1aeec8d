"""The files that hang on items: a workbook of the tables in a text, the text as PDF, a blank form in Word."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from selectolax.lexbor import LexborHTMLParser, LexborNode

from mingbai.core.typesetting import pdf

PAPER = Path(__file__).parent / "typst" / "paper.typ"


def _rows(table: LexborNode) -> list[list[str]]:
    return [[cell.text(strip=True) for cell in row.css("th, td")] for row in table.css("tr")]


def _number(cell: str) -> str | float:
    """What Excel can add up goes in as a number."""
    return float(cell) if cell.replace(".", "", 1).isdecimal() and not cell.startswith("0") else cell


def workbook(title: str, html: str) -> bytes:
    """Every table of the text on a sheet of its own, under the title."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        large = book.add_format({"bold": True, "font_size": 14})
        strong, plain = book.add_format({"bold": True, "border": 1}), book.add_format({"border": 1})
        for number, table in enumerate(LexborHTMLParser(html).css("table"), start=1):
            sheet = book.add_worksheet(f"表{number}")
            sheet.set_column(0, 0, 30)
            sheet.set_column(1, 8, 18)
            sheet.write(0, 0, title, large)
            for place, row in enumerate(_rows(table), start=1):
                for column, cell in enumerate(row):
                    sheet.write(place, column, _number(cell), strong if place == 1 else plain)
    return buffer.getvalue()


def printed(title: str, html: str) -> bytes:
    """The text as a PDF."""
    parts: list[dict[str, Any]] = []
    body = LexborHTMLParser(html).body
    for node in body.iter() if body else ():
        if node.tag == "table":
            parts.append({"rows": _rows(node)})
        else:
            parts.append({"text": node.text(strip=True), "heading": node.tag == "h3"})
    return pdf(PAPER, {"title": title, "parts": parts})


def blank_form(title: str, fields: Iterable[str], note: str) -> bytes:
    """A form to be filled in by hand."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "仿宋", Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "仿宋_GB2312")
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = heading.add_run(title)
    run.bold, run.font.size = True, Pt(18)
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for field in fields:
        table.add_row().cells[0].text = field
    document.add_paragraph(note)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
