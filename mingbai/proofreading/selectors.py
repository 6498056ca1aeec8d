"""Questions about findings: of one text, and of the rules over time."""

from dataclasses import dataclass

from django.db.models import Count, Q

from mingbai.accounts.scope import Scope
from mingbai.proofreading.mending import replacement
from mingbai.proofreading.models import Decision, FindingRecord, Severity
from mingbai.proofreading.services.findings import SETTLING, Item, Subject, fingerprint_of
from mingbai.text.proofreading.asking import FAILED, failures_in

ENOUGH_DECISIONS = 20
BEFORE = 12


def _weight(severity: str) -> int:
    """The graver the more."""
    return Severity.values.index(severity)


@dataclass(frozen=True)
class Doubt:
    """A finding with what was decided about its words, if anything."""

    finding: FindingRecord
    decision: Decision | None
    # where the text is at hand: the doubtful words as they stand in it, what stands before them in their line, and
    # what applying the suggestion would write instead
    words: str = ""
    before: str = ""
    replacement: str | None = None

    @property
    def is_settled(self) -> bool:
        return self._is_let_stand and not self.is_graver

    @property
    def is_reopened(self) -> bool:
        """Let stand when it was less grave than it is now: somebody has to look again."""
        return self._is_let_stand and self.is_graver

    @property
    def is_graver(self) -> bool:
        """Than it was when it was decided on: its rule has earned more since (docs/adr/0012), or the county's lists say more of it."""
        return self.decision is not None and _weight(self.finding.severity) > _weight(self.decision.severity)

    @property
    def _is_let_stand(self) -> bool:
        return self.decision is not None and self.decision.verdict in SETTLING


def doubts_of(subject: Subject, item: Item, text: str = "") -> list[Doubt]:
    """Findings of one text in its order, unsettled errors first and weak doubts last; two queries. `text` is what the findings were made
    from; where it has changed since, they are without their words."""
    decisions = Decision.objects.of(item_type=item.type, item_id=item.id).select_related("person")
    by_words = {decision.fingerprint: decision for decision in decisions}
    found = FindingRecord.objects.of(subject_type=subject.type, subject_id=subject.id)
    doubts = [_doubt(finding, by_words.get(finding.fingerprint), text) for finding in found]
    return sorted(
        doubts,
        key=lambda doubt: (
            doubt.finding.weak,
            doubt.is_settled,
            -_weight(doubt.finding.severity),
            doubt.finding.start,
        ),
    )


def counted(doubts: list[Doubt]) -> dict[str, object]:
    """What a screen tells of doubts: these, how many are no weak ones, how many errors and weak ones are open, which rules failed."""
    failures = failures_in(doubt.finding for doubt in doubts)
    doubts = [doubt for doubt in doubts if doubt.finding.category != FAILED]
    unsettled = [doubt.finding for doubt in doubts if not doubt.is_settled]
    return {
        "failures": failures,
        "doubts": doubts,
        "certain": sum(not doubt.finding.weak for doubt in doubts),
        "open_errors": sum(finding.severity == "error" for finding in unsettled),
        "open_weak": sum(finding.weak for finding in unsettled),
    }


def _doubt(finding: FindingRecord, decision: Decision | None, text: str) -> Doubt:
    words = text[finding.start : finding.end]
    if not words or fingerprint_of(finding.rule, words, text, finding.start) != finding.fingerprint:
        return Doubt(finding, decision)
    before = text[max(0, finding.start - BEFORE) : finding.start].rpartition("\n")[2]
    return Doubt(finding, decision, words, before, replacement(finding.rule, words, finding.suggestion))


@dataclass(frozen=True)
class RuleFigures:
    """How a rule fares: `ignored` of `decided` is the share of false alarms as people see it."""

    rule: str
    found: int
    decided: int
    ignored: int

    @property
    def false_percent(self) -> int | None:
        return round(100 * self.ignored / self.decided) if self.decided else None

    @property
    def cries_wolf(self) -> bool:
        """Enough decisions to judge by, and more than half of them say that nothing was wrong."""
        return self.decided >= ENOUGH_DECISIONS and 2 * self.ignored > self.decided


def rule_statistics(scope: Scope) -> list[RuleFigures]:
    """One row for each rule that fired in the scope's units, those that cry wolf first, then the most frequent; two queries. Weak doubts, of which most are
    wrong and are said to be, tell nothing of a rule."""
    found = (
        FindingRecord.objects.within(scope)
        .filter(weak=False)
        .exclude(category=FAILED)
        .order_by()
        .values("rule")
        .annotate(n=Count("id"))
    )
    decided = {
        row["rule"]: (row["n"], row["ignored"])
        for row in Decision.objects.within(scope)
        .filter(weak=False)
        .order_by()
        .values("rule")
        .annotate(n=Count("id"), ignored=Count("id", filter=Q(verdict__in=["ignore", "overrule"])))
    }
    found_of = {row["rule"]: row["n"] for row in found}
    # a rule whose findings are all gone has been decided about all the same
    rows = [
        RuleFigures(rule, found_of.get(rule, 0), *decided.get(rule, (0, 0))) for rule in {*found_of, *decided}
    ]
    return sorted(rows, key=lambda figures: (not figures.cries_wolf, -figures.found, figures.rule))
