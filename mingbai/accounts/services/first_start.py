"""The first person of an empty installation."""

from django.db import transaction

from mingbai.accounts.actors import SYSTEM
from mingbai.accounts.models import Membership, Person, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.services.people import one_time_password
from mingbai.core import clock
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
