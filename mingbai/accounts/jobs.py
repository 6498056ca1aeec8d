"""What this room does by itself."""

import logging
from datetime import date, timedelta

from mingbai.accounts.models import Person, PlannedChange, PlannedEnding
from mingbai.accounts.services import people as services
from mingbai.accounts.services.units import change_takes_effect, take_effect
from mingbai.core import clock
from mingbai.core.errors import DomainError
from mingbai.journal.jobs import job
from mingbai.journal.models import Job

log = logging.getLogger("mingbai.accounts")


@job("accounts.endings_due", every=timedelta(minutes=5))
def endings_due(_: Job) -> None:
    """Changes and endings of units whose day has come, in the order of the days, changes before endings of the same day.
    One that cannot be done stays, and the unit's page says so."""
    today = clock.today()
    changes = PlannedChange.objects.filter(on__lte=today).values_list("on", "pk")
    endings = PlannedEnding.objects.filter(on__lte=today).values_list("on", "pk")
    due = [(on, 0, pk) for on, pk in changes] + [(on, 1, pk) for on, pk in endings]
    for _on, is_ending, pk in sorted(due):
        try:
            if is_ending:
                take_effect(pk)
            else:
                change_takes_effect(pk)
        except DomainError as error:
            what = "ending" if is_ending else "change"
            log.warning("planned %s %s has not taken effect: %s", what, pk, error.message)


@job("accounts.duties_follow")
def duties_follow(due: Job) -> None:
    """After the last day of somebody who handed over before. What cannot be done ends on the list of failed jobs."""
    people = Person.objects.in_bulk([due.payload["leaver"], due.payload["successor"]])
    services.duties_follow(
        leaver=people[due.payload["leaver"]],
        successor=people[due.payload["successor"]],
        on=date.fromisoformat(due.payload["on"]),
    )
