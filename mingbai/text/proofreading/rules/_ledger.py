"""What a paragraph tells of one matter, read once: how much there was, how much of it is done, how much is left.

Each figure is given the part it plays by the verb before it in its clause or the words behind it: 「收到」 and 「发现」 tell what
there was, 「办结」 and 「合格」 what came of it, 「正在」, 「未」 and 「其余」 what did not. Figures of one unit that follow each other
are one account: what there was, then what became of it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.proofreading.amounts import PEOPLE, Amount, Statement, statements
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage

_SOURCES = "收到|收集|接到|接收|受理|征集|征求|接办|承办|交办|转办|移交|登记|查出|查摆|发现|排查|梳理|反馈|立案|抽检|抽查|检查|检测|送检|监测|应到|应答|发出|发放问卷|申报|提出|下达|新收|新增|走访|摸排|原有|共有|现有|收回|计划|实施|安排|受检|参评|参检|办理|接待|调处|排摸|提交|诉讼"
_DEEDS = "办结|办复|答复|回复|采纳|吸纳|采用|录用|整改|整治|完成|解决|化解|处置|处理|结案|审结|销号|销案|合格|达标|通过|收回|回收|满意|完工|竣工|建成|验收|落实|拆除|兑现|到位|出庭|实到|脱贫|投用|投产|压减|关停|赞成|同意|调解成功|调处成功|入户|接种|签订|交付|入住|办理完毕|清零|开工|修复|更换|取缔|转办|立行立改|当场整改|立即整改|成功|审批|批准|核准|准予|复耕|拆迁|安置|兑付|复绿|复垦|改造|符合条件|符合要求|符合"
_NEGATED = "未|没有|没|尚未|暂未|还未|不予|不|非|待|正在|仍在|还在|正|需"
_ADVERBS = "按期|按时|及时|能|予|获|被|继续|抓紧|全面|进一步|积极|加快|全部|完全|得到|有效|实现|如期"
_GOING = "办理|推进|建设|施工|实施|审核|审理|调查|协调|跟进|制定|进行|开展|核查|研究|整理|完善|筹备"
_SHARES = frozenset(("%", "个百分点", "倍"))
GOING = frozenset(_GOING.split("|"))
_DONE = lazy.pattern(rf"(?P<deed>{_DEEDS})")
_OPEN = lazy.pattern(
    rf"(?:{_NEGATED})(?:{_ADVERBS})?(?P<deed>{_DEEDS}|{_GOING})|(?P<rest>剩余|剩下|其余|余下|尚有|还有|仍有|还剩|尚余|仍剩|其他|其它|另有|保留)"
    r"|在办|在建|推进中|办理中|整改中|处理中|施工中|持续推进|长期(?:推进|坚持)|限期整改|(?:基本|部分)(?:完成|整改|办结)|弃权|反对|撤回|撤销|延期|退回|无法|难以|暂缓|暂不|因[^，,。；;]{2,12}|结转下|结转至下"
)
# Whatever else was done or not: 「已复耕」, 「未复耕」.
_ANY_DONE = lazy.pattern("已经?(?:全部|基本)?(?P<deed>[一-鿿]{2})(?:了|的)?[一-鿿]{0,4}$")
_ANY_OPEN = lazy.pattern(
    "(?:尚未|还未|未|不(?![足少低超等含同动锈良定限到宜])|非(?!常))(?P<deed>[一-鿿]{2})(?:的)?[一-鿿]{0,4}$"
)
_SOURCE = lazy.pattern(f"(?:{_SOURCES})")
_BEHIND = lazy.pattern(r"[^，,。；;：:、！？\n（）()\d]{0,10}")
# 「规范的51份，不规范的11份」: what is denied of some is said of the others.
_DENIED = lazy.pattern("(?:未|不(?![足少低超等含同动锈良定限到宜予]))([一-鿿]{2})(?=的)?")
SUB = lazy.pattern(r"其中|[（(]|包括|包含|分别")
# Of another time or another lot.
OTHER_TIME = lazy.pattern(
    r"旧存|积存|结存|去年|上年(?!度?(?:末)?结转)|往年|历年|前年|同期|上半年|下半年|季度|累计|以来|遗留|(?<!截)[至到]\d{1,2}月|计划|力争|拟|目标|第[一二三]批|新(?:增|发现|排查)"
)
_CARRIED_IN = lazy.pattern("(?:上年度?|去年|往年|以前年度)(?:末)?(?:结转|遗留)|(?<!下年)结转(?!下|至)")
# What was left from before is in it: 「上年结转3件，本年应办49件」.
_ALL_TOLD = lazy.pattern("应[办答处审]|需[办答处]|总[计数]|合计|一共")
_CARRIED = lazy.pattern("结转|往年|历年|上年|遗留|存量|累计|此前|之前|跨年")


class Entry(NamedTuple):
    """A figure in an account: what part it plays, by which verb; `sub` where the words say that it is of the figure before."""

    amount: Amount
    role: str
    deed: str
    rest: bool
    sub: bool
    sentence: Statement
    words: str


class Account(NamedTuple):
    """What there was, and what became of it, in order."""

    whole: Entry
    parts: tuple[Entry, ...]
    carried: float | None

    @property
    def value(self) -> float:
        """All there was, with what is said to be left from before; see `is_open`."""
        return self.whole.amount.value + (self.carried or 0.0)

    @property
    def is_open(self) -> bool:
        """Whether something from before may be among it, and nobody says how much."""
        return self.carried is None

    @property
    def span(self) -> tuple[int, int]:
        return self.whole.amount.start, self.parts[-1].amount.end


def unit_of(one: Amount) -> str:
    return "人" if one.unit in PEOPLE and one.unit != "人次" else one.unit


def _role(label: str, behind: str) -> tuple[str, str, bool]:
    """The part a figure plays, the deed, and whether only a word for the rest says so."""
    opened = _OPEN.search(behind[:8]) or _last(_OPEN, label[-12:])
    if opened:
        return "open", opened["deed"] or "", opened["rest"] is not None
    source = _last(_SOURCE, label[-12:])
    done = _last(_DONE, label[-10:])
    if done and (source is None or done.end() + len(label[-12:]) - len(label[-10:]) > source.end()):
        return "done", done["deed"], False
    other = _ANY_OPEN.search(label[-10:])
    if other:
        return "open", other["deed"], False
    other = _ANY_DONE.search(label[-10:]) if source is None else None
    if other:
        return "done", other["deed"], False
    after = _DONE.search(behind[:6]) if not source else None
    if after and "的" not in behind[: after.start()]:
        return "done", after["deed"], False
    return ("source", source[0], False) if source else ("", "", False)


def _last(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    found = list(pattern.finditer(words))
    return found[-1] if found else None


def _entries(passage: Passage, sentence: Statement) -> Iterator[Entry]:
    before: dict[str, int] = {}
    denied = set(_DENIED.findall(sentence.words))
    for one in sentence.amounts:
        behind = _BEHIND.match(passage.text, one.end, sentence.end)
        unit = unit_of(one)
        link = passage.text[before.get(unit, sentence.start) : one.start]
        role, deed, rest = _role(one.label, behind[0] if behind else "")
        if not role and denied:
            deed = next(
                (word for word in denied if word in one.label[-6:] + (behind[0][:4] if behind else "")), ""
            )
            role = "done" if deed else ""
        yield Entry(one, role, deed, rest, SUB.search(link) is not None, sentence, link)
        before[unit] = one.end


def _paragraphs(passage: Passage) -> Iterator[list[Statement]]:
    group: list[Statement] = []
    for sentence in passage.once(statements):
        if group and "\n" in passage.text[group[-1].end : sentence.start + 1]:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def ledger(passage: Passage) -> list[list[Entry]]:
    """The figures of each paragraph with the parts they play; not of those about what is to come."""
    plans = passage.once(plan_sections) if passage.document.kind != "work_plan" else []
    return [
        [entry for sentence in group for entry in _entries(passage, sentence)]
        for group in _paragraphs(passage)
        if not any(part.start <= group[0].start < part.end for part in plans)
    ]


def paragraphs(passage: Passage) -> list[tuple[list[Entry], list[Account]]]:
    """The figures of each paragraph, and its accounts: each a whole, and at least one figure of what became of it."""
    return [(entries, list(_accounts_of(passage, entries))) for entries in passage.once(ledger)]


def accounts(passage: Passage) -> list[Account]:
    """Every account of the text."""
    return [account for _, found in passage.once(paragraphs) for account in found]


def around(passage: Passage, place: int, *, beyond: bool = False) -> list[Amount]:
    """The figures of the sentence at a place among those with figures, and of its neighbours in the same paragraph; with
    `beyond` also in the one before it."""
    told = passage.once(statements)
    own = told[place]
    low = max(passage.start, own.start - _REACH)
    before = passage.text.rfind("\n", low, own.start)
    if beyond and before >= 0:
        before = passage.text.rfind("\n", low, before)
    after = passage.text.find("\n", own.end, own.end + _REACH)
    begin = before if before >= 0 else low - 1
    end = after if after >= 0 else own.end + _REACH
    near = told[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]
    return [amount for one in near if begin < one.start < end for amount in one.amounts]


# So many sentences with figures, and so many characters, on either side.
_NEIGHBOURS, _REACH = 4, 300


def _accounts_of(passage: Passage, entries: Sequence[Entry]) -> Iterator[Account]:
    wholes: dict[str, Entry] = {}
    runs: dict[str, list[Entry]] = {}
    over: dict[str, float] = {}
    for entry in entries:
        unit = unit_of(entry.amount)
        run = runs.setdefault(unit, [])
        if unit in _SHARES:
            continue
        if _CARRIED_IN.search(entry.amount.label):
            over[unit] = entry.amount.value
            continue
        plain = entry.role in {"done", "open"} and unit in wholes
        if plain and not (entry.sub and run) and _goes_on(passage, wholes[unit], run, entry):
            run.append(entry)
            continue
        yield from _closed(passage, wholes.get(unit), run, over.get(unit))
        wholes[unit] = run[-1] if entry.sub and run and plain else entry
        runs[unit] = [entry] if entry.sub and plain else []
    for unit, run in runs.items():
        yield from _closed(passage, wholes.get(unit), run, over.get(unit))


def _goes_on(passage: Passage, whole: Entry, run: Sequence[Entry], entry: Entry) -> bool:
    """Whether a part stands in the sentence of those before it, or in the one after what there was."""
    if run:
        return run[-1].sentence is entry.sentence
    apart = passage.text[whole.sentence.end : entry.sentence.start]
    return whole.sentence is entry.sentence or (whole.role == "source" and len(apart) <= 1)


def _closed(
    passage: Passage, whole: Entry | None, run: Sequence[Entry], over: float | None
) -> Iterator[Account]:
    if whole is None or not run:
        return
    start = max(passage.start, whole.sentence.start)
    carried = _CARRIED.search(passage.text, start, run[-1].sentence.end) is not None
    carried = carried and _ALL_TOLD.search(whole.amount.label) is None
    yield Account(whole, tuple(run), over if carried else 0.0)
