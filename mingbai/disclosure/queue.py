"""The reviewer's queue as a list: filtered, sorted, with the time that is left, and as Excel."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from mingbai.accounts.models import Unit
from mingbai.core import clock
from mingbai.core.calendars import current_calendar
from mingbai.core.tables import sorted_by
from mingbai.disclosure import selectors
from mingbai.disclosure.deadlines import time_left
from mingbai.disclosure.models import ReviewStep, StepKind

SORTS = {
    "due": ("due_on", "opened_at", "pk"),
    "title": ("review__edition__title", "pk"),
    "unit": ("review__edition__disclosure__unit__path", "pk"),
    "sent": ("review__edition__frozen_at", "pk"),
}
HEADER = ("标题", "单位", "环节", "应急补审", "起草人", "送审时间", "期限", "剩余时间")


class QueueForm(forms.Form):
    """Unknown values are ignored rather than refused."""

    q = forms.CharField(label="标题或起草人", required=False, max_length=60)
    unit = forms.ModelChoiceField(
        label="单位", queryset=Unit.objects.none(), required=False, empty_label="全部单位"
    )
    kind = forms.ChoiceField(label="环节", required=False, choices=[("", "全部环节"), *StepKind.choices])
    due = forms.ChoiceField(
        label="期限",
        required=False,
        choices=[("", "全部"), ("late", "已超期"), ("today", "今天到期"), ("later", "还有时间")],
    )

    def __init__(self, *args: Any, waiting: QuerySet[ReviewStep], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = waiting.order_by().values("review__edition__disclosure__unit")
        self.fields["unit"].queryset = Unit.objects.filter(pk__in=units).order_by("path")  # type: ignore[attr-defined]
        self.is_valid()

    def applied_to(self, rows: QuerySet[ReviewStep]) -> QuerySet[ReviewStep]:
        data, today = self.cleaned_data, clock.today()
        if data.get("q"):
            word = data["q"].strip()
            rows = rows.filter(
                Q(review__edition__title__icontains=word)
                | Q(review__edition__frozen_by__name__icontains=word)
            )
        if data.get("unit"):
            rows = rows.filter(review__edition__disclosure__unit=data["unit"])
        if data.get("kind"):
            rows = rows.filter(kind=data["kind"])
        when = {
            "late": Q(due_on__lt=today),
            "today": Q(due_on=today),
            "later": Q(due_on__gt=today) | Q(due_on=None),
        }
        return rows.filter(when[data["due"]]) if data.get("due") else rows


def sorted_queue(request: HttpRequest, rows: QuerySet[ReviewStep]) -> QuerySet[ReviewStep]:
    """By what was asked; else the most urgent first, as it comes."""
    return sorted_by(request, rows, SORTS, "due") if request.GET.get("sort") else rows


def shown(steps: Iterable[ReviewStep]) -> list[ReviewStep]:
    """The steps with their items and `time_left` in words."""
    found, today, calendar = selectors.steps_with_items(steps), clock.today(), current_calendar()
    for step in found:
        step.time_left = time_left(step, today, calendar)  # type: ignore[attr-defined]
    return found


def cells(steps: QuerySet[ReviewStep]) -> Iterator[tuple[Any, ...]]:
    for step in shown(list(steps)):
        edition = step.review.edition
        kind = (
            f"{step.get_kind_display()}（含保密审查）" if step.includes_secrecy else step.get_kind_display()
        )
        yield (
            edition.title,
            edition.disclosure.unit.name,
            kind,
            "是" if step.review.is_emergency else "",
            edition.frozen_by.name if edition.frozen_by else "",
            edition.frozen_at,
            step.due_on,
            step.time_left,  # type: ignore[attr-defined]
        )
