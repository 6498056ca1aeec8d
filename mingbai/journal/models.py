"""Append-only acts, their seals, and work to be done. Actors and units are plain ids with a label, so that
every room above can write here and nothing here must be migrated when they change."""

from django.db import models


class Act(models.Model):
    """One legal act or one read of personal data; never changed, never deleted."""

    at = models.DateTimeField(db_index=True)
    actor_id = models.BigIntegerField(null=True)
    actor_label = models.CharField(max_length=80)
    unit_id = models.BigIntegerField(null=True)
    unit_label = models.CharField(max_length=120, blank=True)
    verb = models.CharField(max_length=60)
    object_type = models.CharField(max_length=40)
    object_id = models.CharField(max_length=40)
    object_label = models.CharField(max_length=300, blank=True)
    before_digest = models.CharField(max_length=64, blank=True)
    after_digest = models.CharField(max_length=64, blank=True)
    reason = models.TextField(blank=True)
    detail = models.JSONField(default=dict)
    address = models.CharField(max_length=64, blank=True)
    personal_data = models.BooleanField(default=False)

    class Meta:
        db_table = "journal_act"
        indexes = [
            models.Index(fields=["object_type", "object_id", "id"], name="journal_act_object"),
            models.Index(fields=["unit_id", "id"], name="journal_act_unit"),
            models.Index(fields=["actor_id", "id"], name="journal_act_actor"),
        ]


class Seal(models.Model):
    """A link of the chain: digest over (position, the act's content, the previous digest), in commit order."""

    position = models.BigIntegerField(primary_key=True)
    act = models.OneToOneField(Act, on_delete=models.PROTECT, related_name="seal")
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    algorithm = models.CharField(max_length=10)

    class Meta:
        db_table = "journal_seal"


class Job(models.Model):
    """Work to be done after a commit, at least once. A worker claims it by conditional update and holds a lease."""

    class State(models.TextChoices):
        WAITING = "waiting", "待办"
        RUNNING = "running", "进行中"
        DONE = "done", "已完成"
        DEAD = "dead", "多次失败"

    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=120, blank=True)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    run_after = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=80, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    progress = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "journal_job"
        indexes = [models.Index(fields=["state", "run_after", "id"], name="journal_job_next")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=models.Q(state="waiting") & ~models.Q(key=""),
                name="journal_job_waiting_once",
            )
        ]


class Notice(models.Model):
    """A line in somebody's to-do or inbox; `dedupe` keeps a reminder from being written twice."""

    person_id = models.BigIntegerField(db_index=True)
    unit_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=40)
    text = models.CharField(max_length=300)
    link = models.CharField(max_length=200, blank=True)
    dedupe = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "journal_notice"
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "dedupe"], condition=~models.Q(dedupe=""), name="journal_notice_once"
            )
        ]
