"""The review slip of the last edition, or of `?edition=N`, as Word and PDF: the archived one where there is one."""

from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse

from mingbai.accounts.http import DeskRequest
from mingbai.core import files
from mingbai.core.errors import Missing
from mingbai.core.files import WORD
from mingbai.disclosure import selectors
from mingbai.disclosure.models import Disclosure, Edition
from mingbai.disclosure.slips import archived, as_pdf, as_word, slip_of


def _asked(request: DeskRequest, pk: int) -> tuple[Disclosure, Edition]:
    request.actor.demand("read_disclosures")
    disclosure = selectors.desk_item(request.actor, pk)
    asked = request.GET.get("edition", "")
    wanted = [row for row in selectors.editions(disclosure) if not asked or str(row.number) == asked]
    if not wanted:
        raise Missing("还没有送审过，没有批办单。")
    return disclosure, wanted[0]


def _offered(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response


@login_required
def word(request: DeskRequest, pk: int) -> HttpResponse:
    disclosure, edition = _asked(request, pk)
    kept = archived(edition)
    content = files.read(kept.file) if kept else as_word(slip_of(disclosure, edition))
    return _offered(content, WORD, f"批办单-{disclosure.pk}.docx")


@login_required
def pdf(request: DeskRequest, pk: int) -> HttpResponse:
    disclosure, edition = _asked(request, pk)
    kept = archived(edition)
    content = files.read(kept.pdf) if kept and kept.pdf else as_pdf(slip_of(disclosure, edition))
    return _offered(content, "application/pdf", f"批办单-{disclosure.pk}.pdf")
