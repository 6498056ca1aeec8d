"""Verbs and predicates that a noun does not go with, after the list of nouns and their verbs."""

import pytest

from mingbai.text.proofreading.lists import load_lists
from mingbai.text.proofreading.tests.fired import Cases, fires, misread

CASES: Cases = {
    "typo.governed_object": (
        (
            "努力达到长效管理机制。",
            "切实健全干部队伍的素质。",
            "不断加深农贸市场。",
            "进一步提高会议纪要。",
            "努力树立良好的工作环境。",
            "全面增强动员大会。",
            "努力降低安全事故。",
            "切实健全“谁主管、谁负责”的水平。",
            "不断丰富办事效能，方便群众。",
            "进一步深化改革成效，推动公开再上台阶。",
            "切实实施公开渠道，接受群众监督。",
            "推进干部素质，提高服务本领。",
            "巩固检查中存在的问题。",
            "推动群众知晓率，让政策家喻户晓。",
            "我校拓宽了教学质量。",
            "不断梳理公开流程和群众知晓率。",
            "细化分工，将任务制定到人。",
            "打造实施方案，深化公开渠道。",
        ),
        (
            "努力建立长效管理机制。",
            "不断提高办事效率，方便群众。",
            "检验改革成效，放大改革成效。",
            "切实拓宽公开渠道，落实力度还不够大。",
            "是做好信息公开工作的关键。",
            "公示时间不足，兑现办法另行通知。",
            "一、政策制定环节",
            "完善质量、安全管理办法，加强信息和平台建设。",
            "将任务分解到人，把栏目要求落实到股室。",
            "推动完善制度，健全实施方案。",
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
            "各项任务得到提高。",
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


@pytest.mark.parametrize("rule", CASES)
def test_fires_where_it_must_and_only_there(rule: str) -> None:
    assert misread(rule, CASES) == []


def test_the_rows_name_shared_verbs_that_are_there() -> None:
    rows = load_lists()["governed"]["entries"]  # type: ignore[index, call-overload]
    named = {row["nouns"] for row in rows if row["nouns"].startswith("@")}
    used = {verb for row in rows for verb in row["verbs"].split() if verb.startswith("@")}
    assert used <= named


def test_what_some_nouns_never_go_with_is_said_of_others() -> None:
    rows = load_lists()["governed"]["entries"]  # type: ignore[index, call-overload]
    governed = {noun for row in rows if "never" not in row for noun in row["nouns"].split()}
    assert all({*row["nouns"].split()} <= governed for row in rows if "never" in row)


def test_what_the_list_of_wrong_verbs_reports_is_not_reported_again() -> None:
    assert fires("typo.collocation_object", "切实提高公开渠道。")
    assert not fires("typo.governed_object", "切实提高公开渠道。")
