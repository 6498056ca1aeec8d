"""Open data: a read-only interface over what is public. Pages go by the last row seen and not by number, so that a
new item neither repeats nor hides another."""

import hashlib
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags
from ninja import NinjaAPI, Query, Schema
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer
from pydantic import Field

from mingbai.catalogue.models import Column
from mingbai.core import clock
from mingbai.core.errors import Missing
from mingbai.disclosure.models import Disclosure, Kind, Placement, Validity
from mingbai.disclosure.selectors import public_item, public_items, public_items_among
from mingbai.portal.frame import origin
from mingbai.portal.query import Filters, search
from mingbai.portal.selectors import open_units, tasks
from mingbai.portal.views.items import attachment_path, body_of

MOST = 100
LARGEST = 2**63 - 1
# seconds with six places, and the number of the row
CURSOR = r"^[0-9]{1,11}\.[0-9]{6}-[0-9]{1,18}$"


EARLIEST = date(1900, 1, 1)


def _has(known: str, etag: str) -> bool:
    """Whether the asker holds it already; a proxy that packs the answer makes the mark a weak one."""
    held = [one.removeprefix("W/") for one in parse_etags(known)]
    return etag in held or held == ["*"]


class OpenData(NinjaAPI):
    """Every answer carries an ETag, so that a program may ask again cheaply; always checked with us."""

    def create_response(
        self,
        request: HttpRequest,
        data: Any,
        *,
        status: int | None = None,
        temporal_response: HttpResponse | None = None,
    ) -> HttpResponse:
        response = super().create_response(request, data, status=status, temporal_response=temporal_response)
        if response.status_code == 200:
            etag = f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
            if _has(request.META.get("HTTP_IF_NONE_MATCH", ""), etag):
                response = HttpResponse(status=304)
            response["ETag"] = etag
        response["Cache-Control"] = "no-cache"
        response["Access-Control-Allow-Origin"] = "*"
        return response


class PlainRenderer(JSONRenderer):
    """Chinese as it is written, and not as escapes three times as long."""

    json_dumps_params = {"ensure_ascii": False}


api = OpenData(
    renderer=PlainRenderer(),
    title="信息公开数据接口",
    version="1",
    description="只读，无需登录。列表用返回的 next 继续取，新增信息不会造成重复或遗漏。",
    docs_url=None,
    urls_namespace="portal-api",
)


class ItemRow(Schema):
    """One line of a list."""

    id: int
    title: str
    url: str
    unit: str
    unit_code: str
    index_number: str | None
    document_number: str
    kind: str
    theme: str
    genre: str
    written_on: date | None
    published_at: datetime
    validity: str


class FileRow(Schema):
    name: str
    media_type: str
    size: int
    url: str


class Item(ItemRow):
    """One item with its text."""

    summary: str
    keywords: str
    body_html: str
    attachments: list[FileRow]


class ItemList(Schema):
    items: list[ItemRow]
    next: str | None = Field(None, description="下一页的 after 值；没有时为 null")


class UnitRow(Schema):
    code: str
    name: str
    kind: str
    parent: str | None
    url: str


class Found(Schema):
    count: int
    capped: bool
    items: list[ItemRow]


class Fault(Schema):
    message: str


class ListQuery(Schema):
    unit: str | None = Field(None, max_length=40, description="单位代码")
    column: str | None = Field(None, max_length=40, description="栏目代码，见栏目页网址 columns/ 之后")
    topic: str | None = Field(None, max_length=40, description="办事主题，见主题页网址 topics/ 之后")
    kind: Kind | None = None
    validity: Validity | None = None
    since: date | None = Field(None, description="发布日期不早于")
    after: str | None = Field(None, pattern=CURSOR, description="上一页返回的 next")
    limit: int = Field(20, ge=1, le=MOST)


class SearchQuery(Schema):
    q: str = Field(..., min_length=1, max_length=2000)
    limit: int = Field(20, ge=1, le=MOST)


def _row(item: Disclosure, base: str) -> dict[str, Any]:
    return {
        "id": item.pk,
        "title": item.title,
        "url": base + item.get_absolute_url(),
        "unit": item.unit.name,
        "unit_code": item.unit.code,
        "index_number": item.index_number,
        "document_number": item.document_number,
        "kind": item.kind,
        "theme": item.theme,
        "genre": item.genre,
        "written_on": item.written_on,
        # in the time of China, so that its first ten characters are the day on the page
        "published_at": item.published_at and item.published_at.astimezone(clock.CHINA),
        "validity": item.validity,
    }


def _cursor(item: Disclosure) -> str:
    assert item.published_at is not None
    return f"{item.published_at.timestamp():.6f}-{item.pk}"


def _after(cursor: str) -> Q | None:
    """What is older than the row that the cursor names; None for a cursor that is not ours."""
    at, _, pk = cursor.rpartition("-")
    try:
        instant, number = datetime.fromtimestamp(float(at), tz=clock.CHINA), int(pk)
    except (ValueError, OverflowError, OSError):
        return None
    if not 0 <= number <= LARGEST:
        return None
    return Q(published_at__lt=instant) | Q(published_at=instant, pk__lt=number)


def _in_lists(rows: QuerySet[Disclosure], query: ListQuery) -> QuerySet[Disclosure]:
    """Of a column and of a topic; nothing where there is no such."""
    if query.column is not None:
        places = Placement.objects.of(column__code=query.column.replace("\x00", ""))
        rows = rows.filter(pk__in=places.values("disclosure_id"))
    if query.topic is not None:
        task = next((task for task in tasks() if task["slug"] == query.topic), None)
        columns = Column.objects.filter(topic__in=task["topics"] if task else ()).values("pk")
        rows = rows.filter(pk__in=Placement.objects.of(column__in=columns).values("disclosure_id"))
    return rows


@api.get("/items", response={200: ItemList, 422: Fault}, summary="公开信息列表，最新的在前")
def items(request: HttpRequest, query: Query[ListQuery]) -> Any:
    rows = public_items()
    wanted = {"unit__code": query.unit, "kind": query.kind, "validity": query.validity}
    rows = rows.filter(**{name: value for name, value in wanted.items() if value is not None})
    rows = _in_lists(rows, query)
    if query.since:
        # before the year 1900 is before everything, and at the edge of what an instant can say
        rows = rows.filter(published_at__gte=clock.start_of_day(max(query.since, EARLIEST)))
    if query.after:
        older = _after(query.after)
        if older is None:
            return 422, {"message": "after 应是上一页返回的 next。"}
        rows = rows.filter(older)
    found = list(rows[: query.limit + 1])
    shown = found[: query.limit]
    more, base = len(found) > query.limit, origin()
    return 200, {"items": [_row(item, base) for item in shown], "next": _cursor(shown[-1]) if more else None}


@api.get("/items/{pk}", response={200: Item, 404: Fault, 422: Fault}, summary="一条公开信息")
def item(request: HttpRequest, pk: int) -> Any:
    if not 0 <= pk <= LARGEST:
        return 404, {"message": "没有这条信息，或它还没有公开。"}
    try:
        found = public_item(pk)
    except Missing as error:
        return 404, {"message": error.message}
    row, base = found.disclosure, origin()
    files = [
        {
            "name": file.name,
            "media_type": file.media_type,
            "size": file.size,
            "url": base + attachment_path(pk, file),
        }
        for file in found.attachments
    ]
    text = {"summary": row.summary, "keywords": row.keywords, "body_html": body_of(found)}
    return 200, _row(row, base) | text | {"attachments": files}


@api.get("/units", response=list[UnitRow], summary="单位")
def units(request: HttpRequest) -> Any:
    base = origin()
    return [
        {
            "code": unit.code,
            "name": unit.name,
            "kind": unit.kind,
            "parent": unit.parent.code if unit.parent else None,
            "url": f"{base}/units/{unit.code}/",
        }
        for unit in open_units()
    ]


@api.get("/search", response={200: Found, 422: Fault}, summary="检索")
def found(request: HttpRequest, query: Query[SearchQuery]) -> Any:
    answer, base = search(query.q, Filters(), size=query.limit), origin()
    ids = [result.row.pk for result in answer.results]
    rows = {row.pk: row for row in public_items_among(ids).select_related("unit")}
    return {
        "count": answer.count,
        "capped": answer.survey.capped,
        "items": [_row(rows[pk], base) for pk in ids if pk in rows],
    }


@api.exception_handler(ValidationError)
def wrong_parameter(request: HttpRequest, error: Any) -> HttpResponse:
    names = "、".join(str(fault["loc"][-1]) for fault in error.errors)
    return api.create_response(
        request, {"message": f"参数不对：{names}。用法见 /api/v1/openapi.json。"}, status=422
    )
