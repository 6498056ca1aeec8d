"""Short lines above the title and below the signature that no part of an official paper accounts for."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.structure import ends_sentence, read_marker
from mingbai.text.titles import is_title

# What stands above a title: the red head, number and urgency, who signs, which annex, in what state the text is.
_ABOVE = lazy.pattern(
    r"(?:.*(?:文件|简报|公报|会议纪要|信息|专报|通讯|办公室|委员会|人民政府|党委|[局镇乡委办部厅室处科院校所站会村队厂司])(?:[（(][^（）]{0,8}[）)])?$|.*[〔\[［【(（]\s?\d{4}\s?[〕\]］】)）].*|.*第\s?[\d一二三四五六七八九十百]+\s?[期号次章部].*"
    r"|附\s?件.*|附[表录].*|绝?机?密.*|特急.*|急件.*|加急.*|签发人.*|内部.*|送审稿.*|[（(].*[）)]$|目\s*录$|关于.*|中共.*|.*年.*月.*日?|.*[年度届]$|公\s?开.*|主动公开.*|依申请公开.*|不予公开.*|(?:签发人|发文机关|主送|编号|密级|会签|主题词|题目|标题)\s?[：:].*|.*[：:]$|.*(?:同志|领导|讲话|发言|会议|制度汇编|汇编|资料|材料)[^，。]{0,10}$)"
)
# What stands below a paper: signature and day, annexes, copies, who answers questions, notes, how it was printed.
_BELOW = lazy.pattern(
    r"(?:.*(?:政府|委员会|党委|党支部|支部|办公室|办事处|领导小组|中心|学校|小学|中学|幼儿园|医院|公司|协会|[局镇乡委办部厅室处科院校所站会村组队厂司县区市省厅社])(?:[（(].*[）)])?$|.*年.*|.*[〇○零一二三四五六七八九十\d]+\s?[月日].*"
    r"|[（(【].*[）)】]$|附.*|.*[：:].*|抄\s?[送报].*|[报送发抄]\s.*|主题词.*|.*印发?.*|共印.*|[\u4e00-\u9fff]{2,4}$|.*(?:签[字名章]|盖章|公章|代章|落款|联系人|电话|邮编|地址).*|[\d\s.%％,，-]+$|第?\s?\d+\s?页?$|.*[|\t].*|此致.*|敬礼.*|特此.*|以上.*|妥否.*|当否.*|谢谢.*|注.*|[*＊※].*|.*表$|.*名单$|.*目录$|.*清单$|.*图$|合计.*|总计.*|小计.*|单位.*|.*\d+\s?[人户元亩件条个项次份名%％].*)"
)
_LONGEST, _MOST, _OPENING = 60, 6, 8


# 「南河镇2021年……完成情况」: what the first lines of a paper speak of, where none is known as its title.
_OF_SUBJECT = lazy.pattern(
    r"(?=.{8,60}$)(?:关于.{4,}|.{0,20}(?:[\u4e00-\u9fff]{2}(?:镇|乡|街道|县|区|局|村|社区|学校|医院)).{4,}|.{0,12}20\d\d年.{4,})[\u4e00-\u9fff）”]$"
)


def _first_of_subject(passage: Passage) -> str:
    for place, (_, line) in enumerate(passage.prose[:_OPENING]):
        if ends_sentence(line) or len(line) > _LONGEST or read_marker(line):
            return ""
        if place and _OF_SUBJECT.match(line) and not re.search("[：:|｜·]", line):
            return re.sub(r"\s", "", line)
    return ""


def _above(passage: Passage) -> Iterator[tuple[int, str]]:
    title = re.sub(r"\s", "", passage.document.title or "") or _first_of_subject(passage)
    if len(title) < _OPENING:
        return
    before: list[tuple[int, str]] = []
    for offset, line in passage.prose[:_OPENING]:
        if title in re.sub(r"\s", "", line):
            if title[:1] in "—-":
                return
            yield from before
            return
        if len(line) > _LONGEST or ends_sentence(line):
            return
        if not _ABOVE.match(line) and not is_title(line) and re.sub(r"\s", "", line) not in title:
            before.append((offset, line))


def _below(passage: Passage) -> Iterator[tuple[int, str]]:
    tail: list[tuple[int, str]] = []
    for offset, line in reversed(passage.prose):
        if ends_sentence(line) or len(line) > _LONGEST or read_marker(line):
            break
        tail.append((offset, line))
    else:
        return
    if len(tail) <= _MOST:
        yield from ((offset, line) for offset, line in tail if not _BELOW.match(line) and not is_title(line))


def _edges(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for offset, line in (*_above(passage), *_below(passage)):
        said = "这一行在标题之前或正文之后，不像文稿的一部分，可能是网页上带来的，请核对。"
        yield rule.finding(passage, offset, offset + len(line), said, suggestion="不是文稿内容的删去")


RULES = (
    Rule(
        name="web.line_at_edge",
        category="web_residue",
        severity="info",
        explain="标题之前、落款之后的短行，不是版头、文号、附件、落款、版记，多半是网页上的文字。",
        fires="头条新闻\n白杨镇2023年政务公开工作总结\n我镇认真落实。\n人划线",
        passes="白杨镇人民政府文件\n白杨镇2023年政务公开工作总结\n我镇认真落实。\n白杨镇人民政府\n2023年12月20日",
        find=_edges,
    ),
)
