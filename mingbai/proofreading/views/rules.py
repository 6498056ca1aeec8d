"""One rule: why it exists, where it fires and where it does not, and how it fares."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.core.errors import BadInput, Missing
from mingbai.proofreading import county, services
from mingbai.proofreading.checking import proven_rules
from mingbai.proofreading.kinds import SEVERITIES, SWITCHES, TRUSTED
from mingbai.proofreading.selectors import rule_statistics
from mingbai.text.proofreading.rules import all_rules, lasting_name
from mingbai.text.proofreading.trial import is_on_trial

STATISTICS = "read_rule_statistics"


@login_required
def detail(request: DeskRequest, name: str) -> HttpResponse:
    """For everybody who proofreads; the figures for those who may read them."""
    may_count = request.actor.may(STATISTICS)
    if not may_count:
        request.actor.demand("proofread")
    rule = next((each for each in all_rules() if each.name == name), None)
    if rule is None:
        parts = [f"{each.name}（{_in_short(each.explain)}）" for each in all_rules() if each.formerly == name]
        told = f"这条规则已分成{len(parts)}条：{'；'.join(parts)}。"
        raise Missing(told if parts else "没有这条规则，可能是旧版软件的规则。")
    names = {rule.name, lasting_name(rule.name)}
    figures = rule_statistics(request.actor.scope(STATISTICS)) if may_count else []
    off = next((row for row in county.rows_of(SWITCHES) if row.get("rule") in names), None)
    trusted = next((row for row in county.rows_of(TRUSTED) if row.get("rule") == rule.name), None)
    context = {
        "rule": rule,
        "severity": dict(SEVERITIES)[rule.severity],
        "on_trial": is_on_trial(rule, proven_rules()),
        "figures": next((row for row in figures if row.rule == name), None),
        "off": off,
        "trusted": trusted,
        "may_switch": request.actor.may("manage_lists"),
    }
    return render(request, "proofreading/rule.html", context)


@login_required
@require_POST
def trust(request: DeskRequest, name: str) -> HttpResponse:
    """The county takes a rule on trial for proven, or takes that back."""
    try:
        if "undo" in request.POST:
            services.distrust_rule(request.actor, rule=name)
            messages.success(request, "已撤回，这条规则以后仍先作提示。")
        else:
            services.trust_rule(request.actor, rule=name, reason=request.POST.get("reason", ""))
            messages.success(request, "已提前信任，以后按原定的程度标出。")
    except (BadInput, Missing) as error:
        messages.error(request, error.message)
    return redirect("proofreading-rule", name=name)


def _in_short(explain: str) -> str:
    """What a rule is about, without its examples."""
    return explain.split("，如「")[0].split("。")[0]
