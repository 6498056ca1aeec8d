"""What must be public according to law and standards: the same for every unit of a kind, in versions."""

from typing import Any, ClassVar

from django.db import models


class StandardCatalogue(models.Model):
    """One version of a column tree for a unit kind, or of the 26 domains. A newer version replaces, never rewrites."""

    class Content(models.TextChoices):
        COLUMNS = "columns", "栏目"
        DOMAINS = "domains", "基层政务公开标准目录"

    code = models.SlugField(max_length=60)
    version = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    content = models.CharField(max_length=10, choices=Content)
    unit_kinds = models.JSONField(default=list)
    source = models.CharField(max_length=300)
    verified = models.BooleanField(default=False)
    valid_from = models.DateField()
    replaced_on = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "catalogue_standard"
        constraints = [models.UniqueConstraint(fields=["code", "version"], name="catalogue_standard_version")]

    def __str__(self) -> str:
        return f"{self.name}（{self.version}）"


class Column(models.Model):
    """栏目: where items are listed. `topic` is the same word in every unit kind's tree, so that the county's home
    can gather, say, the notices of all units."""

    class Cadence(models.TextChoices):
        DYNAMIC_2W = "dynamic_2w", "动态类（14天）"
        MONTHLY = "monthly", "每月"
        QUARTERLY = "quarterly", "每季度"
        HALFYEAR = "halfyear", "每半年"
        YEARLY = "yearly", "每年"
        ON_EVENT = "on_event", "按实际更新"
        STATIC = "static", "长期"
        LINK = "link", "链接栏目"
        ARCHIVE = "archive", "已归档"

    catalogue = models.ForeignKey(StandardCatalogue, on_delete=models.PROTECT, related_name="columns")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    topic = models.SlugField(max_length=40, blank=True)
    cadence = models.CharField(max_length=12, choices=Cadence)
    holds_items = models.BooleanField(default=True)
    description = models.CharField(max_length=200)
    keywords = models.CharField(max_length=120)
    column_type = models.CharField(max_length=40)
    basis = models.CharField(max_length=200, blank=True)
    retention = models.CharField(max_length=120, blank=True)
    evidence = models.CharField(max_length=200, blank=True)
    verified = models.BooleanField(default=False)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "catalogue_column"
        ordering = ["catalogue_id", "order"]
        constraints = [models.UniqueConstraint(fields=["catalogue", "code"], name="catalogue_column_code")]

    def __str__(self) -> str:
        return self.name


class Domain(models.Model):
    """One of the 26 areas with a ministry guideline (国办发〔2019〕54号)."""

    catalogue = models.ForeignKey(StandardCatalogue, on_delete=models.PROTECT, related_name="domains")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "catalogue_domain"
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["catalogue", "code"], name="catalogue_domain_code")]

    def __str__(self) -> str:
        return self.name


class CatalogueItem(models.Model):
    """公开事项: a row of a standard catalogue. `time_limits` are rules {what, n, unit, from, article}, never prose;
    `cadence` follows from them: only what falls due at a fixed time of the year or quarter can ever be late."""

    RECURRING: ClassVar[dict[str, Column.Cadence]] = {
        "month_start": Column.Cadence.MONTHLY,
        "quarter_start": Column.Cadence.QUARTERLY,
        "halfyear_start": Column.Cadence.HALFYEAR,
        "year_start": Column.Cadence.YEARLY,
    }

    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, related_name="items")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    elements = models.JSONField(default=list)
    basis = models.CharField(max_length=400, blank=True)
    time_limits = models.JSONField(default=list)
    cadence = models.CharField(max_length=12, choices=Column.Cadence, default=Column.Cadence.ON_EVENT)
    channels = models.JSONField(default=list)
    audience = models.CharField(max_length=40, default="全社会")
    manner = models.CharField(max_length=20, default="主动")
    level = models.CharField(max_length=60, blank=True)
    unit_kinds = models.JSONField(default=list)
    source = models.CharField(max_length=200, blank=True)
    verified = models.BooleanField(default=False)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "catalogue_item"
        ordering = ["domain__order", "order"]
        constraints = [models.UniqueConstraint(fields=["domain", "code"], name="catalogue_item_code")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def cadence_of(cls, time_limits: list[dict[str, Any]]) -> str:
        """How often its rules want it published; what follows an event has no date of its own."""
        found = [cls.RECURRING[rule["from"]] for rule in time_limits if rule["from"] in cls.RECURRING]
        return found[0].value if found else Column.Cadence.ON_EVENT.value
