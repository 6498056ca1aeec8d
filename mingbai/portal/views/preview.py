"""A draft as the public page will show it: the portal's own template, never stored, never to be found."""

import copy

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin

from mingbai.accounts.http import DeskRequest
from mingbai.catalogue.models import Adoption
from mingbai.core import clock
from mingbai.core.errors import Missing
from mingbai.core.sanitiser import to_text
from mingbai.disclosure import selectors as disclosures
from mingbai.disclosure.forms import related_titles
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import (
    Attachment,
    Correction,
    Disclosure,
    Draft,
    Edition,
    EditionText,
    Placement,
)
from mingbai.disclosure.pictures import address, placed
from mingbai.disclosure.selectors import PublicFile, PublicItem
from mingbai.portal import selectors
from mingbai.portal.views.common import page
from mingbai.portal.views.items import context_of, tags_of, with_frames

# as in the screens of the desk: a phone of 360 px, the window, and the window in large type
WIDTHS = {"desktop": "电脑", "phone": "手机（360 像素宽）", "elder": "大字版"}
WRITING = {Disclosure.Stage.UNCLAIMED, Disclosure.Stage.EDITING, Disclosure.Stage.RETURNED}


@login_required
def preview(request: DeskRequest, pk: int) -> HttpResponse:
    """The public page in a frame, as wide as a computer's window or a phone's."""
    request.actor.demand("read_disclosures")
    disclosure = disclosures.desk_item(request.actor, pk)
    _source(disclosure)
    width = request.GET.get("width", "")
    context = {
        "disclosure": disclosure,
        "width": width if width in WIDTHS else "desktop",
        "widths": WIDTHS.items(),
    }
    return render(request, "portal/desk/preview.html", context)


@login_required
@xframe_options_sameorigin
def preview_page(request: DeskRequest, pk: int) -> HttpResponse:
    """What stands in the frame."""
    request.actor.demand("read_disclosures")
    disclosure = disclosures.desk_item(request.actor, pk)
    source = _source(disclosure)
    item = _as_published(disclosure, source)
    main = item.placements[0] if item.placements else None
    context = context_of(item) | {
        "related": selectors.related_items(disclosure, main.column_id if main else None),
        "preview": _mark(disclosure, source),
        "plain_path": "/",
        "elder": request.GET.get("size") == "elder",
    }
    if main is None or not Adoption.objects.of(unit=disclosure.unit, column=main.column, is_on=True).exists():
        context["crumbs"] = context["crumbs"][
            :1
        ]  # the unit's site has no such column: its address leads nowhere
    for shown in context["attachments"]:
        shown["path"] = reverse("disclosure-file", args=[disclosure.pk, shown["row"].pk])
    # of what is not public yet the desk alone shows pictures
    mine = {row.pk: address(disclosure.pk, row.pk) for row in item.attachments}
    context["body"] = with_frames(placed(source.body_html, mine, disclosure.pk))
    answer = page(request, "item.html", context, tags=tags_of(item))
    answer["Cache-Control"] = "no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _source(disclosure: Disclosure) -> Draft | Edition:
    """While it is being written the draft, afterwards exactly the text that was submitted."""
    draft = Draft.objects.of(disclosure=disclosure).first()
    editions = disclosures.editions(disclosure)
    if draft is not None and (disclosure.stage in WRITING or not editions):
        return draft
    if not editions:
        raise Missing("还没有可以预览的内容。")
    return editions[0]


def _mark(disclosure: Disclosure, source: Draft | Edition) -> str:
    """What stands above the page: whether the public sees this text, another or none."""
    if disclosure.state != Disclosure.State.PUBLISHED:
        return "公众还看不到，请勿转发"
    if isinstance(source, Edition) and disclosure.published_edition_id == source.pk:
        return "这一版已经公开"
    return "公众看到的还是原来的版本，请勿转发"


def _as_published(disclosure: Disclosure, source: Draft | Edition) -> PublicItem:
    """The item as publication would make it; nothing of this is saved."""
    metadata = Metadata.from_json(source.metadata)
    shown = copy.copy(disclosure)
    shown.title = source.title
    for name, value in metadata.descriptive().items():
        setattr(shown, name, value)
    edition = Edition(disclosure=shown, title=source.title, number=1)
    EditionText(edition=edition, html=source.body_html, plain=to_text(source.body_html))
    return PublicItem(
        shown,
        edition,
        _files(disclosure, source),
        _places(disclosure, metadata),
        _relations(disclosure, metadata),
        _corrections(disclosure, source),
    )


def _files(disclosure: Disclosure, source: Draft | Edition) -> list[PublicFile]:
    if isinstance(source, Edition):
        rows = [(row["id"], row["name"], row["size"], row["media_type"]) for row in source.attachments]
    else:
        drafted = Attachment.objects.of(disclosure=disclosure).filter(in_draft=True)
        rows = list(drafted.values_list("pk", "name", "size", "media_type"))
    return [PublicFile(pk, name, size, media_type, False) for pk, name, size, media_type in rows]


def _places(disclosure: Disclosure, metadata: Metadata) -> list[Placement]:
    columns = disclosures.columns_of(metadata)
    return [
        Placement(disclosure=disclosure, column=column, unit=disclosure.unit, is_main=number == 0)
        for number, column in enumerate(columns)
    ]


def _relations(disclosure: Disclosure, metadata: Metadata) -> list[tuple[str, Disclosure]]:
    """Named by this text, or public and naming it already; what is not public itself is not shown to the public."""
    named = [(label, other) for label, other in related_titles(metadata) if other.state == "published"]
    backwards = set(disclosures.BACKWARDS.values())
    naming = [row for row in disclosures.public_relations(disclosure) if row[0] in backwards]
    return named + naming


def _corrections(disclosure: Disclosure, source: Draft | Edition) -> list[Correction]:
    made = list(Correction.objects.of(disclosure=disclosure))
    if source.correction_note and all(row.note != source.correction_note for row in made):
        made.append(Correction(disclosure=disclosure, note=source.correction_note, at=clock.now()))
    return made
