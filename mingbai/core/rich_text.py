"""The one form field for rich text: an editor where script runs, a plain text box where it does not.

Whatever arrives is sanitised here, so that neither the editor nor the browser has to be trusted.
"""

from typing import Any

from django import forms
from django.forms.widgets import Script

from mingbai.core.sanitiser import sanitise

# a body of some 100,000 rows of a table is beyond any page; such things belong into an attachment
MOST = 2_000_000


class RichTextWidget(forms.Textarea):
    class Media:
        css = {"all": ["django_prose_editor/editor.css", "core/rich-text.css"]}
        js = [Script("core/rich-text.js", type="module")]

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs={"rows": 20, "data-rich-text": "", **attrs})


class RichTextField(forms.CharField):
    """Cleans to sanitised HTML."""

    widget = RichTextWidget

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", MOST)
        options.setdefault(
            "error_messages",
            {"max_length": "正文太长，请把大表格或长名单作为 Excel 附件上传，正文里写概况。"},
        )
        super().__init__(**options)
        self.widget.attrs.pop("maxlength", None)

    def clean(self, value: Any) -> str:
        return sanitise(super().clean(value) or "")
