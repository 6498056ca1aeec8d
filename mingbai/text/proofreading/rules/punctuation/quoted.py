"""Marks in and about quotations and titles: parts of a slogan, commas before the closing mark, titles in quotes, works that are none."""

import re

from mingbai.text import dictionary
from mingbai.text.proofreading.model import Category, Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._either import searching_either

_MARK: Category = "punctuation_misuse"
_PART = rf"[{HAN}]{{2,9}}"


def _in_pairs(_: Passage, match: re.Match[str]) -> bool:
    """「谁主管、谁负责，谁审批、谁监管」 has pauses within and commas between."""
    said = match["mark"].strip("“”")
    marks = re.findall("[，,、]", said)
    parts = re.split("[，,、]", said)
    if marks[0] == "、" and all(mark != marks[0] for mark in marks[1::2]) and len(marks) % 2:
        return True
    # Clauses of quite different length may be told apart by their marks.
    return max(map(len, parts)) - min(map(len, parts)) > 1


def _speaks(passage: Passage, match: re.Match[str]) -> bool:
    """「“大家不要慌，”村支书说」"""
    behind = passage.text[match.end() : match.end() + 30].partition("\n")[0]
    return re.search("说|道|喊|问|表示|介绍|告诉|笑|讲|回答|感慨|念叨", behind) is not None


def _is_a_word(_: Passage, match: re.Match[str]) -> bool:
    """「调和、」, 「企及、」: the end of a word or of a name."""
    return (
        dictionary.kinds(match["word"])[-1:] not in (["c"], ["p"]) or len(dictionary.cut(match["word"])) < 2
    )


RULES = (
    Rule(
        name="punctuation.slogan_parts",
        category=_MARK,
        severity="info",
        explain="「“依法公开，真实公正、注重实效、有利监督”的原则」：引号里并列的几项长短一样，中间的标点要一致（GB/T 15834—2011 第4.5条）。",
        fires="坚持“依法公开，真实公正、注重实效、有利监督”的原则。",
        passes="坚持“依法公开、真实公正、注重实效、有利监督”的原则。“谁主管、谁负责，谁审批、谁监管”。",
        find=searching_either(
            rf"(?P<mark>“(?={_PART}(?:、{_PART})*，)(?={_PART}(?:，{_PART})*、){_PART}(?:[，、]{_PART}){{2,7}}”)",
            "引号里并列的几项，标点不一致。",
            suggestion="统一用顿号",
            near="“",
            unless=_in_pairs,
        ),
    ),
    Rule(
        name="punctuation.comma_at_quote_end",
        category=_MARK,
        severity="warning",
        explain="「“三位一体，”接受监督」：引的只是一个词语，逗号、顿号放在引号外面。",
        fires="公开栏、意见箱、举报电话“三位一体，”接受群众监督。",
        passes="公开栏、意见箱、举报电话“三位一体”，接受群众监督。“大家不要慌，”村支书说。",
        find=searching_either(
            rf"[{HAN}]“[{HAN}\d]{{2,12}}(?P<mark>[，、；：])”(?=[{HAN}])",
            "引的只是一个词语，「{}」放在引号外面。",
            suggestion="移到引号外面",
            near="，” 、” ；” ：”",
            unless=_speaks,
        ),
    ),
    Rule(
        name="punctuation.title_in_quotes",
        category=_MARK,
        severity="info",
        explain="「贯彻落实“《中华人民共和国水法》”」：文件名称已有书名号，不再加引号。",
        fires="认真贯彻落实“《中华人民共和国水法》”，各项工作有序推进。",
        passes="认真贯彻落实《中华人民共和国水法》。他说：“《条例》要学好。”",
        find=searching_either(
            r"(?P<mark>“《[^《》“”\n]{2,40}》”)(?!主题|系列|专题|宣传|学习活动)",
            "书名号外面不再加引号。",
            suggestion="删去引号",
            near="》”",
        ),
    ),
    Rule(
        name="punctuation.issued_in_quotes",
        category=_MARK,
        severity="info",
        explain="「“省委关于加强基层治理的意见”」：文件的名称用书名号，不用引号。",
        fires="传达学习“省委关于加强基层治理的意见”精神。",
        passes="传达学习《省委关于加强基层治理的意见》精神。落实“关于加强公开”的提案。",
        find=searching_either(
            rf"(?P<mark>“[{HAN}]{{2,16}}关于[^“”。，\n]{{4,40}}(?:通知|意见|办法|方案|决定|细则|规定|公告|纲要|规划|批复|函)”)",
            "「{}」是文件名称，用书名号。",
            suggestion="改用《》",
            near="关于",
        ),
    ),
    Rule(
        name="punctuation.no_work",
        category=_MARK,
        severity="info",
        explain="「《青溪贡茶》品牌」「《厕所革命》」：书名号只用于书、报、文件、作品的名称，品牌、产品、行动用引号或不加标点（GB/T 15834—2011 第4.15条）。",
        fires="重点发展《青溪贡茶》品牌，农村《厕所革命》是民心工程。",
        passes="重点发展“青溪贡茶”品牌。编印《农家书屋》，学习《党章》。《乡村振兴促进法》行动方案。",
        find=searching_either(
            rf"(?P<mark>《[{HAN}]{{2,10}}(?<!手册)(?<!指南)(?<!读本)(?<!画册)(?<!图册)(?<!目录)(?<!汇编)(?<!之歌)》)(?=品牌|商标|牌[{HAN}]{{1,3}}|产品|称号|荣誉|理念|原则|精神文明|小程序|微信群|公众号|项目|基地|合作社|景区|示范|村|机制|模式)|(?P<mark2>《(?!论)[{HAN}]{{2,8}}(?:革命|行动|工程|活动|品牌|合作社|公司|示范村|文明村|先进集体|先进个人|称号|微信群|公众号)》)",
            "「{}」不是书、报、文件或作品，不用书名号。",
            suggestion="改用引号或删去",
            near="》品 》商 》牌 》产 》称 》荣 》理 》原 》精神文明 》小程 》微 》公众 》项 》基 》合 》景 》示 》村 》机制 》模 革命》 行动》 工程》 活动》 品牌》 合作社》 公司》 村》 集体》 个人》 称号》 群》 公众号》",
        ),
    ),
    Rule(
        name="punctuation.mark_after_and",
        category=_MARK,
        severity="info",
        explain="「关心和、支持」：连词「和」「与」「或」后面不用顿号、逗号。",
        fires="感谢您对农村饮水工作的关心和、支持！",
        passes="感谢您对农村饮水工作的关心和支持！气候温和、湿润，来自泰和、永和等地。",
        find=searching_either(
            rf"(?P<word>[{HAN}]{{3}}[和与或])(?P<mark>[、，；])(?=[{HAN}《“])",
            "连词后面不用「{}」。",
            suggestion="删去",
            near="和、 和， 和； 与、 与， 与； 或、 或， 或；",
            unless=_is_a_word,
        ),
    ),
    Rule(
        name="punctuation.pause_before_or",
        category=_MARK,
        severity="info",
        explain="「电话、或书面形式」：「或」「或者」已经连接前后两项，前面不用顿号。",
        fires="请以电话、或书面形式向院办公室反映。",
        passes="请以电话或书面形式反映。调查、或许还要复核。",
        find=searching_either(
            rf"[{HAN}](?P<mark>、)(?=或(?![许然缺多少])者?[{HAN}])",
            "「或」前面不用顿号。",
            suggestion="删去",
            near="、或",
        ),
    ),
    Rule(
        name="punctuation.comma_after_subject",
        category=_MARK,
        severity="info",
        explain="「乡纪委，对3个村进行了通报」：短的主语和谓语之间不用逗号。",
        fires="乡纪委，对工作推进不力的3个村进行了通报。",
        passes="乡纪委对工作推进不力的3个村进行了通报。县政府，在县委领导下，对各乡镇进行了考核。",
        find=searching_either(
            rf"(?:^|(?<=[。；，\n]))[ \t\u3000]*(?:请|由)?[{HAN}]{{0,6}}(?:纪委|党委|政府|局|办|所|站|院|[镇乡县]|你村|各村|工作组|检查组|调研组|领导小组|一行|部门|单位)(?P<mark>，)(?=(?:对[^，。；\n]{{4,30}}(?:进行|予以|给予|作出|作)了?[^，。；\n]{{2,8}}|于\d{{0,4}}年?\d{{1,2}}月[^，。；\n]{{4,24}}|先后[^，。；\n]{{4,30}})[，。；、])",
            "短的主语和谓语之间不用逗号。",
            suggestion="删去",
            near="，对 ，于 ，先后",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.range_open",
        category=_MARK,
        severity="warning",
        explain="「增收1200—元」：连接号后面缺另一个数，或者多打了连接号。",
        fires="茶农人均增收1200—元，户均3—5亩。",
        passes="茶农人均增收1200—1500元。G76—元阳段。",
        find=searching_either(
            rf"(?<![\dA-Za-z.—－～~-])(?P<mark>\d[\d.]*(?:——|[—－～~]))(?=(?:万|亿)?(?:元|人次|人|户|亩|公里|个百分点|个月|个工作日|吨|%|％)(?![{HAN}]{{0,3}}段))",
            "连接号后面缺一个数，或者多打了连接号。",
            suggestion="补上后面的数，或删去连接号",
            near="—元 —万 —人 —户 —亩 —公里 —个 —吨 —% —％ ～元 ～万 ～人 ～户 ～亩 ～个 ～% ~元 ~万 ~人 ~户 ~亩 －元 －万 －人 －户 －亩",
        ),
    ),
    Rule(
        name="punctuation.mark_for_point",
        category=_MARK,
        severity="info",
        explain="「356,2万元」「平均年龄58、6岁」：数中间疑是小数点，误成了逗号、顿号。",
        fires="本年度收入356,2万元，支出341.8万元，平均年龄58、6岁。",
        passes="本年度收入356.2万元，支出1,200万元。3、5岁幼儿。分别为35、8万元。",
        find=searching_either(
            r"(?:收入|支出|投入|投资|资金|合计|总计|共|达到?|为|增长|下降|提高|长|面积|结余|完成)(?<!别为)(?:了|约)?(?P<mark>\d{2,4}[，、]\d{1,2})(?=(?:万元|亿元|%|％|岁|公里|万亩|万人|吨|个百分点))",
            "「{}」中间疑是小数点。",
            suggestion="改用「.」",
            near="万元 亿元 % ％ 岁 公里 万亩 万人 吨 百分点",
            unless=lambda passage, match: (
                "分别" in passage.text[max(passage.start, match.start() - 24) : match.end()]
            ),
        ),
    ),
    Rule(
        name="punctuation.clock_range",
        category=_MARK,
        severity="info",
        explain="「8:30－－11:30」：时间起止用一个连接号。",
        fires="受理时间为上午8:30－－11:30。",
        passes="受理时间为上午8:30—11:30。上午8:30-11:30。",
        find=searching_either(
            r"\d[：:]\d{2}(?P<mark>[－-]{2,4}|——)(?=\d{1,2}[：:]\d{2})",
            "时间起止用一个连接号。",
            suggestion="—",
            near="-- －－ ——",
        ),
    ),
    Rule(
        name="punctuation.stop_before_share",
        category=_MARK,
        severity="info",
        explain="「改造户厕3200座。占任务的104%」「长期……。或者……」：后半句还在说前面的事，用逗号。",
        fires="截至目前，改造户厕3200座。占任务的104%。",
        passes="截至目前，改造户厕3200座，占任务的104%。占地面积300亩。全镇12个村。占道经营问题突出。",
        find=searching_either(
            rf"[\d{HAN}](?P<mark>。)(?=占(?!地|道|用|比)[{HAN}]{{2,10}}的?\d[\d.]*[%％]|(?:或者|以及|从而|进而|乃至|给予)[{HAN}])",
            "话没有说完，这里用逗号。",
            suggestion="，",
            near="。占 。或者 。以及 。从而 。进而 。乃至 。给予",
        ),
    ),
)
