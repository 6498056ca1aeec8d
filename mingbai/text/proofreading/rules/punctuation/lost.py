"""Punctuation that got lost: headings run into their text, sentences without a stop between them, numbers without a mark."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.edges import shipped
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules.web.residue import is_wrapped
from mingbai.text.proofreading.structure import ends_sentence, is_heading, read_marker, starts_afresh
from mingbai.text.proofreading.triggers import lines_with, waiting_for

_NUMERAL = "一二三四五六七八九十"
# Words on which headings end; those of the second kind may also govern what follows (「落实我镇的责任」).
_NOUN = "制度|机制|体制|领导|工作|情况|到位|认识|措施|实效|内容|形式|渠道|重点|队伍|作用|问题|网络|平台|载体|水平|质量|意识|责任|活动|成效|打算|力度|力量|基础|氛围|保障|程序|范围|机构|方式|需求|公信力"
_DEED = "公开|管理|监督|落实|健全|明确|规范|完善|建设|培训|考核|宣传|部署|组织|服务|创新|提高|结合|引导|透明|有序|全面"
_HEAD = rf"(?:^[ \t\u3000]*|(?<=[。；;：:\s]))(?:[{_NUMERAL}]{{1,3}}\s?、|[（(][{_NUMERAL}]{{1,3}}[）)]|\d{{1,2}}\s?[.、．])\s?"
_TITLE = rf"(?![为在由经因以将对从自按]|根据|通过|围绕|结合|针对|关于|随着)[{HAN}][{HAN}，,、]{{2,24}}?"
_OWN = "我[校镇乡局县区市街村院办所社委厂站处]"
_OPENING = "为了|根据[^《]{2,16}(?:变动|要求|精神|规定|部署|实际|安排|通知)|在[^，,。]{4,16}(?:过程中|工作中|基础上|方面)[，,]|为进一步|为切实|为全面|为深入|为确保|为加强|为保证|为认真|根据《|按照《|近年来|今年以来|一年来|本学期[，,来我]|年初[，,]|成立了以|我们[高始把坚认严]|领导小组下设"
_SUBJECT = "[局镇乡校委办府县区市村社心院站所们处厂会门位方者我司]"
_ASIDE = "重点|主要|问题|原因|方面|特点|做法|措施|表现|不足|目的|要求|任务|目标|体会|经验|建议|内容|形式|方式|打算|工作|情况|理由|因素|途径|环节|其|要|即|就|是|有|这"


def _glued(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end in lines_with(passage, _GLUED_WORDS):
        for match in _GLUED.finditer(passage.text, start, end):
            at, stop = match.span("title")
            if not passage.in_web_residue(at):
                said = f"标题「{match['title']}」和后面的正文连在一起，中间没有标点或换行。"
                yield rule.finding(passage, at, stop + 2, said, suggestion="标题后加句号，或另起一行")


_GLUED = lazy.pattern(
    rf"{_HEAD}(?P<title>{_TITLE}(?:(?:{_NOUN})(?={_OWN}(?![{HAN}]{{0,6}}[的之]))|(?:{_NOUN}|{_DEED})(?={_OPENING})))",
    re.MULTILINE,
)
_GLUED_WORDS = waiting_for(
    (
        *(f"我{unit}" for unit in "校镇乡局县区市街村院办所社委厂站处们"),
        *("为了", "为进一步", "为切实", "为全面", "为深入", "为确保", "为加强", "为保证", "为认真"),
        *(
            "根据",
            "按照《",
            "过程中",
            "工作中",
            "基础上",
            "方面，",
            "方面,",
            "近年来",
            "今年以来",
            "一年来",
            "本学期",
            "年初",
            "成立了以",
            "领导小组下设",
        ),
    )
)


def _joined_items(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「……加强领导二是完善制度」: the item before ended without a stop."""
    for start, end in lines_with(passage, _ITEM_WORDS):
        line = passage.text[start:end]
        first = line.find("一是")
        if first < 0:
            continue
        for match in _ITEM.finditer(line, first + 2):
            at = start + match.start()
            said = f"「{match.group()}」前面缺标点，和上一项连在一起。"
            yield rule.finding(passage, at - 1, at + 2, said, suggestion="补上分号或句号")


_ITEM = lazy.pattern(rf"(?<=[{HAN}])(?<![第其之十这那])[二三四五六七八九]是(?=[{HAN}])(?!否)")
_ITEM_WORDS = waiting_for(("二是", "三是", "四是", "五是"))


_NAMES_ITEMS = lazy.pattern(rf"(?:{_ASIDE})$|第$|[统唯单不万]$")


def _follows_its_noun(passage: Passage, match: re.Match[str]) -> bool:
    """「主要做法一是……」 needs no mark; 「统一是」 is another word."""
    return _NAMES_ITEMS.search(passage.text, max(match.start() - 3, 0), match.start()) is not None


def _paragraphs_end(passage: Passage) -> bool:
    """Whether long paragraphs end with a stop here, so that one that does not is remarkable."""
    long = [
        line
        for _, line in passage.prose
        if len(line) >= 24 and not is_heading(line) and not line.endswith((":", "："))
    ]
    ended = sum(map(ends_sentence, long))
    return ended >= 1 and ended * 3 >= (len(long) - 1) * 2


def _no_stop(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A paragraph that is finished, but for its stop. One that breaks off is `truncated`'s."""
    lines = passage.prose
    if len(lines) < 3 or not passage.once(_paragraphs_end) or passage.once(is_wrapped):
        return
    for place, ((offset, line), (_, following)) in enumerate(zip(lines, lines[1:], strict=False)):
        # The first line may be a title of several clauses.
        if place == 0 and "。" not in line:
            continue
        if len(line) < 24 or ends_sentence(line) or _LABELLED.search(line) or "\t" in line:
            continue
        if not _FINISHED.search(line) and not ("。" in line and starts_afresh(following)):
            continue
        if line[-1] in "：:" or ("。" not in line and read_marker(line)):
            continue
        if is_heading(line) or following[0] in "，,、。；;：:”）)" or not _is_paragraph(line):
            continue
        if read_marker(following) is None and len(following) < 12:
            continue
        end = offset + len(line)
        torn = "一" <= line[-1] <= "鿿" and shipped().at_end(line[-_SEEN:]) < _TORN
        severity = "info" if torn else rule.severity
        yield rule.finding(passage, end - 2, end, "段末缺句号。", suggestion="补上句号", severity=severity)


# Where a sentence hardly ends, words were lost and not the stop alone.
_SEEN, _TORN = 14, -5.0


_FINISHED = lazy.pattern(
    r"(?:[%％”》]|\d[个条件次人名项户份家篇场期]|(?:作用|效果|成效|好评|满意度?|提高|落实|开展|工作|水平|保障|基础|支持|建设|监督|进行|完成|到位|机制|制度|情况|透明度|满意|效率|贡献|发展|和谐|稳定))$"
)
_LABELLED = lazy.pattern(r"^[^，。]{0,16}[:：][^，。]*$|^附|^注|^[^，。]{2,24}(?:政府|委员会|办公室|局)$")


def _is_paragraph(line: str) -> bool:
    return (
        "。" in line
        or len(re.findall("[，,；;]", line)) >= 2
        or (len(line) >= 30 and re.search("[，,]", line) is not None)
    )


def _bare_numbers(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「1充分发挥」「2加强考核」: two numbers that follow each other at the head of a sentence, without a mark."""
    if not any(digit in passage.body for digit in "23"):
        return
    last, held = 0, None
    for offset, line in passage.prose:
        match = _BARE.match(line)
        if match is None:
            continue
        number = int(match[1])
        place = (offset, offset + match.end() + 1)
        if number == last + 1 and (held is not None or number > 1):
            for start, end in [*([held] if held else []), place]:
                yield rule.finding(
                    passage, start, end, "序号后面缺标点。", suggestion="「1」后加「.」或「、」"
                )
            held = None
        else:
            held = place if number == 1 else None
        last = number


_BARE = lazy.pattern(
    rf"(\d{{1,2}})(?=[{HAN}]{{2}})(?![年月日号个名人条次件户份项亩元万亿位只头台套间处家村所级类期届篇字%％岁天周时分秒点米公平千百多余本张栋座辆支部家大批起段层楼组镇乡县市省区科者旬座册场轮遍米里多种])"
)


def _end_semicolon(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A semicolon where the list is over: at the end of the text, or before a heading of a higher level."""
    lines = passage.prose
    for index, (offset, line) in enumerate(lines):
        if line[-1] not in "；;" or len(line) < 6:
            continue
        following = lines[index + 1][1] if index + 1 < len(lines) else ""
        mark, own = read_marker(following), read_marker(line)
        higher = mark is not None and mark[0] == "chinese" and (own is None or own[0] != "chinese")
        if not following or higher or _SIGNED.match(following):
            end = offset + len(line)
            yield rule.finding(passage, end - 1, end, "这里各项已经列完，末尾应当用句号。", suggestion="。")


_SIGNED = lazy.pattern(
    rf"[{HAN}]{{2,20}}(?:政府|委员会|办公室|办事处|局|学校|中学|小学|村|社区|中心|站|所)$|\d{{4}}年\d{{1,2}}月\d{{1,2}}日$|特此"
)


RULES = (
    Rule(
        name="punctuation.glued_heading",
        category="punctuation_misuse",
        severity="info",
        explain="标题后面没有句号也没有换行，和正文连成一句，多半是复制时丢了换行。",
        fires="一、加强领导，健全工作机制我镇成立了领导小组，下设办公室。",
        passes="一、加强领导，健全工作机制\n我镇成立了领导小组。二、围绕我镇中心工作推进公开。",
        find=_glued,
    ),
    Rule(
        name="punctuation.joined_items",
        category="punctuation_misuse",
        severity="warning",
        explain="「一是……二是……」各项之间要有分号或句号。",
        fires="一是加强组织领导二是完善公开制度。",
        passes="一是加强组织领导；二是完善公开制度。其二是落实责任。",
        find=_joined_items,
    ),
    Rule(
        name="punctuation.run_on",
        category="punctuation_misuse",
        severity="warning",
        explain="一句话已经说完，下一句「同时」「现将」「其次」前面缺标点。",
        fires="工作取得了明显成效现将有关情况汇报如下。",
        passes="我镇现将有关情况汇报如下。在公开的同时，加强监督。",
        find=searching(
            rf"(?:[”》）%％][ ]?(?P<a>同时)(?=[，,])|(?<=[{HAN}])(?<!{_SUBJECT})现[将就](?=[^。；\n]{{2,60}}(?:如下|汇报|报告))|(?<=[{HAN}]{{2}})(?<![在于到位居列至，第])其次(?=[，,])|(?<=[{HAN}])(?:下面我代表|特此报告|特此汇报)(?=[{HAN}。])|(?<=[{HAN}]{{2}})(?<![了的在于和与及又再这那里头以上如])(?:与此同时|另一方面)(?=[，,]))",
            "「{}」前面缺标点。",
            suggestion="补上句号或逗号",
            near="同时 现将 现就 其次 下面我代表 特此 另一方面",
        ),
    ),
    Rule(
        name="punctuation.first_item_joined",
        category="punctuation_misuse",
        severity="info",
        explain="「一是」紧接在一个完整的句子后面，中间缺标点。「重点一是」「主要表现一是」不算。",
        fires="营造良好的宣传教育气氛一是开展执法宣传，二是组织专门学习。",
        passes="主要做法一是加强领导，二是完善制度。存在的问题一是人手不足，二是经费不足。",
        find=searching(
            rf"(?<=[{HAN}]{{3}})一是(?=[{HAN}][^\n]{{4,200}}二是)",
            "「一是」前面缺标点。",
            suggestion="补上冒号或句号",
            near="一是",
            unless=_follows_its_noun,
        ),
    ),
    Rule(
        name="punctuation.no_stop",
        category="punctuation_misuse",
        severity="warning",
        explain="其他段落末尾都有句号，这一段话说完了却没有。标题、落款和表格不算。",
        fires="全年公开信息65条，公开率大幅提高。群众较为满意。\n其中，网上公开20条，所占比例为30%，公开栏公开45条，所占比例70%\n下一步，我乡将加强领导。提高公开水平，方便群众。",
        passes="全年公开信息65条，公开率大幅提高。\n其中网上公开20条，公开栏公开45条。\n清溪镇人民政府办公室\n2023年1月5日",
        find=_no_stop,
    ),
    Rule(
        name="punctuation.bare_number",
        category="punctuation_misuse",
        severity="warning",
        explain="分条的序号后面要有「.」或「、」，多半是转换时丢了。",
        fires="1充分发挥例会作用。\n2加强干部考核。",
        passes="1.充分发挥例会作用。\n2.加强干部考核。\n3个村完成改造。",
        find=_bare_numbers,
    ),
    Rule(
        name="punctuation.end_semicolon",
        category="punctuation_misuse",
        severity="warning",
        explain="分条列举到最后一条，或者下面换了上一级标题，末尾用句号，不用分号。",
        fires="（一）加强领导；\n（二）完善制度；\n二、扩大公开范围\n及时更新。",
        passes="（一）加强领导；\n（二）完善制度。\n二、扩大公开范围\n及时更新。",
        find=_end_semicolon,
    ),
    Rule(
        name="punctuation.comma_before_we",
        category="punctuation_misuse",
        severity="warning",
        explain="「根据《……》」是半句话，和后面的「特向」「现将」「我镇」之间用逗号。",
        fires="根据《政府信息公开办法》特向社会公布本报告。",
        passes="根据《政府信息公开办法》，特向社会公布本报告。学习《条例》我镇做得较好。",
        find=searching(
            r"(?:根据|按照|依据|遵照)[^。；;，,\n]{0,60}(?P<mark>》)(?=(?:特向|特制|特此|现将|现就|结合我|我[镇乡局校县区市街村院办]))",
            "「》」后面缺逗号。",
            suggestion="》，",
            near="》特 》现将 》现就 》结合 》我",
        ),
    ),
    Rule(
        name="punctuation.titles_joined",
        category="punctuation_misuse",
        severity="warning",
        explain="并列的两份文件，前一份后面带着括号时，中间要用顿号。",
        fires="根据《工作要点》（穗府办〔2021〕3号）《实施方案》要求。",
        passes="根据《工作要点》（穗府办〔2021〕3号）、《实施方案》要求。学习《条例》《规定》。",
        find=searching(
            r"》\s?[（(][^（）()《》\n]{2,30}(?P<mark>[）)]\s?《)",
            "两份文件之间缺顿号。",
            suggestion="）、《",
            near="）《 )《",
        ),
    ),
    Rule(
        name="punctuation.figures_joined",
        category="punctuation_misuse",
        severity="warning",
        explain="两个百分数连在一起，中间丢了顿号或逗号。",
        fires="初中、高中学历者分别占29.1%45.6%。",
        passes="初中、高中学历者分别占29.1%、45.6%，增长3%以上。",
        find=searching(
            r"\d[%％](?=\d)",
            "「{}」和后面的数字连在一起，缺标点。",
            suggestion="补上顿号或逗号",
            near="%0 %1 %2 %3 %4 %5 %6 %7 %8 %9 ％0 ％1 ％2 ％3 ％4 ％5 ％6 ％7 ％8 ％9",
            unless=lambda passage, match: "http" in passage.text[max(match.start() - 80, 0) : match.start()],
        ),
    ),
)
