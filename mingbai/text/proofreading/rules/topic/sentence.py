"""A sentence that another kind of body says of its own work, in a paper on one matter: 「各班级要及时更新黑板报」 in a town's report."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Faint, Passage, Rule
from mingbai.text.proofreading.rules._frames import any_of
from mingbai.text.proofreading.rules._knowledge import Entry, compiled
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.rules._speaker import in_quotes, matter_of
from mingbai.text.proofreading.rules.topic.paste import ONE_MATTER, is_about_openness
from mingbai.text.records import record

# Titles of papers that keep to one matter.
_FOCUSED = lazy.pattern(
    "预算|决算|法治|双随机|执法|公示|目录|指南|制度|名单|领导小组|成员|审批|人大|纪检|普法|编制|审计|民政|水利|教育|通报|扶贫|档案|保密|网站|会议|公告|说明|须知|分工|要点"
)
# A paper in which every field has its say.
_OF_EVERYTHING = lazy.pattern(
    "^会议(?:纪要|记录)$|政府工作报告|经济社会|社会发展|规划|公约|大事记|民生实事|述职|讲话|年鉴|简介|概况|议案|提案|一封信|倡议"
)
# A sentence that tells what is made known, asked or paid is on the matter whatever it names.
_ON_SUBJECT = lazy.pattern(
    "公开|公示|公布|透明|信息|政务|发布|查阅|解读|网站|公众号|咨询|(?<!客户)投诉|诉求|建议|反映|意见|名单|情况|事项|领域|包括|方面|目录|清单|补贴|补助|资金|政策|栏目|涉及|接待|监督|宣传|条|件|提案|议案|责任单位|牵头|依据|根据|负责"
)
_STOP = lazy.pattern(r"[。！？!?；;\n]")
_REACH = 100
_HEADED = lazy.pattern(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}[条章]|[一二三四五六七八九十]是)?[ \u3000]*"
)
# Words of the field that must stand together, and how often the field may be named elsewhere.
_TOGETHER, _ELSEWHERE = 2, 1
# The odds (logarithm) of such a sentence where papers are on many things: in careless texts one in three was pasted, in good
# papers none of a hundred.
_AMONG_OTHERS = -0.5
REMEDY = "删去，或改为本文的内容"
# Where the sentence is about what the paper is about, so many more.
_ON_SUBJECT_TOO = 4


@record
class Body:
    sure: re.Pattern[str]
    words: re.Pattern[str]
    home: re.Pattern[str]


def _bodies(rows: Sequence[Entry]) -> dict[str, Body]:
    return {
        row["field"]: Body(*(any_of(row[key].split()) for key in ("sure", "words", "home"))) for row in rows
    }


def _fields_of(rows: Sequence[Entry]) -> dict[str, tuple[str, ...]]:
    """Which bodies say a word."""
    said: dict[str, tuple[str, ...]] = {}
    for row in rows:
        for word in row["sure"].split():
            said[word] = (*said.get(word, ()), row["field"])
    return said


_SURE = table(("other_bodies",), _fields_of)


def keeps_to_one_matter(passage: Passage, title: str) -> bool:
    if _OF_EVERYTHING.search(title):
        return False
    return is_about_openness(passage) or bool(ONE_MATTER.search(title) or _FOCUSED.search(title))


def home_words(passage: Passage, title: str) -> str:
    tail = passage.lines[-2:] if len(passage.lines) > 2 else ()
    signed = "".join(line for _, line in tail if len(line) <= 30 and not line.endswith("。"))
    named = f"{title}{passage.document.unit or ''}{passage.prose[0][1][:60] if passage.prose else ''}{signed}"
    # 「人民政府」 is no 民政, and a school or a hospital of a town no town.
    named = named.replace("人民政府", "政府")
    return _PLACES.sub("", named) if _OF_A_PLACE.search(named) else named


_OF_A_PLACE = lazy.pattern("小学|中学|学校|医院|卫生院|幼儿园|[县区市].{2,12}局|服务中心|卫生室")
_PLACES = lazy.pattern("[镇乡村]|街道|社区")


def _sentences(rule: Rule, passage: Passage) -> Iterator[Finding]:
    title = matter_of(passage)
    if not title or not keeps_to_one_matter(passage, title):
        return
    told: set[int] = set()
    for field, sentences in _of_others(passage, title).items():
        if len(sentences) > _ELSEWHERE + 1:
            continue
        for start, end, weight in sentences.values():
            if weight < _TOGETHER or start in told:
                continue
            told.add(start)
            said = f"这一句像是{field}的话，与「{title.strip()[:24]}」不是一回事，疑为误贴的其他材料。"
            found = rule.finding(passage, start, end, said, suggestion=REMEDY)
            yield from strange_sentence(passage, found)


def _of_others(passage: Passage, title: str) -> dict[str, dict[int, tuple[int, int, int]]]:
    """By field of other bodies the sentences that name what is theirs: by start, with the end and how plainly they do."""
    met: dict[str, dict[int, tuple[int, int, int]]] = {}
    places = [place for place in _SURE.matches(passage) if not in_quotes(passage, place[0])]
    if not places:
        return met
    bodies, home = compiled(passage, ("other_bodies",), _bodies), home_words(passage, title)
    for start, _, fields in places:
        sentence = _sentence_around(passage, start)
        for field in fields if sentence else ():
            body = bodies[field]
            if sentence and body.home.search(home) is None:
                weight = _weight(body, passage.text[slice(*sentence)])
                met.setdefault(field, {})[sentence[0]] = (*sentence, weight)
    return met


def strange_sentence(passage: Passage, found: Finding, *, plain: bool = False) -> Iterator[Finding]:
    """The finding where its sentence is plainly strange or stands out; elsewhere it is laid aside."""
    if plain or _stands_out(passage, found.start, found.end):
        yield found
    else:
        passage.faint.append(Faint(_AMONG_OTHERS, found))


def _stands_out(passage: Passage, start: int, end: int) -> bool:
    """Whether a strange sentence is strange indeed: the paper is on openness, which has a field of its own in every trade, and the
    sentence is no member of a row apart by semicolons, whose members are of many fields."""
    text = passage.text
    if text[max(0, start - 1)] == "\n" and text[end : end + 1] in {"", "\n"}:
        return True  # a paragraph of its own
    around = text[max(passage.start, start - 1) : min(passage.end, end + 1)]
    return is_about_openness(passage) and "；" not in around and ";" not in around


def _sentence_around(passage: Passage, place: int) -> tuple[int, int] | None:
    """Where the sentence begins, without its number, and ends; None in the title and in what the page says."""
    if passage.in_web_residue(place) or (
        passage.prose and place < passage.prose[0][0] + len(passage.prose[0][1])
    ):
        return None
    low, high = max(passage.start, place - _REACH), min(passage.end, place + _REACH)
    start = low + max(map(passage.text[low:place].rfind, "。！？!?；;\n")) + 1
    after = _STOP.search(passage.text, place, high)
    headed = _HEADED.match(passage.text, start, place)
    start += len(headed[0]) if headed else 0
    return start, after.end() if after and after[0] != "\n" else after.start() if after else high


def _weight(body: Body, sentence: str) -> int:
    """How plainly the sentence is the body's, 0 where it is on the matter of the paper as well."""
    sure, words = set(body.sure.findall(sentence)), set(body.words.findall(sentence))
    # 「学生」 within 「学生宿舍」 is no second word.
    words = {word for word in words if not any(word in one for one in sure)}
    count = len(sure) + len(words)
    if _ON_SUBJECT.search(sentence) and (count < _ON_SUBJECT_TOO or sentence.count("、") > 1):
        return 0
    return count if len(sentence) <= 60 or count > 2 else 0


RULES = (
    Rule(
        name="topic.sentence_of_other_body",
        category="wrong_topic_paste",
        severity="info",
        explain="讲公开、预算等一件事的材料里，孤零零有一句学校、医院、企业、工地等别的单位才说的话。",
        fires="石桥镇2022年政府信息公开工作年度报告\n我镇认真做好政务公开工作。\n全体教师要严守师德底线，严禁有偿补课。",
        passes="石桥镇2022年政府信息公开工作年度报告\n我镇认真做好政务公开工作。\n及时公开义务教育招生范围、师德建设情况和有偿补课举报电话。",
        find=_sentences,
    ),
)
