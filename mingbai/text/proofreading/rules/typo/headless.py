"""Objects that lost their head: 「追究有关人员。」 for 「追究有关人员的责任。」

The verb wants a noun of another kind than the one that ends its clause, so the end of the phrase was lost.
"""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import searching
from mingbai.text.proofreading.rules._parsing import INSIDE, STOP

_HEARD = lazy.pattern(
    r"意见|建议|汇报|情况|呼声|诉求|要求|反映|介绍|报告|心声|声音|陈述|申辩|证|看法|说明|讲|课|述|批评|想法|评价|评议|答辩|经验|解释|工作|通报|安排|反馈|讨论|需求|理由|辩|会|议|话|曲|歌|广播|录音|宣传|情|总结"
)
_KINDS = lazy.pattern(
    r"现象|问题|倾向|情况|行为|思想|观念|做法|毛病|苗头|情形|心理|误区|偏差|不足|弊端|习惯|态度|局面|错误|作风|认识|想法|意识|状况"
)


def _holds(words: re.Pattern[str]):  # type: ignore[no-untyped-def]
    def said(_: Passage, match: re.Match[str]) -> bool:
        return words.search(match[0]) is not None

    return said


RULES = (
    Rule(
        name="typo.held_to",
        category="typo",
        severity="warning",
        explain="「追究有关人员」后面缺「的责任」。",
        fires="造成不良影响的，严肃追究有关人员。",
        passes="造成不良影响的，严肃追究有关人员的责任，依法追究刑事责任。",
        find=searching(
            rf"(?P<mark>追究(?:其|相关|有关|当事|直接|主要|单位|部门|责任|分管)*(?:人员|单位|部门|领导|负责人|责任人|当事人)){STOP}",
            "「{}」后面疑漏「的责任」。",
            suggestion="{}的责任",
            near="追究",
        ),
    ),
    Rule(
        name="typo.tendency",
        category="typo",
        severity="warning",
        explain="「存在重形式、轻实效」后面缺「的现象」「的问题」。",
        fires="个别单位还存在重布置轻落实，公开不够及时。",
        passes="个别单位还存在重布置轻落实的现象，公开不够及时。",
        find=searching(
            rf"存在(?:着)?(?:重[^，,。；;\n、轻]{{1,8}}[、，,]?轻[^，,。；;\n、]{{1,8}}){STOP}",
            "「{}」后面疑漏「的现象」「的问题」。",
            suggestion="{}的现象",
            near="存在",
            unless=_holds(_KINDS),
        ),
    ),
    Rule(
        name="typo.relations",
        category="typo",
        severity="warning",
        explain="「密切了干群」后面缺「关系」。",
        fires="进一步密切了干群，促进了和谐。",
        passes="进一步密切了干群关系，密切联系群众。",
        find=searching(
            rf"密切了?(?:党群|干群|党群干群|党群、干群|警民|军民|政群|政民|师生|邻里){STOP}",
            "「{}」后面疑漏「关系」。",
            suggestion="{}关系",
            near="密切",
        ),
    ),
    Rule(
        name="typo.placed_under",
        category="typo",
        severity="warning",
        explain="「置于群众监督」后面缺「之下」。",
        fires="使政务公开工作真正置于群众监督，不断改进。",
        passes="使政务公开工作真正置于群众监督之下，不断改进。",
        find=searching(
            rf"置于{INSIDE}{{0,12}}(?:监督|领导|管理|监管|控制|视野|眼皮|指导){STOP}",
            "「{}」后面疑漏「之下」。",
            suggestion="{}之下",
            near="置于",
        ),
    ),
    Rule(
        name="typo.importance",
        category="typo",
        severity="warning",
        explain="「认识到……的重要」后面缺「性」或「意义」。",
        fires="充分认识做好防汛工作的重要，切实负起责任。",
        passes="充分认识做好防汛工作的重要性，重要的是落实，这项工作至关重要。",
        find=searching(
            rf"(?:认识|了解|明白|懂得|强调|宣传|讲清|阐述|领会){INSIDE}{{2,24}}的(?P<mark>重要|必要|紧迫|严肃|长期|艰巨)(?=[，,。；;、\n])",
            "「{}」后面疑漏「性」。",
            suggestion="{}性",
            near="认识 了解 明白 懂得 强调 宣传 讲清 阐述 领会",
        ),
    ),
    Rule(
        name="typo.heard_whom",
        category="typo",
        severity="info",
        explain="「听取群众代表」后面缺「的意见」。",
        fires="广泛听取了群众代表，完善了方案。",
        passes="广泛听取了群众代表的意见，听取了汇报。",
        find=searching(
            rf"(?P<mark>听取了?{INSIDE}{{0,16}}(?:群众|代表|村民|居民|群体|委员|干部|党员|人士|职工|家长|公众|专家|企业)){STOP}",
            "「{}」后面疑漏「的意见」。",
            suggestion="{}的意见",
            near="听取",
            unless=_holds(_HEARD),
        ),
    ),
    Rule(
        name="typo.clause_as_object",
        category="typo",
        severity="info",
        explain="「抓住群众关心、涉及群众切身利益」后面缺「的问题」。",
        fires="要紧紧抓住群众普遍关心、涉及群众切身利益，逐项公开。",
        passes="要紧紧抓住群众普遍关心、涉及群众切身利益的问题，逐项公开。",
        find=searching(
            rf"(?:抓住|围绕|针对|聚焦|紧扣|解决|回应|公开|对于|把|将|对){INSIDE}{{0,20}}(?P<mark>(?:涉及|关系|事关){INSIDE}{{0,8}}切身利益){STOP}",
            "「{}」后面疑漏「的问题」「的事项」。",
            suggestion="{}的问题",
            near="切身利益",
        ),
    ),
    Rule(
        name="typo.through_makes",
        category="typo",
        severity="info",
        explain="「通过学习，使干部提高了认识」没有主语：去掉「通过」或「使」。",
        fires="通过学习，使全体干部提高了认识。",
        passes="通过学习，全体干部提高了认识。这次学习使全体干部提高了认识。",
        find=searching(
            rf"(?:^|(?<=[。；;\n]))[ \u3000]*(?P<mark>(?:通过|经过|随着|按照|根据|依据|依照|本着|针对|围绕){INSIDE}{{2,30}}[，,]使(?!用|命|得[^，,。]{{0,2}}$)){INSIDE}{{2,}}",
            "「通过……使……」这句话没有主语，去掉「通过」或「使」。",
            near="通过 经过 随着 按照 根据 依据 依照 本着 针对 围绕",
        ),
    ),
    Rule(
        name="typo.named_by_content",
        category="typo",
        severity="info",
        explain="「明确专人负责信息的收集、审核等」后面缺「工作」。",
        fires="明确专人负责信息的收集、审核、上报等，确保及时。",
        passes="明确专人负责信息的收集、审核、上报等工作。",
        find=searching(
            rf"负责{INSIDE}{{4,36}}(?P<mark>(?:收集|审核|上报|发布|更新|管理|维护|报送|整理|录入|编辑|检查|指导|协调|督促|监督)等){STOP}",
            "「{}」后面疑漏「工作」。",
            suggestion="{}工作",
            near="负责",
        ),
    ),
)
