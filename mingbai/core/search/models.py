"""Exactly what was indexed. The tokens follow from it, so a deletion can name them again."""

from django.db import models


class SearchPassage(models.Model):
    """One slice of one document. `id` rises with publication: newest first is by `id`."""

    document = models.BigIntegerField(db_index=True)
    facets = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "core_search_passage"


class SearchText(models.Model):
    """The slice's normalised words. A table of its own, so that counting reads narrow rows only."""

    passage = models.OneToOneField(
        SearchPassage, on_delete=models.CASCADE, primary_key=True, related_name="text"
    )
    title = models.TextField()
    codes = models.TextField(blank=True)
    marks = models.TextField(blank=True)
    body = models.TextField()

    class Meta:
        db_table = "core_search_text"


class SearchWaiting(models.Model):
    """PostgreSQL: a document that is to be put into the index as JSON, or nothing where it is to be taken out; `waiting`."""

    document = models.BigIntegerField()
    entry = models.TextField(blank=True)

    class Meta:
        db_table = "core_search_waiting"
