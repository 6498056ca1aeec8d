"""Verbs without the character that carries them to their object: 「看不公开内容」, 「清醒认识还存在」, 「把责任落实每个岗位，」, 「取了明显成效」,
「问题全部了答复」, 「深群众欢迎」.
"""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import Entry, given, is_quoted, listed
from mingbai.text.proofreading.rules._lexicon import table
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    MARK,
    clause_before,
    shape,
    shapes_of,
    words_between,
)

# What may stand behind 「看不」: how it turns out.
_RESULTS = "到见清懂出完起上下了得着住成好动透准惯过去来进回开够明全多少大小高远久同是行能会可顺中及尽齐掉稳牢实落通倒定满足"
_REACHED = "看|听|找|查|收|见|领|拿|买|感受|享受|体会|体验|领取|学|问|碰|遇|联系"
_THING_TOO = frozenset(listed("要求 规定 公开 解决 反馈 办事 答复 回复 通知 回应 落实 服务 信息"))
_FOLK = "群众|村民|居民|患者|家长|职工|企业|社会各界|广大|老百姓|农民|学生|师生|用户|业主|基层|市民|党员"
_PRAISE = "欢迎|好评|喜爱|拥护|称赞|赞誉|信赖|爱戴|认可|肯定|青睐|赞扬|支持"
_AWARE = (
    "还|仍|我们|有的|有些|只有|当前|目前|个别|部分|存在(?!的)|一些|自身|工作中|离|与上级|与群众|与先进|距"
)
_PASSED_ON = "落实|细化|分解|量化|压实|传导|传达|宣传|延伸|下沉|拓展|推广|下发|发送|印发|张贴|分配|发放|覆盖|普及|送|下放|深入"
_WHITHER = "每一?个?(?:人|村|户|家|岗位|科室|单位|部门|环节|小组|组|社区|农户|村民|党员|干部|班级|职工|网格|学生|角落|支部|窗口)|人头|每个人|个人|具体人|责任人|村组|户头|农户|家家户户|千家万户|末端|基层|岗位|一线|各[村组户科室站所单位部门支部岗位社区]{1,4}|村级|社区|田间地头|群众手中|学生手中|户"
_ADVERBS = "全部|都|均|一一|逐一|逐项|逐条|逐户|及时|先后|多次|分别|再次|一律|共同|相继|也都|都已|均已|基本|尽快|当场|现场|多方"
_DONE = "答复|解决|落实|整改|公开|公示|回复|反馈|处理|说明|解释|公布|调整|更新|兑现|安排|部署|妥善|圆满|有效|满意|明确|详细|相应|合理|较好|应有|进一步|改善|提高|提升|纠正|办理|办结|化解|通报|表彰|核实"


def _is_thing(passage: Passage, match: re.Match[str]) -> bool:
    """Whether what stands behind 「看不」 is a thing that one does not get to see."""
    if not cut_of(passage).begins(match.start("mark")):
        return False
    inner = match["what"]
    words = words_between(passage, match.start("what"), match.end("what"))
    first = words[0]
    if len(first.text) == 1 or match["mark"][0] == inner[0]:
        return False
    return first.kind[0] in "nrj" or first.kind in {"ad", "vn"} or first.text in _THING_TOO


def _halves(rows: Sequence[Entry]) -> dict[str, tuple[str, str, re.Pattern[str]]]:
    """By what is left of a verb with 「了」: the rest, what is lost, and the objects that tell of it."""
    return {f"{row['left']}了": (row["left"], row["lost"], row["objects"]) for row in rows}


_HALVES = table(("first_halves",), _halves)
_OBJECT_AT = 16
_ENDS = lazy.pattern("[，,。；;、！？]|$")


def _first_halves(passage: Passage) -> tuple[tuple[int, int, str, str], ...]:
    text, found = passage.text, []
    for start, end, (left, lost, objects) in _HALVES.matches(passage):
        if passage.in_web_residue(start) or is_quoted(text, start, end) or not cut_of(passage).begins(start):
            continue
        rest = _ENDS.split(text[end : end + _OBJECT_AT], maxsplit=1)[0]
        if rest.endswith(tuple(objects.split())) and rest != text[end : end + _OBJECT_AT]:
            found.append((start, end, left, lost))
    return tuple(found)


def _find(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end, left, lost in passage.once(_first_halves):
        whole = f"{left}{lost[0]}了"
        yield rule.finding(
            passage, start, end, f"「{passage.text[start:end]}」疑漏「{lost}」。", suggestion=whole
        )


RULES = (
    Rule(
        name="typo.reach_lost",
        category="typo",
        severity="warning",
        explain="动词后面丢了「到」：「看不公开内容」「达不要求」「清醒认识还存在差距」「深刻意识安全的重要」「收良好效果」。",
        fires="村民看不公开内容，我们也清醒认识还存在一些问题。",
        passes="村民看不到公开内容，看不懂公开内容，我们也清醒认识到还存在一些问题，看不看都行。",
        find=shapes_of(
            shape(
                rf"(?<![评抽检审核排督巡普清调考搜盘自倒复联])(?P<mark>(?:{_REACHED})不(?![{_RESULTS}]))(?P<what>{LETTER}{{2,6}})",
                "「{}」后面疑漏「到」",
                "warning",
                _is_thing,
            ),
            shape(
                r"(?P<mark>达不)(?=要求|标准|目标|规定|预期|上级|\d|百分之|应有|条件)",
                "「{}」后面疑漏「到」",
                "warning",
            ),
            shape(
                r"(?<![处落办做搞抓])(?P<mark>得不)(?=(?:及时|有效|彻底|根本|很好)?(?:解决|落实|保障|支持|满足|答复|回应|处理|执行|实施|发挥|体现))",
                "「{}」后面疑漏「到」",
                "warning",
                lambda passage, match: (
                    re.search("[\\u4e00-\\u9fff]$", clause_before(passage, match.start())[-1:]) is None
                    or re.search(
                        "(?:长期|始终|一直|问题|权益|利益|意见|诉求|制度|政策|需求|困难|作用|[都也而])$",
                        clause_before(passage, match.start()),
                    )
                    is not None
                ),
            ),
            shape(
                rf"(?P<mark>(?:清醒|清楚|深刻|充分|深深|切实|客观)地?(?:认识|意识|感受|体会|感觉|了解))(?={_AWARE})",
                "「{}」后面疑漏「到」",
                "warning",
            ),
            shape(
                r"(?P<mark>(?:清醒地?|清楚地?|深刻地?|充分地?|深深地?|已经|已|逐渐|也|真正|都)意识)(?!到|形态|[地里中上不和与、，。；,;]|淡|强|薄|增|提|较|普遍|培|教育|觉醒)(?=[一-鿿])",
                "「{}」后面疑漏「到」",
                "warning",
            ),
            shape(
                r"(?P<mark>(?:清醒地?|清楚地?|应该|应当|必须|同时也?|但也|还要|也要)看)(?=[，,])",
                "「{}」后面疑漏「到」",
                "warning",
            ),
            shape(
                r"(?<![一-鿿])(?:真正|从而|使工作)?(?P<mark>收了?(?=(?:良好|较好|明显|很好|显著|一定|预期)的?(?:社会|监督)?(?:效果|成效|实效|效益)))",
                "「{}」后面疑漏「到」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.put_where",
        category="typo",
        severity="warning",
        explain="「把……落实」「把……传达」后面说到谁、到哪里，要有「到」：「把责任落实每个岗位，」应为「落实到每个岗位」。",
        fires="把保密审查责任落实每个科室、每个岗位。将会议精神传达每名党员，把惠农政策宣传家家户户。",
        passes="把保密审查责任落实到每个科室、每个岗位。认真落实每个环节的责任，把政策宣传到家家户户。",
        find=shapes_of(
            shape(
                rf"[把将](?:(?![到至给入]){INSIDE}){{2,24}}?(?P<mark>(?P<verb_on>{_PASSED_ON})(?=(?:{_WHITHER}|每[名位]{LETTER}{{2,4}})(?:、|{MARK})))",
                "「{}」后面疑漏「到」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.deed_before_le",
        category="typo",
        severity="warning",
        explain="副词后面直接跟「了」，丢了动词：「疑问全部了答复」应为「得到了答复」「作了答复」。",
        fires="群众提出的疑问全部了答复，对名单逐一了核实。",
        passes="群众提出的疑问全部得到了答复，大家都了解政策，名单逐一核实了。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:{_ADVERBS})了)(?=(?:的)?(?:{_DONE}))",
                "「{}」中间疑漏「得到」「作」「进行」一类的动词",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.verb_half_left",
        category="typo",
        severity="warning",
        explain="双音动词丢了后一个字：「取了明显成效」应为「取得了」，「形了良好氛围」应为「形成了」。按词表查。",
        fires="政务公开工作取了明显成效，形了齐抓共管的良好氛围。",
        passes="政务公开工作取得了明显成效，形成了良好氛围，取了样品，改了方案。",
        find=given(_first_halves, _find),
    ),
    Rule(
        name="typo.deeply_by_whom",
        category="typo",
        severity="warning",
        explain="「深群众欢迎」漏了「受」：「深受群众欢迎」「深得群众拥护」。",
        fires="便民服务深群众欢迎，广患者好评。",
        passes="便民服务深受群众欢迎，深得患者好评，纵深推进。",
        find=shapes_of(
            shape(
                rf"{CLAUSE}{INSIDE}{{0,12}}?(?<![纵加艰资高精幽水山])(?P<mark>[深广倍])(?=(?:{_FOLK})(?:(?![，,受得]){INSIDE}){{0,8}}?(?:{_PRAISE}){MARK})",
                "「{}」后面疑漏「受」「得」",
                "warning",
            ),
        ),
    ),
)
