from dataclasses import asdict

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from mingbai.accounts.actors import Actor
from mingbai.accounts.forms import IdentityForm
from mingbai.accounts.http import DeskRequest
from mingbai.core.forms import posted_with_files
from mingbai.core.identity import SiteIdentity, save_site_identity, site_identity
from mingbai.core.pages import changed
from mingbai.journal.services import Entry, record


@transaction.atomic
def set_identity(actor: Actor, *, identity: SiteIdentity) -> None:
    """What page tags and the footer of every public page show (国办发〔2017〕47号)."""
    actor.demand("manage_identity")
    before = asdict(site_identity())
    save_site_identity(identity)
    changed("site")
    record(
        actor,
        Entry(
            "set_identity",
            ("site", "identity", identity.name),
            detail={"before": before, "after": asdict(identity)},
        ),
    )


@login_required
def identity(request: DeskRequest) -> HttpResponse:
    request.actor.demand("manage_identity")
    before = site_identity()
    form = IdentityForm(*posted_with_files(request), initial=asdict(before))
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        kept = "" if values.pop("no_badge", False) else before.badge_image
        badge = values.pop("badge") or kept
        set_identity(request.actor, identity=SiteIdentity(**values, badge_image=badge))
        messages.success(request, "站点信息已保存，门户每一页随即更新。")
        return redirect("accounts-identity")
    return render(
        request,
        "accounts/form.html",
        {"form": form, "heading": "站点信息", "verb": "保存", "back": "desk-home"},
    )
