"""Openings that stay open and changes without one of their ends: 「在县政府领导，组织人员」, 「除涉密内容，全部公开」, 「由2个增加4个」,
「机关数66个扩大到138个」, 「均轻症」, 「结果举报人反馈」, 「成立村干部组成的」, 「上级部署，全镇」.
"""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    LISTING,
    clause_before,
    is_closed,
    shape,
    shapes_of,
    words_between,
)

_AIDED = "领导|指导|支持|帮助|关心|带领|努力|配合|推动|关怀|组织|主持|见证|监督"
_GROWS = "增加|上升|提高|减少|下降|缩短|扩大|降低|提升|压缩|压减|延长|增长|扩展|发展|调整|缩减|扩充|改"
_NUMBER = r"\d[\d.]*"
_FROM = lazy.pattern("[由从自原比较]|年初|去年|上年|以前|过去|之前|平均")
_TOLD_WHOM = "举报人|投诉人|群众|申请人|当事人|村民|社会|上级|家长|职工|居民|提案人|代表|监督员|来访人|信访人|村民代表|教职工|师生|公众"
_TELLS = "反馈|通报|公布|公开|告知|公示|报告|汇报|说明|答复"
_ABOVE = "上级|县委|县政府|市委|市政府|省委|党委|镇党委|上级党委|上级部门|区委|区政府|市局|省厅|县局"
_MEMBERS = "代表|成员|人员|干部|党员|主任|书记|领导|委员|负责人|同志|教师|家长|群众|村民|职工|专家"
_OF_STEMS = lazy.pattern("[人户年月日村亩平班校次件床篇株单项组台路站点省市县乡镇]$")
_NO_EQUATION = lazy.pattern("[有无未不已为是按达在得需应须可能由经被获使设属来从以向对将把]")
_KINDS = "轻症|重症|自然人|法人|男性|女性|党员|干部|兼职|专职|良好|优秀|合格|农村户口|城镇户口|低保户|贫困户|农户|本村村民|本地人|外地人|中学生|小学生|大专学历|本科学历|初中学历|公办学校|民办学校|国有企业|民营企业|公益岗位|一般事故|轻微伤|书面答复|政府信息|公开信息|电子件|信函申请|网络申请|当面申请|网上申请|合同制|临时工|聘用人员|在编人员|退休干部|老党员"
_HELD = "满意度|认可度|知晓率|认识|信任|了解|理解|信任度|支持度|认同感|信任感"
# Behind what is excepted: 「除节假日，」 needs no 「外」.
NO_TIME = "(?<![日天])(?<!假期|周末|春节|期间|时段)"


def _is_open(passage: Passage, match: re.Match[str]) -> bool:
    return not is_closed(passage, match.start("mark"), match.end("mark"))


def _starts_nowhere(passage: Passage, match: re.Match[str]) -> bool:
    return _FROM.search(clause_before(passage, match.end("mark"))[:-1]) is None


def _names_none(passage: Passage, match: re.Match[str]) -> bool:
    return re.search("[由以所]", match["inner"]) is None


def _is_equated(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, *match.span("what"))
    before = clause_before(passage, match.start("mark"))
    return (
        _OF_STEMS.search(before) is None
        and _NO_EQUATION.search(match["what"]) is None
        and all(word.kind[0] in "nb" for word in words)
    )


def _is_listed_alone(passage: Passage, match: re.Match[str]) -> bool:
    """「预算是怎么编制的、经费包括哪些」 are clauses."""
    clause = clause_before(passage, match.start("mark"))
    return re.search("是|谁|怎|哪|什么|多少|的、", clause + match["mark"][:-1]) is None


RULES = (
    Rule(
        name="typo.opening_unclosed",
        category="typo",
        severity="warning",
        explain="「在……领导，」缺「下」，「除……，」缺「外」，开了头没有收：「在县人民政府领导，组织人员评估」。",
        fires="应当在县人民政府领导，组织有关人员评估。除涉密内容，复文全部公开。",
        passes="应当在县人民政府领导下，组织有关人员评估。除涉密内容外，复文全部公开，除去开支，所剩无几。",
        find=shapes_of(
            shape(
                rf"(?:{CLAUSE}|(?<=[镇县村局校院会组委府党办应当要]))(?P<mark>在(?![于此职岗外编])(?:(?![，,]){LISTING}){{2,28}}?(?:{_AIDED}))(?=[，,])",
                "「{}」后面疑漏「下」",
                "warning",
                lambda passage, match: _is_open(passage, match) and "存在" not in match[0],
            ),
            shape(
                rf"{CLAUSE}(?P<mark>除(?![了去以弊夕雪尘草虫险湿臭冰名法害霜旧垢锈颤权籍恶四旧污])(?:(?![，,外]){INSIDE}){{2,30}}){NO_TIME}(?=[，,])",
                "「{}」后面疑漏「外」",
                "warning",
                lambda passage, match: (
                    re.search(
                        "^除[一-鿿]?[、和]|清除|消除|非|计$|后$|根$",
                        match["mark"],
                    )
                    is None
                ),
            ),
        ),
    ),
    Rule(
        name="typo.change_one_end",
        category="typo",
        severity="warning",
        explain="变化只说了一头：「由2个增加4个」缺「到」，「单位66个扩大到138个」缺「由」「从」。",
        fires="试点村由2个增加4个，公开单位66个扩大到138个。",
        passes="试点村由2个增加到4个，公开单位从66个扩大到138个，比上年的66个增加到138个。",
        find=anchored(
            _GROWS.replace("|", " ") + " 降 升",
            shapes_of(
                shape(
                    rf"[由从](?:(?![，,]){INSIDE}){{0,16}}{_NUMBER}(?:(?![，,]){INSIDE}){{0,6}}?(?P<mark>(?:大幅|逐步|进一步|已)?(?:{_GROWS}|降|升))(?={_NUMBER})",
                    "「{}」后面疑漏「到」「至」",
                    "warning",
                ),
                shape(
                    rf"{CLAUSE}(?:(?![由从自年原前均已达有为是比，,]){INSIDE}){{2,14}}?(?P<mark>{_NUMBER}(?:[%％]|[一-鿿]{{1,3}}))(?=(?:{_GROWS})[到至为]{_NUMBER})",
                    "「{}」前面疑漏「由」「从」",
                    "warning",
                    _starts_nowhere,
                ),
                shape(
                    r"率[^，,。；;：:\n\d]{0,4}(?P<mark>(?:提高|上升|提升|增加)了?(?:[6-9]\d|100)(?:\.\d+)?[%％])",
                    "「{}」疑漏「到」；如果说的是提高的幅度，应写「百分点」",
                    "warning",
                ),
            ),
        ),
    ),
    Rule(
        name="typo.equals_lost",
        category="typo",
        severity="warning",
        explain="「均」「都」「分别」后面直接是名词，漏了「为」「是」：「143例，均轻症」。",
        fires="报告病例143例，均轻症。收到申请6件，均自然人。",
        passes="报告病例143例，均为轻症。收到申请6件，均已办结，人均收入增长，亩均税收提高。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:均|都|皆))(?P<what>(?:{_KINDS}))(?=[，,。；;])",
                "「{}」后面疑漏「为」「是」",
                "warning",
                lambda passage, match: _OF_STEMS.search(clause_before(passage, match.start("mark"))) is None,
            ),
            shape(
                rf"(?<=[，,])(?P<mark>(?:均|都))(?P<what>{LETTER}{{2,6}})(?=[，,。；;])",
                "「{}」后面疑漏「为」「是」",
                "info",
                _is_equated,
            ),
        ),
    ),
    Rule(
        name="typo.told_whom",
        category="typo",
        severity="warning",
        explain="「核查结果举报人反馈」漏了「向」；「成立村干部、党员组成的小组」漏了「由」；「上级部署，全镇……」漏了「按照」。",
        fires="核查结果举报人反馈。各村成立村“两委”成员、老党员组成的监督小组。上级部署，全镇开展自查。",
        passes="核查结果向举报人反馈。各村成立由村“两委”成员组成的监督小组。按照上级部署，全镇开展自查。",
        find=shapes_of(
            shape(
                rf"(?:结果|情况|意见|名单|信息|材料|账目|收支|方案)(?:及时|书面|当面|定期)?(?P<mark>(?:{_TOLD_WHOM})(?:{_TELLS}))(?![人会])",
                "「{}」前面疑漏「向」",
                "warning",
                lambda passage, match: (
                    re.search("[向对给由经让使为与]", clause_before(passage, match.start("mark"))) is None
                ),
            ),
            shape(
                rf"(?P<mark>(?:成立|组成|组建|设立)了?(?P<inner>(?:(?![，,的]){LISTING}){{3,60}}(?:{_MEMBERS})等?)组成的)",
                "「{}」疑漏「由」",
                "warning",
                _names_none,
            ),
            shape(
                rf"(?:^|(?<=[。；;\n]))[ \u3000]*(?P<mark>(?:{_ABOVE})(?:的|统一|总体|有关|关于{INSIDE}{{2,10}})*(?:部署|要求|安排|部署要求|工作部署|文件精神|通知要求))(?=[，,])",
                "「{}」前面疑漏「按照」",
                "warning",
            ),
            shape(
                rf"(?:提高|提升|增强|增进|加深)了?(?P<mark>(?:(?!对){INSIDE}){{0,8}}(?:群众|社会|公众|企业|职工|居民|患者)(?![对的和与、]|满意)(?:(?![对，,]){INSIDE}){{2,20}}的(?:{_HELD}))",
                "「{}」中间疑漏「对」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.member_headless",
        category="typo",
        severity="warning",
        explain="并列的一项停在「的」上：「公布不合格产品的、批号、生产企业」缺「名称」。",
        fires="在网站公布不合格产品的、批号、生产企业和处置措施。",
        passes="公布不合格产品的名称、批号，预算是怎么编制的、花在哪里，凡经查实的、情节严重的，一律通报。",
        find=shapes_of(
            shape(
                rf"{LETTER}(?<![目标])(?P<mark>的)(?=、(?!谁|怎|哪|什么|多少|如何|为什)(?:(?!的)[^，,。；;、\n]){{2,12}}[，,。；;、和])",
                "「{}」后面缺名词",
                "warning",
                _is_listed_alone,
            ),
        ),
    ),
)
