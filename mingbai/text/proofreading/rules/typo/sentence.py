"""Halves of sentences and words that do not go together: a frame without its head, an exact figure with 「多」."""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules._parsing import CLAUSE, INSIDE, STOP

_BEGIN = rf"{CLAUSE}[ \u3000]*"
_MEASURES = "条件人次个份篇户项期场家名起宗例册本块幅间座所站辆台吨亩株"
_WITHOUT_WITH = "以把将作是视列定成当由"


_WITH = re.compile("[把将]|(?<![可所难得予])以(?![来及上下后前])")


def _before(passage: Passage, match: re.Match[str]) -> str:
    """What the sentence says before the match."""
    ends = (passage.text.rfind(mark, passage.start, match.start()) for mark in "。；;\n")
    return passage.text[max(passage.start, 1 + max(ends)) : match.start()]


def _in_before(passage: Passage, match: re.Match[str]) -> bool:
    """「在县委的领导和……的指导下」 has its 「在」 before the comma."""
    return "在" in _before(passage, match)


def _with_before(passage: Passage, match: re.Match[str]) -> bool:
    """「以公开促规范，群众满意为出发点」 has its 「以」 before the comma."""
    return _WITH.search(_before(passage, match)) is not None


_RULES_OF_NUMBERS = (
    Rule(
        name="typo.exact_and_more",
        category="typo",
        severity="info",
        explain="个位都写明的数已经是准数，后面不能再加「多」「余」。",
        fires="全年公开信息755多条，接待群众68余人次。",
        passes="全年公开信息755条、750多条，接待群众60余人次，投入68余万元。",
        find=searching(
            rf"(?<![\d.．,，年月第号〔-])(?:\d+[1-9][多余](?=[{_MEASURES}])|\d+\.\d+[多余](?=[万亿]元))",
            "「{}」是准数，去掉「多」「余」，或者改成整数。",
            needs="多余",
        ),
    ),
    Rule(
        name="typo.congress_in_digits",
        category="typo",
        severity="info",
        explain="党的全国代表大会的届次用汉字，写作「十七大」「二十大」。",
        fires="深入学习贯彻党的17大精神。",
        passes="深入学习贯彻党的十七大精神，17大类事项。",
        find=anchored(
            "大精神 大报告 大以来 大召开 大提出 大会议 大全会 大和 大的",
            searching(
                r"(?:党的\s?(?:1[0-9]|20)|(?<![一二三四五六七八九])十\s?[1-9])\s?大(?=精神|报告|以来|召开|提出|会议|和|的|[，,。])",
                "「{}」应写作汉字，如「十七大」。",
                needs="大",
            ),
        ),
    ),
    Rule(
        name="typo.half_of_message",
        category="typo",
        severity="warning",
        explain="「信65条」漏了「息」字。",
        fires="公开规划计划类信65条。",
        passes="公开规划计划类信息65条，发送短信65条，收到群众来信3条。",
        find=searching(
            r"(?<=[类开布息道递送])信(?=\s?\d+\s?[余多]?条)(?<!息信)(?<!通信)",
            "「信」后面疑漏「息」字。",
            suggestion="信息",
            needs="信",
        ),
    ),
)
_RULES_OF_HALVES = (
    Rule(
        name="typo.group_without_with",
        category="typo",
        severity="info",
        explain="「成立了以某某为组长的领导小组」漏了「以」或者「由」。",
        fires="成立了分管领导为组长，办公室主任为副组长的领导小组。",
        passes="成立了以分管领导为组长、由镇长任组长的领导小组，成立领导小组，镇长为组长。",
        find=anchored(
            "为组长 任组长 为正组长 任正组长",
            searching(
                r"(?:成立|组建|建立)了?(?P<mark>(?:党|政|镇|乡|街道|局|单位|分管|主要|副|书记|主任|办事处|行政)[^，,。；;：:\n以由任小]{1,20}[为任](?:正|第一)?组长)",
                "「{}」前面疑漏「以」或者「由」字。",
                suggestion="以{}",
                needs="组",
            ),
        ),
    ),
    Rule(
        name="typo.aim_without_with",
        category="typo",
        severity="info",
        explain="「以……为出发点」漏了「以」字。",
        fires="切实保障人民群众的切身利益为出发点，全面推进政务公开。",
        passes="以维护群众利益为出发点，把便民作为宗旨，制度为保障，群众满意为宗旨。",
        find=anchored(
            "为出发点 为落脚点 为己任 为突破口 为抓手 为契机 为准绳",
            searching(
                rf"{_BEGIN}(?P<mark>[^，,。；;：:\n{_WITHOUT_WITH}]{{5,40}}为(?:出发点|落脚点|己任|突破口|抓手|契机|准绳)(?:和落脚点)?){STOP}",
                "「{}」前面疑漏「以」字。",
                suggestion="以{}",
                needs="为",
                unless=_with_before,
            ),
        ),
    ),
    Rule(
        name="typo.without_in",
        category="typo",
        severity="info",
        explain="「在……的领导下」漏了「在」字。",
        fires="镇党委、政府的统一领导下，政务公开工作取得成效。",
        passes="在镇党委的统一领导和县政府的指导下，通过努力，形势向好。",
        find=anchored(
            "领导下 指导下 协调下 支持下 关心下 帮助下",
            searching(
                r"(?:^|(?<=[，,。；;\n]))[ \u3000]*(?P<mark>(?!在|经|因|由|通过|随着)[^，,。；;：:\n在于]{0,24}?(?:的|统一|正确|坚强|大力|亲切|精心)[^，,。；;：:\n在于]{0,12}(?:领导|指导|协调|支持|关心|帮助)下)(?=[，,])",
                "「{}」前面疑漏「在」字。",
                suggestion="在{}",
                needs="下",
                unless=_in_before,
            ),
        ),
    ),
    Rule(
        name="typo.since_work",
        category="typo",
        severity="info",
        explain="「自政务公开工作以来」漏了「开展」一类的动词。",
        fires="自政务公开工作以来，我乡主动公开信息。",
        passes="自开展政务公开工作以来，政务公开工作开展以来，今年以来。",
        find=anchored(
            "工作以来",
            searching(
                r"自(?:从)?[^，,。；;\n开启实施推运行颁布成立建创起]{0,10}?(?:政务|信息|村务|党务|厂务|校务)公开工作以来",
                "「{}」疑漏「开展」一类的动词。",
                needs="自",
            ),
        ),
    ),
    Rule(
        name="typo.exception_cut",
        category="typo",
        severity="error",
        explain="「以公开为常态、不公开为例外」漏了「外」字。",
        fires="坚持以公开为常态、不公开为例。",
        passes="坚持以公开为常态、不公开为例外，以政务公开为例。",
        find=anchored(
            "不公开为例",
            searching("不公开为例(?!外)", "「{}」疑漏「外」字。", suggestion="不公开为例外", needs="例"),
        ),
    ),
    Rule(
        name="typo.report_of_openness",
        category="typo",
        severity="info",
        explain="年度报告的全称是「政府信息公开工作年度报告」，漏了「公开」。",
        fires="按时发布政府信息年度报告。",
        passes="按时发布政府信息公开年度报告和政府信息公开指南。",
        find=anchored(
            "政府信息年度报告 政府信息工作年度报告 政府信息年报 政府信息指南",
            searching(
                "(?P<mark>政府信息)(?:工作)?(?:年度报告|年报|指南)",
                "「{}」后面疑漏「公开」。",
                suggestion="{}公开",
                needs="报指",
            ),
        ),
    ),
)
_RULES_OF_PAIRS = (
    Rule(
        name="typo.applied_openness",
        category="typo",
        severity="info",
        explain="收到的是「公开申请」，不是「依申请公开」。",
        fires="今年我镇未收到依申请公开。",
        passes="今年我镇未收到依申请公开事项、信息公开申请，依申请公开办理规范。",
        find=anchored(
            "到依申请公开 理依申请公开 过依申请公开 息依申请公开",
            searching(
                r"(?:收到|接到|接收到|受理)(?:过|任何|群众|公民)?(?P<mark>(?:政府信息|政务信息|信息)?依申请公开(?:政府)?(?:信息)?)(?=[，,。；;、\n])",
                "「{}」疑应作「政府信息公开申请」。",
                suggestion="政府信息公开申请",
                needs="申",
            ),
        ),
    ),
    Rule(
        name="typo.until",
        category="typo",
        severity="info",
        explain="到某一天为止的统计用「截至」；「截止」是停止，后面不带日期。",
        fires="截止2018年12月31日，公开信息120条。",
        passes="截至2018年12月31日，报名3月1日截止，截止日期为5月。",
        find=anchored(
            "截止",
            searching(
                r"(?P<mark>截止)(?:至|到|于)?(?=\s?(?:\d{2,4}年|\d{1,2}月|目前|今年|本年|年底|报告期|现在|上月|本月))",
                "「{}」后面有日期，应作「截至」。",
                suggestion="截至",
                needs="截",
            ),
        ),
    ),
    Rule(
        name="typo.right_or_power",
        category="typo",
        severity="info",
        explain="群众享有的是「权利」，机关行使的是「权力」。",
        fires="保障了群众获取政府信息权力。",
        passes="保障群众的权利，行使群众赋予的权力，群众监督权力运行。",
        find=anchored(
            "权力",
            searching(
                r"(?:公民|群众|村民|居民|百姓|农民|申请人|当事人|职工|教职工|社员|消费者)(?:的|依法|有|享有|应有)?[^，,。；;\n赋授给交手对的行]{0,8}(?P<mark>权力)(?=[，,。；;、\n得])",
                "群众享有的应作「权利」。",
                suggestion="权利",
                needs="权",
            ),
        ),
    ),
    Rule(
        name="typo.rewritten_basically",
        category="typo",
        severity="warning",
        explain="「根本上」前面没有「从」，多为套用改写时由「基本上」换来。",
        fires="重大村务根本上通过民主程序决策。",
        passes="从根本上解决问题，重大村务基本上通过民主程序决策。",
        find=anchored(
            "根本上",
            searching(
                r"(?<![从在自由])根本上(?=通过|都|能|完成|达到|做到|形成|建立|符合|满足|已|没有|有|是)",
                "「{}」疑应作「基本上」。",
                suggestion="基本上",
                needs="根",
            ),
        ),
    ),
    Rule(
        name="typo.mainly_mainly",
        category="typo",
        severity="info",
        explain="「主要以……为主」意思重复。",
        fires="主要以网上公布形式为主。",
        passes="以网上公布为主，主要采用网上公布形式。",
        find=anchored(
            "为主",
            searching(
                rf"主要(?:还是)?(?:以|是以){INSIDE}{{1,20}}为主(?![要任导体席])",
                "「{}」意思重复，去掉「主要」。",
                needs="主",
            ),
        ),
    ),
    Rule(
        name="typo.related_related",
        category="typo",
        severity="info",
        explain="「有关……相关规定」意思重复。",
        fires="严格执行有关纪律作风建设相关规定。",
        passes="严格执行有关规定，有关部门按照相关规定办理。",
        find=anchored(
            "相关规定 有关规定 相关要求 有关要求 相关政策 有关政策 相关精神 有关精神 相关制度 有关制度",
            searching(
                rf"(?:有关|相关)(?!部门|单位|人员|科室|股室|站所|规定|方面|负责){INSIDE}{{2,12}}?(?<![按照据合于行守])(?:相关|有关)(?:规定|要求|政策|精神|制度)",
                "「{}」里「有关」「相关」重复，去掉一个。",
                needs="关",
                unless=lambda passage, match: (
                    re.search("按照|根据|依照|执行|遵守|落实|符合|部门|单位", match[0]) is not None
                ),
            ),
        ),
    ),
)
RULES = (*_RULES_OF_NUMBERS, *_RULES_OF_HALVES, *_RULES_OF_PAIRS)
