"""What is carried somewhere or is of some number without the small word between: 「发放林农手中」, 「将资金拨信用社专户」, 「不少五个工作日」,
「从事工作无关的活动」, 「坚持公开贯穿于全过程」, 「以条例出台为，」, 「7强降雨过程」.
"""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._clauses import ends_with_side, names_place, rest_of_sentence
from mingbai.text.proofreading.rules._cutting import cut_of
from mingbai.text.proofreading.rules._knowledge import given, is_quoted
from mingbai.text.proofreading.rules._parsing import (
    CLAUSE,
    INSIDE,
    LETTER,
    clause_before,
    is_in_cut_clause,
    shape,
    shapes_of,
)

_GIVEN = "发放|兑付|拨付|兑现|分发|支付|赔付|返还|退还|打|送|交|寄|递|兑|补助|传递|送达|传达|派送|配送"
_HOLDS = "手中|手里|家中|家里|户头|账户|账上|卡上|名下|身边|床前|案头|村头|地头|一线|基层"
_CARRIED = lazy.pattern("[到至入进在给于往]")
_SPREAD = "延伸|下沉|倾斜|辐射|渗透|传导|传递|迁移|归集|整合|分解|细化|量化|覆盖|汇集|归并|并入|聚焦"
_CN = "[一二两三四五六七八九十百千]"
_PUBLIC = "群众|村民|社会|公众|家长|职工|居民|村民代表|人大代表|党员|教职工|患者|业主|学生"
# Characters that stand behind a figure: measure words, units, parts of a time, and what goes on behind a number.
_MEASURING = frozenset(
    "箱瓦年个万月件日人条名元次户家项分份处起亿期亩场天台座平张块批至吨篇米周所岁辆时号套宗册栋种口支间部票类笔本例株艘位盏倍封路面毫只组道对厘线头床页的千轮把卷眼枚根在门报秒席克剂等室交环桶摄袋盒段架寸级堂桌具度或单幢左层排发队录版城升兆稿讲延担和羽棵档弄针积案集扇顶匹头只口尾艘趟遍回顿番声脚刀枪杯碗瓶罐盆盘壶锅筐篓捆扎束串颗粒滴片瓣朵丛团堆垛摊幅帧尊门挺枝杆管筒帖服味码尺丈斤两钱担石斗方立英海光瓦伏安焦牛帕摄华开克拉代辈届任员股派系路层叠摞沓刊楼单行列排栏格关站刻夜晚旬季度秋冬春夏载世纪百十零以余多几来左上下前后内外中间之为是比分折成元角钟点半款章编句字词行课题问步手拳掌巴脚棒针剂副双对伙帮拨群窝胎茬垄畦畈孔洞眼井处重维星线轴缸匣门进宿院幕折曲首阕支出尊座桩宗码档桩封函令号牌台"
)
_WORDS_BEHIND = lazy.pattern(
    "公里|公斤|公顷|公分|公厘|公升|[一-鿿]次|强(?=[、，,企榜县。])|节(?![点目日约能水])|工作日|大|小|车次|工作法|学时|学年|学分|学期|课时|村务|到|与|及|升|降|增|减|上升|下降|提|缩|扩|调|延长|转|不等|左右|投|热线|开通|受理|接|月|马力|蒸|妇|兆|平方|立方|毫|厘米|分贝|摄氏|华氏|微(?=克|米|升)|百分|分之|亩|由|合计|共|占|从|均|全部|其中|岁|者|式|型|式样|机|化|党员|版|地|网|天"
    # 「17镇3乡」, 「9村2社区」: places are told without a measure word.
    r"|[镇乡村县市区](?=[\d、，。；;：:（）()均全都的和及与]|$)"
)
_HOTLINE = lazy.pattern("^(?:1[12]\\d|11[0-9]|12[0-9]|1[0-9]{4}|9\\d{4,5}|[48]00\\d*|\\d{6,})$")


def _is_carried_nowhere(passage: Passage, match: re.Match[str]) -> bool:
    return _CARRIED.search(clause_before(passage, match.end("mark"))) is None


def _is_told_none(passage: Passage, match: re.Match[str]) -> bool:
    """Nobody is named to whom it was told; folk at the head of a clause or of a row tell it themselves."""
    before = clause_before(passage, match.start("mark"))
    return bool(before) and re.search("[向对给由经就为]|[和与及、的名位]$", before) is None


def _is_open_place(passage: Passage, match: re.Match[str]) -> bool:
    clause, *later = rest_of_sentence(passage, match.start("inner"))
    return bool(clause) and not names_place(clause) and not any(map(ends_with_side, later))


_FIGURE = lazy.pattern(
    r"(?<=[一-鿿、])(?<!\d[镇乡村县市区])(?!(?:19|20)\d\d)[1-9]\d{0,4}(?:余|多)?(?=[一-鿿])"
)
_LABELLED = lazy.pattern(
    "(?:附件|附表|附图|表|图|编号|序号|专栏|第|类|版|条|款|号|热线|电话|拨打|平台|网址|微信|星级|型号|公式|系列|国道|省道|县道|周|初|高|期)$"
)


def _unmeasured(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Figures behind which a thing stands that is counted with a measure word."""
    text = passage.text
    return tuple(
        match.span()
        for match in _FIGURE.finditer(text, passage.start, passage.end)
        if text[match.end()] not in _MEASURING and _is_unmeasured(passage, match)
    )


def _is_unmeasured(passage: Passage, match: re.Match[str]) -> bool:
    start, end = match.span()
    return (
        _HOTLINE.search(match[0]) is None
        and _WORDS_BEHIND.match(passage.text, end) is None
        and _LABELLED.search(clause_before(passage, start)) is None
        and not passage.in_web_residue(start)
        and not is_in_cut_clause(passage, start, end)
    )


def _find_unmeasured(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end in passage.once(_unmeasured):
        if not is_quoted(passage.text, start, end):
            yield rule.finding(passage, start, end, f"「{passage.text[start:end]}」后面疑漏量词，请核对。")


RULES = (
    Rule(
        name="typo.carried_nowhere",
        category="typo",
        severity="warning",
        explain="动作和去处之间丢了「到」「入」「给」：「直接发放林农手中」「将资金拨信用社专户」「将服务延伸城乡公交」。",
        fires="补助款直接发放林农手中，将资金拨信用社专户，把公开延伸城乡公交。",
        passes="补助款直接发放到林农手中，将资金拨入信用社专户，将任务分解如下，延伸服务触角。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:{_GIVEN})(?:(?![到至入进在给于往，,的]){LETTER}){{2,12}}(?:{_HOLDS}))(?=[，,。；;、])",
                "「{}」中间疑漏「到」「给」",
                "warning",
                _is_carried_nowhere,
            ),
            shape(
                rf"[将把](?:(?![，,]){INSIDE}){{2,20}}(?P<mark>(?<![打拨存划汇转冲核发支])(?:拨|打|存|转|汇|划))(?=(?![入到给付至进款在为往归转打存汇划发交移账钱]){LETTER}{{2,12}}(?:专户|账户|卡|银行|信用社)[，,。；;、])",
                "「{}」后面疑漏「入」「到」",
                "warning",
            ),
            shape(
                rf"[将把](?:(?![，,]){INSIDE}){{2,20}}?(?P<mark>(?:{_SPREAD}))(?=(?:分管领导|责任人|具体责任人|责任单位|责任部门|责任站所|领导班子|城乡|村组|社区|农村|基层|学校|企业|田间|一线|末端|最基层|各[村组户科室站所单位部门支部岗位社区乡镇]{{1,4}}|全[县镇乡市])(?:{LETTER}|、){{0,20}}[，,。；;、])",
                "「{}」后面疑漏「到」",
                "warning",
            ),
        ),
    ),
    Rule(
        name="typo.link_before_figure",
        category="typo",
        severity="warning",
        explain="「不少五个工作日」漏了「于」；「由三天缩短四小时」漏了「到」；「以条例出台为，」漏了后面的词。",
        fires="公示时间不少五个工作日，办理时间由三天缩短四小时。",
        passes="公示时间不少于五个工作日，办理时间由三天缩短到四小时，不少群众，不大二尺。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:不|不得)(?:少|低|高|多|晚|迟|早))(?=(?:\d+|{_CN}{{1,4}})(?:个|名|人|天|日|次|年|小时|元|万|户|件|条|份|项|家|处|期|%|％|周|月|米|平方|亩|公里|人次|学时|课时|场|篇))",
                "「{}」后面疑漏「于」",
                "warning",
            ),
            shape(
                rf"[由从](?:(?![，,]){INSIDE}){{0,16}}?{_CN}{LETTER}{{0,5}}?(?P<mark>(?:增加|上升|提高|减少|下降|缩短|扩大|降低|提升|压缩|降|升))(?={_CN}{{1,4}}(?:[个天日年月名人户家所处次元小分公亩吨万倍成起条件份项期])|百分之)",
                "「{}」后面疑漏「到」「至」",
                "warning",
                lambda passage, match: re.search("[到至为]", match[0]) is None,
            ),
            shape(
                rf"(?P<mark>以(?:(?![，,为]){INSIDE}){{2,24}}(?<![行作认成以])为)(?=[，,。；;])",
                "「{}」后面没有词，话没有说完",
                "warning",
                lambda passage, match: cut_of(passage).begins(match.end("mark") - 1),
            ),
            shape(
                r"(?:长|宽|高|深|厚|面积)(?:约|达|为)?(?P<mark>\d+(?:\.\d+)?)(?=的|[，。；、;]|,(?!\d))(?<!得分)",
                "「{}」后面漏了单位",
                "warning",
                lambda passage, match: (
                    re.search(
                        "(?:长|宽|高|深|厚|面积)(?:约|达|为)?\\d[\\d.]*(?:米|厘米|公里|平方)",
                        passage.text[max(passage.start, match.start() - 20) : match.end() + 20],
                    )
                    is not None
                ),
            ),
        ),
    ),
    Rule(
        name="typo.relation_lost",
        category="typo",
        severity="warning",
        explain="「从事工作无关的活动」漏了「与」；「就此群众作了说明」漏了「向」；「坚持公开贯穿于全过程」漏了「把」；「工作的认识不够」漏了「对」。",
        fires="上班时间从事工作无关的活动。坚持居务公开贯穿于社区治理的全过程。",
        passes="上班时间从事与工作无关的活动。坚持把居务公开贯穿于社区治理的全过程，清理无关信息。",
        find=shapes_of(
            shape(
                rf"(?P<mark>(?:从事|处理|办理|做|发布|谈论|浏览|携带|播放|参加|开展)(?:(?![与和同跟，,]){LETTER}){{2,8}}无关的)",
                "「{}」中间疑漏「与」",
                "warning",
            ),
            shape(
                rf"(?P<mark>(?:{_PUBLIC})作[了出过](?:公开|详细|耐心|认真|专题|当面)?(?:说明|解释|通报|汇报|公开|承诺|答复|检讨|检查))",
                "「{}」前面疑漏「向」",
                "warning",
                _is_told_none,
            ),
            shape(
                rf"(?P<mark>坚持(?![把将以用按在])(?:(?![把将以，,]){INSIDE}){{2,16}}(?:贯穿于?|融入|纳入|列入|摆在|摆上|放在|作为))(?!的)",
                "「{}」疑漏「把」",
                "warning",
            ),
            shape(
                rf"(?:{CLAUSE}|(?<=[一二三四五六]是))(?P<mark>(?:(?![对，,]|群众|干部|人员|同志|领导|单位|部门|村民){INSIDE}){{2,14}}(?:工作|制度|政策|公开|意义)的(?:认识|重视|理解)(?:程度)?)(?=还|仍|不|有待|需|较|偏)",
                "「{}」前面疑漏「对」",
                "warning",
            ),
            shape(
                r"(?:^|(?<=[。；;\n，,]))在(?P<mark>(?P<inner>(?:工作|内容|形式|程序|时间|操作|整治|制度|管理|组织|思想|认识|措施|宣传|执行|实践|安排|服务|监督|检查|审核|审批|培训|办理|处理|推进|落实|调查|走访|实施|运行|建设|征地|拆迁|招标|采购|评选|评议|自查|整改)(?:工作)?))(?=[，,])",
                "「在{}」疑漏「中」「上」",
                "warning",
                _is_open_place,
            ),
        ),
    ),
    Rule(
        name="typo.figure_before_thing",
        category="typo",
        severity="info",
        explain="数字后面直接是事物，漏了量词：「先后遭遇7强降雨过程」「吸收5青年骨干」。",
        fires="先后遭遇7强降雨过程，吸收5青年骨干参与。",
        passes="先后遭遇7次强降雨过程，拨打12345热线，2021政务公开工作，附件3申请表，10公里。",
        find=given(_unmeasured, _find_unmeasured),
    ),
)
