"""Sentences built wrong: frames, collocations, connectives, 「的」 for 「地」, parts left out, doubled or out of order."""

import pytest

from mingbai.text.proofreading.rules.typo import adjective as typo_adjective
from mingbai.text.proofreading.rules.typo import clause as typo_clause
from mingbai.text.proofreading.rules.typo import collocation as typo_collocation
from mingbai.text.proofreading.rules.typo import connective as typo_connective
from mingbai.text.proofreading.rules.typo import construction as typo_construction
from mingbai.text.proofreading.rules.typo import object as typo_object
from mingbai.text.proofreading.rules.typo import particle as typo_particle
from mingbai.text.proofreading.tests.reading import CLEAN, findings, five_of_each, shipped_lists

FIRES = {
    "typo.frame_twice": [
        "目前全村现有低保户27户。",
        "及时回复率100%以上。",
        "坚决杜绝防止类似问题发生。",
        "截至今年11月底为止，共公开信息120条。",
        "公示期从即日起之日起7天。",
    ],
    "typo.frame_mixed": [
        "本着公开透明为原则，扎实推进。",
        "紧紧围绕群众关心的热点为重点，做好公开。",
        "通过全体干部的共同努力下，任务圆满完成。",
        "公开不及时的原因是人手不足造成的。",
        "领导小组有12名干部组成。",
    ],
    "typo.frame_negation": [
        "各单位切忌不要搞形式主义。",
        "防止此类问题不再发生。",
        "群众无不没有意见。",
        "认识上不足够。",
        "能否及时公开是取信于民的关键。",
    ],
    "typo.frame_lacking": [
        "我社区在今后将对照清单整改。",
        "对涉及身份证号、银行账号不得公开。",
        "对存在的问题及时加以改。",
        "政务公开工作取得了明显。",
        "营造了良好。",
    ],
    "typo.collocation_object": [
        "进一步提高公开的力度。",
        "加大了政务公开范围，方便群众。",
        "改善办事难问题。",
        "扩大社区居民对社区事务的知情权。",
        "不断增强基层党组织的执政能力建设。",
    ],
    "typo.collocation_subject": [
        "公开的渠道进一步加强。",
        "工作步伐明显提高。",
        "公开范围不断加大了。",
        "群众的满意度进一步加强。",
        "宣传力度逐步扩大。",
    ],
    "typo.connective_pair": [
        "只有加强学习，就能提高水平。",
        "虽然取得了成绩，所以要继续努力。",
        "不但方便了群众，但是提高了效率。",
        "无论遇到什么困难，但是不能退缩。",
        "既然定了，所以要办好。",
    ],
    "typo.connective_alone": [
        "虽然我乡公开工作取得了成绩，仍存在不足。",
        "尽管做了不少工作，还有差距。",
        "虽然制度健全，执行中依然存在问题。",
        "尽管人手紧张，任务完成了。",
        "虽说有了进步，还需努力。",
    ],
    "typo.de_adverb": [
        "必须清醒的看到存在的差距。",
        "及时准确的公开政府信息，方便居民办事。",
        "群众的满意度大大的提高，纠纷减少。",
        "为更好的发扬民主，规范了制度。",
        "把公开工作真正的落到实处。",
    ],
    "typo.frame_modifier": [
        "群众满意度更加提高。",
        "各单位要高度落实文件精神。",
        "由专人进行负责。",
        "大力重视公开工作。",
        "牢固加强学习。",
    ],
    "typo.clause_subject": [
        "一是组织学习，通过学习，使全体干部提高了认识。",
        "由于宣传不到位，使部分群众不了解政策。",
        "在县政府的指导下，使公开工作走上正轨。",
        "今年以巩固规范化为指导。",
        "我镇公开工作在上级的指导下，高度重视制度建设。",
    ],
    "typo.measure_word": [
        "共公开12宗信息。",
        "处理投诉件36只。",
        "受理23条申请、12名申请。",
        "编发简报、发布3场信息。",
        "召开5条会议。",
        "聘请监督员12个，培训信息员8个。",
    ],
    "typo.listed_twice": [
        "公开财政、教育、医疗、教育、就业等信息。",
        "包括机构、职能、人员、职能、流程等。",
        "涉及社保、低保、医保、低保、救助的事项。",
        "做好收集、审核、发布、审核、归档工作。",
        "张贴在村口、公开栏、学校、公开栏、商店等处。",
    ],
    "typo.object_cut_short": [
        "成立了政务公开领导，负责日常工作。",
        "充分发挥村级组织，做好公开。",
        "制定了政务公开，狠抓落实。",
        "营造了政务公开，群众满意。",
        "建立健全了信息发布，群众满意。",
    ],
    "typo.clauses_joined": [
        "完善信息公开明确各科室职责。",
        "建立信息公开长效机制使公开成为自觉行为。",
        "加大宣传力度提高群众知晓率。",
        "加强组织领导明确责任分工。",
        "拓展内容，健全公开制度规范公开程序。",
    ],
    "typo.noun_adjective": [
        "宣传力度不够强。",
        "公开意识不高，有待改进。",
        "公开范围不够深。",
        "综合服务水平不强。",
        "办事效率较小，成效不高。",
    ],
    "typo.noun_got": [
        "群众的合法权益得到了改善。",
        "热点问题得到了及时满足。",
        "办事流程得到进一步加强。",
        "各类矛盾得到了有效提高。",
        "公开渠道得到了不断提升。",
    ],
    "typo.adjective_taking_object": [
        "创新务实了“公开”工作。",
        "必须务实村务公开。",
        "进一步扎实了工作基础。",
        "积极了干部作风。",
        "透明公正了办事程序。",
    ],
    "typo.done_too_early": [
        "对不予受理的，要说明了理由。",
        "各村必须及时公布了收支情况。",
        "有关单位应当完成了整改任务。",
        "组织执法人员参加培训3期过。",
        "各科室要认真落实了各项制度。",
    ],
}
PASSES = {
    "typo.noun_adjective": [
        "宣传力度不够大，宣传不够深入。",
        "公开意识不强，有待改进。",
        "公开范围不够广，内容不够全面。",
        "综合服务水平不高，能力不强。",
        "力度强弱要适当，范围深浅不一。",
    ],
    "typo.noun_got": [
        "权益得到保障。",
        "问题得到解决。",
        "流程得到优化。",
        "水平得到提高。",
        "工作得到加强。",
    ],
    "typo.adjective_taking_object": [
        "抓实了公开工作，工作务实。",
        "干部更加积极主动了。",
        "认真了解情况，积极了解民意。",
        "程序更规范、更透明了，群众满意。",
        "作风务实，村务公开。",
    ],
    "typo.object_cut_short": [
        "成立了政务公开领导小组，负责日常工作。",
        "充分发挥村级组织的作用，所发挥的，做好公开。",
        "制定了政务公开、村务公开，以及财务公开的制度。",
        "营造了公开的氛围，成立以来，群众满意。",
        "建立健全了信息发布制度，规范有序。",
    ],
    "typo.clauses_joined": [
        "完善信息公开制度，明确各科室职责。",
        "建立信息公开长效机制，使公开成为自觉行为。",
        "加大宣传力度，提高群众知晓率。",
        "加强组织领导和制度规范化建设。",
        "健全公开制度落实情况检查机制。",
    ],
    "typo.frame_modifier": [
        "群众满意度进一步提高，更加满意。",
        "各单位要高度重视，认真落实。",
        "由专人负责，对资料进行整理。",
        "高度重视公开工作，大力宣传。",
        "牢固树立服务意识。",
    ],
    "typo.clause_subject": [
        "通过学习，全体干部提高了认识。",
        "由于宣传不到位，部分群众不了解政策。",
        "在县政府的指导下，公开工作走上正轨。",
        "今年以巩固规范化为指导，抓好三件事。",
        "我镇在上级的指导下，高度重视制度建设。",
    ],
    "typo.measure_word": [
        "共公开12条信息，3类信息。",
        "处理投诉件36件。",
        "受理23件申请，培训12名信息员。",
        "发布3篇信息，上报5个信息化项目。",
        "召开5次会议，有3个会议室。",
        "聘请监督员12名，设监督岗8个。",
    ],
    "typo.listed_twice": [
        "公开财政、教育、医疗、就业等信息。",
        "包括机构、职能、人员、流程等。",
        "涉及社保、低保、医保的事项，低保、救助要核实。",
        "一季度、二季度、三季度，公开、公正、公平。",
        "张贴在村口、公开栏、学校，公开栏、商店也有。",
    ],
    "typo.frame_twice": [
        "目前全村有低保户27户，现有教师12人。",
        "满意率98%以上，及时回复率100%。",
        "坚决杜绝类似问题，防止反弹。",
        "截至今年11月底，共公开信息120条。",
        "公示期从即日起7天，自发布之日起施行。",
    ],
    "typo.frame_mixed": [
        "本着公开透明的原则，以便民为宗旨，扎实推进。",
        "紧紧围绕群众关心的热点，以民生为重点，做好公开。",
        "在全体干部的共同努力下，任务圆满完成。",
        "公开不及时的原因是人手不足。",
        "领导小组由12名干部组成，有12名成员。",
    ],
    "typo.frame_negation": [
        "各单位切忌搞形式主义。",
        "防止此类问题再次发生，确保不再发生。",
        "群众无不称赞。",
        "认识不足，力度不够。",
        "能否及时公开，是衡量工作好坏的标准。",
    ],
    "typo.frame_lacking": [
        "我社区在今后的工作中将对照清单整改，今后将继续努力。",
        "对涉及身份证号的信息不得公开。",
        "对存在的问题及时加以改正。",
        "政务公开工作取得了明显成效。",
        "营造了良好氛围。",
    ],
    "typo.collocation_object": [
        "进一步加大公开的力度，继续加大巩固和深化公开的力度。",
        "扩大了政务公开范围，提高服务水平。",
        "解决办事难问题，提高工作效能的举措。",
        "保障居民的知情权，扩大宣传面，保障权益。",
        "不断提高执政能力，加强制度建设。",
    ],
    "typo.collocation_subject": [
        "公开的渠道进一步拓宽。",
        "工作步伐明显加快。",
        "公开范围不断扩大。",
        "群众的满意度进一步提高。",
        "宣传力度逐步加大，力度不够。",
    ],
    "typo.connective_pair": [
        "只有加强学习，才能提高水平，全村只有一块公开栏，就设在村部。",
        "虽然取得了成绩，但仍有不足，所以要继续努力。",
        "不但方便了群众，而且提高了效率。",
        "无论遇到什么困难，都不能退缩。",
        "既然定了，就要办好。",
    ],
    "typo.connective_alone": [
        "虽然我乡公开工作取得了成绩，但仍存在不足。",
        "尽管做了不少工作，可是还有差距。",
        "制度虽已健全，仍有不足。",
        "尽管如此。",
        "虽然有了进步，却不能松懈。",
    ],
    "typo.de_adverb": [
        "必须清醒地看到存在的差距。",
        "提供及时准确的公开信息，实现更好的发展。",
        "群众的满意度有了大大的提高，这是有力的促进。",
        "取得了很好的成效，受到广泛的监督。",
        "真正的实惠，准确的信息，有效的促进作用。",
    ],
    "typo.done_too_early": [
        "对不予受理的，要说明理由。",
        "要了解情况，应当完成整改。",
        "各村必须公布收支情况。",
        "主要完成了三项任务。",
        "参加过3期培训。",
    ],
}
test_fires, test_passes, test_every_rule_has_five_of_each = five_of_each(FIRES, PASSES)
MODULES = (
    typo_adjective,
    typo_clause,
    typo_collocation,
    typo_connective,
    typo_construction,
    typo_object,
    typo_particle,
)


def test_every_rule_of_these_modules_is_here() -> None:
    assert set(FIRES) == {rule.name for module in MODULES for rule in module.RULES}


@pytest.mark.parametrize("rule", FIRES)
def test_clean_prose_passes(rule: str) -> None:
    assert [finding.quote for text in CLEAN for finding in findings(rule, text)] == []


def test_a_noun_behind_a_second_one_is_only_a_hint() -> None:
    (found,) = findings("typo.collocation_object", "提高服务质量和力度。")
    assert found.severity == "info"


def test_every_frame_says_what_to_do_and_where_its_words_stand() -> None:
    kinds = {rule.name.removeprefix("typo.frame_") for rule in typo_construction.RULES}
    for row in shipped_lists()["frames"]["entries"]:  # type: ignore[index, call-overload]
        assert row["kind"] in kinds
        assert row["close"].split() and row["say"]
        assert row["severity"] in {"info", "warning"}
        assert ("gap" in row) == ("open" in row)


def test_no_verb_both_suits_a_noun_and_does_not() -> None:
    for row in shipped_lists()["collocations"]["entries"]:  # type: ignore[index, call-overload]
        wrong, doubtful = set(row["wrong"].split()), set(row.get("doubtful", "").split())
        assert row["right"] not in wrong | doubtful | set(row.get("as_subject", "").split())
        assert not wrong & doubtful
