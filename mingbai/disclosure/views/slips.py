"""The review slip of the last edition, or of `?edition=N`, as Word and PDF."""

from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse

from mingbai.accounts.http import DeskRequest
from mingbai.core.errors import Missing
from mingbai.core.files import WORD
from mingbai.disclosure import selectors
from mingbai.disclosure.models import Disclosure
from mingbai.disclosure.slips import Slip, as_pdf, as_word, slip_of


def _slip(request: DeskRequest, pk: int) -> tuple[Disclosure, Slip]:
    request.actor.demand("read_disclosures")
    disclosure = selectors.desk_item(request.actor, pk)
    asked = request.GET.get("edition", "")
    wanted = [row for row in selectors.editions(disclosure) if not asked or str(row.number) == asked]
    if not wanted:
        raise Missing("还没有送审过，没有批办单。")
    return disclosure, slip_of(disclosure, wanted[0])


def _offered(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


@login_required
def word(request: DeskRequest, pk: int) -> HttpResponse:
    disclosure, slip = _slip(request, pk)
    return _offered(as_word(slip), WORD, f"批办单-{disclosure.pk}.docx")


@login_required
def pdf(request: DeskRequest, pk: int) -> HttpResponse:
    disclosure, slip = _slip(request, pk)
    return _offered(as_pdf(slip), "application/pdf", f"批办单-{disclosure.pk}.pdf")
