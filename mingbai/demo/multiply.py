"""The county's items again and again, for benchmarks: everything that hangs on an item is copied by the database itself,
set by set, and every copy is an item in its own right: own numbers, title, digest, and its own acts in the journal.

A copy differs from its model by the number of its round: ids go up by the width of the numbering, index and document
numbers by what was given out, instants go back by a second, so that everything stays on its day.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from json.encoder import encode_basestring
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models import Max, Model

from mingbai.accounts.scope import unscoped
from mingbai.core.databases import refresh_statistics
from mingbai.core.digests import canonical, digest_bytes
from mingbai.core.models import NumberSequence
from mingbai.demo.history import SLICE, report_to_catalogue, write_index
from mingbai.demo.tables import all_at_once
from mingbai.disclosure.models import (
    Attachment,
    Correction,
    Disclosure,
    Draft,
    Edition,
    EditionAuthor,
    EditionText,
    Fulfilment,
    Placement,
    Publication,
    Relation,
    Review,
    ReviewStep,
    Verdict,
    Withdrawal,
)
from mingbai.disclosure.publicity import report_waiting_texts
from mingbai.journal.models import Act
from mingbai.proofreading.models import Decision, FindingRecord

NUMBERED: tuple[type[Model], ...] = (Disclosure, Edition, Review, ReviewStep, Attachment)
# what the triggers look at stands before what they guard
COPIED: tuple[type[Model], ...] = (
    Edition, EditionText, EditionAuthor, Review, ReviewStep, Verdict, Disclosure, Draft, Draft.authors.through,
    Attachment, Publication, Withdrawal, Correction, Placement, Fulfilment, Relation, FindingRecord, Decision, Act,
)  # fmt: skip
MOST = 1000  # rounds; instants go back by as many seconds at most
_SERIAL = re.compile(r"^(?P<series>.*〔\d{4}〕)(?P<serial>\d+)号$")
_INDEX = re.compile(r"^(?P<series>.*/\d{4}-)(?P<serial>\d+)$")


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _held(model: type[Model]) -> str:
    """The table that keeps the rows of the first county at hand, for this connection alone."""
    return f"demo_first_{model._meta.db_table}"


def title_of(title: str, round_: int) -> str:
    return f"{title[:285]}（第{round_ + 1}份）"


class Serials:
    """Numbers of a series that go on where the first county ended: 3 of 12 becomes 15, then 27."""

    def __init__(self, form: re.Pattern[str], given: Iterable[str]) -> None:
        self.form = form
        self.last: dict[str, int] = defaultdict(int)
        for number in given:
            if found := form.match(number):
                self.last[found["series"]] = max(self.last[found["series"]], int(found["serial"]))

    def again(self, number: str | None, round_: int) -> str | None:
        found = self.form.match(number) if number else None
        if not found:
            return number
        series, width = found["series"], len(found["serial"])
        serial = int(found["serial"]) + round_ * self.last[series]
        return f"{series}{serial:0{width if self.form is _INDEX else 0}d}{number[found.end('serial') :]}"  # type: ignore[index]


@dataclass(frozen=True)
class FirstEdition:
    """An edition of the first county. `before`: the bytes of its digest up to the metadata; of an expunged one nothing."""

    id: int
    title: str
    metadata: dict[str, Any]
    attachments: list[dict[str, Any]]
    before: bytes
    canonical: bytes
    digest: str


class Copies:
    """What cannot be said in SQL: the copies' titles, numbers, metadata and digests."""

    def __init__(self, widths: dict[type[Model], int]) -> None:
        self.widths = widths
        rows = unscoped(Disclosure).order_by("pk")
        self.items = list(rows.values_list("pk", "title", "document_number", "index_number"))
        self.documents = Serials(_SERIAL, (row[2] for row in self.items))
        self.index = Serials(_INDEX, (row[3] for row in self.items if row[3]))
        drafts = unscoped(Draft).order_by("pk").values_list("pk", "title", "metadata")
        self.drafts = [(pk, title, metadata, self._varies(metadata)) for pk, title, metadata in drafts]
        self.editions = [self._first(row) for row in unscoped(Edition).select_related("text").iterator()]

    @staticmethod
    def _varies(metadata: dict[str, Any]) -> bool:
        return bool(metadata.get("document_number") or metadata.get("relations"))

    @staticmethod
    def _first(row: Edition) -> FirstEdition:
        files = canonical([[each["name"], each["digest"]] for each in row.attachments])
        html = encode_basestring(row.body_html).encode()
        before = b'{"files":%b,"html":%b,"metadata":' % (files, html) if hasattr(row, "text") else b""
        values = canonical(row.metadata)
        return FirstEdition(row.pk, row.title, row.metadata, row.attachments, before, values, row.digest)

    def metadata(self, values: dict[str, Any], round_: int) -> dict[str, Any]:
        shift = round_ * self.widths[Disclosure]
        return values | {
            "document_number": self.documents.again(values.get("document_number", ""), round_),
            "relations": [[kind, other + shift] for kind, other in values.get("relations", ())],
        }

    def item_rows(self, round_: int) -> Iterator[tuple[Any, ...]]:
        for pk, title, document, index in self.items:
            yield (pk, title_of(title, round_), self.documents.again(document, round_), self.index.again(index, round_))  # fmt: skip

    def draft_rows(self, round_: int) -> Iterator[tuple[Any, ...]]:
        for pk, title, metadata, varies in self.drafts:
            values = canonical(self.metadata(metadata, round_)).decode() if varies else None
            yield pk, title_of(title, round_), values

    def edition_rows(self, round_: int) -> Iterator[tuple[Any, ...]]:
        for first in self.editions:
            title, values, told = title_of(first.title, round_), first.canonical, None
            if self._varies(first.metadata):
                values = canonical(self.metadata(first.metadata, round_))
                told = values.decode()
            end = b',"title":%b}' % encode_basestring(title).encode()
            digest = digest_bytes(first.before + values + end) if first.before else first.digest
            yield first.id, title, told, self._files(first, round_), digest

    def _files(self, first: FirstEdition, round_: int) -> str | None:
        if not first.attachments:
            return None
        shift = round_ * self.widths[Attachment]
        return json.dumps([each | {"id": each["id"] + shift} for each in first.attachments], ensure_ascii=False)  # fmt: skip


class Statements:
    """The SQL of one round: INSERT … SELECT for every table, from the rows held at hand."""

    def __init__(self, widths: dict[type[Model], int]) -> None:
        self.widths = widths
        self.sqlite = connection.vendor == "sqlite"
        json_of = "{}" if self.sqlite else "CAST({} AS jsonb)"
        self.instead: dict[type[Model], tuple[str, dict[str, str]]] = {
            Edition: (
                "JOIN demo_edition x ON x.id = b.id",
                {"title": "x.title", "digest": "x.digest"}
                | {each: f"COALESCE({json_of.format(f'x.{each}')}, b.{each})" for each in ("metadata", "attachments")},
            ),
            Disclosure: (
                "JOIN demo_item x ON x.id = b.id",
                {each: f"x.{each}" for each in ("title", "document_number", "index_number")} | {"source_digest": "NULL"},
            ),
            Draft: (
                "JOIN demo_draft x ON x.id = b.disclosure_id",
                {"title": "x.title", "metadata": f"COALESCE({json_of.format('x.metadata')}, b.metadata)"},
            ),
            Verdict: ("JOIN demo_edition x ON x.id = b.demo_edition", {"edition_digest": "x.digest"}),
            FindingRecord: (
                "",
                {"subject_id": f"b.subject_id + CASE b.subject_type WHEN 'edition' THEN {self._up(Edition)} "
                               f"ELSE {self._up(Disclosure)} END"},
            ),
            Decision: ("", {"item_id": f"b.item_id + {self._up(Disclosure)}"}),
            Act: (
                "JOIN demo_item x ON x.id = b.demo_item LEFT JOIN demo_edition o ON o.id = b.demo_old "
                "LEFT JOIN demo_edition n ON n.id = b.demo_new",
                {"object_id": f"CAST(b.demo_item + {self._up(Disclosure)} AS varchar(40))", "object_label": "x.title",
                 "before_digest": "COALESCE(o.digest, b.before_digest)",
                 "after_digest": "COALESCE(n.digest, b.after_digest)"},
            ),
        }  # fmt: skip
        self.templates = [self._template(model) for model in COPIED]

    def _up(self, model: type[Model]) -> str:
        return f"{{round}} * {self.widths[model]}"

    def _moved(self, column: str) -> str:
        return (
            f"datetime({column}, '-{{round}} seconds')"
            if self.sqlite
            else f"{column} - interval '{{round}} seconds'"
        )

    def _expression(self, field: "models.Field[Any, Any]", instead: dict[str, str]) -> str:
        column = f"b.{_quoted(str(field.column))}"
        if str(field.column) in instead:
            return instead[str(field.column)]
        if field.primary_key and not field.is_relation:
            return f"{column} + {self._up(field.model)}"
        if field.is_relation and (target := _numbering(field)) in self.widths:
            return f"{column} + {self._up(target)}"
        return self._moved(column) if isinstance(field, models.DateTimeField) else column

    def _template(self, model: type[Model]) -> str:
        joins, instead = self.instead.get(model, ("", {}))
        fields = _copied_fields(model)
        names = ", ".join(_quoted(str(field.column)) for field in fields)
        values = ", ".join(self._expression(field, instead) for field in fields)
        table, held = _quoted(model._meta.db_table), _quoted(_held(model))
        return f"INSERT INTO {table} ({names}) SELECT {values} FROM {held} b {joins} ORDER BY b.demo_place"  # noqa: S608

    def run(self, round_: int) -> None:
        with connection.cursor() as cursor:
            for template in self.templates:
                cursor.execute(template.format(round=round_))


def _numbering(field: "models.Field[Any, Any]") -> type[Model]:
    """The table whose numbers a reference holds: a draft has those of its item."""
    target = field.related_model
    assert isinstance(target, type)
    return Disclosure if target is Draft else target


def _copied_fields(model: type[Model]) -> "list[models.Field[Any, Any]]":
    """All but the numbers that the database gives out itself."""
    return [
        field
        for field in model._meta.concrete_fields
        if not (field.primary_key and not field.is_relation and model not in NUMBERED)
    ]


def _hold() -> None:
    """Copy the first county's rows aside: reading and writing one table at once makes the database do it each time."""
    item = "CAST(b.object_id AS bigint)"
    edition = "(SELECT MIN(e.id) FROM disclosure_edition e WHERE e.disclosure_id = {item} AND e.digest = b.{side}_digest)"
    more = {
        Act: f", {item} AS demo_item, {edition.format(item=item, side='before')} AS demo_old, "
        f"{edition.format(item=item, side='after')} AS demo_new",
        Verdict: ", (SELECT r.edition_id FROM disclosure_review_step s JOIN disclosure_review r ON r.id = s.review_id "
        "WHERE s.id = b.step_id) AS demo_edition",
    }
    which = {
        Act: "WHERE b.object_type = 'disclosure'",
        FindingRecord: "WHERE b.subject_type IN ('draft', 'edition')",
        Decision: "WHERE b.item_type = 'disclosure'",
    }
    with connection.cursor() as cursor:
        for model in COPIED:
            cursor.execute(
                f"CREATE TEMPORARY TABLE {_quoted(_held(model))} AS SELECT b.*, "  # noqa: S608
                f"b.{_quoted(str(model._meta.pk.column))} AS demo_place{more.get(model, '')} "
                f"FROM {_quoted(model._meta.db_table)} b {which.get(model, '')} ORDER BY demo_place"
            )
        cursor.execute(
            "CREATE TEMPORARY TABLE demo_item "
            "(id integer PRIMARY KEY, title text, document_number text, index_number text)"
        )
        cursor.execute(
            "CREATE TEMPORARY TABLE demo_draft (id integer PRIMARY KEY, title text, metadata text)"
        )
        cursor.execute(
            "CREATE TEMPORARY TABLE demo_edition "
            "(id integer PRIMARY KEY, title text, metadata text, attachments text, digest text)"
        )


def _let_go() -> None:
    with connection.cursor() as cursor:
        for name in (*map(_held, COPIED), "demo_item", "demo_draft", "demo_edition"):
            cursor.execute(f"DROP TABLE {_quoted(name)}")


def _fill(table: str, width: int, rows: Iterable[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608
        cursor.executemany(f"INSERT INTO {table} VALUES ({', '.join(['%s'] * width)})", list(rows))  # noqa: S608


def _round(copies: Copies, statements: Statements, round_: int) -> None:
    _fill("demo_item", 4, copies.item_rows(round_))
    _fill("demo_draft", 3, copies.draft_rows(round_))
    _fill("demo_edition", 5, copies.edition_rows(round_))
    statements.run(round_)


def _last(model: type[Model]) -> int:
    return int(unscoped(model).aggregate(last=Max("pk"))["last"] or 0)


def _go_on_counting(scale: int) -> None:
    rows = list(NumberSequence.objects.filter(key__startswith="index:"))
    for row in rows:
        row.last *= scale
    NumberSequence.objects.bulk_update(rows, ["last"], batch_size=500)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(NUMBERED)):
            cursor.execute(statement)


def multiply(scale: int, *, index: bool, say: Callable[[str], None]) -> int:
    """Every item of the county `scale` times in all, in whatever state it is; returns how many were added. Their acts
    are left to the sealer. Nobody may be at work meanwhile."""
    widths = {model: _last(model) for model in NUMBERED}
    number = unscoped(Disclosure).count()
    with all_at_once(COPIED):
        copies, statements = Copies(widths), Statements(widths)
        _hold()
        for round_ in range(1, scale):
            with transaction.atomic(savepoint=False):
                _round(copies, statements, round_)
            if connection.vendor == "postgresql" and round_ & (round_ - 1) == 0:
                refresh_statistics()
            say(f"已写入 {number * (round_ + 1)}/{number * scale} 条")
        _let_go()
        with transaction.atomic(savepoint=False):
            _go_on_counting(scale)
    report_to_catalogue()
    for unit_id in unscoped(Draft).order_by().values_list("disclosure__unit", flat=True).distinct():
        report_waiting_texts(unit_id)
    refresh_statistics()
    if index:
        _index(widths[Disclosure], say)
    return number * (scale - 1)


def _index(last: int, say: Callable[[str], None]) -> None:
    rows = unscoped(Disclosure).filter(pk__gt=last, state=Disclosure.State.PUBLISHED).order_by("pk")
    ids = list(rows.values_list("pk", flat=True))
    for start in range(0, len(ids), SLICE):
        with transaction.atomic():
            write_index(ids[start : start + SLICE])
        say(f"已编入检索 {min(start + SLICE, len(ids))}/{len(ids)} 条")
