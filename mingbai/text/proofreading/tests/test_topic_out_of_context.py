"""An order of another trade, of which no word stands anywhere else in the paper."""

from mingbai.text.proofreading.tests.reading import five_of_each

_PAPER = (
    "江口镇卫生院院务公开自查报告\n一、基本做法\n院长任院务公开领导小组组长，护士长参加。\n药品价格在门诊大厅滚动显示。\n{}\n住院病人实行一日清单。\n"
    "设备采购经院务会研究。\n二、问题\n个别科室更新慢，医生讲解病情不够通俗。\n三、措施\n护理部每月检查病历告知情况。\n门诊设立意见箱，患者来信当天处理。\n"
)
_FOREIGN = (
    "各采石场要严格执行爆破作业审批，爆破员持证上岗。",
    "渔民不得在禁渔期内下网捕捞，违者没收渔具。",
    "护林员应每日巡山，清明期间严禁野外用火。",
    "对出栏生猪须佩戴耳标，运输时凭检疫证明上路。",
    "粮库保管员要定期测温，熏蒸作业须两人在场。",
    "各网点须落实反洗钱登记，不得代客理财。",
)
_OWN = (
    "护士要每日核对药品，病历须当天写完。",
    "各科室要定期公开信息，不得拖延。",
    "会同应急局要求加油站卸油时静电接地。",
    "医生应向患者告知病情，手术须签字同意。",
    "门诊大厅须安排导诊护士，患者凭卡就诊。",
)
FIRES = {"topic.order_out_of_context": [_PAPER.format(one) for one in _FOREIGN]}
PASSES = {"topic.order_out_of_context": [_PAPER.format(one) for one in _OWN]}

test_fires, test_passes, test_every_rule_has_five_of_each = five_of_each(FIRES, PASSES)
