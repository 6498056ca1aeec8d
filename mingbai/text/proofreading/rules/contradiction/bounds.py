"""What a text itself sets as a bound, and goes beyond: articles of an act, votes of those who came, what is free, days of notice, one for each, numbered things."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._parsing import MARK
from mingbai.text.proofreading.rules._told import NUMBER, number_in
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- articles of an act -------------------------------------------------------------------------------------------

_ACT = r"(?:《[^》\n]{2,40}》|本?(?:办法|规定|细则|条例|方案|公约|制度|章程|意见))"
_SIZE = lazy.pattern(
    rf"{_ACT}[^。；;\n《》]{{0,8}}?(?:共|分为?|计|包括|由)?(?:分?为?)?(?:(?P<chapters>{NUMBER})个?章)?[，,、共计]{{0,3}}(?:(?P<articles>{NUMBER})条)?(?=[，,。；;、（(组构]|$)"
)
_SIZE_WORDS = waiting_for(("章", "条"))
_CITED = lazy.pattern(rf"第(?P<n>{NUMBER})(?P<of>条|章)")
_OTHER_ACT = lazy.pattern(
    "《[^》]{2,40}》(?:第|[^，,。；;]{0,4}第)|原|旧|修订前|上位法|国家|省|《中华人民共和国"
)


def _beyond_last(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「《办法》共五章二十二条，其中第二十四条规定了施行日期」."""
    for match in compared(matches_near(passage, _SIZE_WORDS, _SIZE, 60)):
        sizes = {"章": number_in(match["chapters"] or ""), "条": number_in(match["articles"] or "")}
        if not match["chapters"] and not re.search("共|计", match[0]):
            continue
        for cited in _CITED.finditer(passage.text, passage.start, passage.end):
            size, number = sizes[cited["of"]], number_in(cited["n"])
            clause = re.split(
                "[。；;\n]", passage.text[max(passage.start, cited.start() - 40) : cited.start()]
            )[-1]
            if not size or not number or number <= size or number > 2 * size or _OTHER_ACT.search(clause):
                continue
            if match.start() <= cited.start() < match.end() or passage.in_web_residue(cited.start()):
                continue
            said = f"全文共{match['articles'] or match['chapters']}{cited['of']}，这里说第{cited['n']}{cited['of']}，请核对。"
            yield from apart(rule, passage, match.span(), cited.span(), said, doubted="later")
            return


# --- votes of those who came --------------------------------------------------------------------------------------

_CAME = lazy.pattern(
    r"(?:实到|到会|出席|参会|与会|参加表决|参加会议)[^，,。；;\d]{0,10}(?P<n>\d{1,4})(?:人|名|位|户)(?P<votes>[^。\n]{0,90})"
)
_CAME_WORDS = waiting_for(("实到", "到会", "出席", "参会", "与会", "参加表决", "参加会议"))
_VOTE = lazy.pattern(
    r"(?P<before>不同意|同意|赞成|反对|弃权)(?:的|票|数|意见)?[为有]?(?P<n>\d{1,4})[票人名户]|(?P<n2>\d{1,4})[票人名户](?P<after>不同意|同意|赞成|反对|弃权)"
)


def _more_votes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「实到6人，赞成6人、反对1人」."""
    for match in matches_near(passage, _CAME_WORDS, _CAME, 120):
        votes: dict[str, int] = {}
        last = 0
        for vote in _VOTE.finditer(match["votes"]):
            kind = vote["before"] or vote["after"]
            if kind in votes:
                break
            votes[kind] = int(vote["n"] or vote["n2"])
            last = vote.end()
        present = int(match["n"])
        if votes and sum(votes.values()) > present and max(votes.values()) <= 3 * present:
            said = f"到会{present}，各种意见的票数相加是{sum(votes.values())}，比到会的人还多，请核对。"
            yield rule.finding(passage, match.start(), match.start("votes") + last, said)


# --- free of charge ---------------------------------------------------------------------------------------------------

_FREE = lazy.pattern(
    rf"(?P<thing>[{HAN}]{{2,8}}?)(?:实行|全部|一律|均|全程)?(?:免费(?=[，,。；;]|服务|办理|提供)|不收取?(?:任何)?费用)|(?:不收取?任何费用|不得收取任何费用)|(?:实行|开展|提供|享受)免费(?P<deed>[{HAN}]{{2,4}}){MARK}"
)
_FREE_WORDS = waiting_for(("免费", "不收取", "不收任何", "不得收取"))
_FEE = lazy.pattern(
    rf"(?P<lead>[^，,。；;\n]{{0,16}}?)(?:收取|缴纳|交纳|收费|须缴|需缴|需交|应交)(?P<what>[{HAN}]{{0,10}}?)(?P<n>[1-9]\d{{0,5}}(?:\.\d{{1,2}})?)元"
)
_NO_FEE = lazy.pattern(
    "除|补办|遗失|损坏|超过|逾期|邮寄|以前|原|其他|违反|违规|退还|押金|保证金|自愿|罚|低于|减按|外|此前|过去|不再|对低保|非|未|不"
)
_OF_OFFICE = lazy.pattern("报名|考务|办证|手续|工本|资料|服务|培训|证书|材料|信息|鉴定|登记|考试")
_AROUND = 90


def _free_with_fee(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「墓位免费，每穴收取墓位费2000元」, 「鉴定实行免费服务，每户收取鉴定费300元」."""
    for match in compared(matches_near(passage, _FREE_WORDS, _FREE, 30)):
        before = re.split(
            "[。；;，,\n]", passage.text[max(passage.start, match.start() - 20) : match.start()]
        )[-1]
        if re.search(
            "对[^，]{0,12}$|符合|困难|老年|残疾|学生|低保|其中|前\\d|除|不|未|非|工本",
            before + (match["thing"] or ""),
        ):
            continue
        thing = match["thing"] or match["deed"] or ""
        any_fee = "任何费用" in match[0]
        for fee in _FEE.finditer(passage.text, match.end(), min(passage.end, match.end() + _AROUND)):
            words = passage.text[match.end() : fee.end()]
            what = fee["what"].removesuffix("费")
            alike = (
                not thing
                or (any_fee and _OF_OFFICE.search(what))
                or any(what[at : at + 2] in thing for at in range(max(1, len(what) - 1)) if what)
            )
            if alike and not _NO_FEE.search(words.partition("费用")[2] if not thing else words):
                said = f"一处说「{match[0]}」，紧接着又说「{fee[0].strip('，,。；;')}」，请核对。"
                yield from apart(rule, passage, match.span(), (fee.start("lead"), fee.end()), said)
                break


# --- so many days before, and the same day ---------------------------------------------------------------------------

_AHEAD = lazy.pattern(
    rf"提前(?P<n>{NUMBER})(?:个工作日|个月|日|天)(?P<deed>[{HAN}]{{2,6}}?)[，,；;](?P<rest>[^。\n]{{0,24}}?)(?P<same>同日|当日|当天|同时|即日|立即)(?P<then>[{HAN}]{{2,6}})"
)
_AHEAD_WORDS = waiting_for(("提前",))


def _same_day(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「要提前7天公告，并在公告同日关停」."""
    for match in matches_near(passage, _AHEAD_WORDS, _AHEAD, 60):
        deed = match["deed"][:2]
        if deed in match["rest"] and not re.search("届时|到期|期满|之后|后", match["rest"]):
            said = (
                f"前面要提前{match['n']}天{match['deed']}，后面又说{match['same']}{match['then']}，请核对。"
            )
            yield rule.finding(passage, match.start(), match.end(), said)


# --- one for each ----------------------------------------------------------------------------------------------------

_LIMIT = lazy.pattern(
    r"每(?:个)?(?P<who>村|社区|单位|户|人|校|班|组|支部|企业|家庭|乡镇|街道|科室)(?:限|最多|只能|至多|限额|仅限)(?:报|推荐|申报|选派|派|参加|申请|安排)?(?P<n>\d{1,2}|[一二三四五六])(?P<unit>支|名|人|件|项|个|户|次|篇|幅|份)"
)
_LIMIT_WORDS = waiting_for(("限", "最多", "只能", "至多"))
_EACH = r"(?:每(?:个)?|各){who}(?:组织|选派|推荐|派出|报送|参加|安排|选送|上报|组成|申报|需|要|须|应)?(?:不少于|至少)?(?P<n>\d{{1,2}}|[一二两三四五六]){unit}"


def _over_limit(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每个社区组织2支队伍」 and 「每社区限报1支」."""
    for match in compared(matches_near(passage, _LIMIT_WORDS, _LIMIT, 20)):
        limit = number_in(match["n"])
        each = re.compile(_EACH.format(who=match["who"], unit=match["unit"]))
        for other in each.finditer(passage.text, passage.start, passage.end):
            number = number_in(other["n"])
            if limit and number and number > limit and not match.start() <= other.start() < match.end():
                said = f"一处说「{other[0]}」，另一处说「{match[0]}」，请核对。"
                yield from apart(rule, passage, other.span(), match.span(), said, doubted="later")
                return


# --- a number beyond the last -----------------------------------------------------------------------------------------

_ALL_OF = lazy.pattern(
    r"(?:共|总共|全年|本次|今年|收到|提出|承办|梳理)[^，,。；;\n\d]{0,14}?(?P<what>建议|提案|议案|标段|网格|考场|展位|投票站|接种点|点位)(?:共)?(?P<n>\d{1,3})(?:件|个|条|处)"
)
_ALL_WORDS = waiting_for(("建议", "提案", "议案", "标段", "网格", "考场", "展位", "投票站", "接种点", "点位"))
_NUMBERED = r"第(?P<n>\d{{1,3}})号{what}"


def _beyond_number(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「共收到代表建议24件……对第26号建议」."""
    for match in compared(matches_near(passage, _ALL_WORDS, _ALL_OF, 40)):
        total = int(match["n"])
        numbered = re.compile(_NUMBERED.format(what=match["what"]))
        for one in numbered.finditer(passage.text, match.end(), passage.end):
            if (
                total < int(one["n"]) <= 2 * total
                and "县" not in passage.text[one.start() - 12 : one.start()]
            ):
                said = f"{match['what']}一共{total}件，这里说「{one[0]}」，请核对编号和件数。"
                yield from apart(rule, passage, match.span(), one.span(), said, doubted="later")
                return


# --- a count said again at once -------------------------------------------------------------------------------------------

_TWICE = lazy.pattern(
    rf"(?P<n>\d{{1,3}}|[一二两三四五六七八九十])(?P<unit>个|项|类|大|条|种|处|家|块|名)(?P<what>[{HAN}]{{2,6}})[，,。；;：:](?P<m>\d{{1,3}}|[一二两三四五六七八九十])(?P=unit)(?P=what)(?=的|均|都|全部|中|里|已|逐|分别|共同|同步|各自|由)"
)
_TWICE_WORDS = waiting_for(
    tuple(f"{stop}{n}" for stop in "，,。；;：:" for n in "一二两三四五六七八九十123456789")
)


def _at_once(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「设置三个栏目，四个栏目的更新责任落实到人」."""
    for match in matches_near(passage, _TWICE_WORDS, _TWICE, 24):
        if number_in(match["n"]) != number_in(match["m"]) and not passage.in_web_residue(match.start()):
            said = f"刚说{match['n']}{match['unit']}{match['what']}，紧接着说{match['m']}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "article_beyond_last",
        "说办法共几条、几章，后面引用的条、章超出了这个数。",
        "《办法》共五章二十二条，其中第二十四条规定了施行日期。",
        "《办法》共五章二十二条，其中第二十二条规定了施行日期。",
        Waiting(_SIZE_WORDS, _beyond_last),
    ),
    _rule(
        "votes_of_present",
        "赞成、反对、弃权的票数相加，比到会的人还多。",
        "村“两委”商议，应到7人、实到6人，赞成6人、反对1人。",
        "村“两委”商议，应到7人、实到7人，赞成6人、反对1人。",
        Waiting(_CAME_WORDS, _more_votes),
    ),
    _rule(
        "free_with_fee",
        "刚说免费、不收取任何费用，紧接着又写收取多少元。",
        "实行惠民殡葬，墓位免费，每穴收取墓位费2000元。",
        "实行惠民殡葬，墓位免费，管理费按核定标准收取。",
        Waiting(_FREE_WORDS, _free_with_fee),
    ),
    _rule(
        "notice_on_the_day",
        "要求提前几天公告、通知，又说公告当日就办。",
        "关停账号要提前7天公告，并在公告同日关停。",
        "关停账号要提前7天公告，公告期满后关停。",
        Waiting(_AHEAD_WORDS, _same_day),
    ),
    _rule(
        "over_own_limit",
        "一处要求每个社区、单位报几个，另一处限报的数比它少。",
        "8个社区，每个社区组织2支队伍。\n报名：每社区限报1支。",
        "8个社区，每个社区组织2支队伍。\n报名：每社区限报2支。",
        Waiting(_LIMIT_WORDS, _over_limit),
    ),
    _rule(
        "number_beyond_last",
        "建议、提案、标段一共几件，后面引用的编号比它还大。",
        "大会以来共收到代表建议24件。\n对第26号建议，由镇水利站牵头办理。",
        "大会以来共收到代表建议24件。\n对第16号建议，由镇水利站牵头办理。",
        Waiting(_ALL_WORDS, _beyond_number),
    ),
    _rule(
        "count_said_again",
        "刚说几个栏目，紧接着又说是另一个数。",
        "门户专栏设置“机构概况”“财政资金”“脱贫攻坚”三个栏目，四个栏目的更新责任落实到人。",
        "门户专栏设置“机构概况”“财政资金”“脱贫攻坚”三个栏目，三个栏目的更新责任落实到人。",
        Waiting(_TWICE_WORDS, _at_once),
    ),
)
