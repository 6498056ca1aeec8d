from django.db import models

from mingbai.core import clock


class Unit(models.Model):
    """A body in the tree from province to village. `path` is the materialised path of ids, `/1/7/`, ending in a slash."""

    class Kind(models.TextChoices):
        PROVINCE = "province", "省"
        CITY = "city", "市"
        COUNTY = "county", "县（市、区）"
        BUREAU = "bureau", "部门"
        OFFICE = "office", "站所、科室"
        TOWN = "town", "乡镇"
        SUBDISTRICT = "subdistrict", "街道"
        VILLAGE = "village", "村"
        COMMUNITY = "community", "社区"
        SCHOOL = "school", "学校"
        PUBLIC_INSTITUTION = "public_institution", "公共企事业单位"

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    path = models.CharField(max_length=120, unique=True, editable=False)
    # Only governments, sub-districts and departments acting in their own name answer requests (条例 第二十七条).
    is_agency = models.BooleanField(default=False)
    credit_code = models.CharField(max_length=18, blank=True)
    site_code = models.CharField(max_length=10, blank=True)
    index_code = models.CharField(max_length=30, blank=True)
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=6, blank=True)
    hours = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    fax = models.CharField(max_length=60, blank=True)
    email = models.EmailField(blank=True)
    disclosure_office = models.CharField(max_length=120, blank=True)
    disclosure_phone = models.CharField(max_length=60, blank=True)
    duties = models.TextField(blank=True)
    order = models.PositiveIntegerField(default=0)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="absorbed"
    )
    is_sample = models.BooleanField(default=False)

    class Meta:
        db_table = "accounts_unit"
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(pk=models.F("parent_id")),
                name="accounts_unit_not_own_parent",
                violation_error_message="单位不能是自己的上级",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return self.short_name or self.name

    @property
    def is_open(self) -> bool:
        return self.closed_on is None and self.merged_into_id is None


class UnitChange(models.Model):
    """What a unit was called or where it belonged until a day: renaming, merging, moving, closing."""

    class Kind(models.TextChoices):
        RENAMED = "renamed", "更名"
        MERGED = "merged", "合并"
        MOVED = "moved", "调整隶属"
        CLOSED = "closed", "撤销"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=10, choices=Kind)
    on = models.DateField()
    old_value = models.CharField(max_length=200)
    new_value = models.CharField(max_length=200)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "accounts_unit_change"
        ordering = ["-on", "-id"]


class PlannedEnding(models.Model):
    """A merger or closing that was decided for a day to come. Until that day the unit is as open as any other; then
    the ending takes effect and this row goes. `into` empty: closed without a successor."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="planned_ending")
    into = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(db_index=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "accounts_planned_ending"


class PlannedChange(models.Model):
    """A renaming or a new superior that was decided for a day to come, one of each kind at a time. Until that day
    everything stays as it was; then it takes effect and this row goes."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="planned_changes")
    kind = models.CharField(max_length=10, choices=[("renamed", "更名"), ("moved", "调整隶属")])
    on = models.DateField(db_index=True)
    name = models.CharField(max_length=120, blank=True)
    short_name = models.CharField(max_length=40, blank=True)
    parent = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "accounts_planned_change"
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "kind"], name="accounts_planned_change_once"),
            models.CheckConstraint(
                condition=models.Q(kind="moved", parent__isnull=False)
                | (models.Q(kind="renamed") & ~models.Q(name="")),
                name="accounts_planned_change_says_what",
                violation_error_message="更名要有新名称，调整隶属要有新的上级",
            ),
        ]

    @property
    def overdue(self) -> bool:
        """Its day is over and it could not be done."""
        return self.on < clock.today()
