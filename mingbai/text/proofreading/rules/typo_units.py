"""Figures whose unit is told twice: 「百分之95%」, 「25日号」, 「60天个日历天」, 「12件次项」, or is another word of the same sound: 「5相」."""

from mingbai.text.proofreading.model import Rule
from mingbai.text.proofreading.rules._rows import Row, rows_of

_DIGIT = "[0-9０-９]"
_WORD = "[零〇一二两三四五六七八九十百千万]"
_NUMBER = rf"(?:{_DIGIT}+(?:[.．]{_DIGIT}+)?|{_WORD}{{1,6}}(?:点{_WORD}{{1,4}})?)"
_STOP = "[，,。；;、：:）)\n]"
# What a length of time is told for.
_FOR = rf"(?=之?内|以内|以上|以下|以前|之前|前|后|的|期限|为期|完成|答复|办结|办理|{_STOP})"
# The same time told twice, longest first.
_TIMES = (
    r"个?工作日(?:天|日|个?工作日)|(?:天|日)(?:个?工作日|个?日历天|个?日历日|个?自然日|个?自然天|时间[天日])|天日|日天"
    r"|(?:小时个?|个小时个?)小时|个?小时时|分钟(?:分钟?|钟)|个?月个月|个月月|周个?星期|个?星期周"
)
_DATE_FIRST = "前后起止至到内的与和、，,。；;（(\n由将按向报公完开举发"

_TWICE: tuple[Row, ...] = (
    (
        "百分之",
        rf"(?P<mark>百分之\s?{_NUMBER}\s?(?:[%％]|个?百分点))",
        "「{}」里「百分之」与「%」重复，留一个",
        "error",
    ),
    (
        "%百分点 ％百分点 %个百分点 ％个百分点",
        rf"(?P<mark>{_DIGIT}+(?:[.．]{_DIGIT}+)?[%％]个?百分点)",
        "「{}」里「%」与「百分点」重复，留一个",
        "error",
    ),
    (
        "日号 号日",
        rf"(?P<mark>(?:{_DIGIT}{{1,2}}|{_WORD}{{1,3}})(?:日号|号日))(?=[{_DATE_FIRST}])",
        "「{}」里「日」与「号」重复，留一个",
        "error",
    ),
    (
        "天日 天个 日天 天日历 日个 工作日天 工作日日 工作日工作日 工作日个 天时间 日时间 小时小时 小时个小时 小时时 分钟分 分钟钟 月个月 月月 周星期 周个 星期周 天工作日 日工作日 天自然 日自然 日日历",
        rf"(?P<mark>{_NUMBER}(?:{_TIMES})){_FOR}",
        "「{}」里时间的单位重复，留一个",
        "warning",
    ),
    (
        "之日起后 之日起以后 之日起之后 之日后起 之日起开始 之日起起",
        r"(?P<mark>之日(?:起(?:后|以后|之后|起)|后起))",
        "「{}」意思重复，写「之日起」或「之日后」",
        "warning",
    ),
    (
        "次项 次件 次个 次条 次户 次家 次人 次名 次起 次份 次场 件次 项次 人次 户次 场次 批次 套件 件项 项件",
        rf"(?<![第A-Za-z])(?P<mark>{_DIGIT}+余?(?:人次(?:名|个|人|位)|件次(?:项|件|个|条|份|起)|件项次?|项次(?:件|项|个|条)|项件次?|户次(?:家|户|个)|场次(?:场|个|期)|批次(?:批|个次)))(?={_STOP}|的)",
        "「{}」里量词重复，留一个",
        "warning",
    ),
    (
        "名人",
        rf"(?P<mark>(?:{_DIGIT}+|[两二三四五六七八九十]{{1,3}})名人)(?={_STOP}|组成|参加|到会|出席|在场|到场|值班|值守)",
        "「{}」里「名」「人」重复，留一个",
        "warning",
    ),
    (
        "达到有 达到了有 达到超过 达到了超过 达到多达 达到高达 达到了高达 达到了多达 达有 达到达 多达有 高达有 共计有达 超过达 超过了达 超过达到",
        rf"(?P<mark>(?:达到了?(?:有|超过|多达|高达|达)|[多高]达有|超过了?达到?))(?=\s?{_DIGIT}|\s?[一二两三四五六七八九十百千万])",
        "「{}」意思重复，留一个",
        "warning",
    ),
)
# By sound or shape they are the measure words 项, 件, 份, 条, 次, 户, 家, 人, 名, 个, 处, 亩, 场, 篇, 期, 台, 座, 批, 辆, and no noun follows a figure so.
_NO_MEASURE = "相象像巷跳挑粉刺互加佳仁民各某其气抬坐皮欺"
_REPLACED: tuple[Row, ...] = (
    (
        " ".join(f"{letter}{stop}" for letter in _NO_MEASURE for stop in "，。；、"),
        rf"(?<![A-Za-z.\d第至\-—~～/年月])(?P<mark>[1-9]\d{{0,3}}余?[{_NO_MEASURE}])(?=[，,。；;、])",
        "「{}」末字不是量词，疑为音近、形近的量词（项、件、条、份、次、户、家、人、名、个）之误",
        "warning",
    ),
)

RULES = (
    Rule(
        name="typo.unit_twice",
        category="typo",
        severity="warning",
        explain="数目的单位写了两遍：「百分之95%」「25日号」「60天个日历天」「3天日内」「12件次项」「9名人」「达到有300户」，留一个。",
        fires="满意率达到百分之95%，每月25日号前报送，工期60天个日历天，取消证明12件次项。",
        passes="满意率达到百分之九十五，每月25日前报送，工期60个日历天，办理22件次，25号召开会议。",
        find=rows_of(_TWICE),
    ),
    Rule(
        name="typo.measure_replaced",
        category="typo",
        severity="warning",
        explain="数目后面的量词写成了音近、形近的字：「删除5相」应为「5项」，「走访8互」应为「8户」。",
        fires="新增公开事项12项，删除5相，走访农户8互。",
        passes="新增公开事项12项，删除5项，与图5相符，走访农户8户，380V三相电。",
        find=rows_of(_REPLACED),
    ),
)
