"""Formulas of yearly reports with a character lost or a word turned: 「公民法人」, 「0条占；」, 「：是加强领导。二是」."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting
from mingbai.text.proofreading.rules._parsing import MARK
from mingbai.text.proofreading.triggers import waiting_for

_ORDINALS = "一二三四五六七八九"
_ORDINAL = lazy.pattern(rf"(?<![{HAN}])[{_ORDINALS}]是(?!否|因为)")
# 「是」 at the head of a clause, before what was done.
_BARE = lazy.pattern(
    rf"(?:^|(?<=[。：:；;\n]))[ \u3000]*(?P<mark>是)(?!以|否|不|我|因|由|对于|根据|在|一|个|这|其|本|全)(?=[{HAN}“]{{3,40}}[，,。；;、])",
    re.M,
)
_NUMBERED = waiting_for(("二是", "三是", "四是"))
# The next of a row of items stands so near.
_NEAR = 700
_OWN_REPORT = lazy.pattern(r"(?:编制|现公布|特公布|形成)了?《(?P<mark>20\d\d年)[^《》\n]{0,30}年度报告》")
_OPENING = 500
_PEOPLE = "全体|机关|干部|职工|党员|人员|工作|相关|有关|信息员|全镇|全乡|全局|全县|全校|全院|各|单位|科室|股室|部门|村|教师|广大|公务员|班子|成员|我局|我镇|我乡"


def _bare_items(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「主要措施：是加强领导。二是健全制度。」 and 「二是……。是……。四是……」: the numeral is lost."""
    text = passage.text
    for match in _BARE.finditer(text, passage.start, passage.end):
        at = match.start("mark")
        behind = _ORDINAL.search(text, match.end(), min(passage.end, match.end() + _NEAR))
        if behind is None:
            continue
        following = _ORDINALS.index(behind[0][0])
        before = [*_ORDINAL.finditer(text, max(passage.start, at - _NEAR), at)]
        last = _ORDINALS.index(before[-1][0][0]) if before else -1
        if following == last + 2 or (following == 1 and last >= 1):
            lost = _ORDINALS[following - 1]
            said = f"「是」前面漏了「{lost}」：后面接着是「{behind[0]}」。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{lost}是")


def _not_named_so(passage: Passage, match: re.Match[str]) -> bool:
    """Only where the text goes on with 「《条例》」 was the name meant to have the marks."""
    return f"《{match['mark']}》" not in passage.text[match.end() : passage.end]


def _own_report(rule: Rule, passage: Passage) -> Iterator[Finding]:
    year = passage.document.year
    if year is None:
        return
    for match in _OWN_REPORT.finditer(
        passage.text, passage.start, min(passage.end, passage.start + _OPENING)
    ):
        if int(match["mark"][:4]) != year:
            said = f"标题是{year}年，这里编制的却是{match['mark']}的报告。"
            yield rule.finding(passage, *match.span("mark"), said, suggestion=f"{year}年")


RULES = (
    Rule(
        name="typo.item_number_lost",
        category="typo",
        severity="warning",
        explain="「……：是加强领导。二是健全制度」中的「一是」漏了「一」。",
        fires="我局做了以下工作：是加强组织领导，成立小组。二是健全各项制度，明确责任。",
        passes="我局做了以下工作：一是加强组织领导，成立小组。二是健全各项制度。是否公开，由局长决定。",
        find=Waiting(_NUMBERED, _bare_items),
    ),
    Rule(
        name="date.month_glued_to_year",
        category="wrong_year_or_date",
        severity="error",
        explain="「2012月31日」「201月1日」把年和月的数字丢了一部分。",
        fires="统计期限自201月1日起至2012月31日止。",
        passes="统计期限自2012年1月1日起至12月31日止，共2012个月。",
        find=searching(
            r"(?<![\d.\-—年])(?P<mark>(?:(?:19|20)\d\d|20\d)月\d{1,2}日?)(?!\d)",
            "「{}」不是日期，丢了「年」和几个数字。",
            suggestion="写全年月日",
            near="月1 月2 月3 月4 月5 月6 月7 月8 月9 月0",
        ),
    ),
    Rule(
        name="date.month_lost",
        category="wrong_year_or_date",
        severity="error",
        explain="「2007年45日」丢了「月」字。",
        fires="《条例》自2007年45日颁布。",
        passes="《条例》自2007年4月5日颁布，2007年15日内办结。",
        find=searching(
            r"(?<![\d.\-])(?P<mark>(?:19|20)\d\d年\d{1,3}日)(?![内前后以之起的])",
            "「{}」丢了「月」或月份。",
            suggestion="写全年月日",
            near="年1 年2 年3 年4 年5 年6 年7 年8 年9 年0",
        ),
    ),
    Rule(
        name="encoding.day_without_words",
        category="encoding_damage",
        severity="warning",
        explain="「至1231日」丢了「月」字。",
        fires="统计数据自2021年1月1日至1231日。",
        passes="统计数据自2021年1月1日至12月31日，运行1231日，至1231日次。",
        find=searching(
            r"(?<=[至到])(?P<mark>(?:1[0-2]|0[1-9])(?:0[1-9]|[12]\d|3[01])日)(?!次|期|报)",
            "「{}」丢了「月」字。",
            suggestion="补上「月」",
            near="至0 至1 到0 到1",
        ),
    ),
    Rule(
        name="encoding.number_without_brackets",
        category="encoding_damage",
        severity="warning",
        explain="文号「国办公开办函202130」丢了年份的括号和「号」。",
        fires="根据《通知》（国办公开办函202130）要求编制。",
        passes="根据《通知》（国办公开办函〔2021〕30号）要求编制，编号办202130。",
        find=searching(
            rf"(?<=[（(])(?P<mark>[{HAN}]{{1,10}}(?:函|发|办|字|电|文)20[012]\d\d{{1,4}}号?)(?=[）)])",
            "文号「{}」丢了年份的括号。",
            suggestion="写成「〔年份〕序号号」",
            near="函20 发20 办20 字20 电20 文20",
        ),
    ),
    Rule(
        name="date.start_lost",
        category="wrong_year_or_date",
        severity="error",
        explain="「统计期限自起至12月31日」漏了起始的日期。",
        fires="本报告中所列数据的统计期限自起，至2010年12月31日止。",
        passes="本报告中所列数据的统计期限自2010年1月1日起，至12月31日止。",
        find=searching(
            r"(?:期限|时限|时间|期间)(?:为|是)?(?P<mark>自(?:年月日|年)?起|自至)(?=[，,至到 \d])",
            "「{}」漏了起始的日期。",
            suggestion="补上日期",
            near="自起 自至 自年",
        ),
    ),
    Rule(
        name="date.own_report_year",
        category="wrong_year_or_date",
        severity="warning",
        explain="开头说编制的是《2012年……年度报告》，标题却是2013年。",
        fires="某市审计局2013年政府信息公开工作年度报告\n根据有关规定，编制《2012年某市审计局政府信息公开年度报告》。",
        passes="某市审计局2013年政府信息公开工作年度报告\n根据有关规定，编制《2013年某市审计局政府信息公开年度报告》。",
        find=Waiting(
            waiting_for(("编制《", "公布《", "编制了《", "公布了《", "形成《", "形成了《")), _own_report
        ),
    ),
    Rule(
        name="date.year_cut",
        category="wrong_year_or_date",
        severity="warning",
        explain="年份只剩「20」：「20，我局认真开展」「20政府信息公开年度报告」。",
        fires="特编制某县供销社20政府信息公开年度报告。",
        passes="2020年，我局主动公开信息42条；公开20，未公开3。",
        find=searching(
            rf"(?:^|(?<=[。；;\n]))[ \u3000]*(?P<mark>20)(?=[，,](?:我|全|本|各|[{HAN}]{{1,4}}[县市区镇乡局]))|(?<=[{HAN}])(?P<mark2>20)(?=(?:政府信息公开|政务公开|政务信息公开)(?:工作)?(?:年?度?报告|总结|计划|情况))",
            "年份不全，只剩「{}」。",
            suggestion="写全年份",
            near="20，我 20,我 20，全 20,全 20，本 20,本 20，各 20，县 20，市 20，区 20，镇 20政",
            flags=re.M,
        ),
    ),
    Rule(
        name="typo.report_itself",
        category="typo",
        severity="info",
        explain="「本报所列数据」漏了「告」或「年」，应为「本报告」「本年报」。",
        fires="本报所列数据的统计期限自1月1日起。",
        passes="本报告所列数据的统计期限自1月1日起，本年报中所列数据，本报讯。",
        find=searching(
            r"(?P<mark>本报)(?=(?:中)?(?:所列|的?数据|的?统计|的?电子版|由概述|包括概述|全文))",
            "「{}」疑漏了字，应为「本报告」或「本年报」。",
            suggestion="本报告",
            near="本报",
        ),
    ),
    Rule(
        name="punctuation.citizens_joined",
        category="punctuation_misuse",
        severity="warning",
        explain="「公民法人和其他组织」中「公民」「法人」是并列的两项，中间用顿号。",
        fires="保障公民法人和其他组织依法获取政府信息。",
        passes="保障公民、法人和其他组织依法获取政府信息，公民和法人都可以申请。",
        find=searching(
            r"(?P<mark>公民法人)(?=(?:和|及|或|或者|以及|与|、)其[他它])",
            "「公民」「法人」之间漏了顿号。",
            suggestion="公民、法人",
            near="公民法人",
        ),
    ),
    Rule(
        name="typo.share_lost",
        category="typo",
        severity="warning",
        explain="「决策信息0条占；」：「占」后面漏了比例。",
        fires="其中，决策信息0条占；工作信息126条，占86.9%。",
        passes="其中，决策信息0条；工作信息126条，占86.9%，土地被侵占。",
        find=searching(
            r"\d(?:条|件|篇|份|次|个|人|户|项|起|宗)[，,]?(?:所)?(?P<mark>占)(?=[；;，,。、\n])",
            "「占」后面漏了比例。",
            suggestion="补上比例，或删去「占」",
            near="占； 占; 占， 占, 占。 占、",
        ),
    ),
    Rule(
        name="typo.applied_by_law",
        category="typo",
        severity="info",
        explain="条例里的说法是「依申请公开」，不是「依法申请公开」。",
        fires="进一步做好依法申请公开工作。",
        passes="进一步做好依申请公开工作，公民可以依法申请公开政府信息。",
        find=searching(
            r"(?P<mark>依法申请公开)(?=工作|制度|的程序|办理|事项|办法|目录|受理|情况|方面|流程|栏|[，,。；;、和及与])",
            "「{}」疑为「依申请公开」。",
            suggestion="依申请公开",
            near="依法申请公开",
        ),
    ),
    Rule(
        name="typo.carry_out_to",
        category="typo",
        severity="info",
        explain="「进行对政务公开」语序不顺，写「对……进行……」。",
        fires="各股室按规定进行对政务公开的更新。",
        passes="各股室按规定对政务公开内容进行更新，进行对标检查，进行对口帮扶、对外交流。",
        find=searching(
            rf"(?P<mark>进行对)(?!标|接|比|照|账|帐|话|外|抗|应|症|口|策|等|调|战|冲|焦|齐|内|位|决|弈|称|换|岗|表|号|面|方|象|手|质|立|联|赛|阵|半)(?=[{HAN}]{{2}})",
            "「{}」语序不顺，写「对……进行……」。",
            near="进行对",
        ),
    ),
    Rule(
        name="typo.in_time_for_as",
        category="typo",
        severity="info",
        explain="「按时规定公开」疑为「按规定」或「按时按规定」。",
        fires="按时规定公开政府信息目录。",
        passes="按规定公开政府信息目录，按时完成，按时间要求报送。",
        find=searching(
            r"(?P<mark>按时(?:规定|要求|标准|程序|计划))(?=[公报进开完做上更发编填落])",
            "「{}」疑为「按照……」或「按时按……」。",
            near="按时规定 按时要求 按时标准 按时程序 按时计划",
        ),
    ),
    Rule(
        name="typo.organised_paper",
        category="typo",
        severity="warning",
        explain="「组织《条例》等文件，提高认识」漏了动词「学习」。",
        fires="认真组织《政府信息公开条例》等文件，提高认识。",
        passes="认真组织学习《政府信息公开条例》，组织《条例》培训班，组织《条例》的学习。",
        find=searching(
            rf"(?P<mark>组织(?:{_PEOPLE}){{0,8}}《[^《》\n]{{2,40}}》)(?:[、和及《]{{1,2}}[^《》\n]{{2,40}}》){{0,6}}(?:等[{HAN}]{{0,10}}?)?(?:文件|法规|法律|精神|资料|内容|材料)?{MARK}",
            "「组织」后面漏了「学习」「宣传」一类的动词。",
            suggestion="组织学习……",
            near="组织《 机关《 职工《 干部《 人员《 党员《 信息员《 教师《 成员《 单位《 部门《",
            unless=lambda passage, match: (
                "等" in match.group()
                and re.search("活动|培训|演练|宣传|考试|比赛|学习", match.group()) is not None
            ),
        ),
    ),
    Rule(
        name="punctuation.roles_mixed",
        category="punctuation_misuse",
        severity="info",
        explain="组长、副组长之间用了逗号，副组长、成员之间却用顿号，三项应当一样。",
        fires="成立了以乡长为组长，纪委书记为副组长、各办公室负责人为成员的领导小组。",
        passes="成立了以乡长为组长，纪委书记为副组长，各办公室负责人为成员的领导小组。",
        find=searching(
            r"组长[，,][^。；;，,\n]{2,40}(?:为|任)(?:第一|常务)?副组长(?P<mark>、)[^。；;，,、\n]{2,30}为(?:成员|组员)",
            "前面两项之间用了逗号，这里也用逗号。",
            suggestion="，",
            near="副组长、",
        ),
    ),
    Rule(
        name="punctuation.short_name_bare",
        category="punctuation_misuse",
        severity="info",
        explain="后文写作「《条例》」，简称也应写「以下简称《条例》」。",
        fires="根据《政府信息公开条例》（以下简称条例）要求，认真落实《条例》精神。",
        passes="根据《政府信息公开条例》（以下简称《条例》）要求，认真落实《条例》精神。",
        find=searching(
            r"以下简称(?P<mark>条例|规定|办法|通知|要点|意见|格式|规范|方案)(?=[）)])",
            "后文有「《{}》」，这里也用书名号。",
            suggestion="《{}》",
            near="以下简称",
            unless=_not_named_so,
        ),
    ),
    Rule(
        name="web.office_namespace",
        category="web_residue",
        severity="error",
        explain="「?xml:namespace prefix = o」是从文字处理软件带进网页的标签残片。",
        fires="?xml:namespace> 根据上级要求，现将情况报告如下。",
        passes="我局网站支持xml格式，命名空间见附件。",
        find=searching(
            r"<?\?xml[:：]namespace(?:[^\n一-鿿]{0,120}?/?>)?|\bxmlns[:：][ovw]=\"?[^\n一-鿿>]{0,80}>?|urn:schemas-microsoft-com:office:[a-z]{1,10}\"?\s?/?>?",
            "这是网页标签的残片，不是文稿的内容。",
            suggestion="删去",
            near="xml: xml： xmlns schemas-microsoft",
            in_web=True,
        ),
    ),
)
