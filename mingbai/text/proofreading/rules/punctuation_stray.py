"""Marks that stand inside what belongs together: after a word that waits for its object, inside a fixed vow, before the parts of a figure."""

import re

from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.patterns import HAN, searching

# They cannot stand alone, so that no mark follows them.
_GOVERNORS = "做到|按照|根据|依照|遵照|依据|针对|力求|力争|确保|进一步|位于|截至|截止"

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
        name="punctuation.cared_for",
        category="punctuation_misuse",
        severity="info",
        explain="「做好材料报送，信息发布等工作」：「等工作」前面并列的几项用顿号。",
        fires="做好材料送交，信息更新发布等工作。",
        passes="做好材料送交、信息更新发布等工作。抓好整改，认真做好公开等工作。",
        find=searching(
            rf"(?:^|(?<=[，,。；;：:\n]))[ \u3000]*(?:并|要|主要|具体|切实|认真|及时|全力)?(?:{_CARED_FOR})(?:(?!(?:{_CARED_FOR}))[{HAN}]){{2,8}}(?P<mark>[，,])(?=(?!(?:并|以|对|在|把|将|使|让|认真|切实|及时|积极|主动|严格|全面|进一步|不断|加强|推进|做好|抓好|开展|负责|完成|落实))[{HAN}]{{3,10}}等(?:各项)?(?:工作|事项|事务)[，,。；;])",
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
            rf"(?:^|(?<=[，,。；;：:\n]))[ \t\u3000]*(?:切实|努力|真正|严格|必须|并|要|应|须)?(?:{_GOVERNORS})(?P<mark>[、，,；;：])(?=[{HAN}《“])(?!(?:一是|第一))",
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
