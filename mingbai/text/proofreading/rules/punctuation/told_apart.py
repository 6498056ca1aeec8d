"""Marks between clauses and between their parts that are not told apart: a pause where a clause ends, a colon behind a preposition,
a stop inside a list of things that are posted, a pair of sentences without a mark."""

import re

from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import anchored, hint_of, listed
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    END,
    INSIDE,
    LETTER,
    clause_before,
    sentence_before,
    shape,
    shapes_of,
    words_between,
)

_PUT = "悬挂|张贴|发放|反馈|发布|公布|摆放|报送|上报|送达|存放|粘贴|下发|分发|发送|公示|放置|投放|推送"
_TOWARDS = re.compile("[在到给至于入]")
_DUTY = (
    "负责|汇总|审核|填报|上报|登记|保管|发布|把关|组织|牵头|承办|整理|落实|核实|监督|收集|签字|审批|办理|实施"
)
_UNITS = "个|处|块|条|次|期|场|份|件|名|人|户|项|家|座|篇|部|台"
_SHOWN = "上墙|张榜|对外|公布|公开|公示|全部|及时|在公|在村|在门|在大|在校|在院|在政|在网|在微|向社|向群|向村|按月|按季|逐户|逐项|每月|每季|接受"
_BEFORE_COLON = "设在|设于|位于|组长由|主任由|共计公开|以上情况|上述情况|以上意见|以上请示"
_WORDS_WITH = "通过|对于|关于|利用|借助|围绕|针对|结合|根据|按照|为了|由于|依托|采取|运用|采用|随着|鉴于|本着"
_COLONS = " ".join(
    (
        *(f"{word}{colon}" for word in f"{_WORDS_WITH}|{_BEFORE_COLON}".split("|") for colon in "：:"),
        *(f"{mark}等" for mark in "：:。；;"),
        "希望 敬请 务请",
    )
)
_STATES = listed(
    "思想统一 领导重视 组织健全 机构健全 制度上墙 责任明确 分工明确 措施得力 行动迅速 目标明确 任务明确 程序规范 内容真实 公开及时 制度完善 制度健全 责任到人"
    " 任务到人 措施到位 监督有力 落实到位 管理规范 群众满意 成效明显 成效显著 人员到位 经费到位 职责明确 重点突出 形式多样 步骤清晰 资料齐全 档案齐全 账目清楚"
    " 手续完备 手续齐全 领导到位 认识到位 保障有力 作风扎实 工作扎实 宣传到位 组织有力 运转有序 态度和蔼 服务周到 环境整洁 标志醒目 内容全面 更新及时 回应及时"
    " 答复及时 层层落实 人人有责 科学合理 简便易行 准确无误 分工负责 密切配合 齐抓共管 上下联动 一级抓一级 层层抓落实 统一领导 分级负责 各司其职 各负其责 职责清晰"
    " 分工合理 责任落实 措施有力 监督到位 考核严格 奖惩分明 底数清楚 台账清晰 流程清晰"
)
_SET = frozenset(listed("层层落实人人有责 组织有力保障有力"))
_KNOWN = "讨论|研究|探讨|思考|商量|了解|清楚|知道|明白|关心|弄清|掌握|询问|考虑|研讨|摸清|反思"
_ASKED = "如何|怎样|怎么|找谁|哪些|什么|为何|是否|哪里|多少|何时|能否|该不该|有没有|要不要"
_WHOSE = frozenset("您你问")


def _is_one_deed(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the member before the pause is a deed that is put nowhere: two that are put somewhere are members of a row."""
    member = clause_before(passage, match.start("mark")).split("、")[-1]
    return len(member) > 2 and _TOWARDS.search(member) is None and "、" not in match["behind"]


def _is_no_row(passage: Passage, match: re.Match[str]) -> bool:
    return "、" not in clause_before(passage, match.start("mark"))


def _is_list(passage: Passage, match: re.Match[str]) -> bool:
    """Whether what stands before the stop is no sentence but a list of things."""
    words = words_between(passage, *match.span("list"))
    return all(word.kind[0] in "nbjlmqfxt" or word.kind == "vn" or word.text in _LISTED for word in words)


_LISTED = frozenset(
    listed(
        "、 的 和 及 开支 支出 收费 收入 采购 补贴 补助 救助 投资 报销 施工 依据 招标 办理 使用 发放 申请 审批 服务 分配 评议 考核 奖惩 聘任 招聘 会 例会 会计 大 查房 宣传 座谈 每日 每周 每月"
    )
)


def _is_somebody(passage: Passage, match: re.Match[str]) -> bool:
    """Whether nothing is done yet where the stop stands: a unit is named, and that is all."""
    return not set("来到去联赴") & set(match["list"]) and not any(
        (word.kind == "v" and word.text not in _LISTED) or word.text in {"的", "了"}
        for word in words_between(passage, *match.span("list"))
    )


def _is_thing(passage: Passage, match: re.Match[str]) -> bool:
    words = words_between(passage, *match.span("more"))
    return any(word.kind[0] in "njl" or word.kind == "vn" for word in words) and all(
        word.kind[0] in "njl" or word.kind == "vn" or word.text in _LISTED for word in words
    )


def _is_indirect(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the question is what somebody discusses or knows, not what the reader is asked."""
    before = sentence_before(passage, match.start("verb"))
    return not _WHOSE & set(before) and re.search(_ASKED, before) is None and "吗" not in match.group()


_hint = hint_of("punctuation", "punctuation_misuse")

RULES = (
    _hint(
        "pause_before_putting",
        "「制成公示牌、悬挂在大厅」前后是先后做的两件事，用逗号，不用顿号。",
        "将名单打印成册、张贴在村口。",
        "将名单打印成册，张贴在村口。",
        anchored(
            " ".join(f"、{word}" for word in _PUT.split("|")),
            shapes_of(
                shape(
                    rf"{LETTER}{{2}}(?P<mark>、)(?=(?:{_PUT})(?:在|到|给|至|于)(?P<behind>[^，,。；;\n]{{1,20}}))",
                    "前后是先后做的两件事，用逗号，不用顿号",
                    holds=_is_one_deed,
                ),
            ),
        ),
    ),
    _hint(
        "pause_between_cases",
        "「由各村填报、由镇里汇总」「对不符合的退回、对符合的公布」是两句话，中间用逗号。",
        "由各村负责填报、由镇里汇总。",
        "由各村负责填报，由镇里汇总。",
        shapes_of(
            shape(
                rf"由{LETTER}{{1,8}}(?:{_DUTY}){LETTER}{{0,6}}(?P<mark>、)(?=由{LETTER}{{1,8}}(?:{_DUTY}){LETTER}{{0,6}}{END})",
                "前后是两句话，用逗号，不用顿号",
                holds=_is_no_row,
            ),
            shape(
                rf"对(?:不|未|拒|逾|超|弄|符合|已|能|可|需)(?:(?!的){INSIDE}){{1,16}}的{LETTER}{{2,8}}(?P<mark>、)(?=对{LETTER}{{1,16}}的{LETTER}{{2,8}}{END})",
                "前后是两句话，用逗号或分号，不用顿号",
            ),
            shape(
                rf"一方面{INSIDE}{{4,30}}(?P<mark>、)(?=另?一方面)",
                "前后是两句话，用逗号或分号，不用顿号",
                "warning",
            ),
            shape(
                rf"{LETTER}有(?:什么)?(?:疑问|异议|意见|问题|不同意见|疑义)的?(?P<mark>、)(?=可以?|请|应|须|要)",
                "前后是两句话，用逗号，不用顿号",
                "warning",
            ),
            shape(
                rf"\d(?:余|多)?(?:{_UNITS})(?P<mark>、)(?={LETTER}{{2,8}}(?:达到?了?|提高到?了?|提升到?了?|下降到?了?|上升到?了?)(?:\d|百分))",
                "前后是两句话，用逗号，不用顿号",
                holds=_is_no_row,
            ),
            shape(
                rf"{CLAUSE}既(?:要|能|可)?{INSIDE}{{3,20}}(?P<mark>、)(?=又(?:要|能|可){INSIDE}{{3}})",
                "「既……又……」是两句话，用逗号，不用顿号",
            ),
        ),
    ),
    _hint(
        "colon_behind_link",
        "「通过：公开栏公布」「地点设在：镇政府」介词、动词后面直接跟要说的，不用冒号。",
        "通过：公开栏、微信群公布补贴名单。",
        "通过公开栏、微信群公布补贴名单。",
        anchored(
            _COLONS,
            shapes_of(
                shape(
                    rf"(?P<link>{_WORDS_WITH})(?P<mark>[：:])(?=[一-鿿《“])",
                    "前面的词直接带后面的话，中间不用冒号",
                    holds=lambda p, m: p.text[m.start() - 1 : m.start()] not in frozenset("“‘《（("),
                ),
                shape(
                    rf"(?:{_BEFORE_COLON})(?P<mark>[：:])(?=[一-鿿](?!、))",
                    "前面的话没有说完，不用冒号",
                ),
                shape(
                    r"(?:希望|敬请|务请)(?:各|全体|有关|广大)[一-鿿]{1,6}(?P<mark>[：:])(?=(?:高度|认真|积极|切实|及时|按时|踊跃|大力|严格)[一-鿿])",
                    "前面的话没有说完，不用冒号",
                ),
                shape(
                    r"(?P<mark>[：:。；;])(?=等(?:多种)?(?:形式|方式|方面|信息|设施|内容|措施|工作|渠道|问题|材料|资料|事项))",
                    "「等」前面不用「{}」",
                    "warning",
                ),
            ),
        ),
    ),
    _hint(
        "stop_among_things",
        "「每日开支、菜价。采购数量上墙公布」各项还没有说完，句号应为顿号。",
        "收费项目、标准。收费依据对外公开。",
        "收费项目、标准、收费依据对外公开。",
        anchored(
            " ".join(_SHOWN.split("|")),
            shapes_of(
                shape(
                    rf"(?:^|(?<=[，,。；;\n]))(?P<list>{LETTER}{{2,8}}、{LETTER}{{2,8}})(?P<mark>。)(?=(?P<more>{LETTER}{{2,10}}?)(?:等)?(?:情况|信息|事项)?(?:{_SHOWN}))",
                    "前面的各项还没有说完，句号应为顿号",
                    "warning",
                    holds=lambda p, m: _is_list(p, m) and _is_thing(p, m),
                ),
            ),
        ),
    ),
    _hint(
        "number_cut_off",
        "「拨打。5552310」「来信请寄。人民路1号」话没有说完，号码、地址前面不用句号。",
        "群众可随时拨打。5552310投诉。",
        "群众可随时拨打5552310投诉。",
        shapes_of(
            shape(
                r"(?:拨打|致电|请拨|电话为|电话是|号码为|号码是|寄至|寄到|请寄|邮寄至|发送至|发送到|发至|网址为|网址是|邮箱为|邮箱是)(?P<mark>[。；;])(?=[0-9０-９A-Za-z“一-鿿])",
                "话没有说完，中间不用「{}」",
                "warning",
            ),
            shape(
                r"(?:登录|登陆|访问|关注|搜索|添加)(?P<mark>[。；;])(?=www|http|[0-9]{5}|“)",
                "话没有说完，中间不用「{}」",
                "warning",
            ),
        ),
    ),
    _hint(
        "actor_cut_off",
        "「请区卫生局。业务科室来讲课」「请」谁的话被句号切断了。",
        "邀请县农业农村局。技术人员来村授课。",
        "邀请县农业农村局技术人员来村授课。",
        shapes_of(
            shape(
                rf"{CLAUSE}{LETTER}{{0,6}}?(?:请|邀请|聘请|抽调|组织|委托)(?P<list>{LETTER}{{2,16}}(?:局|委|办|部|院|校|所|站|中心|公司|村|镇|乡|社区|科|股|会|单位|事务所))(?P<mark>。)(?={LETTER}{{2,10}}(?:来|到|赴|担任|参加|参与|进村|入户|为|作为|对|现场|授课|讲课|开展|前往))",
                "「请」谁的话没有说完，不用句号",
                holds=_is_somebody,
            ),
        ),
    ),
    _hint(
        "states_run_on",
        "「思想统一行动迅速」「一级抓一级层层抓落实」两句话之间漏了顿号或逗号。",
        "做到制度上墙责任到人。",
        "做到制度上墙、责任到人。",
        shapes_of(
            shape(
                rf"(?:{CLAUSE}|(?<=做到)|(?<=坚持)|(?<=确保)|(?<=实现)|(?<=形成)|(?<=建立)|(?<=达到)|(?<=到了)|(?<=现了)|(?<=成了)|(?<=照)|(?<=行))(?P<mark>(?:{'|'.join(_STATES)})(?:{'|'.join(_STATES)})+)(?=[，,。；;、]|的(?:原则|要求|机制|格局|局面|目标))",
                "「{}」两句话之间疑漏标点",
                holds=lambda p, m: m["mark"] not in _SET,
            ),
            shape(
                r"(?P<mark>(?:[看听办摸记用信管听]得[一-鿿]){2,4})" + END,
                "「{}」各项之间疑漏顿号",
            ),
        ),
    ),
    _hint(
        "indirect_question",
        "「讨论了怎样搞好公开」是陈述，问的话只是宾语，用句号，不用问号。",
        "会议研究如何推进公开？",
        "会议研究如何推进公开。怎样推进公开？",
        shapes_of(
            shape(
                rf"(?P<verb>{_KNOWN})了?过?(?:(?!{_ASKED}){LETTER}){{0,8}}?(?:{_ASKED}){LETTER}{{1,20}}(?P<mark>？)(?=[^？?]|$)",
                "这里是陈述，问的话只是宾语，不用问号",
                holds=_is_indirect,
            ),
            shape(
                rf"{CLAUSE}(?:是否|能否|应否){LETTER}{{1,12}}(?P<mark>？)(?=由|按|要|应|须|需|视|根据|取决|都|均|必须)",
                "后面还是这句话，不用问号",
                "warning",
            ),
        ),
    ),
    _hint(
        "comma_in_row_alike",
        "「院周会、职工大会、行政查房，座谈会」各项同类，其中一处用了逗号，应为顿号。",
        "利用公开栏、宣传册，大喇叭公布信息。",
        "利用公开栏、宣传册、大喇叭公布信息。",
        shapes_of(
            shape(
                rf"(?:通过|利用|召开|借助|运用|依托|征求|听取|采取|在|以|凭|用)(?P<list>(?:{LETTER}{{2,7}}、){{1,5}}{LETTER}{{2,7}})(?P<mark>，)(?=(?P<more>{LETTER}{{2,7}}?)(?:等(?:形式|方式|渠道|途径)?)?(?:公布|公开|公示|宣传|听取|征求|收集|发布|意见|的意见|了解|告知|传达|通报|进行|播放|讲解|反映|推送))",
                "各项并列，逗号应为顿号",
                holds=lambda p, m: _is_list(p, m) and _is_thing(p, m),
            ),
        ),
    ),
    _hint(
        "comma_behind_by",
        "「由村支部书记，负责公布」「由」谁做，人和事之间不用逗号。",
        "由网格员，上门讲解政策。",
        "由网格员上门讲解政策。",
        shapes_of(
            shape(
                rf"(?<![自缘理事因经])由(?P<list>{LETTER}{{1,10}}(?:书记|主任|组长|干部|人员|员|科|股|室|办|局|所|站|委员会|校长|院长|会计|主席|委员))(?P<mark>[，,])(?=(?:“{LETTER}{{2,8}}”)?(?:负责|牵头|具体|统一|负总责|审核|审批|签字|上门|入户|汇总|公布|监督|面对面|逐户|把关|承办|组织|登记|整理|核实|讲解|填写)(?![人者小中]))",
                "「由」谁做，人和事之间不用逗号",
                holds=lambda p, m: "组成" not in m.group() and _is_somebody(p, m),
            ),
        ),
    ),
)
