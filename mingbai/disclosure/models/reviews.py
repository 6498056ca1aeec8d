"""三审: chains as templates, one review for each frozen edition, one verdict for each step."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from mingbai.accounts.models import Person, Unit
from mingbai.accounts.scope import ScopedManager
from mingbai.catalogue.models import Column
from mingbai.core.models import StoredFile
from mingbai.disclosure.models.texts import Edition


class StepKind(models.TextChoices):
    OFFICE_CHECK = "office_check", "科室预核"
    FIRST_REVIEW = "first_review", "初审"
    SECOND_REVIEW = "second_review", "复审"
    FINAL_REVIEW = "final_review", "终审"
    SECRECY_REVIEW = "secrecy_review", "保密审查"
    PLATFORM_CHECK = "platform_check", "平台核发"


class ChainTemplate(models.Model):
    """The steps an item goes through. The nearest wins: unit and column, unit, column, the installation's own."""

    name = models.CharField(max_length=60)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    column = models.ForeignKey(Column, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_active = models.BooleanField(default=True)

    class Meta:
        db_table = "disclosure_chain_template"
        constraints = [
            models.UniqueConstraint(
                Coalesce("unit", 0),
                Coalesce("column", 0),
                condition=Q(is_active=True),
                name="chain_template_once",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ChainStep(models.Model):
    """One step of a template. `performed_by` says which unit does it: the item's own, its parent, or a named one."""

    class Performer(models.TextChoices):
        OWN = "own", "本单位"
        PARENT = "parent", "上级单位"
        COUNTY = "county", "县政务公开办"
        NAMED = "named", "指定单位"

    template = models.ForeignKey(ChainTemplate, on_delete=models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=StepKind)
    performed_by = models.CharField(max_length=8, choices=Performer, default=Performer.OWN)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # 保密审查 is done together with this step by the same person, and the slip says so
    includes_secrecy = models.BooleanField(default=False)
    working_days = models.PositiveSmallIntegerField(default=1)

    class Meta:
        db_table = "disclosure_chain_step"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["template", "order"], name="chain_step_order"),
            models.CheckConstraint(
                condition=Q(performed_by="named", unit__isnull=False) | ~Q(performed_by="named"),
                name="chain_step_named_unit",
            ),
        ]


class Review(models.Model):
    """The review of one edition from submission to its single outcome."""

    class State(models.TextChoices):
        OPEN = "open", "审核中"
        APPROVED = "approved", "已通过"
        RETURNED = "returned", "已退回"
        RECALLED = "recalled", "已撤回"

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="review")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    chain_name = models.CharField(max_length=60)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    is_emergency = models.BooleanField(default=False)
    # when the machine read the frozen text; null where it has not, or a rule failed on it
    checked_at = models.DateTimeField(null=True)
    # with which lists it did (`lists_digest`); empty where that is not known
    read_with = models.CharField(max_length=64, blank=True, default="")

    objects = ScopedManager()
    unit_lookup = "edition__disclosure__unit"

    class Meta:
        db_table = "disclosure_review"


class ReviewStep(models.Model):
    """One step of a running review; `unit` performs it. At most one step of a review is open."""

    class State(models.TextChoices):
        WAITING = "waiting", "未到"
        OPEN = "open", "待审"
        APPROVED = "approved", "通过"
        RETURNED = "returned", "退回"
        CANCELLED = "cancelled", "终止"

    review = models.ForeignKey(Review, on_delete=models.PROTECT, db_index=False, related_name="steps")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=16, choices=StepKind)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    includes_secrecy = models.BooleanField(default=False)
    working_days = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    opened_at = models.DateTimeField(null=True)
    due_on = models.DateField(null=True)
    # the calendar has no data for the year that the due date needs; recomputed when it is loaded
    due_pending_year = models.PositiveSmallIntegerField(null=True)

    objects = ScopedManager()
    unit_lookup = "unit"

    class Meta:
        db_table = "disclosure_review_step"
        ordering = ["order"]
        indexes = [models.Index(fields=["unit", "state", "due_on"], name="review_step_queue")]
        constraints = [
            models.UniqueConstraint(fields=["review", "order"], name="review_step_order"),
            models.UniqueConstraint(
                fields=["review"], condition=Q(state="open"), name="review_step_one_open"
            ),
        ]


class StepReading(models.Model):
    """Somebody who may decide a step has opened its text; what they have not opened they cannot approve in a batch."""

    step = models.ForeignKey(ReviewStep, on_delete=models.PROTECT, db_index=False, related_name="readings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField()

    objects = ScopedManager()
    unit_lookup = "step__unit"

    class Meta:
        db_table = "disclosure_step_reading"
        constraints = [models.UniqueConstraint(fields=["step", "person"], name="step_reading_once")]


class Verdict(models.Model):
    """What one person decided about one step, on exactly which text; never changed. Triggers refuse a verdict by an
    author, by somebody who decided another step of the same review, by the deputy of either, and on another digest."""

    class Decision(models.TextChoices):
        APPROVE = "approve", "同意"
        RETURN = "return", "退回"

    step = models.OneToOneField(ReviewStep, on_delete=models.PROTECT, related_name="verdict")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    deputy_for = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(max_length=8, choices=Decision)
    edition_digest = models.CharField(max_length=64)
    opinion = models.TextField(blank=True)
    # of a return: where in the text, and what the author might write instead
    place = models.CharField(max_length=200, blank=True)
    proposed_change = models.TextField(blank=True)
    at = models.DateTimeField()

    objects = ScopedManager()
    unit_lookup = "step__unit"

    class Meta:
        db_table = "disclosure_verdict"
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="approve") | ~Q(opinion=""),
                name="verdict_return_has_reason",
                violation_error_message="退回要写明理由",
            )
        ]

    @property
    def signed(self) -> str:
        """Who decided, and for whom: B角 act under their own name."""
        return f"{self.person.name}（代{self.deputy_for.name}）" if self.deputy_for else self.person.name


class ArchivedSlip(models.Model):
    """The 批办单 of a published edition as it was when the item went public, as Word and PDF; never changed. `pdf` is
    None where a name holds characters that no font at hand prints."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="archived_slip")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+", null=True)
    archived_at = models.DateTimeField()

    objects = ScopedManager()
    unit_lookup = "edition__disclosure__unit"

    class Meta:
        db_table = "disclosure_archived_slip"
