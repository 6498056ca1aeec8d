"""Names of bureaus beside the bureau's own: one doubled or changed, one of before or after a reform, one of another field."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, is_quoted, warning_of
from mingbai.text.proofreading.rules._speaker import in_quotes, is_free, unit_of
from mingbai.text.proofreading.rules._units import own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PASSING = 2
_OWN = lazy.pattern(
    rf"^(?:[{HAN}]{{2,3}}省)?(?:[{HAN}]{{2,4}}市)?(?P<place>[{HAN}]{{2,4}}?[县区市])(?P<stem>[{HAN}]{{2,14}})局$"
)
# The reform of 2018: these bureaus came to be by it (counties: by March 2019). 深化党和国家机构改革方案, 2018年3月.
_REFORM, _RURAL = 2018, 2021
_FOUNDED = {
    2013: "市场监督管理局 市场监管局",
    _REFORM: (
        "自然资源局 自然资源和规划局 生态环境局 生态环境分局 农业农村局 退役军人事务局 退役军人服务站 退役军人服务中心 应急管理局 应急局 卫生健康局 卫生健康委 卫健局 卫健委 医疗保障局 医保局 文化和旅游局"
        " 文旅局 文化广电和旅游局 市税务局 县税务局 区税务局 融媒体中心 新时代文明实践 消防救援大队 政务服务数据管理局 监察委员会"
    ),
    _RURAL: "乡村振兴局",
    2023: "数据局 社会工作部",
}
_FOUNDED_IN = {name: year for year, names in _FOUNDED.items() for name in names.split()}
_NEW_WORDS = waiting_for(tuple(_FOUNDED_IN))
_NEW = lazy.pattern(
    f"(?P<mark>[县区市省]?(?P<name>{'|'.join(sorted(_FOUNDED_IN, key=len, reverse=True))}))(?<!大数据局)"
)
# What the bureau's stem holds → what it was called before the reform.
_BEFORE = {
    "自然资源": ("国土资源局", "国土局"),
    "生态环境": ("环境保护局", "环保局"),
    "农业农村": ("农业局", "农牧局", "畜牧局"),
    "市场监督": ("工商行政管理局", "工商局", "质量技术监督局", "质监局", "食品药品监督管理局", "食药监局"),
    "卫生健康": ("卫生和计划生育局", "卫生计生局", "卫计局", "卫计委", "卫生局", "人口和计划生育局"),
    "应急管理": ("安全生产监督管理局", "安监局"),
    "文化和旅游": (
        "文化广电新闻出版局",
        "文化广播影视局",
        "文广新局",
        "文广局",
        "文化体育局",
        "文体局",
        "文化局",
    ),
    "文化广电": ("文化广电新闻出版局", "文广新局"),
    "住房和城乡建设": ("城乡规划建设局", "规划建设局", "建设局", "房产管理局", "房管局"),
    "税务": ("国家税务局", "地方税务局", "国税局", "地税局"),
    "人力资源和社会保障": ("劳动和社会保障局", "人事劳动和社会保障局", "人事局", "劳动局"),
}
_FORMER_WORDS = waiting_for(tuple(word for words in _BEFORE.values() for word in words))
_FORMER = lazy.pattern(
    f"(?P<mark>[县区市]?(?:{'|'.join(sorted(_FORMER_WORDS, key=len, reverse=True))}))(?!长)"
)
_OLD = lazy.pattern(r"原|前身|更名|合并|划入|划转|整合|组建|职责|撤销|不再保留|改为|并入|调整为|旧称|历史")
_ORGANS = "党组 党委 政务公开 信息公开 各股室 各科室 相关股室 有关股室 相关科室 领导班子 班子成员 主要领导 主要负责同志 分管领导 机关干部 全体干部 个别股室 部分股室 个别科室 部分科室 理事会 执行理事会".split()  # noqa: SIM905
_ACTING = waiting_for(tuple(f"局{organ}" for organ in _ORGANS))
_ACTS = lazy.pattern(
    rf"(?P<mark>(?P<place>[{HAN}]{{2,3}}[县区]|[县区])(?P<stem>[{HAN}]{{2,14}}?)局)(?={'|'.join(_ORGANS)})"
)
_MEANT = lazy.pattern(
    r"学习|考察|借鉴|交流|邻|兄弟|赴|来自|会同|配合|联合|协助|对口|与|和|同|由|经|报|向|[、及]$"
)


def _own(passage: Passage) -> tuple[str, str] | None:
    """Place and stem of the bureau that speaks: 青澜县 and 国土资源."""
    match = _OWN.match(unit_of(passage) or "")
    return (match["place"], match["stem"]) if match else None


@lru_cache(maxsize=64)
def _slips(stem: str) -> re.Pattern[str]:
    """The bureau's name with a second 局 in it, or one character of a long name changed or too many."""
    forms = [f"{stem[:at]}局{stem[at:]}" for at in range(2, len(stem))]
    if len(stem) >= 4:
        forms += [f"{stem[:at]}[{HAN}]{stem[at + 1 :]}" for at in range(len(stem))]
        forms += [f"{stem[:at]}[{HAN}]{stem[at:]}" for at in range(1, len(stem))]
    return re.compile(f"(?:{'|'.join(dict.fromkeys(forms))})局")


def _bureau_changed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = _own(passage)
    if own is None or len(own[1]) < 3:
        return
    place, stem = own
    right = stem + "局"
    found = [
        match
        for match in _slips(stem).finditer(passage.text, passage.start, passage.end)
        if not match[0].endswith(right)
        and "与" not in match[0] + right
        and not is_quoted(passage.text, *match.span())
    ]
    for match in found if len(found) <= _PASSING else ():
        said = f"本文的单位是「{place}{right}」，这里写成「{match[0]}」，请核对。"
        yield rule.finding(passage, *match.span(), said, suggestion=right)


def _former_bureau(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own, year = _own(passage), passage.document.year
    if own is None:
        return
    names = next((names for word, names in _BEFORE.items() if own[1].startswith(word)), ())
    found = []
    for match in matches_near(passage, _FORMER_WORDS, _FORMER, 12):
        start, name = match.start("mark"), match["mark"].lstrip("县区市")
        sentence = _sentence_before(passage, start) + passage.text[match.end() : match.end() + 6]
        itself = passage.text.startswith(own[1] + "局", match.end() - len(own[1]) - 1)
        if name not in names or itself or _OLD.search(sentence) or in_quotes(passage, start):
            continue
        if year is None or year > _REFORM or own[1].startswith("人力"):
            found.append(match)
    for match in found if len(found) <= _PASSING else ():
        said = f"本文的单位是「{own[0]}{own[1]}局」，这里写的「{match['mark']}」是改革前的名称，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{own[1]}局")


def _sentence_before(passage: Passage, start: int) -> str:
    return re.split("[。；;\n]", passage.text[max(passage.start, start - 40) : start])[-1]


def _not_yet_founded(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「县自然资源局」 in a report on 2016."""
    year, written = passage.document.year, passage.document.written_on
    latest = max(year or 0, written.year if written else 0)
    if year is None or not latest:
        return
    for match in matches_near(passage, _NEW_WORDS, _NEW, 12):
        founded = _FOUNDED_IN[match["name"]]
        if match["name"] == "医保局" and "社保局" in passage.text[match.start() - 12 : match.end() + 12]:
            continue  # 「社保局、医保局、城乡居保局」: offices of the bureau of labour, older than the reform
        if latest < founded - (match["name"] == "监察委员会"):
            said = f"本文是{year}年的，「{match['mark']}」{founded}年机构改革后才有，请核对年份或机构名称。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对机构名称")


def _other_bureau(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「县税务局党组」, 「平澜区农业局政务公开方案」 in the text of another bureau."""
    own = _own(passage) or _overseen(passage)
    if own is None:
        return
    place, stem = own
    found = []
    for match in matches_near(passage, _ACTING, _ACTS, 28):
        start, other = match.start("mark"), match["stem"]
        before = re.split("[。；;，,\n]", passage.text[max(passage.start, start - 6) : start])[-1]
        if re.search("[对由向]|委第", other):
            continue
        if other == stem or _is_short_for(other, stem) or _MEANT.search(before) or stem.endswith(other):
            continue
        if (len(match["place"]) > 1 and match["place"] == place) or (
            len(match["place"]) == 1 and is_free(passage, start)
        ):
            found.append(match)
    named = f"{place}{stem}局" if _own(passage) else passage.document.unit or place
    for match in found if len(found) <= _PASSING else ():
        said = f"本文的单位是「{named}」，这里却写「{match['mark']}」，疑为别的部门的文字没有改净。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=named)


# Whose schools and hospitals they are: their leaders may sit in a group of the house's.
_OVERSEERS = {"校": "教育", "园": "教育", "医院": "卫生健康"}


def _overseen(passage: Passage) -> tuple[str, str] | None:
    """Place and field of the bureau over a county's school or hospital."""
    own = own_of(passage)
    if own is None or own.sort not in _OVERSEERS or not own.county:
        return None
    return own.county + own.countykind, _OVERSEERS[own.sort]


def _is_short_for(short: str, full: str) -> bool:
    """「住建」 for 住房和城乡建设."""
    rest = iter(full)
    return all(character in rest for character in short)


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "bureau_changed",
        "本局的名称写走了样：多一个「局」字，或者差一个字。",
        "青澜县国土资源局2016年政务公开工作总结\n青澜县国土局资源局认真落实《条例》。",
        "青澜县国土资源局2016年政务公开工作总结\n青澜县国土资源局认真落实《条例》，县国土局网站同步公开。",
        anchored("局", _bureau_changed),
    ),
    _rule(
        "former_bureau",
        "机构改革后的部门，材料里还用改革前的名称，又没有写「原」字。",
        "龙潭县市场监督管理局2020年政务公开工作总结\n县工商局党组多次研究公开工作。",
        "龙潭县市场监督管理局2020年政务公开工作总结\n原县工商局的档案已全部移交。",
        Waiting(_FORMER_WORDS, _former_bureau),
    ),
    _rule(
        "not_yet_founded",
        "2018年机构改革后才有的部门，出现在更早年份的材料里。",
        "青澜县2016年政务公开工作总结\n县自然资源局公开土地征收信息。",
        "青澜县2019年政务公开工作总结\n县自然资源局公开土地征收信息。",
        Waiting(_NEW_WORDS, _not_yet_founded),
    ),
    _rule(
        "other_bureau",
        "这个局的材料里，研究、制定公开方案的却是另一个局，多为套用别的部门的材料。",
        "平澜区水利局2019年政务公开工作总结\n制定《平澜区农业局政务公开工作实施方案》。",
        "平澜区水利局2019年政务公开工作总结\n会同区农业局政务公开办公室开展检查。",
        Waiting(_ACTING, _other_bureau),
    ),
)
