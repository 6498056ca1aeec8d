"""What a suggestion would put in the place of the doubtful words, where that can be said without a person's thought.

Suggestions are written for people: some are the right words themselves, some name them (改为「三、」), most say what to look
into. Only the first two kinds can be applied; sums are never changed, since nobody knows which of the figures is wrong.
"""

import re

_TOLD = re.compile(r"^改为「([^」]+)」")
_DELETED = re.compile(r"^删去(空格|顿号)?$")
_OF_WORDS = {"空格": re.compile(r"\s"), "顿号": re.compile("、")}
_ONE_OF_TWO = re.compile(r"^只留一个$")
_MARKER = re.compile(
    r"^(?:[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十百]+[）)、]?|[（(]?\d+[）)、.．]?)"
)
_ADVICE = re.compile(
    r"^(?:核对|填写|补|对照|换成|找到|重新|用正确|全文|按意思|写明|改用|改为|改或|删去|删掉|保留|只留|把|在|请|统一|查|确认|去掉|"
    r"用|加上|说明|拆成|分成|移到|「|更新域|按原稿|每个字只|(?:标题)?另起一行|定下取舍|恢复原文|改回|填上|写上|写全|写成[「〔]|"
    r"句号改为|不是文稿|留一个|留「|年份改用|改引|与主送)"
)  # fmt: skip
_LONGER_BY = 20
# figures that disagree, and texts in which something is missing: what is right is known to the author alone
_NEVER = ("arithmetic.", "contradiction.", "truncated.", "encoding.decoded_twice", "topic.", "copy.")


_HAN = re.compile("[一-鿿]")


def replacement(rule: str, words: str, suggestion: str) -> str | None:
    """The words to write instead; None where the suggestion is advice."""
    right = _read(rule, words, suggestion)
    # a rule about marks changes marks; what has other words tells what to do
    if right is None or (rule.startswith("punctuation.") and _HAN.findall(right) != _HAN.findall(words)):
        return None
    return None if right and _leaves_out(rule, words, right) else right


_SAID = re.compile(r"[一-鿿〇\d]")


def _leaves_out(rule: str, words: str, right: str) -> bool:
    """Whether the right words stand for a part of those in doubt: 「2022年」 for 「党的二十大于2021年10月召开」."""
    if "……" in right:
        return True
    before, after = _SAID.findall(words), _SAID.findall(right)
    rest = iter(before)
    # what is masked is longer than what is left, what is said twice has its one half in it
    shortened = rule.startswith("personal.") or (after and all(letter in rest for letter in after))
    lost = len(before) - len(after)
    return not shortened and lost > 0 and (lost > 1 or lost >= len(after))


def _read(rule: str, words: str, suggestion: str) -> str | None:
    if not words or not suggestion or rule.startswith(_NEVER) or "\n" in words:
        return None
    deleted = _DELETED.match(suggestion)
    if deleted:
        return _OF_WORDS[deleted.group(1)].sub("", words) if deleted.group(1) else ""
    if _ONE_OF_TWO.match(suggestion):
        return words[0] if len(set(words)) == 1 else None
    told = _TOLD.match(suggestion)
    if told:
        return _named(rule, words, told.group(1))
    if _ADVICE.match(suggestion) or len(suggestion) > 2 * len(words) + _LONGER_BY:
        return None
    return suggestion


def _named(rule: str, words: str, right: str) -> str | None:
    if not rule.startswith("numbering."):
        return right
    marker = _MARKER.match(words)
    return right + words[marker.end() :] if marker and not right.endswith("项") else None
