"""Numbers of telephones, days and counts that a template left open.

They look like figures, so nobody stops at them: 「0000-0000000」, 「十几日」.
"""

from mingbai.text.proofreading.model import Category, Rule
from mingbai.text.proofreading.patterns import HAN, searching

_CATEGORY: Category = "template_placeholder"
_COUNTED = "篇|期|条|件|份|项|场|人次|户|起|名|家|万元|余|多"
_LETTERS = " ".join(f"{letter}{word}" for letter in "NnMmXxYy" for word in _COUNTED.split("|"))

RULES = (
    Rule(
        name="placeholder.dial_mask",
        category=_CATEGORY,
        severity="error",
        explain="「请拨打0XX-XXXXXXX」「电话****」「0000-0000000」，电话号码没有填写。",
        fires="如有疑问，请拨打0XX-XXXXXXX。",
        passes="如有疑问，请拨打0731-1234567或者12345，手机138****5678。",
        find=searching(
            r"(?:电话|热线|传真|拨打|致电|手机|专线|咨询|号码)[^\n，。；;\d]{0,6}?(?P<mark>0[Xx×*＊]{2,3}[-—－]?\d{0,2}[Xx×*＊]{5,8}|[Xx×*＊]{3,4}[-—－][Xx×*＊]{5,8}|0{3,4}[-—－](?:0{6,8}|12345678?|87654321)|0{7,11}|\*{3,11}|＊{3,11}|[Xx×]{5,11})(?![\d*])",
            "「{}」是电话号码的空位，没有填写。",
            suggestion="填上电话号码",
            near="电话 热线 传真 拨打 致电 手机 专线 咨询 号码",
        ),
    ),
    Rule(
        name="placeholder.day_cut_open",
        category=_CATEGORY,
        severity="error",
        explain="「自20  年 月 日起施行」「二○二二年四月十几日」，日期没有填完整。",
        fires="本制度自20  年 月 日起施行。",
        passes="本制度自2023年5月1日起施行。每年十几日在村里，20 年来坚持公开。",
        find=searching(
            r"(?P<mark>(?<!\d)(?:20|二[〇○零Oo]二?)[ \u3000_＿]{1,8}年[ \u3000_＿\d]{1,6}月[ \u3000_＿]{1,6}日"
            r"|(?<!\d)20[ \u3000_＿]{1,8}年[ \u3000_＿]{1,6}月[ \u3000_＿\d]{1,6}日|[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月(?:几|十几|二十几|某|[Xx×*?？]{1,2})日)",
            "「{}」没有填写完整。",
            suggestion="填上实际日期",
            near="月几日 月十几日 月二十几日 月某日 月X 月x 月× 月* 月? 月？ 20 二〇 二○ 二零 二O",
        ),
    ),
    Rule(
        name="placeholder.letter_for_count",
        category=_CATEGORY,
        severity="warning",
        explain="「发稿N篇」「开展培训M次」，字母处应当是实际的数字。",
        fires="在县人大网站发稿N篇。",
        passes="采用N95口罩，实行N+1模式，A级景区3个，X光机2台。",
        find=searching(
            rf"(?<=[{HAN}])(?P<mark>[NnMmXxYy])(?=(?:{_COUNTED}))",
            "「{}」处没有写实际的数字。",
            suggestion="填上数字",
            near=_LETTERS,
        ),
    ),
    Rule(
        name="placeholder.person_left_open",
        category=_CATEGORY,
        severity="warning",
        explain="「报告人：某某」「审核人：XXX」，姓名没有填写。",
        fires="报告人：某某",
        passes="报告人：王建平。举报人某某反映的问题已查清。",
        find=searching(
            rf"(?:报告人|主讲人|撰稿人?|审核人?|审批人?|填报人|填表人|经办人|承办人|签发人?|主持人?|记录人?|责任人|联络员|联系人|负责人|法定代表人|校对|编制人|院长|校长|局长|镇长|乡长|主任|组长|成员)[：:][ \u3000]{{0,4}}(?P<mark>[{HAN}]?某{{1,3}}|[Xx×*]{{2,4}}|[{HAN}][Xx×*]{{1,3}}|[ \u3000]{{2,6}}[（(][ \u3000]{{0,4}}[）)])(?![{HAN}\w])",
            "「{}」处没有写实际的姓名。",
            suggestion="填上姓名",
            near="某 X x × *",
        ),
    ),
    Rule(
        name="placeholder.place_left_open",
        category=_CATEGORY,
        severity="warning",
        explain="「地址：某某路某号」「公布投诉电话（电话号码）」，地址、号码没有填写。",
        fires="地址：某某路某号。",
        passes="地址：光明路12号。举报某某路口停车问题。公布投诉电话（8123456）。",
        find=searching(
            r"(?:地址|住所|位于|地点)[：:]?[^。；;，,\n]{0,12}?(?P<mark>某{1,2}(?:路|街|巷|大道|大街|小区|大厦|楼)(?:[某\dXx×]{0,3}号)?)|(?P<mark2>[（(](?:电话号码|具体电话|联系电话号码|网址|邮箱地址|具体数字|具体金额|具体时间|具体地点|具体地址|具体名称|填写[一-鿿]{1,6})[）)])(?=[。，,；;]|$)",
            "「{}」处没有写实际的内容。",
            suggestion="填上实际内容",
            near="某路 某街 某巷 某大 某小区 某楼 电话号码 具体 网址 邮箱地址 填写",
        ),
    ),
    Rule(
        name="placeholder.count_left_blank",
        category=_CATEGORY,
        severity="warning",
        explain="「共计　名党员参加」：数字的位置空着，没有填。",
        fires="会议共计 名党员参加。",
        passes="会议共计 32 名党员参加。参加 各项活动。",
        find=searching(
            r"(?:共计|总计|合计|累计|现有|共有|下辖|约有|不少于)(?P<mark>[ \u3000]{1,8})(?=(?:名|人次|人|户|个|次|条|项|件|份|场|期|处|家|亩|公里|平方米|万元|亿元|元)(?![ \u3000\d]))",
            "这里的数字没有填。",
            suggestion="填上数字",
            near="共计 总计 合计 累计 现有 共有 下辖 约有 不少于",
        ),
    ),
)
