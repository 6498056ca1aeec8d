"""A small word before or behind a figure or a date put for one of its sound or shape: 「已与9月12日」, 「收取率打98%」, 「医疗服务价格87顶」.

There but few words can stand, so the one that sounds or looks like one of them is known for a slip by the place alone.
"""

from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import warning_of
from mingbai.text.proofreading.rules._parsing import CLAUSE, END
from mingbai.text.proofreading.rules._rows import Row, rows_of

_warning = warning_of("typo", "typo")

_DATE = r"(?=(?:20\d\d年)?(?:1[0-2]|0?[1-9])月(?:\d|底|初|中旬|上旬|下旬|份)|(?:19|20)\d\d年|(?:今|去|上|本)[年月](?:\d|底|初))"
_CHANGE = "下降|上升|增长|降低|提高|缩短|压缩|减少|增加|延长|下调|上调|精简|提升"
_NUMERAL = "一二三四五六七八九十百"

_HEARD: tuple[Row, ...] = (
    (
        "已与 将与 曾与 并与 拟与 均与 已予 已余 现于",
        rf"(?:已|曾|拟|均|已经|分别)(?P<mark>[与予余]){_DATE}",
        "「{}」后面是日期，疑为「于」",
        "warning",
    ),
    (
        "打1 打2 打3 打4 打5 打6 打7 打8 打9",
        r"[率比例面度](?P<mark>打)(?=\d[\d.]*[%％])",
        "「{}」后面是百分数，疑为「达」",
        "warning",
    ),
    (
        "记1 记2 记3 记4 记5 记6 记7 记8 记9",
        rf"{CLAUSE}(?P<mark>记)(?=\d[\d,.]*[万亿]?元)",
        "「{}」后面是金额，疑为「计」",
        "warning",
    ),
    (
        " ".join(f"{word}{letter}" for word in _CHANGE.split("|") for letter in "制致自只直之"),
        rf"(?:{_CHANGE})(?P<mark>[制致自只直之])(?=\d)",
        "「{}」疑为「至」",
        "warning",
    ),
    (
        "百分这 百分只 百分知 百分支 百分直 百分至",
        rf"百分(?P<mark>[这只知支直至])(?=[{_NUMERAL}\d])",
        "「{}」疑为「之」",
        "warning",
    ),
    (
        "百分之",
        r"(?P<mark>百分之\d[\d.]*[分%％])(?!之|点)",
        "「{}」两种写法混在一起，写「百分之……」或「……分」「……%」",
        "warning",
    ),
    (
        "俩",
        rf"(?<![你我他她它咱哥姐爷娘夫母父爹妻弟妹婆])(?P<mark>俩)(?=[个名次家项条级委年天种批轮类季处块座])(?!个[子头])(?![{HAN}]?[，,]?人)",
        "「{}」疑为「两」",
        "warning",
    ),
    (
        "各阶段 各环节 各步骤 各方面 各季度",
        rf"第[{_NUMERAL}\d]{{1,3}}(?P<mark>各)(?=阶段|环节|步骤|方面|季度|工作日)",
        "「{}」疑为「个」",
        "warning",
    ),
)
_SHAPED: tuple[Row, ...] = (
    (
        "顶， 顶。 顶； 顶、 顶！ 顼， 顼。 顼； 顼、 顼！",
        rf"(?<!帐篷)(?<!蚊帐)(?<!帽子)(?<!头盔)(?<!帽)(?<!伞)(?<=[{HAN}])\d+(?P<mark>[顶顼]){END}",
        "「{}」疑为「项」",
        "info",
    ),
    (
        "仵， 仵。 仵； 仵、 仵！ 什， 什。 什； 什、 什！",
        rf"\d+(?P<mark>[仵什]){END}",
        "「{}」疑为「件」",
        "warning",
    ),
    (
        "苗， 苗。 苗； 苗、 苗！",
        rf"(?:土地|耕地|面积|林地|水田|旱地|茶园|果园|基地|大棚|农田)\d[\d.]*[万余多]?(?P<mark>苗){END}",
        "「{}」疑为「亩」",
        "warning",
    ),
    (
        "路灯 灯具 灯笼 装灯 换灯 安灯",
        rf"(?:路灯|灯具|灯笼|[装换安]灯)\d+[余多]?(?P<mark>[展站]){END}",
        "「{}」疑为「盏」",
        "warning",
    ),
    (
        "坐， 坐。 坐； 坐、 坐！ 做， 做。 做； 做、 做！",
        rf"(?:[桥库塔窖厕井棚站亭]|水窖|厕所|户厕|公厕|厨房|水库|泵站|大棚|房屋|设施)(?:\d+|[{_NUMERAL}]+)(?P<mark>[坐做]){END}",
        "「{}」疑为「座」",
        "warning",
    ),
    (
        "俩",
        r"\d+(?P<mark>俩)(?=次|[，,。；;、]|$)",
        "「{}」疑为「辆」",
        "warning",
    ),
    (
        "简报 专刊 专栏 板报 墙报 公开栏 信息",
        rf"(?:简报|专刊|专栏|板报|黑板报|墙报|公开栏|信息)\d+(?P<mark>起){END}",
        "「{}」疑为「期」",
        "info",
    ),
    (
        "明， 明。 明； 明、 明！",
        rf"(?:代表|党员|干部|成员|委员|监督员|教师|职工|人员|学生|信息员|村民|理财员)(?:共|为)?(?:\d+|[{_NUMERAL}]+)(?P<mark>明){END}",
        "「{}」疑为「名」",
        "warning",
    ),
)

RULES = (
    _warning(
        "heard_before_figure",
        "数字、日期前面的小词写成了同音字：「已与9月12日」（于）、「收取率打98%」（达）、「记5330元」（计）、「下降制9件」（至）、「百分这九十」（之）、「俩个村」（两）。",
        "申请已与9月12日答复，收取率打98%，来访下降制9件，俩个村没有更新。",
        "申请已于9月12日答复，已与3个村签约，收取率达98%，打1场硬仗，来访下降至9件，哥俩个子不高。",
        rows_of(_HEARD),
    ),
    _warning(
        "shape_behind_figure",
        "数字后面的量词写成了形近、音近的字：「医疗服务价格87顶」（项）、「土地500苗」（亩）、「路灯20展」（盏）、「水窖20做」（座）。",
        "公示医疗服务价格87顶，流转土地500苗，安装路灯20展。",
        "公示医疗服务价格87项，调拨帐篷20顶，栽种杉树500苗，客运20站，出动车辆15辆次。",
        rows_of(_SHAPED),
    ),
)
