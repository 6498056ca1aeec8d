"""Words of another house's paper: one 「我委」 among 「我局」, 「各县区局」 asked in a station's scheme, the explanation left to a body that the paper never names, a short name made of the wrong letters, two offices of one body."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import islice

from mingbai.text import dictionary, lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._mentions import has_changed, is_told_of, sentence_around, taken_for
from mingbai.text.proofreading.rules._speaker import title_of
from mingbai.text.proofreading.rules._units import own_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- one word for oneself among others ------------------------------------------------------------------------------------

_HOUSES = {
    "局": "面部限势长域", "委": "托派员屈任会", "办": "事公理好学法完件案实证到成起", "中心": "思工任组城镇村", "院": "子落士", "校": "对准验", "站": "式点在长起到立出",
    "所": "有需以在说做谓想见长能属知料称", "馆": "子", "公司": "", "厅": "堂长", "园": "区林子丁地艺", "队": "伍友员", "厂": "长家商", "场": "所合地上次比面景内", "矿": "区产山工井石",
}  # fmt: skip
_SELF = lazy.pattern("我(?P<word>" + "|".join(f"{word}(?![{stop}])" if stop else word for word, stop in _HOUSES.items()) + ")")  # fmt: skip
_SELF_WORDS = waiting_for(tuple(f"我{word}" for word in _HOUSES))
# What one house may well be called besides.
_SAME = (frozenset(("院", "中心")), frozenset(("办", "中心")), frozenset(("站", "中心")), frozenset(("局", "队")), frozenset(("公司", "厂")), frozenset(("公司", "矿")), frozenset(("公司", "场")), frozenset(("园", "校")))  # fmt: skip
_OFTEN, _NEAR = 2, 150
_SPEAKS = lazy.pattern(r"答复|回复|表示|反映|来函|函告|提案|称[：:]|说[：:]|[“「]")


def _odd_self(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「我局将事项下放……由我委统一制作样表」."""
    every = [
        match
        for match in islice(matches_near(passage, _SELF_WORDS, _SELF, 4), 200)
        if not is_told_of(passage, *match.span()) and not passage.in_web_residue(match.start())
    ]
    told = Counter(match["word"] for match in every)
    if len(told) != len(("own", "odd")):
        return
    (own, often), (odd, seldom) = told.most_common()
    match = next(one for one in every if one["word"] == odd)
    if often < _OFTEN:  # told once each: the first is its own, where the other stands in the same paragraph
        match = every[-1]
        between = passage.text[every[0].end() : match.start()]
        if len(between) > _NEAR or "\n" in between:
            return
        own, odd = every[0]["word"], match["word"]
    if seldom > 1 or {own, odd} in _SAME or has_changed(passage):
        return
    if _SPEAKS.search(sentence_around(passage, *match.span())):
        return
    said = f"别处自称「我{own}」，只有这里自称「我{odd}」，疑为别的单位的文字没有改净。"
    yield rule.finding(passage, *match.span(), said, suggestion=f"我{own}")


# --- those below, whom this unit has not -----------------------------------------------------------------------------------

_BELOW = lazy.pattern(
    rf"(?P<mark>各(?:设区市|地市|市州|市县|县区|区县|县市区|县（市、区）|县（区）|市、县|市（县|县、区|县|区|市)(?:（区）|（市）|、区）)?(?:[{HAN}]{{0,6}}?(?:局|委|办|人民政府|政府|分局|支队|中心|公司|分公司|院|校|联社|支行))(?:[、，和]各?[{HAN}]{{2,8}}){{0,3}}?|各(?:乡镇|镇街|镇乡|乡（镇）|乡镇（街道）|街道、乡镇|镇（街道）)(?:[、，和]?各?[{HAN}]{{0,8}}){{0,3}}?)"
    r"(?=[，、]?(?:要|须|应|务必|必须|结合|认真|高度重视|切实|成立|严格|进一步|制定|按照|于\d))"
)
_BELOW_WORDS = waiting_for(("各县", "各区", "各市", "各设区", "各地市", "各乡", "各镇", "各街道、"))
# A station, a school, a hospital has neither counties nor towns below it; a town has no counties.
_NONE_BELOW = frozenset("校 医院 园 公司 站 馆 所 队 厂 矿 场 行 社 敬老院 法院 检察院 村 社区".split())  # noqa: SIM905
_TOWNS = frozenset("镇 乡 街道".split())  # noqa: SIM905
_INSIDE = lazy.pattern(
    "各?(?:[安站机票客]务?科|科室|班组|车间|班级|年级组|教研组|病区|临床|窗口|车队|站务|售票)|总站|车站|客运站"
)
_ASKED_BY = lazy.pattern("要求|通知|指出|强调|讲话|省|市里|县里|上级|会议|同志|文件")


def _asks_others(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各县区局、各直属单位要高度重视」 in the scheme of a bus station."""
    own, title = own_of(passage), title_of(passage)
    sort = own.sort if own else ""
    house = sort in _NONE_BELOW or (not sort and _HOUSE_TITLE.search(title) is not None)
    if not house and sort not in _TOWNS:
        return
    for match in islice(matches_near(passage, _BELOW_WORDS, _BELOW, 60), 4):
        towns = match["mark"].startswith(("各乡", "各镇", "各街道"))
        if towns and not house or is_told_of(passage, *match.span("mark")):
            continue
        start = match.start("mark")
        before = re.split("[。；;\n]", passage.text[max(passage.start, start - 40) : start])[-1]
        if _ASKED_BY.search(before) or before.rstrip("，, 　").endswith(
            ("和", "与", "同", "对", "向", "为", "由")
        ):
            continue
        name = own.name if own else title.strip()[:20]
        said = f"这是「{name}」的材料，下面没有「{match['mark']}」，疑为套用上级文件没有改净。"
        yield rule.finding(passage, *match.span("mark"), said)


_HOUSE_TITLE = lazy.pattern("(?:车站|客运站|总站|公司|学校|小学|中学|幼儿园|医院|卫生院|图书馆|文化馆|博物馆|敬老院|水厂|林场|供电所|派出所|服务站|管理站|司法所)(?=.{0,16}(?:公开|方案|计划|制度|总结|报告|办法))")  # fmt: skip

# --- sub-districts of a town ---------------------------------------------------------------------------------------------------

_OFFICES_BELOW = lazy.pattern(
    r"(?P<mark>各(?:街道)?办事处)(?=(?:要|须|应|务必|必须|每|按|将|负责|结合|高度重视|切实|认真|成立|严格))"
)
_OFFICES_WORDS = waiting_for(("各办事处", "各街道办事处"))


def _offices(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「各办事处每月自查一次」 in the plan of a town's station, which has villages."""
    own = own_of(passage)
    small = own is not None and (own.sort in {"镇", "乡", "村", "社区"} or own.townkind in {"镇", "乡"})
    body = passage.body
    said_of_town = own is None and re.search("镇政府|乡政府|镇党委|乡党委|我镇|我乡", body) is not None
    if not small and not said_of_town or "街道" in title_of(passage) or body.count("办事处") > _OFTEN:
        return
    for match in matches_near(passage, _OFFICES_WORDS, _OFFICES_BELOW, 12):
        if not is_told_of(passage, *match.span("mark")):
            said = f"乡镇下面是村、社区，没有「{match['mark']}」，疑为套用别处的材料没有改净。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion="各村")


# --- who explains ----------------------------------------------------------------------------------------------------------------

_EXPLAINS = lazy.pattern(
    rf"(?:由|归)(?P<mark>(?P<level>省|市|州|县|区|镇|乡|街道)(?P<core>(?:(?!会同|[和与及商])[{HAN}]){{1,10}}?)(?P<kind>局|委|委员会|中心|办事处|公司|站|所|院|馆))负责解释"
)
_EXPLAINS_WORDS = waiting_for(("负责解释",))
_BODIES = frozenset("局 委 中心 站 所 馆 校 医院 公司 会".split())  # noqa: SIM905


def _explains(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由县房管局负责解释」 in the scheme of the 县住房保障中心."""
    own = own_of(passage)
    name = own.name if own and own.sort in _BODIES else _own_center(passage)
    if not name:
        return
    for match in matches_near(passage, _EXPLAINS_WORDS, _EXPLAINS, 24):
        core = match["core"] + match["kind"]
        letters = iter(name)
        if all(letter in letters for letter in core) or passage.body.count(match["mark"]) > 1:
            continue
        if is_told_of(passage, *match.span("mark")):
            continue
        said = f"这是「{name}」的材料，负责解释的却是「{match['mark']}」，别处没有提到它，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=name)


_CENTER = lazy.pattern(
    rf"[县区市镇乡](?P<name>[{HAN}]{{2,10}}(?:中心|管理站|服务站))(?=[{HAN}0-9\u3000 ]{{0,20}}(?:印发|\n|$))"
)


def _own_center(passage: Passage) -> str:
    """The body that signs or issues a paper whose title names only its matter."""
    found = list(
        islice(_CENTER.finditer(passage.text, max(passage.start, passage.end - 300), passage.end), 4)
    )
    if found:
        return found[-1]["name"]
    # 「由中心统一装修」, 「中心主任约谈」: it calls itself so.
    acts = len(list(islice(_AS_CENTER.finditer(passage.text, passage.start, passage.end), _OFTEN)))
    return "本中心" if acts == _OFTEN else ""


_AS_CENTER = lazy.pattern(
    "(?:(?<=[，,。；;：:、\n由报经])|(?<=[成设]立由))中心(?:主任|各科室|对|统一|将|负责|综合)"
)


# --- a short name of the wrong letters ------------------------------------------------------------------------------------------

_SHORT = lazy.pattern(
    rf"(?:(?<=^)|(?<=[，,。；;：:\n由在对向])|(?<=组织)|(?<=邀请)|(?<=安排))(?P<mark>(?P<stem>(?!组织|邀请|安排)[{HAN}]{{2,3}}?)(?P<kind>所|站|局|院|校|中心))(?=(?:全体|全所|全站|全院|全校|民警|干警|职工|人员|党支部|领导|负责人|班子|认真|积极|坚持|组织|将(?:继续|进一步)))"
)
_SHORT_WORDS = waiting_for(("所", "站", "局", "院", "校", "中心"))


_KINDS = ("所", "站", "局", "院", "校", "中心")
_IN_HEAD = lazy.pattern(
    rf"(?:^|(?<=[，,。；;：:\n\u3000]))(?P<place>(?!县|区|市|镇|乡|我)[{HAN}]{{2,3}}?)(?P<name>(?:市场监督管理|市场监管|派出|司法|财政|供电|自然资源|国土资源|工商行政管理|工商|税务|林业|水利|法律服务|动物检疫|环境保护|农技|水务|交通管理|道路运输)[{HAN}]{{0,4}}?(?P<kind>所|站|中心))"
)
_HEAD = 300


def _named_house(passage: Passage) -> tuple[str, str, str] | None:
    """Place, kind and whole name of the small office whose paper it is, by the title or by its first sentence."""
    own = own_of(passage)
    if own is not None and own.ending.endswith(_KINDS):
        place = own.town or own.village or own.county or own.name[:2]
        kind = next(one for one in _KINDS if own.ending.endswith(one))
        return (place, kind, own.name) if len(place) >= _OFTEN else None
    found = (
        _IN_HEAD.search(passage.text, passage.start, min(passage.end, passage.start + _HEAD))
        if own is None
        else None
    )
    return (found["place"], found["kind"], found["place"] + found["name"]) if found else None


def _short_name(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「组织渡口所全体人员学习」 in the report of the 古渡市场监督管理所."""
    named = _named_house(passage)
    if named is None:
        return
    place, kind, whole = named
    for match in islice(matches_near(passage, _SHORT_WORDS, _SHORT, 8), 60):
        stem = match["stem"]
        shared = sum(letter in place for letter in stem)
        if match["kind"] != kind or stem == place or stem in whole or not shared:
            continue
        if passage.body.count(match["mark"]) > 1 or is_told_of(passage, *match.span("mark")):
            continue
        if dictionary.has(match["mark"]):
            continue
        said = f"这是「{whole}」的材料，这里写「{match['mark']}」，名称疑写错，请核对。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion=place + match["kind"])


# --- two offices of one body -------------------------------------------------------------------------------------------------------

_BODY_OFFICE = lazy.pattern(
    rf"(?P<body>理事会|委员会|领导小组|指挥部|协会|商会|联席会议|管委会|联合会|基金会|监事会|工作组)(?P<office>秘书处|办公室|秘书组|办事机构|工作专班|综合组)(?P<after>[{HAN}]{{0,2}})"
)
_BODY_WORDS = waiting_for(("秘书处", "秘书组", "办公室", "办事机构"))


def _two_offices(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「理事会秘书处设在馆办公室，理事会办公室负责日常事务」."""
    first: dict[str, re.Match[str]] = {}
    for match in islice(matches_near(passage, _BODY_WORDS, _BODY_OFFICE, 14), 40):
        told = first.setdefault(match["body"], match)
        if {told["office"], match["office"]} != {"秘书处", "办公室"}:
            continue
        between = passage.text[told.end() : match.start()]
        if re.search("[、和与及]$", between) or is_told_of(passage, *match.span()):
            continue
        if passage.body.count(match["body"] + match["office"]) > 1 or "更名" in passage.body:
            continue
        said = f"前面是「{told['body']}{told['office']}」，这里是「{match['body']}{match['office']}」，同一机构名称不一，请核对。"
        start = match.start()
        yield rule.finding(
            passage, start, match.end("office"), said, suggestion=told["body"] + told["office"]
        )
        return


# --- a village by another letter ------------------------------------------------------------------------------------------------------

_VILLAGE = lazy.pattern(
    rf"(?:(?<=^)|(?<=[，,。；;：:、\n\u3000由在对向经与]))(?P<stem>(?![各全我本该每某两几这那]|一律|统一)(?:(?![由在对向经与的])[{HAN}]){{2,3}})(?P<kind>村|社区)(?=委会|民委员会|居委会|辖|共|现有|党支部|党总支|[“\"]?两委|位于|有\d|理财|监委会|村务监督)"
)
_VILLAGE_WORDS = waiting_for(("村委会", "村民委", "村辖", "村共", "村现有", "村党", "村两委", "村“两委", "村位于", "村理财", "村监委", "村村务", "社区居委会", "社区党", "社区辖", "社区共", "社区现有", "社区位于", "社区两委", "社区“两委"))  # fmt: skip
_FEW_VILLAGES = 3


def _village_letter(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「石臼村辖5个小组……石舀村委会门前设有公开栏」 in a village's paper that names no other."""
    every = list(islice(matches_near(passage, _VILLAGE_WORDS, _VILLAGE, 12), 40))
    told = {(match["stem"], match["kind"]): match for match in reversed(every)}
    if not 1 < len(told) <= _FEW_VILLAGES:
        return
    first = every[0]
    for match in told.values():
        if match["stem"] == first["stem"] or match["kind"] != first["kind"]:
            continue
        times = (
            passage.body.count(match["stem"] + match["kind"]),
            passage.body.count(first["stem"] + first["kind"]),
        )
        alike = taken_for(passage, match["stem"], first["stem"]) or _only_two(told.values(), match, first)
        if alike and min(times) == 1 and not is_told_of(passage, *match.span("stem")):
            odd, right = (match, first) if times[0] <= times[1] else (first, match)
            said = f"别处写「{right['stem']}{right['kind']}」，这里写「{odd['stem']}{odd['kind']}」，差一个字，请核对。"
            yield rule.finding(
                passage, odd.start(), odd.end(), said, suggestion=right["stem"] + right["kind"]
            )


_TELLS_APART = frozenset("东西南北上下前后左右大小新老里外内中一二三四五甲乙")


def _only_two(told: Collection[re.Match[str]], one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether these are all villages that the text names, and one letter of theirs differs that tells no two villages apart."""
    if len(told) > len((one, other)) or len(one["stem"]) != len(other["stem"]):
        return False
    apart = [(a, b) for a, b in zip(one["stem"], other["stem"], strict=True) if a != b]
    return len(apart) == 1 and not set(apart[0]) <= _TELLS_APART


_rule = hint_of("unit", "unit_name_inconsistency")

RULES = (
    _rule(
        "odd_word_for_self",
        "通篇自称「我局」，只有一处自称「我委」「我校」，多为别的单位的文字没有改净。",
        "今年以来，我局认真落实。\n样表由我委统一制作。\n下一步，我局将继续努力。",
        "今年以来，我局认真落实。\n样表由县卫健委统一制作。\n下一步，我局将继续努力。",
        Waiting(_SELF_WORDS, _odd_self),
    ),
    _rule(
        "asks_those_it_has_not",
        "车站、学校、医院、村的方案，却要求「各县区局」「各乡镇」怎样做，多为套用上级文件。",
        "江城县汽车客运总站办事公开实施方案\n安全科负责安全。\n各县区局、各直属单位要高度重视。",
        "江城县汽车客运总站办事公开实施方案\n安全科负责安全。\n各科室、各班组要高度重视。",
        Waiting(_BELOW_WORDS, _asks_others),
    ),
    _rule(
        "offices_of_a_town",
        "乡镇的材料写「各办事处」：乡镇下面是村、社区。",
        "凤台镇应急管理站工作计划\n镇、村两级联动。\n各办事处每月自查一次，情况报镇政府办公室。",
        "凤台镇应急管理站工作计划\n镇、村两级联动。\n各村每月自查一次，情况报镇政府办公室。",
        Waiting(_OFFICES_WORDS, _offices),
    ),
    _rule(
        "explained_by_another",
        "制定的是一个单位，负责解释的是另一个单位，别处又没有提到它。",
        "云湄县住房保障中心信息公开办法\n本办法自印发之日起施行，由县房管局负责解释。",
        "云湄县住房保障中心信息公开办法\n本办法自印发之日起施行，由县住房保障中心负责解释。",
        Waiting(_EXPLAINS_WORDS, _explains),
    ),
    _rule(
        "short_name_wrong",
        "本单位的简称写错：古渡市场监督管理所写成「渡口所」。",
        "古渡市场监督管理所政务公开自查报告\n组织渡口所全体人员学习。",
        "古渡市场监督管理所政务公开自查报告\n组织古渡所全体人员学习。",
        Waiting(_SHORT_WORDS, _short_name),
    ),
    _rule(
        "two_offices_of_body",
        "同一个理事会、委员会的办事机构，一处叫秘书处，一处叫办公室。",
        "理事会秘书处设在馆办公室，理事会办公室负责日常事务。",
        "理事会秘书处设在馆办公室，理事会秘书处负责日常事务。",
        Waiting(_BODY_WORDS, _two_offices),
    ),
    _rule(
        "village_by_another_letter",
        "同一份材料里，村名、社区名差一个形近或音近的字。",
        "石臼村辖5个村民小组。\n石舀村委会办公楼前设有公开栏。",
        "石臼村辖5个村民小组。\n石臼村委会办公楼前设有公开栏。",
        Waiting(_VILLAGE_WORDS, _village_letter),
    ),
)
