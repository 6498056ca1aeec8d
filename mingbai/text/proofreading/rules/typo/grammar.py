"""Sentences that do not hold together: a missing half of a frame, an object without its head, two frames mixed."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules._parsing import INSIDE, STOP

_HEADS = lazy.pattern(
    r"力度|投入|强度|幅度|规模|密度|频次|频率|比重|力量|支持|扶持|补助|资金|宣传|监督|惩|查处|打击|整治|管理|管控|培训|检查|考核|曝光|奖励"
    r"|督查|督办|追究|问责|处罚|执法|指导|协调|建设|保护|治理|推广|开发|研究|引导|帮扶|救助|服务|排查|巡查|清理|处置|支出|份额|公开"
)
_LEVELS = lazy.pattern(
    r"水平|质量|效率|能力|意识|认识|素质|透明|程度|率|力|度|性|效果|成效|效能|实效|地位|标准|要求|作用|效益|积极|层次|站位|收入|待遇|位次"
)
_SOLVED = lazy.pattern(
    r"问题|困难|矛盾|难题|纠纷|实事|难事|急事|大事|小事|烦心事|难点|热点|诉求|需求|需要|瓶颈|症结|疑惑|疑虑|烦恼|急难愁盼|之忧|短板|弊端|现象|案|不足|障碍|堵点|痛点|关切|状况|局面|隐患|资金|经费|就业|岗位|住房|温饱|最后一公里|不够|不高|不强|不畅|不实|不力|不清|不到位|不全|不规范"
)


def _has(words: re.Pattern[str]):  # type: ignore[no-untyped-def]
    def holds(passage: Passage, match: re.Match[str]) -> bool:
        return words.search(match[0]) is not None

    return holds


_RULES_OF_FRAMES = (
    Rule(
        name="typo.under_leadership",
        category="typo",
        severity="warning",
        explain="「在……的正确领导」后面要有「下」。",
        fires="在县委、县政府的正确领导，我镇政务公开工作有序推进。",
        passes="在县委、县政府的正确领导下，我镇政务公开工作有序推进。",
        find=anchored(
            "领导， 领导, 支持， 支持, 指导， 指导, 重视， 重视, 关怀， 关怀,",
            searching(
                rf"(?<![现存旨潜实正内])在{INSIDE}{{2,30}}的(?P<mark>(?:正确|坚强|亲切|统一|高度|关心和|大力)(?:领导|指导|支持|重视|关怀))[，,]",
                "「{}」后面疑漏「下」字。",
                suggestion="{}下",
                needs="在",
            ),
        ),
    ),
    Rule(
        name="typo.guided_by",
        category="typo",
        severity="warning",
        explain="「以……思想为指导」漏了「为」。",
        fires="以习近平新时代中国特色社会主义思想指导，深化政务公开。",
        passes="以习近平新时代中国特色社会主义思想为指导，用科学理论指导实践。",
        find=anchored(
            "思想指导 理论指导 发展观指导 精神指导",
            searching(
                rf"以{INSIDE}{{2,40}}(?P<mark>(?:思想|理论|发展观|精神)指导)[，,。；]",
                "「{}」疑漏「为」字，应作「以……为指导」。",
                needs="指",
            ),
        ),
    ),
    Rule(
        name="typo.taking_as",
        category="typo",
        severity="warning",
        explain="「……为重点」前面要有「以」「把」一类的字，否则句子残缺。",
        fires="解决办事难、办事慢等问题为重点，深化政务公开。",
        passes="以解决办事难等问题为重点，把便民服务作为抓手，确定的项目列为重点。",
        find=anchored(
            "为重点 为目标 为契机 为抓手 为载体 为核心 为主线 为突破口 为宗旨 为导向",
            searching(
                r"(?:^|(?<=[。；;\n]))[ \u3000]*(?P<mark>(?:解决|加强|推进|围绕|规范|提高|深化|创新|健全|完善|落实|强化|服务|方便|满足|突出)[^。；;\n以把将作列确定评选成使，,]{2,60}为(?:重点|目标|契机|抓手|载体|核心|主线|突破口|宗旨|导向))[，,]",
                "「……为……」前面疑漏「以」字，句子残缺。",
                needs="为",
            ),
        ),
    ),
    Rule(
        name="typo.no_subject",
        category="typo",
        severity="warning",
        explain="句子只有「……的一项重要举措」，没有说什么是，多为句子被打乱。",
        fires="保障人民群众知情权和监督权的一项重要举措。要继续抓好。",
        passes="政务公开是保障人民群众知情权的一项重要举措。",
        find=anchored(
            "举措。 途径。 保证。 手段。 环节。 内容。 措施。 抓手。",
            searching(
                r"(?:^|(?<=[。；;\n]))[ \u3000]*(?P<mark>(?:保障|推进|促进|提高|加强|深化|落实|实现|建设|维护|密切|转变)[^。；;\n是为，,]{6,60}的(?:一项)?(?:重要)?(?:举措|途径|保证|手段|环节|内容|措施|抓手)。)",
                "这句话没有主语，疑有漏句或句子错位。",
                needs="的",
            ),
        ),
    ),
    Rule(
        name="typo.is_doing",
        category="typo",
        severity="info",
        explain="「某项工作是加快某某建设。」后面缺「的重要举措」之类，句子残缺。",
        fires="政府信息公开工作是加快社会主义民主政治建设。",
        passes="政府信息公开工作是加快民主政治建设的重要举措，目的是推进依法行政。",
        find=anchored(
            "工作是 制度是 活动是 公开是",
            searching(
                rf"(?:^|(?<=[，,。；;\n]))(?P<mark>[{HAN}]{{2,16}}(?:工作|制度|活动|公开)是(?:加快|推进|促进|提高|保障|加强|深化|落实|建设)[^，,。；;\n的]{{4,30}}。)",
                "这句话疑不完整，「是……」后面缺「的重要举措」一类的话。",
                needs="是",
            ),
        ),
    ),
    Rule(
        name="typo.missing_unit_word",
        category="typo",
        severity="error",
        explain="「我政务公开工作」漏了「镇」「乡」「局」等字。",
        fires="使我政务信息公开工作进一步规范化。",
        passes="使我镇政务信息公开工作进一步规范化。",
        find=anchored(
            "我政务 我信息公开 我依申请 我村务 我机关",
            searching(
                r"(?<![自敌你忘对])我(?:政务(?:公开|信息|服务)|信息公开|依申请公开|村务公开|机关干部)",
                "「{}」疑在「我」字后面漏了「镇」「乡」「局」一类的字。",
                needs="我",
            ),
        ),
    ),
)
_RULES_OF_OBJECTS = (
    Rule(
        name="typo.increase_nothing",
        category="typo",
        severity="warning",
        explain="「加大对……」后面要有「力度」「投入」一类的宾语。",
        fires="着重加大对我镇财政预算和“三公”经费使用情况，按要求公开。",
        passes="加大对我镇财政预算公开力度，加大对农业的投入。",
        find=anchored(
            "加大对 加大了对",
            searching(
                rf"加大(?:了)?对(?:于)?{INSIDE}{{3,40}}{STOP}",
                "「加大」缺宾语，疑漏「力度」一类的词。",
                needs="加",
                unless=_has(_HEADS),
            ),
        ),
    ),
    Rule(
        name="typo.improve_work",
        category="typo",
        severity="warning",
        explain="「提高……工作」搭配不当，应为「提高……工作水平」。",
        fires="不断提高政务信息公开工作。",
        passes="不断提高政务信息公开工作水平。",
        find=anchored(
            "工作。 工作； 工作;",
            searching(
                rf"(?:不断|进一步|切实|努力|有效|全面)(?:提高|提升)(?:了)?(?P<object>[{HAN}]{{2,16}}工作)(?=[。；;])",
                "「提高」缺宾语，疑漏「水平」「质量」一类的词。",
                suggestion="{}水平",
                needs="提",
                unless=lambda passage, match: _LEVELS.search(match["object"]) is not None,
            ),
        ),
    ),
    Rule(
        name="typo.solve_nothing",
        category="typo",
        severity="info",
        explain="「解决」后面要有「问题」「困难」一类的宾语。",
        fires="突出解决与群众利益密切相关的公用事业单位和企业，进一步强化服务。",
        passes="突出解决与群众利益密切相关的问题，进一步强化服务。",
        find=anchored(
            "解决",
            searching(
                rf"(?:突出|着力|重点|切实|努力|认真|主要)解决(?:好)?{INSIDE}{{8,50}}[，,。；]",
                "「解决」缺宾语，疑漏「的问题」。",
                needs="解",
                unless=_has(_SOLVED),
            ),
        ),
    ),
)
_RULES_OF_WORDS = (
    Rule(
        name="typo.since_range",
        category="typo",
        severity="info",
        explain="「1-8月以来」前后矛盾：有起止就不能说「以来」。",
        fires="1-8月以来，我办主动公开信息23条。",
        passes="1-8月，我办主动公开信息23条。今年以来，工作有序。",
        find=anchored(
            "月以来 月份以来",
            searching(
                r"\d{1,2}月?\s*[-—–~～－至到]\s*\d{1,2}月份?以来",
                "「{}」矛盾：有起止月份就不能说「以来」。",
                needs="以",
            ),
        ),
    ),
    Rule(
        name="typo.about_or_so",
        category="typo",
        severity="info",
        explain="「约……左右」「超过……以上」意思重复。",
        fires="约120条左右，超过90%以上。",
        passes="约120条，120条左右，超过90%。",
        find=anchored(
            "左右 上下 以上 以下",
            searching(
                rf"(?:大?约|将近|接近|超过|至少|多达|近)\s?\d[\d,.]*[余多]?[%％]?[{HAN}]{{0,4}}?(?:左右|上下|以上|以下)(?![{HAN}]{{0,2}}(?:职务|学历|干部|人员))"
                r"|\d[\d,.]*[%％]?以上(?:的?水平)?(?:以上|左右|上下)|\d[\d,.]*[万千百]?[多余][一-鿿]{0,2}(?:左右|上下)",
                "「{}」意思重复，去掉一头。",
                needs="左上以",
            ),
        ),
    ),
    Rule(
        name="typo.missing_comma",
        category="typo",
        severity="warning",
        explain="「以此确保」「从而促进」另起一句，前面要有逗号。",
        fires="对违纪者严肃处理以此确保工作持之以恒。",
        passes="对违纪者严肃处理，以此确保工作持之以恒，并以此推动工作。",
        find=anchored(
            "以此 从而",
            searching(
                rf"(?<=[{HAN}])(?<![并要需可将能会和就而再且,，是希])(?P<mark>(?:以此|从而)(?:确保|推动|促进|保证|带动|提高|增强|达到|使得?|实现|提升|保障|调动|避免|杜绝|方便|规范))",
                "「{}」前面疑漏逗号。",
                suggestion="，{}",
                needs="从此",
            ),
        ),
    ),
    Rule(
        name="typo.missing_of",
        category="typo",
        severity="info",
        explain="「做好……的同时」漏了「的」。",
        fires="深入抓好医务公开、校务公开同时，拓展公开范围。",
        passes="深入抓好医务公开的同时，拓展公开范围。",
        find=anchored(
            "同时， 同时,",
            searching(
                rf"(?:抓好|做好|加强|推进|抓实|搞好|完善){INSIDE}{{2,24}}(?<![的与之此且但并，,])(?P<mark>同时)(?=[，,])",
                "「{}」前面疑漏「的」字。",
                suggestion="的{}",
                needs="同",
            ),
        ),
    ),
)
RULES = _RULES_OF_FRAMES + _RULES_OF_OBJECTS + _RULES_OF_WORDS
