"""The texts of a disclosure: the one mutable draft, the immutable editions, what is attached to them."""

from pathlib import PurePosixPath

from django.db import models
from django.db.models import Q

from mingbai.accounts.models import Person
from mingbai.accounts.scope import ScopedManager
from mingbai.core.models import Quarantined, StoredFile
from mingbai.disclosure.models.disclosures import Disclosure
from mingbai.disclosure.pictures import SHOWABLE


class Draft(models.Model):
    """The one mutable copy. `version` rises with every save; everyone who saved counts as an author."""

    disclosure = models.OneToOneField(
        Disclosure, on_delete=models.CASCADE, primary_key=True, related_name="draft"
    )
    version = models.PositiveIntegerField(default=1)
    title = models.CharField(max_length=300)
    body_html = models.TextField(blank=True)
    # a `metadata.Metadata` as JSON
    metadata = models.JSONField(default=dict)
    authors = models.ManyToManyField(Person, related_name="+")
    base_edition = models.ForeignKey(
        "disclosure.Edition", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    correction_note = models.CharField(max_length=300, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager()
    unit_lookup = "disclosure__unit"

    class Meta:
        db_table = "disclosure_draft"


class DraftPresence(models.Model):
    """Who has the form open, so that two editors see each other."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="presences")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    objects = ScopedManager()
    unit_lookup = "draft__disclosure__unit"

    class Meta:
        db_table = "disclosure_draft_presence"
        constraints = [models.UniqueConstraint(fields=["draft", "person"], name="draft_presence_once")]


class Attachment(models.Model):
    """A cleaned file that hangs on an item. Editions name it by digest, so it is never changed, only dropped
    from the draft (`in_draft`)."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="attachments")
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    text = models.TextField(blank=True)
    order = models.PositiveIntegerField(default=0)
    in_draft = models.BooleanField(default=True)
    original = models.ForeignKey(Quarantined, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager()
    unit_lookup = "disclosure__unit"

    class Meta:
        db_table = "disclosure_attachment"
        ordering = ["order", "id"]

    @property
    def is_picture(self) -> bool:
        return self.media_type in SHOWABLE

    @property
    def stem(self) -> str:
        return PurePosixPath(self.name).stem


class Edition(models.Model):
    """One frozen text of an item. The row never changes; its text lies in `EditionText`, which expunging removes."""

    disclosure = models.ForeignKey(
        Disclosure, on_delete=models.PROTECT, db_index=False, related_name="editions"
    )
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    metadata = models.JSONField(default=dict)
    # [{"id", "name", "digest", "size", "media_type"}] in order
    attachments = models.JSONField(default=list)
    # digest over title, metadata, body and attachments: what a reviewer approves and what is published
    digest = models.CharField(max_length=64)
    draft_version = models.PositiveIntegerField()
    correction_note = models.CharField(max_length=300, blank=True)
    frozen_at = models.DateTimeField()
    frozen_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager()
    unit_lookup = "disclosure__unit"

    class Meta:
        db_table = "disclosure_edition"
        ordering = ["disclosure_id", "-number"]
        constraints = [models.UniqueConstraint(fields=["disclosure", "number"], name="edition_number_once")]

    @property
    def body_html(self) -> str:
        """Empty once expunged."""
        return self.text.html if hasattr(self, "text") else ""

    @property
    def body_text(self) -> str:
        return self.text.plain if hasattr(self, "text") else ""


class EditionText(models.Model):
    """The words of an edition. Never changed; deleted only by expunging, which the database checks."""

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, primary_key=True, related_name="text")
    html = models.TextField()
    plain = models.TextField()

    objects = ScopedManager()
    unit_lookup = "edition__disclosure__unit"

    class Meta:
        db_table = "disclosure_edition_text"


class EditionAuthor(models.Model):
    """Everyone who saved the draft that an edition froze; none of them may review it."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, db_index=False, related_name="authors")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager()
    unit_lookup = "edition__disclosure__unit"

    class Meta:
        db_table = "disclosure_edition_author"
        constraints = [models.UniqueConstraint(fields=["edition", "person"], name="edition_author_once")]


class Publication(models.Model):
    """From when to when an edition was what the public saw: the answer to "what was public on that day"."""

    class End(models.TextChoices):
        CORRECTED = "corrected", "更正"
        WITHDRAWN = "withdrawn", "撤下"
        EXPUNGED = "expunged", "清除"

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="publications")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="publications")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=10, choices=End, blank=True)
    is_emergency = models.BooleanField(default=False)

    objects = ScopedManager()
    unit_lookup = "disclosure__unit"

    class Meta:
        db_table = "disclosure_publication"
        indexes = [models.Index(fields=["from_at", "until_at"], name="publication_period")]
        constraints = [
            models.UniqueConstraint(
                fields=["disclosure"], condition=Q(until_at=None), name="publication_one_current"
            )
        ]
