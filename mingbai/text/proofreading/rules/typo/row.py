"""A row of members made alike, of which one lost a character: 「统一印制、统一发放、统一管」, 「组织到位、责任到位、措施位」.

Members of a row are as long as each other and share characters at the same places, their frame. One that is a character
shorter and keeps the frame but for one place has lost what stood there. Good writing has such members too, 「抓班子、抓队伍、抓人」;
so what is left must end, or meet, as official writing never does.
"""

from collections.abc import Iterator, Mapping, Sequence

from mingbai.text import dictionary, pairs, runs
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import given, is_quoted, is_word
from mingbai.text.proofreading.rules._misfits import knowledge
from mingbai.text.proofreading.rules._parallel import PAUSE, Member, others_about, rows_of, shared_by
from mingbai.text.proofreading.rules._word_parts import CLOSES_NOUN
from mingbai.text.records import record
from mingbai.text.runs import EDGE

_SHORTEST, _LONGEST = 2, 8
# 「农资综合直补」 beside 「家电下乡补贴」 is shorthand; what is shorter is not.
_SHORT = 4
# Two members show a frame of any size, one alone does by half of its characters.
_TWO = 2
_TAIL, _THREE = 2, 3
# The logarithm of how often two characters stand in official writing that belong together.
_USUAL = 3.0
_NEVER_LAST = frozenset("一不")
_MASK = "某"
# They hardly ever are what was lost.
_SMALL = frozenset("的了和与及上中下内外前后者等是在为将也都要来去不")
# Said by itself behind a noun or an adverb: 「按季审」, 「事后补」.
_SAID_ALONE = frozenset(
    "审评补批查改办报学讲说看用修种养收卖买租住开关好多少人村户家镇乡组岗苑园宴假江桥路河山湖"
)


# Behind these stands a verb: 「早处」 is no noun.
_SAYS_HOW = frozenset("早勤多常快真敢善能会可应不全")


@record
class Cut:
    """A member that lost a character, and the whole one where it is known."""

    start: int
    end: int
    meant: str
    like: str
    # Whether only the length speaks for the loss.
    is_doubtful: bool = False


def _keeps(rest: str, frame: Mapping[int, str], lost: int) -> bool:
    return all(rest[place - (place > lost)] == letter for place, letter in frame.items() if place != lost)


def _cuts(passage: Passage) -> tuple[Cut, ...]:
    found: list[Cut] = []
    for members, mark in passage.once(rows_of):
        if mark == PAUSE and (cut := _first(members)):
            found.append(cut)
        for at, member in enumerate(members):
            size = len(member.text) + 1
            if at and member.text and size <= _LONGEST:
                group = others_about(members, at, size)
                least = 0 if mark == PAUSE else _TWO
                if group and (cut := _cut(member, group, least)):
                    found.append(cut)
    return tuple(found)


def _cut(member: Member, group: Sequence[str], least: int) -> Cut | None:
    """What a member lost that shares at least so many characters with the group."""
    rest, frame = member.text, shared_by(group)
    last = len(rest)
    if last < _SHORTEST:
        return _of_one(member, frame, group) if least == 0 else None
    if len(group) < _TWO:
        return _found(member, _completed(member), group) if _is_half_of_pair(member, group[0]) else None
    shared = sum(rest[place] == letter for place, letter in frame.items() if place < last)
    if shared >= least and (_stops_short(member, frame, shared) or _is_half_word(rest, frame, group)):
        letter = (frame.get(last) if shared else "") or _completed(member)
        if shared or letter:
            # 「查价格、查质量、查秤」: a noun of one character.
            return _found(member, letter, group, is_doubtful=not shared or (shared < _TWO and not letter))
    return _inner(member, frame, group)


def _stops_short(member: Member, frame: Mapping[int, str], shared: int) -> bool:
    """Whether the last character is missing, by what the member shares and by how it ends."""
    rest = member.text
    last = len(rest)
    if shared < len(frame) - (last in frame):
        # 「采购有记录、验收有记录、留样有柜」 goes another way.
        return rest[-1] == frame.get(last - 1, rest[-1]) and _tail_is_lost(member)
    if shared >= _THREE or (shared and rest[-1] == "得") or (shared >= _TWO and rest[-1] in _NEVER_LAST):
        return True
    # 「责任到岗、考核到」: half of the word that they share.
    if (
        last in frame
        and last <= _SHORT
        and rest[-1] == frame.get(last - 1)
        and len(dictionary.cut(rest)[-1]) == 1
    ):
        half = rest[-1] + frame[last]
        if is_word(half) or runs.shipped().often(half) > _USUAL:
            return True
    return _tail_is_lost(member)


def _is_half_word(rest: str, frame: Mapping[int, str], group: Sequence[str]) -> bool:
    """「以宣传促认识、以认识促行动、以行动促成」: where the others have a word behind what all share, it has one character."""
    last = len(rest)
    inner = frame.keys() - {last}
    if len(inner) < _TWO or max(inner) != last - _TWO or any(rest[place] != frame[place] for place in inner):
        return False
    return rest[-1] not in _SAID_ALONE and all(is_word(other[last - 1 :]) for other in group)


def _of_one(member: Member, frame: Mapping[int, str], group: Sequence[str]) -> Cut | None:
    """「公平、公正、公」: the one character that they share, or the one that goes before it, 「路通、水通、电」."""
    if len(group) < _TWO or len(frame) != 1 or member.behind != EDGE:
        return None
    if frame.get(0) == member.text:
        return _found(member, "", group)
    if 1 in frame and runs.shipped().often(member.text + frame[1] + EDGE):
        return _found(member, frame[1], group)
    return None


def _is_half_of_pair(member: Member, other: str) -> bool:
    """「骂不还口、打不还」: it ends with what they share, which is half of them or all but one."""
    rest = member.text
    alike = [letter == other[place] for place, letter in enumerate(rest)]
    if not alike[-1] or all(alike):
        return False
    if sum(alike) == len(rest) - 1 >= _THREE:
        return True
    return len(rest) <= 2 * sum(alike) and _tail_is_lost(member)


def _others(passage: Passage) -> tuple[Cut, ...]:
    """Members as long as the others that have all they share but one character, as official writing never has it."""
    found: list[Cut] = []
    for members, mark in passage.once(rows_of):
        for at, member in enumerate(members):
            size = len(member.text)
            group = others_about(members, at, size) if at and size >= _THREE else []
            frame = shared_by(group) if len(group) >= _TWO else {}
            wrong = [place for place, letter in frame.items() if member.text[place] != letter]
            if len(wrong) != 1 or (mark != PAUSE and len(frame) < _THREE):
                continue
            place = wrong[0]
            whole = member.text[:place] + frame[place] + member.text[place + 1 :]
            if _is_other(member, frame) or _is_misheard(passage, member, whole, place):
                found.append(Cut(member.start, member.start + size, whole, group[0]))
    return tuple(found)


def _is_misheard(passage: Passage, member: Member, whole: str, place: int) -> bool:
    """Whether the character sounds or looks like that of the others and official writing has only theirs: 「统以发放」."""
    text = member.text
    if text[place] not in knowledge(passage).confused[whole[place]]:
        return False
    often = runs.shipped().often
    written, meant = (f"{EDGE}{words}{member.behind}" for words in (text, whole))
    windows = range(max(0, place - 1), min(place + 2, len(written) - _THREE + 1))
    return not any(often(written[at : at + _THREE]) for at in windows) and any(
        often(meant[at : at + _THREE]) for at in windows
    )


def _is_other(member: Member, frame: Mapping[int, str]) -> bool:
    text = member.text
    last = len(text) - 1
    if len(frame) < _TWO or last < _THREE or text[last] == frame.get(last, text[last]):
        return False
    often, tail, letter = runs.shipped().often, text[-_THREE:], frame[last]
    if often(tail):
        return False
    if often(tail[:-1] + letter):
        return True
    # 「一户一整里」: the word that ends there is none, and one with the other character.
    word = tail[1:]
    return is_word(word[0] + letter) and not is_word(word) and not often(word + member.behind)


def _found(member: Member, letter: str, group: Sequence[str], *, is_doubtful: bool = False) -> Cut:
    meant = member.text + letter if letter else ""
    return Cut(member.start, member.start + len(member.text), meant, group[0], is_doubtful)


def _inner(member: Member, frame: Mapping[int, str], group: Sequence[str]) -> Cut | None:
    """A character of the frame is lost inside: it makes a word there, and what is left has a single one instead."""
    rest = member.text
    for place, letter in frame.items():
        whole = rest[:place] + letter + rest[place:]
        if place in (0, len(rest)) or len(frame) < _TWO or not _keeps(rest, frame, place):
            continue
        # 「生鲜柜、药品专柜、家电专柜」 are things, and things need not be named alike.
        if dictionary.kinds(whole)[-1][:1] not in ("v", "a"):
            continue
        if _singles(whole) < _singles(rest) and not _meet(member, place):
            return Cut(member.start, member.start + len(rest), whole, group[0])
    return None


def _meet(member: Member, place: int) -> bool:
    """Whether official writing has the characters on both sides of a place together."""
    written = EDGE + member.text + member.behind
    near = range(max(0, place - 1), min(place + 1, len(written) - _THREE + 1))
    return any(runs.shipped().often(written[at : at + _THREE]) for at in near)


def _first(members: Sequence[Member]) -> Cut | None:
    """What the first member lost inside, which may have an opening, 「做到措施位、责任到位、组织到位」."""
    if len(members) < _THREE:
        return None
    first, size = members[0], len(members[1].text)
    group = others_about(members, 0, size)
    if len(group) < _TWO or not _THREE <= size <= _LONGEST or len(first.text) < size - 1:
        return None
    frame, start = shared_by(group), len(first.text) - size + 1
    if _keeps_all(first.text[-size:], frame):
        return None
    return _inner(Member(first.text[start:], first.start + start, EDGE, EDGE), frame, group)


def _keeps_all(text: str, frame: Mapping[int, str]) -> bool:
    return all(place < len(text) and text[place] == letter for place, letter in frame.items())


def _singles(text: str) -> int:
    return sum(len(word) == 1 for word in dictionary.cut(text))


def _tail_is_lost(member: Member) -> bool:
    """Whether official writing never ends so: a last character that is no word, whose neighbour makes none with it."""
    rest = member.text
    closes = rest[-1] in CLOSES_NOUN and rest[0] not in _SAYS_HOW
    if closes or rest[-1] in _SAID_ALONE or is_word(rest):
        return False
    return len(dictionary.cut(rest)[-1]) == 1 and not runs.shipped().often(rest[-_TAIL:] + member.behind)


def _completed(member: Member) -> str:
    """The character that official writing puts behind these, and then ends; none if there is none."""
    often, rest = runs.shipped().often, member.text
    behind, ahead = pairs.shipped().behind(rest[-1]), pairs.shipped().ahead(member.behind)
    best: tuple[float, str] = 0.0, ""
    for letter in behind:
        if letter not in _SMALL and letter != EDGE and letter in ahead and is_word(rest[-1] + letter):
            known = min(often(rest[-_TAIL:] + letter), often(rest[-1] + letter + member.behind))
            best = max(best, (known, letter if known else ""))
    return best[1]


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for cut in passage.once(_cuts):
        text = passage.text[cut.start : cut.end]
        # 「向某某、冉某」 are persons.
        is_masked = _MASK in text or _MASK in cut.like
        if is_masked or passage.in_web_residue(cut.start) or is_quoted(passage.text, cut.start, cut.end):
            continue
        said = f"「{text}」比同列的「{cut.like}」少一个字"
        said += f"，疑为「{cut.meant}」。" if cut.meant else "，疑漏了字。"
        severity: Severity = "info" if cut.is_doubtful else rule.severity
        yield rule.finding(passage, cut.start, cut.end, said, suggestion=cut.meant or None, severity=severity)


def _find_other(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for cut in passage.once(_others):
        text = passage.text[cut.start : cut.end]
        if not passage.in_web_residue(cut.start) and not is_quoted(passage.text, cut.start, cut.end):
            said = f"「{text}」与同列的「{cut.like}」有一个字不同，疑为「{cut.meant}」。"
            yield rule.finding(passage, cut.start, cut.end, said, suggestion=cut.meant)


RULES = (
    Rule(
        name="typo.row_member_differs",
        category="typo",
        severity="warning",
        explain="几项并列、格式一样，其中一项有一个字与别的不同（末字，或者音近、形近的字），公文里又从不这样连：「有人管事、有章理事、有钱办法」应为「有钱办事」，「早发现、早报告、找处置」应为「早处置」。",
        fires="村里做到有人管事、有章理事、有钱办法，做到早发现、早报告、找处置。",
        passes="村里做到有人管事、有章理事、有钱办事，小纠纷不出村、大纠纷不出乡。",
        find=given(_others, _find_other),
    ),
    Rule(
        name="typo.row_member_cut",
        category="typo",
        severity="warning",
        explain="几项并列、字数和格式一样，其中一项少了一个字：「统一印制、统一发放、统一管」缺「理」，「组织到位、责任到位、措施位」缺「到」。剩下的字公文里从不这样收尾才报。",
        fires="票据统一印制、统一发放、统一管，做到组织到位、责任到位、措施位。",
        passes="票据统一印制、统一发放、统一管理，抓班子、抓队伍、抓人，路通、水通、电通。",
        find=given(_cuts, _find),
    ),
)
