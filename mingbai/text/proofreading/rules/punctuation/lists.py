"""Lists whose marks disagree, told by what counts or frames them; marks where a clause goes on or is only set aside."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._either import searching_either
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import lines_with, waiting_for

# 「概况类信息26条，政务动态信息260条、目录信息56条」: figures of one kind, side by side.
_LABEL = rf"(?!在|其中|含|全年|共)[{HAN}“”（）]{{2,16}}?(?P<tail>类信息|类文件|信息|类)(?:共|计|约|达)?\d{{1,7}}(?P<unit>余?[条件个项份])"
_COUNTED = lazy.pattern(rf"(?<![{HAN}“”（）])(?:其中)?{_LABEL}(?P<mark>[，、；,;])")
_LAST_COUNTED = lazy.pattern(rf"{_LABEL}(?=[。；，,;]|$)")
_FIGURES = waiting_for(tuple(f"{unit}{mark}" for unit in "条件个项份" for mark in "，、；,;"))


def _uneven_figures(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end in lines_with(passage, _FIGURES):
        at = start
        while first := _COUNTED.search(passage.text, at, end):
            run = [first]
            while (
                (following := _COUNTED.match(passage.text, run[-1].end(), end))
                and not following.group().startswith("其中")
                and _same_kind(first, following)
            ):
                run.append(following)
            at = run[-1].end()
            last = _LAST_COUNTED.match(passage.text, at, end)
            marks = [match["mark"] for match in run]
            if len(run) < 2 or last is None or not _same_kind(first, last) or len(set(marks)) == 1:
                continue
            odd = min(marks, key=lambda mark: (marks.count(mark), -marks.index(mark)))
            place = run[marks.index(odd)].start("mark")
            said = f"同类的各项之间，别处用「{next(mark for mark in marks if mark != odd)}」，这里却用「{odd}」。"
            # Of two marks either may be meant: the second may divide what the first one lists.
            severity = rule.severity if len(run) > 2 else "info"
            yield rule.finding(
                passage, place, place + 1, said, suggestion="统一用一种标点", severity=severity
            )


def _same_kind(first: re.Match[str], other: re.Match[str]) -> bool:
    return first["tail"][-2:] == other["tail"][-2:] and first["unit"].lstrip("余") == other["unit"].lstrip(
        "余"
    )


# 「设有民政、社保、计生，国土四个窗口」: the figure counts the items, so that all of them are items.
_LISTED = lazy.pattern(rf"[{HAN}]{{2,10}}(?:[、，,][{HAN}]{{2,8}}){{1,9}}$")
_FIGURE = lazy.pattern(
    rf"等?(?P<figure>[两二三四五六七八九十]|\d{{1,2}})(?:[个项类种家大座条]|部门|方面)(?=[{HAN}])"
)
_MIXED = lazy.pattern("(?=[^，,]*[，,])(?=[^、]*、)")
_SUMS = waiting_for(
    tuple(f"{figure}{unit}" for figure in "两二三四五六七八九十345678" for unit in "个项类种家大")
)


def _summed(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end in lines_with(passage, _SUMS):
        for match in _FIGURE.finditer(passage.text, start, end):
            begin = max(start, match.start() - _LONGEST_LIST)
            listed = _LISTED.search(passage.text[begin : match.start()])
            if listed is None or not _MIXED.match(listed.group()):
                continue
            words = listed.group()
            figure = 2 if match["figure"] == "两" else chinese_number(match["figure"]) or 0
            figure = int(match["figure"]) if match["figure"].isdecimal() else figure
            items = re.split("[、，,]", words)
            if len(items) == figure >= 3 and _are_names(items):
                at = begin + listed.start() + min(words.find(mark) for mark in "，," if mark in words)
                yield rule.finding(passage, at, at + 1, "并列的词语之间应当用顿号。", suggestion="、")


_LONGEST_LIST = 60


def _are_names(items: list[str]) -> bool:
    """Short words without a verb or a particle; the first may have the verb that governs them all."""
    return all(
        len(item) <= _SHORT_ITEM and not (_NO_NAME.search(item) or _DEED.match(item)) for item in items[1:]
    )


_SHORT_ITEM = 4
_NO_NAME = lazy.pattern(
    "[在的后前以凭经并每为使和及与或把被从向对给到上下]|独|只|仅|历时|为期|用时|利用|通过|进行"
)
# No member of a list begins so, but a clause of its own.
_VERBS = "并|及|以|不|要|让|使|对|由|在|按|接|确|做|加|推|实|落|严|切|进|有|为|从|全|坚|是|其|将|把|公开|公布|开展|建立|完善|强化|明确|规范|形成|达到|组织|提高|提升|主动|主要|涉及|包括|充分|积极|认真|及时|方便|保障|保证|努力|力争|深入|广泛|定期|通过|根据|结合|采取|利用|每|各|均|都|逐|共|同|如|可|应|须|请|也|还|更|但|而|因|便|自觉|赢得|受到|得到|取得|促进|维护|增强|较|基本|切实|凡|真正|设|派|印|发|张贴|悬挂|接受"
_FRAMED = rf"(?:包括|包含|涉及|涵盖|分为|内容有|内容是|形式有|载体有|范围为|分别为|设有)[：:]?(?P<mark>[{HAN}]{{2,8}}(?:[、，](?!{_VERBS})(?:(?!等[，,])[{HAN}]){{2,8}}){{2,12}}?(?:(?:以及|[及和])[{HAN}]{{0,8}}(?=[。；])|等(?=[，,])|等[{HAN}]{{0,8}}(?=[。；])))"
_DEED = lazy.pattern(_VERBS)
_NEW_CLAUSE = lazy.pattern("，[^、，]+[是为有]")
_WHO_IS_IN = r"(?:办|所|站|局|科|股|室|中心|委|会)(?P<mark>、)(?:主要|有关|相关)?(?:负责人|负责同志|主要领导)(?:为|组成|参加|任|是)"
_AFTER_ASIDE = r"(?:^|(?<=[。；，\n\u3000 ]))(?:据统计|据了解|据测算|与此同时|同时|目前|此外|另外|其中|截至目前|总之)(?P<mark>[：:；;])(?=[^\n“《一（(]{4})"
_GOES_ON = r"(?<=[^。\n]{8})(?P<mark>。)(?=并(?:根据|对|将|把|及时|按|结合|组织|安排|要求|于|在|由|以|不断|积极|制[定订]|建立|成立|明确|多次|做|就|向|通过|严格|认真|进一步))"
_ASIDE_SET_OFF = r"(?P<mark>。)[（(](?:其中|含|包括|不含|详见|见|注)[^（()）\n]{2,60}[）)]。"
_NO_QUESTION = r"(?:什么|怎样|哪些|何种)[^。，？?\n]{1,10}(?P<mark>[？?])(?=(?:都|均|也要|也应)[^。\n]{2})"
_TELLS_ON = (
    r"(?:任|兼任|担任|设在[^，。；\n]{2,12})(?P<mark>；)(?=(?:具体)?负责(?:日常|具体|全镇|全局|组织|协调))"
)
_INTRODUCES = r"(?:做法|措施|内容|原因|问题|体会|经验|要求|任务|重点|特点|表现|打算|原则)(?:主要)?(?:是|有|为|如下)(?P<mark>[；;])(?=\s*(?:一是|一、|[（(]一[）)]|1[.、]|①))"
_PAUSE_THEN_DEED = rf"(?<=[{HAN}]{{2}})(?P<mark>、)(?:促进|推动|推进|增强|提高|提升|维护|保障|保证|方便|密切|调动|赢得|取得|得到|受到|实现|改善|加快|防止|避免|杜绝|减少|缩短|规范|完善|制定|设立|成立|明确)了"
_SIGNED = lazy.pattern(
    r"[^，；：。\n]{2,24}(?:局|政府|委员会|办公室|办事处|委员会|学校|医院|中心)(?P<mark>。)$"
)
_DAY = lazy.pattern(r"(?:20\d\d|二[〇○零])\S{2,12}日?$")


def _stop_after_signature(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「平湖区卫生健康局。」 above the day."""
    for (offset, line), (_, following) in zip(passage.prose, passage.prose[1:], strict=False):
        match = _SIGNED.match(line) if line[-1] == "。" and len(line) <= _LONGEST_NAME else None
        if match and _DAY.match(following):
            at = offset + match.start("mark")
            yield rule.finding(passage, at, at + 1, "落款后面不用句号。", suggestion="删去")


_LONGEST_NAME = 26


def _bare_inside(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「1充分……2加强……」 in one paragraph: two numbers in a row that stand after a stop and lost their mark."""
    found = list(_BARE.finditer(passage.text, passage.start, passage.end))
    for place, match in enumerate(found):
        number = int(match["mark"])
        near = [int(other["mark"]) for other in found[max(place - 1, 0) : place + 2] if other is not match]
        marked = f"{number - 1}、" in passage.text[max(match.start() - 200, 0) : match.start()]
        if number + 1 in near or number - 1 in near or marked:
            said = f"序号「{number}」后面漏了标点。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{number}.")


_BARE = lazy.pattern(
    rf"(?<=[。；：! ])(?P<mark>[1-9])(?=[{HAN}]{{3}})(?![个项条件次人名户类级点份期篇家处所村乡镇县市省岁元万亿千百十亩米时分秒届轮批场块年月日号天周季至到时对楼栋组室座台辆张卡网]|公[里斤顷分])"
)
_STOPS_BEFORE_DIGITS = waiting_for(tuple(f"{stop}{digit}" for stop in "。；： " for digit in "23456"))


_ENDS_OF_NAMES = waiting_for(tuple(f"{end}。\n" for end in "局府会室处校院心"))


RULES = (
    Rule(
        name="punctuation.uneven_figures",
        category="punctuation_misuse",
        severity="warning",
        explain="「……信息26条，……信息60条、……信息56条」：同类的数字排在一起，中间的标点要一样。",
        fires="其中概况类信息26条，政务动态信息260条、目录信息56条。",
        passes="其中概况类信息26条、动态信息260条、目录信息56条。全年公开信息120条、动态36条；受理申请3件。",
        find=Waiting(_FIGURES, _uneven_figures),
    ),
    Rule(
        name="punctuation.summed_list",
        category="punctuation_misuse",
        severity="warning",
        explain="「民政、社保、计生，国土四个窗口」：后面数出了几个，前面的几项之间都用顿号。",
        fires="中心设有民政、社保、计生，国土四个窗口。",
        passes="中心设有民政、社保、计生、国土四个窗口，群众满意。加强领导、落实责任，完善三项制度。",
        find=Waiting(_SUMS, _summed),
    ),
    Rule(
        name="punctuation.framed_list",
        category="punctuation_misuse",
        severity="warning",
        explain="「包括」「涉及」后面并列的词语，中间用顿号，不忽然换成逗号。",
        fires="公开范围包括镇机关，站所、学校、卫生院及各村。",
        passes="公开范围包括镇机关、站所、学校及各村。内容包括预算、决算，接受群众、社会的监督。",
        find=searching_either(
            _FRAMED,
            "并列的词语之间应当用顿号。",
            suggestion="、",
            near="包括 包含 涉及 涵盖 分为 内容有 内容是 形式有 载体有 范围为 分别为 设有",
            unless=lambda _, match: (
                _MIXED.match(match["mark"]) is None or _NEW_CLAUSE.search(match["mark"]) is not None
            ),
        ),
    ),
    Rule(
        name="punctuation.offices_heads",
        category="punctuation_misuse",
        severity="warning",
        explain="「党政办、财政所、民政办负责人为成员」：最后一个部门和「负责人」之间不用顿号。",
        fires="党政办、财政所、民政办、负责人为成员。",
        passes="党政办、财政所、民政办负责人为成员，办公室、主要领导的意见。",
        find=searching_either(
            _WHO_IS_IN,
            "「负责人」前面多了顿号。",
            suggestion="删去",
            near="、负责人 、主要负责人 、有关负责人 、相关负责人 、负责同志 、主要领导",
        ),
    ),
    Rule(
        name="punctuation.after_aside",
        category="punctuation_misuse",
        severity="warning",
        explain="「据统计」「同时」「目前」「其中」后面用逗号，不用冒号、分号。",
        fires="据统计：全年共公开信息342条。",
        passes="据统计，全年共公开信息342条。其中：一是领导重视。",
        find=searching_either(
            _AFTER_ASIDE,
            "这里应当用逗号。",
            suggestion="，",
            near="统计： 统计: 了解： 测算： 同时： 同时: 目前： 目前: 此外： 另外： 总之： 统计； 同时； 目前； 此外； 另外； 其中；",
        ),
    ),
    Rule(
        name="punctuation.stop_before_and",
        category="punctuation_misuse",
        severity="info",
        explain="「并」接着前面的话说，前面用逗号，不用句号。",
        fires="镇政府召开会议对政务公开工作进行了部署。并根据人员变动及时调整了领导小组。",
        passes="镇政府召开会议进行了部署，并根据人员变动作了调整。并非所有信息都能公开。",
        find=searching_either(
            _GOES_ON, "「并」接着前面的话说，这里应当用逗号。", suggestion="，", near="。并"
        ),
    ),
    Rule(
        name="punctuation.stop_before_note",
        category="punctuation_misuse",
        severity="warning",
        explain="括号里补充说明前面的话，句号放在括号后面，前面不用。",
        fires="总投资54万元。（其中财政奖补36万元，村民筹资18万元）。",
        passes="总投资54万元（其中财政奖补36万元，村民筹资18万元）。",
        find=searching_either(_ASIDE_SET_OFF, "括号前面多了句号。", suggestion="删去", near="。（ 。("),
    ),
    Rule(
        name="punctuation.no_question",
        category="punctuation_misuse",
        severity="warning",
        explain="「公开什么、怎样公开，都要……」是陈述句，中间不用问号。",
        fires="公开什么内容，采取什么形式？都要从实际出发。",
        passes="公开什么内容、采取什么形式，都要从实际出发。公开什么？怎样公开？",
        find=searching_either(
            _NO_QUESTION,
            "陈述句里不用问号。",
            suggestion="，",
            near="？都 ？均 ？也 ?都 ?均 ?也",
        ),
    ),
    Rule(
        name="punctuation.semicolon_in_clause",
        category="punctuation_misuse",
        severity="warning",
        explain="「由某人兼任，负责日常工作」说的是一件事，中间用逗号，不用分号。",
        fires="办公室主任由林业站站长兼任；负责日常工作。",
        passes="办公室主任由林业站站长兼任，负责日常工作；组长由镇长担任；成员由各站所负责人组成。",
        find=searching_either(
            _TELLS_ON, "这里应当用逗号。", suggestion="，", near="任；负责 任；具体负责 ；负责 ；具体负责"
        ),
    ),
    Rule(
        name="punctuation.leads_to_items",
        category="punctuation_misuse",
        severity="warning",
        explain="「做法是」「措施有」引出下文，后面用冒号，不用分号。",
        fires="我们的做法是；一是加强领导，二是完善制度。",
        passes="我们的做法是：一是加强领导，二是完善制度。主要问题有二；现分述如下。",
        find=searching_either(
            _INTRODUCES,
            "引出下文，这里应当用冒号。",
            suggestion="：",
            near="是； 有； 为； 如下； 是; 有; 为; 如下;",
        ),
    ),
    Rule(
        name="punctuation.pause_then_deed",
        category="punctuation_misuse",
        severity="info",
        explain="「密切了党群、干群关系，促进了依法行政」：另起一件事，前面用逗号，不用顿号。",
        fires="进一步密切党群、干群关系、促进了依法行政。",
        passes="进一步密切党群、干群关系，促进了依法行政。",
        find=searching_either(
            _PAUSE_THEN_DEED,
            "分句之间应当用逗号。",
            suggestion="，",
            near="、促进了 、推动了 、推进了 、增强了 、提高了 、提升了 、维护了 、保障了 、保证了 、方便了 、密切了 、调动了 、赢得了 、取得了 、得到了 、受到了 、实现了 、改善了 、加快了 、防止了 、避免了 、杜绝了 、减少了 、缩短了 、规范了 、完善了 、制定了 、设立了 、成立了 、明确了",
        ),
    ),
    Rule(
        name="punctuation.stop_after_signature",
        category="punctuation_misuse",
        severity="warning",
        explain="落款的单位名称后面不用句号。",
        fires="特此报告。\n平湖区卫生健康局。\n2020年9月10日",
        passes="特此报告。\n平湖区卫生健康局\n2020年9月10日",
        find=Waiting(_ENDS_OF_NAMES, _stop_after_signature),
    ),
    Rule(
        name="punctuation.bare_number_inside",
        category="punctuation_misuse",
        severity="warning",
        explain="一段里分条说的「1……2……」，序号后面漏了标点。",
        fires="整改情况：1充分发挥例会作用。2加强干部考核。",
        passes="整改情况：1.充分发挥例会作用。2.加强干部考核。全镇。3个村完成，4个村未完成。",
        find=Waiting(_STOPS_BEFORE_DIGITS, _bare_inside),
    ),
    Rule(
        name="punctuation.quotes_for_title",
        category="punctuation_misuse",
        severity="warning",
        explain="文件名称用书名号，不用引号、尖括号。",
        fires="镇政府印发了“关于进一步做好政务公开工作的通知”，对照<政务公开考核细则>自查。",
        passes="镇政府印发了《关于进一步做好政务公开工作的通知》，“五公开”制度，公开率<95%。",
        find=searching(
            rf"“关于[^“”。\n]{{4,50}}(?:通知|意见|办法|方案|决定|细则|规定|公告)”|(?<!《)[<〈＜](?!《)[{HAN}]{{4,40}}(?:通知|意见|办法|方案|细则|规定|条例|制度|法)[>〉＞]",
            "「{}」是文件名称，用书名号。",
            suggestion="改用《》",
            near="“关于 < 〈 ＜",
            unless=lambda passage, match: _inside_title(passage, match.start()),
        ),
    ),
    Rule(
        name="punctuation.ellipsis_and_etc",
        category="punctuation_misuse",
        severity="warning",
        explain="「……」和「等」意思一样，用一个就够了。",
        fires="低保评定、宅基地审批、危房改造……等，均及时公开。",
        passes="低保评定、宅基地审批、危房改造等，均及时公开。我们盼望着……等消息公布。",
        find=searching_either(
            rf"(?<=[{HAN}])……?等(?=[，。；、事方形内各多])",
            "省略号和「等」用一个就够了。",
            suggestion="等",
            near="…等",
        ),
    ),
    Rule(
        name="punctuation.range_and_date",
        category="punctuation_misuse",
        severity="info",
        explain="起止之间用「—」或「～」，不用两个长的破折号；年月日写「2012年5月8日」或「2012-05-08」，中间不用全角的点。",
        fires="今年3月——5月，镇纪委抽查。2012．5．8召开会议。",
        passes="今年3—5月，镇纪委抽查。2012年5月8日召开会议。公开为常态——2023年的实践。",
        find=searching(
            r"(?<=[\d月日])——(?=\d{1,4}[月日个号—年：:]|\d{1,2}[，。])|(?:19|20)\d\d．\d{1,2}．\d{1,2}",
            "「{}」的写法不合规范。",
            suggestion="改用「—」，或写成年月日",
            near="——0 ——1 ——2 ——3 ——4 ——5 ——6 ——7 ——8 ——9 ．1 ．2 ．3 ．4 ．5 ．6 ．7 ．8 ．9 ．0",
        ),
    ),
    Rule(
        name="punctuation.percent_twice",
        category="punctuation_misuse",
        severity="error",
        explain="百分号重复了。",
        fires="群众满意率99.2%％。",
        passes="群众满意率99.2%。",
        find=searching(r"(?<=\d)[%％]{2,}", "百分号「{}」重复。", suggestion="%", near="%% %％ ％% ％％"),
    ),
)


def _inside_title(passage: Passage, at: int) -> bool:
    """「《关于印发〈办法〉的通知》」: the inner marks are right there."""
    before = passage.text[max(passage.start, at - 60) : at].rpartition("\n")[2]
    return before.count("《") > before.count("》")
