"""Marks between the members of a list and after the words that lead to one; marks at the end of a paragraph."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import anchored
from mingbai.text.proofreading.structure import read_marker

_ITEM = f"[{HAN}]{{2,6}}"
# What opens a clause of its own and is no member of the list before it.
_OPENS = "并|及|以|不|要|让|使|对|由|在|按|接|确|做|加|推|实|落|严|切|进|有|为|从|全|坚|是|其|将|把|公开|公布|开展|建立|完善|强化|明确|规范|形成|达到|组织|提高|提升|主动|主要|涉及|包括|充分|积极|认真|及时|方便|保障|保证|努力|力争|深入|广泛|定期|通过|根据|结合|采取|利用|每|各|均|都|逐|共|同|如|可|应|须|请|也|还|更|但|而|因"
_LONG_ENOUGH = 16
_LEADS = r"(?:如下|(?<![岁元亩度%％米人分级])以下[^，。；：\n]{0,10})(?P<mark>[；;])(?=\s*(?:$|\n|一是|[（(]?[一1１][、.）)]))"
# A list item's semicolon is right before its neighbour; before a heading, or at the end, a full stop belongs there.
_HIGHER = {"chinese", "chapter", "article"}


def _is_alone(lines: Sequence[tuple[int, str]], place: int) -> bool:
    """No item of a list without numbers, and what follows is another matter."""
    around = [line for _, line in (*lines[max(place - 1, 0) : place], lines[place + 1])]
    return not any(line[-1] in "；;" for line in around) and _OTHER.match(around[-1]) is not None


_OTHER = lazy.pattern(r"今后|今年|去年|下一?步|此外|目前|总之|20\d\d年|我[镇乡县区市局校]")


def _semicolon_at_end(rule: Rule, passage: Passage) -> Iterator[Finding]:
    lines = passage.prose
    for place, (offset, line) in enumerate(lines):
        if line[-1] not in "；;" or len(line) < _LONG_ENOUGH:
            continue
        following = read_marker(lines[place + 1][1]) if place + 1 < len(lines) else None
        own = read_marker(line)
        ends = place + 1 == len(lines) or (following is not None and following[0] in _HIGHER)
        ends = ends or (own is None and _is_alone(lines, place))
        if ends and not (own and following and own[0] == following[0]):
            at = offset + len(line) - 1
            yield rule.finding(passage, at, at + 1, "段末用了分号。", suggestion="改为句号")


RULES = (
    Rule(
        name="punctuation.leads_to_list",
        category="punctuation_misuse",
        severity="warning",
        explain="「如下」「以下几个方面」引出下文，后面用冒号，不用分号。",
        fires="下一步将从以下方面改进；\n一是加强培训，二是完善制度。",
        passes="现将情况报告如下：\n一、加强领导。\n具体分工见以下表格。\n各村认真落实。",
        find=searching(
            _LEADS,
            "引出下文，这里应当用冒号。",
            suggestion="：",
            near="如下 以下",
        ),
    ),
    Rule(
        name="punctuation.semicolon_at_end",
        category="punctuation_misuse",
        severity="warning",
        explain="分号用在并列的各条之间，最后一条末尾用句号。",
        fires="（三）继续做好常态化信息发布工作，及时回应群众关切；\n二、下一步打算",
        passes="（一）加强领导，落实责任，完善制度，强化监督；\n（二）完善制度，及时回应群众关切。\n二、下一步打算",
        find=anchored("； ;", _semicolon_at_end),
    ),
    Rule(
        name="punctuation.etc_after_mark",
        category="punctuation_misuse",
        severity="error",
        explain="「等」前面不用顿号：并列项已经结束。",
        fires="公布热线、电子邮箱、等监督渠道。",
        passes="做好工程进度、等级评定、等候引导、等额选举等工作。",
        find=searching(
            rf"(?P<mark>、\s?等)(?=[{HAN}])(?!外[菜品级人]|[级候额值待次于同效边腰距离高量号价比温身份积闲差你我他她])",
            "「等」前面多了「、」。",
            suggestion="等",
            near="、等",
        ),
    ),
    Rule(
        name="punctuation.comma_among_items",
        category="punctuation_misuse",
        severity="info",
        explain="一串并列的词语中间用顿号，不忽然换成逗号。",
        fires="公开办理依据、条件、程序、时限，收费标准、监督渠道等。",
        passes="公开依据、条件、程序，接受群众监督，落实时限、标准要求。",
        find=searching(
            rf"(?<![{HAN}])(?:把|将|对|包括|涵盖|涉及|公开了?)[{HAN}]{{2,14}}(?:、{_ITEM}){{2,4}}(?<![等个类种项域面])(?<!等[{HAN}])(?<!等[{HAN}]{{2}})(?P<mark>[，,])(?!{_OPENS})[{HAN}]{{2,5}}(?:、{_ITEM}){{0,3}}(?=全部|均|一律|等)"
            rf"|(?:包括|包含|如|含)[：:]?[{HAN}]{{2,4}}(?P<mark2>[，,])[{HAN}]{{2,4}}[，,][{HAN}]{{2,4}}(?:[，,][{HAN}]{{2,4}}){{0,12}}等",
            "并列的词语之间应当用顿号。",
            suggestion="、",
            near="、 包括 包含",
        ),
    ),
    Rule(
        name="punctuation.committee_and_government",
        category="punctuation_misuse",
        severity="warning",
        explain="「县委、县政府」「党委、政府」并列，中间用顿号；「……领导下」「……精神」后面用逗号；另起一层意思（「改进措施：」）前面用句号；「其中」后面并列的各项不用分号。",
        fires="在县委，县政府的正确领导下、我镇扎实推进。",
        passes="在县委、县政府的正确领导下，我镇扎实推进。",
        find=searching(
            r"(?<=[省市区县镇乡]委)[，,](?=[省市区县镇乡]政府(?:的|和|关于|高度))|(?<=党委)[，,](?=[镇乡县区]?(?:人民)?政府(?:的|和|高度|领导))"
            r"|(?<=精神|要求)[；;](?=现将)|，(?=(?:改进措施|整改措施|下步打算|主要做法|主要原因|存在的?问题)[：:])"
            r"|(?<=其中)[^，。；：\n]{2,12}；[^，。；\n]{2,12}；[^，。；\n]{2,12}(?=，)"
            r"|(?<=[导持心助力署织]下)、(?=[我全本][省市区县镇乡街局办校村委院])",
            "这里的标点用错了。",
            suggestion="并列用顿号，分句用逗号",
            near="委，县 委,县 委，市 委，镇 委，乡 委，区 委，省 党委，政 党委,政 党委，镇 党委，乡 党委，人 党委，县 党委，区 下、 精神； 要求； 精神; 要求; 改进措施： 整改措施： 下步打算： 主要做法： 主要原因： 问题： 其中",
        ),
    ),
    Rule(
        name="punctuation.dashes",
        category="punctuation_misuse",
        severity="warning",
        explain="流程各环节之间的连接号要一致；中文里不用一串短横代替破折号。",
        fires="执行“提出—审核——公开—反馈”的流程，落实“受理---审核---公开”制度。",
        passes="执行“提出—审核—公开—反馈”的流程，政务公开——阳光的事业，电话0564-3281234。",
        find=searching(
            rf"[{HAN}]—[{HAN}]{{1,8}}(?P<mark>——)[{HAN}]|[{HAN}]——[{HAN}]{{1,8}}(?<!—)(?P<mark2>—)(?!—)[{HAN}]|(?<=[{HAN}])(?P<mark3>-{{2,}})(?=[{HAN}])",
            "连接号前后不一致，或用短横代替了破折号。",
            suggestion="统一用一种连接号",
            near="— --",
        ),
    ),
    Rule(
        name="punctuation.rough_number",
        category="punctuation_misuse",
        severity="warning",
        explain="相邻的两个数字表示概数，中间不用标点（三四十条）。",
        fires="全年公开信息三、四十条，每月更新五、六次。",
        passes="全年公开信息三四十条，第三、四条，三、四年级学生，三、四季度。",
        find=searching(
            r"(?<![第一二三四五六七八九十、])(?P<mark>(?:一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九)(?:[十百千万](?=[条个件次人天年户家份余多])|(?=[次天户家份人名](?![民类口员组级])|个(?:月|人|村|单位))))",
            "概数「{}」中间不用顿号。",
            suggestion="删去顿号",
            near="一、二 二、三 三、四 四、五 五、六 六、七 七、八 八、九",
        ),
    ),
    Rule(
        name="punctuation.stop_twice_at_quote",
        category="punctuation_misuse",
        severity="warning",
        explain="引号里面已有句末标点，引号外面不再加句号；独立的问句后面用问号。",
        fires="他说：“公开是常态。”。群众满意吗。",
        passes="他说：“公开是常态。”群众问：“满意吗？”",
        find=searching(
            r"(?P<mark>[。！？]”[。])|(?P<mark2>吗。)",
            "句末的标点用错了。",
            suggestion="只留一个句末标点；问句用问号",
            near="。”。 ！”。 ？”。 吗。",
        ),
    ),
    Rule(
        name="punctuation.ordinal_mark",
        category="punctuation_misuse",
        severity="info",
        explain="「第一」「首先」后面用逗号；「一是…二是…」之间用逗号或分号，不用顿号；标有引号、书名号的并列成分之间通常不用顿号（GB/T 15834）。只作提示。",
        fires="第一、加强领导。一是预算、二是决算。",
        passes="第一，加强领导。一是预算；二是决算。第一、第二党支部。",
        find=searching(
            rf"(?:^|(?<=[。；;：:\s]))(?:第[一二三四五六七八九]|首先|其次|再次|最后)(?P<mark>、)(?!第|其次)|是[{HAN}]{{2,14}}(?P<mark2>、)(?=[二三四五六]是)|[”》](?P<mark3>、)[“《]",
            "这里的标点按国家标准不用顿号。",
            suggestion="改用逗号，或删去",
            near="第 先、 次、 后、 二是 三是 ”、“ 》、《",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.left_over",
        category="punctuation_misuse",
        severity="warning",
        explain="删改后剩下的标点：右括号前的逗号、分号，括号里外都有的句号，「主要有：」前的冒号，「等」后面的顿号，夹在序号前的顿号，「信息，1条」里的逗号。",
        fires="（电话：63250001；）公开信息，1条，内容涵盖规章文件、政务动态等、政策解读等。",
        passes="（电话：63250001）公开信息1条，坚持公平、平等、公正，第3、4、5组。",
        find=searching(
            rf"[，,；;、][）)](?=\s?[{HAN}，。\n]|\s|$)|。[）)]。|[：:](?:主要有|主要包括|包括|如下)[：:]|(?<=[{HAN}]{{2}}等)(?<![平中高初上下优劣同对均相一二三四五六七八九十]等)(?P<mark>、)(?=[{HAN}]{{2,8}}等?[。，；])"
            rf"|(?<=[{HAN}]{{2}})(?P<mark2>、)(?=\d{{1,2}}、[{HAN}]{{2}})|(?<=信息|申请|公告|文件)(?P<mark3>[，,])(?=\d{{1,5}}[条件份][。，；;])|(?<=[，。、；])(?P<mark4>-)(?=[{HAN}])|(?<=日)(?P<mark5>-{{2,}})(?=\d)",
            "「{}」是多余或用错的标点。",
            suggestion="删去多余的标点",
            near="，） ；） 、） ,） ;） ，) ；) 、) ,) ;) 。)。 。）。 主要有 主要包括 ：包括 :包括 如下 等、 信息， 信息, 申请， 公告， 文件， ，- 。- 、- ；- 日- 、1 、2 、3 、4 、5 、6 、7 、8 、9",
        ),
    ),
    Rule(
        name="punctuation.digit_mark",
        category="punctuation_misuse",
        severity="warning",
        explain="段首的阿拉伯数字序号后用圆点，不用逗号。",
        fires="1，加强领导，落实责任。\n2，完善制度。",
        passes="1.加强领导，落实责任。\n2.完善制度，公开3,000条。",
        find=searching(
            rf"^[ \t\u3000]*\d{{1,2}}(?P<mark>[，,])(?=[{HAN}]{{2}})",
            "序号后的标点用错了。",
            suggestion="改为圆点",
            near="1， 2， 3， 4， 5， 6， 7， 8， 9， 1, 2, 3, 4, 5, 6, 7, 8, 9,",
            flags=re.MULTILINE,
        ),
    ),
)
