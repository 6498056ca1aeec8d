from pathlib import Path

from mingbai.cli import installation
from mingbai.cli.arguments import ATTENTION, NOT_READY, fail, parser, use_data
from mingbai.cli.backup import add_passphrase, passphrase_from


def main(argv: list[str]) -> int:
    """Exit 2 when the backup cannot be used; nothing is changed then."""
    made = parser("restore", "从备份恢复；先停止服务")
    made.add_argument("file", metavar="备份文件")
    made.add_argument("--replace", action="store_true", help="替换现有内容，现有内容移到旁边保留")
    add_passphrase(made)
    options = made.parse_args(argv)
    use_data(options)
    source = Path(options.file).resolve()
    if not source.is_file():
        return fail(f"找不到备份文件 {options.file}。")
    try:
        installation.setup(connect=False)
        passphrase = passphrase_from(options.passphrase_file)
    except installation.NotReady as error:
        return fail(str(error), NOT_READY)
    except (OSError, ValueError) as error:
        return fail(f"读不了口令文件：{error}")
    from django.db import DatabaseError

    from mingbai.core import in_use
    from mingbai.core.errors import DomainError

    try:
        with in_use.alone():
            return _restore(source, passphrase, replace=options.replace)
    except DomainError as error:
        return fail(error.message)
    except (OSError, DatabaseError) as error:
        return fail(
            f"恢复没有做完：{str(error).strip()}。请检查磁盘空间、目录权限和数据库；备份文件没有动，处理后再恢复一次。"
        )
    except installation.NotReady as error:
        return fail(str(error), NOT_READY)


def _restore(source: Path, passphrase: str | None, *, replace: bool) -> int:
    from mingbai.core import pages
    from mingbai.core.backups import restore_backup

    done = restore_backup(source, passphrase=passphrase, replace=replace)
    print(f"已恢复。内容摘要 {done.content}")
    if done.aside:
        print(f"原来的内容移到了 {done.aside}，确认无误后可以删除。")
    installation.migrate()
    pages.clear()
    if not done.as_backed_up:
        return fail(
            "恢复后的内容与备份时的摘要不一致。请先不要启用，运行 mingbai doctor 查看，或换一份备份。",
            ATTENTION,
        )
    return 0
