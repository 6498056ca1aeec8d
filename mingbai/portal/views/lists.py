"""Lists: of a unit's column, of what people come for, of policies. Pages are numbered from the oldest, so that an
address keeps its content when something new comes; the list's own address shows the newest."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from mingbai.accounts.models import Unit
from mingbai.catalogue.selectors import public_statement
from mingbai.core import clock, pages
from mingbai.core.pages import stored_page
from mingbai.disclosure.models import Disclosure, Kind, Validity
from mingbai.portal import selectors
from mingbai.portal.frame import origin
from mingbai.portal.views.common import ColumnTags, Crumb, page, prefix

SIZE = 20
# how long a list for machines is kept as a whole, and how much of a longer one is read at a time
KEPT = 5_000
SLICE = 1_000
BODIES = ("county", "town", "subdistrict", "bureau", "office")
POLICY_KINDS = (Kind.NORMATIVE_DOCUMENT,)


@dataclass(frozen=True)
class Slice:
    """One page of a list. `number` None: the newest, which also shows the page before unless that would be long."""

    rows: list[Disclosure]
    total: int
    number: int | None
    last: int

    @property
    def newer(self) -> int | None:
        """The page of what came after; 0 is the list's own address."""
        if self.number is None:
            return None
        return self.number + 1 if self.number + 1 < self.last else 0

    @property
    def older(self) -> int | None:
        number = self.last - 1 if self.number is None else self.number - 1
        return number if number >= 1 else None


def cut(rows: QuerySet[Disclosure], number: int | None) -> Slice:
    """Numbered from the oldest: page 1 holds the first `SIZE` items ever published here."""
    total = rows.count()
    last = max(1, total // SIZE)
    if number is None:
        start = (last - 1) * SIZE
        return Slice(list(rows[: total - start]), total, None, last)
    if not 1 <= number < last:
        raise Http404
    ascending = rows.order_by("published_at", "pk")[(number - 1) * SIZE : number * SIZE]
    return Slice(list(ascending)[::-1], total, number, last)


def _filtered(
    request: HttpRequest, rows: QuerySet[Disclosure]
) -> tuple[QuerySet[Disclosure], dict[str, str]]:
    """By a word of title, number or issuer, year, unit, genre, theme, validity; unknown values count as not set."""
    chosen: dict[str, str] = {}
    year = request.GET.get("year", "")
    if len(year) == 4 and year.isascii() and year.isdigit() and 1949 <= int(year) <= 2100:
        start = clock.start_of_day(clock.today().replace(year=int(year), month=1, day=1))
        end = clock.start_of_day(clock.today().replace(year=int(year), month=12, day=31)) + timedelta(days=1)
        rows, chosen["year"] = rows.filter(published_at__gte=start, published_at__lt=end), year
    validity = request.GET.get("validity", "")
    if validity in Validity.values:
        rows, chosen["validity"] = rows.filter(validity=validity), validity
    word = request.GET.get("word", "")[:60].replace("\x00", "").strip()
    if word:
        named = Q(title__contains=word) | Q(document_number__contains=word) | Q(issuer__contains=word)
        rows, chosen["word"] = rows.filter(named), word
    code = request.GET.get("unit", "")
    unit = Unit.objects.filter(code=code).only("path").first() if code and "\x00" not in code else None
    if unit is not None:
        # a town with its villages: who looks for the town's means both
        rows, chosen["unit"] = rows.filter(unit__path__startswith=unit.path), code
    for name in ("genre", "theme"):
        value = request.GET.get(name, "")[:60].replace("\x00", "")
        if value:
            rows, chosen[name] = rows.filter(**{name: value}), value
    return rows, chosen


def _choices(rows: QuerySet[Disclosure], *, units: bool) -> dict[str, Any]:
    """What the filters offer; two queries, three where units may be chosen. Years from the first to the last, whatever
    lies between."""
    span = rows.order_by().aggregate(first=Min("published_at"), last=Max("published_at"))
    years = [span["last"].year, span["first"].year] if span["last"] else [0, 1]
    kinds = set(rows.order_by().values_list("genre", "theme").distinct())
    return {
        "years": range(years[0], years[1] - 1, -1),
        "genres": sorted({genre for genre, _ in kinds if genre}),
        "themes": sorted({theme for _, theme in kinds if theme}),
        "validities": Validity.choices,
        "units": [unit for unit in selectors.open_units() if unit.kind in BODIES] if units else [],
    }


@dataclass(frozen=True)
class Listing:
    """A list and where it lives."""

    title: str
    path: str
    rows: QuerySet[Disclosure]
    crumbs: list[Crumb]
    tags: ColumnTags
    intro: str = ""
    feed: str = ""
    template: str = "list.html"
    extra: dict[str, Any] | None = None


def show(request: HttpRequest, listing: Listing, number: int | None) -> HttpResponse:
    base = prefix(request)
    rows = listing.rows
    chosen: dict[str, str] = {}
    if request.GET:
        rows, chosen = _filtered(request, listing.rows)
        raw = request.GET.get("page", "")
        number = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 7 else None
        number = number if number and number < max(1, rows.count() // SIZE) else None
    shown = cut(rows, number)
    across = "unit" not in (listing.extra or {})
    context = {
        "listing": listing,
        "slice": shown,
        "chosen": chosen,
        "choices": _choices(listing.rows, units=across) if chosen or shown.total > SIZE else {},
        "crumbs": listing.crumbs,
        "base_path": f"{base}{listing.path}",
        "query": urlencode(chosen),
        **(listing.extra or {}),
    }
    return page(request, listing.template, context, tags=listing.tags)


def column_listing(code: str, column: str) -> Listing:
    unit = selectors.unit_by_code(code)
    above, node = selectors.find_column(selectors.column_tree(unit), column)
    home = f"/units/{unit.code}/"
    crumbs = [Crumb(unit.label, home)]
    crumbs += [Crumb(step.name, f"{home}columns/{step.column.code}/") for step in above]
    tags = ColumnTags(
        node.name,
        node.column.description or node.name,
        node.column.keywords or node.name,
        node.column.column_type or "信息公开目录",
    )
    path = f"{home}columns/{node.column.code}/"
    return Listing(
        title=node.name,
        path=path,
        rows=selectors.column_items(unit, node),
        crumbs=crumbs,
        tags=tags,
        intro=node.column.description,
        feed=f"{path}feed.atom",
        extra={
            "unit": unit,
            "node": node,
            "statement": public_statement(unit, node.column.pk),
            "villages": selectors.villages_of(unit) if node.leads_on else [],
        },
    )


@stored_page
def column(request: HttpRequest, code: str, column: str, number: int | None = None) -> HttpResponse:
    return show(request, column_listing(code, column), number)


def task_listing(slug: str) -> Listing:
    task = next((task for task in selectors.tasks() if task["slug"] == slug), None)
    if task is None:
        raise Http404
    return Listing(
        title=task["verb"],
        path=f"/topics/{slug}/",
        rows=selectors.topic_items(task["topics"]),
        crumbs=[],
        tags=ColumnTags(task["verb"], f"全县各单位公开的{task['hint']}等信息", task["hint"], "信息公开目录"),
        intro=f"全县各单位公开的{task['hint']}等信息，最新的在前。",
        extra={"task": task},
    )


@stored_page
def task(request: HttpRequest, slug: str, number: int | None = None) -> HttpResponse:
    listing = task_listing(slug)
    if number is None and not request.GET:
        # how to get it comes before who got it
        guides = selectors.guides_among(listing.rows)
        listing = replace(listing, extra={**(listing.extra or {}), "guides": guides})
    return show(request, listing, number)


def policy_listing(interpretations: bool) -> Listing:
    if interpretations:
        return Listing(
            "政策解读",
            "/interpretations/",
            selectors.kind_items((Kind.INTERPRETATION,)),
            [],
            ColumnTags("政策解读", "各单位对政策文件的解读", "政策解读，图解，问答", "政策解读"),
            intro="每条解读都能看到它所解读的文件。",
        )
    return Listing(
        "政策文件库",
        "/policies/",
        selectors.kind_items(POLICY_KINDS),
        [],
        ColumnTags(
            "政策文件", "全县行政规范性文件和其他政策文件", "政策文件，规范性文件，文号，有效性", "政策文件"
        ),
        intro="可按年份、体裁、主题和有效性筛选，失效和废止的文件都有标注。",
        template="policies.html",
        extra={"counts": _validity_counts()},
    )


def _validity_counts() -> list[tuple[str, str, int]]:
    rows = selectors.kind_items(POLICY_KINDS).order_by().values("validity").annotate(n=Count("pk"))
    counts = {row["validity"]: row["n"] for row in rows}
    return [(value, label, counts.get(value, 0)) for value, label in Validity.choices]


@stored_page
def policies(request: HttpRequest, number: int | None = None) -> HttpResponse:
    return show(request, policy_listing(False), number)


@stored_page
def interpretations(request: HttpRequest, number: int | None = None) -> HttpResponse:
    return show(request, policy_listing(True), number)


FIELDS = (
    "索引号",
    "标题",
    "文号",
    "发布机构",
    "主题分类",
    "体裁分类",
    "成文日期",
    "发布时间",
    "有效性",
    "网址",
)


def _row(item: Disclosure, base: str) -> tuple[str, ...]:
    published = (
        item.published_at.astimezone(clock.CHINA).strftime("%Y-%m-%d %H:%M") if item.published_at else ""
    )
    written = item.written_on.isoformat() if item.written_on else ""
    return (
        item.index_number or "",
        item.title,
        item.document_number,
        item.issuer or item.unit.name,
        item.theme,
        item.genre,
        written,
        published,
        item.get_validity_display(),
        base + item.get_absolute_url(),
    )


def export(request: HttpRequest, listing: Listing, suffix: str) -> HttpResponseBase:
    """Open data: every row of a list, or those the filters leave, the newest first. A short whole one is kept like a
    page; a long one is written as it is read, a slice at a time, and a slow reader holds no query open."""
    pages.reads(pages.EVERYTHING)
    written = _as_json if suffix == "json" else _as_csv
    kind = "application/json" if suffix == "json" else "text/csv; charset=utf-8"
    found = _filtered(request, listing.rows)[0] if request.GET else listing.rows
    rows = found.order_by("-published_at", "-pk")
    base = origin()
    parts = written(listing.title, (_row(item, base) for item in _slices(rows)))
    if rows[KEPT : KEPT + 1].exists():
        answer = StreamingHttpResponse(parts, content_type=kind)
        answer["Cache-Control"] = "no-cache"
        return answer
    return HttpResponse("".join(parts), content_type=kind)


def _slices(rows: QuerySet[Disclosure]) -> Iterator[Disclosure]:
    """All rows, `SLICE` to a query, each asked for what is older than the last one given."""
    older = Q()
    while found := list(rows.filter(older)[:SLICE]):
        yield from found
        last = found[-1]
        older = Q(published_at__lt=last.published_at) | Q(published_at=last.published_at, pk__lt=last.pk)


def _as_json(title: str, rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    yield f'{{"名称": {json.dumps(title, ensure_ascii=False)}, "条目": ['
    for number, row in enumerate(rows):
        item = json.dumps(dict(zip(FIELDS, row, strict=True)), ensure_ascii=False)
        yield f"{', ' if number else ''}{item}"
    yield "]}"


def _as_csv(title: str, rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    # the mark at the start tells spreadsheet programs that this is UTF-8
    buffer.write("\ufeff")
    for row in chain([FIELDS], map(_harmless, rows)):
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _harmless(row: tuple[str, ...]) -> list[str]:
    """A cell that begins like a formula would be run by a spreadsheet program."""
    return [f"'{cell}" if cell[:1] in {"=", "+", "-", "@"} else cell for cell in row]


@stored_page
def column_export(request: HttpRequest, code: str, column: str, suffix: str) -> HttpResponseBase:
    return export(request, column_listing(code, column), suffix)


@stored_page
def task_export(request: HttpRequest, slug: str, suffix: str) -> HttpResponseBase:
    return export(request, task_listing(slug), suffix)


@stored_page
def policies_export(request: HttpRequest, suffix: str) -> HttpResponseBase:
    return export(request, policy_listing(False), suffix)


@stored_page
def interpretations_export(request: HttpRequest, suffix: str) -> HttpResponseBase:
    return export(request, policy_listing(True), suffix)
