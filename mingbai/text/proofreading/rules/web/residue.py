"""What a web page left in a document: its furniture, its code, lines it broke, titles its editors slipped in."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.edges import shipped as edges
from mingbai.text.model import Finding, Residue, Severity
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, Finder, searching
from mingbai.text.proofreading.rules._knowledge import given
from mingbai.text.proofreading.structure import (
    are_verses,
    ends_sentence,
    is_heading,
    read_marker,
    starts_afresh,
)
from mingbai.text.statistics import STRANGE, shipped

# kind of residue → severity, what it is, an example
PIECES: dict[str, tuple[Severity, str, str]] = {
    "site_header": (
        "info",
        "网站页头或网页标题",
        "当前位置：首页 > 政务公开 > 工作总结\n\n2023年政务公开工作总结\n\n我镇认真做好政务公开工作，完善制度，扩大公开范围。",
    ),
    "publish_line": ("warning", "网页的发布时间、来源、阅读次数", "发布时间：2019-02-20 阅读次数：15"),
    "page_tools": ("warning", "网页的字号、打印等按钮", "字号：大 中 小 打印"),
    "share": ("error", "网页的分享按钮", "分享到：微信 微博"),
    "advert": ("error", "网站的导语、推广或下载广告", "我镇更新了公开目录，政务公开自查报告。"),
    "recommended_links": ("error", "网页的相关推荐", "推荐更多精彩范文："),
    "compilation_contents": (
        "info",
        "汇编文章的目录",
        "目录\n\n第一篇：乡镇政务公开总结\n\n我镇认真做好政务公开工作，完善制度，扩大公开范围。",
    ),
    "compilation_heading": (
        "info",
        "汇编文章的篇名",
        "2023年政务公开工作总结2篇\n\n2023年政务公开工作总结篇1\n\n我镇认真做好政务公开工作，完善制度，扩大公开范围。\n\n2023年政务公开工作总结篇2\n\n我局认真做好政务公开工作，完善制度，扩大公开范围。",
    ),
    "page_mark": (
        "warning",
        "换页时插进句子里的页码",
        "2023年，我镇政务公开工作在县政府的指导下，在镇政务公开领导小 1\n组的带领下有序开展，制度更加完善。",
    ),
    "page_counter": ("error", "网页的运行统计", "页面耗时0.05秒"),
    "licence": ("error", "网站的版权声明", "Copyright © 2024"),
    "footer": ("error", "网站的页脚", "皖ICP备00000000号"),
}
_TITLE_END = "(?:自查报告|整改报告|工作总结|工作计划|工作报告|述职报告|心得体会|实施方案|工作方案|工作汇报|年终总结|自查总结|调研报告)(?:范文)?"
_TOPIC = "(?:政务公开|政府信息公开|信息公开|党务公开|村务公开|校务公开|依法行政|行政审批|政务服务|年度|工作|乡镇|机关|社区|学校)"
# 「向大家作校务公开工作报告。」
_ADDRESSED = "[向作做听写交报]|现将|以下|就此"
_DEALS_WITH = "形成|提交|上报|报|撰写|编|制定|公布|发布|印发|完成|公开|写|作|出台|起草|下|递交|审|听取|做|拟|交|看|并|按|落实|执行|细化|明确|研究|讨论|通过|修改|完善|建立|组织|开展|召开|部署|包括"
_OPENERS = {"《": "》", "“": "”", "‘": "’", "（": "）", "【": "】"}
_NEVER_FIRST = frozenset("，,、。；;：:”’》）")
_LEFT_OPEN = frozenset("，,、“‘《（(")


_PAGE_NUMBER = lazy.pattern(r"[-—–－\s]*\d{0,3}[-—–－\s]*")


def _residue(passage: Passage) -> tuple[Residue, ...]:
    return passage.web


# The head of minutes, of a record: when and where, or when and who.
_OF_MINUTES = lazy.pattern(
    r"时\s{0,4}间[：:][^\n]{4,40}\n+[ \t\u3000]*(?:地\s{0,4}点|主持|参会|参加|出席|申请人|记录人|调解|与会)[^\n]{0,6}[：:]"
)


# 「公开日期：2024年10月8日」 closes a village's public accounts.
_MADE_PUBLIC = lazy.pattern(
    r"[ \t\u3000]*公[开布示](?:日期|时间)[：:][ \t]*\d{4}年\d{1,2}月\d{1,2}日[ \t\u3000]*(?:\s*\Z|\n\s*(?:监督|举报|咨询|联系)?(?:电话|人|监督|附|注)[^\n]{0,40}\s*\Z)"
)


def _stripped(kind: str, what: str) -> Finder:
    def find(rule: Rule, passage: Passage) -> Iterator[Finding]:
        for piece in passage.web:
            if piece.kind != kind or (
                kind == "publish_line"
                and (
                    _OF_MINUTES.match(passage.text, piece.start)
                    or _MADE_PUBLIC.match(passage.text, piece.start)
                )
            ):
                continue
            if kind == "page_counter" and _PAGE_NUMBER.fullmatch(passage.text[piece.start : piece.end]):
                said = "这是原文件的页码，不是文稿的内容。"
                yield rule.finding(passage, piece.start, piece.end, said, suggestion="删去", severity="info")
                continue
            said = f"这是{what}，不是文稿的内容。"
            yield rule.finding(passage, piece.start, piece.end, said, suggestion="删去")

    return find


def _broken_lines(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A line that stops in mid-sentence while the next one goes on with it; not where the whole text is wrapped so."""
    if is_wrapped(passage):
        return
    above = ""
    for (offset, line), (next_offset, following) in zip(passage.prose, passage.prose[1:], strict=False):
        last, before, above = line[-1], above, line
        if not ("一" <= last <= "鿿" or last in _LEFT_OPEN or following[0] in _NEVER_FIRST) or not _goes_on(
            line, following
        ):
            continue
        end = offset + len(line)
        gap = passage.text[end:next_offset]
        if "\n" not in gap or passage.in_web_residue(end) or _is_an_item(before, line, following):
            continue
        yield rule.finding(
            passage,
            end - 1,
            next_offset + 1,
            "一句话在这里被换行断开。",
            suggestion="把两行接起来",
            severity="info" if _may_be_two(line, following) else None,
        )


# So long a line is no item of a list.
_ITEM = 30


def _is_an_item(above: str, line: str, following: str) -> bool:
    """「主要职责：」 「贯彻执行法律法规，」 「拟订公开制度，」: each of them has a line of its own; 「乙方：县广播电视台，」 is a field."""
    if len(line) > _ITEM or line[-1] not in "，,、" or following[0] in _NEVER_FIRST:
        return False
    if _LABELLED.match(line) and line[-1] in "，,":
        return True
    return above[-1:] in {"：", ":"} or (above[-1:] == line[-1] and len(above) <= _ITEM)


# Where so much speaks for a mark between two lines, they may be two sentences of which the first lacks its stop.
_TWO, _SEEN = -4.5, 14


def _may_be_two(line: str, following: str) -> bool:
    before = line[-_SEEN:]
    return "一" <= line[-1] <= "鿿" and edges().hint(before + following[:_SEEN], len(before)) > _TWO


def is_wrapped(passage: Passage) -> bool:
    """Text out of a PDF: line after line is cut at the same width, which is the page's doing and nobody's mistake."""
    long = [line for _, line in passage.prose if len(line) >= 20]
    unfinished = sum(not ends_sentence(line) for line in long)
    return len(long) >= 12 and unfinished > len(long) * 0.6


def is_cut(passage: Passage, start: int, end: int) -> bool:
    """Whether the width of the page cut a sentence where the place begins or ends: 「从⏎本村实际出发」 is not the writer's."""
    text = passage.text
    begins = (
        start > passage.start
        and text[start - 1] == "\n"
        and not ends_sentence(text[max(passage.start, start - 4) : start - 1])
    )
    return (begins or text[end : end + 1] == "\n") and passage.once(is_wrapped)


def _goes_on(line: str, following: str) -> bool:
    """Whether two lines are one sentence: the first unfinished and no heading, the second no heading of its own."""
    if (
        "\t" in line
        or "\t" in following
        or read_marker(following)
        or re.match(r"[一二三四五六七八九十第其附]", following)
        # 「拟办意见：……　3月7日」 and 「领导批示：……」: the fields of a slip
        or (_LABELLED.match(line) and _LABELLED.match(following))
        or re.match("[问答][：:]", following)
        or are_verses(line, following)
        # 「（三）正在通过诉讼途径解决的，」 and then what follows from all items
        or (line.endswith("的，") and read_marker(line))
        # 「（三）法律、法规规定的其他条件，」 and what is no case of it: 「但被剥夺政治权利的除外。」
        or (following.startswith("但") and line[-1] in "，," and read_marker(line))
    ):
        return False
    if following[0] in _NEVER_FIRST and len(line) > 1:
        return True
    if line[-1] in "，,、“‘《（(":
        return (
            not (line[-1] in "，,、" and (starts_afresh(following) or _LABELLED.match(following)))
            and len(line) > 8
            and (ends_sentence(following) or re.search("[，,。；;]", following) is not None)
        )
    if _left_open(line, following):
        return True
    if (
        _is_word_across(line, following)
        and len(line) >= 12
        and not (is_heading(following) or starts_afresh(following))
    ):
        return True
    sentence_before = len(line) >= 30 and re.search(r"[，,。；;]", line) is not None
    continues = (ends_sentence(following) or "。" in following) and not is_heading(following)
    return sentence_before and continues and not starts_afresh(following)


# 「对外公开：……」 is a paragraph of its own.
_LABELLED = lazy.pattern(r"[一-鿿]{2,6}[：:]")


# A numbered line of this length says more than a heading does.
_NUMBERED = 20


def _is_word_across(line: str, following: str) -> bool:
    """「……提高行政工」「作效率……」: the break tears an everyday word, and neither half begins or ends one."""
    last, first = line[-1], following[0]
    if not ("一" <= last <= "鿿" and "一" <= first <= "鿿") or last == first:
        return False
    numbered = len(line) >= _NUMBERED and read_marker(line) is not None
    if (_PAUSE.search(line) is None and not numbered) or _PAUSE.search(following) is None:
        return False
    known = shipped()
    torn, own = known.rank(last + first), known.rank(following[:2])
    return 0 <= torn < _EVERYDAY and (own == STRANGE or own > 10 * torn + _EVERYDAY)


_PAUSE = lazy.pattern("[，,。；;]")
# So many words are everyday ones.
_EVERYDAY = 10_000


def _left_open(line: str, following: str) -> bool:
    """A title or quotation that opens in one line and closes in the next."""
    for opener, closer in _OPENERS.items():
        inside = line.rpartition(opener)[2]
        if opener in line and closer not in inside and closer in following.split(opener)[0]:
            return True
    return False


_PAGE_LINE = lazy.pattern(
    r"(?:上一[篇条]|下一[篇条]|责任编辑|编辑|作者|来源|信息来源|文章来源|浏览次数|浏览量|点击数|点击率|阅读次数|阅读量|字号|字体|打印本页|关闭窗口|【?打印】?|返回顶部|分享到|相关(?:阅读|文章|推荐|链接)|推荐阅读|猜你喜欢|热门文章|上一页|下一页|当前位置|您(?:现在)?的位置|标签|关键词|TAGS?|本文(?:地址|链接|网址|来源))[ \t\u3000]*(?:[：:>】|].*)?$"
)


def _page_lines(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for offset, line in passage.prose:
        if len(line) < 60 and _PAGE_LINE.match(line):
            said = "这一行是网页上的，不是文稿的内容。"
            yield rule.finding(passage, offset, offset + len(line), said, suggestion="删去")


RULES = (
    *(
        Rule(
            name=f"web.{kind}",
            category="web_residue",
            severity=severity,
            explain=f"从网页复制来的文稿带着{what}，发布前要删去。读入时按版面结构识别。",
            fires=example,
            passes="我镇认真做好政务公开工作。",
            find=given(_residue, _stripped(kind, what)),
        )
        for kind, (severity, what, example) in PIECES.items()
    ),
    Rule(
        name="web.broken_line",
        category="web_residue",
        severity="warning",
        explain="从网页或 PDF 复制时，一句话被硬换行断成两段，要接起来。",
        fires="通过上述形式，基本构筑起了全镇政务公开网络，确保了我镇政务公开工\n\n作的实际成效。",
        passes="通过上述形式，基本构筑起了全镇政务公开网络。\n\n我镇政务公开工作成效明显。",
        find=_broken_lines,
    ),
    Rule(
        name="web.slipped_in_title",
        category="web_residue",
        severity="error",
        explain="范文网站常在句末插入自己的文章名（「……更新和充实，政务公开自查报告。」），与上文没有关系。",
        fires="确保了网上信息的及时更新和充实，政务公开自查报告。",
        passes="各村对照检查，形成自查报告。我镇认真撰写并按时上报，报送年度工作报告。",
        find=searching(
            rf"[，,。](?P<mark>(?:(?P<head>[{HAN}]{{0,4}}?){_TOPIC}{{1,2}})?{_TITLE_END}(?:《[^《》\n]{{2,30}}》)?[。！])",
            "句末插入了一个文章名，与上文无关。",
            suggestion="删去",
            near="报告 总结 计划 体会 方案 汇报",
            unless=lambda _, match: (
                (re.match(_DEALS_WITH, match["mark"]) or re.search(_ADDRESSED, match["head"] or ""))
                is not None
            ),
        ),
    ),
    Rule(
        name="web.page_line",
        category="web_residue",
        severity="error",
        explain="「上一篇」「责任编辑」「字号」等开头的一行是网页上的，不属于文稿。",
        fires="我镇公开工作有序开展。\n上一篇：2022年工作总结",
        passes="上一篇公告已经撤下，群众可到窗口查阅。",
        find=_page_lines,
    ),
    Rule(
        name="web.page_words",
        category="web_residue",
        severity="error",
        explain="「上一篇」「责任编辑」「点击下载」「小编」等是网页上的话，不属于文稿。",
        fires="以下是小编为大家整理的范文，欢迎阅读。",
        passes="群众可在上一篇公告中查阅，也可到窗口打印本页材料的复印件。",
        find=searching(
            r"小编[^。\n]{0,30}|欢迎(?:大家)?(?:阅读|参考|借鉴|下载|收藏)[^。\n]{0,12}|(?:仅供|希望对)(?:大家|您|你)[^。\n]{0,12}|转载请注明[^。\n]{0,20}|版权(?:所有|归原作者)[^。\n]{0,20}"
            r"|(?:ICP备|公网安备)\s?\d+号?[\d-]*|Powered by \S+|扫一扫[^。\n]{0,12}(?:关注|分享)|范文(?:网|大全|库)",
            "这是网页上的话，不是文稿的内容。",
            suggestion="删去",
            near="小编 欢迎 仅供 希望对 转载请注明 版权 ICP备 公网安备 Powered 扫一扫 范文",
        ),
    ),
    Rule(
        name="web.code",
        category="web_residue",
        severity="error",
        explain="网页标签没有清除，读者会看到尖括号。",
        fires="<p>我镇公开信息120条。</p>",
        passes="公开率<95%的单位3个，>98%的单位5个。",
        find=searching(
            r"</?(?:p|br|div|span|a|img|font|table|tr|td|th|tbody|strong|b|i|u|em|h[1-6]|ul|li|ol|script|style|iframe|o:p|st1:\w+)\b[^<>\n]{0,200}>",
            "网页标签没有清除。",
            suggestion="删去标签，只留文字",
            near="<",
            flags=re.IGNORECASE,
        ),
    ),
    Rule(
        name="web.script",
        category="web_residue",
        severity="error",
        explain="网页的样式和脚本混进了正文。",
        fires="font-size:14px;我镇公开信息120条。",
        passes="请用font-size较大的字体张贴。",
        find=searching(
            r"javascript:[\w.]+|(?:font-(?:size|family)|text-(?:align|indent)|line-height|margin(?:-\w+)?)\s?:[^;{}\n]{1,40};|document\.write|var [a-z_]+ ?=",
            "这是网页的样式或脚本。",
            suggestion="删去",
            near="javascript: font-size font-family text-align text-indent line-height margin document.write var",
        ),
    ),
)
