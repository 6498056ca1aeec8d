"""Two hundred megabytes through the real server: refused with a sentence, by every way in, without filling the memory."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookies import SimpleCookie
from pathlib import Path

import pytest

pytestmark = pytest.mark.sqlite_only
ROOT = Path(__file__).parents[1]
CSRF = "f" * 32
MEGABYTE = 1 << 20
SIZE = 200 * MEGABYTE
# of the peak while the file comes in; it lies on the disk meanwhile
MOST_MEMORY = 64 * MEGABYTE
PREPARE = """
import json
from mingbai.cli import installation
installation.setup()
installation.migrate()
from django.test import Client
from mingbai.disclosure.factories import make_county
from mingbai.accounts.models import Person
county = make_county()
person = Person.objects.get(pk=county.editor.person_id)
Person.objects.update(must_change_password=False)
client = Client()
client.force_login(person, "allauth.account.auth_backends.AuthenticationBackend")
print(json.dumps({"session": client.cookies["sessionid"].value, "item": county.draft().pk, "unit": county.town.pk}))
"""


@dataclass(frozen=True)
class Served:
    port: int
    process: subprocess.Popen[bytes]
    session: str
    item: int
    unit: int

    def workers(self) -> list[int]:
        told = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        return [int(pid) for pid in told.split()]

    def peak(self) -> int:
        """The most memory that a worker ever held, in bytes."""
        texts = [Path(f"/proc/{pid}/status").read_text(encoding="ascii") for pid in self.workers()]
        return max(int(re.search(r"VmHWM:\s+(\d+) kB", text)[1]) * 1024 for text in texts)

    def upload(self, path: str, name: str, sizes: list[int], **fields: object) -> tuple[int, str, str]:
        """Files of these sizes in one form, sent in pieces of a megabyte: status, page, messages for the next page."""
        edge = "----mingbai"
        heads = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
            for key, value in {"csrfmiddlewaretoken": CSRF, **fields}.items()
        ]
        files = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"; filename="{number}.pdf"\r\n\r\n'
            for number in range(len(sizes))
        ]
        end = f"--{edge}--\r\n".encode()
        first = "".join(heads).encode()
        length = (
            len(first) + len(end) + sum(len(head) + size + 2 for head, size in zip(files, sizes, strict=True))
        )
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        connection.putrequest("POST", path)
        connection.putheader("Cookie", f"sessionid={self.session}; csrftoken={CSRF}")
        connection.putheader("Content-Type", f"multipart/form-data; boundary={edge}")
        connection.putheader("Content-Length", str(length))
        connection.putheader("HX-Request", "true")
        connection.endheaders()
        connection.send(first)
        for head, size in zip(files, sizes, strict=True):
            connection.send(head.encode() + b"%PDF-")
            left = size - 5
            while left > 0:
                connection.send(bytes(min(left, MEGABYTE)))
                left -= MEGABYTE
            connection.send(b"\r\n")
        connection.send(end)
        answer = connection.getresponse()
        kept = SimpleCookie("; ".join(answer.headers.get_all("Set-Cookie") or []))
        told = f"messages={kept['messages'].coded_value}" if "messages" in kept else ""
        return answer.status, answer.read().decode(), told


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data = tmp_path_factory.mktemp("uploads")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MINGBAI_", "DJANGO"))}
    kept |= {"MINGBAI_DATA": str(data), "MINGBAI_MFA": "off", "TMPDIR": str(data)}
    made = subprocess.run([sys.executable, "-c", PREPARE], env=kept, cwd=ROOT, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    told = json.loads(made.stdout)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "mingbai.wsgi:application", "--bind", f"127.0.0.1:{port}"]
    command += ["--worker-class", "mingbai.server.PageWorker", "--threads", "4", "--log-level", "error"]
    process = subprocess.Popen(command, env=kept, cwd=ROOT)
    served = Served(port, process, **told)
    try:
        for _ in range(300):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
                connection.request("GET", "/desk/", headers={"Cookie": f"sessionid={served.session}"})
                assert connection.getresponse().status == 200
                break
            except OSError:
                time.sleep(0.1)
        yield served
    finally:
        process.terminate()
        process.wait(20)


def test_an_attachment_of_200_megabytes(served):
    served.upload(f"/desk/disclosures/{served.item}/files/", "file", [MEGABYTE])
    before = served.peak()
    status, page, _ = served.upload(f"/desk/disclosures/{served.item}/files/", "file", [SIZE])
    assert status == 200
    assert "「0.pdf」有 200 MB，超过 50 MB 的上限。请压缩图片或拆分后再传。" in page
    assert served.peak() - before < MOST_MEMORY


def test_a_word_file_of_200_megabytes_for_the_form(served):
    before = served.peak()
    status, _, told = served.upload(f"/desk/disclosures/{served.item}/fill/", "file", [SIZE], replace="on")
    assert status == 302
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=60)
    cookies = {"Cookie": f"sessionid={served.session}; {told}"}
    connection.request("GET", f"/desk/disclosures/{served.item}/edit/", headers=cookies)
    assert "超过 50 MB 的上限" in connection.getresponse().read().decode()
    assert served.peak() - before < MOST_MEMORY


def test_an_import_of_200_megabytes_in_one_file_or_in_five(served):
    before = served.peak()
    status, page, _ = served.upload("/desk/import/", "files", [SIZE], unit=served.unit)
    assert status == 200
    assert "「0.pdf」有 200 MB" in page
    assert served.peak() - before < MOST_MEMORY
    # five that are allowed are read one after the other: one file, its sealed copy and the pieces on their way
    status, *_ = served.upload("/desk/import/", "files", [40 * MEGABYTE] * 5, unit=served.unit)
    assert status == 302
    assert served.peak() - before < 3 * 40 * MEGABYTE + MOST_MEMORY


def test_pasted_text_of_20_megabytes_is_answered_in_chinese(served):
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=60)
    body = f"csrfmiddlewaretoken={CSRF}&body=".encode() + b"x" * (20 * MEGABYTE)
    headers = {
        "Cookie": f"sessionid={served.session}; csrftoken={CSRF}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection.request("POST", f"/desk/disclosures/{served.item}/edit/", body=body, headers=headers)
    answer = connection.getresponse()
    assert answer.status == 413
    assert "删去正文里的图片" in answer.read().decode()
