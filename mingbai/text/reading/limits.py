"""How much of a file is read. One document of an office is a few hundred kilobytes; these bounds keep a wrong or
hostile file from taking the machine with it."""

from mingbai.text.reading.errors import UnreadableFile

MAX_TEXT_BYTES = 20_000_000
MAX_FILE_BYTES = 100_000_000
MAX_UNPACKED_BYTES = 200_000_000
MAX_MEMBER_RATIO = 200
MAX_MEMBERS = 2_000
MAX_SHEET_XML_BYTES = 40_000_000
MAX_CELLS = 1_000_000
MAX_PAGES = 2_000


def megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f} MB"


def refuse_above(size: int, limit: int, what: str) -> None:
    if size > limit:
        raise UnreadableFile(
            f"{what}有 {megabytes(size)}，超过 {megabytes(limit)} 的上限。请拆成几个小文件再试。"
        )
