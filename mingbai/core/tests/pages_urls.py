"""A miniature site for the tests of the page store: one row, shown on a page that may be kept."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import path

from mingbai.core import clock
from mingbai.core.models import Setting
from mingbai.core.pages import expires, reads, stored_page

pause = None  # a test puts a function here to stop the renderer between reading and storing


@stored_page
def note(request: HttpRequest, name: str) -> HttpResponse:
    reads(f"note:{name}")
    row = Setting.objects.filter(key=name).first()
    if row is None:
        return HttpResponse("没有", status=404)
    if pause is not None:
        pause()
    return HttpResponse(f"<p>{row.value}</p>")


@stored_page
def soon_over(request: HttpRequest) -> HttpResponse:
    reads("clock")
    at: datetime = clock.now()
    expires(at + timedelta(seconds=60))
    return HttpResponse("现在")


@stored_page
def with_cookie(request: HttpRequest) -> HttpResponse:
    response = HttpResponse("小甜饼")
    response.set_cookie("a", "b")
    return response


urlpatterns = [
    path("notes/<str:name>/", note),
    path("soon-over/", soon_over),
    path("cookie/", with_cookie),
]
