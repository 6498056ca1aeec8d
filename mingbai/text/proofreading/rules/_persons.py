"""Where persons, and villages in a list, are named in a text: read once, for rules that judge single characters.

What a statistic finds odd in 「蒙朝阳」, 「陆工」, 「白林、马福祥两位同志」 or 「冰岛、公弄、懂过三个村」 is a name. A place that is taken for one
by mistake costs a hint, no more, so the signs may be weak: a post or a label before, 「同志」 or a deed behind, a surname in a list.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from mingbai.text import dictionary, lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.asking import is_failure, unless_it_fails
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import is_person, is_word
from mingbai.text.proofreading.rules._naming import surnames

_NEVER = "的了是在由对将把被向与和及或为以于从各全该本并也都就已未不要可能会应须请任兼"
_LETTER = f"(?:(?![{_NEVER}])[{HAN}])"
_POSTS = (
    "书记|镇长|乡长|县长|区长|市长|局长|主任|部长|院长|校长|园长|所长|站长|科长|股长|队长|组长|村长|社长|厂长|场长|馆长|会长|主席|委员|专员|经理|会计|出纳|文书|干事|代表|教师|医生|村医|兽医"
    "|支书|第一书记|网格员|护林员|监督员|讲解员|村民|居民|党员|农户|大户|户主|茶农|牧民|渔民|农民|老人|同志|先生|女士|老师|师傅|护士|警官|法官|律师|工程师|负责人|联系人|申请人|经办人|知县|知府|烈士"
)
_LABELS = "主持|记录|出席|列席|参加|缺席|请假|联系人|经办人|审核|签发|校对|拟稿|填表人|制表|负责人|会计|出纳|主任|组长|副组长|成员|组员|书记|委员|总河长|河长|责任人|责任编辑|编辑|作者|摄影|姓名|户主|申请人|收件人|代表|候选人"
_BEHIND = "同志|等\\d{1,3}[人名户位]|等[一二两三四五六七八九十]{1,2}[人名户位]|[一二两三四五六七八九十]{1,2}[位名]|先生|女士|夫妇|夫妻|老人|大爷|大妈|大娘|大叔|大婶|大伯|大嫂|大哥|大姐|老汉|爷爷|奶奶|阿姨|叔|婶|烈士|家的?[，,。、]"
# 「镇长蒙朝阳代表镇人民政府」, 「书记：覃光烈」
_AFTER_POST = lazy.pattern(
    rf"(?:{_POSTS})(?P<colon>[：:])?[ \t\u3000]*(?!团|级|办|会|室|科|班|职|席|制|人)(?P<name>{_LETTER}{{2,4}})"
)
_AFTER_LABEL = lazy.pattern(
    rf"(?:{_LABELS})[：:][ \t\u3000]*(?P<list>{_LETTER}{{2,4}}(?![{HAN}])(?:[、，, \u3000]+{_LETTER}{{2,4}}(?![{HAN}])){{0,30}})"
)
_BEFORE_DEED = lazy.pattern(
    rf"(?P<list>{_LETTER}{{2,4}}?(?:[、，和]{_LETTER}{{2,4}}?){{0,12}})(?=(?:{_BEHIND}))"
)
_KIN = lazy.pattern(
    rf"(?P<name>{_LETTER}{{1,3}}?)(?=大爷|大妈|大娘|大叔|大婶|大伯|大嫂|老汉|爷爷|奶奶|婆婆|嬢嬢|大姐|阿姨|支书|医生|师傅|老师)"
)
# 「老田」, 「陆工」, 「石老五」
_FAMILIAR = lazy.pattern(
    rf"(?P<old>[老小](?P<one>[{HAN}]))(?![{HAN}]?[区城年人师旧化])|(?<![{HAN}])(?P<two>[{HAN}])(?P<tail>[工总]|老[一二三四五六七八九大幺]|家[哥嫂])(?![{HAN}]{{0,1}}[程作业资人具厂计])"
)
_ITEMS = lazy.pattern(rf"{_LETTER}{{2,4}}(?:[、 \u3000]+{_LETTER}{{2,4}}){{1,40}}")
# 「冰岛、公弄、懂过三个村」, 「哈日朝鲁、希热庙3个嘎查」
_VILLAGES = lazy.pattern(
    rf"{_LETTER}{{2,6}}(?:、{_LETTER}{{2,6}}){{1,15}}?等?(?:[一二两三四五六七八九十]{{1,2}}|\d{{1,3}})个?(?:行政村|自然村|村民小组|村|社区|乡镇|镇|乡|嘎查|苏木|浩特|街道|社|寨|屯|片区|农场|林场)"
)
_LISTED = lazy.pattern(r"[^、，和]+")
_APART = lazy.pattern(rf"[{HAN}]+")
_FOREIGN = lazy.pattern(rf"[{HAN}]{{2,8}}(?:[·•・][{HAN}]{{2,8}}){{1,3}}")
_TWO, _THREE, _MANY = 2, 3, 60


# Surnames that are rare in the country and common in some districts.
_RARER = frozenset(
    "蒙农岑冼粟庹仝苟佘逯冉牟敖蒲郎郁鄢邝闵雍晏巫戚祁储桑荀甄芮靳蔺屠胥莘姬濮扈瞿茹宦庾匡寇阙沃隆巩晁阚饶鞠巢荆竺桓龙田白石岩"
)


def _is_name(passage: Passage, name: str) -> bool:
    known = surnames(passage)
    surname = name[0] in known or name[0] in _RARER or name[:2] in known
    if not surname or len(name) > (4 if name[:2] in known else _THREE) or is_word(name):
        return False
    # 「边核实」, 「管负责」
    return len(name) < _THREE or is_person(name) or dictionary.kinds(name[1:]) not in _DEEDS


_DEEDS = (["v"], ["vn"], ["vd"])


def _cut(passage: Passage, run: str, *, surely: bool) -> int:
    """How many characters of what follows a post are the name; 0 where none is."""
    if is_word(run[:2]) or is_word(run[:3]) or is_word(run[:4]):
        return 0
    if not surely and not (_is_name(passage, run[:_TWO]) or _is_name(passage, run[:_THREE])):
        return 0
    if run[0] in "老小" and run[1] in surnames(passage):
        return _TWO
    # 「李文任组长」: the third character may be that of the next word.
    if len(run) > _THREE and is_word(run[2:4]):
        return _TWO
    return min(len(run), _THREE)


def _behind_posts(passage: Passage) -> Iterator[tuple[int, int]]:
    for match in _AFTER_POST.finditer(passage.text, passage.start, passage.end):
        length = _cut(passage, match["name"], surely=match["colon"] is not None)
        if length:
            yield match.start("name"), match.start("name") + length
    for match in _AFTER_LABEL.finditer(passage.text, passage.start, passage.end):
        for item in _APART.finditer(passage.text, *match.span("list")):
            if not is_word(item[0]):
                yield item.span()


def _before_deeds(passage: Passage) -> Iterator[tuple[int, int]]:
    """「包户干部白林、马福祥两位同志」: the first of them follows other words."""
    for match in _BEFORE_DEED.finditer(passage.text, passage.start, passage.end):
        for item in _LISTED.finditer(passage.text, *match.span("list")):
            tail = next(
                (few for few in (3, 2) if len(item[0]) >= few and _is_name(passage, item[0][-few:])), 0
            )
            if tail:
                yield item.end() - tail, item.end()
            elif passage.text.startswith("同志", item.end()) and _holds_no_word(item[0][-_THREE:]):
                yield item.end() - len(item[0][-_THREE:]), item.end()


def _holds_no_word(name: str) -> bool:
    return len(name) == _THREE and not (is_word(name) or is_word(name[:2]) or is_word(name[1:]))


def _familiar(passage: Passage) -> Iterator[tuple[int, int]]:
    known, text = surnames(passage), passage.text
    for match in _KIN.finditer(text, passage.start, passage.end):
        name = match["name"]
        if name[-1] in known:
            yield match.end("name") - 1, match.end("name")
        elif len(name) > 1 and not is_word(name):
            yield match.span("name")
    for match in _FAMILIAR.finditer(text, passage.start, passage.end):
        if (match["one"] or match["two"]) in known and not is_word(match[0]):
            yield match.span()


def _in_lists(passage: Passage) -> Iterator[tuple[int, int]]:
    """「杨亚江、吴秀兰、龙通海」: where most of a list are surnames with one or two characters, all are names."""
    for match in _ITEMS.finditer(passage.text, passage.start, passage.end):
        items = [*_APART.finditer(passage.text, *match.span())]
        names = sum(_is_name(passage, item[0]) for item in items)
        if names * _TWO >= len(items) and not any(is_word(item[0]) for item in items):
            yield from (item.span() for item in items)
    for pattern in (_VILLAGES, _FOREIGN):
        for match in pattern.finditer(passage.text, passage.start, passage.end):
            yield match.span()


def _everywhere(passage: Passage, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, and wherever else a name of three characters stands that was read once."""
    found = set(spans)
    names = sorted({passage.text[start:end] for start, end in found if end - start == _THREE})[:_MANY]
    if names:
        again = re.compile("|".join(map(re.escape, names)))
        found.update(match.span() for match in again.finditer(passage.text, passage.start, passage.end))
    yield from sorted(found)


_READINGS = (_behind_posts, _before_deeds, _familiar, _in_lists)


def named(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Where names stand, in order and without overlap."""
    kept: list[tuple[int, int]] = []
    for start, end in _everywhere(passage, chain.from_iterable(read(passage) for read in _READINGS)):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)


def is_in_name(passage: Passage, start: int, end: int) -> bool:
    """Whether two characters of a place, or all of it, belong to a name."""
    spans = passage.once(named)
    at = bisect_left(spans, (start, start))
    for low, high in spans[max(0, at - 1) : at + _TWO]:
        shared = min(high, end) - max(low, start)
        if shared >= min(_TWO, end - start):
            return True
    return False


_OF_CHARACTERS = (
    "typo.letter_", "typo.misfit_", "typo.pair_strange", "typo.broken_word", "typo.near_word",
    "typo.phrase_homophone", "typo.lost_character", "typo.surplus_", "typo.order_",
)  # fmt: skip


def without_names(passage: Passage, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that judge the characters of a name; all of them where names cannot be read."""
    every = list(findings)
    return unless_it_fails(every, _outside_names, passage, every)


def _outside_names(passage: Passage, findings: Sequence[Finding]) -> list[Finding]:
    return [
        one
        for one in findings
        if not one.rule.startswith(_OF_CHARACTERS)
        or is_failure(one)
        or not is_in_name(passage, one.start, one.end)
    ]


# In the year somebody became what another part of the text calls them.
_CHANGED = lazy.pattern(
    "当选|新任|换届|任命|调任|改任|升任|接任|继任|履新|不再担任|免去|提拔|时任|选举|补选|拟任|交接|晋升|到任"
)
_NEAR, _BESIDE = 400, 20
# What follows a name of two characters may be its third.
_AFTER_NAME = "同任为担兼主牵负分带出参作指要强讲听对就在到提介宣表亲多与和及率深召签逐一"
_BODY = lazy.pattern(f"(?P<body>(?![本我该全])[{HAN}]{{1,2}}(?:[局委办院镇乡街区县市校所站联协馆]|中心))$")


def chief_called(passage: Passage, post: str, name: str) -> re.Match[str] | None:
    """「镇长王明」; not 「镇长王明辉」, 「代镇长王明」 nor whoever is of a body that the text does not name again."""
    ends = rf"(?![{HAN}])|(?=[{_AFTER_NAME}])" if len(name) == _TWO else ""
    called = re.compile(rf"(?<![副、和及原代前]){post}{name}(?:{ends})")
    head = called.search(passage.text, passage.start, passage.end)
    body = _BODY.search(passage.text, max(passage.start, head.start() - 4), head.start()) if head else None
    return None if body and passage.body.count(body["body"]) == 1 else head


def post_changes(passage: Passage, one: int, other: int) -> bool:
    """Whether between or beside two places somebody is elected, appointed, relieved."""
    low, high = sorted((one, other))
    near = passage.text[max(passage.start, low - _BESIDE) : min(passage.end, high + _BESIDE)]
    return high - low <= _NEAR and _CHANGED.search(near) is not None
