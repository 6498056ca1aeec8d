"""Facts compared by their words: so many of a thing in one place, another number of the same thing in another.

Of each figure the words that say what it counts are read, before it in its clause and after it, without the words of
doing. Two figures are of one thing where these words are the same; or where one says less and yet counts fewer, for a
kind cannot be more than all. Figures of a part, of another time, of a plan or of each are left out. So these are hints.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from mingbai.text import dictionary, lazy
from mingbai.text.model import Finding, Related
from mingbai.text.proofreading.amounts import PEOPLE, Amount, Statement, statements, with_label, written
from mingbai.text.proofreading.calendar import plan_sections
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.quantities import one_slip_apart
from mingbai.text.proofreading.rules._knowledge import cut, given

_EVENTS = frozenset("次期场轮")
_PLACES = frozenset("个家所处座")
_NO_FACT = frozenset(("元", "分", "天", "月", "倍", "个百分点", "学期", "亩", "公里"))
# Words of doing and of time say nothing of what is counted.
_DOING = frozenset(
    "全年 年内 今年 本年 年度 本年度 目前 现有 现在 组织 举办 开展 召开 发布 公开 主动 共计 累计 总计 合计 总共 完成 收到 受理 保有量 办理 办结 发放 进行 使用 建立 建成 成立 设立 设置 "  # noqa: SIM905
    "开设 制定 出台 印发 接到 接待 处理 落实 达到 实现 推送 更新 撰写 编发 报送 聘请 邀请 参加 参与 参训 通过 利用 期间 其中 分别 包括 已经 全部 全体 所有 各类 各种 相关 有关 我镇 我局 "
    "我乡 我街道 我校 本级 街道 全镇 全乡 全县 全区 全市 全局 全校 全村 全街道 仅有 只有 共有 下辖 下设 配备 安排 情况 工作 方面 左右 以上 以下 政府 政务 进一步 认真 积极 先后 多次 均为 分为 上述 "
    "一年来 今年以来 按照 根据 做到 加强 抓好 群众 现场 集中 专门 部分 个别 存在 不足 问题 虽然 但是 建议 力度 不够 质量 不高 数量 总数 总量 人数 条数 名额 以来 需要 要求 确保 涉及 基础上 基础 之内 同时 "
    "还有 仍有 有的 移送 开放 提供 梳理 实行 推行 形成 予以 提出 扎实 全面 深入 推进 有效 切实".split()
)
COMMON = frozenset(
    "信息 会议 活动 文件 事项 人员 单位 项目 资料 内容 材料 制度 意见 措施 任务 干部 企业 公告 名单 方式 渠道 平台 部门 机构 类别 业务 资金 经费 案件 对象 代表 图片 视频 条例 栏目 专题 数据 报告 重点 环节 学校 通知 行政".split()  # noqa: SIM905
)
_PART = lazy.pattern(
    r"新增|新建|新招|新录|上年|去年|往年|前年|以往|首次|试点|抽|走访|慰问|第|每|计划|另|示范|季度|上半年|下半年|月|再|还|各|拟|将|不少于|不低于|不超过|至少|以上|力争|增加|减少|分别|平均|占|结转|同期|尚|剩|未|次年|首批|省级|市级|县级|国家|村级|镇级|户均|人均|目标|约|比|较|以内|超过|优秀|先进|到|至|逾期|超期|下降|提高|增长|按时|达标|部分|个别|有的|剩余|其余|取消|减|加|涉农|重点|由|对|向|为[^，]{0,4}提供"
)
_ONLY = lazy.pattern(r"(?:仅|只)(?:有|是)?[^，,。；;]{0,6}$")
_ALL_OF = lazy.pattern("^(?:共|全[村镇乡]|总?户数|现有)[^，,。；;]{0,6}$")
_REFERS = lazy.pattern("^(?:中|里|均|全部|都|皆)|^[一-鿿]{1,6}?(?:中(?=[，,有仅没未已])|均|已?全部|都)")
_NOW = lazy.pattern("现有|目前|已有|原有|全[村镇乡县校局]")
_RATES = lazy.pattern("(?:率|权重|比重|分值|占比)$")
_AFTER = lazy.pattern(r"(?:的)?([一-鿿]{2,10})")
_FEWEST, _MOST_OF_ONE, _FAR, _FAR_ONLY = 2, 8, 2.0, 6.0
_LONGEST = 16
_TIME = lazy.pattern("工作日|自然日|小时|半小时|月|多月|学时|课时|星期|百分点|赞成|反对|弃权|同意")


class Fact(NamedTuple):
    """A figure with the words that say what it counts."""

    words: frozenset[str]
    kind: str
    amount: Amount
    sentence: Statement
    only: bool
    refers: bool
    among: bool

    @property
    def span(self) -> tuple[int, int]:
        return with_label(self.amount)


def _kind(unit: str) -> str:
    if unit in PEOPLE and unit != "人次":
        return "人"
    return "次" if unit in _EVENTS else "个" if unit in _PLACES else "条" if unit in {"条", "篇"} else unit


def content(words: str) -> frozenset[str]:
    """The words of a clause that say what is counted: nouns and names of deeds, not the doing itself."""
    found = set()
    for word in map(_bare, cut(words)):
        if len(word) > _LONG_WORD:
            found |= {word[:2], word[-2:]}
        elif len(word) > 1:
            found.add(word)
    return frozenset(word for word in found if word not in _DOING and _says_what(word))


_LONG_WORD = 3


def _bare(word: str) -> str:
    """「申请」 of 「申请量」."""
    return word[:-1] if len(word) == _LONG_WORD and word.endswith(("量", "数", "额")) else word


def _says_what(word: str) -> bool:
    kinds = dictionary.kinds(word)
    return bool(kinds) and kinds[-1][:1] in {"n", "v", "j", "l", "a", "b"} and kinds[-1] != "vd"


def _fact(passage: Passage, sentence: Statement, one: Amount) -> Fact | None:
    if (
        one.unit in _NO_FACT
        or one.about
        and not _over(passage, one)
        or one.value < 1
        or one.value == 1
        and one.unit not in _EVENTS
        and not _named_before(one)
    ):
        return None
    label = one.label[-_LONGEST:]
    after = _AFTER.match(sentence.words, one.end - sentence.start)
    if after and _TIME.match(after[1]) or one.unit == "票":
        return None
    only, refers = _ONLY.search(label) is not None, _REFERS.match(after[1]) is not None if after else False
    head = sentence.words[max(0, one.start - sentence.start - 30) : one.start - sentence.start]
    if one.unit == "%":
        label = re.sub("(?:达到?|为|占|是|仅|约)+$", "", label)
    if _PART.search(label) or re.search("(?:20\\d\\d年|季度|上半年|月)[^，,。；;]{0,12}$|[、和及]$", head):
        return None
    if one.unit == "%":
        words = (
            content(label) if _RATES.search(re.sub("(?:达到?|为|占|是|仅|约)+$", "", label)) else frozenset()
        )
    else:
        words = content(label) | (content(after[1][:6]) if after else frozenset())
    if not words and only:
        words = content(re.split("[，,]", head)[-2][-8:] if "，" in head else "")
    if not words and one.unit == "户" and _ALL_OF.search(one.label):
        words = frozenset(("户",))
    return Fact(words, _kind(one.unit), one, sentence, only, refers, "其中" in label) if words else None


def _named_before(one: Amount) -> bool:
    """「引导员1名」 tells how many there are; 「1名引导员」 may be any one of them."""
    return one.unit in PEOPLE and bool(content(one.label[-4:]))


def _over(passage: Passage, one: Amount) -> bool:
    """Whether a round figure is said to be passed: 「500余户」."""
    return passage.text[one.start : one.end + 1].rstrip("户人名家个").endswith(("余", "多"))


def _may_be(passage: Passage, one: Amount, other: Amount) -> bool:
    """Whether one figure is the other said roundly."""
    for rough, exact in ((one, other), (other, one)):
        if rough.about and not exact.about and rough.value <= exact.value < rough.value * 1.25:
            return True
    return one.about and other.about


def _facts(passage: Passage) -> list[Fact]:
    plans, own = passage.once(plan_sections), str(passage.document.year or "")
    found = []
    for sentence in passage.once(statements):
        planned = any(part.start <= sentence.start < part.end for part in plans)
        if any(year != own for year in re.findall(r"((?:19|20)\d\d)年", sentence.words)) and own:
            continue
        found += [
            fact
            for one in sentence.amounts
            if (not planned or _NOW.search(one.label)) and (fact := _fact(passage, sentence, one))
        ]
    return found


def told_otherwise(passage: Passage) -> list[tuple[Fact, Fact]]:
    """Pairs of figures of one thing that differ, in the order of the text; one pair for each thing."""
    table: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in passage.once(_facts):
        for word in fact.words - COMMON:
            table[word, fact.kind].append(fact)
        if fact.only or fact.refers:
            for word in fact.words & COMMON:
                table[word, fact.kind].append(fact)
    pairs: list[tuple[Fact, Fact]] = []
    seen: set[int] = set()
    for told in table.values():
        if not 1 < len(told) <= _MOST_OF_ONE or len({one.amount.value for one in told}) < _FEWEST:
            continue
        for first, second in combinations(told, 2):
            if second.amount.start not in seen and _differ(passage, first, second, told):
                seen.add(second.amount.start)
                pairs.append((first, second))
    return pairs


def _differ(passage: Passage, first: Fact, second: Fact, told: list[Fact]) -> bool:
    one, other = first.amount, second.amount
    if one.value == other.value or _may_be(passage, one, other):
        return False
    between = passage.text[one.end : other.start]
    if "\n" not in between and not (second.refers and first.words == second.words and "其中" not in between):
        return False
    if _in_rows(passage, one.start, other.start):
        return False
    if (first.among or second.among) and not (first.only or second.only):
        return False
    low, high = sorted((one.value, other.value))
    marked = first.only or second.only or second.refers
    if high > low * (_FAR_ONLY if marked else _FAR):
        return False
    # Where the same number was told of the thing before, the other is of something else.
    if any(known.amount.value == other.value and known.amount.start < one.start for known in told):
        return False
    if one.unit == "%":
        return first.words == second.words
    if first.words == second.words or first.words - COMMON == second.words - COMMON != frozenset():
        return True
    fewer, more = (first, second) if one.value < other.value else (second, first)
    return fewer.words < more.words and (marked or len(fewer.words) > 1)


_ROW = lazy.pattern(r"\s*(?:\d{1,3}[.．、]|[（(]\d{1,3}[）)]|[一-鿿]{2,10}[：:])")
_LONGEST_ROW = 80


def _in_rows(passage: Passage, one: int, other: int) -> bool:
    """Whether two figures stand in rows of one list: 「1. 白沙村：申报农户412户」 and 「2. 沙头村：申报农户305户」."""
    rows = []
    for at in (one, other):
        start = passage.text.rfind("\n", passage.start, at) + 1
        end = passage.text.find("\n", at, passage.end)
        rows.append((start, passage.text[max(start, passage.start) : end if end >= 0 else passage.end]))
    apart_by = passage.text.count("\n", rows[0][0], rows[1][0])
    return 0 < apart_by <= _FEW_ROWS and all(len(row) <= _LONGEST_ROW and _ROW.match(row) for _, row in rows)


_FEW_ROWS = 14

# --- digits that changed places -------------------------------------------------------------------------------------


def changed_places(passage: Passage) -> list[tuple[Amount, Amount]]:
    """Figures of one unit that differ by two digits which changed places, with a word in common beside them."""
    table: dict[tuple[str, str], list[tuple[Amount, Statement]]] = defaultdict(list)
    for sentence in passage.once(statements):
        for one in sentence.amounts:
            written_so = passage.text[one.start : one.end].replace(",", "")
            digits = re.match(r"[\d.]+", written_so)
            if digits and len(digits[0].replace(".", "")) > 2 and not one.about:
                key = "".join(sorted(digits[0].rstrip("0") if "." in digits[0] else digits[0]))
                table[key, one.unit].append((one, sentence))
    pairs = []
    for told in table.values():
        for (one, here), (other, there) in combinations(told[:_MOST_OF_ONE], 2):
            if one.value == other.value or "\n" not in passage.text[one.end : other.start]:
                continue
            if one_slip_apart(one.value / one.step, other.value / other.step) and (
                _around(here, one) & _around(there, other)
            ):
                pairs.append((one, other))
    return pairs


def _around(sentence: Statement, one: Amount) -> frozenset[str]:
    """The pairs of characters right before a figure and right after it, without words of doing."""
    at, end = one.start - sentence.start, one.end - sentence.start
    words = sentence.words[max(0, at - 10) : at], sentence.words[end : end + 6]
    pairs = {part[place : place + 2] for part in words for place in range(len(part) - 1)}
    return frozenset(
        pair for pair in pairs if _IS_HAN.match(pair) and pair not in _DOING and pair not in COMMON
    )


_IS_HAN = lazy.pattern("[一-鿿]{2}$")


def _changed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    file = passage.source.file
    for one, other in passage.once(changed_places):
        said = f"一处是{written(one.value, one.unit)}，一处是{written(other.value, other.unit)}，两个数字换了位置，如果说的是同一件事，请核对。"
        spans = [(here.start - min(len(here.label), 10), here.end) for here in (one, other)]
        yield rule.finding(passage, *spans[0], said, related=(Related(*spans[1], file),))
        yield rule.finding(passage, *spans[1], said, related=(Related(*spans[0], file),))


def _otherwise(rule: Rule, passage: Passage) -> Iterator[Finding]:
    file = passage.source.file
    for first, second in passage.once(told_otherwise):
        said = f"一处是「{passage.text[slice(*first.span)]}」，一处是「{passage.text[slice(*second.span)]}」，如果说的是同一件事，请核对。"
        yield rule.finding(passage, *first.span, said, related=(Related(*second.span, file),))
        yield rule.finding(passage, *second.span, said, related=(Related(*first.span, file),))


RULES = (
    Rule(
        name="contradiction.told_otherwise",
        category="internal_contradiction",
        severity="info",
        explain="同一件事换了说法再说一遍，数字不同：「举办业务培训2期」与「全年仅组织培训1次」。",
        fires="全年举办业务培训3期，参训120人。\n存在的问题是全年仅组织培训1次。",
        passes="全年举办业务培训3期，参训120人。\n上半年组织培训1次。",
        find=given(told_otherwise, _otherwise),
    ),
    Rule(
        name="contradiction.digits_changed_places",
        category="internal_contradiction",
        severity="info",
        explain="同一件事的两个数，只是两个数字换了位置。",
        fires="公开药品价格412种。\n对421种药品实行动态公示。",
        passes="公开药品价格412种。\n对412种药品实行动态公示。",
        find=given(changed_places, _changed),
    ),
)
