"""The desk's forms. They collect and shape; what may be said is decided by the services."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import StrIndex

from mingbai.accounts.models import Unit
from mingbai.catalogue.loading import themes
from mingbai.catalogue.models import Column
from mingbai.catalogue.selectors import columns_to_write_in, items_to_answer
from mingbai.core.clock import CHINA
from mingbai.core.forms import EMPTY_FILE, DateInput
from mingbai.core.rich_text import RichTextField
from mingbai.disclosure.metadata import GENRES, GROUNDS, Metadata
from mingbai.disclosure.models import Disclosure, Draft, Kind, Openness, Placement, Relation, Withdrawal
from mingbai.disclosure.relating import Chosen
from mingbai.disclosure.services.drafts import Content

SERVED = (
    "社会公众",
    "农民",
    "企业和个体工商户",
    "老年人",
    "残疾人",
    "妇女儿童",
    "学生和家长",
    "求职人员",
    "困难群众",
    "退役军人",
)
BLANK = [("", "请选择")]
MOST_SUCCESSORS = 100


def theme_choices() -> list[Any]:
    known = themes()
    groups = [
        (top, [(top, top), *((f"{top}\\{low}", low) for low in known["second"][top])]) for top in known["top"]
    ]
    return [*BLANK, *groups]


class ColumnChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, column: Any) -> str:
        return f"{column.parent.name} / {column.name}" if column.parent else str(column.name)


class ColumnsChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, column: Any) -> str:
        return f"{column.parent.name} / {column.name}" if column.parent else str(column.name)


class DraftForm(forms.Form):
    """Everything of a draft. `version` travels with it, so that nobody overwrites what they have not seen."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label="标题", widget=forms.Textarea(attrs={"rows": 2}), required=False)
    column = ColumnChoice(label="栏目", queryset=Column.objects.none(), required=False, empty_label="请选择")
    body = RichTextField(label="正文", required=False)
    kind = forms.ChoiceField(label="文档种类", choices=Kind.choices)
    document_number = forms.CharField(
        label="文号", required=False, help_text="如 明政办〔2026〕7号，没有就不填"
    )
    issuer = forms.CharField(label="发布机构", required=False)
    written_on = forms.DateField(label="成文日期", required=False, widget=DateInput())
    effective_on = forms.DateField(label="生效日期", required=False, widget=DateInput())
    lapsed_on = forms.DateField(label="失效日期", required=False, widget=DateInput())
    theme = forms.ChoiceField(label="主题分类", required=False)
    genre = forms.ChoiceField(label="体裁分类", required=False, choices=[*BLANK, *((g, g) for g in GENRES)])
    served_group = forms.ChoiceField(
        label="服务对象", required=False, choices=[*BLANK, *((s, s) for s in SERVED)]
    )
    keywords = forms.CharField(label="关键词", required=False, help_text="用空格隔开")
    summary = forms.CharField(label="内容概述", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    more_columns = ColumnsChoice(label="同时列入的栏目", queryset=Column.objects.none(), required=False)
    openness = forms.ChoiceField(label="公开属性", choices=Openness.choices)
    openness_ground = forms.CharField(
        label="不主动公开的理由", required=False, help_text="写明条例条款，如 第十六条第二款：过程性信息"
    )

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns: QuerySet[Column] = columns_to_write_in(unit)
        self.fields["column"].queryset = columns  # type: ignore[attr-defined]
        self.fields["more_columns"].queryset = columns  # type: ignore[attr-defined]
        self.fields["theme"].choices = theme_choices()  # type: ignore[attr-defined]
        self.fields["openness_ground"].widget.attrs["list"] = "openness-grounds"

    grounds = GROUNDS

    @staticmethod
    def initial_of(draft: Draft) -> dict[str, Any]:
        metadata = Metadata.from_json(draft.metadata)
        values = metadata.descriptive()
        columns = metadata.columns
        return {
            **values,
            "version": draft.version,
            "title": draft.title,
            "body": draft.body_html,
            "column": columns[0] if columns else None,
            "more_columns": list(columns[1:]),
        }

    def content(self, relations: Chosen, items: tuple[int, ...] = ()) -> Content:
        data = self.cleaned_data
        main = [data["column"].pk] if data.get("column") else []
        others = [column.pk for column in data.get("more_columns", ()) if column.pk not in main]
        names = (
            "kind", "document_number", "issuer", "written_on", "effective_on", "lapsed_on", "theme", "genre",
            "served_group", "keywords", "summary", "openness", "openness_ground",
        )  # fmt: skip
        values: dict[str, Any] = {name: data.get(name) for name in names}
        metadata = Metadata(
            **values,
            columns=tuple(main + others),
            items=items,
            relations=relations,
        )
        return Content(data["title"], data["body"], metadata)


class NewForm(forms.Form):
    """The start of an item: whose it is, and a Word file that fills the rest."""

    unit = forms.ModelChoiceField(label="单位", queryset=Unit.objects.none(), empty_label=None)
    file = forms.FileField(
        label="Word 文件",
        required=False,
        error_messages=EMPTY_FILE,
        help_text="上传后自动填好标题、文号、日期和正文；没有就直接新建",
    )

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    reason = forms.CharField(label="理由", widget=forms.Textarea(attrs={"rows": 3}))


class EmergencyForm(ReasonForm):
    secrecy_cleared = forms.BooleanField(label="不涉及国家秘密、商业秘密、个人隐私", required=False)
    overrule_reason = forms.CharField(
        label="排除疑点的理由",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="下面没有列出错误级疑点就不填",
    )


class WithdrawForm(forms.Form):
    reason = forms.ChoiceField(label="撤下原因", choices=[*BLANK, *Withdrawal.Reason.choices])
    note = forms.CharField(
        label="具体情况", widget=forms.Textarea(attrs={"rows": 3}), help_text="只留在台账里，公众看不到"
    )


class RepealForm(forms.Form):
    on = forms.DateField(label="废止日期", widget=DateInput())
    reason = forms.CharField(label="废止依据", widget=forms.Textarea(attrs={"rows": 2}))
    successor = forms.TypedChoiceField(
        label="由哪份文件替代",
        required=False,
        coerce=int,
        empty_value=None,
        help_text="本单位在它之后公开的同类文件。没有替代文件就不选",
    )

    def __init__(self, *args: Any, item: Disclosure, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        later = Disclosure.objects.of(unit=item.unit, kind=item.kind, state=Disclosure.State.PUBLISHED)
        later = later.exclude(pk=item.pk).filter(repealed_on=None)
        if item.first_published_at:
            later = later.filter(first_published_at__gte=item.first_published_at)
        found = later.order_by("-first_published_at")[:MOST_SUCCESSORS]
        named = [(row.pk, f"{row.title} {row.document_number}".strip()) for row in found]
        self.fields["successor"].choices = [("", "没有替代文件"), *named]  # type: ignore[attr-defined]


class UnitForm(forms.Form):
    unit = forms.ModelChoiceField(label="归入单位", queryset=Unit.objects.none(), empty_label="请选择")

    def __init__(self, *args: Any, units: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class ScheduleForm(forms.Form):
    at = forms.DateTimeField(
        label="发布时间",
        required=False,
        help_text="留空表示审核通过后立即发布",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
    )

    def clean_at(self) -> datetime | None:
        at: datetime | None = self.cleaned_data["at"]
        return at.astimezone(CHINA) if at else None


class MoveForm(forms.Form):
    column = ColumnChoice(label="主栏目", queryset=Column.objects.none(), empty_label=None)
    more_columns = ColumnsChoice(label="同时列入的栏目", queryset=Column.objects.none(), required=False)
    items = forms.TypedMultipleChoiceField(
        label="对应的公开事项",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="基层政务公开标准目录里的事项",
    )

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("column", "more_columns"):
            self.fields[name].queryset = columns_to_write_in(unit)  # type: ignore[attr-defined]
        offers = [(row.item_id, row.name) for row in items_to_answer(unit)]
        if offers:
            self.fields["items"].choices = offers  # type: ignore[attr-defined]
        else:
            del self.fields["items"]

    def columns(self) -> tuple[int, ...]:
        main = self.cleaned_data["column"].pk
        return (main, *(column.pk for column in self.cleaned_data["more_columns"] if column.pk != main))

    def chosen_items(self) -> tuple[int, ...] | None:
        """None where the unit has adopted no items: nothing was asked, nothing is changed."""
        return tuple(self.cleaned_data["items"]) if "items" in self.fields else None


class VerdictForm(forms.Form):
    digest = forms.CharField(widget=forms.HiddenInput)
    opinion = forms.CharField(label="审核意见", required=False, widget=forms.Textarea(attrs={"rows": 1}))
    overrule_reason = forms.CharField(
        label="排除疑点的理由", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    secrecy_cleared = forms.BooleanField(label="不涉及国家秘密、商业秘密、个人隐私", required=False)
    place = forms.CharField(label="问题位置", required=False, max_length=200)
    proposed_change = forms.CharField(
        label="建议改为", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class FilterForm(forms.Form):
    """The list's filters; unknown values are ignored rather than refused."""

    q = forms.CharField(label="标题、文号、索引号", required=False)
    unit = forms.ModelChoiceField(
        label="单位", queryset=Unit.objects.none(), required=False, empty_label="全部单位"
    )
    column = ColumnChoice(
        label="栏目", queryset=Column.objects.none(), required=False, empty_label="全部栏目"
    )
    status = forms.ChoiceField(
        label="状态",
        required=False,
        choices=[
            ("", "全部状态"),
            *[(value, label) for value, label in Disclosure.Stage.choices if value != "idle"],
            ("kept", "审定不公开"),
            ("published", "已发布"),
            ("withdrawn", "已撤下"),
        ],
    )
    kind = forms.ChoiceField(label="种类", required=False, choices=[("", "全部种类"), *Kind.choices])
    year = forms.IntegerField(label="发布年份", required=False, min_value=1990, max_value=2999)

    def __init__(self, *args: Any, units: QuerySet[Unit], columns: QuerySet[Column], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["column"].queryset = columns  # type: ignore[attr-defined]
        self.is_valid()

    def applied_to(self, rows: QuerySet[Disclosure]) -> QuerySet[Disclosure]:
        data = getattr(self, "cleaned_data", {})
        if data.get("q"):
            rows = self._holding(rows, data["q"].strip())
        if data.get("unit"):
            rows = rows.filter(unit=data["unit"])
        if data.get("kind"):
            rows = rows.filter(kind=data["kind"])
        if data.get("status") == "kept":
            rows = rows.filter(state=Disclosure.State.UNPUBLISHED, stage=Disclosure.Stage.IDLE)
        elif data.get("status"):
            field = "state" if data["status"] in Disclosure.State.values else "stage"
            rows = rows.filter(**{field: data["status"]})
        return self._by_place_and_year(rows, data)

    @staticmethod
    def _holding(rows: QuerySet[Disclosure], word: str) -> QuerySet[Disclosure]:
        """Words without case, as Chinese is, are looked for as they stand: faster than a pattern on both databases, and
        PostgreSQL would write every title in capitals before it compares."""
        if word.lower() != word.upper():
            found = Q(title__icontains=word) | Q(document_number__icontains=word)
            return rows.filter(found | Q(index_number=word))
        rows = rows.alias(
            in_title=StrIndex("title", Value(word)), in_number=StrIndex("document_number", Value(word))
        )
        return rows.filter(Q(in_title__gt=0) | Q(in_number__gt=0) | Q(index_number=word))

    def _by_place_and_year(self, rows: QuerySet[Disclosure], data: dict[str, Any]) -> QuerySet[Disclosure]:
        if data.get("column"):
            placed = Placement.objects.of(column=data["column"]).values("disclosure_id")
            rows = rows.filter(pk__in=placed)
        if data.get("year"):
            rows = rows.filter(published_at__year=data["year"])
        return rows


def related_titles(metadata: Metadata) -> list[tuple[str, Disclosure]]:
    """The items that a draft or an edition names, for showing their titles."""
    labels = dict(Relation.Kind.choices)
    found = {
        row.pk: row
        for row in Disclosure.objects.of(pk__in=[other for _, other in metadata.relations]).select_related(
            "unit"
        )
    }
    return [(labels[kind], found[other]) for kind, other in metadata.relations if other in found]
