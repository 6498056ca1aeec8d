from django import forms
from django.http import QueryDict

from mingbai.core.forms import DateInput
from mingbai.proofreading import kinds
from mingbai.proofreading.entries import Row
from mingbai.text.proofreading.rules import all_rules


def _field(field: kinds.Field) -> forms.Field:
    """The service checks what is typed; the form only asks for it."""
    if field.form == "choice":
        return forms.ChoiceField(
            label=field.label, choices=field.choices, required=field.required, help_text=field.help
        )
    widget = DateInput() if field.form == "day" else forms.TextInput()
    return forms.CharField(
        label=field.label, required=field.required, help_text=field.help, widget=widget, max_length=2000
    )


class EntryForm(forms.Form):
    """An entry of one list, its fields as the list has them."""

    def __init__(
        self, data: QueryDict | None = None, *, kind: kinds.ListKind, row: Row | None = None
    ) -> None:
        known = (row or {}).items()
        super().__init__(data, initial={name: " ".join(v) if isinstance(v, list) else v for name, v in known})
        for field in (*kind.fields, kinds.SOURCE):
            self.fields[field.name] = _field(field)


def _rules() -> list[tuple[str, str]]:
    return [(rule.name, f"{rule.name}　{rule.explain[:40]}") for rule in all_rules()]


class SwitchForm(forms.Form):
    rule = forms.ChoiceField(label="规则", choices=_rules)
    reason = forms.CharField(
        label="理由", max_length=300, help_text="写明为什么不适合本县，例如误报的情形和次数。"
    )
