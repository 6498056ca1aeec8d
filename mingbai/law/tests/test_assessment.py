import copy
from fractions import Fraction as F

import pytest

from mingbai.law.assessment import band, combined, known_tables, load_table, score_table, weighted
from mingbai.law.errors import LawError

OWN = {
    "id": "own",
    "name": "某县测评表",
    "mode": "deduct",
    "total": 100,
    "indicators": [
        {"id": "a", "group": "公开", "label": "栏目", "cap": 4, "verified": "local",
         "rules": [{"id": "blank", "text": "空白", "points": 1.5}]},
        {"id": "b", "group": "公开", "label": "解读", "cap": None, "verified": "local",
         "rules": [{"id": "none", "text": "未解读", "points": 60}]},
        {"id": "c", "group": "公开", "label": "评议", "cap": 2, "verified": "local", "rules": []},
    ],
}  # fmt: skip


# law: assessment.*
@pytest.mark.parametrize(
    ("id", "mode", "total", "points", "shares"),
    [
        ("ah-guoyang-2020q3", "deduct", 100, 12, 0),
        ("ah-jinzhai-2024", "deduct", None, 0, 0),
        ("sc-mianyang-2022", "add", 130, 135, 0),
        ("ah-city-scheme-2020", "add", 100, 70, 0),
        ("district-domains", "add", None, 36, 0),
        ("county-dept-100", "add", 100, 100, 0),
        ("zj-county-dept", "add", 100, 73, 0),
        ("township-2010", "add", 100, 85, 0),
        ("ah-wanzhi-2021", "deduct", 100, 0, 100),
        ("fj-xiangan-2025", "add", 100, 0, 100),
        ("zj-yinzhou-2022", "add", None, 0, 0),
        ("hb-xialu-2022", "add", None, 0, 0),
        ("bj-2024", "add", None, 0, 0),
        ("cstc-county", "add", None, F("15.4"), 0),
    ],
)
def test_the_published_tables_load_in_the_same_form(id, mode, total, points, shares):
    table = known_tables()[id]
    assert (table.id, table.mode, table.total) == (id, mode, total)
    assert sum(one.cap for one in table.indicators if one.cap is not None) == points
    assert sum(table.shares.values()) == shares
    assert table.name
    assert table.region
    assert len(known_tables()) == 14


def test_a_table_as_it_was_published():
    table = known_tables()["ah-wanzhi-2021"]
    assert (table.year, table.region, table.complete) == (2021, "安徽省芜湖市湾沚区", False)
    assert table.shares == {"1": 30, "2": 70}
    assert [(one.id, one.group, one.article, one.verified) for one in table.indicators] == [
        ("1", "政府网站", "", "local"),
        ("2", "政务新媒体", "", "local"),
    ]
    assert known_tables()["ah-city-scheme-2020"].indicators[2].verified == "unverified"
    own = load_table(OWN, "x").indicators[0]
    assert [(rule.id, rule.text, rule.points, rule.most, rule.instead) for rule in own.rules] == [
        ("blank", "空白", F("1.5"), None, ())
    ]
    assert not own.charged_once
    with_article = {**OWN["indicators"][0], "article": "第三条", "charged_once": True}
    again = load_table({**OWN, "indicators": [with_article]}, "x").indicators[0]
    assert (again.article, again.charged_once) == ("第三条", True)


def test_deducting():
    table = load_table(OWN, "own.json")
    found = score_table(table, {"a": {"blank": ["财政", "就业", "养老"]}})
    assert (found.points, found.explanation, found.unchecked) == (96, "100－4＝96分。", ("解读", "评议"))
    assert table.complete
    assert table.region == ""
    assert score_table(table, {"b": {"none": 2}}).points == 0
    assert score_table(table, {"b": {"none": 1}}).points == 40


def test_judgement_of_a_person():
    table = known_tables()["ah-guoyang-2020q3"]
    found = score_table(table, {}, {"1": F("1.28"), "2": F("2.4"), "5": F(1)})
    assert found.points == F("95.32")
    assert found.explanation == "100－4.68＝95.32分。"
    assert found.charges[0].explanation == "人工评分1.28分"
    assert [(one.indicator.id, one.points) for one in found.charges] == [
        ("1", F("1.28")),
        ("2", F("2.4")),
        ("5", 1),
    ]
    assert len(found.unchecked) == 3
    both = score_table(load_table(OWN, "x"), {"a": {"blank": 1}}, {"a": F(0), "b": F(99)})
    assert both.points == 1
    assert score_table(load_table(OWN, "x"), {}, {"c": F(2)}).points == 98
    for points in (F("2.01"), F(-1)):
        with pytest.raises(LawError, match="评议的人工评分.*不合理：不能为负，最多2分"):
            score_table(load_table(OWN, "x"), {}, {"c": points})
    with pytest.raises(LawError, match="解读的人工评分-1不合理：不能为负。"):
        score_table(load_table(OWN, "x"), {}, {"b": F(-1)})
    with pytest.raises(LawError, match="某县测评表中没有「z」这一指标"):
        score_table(load_table(OWN, "x"), {}, {"z": F(1)})


def test_adding():
    found = score_table(load_table({**OWN, "mode": "add"}, "own.json"), {"a": {"blank": 2}})
    assert (found.points, found.explanation, found.unchecked) == (3, "得3分。", ("解读", "评议"))
    assert [one.points for one in found.charges] == [3]
    with pytest.raises(LawError, match="^某县测评表中没有「z」这一指标，可用：a、b、c"):
        score_table(load_table(OWN, "own.json"), {"z": {}})


# law: assessment.combined, assessment.weighted
def test_how_schemes_combine():
    published = combined([(F("81.22"), F(100)), (F("0.64"), F("0.64"))])
    assert round(float(published), 2) == 81.34
    assert weighted([(F(90), F(6)), (F(80), F(3)), (F(70), F(1))]) == 85
    assert weighted([(F(80), F(15)), (F(90), F(25))]) == F("86.25")
    assert weighted([(F(100), F(30)), (F(60), F(70))]) == 72
    assert combined([(F(1, 4), F(1, 2))]) == 50
    assert weighted([(F(80), F(1, 2))]) == 80
    with pytest.raises(LawError, match="^总分为0，不能折算。请核对各部分分值。$"):
        combined([])
    with pytest.raises(LawError, match="^权重合计为0，不能加权。请核对权重。$"):
        weighted([(F(90), F(0))])


# law: assessment.bands
@pytest.mark.parametrize(
    ("score", "label"),
    [(100, "优秀"), (90, "优秀"), (F("89.99"), "良好"), (70, "良好"), (F("69.99"), "合格"), (60, "合格")]
    + [(F("59.99"), "不合格"), (F(1, 2), "不合格"), (0, "不合格"), (-1, "不合格")],
)
def test_bands(score, label):
    assert band(F(score)) == label


def changed(**keys):
    return {**copy.deepcopy(OWN), **keys}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ([], "own.json应为一个对象"),
        ({"id": "a", "name": "b", "mode": "add"}, "own.json缺少 indicators"),
        (changed(mode="plus"), "mode 应为 deduct（扣分）或 add（得分），现为「plus」"),
        (changed(indicators=[{"id": "a"}]), "own.json的指标不完整"),
        (changed(indicators=[{**OWN["indicators"][0], "cap": "多"}]), "own.json的指标不完整"),
        (changed(indicators=7), "own.json的指标不完整"),
        (changed(indicators=[OWN["indicators"][0]] * 2), "指标 id 有重复"),
    ],
)
def test_tables_that_cannot_be_used(row, message):
    with pytest.raises(LawError) as caught:
        load_table(row, "own.json")
    assert message in str(caught.value)


def test_deducting_needs_a_total():
    with pytest.raises(LawError, match="某县测评表没有总分"):
        score_table(load_table(changed(total=None), "own.json"), {})
