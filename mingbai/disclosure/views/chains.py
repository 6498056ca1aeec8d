"""Where the county office sets review chains and the pattern of index numbers."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import formset_factory
from django.http import HttpResponse
from django.shortcuts import redirect, render

from mingbai.accounts.http import DeskRequest
from mingbai.accounts.models import Unit
from mingbai.catalogue.models import Column
from mingbai.core.errors import Missing
from mingbai.core.forms import act_or_explain, posted
from mingbai.disclosure import services
from mingbai.disclosure.forms import ColumnChoice
from mingbai.disclosure.models import ChainStep, ChainTemplate, StepKind
from mingbai.disclosure.numbers import pattern
from mingbai.disclosure.services.chains import StepPlan, Target
from mingbai.disclosure.views.lists import units_in_reach

MOST_STEPS = 6


class ChainForm(forms.Form):
    name = forms.CharField(label="名称", max_length=60)
    unit = forms.ModelChoiceField(
        label="单位", queryset=Unit.objects.none(), required=False, empty_label="全部单位"
    )
    column = ColumnChoice(
        label="栏目", queryset=Column.objects.none(), required=False, empty_label="全部栏目"
    )

    def __init__(self, *args: Any, request: DeskRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns = Column.objects.filter(holds_items=True, catalogue__replaced_on=None).select_related(
            "parent"
        )
        self.fields["unit"].queryset = units_in_reach(request, "manage_catalogue")  # type: ignore[attr-defined]
        self.fields["column"].queryset = columns  # type: ignore[attr-defined]


class StepForm(forms.Form):
    kind = forms.ChoiceField(label="环节", required=False, choices=[("", "不设"), *StepKind.choices])
    performed_by = forms.ChoiceField(label="由谁办理", choices=ChainStep.Performer.choices, required=False)
    unit = forms.ModelChoiceField(
        label="指定单位", queryset=Unit.objects.all(), required=False, empty_label="不指定"
    )
    includes_secrecy = forms.BooleanField(label="合并保密审查", required=False)
    working_days = forms.IntegerField(label="工作日", min_value=1, max_value=20, required=False)

    def plan(self) -> StepPlan | None:
        data = self.cleaned_data
        if not data.get("kind"):
            return None
        performer = data["performed_by"] or ChainStep.Performer.OWN.value
        return StepPlan(
            data["kind"], performer, data["unit"], data["includes_secrecy"], data["working_days"] or 1
        )


StepForms = formset_factory(StepForm, extra=0, max_num=MOST_STEPS)


class PatternForm(forms.Form):
    pattern = forms.CharField(
        label="索引号格式",
        max_length=60,
        help_text="{code} 单位代码，{year} 年，{month:02d} 月，{serial:05d} 流水号",
    )


@login_required
def listing(request: DeskRequest) -> HttpResponse:
    """All chains; below them the pattern of index numbers."""
    request.actor.demand("manage_catalogue")
    form = PatternForm(posted(request), initial={"pattern": pattern()})
    if request.method == "POST" and form.is_valid():
        wanted = form.cleaned_data["pattern"]
        if act_or_explain(form, lambda: services.set_index_pattern(request.actor, pattern=wanted)):
            messages.success(request, "索引号格式已保存，以后发布的信息按新格式编号。")
            return redirect("disclosure-chains")
    chains = (
        ChainTemplate.objects.filter(is_active=True)
        .select_related("unit", "column")
        .prefetch_related("steps")
    )
    return render(
        request, "disclosure/chains.html", {"chains": chains.order_by("unit__path", "pk"), "form": form}
    )


def _initial(chain: ChainTemplate | None) -> list[dict[str, Any]]:
    steps = list(chain.steps.all()) if chain else []
    names = ("kind", "performed_by", "unit", "includes_secrecy", "working_days")
    filled = [{name: getattr(step, name) for name in names} for step in steps]
    return filled + [{"working_days": 1}] * (MOST_STEPS - len(filled))


@login_required
def edit(request: DeskRequest, pk: int | None = None) -> HttpResponse:
    request.actor.demand("manage_catalogue")
    chain = ChainTemplate.objects.filter(pk=pk, is_active=True).first() if pk else None
    if pk and chain is None:
        raise Missing("没有这套审核流程。")
    initial = {"name": chain.name, "unit": chain.unit_id, "column": chain.column_id} if chain else {}
    form = ChainForm(posted(request), request=request, initial=initial)
    steps = StepForms(posted(request), initial=_initial(chain), prefix="step")
    if request.method == "POST" and form.is_valid() and steps.is_valid():
        if act_or_explain(form, lambda: _save(request, form, [row.plan() for row in steps], chain)):
            messages.success(request, "审核流程已保存，以后送审的信息按它办理。")
            return redirect("disclosure-chains")
    return render(request, "disclosure/chain.html", {"form": form, "steps": steps, "chain": chain})


def _save(
    request: DeskRequest, form: ChainForm, plans: list[StepPlan | None], chain: ChainTemplate | None
) -> None:
    data = form.cleaned_data
    services.set_chain(
        request.actor,
        name=data["name"],
        target=Target(data["unit"], data["column"]),
        steps=[plan for plan in plans if plan is not None],
        template=chain,
    )
