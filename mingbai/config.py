"""Settings from the environment. Every name begins with MINGBAI_; a wrong or unknown one stops the start."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

PREFIX = "MINGBAI_"
SHORTEST_KEY = 32
WRONG_DATABASE = "DATABASE_URL 应写成 postgresql://用户:密码@主机:端口/库名；不设则使用 SQLite。"
KNOWN = {
    "DATA",
    "DATABASE_URL",
    "DEBUG",
    "HOSTS",
    "BASE_URL",
    "TODAY",
    "DEMO",
    "DEMO_PUBLIC",
    "HASH",
    "MFA",
    "SESSION_MINUTES",
    "UPLOAD_MB",
    "QUARANTINE_DAYS",
    "PAGE_STORE",
    "PROXY",
    "SECRET_KEY_FILE",
    "REQUIRE",
    "STRICT_RULES",
    "VENV",
    "SECURE",
}


class WrongSetting(Exception):
    """A setting that cannot be used; the message says which and what would do."""


@dataclass(frozen=True)
class Config:
    data: Path
    database: dict[str, object]
    debug: bool
    hosts: tuple[str, ...]
    base_url: str
    today: date | None
    demo: bool
    demo_public: bool
    hash_algorithm: str
    mfa: str
    session_minutes: int
    upload_mb: int
    quarantine_days: int
    page_store: bool
    proxy: bool
    secure: bool
    secret_key: str


def _flag(values: Mapping[str, str], name: str, default: bool) -> bool:
    raw = values.get(name)
    if raw is None:
        return default
    if raw not in {"0", "1"}:
        raise WrongSetting(f"{PREFIX}{name} 只能是 0 或 1，现在是「{raw}」。")
    return raw == "1"


def _number(values: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    raw = values.get(name, str(default))
    if not raw.isdecimal() or not low <= int(raw) <= high:
        raise WrongSetting(f"{PREFIX}{name} 应是 {low} 到 {high} 之间的整数，现在是「{raw}」。")
    return int(raw)


def _choice(values: Mapping[str, str], name: str, allowed: tuple[str, ...]) -> str:
    raw = values.get(name, allowed[0])
    if raw not in allowed:
        raise WrongSetting(f"{PREFIX}{name} 应是 {'、'.join(allowed)} 之一，现在是「{raw}」。")
    return raw


def database_from_url(url: str | None, data: Path) -> dict[str, object]:
    """A Django DATABASES entry: SQLite in the data folder, or PostgreSQL from postgresql://user:password@host:port/name."""
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(data / "mingbai.sqlite3"),
            # opening a connection and setting it up costs as much as three questions
            "CONN_MAX_AGE": 60,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
                # recursive_triggers: without it INSERT OR REPLACE rewrites rows past the DELETE trigger
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON; "
                "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;",
            },
        }
    return _postgresql(url)


def _postgresql(url: str) -> dict[str, object]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:  # no number, or beyond 65535; or brackets that do not close
        raise WrongSetting(WRONG_DATABASE) from error
    if parts.scheme not in {"postgres", "postgresql"} or len(parts.path) < 2:
        raise WrongSetting(WRONG_DATABASE)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": port or "",
        # such as sslmode=require
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _existing_key(path: Path) -> str:
    key = path.read_text(encoding="ascii").strip()
    if len(key) < SHORTEST_KEY:
        raise WrongSetting(
            f"密钥文件 {path} 是空的或太短。恢复原来的密钥文件；确认不要旧会话时可删去它重新生成。"
        )
    return key


def _secret_key(values: Mapping[str, str], data: Path) -> str:
    path = Path(values.get("SECRET_KEY_FILE") or data / "secret.key")
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_key(path)
        return _existing_key(path)
    except (OSError, UnicodeDecodeError) as error:
        raise WrongSetting(
            f"密钥文件 {path} 读不出或写不了（{error}）。请检查目录权限和文件内容。"
        ) from error


def _write_key(path: Path) -> None:
    """For the owner alone, and whole from the first moment: web and worker may start together, the first one wins."""
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    try:
        os.link(partial, path)
    except FileExistsError:
        pass
    finally:
        partial.unlink()


def _hosts(values: Mapping[str, str]) -> tuple[str, ...]:
    told = values.get("HOSTS", "localhost,127.0.0.1,[::1]")
    hosts = tuple(host.strip() for host in told.split(",") if host.strip())
    wrong = next((host for host in hosts if "/" in host or " " in host), None)
    if not hosts or wrong:
        raise WrongSetting(
            f"{PREFIX}HOSTS 应是用逗号分开的域名，如 www.example.gov.cn，不带 http://，现在是「{told}」。"
        )
    return hosts


def _base_url(values: Mapping[str, str]) -> str:
    told = values.get("BASE_URL", "").rstrip("/")
    if told and (urlsplit(told).scheme not in {"http", "https"} or not urlsplit(told).netloc):
        raise WrongSetting(f"{PREFIX}BASE_URL 应写成 https://www.example.gov.cn，现在是「{told}」。")
    return told


def _today(values: Mapping[str, str], demo: bool) -> date | None:
    raw = values.get("TODAY")
    if not raw:
        return None
    if not demo:  # dates of publication are evidence: a real installation never stands still
        raise WrongSetting(f"{PREFIX}TODAY 只用于演示县。正式使用请去掉这个设置。")
    try:
        return date.fromisoformat(raw)
    except ValueError as error:
        raise WrongSetting(f"{PREFIX}TODAY 应写成 2026-11-23 这样的日期，现在是「{raw}」。") from error


def read(environ: Mapping[str, str]) -> Config:
    """The configuration that the environment describes, or `WrongSetting`."""
    values = {name.removeprefix(PREFIX): value for name, value in environ.items() if name.startswith(PREFIX)}
    unknown = sorted(set(values) - KNOWN)
    if unknown:
        raise WrongSetting(
            f"没有 {PREFIX}{unknown[0]} 这个设置。可用的有：{'、'.join(sorted(PREFIX + name for name in KNOWN))}。"
        )
    data = Path(values.get("DATA") or "var").resolve()
    demo = _flag(values, "DEMO", False)
    return Config(
        data=data,
        database=database_from_url(values.get("DATABASE_URL") or environ.get("DATABASE_URL"), data),
        debug=_flag(values, "DEBUG", False),
        hosts=_hosts(values),
        base_url=_base_url(values),
        today=_today(values, demo),
        demo=demo,
        demo_public=_flag(values, "DEMO_PUBLIC", False),
        hash_algorithm=_choice(values, "HASH", ("sha256", "sm3")),
        mfa=_choice(values, "MFA", ("approvers", "all", "off")),
        session_minutes=_number(values, "SESSION_MINUTES", 30, 5, 24 * 60),
        upload_mb=_number(values, "UPLOAD_MB", 50, 1, 2048),
        quarantine_days=_number(values, "QUARANTINE_DAYS", 30, 1, 365),
        page_store=_flag(values, "PAGE_STORE", True),
        proxy=_flag(values, "PROXY", False),
        secure=_flag(values, "SECURE", False),
        secret_key=_secret_key(values, data),
    )
