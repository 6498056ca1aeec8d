"""Keeping findings with the text they were made from, and deciding about them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.accounts.models import Unit
from mingbai.core import clock
from mingbai.core.errors import BadInput
from mingbai.journal.services import Entry, record
from mingbai.proofreading.checking import shown_quote
from mingbai.proofreading.models import Decision, FindingRecord, Severity
from mingbai.text.model import Finding
from mingbai.text.proofreading.asking import FAILED
from mingbai.text.proofreading.rules import lasting_name

# these settle a finding; a mended one is settled only when the next check no longer finds it
SETTLING = (Decision.Verdict.IGNORE, Decision.Verdict.OVERRULE)


@dataclass(frozen=True)
class Item:
    """What decisions hang on: an item through all its texts, such as (`disclosure`, 812)."""

    type: str
    id: int
    label: str


@dataclass(frozen=True)
class Subject:
    """One text of an item, such as (`draft`, 812) or (`edition`, 90)."""

    type: str
    id: int


def fingerprint(finding: Finding, text: str) -> str:
    """Rule, words and what stands around them: survives edits elsewhere in the text, and that a rule is parted."""
    return fingerprint_of(finding.rule, finding.quote, text, finding.start, finding.end)


def fingerprint_of(rule: str, words: str, text: str, start: int, end: int | None = None) -> str:
    after = start + len(words) if end is None else end
    around = text[max(0, start - 12) : start] + "|" + text[after : after + 12]
    return sha256(f"{lasting_name(rule)}\n{words}\n{around}".encode()).hexdigest()


@transaction.atomic
def replace_findings(unit: Unit, subject: Subject, findings: Sequence[Finding], text: str) -> int:
    """Put the result of a check in the place of the last one. No act: the machine read a text."""
    FindingRecord.objects.of(subject_type=subject.type, subject_id=subject.id).delete()
    now = clock.now()
    FindingRecord.objects.bulk_create(
        (
            FindingRecord(
                unit=unit,
                subject_type=subject.type,
                subject_id=subject.id,
                rule=finding.rule,
                category=finding.category,
                severity=finding.severity,
                start=finding.start,
                end=finding.end,
                quote=shown_quote(finding)[:200],
                message=finding.message[:500],
                suggestion=(finding.suggestion or "")[:500],
                related=[asdict(place) for place in finding.related],
                fingerprint=fingerprint(finding, text),
                weak=finding.weak,
                found_at=now,
            )
            for finding in findings
        ),
        batch_size=500,
    )
    return len(findings)


def blocking_findings(subject: Subject, item: Item) -> list[FindingRecord]:
    """The errors of a text that nobody has settled as errors."""
    settled = Decision.objects.of(item_type=item.type, item_id=item.id).filter(
        verdict__in=SETTLING, severity=Severity.ERROR
    )
    found = FindingRecord.objects.of(subject_type=subject.type, subject_id=subject.id)
    return list(found.filter(severity=Severity.ERROR).exclude(fingerprint__in=settled.values("fingerprint")))


@transaction.atomic
def decide_finding(
    actor: Actor, *, finding: FindingRecord, item: Item, verdict: str, reason: str = ""
) -> Decision:
    """Say that a finding is right, mended or no error. An error is settled only by the final reviewer."""
    actor.demand("proofread", finding.unit)
    if finding.category == FAILED:
        raise BadInput("这不是疑点，是规则没能查全。请自行核对这一类问题，并报告系统管理员。")
    if verdict not in {Decision.Verdict.ACCEPT, Decision.Verdict.MEND, Decision.Verdict.IGNORE}:
        raise BadInput("没有这种处理。请选择属实、已改或不是错误。", field="verdict")
    if verdict == Decision.Verdict.IGNORE and not reason.strip():
        raise BadInput("忽略疑点要写明理由。", field="reason")
    if verdict == Decision.Verdict.IGNORE and finding.severity == Severity.ERROR:
        actor.demand("overrule_finding", finding.unit)
    decision = _decide(actor, finding, item, verdict, reason.strip())
    detail = {"rule": finding.rule, "verdict": verdict, "severity": finding.severity}
    _journal(actor, "decide_finding", finding.unit, item, reason, detail)
    return decision


def _decide(actor: Actor, finding: FindingRecord, item: Item, verdict: str, reason: str) -> Decision:
    decision, _ = Decision.objects.of(item_type=item.type, item_id=item.id).update_or_create(
        item_type=item.type,
        item_id=item.id,
        fingerprint=finding.fingerprint,
        defaults={
            "unit_id": finding.unit_id,
            "rule": finding.rule,
            "verdict": verdict,
            "reason": reason[:300],
            "severity": finding.severity,
            "weak": finding.weak,
            "person_id": actor.person_id,
            "at": clock.now(),
        },
    )
    return decision


def overrule_findings(actor: Actor, *, findings: Sequence[FindingRecord], item: Item, reason: str) -> None:
    """The final reviewer lets errors stand, in writing. Part of the approval, which the caller journals."""
    for finding in findings:
        _decide(actor, finding, item, Decision.Verdict.OVERRULE, reason)


def _journal(actor: Actor, verb: str, unit: Unit, item: Item, reason: str, detail: dict[str, str]) -> None:
    target = (item.type, item.id, item.label)
    record(actor, Entry(verb, target, unit=(unit.pk, unit.name), reason=reason, detail=detail))
