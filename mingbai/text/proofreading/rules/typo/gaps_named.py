"""Deeds without what they are done to or with: 「行使行政审批」 for 「审批权」, 「向领导请假手续」 without 「办理」, 「开展宣传栏」, 「从群众关心的问题，」
without 「入手」; a listing of work that nobody does; 「单位具有职权的单位」."""

import re

from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import hint_of
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    END,
    INSIDE,
    LETTER,
    MARK,
    clause_before,
    sentence_before,
    sentence_behind,
    shape,
    shapes_of,
)

_DONE = "办理|履行|补办|完善|提交|完备|办好|办妥|补齐|凭|持|简化|规范|完成|齐全|减少|优化|公开|没有"
_CARE = "删除|整理|修订|更新|张贴|发放|核对|填报|印制|录入|撤换|下架|补录|梳理|清除|归档|撤下"
_BOARDS = "宣传栏|公开栏|公示栏|意见箱|举报箱|显示屏|宣传册|宣传单|横幅|标语|公众号|黑板报|宣传板|展板|明白卡"
_FROM = "问题|事项|环节|事情|小事|实际|角度|实事|需求|难点|痛点|薄弱处|源头|细节"
_TO = re.compile("[到至]|出发|入手|着手|抓起|做起|起步|切入|着眼|下手|改起|看|讲|里|选|挑")
_LEADING = (
    "做好",
    "开展",
    "抓好",
    "完成",
    "负责",
    "承担",
    "进行",
    "推进",
    "落实",
    "实施",
    "加强",
    "从事",
    "参与",
    "协助",
    "部署",
    "安排",
    "组织",
    "指导",
    "督促",
    "督导",
    "配合",
    "包括",
    "涵盖",
    "含",
    "为",
    "是",
    "于",
    "要",
    "对",
    "将",
    "和",
    "集中",
    "及时",
    "如",
    "在",
)


def _is_led_by_none(passage: Passage, match: re.Match[str]) -> bool:
    return not any(word in sentence_before(passage, match.end("mark")) for word in _LEADING)


def _lacks_deed(passage: Passage, match: re.Match[str]) -> bool:
    return re.search(_DONE, clause_before(passage, match.start("mark"))) is None


def _leads_nowhere(passage: Passage, match: re.Match[str]) -> bool:
    return _TO.search(sentence_behind(passage, match.end("mark"))) is None


_hint = hint_of("typo", "typo")

RULES = (
    _hint(
        "power_half_lost",
        "「行使」的是权力、职权，「行使行政审批」漏了「权」。",
        "政务中心代表镇政府行使行政审批并提供服务。",
        "政务中心代表镇政府行使行政审批权并提供服务。",
        shapes_of(
            shape(
                r"(?P<mark>行使(?:行政|依法|相关|有关|民主|村务|村民|项目|市场)?(?:审批|处罚|许可|监督|管理|执法|决策|表决|选举|检查|审查|监管|知情|参与))(?=[，,。；;]|并|等职)",
                "「{}」后面疑漏「权」",
                "warning",
            ),
        ),
    ),
    _hint(
        "formality_not_done",
        "「向领导请假手续」漏了「办理」「履行」。",
        "有事需向分管领导请假手续。",
        "有事需向分管领导履行请假手续。",
        shapes_of(
            shape(
                rf"(?:需要?|须|应当?|必须|要|可以?)(?:及时|按时|提前)?(?:向|到|在|与){LETTER}{{2,10}}?(?P<mark>(?:请假|登记|报销|审批|备案|变更|入学|离职|交接|入住|申报|报名|领取|注册|报批)手续){END}",
                "「{}」前面疑漏「办理」「履行」",
                "warning",
                holds=_lacks_deed,
            ),
        ),
    ),
    _hint(
        "unit_has_unit",
        "「下属单位具有职权的单位」前后说了两次「单位」，句式杂糅，应删去一个。",
        "梳理街道下属单位具有行政职权的单位所掌握的信息。",
        "梳理街道下属具有行政职权的单位所掌握的信息。",
        shapes_of(
            shape(
                rf"(?P<mark>(?P<n>单位|部门|人员|干部|机构|组织|企业|群众|家庭|党员|学生)(?:具有|具备|拥有|符合|持有|享有)(?:(?![，,、和与]){INSIDE}){{2,20}}的(?P=n))(?=所|都|均|应|可|要|，|。|；)",
                "「{}」前后重复，句式杂糅，应删去一个",
                "warning",
            ),
        ),
    ),
    _hint(
        "work_by_nobody",
        "「删除冗余数据等清理工作」没有说对工作怎样，前面漏了「做好」「开展」。",
        "更新公示栏、张贴通知等日常工作，按月公布结果。",
        "做好更新公示栏、张贴通知等日常工作，按月公布结果。",
        shapes_of(
            shape(
                rf"{CLAUSE}(?P<mark>(?:{_CARE})(?:{LETTER}|、){{2,20}}等{LETTER}{{2,4}}工作){MARK}",
                "「{}」前面疑漏「做好」「开展」",
                holds=_is_led_by_none,
            ),
        ),
    ),
    _hint(
        "board_carried_out",
        "「开展」的是活动、工作，宣传栏、意见箱是「设置」「利用」的。",
        "通过开展宣传栏、广播等形式宣传政策。",
        "通过设置宣传栏、利用广播等形式宣传政策。",
        shapes_of(
            shape(
                rf"(?P<mark>开展(?:政务|村务|固定)?(?:{_BOARDS}))(?![建设评检清更整专规维巡排宣进上下内制]|和[一-鿿]{{2,6}}(?:检查|活动|工作)|等?[一-鿿]{{0,4}}(?:活动|工作|检查|整治))",
                "「{}」动词与宾语不搭配，应为「设置」「利用」",
                "warning",
            ),
        ),
    ),
    _hint(
        "from_where_to",
        "「从群众关心的问题，抓好公开」「从」后面漏了「入手」「出发」「抓起」。",
        "从群众最关心的问题，抓好公开。",
        "从群众最关心的问题入手，抓好公开。",
        shapes_of(
            shape(
                rf"{CLAUSE}(?P<mark>从(?![而此中来不小事严紧快])(?P<rest>(?:(?![到至起]){LETTER}){{2,14}}?)(?:{_FROM}))(?=[，,](?!到|再到|从))",
                "「{}」后面疑漏「入手」「出发」「抓起」",
                holds=_leads_nowhere,
            ),
        ),
    ),
    _hint(
        "names_of_roads_joined",
        "几条路、几个村的名称连在一起，中间漏了顿号。",
        "对文昌路建设街东风路三条街道进行改造。",
        "对文昌路、建设街、东风路三条街道进行改造。",
        shapes_of(
            shape(
                rf"(?P<mark>{LETTER}{{2,5}}[路街巷]{LETTER}{{1,5}}[路街巷](?:{LETTER}{{1,5}}[路街巷]){{0,4}})(?=等?[两三四五六七八九十]{{1,2}}条)",
                "「{}」几个名称之间疑漏顿号",
            ),
        ),
    ),
    _hint(
        "headway_for_doing",
        "「进展了学习」是改写时把「进行」换成了「进展」。",
        "会上对条例进展了学习。",
        "会上对条例进行了学习，取得了进展。",
        shapes_of(
            shape(
                r"(?<![的大新重新步取])(?P<mark>进展)(?=了(?:一次|具体|全面|认真|详细|深入|专题|统一|充分|重点)?的?(?:学习|安排|部署|谈话|总结|检查|公示|整改|宣传|培训|分析|讨论|调查|核实|清理|督查|通报|审核|研究|公开|说明|表决|投票|评议|考核|整治|排查|走访|动员|解读|改造|调整))",
                "「{}」疑为「进行」",
                "warning",
            ),
        ),
    ),
)
