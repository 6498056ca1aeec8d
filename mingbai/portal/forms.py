from datetime import datetime

from django import forms
from django.utils import timezone

from mingbai.core import clock
from mingbai.portal.models import Banner, SearchWord


class HandleForm(forms.Form):
    founded = forms.ChoiceField(label="核实结果", choices=[("1", "确有问题，已改正"), ("0", "核实无误")])
    reply = forms.CharField(
        label="处理结果",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写一句话，例如「附件已重新上传」。",
    )


class WordForm(forms.Form):
    kind = forms.ChoiceField(label="类别", choices=SearchWord.Kind.choices)
    words = forms.CharField(
        label="词语",
        max_length=400,
        help_text="用空格或逗号隔开，例如「低保 最低生活保障」。口语说法的第一个词是群众的说法，可以用 * 代表隔开的几个字，用 / 隔开几种说法，例如「娃/孩子*上学/念书 义务教育 招生」。",
    )
    is_on = forms.BooleanField(label="启用", required=False, initial=True)


# what is set most often first: nobody should turn the whole site grey by leaving a field as it was
BANNER_KINDS = (Banner.Kind.EMERGENCY, Banner.Kind.MAINTENANCE, Banner.Kind.GREY)


class Moment(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def _now() -> datetime:
    return timezone.localtime(clock.now()).replace(second=0, microsecond=0)


class BannerForm(forms.Form):
    kind = forms.ChoiceField(
        label="类别",
        choices=[(kind.value, kind.label) for kind in BANNER_KINDS],
        help_text="紧急通知和维护公告显示在每一页的顶上；哀悼灰色让全站变成灰色。",
    )
    text = forms.CharField(
        label="内容", max_length=200, required=False, help_text="一句话。选哀悼灰色时可以不填。"
    )
    link = forms.CharField(
        label="链接", max_length=200, required=False, help_text="详细说明的地址，以 / 或 https:// 开头。"
    )
    starts_at = forms.DateTimeField(label="开始", widget=Moment, initial=_now)
    ends_at = forms.DateTimeField(label="结束", widget=Moment, help_text="到时自动撤下。")
