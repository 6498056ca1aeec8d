"""Public addresses. Every page also stands under /da/ in large type (same content, own stored file)."""

from django.urls import URLPattern, URLResolver, include, path, re_path, register_converter

from mingbai.portal.api import api
from mingbai.portal.views import errors, feeds, grassroots, guides, home, items, lists, searching


class ShortNumber:
    """A number that every database can hold; longer ones are no address of ours."""

    regex = r"\d{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


register_converter(ShortNumber, "short")
people: list[URLPattern | URLResolver] = [
    path("", home.home),
    path("units/", home.units),
    path("units/<slug:code>/", home.unit),
    path("units/<slug:code>/disclosure/", home.platform),
    path("units/<slug:code>/disclosure/<slug:board>/", home.platform),
    path("units/<slug:code>/grassroots/", grassroots.of_unit),
    path("units/<slug:code>/apply-form/", home.apply_form),
    path("units/<slug:code>/columns/<str:column>/", lists.column),
    path("units/<slug:code>/columns/<str:column>/p/<short:number>/", lists.column),
    path("topics/<slug:slug>/", lists.task),
    path("topics/<slug:slug>/p/<short:number>/", lists.task),
    path("policies/", lists.policies),
    path("policies/p/<short:number>/", lists.policies),
    path("interpretations/", lists.interpretations),
    path("interpretations/p/<short:number>/", lists.interpretations),
    path("items/<short:pk>/", items.item),
    path("items/<short:pk>/print/", items.print_view),
    path("items/<short:pk>/files/<short:file>/", items.reader),
    path("grassroots/", grassroots.areas),
    path("grassroots/<slug:code>/", grassroots.domain),
    path("grassroots/<slug:code>/<str:item_code>/", grassroots.item),
    path("grassroots/<slug:code>/<str:item_code>/p/<short:number>/", grassroots.item),
    path("apply/", guides.apply),
    path("ask/", guides.ask),
    path("sitemap/", guides.site_map),
    path("about/", guides.about),
    path("accessibility/", guides.accessibility),
    path("open-data/", guides.open_data),
    path("search/", searching.results),
    path("report-error/", errors.report),
    path("leave/", items.leave),
]
machines: list[URLPattern | URLResolver] = [
    path("search/suggest/", searching.suggest),
    path("items/<short:pk>/qr.svg", items.qr_code),
    path("items/<short:pk>/files/<short:file>.<slug:suffix>", items.attachment),
    path("feed.atom", feeds.everything),
    path("units/<slug:code>/qr.svg", home.unit_qr),
    path("units/<slug:code>/feed.atom", feeds.unit),
    path("units/<slug:code>/columns/<str:column>/feed.atom", feeds.column),
    re_path(
        r"^units/(?P<code>[-\w]+)/columns/(?P<column>[^/]+)/list\.(?P<suffix>csv|json)$", lists.column_export
    ),
    re_path(r"^topics/(?P<slug>[-\w]+)/list\.(?P<suffix>csv|json)$", lists.task_export),
    re_path(
        r"^grassroots/(?P<code>[-\w]+)/(?P<item_code>[^/]+)/list\.(?P<suffix>csv|json)$",
        grassroots.item_export,
    ),
    re_path(r"^policies/list\.(?P<suffix>csv|json)$", lists.policies_export),
    re_path(r"^interpretations/list\.(?P<suffix>csv|json)$", lists.interpretations_export),
    path("sitemap.xml", feeds.site_map_index),
    path("sitemap-pages.xml", feeds.site_map_pages),
    path("sitemap-columns-<short:block>.xml", feeds.site_map_columns),
    path("sitemap-<short:block>.xml", feeds.site_map),
    re_path(r"^badge/(?P<name>[0-9a-f]{64}\.[a-z]{3,4})$", home.badge),
    path("robots.txt", feeds.robots),
    path("api/v1/", api.urls),
]
urlpatterns: list[URLPattern | URLResolver] = [*people, *machines, path("da/", include(people))]
