"""Line ends lost in extraction: titles, sections, lists of names run into the text that follows them."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.titles import GLUED_TITLE

_LONG_LINE = 120
_SECTION = lazy.pattern(rf"[。；;：:！” ]\s?(?P<mark>[二三四五六七八九]、)(?=[{HAN}]{{2}})")


def _title(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「……工作总结20xx年，我镇……」 at the head of the text."""
    if not passage.prose:
        return
    offset, line = passage.prose[0]
    match = GLUED_TITLE.match(line)
    if match and len(line) > match.end("title") + 20:
        said = "标题和正文之间的换行丢了。"
        yield rule.finding(passage, offset, offset + match.end("title") + 2, said, suggestion="标题另起一行")


def _one_line(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The first heading that stands inside a long line, where no heading begins a line."""
    if any(marker.family == "chinese" for marker in passage.markers):
        return
    for offset, line in passage.prose:
        match = _SECTION.search(line) if len(line) >= _LONG_LINE else None
        if match and "一、" in line[: match.start()]:
            at = offset + match.start("mark")
            said = "各段之间的换行丢了，标题和正文连成一片。"
            yield rule.finding(passage, at, at + 2, said, suggestion="按原稿分段")
            return


RULES = (
    Rule(
        name="encoding.title_lost_its_line",
        category="encoding_damage",
        severity="info",
        explain="文稿标题后面的换行丢了，标题和第一句话连在一起。",
        fires="乡镇政务公开工作总结今年以来，我镇认真贯彻落实条例，扎实推进政务公开工作。",
        passes="乡镇政务公开工作总结\n今年以来，我镇认真贯彻落实条例，扎实推进政务公开工作。",
        find=_title,
    ),
    Rule(
        name="encoding.lines_lost_systematic",
        category="encoding_damage",
        severity="info",
        explain="全文连成一行，「一、」「二、」都在行中，换行在转换时丢了。每个文件只提示一次。",
        fires="今年以来，我镇认真做好政务公开工作，现将有关情况汇报如下。 一、加强组织领导。我镇成立了政务公开工作领导小组，镇长任组长，下设办公室，明确专人负责日常工作，做到有人管、有人抓、有人做。 二、完善公开制度。制定了主动公开、依申请公开、保密审查等制度，公开工作逐步规范，群众较为满意。",
        passes="一、加强组织领导。\n我镇成立了领导小组。\n二、完善公开制度。\n公开工作逐步规范。",
        find=_one_line,
    ),
    Rule(
        name="encoding.names_joined",
        category="encoding_damage",
        severity="warning",
        explain="领导小组名单的换行丢了，姓名和下一个职务连在一起。",
        fires="组长：张明副组长：李强成员：王芳、赵刚。",
        passes="组长：张明\n副组长：李强\n组长：张明　副组长：李强",
        find=searching(
            rf"(?:组\s?长|主\s?任|成\s?员|校\s?长|书\s?记)\s?[:：]\s?[{HAN}]{{2,4}}?(?P<mark>副组长|副主任|成员|办公室主任|联络员|委员)(?=\s?[:：])",
            "「{}」前面的换行丢了。",
            suggestion="另起一行",
            near="副组长： 副组长: 副主任： 副主任: 成员： 成员: 联络员： 联络员: 委员： 委员:",
        ),
    ),
    Rule(
        name="encoding.stray_letter",
        category="encoding_damage",
        severity="warning",
        explain="汉字中间夹着一个小写字母，没有意义，多半是转换或误按留下的。",
        fires="进一步加强政务公f开工作。",
        passes="第n次会议，甲x乙，微信e通，办事e站，app下载，推行e政务。",
        find=searching(
            rf"(?<=[{HAN}])[bcdfghjklpqrstuvwz](?=[{HAN}])",
            "汉字中间夹着字母「{}」。",
            suggestion="删去",
            near=" ".join("bcdfghjklpqrstuvwz"),
        ),
    ),
)
