"""Single marks that do not belong where they stand: stops before lists, in quotations, after titles; brackets, points and dashes."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.edges import shipped
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules.punctuation.between import is_cut
from mingbai.text.proofreading.rules.punctuation.misuse import CLOSES_PAPER
from mingbai.text.proofreading.rules.web.residue import is_wrapped
from mingbai.text.proofreading.structure import ends_sentence, read_marker, starts_afresh

# --- the end of a paragraph -----------------------------------------------------------------------------------------


def _ends_in_pause(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「增长8.9%、」 at the end of a paragraph before a new number."""
    if "、\n" not in passage.body and not passage.body.rstrip().endswith("、"):
        return
    lines = [*passage.prose, (passage.end, "一、")]
    for (offset, line), (_, following) in zip(lines, lines[1:], strict=False):
        if line[-1] != "、" or len(line) <= _A_SENTENCE:
            continue
        afresh = starts_afresh(following) or CLOSES_PAPER.match(following)
        # What breaks off is `truncated.open_list`.
        if _NEW_PART.match(following) or (afresh and shipped().at_end(line[-_SEEN:-1]) > _WHOLE):
            end = offset + len(line)
            yield rule.finding(passage, end - 1, end, "段末用了顿号，改为句号。", suggestion="。")


_A_SENTENCE, _SEEN, _WHOLE = 12, 14, -1.5
_NEW_PART = lazy.pattern(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、]|附件?[：:]|特此|第[一二三四五六七八九十]{1,3}[章节条]|[一二三四五六七八九]是"
)
# The shortest paragraph whose missing stop is told by the number of the next one.
_A_PARAGRAPH = 30


def _no_stop_before_number(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """A paragraph of several clauses without a stop before a heading, where the others have theirs."""
    lines = passage.prose
    if len(lines) < 4 or not passage.once(_paragraphs_stop) or passage.once(is_wrapped):
        return
    for (offset, line), (_, following) in zip(lines, lines[1:], strict=False):
        if len(line) < _A_PARAGRAPH or ends_sentence(line) or line[-1] in "：:，,、；;）)" or "\t" in line:
            continue
        own = read_marker(line)
        if read_marker(following) is None or not _CLAUSES.search(line) or _LABEL.match(line):
            continue
        if (own is not None and own[0] != "article" and "。" not in line) or is_cut(line):
            continue
        end = offset + len(line)
        yield rule.finding(passage, end - 2, end, "段末像是缺句号。", suggestion="补上句号")


_CLAUSES = lazy.pattern("[。；;，,]")
_LABEL = lazy.pattern(r"附|注|[^，。：:]{0,16}[:：]")


def _paragraphs_stop(passage: Passage) -> bool:
    long = [line for _, line in passage.prose if len(line) >= 2 * _A_SENTENCE and _CLAUSES.search(line)]
    ended = sum(map(ends_sentence, long))
    return ended >= 3 and ended * 4 >= len(long) * 3


RULES = (
    Rule(
        name="punctuation.ends_in_pause",
        category="punctuation_misuse",
        severity="error",
        explain="段落末尾用了顿号，下一段已另起一条，应当用句号或分号。",
        fires="（一）经济发展稳中有进。工业总产值增长8.9%、\n（二）脱贫攻坚成效明显。",
        passes="成员单位：财政局、\n教育局、民政局。\n（二）脱贫攻坚成效明显。",
        find=_ends_in_pause,
    ),
    Rule(
        name="punctuation.no_stop_before_number",
        category="punctuation_misuse",
        severity="info",
        explain="其他段落末尾都有句号，这一段说完了没有，下面就另起一条了。",
        fires="一、认真落实责任制，层层签订责任书，确保各项任务落到实处。\n二、加强业务培训，组织学习三次，工作人员的水平有了提高。\n三、加强监督检查，发现违规问题，依规依纪严肃处理。\n"
        "我镇将继续加强管理，完善制度，认真做好各村、各站所的年度财务检查\n四、继续抓好落实，各村要明确专人负责，按时上报有关材料。",
        passes="一、认真落实责任制，层层签订责任书，确保各项任务落到实处。\n二、加强业务培训，组织学习三次，工作人员的水平有了提高。\n三、加强监督检查，发现违规问题，依规依纪严肃处理。\n"
        "四、继续抓好落实，各村要明确专人负责，按时上报有关材料。",
        find=_no_stop_before_number,
    ),
    Rule(
        name="punctuation.stop_behind_annex",
        category="punctuation_misuse",
        severity="warning",
        explain="附件名称后面不加标点（GB/T 9704）。",
        fires="附件：1.安全生产月活动安排表。",
        passes="附件：1.安全生产月活动安排表\n附注：此件公开发布。附：表格见下。",
        find=searching(
            r"^[ \t\u3000]*附件?\s?[1-9]?[：:]\s?(?:[1-9][.．、])?[^，,。；;\n]{2,40}(?:表|方案|名单|办法|通知|意见|清单|目录|指南|报告|制度|规程|规定|细则|预案|样式|范本|台账|行事历|分工|计划|函|书|格)[）)》]?(?P<mark>[。；;，,])[ \t]*$",
            "附件名称后面不加标点。",
            suggestion="删去",
            near="附",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.stop_behind_line",
        category="punctuation_misuse",
        severity="warning",
        explain="落款日期后面不加标点；称谓后面用冒号；「特此报告」后面用句号。",
        fires="各乡镇人民政府、街道办事处。\n现将有关事项通知如下：\n特此通知：\n2023年11月8日。",
        passes="各乡镇人民政府、街道办事处：\n现将有关事项通知如下：\n特此通知。\n2023年11月8日",
        find=searching(
            r"^[ \t\u3000]*(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?P<mark>[。，；、])|特此(?:报告|通知|通报|公告|函复|函告|说明|证明|请示|批复|公示|汇报)(?P<mark2>[：；，、])|(?:各(?:乡镇|镇|乡|县|区|市|村|社区|街道|科室|股室|单位|部门|学校|年级|有关单位)[^，。：；\n]{0,30}(?:政府|办事处|委员会|单位|部门|社区|村|学校|局|机构|企业|居委会|村委会|科室|股室|站所)|(?:市|县|区|省)[一-鿿]{2,10}(?:局|委员会|办公室))(?P<mark3>[。，；])(?=[ \t]*\n[ \t\u3000\n]*(?:为|根据|按照|现将|经|近|今年|近年|你|贵|自|按|接|目前|20\d\d年)))[ \t]*$",
            "「{}」用得不对：日期后面不加标点，称谓后面用冒号，结语后面用句号。",
            near="日。 日， 日； 日、 特此 各 局。 局， 会。 会， 室。 室，",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.stop_before_such_as",
        category="punctuation_misuse",
        severity="info",
        explain="「存在一些不足。如：个别……」：举例承接上文，前面用逗号。",
        fires="工作中也存在一些不足。如：个别居民不理解。",
        passes="工作中也存在一些不足，如个别居民不理解。如有疑问，请联系我们。",
        find=searching(
            r"(?:问题|不足|困难|差距|现象|情况|内容|形式|活动|方式|措施)(?P<mark>[。；])(?=(?:如|例如|比如)[：，:])",
            "举例承接上文，这里用逗号。",
            suggestion="，",
            near="。如 。例如 。比如 ；如 ；例如 ；比如",
        ),
    ),
    Rule(
        name="punctuation.stop_before_list",
        category="punctuation_misuse",
        severity="warning",
        explain="「总结如下」「重点做好以下几项工作」引出下文，后面用冒号，不用逗号、分号。",
        fires="现将有关情况总结如下，\n一、主要工作",
        passes="现将有关情况总结如下：\n一、主要工作。任务分解如下表。做好以下工作，一并上报。",
        find=searching(
            r"(?:(?:报告|总结|汇报|通知|通报|公告|说明|安排|公布|公示|要求|规定|介绍|答复|情况|意见|做法|措施|特点)如下|以下(?:几|[一二三四五六七八九十\d]{1,2})?(?:项|个|点|方面|条)?(?:主要|重点)?(?:方面)?(?:工作|问题|措施|要求|任务|不足|意见|建议)?)(?P<mark>[，,；;])(?=\s*(?:一是|一、|[（(][一1][）)]|1[.．、]|首先|第一))"
            r"|(?:问题|不足|原因|做法|措施|经验|特点|体会|表现)(?:主要)?(?:有|是|为|包括|如下)(?P<mark2>[。，,、；;])(?=\s*(?:一是|首先是|第一))",
            "引出下文，这里用冒号。",
            suggestion="：",
            near="如下 以下 有。 有， 有, 有、 是。 是， 是, 是、 为。 为， 包括。 包括， 包括,",
        ),
    ),
    Rule(
        name="punctuation.stop_inside_quotes",
        category="punctuation_misuse",
        severity="warning",
        explain="「做到“法定职责必须为。”」：引的只是句子的一部分，句号放在引号外面。",
        fires="努力做到“法定职责必须为、法无授权不可为。”",
        passes="他说：“公开是常态。”做到“法无授权不可为”。",
        find=searching(
            r"(?:做到|坚持|实现|落实|达到|突出|树立|弘扬|践行|贯彻|秉承|秉持|遵循|按照|围绕|确保|形成)了?“(?P<quoted>[^“”。！？\n]{2,40})(?P<mark>。”)",
            "引文是句子的一部分，句号应放在引号外面。",
            suggestion="”。",
            near="。”",
        ),
    ),
    Rule(
        name="punctuation.question_before_of",
        category="punctuation_misuse",
        severity="warning",
        explain="「解决哪些事项可以“一网通办”？的问题」：句子没有完，不用问号、感叹号。",
        fires="着力解决群众怎么办事？的问题。",
        passes="着力解决“群众怎么办事？”的问题。",
        find=searching(
            rf"(?<=[{HAN}”])(?P<mark>[？?！!。])(?=的(?:问题|情况|难题|现象|工作|局面|格局|要求|目标|原则|精神|积极性|意识|能力|水平))",
            "句子没有完，这里不用标点。",
            suggestion="删去",
            near="？的 ?的 ！的 !的 。的",
        ),
    ),
    Rule(
        name="punctuation.law_in_quotes",
        category="punctuation_misuse",
        severity="warning",
        explain="法律、法规的名称用书名号，不用引号。",
        fires="认真落实“中华人民共和国行政许可法”和有关规定。",
        passes="认真落实《中华人民共和国行政许可法》，开展“宪法宣传周”“民法典进万家”活动。",
        find=searching(
            r"[“\"](?P<mark>(?:中华人民共和国[^“”\"《》，。\n]{2,24}(?:法|条例|法典)|中国共产党[^“”\"《》，。\n]{2,24}(?:条例|准则|规定|章程|规则|办法)))[”\"]|(?:依据|根据|按照|贯彻|执行|落实|违反|遵守|学习|宣传)了?(?P<mark2>[“\"](?:行政|政府信息|安全生产|食品安全|道路交通|环境保护|未成年人|老年人|村民委员会|劳动|土地|城乡规划|森林|草原|消防|传染病|义务教育|教师)[^“”\"《》，。\n]{0,16}(?:法|条例)[”\"])",
            "法律、法规的名称用书名号。",
            suggestion="《{}》",
            near='法” 条例” 法典” 法" 条例" 法典" 准则” 规定” 章程” 规则” 办法”',
        ),
    ),
    Rule(
        name="punctuation.deed_as_title",
        category="punctuation_misuse",
        severity="warning",
        explain="活动、会议、机构、荣誉称号不用书名号，需要标示时用引号。",
        fires="开展了《送法下乡》活动，荣获《先进集体》称号，成立了《创建工作领导小组》。",
        passes="开展了“送法下乡”活动，学习《工作方案》，举办《民法典》宣传活动、《条例》专题培训班。",
        find=searching(
            r"(?:开展|举办|举行|组织|启动|实施|参加|推进)了?(?P<mark>《(?![^《》\n]{0,20}(?:法|条例|办法|规定|法典|方案|意见|纲要|通知|规划|计划|决定|读本|准则|公约|标准|指南|制度|细则|要点|报告|手册|问答|讲话|精神|思想|文选|论述|概论|简史|宪法|党章)》)[^《》\n]{2,16}》)(?:的)?(?:主题|系列|专项|集中|志愿|竞赛|实践)?(?:活动|行动|比赛|工程|大赛|仪式)"
            r"|(?:荣获|获得|被评为|授予|评为|荣膺)[^《》，。\n]{0,16}(?P<mark2>《[^《》\n]{2,16}》)(?:的)?(?:荣誉)?(?:称号|荣誉|单位)"
            r"|(?P<mark3>《[^《》\n]{2,20}(?:领导小组|委员会|办公室|专项行动|动员大会|培训班|运动会|工作专班)》)",
            "「{}」不是文件或书刊，不用书名号。",
            suggestion="改用引号或删去",
            near="》活 》的 》主 》系 》专 》集 》志 》竞 》行 》比 》工 》大 》仪 》称 》荣 》单 领导小组》 委员会》 办公室》 行动》 大会》 培训班》 运动会》 专班》 》实",
        ),
    ),
    Rule(
        name="punctuation.point_in_number",
        category="punctuation_misuse",
        severity="warning",
        explain="小数点用半角「.」，不用全角「．」或句号。",
        fires="参保率达到98．5%，面积3。2万亩。",
        passes="参保率达到98.5%。2012．5．8召开会议。１．加强领导。",
        find=searching(
            r"(?<![\d．.])\d{1,5}(?P<mark>[．。·])\d{1,3}(?=[%％万亿元公亩千百吨米个倍度]|平方)(?![\d．])",
            "小数点用半角「.」。",
            suggestion=".",
            near=" ".join(f"{point}{digit}" for point in "．。·" for digit in "0123456789"),
        ),
    ),
    Rule(
        name="punctuation.single_wide_figure",
        category="punctuation_misuse",
        severity="info",
        explain="全文数字用半角，个别数字用了全角。",
        fires="每季度考核１次，全年考核4次。",
        passes="每季度考核1次，全年考核4次。１．加强领导。",
        find=searching(
            rf"(?<![０-９．.])[０-９](?=[{HAN}％%])(?!元月)",
            "「{}」用了全角数字。",
            suggestion="改为半角",
            near=" ".join("０１２３４５６７８９"),
            unless=lambda passage, match: passage.once(_wide_figures) > _FEW,
        ),
    ),
    Rule(
        name="punctuation.number_in_square_brackets",
        category="punctuation_misuse",
        severity="info",
        explain="发文字号的年份用六角括号「〔〕」，序号前不加「第」字（GB/T 9704）。",
        fires="根据清安委[2021]5号文件要求，清政办发〔2021〕第8号。",
        passes="根据清安委〔2021〕5号文件要求，（2021）豫01民初5号，公示〔2021〕5号。",
        find=searching(
            rf"(?<=[{HAN}])(?<![初终执申再审监恢特民刑行诉])(?P<mark>[\[［【]\s?(?:19|20)\d\d\s?[\]］】])\s?(?:第\s?)?\d{{1,4}}\s?号|(?<=[发字办函委文政府农水教卫财民人安环法])(?P<mark2>[（(](?:19|20)\d\d[）)])\s?\d{{1,4}}\s?号|(?<=[发字办函委文政府农水教卫财民人安环法])[〔\[［(（](?:19|20)\d\d[〕\]］)）](?P<mark3>第)\d{{1,4}}号",
            "发文字号写作「〔2021〕5号」。",
            near="号",
        ),
    ),
    Rule(
        name="punctuation.etc_and_dots",
        category="punctuation_misuse",
        severity="warning",
        explain="「等等」和省略号只用一个。",
        fires="充分利用广播、标语、微信群等等……方式进行宣传，还有报纸、电视等……",
        passes="充分利用广播、标语、微信群等方式进行宣传。我们等……等到了。",
        find=searching(
            rf"(?<=[{HAN}]{{2}})(?<![们])等等?(?P<mark>…{{1,2}}|\.{{3,6}}|。{{3}})",
            "「等」和省略号只用一个。",
            suggestion="删去",
            near="等… 等... 等。。。",
        ),
    ),
    Rule(
        name="punctuation.half_ellipsis",
        category="punctuation_misuse",
        severity="info",
        explain="省略号是六个点「……」，不用三个点；句子说完了用句号。",
        fires="有效净化了旅游市场环境…\n下一步，我们将继续努力。",
        passes="有效净化了旅游市场环境……\n下一步，我们将继续努力。",
        find=searching(
            rf"(?<=[{HAN}]{{4}})(?P<mark>(?<!…)…(?!…))",
            "省略号是六个点「……」；这里若已说完，用句号。",
            suggestion="……",
            near="…",
        ),
    ),
    Rule(
        name="punctuation.range_sign",
        category="punctuation_misuse",
        severity="info",
        explain="数字起止之间用一字线「—」或浪纹线「～」，不用半角的「~」、短横「–」或两个短横。",
        fires="户均增收4000元~5000元，活动时间6月1日--6月30日。",
        passes="户均增收4000～5000元，活动时间6月1日—30日，电话0564-3281234。",
        find=searching(
            r"(?<=[\d年月日时分元个人户亩%％吨])(?P<mark>~|–|--|〜|——)(?=\d)",
            "起止之间用「—」或「～」。",
            suggestion="—",
            near="~ – -- 〜 ——",
            unless=lambda passage, match: "http" in passage.text[max(match.start() - 60, 0) : match.start()],
        ),
    ),
    Rule(
        name="punctuation.mark_behind_verb",
        category="punctuation_misuse",
        severity="warning",
        explain="「确保，全乡安全」「不断，提高水平」：动词、副词和后面的话之间不用标点，多半是多打的。",
        fires="为切实做好防火工作，确保，全乡森林资源安全。",
        passes="为切实做好防火工作，确保全乡森林资源安全。工作不断，热情不减。",
        find=searching(
            rf"(?:(?<=[，,。；;、：\n])(?:[{HAN}]{{0,2}})(?:确保|使得|为了|以便|致力于|着力|(?<!更)进一步|逐步|大力|予以|加以)|(?<=[{HAN}])(?:有利于|致力于|予以|加以|使得|(?<!更)进一步|以便于?))(?P<mark>[，、；])(?=[{HAN}]{{2}})",
            "这里多了标点，前后是一句话。",
            suggestion="删去",
            near="确保 使得 为了 以便 致力于 着力 进一步 逐步 大力 予以 加以 有利于",
        ),
    ),
    Rule(
        name="punctuation.mark_before_cause",
        category="punctuation_misuse",
        severity="warning",
        explain="「没有，因政府信息公开引起的行政复议」：动词和宾语之间不用逗号。",
        fires="全年没有，因政府信息公开引起的行政复议案件。",
        passes="全年没有因政府信息公开引起的行政复议案件。收费情况没有，因为不收费。",
        find=searching(
            rf"(?:没有|未发生|未出现|未收到|收到|无)(?P<mark>[，、；])(?=(?:因|针对|有关|涉及|关于)(?!为|此)[{HAN}]{{2,20}}的(?:行政|申请|投诉|举报|诉讼|案件|信访|复议))",
            "动词和宾语之间不用逗号。",
            suggestion="删去",
            near="没有 未发生 未出现 收到 无，",
        ),
    ),
    Rule(
        name="punctuation.figure_and_stop",
        category="punctuation_misuse",
        severity="warning",
        explain="句末用「。」，不用英文句点「.」和全角的点「．」。",
        fires="均已按时答复，答复率100%.\n五、存在的问题",
        passes="均已按时答复，答复率100%。\n见《办法》.pdf",
        find=searching(
            rf"(?<=[%％》）”])(?P<mark>\.)(?=\s*$)|(?<=[{HAN}]{{4}})(?P<mark2>．)(?=\s*$)|(?P<mark3>[。，；,;]\.)(?![\d.])",
            "句末用了英文句点。",
            suggestion="。",
            near="%. ％. 》. ）. ”. ． 。. ，. ；. ,. ;.",
            flags=re.MULTILINE,
        ),
    ),
)
_FEW = 3


def _wide_figures(passage: Passage) -> int:
    return sum("０" <= letter <= "９" for letter in passage.body)
