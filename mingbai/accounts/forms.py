from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.core.validators import RegexValidator

from mingbai.accounts.models import LeadingGroupMember, Person, Unit
from mingbai.accounts.roles import Role
from mingbai.core import files
from mingbai.core.errors import BadInput
from mingbai.core.forms import DateInput

SHEET_LIMIT = 10 * 1024 * 1024
# on every page, of which the smallest may weigh 60 KB on the wire
BADGE_LIMIT = 30 * 1024


class PasswordForm(forms.Form):
    old = forms.CharField(
        label="原密码", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    new = forms.CharField(
        label="新密码",
        help_text="至少10个字符，小写字母、大写字母、数字、符号中至少三种。",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="再输一遍新密码", widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def clean(self) -> dict[str, object]:
        data = super().clean() or {}
        if data.get("new") and data.get("again") and data["new"] != data["again"]:
            self.add_error("again", "两次输入的新密码不一样。")
        return data


class PersonForm(forms.Form):
    username = forms.RegexField(
        label="账号",
        regex=r"^[A-Za-z0-9@._-]{3,60}$",
        error_messages={"invalid": "账号用字母、数字和 @ . _ -，3到60个字符。"},
    )
    name = forms.CharField(label="姓名", max_length=40)
    post = forms.CharField(label="职务", max_length=60, required=False)
    phone = forms.CharField(label="办公电话", max_length=40, required=False)
    unit = forms.ModelChoiceField(label="单位", queryset=Unit.objects.none(), empty_label="请选择")
    role = forms.ChoiceField(label="岗位", choices=Role.choices)

    def __init__(self, *args: object, units: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class PersonDetailForm(forms.Form):
    name = forms.CharField(label="姓名", max_length=40)
    post = forms.CharField(label="职务", max_length=60, required=False)
    phone = forms.CharField(label="办公电话", max_length=40, required=False)
    reason = forms.CharField(
        label="原因",
        max_length=300,
        required=False,
        help_text="改姓名时必填，例如“录入时写错”。换了人不要改名，请另开账号并办理交接。",
    )


class PostForm(forms.Form):
    unit = forms.ModelChoiceField(label="单位", queryset=Unit.objects.none(), empty_label="请选择")
    role = forms.ChoiceField(label="岗位", choices=Role.choices)
    starts_on = forms.DateField(label="任职起始日", widget=DateInput())
    ends_on = forms.DateField(
        label="任职截止日", required=False, help_text="不填表示长期。", widget=DateInput()
    )
    deputy_for = forms.ModelChoiceField(
        label="是谁的B角",
        queryset=Person.objects.filter(is_active=True),
        required=False,
        empty_label="不是B角",
        help_text="A角登记离岗的日子里才有权办理，回岗就停；B角以自己的名义办理，批办单上写明代谁。",
    )

    def __init__(self, *args: object, units: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class AbsenceForm(forms.Form):
    """One's own absence; who acts meanwhile is not one's own to say."""

    starts_on = forms.DateField(label="离岗第一天", widget=DateInput())
    ends_on = forms.DateField(label="离岗最后一天", widget=DateInput())
    reason = forms.CharField(
        label="原因", max_length=300, help_text="例如“年休假”“外出培训”。只有本人、本单位终审和管理员看得到。"
    )


class AbsenceOfForm(AbsenceForm):
    person = forms.ModelChoiceField(label="谁离岗", queryset=Person.objects.none(), empty_label="请选择")
    deputy = forms.ModelChoiceField(
        label="另指定代办人",
        queryset=Person.objects.none(),
        required=False,
        empty_label="由登记的B角代办",
        help_text="没有B角的，在这里指定一位，只在这几天有权办理。",
    )
    field_order = ("person", "starts_on", "ends_on", "reason", "deputy")

    def __init__(self, *args: object, people: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["deputy"].queryset = people  # type: ignore[attr-defined]


class HandoverForm(forms.Form):
    successor = forms.ModelChoiceField(
        label="接手人", queryset=Person.objects.filter(is_active=True), empty_label="请选择"
    )
    on = forms.DateField(label="最后在岗日", widget=DateInput())
    reason = forms.CharField(label="原因", max_length=300, help_text="例如“调离本单位”。")


class UnitForm(forms.Form):
    code = forms.SlugField(
        label="单位代码", max_length=40, help_text="字母、数字和短横，用在网址里，定了不再改。"
    )
    name = forms.CharField(label="全称", max_length=120)
    short_name = forms.CharField(label="简称", max_length=40, required=False)
    kind = forms.ChoiceField(label="类别", choices=Unit.Kind.choices)
    parent = forms.ModelChoiceField(label="上级单位", queryset=Unit.objects.none())

    def __init__(self, *args: object, units: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["parent"].queryset = units  # type: ignore[attr-defined]


class UnitDetailForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Unit
        fields = (
            "address",
            "postcode",
            "hours",
            "phone",
            "fax",
            "email",
            "disclosure_office",
            "disclosure_phone",
            "duties",
            "credit_code",
            "site_code",
            "index_code",
            "is_agency",
            "order",
        )
        labels = {
            "address": "办公地址",
            "postcode": "邮政编码",
            "hours": "办公时间",
            "phone": "联系电话",
            "fax": "传真",
            "email": "电子邮箱",
            "disclosure_office": "政府信息公开工作机构",
            "disclosure_phone": "公开工作机构电话",
            "duties": "主要职能",
            "credit_code": "统一社会信用代码",
            "site_code": "网站标识码",
            "index_code": "索引号机构代码",
            "is_agency": "是行政机关（有指南、年报和依申请公开）",
            "order": "排序",
        }


class RenameForm(forms.Form):
    name = forms.CharField(label="新全称", max_length=120)
    short_name = forms.CharField(label="新简称", max_length=40, required=False)
    on = forms.DateField(label="启用日期", widget=DateInput())
    reason = forms.CharField(label="依据或原因", max_length=300)


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(label="并入", queryset=Unit.objects.none(), empty_label="请选择")
    on = forms.DateField(label="合并日期", widget=DateInput())
    reason = forms.CharField(label="依据或原因", max_length=300)

    def __init__(self, *args: object, units: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["into"].queryset = units  # type: ignore[attr-defined]


class MoveForm(MergeForm):
    def __init__(self, *args: object, units: object, **kwargs: object) -> None:
        super().__init__(*args, units=units, **kwargs)
        self.fields["into"].label, self.fields["on"].label = "新的上级单位", "调整日期"


class CloseForm(forms.Form):
    on = forms.DateField(label="撤销日期", widget=DateInput())
    reason = forms.CharField(label="依据或原因", max_length=300)


class RecallForm(forms.Form):
    reason = forms.CharField(label="原因", max_length=300)


class LeadingGroupForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = LeadingGroupMember
        fields = ("post", "name", "title", "duties", "starts_on", "ends_on", "order")
        labels = {
            "post": "组内职务",
            "name": "姓名",
            "title": "行政职务",
            "duties": "分工",
            "starts_on": "任职起始日",
            "ends_on": "任职截止日",
            "order": "排序",
        }
        widgets = {"starts_on": DateInput(), "ends_on": DateInput()}


class TermForm(forms.Form):
    ends_on = forms.DateField(label="任职截止日")


class LinkField(forms.CharField):
    """Where a mark of the footer leads: a page of another site, or of this one."""

    default_validators = [
        RegexValidator(
            r"^(/(?!/)\S*|https?://[^\s/]+\.[^\s/]+(/\S*)?)$",
            "写完整的网址，以 https:// 开头；本站的页面以 / 开头。",
        )
    ]

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=200, **options)


class IdentityForm(forms.Form):
    name = forms.CharField(label="网站全称", max_length=60, help_text="与网站备案一致，显示在每一页的页头。")
    short_name = forms.CharField(label="简称", max_length=20)
    domain = forms.RegexField(
        label="域名",
        # letters of any script: Chinese domain names are used too
        regex=r"^[\w-]+(\.[\w-]+)+(:\d{1,5})?$",
        max_length=80,
        required=False,
        help_text="不写 http://，例如 www.mingxian.gov.cn",
        error_messages={"invalid": "只写域名，不写 http:// 和后面的斜杠，例如 www.mingxian.gov.cn。"},
    )
    code = forms.RegexField(
        label="网站标识码",
        regex=r"^[A-Za-z0-9]{10}$",
        required=False,
        error_messages={"invalid": "网站标识码是10位。"},
    )
    icp = forms.RegexField(
        label="ICP备案编号",
        regex=r"^\w{1,6}备\s*\d{8,10}号(-\d+)?$",
        max_length=40,
        required=False,
        error_messages={"invalid": "ICP备案编号写成“某ICP备12345678号-1”的样子。"},
    )
    police_filing = forms.RegexField(
        label="公安机关备案号",
        regex=r"^\w{1,4}公网安备\s*\d{14}\s*号$",
        max_length=40,
        required=False,
        error_messages={"invalid": "公安机关备案号写成“某公网安备33000002000001号”的样子，中间是14位数字。"},
    )
    police_filing_url = LinkField(
        label="公安备案查询地址", required=False, help_text="页脚的公安备案号链接到这里。"
    )
    badge_url = LinkField(
        label="党政机关网站标识查询地址",
        required=False,
        help_text="页脚的“党政机关网站标识”链接到这里；不填，页脚就没有这一项，检查时会扣分。",
    )
    badge = forms.FileField(
        label="党政机关网站标识图片",
        required=False,
        help_text="从标识管理机构下载的图片，PNG、JPG 或 GIF，不超过 30 KB，显示在每一页的页脚。不选就保留现在的。",
    )
    no_badge = forms.BooleanField(
        label="不再显示标识图片",
        required=False,
        help_text="页脚改用文字“党政机关网站标识”，原图的网址随即失效。",
    )
    host = forms.CharField(label="主办单位", max_length=60)
    operator = forms.CharField(label="承办单位", max_length=60, required=False)
    contact = forms.CharField(label="联系方式", max_length=80)
    phone = forms.CharField(label="联系电话", max_length=40, required=False)
    address = forms.CharField(label="地址", max_length=120, required=False)
    accent = forms.ChoiceField(label="主色", choices=[("blue", "深蓝"), ("red", "中国红")])

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if not self.initial.get("badge_image"):
            del self.fields["no_badge"]

    def clean_badge(self) -> str:
        """The picture as it is kept; empty where none was chosen."""
        upload = self.cleaned_data["badge"]
        if upload is None:
            return ""
        try:
            accepted = (
                files.accept(upload.name, files.read_upload(upload)) if upload.size <= BADGE_LIMIT else None
            )
        except BadInput as error:
            raise forms.ValidationError(error.message) from error
        if accepted is None or not accepted.media_type.startswith("image/"):
            raise forms.ValidationError("请选择 PNG、JPG 或 GIF 图片，不超过 30 KB。")
        return f"{files.store(accepted).digest}{PurePosixPath(accepted.name).suffix.lower()}"


class SheetForm(forms.Form):
    sheet = forms.FileField(label="Excel 文件")

    def clean_sheet(self) -> object:
        sheet = self.cleaned_data["sheet"]
        if sheet.size > SHEET_LIMIT:
            raise forms.ValidationError("文件超过 10 MB。名册不会这么大，请删去图片和多余的工作表后再导入。")
        return sheet
