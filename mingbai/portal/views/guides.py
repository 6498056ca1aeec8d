"""Pages that explain: how to apply and ask, site map, about, accessibility, open data."""

from django.http import HttpRequest, HttpResponse

from mingbai.accounts.models import Unit
from mingbai.core.pages import stored_page
from mingbai.portal import selectors
from mingbai.portal.views.common import ColumnTags, page

TOWNS = (Unit.Kind.TOWN, Unit.Kind.SUBDISTRICT)
OFFICES, OTHERS = "县政府和部门", "学校、医院等"


def _tags(name: str, description: str) -> ColumnTags:
    return ColumnTags(name, description, name, "信息公开目录")


@stored_page
def apply(request: HttpRequest) -> HttpResponse:
    """依申请公开: who, how, how long, what it costs, and where each agency takes requests."""
    agencies = [unit for unit in selectors.open_units() if unit.is_agency]
    context = {"agencies": agencies, "county": selectors.county()}
    return page(
        request,
        "apply.html",
        context,
        tags=ColumnTags("依申请公开", "向行政机关申请获取政府信息", "依申请公开，申请表", "依申请公开"),
    )


def _by_place(units: list[Unit]) -> list[tuple[str, list[Unit]]]:
    """(heading, units) under the town in which the reader lives, else under what the unit is; in the order of the county's
    list, without empty groups."""
    towns = {unit.pk: unit.label for unit in units if unit.kind in TOWNS}
    groups: dict[str, list[Unit]] = {name: [] for name in (OFFICES, *towns.values(), OTHERS)}
    for unit in units:
        apart = unit.kind in selectors.PUBLIC_SERVICES or unit.kind in selectors.VILLAGES
        town = towns.get(unit.pk) or towns.get(unit.parent_id or 0)
        groups[town or (OTHERS if apart else OFFICES)].append(unit)
    return [(name, below) for name, below in groups.items() if below]


@stored_page
def ask(request: HttpRequest) -> HttpResponse:
    units = [unit for unit in selectors.open_units() if unit.phone]
    context = {"groups": _by_place(units), "county": selectors.county()}
    return page(request, "ask.html", context, tags=_tags("咨询", "各单位咨询电话和办公时间"))


@stored_page
def site_map(request: HttpRequest) -> HttpResponse:
    context = {"tasks": selectors.tasks(), "groups": _by_place(selectors.open_units())}
    return page(request, "site_map.html", context, tags=_tags("网站地图", "本站的栏目和单位"))


@stored_page
def about(request: HttpRequest) -> HttpResponse:
    return page(
        request,
        "about.html",
        {"county": selectors.county()},
        tags=_tags("关于本站", "主办单位、联系方式和备案信息"),
    )


@stored_page
def accessibility(request: HttpRequest) -> HttpResponse:
    return page(request, "accessibility.html", {}, tags=_tags("无障碍说明", "大字版、键盘操作和朗读"))


@stored_page
def open_data(request: HttpRequest) -> HttpResponse:
    return page(
        request, "open_data.html", {"tasks": selectors.tasks()}, tags=_tags("开放数据", "清单下载和数据接口")
    )
