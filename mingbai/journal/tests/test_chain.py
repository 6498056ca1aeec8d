"""The journal cannot be changed, and a change made past the database is found."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError

from mingbai.accounts.actors import SYSTEM
from mingbai.core import clock, triggers
from mingbai.journal import sealing
from mingbai.journal.models import Act, Seal
from mingbai.journal.sealing import GENESIS, SLICE, seal_all, verify
from mingbai.journal.services import Entry, record, record_many

pytestmark = pytest.mark.django_db


def write(number: int) -> None:
    record_many(SYSTEM, [Entry("open_unit", ("unit", place, f"第{place}个")) for place in range(number)])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_act SET reason = 'x'",
        "DELETE FROM journal_act",
        "UPDATE journal_seal SET digest = 'x'",
        "DELETE FROM journal_seal",
        "UPDATE accounts_sign_in SET outcome = 'in'",
        "DELETE FROM accounts_sign_in",
    ],
)
def test_the_database_refuses_to_rewrite(statement: str) -> None:
    from mingbai.accounts.models import SignIn

    write(1)
    seal_all()
    SignIn.objects.create(at=clock.now(), username="x", outcome="failed")
    with (
        pytest.raises((IntegrityError, DatabaseError), match="只能追加"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="INSERT OR REPLACE is SQLite's")
def test_replacing_a_row_is_refused_too() -> None:
    write(1)
    row = Act.objects.get()
    with pytest.raises(IntegrityError, match="只能追加"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"INSERT OR REPLACE INTO journal_act SELECT * FROM journal_act WHERE id = {row.pk}")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="TRUNCATE is PostgreSQL's")
def test_truncating_is_refused_too() -> None:
    write(1)
    with pytest.raises(DatabaseError, match="只能追加"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE journal_act CASCADE")


def test_every_declared_trigger_is_there() -> None:
    assert triggers.missing() == []


def test_a_missing_trigger_is_noticed() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        suffix = " ON journal_act" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER journal_act_no_update{suffix}")
        assert triggers.missing() == ["journal_act_no_update"]
        triggers.install()
        assert triggers.missing() == []


def test_a_trigger_that_was_made_harmless_is_noticed() -> None:
    """Under its own name, but refusing nothing."""
    made = (
        "CREATE OR REPLACE FUNCTION journal_act_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$"
        if connection.vendor == "postgresql"
        else "CREATE TRIGGER journal_act_no_update BEFORE UPDATE ON journal_act WHEN 0 BEGIN SELECT 1; END"
    )
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER journal_act_no_update")
        cursor.execute(made)
        assert "journal_act_no_update" in triggers.missing()
        triggers.install()
        assert triggers.missing() == []


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL keeps what is no time out of the column"
)
def test_an_act_that_cannot_even_be_read_is_the_broken_one() -> None:
    write(4)
    seal_all()
    third = Act.objects.order_by("pk").values_list("pk", flat=True)[2]
    triggers.remove()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE journal_act SET at = 'yesterday' WHERE id = %s", [third])
    triggers.install()
    found = verify()
    assert found.broken and (found.links, found.broken.position, found.broken.act_id) == (2, 3, third)
    assert "读不出来" in found.broken.message


@pytest.mark.parametrize("number", [0, 1, SLICE, SLICE + 1])
def test_sealing_chains_everything_once(number: int) -> None:
    write(number)
    seal_all()
    seal_all()
    result = verify()
    assert (result.links, result.unsealed, result.broken) == (number, 0, None)
    assert result.head == (Seal.objects.order_by("-position").first().digest if number else GENESIS)


STRANGE = '”"\\/\n\r\t\b\f\x1f\x7f\u2028\u2029\ufeff😀<&>{}%s'


@pytest.mark.parametrize("algorithm", ["sha256", "sm3"])
@pytest.mark.parametrize(
    ("entry", "second"),
    [
        (Entry("open_unit", ("unit", 1, STRANGE), (None, ""), STRANGE, "", STRANGE), 0.0),
        (Entry("open_unit", ("unit", STRANGE[:20], ""), (2**53 + 1, STRANGE), personal_data=True), 0.000001),
        (Entry("open_unit", ("unit", 1, ""), detail={"z": 1, "a": [1.5, -0.0, 1e300, None, True, {STRANGE: STRANGE}]}), 0.999999),
        (Entry("open_unit", ("unit", 1, ""), detail={"很大": 2**70, "": {}}), 0.5),
    ],
)  # fmt: skip
def test_the_sealer_spells_every_act_as_the_definition_does(
    entry: Entry, second: float, algorithm: str, settings: Any
) -> None:
    settings.CONFIG = replace(settings.CONFIG, hash_algorithm=algorithm)
    for number in range(2):
        at = datetime(2026, 1, 1, tzinfo=clock.CHINA) + timedelta(days=number, seconds=second)
        record(SYSTEM, entry, at=at)
    seal_all()
    result = verify()
    assert (result.links, result.broken) == (2, None)
    assert set(Seal.objects.values_list("algorithm", flat=True)) == {algorithm}


def change_past_the_triggers(statement: str) -> None:
    triggers.remove()
    with connection.cursor() as cursor:
        cursor.execute(statement)
    triggers.install()


@pytest.mark.parametrize(
    ("statement", "position", "words"),
    [
        (
            "UPDATE journal_act SET reason = '改过' WHERE id = (SELECT act_id FROM journal_seal WHERE position = 3)",
            3,
            "内容与摘要不符",
        ),
        (
            "UPDATE journal_act SET actor_id = 99 WHERE id = (SELECT act_id FROM journal_seal WHERE position = 1)",
            1,
            "内容与摘要不符",
        ),
        ("DELETE FROM journal_seal WHERE position = 2", 2, "缺少第 2 条"),
        ("UPDATE journal_seal SET previous = digest WHERE position = 4", 4, "接不上前一条"),
    ],
)
def test_the_first_broken_link_is_named(statement: str, position: int, words: str) -> None:
    write(5)
    seal_all()
    change_past_the_triggers(statement)
    broken = verify().broken
    assert broken is not None
    assert broken.position == position
    assert words in broken.message


def test_a_cut_tail_is_found_by_a_digest_kept_elsewhere() -> None:
    write(4)
    seal_all()
    kept = verify().head
    write(2)
    seal_all()
    assert verify(kept).broken is None
    change_past_the_triggers("DELETE FROM journal_seal WHERE position > 3")
    assert verify().broken is None
    assert verify(kept).broken is not None


def test_both_algorithms_make_a_chain_and_may_follow_each_other(settings) -> None:
    from dataclasses import replace

    write(2)
    seal_all()
    settings.CONFIG = replace(settings.CONFIG, hash_algorithm="sm3")
    write(2)
    seal_all()
    assert (
        list(Seal.objects.order_by("position").values_list("algorithm", flat=True))
        == ["sha256"] * 2 + ["sm3"] * 2
    )
    assert verify().broken is None


def test_an_act_keeps_who_where_what_and_why() -> None:
    at = clock.now() - timedelta(minutes=1)
    entry = Entry(
        "withdraw",
        ("disclosure", 7, "标题" * 200),
        unit=(3, "甲镇"),
        before="a",
        after="b",
        reason="涉及隐私",
        personal_data=True,
    )
    act = record(SYSTEM, entry, at=at)
    act.refresh_from_db()
    assert (act.actor_label, act.unit_label, act.object_id, act.reason) == ("系统", "甲镇", "7", "涉及隐私")
    assert len(act.object_label) == 300
    assert act.at == at


def test_an_act_committed_late_with_a_low_id_is_sealed_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "RECENT", 10)
    write(1)
    early = Act.objects.get()
    fields = {name: getattr(early, name) for name in sealing.FIELDS if name != "id"}
    Act.objects.create(pk=early.pk + 100, **fields)
    sealing.seal_recent()
    Act.objects.create(pk=early.pk + 50, **fields)
    sealing.seal_recent()
    assert verify().unsealed == 1
    seal_all()
    assert verify().unsealed == 0
    assert verify().broken is None
