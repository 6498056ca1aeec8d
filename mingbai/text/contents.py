"""Tables of contents over the papers of a collection, and what looks like a title in a list of links."""

from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.lines import Line
from mingbai.text.model import Residue

# 「1. 居务公开总结 2. 政务公开总结」: several titles in one line.
ENTRIES = lazy.pattern(r"\s*(?:(?<!\d)\d{1,2}\s?[.、．)）]|第?[一二三四五六七八九十]{1,2}[、篇]|[·•|｜/])\s*")
SHORTEST_ENTRY = 8
CONTENTS_LABEL = lazy.pattern(
    r"[【\[（(]?(?:目\s{0,4}录|内容导航|导航|(?:本篇|本文|文章|全文|内容|正文|快速)?(?:目录|导航|大纲)(?:树|列表|大纲|导航|索引)?)[】\])）]?\s?[:：]?$"
)


def is_link_like(text: str) -> bool:
    """A short line without the end of a sentence, such as the title in a list of links."""
    return 0 < len(text) <= 70 and text[-1] not in "。；，：" and text.count("，") + text.count("。") <= 1


def contents_in_one_line(lines: Sequence[Line]) -> Iterator[Residue]:
    """「1. 居务公开总结 2. 政务公开总结」 above the papers of these titles."""
    for index, line in enumerate(lines[:12]):
        titles = [piece for piece in ENTRIES.split(line.text) if len(piece) >= SHORTEST_ENTRY]
        below = [other.text for other in lines[index + 1 :] if is_link_like(other.text)] if titles[1:] else ()
        if below and all(any(text.endswith(title) for text in below) for title in titles):
            yield Residue(line.start, line.end, "compilation_contents")


def contents_lists(lines: Sequence[Line]) -> Iterator[Residue]:
    """The titles under 「本文目录」, and each of them where it stands again as the heading of its piece."""
    for index, line in enumerate(lines[:12]):
        if not CONTENTS_LABEL.match(line.text):
            continue
        entries: list[Line] = []
        for entry in lines[index + 1 :]:
            known = entry.text in (other.text for other in entries)
            if known or not (is_link_like(entry.text) and len(entry.text) >= SHORTEST_ENTRY):
                break
            entries.append(entry)
        again = {entry.text for entry in entries} & {line.text for line in lines[index + 1 + len(entries) :]}
        if len(entries) < 2 or not again:
            return
        yield from (Residue(entry.start, entry.end, "compilation_contents") for entry in entries)
        for later in lines[index + 1 + len(entries) :]:
            if later.text in again:
                yield Residue(later.start, later.end, "compilation_heading")
        return
