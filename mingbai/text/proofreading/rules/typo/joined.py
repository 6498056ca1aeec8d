"""Ways of saying that are joined wrongly: 「对加强对」, 「从……为出发点」, 「制度了」, 「进行新阶段」, a group named twice."""

import re

from mingbai.text import lazy
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._parsing import MARK

_IN = f"[{HAN}“”、]"
# What makes of a clause in 「……的落脚点」 something said of it.
_SAID_OF = lazy.pattern("[以把将是找抓从当视即]|(?<!行)为|成为|作为|围绕|立足|紧扣|实现|着眼")
_AIM = lazy.pattern("为(?:出发点|目的|目标|宗旨|原则|根本|重点|中心|核心)")
# A group is known again by its last characters.
_FAR, _TAIL = 80, 4
_STANDS = "出发点和落脚点|出发点与落脚点|落脚点|出发点|着力点|切入点|突破口|着眼点"
_ORDERLY = (
    "有计划|有步骤|有重点|有秩序|有组织|有针对性|有目的|有序|分批次|分阶段|分步骤|分层次|按时|如期|按期"
)
_DONE = (
    "推进|开展|进行|实施|公开|做好|落实|组织|完成|抓好|加强|宣传|推动|整改|更新|推行|发布|部署|安排|解决|培训"
)


def _said_of(passage: Passage, match: re.Match[str]) -> bool:
    """「以……为」 may have begun in the clause before."""
    text, start = passage.text, match.start("mark")
    low = max(passage.start, *(text.rfind(mark, passage.start, start) for mark in "。；;\n"))
    return _SAID_OF.search(text, low, match.end()) is not None


def _as_well(passage: Passage, match: re.Match[str]) -> bool:
    """「从实际出发，以服务群众为宗旨」 has its 「以」."""
    said = _AIM.search(passage.text, match.end(), match.end() + _FAR)
    return said is None or re.search("以|作$", passage.text[match.start() : said.start()]) is not None


def _other_group(_: Passage, match: re.Match[str]) -> bool:
    return match["one"][-_TAIL:] != match["two"][-_TAIL:]


RULES = (
    Rule(
        name="typo.noun_done",
        category="typo",
        severity="warning",
        explain="「制度了公开指南」把名词当成动词，疑为「制定了」。",
        fires="制度了政府信息公开指南，为公众服务。",
        passes="制定了政府信息公开指南，有制度了，制度了解不够。",
        find=searching(
            rf"(?<![{HAN}的有无各项套个些])(?:我[镇乡局县校村院]|各[村校站]都?)?(?:先后|已|还|并|现)?(?P<mark>制度|机制|方案|目录|指南|程序|规程|栏目)了(?![解然却结事断])(?=[{HAN}《“]{{2}})",
            "「{}」是名词，不能带「了」，疑为「制定」「建立」一类的动词。",
            suggestion="制定",
            near="制度了 机制了 方案了 目录了 指南了 程序了 规程了 栏目了",
        ),
    ),
    Rule(
        name="typo.about_about",
        category="typo",
        severity="warning",
        explain="「对加强对条例的学习」多了一个「对」。",
        fires="通过集中学习，对加强对新条例的理解。",
        passes="加强对新条例的学习，对加强对外交流有利，对提高认识很有好处。",
        find=searching(
            rf"(?P<mark>对)(?:加强|提高|增强|加深|强化|深化|做好|加大)(?:了)?对(?!外|内|口|接|象|方|策|应|标|比|照|手)(?={_IN}{{2,16}}的(?:学习|认识|理解|管理|监督|宣传|培训|检查|领导|指导|了解|掌握|重视|考核)(?:[，,。；;、]))",
            "多了一个「对」。",
            suggestion="删去",
            near="对加强 对提高 对增强 对加深 对强化 对深化 对做好 对加大",
        ),
    ),
    Rule(
        name="typo.new_stage",
        category="typo",
        severity="warning",
        explain="「进行新的发展阶段」应为「进入」。",
        fires="政务公开工作进行新的发展阶段。",
        passes="政务公开工作进入新的发展阶段，进行新一轮检查。",
        find=searching(
            r"(?P<mark>进行)(?=了?(?:一个)?新(?:的)?(?:发展|历史|工作)?(?:阶段|时期|时代|征程|轨道)|了?(?:快速|良性|正常|规范化?|常态化?|制度化?|法制化?)(?:的)?(?:轨道|阶段|状态))",
            "「{}」疑为「进入」。",
            suggestion="进入",
            near="阶段 时期 时代 征程 轨道 状态",
        ),
    ),
    Rule(
        name="typo.stand_without_verb",
        category="typo",
        severity="warning",
        explain="「……的落脚点」前面没有「以」「把」「作为」，句子不完整。",
        fires="不断提升信息宣传工作整体水平的落脚点，切实履行职责。",
        passes="以维护群众利益为出发点和落脚点，把提升水平作为工作的落脚点，切实履行职责。",
        find=searching(
            rf"(?:^|(?<=[，,。；;！\n]))(?P<mark>[{HAN}“”]{{4,30}}?的(?:{_STANDS})){MARK}",
            "「{}」缺「以」「把」「作为」一类的词，句子不完整。",
            near=_STANDS.replace("|", " "),
            unless=_said_of,
        ),
    ),
    Rule(
        name="typo.from_as",
        category="typo",
        severity="warning",
        explain="「从……出发」和「以……为出发点」混在了一起。",
        fires="从便于公众知情，有利于公众监督为出发点，设立公开栏。",
        passes="从便于公众知情出发，以有利于公众监督为出发点，设立公开栏。",
        find=searching(
            rf"(?:^|(?<=[，,。；;！\n]))(?P<mark>从)(?!而|此|前|事|严|业|优|快|中|今|不|小)(?=(?:[{HAN}“”、]{{2,24}}[，,]){{0,2}}[{HAN}“”、]{{2,24}}为(?:出发点|目的|目标|宗旨|原则|根本|重点|中心|核心)(?:[，,。；;和]))",
            "「从……出发」和「以……为」混在一起，这里写「以」。",
            suggestion="以",
            near="为出发点 为目的 为目标 为宗旨 为原则 为根本 为重点 为中心 为核心",
            unless=_as_well,
        ),
    ),
    Rule(
        name="typo.group_twice",
        category="typo",
        severity="warning",
        explain="「成立了领导小组，由……任组长的领导小组」把同一个组织说了两遍。",
        fires="成立了校务公开领导小组，由校长任组长、副校长任副组长的校务公开领导小组。",
        passes="成立了校务公开领导小组，由校长任组长、副校长任副组长。",
        find=searching(
            rf"(?:成立|组建|建立|调整)了?(?P<one>[{HAN}]{{0,16}}?(?:领导小组|工作小组|监督小组|工作专班))[，,]"
            rf"(?P<mark>由[{HAN}、，,（）()“”]{{4,60}}?的(?P<two>[{HAN}]{{0,16}}?(?:领导小组|工作小组|监督小组|工作专班))){MARK}",
            "前面已经说了成立什么组织，这里又说了一遍。",
            suggestion="删去后面的「的……小组」",
            near="小组，由 小组,由 专班，由",
            unless=_other_group,
        ),
    ),
    Rule(
        name="typo.none_involved",
        category="typo",
        severity="info",
        explain="「内容无涉及国家秘密」应为「不涉及」。",
        fires="确保公开内容无涉及国家秘密。",
        passes="确保公开内容不涉及国家秘密，有无涉及商业秘密都要审查。",
        find=searching(
            r"(?<!有)(?P<mark>无)涉及(?=国家|商业|个人|敏感|秘密|涉密|内部)",
            "「无涉及」应为「不涉及」。",
            suggestion="不",
            near="无涉及",
        ),
    ),
    Rule(
        name="typo.orderly_of",
        category="typo",
        severity="info",
        explain="「有针对性的开展」里修饰动词用「地」。",
        fires="有针对性的开展业务培训。",
        passes="有针对性地开展业务培训，开展有针对性的培训活动，有重点的村组。",
        find=searching(
            rf"(?<![最更是])(?:{_ORDERLY})(?P<mark>的)(?={_DONE})(?!(?:{_DONE})(?:工作|活动|方案|计划|内容|措施|制度|情况|事项|力度|资料|安排|任务|建议|意见|要求))",
            "修饰动词用「地」。",
            suggestion="地",
            near=" ".join(f"{word}的" for word in _ORDERLY.split("|")),
        ),
    ),
    Rule(
        name="typo.mail_address",
        category="typo",
        severity="info",
        explain="给出的是地址，应写「电子邮箱」。",
        fires="电子邮件：xxgk@163.com",
        passes="电子邮箱：xxgk@163.com，可用电子邮件提交。",
        find=searching(
            r"(?<![）)、.．])(?P<mark>电子邮件)(?=[：:]\s?[\w.-]{1,40}@)",
            "这里给的是地址，应写「电子邮箱」。",
            suggestion="电子邮箱",
            near="电子邮件：电 电子邮件： 电子邮件:",
        ),
    ),
    Rule(
        name="typo.number_word_lost",
        category="typo",
        severity="warning",
        explain="文号的序号后面漏了「号」：「国办发〔2014〕12）」。",
        fires="根据《通知》（国办发〔2014〕12）的精神，开展工作。",
        passes="根据《通知》（国办发〔2014〕12号）的精神，法释〔2020〕第3批，见表（2014）12。",
        find=searching(
            rf"[{HAN}]{{1,8}}(?:发|办|字|函|政|委|通|文|秘|公开|纪|组|规)[〔\[［](?:19|20)\d\d[〕\]］]第?(?P<mark>\d{{1,4}})(?=[）)，,。；;、》]|文件|通知|的)",
            "「{}」后面漏了「号」。",
            suggestion="{}号",
            near="〔 [ ［",
        ),
    ),
    Rule(
        name="punctuation.year_listed",
        category="punctuation_misuse",
        severity="warning",
        explain="「2009年、未收到申请」：年份后面不是并列的年份，用逗号或不用标点。",
        fires="2009年、未收到依申请公开的申请。",
        passes="2009年、2010年未收到申请，2009年、上年同期和今年。",
        find=searching(
            r"(?:^|(?<=[。；;！\n]))[ \u3000]*(?:19|20)\d\d年度?(?P<mark>、)(?=(?:我|全|本|未|无|没有|共|各|按照|根据|累计|主动|认真|县|镇|乡|区|街道))",
            "年份后面不用顿号。",
            suggestion="，",
            near="年、 年度、",
            flags=re.M,
        ),
    ),
    Rule(
        name="encoding.masked_letters",
        category="encoding_damage",
        severity="warning",
        explain="网站把词语换成了「b_m」一类的字母，要改回汉字。",
        fires="认真落实b_m审查制度。",
        passes="附件名为xx_gk1，见a_1表，网址含b_m.html。",
        find=searching(
            rf"(?<=[{HAN}“，,。、；;：])(?P<mark>[a-z]{{1,3}}_[a-z]{{1,3}})(?=[{HAN}”，,。、；;])",
            "「{}」是网站屏蔽词语留下的字母。",
            suggestion="改回原来的词语",
            near="_",
        ),
    ),
    Rule(
        name="placeholder.masked_by_line",
        category="template_placeholder",
        severity="error",
        explain="「以_理论为指导」「学习贯彻_精神」：网站抹去了词语，要写实际内容。",
        fires="坚持以_理论和“三个代表”重要思想为指导。",
        passes="坚持以邓小平理论为指导，文件名gk_精神文明.docx。",
        find=searching(
            rf"(?<=[{HAN}“、，,])(?<![网站])(?P<mark>_)(?=[{HAN}“])",
            "这里抹去了词语，没有写实。",
            suggestion="填写实际内容",
            near="_",
        ),
    ),
    Rule(
        name="typo.recognition_of",
        category="typo",
        severity="warning",
        explain="「提高公开工作重要性的认识」漏了「对」。",
        fires="进一步提高公开工作重要性的认识。",
        passes="进一步提高对公开工作重要性的认识，增强了干部的认识，提高群众对公开的必要性的认识。",
        find=searching(
            r"(?:提高|增强|加深|强化|深化|统一)了?(?!对)(?:(?!对)[一-鿿“”、]){2,18}(?:重要性|必要性|紧迫性|重大意义|重要意义)(?:和(?:重要性|必要性|紧迫性))?的认识",
            "「{}」漏了「对」，写「提高对……的认识」。",
            near="重要性的认识 必要性的认识 紧迫性的认识 意义的认识",
        ),
    ),
    Rule(
        name="typo.got_and_done",
        category="typo",
        severity="warning",
        explain="「得到了提高了」多了一个「了」。",
        fires="群众满意度得到了提高了。",
        passes="群众满意度得到了提高，问题得到解决了就销号。",
        find=searching(
            rf"得到了[{HAN}]{{0,4}}(?:提高|加强|改善|提升|落实|解决|保障|增强|规范|完善)(?P<mark>了)(?=[，,。；;、])",
            "前面已有「了」，这里多余。",
            suggestion="删去",
            near="得到了",
        ),
    ),
    Rule(
        name="typo.must_again",
        category="typo",
        severity="info",
        explain="「再需经过审核」语序不顺，写「再经……审核」「还需经过……」。",
        fires="由专人收集整理，再需经过分管领导审核。",
        passes="由专人收集整理，再经分管领导审核，还需经过公示。",
        find=searching(
            r"(?P<mark>再需)(?=经|由|报|要)",
            "「{}」语序不顺，写「还需」或「再」。",
            suggestion="还需",
            near="再需",
        ),
    ),
    Rule(
        name="typo.same_word_twice",
        category="typo",
        severity="info",
        explain="「事项及事情」把一个意思说了两遍。",
        fires="及时宣传群众关心的事项及事情。",
        passes="及时宣传群众关心的事项，事项及办理结果都要公开。",
        find=searching(
            r"(?P<mark>(?:事项|事情|事宜)(?:及|和|与|、)(?:事项|事情|事宜)|(?:方法|办法)(?:及|和)(?:方法|办法)|(?:原因|缘由)(?:及|和)(?:原因|缘由)|职责责任|议程日程|将要将|能够能)",
            "「{}」把一个意思说了两遍。",
            suggestion="只留一个",
            near="及事情 和事情 事项和 事情及 事情和 事宜 办法及方法 方法和办法 方法及办法 办法和方法 缘由 职责责任 议程日程 将要将 能够能",
        ),
    ),
    Rule(
        name="typo.aim_without_by",
        category="typo",
        severity="info",
        explain="「打造服务型政府为目标」前面漏了「以」。",
        fires="始终坚持依法行政，全力打造服务型政府为目标，完善工作机制。",
        passes="始终坚持依法行政，以打造服务型政府为目标，把群众满意作为宗旨，公开为原则，不公开为例外。",
        find=searching(
            rf"(?:^|(?<=[，,。；;！\n]))(?P<mark>(?:(?![以把将视是由从定])[一-鿿“”、]){{4,24}}?(?<![作成定视确列])为(?:宗旨|目标|目的|导向|己任|主线|抓手|契机)){MARK}",
            "「{}」前面漏了「以」。",
            near="为宗旨 为目标 为目的 为导向 为己任 为主线 为抓手 为契机",
            unless=lambda _, match: (
                re.search("公开为|上为|认为|行为|更为|较为|分为|称为", match.group()) is not None
            ),
        ),
    ),
    Rule(
        name="typo.applied_twice",
        category="typo",
        severity="info",
        explain="「收到依申请公开政府信息申请」把「申请」说了两遍，写「收到政府信息公开申请」。",
        fires="全年收到依申请公开政府信息申请1件。",
        passes="全年收到政府信息公开申请1件，依申请公开事项已答复。",
        find=searching(
            r"(?:收到|受理|办理|接到|接收)(?:了|的|\d+[件条份宗])?(?P<mark>依申请(?:公开)?(?:的)?(?:政府)?信息(?:公开)?(?:的)?申请)",
            "「{}」把「申请」说了两遍。",
            suggestion="政府信息公开申请",
            near="依申请",
        ),
    ),
    Rule(
        name="punctuation.among_them_colon",
        category="punctuation_misuse",
        severity="info",
        explain="「其中：内容主要包括……」后面是完整的话，不用冒号。",
        fires="全年公开信息12条，其中：内容主要包括办事程序、惠农政策。",
        passes="全年公开信息12条，其中：办事程序3条，惠农政策9条。",
        find=searching(
            r"其中(?P<mark>[：:])(?=内容|主要(?:包括|有|是|涉及|为))",
            "后面是完整的话，不用冒号。",
            suggestion="删去",
            near="其中： 其中:",
        ),
    ),
    Rule(
        name="typo.and_lost",
        category="typo",
        severity="info",
        explain="「根据《条例》上级有关要求」在两项依据之间漏了「和」。",
        fires="根据《中华人民共和国政府信息公开条例》上级有关要求编制。",
        passes="根据《中华人民共和国政府信息公开条例》和上级有关要求编制。",
        find=searching(
            r"(?:根据|按照|依据|遵照)[^。；\n]{2,60}?[》）)](?P<mark>(?:上级|省、?市|市、?县|县委|县政府|区委|国务院)[一-鿿、]{0,8}(?:要求|精神|文件|部署|规定|通知|安排))",
            "「{}」前面漏了「和」「及」。",
            suggestion="和{}",
            near="》上级 ）上级 )上级 》省 ）省 》市 ）市 》县 ）县 》区委 ）区委 》国务院 ）国务院",
        ),
    ),
    Rule(
        name="typo.office_cut",
        category="typo",
        severity="warning",
        explain="「社会事务、办党政办」的顿号放错了位置，应为「社会事务办、党政办」。",
        fires="由村镇建设办、社会事务、办党政办、计生办负责人组成。",
        passes="由村镇建设办、社会事务办、党政办负责人组成，办事、办证、办学、办公室都要公开。",
        find=searching(
            rf"(?<=[{HAN}]{{2}})(?P<mark>、办)(?=(?!公室|事处|公厅)[{HAN}]{{2,4}}办(?:[、，,和及等。]|负责|参加|组成|人员))",
            "顿号放错了位置，应在「办」的后面。",
            suggestion="办、",
            near="、办",
        ),
    ),
    Rule(
        name="typo.mark_lost_before_purpose",
        category="typo",
        severity="warning",
        explain="「……及时公开为顺利开展工作，我镇……」在「为」的前面漏了句号或逗号。",
        fires="使政府信息及时公开为顺利开展信息公开工作，我镇配备了专人。",
        passes="政府信息及时公开。为顺利开展工作，我镇配备了专人；成绩的取得为进一步发展打下基础。",
        find=searching(
            rf"(?<=[{HAN}”）])(?<![作成认视是因以称列改较更行变化名即实])(?P<mark>为)(?=(?:顺利|确保|保证|切实|更好地|认真|贯彻|推动|规范|方便)[{HAN}“”《》、]{{3,24}}[，,](?:我[镇乡局县区校村院]|全[镇乡县区市]|镇|乡|县|各|按照|根据|进一步))",
            "「{}」前面漏了标点。",
            suggestion="，为",
            near="为顺利 为确保 为保证 为切实 为更好 为认真 为贯彻 为推动 为规范 为方便",
            unless=lambda passage, match: (
                re.search("[以把将]", passage.text[max(0, match.start() - 20) : match.start()]) is not None
            ),
        ),
    ),
    Rule(
        name="typo.meeting_attended",
        category="typo",
        severity="info",
        explain="「组织……参加的会议」应为「召开……参加的会议」。",
        fires="组织领导小组成员参加的专项会议，传达上级精神。",
        passes="召开领导小组成员参加的专项会议，组织信息员参加县里的会议。",
        find=searching(
            rf"(?P<mark>组织)(?![的内部建])[{HAN}、]{{4,24}}(?:参加|出席)的(?:[{HAN}]{{0,6}})(?:会议|大会|座谈会|培训会){MARK}",
            "开会说「召开」。",
            suggestion="召开",
            near="参加的 出席的",
        ),
    ),
    Rule(
        name="punctuation.inner_title_marks",
        category="punctuation_misuse",
        severity="warning",
        explain="书名号里面的书名号用「〈〉」，不用小于号、大于号。",
        fires="《关于印发<政府信息公开工作年度报告格式>的通知》",
        passes="《关于印发〈政府信息公开工作年度报告格式〉的通知》，公开率<95%。",
        find=searching(
            r"《[^《》\n]{0,40}(?P<mark><[^<>《》\n]{2,60}>)",
            "书名号里面用「〈〉」。",
            near="<",
        ),
    ),
)
