"""What stands in a model text for a name, a day or a number to come: labels in brackets, signs, sample numbers."""

import re

from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules._forms import in_a_form
from mingbai.text.proofreading.rules.template.placeholder import spoken_of

_WHOSE = "(?:领导|单位|部门|贵单位|公司|主讲人|负责人|联系人|填报人|本人|对方|会议|活动|文件|项目|具体|发文|所在|你的|您的|贵)"
_WHAT = "(?:姓名|名称|名字|职务|电话|日期|时间|地点|金额|数字|年份|标题|主题|内容|地名|简介)"
_POSTS = "组长|副组长|主任|书记|镇长|乡长|局长|校长|院长|联系人|负责人|主持人|记录人|联络员|经办人|审核人"

RULES = (
    Rule(
        name="placeholder.label",
        category="template_placeholder",
        severity="error",
        explain="方括号里的「领导姓名」「会议时间」是模板留的位置，没有换成实际的名字、时间。",
        fires="尊敬的【领导姓名】，各位领导：欢迎检查指导。",
        passes="尊敬的各位领导，请填写【领导姓名】栏。会议（时间另行通知）在镇政府召开。",
        find=searching(
            rf"[【\[［]{_WHOSE}{_WHAT}[】\]］]",
            "「{}」是模板留的位置，没有换成实际内容。",
            suggestion="填写实际内容",
            near="【 [ ［",
            unless=lambda passage, match: (
                mentioned(passage, match)
                or "栏" in passage.text[match.end() : match.end() + 2]
                or in_a_form(passage, match)
            ),
        ),
    ),
    Rule(
        name="placeholder.title_of_annex",
        category="template_placeholder",
        severity="error",
        explain="附件名称写成「附件标题」「附件名称」，没有换成实际的名称。",
        fires="附件：1.重点区域一览表\n2.附件标题",
        passes="附件：1.重点区域一览表\n附件标题用二号字。",
        find=searching(
            r"^[ \t\u3000]*(?:附件[:：]?)?\s?(?:\d{1,2}\s?[.、．]\s?)?(?P<mark>附件(?:的?标题|的?名称|\d?名))[ \t\u3000]*$",
            "附件名称没有填写。",
            suggestion="写上附件的名称",
            near="附件标题 附件名称 附件的标题 附件的名称 附件名",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="placeholder.half_name",
        category="template_placeholder",
        severity="error",
        explain="「组长：张×」「联系人：某某某」：公开的分工、联系方式要写全名。受处分、受救助的人隐去名字不算。",
        fires="组长：张×，联系人：某某某。",
        passes="组长：张明。当事人：张×，申请人李某某。",
        find=searching(
            rf"(?:{_POSTS})\s?[：:]\s?(?P<mark>[{HAN}][×xX＊*](?![×xX＊*\d])|[{HAN}]?某{{2,3}})(?=[，,。；;、（()）\s]|$)",
            "「{}」没有写明姓名。",
            suggestion="写全名",
            near="组长： 组长: 主任： 主任: 书记： 书记: 镇长： 镇长: 乡长： 局长： 校长： 校长: 院长： 联系人： 联系人: 负责人： 负责人: 主持人： 记录人： 联络员： 经办人： 审核人：",
            flags=re.MULTILINE,
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.sample_number",
        category="template_placeholder",
        severity="warning",
        explain="「12345678」「00000000」是举例的号码，要换成实际的电话。",
        fires="联系电话：12345678。",
        passes="联系电话：0564-3281234，政务服务热线12345。",
        find=searching(
            r"(?:电话|传真|手机|热线|邮箱|邮编)[号码]{0,2}\s?[：:]?\s?(?P<mark>(?:12345678\d{0,3}|0{6,11}|123456(?!\d)|0?[xX×]{2,4}[-—－][xX×]{4,8}))",
            "「{}」是举例的号码，不是实际的号码。",
            suggestion="填写实际的号码",
            near="1234567 000000 123456 XX- xx- ××- XX— xx—",
        ),
    ),
    Rule(
        name="placeholder.open_day",
        category="template_placeholder",
        severity="error",
        explain="「于　月　日前」里没有数字，日期没有填写。",
        fires="各村应于  月  日前公开上季度财务收支。",
        passes="各村应于3月5日前公开，每年 月报 日报 按时报送。",
        find=searching(
            r"(?<=[于在至到自从，。：])[ \u3000]{1,8}月[ \u3000]{1,8}日",
            "日期没有填写。",
            suggestion="填写实际日期",
            near="月",
            unless=in_a_form,
        ),
    ),
    Rule(
        name="placeholder.cut_number",
        category="template_placeholder",
        severity="error",
        explain="文号里的年份只剩「20」，没有填写完整。",
        fires="根据〔20〕号文件要求，我镇进行了自查。",
        passes="根据县政办〔2020〕5号文件要求，我镇进行了自查。",
        find=searching(
            r"[〔\[［【（(](?:19|20)[〕\]］】）)]\s?\d{0,4}\s?号",
            "文号「{}」没有填写完整。",
            suggestion="填写实际文号",
            near="〔20 [20 ［20 【20 （20 (20 〔19 [19",
        ),
    ),
    Rule(
        name="placeholder.sign_for_name",
        category="template_placeholder",
        severity="error",
        explain="「△△村」「○○镇」「OO村」用符号代替了名称。",
        fires="我镇△△村、○○村、OO村的做法得到肯定。",
        passes="我镇平岗村的做法得到肯定，△为重点村，推行O2O模式。",
        find=searching(
            r"(?<![A-Za-z\d])(?:[△▲◇◆]{2,3}|[○〇◯]{2,3}|OO)(?=[省市县区镇乡村局]|街道|社区|同志|单位)",
            "「{}」代替了实际名称。",
            suggestion="写明实际名称",
            near="△△ ▲▲ ◇◇ ◆◆ ○○ 〇〇 ◯◯ OO",
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.starred_meeting",
        category="template_placeholder",
        severity="error",
        explain="「党的十*届*中全会」「十x大」：届次是范文里抹去的，要写实际届次。",
        fires="认真贯彻党的十*届*中全会精神。",
        passes="认真贯彻党的二十届三中全会、十九大精神，面积为二十×大棚数。",
        find=searching(
            r"(?:二?十|党的|第)[*＊xX×○〇_]{1,2}(?:届(?:[*＊xX×○〇_]{1,2}|[一二三四五六七])?(?:中全会)?|大(?=[精召会报以，、。和]))|[届大][*＊xX×○〇_]{1,2}[中次](?:全会|会议)",
            "会议届次没有填写，还是占位符「{}」。",
            suggestion="填写实际届次",
            near="*届 ＊届 x届 X届 ×届 ○届 〇届 _届 *大 ＊大 x大 X大 ×大 ○大 *中 ＊中 x中 X中 ×中 ○中",
            unless=mentioned,
        ),
    ),
    Rule(
        name="placeholder.seal_behind_name",
        category="template_placeholder",
        severity="info",
        explain="落款的单位名称后面还留着「（公章）」「（盖章）」，网上公开的文本应当删去。",
        fires="特此报告。\n大石镇人民政府（公章）\n2013年11月5日",
        passes="申请单位（盖章）：\n经办人（签字）：\n提交加盖大石镇人民政府（公章）的证明。",
        find=searching(
            rf"^[ \t\u3000]*[{HAN}]{{4,30}}(?:政府|委员会|办公室|局|厅|院|校|中心|街道|办事处|公司|党委|党支部|支部|小学|中学|所|站)[ \t\u3000]?(?P<mark>[（(][ \t\u3000]?(?:公|盖|印|签|加盖公)章[ \t\u3000]?[）)])[ \t\u3000]*(?=\n|$)",
            "「{}」是样稿里的提示，公开的文本不必保留。",
            suggestion="删去",
            near="公章） 公章) 盖章） 盖章) 印章） 印章) 签章） 签章)",
            flags=re.MULTILINE,
            unless=in_a_form,
        ),
    ),
    Rule(
        name="placeholder.percent_alone",
        category="template_placeholder",
        severity="error",
        explain="「满意率达到%以上」：百分号前面的数字没有填。",
        fires="群众满意率达到%以上，合格率为 %。",
        passes="群众满意率达到95%以上，合格率（%）见附表，占比%的含义。",
        find=searching(
            r"(?<=[率达到至为过于重占比])[ \u3000_＿]{0,6}(?P<mark>[%％])(?=(?:以上|以下|左右)?[，。；、,;\n]|$)",
            "「{}」前面没有数字。",
            suggestion="填写实际的百分数",
            near="% ％",
            unless=in_a_form,
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="placeholder.letter_count",
        category="template_placeholder",
        severity="warning",
        explain="「办理诉求n件」里的字母没有换成数字。",
        fires="全年共办理群众诉求n件，办结率100%。",
        passes="全年共办理群众诉求36件，第n次修改，n年一届。",
        find=searching(
            rf"(?<=[{HAN}])(?<!第)[nN](?=[件条项份户个人起期](?:[，。、；]|[{HAN}]))",
            "「{}」代替了实际数字。",
            suggestion="填写实际数字",
            near="n件 n条 n项 n份 n户 n个 n人 n起 n期",
            unless=spoken_of,
        ),
    ),
)
