"""One thing with two values: how many villages, which rate, which day, how often, in how many days; all and fewer; first and after."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN, searching
from mingbai.text.proofreading.rules._knowledge import Waiting, anchored, warning_of
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- how many villages ----------------------------------------------------------------------------------------

_PLACES = "行政村|乡镇|村民小组|居民小组|村卫生室|自然村|社区|司法所|教学班|股室|科室|站所|村（社区）|村\\(社区\\)|村居|窗口"
_COUNTED = lazy.pattern(
    rf"(?<![第\d.])(?P<number>\d{{1,4}})(?:个|所|家)(?P<what>{_PLACES})(?![{HAN}]{{0,6}}(?:书记|代表)各)"
)
_COUNTED_WORDS = waiting_for(tuple(_PLACES.replace("\\", "").split("|")))
# The number is of all of them: by the words before it, or by what is said of them.
_WHOLE_BEFORE = lazy.pattern(
    r"(?:全[镇乡县区市街村校院][道]?|辖区?|下辖|现有|共有|共辖|全部|所有|对全|[街镇乡]道?[、和与及]|各|涉及)[^，,。；;、\d]{0,6}$|(?:辖|现有|共有|下设|分为)[^。；;\n]{0,24}、$"
)
_WHOLE_AFTER = lazy.pattern(
    r"[^，,。；;\d]{0,12}(?:全覆盖|均|全部|都)|[^。；;\d]{0,22}(?:实现|达到)[^，。；;\d]{0,10}全覆盖|书记[，,。；;、\n]"
)
_CONSISTS = lazy.pattern(r"(?:下?辖|现有|共有|下设)[^，,。；;、\d]{0,6}$")
# 「位置偏远的2个社区」 are some, 「下辖的9个社区」 all.
_OF_ALL = lazy.pattern(r"(?:辖|内|全[镇乡村街区县]|现有|共有)的$")
_PARTLY = lazy.pattern(
    "其中|新增|原有?|上年|去年|合并|撤|调整|试点|先后|选取|抽查|检查|走访|部分|第|每|计划|重点|另|示范|改造|余|除"
)


def _villages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: dict[str, re.Match[str]] = {}
    for match in matches_near(passage, _COUNTED_WORDS, _COUNTED, 40):
        before = re.split("[。；;\n]", passage.text[max(passage.start, match.start() - 30) : match.start()])[
            -1
        ]
        after = passage.text[match.end() : match.end() + 30]
        some = _PARTLY.search(before[-16:]) or (before.endswith("的") and not _OF_ALL.search(before))
        if passage.in_web_residue(match.start()) or some:
            continue
        if not (_WHOLE_BEFORE.search(before) or _WHOLE_AFTER.match(after)):
            continue
        there = first.setdefault(match["what"], match)
        if int(there["number"]) != int(match["number"]):
            said = f"另一处是「{there[0]}」，这里是「{match[0]}」，请核对。"
            # Where a place says what it consists of, the other number is the wrong one.
            yield from apart(
                rule,
                passage,
                there.span(),
                match.span(),
                said,
                doubted="earlier" if _CONSISTS.search(before) else "later",
            )


# --- one rate, one limit --------------------------------------------------------------------------------------

_RATE = lazy.pattern(
    rf"(?P<what>[{HAN}]{{2,6}}[率度])(?:要|应|须|需|均|力争|确保|争取)?(?:达到?|不低于|不得低于|保持在|稳定在|提高到)(?P<number>\d{{1,3}}(?:\.\d{{1,2}})?)[%％](?P<over>以上)?"
)
_RATE_WORDS = waiting_for(("率达", "率不低于", "率保持", "率稳定", "率要达", "率应达", "率均", "率力争", "度达", "度不低于", "率提高到", "率不得低于", "率须达", "率确保", "率争取", "率需"))  # fmt: skip
_BEFORE_RATE = lazy.pattern("^(?:力争|年底|确保|争取|全年|实现|保持|使|让|全[镇乡县区])+")
_OF_ANOTHER = lazy.pattern("去年|上年|同期|由|从|20\\d\\d年|阶段|季度|分别|以前|原来|城镇|农村|其中|提高到")


def _rates(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「群众满意率达到95%以上」 and later 「群众满意率达到90%以上」."""
    first: dict[str, re.Match[str]] = {}
    for match in matches_near(passage, _RATE_WORDS, _RATE, 40):
        sentence = re.split(
            "[。；;\n]", passage.text[max(passage.start, match.start() - 40) : match.start()]
        )[-1]
        if _OF_ANOTHER.search(sentence + match[0]) or not (match["over"] or "不低于" in match[0]):
            continue
        what = _BEFORE_RATE.sub("", match["what"])
        there = first.setdefault(what if what[-4:].startswith("的") else what[-4:], match)
        if float(there["number"]) != float(match["number"]):
            said = f"前面是「{there[0]}」，这里是「{match[0]}」，请核对。"
            yield from apart(rule, passage, match.span(), there.span(), said)


_WITHIN = lazy.pattern(
    rf"(?P<event>[{HAN}]{{2}})(?:之日起|之后|以?后|之日)(?:的)?(?P<number>\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?P<unit>个?工作日|日|天)(?:之|以)?内(?P<act>[^，,。；;\n]{{2,20}})"
)
_WITHIN_WORDS = waiting_for(("日内", "天内", "日之内", "日以内", "天之内"))
_ACTS = (
    "解读",
    "公开",
    "公布",
    "公示",
    "答复",
    "报送",
    "反馈",
    "备案",
    "上报",
    "更新",
    "发布",
    "办结",
    "整改",
)


def _within(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Two terms for one thing after one event: 「公布后3个工作日内发布解读」, 「公布后5个工作日内报送解读」."""
    first: dict[tuple[str, str, str], re.Match[str]] = {}
    for match in matches_near(passage, _WITHIN_WORDS, _WITHIN, 50):
        acts = [act for act in _ACTS if act in match["act"]]
        if (
            match["event"] == "作出"
            or not acts
            or re.search("延长|最长|不超过|特殊|重大|其他|一般", match["act"])
        ):
            continue
        key = (match["event"], acts[0], match["unit"][-2:])
        there = first.setdefault(key, match)
        numbers = [
            int(one["number"]) if one["number"].isdecimal() else chinese_number(one["number"])
            for one in (there, match)
        ]
        # Decisions are told within seven working days, what else there is within twenty.
        if numbers[0] != numbers[1] and not ("作出" in match["event"] and set(numbers) == {7, 20}):
            said = f"前面是「{there[0][:24]}」，这里是「{match[0][:24]}」，请核对。"
            yield from apart(rule, passage, match.span(), there.span(), said)


# --- which day of the week, how often -------------------------------------------------------------------------

_WEEKLY = lazy.pattern(
    r"每(?P<time>周[一二三四五六日天]|月\d{1,2}日|月[一二三]?[上中下]旬)(?:为|定为|下午|上午|全天)?(?P<what>闭馆|休息|例会|接访|接待|公开日|开放|党员活动|值班|审核|报送)"
)
_WEEKLY_WORDS = waiting_for(("每周", "每月"))


def _weekly(rule: Rule, passage: Passage) -> Iterator[Finding]:
    first: dict[str, re.Match[str]] = {}
    for match in matches_near(passage, _WEEKLY_WORDS, _WEEKLY, 30):
        there = first.setdefault(match["what"], match)
        between = passage.text[there.end() : match.start()]
        if there["time"] != match["time"] and not re.search("^[^。]{0,12}[和、及]?$", between):
            said = f"前面是「{there[0]}」，这里是「{match[0]}」，请核对。"
            yield from apart(rule, passage, match.span(), there.span(), said)


_PERIODIC = lazy.pattern(
    rf"(?P<before>[{HAN}、]{{0,10}})每(?P<time>月|季度|半年|年)(?:定期|集中|至少)?(?P<verb>公开|公布|公示|更新|通报|检查|督查)(?P<after>[{HAN}]{{0,8}})"
)
_PERIODIC_WORDS = waiting_for(("每月", "每季度", "每半年", "每年"))
_SUBJECTS = ("村级财务", "财务", "村务", "居务", "党务", "校务", "账目", "收支", "政务公开栏", "公开栏")


def _periodic(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「每月公开村级财务」 and, in another paragraph, 「村级财务每季度公开」."""
    first: dict[tuple[str, str], re.Match[str]] = {}
    for match in matches_near(passage, _PERIODIC_WORDS, _PERIODIC, 40):
        words = match["before"] + match["after"]
        subject = next((one for one in _SUBJECTS if one in words), None)
        around = passage.text[max(passage.start, match.start() - 10) : match.end() + 10]
        if subject is None or re.search("至少|以前|过去|由每|改为|原来|要求|应|重大|镇级|分别", around):
            continue
        there = first.setdefault((subject[-2:], match["verb"]), match)
        if there["time"] != match["time"]:
            said = f"前面说每{there['time']}{match['verb']}，这里说每{match['time']}{match['verb']}，请核对。"
            yield from apart(rule, passage, match.span(), there.span(), said)


# --- at least, and the least of them --------------------------------------------------------------------------

_AND_LEAST = lazy.pattern(
    r"(?P<limit>\d{1,6})(?P<unit>人次|人|名|户|件|条|次|元|%|％)(?P<way>以上|以下)[，,][^，,。；;\d]{0,10}?最(?P<end>少|低|多|高)[^，,。；;\d]{0,8}(?P<number>\d{1,6})(?P=unit)"
)
_AND_LEAST_WORDS = waiting_for(("最少", "最低", "最多", "最高"))


def _and_least(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _AND_LEAST_WORDS, _AND_LEAST, 60):
        limit, number = int(match["limit"]), int(match["number"])
        below = match["way"] == "以上" and match["end"] in "少低" and number < limit
        above = match["way"] == "以下" and match["end"] in "多高" and number > limit
        if below or above:
            said = f"前面说都在{match['limit']}{match['unit']}{match['way']}，最{match['end']}的却是{number}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- nothing, and some of it ----------------------------------------------------------------------------------

_NONE_BUT = lazy.pattern(
    rf"(?:未|没有|无)(?:发现|发生|收取|收到|出现|接到|产生)(?:过|任何|一[起件例])?(?P<what>[{HAN}]{{2,8}})[，,](?P<then>[^。；;\n]{{0,20}}?(?:[1-9]\d{{0,4}}[起件例个元万条名户](?P<again>[{HAN}]{{2,8}})|(?:收取|发生|发现)的(?P<again2>[{HAN}、]{{2,12}})))"
)
_NONE_BUT_WORDS = waiting_for(("未发现", "未发生", "未收取", "未收到", "未出现", "没有发现", "没有发生", "没有收取", "没有收到", "无发生", "没有出现", "未接到"))  # fmt: skip
_ZERO = lazy.pattern(
    rf"(?P<what>[{HAN}]{{1,4}})率为?零[，,](?P<then>[^。；;\n]{{0,16}}?(?P<act>纠正|查处|处理|通报|退回|追回)[^，,。；;\n\d]{{0,10}}[1-9]\d{{0,4}}[起件例个户名条人])"
)
_ZERO_WORDS = waiting_for(("率为零", "率零"))


def _none_but_some(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「未发现违规问题，对3起违规问题进行了通报」."""
    for match in matches_near(passage, _NONE_BUT_WORDS, _NONE_BUT, 70):
        again = match["again"] or match["again2"]
        shared = match["what"][:2] in again or (
            match["again2"] is not None and re.search("费$|费[、]|费用", again)
        )
        before = passage.text[max(passage.start, match.start() - 10) : match.start()]
        if shared and not re.search(
            "去年|上年|其[他余]|个别|部分|除|[村镇乡县市区]级", before + match["then"]
        ):
            yield rule.finding(
                passage, *match.span(), f"先说没有，接着又有：「{match['then'][-20:]}」，请核对。"
            )
    for match in matches_near(passage, _ZERO_WORDS, _ZERO, 50):
        if match["what"][-1:] in "差错误漏投" or match["what"][0] in match["then"][2:]:
            yield rule.finding(passage, *match.span(), f"先说为零，接着又「{match['then'][-16:]}」，请核对。")


# --- questions counted ----------------------------------------------------------------------------------------

_ABOVE = lazy.pattern(
    r"(?:针对|对照|对于)(?:以上|上述|这|存在的?(?:以上)?)?(?P<number>[一二两三四五六七八九十]|\d)(?:个|方面|项|点|条)(?:方面)?的?(?P<what>问题|不足|短板|差距)"
)
_ABOVE_WORDS = waiting_for(("问题", "不足", "短板", "差距"))
_ITEM = lazy.pattern(r"(?P<number>[一二三四五六七八九])是")
_ORDER = "一二三四五六七八九"


def _questions(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「针对以上四个方面的问题」 after 「一是…二是…三是…」."""
    for match in matches_near(passage, _ABOVE_WORDS, _ABOVE, 40):
        listed = 0
        for item in _ITEM.finditer(passage.text, max(passage.start, match.start() - 700), match.start()):
            place = _ORDER.index(item["number"]) + 1
            listed = place if place in {1, listed + 1} else 0
        told = (
            chinese_number(match["number"].replace("两", "二"))
            if not match["number"].isdecimal()
            else int(match["number"])
        )
        if listed > 1 and told != listed:
            yield rule.finding(
                passage, *match.span(), f"前面列了{listed}项，这里说的是{match['number']}项，请核对。"
            )


# --- more after some went -------------------------------------------------------------------------------------

_GONE = lazy.pattern(
    r"(?P<first>\d{1,5})(?P<unit>家|个|所|处|名|人|户|件|台|辆)[，,][^。；;\n]{0,24}?(?:注销|撤销|关闭|减少|退出|撤并|拆除)了?(?P<gone>\d{1,4})(?P=unit)[，,](?:年末|期末|目前|现|年底|截至[^，,\d]{0,6})(?:共|实)?有?[^，,。；;\d]{0,8}(?P<last>\d{1,5})(?P=unit)"
)
_GONE_WORDS = waiting_for(("注销", "撤销", "关闭", "减少", "退出", "撤并", "拆除"))


def _gone(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _GONE_WORDS, _GONE, 90):
        first, gone, last = int(match["first"]), int(match["gone"]), int(match["last"])
        if last not in {first - gone, first} and "新" not in match[0]:
            said = f"原来{first}{match['unit']}，减去{gone}{match['unit']}，应是{first - gone}{match['unit']}，写的是{last}{match['unit']}，请核对。"
            yield rule.finding(passage, match.start("gone"), match.end(), said)


_CURED = lazy.pattern("杜绝|防止|避免|严禁|不得|禁止|不准|现象|纠正|坚决|克服|问题|不允许")


def _is_cured(passage: Passage, match: re.Match[str]) -> bool:
    around = passage.text[max(passage.start, match.start() - 12) : match.end() + 6]
    return _CURED.search(around) is not None


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "number_of_villages",
        "全镇有几个村、几个社区，前后要一样。",
        "全镇14个行政村均配备信息员。\n在12个行政村安装了电子显示屏，实现行政村全覆盖。",
        "全镇14个行政村均配备信息员。\n在12个行政村试点安装了电子显示屏。",
        Waiting(_COUNTED_WORDS, _villages),
    ),
    _rule(
        "two_rates",
        "同一项指标，前面要求达到一个数，后面是另一个数。",
        "群众满意率达到95%以上。\n确保群众满意率达到90%以上。",
        "群众满意率达到95%以上。\n确保群众知晓率达到90%以上。",
        Waiting(_RATE_WORDS, _rates),
    ),
    _rule(
        "two_terms",
        "同一件事，前面要求几个工作日内，后面是另一个期限。",
        "文件公布后3个工作日内发布解读材料。\n文件公布后5个工作日内报送解读。",
        "文件公布后3个工作日内发布解读材料。\n申请收到后5个工作日内补正。",
        Waiting(_WITHIN_WORDS, _within),
    ),
    _rule(
        "weekday",
        "每周哪一天闭馆、接访、开例会，前后不同。",
        "每周一闭馆，其余时间开放。\n每周二闭馆期间读者还书不便。",
        "每周一闭馆，其余时间开放。\n每周一闭馆期间读者还书不便。",
        Waiting(_WEEKLY_WORDS, _weekly),
    ),
    _rule(
        "how_often",
        "村级财务一类，一处说每月公开，另一处说每季度公开。",
        "各村每月公开村级财务一次。\n村级财务每季度公开一次，时效性不强。",
        "各村每月公开村级财务一次。\n低保名单每季度公示一次。",
        Waiting(_PERIODIC_WORDS, _periodic),
    ),
    _rule(
        "least_of_them",
        "说都在多少以上，最少的一次却不到。",
        "每次参会代表均在45人以上，最少的一次32人。",
        "每次参会代表均在45人以上，最少的一次46人。",
        Waiting(_AND_LEAST_WORDS, _and_least),
    ),
    _rule(
        "none_but_some",
        "先说没有发现、没有收取，紧接着又写了几起、收了什么。",
        "全年未发现违规问题，对3起违规问题进行了通报。",
        "全年未发现违规问题，对3起投诉进行了答复。",
        Waiting(_NONE_BUT_WORDS + _ZERO_WORDS, _none_but_some),
    ),
    _rule(
        "questions_counted",
        "「针对以上四个方面的问题」，前面只列了三个。",
        "存在的问题：一是认识不高；二是形式单一；三是更新不及时。针对以上四个方面的问题，我们将加以改进。",
        "存在的问题：一是认识不高；二是形式单一；三是更新不及时。针对以上三个方面的问题，我们将加以改进。",
        Waiting(_ABOVE_WORDS, _questions),
    ),
    _rule(
        "gone_and_left",
        "注销、撤销之后，剩下的数不应比原来多。",
        "全县物业企业33家，年内注销4家，年末共有物业企业37家。",
        "全县物业企业33家，年内注销4家，年末共有物业企业29家。",
        Waiting(_GONE_WORDS, _gone),
    ),
    _rule(
        "after_instead_of_before",
        "公开之前要先审查，「先发布后审查」把次序说反了。批评这种做法的不算。",
        "坚持先发布后审查，确保信息准确。",
        "坚决杜绝先发布后审查的做法，坚持先审查后公开。",
        anchored(
            "先发布 先公开 先上网 先公示 先上墙",
            searching(
                r"先(?:发布|公开|上网|公示|上墙)[，、,]?[再后](?:审查|审核|审批|把关|报批)(?![^。；;\n]{0,16}(?:情形|现象|屡|时有))",
                "「{}」次序反了，公开前应当先审查。",
                suggestion="先审查、后公开",
                near="先发布 先公开 先上网 先公示 先上墙",
                unless=_is_cured,
            ),
        ),
    ),
)
