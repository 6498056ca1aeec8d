"""The embedded server faces citizens without a proxy: stored pages in a short path, slow clients hold nobody up."""

import gzip
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from mingbai.server import FOR_THE_HEAD, read_head

pytestmark = pytest.mark.sqlite_only
THREADS = 2
PAGE = "<p>森林防火</p>" * 200
LARGE = os.urandom(8 * 1024 * 1024)


@dataclass(frozen=True)
class Served:
    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def ask(self, request: str) -> bytes:
        """Everything that comes until the server closes the connection."""
        with closing(self.connect()) as client:
            client.sendall(request.encode())
            return whole(client)


def whole(client: socket.socket) -> bytes:
    parts = []
    while part := client.recv(1 << 16):
        parts.append(part)
    return b"".join(parts)


def get(path: str, *headers: str, method: str = "GET") -> str:
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: localhost", *headers, "", ""])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data = tmp_path_factory.mktemp("served")
    folder = data / "pages" / "items" / "1"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "index.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (folder / "large.pdf").write_bytes(LARGE)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "mingbai.wsgi:application", "--bind", f"127.0.0.1:{port}"]
    command += [
        "--worker-class",
        "mingbai.server.PageWorker",
        "--threads",
        str(THREADS),
        "--log-level",
        "error",
    ]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MINGBAI_", "DJANGO"))}
    log = data / "log"
    with log.open("wb") as file:
        process = subprocess.Popen(command, env={**kept, "MINGBAI_DATA": str(data)}, stderr=file)
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        # the port is open before the application is there, which takes long on a busy machine
        with closing(socket.create_connection(("127.0.0.1", port), timeout=120)) as client:
            client.sendall(get("/items/1/", "Connection: close").encode())
            whole(client)
        yield Served(port, process, log)
    finally:
        process.terminate()
        process.wait(20)


def test_a_stored_page_comes_whole_or_compressed_and_not_twice(served):
    plain = served.ask(get("/items/1/", "Connection: close"))
    head, _, body = plain.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK") and body.decode() == PAGE
    assert b"Content-Security-Policy: " in head and b"Cache-Control: no-cache" in head
    small = served.ask(get("/items/1/", "Connection: close", "Accept-Encoding: br, gzip"))
    head, _, body = small.partition(b"\r\n\r\n")
    assert b"Content-Encoding: gzip" in head and gzip.decompress(body).decode() == PAGE
    etag = next(line for line in head.decode().splitlines() if line.startswith("ETag: "))[6:]
    again = served.ask(
        get("/items/1/", "Connection: close", "Accept-Encoding: gzip", f"If-None-Match: {etag}")
    )
    assert again.startswith(b"HTTP/1.1 304") and again.endswith(b"\r\n\r\n")
    only_head = served.ask(get("/items/1/", "Connection: close", method="HEAD"))
    assert f"Content-Length: {len(PAGE.encode())}".encode() in only_head
    assert only_head.endswith(b"\r\n\r\n")


def test_one_connection_asks_for_stored_and_rendered_pages_in_turn(served):
    asked = get("/items/1/") + get("/health/alive") + get("/items/1/", "Connection: close")
    answer = served.ask(asked)
    assert answer.count(b"HTTP/1.1 200 OK") == 3 and answer.count(PAGE.encode()) == 2


def test_a_deleted_page_is_gone_at_the_next_request(served):
    folder = served.log.parent / "pages" / "items" / "2"
    folder.mkdir()
    (folder / "index.html").write_text("alt", encoding="utf-8")
    with closing(served.connect()) as client:
        client.sendall(get("/items/2/").encode())
        assert client.recv(4096).endswith(b"alt")
        (folder / "index.html").unlink()
        client.sendall(get("/items/2/", "Connection: close").encode())
        assert b"alt" not in whole(client)


@pytest.mark.parametrize(
    ("line", "status", "says"),
    [
        ("/search/?q=" + "%E4%BD%8E" * 2_000, b"414", "写得太长了"),
        ("/search/?q=低保", b"400", "没有看懂这个网址"),
        ("/a b c", b"400", "没有看懂这个网址"),
    ],
)
def test_what_cannot_be_read_as_a_request_is_told_so_in_chinese(served, line, status, says):
    answer = served.ask(get(line))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.split()[1] == status and says in body.decode()
    assert f"Content-Length: {len(body)}".encode() in head and 'href="/"' in body.decode()


def test_slow_clients_hold_nobody_up(served):
    """Three times as many as there are threads: half a head, a large file that nobody takes, silence."""
    slow = [served.connect() for _ in range(9 * THREADS)]
    third = len(slow) // 3
    for client in slow[:third]:
        client.sendall(b"GET /items/1/ HT")
    for client in slow[third : 2 * third]:
        client.sendall(get("/items/1/large.pdf").encode())
    # the rest says nothing at all
    started = time.monotonic()
    assert b" 200 OK" in served.ask(get("/items/1/", "Connection: close"))
    assert b" 200 OK" in served.ask(get("/health/alive", "Connection: close"))
    # they are answered while the slow ones are still waited for
    assert time.monotonic() - started < FOR_THE_HEAD
    # whoever reads on gets the whole file
    taken = b""
    slow[third].settimeout(20)
    while len(taken) < len(LARGE) and (part := slow[third].recv(1 << 20)):
        taken += part
    assert taken.endswith(LARGE)
    # whoever does not finish asking is let go
    slow[0].settimeout(20)
    assert slow[0].recv(100) == b""
    for client in slow:
        client.close()


def test_bodies_that_do_not_come_free_their_threads(served):
    slow = [served.connect() for _ in range(THREADS)]
    for client in slow:
        client.sendall(get("/report/", "Content-Length: 1000", method="POST").encode() + b"a=")
    assert b" 200 OK" in served.ask(get("/items/1/", "Connection: close"))
    with closing(served.connect()) as client:
        client.settimeout(60)
        client.sendall(get("/health/alive", "Connection: close").encode())
        assert b" 200 OK" in whole(client)
    for client in slow:
        client.close()


@pytest.mark.parametrize(
    "request_head",
    [
        "GET /items/1/?a=1 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /items/1/ HTTP/1.0\r\nHost: a\r\n\r\n",
        "GET /items/1/ HTTP/1.1\r\n\r\n",
        "POST /items/1/ HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /items/1/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n",
        "GET /items/1/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET /items/%31/ HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /items/1/ HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n\r\n",
    ],
)
def test_the_short_path_takes_plain_questions_only(request_head):
    assert read_head(request_head.encode()) is None


def test_what_a_browser_sends_is_a_plain_question():
    head = read_head(
        b"GET /a/ HTTP/1.1\r\nHost: a\r\nUpgrade-Insecure-Requests: 1\r\nConnection: keep-alive\r\n"
        b'Accept-Encoding: gzip, deflate\r\nif-none-match: "AbC"\r\n\r\n'
    )
    assert head and head.accepts_gzip and not head.closes and head.known == '"AbC"'


def test_it_stops_in_time_though_clients_stay(served):
    waiting = served.connect()
    waiting.sendall(get("/items/1/").encode())
    assert waiting.recv(100)
    started = time.monotonic()
    served.process.send_signal(signal.SIGTERM)
    served.process.wait(20)
    assert time.monotonic() - started < FOR_THE_HEAD
    waiting.close()
    told = served.log.read_text(encoding="utf-8")
    # there is no database behind, which the rendered addresses complain of; the server itself must not
    assert not [line for line in told.splitlines() if "[ERROR]" in line or "gunicorn/workers" in line], told
