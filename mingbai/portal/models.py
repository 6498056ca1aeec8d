"""What the portal itself keeps: words of the search box, notices on every page, errors that readers report."""

from django.db import models
from django.db.models import F, Q

from mingbai.accounts.models import Person, Unit
from mingbai.accounts.scope import ScopedManager


class SearchWord(models.Model):
    """A line of the county dictionary, added to the one that comes with the software."""

    class Kind(models.TextChoices):
        SYNONYM = "synonym", "同义词（可互换）"
        MEANING = "meaning", "口语说法（第一个词是说法，其余是正式名称）"
        PLACE = "place", "地名、简称"
        STOP = "stop", "不参与检索的词"

    kind = models.CharField("类别", max_length=10, choices=Kind)
    words = models.JSONField("词语", default=list)
    source = models.CharField("来源", max_length=120, blank=True)
    is_on = models.BooleanField("启用", default=True)
    changed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "portal_search_word"
        ordering = ["kind", "id"]


class SearchQuery(models.Model):
    """What was asked on one day, masked. Only words that several addresses asked are kept after the day."""

    day = models.DateField()
    text = models.CharField(max_length=60)
    found = models.PositiveIntegerField(default=0)
    asked = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "portal_search_query"
        constraints = [models.UniqueConstraint(fields=["day", "text"], name="portal_search_query_once")]


class SearchAsker(models.Model):
    """That an address asked, as a digest that is keyed anew each day and deleted with the day."""

    query = models.ForeignKey(SearchQuery, on_delete=models.CASCADE, related_name="askers")
    address = models.CharField(max_length=32)

    class Meta:
        db_table = "portal_search_asker"
        constraints = [models.UniqueConstraint(fields=["query", "address"], name="portal_search_asker_once")]


class Banner(models.Model):
    """Grey mode, an emergency notice or announced maintenance, on every page from one instant to another."""

    class Kind(models.TextChoices):
        GREY = "grey", "哀悼灰色"
        EMERGENCY = "emergency", "紧急通知"
        MAINTENANCE = "maintenance", "维护公告"

    kind = models.CharField("类别", max_length=12, choices=Kind)
    text = models.CharField("内容", max_length=200, blank=True)
    link = models.CharField("链接", max_length=200, blank=True)
    starts_at = models.DateTimeField("开始")
    ends_at = models.DateTimeField("结束")
    author = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        db_table = "portal_banner"
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="portal_banner_period",
                violation_error_message="结束时间要晚于开始时间",
            ),
            models.CheckConstraint(
                condition=Q(kind="grey") | ~Q(text=""),
                name="portal_banner_text",
                violation_error_message="请写明公告内容",
            ),
        ]


class SiteError(models.Model):
    """找错: what a reader says is wrong on a page; the unit's to-do until handled."""

    class Kind(models.TextChoices):
        CONTENT = "content", "内容有错"
        LINK = "link", "链接打不开"
        ATTACHMENT = "attachment", "附件打不开"
        OUTDATED = "outdated", "信息已过时"
        PRIVACY = "privacy", "泄露个人信息"
        OTHER = "other", "其他"

    class State(models.TextChoices):
        OPEN = "open", "待处理"
        DONE = "done", "已处理"
        UNFOUNDED = "unfounded", "核实无误"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    disclosure_id = models.BigIntegerField(null=True)
    path = models.CharField(max_length=200)
    title = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.CharField(max_length=500)
    contact = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    reply = models.CharField(max_length=500, blank=True)
    handled_at = models.DateTimeField(null=True)
    handled_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager()
    unit_lookup = "unit"

    class Meta:
        db_table = "portal_site_error"
        indexes = [models.Index(fields=["unit", "state", "created_at"], name="portal_site_error_todo")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open") | Q(handled_at__isnull=False), name="portal_site_error_handled"
            )
        ]


class FormTicket(models.Model):
    """Rate limit of the public form: one row an address and hour, keyed so that the address cannot be read back."""

    address = models.CharField(max_length=32)
    hour = models.DateTimeField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "portal_form_ticket"
        constraints = [models.UniqueConstraint(fields=["address", "hour"], name="portal_form_ticket_once")]
