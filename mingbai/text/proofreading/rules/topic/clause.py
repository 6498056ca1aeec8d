"""A clause of another field inside a sentence that is otherwise on the matter: 「落实立德树人根本任务」 in a sub-district's plan."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._fields import own_fields
from mingbai.text.proofreading.rules._knowledge import Waiting, listed
from mingbai.text.proofreading.rules.topic.paste import ONE_MATTER, is_about_openness
from mingbai.text.proofreading.triggers import prose_with, waiting_for

# Set phrases that only papers of the field have.
_PHRASES = {
    "教学": listed(
        "立德树人 全国教育大会 校长负责制 教学质量 教书育人 师德师风 班主任 素质教育 课堂教学 教研活动 升学率 校园文化建设 因材施教 教学常规 备课 教育教学 学生成绩 办学水平 办学理念 德育工作"
        " 校园周边环境 教学改革 学科建设 人才培养质量"
    ),
    "医疗": listed(
        "以病人为中心 医德医风 优质护理 临床路径 床位使用率 医疗纠纷 诊疗规范 合理用药 查房 护理质量 三级甲等 医疗核心制度 救死扶伤 患者满意度 院内感染 抗菌药物"
    ),
    "计划生育": listed("已婚育龄妇女 育龄妇女 孕情 孕检 计生办 节育措施 计划生育率 两非"),
    "农业生产": listed(
        "能繁母猪 生猪 出栏 存栏 测土配方 病虫害 动物疫病 疫苗注射 烟叶 亩产 田间管理 农药残留 统防统治 标准化养殖 良种 育秧 圈舍 春耕备耕"
    ),
    "企业经营": listed(
        "股东 董事会 净利润 销售收入 客户满意 市场占有率 生产车间 产品质量 交接班 营业收入 降本增效 品牌形象 库存 订单 出厂 以客户为中心 经济效益指标"
    ),
    "金融": listed("不良贷款 存款余额 信贷投放 贷款余额 授信 柜面服务 反洗钱 理财产品 存贷 揽储 网点转型"),
    "审判检察": listed(
        "审判质效 执行到位率 公诉 民商事案件 庭审 结案率 服判息诉 批准逮捕 法官 检察官 案件质量评查"
    ),
    "警务": listed("破案率 刑事案件 治安案件 警务室 巡逻防控 打击犯罪 接处警 民警 发案率 抓获"),
    "电力": listed("供电可靠率 线损 变电站 台区 电网建设 停电时间 配网"),
    "旅游经营": listed("客房 游客接待 入住率 景区门票 旅游收入 导游 旅行社"),
}
_OF = {phrase: field for field, phrases in _PHRASES.items() for phrase in phrases}
_WORDS = waiting_for(tuple(_OF))
_ANY = lazy.pattern("|".join(sorted(map(re.escape, _OF), key=len, reverse=True)))
_CLAUSE = lazy.pattern(r"[^，,。；;！？\n]+")
_ON_SUBJECT = lazy.pattern(
    "公开|公示|公布|透明|政务|信息|发布|查阅|解读|网站|政策|情况|事项|领域|宣传|投诉|咨询|诉求|建议|补贴|名单|反映|意见|包括|方面|接待|申请|目录|清单"
)
_AT_HOME = {
    "企业经营": "公司|企业|工信|商务|国资|供销|烟草|市场",
    "金融": "银行|金融|信用社|财政",
    "计划生育": "卫生|卫健|计生|妇联",
    "审判检察": "法院|检察|司法|政法",
    "警务": "公安|派出所|司法|政法",
    "电力": "供电|电力|电网|能源",
    "旅游经营": "旅游|文旅|文化|景区",
}
_FEWEST, _AT_MOST = 2, 3


def _at_home(passage: Passage, field: str) -> bool:
    unit = (passage.document.unit or "") + (passage.prose[0][1][:60] if passage.prose else "")
    known = _AT_HOME.get(field)
    return field in own_fields(passage) or (known is not None and re.search(known, unit) is not None)


def _clauses(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Two set phrases of one field in clauses that stand together and name nothing of the matter."""
    title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
    if not is_about_openness(passage) and not ONE_MATTER.search(title):
        return
    found: dict[str, list[tuple[int, int, int]]] = {}
    counted: dict[str, int] = {}
    for place in prose_with(passage, _WORDS):
        offset, line = passage.prose[place]
        run: list[tuple[int, int]] = []
        for clause in [*_CLAUSE.finditer(line), None]:
            here = clause and _ANY.search(clause[0]) and not _ON_SUBJECT.search(clause[0])
            close = clause and (not run or line[run[-1][1] : clause.start()] in {"，", ","})
            if clause and here and close:
                run.append(clause.span())
                continue
            if run:
                _keep(found, offset, line, run)
            run = [clause.span()] if clause and here else []
        for phrase in _ANY.findall(line):
            counted[_OF[phrase]] = counted.get(_OF[phrase], 0) + 1
    for field, places in found.items():
        if _at_home(passage, field) or counted[field] > _AT_MOST:
            continue
        for start, end, _ in places:
            said = f"这里讲的是{field}，与全文无关，疑为误贴的其他材料。"
            yield rule.finding(passage, start, end, said, suggestion="删去，或改为本文的内容")


def _keep(
    found: dict[str, list[tuple[int, int, int]]], offset: int, line: str, run: list[tuple[int, int]]
) -> None:
    start, end = run[0][0], run[-1][1]
    phrases = set(_ANY.findall(line[start:end]))
    for field in {_OF[phrase] for phrase in phrases}:
        number = sum(_OF[phrase] == field for phrase in phrases)
        if number >= _FEWEST:
            found.setdefault(field, []).append((offset + start, offset + end, number))


RULES = (
    Rule(
        name="topic.clause_of_other_field",
        category="wrong_topic_paste",
        severity="warning",
        explain="一句话里夹着学校、医院、企业等别的单位才有的两句套话，多为套用时没有改净。",
        fires="河东街道2023年政务公开实施方案\n深入贯彻落实全国教育大会精神，落实立德树人根本任务，坚持以人民为中心，全面推进政务公开。",
        passes="河东街道2023年政务公开实施方案\n坚持以人民为中心，全面推进政务公开，公开教学质量、师德师风等群众关心的信息。",
        find=Waiting(_WORDS, _clauses),
    ),
)
