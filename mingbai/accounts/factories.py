"""Units and people for tests."""

from datetime import date
from itertools import count

from mingbai.accounts.actors import Actor, actor_for
from mingbai.accounts.models import Membership, Person, Unit
from mingbai.accounts.roles import Role
from mingbai.core import clock

_serial = count(1)


def make_unit(name: str, kind: str, parent: Unit | None = None, **fields: object) -> Unit:
    number = next(_serial)
    unit = Unit.objects.create(
        code=f"u{number}", name=name, kind=kind, parent=parent, path=f"?{number}", **fields
    )
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    return unit


def make_person(name: str, *posts: tuple[Unit, Role]) -> Person:
    person = Person.objects.create_person(f"p{next(_serial)}", name, "Abc12345678")
    for unit, role in posts:
        Membership.objects.create(person=person, unit=unit, role=role, starts_on=date(2020, 1, 1))
    return person


def acting(person: Person) -> Actor:
    return actor_for(person, clock.today())
