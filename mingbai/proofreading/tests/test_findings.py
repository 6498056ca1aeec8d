"""Findings are kept masked, decisions outlive the next check, the final reviewer alone lets an error stand."""

from dataclasses import replace
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.loader import MigrationLoader

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import Unit
from mingbai.accounts.roles import Role
from mingbai.core.errors import BadInput, NotAllowed
from mingbai.proofreading.checking import check_text
from mingbai.proofreading.models import Decision, FindingRecord
from mingbai.proofreading.selectors import doubts_of, rule_statistics
from mingbai.proofreading.services import (
    Item,
    Subject,
    blocking_findings,
    decide_finding,
    overrule_findings,
    replace_findings,
)
from mingbai.text.model import Finding

TEXT = "20xx年，联系人身份证号 11010519491231002X，请核对。"
SUBJECT, ITEM = Subject("draft", 5), Item("disclosure", 5, "标题")


def finding(
    start: int, end: int, severity: str = "error", category: str = "template_placeholder", text: str = TEXT
) -> Finding:
    return Finding(
        start=start, end=end, rule=f"{category}.test", category=category, severity=severity,
        quote=text[start:end], message="请核对。", suggestion="改",
    )  # fmt: skip


@pytest.fixture
def town(db) -> Unit:
    return make_unit("青山镇", "town")


@pytest.fixture
def editor(town: Unit) -> Actor:
    return acting(make_person("林知夏", (town, Role.EDITOR)))


@pytest.fixture
def final(town: Unit) -> Actor:
    return acting(make_person("钟立言", (town, Role.FINAL_REVIEWER)))


def test_personal_data_is_kept_by_its_last_four_characters_only(town: Unit):
    start = TEXT.index("1101")
    replace_findings(town, SUBJECT, [finding(start, start + 18, category="personal_data")], TEXT)
    assert FindingRecord.objects.of(unit=town).get().quote == "…002X"


def test_the_engine_finds_the_number_and_no_row_holds_it(town: Unit):
    found = check_text(TEXT)
    assert any(one.category == "personal_data" for one in found)
    replace_findings(town, SUBJECT, found, TEXT)
    for row in FindingRecord.objects.of(unit=town):
        assert "11010519491231002X" not in f"{row.quote}{row.message}{row.suggestion}{row.related}"


def test_a_new_check_replaces_the_old_and_decisions_stay(town: Unit, editor: Actor):
    warning = finding(0, 4, "warning")
    replace_findings(town, SUBJECT, [warning], TEXT)
    row = FindingRecord.objects.of(unit=town).get()
    decide_finding(editor, finding=row, item=ITEM, verdict="ignore", reason="模板示例")
    longer = f"{TEXT}后面又加了一段。"
    replace_findings(town, SUBJECT, [finding(0, 4, "warning", text=longer)], longer)
    (doubt,) = doubts_of(SUBJECT, ITEM)
    assert doubt.is_settled and doubt.decision.reason == "模板示例"


@pytest.mark.parametrize(
    ("decided", "found", "settled"),
    [
        ("info", "info", True),
        ("info", "warning", False),
        ("info", "error", False),
        ("warning", "info", True),
        ("warning", "warning", True),
        ("warning", "error", False),
    ],
)
def test_who_lets_a_hint_stand_has_not_let_an_error_stand(
    town: Unit, editor: Actor, decided: str, found: str, settled: bool
):
    """A rule that earned its severity since, or a county's list that says more of it: somebody looks again."""
    replace_findings(town, SUBJECT, [finding(0, 4, decided)], TEXT)
    row = FindingRecord.objects.of(unit=town).get()
    decide_finding(editor, finding=row, item=ITEM, verdict="ignore", reason="模板示例")
    replace_findings(town, SUBJECT, [finding(0, 4, found)], TEXT)
    (doubt,) = doubts_of(SUBJECT, ITEM)
    assert (doubt.is_settled, doubt.is_reopened) == (settled, not settled)
    assert bool(blocking_findings(SUBJECT, ITEM)) == (found == "error")


def test_an_error_that_was_let_stand_as_an_error_stops_nothing(town: Unit, final: Actor):
    replace_findings(town, SUBJECT, [finding(0, 4)], TEXT)
    overrule_findings(final, findings=blocking_findings(SUBJECT, ITEM), item=ITEM, reason="范本原文如此")
    replace_findings(town, SUBJECT, [finding(0, 4)], TEXT)
    assert not blocking_findings(SUBJECT, ITEM) and doubts_of(SUBJECT, ITEM)[0].is_settled


def test_decisions_from_before_are_as_grave_as_what_they_were_about(town: Unit, editor: Actor, final: Actor):
    found = [finding(0, 4, "info"), finding(6, 9, "warning"), finding(10, 12), finding(13, 15, "info")]
    replace_findings(town, SUBJECT, found, TEXT)
    hint, warning, error, gone = FindingRecord.objects.of(unit=town)
    for row in (hint, warning, gone):
        decide_finding(editor, finding=row, item=ITEM, verdict="ignore", reason="无误")
    overrule_findings(final, findings=[error], item=ITEM, reason="无误")
    gone.delete()
    Decision.objects.of(unit=town).update(severity="warning")
    decided_on = import_module("mingbai.proofreading.migrations.0003_decided_on")
    then = MigrationLoader(connection).project_state([("proofreading", "0003_decided_on")]).apps
    decided_on.as_grave_as_found(then, SimpleNamespace(connection=connection))
    known = dict(Decision.objects.of(unit=town).values_list("fingerprint", "severity"))
    assert [known[row.fingerprint] for row in (hint, warning, error, gone)] == [
        "info",
        "warning",
        "error",
        "warning",
    ]


def test_weak_doubts_come_last(town: Unit):
    weak = replace(finding(0, 4, "info"), weak=True)
    replace_findings(town, SUBJECT, [weak, finding(5, 9, "info"), finding(10, 12)], TEXT)
    assert [(doubt.finding.weak, doubt.finding.start) for doubt in doubts_of(SUBJECT, ITEM)] == [
        (False, 10),
        (False, 5),
        (True, 0),
    ]


def test_the_same_words_elsewhere_are_another_doubt(town: Unit, editor: Actor):
    replace_findings(town, SUBJECT, [finding(0, 4, "warning")], TEXT)
    decide_finding(
        editor, finding=FindingRecord.objects.of(unit=town).get(), item=ITEM, verdict="ignore", reason="x"
    )
    other = "全文完。到20xx年底实现目标。"
    replace_findings(town, SUBJECT, [finding(5, 9, "warning", text=other)], other)
    assert not doubts_of(SUBJECT, ITEM)[0].is_settled


def test_an_error_is_let_stand_by_the_final_reviewer_only(town: Unit, editor: Actor, final: Actor):
    replace_findings(town, SUBJECT, [finding(0, 4)], TEXT)
    row = FindingRecord.objects.of(unit=town).get()
    with pytest.raises(NotAllowed):
        decide_finding(editor, finding=row, item=ITEM, verdict="ignore", reason="没事")
    assert blocking_findings(SUBJECT, ITEM) == [row]
    overrule_findings(final, findings=[row], item=ITEM, reason="原文如此")
    assert blocking_findings(SUBJECT, ITEM) == []


def test_mended_is_settled_only_by_the_next_check(town: Unit, editor: Actor):
    replace_findings(town, SUBJECT, [finding(0, 4)], TEXT)
    row = FindingRecord.objects.of(unit=town).get()
    decide_finding(editor, finding=row, item=ITEM, verdict="mend")
    assert blocking_findings(SUBJECT, ITEM) == [row]
    replace_findings(town, SUBJECT, [], "2025年，请核对。")
    assert blocking_findings(SUBJECT, ITEM) == []


@pytest.mark.parametrize(
    ("verdict", "reason", "words"), [("nonsense", "", "没有这种"), ("ignore", " ", "理由")]
)
def test_a_decision_needs_a_known_verdict_and_a_reason(
    town: Unit, editor: Actor, verdict: str, reason: str, words: str
):
    replace_findings(town, SUBJECT, [finding(0, 4, "warning")], TEXT)
    with pytest.raises(BadInput, match=words):
        decide_finding(
            editor,
            finding=FindingRecord.objects.of(unit=town).get(),
            item=ITEM,
            verdict=verdict,
            reason=reason,
        )


def test_the_database_wants_a_reason_too(town: Unit, editor: Actor):
    replace_findings(town, SUBJECT, [finding(0, 4, "warning")], TEXT)
    decide_finding(
        editor, finding=FindingRecord.objects.of(unit=town).get(), item=ITEM, verdict="ignore", reason="x"
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.of(unit=town).update(reason="")


def test_statistics_count_what_people_called_no_error(town: Unit, editor: Actor):
    texts = [finding(0, 4, "warning"), finding(7, 10, "warning")]
    replace_findings(town, SUBJECT, texts, TEXT)
    first = FindingRecord.objects.of(unit=town).order_by("start")[0]
    decide_finding(editor, finding=first, item=ITEM, verdict="ignore", reason="x")
    (figures,) = rule_statistics(editor.scope("proofread"))
    assert (figures.found, figures.decided, figures.ignored, figures.false_percent) == (2, 1, 1, 100)
    stranger = acting(make_person("外人", (make_unit("白石镇", "town"), Role.EDITOR)))
    assert rule_statistics(stranger.scope("proofread")) == []


def test_a_decision_outlives_that_its_rule_is_parted(town: Unit, editor: Actor) -> None:
    whole = replace(finding(0, 5, "info"), rule="typo.adverb_verb")
    replace_findings(town, SUBJECT, [whole], TEXT)
    record = FindingRecord.objects.of(unit=town).get()
    decide_finding(editor, finding=record, item=ITEM, verdict="ignore", reason="本地说法")
    replace_findings(town, SUBJECT, [replace(whole, rule="typo.two_adverbs")], TEXT)
    assert [doubt.is_settled for doubt in doubts_of(SUBJECT, ITEM, TEXT)] == [True]
