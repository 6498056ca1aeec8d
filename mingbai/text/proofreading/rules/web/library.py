"""What document libraries and hacked pages leave in a text: page numbers in mid-word, titles set in again, adverts for gambling."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.edges import shipped as edges
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, cut, is_word
from mingbai.text.proofreading.structure import ends_sentence, read_marker
from mingbai.text.proofreading.triggers import lines_with, waiting_for

# Libraries cut a text into pieces and number them: 「1、」 at the head of the file, 「\n2、」 wherever a piece ends.
_PIECE = lazy.pattern(rf"(?P<mark>(?:[2-9]|[1-9]\d)、)\s?[{HAN}“《（(]")
_LONG_PIECE = 90
_LIBRARY_HEAD = lazy.pattern(
    r"\s*(?P<mark>1、(?:1(?=\D)|[^\n。；]{0,40}?(?:范文(?:\d{1,3}篇)?|模板|【[^】\n]{2,12}】|\d{1,3}篇|\.docx?)))"
)
_HEAD = 400
_BEGINS_LIST = waiting_for(("1、",))
_PIECES = waiting_for(tuple(f"\n{number}、" for number in range(2, 10)))

_WORD_CUT = lazy.pattern(rf"(?P<first>[{HAN}])(?P<mark>\d{{1,2}})(?P<second>[{HAN}])")
_MEASURES = frozenset(
    "年月日号天周季个项条件次人名户级类点份篇期家处所村乡镇县市省岁元万亿千百十亩公米时分秒届轮批场块张册本栋间层楼室座台辆套种位组班校科股站路街区里斤吨度章节款页字句倍成折版集部支笔只头口对双大小多余来几中后前上下左右内外至到和与或及以之的为是有无一二三四五六七八九封面堂幅副棵株枚架根块颗顶艘匹盏盆桶袋箱瓶包盒捆串片粒团队排列道门宗桩例孔眼盘杆卷枝束筐罐车船趟遍回声幢栏句行格级步票题券席曲季班岗摊铺起碗杯勺壶坛缸桌餐顿剂针毫克"
)
_BEFORE_FIGURES = frozenset("第前近约共每")
_DIGITS = waiting_for(tuple("0123456789"))

_TITLE_LIKE = lazy.pattern(
    r"(?:总结|计划|报告|汇报|范文|打算|方案|要点|怎么写[?？]?|如何写[?？]?)(?:\d{1,2})?$"
)
_TAIL_OF_TITLE = lazy.pattern(r"\s*[（(].{0,12}[）)]$")
_FIRST_LINES, _LONG_LINE, _NEAR, _FAR = 8, 30, 60, 150
_TITLES = waiting_for(("总结\n", "计划\n", "报告\n", "汇报\n", "范文\n", "打算\n", "方案\n", "要点\n", "怎么写", "如何写"))  # fmt: skip

_GAMBLING = (
    "威廉希尔 威廉希爾 和记娱乐 娱乐场官网 娱乐场平台 娱乐场下载 澳门娱乐场 娱乐城 菠菜 博彩 乐鱼 亚博 开云体育 米兰体育 华体会 爱游戏体育 365体育 bet365 澳门新葡京 新葡京 澳门金沙 金沙娱乐 太阳城集团 永利娱乐 澳门永利"
    " 万博体育 必赢 棋牌游戏 棋牌平台 棋牌官网 棋牌下载 棋牌娱乐 老虎机 百家乐 时时彩 六合彩 真人视讯 导航网 彩票平台 足彩 赌球 在线赌场 皇冠体育 竞彩网 亚洲版官网 365官网 365亚洲 真人娱乐 官网娱乐平台 电竞投注 体育投注 贝博 九游娱乐 星空体育 半岛体育 必威 betway 188bet 188体育 比分网 即时比分 比分直播 beat365 BET365 BET3365 bet3365 速发365 365bet 365平台 365娱乐 365手机 bei365 mobile365 买足球的软件 买球的软件 足球投注 投注网站 买球平台 买球网站 滚球 世界杯投注 足球直播 篮球直播 体育直播吧 西甲直播 英超直播 德甲直播 意甲直播 法甲直播 欧冠直播 中超直播 NBA直播 nba直播 国产一区"
)
_GAMBLING_WORDS = waiting_for(tuple(_GAMBLING.split()))
_ADVERT = lazy.pattern(
    rf"(?:澳门|在线|网上)?(?:{'|'.join(_GAMBLING.split())})(?:[{HAN}]{{0,4}}?(?:中国|官网|官方网站|平台|场|网|下载))?(?:[，,、]?[{HAN}]{{0,3}}?(?:{'|'.join(_GAMBLING.split())})(?:官网|平台|网)?)*[：: ]?"
)
_FOUGHT = lazy.pattern(
    "打击|整治|禁止|严禁|严查|取缔|涉嫌|赌博|查处|惩治|举报|非法|清理|休闲|活动室|比赛|种植|蔬菜"
)


def _library_head(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「1、2022乡镇政务公开自查报告范文」 glued before the text's own title."""
    if passage.text[: passage.start].strip() and passage.start > _HEAD:
        return
    before = ""
    for line in re.finditer(r"[^\n]+", passage.text[passage.start : passage.start + _HEAD]):
        if before.strip() and ".doc" not in before and ".pdf" not in before:
            return
        before = line[0]
        match = _LIBRARY_HEAD.match(line[0])
        # A heading of the text has its line to itself.
        if match and len(line[0]) > match.end() + _LONG_LINE:
            start = passage.start + line.start()
            said = "这是文库网站加在前面的编号和篇名，不是文稿的内容。"
            yield rule.finding(
                passage, start + match.start("mark"), start + match.end("mark"), said, suggestion="删去"
            )
            return


def _page_splits(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A long line that breaks off in mid-sentence, and a number before the rest of the sentence."""
    for (_, line), (offset, following) in zip(passage.lines, passage.lines[1:], strict=False):
        match = _PIECE.match(following)
        if match and _is_an_item(passage, line, int(match["mark"][:-1])):
            continue
        long = len(line) >= _LONG_PIECE and len(following) >= _LONG_LINE
        if match and long and not ends_sentence(line) and line[-1] not in "：:；;）)":
            said = "一句话在这里断开，中间插进了文库网站的分页号。"
            before, after = line[-_SEEN:], following[match.end("mark") :].lstrip()[:_SEEN]
            two = edges().hint(before + after, len(before)) > _TWO
            yield rule.finding(
                passage,
                offset,
                offset + match.end("mark"),
                said,
                suggestion="删去，把两行接起来",
                severity="info" if two else rule.severity,
            )


# Where so much speaks for a mark between the lines, the number may be the writer's own.
_SEEN, _TWO = 14, -6.0


def _is_an_item(passage: Passage, line: str, number: int) -> bool:
    """Whether the line before is the item with the number before, in a list that does not begin with the text."""
    return line.startswith(f"{number - 1}、") and any(
        other.startswith("1、") for _, other in passage.lines[_BEGINS_BY:]
    )


_BEGINS_BY = 2


def _number_in_word(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「召2开会议」: a page number that fell into a word."""
    for match in _WORD_CUT.finditer(passage.text, passage.start, passage.end):
        first, second = match["first"], match["second"]
        if first in _BEFORE_FIGURES or second in _MEASURES or not is_word(first + second):
            continue
        around = passage.text[max(passage.start, match.start() - 1) : match.start() + 1]
        if len(around) > 1 and is_word(around):
            continue
        after = cut(second + passage.text[match.end() : match.end() + 3])
        if len(after[0]) == 1 and not passage.in_web_residue(match.start()):
            word = first + second
            said = f"「{word}」中间插进了数字，多半是页码。"
            yield rule.finding(passage, *match.span(), said, suggestion=word)


def _titles_again(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """The page's title, set in again between two paragraphs."""
    first = {_TAIL_OF_TITLE.sub("", line): offset for offset, line in reversed(passage.lines[:_FIRST_LINES])}
    for place, (offset, line) in enumerate(passage.prose):
        if place < 2 or place + 1 >= len(passage.prose) or not 8 <= len(line) <= 40:
            continue
        if read_marker(line):
            continue  # a section's heading
        # Some pages set it under the first paragraph, which may be short.
        repeated = offset - first.get(line, offset) > (_NEAR if place <= _FIRST_LINES else _FAR)
        asks = line.endswith(("怎么写?", "怎么写？", "如何写?", "如何写？"))
        if not (_TITLE_LIKE.search(line) and (asks or repeated)):
            continue
        before, after = passage.prose[place - 1][1], passage.prose[place + 1][1]
        ended = len(before) >= _LONG_LINE and ends_sentence(before)
        if asks or (ended and (len(after) >= _LONG_LINE or read_marker(after))):
            said = "正文中间又插进了网页的标题。"
            yield rule.finding(passage, offset, offset + len(line), said, suggestion="删去")


def _adverts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end in lines_with(passage, _GAMBLING_WORDS):
        for match in _ADVERT.finditer(passage.text, start, end):
            sentence = re.split("[。；;\n]", passage.text[max(start, match.start() - 40) : match.start()])[-1]
            near = sentence + passage.text[match.end() : match.end() + 8]
            if not _FOUGHT.search(near):
                said = "这是网页被篡改后插进来的广告词，不是文稿的内容。"
                yield rule.finding(passage, *match.span(), said, suggestion="删去，并检查网站是否被篡改")


RULES = (
    Rule(
        name="web.library_head",
        category="web_residue",
        severity="warning",
        explain="从文库网站复制的文稿，开头常粘着网站的编号和篇名。",
        fires="1、2022年工作总结范文3篇乡镇政务公开工作总结今年以来，我镇按照县政府的要求，认真落实政务公开的各项内容，取得了较好成效。",
        passes="1、工作总结范文要及时撤下\n今年以来，我镇按照县政府的要求，认真落实政务公开的各项内容，取得了较好成效。",
        find=Waiting(_BEGINS_LIST, _library_head),
    ),
    Rule(
        name="web.page_split",
        category="web_residue",
        severity="warning",
        explain="文库网站把文稿切成几页，在断开处加上「2、」一类的编号，一个词常被切成两半。",
        fires="为确保政务信息的时效性，我们制定了信息报送制度，要求全镇各部门及时上报工作情况，由专职信息员初审，将符合政务公开要求的内容交分管领导审核，审核通过后由专人上传到县政府网站，并做好登记，每月底把上报的情\n2、况汇总后报党政办，由党政办通报各单位完成的数量和质量，并存档备查。",
        passes="为确保政务信息的时效性，我们制定了信息报送制度，要求全镇各部门及时上报工作情况，由专职信息员初审，将符合政务公开要求的内容交分管领导审核，审核通过后由专人上传到县政府网站，并做好登记，每月底汇总。\n2、每月底把上报的情况汇总后报党政办，由党政办通报各单位完成的数量。",
        find=Waiting(_PIECES, _page_splits),
    ),
    Rule(
        name="web.number_in_word",
        category="web_residue",
        severity="error",
        explain="一个词中间夹着数字，多半是复制时带进来的页码。",
        fires="三是通过召2开会议、下发文件等形式公开。",
        passes="三是通过召开2次会议、下发5份文件等形式公开，前3年已经完成。",
        find=Waiting(_DIGITS, _number_in_word),
    ),
    Rule(
        name="web.title_again",
        category="web_residue",
        severity="error",
        explain="范文网站常在正文中间再插一次网页标题，或插一句「……怎么写？」。",
        fires="我镇认真做好政务公开工作，完善各项制度，扩大公开范围，群众满意。\n为进一步做好工作，我镇健全机构。\n政务公开工作自查报告怎么写？\n一、基本情况",
        passes="我镇认真做好政务公开工作，完善各项制度，扩大公开范围，群众满意。\n自查报告怎么写，已经培训。\n一、基本情况",
        find=Waiting(_TITLES, _titles_again),
    ),
    Rule(
        name="web.gambling_advert",
        category="web_residue",
        severity="error",
        explain="网站被篡改后，正文里会插进博彩网站的名字。",
        fires="《关于印发威廉希尔中国 2021年政务公开工作要点的通知》已经公布。",
        passes="严厉打击博彩、六合彩等违法行为，公布举报电话。",
        find=Waiting(_GAMBLING_WORDS, _adverts),
    ),
    Rule(
        name="web.members_only",
        category="web_residue",
        severity="error",
        explain="文库只给会员看全文，会在正文里留下「省略404字，正式会员可完整阅读」一类的话。",
        fires="领导小组（新文秘网省略404字，正式会员可完整阅读）立健全了协调机制。",
        passes="会议由正式会员参加，标题可省略，全文共五部分。",
        find=searching(
            r"[（(…]{0,4}[^（(。，\n]{0,24}(?:省略\s?\d{2,6}\s?字|(?:正式|注册|站内|VIP|vip)会员可?[^）)。\n]{0,12}(?:阅读|学习|查看|下载|参考)|会员有效期内|此处隐藏\s?\d+\s?个?字|仅展示\s?\d+\s?字|全文共\s?\d+\s?字)[^）)。\n]{0,30}[）)…]{0,4}",
            "这是文库网站的话，不是文稿的内容，而且正文在这里缺了一段。",
            suggestion="删去，补上缺的内容",
            near="省略 会员 隐藏 仅展示 全文共",
        ),
    ),
    Rule(
        name="web.answer_of_machine",
        category="web_residue",
        severity="error",
        explain="问答软件写的稿子，常留下「以下是……的回答」「作为人工智能」一类的话。",
        fires="以下是针对2023年乡镇年度工作计划的中文回答。",
        passes="以下是针对群众来信的答复。",
        find=searching(
            r"以下是(?:针对|关于|根据)[^。\n]{2,40}的(?:中文|详细|完整)?回答[。：:]?|作为(?:一个|一名)?(?:人工智能|AI|语言模型)[^。\n]{0,30}我|(?:以上|上述)(?:方案|计划|总结|内容|报告)?(?:可|请)(?:以)?(?:根据|结合)[^。\n]{0,16}(?:调整|修改|补充)[^。\n]{0,60}(?:告诉我|随时|帮[您你])[^。\n]{0,12}[。！]?|希望(?:以上|这篇|这份)(?:内容|回答|范文|模板)[^。\n]{0,20}(?:帮助|要求)[^。\n]{0,10}[。！!]?",
            "这是问答软件的话，不是文稿的内容。",
            suggestion="删去",
            near="以下是 以上 上述 作为 希望",
        ),
    ),
    Rule(
        name="web.page_number",
        category="web_residue",
        severity="warning",
        explain="「第1页共2页」是文库网站或打印时的页码，不是文稿的内容。",
        fires="第1页共2页市民政局关于村务公开的情况汇报",
        passes="申请书第1页共2处填写有误。",
        find=searching(
            r"第\s?\d{1,3}\s?页\s?[,，/／]?\s?共\s?\d{1,3}\s?页",
            "这是页码，不是文稿的内容。",
            suggestion="删去",
            near="页共 页,共 页，共 页/共 页 ",
        ),
    ),
    Rule(
        name="web.cut_tag",
        category="web_residue",
        severity="warning",
        explain="网页标签只剩半个，如「p>」「&nb」。",
        fires="p>\n我镇公开信息120条，&nb",
        passes="公开率>95%的村有8个，a>b。",
        find=anchored(
            "p> br> div> span> strong> &n &l &m &q /p /br /div /span /td /tr /li /ul /font /strong /table",
            searching(
                r"(?<![A-Za-z</\d])/?(?:p|br|div|span|strong)>(?![A-Za-z\d=])|(?<=[一-鿿，。；、])(?<![元块人吨])/(?:p|br|div|span|td|tr|li|ul|font|strong|table)(?=[一-鿿，。；、]|$)|&(?:n(?:b(?:s(?:p)?)?)?|l(?:dq|t)?|mdas|mda|quo)(?![A-Za-z;])",
                "这是网页标签的残片。",
                suggestion="删去",
                needs=">&/",
                flags=re.MULTILINE,
            ),
        ),
    ),
    Rule(
        name="web.collector_tag",
        category="web_residue",
        severity="error",
        explain="「[db:副标题]」是采集软件没有换掉的标签。",
        fires="某县粮食局2011年度政府信息公开工作报告\n[db:副标题]",
        passes="见附件[2]，数据库db已经备份，[标签]栏填写名称。",
        find=searching(
            r"[\[【{](?:db|field|dede|cms|pe|tag|label|pboot|标签|字段|变量|调用)[:：][^\]】}\n]{1,24}[\]】}]|\[!--[a-z.]{2,20}--\]|\{%[ \w.]{1,24}%\}|<%=?[ \w.]{1,24}%>|\{\$[A-Za-z_.]{2,24}\}|\[/?(?:title|content|newstext|keywords|description|author|source)\]",
            "这是采集软件的标签，不是文稿的内容。",
            suggestion="删去",
            near="db: db： field: field： dede: dede： cms: cms： pe: pe： tag: tag： label: label： pboot: pboot： 标签: 标签： 字段: 字段： 变量: 变量： 调用: 调用： [!-- {% <% {$ title] content] newstext] keywords] description] author] source]",
        ),
    ),
    Rule(
        name="web.count_of_papers",
        category="web_residue",
        severity="warning",
        explain="「司法局政务公开工作计划3篇工作计划。」：一句话里插进了范文网站的篇名，没有动词，同上下文没有关系。",
        fires="加强普法宣传。司法局政务公开工作计划3篇工作计划。深入开展宪法宣传。",
        passes="今年共报送工作计划3篇。全年撰写政务公开工作总结3篇，获奖。",
        find=searching(
            rf"(?<=[{HAN}][。；！])(?P<mark>(?![^。；！\n]{{0,30}}(?:报送|撰写|完成|发布|刊发|编写|形成|上报|印发|共|获))[{HAN}A-Za-z\d]{{2,24}}(?:计划|总结|报告|方案|范文|心得|体会|讲话|汇报|材料|要点)[{HAN}]{{0,4}}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})篇(?:[{HAN}]{{0,8}})?)(?=[。；！\n]|$)",
            "「{}」是范文网站的篇名，不是文稿的内容。",
            suggestion="删去",
            near="篇",
        ),
    ),
    Rule(
        name="web.model_title_inside",
        category="web_residue",
        severity="warning",
        explain="「……法律依据，社区居务公开计划范本并告知申请人……」：句子中间或段末插进了范文网站的篇名。",
        fires="要写明法律依据，社区居务公开计划范本并告知申请人救济途径。",
        passes="统一印制了申请表格式文本，提供合同示范文本。参照县里的公开目录范本编制目录。",
        find=searching(
            rf"(?<=[。；，,;])(?P<mark>(?![{HAN}]{{0,20}}(?:提供|印|制|参照|参考|填写|下载|推荐|使用|发放|学习|编写|撰写|编制|形成|按照|照搬|套用|统一|以))[{HAN}\d]{{0,16}}(?:公开|工作|年度|综治|党建|廉政|安全|述职|自查|实施)[{HAN}]{{0,6}}(?:计划|总结|方案|报告|要点|汇报|意见|制度)(?:范文|范本|模板|样本|模版|例文|怎么写)(?:[{HAN}]{{0,2}}\d{{0,2}}篇?)?)(?=[{HAN}。，；,;\n]|$)",
            "「{}」是范文网站的篇名，不是文稿的内容。",
            suggestion="删去",
            near="范文 范本 模板 样本 模版 例文 怎么写",
        ),
    ),
    Rule(
        name="web.title_in_sentence",
        category="web_residue",
        severity="warning",
        explain="范文网站会在句子末尾插进网页的篇名，如「……良好开展2016年政府信息公开年度报告」。",
        fires="确保公开工作持续良好开展2016年政府信息公开年度报告2016年政府信息公开年度报告。",
        passes="按时编制并公布了2016年政府信息公开年度报告。",
        find=searching(
            rf"(?P<mark>(?P<one>(?:19|20)\d\d年[{HAN}]{{4,24}}?(?:报告|总结|方案|计划|汇报))(?P=one))|(?<=(?:开展|程序|提高|落实|成效|水平|实效|进行|作用|基础|保障|完善|推进|问题|工作|监督))(?P<mark2>(?:19|20)\d\d年[{HAN}]{{0,8}}(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:年度报告|总结|年度报告工作报告))(?=。)",
            "句子里插进了网页的篇名。",
            suggestion="删去",
            near="报告 总结 方案 计划 汇报",
        ),
    ),
)
