"""Set phrases of another genre in an official paper: the end of a speech, a contract, an application, a person's own report."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules._papers import in_own_paper
from mingbai.text.proofreading.rules._speaker import in_quotes
from mingbai.text.records import record


@record
class Genre:
    """`phrases` belong to it alone; `at_home` are words of titles under which they may stand."""

    name: str
    phrases: re.Pattern[str]
    at_home: re.Pattern[str]


_GENRES = (
    Genre(
        "述职报告",
        lazy.pattern(
            r"(?:以上|这)(?:就)?是(?:我|本人)[^。；;\n]{0,10}(?:述职|述廉|学习体会|心得|自我评价)(?:报告|述廉|内容)?"
            r"|我作为一名(?:教师|人民教师|护士|医生|民警|辅导员|班主任|员工|村医|驾驶员)|(?:本人|我)自?参加工作以来|(?:述职|述廉)完毕|我将在(?:院|校|公司|店|厂)领导"
        ),
        lazy.pattern("述职|述廉|个人|心得|体会|事迹|演讲|发言|先进"),
    ),
    Genre(
        "讲话、演讲",
        lazy.pattern(
            r"我的(?:演讲|发言|讲话)(?:完了|完毕|结束了|到此结束|就到这里)|(?:演讲|讲话|发言)到此结束|谢谢大家[！!。]|(?:尊敬的|亲爱的)(?:各位)?(?:领导|老师|评委|来宾|同学|家长|朋友)们?[，,、：:]"
        ),
        lazy.pattern(
            "讲话|演讲|发言|致辞|讲稿|主持|汇报|公开信|倡议|慰问|家长|开幕|闭幕|动员|述职|竞聘|会上的"
        ),
    ),
    Genre(
        "致辞、贺信",
        lazy.pattern(
            r"祝(?:各位|大家|全体|全校|广大)[^。；;\n]{0,12}(?:身体健康|工作顺利|学习进步|新年快乐|节日快乐|万事如意|阖家幸福)|让我们扬帆起航|预祝[^。；;\n]{2,16}圆满成功"
        ),
        lazy.pattern("讲话|演讲|发言|致辞|贺|慰问|倡议|公开信|致|开幕|主持|春节|教师节|动员|会上的"),
    ),
    Genre(
        "申请书",
        lazy.pattern(
            r"(?:望|请|恳请)(?:领导|组织|学校|贵单位|党组织)[^。；;\n]{0,8}(?:批准我的|考验我|接纳我|给予批准为盼)|请党组织在实践中考验|党组织在实践中考验我|我志愿加入|批准我的申请|此致[，,]?\s?敬礼"
        ),
        lazy.pattern("申请|志愿|思想汇报|信|函|建议|誓词|入党"),
    ),
    Genre(
        "合同",
        lazy.pattern(
            r"本(?:合同|协议)(?:书)?(?:一式|自[^。；;\n]{0,8}(?:签字|签订|盖章|生效))|(?:甲、?乙|双)方各执[一壹]份|乙方(?:应|须|必须)(?:向|按)|甲方(?:有权|应|须)"
        ),
        lazy.pattern("合同|协议|采购|招标|租赁|责任书|承诺书|目录|公告|示范文本"),
    ),
    Genre(
        "请示",
        lazy.pattern(r"(?:妥|当|可)否[，,]?请(?:批示|批复|审批|指示)|特此请示|请予(?:批准|批复)为盼"),
        lazy.pattern("请示|函|申请|批复|报批"),
    ),
    Genre(
        "广告",
        lazy.pattern(
            r"欢迎(?:新老客户|新老顾客|来电(?:咨询|订购)|广大客户|惠顾)|(?:本店|我店|本品|本产品)(?:主营|专营|自购买|保质期|采用|经营)|买[一二]送[一二]"
        ),
        lazy.pattern("广告|招商|推介|消费"),
    ),
)
_WORDS = (
    "述职 述廉 学习体会 心得 自我评价 我作为一名 参加工作以来 领导 演讲 发言 讲话 谢谢大家 尊敬的 亲爱的 祝各位 祝大家 祝全 祝广大 扬帆 圆满成功 考验我 接纳我 志愿 我的申请 批准我的 批准为盼 敬礼"
    " 本合同 本协议 各执 乙方 甲方 请批 请审批 请指示 特此请示 批复为盼 欢迎 本店 我店 本品 本产品 买一送 买二送 实践中考验"
)
_KINDS = {
    "work_summary", "annual_report", "work_plan", "self_check", "normative_document", "notice", "announcement", "bulletin", "other",
}  # fmt: skip
_PASSING = 2


def _formulae(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if passage.document.kind not in _KINDS:
        return
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    for genre in _GENRES:
        if genre.at_home.search(title) or genre.phrases.search(title):
            continue
        found = [
            match
            for match in genre.phrases.finditer(passage.text, passage.start, passage.end)
            if not in_quotes(passage, match.start())
            and not passage.in_web_residue(match.start())
            and not _opens_letter(passage, match.start())
        ]
        # What comes again and again is what the paper is.
        for match in found if len(found) <= _PASSING else ():
            start, end = _sentence(passage, match)
            said = f"标题是「{title.strip()[:24]}」，这里的「{match[0]}」却是{genre.name}的用语，疑为误贴的其他材料。"
            yield rule.finding(passage, start, end, said, suggestion="删去，或改为本文的内容")


# 「附：给新兵家长的一封信」 over 「尊敬的家长：」: a paper of its own, told by its heading.
_LETTER = lazy.pattern("信$|书$|说明$|公告$|倡议|^致|承诺|须知$|讲话$|发言$")
_HEADING = 40


def _opens_letter(passage: Passage, start: int) -> bool:
    place = bisect_right(passage.prose, (start, "\uffff")) - 1
    above = passage.prose[place - 1][1] if place > 0 else ""
    return len(above) <= _HEADING and _LETTER.search(above) is not None


def _sentence(passage: Passage, match: re.Match[str]) -> tuple[int, int]:
    """The clause in which the phrase stands, without the mark that ends it."""
    before = re.split("[。；;！!\n]", passage.text[max(passage.start, match.start() - 60) : match.start()])[
        -1
    ]
    after = re.split("[。；;！!\n]", passage.text[match.end() : min(match.end() + 60, passage.end)])[0]
    return match.start() - len(before), match.end() + len(after)


RULES = (
    Rule(
        name="topic.other_genre",
        category="wrong_topic_paste",
        severity="warning",
        explain="总结、报告、通知里出现述职、演讲、合同、申请书、请示等别的文种的套话。",
        fires="白杨镇2022年政务公开工作总结\n我镇认真落实。以上是我的述职报告，请各位领导批评指正。",
        passes="白杨镇镇长2022年述职报告\n以上是我的述职报告，请各位领导批评指正。",
        find=anchored(_WORDS, in_own_paper(_formulae)),
    ),
)
