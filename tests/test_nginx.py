"""The proxy's own answers, by a real nginx with the configuration of deploy/: readers get words and no English page."""

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
DEPLOYED = Path(__file__).parent.parent / "deploy" / "nginx.conf"
SEARCHES = 45


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def started(folder: Path, behind: int) -> tuple[subprocess.Popen[bytes], int]:
    """A running nginx before the server at port `behind`, with its pages in `folder`, and its port."""
    if not Path(NGINX).exists():
        pytest.skip("nginx is not installed")
    port = free_port()
    site = DEPLOYED.read_text(encoding="utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    site = site.replace("127.0.0.1:8000", f"127.0.0.1:{behind}").replace("/srv/mingbai/var", str(folder))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    # as root its workers would be nobody's, who may not enter the folder of a test
    user = "user root;" if os.geteuid() == 0 else ""
    main = f"{user} daemon off; pid {folder}/pid; error_log {folder}/errors; worker_processes 1; events {{}}"
    (folder / "nginx.conf").write_text(
        f"{main} http {{ access_log off; {temporary} {site} }}", encoding="utf-8"
    )
    running = subprocess.Popen([NGINX, "-e", f"{folder}/errors", "-c", f"{folder}/nginx.conf"])
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.05)
    return running, port


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[str]:
    """Its address; the server behind it does not run."""
    running, port = started(tmp_path, free_port())
    yield f"http://127.0.0.1:{port}"
    running.terminate()
    running.wait(10)


class Behind(BaseHTTPRequestHandler):
    """Says what it was asked, as plain text; 404 for what is called missing."""

    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = f"{self.command} {self.path} {sent.decode()}".encode()
        self.send_response(404 if "missing" in self.path else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, *_: Any) -> None:
        """Nothing: the answers are what is looked at."""


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[tuple[int, Path]]:
    """The port of an nginx before a server that says what it was asked, and the folder of its stored pages."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Behind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    running, port = started(tmp_path, server.server_address[1])
    yield port, tmp_path / "pages"
    running.terminate()
    running.wait(10)
    server.shutdown()
    server.server_close()


def put(page: Path, text: str) -> None:
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text, encoding="utf-8")
    Path(f"{page}.gz").write_bytes(gzip.compress(text.encode()))


def told(port: int, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body or None, headers)
    answer = connection.getresponse()
    data = answer.read()
    connection.close()
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return answer.status, (gzip.decompress(data) if packed else data).decode()


def asked(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def heading(html: str) -> str:
    found = re.search("<h1>(.*?)</h1>", html)
    return found[1] if found else html


def test_a_server_that_does_not_answer_is_told_in_words(proxy: str) -> None:
    for address in ("/", "/items/1/", "/desk/"):
        status, html = asked(proxy + address)
        assert status == 502 and heading(html) == "暂时打不开" and "portal.css" in html


@pytest.mark.parametrize("length", [7_000, 20_000, 200_000])
def test_an_address_that_is_too_long_is_told_in_words(proxy: str, length: int) -> None:
    try:
        status, html = asked(f"{proxy}/search/?q={'a' * length}")
    except (urllib.error.URLError, ConnectionError):
        assert length > 100_000  # cut off before everything was sent
        return
    assert (status, heading(html)) in {(414, "写得太长了"), (502, "暂时打不开")} and (
        length < 8_000 or status == 414
    )


@pytest.mark.parametrize(
    "path", ["/search/?q=", "/da/search/?q=", "/search/suggest/?q=", "/api/v1/search?q="]
)
def test_who_searches_without_end_waits_a_moment(proxy: str, path: str) -> None:
    """In large type and for programs as in the plain search; other pages stay open to the same address."""
    answers = [asked(f"{proxy}{path}{number}") for number in range(SEARCHES * 2)]
    refused = [html for status, html in answers if status == 429]
    assert refused and heading(refused[0]) == "查得太快了"
    assert asked(f"{proxy}/about/")[0] == 502


@pytest.mark.parametrize("path", ["/", "/items/7/", "/da/items/7/"])
def test_a_stored_page_is_served_without_asking_the_server(stored: tuple[int, Path], path: str) -> None:
    port, pages = stored
    put(pages / path.strip("/") / "index.html", "stored")
    assert told(port, "GET", path) == (200, "stored")
    assert told(port, "GET", path, **{"Accept-Encoding": "gzip"}) == (200, "stored")
    assert told(port, "HEAD", path) == (200, "")


def test_a_page_deleted_from_the_store_is_gone_at_the_next_request(stored: tuple[int, Path]) -> None:
    port, pages = stored
    put(pages / "items/7/index.html", "stored")
    assert told(port, "GET", "/items/7/") == (200, "stored")
    shutil.rmtree(pages)
    assert told(port, "GET", "/items/7/") == (200, "GET /items/7/ ")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/items/8/", ""),
        ("GET", "/items/7/?q=1", ""),
        ("GET", "/items/7", ""),
        ("GET", "/units/%E6%98%8E%E5%8E%BF/a%2Fb/", ""),
        ("GET", "/static/no-such.css", ""),
        ("POST", "/items/7/", "report=x"),
        ("POST", "/requests/new/", "a=%E4%BD%A0"),
        ("PUT", "/items/7/", "x"),
        ("DELETE", "/items/7/", ""),
    ],
)
def test_everything_else_reaches_the_server_as_it_was_written(
    stored: tuple[int, Path], method: str, path: str, body: str
) -> None:
    """Also forms at the address of a stored page, addresses in percent signs and folders without their slash."""
    port, pages = stored
    put(pages / "items/7/index.html", "stored")
    assert told(port, method, path, body) == (200, f"{method} {path} {body}")


def test_what_is_missing_is_told_by_the_server(stored: tuple[int, Path]) -> None:
    """Its own page for 404, never nginx's English one; names with a dot in front are its to refuse, too."""
    port, pages = stored
    put(pages / "items/.7/index.html", "hidden")
    assert told(port, "GET", "/items/missing/") == (404, "GET /items/missing/ ")
    assert told(port, "GET", "/static/missing.css") == (404, "GET /static/missing.css ")
    assert told(port, "GET", "/items/.7/") == (200, "GET /items/.7/ ")


def test_a_large_form_is_asked_for_before_it_is_sent(stored: tuple[int, Path]) -> None:
    """Programs that wait for a word before they send a body get it at once, also where a page is stored."""
    port, pages = stored
    put(pages / "items/7/index.html", "stored")
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(
            b"POST /items/7/ HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"
        )
        assert line.recv(100).startswith(b"HTTP/1.1 100 ")
        line.sendall(b"a=b")
        assert b"POST /items/7/ a=b" in line.recv(1000)
