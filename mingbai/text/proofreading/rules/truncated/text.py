"""Text that breaks off: marks of a hidden part, sentences without an end, headings without a text."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.edges import shipped
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules._papers import is_one_of_many, only_unstopped
from mingbai.text.proofreading.structure import (
    Marker,
    ends_sentence,
    is_heading,
    read_marker,
    starts_afresh,
)

_SIGNATURE = lazy.pattern(
    r"^[^，,。；;]{2,30}(?:政府|办公室|委员会|局|处|镇|乡|村|社区|学校|中学|小学|幼儿园|医院|公司|中心|站|所|院|办|厅|队|党委|支部|领导小组)$"
    r"|^[^，,。；;]{0,12}(?:\d{4}|[一二三四五六七八九〇○]{4}|20[xX×]{2})\s*[年./-]\s*\S{1,3}\s*[月./-]|^附件?[：:\d]|^注[：:]|^抄送|印发$|^联系|^电话"
    r"|^（此件|^报送|^主题词|^标签|^(?:列席|出席|参加|主持|记录|请假|缺席|参会|审核|签发|校对|来源|本文|附件下载|相关附件|下载)[^。]{0,6}[：:]|转载|回到顶部|积分|^[此特].{0,6}(?:公告|通知|报告|批复|函复)|https?://|www\.|[：:]\S{2,4}$"
)
# 「甲方（签字）：　　乙方（签章）：」 is left for those who sign.
_TO_SIGN = lazy.pattern(r"[（(]?(?:签字|签章|签名|盖章|公章|手印)[）)]?[：:][ \t\u3000_＿]*$")
_STOPPED = frozenset("。！？!?；;…：:）)》”\"'’】〕.，,、")
_FINISHED = lazy.pattern(r"[。！？!?；;…：:）)》”\"'’】〕.]\s*$")
_TRAILS_OFF = lazy.pattern(r"(?<!等)[一-鿿]\s?(?:\.{3,6}|…{1,2})$")
_SHORT = 6
# Where a sentence ends so readily, it lacks its stop and nothing else.
_WHOLE, _LIKELY_WHOLE, _SEEN = -0.5, -1.5, 14
_DANGLING = (
    *("以及", "并且", "而且", "因为", "由于", "为了", "根据", "按照", "对于"),
    *("关于", "并对", "从而", "进而", "、和", "、与", "或者", "有利于"),
)


def _is_table_or_list(line: str) -> bool:
    return "\t" in line or line.count(" ") >= 4 or re.search(r"\d$", line) is not None


def _ends_sentences(passage: Passage) -> bool:
    """Whether the paragraphs of this document end with a stop, so that one that does not is remarkable."""
    paragraphs = [line for _, line in passage.prose[1:-1] if not is_heading(line)]
    return sum(map(ends_sentence, paragraphs)) * 10 >= len(paragraphs) * 7 > 0


def _last_line(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The last line that is prose; signatures, dates and what a page left below the text are passed over."""
    if passage.end - passage.start < 60:
        return
    for back, (offset, line) in enumerate(reversed(passage.prose[-6:])):
        sentence = re.search(r"[，,。；;：:]", line) is not None
        if _SIGNATURE.search(line) and (len(line) <= 40 or "http" in line) or _TO_SIGN.search(line):
            continue
        end = offset + len(line)
        start = max(offset, end - 20)
        if line.endswith(("：", ":", "、")) and len(line) > 12:
            said = f"全文以「{line[-1]}」结束，后面缺内容。"
            yield rule.finding(passage, start, end, said, suggestion="补上后面的内容")
        elif _breaks_off(line) and (sentence or (back == 0 and passage.once(_ends_sentences))):
            said = "全文最后一句没有结束，文稿可能不完整。"
            severity = (
                "info" if _may_be_whole(passage, line, len(passage.prose) - 1 - back) else rule.severity
            )
            yield rule.finding(passage, start, end, said, suggestion="对照原稿补全", severity=severity)
        elif _TRAILS_OFF.search(line):
            said = "全文以省略号结束，后面的内容没有复制完整。"
            yield rule.finding(passage, start, end, said, suggestion="对照原稿补全", severity="info")
        elif not sentence:
            continue
        return


def _may_be_whole(passage: Passage, line: str, place: int) -> bool:
    """A line of labels or names needs no stop at its end; where a sentence ends so readily, it may lack its stop and nothing else."""
    if re.search(r"[：:]", line) or re.search(r"[。；;]|[，,][^，,]{6,}$", line) is None:
        return True
    unstopped = place + 1 < len(passage.prose) and only_unstopped(passage, line, place)
    return unstopped or is_one_of_many(passage, place) or shipped().at_end(line[-_SEEN:]) > _LIKELY_WHOLE


def _breaks_off(line: str) -> bool:
    if (
        not re.search("[一-鿿]$", line)
        or len(line) < _SHORT
        or _is_table_or_list(line)
        or re.search(r"[|\[\]]", line)
    ):
        return False
    return not (read_marker(line) and is_heading(line))


def _inner_line(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A paragraph that breaks off before the next heading: its last sentence is long and has no stop."""
    for marker in passage.markers:
        index = marker.line - 1
        if index < 0:
            continue
        (offset, line), (_, following) = passage.prose[index : index + 2]
        if (
            line[-1] in _STOPPED
            or _FINISHED.search(line)
            or _SIGNATURE.search(line)
            or _is_table_or_list(line)
        ):
            continue
        last = re.split(r"[。；;]", line)[-1]
        if (
            line.endswith(("，", ",", "、"))
            or (is_heading(following) is False and "。" not in line)
            or len(last) < _SHORT
            or (last == line and not _is_long_sentence(line))
            or shipped().at_end(line[-_SEEN:]) > _WHOLE
        ):
            continue
        end = offset + len(line)
        yield rule.finding(
            passage,
            max(offset, end - 20),
            end,
            "这一段最后一句没有结束。",
            suggestion="补全这一句，或补上句号",
        )


def _is_long_sentence(line: str) -> bool:
    """Prose without any stop, which a heading never is: several commas, or words that end no heading."""
    return len(line) > 30 and len(re.findall("[，,]", line)) > 1


def _first_line(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if not passage.prose:
        return
    offset, line = passage.prose[0]
    match = re.match(
        r"[，,。；;、：:）)》”’](?![）)])|(?:的|了|和|与(?!其|否)|及(?!时|早))(?=[一-鿿]{2,}[，,。])", line
    )
    if (match or _TORN_WORD.match(line) or _ONE_LETTER.match(line)) and len(line) > 8:
        yield rule.finding(
            passage,
            offset,
            offset + min(len(line), 20),
            "文稿从半句话开始，前面缺内容。",
            suggestion="对照原稿补全",
        )


# The second half of 「进一步」, 「贯彻」, 「政府」 …: no sentence begins so.
_TORN_WORD = lazy.pattern(
    r"步(?:规范|加强|完善|健全|推进|提高|深化|扩大|明确|强化|落实|做好|拓宽|提升|增强|优化|细化|改进)|彻(?:落实|执行|国务院|党|《)|[强实](?:领导|组织|监督|管理|责任)，|府(?:信息|办公室|的?[正统]|工作)|开(?:工作|制度|内容|目录)(?:的|，|，|情况)|[众导织施](?:的|，|工作|领导)"
)


# One character before the first mark is the rest of a word.
_ONE_LETTER = lazy.pattern(r"(?!注|附|答|问|据|经|呈|致|是|对|好|嗨|喂)[一-鿿][，,。；][一-鿿]{2}")


def _empty_heading(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「一、某某」 followed at once by 「二、某某」, while the other headings of that level have a text."""
    heads = [marker for marker in passage.markers if marker.family == "chinese"]
    filled = [following.line - marker.line > 1 for marker, following in zip(heads, heads[1:], strict=False)]
    if sum(filled) < 2:
        return
    for marker, following, has_text in zip(heads, heads[1:], filled, strict=False):
        line = passage.prose[marker.line][1]
        if not has_text and following.number == marker.number + 1 and _is_bare_title(line, marker):
            end = marker.start + len(line)
            yield rule.finding(
                passage, marker.start, end, "标题下没有内容。", suggestion="补上内容，或删去标题"
            )


def _is_bare_title(line: str, marker: Marker) -> bool:
    return len(line) <= 30 and not ends_sentence(line) and "。" not in line and "：" not in line


def _before_cut(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in _CUT_OFF.finditer(passage.text, passage.start, passage.end):
        said = "这句话没有说完，后面的内容没有复制过来。"
        yield rule.finding(passage, *match.span("mark"), said, suggestion="找到原稿，补上缺的内容")


_CUT_OFF = lazy.pattern(
    r"(?P<mark>[^，,。；;\n]{2,30})\n\s{0,9}[.…]{0,6}[（(\[【]?(?:未完|点击[^。\n]{0,6}(?:下一页|全文|更多)|阅读全文|查看全文|余下全文)"
)


def _open_list(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「……再由个人申报、」 and then a paragraph of another matter: a list that was never finished."""
    for (offset, line), (_, following) in zip(passage.prose, passage.prose[1:], strict=False):
        if line[-1] != "、" or len(line) <= _SHORT_LIST:
            continue
        if read_marker(following) or starts_afresh(following) or _OTHER_MATTER.match(following):
            end = offset + len(line)
            said = "这一段停在顿号上，后面的内容丢了。"
            severity = "info" if shipped().at_end(line[-_SEEN:-1]) > _LIKELY_WHOLE else rule.severity
            yield rule.finding(
                passage, max(offset, end - 20), end, said, suggestion="对照原稿补全", severity=severity
            )


_SHORT_LIST = 8
_OTHER_MATTER = lazy.pattern(r"(?:对[内外于]|为|由|从|其中|以上|[一-鿿]{2,6}[：:])")


def _colon_before_heading(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A colon that announces a list, followed by a heading of the same level or nothing of its own."""
    families = {marker.line: marker for marker in passage.markers}
    for index, (offset, line) in enumerate(passage.prose[:-1]):
        mark, following = families.get(index), families.get(index + 1)
        if (
            not line.endswith(("：", ":"))
            or mark is None
            or following is None
            or mark.family != following.family
        ):
            continue
        if following.number == mark.number + 1:
            end = offset + len(line)
            yield rule.finding(
                passage,
                max(offset, end - 20),
                end,
                "冒号后面没有内容就到了下一条。",
                suggestion="补上内容，或改为句号",
            )


def _counted_on(passage: Passage, match: re.Match[str]) -> bool:
    """「第一、二类，三、四类」: the numbers are a list, no headings."""
    if _COUNTS_ON.match(passage.text, match.end()):
        return True
    before = passage.text[max(passage.start, match.start() - 12) : match.end()]
    return re.search(r"[一二三四五六七八九]、[^。]{0,10}[，,]\s*$", before) is not None


# 「分解住院、挂床住院、重复收费、串换药品……」 says by its dots that there are more.
# 「·更多…」 leads to other pages, it cuts nothing.
_MORE = lazy.pattern(r"(?:更多|详细|详情|展开|加载中?|稍候|正在加载)$")
_LIST_AND_MORE = lazy.pattern(r"(?:、[^，,。；;：:、\n]{1,10}){2}$")


def _is_list(passage: Passage, match: re.Match[str]) -> bool:
    start = match.start()
    if _MORE.search(passage.text, max(passage.start, start - 8), start):
        return True
    return _LIST_AND_MORE.search(passage.text, max(passage.start, start - 60), start) is not None


_COUNTS_ON = lazy.pattern(r"\s*[二三四五六七八]、[三四五六七八九](?![、.．])")

RULES = (
    Rule(
        name="truncated.hidden_part",
        category="truncated_text",
        severity="error",
        explain="「此处隐藏…字」「阅读全文」是网站藏起一部分正文的标记，复制来的文稿缺了一段。",
        fires="确保了公开实效。……此处隐藏7368个字……巡查组不定期检查。",
        passes="限于篇幅，附件另发。",
        find=searching(
            r"(?:此处(?:已)?(?:隐藏|省略|略去)\s*\d*\s*(?:个?字|字符|内容|部分|若干)?|以下(?:内容)?(?:省略|隐藏|略去)|(?:中间|后面|下文|其余)(?:部分|内容)?(?:省略|略去)"
            r"|仅展示\s?\d+字|全文共\s?\d+\s?字(?!数)|还剩\s?\d+\s?页(?:未读)?|(?:因|由于)篇幅[^。\n]{0,12}(?:不能|无法|未能)[^。\n]{0,6}(?:显示|展示)[^。\n]{0,20}|(?:点此|点击)(?:此处)?(?:查看|阅读)(?:更多|全文|原文)[^。\n]{0,8}"
            r"|未完待续|全文共\d+字[，,]?未完|剩余\d+[%％]?未读|试读(?:已)?结束|余下全文|(?<=[（(])(?:[后下中前]|以下|下文|其余)略(?=[）)])|(?<=[（(])[^（()）\n]{0,6}(?:省略|略去|删节|内容略)[^（()）\n]{0,8})",
            "这里有一段正文被隐藏或省略。",
            suggestion="找到原稿，补上缺的内容",
            near="仅展示 全文共 还剩 篇幅 查看更多 查看全文 查看原文 阅读更多 阅读全文 阅读原文 隐藏 省略 略去 未完 剩余 试读 余下全文 删节 内容略 后略 下略 中略 前略 以下略 下文略 其余略",
            in_web=True,
        ),
        everywhere=True,
    ),
    Rule(
        name="truncated.end",
        category="truncated_text",
        severity="warning",
        explain="最后一段没有句号，或者停在逗号、冒号上，说明后面的内容丢了。落款、日期、附件和表格不算。",
        fires="2023年工作总结\n我镇认真做好政务公开，全年公开信息96条，办理依申请公开3件。\n下一步，我镇将继续加强领导，完善制度，扩大公开范围，努力做好政务公",
        passes="2023年工作总结\n我镇认真做好政务公开。\n下一步，我镇将继续加强领导，完善制度，扩大公开范围。\n江家镇人民政府\n2024年1月5日",
        find=_last_line,
    ),
    Rule(
        name="truncated.paragraph",
        category="truncated_text",
        severity="info",
        explain="一段话没有说完就到了下一个标题，多半丢了几个字。",
        fires="一、公开情况\n全年公开信息96条。下一步要进一步提高公开的质量和水\n二、申请情况\n无。\n三、其他\n无。",
        passes="一、公开情况\n全年公开信息96条。下一步要进一步提高公开质量。\n二、申请情况\n无。",
        find=_inner_line,
    ),
    Rule(
        name="truncated.start",
        category="truncated_text",
        severity="error",
        explain="文稿从标点或半句话开始，前面的内容丢了。",
        fires="，进一步完善了各项公开制度，公开工作有序开展。",
        passes="进一步完善各项公开制度，公开工作有序开展。",
        find=_first_line,
    ),
    Rule(
        name="truncated.empty_heading",
        category="truncated_text",
        severity="warning",
        explain="其他标题下都有内容，只有这个标题下是空的，可能漏了一段。",
        fires="一、领导\n内容。\n二、制度\n三、监督\n内容。\n四、打算\n内容。",
        passes="一、领导\n内容。\n二、制度\n内容。\n三、监督\n内容。",
        find=_empty_heading,
    ),
    Rule(
        name="truncated.before_cut",
        category="truncated_text",
        severity="error",
        explain="一句话没有说完，下面就是「未完，点击下一页」「阅读全文」，后面的内容没有复制过来。",
        fires="在今后的工作中，我们将进一步\n……未完，点击“下一页”继续阅读……",
        passes="在今后的工作中，我们将进一步提高质量。\n点击下一页查看附件。",
        find=anchored("未完 下一页 阅读全文 余下全文 查看全文", _before_cut),
        everywhere=True,
    ),
    Rule(
        name="truncated.open_list",
        category="truncated_text",
        severity="error",
        explain="一段话停在顿号上，下一段说的是另一件事，并列的内容没有写完。",
        fires="学校先公布指标和条件，再由个人申报、\n对外公开：招生政策、收费标准。",
        passes="学校先公布指标和条件，再由个人申报、\n群众评议、集体研究确定。",
        find=anchored("、", _open_list),
    ),
    Rule(
        name="truncated.nothing_after_colon",
        category="truncated_text",
        severity="warning",
        explain="冒号后面应当有内容，却直接到了下一条。",
        fires="（一）主要做法如下：\n（二）存在问题。",
        passes="（一）主要做法如下：\n1.加强领导。\n（二）存在问题。",
        find=_colon_before_heading,
    ),
    Rule(
        name="truncated.exception_alone",
        category="truncated_text",
        severity="error",
        explain="「除……外」后面缺主句，话没有说完。",
        fires="及时公开收支总表。除少数按规定不宜公开的外。重点公开三公经费。",
        passes="除涉密信息外，一律公开。法律另有规定的除外。",
        find=searching(
            r"(?:^|(?<=[。！；;\n：:]))[ \u3000]*(?P<mark>除(?!外)[^，,。；;：:！\n外]{3,40}外[。；;])",
            "「除……外」后面没有主句，句子不完整。",
            suggestion="补上主句，或把句号改为逗号接下文",
            near="外。 外； 外;",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="truncated.dangling_word",
        category="truncated_text",
        severity="error",
        explain="句子停在连词或介词上，后面的内容丢了。",
        fires="公开内容包括预算、决算以及。",
        passes="群众积极参与。信息公开更加普及。",
        find=searching(
            rf"(?:{'|'.join(_DANGLING)})[。；;！]",
            "句子停在「{}」，没有说完。",
            suggestion="补上后面的内容",
            near=" ".join(word + stop for word in _DANGLING for stop in "。；;！"),
        ),
    ),
    Rule(
        name="truncated.before_heading",
        category="truncated_text",
        severity="error",
        explain="一句话停在逗号上，接着就是下一部分的序号，中间的内容丢了。",
        fires="按照区委、区政府关于政务公开的要求, 二、主动公开政府信息情况",
        passes="按照区委、区政府关于政务公开的要求，一、二、三类信息都要公开。",
        find=searching(
            rf"[{HAN}]{{2}}[，,]\s{{0,4}}(?=[二三四五六七八九]、[{HAN}]{{4}})",
            "这里一句话没有说完，就到了下一部分。",
            suggestion="找到原稿，补上缺的内容",
            near=" ".join(f"{number}、" for number in "二三四五六七八九"),
            unless=_counted_on,
        ),
    ),
    Rule(
        name="truncated.dots",
        category="truncated_text",
        severity="warning",
        explain="一段话以省略号结尾，多半是网站只给出了开头；公文一般不用省略号。",
        fires="对公开不及时、内容不真实的……[阅读全文]",
        passes="群众说：“再也不用跑冤枉路了……”",
        find=searching(
            rf"(?<=[{HAN}])(?:…{{1,}}|[.．]{{3,}}|。{{6,}})[ \u3000]*(?:[\[【(（]?(?:阅读|查看|展开|点击)(?:全文|更多)[\]】)）]?)?[ \u3000]*$",
            "这一段没有写完。",
            suggestion="找到原稿，补上缺的内容",
            near="… ... ．．．． 。。。。",
            flags=re.MULTILINE,
            in_web=True,
            unless=_is_list,
        ),
    ),
)
