"""The record: what an item is, where it stands, what the public sees of it."""

from django.db import models
from django.db.models import F, Q

from mingbai.accounts.models import Person, Unit
from mingbai.accounts.scope import ScopedManager
from mingbai.catalogue.models import CatalogueItem, Column
from mingbai.core.models import Quarantined


class Openness(models.TextChoices):
    ACTIVE = "active", "主动公开"
    ON_REQUEST = "on_request", "依申请公开"
    CLOSED = "closed", "不予公开"


class Validity(models.TextChoices):
    IN_FORCE = "in_force", "有效"
    LAPSED = "lapsed", "失效"
    REPEALED = "repealed", "废止"


class Kind(models.TextChoices):
    """The kinds that `mingbai.text` recognises."""

    WORK_SUMMARY = "work_summary", "工作总结"
    ANNUAL_REPORT = "annual_report", "年度报告"
    WORK_PLAN = "work_plan", "工作计划"
    SELF_CHECK = "self_check", "自查报告"
    NORMATIVE_DOCUMENT = "normative_document", "规范性文件"
    INTERPRETATION = "interpretation", "政策解读"
    NOTICE = "notice", "通知公告"
    ANNOUNCEMENT = "announcement", "公示"
    BULLETIN = "bulletin", "通报"
    LIST = "list", "名单清单"
    MINUTES = "minutes", "会议纪要"
    OTHER = "other", "其他"


class Disclosure(models.Model):
    """信息条目. Addressed by its id alone, `/items/<id>/`, because items move between columns.

    `state` says what the public sees; `stage` what the desk is doing with it. While `published_edition` is set, the
    descriptive fields repeat that edition; before the first publication they follow the draft.
    """

    class State(models.TextChoices):
        UNPUBLISHED = "unpublished", "未发布"
        PUBLISHED = "published", "已发布"
        WITHDRAWN = "withdrawn", "已撤下"

    class Stage(models.TextChoices):
        UNCLAIMED = "unclaimed", "待认领"
        EDITING = "editing", "草稿"
        RETURNED = "returned", "已退回"
        IN_REVIEW = "in_review", "审核中"
        APPROVED = "approved", "待发布"
        IDLE = "idle", "无在办"
        DISCARDED = "discarded", "已作废"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    state = models.CharField(max_length=12, choices=State, default=State.UNPUBLISHED)
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.EDITING)
    published_edition = models.ForeignKey(
        "disclosure.Edition", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    first_published_at = models.DateTimeField(null=True, editable=False)
    # where an imported first publication date was read; ours is set by the system and needs no source
    first_published_source = models.CharField(max_length=120, blank=True)
    published_at = models.DateTimeField(null=True, editable=False)
    scheduled_for = models.DateTimeField(null=True, blank=True)
    is_emergency = models.BooleanField(default=False)

    title = models.CharField("标题", max_length=300)
    kind = models.CharField("文档种类", max_length=20, choices=Kind, default=Kind.OTHER)
    # null until publication, so that the unique constraint counts real numbers only
    index_number = models.CharField("索引号", max_length=60, unique=True, null=True, editable=False)
    old_index_number = models.CharField("原索引号", max_length=80, blank=True)
    document_number = models.CharField("文号", max_length=60, blank=True)
    issuer = models.CharField("发布机构", max_length=160, blank=True)
    written_on = models.DateField("成文日期", null=True, blank=True)
    effective_on = models.DateField("生效日期", null=True, blank=True)
    lapsed_on = models.DateField("失效日期", null=True, blank=True)
    repealed_on = models.DateField("废止日期", null=True, blank=True)
    theme = models.CharField("主题分类", max_length=60, blank=True)
    genre = models.CharField("体裁分类", max_length=20, blank=True)
    served_group = models.CharField("服务对象", max_length=60, blank=True)
    keywords = models.CharField("关键词", max_length=200, blank=True)
    summary = models.CharField("内容概述", max_length=500, blank=True)
    validity = models.CharField("有效性", max_length=10, choices=Validity, default=Validity.IN_FORCE)
    openness = models.CharField("公开属性", max_length=10, choices=Openness, default=Openness.ACTIVE)
    openness_ground = models.CharField("不公开理由", max_length=200, blank=True)
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors"
    )

    source_file = models.CharField(max_length=500, blank=True)
    source_start = models.PositiveIntegerField(null=True)
    source_end = models.PositiveIntegerField(null=True)
    # digest of the imported document's text; the second import of the same text finds it here
    source_digest = models.CharField(max_length=64, unique=True, null=True)
    source_unit_name = models.CharField(max_length=160, blank=True)
    original = models.ForeignKey(
        Quarantined, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField()

    columns = models.ManyToManyField(Column, through="disclosure.Placement", related_name="+")

    objects = ScopedManager()
    unit_lookup = "unit"

    class Meta:
        db_table = "disclosure_disclosure"
        indexes = [
            models.Index(fields=["unit", "state", "-published_at"], name="disclosure_unit_public"),
            models.Index(fields=["state", "-published_at", "-id"], name="disclosure_public"),
            models.Index(fields=["unit", "stage", "-updated_at"], name="disclosure_unit_stage"),
            models.Index(fields=["stage", "scheduled_for"], name="disclosure_scheduled"),
            models.Index(fields=["state", "kind", "-published_at"], name="disclosure_public_kind"),
            models.Index(
                fields=["lapsed_on"], condition=Q(lapsed_on__isnull=False), name="disclosure_lapsing"
            ),
            models.Index(fields=["document_number"], name="disclosure_number"),
            models.Index(fields=["-updated_at", "-id"], name="disclosure_updated"),
            models.Index(fields=["-published_at", "-id"], name="disclosure_newest"),
            # a word inside a title is looked for in this index alone, instead of in the wide rows
            models.Index(
                fields=["title", "id", "document_number", "index_number", "stage", "unit", "updated_at"],
                name="disclosure_titles",
            ),
            models.Index(fields=["written_on", "id"], name="disclosure_written"),
            models.Index(fields=["unit", "first_published_at"], name="disclosure_unit_first"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="published", published_edition__isnull=False, published_at__isnull=False)
                | ~Q(state="published"),
                name="disclosure_published_has_edition",
                violation_error_message="已发布的信息必须有一个经审核的版本和发布时间",
            ),
            models.CheckConstraint(
                condition=Q(state="published", openness="active") | ~Q(state="published"),
                name="disclosure_published_is_open",
                violation_error_message="只有主动公开的信息可以发布",
            ),
            models.CheckConstraint(
                condition=Q(openness="active")
                | ~Q(openness_ground="")
                | Q(stage__in=["unclaimed", "editing", "returned", "discarded"]),
                name="disclosure_closed_has_ground",
                violation_error_message="不主动公开的要写明理由",
            ),
            models.CheckConstraint(
                condition=~Q(state="published")
                | Q(effective_on=None)
                | Q(lapsed_on=None)
                | Q(lapsed_on__gte=F("effective_on")),
                name="disclosure_lapse_after_effect",
                violation_error_message="失效日期不能早于生效日期",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def public_condition(cls) -> Q:
        return Q(state=cls.State.PUBLISHED, openness=Openness.ACTIVE)

    def get_absolute_url(self) -> str:
        return f"/items/{self.pk}/"


class Placement(models.Model):
    """An item in a column of a unit; one item may stand in several. `published_at` repeats the item's for ordering,
    `first_published_at` for counting: both are settled once an item is public."""

    disclosure = models.ForeignKey(
        Disclosure, on_delete=models.PROTECT, db_index=False, related_name="placements"
    )
    column = models.ForeignKey(Column, on_delete=models.PROTECT, db_index=False, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    is_main = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)
    first_published_at = models.DateTimeField(null=True)

    objects = ScopedManager()
    unit_lookup = "unit"

    class Meta:
        db_table = "disclosure_placement"
        indexes = [
            models.Index(fields=["unit", "column", "-published_at"], name="placement_unit_column"),
            models.Index(fields=["column", "-published_at"], name="placement_column"),
            # statistics by column are counted in this index alone
            models.Index(
                fields=["column", "first_published_at", "unit"],
                condition=Q(is_main=True, first_published_at__isnull=False),
                name="placement_first",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["disclosure", "column"], name="placement_once"),
            models.UniqueConstraint(
                fields=["disclosure"], condition=Q(is_main=True), name="placement_one_main"
            ),
        ]

    @classmethod
    def public_condition(cls) -> Q:
        return Q(disclosure__state=Disclosure.State.PUBLISHED, disclosure__openness=Openness.ACTIVE)


class Fulfilment(models.Model):
    """A published item is what a row of a standard catalogue asks its unit for; one may answer several. Written with the
    publication; `published_at` repeats the item's for ordering."""

    disclosure = models.ForeignKey(
        Disclosure, on_delete=models.PROTECT, db_index=False, related_name="fulfilments"
    )
    item = models.ForeignKey(CatalogueItem, on_delete=models.PROTECT, db_index=False, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    published_at = models.DateTimeField(null=True)

    objects = ScopedManager()
    unit_lookup = "unit"

    class Meta:
        db_table = "disclosure_fulfilment"
        indexes = [
            models.Index(fields=["unit", "item", "-published_at"], name="fulfilment_unit_item"),
            models.Index(fields=["item", "-published_at"], name="fulfilment_item"),
        ]
        constraints = [models.UniqueConstraint(fields=["disclosure", "item"], name="fulfilment_once")]

    @classmethod
    def public_condition(cls) -> Q:
        return Q(disclosure__state=Disclosure.State.PUBLISHED, disclosure__openness=Openness.ACTIVE)


class Relation(models.Model):
    """`disclosure` says something about `other`: reads both ways on both pages."""

    class Kind(models.TextChoices):
        INTERPRETS = "interprets", "解读"
        REPLACES = "replaces", "替代"
        REPEALS = "repeals", "废止"
        FEEDBACK_ON = "feedback_on", "反馈"
        BELONGS_TO_FILE = "belongs_to_file", "同属一案"

    disclosure = models.ForeignKey(
        Disclosure, on_delete=models.PROTECT, db_index=False, related_name="relations"
    )
    other = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="related_from")
    kind = models.CharField(max_length=16, choices=Kind)

    objects = ScopedManager()
    unit_lookup = "disclosure__unit"

    class Meta:
        db_table = "disclosure_relation"
        constraints = [
            models.UniqueConstraint(fields=["disclosure", "other", "kind"], name="relation_once"),
            models.CheckConstraint(condition=~Q(disclosure=F("other")), name="relation_not_to_itself"),
        ]

    @classmethod
    def public_condition(cls) -> Q:
        public = Q(disclosure__state=Disclosure.State.PUBLISHED, disclosure__openness=Openness.ACTIVE)
        return public & Q(other__state=Disclosure.State.PUBLISHED, other__openness=Openness.ACTIVE)
