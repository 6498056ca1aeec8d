"""`script/test`: the suite on SQLite, then on a real PostgreSQL server.

With arguments, one pytest run on the database of the environment. MINGBAI_REQUIRE=postgresql,chromium makes absence
of either a failure instead of a skip.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from tools import postgres

PYTEST = [sys.executable, "-m", "pytest"]
WORKERS = ["-n", str(max(2, os.cpu_count() or 2)), "--dist", "loadfile"]


def required() -> set[str]:
    return set(filter(None, os.environ.get("MINGBAI_REQUIRE", "").split(",")))


def _pytest(
    arguments: list[str], database_url: str | None = None, *, apart: bool = False
) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ)
    if database_url:
        environment["MINGBAI_DATABASE_URL"] = database_url
    return subprocess.run(
        [*PYTEST, *arguments],
        env=environment,
        check=False,
        text=True,
        stdout=subprocess.PIPE if apart else None,
        stderr=subprocess.STDOUT if apart else None,
    )


# Chromium's driver keeps an event loop in its process, in which Django refuses the database to everybody else;
# so each group of journeys has a process of its own. Two groups at a time, the longest first.
JOURNEYS = (
    ["tests/journeys/test_accessibility.py"],
    ["tests/journeys", "--ignore=tests/journeys/test_accessibility.py"],
    ["mingbai/portal/tests/test_browser.py"],
    ["mingbai/disclosure/tests/test_browser.py"],
)
AT_A_TIME = 2
# What has no database in it is the same on both, and runs once.
_WITHOUT_DATABASE = (
    "mingbai/law",
    "mingbai/text",
    "mingbai/core/tests/test_logs.py",
    "mingbai/core/tests/test_sanitiser.py",
    "mingbai/core/tests/test_typesetting.py",
    "mingbai/demo/tests/test_patterns.py",
    "mingbai/disclosure/tests/test_comparing.py",
    "mingbai/disclosure/tests/test_word_fill.py",
    "mingbai/journal/tests/test_verbs.py",
    "mingbai/proofreading/tests/test_mending.py",
    "tests/test_bytecode.py",
    "tests/test_check_cli.py",
    "tests/test_check_kept.py",
    "tests/test_every_verb.py",
    "tests/test_law_cli.py",
    "tests/test_law_map.py",
    "tests/test_report_cli.py",
    "tests/test_single_commands.py",
)
PURE = [f"--ignore={path}" for path in _WITHOUT_DATABASE]


def _journeys(groups: Iterable[list[str]], database_url: str | None = None) -> int:
    """Each group's output comes in one piece when it ends; the first exit code that is not 0."""

    def run(paths: list[str]) -> int:
        done = _pytest([*paths, "-m", "browser"], database_url, apart=True)
        print(done.stdout, end="", flush=True)
        return done.returncode

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return next(filter(None, list(pool.map(run, groups))), 0)


def _on_sqlite() -> int:
    print("== SQLite ==", flush=True)
    return _pytest([*WORKERS, "-m", "not browser"]).returncode or _journeys(JOURNEYS)


def _on_postgresql() -> int:
    try:
        with postgres.running() as url:
            print("== PostgreSQL ==", flush=True)
            # one journey first, so that the long run's closing line is the last
            return (
                _journeys(JOURNEYS[-1:], url)
                or _pytest([*WORKERS, "-m", "not browser and not sqlite_only", *PURE], url).returncode
            )
    except postgres.NoPostgres as missing:
        print(f"跳过 PostgreSQL 测试：{missing}", flush=True)
        return 1 if "postgresql" in required() else 0


def main(arguments: list[str]) -> int:
    if arguments:
        return _pytest(arguments).returncode
    if "chromium" in required() and not shutil.which("chromium"):
        print("缺少 Chromium：apt-get install chromium")
        return 3
    return _on_sqlite() or _on_postgresql()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
