"""Places left open without a mask of crosses: figures left out, field names in brackets, notes to oneself, sample names."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules._forms import in_a_form
from mingbai.text.proofreading.rules.template.placeholder import spoken_of

_UNITS = "(?:条|件|次|人次|人|份|项|户|家|场|期|万元|元|个百分点|[%％])"
_STOP = "[，,。；;、）)]"
_X = "xXＸｘ×"
# What stands before a figure; 「附 件」 and 「条 件」 spread out end in none of these.
_BEFORE_FIGURE = "(?:申请|信息|公开|答复|受理|办理|其中|合计|累计|发布|收到|新增|涉及|印发|召开|培训|投入|总计|共计|结转|纠正|维持)"
_FIELDS = (
    "(?:填写|填入|具体)?(?:数量|数字|数据|金额|名称|单位|姓名|日期|时间|年份|地址|电话|职务|部门|条数|件数|人数|次数|比例|百分比|镇名|村名|县名|地名"
    "|乡镇名|乡镇名称|单位名称|机关名称|部门名称|姓名职务|联系人|联系电话|年月日|内容|标题)"
)
_BLANKS = tuple(
    sign + unit
    for sign in (" ", "\u3000", "…", "？", "■", "▇", "█", "〇")
    for unit in "条件次人份项户家场期万元个%％"
)
_ASKED = lazy.pattern("格式|模板|样式|填写说明|命名|字段|栏目|表头|申请表|登记表")


def _told(passage: Passage, match: re.Match[str]) -> bool:
    return spoken_of(passage, match) or in_a_form(passage, match)


RULES = (
    Rule(
        name="placeholder.taken_out",
        category="template_placeholder",
        severity="error",
        explain="文号、年份、地名整个删掉了，只剩后面的「号」「年」「第……次」，套用前面材料时没有补上自己的。",
        fires="认真落实号关于印发《年县政务公开工作意见》的通知精神。",
        passes="认真落实县政办〔2023〕5号关于印发《年度计划》的通知精神，《年轻干部培养规划》。",
        find=searching(
            r"(?:落实|贯彻|根据|按照|依据|执行|转发|学习)(?P<mark>号)(?=文件|关于|《|通知|精神)|《(?P<mark2>年[县市区镇乡]?)(?=政务|政府|信息|工作|全[县市区镇乡]|党务|村务)|(?<=[省市县区镇乡委])第(?P<mark3>[次届])(?=会议|全会|党代会|代表大会|全体)|(?<=[，。])于(?P<mark4>年月日)(?=[召开印发发布成立通过])",
            "「{}」前面的内容删掉了，没有补上。",
            suggestion="补上实际的文号、年份或名称",
            near="落实号 贯彻号 根据号 按照号 依据号 执行号 转发号 学习号 《年 第次 第届 于年月日",
        ),
    ),
    Rule(
        name="placeholder.censored",
        category="template_placeholder",
        severity="error",
        explain="网站的过滤程序把「党」「部」「三个代表」等词换成了星号或一个字母，套用时没有补回来。",
        fires="以*的十七大精神为指导，重大事项必须经村*组织讨论，村干*作出承诺。",
        passes="带*的为必填项，户主张*伟，面积3*5米。",
        find=searching(
            r"(?<![*＊\d])(?P<mark>[*＊])(?=的?(?:十[一二三四五六七八九]大|二十大|[一二三四五六七八九十]{1,3}届|的?(?:领导|路线|方针|建设|宗旨|基层|政策|纪律))|组织|支部|支[*＊]|总支|员(?:干部|代表|大会|群众)|委(?:书记|会|政府|、)|务(?:公开|工作)|章|风廉政|内监督|政(?:领导|机关|班子))"
            r"|(?<=村干|党支|[*＊]支)(?P<mark2>[*＊])(?![*＊])|(?<=以)(?P<mark3>[a-zA-Z])(?=重要思想)",
            "「{}」代替的字没有补回来。",
            suggestion="对照原文补上",
            near="* ＊ 重要思想",
        ),
    ),
    Rule(
        name="placeholder.starred_contact",
        category="template_placeholder",
        severity="error",
        explain="本单位的邮编、电话整个打了星号，公众没法联系；个人号码的遮盖不算。",
        fires="如有疑问请与我局办公室联系（邮编：276***，电话：****-*******）。",
        passes="申请人张某，电话：139****1234，邮编：276400。",
        find=searching(
            r"邮编[：:]?\s?\d{0,5}[*＊×]{2,6}|(?:电话|传真|热线)[：:]?\s?[*＊×]{3,4}[-—－]?[*＊×]{3,8}(?!\d)",
            "「{}」没有填写。",
            suggestion="填写单位公开的邮编、电话",
            near="邮编 电话* 电话：* 电话:* 电话： 电话: 传真* 传真：* 传真:* 热线",
        ),
    ),
    Rule(
        name="placeholder.blank_figure",
        category="template_placeholder",
        severity="warning",
        explain="「公开信息　　条」「受理申请……件」里的数字空着，或者写成问号、黑块、省略号、一串圈。",
        fires="全年公开信息    条，办理申请……件。",
        passes="全年公开信息96条，附 件：目录；未收到申请……等情形。",
        find=searching(
            rf"(?<=[{HAN}])(?:[ \u3000]{{2,12}}{_UNITS})(?={_STOP}|\d{{1,6}}(?:\.\d{{1,2}})?[人户元亩件条万])"
            rf"|(?:{_BEFORE_FIGURE}[ \u3000]{_UNITS})(?={_STOP})"
            rf"|(?<=[{HAN}])(?:(?:…{{1,2}}|？{{2,4}}|[■▇█]{{1,6}}){_UNITS})(?={_STOP}|余|[，,。；;])"
            rf"|(?<![一二三四五六七八九〇○])(?:〇{{2,4}}{_UNITS})",
            "这里的数字没有填写。",
            suggestion="填写实际数字",
            unless=_told,
        ).waiting_for(_BLANKS),
    ),
    Rule(
        name="placeholder.field_name",
        category="template_placeholder",
        severity="error",
        explain="方括号、花括号里的「数量」「单位名称」是模板的字段名，没有换成内容。",
        fires="全年公开信息【数量】条。",
        passes="表头为【数量】【金额】的字段，申请表应填写[姓名]。",
        find=searching(
            rf"[\[{{<＜【〔]{_FIELDS}[\]}}>＞】〕]|由[（(]姓名[）)]|[（(](?:具体)?(?:数字|数量|条数|件数)[）)](?={_UNITS})",
            "「{}」是模板的字段名，没有换成内容。",
            suggestion="填写实际内容",
            near="[ { < ＜ 【 〔 姓名） 姓名) 数字） 数字) 数量） 数量) 条数） 条数) 件数） 件数)",
            unless=lambda passage, match: (
                mentioned(passage, match)
                or _ASKED.search(passage.text[max(passage.start, match.start() - 20) : match.end() + 16])
                is not None
            ),
        ),
    ),
    Rule(
        name="placeholder.note",
        category="template_placeholder",
        severity="error",
        explain="写给自己或经办人的话（「待补充」「此处插入图片」「单击此处输入文字」）没有删去。",
        fires="单击此处输入文字。",
        passes="公开制度有待完善，相关数据待上级核定后公布。",
        find=searching(
            r"TODO|(?:单击|点击)(?:或[轻点]击)?此处(?:输入|添加|插入|编辑)|此处(?:插入|添加|填写|输入|补充|粘贴|附)(?:图片|表格|内容|文字|数据|照片|附件|链接)?"
            r"|(?:数据|数字|内容|情况|名单|图片|附件)待(?:补充|填写|更新|核实后(?:补充|填写|更新))(?=[。，,；;）)\n]|$)"
            r"|(?:^|(?<=[：:（(【]))待(?:补充|完善|填写|核实|确认|修改|定稿)(?=[。；;）)】\n]|$)|示例文字|(?:请|需)?结合本[一-鿿]{1,4}实际(?:情况)?(?:填写|补充|修改)(?=[）)])",
            "这是起草时留给自己的话，没有删去。",
            suggestion="换成实际内容，或删去",
            near="TODO 此处 待补充 待填写 待更新 待核实 待完善 待确认 待修改 待定稿 示例文字 实际填写 实际补充 实际修改 情况填写 情况补充 情况修改",
            flags=re.MULTILINE,
            unless=mentioned,
        ),
    ),
    Rule(
        name="placeholder.sample_name",
        category="template_placeholder",
        severity="warning",
        explain="「张三」「李四」「甲镇乙村」「某县某镇」「某某某」是举例的名字，成文里应写实际的人和单位。",
        fires="由张三同志负责收集，李四同志负责审核。",
        passes="张三丰文化广场、李四光纪念馆已经开放，个别村如某村公开不及时。",
        find=searching(
            r"(?:张三|李四|王五|赵六)(?=同志|负责|担任|任|主任|镇长|书记|、|，|（|等)|甲[镇乡县局村]乙[镇乡县局村]?|某[市县]某[区县镇乡局村](?=[^的里])"
            r"|(?<!某)某某某(?=任|同志|负责|担任|为|组长|[、，,；;])",
            "「{}」是举例的名字。",
            suggestion="写明实际的名称",
            near="张三 李四 王五 赵六 甲镇 甲乡 甲县 甲局 甲村 某市某 某县某 某某某",
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.masked_contact",
        category="template_placeholder",
        severity="error",
        explain="电话、网址、邮箱、时间里的「x」没有换成实际内容。打星号遮盖的手机号不算。",
        fires="联系电话：0564-XXXXXXX，网址：www.xxx.gov.cn。",
        passes="联系电话：138****5678，X光室网址www.xxgk.gov.cn。",
        find=searching(
            rf"(?<!\d)0\d{{2,3}}[-—]?[{_X}]{{6,8}}(?!\d)|(?:电话|传真|邮编)[：:][ ]?[{_X}]{{5,12}}(?!\d)"
            rf"|(?:www\.|https?://(?:www\.)?)[{_X}]{{2,6}}(?=\.)|(?<![A-Za-z0-9.])[{_X}]{{3,8}}@"
            rf"|(?:19|20)\d\d[-/.][{_X}]{{1,2}}[-/.][{_X}]{{1,2}}|(?<![A-Za-z{_X}])[{_X}]{{2}}[:：][{_X}]{{2}}(?![A-Za-z{_X}])",
            "「{}」是没有替换的占位符。",
            suggestion="填写实际内容",
            near=" ".join(_X),
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.masked_digit",
        category="template_placeholder",
        severity="error",
        explain="数字的一部分、比例或次第还写着「x」，如「12X条」「x.x%」「第×巡察组」。",
        fires="第×巡察组反馈意见12X条，占比x.x%。",
        passes="规格为3×2米，第3巡察组，X光片12份，占比9.5%。",
        find=searching(
            rf"(?<![\dA-Za-z.])\d{{1,3}}[xXＸｘ](?={_UNITS})|(?<![A-Za-z\d])[{_X}]\.[{_X}]{{1,2}}[%％]"
            rf"|第[{_X}]{{1,3}}(?:巡[视察]组|[小大]?组|批|期|季度|轮|届|次|党支部|小学|中学|人民医院|号)",
            "「{}」里还有没有填写的数字。",
            suggestion="填写实际数字",
            near=" ".join(_X),
            unless=spoken_of,
        ),
    ),
)
