"""Words out of their order, and clauses that lost their verb or the year: 「进一步街道夯实」, 「信息工作公开年报」, 「切实群众的知情权」,
「我镇年度共接受」."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import listed
from mingbai.text.proofreading.rules._parsing import (
    INSIDE,
    LETTER,
    clause_before,
    shape,
    shapes_of,
    words_between,
)

_BEGIN = r"(?:^|(?<=[，,。；;：:、\n有]))"
_CLAUSE = lazy.pattern(rf"{INSIDE}*")
# They say how something is done; a verb must follow.
_ADVERBS = "进一步|(?<![源续连流绵])不断|切实|大力|着力|逐步|继续|努力|认真|及时|始终|着重|逐渐|必将|必须|全面|充分|积极|能够|得以|予以|加以|尽力|尽快|亲自|逐一|竭力"
# Some are attributes of a noun as well: 「及时信息」, 「积极因素」, 「全面工作」.
_ATTRIBUTES = frozenset(listed("及时 全面 充分 积极 认真 努力 逐步 继续 必须"))
# Nouns that are never verbs and never part of one that begins with them.
_NOUNS = (
    "街道|我镇|我乡|我县|我局|我校|我街道|我区|我市|我村|我社区|本镇|本乡|本局|全镇|全乡|全县|全局|全校|全村|全区|全市|各村|各部门|各单位|各站所|各科室|各社区|村级|镇级|乡级|政府|政务|党务|村务|校务|厂务|财务|群众|人民群众|广大群众|居民|村民|职工"
    "|党员|干部|领导班子|机制|制度|体系|水平|渠道|力度|透明度|知情权|质量|效能|效率|氛围|环境|形象|队伍|平台|网站|信息公开|政府信息|政务公开|村务公开|党务公开|校务公开"
    "|教职工|教师|学生|家长|患者|企业|农民|农村|法律|法规|政策|资金|责任|措施|内容|形式|程序|范围|领域|能力|素质|意识|作风|职能|公众|社会公众|老百姓|重点领域|基层"
)
_UNITS = frozenset(
    listed(
        "街道 我镇 我乡 我县 我局 我校 我街道 我区 我市 我村 我社区 本镇 本乡 本局 全镇 全乡 全县 全局 全校 全村 全区 全市 各村 各部门 各单位 各站所 各科室 各社区 村级 镇级 乡级"
    )
)
_MONTHS = r"(?:[一二三四五六七八九十\d]{1,2}月)"


def _lost_its_verb(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the noun behind the adverb is no part of a verb, and the clause no name of something."""
    start, end = match.span("noun")
    rest = _CLAUSE.match(passage.text, end, passage.end)
    words = words_between(passage, match.start("mark"), rest.end() if rest else end)
    if not any(word.start == start and word.kind[0] in "nrblisz" for word in words):
        return False
    if match["noun"] in {"措施", "责任", "能力"} and "采取" in clause_before(passage, start):
        return False
    return match["adverb"] not in _ATTRIBUTES or match["noun"] in _UNITS


def _is_scrambled(passage: Passage, match: re.Match[str]) -> bool:
    return cut_of(passage).begins(match.start("mark"))


RULES = (
    Rule(
        name="typo.adverb_without_verb",
        category="typo",
        severity="info",
        explain="「进一步」「切实」「不断」后面直接跟名词：漏了动词，或者语序乱了。",
        fires="为进一步街道夯实公开基础，切实群众的知情权。",
        passes="为进一步夯实街道公开基础，切实保障群众的知情权，及时信息公开。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?P<adverb>{_ADVERBS})(?P<noun>{_NOUNS}))(?!化)(?=(?P<rest>{LETTER}|[、，,。；;]))",
                "「{}」语序不对，或者漏了动词",
                "info",
                _lost_its_verb,
            ),
        ),
    ),
    Rule(
        name="typo.name_scrambled",
        category="typo",
        severity="info",
        explain="「信息公开工作年报」「政府信息公开」这类名称里的词颠倒了。",
        fires="编制了信息工作公开年报，发布政府公开信息63条。",
        passes="编制了信息公开工作年报，公开政府信息63条，政务公开工作。",
        find=shapes_of(
            shape(
                r"(?P<mark>(?:政府信息|信息|政务|党务|村务|校务|院务|厂务)工作公开)(?=(?:年度|年报|报告|情况|制度|领导|办法|水平|力度|机制|栏|工作|透明|[，,。；;、]))",
                "「{}」语序不对，应为「……公开工作」",
                "info",
                _is_scrambled,
            ),
            shape(
                r"(?:发布|公布|上传|公开|更新|新增|报送|收集|主动)了?(?P<mark>政府公开信息|政务公开信息)",
                "「{}」语序不对，疑应为「政府信息」",
                "info",
            ),
            shape(
                r"(?P<mark>政府公开信息)(?=共计|共有|累计|总数|总量|数量)",
                "「{}」语序不对，疑应为「公开政府信息」",
                "info",
            ),
            shape(
                r"(?P<mark>(?:公开(?:政务|党务|村务|校务)(?:工作|制度|领导小组|栏)|信息政府公开|政府公开信息(?:工作|制度|领导|指南|目录|条例)|公开政府信息(?:领导小组|指南|条例)))(?!的(?!要求|通知|意见|部署|安排|开展))",
                "「{}」语序疑不对，应为「政务公开……」「信息公开……」",
                "info",
                _is_scrambled,
            ),
            shape(
                r"(?P<mark>(?:工作领导组小组|公开务(?!必|求)|开公(?!司|告|共|示|交|布|平|园|车|务员|里|开)))",
                "「{}」语序不对",
                "info",
                _is_scrambled,
            ),
        ),
    ),
    Rule(
        name="typo.year_lost",
        category="typo",
        severity="info",
        explain="「年度」前面漏了年份，如「我镇年度共接受」「年未产生费用」。",
        fires="我镇年度共接受咨询1436次。年未产生任何费用。",
        passes="我镇2015年度共接受咨询1436次，年初制定年度工作计划，全年未产生费用。",
        find=shapes_of(
            shape(
                r"(?P<mark>我(?:[镇乡县局村校区市]|街道)年(?:度)?)(?=共|因|未|没有|主动|收到|受理|无|在|的|全|通过|累计|总|政府信息|政务公开|信息公开|认真|继续)",
                "「{}」疑漏年份",
                "info",
            ),
            shape(
                rf"{_BEGIN}(?P<mark>年(?:度)?(?:我[镇乡县局村校区市]|我街道|本[镇乡局]|未|共|因|[镇乡](?:共|主动|政|在|未))|年工作(?:目标|计划|总结|要点)|年(?:度)?主动公开)(?!同|会)",
                "「{}」前面疑漏年份",
                "info",
            ),
            shape(
                rf"(?<=[在于至到从自])(?P<mark>年{_MONTHS})(?=\d|[初中底末上下份以至到起，,])",
                "「{}」前面疑漏年份",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.measure_twice",
        category="typo",
        severity="info",
        explain="数字前后各有一个量词，如「信息条75条」。",
        fires="公开工作信息条75条，占83%。",
        passes="公开工作信息75条，第3条第2款，每件2件套。",
        find=shapes_of(
            shape(
                r"(?<=[一-鿿])(?<![第每各逐几多一二三四五六七八九十百千两上下面线油])(?P<mark>(?P<measure>条)\s?\d+\s?[余多]?(?P=measure))(?![例款目文])",
                "「{}」量词重复",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.one_as_dash",
        category="typo",
        severity="warning",
        explain="「三抓一推」这类说法里的「一」误作连字符。",
        fires="采取“三抓-推”的方式。",
        passes="采取“三抓一推”的方式，3-5天，“三会一课”。",
        find=shapes_of(
            shape(
                rf"[“「\"](?P<mark>[两三四五六七八九]{LETTER}{{1,2}}[-—–－])(?={LETTER}{{1,2}}[”」\"])",
                "「{}」里的短横疑为「一」",
                "warning",
            ),
        ),
    ),
)
