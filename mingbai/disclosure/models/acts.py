"""Acts after publication that leave something behind: withdrawal, expunging; and what import remembers."""

from django.db import models
from django.db.models import F, Q

from mingbai.accounts.models import Person, Unit
from mingbai.accounts.scope import ScopedManager
from mingbai.disclosure.models.disclosures import Disclosure
from mingbai.disclosure.models.texts import Edition


class Withdrawal(models.Model):
    """下架. The tombstone shows title and reason, unless the reason is one that hides them."""

    class Reason(models.TextChoices):
        WRONG_CONTENT = "wrong_content", "内容有误"
        OUTDATED = "outdated", "内容已过时"
        DUPLICATE = "duplicate", "重复发布"
        PERIOD_ENDED = "period_ended", "公示期满"
        DECISION_CHANGED = "decision_changed", "决定被变更、撤销、确认违法或无效"
        OTHER = "other", "其他"
        PRIVACY = "privacy", "涉及个人隐私"
        SECRECY = "secrecy", "涉密或敏感"

    HIDING = (Reason.PRIVACY, Reason.SECRECY)

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="withdrawals")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=20, choices=Reason)
    note = models.CharField(max_length=300)
    hides_title = models.BooleanField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = ScopedManager()
    unit_lookup = "disclosure__unit"

    class Meta:
        db_table = "disclosure_withdrawal"
        constraints = [
            models.CheckConstraint(
                condition=Q(hides_title=True) | ~Q(reason__in=["privacy", "secrecy"]),
                name="withdrawal_hides_title",
            ),
            models.UniqueConstraint(
                fields=["disclosure"], condition=Q(ended_at=None), name="withdrawal_one_current"
            ),
        ]


class Correction(models.Model):
    """更正: which edition replaced which, and the sentence that the public page shows about it."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="corrections")
    before = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    after = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300)
    at = models.DateTimeField()

    objects = ScopedManager()
    unit_lookup = "disclosure__unit"

    class Meta:
        db_table = "disclosure_correction"
        ordering = ["-at"]


class Expunction(models.Model):
    """清除: asked by one person, done by another. Text and files go; digest, metadata and journal stay."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="expunction")
    reason = models.CharField(max_length=300)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    done_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    # names of the backups that were still holding the text when it was expunged
    backups = models.JSONField(default=list)

    objects = ScopedManager()
    unit_lookup = "edition__disclosure__unit"

    class Meta:
        db_table = "disclosure_expunction"
        constraints = [
            models.CheckConstraint(
                condition=Q(done_by=None) | ~Q(done_by=F("asked_by")),
                name="expunction_two_people",
                violation_error_message="清除必须由两个人分别提出和确认",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="expunction_has_reason"),
        ]


class ImportBatch(models.Model):
    """One upload on the import page: its files wait in quarantine and are worked off by a job."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    # what the uploader chose for everything: {"unit": code or null, "column": code or null}
    choices = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    objects = ScopedManager()

    class Meta:
        db_table = "disclosure_import_batch"


class ImportFile(models.Model):
    """One file of a batch and what came of it: rows as the command line prints them."""

    class State(models.TextChoices):
        WAITING = "waiting", "等待"
        DONE = "done", "完成"
        REFUSED = "refused", "不能读取"

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    quarantined_id = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    message = models.CharField(max_length=300, blank=True)
    rows = models.JSONField(default=list)

    objects = ScopedManager()
    unit_lookup = "batch__unit"

    class Meta:
        db_table = "disclosure_import_file"


class UnitAlias(models.Model):
    """A name as read in imported documents, and the unit that somebody chose for it in the tray."""

    name = models.CharField(max_length=160, unique=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    chosen_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()

    class Meta:
        db_table = "disclosure_unit_alias"
