"""What this room does by itself."""

import logging
from datetime import timedelta

from mingbai.accounts.models import PlannedEnding
from mingbai.accounts.services.units import take_effect
from mingbai.core import clock
from mingbai.core.errors import DomainError
from mingbai.journal.jobs import job
from mingbai.journal.models import Job

log = logging.getLogger("mingbai.accounts")


@job("accounts.endings_due", every=timedelta(minutes=5))
def endings_due(_: Job) -> None:
    """Mergers and closings whose day has come. One that cannot be done stays, and the unit's page says so."""
    due = PlannedEnding.objects.filter(on__lte=clock.today()).order_by("on", "pk")
    for planned_id in list(due.values_list("pk", flat=True)):
        try:
            take_effect(planned_id)
        except DomainError as error:
            log.warning("planned ending %s has not taken effect: %s", planned_id, error.message)
