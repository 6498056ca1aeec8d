"""本县词表: what the product brings, what the county adds to it, and the rules it does without."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.core.errors import Missing
from mingbai.core.forms import act_or_explain, posted
from mingbai.proofreading import county, services
from mingbai.proofreading.entries import Row
from mingbai.proofreading.forms import EntryForm, SwitchForm
from mingbai.proofreading.kinds import KINDS, SOURCE, SWITCHES, TRUSTED, Field, ListKind, kind_of
from mingbai.text.proofreading.rules import all_rules

ACT = "manage_lists"
MOST_SHOWN = 200


@dataclass(frozen=True)
class Line:
    """An entry as a row of a table."""

    name: str
    cells: list[str]


def _cell(field: Field, row: Row) -> str:
    value = row.get(field.name, "")
    if isinstance(value, list):
        return "、".join(map(str, value))
    return dict(field.choices).get(str(value), str(value))


def _lines(kind: ListKind, rows: list[Row], fields: tuple[Field, ...]) -> list[Line]:
    return [Line(str(row.get(kind.name.name, "")), [_cell(field, row) for field in fields]) for row in rows]


@login_required
def overview(request: DeskRequest) -> HttpResponse:
    request.actor.demand(ACT)
    rows = [
        (kind, len(county.shipped_rows(kind)), len(county.rows_of(kind.key)), county.shipped(kind)["as_of"])
        for kind in KINDS
    ]
    return render(
        request, "proofreading/lists.html", {"rows": rows, "switched_off": len(county.rows_of(SWITCHES))}
    )


@login_required
def detail(request: DeskRequest, key: str) -> HttpResponse:
    """One list: the county's entries, a form for another, and the shipped core to look through."""
    request.actor.demand(ACT)
    kind = kind_of(key)
    form = EntryForm(posted(request), kind=kind)
    if request.method == "POST" and form.is_valid():
        if act_or_explain(
            form, lambda: services.add_list_entry(request.actor, key=key, values=form.cleaned_data)
        ):
            messages.success(request, "已加入词表，现在起审校就会用到。")
            return redirect("proofreading-list", key=key)
    query = request.GET.get("q", "").strip()
    core = [row for row in county.shipped_rows(kind) if not query or query in str(list(row.values()))]
    own = (*kind.fields, SOURCE)
    context = {
        "kind": kind,
        "form": form,
        "own_fields": own,
        "own": _lines(kind, county.rows_of(key), own),
        "shipped": county.shipped(kind),
        "core": _lines(kind, core[:MOST_SHOWN], kind.fields),
        "found": len(core),
        "query": query,
    }
    return render(request, "proofreading/list.html", context)


def _own_row(kind: ListKind, name: str) -> Row:
    for row in county.rows_of(kind.key):
        if row.get(kind.name.name) == name:
            return row
    raise Missing(f"本县的词表里没有「{name}」，可能已被删除。")


@login_required
def change(request: DeskRequest, key: str) -> HttpResponse:
    request.actor.demand(ACT)
    kind, name = kind_of(key), request.GET.get("name", "")
    form = EntryForm(posted(request), kind=kind, row=_own_row(kind, name))
    if request.method == "POST" and form.is_valid():
        if act_or_explain(
            form,
            lambda: services.change_list_entry(request.actor, key=key, name=name, values=form.cleaned_data),
        ):
            messages.success(request, "已修改。")
            return redirect("proofreading-list", key=key)
    return render(request, "proofreading/list_change.html", {"kind": kind, "form": form, "name": name})


@login_required
@require_POST
def remove(request: DeskRequest, key: str) -> HttpResponse:
    services.remove_list_entry(request.actor, key=key, name=request.POST.get("name", ""))
    messages.success(request, "已从词表删除。")
    return redirect("proofreading-list", key=key)


@login_required
def switches(request: DeskRequest) -> HttpResponse:
    request.actor.demand(ACT)
    form = SwitchForm(posted(request), initial={"rule": request.GET.get("rule", "")})
    if request.method == "POST" and form.is_valid():
        if act_or_explain(form, lambda: services.switch_rule_off(request.actor, **form.cleaned_data)):
            messages.success(request, "规则已关闭，以后的审校不再使用。")
            return redirect("proofreading-switches")
    context = {"form": form, "rows": _named(SWITCHES), "trusted": _named(TRUSTED)}
    return render(request, "proofreading/switches.html", context)


def _named(key: str) -> list[Row]:
    """What the county says of rules, with what each rule is about."""
    words = {rule.name: rule.explain.partition("。")[0] for rule in all_rules()}
    return [row | {"words": words.get(str(row.get("rule")), "")} for row in county.rows_of(key)]


@login_required
@require_POST
def switch_on(request: DeskRequest) -> HttpResponse:
    try:
        services.switch_rule_on(request.actor, rule=request.POST.get("rule", ""))
        messages.success(request, "规则已恢复使用。")
    except Missing as error:
        messages.error(request, error.message)
    return redirect("proofreading-switches")
