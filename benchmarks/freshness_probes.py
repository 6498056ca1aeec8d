"""What every public address must say of an item, for the measure of freshness."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

# of the newest of a crowded list, so many may come from other clerks meanwhile
SLACK = 6
PAGE = 20


@dataclass(frozen=True)
class Probe:
    """What a path must say: `sign` is there or not, the status is this one. Of several with the same `one_of` each look
    takes one, by the dice."""

    path: str
    sign: str
    shown: bool = True
    status: int = 200
    one_of: str = ""


@dataclass
class Piece:
    """A public item as its clerk knows it."""

    pk: int
    title: str
    columns: list[Any]
    kind: str
    files: list[tuple[int, str, str]] = field(default_factory=list)
    about: int | None = None
    is_repealed: bool = False


class Seen:
    """The public addresses of one unit and its items."""

    unit: Any
    public: list[Piece]

    def _own(self, piece: Piece) -> list[str]:
        own = f"/items/{piece.pk}/"
        return [own, f"/da{own}", f"{own}print/", f"/da{own}print/"]

    def _of_own(self, piece: Piece, sign: str, *, shown: bool = True, status: int = 200) -> list[Probe]:
        own, large, *printed = self._own(piece)
        return [
            *(Probe(path, sign, shown, status) for path in (own, large)),
            *(Probe(path, sign, shown, status, "print") for path in printed),
        ]

    def _in_column(self, piece: Piece, column: Any, *, shown: bool = True, title: str = "") -> list[Probe]:
        path = f"/units/{self.unit.code}/columns/{column.code}/"
        said, page, file = title or piece.title, f"column {column.pk}", f"file of {column.pk}"
        old = shown and not self._is_among(piece, PAGE, unit=self.unit, column=column)
        # the address itself shows the newest; what is older stands on numbered pages
        pages = [] if old else [Probe(where, said, shown, one_of=page) for where in (path, f"/da{path}")]
        files = ("list.csv", "list.json") if old else ("list.csv", "list.json", "feed.atom")
        return [*pages, *(Probe(path + name, said, shown, one_of=file) for name in files)]

    def _lists(self, piece: Piece, *, shown: bool, title: str = "") -> list[Probe]:
        """Lists that hold everything, then those that hold only the newest."""
        said = title or piece.title
        probes = [
            probe
            for column in piece.columns
            for probe in self._in_column(piece, column, shown=shown, title=said)
        ]
        home = f"/units/{self.unit.code}/"
        crowded = {
            "unit": [home, f"/da{home}"],
            "home": ["/", "/da/"],
            "feed": [f"{home}feed.atom", "/feed.atom"],
        }
        crowded["api"] = ["/api/v1/items?limit=100", f"/api/v1/items?unit={self.unit.code}"]
        by_kind = {"normative_document": "policies", "interpretation": "interpretations"}
        if piece.kind in by_kind:
            base = f"/{by_kind[piece.kind]}/"
            crowded["kind"] = [base, f"/da{base}", f"{base}list.csv"]
        topics = {column.topic for column in piece.columns}
        crowded["topic"] = [f"/topics/{slug}/" for slug, held in self._topics() if topics & held]
        if not shown or self._is_new(piece):
            probes += [
                Probe(path, said, shown, one_of=name) for name, paths in crowded.items() for path in paths
            ]
        word = quote(said)
        asked = (
            f"/search/?q={word}",
            f"/da/search/?q={word}",
            f"/api/v1/search?q={word}",
            f"/search/suggest/?q={word}",
        )
        # a page that found nothing repeats the words asked: the address of the item tells
        found = [Probe(path, f"/items/{piece.pk}/", shown, one_of="search") for path in asked[:2]]
        probes += [*found, Probe(asked[2], f"/items/{piece.pk}/", shown)] if not title else []
        return [*probes, Probe(asked[3], said, shown)] if not shown else probes

    def _topics(self) -> list[tuple[str, set[str]]]:
        from mingbai.portal.selectors import tasks

        return [(task["slug"], set(task["topics"])) for task in tasks()]

    def _is_new(self, piece: Piece) -> bool:
        """Whether it is so new that no list of the newest can have lost it to others meanwhile."""
        return self._is_among(piece, 10 - SLACK)

    @staticmethod
    def _is_among(piece: Piece, newest: int, **where: Any) -> bool:
        from mingbai.disclosure.selectors import public_items

        return piece.pk in public_items(**where).values_list("pk", flat=True)[:newest]

    def _shown(self, piece: Piece) -> list[Probe]:
        probes = self._of_own(piece, piece.title)
        probes += [
            Probe(f"/api/v1/items/{piece.pk}", piece.title),
            Probe(f"/items/{piece.pk}/qr.svg", "<svg"),
        ]
        probes.append(Probe(f"/sitemap-{piece.pk // 10_000}.xml", f"/items/{piece.pk}/"))
        for number, suffix, word in piece.files:
            probes.append(Probe(f"/items/{piece.pk}/files/{number}.{suffix}", "word/document.xml"))
            probes += [Probe(f"{base}/items/{piece.pk}/files/{number}/", word) for base in ("", "/da")]
            probes.append(Probe(f"/api/v1/search?q={quote(word)}", f"/items/{piece.pk}/"))
        if piece.about and any(each.pk == piece.about for each in self.public):
            probes.append(Probe(f"/items/{piece.about}/", piece.title))
        return [*probes, *self._lists(piece, shown=True)]

    def _unsaid(self, piece: Piece, title: str) -> list[Probe]:
        """The former title: its own page names it nowhere, nor does any list."""
        own = self._of_own(piece, title, shown=False)
        return [*own, *self._lists(piece, shown=False, title=title)]

    def _gone(self, piece: Piece) -> list[Probe]:
        own = f"/items/{piece.pk}/"
        probes = self._of_own(piece, "请各村查看堤身", shown=False, status=410)
        probes += [Probe(f"/api/v1{own[:-1]}", piece.title, shown=False, status=404)]
        probes += [Probe(f"{own}qr.svg", "<svg", shown=False, status=404)]
        probes.append(Probe(f"/sitemap-{piece.pk // 10_000}.xml", own, shown=False))
        for number, suffix, word in piece.files:
            probes.append(
                Probe(f"{own}files/{number}.{suffix}", "word/document.xml", shown=False, status=410)
            )
            probes += [
                Probe(f"{base}{own}files/{number}/", word, shown=False, status=410) for base in ("", "/da")
            ]
            probes += [Probe(f"/api/v1/search?q={quote(word)}", own, shown=False)]
            probes += [Probe(f"/search/?q={quote(word)}", own, shown=False)]
        others = [
            each
            for each in self.public
            if each.pk == piece.about or each.about == piece.pk or each.kind == piece.kind
        ]
        probes += [Probe(f"/items/{each.pk}/", piece.title, shown=False) for each in others[:4]]
        return [*probes, *self._lists(piece, shown=False)]

    def _tombs(self, piece: Piece, *, hides: bool) -> list[Probe]:
        return self._of_own(piece, piece.title, shown=not hides, status=410)
