"""Numbers that the next words take up again: all of them by another number, one for each place, the rest of those that were taken, a body of so many, a paper that is not made and was made."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, alike, amounts_in, related_statements, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.rules._universal import NUMBER, in_plans, sentence_at
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_PLACES = "行政村|村|社区|单位|部门|学校|站所|科室|股室|支部|党支部|乡镇|街道|企业|小组|村民小组|窗口|班级|医院|卫生室|网格|门店|家庭|农户"
_OTHER = lazy.pattern("去年|上年|往年|其中|另|新增|其余|部分|分别|计划|拟|争取|力争|20\\d\\d年|上半年|季度")

# --- all of them, by another number ---------------------------------------------------------------------------------------

_ALL_OF = lazy.pattern(
    rf"(?:^|(?<=[，,。；;\n]))(?:这|以上|上述)?(?P<n>{NUMBER})(?P<unit>个|次|件|场|期|家|户|名|所|条|处|项|份|座|台)(?P<noun>[{HAN}]{{0,8}}?)(?:均|都|全部|一律)"
)
_ALL_OF_WORDS = waiting_for(("均", "都", "全部", "一律"))
_NEAR = 130


def _all_by_other(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「计划实施水利项目5个……6个项目均应公示」, 「召开三次专题会议，两次会议均由书记主持」."""
    for match in compared(matches_near(passage, _ALL_OF_WORDS, _ALL_OF, 40)):
        low = max(passage.text.rfind("\n", passage.start, match.start()), match.start() - _NEAR)
        told = [
            one
            for one in passage.once(amounts_in)
            if low < one.start < match.start() and one.unit == match["unit"]
        ]
        number = number_in(match["n"])
        if number is None or not told or any(one.value == number for one in told):
            continue
        first = _told_of(passage, told, match["noun"])
        if first is None or _OTHER.search(_clause(passage, match)) or first.about:
            continue
        if number == sum(one.value for one in told) or number > first.value * 2:
            continue
        said = f"前面说{written(first.value, first.unit)}，这里说「{match[0]}」，请核对。"
        yield from apart(rule, passage, (first.start, first.end), match.span(), said)


def _clause(passage: Passage, match: re.Match[str]) -> str:
    """The words before it in its sentence, with its own."""
    return sentence_at(passage, match.start(), match.end())[0][-12:] + match[0]


def _told_of(passage: Passage, told: list[Amount], noun: str) -> Amount | None:
    """The only figure before that counts the same things: by the noun beside it."""
    if len(noun) < _PAIR:
        return None
    beside = [
        one
        for one in told
        if _names(noun, one.label[-10:] + re.split("[，,。；;]", passage.text[one.end : one.end + 12])[0])
    ]
    return beside[0] if len(beside) == 1 else None


def _names(noun: str, beside: str) -> bool:
    return noun[-2:] in beside and all(letter in beside for letter in noun)


_PAIR = 2

# --- one for each place -----------------------------------------------------------------------------------------------------

_PAPERS = "责任书|责任状|承诺书|目标书|协议书|协议|合同|告知书|倡议书|公开信"
_SIGNED = lazy.pattern(
    rf"(?:与|同|和|组织|向)[{HAN}]{{0,4}}?(?P<n>{NUMBER})个?(?P<place>{_PLACES})[{HAN}]{{0,8}}?(?:签订|签|递交|发放|下达)了?[{HAN}、]{{0,10}}?(?:{_PAPERS})(?P<m>{NUMBER})份"
)
_SIGNED_WORDS = waiting_for(("书", "状", "协议", "合同", "信"))
_EACH = lazy.pattern(
    rf"(?P<n>{NUMBER})个?(?P<place>{_PLACES})(?P<gap>[^。；;\n\d]{{0,30}}?)(?P<m>{NUMBER})(?P<unit>个|块|名|处|套|张|台|份|人|本|间)[，,（(]?(?:平均)?每个?(?P=place)(?:各|均)?(?P<k>[一二两三1-3])(?P=unit)"
)
# 「15个村……每村不少于4次，全镇合计不少于80次」
_IN_SUM = lazy.pattern(
    rf"(?P<n>{NUMBER})个?(?P<place>{_PLACES})(?P<gap>[^。；;\n]{{0,36}}?)每个?(?P=place)(?:各|均)?(?:不少于|至少|不低于)[{HAN}]{{0,4}}?(?P<k>{NUMBER})(?P<unit>个|块|名|处|套|张|台|份|人|次|条|篇|期|场|本)[，,][^。；;\n\d，,]{{0,8}}(?:合计|共计|总计|共)[{HAN}]{{0,4}}?(?P<m>{NUMBER})(?P=unit)"
)
_EACH_WORDS = waiting_for(("每",))


def _one_each(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「与26个村签订责任书27份」, 「22个村，建成公开栏23个，每村1个」."""
    for match in compared(matches_near(passage, _SIGNED_WORDS, _SIGNED, 60)):
        places, papers = number_in(match["n"]), number_in(match["m"])
        if places and papers and places < papers < 2 * places or (places and papers and papers < places):
            said = f"{match['n']}个{match['place']}签{match['m']}份，个数与份数对不上，请核对。"
            yield rule.finding(passage, *match.span(), said)
    told = (*matches_near(passage, _EACH_WORDS, _EACH, 70), *matches_near(passage, _EACH_WORDS, _IN_SUM, 90))
    for match in compared(told):
        places, things, each = number_in(match["n"]), number_in(match["m"]), number_in(match["k"])
        # So many at least for each may come to more in all, but for a total that is a least as well.
        more = "至少" in match[0] or "不少于" in match[0] or "不低于" in match[0]
        floored = re.search("(?:至少|不少于|不低于)" + NUMBER + "[一-鿿]$", match[0]) is not None
        if (
            places
            and things
            and each
            and (places * each > things if more and not floored else places * each != things)
            and not _OTHER.search(match["gap"].replace("每季度", ""))
        ):
            said = f"{match['n']}个{match['place']}、每{match['place']}{match['k']}{match['unit']}，应是{places * each}{match['unit']}，写的是{match['m']}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- the rest of those that were taken ---------------------------------------------------------------------------------------

_REST = lazy.pattern(
    rf"(?:未|没有|尚未|未予|未被|不予)(?P<deed>[{HAN}]{{2}})(?:的|(?:的)?(?:事项|意见|问题|项目|信息|提案|建议|申请))(?P<m>{NUMBER})(?P<unit>件|条|个|项|户|名|份|起|家|处|人)"
)
_REST_WORDS = waiting_for(("未", "没有", "不予"))


def _rest_of(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「提出意见31条，采纳26条。对未采纳的8条意见逐条作了说明」."""
    told = None
    for match in compared(matches_near(passage, waiting_for(("未", "没有", "不予")), _REST, 24)):
        told = told if told is not None else passage.once(related_statements)
        low = passage.text.rfind("\n", passage.start, match.start())
        pairs = [
            (whole, done)
            for sentence in told
            if max(low, match.start() - _NEAR) < sentence.start < match.start()
            for whole, done in zip(sentence.amounts, sentence.amounts[1:], strict=False)
            if alike(whole, done)
            and done.end <= match.start()
            and done.label.strip("，已共").startswith(match["deed"])
        ]
        number = number_in(match["m"])
        pairs = pairs or _of_a_total(passage, match)
        if len(pairs) != 1 or number is None or pairs[0][0].unit[0] != match["unit"]:
            continue
        whole, done = pairs[0]
        left = whole.value - done.value
        if 0 <= left != number and not (whole.about or done.about):
            said = f"{written(whole.value, whole.unit)}中{match['deed']}{written(done.value, done.unit)}，应剩{left:.0f}{match['unit']}，这里写「{match[0]}」，请核对。"
            yield rule.finding(passage, *match.span(), said)


def _of_a_total(passage: Passage, match: re.Match[str]) -> list[tuple[Amount, Amount]]:
    """The total of the paragraph, 「事项共128项」, and what of it is done, 「已公开128项」."""
    low = passage.text.rfind("\n", passage.start, match.start())
    told = [
        one
        for one in passage.once(amounts_in)
        if low < one.start < match.start() and one.unit == match["unit"]
    ]
    wholes = [one for one in told if re.search("共|总数|合计|总计", one.label[-4:])]
    done = [one for one in told if re.fullmatch(f"(?:现|目前)?已?{match['deed']}了?", one.label)]
    if len(wholes) != 1 or len(done) != 1 or wholes[0].start > done[0].start:
        return []
    return [(wholes[0], done[0])]


# --- a body of so many ---------------------------------------------------------------------------------------------------------

_BODIES = "监督委员会|监督小组|监事会|理财小组|评议小组|领导小组|理事会|选举委员会|评审小组|验收小组|工作专班|评审委员会|人民调解委员会|业主委员会|监委会"
_OF_MEMBERS = lazy.pattern(
    rf"(?P<body>(?:{_BODIES}))(?:成员)?[，,]?(?:共?由|共有?|现有|有)(?P<n>{NUMBER})(?:人|名(?:成员|同志|代表|委员)?|位)(?:组成|构成)?"
    rf"|(?P<body2>(?:{_BODIES}))(?:的)?(?:全体)?(?P<n2>{NUMBER})(?:名|位)?(?:成员|委员)"
)
_BODY_WORDS = waiting_for(tuple(_BODIES.split("|")))


def _of_other_size(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「村务监督委员会由3人组成」 and 「监督委员会5名成员一致同意」."""
    sizes: dict[str, re.Match[str]] = {}
    for match in compared(matches_near(passage, _BODY_WORDS, _OF_MEMBERS, 40)):
        body, number = match["body"] or match["body2"], number_in(match["n"] or match["n2"])
        before = sentence_at(passage, match.start(), match.end())[0]
        if number is None or re.search("各|每|其中|分别|另|增补|调整前|原|上届|应", before[-8:]):
            continue
        first = sizes.setdefault(body, match)
        if number_in(first["n"] or first["n2"]) != number:
            said = f"一处说「{first[0]}」，一处说「{match[0]}」，人数不同，请核对。"
            yield from apart(rule, passage, first.span(), match.span(), said, doubted="later")
            return


# --- not made, and made -------------------------------------------------------------------------------------------------------

_MAKES = "设(?![想计备施法定])|制定|制作|制发|出台|印发|发布|设立|设置|收取|举办|召开|开设|开通|聘用|采购|购买|建设|组建|成立|安装|配备"
_NEVER = lazy.pattern(
    rf"(?:不|未|没有|从未|无权)(?:对外)?(?:{_MAKES})(?:过|任何|有)?(?P<what>[{HAN}、]{{2,14}})(?=[，,。；;\n])"
)
_NEVER_WORDS = waiting_for(("设", *_MAKES.split("|")[1:]))
_MADE = lazy.pattern(
    rf"(?:本年|今年|全年|共|新|先后|累计|已|年内)*(?:{_MAKES})了?(?P<what>[{HAN}]{{2,12}})(?P<n>{NUMBER})(?:件|个|份|次|项|条|期|处|名|元|万元|台|套|部|块|人)"
)
_TAIL_LENGTH = 4


def _made_some(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「街道不制定规章、规范性文件，本年新制作规范性文件2件」."""
    made = None
    for match in compared(matches_near(passage, _NEVER_WORDS, _NEVER, 40)):
        if in_plans(passage, match.start()) or re.search(
            "如|若|凡|的$|对|因", sentence_at(passage, match.start(), match.end())[0]
        ):
            continue
        things = {one for one in match["what"].split("、") if len(one) >= _TAIL_LENGTH}
        made = made or list(compared(matches_near(passage, _NEVER_WORDS, _MADE, 50)))
        for other in made:
            words = sentence_at(passage, other.start(), other.end())
            apart_by = abs(other.start() - match.start())
            same = any(other["what"].endswith(thing[-_TAIL_LENGTH:]) for thing in things)
            if (
                same
                and apart_by < _WITHIN
                and not _OTHER.search(words[0].replace("新", ""))
                and not re.search("[未没不]", words[0][-4:])
            ):
                said = f"一处说「{match[0]}」，一处说「{other[0]}」，请核对。"
                yield from apart(rule, passage, match.span(), other.span(), said)
                return


_WITHIN = 800

# --- one place short of all -------------------------------------------------------------------------------------------------------

_IN_ALL = lazy.pattern(
    r"全(?P<level>[镇乡县区市街])(?:道|现)?(?:共|辖|有|现有|下辖)*(?P<n>\d{1,4})个(?P<kind>行政村|村|社区|乡镇|学校|单位)"
)
_IN_SOME = lazy.pattern(
    r"(?:在|对|与|组织)(?P<n>\d{1,4})个(?P<kind>行政村|村|社区|乡镇|学校|单位)(?P<rest>[^。；;\n，,]{0,16}?)(?:全面|全部|普遍|统一|均|都|一律)"
)
_IN_ALL_WORDS = waiting_for(("个行政村", "个村", "个社区", "个乡镇", "个学校", "个单位"))
_CLOSE = 2


def _short_of_all(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「在27个村全面推行党务公开」 and 「全镇28个村」."""
    wholes = {match["kind"]: match for match in matches_near(passage, _IN_ALL_WORDS, _IN_ALL, 30)}
    for match in compared(matches_near(passage, _IN_ALL_WORDS, _IN_SOME, 44)) if wholes else ():
        whole = wholes.get(match["kind"])
        before = sentence_at(passage, match.start(), match.end())[0]
        if whole is None or _OTHER.search(before + match["rest"]) or "除" in before:
            continue
        if 0 < abs(int(whole["n"]) - int(match["n"])) <= _CLOSE:
            said = f"一处说「{whole[0]}」，一处说「{match[0]}」，请核对。"
            yield from apart(rule, passage, match.span(), whole.span(), said)
            return


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "all_by_another_number",
        "前面说几个、几次，后面说它们均怎样，数目却变了。",
        "全县计划实施水利项目5个，总投资1.86亿元。6个项目均应在开工前公示参建单位。",
        "全县计划实施水利项目5个，总投资1.86亿元。5个项目均应在开工前公示参建单位。",
        Waiting(_ALL_OF_WORDS, _all_by_other),
    ),
    _rule(
        "one_for_each_of_them",
        "几个村签几份责任书、每村几个，与写出的总数要相符。",
        "与26个村签订责任书27份。",
        "与26个村签订责任书26份。",
        Waiting((*_SIGNED_WORDS, *_EACH_WORDS), _one_each),
    ),
    _rule(
        "rest_by_another_number",
        "提出几条、采纳几条，未采纳的应是两数之差。",
        "村务监督委员会提出意见31条，采纳26条。对未采纳的8条意见逐条作了说明。",
        "村务监督委员会提出意见31条，采纳26条。对未采纳的5条意见逐条作了说明。",
        Waiting(_REST_WORDS, _rest_of),
    ),
    _rule(
        "body_of_another_size",
        "同一个监督小组、理事会，前后写的人数不同。",
        "村务监督委员会由3人组成，主任为周凤山。\n监督委员会5名成员一致同意。",
        "村务监督委员会由3人组成，主任为周凤山。\n监督委员会3名成员一致同意。",
        Waiting(_BODY_WORDS, _of_other_size),
    ),
    _rule(
        "never_made_and_made",
        "一处说不制定、没有举办，另一处又写制定了几件、举办了几次。",
        "街道不制定规章、规范性文件，本年新制作规范性文件2件。",
        "街道不制定规章、规范性文件，本年新制作宣传折页2件。",
        Waiting(_NEVER_WORDS, _made_some),
    ),
    _rule(
        "one_short_of_all",
        "全镇几个村，与「在几个村全面推行」只差一两个。",
        "在27个村和6个机关支部全面推行党务公开。\n全镇28个村均已建立公开栏。",
        "在28个村和6个机关支部全面推行党务公开。\n全镇28个村均已建立公开栏。",
        Waiting(_IN_ALL_WORDS, _short_of_all),
    ),
)
