"""Figures without the word that says of what they are: 「先进单位5个，先进个人10，」, 「专项经费5万用于」, 「5000以上的支出」, 「之日起10日更新」.

A figure alone may be a number of a list, a year, a mark. What stands beside it tells: a verb of counting before the noun, a
fellow with its measure word, a word of money, a term that begins.
"""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.rules._knowledge import anchored, given, is_quoted
from mingbai.text.proofreading.rules._parsing import (
    LETTER,
    clause_before,
    is_in_cut_clause,
    shape,
    shapes_of,
    words_between,
)

# A comma of half width may part thousands.
_STOP = r"(?=[，。；;、]|,(?!\d))"
_CLAUSE_END = r"(?=[，。；;]|,(?!\d))"
_YEAR = r"(?!(?:19|20)\d\d(?!\d))"
_COUNT = rf"{_YEAR}[1-9]\d*"
_MEASURES = "个|名|人|位|户|家|所|处|座|栋|间|套|台|部|辆|架|艘|块|张|幅|面|条|道|根|盏|株|棵|头|只|口|眼|件|份|本|册|篇|期|则|项|场|次|起|例|宗|支|门|组|批|班|盒|箱|袋|把|顶|亩|公里|千米|米|吨|公斤|斤"
_MEASURED = "|".join(f"{measure}{stop}" for measure in _MEASURES.split("|") for stop in "、，,")
_COMMON_MEASURES = "个|名|人|位|户|家|所|处|座|间|套|台|部|辆|件|份|本|册|篇|期|项|场|次|起|条|张|块"
# Things and persons that are counted with a measure word between.
_THINGS = (
    "公开栏|公示栏|宣传栏|公示牌|宣传牌|意见箱|举报箱|信箱|电子屏|显示屏|触摸屏|触摸查询机|查询机|一体机|电脑|打印机|复印机|扫描仪|投影仪|摄像头|档案柜|资料架|桌椅|空调|路灯|垃圾桶|垃圾箱|健身器材"
    "|公厕|厕所|广场|文化广场|活动室|阅览室|农家书屋|卫生室|便民服务站|服务站|服务点|查阅点|查阅室|代办点|窗口|服务窗口|岗位|床位|病床|学位|教室|宿舍|车位|停车位|大棚|机井|水窖|塘坝|水渠|桥梁|涵洞|泵站|水库"
    "|项目|工程项目|民生项目|企业|合作社|商户|门店|家庭农场|养殖场|基地|产业园|车间|协会|支部|党支部|党小组|网格|小组|村民小组|自然村|行政村|社区|学校|医院|部门|单位|科室|先进单位|先进集体|先进个人|优秀个人|示范村|试点村|示范点"
    "|会议|座谈会|动员会|推进会|专题会|例会|培训班|培训会|讲座|专题讲座|演练|宣讲|活动|检查|督查|抽查|走访|调研|巡查|听证会|案件|纠纷|矛盾纠纷|隐患|安全隐患|问题|线索|投诉|举报|信访件|信访案件|来信|来访|来电|咨询|申请|提案|议案|建议|意见"
    "|信息|政务信息|政府信息|公开信息|动态信息|稿件|简报|文件|规范性文件|制度|规章制度|公告|通知|公示|宣传单|宣传册|宣传资料|明白纸|明白卡|一封信|问卷|调查问卷|测评表|证书|光盘|图书|书籍|展板|横幅|标语|条幅|短信|档案|台账|合同|责任书|承诺书"
    "|车辆|机械|挖掘机|铲车|洒水车|救护车|校车|警车|船只|帐篷|树木|苗木|绿化树|果树|生猪|耕牛|肉羊|家禽"
)  # fmt: skip
_PERSONS = "人员|工作人员|专职人员|兼职人员|技术人员|管理人员|医务人员|执法人员|专职工作人员|党员|干部|党员干部|机关干部|村干部|群众|村民|居民|职工|教职工|教师|学生|学员|贫困学生|患者|病人|老人|代表|村民代表|党员代表|群众代表|委员|监督员|社会监督员|义务监督员|信息员|联络员|网格员|护林员|保洁员|调解员|志愿者|专家|低保户|五保户|贫困户|困难户|农户|种粮大户|脱贫户|监测户|住户"
_NOUNS = f"{_THINGS}|{_PERSONS}"
_LAID = "硬化|修建|新修|整修|铺设|拓宽|维修|清淤|疏通|改造|修复|开挖|架设|埋设|衬砌"
_COUNTING = (
    "新增|新建|新设|增设|增加|设立|设置|设有|设|建立|建成|建有|改建|维修|更换|安装|购置|购买|采购|添置|配备|配置|配有|落实|安排|选派|抽调|组织|培训|轮训|培养|聘请|选聘|招聘|招收|吸纳|发展|慰问|资助|救助|帮扶|走访"
    "|召开|举办|举行|开展|开办|制定|出台|修订|印发|下发|发放|散发|张贴|悬挂|制作|编印|编发|刊发|发布|公开|主动公开|公布|报送|上报|采用|审查|审核|受理|办理|办结|收到|接到|接待|收集|征集|征求|采纳|梳理|排查|整改|查处|查办|立案|调处|化解|调解|处理|回复|答复|解决|完成|实施|争取|引进|申报|建档"
    "|签订|评出|评选|表彰|命名|推荐|开放|现有|拥有|共有|辖|下辖|出动|投入|清理|拆除|栽植|种植|绿化|出栏|存栏|惠及|覆盖|涉及|安置|转移|解聘|通报|约谈|问责|处分"
)
_LABEL = lazy.pattern(
    "(?:第|编号|序号|号码|电话|热线|邮编|账号|代码|附件|附表|(?<!代)表|图|专栏|得分|评分|打分|总分|均分|平均|指数|系数|名次|排名|版本|型号|比例|分值|温度|年龄|成绩|分数|浓度|密度|价|率|度|比|文|字)$"
)


_BARE = lazy.pattern(r"[一-鿿][1-9][\d.]*(?:余|多)?[，。；;、,]")


def _has_bare_number(passage: Passage) -> bool:
    """Whether a number stands before a mark at all, which is rare in a text that has lost nothing."""
    return _BARE.search(passage.text, passage.start, passage.end) is not None


def _is_counted(passage: Passage, match: re.Match[str]) -> bool:
    """Whether what stands before the figure ends with a noun that is no label of a number."""
    inner = match["inner"]
    words = words_between(passage, *match.span("inner"))
    if not words or _LABEL.search(inner):
        return False
    last = words[-1]
    return last.kind[:1] in "njv" or re.search(f"(?:{_NOUNS})$", inner) is not None


# Nouns of which a number stands with its measure word between, never right before them.
_MEASURED_NOUNS = (
    "行政村|自然村|村民小组|村民组|贫困村|示范村|试点村|社区|乡镇|街道|项目|部门|单位|企业|合作社|学校|医院|网格|小组|支部|党支部|窗口|岗位|车间|科室|股室|商户|农户|贫困户|低保户|站所|村居|餐饮单位"
    "|群众|村民|居民|党员|干部|职工|教师|学生|患者|代表|委员|监督员|信息员|志愿者|工作人员|专职人员|问题|隐患|案件|纠纷|事项|栏目|子栏目|会议|文件|建议|提案|申请|信息|制度|公厕|广场|水库|河道|路段|工程|品种|环节|类别|公开栏|意见箱|宣传栏|公示栏|专题|座谈会|培训班"
)
_SESSIONS = "常务会|会议|全体会|党组会|理事会|主席团|局务会|办公会|代表大会|村民代表|职工代表|教职工代表"
_ASKED = lazy.pattern(
    "(?:热线|电话|拨打?|拨通|致电|咨询|举报|投诉|发给|公布|或|和|除以|乘以|编号|代码|微信|QQ|邮编|路|线|号|房|室|栋|幢|门|单元|排|第|数|量|值|率|比|(?<![处部])分|岁|成|档|级|型|版|井|图|表|件|附|注|至|到|—|-)$"
)


_AT_MARK = lazy.pattern(
    rf"(?<=[一-鿿])(?P<mark>{_YEAR}[1-9]\d{{0,5}}(?:余|多)?){_CLAUSE_END}"
    rf"|(?<=[一-鿿])(?P<range>\d{{1,3}}[至到~～]\d{{1,3}}){_CLAUSE_END}"
    rf"|(?<=[为共有达计约近])(?P<spelt>[一二两三四五六七八九]?[十百千][一二三四五六七八九十百千零]*(?:余|多)?){_CLAUSE_END}"
)


def _bare_numbers(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Numbers between a noun or a verb and the end of the clause, where they are no line, mark or score."""
    return tuple(
        match.span()
        for match in _AT_MARK.finditer(passage.text, passage.start, passage.end)
        if _counts_something(passage, match.start())
    )


def _counts_something(passage: Passage, at: int) -> bool:
    before = clause_before(passage, at)
    if _ASKED.search(before) or _LABEL.search(before) or passage.in_web_residue(at):
        return False
    words = words_between(passage, at - len(before), at)
    return len(before) > 1 and words[-1].kind[:1] not in "mc" and not is_in_cut_clause(passage, at, at + 1)


def _find_bare(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for start, end in passage.once(_bare_numbers):
        if not is_quoted(passage.text, start, end):
            yield rule.finding(passage, start, end, f"「{passage.text[start:end]}」后面疑漏量词，请核对。")


_MONEY = "资金|经费|投资|投入|总投资|概算|预算|收入|支出|补助|补贴|补助款|补助金|救助金|奖金|奖补|奖励|拨款|贷款|捐款|善款|筹资|自筹|集资|捐资|补偿款|补偿费|工程款|租金|承包费|租赁费|年租金|利润|利税|税收|产值|债务|欠款|债权|存款|罚款|保证金|押金|误工补贴|报酬|工资|学费|伙食费|收费|开支|费用|金额|标的额|造价|合同价|中标价|价款|余额|结余"
_SPENT = "用于|用来|用作|用以|为|购置|购买|修建|新建|改建|维修|改造|添置|解决|补助|补贴|奖励|帮助|支持|扶持|慰问|建设|实施"
_BOUND = "以上|以下|以内|及以上|及以下|左右|（含）|\\(含\\)"
_BEGUN = r"(?:之日起|之时起|日起|(?:[收接]到|作出|做出|形成|发生|批准|变更|受理|签订|通过|完成|结束|期满|申请|公布|发布|确定|下达|印发|提出|登记)[^，,。；;：:\n]{0,8}?(?<!以)后)"
_THEN = "予以|给予|作出|做出|向|进行|更新|公布|公开|上报|报送|报(?!到)|完成|通知|书面|告知|将|把|答复|办理|办结|提出|送达|到(?!期)|在|由|及时|提交|缴纳|申请|反馈|整改|组织|召开|移交|发放|拨付|兑现|张贴|录入|归档|备案|登记|审核|处理|回复|受理|应|须|必须|要"

RULES = (
    Rule(
        name="typo.count_unmeasured",
        category="typo",
        severity="warning",
        explain="数字后面丢了量词：「评出先进单位5个，先进个人10，」「新增窗口12，」「审查信息215，」。前面说了做什么、旁边的一项带量词，这个数字就不是编号。",
        fires="评出先进单位5个，先进个人10，予以表彰。新增窗口12，进驻事项623项。",
        passes="评出先进单位5个，先进个人10名，总分98，2021年公开信息2021条，详见附件3。",
        find=given(
            _has_bare_number,
            shapes_of(
                shape(
                    rf"\d(?:余|多)?(?:{_MEASURED})(?:其中|另有|共)?(?P<inner>{LETTER}{{2,10}}?)(?:共|达|约)?(?P<mark>{_COUNT}){_STOP}",
                    "「{}」后面漏了量词",
                    "warning",
                    _is_counted,
                ),
                shape(
                    rf"(?:{_COUNTING})了?(?:(?![第编]){LETTER}){{0,8}}?(?:{_NOUNS})(?:共|共计|总数|达|约)?(?<![第号])(?P<mark>{_COUNT}(?:余|多)?){_STOP}",
                    "「{}」后面漏了量词",
                    "warning",
                ),
                shape(
                    rf"(?:{_COUNTING})了?(?:(?![第编]){LETTER}){{0,8}}?(?:{_NOUNS})(?:共|共计|达|约)?(?<![第号])(?P<mark>{_COUNT}(?:余|多)?)、{LETTER}{{2,10}}\d+(?:余|多)?(?:{_MEASURES})",
                    "「{}」后面漏了量词",
                    "warning",
                ),
                shape(
                    rf"{LETTER}(?<![第号表件月年图])(?P<mark>{_YEAR}[1-9]\d{{0,5}})、[一-鿿A-Z]{{1,10}}\d+(?:{_COMMON_MEASURES})",
                    "「{}」后面漏了量词",
                    "warning",
                ),
                shape(
                    rf"(?:其中)?{LETTER}{{0,6}}(?P<inner>{LETTER}{{2}}的)\d+(?:{_MEASURED})(?:不|未|没有|非){LETTER}{{0,4}}(?P=inner)(?P<mark>{_COUNT}){_STOP}",
                    "「{}」后面漏了量词",
                    "warning",
                ),
                shape(
                    rf"(?:{_LAID}){LETTER}{{0,8}}(?:道路|公路|村道|机耕道|机耕路|便道|生产路|路面|巷道|水渠|沟渠|渠道|管道|管网|河道|线路|围墙|护坡|堤防|田埂|步道)(?:共|约|近|长)?(?P<mark>\d+(?:\.\d+)?(?:余|多)?){_STOP}",
                    "「{}」后面漏了长度单位",
                    "warning",
                ),
            ),
        ),
    ),
    Rule(
        name="typo.number_before_noun",
        category="typo",
        severity="warning",
        explain="数字与名词之间丢了量词：「17行政村」应为「17个行政村」，「第23常务会议」应为「第23次常务会议」。",
        fires="在17行政村统一设置公开栏，经县政府第23常务会议研究同意。",
        passes="在17个行政村统一设置公开栏，经县政府第23次常务会议研究同意，12345热线，2021年项目。",
        find=anchored(
            " ".join((*_MEASURED_NOUNS.split("|"), *_SESSIONS.split("|"))),
            shapes_of(
                shape(
                    rf"(?<![\d.年月第—~～至-])(?<!\d[镇乡村县市区])(?P<mark>{_YEAR}[1-9]\d{{0,3}}(?:余|多)?)(?=(?:{_MEASURED_NOUNS}))",
                    "「{}」后面漏了量词",
                    "warning",
                ),
                shape(
                    r"(?:明确|确定|安排|指定|配备|落实|抽调|选派|聘请)了?(?P<mark>一)(?=(?:分管|专职|兼职|副|主要|责任|专门|帮扶|包保)?(?:负责人|领导|责任人|干部|同志|教师|工作人员|信息员|联络员|人员|镇长|乡长|书记|主任|委员|监督员))",
                    "「{}」后面漏了量词",
                    "warning",
                ),
                shape(
                    rf"(?P<mark>第(?:\d+|[一二三四五六七八九十百]+))(?=(?:{_SESSIONS}))",
                    "「{}」后面疑漏「次」「届」",
                    "warning",
                ),
            ),
        ),
    ),
    Rule(
        name="typo.number_at_mark",
        category="typo",
        severity="info",
        explain="名词后面只有数字，没有量词：「立案25件，已落实21，」。",
        fires="严重损坏户612，已全部转移安置。",
        passes="严重损坏户612户，请拨打12345，得分98，2021年公开2021条，附件3。",
        find=given(
            _bare_numbers,
            _find_bare,
        ),
    ),
    Rule(
        name="typo.money_unmeasured",
        category="typo",
        severity="warning",
        explain="钱数后面丢了「元」：「安排专项经费5万用于维修」「总投资36万，」「5000以上的支出」。",
        fires="安排专项经费5万用于公开栏维修，金额在5000以上的支出由村民代表会议讨论。",
        passes="安排专项经费5万元用于公开栏维修，金额在5000元以上的支出由村民代表会议讨论，涉及群众5万人。",
        find=shapes_of(
            shape(
                rf"(?:{_MONEY})(?:共|共计|总计|达|达到|约|近|为|是|额|各|仅)?(?P<mark>\d[\d.,]*(?:余|多)?[万亿](?:余|多)?)(?={_SPENT})",
                "「{}」后面漏了「元」",
                "warning",
            ),
            shape(
                rf"(?:总投资|总造价|工程造价|投资总额|总收入|总支出|收入总额|支出总额|概算总投资|集体经济收入|年租金)(?:共|共计|达|达到|约|近|为|是|仅)?(?P<mark>\d[\d.]*(?:余|多)?[万亿](?:余|多)?){_STOP}",
                "「{}」后面漏了「元」",
                "warning",
            ),
            shape(
                rf"(?:金额|支出|开支|费用|价值|罚款|造价|标的|款项|款额|单价|总价|经费|资金|收入)(?:额|总额)?的?(?:在|达到?|超过|为|不足|低于|高于)(?P<mark>\d[\d.]*[千万]?)(?={_BOUND})",
                "「{}」后面漏了「元」",
                "warning",
            ),
            shape(
                rf"(?:{_MONEY})(?:共|共计|总计|达|达到|约|近|为|是)?(?P<mark>{_YEAR}\d{{4,9}}(?:\.\d+)?){_STOP}",
                "「{}」后面漏了「元」",
                "info",
            ),
        ),
    ),
    Rule(
        name="typo.term_unclosed",
        category="typo",
        severity="warning",
        explain="说了从哪一天算起、多少天，没有「内」：「自收到之日起10日更新」应为「10日内」；「20工作日」漏了「个」。",
        fires="自接到文件之日起10日更新公示内容，收到申请后15个工作日答复申请人。",
        passes="自接到文件之日起10日内更新公示内容，公示满10日后更新，自下月10日公布。",
        find=shapes_of(
            shape(
                rf"{_BEGUN}的?(?P<mark>(?:\d{{1,2}}|[一二三五七十]+|[二三]?十[五]?)(?:个?工作日|日|天|个?小时|个月))(?={_THEN})(?!公示期)",
                "「{}」后面疑漏「内」",
                "warning",
                lambda passage, match: re.search("满|第|每|前", match[0]) is None,
            ),
            shape(
                r"(?<![\d.个第-])(?P<mark>(?:\d{1,2}|[二三五七十]+)工作日)(?=内|之内|以内|前|后|办|完|答|[，,。；;、）)])",
                "「{}」漏了「个」",
                "info",
            ),
        ),
    ),
)
