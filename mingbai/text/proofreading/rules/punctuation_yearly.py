"""Marks that summaries and yearly reports get wrong between two attributes, two aims, a subject and its year."""

from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.rules._rows import Row, rows_of

_AIMS = "目标|宗旨|重点|核心|主线|抓手|目的|中心|载体|突破口|依托|己任|落脚点|出发点"
_NEXT = "没有|未|无|共|主动|收到|受理|累计|通过|公开"
_ROWS: tuple[Row, ...] = (
    (
        "是一项 是一个 是一种",
        r"是一(?:项|个|种)[^，,。；;：:、！？\n的]{2,9}(?P<mark>[，,])(?=[^，,。；;：:、！？\n的]{2,9}的(?:[^，,。；;：:、！？\n的]{0,6})(?:工作|工程|任务|举措|事业|过程|问题|活动|系统工程))",
        "两个定语之间用顿号，不用逗号",
        "info",
    ),
    (
        _AIMS.replace("|", " "),
        rf"(?<![所可难足予加据])以(?!及|来|上|下|内|外|后|前|便|免|往|为|此)(?:(?!为)[^，,。；;：:、！？\n]){{2,10}}(?P<mark>[，,])(?=(?:(?!为|以)[^，,。；;：:、！？\n]){{2,10}}为(?:{_AIMS}))",
        "「以……为……」中间并列的两项用顿号，不用逗号",
        "info",
    ),
    (
        "年度， 年度, 年， 年,",
        rf"(?:^|(?<=[。；;\n\s]))(?:我|本)[^，,。；;：:、！？\n]{{1,3}}\d{{4}}年度?(?P<mark>[，,])(?=(?:{_NEXT}))",
        "主语和谓语之间不用逗号",
        "info",
    ),
    (
        "日起， 日起,",
        r"自\d{4}年\d{1,2}月\d{1,2}日起(?P<mark>[，,])(?=至\d{4}年)",
        "起止之间不用逗号",
        "info",
    ),
    (
        "公开为 不公开为",
        r"(?P<mark>(?:坚持|按照|本着|遵循)以“公开为(?:原则|常态)[，,、]不?公开为例外”)(?!为|的(?:原则|要求|方针))",
        "「{}」的引号放错了，应在「以」的前面",
        "info",
    ),
)

RULES = (
    Rule(
        name="punctuation.in_summaries",
        category="punctuation_misuse",
        severity="info",
        explain="并列的定语之间、「以……为目标」中间并列的两项用顿号；主语和谓语之间、「自……起至……」中间不用逗号。",
        fires="信息公开是一项涉及面广，意义重大的工作。",
        passes="信息公开是一项涉及面广、意义重大的工作。以服务群众、树立形象为目标，我镇2014年度没有收到申请。",
        find=rows_of(_ROWS),
    ),
)
