"""Facts that a text tells twice and in two ways: who leads, where the office is, how often, how many, before and after."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, compiled, is_other_word
from mingbai.text.proofreading.rules._persons import chief_called, post_changes
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches_near, prose_with, waiting_for

_REACH = 90
_OTHER_GROUP = lazy.pattern("监督|考核|评议|审查|保密|应急|专班|信访|督查|村务|居务|校务|党务")

_OFFICE = lazy.pattern(
    rf"办公室(?:主任)?(?:设(?:在|于)|地点设在)(?:了)?(?P<where>[{HAN}]{{2,12}}?)(?=[，,。；;、（(]|办公|，|负责|并|由|具体|$)"
)
_OFFICES = waiting_for(("办公室设在", "办公室设于"))
_CHIEF = lazy.pattern(
    rf"(?:由|，|,|。|；|、)(?P<title>[{HAN}]{{0,10}}?)(?P<name>[{HAN}]{{2,3}})(?:同志)?(?:兼任|担任|任|兼)(?:领导小组)?办公室主任"
)
_CHIEFS = waiting_for(("任办公室主任", "兼办公室主任", "任领导小组办公室主任"))
_LEADER = lazy.pattern(
    rf"(?<!副)组长[：:由]\s?(?:[{HAN}]{{0,8}}?(?:书记|镇长|乡长|主任|局长|校长))?(?P<name>[{HAN}]{{2,3}})(?=同志|担任|任|[，,。；;（(\s])"
    rf"|(?P<before>书记|镇长|乡长|主任|局长|校长|，|由|以)(?P<name2>[{HAN}]{{2,3}})(?:同志)?(?:任|担任|为|兼任)(?:领导小组)?组长"
)
_LEADERS = waiting_for(("组长：", "组长:", "组长由", "任组长", "为组长"))
_POSTS = "镇长|乡长|县长|区长|局长|校长|院长|书记|主任|站长|所长"
_DEPUTY = lazy.pattern(
    rf"副(?P<post>{_POSTS})(?P<name>[{HAN}]{{2,3}})(?=同?志?[任为担兼主牵负分带，,、。；;（(出参])"
)
_DEPUTIES = waiting_for(tuple(f"副{post}" for post in _POSTS.split("|")))
_IN_CHARGE = lazy.pattern(
    rf"分管(?:领导|副职|负责人)(?:为|是|：|:)?(?P<name>[{HAN}]{{1,3}})(?P<post>副[镇乡县局校]长|副书记|副主任)"
)
_CHARGED = waiting_for(("分管领导", "分管副职", "分管负责人"))

_OFTEN = lazy.pattern(
    rf"(?P<subject>[{HAN}]{{0,6}}?)(?:至少|不少于|坚持|按)?每(?P<time>天|日|周|月|半月|季度|季|半年|年)(?:\d{{1,2}}日|末|底|初|上旬|中旬|下旬)?[前内]?(?:至少|不少于|集中|定期|要|应|须)?(?P<verb>公开|公示|公布|更新|通报|检查|督查|审核|上报|报送|召开|更换)(?:一次|1次)?(?=[，,。；;、]|$)"
)
_EVERY = waiting_for(("每天", "每日", "每周", "每月", "每半月", "每季", "每半年", "每年"))
_SAME_TIME = {"季度": "季", "日": "天"}
_DIFFERENT = lazy.pattern("分别|其中|或|情况复杂|重大|特殊|临时|另|至少|以上|村级|乡级|镇级")

_PRINTED = lazy.pattern(
    r"(?:共|累计)?(?:印发|印制|印刷|编印|制作)(?:了|各类|各种)?[^，,。；;\d]{0,10}?(?:资料|材料|传单|宣传单|宣传册|手册|明白纸|明白卡|海报)(?P<number>[\d.]+|[一二三四五六七八九十两]+)(?P<big>[万千百]?)(?:余|多)?(?:份|张|册|本)"
    r"|(?:印发|印制|印刷|编印|制作)(?:了)?(?P<number2>[\d.]+|[一二三四五六七八九十两]+)(?P<big2>[万千百]?)(?:余|多)?(?:份|张|册|本)"
)
_GIVEN = lazy.pattern(
    r"(?:发放|散发|分发|派发|发送)(?:了|各类|各种)?[^，,。；;\d]{0,24}?(?:资料|材料|传单|宣传单|宣传册|手册|明白纸|明白卡|海报)(?P<number>[\d.]+|[一二三四五六七八九十两]+)(?P<big>[万千百]?)(?:余|多)?(?:份|张|册|本)"
)
_PRINTS = waiting_for(("印发", "印制", "印刷", "编印"))
_SIZES = {"": 1, "百": 100, "千": 1000, "万": 10000}

_NOTHING = lazy.pattern(
    r"(?:至今|目前|全年|尚|还|一直)?(?:尚?未|没有?|从未)(?:在[^，,。；;\d]{0,10})?(?:主动)?(?:公开|发布|公布)(?:过)?(?:任何|一条)(?:政府|政务)?信息"
)
_PUBLISHED = lazy.pattern(
    r"(?<![未没])(?:公开|发布|公布|上传)(?:了)?(?:各类|政府|政务|有关)*信息(?P<number>[1-9]\d{0,5})(?:余|多)?条"
)
_NONE_AT_ALL = waiting_for(("任何信息", "任何政府信息", "任何政务信息", "一条信息"))

_ABSENT = lazy.pattern(
    rf"(?:尚未|没有|未|还没有)(?:设立|建立|配备|开通|设置|建成|成立)(?P<what>[{HAN}]{{2,12}})[，,；;](?P<after>[^。\n]{{2,24}})"
)
_ABSENTS = waiting_for(("未设立", "未建立", "未配备", "未开通", "未设置", "未建成", "未成立", "没有设立", "没有建立", "没有开通", "没有设置"))  # fmt: skip
_IN_USE = lazy.pattern("利用率|使用率|更新不|更新较|管理不|运行不|作用发挥|使用不|内容不|不够规范")

_HALF = lazy.pattern(r"(?:上半年|半年|第?一季度|前三季度|三季度|1[-—－]\d月)")
_WHOLE_YEAR = lazy.pattern(
    r"(?:一年来[，,]|全年(?:共|累计|主动|未|没有|公开|收到|办理)|本年度(?:共|累计|收到|未))"
)
_REPORTS = lazy.pattern("总结|小结|汇报|情况|报告")
_HALF_WORDS = waiting_for(("半年", "季度"))

_STANDING = "公开栏|宣传栏|意见箱|查阅点|查阅场所|监督员|信息员|联络员|代办员|护林员|楼栋长|电子显示屏|公开专区|举报箱|服务窗口|便民服务点"
_STOOD = lazy.pattern(
    rf"(?:(?<![第\d])(?P<first>\d{{1,4}}|[一二三四五六七八九十两]{{1,3}})(?:个|块|处|名|面|座|台)(?P<kind>(?:政务|村务|党务|居务|校务|信息|政府信息|便民|义务|社会)?(?:{_STANDING}))"
    rf"|(?P<kind2>(?:政务|村务|党务|居务|校务|信息|政府信息|便民|义务|社会)?(?:{_STANDING}))(?:只有|仅有|仅)?(?P<second>\d{{1,4}}|[一二三四五六七八九十两]{{1,3}})(?:个|块|处|名|面|座|台))"
)
_STANDS = waiting_for(tuple(_STANDING.split("|")))
_SHARE_OF = lazy.pattern(
    "新增|其中|村|社区|每|各|另|改造|更新|新建|新设|机关|站所|更换|维修|计划|拟|将|再|原有|增设|中心|学校|县|市|区|小型|流动|临时|^有$"
)


def surnames_of(rows: Sequence[Entry]) -> frozenset[str]:
    return frozenset(row["surname"] for row in rows)


def is_name(passage: Passage, name: str) -> bool:
    known = compiled(passage, ("surnames",), surnames_of)
    return name[:1] in known and not is_other_word(name) and not set(name) & set("长任主分副组任书镇乡")


def _sentence(passage: Passage, start: int, end: int) -> str:
    head = max(passage.text.rfind(mark, passage.start, start) for mark in "。；;\n") + 1
    return passage.text[max(head, passage.start) : end]


def _office_places(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: re.Match[str] | None = None
    for match in matches_near(passage, _OFFICES, _OFFICE, _REACH):
        if _OTHER_GROUP.search(_sentence(passage, match.start(), match.start())):
            continue
        first = first or match
        one, other = first["where"], match["where"]
        if one[-2:] != other[-2:] and one not in other and other not in one and one[:2] != other[:2]:
            said = f"前面说办公室设在{one}，这里说设在{other}，请核对。"
            yield from apart(rule, passage, match.span(), first.span(), said)


def _two_names(
    rule: Rule, passage: Passage, found: Iterator[tuple[re.Match[str], str]], what: str
) -> Iterator[Finding]:
    first: tuple[re.Match[str], str] | None = None
    for match, name in found:
        if not is_name(passage, name) or _OTHER_GROUP.search(_sentence(passage, match.start(), match.end())):
            continue
        first = first or (match, name)
        if name != first[1]:
            said = f"{what}前面说是{first[1]}，这里说是{name}，请核对。"
            yield from apart(rule, passage, match.span(), first[0].span(), said)


def _chiefs(rule: Rule, passage: Passage) -> Iterator[Finding]:
    found = ((match, match["name"]) for match in matches_near(passage, _CHIEFS, _CHIEF, _REACH))
    yield from _two_names(rule, passage, found, "办公室主任")


def _leaders(rule: Rule, passage: Passage) -> Iterator[Finding]:
    found = (
        (match, match["name"] or match["name2"]) for match in matches_near(passage, _LEADERS, _LEADER, _REACH)
    )
    yield from _two_names(rule, passage, found, "组长")


def _two_posts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「副镇长王明」 and 「镇长王明」."""
    for match in compared(matches_near(passage, _DEPUTIES, _DEPUTY, _REACH)):
        post, name = match["post"], match["name"]
        if not is_name(passage, name) or re.match("包[案片村抓保联干]", name):
            continue
        head = chief_called(passage, post, name)
        if head and not post_changes(passage, match.start(), head.start()):
            here = head.span()
            said = f"一处写「副{post}{name}」，另一处写「{post}{name}」，请核对。"
            places = sorted((here, match.span()))
            # A text goes by the post that it names first, where it sets up the group.
            yield from apart(rule, passage, places[1], places[0], said, doubted="later")
            return


def _in_charge(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「分管领导王建军副局长」 and later 「分管领导刘副局长」: the surnames differ."""
    first: re.Match[str] | None = None
    known = compiled(passage, ("surnames",), surnames_of)
    for match in matches_near(passage, _CHARGED, _IN_CHARGE, _REACH):
        if match["name"][0] not in known:
            continue
        first = first or match
        if match["name"][0] != first["name"][0]:
            said = f"分管领导前面说是{first['name']}，这里说是{match['name']}，请核对。"
            yield from apart(rule, passage, match.span(), first.span(), said)


_NEXT = 40


def _frequencies(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Within one paragraph: the same thing every month and every quarter."""
    for place in prose_with(passage, _EVERY):
        offset, line = passage.prose[place]
        first: dict[str, re.Match[str]] = {}
        for match in _OFTEN.finditer(line):
            there = first.setdefault(match["verb"], match)
            if match.start() - there.end() > _NEXT:
                continue
            sentence = re.split("[。；;]", line[max(0, match.start() - _REACH) : match.end()])[-1]
            times = {_SAME_TIME.get(one["time"], one["time"]) for one in (there, match)}
            between = line[there.end() : match.start()]
            alike = match["subject"] in {there["subject"], ""}
            if len(times) < 2 or not alike or _DIFFERENT.search(between + sentence):
                continue
            said = f"前面说「{there[0][-10:]}」，这里说「{match[0][-10:]}」，请核对。"
            here = (offset + match.start("subject"), offset + match.end())
            yield from apart(
                rule, passage, here, (offset + there.start("subject"), offset + there.end()), said
            )


def _value(number: str, big: str) -> float:
    whole = chinese_number(number.replace("两", "二")) if not re.fullmatch(r"[\d.]+", number) else None
    try:
        return (float(number) if whole is None else whole) * _SIZES[big]
    except ValueError:
        return 0.0


def _more_given_out(rule: Rule, passage: Passage) -> Iterator[Finding]:
    printed = list(matches_near(passage, _PRINTS, _PRINTED, _REACH))
    given = list(_GIVEN.finditer(passage.text, passage.start, passage.end))
    if len(printed) != 1 or not given:
        return
    there = printed[0]
    number = _value(there["number"] or there["number2"], there["big"] or there["big2"] or "")
    for match in given:
        if _value(match["number"], match["big"]) > number > 0:
            said = f"印制的有「{there[0][-12:]}」，发放的却有「{match[0][-12:]}」，发的比印的多，请核对。"
            places = sorted((there.span(), match.span()))
            yield from apart(rule, passage, places[1], places[0], said)
            return


def _nothing_published(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _NONE_AT_ALL, _NOTHING, _REACH):
        sentence = _sentence(passage, match.start(), match.end())
        if re.search("个别|部分|有的|少数|去年|上年", sentence):
            continue
        other = _PUBLISHED.search(passage.text, passage.start, passage.end)
        if other:
            said = f"一处说没有公开任何信息，另一处说「{other[0]}」，请核对。"
            places = sorted((match.span(), other.span()))
            yield from apart(rule, passage, places[1], places[0], said)
            return


def _absent_in_use(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _ABSENTS, _ABSENT, _REACH):
        thing, after = match["what"][-2:], match["after"]
        sentence = _sentence(passage, match.start(), match.start())
        if thing in after and _IN_USE.search(after) and not re.search("部分|个别|有的|少数", sentence):
            said = f"先说还没有「{match['what']}」，接着又说它「{after}」，前后矛盾。"
            yield rule.finding(passage, *match.span(), said)


def _half_and_year(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The title speaks of half a year, the text of the whole."""
    offset, title = passage.prose[0] if passage.prose else (0, "")
    half = _HALF.search(title) if len(title) <= 40 and _REPORTS.search(title) else None
    if half is None or "年度" in title:
        return
    for match in _WHOLE_YEAR.finditer(passage.text, offset + len(title), passage.end):
        if not re.search(
            "目标|任务|计划|去年|上年|下半年|年度报告", _sentence(passage, match.start(), match.end() + 32)
        ):
            said = f"标题是「{half[0]}」，这里却说「{match[0]}」，请核对。"
            yield rule.finding(passage, *match.span(), said)


# Two figures that lie farther apart count two things.
_MOST_APART = 2.5


def _standing_things(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Boards, boxes and inspectors that are so many in one place and so many in another."""
    first: dict[str, tuple[tuple[int, int], float, str]] = {}
    for place in prose_with(passage, _STANDS):
        offset, line = passage.prose[place]
        for match in _STOOD.finditer(line):
            clause = re.split("[，,。；;：:、]", line[max(0, match.start() - 40) : match.start()])[-1]
            kind = match["kind"] or match["kind2"]
            sentence = re.split("[。；;]", line[: match.start()])[-1]
            if _SHARE_OF.search(clause) or "其中" in sentence:
                continue
            number = _value(match["first"] or match["second"], "")
            span = (offset + match.start(), offset + match.end())
            there = first.setdefault(kind, (span, number, match[0]))
            if there[1] != number and max(there[1], number) <= _MOST_APART * min(there[1], number):
                said = f"前面说「{there[2]}」，这里说「{match[0]}」，请核对。"
                yield from apart(rule, passage, span, there[0], said)


RULES = (
    Rule(
        name="contradiction.office_place",
        category="internal_contradiction",
        severity="warning",
        explain="同一个领导小组的办公室，前面说设在一处，后面说设在另一处。",
        fires="领导小组办公室设在党政办，负责日常工作。\n领导小组办公室设在综治中心。",
        passes="领导小组办公室设在党政办，负责日常工作。\n监督小组办公室设在镇纪委。",
        find=Waiting(_OFFICES, _office_places),
    ),
    Rule(
        name="contradiction.office_chief",
        category="internal_contradiction",
        severity="warning",
        explain="同一个办公室的主任，前后写了两个人。",
        fires="由李福根同志兼任办公室主任。\n由薛明辉同志担任办公室主任。",
        passes="由李福根同志兼任办公室主任。\n由李福根同志担任办公室主任，薛明辉任副主任。",
        find=Waiting(_CHIEFS, _chiefs),
    ),
    Rule(
        name="contradiction.leader_name",
        category="internal_contradiction",
        severity="warning",
        explain="同一个领导小组的组长，前后写了两个人的姓名。",
        fires="组长由李福根同志担任。\n领导小组由镇长薛明辉任组长。",
        passes="组长由李福根同志担任，副组长由薛明辉同志担任。\n监督小组组长由王建军同志担任。",
        find=Waiting(_LEADERS, _leaders),
    ),
    Rule(
        name="contradiction.two_posts",
        category="internal_contradiction",
        severity="warning",
        explain="同一个人一处写副职、一处写正职。",
        fires="由副镇长薛明辉负责。会上，镇长薛明辉作了部署。",
        passes="由副镇长薛明辉负责。会上，副镇长薛明辉作了部署。",
        find=Waiting(_DEPUTIES, _two_posts),
    ),
    Rule(
        name="contradiction.in_charge",
        category="internal_contradiction",
        severity="warning",
        explain="分管领导前后写了两个人。",
        fires="分管领导王建军副局长主持。下一步由分管领导刘副局长督办。",
        passes="分管领导王建军副局长主持。下一步由分管领导王副局长督办。",
        find=Waiting(_CHARGED, _in_charge),
    ),
    Rule(
        name="contradiction.frequency",
        category="internal_contradiction",
        severity="warning",
        explain="同一段里，同一件事一处说每月一次，一处说每季度一次。",
        fires="公开内容每月5日集中审核；每季度末审核一次。",
        passes="公开内容每月5日集中审核，每季度通报一次。",
        find=Waiting(_EVERY, _frequencies),
    ),
    Rule(
        name="contradiction.more_given_out",
        category="internal_contradiction",
        severity="info",
        explain="发放的宣传资料比印制的还多。",
        fires="共发放政务公开传单一万余份。活动共印发宣传资料5000余份。",
        passes="共发放政务公开传单3000余份。活动共印发宣传资料5000余份。",
        find=Waiting(_PRINTS, _more_given_out),
    ),
    Rule(
        name="contradiction.nothing_published",
        category="internal_contradiction",
        severity="warning",
        explain="一处说没有公开任何信息，另一处写了公开的条数。",
        fires="因人员不足，至今尚未在网上公开任何信息。全年公开信息143条。",
        passes="个别村尚未公开任何信息。全年公开信息143条。",
        find=Waiting(_NONE_AT_ALL, _nothing_published),
    ),
    Rule(
        name="contradiction.absent_in_use",
        category="internal_contradiction",
        severity="warning",
        explain="先说还没有设立，接着又说它利用率不高、更新不及时。",
        fires="全镇尚未设立政务公开专区，专区利用率也不高。",
        passes="部分村尚未设立政务公开专区，已设的专区利用率也不高。",
        find=Waiting(_ABSENTS, _absent_in_use),
    ),
    Rule(
        name="contradiction.half_and_year",
        category="internal_contradiction",
        severity="warning",
        explain="标题是半年、季度的总结，正文却说「一年来」「全年共」。",
        fires="2023年上半年政务公开工作总结\n一年来，我镇公开信息120条。",
        passes="2023年上半年政务公开工作总结\n半年来，我镇公开信息120条，为完成全年任务打下基础。",
        find=Waiting(_HALF_WORDS, _half_and_year),
    ),
    Rule(
        name="contradiction.standing_things",
        category="internal_contradiction",
        severity="warning",
        explain="公开栏、意见箱、监督员的个数，前后说法不同。新增的、村里的不算。",
        fires="我镇聘请社会监督员12名。\n存在的问题：15名社会监督员作用发挥不够。",
        passes="我镇聘请社会监督员12名。\n新增3名社会监督员，各村设公开栏20块。",
        find=Waiting(_STANDS, _standing_things),
    ),
)
