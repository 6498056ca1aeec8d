"""PDF files: the text layer, page by page; a scan has none and is told apart."""

from typing import Any

import pypdfium2

from mingbai.text.model import HiddenText, SourceDocument
from mingbai.text.reading.building import TextBuilder
from mingbai.text.reading.errors import UnreadableFile
from mingbai.text.reading.limits import MAX_PAGES
from mingbai.text.reading.wrapping import paragraphs

MEDIA_TYPE = "application/pdf"
PROPERTIES = {"Author": "作者", "Title": "标题", "Subject": "主题", "Keywords": "关键词"}
# Soft hyphens and the private characters that pdfium puts for line breaks inside words.
SOFT = str.maketrans({"\x02": "", "\xad": "", "\ufffe": "", "\x00": ""})


def open_pdf(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableFile("PDF 文件有密码，打不开。请去掉密码再试。") from None
        raise UnreadableFile("PDF 文件已损坏，打不开。请重新导出再试。") from None


def page_text(pdf: Any, index: int) -> str:
    page = pdf[index]
    layer = page.get_textpage()
    try:
        text: str = layer.get_text_bounded()
        return text.translate(SOFT)
    finally:
        layer.close()
        page.close()


def read_pages(pdf: Any, builder: TextBuilder) -> list[int]:
    """Adds the paragraphs of all pages; returns the numbers of pages without text."""
    pages = []
    for index in range(len(pdf)):
        try:
            pages.append(page_text(pdf, index).splitlines())
        except pypdfium2.PdfiumError:
            pages.append([])
    for paragraph in paragraphs(pages):
        builder.add(paragraph)
    return [number for number, page in enumerate(pages, start=1) if not any(map(str.strip, page))]


def read(name: str, data: bytes) -> list[SourceDocument]:
    pdf = open_pdf(data)
    try:
        if len(pdf) > MAX_PAGES:
            raise UnreadableFile(f"PDF 有 {len(pdf)} 页，超过 {MAX_PAGES} 页的上限。请拆成几个文件再试。")
        builder = TextBuilder()
        empty = read_pages(pdf, builder)
        metadata = pdf.get_metadata_dict(skip_empty=True)
    finally:
        pdf.close()
    text, blocks = builder.build()
    if not text.strip():
        raise UnreadableFile("PDF 是扫描件，没有文字层。请提供文字版，或先做文字识别。")
    hidden = [
        HiddenText(f"文档属性：{label}", metadata[key])
        for key, label in PROPERTIES.items()
        if metadata.get(key)
    ]
    pages = "、".join(map(str, empty[:20]))
    warnings = (f"第 {pages} 页没有文字，可能是扫描页或图片。",) if empty else ()
    return [SourceDocument(name, text, MEDIA_TYPE, None, blocks, tuple(hidden), warnings)]
