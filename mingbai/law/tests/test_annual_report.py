import json
import random
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mingbai.law.annual_report import (
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
    identities,
    rules,
    verify_members,
    verify_report,
    verify_years,
)
from mingbai.law.annual_report_sums import add_up, add_up_tree
from mingbai.law.errors import LawError

REFERENCE = Path(__file__).parents[3] / "../shared/reference/annual-report-format.json"
NEW, OLD, MIXED = layout_named("2021"), layout_named("2019"), layout_named("2021+2019")


def zeros(layout=NEW, **changes):
    cells = dict.fromkeys(layout.paths, 0)
    return {**cells, **{path.replace("__", "."): value for path, value in changes.items()}}


def ids(breaches):
    return [breach.id for breach in breaches]


# law: annual_report.layout_2021, annual_report.layout_2019
def test_it_has_the_cells_of_both_layouts():
    assert len(NEW.table2_paths) == 10 and len(OLD.table2_paths) == 22
    assert len(NEW.table3_paths) == 7 * 25 and len(OLD.table3_paths) == 7 * 23
    assert len(NEW.table4_paths) == len(OLD.table4_paths) == 15
    assert (len(NEW.outcomes), len(OLD.outcomes), len(NEW.applicants)) == (21, 19, 6)
    assert MIXED.table2 == NEW.table2 and MIXED.table3_rows == OLD.table3_rows


@pytest.mark.parametrize(("year", "name"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2030, "2021")])
def test_each_year_has_its_layout(year, name):
    assert layout_for_year(year) is layouts()[name]


def test_before_2019_there_was_no_form():
    with pytest.raises(LawError, match="2018年度"):
        layout_for_year(2018)


# law: annual_report.deadline_department, annual_report.deadline_county, annual_report.deadline_city
# law: annual_report.deadline_province
@pytest.mark.parametrize(
    ("kind", "due"),
    [
        ("town", date(2025, 1, 31)),
        ("subdistrict", date(2025, 1, 31)),
        ("bureau", date(2025, 1, 31)),
        ("county", date(2025, 2, 20)),
        ("city", date(2025, 3, 10)),
        ("province", date(2025, 3, 31)),
    ],
)
def test_deadlines_by_level(kind, due):
    assert deadline(kind, 2024).due_on == due
    assert deadline(kind, 2024).basis


# law: annual_report.deadline_governments_before_2021
@pytest.mark.parametrize(
    ("kind", "year", "due"),
    [
        ("county", 2019, date(2020, 3, 31)),
        ("county", 2020, date(2021, 3, 31)),
        ("county", 2021, date(2022, 2, 20)),
        ("city", 2020, date(2021, 3, 31)),
        ("city", 2021, date(2022, 3, 10)),
        ("province", 2020, date(2021, 3, 31)),
        ("town", 2019, date(2020, 1, 31)),
        ("bureau", 2020, date(2021, 1, 31)),
    ],
)
def test_before_the_notice_of_2021_governments_had_until_the_end_of_march(kind, year, due):
    assert deadline(kind, year).due_on == due
    assert "条例" in deadline(kind, year).basis or year == 2021


def test_a_village_has_no_deadline():
    with pytest.raises(LawError, match="不编制年度报告"):
        deadline("village", 2024)


@pytest.mark.parametrize("layout", [NEW, OLD, MIXED])
def test_nested_and_flat_are_inverse(layout):
    cells = {path: place for place, path in enumerate(layout.paths)}
    assert flat(nested(cells, layout)) == cells
    assert set(empty_report(layout).values()) == {None}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("t2.rules.made", "表二“规章”行“本年制发件数”列"),
        ("t3.total.granted", "表三“总计”列“（一）予以公开”行"),
        ("t4.review.upheld", "表四“行政复议”的“结果维持”"),
    ],
)
def test_cells_are_named_in_chinese(path, words):
    assert describe(path, NEW) == words


def reference_terms(side):
    terms = re.findall(r"([+-]?)\s*((?:prev\.)?t\d[\w.]+)", side)
    return sorted((sign == "-", term) for sign, term in terms)


def our_terms(terms):
    return sorted((term.sign < 0, ("prev." if term.previous else "") + term.path) for term in terms)


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference format file is not beside the repository")
def test_every_identity_of_the_reference_is_ours():
    reference = json.loads(REFERENCE.read_text(encoding="utf-8"))
    ours = {identity.id: identity for identity in identities("2021")}
    others = {rule["id"]: rule for rule in (*rules()["single"], *rules()["aggregates"])}
    assert len(reference["identities"]) == len(ours) + len(others) == 58
    for theirs in reference["identities"]:
        if theirs["id"] in others:
            continue
        mine = ours[theirs["id"]]
        left, right = theirs["expr"].split("==")
        assert our_terms(mine.left) == reference_terms(left)
        assert our_terms(mine.right) == reference_terms(right)
        if "note" not in theirs:
            assert mine.severity == theirs["severity"]


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference format file is not beside the repository")
def test_labels_are_those_of_the_reference():
    reference = json.loads(REFERENCE.read_text(encoding="utf-8"))
    table3 = reference["tables"][1]
    assert [(row.id, row.label) for row in NEW.table3_rows] == [(r["id"], r["label"]) for r in table3["rows"]]
    assert [column.id for column in NEW.table3_columns] == [c["id"] for c in table3["columns"]]
    assert [row.id for row in NEW.data_rows] == reference["data_rows"]
    assert list(NEW.outcomes) == reference["outcome_rows"]


@pytest.mark.parametrize("layout", [NEW, OLD, MIXED])
def test_a_form_of_zeros_breaks_nothing(layout):
    assert verify_report(zeros(layout), layout) == []
    assert verify_years(zeros(layout), zeros(layout), layout) == []
    assert validate(zeros(layout), layout, "town") == []


# law: annual_report.balance, annual_report.handled_total, annual_report.total_column
# law: annual_report.review_and_litigation_total
@pytest.mark.parametrize("path", [*NEW.table3_paths, *NEW.table4_paths])
def test_one_wrong_figure_breaks_every_identity_it_is_in(path):
    cells = zeros() | {path: 3}
    expected = {
        identity.id
        for identity in identities("2021")
        if not identity.crosses_years and path in {t.path for t in (*identity.left, *identity.right)}
    }
    assert set(ids(verify_report(cells, NEW))) == expected != set()


def test_a_breach_gives_both_sides_and_says_where():
    breach = next(
        b for b in verify_report(zeros(t3__total__new_received=10), NEW) if b.id == "T3_balance_total"
    )
    assert (breach.left, breach.right, breach.severity) == (10, 0, "error")
    assert "总计" in breach.message and "左边是10" in breach.message
    assert "t3.total.new_received" in breach.cells


def test_a_blank_leaves_an_identity_open():
    cells = zeros(t4__review__upheld=None, t4__review__total=2)
    assert verify_report(cells, NEW) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"t4__review__upheld": None, "t4__review__corrected": 3, "t4__review__total": 2},
        {"t3__total__new_received": None, "t3__total__carried_in": 1, "t3__natural_person__carried_in": 1},
    ],
)
def test_a_blank_does_not_excuse_parts_that_exceed_their_total(changes):
    assert verify_report(zeros(**changes), NEW)


def test_a_blank_beside_a_difference_excuses_nothing_it_cannot():
    cells = zeros(t2__rules__made=None, t2__rules__valid=5)
    assert verify_years(zeros(), cells, NEW) == []


# law: annual_report.cross_year_carried
def test_carried_in_is_last_years_carried_out():
    before = zeros(t3__total__carried_out=2, t3__natural_person__carried_out=2)
    breaches = verify_years(before, zeros(), NEW)
    assert {b.id: b.severity for b in breaches} == {
        "CROSS_YEAR_carry_natural_person": "warning",
        "CROSS_YEAR_carry_total": "error",
    }
    softened = verify_years(before, zeros(), NEW, reorganised=True)
    assert {b.severity for b in softened} == {"warning"}


# law: annual_report.cross_year_valid
def test_stock_of_documents_follows_from_last_year():
    before = zeros(t2__normative_documents__valid=665)
    right = zeros(
        t2__normative_documents__made=88,
        t2__normative_documents__repealed=55,
        t2__normative_documents__valid=698,
    )
    assert verify_years(before, right, NEW) == []
    wrong = right | {"t2.normative_documents.valid": 697}
    assert ids(verify_years(before, wrong, NEW)) == ["CROSS_YEAR_valid_normative_documents"]


# law: annual_report.cross_year_disclosed_2019, annual_report.cross_year_projects_2019
def test_the_old_layout_has_its_own_equations_across_years():
    before = zeros(OLD, t2__rules__disclosed_total=1, t2__licensing__projects_last_year=5)
    assert ids(verify_years(before, zeros(OLD), OLD)) == ["CROSS_YEAR_rules", "CROSS_YEAR_licensing"]


# law: annual_report.sum_of_members_table2, annual_report.sum_of_members_table3
# law: annual_report.sum_of_members_table4
def test_a_parent_is_the_sum_of_its_members():
    child = zeros(t3__total__granted=2, t2__licensing__decisions=1, t4__review__total=1)
    parent = add_up([child, child], NEW)
    assert verify_members(parent, [child, child], NEW) == []
    wrong = parent | {"t3.total.granted": 5, "t2.licensing.decisions": 3, "t4.review.total": 0}
    assert {b.id: b.severity for b in verify_members(wrong, [child, child], NEW)} == {
        "AGG_table2": "warning",
        "AGG_table3": "error",
        "AGG_table4": "error",
    }


def test_a_blank_in_a_member_leaves_the_sum_open():
    parent, child = zeros(t3__total__granted=5), zeros(t3__total__granted=None)
    assert verify_members(parent, [child], NEW) == []
    assert verify_members(parent | {"t3.total.granted": None}, [zeros()], NEW) == []
    assert add_up([zeros(), child], NEW)["t3.total.granted"] is None
    assert add_up([child, zeros()], NEW)["t3.total.granted"] is None
    assert set(add_up([], NEW).values()) == {None}


def test_a_tree_is_summed_from_the_leaves_and_counts_the_own_office():
    reports = {code: zeros(t3__total__granted=1) for code in ("a1", "a2", "b1", "a")}
    done = add_up_tree(reports, {"p": ["a", "b"], "a": ["a1", "a2"], "b": ["b1"]}, NEW, "p")
    assert {code: done[code]["t3.total.granted"] for code in ("a", "b", "p")} == {"a": 3, "b": 1, "p": 4}


# law: annual_report.range
@pytest.mark.parametrize(
    ("path", "value", "wrong"),
    [
        ("t3.total.granted", -1, True),
        ("t3.total.granted", Decimal("1.5"), True),
        ("t3.total.granted", Decimal("2"), False),
        ("t3.total.granted", None, False),
        ("t2.administrative_fees.amount_wan_yuan", Decimal("24252.311082"), False),
        ("t2.administrative_fees.amount_wan_yuan", Decimal("-0.1"), True),
    ],
)
def test_range(path, value, wrong):
    assert bool(check_range({path: value}, NEW)) is wrong


def test_a_change_may_be_negative():
    assert check_range({"t2.licensing.change": -3}, OLD) == []


# law: annual_report.rules_by_level
@pytest.mark.parametrize(
    ("kind", "wrong"), [("town", True), ("county", True), ("bureau", True), ("city", False), (None, False)]
)
def test_who_may_make_rules(kind, wrong):
    breaches = check_plausible(zeros(t2__rules__valid=1), NEW, kind)
    assert ("PLAUSIBLE_rules_level" in ids(breaches)) is wrong


@pytest.mark.parametrize(("amount", "wrong"), [(9_999, False), (10_000, True), (None, False)])
def test_fees_of_a_town_in_yuan(amount, wrong):
    cells = zeros(t2__administrative_fees__amount_wan_yuan=amount)
    assert bool(check_plausible(cells, NEW, "town")) is wrong


@pytest.mark.parametrize(("valid", "wrong"), [(2, True), (3, False), (None, False)])
def test_what_was_made_and_not_repealed_is_in_force(valid, wrong):
    cells = zeros(t2__normative_documents__made=3, t2__normative_documents__valid=valid)
    assert ids(check_plausible(cells, NEW, "city")) == (["PLAUSIBLE_normative_documents"] if wrong else [])


def test_blanks_are_named_counted_or_all():
    assert ids(check_blanks(zeros(t3__total__partial=None), NEW)) == ["T3_missing_cell"]
    several = zeros() | dict.fromkeys(NEW.table3_paths[:6])
    breach = check_blanks(several, NEW)[0]
    assert (breach.id, breach.left) == ("T3_blank_cells", 6) and "等" in breach.message
    two = check_blanks(zeros() | dict.fromkeys(NEW.table3_paths[:2]), NEW)[0]
    assert "等" not in two.message
    assert ids(check_blanks(empty_report(NEW), NEW)) == ["ALL_CELLS_BLANK"]
    assert check_blanks(empty_report(NEW), NEW, unread=NEW.paths) == []


# law: annual_report.narrative
@pytest.mark.parametrize(
    ("row", "said", "fits"),
    [
        ("new_received", 5, True),
        ("new_received", 7, True),
        ("new_received", 6, False),
        ("granted_plus_partial", 3, True),
        ("unavailable", 4, True),
        ("litigation", 3, True),
        ("litigation", 1, False),
        ("normative_documents", 8, True),
    ],
)
def test_the_text_against_the_tables(row, said, fits):
    cells = zeros(
        t3__total__new_received=5,
        t3__total__carried_in=2,
        t3__total__granted=1,
        t3__total__partial=2,
        t3__total__unavailable_not_held=4,
        t4__litigation_direct__total=1,
        t4__litigation_after_review__total=2,
        t2__normative_documents__made=8,
    )
    breach = check_narrative(row, said, cells)
    assert (breach is None) is fits
    if breach:
        assert breach.id == f"NARRATIVE_{row}" and str(said) in breach.message


def test_the_text_is_not_held_against_a_blank():
    assert check_narrative("granted", 3, zeros(t3__total__granted=None)) is None
    assert check_narrative("granted", 3, {}) is None


# law: annual_report.fee_mention
@pytest.mark.parametrize(
    ("text", "year", "missing"),
    [
        ("无", 2022, True),
        ("未收取信息处理费。", 2022, False),
        ("本年没有收费。", 2022, False),
        ("无", 2020, False),
    ],
)
def test_fees_belong_into_the_sixth_part(text, year, missing):
    assert (check_fee_mention(text, year) is not None) is missing


def test_sums_and_checks_agree_on_random_provinces():
    rng = random.Random(4)
    children = [{path: rng.randint(0, 9) for path in NEW.paths} for _ in range(5)]
    parent = add_up(children, NEW)
    assert verify_members(parent, children, NEW) == []
    assert all(parent[path] == sum(child[path] for child in children) for path in NEW.paths)
