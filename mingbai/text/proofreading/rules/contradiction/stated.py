"""What a unit has, counted twice: staff, classes, villages, beds, holdings; a thing done and told again with figures that changed places."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from mingbai.text import dictionary, lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import PEOPLE, Amount, Statement, statements, with_label, written
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import one_slip_apart
from mingbai.text.proofreading.rules._knowledge import cut, given
from mingbai.text.proofreading.rules._twice import apart

_UNITS = frozenset(
    [
        "元",
        "个",
        "户",
        "家",
        "所",
        "名",
        "人",
        "位",
        "项",
        "件",
        "条",
        "期",
        "次",
        "场",
        "处",
        "块",
        "辆",
        "座",
        "台",
        "支",
        "份",
        "篇",
        "册",
        "张",
        "卷",
        "亩",
        "公里",
        "人次",
        "宗",
        "起",
    ]
)  # noqa: SIM905
_RUN = lazy.pattern(r"[一-鿿]{1,12}")
_LAST_RUN = lazy.pattern(r"[一-鿿]{1,14}$")
_FULL = lazy.pattern(
    r"(?:共有|共计|合计|总计|总数|总量|总额|数量|总人数|人数|户数|达到|现有|共|有|为|达|了|是|仅|数|计){1,3}$"
)
# Words that begin what is said of a thing, though the dictionary takes them for nouns.
_NO_NOUN = frozenset(
    [
        "全部",
        "部分",
        "方面",
        "以上",
        "以下",
        "左右",
        "之日起",
        "工作日",
        "历时",
        "日内",
        "情况",
        "工作",
        "总数",
        "年底",
        "年末",
        "目前",
        "全年",
        "当年",
        "同时",
        "期间",
        "其中",
        "结果",
        "均",
    ]
)  # noqa: SIM905
_DIFFERENT_WORDS = {
    "班级": "教学班",
    "教职员工": "教职工",
    "员工": "职工",
    "乡镇": "镇街",
    "镇": "镇街",
    "镇村": "村",
    "街道": "镇街",
    "行政村": "村",
    "建制村": "村",
    "信息公开申请": "申请",
    "人口": "人口",
    "居委会": "社区",
    "党总支": "党总支",
}
# Of these a unit has one number at a time, however it is spoken of.
_STOCK = frozenset(
    "职工 教职工 教师 专任教师 教学班 学生 幼儿 社区 村 镇街 居民小组 村民小组 村组 自然村 网格 网格员 党员 党支部 人口 床位 编制 馆藏 档案 图书 "  # noqa: SIM905
    "窗口 工作人员 民警 辅警 医务人员 护士 医生 村医 护林员 河长 楼栋 居民 民族 水库 机井 公厕 路灯 卫生室 敬老院 幼儿园 学校 股室 科室 站所 机构 委员 代表 "
    "脱贫户 贫困户 低保户 低保对象 特困人员 五保户 残疾人 退役军人 退役士兵 种植户 养殖户 合作社 家庭农场 信息员 监督员 宣传员 成员单位 会员".split()
)
# Of these there are so many kinds that a second number says nothing.
_ANY = frozenset(
    "问题 活动 群众 人员 资金 措施 制度 会议 企业 干部 部门 单位 案件 隐患 文件 材料 资料 内容 任务 事项 意见 建议 方案 培训 代表 领导 负责人 对象 重点 环节 条 人 户 家 项目 学员 专家 志愿者".split()  # noqa: SIM905
)
_WHOLE = lazy.pattern(
    r"现有|共有|共计|总计|合计|总数|总量|总共|下?辖|下设|全[镇乡县市区村校院局街站所园馆中]|我[镇乡县市区村校院局站所园馆]|本[镇乡县市区村校院局站所园馆]|编制|所有|全体|拥有"
)
_PART = lazy.pattern(
    "其中|新增|新建|新招|新录|原有|上年|去年|往年|前年|合并|撤|试点|先后|选取|抽|走访|慰问|部分|第|每|计划|另|示范|余|除|季度|上半年|下半年|再|又|还|各|拟|将|不少于|不超过|至少|以上|增加|减少|分别|平均"
    "|占|结转|同期|尚|未|剩|次年|首批|前[三两几]|多数|少数|对口|帮扶|退休|离职|调|聘|改|省级|市级|县级|国家级|获|评|户均|组织|参加|培训|邀请|安排|选派|派|优秀|先进|集中|到达|目标|力争|规划|建成|打造|约|比|较|达标|惠及|受益|带动|服务|涉及|帮助|资助|救助|发放|查|检|办|入|转|返|补|维修|安装|清|拆|植|脱贫|出列|标准|年内|建设|通过|接受|覆盖|创建|推荐|表彰|考|面向|符合|报名"
)
_NAMED = lazy.pattern(r"[一-鿿]{2}(?:村|社区|小学|中学|街道|支队|大队|分局)(?![民委组干])")
_OWN_WORDS = lazy.pattern(
    "行政村|自然村|各村|全村|我村|本村|建制村|贫困村|每个村|全镇|全乡|辖村|、.{0,2}村|和村"
)
_FEWEST_DIGITS = 10
# Of these no noun need stand beside the figure; of money only changed places are told.
_BY_THEMSELVES = frozenset("户人")
# Two figures of one thing by mistake lie close together; where one of them says that it is all, not so close.
_NEAR, _FAR, _FEW = 1.6, 2.5, 5


class Stated(NamedTuple):
    """So many of a thing: its noun, the words about it, the figure, whether the words say that it is all there is."""

    noun: str
    phrase: str
    amount: Amount
    sentence: Statement
    whole: bool

    @property
    def span(self) -> tuple[int, int]:
        return with_label(self.amount)


def _is_noun(word: str) -> bool:
    kinds = dictionary.kinds(word)
    return bool(kinds) and word not in _NO_NOUN and all(kind.startswith("n") for kind in kinds)


@cache
def _odd_stock() -> list[str]:
    """What a unit has that the dictionary does not take for a noun: 「河长」, 「网格员」; the longest first."""
    return sorted((word for word in _STOCK if len(word) > 1 and not _is_noun(word)), key=len, reverse=True)


def _noun_after(words: str) -> str:
    """「退役士兵」 of 「退役士兵的技能培训」: a run of nouns, with one word before it that says what they are."""
    run = _RUN.match(words.removeprefix("的"))
    if run is None:
        return ""
    stock = next((word for word in _odd_stock() if run[0].startswith(word)), "")
    if stock:
        return stock
    said = ""
    for place, word in enumerate(cut(run[0])):
        if _is_noun(word) or (place == 0 and len(word) == 2 and word not in _NO_NOUN):
            said += word
        else:
            break
    return said


def _noun_before(label: str) -> str:
    """「镇级河长」 of 「设镇级河长」, 「职工」 of 「我院现有职工」."""
    run = _LAST_RUN.search(label)
    if run is None:
        return ""
    stock = next((word for word in _odd_stock() if _FULL.sub("", run[0]).endswith(word)), "")
    if stock:
        return stock
    said = ""
    for word in reversed(list(cut(_FULL.sub("", run[0])))):
        if not _is_noun(word):
            break
        said = word + said
    return re.sub("^[我全本][镇乡县市区村校院局站所园馆街]", "", said)


def _head(phrase: str) -> str:
    words = list(cut(phrase))
    last = words[-1] if words else ""
    if len(last) == 1 and len(words) > 1:
        last = words[-2] + last
    return _DIFFERENT_WORDS.get(last, last)


def _stated(passage: Passage) -> list[Stated]:
    plans = passage.once(plan_sections)
    found = []
    for sentence in passage.once(statements):
        if any(part.start <= sentence.start < part.end for part in plans):
            continue
        for one in sentence.amounts:
            if one.unit not in _UNITS or one.about or one.value < 2:
                continue
            after = sentence.words[one.end - sentence.start :]
            phrase = _noun_after(after) or _noun_before(one.label)
            head = _head(phrase) or (one.unit if one.unit in _BY_THEMSELVES else "")
            if not head or head in _NO_NOUN:
                continue
            found.append(Stated(head, phrase, one, sentence, _WHOLE.search(one.label) is not None))
    return found


def told_twice(passage: Passage) -> list[tuple[Stated, Stated]]:
    """Pairs of figures that count one thing, and differ."""
    table: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    for one in passage.once(_stated):
        unit = "人" if one.amount.unit in PEOPLE and one.amount.unit != "人次" else one.amount.unit
        table[one.noun, unit].append(one)
    pairs = []
    for (noun, unit), told in table.items():
        if len({one.amount.value for one in told}) < 2:
            continue
        if noun not in _ANY and noun not in _BY_THEMSELVES and unit != "元":
            plain = [one for one in told if not _is_part(passage, one)]
            if len({one.amount.value for one in plain}) == 2:
                pairs += _first_apart(plain)
        pairs += _changed_places(passage, noun, told)
    return pairs


def _first_apart(told: list[Stated]) -> list[tuple[Stated, Stated]]:
    for first, second in combinations(told, 2):
        apart_enough = first.sentence is not second.sentence
        values = sorted((first.amount.value, second.amount.value))
        whole = first.whole or second.whole
        near = values[1] <= values[0] * (_FAR if whole else _NEAR) and (whole or values[0] >= _FEW)
        if values[0] != values[1] and apart_enough and near and _comparable(first, second):
            return [(first, second)]
    return []


def _comparable(first: Stated, second: Stated) -> bool:
    """Whether nothing says that one of the two is a kind of the other, or the lesser a part of the greater."""
    shorter, longer = sorted((first.phrase, second.phrase), key=len)
    rest = longer.removesuffix(shorter) if longer.endswith(shorter) else ""
    kinds = first.phrase != second.phrase and rest not in {"", "行政", "在职", "全体", "教学", "村"}
    levels = {_level(first), _level(second)} - {""}
    greater, lesser = sorted((first, second), key=lambda one: -one.amount.value)
    return not kinds and len(levels) < 2 and (lesser.whole or not greater.whole)


def _level(one: Stated) -> str:
    named = re.search("[全我本]([镇乡县市区村校院局])", one.amount.label)
    return named[1] if named else ""


def _of_another_time(passage: Passage, one: Stated) -> bool:
    before = passage.text[max(one.sentence.start, one.amount.start - 30) : one.amount.start]
    own = str(passage.document.year or "")
    other = any(year != own for year in re.findall(r"(20\d\d)年", before))
    return other or re.search("去年|上年|往年|同期|季度|上半年|下半年", before) is not None


def _is_part(passage: Passage, one: Stated) -> bool:
    before = passage.text[max(one.sentence.start, one.amount.start - 30) : one.amount.start]
    clause = re.split("[，,；;。：:]", before)[-1]
    own = str(passage.document.year or "")
    if any(year != own for year in re.findall(r"(20\d\d)年", before)) or re.search("其中|去年|上年", before):
        return True
    after = passage.text[one.amount.end : one.amount.end + 12]
    named = _NAMED.search(clause) is not None and _OWN_WORDS.search(clause) is None
    listed = (
        before.endswith("、")
        and not re.fullmatch(r"\s*[一二三四五六七八九十]{1,3}、", before)
        and not re.search("辖|现有|共有", before)
    )
    return (
        named
        or listed
        or _PART.search(clause) is not None
        or re.match(".{0,6}(?:以上|分别|不等)", after) is not None
    )


def _changed_places(passage: Passage, noun: str, told: list[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Two figures of one thing that differ by two digits which changed places: 356 and 365."""
    if len(told) > 4:
        return
    told = [one for one in told if not _of_another_time(passage, one)]
    for first, second in combinations(told, 2):
        values = first.amount.value, second.amount.value
        if (
            min(values) > _FEWEST_DIGITS
            and first.sentence is not second.sentence
            and "\n" in passage.text[first.amount.end : second.amount.start]
            and sorted(f"{values[0]:g}") == sorted(f"{values[1]:g}")
            and values[0] != values[1]
            and one_slip_apart(*values)
        ):
            yield first, second
            return


def _twice(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for first, second in passage.once(told_twice):
        noun = second.phrase or first.phrase
        said = f"{noun}一处是{written(first.amount.value, first.amount.unit)}，一处是{written(second.amount.value, second.amount.unit)}，如果说的是同一件事，请核对。"
        yield from apart(rule, passage, first.span, second.span, said)


RULES = (
    Rule(
        name="contradiction.stated_twice",
        category="internal_contradiction",
        severity="info",
        explain="单位现有多少人、多少个班、辖几个社区，前后两个数不同；同一件事的两个数，只是两个数字换了位置。",
        fires="我院现有职工82人，其中卫生技术人员68人。\n我院现有在职职工76人，人才梯队不合理。",
        passes="我院现有职工82人，其中卫生技术人员68人。\n全年培训职工76人，新招录职工6人。",
        find=given(told_twice, _twice),
    ),
)
