"""Marks that stand inside what belongs together: after a word that waits for its object, inside a fixed vow, before the parts of a figure."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._parsing import CLAUSE
from mingbai.text.proofreading.triggers import lines_with, waiting_for

# They cannot stand alone, so that no mark follows them.
_GOVERNORS = "做到|按照|根据|依照|遵照|依据|针对|力求|力争|确保|进一步|位于|截至|截止"

# 「公告3条、文件2条，简报6条、」: counted things, side by side, whatever they are called.
_ITEM = lazy.pattern(
    rf"(?!其中|全年|共|累计|本年)[{HAN}“”（）()《》及]{{2,24}}?(?<![\d])\d{{1,6}}(?P<unit>余?[条件个篇份期次])(?P<mark>[，、,])"
)
_ITEM_MARKS = waiting_for(tuple(f"{unit}{mark}" for unit in "条件个篇份期次" for mark in "，、,"))
_FEWEST_ITEMS = 4


def _uneven_items(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end in lines_with(passage, _ITEM_MARKS):
        at = start
        while first := _ITEM.search(passage.text, at, end):
            run = [first]
            while following := _ITEM.match(passage.text, run[-1].end(), end):
                run.append(following)
            at = run[-1].end()
            marks = ["、" if match["mark"] == "、" else "，" for match in run]
            # Where it changes once, another list may begin; there and back again is a slip.
            if len(run) < _FEWEST_ITEMS or sum(one != other for one, other in pairwise(marks)) < 2:
                continue
            odd = min(("，", "、"), key=marks.count)
            place = run[marks.index(odd)].start("mark")
            said = "一串数字排在一起，中间有的用逗号，有的用顿号，应当统一。"
            yield rule.finding(passage, place, place + 1, said, suggestion="统一用一种标点")


# A purpose, told before anything is done, ends no sentence.
_PURPOSE = (
    rf"(?:^|(?<=\n))[ \u3000]*为(?:了|切实|进一步|深入|认真|全面|扎实|贯彻|加强|推进|规范|做好|落实|保障|提高)"
    rf"(?:(?!我[镇乡局县区市校院办委]|特制|现[就将]|决定|制定了|召开|成立|开展了|组织了|[{HAN}](?:镇|街道|局|社区)[{HAN}]{{0,6}}(?:开展|组织|举办|召开|邀请))[^。；;\n]){{10,180}}(?P<mark>。)"
    rf"(?=按照|根据|依据|遵照|结合|\d{{1,2}}月\d{{1,2}}日)"
)
# What is done to things in a list that ends with 「等工作」.
_CARED_FOR = "做好|抓好|开展|负责|完成|落实"

RULES = (
    Rule(
        name="punctuation.vows_run_on",
        category="punctuation_misuse",
        severity="warning",
        explain="「谁主办谁负责谁发布谁负责」：并列的几句之间要有顿号。",
        fires="按照谁主办谁负责谁发布谁负责、谁运行谁负责的原则。",
        passes="按照谁主办谁负责、谁发布谁负责的原则，明确谁来负责谁去落实。",
        find=searching(
            rf"谁(?!负责)[{HAN}]{{1,3}}[、，,]?谁负(?P<mark>责谁)(?=[{HAN}]{{1,3}}[、，,]?谁负责)",
            "并列的几句之间漏了顿号。",
            suggestion="责、谁",
            near="责谁",
        ),
    ),
    Rule(
        name="punctuation.uneven_counted",
        category="punctuation_misuse",
        severity="info",
        explain="「公告3条、文件2条，简报6条、动态9条」：一串带数字的项目，中间的标点要一样。",
        fires="公开公告3条、文件2条，简报6条、动态9条、其他1条。",
        passes="公开公告3条、文件2条、简报6条、动态9条、其他1条，受理申请2件。",
        find=Waiting(_ITEM_MARKS, _uneven_items),
    ),
    Rule(
        name="punctuation.purpose_alone",
        category="punctuation_misuse",
        severity="info",
        explain="「为进一步……水平。按照……」：前面只说了目的，话没有说完，用逗号。",
        fires="为切实推进公开工作，提升公开水平。按照县里的通知要求，制定本方案。",
        passes="为切实推进公开工作，提升公开水平，按照县里的通知要求，制定本方案。",
        find=searching(
            _PURPOSE,
            "前面只说了目的，话没有说完，用逗号。",
            suggestion="，",
            near="。按照 。根据 。依据 。遵照 。结合 。1 。2 。3 。4 。5 。6 。7 。8 。9",
        ),
    ),
    Rule(
        name="punctuation.covered_alone",
        category="punctuation_misuse",
        severity="info",
        explain="「公开信息580条。涵盖了……」：后一句没有主语，和前面是一句话，用逗号。",
        fires="主动公开各类政府信息580条。涵盖了便民服务等内容。",
        passes="主动公开各类政府信息580条，涵盖了便民服务等内容。内容涵盖财政、民政。",
        find=searching(
            r"(?<=[条件份篇次])(?P<mark>。)(?=(?:涵盖|包含了|覆盖了?|涉及|主要涉及|主要涵盖|主要包括|包括)[一-鿿])",
            "后一句没有主语，和前面是一句话，用逗号。",
            suggestion="，",
            near="。涵盖 。包含 。覆盖 。涉及 。主要涉及 。主要涵盖 。主要包括 。包括",
        ),
    ),
    Rule(
        name="punctuation.cared_for",
        category="punctuation_misuse",
        severity="info",
        explain="「做好材料报送，信息发布等工作」：「等工作」前面并列的几项用顿号。",
        fires="做好材料送交，信息更新发布等工作。",
        passes="做好材料送交、信息更新发布等工作。抓好整改，认真做好公开等工作。",
        find=searching(
            rf"{CLAUSE}[ \u3000]*(?:并|要|主要|具体|切实|认真|及时|全力)?(?:{_CARED_FOR})(?:(?!(?:{_CARED_FOR}))[{HAN}]){{2,8}}(?P<mark>[，,])(?=(?!(?:并|以|对|在|把|将|使|让|认真|切实|及时|积极|主动|严格|全面|进一步|不断|加强|推进|做好|抓好|开展|负责|完成|落实))[{HAN}]{{3,10}}等(?:各项)?(?:工作|事项|事务)[，,。；;])",
            "并列的几项之间用顿号。",
            suggestion="、",
            near="等工作 等各项工作 等事项 等事务",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.after_governor",
        category="punctuation_misuse",
        severity="warning",
        explain="「做到、全面真实」：「做到」「按照」「根据」「确保」一类的词后面要接着说下去，不用顿号、逗号。",
        fires="及时更新公开内容，做到、全面真实、及时准确。",
        passes="及时更新公开内容，做到全面真实、及时准确，说到做到、言行一致。",
        find=searching(
            rf"{CLAUSE}[ \t\u3000]*(?:切实|努力|真正|严格|必须|并|要|应|须)?(?:{_GOVERNORS})(?P<mark>[、，,；;：])(?=[{HAN}《“])(?!(?:一是|第一))",
            "前面的词要接着说下去，中间不用标点，删去。",
            suggestion="删去",
            near=" ".join(f"{word}{mark}" for word in _GOVERNORS.split("|") for mark in "、，,；"),
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.inside_vow",
        category="punctuation_misuse",
        severity="info",
        explain="「应公开、尽公开」是一个说法，中间不加标点。",
        fires="按照应公开、尽公开的原则及时公布。",
        passes="按照应公开尽公开的原则及时公布，应当公开、及时公开。",
        find=searching(
            rf"应(?P<vow>[{HAN}]{{1,3}})(?P<mark>[、，,])(?:尽|必|全|都)(?P=vow)|应(?P<mark2>[、，,])(?P<vow2>公开|解读|享|保|兜|办|减|救|补|检|治)(?:尽|必)(?P=vow2)",
            "「应……尽……」中间不加标点，删去。",
            suggestion="删去",
            near="、尽 ，尽 ,尽 、必 ，必 ,必 、全 ，全 、都 ，都 应、 应，",
        ),
    ),
    Rule(
        name="punctuation.semicolon_before_part",
        category="punctuation_misuse",
        severity="info",
        explain="「36条；其中概况1条」：「其中」说的就是前面的总数，前面用逗号，不用分号。",
        fires="公开政府信息36条；其中概况信息1条，领导信息2条。",
        passes="公开政府信息36条，其中概况信息1条；受理申请3件，其中网上申请2件。",
        find=searching(
            rf"(?<=[条件份篇次个项人名户家期场])(?P<mark>[；;])(?=其中[{HAN}：:，,“]{{1,30}}\d)",
            "「其中」前面用逗号，不用分号。",
            suggestion="，",
            near="；其中 ;其中",
        ),
    ),
)
