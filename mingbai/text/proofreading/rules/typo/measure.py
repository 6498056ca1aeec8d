"""Measure words that do not go with their noun, or of which two stand together: 「教师一百二十件」, 「三张合作社」, 「三十个份」."""

from collections.abc import Iterator

from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.rules._parsing import MARK
from mingbai.text.proofreading.rules.typo.frame import Row, pairs_in

_NUMBER = "[0-9０-９一二两三四五六七八九十百千万余多几]"
# 「第三名」, 「前十名」 rank.
_COUNTED = f"(?<![第前0-9０-９一二两三四五六七八九十百千万余多几.．])(?![余多几]){_NUMBER}{{1,8}}"
_END = r"(?=[，,。；;、\n])"
# Nouns of one kind, and the measure words that none of them takes.
_KINDS = (
    (
        "教师 学生 医生 护士 村民 干部 群众 党员 志愿者 工作人员 职工 农民 技术人员 医护人员 司机 驾驶员 居民 学员 村医 贫困户 农户",
        "件条张台辆栋幢份座所只株篇场起处",
    ),
    (
        "学校 小学 中学 初中 高中 幼儿园 医院 卫生院 卫生室 合作社 企业 公司 养老院 敬老院 门诊部 农家书屋",
        "件条张台辆份只株位名篇棵幅场例",
    ),
    (
        "救护车 校车 车辆 警车 消防车 公交车 货车 客车 洒水车 收割机 拖拉机 插秧机",
        "条张件份位名所家栋座项只篇户",
    ),
    (
        "设备 医疗设备 机具 农机具 电脑 打印机 彩超 摄像头 空调 路灯 水泵",
        "位名条张所家栋本篇株户座头",
    ),
    (
        "宣传资料 宣传单 宣传材料 宣传册 宣传页 明白纸 告知书 倡议书 手册 调查问卷",
        "位名条台辆座所家户头只栋间项场例起",
    ),
    (
        "依申请公开 建议 提案 投诉 举报 来信 信访 案件 咨询 政府信息公开申请 行政复议 行政诉讼",
        "位名台辆座所家栋头只张株间幢",
    ),
    (
        "广场 公厕 大棚 教学楼 住院楼 办公楼 宿舍楼 综合楼 水库 泵站 桥梁 垃圾中转站 停车场 活动室",
        "条位名件张份台辆本只头篇项户场例",
    ),
    ("道路 公路 水渠 沟渠 河道 生产路 水泥路 主干道", "位名件张份台辆本只头篇所家栋户场例座间"),
    ("培训班 座谈会 讲座 推进会 动员会 听证会 演练 义诊 宣讲", "张条位名台辆座所家栋只头本株件户亩"),
    ("会议 专题会议 推进会议 调度会 联席会议", "张条位名台辆座所家栋只头本株件户人亩例"),
    ("隐患 安全隐患 问题 风险隐患", "家名位台辆座所只张份本头株篇栋幢场人亩"),
    ("矛盾纠纷 纠纷 警情", "家名位台辆座所只张份本头株篇栋幢户场亩条"),
    ("会议记录 工作日志 日志 简报", "次名位家台辆座所只头株篇栋幢户场亩人"),
    ("树木 苗木 绿化苗木", "名位台辆座所张份本头篇栋幢户场起件家"),
    ("生猪 肉牛 奶牛 肉羊 家禽 蛋鸡 肉鸡", "位名件台辆座所家栋张份项篇本"),
    ("制度 措施 政策 规定 举措 工作任务 民生实事", "位名台辆座所家栋头只张户株间"),
    ("横幅 条幅 标语", "位名台辆座所家栋头只户株间本份"),
    ("床位 病床 学位 岗位", "位名台辆座所家栋头只户条份本篇"),
)
# What follows a noun that is counted before it.
_BEHIND = "(?=[，,。；;、\n]|参与|签订|签约|落户|入驻|享受|受益|复工|投产|落地|接受|前来|报名|加入|投身|组成|获得|获评|被评|参加|开展|完成|通过|达到|已|均|全部|投入|建成|正式|列入|纳入)"


# What may stand between a measure word and its noun.
_MODIFIERS = "(?:农民|专业|乡镇|村级|乡村|中心|民办|公办|优秀|骨干|新型|大型|校园|文化|移动|在职|专任|农村|基层|专用|省级|市级|县级|全县|核磁共振|政府信息){0,2}"
# Of these a list may say how many papers there are: 「涉及企业1件、群众3件」.
_ELLIPTIC = 2


def _rows() -> Iterator[Row]:
    said = "「{}」与所数的东西不相配，量词疑有误。"
    for number, (nouns, wrong) in enumerate(_KINDS):
        noun = "|".join(sorted(nouns.split(), key=len, reverse=True))
        there_are = "有" if number < _ELLIPTIC else ""
        yield nouns, rf"{there_are}(?P<mark>(?:{noun}){_COUNTED}[{wrong}]){_END}", said
        yield nouns, rf"(?P<mark>{_COUNTED}[{wrong}]{_MODIFIERS}(?:{noun})){_BEHIND}", said


_TWO = " ".join(
    (
        *(f"个{other}" for other in "件份名条起项辆篇幢"),
        *(f"{one}{other}" for one in "件份名条辆篇栋幢张" for other in "件份名条项辆篇栋幢个"),
    )
)

RULES = (
    Rule(
        name="typo.measure_noun",
        category="typo",
        severity="info",
        explain="量词与所数的东西不相配，如「教师一百二十件」「三张合作社」。按词表查，只作提示。",
        fires="镇中心校现有教师一百二十件，添置五条救护车。",
        passes="镇中心校现有教师一百二十名，添置五辆救护车，一条龙服务企业，前十名企业。",
        find=pairs_in(tuple(_rows())),
    ),
    Rule(
        name="typo.measure_pair",
        category="typo",
        severity="info",
        explain="数目后面写了两个量词，如「三十个份」「十二幢名」，留一个。",
        fires="今年共办理人大代表建议三十个份，办复率百分之百。",
        passes="今年共办理人大代表建议三十份，一条条、一件件落实，接待五百人次。",
        find=pairs_in(
            (
                (
                    _TWO,
                    rf"(?<!一)(?<={_NUMBER})(?P<mark>(?:{'|'.join(_TWO.split())})(?=[，,。；;、\n])|(?P<one>[名份辆篇栋幢])(?P=one)(?=[一-鿿]))",
                    "「{}」是两个量词，留一个。",
                ),
                (
                    "公里 吨 亩 平方米 公斤 立方米",
                    rf"(?<=[\d万余])(?P<mark>(?:公里|吨|亩|平方米|公斤|立方米)(?:吨|公里|亩|平方米|公斤|立方米|件|份|家|名|户)){MARK}",
                    "「{}」是两个量词，留一个。",
                ),
            )
        ),
    ),
)
