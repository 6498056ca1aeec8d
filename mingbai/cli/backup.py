import sqlite3
from pathlib import Path

from mingbai.cli import installation
from mingbai.cli.arguments import NOT_READY, Parser, fail, parser, use_data


def add_passphrase(made: Parser) -> None:
    made.add_argument("--passphrase-file", metavar="文件", help="口令文件（第一行是口令）；给出则加密")


def passphrase_from(path: str | None) -> str | None:
    """The first line of the file; a command line would show it to everybody on the machine."""
    if path is None:
        return None
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    if not lines or not lines[0].strip():
        raise ValueError("口令文件是空的。")
    return lines[0].strip()


def main(argv: list[str]) -> int:
    """Exit 2 when the file cannot be written or the passphrase not read."""
    made = parser("backup", "备份数据库与文件，使用中也可以做")
    made.add_argument("file", metavar="备份文件", help="例如 mingbai-2026-11-23.zip")
    add_passphrase(made)
    options = made.parse_args(argv)
    use_data(options)
    try:
        installation.setup()
        installation.require_ready()
        passphrase = passphrase_from(options.passphrase_file)
    except installation.NotReady as error:
        return fail(str(error), NOT_READY)
    except (OSError, ValueError) as error:
        return fail(f"读不了口令文件：{error}")
    from django.db import DatabaseError

    from mingbai.core.backups import create_backup

    try:
        done = create_backup(Path(options.file).resolve(), passphrase=passphrase)
    except (OSError, sqlite3.OperationalError, DatabaseError) as error:
        return fail(f"写不了备份文件：{error}。请检查目录权限和磁盘空间。")
    print(
        f"已备份到 {done.path}（{done.size / 1e6:.1f} MB，{done.members} 个文件）\n文件摘要 {done.digest}\n内容摘要 {done.content}"
    )
    if passphrase is None:
        print("备份不含密钥文件。请把数据目录里的 secret.key 和 quarantine.key 另行妥善保管。")
    return 0
