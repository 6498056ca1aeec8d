"""A PDF's lines become the paragraphs that were printed; tables, headings and letterheads stay as they are."""

from pathlib import Path

import pytest
import typst

from mingbai.text.reading import read_bytes
from mingbai.text.reading.wrapping import paragraphs

FULL = "各村（社区）应当在每季度第一个月的十五日前公布上一季度的收支情况并"  # 34 characters, 68 wide
REST = "接受监督。"
PLAIN = [FULL, FULL, REST]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([[*PLAIN, *PLAIN]], [FULL + FULL + REST] * 2),
        ([["关于公布收支情况的通知", *PLAIN]], ["关于公布收支情况的通知", FULL + FULL + REST]),
        # a number begins a paragraph even after a full line
        ([[FULL, FULL, "二、工作要求", FULL]], [FULL + FULL, "二、工作要求", FULL]),
        # one character more than the margin, as where a comma hangs
        ([[FULL, FULL + "，", FULL[:-2], FULL, REST]], [FULL + FULL + "，" + FULL[:-2] + FULL + REST]),
        # what ends a sentence at the margin may be the end of a paragraph
        ([[FULL[:-1] + "。", FULL, REST]], [FULL[:-1] + "。", FULL + REST]),
        # columns of a table
        ([["姓名 村组   金额", "王明 一组   300", "李月 二组   500"]], ["姓名 村组   金额", "王明 一组   300", "李月 二组   500"]),
        ([["科目", "预算数", "合计"]], ["科目", "预算数", "合计"]),
        # over the end of a page, whose number is no text
        ([[FULL, FULL, FULL, "— 1 —"], [REST, FULL, FULL, REST, "— 2 —"]], [FULL * 3 + REST, FULL * 2 + REST]),
        ([["第1页 共2页", FULL, FULL, FULL], ["第2页 共2页", REST]], [FULL * 3 + REST]),
        ([[FULL, FULL, REST, "1"], [REST, "35"]], [FULL * 2 + REST, REST, "35"]),
        ([[], [""], ["一行"]], ["一行"]),
    ],
)  # fmt: skip
def test_lines_of_a_paragraph_come_together(pages: list[list[str]], expected: list[str]) -> None:
    assert list(paragraphs(pages)) == expected


def test_a_latin_word_keeps_its_space() -> None:
    line = "mingbai publishes what the county has to say to its own"
    assert list(paragraphs([[line, line, line, "people"]])) == [f"{line} {line} {line} people"]


def test_a_printed_text_reads_as_it_was_written(tmp_path: Path) -> None:
    written = ["第一段：" + FULL * 6 + "公布。", "第二段：" + FULL * 40 + "公布。"]
    source = '#set page(paper: "a4", numbering: "— 1 —")\n#set par(justify: true)\n' + "\n\n".join(written)
    content = typst.compile(source.encode(), output=None, format="pdf")
    assert isinstance(content, bytes)
    (read,) = read_bytes("通知.pdf", content)
    assert read.text.split("\n") == written
