"""Where the name of a person stands beside what is said of them."""

from collections.abc import Sequence

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Place
from mingbai.text.proofreading.rules._knowledge import Entry, compiled, is_other_word

_BEFORE = 24
_NAME_END = frozenset("，,、。；;：:（( ）)家等的患因户为同与和\n0123456789")
# What is said of a person begins with these; single characters would cut ordinary words.
_SAID_OF = lazy.pattern(
    "领取|享受|反映|要求|申请|提出|投诉|举报|咨询|签订|签字|按时|获得|获评|一家|夫妇|夫妻|老人|本人|家庭|来电|来信|来访|自愿|承包|每月|今年|现年"
    "|去世|死亡|失踪|走失|受伤|住院|就读|就医|报名|购买|缴纳|补[贴助]|救助|由其|已[纳于经被将办通享申]|被[评列纳确认判]|系[本我某当]|称其|在[我本其家某校]|不服"
)
_HAN = lazy.pattern("[一-鿿]+")
# The name of a street, a court, a bureau or a vehicle ends so, and the next word may begin so: 「银枫路路口」, 「审判庭庭长」.
CLOSES_NAME = frozenset("路街巷庭院城桥楼港站湖河山岛村镇县市区乡局所厅部处科室车")
_BEFORE_NAMES = frozenset("民户员生人孩妇象为是子童女儿")
# 「学生管理类54条」, 「吸毒人员管控率」, 「申请人曾两次」
_NEVER_LAST = "某们员类率难次的"
_COLONS = frozenset("：:")
_NEVER_IN_NAMES = frozenset("被对在于的了不应可向与及或为从由是有以将已未所其该此各等请须需和均且")


def before(passage: Passage | Place, start: int) -> str:
    """The words on the same line that may say what a number is."""
    low = max(passage.start, start - _BEFORE)
    return passage.text[low:start].rpartition("\n")[2]


def _surnames(rows: Sequence[Entry]) -> frozenset[str]:
    return frozenset(row["surname"] for row in rows)


def surnames(passage: Passage | Place) -> frozenset[str]:
    return compiled(passage, ("surnames",), _surnames)


def _first_of_surnames(place: Passage | Place) -> frozenset[str]:
    return compiled(place, ("surnames",), _begins)


def _begins(rows: Sequence[Entry]) -> frozenset[str]:
    return frozenset(row["surname"][:1] for row in rows)


# 「五保户宋大爷」: so neighbours call somebody, it is no name to mask.
_BY_KIN = lazy.pattern("大[爷妈娘叔婶伯嫂姐哥]|婆婆|爷爷|奶奶|阿姨|老汉")


def name_at(passage: Passage | Place, start: int) -> int:
    """Where a person's name of two to four characters ends that begins at `start`; 0 where none does."""
    names = passage.names
    if (end := names.get(start)) is None:
        end = names[start] = _name_at(passage, start)
    return end


def _name_at(passage: Passage | Place, start: int) -> int:
    known, text = passage.once(surnames), passage.text
    is_double = text[start : start + 2] in known
    if not is_double and text[start : start + 1] not in known:
        return 0
    han = _HAN.match(text, start, start + (4 if is_double else 3))
    for end in range(han.end() if han else 0, start + 1, -1):
        name = text[start:end]
        if name[-1] == "等":
            continue
        if "某" in name or _BY_KIN.search(text, start + 1, end + 1):
            return 0  # 「黄某等5人」 is masked already
        if text[end : end + 1] in _NAME_END or (
            _SAID_OF.match(text, end) and not _NEVER_IN_NAMES.intersection(name)
        ):
            return 0 if is_other_word(name) or name[-1] in _NEVER_LAST else end
    return 0


def surname_at(place: Passage | Place, start: int) -> bool:
    """Whether a surname may begin at an offset: asked before a name is read there."""
    return place.text[start : start + 1] in place.once(_first_of_surnames)


def named_behind(place: Passage | Place, end: int) -> tuple[int, int] | None:
    """A name that begins at an offset, or behind a colon there."""
    if (sign := place.text[end : end + 1]) in _COLONS:
        end += 1
        sign = place.text[end : end + 1]
    if sign not in place.once(_first_of_surnames):
        return None
    behind = name_at(place, end)
    return (end, behind) if behind else None


def name_before(passage: Passage | Place, end: int) -> int:
    """Where a name begins that ends at `end`; -1 where none does."""
    names = passage.names
    if (start := names.get(~end)) is None:
        start = names[~end] = _name_before(passage, end)
    return start


def _name_before(passage: Passage | Place, end: int) -> int:
    listed, text = passage.once(surnames), passage.text
    for start in range(max(end - 4, 0), end - 1):
        name = text[start:end]
        if (
            name[: 2 if len(name) == 4 else 1] in listed
            and _HAN.fullmatch(name)
            and (start == 0 or not "一" <= text[start - 1] <= "鿿" or text[start - 1] in _BEFORE_NAMES)
            and not is_other_word(name)
            and name[-1] not in "某氏次"
            and not (name[0] == "万" and text[start - 1 : start].isdecimal())
        ):
            return start
    return -1
