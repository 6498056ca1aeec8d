"""Bytes to text: which encoding, and is it text at all."""

import codecs
import re

from mingbai.text.reading.errors import UnreadableFile
from mingbai.text.reading.limits import MAX_TEXT_BYTES, refuse_above

# Python codec names, so that `data.decode(name)` gives the text that the offsets refer to.
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE_BYTES = 40_000
# The characters that fill official prose in either script; a wrong decoding turns them into rare ones.
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过民得经政府公开信息"
    "务县镇乡村社区街道办事群众组织领导管理制度进行部门单位及与等各关情况项建设服務這個國為來時們產發對開務鎮鄉區"
    "進門單位與關於總結報告計劃會議縣辦眾領導條件學習"
)
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MAX_DAMAGE = 0.01


def commonness(text: str) -> float:
    """Share of the non-ASCII characters that are everyday ones."""
    wide = [c for c in text if c > "\x7f"]
    return sum(c in COMMON for c in wide) / len(wide) if wide else 0.0


def decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 shows as a zero byte beside every digit, blank and line end, always on the same side."""
    sample = data[:SAMPLE_BYTES]
    if b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    if (
        len(data) % 2 == 0
        and decodes(data, name)
        and commonness(data[:SAMPLE_BYTES].decode(name, "ignore")) > 0.1
    ):
        return name
    return None


def damaged_guess(data: bytes) -> str | None:
    """The encoding that leaves the fewest holes, if they are few enough to be damage and not another kind of file."""
    best: tuple[float, str] | None = None
    for name in ("utf-8", "gb18030"):
        text = data[:SAMPLE_BYTES].decode(name, "replace")
        holes = text.count("\ufffd") / max(1, len(text))
        if holes <= MAX_DAMAGE and (best is None or holes < best[0]):
            best = (holes, name)
    return best[1] if best else None


def sniff_encoding(data: bytes) -> str | None:
    """A Python codec name, or None where the bytes are no text. UTF-8 is tried first: it is hardly ever hit by chance."""
    for bom, name in BOMS:
        if data.startswith(bom):
            return name
    sixteen = utf16_without_bom(data)
    if sixteen:
        return sixteen
    if len(CONTROL.findall(data[:SAMPLE_BYTES])) > len(data[:SAMPLE_BYTES]) // 100:
        return None
    if decodes(data, "utf-8"):
        return "utf-8"
    fitting = [name for name in ("gb18030", "big5hkscs") if decodes(data, name)]
    if fitting:
        return max(fitting, key=lambda name: commonness(data[:SAMPLE_BYTES].decode(name, "ignore")))
    return damaged_guess(data)


def decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Text, codec name and warnings; line ends stay as they are."""
    refuse_above(len(data), MAX_TEXT_BYTES, "文本")
    encoding = sniff_encoding(data)
    if encoding is None:
        raise UnreadableFile(
            "这不是文本文件，也不是能识别的文档格式。请另存为 .docx、.xlsx、.pdf 或 .txt 再试。"
        )
    text = data.decode(encoding, "replace")
    holes = text.count("\ufffd") - data.count(b"\xef\xbf\xbd") * (encoding == "utf-8")
    if holes <= 0:
        return text, encoding, ()
    return text, encoding, (f"有 {holes} 处字节无法按 {encoding} 识别，以「\ufffd」代替。请核对原文件。",)
