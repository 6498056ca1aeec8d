"""Reading a short text with one rule, for the tests of rules."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

import pytest

from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, Recognised, SourceDocument
from mingbai.text.proofreading.engine import passages
from mingbai.text.proofreading.lists import Lists, load_lists
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.tests.fired import said_by


@cache
def shipped_lists() -> Lists:
    return load_lists()


def passage(text: str, *, start: int = 0, end: int | None = None, **document) -> Passage:
    recognised = Recognised(start, len(text) if end is None else end, **document)
    return Passage(SourceDocument("a.txt", text, "text/plain"), recognised, lists=shipped_lists())


def findings(name: str, text: str, **document) -> list[Finding]:
    rule = next(rule for rule in all_rules() if rule.name == name)
    return said_by(rule, passage(text, **document))


def quotes_of(text: str) -> dict[str, list[str]]:
    """What each rule quotes of a text that is read as a file is."""
    ingested = ingest(SourceDocument("a.txt", text, "text/plain"))
    found: dict[str, list[str]] = {}
    for one in passages(ingested, lists=shipped_lists()):
        for rule in all_rules():
            for finding in rule.find(rule, one):
                found.setdefault(rule.name, []).append(finding.quote)
    return found


Examples = Mapping[str, Sequence[str]]


_FEWEST = 5


def _finds(rule: str, text: str) -> bool:
    return bool(findings(rule, text))


def finds_in_file(rule: str, text: str) -> bool:
    """Whether the rule says anything of a text that is read as a file is."""
    return rule in quotes_of(text)


def five_of_each(
    fires: Examples, passes: Examples, finds: Callable[[str, str], bool] = _finds
) -> tuple[Callable[..., None], ...]:
    """The three tests of a module of rules, by rule: five texts on which it fires, five on which it does not."""

    @pytest.mark.parametrize("rule", fires)
    def test_fires(rule: str) -> None:
        assert [text for text in fires[rule] if not finds(rule, text)] == []

    @pytest.mark.parametrize("rule", passes)
    def test_passes(rule: str) -> None:
        assert [text for text in passes[rule] if finds(rule, text)] == []

    def test_every_rule_has_five_of_each() -> None:
        assert fires.keys() == passes.keys()
        assert all(len(texts) >= _FEWEST for texts in (*fires.values(), *passes.values()))

    return test_fires, test_passes, test_every_rule_has_five_of_each


CLEAN = (
    "我镇认真贯彻落实《中华人民共和国政府信息公开条例》，成立由镇长任组长、党委副书记任副组长的政务公开工作领导小组，办公室设在党政办公室。",
    "一年来，在县委、县政府的坚强领导下，我镇主动公开政府信息786条，其中政策文件29条，未收到依申请公开申请。监督电话：0564-3281234。",
    "进一步规范公开内容，创新公开形式，拓宽公开渠道，切实保障人民群众的知情权、参与权、表达权和监督权，不断提高政务公开工作水平。",
    "坚持以人民为中心，把群众最关心、最需要了解的事项作为公开的重点，做到常规性工作定期公开、临时性工作随时公开、固定性工作长期公开。",
    "领导小组组织学习培训三次，主任任副组长，为民办实事事项逐一公示，群众明明白白、放放心心办事，户户吃上自来水，村村都有公开栏。",
    "2023年，以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神，推进基层政务公开标准化规范化，及时回应群众关切。",
)
