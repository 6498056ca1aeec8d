"""Clerks of the demonstration county for the measure of freshness: what they do at random, and what every public address
must say as soon as the act is answered."""

import io
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import quote

from benchmarks.freshness_hosts import Browser, Host, Refused
from benchmarks.freshness_probes import Piece, Probe, Seen

TOWNS = ("songyue", "hetian", "liudi", "baihe")
COLUMNS = ("通知公告", "工作动态", "就业", "涉农")


class NotAnswered(Exception):
    """The act has no answer to judge by: the worker's round published the item first, or another host was too slow to
    confirm and the desk said so."""


@dataclass
class County:
    """What all clerks share: the people's sessions, and a pass so that a whole look at the store finds no act under way."""

    hosts: list[Host]
    sessions: dict[str, str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def session(self, username: str) -> str:
        from django.test import Client

        from mingbai.accounts.models import Person

        with self.lock:
            if username not in self.sessions:
                client = Client()
                client.force_login(
                    Person.objects.get(username=username),
                    "allauth.account.auth_backends.AuthenticationBackend",
                )
                self.sessions[username] = client.cookies["sessionid"].value
            return self.sessions[username]


class Clerk(Seen):
    """One unit's people. Every act is prepared by the services; the decisive step is pressed over HTTP."""

    def __init__(self, county: County, number: int) -> None:
        from mingbai.demo.desk_work import Office

        self.county, self.number, self.dice = county, number, Random(number)  # noqa: S311
        self.browsers = [Browser(host.port, self.dice) for host in county.hosts]
        self.office = Office()
        self.unit = self.office.units[TOWNS[number % len(TOWNS)]]
        self.adoptions = [self.office.column(self.unit, word) for word in COLUMNS]
        self.public: list[Piece] = []
        self.withdrawn: list[Piece] = []
        self.serial = 0
        self.acts = dict[str, int]()
        self.stale: list[str] = []
        self.unanswered: list[str] = []
        self.checked = 0

    # acts

    def act(self) -> None:
        """One random act of those that are possible now, and a look at everything it must have changed."""
        choices: list[tuple[int, Callable[[], list[Probe]]]] = [(30, self.publish), (3, self.rename)]
        if len(self.public) > 3:
            choices += [(24, self.withdraw), (16, self.correct), (10, self.move), (3, self.rename_column)]
        if self._papers():
            choices.append((8, self.repeal))
        if self.withdrawn:
            choices += [(5, self.expunge), (5, self.publish_again)]
        weights = [weight for weight, _ in choices]
        chosen = self.dice.choices([act for _, act in choices], weights)[0]
        try:
            probes = chosen()
        except NotAnswered as error:
            self.unanswered.append(str(error))
            return
        self.acts[chosen.__name__] = self.acts.get(chosen.__name__, 0) + 1
        self._look(chosen.__name__, probes)

    def publish(self) -> list[Probe]:
        kind = self.dice.choice(["notice", "notice", "normative_document", "interpretation"])
        about = self.dice.choice(self.public) if self.public and kind == "interpretation" else None
        columns = self.dice.sample([row.column for row in self.adoptions], self.dice.choice([1, 1, 2]))
        title = self._title()
        item = self._draft(title, kind, columns, about.pk if about else None)
        piece = Piece(item.pk, title, columns, kind, about=about.pk if about else None)
        if self.dice.random() < 0.4:
            piece.files = [self._attach(item, title)]
        self._release(item)
        self.public.append(piece)
        return self._shown(piece)

    def withdraw(self) -> list[Probe]:
        piece = self.public.pop(self.dice.randrange(len(self.public)))
        reason = self.dice.choice(["outdated", "privacy"])
        self._press("final", piece, "withdraw", reason=reason, note="情况有变。")
        self.withdrawn.append(piece)
        return [*self._gone(piece), *self._tombs(piece, hides=reason == "privacy")]

    def correct(self) -> list[Probe]:
        piece = self.dice.choice(self.public)
        before = piece.title
        self._rewrite(piece)
        return [*self._shown(piece), *self._unsaid(piece, before)]

    def publish_again(self) -> list[Probe]:
        """A withdrawn item comes back under another title."""
        piece = self.withdrawn.pop()
        self._rewrite(piece)
        self.public.append(piece)
        return self._shown(piece)

    def move(self) -> list[Probe]:
        piece = self.dice.choice(self.public)
        before = piece.columns
        after = [row.column for row in self.adoptions if row.column not in before][:1]
        if piece.is_repealed:
            return []
        self._press("editor", piece, "move_item", column=after[0].pk)
        piece.columns = after
        left = [self._in_column(piece, column, shown=False) for column in before]
        return [*self._shown(piece), *(probe for probes in left for probe in probes)]

    def repeal(self) -> list[Probe]:
        """By another paper of the unit where there is one; its page must not outlive it here."""
        piece = self.dice.choice(self._papers())
        later = [each for each in self._papers() if each.pk > piece.pk]
        successor = later[0] if later else None
        from mingbai.core import clock

        day = clock.today().isoformat()
        self._press(
            "final",
            piece,
            "repeal",
            on=day,
            reason="新的办法已经印发。",
            successor=successor.pk if successor else "",
        )
        piece.is_repealed = True
        own = f"/items/{piece.pk}/"
        probes = [
            Probe(own, "仅供查考"),
            Probe(f"/da{own}", "仅供查考"),
            Probe(f"/api/v1{own[:-1]}", "repealed"),
        ]
        probes += [Probe(own, successor.title)] if successor else []
        return [*probes, *self._shown(piece)]

    def expunge(self) -> list[Probe]:
        from mingbai.disclosure.models import Disclosure, Edition
        from mingbai.disclosure.services import ask_expunction

        piece = self.withdrawn.pop()
        county = self.office.units["mingxian"]
        item = Disclosure.objects.of(pk=piece.pk).get()
        edition = (
            Edition.objects.of(disclosure=item).select_related("disclosure__unit").order_by("-number")[0]
        )
        ask_expunction(self.office.actor("inspector", county), edition=edition, reason="不应公开的内容。")
        self._press("office", piece, "expunge_edition", unit="mingxian")
        return self._gone(piece)

    def rename(self) -> list[Probe]:
        before, self.serial = self.unit.label, self.serial + 1
        name = f"{self.unit.code}第{self.serial}次更名镇"
        fields = {"name": name + "人民政府", "short_name": name, "on": "2026-01-01", "reason": "区划调整。"}
        self._post("admin@mingxian", f"/desk/units/{self.unit.code}/rename/", fields)
        self.unit.refresh_from_db()
        home = f"/units/{self.unit.code}/"
        paths = [
            home,
            f"/da{home}",
            f"{home}feed.atom",
            "/",
            "/da/",
            "/units/",
            "/ask/",
            "/sitemap/",
            "/api/v1/units",
        ]
        if self.public:
            piece = self.public[-1]
            own = f"/items/{piece.pk}/"
            paths += [
                own,
                f"/da{own}",
                f"{own}print/",
                f"/search/?q={quote(piece.title)}",
                f"/api/v1{own[:-1]}",
            ]
            paths += [f"{home}columns/{column.code}/" for column in piece.columns]
        shown = [Probe(path, name) for path in paths]
        gone = [Probe(path, f"{before}<", shown=False) for path in paths]
        return [*shown, *gone, Probe("/feed.atom", f"{before}人民政府<", shown=False)]

    def rename_column(self) -> list[Probe]:
        from mingbai.catalogue.services import change_adoption

        adoption = self.dice.choice([row for row in self.adoptions if row.column.code.count(".") < 2])
        before, self.serial = adoption.name, self.serial + 1
        name = f"{adoption.column.name}（{self.serial}）"
        actor = self.office.actor("office", self.office.units["mingxian"])
        change_adoption(actor, adoption=adoption, own_name=name)
        home = f"/units/{self.unit.code}/"
        paths = [home, f"/da{home}", f"{home}columns/{adoption.column.code}/"]
        return [
            *(Probe(path, name) for path in paths),
            *(Probe(path, f">{before}<", shown=False) for path in paths),
        ]

    # how acts are done

    def _title(self) -> str:
        self.serial += 1
        return f"关于第{self.number}区第{self.serial}号堤段防汛检查的通知"

    def _papers(self) -> list[Piece]:
        return [each for each in self.public if each.kind == "normative_document" and not each.is_repealed]

    def _draft(self, title: str, kind: str, columns: list[Any], about: int | None) -> Any:
        from mingbai.disclosure.metadata import Metadata
        from mingbai.disclosure.services import create_draft
        from mingbai.disclosure.services.drafts import Content

        metadata = Metadata(
            kind=kind,
            columns=tuple(column.pk for column in columns),
            relations=(("interprets", about),) if about else (),
        )
        content = Content(title, "<p>请各村查看堤身和涵闸。</p>", metadata)
        return create_draft(self.office.actor("editor", self.unit), unit=self.unit, content=content)

    def _attach(self, item: Any, title: str) -> tuple[int, str, str]:
        """(number, suffix, a word that only this file holds)"""
        import docx

        from mingbai.disclosure.services import add_attachment

        self.serial += 1
        word, document, buffer = f"附件暗号{self.number}{self.serial}甲", docx.Document(), io.BytesIO()
        document.add_paragraph(f"{title}的附表，{word}。")
        document.save(buffer)
        actor = self.office.actor("editor", self.unit)
        made = add_attachment(actor, disclosure=item, name="附表.docx", content=buffer.getvalue())
        return made.pk, "docx", word

    def _release(self, item: Any) -> None:
        """Submitted and approved by three people, then the press that makes it public."""
        from mingbai.demo.desk_work import AGREED, REVIEWERS
        from mingbai.disclosure.models import Draft
        from mingbai.disclosure.services import approve_step, submit_draft

        version = Draft.objects.of(disclosure=item).get().version
        edition = submit_draft(self.office.actor("editor", self.unit), disclosure=item, version=version)
        # not the office's own way, which sets the clock of the whole process
        for post in REVIEWERS:
            step = self.office.open_step(edition)
            approve_step(self.office.actor(post, step.unit), step=step, digest=edition.digest, consent=AGREED)
        try:
            self._post(f"editor@{self.unit.code}", f"/desk/disclosures/{item.pk}/act/publish_edition/", {})
        except Refused as error:
            if "不能发布" in error.page:
                raise NotAnswered("the worker's round was first") from error
            raise

    def _rewrite(self, piece: Piece) -> None:
        from mingbai.disclosure.metadata import Metadata
        from mingbai.disclosure.models import Disclosure
        from mingbai.disclosure.services import save_draft, start_correction
        from mingbai.disclosure.services.drafts import Content

        item, editor = (
            Disclosure.objects.of(pk=piece.pk).select_related("unit").get(),
            self.office.actor("editor", self.unit),
        )
        draft = start_correction(editor, disclosure=item, note="改标题")
        piece.title = self._title()
        content = Content(piece.title, draft.body_html, Metadata.from_json(draft.metadata))
        save_draft(editor, disclosure=item, version=draft.version, content=content)
        self._release(Disclosure.objects.of(pk=piece.pk).select_related("unit").get())

    def _press(self, post: str, piece: Piece, act: str, unit: str = "", **fields: object) -> None:
        self._post(f"{post}@{unit or self.unit.code}", f"/desk/disclosures/{piece.pk}/act/{act}/", fields)

    def _post(self, username: str, path: str, fields: dict[str, object]) -> None:
        try:
            self.dice.choice(self.browsers).post(path, self.county.session(username), fields)
        except Refused as error:
            if "尚未确认" in error.page:
                raise NotAnswered("another host did not confirm in time") from error
            raise

    def _note(self, line: str) -> None:
        self.stale.append(line)
        print(line, file=sys.stderr, flush=True)

    def _look(self, act: str, probes: list[Probe]) -> None:
        groups: dict[str, list[Probe]] = {}
        for number, probe in enumerate(probes):
            groups.setdefault(f"{probe.one_of} {probe.shown}" if probe.one_of else str(number), []).append(
                probe
            )
        for probe in map(self.dice.choice, groups.values()):
            for browser in self.browsers:
                answer = browser.get(probe.path)
                self.checked += 1
                if answer.status != probe.status or answer.says(probe.sign) is not probe.shown:
                    kept = "，304" if answer.conditional else ""
                    self._note(
                        f"{act}: {probe.path} port {browser.port} {answer.status}{kept}, {probe.sign} {'missing' if probe.shown else 'still there'}"
                    )
