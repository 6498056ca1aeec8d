"""The embedded server's worker: gunicorn's threads with a short path before them.

One loop holds every connection until the whole head of a request has arrived, and sends what a slow reader takes in
pieces, so that slow clients hold no thread. A stored page is answered in that loop; everything else goes to the threads
with the bytes that were read.
"""

import os
import re
import selectors
import socket
import struct
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache, partial
from html import escape
from typing import Any

from gunicorn import http, util
from gunicorn.workers.gthread import TConn, ThreadWorker

LONGEST_HEAD = 64 * 1024
FOR_THE_HEAD = 10.0
FOR_A_PIECE = 60.0
LINGER = 1.0
# small, so that a slow reader's progress is seen within `FOR_A_PIECE`
UNDERWAY = 256 * 1024
# each wait of a thread for bytes of a body, or for a reader to take them
IN_A_THREAD = struct.pack("ll", 20, 0)

_UNREADABLE = (
    http.errors.InvalidRequestLine,
    http.errors.InvalidRequestMethod,
    http.errors.InvalidHTTPVersion,
    http.errors.InvalidHeader,
    http.errors.InvalidHeaderName,
    http.errors.LimitRequestLine,
    http.errors.LimitRequestHeaders,
)
_LINE = re.compile(rb"(GET|HEAD) (/[A-Za-z0-9._/-]*) HTTP/1\.1\r\n")
# with a body, or wanting more than an answer: not for the short path
_MORE = re.compile(rb"content-length|transfer-encoding|\n(?:expect|upgrade|range):")
_GZIP = re.compile(rb"\naccept-encoding:[^\r\n]*gzip")
_CLOSE = re.compile(rb"\nconnection:[^\r\n]*close")
_KNOWN = re.compile(rb"\nif-none-match:[ \t]*([^\r\n]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Head:
    """A request that the store may answer."""

    path: str
    only_head: bool
    accepts_gzip: bool
    closes: bool
    known: str | None


def read_head(head: bytes) -> Head | None:
    """None for whatever is not a plain question for an address without a query."""
    line = _LINE.match(head)
    if line is None:
        return None
    rest = head[line.end() - 1 :].lower()
    if b"\nhost:" not in rest or _MORE.search(rest):
        return None
    known = _KNOWN.search(head)
    return Head(
        path=line[2].decode("ascii"),
        only_head=line[1] == b"HEAD",
        accepts_gzip=_GZIP.search(rest) is not None,
        closes=_CLOSE.search(rest) is not None,
        known=known[1].decode("latin-1") if known else None,
    )


@lru_cache(maxsize=2)
def _date(second: int) -> str:
    return formatdate(second, usegmt=True)


def _site_name() -> str:
    """As this process read it last; before the first page nobody knows it."""
    from mingbai.portal.frame import last_known

    identity = last_known()
    return escape(identity.name) if identity else "首页"


def refusal(*, too_long: bool) -> bytes:
    """A whole answer, 414 where the address is too long, else 400, without asking anything of the application."""
    status, title, advice = (
        ("414 URI Too Long", "写得太长了", "要找的内容一百个字以内就够，请删短一些再查找。")
        if too_long
        else ("400 Bad Request", "没有看懂这个网址", "网址可能抄漏或者抄错了，请核对，或者从首页查找。")
    )
    page = (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{title}</title><link rel="stylesheet" href="/static/portal/portal.css"></head>'
        f'<body><header class="top"><div class="wrap"><a class="brand" href="/">{_site_name()}</a></div></header>'
        f'<div class="wrap"><main><h1>{title}</h1><p>{advice}</p><p><a class="button" href="/">回到首页</a></p>'
        "</main></div></body></html>"
    ).encode()
    head = f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n"
    return f"{head}Content-Length: {len(page)}\r\n\r\n".encode() + page


def _warm() -> None:
    """The first reader who searches need not wait for the tables of the search box."""
    from django.db import DatabaseError, connections

    from mingbai.portal.query import dictionary

    # whatever is amiss with the database, the first page says
    with suppress(DatabaseError):
        dictionary.warm()
    connections.close_all()


@dataclass(eq=False)
class Held:
    """A connection in the loop: `taken` came in and is not answered, `owed` and `handle` are still to be sent."""

    connection: Any
    until: float
    taken: bytes = b""
    owed: bytes = b""
    handle: int | None = None
    closes: bool = False
    writing: bool = False

    @property
    def idle(self) -> bool:
        return not (self.taken or self.owed or self.handle is not None)


class PageWorker(ThreadWorker):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held: set[Held] = set()
        self.swept = 0.0
        self.stopped: float | None = None

    def load_wsgi(self) -> None:
        """In each process: a thread does not live through a fork."""
        super().load_wsgi()
        threading.Thread(target=_warm, name="warm", daemon=True).start()

    # where gunicorn would give a connection to a thread at once

    def accept(self, listener: socket.socket) -> None:
        try:
            client, address = listener.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return
        self.nr_conns += 1
        self._hold(TConn(self.cfg, client, address, listener.getsockname()), FOR_THE_HEAD)

    def on_client_socket_readable(self, conn: Any, client: socket.socket) -> None:
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._read(self._hold(conn, FOR_THE_HEAD))

    def murder_pending(self) -> None:
        super().murder_pending()
        self._sweep()

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        """What cannot be read as a request is told so in the site's own words; the rest is gunicorn's."""
        if not isinstance(exc, _UNREADABLE):
            super().handle_error(req, client, addr, exc)
            return
        self.log.warning("Unreadable request from ip=%s: %s", (addr or ("",))[0], exc)
        too_long = isinstance(exc, http.errors.LimitRequestLine)
        with suppress(OSError):
            util.write_nonblock(client, refusal(too_long=too_long))

    # the loop's own

    def _hold(self, connection: Any, seconds: float) -> Held:
        held = Held(connection, time.monotonic() + seconds)
        connection.sock.setblocking(False)
        self.held.add(held)
        self.poller.register(connection.sock, selectors.EVENT_READ, partial(self._ready, held))
        return held

    def _ready(self, held: Held, client: socket.socket) -> None:
        if held.writing:
            if self._send(held):
                self._serve(held)
        else:
            self._read(held)

    def _read(self, held: Held) -> None:
        try:
            data = held.connection.sock.recv(LONGEST_HEAD)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._drop(held)
            return
        if held.idle:
            held.until = time.monotonic() + FOR_THE_HEAD
        held.taken += data
        self._serve(held)

    def _serve(self, held: Held) -> None:
        """Answer every whole request that has come in, in order."""
        while held.taken:
            end = held.taken.find(b"\r\n\r\n") + 4
            if end < 4:
                if len(held.taken) > LONGEST_HEAD:
                    self._hand_over(held)
                return
            if not self._answer(held, held.taken[:end]):
                self._hand_over(held)
                return
            held.taken = held.taken[end:]
            if not self._send(held):
                return

    def _answer(self, held: Held, request: bytes) -> bool:
        from mingbai.core.pages import files, serving

        head = read_head(request)
        if head is None or not files.enabled():
            return False
        found = serving.stored(
            head.path, accepts_gzip=head.accepts_gzip, known=head.known, only_head=head.only_head
        )
        if found is None:
            return False
        crowded = self.nr_conns >= self.worker_connections
        held.closes = head.closes or crowded or not self.alive
        lines = [
            "HTTP/1.1 304 Not Modified" if found.status == 304 else "HTTP/1.1 200 OK",
            f"Date: {_date(int(time.time()))}",
            f"Connection: {'close' if held.closes else 'keep-alive'}",
            *([] if found.status == 304 else [f"Content-Length: {found.size}"]),
            *(f"{name}: {value}" for name, value in (*found.headers, *serving.security_headers())),
        ]
        held.owed = "\r\n".join([*lines, "", ""]).encode("latin-1") + found.body
        held.handle = found.handle
        if held.handle is not None:
            held.connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, UNDERWAY)
        return True

    def _send(self, held: Held) -> bool:
        """True when everything is sent and the connection may go on."""
        client = held.connection.sock
        try:
            while held.owed:
                held.owed = held.owed[client.send(held.owed) :]
            while held.handle is not None:
                if not os.sendfile(client.fileno(), held.handle, None, 1 << 20):
                    os.close(held.handle)
                    held.handle = None
        except BlockingIOError:
            held.until = time.monotonic() + FOR_A_PIECE
            self._watch(held, writing=True)
            return False
        except OSError:
            self._drop(held)
            return False
        if held.closes:
            self._drop(held, graceful=True)
            return False
        self._watch(held, writing=False)
        held.until = time.monotonic() + (FOR_THE_HEAD if held.taken else self.cfg.keepalive)
        return True

    def _watch(self, held: Held, *, writing: bool) -> None:
        if held.writing is not writing:
            held.writing = writing
            event = selectors.EVENT_WRITE if writing else selectors.EVENT_READ
            self.poller.modify(held.connection.sock, event, partial(self._ready, held))

    def _let_go(self, held: Held) -> None:
        self.held.discard(held)
        self.poller.unregister(held.connection.sock)

    def _hand_over(self, held: Held) -> None:
        self._let_go(held)
        connection = held.connection
        for wait in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            connection.sock.setsockopt(socket.SOL_SOCKET, wait, IN_A_THREAD)
        if connection.parser is None:
            connection.parser = http.get_parser(self.cfg, connection.sock, connection.client)
        connection.parser.unreader.unread(held.taken)
        connection.data_ready = True
        self.enqueue_req(connection)

    def _drop(self, held: Held, *, graceful: bool = False) -> None:
        self._let_go(held)
        if held.handle is not None:
            os.close(held.handle)
        self.nr_conns -= 1
        if graceful:
            with suppress(OSError):
                held.connection.sock.shutdown(socket.SHUT_WR)
        held.connection.close()

    def _sweep(self) -> None:
        """Once a second: whoever took too long, and when stopping whoever asks nothing."""
        now = time.monotonic()
        if not self.alive and self.stopped is None:
            self.stopped = now
        if now - self.swept < 1.0:
            return
        self.swept = now
        stopping = self.stopped is not None and now > self.stopped + LINGER
        for held in [each for each in self.held if each.until < now or (stopping and each.idle)]:
            self._drop(held)
