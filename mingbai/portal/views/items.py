"""The page of one item, its print view, QR code, attachments and their reader; tombstones of what was withdrawn."""

import io
import re
from itertools import count
from typing import Any

import segno
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from mingbai.core import clock, files, pages
from mingbai.core.errors import Missing
from mingbai.core.pages import stored_page
from mingbai.core.pages.generations import mark
from mingbai.disclosure.models import Attachment, Disclosure, Relation
from mingbai.disclosure.pictures import named_in, placed
from mingbai.disclosure.selectors import PublicFile, PublicItem, public_attachment, public_item, tombstone
from mingbai.portal import outward, selectors
from mingbai.portal.frame import frame, origin
from mingbai.portal.views.common import ColumnTags, Crumb, page, prefix

_TABLE = re.compile(r"<(/?)table(?=[\s>])[^>]*>")
INTERPRETATION = (Relation.Kind.INTERPRETS.label, "解读材料")


def _gone(request: HttpRequest, pk: int) -> HttpResponse:
    """410 with what may be said about a withdrawn item, or 404."""
    stone = tombstone(pk)
    if stone is None:
        raise Http404
    return page(request, "gone.html", {"stone": stone, "ways": selectors.tasks()}, status=410)


def _found(pk: int) -> PublicItem:
    pages.reads(f"disclosure:{pk}")
    item = public_item(pk)
    pages.reads(f"unit:{item.disclosure.unit_id}", *(f"disclosure:{other.pk}" for _, other in item.relations))
    if item.relations:
        pages.reads("units")
    if item.disclosure.successor_id:
        # named on the page while it is public itself
        pages.reads(f"disclosure:{item.disclosure.successor_id}")
    return item


def tags_of(item: PublicItem) -> ColumnTags:
    if not item.placements:
        return ColumnTags("信息公开", "本单位公开的信息", "信息公开", "信息公开目录")
    column = item.placements[0].column
    return ColumnTags(
        column.name,
        column.description or column.name,
        column.keywords or column.name,
        column.column_type or "信息公开目录",
    )


def attachment_path(item: int, attachment: Attachment | PublicFile) -> str:
    return f"/items/{item}/files/{attachment.pk}.{suffix_of(attachment)}"


def suffix_of(attachment: Attachment | PublicFile) -> str:
    suffix = attachment.name.rsplit(".", 1)[-1].lower()
    return suffix if suffix.isascii() and suffix.isalnum() and len(suffix) <= 5 else "bin"


def _attachments(item: PublicItem) -> list[dict[str, Any]]:
    return [
        {
            "row": row,
            "path": attachment_path(item.disclosure.pk, row),
            "reader": f"/items/{item.disclosure.pk}/files/{row.pk}/" if row.readable else "",
        }
        for row in item.attachments
    ]


def _facts(row: Disclosure) -> list[tuple[str, str]]:
    """The metadata table; what is not known is left out rather than shown empty."""
    facts = [
        ("索引号", row.index_number),
        ("原索引号", row.old_index_number),
        ("文号", row.document_number),
        ("发布机构", row.issuer or row.unit.name),
        ("主题分类", row.theme),
        ("体裁分类", row.genre),
        ("服务对象", row.served_group),
        ("成文日期", row.written_on),
        (
            "发布时间",
            row.published_at and row.published_at.astimezone(clock.CHINA).strftime("%Y-%m-%d %H:%M"),
        ),
        ("生效日期", row.effective_on),
        ("失效日期", row.lapsed_on),
        ("废止日期", row.repealed_on),
        ("有效性", row.get_validity_display()),
        ("公开方式", row.get_openness_display()),
        ("关键词", row.keywords),
        ("内容概述", row.summary),
    ]
    return [(name, str(value)) for name, value in facts if value]


def body_of(item: PublicItem) -> str:
    """The text with its pictures at their public addresses."""
    paths = {row.pk: attachment_path(item.disclosure.pk, row) for row in item.attachments}
    return placed(item.edition.body_html, paths, item.disclosure.pk)


def with_frames(body: str) -> str:
    """Each table in a frame of its own that can be moved sideways, by the keyboard too: a wide one makes no page wider
    than the telephone."""
    number = count(1)

    def framed(match: re.Match[str]) -> str:
        if match[1]:
            return f"{match[0]}</div>"
        label = f"表格{next(number)}"
        return f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">{match[0]}'

    return _TABLE.sub(framed, body)


def _shown(item: PublicItem) -> set[int]:
    """Files that stand in the text as pictures are not listed below it once more."""
    return (
        {file for _, file in named_in(item.edition.body_html)} if "<img" in item.edition.body_html else set()
    )


def context_of(item: PublicItem) -> dict[str, Any]:
    row = item.disclosure
    main = item.placements[0].column if item.placements else None
    crumbs = [Crumb(row.unit.label, f"/units/{row.unit.code}/")]
    if main is not None:
        crumbs.append(Crumb(main.name, f"/units/{row.unit.code}/columns/{main.code}/"))
    description = row.summary or " ".join(item.edition.text.plain[:120].split()) or row.title
    return {
        "item": row,
        "edition": item.edition,
        "body": with_frames(body_of(item)),
        "attachments": [row for row in _attachments(item) if row["row"].pk not in _shown(item)],
        "interpretations": [(label, other) for label, other in item.relations if label in INTERPRETATION],
        "relations": [(label, other) for label, other in item.relations if label not in INTERPRETATION],
        "corrections": item.corrections,
        "facts": _facts(row),
        "crumbs": crumbs,
        "description": description,
        "main": main,
    }


@stored_page
def item(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        found = _found(pk)
    except Missing:
        return _gone(request, pk)
    main = found.placements[0].column_id if found.placements else None
    context = context_of(found)
    body = context["body"]
    if "://" in body:
        body = outward.with_prompt(body, prefix(request), frame().identity.domain)
    context |= {"related": selectors.related_items(found.disclosure, main), "body": body}
    return page(request, "item.html", context, tags=tags_of(found))


@stored_page
def print_view(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        found = _found(pk)
    except Missing:
        return _gone(request, pk)
    # the same text under a second address: search engines keep the first
    context = context_of(found) | {"canonical": found.disclosure.get_absolute_url()}
    return page(request, "print.html", context, tags=tags_of(found))


def leave(request: HttpRequest) -> HttpResponse:
    """Asked before a link of a text leads to a site that is no government's."""
    to = request.GET.get("to", "")
    if len(to) > outward.LONGEST or not outward.is_ours(to, request.GET.get("s", "")[:200]):
        raise Http404
    return page(request, "leave.html", {"to": to})


@stored_page
def qr_code(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        found = _found(pk)
    except Missing:
        raise Http404 from None
    return qr(origin() + found.disclosure.get_absolute_url())


def qr(address: str) -> HttpResponse:
    buffer = io.BytesIO()
    segno.make(address, error="m", micro=False).save(buffer, kind="svg", scale=4, border=2)
    return HttpResponse(buffer.getvalue(), content_type="image/svg+xml")


def attachment(request: HttpRequest, pk: int, file: int, suffix: str) -> HttpResponseBase:
    """The file itself. Its link in the store is made under the same rule as a page: only if nothing changed since."""
    since = mark()
    try:
        found = public_attachment(pk, file)
    except Missing:
        return _gone(request, pk)
    if found.file is None or suffix != suffix_of(found):
        raise Http404
    source = files.path_of(found.file.digest)
    if not source.exists():
        raise Http404
    pages.store_file(request.path, source, f"disclosure:{pk}", since=since)
    response = FileResponse(source.open("rb"), content_type=found.media_type, filename=found.name)
    response["Cache-Control"] = "no-cache"
    return response


@stored_page
def reader(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """An attachment's words on a page, for phones without an office program."""
    pages.reads(f"disclosure:{pk}")
    try:
        found = public_attachment(pk, file)
        whole = public_item(pk)
    except Missing:
        return _gone(request, pk)
    row = whole.disclosure
    pages.reads(f"unit:{row.unit_id}")
    if not found.text:
        raise Http404
    context = {
        "attachment": found,
        "path": attachment_path(pk, found),
        "item": row,
        "description": " ".join(found.text[:120].split()) or row.title,
        "blocks": _blocks(found.text),
        "crumbs": [
            Crumb(row.unit.label, f"/units/{row.unit.code}/"),
            Crumb(row.title, row.get_absolute_url()),
        ],
    }
    return page(request, "reader.html", context, tags=tags_of(whole))


def _blocks(text: str) -> list[dict[str, Any]]:
    """Runs of tab-separated lines are tables, the rest paragraphs."""
    blocks: list[dict[str, Any]] = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > 1:
            if not blocks or "rows" not in blocks[-1]:
                blocks.append({"rows": []})
            blocks[-1]["rows"].append(cells)
        elif line.strip():
            blocks.append({"text": line.strip()})
    return blocks
