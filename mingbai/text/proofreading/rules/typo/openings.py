"""Frames that open wrongly or stay open: 「以完善以……为核心」, 「以分管领导牵头」, 「可在县政府网站。」, 「开展了强化工作」."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._parsing import MARK

# What one does with a report on a site.
_READ = lazy.pattern("查|下载|浏览|获取|看|阅|找|搜索|办理|申请|提交|登录|咨询|反映")
_BETTER = "强化|加强|完善|提高|推进|规范|提升|深化|优化|健全"


def _is_done_there(_: Passage, match: re.Match[str]) -> bool:
    return _READ.search(match["place"]) is not None


def _follows(_: Passage, match: re.Match[str]) -> bool:
    return int(match["plan"]) == int(match["past"]) + 1


RULES = (
    Rule(
        name="typo.by_by",
        category="typo",
        severity="warning",
        explain="「以完善以村务公开为核心」把两个「以」套在一起，句子不通。",
        fires="村务公开工作始终以完善以村务公开、民主管理为核心。",
        passes="村务公开工作始终以完善制度为核心，以点带面，以人为本，以案说法以案促改。",
        find=searching(
            rf"(?P<mark>以(?:完善|加强|提高|推进|健全|坚持|深化|规范|落实|强化)以)(?=[{HAN}“”、]{{2,24}}为)",
            "「{}」多了一个「以」或者漏了词。",
            near="完善以 加强以 提高以 推进以 健全以 坚持以 深化以 规范以 落实以 强化以",
        ),
    ),
    Rule(
        name="typo.led_by",
        category="typo",
        severity="warning",
        explain="「以分管负责人牵头」应为「由……牵头」。",
        fires="成立了工作小组，以镇分管负责人牵头，办公室人员参加。",
        passes="成立了工作小组，由镇分管负责人牵头，以办公室为主，可以由主任负责。",
        find=searching(
            rf"(?:^|(?<=[，,。；;！\n了])|(?<=工作)|(?<=事项))(?P<mark>以)(?=[{HAN}]{{0,10}}(?:负责人|领导|书记|主任|[镇乡县局校村院科股所站]长|办公室|部门|党政办)(?:牵头|负责|主持|主抓|承办|统筹))",
            "「{}」应为「由」。",
            suggestion="由",
            near="牵头 负责 主持 主抓 承办 统筹",
        ),
    ),
    Rule(
        name="typo.site_without_verb",
        category="typo",
        severity="warning",
        explain="「电子版可在县政府网站。」漏了「下载」「查阅」。",
        fires="本报告的电子版可在县人民政府网站（http://www.example.gov.cn）。",
        passes="本报告的电子版可在县人民政府网站下载，如有疑问可在公众号留言咨询。",
        find=searching(
            r"(?:电子版本?|报告|全文|目录|指南|信息)(?:均|都)?(?P<mark>可(?:以)?(?:在|从|通过)(?P<place>[^。，,；;！\n]{2,90}?(?:网站|网|平台|公众号|板块|专栏|栏目|[）)])))(?=”?[。；;，,])",
            "「{}」后面漏了「下载」「查阅」一类的词。",
            near="可在 可从 可通过 可以在 可以从 可以通过",
            unless=_is_done_there,
        ),
    ),
    Rule(
        name="typo.carried_out_better",
        category="typo",
        severity="info",
        explain="「开展了强化村务公开工作」两个动词套在一起，留一个。",
        fires="村委会开展了强化村务公开工作。",
        passes="村委会开展了村务公开工作，开展强化训练，开展规范化建设。",
        find=searching(
            rf"(?P<mark>(?:开展|进行)了?(?:{_BETTER}))(?!化|[训月年行整服])(?=[{HAN}]{{2,10}}工作[，,。；;])",
            "「{}」两个动词套在一起，留一个。",
            near=" ".join(
                f"{word}{verb}"
                for verb in _BETTER.split("|")
                for word in ("开展", "开展了", "进行", "进行了")
            ),
        ),
    ),
    Rule(
        name="typo.matters_lost",
        category="typo",
        severity="warning",
        explain="「其他需要报告等」漏了「的事项」。",
        fires="由改进措施、其他需要报告等八部分组成。",
        passes="由改进措施、其他需要报告的事项等八部分组成。",
        find=searching(
            r"(?P<mark>其[他它]需要(?:报告|说明|公开|公示))(?=等|[，,。、；;])",
            "「{}」漏了「的事项」。",
            suggestion="{}的事项",
            near="其他需要 其它需要",
        ),
    ),
    Rule(
        name="typo.lacks_and",
        category="typo",
        severity="info",
        explain="「工作存在不足及改进措施」漏了「的」。",
        fires="全文包括概述、政府信息公开工作存在不足及改进措施。",
        passes="全文包括概述、政府信息公开工作存在的不足及改进措施，工作存在问题。",
        find=searching(
            r"工作(?:中)?(?P<mark>存在(?:主要)?(?:问题|不足|困难))(?=(?:及|和|与|以及)(?:改进|整改|下一步|今后|原因|对策|建议|打算))",
            "「{}」漏了「的」，写「存在的……」。",
            suggestion="存在的问题",
            near="存在",
        ),
    ),
    Rule(
        name="typo.at_without_when",
        category="typo",
        severity="info",
        explain="「在主动公开政府信息主要采取……」漏了「时」「方面」。",
        fires="本街道在主动公开政府信息主要采取网站、公开栏等形式。",
        passes="本街道在主动公开政府信息时主要采取网站、公开栏等形式。",
        find=searching(
            rf"(?P<mark>在(?:主动公开|依申请公开|公开|发布|办理|推行|开展)[{HAN}]{{0,8}}(?:信息|政务|村务|事项|申请))(?=(?:主要|一般|通常)?(?:采取|采用|通过|以[{HAN}]{{2,8}}(?:形式|方式)))",
            "「{}」后面漏了「时」「方面」。",
            near="采取 采用 通过 形式 方式",
        ),
    ),
    Rule(
        name="typo.effort_at",
        category="typo",
        severity="warning",
        explain="「制度化上下功夫」前面漏了「在」。",
        fires="一是政务公开的全面性、真实性和制度化上下功夫。",
        passes="一是在政务公开的制度化上下功夫，狠下功夫，上下一心。",
        find=searching(
            rf"(?:^|(?<=[，,。；;：:！\n]))(?:[一二三四五六七八九]是)?(?P<mark>(?:(?!在|从|于|围绕)[{HAN}、“”]){{3,24}}?上(?:狠|多|再)?下功夫){MARK}",
            "「{}」前面漏了「在」。",
            near="上下功夫 上狠下功夫 上多下功夫 上再下功夫",
        ),
    ),
    Rule(
        name="typo.post_and_duty",
        category="typo",
        severity="warning",
        explain="「由副镇长任分管信息公开工作」里「任」多余，或者漏了职务。",
        fires="确定由常务副镇长任分管全镇政府信息公开工作。",
        passes="确定由常务副镇长任组长，分管全镇政府信息公开工作，担任分管领导。",
        find=searching(
            rf"由[{HAN}]{{2,12}}?(?P<mark>任)(?=(?:分管|负责|主管|主抓|具体|统筹)(?!领导|人|同志|副)[{HAN}]{{2,}})",
            "「{}」多余，或者后面漏了职务。",
            suggestion="删去",
            near="任分管 任负责 任主管 任主抓 任具体 任统筹",
            unless=lambda passage, match: passage.text[match.start("mark") - 1] in "责主委担",
        ),
    ),
    Rule(
        name="date.plan_of_summary_year",
        category="wrong_year_or_date",
        severity="warning",
        explain="总结的下一年才是打算的年份：「2022年工作总结和2022年工作思路」年份写重了。",
        fires="玉壶镇2022年政务公开工作总结和2022年工作思路",
        passes="玉壶镇2022年政务公开工作总结和2023年工作思路",
        find=searching(
            rf"(?P<past>20\d\d)年度?[{HAN}]{{0,12}}总结(?:和|及|暨|与|、)(?P<mark>(?P<plan>20\d\d)年)度?(?=[{HAN}]{{0,10}}(?:思路|计划|打算|安排|要点|谋划))",
            "「{}」应是总结那一年的下一年。",
            near="总结和 总结及 总结暨 总结与 总结、",
            unless=_follows,
        ),
    ),
)
