"""The unit's own name written in another way: one character off, another kind of school, a part of the bureau's name, a hall for a bureau; a town that speaks as the county."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._speaker import in_quotes, title_of
from mingbai.text.proofreading.rules._units import own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_TITLE_LENGTH = 60
_PASSING = 2


def _own(passage: Passage) -> str:
    """The unit's name as it stands in the text, without the bodies that speak for it."""
    unit = re.sub(
        "(?:人民政府|办事处|村民委员会|居民委员会|村委会|居委会|党支部)$", "", passage.document.unit or ""
    )
    return unit if unit and unit in passage.body else ""


# --- one character off ------------------------------------------------------------------------------------------

_LONG_NAME = lazy.pattern(
    rf"^(?:[{HAN}]{{3,12}}(?:村|社区)|[{HAN}]{{2,12}}(?:小学|中学|学校|幼儿园|医院|卫生院|公司|林场|农场))$"
)
_NAME_WORDS = waiting_for(
    ("村", "社区", "小学", "中学", "学校", "幼儿园", "医院", "卫生院", "公司", "林场", "农场")
)
# Names that differ in these are two places.
_TELLING = frozenset("东西南北上下中前后左右大小新老高低内外一二三四五六七八九十甲乙丙丁初市县区镇乡里外山河")
_MET = lazy.pattern(
    "学习|考察|观摩|交流|邻|兄弟|赴|对口|帮扶|结对|合并|原|和$|与$|、$|及$|同$|会同|联合|走进|深入|[到在为向]$"
)


# So short a name is one off from many a neighbour's: only that of a paper or a list is the unit's own.
_SHORT_NAME, _HEADS_LIST = 4, lazy.pattern(r"(?:附件?\d?[：:.、]?|[\n《])[ \u3000]*(?:\d[.．、])?$")


def _one_off(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「大杨树村」 in the summary of 大柳树村."""
    own = _own(passage)
    if not _LONG_NAME.match(own) or passage.body.count(own) < 2:
        return
    other = re.compile("|".join(f"{own[:at]}[{HAN}]{own[at + 1 :]}" for at in range(len(own) - 1)))
    found = [match for match in other.finditer(passage.text, passage.start, passage.end) if match[0] != own]
    names = {match[0] for match in found}
    if len(found) > _PASSING or len(names) != 1:
        return
    for match in found:
        changed = next((pair for pair in zip(own, match[0], strict=True) if pair[0] != pair[1]), ("", ""))
        before = passage.text[max(passage.start, match.start() - 8) : match.start()]
        if len(own) == _SHORT_NAME and own[-1] not in "村区" and not _HEADS_LIST.search(before):
            continue
        if set(changed) & _TELLING or _MET.search(before) or in_quotes(passage, match.start()):
            continue
        said = f"本文的单位是「{own}」，这里写「{match[0]}」，请核对。"
        yield rule.finding(passage, *match.span(), said, suggestion=own)


# --- another kind of school -------------------------------------------------------------------------------------

_KINDS = ("小学", "中学", "学校", "幼儿园", "医院", "卫生院", "卫生所", "卫生服务中心")
_KIND_WORDS = waiting_for(_KINDS)


def _other_kind(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「河口镇中心学校」 under the report of 河口镇中心小学."""
    own = _own(passage)
    kind = next((one for one in _KINDS if own.endswith(one)), None)
    stem = own.removesuffix(kind) if kind else ""
    if kind is None or len(stem) < 3:
        return
    others = "|".join(one for one in _KINDS if one not in kind and kind not in one)
    found = list(
        re.compile(rf"{re.escape(stem)}(?:{others})(?![{HAN}]{{0,3}}(?:合并|分校))").finditer(
            passage.text, passage.start, passage.end
        )
    )
    for match in found if len(found) <= _PASSING and passage.body.count(own) >= len(found) else ():
        before = passage.text[max(passage.start, match.start() - 8) : match.start()]
        if not _MET.search(before):
            said = f"本文的单位是「{own}」，这里写「{match[0]}」，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion=own)


# --- a part of the bureau's name --------------------------------------------------------------------------------

_BUREAU = lazy.pattern(rf"(?P<place>[{HAN}]{{0,3}}[县区市])(?P<stem>[{HAN}]{{2,14}}?)局$")
_OF_ITS_OWN = "(?:办公室|机关|公章|门户网站|网站|党组|负责|统一|印章|政务公开|信息公开|领导班子)"
_BUREAU_WORDS = waiting_for(
    (
        "局办公室",
        "局机关",
        "局公章",
        "局门户网站",
        "局网站",
        "局党组",
        "局负责",
        "局统一",
        "局印章",
        "局政务公开",
        "局信息公开",
        "局领导班子",
    )
)
_SHORT_NAMES = frozenset(
    [
        "住建",
        "人社",
        "文旅",
        "文广",
        "卫健",
        "发改",
        "工信",
        "农业农村",
        "退役军人",
        "市场监管",
        "城管",
        "教体",
        "科工",
        "自规",
        "环保",
        "医保",
    ]
)  # noqa: SIM905


def _part_of_name(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「加盖县交通局公章」 in the paper of 县交通运输局, 「县水务局办公室」 in that of 县水利局."""
    own = _BUREAU.match(_own(passage))
    if own is None:
        return
    other = re.compile(
        rf"(?:{re.escape(own['place'])}|{own['place'][-1]})(?P<stem>[{HAN}]{{2,8}}?)局(?={_OF_ITS_OWN})"
    )
    found = []
    for match in other.finditer(passage.text, passage.start, passage.end):
        stem = match["stem"]
        kin = own["stem"].startswith(stem) or (
            len(stem) == len(own["stem"]) == 2 and stem[0] == own["stem"][0]
        )
        if stem != own["stem"] and kin and stem not in _SHORT_NAMES and not in_quotes(passage, match.start()):
            found.append(match)
    for match in found if len(found) <= _PASSING else ():
        said = f"本文的单位是「{own[0]}」，这里写「{match[0]}」，请核对名称。"
        yield rule.finding(passage, *match.span(), said, suggestion=own[0])


# --- a hall for a bureau ----------------------------------------------------------------------------------------

_HALLS = "林业 农业 卫生 文化 国土资源 环境保护 粮食 科技 科学技术 工业和信息化 人事 劳动 人力资源 建设 水务 监察 卫生健康 应急管理 退役军人事务 体育 统计 水利 交通运输 交通 财政 教育 民政 司法 公安 人力资源和社会保障 自然资源 生态环境 住房和城乡建设 农业农村 商务 文化和旅游 审计 住建 人社 卫健 文旅 国土 环保 交运 农牧 畜牧 档案 统计 招商 城管 规划 城乡规划 信访".split()  # noqa: SIM905
_HALL = lazy.pattern(rf"(?<![省部治])(?<!省、)[县区市](?P<mark>(?:{'|'.join(_HALLS)})厅)(?!堂|长|级|官)")
_HALL_WORDS = waiting_for(tuple(f"{of}{stem}厅" for of in "县区市" for stem in _HALLS))


def _halls(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _HALL_WORDS, _HALL, 16):
        right = match["mark"][:-1] + "局"
        yield rule.finding(
            passage,
            *match.span("mark"),
            f"县、区、市没有「{match['mark']}」，应为「{right}」。",
            suggestion=right,
        )


# --- a town that speaks as the county ---------------------------------------------------------------------------

_AS_COUNTY = lazy.pattern(
    r"(?:将|把|使|深化|推进|推动|提升|做好|加强|开创|促进|规范|抓好|提高|完善)(?:了|好)?(?P<mark>[我全](?P<level>[县市区]))(?:的)?(?:政务公开|政府信息公开|信息公开|党务公开|村务公开)"
)
_AS_COUNTY_WORDS = waiting_for(tuple(who + level for who in "我全" for level in "县市区"))
_SMALL = {"town": ("镇", "乡"), "subdistrict": ("街道",), "village": ("村",), "community": ("社区",)}


def _as_county(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「进一步深化我县政务公开」 in a township's report."""
    unit = passage.document.unit or ""
    own = next((word for word in _SMALL.get(passage.document.unit_kind or "", ()) if word in unit), None)
    if own is None:
        title = passage.document.title or (passage.prose[0][1] if passage.prose else "")
        own = next(
            (
                word
                for word in ("乡", "镇", "街道")
                if f"我{word}" in passage.body and len(title) <= _TITLE_LENGTH
            ),
            None,
        )
    if own is None or f"我{own}" not in passage.body and own not in unit:
        return
    for match in matches_near(passage, _AS_COUNTY_WORDS, _AS_COUNTY, 20):
        if re.search(
            "按照|根据|助力|为", passage.text[max(passage.start, match.start() - 6) : match.start()]
        ):
            continue
        said = f"这是{own}的材料，这里却写「{match['mark']}」，疑为照搬上级的文字。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=f"我{own}")


_COUNTY_ACTS = lazy.pattern(
    r"(?:(?<=^)|(?<=[。；，\n]))(?:[一二三四五六七八九十\d（()）]{1,4}[、.．)）])?(?:[一-鿿]{2,6}[。：])?(?:下一步|今后|为此|同时|接下来|20\d\d年)?[，,]?[ \u3000]*(?P<mark>我(?P<level>[县市区旗]))(?=将(?:继续|进一步|以|坚持|在|按|认真|不断|结合|严格|切实)|要(?:继续|进一步|以|坚持)|(?:继续|进一步)(?:加强|完善|做好|深化|加大))",
    re.MULTILINE,
)


_BELOW_COUNTY = frozenset(("镇", "乡", "街道", "村", "社区", "校", "园", "医院"))
# 「乡镇政务公开工作总结」: a title without a name.
_TITLED_BELOW = lazy.pattern(
    r"^(?![^\n]*[县市区])(?:20\d\d年?度?)?(?:乡镇|乡|镇|街道|社区|学校|村务|校务|居务)"
)


def _county_acts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「我县将继续以“三务公开”为抓手」 among the plans of a township."""
    own = own_of(passage)
    whose = own.name if own else title_of(passage).strip()
    if own.sort not in _BELOW_COUNTY if own else not _TITLED_BELOW.search(whose):
        return
    found = list(matches_near(passage, _AS_COUNTY_WORDS, _COUNTY_ACTS, 24))
    for match in found if len(found) == 1 else ():
        if in_quotes(passage, match.start("mark")):
            continue
        said = f"这是「{whose}」的材料，打算却由「{match['mark']}」来做，疑为照搬上级的文字，请核对。"
        yield rule.finding(
            passage,
            *match.span("mark"),
            said,
            suggestion=f"我{own.selves[0]}" if own else "核对单位",
            severity="info",
        )


_rule = warning_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "own_name_one_off",
        "村、社区、学校、医院自己的名字写错了一个字。",
        "大柳树村2018年村务公开工作总结\n大柳树村位于镇政府西北。大柳树村全年公开12期。大杨树村均评为优秀。",
        "大柳树村2018年村务公开工作总结\n大柳树村位于镇政府西北。大柳树村全年公开12期。赴大杨树村学习。",
        Waiting(_NAME_WORDS, _one_off),
    ),
    _rule(
        "own_name_other_kind",
        "中心小学写成中心学校，医院写成卫生院，前后名称不一。",
        "河口镇中心小学校务公开自查报告\n河口镇中心小学认真落实校务公开，每月更新。\n河口镇中心学校",
        "河口镇中心小学校务公开自查报告\n河口镇中心小学认真落实校务公开，每月更新。\n河口镇中心小学",
        Waiting(_KIND_WORDS, _other_kind),
    ),
    _rule(
        "own_bureau_in_part",
        "单位是县交通运输局，公章、办公室却写成县交通局；单位是水利局，却写成水务局。",
        "丹霞县交通运输局2024年政务公开工作要点\n丹霞县交通运输局抓好落实。答复书加盖县交通局公章。",
        "丹霞县交通运输局2024年政务公开工作要点\n丹霞县交通运输局抓好落实。答复书加盖县交通运输局公章，报县司法局办公室备案。",
        Waiting(_BUREAU_WORDS, _part_of_name),
    ),
    _rule(
        "hall_of_county",
        "厅是省里的部门，县、区、市是局。",
        "确需炼山造林的，必须报县林业厅批准。",
        "确需炼山造林的，必须报县林业局批准，报省林业厅备案。",
        Waiting(_HALL_WORDS, _halls),
    ),
    _rule(
        "county_plans_in_town",
        "乡镇、学校的材料写到下一步打算，却说「我县将继续……」，多为照搬县里的文字。",
        "松树乡2014年政务公开工作汇报\n我乡公开信息180条。\n今后，我县将继续抓好月公开、季通报。",
        "松树乡2014年政务公开工作汇报\n我乡公开信息180条。\n今后，我乡将继续抓好月公开，为我县发展作贡献。",
        Waiting(_AS_COUNTY_WORDS, _county_acts),
    ),
    _rule(
        "town_as_county",
        "乡镇的总结、计划里写「深化我县政务公开」，是照搬上级的文字。",
        "松树乡2014年政务公开工作汇报\n我乡公开信息180条。下一步，我乡将进一步深化我县政务公开。",
        "松树乡2014年政务公开工作汇报\n我乡公开信息180条。下一步，我乡将进一步深化我乡政务公开，为推进我县政务公开作出贡献。",
        Waiting(_AS_COUNTY_WORDS, _as_county),
    ),
)
