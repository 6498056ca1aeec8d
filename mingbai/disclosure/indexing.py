"""An item as the search index sees it. Facets are, in this order: unit, column, year, kind, theme."""

from collections.abc import Iterable

from mingbai.core import clock, search
from mingbai.disclosure import service_guides
from mingbai.disclosure.models import Attachment, Disclosure, Edition, EditionText, Placement

FACETS = ("unit", "column", "year", "kind", "theme")


def put(disclosure: Disclosure) -> None:
    search.backend().put([entry(disclosure)])


def drop(disclosure: Disclosure) -> None:
    search.backend().remove([disclosure.pk])


def entry(disclosure: Disclosure) -> search.Entry:
    """The published edition with the text of its attachments."""
    edition = disclosure.published_edition
    if edition is None:
        raise ValueError("only published items are indexed")
    files = Attachment.objects.of(disclosure=disclosure).filter(
        pk__in=[row["id"] for row in edition.attachments]
    )
    columns = list(
        Placement.objects.of(disclosure=disclosure)
        .order_by("-is_main", "pk")
        .values_list("column_id", flat=True)
    )
    return _entry(disclosure, edition.body_text, columns, [f"{file.name}\n{file.text}" for file in files])


def entries(disclosures: list[Disclosure]) -> Iterable[search.Entry]:
    """The same for many published items, in a fixed number of queries; for rebuilding the index and for bulk loads."""
    editions = {row.published_edition_id: row for row in disclosures}
    texts = dict(EditionText.objects.of(edition__in=list(editions)).values_list("edition_id", "plain"))
    columns: dict[int, list[int]] = {}
    placements = Placement.objects.of(disclosure__in=disclosures).order_by("-is_main", "pk")
    for item, column in placements.values_list("disclosure_id", "column_id"):
        columns.setdefault(item, []).append(column)
    named = dict(Edition.objects.of(pk__in=list(editions)).values_list("disclosure_id", "attachments"))
    wanted = [row["id"] for rows in named.values() for row in rows]
    files: dict[int, list[str]] = {}
    for item, name, text in Attachment.objects.of(pk__in=wanted).values_list("disclosure_id", "name", "text"):
        files.setdefault(item, []).append(f"{name}\n{text}")
    for disclosure in disclosures:
        plain = texts.get(disclosure.published_edition_id or 0, "")
        yield _entry(disclosure, plain, columns.get(disclosure.pk, []), files.get(disclosure.pk, []))


def _entry(disclosure: Disclosure, plain: str, columns: list[int], files: list[str]) -> search.Entry:
    above = [part for part in disclosure.unit.path.split("/") if part]
    kind = (
        service_guides.KIND
        if service_guides.is_service_guide(disclosure.title, disclosure.kind)
        else disclosure.kind
    )
    year = str(clock.china_day(disclosure.published_at).year) if disclosure.published_at else ""
    marks = [("unit", str(disclosure.unit_id)), ("year", year), ("kind", kind)]
    marks += [("under", unit) for unit in above]
    marks += [("column", str(column)) for column in columns]
    marks += [("theme", disclosure.theme), ("validity", disclosure.validity.replace("_", ""))]
    return search.Entry(
        document=disclosure.pk,
        title=disclosure.title,
        body="\n".join([plain, *files]),
        codes=(disclosure.document_number, disclosure.index_number or "", search.initials(disclosure.title)),
        marks=tuple((name, value) for name, value in marks if value),
        facets=(
            str(disclosure.unit_id),
            str(columns[0]) if columns else "",
            year,
            kind,
            disclosure.theme,
        ),
    )
