"""What a site set in as a sentence of its own: names of model papers (「村务公开自查报告最新版。」), words of its buttons and lists."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules._frames import any_of
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, compiled
from mingbai.text.proofreading.triggers import prose_with, waiting_for
from mingbai.text.records import record

# --- names of papers ------------------------------------------------------------------------------------------------------

_PIECE = lazy.pattern(rf"(?P<before>[。；，！,;])(?P<mark>[{HAN}\d]{{6,32}})(?=[。；;]|$)")
_ENDS = waiting_for(("报告", "总结", "汇报", "计划", "方案", "材料", "体会", "心得", "要点", "稿", "承诺书", "倡议书", "责任书", "打算", "主持词", "简报"))  # fmt: skip
_YEAR = lazy.pattern(r"(?:19|20)\d\d|\d{1,2}")
_LONG_LINE = 30


@record
class _Titles:
    words: re.Pattern[str]
    topics: re.Pattern[str]
    ends: re.Pattern[str]
    suffix: re.Pattern[str]


def _titles(rows: Sequence[Entry]) -> _Titles:
    words: dict[str, list[str]] = {}
    for row in rows:
        words.setdefault(row["kind"], []).extend(row["words"].split())
    every = sorted((word for some in words.values() for word in some), key=len, reverse=True)
    kinds, suffixes = any_of(words["kinds"]).pattern, any_of(words["suffixes"]).pattern
    return _Titles(
        any_of(every),
        any_of(words["topics"]),
        lazy.compile_now(rf"(?:{kinds})(?P<suffix>(?:\d*(?:{suffixes})){{0,3}})$"),
        any_of(words["suffixes"]),
    )


def _named(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A sentence that is nothing but the name of a paper, without a verb, between others."""
    known: _Titles | None = None
    for place in prose_with(passage, _ENDS):
        offset, line = passage.prose[place]
        if len(line) < _LONG_LINE:
            continue
        known = known or compiled(passage, ("title_words",), _titles)
        pieces = [m for m in _PIECE.finditer(line) if _is_title(known, m["mark"])]
        # Papers told one after another are a list of what is kept or handed in.
        for match in pieces if len(pieces) == 1 else ():
            start, end = offset + match.start("mark"), offset + match.end("mark")
            said = f"「{match['mark']}」是范文网站的篇名，与上下文没有关系。"
            yield rule.finding(
                passage, start, end + (passage.text[end : end + 1] == "。"), said, suggestion="删去"
            )


def _is_title(known: _Titles, words: str) -> bool:
    ending = known.ends.search(words)
    if ending is None or known.topics.search(words) is None:
        return False
    return not known.words.sub("", _YEAR.sub("", words))


# --- words of its page ------------------------------------------------------------------------------------------------------

_FURNITURE = (
    r"点击(?:此处|这里|链接)?(?:下载|查看|阅读|浏览)(?:附件|全文|原文|更多|详情|本文|文档){1,2}|展开(?:阅读)?全文|阅读全文|查看(?:全文|原文)|返回(?:顶部|首页|列表)|打印(?:本页|本文|此页)|关闭(?:窗口|本页)|收藏(?:本文|本页|此文)|我要纠错"
    r"|[【\[（(]?(?:字号|字体)[：:][ \u3000]?(?:\[?(?:默认|超大|特大|大|中|小)\]?[ \u3000]?){2,5}(?:打印|关闭|收藏)?[】\]）)]?"
    r"|[（(【\[][ \u3000]?(?:责任编辑|责编|编辑|编校|作者|文章来源|本文来源|文章作者)[：:][ \u3000]?[^）)】\]\n]{1,12}[）)】\]]|(?:责任编辑|责编)[：:][ \u3000]?[一-鿿]{2,4}(?![一-鿿、])"
    r"|(?:浏览|阅读|点击|访问)(?:次数|量|数)?[：:][ \u3000]?\d{1,7}次?|分享到[：:][^。\n]{0,20}|[上下]一[条篇][：:][^。\n]{2,40}"
    r"|扫一扫[^。\n]{0,4}手机上?(?:打开|查看|浏览)(?:当前|本|此)?(?:页面|网页|页|文)?|您?(?:当前|现在)的?位置[：:][^。\n]{2,40}|来源[：:][ \u3000]?(?:本站(?:原创)?|网络(?:整理)?|互联网)|(?:点击)?(?:鼠标)?右键[^。\n]{0,2}另存为|(?:热门|精彩|编辑|相关)推荐[：:][^。\n]{2,30}|网站地图[ \u3000|｜]{0,2}联系我们"
)
_INSIDE = rf"(?:(?<=[。；！？”）)])|(?<=(?:政府|事处|委会|员会))(?=[（(【\[]))[ \u3000]?(?P<mark>{_FURNITURE})(?![”」’]|按钮|链接|菜单|即可|进入|功能|模块|栏)"


RULES = (
    Rule(
        name="web.title_as_sentence",
        category="web_residue",
        severity="warning",
        explain="段落里有一句只是一个篇名（「村务公开自查报告最新版。」），没有动词，与上下文没有关系，是范文网站插进来的。",
        fires="共查阅台账260余册，召开座谈会13场，村务公开自查报告最新版。走访群众390户，群众满意率96%。",
        passes="共查阅台账260余册，召开座谈会13场，形成村务公开自查报告。走访群众390户，群众满意率96%。",
        find=Waiting(_ENDS, _named),
    ),
    Rule(
        name="web.furniture_inside",
        category="web_residue",
        severity="warning",
        explain="一句话后面跟着「点击下载附件全文」「字号：大 中 小」「（责任编辑：小陈）」一类网页上的字。",
        fires="公开质量有待提高。点击下载附件全文",
        passes="群众点击“下载附件”即可取得表格。请点击查看全文按钮。",
        find=searching(
            _INSIDE,
            "「{}」是网页上的字，不是文稿的内容。",
            suggestion="删去",
            near="点击 全文 原文 返回 打印 关闭 收藏 纠错 字号 字体 编辑： 编辑: 责编 编校： 来源： 来源: 作者： 作者: 浏览 阅读： 阅读: 阅读次 阅读量 访问 分享到 一条： 一条: 一篇： 一篇: 扫一扫 位置： 位置: 右键 推荐： 推荐: 网站地图",
            flags=re.MULTILINE,
            unless=mentioned,
        ),
    ),
)
