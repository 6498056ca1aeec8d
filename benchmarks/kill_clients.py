"""Clerks, reviewers and readers of a served county, over HTTP alone, until the server dies under their hands.

What the server answered is remembered: whatever it said was done must be done when it is up again.
"""

import http.client
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Any
from urllib.parse import urlencode

from benchmarks.freshness_hosts import CSRF
from benchmarks.kill_victim import import_file, long_table

PATIENCE = 60
REVIEWERS = ("first", "second", "final")


class Refused(RuntimeError):
    """The desk answered, but not with what was asked for."""


@dataclass
class Watch:
    """What is under way, how long such things take, and what the server said it had done."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    sent: Counter[str] = field(default_factory=Counter)
    under_way: Counter[str] = field(default_factory=Counter)
    seconds: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    told: list[tuple[str, int]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    dead: bool = False

    @contextmanager
    def asking(self, kind: str) -> Iterator[None]:
        with self.lock:
            self.sent[kind] += 1
            self.under_way[kind] += 1
        started = time.perf_counter()
        yield
        # not reached when the server dies: the request stays under way
        with self.lock:
            self.under_way[kind] -= 1
            self.seconds[kind].append(time.perf_counter() - started)

    def usual(self, kind: str, default: float) -> float:
        with self.lock:
            return median(self.seconds[kind][-20:]) if self.seconds[kind] else default

    def said(self, what: str, number: int) -> None:
        with self.lock:
            self.told.append((what, number))


class Client(threading.Thread):
    """One person after the other at one machine; ends when the server is gone."""

    def __init__(self, port: int, watch: Watch, sessions: dict[str, str]) -> None:
        super().__init__(daemon=True)
        self.port, self.watch, self.sessions = port, watch, sessions

    def run(self) -> None:
        from django.db import connections

        try:
            while not self.watch.dead:
                self.work()
        except (OSError, http.client.HTTPException) as error:
            if not self.watch.dead:
                self.watch.faults.append(f"{type(self).__name__}: {error!r} before the kill")
        except Refused as error:
            self.watch.faults.append(f"{type(self).__name__}: {error}")
        finally:
            connections.close_all()

    def work(self) -> None:
        raise NotImplementedError

    def get(self, path: str) -> None:
        status, _, page = self._ask("GET", path)
        if status not in {200, 404, 410}:
            raise Refused(f"{path}: {status} {page[-500:]!r}")

    def post(self, kind: str, username: str, path: str, fields: dict[str, object]) -> str:
        """The address to which the answer sends on; such an answer comes only when the act is done."""
        body = urlencode({**fields, "csrfmiddlewaretoken": CSRF}, doseq=True).encode()
        return self._press(kind, username, path, body, "application/x-www-form-urlencoded")

    def upload(self, username: str, files: dict[str, bytes], fields: dict[str, object]) -> str:
        edge = "----mingbai"
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in {**fields, "csrfmiddlewaretoken": CSRF}.items()
        ]
        for name, content in files.items():
            head = f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
            parts.append(head.encode() + content + b"\r\n")
        body = b"".join(parts) + f"--{edge}--\r\n".encode()
        return self._press("upload", username, "/desk/import/", body, f"multipart/form-data; boundary={edge}")

    def _press(self, kind: str, username: str, path: str, body: bytes, content_type: str) -> str:
        headers = {
            "Cookie": f"sessionid={self.sessions[username]}; csrftoken={CSRF}",
            "Content-Type": content_type,
        }
        with self.watch.asking(kind):
            status, address, page = self._ask("POST", path, body, headers)
        if status != 302:
            raise Refused(f"{kind} {path}: {status} {page[-1500:].decode(errors='replace')}")
        return address

    def _ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, str, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body=body, headers={"Host": "localhost", **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.headers["Location"] or "", answer.read()
        finally:
            connection.close()


class Publisher(Client):
    """Whole lives of items: written, submitted, approved by three, read, every second one withdrawn and read again."""

    def __init__(
        self, port: int, watch: Watch, sessions: dict[str, str], unit: Any, column: int, seed: str
    ) -> None:
        super().__init__(port, watch, sessions)
        self.unit, self.column, self.seed, self.number = unit, column, seed, 0

    def work(self) -> None:
        self.number += 1
        item = self._left_over() or self._submitted()
        while post := self._next(item):
            self._approve(item, post)
        self.watch.said("published", item)
        self._read(item)
        if self.number % 2:
            fields = {"reason": "outdated", "note": "情况有变。"}
            self.post(
                "withdraw", f"final@{self.unit.code}", f"/desk/disclosures/{item}/act/withdraw/", fields
            )
            self.watch.said("withdrawn", item)
            self._read(item)

    def _submitted(self) -> int:
        editor = f"editor@{self.unit.code}"
        address = self.post(
            "draft", editor, f"/desk/disclosures/new/?column={self.column}", {"unit": self.unit.pk}
        )
        item = int(address.rstrip("/").split("/")[-2])
        self.watch.said("drafted", item)
        fields = {
            "version": 1, "title": f"关于检查第{self.seed}批第{self.number}号堤段的通知", "act": "submit",
            "body": "<p>各村（社区）：</p><p>请查看堤身、涵闸和排水沟，做好记录。</p>", "column": self.column,
            "kind": "notice", "genre": "通知", "issuer": self.unit.name, "openness": "active",
        }  # fmt: skip
        self.post("submit", editor, f"/desk/disclosures/{item}/edit/", fields)
        self.watch.said("submitted", item)
        return item

    def _left_over(self) -> int:
        """What was in review when the server died goes on where it stood."""
        from mingbai.disclosure.models import Disclosure

        waiting = Disclosure.objects.of(unit=self.unit, stage="in_review").order_by("pk")
        return waiting.values_list("pk", flat=True).first() or 0

    def _next(self, item: int) -> str:
        """Whose turn it is; nobody's when all have approved."""
        from mingbai.disclosure.models import ReviewStep

        steps = ReviewStep.objects.of(
            review__edition__disclosure=item, review__edition__disclosure__stage="in_review"
        )
        order = steps.filter(state="open").values_list("order", flat=True).first()
        return REVIEWERS[order - 1] if order else ""

    def _approve(self, item: int, post: str) -> None:
        from mingbai.disclosure.models import ReviewStep

        steps = ReviewStep.objects.of(review__edition__disclosure=item).filter(state="open")
        step = steps.select_related("review__edition").get()
        fields = {"digest": step.review.edition.digest, "opinion": "同意。", "verdict": "approve",
                  "secrecy_cleared": "on"}  # fmt: skip
        kind = "publish" if post == REVIEWERS[-1] else "verdict"
        self.post(kind, f"{post}@{self.unit.code}", f"/desk/reviews/{step.pk}/", fields)
        self.watch.said("approved", step.pk)

    def _read(self, item: int) -> None:
        for path in ("/", f"/units/{self.unit.code}/", "/feed.atom", f"/items/{item}/"):
            self.get(path)


class Importer(Client):
    """Zips of five notices, with a table too long for a body in every fourth upload; one upload ahead of the worker."""

    def __init__(self, port: int, watch: Watch, sessions: dict[str, str], unit: Any, seed: str) -> None:
        super().__init__(port, watch, sessions)
        self.unit, self.seed, self.number, self.batches = unit, seed, 0, list[int]()

    def work(self) -> None:
        from mingbai.disclosure.models import ImportBatch

        self.number += 1
        name = f"{self.seed}-{self.number}"
        files = {f"{name}.zip": import_file(self.seed, self.number)}
        if self.number % 4 == 2:
            files[f"{name}.xlsx"] = long_table(name)
        address = self.upload(f"editor@{self.unit.code}", files, {"unit": self.unit.pk})
        self.batches.append(int(address.rstrip("/").split("/")[-1]))
        self.watch.said(f"uploaded {len(files)}", self.batches[-1])
        while not self.watch.dead:
            self.get_batch()
            if len(ImportBatch.objects.of(pk__in=self.batches).filter(finished_at=None)) < 2:
                break
            time.sleep(0.1)

    def get_batch(self) -> None:
        """As the page does every two seconds."""
        with self.watch.asking("batch page"):
            headers = {
                "Cookie": f"sessionid={self.sessions[f'editor@{self.unit.code}']}",
                "HX-Request": "true",
            }
            status, _, page = self._ask("GET", f"/desk/import/{self.batches[-1]}/", headers=headers)
        if status != 200:
            raise Refused(f"batch {self.batches[-1]}: {status} {page[-500:]!r}")


class Writer(Client):
    """Acts of the journal one after the other: a draft given up and taken back."""

    def __init__(self, port: int, watch: Watch, sessions: dict[str, str], unit: Any) -> None:
        super().__init__(port, watch, sessions)
        self.unit, self.item = unit, 0

    def work(self) -> None:
        editor = f"editor@{self.unit.code}"
        if not self.item:
            address = self.post("draft", editor, "/desk/disclosures/new/", {"unit": self.unit.pk})
            self.item = int(address.rstrip("/").split("/")[-2])
            self.watch.said("drafted", self.item)
        for act, fields in (("discard_draft", {"reason": "试验。"}), ("restore_draft", {})):
            self.watch.said(f"asked {act}", self.item)
            self.post("act", editor, f"/desk/disclosures/{self.item}/act/{act}/", fields)
            self.watch.said(act, self.item)
