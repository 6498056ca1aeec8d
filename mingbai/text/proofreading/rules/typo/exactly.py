"""Figures that are vague and exact at once, 「近38.45%」, totals announced twice, 「共排查出纠纷共86起」, and shares of which the
rate is not named, 「定期检验达99.6%」.
"""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import warning_of
from mingbai.text.proofreading.rules._parsing import LETTER, shape, shapes_of
from mingbai.text.proofreading.rules._rows import Row, rows_of

_warning = warning_of("typo", "typo")
_TOTAL = "共计|共有|总计|合计|累计|总共|一共|共"
_MEASURES = (
    "人次|起|件|名|人|户|个|项|条|份|次|期|场|处|块|台|套|亩|吨|公里|米|万元|元|家|所|座|种|类|篇|幅|批|本|册"
)
_NUMBER = r"(?:\d[\d,.]*|[一二三四五六七八九十百千]+)"
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_SHARED = (
    "定期检验|检验|抽检|检测|体检|产检|复检|回访|接种|免疫|参保|续保|缴费|建档|签约|入学|升学|入园|入住|办结|答复|达标|普及|合格|回收|综合利用|无害化处理|化解|调处|成活|保存|覆盖|满意|知晓|按期办结|按时办结|群众满意|群众知晓"
    "|参合|到课|出勤|到会|参会|及格|优秀|毕业|脱贫|就业|转化|采纳|回复|反馈|响应|在线|公开|兑付|发放到位|整改完成|任务完成|计划完成|破案|结案|起诉|审结|执结|退捕|销号|改厕|安装|入户|挂牌|持证|培训|建成"
)

_VAGUE: tuple[Row, ...] = (
    (
        "近 将近 接近 大约 约莫 差不多 几乎 大概",
        r"(?<![最附临邻靠亲新远就])(?P<mark>(?:将近|接近|大约|约莫|差不多|几乎|大概|近)(?:\d+\.\d+[%％]|\d+\.\d{2,}(?=[万亿])))",
        "「{}」后面是精确的数，与「近」「约」矛盾，留一样",
        "warning",
    ),
    (
        "左右 上下",
        r"(?P<mark>\d+\.\d{2,}[%％](?:左右|上下))",
        "「{}」前面是精确的数，与「左右」矛盾，留一样",
        "warning",
    ),
    (
        "近 将近 接近 约莫 差不多",
        rf"(?<![最附临邻靠亲新远就])(?P<mark>(?:将近|接近|约莫|差不多|近)(?!(?:19|20)\d\d年)\d{{2,}}[1-46-9])(?=(?:{_MEASURES})(?!以[上下]))",
        "「{}」后面是精确的数，与「近」矛盾，留一样",
        "info",
    ),
    (
        "左右 上下",
        rf"(?<![\d.])(?P<mark>\d{{2,}}[1-46-9](?:{_MEASURES})(?:左右|上下))",
        "「{}」前面是精确的数，与「左右」矛盾，留一样",
        "info",
    ),
)


def _value(number: str) -> str:
    return str(_DIGITS[number]) if number in _DIGITS else number


def _is_same_total(_passage: Passage, match: re.Match[str]) -> bool:
    return _value(match["first"]) == _value(match["again"]) and match["of"] == match["too"]


RULES: tuple[Rule, ...] = (
    _warning(
        "vague_and_exact",
        "约数的说法后面是精确的数：「近38.45%」「将近52.3%」「1237户左右」。",
        "全县近38.45%的农户参加，将近52.3%的村完成。",
        "全县近四成农户参加，将近50%的村完成，约12.6万株，近300户，最近138户。",
        rows_of(_VAGUE),
    ),
    _warning(
        "total_announced_twice",
        "总数报了两遍：「共排查出矛盾纠纷共86起」「共设7块版面，……共七块」。",
        "全镇共排查出矛盾纠纷共86起。",
        "全镇共排查出矛盾纠纷86起，公共设施共6处，共设7块版面。",
        shapes_of(
            shape(
                rf"(?:^|(?<=[，。；：、\n])|(?<=[县镇乡村校院局区市月年期内]))(?P<mark>(?:{_TOTAL})(?<!共(?=[同享建产治性体])){LETTER}{{2,14}}?(?<!公)(?:{_TOTAL}))(?={_NUMBER}[余多]?(?:{_MEASURES}))",
                "「{}」里总数说了两遍，留一个",
                "warning",
            ),
            shape(
                rf"共{LETTER}{{0,3}}(?P<first>{_NUMBER})个?(?P<of>[块个项条类种份期栏])[^。；\n\d]{{6,90}}?(?P<mark>[，、]?(?:{LETTER}{{2,4}})?共(?:计|有)?(?P<again>{_NUMBER})个?(?P<too>[块个项条类种份期栏]))(?=[，。；])",
                "「{}」前面已经说了，重复",
                "info",
                _is_same_total,
            ),
        ),
    ),
    _warning(
        "rate_unnamed",
        "百分数前面要说是什么率：「定期检验达99.6%」应为「定期检验率达99.6%」。",
        "电梯定期检验达99.6%，群众满意为98%。",
        "电梯定期检验率达99.6%，群众满意度为98%，检验合格的占99%。",
        shapes_of(
            shape(
                rf"(?P<mark>(?:{_SHARED}))(?=(?:已?达到?了?|均达|超过|高达|为)\s?(?:\d+(?:\.\d+)?[%％]|百分之))",
                "「{}」后面疑漏「率」",
                "warning",
            ),
        ),
    ),
)
