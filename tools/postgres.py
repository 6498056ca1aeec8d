"""A throw-away PostgreSQL server for tests and benchmarks. `initdb` refuses root, so root runs it as `postgres`."""

import getpass
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NoPostgres(RuntimeError):
    """There is no PostgreSQL server program on this machine."""


def binaries() -> Path:
    """The folder of initdb and pg_ctl of the newest installed server."""
    on_path = shutil.which("pg_ctl")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    if on_path:
        return Path(on_path).parent
    raise NoPostgres("没有找到 PostgreSQL 服务器程序。Debian：apt-get install postgresql")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(*, durable: bool = False) -> Iterator[str]:
    """Start a server in a temporary folder and give its DATABASE_URL; stop and delete it afterwards.

    Without `durable` it does not wait for the disk, which is right for tests and wrong for kill tests.
    """
    programs, port = binaries(), _free_port()
    folder = Path(tempfile.mkdtemp(prefix="mingbai-pg-"))
    as_root = os.getuid() == 0
    user = "postgres" if as_root else getpass.getuser()
    if as_root:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
    prefix = ["runuser", "-u", "postgres", "--"] if as_root else []
    data, log = folder / "data", folder / "log"

    def run(*command: str) -> None:
        subprocess.run([*prefix, *command], check=True, stdout=subprocess.DEVNULL, cwd=folder)

    run(
        str(programs / "initdb"), "-D", str(data), "-U", user, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c shared_buffers=256MB -c max_connections=200"
    if not durable:
        options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    run(str(programs / "pg_ctl"), "-D", str(data), "-l", str(log), "-w", "-o", options, "start")
    try:
        run(str(programs / "createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", user, "mingbai")
        yield f"postgresql://{user}@127.0.0.1:{port}/mingbai"
    finally:
        run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
