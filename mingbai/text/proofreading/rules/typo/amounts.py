"""Times and amounts with a word lost or said twice: 「2009，我镇」, 「1月日起」, 「三十余多条」, 「近年来以来」."""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching

_BEGINS = r"(?:^|(?<=[，,。；;：:！\n\s]))"
_MEDIA = "宣传车|公开栏|公示栏|宣传栏|微信公众号|公众号|门户网站|电子显示屏|电子屏|显示屏|黑板报|宣传单|明白纸|明白卡|宣传册|横幅|展板|微信群|手机短信|广播|电视|报纸|短信|意见箱"
# Two of them side by side that are one thing.
_ONE_THING = re.compile(r"广播电视|电视广播|电视报纸|微信公众号公众号")


_LONG = 8


def _one_thing(_: Passage, match: re.Match[str]) -> bool:
    return _ONE_THING.search(match.group()) is not None


def _is_series(_: Passage, match: re.Match[str]) -> bool:
    """「政务公开、政务公开标准化」 names a thing and a part of it, unless what is named twice is long."""
    return len(match["item"]) < _LONG and match["after"] is not None


RULES = (
    Rule(
        name="date.day_lost",
        category="wrong_year_or_date",
        severity="error",
        explain="「2018年1月日」漏了是几日。",
        fires="统计期限自2018年1月日起至2018年12月31日止。",
        passes="统计期限自2018年1月1日起，请写明出生年月日，每月日常检查。",
        find=searching(
            r"(?<![\d.])(?:1[0-2]|0?[1-9])月(?P<mark>日)(?![常均前后内子程报历期出落夜志本])",
            "「日」前面漏了数字。",
            suggestion="补上日期",
            near="月日",
        ),
    ),
    Rule(
        name="date.year_word_lost",
        category="typo",
        severity="warning",
        explain="句首的年份漏了「年」：「2009，我镇……」。",
        fires="2009，我镇政府信息公开工作取得新的成绩。",
        passes="2009年，我镇政府信息公开工作取得新的成绩。编号2009，共3页。",
        find=searching(
            rf"(?:^|(?<=[。；;！\n]))[ \u3000]*(?P<mark>(?:19[89]|20[0-4])\d)[，,](?=(?:我|全|本|在|县|镇|乡|市|区|街道|各|按照|认真|进一步|依申请|共)[{HAN}])",
            "「{}」后面漏了「年」。",
            suggestion="{}年",
            flags=re.M,
        ),
    ),
    Rule(
        name="date.year_lost_before",
        category="typo",
        severity="warning",
        explain="「2016以来」「2018上半年」的年份后面漏了「年」。",
        fires="2016以来，全镇公开信息30条。",
        passes="2016年以来，全镇公开信息30条，编号2016底册，GB2018上半部分。",
        find=searching(
            r"(?<![\dA-Za-z〔（(\[年第号—.-])(?P<mark>(?:199\d|20[0-4]\d))(?=以来|底[，,。前]|末[，,。前]|上半年|下半年|第[一二三四]季度)",
            "「{}」后面漏了「年」。",
            suggestion="{}年",
            near="以来 底 末 上半年 下半年 季度",
        ),
    ),
    Rule(
        name="date.month_word_lost",
        category="typo",
        severity="warning",
        explain="「截至12底」漏了「月」。",
        fires="截至2018年12底，共公开信息30条。",
        passes="截至2018年12月底，共公开信息30条；截至2018年底，8底盘。",
        find=searching(
            r"(?:截至|截止|截止到|到|至|自)(?:20\d\d年)?(?P<mark>1[0-2]|[1-9])(?:底|初)(?=[，,。；;共累全我前止为])",
            "「{}」后面漏了「月」。",
            suggestion="{}月",
            near="底 初",
        ),
    ),
    Rule(
        name="typo.time_since_twice",
        category="typo",
        severity="warning",
        explain="「近年来以来」「今年以来来」把「以来」说了两遍。",
        fires="近年来以来，我镇高度重视政务公开工作。",
        passes="近年来，我镇高度重视政务公开工作；今年以来，来访群众增多，来信办结率上升。",
        find=searching(
            r"(?P<mark>(?:近年|多年|一年|几年|长期|今年|去年|历年|建国|开展|实施)来以来|以来来(?=[，,])|以来以来|(?:近年|近几年|多年)以来以?来(?=[，,]))",
            "「{}」把「来」「以来」说了两遍。",
            suggestion="只留一个",
            near="来以来 以来来 以来以来",
        ),
    ),
    Rule(
        name="typo.this_year_since",
        category="typo",
        severity="info",
        explain="「今年来主动公开」少了「以」，书面写「今年以来」。",
        fires="今年来主动公开的信息共有164条。",
        passes="今年以来主动公开的信息共有164条，今年来访、来信的群众减少，今年来我镇考察的有3批。",
        find=searching(
            rf"{_BEGINS}(?P<mark>[今本去]年来)(?=(?:主动|累计|共|公开|认真|不断|先后|全[镇乡县区市街村]|各|坚持|积极|继续|进一步|多次|加强))",
            "「{}」少了「以」。",
            suggestion="今年以来",
            near="年来",
        ),
    ),
    Rule(
        name="typo.about_twice",
        category="typo",
        severity="warning",
        explain="「余」「多」说的是一个意思，只用一个。",
        fires="全年公开信息三十余多条。",
        passes="全年公开信息三十余条，多余的材料退回，剩余多少公开多少。",
        find=searching(
            r"(?<=[\d十百千万亿])(?P<mark>余多|多余)(?=[条次件人户项名个份篇家处期页册万千亩公元天年种])",
            "「{}」重复，只用一个。",
            suggestion="余",
            near="余多 多余",
        ),
    ),
    Rule(
        name="typo.total_twice",
        category="typo",
        severity="info",
        explain="「累计公开共计」把总数说了两遍。",
        fires="全年累计公开共计信息40条。",
        passes="全年累计公开信息40条，共计办理申请3件。",
        find=searching(
            rf"(?:累计|共|总共|合计)[{HAN}]{{2,6}}(?P<mark>共计|总计|合计)(?=[{HAN}]{{0,6}}[\d一二三四五六七八九十百])",
            "前面已有「累计」「共」，「{}」重复。",
            suggestion="删去",
            near="共计 总计 合计",
            unless=lambda _, match: "、" in match.group() or "和" in match.group(),
        ),
    ),
    Rule(
        name="typo.increase_noun",
        category="typo",
        severity="warning",
        explain="「同比增量21条」：「增量」是名词，这里写「增加」。",
        fires="通知公告24条，同比增量21条。",
        passes="通知公告24条，同比增加21条，增量部分另行公布。",
        find=searching(
            r"(?:同比|环比|比上年|比去年|较上年|较去年)(?P<mark>增量|减量)(?=[\d一二三四五六七八九十])",
            "「{}」是名词，这里写「增加」「减少」。",
            suggestion="增加",
            near="增量 减量",
        ),
    ),
    Rule(
        name="typo.below_twice",
        category="typo",
        severity="warning",
        explain="「重点公开下以下内容」多了「下」。",
        fires="本年度重点公开下以下内容。",
        passes="本年度重点公开以下内容，如下以下各点。",
        find=searching(
            rf"(?<=[{HAN}]{{2}})(?<![上以如之])(?P<mark>下)(?=以下(?:内容|几|方面|问题|信息|事项|措施|情况|工作|[一二三四五六七八九十\d]))",
            "「{}」多余。",
            suggestion="删去",
            near="下以下",
        ),
    ),
    Rule(
        name="typo.exception_rule",
        category="typo",
        severity="info",
        explain="「以公开为常态、不公开为例外原则」漏了「的」。",
        fires="坚持以公开为常态、不公开为例外原则。",
        passes="坚持以公开为常态、不公开为例外的原则。",
        find=searching(
            r"为(?P<mark>例外原则)",
            "「例外」后面漏了「的」。",
            suggestion="例外的原则",
            near="例外原则",
        ),
    ),
    Rule(
        name="typo.item_twice",
        category="typo",
        severity="warning",
        explain="并列的几项里同一项列了两遍。",
        fires="内容包括收费及减免情况、收费及减免情况和行政复议情况。",
        passes="内容包括收费及减免情况、行政复议情况，政务公开、政务公开标准化，逐户、逐户核对。",
        find=searching(
            rf"(?P<item>[{HAN}]{{4,20}})、(?P<mark>(?P=item))(?P<after>(?![和与及等]|组成|构成)[{HAN}])?",
            "「{}」列了两遍。",
            suggestion="删去一个",
            near="、",
            unless=_is_series,
        ),
    ),
    Rule(
        name="punctuation.media_joined",
        category="punctuation_misuse",
        severity="info",
        explain="「利用宣传车公开栏等方式」：两种载体之间漏了顿号。",
        fires="利用宣传车公开栏等方式公开。",
        passes="利用宣传车、公开栏和广播电视等方式公开。",
        find=searching(
            rf"(?:利用|通过|借助|运用|采取|[、和])(?P<mark>(?:{_MEDIA})(?:{_MEDIA}))(?=等|、|[多各]种)",
            "「{}」是两种载体，中间漏了顿号。",
            near="等 、",
            unless=_one_thing,
        ),
    ),
)
