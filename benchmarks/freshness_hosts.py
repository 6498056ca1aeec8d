"""Web hosts for the measure of freshness: embedded servers with their workers, nginx in front, browsers that keep pages."""

import gzip
import http.client
import os
import signal
import subprocess
import sys
import time
import urllib.parse
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
CSRF = "f" * 32


class Refused(RuntimeError):
    """The desk did not do the act."""

    def __init__(self, path: str, status: int, page: str) -> None:
        super().__init__(f"{path}: {status} {page[-3000:]}")
        self.page = page


@dataclass
class Host:
    """One web host: a data folder with its page store, `mingbai serve`, nginx before it if wanted."""

    data: Path
    server: int
    front: int | None = None
    database_url: str | None = None
    with_worker: bool = True
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def port(self) -> int:
        return self.front or self.server

    def start(self) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MINGBAI_")}
        kept |= {"MINGBAI_DATA": str(self.data), "MINGBAI_PROXY": "1" if self.front else "0"}
        kept |= {"MINGBAI_DATABASE_URL": self.database_url} if self.database_url else {}
        command = [sys.executable, "-m", "mingbai", "serve", "--port", str(self.server)]
        if not self.with_worker:
            # as deploy/mingbai-web.service does; a host alone purges by itself
            command = [sys.executable, "-m", "gunicorn", "mingbai.wsgi:application"]
            command += ["--bind", f"127.0.0.1:{self.server}", "--worker-class", "mingbai.server.PageWorker"]
            command += ["--workers", "2", "--threads", "8", "--preload", "--no-control-socket"]
            kept["MINGBAI_DEMO"] = "1"
        with (self.data / "server.log").open("wb") as log:
            self.processes.append(
                subprocess.Popen(command, cwd=ROOT, env=kept, stdout=log, stderr=log, start_new_session=True)
            )
        if self.front:
            self.processes.append(self._start_nginx(self.front))
        self._await()

    def _start_nginx(self, front: int) -> subprocess.Popen[bytes]:
        """With the configuration of deploy/, but for names and the limit on searches."""
        site = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
        for old, new in (
            ("/srv/mingbai/var", str(self.data)),
            ("listen 80;", f"listen 127.0.0.1:{front};"),
            ("www.mingxian.example;", "localhost;"),
            ("127.0.0.1:8000", f"127.0.0.1:{self.server}"),
            ("rate=10r/s", "rate=10000r/s"),
        ):
            assert old in site, old
            site = site.replace(old, new)
        (self.data / "site.conf").write_text(site, encoding="utf-8")
        user = "user root;" if os.geteuid() == 0 else ""
        whole = f"{user} daemon off; pid {self.data}/nginx.pid; error_log {self.data}/nginx.log; events {{}} http {{ access_log off; include {self.data}/site.conf; }}"
        (self.data / "nginx.conf").write_text(whole, encoding="utf-8")
        return subprocess.Popen(["nginx", "-c", str(self.data / "nginx.conf")], start_new_session=True)

    def _await(self) -> None:
        browser = Browser(self.port, Random(0))  # noqa: S311
        until = time.monotonic() + 300
        while time.monotonic() < until:
            with suppress(OSError, http.client.HTTPException):
                if browser.get("/health/alive").status == 200:
                    return
            if any(process.poll() is not None for process in self.processes):
                break
            time.sleep(0.1)
        raise RuntimeError((self.data / "server.log").read_text(encoding="utf-8", errors="replace")[-2000:])

    def stop(self) -> None:
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
        self.processes.clear()


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    conditional: bool = False

    def says(self, sign: str) -> bool:
        return sign.encode() in self.body


class Browser:
    """Keeps connections and pages as a careful browser does: what it has, it asks for by mark and by date, and a 304
    means the page it kept. Takes compressed answers every other time, by the dice."""

    def __init__(self, port: int, dice: Random) -> None:
        self.port, self.dice = port, dice
        self.kept: dict[tuple[str, bool], tuple[bytes, dict[str, str]]] = {}
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.asked = self.not_modified = 0

    def get(self, path: str) -> Answer:
        packed = self.dice.random() < 0.5
        headers = {"Host": "localhost", **({"Accept-Encoding": "gzip"} if packed else {})}
        kept = self.kept.get((path, packed))
        if kept:
            headers |= kept[1]
        status, body, marks, is_gzip = self._ask("GET", path, headers)
        self.asked += 1
        if status == 304:
            if kept is None:
                raise RuntimeError(f"{path}: 304 to a plain question")
            self.not_modified += 1
            return Answer(200, kept[0], conditional=True)
        body = gzip.decompress(body) if is_gzip else body
        if status == 200 and marks:
            self.kept[path, packed] = body, marks
        return Answer(status, body)

    def _ask(
        self, method: str, path: str, headers: dict[str, str], body: bytes | None = None
    ) -> tuple[int, bytes, dict[str, str], bool]:
        for attempt in (1, 2):
            try:
                self.connection.request(method, path, body=body, headers=headers)
                answer = self.connection.getresponse()
                content = answer.read()
                break
            except (http.client.RemoteDisconnected, http.client.CannotSendRequest, ConnectionError):
                # the server may close a connection that was idle; a second time it is a fault
                self.connection.close()
                if attempt == 2 or method != "GET":
                    raise
        marks = {
            asked: answer.headers[said]
            for said, asked in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since"))
            if answer.headers[said]
        }
        return answer.status, content, marks, answer.headers["Content-Encoding"] == "gzip"

    def post(self, path: str, session: str, fields: dict[str, object]) -> None:
        """A clerk's press of a button, signed in; raises when the act was not done."""
        body = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": CSRF}, doseq=True).encode()
        headers = {
            "Host": "localhost",
            "Cookie": f"sessionid={session}; csrftoken={CSRF}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        # a connection that lay idle may be closed just now, and an act is not to be sent twice
        self.connection.close()
        status, content, _, _ = self._ask("POST", path, headers, body)
        if status != 302:
            raise Refused(path, status, content.decode(errors="replace"))
