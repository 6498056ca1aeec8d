"""The checks of annual reports at their edges, each with all that it says."""

from datetime import date
from decimal import Decimal

import pytest

from mingbai.law.annual_report import (
    Deadline,
    StockColumn,
    deadline,
    describe,
    empty_report,
    flat,
    layout_for_year,
    layout_named,
    layouts,
    nested,
)
from mingbai.law.annual_report_checks import (
    check_blanks,
    check_fee_mention,
    check_narrative,
    check_plausible,
    check_range,
    validate,
)
from mingbai.law.annual_report_identities import (
    Breach,
    Identity,
    Term,
    breach_of,
    identities,
    rules,
    verify_members,
    verify_report,
    verify_years,
)
from mingbai.law.annual_report_sums import add_up, add_up_tree
from mingbai.law.errors import LawError

NEW, OLD, MIXED = layout_named("2021"), layout_named("2019"), layout_named("2021+2019")
FEE = "t2.administrative_fees.amount_wan_yuan"
NOTICE = "国办公开办函〔2021〕30号"
OUTCOMES_2021 = [
    "granted",
    "partial",
    "denied_state_secret",
    "denied_law_prohibited",
    "denied_three_securities_one_stability",
    "denied_third_party_rights",
    "denied_internal_affairs",
    "denied_process_information",
    "denied_enforcement_file",
    "denied_administrative_query",
    "unavailable_not_held",
    "unavailable_needs_creation",
    "unavailable_unclear_after_correction",
    "not_processed_petition",
    "not_processed_repeat",
    "not_processed_publication",
    "not_processed_excessive",
    "not_processed_confirm_or_reissue",
    "other_not_corrected",
    "other_fee_not_paid",
    "other_misc",
]
APPLICANTS = [
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_welfare_org",
    "legal_service_org",
    "other_org",
]


def zeros(layout=NEW, **changes):
    cells = dict.fromkeys(layout.paths, 0)
    return {**cells, **{path.replace("__", "."): value for path, value in changes.items()}}


def all_of(layout: str) -> tuple[Identity, ...]:
    """The equations of a layout, expanded anew and not taken from the cache."""
    return identities.__wrapped__(layout)


def identity(layout: str, name: str) -> Identity:
    return next(each for each in all_of(layout) if each.id == name)


def terms(*paths: str) -> tuple[Term, ...]:
    return tuple(
        Term(path.lstrip("-").removeprefix("prev."), -1 if path.startswith("-") else 1, "prev." in path)
        for path in paths
    )


@pytest.mark.parametrize(
    ("layout", "name", "severity", "left", "right", "explain", "crosses"),
    [
        (
            "2021",
            "T3_balance_total",
            "error",
            ("t3.total.new_received", "t3.total.carried_in"),
            ("t3.total.handled_total", "t3.total.carried_out"),
            "表三“总计”列：第一项加第二项，应等于第三项总计加第四项",
            False,
        ),
        (
            "2021",
            "T3_handled_total_other_org",
            "error",
            ("t3.other_org.handled_total",),
            tuple(f"t3.other_org.{row}" for row in OUTCOMES_2021),
            "表三“其他”列：（七）总计应等于各项办理结果之和",
            False,
        ),
        (
            "2019",
            "T3_handled_total_total",
            "error",
            ("t3.total.handled_total",),
            tuple(f"t3.total.{row}" for row in [*OUTCOMES_2021[:18], "other_all"]),
            "表三“总计”列：（七）总计应等于各项办理结果之和",
            False,
        ),
        (
            "2021",
            "T3_total_column_carried_out",
            "error",
            ("t3.total.carried_out",),
            tuple(f"t3.{column}.carried_out" for column in APPLICANTS),
            "表三“四、结转下年度继续办理”行：总计应等于六类申请人之和",
            False,
        ),
        (
            "2021",
            "T4_total_litigation_direct",
            "error",
            ("t4.litigation_direct.total",),
            tuple(
                f"t4.litigation_direct.{result}"
                for result in ("upheld", "corrected", "other_result", "pending")
            ),
            "表四“未经复议直接起诉”：总计应等于维持、纠正、其他结果、尚未审结之和",
            False,
        ),
        (
            "2021",
            "CROSS_YEAR_carry_total",
            "error",
            ("t3.total.carried_in",),
            ("prev.t3.total.carried_out",),
            "表三“总计”列：本年的上年结转，应等于上一年报告的结转下年度",
            True,
        ),
        (
            "2021+2019",
            "CROSS_YEAR_carry_other_org",
            "warning",
            ("t3.other_org.carried_in",),
            ("prev.t3.other_org.carried_out",),
            "表三“其他”列：本年的上年结转，应等于上一年报告的结转下年度",
            True,
        ),
        (
            "2021",
            "CROSS_YEAR_valid_rules",
            "warning",
            ("t2.rules.valid",),
            ("prev.t2.rules.valid", "t2.rules.made", "-t2.rules.repealed"),
            "表二“规章”：现行有效应等于上年现行有效加本年制发减本年废止",
            True,
        ),
        (
            "2019",
            "CROSS_YEAR_normative_documents",
            "warning",
            ("t2.normative_documents.disclosed_total",),
            ("prev.t2.normative_documents.disclosed_total", "t2.normative_documents.newly_disclosed"),
            "表二“规范性文件”：对外公开总数量应等于上年总数量加本年新公开数量",
            True,
        ),
        (
            "2019",
            "CROSS_YEAR_administrative_fees",
            "warning",
            ("t2.administrative_fees.projects_last_year",),
            ("prev.t2.administrative_fees.projects_last_year", "prev.t2.administrative_fees.change"),
            "表二“行政事业性收费”：上一年项目数量应等于上年报告的项目数量加增减",
            True,
        ),
    ],
)
def test_equations_in_full(layout, name, severity, left, right, explain, crosses):
    found = identity(layout, name)
    assert (found.id, found.severity, found.explain, found.crosses_years) == (
        name,
        severity,
        explain,
        crosses,
    )
    assert (found.left, found.right) == (terms(*left), terms(*right))
    assert found.article


@pytest.mark.parametrize(
    ("layout", "inside", "across"), [("2021", 42, 9), ("2019", 40, 14), ("2021+2019", 40, 9)]
)
def test_how_many_equations_each_layout_has(layout, inside, across):
    crossing = [each for each in all_of(layout) if each.crosses_years]
    assert (len(all_of(layout)) - len(crossing), len(crossing)) == (inside, across)
    assert len({each.id for each in all_of(layout)}) == inside + across


PLAIN = Identity("X", "error", terms("a", "b"), terms("c"), "说明", "条")
MINUS = Identity("Y", "warning", terms("a"), terms("prev.a", "b", "-c"), "说明", "条")


@pytest.mark.parametrize(
    ("rule", "this", "previous", "sides"),
    [
        (PLAIN, {"a": 1, "b": 2, "c": 3}, {}, None),
        (PLAIN, {"a": 1, "b": 2, "c": 4}, {}, (3, 4)),
        (PLAIN, {"a": 1, "b": 2, "c": 2}, {}, (3, 2)),
        (PLAIN, {"a": 1, "b": None, "c": 3}, {}, None),
        (PLAIN, {"a": 1, "b": None, "c": 1}, {}, None),
        (PLAIN, {"a": 4, "b": None, "c": 3}, {}, (4, 3)),
        (PLAIN, {"a": 1, "b": 2, "c": None}, {}, None),
        (PLAIN, {"a": None, "b": None, "c": None}, {}, None),
        (PLAIN, {"a": 4, "b": None, "c": None}, {}, None),
        (PLAIN, {"c": 3}, {}, None),
        (MINUS, {"a": 5, "b": 3, "c": 1}, {"a": 3}, None),
        (MINUS, {"a": 6, "b": 3, "c": 1}, {"a": 3}, (6, 5)),
        (MINUS, {"a": 9, "b": 3, "c": None}, {"a": 3}, None),
        (MINUS, {"a": 9, "b": 3, "c": 0}, {}, None),
        (MINUS, {"a": 2, "b": 3, "c": None}, {"a": 3}, None),
    ],
)
def test_both_sides_with_and_without_blanks(rule, this, previous, sides):
    breach = breach_of(rule, this, previous)
    assert (breach and (breach.left, breach.right)) == sides
    if breach:
        said = f"说明。现在左边是{sides[0]}，右边是{sides[1]}，请核对这些数字。"
        cells = ("a", "b", "c")
        assert breach == Breach(rule.id, rule.severity, said, *sides, cells)


def test_the_right_side_may_exceed_too():
    rule = Identity("Z", "error", terms("c"), terms("a", "b"), "说明", "条")
    assert breach_of(rule, {"c": 2, "a": 3, "b": None}, {}) is not None
    assert breach_of(rule, {"c": 3, "a": 3, "b": None}, {}) is None
    assert breach_of(rule, {"c": 4, "a": 3, "b": None}, {}) is None


def test_inside_of_a_report_no_equation_across_years_is_asked():
    assert verify_report(zeros(t2__rules__valid=3), NEW) == []
    assert [b.id for b in verify_years({}, zeros(), NEW)] == []


def test_a_reorganised_unit_is_only_warned():
    before = zeros(t3__total__carried_out=2)
    (plain,) = verify_years(before, zeros(), NEW)
    (soft,) = verify_years(before, zeros(), NEW, reorganised=True)
    said = (
        "表三“总计”列：本年的上年结转，应等于上一年报告的结转下年度。现在左边是0，右边是2，请核对这些数字。"
    )
    cells = ("t3.total.carried_in",)
    assert plain == Breach("CROSS_YEAR_carry_total", "error", said, 0, 2, cells)
    assert soft == Breach(
        "CROSS_YEAR_carry_total", "warning", f"{said}机构有撤并更名的，请说明。", 0, 2, cells
    )


def test_sums_over_members_in_full():
    parent = zeros(t4__review__total=4, t2__licensing__decisions=1)
    found = verify_members(
        parent, [zeros(t4__review__total=1), zeros(t4__review__total=2, t2__licensing__decisions=1)], NEW
    )
    said = "表四“行政复议”的“总计”：汇总报告是4，各成员之和是3。表四汇总数应等于各成员之和，请核对。"
    assert found == [Breach("AGG_table4", "error", said, 4, 3, ("t4.review.total",))]
    assert verify_members(zeros(t3__total__granted=0), [zeros(t3__total__granted=None)], NEW) == []
    assert verify_members(zeros(), [], NEW) == []


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (
            "t3.total.granted",
            -1,
            "表三“总计”列“（一）予以公开”行是-1。表内数字应为非负整数，收费金额为非负数，请核对。",
        ),
        (
            "t4.review.upheld",
            Decimal("0.5"),
            "表四“行政复议”的“结果维持”是0.5。表内数字应为非负整数，收费金额为非负数，请核对。",
        ),
        (
            FEE,
            Decimal("-0.5"),
            "表二“行政事业性收费”行“本年收费金额（单位：万元）”列是-0.5。表内数字应为非负整数，收费金额为非负数，请核对。",
        ),
    ],
)
def test_out_of_range_in_full(path, value, said):
    assert check_range(zeros() | {path: value}, NEW) == [Breach("RANGE", "error", said, value, None, (path,))]


def test_every_cell_out_of_range_is_named_blank_ones_are_not():
    cells = {
        "t3.total.granted": None,
        "t3.total.partial": -1,
        FEE: Decimal("0.5"),
        "t4.review.total": 0,
        "t4.review.upheld": -2,
    }
    assert [b.cells for b in check_range(cells, NEW)] == [("t3.total.partial",), ("t4.review.upheld",)]
    old = {"t2.licensing.change": -2, "t2.procurement.amount": Decimal("1.5"), "t2.licensing.decisions": -1}
    assert [b.cells for b in check_range(old, OLD)] == [("t2.licensing.decisions",)]
    assert check_range({"t2.licensing.change": Decimal("-1.5")}, OLD)


@pytest.mark.parametrize("kind", ["county", "town", "subdistrict", "bureau", "office"])
def test_rules_of_a_unit_that_may_make_none_in_full(kind):
    cells = zeros(t2__rules__made=1, t2__rules__valid=3)
    said = (
        "表二“规章”行“本年制发件数”列是1、表二“规章”行“现行有效件数”列是3。"
        "乡镇、街道、县和部门无权制定规章，“规章”行应为0，请核对是否把其他文件填成了规章。"
    )
    paths = ("t2.rules.made", "t2.rules.valid")
    assert check_plausible(cells, NEW, kind) == [
        Breach("PLAUSIBLE_rules_level", "warning", said, 1, 0, paths)
    ]


@pytest.mark.parametrize("kind", ["city", "province", None, "village"])
def test_others_are_not_asked_about_rules(kind):
    assert check_plausible(zeros(t2__rules__valid=3), NEW, kind) == []


@pytest.mark.parametrize(
    ("kind", "limit"),
    [("town", 10_000), ("subdistrict", 10_000), ("county", 10_000_000), ("bureau", 10_000_000)],
)
def test_fees_that_look_like_yuan_in_full(kind, limit):
    assert check_plausible(zeros() | {FEE: limit - 1}, NEW, kind) == []
    said = f"表二“行政事业性收费”是{limit}万元，这样的单位很少收这么多，请核对是否把元填成了万元。"
    found = check_plausible(zeros() | {FEE: limit}, NEW, kind)
    assert found == [Breach("PLAUSIBLE_administrative_fees", "warning", said, limit, None, (FEE,))]


@pytest.mark.parametrize("kind", ["city", "province", None])
def test_fees_of_others_have_no_limit(kind):
    assert check_plausible(zeros() | {FEE: 99_000_000}, NEW, kind) == []


@pytest.mark.parametrize(
    ("made", "repealed", "valid", "wrong"),
    [
        (5, 2, 3, False),
        (5, 2, 2, True),
        (5, 0, 5, False),
        (5, 0, 4, True),
        (0, 9, 0, False),
        (None, 0, 0, False),
        (5, None, 1, False),
        (5, 0, None, False),
    ],
)
@pytest.mark.parametrize(("row", "label"), [("rules", "规章"), ("normative_documents", "行政规范性文件")])
def test_more_made_than_there_can_be_in_full(made, repealed, valid, wrong, row, label):
    cells = zeros() | {f"t2.{row}.made": made, f"t2.{row}.repealed": repealed, f"t2.{row}.valid": valid}
    said = f"表二“{label}”：本年制发{made}件，废止{repealed}件，现行有效却只有{valid}件，请核对。"
    breach = Breach(f"PLAUSIBLE_{row}", "info", said, made, valid, (f"t2.{row}.valid",))
    assert check_plausible(cells, NEW, "city") == ([breach] if wrong else [])


def test_the_old_form_says_nothing_of_what_is_in_force():
    assert check_plausible(zeros(OLD, t2__normative_documents__made=5), OLD, "city") == []


P = NEW.table3_paths
FIRST_FIVE = "、".join(describe(path, NEW) for path in P[:5])


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (2, f"表三有2格没有填数字：{describe(P[0], NEW)}、{describe(P[1], NEW)}。没有发生的应填0，请补填。"),
        (5, f"表三有5格没有填数字：{FIRST_FIVE}。没有发生的应填0，请补填。"),
        (6, f"表三有6格没有填数字：{FIRST_FIVE}等。没有发生的应填0，请补填。"),
        (175, f"表三有175格没有填数字：{FIRST_FIVE}等。没有发生的应填0，请补填。"),
    ],
)
def test_several_blank_cells_in_full(count, said):
    breach = Breach("T3_blank_cells", "warning", said, count, None, P[:count])
    assert check_blanks(zeros() | dict.fromkeys(P[:count]), NEW) == [breach]


def test_one_blank_cell_in_full():
    said = "表三“自然人”列“一、本年新收政府信息公开申请数量”行没有填数字。没有发生的应填0，请补填。"
    assert check_blanks(zeros() | {P[0]: None}, NEW) == [
        Breach("T3_missing_cell", "warning", said, None, None, P[:1])
    ]
    absent = {path: 0 for path in NEW.paths if path != P[0]}
    assert check_blanks(absent, NEW)[0].cells == P[:1]


def test_a_blank_form_in_full():
    said = "三张表都没有填数字。没有发生的也应填0，请补填。"
    assert check_blanks(empty_report(NEW), NEW) == [Breach("ALL_CELLS_BLANK", "error", said, None, None, P)]
    assert check_blanks({}, NEW)[0].id == "ALL_CELLS_BLANK"
    assert check_blanks(empty_report(NEW) | {"t2.rules.made": 0}, NEW)[0].id == "T3_blank_cells"


@pytest.mark.parametrize(
    ("blank", "unread", "ids"),
    [
        (P, P[:1], ["T3_blank_cells"]),
        (P[:2], P[:1], ["T3_missing_cell"]),
        (P[:2], P[:2], []),
        (NEW.table2_paths, (), []),
        (NEW.table4_paths, (), []),
        (NEW.paths, NEW.table2_paths, ["T3_blank_cells"]),
    ],
)
def test_what_could_not_be_made_out_is_not_called_blank(blank, unread, ids):
    assert [b.id for b in check_blanks(zeros() | dict.fromkeys(blank), NEW, unread)] == ids


def test_everything_wrong_with_a_form_in_order():
    cells = zeros(t3__total__granted=-1, t2__rules__made=1, t2__rules__valid=1, t3__total__partial=None)
    found = [b.id for b in validate(cells, NEW, "town")]
    assert found == ["T3_total_column_granted", "RANGE", "PLAUSIBLE_rules_level", "T3_missing_cell"]
    assert [b.id for b in validate(cells, NEW)] == ["T3_total_column_granted", "RANGE", "T3_missing_cell"]
    assert [b.id for b in validate(cells, NEW, unread={"t3.total.partial"})] == [
        "T3_total_column_granted",
        "RANGE",
    ]


NARRATIVE = zeros(
    t3__total__new_received=5,
    t3__total__carried_in=2,
    t3__total__handled_total=6,
    t3__total__carried_out=1,
    t3__total__granted=1,
    t3__total__partial=2,
    t3__total__denied_state_secret=3,
    t3__total__denied_administrative_query=4,
    t3__total__unavailable_not_held=5,
    t3__total__not_processed_repeat=6,
    t3__total__other_misc=7,
    t4__review__total=8,
    t4__litigation_direct__total=9,
    t4__litigation_after_review__total=10,
    t2__normative_documents__made=11,
)


@pytest.mark.parametrize(
    ("row", "label", "total"),
    [
        ("new_received", "收到政府信息公开申请", 5),
        ("carried_in", "上年结转", 2),
        ("handled_total", "办结", 6),
        ("carried_out", "结转下年度继续办理", 1),
        ("granted", "予以公开", 1),
        ("partial", "部分公开", 2),
        ("granted_plus_partial", "予以公开和部分公开", 3),
        ("denied", "不予公开", 7),
        ("unavailable", "无法提供", 5),
        ("not_processed", "不予处理", 6),
        ("other", "其他处理", 7),
        ("review", "行政复议", 8),
        ("litigation", "行政诉讼", 19),
    ],
)
def test_figures_of_the_text_in_full(row, label, total):
    assert check_narrative(row, total, NARRATIVE) is None
    breach = check_narrative(row, 40, NARRATIVE)
    said = f"正文说“{label}”40件，表里是{total}件。请核对正文和表。"
    assert breach and (breach.id, breach.severity, breach.message) == (f"NARRATIVE_{row}", "warning", said)
    assert (breach.left, breach.right) == (40, total) and breach.cells


def test_a_figure_of_the_text_rests_on_the_cells_of_its_first_reading():
    breach = check_narrative("new_received", 6, NARRATIVE)
    assert breach and (breach.right, breach.cells) == (5, ("t3.total.new_received",))
    assert check_narrative("new_received", 7, NARRATIVE) is None
    breach = check_narrative("denied", 1, NARRATIVE)
    assert breach and len(breach.cells) == 8 and all(c.startswith("t3.total.denied_") for c in breach.cells)
    assert check_narrative("denied", 1, NARRATIVE | {"t3.total.denied_state_secret": None}) is None
    assert check_narrative("litigation", 1, {"t4.litigation_direct.total": 2}) is not None
    assert check_narrative("unavailable", 0, {"t3.total.granted": 2}) is None


def test_the_fee_in_the_sixth_part_in_full():
    said = "第六部分应写明收取信息处理费的情况（没有收费的也要写），现在没有写到。"
    assert check_fee_mention("无。", 2021) == Breach("NARRATIVE_fee_section6", "info", said)
    assert check_fee_mention("无。", 2020) is None
    for words in ("处理费0元", "无收费", "没有收取"):
        assert check_fee_mention(words, 2021) is None


@pytest.mark.parametrize(
    ("kind", "basis"),
    [
        ("town", "条例第四十九条第一款"),
        ("office", "条例第四十九条第一款"),
        ("county", f"{NOTICE}第二条第二项"),
        ("city", f"{NOTICE}第二条第二项"),
        ("province", "条例第四十九条第二款"),
    ],
)
def test_what_a_deadline_rests_on(kind, basis):
    assert deadline(kind, 2023).basis == basis


def test_deadlines_and_refusals_in_full():
    assert deadline("county", 2020) == Deadline(date(2021, 3, 31), "条例第四十九条第二款")
    with pytest.raises(LawError) as refusal:
        deadline("school", 2023)
    assert (
        str(refusal.value)
        == "“school”不是编制年度报告的单位类型。村、社区、学校和公共企事业单位不编制年度报告。"
    )
    with pytest.raises(LawError) as refusal:
        layout_for_year(2008)
    assert str(refusal.value) == "2008年度的报告没有统一表式：统一表式自2019年度起使用。请核对报告年度。"


@pytest.mark.parametrize(
    ("name", "notice", "first", "last"),
    [
        ("2021", NOTICE, 2021, None),
        ("2019", "国办公开办函〔2019〕60号", 2019, 2020),
        ("2021+2019", "国办公开办函〔2019〕60号", 2019, 2020),
    ],
)
def test_editions_of_the_form(name, notice, first, last):
    layout = layout_named.__wrapped__(name)
    assert (layout.name, layout.notice, layout.first_year, layout.last_year) == (name, notice, first, last)
    assert layout.applicants == tuple(APPLICANTS)
    assert layout.outcomes == tuple(OUTCOMES_2021 if name == "2021" else [*OUTCOMES_2021[:18], "other_all"])
    assert layout.paths == (*layout.table2_paths, *layout.table3_paths, *layout.table4_paths)
    assert set(layouts()) == {"2021", "2019"}


def test_columns_of_table_two():
    new, old = layouts.__wrapped__()["2021"], layouts.__wrapped__()["2019"]
    assert (new, old) == (NEW, OLD)
    fees = next(row for row in new.table2 if row.id == "administrative_fees")
    assert fees.label == "行政事业性收费" and fees.block == "第二十条第（八）项"
    assert fees.columns == (StockColumn("amount_wan_yuan", "本年收费金额（单位：万元）", "decimal", "万元"),)
    licences = next(row for row in old.table2 if row.id == "licensing")
    assert [(c.id, c.type) for c in licences.columns] == [
        ("projects_last_year", "integer"),
        ("change", "signed"),
        ("decisions", "integer"),
    ]
    assert [row.id for row in NEW.table3_rows if not row.data] == [
        "results",
        "denied",
        "unavailable",
        "not_processed",
        "other",
    ]
    assert next(row for row in NEW.table3_rows if row.id == "granted").parent == "results"


def test_cells_keep_their_places_when_nested():
    cells = {"t2.rules.made": 1, "t3.total.granted": 2, "t4.review.total": 3}
    tables = nested(cells, NEW)
    assert (
        tables["table2"]["rules"]["made"],
        tables["table3"]["total"]["granted"],
        tables["table4"]["review"]["total"],
    ) == (1, 2, 3)
    assert tables["table2"]["rules"]["valid"] is None
    assert flat(tables) == empty_report(NEW) | cells
    assert describe("t4.litigation_after_review.pending", NEW) == "表四“复议后起诉”的“尚未审结”"
    assert describe("t3.natural_person.results", NEW) == "表三“自然人”列“三、本年度办理结果”行"


def test_blanks_in_sums_and_a_tree_of_one():
    assert add_up([{"t3.total.granted": 1}], NEW)["t3.total.granted"] == 1
    assert add_up([{"t3.total.granted": 1}, {"t3.total.granted": 2}], NEW)["t3.total.partial"] is None
    assert add_up_tree({"a": zeros()}, {}, NEW, "a") == {"a": zeros()}
    assert set(add_up_tree({}, {"p": ["a"]}, NEW, "p")["p"].values()) == {None}
    assert list(rules()) == list(rules()) and "equations" in rules()
