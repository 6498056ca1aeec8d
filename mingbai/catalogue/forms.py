from typing import Any

from django import forms
from django.http import QueryDict

from mingbai.accounts.models import Person
from mingbai.catalogue.models import Adoption, Column, StandardCatalogue
from mingbai.core.forms import DateInput

CHANNELS = (
    "政府网站",
    "政府公报",
    "两微一端",
    "发布会/听证会",
    "广播电视",
    "纸质媒体",
    "公开查阅点",
    "政务服务中心",
    "便民服务站",
    "入户/现场",
    "社区/企事业单位/村公示栏(电子屏)",
    "精准推送",
    "其他",
)


class AdoptionForm(forms.Form):
    own_name = forms.CharField(
        label="本单位的叫法", max_length=60, required=False, help_text="不填就用标准名称。"
    )
    responsible_office = forms.CharField(label="责任科室", max_length=80, required=False)
    responsible_person = forms.ModelChoiceField(
        label="责任人", queryset=Person.objects.none(), required=False
    )
    cadence_override = forms.ChoiceField(
        label="更新频次", required=False, choices=[("", "按标准"), *Column.Cadence.choices]
    )
    override_reason = forms.CharField(label="调整频次的理由", max_length=200, required=False)
    channels = forms.MultipleChoiceField(
        label="公开渠道和载体",
        choices=[(name, name) for name in CHANNELS],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: QueryDict | None = None, *, adoption: Adoption) -> None:
        initial = {
            name: getattr(adoption, name)
            for name in (
                "own_name",
                "responsible_office",
                "responsible_person",
                "cadence_override",
                "override_reason",
                "channels",
            )
        }
        super().__init__(data, initial=initial)
        people = Person.objects.filter(memberships__unit=adoption.unit, is_active=True).distinct()
        self.fields["responsible_person"].queryset = people  # type: ignore[attr-defined]


class NothingForm(forms.Form):
    period_from = forms.DateField(label="期间起", widget=DateInput())
    period_to = forms.DateField(label="期间止", widget=DateInput())
    text = forms.CharField(
        label="说明", max_length=300, help_text="例如“本季度没有发生临时救助”。说明会显示在栏目页上。"
    )


class PauseForm(forms.Form):
    starts_on = forms.DateField(label="暂停起始日", widget=DateInput())
    ends_on = forms.DateField(
        label="截止日", required=False, help_text="不填表示到恢复为止。", widget=DateInput()
    )
    reason = forms.CharField(label="理由", max_length=200)


class FileForm(forms.Form):
    sheet = forms.FileField(label="Excel 文件", help_text="先导出一份，在上面修改后再导入。")


class StandardForm(forms.Form):
    """An Excel sheet says nothing of the version itself: that stands beside it. A JSON file says all."""

    content = forms.FileField(
        label="标准目录文件",
        help_text="先导出现行版本的 Excel，在上面增、删、改行，再选这个文件；导出的 JSON 也可以。",
    )
    current = forms.ModelChoiceField(
        label="接替哪部目录",
        queryset=StandardCatalogue.objects.filter(replaced_on=None).order_by("code"),
        required=False,
        empty_label="（JSON 文件不用选）",
    )
    version = forms.CharField(label="新版的版本号", max_length=20, required=False, help_text="例如 2027。")
    valid_from = forms.DateField(label="自哪天起施行", required=False, widget=DateInput())
    source = forms.CharField(
        label="来源", max_length=300, required=False, help_text="发文机关、文号或者网址。"
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.is_sheet:
            for name in ("current", "version", "valid_from", "source"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, "载入 Excel 时要填写。")
        return data

    @property
    def is_sheet(self) -> bool:
        file = self.cleaned_data.get("content")
        return file is not None and str(file.name).lower().endswith(".xlsx")


class NoticeForm(forms.Form):
    notice = forms.FileField(label="放假安排文件")
