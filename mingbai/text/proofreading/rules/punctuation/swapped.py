"""One mark put for another where the words on both sides tell which belongs there: before a predicate, between cases of a rule,
between members of a list that 「等」 closes."""

import re

from mingbai.text import dictionary
from mingbai.text.proofreading.model import Category, Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._either import searching_either

_MARK: Category = "punctuation_misuse"
# What only a predicate begins with; a label's content never does.
_PREDICATE = (
    "均已|均能|均未|均按|均在|都已|都能|都未|都按|全部按|已全部|仍未|尚未|一律按|一律不|得到了|也得到"
)
# What lists and labels go before a colon that is right there.
_LEADS = re.compile(
    r"(?:如下|以下|下列|包括|分别|其中|显示|表明|认为|指出|要求|强调|情况|表示|结果|进展|说明|注|答|问|是|为)$"
)
# Members of a list that somebody does something to, not those who do something.
_THINGS = "病虫害|灾害|产业|项目|作物|设施|设备|活动|材料|资料|载体|渠道|方式|形式|内容|事项|产品|特产|品种|行为|现象|隐患|场所|领域|行业|疾病|平台|媒介|费用|补贴|物资|农产品|基础设施|工程|水果|蔬菜|名胜"
_AGENTS = re.compile(r"(?:部门|单位|人员|同志|干部|领导|群众|企业|学校|村|镇|乡|局|办|所|站|委)$")


def _is_a_label(passage: Passage, match: re.Match[str]) -> bool:
    low = max(passage.start, match.start("mark") - _LABEL_WITHIN)
    before = passage.text[low : match.start("mark")].rpartition("\n")[2]
    return _LEADS.search(before) is not None or before.rfind("“") > before.rfind("”") or len(before) < _SHORT


def _not_a_member(_: Passage, match: re.Match[str]) -> bool:
    """「加强领导，教育等活动」 goes on with a deed; two nouns of things are members of one list."""
    one, last = match["one"], match["last"]
    return bool(_AGENTS.search(one) or _AGENTS.search(last)) or _does(one) or _does(last)


def _does(word: str) -> bool:
    """Whether what the words begin or end with is no noun."""
    kinds = dictionary.kinds(word)
    return any(kind.startswith(("v", "a", "d", "p", "c", "nr")) for kind in kinds[:1] + kinds[-1:])


_LABEL_WITHIN, _SHORT = 40, 6

RULES = (
    Rule(
        name="punctuation.colon_parts_predicate",
        category=_MARK,
        severity="info",
        explain="「通报的3个问题：均已整改」：主语和谓语是一句话，中间不用冒号。",
        fires="我镇对群众反映的3个问题：均已整改到位。",
        passes="整改情况如下：均已整改到位。进展：已经完成。群众反映的3个问题均已整改到位。",
        find=searching_either(
            rf"[{HAN}\d](?P<mark>：)(?=(?:{_PREDICATE}))",
            "一句话中间不用冒号。",
            suggestion="删去",
            near="：均 ：都 ：全部 ：已全 ：仍未 ：尚未 ：一律 ：得到 ：也得",
            unless=_is_a_label,
        ),
    ),
    Rule(
        name="punctuation.colon_between_cases",
        category=_MARK,
        severity="info",
        explain="「1000元以下的由村主任审批：1000元以上的由村民会议通过」：分项之间用分号或逗号，不用冒号。",
        fires="1000元以下的由村主任审批：1000元以上的须经村民会议通过。",
        passes="审批权限：1000元以下的由村主任审批；1000元以上的须经村民会议通过。",
        find=searching_either(
            r"的，?(?:由|须|应|报|经|要|需|可)[^，。；：\n]{2,24}(?P<mark>：)(?=[^，。；：\n]{2,24}的，?(?:由|须|应|报|经|要|需|可))",
            "分项之间用分号，不用冒号。",
            suggestion="；",
            near="：",
        ),
    ),
    Rule(
        name="punctuation.stop_among_goals",
        category=_MARK,
        severity="warning",
        explain="「公开内容规范化、公开形式多样化。公开监督经常化的目标」：并列的几项没有说完，中间不用句号。",
        fires="实现公开内容规范化、公开形式多样化。公开监督经常化的目标。",
        passes="实现公开内容规范化、公开形式多样化、公开监督经常化。公开监督制度化水平提高。",
        find=searching_either(
            rf"(?:[{HAN}]{{2,6}}化、){{1,4}}[{HAN}]{{2,6}}化(?P<mark>。)(?=[{HAN}]{{2,6}}化(?:的[{HAN}]{{2}}|[。；，]|$))|(?:实现|做到|推进|推动)[{HAN}]{{2,8}}化(?P<mark2>。)(?=[{HAN}]{{2,6}}化、[{HAN}]{{2,6}}化(?:的[{HAN}]{{2}}|[。；，]|$))",
            "并列的几项没有说完，这里用顿号。",
            suggestion="、",
            near="化。",
        ),
    ),
    Rule(
        name="punctuation.stop_inside_object",
        category=_MARK,
        severity="warning",
        explain="「对搞形式、走过场。群众反映强烈的，要追究责任」：「对……的，要……」没有说完，中间不用句号。",
        fires="对搞形式、走过场。群众反映强烈的，要追究责任。",
        passes="对搞形式、走过场、群众反映强烈的，要追究责任。对各村检查。公开不力的，要通报批评。",
        find=searching_either(
            r"(?:^|(?<=[。；]))[ \u3000]?对(?!外|内|于)(?![^。；，\n]{0,24}(?:进行|予以|给予|加以|作了|开展|检查|公布|公示|通报|处理|答复))[^。；，\n]{2,20}(?P<mark>。)(?=[^。；，\n]{2,14}的，(?:要|将|应|予以|一律|坚决|严肃|给予|追究|及时|限期))",
            "「对……的」没有说完，这里不用句号。",
            suggestion="、",
            near="对",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.said_without_colon",
        category=_MARK,
        severity="info",
        explain="「书记说“……。”」：引用一整句话，前面用冒号。",
        fires="镇党委书记说“公开一小步，和谐一大步。”",
        passes="镇党委书记说：“公开一小步，和谐一大步。”群众说“好”。常说的“三公”经费。",
        find=searching_either(
            rf"[{HAN}](?<!所)(?<!常)(?P<mark>[说道])(?=“[^“”\n]{{6,80}}[。！？]”)",
            "引用一整句话，前面用冒号。",
            suggestion="{}：",
            near="说“ 道“",
        ),
    ),
    Rule(
        name="punctuation.comma_inside_offices",
        category=_MARK,
        severity="warning",
        explain="「2个站，所负责人」：「站所」是一个词，中间不用逗号。",
        fires="对排名靠后的2个站，所负责人进行了约谈。",
        passes="对2个站、所的负责人进行了约谈。建了3个站，所在村派人管理。",
        find=searching_either(
            r"(?<=[个镇乡办各两])(?:站|村|科|股|乡|县|局)(?P<mark>，)(?=(?:所|居|室|镇|区|办)(?:负责人|主要负责人|长和|干部|工作人员|要|均|都))",
            "词中间不用逗号。",
            suggestion="删去，或改为顿号",
            near="站，所 村，居 科，室 股，室 乡，镇 县，区 局，办",
        ),
    ),
    Rule(
        name="punctuation.comma_before_last_thing",
        category=_MARK,
        severity="info",
        explain="「防治草地贪夜蛾，稻飞虱等病虫害」：并列的东西之间用顿号。",
        fires="抓好草地贪夜蛾，稻飞虱等病虫害的防治。",
        passes="抓好草地贪夜蛾、稻飞虱等病虫害的防治。加强领导，教育等部门配合。",
        find=searching_either(
            rf"(?:抓好|做好|防治|发展|推广|种植|养殖|利用|通过|开展|印发|建设|配备|公开|公布|宣传|整治|排查|打击|查处|完善|新建|购置|采取|包括|涉及|围绕|搞好|引进|培育|加强|依托)[了对]?(?P<one>[{HAN}]{{2,7}})(?P<mark>，)(?P<last>[{HAN}]{{2,7}})等(?:{_THINGS})",
            "并列的词语之间用顿号。",
            suggestion="、",
            near=" ".join(f"等{thing}" for thing in _THINGS.split("|")),
            unless=_not_a_member,
        ),
    ),
)
