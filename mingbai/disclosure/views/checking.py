"""Proofreading on its own: a text or a file is read, shown with its findings, and forgotten. And how the rules fare."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from mingbai.accounts.http import DeskRequest
from mingbai.core.errors import BadInput
from mingbai.core.files import read_upload
from mingbai.core.forms import EMPTY_FILE, act_or_explain, posted_with_files
from mingbai.core.tables import xlsx_response
from mingbai.proofreading.beside import Line, key_of, marked, mended, right_words
from mingbai.proofreading.checking import check_source, check_text, shown_quote
from mingbai.proofreading.county import rule_states
from mingbai.proofreading.kinds import SEVERITIES
from mingbai.proofreading.selectors import rule_statistics
from mingbai.text.model import Finding, SourceDocument
from mingbai.text.proofreading.asking import failures_in, is_failure
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.reading import UnreadableFile, read_bytes

MOST = 300_000
_GRAVITY = dict(SEVERITIES)
SHEET = ("文件", "行", "级别", "原文", "说明", "建议", "把握不大")


class CheckForm(forms.Form):
    text = forms.CharField(
        label="文字", required=False, widget=forms.Textarea(attrs={"rows": 14}), max_length=MOST,
        help_text="粘贴要检查的文字，或者选一个文件。检查完不保存。",
    )  # fmt: skip
    file = forms.FileField(label="文件", required=False, error_messages=EMPTY_FILE)


@dataclass(frozen=True)
class Row:
    """One finding as it may be shown: `number` counts from one in its text."""

    number: int
    finding: Finding
    quote: str
    line: int

    @property
    def key(self) -> str:
        return key_of(self.finding)

    @property
    def replacement(self) -> str | None:
        return right_words(self.finding)

    @property
    def sure(self) -> bool:
        """Whether its suggestion is ticked to begin with."""
        return self.finding.severity != "info"


@dataclass(frozen=True)
class Checked:
    """One text with its findings as they may be shown."""

    name: str
    text: str
    # rules that failed on it
    failures: list[Finding]
    rows: list[Row]
    # what of the file could not be read
    warnings: tuple[str, ...] = ()

    @property
    def findings(self) -> list[Row]:
        return [row for row in self.rows if not row.finding.weak]

    @property
    def weak(self) -> list[Row]:
        """Told only because the text has many faults."""
        return [row for row in self.rows if row.finding.weak]

    @property
    def tally(self) -> str:
        """How many of each gravity, the gravest first: 「必须处理 5，提示 3」."""
        counted = Counter[str](row.finding.severity for row in self.findings)
        return "，".join(f"{name} {counted[key]}" for key, name in SEVERITIES if counted[key])

    @property
    def is_mixed(self) -> bool:
        """Whether hints can be left out and something is left."""
        return len({row.finding.severity == "info" for row in self.findings}) > 1

    @property
    def lines(self) -> list[Line]:
        """The text with its marks; none where it is too long for a screen."""
        return list(marked(self.text, [row.finding for row in self.rows])) if len(self.text) <= MOST else []

    @property
    def mendable(self) -> bool:
        return len(self.text) <= MOST and any(row.replacement is not None for row in self.rows)


def _checked(name: str, text: str, findings: list[Finding], warnings: tuple[str, ...] = ()) -> Checked:
    told = [found for found in findings if not is_failure(found)]
    rows = [
        Row(number, found, shown_quote(found), text.count("\n", 0, found.start) + 1)
        for number, found in enumerate(told, 1)
    ]
    return Checked(name, text, failures_in(findings), rows, warnings)


def _check(request: DeskRequest, form: CheckForm) -> list[Checked]:
    file, text = request.FILES.get("file"), form.cleaned_data["text"].replace("\r\n", "\n")
    if file is not None:
        return [
            _checked(source.file, source.text, check_source(source), source.warnings)
            for source in _sources(file.name or "文件", read_upload(file))
        ]
    if not text.strip():
        raise BadInput("请粘贴文字，或选择文件。", field="text")
    findings = check_text(text)
    if request.POST.get("act") == "mend":
        text, done = mended(text, findings, request.POST.getlist("mend"))
        _tell(request, done)
        findings = check_text(text)
    return [_checked("粘贴的文字", text, findings)]


def _tell(request: DeskRequest, done: int) -> None:
    if done:
        messages.success(request, f"改了 {done} 处，又查了一遍。改好的文字在页面下方的框里，可以复制走。")
    else:
        messages.warning(
            request,
            "没有改动：没有勾选，或者框里的文字在检查之后又改过。请先点“检查”，再勾选要改的。",
        )


def _sources(name: str, content: bytes) -> list[SourceDocument]:
    try:
        return read_bytes(name, content)
    except UnreadableFile as problem:
        raise BadInput(f"「{name}」：{problem.message}", field="file") from problem


def _sheet_rows(results: list[Checked]) -> Iterator[tuple[object, ...]]:
    for result in results:
        for row in (*result.findings, *result.weak):
            one = row.finding
            yield (
                result.name,
                row.line,
                _GRAVITY[one.severity],
                row.quote,
                one.message,
                one.suggestion,
                "是" if one.weak else "",
            )


@login_required
def check(request: DeskRequest) -> HttpResponseBase:
    request.actor.demand("proofread")
    form = CheckForm(*posted_with_files(request))
    results: list[Checked] | None = None
    if request.method == "POST" and form.is_valid():
        found: list[Checked] = []
        if act_or_explain(form, lambda: found.extend(_check(request, form))):
            results = found
    if results and request.POST.get("act") == "sheet":
        return xlsx_response("审校单", SHEET, _sheet_rows(results))
    # what was read goes on being worked on: the text of a file, or the one that was mended
    alone = results[0] if results and len(results) == 1 and len(results[0].text) <= MOST else None
    return render(
        request,
        "disclosure/check.html",
        {
            "form": CheckForm(initial={"text": alone.text}) if alone else form,
            "results": results,
            "workable": alone is not None,
        },
    )


@login_required
def rules(request: DeskRequest) -> HttpResponse:
    request.actor.demand("read_rule_statistics")
    figures = rule_statistics(request.actor.scope("read_rule_statistics"))
    words = {rule.name: rule.explain.partition("。")[0] for rule in all_rules()}
    states = rule_states()
    rows = [(row, words.get(row.rule), states.get(row.rule, "")) for row in figures]
    return render(request, "disclosure/rules.html", {"rows": rows})
