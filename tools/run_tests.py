"""`script/test`: the suite on SQLite, then on a real PostgreSQL server.

With arguments, one pytest run on the database of the environment. MINGBAI_REQUIRE=postgresql,chromium makes absence
of either a failure instead of a skip.
"""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tools import postgres

PYTEST = [sys.executable, "-m", "pytest"]
# Files in the order of `conftest.LONGEST`, not those with many tests first: few tests may be long.
WORKERS = ["-n", str(max(2, os.cpu_count() or 2)), "--dist", "loadfile", "--no-loadscope-reorder"]


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
    "mingbai/core/tests/test_config.py",
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
    "tests/test_misfit_weights.py",
    "tests/test_nginx.py",
    "tests/test_report_cli.py",
    "tests/test_single_commands.py",
    "tests/test_unscoped_users.py",
)
PURE = [f"--ignore={path}" for path in _WITHOUT_DATABASE]


def _journeys(on_postgresql: str | None) -> int:
    """All on SQLite, and one more on PostgreSQL if there is one. Each group's output comes in one piece when it ends;
    the first exit code that is not 0."""

    def run(group: tuple[list[str], str | None]) -> int:
        paths, url = group
        done = _pytest([*paths, "-m", "browser"], url, apart=True)
        print(done.stdout, end="", flush=True)
        return done.returncode

    groups: list[tuple[list[str], str | None]] = [(paths, None) for paths in JOURNEYS]
    if on_postgresql:
        groups.append((JOURNEYS[-1], on_postgresql))
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return next(filter(None, list(pool.map(run, groups))), 0)


def _everything() -> int:
    print("== SQLite ==", flush=True)
    if failed := _pytest([*WORKERS, "-m", "not browser"]).returncode:
        return failed
    try:
        with postgres.running() as url:
            if failed := _journeys(url):
                return failed
            print("== PostgreSQL ==", flush=True)
            return _pytest([*WORKERS, "-m", "not browser and not sqlite_only", *PURE], url).returncode
    except postgres.NoPostgres as missing:
        print(f"跳过 PostgreSQL 测试：{missing}", flush=True)
        return _journeys(None) or (1 if "postgresql" in required() else 0)


def main(arguments: list[str]) -> int:
    if arguments:
        return _pytest(arguments).returncode
    if "chromium" in required() and not shutil.which("chromium"):
        print("缺少 Chromium：apt-get install chromium")
        return 3
    return _everything()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
