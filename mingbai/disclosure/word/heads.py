"""The head of an official document (GB/T 9704): what stands above the text, and the title among it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from mingbai.disclosure.word.model import Block, Paragraph, Table
from mingbai.disclosure.word.styles import TITLE_LEVEL
from mingbai.text.recognising import NUMBER, date_of
from mingbai.text.titles import TITLE_END, is_title, tidy_title
from mingbai.text.units import parse

_DEPTH = 16
_PARTICULARS = {
    "索引号",
    "发文机关",
    "发文字号",
    "成文日期",
    "发布日期",
    "文号",
    "信息分类",
    "主题分类",
    "发布机构",
    "名称",
    "标题",
}
_PARTICULARS_LEAST = 3
_TITLE_LINES, _TITLE_LENGTH = 5, 120
_BLANKS = re.compile(r"\s+")
_BARE_NUMBER = re.compile(r"(?:〔20\d\d〕|\[20\d\d\]|［20\d\d］|（20\d\d）|20\d\d年)第?\d{1,5}号$")
_SIGNER = re.compile(r"签发人[:：]?\S{0,12}$")
_SECRECY = re.compile(r"(?:绝密|机密|秘密)(?:[★☆].{0,8})?$")
_URGENCY = re.compile(r"(?:特急|加急|特提|平急|急件)$")
_COPY = re.compile(r"(?:№|No\.?|份号)?[:：]?0*\d{1,6}$")
_ISSUE = re.compile(r"[（(]?(?:20\d\d年)?(?:第[\d一二三四五六七八九十]{1,4}[期次号]|总第\d+期)[）)]?$")
_MASTHEAD = re.compile(r"[\u4e00-\u9fff]{4,40}文件$")
_PARTY = re.compile(r"中(?:共|国共产党)[\u4e00-\u9fff]{2,20}(?:委员会|总支部|支部|党组)")
_JOINT = 6
_ATTACHED = re.compile(r"附(?:件|表)[\d一二三四五六七八九十]{0,3}：?$")
_SUBTITLE = re.compile(r"[—–-]{1,2}\S")
_CONTINUED = re.compile(
    r"的|及|和|暨|[（(](?:试行|暂行|征求意见稿|草案|修订稿|修订|送审稿|公开版|第.{1,3}号)[）)]$"
)
_KIND = re.compile(
    r"(?:通知书?|令|议案|请示|公报|公示表|一览表|明细表|统计表|情况表|公开表|预案|章程|守则|公约|会议纪要)(?:[（(].{1,12}[）)])?$"
)
_PROSE = re.compile(r"[,，]|^.{60}")
_BARE_KINDS = {"通知", "公告", "通告", "公示", "通报", "证明", "说明", "声明"}
_NO_TITLE = re.compile(r"[。；;！？!?]|[:：]$|^(?:附件|抄送|主题词)")


@dataclass
class Head:
    """`taken`: how many blocks belong to the head; `organs`: the offices it names; `dated`: lines that carry a day;
    `labelled`: the cells of a table of particulars as sites print it, label → value."""

    title: str = ""
    number: str = ""
    secrecy: str = ""
    taken: int = 0
    organs: list[str] = field(default_factory=list)
    mast_title: str = ""
    dated: list[str] = field(default_factory=list)
    labelled: dict[str, str] = field(default_factory=dict)


def plain(text: str) -> str:
    """Without blanks and with ordinary figures and brackets, for looking at; never for keeping."""
    return (
        _BLANKS.sub("", unicodedata.normalize("NFKC", text))
        .replace("(", "（")
        .replace(")", "）")
        .replace(":", "：")
    )


def read_head(blocks: Sequence[Block]) -> Head:
    """Head lines come first in any order, then the title, then perhaps the number once more."""
    head = Head()
    place = _mast(blocks, 0, head)
    place = _title(blocks, place, head)
    if head.title:
        place = _below_title(blocks, place, head)
    elif head.mast_title:
        head.title = head.mast_title
    elif place < len(blocks):
        head.title = _title_in_table(blocks[place])
    head.taken = place
    return head


def _mast(blocks: Sequence[Block], place: int, head: Head) -> int:
    """Past the lines that are no title; a table counts when every cell is such a line."""
    while place < min(len(blocks), _DEPTH):
        block = blocks[place]
        if isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row if cell]
            if _take_particulars(cells, head):
                place += 1
                continue
            following = [*cells[1:], ""]
            if not cells or not all(map(_is_mast, cells, following, [head] * len(cells))):
                return place
        elif not _is_mast(block.text, _following(blocks, place), head):
            return place
        place += 1
    return place


def _following(blocks: Sequence[Block], place: int) -> str:
    """The next line; under an office's name, the first that is none: several offices write together."""
    texts = [block.text for block in blocks[place : place + _JOINT] if isinstance(block, Paragraph)]
    if not texts or not _is_office(plain(texts[0])):
        return blocks[place + 1].text if place + 1 < len(blocks) else ""
    return next((text for text in texts[1:] if not _is_office(plain(text))), "")


def _is_office(bare: str) -> bool:
    return bool(_organ_line(bare) and (_PARTY.fullmatch(bare) or parse(bare)))


def _title_in_table(block: Block) -> str:
    """The one cell across the top of a table, as villages set the titles of their accounts."""
    if not isinstance(block, Table) or len(block.rows) < 2 or len(block.rows[0]) != 1:
        return ""
    return title_line(block.rows[0][0]) if len(block.rows[1]) > 1 else ""


def title_line(line: str) -> str:
    """The line as a title where it is a whole one by its words, else empty."""
    title = tidy_title(_close(line))
    return title if _is_complete(title) and not _NO_TITLE.search(title) else ""


def _take_particulars(cells: list[str], head: Head) -> bool:
    """索引号, 发文机关, 成文日期 and so on in a table above the document."""
    labels = [plain(cell).rstrip("：") for cell in cells]
    if len(_PARTICULARS.intersection(labels)) < _PARTICULARS_LEAST:
        return False
    for label, value in zip(labels, cells[1:], strict=False):
        if label in _PARTICULARS and plain(value).rstrip("：") not in _PARTICULARS:
            head.labelled.setdefault(label, value)
    for label in ("发文字号", "文号"):
        _take_number(head.labelled.get(label, ""), head)
    return True


def _is_mast(text: str, following: str, head: Head) -> bool:
    """Notes what the line says when it is one of the head."""
    bare = plain(text)
    if _SECRECY.match(bare):
        head.secrecy = bare
    elif (
        _take_number(text, head)
        or _SIGNER.match(bare)
        or _URGENCY.match(bare)
        or _COPY.match(bare)
        or _ISSUE.match(bare)
        or _ATTACHED.match(bare)
    ):
        pass
    elif _MASTHEAD.match(bare) and "关于" not in bare:
        head.organs.append(bare.removesuffix("文件"))
    elif bare.endswith("纪要") and "关于" not in bare and _numbered_next(following):
        head.mast_title = bare
    elif _is_office(bare) and (_numbered_next(following) or _MASTHEAD.match(plain(following))):
        head.organs.append(bare.removesuffix("文件"))
    elif _organ_and_day(text):
        head.dated.append(text)
    else:
        return False
    return True


def _organ_line(bare: str) -> bool:
    return len(bare) <= 30 and "关于" not in bare and not _NO_TITLE.search(bare)


def _numbered_next(following: str) -> bool:
    bare = plain(following)
    return bool(_ISSUE.match(bare) or _number_in(following))


def _organ_and_day(text: str) -> bool:
    """「明县人民政府办公室　2026年11月3日」 under the name of the minutes."""
    name, _, day = text.strip().rpartition(" ")
    return bool(name and _organ_line(plain(name)) and date_of(plain(day)))


def _number_in(text: str) -> str:
    """The number of a line that holds nothing else but perhaps who signed."""
    bare = re.sub(r"签发人[:：]?.{0,12}$", "", plain(text).replace("：", ":"))
    bare = re.sub(r"^(?:发文字号|文号|编号)[:：]", "", bare)
    return bare if NUMBER.fullmatch(bare) or _BARE_NUMBER.match(bare) else ""


def _take_number(text: str, head: Head) -> bool:
    found = _number_in(text)
    if found and not head.number:
        head.number = found
    return bool(found)


def _title(blocks: Sequence[Block], place: int, head: Head) -> int:
    lines: list[str] = []
    first: Block | None = blocks[place] if place < len(blocks) else None
    while place < len(blocks) and isinstance(first, Paragraph):
        block = blocks[place]
        if not isinstance(block, Paragraph) or not _goes_on(lines, first, block):
            break
        if lines and _is_complete("".join(lines)) and not _CONTINUED.match(plain(block.text)):
            break
        lines.append(block.text)
        place += 1
    title = tidy_title(_close("".join(lines)))
    if not _usable(title, first):
        return place - len(lines)
    head.title = title
    return place


def _close(title: str) -> str:
    """「公　示」 is spaced for looks alone."""
    parts = title.split()
    return "".join(parts) if all(len(part) == 1 for part in parts) else title


def _goes_on(lines: list[str], first: Paragraph, block: Paragraph) -> bool:
    bare = plain(block.text)
    if len(lines) >= _TITLE_LINES or _NO_TITLE.search(bare) or _SUBTITLE.match(bare) or date_of(bare):
        return False
    if len("".join(lines)) + len(bare) > _TITLE_LENGTH or (lines and _number_in(block.text)):
        return False
    if first.align != "center" and first.level != TITLE_LEVEL and _PROSE.search(bare):
        return False
    if block.align == first.align and abs(block.size - first.size) < 1 and block.level == first.level:
        return (
            first.align == "center"
            or first.level == TITLE_LEVEL
            or not _is_complete("".join(lines))
            or not lines
        )
    return bool(lines) and bool(_CONTINUED.match(bare)) and block.align == first.align


def _is_complete(title: str) -> bool:
    bare = plain(title)
    return bool(bare and (TITLE_END.search(bare) or _KIND.search(bare) or is_title(bare)))


def _usable(title: str, first: Block | None) -> bool:
    """Complete, or set as a title by whoever wrote the file."""
    if not title or not isinstance(first, Paragraph):
        return False
    set_apart = first.align == "center" or first.level == TITLE_LEVEL
    return _is_complete(title) or (set_apart and (len(title) >= 4 or title in _BARE_KINDS))


def _below_title(blocks: Sequence[Block], place: int, head: Head) -> int:
    """The number under the title, as copies from web pages have it."""
    if (
        place < len(blocks)
        and isinstance(blocks[place], Paragraph)
        and _take_number(blocks[place].text, head)
    ):
        return place + 1
    return place
