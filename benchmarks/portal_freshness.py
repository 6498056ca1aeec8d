"""Publish, withdraw and correct at random while readers hammer: how many answers after an act's response are stale.

    python -m benchmarks.portal_freshness [--acts 1000] [--minutes 120] [--nginx]

Starts its own server (and nginx in front with deploy/nginx.conf), its own data folder; every act is followed by
fetching item, lists, home, unit, feed, site map, search, interface over HTTP.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

SERVER, FRONT = (
    int(os.environ.get(f"BENCH_{name}", port)) for name, port in (("SERVER", 8171), ("FRONT", 8172))
)


def fetch(base: str, path: str) -> tuple[int, str]:
    request = urllib.request.Request(base + path, headers={"Host": "localhost"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def start_server(data: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gunicorn", "mingbai.wsgi:application", "--bind", f"127.0.0.1:{SERVER}"]
    command += ["--worker-class", "mingbai.server.PageWorker", "--workers", "2", "--threads", "8"]
    command += ["--no-control-socket", "--log-level", "error", "--graceful-timeout", "2"]
    return subprocess.Popen(command, env={**os.environ, "MINGBAI_DATA": str(data)})


def start_nginx(data: Path) -> subprocess.Popen[bytes]:
    site = (Path(__file__).parent.parent / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        ("/srv/mingbai/var", str(data)),
        ("listen 80;", f"listen 127.0.0.1:{FRONT};"),
        ("www.mingxian.example;", "localhost;"),
        ("127.0.0.1:8000", f"127.0.0.1:{SERVER}"),
        ("rate=10r/s", "rate=10000r/s"),
    ):
        site = site.replace(old, new)
    (data / "site.conf").write_text(site, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    whole = f"{user} daemon off; pid {data}/nginx.pid; error_log {data}/nginx.log; events {{}} http {{ access_log off; include {data}/site.conf; }}"
    (data / "nginx.conf").write_text(whole, encoding="utf-8")
    return subprocess.Popen(["nginx", "-c", str(data / "nginx.conf")])


class World:
    """The small county of the tests and what is public in it."""

    def __init__(self, base: str) -> None:
        from mingbai.disclosure.factories import make_county

        self.base, self.county = base, make_county()
        self.public: list[Any] = []
        self.known: list[int] = []
        self.dice = random.Random(17)
        town, column = self.county.town.code, self.county.column.code
        self.lists = [
            "/",
            "/da/",
            f"/units/{town}/",
            f"/units/{town}/columns/{column}/",
            f"/units/{town}/columns/{column}/list.csv",
            "/feed.atom",
            f"/units/{town}/feed.atom",
            "/api/v1/items?limit=100",
        ]

    def act(self, number: int) -> list[str]:
        """One random act; what answered wrongly afterwards."""
        from mingbai.disclosure import services

        choice = self.dice.random()
        if self.public and choice < 0.4:
            item = self.public.pop(self.dice.randrange(len(self.public)))
            services.withdraw(self.county.final, disclosure=item, reason="outdated", note="重发")
            return self.wrong(item, present=False)
        if self.public and choice < 0.6:
            return self.wrong(self.correct(number), present=True)
        item = self.county.published(title=f"第{number}号森林防火通知")
        self.public.append(item)
        self.known.append(item.pk)
        return self.wrong(item, present=True)

    def correct(self, number: int) -> Any:
        from mingbai.disclosure import services
        from mingbai.disclosure.models import Disclosure, Draft
        from mingbai.disclosure.services.drafts import Content

        item = self.public.pop()
        services.start_correction(self.county.editor, disclosure=item, note="改标题")
        draft = Draft.objects.of(disclosure=item).get()
        from mingbai.disclosure.metadata import Metadata

        content = Content(f"第{number}号更正后的通知", draft.body_html, Metadata.from_json(draft.metadata))
        draft = services.save_draft(
            self.county.editor, disclosure=item, version=draft.version, content=content
        )
        edition = services.submit_draft(self.county.editor, disclosure=item, version=draft.version)
        services.publish_edition(self.county.final, disclosure=self.county.approve(edition))
        fresh = Disclosure.objects.of(pk=item.pk).get()
        self.public.append(fresh)
        return fresh

    def wrong(self, item: Any, *, present: bool) -> list[str]:
        found = []
        word = urllib.parse.quote(item.title)
        places = [
            *self.lists,
            f"/sitemap-{item.pk // 10_000}.xml",
            f"/search/?q={word}",
            f"/api/v1/search?q={word}",
        ]
        for path in places:
            sign = (
                f"/items/{item.pk}/"
                if "list.csv" in path or "sitemap" in path or "search/" in path
                else item.title
            )
            if (sign in fetch(self.base, path)[1]) is not present:
                found.append(path)
        for path in (f"/items/{item.pk}/", f"/da/items/{item.pk}/"):
            status, html = fetch(self.base, path)
            if (status, item.title in html) != ((200, True) if present else (410, True)):
                found.append(path)
        return found


def hammer(world: World, stop: threading.Event, counts: dict[str, int]) -> None:
    dice = random.Random(threading.get_ident())
    while not stop.is_set():
        path = dice.choice([*world.lists[:7], *(f"/items/{pk}/" for pk in world.known[-6:])])
        status, _ = fetch(world.base, path)
        counts["read"] += 1
        counts["failed"] += status >= 500


def run(acts: int, minutes: float, *, through_nginx: bool) -> dict[str, object]:
    world = World(f"http://127.0.0.1:{FRONT if through_nginx else SERVER}")
    stop, counts = threading.Event(), {"read": 0, "failed": 0}
    readers = [threading.Thread(target=hammer, args=(world, stop, counts)) for _ in range(3)]
    for reader in readers:
        reader.start()
    stale: list[str] = []
    started = time.perf_counter()
    done = 0
    for number in range(acts):
        if time.perf_counter() - started > minutes * 60:
            break
        done += 1
        stale += [f"act {number}: {path}" for path in world.act(number)]
    stop.set()
    for reader in readers:
        reader.join()
    return {
        "through": "nginx" if through_nginx else "embedded",
        "acts": done,
        "stale": len(stale),
        "examples": stale[:5],
        "reads_meanwhile": counts["read"],
        "failed_reads": counts["failed"],
        "seconds": round(time.perf_counter() - started),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=120, help="stop after so long")
    parser.add_argument("--nginx", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        data = Path(folder)
        os.environ["MINGBAI_DATA"] = folder
        from mingbai.cli import installation

        installation.setup()
        installation.migrate()
        processes = [start_server(data), *([start_nginx(data)] if options.nginx else [])]
        time.sleep(4)
        try:
            print(
                json.dumps(
                    run(options.acts, options.minutes, through_nginx=options.nginx),
                    ensure_ascii=False,
                    indent=1,
                )
            )
        finally:
            for process in processes:
                process.terminate()
                process.wait(10)
    return 0


if __name__ == "__main__":
    sys.exit(main())
