"""Work of another field in a text about openness."""

import pytest

from mingbai.text.proofreading.tests.fired import fired

CATEGORY = "wrong_topic_paste"
OPEN = "一年来，我乡政务公开、村务公开扎实推进，我乡政务公开日活动成效明显，信息公开及时，群众的知情权、参与权和监督权得到保障。"
TITLED = f"2023年政务公开工作总结\n{OPEN}\n"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (f"{OPEN}成立了综治宣传月活动领导小组。", "topic.other_campaign"),
        (f"{OPEN}共印发综治宣传资料5000余份。", "topic.other_campaign"),
        (f"{OPEN}及时调整充实了计划生育工作领导小组。", "topic.other_campaign"),
        (f"{OPEN}推动我乡安全生产工作再上新台阶。", "topic.other_campaign"),
        (f"{OPEN}发放消防宣传单300份。", "topic.other_campaign"),
        ("我镇及时规范开展建设系统政府信息公开。", "topic.other_system"),
        ("我乡扎实推进教育系统政务公开。", "topic.other_system"),
        ("我街道健全卫生系统信息公开制度。", "topic.other_system"),
        ("全镇上下做好民政系统党务公开工作。", "topic.other_system"),
        ("本镇深化交通系统的公开工作。", "topic.other_system"),
        (
            f"{TITLED}二、安全生产。对企业逐家排查隐患，督促落实主体责任，与各村签订责任书，全年没有发生重大事故，群众生命财产得到保障，社会大局稳定。",
            "topic.other_section",
        ),
        (
            f"{TITLED}（二）计划生育工作\n对育龄妇女逐户登记造册，落实各项奖励扶助政策，与各村签订责任书，人口自然增长率控制在指标以内，计生协会的作用得到较好发挥。",
            "topic.other_section",
        ),
        (
            f"{TITLED}3、防汛抗旱。汛前对水库、山塘逐座排查，储备编织袋和救生衣，安排专人昼夜值守，及时转移受威胁的群众，全年没有发生人员伤亡，平稳度过了汛期。",
            "topic.other_section",
        ),
        (
            f"{TITLED}三、招商引资工作。引进企业三家，总投资两亿元，建成厂房一万平方米，新增就业岗位三百个，税收稳步增长，园区道路和管网配套不断完善，后劲增强。",
            "topic.other_section",
        ),
        (
            f"{TITLED}四、殡葬改革。制止各村红白事大操大办，教育引导群众移风易俗，清理乱埋乱葬，新建公墓两处，群众的观念有了明显的转变，各村都签订了责任书。",
            "topic.other_section",
        ),
        ("政务公开工作总结\n我村村务公开有进展，村务公开栏每季更新，村务公开小组按时检查。", "topic.title_of_other_openness"),
        ("党务公开工作汇报\n我村村务公开有进展，村务公开栏每季更新，村务公开小组按时检查。", "topic.title_of_other_openness"),
        ("村务公开工作计划\n我校要做好校务公开，校务公开栏每月更新，校务公开小组按时检查。", "topic.title_of_other_openness"),
        ("院务公开总结\n我镇党务公开有进展，党务公开栏每季更新，党务公开小组按时检查。", "topic.title_of_other_openness"),
        ("2019年政务公开总结\n社区居务公开有进展，居务公开栏每季更新，居务公开小组按时检查。", "topic.title_of_other_openness"),
    ],
)  # fmt: skip
def test_other_fields(text: str, rule: str) -> None:
    assert rule in fired(CATEGORY, text)


@pytest.mark.parametrize(
    "text",
    [
        f"{OPEN}成立了政务公开工作领导小组。",
        f"{OPEN}及时公开综治、计生、普法、安全生产等信息。",
        "2023年安全生产工作总结\n我乡政务公开、信息公开、村务公开、党务公开都有进展。成立了安全生产领导小组。",
        "我乡成立了安全生产领导小组，发放消防宣传单300份。",
        f"{OPEN}发放政务公开宣传单300份，向计生户宣传政策。",
        "我镇学习全县教育系统校务公开的做法。",
        "我局做好建设系统政府信息公开。",
        "我镇与教育系统各单位同步推进。",
        "各系统政务公开工作稳步推进，我镇参加培训。",
        "我镇国土所参加了国土系统培训。",
        f"{TITLED}二、安全生产信息公开。对企业逐家排查隐患，结果及时公布，督促落实主体责任，全年没有发生重大事故，群众生命财产得到保障。",
        f"{TITLED}（二）计划生育：按时上墙公示。",
        "2023年工作总结\n二、安全生产。对企业逐家排查隐患，督促落实主体责任，与各村签订责任书，全年没有发生重大事故，群众生命财产得到保障。",
        f"{TITLED}二、规范程序。对公开内容逐项审核，督促落实主体责任，与各村签订责任书，全年没有发生泄密事故，群众的合法权益得到保障。",
        f"{TITLED}三、招商引资。短。",
        "政务公开工作总结\n我镇政务公开和村务公开有进展，村务公开栏每季更新，村务公开小组按时检查。",
        "政务公开工作总结\n我镇信息公开有进展，村务公开栏每季更新，村务公开小组按时检查村务公开。",
        "村务公开工作总结\n我镇村务公开有进展，村务公开栏每季更新。",
        "党务公开和政务公开工作总结\n村务公开有进展，村务公开栏每季更新，村务公开小组按时检查。",
        "工作总结\n村务公开有进展，村务公开栏每季更新，村务公开小组按时检查。",
    ],
)  # fmt: skip
def test_what_belongs_to_the_text(text: str) -> None:
    assert not {
        "topic.other_campaign", "topic.other_system", "topic.other_section", "topic.title_of_other_openness",
    } & set(fired(CATEGORY, text))  # fmt: skip
