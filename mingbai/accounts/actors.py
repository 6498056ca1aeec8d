"""Who is acting: the person with today's memberships, or the system. Every service takes one as its first word."""

from dataclasses import dataclass
from datetime import date

from mingbai.accounts.models import Membership, Person, Unit
from mingbai.accounts.roles import ACTS, SUBTREE, Role
from mingbai.accounts.scope import VILLAGE_KINDS, Scope
from mingbai.core.errors import NotAllowed


@dataclass(frozen=True)
class Post:
    """One active membership, flattened."""

    unit_id: int
    unit_path: str
    unit_name: str
    role: Role

    def reaches(self, path: str, kind: str) -> bool:
        if self.role in SUBTREE:
            return path.startswith(self.unit_path)
        return path == self.unit_path or (path.startswith(self.unit_path) and kind in VILLAGE_KINDS)


@dataclass(frozen=True)
class Actor:
    person_id: int | None
    label: str
    address: str = ""
    posts: tuple[Post, ...] = ()

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(post.role for post in self.posts)

    def may(self, act: str, unit: Unit | None = None) -> bool:
        """Whether some post allows the act; with a unit, whether one that reaches the unit does."""
        allowed = ACTS.get(act, frozenset())
        return any(
            post.role in allowed and (unit is None or post.reaches(unit.path, unit.kind))
            for post in self.posts
        )

    def demand(self, act: str, unit: Unit | None = None) -> None:
        if not self.may(act, unit):
            where = f"（{unit.label}）" if unit else ""
            raise NotAllowed(f"您的岗位没有这项权限{where}。需要的话，请联系本单位管理员。")

    def scope(self, act: str) -> Scope:
        """The units in which the actor may do this."""
        allowed = ACTS.get(act, frozenset())
        posts = [post for post in self.posts if post.role in allowed]
        return Scope(
            subtrees=tuple(sorted({post.unit_path for post in posts if post.role in SUBTREE})),
            own=tuple(sorted({post.unit_path for post in posts if post.role not in SUBTREE})),
        )


SYSTEM = Actor(person_id=None, label="系统")


def actor_for(person: Person, today: date, address: str = "") -> Actor:
    """The person with the memberships that hold on the day; one query."""
    rows = (
        Membership.objects.active_on(today)
        .filter(person=person)
        .select_related("unit")
        .order_by("unit__path", "role")
    )
    posts = tuple(Post(row.unit_id, row.unit.path, row.unit.name, Role(row.role)) for row in rows)
    return Actor(person_id=person.pk, label=person.name, address=address, posts=posts)
