"""The state of any past day: which editions the public could see then, and the text of each as it was."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Unit
from mingbai.core import clock
from mingbai.core.forms import DateInput
from mingbai.core.tables import REACH, newest_page_of
from mingbai.disclosure import past
from mingbai.disclosure.views.lists import units_in_reach


class DayForm(forms.Form):
    """What cannot be a day is said; without one it is today."""

    day = forms.DateField(label="哪一天", required=False, widget=DateInput())
    unit = forms.ModelChoiceField(
        label="单位", queryset=Unit.objects.none(), required=False, empty_label="全部单位"
    )
    q = forms.CharField(label="标题或文号", required=False, max_length=100)

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"] or clock.today()
        if day > clock.today():
            raise forms.ValidationError("这一天还没有到。请选今天或以前的日期。")
        return day


@login_required
def public_on(request: DeskRequest) -> HttpResponse:
    request.actor.demand("read_disclosures")
    form = DayForm(request.GET, units=units_in_reach(request, "read_disclosures"))
    context: dict[str, Any] = {"form": form, "reach": REACH}
    if form.is_valid():
        data = form.cleaned_data
        page: Page[Any] = newest_page_of(request, _rows(request, data))
        context |= {"page": page, "day": data["day"]}
    return render(request, "disclosure/public_on.html", context, status=200 if form.is_valid() else 400)


def _rows(request: DeskRequest, data: dict[str, Any]) -> QuerySet[Any]:
    rows = past.public_on(data["day"], unit=data["unit"])
    rows = rows.filter(request.actor.scope("read_disclosures").condition("disclosure__unit"))
    if word := data["q"].strip():
        # a title that is hidden now must not be found by its words
        rows = rows.filter(edition__title__contains=word, hidden=False) | rows.filter(
            edition__metadata__document_number=word, hidden=False
        )
    return rows
