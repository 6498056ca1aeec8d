"""What a form or a model still asks for: names of fields in round brackets, instructions on length, half a name, nothing under a heading."""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules._forms import in_a_form
from mingbai.text.proofreading.rules.template.placeholder import spoken_of

_FIELD = (
    "(?:本?单位(?:全称|名称|名)?|部门(?:全称|名称|名)|机关(?:全称|名称)|村(?:委会|居)?名称?|乡?镇名称?|街道名称?|县区?名称?|社区名称?|学校名称?|公司名称?|姓\\s?名|人名|某人|地名|职务|职务姓名|姓名职务|领导姓名"
    "|文件(?:名称?|标题|号)|文号|会议名称|项目名称|活动名称|制度名称|具体(?:日期|时间|数字|数量|地点|内容|名称|单位|部门|金额|措施|情况)|填(?:日期|数字|时间|姓名|单位)|年份|年月日|年\\s{0,3}月\\s{0,3}日|空格|下同|X+)"
)
_POST = "组\\s{0,3}长|副组长|主\\s{0,3}任|副主任|书\\s{0,3}记|副书记|镇长|乡长|局长|校长|院长|成\\s{0,3}员|联系人|负责人|联络员|经办人|审核人|签发人|起草人|填报人"
_ROLE = "(?:任|担任|为|兼任?)[一-鿿]{0,8}?(?:常务)?(?:组长|副组长|主任|副主任|成员|联络员|负责人|总负责|第一责任人)"
_SAMPLES = "张三|李四|王五|赵六|小明|某某|XXX|xxx|×××|甲某|乙某"
_SURNAMES = "张王李赵刘陈杨黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常"


def _asked_of_others(passage: Passage, match: re.Match[str]) -> bool:
    """A form for citizens, or a sentence that tells what to write there."""
    around = passage.text[max(match.start() - 24, passage.start) : match.end() + 12]
    told = re.search(
        "注明|写明|标明|填写|填报|备注|提供|格式|模板|样式|标题|主题|命名|文件名",
        around,
    )
    return told is not None or in_a_form(passage, match) or mentioned(passage, match)


def _length_told(passage: Passage, match: re.Match[str]) -> bool:
    """「产品简介（200字以内）」 that others shall hand in."""
    around = passage.text[max(match.start() - 24, passage.start) : match.end() + 12]
    handed_in = re.search("报送|征集|投稿|提交|字数|简介|连同", around) is not None
    return handed_in or _asked_of_others(passage, match)


def _in_list_of_annexes(passage: Passage, match: re.Match[str]) -> bool:
    return "附" in passage.text[max(match.start() - 200, passage.start) : match.start()]


RULES = (
    Rule(
        name="placeholder.field_in_round_brackets",
        category="template_placeholder",
        severity="error",
        explain="圆括号里的「单位名称」「姓名」「具体日期」是模板的字段名，没有换成内容。",
        fires="本制度由（村委会名称）负责解释。\n副组长：（姓名）  副镇长",
        passes="来信请注明（姓名、地址），报名表应写明（单位名称），张明（职务）变动。",
        find=searching(
            rf"(?:^|(?<=[由经以向在于为的发据照，。；：:、和与至到是及]))[ \u3000]{{0,4}}(?P<mark>[（(]{_FIELD}[）)])|(?:{_POST})\s?[：:]\s?(?P<mark2>[（(][^（()）\n]{{0,4}}(?:姓名|人名|职务)[^（()）\n]{{0,4}}[）)])|(?P<mark3>[（(](?:具体)?(?:日期|时间|数字|数量|金额|名称|地点)(?:待定|略|自填|填写)?[）)])(?=[，。；前后册条件份人次个户亩家元万]|$)",
            "「{}」是模板的字段名，没有换成内容。",
            suggestion="填写实际内容",
            near="名称） 名称) 姓名） 姓名) 人名） 单位） 单位) 村名） 镇名） 县名） 地名） 职务） 职务) 文号） 日期） 日期) 时间） 时间) 数字） 数字) 数量） 金额） 地点） 内容） 年份） 空格） 月日） 部门） 措施） 情况） 待定） （姓 (姓 （职 （文件",
            flags=re.MULTILINE,
            unless=_asked_of_others,
        ),
    ),
    Rule(
        name="placeholder.length_asked",
        category="template_placeholder",
        severity="error",
        explain="「（简要说明，不超过300字）」「（可另附页）」是表格对填写人的要求，没有删去。",
        fires="四、存在问题（简要说明存在的问题，不超过300字）",
        passes="征文要求不超过3000字（诗歌除外），材料可另附页报送。",
        find=searching(
            r"[（(【\[][^（()）【】\[\]\n]{0,30}(?:(?:不超过|不少于|限|控制在|约)\s?\d{2,5}\s?字|\d{2,5}\s?字(?:以内|左右|以上)|可(?:另|加)(?:附)?页|可附页|另附(?:页|材料)|(?:简要|简单|重点|分条|逐条|如实)(?:说明|概述|描述|列出|填写|写明|介绍|阐述)|选填|必填|如有请|没有则?(?:填|写)|无则(?:填|写)|如无请?(?:填|写)|下同[，,]略|此处略|可删(?:除|去|减)?|可增加?|自行(?:增删|添加|删减|调整)|供参考)[^（()）【】\[\]\n]{0,30}[）)】\]]",
            "「{}」是模板对填写人的要求，没有删去。",
            suggestion="删去，写实际内容",
            near="字） 字) 字以 字左 附页 另附 加页 另页 简要 简单 重点 分条 逐条 如实 选填 必填 如有请 填无 写无 填“ 写“ 此处略 可删 可增 自行 参考） 参考) 没有填 没有写 没有则 无则 如无 下同",
            unless=_length_told,
        ),
    ),
    Rule(
        name="placeholder.insert_here",
        category="template_placeholder",
        severity="error",
        explain="「[插入数据]」「（贴照片处）」「（图表略）」是起草时留的位置，没有补上。",
        fires="累计硬化道路18.6公里，安装路灯[插入数据]盏。",
        passes="书中插入图片（照片由村民提供），身份证复印件粘贴处见表。",
        find=searching(
            rf"[（(【\[<｛{{](?:此处|这里|在此|请)?(?:插入|补充|补|添加|加入|填入|填|写|输入|替换|更新|粘贴|贴|放|附)(?:一下|上)?[{HAN}]{{0,3}}?(?:数据|数字|图片|照片|图表|表格|内容|名称|姓名|时间|日期|案例|链接|地址|电话|文字|文号|标题|材料)[{HAN}]{{0,4}}[）)】\]>｝}}]"
            r"|[（(【\[](?:数据|数字|图片|照片|图表|案例|内容|名单|情况|人员)(?:暂缺|缺|待核|待查|待报|待统计|待更新|未定|暂无|不详|待提供|略)[）)】\]]|请在(?:此|这里|下方)(?:处)?(?:输入|填写|录入|插入)[^，。\n]{0,10}|(?<![A-Za-z])(?:TBD|TBC|tbd|FIXME|XXXX年|Lorem ipsum|lorem ipsum|placeholder|示例文本)(?![A-Za-z])[A-Za-z ,.]{0,60}|（待定）|（暂定）(?=[，。]|$)|(?<=[：:])(?:待定|待补|未定)(?=[。；，\n]|$)",
            "「{}」是起草时留的位置，没有补上。",
            suggestion="补上实际内容",
            near="填写 插入 补充 （补 [补 【补 添加 加入 填入 （填 【填 [填 输入 替换 更新 粘贴 （贴 【贴 （附 【附 [附 （放 （写 [写 【写 暂缺 待核 待查 待报 待统计 未定 暂无 不详 待提供 缺） 缺】 略） 略】 请在 TBD TBC tbd FIXME orem placeholder 示例文本 待定 暂定 待补",
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.star_name",
        category="template_placeholder",
        severity="error",
        explain="领导小组名单里的人名是星号、叉号、圆圈，套用时没有换成实际的名字。",
        fires="乡长**任组长，***、***任副组长。",
        passes="举报人***的电话139****1234已遮盖，评为***级景区。",
        find=searching(
            rf"(?:长|书记|主任|同志|委员|干事|、|由)\s?(?P<mark>[*＊●○〇◯﹡⊙]{{2,3}})(?=同志|出席|主持|带队|参加会议|讲话|强调|{_ROLE}|[、，,]?[*＊●○◯﹡⊙]{{2,3}})|(?<=[*＊●○◯﹡⊙][、，,])(?P<mark2>[*＊●○◯﹡⊙]{{2,3}})(?=同志|{_ROLE}|[、，,。])",
            "「{}」没有换成实际的姓名。",
            suggestion="写上姓名",
            near="** ＊＊ ●● ○○ 〇〇 ◯◯ ﹡﹡ ⊙⊙",
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.hidden_name",
        category="template_placeholder",
        severity="warning",
        explain="「由张某某任组长」「组长：李四」：领导小组名单要写全名，不能用「某」和举例的名字。",
        fires="成立领导小组，由张某某同志任组长。\n组  长：李四  镇长",
        passes="当事人张某某不服处罚，申请复议；群众王某反映的问题已核查。",
        find=searching(
            rf"(?P<mark>[{_SURNAMES}]某{{1,2}})(?=(?:同志)?{_ROLE}|同志(?:负责|主持|分管|牵头))|(?:{_POST})\s{{0,3}}[：:]\s{{0,3}}(?P<mark2>{_SAMPLES})(?![{HAN}]{{0,1}}(?:村|县))|(?P<mark3>{_SAMPLES})(?=(?:同志)?{_ROLE})",
            "「{}」不是实际的姓名。",
            suggestion="写上姓名",
            near="某 张三 李四 王五 赵六 小明 XXX xxx ×××",
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.left_out",
        category="template_placeholder",
        severity="warning",
        explain="标题或冒号后面只写「（略）」「略」，内容没有补上。",
        fires="存在不足：（略）\n三、下步打算（略）",
        passes="其他事项从略。参会人员名单（略）附后，图纸略有改动。",
        find=searching(
            r"(?<=[：:])[ \u3000]{0,3}(?P<mark>[（(【\[]?略[）)】\]]?)(?=[。；\s]|$)|^[ \t\u3000]*(?P<mark2>[（(【\[]?(?:此处)?(?:内容)?略[）)】\]]?[。]?)[ \t\u3000]*$|^[ \t\u3000]*[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．][^，。；\n]{2,20}(?P<mark3>[（(【\[]略[）)】\]])[ \t\u3000]*$",
            "这里的内容略去了，没有补上。",
            suggestion="补上内容，或删去这一处",
            near="略",
            flags=re.MULTILINE,
            unless=_in_list_of_annexes,
        ),
    ),
    Rule(
        name="placeholder.seal_alone",
        category="template_placeholder",
        severity="warning",
        explain="落款只有「（盖章）」「单位（公章）」，没有单位名称，是模板留下的。",
        fires="特此报告。\n（盖章）\n2023年3月5日",
        passes="特此报告。\n清溪镇人民政府（盖章）\n2023年3月5日",
        find=searching(
            r"^[ \t\u3000]*(?P<mark>(?:(?:报送|填报|申报|主办|承办|发文|落款|本)?(?:单位|部门|机关)(?:名称|全称)?\s?[：:]?\s?)?[（(【\[](?:此处)?(?:加?盖)?(?:单位)?(?:公?章|印章|盖章|签章)(?:处)?[）)】\]]|落款(?:单位|日期|时间)?[：:]?|(?:单位|部门|发文机关)(?:名称|署名|落款)|(?:成文|发文|落款)日期|[（(](?:印章|盖章|公章|署名|落款)处?[）)])[ \t\u3000]*$",
            "「{}」是模板留下的，落款没有写单位。",
            suggestion="写上单位名称",
            near="章） 章) 章】 章] 章处 落款 单位名称 署名 部门名称 成文日期 发文日期",
            flags=re.MULTILINE,
            unless=in_a_form,
        ),
    ),
    Rule(
        name="placeholder.day_in_words_open",
        category="template_placeholder",
        severity="warning",
        explain="「二〇一二年　　月十二日」里空着月或日，日期没有填写完整。",
        fires="特此汇报。\n二〇一二年  月十二日",
        passes="二〇一二年三月十二日，每 月 日报送。",
        find=searching(
            r"[一二三四五六七八九〇○零０O]{4}年(?:[ \t\u3000]{1,8}(?:[一二三四五六七八九十]{1,2})?月[ \t\u3000]{0,8}(?:[一二三四五六七八九十]{0,3}日)?|[一二三四五六七八九十]{1,2}月[ \t\u3000]{1,8}日)|\d{4}年[ \t\u3000]{1,8}月\d{0,2}日?|\d{4}年\d{1,2}月[ \t\u3000]{1,8}日",
            "日期没有填写完整。",
            suggestion="填写完整日期",
            near="年\u3000 年\t 月",
            unless=in_a_form,
        ),
    ),
    Rule(
        name="placeholder.open_range",
        category="template_placeholder",
        severity="warning",
        explain="「第　次会议」「第　号」「合格率达到　%」「　年　月」里的数字没有填写。",
        fires="经第  次镇长办公会研究，合格率达到  %。",
        passes="第 3 次会议，合格率达到 96 %。",
        find=searching(
            r"第[ \u3000_＿]{1,8}(?=[次届号期批条章轮]|季度)|(?:达到?了?|为|占|到|增长|下降|提高)[ \u3000]{1,8}(?:[%％]|个百分点|万元|亿元)|(?<=[，。；：])[ \u3000]{1,8}年[ \u3000]{1,8}月",
            "这里的数字没有填写。",
            suggestion="填写实际数字",
            near="第\u3000 第_ 第＿ % ％ 百分点 万元 亿元 次 届 号 期 批 条 章 轮 季度 月",
            unless=in_a_form,
        ),
    ),
    Rule(
        name="placeholder.program_variable",
        category="template_placeholder",
        severity="error",
        explain="「#姓名#」「$name$」「%s」「{0}」「<单位名称>」是程序的变量，没有取到值。",
        fires="尊敬的#姓名#同志，您有{0}件事项待办。",
        passes="参与#政务公开#话题，费用5$，占比%。",
        find=searching(
            r"#(?:姓名|单位|部门|日期|时间|年份|数量|金额|标题|名称|地址|电话|[a-zA-Z_]{2,16})#|\$[A-Za-z_]{2,16}\$|(?<=[一-鿿，。：])%[sd](?=[一-鿿，。]|$)|(?<=[一-鿿，。：])[{｛]\s?(?:\d|[A-Za-z_]{2,20}|[一-鿿]{2,6})\s?[}｝]|<(?:[A-Za-z]{3,12}(?:_[A-Za-z]{2,12}){1,3}|[一-鿿]{0,6}(?:名称|姓名|日期|时间|标题|内容|单位|部门|数字|数量|金额|地址|电话|编号|文号|年份))>|@(?:Model|ViewBag)\.\w{1,20}|\[(?:date|name|year|title|unit|[A-Za-z]{2,10}_[a-z]{2,10})\]|(?<=[一-鿿，。：])(?:null|None|nil)(?=[一-鿿，。；、]|$)",
            "「{}」是没有取到值的变量。",
            suggestion="填写实际内容",
            near="# $ %s %d { ｛ < @ [date [name [year [title [unit _ null None nil",
            unless=lambda passage, match: spoken_of(passage, match) or "<<" in match.group(),
        ),
    ),
    Rule(
        name="placeholder.single_star",
        category="template_placeholder",
        severity="error",
        explain="「今年*月」「任务*项」「*县公开网」里的星号没有换成数字、名称。",
        fires="今年*月，召开专题会议1次。",
        passes="带*的为必填项，面积3*5米，评定为*级。",
        find=searching(
            r"(?<=[今去本当年于在至到自从，。、；])[*＊](?=[月日号](?!级))|(?<=[一-鿿])(?<![带有标打星加注的])[*＊](?=(?:余|多)?(?:条|件|次|名|人|个(?!税)|份|户|项(?!目)|期|场|万元|元|家|篇)(?:[，。、；]|[一-鿿]))|(?<=[的是我，。、；：“《\n])[*＊](?=[省市县区镇乡村](?:[一-鿿]{2}))",
            "「{}」没有换成实际的数字、名称。",
            suggestion="填写实际内容",
            near="* ＊",
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.letter_person",
        category="template_placeholder",
        severity="error",
        explain="「局长A任组长」「B、C任副组长」：用字母代替人名，没有换成实际的姓名。",
        fires="局长A任组长，B、C任副组长。",
        passes="A类企业3家，B级危房改造。",
        find=searching(
            rf"(?:长|书记|主任|由|同志)\s?(?P<mark>[A-Z](?:[、，,][A-Z]){{0,4}})(?=(?:同志)?{_ROLE})|(?<=[，。；、])(?P<mark2>[A-Z](?:[、，,][A-Z]){{0,4}})(?=(?:等?同志)?{_ROLE})|(?:{_POST})\s{{0,3}}[：:]\s{{0,3}}(?P<mark3>[A-Z](?:[、，,][A-Z]){{0,4}})(?=[\s，。；]|$)",
            "「{}」代替了姓名。",
            suggestion="写上姓名",
            near=" ".join("ABCDEFGHMNXYZ"),
            flags=re.MULTILINE,
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.starred_leader",
        category="template_placeholder",
        severity="warning",
        explain="「书记李*负总责」「王×主任」：公开的领导分工要写全名。",
        fires="书记李*负总责，镇长王××主持会议。",
        passes="户主李*伟，当事人王×不服处罚，李某被追责。",
        find=searching(
            rf"(?:书记|镇长|乡长|局长|主任|校长|院长|县长|市长|区长|组长|主席|站长|所长|科长|股长|队长|经理|支书)\s?(?P<mark>[{_SURNAMES}][*＊×xX]{{1,2}})(?=(?:同志)?(?:负|任|为|主持|带队|分管|亲自|牵头|参加|出席|率|作|在会|强调|指出|讲话|到|代表|主抓|具体|等|、|，))|(?P<mark2>[{_SURNAMES}][*＊×xX]{{1,2}})(?=(?:书记|镇长|乡长|局长|主任|校长|院长|县长|区长|主席)(?:[，。、]|主持|带队|强调|指出|作|在|到|参加|出席))",
            "「{}」没有写全姓名。",
            suggestion="写全名",
            near="* ＊ × x X",
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.numbered_stub",
        category="template_placeholder",
        severity="error",
        explain="「内容三」「标题一」「此处写不足」「4.……」是模板留的位置，没有写内容。",
        fires="（三）内容三\n四、存在不足。此处写不足",
        passes="公开内容三项，标题一般不超过两行。\n1.加强领导……",
        find=searching(
            r"[；;](?P<mark8>[（(][一二三四五六七八九十\d]{1,2}[）)](?:…{1,2}|\.{3,6}))[。]?[ \t\u3000]*$|^[ \t\u3000]*[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?(?P<mark9>[×xXＸ*＊△○]{3,20})[ \t\u3000]*[。；]?$|^[ \t\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?)?(?P<mark>(?:内容|标题|小标题|措施|要点|正文|段落|文字|问题|做法|成效|亮点|举措|项目|附件名|姓名|单位|部门|附件(?=[A-DXx]))[一二三四五六七八九十\dA-DXx]{1,2})[ \t\u3000]*[。；]?$|(?P<mark2>此处(?:写|述|填|列|补|放|加|用|简述|概述|撰写|描述|说明)(?!作)[^，。\n]{1,14})|^[ \t\u3000]*[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?(?P<mark3>[…．.。]{2,6})[ \t\u3000]*$|(?<=[；。])\s?\d{1,2}[.、．]\s?(?P<mark4>…{1,2})(?=[。\n]|$)|(?P<mark5>[（(](?:图|表|照片|图片|名单|附表|附图|图表|表格|案例|数据)略[）)])",
            "「{}」是模板留的位置，没有写内容。",
            suggestion="写上实际内容，或删去",
            near="××× xxx XXX ＸＸＸ *** ＊＊＊ △△△ ○○○ 内容 标题 措施 要点 正文 段落 文字 问题 做法 成效 亮点 举措 项目 附件 姓名 单位 部门 此处 …… .. 。。 略） 略)",
            flags=re.MULTILINE,
            unless=spoken_of,
        ),
    ),
)
