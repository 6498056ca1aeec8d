"""What machines read: Atom feeds, site maps, robots.txt."""

from datetime import datetime

from django.db.models import Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template import loader

from mingbai.accounts.models import Unit
from mingbai.core import clock, pages
from mingbai.core.pages import stored_page
from mingbai.disclosure.models import Disclosure
from mingbai.disclosure.selectors import public_items
from mingbai.portal import selectors
from mingbai.portal.frame import frame, origin
from mingbai.portal.views.lists import column_listing

ENTRIES = 30
# items are grouped by their number, so that a new item changes one site map only
BLOCK = 10_000
ATOM = "application/atom+xml; charset=utf-8"
XML = "text/xml; charset=utf-8"


def _feed(title: str, path: str, feed_path: str, rows: QuerySet[Disclosure]) -> HttpResponse:
    pages.reads(pages.EVERYTHING)
    items = list(
        rows.only("pk", "title", "summary", "published_at", "updated_at", "unit", "issuer")[:ENTRIES]
    )
    updated = max(
        (item.published_at for item in items if item.published_at),
        default=datetime(2000, 1, 1, tzinfo=clock.CHINA),
    )
    surroundings = frame()
    base = origin(surroundings)
    values = {
        "title": title,
        "site": surroundings.identity,
        "address": base + path,
        "own": base + feed_path,
        "entries": [(item, base + item.get_absolute_url()) for item in items],
        "updated": updated,
    }
    return HttpResponse(loader.render_to_string("portal/feed.atom", values), content_type=ATOM)


@stored_page
def everything(request: HttpRequest) -> HttpResponse:
    pages.reads("feed:home", "units")
    return _feed("最新公开", "/", "/feed.atom", public_items())


@stored_page
def unit(request: HttpRequest, code: str) -> HttpResponse:
    found = selectors.unit_by_code(code)
    pages.reads(f"feed:unit:{found.pk}")
    home = f"/units/{found.code}/"
    return _feed(f"{found.label}最新公开", home, f"{home}feed.atom", public_items(unit=found))


@stored_page
def column(request: HttpRequest, code: str, column: str) -> HttpResponse:
    listing = column_listing(code, column)
    unit: Unit = (listing.extra or {})["unit"]
    return _feed(f"{unit.label} {listing.title}", listing.path, listing.feed, listing.rows)


@stored_page
def site_map_index(request: HttpRequest) -> HttpResponse:
    pages.reads("sitemap", pages.EVERYTHING)
    highest = public_items().aggregate(highest=Max("pk"))["highest"] or 0
    base = origin()
    files = [f"{base}/sitemap-{block}.xml" for block in range(highest // BLOCK + 1)]
    columns = [f"{base}/sitemap-columns-{block}.xml" for block in sorted(selectors.column_pages())]
    values = {"files": [f"{base}/sitemap-pages.xml", *columns, *files]}
    return HttpResponse(loader.render_to_string("portal/sitemap_index.xml", values), content_type=XML)


@stored_page
def site_map_pages(request: HttpRequest) -> HttpResponse:
    pages.reads("sitemap", pages.EVERYTHING)
    paths = ["/", "/policies/", "/interpretations/", "/units/", "/grassroots/", "/apply/", "/ask/", "/about/"]
    paths += ["/open-data/", "/accessibility/", "/sitemap/"]
    paths += [f"/topics/{task['slug']}/" for task in selectors.tasks()]
    paths += [f"/units/{found.code}/" for found in selectors.open_units()]
    for domain in selectors.domains():
        above = f"/grassroots/{domain['code']}/"
        paths += [above, *(f"{above}{item.code}/" for item in domain["items"])]
    base = origin()
    entries = [(base + path, None) for path in paths]
    return HttpResponse(loader.render_to_string("portal/sitemap.xml", {"entries": entries}), content_type=XML)


@stored_page
def site_map_columns(request: HttpRequest, block: int) -> HttpResponse:
    pages.reads("sitemap", pages.EVERYTHING)
    base = origin()
    entries = [(base + path, None) for path in selectors.column_pages().get(block, ())]
    if not entries:
        raise Http404
    return HttpResponse(loader.render_to_string("portal/sitemap.xml", {"entries": entries}), content_type=XML)


@stored_page
def site_map(request: HttpRequest, block: int) -> HttpResponse:
    pages.reads("sitemap", pages.EVERYTHING)
    base = origin()
    rows = public_items().filter(pk__gte=block * BLOCK, pk__lt=(block + 1) * BLOCK).order_by("pk")
    entries = [(f"{base}/items/{pk}/", at) for pk, at in rows.values_list("pk", "published_at").iterator()]
    if not entries:
        raise Http404
    return HttpResponse(loader.render_to_string("portal/sitemap.xml", {"entries": entries}), content_type=XML)


@stored_page
def robots(request: HttpRequest) -> HttpResponse:
    pages.reads(pages.EVERYTHING)
    lines = [
        "User-agent: *",
        "Disallow: /desk/",
        "Disallow: /search/",
        "Disallow: /report-error/",
        "Disallow: /leave/",
        "Disallow: /da/",
    ]
    base = origin()
    lines += [f"Sitemap: {base}/sitemap.xml"] if base else []
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
