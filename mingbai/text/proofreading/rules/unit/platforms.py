"""Names of the state's websites and platforms, nearly as they are: 「全国企业信用信息公开系统」 for 「国家企业信用信息公示系统」."""

from collections import Counter
from collections.abc import Iterator, Sequence
from os.path import commonprefix

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, compiled, warning_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_HEADS = ("国家", "全国", "中国")
_NAMED = lazy.pattern(
    rf"(?P<head>国家|全国|中国)(?![和与的各级])(?P<rest>(?:(?![在由通过和与及的将上于])[{HAN}]){{2,16}}?(?:网站|网|平台|系统|数据库))(?![络点格上站]|[{HAN}]{{0,2}}(?:平台|系统))"
)
_WORDS = waiting_for(_HEADS)
# So many characters may be others, and no more than so large a part of the name.
_OTHERS, _SHARE = 2, 0.34


def _names(rows: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(row["name"] for row in rows)


_BEGUN, _AS_LONG = 0.6, 3


def _begins_alike(written: str, name: str) -> bool:
    """「中国裁判文书公开网」 and 「中国裁判文书网」: the matter is the same, the end is another."""
    shared = len(commonprefix((written[2:], name[2:])))
    return (
        shared >= _BEGUN * len(name[2:]) and shared > _AS_LONG and abs(len(written) - len(name)) <= _AS_LONG
    )


def _nearly(written: str, known: Sequence[str]) -> str | None:
    """The one name that differs from the written by its head and a word at most."""
    near = []
    for name in known:
        if written[:2] == name[:2] and _begins_alike(written, name):
            near.append((_OTHERS + 1, False, name))
        lost, more = Counter(name[2:]) - Counter(written[2:]), Counter(written[2:]) - Counter(name[2:])
        changed = max(lost.total(), more.total())
        ends = name[-2:] == written[-2:] or lost.total() + more.total() <= _OTHERS
        if changed <= _OTHERS and changed <= _SHARE * len(name[2:]) and ends and name[2:4] == written[2:4]:
            near.append((changed, name[:2] != written[:2], name))
    return min(near)[2] if near else None


def _misnamed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    known = compiled(passage, ("official_platforms",), _names)
    for match in matches_near(passage, _WORDS, _NAMED, 24):
        if match[0] in known or passage.in_web_residue(match.start()):
            continue
        right = _nearly(match[0], known)
        if right:
            said = f"「{match[0]}」疑为「{right}」，请核对名称。"
            yield rule.finding(passage, *match.span(), said, suggestion=right)


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "platform_misnamed",
        "国家级网站、平台的名称写得差一两个字：「全国企业信用信息公开系统」应为「国家企业信用信息公示系统」。",
        "处罚决定通过全国企业信用信息公开系统公示。",
        "处罚决定通过国家企业信用信息公示系统公示。",
        Waiting(_WORDS, _misnamed),
    ),
)
