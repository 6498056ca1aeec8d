"""Facts whose order or side cannot be: for each rule, texts on which it fires and on which it does not."""

import pytest

from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.tests.fired import passage

CASES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "contradiction.attendance": (
        (
            "应到会代表38人，实到45人。",
            "应到村民代表30名,实到31名。",
            "本次会议应到52人，实到会56人。",
            "应到户代表120户，实到125户。",
            "应到党员20人，因故请假，实到22人。",
        ),
        (
            "应到会代表45人，实到38人。",
            "应到45人，实到45人。",
            "应到45人。",
            "实到45人，列席50人。",
            "应到会38人，列席45人。",
        ),
    ),
    "contradiction.votes": (
        (
            "实到38人，同意30票，反对5票，弃权2票。",
            "实到代表38人，表决结果：赞成38票，反对1票，弃权0票。",
            "实到会40名，其中同意30人，反对3人，弃权3人。",
            "实到25户，同意20票、反对2票、弃权2票。",
            "实到18人，会议以举手表决，同意18票，不同意0票，弃权1票。",
        ),
        (
            "实到38人，同意31票，反对5票，弃权2票。",
            "实到38人，同意38票。",
            "同意30票，反对5票，弃权2票。",
            "实到38人。另一次会议同意30票。",
            "弃权的村民2人另行走访。",
        ),
    ),
    "contradiction.limits": (
        (
            "每户最高补助500元，最低补助800元。",
            "最低得分91分，最高得分85分。",
            "最高奖励1万元，最低奖励2万元。",
            "最低年龄60岁，最高年龄55岁。",
            "最高不超过300元，最低不少于500元。",
        ),
        (
            "每户最高补助800元，最低补助500元。",
            "最低生活保障标准500元，最高院公布案例3件。",
            "最高奖励1万元，最低奖励2000元。",
            "最高补助500元。",
            "最低500元，最高1万元。",
        ),
    ),
    "contradiction.ranks": (
        (
            "第一名得分85分，第二名得分91分。",
            "第1名85分，第2名86.5分。",
            "第一名青山村95分，第二名石桥村93分，第三名柳林村94分。",
            "考核结果：第一名为石桥村，88分；第二名为柳林村，90分。",
            "第一名80分、第二名80.5分。",
        ),
        (
            "第一名得分91分，第二名得分85分。",
            "第一名90分，第二名90分。",
            "第一名青山村95分。青山村第二名队员96分。",
            "第一名奖励500元，第二名奖励800元。",
            "第二名91分。",
        ),
    ),
    "contradiction.sides": (
        (
            "我镇地处县城东部。辖12个村，位于县城西南12公里。",
            "我乡位于县城南部，全乡地处县城北部。",
            "位于市区西北12公里。我镇地处市区东部。",
            "地处城区北郊，坐落于城区南侧。",
            "我镇位于县城东南20公里，地处县城西面。",
        ),
        (
            "我镇地处县城东部。辖12个村，位于县城东南12公里。",
            "我镇地处县城东部，园区位于市区西部。",
            "地处县城东北部。",
            "位于县城南部，地处县城东南。",
            "我镇位于县城东部，邻镇在西部。",
        ),
    ),
    "contradiction.clock": (
        (
            "受理时间为上午9时至8时。",
            "下午5:00至2:30。",
            "上午11:30-8:30，下午休息。",
            "下午3点到3点。",
            "上午10时半至上午9时。",
        ),
        (
            "受理时间为上午8时至11时，下午2时至5时。",
            "上午9时至2时不间断。",
            "晚上8时至6时有人值班。",
            "上午8:30至下午5:30。",
            "上午9时到会。",
        ),
    ),
}  # fmt: skip
RULES = {rule.name: rule for rule in all_rules()}


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, (fires, _) in CASES.items() for text in fires]
)
def test_fires(name: str, text: str) -> None:
    assert list(RULES[name].find(RULES[name], passage(text)))


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, (_, passes) in CASES.items() for text in passes]
)
def test_passes(name: str, text: str) -> None:
    assert not list(RULES[name].find(RULES[name], passage(text)))
