"""One thing on two days of the week, and one person in two posts that shut each other out."""

import re
from collections.abc import Iterator
from itertools import islice

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._told import name_of
from mingbai.text.proofreading.rules._twice import AT_MOST, apart
from mingbai.text.proofreading.rules._universal import sentence_at
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- on two days of the week -----------------------------------------------------------------------------------------

_ON = lazy.pattern(
    r"(?:每|逢|[，。：；、\n\u3000 ])(?:个)?(?P<day>(?:周|星期|礼拜)(?P<d>[一二三四五六日天])(?:上午|下午|晚上|晚)?)(?![至到、和及与—~-])(?P<rest>[^，,。；;\n]{2,30})"
)
_WEEK_WORDS = waiting_for(("每周", "每星期", "周", "星期"))
_CHANGED = lazy.pattern("原|过去|以前|改为|调整|轮流|分别|分批|错峰|其他|冬季|夏季|节假|隔周|单周|双周")
_FILLING = lazy.pattern('[的为是在由于和与及将要应各全定期组织开展进行召开举行集中统一上午下午晚上“”"]+')
_LEAST, _QUOTED = 3, lazy.pattern("“[^”]{3,10}”")


def _shared(one: str, other: str) -> bool:
    """Whether both speak of one thing: a name in quotation marks or so many characters in a row."""
    quoted = {match[0] for match in _QUOTED.finditer(one)} & {match[0] for match in _QUOTED.finditer(other)}
    if quoted:
        return True
    alike = one.strip("“”为是")[: _LEAST + 2], other.strip("“”为是")[: _LEAST + 2]
    if len(set(alike)) == 1 and len(alike[0]) == _LEAST + 2:
        return True
    runs = [run for run in _FILLING.split(one) if len(run) >= _LEAST]
    return any(
        run[at : at + _LEAST + 1] in other
        for run in runs
        for at in range(max(1, len(run) - _LEAST))
        if len(run[at : at + _LEAST + 1]) > _LEAST
    )


def _two_weekdays(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每周五下午组织“周末大扫除”」 and 「积极参与每周六下午的“周末大扫除”活动」."""
    told = [*islice(matches_near(passage, _WEEK_WORDS, _ON, 40), AT_MOST)]
    for place, match in enumerate(told):
        if _CHANGED.search(sentence_at(passage, match.start(), match.end())[0][-20:] + match["rest"]):
            continue
        for first in told[:place]:
            if first["d"] != match["d"] and _shared(first["rest"], match["rest"]):
                said = f"一处说{first['day']}，一处说{match['day']}，请核对。"
                yield from apart(rule, passage, first.span("day"), match.span("day"), said, doubted="later")
                return


# --- posts that shut each other out --------------------------------------------------------------------------------------

_COMMITTEE = lazy.pattern(
    rf"(?:村务监督委员会|村监委会|监委会|监督委员会|民主理财小组|理财小组|监督小组)[^。\n]{{0,30}}?(?:由|主任为?|组长为?)[：:]?(?P<mark>(?:村|社区)?(?P<post>党支部书记|党总支书记|支部书记|支书|村委会主任|村主任|居委会主任|会计|报账员|出纳|文书)[{HAN}]{{0,4}}?)(?:兼任|兼|担任|任)(?:村务监督委员会|监委会)?(?:主任|组长)"
    rf"|(?:村务监督委员会|村监委会|监委会)(?:主任|负责人)(?:一职)?由(?P<mark2>(?:村)?(?P<post2>党支部书记|党总支书记|支部书记|支书|村委会主任|村主任|会计|报账员|出纳|文书)[{HAN}]{{0,4}}?)(?:兼任|担任|兼)(?![{HAN}])"
)
_COMMITTEE_WORDS = waiting_for(("监督委员会", "监委会", "理财小组", "监督小组"))
_BOTH_BOOKS = lazy.pattern(
    rf"(?P<mark>(?P<one>会计|出纳)(?:由)?(?P<name>[{HAN}]{{2,3}})?(?:同志)?(?:兼任|兼|同时担任)(?P<other>出纳|会计)(?!监督))"
)
_BOOKS_WORDS = waiting_for(("会计", "出纳"))
_FORBIDS = lazy.pattern("不得|不能|严禁|禁止|避免|不准|杜绝|不再|分设|整改|问题|发现|存在|违反")


def _watched_watches(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「设村务监督委员会，由村党支部书记郭长顺担任主任」: who is watched does not watch; 「会计兼任出纳」."""
    for words, pattern in ((_COMMITTEE_WORDS, _COMMITTEE), (_BOOKS_WORDS, _BOTH_BOOKS)):
        for match in matches_near(passage, words, pattern, 60):
            before, behind = sentence_at(passage, match.start(), match.end())
            of_village = pattern is _BOTH_BOOKS or re.search("村|社区|居务", match[0] + before)
            if not of_village or _FORBIDS.search(before + match[0] + behind):
                continue
            said = (
                f"{match['post'] or match['post2']}不能兼任村务监督机构的负责人，请核对人员和职务。"
                if pattern is _COMMITTEE
                else "会计、出纳不能由一人兼任，请核对。"
            )
            group = "mark" if match["mark"] else "mark2"
            yield rule.finding(passage, *match.span(group), said)


_HEADS = {
    "党": "党工委书记|街道党工委书记|党委书记|镇党委书记|乡党委书记|县委书记|区委书记|市委书记",
    "政": "街道主任|街道办主任|办事处主任|街道办事处主任|镇长|乡长|县长|区长|市长",
    "监": "村务监督委员会主任|监督委员会主任|监委会主任|村监委会主任|监委主任",
    "村": "村党支部书记|村支部书记|村支书|村委会主任|村主任|村党总支书记|社区党支部书记|居委会主任|社区主任",
}
_SHUT_OUT = ({"党", "政"}, {"监", "村"}, {"政", "村"}, {"党", "村"}, {"政", "监"}, {"党", "监"})
_POSTS = "|".join(sorted("|".join(_HEADS.values()).split("|"), key=len, reverse=True))
_HELD = lazy.pattern(
    rf"(?P<vice>副|原|前任|第一|常务)?(?P<post>{_POSTS})[：:、]?(?P<name>[{HAN}]{{2,3}})|(?<![{HAN}])(?P<name2>[{HAN}]{{2,3}})[（(](?P<vice2>[^（()）]{{0,6}}副)?(?:街道|镇|乡|县|区|村)?(?P<post2>{_POSTS})[）)]"
)
_POST_WORDS = waiting_for(("书记", "主任", "镇长", "乡长", "县长", "区长", "市长", "支书"))


def _kind(post: str) -> str:
    return next(kind for kind, posts in _HEADS.items() if post in posts.split("|"))


def _shut_out(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「党工委书记石海波」 and later 「街道主任石海波」."""
    first: dict[str, tuple[str, str, tuple[int, int]]] = {}
    for match in islice(matches_near(passage, _POST_WORDS, _HELD, 30), 2 * AT_MOST):
        written = match["name"] or match["name2"]
        name = next((one for one in (written, written[:2]) if name_of(passage, one)), "")
        post = match["post"] or match["post2"]
        if not name or match["vice"] or match["vice2"] or passage.in_web_residue(match.start()):
            continue
        kind = _kind(post)
        told = first.setdefault(name, (kind, post, match.span()))
        around = sentence_at(passage, match.start(), match.end())
        if {told[0], kind} in _SHUT_OUT and not re.search(
            "兼|一肩挑|升任|调任|任命|当选|免去", "".join(around)
        ):
            said = f"前面是{told[1]}{name}，这里是{post}{name}，请核对。"
            yield from apart(rule, passage, told[2], match.span(), said, doubted="later")
            return


_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "two_weekdays",
        "同一件事一处写每周五，一处写每周六。",
        "每周五下午组织“周末大扫除”，机关干部全部下沉。\n各单位要积极参与每周六下午的“周末大扫除”活动。",
        "每周五下午组织“周末大扫除”，机关干部全部下沉。\n各单位要积极参与每周五下午的“周末大扫除”活动，每周一召开例会。",
        Waiting(_WEEK_WORDS, _two_weekdays),
    ),
    _rule(
        "watched_watches",
        "村党支部书记、村委会主任、会计不能当村务监督委员会主任，会计不能兼出纳。",
        "村设村务监督委员会，委员3人，由村党支部书记郭长顺担任主任。",
        "村设村务监督委员会，委员3人，由党员郭长顺担任主任，村党支部书记不得兼任主任。",
        Waiting((*_COMMITTEE_WORDS, *_BOOKS_WORDS), _watched_watches),
    ),
    _rule(
        "posts_shut_out",
        "同一人一处是党工委书记，一处是街道主任；一处是村支书，一处是监委会主任。",
        "由党工委书记石海波任组长。\n街道主任石海波每月至少检查两次。",
        "由党工委书记石海波任组长。\n街道主任傅敏每月至少检查两次。",
        Waiting(_POST_WORDS, _shut_out),
    ),
)
