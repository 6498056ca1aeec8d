"""How forms meet services: a refusal of the service becomes an error of the field it names."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, QueryDict

from mingbai.core.errors import DomainError


def act_or_explain(form: forms.BaseForm, act: Callable[[], Any]) -> bool:
    """Run the act; a `DomainError` is shown in the form and the answer is False."""
    try:
        act()
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return False
    return True


# more than a page holds; who sends more is no reader of our lists
MOST_AT_ONCE = 200
SAID = 10


def say_refusals(request: HttpRequest, refused: list[str]) -> None:
    """What could not be done of a batch, by name; of very many how many more there are."""
    for sentence in refused[:SAID]:
        messages.warning(request, sentence)
    if len(refused) > SAID:
        messages.warning(request, f"另有 {len(refused) - SAID} 条没有办成，仍在清单里，请逐条打开查看原因。")


EMPTY_FILE = {"empty": "这是空文件。请检查后重新选择。"}


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: an empty POST is still a POST."""
    return request.POST if request.method == "POST" else None


def posted_with_files(request: HttpRequest) -> tuple[QueryDict | None, Any]:
    return posted(request), request.FILES if request.method == "POST" else None
