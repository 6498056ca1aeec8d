"""Small words that sound alike, set phrases with a strange character: five texts on which each rule fires, five on which it does not."""

import pytest

from mingbai.text.proofreading.rules.typo.mixed import RULES as OF_SMALL_WORDS
from mingbai.text.proofreading.rules.typo.replaced import RULES as OF_STRANGE_CHARACTERS
from mingbai.text.proofreading.tests.reading import findings

RULES = (*OF_SMALL_WORDS, *OF_STRANGE_CHARACTERS)
FIRES = {
    "typo.phrase_character": [
        "开展隐患排杳治理。",
        "进一步明确责仕分工。",
        "落实安全生产责仕制。",
        "加强农村危房政造补助管理。",
        "做好退役军入优待工作。",
        "推进社会治安综台治理。",
    ],
    "typo.must": [
        "公开的内容必需真实可靠。",
        "各单位必需按时报送信息。",
        "发布信息必需经过审查，必需由专人负责。",
        "工作人员必需佩戴工作牌。",
        "每名干部必需认真学习条例。",
    ],
    "typo.already": [
        "粉丝以达4500人。",
        "全县以建成公开栏312个。",
        "镇里以发放补贴68户。",
        "今年以完成30件。",
        "网站以累计发布了120条信息。",
    ],
    "typo.given": [
        "对群众的申请与以答复。",
        "对不按时公开的单位与以通报。",
        "材料齐全的，当场与以受理。",
        "对成绩突出的个人与以表彰。",
        "发现问题及时与以纠正。",
    ],
    "typo.no_fewer": [
        "护林员每天巡山不小于6小时。",
        "公示期不小于7天。",
        "参会代表不小于三十人。",
        "每年开展培训不小于2次。",
        "各村每季公开信息不小于 5 条。",
    ],
    "typo.without_force": [
        "对落实不利、造成不良影响的单位进行通报。",
        "因监管不利而发生事故的，要追究责任。",
        "有的单位推进不利，进展缓慢。",
        "对查处不利的干部进行约谈。",
        "存在执行不利等问题。",
    ],
    "typo.taken_for": [
        "有的单位把公开当做是负担。",
        "把群众的事当作是自己的事。",
        "个别人当做是走过场。",
        "把检查当做是找茬。",
        "不少人把它当做是额外任务。",
    ],
    "typo.no_longer": [
        "自本月起不在收取任何费用。",
        "确保同类问题不在发生。",
        "办证不在重复提交材料。",
        "新规施行后不在具有效力。",
        "各村不在另行制定办法。",
    ],
    "typo.both": [
        "公开工作即要抓内容，又要抓形式。",
        "做到即有分工，又有合作。",
        "检查即要看台账也要看现场。",
        "办事窗口即能查询，又能打印。",
        "公开即不能缺项，也不能走样。",
    ],
    "typo.last_of_season": [
        "信息每个季未更新一次。",
        "每月未公布一次收支。",
        "每季度未前报送材料。",
        "学期未考试结束后公示。",
        "各村每月未集中公开账目。",
    ],
    "typo.month": [
        "三月分的账目已上墙。",
        "4月分、5月分的收支已公布。",
        "上月分，我镇公开信息12条。",
        "公布7月分财务。",
        "自10月分起按月公开。",
    ],
}
PASSES = {
    "typo.phrase_character": "隐患排查治理，明确责任分工，公开栏里贴着账目，组织观看警示片四部，应采尽采，逐人对照检查，本级政府信息公开。",
    "typo.must": "公开必须真实，生活必需品，办理所必需的材料，必需经费有保障，水是生产必需。",
    "typo.already": "粉丝已达4500人，以达到95%为目标，以完成60户的标准考核，可以达300人，以超过80%的票数当选，以公开18项来推动。",
    "typo.given": "对申请予以答复，与以往不同，与以前相比，参与以公开为主题的活动，与以上单位联系，办法与以公开促规范的要求一致。",
    "typo.no_fewer": "每天不少于6小时，管径不小于300毫米，面积不小于20平方米，耐火极限不小于1小时，坡度不小于3%，间距不小于5米。",
    "typo.without_force": "落实不力的通报，对工作不利的因素，不利于落实，环境不利，天气不利，给管理带来不利影响。",
    "typo.taken_for": "当作大事来抓，应当做是非分明的人，看作是自己的事，当做榜样，当作重点。",
    "typo.no_longer": "不再收取费用，不在服务范围内，人不在办公室，不在办理之列，不在适用范围内，不在增加挂钩试点名单。",
    "typo.both": "既要抓内容，又要抓形式，即要求各村公布，立即要办，随即有人来，又有人走，即有关部门，也有企业。",
    "typo.last_of_season": "每季末更新一次，本季未收到申请，上月未完成的任务，每月未公开的要补，今年未发生事故，期末考试。",
    "typo.month": "三月份的账目，12月分别公布，按月分解，5月分红，6月分两批发放，每月分析一次，10月分公司成立。",
}


def test_every_rule_has_its_texts() -> None:
    assert {rule.name for rule in RULES} == FIRES.keys() == PASSES.keys()


@pytest.mark.parametrize("name", FIRES)
def test_a_rule_fires_on_five_texts_and_on_none_of_five_others(name: str) -> None:
    missed = [text for text in FIRES[name] if not findings(name, text)]
    assert not missed
    assert not findings(name, PASSES[name])
