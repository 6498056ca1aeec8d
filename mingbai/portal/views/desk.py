"""The portal's screens in the desk: reported errors, the county dictionary, what is asked, notices on every page."""

import re
from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from mingbai.accounts.http import DeskRequest
from mingbai.core import clock
from mingbai.core.forms import act_or_explain
from mingbai.core.tables import page_of, sorted_by, xlsx_response
from mingbai.portal import services
from mingbai.portal.forms import BannerForm, HandleForm, WordForm
from mingbai.portal.models import Banner, SearchWord, SiteError
from mingbai.portal.query.log import often_asked
from mingbai.portal.reported import owed

ASKED_DAYS, ASKED_SHOWN = 30, 100


ERROR_SORTS = {"at": ("created_at", "pk"), "unit": ("unit__path", "created_at", "pk")}
ERROR_HEADER = ("收到", "单位", "类别", "问题", "页面", "网址", "状态", "处理期限", "处理结果", "处理时间")


@login_required
def site_errors(request: DeskRequest) -> HttpResponseBase:
    """What readers found wrong, by state, kind and words. Their contacts stay out of the sheet."""
    request.actor.demand("handle_site_error")
    state = request.GET.get("state", SiteError.State.OPEN)
    kind, query = request.GET.get("kind", ""), request.GET.get("q", "").strip()
    found = SiteError.objects.within(request.actor.scope("handle_site_error"))
    rows: QuerySet[SiteError] = found.select_related("unit")
    if state in SiteError.State.values:
        rows = rows.filter(state=state)
    if kind in SiteError.Kind.values:
        rows = rows.filter(kind=kind)
    if query:
        rows = rows.filter(
            Q(text__icontains=query) | Q(title__icontains=query) | Q(unit__name__icontains=query)
        )
    rows = sorted_by(request, rows, ERROR_SORTS, "at")
    if request.GET.get("format") == "xlsx":
        cells = (
            (
                *(row.created_at, row.unit.name, row.get_kind_display(), row.text, row.title, row.path),
                *(row.get_state_display(), one.due.text, row.reply, row.handled_at),
            )
            for one in owed(rows.iterator(chunk_size=2000))
            for row in [one.row]
        )
        return xlsx_response("网页找错", ERROR_HEADER, cells)
    page = page_of(request, rows)
    context = {
        "page": page,
        "owed": owed(page),
        "state": state,
        "states": SiteError.State.choices,
        "kinds": SiteError.Kind.choices,
        "q": query,
    }
    return render(request, "portal/desk/site_errors.html", context)


@login_required
def site_error(request: DeskRequest, pk: int) -> HttpResponse:
    request.actor.demand("handle_site_error")
    rows = SiteError.objects.within(request.actor.scope("handle_site_error")).select_related("unit")
    error = get_object_or_404(rows, pk=pk)
    form = HandleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        founded, reply = form.cleaned_data["founded"] == "1", form.cleaned_data["reply"]
        if act_or_explain(
            form, lambda: services.handle_site_error(request.actor, error=error, founded=founded, reply=reply)
        ):
            messages.success(request, "已记下处理结果。")
            return redirect("portal-site-errors")
    services.read_site_error(request.actor, error)
    context = {"error": error, "form": form, "owed": owed([error])[0]}
    return render(request, "portal/desk/site_error.html", context)


@login_required
def search_words(request: DeskRequest) -> HttpResponseBase:
    """The county's own words, and what was asked: first what nothing was found for."""
    request.actor.demand("manage_search")
    asked = often_asked(clock.today() - timedelta(days=ASKED_DAYS))
    if request.GET.get("format") == "xlsx":
        cells = ((row["text"], row["asked"], row["found"]) for row in asked)
        return xlsx_response("大家问的", ("问的", "次数", "找到"), cells)
    rows = SearchWord.objects.select_related("changed_by")
    context = {
        "page": page_of(request, rows),
        "unanswered": [row for row in asked if not row["found"]][:ASKED_SHOWN],
        "answered": [row for row in asked if row["found"]][:ASKED_SHOWN],
    }
    return render(request, "portal/desk/search_words.html", context)


@login_required
def search_word(request: DeskRequest, pk: int | None = None) -> HttpResponse:
    request.actor.demand("manage_search")
    word = get_object_or_404(SearchWord, pk=pk) if pk else None
    say = re.sub(r"[\s,，、;；]+", "", request.GET.get("say", ""))[:60]
    initial = {"kind": SearchWord.Kind.MEANING, "words": f"{say} ", "is_on": True} if say else None
    if word:
        initial = {"kind": word.kind, "words": " ".join(word.words), "is_on": word.is_on}
    form = WordForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        words = re.split(r"[\s,，、;；]+", values["words"])
        if act_or_explain(
            form,
            lambda: services.save_search_word(
                request.actor, word=word, kind=values["kind"], words=words, is_on=values["is_on"]
            ),
        ):
            messages.success(request, "词语已保存，一分钟内对检索生效。")
            return redirect("portal-search-words")
    context = {"form": form, "heading": "检索词语", "verb": "保存", "back": "portal-search-words"}
    return render(request, "portal/desk/form.html", context)


@login_required
def banners(request: DeskRequest) -> HttpResponse:
    request.actor.demand("manage_banners")
    context = {"page": page_of(request, Banner.objects.select_related("author")), "now": clock.now()}
    return render(request, "portal/desk/banners.html", context)


@login_required
def banner_new(request: DeskRequest) -> HttpResponse:
    request.actor.demand("manage_banners")
    form = BannerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if act_or_explain(form, lambda: services.announce(request.actor, **form.cleaned_data)):
            messages.success(request, "公告已设好，到开始时间显示在门户每一页。")
            return redirect("portal-banners")
    context = {"form": form, "heading": "新的公告", "verb": "发布", "back": "portal-banners"}
    return render(request, "portal/desk/form.html", context)


@login_required
@require_POST
def banner_end(request: DeskRequest, pk: int) -> HttpResponse:
    services.end_banner(request.actor, banner=get_object_or_404(Banner, pk=pk))
    messages.success(request, "公告已撤下。")
    return redirect("portal-banners")
