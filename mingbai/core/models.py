from django.db import models

from mingbai.core.pages.models import PageGeneration, PageHost, PagePurge, PagePurgeDone, PageRead
from mingbai.core.search.models import SearchPassage, SearchText, SearchWaiting

__all__ = [
    "NumberSequence",
    "PageGeneration",
    "PageHost",
    "PagePurge",
    "PagePurgeDone",
    "PageRead",
    "Quarantined",
    "SearchPassage",
    "SearchText",
    "SearchWaiting",
    "Setting",
    "StoredFile",
]


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


class StoredFile(models.Model):
    """A cleaned file in the content-addressed folder; `digest` is the SHA-256 of its bytes and names it on disk."""

    digest = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    stored_at = models.DateTimeField()

    class Meta:
        db_table = "core_stored_file"


class Quarantined(models.Model):
    """An upload as it came, encrypted on disk until `expires_at`; only reading it is possible, and is journalled."""

    name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100, blank=True)
    purpose = models.CharField(max_length=40)
    person_id = models.BigIntegerField(null=True)
    unit_id = models.BigIntegerField(null=True)
    path = models.CharField(max_length=120, blank=True)
    uploaded_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "core_quarantined"
