"""Clauses put together clumsily: 「成立了成立」, 「，于提高」, 「可通过网站，可查阅」, one basis named twice, details run together."""

import re

from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching

_DONE = "成立|建立|制定|制订|开展|召开|完善|健全|落实|加强|提高|组织|编制|印发|出台|公开|发布|规范|明确|设立|进行|推进|增强|形成|举办|编写|更新|公布|取得|加大|拓宽|设置|配备|开通|开设|安排|深化|强化|提升"
_IMPROVED = "提高|增强|推进|促进|加强|保障|维护|推动|改进|完善|落实|提升|做好|规范|方便"
_DETAILS = "电子邮箱|电子邮件|电子信箱|邮箱|传真|邮编|邮政编码|联系人|联系电话|地址|电话|网址"


def _of_paragraph(passage: Passage, match: re.Match[str]) -> bool:
    """「根据《条例》……，按照《条例》第二十条」 says more the second time; two names without 「条例」 are two papers."""
    return passage.text.startswith(("第", "中", "有关章节"), match.end()) or (
        match["two"] != match["one"] and not match["one"].endswith("条例")
    )


def _storm(passage: Passage, match: re.Match[str]) -> bool:
    return (
        re.search("台风|热带|风暴|强对流", passage.text[max(0, match.start() - 30) : match.end() + 20])
        is not None
    )


RULES = (
    Rule(
        name="punctuation.details_run_on",
        category="punctuation_misuse",
        severity="warning",
        explain="电话、邮编、邮箱、地址各是一项，中间要有标点：「87669206电子邮箱」漏了逗号。",
        fires="联系电话：0100-87669206电子邮箱：xxgk@163.com。",
        passes="联系电话：0100-87669206，电子邮箱：xxgk@163.com，拨打12345电话投诉。",
        find=searching(
            rf"(?<!\d)(?P<mark>\d{{7,8}}|1\d{{10}})(?=(?:{_DETAILS})[：: 为])|(?:邮编|邮政编码)[：:]?\d{{5}}(?P<mark2>\d)(?=(?:{_DETAILS})[：: 为])|@[\w.-]{{3,30}}\.(?:com|cn|net)(?P<mark3>(?:{_DETAILS}))(?=[：: 为])",
            "两项之间漏了标点。",
            near="邮箱 电子邮件 信箱 传真 邮编 邮政编码 联系人 联系电话 地址 电话 网址",
        ),
    ),
    Rule(
        name="typo.done_again",
        category="typo",
        severity="warning",
        explain="「成立了成立领导小组」把一个动词写了两遍。",
        fires="我局成立了成立政府信息公开工作领导小组。",
        passes="我局成立了政府信息公开工作领导小组，组织了组织部门的培训。",
        find=searching(
            rf"(?P<verb>{_DONE})了(?P<mark>(?P=verb))(?!部|处|科|股|者|方|单位|机构|目录|指南|说明|方案|办|工作|报告|后|前)(?=[{HAN}《“])",
            "「{}」写了两遍。",
            suggestion="删去",
            near=" ".join(f"{verb}了{verb}" for verb in _DONE.split("|")),
        ),
    ),
    Rule(
        name="typo.at_without_for",
        category="typo",
        severity="warning",
        explain="「，于提高工作透明度」漏了字，疑为「对于」「有利于」「有助于」。",
        fires="扩大了公开范围，于提高政府工作的透明度，取得良好成效。",
        passes="扩大了公开范围，对于提高透明度有益，于5月提高了标准，有利于提高效率。",
        find=searching(
            rf"(?:^|(?<=[，,。；;、\n]))(?P<mark>于)(?=(?:{_IMPROVED})[{HAN}])",
            "「于」前面漏了字，疑为「对于」「有利于」。",
            near=" ".join(f"于{word}" for word in _IMPROVED.split("|")),
            flags=re.M,
        ),
    ),
    Rule(
        name="typo.smooth_of_carrying_out",
        category="typo",
        severity="info",
        explain="「确保工作开展的顺利实施」把「开展」「实施」叠在一起。",
        fires="做到分工明细，确保工作开展的顺利实施。",
        passes="做到分工明细，确保工作顺利开展，保证了工作的顺利实施。",
        find=searching(
            r"(?P<mark>(?:开展|实施|推进|进行|运行|运转|落实)的(?:顺利|有序|正常|有效|高效)(?:实施|开展|进行|推进|运行|落实))",
            "「{}」意思重复，写「顺利开展」一类即可。",
            near="的顺利 的有序 的正常 的有效 的高效",
        ),
    ),
    Rule(
        name="punctuation.who_and_who",
        category="punctuation_misuse",
        severity="info",
        explain="「谁公开，谁审核、谁负责」三项并列，标点应当一样。",
        fires="坚持“谁公开，谁审核、谁负责”的原则。",
        passes="坚持“谁公开、谁审核、谁负责”的原则，“谁主管、谁负责，谁公开、谁审核”。",
        find=searching(
            rf"(?<!谁)(?<![、，,])谁[{HAN}]{{2,4}}(?:[，,]谁[{HAN}]{{2,4}}(?P<mark>、)谁[{HAN}]{{2,4}}|、谁[{HAN}]{{2,4}}(?P<mark2>[，,])谁[{HAN}]{{2,4}})(?=[”的。；;原])",
            "几项并列，标点应当一样。",
            near="谁",
        ),
    ),
    Rule(
        name="date.year_before_month_lost",
        category="wrong_year_or_date",
        severity="error",
        explain="落款「年八月二十八日」漏了年份。",
        fires="特此通知\n年八月二十八日",
        passes="特此通知\n二〇一五年八月二十八日\n年八月前完成",
        find=searching(
            r"^[ \t\u3000]*(?P<mark>年(?:[一二三四五六七八九十]{1,2}|\d{1,2})月(?:[一二三四五六七八九十]{1,3}|\d{1,2})日)[ \t\u3000]*$",
            "「{}」漏了年份。",
            suggestion="写全年月日",
            near="年一月 年二月 年三月 年四月 年五月 年六月 年七月 年八月 年九月 年十 年1 年2 年3 年4 年5 年6 年7 年8 年9",
            flags=re.M,
        ),
    ),
    Rule(
        name="typo.petition_as_application",
        category="typo",
        severity="warning",
        explain="「复议、诉讼和申请情况」应为「申诉」。",
        fires="全年没有行政复议、诉讼和申请情况。",
        passes="全年没有行政复议、诉讼和申诉情况，收到复议和公开申请。",
        find=searching(
            r"诉讼[和及与、](?P<mark>申请)(?=的?(?:情况|案件)|[，,。；;])",
            "「{}」疑为「申诉」。",
            suggestion="申诉",
            near="诉讼和申请 诉讼及申请 诉讼与申请 诉讼、申请",
        ),
    ),
    Rule(
        name="typo.rule_of_law",
        category="typo",
        severity="info",
        explain="并列的目标里写「法治机关」「法治政府」，不写「法制」。",
        fires="以打造透明机关、法制机关、服务政府为目标。",
        passes="以打造透明机关、法治机关为目标，政府法制机构负责审核，法制政府网。",
        find=searching(
            r"(?<=[、和])(?P<mark>法制)(?=(?:机关|政府|单位|社会|国家|县|市|乡镇|校园)(?:[、，,和的]|为目标|建设))|(?:打造|建设|创建)(?P<mark2>法制)(?=(?:机关|政府|单位|社会|国家|县|市|乡镇|校园)(?:[、，,和的。]|为目标))",
            "「{}」疑为「法治」。",
            suggestion="法治",
            near="法制",
        ),
    ),
    Rule(
        name="punctuation.year_parted",
        category="punctuation_misuse",
        severity="warning",
        explain="「现将2011年度、信息公开工作情况汇报如下」年份后面多了顿号。",
        fires="现将2011年度、信息公开工作开展情况汇报如下。",
        passes="现将2010年、2011年信息公开工作情况汇报如下。",
        find=searching(
            r"(?:将|就|对|把|我局|我镇|我县|开展|做好)(?:19|20)\d\d年度?(?P<mark>、)(?=(?:政府|政务|党务|村务|校务)?(?:信息)?公开|工作|全)",
            "年份后面不用顿号。",
            suggestion="删去",
            near="年、 度、",
        ),
    ),
    Rule(
        name="typo.year_again",
        category="typo",
        severity="warning",
        explain="「本年度年未接到申请」多了一个「年」。",
        fires="本年度年未接到任何形式的申请。",
        passes="本年度未接到申请，今年年初部署，全年年均公开80条。",
        find=searching(
            r"(?:本年度|上年度|全年|\d年度)(?P<mark>年)(?=未|没|无|共|主动|收到|受理|我|发生|累计|内?政府信息|信息公开)",
            "多了一个「年」。",
            suggestion="删去",
            near="年度年 全年年",
        ),
    ),
    Rule(
        name="typo.basis_twice",
        category="typo",
        severity="info",
        explain="「根据《条例》……，根据《条例》编制」把同一个依据说了两遍。",
        fires="根据《中华人民共和国政府信息公开条例》（以下简称《条例》），根据《条例》编制本报告。",
        passes="根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制本报告，按照《条例》第十五条公开。",
        find=searching(
            r"(?:根据|依据|按照)《(?P<one>[^《》\n]{2,30})》(?:[（(]以下简称[^）)\n]{2,12}[）)])?[^。；;\n根依按]{0,60}?[，,](?P<mark>(?:根据|依据|按照)《(?P<two>(?P=one)|条例|中华人民共和国政府信息公开条例)》)",
            "同一个依据说了两遍。",
            suggestion="删去一处",
            near="，根据《 ,根据《 ，依据《 ,依据《 ，按照《 ,按照《",
            unless=_of_paragraph,
        ),
    ),
    Rule(
        name="typo.first_hand",
        category="typo",
        severity="warning",
        explain="「由一把领导主抓」应为「一把手」。",
        fires="由一把领导主抓政务公开工作。",
        passes="由一把手主抓政务公开工作，一把尺子量到底。",
        find=searching(
            r"(?P<mark>一把)(?=(?:领导|负责人|书记|局长|镇长)?(?:主抓|亲自|负总责|总负责|挂帅|任组长|负责|抓))(?!抓住|抓起)",
            "「{}」漏了「手」。",
            suggestion="一把手",
            near="一把",
        ),
    ),
    Rule(
        name="typo.if_there_is_found",
        category="typo",
        severity="info",
        explain="「如有发现问题」写「如发现问题」或「如有问题」。",
        fires="加强对网页的巡查，如有发现问题，及时整改。",
        passes="加强对网页的巡查，如发现问题，及时整改，如有发现，请举报。",
        find=searching(
            r"(?P<mark>如有发现)(?=[一-鿿])",
            "「{}」写「如发现」或「如有」。",
            suggestion="如发现",
            near="如有发现",
        ),
    ),
    Rule(
        name="typo.can_twice",
        category="typo",
        severity="info",
        explain="「可通过网站专栏，可查阅」多了一个「可」。",
        fires="市民可通过网站的公开专栏，可查阅主动公开的政府信息。",
        passes="市民可通过网站的公开专栏查阅政府信息，可以到窗口申请，可通过网站查阅，可到现场咨询。",
        find=searching(
            r"(?:可|可以|能|能够)通过(?![^，,。；;\n]{0,40}(?:查|了解|获|申|咨|下载|浏|反映))[^，,。；;\n]{2,40}[，,](?P<mark>可以?|能够?)(?=查|了解|获|申|咨|下载|浏)",
            "前面已有「可」，这里多余。",
            suggestion="删去",
            near="通过",
        ),
    ),
    Rule(
        name="typo.landing_for_login",
        category="typo",
        severity="warning",
        explain="「登陆」是上岸；打开网站、进入系统用「登录」。",
        fires="登陆城北街道办事处门户网站查询。",
        passes="登录城北街道办事处门户网站查询，台风登陆后网站及时发布预警。",
        find=searching(
            r"(?P<mark>登陆)(?!后?的?台风)(?=[^，,。；;\n登]{0,24}(?:网站|网页|平台|系统|官网|门户|专栏|公众号|网址|邮箱|主页|公开网|信息网|政府网|政务网))",
            "「{}」应为「登录」。",
            suggestion="登录",
            near="登陆",
            unless=_storm,
        ),
    ),
    Rule(
        name="typo.will_have_done",
        category="typo",
        severity="warning",
        explain="「将进一步加强了领导」说的是以后的事，不用「了」。",
        fires="我镇将进一步加强了组织领导。",
        passes="我镇进一步加强了组织领导，将继续加强领导，将建成了的项目移交。",
        find=searching(
            rf"(?<![即必])将(?:会)?(?:继续|进一步|不断|切实|认真|大力|积极|努力|逐步)(?:{_DONE})(?P<mark>了)(?=[{HAN}])",
            "说的是以后的事，不用「了」。",
            suggestion="删去",
            near="将继续 将进一步 将不断 将切实 将认真 将大力 将积极 将努力 将逐步 将会",
        ),
    ),
    Rule(
        name="typo.each_published_lost_of",
        category="typo",
        severity="info",
        explain="「审定每一个对外公布信息」漏了「的」。",
        fires="亲自审定每一个对外公布信息。",
        passes="亲自审定每一项对外公布的信息，每一条公开信息都有记录。",
        find=searching(
            r"每一?[个条项件份](?:对外|拟|应当|应该|需要|需|已经|已|即将)(?:公布|公开|发布|上网|上传)(?P<mark>信息|文件|内容|事项|材料)",
            "「{}」前面漏了「的」。",
            suggestion="的{}",
            near="每个 每条 每项 每件 每份 每一",
        ),
    ),
    Rule(
        name="typo.upheld_as",
        category="typo",
        severity="warning",
        explain="「坚持以“公开为原则，不公开为例外”审定」缺了「的原则」「为准则」一类的词。",
        fires="领导班子坚持以“公开为原则，不公开为例外”亲自审定信息。",
        passes="坚持以“公开为原则，不公开为例外”的要求审定信息，坚持以“三公”为标准，坚持“公开透明”审定。",
        find=searching(
            r"坚持以“[^“”\n]{4,40}”(?P<mark>(?:亲自|认真|严格|全面|积极|切实)?(?:审定|审核|审查|开展|做好|推进|进行|加强|落实|公开|发布|办理))",
            "「{}」前面缺了「的原则」「为原则」一类的词。",
            near="坚持以“",
        ),
    ),
    Rule(
        name="typo.information_without_openness",
        category="typo",
        severity="info",
        explain="「2010年度政府信息情况报告如下」漏了「公开」。",
        fires="现将我局2010年度政府信息情况报告如下。",
        passes="现将我局2010年度政府信息公开情况报告如下，主动公开政府信息情况。",
        find=searching(
            r"(?:\d年度?|加强对|促进|推进|做好)(?P<mark>政府信息)(?=(?:工作)?的?情况(?:报告|汇报|总结|通报)|工作(?:年度)?(?:报告|总结|情况)|工作的(?:领导|制度化|规范化|监督|管理|开展))",
            "「{}」后面疑漏「公开」。",
            suggestion="政府信息公开",
            near="政府信息情况 政府信息的情况 政府信息工作",
        ),
    ),
)
