"""Decisions from before get the gravity that the person saw; what cannot be told counts as a warning."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import Unit
from mingbai.accounts.roles import Role
from mingbai.core import clock
from mingbai.proofreading.models import Decision, FindingRecord

NAME = "0003_decided_on"
as_grave_as_found = import_module(f"mingbai.proofreading.migrations.{NAME}").as_grave_as_found


@pytest.fixture
def town(db) -> Unit:
    return make_unit("青山镇", "town")


@pytest.fixture
def editor(town: Unit) -> Actor:
    return acting(make_person("林知夏", (town, Role.EDITOR)))


def decided(editor: Actor, town: Unit, words: str, verdict: str = "ignore") -> Decision:
    return Decision.objects.of(unit=town).create(
        unit=town, item_type="disclosure", item_id=5, rule="typo.x", fingerprint=words,
        verdict=verdict, reason="本地说法", severity="warning", person_id=editor.person_id, at=clock.now(),
    )  # fmt: skip


def found(town: Unit, words: str, severity: str, *, hours: int, rule: str = "typo.x") -> None:
    FindingRecord.objects.of(unit=town).create(
        unit=town, subject_type="edition", subject_id=9, rule=rule, category="typo", severity=severity, start=0, end=2,
        quote="", message="", fingerprint=words, found_at=clock.now() + timedelta(hours=hours),
    )  # fmt: skip


def gravity_of(decision: Decision) -> str:
    then = MigrationExecutor(connection).loader.project_state(("proofreading", NAME))
    as_grave_as_found(then.apps, connection.schema_editor())
    return Decision.objects.of(pk=decision.pk).get().severity


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_what_the_person_saw(town: Unit, editor: Actor, severity: str):
    found(town, "words", severity, hours=-1)
    assert gravity_of(decided(editor, town, "words")) == severity


def test_the_final_reviewer_overruled_an_error(town: Unit, editor: Actor):
    assert gravity_of(decided(editor, town, "words", "overrule")) == "error"


def test_of_several_the_lightest(town: Unit, editor: Actor):
    for severity in ("error", "info", "warning"):
        found(town, "words", severity, hours=-1)
    assert gravity_of(decided(editor, town, "words")) == "info"


def test_nobody_saw_what_was_found_later_or_elsewhere(town: Unit, editor: Actor):
    found(town, "words", "info", hours=1)
    found(town, "other words", "info", hours=-1)
    found(town, "words", "info", hours=-1, rule="typo.other")
    found(make_unit("白石镇", "town"), "words", "info", hours=-1)
    assert gravity_of(decided(editor, town, "words")) == "warning"
