"""Settings from the environment: what is wrong is refused in words, before anything starts."""

from datetime import date
from pathlib import Path

import pytest

from mingbai import config


def read(tmp_path: Path, **told: str) -> config.Config:
    return config.read({"MINGBAI_DATA": str(tmp_path), "PATH": "/bin", **told})


def test_nothing_said_gives_a_safe_installation(tmp_path: Path) -> None:
    made = read(tmp_path)
    assert made.database["ENGINE"] == "django.db.backends.sqlite3"
    assert (made.debug, made.demo, made.mfa, made.session_minutes) == (False, False, "approvers", 30)
    assert made.hosts == ("localhost", "127.0.0.1", "[::1]")
    assert (made.today, made.base_url, made.hash_algorithm) == (None, "", "sha256")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("MINGBAI_DEBUG", "yes", "0 或 1"),
        ("MINGBAI_DEMO", "", "0 或 1"),
        ("MINGBAI_HASH", "md5", "sha256"),
        ("MINGBAI_MFA", "none", "approvers"),
        ("MINGBAI_SESSION_MINUTES", "4", "5 到 1440"),
        ("MINGBAI_SESSION_MINUTES", "1441", "5 到 1440"),
        ("MINGBAI_SESSION_MINUTES", "-5", "整数"),
        ("MINGBAI_UPLOAD_MB", "50MB", "整数"),
        ("MINGBAI_QUARANTINE_DAYS", "0", "1 到 365"),
        ("MINGBAI_TODAY", "2026-11-23", "只用于演示"),
        ("MINGBAI_HOSTS", " , ", "逗号"),
        ("MINGBAI_HOSTS", "https://www.example.gov.cn", "不带 http"),
        ("MINGBAI_BASE_URL", "www.example.gov.cn", "https://"),
        ("MINGBAI_PORT", "80", "没有 MINGBAI_PORT"),
        ("MINGBAI_DATABASE_URL", "mysql://a@b/c", "postgresql://"),
        ("MINGBAI_DATABASE_URL", "postgresql://a@b", "postgresql://"),
        ("MINGBAI_DATABASE_URL", "postgresql://a@b:port/c", "postgresql://"),
        ("MINGBAI_DATABASE_URL", "postgresql://a@b:70000/c", "postgresql://"),
        ("MINGBAI_DATABASE_URL", "postgresql://a@[::1/c", "postgresql://"),
    ],
)
def test_a_wrong_setting_is_refused(tmp_path: Path, name: str, value: str, said: str) -> None:
    with pytest.raises(config.WrongSetting) as refused:
        read(tmp_path, **{name: value})
    assert said in str(refused.value)


@pytest.mark.parametrize(("value", "minutes"), [("5", 5), ("1440", 1440)])
def test_the_edges_are_allowed(tmp_path: Path, value: str, minutes: int) -> None:
    assert read(tmp_path, MINGBAI_SESSION_MINUTES=value).session_minutes == minutes


@pytest.mark.parametrize("name", ["DATABASE_URL", "MINGBAI_DATABASE_URL"])
def test_postgresql_by_either_name(tmp_path: Path, name: str) -> None:
    url = "postgresql://county:p%40ss@db.example:6543/ming%20bai?sslmode=require"
    made = read(tmp_path, **{name: url}).database
    found = {key: made[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")}
    assert found == {
        "NAME": "ming bai",
        "USER": "county",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": 6543,
        "OPTIONS": {"sslmode": "require"},
    }


def test_our_own_name_wins(tmp_path: Path) -> None:
    made = read(tmp_path, DATABASE_URL="postgresql://a@b/other", MINGBAI_DATABASE_URL="postgresql://a@b/ours")
    assert made.database["NAME"] == "ours"


def test_a_demonstration_may_stand_still(tmp_path: Path) -> None:
    assert read(tmp_path, MINGBAI_DEMO="1", MINGBAI_TODAY="2026-11-23").today == date(2026, 11, 23)
    with pytest.raises(config.WrongSetting, match="2026-11-23 这样"):
        read(tmp_path, MINGBAI_DEMO="1", MINGBAI_TODAY="11月23日")


def test_the_key_is_written_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    first = read(tmp_path).secret_key
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600
    assert read(tmp_path).secret_key == first
    assert len(first) >= 60


@pytest.mark.parametrize("content", [b"", b"short", "密钥密钥密钥密钥密钥密钥密钥密钥".encode()])
def test_a_damaged_key_is_not_used(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "secret.key").write_bytes(content)
    with pytest.raises(config.WrongSetting, match="密钥文件"):
        read(tmp_path)


def test_a_key_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="ascii")
    with pytest.raises(config.WrongSetting, match="密钥文件"):
        read(tmp_path, MINGBAI_SECRET_KEY_FILE=str(tmp_path / "file" / "secret.key"))
