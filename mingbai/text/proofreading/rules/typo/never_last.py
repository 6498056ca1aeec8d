"""Words that end no clause, at a mark: 「隐患整改履行不，」, 「扫除隐性。」, 「问题之所以，」, 「专业规范，以、便民为要求」, 「预警信息传递到，」.

The list has words of which the good papers at hand have none before a comma or a stop; `typo.open` asks the statistics of all others.
"""

from collections.abc import Iterator, Sequence

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, given, is_quoted
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.rules._parsing import LETTER, clause_before, is_in_cut_clause, shape, shapes_of

_MARKS = "，,。；;"
# Behind these a verb may close the clause: its object stands before it.
# 「其余为表扬和其他」: what is left over.
_JOINED = frozenset("和与及、")
_TURNED = frozenset("所未没不被无可已得难有到为")


def _at_marks(rows: Sequence[Entry]) -> dict[str, str]:
    return {word + mark: row["lost"] for row in rows for word in row["words"].split() for mark in _MARKS}


_NEVER = table(("never_last",), _at_marks)


def _last_words(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    text, found = passage.text, []
    for start, end, lost in _NEVER.matches(passage):
        before = clause_before(passage, start)
        if (
            not before.strip()
            or before[-1] in _TURNED
            or (text[start : end - 1] == "其他" and before[-1] in _JOINED)
            or not cut_of(passage).begins(start)
            or passage.in_web_residue(start)
            or is_quoted(text, start, end - 1)
            or is_in_cut_clause(passage, start, end - 1)
        ):
            continue
        found.append((start, end - 1, lost))
    return tuple(found)


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, lost in passage.once(_last_words):
        word = passage.text[start:end]
        yield rule.finding(passage, start, end, f"「{word}」后面疑漏{lost}，话没有说完。")


_MARK = r"(?=[，。；、;]|,(?!\d))"
_ALONE = "到|在|对|把|为|将|使|让|给|向|从|由|被"
_LEADING = (
    r"(?<![理缘事来因自情根原案])由|(?<![方去动导意流走倾取志趋朝面偏指转风投内外双单横纵])向|(?<![干大名健])将"
    r"|(?<![车车盲听服顺依适跟无随])从|(?<![棉衣蒙盖植绒])被"
)

RULES = (
    Rule(
        name="typo.word_never_last",
        category="typo",
        severity="warning",
        explain="一句话停在后面一定还有话的词上：「督促各单位切实，」「预警信息传递到。」「扫除隐性。」。按词表查。",
        fires="全县共设立，方便群众。消除了各类，任务落实到。",
        passes="全县共设立三处，方便群众。消除了各类隐患，任务落实到人。意见尚未收到。",
        find=given(_last_words, _find),
    ),
    Rule(
        name="typo.leader_at_mark",
        category="typo",
        severity="warning",
        explain="「由」「向」「将」「不」后面就是标点，漏了它带的词：「程序履行不，」「问题解决在、消除在萌芽状态」。",
        fires="部分项目基本建设程序履行不，未取得许可证即开工。把问题解决在、消除在萌芽状态。",
        passes="部分项目基本建设程序履行不到位，应说明理由，明确方向，轻车简从。问题消除在萌芽状态，外在、内在原因。",
        find=shapes_of(
            shape(
                rf"(?P<mark>{LETTER}不){_MARK}(?<!好不)(?<!是不)(?<!要不)",
                "「{}」后面疑漏了词",
                "warning",
            ),
            shape(
                rf"{LETTER}(?P<mark>{_LEADING}){_MARK}",
                "「{}」后面疑漏了词",
                "warning",
                lambda passage, match: (
                    cut_of(passage).begins(match.start("mark")) and cut_of(passage).begins(match.end("mark"))
                ),
            ),
            shape(
                rf"(?<=[、，,；;])(?P<mark>{_ALONE})[，。、,]",
                "「{}」后面疑漏了词",
                "warning",
            ),
            shape(
                rf"(?P<mark>{LETTER}{{2}}(?<![来赶等迫远手料猝力所])不及)(?=[，,。；;])",
                "「{}」后面疑漏「时」",
                "warning",
            ),
            shape(
                rf"(?P<mark>{LETTER}{{2}}不能)(?=[，,。；;])",
                "「{}」后面疑漏动词",
                "warning",
            ),
            shape(
                r"(?P<mark>谁[一-鿿]{1,4}谁)(?=[，,。；;、”])",
                "「{}」后面疑漏「负责」一类的词",
                "warning",
            ),
            shape(
                rf"{LETTER}(?<![存所内外潜现正实健好何不还都尚自旨全同处意能高长人有])(?P<mark>在)(?=、)",
                "「{}」后面疑漏了词",
                "warning",
            ),
            shape(
                r"[、，“](?P<mark>(?P<same>[早快严真细实勤多好敢能会善有无重强促保]))、(?P=same)(?=[一-鿿]{1,3})",
                "「{}」后面疑漏了字",
                "warning",
            ),
        ),
    ),
)
