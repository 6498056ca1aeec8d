"""Marks that frame: signs of "less than" and round brackets for 《》, 《》 around what is no work, a stop inside brackets, a wide dot for a
comma, marks behind a number in a circle."""

import re

from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules._knowledge import anchored, hint_of
from mingbai.text.proofreading.rules._parsing import CLAUSE, LETTER, shape, shapes_of

_PAPERS = "法|条例|规定|办法|细则|意见|通知|决定|纲要|方案|规则|准则|通则|标准"
_CIRCLED = "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫ ⑬ ⑭ ⑮ ⑯ ⑰ ⑱ ⑲ ⑳ ⑴ ⑵ ⑶ ⑷ ⑸ ⑹ ⑺ ⑻ ⑼ ⑽ ⑾ ⑿ ⒀ ⒁ ⒂ ⒃ ⒄ ⒅ ⒆ ⒇ ㈠ ㈡ ㈢ ㈣ ㈤ ㈥ ㈦ ㈧ ㈨ ㈩ ）、 ）， ）： ）； )、 )， ), ): )： )；"
_BEFORE_LAW = "根据|按照|依据|依照|学习|贯彻|落实|执行|对|遵守|按|符合|违反|宣传|实施|印发|出台|制定|修订"
_BEHIND_LAW = "规定|的规定|要求|的要求|涉及|精神|的精神|第[一二三四五六七八九十百]+条|所列|明确|相关|有关|等法|等规|的有关|的相关|的通知"


def _parts_clauses(passage: Passage, match: re.Match[str]) -> bool:
    """Whether on both sides of the dot there is more than a piece of a name."""
    low, high = max(passage.start, match.start("mark") - 12), min(passage.end, match.end("mark") + 12)
    before = re.split("[，。；：、\n．]", passage.text[low : match.start("mark")])[-1]
    behind = re.split("[，。；：、\n．（]", passage.text[match.end("mark") : high])[0]
    return (
        len(before) > 3 and len(behind) > 3 and re.search("[0-9０-９一二三四五六七八九十]$", before) is None
    )


_hint = hint_of("punctuation", "punctuation_misuse")

RULES = (
    _hint(
        "less_than_for_title",
        "书名号是《》，不能用两个小于号、大于号「<<」「>>」代替。",
        "编印<<办事指南>>3000册。",
        "编印《办事指南》3000册。",
        shapes_of(
            shape(
                r"(?P<mark>(?:<<|＜＜|〈〈|‹‹|≪)[^<>＜＞〈〉‹›≪≫《》\n]{2,40}(?:>>|＞＞|〉〉|››|≫))",
                "「{}」应当用书名号《》",
                "error",
            ),
            shape(
                r"(?P<mark>«[^«»\n]{2,40}»)",
                "「{}」应当用书名号《》",
                "error",
                holds=lambda p, m: re.search("[一-鿿]", m["mark"]) is not None,
            ),
        ),
    ),
    _hint(
        "brackets_for_title",
        "法规、文件的名称用书名号《》，不用圆括号、方括号。",
        "对（义务教育法）规定的内容逐项公开。",
        "对《义务教育法》规定的内容逐项公开。",
        shapes_of(
            shape(
                rf"(?:{_BEFORE_LAW})(?P<mark>[（(〔\[【][^（）()〔〕\[\]【】《》，,。；;：:、\n]{{2,28}}(?:{_PAPERS})[）)〕\]】])(?=(?:{_BEHIND_LAW}))",
                "「{}」是法规、文件名称，应当用书名号《》",
                "warning",
            ),
            shape(
                r"(?:学习|贯彻|落实|执行|遵守|违反|宣传|实施)了?(?P<mark>[（(〔\[【](?:中华人民共和国)[^（）()〔〕\[\]【】《》，,。；;：:、\n]{2,24}(?:法|条例)[）)〕\]】])",
                "「{}」是法规名称，应当用书名号《》",
                "warning",
            ),
        ),
    ),
    _hint(
        "no_work_in_title_marks",
        "会议、机构、公开栏、称号不是作品，不用书名号。",
        "召开《政务公开推进会》。",
        "召开政务公开推进会，观看《榜样》专题片。",
        shapes_of(
            shape(
                rf"(?:召开|举行|出席|举办)了?(?P<mark>《{LETTER}{{2,20}}(?:会|会议|大会|培训班|比赛|竞赛|仪式|晚会|活动|讲座)》)(?!的|精神|纪要|方案|通知|实况)",
                "「{}」是会议、活动，不用书名号",
            ),
            shape(
                rf"(?:建立|设置|设立|更新|安装|建成|新建|制作)了?(?P<mark>《{LETTER}{{0,8}}(?:公开栏|公示栏|宣传栏|监控系统|意见箱|举报箱|显示屏|微信群|服务窗口|公示牌|公告栏)》)",
                "「{}」不是作品，不用书名号",
            ),
            shape(
                rf"(?:评为|授予|获评|争创|创建|被命名为|获得|荣获)了?(?P<mark>《{LETTER}{{2,14}}(?:单位|村|镇|个人|学校|集体|称号|社区|家庭|标兵|窗口|示范点|能手|模范|医院|工作者)》)",
                "「{}」是称号，应当用引号“”",
            ),
            shape(
                rf"(?P<mark>《{LETTER}{{2,18}}(?:领导小组|委员会|办公室|监督小组|服务中心|工作组|理财小组)》)(?=负责|由|牵头|组织|办公|成立|召开|要|成员)",
                "「{}」是机构，不用书名号",
            ),
        ),
    ),
    _hint(
        "stop_closes_bracket",
        "句子里面的括号只是补充几个字，括号里不用句号。",
        "各村（社区。）要按时上报。",
        "各村（社区）要按时上报。",
        shapes_of(
            shape(
                rf"{LETTER}（(?:(?![的是要应有]){LETTER}){{1,12}}(?P<mark>[。；，])）(?={LETTER})",
                "括号里只是补充几个字，不用「{}」",
                "warning",
            ),
        ),
    ),
    _hint(
        "wide_dot_for_mark",
        "下脚圆点「．」只用在序号和数字后面；分句之间用逗号，句末用句号。",
        "造成不良影响的．依照规定处理。",
        "造成不良影响的，依照规定处理。",
        shapes_of(
            shape(
                rf"{LETTER}(?P<mark>．)(?={LETTER})",
                "这里应当用逗号或句号，不用下脚圆点「{}」",
                "warning",
                holds=_parts_clauses,
            ),
        ),
    ),
    _hint(
        "mark_behind_circled",
        "带圈、带括号的序号「①」「（1）」后面不再加顿号、句点。",
        "①、公开内容要真实。",
        "①公开内容要真实。",
        anchored(
            _CIRCLED,
            shapes_of(
                shape(
                    rf"(?:^|(?<=\n))[ \u3000]*(?:[①-⑳⑴-⒇㈠-㈩]|[（(]\d{{1,2}}[）)])(?P<mark>[、，,：:；;])(?= ?{LETTER})",
                    "序号已经有圈、括号，后面不用「{}」",
                ),
            ),
        ),
    ),
    _hint(
        "semicolon_behind_place",
        "「专栏中；“政策法规”更新不及时」状语和后面的话之间不用分号。",
        "住房专栏里；“公示公告”更新不及时。",
        "住房专栏里，“公示公告”更新不及时。",
        shapes_of(
            shape(
                rf"{CLAUSE}{LETTER}{{2,14}}(?<![集其当])(?:中|里|内|上|期间|方面)(?P<mark>[；;])(?=[“《‘][^”》’\n]{{2,16}}[”》’]{LETTER})",
                "状语后面用逗号或不用标点，不用分号",
                "warning",
                holds=lambda p, m: not set("在到入于是") & set(m.group()),
            ),
        ),
    ),
    _hint(
        "dash_behind_to",
        "「至」「到」已经说了起止，后面不再用连接号。",
        "公开时间：5月1日至-5月7日。",
        "公开时间：5月1日至5月7日。",
        shapes_of(
            shape(
                r"[日月年时点元号%0-9](?P<mark>[至到][-—–~～－]{1,2}|[-—–~～－]{1,2}[至到])(?=\d)",
                "「{}」起止说了两次，应留「至」或者连接号",
                "warning",
            ),
            shape(
                r"(?P<mark>……等等?)(?=[。，；一-鿿]|$)",
                "「{}」省略号和「等」意思重复，应留一个",
                "warning",
            ),
        ),
    ),
)
