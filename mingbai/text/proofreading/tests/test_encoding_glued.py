"""Line ends that got lost: five texts on which each rule fires, five on which it does not."""

import pytest

from mingbai.text.proofreading.tests.reading import findings

FIRES = {
    "encoding.title_lost_its_line": [
        "乡镇政务公开工作总结今年以来，我镇认真贯彻落实条例，扎实推进政务公开工作。",
        "清溪镇政务公开工作总结20xx年，我镇认真贯彻落实条例，健全工作机制，扩大公开范围。",
        "卫生局信息公开情况自查报告 根据县政府办的通知要求，我局认真开展自查，现汇报如下。",
        "社区居务公开工作计划为进一步做好居务公开工作，方便居民监督，特制定本计划。",
        "学校校务公开工作汇报近年来，我校坚持推进校务公开，接受教职工和家长监督。",
    ],
    "encoding.lines_lost_systematic": [
        "今年以来，我镇认真做好政务公开工作，现将有关情况汇报如下。 一、加强组织领导。我镇成立了政务公开工作领导小组，主要领导任组长，下设办公室，明确专人负责日常工作，做到有人管、有人抓、有人做，各项任务落实到人、到岗。 二、完善公开制度。制定了主动公开、依申请公开、保密审查等制度。",
        "今年以来，我乡认真做好政务公开工作，现将有关情况汇报如下。 一、加强组织领导。我乡成立了政务公开工作领导小组，主要领导任组长，下设办公室，明确专人负责日常工作，做到有人管、有人抓、有人做，各项任务落实到人、到岗。 二、完善公开制度。制定了主动公开、依申请公开、保密审查等制度。",
        "今年以来，我局认真做好政务公开工作，现将有关情况汇报如下。 一、加强组织领导。我局成立了政务公开工作领导小组，主要领导任组长，下设办公室，明确专人负责日常工作，做到有人管、有人抓、有人做，各项任务落实到人、到岗。 二、完善公开制度。制定了主动公开、依申请公开、保密审查等制度。",
        "今年以来，我校认真做好政务公开工作，现将有关情况汇报如下。 一、加强组织领导。我校成立了政务公开工作领导小组，主要领导任组长，下设办公室，明确专人负责日常工作，做到有人管、有人抓、有人做，各项任务落实到人、到岗。 二、完善公开制度。制定了主动公开、依申请公开、保密审查等制度。",
        "今年以来，我县认真做好政务公开工作，现将有关情况汇报如下。 一、加强组织领导。我县成立了政务公开工作领导小组，主要领导任组长，下设办公室，明确专人负责日常工作，做到有人管、有人抓、有人做，各项任务落实到人、到岗。 二、完善公开制度。制定了主动公开、依申请公开、保密审查等制度。",
    ],
    "encoding.names_joined": [
        "组长：张明副组长：李强成员：王芳。",
        "组 长：张明副组长：李强",
        "主任：张明副主任：李强",
        "副组长：李强成员：王芳、赵刚",
        "校长：张明副主任：李强",
    ],
    "encoding.stray_letter": [
        "进一步加强政务公f开工作。",
        "各村s及时公布。",
        "完善g制度。",
        "全面公开h信息。",
        "健全q机制。",
    ],
}
PASSES = {
    "encoding.title_lost_its_line": [
        "乡镇政务公开工作总结\n今年以来，我镇认真贯彻落实条例。",
        "今年以来，我镇认真贯彻落实条例，做好工作总结，今年再加强。",
        "我镇认真做好年度工作总结，根据条例公开。",
        "清溪镇2023年工作计划",
        "一、工作总结\n今年以来，我镇公开信息120条。",
    ],
    "encoding.lines_lost_systematic": [
        "一、加强组织领导。\n我镇成立了领导小组。\n二、完善公开制度。",
        "今年以来，我镇认真做好工作。一、加强领导。二、完善制度。",
        "一、加强领导。我镇成立领导小组。\n二、完善制度。我镇制定办法。",
        "政策、文件、二、三类目录都已公开。",
        "我镇公开信息120条。",
    ],
    "encoding.names_joined": [
        "组长：张明\n副组长：李强",
        "组长：张明，副组长：李强。",
        "组长由镇长担任，副组长由副镇长担任。",
        "成员：王芳、赵刚",
        "领导小组成员：各办主任。",
    ],
    "encoding.stray_letter": [
        "第n次会议。",
        "甲x乙。",
        "办事e站。",
        "下载app应用。",
        "使用wifi网络。",
    ],
}


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in FIRES.items() for text in texts])
def test_fires(rule: str, text: str) -> None:
    assert findings(rule, text)


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in PASSES.items() for text in texts])
def test_passes(rule: str, text: str) -> None:
    assert findings(rule, text) == []


def test_every_rule_has_five_of_each() -> None:
    assert {rule: len(texts) for rule, texts in FIRES.items()} == dict.fromkeys(PASSES, 5)
    assert all(len(texts) == 5 for texts in PASSES.values())
