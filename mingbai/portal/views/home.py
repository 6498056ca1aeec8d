"""The county's home, the pages of units, the statutory platform."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from mingbai.accounts.models import Unit
from mingbai.catalogue.selectors import adopted_items
from mingbai.core import files, pages
from mingbai.core.pages import stored_page
from mingbai.core.pages.generations import mark
from mingbai.disclosure.models import Kind
from mingbai.disclosure.selectors import public_items
from mingbai.portal import selectors
from mingbai.portal.frame import frame, origin
from mingbai.portal.views.common import ColumnTags, Crumb, page
from mingbai.portal.views.items import qr

NEWEST = 10


def _grouped(units: list[Unit]) -> dict[str, list[Unit]]:
    groups: dict[str, list[Unit]] = {"towns": [], "bureaus": [], "services": [], "villages": []}
    for unit in units:
        if unit.kind in {Unit.Kind.TOWN, Unit.Kind.SUBDISTRICT}:
            groups["towns"].append(unit)
        elif unit.kind in {Unit.Kind.BUREAU, Unit.Kind.OFFICE}:
            groups["bureaus"].append(unit)
        elif unit.kind in selectors.PUBLIC_SERVICES:
            groups["services"].append(unit)
        elif unit.kind in selectors.VILLAGES:
            groups["villages"].append(unit)
    return groups


@stored_page
def home(request: HttpRequest) -> HttpResponse:
    pages.reads("home")
    units = selectors.open_units()
    context = {
        "is_home": True,
        "tasks": selectors.tasks(),
        "hints": selectors.hints(),
        "newest": selectors.newest(public_items(), NEWEST),
        "policies": selectors.newest(selectors.kind_items((Kind.NORMATIVE_DOCUMENT,)), 5),
        "interpretations": selectors.newest(selectors.kind_items((Kind.INTERPRETATION,)), 5),
        "groups": _grouped(units),
        "county": next((unit for unit in units if unit.kind == Unit.Kind.COUNTY), None),
    }
    return page(request, "home.html", context)


@stored_page
def units(request: HttpRequest) -> HttpResponse:
    found = selectors.open_units()
    groups = _grouped(found)
    villages = [
        (town, [unit for unit in groups["villages"] if unit.parent_id == town.pk]) for town in groups["towns"]
    ]
    context = {
        "groups": groups,
        "villages": [(town, below) for town, below in villages if below],
        "county": next((unit for unit in found if unit.kind == Unit.Kind.COUNTY), None),
    }
    tags = ColumnTags("单位", "全县公开信息的单位", "乡镇，部门，村，社区，学校，医院", "信息公开目录")
    return page(request, "units.html", context, tags=tags)


def _about(unit: Unit) -> list[tuple[str, str]]:
    rows = (
        ("地址", unit.address),
        ("办公时间", unit.hours),
        ("电话", unit.phone),
        ("传真", unit.fax),
        ("邮编", unit.postcode),
        ("电子邮箱", unit.email),
        ("公开工作机构", unit.disclosure_office),
        ("公开工作电话", unit.disclosure_phone),
    )
    return [(name, value) for name, value in rows if value]


def _contact(unit: Unit) -> list[tuple[str, str]]:
    """What most who open a unit's page want to know, in one line below its name."""
    rows = (("电话", unit.phone or unit.disclosure_phone), ("办公时间", unit.hours), ("地址", unit.address))
    return [(name, value) for name, value in rows if value]


def _tags(unit: Unit, name: str) -> ColumnTags:
    return ColumnTags(name, f"{unit.name}{name}", f"{unit.label}，{name}", "信息公开目录")


@stored_page
def unit(request: HttpRequest, code: str) -> HttpResponse:
    found = selectors.unit_by_code(code)
    if found.merged_into:
        pages.reads(f"unit:{found.merged_into.pk}")
        return page(request, "merged.html", {"unit": found})
    tree = selectors.column_tree(found)
    above = (
        [Crumb(found.parent.label, f"/units/{found.parent.code}/")]
        if found.parent and found.parent.parent_id
        else [Crumb("各单位公开", "/units/")]
    )
    context: dict[str, Any] = {
        "unit": found,
        "tree": tree,
        "about": _about(found),
        "contact": _contact(found),
        "duties": selectors.topic_column(tree, "functions"),
        "leadership": selectors.topic_column(tree, "leaders"),
        "leaders": selectors.leading_group(found),
        "newest": selectors.newest(public_items(unit=found), NEWEST),
        "villages": selectors.villages_of(found),
        "compliance": selectors.compliance(found),
        "has_catalogue": adopted_items(found).exists(),
        "is_village": found.kind in selectors.VILLAGES,
        "is_service": found.kind in selectors.PUBLIC_SERVICES,
        "crumbs": above,
    }
    return page(request, "unit.html", context, tags=_tags(found, _own_name(found)))


@stored_page
def unit_qr(request: HttpRequest, code: str) -> HttpResponse:
    """一村一码: the code for notice boards that leads to the unit's page."""
    pages.reads(pages.EVERYTHING)
    found = selectors.unit_by_code(code)
    return qr(f"{origin()}/units/{found.code}/")


def badge(request: HttpRequest, name: str) -> HttpResponseBase:
    """The picture of the 党政机关网站标识 in the footer; another picture has another address."""
    since = mark()
    digest, _, suffix = name.partition(".")
    source = files.path_of(digest)
    if name != frame().identity.badge_image or not source.exists():
        raise Http404
    pages.store_file(request.path, source, pages.EVERYTHING, since=since)
    kind = "jpeg" if suffix in {"jpg", "jpeg"} else suffix
    response = FileResponse(source.open("rb"), content_type=f"image/{kind}")
    response["Cache-Control"] = "no-cache"
    return response


def _own_name(unit: Unit) -> str:
    """What the law calls this unit's publicity: only agencies have the statutory platform."""
    if unit.kind == Unit.Kind.VILLAGE:
        return "村务公开"
    if unit.kind == Unit.Kind.COMMUNITY:
        return "居务公开"
    return "公共企事业单位信息公开" if unit.kind in selectors.PUBLIC_SERVICES else "政府信息公开"


BOARDS = (
    ("guide", "政府信息公开指南"),
    ("rules", "政府信息公开制度"),
    ("statutory", "法定主动公开内容"),
    ("annual_report", "政府信息公开年报"),
    ("requests", "依申请公开"),
)


@stored_page
def platform(request: HttpRequest, code: str, board: str = "statutory") -> HttpResponse:
    """政府信息公开: the same layout for every agency (国办公开办函〔2019〕61号)."""
    found = selectors.unit_by_code(code)
    if not found.is_agency or board not in dict(BOARDS):
        raise Http404
    tree = selectors.column_tree(found)
    if board == "statutory":
        nodes = [
            node for node in tree if node.column.topic not in {"guide", "rules", "annual_report", "requests"}
        ]
        nodes = [child for node in nodes for child in (node.children or [node])]
    else:
        nodes = [node for node in tree if node.column.topic == board]
    ids = [pk for node in nodes for pk in node.ids()]
    pages.reads(*(f"column:{found.pk}:{pk}" for pk in ids))
    context = {
        "unit": found,
        "boards": BOARDS,
        "board": board,
        "board_name": dict(BOARDS)[board],
        "nodes": nodes,
        "items": selectors.newest(selectors.items_in(ids, found), 30) if board != "statutory" else [],
        "about": _about(found),
        "crumbs": [Crumb(found.label, f"/units/{found.code}/")],
    }
    return page(request, "platform.html", context, tags=_tags(found, dict(BOARDS)[board]))


@stored_page
def apply_form(request: HttpRequest, code: str) -> HttpResponse:
    """A 申请表 to print; lawful by itself until requests can be made here (条例 第二十九条)."""
    found = selectors.unit_by_code(code)
    if not found.is_agency:
        raise Http404
    crumbs = [
        Crumb(found.label, f"/units/{found.code}/"),
        Crumb("依申请公开", f"/units/{found.code}/disclosure/requests/"),
    ]
    return page(
        request, "apply_form.html", {"unit": found, "crumbs": crumbs}, tags=_tags(found, "依申请公开")
    )
