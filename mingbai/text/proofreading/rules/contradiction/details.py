"""Details told twice: numbers of telephones and of houses, rates beside 「全部」, visits and visitors, marks taken off, hours, stages, what was in time and what was late, one person in two posts."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, hint_of
from mingbai.text.proofreading.rules._persons import post_changes
from mingbai.text.proofreading.rules._told import name_at
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.rules.contradiction.facts import is_name
from mingbai.text.proofreading.structure import chinese_number
from mingbai.text.proofreading.triggers import matches_near, prose_with, waiting_for

# --- telephones and houses ------------------------------------------------------------------------------------------

_TELEPHONE = lazy.pattern(r"(?<![\d-])(?:0\d{2,3}[-—－ ]?)?(?P<number>[2-9]\d{6,7})(?!\d)")
_TELEPHONE_WORDS = waiting_for(("电话", "热线", "联系方式", "致电", "拨打", "联系人", "咨询", "监督"))
_HOUSE = lazy.pattern(rf"(?P<road>[{HAN}]{{1,6}}(?:路|街|大道|巷))(?P<number>\d{{1,4}})号")
_HOUSE_WORDS = waiting_for(("路", "街", "大道", "巷"))


def _telephones(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """Two numbers that differ by two digits which changed places are one number, once written wrong."""
    table: dict[str, list[re.Match[str]]] = defaultdict(list)
    for place in prose_with(passage, _TELEPHONE_WORDS):
        offset, line = passage.prose[place]
        for match in _TELEPHONE.finditer(passage.text, offset, offset + len(line)):
            table["".join(sorted(match["number"]))].append(match)
    for told in table.values():
        for one, other in combinations(told[:8], 2):
            first, second = one["number"], other["number"]
            at_odds = [at for at in range(len(first)) if first[at] != second[at]]
            if len(at_odds) == 2 and at_odds[1] - at_odds[0] < 3:
                said = f"电话号码一处是{first}，一处是{second}，两个数字换了位置，请核对。"
                yield from apart(rule, passage, one.span(), other.span(), said)
                break


def _houses(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """One road and two numbers of which one is the other turned round: 18 and 81."""
    told: dict[tuple[str, str], re.Match[str]] = {}
    for match in matches_near(passage, _HOUSE_WORDS, _HOUSE, 16):
        key = match["road"][-3:], "".join(sorted(match["number"]))
        there = told.setdefault(key, match)
        if there["number"] != match["number"]:
            said = f"门牌号一处是{there['number']}号，一处是{match['number']}号，请核对。"
            yield from apart(rule, passage, there.span(), match.span(), said)


# --- all of them, and a rate below a hundred ------------------------------------------------------------------------------

_ALL_AND_RATE = lazy.pattern(
    r"(?P<all>(?:全部|均已?|全都|件件|悉数)(?:已经?)?(?P<done>建成|办结|答复|回复|完成|整改|公开|覆盖|落实|解决|开通|达标|合格)[^，,。；;\d]{0,6})[，,](?P<rate>[一-鿿]{0,4}率(?:为|达到?|是)?(?P<n>\d{1,2}(?:\.\d{1,2})?)[%％])"
)
_ALL_AND_RATE_WORDS = waiting_for(("全部", "均", "全都", "件件", "悉数"))


def _all_and_rate(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _ALL_AND_RATE_WORDS, _ALL_AND_RATE, 40):
        if match["done"][0] in match["rate"] and "满意" not in match["rate"]:
            said = f"既说「{match['all']}」，{match['rate']}又不是100%，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said)


# --- visits and visitors ------------------------------------------------------------------------------------------------------

_BATCHES = lazy.pattern(
    r"(?<![\d.第])(?P<batches>\d{1,5})(?P<unit>批|户)次?[、，,]?(?:共|计|涉及|惠及)?(?P<people>\d{1,5})(?:人次|人)(?![^，,。；;]{0,4}户)"
)
_BATCHES_WORDS = waiting_for(("批", "户"))


def _batches(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _BATCHES_WORDS, _BATCHES, 24):
        if int(match["people"]) < int(match["batches"]):
            unit = match["unit"]
            said = f"{match['batches']}{unit}只有{match['people']}人，比{unit}数还少，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said)


# --- marks ------------------------------------------------------------------------------------------------------------------------

_MARKS = lazy.pattern(
    r"(?P<full>\d{1,3}(?:\.\d)?)分[，,、；; ]?(?:自评|自查|实得|得分|得)(?:得分|得|为|分)?[：:]?(?P<got>\d{1,3}(?:\.\d)?)分"
)
_MARKS_WORDS = waiting_for(("自评", "自查", "得分", "实得"))
_MARKS_LAST = lazy.pattern(
    r"满分(?:为)?(?P<full>\d{1,3}(?:\.\d)?)分[^。；;\n]{0,6}?(?:共|合计)?扣(?:除|减)?(?P<off>\d{1,2}(?:\.\d)?)分[^。；;\n\d]{0,10}?(?:自评|实得|得|得分)(?:得分|为|分)?(?P<got>\d{1,3}(?:\.\d)?)分"
)
_OFF = lazy.pattern(r"(?:扣|扣除|扣减)(?P<off>\d{1,2}(?:\.\d)?)分")


def _marks(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「（20分，自评20分）……扣1分」: what was taken off is missing from the marks."""
    for match in matches_near(passage, _MARKS_WORDS, _MARKS_LAST, 60):
        right = float(match["full"]) - float(match["off"])
        if abs(right - float(match["got"])) > 1e-6:
            said = f"满分{match['full']}分，扣{match['off']}分，应得{right:g}分，写的是{match['got']}分，请核对。"
            yield rule.finding(passage, *match.span(), said)
    found = list(matches_near(passage, _MARKS_WORDS, _MARKS, 30))
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else match.end() + 400
        offs = list(_OFF.finditer(passage.text, match.end(), min(end, passage.end)))
        if not offs:
            continue
        right = float(match["full"]) - sum(float(off["off"]) for off in offs)
        if abs(right - float(match["got"])) > 1e-6 and float(match["got"]) <= float(match["full"]):
            said = f"满分{match['full']}分，共扣{sum(float(off['off']) for off in offs):g}分，应得{right:g}分，写的是{match['got']}分，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said)
            yield rule.finding(passage, offs[-1].start(), offs[-1].end(), said)


# --- hours ----------------------------------------------------------------------------------------------------------------------------

_HOURS = lazy.pattern(
    r"(?P<h1>\d{1,2})[:：](?P<m1>\d\d)\s?[—–－\-~～至到]{1,2}\s?(?:下午|上午)?(?P<h2>\d{1,2})[:：](?P<m2>\d\d)[^。\n\d]{0,12}(?:时长|共|历时|为期|持续|约)(?:为|约)?(?P<n>[一二两三四五六七八\d]{1,2}(?:\.5)?)(?:个)?(?P<half>半)?小时"
)
_HOURS_WORDS = waiting_for(("小时",))


def _hours(rule: Rule, passage: Passage) -> Iterator[Finding]:
    for match in matches_near(passage, _HOURS_WORDS, _HOURS, 50):
        told = (
            float(match["n"])
            if match["n"][0].isdecimal()
            else chinese_number(match["n"].replace("两", "二")) or 0
        )
        told += 0.5 if match["half"] else 0
        right = int(match["h2"]) - int(match["h1"]) + (int(match["m2"]) - int(match["m1"])) / 60
        if right > 0 and abs(right - told) > 0.26:
            said = f"从{match['h1']}:{match['m1']}到{match['h2']}:{match['m2']}是{right:g}小时，写的是{match['n']}小时，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said)


# --- stages ---------------------------------------------------------------------------------------------------------------------------

_STAGES = lazy.pattern(r"分(?:为|成)?(?P<count>[二两三四五六])个?(?:阶段|步骤|步)")
_STAGE = lazy.pattern("第(?P<number>[一二三四五六七])(?:阶段|步)")
_STAGES_WORDS = waiting_for(("阶段", "步"))


def _stages(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「分三个阶段进行」, and a fourth one further down."""
    told = list(matches_near(passage, _STAGES_WORDS, _STAGES, 16))
    if len(told) != 1:
        return
    count = chinese_number(told[0]["count"].replace("两", "二")) or 0
    for match in _STAGE.finditer(passage.text, told[0].end(), passage.end):
        if (chinese_number(match["number"]) or 0) == count + 1:
            said = f"前面说分{told[0]['count']}个阶段，这里是{match[0]}，请核对。"
            yield from apart(rule, passage, told[0].span(), match.span(), said)
            return


# --- in time, and late --------------------------------------------------------------------------------------------------------------------

_IN_TIME = lazy.pattern(
    r"(?:均|全部|都)(?:已|能)?(?:在[^，,。；;\n]{0,8})?(?:按期|按时|如期|法定期限内|规定期限内|法定时限内|规定时限内|时限内|期限内|工作日内)(?:内)?(?:予以)?(?:答复|办结|办理|回复|完成)?|(?:无|未发生|没有|未出现)(?:逾期|超期)(?:情况|现象|答复|件)?|(?:按期|按时)(?:办结|答复|回复)率(?:为|达到?)?100[%％]|(?:按期|按时)(?:办结|答复|回复)(?P<whole>\d{1,5})件"
)
_IN_TIME_WORDS = waiting_for(("期限", "时限", "按期", "按时", "如期", "逾期", "超期", "工作日内"))
_LATE = lazy.pattern(
    r"(?<![\d.])(?P<n>[1-9]\d{0,3})(?:件|条|份|起)[^，,。；;\n]{0,12}(?:逾期|超期|超出|未按期|未按时|未在[^，,。；;\n]{0,10}(?:期限|时限|工作日)内)[^，,。；;\n]{0,8}|(?:逾期|超期)(?:答复|办结|办理|回复)?(?:的)?(?P<n2>[1-9]\d{0,3})(?:件|条|份|起)|(?:存在|有)(?:答复|办理|个别|办件|申请)?(?:答复|办理)?(?:逾期|超期)[^，,。；;\n]{0,6}"
)
_NOT_LATE = lazy.pattern(
    "未逾期|未超期|栏目|网站|去年|上年|发布|公开不|更新|杜绝|防止|避免|如|若|凡|的，|将|应"
)
_MATTER = lazy.pattern("申请|工单|来信|留言|提案|建议|投诉|信件|许可|件")


_MOST_LATE = 40


def _in_time_and_late(rule: Rule, passage: Passage) -> Iterator[Finding]:
    late = [
        match
        for match in matches_near(passage, _IN_TIME_WORDS, _LATE, 40)
        if not _NOT_LATE.search(_clause(passage, match.start(), match.end()))
    ]
    del late[_MOST_LATE:]
    if not late:
        return
    for match in matches_near(passage, _IN_TIME_WORDS, _IN_TIME, 40):
        if (
            _NOT_LATE.search(_clause(passage, match.start(), match.start()))
            or match["whole"]
            and not _is_whole(passage, match)
        ):
            continue
        here = set(_MATTER.findall(_sentence(passage, match.start())))
        other = next(
            (one for one in late if (one.end() <= match.start() or one.start() >= match.end()) and set(_MATTER.findall(_sentence(passage, one.start()))) & here), None
        )  # fmt: skip
        if other:
            said = f"一处说「{match[0]}」，另一处说「{other[0]}」，请核对。"
            yield from apart(rule, passage, match.span(), other.span(), said)
            return


def _clause(passage: Passage, start: int, end: int) -> str:
    before = re.split("[，,。；;\n]", passage.text[max(passage.start, start - 16) : start])[-1]
    return before + passage.text[start:end]


def _sentence(passage: Passage, at: int) -> str:
    return re.split("[。\n]", passage.text[max(passage.start, at - 60) : at])[-1] + passage.text[at : at + 12]


def _is_whole(passage: Passage, match: re.Match[str]) -> bool:
    """「244件，按期办结244件」: what was in time is all there was."""
    before = passage.text[max(passage.start, match.start() - 24) : match.start()]
    return f"{match['whole']}件" in before


# --- one person in two posts ------------------------------------------------------------------------------------------------------------------

_POST = "党委书记|党工委书记|党组书记|党支部书记|党总支书记|支部书记|第一书记|党委副书记|党工委副书记|党委委员|党工委委员|宣传委员|组织委员|纪委书记|镇长|乡长|副镇长|副乡长|办事处主任|办事处副主任|局长|副局长|校长|副校长|院长|副院长|园长|副园长|村委会主任|居委会主任|村主任|党政办主任|办公室主任|人大主席"
_ONE_POST = lazy.pattern(_POST)
_IN_POST = lazy.pattern(
    rf"(?P<posts>(?:(?:{_POST})[、兼和]{{0,1}}){{1,3}})(?P<name>[{HAN}]{{2,3}})|(?<![{HAN}])(?P<name2>[{HAN}]{{2,3}})[（(](?P<posts2>[^（）()\n]{{2,24}})[）)]"
)
_IN_POST_WORDS = waiting_for(tuple(_POST.split("|")))
# What follows a post or a name of two characters: 「副镇长包案」, 「林霞担任」.
_NO_NAME = frozenset("任担为兼主负牵带亲同的组等包案联抓领分挂")
_FORMER = lazy.pattern("原|前任|时任|新任|曾任|拟任|提名|调任|不再")


def _posts(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「组长由村党支部书记刘福贵担任」 and 「组长、村委会主任刘福贵」; one set of posts within the other is one person told shortly."""
    told: dict[str, tuple[frozenset[str], tuple[int, int]]] = {}
    for match in matches_near(passage, _IN_POST_WORDS, _IN_POST, 40):
        rough = match["name"] or match["name2"]
        lengths = (n for n in (3, 2) if len(rough) >= n and rough[n - 1] not in _NO_NAME)
        name = next((rough[:n] for n in lengths if is_name(passage, rough[:n])), "")
        posts = frozenset(_ONE_POST.findall(match["posts"] or match["posts2"]))
        before = passage.text[max(passage.start, match.start() - 6) : match.start()]
        if not name or not posts or _FORMER.search(before + match[0]):
            continue
        start = match.start("posts") if match["posts"] else match.start("name2")
        span = (start, match.start("name") + len(name) if match["posts"] else match.end())
        key = next((known for known in told if known.startswith(name) or name.startswith(known)), name)
        there = told.setdefault(key, (posts, span))
        differ = not (there[0] <= posts or posts <= there[0]) and there[0] != posts
        if differ and not post_changes(passage, there[1][0], span[0]):
            said = f"{name}前面是{'、'.join(sorted(there[0]))}，这里是{'、'.join(sorted(posts))}，请核对。"
            yield from apart(rule, passage, there[1], span, said)


# --- names that differ by one character ------------------------------------------------------------------------------------------------------

_NAMED = lazy.pattern(
    rf"(?P<post>{_POST}|组长|经办人|联系人|负责人|主任|书记|科长|股长|站长|所长|干事)(?:[：:]\s?|由)?(?=[{HAN}])"
)
_NAMED_WORDS = waiting_for(
    (
        *_POST.split("|"),
        "组长",
        "经办人",
        "联系人",
        "负责人",
        "主任",
        "书记",
        "科长",
        "股长",
        "站长",
        "所长",
        "干事",
    )
)


def _names(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「局长彭海涛」 and 「局长彭海波」: one name, once written wrong."""
    told: dict[str, tuple[str, int, int]] = {}
    for match in matches_near(passage, _NAMED_WORDS, _NAMED, 24):
        name = name_at(passage, match.end())
        if name:
            told.setdefault(name, (match["post"], match.end(), match.end() + len(name)))
    for first, second in combinations(list(told)[:_FEW], 2):
        if _nearly_one(first, second, told[first][0] == told[second][0]):
            said = f"前面是{first}，这里是{second}，只差一个字，如果是同一个人，请核对。"
            yield from apart(rule, passage, told[first][1:], told[second][1:], said)
            return


_FEW = 12


def _nearly_one(first: str, second: str, one_post: bool) -> bool:
    """Whether two names differ in one character; names of two characters only where the post is one too."""
    if len(first) != len(second) or first[0] != second[0]:
        return False
    return one_post if len(first) == 2 else first[1] == second[1] or first[2] == second[2]


# --- the day of the reply ------------------------------------------------------------------------------------------------------------------------

_NTH_DAY = lazy.pattern(
    r"第(?P<n>\d{1,3})个工作日[^。\n]{0,24}?(?:未超过|没有超过|未超出|符合|在)[^。，,\n\d]{0,8}(?P<most>\d{1,3})个工作日|(?<![第\d])(?P<most2>\d{1,3})个工作日内[^。\n]{0,30}?第(?P<n2>\d{1,3})个工作日"
)
_NTH_DAY_WORDS = waiting_for(("个工作日",))


def _nth_day(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「在第28个工作日公开，未超过规定的20个工作日」."""
    for match in matches_near(passage, _NTH_DAY_WORDS, _NTH_DAY, 70):
        taken, most = int(match["n"] or match["n2"]), int(match["most"] or match["most2"])
        if taken > most:
            said = f"期限是{most}个工作日，实际用了{taken}个工作日，请核对。"
            yield rule.finding(passage, match.start(), match.end(), said)


_hint = hint_of("contradiction", "internal_contradiction")


RULES = (
    _hint(
        "telephone_digits",
        "两个电话号码只是两个数字换了位置，多半是同一个号码写错了一次。",
        "电话：0379-6752118。\n如有疑问，请拨打电话0379-6725118。",
        "电话：0379-6752118。\n如有疑问，请拨打电话0379-6752118。",
        Waiting(_TELEPHONE_WORDS, _telephones),
    ),
    _hint(
        "house_number",
        "同一条路的门牌号，两处的数字换了位置。",
        "联系地址：某县解放路18号。\n地址：某县解放路81号。",
        "联系地址：某县解放路18号。\n地址：某县解放路20号。",
        Waiting(_HOUSE_WORDS, _houses),
    ),
    _hint(
        "all_and_rate",
        "既说全部完成，紧跟的完成率又不到100%。",
        "13个公开专区已全部建成，建成率92.3%。",
        "13个公开专区已全部建成，建成率100%。",
        Waiting(_ALL_AND_RATE_WORDS, _all_and_rate),
    ),
    _hint(
        "fewer_than_batches",
        "接待的人数比批数还少，人数比户数还少。",
        "接待国内来访42批次、38人次。",
        "接待国内来访42批次、380人次。",
        Waiting(_BATCHES_WORDS, _batches),
    ),
    _hint(
        "marks_taken_off",
        "满分减去扣分，要等于自评得分。",
        "平台保障（20分，自评20分）。扣1分，原因是栏目更新超期。",
        "平台保障（20分，自评19分）。扣1分，原因是栏目更新超期。",
        Waiting(_MARKS_WORDS, _marks),
    ),
    _hint(
        "hours_counted",
        "写了几点到几点，又写了多少小时，两者要相符。",
        "活动时间：9月20日上午9:00—11:00，时长三小时。",
        "活动时间：9月20日上午9:00—11:00，时长两小时。",
        Waiting(_HOURS_WORDS, _hours),
    ),
    _hint(
        "one_stage_more",
        "前面说分几个阶段，后面多出一个阶段。",
        "分三个阶段进行：\n第一阶段：部署。\n第二阶段：实施。\n第三阶段：总结。\n第四阶段：巩固。",
        "分三个阶段进行：\n第一阶段：部署。\n第二阶段：实施。\n第三阶段：总结。",
        Waiting(_STAGES_WORDS, _stages),
    ),
    _hint(
        "in_time_and_late",
        "一处说全部按期办结、无逾期，另一处又有逾期、超期的。",
        "共收到申请7件，均在法定期限内答复。\n存在问题：7件申请中有2件超期答复。",
        "共收到申请7件，均在法定期限内答复。\n存在问题：个别栏目更新不及时。",
        Waiting(_IN_TIME_WORDS, _in_time_and_late),
    ),
    _hint(
        "person_in_two_posts",
        "同一个人，前后写了两个职务。",
        "组长由村党支部书记刘福贵担任。\n在组长、村委会主任刘福贵的组织下完成整改。",
        "组长由村党支部书记刘福贵担任。\n在组长、村党支部书记刘福贵的组织下完成整改。",
        Waiting(_IN_POST_WORDS, _posts),
    ),
    _hint(
        "name_by_one_character",
        "同一职务或同一件事上的两个姓名，只差一个字。",
        "局党组书记、局长彭海涛作专题汇报。\n局长彭海波要求抓紧落实。",
        "局党组书记、局长彭海涛作专题汇报。\n局长彭海涛要求抓紧落实。",
        Waiting(_NAMED_WORDS, _names),
    ),
    _hint(
        "beyond_the_term",
        "第几个工作日才办，却说没有超过期限。",
        "文件在印发后第28个工作日公开，未超过规定的20个工作日。",
        "文件在印发后第18个工作日公开，未超过规定的20个工作日。",
        Waiting(_NTH_DAY_WORDS, _nth_day),
    ),
)
