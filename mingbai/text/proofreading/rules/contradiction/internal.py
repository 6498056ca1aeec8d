"""What one place of a text says and another denies: two leaders of one group, none received and three answered."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding, Related
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, anchored, compiled, meeting
from mingbai.text.proofreading.triggers import matches, matches_near, prose_with, sought, waiting_for

_POST = r"(?:党委书记|党工委书记|党组书记|党支部书记|书记|镇长|乡长|县长|区长|市长|局长|主任|校长|院长|所长|街道办主任|党政主要领导|主要负责人|主要领导|分管领导|常务副[镇乡县局]长)"
_TWO_LEADERS = rf"(?:任|为|担任)组长[、，,][^。；;\n（(组]{{0,16}}?(?P<mark>(?<!副){_POST}[^。；;、，,\n副]{{0,6}}?(?:任|为|担任)组长)"
_LEADER = lazy.pattern(
    rf"(?P<post>(?:党政办公室)?(?<!副)(?:党委|党工委|党组|党支部)?{_POST})[^。；;，,、\n副组]{{0,8}}?(?:任|为|担任|兼任|作为)(?:[^。；;，,、\n副组]{{0,10}})?(?<!第一)组长"
    rf"|(?<!副)组长(?:由[^。；;，,\n]{{0,8}}?|[、：:]\s?[镇乡县区局街道校院]{{0,2}})(?P<later>(?:党委|党工委|党组)?{_POST})"
)
_HEADED = waiting_for(("组长",))
# No match of these is longer.
_REACH = 80
_SUBJECTS = waiting_for(("申请", "行政复议", "行政诉讼", "投诉举报"))
_NONE = lazy.pattern(
    r"(?:未|没有?|无)(?:曾|有)?(?:发生|收到|接到|受理|出现)?[^。；;，,\n]{0,16}?(?P<what>依申请公开|公开[^。；;，,\n被]{0,6}申请|行政复议|行政诉讼|投诉举报)"
    r"|(?P<what2>依申请公开|行政复议|行政诉讼)[^。；;，,\n]{0,10}?(?:为|共)?(?<![\d.])0(?:件|条|次|宗)"
)
_SOME = lazy.pattern(
    r"(?<![未没无])(?:收到|受理|接到|办理|办结|答复|处理|发生|被申请|被提起|提起|引发)(?:了|并[^。；;，,\n]{0,4})?(?:政府|信息)?[^。；;，,\n未无]{0,12}?(?P<what>依申请公开|公开[^。；;，,\n]{0,6}申请|行政复议|行政诉讼|投诉举报)"
    r"[^。；;，,\n未无]{0,12}?(?P<number>[1-9]\d{0,5})(?:件|条|次|宗|份|起)"
    r"|(?P<number2>[1-9]\d{0,4})(?:件|起|宗)[^。；;，,\n\d未无没]{0,8}?(?P<what2>行政复议|行政诉讼)(?:中|案件?中?被)"
    r"|(?:受理|收到|办理|答复)的(?P<number3>[1-9]\d{0,4})(?:件|宗|份)(?:政府信息|依)?(?:公开)?(?P<what3>申请)"
    r"|(?P<what4>行政复议|行政诉讼)(?:案件)?(?:结果)?(?:维持|纠正|败诉|胜诉|驳回|撤回|调解|尚未审结)(?:的)?(?P<number4>[1-9]\d{0,3})(?:件|起|宗)"
)
_ELSEWHEN = lazy.pattern(r"去年|上年|往年|历年|季度|上半年|下半年|截至|同比|全县|全市|全区|国务院|省|本级")

_YEARS = lazy.pattern(r"(20\d\d)年")


def _surnames(rows: Sequence[Entry]) -> frozenset[str]:
    return frozenset(row["surname"] for row in rows)


def _of_another_time(passage: Passage, clause: str) -> bool:
    """Whether the words speak of another time than the document's year, or of another body."""
    own = str(passage.document.year or "")
    return _ELSEWHEN.search(clause) is not None or any(year != own for year in _YEARS.findall(clause))


def _subject(words: str) -> str:
    return "公开申请" if "申请" in words else words


def reported_by_subject(passage: Passage) -> set[str]:
    """The subjects of which one place says none and another some, as `contradiction.none_and_some` finds them."""
    return {subject for subject, _, _ in passage.once(_none_and_some_places)}


def _none_and_some_places(passage: Passage) -> list[tuple[str, re.Match[str], re.Match[str]]]:
    denied: dict[str, re.Match[str]] = {}
    for match in matches_near(passage, _SUBJECTS, _NONE, _REACH):
        clause = passage.text[max(passage.start, match.start() - 12) : match.end()]
        if not _of_another_time(passage, clause):
            subject = _subject(match["what"] or match["what2"])
            # 「未发生因公开申请引起的复议」 denies the review, not the request.
            if not (subject == "公开申请" and "因" in match[0]):
                denied.setdefault(subject, match)
    found = []
    for match in matches_near(passage, _SUBJECTS, _SOME, _REACH) if denied else ():
        subject = _subject(match["what"] or match["what2"] or match["what3"] or match["what4"])
        clause = passage.text[max(passage.start, match.start() - 12) : match.end()]
        if subject in denied and not _of_another_time(passage, clause):
            found.append((subject, match, denied[subject]))
    return found


def _none_and_some(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for _, match, other in passage.once(_none_and_some_places):
        place = Related(other.start(), other.end(), passage.source.file)
        # What a text says first it goes by, mostly: in doubt is the later.
        some_in_doubt = match.start() > other.start()
        yield rule.finding(
            passage,
            *match.span(),
            f"这里说有{match['number'] or match['number2'] or match['number3'] or match['number4']}件，另一处说没有（「{other[0][:24]}」），请核对。",
            severity=None if some_in_doubt else "info",
            related=(place,),
        )
        yield rule.finding(
            passage,
            *other.span(),
            f"这里说没有，另一处说有（「{match[0][:24]}」），请核对。",
            severity="info" if some_in_doubt else None,
            related=(Related(*match.span(), passage.source.file),),
        )


_OTHER_GROUPS = lazy.pattern(
    "创建|安全|防[汛火疫控]|文明|扶贫|脱贫|整治|普法|信访|环保|消防|综治|征兵|普查|招生"
)


def _of_openness(passage: Passage, sentence: str) -> bool:
    """Whether a group that is not named is the one of the text's own matter."""
    return "公开" in (passage.document.title or "") and not _OTHER_GROUPS.search(sentence)


def _of_village(passage: Passage, match: re.Match[str]) -> bool:
    """Whether it is a village's group: the town's has another leader."""
    return _VILLAGE.search(passage.text, max(passage.start, match.start() - 20), match.end()) is not None


_VILLAGE = lazy.pattern("村(?!务)|社区|居委会")


def _leaders(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: tuple[str, re.Match[str]] | None = None
    for match in matches_near(passage, _HEADED, _LEADER, _REACH):
        sentence_start = max(passage.text.rfind(mark, passage.start, match.start()) for mark in "。；;\n") + 1
        following = passage.text[match.end() : min(match.end() + 30, passage.end)].split("。")[0]
        sentence = passage.text[sentence_start : match.end()] + following
        if "监督" in sentence or "考核" in sentence or "双组长" in sentence:
            continue
        # A group on another matter may well have another leader; two sentences of one paragraph speak of one group.
        near = first is not None and "\n" not in passage.text[first[1].end() : match.start()]
        if "公开" not in sentence and not near and (first is not None or not _of_openness(passage, sentence)):
            continue
        post = match["post"] or match["later"]
        if first is None:
            first = (post, match)
        elif post[-2:] != first[0][-2:] and _of_village(passage, match) == _of_village(passage, first[1]):
            place = Related(first[1].start(), first[1].end(), passage.source.file)
            yield rule.finding(
                passage,
                *match.span(),
                f"公开领导小组的组长，前面说是{first[0]}，这里说是{post}，请核对。",
                severity="warning" if near else "info",
                related=(place,),
            )
            yield rule.finding(
                passage,
                *first[1].span(),
                f"这里说公开领导小组的组长是{first[0]}，另一处说是{post}，请核对。",
                related=(Related(*match.span(), passage.source.file),),
            )


_ALL = r"(?:全部|均(?!可)|件件|条条|100%|百分之百|全都|无一例外)[^。；;\n]{0,10}?(?:办结|答复|回复|查实|属实|办理完毕|整改到位|整改完成|完成整改|回音)"
_SOME_NOT = r"(?<!\d)[1-9]\d{0,5}(?:件|条|起|个|户|处|项|宗)[^。；;，,\n]{0,14}?(?:正在办理|在办|尚未|未予|未办结|未答复|未回复|未整改|仍未|不属实|期限内|没有)"
_ALL_BUT_SOME = rf"(?P<mark>{_ALL}[^。\n]{{0,24}}?{_SOME_NOT}|{_SOME_NOT}(?:(?!其余|其他的|余下|剩余|外，|以外)[^。\n]){{0,24}}?{_ALL})"
_ALL_AND_NOT = r"(?P<mark>(?:所有|全部)[^。；;\n]{1,24}?(?:均|都)[^。；;\n]{2,20}[；;，,]\s?(?:但?有|其中)[1-9]\d{0,5}(?:个|户|家|名|处)[^。；;\n]{0,12}?(?:没有|未))"
_MORE_THAN_WHOLE = sought(
    r"(?P<whole>[1-9](?<!\d.)\d{0,5})(?:个|件|户|名|家|条|处)[^。；;，,\n]{0,16}?(?:中的|当中的|其中)(?P<part>[1-9]\d{0,5})(?:个|件|户|名|家|条|处)"
)
_PUBLICITY = lazy.pattern(
    r"公示(?:期|时间)?(?:为|不少于|不得少于|满|时间不少于)?(?P<days>[1-9]\d?)(?P<unit>天|日|个工作日)(?!前)"
)
_PUBLIC = waiting_for(("公示",))
_HEAD = sought(
    r"(?P<post>镇长|乡长|县长|区长|局长|校长|院长|党委书记|党工委书记|党组书记)(?P<name>[一-鿿]{2,3})(?=同?志?(?:任|担任|兼任|为|亲自|主持|带队|要求|强调|指出|负责|接待|签发|审核|审签|表示|介绍|召集|牵头|分管|参加|出席|讲话|总负责|走访|检查|[，。、；（(]))"
)


# After other words the post is a deputy's, a former one's, or that of some other office.
_BEFORE_HEAD = frozenset("由与和是，,。、：:；;为向经\n 　") | {""}


def _more_than_whole(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches(passage, _MORE_THAN_WHOLE):
        if int(match["part"]) > int(match["whole"]):
            yield rule.finding(
                passage, *match.span(), f"一共{match['whole']}个，其中却有{match['part']}个，请核对。"
            )


# Who reviews after another publishes for a time of its own.
_NEXT_STAGE = lazy.pattern("终审|复审|复核|审定|审批|再次|第二次|[县市]政府网站|(?:上报|报送?)[县市区镇乡街]")


def _publicity_periods(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Two lengths of publicity in one paragraph; another paragraph may well speak of another matter."""
    for place in prose_with(passage, _PUBLIC):
        offset, line = passage.prose[place]
        first, end = None, 0
        for match in _PUBLICITY.finditer(line):
            said = (match["days"], match["unit"])
            stage, end = _NEXT_STAGE.search(line, end, match.start()), match.end()
            if first is None or stage:
                first = said
            elif said[1] == first[1] and said[0] != first[0]:
                yield rule.finding(
                    passage,
                    offset + match.start(),
                    offset + match.end(),
                    f"同一段里公示期先说{first[0]}{first[1]}，后说{said[0]}{said[1]}，请核对。",
                )


def _two_heads(rule: Rule, passage: Passage) -> Iterator[Finding]:
    surnames = compiled(passage, ("surnames",), _surnames)
    heads: dict[str, re.Match[str]] = {}
    for match in matches(passage, _HEAD):
        before = passage.text[max(passage.start, match.start() - 2) : match.start()]
        name = match["name"]
        if name[0] not in surnames or before[-1:] not in _BEFORE_HEAD:
            continue
        earlier = heads.setdefault(match["post"], match)
        if earlier["name"] != name:
            place = Related(earlier.start(), earlier.end(), passage.source.file)
            yield rule.finding(
                passage,
                *match.span(),
                f"前面的{match['post']}是{earlier['name']}，这里是{name}，请核对。",
                severity="info",
                related=(place,),
            )
            yield rule.finding(
                passage,
                *earlier.span(),
                f"这里的{match['post']}是{earlier['name']}，后面是{name}，请核对。",
                related=(Related(*match.span(), passage.source.file),),
            )


RULES = (
    Rule(
        name="contradiction.two_leaders",
        category="internal_contradiction",
        severity="error",
        explain="同一个领导小组写了两个组长，后一个多半漏了「副」字。",
        fires="成立由镇长任组长、党委书记为组长的政务公开工作领导小组。",
        passes="成立由镇长任组长、党委副书记任副组长的政务公开工作领导小组。",
        find=anchored(
            "组长、 组长， 组长,",
            searching(
                _TWO_LEADERS.replace("(?<!副)", ""),
                "同一句里有两个组长，「{}」疑漏「副」字。",
                needs="组",
            ),
        ),
    ),
    Rule(
        name="contradiction.leader_changes",
        category="internal_contradiction",
        severity="info",
        explain="公开领导小组的组长，前后说的不是一个人。",
        fires="政务公开领导小组由镇长任组长。\n为加强政务公开，成立由党委书记任组长的领导小组。",
        passes="政务公开领导小组由镇长任组长。\n监督小组由纪委书记任组长。",
        find=Waiting(_HEADED, _leaders),
    ),
    Rule(
        name="contradiction.none_and_some",
        category="internal_contradiction",
        severity="warning",
        explain="一处说没有收到申请、没有发生复议诉讼，另一处却写了件数。",
        fires="全年未收到依申请公开申请。\n受理依申请公开3件，均已答复。",
        passes="全年未发生行政复议。\n受理依申请公开3件，均已答复。",
        find=Waiting(_SUBJECTS, _none_and_some),
    ),
    Rule(
        name="contradiction.all_but_some",
        category="internal_contradiction",
        severity="warning",
        explain="说全部办结、件件有回音，又说还有几件没办。",
        fires="收到申请3件，2件已答复、1件正在办理，全部按期办结。",
        passes="收到申请3件，均已按期办结。2件投诉正在办理。",
        find=anchored(
            "正在办理 在办 尚未 未予 未办结 未答复 未回复 未整改 仍未 不属实 期限内 没有",
            searching(_ALL_BUT_SOME, "前后矛盾：既说全部，又说有例外，请核对。", needs="均全件条1百无"),
        ),
    ),
    Rule(
        name="contradiction.all_and_not",
        category="internal_contradiction",
        severity="warning",
        explain="先说所有单位都做到了，接着又说有几个没有做到。",
        fires="所有被查单位均按要求公开了财务信息；有7个单位没有公开。",
        passes="大部分单位按要求公开了财务信息；有7个单位没有公开。",
        find=anchored(
            "；有 ，有 但有 其中",
            searching(_ALL_AND_NOT, "前后矛盾：既说所有都做到，又说有的没有做到，请核对。", needs="所全"),
        ),
    ),
    Rule(
        name="contradiction.more_than_whole",
        category="internal_contradiction",
        severity="error",
        explain="部分比总数还多。",
        fires="对3个更新不及时的村中的5个村进行约谈。",
        passes="对8个更新不及时的村中的5个村进行约谈。",
        find=anchored("中的 当中的 其中", _more_than_whole),
    ),
    Rule(
        name="contradiction.publicity_period",
        category="internal_contradiction",
        severity="warning",
        explain="同一段里公示期的天数前后不一。",
        fires="张贴公示不少于7天，公示5天期满后上报。",
        passes="初评公示7天，公示7天期满后上报。",
        find=Waiting(_PUBLIC, _publicity_periods),
    ),
    Rule(
        name="contradiction.two_heads",
        category="internal_contradiction",
        severity="warning",
        explain="同一职务前后写了两个人的姓名。",
        fires="组长由镇长李福根担任。会上，镇长薛明辉强调要加强公开。",
        passes="组长由镇长李福根担任。会上，镇长李福根强调要加强公开，副镇长薛明辉参加。",
        find=meeting(_two_heads, _HEAD),
    ),
)
