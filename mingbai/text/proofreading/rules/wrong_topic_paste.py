"""Text of another document: a plan that is a summary, a document about something else, a paragraph of another field."""

import re
from collections.abc import Iterator

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, listed
from mingbai.text.proofreading.triggers import prose_with, waiting_for

# A compilation's heading stands just before the document it heads.
_LABEL_WITHIN = 80
_LABEL = lazy.pattern(
    r"[^\n]*(?P<kind>工作计划|工作要点|工作方案|实施方案|工作总结|总结报告|工作汇报|自查报告|整改报告)[^\n]*"
)
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
_ON_SUBJECT = lazy.pattern("公开|透明|公示|公布|政务|知情|监督|发布|查阅|解读")
_ENOUGH = 300
# A text about openness has these words at least so often; 「监督」 and 「政务」 stand in every report.
_OPENLY, _SELDOM = ("公开", "公示", "公布"), 400
# Words of fields that an open-government text touches at most in passing; two in one sentence are its subject.
_FIELDS = {
    "农业生产": listed(
        "养殖 生猪 育肥 出栏 圈舍 补免 检疫 病死猪 羊舍 肉羊 人工授精 大棚 果园 苗木 定植 株行距 追施 复合肥 亩用药量 病虫害 赤霉病 打药 霜冻 熏烟 农机手"
        " 跨区作业 抢收 秸秆 造林 植树 补植 成活率 浇透 播种 育秧 插秧 灌溉 畜牧 饲料 屠宰 林果 小麦 水稻 玉米 亩产"
    ),
    "信贷": listed("贷款 信贷员 催收 不良贷款 存款 还款 逾期 清收 理财 放贷"),
    "教学": listed(
        "班主任 班级 本学期 我班 合唱 作业 家长会 语文 朗读 语感 教学 备课 课堂 教案 考生 考场 准考证 中考 报名 社团 科技创新大赛 防溺水 护学岗 学生车辆 期末 升学 新生 插班 学籍 转学"
    ),
    "医疗": listed(
        "接种 针次 建卡率 冷链 预防接种 护士 三查八对 输液 床号 病区 病房 陪护 探视 谢绝探视 门诊 手术 护理 病历 处方 病人 住院"
    ),
    "商业": listed(
        "门店 促销 陈列 端架 商品 价签 小票 退换 质量问题 购买之日 客户 营销 订单 库存 业绩 代理商 本产品"
    ),
    "工矿": listed("车间 交接班 点检 班组长 井下 通风 排水系统 瓦斯 炼铁 铁矿 煤矿 炼焦 钢材 铸造 产量"),
    "旅游餐饮": listed("客房 入住率 淡季 旅行社 美食节 展位 游客 拉动消费 景区 门票"),
    "交通出行": listed("航班 值机 起飞 机场 旅客 列车 候车 检票"),
    "体育赛事": listed("篮球 单循环 球员 比赛 球队 裁判 决赛 冠军"),
    "工程施工": listed("混凝土 钢筋 浇筑 桩基 脚手架 工期 基坑 砌体"),
}
_FIELD_WORDS = 2
# A field met in more sentences than this is what the document deals with.
_AT_HOME = 2
_SENTENCE = lazy.pattern("[^。！？；\\n]{12,}")
_FIELD_OF = tuple(field for field, words in _FIELDS.items() for _ in words)
_FIELD_WORD = tuple(word for words in _FIELDS.values() for word in words)
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
    if len(body) < _ENOUGH or sum(map(body.count, _OPENLY)) * _SELDOM > len(body):
        return
    around = passage.text[: passage.start][:4000] + passage.text[passage.end :][:2000]
    if len(_SUBJECT.findall(around)) < 3:
        return
    start = passage.lines[0][0]
    end = min(start + 40, passage.end)
    yield rule.finding(
        passage, start, end, "同一文件讲的是政务公开，而这一篇整篇没有谈公开，疑为误贴的其他材料。"
    )


def _other_field(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if not _SUBJECT.search(passage.body):
        return
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
                weight = 0 if _ON_SUBJECT.search(sentence[0]) else count
                met.setdefault(field, []).append((offset + sentence.start(), offset + sentence.end(), weight))
    for field, sentences in met.items():
        if len(sentences) > _AT_HOME:
            continue
        for start, end, weight in sentences:
            if weight >= _FIELD_WORDS:
                yield rule.finding(
                    passage, start, end, f"这一句讲的是{field}，与全文的公开工作无关，疑为误贴的其他材料。"
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
        find=Waiting(_ALL_FIELD_WORDS, _other_field),
    ),
)
