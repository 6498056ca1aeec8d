"""Punctuation lost: whole paragraphs run together, a list announced without its colon."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from mingbai.text import lazy
from mingbai.text.edges import PAUSE, STOPS, Letters, letters_of, runs_of, shipped
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Faint, Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.structure import read_marker
from mingbai.text.records import record

# A run of so many Chinese characters without any mark is too long to be one clause …
_LONG = 34
# … and where such runs have shown that marks were lost, so many with a seam are enough.
_SHORT = 15
_STRETCH = 2
# Where so much speaks for lost marks at least twice within so many lines and letters, marks are lost more often, and this much
# is added to what speaks for them.
_SIGN, _NEIGHBOURS, _LETTERS, _LOSS = 1.4, 2, 400, 1.0
# In a line whose runs together say so much, marks are lost wherever one may be, also between the items of a list.
_STRIPPED, _STRIPPED_LOSS = 4.0, 3.5
# The number of a heading has so many characters at most.
_TITLE_MARKS = 3
# In a hint two clauses of this length in all are told as well.
_SHORTEST = 9
# What must speak for lost marks in a run (natural logarithm of odds, added up): for a warning in a long run and in a short one, beside
# others, and for a hint. In 605,000 characters of clean papers that were not counted 25 runs reach the first and some 250 the last;
# most of the 25 are short ones, where a comma is a matter of taste.
_TELLING, _TELLING_ALONE, _LIKELY, _DOUBTFUL = 3.7, 5.0, 0.7, 0.8
_TWO_CLAUSES = 24
# A hint where the lines around have their marks needs more: in 392,000 characters of good papers half as many remain (111 for 212),
# and of marks that paragraphs lost, three in ten, all but one in fifty are still told.
_DOUBTFUL_ALONE = 1.2
# What a weaker sign is worth beside those of words.
_COMPARED = -1.0
# In a text whose marks stand everywhere else a long clause is mostly one that was written so.
_SURE_ALONE = 6.0
_RUN = lazy.pattern(rf"[{HAN}A-Za-z0-9“”\"《》]{{{_SHORTEST},}}")
# What stands between two marks; a title may hold marks of its own.
_PIECE = lazy.pattern(rf"(?:[^{STOPS}{PAUSE}《]+|《[^《》]*》|《)+")
_MARKER = lazy.pattern(
    r"\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[.．、）)]|第[一二三四五六七八九十百]{1,5}条(?=\s))\s*"
)
_CIRCLED = lazy.pattern("[①-⑳]")
# What makes a piece something else than writing alone.
_NO_WRITING = lazy.pattern(r"[^\w.%％“”‘’\"\s《》]")
# Words that open a clause; what stands before them must be able to end one.
_SEAM = lazy.pattern(
    r"(?<![，。；：、“《（和与及或并且而的地得了要将为需应可能会来以在对把被从向由使让请着更很最再又也都就还只已正所等按据不其各该这那"
    r"于实切好步续面断期及情样上中下内外时后前间])"
    r"(?:不断|进一步|切实(?!可行)|积极(?!性|作用|因素)|建立健全|同时|但是?在|但|从而|并且|并(?=对|将|在|按|及|为|由|向)|使(?!用|命)|因此|认为|觉得"
    r"|根据|按照(?!要求)|通过(?!率)|形成(?!的)|实行(?!的)|采取|主要表现|继续|自觉|努力|认真|严格|加大|加强(?!版)|提高(?!到)|完善(?!的)"
    r"|规范(?=公开|办事|行政|权力|程序|操作|内容)|强化|突出(?!的|问题|贡献)|注重|坚持|确保|促进(?!作用|会)|推动(?!力)|推进(?!会|力度)|公布|公开(?=办事|透明)"
    r"|我[们镇乡局县市区校街办])"
)
_DROPPED = lazy.pattern(
    r"第[一二三四五六七八九十]+[条款项]|中华人民共和国|领导小组成员|有限(?:责任)?公司|关于[^，。]{4,40}(?:通知|意见|办法|决定|方案)"
)
_ANNOUNCES = lazy.pattern(
    r"(?:如下|以下[几一二两三四五六七八九十]*[个项点条方]?(?:原则|几点|几项|几个方面|方面|要求|措施|工作|内容|问题|步骤|任务|规定|办法|情况|制度|程序|形式))$"
)


@record
class _Piece:
    """What stands between two marks of a line: its letters from `start` to `end`, and where it begins in the text."""

    line: int
    offset: int
    text: str
    letters: Letters
    start: int
    end: int


@record
class _Run:
    """Writing without a mark, in characters of the text: where, in which line, and what speaks for marks within it."""

    line: int
    start: int
    length: int
    seams: int
    weight: float
    # The same with what the lines around say.
    doubt: float
    mended: str

    @property
    def is_plain(self) -> bool:
        telling = _TELLING if self.length >= _TWO_CLAUSES else _TELLING_ALONE
        return self.length >= _SHORT and (
            self.weight >= telling or (self.length >= _LONG and self.seams >= 2)
        )

    @property
    def is_doubtful(self) -> bool:
        return self.doubt >= (_DOUBTFUL_ALONE if self.doubt == self.weight else _DOUBTFUL)

    @property
    def may_be_broken(self) -> bool:
        return self.length >= _SHORT and (self.seams > 0 or self.weight >= _LIKELY)


def _run_on(rule: Rule, passage: Passage) -> Iterator[Finding]:
    runs = passage.once(_runs)
    broken = [run.line for run in runs if run.is_plain]
    if not broken:
        return
    # One such run is a slip; several are a stretch whose marks were lost, where shorter runs are broken too.
    stretch = len(broken) >= _STRETCH
    first, last = (broken[0] - 1, broken[-1] + 1) if stretch else (1, 0)
    for run in runs:
        severity: Severity = rule.severity if stretch or run.weight >= _SURE_ALONE else "info"
        if run.is_plain or (first <= run.line <= last and run.may_be_broken):
            said = f"这里连续{run.length}个字没有标点，疑漏了标点。"
            end = run.start + run.length
            yield rule.finding(passage, run.start, end, said, suggestion=run.mended, severity=severity)


def _mark_lost(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Runs that by what stands at one place of them are likelier two clauses; many are well written all the same."""
    for run in passage.once(_runs):
        if run.doubt and not run.is_plain and not _is_title(passage, run):
            said = f"这里连续{run.length}个字没有标点，像是漏了一个逗号。"
            found = rule.finding(passage, run.start, run.start + run.length, said, suggestion=run.mended)
            if run.is_doubtful:
                yield found
            else:
                passage.faint.append(Faint(run.doubt + _COMPARED, found))


def _runs(passage: Passage) -> tuple[_Run, ...]:
    if passage.longest_clause < _SHORTEST:
        return ()
    known = shipped()
    pieces = list(_pieces(passage))
    weights = [known.breaks(piece.letters.text, piece.start, piece.end) for piece in pieces]
    lossy = _lossy(
        passage, [piece.line for piece, (weight, _) in zip(pieces, weights, strict=True) if weight >= _SIGN]
    )
    said: defaultdict[int, float] = defaultdict(float)
    for piece, (weight, _) in zip(pieces, weights, strict=True):
        said[piece.line] += weight if weight >= _SIGN else 0.0
    found = (
        _run_of(piece, weight, known.breaks(piece.letters.text, piece.start, piece.end, loss))
        if (loss := _STRIPPED_LOSS if said[piece.line] >= _STRIPPED else _LOSS if piece.line in lossy else 0)
        else _run_of(piece, weight, (weight, breaks))
        for piece, (weight, breaks) in zip(pieces, weights, strict=True)
    )
    return tuple(run for run in found if run)


def _is_title(passage: Passage, run: _Run) -> bool:
    """Whether the run is all that its line says, and no stop ends it."""
    line = passage.prose[run.line][1].strip()
    return len(line) <= run.length + _TITLE_MARKS and line[-1] not in STOPS


def _lossy(passage: Passage, broken: list[int]) -> set[int]:
    """The lines about which runs look broken often."""
    lines = passage.prose
    found: set[int] = set()
    for line in sorted(set(broken)):
        around = range(max(line - _NEIGHBOURS, 0), min(line + _NEIGHBOURS + 1, len(lines)))
        signs = sum(other in around for other in broken)
        if signs > 1 and signs * _LETTERS >= sum(len(lines[at][1]) for at in around):
            found.update(around)
    return found


# Marks of half the width, as harvested pages have them; between figures they are none.
_HALF_WIDTH = lazy.pattern(r"[,;!?]|(?<!\d):|:(?!\d)")
_FULL_WIDTH = str.maketrans(",;:!?", "，；：！？")


def _full_width(mark: re.Match[str]) -> str:
    around = mark.string[max(mark.start() - 1, 0) : mark.end() + 1]
    return mark[0] if around[:1].isdecimal() and around[-1:].isdecimal() else mark[0].translate(_FULL_WIDTH)


def _pieces(passage: Passage) -> Iterator[_Piece]:
    for place, (offset, line) in enumerate(passage.prose):
        if len(line) >= _SHORTEST and _RUN.search(line):
            for low, text in _between_marks(_HALF_WIDTH.sub(_full_width, line)):
                letters = letters_of(text)
                for start, end in runs_of(letters, _SHORTEST):
                    yield _Piece(place, offset + low, text, letters, start, end)


def _between_marks(line: str) -> Iterator[tuple[int, str]]:
    """The pieces of a line in which such a run may stand, with their offsets."""
    marker = _MARKER.match(line)
    for found in _PIECE.finditer(line, marker.end() if marker else 0):
        start, end = found.span()
        if end - start >= _SHORTEST:
            start += _CIRCLED.match(line, start) is not None
            piece = line[start:end]
            if "《" in piece or not _NO_WRITING.search(piece):
                yield start, piece


def _run_of(piece: _Piece, weight: float, doubt: tuple[float, list[int]]) -> _Run | None:
    letters = piece.letters
    begin, stop = letters.offsets[piece.start], _end_of(letters, piece.end, piece.text)
    run = piece.text[begin:stop]
    seams = [seam.start() for seam in _SEAM.finditer(run) if 3 <= seam.start() <= len(run) - 3]
    if not (doubt[0] or seams) or _DROPPED.search(run) or run.count("“") != run.count("”"):
        return None
    places = sorted({letters.offsets[at] - begin for at in doubt[1]}) or seams
    mended = _with_commas(run, places)
    return _Run(piece.line, piece.offset + begin, stop - begin, len(seams), weight, doubt[0], mended)


def _end_of(letters: Letters, end: int, line: str) -> int:
    """Where the last letter of a run ends in its line: a figure and a title are one letter."""
    following = letters.offsets[end] if end < len(letters.offsets) else len(line)
    piece = line[letters.offsets[end - 1] : following]
    return letters.offsets[end - 1] + len(piece.rstrip(STOPS + PAUSE + '“‘’”" \u3000'))


def _with_commas(run: str, places: list[int]) -> str:
    parts = [run[start:end] for start, end in pairwise([0, *places, len(run)])]
    return "，".join(parts)


def _colon(rule: Rule, passage: Passage) -> Iterator[Finding]:
    lines = passage.prose
    for (offset, line), (_, following) in zip(lines, lines[1:], strict=False):
        announced = _ANNOUNCES.search(line) if "下" in line else None
        if announced and read_marker(line) is None and read_marker(following) is not None:
            start = offset + announced.start()
            yield rule.finding(
                passage,
                start,
                offset + len(line),
                f"「{announced[0]}」引出下文，后面要用冒号。",
                suggestion=announced[0] + "：",
            )


_LACKING = (
    "不(?:强|高|足|实|深入|到位|及时|规范|全面|平衡|完善|健全|清|严|紧|畅|熟悉|扎实|明显|理想|突出)|薄弱|短缺|滞后|陈旧|淡薄|落后|匮乏|偏低|偏少|较低|较少|较差|较弱"
    "|较慢|老化|单一|欠缺|松散|狭窄|(?<=[一-鿿]{2})(?:短(?!信|缺|期|板|暂|语)|低(?!保|收|碳|温|于|价)|弱(?!势|项|者)|差(?!距|异|别|错|旅|额|评|价))|严重(?!影响|不足|滞后|损坏|破坏|违|后果|程度)"
)
_BETTER = "得到(?:加强|提升|改善|提高|巩固)|(?:明显|显著|不断|有效|稳步|进一步|持续|全面|逐步)(?:提升|提高|增强|改善|好转|优化|加强|改观|下降|壮大)|井然有序|焕然一新"
_PREDICATES = (
    rf"(?:^|(?<=[，,。；;：:、\n是]))[{HAN}]{{2,12}}?(?:{_LACKING}|{_BETTER})(?![的地得和与及等之是者时这也以而、]|问题|现象|状况|情况|局面|地区|方面|环节|领域|严重|突出)"
    rf"(?!不)[{HAN}]{{2,9}}?(?:{_LACKING}|{_BETTER}|严重|紧张|缺乏|突出)(?=[，,。；;、\n])"
)


RULES = (
    Rule(
        name="typo.predicates_joined",
        category="typo",
        severity="info",
        explain="「人才短缺技术力量薄弱」「意识不强责任不实」：两个主谓结构连在一起，中间漏了逗号。",
        fires="一是人才短缺技术力量薄弱；二是设备陈旧服务水平不高。",
        passes="一是人才短缺，技术力量薄弱。技术力量薄弱的村发展不足，基础薄弱环节较少。",
        find=searching(
            _PREDICATES,
            "「{}」是两个分句，中间缺逗号。",
            near="不 严重 薄弱 短缺 滞后 陈旧 淡薄 落后 匮乏 偏 较 老化 单一 短 低 弱 差 得到 提升 提高 增强 改善 井然有序 焕然一新",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="typo.run_on",
        category="typo",
        severity="warning",
        explain="复制时标点丢失，整段文字连在一起。几十个字没有一个标点，而中间明明换了几层意思。",
        fires="我乡政务公开工作取得了一定成效但在肯定成绩的同时我们也看到了工作中存在的一些不足和问题主要表现在认识不到位。",
        passes="关于进一步加强全县基层政务公开标准化规范化建设工作实施方案和任务分工的通知已经印发，请认真落实。",
        find=_run_on,
    ),
    Rule(
        name="typo.mark_lost",
        category="typo",
        severity="info",
        explain="两个分句之间像是漏了逗号。依据是公文里这样的字前后通常有没有标点。",
        fires="镇里组织力量开展拉网式排查发现问题立即整改。",
        passes="镇里组织力量开展拉网式排查，发现问题立即整改。",
        find=_mark_lost,
    ),
    Rule(
        name="typo.missing_colon",
        category="typo",
        severity="warning",
        explain="「坚持以下原则」「现总结如下」引出分条的下文，句末要有冒号。",
        fires="政务公开要坚持以下原则\n（一）依法行政。\n（二）真实准确。",
        passes="政务公开要坚持以下原则：\n（一）依法行政。\n（二）真实准确。",
        find=_colon,
    ),
)
