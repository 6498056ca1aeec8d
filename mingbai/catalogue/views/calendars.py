from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render

from mingbai.accounts.http import DeskRequest
from mingbai.catalogue.forms import NoticeForm
from mingbai.catalogue.services.calendars import load_calendar
from mingbai.core import clock
from mingbai.core.calendars import current_calendar, doubts, read_notice
from mingbai.core.errors import DomainError


@login_required
def calendar(request: DeskRequest) -> HttpResponse:
    """The years that are known, and a form for the next notice; odd ones must be confirmed."""
    request.actor.demand("manage_calendar")
    form = NoticeForm(request.POST or None, request.FILES or None)
    warnings: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["notice"]
        try:
            notice, content = read_notice(upload.read(), upload.name)
            warnings = doubts(notice)
            if not warnings or request.POST.get("confirmed") == "1":
                load_calendar(request.actor, notice=notice, content=content)
                messages.success(request, f"{notice.year}年放假安排已录入，待定的期限正在重新计算。")
                return redirect("catalogue-calendar")
        except DomainError as error:
            form.add_error("notice", error.message)
    known = current_calendar()
    next_year = clock.today().year + 1
    context = {
        "form": form,
        "warnings": warnings,
        "years": sorted(known.years),
        "version": known.version,
        "next_year": next_year,
        "missing_next": next_year not in known.years,
    }
    return render(request, "catalogue/calendar.html", context)
