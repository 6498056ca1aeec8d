"""What the desk itself keeps: which screens of the first-day guide somebody has gone to see."""

from django.db import models

from mingbai.accounts.models import Person


class FirstLook(models.Model):
    """Going to see a screen is no act and stands in no journal; the guide ticks it off all the same."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    step = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        db_table = "desk_first_look"
        constraints = [models.UniqueConstraint(fields=["person", "step"], name="desk_first_look_once")]
