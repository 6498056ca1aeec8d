"""Proofreading on its own: a text or a file is read, shown with its findings, and forgotten. And how the rules fare."""

from collections import Counter
from dataclasses import dataclass

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render

from mingbai.accounts.http import DeskRequest
from mingbai.core.errors import BadInput
from mingbai.core.files import read_upload
from mingbai.core.forms import EMPTY_FILE, act_or_explain, posted_with_files
from mingbai.proofreading.checking import check_source, check_text, shown_quote
from mingbai.proofreading.kinds import SEVERITIES
from mingbai.proofreading.selectors import rule_statistics
from mingbai.text.model import Finding, SourceDocument
from mingbai.text.proofreading.asking import failures_in, is_failure
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.reading import UnreadableFile, read_bytes

MOST = 300_000


class CheckForm(forms.Form):
    text = forms.CharField(
        label="文字", required=False, widget=forms.Textarea(attrs={"rows": 14}), max_length=MOST,
        help_text="粘贴要检查的文字，或者选一个文件。检查完不保存。",
    )  # fmt: skip
    file = forms.FileField(label="文件", required=False, error_messages=EMPTY_FILE)


@dataclass(frozen=True)
class Checked:
    """One text with its findings as they may be shown."""

    name: str
    # rules that failed on it
    failures: list[Finding]
    findings: list[tuple[Finding, str, int]]
    # told only because the text has many faults
    weak: list[tuple[Finding, str, int]]

    @property
    def tally(self) -> str:
        """How many of each gravity, the gravest first: 「必须处理 5，提示 3」."""
        counted = Counter[str](found.severity for found, _, _ in self.findings)
        return "，".join(f"{name} {counted[key]}" for key, name in SEVERITIES if counted[key])


def _checked(name: str, text: str, findings: list[Finding]) -> Checked:
    rows = [
        (found, shown_quote(found), text.count("\n", 0, found.start) + 1)
        for found in findings
        if not is_failure(found)
    ]
    return Checked(
        name,
        failures_in(findings),
        [row for row in rows if not row[0].weak],
        [row for row in rows if row[0].weak],
    )


def _check(request: DeskRequest, form: CheckForm) -> list[Checked]:
    file, text = request.FILES.get("file"), form.cleaned_data["text"]
    if file is not None:
        return [
            _checked(source.file, source.text, check_source(source))
            for source in _sources(file.name or "文件", read_upload(file))
        ]
    if not text.strip():
        raise BadInput("请粘贴文字，或选择文件。", field="text")
    return [_checked("粘贴的文字", text, check_text(text))]


def _sources(name: str, content: bytes) -> list[SourceDocument]:
    try:
        return read_bytes(name, content)
    except UnreadableFile as problem:
        raise BadInput(f"「{name}」：{problem.message}", field="file") from problem


@login_required
def check(request: DeskRequest) -> HttpResponse:
    request.actor.demand("proofread")
    form = CheckForm(*posted_with_files(request))
    results: list[Checked] | None = None
    if request.method == "POST" and form.is_valid():
        found: list[Checked] = []
        if act_or_explain(form, lambda: found.extend(_check(request, form))):
            results = found
    return render(request, "disclosure/check.html", {"form": form, "results": results})


@login_required
def rules(request: DeskRequest) -> HttpResponse:
    request.actor.demand("read_rule_statistics")
    figures = rule_statistics(request.actor.scope("read_rule_statistics"))
    words = {rule.name: rule.explain.partition("。")[0] for rule in all_rules()}
    rows = [(row, words.get(row.rule, "旧版软件的规则")) for row in figures]
    return render(request, "disclosure/rules.html", {"rows": rows})
