"""What one unit has taken on of the standards, and how each column of it stands."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from mingbai.accounts.models import Person, Unit
from mingbai.accounts.scope import ScopedManager
from mingbai.catalogue.models.standards import CatalogueItem, Column
from mingbai.core import clock
from mingbai.law import cadence as law


class Adoption(models.Model):
    """A column or an item that a unit answers for: exactly one of the two. Switched off, it keeps its reason."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    column = models.ForeignKey(Column, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(CatalogueItem, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_on = models.BooleanField(default=True)
    off_reason = models.CharField(max_length=200, blank=True)
    own_name = models.CharField(max_length=60, blank=True)
    responsible_office = models.CharField(max_length=80, blank=True)
    responsible_person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    cadence_override = models.CharField(max_length=12, choices=Column.Cadence, blank=True)
    override_reason = models.CharField(max_length=200, blank=True)
    channels = models.JSONField(default=list)
    adopted_on = models.DateField()

    objects = ScopedManager()

    class Meta:
        db_table = "catalogue_adoption"
        constraints = [
            models.CheckConstraint(
                condition=Q(column__isnull=False, item__isnull=True)
                | Q(column__isnull=True, item__isnull=False),
                name="catalogue_adoption_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(is_on=True) | ~Q(off_reason=""),
                name="catalogue_adoption_off_reason",
                violation_error_message="停用栏目要写明理由",
            ),
            models.CheckConstraint(
                condition=Q(cadence_override="") | ~Q(override_reason=""),
                name="catalogue_adoption_override_reason",
                violation_error_message="调整更新频次要写明理由",
            ),
            models.UniqueConstraint(
                fields=["unit", "column"], name="catalogue_adoption_column", condition=Q(column__isnull=False)
            ),
            models.UniqueConstraint(
                fields=["unit", "item"], name="catalogue_adoption_item", condition=Q(item__isnull=False)
            ),
        ]

    @property
    def name(self) -> str:
        thing = self.column or self.item
        return self.own_name or (thing.name if thing else "")

    @property
    def cadence(self) -> str:
        thing = self.column or self.item
        return self.cadence_override or (thing.cadence if thing else Column.Cadence.ON_EVENT)

    @property
    def cadence_label(self) -> str:
        return Column.Cadence(self.cadence).label

    @property
    def is_looser(self) -> bool:
        """Whether the unit's own cadence asks for less than the standard does."""
        thing = self.column or self.item
        if not self.cadence_override or thing is None:
            return False
        return law.is_looser(law.cadence(thing.cadence), law.cadence(self.cadence_override))

    @property
    def accepts_statement(self) -> bool:
        """Whether 本期无内容 can be said of it."""
        return law.cadence(self.cadence).accepts_statement


class ColumnState(models.Model):
    """The figures behind an adoption's colour. Which colour follows from `warn_at`, `due_at` and the present instant,
    so nothing needs to be recomputed when time passes."""

    adoption = models.OneToOneField(
        Adoption, on_delete=models.CASCADE, primary_key=True, related_name="state"
    )
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    published_count = models.PositiveIntegerField(default=0)
    last_published_at = models.DateTimeField(null=True)
    # the last item, or the end of what a nothing-statement attests; empty means blank
    answered_at = models.DateTimeField(null=True)
    # the day on which the oldest information that still waits for publication was formed (条例第二十六条)
    formed_on = models.DateField(null=True)
    paused_from = models.DateField(null=True)
    paused_to = models.DateField(null=True)
    warn_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)
    # the working-day calendar had no data for a year that the due date needs
    pending_year = models.PositiveSmallIntegerField(null=True)
    calendar_version = models.CharField(max_length=40, blank=True)
    explanation = models.CharField(max_length=300, blank=True)
    computed_at = models.DateTimeField(null=True)

    objects = ScopedManager()

    @property
    def due_on(self) -> date | None:
        """The last day that is in time."""
        return clock.last_day(self.due_at) if self.due_at else None

    @property
    def days_late(self) -> int:
        """Days since the last one in time; 0 while there is time."""
        return max(0, (clock.today() - self.due_on).days) if self.due_on else 0

    class Meta:
        db_table = "catalogue_column_state"
        indexes = [models.Index(fields=["due_at"], name="catalogue_state_due")]


class NothingStatement(models.Model):
    """本期无内容说明: dated, for a period; satisfies the cadence for that period and no longer."""

    adoption = models.ForeignKey(Adoption, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    period_from = models.DateField()
    period_to = models.DateField()
    said_on = models.DateField()
    text = models.CharField(max_length=300)
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager()

    class Meta:
        db_table = "catalogue_nothing_statement"
        ordering = ["-period_to"]
        constraints = [
            models.CheckConstraint(
                condition=Q(period_to__gte=F("period_from")), name="catalogue_nothing_period"
            ),
            models.UniqueConstraint(
                fields=["adoption", "period_from", "period_to"], name="catalogue_nothing_once"
            ),
        ]


class Pause(models.Model):
    """A stretch in which a column owes nothing, such as a flood or a merger; with its reason."""

    adoption = models.ForeignKey(Adoption, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=200)

    objects = ScopedManager()

    class Meta:
        db_table = "catalogue_pause"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="catalogue_pause_period"
            )
        ]
