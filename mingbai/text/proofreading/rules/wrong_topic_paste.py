"""Text of another document: a plan that is a summary, a document about something else, a paragraph of another field."""

import re
from collections.abc import Iterator

from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import listed

# A compilation's heading stands just before the document it heads.
_LABEL_WITHIN = 80
_LABEL = re.compile(
    r"[^\n]*(?P<kind>工作计划|工作要点|工作方案|实施方案|工作总结|总结报告|工作汇报|自查报告|整改报告)[^\n]*"
)
_SUMMARY = re.compile(
    r"总结如下|情况(?:汇报|报告)如下|取得了(?:一定|明显|较好|显著|良好|阶段性)|存在(?:的|着)?(?:一些|许多|不少)?(?:主要)?(?:问题|不足|困难)|有待(?:于)?进一步"
    r"|一年来|今年以来|自查(?:情况|报告)|下一步(?:工作)?打算|改进(?:方法|措施)|开展了?全面自查"
)
_PLAN = re.compile(
    r"特制定(?:本|如下|以下)?[^。\n]{0,12}(?:计划|方案|要点)|计划如下|工作计划[：:]|为(?:做好|进一步做好)20\d\d年"
)
_WISHES = re.compile(
    r"要(?:进一步|继续|把|建立|加强|不断|认真|坚持|按照|充分|及时|严格)|将(?:继续|进一步)|继续(?:做好|抓好|推进|加强|深化)"
)
_SUBJECT = re.compile("政务公开|信息公开|村务公开|校务公开|党务公开|厂务公开|院务公开")
_ON_SUBJECT = re.compile("公开|透明|公示|公布|政务|知情|监督|发布|查阅|解读")
_ENOUGH = 600
# Words of fields that an open-government text does not go into by the paragraph.
_FIELDS = {
    "养殖种植": listed("养殖 禽 生猪 大棚 果园 苗木 畜牧 种植 灌溉 亩产 饲料 疫苗 屠宰 林果"),
    "工矿生产": listed("炼铁 矿山 铁矿 煤矿 炼焦 车间 产量 销量 钢材 铸造 瓦斯 井下"),
    "教学": listed("备课 授课 课堂 教案 班主任 作业 课程 期中 期末考试 教研 学科 升学率"),
    "医疗": listed("病人 住院 门诊 手术 护理 病历 处方 输液 病房 医患"),
    "销售经营": listed("客户 销售 业绩 门店 产品 市场份额 营销 订单 库存 代理商"),
    "工程施工": listed("混凝土 钢筋 浇筑 桩基 脚手架 工期 监理 基坑 砌体 模板"),
}
_FIELD_WORDS = 4


def _own_kind(passage: Passage) -> str | None:
    """「summary」 or 「plan」 by the words of the text alone; None where neither is plain."""
    body = passage.body
    if _PLAN.search(body):
        return "plan"
    told, wished = len(_SUMMARY.findall(body)), len(_WISHES.findall(body))
    if told >= 3 and told * 4 >= wished:
        return "summary"
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
    )


def _off_topic(rule: Rule, passage: Passage) -> Iterator[Finding]:
    body = passage.body
    around = passage.text[: passage.start][:4000] + passage.text[passage.end :][:2000]
    if (
        len(body) < _ENOUGH
        or len(_SUBJECT.findall(around)) < 3
        or len(_ON_SUBJECT.findall(body)) * 500 > len(body)
    ):
        return
    start = passage.lines[0][0]
    end = min(start + 40, passage.end)
    yield rule.finding(
        passage, start, end, "同一文件讲的是政务公开，而这一篇整篇没有谈公开，疑为误贴的其他材料。"
    )


def _other_field(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if len(_SUBJECT.findall(passage.body)) < 3:
        return
    for offset, line in passage.prose:
        if len(line) < 60 or _ON_SUBJECT.search(line):
            continue
        for field, words in _FIELDS.items():
            if sum(word in line for word in words) >= _FIELD_WORDS:
                yield rule.finding(
                    passage,
                    offset,
                    offset + len(line),
                    f"这一段讲的是{field}，与全文的公开工作无关，疑为误贴。",
                )
                break


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
        fires="",
        passes="我镇政务公开、信息公开、村务公开工作扎实推进。",
        find=_off_topic,
    ),
    Rule(
        name="topic.other_field",
        category="wrong_topic_paste",
        severity="info",
        explain="讲公开工作的材料里，有一段通篇讲别的行业。",
        fires="政务公开、信息公开、村务公开都有进展。\n"
        + "各村养殖户新建生猪圈舍，推广新饲料，做好疫苗注射，扩建大棚和果园，发展苗木和林果业，亩产有所提高，畜牧业收入增加，灌溉条件改善，农民增收。",
        passes="政务公开、信息公开、村务公开都有进展。\n及时公开养殖、畜牧、大棚、疫苗等惠农补贴信息。",
        find=_other_field,
    ),
)
