"""Mutation testing of mingbai.law: changes the code in thousands of small ways and counts the changes that a test notices.

    python -m venv /tmp/mutvenv && /tmp/mutvenv/bin/pip install mutmut pytest hypothesis
    /tmp/mutvenv/bin/python -m benchmarks.law_mutation [MODULE …] [--children N]

Works on a copy in a temporary folder; the repository is not touched. Prints killed, survived and timed-out mutants per
module and the survivors' names; `--show NAME` afterwards is `mutmut show NAME` inside the folder that is printed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LAW = ROOT / "mingbai/law"
SETUP = """[mutmut]
source_paths=
{paths}
pytest_add_cli_args_test_selection=
{tests}
also_copy=
    mingbai/__init__.py
    mingbai/law/
    conftest.py
"""
# mutants run in forks of one process: rows that it has already read must be read again through the mutated code
CONFTEST = """import gc
from functools import _lru_cache_wrapper

import pytest
from hypothesis import settings

settings.register_profile("mutation", max_examples=15, derandomize=True, deadline=None, database=None)
settings.load_profile("mutation")


@pytest.fixture(autouse=True, scope="session")
def fresh_caches():
    for cached in gc.get_objects():
        if isinstance(cached, _lru_cache_wrapper):
            cached.cache_clear()
"""


def modules_of(names: list[str]) -> list[str]:
    """The named modules, or all of mingbai.law but those for annual reports: name these in a run of their own."""
    found = sorted(path.stem for path in LAW.glob("*.py") if path.stem != "__init__")
    return names or [name for name in found if not name.startswith("annual_report")]


def prepared(folder: Path, modules: list[str]) -> None:
    """A copy of the room with settings for mutmut."""
    (folder / "mingbai").mkdir()
    shutil.copy(ROOT / "mingbai/__init__.py", folder / "mingbai/__init__.py")
    shutil.copytree(LAW, folder / "mingbai/law", ignore=shutil.ignore_patterns("__pycache__"))
    all_tests = sorted(path.name for path in (folder / "mingbai/law/tests").glob("test_*.py"))
    # the tests of annual reports judge the modules of annual reports alone, and the others the others
    of_reports = any(name.startswith("annual_report") for name in modules)
    tests = [name for name in all_tests if name.startswith("test_annual_report") == of_reports]
    (folder / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    settings = SETUP.format(
        paths="\n".join(f"    mingbai/law/{name}.py" for name in modules),
        tests="\n".join(f"    mingbai/law/tests/{name}" for name in tests),
    )
    (folder / "setup.cfg").write_text(settings, encoding="utf-8")


def outcome_counts(listing: str) -> tuple[dict[str, Counter[str]], list[str]]:
    """Per module the number of mutants by outcome, and the names of those that lived, from `mutmut results --all true`."""
    counts: dict[str, Counter[str]] = {}
    alive = []
    for line in listing.splitlines():
        name, _, outcome = line.strip().partition(": ")
        if not outcome:
            continue
        counts.setdefault(name.split(".x")[0].removeprefix("mingbai.law."), Counter())[outcome] += 1
        if outcome in ("survived", "no tests"):
            alive.append(f"{name}: {outcome}")
    return counts, alive


def report(listing: str) -> None:
    counts, alive = outcome_counts(listing)
    total: Counter[str] = Counter()
    for module, by_outcome in sorted(counts.items()):
        total += by_outcome
        print(f"{module:24} {dict(by_outcome)}")
    judged = sum(total.values()) - total["not checked"]
    noticed = total["killed"] + total["timeout"]
    print(f"noticed {noticed} of {judged} mutants: {100 * noticed / max(1, judged):.1f} %")
    print("\n".join(alive))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--children", type=int, default=2)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="law_mutation_"))
    prepared(folder, modules_of(options.modules))
    print(f"working in {folder}", flush=True)
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    mutmut = [sys.executable, "-m", "mutmut"]
    run = [*mutmut, "run", "--max-children", str(options.children)]
    subprocess.run(run, cwd=folder, env=environment, check=False, stdout=subprocess.DEVNULL)
    listed = subprocess.run(
        [*mutmut, "results", "--all", "true"],
        cwd=folder,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    report(listed.stdout)
    return listed.returncode


if __name__ == "__main__":
    sys.exit(main())
