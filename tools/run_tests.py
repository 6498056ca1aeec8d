"""`script/test`: the suite on SQLite, then on a real PostgreSQL server.

With arguments, one pytest run on the database of the environment. MINGBAI_REQUIRE=postgresql,chromium makes absence
of either a failure instead of a skip.
"""

import os
import shutil
import subprocess
import sys

from tools import postgres

PYTEST = [sys.executable, "-m", "pytest"]
WORKERS = ["-n", str(max(2, os.cpu_count() or 2)), "--dist", "loadfile"]


def required() -> set[str]:
    return set(filter(None, os.environ.get("MINGBAI_REQUIRE", "").split(",")))


def _pytest(arguments: list[str], database_url: str | None = None) -> int:
    environment = dict(os.environ)
    if database_url:
        environment["MINGBAI_DATABASE_URL"] = database_url
    return subprocess.run([*PYTEST, *arguments], env=environment, check=False).returncode


def _on_postgresql() -> int:
    try:
        with postgres.running() as url:
            print("== PostgreSQL ==", flush=True)
            return _pytest(
                [
                    *WORKERS,
                    "-m",
                    "not browser and not sqlite_only",
                    "--ignore=mingbai/law",
                    "--ignore=mingbai/text",
                ],
                url,
            )
    except postgres.NoPostgres as missing:
        print(f"跳过 PostgreSQL 测试：{missing}", flush=True)
        return 1 if "postgresql" in required() else 0


def main(arguments: list[str]) -> int:
    if arguments:
        return _pytest(arguments)
    if "chromium" in required() and not shutil.which("chromium"):
        print("缺少 Chromium：apt-get install chromium")
        return 3
    print("== SQLite ==", flush=True)
    sqlite = _pytest([*WORKERS])
    return sqlite or _on_postgresql()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
