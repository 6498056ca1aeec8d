"""What is announced and what follows it: names of fields, words of saying before a quotation, what lists are led to by, questions."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Category, Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._either import either, searching_either
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.structure import read_marker

_MARK: Category = "punctuation_misuse"
_FIELDS = "时间|地点|会议时间|会议地点|主持人|主持|记录人|参会人员|参加人员|出席人员|列席人员|议题|联系人|联系电话|电话|咨询电话|举报电话|监督电话|投诉电话|传真|联系地址|通信地址|地址|办公地址|邮编|邮箱|电子邮箱|甲方|乙方|丙方|申请人|被申请人|受理时间|办公时间|报名时间|报名地点|公示时间|公示期限|办理时限|收费标准|办理地点"
# Those after which a comma is a slip as well: nothing is told of the thing itself.
_KINDS = "时间|地点|电话|地址|日期|期限|标准|对象|人数|范围|方式|人员"
_CONTACTS = (
    "联系人|联系电话|咨询电话|举报电话|监督电话|投诉电话|传真|通信地址|联系地址|办公地址|邮编|电子邮箱"
)
_WRONG_FIELD = lazy.pattern(
    either(
        rf"[ \t\u3000]*(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）).、．])?(?:(?:{_FIELDS})(?P<mark>[；。、])(?!(?:{_FIELDS}))|[{HAN}]{{2,4}}(?:{_KINDS})(?P<mark3>；)(?=[^；]{{2,40}}$)|(?:{_CONTACTS})(?P<mark2>，))(?=\s?[{HAN}\d])"
    )
)


def _wrong_field(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「地点；村委会会议室」, a line of its own."""
    for offset, line in passage.prose:
        match = _WRONG_FIELD.match(line)
        if match is None or len(line) > _A_FIELD or _is_told_of(line, match):
            continue
        group = next(name for name in ("mark", "mark2", "mark3") if match[name])
        start, end = match.span(group)
        yield rule.finding(passage, offset + start, offset + end, "名目后面用冒号。", suggestion="：")


def _is_told_of(line: str, match: re.Match[str]) -> bool:
    """「四、办理时限。收到之日起……」 is a heading, 「投诉电话、信箱和地址长期公布」 a subject."""
    if match["mark"] == "。":
        return read_marker(line) is not None
    if match["mark"] == "、":
        return read_marker(line) is not None or re.search("[、，和及与]", line[match.end() :]) is not None
    return False


# What stands behind the name of a field is short.
_A_FIELD = 48

# 「下列事项应当公开。」, 「会议决定」; 「10万元以下的」 announces nothing.
_LEADS = lazy.pattern(
    r"(?:(?:下列|(?<![元人名岁级%％个日年月天次度])以下(?!简称|的|人员|单位))[^，。；：,;:\n]{2,14}|(?:通知|公告|通报|报告|汇报|总结|公示|公布|答复|批复|说明|规定|安排|告知|意见|建议|决定|情况)如下|(?:^|[，。])会议(?:决定|议定|要求|强调|指出|明确|认为))(?P<mark>。?)$"
)


def _leads_to_items(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A line that announces what the next ones number, and ends in a stop or in nothing."""
    for (offset, line), (_, following) in zip(passage.prose, passage.prose[1:], strict=False):
        match = _LEADS.search(line[-_SEEN:])
        if match is None:
            continue
        marker, own = read_marker(following), read_marker(line)
        if marker is None or marker[1] != 1 or (own is not None and own[0] == marker[0]):
            continue
        # Chapters may follow a whole sentence, the items of one sentence may not.
        if match["mark"] and following[-1] not in "；;、，,":
            continue
        end = offset + len(line)
        start = end - 1 if match["mark"] else end - 2
        right = "：" if match["mark"] else line[-2:] + "："
        yield rule.finding(passage, start, end, "引出下面各条，末尾用冒号。", suggestion=right)


_SEEN = 24
_ASKS = "什么|怎样|怎么|如何|为何|为什么|哪些|哪里|哪个|哪类|谁|多少|多久|多长时间|几天|是否|能否|可否|有没有|能不能|可不可以|要不要|吗|呢"
_ASKED = lazy.pattern(
    either(rf"[ \t\u3000]*问：[^。？；\n]{{0,60}}(?:{_ASKS})[^。？；\n]{{0,24}}?(?P<mark>[。；，]?)$")
)


def _asked(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「问：超过汛限水位怎么办。」"""
    for offset, line in passage.prose:
        match = _ASKED.match(line)
        if match is None:
            continue
        end = offset + len(line)
        start = end - 1 if match["mark"] else end - 2
        severity = rule.severity if match["mark"] else "info"
        right = "？" if match["mark"] else line[-2:] + "？"
        yield rule.finding(passage, start, end, "这是问话，末尾用问号。", suggestion=right, severity=severity)


_SPOKEN = "说|道|问|答|喊|表示|坦言|介绍|介绍说|感慨|感叹|告诉记者|写道|指出|强调|要求|认为"
_OPENS_QUESTION = "怎样|如何|怎么|为什么|为何|怎样才能"


def _answers_itself(passage: Passage, match: re.Match[str]) -> bool:
    """「如何……，是……的关键。」 says something; so does a heading."""
    said = match[0]
    return re.search("[，,]|关键|问题|取决|决定|要看|都|也|就|是$|见|步骤|方法", said) is not None


RULES = (
    Rule(
        name="punctuation.field_mark",
        category=_MARK,
        severity="warning",
        explain="「地点；会议室」「联系电话。0000」：名目和内容之间用冒号（GB/T 15834—2011 第4.7条）。",
        fires="时间：4月2日\n地点；村委会会议室",
        passes="时间：4月2日\n地点：村委会会议室\n时间、地点另行通知。",
        find=anchored(
            "时间 地点 主持 记录人 人员 议题 联系人 电话 传真 地址 邮编 邮箱 方 申请人 期限 时限 标准",
            _wrong_field,
        ),
    ),
    Rule(
        name="punctuation.lead_stopped",
        category=_MARK,
        severity="warning",
        explain="「下列事项应当公开」「会议决定」「现将有关事项通知如下」引出下面编了号的各条，末尾用冒号，不空着；各条用分号时，也不用句号。",
        fires="第三条　下列事项应当公开。\n（一）机构职能；\n（二）办事程序。",
        passes="第三条　下列事项应当公开：\n（一）机构职能；\n（二）办事程序。\n10万元以下的由村决定。\n一、工作安排",
        find=anchored("如下 以下 下列 会议", _leads_to_items),
    ),
    Rule(
        name="punctuation.asked_without_mark",
        category=_MARK,
        severity="warning",
        explain="「问：……怎么办。」是问话，末尾用问号（GB/T 15834—2011 第4.2条）。",
        fires="问：水库超过汛限水位怎么办。\n答：按调度指令泄洪。",
        passes="问：水库超过汛限水位怎么办？\n答：按调度指令泄洪。",
        find=anchored("问： 问:", _asked),
    ),
    Rule(
        name="punctuation.question_stopped",
        category=_MARK,
        severity="info",
        explain="「怎样才能把工作做好。」自成一句问话，末尾用问号。",
        fires="怎样才能把这项工作做好。我认为要抓好三点。",
        passes="怎样才能把这项工作做好？我认为要抓好三点。如何发挥作用，是当前的关键。如何缴费见说明。",
        find=searching_either(
            rf"(?:^|(?<=[。；！？\n]))[ \t\u3000]*(?:那么，)?(?:{_OPENS_QUESTION})[^。；！？：\n]{{4,40}}(?P<mark>[。；])(?=[{HAN}])",
            "这句话在问，末尾用问号。",
            suggestion="？",
            near="怎样 如何 怎么 为什么 为何",
            unless=_answers_itself,
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.quoted_sentence_led",
        category=_MARK,
        severity="info",
        explain="「群众高兴地说“……。”」「会议强调“……。”」：引用一整句话，前面用冒号（GB/T 15834—2011 第4.7条）。",
        fires="会议强调“要坚决守住安全生产底线，不能有丝毫松懈。”",
        passes="会议强调：“要坚决守住底线。”群众称赞说“好”。通知要求“应公开尽公开”。提出“两个维护”的要求。",
        find=searching_either(
            rf"(?<![所常俗也即只])(?P<mark>{_SPOKEN})(?=“[^“”\n]{{5,120}}[。！？]”)|(?P<mark2>表示|坦言|介绍说|感慨|感叹|写道)(?=“[^“”\n]{{4,60}}，[^“”\n]{{2,60}}”[。！\n])",
            "引用一整句话，前面用冒号。",
            suggestion="{}：",
            near=" ".join(f"{word}“" for word in _SPOKEN.split("|")),
        ),
    ),
    Rule(
        name="punctuation.item_led_by_verb",
        category=_MARK,
        severity="warning",
        explain="「存在的主要问题有一是……，二是……」：引出分条内容的「有」「是」「为」后面用冒号。",
        fires="存在的主要问题有一是通道堵塞，二是灭火器过期。",
        passes="存在的主要问题有：一是通道堵塞，二是灭火器过期。问题一是人手少，二是经费紧。",
        find=searching_either(
            rf"[{HAN}](?:问题|困难|不足|原因|任务|做法|措施|特点|目的|重点|表现)(?:主要)?(?P<mark>有|是|为|包括|表现在|体现在)(?=一是[^一\n]{{2,120}}二是)",
            "引出下面各项，「{}」后面用冒号。",
            suggestion="{}：",
            near="有一是 是一是 为一是 包括一是 在一是",
        ),
    ),
    Rule(
        name="punctuation.duties_comma",
        category=_MARK,
        severity="info",
        explain="「便民服务中心职责，负责……」：名目后面引出内容，用冒号。",
        fires="便民服务中心职责，负责社保、民政等事项受理。",
        passes="便民服务中心职责：负责社保、民政等事项受理。明确工作职责，负责人带头。",
        find=searching_either(
            rf"(?:^|(?<=[。；\n]))[ \t\u3000]*[{HAN}]{{2,10}}(?:中心|办公室|办|局|所|站|组|人|员|长|主任|书记)(?:主要|工作|岗位)?职责(?P<mark>[，。；])(?=负责(?!人|任)|承担|协助|组织|贯彻|执行)",
            "引出职责的内容，用冒号。",
            suggestion="：",
            near="职责， 职责。 职责；",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.greeting_comma",
        category=_MARK,
        severity="info",
        explain="讲话、书信开头的称呼后面用冒号（GB/T 15834—2011 第4.7条）。",
        fires="同志们，\n今天我们召开政务公开培训会。",
        passes="同志们：\n今天我们召开政务公开培训会。同志们，让我们携起手来。",
        find=searching_either(
            rf"(?:^|(?<=\n))[ \t\u3000]*(?:同志们|各位(?:领导|代表|委员|同志|来宾|乡亲|老师|家长)(?:、[^，。；：\n]{{2,8}}){{0,4}}|尊敬的[{HAN}、]{{2,20}}|[{HAN}]{{1,3}}(?:委员|代表|同志|先生|女士)|[广大{HAN}]{{2,6}}(?:朋友们|居民朋友|村民朋友))(?P<mark>[，。；、])(?=[ \t]*\n)",
            "称呼后面用冒号。",
            suggestion="：",
            near="同志 各位 尊敬的 委员 代表 先生 女士 朋友",
        ),
    ),
)
