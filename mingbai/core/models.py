from django.db import models


class NumberSequence(models.Model):
    """The last number given out for a key such as `index:MX001:2026`; see `core.sequences`."""

    key = models.CharField(max_length=120, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "core_number_sequence"


class Setting(models.Model):
    """An installation's own value for something with a default, such as the site's identity; edited on screen."""

    key = models.CharField(max_length=80, primary_key=True)
    value = models.JSONField()

    class Meta:
        db_table = "core_setting"
