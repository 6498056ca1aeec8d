"""Two of a kind side by side: halves of a saying, villages and communities, abilities, posts; marks that names of plans and greetings want."""

from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.patterns import HAN, searching

_SETTLED = "(?:行政村|自然村|居委会|村委会|村民小组|居民小组|社区|村|乡镇|街道|党支部|党总支)"
_NUMBER = r"(?:\d{1,4}|[一二两三四五六七八九十]{1,3})"
_ABILITIES = "意识|能力|水平|观念|精神|素质|作风|理念|思维|素养"
_POSTS = "书记|镇长|乡长|县长|主任|局长|校长|站长|所长|主席|组长|部长|院长"

RULES = (
    Rule(
        name="punctuation.settlements_unparted",
        category="punctuation_misuse",
        severity="warning",
        explain="「17个行政村一个居委会」：并列的村、社区之间用顿号。",
        fires="全乡辖17个行政村一个居委会。",
        passes="全乡辖17个行政村、1个居委会，3个村2个达标。",
        find=searching(
            rf"(?P<mark>{_NUMBER}个{_SETTLED}(?:[（(][^（()）\n]{{1,30}}[）)])?{_NUMBER}个{_SETTLED})(?![{HAN}]?达)",
            "「{}」并列的两项之间漏了顿号。",
            suggestion="在第二个数前面加「、」",
            near="个行政村 个自然村 个居委会 个社区 个村 个乡镇 个街道 个党支部 个党总支 个居民小组",
        ),
    ),
    Rule(
        name="punctuation.comma_between_abilities",
        category="punctuation_misuse",
        severity="info",
        explain="「培养班主任的创新意识，责任意识，服务意识」：动词后面并列的几个名词，结尾相同，中间用顿号。",
        fires="培养班主任的创新意识，责任意识，服务意识。",
        passes="增强责任意识，服务意识不断提高。增强责任意识、服务意识。",
        find=searching(
            rf"(?:[增提培树强养升高立化备]|的)了?(?P<mark>[{HAN}]{{2}}(?P<end>{_ABILITIES})[，,][{HAN}]{{2}}(?P=end))(?=[，,][{HAN}]{{2}}(?P=end)|[。；;]|(?:、|和|与|及)[{HAN}]{{2}})"
            rf"|[提增]高?强?(?P<mark2>[{HAN}]{{2}}(?:{_ABILITIES})[，,][{HAN}]{{2}}(?:{_ABILITIES}))(?=(?:和|与|及)[{HAN}]{{2}}(?:{_ABILITIES})[，,。；])",
            "「{}」并列的词语之间用顿号。",
            suggestion="改为「、」",
            near=" ".join(word + comma for word in _ABILITIES.split("|") for comma in "，,"),
        ),
    ),
    Rule(
        name="punctuation.comma_between_new",
        category="punctuation_misuse",
        severity="info",
        explain="「出现的新情况，新问题」：动词后面两个头字相同的短语并列，中间用顿号。",
        fires="分析研究政务公开出现的新情况，新问题，不断加强公开工作。",
        passes="研究新情况、新问题。工作有新思路，新举措不断推出。",
        find=searching(
            rf"(?:出现|遇到|面临|解决|研究|发现|存在|反映|产生|破解|针对|适应)了?的?(?P<mark>(?P<first>[新老大难真旧])[{HAN}]{{2}}[，,](?P=first)[{HAN}]{{2}})(?=[，,。；;])",
            "「{}」并列的词语之间用顿号。",
            suggestion="改为「、」",
            near=" ".join(comma + first for comma in "，," for first in "新老大难真旧"),
        ),
    ),
    Rule(
        name="punctuation.posts_of_one_by_comma",
        category="punctuation_misuse",
        severity="info",
        explain="「党委书记，综治委主任王某」：同一个人的两个职务之间用顿号。",
        fires="党委书记，综治委主任张明、副镇长李红出席会议。",
        passes="党委书记、综治委主任张明出席。会议选出书记，主任由镇长兼任。",
        find=searching(
            rf"(?:^|(?<=[，。；、由向\n]))(?P<mark>[{HAN}]{{1,6}}(?:{_POSTS})[，,][{HAN}]{{0,7}}(?:{_POSTS}))(?=[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳史唐薛雷贺倪汤罗郝安常傅齐康余顾孟黄萧尹姚邵汪毛戴宋熊纪舒项祝董梁杜阮蓝席季贾江童颜郭林钟徐邱骆高夏蔡田胡凌万柯管卢莫房解应丁邓洪石崔龚程裴陆荣翁段侯全仰秋仲伊宁宫仇刘景龙叶白蒲欧][{HAN}]{{1,2}}(?:[、，]|同志|出席|主持|参加|带队|带领|分别))",
            "「{}」是同一个人的职务，中间用顿号。",
            suggestion="改为「、」",
            near=" ".join(word + comma for word in _POSTS.split("|") for comma in "，,"),
        ),
    ),
    Rule(
        name="punctuation.saying_in_two_halves",
        category="punctuation_misuse",
        severity="info",
        explain="「“不漏一户不错一人”」：引号里两个句式相同的四字短语之间要有标点。",
        fires="按照“不漏一户不错一人”的要求开展排查。",
        passes="按照“不漏一户、不错一人”的要求，“一村一品”，“应保尽保”。",
        find=searching(
            rf"“(?P<mark>(?P<a>[{HAN}])[{HAN}](?P<b>[{HAN}])[{HAN}](?P=a)[{HAN}](?P=b)[{HAN}])”",
            "「{}」两半之间疑漏了标点。",
            suggestion="中间加「、」或「，」",
            near="“",
        ),
    ),
    Rule(
        name="punctuation.twin_phrases_unparted",
        category="punctuation_misuse",
        severity="info",
        explain="「精准识别精准退出大排查」：头两字相同的两个四字短语连在一起，中间疑漏了标点。",
        fires="我镇全面开展精准识别精准退出大排查。",
        passes="开展精准识别、精准退出。全面推进全面从严治党。",
        find=searching(
            rf"(?:开展|做好|抓好|推进|落实|坚持|做到|加强|实行)(?P<mark>(?P<a>[{HAN}]{{2}})[{HAN}]{{2}}(?P=a)[{HAN}]{{2}})(?=[，。；、,;]|等|的|工作|大[{HAN}])",
            "「{}」两个短语之间疑漏了顿号。",
            suggestion="中间加「、」",
            near="开展 做好 抓好 推进 落实 坚持 做到 加强 实行",
        ),
    ),
    Rule(
        name="punctuation.plan_without_quotes",
        category="punctuation_misuse",
        severity="info",
        explain="「十二五规划」「七一前后」：规划期和纪念日的简称要加引号。",
        fires="荣谋村是十二五建档立卡贫困村，七一前后开展慰问。",
        passes="“十二五”规划，第十二五金店，七一路社区，“七一”前夕。",
        find=searching(
            r"(?<![“‘\"第、一二三四五六七八九十百千\d])(?P<mark>十[一二三四]五)(?=规划|期间|时期|以来|末期|建档|纲要|开局|收官|发展|重点|目标|贫困村)"
            r"|(?<=[，。；、在迎庆祝保到了\n])(?P<mark2>七一)(?=前后|期间|前夕|来临|表彰|慰问)",
            "「{}」要加引号。",
            suggestion="“{}”",
            near="十一五 十二五 十三五 十四五 七一",
        ),
    ),
    Rule(
        name="punctuation.bullet_for_middle_dot",
        category="punctuation_misuse",
        severity="info",
        explain="「钱塘门户•星城客厅」：中间的点是项目符号「•」，间隔号用「·」。",
        fires="高水平打造“钱塘门户•星城客厅”。",
        passes="打造“钱塘门户·星城客厅”。\n• 公开内容",
        find=searching(
            rf"(?<=[{HAN}])(?P<mark>[•●∙⋅])(?=[{HAN}])",
            "「{}」不是间隔号。",
            suggestion="·",
            needs="•●∙⋅",
            near="• ● ∙ ⋅",
        ),
    ),
    Rule(
        name="punctuation.greeting_by_comma",
        category="punctuation_misuse",
        severity="info",
        explain="「你们好，今天……」：问候的话说完了，用叹号或句号。",
        fires="尊敬的各位领导：你们好，今天市验收组到我社区检查指导工作。",
        passes="各位领导：大家好！今天验收组到我社区。只有大家好，才是真的好。",
        find=searching(
            r"(?:你们|您们|大家|各位领导|同志们|领导们|各位)(?:上午|下午|早上|晚上)?好(?P<mark>[，,])(?=今天|今日|首先|我是|我叫|现在|下面|很高兴|非常高兴|根据|按照|受|我代表|欢迎|我谨|在这)",
            "问候的话后面用叹号或句号。",
            suggestion="！",
            near="好， 好,",
        ),
    ),
    Rule(
        name="punctuation.issued_without_title_marks",
        category="punctuation_misuse",
        severity="info",
        explain="「出台关于加强社区建设的决定、」：出台、印发的文件写的是全名，要加书名号。",
        fires="县委、县政府出台关于进一步加强社区建设的决定，统筹推进。",
        passes="县委出台《关于进一步加强社区建设的决定》，出台关于养老的政策措施。",
        find=searching(
            r"(?:出台|印发|下发|转发|颁布|颁发)了?(?P<mark>关于(?:进一步)?(?:加强|做好|推进|深化|促进|加快|开展|规范|印发|实施|完善|健全)[^《》“”，,。；;：:、\n]{3,26}的(?:实施)?(?:决定|意见|通知|方案|办法|规定))(?=[、，,。；;])",
            "文件名称「{}」要加书名号。",
            suggestion="《{}》",
            near="出台 印发 下发 转发 颁布 颁发",
        ),
    ),
    Rule(
        name="punctuation.result_after_stop",
        category="punctuation_misuse",
        severity="info",
        explain="「……推动工作落实。确保了任务顺利完成」：后面说的是前面的结果，没有另外的主语，用逗号。",
        fires="整合各方力量，推动工作落实。确保了脱贫攻坚工作顺利开展。",
        passes="推动工作落实，确保了任务完成。确保任务完成。以上措施确保了安全。",
        find=searching(
            rf"(?<=[{HAN}])(?P<mark>。)(?=(?:有效地?|切实|有力地?)?(?:确保了|保证了|使得|致使|以便|以期|以免|从而)[{HAN}])",
            "后面说的是前面的结果，用逗号。",
            suggestion="，",
            near="。确保了 。保证了 。使得 。致使 。以便 。以期 。以免 。从而 。有效确 。有效保 。切实确 。切实保 。有力确 。有力保 。有效地 。有力地",
        ),
    ),
)
