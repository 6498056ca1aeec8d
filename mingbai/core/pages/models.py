"""What the page store remembers in the database; the pages themselves are files."""

from django.db import models


class PageGeneration(models.Model):
    """When a key last changed: on SQLite the id of the purge, on PostgreSQL the transaction that changed it."""

    key = models.CharField(max_length=120, primary_key=True)
    generation = models.BigIntegerField(default=0)

    class Meta:
        db_table = "core_page_generation"


class PageRead(models.Model):
    """A page that once read a key. Rows are never taken back one by one: too many only cost a needless deletion."""

    path = models.CharField(max_length=200)
    key = models.CharField(max_length=120)

    class Meta:
        db_table = "core_page_read"
        constraints = [models.UniqueConstraint(fields=["key", "path"], name="core_page_read_once")]
        indexes = [models.Index(fields=["path"], name="core_page_read_path")]


class PagePurge(models.Model):
    """Keys that one transaction changed, for hosts that have not yet deleted their pages, or died while doing so."""

    keys = models.JSONField()
    at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "core_page_purge"


class PagePurgeDone(models.Model):
    """A host's acknowledgement of one purge. Rows and not a position: ids commit out of order."""

    purge = models.ForeignKey(PagePurge, on_delete=models.CASCADE, related_name="done")
    host = models.CharField(max_length=200)

    class Meta:
        db_table = "core_page_purge_done"
        constraints = [models.UniqueConstraint(fields=["purge", "host"], name="core_page_purge_done_once")]


class PageHost(models.Model):
    """A host with a store of its own, and when it last followed the purges."""

    name = models.CharField(max_length=200, unique=True)
    seen_at = models.DateTimeField()

    class Meta:
        db_table = "core_page_host"
