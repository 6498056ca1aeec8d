"""One mark written for another: commas in lists, semicolons for commas, colons in a row, brackets of two widths."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.structure import read_marker
from mingbai.text.proofreading.triggers import lines_with, waiting_for

# What the items of such lists are called.
_NAMES = "标准|结果|条件|程序|依据|时限|期限|范围|流程|方式|名单|资金|收费|电话|地址|权限|职责|职能|主体|材料|对象|机构|内容|事项|预算|决算|经费|名称|数量|金额|指南|目录|法规|政策|文件|规划|公告|公示|渠道|途径|要求"
_ITEM = f"[{HAN}]{{2,6}}"


def _comma_in_list(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「依据、程序、时限，收费标准、结果」: short items with a comma among their pause marks."""
    for start, end in lines_with(passage, _PAUSE):
        for match in _MIXED.finditer(passage.text, start, end):
            at = match.start("mark")
            if passage.in_web_residue(at):
                continue
            yield rule.finding(passage, at, at + 1, "并列的词语之间应当用顿号。", suggestion="、")


_PAUSE = waiting_for(("、",))
_MIXED = lazy.pattern(
    rf"(?<=、){_ITEM}(?P<mark>[，,])(?=[{HAN}]{{0,2}}(?:{_NAMES})(?:、{_ITEM}(?:[、，,。；;]|等|和|及)|等[{HAN}]{{0,6}}[，,。；;]))"
)


def _two_widths(rule: Rule, passage: Passage) -> Iterator[Finding]:
    if not ("(" in passage.body or ")" in passage.body) or not ("（" in passage.body or "）" in passage.body):
        return
    for match in _WIDTHS.finditer(passage.text, passage.start, passage.end):
        if not passage.in_web_residue(match.start()):
            said = "括号一半全角、一半半角。"
            yield rule.finding(passage, *match.span(), said, suggestion="都改为全角括号")


_WIDTHS = lazy.pattern(rf"\([^()（）\n]{{1,40}}）|（[^()（）\n]{{0,39}}[{HAN}][^()（）\n]{{0,39}}\)")


def _leads_to_items(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「从以下方面改进；」 before 「一、」 or 「一是」."""
    for start, end in lines_with(passage, _ANNOUNCES):
        for match in _ANNOUNCED.finditer(passage.text, start, end):
            following = passage.text[match.end() : match.end() + 8].lstrip()
            mark = read_marker(following)
            # 「有下列情形之一的，（一）……」 says of all items what follows behind them.
            if match[0].endswith("的，"):
                continue
            if (mark and mark[1] == 1) or following.startswith(("一是", "首先", "第一")):
                at = match.start("mark")
                yield rule.finding(passage, at, at + 1, "引出下文，这里应当用冒号。", suggestion="：")


_ANNOUNCES = waiting_for(("如下", "以下", "下列"))
_ANNOUNCED = lazy.pattern(rf"(?:如下|以下[{HAN}]{{1,14}}|下列[{HAN}]{{1,12}})(?P<mark>[；;，,、])")


def _dashes(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A chain of steps joined with 「—」 here and 「——」 there."""
    for start, end in lines_with(passage, _DASH):
        for match in _CHAIN.finditer(passage.text, start, end):
            joints = re.findall("[—－-]+", match.group())
            if len(set(joints[:-1])) > 1 and not passage.in_web_residue(match.start()):
                said = "同一串步骤之间的连接号长短不一。"
                yield rule.finding(passage, *match.span(), said, suggestion="统一用「—」或「→」")


_DASH = waiting_for(("—", "－", "--"))
_CHAIN = lazy.pattern(rf"[{HAN}]{{1,10}}(?:[—－-]{{1,2}}[{HAN}]{{1,10}}){{3,12}}")


def _not_in_speech(passage: Passage, match: re.Match[str]) -> bool:
    return passage.text[max(match.start() - 3, 0) : match.start()].rstrip().endswith(("：", ":", "“"))


RULES = (
    Rule(
        name="punctuation.comma_among_pauses",
        category="punctuation_misuse",
        severity="info",
        explain="一串并列的短词，有的用顿号，有的用逗号，应当都用顿号。",
        fires="公开办事依据、程序、时限，收费标准、办理结果。",
        passes="公开办事依据、程序、时限，加强监督、检查，方便群众。",
        find=_comma_in_list,
    ),
    Rule(
        name="punctuation.brackets_of_two_widths",
        category="punctuation_misuse",
        severity="info",
        explain="一对括号，一半是全角，一半是半角。",
        fires="领导小组办公室(设在党政办）负责日常工作。",
        passes="领导小组办公室（设在党政办）负责日常工作，见附件(1)。",
        find=_two_widths,
    ),
    Rule(
        name="punctuation.items_need_colon",
        category="punctuation_misuse",
        severity="warning",
        explain="「以下方面」「如下」引出分条的内容，后面用冒号，不用逗号和分号。",
        fires="下一步将从以下方面改进；\n（一）加强领导。",
        passes="下一步将从以下方面改进：\n（一）加强领导。以下单位，请按时报送。",
        find=_leads_to_items,
    ),
    Rule(
        name="punctuation.dashes_differ",
        category="punctuation_misuse",
        severity="info",
        explain="同一串步骤之间的连接号，有的一字长，有的两字长，应当统一。",
        fires="按照提出—审核——公开—反馈—归档的程序办理。",
        passes="按照提出—审核—公开—反馈—归档的程序办理——这是基本要求。",
        find=_dashes,
    ),
    Rule(
        name="punctuation.pause_before_etc",
        category="punctuation_misuse",
        severity="error",
        explain="「等」前面的并列项已经结束，不再用顿号。",
        fires="公布举报电话、电子邮箱、等监督渠道。",
        passes="开展工程进度、等级评定、等待时间等服务。",
        find=searching(
            rf"[、]\s?等(?![级待候同于次额值比价量差])(?=[{HAN}]{{2,5}}(?:渠道|方式|形式|工作|内容|载体|平台|途径|情况|信息|事项|环节|领域|单位|部门|问题|制度|手段|措施|人员|资料|材料|活动|服务|文件|媒体|场所|项目))",
            "「等」前面多了「、」。",
            suggestion="等",
            near="、等",
        ),
    ),
    Rule(
        name="punctuation.space_before_mark",
        category="punctuation_misuse",
        severity="info",
        explain="标点前面空了格，可能是多打的，也可能丢了一个词。",
        fires="对外公布了申请 、邮箱以及接待股室。",
        passes="一、公开情况\n我局对外公布了电话、邮箱。",
        find=searching(
            rf"(?<=[{HAN}\d”》）])[ \u3000\xa0]{{1,3}}(?:[，。；、：]|[,;](?=[{HAN}“《\d]))|(?:^|(?<=[。；;：:\s]))(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[ \u3000]{{1,3}}[.、．](?=[ \u3000]?[{HAN}])",
            "标点前面空了格，可能丢了一个词。",
            suggestion="补上丢失的词，或删去空格",
            needs=" \u3000\xa0",
        ),
    ),
    Rule(
        name="punctuation.item_word_mark",
        category="punctuation_misuse",
        severity="info",
        explain="「一是」后面直接说内容，不用冒号、顿号；「第一」「首先」后面用逗号，不用顿号。",
        fires="一是：公开不够及时。二是：内容不够通俗。",
        passes="一是公开不够及时。第一，内容不够通俗。",
        find=searching(
            rf"[一二三四五六七八九]是[：:、，,](?=[{HAN}])|(?:^|(?<=[。；：]))(?:第[一二三四五六七八九]|首先|其次|再次|最后)[、：:](?=[{HAN}])",
            "「{}」后面的标点用错了。",
            suggestion="「一是」后不加标点，「第一」后用逗号",
            near="是： 是: 是、 是， 是, 第一、 第二、 第三、 第四、 第五、 第一： 第二： 第三： 首先、 其次、 再次、 最后、 首先： 其次：",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.semicolon_for_comma",
        category="punctuation_misuse",
        severity="warning",
        explain="「根据……精神」「为了……」这样的半句话后面用逗号，不用分号、句号。",
        fires="根据县政府文件精神；现将我镇工作情况报告如下。",
        passes="认真学习文件精神；落实工作责任。根据文件精神，现将情况报告如下。",
        find=searching(
            r"(?:^|(?<=[。\s]))(?:根据|按照|为了?|依据|遵照)[^，,。；;：\n]{4,60}(?:精神|要求|规定|通知|部署|安排|文件|水平|工作)(?P<mark>[；;。])(?=(?:现将|现就|我[镇乡局校县区市办]|特制[定订]|结合|经|决定))",
            "半句话后面应当用逗号。",
            suggestion="，",
            near="；现 ;现 。现 ；我 ;我 。我 ；特 ;特 。特 ；结合 ;结合 。结合 ；经 。经 ；决定 。决定",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.colons_in_a_row",
        category="punctuation_misuse",
        severity="info",
        explain="一句话里冒号套着冒号，层次不清。",
        fires="政府信息公开的内容：主动公开信息数：117条。",
        passes="联系人：张明，电话：0599-6630221。会议时间：9：30。",
        find=searching(
            rf"(?<=[{HAN}])[：:][{HAN}]{{3,16}}(?P<mark>[：:])(?=[\d{HAN}])",
            "一句话里冒号套着冒号。",
            suggestion="前一个改为句号或逗号",
            needs="：:",
            unless=_not_in_speech,
        ),
    ),
    Rule(
        name="punctuation.stop_before_bracket",
        category="punctuation_misuse",
        severity="warning",
        explain="括号里最后一项后面不留分号、逗号；括号里不是完整的话，也不用句号。",
        fires="请与党政办联系（电话：0599-6630221；）。",
        passes="请与党政办联系（电话：0599-6630221）。1）加强领导；2）完善制度。",
        find=searching(
            r"[；;，,、](?=[）)])|(?<=[\da-z])。(?=[）)])",
            "后括号前面多了「{}」。",
            suggestion="删去",
            near="；） ;） ;) ；) ，） ,） ,) ，) 、） 、) 。） 。)",
        ),
    ),
    Rule(
        name="punctuation.listed_after_etc",
        category="punctuation_misuse",
        severity="warning",
        explain="「等」收住了并列的各项，后面不能再用顿号接着列。",
        fires="内容涵盖规章文件、政务动态等、政策解读等。",
        passes="内容涵盖规章文件、政务动态、政策解读等。分为甲等、乙等、丙等。",
        find=searching(
            rf"(?<=[{HAN}]{{2}})(?<![甲乙丙丁上中下平对同优初高一二三四五六七八九])等、(?=[{HAN}]{{2,10}}(?<![甲乙丙丁上中下平对同优初高一二三四五六七八九])等)",
            "「等」后面又用顿号接着列。",
            suggestion="把「等」移到最后",
            near="等、",
        ),
    ),
    Rule(
        name="punctuation.pause_before_number",
        category="punctuation_misuse",
        severity="warning",
        explain="分条列举时，上一条末尾用分号或句号，不用顿号。",
        fires="10、党支部工作总结、11、其它重大事项。",
        passes="10、党支部工作总结；11、其它重大事项。第一、第二、第三产业，一、二、三类目录。",
        find=searching(
            rf"(?<=[{HAN}”》）])(?<![一二三四五六七八九十第])、(?=(?:\d{{1,2}}、[{HAN}]|[二三四五六七八九]、[{HAN}]{{2}}|[（(][二三四五六七八九十][）)][{HAN}]))",
            "上一条末尾误用了顿号。",
            suggestion="；",
            near="、1 、2 、3 、4 、5 、6 、7 、8 、9 、二、 、三、 、四、 、五、 、六、 、（ 、(",
        ),
    ),
    Rule(
        name="punctuation.stray_hyphen",
        category="punctuation_misuse",
        severity="warning",
        explain="标点后面多了一个短横，或者用几个短横代替破折号。",
        fires="统计期限为2016年1月1日----2016年12月31日。",
        passes="统计期限为2016年1月1日—12月31日。按提出-审核-公布的程序办理，零下：-5度。",
        find=searching(
            rf"(?<=[，,。；;：:、])-{{1,2}}(?=[{HAN}])|(?<=[{HAN}])-{{2,8}}(?=[{HAN}\d])",
            "「{}」用得不对。",
            suggestion="删去，或改为「——」",
            near="，- ,- 。- ；- ;- ：- :- 、- --",
        ),
    ),
    Rule(
        name="punctuation.dots_for_ellipsis",
        category="punctuation_misuse",
        severity="info",
        explain="省略号是「……」，不用「...」「。。。」代替。",
        fires="公开栏、电子屏、广播...都已用上。",
        passes="公开栏、电子屏、广播……都已用上，版本1.2.3。",
        find=searching(
            rf"(?<=[{HAN}、，”])(?:\.{{3,12}}|。{{3,12}}|、{{3,6}}|·{{3,12}})",
            "省略号写成了「{}」。",
            suggestion="……",
            near="... 。。。 、、、 ···",
        ),
    ),
    Rule(
        name="punctuation.full_width_figures_systematic",
        category="punctuation_misuse",
        severity="info",
        explain="数字和字母用半角。用全角的，同一文件只提示一次。",
        fires="２０１５年公开信息１２０条。",
        passes="2015年公开信息120条。",
        find=searching(
            "[０-９]{2,}|[Ａ-Ｚａ-ｚ]{2,}",
            "「{}」用了全角数字或字母。",
            suggestion="改为半角",
            near=" ".join("０１２３４５６７８９") + " Ａ Ｂ Ｃ Ｇ Ｐ Ｑ ｗ ａ ｃ ｈ",
        ),
    ),
)
