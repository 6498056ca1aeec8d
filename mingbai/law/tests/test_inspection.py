import re
from fractions import Fraction as F

import pytest

from mingbai.law.errors import LawError
from mingbai.law.inspection import base_score, bonuses, deductions, elements, fired, group_labels, site_score
from mingbai.law.scoring import figure

# indicator → group, cap, case → points
DEDUCTIONS = {
    "overview": ("publishing", 2, {"missing": 2, "wrong": 1}),
    "functions": ("publishing", 2, {"missing": 2, "wrong": 1}),
    "leaders": ("publishing", 2, {"missing": 2, "wrong": 1}),
    "news": ("publishing", 5, {"missing": 5, "stale": 5}),
    "policy": ("publishing", 5, {"missing": 5, "stale": 5}),
    "interpretation": ("publishing", 5, {"missing": 5, "stale": 5}),
    "interpretation_ratio": ("publishing", 3, {"not_interpreted": 1}),
    "interpretation_links": ("publishing", 3, {"no_link_to_document": 0.5, "no_link_back": 0.5}),
    "other_columns": ("publishing", 4, {"blank": 2, "stale": 1}),
    "service_list": ("services", 3, {"not_by_category": 3}),
    "online_application": ("services", 5, {"cannot_register": 5, "cannot_transact": 5}),
    "service_statistics": ("services", 2, {"missing": 2, "stale_3_months": 2, "stale_1_month": 1}),
    "guides": ("services", 8, {
        "missing": 4, "element_missing": 0.5, "material_unclear": 1, "vague_material": 2, "basis_without_text": 0.5,
    }),
    "guide_accuracy": ("services", 5, {"wrong": 1}),
    "forms": ("services", 2, {"not_obtainable": 1}),
    "submission": ("interaction", 7, {"cannot_submit": 7}),
    "single_login": ("interaction", 3, {"not_shared": 3}),
    "messages": ("interaction", 6, {"none_published": 6, "element_missing": 1, "stale": 3, "no_statistics": 3}),
    "answers": ("interaction", 7, {"late": 4, "poor": 4}),
    "domain": ("design", 3, {"domain": 1, "name": 1, "header": 1}),
    "footer": ("design", 3, {"element_missing": 0.5}),
    "links": ("design", 1, {"home": 0.2, "other": 0.1}),
    "error_entry": ("design", 1, {"home": 1, "other": 0.2}),
    "error_answers": ("design", 3, {"late": 1, "poor": 1}),
    "search": ("design", 4, {"missing": 4, "not_on_first_page": 1, "not_grouped": 1}),
    "one_account": ("design", 2, {"not_one": 2}),
    "tags": ("design", 1, {"content_pages": 0.1, "column_pages": 0.1}),
    "browsers": ("design", 2, {"browser": 1}),
    "ipv6": ("design", 1, {"not_done": 1}),
}  # fmt: skip
BONUSES = {
    "data": ("publishing", 4, {"fresh_3_months": 2, "fresh_6_months": 1, "charts": 1, "datasets": 1}),
    "interpretation_forms": ("publishing", 3, {"form": 1}),
    "service_functions": ("services", 2, {"rating": 1, "rating_published": 1}),
    "service_topics": ("services", 2, {"three": 2, "one": 1}),
    "service_links": ("services", 2, {"linked": 2}),
    "live_interaction": ("interaction", 5, {"one_day": 3, "smart": 2}),
    "surveys": ("interaction", 3, {"six": 2, "feedback": 1}),
    "smart_search": ("design", 4, {"fuzzy": 1, "aggregated": 1, "lower_sites": 1}),
    "user_space": ("design", 2, {"history": 2}),
    "innovation": ("innovation", 3, {"praised": 3}),
}
CASES = [(id, case) for id, (_, _, cases) in DEDUCTIONS.items() for case in cases]
BONUS_CASES = [(id, case) for id, (_, _, cases) in BONUSES.items() for case in cases]


def shape(indicators):
    return {one.id: (one.group, one.cap, {rule.id: rule.points for rule in one.rules}) for one in indicators}


def exact(table):
    return {
        id: (group, cap, {case: F(str(points)) for case, points in cases.items()})
        for id, (group, cap, cases) in table.items()
    }


# law: site.*, bonus.*
def test_the_tables():
    assert shape(deductions()) == exact(DEDUCTIONS)
    assert shape(bonuses()) == exact(BONUSES)
    sums = {
        group: sum(cap for one, cap, _ in DEDUCTIONS.values() if one == group) for group in group_labels()
    }
    assert sums == {"publishing": 31, "services": 25, "interaction": 23, "design": 21, "innovation": 0}
    assert sum(cap for _, cap, _ in BONUSES.values()) == 30
    assert group_labels()["services"] == "办事服务"
    news = next(one for one in deductions() if one.id == "news")
    assert (news.label, news.article, news.verified) == (
        "动态要闻",
        "政府网站检查指标·扣分指标·动态要闻",
        "read",
    )
    assert [(rule.most, rule.instead) for rule in news.rules] == [(None, ()), (None, ())]
    assert [one.id for one in (*deductions(), *bonuses()) if one.charged_once] == ["other_columns"]
    replaced = [rule.instead for one in (*deductions(), *bonuses()) for rule in one.rules if rule.instead]
    assert replaced == [
        ("stale_1_month", "stale_3_months"),
        ("stale_1_month",),
        ("fresh_6_months",),
        ("one",),
    ]


# law: site.*
@pytest.mark.parametrize(("id", "case"), CASES)
def test_one_case_costs_its_points(id, case):
    found = site_score({"deductions": {id: {case: 1}}})
    points = F(str(DEDUCTIONS[id][2][case]))
    assert found.base == 100 - points
    assert [(one.indicator.id, one.points) for one in found.deductions] == [(id, points)]
    assert found.deductions[0].explanation.endswith(f"1处，每处{figure(points)}分")
    assert len(found.unchecked) == 28 + 16
    assert not any(one.endswith(f"扣分指标·{found.deductions[0].indicator.label}") for one in found.unchecked)


# law: bonus.*, score.bonus
@pytest.mark.parametrize(("id", "case"), BONUS_CASES)
def test_one_bonus_adds_its_points(id, case):
    found = site_score({"bonuses": {id: {case: True}}})
    assert found.final - 100 == found.bonus == BONUSES[id][2][case]
    assert [one.indicator.id for one in found.bonuses] == [id]


# law: score.cap
@pytest.mark.parametrize(
    ("section", "id", "cases", "points"),
    [
        ("deductions", "news", {"missing": 1, "stale": 1}, 5),
        ("deductions", "other_columns", {"blank": 3}, 4),
        ("deductions", "other_columns", {"blank": 1, "stale": 1}, 3),
        ("deductions", "service_statistics", {"stale_1_month": 1, "stale_3_months": 1}, 2),
        ("deductions", "service_statistics", {"stale_1_month": 1, "stale_3_months": 0}, 1),
        ("deductions", "guides", {"missing": 1, "element_missing": 9}, 8),
        ("deductions", "guides", {"missing": 1, "element_missing": 3}, F("5.5")),
        ("deductions", "messages", {"stale": True, "no_statistics": True}, 6),
        ("deductions", "answers", {"late": 1, "poor": 1}, 7),
        ("deductions", "footer", {"element_missing": ["网站标识码", "主办单位"]}, 1),
        ("deductions", "links", {"home": 3, "other": 3}, F("0.9")),
        ("deductions", "links", {"home": 6}, 1),
        ("deductions", "tags", {"content_pages": 5, "column_pages": 4}, F("0.9")),
        ("deductions", "interpretation_links", {"no_link_to_document": 3, "no_link_back": 3}, 3),
        ("deductions", "domain", {"domain": False}, 0),
        (
            "bonuses",
            "data",
            {"fresh_3_months": True, "fresh_6_months": True, "charts": True, "datasets": True},
            4,
        ),
        ("bonuses", "service_topics", {"three": True, "one": True}, 2),
        ("bonuses", "smart_search", {"fuzzy": True, "aggregated": True, "lower_sites": 2}, 4),
        ("bonuses", "surveys", {"six": True, "feedback": True}, 3),
    ],
)
def test_caps(section, id, cases, points):
    found = site_score({section: {id: cases}})
    assert (100 - found.base if section == "deductions" else found.bonus) == points


def test_how_a_cap_is_explained():
    found = site_score(
        {"deductions": {"other_columns": {"blank": ["财政", "就业", "养老"], "stale": ["公示"]}}}
    )
    assert found.deductions[0].explanation == (
        "空白栏目3处，每处2分；应更新未更新1处，每处1分；合计7分，按该项上限计4分"
    )
    assert found.deductions[0].evidence == ("财政", "就业", "养老", "公示")


# law: score.charged_once
def test_a_column_is_charged_once():
    found = site_score(
        {
            "deductions": {
                "news": {"stale": ["要闻"]},
                "other_columns": {"blank": ["要闻", "就业"], "stale": ["就业", "公示"]},
            }
        }
    )
    other = next(one for one in found.deductions if one.indicator.id == "other_columns")
    assert other.points == 3
    assert other.evidence == ("就业", "公示")
    assert other.explanation == (
        "空白栏目有1处已在其他指标扣分，不重复扣分；空白栏目1处，每处2分；"
        "应更新未更新有1处已在其他指标扣分，不重复扣分；应更新未更新1处，每处1分"
    )
    repeated = site_score({"deductions": {"news": {"missing": ["要闻"]}, "policy": {"stale": ["要闻"]}}})
    assert repeated.base == 90
    all_charged = site_score(
        {"deductions": {"news": {"stale": ["要闻"]}, "other_columns": {"stale": ["要闻"]}}}
    )
    assert all_charged.base == 95


def losing(points):
    """Observations that cost exactly so many points (whole numbers to 75)."""
    whole = [(id, cap) for id, (group, cap, _) in DEDUCTIONS.items() if group != "services"]
    whole.sort(key=lambda one: -one[1])
    taken = {}
    for id, cap in whole:
        if cap <= points:
            case, each = next(iter(DEDUCTIONS[id][2].items()))
            count = F(cap) / F(str(each))
            if count == int(count) and (id, case) != ("tags", "content_pages") and id != "answers":
                taken[id] = {case: int(count)}
                points -= cap
    assert points == 0, points
    return taken


# law: score.pass, score.bonus
@pytest.mark.parametrize(
    ("lost", "verdict", "final", "said"),
    [
        (0, "合格", 102, "高于80分，加2分，得102分。"),
        (19, "合格", 83, "高于80分，加2分，得83分。"),
        (20, "合格", 80, "未高于80分，不进入加分。"),
        (40, "合格", 60, "未高于80分，不进入加分。"),
        (41, "不合格", 59, "低于60分，不合格。"),
    ],
)
def test_the_thresholds_are_inclusive_as_written(lost, verdict, final, said):
    found = site_score({"deductions": losing(lost), "bonuses": {"user_space": {"history": True}}})
    assert (found.verdict, found.base, found.final) == (verdict, 100 - lost, final)
    assert found.explanation == (f"100－{lost}＝{100 - lost}", said)
    assert bool(found.bonuses) == (lost < 20)


# law: score.four_thirds
@pytest.mark.parametrize(
    ("lost", "verdict", "base", "said"),
    [
        (0, "合格", 100, "高于80分，加0分，得100分。"),
        (15, "合格", 80, "未高于80分，不进入加分。"),
        (14, "合格", F(244, 3), "高于80分，加0分，得81.33分。"),
        (30, "合格", 60, "未高于80分，不进入加分。"),
        (31, "不合格", F(176, 3), "低于60分，不合格。"),
    ],
)
def test_bodies_without_services(lost, verdict, base, said):
    taken = {**losing(lost), "guides": {"missing": 2}}
    found = site_score({"outward_services": False, "deductions": taken})
    assert (found.verdict, found.base, found.explanation[1]) == (verdict, base, said)
    assert all("办事指南" not in one for one in found.unchecked)
    assert found.explanation[0] == f"（75－{lost}）×4÷3＝{figure(base)}"
    assert all(one.indicator.group != "services" for one in found.deductions)


def test_services_are_left_out_of_any_charges():
    everything = site_score({"deductions": {"guides": {"missing": 2}, "news": {"stale": 1}}}).deductions
    assert base_score(everything, services=False) == F(280, 3)
    assert base_score(everything, services=True) == 87


NO_VETO = {
    "serious_wording": 0, "secrets_leaked": 0, "illegal_content": 0, "attacks_unhandled": 0, "fraud": 0,
    "negative_opinion": 0, "visits": 140, "visits_failed": 6, "home_updates": 1, "stale_news_columns": 2,
    "stale_notice_columns": 2, "stale_columns": 9, "blank_columns": 4, "consultation_channels": 1,
    "unanswered_over_3_months": 0, "online_services": 5, "guides_lacking_4": 4,
}  # fmt: skip


def test_nothing_fires_just_below_every_threshold():
    assert fired("vetoes", NO_VETO) == ([], [])
    assert site_score({"facts": NO_VETO}).verdict == "合格"


# law: veto.*, score.veto_first
@pytest.mark.parametrize(
    ("facts", "id", "condition"),
    [
        ({"serious_wording": 1}, "safety", "wording"),
        ({"secrets_leaked": 1}, "safety", "secret"),
        ({"illegal_content": True}, "safety", "illegal"),
        ({"attacks_unhandled": 1}, "safety", "attack"),
        ({"fraud": 1}, "safety", "fraud"),
        ({"negative_opinion": 1}, "safety", "opinion"),
        ({"visits": 140, "visits_failed": 7}, "unreachable", "share"),
        ({"visits": 1000, "visits_failed": 50}, "unreachable", "share"),
        ({"home_updates": 0}, "home", "home"),
        ({"stale_news_columns": 3, "stale_notice_columns": 2}, "columns", "news_and_notices"),
        ({"stale_news_columns": 0, "stale_notice_columns": 5}, "columns", "news_and_notices"),
        ({"stale_columns": 10}, "columns", "stale"),
        ({"blank_columns": 5}, "columns", "blank"),
        ({"consultation_channels": 0}, "interaction", "channel"),
        ({"unanswered_over_3_months": 1}, "interaction", "unanswered"),
        ({"guides_lacking_4": 5, "online_services": 6}, "services", "guides"),
        ({"online_services": 4, "guides_lacking_4": 4}, "services", "all"),
        ({"online_services": 1, "guides_lacking_4": 1}, "services", "all"),
        ({"online_services": 5, "guides_lacking_4": 5}, "services", "guides"),
        ({"visits": 20_000, "visits_failed": 1000}, "unreachable", "share"),
        ({"online_services": 0, "guides_lacking_4": 0}, "services", "none"),
    ],
)
def test_every_veto(facts, id, condition):
    vetoes, unchecked = fired("vetoes", {**NO_VETO, **facts})
    assert [(one.id, one.condition) for one in vetoes] == [(id, condition)]
    assert unchecked == []
    found = site_score({"facts": {**NO_VETO, **facts}, "deductions": {"news": {"stale": 1}}})
    assert (found.verdict, found.base, found.final, found.deductions) == ("不合格", None, None, ())
    assert found.explanation == (f"单项否决：{vetoes[0].label}。",)
    assert vetoes[0].article == f"政府网站检查指标·单项否决·{vetoes[0].label}"


@pytest.mark.parametrize(
    "facts",
    [
        {"visits": 1000, "visits_failed": 49},
        {"visits": 20_000, "visits_failed": 999},
        {"online_services": 4, "guides_lacking_4": 3},
        {"online_services": 5, "guides_lacking_4": 4},
        {"stale_news_columns": 4, "stale_notice_columns": 0},
    ],
)
def test_below_a_threshold_nothing_fires(facts):
    assert fired("vetoes", {**NO_VETO, **facts})[0] == []


# law: elements.*
@pytest.mark.parametrize(
    ("id", "items"),
    [
        (
            "guide",
            "事项名称 设定依据 申请条件 办理材料 办理地点 办理机构 收费标准 办理时间 联系电话 办理流程",
        ),
        ("footer", "党政机关网站标识 网站标识码 ICP备案编号 公安机关备案标识 网站主办单位 联系方式"),
        ("message", "留言时间 答复时间 答复单位 答复内容"),
        ("site_tags", "SiteName SiteDomain SiteIDCode"),
        ("column_tags", "ColumnName ColumnDescription ColumnKeywords ColumnType"),
        ("content_tags", "ArticleTitle PubDate ContentSource"),
        (
            "interpretation",
            "背景依据 目标任务 主要内容 涉及范围 执行标准 注意事项 关键词诠释 惠民利民举措 新旧政策差异",
        ),
        ("call", "草案 起草说明 提出意见的方式 期限 联系方式"),
    ],
)
def test_what_must_be_there(id, items):
    assert elements(id) == tuple(items.split())


def test_unknown_elements():
    with pytest.raises(LawError, match="没有「header」这一组要素"):
        elements("header")


def test_a_veto_says_all_the_figures_it_rests_on():
    vetoes, _ = fired("vetoes", {**NO_VETO, "stale_news_columns": 3})
    assert vetoes[0].explanation.endswith("（stale_news_columns=3，stale_notice_columns=2）")
    assert vetoes[0].label == "栏目不更新"


def test_vetoes_that_cannot_be_judged_are_named():
    vetoes, unchecked = fired("vetoes", {"stale_news_columns": 5, "visits": 139, "visits_failed": 139})
    assert [(one.id, one.explanation) for one in vetoes] == [
        (
            "columns",
            "动态要闻类2周、通知公告和政策文件类一级栏目6个月未更新，合计5个以上（stale_news_columns=5）",
        )
    ]
    assert any(one.startswith("单项否决·站点无法访问") for one in unchecked)
    assert len(unchecked) == 15
    assert not any("合计5个以上" in one for one in unchecked)


def test_bodies_without_services_are_not_vetoed_for_them():
    vetoes, unchecked = fired("vetoes", {"online_services": 0}, services=False)
    assert vetoes == []
    assert not any("办事" in one for one in unchecked)
    assert site_score({"facts": {"online_services": 0}, "outward_services": False}).verdict == "合格"


# law: new_media.*
@pytest.mark.parametrize(
    ("facts", "ids"),
    [
        ({"serious_wording": 1}, ["safety"]),
        ({"secrets_leaked": 1}, ["safety"]),
        ({"illegal_content": 1}, ["safety"]),
        ({"negative_opinion": 1}, ["safety"]),
        ({"days_without_update": 14}, ["stale"]),
        ({"days_without_update": 13}, []),
        ({"app_unusable": True}, ["stale"]),
        ({"interaction_functions": 0}, ["interaction"]),
        ({"interaction_functions": 1, "fraud": 0}, []),
        ({"fraud": 1}, ["interaction"]),
    ],
)
def test_new_media(facts, ids):
    found = site_score({"new_media": True, "facts": facts})
    assert [veto.id for veto in found.vetoes] == ids
    assert (found.verdict, found.base) == ("不合格" if ids else "合格", None)
    if not ids:
        assert found.explanation == ("没有单项否决。",)


@pytest.mark.parametrize(
    ("days", "without", "stale"), [(15, 14, False), (15, 15, True), (7, 7, True), (1, 0, False)]
)
def test_the_window_of_new_media_is_a_setting(days, without, stale):
    found = site_score({"new_media": True, "new_media_days": days, "facts": {"days_without_update": without}})
    assert [veto.id for veto in found.vetoes] == (["stale"] if stale else [])


@pytest.mark.parametrize("days", [0, -1, True, "14", 1.5, None])
def test_a_window_that_is_no_number_of_days_is_refused(days):
    with pytest.raises(LawError, match="new_media_days应为不小于1的整数"):
        site_score({"new_media": True, "new_media_days": days})


@pytest.mark.parametrize(
    ("observations", "message"),
    [
        ([], "^观测文件应为一个对象，含 facts、deductions、bonuses。$"),
        ({"fact": {}}, "观测文件中没有「fact」这一部分，可用：bonuses、checked_on、deductions、facts"),
        ({"facts": []}, "^facts 应为一个对象：事实 → 数字。$"),
        ({"facts": {"visit": 1}}, "facts 中没有「visit」，可用：serious_wording、secrets_leaked、illegal"),
        ({"facts": {"visits": -1}}, "facts.visits应为不小于0的整数"),
        (
            {"facts": {"visits": "140"}},
            "facts.visits应为不小于0的整数（是、否写作 true、false），现为「140」",
        ),
        (
            {"facts": {"visits": 140, "visits_failed": 141}},
            "facts.visits_failed（141）不能大于 facts.visits（140）",
        ),
        ({"outward_services": "否"}, "outward_services应为 true 或 false，现为「否」"),
        ({"deductions": []}, "^deductions应为一个对象：指标 → 情形 → 次数。$"),
        ({"deductions": {"new": {}}}, "deductions中没有「new」这一指标，可用：overview、functions"),
        ({"deductions": {"news": 1}}, "deductions.news应为一个对象"),
        (
            {"deductions": {"news": {"late": 1}}},
            "deductions.news中没有「late」这一情形，可用：missing、stale",
        ),
        ({"deductions": {"news": {"stale": "是"}}}, "deductions.news.stale应为次数"),
        ({"deductions": {"news": {"stale": [1]}}}, "deductions.news.stale应为次数"),
        ({"deductions": {"news": {"stale": 1.5}}}, "deductions.news.stale应为次数"),
        ({"deductions": {"news": {"stale": -1}}}, "deductions.news.stale的次数-1不合理"),
        ({"deductions": {"news": {"stale": 100_001}}}, "次数100001不合理"),
        ({"deductions": {"search": {"not_on_first_page": 5}}}, "最多4次，现为5次。请核对抽查数量"),
        ({"bonuses": {"news": {}}}, "bonuses中没有「news」"),
    ],
)
def test_observations_that_cannot_be_used(observations, message):
    with pytest.raises(LawError) as caught:
        site_score(observations)
    assert re.search(message, str(caught.value))


def test_the_largest_counts():
    assert site_score({"deductions": {"links": {"other": 100_000}}}).base == 99
    assert site_score({"deductions": {"search": {"not_on_first_page": 4}}}).base == 96
    assert [figure(F(value)) for value in ("0", "1/3", "20", "5.5", "0.1")] == [
        "0",
        "0.33",
        "20",
        "5.5",
        "0.1",
    ]
