"""Backup and restoration on PostgreSQL with the rights of an ordinary owner, which is what a county's IT gives."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.databases import fresh_database

SERVER = os.environ.get("MINGBAI_DATABASE_URL")
pytestmark = pytest.mark.skipif(not SERVER, reason="about PostgreSQL itself")
BACK_UP_AS_OLD = (
    "import sys; from pathlib import Path; from mingbai.cli import installation; installation.setup();"
    "from mingbai.core.backups import create_backup; print('内容摘要', create_backup(Path(sys.argv[1])).content)"
)
PERSON = (
    "INSERT INTO accounts_person (username, name, post, phone, password, is_active, is_demo, "
    "must_change_password, created_at) VALUES ('li', '李一', '', '', '', true, false, false, now())"
)


@pytest.fixture(scope="module")
def owner() -> Iterator[str]:
    name = f"mingbai_owner_{os.getpid()}"
    with psycopg.connect(SERVER or "", autocommit=True) as server:
        server.execute(f"CREATE ROLE {name} LOGIN NOSUPERUSER")
        try:
            yield name
        finally:
            server.execute(f"DROP ROLE {name}")


@pytest.fixture
def two(owner: str) -> Iterator[tuple[str, str]]:
    """Two empty databases of the owner's: one to back up, one to restore into."""
    with fresh_database(SERVER) as first, fresh_database(SERVER) as second:
        assert first and second
        for url in (first, second):
            with psycopg.connect(url, autocommit=True) as database:
                database.execute(f"ALTER DATABASE {urlsplit(url).path[1:]} OWNER TO {owner}")
        yield (_as(owner, first), _as(owner, second))


def _as(owner: str, url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=f"{owner}@{parts.hostname}:{parts.port}"))


def run(*arguments: str, url: str, data: Path) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MINGBAI_", "DJANGO"))}
    environment = kept | {"MINGBAI_DATABASE_URL": url, "MINGBAI_DATA": str(data)}
    done = subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def digest(output: str) -> str:
    return next(line.split()[-1] for line in output.splitlines() if "内容摘要" in line)


def test_restored_by_the_owner_of_the_tables_into_an_empty_database_and_over_another(
    two: tuple[str, str], tmp_path: Path
) -> None:
    here, there = two
    archive = str(tmp_path / "backup.zip")
    run("-m", "mingbai", "migrate", url=here, data=tmp_path / "here")
    with psycopg.connect(here, autocommit=True) as database:
        database.execute(PERSON)
        # an absence is loaded before the person that it points to
        database.execute(
            "INSERT INTO accounts_absence (person_id, starts_on, ends_on, reason, entered_at) "
            "SELECT id, '2026-11-23', '2026-11-24', '年休假', now() FROM accounts_person"
        )
    made = digest(run("-m", "mingbai", "backup", archive, url=here, data=tmp_path / "here"))
    told = run("-m", "mingbai", "restore", archive, url=there, data=tmp_path / "there")
    assert digest(told) == made
    again = run("-m", "mingbai", "restore", archive, "--replace", url=there, data=tmp_path / "there")
    assert digest(again) == made
    # what the database held is kept, not only what lay beside it
    assert list((tmp_path / "there").glob("before-restore-*/former.zip"))
    run("-m", "mingbai", "doctor", url=there, data=tmp_path / "there")


def test_a_backup_of_an_earlier_version_is_restored_and_then_upgraded(
    two: tuple[str, str], tmp_path: Path
) -> None:
    here, there = two
    archive, old = str(tmp_path / "backup.zip"), tmp_path / "old"
    run("-m", "mingbai", "django", "migrate", "accounts", "0004", "-v0", url=here, data=old)
    with psycopg.connect(here, autocommit=True) as database:
        database.execute(PERSON)
    made = digest(run("-c", BACK_UP_AS_OLD, archive, url=here, data=old))
    assert digest(run("-m", "mingbai", "restore", archive, url=there, data=tmp_path / "there")) == made
    with psycopg.connect(there) as database:
        assert database.execute("SELECT name FROM accounts_person").fetchall() == [("李一",)]
