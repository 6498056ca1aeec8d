"""Characters typed twice: texts on which each rule fires and on which it does not."""

import pytest

from mingbai.text.proofreading.tests.fired import Cases, misread

CASES: Cases = {
    "typo.double_strange": (
        (
            "在县委、县政府的正确领导下下，各项工作稳步推进。",
            "办理结果每季季度公布一次。",
            "全年社区收入42.6万元，支支出39.8万元。",
            "使用绳索的长度不不超过1.5米。",
            "把违规问题解决在在萌芽状态。",
            "对检查发现的11处处问题逐一整改。",
        ),
        (
            "账务公开做到人人知晓，事事有着落。",
            "收入入账及时，订单单据齐全。",
            "新增12家家庭农场，3个个体户，完成5项项目，修订2条条款，建4座座谈室。",
            "月月有主题，季季有赛事，年年有成效。",
            "塘水渐渐变清，群众慢慢明白了政策。",
            "约谈对象：某镇镇长；学校校服选用公示。",
            "大家再说说贷款碰到的难处，坐下来消消气。",
        ),
    ),
    "typo.pair_strange": (
        (
            "对各科室开展业务业务培训。",
            "公示期满日满日期写在公示件右下角。",
            "公布质量质量标准和服务价格。",
            "保障群众的参与参与权和监督权。",
            "农村农村道路建设按计划完成。",
        ),
        (
            "账目一笔一笔列清楚，一户一户写明白。",
            "说着说着，大家都笑了。",
            "低保标准为每人每月650元，每户每年核定一次。",
            "不以“研究研究”推脱敷衍。",
            "所谓“公开公开”，就是把权力放在阳光下。",
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_stands_twice_by_mistake_is_told_and_what_is_meant_is_not(name: str):
    assert misread(name, CASES) == []
