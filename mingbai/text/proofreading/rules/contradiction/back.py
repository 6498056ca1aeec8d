"""What a text refers back to with another number: 「31场宣讲中」 after 「宣讲26场」, one work counted twice, answers fewer than requests, what is forbidden and allowed."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.amounts import Amount, amounts_in, written
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, given, warning_of
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.rules.contradiction.again import Told, by_noun, is_partial
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- so many of them --------------------------------------------------------------------------------------------

_UNITS = "件|条|个|项|次|场|期|名|户|家|篇|份|起|处|所|批|宗|块|座"
_BACK = lazy.pattern(
    rf"(?:(?<=[。；;\n，,])|(?P<lead>上述|以上|这|在|对这?|从这?|该))(?<!\d)(?P<number>\d{{1,5}})(?P<unit>{_UNITS})(?P<noun>[{HAN}]{{2,8}}?)(?:当)?(?P<end>中|里)[，,]"
)
_BACK_WORDS = waiting_for(("中，", "中,", "里，", "里,"))
_PAST = lazy.pattern("去年|上年|往年|历年|上半年|季度|20\\d\\d年|其他|另")
_RECEIVED = lazy.pattern("(?:共|收到|受理|举办|征集|累计)[^，,]{0,12}$")
_FAR = 500


def _referred_back(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全年举办政策宣讲26场…31场宣讲中，由乡领导主讲的」."""
    amounts = passage.once(amounts_in)
    for match in compared(matches_near(passage, _BACK_WORDS, _BACK, 30)):
        noun = match["noun"]
        before = [one for one in amounts if match.start() - _FAR < one.start and one.end <= match.start()]
        same = [one for one in before if one.unit == match["unit"] and _counts(passage, one, noun)]
        if not same or any(one.value == float(match["number"]) or one.about for one in same):
            continue
        clause = re.split("[。；;\n]", passage.text[max(passage.start, match.start() - 16) : match.start()])[
            -1
        ]
        whole = [one for one in same if _RECEIVED.search(one.label)]
        if len(same) > 1 and len(whole) != 1 or _PAST.search(clause + same[-1].label):
            continue
        there = (whole or same)[-1]
        said = f"前面{noun}是{written(there.value, there.unit)}，这里说「{match[0][:-1]}」，请核对。"
        yield from apart(
            rule,
            passage,
            (there.start - min(len(there.label), 8), there.end),
            (match.start("number"), match.end() - 1),
            said,
        )


def _counts(passage: Passage, amount: Amount, noun: str) -> bool:
    after = passage.text[amount.end : amount.end + len(noun) + 4]
    return noun[-2:] in amount.label[-8:] or after.startswith(noun) or noun in after


# --- so many that were done -------------------------------------------------------------------------------------

_DONE_OF = lazy.pattern(
    rf"(?P<verb>领办|清理发现|排查发现|检查发现|清理出|排查出|查出|公开|受理|收到|办理|开展|举办|聘请|制定|发布|检查|发放|征集|包保|抽查|查处|采纳)的(?P<number>\d{{1,5}})(?P<unit>{_UNITS})(?P<noun>[{HAN}]{{2,8}}?)(?=[，,。；;中均都全已里进、]|$)"
)
_DONE_OF_WORDS = waiting_for(
    tuple(
        f"{verb}的"
        for verb in [
            "领办",
            "发现",
            "清理出",
            "排查出",
            "查出",
            "公开",
            "受理",
            "收到",
            "办理",
            "开展",
            "举办",
            "聘请",
            "制定",
            "发布",
            "检查",
            "发放",
            "征集",
            "包保",
            "抽查",
            "查处",
            "采纳",
        ]
    )
)  # noqa: SIM905


def _done_of(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「亲自领办重点建议3件」 and 「镇长领办的5件重点建议」."""
    for match in compared(matches_near(passage, _DONE_OF_WORDS, _DONE_OF, 40)):
        told = re.compile(
            rf"(?<![未的]){match['verb']}了?(?:[{HAN}]{{0,4}}{match['noun']}(?P<after>\d{{1,5}})|(?P<first>\d{{1,5}})(?={match['unit']}{match['noun']})){match['unit']}"
        )
        every = list(told.finditer(passage.text, passage.start, match.start()))
        clause = re.split("[。；;\n]", passage.text[max(passage.start, match.start() - 14) : match.start()])[
            -1
        ]
        if len(every) != 1 or _PAST.search(clause) or re.search("其中|部分", clause):
            continue
        number = every[0]["after"] or every[0]["first"]
        before = re.split(
            "[。；;\n]", passage.text[max(passage.start, every[0].start() - 14) : every[0].start()]
        )[-1]
        if int(number) != int(match["number"]) and not _PAST.search(before):
            said = f"前面说「{every[0][0]}」，这里说「{match[0]}」，请核对。"
            yield from apart(rule, passage, every[0].span(), match.span(), said)


# --- one work counted twice -------------------------------------------------------------------------------------

_VERB = "公开|发布|召开|举办|开展|受理|收到|印发|发放|检查|接待|新建|建成|完成|培训|编印|更新|答复|化解|调解|制作|推送|编发|报送|播出|刊发|办理"
_WORK = lazy.pattern(
    rf"(?P<year>全年|年内|一年来|今年以来|本年度?)[{HAN}，,]{{0,4}}?(?:共|累计|共计|总共|先后)?(?P<work>(?:{_VERB})了?(?:各类|各种)?[{HAN}]{{2,10}}?)(?P<number>\d{{1,6}})(?P<unit>{_UNITS}|人次|余条)"
)
_WORK_WORDS = waiting_for(("全年", "年内", "一年来", "今年以来", "本年"))
_CHANNEL = lazy.pattern("(?:通过|利用|借助|在|依托)[^，,。；;]{0,14}$|其中|分别|每|各[村镇乡部单]")
_FULLER = lazy.pattern("各类|各种|了|主动|累计|共")


def _works(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全年发布原创信息86条」 and 「公众号全年发布原创信息112条」."""
    first: dict[tuple[str, str], re.Match[str]] = {}
    for match in matches_near(passage, _WORK_WORDS, _WORK, 50):
        clause = re.split(
            "[。；;，,\n]", passage.text[max(passage.start, match.start() - 30) : match.start()]
        )[-1]
        years = re.findall(r"(20\d\d)年", clause)
        if (
            _CHANNEL.search(clause)
            or re.search("去年|上年", clause)
            or any(year != str(passage.document.year) for year in years)
        ):
            continue
        work = _FULLER.sub("", match["work"])
        if len(work) < 6 or passage.in_web_residue(match.start()):
            continue
        there = first.setdefault((work, match["unit"]), match)
        if int(there["number"]) != int(match["number"]):
            said = f"前面说「{there[0]}」，这里说「{match[0]}」，请核对。"
            yield from apart(rule, passage, there.span(), match.span(), said)


# --- answers fewer than requests --------------------------------------------------------------------------------

_ANSWERED = lazy.pattern(
    r"(?:收到|受理|新收)[^。；;\d\n]{0,16}?(?:申请|诉求|来信|建议|提案|工单)(?P<all>\d{1,5})(?:件|份|条|宗)[^。；;\n]{0,50}?(?:按期|按时|依法|及时|限期)(?:予以)?(?:答复|办结|回复)(?P<done>\d{1,5})(?:件|份|条|宗)(?P<rest>[^。\n]{0,30})"
)
_ANSWERED_WORDS = waiting_for(("按期", "按时", "依法", "及时", "限期"))


def _answered(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「收到申请3件…按期答复2件，没有发生超期」: one is neither answered nor late."""
    for match in matches_near(passage, _ANSWERED_WORDS, _ANSWERED, 160):
        everything, done = int(match["all"]), int(match["done"])
        left = re.search("正在|结转|尚|待|未到期|其余|剩余|撤回|不予受理|另|网上|信函|当面", match[0])
        none_late = re.search("(?:没有|未|无)[^，。]{0,6}(?:超期|逾期|超时)|全部|均", match["rest"])
        if done < everything and none_late and not left:
            said = f"收到{everything}件，按期答复{done}件，又说没有超期的，请核对。"
            yield rule.finding(passage, match.start("all"), match.end("done") + 1, said)


# --- forbidden and allowed --------------------------------------------------------------------------------------

_FORBIDDEN = lazy.pattern(
    rf"(?:严禁|不得|禁止|不准|不允许|不应)(?:组织|安排|动员|发动|允许|让)(?P<who>[{HAN}]{{2,10}}?)(?:参加|参与|从事|进行|到|上)"
)
_FORBIDDEN_WORDS = waiting_for(
    tuple(
        no + do
        for no in ("严禁", "不得", "禁止", "不准", "不允许", "不应")
        for do in ("组织", "安排", "动员", "发动", "允许", "让")
    )
)
_ALLOWED = r"(?:可以?|应当?|要|必须)(?:组织|安排|动员|发动)[{han}]{{0,10}}?{who}[{han}]{{0,4}}(?:参加|参与|从事|进行|到场|到|协助|上)"


def _forbidden(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「严禁组织中小学生参加扑火」 and 「可组织镇中学高年级学生到场协助扑救」."""
    for match in compared(matches_near(passage, _FORBIDDEN_WORDS, _FORBIDDEN, 30)):
        allowed = re.compile(_ALLOWED.format(han=HAN, who=match["who"][-2:]))
        for other in allowed.finditer(passage.text, passage.start, passage.end):
            before = passage.text[max(passage.start, other.start() - 2) : other.start()]
            if match.start() <= other.start() < match.end() or before.endswith(("不", "严禁", "只")):
                continue
            first_place, other_place = match.span(), other.span()
            yield from apart(
                rule, passage, first_place, other_place, f"一处「{match[0]}」，另一处「{other[0]}」，请核对。"
            )
            return


# --- two numbers of one thing -----------------------------------------------------------------------------------

_NO_THING = ("工作", "之日起", "工作日内", "公开申请")
_LONG_NOUN = 4


def _two_numbers(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A noun of four characters and more counted twice in two paragraphs, and no word says that one is a part."""
    seen: set[int] = set()
    for (noun, _), told in passage.once(by_noun).items():
        if (
            len(noun) < _LONG_NOUN
            or len(told) != 2
            or noun.endswith(_NO_THING)
            or "\n" not in _between(passage, told)
        ):
            continue
        if (
            any(is_partial(passage, one) or _grows(one) for one in told)
            or {one.amount.start for one in told} & seen
        ):
            continue
        seen |= {one.amount.start for one in told}
        first, second = told
        said = f"{noun}一处是{written(first.amount.value, first.amount.unit)}，一处是{written(second.amount.value, second.amount.unit)}，如果是同一件事，请核对。"
        yield from apart(rule, passage, first.span, second.span, said)


def _between(passage: Passage, told: list[Told]) -> str:
    return passage.text[told[0].amount.end : told[1].amount.start]


_NEW = lazy.pattern("新(?:设|增|登记|成立|招|建)")


def _grows(one: Told) -> bool:
    return (
        _NEW.search(one.sentence.words) is not None
        or re.search(
            "新|改|建|约谈|惠及|资助|吸纳|对$|安排|视察|研究|招聘|约|向|结果|审结|维持|纠正|答复",
            one.before + one.noun,
        )
        is not None
    )


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "referred_back",
        "「31场宣讲中」回指前面说过的场次，数目要一样。",
        "全年举办政策宣讲26场，受众5800人次。31场宣讲中，由乡领导主讲的占一半以上。",
        "全年举办政策宣讲26场，受众5800人次。26场宣讲中，由乡领导主讲的占一半以上。",
        Waiting(_BACK_WORDS, _referred_back),
    ),
    _rule(
        "number_done",
        "「领办的5件重点建议」回指前面说过的件数，数目要一样。",
        "镇长亲自领办重点建议3件。\n镇长领办的5件重点建议中，还有1件未落实。",
        "镇长亲自领办重点建议3件。\n镇长领办的3件重点建议中，还有1件未落实。",
        Waiting(_DONE_OF_WORDS, _done_of),
    ),
    _rule(
        "work_of_year_twice",
        "全年做了多少，前后两处数目不同。",
        "全年发布原创信息86条。\n公众号全年发布原创信息112条，被采用17条。",
        "全年发布原创信息86条。\n公众号全年发布转载信息112条，被采用17条。",
        Waiting(_WORK_WORDS, _works),
    ),
    _rule(
        "answered_fewer",
        "收到几件、按期答复几件，又说没有超期的，两个数要相等。",
        "全年收到政府信息公开申请3件，按期答复2件，没有发生超期答复的情况。",
        "全年收到政府信息公开申请3件，按期答复3件，没有发生超期答复的情况。",
        Waiting(_ANSWERED_WORDS, _answered),
    ),
    _rule(
        "forbidden_and_allowed",
        "一处严禁组织某些人参加，另一处又写可以组织。",
        "严禁组织中小学生参加扑火。\n火情较大时，可组织镇中学高年级学生到场协助扑救。",
        "严禁组织中小学生参加扑火。\n火情较大时，可组织镇应急队员到场协助扑救。",
        Waiting(_FORBIDDEN_WORDS, _forbidden),
    ),
    Rule(
        name="contradiction.two_numbers",
        category="internal_contradiction",
        severity="info",
        explain="同样的事物在两段里各有一个数，又没有说哪个是其中的一部分，可能是同一件事，请核对。",
        fires="全县进驻大厅窗口单位28个。\n实现大厅32个窗口单位全面授权。",
        passes="全县进驻大厅窗口单位28个。\n新增窗口单位4个。",
        find=given(by_noun, _two_numbers),
    ),
)
