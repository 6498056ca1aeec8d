"""What is done by a paper and was done before there was the paper: 「按照2023年5月印发的方案，2023年3月完成改造」."""

from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_MADE = ("印发", "发布", "下发", "出台", "公布", "颁布", "签订", "签署", "转发", "制定")
_WORDS = waiting_for(_MADE)
_LONGEST = 130
_ORDER = lazy.pattern(
    r"(?:根据|按照|依据|遵照|依照|为落实|为贯彻)[^。；;\n，,]{0,20}?(?P<y>20\d\d)年(?P<m>1[0-2]|[1-9])月(?:(?P<d>[123]?\d)日)?[^。；;\n，,]{0,12}"
    rf"(?:{'|'.join(_MADE)})的?(?P<what>[^。；;\n]{{0,50}}?)(?P<done>(?P<y2>20\d\d)年(?P<m2>1[0-2]|[1-9])月(?:(?P<d2>[123]?\d)日|底|初|中旬)?(?!以?前)"
    r"[^。；;\n，,]{0,14}?(?:完成|启动|开始|开展|召开|成立|建成|验收|落实|组织|整改|公开|公示|组建|设立|办理|开工))"
)
# Figures are told after their time; what went before is told as such.
_APART = lazy.pattern(
    "数据|公报|统计|名单|结果|年报|通报|修订|修正|此前|之前|以前|前期|原|曾|早在|至|到|以来|起"
)


def _before_paper(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _WORDS, _ORDER, _LONGEST):
        if _APART.search(match["what"]) or passage.in_web_residue(match.start()):
            continue
        paper, done = (int(match["y"]), int(match["m"])), (int(match["y2"]), int(match["m2"]))
        days = int(match["d"] or 0), int(match["d2"] or 0)
        if done < paper or (done == paper and all(days) and days[1] < days[0]):
            said = (
                f"依据的文件是{_said(*paper, days[0])}才有的，这里写{_said(*done, days[1])}就办了，请核对。"
            )
            yield rule.finding(passage, *match.span("done"), said, suggestion="核对两处日期")


def _said(year: int, month: int, day: int) -> str:
    return f"{year}年{month}月{day}日" if day else f"{year}年{month}月"


_rule = hint_of("date", "wrong_year_or_date")

RULES = (
    _rule(
        "before_its_paper",
        "按一份文件办的事，办在文件印发之前：「按照2023年5月印发的方案，2023年3月完成改造」。",
        "按照2023年5月印发的方案，我局于2023年3月完成改造。",
        "按照2023年3月印发的方案，我局于2023年5月完成改造。",
        Waiting(_WORDS, _before_paper),
    ),
)
