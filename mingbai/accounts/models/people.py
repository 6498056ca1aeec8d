from datetime import date

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from mingbai.accounts.models.absences import Absence
from mingbai.accounts.models.units import Unit
from mingbai.accounts.roles import Role


class PersonManager(BaseUserManager["Person"]):
    def create_person(
        self, username: str, name: str, password: str | None = None, **fields: object
    ) -> "Person":
        person = self.model(username=username, name=name, **fields)
        person.set_password(password)
        person.save()
        return person


class Person(AbstractBaseUser):
    """Somebody who signs in. What they may do follows from memberships alone."""

    username = models.CharField("账号", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=40)
    post = models.CharField("职务", max_length=60, blank=True)
    phone = models.CharField("办公电话", max_length=40, blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    is_demo = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PersonManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        db_table = "accounts_person"

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name


class MembershipQuerySet(models.QuerySet["Membership"]):
    def held_on(self, day: date) -> "MembershipQuerySet":
        """Posts whose days include this one, a deputy's too."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day, person__is_active=True)

    def active_on(self, day: date) -> "MembershipQuerySet":
        """Posts that give rights on the day. A deputy's does only while the principal is away, and only for a post
        that the principal holds then in their own right: what deputies stand in for is not passed on."""
        away = Absence.objects.on(day).filter(person=OuterRef("deputy_for"))
        principals = Membership.objects.held_on(day).filter(
            person=OuterRef("deputy_for"), unit=OuterRef("unit"), role=OuterRef("role"), deputy_for=None
        )
        return self.held_on(day).filter(Q(deputy_for=None) | (Exists(away) & Exists(principals)))


class Membership(models.Model):
    """One role in one unit from one day to another (inclusive). `deputy_for`: the B of an AB角, who acts under their own
    name on the days on which the A is away (`Absence`)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    deputy_for = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="deputies"
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        db_table = "accounts_membership"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="accounts_membership_period"
            ),
            models.UniqueConstraint(
                fields=["person", "unit", "role", "starts_on"], name="accounts_membership_once"
            ),
        ]


class LeadingGroupMember(models.Model):
    """政务公开工作领导小组: posts and terms, shown publicly; a person named here need not sign in."""

    class Post(models.TextChoices):
        HEAD = "head", "组长"
        DEPUTY = "deputy", "副组长"
        MEMBER = "member", "成员"
        OFFICE_HEAD = "office_head", "办公室主任"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="leading_group")
    name = models.CharField(max_length=40)
    title = models.CharField(max_length=80, blank=True)
    post = models.CharField(max_length=12, choices=Post)
    duties = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "accounts_leading_group_member"
        ordering = ["order", "id"]
