"""Verbs and predicates that a noun does not go with, after the list of nouns and their verbs."""

import pytest

from mingbai.text.proofreading.lists import load_lists
from mingbai.text.proofreading.tests.fired import Cases, each_of, fires

CASES: Cases = {
    "typo.governed_object": (
        (
            "努力达到长效管理机制。",
            "不断丰富办事效能，方便群众。",
            "进一步深化改革成效，推动公开再上台阶。",
            "切实实施公开渠道，接受群众监督。",
            "推进干部素质，提高服务本领。",
            "完善检查中存在的不足。",
            "推动群众知晓率，让政策家喻户晓。",
            "我校拓宽了教学质量。",
        ),
        (
            "努力建立长效管理机制。",
            "不断提高办事效率，方便群众。",
            "检验改革成效，放大改革成效。",
            "切实拓宽公开渠道，落实力度还不够大。",
            "是做好信息公开工作的关键。",
            "公示时间不足，兑现办法另行通知。",
            "一、政策制定环节",
            "“丰富效率”的说法不通。",
            "推进的效率，丰富性效率，未丰富效率。",
        ),
    ),
    "typo.governed_subject": (
        (
            "公开渠道日益浓厚。",
            "办事效率不断畅通。",
            "群众的知晓率进一步深化。",
            "干部的服务意识明显畅通，受到好评。",
            "责任意识不断畅通。",
        ),
        (
            "公开渠道日益畅通。",
            "办事效率不断提高。",
            "群众的知晓率进一步提高。",
            "通过提高服务意识不断扩大公开范围。",
            "各部门建议提高，需要进一步深化。",
            "学习氛围日益浓厚。",
        ),
    ),
}


@pytest.mark.parametrize(("rule", "text", "wanted"), each_of(CASES))
def test_fires_where_it_must_and_only_there(rule: str, text: str, wanted: bool) -> None:
    assert fires(rule, text) is wanted


def test_the_rows_name_shared_verbs_that_are_there() -> None:
    rows = load_lists()["governed"]["entries"]  # type: ignore[index, call-overload]
    named = {row["nouns"] for row in rows if row["nouns"].startswith("@")}
    used = {verb for row in rows for verb in row["verbs"].split() if verb.startswith("@")}
    assert used <= named


def test_what_the_list_of_wrong_verbs_reports_is_not_reported_again() -> None:
    assert fires("typo.collocation_object", "切实提高公开渠道。")
    assert not fires("typo.governed_object", "切实提高公开渠道。")
