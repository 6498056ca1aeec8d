"""Marks that halt a sentence before it is whole: behind a condition, a copula, a modal verb, half a frame, the first of several members."""

import re

from mingbai.text import dictionary
from mingbai.text.edges import shipped
from mingbai.text.proofreading.model import Category, Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._either import searching_either

_MARK: Category = "punctuation_misuse"
_THEN = "可以|可(?=[到向在凭以依按由通])|应当|应(?=[当及在于由按])|须|必须|请(?![示假求])|不得|予以|一律|给予|由(?!于)"
_UNITS = "局|委|办|所|站|院|中心|公司|学校|社区|村|镇|乡|厅|队|部门|纪委|党委|政府"
_PEOPLE = "党员|群众|干部|居民|村民|职工|学生|家长|教师|代表|委员|市民|农户|商户|企业|单位|社会各界"
_ADDRESSED = f"{_UNITS}|乡镇|街道|单位|林场|企业|商户|机构|商会|[县市区]|办事处|领导小组|合作社|家长|住户|居民|村民|农户"
_GROUP = "领导小组|工作组|工作专班|专班|指挥部|委员会|小组|工作队"


def _is_part_of_word(_: Passage, match: re.Match[str]) -> bool:
    """「主要、」, 「相应，」: the end of a longer word."""
    words = dictionary.cut(match["before"] + match["verb"])
    return words[-1] != match["verb"]


def _says_more(_: Passage, match: re.Match[str]) -> bool:
    return shipped().is_verb(match["last"][:2])


def _deep_in_text(passage: Passage, match: re.Match[str]) -> bool:
    above = passage.text[passage.start : match.start()].rstrip()
    # The last of a list of those who take part stands in no head.
    return above.count("\n") > _HEAD or above.endswith(("、", "，", "：", "；"))


# The unit that a paper is sent to stands within so many lines.
_HEAD = 5

RULES = (
    Rule(
        name="punctuation.condition_stopped",
        category=_MARK,
        severity="info",
        explain="「有疑问的。可以投诉」「如有异议、请联系」：条件后面还有主句，用逗号。",
        fires="村民对公开的内容有疑问的。可以向村务监督委员会投诉。",
        passes="村民有疑问的，可以向村务监督委员会投诉。他是卖菜的。可以问他。如有异议，请联系。",
        find=searching_either(
            rf"(?:^|(?<=[，。；：\n]))[^，。；：\n]{{0,12}}(?:如有?|若有?|凡|有下列|对|遇有?|有)(?!关|效|序|利|力|限)[^，。；：、\n]{{0,18}}(?:之一的|[^是]的|疑问|异议|意见|情况|变动|需要|问题|困难)(?P<mark>[。、；])(?={_THEN})",
            "条件后面还有主句，这里用逗号。",
            suggestion="，",
            near="的。 的、 的； 疑问。 疑问、 异议。 异议、 意见。 意见、 情况、 变动、 需要、 问题、 困难、",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.copula_stopped",
        category=_MARK,
        severity="warning",
        explain="「我们的体会是。领导重视是关键」：「是」后面的话还没有说，用冒号或逗号。",
        fires="我们的体会是。领导重视是关键，群众参与是基础。",
        passes="我们的体会是：领导重视是关键。国是、家事都要关心。问你是不是，答是。",
        find=searching_either(
            rf"[{HAN}](?:体会|感受|做法|经验|目标|任务|原因|目的|重点|关键|思路|要求|依据|问题|不足|特点|表现|内容|范围|对象|标准|条件|程序|步骤|方式|结论|建议|意见)(?:主要|就|也|都)?是(?P<mark>[。；、])(?=[{HAN}（(\d])",
            "「是」后面的话还没有说，用冒号或逗号。",
            suggestion="：",
            near="是。 是； 是、",
        ),
    ),
    Rule(
        name="punctuation.modal_parted",
        category=_MARK,
        severity="info",
        explain="「镇农业服务中心要，加强指导」：「要」「应当」「必须」和后面的动词之间不用标点。",
        fires="镇农业服务中心要，加强技术指导。",
        passes="镇农业服务中心要加强技术指导。采取相应、必要的措施。主要、次要矛盾。",
        find=searching_either(
            rf"(?P<before>[{HAN}]{{2,4}})(?P<verb>应当|必须|要|应|须|将|均|都)(?P<mark>[，、；])(?=(?:加强|加大|切实|认真|严格|及时|按照|进一步|做好|抓好|完善|健全|建立|落实|提高|深入|积极|坚持|组织|开展|定期|明确|制定|公开|公布|高度|主动|全面|强化|对|把|由|向)[{HAN}])",
            "「{}」前面的词和后面的动词之间不用标点。",
            suggestion="删去",
            near="要， 要、 要； 应， 应、 当， 当、 须， 须、 将， 将、 均， 均、 都， 都、",
            unless=_is_part_of_word,
        ),
    ),
    Rule(
        name="punctuation.group_cut",
        category=_MARK,
        severity="warning",
        explain="「成立了由镇长任组长。分管领导任副组长的领导小组」：话没有说完，中间不用句号、分号。",
        fires="成立了由镇长任组长。分管领导任副组长的领导小组。",
        passes="成立了由镇长任组长、分管领导任副组长的领导小组。成立领导小组，由镇长任组长。分管领导任副组长。",
        find=searching_either(
            rf"成立了?(?:以|由)[^。；\n]{{2,24}}(?:组长|队长|主任|指挥长|召集人|主席)(?P<mark>[。；])(?=[^。；\n]{{2,50}}的[^，。；\n]{{0,12}}(?:{_GROUP})(?:[，。；]|$))",
            "话没有说完，这里用顿号或逗号。",
            suggestion="、",
            near="组长。 组长； 队长。 队长； 主任。 主任； 指挥长。 召集人。 主席。",
        ),
    ),
    Rule(
        name="punctuation.stop_before_last_member",
        category=_MARK,
        severity="info",
        explain="「修订指南。目录等制度5项」：并列的词语没有说完，用顿号。",
        fires="修订信息公开指南。目录等制度5项。",
        passes="修订信息公开指南、目录等制度5项。修订了指南。利用广播等形式宣传。",
        find=searching_either(
            rf"[{HAN}](?P<mark>。)(?!其[中他余]|另|此外|同时|各|全|我|由|对|在|以|把|将|按)(?P<last>[{HAN}]{{2,4}}等(?:制度|工作|情况|内容|事项|方式|形式|渠道|部门|单位|地|村|材料|项目|领域|设施)[{HAN}\d]{{0,6}}[，。；])",
            "并列的词语没有说完，这里用顿号。",
            suggestion="、",
            near="等制 等工 等情 等内 等事 等方 等形 等渠 等部 等单 等地 等村 等材 等项 等领 等设",
            unless=_says_more,
        ),
    ),
    Rule(
        name="punctuation.comma_before_summed",
        category=_MARK,
        severity="info",
        explain="「分为优秀、合格，不合格三个等次」：数出来的几项之间用顿号。",
        fires="考核结果分为优秀、合格，不合格三个等次。",
        passes="考核结果分为优秀、合格、不合格三个等次。走访干部、群众，召开座谈会三次。",
        find=searching_either(
            rf"(?:分为|分|设有?|包括|涵盖|为|评为)[{HAN}“”]{{2,8}}(?:、[{HAN}“”]{{2,8}}){{1,4}}(?P<mark>，)(?P<last>(?![每各由按共])[{HAN}“”]{{2,8}}?(?:、[{HAN}“”]{{2,8}}?){{0,3}}[两三四五六七八九]个?(?:大|个)?(?:等次|档次|等级|级|类|层次|方面|部分|阶段|环节|步骤|小组|片区|窗口|档))(?=[，。；、的])",
            "数出来的几项之间用顿号。",
            suggestion="、",
            near="等次 档次 等级 级 类 层次 方面 部分 阶段 环节 步骤 小组 片区 窗口 档",
            unless=_says_more,
        ),
    ),
    Rule(
        name="punctuation.comma_among_units",
        category=_MARK,
        severity="info",
        explain="「听取了应急办，派出所、市场监管所的汇报」：并列的单位之间用顿号（GB/T 15834—2011 第4.5条）。",
        fires="会议听取了应急办，派出所、市场监管所的工作汇报。",
        passes="会议听取了应急办、派出所、市场监管所的汇报。通知到各村，派出所、司法所要配合。",
        find=searching_either(
            rf"(?:听取|由|与|和|会同|联合|邀请|组织|协调|商请|报送|抄送|包括|组成|涉及)了?[{HAN}]{{1,6}}(?:{_UNITS})(?P<mark>[，；])(?=[{HAN}]{{1,6}}(?:{_UNITS})(?:、[{HAN}]{{1,8}}(?:{_UNITS})){{1,4}}(?:的|等|组成|共同|联合|人员|负责人|参加|汇报|有关|相关))",
            "并列的单位之间用顿号。",
            suggestion="、",
            near=" ".join(f"{unit}{mark}" for unit in _UNITS.split("|") for mark in "，；"),
        ),
    ),
    Rule(
        name="punctuation.comma_among_people",
        category=_MARK,
        severity="info",
        explain="「党员，群众如有异议」：并列的人之间用顿号。",
        fires="公示期内，党员，群众如有异议，可来电反映。",
        passes="公示期内，党员、群众如有异议，可来电反映。今天来了党员，群众代表没有来。",
        find=searching_either(
            rf"(?:^|(?<=[，。；：\n]))(?:广大|全体|各位|辖区)?(?:{_PEOPLE})(?P<mark>，)(?=(?:{_PEOPLE})(?:如有|对|可以?|均|都|的|积极|踊跃|共同|参与))",
            "并列的人之间用顿号。",
            suggestion="、",
            near="，党员 ，群众 ，干部 ，居民 ，村民 ，职工 ，学生 ，家长 ，教师 ，代表 ，委员 ，市民 ，农户 ，商户 ，企业 ，单位 ，社会",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.pause_before_role",
        category=_MARK,
        severity="info",
        explain="「确定王某、赵某、为发展对象」：最后一项和后面的动词之间不用顿号。",
        fires="拟确定王某、赵某、为发展对象。",
        passes="拟确定王某、赵某为发展对象。转变作风、为群众服务。",
        find=searching_either(
            rf"[{HAN}](?P<mark>、)(?=(?:为|作为|被评为|被列为|任|担任)[{HAN}]{{0,8}}(?:对象|成员|组长|委员|主任|候选人|代表|积极分子|先进个人|先进集体|责任人|联络员)[，。；\n])",
            "最后一项和后面的动词之间不用顿号。",
            suggestion="删去",
            near="、为 、作为 、被 、任 、担任",
        ),
    ),
    Rule(
        name="punctuation.basis_unparted",
        category=_MARK,
        severity="warning",
        explain="「根据《细则》的有关规定经支委会研究」：依据说完了，后面用逗号。",
        fires="根据《细则》的有关规定经支部委员会研究，拟确定发展对象2名。",
        passes="根据《细则》的有关规定，经支部委员会研究决定。根据县里要求我镇承担的任务。",
        find=searching_either(
            rf"(?:根据|按照|依据|遵照)[^，。；\n]{{0,40}}》[^，。；《\n]{{0,20}}(?P<mark>规定|要求|精神|部署)(?=经[{HAN}]{{2,12}}(?:研究|同意|批准|审议)|现将|现就|特制定|结合我)",
            "依据说完了，「{}」后面用逗号。",
            suggestion="{}，",
            near="规定经 规定现 规定特 规定结 要求经 要求现 要求特 要求结 精神经 精神现 精神特 精神结 部署经 部署现 部署特 部署结",
        ),
    ),
    Rule(
        name="punctuation.list_led_by_comma",
        category=_MARK,
        severity="info",
        explain="「工作中存在的不足，一是……，二是……」：引出分条的内容，用冒号。",
        fires="工作中存在的不足，一是更新不及时，二是形式单一。",
        passes="工作中存在的不足：一是更新不及时，二是形式单一。针对存在的不足，一是加强培训，二是完善制度。",
        find=searching_either(
            rf"(?:^|(?<=[。；\n]))(?!(?:针对|对|围绕|为|按照|根据|结合|通过|立足|就|面对)[{HAN}])[^，。；：\n]{{0,10}}(?:存在的?|主要的?)(?:不足|困难|差距|短板|薄弱环节|特点|成效|经验|体会)(?:和问题|与不足)?(?P<mark>[，；、])(?=一是[^\n]{{2,150}}二是)",
            "引出分条的内容，用冒号。",
            suggestion="：",
            near="，一是 ；一是 、一是",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.addressee_mark",
        category=_MARK,
        severity="info",
        explain="主送机关后面用冒号（GB/T 9704）。",
        fires="关于开展检查的通知\n各林场；\n近期天气晴好，火险等级高。",
        passes="关于开展检查的通知\n各林场：\n近期天气晴好。\n各村、各单位，都要落实责任。",
        find=searching_either(
            rf"(?<=\n)[ \t\u3000]*各[{HAN}]{{0,6}}(?:{_ADDRESSED})(?:[（(][{HAN}]{{1,4}}[）)][{HAN}]{{0,6}})?(?:[、，][{HAN}]{{0,8}}(?:{_ADDRESSED})(?:[（(][{HAN}]{{1,4}}[）)])?){{0,6}}(?P<mark>[；。、，])(?=[ \t]*\n)",
            "主送机关后面用冒号。",
            suggestion="：",
            near="各",
            unless=_deep_in_text,
        ),
    ),
)
