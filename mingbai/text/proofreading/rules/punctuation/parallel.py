"""Commas among parallel words: nouns of one ending, units, names of laws, fixed pairs; pauses where clauses part."""

import re

from mingbai.text import lazy
from mingbai.text.edges import shipped
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import is_noun, is_word

# Parallel nouns have one of these endings in common.
_ENDING = "感|权|性|力|率|化|观|心|局|办|所|站|委|队|校|院|库|厅|部|镇|乡|村|组|户|费|款|金|员|长|展|赛|场|店|厂|园|山|河|路|桥|沟|渠|塘|墙|网|栏|台|卡|表|册|制度|教育|行业|项目|企业|部门|中心|社区|街道|工程|问题|工作|服务|机制|体系"


_THINGS = frozenset("册栏屏表牌车机场所站品物器员展")


def _is_known_noun(word: str) -> bool:
    """「核桃」, 「宣传册」; the dictionary knows the parts of longer words only."""
    return (is_word(word) and is_noun(word)) or (len(word) == len("宣传册") and word[-1] in _THINGS)


def _has_deed(passage: Passage, match: re.Match[str]) -> bool:
    """A clause that begins with a verb is no noun beside nouns: 「完善制度、加强监督，切实做好审核等工作」."""
    words = match["last"]
    if _is_known_noun(words):
        return False
    return shipped().has_verb(words, 0, len(words))


def _no_things(passage: Passage, match: re.Match[str]) -> bool:
    """What follows the comma is another deed, or the list of those who do one."""
    for name in ("first", "last"):
        words = match[name]
        if words[0] != "《" and not _is_known_noun(words) and shipped().has_verb(words, 0, len(words)):
            return True
    return False


# 「接警41起，同比少5起、环比多3起」: two comparisons side by side.
_COMPARED = lazy.pattern(r"[，,；;：:（(](?:同比|环比|比|较)[^，,。；;、\n]{2,14}$")


def _is_one_of_two(passage: Passage, match: re.Match[str]) -> bool:
    at = match.start("mark")
    return _COMPARED.search(passage.text, max(passage.start, at - 18), at) is not None


RULES = (
    Rule(
        name="punctuation.pause_between_deeds",
        category="punctuation_misuse",
        severity="info",
        explain="「创新了公开形式、规范民主议事制度」：后面是另一个动宾结构的分句，中间用逗号。",
        fires="进一步创新了村务公开的形式、规范民主议事制度，切实维护了群众利益。",
        passes="健全了工作制度、责任制度，加强了领导、完善制度等工作。",
        find=searching(
            r"(?:创新|建立|健全|完善|制定|成立|明确|加强|规范|制订|召开|开展|组织|深化|加快|推进|加大|落实|提高|拓宽)[^，,。；;：:、\n]{0,6}了[^，,。；;：:、\n]{4,24}(?P<mark>、)(?=(?:规范|明确|设立|切实|保障|加强|提高|推进|促进|强化|落实|严格|深化|畅通|营造|增强|设置|确定|组织|召开|开展)(?:了|[一-鿿])[^，,。；;：:、\n]{5,24}(?<!的)(?<!等)(?<!工作)[，,。；;\n])",
            "后面像是另一个分句，用逗号。",
            suggestion="，",
            near="、规范 、明确 、设立 、切实 、保障 、加强 、提高 、推进 、促进 、强化 、落实 、严格 、深化 、畅通 、营造 、增强 、设置 、确定 、组织 、召开 、开展",
        ),
    ),
    Rule(
        name="punctuation.comma_between_alike",
        category="punctuation_misuse",
        severity="warning",
        explain="「责任感，紧迫感和使命感」「财政局、民政局，教育局等单位」：结尾相同的并列词语，中间用顿号。",
        fires="不断增强责任感，紧迫感和使命感。",
        passes="不断增强责任感、紧迫感和使命感。增强责任感，提高服务质量和工作质量。",
        find=searching(
            rf"(?:(?<=[强高立实护障重有了的、到位是与和对向由为让以办开设建造请看发印购])|(?<=^)|(?<=[。；：，\n]))(?P<first>[{HAN}]{{1,3}}(?P<end>感|权|性|率|化|观|心|展|局|办|所|站|队|厅|院))(?P<mark>[，,])(?P<last>[{HAN}]{{1,3}}?(?P=end))(?=(?:、|和|及|与|以及)[{HAN}]{{1,4}}?(?P=end))",
            "并列的词语之间用顿号，不用逗号。",
            suggestion="、",
            near="， ,",
            unless=_has_deed,
        ),
    ),
    Rule(
        name="punctuation.comma_opens_list",
        category="punctuation_misuse",
        severity="warning",
        explain="「做到备课，上课、作业、辅导四认真」：一串两字的并列词语，第一个后面也用顿号。",
        fires="做到备课，上课、作业、辅导、考核五认真。",
        passes="做到备课、上课、作业、辅导、考核五认真。做好防汛，组织、宣传工作到位。",
        find=searching(
            rf"(?:做到|抓好|做好|包括|涉及|涵盖|加强|规范|公开|落实|提供|组织|开展|搞好|负责|发展|种植|整治|清理)了?[{HAN}]{{2}}(?P<mark>[，,；;])[{HAN}]{{2}}(?:、[{HAN}]{{2}}){{2,8}}(?=等|、|和|及|[，,。；;]|[一二三四五六七八九]|共|各|工作|情况)",
            "并列的词语之间用顿号。",
            suggestion="、",
            near="、",
        ),
    ),
    Rule(
        name="punctuation.comma_after_first_object",
        category="punctuation_misuse",
        severity="info",
        explain="「检查九小场所，建筑工地、燃气等」：动词后面并列的几样东西，第一样后面也用顿号。",
        fires="重点检查九小场所，建筑工地、燃气、电动自行车等。",
        passes="重点检查九小场所、建筑工地、燃气等。清理垃圾，组织党员、干部参加。清理垃圾，硬化道路、修建广场。",
        find=searching(
            r"(?:^|(?<=[，,。；;：、\n要共点是人户]))(?:重点检查|检查|排查|组织|发动|动员|走访|慰问|包括|整治|清理|购买|代购|购置|配备|发放|印发|紧盯|涉及|为[^，,。；;、]{2,8}送去|送去|种植|养殖|严禁|防止|杜绝)了?"
            rf"(?P<first>(?:(?![的了一中后看上下里前遍次])[{HAN}]){{1,6}}|《[^《》\n]{{2,30}}》)(?P<mark>[，,])(?P<last>(?!逐|做到|确保|切实|坚决|其中|主要|对|将|在|从|由|与|以|把|有|并|也|还|又|共|均|都|全|各|我|党员|干部|群众|村|镇|县)[{HAN}]{{1,6}}|《[^《》\n]{{2,30}}》)、(?P<rest>[{HAN}《])",
            "并列的几样东西之间用顿号。",
            suggestion="、",
            near="、",
            unless=_no_things,
        ),
    ),
    Rule(
        name="punctuation.comma_between_quoted",
        category="punctuation_misuse",
        severity="warning",
        explain="「以“三清一改”，“厕所革命”为重点」：并列的引语之间不用逗号。",
        fires="以“三清一改”，“厕所革命”为重点，获得“文明村”，“卫生村”等称号。",
        passes="以“三清一改”“厕所革命”为重点。他说“好”，“公开栏”很管用。",
        find=searching(
            r"(?:以|开展|开展了|获得|荣获|推行|实行|实施|落实|围绕|坚持|按照)了?“[^“”\n]{2,12}”(?P<mark>[，,；;])(?=“[^“”\n]{2,12}”(?:为|等|、“|和“|的|活动|工程|行动|机制|制度|工作法|称号))",
            "并列的引语之间不用逗号。",
            suggestion="删去，或改为「、」",
            near="”，“ ”；“ ”,“ ”;“",
        ),
    ),
    Rule(
        name="punctuation.verbs_in_pairs",
        category="punctuation_misuse",
        severity="warning",
        explain="「新建，改建户厕320座」「严禁截留，挪用」：两个并列的动词带同一个宾语，中间用顿号。",
        fires="新建，改建户厕320座，严禁截留，挪用。",
        passes="新建、改建户厕320座，严禁截留、挪用。新建户厕，改建公厕。完成修订，公布实施。",
        find=searching(
            r"(?:新建|改建|扩建|翻建|维修)(?P<mark>[，,])(?=(?:改建|扩建|新建|翻修|改扩建|重建|改造)[一-鿿]{2})|(?:严禁|不得|禁止|防止|杜绝|严查)(?:[一-鿿]{0,6})(?:截留|挤占|虚报|滥用|贪污|套取|私分|乱扔|乱倒)(?P<mark2>[，,])(?=(?:挪用|截留|冒领|虚列|私分|贪污|套取|浪费|乱倒|乱扔|滞留)(?:[。；;、，,]|和|等))|(?:清扫|收集|整理|宣传|教育|检查|指导)(?P<mark3>[，,])(?=(?:清运|转运|归档|引导|监督|督促|处理|培训|管理)、)",
            "并列的动词之间用顿号。",
            suggestion="、",
            near="， ,",
        ),
    ),
    Rule(
        name="punctuation.pause_after_adverbial",
        category="punctuation_misuse",
        severity="warning",
        explain="「针对上述问题、我校立即召开会议」：状语说完了，主语前面用逗号，不用顿号。",
        fires="针对上述问题、我校立即召开会议，如有疑问、请与党政办联系。",
        passes="针对上述问题，我校立即召开会议。通过公开栏、我镇网站公开。",
        find=searching(
            r"(?:^|(?<=[，,。；;：\n]))[ \t\u3000]*(?:(?:针对|如有|若有|如对|鉴于|由于|随着|根据|按照|结合|为了|为进一步|为切实|为认真|自|接到|收到)[^，,。；;：、\n]{0,24}(?:问题|疑问|异议|情况|要求|精神|部署|规定|实际|安排|以来|后|通知|方案|水平|发展|工作|推进)|经[^，,。；;：、\n]{2,12}(?:研究|同意|批准|调查|核实|检查))(?P<mark>、)(?=(?:我[镇乡县区市校局院村办街社委所站]|我们|请(?![示假求])|现[将就]|特(?:制|此|向)|立即|及时|迅速|决定|各[镇乡村单])(?![^，,。；;\n]{0,10}的))|(?<=[一-鿿\d])(?P<mark2>、)(?=现[将就][^，,。；;、\n]{2,24}(?:如下|公示|公告|公布|通报))",
            "状语后面用逗号，不用顿号。",
            suggestion="，",
            near="、我 、请 、现 、特 、立即 、及时 、迅速 、决定 、各",
        ),
    ),
    Rule(
        name="punctuation.pause_between_clauses",
        category="punctuation_misuse",
        severity="info",
        explain="「召开会议3次、专题研究安全工作」：后面是另一件事，用逗号。",
        fires="召开党委会议3次、专题研究安全生产工作。",
        passes="召开党委会议3次、开展培训2次。召开会议3次，专题研究安全生产工作。",
        find=searching(
            r"\d[次场期人件户处名个份](?P<mark>、)(?=(?:专题|并|切实|有效|进一步|及时|认真|全面|取得|制定了|建立了|完善了|受到|得到|确保|做到|实现)[^，,。；;、\d\n]{2,24}[，,。；;\n])",
            "后面另起分句，用逗号。",
            suggestion="，",
            near="、",
        ),
    ),
    Rule(
        name="punctuation.rough_figures",
        category="punctuation_misuse",
        severity="info",
        explain="「印发资料5000、6000份」：相邻的两个数表示概数，用汉字写作「五六千份」，或者写作「5000至6000份」。",
        fires="印发宣传资料5000、6000份。",
        passes="印发宣传资料5000—6000份，奖励1000、2000、3000元。第3、4组，分别为2000、3000份。",
        find=searching(
            r"(?<![\d.、—至分别为])(?P<mark>(?P<low>[1-8])(?P<zeros>0{1,4})、(?P<high>[2-9])(?P=zeros))(?=[余多]?(?:份|人|名|户|元|斤|米|亩|只|头|棵|株|条|次|册))",
            "「{}」表示大约的数，改为起止数或者汉字。",
            near="0、",
            unless=lambda passage, match: int(match["high"]) != int(match["low"]) + 1,
        ),
    ),
    Rule(
        name="punctuation.comma_before_last_unit",
        category="punctuation_misuse",
        severity="warning",
        explain="「县审批局、县公安局，县住建局作了发言」：并列的单位之间用顿号。",
        fires="县审批局、县公安局，县住建局作了交流发言。",
        passes="县审批局、县公安局、县住建局作了交流发言。由县审批局、县公安局，县住建局负责的事项。",
        find=searching(
            rf"(?:^|(?<=[。；，：\n]))(?:(?:[省市县区镇乡]|[{HAN}]{{2,4}}[省市县区镇乡村])[{HAN}]{{1,8}}(?:局|委|办|所|站|院|中心|公司|学校|社区|村|镇|乡)、){{1,6}}(?:[省市县区镇乡]|[{HAN}]{{2,4}}[省市县区镇乡村])[{HAN}]{{1,8}}(?:局|委|办|所|站|院|中心|公司|学校|社区|村|镇|乡)(?P<mark>[，,])(?P<last>(?:[省市县区镇乡]|[{HAN}]{{2,4}}[省市县区镇乡村])[{HAN}]{{1,8}}(?:局|委|办|所|站|院|中心|公司|学校|社区|村|镇|乡))(?=等|作了?|分别|主要负责|负责人|参加|有关|相关|的)",
            "并列的单位之间用顿号，不用逗号。",
            suggestion="、",
            near="局， 委， 办， 所， 站， 院， 中心， 公司， 学校， 社区， 村， 镇， 乡， 局, 委, 办, 所, 站, 院, 中心, 公司, 学校, 社区, 村, 镇, 乡,",
        ),
    ),
    Rule(
        name="punctuation.comma_before_listed_end",
        category="punctuation_misuse",
        severity="info",
        explain="「公开栏、显示屏，宣传册等形式」：前面都用顿号，接「等」的最后一项前面也用顿号。",
        fires="通过公开栏、显示屏，宣传册等形式进行宣传。",
        passes="通过公开栏、显示屏、宣传册等形式进行宣传。加强领导、落实责任，做好宣传等工作。",
        find=searching(
            rf"、[{HAN}]{{2,8}}(?P<mark>[，,])(?P<last>(?!其[中他它余]|拟|将|对)[{HAN}]{{2,6}})(?=等(?![级候待于额同次]))",
            "这里像是并列的最后一项，前面用顿号。",
            suggestion="、",
            near="等",
            unless=_has_deed,
        ),
    ),
    Rule(
        name="punctuation.comma_between_titles",
        category="punctuation_misuse",
        severity="warning",
        explain="「学习《森林法》，《森林防火条例》等」：并列的文件之间不用逗号，可用顿号或不用标点。",
        fires="宣传《森林法》，《森林防火条例》等法律法规。",
        passes="宣传《森林法》《森林防火条例》等法律法规。印发了《工作方案》，《办法》修订完成。",
        find=searching(
            r"《[^《》\n]{2,40}》(?:（[^（）\n]{2,24}）)?(?P<mark>[，,；;。])\s?(?=《[^《》\n]{2,60}》(?:[（(][^（）()\n]{2,24}[）)])?(?:等|、《|和《|及《|以及《|的?(?:规定|要求|精神)))",
            "并列的文件之间不用逗号、句号。",
            suggestion="、",
            near="》，《 》,《 》；《 》。《 ），《",
        ),
    ),
    Rule(
        name="punctuation.fixed_pairs",
        category="punctuation_misuse",
        severity="warning",
        explain="「公民、法人和其他组织」「二十大、二十届三中全会」「人力、物力、财力」：固定并列的词语之间用顿号。",
        fires="未收到公民，法人和其他组织的申请。深入学习党的二十大，二十届三中全会精神。",
        passes="未收到公民、法人和其他组织的申请。党的二十大召开，二十届三中全会召开。",
        find=searching(
            r"公民(?P<mark>[，,；;。])(?=法人)|法人(?P<mark2>[，,；;。])(?=(?:和|或者?|及)?其[他它]组织)"
            r"|(?:十[八九]|二十)大(?P<mark3>[，,；;。])(?=(?:十[八九]|二十)[届大])|[一二三四五六七]中(?P<mark4>[，,；;。])(?=[二三四五六七]中全会|[二三四五六七]中、)"
            r"|人力(?P<mark5>[，,；;。])(?=[物财]力)|物力(?P<mark6>[，,；;。])(?=[财人]力)|党委(?P<mark7>[；;。])(?=政府)",
            "固定并列的词语之间用顿号。",
            suggestion="、",
            near="公民 法人 大， 中， 大, 中, 人力 物力 党委",
        ),
    ),
    Rule(
        name="punctuation.pause_before_comparison",
        category="punctuation_misuse",
        severity="warning",
        explain="「出院8956人次、同比增长4.8%」：「同比」「占」「其中」另起分句，前面用逗号。",
        fires="出院8956人次、同比增长4.8%，手术1652台次。",
        passes="出院8956人次，同比增长4.8%。总量、同比增幅、排名三项指标。",
        find=searching(
            rf"[\d{HAN}%％）](?P<mark>、)(?=(?:同比|环比|较?比?(?:上年|去年)同?期?|比(?:上年|去年)|较(?:上年|去年))[{HAN}]{{0,6}}(?:增长|下降|增加|减少|提高|上升|降低|多|少)了?\s?\d|占(?![用道地])[{HAN}]{{2,10}}的?\s?\d|其中[{HAN}：:]{{1,12}}\d|完成率\d|达到\d)",
            "后面另起分句，这里用逗号。",
            suggestion="，",
            near="、同比 、环比 、比 、较 、占 、其中 、完成率 、达到",
            unless=_is_one_of_two,
        ),
    ),
    Rule(
        name="punctuation.pause_after_conjunction",
        category="punctuation_misuse",
        severity="warning",
        explain="「和」「以及」「或者」后面不用顿号、逗号。",
        fires="公开预算、决算以及、三公经费。",
        passes="公开预算、决算以及三公经费。公开职工及家属信息。",
        find=searching(
            rf"(?<=[{HAN}》”])(?:以及|或者|并且|及其|(?<=[{HAN}]{{2}})(?<![普涉企波惠兼顾不触累危旁推提述论来])及)(?P<mark>[、，,；])(?=[{HAN}《“])",
            "连词后面不用标点，删去。",
            near="以及、 以及， 以及, 或者、 或者， 并且、 并且， 及其、 及其， 及、 及，",
        ),
    ),
    Rule(
        name="punctuation.stop_among_alike",
        category="punctuation_misuse",
        severity="warning",
        explain="「爱国主义教育、感恩教育。法制教育」「主要领导亲自抓。分管领导具体抓的格局」：并列的各项还没有列完，不用句号。",
        fires="开展爱国主义教育、感恩教育。法制教育，形成了主要领导亲自抓。分管领导具体抓的工作格局。",
        passes="开展爱国主义教育、感恩教育、法制教育。形成了齐抓共管的格局。",
        find=searching(
            rf"、[{HAN}]{{1,6}}(?P<end>{_ENDING})(?P<mark>。)(?=[{HAN}]{{1,5}}?(?P=end)(?:[。，、；]|和|等))"
            rf"|形成了?[^，,。；;：\n]{{2,24}}(?P<mark2>。)(?=[^，,。；;：\n]{{2,24}}的(?:工作|良好|监管|浓厚)?(?:格局|局面|氛围|合力|体系|机制)[。，])"
            rf"|亲自抓(?P<mark3>。)(?=分管[{HAN}]{{0,8}}(?:具体|负责|直接)?抓)",
            "这里没有说完，不用句号。",
            suggestion="、",
            near="。",
        ),
    ),
)
