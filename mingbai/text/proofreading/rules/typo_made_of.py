"""Sentences of two makings: 「包括……七部分组成」, 「我局按照要求，我局」, 「获……排名第四」, 「在公示栏等形式公开」, parts without a number."""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching

_WE = "我局|我镇|我乡|我县|我市|我校|我院|我委|我街道|我区|我办|我站|我处|我中心"
_AGAIN = "信息|情况|问题|工作|内容|方面|制度|活动|事项|材料|文件"


def _made_of(_: Passage, match: re.Match[str]) -> bool:
    """「包括两类，由七部分组成」 says one after the other."""
    return re.search("由|共分|分为|分别", match.group()) is not None


RULES = (
    Rule(
        name="typo.includes_and_consists",
        category="typo",
        severity="warning",
        explain="「全文包括……七部分组成」把「包括」和「由……组成」混在一起。",
        fires="全文包括概述、主动公开情况、依申请公开情况、存在问题等四部分组成。",
        passes="全文由概述、主动公开情况、存在问题三部分组成，本报告包括概述等四部分。",
        find=searching(
            r"(?:全文|内容|报告|年报|本文|目录)(?:主要)?(?:包括|包含)[：:]?[^。；;\n]{10,300}?(?:部分|方面|内容)(?P<mark>组成|构成)",
            "「包括」和「由……组成」混在一起。",
            suggestion="删去，或把「包括」改为「由」",
            near="包括 包含",
            unless=_made_of,
        ),
    ),
    Rule(
        name="typo.parts_uncounted",
        category="typo",
        severity="warning",
        explain="「……的工作安排部分组成」漏了「等」或部分的数目。",
        fires="本报告由概述、主动公开情况、存在的问题及下年工作安排部分组成。",
        passes="本报告由概述、主动公开情况、存在的问题等部分组成，由三部分组成，由各部分组成。",
        find=searching(
            rf"由[^。；;\n]{{12,300}}?[{HAN}](?<![一二三四五六七八九十两几各等个大多的本该此主])(?P<mark>部分)(?=[组构]成)",
            "「部分」前面漏了「等」或数目。",
            suggestion="等……部分",
            near="部分组成 部分构成",
        ),
    ),
    Rule(
        name="typo.subject_again",
        category="typo",
        severity="info",
        explain="「我局认真落实……，按照……要求，我局开展」：一句话里主语说了两遍。",
        fires="2014年，我局认真贯彻条例，按照县政府对公开工作的要求，我局依法开展公开工作。",
        passes="2014年，我局认真贯彻条例，按照县政府的要求，依法开展公开工作。我局成立了小组。",
        find=searching(
            rf"(?P<who>{_WE})(?!的)[^。；;\n]{{6,160}}?[，,](?:按照|根据|依据)[^，,。；;\n]{{2,50}}(?:要求|规定|部署|精神|安排|通知)[，,](?P<mark>(?P=who))(?!的|实际)",
            "前面已有「{}」，这里又说了一遍。",
            suggestion="删去",
            near="求，我 定，我 署，我 神，我 排，我 知，我 求,我 定,我 署,我 神,我 排,我 知,我",
        ),
    ),
    Rule(
        name="typo.others_and_same",
        category="typo",
        severity="info",
        explain="「工作信息、其他信息等信息」把「信息」说了几遍。",
        fires="内容涵盖机构信息、工作信息、其他信息等信息。",
        passes="内容涵盖机构信息、工作信息等信息，其他信息等到年底公开。",
        find=searching(
            rf"其[他它](?P<what>{_AGAIN})(?P<mark>等(?P=what))(?=[，,。；;、])",
            "前面已说「其他」，这里多余。",
            suggestion="删去",
            near=" ".join(f"{word}等{word}" for word in _AGAIN.split("|")),
        ),
    ),
    Rule(
        name="typo.request_for_openness",
        category="typo",
        severity="info",
        explain="「未收到申请公开信息要求」语序不顺，写「未收到公开信息的申请」。",
        fires="全年未收到任何形式的申请公开信息要求。",
        passes="全年未收到任何形式的信息公开申请，按申请公开的信息要求答复。",
        find=searching(
            r"(?:收到|接到|受理|发生)(?:了|过)?[^，,。；;\n]{0,8}?(?P<mark>申请公开(?:政府)?(?:信息)?(?:的)?(?:要求|事宜))(?=[，,。；;、\n])",
            "「{}」语序不顺，写「政府信息公开申请」。",
            suggestion="政府信息公开申请",
            near="申请公开",
        ),
    ),
    Rule(
        name="typo.openness_provided",
        category="typo",
        severity="info",
        explain="「免费提供政府信息公开」漏了「服务」，或者多了「公开」。",
        fires="本年度实行免费提供政府信息公开。",
        passes="本年度免费提供政府信息，提供政府信息公开服务，推进信息公开。",
        find=searching(
            r"(?:免费|无偿|主动|及时)?提供(?:了)?(?P<mark>(?:政府|政务)?信息公开)(?=[，,。；;])",
            "「提供」后面是信息或服务，「{}」后面疑漏「服务」。",
            suggestion="{}服务",
            near="提供政府信息公开 提供政务信息公开 提供信息公开 提供了",
        ),
    ),
    Rule(
        name="typo.got_ranked",
        category="typo",
        severity="info",
        explain="「获全国网站排名第四」把「获……名次」和「排名第四」混在一起。",
        fires="我市网站获全国地级市政府网站中排名第四。",
        passes="我市网站在全国地级市政府网站中排名第四，获得第四名，获奖后排名第三。",
        find=searching(
            rf"(?P<mark>获(?:得)?)(?!奖|悉|取|知|评|批|准|嘉|表|授|赠|胜|益|救|利|释)(?=[{HAN}“”]{{4,36}}(?:排名|位列|位居|名列)(?:全[国省市县])?第)",
            "「获」和「排名第……」混在一起。",
            suggestion="在",
            near="排名第 位列第 位居第 名列第 排名全 位列全 位居全 名列全",
        ),
    ),
    Rule(
        name="typo.in_the_form",
        category="typo",
        severity="info",
        explain="「在公示栏等多种形式展示」：形式、方式前面用「以」「通过」。",
        fires="低保信息在城乡公示栏等多种形式展示。",
        passes="低保信息以公示栏等多种形式展示，在公示栏以多种形式公开。",
        find=searching(
            r"(?P<mark>在)(?=(?:(?![以用通采过])[^，,。；;\n]){2,24}?等(?:多种|各种|多)?(?:形式|方式)(?:进行)?(?:展示|公开|公布|公示|宣传|发布))",
            "形式、方式前面用「以」「通过」。",
            suggestion="通过",
            near="等形式 等方式 等多种形式 等多种方式 等各种形式 等各种方式 等多形式",
        ),
    ),
    Rule(
        name="typo.de_before_preposition",
        category="typo",
        severity="info",
        explain="修饰「将……公开」「向……公布」用「地」：「及时准确的将信息公开」。",
        fires="清晰合理的将督查信息在专栏里公开。",
        passes="清晰合理地将督查信息在专栏里公开，全面的对外开放，有效的对策，合理的向导。",
        find=searching(
            rf"(?:及时|准确|全面|清晰|合理|认真|有效|积极|主动|严格|规范|系统|科学|真实|完整|快速|有序|详细|如实|公开透明|及时有效)(?P<mark>的)(?=(?:将(?!来|军|要|近)|把(?!握|关|手))[{HAN}《“]|向(?:社会|群众|公众|社会各界|上级|县|市|区|镇|村民)|对(?:政府|各|社会|公众|群众|上级|信息|全)[{HAN}]{{2,12}}进行)",
            "修饰动词用「地」。",
            suggestion="地",
            near="的将 的把 的向社会 的向群众 的向公众 的向上级 的向县 的向市 的向区 的向镇 的向村民 的对",
        ),
    ),
    Rule(
        name="typo.about_without_to",
        category="typo",
        severity="info",
        explain="「关于2014年公开工作情况进行督查的通知」漏了「对」。",
        fires="根据《关于全县政务公开工作情况进行督查的通知》要求，开展自查。",
        passes="根据《关于对全县政务公开工作情况进行督查的通知》要求，《关于进行督查的通知》。",
        find=searching(
            r"(?P<mark>关于)(?!(?:[^《》，。\n]{0,20})[对就])(?=[^《》，。\n]{2,36}(?:情况|工作|单位|部门|制度|公开)进行(?:专项|全面|集中)?(?:督查|检查|考核|通报|调查|评估|抽查|清理|自查|监督|测评|表彰)的(?:通知|通报|报告|函|公告|决定|意见))",
            "「关于」后面漏了「对」。",
            suggestion="关于对",
            near="行督查的 行检查的 行考核的 行通报的 行调查的 行评估的 行抽查的 行清理的 行自查的 行监督的 行测评的 行表彰的 专项 全面 集中",
        ),
    ),
    Rule(
        name="typo.channel_without_verb",
        category="typo",
        severity="warning",
        explain="「通过政府网站等渠道政府信息」漏了「公开」「发布」一类的动词。",
        fires="政府信息公开方式：通过政府网站等渠道政府信息。",
        passes="通过政府网站等渠道公开政府信息，通过多种渠道的政府信息，拓宽渠道。",
        find=searching(
            r"通过[^，,。；;\n]{2,24}?(?:渠道|形式|方式|平台|途径|媒体|载体)(?P<mark>(?:政府|政务|各类|有关|相关){0,2}信息)(?=[，,。；;\n]|\d{1,6}[条件篇份])(?<!平台信息)(?<!媒体信息)",
            "「{}」前面漏了「公开」「发布」一类的动词。",
            suggestion="公开{}",
            near="道政府信息 式政府信息 台政府信息 径政府信息 体政府信息 道政务信息 式政务信息 台政务信息 道各类 式各类 台各类 径各类 道有关 式有关 道相关 式相关 道信息 式信息 径信息",
        ),
    ),
    Rule(
        name="typo.purpose_of_the_act",
        category="typo",
        severity="warning",
        explain="《条例》第一条的说法是「对人民群众生产、生活和经济社会活动的服务作用」，漏了「活动」。",
        fires="充分发挥政府信息对人民群众生产、生活和经济社会的服务作用。",
        passes="充分发挥政府信息对人民群众生产、生活和经济社会活动的服务作用。",
        find=searching(
            r"生产、?生活(?:和|、|及)(?P<mark>经济社会|经济|社会)(?=的?服务作用)",
            "「{}」后面漏了「活动」。",
            suggestion="{}活动",
            near="服务作用",
        ),
    ),
    Rule(
        name="typo.place_lost",
        category="typo",
        severity="warning",
        explain="「本报告公布于，欢迎查阅」「电子版可在下载」漏了网站或地点，多半是链接丢了。",
        fires="本报告的电子版可在下载。",
        passes="本报告的电子版可在县政府网站下载，在下载时请注意，公布于县政府网站。",
        find=searching(
            r"(?P<mark>(?:公布|发布|刊登|登载|公开)(?:于|在))(?=[，,。；;]|如对|如有|欢迎|上[，,。])|(?:电子版|全文|报告)(?:可以?)?(?P<mark2>在)(?=(?:上)?(?:下载|查阅|查询|查看)(?!时|过程|前|后|页|中心|室|点|处))",
            "「{}」后面漏了网站或地点。",
            suggestion="补上地点",
            near="公布于 公布在 发布于 发布在 刊登于 刊登在 登载于 登载在 公开于 公开在 可在 以在 版在 文在 告在",
        ),
    ),
    Rule(
        name="typo.accepted_for_received",
        category="typo",
        severity="warning",
        explain="「未接受政府信息公开申请」应为「未收到」「未接到」：没有人申请，不是不接受。",
        fires="截至目前，我镇未接受政府信息公开申请。",
        passes="截至目前，我镇未收到政府信息公开申请，窗口接受申请，未接受培训。",
        find=searching(
            r"(?:未|没有|尚未|无)(?P<mark>接受)(?=(?:到|过|任何|群众|公民|要求|关于|有关|的|书面|形式){0,4}(?:依?申请公开|(?:政府|政务)?信息公开(?:的)?申请|公开(?:政府)?信息的申请))",
            "「{}」疑为「收到」「接到」。",
            suggestion="收到",
            near="未接受 没有接受 无接受",
        ),
    ),
    Rule(
        name="typo.of_own_accord",
        category="typo",
        severity="info",
        explain="「主动政府信息公开情况」语序不对，写「主动公开政府信息情况」。",
        fires="全文包括主动政府信息公开情况、依申请公开情况。",
        passes="全文包括主动公开政府信息情况，政府信息主动公开情况。",
        find=searching(
            r"(?<!的)(?P<mark>主动政府信息公开)",
            "「{}」语序不对，写「主动公开政府信息」。",
            suggestion="主动公开政府信息",
            near="主动政府信息公开",
        ),
    ),
    Rule(
        name="typo.state_secret",
        category="typo",
        severity="info",
        explain="法律上的说法是「国家秘密」，不是「国家机密」（机密是密级）。",
        fires="凡不属于国家机密的事项，都要公开。",
        passes="凡不属于国家秘密的事项，都要公开，绝密、机密、秘密三级。",
        find=searching(
            r"(?P<mark>国家机密)(?!级)",
            "法律上的说法是「国家秘密」。",
            suggestion="国家秘密",
            near="国家机密",
        ),
    ),
    Rule(
        name="typo.these_questions_lost_to",
        category="typo",
        severity="info",
        explain="「上述问题，我们将……加以改进」漏了「对」「对于」。",
        fires="内容更新还不够及时。上述问题，我们将采取措施，在今后的工作中加以改进。",
        passes="对上述问题，我们将采取措施加以改进。上述问题，已经得到解决。",
        find=searching(
            r"(?:^|(?<=[。；;\n]))[ \u3000]*(?P<mark>(?:上述|以上|这些|存在的)(?:问题|不足|困难))(?=[，,](?:我们|我[镇乡局县校院]|下一步)[^。；;\n]{0,10}将[^。；;\n]{0,40}(?:加以|予以|进行|切实)(?:改进|解决|整改|克服|纠正|完善))",
            "「{}」前面漏了「对」「针对」。",
            suggestion="针对{}",
            near="述问题 上问题 些问题 的问题 述不足 上不足 些不足 的不足 述困难 些困难",
            flags=re.M,
        ),
    ),
)
