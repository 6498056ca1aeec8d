"""The command `mingbai <verb>`. Verbs are imported only when asked for, so that the pure ones start fast."""

import gc
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

# verb → (module, one line of help). Modules under cli.pure never import Django.
VERBS: dict[str, tuple[str, str]] = {
    "ingest": ("mingbai.cli.ingest", "读入文件，识别其中的文档"),
    "check": ("mingbai.cli.check", "审校文件"),
    "report": ("mingbai.cli.report", "核对已公布的年度报告"),
    "law": ("mingbai.cli.law", "期限、收费、评分、脱敏"),
    "import": ("mingbai.cli.import_", "导入文件为草稿"),
    "search": ("mingbai.cli.search", "检索已公开信息"),
    "demo": ("mingbai.cli.demo", "建立演示县"),
    "load": ("mingbai.cli.load", "生成压力测试数据"),
    "serve": ("mingbai.cli.serve", "启动网站与后台任务"),
    "worker": ("mingbai.cli.worker", "只启动后台任务"),
    "migrate": ("mingbai.cli.migrate", "建立或升级数据库"),
    "backup": ("mingbai.cli.backup", "备份数据库与文件"),
    "restore": ("mingbai.cli.restore", "从备份恢复"),
    "doctor": ("mingbai.cli.doctor", "体检"),
    "rescue": ("mingbai.cli.rescue", "管理员都登不上时恢复其中一位"),
    "journal": ("mingbai.cli.journal", "核验日志链"),
    "reindex": ("mingbai.cli.reindex", "重建检索索引"),
    "django": ("mingbai.cli.django_", "转到 Django 管理命令"),
}
# Verbs that answer once and end, and are asked again and again: for them compiling modules is half of the work.
SINGLE = frozenset({"ingest", "check", "report", "law"})


def keep_bytecode() -> None:
    """Where Python leaves no bytecode beside its modules, it goes to the user's cache folder instead.

    Changes nothing where bytecode lies beside the modules already, may be written there, or has a place of its own.
    """
    beside = importlib.util.cache_from_source(__file__)
    folder = os.path.dirname(beside)
    writable = os.access(folder if os.path.isdir(folder) else os.path.dirname(__file__), os.W_OK)
    if sys.pycache_prefix or os.path.exists(beside) or (writable and not sys.dont_write_bytecode):
        return
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    if os.path.isabs(home):
        sys.pycache_prefix = os.path.join(home, "mingbai", "bytecode")
        sys.dont_write_bytecode = False


def usage() -> str:
    width = max(len(verb) for verb in VERBS)
    rows = "\n".join(f"  {verb.ljust(width)}  {text}" for verb, (_, text) in VERBS.items())
    return f"用法：mingbai <命令> [选项]\n\n{rows}\n\n每个命令都有 --help。"


def main(argv: list[str] | None = None) -> int:
    """Run one verb; each verb module has `main(argv) -> exit code`."""
    args = sys.argv[1:] if argv is None else argv
    if not args or args[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0 if args else 2
    verb, rest = args[0], args[1:]
    if verb not in VERBS:
        print(f"没有「{verb}」这个命令。\n\n{usage()}", file=sys.stderr)
        return 2
    if verb in SINGLE:
        keep_bytecode()
        # What is loaded lives as long as the command: looking for garbage in it takes up to a tenth of the time.
        gc.set_threshold(1_000_000, 50, 100)
    run: Callable[[list[str]], int] = importlib.import_module(VERBS[verb][0]).main
    try:
        return run(rest)
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130


def run() -> NoReturn:
    """The command as a process of its own.

    A verb that answers once ends without taking apart all that it has loaded, which takes a seventh of a check's time.
    What could not be written is left for the ordinary end to report, and so is the end of a process that is traced.
    """
    code = main()
    if sys.argv[1:2] and sys.argv[1] in SINGLE and sys.gettrace() is None:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()
