"""Frames that wait for a word which does not come: 「以村单位，」, 「针对入学难，」, 「对2所学校违规收费，责令」, 「解决村民的出行。」, 「凡涉及群众利益，都要」,
「按照“谁公开、谁负责”的，」, 「仍存在不少：」.
"""

import re
from itertools import pairwise

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._deeds import is_deed
from mingbai.text.proofreading.rules._knowledge import listed
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    LISTING,
    MARK,
    clause_before,
    sentence_before,
    sentence_behind,
    shape,
    shapes_of,
    words_between,
)

_FAR = r"(?=[，,。；;：:])"
_UNIT_OF = "村|户|社区|组|村组|街道|乡镇|乡|镇|县|学校|班级|年级|家庭|科室|网格|人|季度|月|年度|项目|支部|党支部|单位|自然村|小区|楼栋|行政村|企业|部门|窗口"
_JUDGED = "检验|衡量|评判|评价|考量|考核"
_PUNISHED = (
    "责令|予以|给予|严肃|依[法照规纪]|按照?|由|将|要|一律|坚决|限期|追究|取消|通报|视情|一经|从严|勒令"
)
_PUNISH = "处理|追究|处分|处罚|整改|改正|清退|退[还回赔]|全额退|查处|问责|批评|纠正|没收|曝光|通报|取缔|关停|拆除|从严|约谈|取消|移交|移送|警告|扣"
_OFFENCE = "违规|擅自|私自|违法|违纪|未按|未经|不按|拒不|超标准|超范围|违反|弄虚作假|截留|挪用|套取|虚报|冒领|乱收费|乱罚款|乱摊派|迟报|漏报|瞒报|推诿|隐瞒|公款|私设|借机|变相|侵占|贪污|失职|渎职|不作为"
_NAMES_IT = lazy.pattern(
    "问题|行为|现象|情况|的单位|的人|人员$|单位$|部门$|者$|的$|干部$|企业$|责任人|责任$|的[^的，,、]{1,9}$|学校$|处$|个人$|机构$|村$|[处办]理$"
)
_NEEDS = "出行|饮水|吃水|用水|行路|行车|住房|住院|就业|就医|看病|上学|入学|入托|入园|用电|灌溉|排水|排涝|交通|养老|销售|卖粮|增收|照明|停车|如厕|办事|取暖|供暖|通信|上网|生活|安置|过河|运输|浇地|耕种|吃饭|子女上学|子女入学|证件办理|饮水安全|出行不便|行路不便|买药|购物|污水排放|垃圾处理|垃圾清运"
_TOUCHES = "涉及|关系|事关|影响|违反|损害|侵害|危害|不符合|符合|有关"
_MATTER_ENDS = "事项|人员|单位|项目|资金|内容|信息|工作|问题|事务|部门|文件|活动|工程|情况|党员|干部|对象|家庭|决策|事情|大事|小事|村|户|者|的|企业|学校|材料|数据|案件|业务|政策|条件|规定"
_SCARCE = "存在|仍有|还有|尚有|有着|面临|面临着|存在着"
_SOME = "不少|许多|很多|诸多|一些|若干|较多|大量|种种|一定|一定的|较大|较大的|不小|不小的|很大|很大的|明显|明显的|不同程度|不同程度的|这样那样的|各种|各种各样的|普遍"
_TROUBLE = lazy.pattern(
    "问题|困难|不足|差距|矛盾|短板|隐患|现象|风险|障碍|阻力|压力|漏洞|薄弱|偏差|分歧|距离|潜力|空间|空白|机会|资源|优势|机遇|挑战|盲区|历史|欠账|意见"
)
_TRANSITIVE = "了解|听取|征求|征集|收集|加强|提高|增强|完善|健全|加大|促进|维护|保障|营造|形成|拓宽|发挥|履行|强化|深化|改进|巩固|掌握|解决|规范"
_HARD = "入学难|上学难|看病难|看病贵|就医难|就业难|办事难|出行难|行路难|饮水难|吃水难|停车难|住房难|买房难|融资难|贷款难|卖粮难|用电难|灌溉难|增收难|执行难|取证难|监管难|落实难|入园难|入托难|养老难|上学贵|入园贵|办证难|门难进|脸难看|话难听|事难办|招工难|用工难|销售难|打车难|乘车难|如厕难"
_LACKING = (
    f"(?:{_HARD}|不(?:统一|规范|全面|全|及时|到位|具体|完善|健全|明确|彻底|平衡|够|高|强|实|准|细|清|严|齐|畅|通|力|深|透|广|真实|完整|准确|主动|严格|深入|扎实|协调|方便|合理|透明|公开|足|落实|重视|了解|配套|均衡)"
    "|滞后|薄弱|缓慢|单一|偏低|偏少|较低|较差|混乱|缺失|脱节|淡薄|落后|陈旧|老化|破损|缺乏|匮乏|短缺|紧缺|空缺|超标|突出|严重)"
)  # fmt: skip
_FACED = lazy.pattern("问题|现象|情况|实际|状况|矛盾|难题|特点|局面|形势|短板|环节|原因|不足$|群体|等")


def _is_no_as(passage: Passage, match: re.Match[str]) -> bool:
    return re.search("[为作当]", match["inner"]) is None


def _names_no_offence(passage: Passage, match: re.Match[str]) -> bool:
    return _NAMES_IT.search(match["inner"]) is None


def _faces_nothing(passage: Passage, match: re.Match[str]) -> bool:
    """Whether neither the clause nor a later one of the list says 「问题」."""
    behind = sentence_behind(passage, match.end("mark"))
    return (
        _FACED.search(match["inner"]) is None
        and re.search("^[^，,]{0,30}等?(?:问题|现象|情况|实际)", behind[1:]) is None
    )


def _is_no_matter(passage: Passage, match: re.Match[str]) -> bool:
    return re.search(f"(?:{_MATTER_ENDS})$", match["inner"]) is None


def _is_scarce(passage: Passage, match: re.Match[str]) -> bool:
    """Whether nothing before the verb is what there is so much of: 「困难还存在不少」."""
    before = sentence_before(passage, match.start("mark"))
    if (
        match["mark"].endswith(("多", "少", "些"))
        and re.search("但|虽|存在|相比|要求|不足", before + match["mark"]) is None
    ):
        return False
    return _TROUBLE.search(clause_before(passage, match.start("mark"))) is None


def _is_no_statement(passage: Passage, match: re.Match[str]) -> bool:
    """「是……的」, 「凡……的」 and 「有下列情形之一的」 end with 「的」 and are whole."""
    before = sentence_before(passage, match.start("mark")) + match["mark"]
    return (
        re.search(
            "是|凡|下列|情形|对|未|不|擅自|逾期|属|[，,、]$|（|\\(|所|有的|什么|怎么|如何|[一-鿿]的、|的[，,]",
            before,
        )
        is None
    )


def _does_none(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, *match.span("inner"))
    return bool(words) and not any(is_deed(word.text, word.kind) for word in words)


def _uses_only(passage: Passage, match: re.Match[str]) -> bool:
    """Whether only the first word of each member is a deed: 「通过设立信箱、开通热线等形式。」"""
    words = words_between(passage, *match.span("inner"))
    return not any(
        is_deed(word.text, word.kind) and before.text not in _OPENS_MEMBER and before.kind[0] not in "da"
        for before, word in pairwise(words)
    )


_OPENS_MEMBER = frozenset("、和及与或")


_QUALITIES_TOO = frozenset(listed("认识 觉悟 修养 意识 素养 创新 质效 效率 信心 技能 本领"))
_PUT = lazy.pattern(
    "[打拨划存汇转送兑交寄支入到进给于在为成放挂写登记录纳列]|发[放到给]|补[发足齐到]|(?<!补)贴|公布|公示|公开|上墙|报"
)

RULES = (
    Rule(
        name="typo.by_what_unit",
        category="typo",
        severity="warning",
        explain="「以……为」「以……作为」丢了「为」「作为」：「以村单位」「以群众满意不满意检验工作标准」。",
        fires="以村单位逐户核实面积，以群众满意不满意检验工作标准。",
        passes="以村为单位逐户核实面积，以群众满意不满意作为检验工作的标准，以单位名义上报。",
        find=shapes_of(
            shape(
                rf"(?<![予可给所难足加])以(?P<mark>(?:{_UNIT_OF})单位)(?=[，,、。；;]|逐|开展|进行|组织|统计|填报|建立|上报|登记|汇总|编制|公开|公示|召开|成立|推选|选举|公布|核算|考核|缴纳|发放|报送)",
                "「以{}」疑漏「为」",
                "warning",
            ),
            shape(
                rf"(?<![予可给所难足加])(?P<mark>以(?P<inner>(?:(?![，,]){INSIDE}){{2,16}}?)(?:{_JUDGED}){LETTER}{{0,6}}的?(?:标准|尺度|依据)){MARK}",
                "「{}」疑漏「作为」",
                "warning",
                _is_no_as,
            ),
            shape(
                rf"(?<![予可给所难足加])(?P<mark>以(?P<inner>(?:(?![，,上来及后前]){INSIDE}){{2,20}}?)(?:工作的|一切工作的|公开的|公开工作的)(?:出发点和落脚点|出发点|落脚点|重点|目标|依据|抓手|标准|突破口|切入点|主线|中心|根本)){MARK}",
                "「{}」疑漏「作为」「为」",
                "warning",
                _is_no_as,
            ),
        ),
    ),
    Rule(
        name="typo.faced_with_clause",
        category="typo",
        severity="info",
        explain="「针对……不全，」后面是一句话，缺「的问题」：「针对群众普遍关心的入学难，」。",
        fires="针对群众普遍关心的城区入学难，局领导作了解答。",
        passes="针对群众普遍关心的城区入学难问题，针对档案不全、更新不及时等问题，逐项整改。",
        find=shapes_of(
            shape(
                rf"{CLAUSE}(?P<mark>(?:针对|面对|对于)(?!不)(?P<inner>(?:(?![，,]){LISTING}){{2,30}}?{_LACKING}))(?=[，,])",
                "「{}」后面疑漏「的问题」",
                "info",
                _faces_nothing,
            ),
            shape(
                rf"(?P<mark>解决了?(?:(?![，,等]){INSIDE}){{0,24}}的(?:{_NEEDS}))(?=[，,。；;])",
                "「{}」后面疑漏「问题」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:解决|解除|消除|免除)了?(?:(?![，,]){INSIDE}){{0,16}}后顾)(?=[，,。；;])",
                "「{}」后面疑漏「之忧」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.offence_unnamed",
        category="typo",
        severity="warning",
        explain="「对2所学校违规收费，责令清退」：「对」后面是一句话，缺「的问题」「的行为」「的」。",
        fires="对2所学校违规收取资料费，责令全额清退。对瞒报、虚报、弄虚作假，依照党纪政纪从严处理。",
        passes="对2所学校违规收取资料费的问题，责令全额清退。对瞒报、虚报、弄虚作假的，依照党纪从严处理。",
        find=shapes_of(
            shape(
                rf"(?:{CLAUSE}|(?<=[ \u3000]))(?:并|要|凡)?(?P<mark>对(?!于|此)(?P<inner>(?:(?![，,]){LISTING}){{0,16}}?(?:{_OFFENCE})(?:(?![，,]){LISTING}){{0,24}}))[，,](?=(?:{_PUNISHED}){INSIDE}{{0,24}}?(?:{_PUNISH}))",
                "「{}」后面疑漏「的问题」「的行为」「的」",
                "warning",
                _names_no_offence,
            ),
        ),
    ),
    Rule(
        name="typo.whatever_is_such",
        category="typo",
        severity="warning",
        explain="「凡涉及群众利益，都要公开」漏了「的」：「凡涉及群众利益的，都要公开」。",
        fires="凡涉及群众切身利益，都要公开。凡是群众关心的、涉及群众切身利益，除党内秘密外，都要公开。",
        passes="凡涉及群众切身利益的，都要公开。凡涉及群众利益的事项，都要公开。凡属重大事项，都要公开。",
        find=shapes_of(
            shape(
                rf"(?P<mark>凡(?:是)?(?P<inner>(?:{_TOUCHES})(?:(?![的者，,]){INSIDE}){{2,20}}))[，,](?=(?:除{INSIDE}{{2,16}}[，,])?(?:都|均|一律|必须|应|要|须|全部|坚决))",
                "「{}」后面疑漏「的」",
                "warning",
                _is_no_matter,
            ),
            shape(
                rf"凡(?:是)?{LISTING}{{2,24}}?的、(?P<mark>(?P<inner>(?:{_TOUCHES}|需要|应当|必须)(?:(?![的者，,、]){INSIDE}){{2,14}}))[，,](?=(?:除{INSIDE}{{2,16}}[，,])?(?:都|均|一律|必须|应|要|须|全部|坚决))",
                "「{}」后面疑漏「的」",
                "warning",
                _is_no_matter,
            ),
        ),
    ),
    Rule(
        name="typo.principle_unnamed",
        category="typo",
        severity="warning",
        explain="「按照“谁公开、谁负责”的，」后面缺「原则」「要求」；「本着实事求是的，」也一样。",
        fires="按照“谁公开、谁审查、谁负责”的，层层签订责任书。",
        passes="按照“谁公开、谁审查、谁负责”的原则，层层签订责任书，按照规定应当公开的，及时公开。",
        find=shapes_of(
            shape(
                r"(?P<mark>(?:按照|根据|本着|坚持|遵循|依据|围绕|贯彻|遵照|落实|按)了?“[^”\n]{2,40}”的)(?=[，,。；;])",
                "「{}」后面疑漏「原则」「要求」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:本着|秉承|遵循|奉行|抱着|怀着|坚持以)(?:(?![，,]|(?<!求)是){LISTING}){{2,24}}(?<!目)的)(?=[，,])",
                "「{}」后面疑漏「原则」「态度」一类的词",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.how_much_of_what",
        category="typo",
        severity="warning",
        explain="「仍存在不少：」「还存在较大，」没有说存在什么，疑漏「问题」「不足」「差距」。",
        fires="虽然取得了一定成绩，但仍然还存在不少：公开内容更新慢。",
        passes="虽然取得了一定成绩，但问题还存在不少，差距仍存在不小，仍存在不少问题：公开内容更新慢。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:{_SCARCE})(?:{_SOME})){_FAR}",
                "「{}」后面疑漏「问题」「不足」「差距」一类的词",
                "warning",
                _is_scarce,
            ),
        ),
    ),
    Rule(
        name="typo.object_of_verb_lost",
        category="typo",
        severity="info",
        explain="动词后面的宾语停在「的」上：「认真了解各校校务公开情况的。」「听取社会各界对医院工作的，」。",
        fires="通过座谈，认真了解各校校务公开的。广泛听取社会各界对医院工作的，收集意见46条。",
        passes="这是为了加强管理的。认真了解各校校务公开的情况。对听取意见不认真的，予以通报。",
        find=shapes_of(
            shape(
                rf"{CLAUSE}(?:认真|全面|广泛|深入|切实|进一步|不断|充分|有效|及时|努力|积极|着力|大力)(?P<mark>(?:{_TRANSITIVE})了?(?:(?![，,的]){INSIDE}){{2,24}}的)(?=。)",
                "「{}」后面没有词，话没有说完",
                "warning",
                _is_no_statement,
            ),
            shape(
                rf"(?P<mark>(?:听取|征求|收集|征集|采纳|汲取|接受)了?(?:(?![，,的]){LISTING}){{2,24}}(?:对|关于)(?:(?![，,的]){LISTING}){{2,16}}的)(?=[，,。；;])",
                "「{}」后面疑漏「意见」「建议」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.toward_quality",
        category="typo",
        severity="warning",
        explain="「负责对公开内容的真实性、完整性、及时性。」：「对……」后面缺「进行监督」一类的话。",
        fires="成立监督小组，负责对公开内容的真实性、完整性、及时性。",
        passes="成立监督小组，负责对公开内容的真实性、完整性进行监督，充分认识对学生的重要性。",
        find=shapes_of(
            shape(
                rf"(?<![针面相绝反核应校比查])(?:{CLAUSE}|(?<=负责)|(?<=主要)|(?<=[要应并须]))(?P<mark>对(?!于|此)(?:(?![，,、]){INSIDE}){{1,24}}的{LETTER}{{1,6}}[性度率](?:[、和与及]{LETTER}{{1,8}}[性度率]){{0,6}})(?=[。；;])",
                "「{}」后面疑漏「进行监督」一类的话",
                "warning",
                lambda passage, match: (
                    re.search(
                        "认识|增强|提高|强调|明确|了解|负责|有|存在|产生|进行|给予|把握|加强|影响",
                        clause_before(passage, match.start("mark")).removesuffix("负责") + match["mark"][1:],
                    )
                    is None
                ),
            ),
            shape(
                rf"(?<![针面相绝反核应校比查])对(?P<mark>(?:(?![的，,对]){LETTER}){{2,12}}(?:工作|制度|政策|业务|法规|条例|规定|流程|平台))(?=(?:还|仍|都)?(?:不够|不高|不足)[，,。；;])(?<!重视)(?<!开展工作)",
                "「对{}」后面疑漏「重视」「了解」一类的词",
                "info",
                lambda passage, match: (
                    re.search(
                        "重视|认识|了解|理解|掌握|研究|熟悉|关注|支持|投入|把握|宣传|抓|管理|指导|学习|检查|落实|执行",
                        match["mark"],
                    )
                    is None
                ),
            ),
        ),
    ),
    Rule(
        name="typo.means_alone",
        category="typo",
        severity="warning",
        explain="一句话只有「通过……等形式。」，没有说做什么；「将……直接农户账户」「确保了真正需要的学生，」缺动词。",
        fires="主要通过设立校长信箱、开通热线电话等形式。保证了真正需要资助的学生，没有一起投诉。",
        passes="主要通过设立校长信箱、开通热线电话等形式听取意见。保证了真正需要资助的学生得到资助。",
        find=shapes_of(
            shape(
                rf"(?<!审议)(?<!表决)(?<!讨论)(?<!一致)(?<!会议)(?P<mark>通过(?!了)(?P<inner>(?:(?![，,]){LISTING}){{4,44}}(?:等|的)(?:多种|各种|不同)?(?:形式|方式|渠道|途径|办法|手段)))(?=[。；;])",
                "「{}」没有说做什么，话没有说完",
                "info",
                _uses_only,
            ),
            shape(
                rf"(?P<mark>(?:保证|确保|保障)了?(?:真正|确实|确需|最)?(?:需要|符合|困难|贫困|享受)(?:(?![，,的]){INSIDE}){{0,10}}的(?:学生|群众|村民|家庭|困难户|贫困户|对象|农户|人|人员|老人|患者|职工)){MARK}",
                "「{}」没有说怎么样，疑漏动词",
                "warning",
            ),
            shape(
                rf"{CLAUSE}(?:并|及时|要|统一|全部|我[镇乡村校局县])?(?P<mark>[将把](?P<inner>(?:(?![，,。；;：:]){INSIDE}){{4,24}}(?:账户|账号|户头|手中|家中|家里|栏|墙|台账|系统|网站|平台|档案)))(?=[，,。；;])",
                "「{}」没有动词，话没有说完",
                "warning",
                lambda passage, match: _does_none(passage, match) and _PUT.search(match["inner"]) is None,
            ),
        ),
    ),
    Rule(
        name="typo.deed_with_quality",
        category="typo",
        severity="info",
        explain="「提高信息员撰写和水平」：动词不能与「水平」并列，「撰写」后面疑漏「能力」。",
        fires="提高全体信息员撰写和水平。",
        passes="提高全体信息员撰写能力和水平，提高认识和水平，提高服务质量和水平。",
        find=shapes_of(
            shape(
                rf"(?:提高|提升|增强)了?{INSIDE}{{0,16}}?(?P<mark>(?P<verb>{LETTER}{{2}})[和与及](?:水平|能力|效率|效果)){MARK}",
                "「{}」：动词与名词并列，前面疑漏「能力」「质量」一类的词",
                "info",
                lambda passage, match: (
                    [word.kind for word in words_between(passage, *match.span("verb"))] == ["v"]
                    and match["verb"] not in _QUALITIES_TOO
                ),
            ),
        ),
    ),
)
