"""PDF by typst, from a template of ours and one JSON value. A missing font or glyph is a failure, never a blank.

The face comes from the package's own folder; a text with characters outside it is set with Debian's fonts-noto-cjk.
typst drops a character that no font has without a word, so the finished PDF is read back for those.
"""

import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import typst

from mingbai.core.errors import DomainError

BUNDLED = Path(__file__).parent / "fonts"
DEBIAN = Path("/usr/share/fonts/opentype/noto")
FIRST_IDEOGRAPH = "\u3400"


class NoFont(DomainError):
    """No Chinese face has what is to be printed."""

    status = 503


@cache
def _bundled_characters() -> frozenset[str]:
    return frozenset((BUNDLED / "characters.txt").read_text(encoding="utf-8"))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


def _rare(value: Any) -> set[str]:
    """Ideographs that the bundled face does not have."""
    used = {character for text in _strings(value) for character in text if character >= FIRST_IDEOGRAPH}
    return used - _bundled_characters()


def _compile(template: Path, value: dict[str, Any], fonts: Path) -> bytes:
    try:
        compiled, warnings = typst.compile_with_warnings(
            str(template),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"value": json.dumps(value, ensure_ascii=False, default=str)},
        )
    except typst.TypstError as error:
        raise DomainError(f"PDF 没有生成：{error.message}。请改为下载 Word。") from error
    if warnings:
        raise DomainError(f"PDF 没有生成：{warnings[0].message}。请改为下载 Word。")
    return bytes(compiled)


def _printed(content: bytes) -> set[str]:
    document = pypdfium2.PdfDocument(content)
    try:
        return {character for page in document for character in page.get_textpage().get_text_range()}
    finally:
        document.close()


def pdf(template: Path, value: dict[str, Any]) -> bytes:
    """The template compiled with `sys.inputs.value`, the JSON of `value`. Raises `NoFont` or `DomainError`."""
    rare = _rare(value)
    if not rare:
        return _compile(template, value, BUNDLED)
    private = sorted(character for character in rare if unicodedata.category(character) == "Co")
    if private:
        raise NoFont(f"文字里有自造字（编码 {ord(private[0]):X}），各处显示不一。请改用标准字后再生成 PDF。")
    listed = "、".join(sorted(rare)[:5])
    if not any(DEBIAN.glob("NotoSerifCJK*")):
        raise NoFont(f"自带字体里没有「{listed}」，生成不了 PDF。请安装 fonts-noto-cjk，或改为下载 Word。")
    content = _compile(template, value, DEBIAN)
    dropped = rare - _printed(content)
    if dropped:
        raise NoFont(f"字体里没有「{'、'.join(sorted(dropped)[:5])}」，生成不了 PDF。请改为下载 Word。")
    return content
