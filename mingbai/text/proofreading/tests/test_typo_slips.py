"""Slips of whole families: what of a noun is done with a verb that does not suit it, frames and connectives that clash."""

import pytest

from mingbai.text.proofreading.tests.reading import findings

FIRES = (
    ("typo.collocation_object", "今年我县开展了农村公路通畅率。"),
    ("typo.collocation_object", "有关部门不断改善乱收费问题的发生。"),
    ("typo.collocation_object", "全镇广泛举办了健康教育知识。"),
    ("typo.collocation_object", "各学校要树立安全意识教育活动。"),
    ("typo.collocation_object", "进一步加大小麦单产，稳定粮食生产。"),
    ("typo.collocation_object", "切实改善病虫害，确保丰收。"),
    ("typo.collocation_object", "各村要改善债务，减轻负担。"),
    ("typo.frame_twice", "要将每一笔各项支出都在公开栏公示。"),
    ("typo.frame_twice", "全年新增就业人数大约三千人左右。"),
    ("typo.frame_twice", "农户要提前预先加固大棚。"),
    ("typo.frame_twice", "群众满意度得到了有效提升明显。"),
    ("typo.frame_twice", "针对于群众反映的问题，逐项整改。"),
    ("typo.frame_twice", "如果假如遇到大风天气，停止作业。"),
    ("typo.frame_twice", "对于针对困难学生的资助，学校实行公示。"),
    ("typo.frame_twice", "全县合作社达到六百多家以上。"),
    ("typo.frame_twice", "每天每日对餐具进行消毒。"),
    ("typo.frame_mixed", "之所以受到好评，是服务好的结果所致。"),
    ("typo.frame_mixed", "培训对象是以乡镇财政所工作人员为主要对象。"),
    ("typo.frame_mixed", "建设标准按照省里的统一规范为准执行。"),
    ("typo.frame_mixed", "虽然我镇财力有限，所以仍挤出资金办学。"),
    ("typo.frame_mixed", "无论是农忙还是农闲，但村干部都坚持值班。"),
    ("typo.frame_mixed", "医院不仅改善了就医环境，反而降低了费用。"),
    ("typo.frame_mixed", "由于宣传不够深入，但是部分群众不了解政策。"),
    ("typo.frame_negation", "要加强巡查，避免不发生秸秆焚烧。"),
    ("typo.frame_negation", "无时无刻不忘记为群众服务。"),
    ("typo.frame_lacking", "加强对信息公开工作的，明确专人负责。"),
    ("typo.frame_lacking", "进一步发挥政府网站第一平台的，及时发布信息。"),
    ("typo.frame_lacking", "通过培训提高了工作人员的业务。"),
    ("typo.frame_lacking", "在县委的正确领导，教育事业发展很快。"),
    ("typo.letter_replaced", "乡财政所每月汇总各村收支憎况。"),
    ("typo.letter_replaced", "供水公司公布水质栓测结果。"),
    ("typo.misfit_character", "工程竣工后由村务监督委员会参与骏收。"),
    ("typo.misfit_character", "住院费用一日清单由护土送到病床。"),
    ("typo.phrase_homophone", "公务接待费和车辆然修费逐笔公布。"),
    ("typo.phrase_homophone", "本办法自发布之日起施行，原办法同时宣部失效。"),
    ("typo.washed", "扶贫资金实行专款专项，不得挪作他用。"),
    ("typo.washed", "进一步密切党群干部关系，促进社会和谐。"),
    ("typo.washed", "更新不及时，影响了信息公开的时间性和准确性。"),
    ("typo.de_taken", "群众想了解地内容没有全部公开。"),
    ("typo.de_taken", "要把群众最期盼地事项摆上公开栏。"),
    ("typo.said_short", "接受群众咨询300余\n\n进一步规范公开程序。"),
)
PASSES = (
    ("typo.misfit_character", "实地丈量以后，管养经费和税政政策一并公布，做到应签尽签、有欠必清。"),
    ("typo.letter_replaced", "保交楼工作进展顺利，对险工险段逐一排查，推行一证准营。"),
    ("typo.phrase_homophone", "车辆燃修费逐笔公布，宣布失效的文件一并列出，专款专用。"),
    ("typo.washed", "实行专户存储、专款专用，时间性强的工作提前安排，密切党群干群关系。"),
    ("typo.de_taken", "产地信息可以追溯，本地问题在本地解决，要全面地掌握情况。"),
    ("typo.said_short", "接受群众咨询300余\n\n人次，未发生群体性事件。"),
    ("typo.collocation_object", "提高农村公路通畅率，减少乱收费问题的发生，普及健康教育知识。"),
    ("typo.collocation_object", "加强防范安全事故，加快引进人才，严格执行制度，激发干部热情。"),
    ("typo.collocation_object", "举办健康知识讲座，开展安全教育活动，提高竞争力，减轻气象灾害。"),
    ("typo.frame_twice", "每一笔支出都公示，大约三千人，提前加固大棚，满意度明显提升。"),
    ("typo.frame_twice", "合作社六百多家，三万元以上的项目，余下的户数。"),
    ("typo.frame_twice", "针对群众反映的问题，向每户发放，如果遇到大风。"),
    ("typo.frame_mixed", "虽然财力有限，但仍挤出资金，因此受到好评。"),
    ("typo.frame_mixed", "无论农忙农闲，村干部都坚持值班，但人手不足。"),
    ("typo.frame_mixed", "不仅没有增加费用，反而降低了。在以下方面仍有不足。"),
    ("typo.frame_mixed", "由于时间紧、任务重，部分项目进展缓慢，但是质量有保证。"),
    ("typo.frame_negation", "避免发生事故，弥补不足，无时无刻不在想着群众。"),
    ("typo.frame_lacking", "加强对工作的领导，发挥平台的作用，优化服务，提高业务水平。"),
    ("typo.frame_lacking", "在县委的正确领导下，教育事业发展很快。"),
)


@pytest.mark.parametrize(("rule", "text"), FIRES)
def test_fires(rule: str, text: str) -> None:
    assert findings(rule, text)


@pytest.mark.parametrize(("rule", "text"), PASSES)
def test_passes(rule: str, text: str) -> None:
    assert findings(rule, text) == []


OF_MEASURES = {
    "typo.measure_noun": [
        "镇中心校现有教师一百二十件，学生两千人。",
        "县医院今年添置五条救护车，配备司机。",
        "我镇共有三张农民专业合作社获得省级示范称号。",
        "全年印发宣传资料五千位，悬挂横幅六十条。",
        "共举办培训班八张，培训农民两千余人次。",
    ],
    "typo.measure_pair": [
        "今年共办理人大代表建议三十个份，办复率百分之百。",
        "全县共有乡镇卫生院十二幢名，分布合理。",
        "受理申请12个件，均已答复。",
        "整改问题十五条件，完成率高。",
        "引进了五名名副主任医师。",
    ],
}
WITHOUT_FAULT = {
    "typo.measure_noun": [
        "现有教师一百二十名，学生两千人，干部五位，农民三户。",
        "添置五辆救护车，两台彩超，三套设备，十二件机具。",
        "全县有三家合作社、十所小学、两座水库、六条道路。",
        "一条龙服务企业，一头连着农民、一头连着企业，前十名企业，第三位学生。",
        "举办培训班八期，印发宣传资料五千份，出栏生猪三百头。",
    ],
    "typo.measure_pair": [
        "办理建议三十份，接待五百人次，出动车辆二百台次。",
        "一条条落实，一件件办理，群众的事一个个记在本上。",
        "三个所、两个站、五个场，各有一个位，共十户个体。",
        "十二名医生、五条公路、八张床位，各项条件具备。",
        "检查三十家次，整改八处，下发通知12份。",
    ],
}


@pytest.mark.parametrize("rule", OF_MEASURES)
def test_measures(rule: str) -> None:
    assert [text for text in OF_MEASURES[rule] if not findings(rule, text)] == []
    assert [text for text in WITHOUT_FAULT[rule] if findings(rule, text)] == []
