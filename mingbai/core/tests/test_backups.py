"""Backup and restoration through the command line, as IT would do it, on a folder of its own."""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.sqlite_only


def mingbai(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MINGBAI_", "DJANGO"))
    }
    command = [sys.executable, "-m", "mingbai", *arguments, "--data", str(data)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("county")
    done = mingbai("demo", "--no-items", "--today", "2026-11-23", data=data)
    assert done.returncode == 0, done.stderr
    return data


def content_digest(output: str) -> str:
    return next(line.split()[-1] for line in output.splitlines() if "内容摘要" in line)


def test_restoring_on_an_empty_machine_gives_the_same_content(county: Path, tmp_path: Path) -> None:
    archive = tmp_path / "backup.zip"
    made = mingbai("backup", str(archive), data=county)
    assert made.returncode == 0, made.stderr
    back = mingbai("restore", str(archive), data=tmp_path / "new")
    assert back.returncode == 0, back.stderr
    assert content_digest(back.stdout) == content_digest(made.stdout)
    assert mingbai("doctor", data=tmp_path / "new").returncode == 0


def test_a_backup_made_while_others_write_says_what_is_in_it(county: Path, tmp_path: Path) -> None:
    """The digest that is printed is of the copy, not of what the database holds by the time it is printed."""
    stop = threading.Event()

    def write() -> None:
        with closing(
            sqlite3.connect(county / "mingbai.sqlite3", timeout=30, isolation_level=None)
        ) as database:
            while not stop.wait(0.005):
                database.execute(
                    "INSERT INTO journal_notice (person_id, kind, text, link, dedupe, created_at) "
                    "VALUES (1, 'x', 'x', '', '', '2026-11-23')"
                )

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = mingbai("backup", str(tmp_path / "backup.zip"), data=county)
    finally:
        stop.set()
        writer.join()
    assert made.returncode == 0, made.stderr
    back = mingbai("restore", str(tmp_path / "backup.zip"), data=tmp_path / "new")
    assert (back.returncode, content_digest(back.stdout)) == (0, content_digest(made.stdout))


def test_files_of_a_folder_whose_database_is_gone_are_replaced_too(county: Path, tmp_path: Path) -> None:
    kept = county / "lists" / "mine.txt"
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("备份时的", encoding="utf-8")
    archive, data = tmp_path / "backup.zip", tmp_path / "left"
    mingbai("backup", str(archive), data=county)
    shutil.copytree(county, data)
    (data / "lists" / "mine.txt").write_text("后来的", encoding="utf-8")
    for file in data.glob("mingbai.sqlite3*"):
        file.unlink()
    assert mingbai("restore", str(archive), data=data).returncode == 0
    assert (data / "lists" / "mine.txt").read_text(encoding="utf-8") == "备份时的"
    assert not (data / "lists" / "lists").exists()
    [aside] = data.glob("before-restore-*/lists/mine.txt")
    assert aside.read_text(encoding="utf-8") == "后来的"


def test_a_damaged_database_is_named_and_can_be_restored(county: Path, tmp_path: Path) -> None:
    archive, data = tmp_path / "backup.zip", tmp_path / "damaged"
    mingbai("backup", str(archive), data=county)
    shutil.copytree(county, data)
    (data / "mingbai.sqlite3").write_bytes(b"this is no database " * 500)
    seen = mingbai("doctor", data=data)
    assert seen.returncode == 3 and "已损坏" in seen.stderr and "restore" in seen.stderr
    assert "--replace" in mingbai("restore", str(archive), data=data).stderr
    back = mingbai("restore", str(archive), "--replace", data=data)
    assert back.returncode == 0, back.stderr
    assert mingbai("doctor", data=data).returncode == 0
    assert list(data.glob("before-restore-*/mingbai.sqlite3"))


def test_an_unencrypted_backup_holds_no_key(county: Path, tmp_path: Path) -> None:
    archive = tmp_path / "backup.zip"
    mingbai("backup", str(archive), data=county)
    with zipfile.ZipFile(archive) as file:
        assert not [name for name in file.namelist() if name.endswith(".key")]
    assert archive.stat().st_mode & 0o077 == 0


def test_an_encrypted_backup_needs_its_passphrase(county: Path, tmp_path: Path) -> None:
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    right.write_text("松月镇的口令\n", encoding="utf-8")
    wrong.write_text("别的口令\n", encoding="utf-8")
    archive = tmp_path / "backup.bin"
    (county / "quarantine.key").write_bytes(b"k" * 32)
    (county / "quarantine.key").chmod(0o600)
    made = mingbai("backup", str(archive), "--passphrase-file", str(right), data=county)
    assert not zipfile.is_zipfile(archive)
    refused = mingbai("restore", str(archive), "--passphrase-file", str(wrong), data=tmp_path / "new")
    assert refused.returncode == 2
    assert "口令不对" in refused.stderr
    back = mingbai("restore", str(archive), "--passphrase-file", str(right), data=tmp_path / "new")
    assert back.returncode == 0, back.stderr
    assert content_digest(back.stdout) == content_digest(made.stdout)
    # the new folder had made a key of its own by then; without the old ones quarantined files stay shut
    for name in ("secret.key", "quarantine.key"):
        assert (tmp_path / "new" / name).read_bytes() == (county / name).read_bytes()
        assert (tmp_path / "new" / name).stat().st_mode & 0o077 == 0


def test_a_damaged_backup_changes_nothing(county: Path, tmp_path: Path) -> None:
    archive = tmp_path / "backup.zip"
    mingbai("backup", str(archive), data=county)
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 0xFF
    archive.write_bytes(content)
    refused = mingbai("restore", str(archive), "--replace", data=county)
    assert refused.returncode == 2
    assert "备份" in refused.stderr
    assert mingbai("doctor", data=county).returncode == 0


def test_content_is_not_overwritten_unasked(county: Path, tmp_path: Path) -> None:
    archive = tmp_path / "backup.zip"
    mingbai("backup", str(archive), data=county)
    refused = mingbai("restore", str(archive), data=county)
    assert refused.returncode == 2
    assert "--replace" in refused.stderr
    replaced = mingbai("restore", str(archive), "--replace", data=county)
    assert replaced.returncode == 0
    assert list(county.glob("before-restore-*/mingbai.sqlite3"))


@pytest.mark.parametrize("room", ["core", "a_room_that_is_not_built_yet"])
def test_a_database_from_the_future_is_refused(county: Path, tmp_path: Path, room: str) -> None:
    data = tmp_path / "future"
    shutil.copytree(county, data)
    with sqlite3.connect(data / "mingbai.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES (?, '9999_later', '2030-01-01')",
            (room,),
        )
    refused = mingbai("migrate", data=data)
    assert refused.returncode == 3
    assert "更新的版本" in refused.stderr


def test_a_backup_from_the_future_changes_nothing(county: Path, tmp_path: Path) -> None:
    import json

    archive, later = tmp_path / "backup.zip", tmp_path / "later.zip"
    mingbai("backup", str(archive), data=county)
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(later, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "manifest.json":
                told = json.loads(content)
                told["migrations"].append("core.9999_later")
                content = json.dumps(told).encode()
            new.writestr(name, content)
    refused = mingbai("restore", str(later), "--replace", data=county)
    assert refused.returncode == 2 and "更新的版本" in refused.stderr
    assert not list(county.glob("before-restore-*/core*")) and mingbai("doctor", data=county).returncode == 0


@pytest.mark.parametrize(
    "role", [("-m", "mingbai", "worker"), ("-c", "import mingbai.wsgi, time; time.sleep(600)")]
)
def test_nothing_is_restored_under_a_running_service(
    county: Path, tmp_path: Path, role: tuple[str, ...]
) -> None:
    archive = tmp_path / "backup.zip"
    mingbai("backup", str(archive), data=county)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MINGBAI_", "DJANGO"))}
    service = subprocess.Popen([sys.executable, *role], env={**kept, "MINGBAI_DATA": str(county)})
    try:
        for _ in range(600):
            if service.poll() is not None or _is_held(county):
                break
            time.sleep(0.1)
        # a backup may be made meanwhile, but not put back
        assert mingbai("backup", str(tmp_path / "meanwhile.zip"), data=county).returncode == 0
        refused = mingbai("restore", str(archive), "--replace", data=county)
        assert refused.returncode == 2 and "请先停下它们" in refused.stderr
    finally:
        service.kill()
        service.wait(20)
    assert mingbai("restore", str(archive), "--replace", data=county).returncode == 0


def _is_held(data: Path) -> bool:
    with (data / "in-use.lock").open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def test_doctor_sees_a_key_that_others_can_read(county: Path) -> None:
    key = county / "secret.key"
    assert "密钥文件：只有本服务能读" in mingbai("doctor", data=county).stdout
    key.chmod(0o644)
    try:
        done = mingbai("doctor", data=county)
    finally:
        key.chmod(0o600)
    assert done.returncode == 1
    assert "chmod 600" in done.stdout
