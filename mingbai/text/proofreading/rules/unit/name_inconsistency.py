"""One unit under two names: a township that calls itself a town, a wrong level, a group whose name changes."""

import re
from collections import Counter
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import (
    anchored,
    cuts_through_word,
    ends_in_verb,
    is_noun,
    is_quoted,
    is_word,
    meeting,
)
from mingbai.text.proofreading.rules._mentions import of_several
from mingbai.text.proofreading.rules._speaker import SMALL, in_quotes, is_free, stands_under_heading
from mingbai.text.proofreading.triggers import matches, sought

# Words by which a unit of each kind speaks of itself; kinds of one row exclude each other.
_RIVALS = (("镇", "乡", "街道", "局", "校", "院", "公司", "站", "行", "班", "社区", "村"),)
_SELF = sought(
    r"(?:(?:我|本|全)(?P<one>镇|乡|街道|街(?!道))|我(?P<body>局|校|院(?!子)|公司|站(?![得起在出到着立])|行(?![动使政])|班|社区|村))(?![镇乡村街区])"
    rf"|(?<![乡城村集各、一\-“家某该外])(?<!对方)(?P<two>镇|乡)(?=长[{HAN}]{{2,3}}(?:任|担任)|党委|政府|人大|纪委|党政办|人民政府|机关干部|政务公开领导小组)"
    r"|(?<![镇乡各、个（(])(?P<three>街道)(?=办(?!事)|党工委|办事处|机关|政务公开|政务信息|政府信息|各科室|工作实际|班子)"
    r"|(?<=[。；\n])(?P<four>街道)(?=还?将|还|继续|已|共)"
)
# A school or village in a town says 「我镇」 of the town.
_BELOW = frozenset({"校", "院", "站", "社区", "村", "班"})
_KIND_WORDS = {"town": "", "subdistrict": "街道", "bureau": "局", "school": "校"}
# A name in the head of the text, where the unit was not recognised.
_NAMED_IN_HEAD = lazy.pattern(
    rf"^[ \u3000]*(?:[xX×*_\d]{{2,4}}年(?:以来)?[，,])?(?![{HAN}]{{0,5}}[我本全各提促])[{HAN}]{{2,6}}(?P<kind>(?<![乡城集])镇|乡|街道)(?=党委|党工委|政府|人民政府|办事处|20\d\d年|政务公开|在[县区市]委|在上级|以|认真|紧紧|按照|坚持|深入|始终|高度|严格|着力|切实)",
    re.MULTILINE,
)
_HEAD = 160
# A rival word is a slip where the unit's own stands at least so many times as often.
_TIMES = 3
_PASSING = 2
_GROUP = sought("(?P<kind>领导小组|监督小组|工作小组|协调小组)")
_GROUP_NAME = lazy.pattern(rf"[{HAN}]{{2,10}}$")
_GROUP_START = lazy.pattern(
    r".*(?:成立|设立|建立|健全|调整|充实|组建|了|由|以|的|将|向|为|经|报|镇|乡|县|市|区|局|校|院|街道|我|和|及|加强|发挥)"
)
# Pairs of groups that differ in these are two groups, not one misnamed.
_TELLING = frozenset("政党村校院厂居财事务组区市县镇乡正副警司省局内外一二三四")
_LEVELS = sought(
    r"(?P<level>[县区](?<![各市省全（(州和县区园社库景校].)(?<![市县区]、.)(?<!各[县区]委[、和].))(?P<of>委|政府|上|里)(?![员会书办])"
)
# 「在区委、区政府的正确领导下」: a unit has one county or district above it.
_LED = lazy.pattern(
    r"在(?:[市省州]委、?[市省州]政府[和及、])?(?P<level>[县区])委[、和]?(?P=level)(?:人民)?政府的?[一-鿿]{0,4}领导下"
)
_PAIR = lazy.pattern(
    r"(?:按照|根据|围绕|贯彻落实|贯彻|落实|响应|遵照|配合|[，。\n向对为由是经])(?P<level>[县区])委[、和]?(?P=level)(?:人民)?政府"
)
# A text that tells of these may name units of several kinds.
_RENAMED = lazy.pattern("撤[乡镇]|更名|改设|原.{1,4}[乡镇]|协作|帮扶|结对|移交|整建制|托管|划转|划归")
# Villages that pass from one town to another: both are named.
_TRANSFER = lazy.pattern("整建制|移交(?:我|管理|街道|镇|乡)|托管|划转|划归")
_FORMER = lazy.pattern("撤[乡镇]|更名|改设")
# A place name ends here: the next words are what a unit of that place is or does.
_NAMED = sought(
    rf"(?:(?<![{HAN}])|(?<=[年在与由对经从至县市区州及向为将是据到让使]))(?P<name>[{HAN}]{{2}})(?P<kind>镇|乡|街道)(?![级村振企居域情土亲贤愁长区街乡镇])"
)
_VISITED = lazy.pattern(
    r"学习|考察|借鉴|观摩|交流|参观|邻|兄弟|赴|来自|撤|合并|原|辖|各|等|、$|与$|和$|如$|例如|对口|帮扶|结对|协作|[省市]..?区$"
)
_COMES = lazy.pattern(rf"[{HAN}]{{0,5}}(?:也来|也到|也派|也参|前来|来人|派人)")
# Characters that no town is named with, but that stand before 镇, 乡 and 街道 all the time.
_NEVER_IN_NAMES = frozenset(
    "是向到年个月的把被请由或者将与和为在对等于及但而前经即又还也都就我们每次各全该某本据虽因并设所以其他它这那几两现村镇乡级"
)
# Words of the language before 镇 and 乡: 「列席镇政府召集的会议」, 「新建镇中心幼儿园一所」.
_SAID_OF_TOWNS = frozenset(
    {"新建", "改建", "扩建", "在建", "规定", "决定", "列席", "要求", "计划", "报告", "管理", "建设"}
)
_ORGAN = lazy.pattern(
    "(?:人民政府|政府|党委|党工委|办事处|人大|纪委|便民服务|村务|卫生院|财政所|司法所|派出所|中心)"
)


def _only_signed(passage: Passage) -> bool:
    """Whether the unit stands in the signature alone, under a text that says 我镇 or 我乡 of itself."""
    unit = passage.document.unit or ""
    at = passage.body.find(unit.removesuffix("人民政府").removesuffix("办事处"))
    return at > 0 and len(passage.body) - at < _SIGNATURE and _SAYS_ITSELF.search(passage.body) is not None


_SIGNATURE = 40
_SAYS_ITSELF = lazy.pattern("[我本](?:镇|乡|街道)(?![镇乡村街])")


def _own_word(passage: Passage) -> str | None:
    """镇, 乡, 街道, 局 …: by the recognised unit, else by what the text calls itself most."""
    document = passage.document
    if document.unit and not _only_signed(passage):
        for word in ("街道", "镇", "乡", "局", "院"):
            if document.unit.removesuffix("人民政府").removesuffix("办事处").endswith(word):
                return word
    named = None if document.unit else _NAMED_IN_HEAD.search(passage.body, 0, _HEAD)
    if named and named.end() < len(passage.body) - _SIGNATURE:
        return named["kind"]
    if document.unit_kind in _KIND_WORDS and _KIND_WORDS[document.unit_kind]:
        return _KIND_WORDS[document.unit_kind]
    counted = Counter(word for _, _, word in _mentions(passage))
    common = counted.most_common(1)
    return common[0][0] if common and common[0][1] >= _TIMES else None


def _mentions(passage: Passage) -> list[tuple[int, int, str]]:
    return passage.once(_read_mentions)


def _tells_of_others(passage: Passage) -> bool:
    return _RENAMED.search(passage.body) is not None


def _read_mentions(passage: Passage) -> list[tuple[int, int, str]]:
    found = []
    for match in matches(passage, _SELF):
        word = match["one"] or match["body"] or match["two"] or match["three"] or match["four"]
        before = passage.text[match.start() - 1 : match.start()]
        named = (match["two"] or match["three"]) and "一" <= before <= "鿿"
        others = named and (passage.once(_tells_of_others) or not is_free(passage, match.start()))
        if not (others or passage.in_web_residue(match.start()) or in_quotes(passage, match.start())):
            found.append((match.start(), match.end(), "街道" if word == "街" else word))
    return found


def _rival_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    own = _own_word(passage)
    rivals = next((set(row) - {own} for row in _RIVALS if own in row), set())
    if own in _BELOW:
        rivals -= {"镇", "乡", "街道"}
    if own is None or not rivals or _FORMER.search(passage.body) or of_several(passage):
        return
    counted = Counter(word for _, _, word in _mentions(passage))
    for start, end, word in _mentions(passage):
        if word not in rivals or counted[word] * _TIMES > max(counted[own], _TIMES):
            continue
        quote = passage.text[start:end]
        if (own not in SMALL and quote[0] not in "我本") or stands_under_heading(passage, start, word):
            continue
        yield rule.finding(
            passage,
            start,
            end,
            f"全文自称「{own}」，这里却写「{quote}」，疑为别的单位的文字。",
            suggestion=quote.replace(word if word in quote else "街", own),
        )


def _led_by_both(passage: Passage) -> str | None:
    """县 or 区, whichever is the second of whose leadership the text speaks, where it speaks of both."""
    kinds = [match["level"] for match in _LED.finditer(passage.body)]
    if len(kinds) == len(set(kinds)) == len("县区"):
        return kinds[-1]
    # Led by the one, and further on 「按照县委、县政府的部署」 once.
    pairs = [match["level"] for match in _PAIR.finditer(passage.body)]
    other = {"县": "区", "区": "县"}[kinds[0]] if len(set(kinds)) == 1 else ""
    return other if other and pairs.count(other) == 1 else None


def _level_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    found = [match for match in matches(passage, _LEVELS) if not passage.in_web_residue(match.start())]
    counted = Counter(match["level"] for match in found)
    led = _led_by_both(passage)
    for rare, usual in (("县", "区"), ("区", "县")):
        if led == rare:
            pass
        elif not (counted[rare] == 1 and counted[usual] >= 2):
            continue
        for match in found:
            if match["level"] == rare:
                yield rule.finding(
                    passage,
                    *match.span(),
                    f"全文的上级是「{usual}委、{usual}政府」，这里写「{match[0]}」，前后层级不一致。",
                    suggestion=usual + match["of"],
                )


def _groups(rule: Rule, passage: Passage) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for match in matches(passage, _GROUP):
        before = _GROUP_NAME.search(passage.text, max(passage.start, match.start() - 10), match.start())
        name = _GROUP_START.sub("", before[0] if before else "") + match["kind"]
        start = match.end() - len(name)
        if len(name) < 7 or passage.in_web_residue(start):
            continue
        for earlier in seen:
            if _one_apart(name, earlier):
                yield rule.finding(
                    passage,
                    start,
                    match.end(),
                    f"前文为「{earlier}」，这里写成「{name}」。",
                    suggestion=earlier,
                )
                break
        else:
            seen.setdefault(name, start)


def _one_apart(one: str, other: str) -> bool:
    """Whether the names, as far as the shorter goes from the end, differ in one character that tells nothing."""
    apart = [(a, b) for a, b in zip(reversed(one), reversed(other), strict=False) if a != b]
    return len(apart) == 1 and not _TELLING & set(apart[0])


def _other_names(rule: Rule, passage: Passage) -> Iterator[Finding]:
    unit = passage.document.unit
    if not unit or not unit.removesuffix("人民政府").removesuffix("办事处").endswith(("镇", "乡", "街道")):
        return
    own = unit + (passage.document.parent_unit or "") + (passage.document.title or "")
    if _TRANSFER.search(passage.body):
        return
    found: dict[str, list[tuple[int, int]]] = {}
    for match in matches(passage, _NAMED):
        name, start = match["name"], match.start()
        before = passage.text[max(passage.start, start - 10) : start]
        elsewhere = before.endswith(tuple("市县区州")) and not before.endswith(
            passage.document.parent_unit or "\n"
        )
        if _COMES.match(passage.text, match.end()):
            continue
        if name in own or elsewhere or _VISITED.search(before) or not _is_place(passage, match):
            continue
        found.setdefault(name + match["kind"], []).append(match.span())
    for name, places in found.items():
        # A place that is spoken of again and again is part of the matter.
        if len(places) > _PASSING:
            continue
        for start, end in places:
            said = f"本文的单位是「{unit}」，这里却写「{name}」，请核对。"
            # What stands in quotation marks is perhaps an account or a campaign: 「云上街道」.
            how: Severity | None = "info" if is_quoted(passage.text, start, end) else None
            yield rule.finding(passage, start, end, said, suggestion=unit, severity=how)


def _is_place(passage: Passage, match: re.Match[str]) -> bool:
    """Whether 「某某镇」 is a name: no word of the language, or a noun before an organ of government."""
    name = match["name"]
    if _NEVER_IN_NAMES & set(name) or passage.in_web_residue(match.start()):
        return False
    if cuts_through_word(passage, match.start(), match.end("name")):
        return False
    if not is_word(name):
        return not ends_in_verb(name)
    return (
        name not in _SAID_OF_TOWNS and is_noun(name) and _ORGAN.match(passage.text, match.end()) is not None
    )


_VOICE_OF_ABOVE = sought(r"(?<![各、本])(?:街道|镇里)(?=工作中|成立|要把|实际|将|结合)")


def _voice_of_above(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A village or community that speaks as the sub-district or town above it."""
    if passage.document.unit_kind not in {"community", "village"}:
        return
    match = next(matches(passage, _VOICE_OF_ABOVE), None)
    if match:
        yield rule.finding(
            passage,
            *match.span(),
            f"本文的单位是「{passage.document.unit or '社区'}」，这里却以街道、乡镇的口吻写，疑照搬上级文件。",
        )


_LEVEL_OFFICES = sought(
    "(?:县|(?<!自治)区|(?<=[镇乡])|街道)(?P<mark>(?:教育|民政|财政|公安|司法|水利|交通运输|自然资源|生态环境|农业农村|商务|人力资源和?社会保障|住房和城乡建设|文化和旅游|审计)厅"
    "|(?:市场监督管理|市场监管|税务|体育|广播电视|统计)总局)"
    "|(?P<office>(?:县|(?<!自治)区|镇|乡|街道)(?:人民)?政府办公厅)"
)
_AND = sought(
    "(?:人力资源与社会保障|住房与城乡建设|文化与旅游|教育与体育|科技与工业信息化|自然资源与规划|发展与改革|工业与信息化|规划与自然资源|城乡规划与建设)(?:局|厅|部|委员会|委)"
)


def _office_names(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _LEVEL_OFFICES):
        group = "mark" if match["mark"] else "office"
        start, end = match.span(group)
        words = match[group]
        right = (
            words[:-1] + "室" if group == "office" else words.removesuffix("厅").removesuffix("总局") + "局"
        )
        yield rule.finding(
            passage,
            start,
            end,
            f"这一级没有「{words}」，应为「{right}」。",
            suggestion=right,
        )
    for match in matches(passage, _AND):
        right = match[0].replace("与", "和")
        yield rule.finding(passage, *match.span(), f"机关名称应为「{right}」。", suggestion=right)


RULES = (
    Rule(
        name="unit.rival_word",
        category="unit_name_inconsistency",
        severity="error",
        explain="乡的材料写成「我镇」，镇的材料写成「街道」，多为抄自别处没有改净。",
        fires="我乡认真落实。我乡政务公开领导小组健全。我乡加强培训。促进我镇政务公开工作。",
        passes="我镇认真落实。我镇政务公开健全。各乡镇、街道办事处都参加了培训。我镇主要街道整洁。",
        find=_rival_words,
    ),
    Rule(
        name="unit.double_level",
        category="unit_name_inconsistency",
        severity="error",
        explain="机关名称里多写了一级，如「某某区市人民政府」。",
        fires="通过六安市裕安区市人民政府门户网站发布。",
        passes="通过六安市裕安区人民政府门户网站发布，各区市人民政府都参加。",
        find=anchored(
            "区市人民 县市人民 市市人民 区区人民 县县人民 镇镇人民 乡乡人民",
            searching(
                rf"(?<![{HAN}])?(?P<mark>[{HAN}]{{2,8}}(?:区市|县市|市市|区区|县县|镇镇|乡乡))(?=人民政府)",
                "「{}」的级别写重了，请核对机关名称。",
                needs="市区县镇乡",
                unless=lambda passage, match: re.search("[各全等辖]", match["mark"]) is not None,
            ),
        ),
    ),
    Rule(
        name="unit.office_name",
        category="unit_name_inconsistency",
        severity="error",
        explain="部门名称的级别或用字不对，如「县民政厅」「人力资源与社会保障局」。",
        fires="会同县民政厅、区人力资源与社会保障局做好公开。",
        passes="会同省民政厅、县民政局、区人力资源和社会保障局做好公开。",
        find=anchored(
            "教育厅 民政厅 财政厅 公安厅 司法厅 水利厅 运输厅 资源厅 环境厅 农村厅 商务厅 保障厅 建设厅 旅游厅 审计厅 政府办公厅 总局 与社会保障 与城乡建设 与旅游 与体育 与工业信息化 资源与规划 与改革 与信息化 与规划 规划与",
            _office_names,
        ),
    ),
    Rule(
        name="unit.level_word",
        category="unit_name_inconsistency",
        severity="warning",
        explain="前面说「区委、区政府」，后面又说「县上」，上级的层级前后不一。",
        fires="在区委、区政府的领导下，按照县上的统一要求推进。",
        passes="在县委、县政府的领导下，按照县上的统一要求推进。",
        find=meeting(_level_words, _LEVELS),
    ),
    Rule(
        name="unit.group_name",
        category="unit_name_inconsistency",
        severity="warning",
        explain="同一个领导小组前后名称差一个字。",
        fires="成立监督检查领导小组，定期检查。监察检查领导小组组长由书记担任。",
        passes="成立政务公开领导小组，村务公开领导小组另行成立。",
        find=meeting(_groups, _GROUP),
    ),
    Rule(
        name="unit.missing_name",
        category="unit_name_inconsistency",
        severity="info",
        explain="句首只有「乡」「镇」，前面的地名漏了。",
        fires="乡2023年政务公开工作将继续围绕中心工作。",
        passes="双桥乡2023年政务公开工作将继续围绕中心工作。",
        find=searching(
            r"^[ \u3000\t]*(?P<mark>(?:乡|镇|街道)(?:20[0-9xX]{2}|[xX×]{2,4})年)",
            "「{}」前面漏了地名。",
            needs="乡镇街",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="unit.other_name",
        category="unit_name_inconsistency",
        severity="warning",
        explain="材料里出现了另一个乡镇、街道的名称，多为套用时没有改净。",
        fires="双桥乡2023年政务公开工作总结\n2023年，双桥乡党委、政府高度重视。由青岗乡人民政府负责落实。",
        passes="双桥乡2023年政务公开工作总结\n现将双桥乡政务公开工作总结如下。",
        find=meeting(_other_names, _NAMED),
    ),
    Rule(
        name="unit.voice_of_above",
        category="unit_name_inconsistency",
        severity="warning",
        explain="社区、村的材料用街道、乡镇的口吻说话，多为照搬上级文件。",
        fires="阳光社区2023年政务公开工作计划\n我社区制定计划如下。\n街道工作中涉及群众切身利益的问题都要公开。",
        passes="河南街道2023年政务公开工作计划\n街道工作中涉及群众切身利益的问题都要公开。",
        find=meeting(_voice_of_above, _VOICE_OF_ABOVE),
    ),
)
