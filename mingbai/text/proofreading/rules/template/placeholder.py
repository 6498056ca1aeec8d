"""Places left open in a template: masked years, names and figures, blanks to fill, values a form left empty."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules._forms import in_a_form, is_to_be_filled
from mingbai.text.proofreading.rules._knowledge import is_quoted
from mingbai.text.proofreading.rules._naming import surnames

_X = "xXＸｘ×✕ΧХ"
_MASK = f"(?:[{_X}]{{1,6}}|[*＊○●]{{2,6}}|[OＯ]{{2,4}})"
_NEEDS = _X + "*＊○●OＯ"
# Not inside a file name, an address, a masked identifier or a product.
_ALONE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+＋./\\@#=&%*＊-"

_NAMED = (
    r"(?:省|自治区|市|地区|新区|区|县|镇|乡|街道?|办事处|开发区|大道|路|村|社区|居委会|村委会|局|厅|委|办|所|站|中心|科|股|处"
    r"|学校|中学|小学|幼儿园|医院|公司|单位|部门|同志|书记|主任|领导|会议|文件|项目|工程|网)"
)
_COUNTED = r"(?:月|日|号|期|条|件|次|项|个|份|篇|人|名|户|批|场|家|处|块|张|册|本|万|亿|元|余|多|%|％|时|分|天|平方|学年|级|班|周年|间(?![接隔])|亩|吨|公里|公斤|辆|座|栋|套)"


# 「以“××社区—姓名”命名」 says how a name is made, 「“××村”等占位」 speaks of what is left open.
_TOLD = lazy.pattern("命名|格式|占位|模板|样例|示例|形如|编号|流水号|您好|自报")
_AROUND_SAYING = 40


def spoken_of(passage: Passage, match: re.Match[str]) -> bool:
    if mentioned(passage, match):
        return True
    text, start = passage.text, match.start()
    line = text[max(passage.start, text.rfind("\n", 0, start) + 1) : start]
    if line.rfind("“") <= line.rfind("”"):
        return False
    close = text.find("”", match.end(), match.end() + _AROUND_SAYING)
    return (
        close > 0 and _TOLD.search(text, max(passage.start, start - _AROUND_SAYING), close + 20) is not None
    )


def _blank_in_form(passage: Passage, match: re.Match[str]) -> bool:
    blank = match.group().strip("_＿ 年") == ""
    return mentioned(passage, match) or (
        blank and is_to_be_filled(passage, match) and not _in_prose(passage, match)
    )


# Who fills a form speaks in it.
_OF_WHO_FILLS = lazy.pattern("本人|申请人|承诺|甲方|乙方|委托|兹|现申请|填表|贵")
_LONG_LINE, _SENTENCES = 80, 2


def _in_prose(passage: Passage, match: re.Match[str]) -> bool:
    """「存档期限不少于____年」 in a paragraph that tells what was done: no form has such."""
    start = passage.text.rfind("\n", passage.start, match.start()) + 1
    end = passage.text.find("\n", match.end(), passage.end)
    line = passage.text[max(start, passage.start) : end if end >= 0 else passage.end]
    told = len(line) >= _LONG_LINE and line.count("。") >= _SENTENCES
    return told and _OF_WHO_FILLS.search(line) is None


# 「李***因病住院」 hides a person on purpose; 「**重点**」 is the mark of a note, not of a gap.
# So much of a line is read on either side.
_ASIDE = 400
# Bold words stand close to marks of two stars each; 「**西郊，是***进入**」 is no pair.
_BOLD = lazy.pattern(r"(?<!\*)\*\*(?![\s*”’》）)，。；：、,;:])[^*\n]{1,40}(?<![\s“‘《（(])\*\*(?!\*)")
_HIDDEN = lazy.pattern("[因户家女男于身患等、，,；;。）)（(]|同志|先生|女士|同学|老师")


def in_bold(passage: Passage, match: re.Match[str]) -> bool:
    text, start, end = passage.text, match.start(), match.end()
    low = max(text.rfind("\n", max(0, start - _ASIDE), start) + 1, start - _ASIDE, 0)
    high = text.find("\n", end, end + _ASIDE)
    line = text[low : high if high >= 0 else end + _ASIDE]
    return any(bold.start() <= start - low < bold.end() for bold in _BOLD.finditer(line))


def _hidden_person(passage: Passage, match: re.Match[str]) -> bool:
    text, start, end = passage.text, match.start(), match.end()
    if in_bold(passage, match):
        return True
    surname = text[start - 1 : start] in surnames(passage)
    return (surname and _HIDDEN.match(text, end) is not None) or spoken_of(passage, match)


# 「李××：」 「1.欧阳××，家庭人口1人」 names a person of the public by the surname alone; a leader's name is given whole.
_NAME_AHEAD = lazy.pattern(r"(?:^|[\n\s、，,；;（(“.．\d]|(?<![长任记员人])[：:])[一-鿿]{1,2}$")
_NAME_ENDS = lazy.pattern(
    r"[ \t\u3000]|[：:][ \t]*(?:\n|您|你|$)|[、，,；;（(](?!(?:同志)?(?:任|负责|担任|主持|组长))"
)

# Who is told of in a case: 「被告人王××犯盗窃罪」.
_PARTY = lazy.pattern(
    "(?:当事人|被告人?|原告|[受被]害人|嫌疑人|罪犯|患者|举报人|投诉人|被处罚人)“?[一-鿿]{1,2}$"
)


def _hidden_citizen(passage: Passage, match: re.Match[str]) -> bool:
    text, start = passage.text, match.start()
    if match.group() == "××" and _NAME_ENDS.match(text, match.end()):
        ahead = _NAME_AHEAD.search(text, max(passage.start, start - 4), start)
        known = surnames(passage)
        if ahead and (text[start - 1 : start] in known or text[start - 2 : start] in _DOUBLE_SURNAMES):
            return True
    return _PARTY.search(text, max(passage.start, start - 8), start) is not None or spoken_of(passage, match)


_DOUBLE_SURNAMES = frozenset(("欧阳", "上官", "司马", "诸葛", "司徒", "皇甫", "东方", "尉迟", "令狐", "慕容"))

# 「尊敬的各位企业家、项目负责人：」 opens a letter.
_ADDRESSED = lazy.pattern("尊敬|各位|各[镇乡县市村单]|亲爱")


def _line_of(passage: Passage, match: re.Match[str]) -> str:
    return passage.text[passage.text.rfind("\n", 0, match.start()) + 1 : match.end()].lstrip()


_LAWSUIT = lazy.pattern("[^投申]诉|原告|被告|判决|裁定|纠纷案|盗窃|典型案例")

RULES = (
    Rule(
        name="placeholder.masked_year",
        category="template_placeholder",
        severity="error",
        explain="套用范文时年份常写成「20xx年」。发布前必须换成实际年份。",
        fires="20xx年我镇共公开信息120条。",
        passes="2023年我镇共公开信息120条，网址为www.xx2024.gov.cn。",
        find=searching(
            rf"(?:(?:19|20)(?:[{_X}*＊○]{{1,2}}|[#＃]{{1,2}}(?=\s?年)|\d[{_X}*＊○_＿?？](?=年))年?|(?:二[○〇O0])?{_MASK}\s?年(?!年?级)"
            rf"|(?:19|20)?(?<![_＿])[_＿]{{1,12}}\s?年(?!龄)|(?<![\d*＊])[*＊]年(?=[度初末底来，,、]|[{HAN}]))",
            "年份没有填写，还是占位符「{}」。",
            suggestion="填写实际年份",
            not_after=_ALONE,
            near=" ".join(_NEEDS) + " _ ＿ ?年 ？年 #年 ＃年 0# 0＃",
            unless=_blank_in_form,
        ),
    ),
    Rule(
        name="placeholder.masked_meeting",
        category="template_placeholder",
        severity="error",
        explain="「党的xx大」「xx届x中全会」是范文里抹去的届次，要写实际届次。",
        fires="以党的xx大、xx届三中全会精神为指导。",
        passes="以党的二十大、二十届三中全会精神为指导。",
        find=searching(
            rf"{_MASK}(?:大(?![道街厦门桥力楼型米])|届)(?:、?{_MASK}届)?(?:{_MASK}中全会)?|届{_MASK}中全会",
            "会议届次没有填写，还是占位符「{}」。",
            suggestion="填写实际届次",
            not_after=_ALONE,
            near=" ".join(_NEEDS),
            unless=mentioned,
        ),
    ),
    Rule(
        name="placeholder.masked_name",
        category="template_placeholder",
        severity="error",
        explain="「××镇」「xx局」「**街道」是范文里抹去的名称，要写实际名称。",
        fires="××镇人民政府高度重视政务公开工作。",
        passes="公示牌尺寸为3×2米，联系人电话139****1234。",
        find=searching(
            rf"{_MASK}\s?{_NAMED}",
            "名称没有填写，还是占位符「{}」。",
            suggestion="填写实际名称",
            not_after=_ALONE,
            near=" ".join(_NEEDS),
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.masked_figure",
        category="template_placeholder",
        severity="error",
        explain="「x条」「XX月」「第×期」里的数字没有填写。",
        fires="全年公开信息x条，办理申请XX件。",
        passes="全年公开信息96条，其中第3期X光检查公告1条。",
        find=searching(
            rf"{_MASK}{_COUNTED}",
            "数字没有填写，还是占位符「{}」。",
            suggestion="填写实际数字",
            not_after=_ALONE,
            near=" ".join(_NEEDS),
            unless=spoken_of,
        ),
    ),
    Rule(
        name="placeholder.masked_words",
        category="template_placeholder",
        severity="error",
        explain="汉字旁边连着两个以上的「x」或「×」，多半是抹去的内容。",
        fires="由副镇长xxx负责。",
        passes="由副镇长张明负责，公开平台为XXGK系统。",
        find=searching(
            rf"(?<=[{HAN}（(“、，,：:；;。·])(?<!第)[{_X}]{{2,}}(?![A-Za-z0-9{_X}])|(?<![A-Za-z0-9+.])[{_X}]{{2,}}(?=[{HAN}（(])",
            "这里的「{}」是没有替换的占位符。",
            suggestion="填写实际内容",
            near=" ".join(_X),
            unless=_hidden_citizen,
        ),
    ),
    Rule(
        name="placeholder.masked_by_stars",
        category="template_placeholder",
        severity="error",
        explain="汉字之间的「***」是网站抹去的姓名、职务或词语，要写实际内容。",
        fires="坚持以***新时代中国特色社会主义思想为指导。",
        passes="低保对象李**因病住院，身份证号330***1990，联系电话139****1234。",
        find=searching(
            rf"(?<=[以由经据和与在为按对从向将把被、，。；：“（\n])[*＊]{{2,8}}(?=[{HAN}“])|(?<=[{HAN}])[*＊]{{3,8}}(?=[{HAN}])",
            "这里的「{}」是抹去的内容，没有写实。",
            suggestion="填写实际内容",
            near="** ＊＊",
            unless=_hidden_person,
        ),
    ),
    Rule(
        name="placeholder.number_in_brackets",
        category="template_placeholder",
        severity="error",
        explain="文号里的年份或序号没有填写，如「〔20xx〕x号」「〔  〕号」。",
        fires="根据县政办〔2023〕  号文件要求",
        passes="根据县政办〔2023〕12号文件要求",
        find=searching(
            rf"[〔\[［﹝『【（(](?:(?:19|20)?[{_X}*＊○_＿]{{1,6}})[〕\]］﹞』】）)]第?\d{{0,4}}号|[〔\[［﹝](?:(?:19|20)?[{_X}*＊○_＿\s]{{1,6}})[〕\]］﹞]\s*\S{{0,4}}?号|[〔\[［﹝]\d{{4}}[〕\]］﹞]第?[{_X}*＊_＿\s]+号|[〔\[［﹝]\d{{4}}[〕\]］﹞]第?号",
            "文号「{}」没有填写完整。",
            suggestion="填写实际文号",
            needs="〔[［﹝『【（(",
        ),
    ),
    Rule(
        name="placeholder.blank",
        category="template_placeholder",
        severity="error",
        explain="下划线是留给人填写的空，成文里不应再有。",
        fires="全年公开信息____条。",
        passes="文件名为gongkai_2023.docx，已上传。",
        find=searching(
            rf"(?<=[{HAN}：:，,（(《“第于])[ \t]?[_＿]{{2,60}}|(?<![_＿])[_＿]{{2,60}}[ \t]?(?=[{HAN}）)》”])",
            "这里留着没有填写的空。",
            suggestion="填写内容，或删去这一处",
            near="_ ＿",
            unless=is_to_be_filled,
        ),
    ),
    Rule(
        name="placeholder.blank_date",
        category="template_placeholder",
        severity="warning",
        explain="「年  月  日」之间没有数字，日期没有填写。",
        fires="2023年  月  日",
        passes="请填写出生年月日。",
        find=searching(
            r"年[ \t\u3000]+(?:\d{1,2})?月[ \t\u3000]*(?:日|(?=\n|$))|年\d{1,2}月[ \t\u3000]+日|20[ \u3000]{1,6}年",
            "日期没有填写完整。",
            suggestion="填写完整日期",
            needs=" \t\u3000",
            unless=in_a_form,
        ),
    ),
    Rule(
        name="placeholder.empty_brackets",
        category="template_placeholder",
        severity="warning",
        explain="括号、书名号、引号里没有内容，多半是忘了填写。",
        fires="按照《》的要求开展工作。",
        passes="按照《条例》的要求开展工作。",
        find=searching(
            r"《\s*》|“\s*”|【\s*】|〔\s*〕|（(?<![√□☑✓]（)\s*）|\((?<=[一-鿿]\()\s*\)",
            "「{}」里没有内容。",
            suggestion="补上内容，或删去这对符号",
            needs="《“【〔（(",
            unless=lambda passage, match: (
                is_quoted(passage.text, *match.span())
                or (len(match.group()) > 2 and match.group()[0] in "（〔" and in_a_form(passage, match))
                or (match.group()[0] == "“" and passage.body.count("“”") > 1)
            ),
        ),
    ),
    Rule(
        name="placeholder.unnamed",
        category="template_placeholder",
        severity="warning",
        explain="「某镇」「某某同志」「某年某月」是范文的说法，本单位的文稿应写实际名称和日期。",
        fires="某镇政务公开工作总结由某某同志起草。",
        passes="个别村公开不及时，如某村公示的张某某身份证号码没有遮盖。",
        find=searching(
            rf"(?<![{HAN}])某某+(?=[省市县区镇乡村局校]|街道|社区|同志|单位|公司|部门)|(?<=由)某某(?=任|担任|负责|牵头)"
            rf"|(?:^|(?<=[。；;\n\u3000 我]))某(?:某)?(?:省|市|县|区|镇|乡|街道|社区|村|局|校)(?=党委|党政|政府|人民|政务|信息|认真|高度|始终|坚持|紧紧|积极|按照|\d)"
            r"|某年(?:某月)?(?:某日)?",
            "「{}」没有写明。",
            suggestion="写明实际名称或日期",
            near="某",
            unless=lambda passage, match: (
                spoken_of(passage, match)
                or passage.text[max(match.start() - 3, passage.start) : match.start()].endswith("“")
                or _LAWSUIT.search(passage.text, max(match.start() - 24, passage.start), match.end() + 24)
                is not None
            ),
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="placeholder.letter_name",
        category="template_placeholder",
        severity="warning",
        explain="用字母代替地名或数字（「A镇」「N条」）是范文的写法。",
        fires="A镇全年公开信息N条。",
        passes="A级景区3个，4G信号覆盖全村。",
        find=searching(
            r"(?<![A-Za-z0-9+＋.-])(?:[A-EMN](?=镇|乡|县|街道|社区|村(?!级))|N(?=条|件|次|项|个|份|人))",
            "「{}」代替了实际内容。",
            suggestion="写明实际名称或数字",
            near=" ".join(
                letter + word for letter in "ABCDEMN" for word in ("镇", "乡", "县", "街道", "社区", "村")
            )
            + " N条 N件 N次 N项 N个 N份 N人",
        ),
    ),
    Rule(
        name="placeholder.instruction",
        category="template_placeholder",
        severity="error",
        explain="模板里写给填写人的话（「此处填写单位名称」「请根据实际情况补充」）没有删去。",
        fires="主动公开信息（此处填写数量）条。",
        passes="申请表填写方法见附件（可到窗口填写）。",
        find=searching(
            r"[（(【\[［<〈{](?=[^（()）【】\[\]［］<>〈〉{}\n]{0,40}[）)】\]］>〉}])[^（()）【】\[\]［］<>〈〉{}\n]{0,12}?"
            r"(?:请?填写|此处|在此|待填|待补充|待完善|待核实|待定|请输入|请插入|请填|请根据|请结合|请补充|请注明|插入图片|单位名称|填写单位|具体数字|具体名称|根据实际|结合实际|自行(?:补充|填写|添加|修改))"
            r"[^（()）【】\[\]［］<>〈〉{}\n]{0,24}[）)】\]］>〉}]",
            "这是模板里写给填写人的话，没有删去。",
            suggestion="换成实际内容",
            near="填写 此处 在此 待填 待补充 待完善 待核实 待定 请填 请输入 请插入 请根据 请结合 请补充 请注明 插入图片 单位名称"
            " 具体数字 具体名称 根据实际 结合实际 自行",
            unless=lambda passage, match: (
                re.search("可(?:到|在|向|由|自行)|已|均|窗口|指导|协助|代为", match.group()) is not None
                or passage.text[max(match.start() - 4, 0) : match.start()].endswith(("姓名", "名称", "身份"))
                # 「____（单位名称）」 in a form says what to write there
                or (
                    passage.text[match.start() - 1 : match.start()] in {"_", "＿"}
                    and is_to_be_filled(passage, match)
                )
            ),
        ),
    ),
    Rule(
        name="placeholder.empty_label",
        category="template_placeholder",
        severity="warning",
        explain="「填表人：　审核人：」后面是空的，是表格模板留下的。",
        fires="江家镇人民政府\n填表人：    审核人：    ",
        passes="填表人：张明  审核人：李红",
        find=searching(
            r"(?:填表人|制表人|审核人|经办人|负责人|联系人|联系电话|填报单位|填报日期|单位盖章)[：:](?:[ \u3000]{2,}(?=[^\s\d])|[ \u3000]*$)"
            r"|(?:组\s?长|副组长|成\s?员|主\s?任|姓名|起草人|签发人|校对|主办单位|承办单位)[：:][ \u3000]{2,}(?=[一-鿿]{2,5}[：:]|$)",
            "「{}」后面没有填写。",
            suggestion="填写，或删去这一行",
            near="表人： 表人: 审核人： 审核人: 经办人： 经办人: 负责人： 负责人: 联系人： 联系人: 联系电话： 联系电话:"
            " 填报单位： 填报单位: 填报日期： 填报日期: 单位盖章： 单位盖章: 长： 长: 员： 员: 主任： 主任: 姓名： 姓名: 起草人： 签发人： 校对： 主办单位： 承办单位：",
            unless=lambda passage, match: (
                in_a_form(passage, match) or _ADDRESSED.match(_line_of(passage, match)) is not None
            ),
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="placeholder.field_code",
        category="template_placeholder",
        severity="error",
        explain="没有替换的程序变量，说明取数没有成功。",
        fires="全年公开信息${count}条。",
        passes="全年公开信息68条，话题为#政务公开#。",
        find=searching(
            r"(?<![A-Za-z])(?:undefined|NaN|MERGEFIELD)(?![A-Za-z])"
            r"|\{\{[^{}\n]{0,40}\}\}|\$\{[^{}\n]{0,40}\}",
            "「{}」是没有取到值的变量。",
            suggestion="填写实际内容",
            near="undefined NaN MERGEFIELD {{ ${",
        ),
    ),
)
