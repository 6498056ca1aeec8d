"""404 that helps, and 找错: the small form on which a reader says what is wrong."""

from collections.abc import Mapping

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from mingbai.core.errors import BadInput, DomainError
from mingbai.portal import selectors
from mingbai.portal.frame import asset, last_known
from mingbai.portal.models import SiteError
from mingbai.portal.services import report_site_error
from mingbai.portal.views.common import ColumnTags, page

# a person needs longer to write a sentence, a script does not; after a day the page may have changed
SHORTEST_SECONDS, LONGEST_SECONDS = 3, 24 * 3600
MOST_SWALLOWED, PIECE = 256 * 1024 * 1024, 1024 * 1024
_TAGS = ColumnTags("我为政府网站找错", "读者指出网页上的错误", "找错，纠错，反馈", "互动交流")
_signer = TimestampSigner(salt="portal.report-error")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    said = exception.message if isinstance(exception, DomainError) else ""
    return page(request, "not_found.html", {"ways": selectors.tasks(), "said": said}, status=404)


def _bare(template: str, title: str, values: Mapping[str, object]) -> str:
    """A page without the database: the site's name as it was last read."""
    identity = last_known()
    known = {"name": identity.name, "contact": identity.contact} if identity else {}
    surroundings = {"title": title, "styles": asset("portal.css"), **known}
    return loader.render_to_string(f"portal/{template}", {**surroundings, **values})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What Django refuses to read at all; a page pasted with its pictures is the one that happens to people."""
    too_much = isinstance(exception, RequestDataTooBig)
    if too_much:
        _swallow(request)
    values = {"too_much": too_much, "most_mb": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1048576}
    html = _bare("bad_request.html", "没有收下", values)
    return HttpResponse(html, status=413 if too_much else 400)


def _swallow(request: HttpRequest) -> None:
    """A browser hears the answer only when it could send everything; else it tells of a broken line."""
    left = MOST_SWALLOWED
    while left > 0 and (part := request.read(PIECE)):
        left -= len(part)


def server_error(request: HttpRequest) -> HttpResponse:
    """Without the database, which may be what failed."""
    return HttpResponse(_bare("server_error.html", "暂时打不开", {}), status=500)


def _check_ticket(ticket: str) -> None:
    try:
        written = float(_signer.unsign(ticket, max_age=LONGEST_SECONDS))
    except SignatureExpired as error:
        raise BadInput("这个页面打开得太久了，请重新提交一次。") from error
    except (BadSignature, ValueError) as error:
        raise BadInput("提交没有成功，请再点一次「提交」。") from error
    if timezone.now().timestamp() - written < SHORTEST_SECONDS:
        raise BadInput("提交得太快了，请过几秒再点一次「提交」。")


@csrf_exempt
def report(request: HttpRequest) -> HttpResponse:
    """Without a cookie: a signed time stands in for the token, a field that people do not see catches robots."""
    values = request.POST if request.method == "POST" else request.GET
    path = values.get("path", "")[:200]
    context = {
        "path": path if path.startswith("/") and not path.startswith("//") else "",
        "kinds": SiteError.Kind.choices,
        "values": {name: values.get(name, "")[:600] for name in ("kind", "text", "contact")},
        "ticket": _signer.sign(str(timezone.now().timestamp())),
    }
    if request.method != "POST":
        return page(request, "report.html", context, tags=_TAGS)
    if request.POST.get("website"):
        return page(request, "report_done.html", context, tags=_TAGS)
    try:
        _check_ticket(request.POST.get("ticket", ""))
        report_site_error(
            path=str(context["path"]),
            kind=request.POST.get("kind", ""),
            text=request.POST.get("text", ""),
            contact=request.POST.get("contact", ""),
            address=request.META.get("REMOTE_ADDR", ""),
        )
    except BadInput as error:
        return page(request, "report.html", context | {"error": error}, tags=_TAGS, status=422)
    return page(request, "report_done.html", context, tags=_TAGS)
