"""Persons and bodies without the word that says what they are here: 「镇长任组长，纪委书记副组长，」, 「支部书记第一责任人，」, 「结果镇政府备案」,
「请监督委员会反映」, 「定期群众公布」, 「并结果反馈投诉人」.
"""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    MARK,
    clause_before,
    sentence_before,
    shape,
    shapes_of,
)

_HOLDER = "(?:书记|[镇乡县市区村局校院所站处科队会部厂社]长|主任|主席|同志|委员|干事|负责人|领导|一把手|支书|经理|园长|校长|院长)"
_LEADERS = "(?:常务|第一|执行)?副(?:组长|主任|总指挥|指挥长|会长|主席)"
_MEMBERS = "(?:负责人|主要负责人|主任|站长|所长|科长|股长|组长|校长|书记|人员|干部|委员|代表|教师|同志)"
_IS = lazy.pattern("[为任兼是由当：:]|担当")
_BODY = "(?:政府|党委|纪委|党工委|办事处|党政办|办公室|委员会|监委会|[镇乡县区市](?!长)|局|委|站|所|中心|部门|机关|街道|办(?![法理事公])|财政所|司法所|经管站|小组|科|股|支部|村委会|两委|主管部门|上级)"
_LED = lazy.pattern(
    "[报由经送交向在到给呈请须需让对与和及从是凭受被待]|通过|接受|提交|上报|拿|抄送|按照|根据"
)
# What the leading words are part of.
_HARMLESS = lazy.pattern("报表|报告|经管|经济|经信|交通|在册|对外|须知")
_ADDRESSED = "群众|村民|居民|职工|党员|村民代表|社会|公众|家长|上级|党委|县委|县政府|镇党委|镇政府|党支部|纪委|师生|教职工|申请人|投诉人|举报人|信访人"
_TOLD = (
    "汇报|报告|述职|通报|公布|公示|公开|说明|解释|反馈|承诺|告知|宣传|答复|征求意见|作出说明|作说明|作汇报"
)
_WHEN = "每年|每月|每季度|每半年|定期|不定期|年底|年终|如实|逐级|主动|随时|及时|书面|当面|专题|按时|按期|按月|按季|适时|必须|应当|应|要"


def _is_led_by_none(passage: Passage, match: re.Match[str]) -> bool:
    return (
        _LED.search(_HARMLESS.sub("", clause_before(passage, match.start("mark")))) is None
        and _LED.search(_HARMLESS.sub("", match["body"])) is None
    )


def _is_asked(passage: Passage, match: re.Match[str]) -> bool:
    return (
        re.search(
            "异议|疑问|意见|不符|违|不实|问题|情况|知情|咨询", sentence_before(passage, match.start("mark"))
        )
        is not None
    )


RULES = (
    Rule(
        name="typo.post_link_lost",
        category="typo",
        severity="warning",
        explain="前一个人写了「任组长」「为组长」，后一个人与职务之间丢了「任」「为」：「镇长任组长，纪委书记副组长，」「各站所负责人成员」。",
        fires="领导小组由镇长任组长，纪委书记副组长，各站所负责人为成员。",
        passes="领导小组由镇长任组长，纪委书记任副组长，各站所负责人为成员。组长：张三，副组长：李四。",
        find=shapes_of(
            shape(
                rf"(?:为|任|担任)(?:{_LEADERS}|第一?组长|组长|总指挥|指挥长|主任|会长|主席)[，,、;；](?P<inner>(?:(?![为任兼是：:]){INSIDE}|[、]){{1,26}}?(?:{_HOLDER}|[一-鿿]{{2,3}}))(?<!副)(?P<mark>{_LEADERS})(?=[，,、；;])",
                "「{}」前面疑漏「为」「任」",
                "warning",
                lambda passage, match: re.search(f"{_HOLDER}$", match["inner"]) is not None,
            ),
            shape(
                rf"(?:为|任|担任)(?:{_LEADERS}|组长|总指挥|指挥长)[，,、;；](?P<inner>(?:(?![为任兼是：:，,。；;]){INSIDE}){{2,30}}?{_MEMBERS}(?:等)?)(?P<mark>(?:组员|成员))(?=的|[，,。；;])",
                "「{}」前面疑漏「为」「任」",
                "warning",
            ),
            shape(
                rf"{CLAUSE}(?:[一-鿿]{{0,8}}?)(?P<inner>(?:(?![为任是作当由把将的]){LETTER}){{0,10}}?{_HOLDER})(?P<mark>(?:第一|直接|具体|主要|总|领导|包保|首要)责任人)(?=[，,。；;、])",
                "「{}」前面疑漏「是」「为」",
                "warning",
                lambda passage, match: (
                    _IS.search(clause_before(passage, match.start("mark"))) is None
                    and match["inner"][-2:] not in {"领导", "委员"}
                ),
            ),
            shape(
                rf"{_HOLDER}(?P<mark>(?:为|是|任|担任)第一责任)(?=的|[，,。；;、])",
                "「{}」后面疑漏「人」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.handed_to_whom",
        category="typo",
        severity="warning",
        explain="送谁备案、审批，要有「报」「由」「经」：「结果镇政府备案」应为「结果报镇政府备案」。",
        fires="评议结果镇政府备案。各村汇总县财政局审批。",
        passes="评议结果报镇政府备案。各村汇总后报县财政局审批。方案由县财政局审批，在公安机关备案。",
        find=shapes_of(
            shape(
                rf"(?:结果|名单|方案|情况|材料|资料|后|并|及时|汇总|逐级|统一|报表|清单|预算|决算|意见|合同|报告|记录|一份|总结|计划|章程)(?P<mark>(?P<body>(?!报|由|经|向|在){LETTER}{{0,8}}?{_BODY})(?:备案|备查|存档|审批|核准)){MARK}",
                "「{}」前面疑漏「报」「由」「经」",
                "warning",
                _is_led_by_none,
            ),
        ),
    ),
    Rule(
        name="typo.ask_toward",
        category="typo",
        severity="warning",
        explain="「如有异议，请监督委员会反映」漏了「向」：请谁向哪里反映。",
        fires="公示期间如有异议，请村务监督委员会反映。",
        passes="公示期间如有异议，请向村务监督委员会反映，请在公示期内提出，请有关单位和个人反映。",
        find=shapes_of(
            shape(
                rf"请(?P<mark>(?!示|求|到|在|于|及时|向|与|同|各|大家|广大|以|拨打|致电|书面|直接|有关|社会|您|你|通过|按|予|将|把|群众|村民|知情|和|联)(?P<body>{LETTER}{{0,12}}?(?:委员会|监委会|办公室|局|部门|中心|政府|[科股]室?|所|纪委|小组|站|村委会|党支部|两委))(?:反映|举报|投诉|咨询|申诉|提出)){MARK}",
                "「{}」前面疑漏「向」",
                "warning",
                _is_asked,
            ),
            shape(
                rf"(?:{_WHEN})(?P<mark>(?:{_ADDRESSED})(?:{_TOLD}))(?=[，,。；;、]|收支|财务|账目|情况|结果|工作|资金|政策|村务|党务)",
                "「{}」前面疑漏「向」",
                "info",
                lambda passage, match: (
                    re.search("[向对给由经让使为与和]|征求", clause_before(passage, match.start("mark")))
                    is None
                ),
            ),
        ),
    ),
    Rule(
        name="typo.result_unled",
        category="typo",
        severity="warning",
        explain="「并结果反馈投诉人」：「并」后面是事物，疑漏「将」。",
        fires="督查科及时调查处理，并结果反馈投诉人。",
        passes="督查科及时调查处理，并将结果反馈投诉人，调查并公布结果，合并结果上报。",
        find=shapes_of(
            shape(
                r"(?<=[，,；;])(?P<mark>并(?:及时)?(?:(?:处理|调查|办理|评议|审核|检查|整改|考核|核查|核实|复核)?(?:结果|情况)|相关材料|有关材料|名单|相关信息|有关信息))(?=(?:及时|定期|按时|书面)?(?:反馈|公示|公布|公开|上报|报送|报(?!告)|告知|通报|移交|录入|纳入|列入|作为|张榜|上墙|存档|归档|记入))",
                "「{}」中间疑漏「将」",
                "warning",
            ),
            shape(
                rf"[将把](?:(?![，,]){INSIDE}){{2,16}}(?P<mark>(?:转交|移交|交付|转达|交办)(?=(?:当事人|申请人|投诉人|举报人|来访人|信访人|群众|村民|承办人|责任人){MARK}))",
                "「{}」后面疑漏「给」",
                "info",
            ),
        ),
    ),
)
