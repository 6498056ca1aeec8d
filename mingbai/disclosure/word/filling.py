"""One .docx as the fields of a draft. What cannot be told for certain stays blank."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from mingbai.core.sanitiser import sanitise
from mingbai.disclosure.pictures import unmarked
from mingbai.disclosure.word.feet import ORGAN, Foot, organ_and_day, read_foot, without_imprint
from mingbai.disclosure.word.heads import plain, read_head
from mingbai.disclosure.word.model import Block, Drawn, Pages, Paragraph, Table
from mingbai.disclosure.word.reading import read_pages
from mingbai.text.recognising import date_of

_PART = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节部分])\S.{0,40}$")
_SECTION = re.compile(r"^[（(][一二三四五六七八九十]{1,3}[）)]\S.{0,30}$")
_SENTENCE = re.compile(r"[。；;！？!?：:，,]")
_MAIN_HEADINGS = 4
_SHOWN_PICTURES = 5


@dataclass(frozen=True)
class Filled:
    """`title`, `number` and `issuer` are empty and `written_on` is None where the file does not say them plainly.
    `notes`: sentences about what the clerk has to look at."""

    title: str
    number: str
    issuer: str
    written_on: date | None
    body_html: str
    notes: tuple[str, ...]
    pictures: tuple[Drawn, ...] = ()

    def without_pictures(self) -> "Filled":
        """For who takes the words alone."""
        return replace(
            self,
            body_html=unmarked(self.body_html),
            notes=(*self.notes, *lost_pictures(self.pictures)),
            pictures=(),
        )


def fill_from_word(name: str, content: bytes) -> Filled:
    """Raises `BadInput` for a file that is none."""
    pages = read_pages(name, content)
    head = read_head(pages.blocks)
    body = without_imprint(pages.blocks[head.taken :])
    foot = read_foot(body)
    if head.dated and not foot.written_on:
        foot = _dated_head(head.dated[-1])
    if not foot.written_on and "成文日期" in head.labelled:
        foot.written_on = date_of(plain(head.labelled["成文日期"]))
    named = next((head.labelled[label] for label in ("发文机关", "发布机构") if label in head.labelled), "")
    organs = foot.organs or head.organs or _from_title(head.title) or [plain(named)]
    html = sanitise("\n".join(_markup(body)))
    notes = tuple(_notes(pages, head.secrecy))
    issuer = "、".join(dict.fromkeys(organs))
    return Filled(head.title, head.number, issuer, foot.written_on, html, notes, tuple(pages.pictures))


def lost_pictures(pictures: Sequence[Drawn]) -> Iterator[str]:
    """What to say of pictures that are not in the text."""
    if pictures:
        listed = "、".join(f"「…{drawn.before}」之后" for drawn in pictures[:_SHOWN_PICTURES] if drawn.before)
        where = f"（{listed}）" if listed else ""
        yield f"文件里有 {len(pictures)} 张图片没有填入正文{where}。请把图片作为附件上传，需要的再放入正文。"


def _dated_head(line: str) -> Foot:
    together = organ_and_day(line)
    if together:
        return Foot([together[0]], together[1])
    return Foot(written_on=date_of(plain(line.rpartition(" ")[2])))


def _from_title(title: str) -> list[str]:
    """The office at the head of 「青山镇人民政府关于…的通知」."""
    front, about, _ = plain(title).partition("关于")
    return [front] if about and ORGAN.match(front) else []


def _markup(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield block.html
            continue
        tag = _tag(block)
        marks = f' class="align-{block.align}"' if block.align != "left" else ""
        html = block.html
        if tag != "p":  # a heading is bold by itself
            html = re.sub(r"</?strong>", "", html)
        yield f"<{tag}{marks}>{html}</{tag}>"


def _tag(block: Paragraph) -> str:
    if _SENTENCE.search(block.text.rstrip("：:")) and len(block.text) > 20 or block.align == "right":
        return "p"
    if block.level > 0:
        return f"h{min(block.level + 1, _MAIN_HEADINGS) if block.level < 9 else 2}"
    bare = plain(block.text)
    if _PART.match(bare) and not _SENTENCE.search(bare[3:]):
        return "h2"
    return "h3" if _SECTION.match(bare) and not _SENTENCE.search(bare) else "p"


def _notes(pages: Pages, secrecy: str) -> Iterator[str]:
    if secrecy:
        yield f"文件上标有密级「{secrecy}」。涉密文件不得公开，请先核实是否已经解密。"
    if pages.footnotes:
        yield f"文件里有 {pages.footnotes} 条脚注没有填入。请把要紧的写进正文。"
