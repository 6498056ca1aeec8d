"""People who must not be known by name for what is said of them: minors, the poor, the ill, those who complained."""

import re
from collections.abc import Iterator

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import At, Passage, Place, Rule
from mingbai.text.proofreading.rules._knowledge import Waiting, listed, where
from mingbai.text.proofreading.rules._naming import before, name_at, name_before, named_behind
from mingbai.text.proofreading.rules._spotted import Hanging, Spotted
from mingbai.text.proofreading.standing import Spotter
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_AGE = lazy.pattern(r"[，,、（(\s]\s?(?:[男女][，,、\s]{0,2})?(?:现?年|今年)?(?P<age>[1-9]|1[0-9])周?$")
_BIRTH_YEAR = lazy.pattern(
    r"[（(，,]\s?(?:[男女][，,、\s]{0,2})?(?P<year>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?出?生"
)
_FAMILY = lazy.pattern(
    r"(?:其?(?:父亲|母亲|丈夫|妻子|配偶|儿子|女儿|爷爷|奶奶)|其[父母夫妻子女])(?:因|系|正在|曾|长期)?"
    r"(?:犯[^，。；]{1,8}罪|服刑|吸毒|戒毒|患[^，。；]{0,8}(?:病|癌|症|瘤)|身患|精神病|残疾|离家出走|改嫁|去世|病故|被判)"
)
# Where Chinese begins behind anything else.
_RUN_BEGINS = lazy.pattern("[一-鿿](?<![一-鿿].)")
_KIN = waiting_for(
    ("父亲", "母亲", "丈夫", "妻子", "配偶", "儿子", "女儿", "其父", "其母", "其夫", "其妻", "爷爷", "奶奶")
)
_FAMILY_WITHIN = 30
_YOUNG = 18
_BORN = waiting_for(("年出生", "月出生", "日出生", "年生", "月生", "日生"))
_LONGEST_BIRTH, _BEFORE_BORN = 24, 12
# The words at which a closer look is worth while, by what is looked for.
_SPOTTED = Spotter(
    {
        "age": ["岁"],
        "child": listed(
            "留守儿童 困境儿童 孤儿 未成年人 事实无人抚养儿童 学生 幼儿 患儿 孤残儿童 受害儿童 散居孤儿"
        ),
        "needy": listed(
            "贫困户 低保户 五保户 特困户 特困人员 低保对象 救助对象 困难户 困难学生 困难职工 困难群众 困难党员 孤寡老人 五保老人 低保人员 特困供养人员 受助人"
            " 建档立卡户 脱贫户 优抚对象 残疾人 边缘户 监测户 受助学生 帮扶对象 贫困户户主 困难老人 空巢老人 失独家庭 失独老人 孤残老人 监测对象"
        ),
        "party": listed(
            "信访人 上访人 举报人 投诉人 来电人 来访人 反映人 诉求人 检举人 控告人 申请人 受害人 被害人"
        ),
        "stigma": listed(
            "戒毒人员 吸毒人员 社区矫正对象 社区矫正人员 社区服刑人员 刑满释放人员 刑释人员 安置帮教对象 服刑人员 感染者 密切接触者 确诊病例 上访户 缠访户 精神障碍患者"
            " 精神病患者 严重精神障碍患者 肇事肇祸患者 重点人员 失信被执行人家属"
        ),
        "marital": listed("离异 丧偶 离婚 再婚 未婚先孕 服刑 吸毒"),
    }
)
_BEFORE_AGE, _APART = frozenset("0123456789周"), frozenset("，,（(、 \u3000")
_SAID = {
    "child": "未成年人的姓名，发布前应当隐去。",
    "needy": "写出了受助人的姓名，请核对有无必要，可改为「刘某」。",
    "party": "写出了申请人、信访人或举报人的姓名，发布前应当隐去。",
    "stigma": "姓名同矫正、戒毒、病患等情况写在一起，属个人隐私，发布前必须隐去。",
}
# The label of an office or a lawyer, not of the person who is meant.
_NOT_THE_PERSON = tuple(
    f"{word}{label}" for word in ("被", "代理") for label in ("申请人", "投诉人", "举报人", "信访人")
)


def _named(group: str, *, but_for: tuple[str, ...] = ()) -> At:
    """Who is named behind a word of the group; not where one of some words stands before the name."""

    def at(rule: Rule, place: Passage | Place, _: int, end: int) -> Finding | None:
        name = named_behind(place, end)
        if name is None or (but_for and any(map(before(place, name[0]).__contains__, but_for))):
            return None
        return rule.finding(place, *name, _SAID[group])

    return at


def _child(rule: Rule, place: Passage | Place, start: int, end: int) -> Finding | None:
    """Who is named before an age."""
    if place.text[start - 1 : start] not in _BEFORE_AGE:
        return None
    age = _AGE.search(place.text, max(place.start, start - 12), start)
    name = name_before(place, age.start()) if age and int(age["age"]) < _YOUNG else -1
    return rule.finding(place, name, end, "未成年人的姓名和年龄，发布前必须隐去。") if name >= 0 else None


def _born_lately(rule: Rule, passage: Passage) -> Iterator[Finding]:
    """「李小梅（2012年5月出生）」 in a text of a year in which that is a child."""
    year, written = passage.document.year, passage.document.written_on
    now = year or (written.year if written else None)
    if now is None:
        return
    for match in matches_near(passage, _BORN, _BIRTH_YEAR, _LONGEST_BIRTH):
        start = name_before(passage, match.start())
        if start >= 0 and now - int(match["year"]) < _YOUNG:
            yield rule.finding(passage, start, match.end(), "未成年人的姓名和出生年月，发布前必须隐去。")


def _of_the_family(rule: Rule, passage: Passage | Place) -> Iterator[Finding]:
    """「程浩，11岁，其父因犯盗窃罪被判刑」: a name with what became of the parents."""
    for match in matches_near(passage, _KIN, _FAMILY, _FAMILY_WITHIN):
        low = max(passage.start, match.start() - _FAMILY_WITHIN)
        line_starts = passage.text.rfind("\n", low, match.start()) + 1 or low
        for offset in map(re.Match.start, _RUN_BEGINS.finditer(passage.text, line_starts, match.start() - 1)):
            if name_at(passage, offset):
                said = "姓名同家人的病情、服刑、变故写在一起，属个人隐私，发布前必须隐去。"
                yield rule.finding(passage, offset, match.end(), said)
                break


def _fate(rule: Rule, place: Passage | Place, start: int, end: int) -> Finding | None:
    name = name_before(place, start - 1) if place.text[start - 1 : start] in _APART else -1
    if name < 0:
        return None
    return rule.finding(place, name, end, "姓名同婚姻、服刑等情况写在一起，属个人隐私，发布前应当隐去。")


def _has_its_fate(place: Place, start: int, _: int) -> bool:
    return _FAMILY.match(place.text, start, place.end) is not None


def _is_of_this_century(place: Place, start: int, _: int) -> bool:
    return "20" in place.text[max(place.start, start - _BEFORE_BORN) : start]


RULES = (
    Rule(
        name="personal.child",
        category="personal_data",
        severity="warning",
        explain="不公开未成年人的姓名、年龄、出生年月等信息。",
        fires="救助对象王晓禾，男，12岁，就读于镇小学。",
        passes="全镇有留守儿童35名，李建国，男，45岁，任镇长。",
        find=Spotted(
            _SPOTTED,
            {"age": _child, "child": _named("child")},
            Waiting(_BORN, _born_lately, where((_BORN, _is_of_this_century))),
        ),
    ),
    Rule(
        name="personal.needy_name",
        category="personal_data",
        severity="warning",
        explain="总结里点名写出低保户、贫困户等受助人姓名，应当核对有无必要。",
        fires="走访慰问低保户刘大妹、特困户孙二柱等困难群众。",
        passes="走访慰问低保户、特困户等困难群众120户。",
        find=Spotted(_SPOTTED, {"needy": _named("needy", but_for=_NOT_THE_PERSON)}),
    ),
    Rule(
        name="personal.party_name",
        category="personal_data",
        severity="warning",
        explain="依申请公开的申请人、信访人、举报人、投诉人的姓名不随办理结果公开。",
        fires="举报人王大山反映村干部违规，已办结。",
        passes="举报人王某反映的问题已办结，申请人对答复不服的可以申请行政复议。",
        find=Spotted(_SPOTTED, {"party": _named("party", but_for=_NOT_THE_PERSON)}),
    ),
    Rule(
        name="personal.stigma",
        category="personal_data",
        severity="error",
        explain="姓名不得同社区矫正、戒毒、精神障碍、感染、婚姻变故等情况一起公开。",
        fires="社区矫正对象王大山按时报到。",
        passes="社区矫正对象12人按时报到，社区矫正对象王某参加公益劳动。",
        find=Spotted(
            _SPOTTED,
            {"stigma": _named("stigma", but_for=_NOT_THE_PERSON), "marital": _fate},
            Hanging(_KIN, _of_the_family, where((_KIN, _has_its_fate))),
        ),
    ),
)
