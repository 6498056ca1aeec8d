"""Marks about titles of papers: doubled, half lost, closed too early, a comma between two of them."""

import re

from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.patterns import HAN, searching

# What a title may end with: 「《关于加强公开的实施方案》的通知」 is a notice of a plan.
_PAPERS = (
    "通知 意见 办法 方案 规定 细则 要点 制度 计划 决定 函 条例 说明 报告 规划 纲要 标准 清单 目录 公告 公报 指南 规则"
    " 规程 批复 章程 守则 措施 预案 讲话 名单 决议 议案 法"
)
_NO_PAPER = "".join(f"(?<!{word})" for word in _PAPERS.split())

RULES = (
    Rule(
        name="punctuation.title_marks_doubled",
        category="punctuation_misuse",
        severity="error",
        explain="书名号写了两层：「《《政府信息公开条例》》」。",
        fires="按照《《政府信息公开条例》》的要求。",
        passes="按照《政府信息公开条例》的要求，《关于印发〈办法〉的通知》，《〈办法〉解读》。",
        find=searching(
            r"(?P<mark>《《[^《》\n]{2,40}》》)|《[^《》\n]{2,40}(?P<mark2>》》)(?![^《\n]{0,4}》)",
            "书名号写了两层。",
            suggestion="只用一层",
            near="《《 》》",
        ),
    ),
    Rule(
        name="punctuation.inner_mark_lost",
        category="punctuation_misuse",
        severity="error",
        explain="「《关于印发工作要点>的通知》」丢了前半个书名号。",
        fires="根据《关于印发政务公开工作要点>的通知》要求。",
        passes="根据《关于印发〈政务公开工作要点〉的通知》要求，公开率>95%。",
        find=searching(
            r"(?:印发|转发|下发|修订|公布|发布)(?P<mark>[^《〈<>》〉\n]{4,40}[>〉])(?=的(?:通知|决定|公告|意见|函))",
            "「{}」丢了前半个书名号。",
            suggestion="补上「〈」",
            near=">的 〉的",
        ),
    ),
    Rule(
        name="punctuation.title_closed_early",
        category="punctuation_misuse",
        severity="info",
        explain="「《关于做好公开工作》的通知」：「的通知」也是文件名，应在书名号里。",
        fires="按照县政府《关于做好政务公开工作》的通知要求，开展自查。",
        passes="按照县政府《关于做好政务公开工作的通知》要求，印发《关于加强公开的实施方案》的通知。",
        find=searching(
            rf"《关于[^《》\n]{{3,50}}?{_NO_PAPER}(?P<mark>》的(?:通知|函|批复|意见|决定|公告|通报))(?![》〉])",
            "文件名没有写完，书名号关得太早。",
            suggestion="的……》",
            near="》的通知 》的函 》的批复 》的意见 》的决定 》的公告 》的通报",
        ),
    ),
    Rule(
        name="punctuation.comma_among_titles",
        category="punctuation_misuse",
        severity="info",
        explain="并列的两个文件名之间用顿号或不用标点，不用逗号。",
        fires="先后制定《信息报送制度》，《信息公开制度》，将公开列入考核。",
        passes="先后制定《信息报送制度》《信息公开制度》，印发《方案》，《方案》明确了要求。",
        find=searching(
            r"《(?P<one>[^《》\n]{2,40})》(?P<mark>[，,])(?=《(?!(?P=one)》)[^《》\n]{2,40}》(?:[，,。；;]|等|和|及|与))",
            "两个文件名之间不用逗号。",
            suggestion="、",
            near="》，《 》,《",
        ),
    ),
    Rule(
        name="punctuation.stop_before_address",
        category="punctuation_misuse",
        severity="info",
        explain="「请与办公室联系。（地址：……）」：括号里的话说明前面这句，句号放在括号后面。",
        fires="如有疑问，请与局办公室联系。（地址：人民路1号；电话：12345678）",
        passes="如有疑问，请与局办公室联系（地址：人民路1号；电话：12345678）。",
        find=searching(
            r"联系(?P<mark>。)(?=[（(](?:联系|办公|通讯|通信)?(?:地址|电话|方式|人)[：:])",
            "句号放在括号后面。",
            suggestion="移到括号后面",
            near="联系。",
        ),
    ),
    Rule(
        name="regulation.number_of_order",
        category="wrong_regulation_name",
        severity="info",
        explain="国务院令的写法是「国务院令第492号」，不写「国务院492号令」。",
        fires="《政府信息公开条例》（国务院492号令）公布以来。",
        passes="《政府信息公开条例》（国务院令第492号）公布以来。",
        find=searching(
            r"(?P<mark>国务院(?:第)?\d{3}号令)",
            "应写「国务院令第……号」。",
            suggestion="国务院令第……号",
            near="号令",
        ),
    ),
    Rule(
        name="punctuation.short_name_open",
        category="punctuation_misuse",
        severity="info",
        explain="《条例》简称的括号配错了：「（以下简称(条例)」。",
        fires="根据《政府信息公开条例》（以下简称（条例）要求编制。",
        passes="根据《政府信息公开条例》（以下简称《条例》）要求编制。",
        find=searching(
            rf"以下简称(?P<mark>[（(][{HAN}]{{2,8}}[）)])(?![）)])",
            "简称用书名号，括号没有关上。",
            suggestion="《……》）",
            near="简称（ 简称(",
        ),
    ),
    Rule(
        name="punctuation.trial_outside_title",
        category="punctuation_misuse",
        severity="info",
        explain="「（试行）」「（暂行）」是名称的一部分，写在书名号里。",
        fires="根据《信息公开实施办法》（暂行）要求编制。",
        passes="根据《信息公开实施办法（暂行）》要求编制，《办法》（草案）正在征求意见。",
        find=searching(
            r"(?P<mark>》[（(](?:试行|暂行)[）)])",
            "「试行」「暂行」写在书名号里。",
            suggestion="（……）》",
            near="》（试行 》(试行 》（暂行 》(暂行",
        ),
    ),
    Rule(
        name="punctuation.and_before_the_last",
        category="punctuation_misuse",
        severity="info",
        explain="「《甲》、《乙》和《丙》、《丁》」：「和」用在最后一项前面。",
        fires="现将《考核办法》、《评议办法》和《追究办法》、《审核办法》印发给你们。",
        passes="现将《考核办法》、《评议办法》、《追究办法》和《审核办法》印发给你们。",
        find=searching(
            r"》、《[^《》\n]{2,40}》(?P<mark>和)《[^《》\n]{2,40}》、《[^《》\n]{2,40}》(?!等|和|及|、)",
            "「和」用在最后一项前面。",
            suggestion="、",
            near="》和《",
        ),
    ),
    Rule(
        name="regulation.openness_of_province",
        category="wrong_regulation_name",
        severity="info",
        explain="各省的办法、规定叫「某省政府信息公开办法」，不是「某省人民政府信息公开办法」。",
        fires="根据《山东省人民政府信息公开办法》的规定。",
        passes="根据《山东省政府信息公开办法》的规定，《某镇人民政府信息公开保密审查制度》。",
        find=searching(
            rf"《(?:[{HAN}]{{2,4}}省|[{HAN}]{{2,6}}自治区|北京市|天津市|上海市|重庆市)(?P<mark>人民政府)(?=信息公开(?:办法|规定|条例|实施办法)(?:[（(][^（()）]{{1,6}}[）)])?》)",
            "这里多了「人民」，应为「政府信息公开」。",
            suggestion="政府",
            near="人民政府信息公开",
        ),
    ),
    Rule(
        name="punctuation.detail_without_colon",
        category="punctuation_misuse",
        severity="info",
        explain="前几项写「电话：」，这一项也用冒号：「电子邮箱xxgk@163.com」漏了冒号。",
        fires="（地址：人民路1号，电话：87382181，电子邮箱xxgk@163.com）",
        passes="（地址：人民路1号，电话：87382181，电子邮箱：xxgk@163.com），拨打电话12345。",
        find=searching(
            r"[：:][^：:。\n]{2,40}[，,；;、](?P<mark>(?:电子邮箱|电子信箱|邮箱|邮编|邮政编码|联系电话|电话|传真))(?=[A-Za-z\d][\w.@\-]{4,30}(?:[，,；;）)。]|$))",
            "「{}」后面漏了冒号。",
            suggestion="{}：",
            near="邮箱 信箱 邮编 邮政编码 电话 传真",
            flags=re.M,
        ),
    ),
)
