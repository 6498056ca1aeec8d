"""The proxy's own answers, by a real nginx with the configuration of deploy/: readers get words and no English page."""

import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
DEPLOYED = Path(__file__).parent.parent / "deploy" / "nginx.conf"
SEARCHES = 45


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[str]:
    """Its address; the server behind it does not run."""
    if not Path(NGINX).exists():
        pytest.skip("nginx is not installed")
    port = free_port()
    site = DEPLOYED.read_text(encoding="utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    site = site.replace("127.0.0.1:8000", f"127.0.0.1:{free_port()}").replace(
        "/srv/mingbai/var", str(tmp_path)
    )
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in kinds)
    main = f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/errors; worker_processes 1; events {{}}"
    (tmp_path / "nginx.conf").write_text(
        f"{main} http {{ access_log off; {temporary} {site} }}", encoding="utf-8"
    )
    running = subprocess.Popen([NGINX, "-e", f"{tmp_path}/errors", "-c", f"{tmp_path}/nginx.conf"])
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(10)


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
