"""Names of other places and bodies in a text: where one stands, whether it is meant, what shows that it acts."""

import re
from collections.abc import Callable, Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import hint_of, is_noun, is_word
from mingbai.text.proofreading.rules._speaker import in_quotes, names_account
from mingbai.text.records import record
from mingbai.text.units import GENERIC_STEMS, cut_left

_PASSING = 2
# Before or behind these another unit is meant.
_MEANT = lazy.pattern(
    r"学习|考察|借鉴|观摩|交流|参观|邀请|配合|[上下]游|周边|附近|相?邻|毗邻|接壤|兄弟|赴|前往|来自|撤|合并|原|更名|改[为设]|对口|帮扶|结对|协作|合作|共建|联合|会同|帮助|支援|友好|以及|等|如$|例如|通过|经过|途经|至|到|距|[东南西北][接邻连靠与]|籍|户籍|出生|毕业|任职|现任|曾任|调任|选派|同志"
    r"|法院|检察院|公司|酒店|超市|广场|路$|街$|[、与和及同跟]$"
)
_MEANT_AFTER = lazy.pattern(
    r"^(?:[、/—–-]|[与和及](?![^。；;，,\n]{0,6}(?:政府|党委))|等|籍|人[，。、）]|路|街|段|境内|交界|毗邻|接壤|方向|学习|考察|观摩|参观|调研|来|的经验|经验|模式|做法|先进|两地|同志|对口|协作|帮扶|结对|整建制|并入|划入|时期|自然村|[一二三四五六七八九十\d]+组)"
)
_NUMBER = lazy.pattern(r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]+")
# What a unit does, has or is: its name before these is the one that acts.
_ACTS = lazy.pattern(
    r"(?:坚持|认真|高度重视|严格|将|积极|始终|继续|今后|紧紧|紧扣|围绕|切实|深入|全面|进一步|不断|主动|着力|大力|扎实|牢固|成立|建立|聘请|制定|共公开|共发布|公开|发布|全年|全体|上半年|下半年|今年|去年|20\d\d年|2\d年|现有|共有|辖|下设|设立|收到|受理|办理|开展|组织|召开|投入|新建|完成|实施|流转|种植|举办|印发|按照|根据|结合|在[县区市镇乡街上]|党委|党工委|党支部|党总支|纪委|人大|办事处|人民政府|政府|委员会|村委会|村民委员会|居委会|居民委员会|党政|便民|政务|政府信息|信息公开|微信|公众号|网站|门户|派出所|司法所|财政所|卫生院|中心校|食药|市场监管|综合行政|综合执法|文化站|敬老院|农技|畜牧|林业|水利|国土|社保|民政|扶贫|乡村振兴|秸秆|卫生健康|统计|蔬菜|粮食|企业|群众|对|河长|防汛|森林|扫黑|疫情|安全|消防|信访|综治|平安|高标准|党务|村务|校务|院务|教育网|残联|妇联|各[村社校单部])"
)
_AT_START = lazy.pattern(r"(?:^|[\n。；;，,：: \u3000“《）)\]、．.])$")
_FREE_BEFORE = frozenset("在由经与对向的了将把按据为是从以给报使让请被同附")

NO_NAME = frozenset(
    # What a wrong encoding makes of a name is none.
    "锟拷烫屯受式是向到由年个月日的把被请或者将与为在对等于及但而经即又还也都就我们每次各全该某本因并设所以其他它这那几两现该各村镇乡级区县市省某了给使让从据按报原"
)
NO_STEMS = GENERIC_STEMS | frozenset(
    "所在 户籍 居住 驻地 当地 相应 属地 有关 现居 户口 常住 特色 美丽 边远 偏远 山区 沿海 沿江 民族 中心 重点 产业 工业 经济 文化 旅游 生态 卫生 文明 历史 名 强 千年 百年 示范 主要 城区 县城 主干 部分 大部 临近 上述 其余 撤并 易地 搬迁 集中 安置 部门 扶贫 贫困 宜居 幸福 小康 新型 农业 农村 农民 沿线 老旧 商业 步行 背街 试点 平安 法治 智慧 数字 海绵 森林 花园 田园 省级 市级 国家 全国 返 下 城 集 建制 离退 机关 单位".split()  # noqa: SIM905
)


# Verbs and other words that are places as well, or that the dictionary takes for nouns.
NOT_STEMS = frozenset(
    "会同 新建 规定 列席 召开 参观 代表 正听 事关 质量强 交通强 富民强 农业 工业 送戏下 人驻 感念家 讲家 代表 参加 出席 要求 计划 报告 通知 决定 建议 服务 管理 工作 任务 活动 检查 调查 研究 指导 领导 监督 保障 支持 帮助 影响 反映 教育 培训 宣传 组织 安排".split()  # noqa: SIM905
)
NOT_BEFORE = {
    "乡": frozenset("家回返下驻异他故思还入离走进同老城农水侨"),
    "镇": frozenset("强名重古小新老大中城坐冰乡"),
    "县": frozenset("强大小名古贫老新穷弱富回返到进"),
    "区": frozenset("灌"),
    "街道": frozenset("条侧旁各主"),
}


JOINING = frozenset("和与及同至到从往距")


@record
class Place:
    start: int
    end: int
    name: str

    @property
    def stem(self) -> str:
        return re.sub("(?:镇|乡|街道|县|区|市|村|社区)$", "", self.name)


def trimmed(run: str) -> str:
    name = cut_left(run)
    while len(name) > 3 and name[0] in "向请与对经由将到以从报照据在于由附至往距":
        name = name[1:]
    while len(name) > 4 and is_word(name[:2]) and not is_noun(name[:2]):
        name = name[2:]
    return name


def is_meant(passage: Passage, place: Place) -> bool:
    """Whether the words around the name show that another unit is meant."""
    text = passage.text
    before = text[max(passage.start, place.start - 10) : place.start].rpartition("\n")[2]
    last = _NUMBER.sub("", re.split("[。；;]", before)[-1]).removesuffix("请与").removesuffix("请向")
    return bool(
        _MEANT.search(last)
        or _MEANT_AFTER.match(text[place.end : place.end + 16])
        or passage.in_web_residue(place.start)
        or (
            in_quotes(passage, place.start)
            and text[place.start - 1] != "《"
            and not names_account(passage, place.end)
        )
    )


def _few(passage: Passage, places: list[Place]) -> list[Place]:
    """Those whose name stands once or twice in the text, where no more than two such names do."""
    names = {place.name for place in places}
    if len(names) > _PASSING:
        return []
    return [place for place in places if passage.body.count(place.name) <= _PASSING]


def acts(passage: Passage, place: Place) -> bool:
    """Whether the name begins a clause or follows a particle, and what follows is what a unit does or has."""
    return starts_free(passage, place) and _ACTS.match(passage.text, place.end) is not None


def starts_free(passage: Passage, place: Place) -> bool:
    before = passage.text[max(passage.start, place.start - 2) : place.start]
    if len(before) > 1 and is_word(before) and not is_noun(before):
        return True
    before = before[-1:]
    return place.start == passage.start or _AT_START.search(before) is not None or before in _FREE_BEFORE


def named(
    rule: Rule, passage: Passage, own: str, places: list[Place], grave: Callable[[Place], bool]
) -> Iterator[Finding]:
    for place in _few(passage, places):
        how: Severity = "warning" if grave(place) else "info"
        said = f"本文的单位是「{own}」，这里却写「{place.name}」，疑为套用别处的材料没有改净，请核对。"
        yield rule.finding(passage, place.start, place.end, said, suggestion=own, severity=how)


def is_phrase(stem: str) -> bool:
    """Whether a longer stem is words put together: 「进一步依托」, 「重点推进」."""
    return (
        "会同" in stem
        or len(stem) > 2
        and any(is_word(word) and not is_noun(word) for word in (stem[:2], stem[-2:], stem[:3], stem[-3:]))
    )


def is_other_stem(own: str, stem: str) -> bool:
    """Whether it is no slip in the own name: more than one character differs."""
    return len(own) != len(stem) or sum(a != b for a, b in zip(own, stem, strict=True)) > 1


hint = hint_of("unit", "unit_name_inconsistency")
