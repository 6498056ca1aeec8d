"""A rate beside the only two figures that it can be of, and averages of what is counted by the visit."""

from mingbai.text.proofreading.tests.reading import five_of_each

FIRES = {
    "arithmetic.rate_of_two": [
        "发放问卷500份，收回有效问卷462份，回收率为90.2%。",
        "全镇18个村（社区）中，已有15个村建成标准化公开栏，覆盖率达93.3%。",
        "水费收缴率达98%，应收52.6万元，实收50.1万元。",
        "全县登记在册残疾人3260人，办理证件2980人，持证率95.2%。",
        "全年应复核案件120件，实际复核108件，复核率达到92%。",
    ],
}
PASSES = {
    "arithmetic.rate_of_two": [
        # what is left has a rate too
        "应检车辆400辆，已检372辆，未检率7%。",
        # further figures of the kind, of which it may be
        "全镇18个村，建成公开栏15个，其中标准化14个，达标率93.3%。",
        # another whole, another year, a change
        "发放问卷500份，收回462份，比上年回收率提高3.2%。",
        "新建厕所736户，改造4218户，农村卫生厕所普及率达到91.5%。",
        # of other figures altogether
        "完成采购1.07亿元，节约资金1356万元，节约率11.2%。",
        "检查企业372家次，排查隐患914处，挂牌督办重大隐患2处，整改率99.3%。",
        "应收52.6万元，实收50.1万元，收缴率95.2%。",
    ],
}

test_fires, test_passes, test_every_rule_has_five_of_each = five_of_each(FIRES, PASSES)
