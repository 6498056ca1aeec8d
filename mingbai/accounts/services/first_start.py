"""The first person of an empty installation, and the way back in when no administrator can sign in any more."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from mingbai.accounts.actors import SYSTEM
from mingbai.accounts.models import Membership, Person, Unit
from mingbai.accounts.roles import COUNTY_KINDS, Role
from mingbai.accounts.services.people import give_first_password, one_time_password
from mingbai.core import clock
from mingbai.core.errors import BadInput
from mingbai.journal.services import Entry, record

FIRST_USERNAME = "admin"
# until somebody says which county it is
NAMELESS = "（请填写县名）人民政府"


@transaction.atomic
def ensure_first_administrator() -> tuple[str, str]:
    """A county without a name yet and its administrator; the wizard asks for the rest. Returns name and password."""
    unit = Unit.objects.filter(kind=Unit.Kind.COUNTY).first()
    if unit is None:
        unit = Unit.objects.create(
            code="county", name=NAMELESS, kind=Unit.Kind.COUNTY, is_agency=True, path="?"
        )
        unit.path = f"/{unit.pk}/"
        unit.save(update_fields=["path"])
    password = one_time_password()
    person = Person.objects.create_person(FIRST_USERNAME, "系统管理员", password, must_change_password=True)
    Membership.objects.create(person=person, unit=unit, role=Role.ADMINISTRATOR, starts_on=clock.today())
    record(SYSTEM, Entry("open_account", ("person", person.pk, person.name), unit=(unit.pk, unit.name)))
    return person.username, password


@transaction.atomic
def rescue_administrator(*, username: str, reason: str) -> str:
    """For whoever has the server's console: a new first password for an administrator of the county, without lock and
    second factor. The journal says that it was done from there, and why."""
    if not reason.strip():
        raise BadInput("请写明原因，例如“唯一的管理员手机丢失，已当面核实”。")
    posts = Membership.objects.held_on(clock.today()).filter(
        role=Role.ADMINISTRATOR, unit__kind__in=COUNTY_KINDS, deputy_for=None
    )
    found = posts.filter(person__username=username).select_related("person", "unit").first()
    if found is None:
        names = "、".join(sorted({post.person.username for post in posts.select_related("person")}))
        raise BadInput(f"「{username}」不是在用的县级管理员账号。可以恢复的有：{names or '没有'}。")
    password = give_first_password(found.person)
    Authenticator.objects.filter(user=found.person).delete()
    target = ("person", found.person.pk, found.person.name)
    unit = (found.unit.pk, found.unit.name)
    record(SYSTEM, Entry("rescue_administrator", target, unit=unit, reason=reason.strip()))
    return password
