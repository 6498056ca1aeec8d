"""Good writing that hints once misread, beside like writing in which they are right."""

import pytest

from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.tests.reading import findings, passage, quotes_of

# By rule what it must leave alone, and what it must find all the same.
APART = {
    "typo.object_cut_short": (
        "责令其作出书面检查。|监督小组的作用发挥得不够充分。|平台作用发挥不够。|档案自形成之日起满二十五年向社会开放。"
        "|费用由公司承担并退补水费。|搭建“惠企政策超市”，归集政策283条。|所需经费由镇、村各承担一半。|表决采取无记名投票。",
        "充分发挥村级组织，做好公开。|成立了政务公开领导，明确了分工。|践行“民政为民”工作理想，认真公开。|制定专人负责信息的收集。|召开动员。",
    ),
    "typo.broken_word": (
        "办复率、满意率均为100%。|坚持权随责走、费随事转。|建立县区河长办联席会。|做到快报事实、慎报原因。|实现线上线下亲清互动。",
        "申请人提交个人审请。|全面青理台账。|组织开展大排茶，消除隐患。",
    ),
    "typo.connective_alone": (
        "用户投诉经查属实，不论对错，扣五分。|凡财政资金项目，无论大小，开工时就立牌公示。|有什么想法尽管说，我记上。|杜绝用而不管，管人不管事。",
        "虽然取得了一些成绩，仍存在不足。|无论工作多么繁忙任务多么艰巨，坚持到岗值班。",
    ),
    "typo.again_word": (
        "把该公开的公开到位。|能合并的合并，能不开的不开。|可以取消的取消。|每走访一次就记录一次，年终打分。|由每季度一次调整为每月一次，受到欢迎。",
        "用半年左右时间的时间，开展检查。|全年开展两次业务培训两次。",
    ),
    "typo.lost_character": ("以公开促和谐。|居民提、居民议、居民定。|能答的现场答。|预公开制度。|涉补贴信访下降。", "开展宣教育，深化政公开工作。"),
    "typo.measure_word": (
        "有4名申请人表示认可。|对不符合条件的6户申请家庭，已书面告知。|327户申请廉租住房的家庭参加。|举办1期信息员专题培训。|受理申请63人，审核通过57人。",
        "共公开12宗信息。|处理投诉件36只，办结率100%。",
    ),
    "punctuation.stop_behind_title": (
        "一、绕行路线：\n（一）由文昌路往滨河路。\n（二）由南往北。|（一）对教职工公开。\n1. 学校重大决策。\n（二）对学生公开。\n1. 收费。\n（三）对社会公开。\n1. 招生。",
        "石桥镇公开工作计划\n一、指导思想：\n以改革创新精神为指导。",
    ),
    "punctuation.unparted_pair": (
        "深入开展矛盾纠纷大排查、干部下访大接访、治安大整治活动。|未发现明放暗不放、变相审批情形。|五家民营医院挂床住院、虚记费用。",
        "切实保障群众的知情权参与权、监督权。|做到公开内容公开程序、公开时间三统一。",
    ),
    "punctuation.comma_among_items": (
        "大厅设置综合引导台、休息区、填表区，摆放饮水机、老花镜等。|公布检查要点、问题清单、样本报告，一次提出意见。|推行分时段预约、诊间结算、检查结果互认，候诊时间缩短。",
        "把审批事项的依据、条件、程序、时限，收费标准全部上墙公布。|公开内容包括：预算，决算，采购，项目等信息。",
    ),
    "typo.washed": ("做到对象公开、标准公开。|公路设施完好、安全畅通。|公布资产使用状况。|党务公开按照下列程序进行。|深化基层治理体系改革。", "广阔群众到效劳窗口办事。"),
    "typo.distorted_phrase": ("发放交通补助312万元。|信息化程度偏低，群众参与程度不高。|参加政务公开培训。|破损的公开设施及时维修。", "印发实行意见。|做好经济社会开展规划。"),
    "typo.collocation_object": ("转变群众婚育观念。|完善征纳互动服务。|为维权增加了难度。|加大暗访频次。|各村建立工作专班。", "加强建制力度。|提升工作步伐。|进一步拓宽政务公开的力度。"),
    "typo.again_small_word": ("关于对全县基层站所民主评议情况的通报。|关于对三所学校违规收费问题的通报。", "全年公开信息数152条。"),
    "typo.set_phrase_slip": ("现将有关情况如实汇报如下。|现将自查情况简要报告如下。|现将有关工作具体汇报如下。", "严格做到收支二条线。|现将自查情况报告下。|责令限期改，逾期不改的通报。"),
    "typo.verb_half_left": ("干部改了作风，群众得了实惠。|各股室改了方法，少跑了路。|取了样品，开了三次会。", "政务公开工作取了明显成效。|形了齐抓共管的良好氛围。"),
    "typo.opening_unclosed": ("除节假日，窗口照常受理。|除双休日，每天上午八时开放。|除春节期间，全年开馆。|除国庆假期，其余时间开放。", "除涉密内容，复文全部公开。|除村组干部，其余人员均由群众推选。"),
    "typo.relation_lost": ("施工单位和村民作了承诺，按期完工。|对超期的两件，三名居民作了解释。|到会的党员作了公开承诺。", "镇政府及时群众作了公开说明。|从事工作无关的活动。"),
    "typo.mainly_by": ("登记由村干部；审核由镇干部；公示由村民。|补贴标准目前以每亩五十元计算。|保洁由公司；监督由群众；缴费由业主。", "入户路由受益农户。|公开的手段单一，仍以张贴公告；政策宣传不够。"),
}  # fmt: skip
_RIGHT = [(rule, text) for rule, (good, _) in APART.items() for text in good.split("|")]
_WRONG = [(rule, text) for rule, (_, wrong) in APART.items() for text in wrong.split("|")]


@pytest.mark.parametrize(("rule", "text"), _RIGHT)
def test_good_writing_is_told_apart(rule: str, text: str) -> None:
    assert [one.quote for one in findings(rule, text)] == []


@pytest.mark.parametrize(("rule", "text"), _WRONG)
def test_what_is_wrong_is_still_found(rule: str, text: str) -> None:
    assert findings(rule, text)


_OPEN = "石桥镇2022年政府信息公开工作年度报告\n我镇认真做好政务公开工作，及时更新目录。\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (_OPEN + "今年工作扎实。全体教师要严守师德底线，严禁有偿补课。各村配合。", True),
        (_OPEN + "一是完善制度；全体教师要严守师德底线，严禁有偿补课；三是加强培训。", False),
    ],
)
def test_a_member_of_a_row_is_no_lone_sentence(text: str, told: bool) -> None:
    assert bool(findings("topic.sentence_of_other_body", text)) == told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("typo.swapped_word", "适时召开会议，研究公开工作。"),
        ("typo.phrase_homophone", "医院概况、服务承诺即时公开。"),
        ("typo.broken_word", "中考报名8640人，实考8712人。"),
        ("typo.hardly_last", "制定整改措施，并认真。"),
    ],
)
def test_what_good_writing_has_too_is_a_doubt_of_careless_texts(name: str, text: str) -> None:
    one, rule = passage(text), next(rule for rule in all_rules() if rule.name == name)
    assert [*rule.find(rule, one)] == []
    assert [doubt.finding.rule for doubt in one.faint] == [name]


def test_a_year_in_which_it_was_said_so_excuses_old_wording() -> None:
    text = "石桥镇2023年工作总结\n2019年4月如期实现脱贫摘帽。计划生育家庭奖励扶助金按时发放。贫困村全部出列。"
    assert findings("outdated.wording", text, year=2023) == []
    assert findings("outdated.wording", "石桥镇2023年工作总结\n及时公开脱贫摘帽工作进展。", year=2023)


def test_a_summary_signed_in_spring_is_of_last_year() -> None:
    text = "清溪镇2021年政务公开工作总结\n清溪镇认真落实《条例》，公开信息198条。\n清溪镇人民政府\n2021年{}月10日"
    assert "date.signed_too_early" in quotes_of(text.format(2))
    assert "date.signed_too_early" not in quotes_of(text.format(9))
