"""AB角: the days on which somebody is away, so that their deputies may act."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from mingbai.core import clock


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def on(self, day: date) -> "AbsenceQuerySet":
        """Absences that cover the day."""
        return self.filter(Q(back_on=None) | Q(back_on__gt=day), starts_on__lte=day, ends_on__gte=day)

    def overlapping(self, first: date, last: date) -> "AbsenceQuerySet":
        """Absences that cover some day from the first to the last."""
        still_away = Q(back_on=None) | (Q(back_on__gt=first) & Q(back_on__gt=F("starts_on")))
        return self.filter(still_away, starts_on__lte=last, ends_on__gte=first)


class Absence(models.Model):
    """Somebody is away from the first day to the last, both included. It ends by itself; `back_on`, the day of an early
    return, is the first on which the deputies no longer act (equal to `starts_on`: the absence never began)."""

    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="absences")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=300)
    entered_by = models.ForeignKey(
        "accounts.Person", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    entered_at = models.DateTimeField()
    back_on = models.DateField(null=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        db_table = "accounts_absence"
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="accounts_absence_period"),
            models.CheckConstraint(
                condition=Q(back_on=None) | Q(back_on__gte=F("starts_on"), back_on__lte=F("ends_on")),
                name="accounts_absence_back_within",
            ),
        ]

    @property
    def last_day(self) -> date:
        """The last day away; before `starts_on` when the absence was called off."""
        return self.ends_on if self.back_on is None else self.back_on - timedelta(days=1)

    @property
    def is_called_off(self) -> bool:
        return self.last_day < self.starts_on

    @property
    def is_pending(self) -> bool:
        """Whether there is something left of it to end."""
        return self.last_day >= clock.today() and not self.is_called_off

    @property
    def has_begun(self) -> bool:
        return self.starts_on <= clock.today()

    @property
    def state(self) -> str:
        if self.is_called_off:
            return "已取消"
        if not self.has_begun:
            return "还没开始"
        if self.is_pending:
            return "离岗中"
        return "提前回岗" if self.back_on else "已结束"
