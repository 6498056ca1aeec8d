"""Text of another document: a plan that is a summary, a document about something else, a paragraph of another field."""

import re
from collections.abc import Iterator

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._fields import COMMON_FIELDS, FIELDS, own_fields
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._papers import in_own_paper
from mingbai.text.proofreading.triggers import prose_with, waiting_for

# A compilation's heading stands just before the document it heads.
_LABEL_WITHIN = 80
_LABEL = lazy.pattern(
    r"[^\n]*(?P<kind>工作计划|工作要点|工作方案|实施方案|工作总结|总结报告|工作汇报|自查报告|整改报告)[^\n]*"
)
# 「2018年政务公开工作总结及2019年工作计划」
_BOTH_KINDS = lazy.pattern("(?:总结|汇报|报告|情况)[^，。]{0,16}(?:计划|打算|安排|思路|要点)")
_SUMMARY = lazy.pattern(
    r"总结如下|情况(?:汇报|报告)如下|取得了(?:一定|明显|较好|显著|良好|阶段性)|存在(?:的|着)?(?:一些|许多|不少)?(?:主要)?(?:问题|不足|困难)|有待(?:于)?进一步"
    r"|一年来|今年以来|自查(?:情况|报告)|下一步(?:工作)?打算|改进(?:方法|措施)|开展了?全面自查"
)
_PLAN = lazy.pattern(
    r"特制定(?:本|如下|以下)?[^。\n]{0,12}(?:计划|方案|要点)|计划如下|工作计划[：:]|为(?:做好|进一步做好)20\d\d年"
)
_WISHES = lazy.pattern(
    r"要(?:进一步|继续|把|建立|加强|不断|认真|坚持|按照|充分|及时|严格)|将(?:继续|进一步)|继续(?:做好|抓好|推进|加强|深化)"
)
_DONE = lazy.pattern(r"[一-鿿]了(?!解|然|如指掌)")
_MUST = lazy.pattern(r"(?<![重主需只纪摘概简])要(?![点求闻件素领事案])|必须|应当|将")
# A short text tells what it is by the forms of its verbs: so many more of one kind than of the other.
_PLAINLY, _FEWEST_VERBS = 3, 6
_SUBJECT = lazy.pattern("政务公开|信息公开|村务公开|校务公开|党务公开|厂务公开|院务公开")
_ON_SUBJECT = lazy.pattern("公开|透明|公示|公布|政务|知情|监督|监委会|豁免|发布|查阅|解读")
_ENOUGH = 300
# The place or body with which a title begins, and how often it is named beside the paper.
_WHOSE = lazy.pattern("(?:关于)?(?P<name>[一-鿿]{2,4}?(?:县|市|区|镇|乡|街道|局))")
_WHOSE_LONG = lazy.pattern(
    "(?:关于)?(?P<name>[一-鿿]{2,12}?(?:局|管委会|开发区|委员会|联合会|中心|[医学]院|学校))"
)
_ITS_OWN = 2
# A text about openness has these words at least so often; 「监督」 and 「政务」 stand in every report.
_OPENLY, _SELDOM = ("公开", "公示", "公布"), 400
_OPENNESS = lazy.pattern("公开|公示|透明|政务")
_OFTEN = 6
_SPARSE = 150
# Papers about one matter; a yearly report on everything has a sentence on every field.
_OF_ONE_MATTER = {"notice", "announcement", "bulletin", "list", "interpretation", "normative_document"}
# and so are those of which the title names the one field
ONE_MATTER = lazy.pattern(
    "(?:安全生产|依法行政|人居环境|环境整治|扶贫|脱贫攻坚|消防|防汛|防火|森林防火|信访|禁毒|普法|征兵|殡葬|计划生育|人口普查|经济普查|创卫|垃圾分类|档案|便民服务中心|机关事务|统计|保密|招生|预算执行|预算|决算|法治政府建设|审计)(?:工作)?[^，。]{0,6}(?:总结|汇报|报告|计划|方案)"
)
# What people of one place agree on touches every field.
_OF_ALL_LIFE = lazy.pattern("公约|规约|民约|守则|倡议")
# What is put right in such a campaign is of every field.
_CAMPAIGN = lazy.pattern(
    "科学发展观|主题教育|群众路线|党史学习|三严三实|两学一做|先进性教育|整改落实|大走访|问题整改"
)
_PAID = lazy.pattern(
    "补贴|补助|资金|方面|情况|(?<!注意)事项|建议|针对|反映|提出|内容|包括|涉及|网民|留言|接待|公众号|案例"
)
_FIELD_WORDS = 2
_SHORT_SENTENCE = 80
_PASSED_ON = lazy.pattern("宣传|服务|会议|群众|条|\\d")
_MANY_WORDS = 4
# A field met in more sentences than this is what the document deals with.
_AT_HOME = 2
_SENTENCE = lazy.pattern("[^。！？；\\n]{12,}")
_EVERY_FIELD = {**COMMON_FIELDS, **FIELDS}
_FIELD_OF = tuple(field for field, words in _EVERY_FIELD.items() for _ in words)
_FIELD_WORD = tuple(word for words in _EVERY_FIELD.values() for word in words)
# What makes a sentence on a common field one on what is made known of it, or on what was asked.
_TOLD_OF = lazy.pattern(
    "情况|事项|政策|领域|包括|方面|接待|针对|意见|建议|便民|反映|清单|材料|标准|名单|目录|项目|提案|审批|咨询|申请|通报|报道|补贴|资金"
)
_FIELD_WORDS_FOUND = AhoCorasick(list(_FIELD_WORD), matchkind=MATCHKIND_LEFTMOST_LONGEST)


_ALL_FIELD_WORDS = waiting_for(_FIELD_WORD)


def _own_kind(passage: Passage) -> str | None:
    """「summary」 or 「plan」 by the words of the text alone; None where neither is plain."""
    body = passage.body
    if _PLAN.search(body):
        return "plan"
    told, wished = len(_SUMMARY.findall(body)), len(_WISHES.findall(body))
    if told >= 3 and told * 4 >= wished:
        return "summary"
    done, must = len(_DONE.findall(body)), len(_MUST.findall(body))
    if told >= 2 and done >= _FEWEST_VERBS and done > must * _PLAINLY:
        return "summary"
    if not told and must >= _FEWEST_VERBS and must > done * _PLAINLY:
        return "plan"
    return None


def _label(passage: Passage) -> re.Match[str] | None:
    """The heading of the document: the last line before it that names a kind, else its own first line."""
    before = list(_LABEL.finditer(passage.text, max(0, passage.start - _LABEL_WITHIN), passage.start))
    if before:
        return before[-1] if not passage.text[before[-1].end() : passage.start].strip() else None
    first = passage.lines[0] if passage.lines else (passage.start, "")
    return _LABEL.match(passage.text, first[0], first[0] + len(first[1])) if len(first[1]) <= 60 else None


def _heading_mismatch(rule: Rule, passage: Passage) -> Iterator[Finding]:
    label = _label(passage)
    if label is None or len(passage.body) < 300:
        return
    if _BOTH_KINDS.search(label[0]):
        return
    named = "plan" if label["kind"].endswith(("计划", "要点", "方案")) else "summary"
    actual = _own_kind(passage)
    if actual is None or named == actual:
        return
    told = "对已做工作的总结或自查" if actual == "summary" else "今后工作的计划"
    yield rule.finding(
        passage,
        label.start(),
        label.end(),
        f"标题写的是「{label['kind']}」，正文却是{told}，请核对标题或正文。",
        severity=None if actual == "summary" or _PLAN.search(passage.body) else "info",
    )


def _off_topic(rule: Rule, passage: Passage) -> Iterator[Finding]:
    body = passage.body
    if len(body) < _ENOUGH or sum(map(body.count, _OPENLY)) * _SELDOM > len(body):
        return
    around = passage.text[: passage.start][:4000] + passage.text[passage.end :][:2000]
    if len(_SUBJECT.findall(around)) < 3 or _is_of_a_neighbour(passage, around):
        return
    start = passage.lines[0][0]
    end = min(start + 40, passage.end)
    yield rule.finding(
        passage, start, end, "同一文件讲的是政务公开，而这一篇整篇没有谈公开，疑为误贴的其他材料。"
    )


def _is_of_a_neighbour(passage: Passage, around: str) -> bool:
    """Whether the body that speaks here speaks beside it too: one body's papers on all its matters are no mistake."""
    title = passage.document.title or passage.lines[0][1]
    names = {whose["name"] for pattern in (_WHOSE, _WHOSE_LONG) if (whose := pattern.match(title))}
    names |= {name for name in (passage.document.unit, passage.document.parent_unit) if name}
    return any(around.count(name) >= _ITS_OWN for name in names)


def _title_of(passage: Passage) -> str:
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    return title.strip()[:24]


def is_about_openness(passage: Passage) -> bool:
    """A yearly report on everything touches every field; one on openness names it in its title or again and again."""
    title = passage.document.title or ""
    if "公开" in title:
        return True
    if title and not _OPENNESS.search(title):
        count = passage.body.count("公开")
        return count >= _OFTEN and count * _SPARSE >= len(passage.body)
    return _SUBJECT.search(passage.body) is not None


def _is_of_one_matter(passage: Passage) -> bool:
    title = _title_of(passage)
    if _OF_ALL_LIFE.search(title):
        return False
    return passage.document.kind in _OF_ONE_MATTER or ONE_MATTER.search(title) is not None


def _other_field(rule: Rule, passage: Passage) -> Iterator[Finding]:
    about_openness = is_about_openness(passage)
    of_all = _CAMPAIGN.search(_title_of(passage)) is not None
    if of_all or not (about_openness or _is_of_one_matter(passage)):
        return
    fewest, at_most = (_FIELD_WORDS, _AT_HOME) if about_openness else (_FIELD_WORDS + 1, 1)
    at_home = own_fields(passage)
    met: dict[str, list[tuple[int, int, int]]] = {}
    for place in prose_with(passage, _ALL_FIELD_WORDS):
        offset, line = passage.prose[place]
        for sentence in _SENTENCE.finditer(line):
            words = {
                (_FIELD_OF[word], _FIELD_WORD[word])
                for word, _, _ in _FIELD_WORDS_FOUND.find_matches_as_indexes(sentence[0])
            }
            for field in {field for field, _ in words}:
                count = sum(1 for other, _ in words if other == field)
                listed = count < _MANY_WORDS and _PAID.search(sentence[0]) is not None
                weight = 0 if listed or _ON_SUBJECT.search(sentence[0]) else count
                met.setdefault(field, []).append((offset + sentence.start(), offset + sentence.end(), weight))
    title = _title_of(passage)
    for field, sentences in met.items():
        common = field in COMMON_FIELDS
        if len(sentences) > (1 if common else at_most) or field in at_home:
            continue
        for start, end, weight in sentences:
            if weight < fewest or (common and not _is_pasted(passage, start, end)):
                continue
            if common and weight < _MANY_WORDS and _PASSED_ON.search(passage.text[start:end]):
                continue
            said = f"这一句讲的是{field}，与标题「{title}」无关，疑为误贴的其他材料。"
            doubtful = common and weight <= _FIELD_WORDS
            yield rule.finding(passage, start, end, said, severity="info" if doubtful else None)


def _is_pasted(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence on a field that every town works in says only what is done there, in a text on another matter."""
    words = passage.text[start:end]
    return (
        _TOLD_OF.search(words) is None and "党务" not in _title_of(passage) and end - start <= _SHORT_SENTENCE
    )


RULES = (
    Rule(
        name="topic.heading_mismatch",
        category="wrong_topic_paste",
        severity="warning",
        explain="标题是「工作计划」，正文却是总结或自查报告，或者相反。",
        fires="2024年政务公开工作计划\n一年来，我乡政务公开取得了一定成效，现将情况总结如下。"
        + "我乡认真落实各项要求，公开了各类信息。" * 15
        + "存在的问题：更新有待进一步加强。",
        passes="2024年政务公开工作总结\n一年来，我乡政务公开取得了一定成效，现将情况总结如下。",
        find=_heading_mismatch,
    ),
    Rule(
        name="topic.off_topic_document",
        category="wrong_topic_paste",
        severity="error",
        explain="政务公开材料的合集里混进了讲别的工作的整篇文字。",
        fires="乡镇政务公开工作总结3篇\n\n第一篇：乡镇政务公开工作总结\n\n"
        + "我镇政务公开、信息公开、村务公开工作扎实推进，各类信息及时公布。" * 12
        + "\n\n第二篇：乡镇工作总结\n\n"
        + "各村新建圈舍，推广良种，改进技术，扩大规模，农民收入稳步增加，生活水平提高。" * 18,
        passes="我镇政务公开、信息公开、村务公开工作扎实推进。",
        find=_off_topic,
    ),
    Rule(
        name="topic.other_field",
        category="wrong_topic_paste",
        severity="warning",
        explain="讲公开工作的材料里，孤零零有一句讲别的行业，全文别处都不提。",
        fires="政务公开、信息公开、村务公开都有进展。\n"
        + "各村养殖户新建生猪圈舍，推广新饲料，做好疫苗注射，扩建大棚和果园，发展苗木和林果业，亩产有所提高，畜牧业收入增加，灌溉条件改善，农民增收。",
        passes="政务公开、信息公开、村务公开都有进展。\n及时公开养殖、畜牧、大棚、疫苗等惠农补贴信息。",
        find=Waiting(_ALL_FIELD_WORDS, in_own_paper(_other_field)),
    ),
)
