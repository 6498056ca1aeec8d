"""Signs and figures that came out wrong: question marks for lost letters, runs of keys, percent signs read as letters, units twice."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, mentioned, searching
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.triggers import waiting_for

_ASKS = lazy.pattern(
    "问|还是|吗|呢|么|吧|啥|谁|哪|如何|为何|怎|多少|是否|能否|可否|是不是|有没有|能不能|可不可|要不要|会不会|好不好|几(?![年个次天项代届十百千条户名])"
)


def _asks(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the clause that ends here is a question."""
    before = re.split(r"[，,。！；;\n]", passage.text[max(match.start() - 30, passage.start) : match.end()])[
        -1
    ]
    return _ASKS.search(before) is not None or mentioned(passage, match)


# So much of a line is read on either side.
_ASIDE = 400


def _in_title_or_list(passage: Passage, match: re.Match[str]) -> bool:
    """Names and headings are set wide on purpose: only words in a line of prose count."""
    low, high = max(0, match.start() - _ASIDE), min(match.end() + _ASIDE, passage.end)
    start = passage.text.rfind("\n", low, match.start()) + 1 or low
    end = passage.text.find("\n", match.end(), high)
    line = passage.text[start : end if end >= 0 else high]
    after = passage.text[match.end() : match.end() + 2].lstrip(" \u3000")
    return not re.search("[，。；]", line) or after[:1] in {"：", ":"} or "\t" in line


RULES = (
    Rule(
        name="encoding.question_marks_between",
        category="encoding_damage",
        severity="error",
        explain="陈述句里的「??」、行首的「?」、右括号前的「?」是转换时丢失的字。",
        fires="经过几年努力，已建??较为完善的公开体系。\n?一、概述",
        passes="这件事怎么办??群众说了算。这样行吗？）\n什么是公开?",
        find=searching(
            rf"[{HAN}][?？]{{2,6}}(?=[{HAN}，。；、])|^[ \t\u3000]*(?P<mark>[?？]{{1,4}})(?=[ \t\u3000]*[{HAN}\d（(])|[{HAN}](?P<mark2>[?])(?=[）)」』】])|[{HAN}](?P<mark3>[?？])(?=[{HAN}][?？][{HAN}])",
            "「{}」是丢失的字。",
            suggestion="对照原稿补上",
            near="?? ？？ ?） ?) ?」 ?】 \n? \n？ ? ？",
            flags=re.MULTILINE,
            unless=_asks,
        ),
    ),
    Rule(
        name="encoding.key_run",
        category="encoding_damage",
        severity="error",
        explain="汉字之间的「;#;」「^_^」「--》」是转换或误按留下的一串符号。",
        fires="公开服务项目、价格;#;及时。提出--》审核--》公开。",
        passes="申请——受理——办结。开展“党建+”活动，成本<3%，详见http://a.cn/?a=1&b=2。",
        find=searching(
            rf"(?<=[{HAN}，。；、）”])(?=[^\n]{{0,3}}[#@$%^&*~|<>=_\\/;》])(?!_{{2}}|[-*.=~]{{3}}|[:,.;/]_{{2}})(?:[;#@$%^&*~|<>=+_!?\\/,.:'`-]{{3,10}}|-{{1,3}}[》>]|={{1,3}}[》>]|\^_\^|:-\)|[;；,，][#@$^&*~|][;；,，])(?=[{HAN}，。；、（“]|$)",
            "「{}」是没有意义的符号。",
            suggestion="删去，或对照原稿改正",
            near="# @ $ % ^ & * ~ | < > = _ \\ / ; -》",
            flags=re.MULTILINE,
            unless=mentioned,
        ),
    ),
    Rule(
        name="encoding.percent_misread",
        category="encoding_damage",
        severity="error",
        explain="百分号、度数等符号识别成了「°/o」「0/0」，小数点后面的数字丢了。",
        fires="信访件下降了40°/o，成功率97.。",
        passes="温度25°，比例为5/6，第3.条。",
        find=searching(
            rf"\d(?P<mark>\s?(?:°\s?[/／]\s?[o0OＯ]|[oO]\s?[/／]\s?[oO]|％o|%o|[/／]o|℅|﹪))(?=[{HAN}，。；、]|$)|(?<=[{HAN}])\d{{1,6}}(?P<mark2>[.．])(?=[，。；])",
            "「{}」识别错了，或者后面的数字丢了。",
            suggestion="对照原稿改正",
            near="°/ ° o/ O/ ％o %o /o ／o ℅ ﹪ .。 .， .； ．。 ．， ．；",
        ),
    ),
    Rule(
        name="encoding.struck_out",
        category="encoding_damage",
        severity="error",
        explain="附加符号（删除线、声调）压在字上，是修订痕迹或编码错误。",
        fires="补贴机具8̶2̶0̶台。",
        passes="补贴机具820台，Café。",
        find=searching(
            "(?:.[\u0300-\u036f\u20d0-\u20ff]){1,40}",
            "「{}」带着附加符号。",
            suggestion="定下取舍，重新输入",
            needs_class="\u0300-\u036f\u20d0-\u20ff",
        ),
    ),
    Rule(
        name="encoding.bare_escape",
        category="encoding_damage",
        severity="error",
        explain="「u3002」「&shy;」「x000D」是没有还原的字符编码。",
        fires="公开队伍不稳定u3002没有发&shy;生。",
        passes="u盘，U8系统，R&D投入，AT&T公司。",
        find=searching(
            rf"(?<=[{HAN}，。；])u[0-9a-f]{{4}}(?![0-9A-Za-z])|&(?:shy|zwnj|zwj|lrm|rlm|thinsp|laquo|raquo|sect|euro|pound|cent|frac\d\d|ordm|iexcl|brvbar|micro|middot|loz|rarr|larr|harr|uarr|darr|infin|ne|le|ge|asymp|radic|sum|alpha|beta|gamma|delta|prime|Prime|oline|permil|sbquo|bdquo|dagger|Dagger|lsaquo|rsaquo|[A-Za-z]grave|[A-Za-z]acute|[A-Za-z]uml|[A-Za-z]circ|[A-Za-z]tilde|[A-Za-z]cedil|[A-Za-z]ring);|(?<=[{HAN}])_?x000[0-9A-Fa-f]_?",
            "「{}」是没有还原的字符编码。",
            suggestion="换成它代表的字符，或删去",
            near="u0 u1 u2 u3 u4 u5 u6 u7 u8 u9 uf ue & x000",
        ),
    ),
    Rule(
        name="encoding.break_before_mark",
        category="encoding_damage",
        severity="error",
        explain="「\\t」「\\n」「\\r」夹在文字和标点之间，是没有还原的制表、换行。",
        fires="办理案件5起\\t，均未引发诉讼。\\n",
        passes="文件存放在D:\\table，见\\\\server。",
        find=searching(
            rf"(?<=[{HAN}，。；：、）])(?:\\[rnt]){{1,4}}(?=[，。；：、（]|\s|$)|(?<![A-Za-z\\:])(?:\\r\\n|\\\\n)(?![A-Za-z])",
            "「{}」是没有还原的换行或制表符。",
            suggestion="删去",
            near="\\n \\r \\t",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="encoding.unit_twice",
        category="encoding_damage",
        severity="error",
        explain="单位或带单位的数字连写了两遍（「㎡㎡」「360吨360吨」），多半是转换或粘贴重复。",
        fires="清运垃圾360吨360吨，拆除1860㎡㎡。",
        passes="每户3人3间房，一桌一桌清点，10户10人。",
        find=searching(
            rf"(?<!\d)(\d[\d.]{{0,8}}[{HAN}]{{1,3}})\1(?![{HAN}]?\d)|(㎡|㎞|㎏|℃|km|kg|%|％|亩|万元|亿元|公里|平方米)\2(?![A-Za-z])|(?:㎡|m²)[2²](?!\d)",
            "「{}」重复了。",
            suggestion="只留一个",
            near="㎡2 ㎡² m²2 m²² ㎡㎡ ㎞㎞ ㎏㎏ ℃℃ kmkm kgkg %% ％％ 亩亩 万元万元 亿元亿元 公里公里 平方米平方米 0 1 2 3 4 5 6 7 8 9",
        ),
    ),
    Rule(
        name="encoding.lost_superscript",
        category="encoding_damage",
        severity="info",
        explain="「平方米2」「3200m2」「CO2」里的上标丢了，应当写「平方米」「㎡」「m²」。",
        fires="馆舍面积3200m2，绿地86平方米2。",
        passes="馆舍面积3200㎡，M2增速，m2型机。",
        find=searching(
            rf"\d\s?(?P<mark>(?:k?m|cm|mm|平方?\s?米|立方米)[23])(?![\d.A-Za-z])(?=[{HAN}，。；、）])",
            "「{}」的上标丢了。",
            suggestion="用「平方米」「立方米」或者「㎡」",
            near="m2 m3 米2 米3",
        ),
    ),
    Rule(
        name="encoding.wide_figure",
        category="encoding_damage",
        severity="info",
        explain="数字中间的逗号、小数点是全角的（「1，286．5」），多半是转换留下的。",
        fires="补贴资金1，286．5万元，让利38．2万元。",
        passes="分别为1，2，3号，第1．条。",
        find=searching(
            rf"(?<![\d.．，])\d{{1,3}}(?:，\d{{3}})+(?:[.．]\d{{1,2}})?(?=[{HAN}%％])|(?<![\d.．])\d{{1,6}}[．。]\d{{1,2}}(?=[%％]|万|亿|元|个百分点|亩|公里|平方|公顷|吨|米)|(?<=[{HAN}])\d{{1,3}}，\d(?=公里|万元|亿元|个百分点|[%％]|公顷|万亩)",
            "「{}」里的标点是全角的。",
            suggestion="改为半角",
            near="，0 ，1 ，2 ，3 ，4 ，5 ，6 ，7 ，8 ，9 ．0 ．1 ．2 ．3 ．4 ．5 ．6 ．7 ．8 ．9 。0 。1 。2 。3 。4 。5 。6 。7 。8 。9",
        ),
    ),
    Rule(
        name="encoding.sheet_code",
        category="encoding_damage",
        severity="error",
        explain="「Sheet1!A1」「=SUM(」「__TOC__」是表格和页面程序里的代码。",
        fires="Sheet1!A1主要领导亲自部署，公示__TOC__处罚。",
        passes="打开Sheet1填写，总计=收入-支出。",
        find=searching(
            r"Sheet\d{1,2}!\$?[A-Z]{1,2}\$?\d{0,4}(?::\$?[A-Z]{1,2}\$?\d{1,4})?|=(?:SUM|VLOOKUP|IF|COUNT|COUNTIF|AVERAGE|ROUND)\([^)\n]{0,60}\)?|__[A-Z]{2,12}__|\[\[(?:File|Image|Category|文件)[:：][^\]\n]{0,60}\]\]|\[/?(?:caption|gallery|embed|video|shortcode)[^\]\n]{0,60}\]",
            "「{}」是程序代码，不是文字。",
            suggestion="换成实际内容，或删去",
            near="Sheet =SUM =VLOOKUP =IF =COUNT =AVERAGE =ROUND __ [[ [caption [gallery [embed [video [shortcode [/",
        ),
    ),
    Rule(
        name="encoding.letters_apart",
        category="encoding_damage",
        severity="info",
        explain="一句话里的几个字被空格一个个隔开（「提 高 认 识」），多半是从 PDF 或排版软件复制时带进来的。",
        fires="我镇将进一步提 高 认 识，加大培训力度。",
        passes="组 长：张明，副组长：李红。\n目 录",
        find=Waiting(
            waiting_for((" ", "\u3000", "\xa0")),
            searching(
                rf"(?<![{HAN}][ \u3000\xa0])(?<=[{HAN}，。；、])(?:[{HAN}][ \u3000\xa0]){{2,12}}[{HAN}](?![ \u3000\xa0][{HAN}])|(?<=[{HAN}，。；、])(?:[{HAN}][ \u3000\xa0]){{3,12}}",
                "「{}」的字被空格隔开了。",
                suggestion="删去空格",
                unless=_in_title_or_list,
            ),
        ),
    ),
    Rule(
        name="encoding.arrows_instead",
        category="encoding_damage",
        severity="info",
        explain="汉字后面接连的箭头、井号、圆圈没有意义，多半是转换留下的。",
        fires="公开方式有微信群、广播→→。良种补贴等＃＃12项。",
        passes="申请→受理→办结，5＃楼，◎公开栏。",
        find=searching(
            rf"(?<=[{HAN}])(?:[→←↑↓⇒►▶◄]{{2,6}}|[#＃]{{2,6}}(?=\d)|[★☆○●□■]{{2,6}}(?=[{HAN}]{{2}})|[♂♀♪♫¤§¶†‡]{{1,4}}(?=[{HAN}，。])|[㎏㎡㎞㎜㎝℃‰㎎㏄](?=[，。；、])(?<![每平万亿千百元立].))",
            "「{}」没有意义，多半是转换留下的。",
            suggestion="删去，或对照原稿补上",
            near="→→ ←← ↑↑ ↓↓ ⇒⇒ ►► ▶▶ ## ＃＃ ★★ ☆☆ ○○ ●● □□ ■■ ♂ ♀ ♪ ♫ ¤ § ¶ † ‡ ㎏ ㎡ ㎞ ㎜ ㎝ ℃ ‰ ㎎ ㏄",
        ),
    ),
    Rule(
        name="encoding.year_with_letter",
        category="encoding_damage",
        severity="info",
        explain="年份里的「〇」写成了字母 O 或数字 0（「二OO八年」「O八年」）。",
        fires="二OO八年，我乡被评为先进单位。",
        passes="二〇〇八年，2008年，O型血。",
        find=searching(
            r"[一二](?:[OoＯ0][OoＯ0○]|[OoＯ0○][OoＯ0])[一二三四五六七八九](?=年)|二[OoＯ0]一[OoＯ0一二三四五六七八九](?=年)|二[OoＯ0]二[OoＯ0一二三四五](?=年)|二〇[一二][OoＯ0](?=年)|(?<![A-Za-z\d一二])[OoＯ][一二三四五六七八九](?=年)",
            "「{}」里的「〇」写错了。",
            suggestion="改为「〇」",
            near="O o Ｏ 0",
        ),
    ),
    Rule(
        name="encoding.odd_blank",
        category="encoding_damage",
        severity="info",
        explain="句子里的字之间夹着网页用的不换行空格或制表符，检索时这个词找不到。",
        fires="高兴不高\xa0兴、答应不答应。",
        passes="组长：张明\xa0副组长：李红",
        find=searching(
            rf"(?<=[{HAN}，。；、])[\xa0\u2002\u2003\u2005\u2009\u200a\u202f\u205f]{{1,8}}(?=[{HAN}])",
            "文字中间夹着不换行空格。",
            suggestion="删去",
            needs_class="\xa0\u2002\u2003\u2005\u2009\u200a\u202f\u205f",
            unless=_in_title_or_list,
        ),
    ),
    Rule(
        name="encoding.dash_for_one",
        category="encoding_damage",
        severity="error",
        explain="「一事-议」「一把-手」：词里的「一」识别成了连接号。",
        fires="落实“一事-议”筹资筹劳制度。",
        passes="镇-村两级，申请-受理-办结。",
        find=searching(
            rf"一[{HAN}](?P<mark>[-—－―–])(?=[议评策档户村品责制])(?!村[-—])|进(?P<mark2>[-—－―–])步|统(?P<mark3>[-—－―–])(?=[领部安组规标管])|第(?P<mark4>[-—－―–])(?=[次条项批季责手时])|(?<=[{HAN}])(?P<mark5>[-—－―–])(?=把手|定程度|定成效|次性|系列|站式|体化|致好评|票否决)",
            "「{}」应当是「一」。",
            suggestion="一",
            near="- — － ― –",
        ),
    ),
    Rule(
        name="encoding.western_rest",
        category="encoding_damage",
        severity="error",
        explain="汉字旁边的「æ¾」「å…」是一个汉字按西文编码打开后剩下的一截。",
        fires="增殖æ¾流鱼苗120万尾。",
        passes="Café、naïve、æther，São Paulo。",
        find=searching(
            rf"(?:(?<=[{HAN}，。、；])|^)[ãäåæçèéïâ][\u00a0-\u00bf‚„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ€]{{1,2}}(?=[{HAN}，。、；]|$)|(?<=[{HAN}，。])[ãäåæçèé](?=[{HAN}，。])",
            "「{}」是编码错误造成的乱码。",
            suggestion="对照原稿改正",
            near="ã ä å æ ç è é ï â",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="encoding.wan_misread",
        category="encoding_damage",
        severity="error",
        explain="「万」识别成了「方」（「12.8方元」）。",
        fires="罚没款12.8方元，放流鱼苗120方尾。",
        passes="土方3方，混凝土120方，四方人员。",
        find=searching(
            r"\d(?P<mark>方)(?=元|人(?![大])|亩|株|户|吨|尾|平方米|余[元人亩份条]|多[元人亩份条]|公里|头|份|条|件|次|千瓦|册|字)",
            "「{}」应当是「万」。",
            suggestion="万",
            near="方元 方人 方亩 方株 方户 方吨 方尾 方平方米 方余 方多 方公里 方头 方份 方条 方件 方次 方千瓦 方册 方字",
        ),
    ),
    Rule(
        name="encoding.bracketed_numeral_inside",
        category="encoding_damage",
        severity="error",
        explain="「㈠」「㈥」一类的序号夹在一个词中间，多半是识别错误。",
        fires="松㈥线虫病普查覆盖率100%。",
        passes="㈠加强领导。主要有：㈠健全制度；㈡强化监督。",
        find=searching(
            rf"(?<=[{HAN}])[㈠-㈩](?=[{HAN}])",
            "「{}」夹在词里，可能是识别错的字。",
            suggestion="对照原稿改正",
            near="㈠ ㈡ ㈢ ㈣ ㈤ ㈥ ㈦ ㈧ ㈨ ㈩",
        ),
    ),
    Rule(
        name="encoding.figure_in_two",
        category="encoding_damage",
        severity="info",
        explain="一个数字被空格断成两截（「1200 0亩」），多半是从 PDF 复制时带进来的。",
        fires="完成人工造林1200 0亩。",
        passes="完成造林12 000亩，2021 年 56 件，电话 3281 234。",
        find=searching(
            rf"(?<=[{HAN}])\d{{2,5}} \d{{1,2}}(?=亩|万|亿|元|人|户|条|件|份|次|个|名|吨|公里|家|项|[%％])",
            "数字「{}」中间夹着空格。",
            suggestion="删去空格",
            near="亩 万 亿 元 人 户 条 件 份 次 个 名 吨 公里 家 项 % ％",
        ),
    ),
    Rule(
        name="encoding.escaped_blank",
        category="encoding_damage",
        severity="error",
        explain="「%20」「%0A」是网址里的空格和换行，混进了正文。",
        fires="依法依纪处理%20。",
        passes="占20%，http://a.cn/a%20b.html。",
        find=searching(
            rf"(?<=[{HAN}。，；、）])%(?:20|0[AaDd]|3[CcEe]|22|26|2[FfCc])(?=[{HAN}。，；、（]|\s|$)",
            "「{}」是没有还原的编码。",
            suggestion="删去",
            near="%20 %0A %0a %0D %0d %3C %3c %3E %3e %22 %26 %2F %2f %2C %2c",
            flags=re.MULTILINE,
        ),
    ),
)
