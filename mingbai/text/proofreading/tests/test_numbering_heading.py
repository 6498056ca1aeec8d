"""Headings whose number lost its mark."""

from mingbai.text.proofreading.tests.reading import five_of_each

FIRES = {
    "numbering.heading_mark": [
        "一、主要工作\n召开会议三次。\n二存在问题\n宣传不够。",
        "一、基本情况\n全镇12个村。\n二、主要做法\n按月公开。\n三存在问题\n加强领导。",
        "一、指导思想\n以人民为中心。\n二工作目标\n按时公开。\n三、工作措施",
        "一、概述\n认真落实。\n二主动公开情况\n公开信息120条。",
        "一、组织领导\n成立小组。\n二保障措施\n落实经费。",
    ]
}
PASSES = {
    "numbering.heading_mark": [
        "一、主要工作\n召开会议三次。\n二、存在问题\n宣传不够。",
        "一、主要工作\n召开会议三次。\n二级响应措施\n按预案执行。",
        "一、主要工作\n召开会议三次。\n二季度工作安排\n按月公开。",
        "一、主要工作\n召开会议三次。\n二是宣传不够。",
        "主要工作\n三农工作情况\n按月公开。",
    ]
}

test_fires, test_passes, test_every_rule_has_five_of_each = five_of_each(FIRES, PASSES)
