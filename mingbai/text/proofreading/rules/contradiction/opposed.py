"""What cannot stand beside what: a later step before an earlier one, the first time and for years on end, a rise and no change, a target below what was reached, so many come and gone and the sum of them."""

import re
from collections.abc import Iterator, Sequence

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Entry, Waiting, compiled, hint_of
from mingbai.text.proofreading.rules._told import number_in
from mingbai.text.proofreading.rules._twice import apart, compared
from mingbai.text.proofreading.rules._universal import sentence_at
from mingbai.text.proofreading.triggers import matches_near, waiting_for

# --- a later step before an earlier one ----------------------------------------------------------------------------------

_AFTER = lazy.pattern(
    rf"(?P<then>[{HAN}]{{2,8}}?)(?:之后|以后|完毕后|后)[，,]?(?:再|才|方可|方能|然后)(?:由|报|经|交|送|请|进行|组织|开展)?(?P<first>[{HAN}]{{2,16}})"
    rf"|先(?P<then2>[{HAN}]{{2,6}}?)[，,、]?(?:后|再)(?!续)(?P<first2>[{HAN}]{{2,8}})"
)
_AFTER_WORDS = waiting_for(("后再", "后才", "后方", "后，再", "后,再", "后，才", "后然", "先"))
_BLAMES = lazy.pattern(
    "杜绝|严禁|避免|不得|防止|禁止|不能|不准|存在|纠正|出现|违规|擅自|现象|问题|未经|不|没"
)


def _pairs(rows: Sequence[Entry]) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple((tuple(row["first"].split()), tuple(row["then"].split())) for row in rows)


def _later_first(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「张榜公布后再由监督小组审核」."""
    for match in matches_near(passage, _AFTER_WORDS, _AFTER, 44):
        then, first = match["then"] or match["then2"], match["first"] or match["first2"]
        before, behind = sentence_at(passage, match.start(), match.end())
        if _BLAMES.search(before[-12:] + match[0] + behind[:8]):
            continue
        for earlier, later in compiled(passage, ("first_then",), _pairs):
            if then.endswith(later) and _is_deed(first, earlier) and not then.endswith(earlier):
                said = f"「{match[0]}」：先后次序疑写颠倒了，请核对。"
                yield rule.finding(passage, *match.span(), said)
                break


def _is_deed(words: str, deeds: Sequence[str]) -> bool:
    """Whether the words end in the deed or name who does it: 「监督小组审核」, 「审核」."""
    return words.endswith(tuple(deeds)) or words.startswith(tuple(deeds))


# --- the first time, and for years -------------------------------------------------------------------------------------------

_FIRST_TIME = lazy.pattern(
    rf"(?:首次|第一次|首度|首开先河)(?P<what>[{HAN}]{{2,12}})[^。；;\n]{{0,30}}?(?P<long>连续[两二三四五六七八九十\d]{{1,2}}[年次届]|连年|历年来?都|多年来一直|一如既往|每年都)(?P<other>[{HAN}]{{2,14}})"
)
_FIRST_WORDS = waiting_for(("首次", "第一次", "首度", "首开先河"))
_POOR = lazy.pattern(
    rf"(?P<what>[{HAN}]{{0,6}}?[{HAN}]{{2}})(?:知晓率不高|知晓度不高|知晓不够|了解不够|了解不多|不够了解|不了解|不熟悉|掌握不够)[，,；;](?:但|而|且)?(?:群众|村民|干部|居民|大家)?(?:对)?[^，,。；;\n]{{0,14}}?(?P<well>了如指掌|家喻户晓|人人皆知|十分熟悉|深入人心|非常了解|耳熟能详|一清二楚)"
)
_POOR_WORDS = waiting_for(
    ("了如指掌", "家喻户晓", "人人皆知", "十分熟悉", "深入人心", "非常了解", "耳熟能详", "一清二楚")
)


def _never_before(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「首次把村务公开列入重点，连续三年把村务公开纳入考核」."""
    for match in matches_near(passage, _FIRST_WORDS, _FIRST_TIME, 70):
        pairs = {match["what"][at : at + 2] for at in range(len(match["what"]) - 1)}
        if any(pair in match["other"] for pair in pairs):
            said = f"先说首次，又说「{match['long']}」，请核对。"
            yield rule.finding(passage, *match.span(), said)
    for match in matches_near(passage, _POOR_WORDS, _POOR, 50):
        if not re.search("要|使|确保|力争|做到", match[0]):
            yield rule.finding(passage, *match.span(), f"先说了解不够，又说「{match['well']}」，请核对。")


# --- so much more, and no change ------------------------------------------------------------------------------------------------

_EVEN = lazy.pattern(
    rf"[比较](?:上年|去年|上期|同期|20\d\d年|上季度|上月)[^，,。；;\n\d]{{0,4}}(?:增加|增长|上升|提高|减少|下降|降低)了?(?P<n>\d[\d.]{{0,8}})(?:[^，,。；;\n]{{0,4}})[，,](?P<what>[{HAN}]{{0,10}}?)(?:与|和|同)(?:上年|去年|同期|上期)(?:同期)?(?P<even>(?:基本)?持平|相当|相同|一致)"
)
_EVEN_WORDS = waiting_for(("持平", "相当", "相同", "一致"))


def _more_and_even(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「审查规范性文件31件，较上年增加4件，审查数量与上年持平」."""
    for match in matches_near(passage, _EVEN_WORDS, _EVEN, 56):
        if re.search("金额|面积|质量|人数", match["what"]) is None:
            said = f"先说「{re.split('[，,]', match[0])[0]}」，又说「{match['even']}」，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- a target below what was reached ---------------------------------------------------------------------------------------------

_TARGET = lazy.pattern(
    r"(?:达到?|为|是)(?P<now>\d{1,3}(?:\.\d{1,2})?)[%％](?:以上)?[，,](?:比|较)(?:上学期|上学年|上年|去年|上季度|20\d\d年|上期)的?(?P<past>\d{1,3}(?:\.\d{1,2})?)[%％](?P<gap>[^，,。；;\n\d]{0,8}?)(?P<way>提高|提升|上升|增长|增加|下降|降低|减少)(?![\d了到至])"
)
_TARGET_WORDS = waiting_for(("比上", "较上", "比去", "较去", "比20", "较20"))


def _below_reached(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「满意率达到95%以上，比上学期的97%有所提高」."""
    for match in matches_near(passage, _TARGET_WORDS, _TARGET, 50):
        now, past = float(match["now"]), float(match["past"])
        up = match["way"] in {"提高", "提升", "上升", "增长", "增加"}
        if (now <= past) if up else (now >= past):
            said = f"{now:g}%与{past:g}%相比不是{match['way']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- come, gone, and the sum of them ----------------------------------------------------------------------------------------------

_COME_GONE = lazy.pattern(
    r"(?:新增|新纳入|新招|调入|迁入|增加)[^，,。；;\n\d]{0,8}(?P<come>\d{1,6})(?P<unit>户|人|名|个|家|件)[，,、](?:[^，,。；;\n\d]{0,6})(?:退出|取消|注销|调出|迁出|减少|清退|核减)[^，,。；;\n\d]{0,6}(?P<gone>\d{1,6})(?P=unit)[，,](?P<what>[^，,。；;\n\d]{0,8}?)(?:比|较)(?:上年|去年|上期|年初)(?:净)?(?P<way>增加|减少|增长|下降)了?(?P<n>\d{1,6})(?P=unit)"
)
_COME_WORDS = waiting_for(("退出", "取消", "注销", "调出", "迁出", "减少", "清退", "核减"))


def _come_and_gone(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「新增低保户26户，退出31户，总户数比上年增加5户」."""
    for match in matches_near(passage, _COME_WORDS, _COME_GONE, 70):
        change = int(match["come"]) - int(match["gone"])
        told = int(match["n"]) * (1 if match["way"] in {"增加", "增长"} else -1)
        if change != told:
            way = "增加" if change >= 0 else "减少"
            said = f"新增{match['come']}{match['unit']}、减少{match['gone']}{match['unit']}，应是{way}{abs(change)}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- a share in words --------------------------------------------------------------------------------------------------------------

_SHARES = {"半数": 0.5, "一半": 0.5, "三分之一": 1 / 3, "三分之二": 2 / 3, "四分之三": 0.75, "四分之一": 0.25, "五分之四": 0.8, "九成": 0.9, "八成": 0.8, "七成": 0.7, "六成": 0.6}  # fmt: skip
_SHARE = lazy.pattern(
    rf"(?P<all>\d{{1,5}})(?P<unit>名|人|户|个|件|条)[，,]其中(?P<what>[{HAN}]{{1,10}}?)(?:占|超过|达到?)(?:总数的?)?(?P<share>{'|'.join(_SHARES)})以上[，,]?(?:共|为|有|计)?(?P<n>\d{{1,5}})(?P=unit)"
)
_SHARE_WORDS = waiting_for(tuple(_SHARES))


def _share_in_words(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「代表32名，其中一线教师占三分之二以上，共18名」."""
    for match in matches_near(passage, _SHARE_WORDS, _SHARE, 50):
        if int(match["n"]) < _SHARES[match["share"]] * int(match["all"]) - 0.01:
            said = f"{match['all']}{match['unit']}的{match['share']}多于{match['n']}{match['unit']}，请核对。"
            yield rule.finding(passage, *match.span(), said)


# --- explained by two -----------------------------------------------------------------------------------------------------------------

_EXPLAINS = lazy.pattern(
    rf"(?:由|归)(?P<who>[{HAN}]{{2,16}}?)(?:负责解释|所有|行使)|解释权(?:归|属于?|属)(?P<who2>[{HAN}]{{2,14}}?)(?:所有)?(?=[，,。；;\n])"
)
_EXPLAIN_WORDS = waiting_for(("解释",))


def _explained_by_two(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「本目录由社区居委会负责解释，解释权归街道办事处」."""
    told = [match for match in matches_near(passage, _EXPLAIN_WORDS, _EXPLAINS, 24) if "解释" in match[0]]
    for match in compared(told[1:]):
        first, other = (one["who"] or one["who2"] for one in (told[0], match))
        near = match.start() - told[0].end() < _ONE_PAPER
        if near and first not in other and other not in first and first[-2:] != other[-2:]:
            said = f"一处说「{told[0][0]}」，一处说「{match[0]}」，请核对。"
            yield from apart(rule, passage, told[0].span(), match.span(), said, doubted="later")
            return


_ONE_PAPER = 300

# --- how often, and how many times --------------------------------------------------------------------------------------------------------

_TIMES = {"周": 52, "月": 12, "季": 4, "季度": 4, "半年": 2, "两月": 6, "两个月": 6, "年": 1}
_DEEDS = "专题会议|工作例会|领导小组会议|督查|督导|检查|更新|公开|例会|培训|审核|清理|评议|通报|回访|测评|走访|会议|公示|公布|巡查|考核"
_OFTEN = lazy.pattern(
    rf"(?P<least>至少|不少于)?(?:每|一)?(?P<per>半年|季度|(?<=每)(?:周|月|季|两个?月))(?P<least2>至少|不少于)?[{HAN}]{{0,4}}?(?:(?P<deed>{_DEEDS})[{HAN}]{{0,4}}?)?(?P<k>[一两二三1-4])次(?:的)?(?P<deed2>{_DEEDS})?"
)
_OFTEN_WORDS = waiting_for(("次",))
_IN_YEAR = lazy.pattern(
    rf"(?:全年|一年来|今年|今年以来|年内|本年度?)(?:共|累计|先后)?[{HAN}]{{0,10}}?(?P<deed>{_DEEDS})[{HAN}]{{0,6}}?(?P<n>\d{{1,3}}|[一二两三四五六七八九十]{{1,3}})次"
)
_YEAR_WORDS = waiting_for(("全年", "一年来", "今年", "年内", "本年"))


def _often_and_times(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「全年开展督查4次，半年一次的督查」, 「今年更新公开栏4次，实现每月更新一次」."""
    years = list(compared(matches_near(passage, _YEAR_WORDS, _IN_YEAR, 44)))
    for match in compared(matches_near(passage, _OFTEN_WORDS, _OFTEN, 30)) if years else ():
        deed = match["deed"] or match["deed2"]
        before = sentence_at(passage, match.start(), match.end())[0]
        if (
            not deed
            or match["least"]
            or match["least2"]
            or re.search("要|应|须|将|今后|力争|确保|改为|由", before[-16:])
        ):
            continue
        for told in years:
            number, right = number_in(told["n"]), _TIMES[match["per"]] * (number_in(match["k"]) or 1)
            between = passage.text[min(told.end(), match.end()) : max(told.start(), match.start())]
            near = told["deed"] == deed and len(between) < _CLOSE and "\n" not in between
            if (
                near
                and number
                and number != right
                and (number > right or "以来" not in told[0] or number * 2 < right)
            ):
                said = f"{match[0]}，一年是{right}次，一处写「{told[0]}」，请核对。"
                yield from apart(rule, passage, told.span(), match.span(), said, doubted="later")
                return


_CLOSE = 60

_rule = hint_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "later_step_first",
        "先后次序写颠倒了：公布后再审核，开工后再招标。",
        "公开内容先由村委会提出，张榜公布后再由监督小组审核。",
        "公开内容先由村委会提出，监督小组审核后再张榜公布。",
        Waiting(_AFTER_WORDS, _later_first),
    ),
    _rule(
        "first_time_and_for_years",
        "先说首次，又说连续几年；先说了解不够，又说了如指掌。",
        "乡党委首次把村务公开列入重点工作，连续三年把村务公开纳入考核。",
        "乡党委首次把村务公开列入重点工作，连续三年被评为先进单位。",
        Waiting((*_FIRST_WORDS, *_POOR_WORDS), _never_before),
    ),
    _rule(
        "changed_and_even",
        "先说比上年增加几件，又说与上年持平。",
        "审查规范性文件31件，较上年增加4件，审查数量与上年持平。",
        "审查规范性文件31件，较上年增加4件，审查质量与上年持平。",
        Waiting(_EVEN_WORDS, _more_and_even),
    ),
    _rule(
        "target_below_reached",
        "说比上年提高，写的比率却不比上年高。",
        "教职工满意率达到95%以上，比上学期的97%有所提高。",
        "教职工满意率达到98%以上，比上学期的97%有所提高。",
        Waiting(_TARGET_WORDS, _below_reached),
    ),
    _rule(
        "come_and_gone",
        "新增几户、退出几户，与比上年增减几户对不上。",
        "新增低保户26户，退出31户，总户数比上年增加5户。",
        "新增低保户26户，退出31户，总户数比上年减少5户。",
        Waiting(_COME_WORDS, _come_and_gone),
    ),
    _rule(
        "share_in_words",
        "占三分之二以上、半数以上，与写出的人数对不上。",
        "教代会代表32名，其中一线教师占三分之二以上，共18名。",
        "教代会代表32名，其中一线教师占三分之二以上，共22名。",
        Waiting(_SHARE_WORDS, _share_in_words),
    ),
    _rule(
        "explained_by_two",
        "同一份文件，解释权写了两个单位。",
        "本目录由社区居委会负责解释，本目录解释权归街道办事处。",
        "本目录由社区居委会负责解释，自发布之日起施行。",
        Waiting(_EXPLAIN_WORDS, _explained_by_two),
    ),
    _rule(
        "often_and_times",
        "多久一次与全年几次对不上。",
        "全年开展督查4次，半年一次的督查通报均张榜。",
        "全年开展督查2次，半年一次的督查通报均张榜。",
        Waiting(_OFTEN_WORDS, _often_and_times),
    ),
)
