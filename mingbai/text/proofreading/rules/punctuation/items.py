"""Marks that differ among the items of one list, stops that cut a sentence in two, marks that begin a paragraph."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.structure import is_heading
from mingbai.text.proofreading.triggers import lines_with, waiting_for

# On what the parts of a report end: 「概述、主动公开情况；收费情况」.
_PART = "概述|概况|情况|计划|打算|问题|措施|附表|附则|说明|事项|内容|建议|机制|安排|目录"
_STRUCTURE = lazy.pattern(
    r"(?:由|包括|包含|分为)(?P<parts>[^。\n]{8,220}?)(?:等)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})个?(?:大?部分|方面)(?:组成|构成|内容|情况|[。，,；;])|(?:全文|报告|年报|内容)(?:主要)?(?:包括|包含)(?P<open>[^。\n]{20,220}?(?:情况|事项|措施|问题)等?)(?=。)"
)
_PART_ENDS = lazy.pattern(rf"(?:{_PART})(?P<mark>[、，,；;])")
_HALF = str.maketrans(",;", "，；")


def _mixed_parts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「由概述，公开情况，下一步计划、附表等四个部分组成」: the marks after the parts are of two kinds."""
    for start, end in lines_with(passage, _PARTS):
        for match in _STRUCTURE.finditer(passage.text, start, end):
            counted = match["parts"] is not None
            begin, stop = match.span("parts" if counted else "open")
            marks = [part["mark"].translate(_HALF) for part in _PART_ENDS.finditer(passage.text, begin, stop)]
            if len(marks) >= 3 and len(set(marks)) > 1:
                said = f"并列的各部分之间，有的用「{marks[0]}」，有的用「{next(mark for mark in marks if mark != marks[0])}」，应当统一。"
                severity = rule.severity if counted else "info"
                yield rule.finding(
                    passage, begin, stop, said, suggestion="统一用顿号，项内有停顿的用分号", severity=severity
                )


_PARTS = waiting_for(
    tuple(
        f"{noun}{end}"
        for noun in ("部分", "方面")
        for end in ("组成", "构成", "内容", "情况", "。", "，", ",", "；", ";")
    )
    + ("情况等。", "情况。", "事项。", "事项等。", "措施等。", "问题等。")
)

_ORDINALS = "一二三四五六七八九"
_NEXT_ITEM = lazy.pattern(r"(?P<mark>[。；;，,])\s?(?P<nth>[二三四五六七八九])(?:是|要)")


def _mixed_items(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「一是……。二是……；三是……；」: one stop among the semicolons, or the other way round."""
    for start, end in lines_with(passage, _ITEMS):
        # 「一是……。二是……。」 starts anew in the next sentence; items of one list follow each other
        for run in _runs(list(_NEXT_ITEM.finditer(passage.text, start, end))):
            marks = ["；" if match["mark"] in "；;" else match["mark"] for match in run]
            odd = [place for place, mark in enumerate(marks) if marks.count(mark) == 1]
            if len(run) >= 2 and set(marks) == {"。", "；"} and odd:
                at = run[odd[0]].start("mark")
                said = f"各项之间有的用分号，有的用句号，这里的「{passage.text[at]}」和别处不一。"
                yield rule.finding(passage, at, at + 1, said, suggestion="各项之间统一用分号")


def _runs(found: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for match in found:
        if run and _ORDINALS.index(match["nth"]) != _ORDINALS.index(run[-1]["nth"]) + 1:
            yield run
            run = []
        run.append(match)
    yield run


_ITEMS = waiting_for(("二是", "二要", "三是", "三要"))


def _mark_first(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A paragraph that begins with a comma: what stood before it is lost, or the mark is one too many."""
    before = ""
    for offset, line in passage.prose:
        if line[0] in "，,、；;。：:" and len(line) > 8 and (not before or is_heading(before)):
            said = f"段落以「{line[0]}」开头，前面可能丢了文字。"
            yield rule.finding(passage, offset, offset + 1, said, suggestion="补上前面的文字，或删去这个标点")
        before = line


_NUMBERED = lazy.pattern(rf"(?P<mark>[，,])\s?(?P<nth>[2-9]|1\d)、(?=[{HAN}]{{2}})")


def _comma_before_number(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「1、……；2、……，3、……」: the item before the third ended with a comma."""
    for start, end in lines_with(passage, _PAUSED_NUMBERS):
        for match in _NUMBERED.finditer(passage.text, start, end):
            if f"{int(match['nth']) - 1}、" in passage.text[start : match.start()]:
                at = match.start("mark")
                yield rule.finding(passage, at, at + 1, "上一项到这里结束，不用逗号。", suggestion="；")


_PAUSED_NUMBERS = waiting_for(tuple(f"{mark}{nth}" for mark in "，," for nth in range(2, 10)))

_LOOSE_NUMBER = lazy.pattern(
    rf"(?:(?<=[。；：;:！])|(?<=\s))\s?(?P<nth>[1-9])(?=[{HAN}]{{3}})(?![年月日号个名人条次件户项亩元万亿位只头台套间处家村所级类期届篇字岁天周时分秒点米平千百多余本张栋座辆支部家大批起段层楼组镇乡县市省区科者旬册场轮遍里种份度]|公[里斤顷分])"
)


def _loose_numbers(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「整改情况：1充分发挥作用。2加强考核。」 inside one paragraph."""
    for offset, line in passage.prose:
        found = list(_LOOSE_NUMBER.finditer(line)) if _HAS_TWO.search(line) else []
        steps = [int(match["nth"]) for match in found]
        for place, match in enumerate(found):
            begins = steps[place] == 1 and steps[place + 1 : place + 2] == [2]
            goes_on = place > 0 and steps[place] == steps[place - 1] + 1
            if begins or goes_on or _between_items(passage, offset + match.start("nth"), steps[place]):
                start = offset + match.start("nth")
                said = f"序号「{match['nth']}」后面缺标点。"
                yield rule.finding(passage, start, start + 2, said, suggestion=f"{match['nth']}.")


_HAS_TWO = lazy.pattern(rf"[。；：;:！\s]\s?[2-9][{HAN}]")


def _between_items(passage: Passage, at: int, nth: int) -> bool:
    """Whether the items before and after are numbered with a mark: 「5、……。6工作期间……。7、……」."""
    before, after = passage.text[passage.start : at], passage.text[at : passage.end]
    return any(
        before.rfind(f"{nth - 1}{mark}") > before.rfind(f"{nth}{mark}") and f"{nth + 1}{mark}" in after
        for mark in "、.．"
    )


def _inside_marks(passage: Passage, match: re.Match[str]) -> bool:
    line = passage.text[max(passage.start, match.start() - 60) : match.start()].rpartition("\n")[2]
    return line.count("《") > line.count("》")


def _in_a_title(passage: Passage, match: re.Match[str]) -> bool:
    line = passage.text[max(passage.start, match.start() - 60) : match.start()].rpartition("\n")[2]
    return _inside_marks(passage, match) or not line.strip()


RULES = (
    Rule(
        name="punctuation.mixed_parts",
        category="punctuation_misuse",
        severity="warning",
        explain="报告由几部分组成，各部分之间的标点要一致：都用顿号；项内已有顿号的，都用分号。",
        fires="本报告由概述，主动公开情况，依申请公开情况，收费情况、下一步计划等五个部分组成。",
        passes="本报告由概述、主动公开情况、依申请公开情况、收费情况、附表等五个部分组成。",
        find=_mixed_parts,
    ),
    Rule(
        name="punctuation.mixed_items",
        category="punctuation_misuse",
        severity="info",
        explain="「一是……；二是……；三是……」各项之间的标点要一致，不能有的用分号，有的用句号。",
        fires="一是完成了验收工作。二是完成了检查；三是完成了兑付；四是开展了摸底。",
        passes="一是完成了验收工作；二是完成了检查；三是完成了兑付。",
        find=_mixed_items,
    ),
    Rule(
        name="punctuation.mark_first",
        category="punctuation_misuse",
        severity="info",
        explain="段落不能以逗号、顿号一类的标点开头，多半是前面的文字丢了。",
        fires="三、主动公开情况\n，对应该公开的信息，我局综合利用各类平台主动公开。",
        passes="三、主动公开情况\n对应该公开的信息，我局综合利用各类平台主动公开。",
        find=_mark_first,
    ),
    Rule(
        name="punctuation.comma_before_number",
        category="punctuation_misuse",
        severity="warning",
        explain="「1、……2、……」分条列举，每一条末尾用分号或句号，不用逗号。",
        fires="要做到：1、按时公布；2、注明依据，3、接受监督。",
        passes="要做到：1、按时公布；2、注明依据；3、接受监督。第1、2、3组，4、5组。",
        find=_comma_before_number,
    ),
    Rule(
        name="punctuation.loose_number",
        category="punctuation_misuse",
        severity="warning",
        explain="一段之内分条的序号，后面也要有「.」或「、」。",
        fires="整改情况：1充分发挥例会作用。2加强干部监督考核。",
        passes="整改情况：1.充分发挥例会作用。2.加强考核。共整改：3个村完成。2户未完成。",
        find=_loose_numbers,
    ),
    Rule(
        name="punctuation.short_parallels",
        category="punctuation_misuse",
        severity="warning",
        explain="「知情权、参与权、监督权」这样并列的短词之间用顿号，不用逗号。",
        fires="把知事权，议事权，监督权还给群众。",
        passes="把知事权、议事权、监督权还给群众。群众有知情权，干部有责任。",
        find=searching(
            rf"(?<![{HAN}])(?:把|将|群众|村民|保障|落实|提高|增强|扩大|公开|的)?(?P<mark>[{HAN}]{{1,3}}(?P<end>[权性度率费栏])[，,][{HAN}]{{1,3}}(?P=end)[，,、][{HAN}]{{1,3}}(?P=end))(?!利)"
            rf"|(?<=[{HAN}]权)(?P<mark2>[，,])(?=[{HAN}]{{1,3}}权[，,、和][{HAN}]{{1,3}}权)",
            "并列的短词之间应当用顿号。",
            suggestion="、",
            near="权， 权, 性， 性, 度， 度, 率， 率, 费， 费, 栏， 栏,",
        ),
    ),
    Rule(
        name="punctuation.comma_among_wants",
        category="punctuation_misuse",
        severity="warning",
        explain="「认识有待加强、力度有待加大、内容有待规范等问题」是一串并列的短语，中间都用顿号，或者都用逗号。",
        fires="存在工作认识有待进一步加强，工作力度有待进一步加大、公开内容有待进一步规范等问题。",
        passes="存在认识有待加强、力度有待加大、内容有待规范等问题，下一步要改进。",
        find=searching(
            rf"(?:有待|需要?|不够)[{HAN}]{{1,8}}(?P<mark>[，,])[{HAN}]{{2,10}}(?:有待|需要?|不够)[{HAN}]{{1,8}}、[{HAN}]{{2,10}}(?:有待|需要?|不够)[{HAN}]{{1,8}}等"
            rf"|(?:有待|需要?|不够)[{HAN}]{{1,8}}、[{HAN}]{{2,10}}(?:有待|需要?|不够)[{HAN}]{{1,8}}(?P<mark2>[，,])[{HAN}]{{2,10}}(?:有待|需要?|不够)[{HAN}]{{1,8}}等",
            "并列的短语之间，这里用逗号，别处用顿号，应当统一。",
            suggestion="、",
            near="有待 需 不够",
        ),
    ),
    Rule(
        name="punctuation.comma_before_last_item",
        category="punctuation_misuse",
        severity="info",
        explain="前面各项用顿号并列，最后一项前面也用顿号，再接「等」。",
        fires="做好材料送交、公开信息保密审查，信息更新发布等工作。",
        passes="做好材料送交、保密审查、信息更新发布等工作。完善制度、加强监督，切实做好审核等工作。",
        find=searching(
            rf"、[{HAN}]{{2,14}}(?:以及|和)?[{HAN}]{{0,10}}(?P<mark>[，,])(?![切主并及以不要让使对由在按接确做加推实落严进有为从全坚是其将把开建完强规形达组提涉包充积认及保努深广通根结采利每各均都如可应须请也还但而因])[{HAN}]{{4,10}}(?<!等)等(?=工作|必须|事项|内容|方面|信息|制度|情况|须|应|都|均|要)",
            "并列的最后一项前面用了逗号。",
            suggestion="、",
            near="等工作 等必须 等事项 等内容 等方面 等信息 等制度 等情况 等须 等应 等都 等均 等要",
        ),
    ),
    Rule(
        name="punctuation.title_without_marks",
        category="punctuation_misuse",
        severity="warning",
        explain="「根据」「按照」后面引的是文件名（关于……的通知、意见），要用书名号。",
        fires="根据关于党的基层组织实行党务公开的意见，制定本方案。",
        passes="根据《关于实行党务公开的意见》，制定本方案。根据关于加强领导的要求开展工作。",
        find=searching(
            rf"(?:根据|按照|依据|依照|遵照)(?:(?:上级|县委|县政府|市委|市政府|区委|区政府|省政府)的?)?(?P<mark>关于[{HAN}、]{{6,40}}?的(?:实施意见|若干意见|指导意见|意见|通知|办法|决定|实施方案|工作方案))(?=[，,。；;（(要精规])",
            "文件的名称要用书名号。",
            suggestion="《{}》",
            near="关于",
            unless=_inside_marks,
        ),
    ),
    Rule(
        name="punctuation.halves_alike",
        category="punctuation_misuse",
        severity="warning",
        explain="「和谐校园、和谐社会」「决策公开、过程公开」这样一半相同的并列词语，中间用顿号。",
        fires="做到决策公开，过程公开、结果公开，构建和谐校园，和谐社会以及文明环境。",
        passes="做到决策公开、过程公开、结果公开。规范公开，严格公开程序。全面公开，及时公开。",
        find=searching(
            rf"(?P<mark>[，,])(?<=(?P<head>[{HAN}]{{2}})[{HAN}]{{2}}[，,])(?P=head)[{HAN}]{{2}}(?=以及|、(?P=head))"
            rf"|(?P<mark2>[，,])(?<=[{HAN}]{{2}}(?P<tail>公开|管理|监督|建设|评议|决策|服务|教育)[，,])[{HAN}]{{2}}(?P=tail)(?=、|的精神|的要求|以及|等)",
            "并列的词语之间应当用顿号。",
            suggestion="、",
            near="， ,",
        ),
    ),
    Rule(
        name="punctuation.two_systems_joined",
        category="punctuation_misuse",
        severity="info",
        explain="「政务公开」「政府信息公开」是两项工作，连着写时中间要有顿号或「和」。",
        fires="扎实推进政务公开政府信息公开工作，政务公开办事公开是重大任务。",
        passes="扎实推进政务公开和政府信息公开工作。政务公开、办事公开。政务公开信息公示栏。",
        find=searching(
            r"(?:政务|党务|村务|校务|厂务|院务|居务|办事|财务|政府信息)(?P<mark>公开)(?:政务|党务|村务|校务|厂务|院务|居务|办事|财务|政府信息)公开(?!栏|网|平台|专栏|制度|目录|条例|工作(?:领导|实施|总结|汇报|要点|计划|方案|自查)|领导小组|整改|自查|实施|方案|总结|汇报|检查)",
            "两项工作之间缺顿号。",
            suggestion="公开、",
            near="公开政务公开 公开党务公开 公开村务公开 公开校务公开 公开厂务公开 公开院务公开 公开居务公开 公开办事公开 公开财务公开 公开政府信息公开",
        ),
    ),
    Rule(
        name="punctuation.pause_before_all",
        category="punctuation_misuse",
        severity="error",
        explain="「均应」「都要」前面的并列项已经结束，不再用顿号。",
        fires="各业务站、所、均应遵守规定。",
        passes="各业务站、所均应遵守规定。城乡、均等服务，人员、都市规划。",
        find=searching(
            r"(?P<mark>、)(?=(?:均|都)(?:应|要|须|由|能|已|按|得到|有所))",
            "「均」「都」前面多了顿号。",
            suggestion="删去顿号",
            near="、均 、都",
        ),
    ),
    Rule(
        name="punctuation.from_to_in_quotes",
        category="punctuation_misuse",
        severity="warning",
        explain="「从……到……」的两头各是一句引语，要各用一对引号。",
        fires="实现了从“要我公开到我要公开”的根本转变。",
        passes="实现了从“要我公开”到“我要公开”的根本转变。学习“从群众中来到群众中去”的路线。",
        find=searching(
            rf"从(?P<mark>“[{HAN}]{{2,10}}[向到][{HAN}]{{2,10}}”)(?=的?[{HAN}]{{0,4}}(?:转变|转型|跨越|转化))",
            "引号里是两句引语，要分开加引号。",
            suggestion="「到」前后各用一对引号",
            near="从“",
        ),
    ),
    Rule(
        name="punctuation.no_stop_at_force",
        category="punctuation_misuse",
        severity="warning",
        explain="「自公布之日起执行」是完整的一句话，末尾要有句号。",
        fires="十、本制度从公布之日起执行\n清溪镇人民政府",
        passes="十、本制度从公布之日起执行。\n本办法自公布之日起施行，有效期五年。",
        find=searching(
            r"本(?:制度|办法|规定|方案|细则|意见|条例|通知|章程|公约|守则|标准|规则|规程|公告)[^。；\n]{0,24}(?:之日|日|月)起(?P<mark>(?:执行|施行|实施|生效))(?=[ \t\u3000]*(?:\n|$))",
            "这句话末尾缺句号。",
            suggestion="{}。",
            near="起执行 起施行 起实施 起生效",
        ),
    ),
    Rule(
        name="punctuation.such_as_joined",
        category="punctuation_misuse",
        severity="info",
        explain="「还存在一些问题，如……」：「如」前面要有逗号。",
        fires="工作中还存在一些问题如宣传不够、业务不熟。",
        passes="工作中还存在一些问题，如宣传不够。存在问题如下。",
        find=searching(
            r"(?:一些|不少|许多|部分)(?:问题|不足|困难|差距|现象)(?P<mark>如)(?![下何此果实期数同能])",
            "「如」前面缺逗号。",
            suggestion="，如",
            near="问题如 不足如 困难如 差距如 现象如",
        ),
    ),
    Rule(
        name="punctuation.site_as_title",
        category="punctuation_misuse",
        severity="warning",
        explain="书名号用于书报刊物和文件，网站、公众号的名称不用书名号。",
        fires="在《光明日报》、《新华网》发表稿件12篇。",
        passes="在《光明日报》、新华网发表稿件12篇。执行《互联网》行动计划。",
        find=searching(
            rf"《[{HAN}]{{1,14}}(?:新华网|人民网|门户网站|政府网|新闻网|信息网|政务网|公众网|公众号|视频号|微博|抖音号|客户端|(?<=新华|人民|中国|光明|长江|安徽|四川)网)》|《(?:新华网|人民网|中新网|央视网|光明网|中国网)》",
            "网站的名称不用书名号。",
            suggestion="去掉书名号",
            near="网》 网站》 公众号》 视频号》 微博》 抖音号》 客户端》",
        ),
    ),
    Rule(
        name="punctuation.cut_in_two",
        category="punctuation_misuse",
        severity="info",
        explain="句号后面以「并将」「从而」「充分保障了」起头的半句话没有主语，应当接在上一句，用逗号。",
        fires="我局通过各类媒体主动公开信息。充分保障了公众的知情权。",
        passes="我局通过各类媒体主动公开信息，充分保障了公众的知情权。并非如此。",
        find=searching(
            r"(?P<mark>。(?:并(?:将|把|对|在|向|按|要求|及时|建立|制定|安排|组织|结合|通过|进行|明确|由)|从而|进而|以便|以确保|使得|使(?=[其全各广])|(?:充分|有效|切实|极大地?|大大|进一步|较好地?)(?:保障|保证|维护|提升|提高|促进|推动|增强|方便|满足|调动)了))",
            "上一句还没有说完，这里用逗号更合适。",
            suggestion="，",
            near="。并 。使 。从而 。进而 。以便 。以确保 。使得 。充分 。有效 。切实 。极大 。大大 。进一步 。较好",
        ),
    ),
    Rule(
        name="punctuation.party_rule_without_marks",
        category="punctuation_misuse",
        severity="warning",
        explain="党内法规的名称同法律、法规一样，要用书名号。",
        fires="全体党员对中国共产党农村工作条例进行了学习。",
        passes="全体党员学习了《中国共产党农村工作条例》。\n中国共产党党务公开条例解读",
        find=searching(
            rf"(?<![《〈“])中国共产党[{HAN}]{{2,16}}?(?:条例|准则|监督执纪工作规则)(?:[（(](?:试行|暂行)[）)])?(?![》〉”{HAN}]{{0,2}}[》〉”])",
            "党内法规的名称要用书名号。",
            suggestion="《{}》",
            near="中国共产党",
            unless=_in_a_title,
        ),
    ),
)
