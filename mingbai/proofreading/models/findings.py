"""What the rules found in a draft or an edition, and what people decided about it."""

from django.db import models
from django.db.models import Q

from mingbai.accounts.models import Person, Unit
from mingbai.accounts.scope import ScopedManager


class Severity(models.TextChoices):
    """The graver the later."""

    INFO = "info", "提示"
    WARNING = "warning", "应当看看"
    ERROR = "error", "必须处理"


class FindingRecord(models.Model):
    """One finding in one text. `subject` names the text, such as (`draft`, 812): the rooms above know what that is.

    `start` and `end` are offsets into the subject's plain text. Of personal data the quote keeps the last four
    characters only.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    subject_type = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    rule = models.CharField(max_length=60)
    category = models.CharField(max_length=40)
    severity = models.CharField(max_length=8, choices=Severity)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.CharField(max_length=200)
    message = models.CharField(max_length=500)
    suggestion = models.CharField(max_length=500, blank=True)
    related = models.JSONField(default=list)
    # rule and words, so that a decision outlives the next check of the same text
    fingerprint = models.CharField(max_length=64)
    # told only because the text has many faults; says nothing of its rule
    weak = models.BooleanField(default=False)
    found_at = models.DateTimeField()

    objects = ScopedManager()

    class Meta:
        db_table = "proofreading_finding"
        ordering = ["start", "id"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="finding_subject"),
            models.Index(fields=["rule", "found_at"], name="finding_rule"),
        ]


class Decision(models.Model):
    """接受、修改或忽略: what somebody said about a finding of an item. Holds for the same words in its later texts, as long as these
    are found no graver than they were: who lets a hint stand has not let an error stand."""

    class Verdict(models.TextChoices):
        ACCEPT = "accept", "属实"
        MEND = "mend", "已改"
        IGNORE = "ignore", "不是错误"
        OVERRULE = "overrule", "终审排除"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    # the item, not the text: (`disclosure`, 812)
    item_type = models.CharField(max_length=20)
    item_id = models.BigIntegerField()
    rule = models.CharField(max_length=60)
    fingerprint = models.CharField(max_length=64)
    verdict = models.CharField(max_length=8, choices=Verdict)
    reason = models.CharField(max_length=300, blank=True)
    # how grave the finding was on which it was decided
    severity = models.CharField(max_length=8, choices=Severity)
    weak = models.BooleanField(default=False)
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ScopedManager()

    class Meta:
        db_table = "proofreading_decision"
        indexes = [models.Index(fields=["rule", "verdict"], name="decision_rule")]
        constraints = [
            models.UniqueConstraint(
                fields=["item_type", "item_id", "fingerprint"], name="decision_once_per_words"
            ),
            models.CheckConstraint(
                condition=~Q(verdict__in=["ignore", "overrule"]) | ~Q(reason=""),
                name="decision_has_reason",
                violation_error_message="忽略疑点要写明理由",
            ),
        ]
