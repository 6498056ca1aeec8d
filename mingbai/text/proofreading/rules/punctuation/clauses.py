"""Marks between clauses: after who speaks, who presides, what begins a time; before a list, and between what belongs together."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._either import searching_either

_POST = "(?:副?(?:书记|镇长|乡长|区长|县长|局长|主任|校长|部长|院长|所长|站长|组长))"
_MEANS = "形式|方式|渠道|途径|平台|载体|手段|媒体|办法|措施|方法"
_LABEL = "时间|地点|地址|方式|对象|范围|电话|单位|内容|形式|程序|期限|标准|依据|人员"
_LABELLED = lazy.pattern(rf"(?:^|[\n。；;])[{HAN}]{{2,4}}(?:{_LABEL})[：:][^：:\n]{{2,40}}[；;。]$")
_LIST_BEGINS = r"\s*(?:一是|[（(]一[）)]|1[.、]|①|一、)"


def _even(_: Passage, match: re.Match[str]) -> bool:
    """A list with one kind of mark is in order."""
    words = match["mark"]
    return not (("，" in words or "," in words) and "、" in words)


RULES = (
    Rule(
        name="punctuation.list_of_means",
        category="punctuation_misuse",
        severity="warning",
        explain="「通过公开栏、广播、会议等形式」：并列的词语中间用顿号，不混用逗号。",
        fires="镇政府通过公开栏，广播、会议等形式公开政务。",
        passes="镇政府通过公开栏、广播、会议等形式公开政务。通过学习，各村、各站所等形式多样。",
        find=searching_either(
            rf"(?:通过|利用|运用|借助|采取|采用)(?P<mark>[{HAN}“”]{{2,8}}(?:[、，](?!并|以|不|对|由|在|各|我|全|使|让|还|通过|利用|采取|采用|同时|充分|进一步|切实|加强)[{HAN}“”]{{2,8}}){{1,9}}?)等(?:多种|各种|不同|几种)?(?:{_MEANS})",
            "并列的词语之间应当用顿号。",
            suggestion="改用顿号",
            near="通过 利用 运用 借助 采取 采用",
            unless=_even,
        ),
    ),
    Rule(
        name="punctuation.posts_in_a_row",
        category="punctuation_misuse",
        severity="warning",
        explain="「镇党委书记、镇长多次主持会议」：并列的职务中间用顿号。",
        fires="镇党委书记，镇长多次主持召开会议。",
        passes="镇党委书记、镇长多次主持召开会议。组长由书记担任，镇长亲自抓。",
        find=searching_either(
            rf"(?:^|(?<=[。；\n\u3000 ]))[{HAN}]{{0,8}}?(?:副?书记|主任|局长|校长)(?P<mark>，)[{HAN}]{{0,4}}{_POST}(?=多次|亲自|带队|分别|一起|出席|参加|主持|率队|带头|等)",
            "并列的职务之间应当用顿号。",
            suggestion="、",
            near="书记， 主任， 局长， 校长，",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.after_speaking",
        category="punctuation_misuse",
        severity="warning",
        explain="「会议强调」「会议要求」后面用逗号或冒号，不用句号、分号。",
        fires="会议强调。各村要把村务公开作为大事来抓。",
        passes="会议强调，各村要抓好村务公开。这一点县委多次强调。工作按照会议要求。",
        find=searching_either(
            r"(?:^|(?<=[。；\n\u3000 ]))(?:会议|通知|意见|文件|方案|条例|讲话)(?:还)?(?:强调|指出|要求|认为|提出|决定|明确|规定)(?P<mark>[。；])(?=[^\n]{6})",
            "话还没有说完，这里应当用逗号或冒号。",
            suggestion="，",
            near="强调。 指出。 要求。 认为。 提出。 决定。 明确。 规定。 强调； 指出； 要求； 认为； 提出； 决定； 明确； 规定；",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.meeting_cut_off",
        category="punctuation_misuse",
        severity="warning",
        explain="「召开会议，研究部署」是一句话，中间用逗号，不用句号。",
        fires="镇长多次主持召开会议。研究部署政务公开工作。",
        passes="镇长多次主持召开会议，研究部署政务公开工作。3月召开会议。研究制定了方案的村有3个。",
        find=searching_either(
            r"(?:召开|主持召开|组织召开)[^，。；\n]{0,16}(?:会议|专题会|例会|推进会|动员会|座谈会|党委会|班子会)(?P<mark>。)(?=(?:专题|认真|具体)?(?:研究(?:部署|整改措施|落实措施|讨论|解决)|安排(?:部署|落实)|研究部署|安排部署|研究解决|研究讨论|部署安排|传达学习|学习传达|听取汇报|讨论研究|统一思想))",
            "句子没有说完，这里应当用逗号。",
            suggestion="，",
            near="会议。 会。",
        ),
    ),
    Rule(
        name="punctuation.before_first_item",
        category="punctuation_misuse",
        severity="warning",
        explain="「主要包括」「存在的问题」引出分条的内容，后面用冒号，不用逗号、分号。",
        fires="公开内容主要包括，一是政策法规；二是办事程序。",
        passes="公开内容主要包括：一是政策法规；二是办事程序。公开要及时，一是方便群众，二是接受监督。",
        find=searching_either(
            rf"(?:包括|包含|分为|有以下(?:几个?|[两三四五六])?方面|做法是|措施是|重点是|原因是|(?:存在的?|主要)(?:问题|原因|做法|措施|内容|任务))(?P<mark>[，；;,])(?={_LIST_BEGINS})",
            "引出下文，这里应当用冒号。",
            suggestion="：",
            near="包括， 包括； 包含， 包含； 分为， 分为； 方面， 方面； 做法是， 措施是， 重点是， 原因是， 问题； 问题， 原因； 原因， 做法； 做法， 措施； 措施， 内容； 内容， 任务； 任务， 包括; 问题; 包括, 问题,",
        ),
    ),
    Rule(
        name="punctuation.label_mark",
        category="punctuation_misuse",
        severity="warning",
        explain="「公开时间：……；公开地点：……」：名目后面都用冒号。",
        fires="公开时间：每季度一次；公开地点；镇政务公开栏、村务公开栏。",
        passes="公开时间：每季度一次；公开地点：镇政务公开栏。公布内容：时间；地点；人员。",
        find=searching_either(
            rf"(?<=[；。])[{HAN}]{{2,4}}(?:{_LABEL})(?P<mark>[；，])(?=[{HAN}]{{3}})",
            "名目后面应当用冒号。",
            suggestion="：",
            near=" ".join(f"{label}{mark}" for label in _LABEL.split("|") for mark in "；，"),
            unless=lambda passage, match: (
                _LABELLED.search(passage.text[max(match.start() - 60, 0) : match.start()]) is None
            ),
        ),
    ),
    Rule(
        name="punctuation.pause_after_time",
        category="punctuation_misuse",
        severity="warning",
        explain="「2009年以来」「为此」「其中」和后面、前面的话之间用逗号，不用顿号。",
        fires="2009年以来、全镇共投入资金15万元。",
        passes="2009年以来，全镇共投入资金15万元。改革开放以来、党的十八大以来的成就，目前、今后一个时期的任务。",
        find=searching_either(
            r"(?:(?:\d{4}年|今年|去年|近年|几年|一年|换届|成立|开展|实施)以?来|为此|因此|与此同时|一年中|近几年)(?P<mark>、)(?=(?:全[镇乡县区市局村校]|我[镇乡县区市局村校们]|[镇乡县区市局村]|各|共|累计|公开|在|先后))|(?P<mark2>、)(?=其中[，：:])",
            "这里应当用逗号。",
            suggestion="，",
            near="来、 此、 同时、 年中、 几年、 、其中",
        ),
    ),
    Rule(
        name="punctuation.verb_and_quotation",
        category="punctuation_misuse",
        severity="warning",
        explain="「做到“三个结合”」：动词和后面引号里的宾语之间不用标点。",
        fires="我们注重做到，“三个结合”：与党务公开相结合。",
        passes="我们注重做到“三个结合”。群众说，“公开栏办得好”。工作已经做到，“三公”经费也公开了。",
        find=searching_either(
            r"(?:做到|实现|坚持|落实|实行|推行|开展|形成|建立|采取|突出|围绕|按照)了?(?P<mark>[，、：])(?=“[一二三四五六七八九十两](?:个|项|种|大|级|到|公|本|对|条|结|统|化|审|议)[^”\n]{0,10}”)",
            "动词和宾语之间多了「{}」。",
            suggestion="删去",
            near="到，“ 现，“ 持，“ 实，“ 行，“ 展，“ 成，“ 立，“ 取，“ 了，“ 出，“ 绕，“ 照，“ 到、“ 持、“ 行、“ 到：“ 持：“",
            unless=lambda passage, match: "公”" in passage.text[match.end() : match.end() + 6],
        ),
    ),
    Rule(
        name="punctuation.stock_pairs",
        category="punctuation_misuse",
        severity="warning",
        explain="「行政复议、行政诉讼」「知情权、参与权、监督权」是并列的词，中间用顿号。",
        fires="没有发生因政府信息公开引起的行政复议，行政诉讼案件。",
        passes="没有发生行政复议、行政诉讼案件。无行政复议，行政诉讼1件。保障群众的知情权，监督权也得到落实。",
        find=searching_either(
            r"(?:(?:引起|引发|申请|提起)的?|^[六七八九]、)行政复议(?P<mark>，)(?=(?:提起)?行政诉讼(?:案件|情况|的|等|[。，；]))|(?:知情权|参与权|表达权)(?P<mark2>，)(?=(?:参与权|表达权|监督权|选择权)(?:[、，和及。；]))|(?:公开|公平)(?P<mark3>，)(?=(?:公平|公正)(?:、|的原则|原则))",
            "并列的词语之间应当用顿号。",
            suggestion="、",
            near="复议， 情权， 与权， 达权， 公开，公 公平，公",
        ),
    ),
    Rule(
        name="punctuation.posts_run_on",
        category="punctuation_misuse",
        severity="warning",
        explain="「镇长任组长，分管副镇长任副组长」：说完一个人，下一个人前面要有逗号。",
        fires="由镇长任组长分管副镇长任副组长。",
        passes="由镇长任组长，分管副镇长任副组长。以镇长为组长的领导小组由各站所负责人任成员。",
        find=searching_either(
            rf"(?:任|为|担任)(?P<mark>组长|主任|指挥长|总指挥)(?=(?!的|办公室|兼)[{HAN}]{{2,14}}(?:任|为|担任)(?:副组长|副主任|成员|副指挥长|委员))",
            "「{}」后面漏了逗号。",
            suggestion="{}，",
            near="任组长 为组长 任主任 为主任 任指挥长 为指挥长 任总指挥",
        ),
    ),
)
