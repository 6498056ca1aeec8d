"""A cold item page beside a page of a freshly started Wagtail project: the same article, a comparable menu, the same server
with the same number of processes and threads, in one run.

    python -m benchmarks.portal_wagtail_peer [--venv DIR] [--seconds 4] [--rounds 3]

The peer gets an environment of its own (`--venv` keeps it for the next time) with the newest Wagtail.
"""

import argparse
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from benchmarks.desk_lists import calibration
from benchmarks.freshness_hosts import Browser, Host
from benchmarks.portal_read_path import ARTICLE, SERVER, hit, make_items

PEER = SERVER + 2
# metadata as fields, the article as rich text, as Wagtail's own tutorial has it
MODELS = """
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page


class ColumnPage(Page):
    content_panels = Page.content_panels


class ItemPage(Page):
    number = models.CharField(max_length=80, blank=True)
    office = models.CharField(max_length=80, blank=True)
    theme = models.CharField(max_length=80, blank=True)
    written_on = models.DateField("written on")
    body = RichTextField(blank=True)
    content_panels = Page.content_panels + [FieldPanel("written_on"), FieldPanel("body")]

    def get_context(self, request):
        context = super().get_context(request)
        context["menu"] = self.get_site().root_page.get_children().live().in_menu()
        context["crumbs"] = self.get_ancestors().filter(depth__gt=1)
        context["related"] = self.get_siblings(inclusive=False).live().order_by("-first_published_at")[:5]
        return context
"""
TEMPLATE = """{% extends "base.html" %}{% load wagtailcore_tags %}
{% block content %}
<nav>{% for entry in menu %}<a href="{% pageurl entry %}">{{ entry.title }}</a>{% endfor %}</nav>
<p>{% for crumb in crumbs %}<a href="{% pageurl crumb %}">{{ crumb.title }}</a>{% endfor %}</p>
<h1>{{ page.title }}</h1>
<table><tr><th>号</th><td>{{ page.number }}</td><th>机构</th><td>{{ page.office }}</td></tr>
<tr><th>主题</th><td>{{ page.theme }}</td><th>日期</th><td>{{ page.written_on|date:"Y-m-d" }}</td></tr></table>
{{ page.body|richtext }}
<ul>{% for entry in related %}<li><a href="{% pageurl entry %}">{{ entry.title }}</a></li>{% endfor %}</ul>
{% endblock %}
"""
CONTENT = """
import json, sys
from datetime import date
from home.models import ColumnPage, ItemPage
from wagtail.models import Site

article = json.loads(sys.stdin.read())
root = Site.objects.get(is_default_site=True).root_page.specific
menu = [root.add_child(instance=ColumnPage(title=f"栏目{n}", slug=f"column-{n}", show_in_menus=True)) for n in range(8)]
for n in range(6):
    menu[0].add_child(instance=ItemPage(
        title=f"关于开展第{n}次森林防火工作的通知", slug=f"item-{n}", body=article, written_on=date(2026, 11, 2),
        number="明政办〔2026〕7号", office="明县人民政府办公室", theme="林业",
    ))
"""
SETTINGS = """
from .base import *
DEBUG = False
SECRET_KEY = "only for a comparison of speed, on loopback"
ALLOWED_HOSTS = ["*"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
"""
COUNT = """
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

Client(HTTP_HOST="localhost").get("/column-0/item-5/")
with CaptureQueriesContext(connection) as captured:
    answer = Client(HTTP_HOST="localhost").get("/column-0/item-5/")
print(answer.status_code, len(captured), len(answer.content))
"""


class Peer:
    """A Wagtail project made in a folder, served by gunicorn."""

    def __init__(self, venv: Path, folder: Path) -> None:
        self.python, self.folder = venv / "bin" / "python", folder / "peer"
        self.environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        self.environment |= {"DJANGO_SETTINGS_MODULE": "peer.settings.bench"}
        if not self.python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
            self._run("-m", "pip", "install", "--quiet", "wagtail", "gunicorn", cwd=folder)
        self.folder.mkdir()
        subprocess.run(
            [str(venv / "bin" / "wagtail"), "start", "peer", str(self.folder)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        with (self.folder / "home" / "models.py").open("a", encoding="utf-8") as models:
            models.write(MODELS)
        (self.folder / "home" / "templates" / "home" / "item_page.html").write_text(
            TEMPLATE, encoding="utf-8"
        )
        (self.folder / "peer" / "settings" / "bench.py").write_text(SETTINGS, encoding="utf-8")
        for command in (["makemigrations", "-v0", "home"], ["migrate", "-v0"]):
            self._run("manage.py", *command)
        self._run("manage.py", "shell", "-c", CONTENT, told=json.dumps(ARTICLE))

    def _run(self, *arguments: str, told: str | None = None, cwd: Path | None = None) -> str:
        done = subprocess.run(
            [str(self.python), *arguments],
            cwd=cwd or self.folder,
            env=self.environment,
            input=told,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout

    def facts(self) -> dict[str, object]:
        status, queries, size = self._run("manage.py", "shell", "-c", COUNT).split()[-3:]
        version = self._run("-c", "import wagtail; print(wagtail.__version__)").strip()
        return {"wagtail": version, "status": int(status), "queries": int(queries), "page_bytes": int(size)}

    def start(self) -> subprocess.Popen[bytes]:
        command = [str(self.python), "-m", "gunicorn", "peer.wsgi:application", "--bind", f"127.0.0.1:{PEER}"]
        command += ["--worker-class", "gthread", "--workers", "2", "--threads", "8", "--log-level", "error"]
        return subprocess.Popen([*command, "--no-control-socket"], cwd=self.folder, env=self.environment)


def until_it_answers(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"nothing answers on port {port}")


def processor_seconds(group: subprocess.Popen[bytes]) -> float:
    """Of the server's processes so far."""
    told = subprocess.run(
        ["ps", "--ppid", str(group.pid), "-o", "pid="], capture_output=True, text=True, check=True
    )
    ticks = 0
    for pid in told.stdout.split():
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def compare(venv: Path, folder: Path, seconds: int, rounds: int) -> dict[str, object]:
    peer = Peer(venv, folder)
    host, theirs = Host(folder, SERVER, with_worker=False), peer.start()
    host.start()
    ours = host.processes[0]
    try:
        item = make_items()
        for port in (SERVER, PEER):
            until_it_answers(port)
        servers = {
            "ours": (ours, f"http://127.0.0.1:{SERVER}/items/{item}/?cold=1"),
            "peer": (theirs, f"http://127.0.0.1:{PEER}/column-0/item-5/"),
        }
        found: dict[str, list[dict[str, float]]] = {name: [] for name in servers}
        for _ in range(8):
            for _, url in servers.values():
                where = urlsplit(url)
                path = url.removeprefix(f"http://{where.netloc}")
                assert Browser(where.port or 0, Random(0)).get(path).status == 200, url  # noqa: S311
        for number in range(rounds + 1):
            for name, (process, url) in servers.items():
                before = processor_seconds(process)
                run = hit(url, seconds)
                used = processor_seconds(process) - before
                run["processor_ms"] = used * 1000 / (run["requests_per_second"] * seconds)
                if number:  # the first round warms up
                    found[name].append(run)
        report: dict[str, object] = {"calibration_ms": calibration(), "peer_is": peer.facts()}
        for name, runs in found.items():
            report[name] = {key: round(statistics.median(run[key] for run in runs), 2) for key in runs[0]}
        for key in ("requests_per_second", "processor_ms"):
            ratios = [one[key] / other[key] for one, other in zip(found["ours"], found["peer"], strict=True)]
            report[f"{key}_ours_to_peer"] = round(statistics.median(ratios), 2)
        return report
    finally:
        host.stop()
        theirs.terminate()
        theirs.wait(15)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--venv")
    parser.add_argument("--seconds", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["MINGBAI_DATA"] = name
        from mingbai.cli import installation

        installation.setup()
        installation.migrate()
        venv = Path(options.venv).resolve() if options.venv else folder / "venv"
        print(json.dumps(compare(venv, folder, options.seconds, options.rounds), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
