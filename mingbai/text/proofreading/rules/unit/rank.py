"""Names of offices that such a place does not have: a bureau of a town, the bureau's own by its kin's name, a group by two names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._foreign import hint
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, compiled, warning_of
from mingbai.text.proofreading.rules._mentions import is_told_of, sentence_around
from mingbai.text.proofreading.rules._speaker import in_quotes, is_free, speaker, title_of, unit_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_FORMER = lazy.pattern(
    "原(?![则因料件始有文本创理告来煤油粮])|前身|更名|合并|划入|整合|组建|改为|加挂|挂牌|撤销|撤[镇乡县]|改设|并入"
)

# --- bureaus of towns ------------------------------------------------------------------------------------

# Cities whose names end in 镇 or 乡.
_CITIES = (
    "景德镇",
    "新乡",
    "萍乡",
    "桐乡",
    "宁乡",
    "湘乡",
    "内乡",
    "武乡",
    "东乡",
    "西乡",
    "金乡",
    "城乡",
    "南乡",
    "乐乡",
)
# What a town may have of its own: 综合行政执法局 and the like are set up by the reform of 2019.
_TOWN_FIELDS = "水利|水务|交通运输|交通|财政|教育体育|教育|民政|司法|公安|人力资源和社会保障|人社|国土资源|环保|住建|农业农村|农业|卫生健康|卫健|卫生|文化|林业|审计|医疗保障"


def _is_city(passage: Passage, match: re.Match[str]) -> bool:
    before = passage.text[max(passage.start, match.start() - 3) : match.start() + 2]
    return (
        any(city in before for city in _CITIES) or "、" in before[-3:-1] or in_quotes(passage, match.start())
    )


# --- the bureau's own name and that of its kin ----------------------------------------------------------------------

_Kin = dict[str, tuple[int, int]]


def _kin(rows: Sequence[Entry]) -> _Kin:
    """Each name → its function and which of the offices of that function it is."""
    known: dict[str, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        for office, names in enumerate(row["names"].split("｜")):
            for name in names.split():
                known.setdefault(name, (number, office))
    return known


_OWN_OFFICE = lazy.pattern(
    rf"^(?:关于)?(?:[{HAN}]{{2,3}}省)?(?:[{HAN}]{{2,4}}?市(?=[{HAN}]{{1,3}}[县区]))?(?P<place>[{HAN}]{{1,4}}?(?P<level>[县区市州旗]))(?P<name>[{HAN}]{{2,16}}?(?:局|委员会|委))(?=20\d\d|关于|[{HAN}]{{0,4}}(?:政务|政府信息|信息公开|主动公开|行政|依法|法治)|$)"
)
_ENDS = waiting_for(("局", "委员会", "委"))


def _kin_named(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「县教育体育局」 in a paper of 云岭县教育局 where nothing says that it has changed its name."""
    known = compiled(passage, ("bureau_kin",), _kin)
    own = _OWN_OFFICE.match(title_of(passage)) or _OWN_OFFICE.match(unit_of(passage) or "")
    if own is None or own["name"] not in known or _FORMER.search(passage.body):
        return
    function, office = known[own["name"]]
    same = [name for name, (one, _) in known.items() if one == function]
    # 文旅局 is short for several: what is short for the own is right.
    wrong = [name for name in same if known[name][1] != office and name not in own["name"]]
    if not wrong:
        return
    pattern = re.compile(
        f"(?:{own['place']}|(?P<bare>[{own['level']}本我])?)(?P<mark>{'|'.join(sorted(wrong, key=len, reverse=True))})(?!长)"
    )
    found = []
    for match in pattern.finditer(passage.text, passage.start, passage.end):
        at = match.start("mark")
        whole = any(
            passage.text.startswith(name, at - len(name) + len(match["mark"])) for name in (own["name"],)
        )
        before = passage.text[max(passage.start, match.start() - 2) : match.start()]
        named = match[0] != match["mark"]
        if (
            whole
            or passage.in_web_residue(at)
            or in_quotes(passage, at)
            or before.endswith(("省", "市", "《"))
        ):
            continue
        if match["bare"] and not is_free(passage, match.start()):
            continue  # another county's: 「昌黎县教育局」
        if named or (is_free(passage, at) and before[-1:] in "。，,；;、：:\n 现将由在"):
            found.append(match)
    if len({match["mark"] for match in found}) > 2 or len(found) > max(2, passage.body.count(own["name"])):
        return
    for match in found:
        said = f"标题的单位是「{own['place']}{own['name']}」，这里写「{match['mark']}」，名称不一致，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=own["name"])
    yield from _signed_by_kin(rule, passage, own, found)


def _signed_by_kin(
    rule: Rule, passage: Passage, own: re.Match[str], found: list[re.Match[str]]
) -> Iterator[Finding]:
    """The signature, where the name that the title lacks stands there alone."""
    body = passage.body
    at = body.rfind(own["name"])
    if found and own["name"] not in title_of(passage) and body.count(own["name"]) == 1 and at >= 0:
        start, said = (
            passage.start + at,
            f"前文写「{found[0]['mark']}」，落款写「{own['name']}」，名称不一致，请核对。",
        )
        yield rule.finding(passage, start, start + len(own["name"]), said, suggestion=found[0]["mark"])


# --- one office by two names, of whichever bureau ------------------------------------------------------------------

# What the bureaus of today were called before the reform of 2018.
_OLDER = {
    "教育局": "教委 文教局", "卫生健康局": "卫生局 ｜ 卫生和计划生育局 卫生计生局 卫计局 卫计委 卫生计生委 卫生和计划生育委员会", "自然资源局": "国土资源局 国土局", "生态环境局": "环境保护局 环保局", "农业农村局": "农业局 农委",
    "市场监督管理局": "工商行政管理局 工商局 质监局 食药监局", "应急管理局": "安监局", "文化和旅游局": "文广新局 文体局 文化局", "医疗保障局": "医疗保险局",
}  # fmt: skip


def _functions(rows: Sequence[Entry]) -> dict[str, tuple[int, int, bool]]:
    """Each name → its function, which office of it, and whether of before the reform."""
    known = {name: (*at, False) for name, at in _kin(rows).items()}
    for unlisted, (new, names) in enumerate(_OLDER.items(), len(rows)):
        number = known[new][0] if new in known else unlisted
        known.setdefault(new, (number, 0, False))
        for older, of_one in enumerate(names.split("｜")):
            for name in of_one.split():
                known[name] = (number, -1 - older, True)
    return known


def _kin_pattern(rows: Sequence[Entry]) -> re.Pattern[str]:
    names = sorted(_functions(rows), key=len, reverse=True)
    return lazy.compile_now(rf"(?P<level>[县区市])(?P<mark>{'|'.join(names)})(?!长|[一-鿿]{{0,4}}分局)")


def _office_of_two_names(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「区水务局」 and 「区水利局」 in one paper, 「区卫计局」 where 区卫生健康局 stands too."""
    known = compiled(passage, ("bureau_kin",), _functions)
    pattern = compiled(passage, ("bureau_kin",), _kin_pattern)
    seen: dict[tuple[str, int], dict[int, list[re.Match[str]]]] = {}
    for match in pattern.finditer(passage.text, passage.start, passage.end):
        number, office, _ = known[match["mark"]]
        if not is_told_of(passage, *match.span()):
            seen.setdefault((match["level"], number), {}).setdefault(office, []).append(match)
    for offices in seen.values():
        if len(offices) != len(("one", "other")):
            continue
        first, second = sorted(
            offices.values(), key=lambda one: (known[one[0]["mark"]][2], -len(one), one[0].start())
        )
        before = passage.text[max(passage.start, second[0].start() - 16) : second[0].start()]
        around = sentence_around(passage, *second[0].span())
        if (
            re.search("整合|组建|划[入转]|合署", around)
            or len(second) > 2
            or len(second) > len(first)
            or re.search(f"{first[0]['mark']}[、（(]?$", before)
        ):
            continue
        for match in second:
            said = f"一处写「{first[0][0]}」，这里写「{match[0]}」，同一职能的部门前后名称不一，请核对。"
            yield rule.finding(passage, *match.span(), said, suggestion=first[0][0])


# --- a group by two names -------------------------------------------------------------------------------------------

_GROUP = lazy.pattern(
    r"(?P<matter>政务公开|政府信息公开|信息公开|政务信息公开|村务公开|党务公开|校务公开|院务公开|居务公开)(?:和[一-鿿]{2,8}公开)?(?:工作)?(?P<tail>领导小组|协调小组|推进小组|工作小组|领导组|工作领导组|领导机构|指挥部|专班|工作专班|协调组|委员会|领导委员会|工作组)"
)
_GROUP_WORDS = waiting_for(("小组", "领导组", "指挥部", "专班", "协调组", "工作组", "委员会"))
_OTHER_BODY = lazy.pattern(r"[县市区省]|上级|全国|(?:下设|分设|设立|设)[^。；;\n]{0,16}$|[和与、及]$")


def _two_groups(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「政务公开领导小组」 and further on 「政务公开协调小组」."""
    found = [
        match
        for match in matches_near(passage, _GROUP_WORDS, _GROUP, 30)
        if not passage.in_web_residue(match.start())
        and not in_quotes(passage, match.start())
        and not _OTHER_BODY.search(passage.text[max(passage.start, match.start() - 8) : match.start()])
    ]
    matters: dict[str, list[re.Match[str]]] = {}
    for match in found:
        matters.setdefault(match["matter"] if match["matter"][0] in "村党校院居" else "", []).append(match)
    for of_one in matters.values():
        tails = Counter(match["tail"] for match in of_one)
        main = "领导小组" if tails["领导小组"] else of_one[0]["tail"]
        for match in of_one:
            if match["tail"] != main and tails[match["tail"]] <= min(2, tails[main]):
                said = f"别处写「{main}」，这里写「{match['tail']}」，是不是同一个机构，请核对。"
                yield rule.finding(passage, *match.span(), said, suggestion="统一为一个名称")


# --- the head of another kind of body -------------------------------------------------------------------------------

_HEAD = lazy.pattern(
    r"(?:^|[，,。；;、：:由以\n])(?P<mark>(?:常务)?副?(?P<head>校长|院长|园长|局长|镇长|乡长|厂长|行长|馆长))(?:同志)?(?:(?:任|为|担任)(?:副?组长|副?主任)|(?:审定|审批|审核|签发|批准)后)",
    re.MULTILINE,
)
_HEADS = waiting_for(("校长", "院长", "园长", "局长", "镇长", "乡长", "厂长", "行长", "馆长"))
_HEADS_OF = {
    "局": {"局长"},
    "校": {"校长", "园长"},
    "院": {"院长"},
    # Of 镇长 and 乡长 there another rule tells.
    "镇": {"镇长", "乡长"},
    "乡": {"镇长", "乡长"},
    "街道": {"镇长", "乡长"},
    "村": set(),
    "社区": set(),
}


def _other_heads(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「校长任组长」 in the paper of a hospital."""
    own = speaker(passage)
    if own is None or own.name is None or own.kind not in _HEADS_OF:
        return
    for match in matches_near(passage, _HEADS, _HEAD, 12):
        if match["head"] not in _HEADS_OF[own.kind] and not in_quotes(passage, match.start("mark")):
            said = f"本文的单位是「{own.name}」，这里却写「{match['mark']}」任组长，疑为别的单位的文字。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="核对职务")


# --- sections by two words ------------------------------------------------------------------------------------------

_SECTION = lazy.pattern(
    "(?P<mark>(?:各|有关|相关|个别|部分|责任|业务|主管|承办|内设)(?P<word>股室|科室|处室))(?![、和（(/])"
)
_SECTIONS = waiting_for(("股室", "科室", "处室"))


def _two_sections(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各科室」 once in a paper of a county's bureau that elsewhere speaks of 「各股室」."""
    found = [
        match
        for match in matches_near(passage, _SECTIONS, _SECTION, 8)
        if not re.search("[、和及]$", passage.text[match.start() - 1 : match.start()])
        and not re.search("[局委院厅办]$", passage.text[match.start() - 1 : match.start()])
        and not in_quotes(passage, match.start())
        and not passage.in_web_residue(match.start())
    ]
    words = Counter(match["word"] for match in found)
    own = speaker(passage)
    if (
        len(words) != len(("股室", "科室"))
        or own is None
        or own.kind not in {"局", "委", "会", "社", "中心", "馆"}
    ):
        return
    usual, rare = (word for word, _ in words.most_common())
    if words[rare] > _PASSING_WORDS:
        return
    for match in found:
        if match["word"] == rare or words[usual] == 1:
            other = usual if match["word"] == rare else rare
            said = f"内设机构一处写「{other}」，一处写「{match['word']}」，前后不一，请核对。"
            yield rule.finding(
                passage, *match.span("mark"), said, suggestion=match["mark"].replace(match["word"], other)
            )


_PASSING_WORDS = 2

_warning = warning_of("unit", "unit_name_inconsistency")


_BUREAU_NEAR = " ".join(
    f"{kind}{field}局" for kind in ("镇", "乡", "街道") for field in _TOWN_FIELDS.split("|")
)

RULES = (
    hint(
        "bureau_of_town",
        "乡镇、街道设所、办、中心，不设财政局、民政局，写成「镇财政局」多为错写。",
        "石塘镇财政局",
        "石塘镇财政所、镇综合行政执法局，县民政局驻镇服务，景德镇财政局。",
        searching(
            rf"(?:镇|乡|街道)(?P<mark>(?:{_TOWN_FIELDS})局)(?!长|驻|派)",
            "乡镇、街道不设「{}」，请核对是所、办还是县局。",
            suggestion="核对机构名称",
            near=_BUREAU_NEAR,
            unless=_is_city,
        ),
    ),
    _warning(
        "working_committee_of_town",
        "乡、镇设党的委员会，工作委员会（党工委）是街道、开发区的。",
        "中共新桥乡工作委员会",
        "中共新桥街道工作委员会、中共新桥乡委员会。",
        searching(
            rf"中共[{HAN}]{{2,16}}?(?:镇|乡)(?P<mark>工作委员会)",
            "乡、镇设党的委员会，不设「{}」。",
            suggestion="委员会",
            near="工作委员会",
        ),
    ),
    hint(
        "street_organs",
        "街道设纪工委、人大工委、政协工委，不设纪委、人大、政协。",
        "街道纪委每季度检查一次。",
        "街道纪工委每季度检查一次，区纪委、街道人大工委参加。",
        searching(
            r"(?<![乡镇、各])街道(?P<mark>纪委(?!监委|监察)|人大(?!工委|代表|工作|街道|常|履职|联络|议政)|政协(?!工委|委员|联络|工作|活动))(?=[^工]|$)",
            "街道设工作委员会，这里写「{}」，请核对。",
            suggestion="核对机构名称",
            near="街道纪委 街道人大 街道政协",
        ),
    ),
    _warning(
        "committee_cut",
        "「管理委员各部门」「居民委员办公室」，「委员会」漏了「会」字。",
        "东湖经济技术开发区管理委员各部门：",
        "管理委员会各部门，管理委员会主任、委员各一名。",
        searching(
            r"(?P<mark>(?:管理|居民|村民|工作|村务监督|居务监督)委员)(?=各(?:部门|单位|科室|处室)|办公室|主任|主要|领导|全体|[:：])",
            "「{}」漏了「会」字。",
            suggestion="{}会",
            near="管理委员 居民委员 村民委员 工作委员 监督委员",
        ),
    ),
    hint(
        "two_sections",
        "同一个局的内设机构，一处写「股室」，一处写「科室」，前后不一。",
        "云岭县审计局2023年政务公开工作总结\n个别股室主动公开意识不强，各科室信息员变动频繁。",
        "云岭县审计局2023年政务公开工作总结\n个别股室主动公开意识不强，各股室、各科室信息员变动频繁。",
        Waiting(_SECTIONS, _two_sections),
    ),
    _warning(
        "levels_side_by_side",
        "「县委和区人大」「区委、县政府」，同一级的两个机关一个写县，一个写区。",
        "在县委和区人大常委会的领导下，依法履职。",
        "在县委和县人大常委会的领导下，市委、区政府都很重视，县委、区委分别动员。",
        searching(
            rf"(?:(?<![{HAN}])|(?<=[在由经向对照据实和请到]))(?P<mark>(?:县委(?:、|和|及)?区|区委(?:、|和|及)?县)(?:人大(?:常委会)?|人民政府|政府|政协))",
            "「{}」一个写县、一个写区，层级不一致，请核对。",
            near="县委、区 县委和区 县委区 区委、县 区委和县 区委县",
        ),
    ),
    hint(
        "kin_bureau",
        "标题是教育局，正文写「县教育体育局」；标题是水利局，正文写「水务局」，同一单位名称不一致。",
        "云岭县教育局2021年政务公开工作要点\n各校报送材料，现将云岭县教育体育局工作安排印发。云岭县教育局负责。",
        "云岭县教育局2021年政务公开工作要点\n学习市教育体育局做法，原云岭县教育体育局更名后，云岭县教育局负责。",
        Waiting(_ENDS, _kin_named),
    ),
    hint(
        "two_groups",
        "前文是「政务公开领导小组」，后文写「协调小组」「领导组」，同一机构名称不一致。",
        "成立政务公开工作领导小组，局长任组长。政务公开协调小组下设办公室。",
        "成立政务公开工作领导小组，下设政务公开工作专班，配合县政务公开协调小组工作。",
        Waiting(_GROUP_WORDS, _two_groups),
    ),
    hint(
        "head_of_other_body",
        "卫生院的材料写「校长任组长」，局的材料写「镇长任组长」，是别的单位的职务。",
        "云台镇中心卫生院院务公开工作汇报\n云台镇中心卫生院成立领导小组，校长任组长，副院长任副组长。",
        "云台镇中心卫生院院务公开工作汇报\n云台镇中心卫生院成立领导小组，院长任组长，镇长到会指导。",
        Waiting(_HEADS, _other_heads),
    ),
    hint(
        "office_of_two_names",
        "同一级的一个部门，一处写水务局，一处写水利局，或者改革前后的名称混用。",
        "联合区水务局整治排口12处，区水利局提供数据。",
        "联合区水务局整治排口12处，市水利局提供数据，原区水利局的档案已移交。",
        Waiting(_ENDS, _office_of_two_names),
    ),
)
