"""The holder of a compound post told twice: 「工会主席刘淑芬」 and 「工会主席刘素芬」, 「组长：李明」 and another leader's name."""

from collections.abc import Iterator
from typing import NamedTuple

from mingbai.text import lazy
from mingbai.text.model import Finding
from mingbai.text.proofreading.model import Passage, Rule
from mingbai.text.proofreading.patterns import HAN
from mingbai.text.proofreading.rules._knowledge import Waiting, warning_of
from mingbai.text.proofreading.rules._twice import apart
from mingbai.text.proofreading.rules.contradiction.facts import is_name as is_plain_name
from mingbai.text.proofreading.triggers import matches_near, waiting_for

_HEADS = "主任|书记|主席|站长|所长|会长|理事长|队长|股长|科长|校长|院长|园长|馆长|联系人|负责人|经办人|审核人|填报人"
_HELD = lazy.pattern(
    rf"(?P<before>[{HAN}]{{0,14}}?)(?P<head>{_HEADS})(?P<sign>[：:]\s?)?(?P<name>[{HAN}]{{2,3}})"
    r"(?=同志|的|任|担任|为|兼|带头|一行|分管|主持|负责|负总责|把关|统筹|督办|牵头|带队|亲自|多次|先后|组织|作|对|在|参加|出席|讲话|表示|要求|强调|指出|定期|具体|反映|联系|签|审|率|到|带领|召集|宣读|汇报|介绍|[，,、。；;（(）)\s\d]|$)"
)
_HELD_WORDS = waiting_for(tuple(_HEADS.split("|")))
_REACH = 40
_LEADING = lazy.pattern("^(?:.*[由向请与和经被让找以了]|.*(?:成立|组织|以及|通知|联系))")
_OTHERS = lazy.pattern("(?:副|原|前任|时任|新任|历任|各|常务|第一|代理)$|^(?:副|原|前任|时任|新任|历任|第一)")
# Of these a place may have several, or the words say nothing of whose they are.
_ANYBODY = frozenset(
    "委员会 党支部 支部 党总支 办公室 领导小组 村 社区 村党支部 村支部 小组 单位 部门 科室 企业 项目 主要 有关 相关 具体 分管 村级 股室 村委会 居委会 村民委员会 居民委员会".split()  # noqa: SIM905
)
_SHORTEST = 2
# Of these posts another rule tells two holders.
_TOLD_APART = ("党委书记", "党工委书记", "办事处主任", "居委会主任", "村委会主任")
_NO_NAME = frozenset("审代到就对作在率带出参兼主负牵签定具反联")


class Held(NamedTuple):
    """One place where a compound post and its holder stand: the words before the head word, the head word, the name."""

    before: str
    head: str
    name: str
    span: tuple[int, int]


def is_name(passage: Passage, name: str) -> bool:
    """The same, where 「长」 may be the middle of three: 「李长福」."""
    return is_plain_name(
        passage, name[:1] + name[1:].replace("长", "常", 1) if len(name) == 3 and name[2] != "长" else name
    )


def _held(passage: Passage) -> list[Held]:
    found = []
    for match in matches_near(passage, _HELD_WORDS, _HELD, _REACH):
        before, name = _LEADING.sub("", match["before"]), match["name"]
        if _OTHERS.search(before) or not is_name(passage, name) or passage.in_web_residue(match.start()):
            continue
        if name[-1] in _NO_NAME:
            name = name[:-1]
        if len(name) < 2 or not is_name(passage, name):
            continue
        start = match.start("head") - len(before)
        found.append(Held(before, match["head"], name, (start, match.start("name") + len(name))))
    return found


def _one_post(first: Held, second: Held) -> bool:
    """Whether both name one post: the shorter of the two words before it is the end of the longer."""
    shorter, longer = sorted((first.before, second.before), key=len)
    if len(shorter) < _SHORTEST or shorter in _ANYBODY or not longer.endswith(shorter):
        return False
    rest = longer[: -len(shorter)]
    return first.head == second.head and not rest.endswith(("副", "原", "村", "社区", "校", "院"))


# Of these without words before them, another rule tells two holders.
_HAVE_RULES = frozenset(("校长", "院长", "园长"))


def _nearly(first: Held, second: Held) -> bool:
    """Whether two names under one head word, 「支部书记韩志平」 and 「支部书记韩志强」, differ in one character."""
    one, other = first.name, second.name
    if first.head != second.head or len(one) != 3 or len(other) != 3 or one[0] != other[0]:
        return False
    shorter, longer = sorted((first.before, second.before), key=len)
    if not shorter and first.head in _HAVE_RULES:
        return False
    alike = not shorter or longer.endswith(shorter) or shorter.endswith(longer[-2:])
    return alike and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _differ(first: str, second: str) -> bool:
    return first != second and not first.startswith(second) and not second.startswith(first)


# A roster longer than this is compared as far as this.
_MOST_HELD = 120


def _two_holders(rule: Rule, passage: Passage) -> Iterator[Finding]:
    held = passage.once(_held)[:_MOST_HELD]
    for place, one in enumerate(held):
        there = next((earlier for earlier in held[:place] if _one_post(earlier, one)), None)
        there = there or next((earlier for earlier in held[:place] if _nearly(earlier, one)), None)
        if there is None or not _differ(there.name, one.name):
            continue
        if (there.before + there.head).endswith(_TOLD_APART) and (one.before + one.head).endswith(
            _TOLD_APART
        ):
            continue
        between = passage.text[there.span[1] : one.span[0]]
        if len(between) < 3 or sum(_one_post(one, other) for other in held) > 2 + 1:
            continue  # a list of several holders, or a line for each place
        said = f"{one.before}{one.head}前面是{there.name}，这里是{one.name}，请核对。"
        yield from apart(rule, passage, there.span, one.span, said, doubted="later")


_rule = warning_of("contradiction", "internal_contradiction")

RULES = (
    _rule(
        "holder_of_post",
        "工会主席、监委会主任一类的职务，前后写了两个人的姓名，一个字写错的也算。",
        "由工会主席刘淑芬具体负责。\n工会主席刘素芬定期检查公开栏。",
        "由工会主席刘淑芬具体负责。\n工会副主席刘素芬定期检查公开栏。",
        Waiting(_HELD_WORDS, _two_holders),
    ),
)
