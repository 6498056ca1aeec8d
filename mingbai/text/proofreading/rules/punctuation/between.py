"""Marks between the parts of a text: before the next item, before what a pause cannot part, behind what is announced."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.edges import shipped
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Category, Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules.web.residue import is_wrapped
from mingbai.text.proofreading.structure import ends_sentence, is_heading, read_marker

_NUMERAL, _LATER = "一二三四五六七八九十", "二三四五六七八九"
# --- a colon that leads to the second item of a list --------------------------------------------------------------

_NEXT_ITEM = rf"(?:[（(][{_LATER}][）)]|[{_LATER}][是、要]|其[{_LATER}][，,]|[（(]?[2-9][）)][{HAN}]|[2-9][.．、](?!\d)[{HAN}])"
_ITEM_WORDS = " ".join(
    (
        *(f"{opening}{one}{closing}" for one in _LATER for opening, closing in ("（）", "()")),
        *(f"{one}{word}" for one in _LATER for word in "是、要"),
        *(f"其{one}" for one in _LATER),
        *(f"{digit}{mark}" for digit in range(2, 10) for mark in "）)．.、"),
    )
)

# --- a paragraph that lacks its last mark --------------------------------------------------------------------------

_WITHIN = lazy.pattern("[，,；;。]")
_OPEN_END = lazy.pattern(rf"(?:[{HAN}\d%％]|[{HAN}\d%％][）)]|[{HAN}][”》])$")
_TAIL_NOTE = lazy.pattern(r"[（(][^（）()\n]{2,40}[：:][^（）()\n]{2,40}[）)]$|[（(]略[）)]$")
_LABEL = lazy.pattern(
    rf"附[件表：:]|注[：:]|[{HAN}\s]{{2,12}}[：:][^，,；;。]*$|(?:组\s?长|副组长|成\s?员|主\s?任|联系|电话|地址|邮编|来源|作者|抄送|主送|报送|发[至：:]|印发)"
)
_SIGNS = lazy.pattern(
    rf"[{HAN}（）()、]{{2,30}}(?:政府|委员会|办公室|办事处|局|学校|中学|小学|村|社区|中心|站|所|院|会|馆|队|处|厅|科|股)$|.{{0,24}}\d{{1,2}}日$"
)
_SHORTEST, _FEWEST, _SHARE = 12, 3, 0.75
# Of ten sentences that lack only their stop nine have better odds to end there, of ten cut ones three.
_NO_END, _SEEN = -3.0, 14


def _has_marks(line: str) -> bool:
    headed = is_heading(line) and line[1:2] != "是"
    return len(line) >= _SHORTEST and _WITHIN.search(line) is not None and not headed


def _ends_its_paragraphs(passage: Passage) -> bool:
    whole = [line for _, line in passage.prose if _has_marks(line) and line[-1] not in "：:"]
    ended = sum(map(ends_sentence, whole))
    return ended >= _FEWEST and ended >= len(whole) * _SHARE


def left_open(passage: Passage) -> tuple[tuple[int, str], ...]:
    """Paragraphs within the text that end without a mark, where the others end in a stop, with their places."""
    found: tuple[tuple[int, str], ...] = passage.once(_left_open)
    return found


def _left_open(passage: Passage) -> tuple[tuple[int, str], ...]:
    lines = passage.prose
    if len(lines) < 4 or not passage.once(_ends_its_paragraphs) or passage.once(is_wrapped):
        return ()
    return tuple(
        (offset, line)
        for (offset, line), (_, following) in zip(lines[1:], lines[2:], strict=False)
        if _is_left_open(line, following)
    )


def _is_left_open(line: str, following: str) -> bool:
    if not _has_marks(line) or not _OPEN_END.search(line) or "\t" in line or "|" in line:
        return False
    if _LABEL.match(line) or _SIGNS.match(line) or line.endswith(("如下", "以下")) or _TAIL_NOTE.search(line):
        return False
    goes_on = following[0] in "，,、。；;：:”）)"
    short = read_marker(following) is None and len(following) < _SHORTEST and following[0] != "特"
    return not (goes_on or short)


def is_cut(line: str) -> bool:
    """Whether no sentence ends so: rather its end is lost than its stop."""
    return line[-1] not in "%％）)》”" and shipped().at_end(line[-_SEEN:]) < _NO_END


def _without_stop(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「……形式单一」 and a new paragraph, where the other paragraphs end in a stop."""
    for offset, line in left_open(passage):
        if not is_cut(line):
            end = offset + len(line)
            said = "段末没有标点，其他各段都有。"
            yield rule.finding(passage, end - 2, end, said, suggestion="补上句号或分号")


# --- what a pause cannot part --------------------------------------------------------------------------------------

_COUNTED = r"\d(?:\.\d+)?[万亿余多]{0,2}(?:个|件|条|次|份|人|人次|户|户次|起|篇|元|项|家|场|场次|期|名|批|处|亩|公里|所|宗|例|%|％)"


# 「星期二：三、四年级」, 「附表：二、三、四」
_COUNTS_ON = lazy.pattern(rf"[ \u3000]*[{_LATER}]、[{_NUMERAL}](?!、?[是要])")


def _announces(passage: Passage, match: re.Match[str]) -> bool:
    """Whether what begins with its second item is told so: 「下列第二、三项：」, a time, a row of a form."""
    if _COUNTS_ON.match(passage.text, match.end("mark")):
        return True
    before = passage.text[max(passage.start, match.start() - 60) : match.start("mark")].rpartition("\n")[2]
    first = re.search(f"[（(][{_NUMERAL}][）)]|[{_NUMERAL}][是、要]|其[{_NUMERAL}]|\\d[.．、）)]", before)
    return first is None or re.search(r"\d$", before) is not None and passage.text[match.end()].isdigit()


def _in_a_row(passage: Passage, match: re.Match[str]) -> bool:
    """「数量、质量、单一」 may be a row of nouns that goes on."""
    before = passage.text[max(passage.start, match.start() - 6) : match.start("mark")]
    return "、" in before


_VERBS = lazy.pattern(
    "[了要将应须]|^(?:完善|加强|做好|规范|优化|公开|公布|落实|严格|明确|建立|健全|统一|印发|制定|核实|调整|提高|增加|减少|简化|缩短|更新|编制|公示)"
)


def _is_whole(passage: Passage, match: re.Match[str]) -> bool:
    """「完善流程。」 is a sentence of its own, 「申请流程。」 is none."""
    after = re.split("[。；;]", passage.text[match.end() : match.end() + 12])[0]
    return _VERBS.search(after) is not None


def _is_clause(passage: Passage, match: re.Match[str]) -> bool:
    """「；与群众座谈」 begins a clause of its own."""
    after = re.split("[。；;，,\n]", passage.text[match.end() : match.end() + 16])[0]
    return (
        re.search(
            "[了在将]|(?<![纪主必重])要|座谈|签订|开展|建立|联合|对接|进行|交流",
            after,
        )
        is not None
    )


def _colon_ends_item(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「（一）加强队伍建设：」 and 「（二）……」 in the next line; a form of labels has colons all along."""
    lines = passage.prose
    for (offset, line), (_, following) in zip(lines, lines[1:], strict=False):
        if line[-1] not in "：:" or len(line) < _SHORTEST or not _WITHIN.search(line[:-1]):
            continue
        own, after = read_marker(line), read_marker(following)
        if own and after and own[0] == after[0] and not following.endswith(("：", ":")):
            end = offset + len(line)
            said = "这一项后面没有下文，末尾不该用冒号。"
            yield rule.finding(passage, end - 1, end, said, suggestion="。")


_MARK: Category = "punctuation_misuse"

RULES = (
    Rule(
        name="punctuation.colon_before_later_item",
        category=_MARK,
        severity="warning",
        explain="「（一）……：（二）……」「一是……：二是……」，前一项说完了，下一项前面不该用冒号。",
        fires="一是公开不够及时：二是内容不够丰富。",
        passes="主要做法：一是加强领导；二是完善制度。会议于14:2.5开始。",
        find=searching(
            rf"(?<=[{HAN}\d%％”）)])(?P<mark>[：:])[ \u3000]{{0,4}}(?={_NEXT_ITEM})",
            "前一项已经说完，下一项前面不该用冒号。",
            suggestion="；",
            near=_ITEM_WORDS,
            unless=_announces,
        ),
    ),
    Rule(
        name="punctuation.colon_ends_item",
        category=_MARK,
        severity="info",
        explain="一项说完了，末尾却是冒号，下一行已是下一项。",
        fires="（一）加强队伍建设，提高业务水平：\n（二）加强普法宣传，增强法治意识。",
        passes="（一）公开内容包括：\n1.机构职能。\n（二）公开形式，通过网站。",
        find=_colon_ends_item,
    ),
    Rule(
        name="punctuation.paragraph_open",
        category=_MARK,
        severity="info",
        explain="其他各段末尾都有句号、分号，这一段没有，多半是漏了。",
        fires="一、存在问题\n一是主动性不强，公开不及时。\n二是队伍不稳，人员变动多。\n三是形式单一，群众参与不够。\n四是政策解读不多，图文较少\n下一步，我镇将认真改进，逐项落实。",
        passes="一、存在问题\n一是主动性不强，公开不及时。\n二是队伍不稳，人员变动多。\n三是形式单一，群众参与不够。\n四是解读不多，图文较少。\n下一步，我镇将认真改进，逐项落实。",
        find=_without_stop,
    ),
    Rule(
        name="punctuation.pause_before_predicate",
        category=_MARK,
        severity="info",
        explain="「收到申请5件、已办结5件」，前后是两句话，中间应当用逗号，不用顿号。",
        fires="全年收到申请5件、已办结5件。",
        passes="全年收到申请5件，已办结5件。印发简报5期、手册300份，解决问题3个、纠纷2起。",
        find=searching(
            rf"(?<={_COUNTED[:2]}){_COUNTED[2:]}(?P<mark>、)(?=(?:(?:现|均)?已(?!戒|婚|故|退)|均|都(?!市)|其中|占(?![用地道])|位居|居(?=[全首各第])|按时|全部|正在(?=办理|整改|协调|处理|推进)|受教育|惠及|无一|未发生))",
            "这里是两句话，应当用逗号。",
            suggestion="，",
            near="、已 、现已 、均 、都 、其中 、占 、居 、位居 、按时 、全部 、正在 、受教育 、惠及 、无一 、未发生",
        ),
    ),
    Rule(
        name="punctuation.pause_before_conjunction",
        category=_MARK,
        severity="warning",
        explain="「公开预算；和决算」，「和、及」前面不能用分号、句号。",
        fires="公开2016年预算；和2015年决算。",
        passes="公开2016年预算和2015年决算；和平村另行公开。与群众座谈；与学校合办。",
        find=searching(
            rf"(?<=[{HAN}\d）)”》])(?P<mark>[；;。])(?=(?:和|及|以及)(?![平谐睦善气蔼好县州田美时第格]|解(?!读))(?:20\d\d|[{HAN}]{{2,10}}[。；;，,\n]))",
            "「和、及」前面不能用「{}」。",
            suggestion="删去",
            near="；和 ;和 。和 ；及 ;及 。及 ；以及 ;以及 。以及",
            unless=_is_clause,
        ),
    ),
    Rule(
        name="punctuation.pause_before_post",
        category=_MARK,
        severity="warning",
        explain="「刘敏、兼任办公室主任」，人名和动词中间不能用顿号。",
        fires="办公室设在党政办，刘敏、兼任办公室主任。",
        passes="办公室设在党政办，刘敏兼任办公室主任，张明、陈兼任同志为成员。",
        find=searching(
            rf"(?<=[，,。；;、：:\n由])[{HAN}]{{2,4}}(?:同志)?(?P<mark>、)(?=(?:兼任|同时兼任|兼)[{HAN}]{{0,8}}(?:主任|组长|书记|队长|所长|秘书长|联络员))",
            "人名和动词中间不能用顿号。",
            suggestion="删去",
            near="、兼 、同时兼",
        ),
    ),
    Rule(
        name="punctuation.colon_before_deed",
        category=_MARK,
        severity="info",
        explain="「从以下方面：抓好落实」，话还没有说完，中间不能用冒号。",
        fires="下一步将从以下几个方面：抓好落实。",
        passes="下一步将从以下几个方面抓好落实：加强培训，完善制度。",
        find=searching(
            r"(?:从|在|按照|围绕|针对)(?:以下|如下|下列|上述|[二三四五六七八两][个大])[^。；;，,：:\n]{0,4}(?:方面|步骤|环节|几点|要求|内容|问题)(?P<mark>[：:，,；;])(?=(?:着手|入手|抓好|抓实|开展|推进|加以|加强|进行|落实|予以|改进|努力|做好|下功夫|整改|完善|发力))",
            "话还没有说完，这里不该用「{}」。",
            suggestion="删去",
            near="以下 如下 下列 上述 方面",
        ),
    ),
    Rule(
        name="punctuation.closing_words",
        category=_MARK,
        severity="warning",
        explain="「特此报告」「特此通知」后面用句号或者不用标点，不用逗号、顿号、分号。",
        fires="特此报告，\n青石镇人民政府",
        passes="特此报告。\n青石镇人民政府",
        find=searching(
            r"(?:特此|现予)(?:报告|汇报|通知|通告|公告|公示|函告|函复|函达|说明|证明|批复|公布|申明|声明|致函)(?P<mark>[，,、；;])\s*$",
            "公文结束语后面不用「{}」。",
            suggestion="。",
            near="特此 现予",
            flags=re.MULTILINE,
        ),
    ),
    Rule(
        name="punctuation.comma_before_closing",
        category=_MARK,
        severity="info",
        explain="「“中心小学教学楼，”建设项目」，引号里的名称后面不用逗号。",
        fires="对“中心小学教学楼，”建设项目进行公示。",
        passes="“门口就能办，”他说。对“教学楼”建设项目进行公示。",
        find=searching(
            r"(?<=[对将把在开为展的、，,了])“[^“”。，,！？\n]{2,30}(?P<mark>[，,、；;])”(?=[一-鿿]{2,})(?![一-鿿]{0,6}(?:说|道|讲|笑|表示|介绍|告诉|感慨|回答|问|喊|称|写))",
            "引号里的名称后面不用「{}」。",
            suggestion="删去",
            near="，” ,” 、” ；” ;”",
        ),
    ),
    Rule(
        name="punctuation.pause_before_quality",
        category=_MARK,
        severity="warning",
        explain="「人员力量、薄弱」，主语和谓语中间不能用顿号。",
        fires="存在的不足：人员力量、薄弱，群众知晓率、不高。",
        passes="人员力量薄弱，数量、质量不高，意识、能力不强，不足、薄弱之处。",
        find=searching(
            r"(?:^|(?<=[，,。；;：:、\n是的]))[一-鿿]{0,6}(?:力量|意识|水平|能力|力度|知晓率|参与度|积极性|主动性|时效性|针对性|机制|制度|队伍|形式|渠道|内容)(?P<mark>、)(?=(?:薄弱|不足|不强|不高|不够|不健全|不完善|偏低|偏少|单一|欠缺|滞后|不及时|不全面|不规范)[，,。；;\n])",
            "主语和谓语中间不能用顿号。",
            suggestion="删去",
            near="、薄弱 、不足 、不强 、不高 、不够 、不健全 、不完善 、偏低 、偏少 、单一 、欠缺 、滞后 、不及时 、不全面 、不规范",
            unless=_in_a_row,
        ),
    ),
    Rule(
        name="punctuation.colon_before_result",
        category=_MARK,
        severity="info",
        explain="「建成公开栏14个：覆盖率100%」，两句话中间用逗号，不用冒号。",
        fires="建成社区公开栏14个：覆盖率100%。",
        passes="建成社区公开栏14个，覆盖率100%。公开信息20条：其中财政类5条。",
        find=searching(
            rf"(?<={_COUNTED[:2]}){_COUNTED[2:]}(?P<mark>[：:])(?=(?:覆盖率|合格率|满意率|完成率|办结率|公开率|答复率|同比|均[已为]|已全部|全部(?:更新|办结|完成|整改|答复|公开|办理)|较上年|比上年))",
            "这里是两句话，应当用逗号。",
            suggestion="，",
            near="覆盖率 合格率 满意率 完成率 办结率 公开率 答复率 同比 均已 均为 全部 较上年 比上年",
        ),
    ),
    Rule(
        name="punctuation.comma_after_and",
        category=_MARK,
        severity="warning",
        explain="「并，公布投诉电话」，连词后面不停顿。",
        fires="设意见箱2个，并，公布投诉电话。",
        passes="设意见箱2个，并公布投诉电话。合并，撤并，兼并，以及（并，或）符号。",
        find=searching(
            rf"(?<=[，,。；;])(?P<mark>(?:并|以及|并且|同时并|和|及|与|从而|进而|以便)[，,、])(?=[{HAN}])",
            "连词后面不用逗号。",
            suggestion="删去逗号",
            near="并， 并, 并、 以及， 以及, 并且， 并且, 和， 和, 及， 及, 与， 与, 从而， 从而, 进而， 进而, 以便， 以便,",
        ),
    ),
    Rule(
        name="punctuation.pause_before_force",
        category=_MARK,
        severity="warning",
        explain="「由县政府办公室解释、自公布之日起施行」，两句话中间不用顿号。",
        fires="本制度由县政府办公室负责解释、自公布之日起施行。",
        passes="本制度由县政府办公室负责解释，自公布之日起施行。",
        find=searching(
            r"解释(?P<mark>[、：:])(?=自(?:公布|印发|发布|下发|发文|20\d\d))",
            "两句话中间用逗号或句号。",
            suggestion="，",
            near="解释、 解释： 解释:",
        ),
    ),
    Rule(
        name="punctuation.colon_after_will",
        category=_MARK,
        severity="info",
        explain="「我局将：继续深化公开」，「将」后面没有列项，不用冒号。",
        fires="今后，我局将：继续深化公开。",
        passes="今后，我局将：1.继续深化公开；2.加强培训。今后，我局将继续深化公开。",
        find=searching(
            r"(?:[我本全][一-鿿]{1,3}|下一步|今后|我们)(?:将|要)(?P<mark>[：:，,、])(?=(?:继续|进一步|深入|加强|加大|不断|积极|认真|努力|着力|切实|全面)[^；;\n]{4,60}。)",
            "「将」后面没有列项，不用「{}」。",
            suggestion="删去",
            near="将： 将: 将， 将, 将、 要： 要: 要， 要, 要、",
        ),
    ),
    Rule(
        name="punctuation.stop_within_list",
        category=_MARK,
        severity="info",
        explain="「公开诊疗项目、收费标准。药品价格等」，几项并列，中间不能用句号。",
        fires="公布定点机构名单、补贴标准。申请流程。",
        passes="公布定点机构名单、补贴标准、申请流程。完善制度、机制。加强培训。",
        find=searching(
            r"(?:公开|公布|公示|包括|发布|更新)[^。；;，,\n]{2,16}、[一-鿿]{2,8}(?P<mark>。)(?=[一-鿿]{2,6}(?:价格|标准|流程|名单|结果|情况|电话|程序|目录|范围|依据|条件|材料|时限|等)(?:等)?[。；;])",
            "几项并列，中间不能用句号。",
            suggestion="、",
            near="公开 公布 公示 包括 发布 更新",
            needs="。",
            unless=_is_whole,
        ),
    ),
    Rule(
        name="punctuation.comma_after_paper",
        category=_MARK,
        severity="info",
        explain="「根据《……通知》（××办〔2023〕8号）我局组织开展……」，依据说完，主语前面要有逗号。",
        fires="根据《政务公开自查通知》（青政办〔2023〕8号）我局立即组织开展自查。",
        passes="根据《政务公开自查通知》（青政办〔2023〕8号），我局立即组织开展自查。按照《方案》要求，结合实际制定本办法。",
        find=searching(
            rf"(?:根据|按照|依据|依照|遵照|对照)[^《，,。；;\n]{{0,16}}《[^》\n]{{3,50}}》(?:[（(][^）)\n]{{2,24}}[）)])?(?:的?(?:有关|相关|文件|总体|统一)?(?:要求|精神|规定|部署|安排|通知))?(?P<mark>我[局镇乡县区市校院办委街村所处](?=[{HAN}])|现将|特制定|特此|结合[我本]|现就)",
            "依据说完，「{}」前面要有逗号。",
            suggestion="，{}",
            near="我 现将 特制定 特此 结合 现就",
        ),
    ),
    Rule(
        name="punctuation.of_comma",
        category=_MARK,
        severity="info",
        explain="「分管领导终审的，“三审制”」，「的」和它修饰的词中间不能用逗号。",
        fires="实行科室初审、分管领导终审的，“三审制”。",
        passes="实行科室初审、分管领导终审的“三审制”。对逾期不报的，“红黄牌”警示。",
        find=searching(
            rf"[{HAN}]{{2}}的(?P<mark>[，,；;])(?=“[^”\n]{{2,8}}”(?:[。；;，,]|制度|机制|模式|体系|原则|格局))",
            "「的」后面不能用「{}」。",
            suggestion="删去",
            near="的，“ 的,“ 的；“ 的;“",
        ),
    ),
)
