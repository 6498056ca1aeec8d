"""Who is acting: the person with today's memberships, or the system. Every service takes one as its first word."""

from dataclasses import dataclass, field, replace
from datetime import date

from mingbai.accounts.models import Membership, Person, Unit
from mingbai.accounts.roles import ACTS, COUNTY_KINDS, COUNTYWIDE, SUBTREE, Role
from mingbai.accounts.scope import VILLAGE_KINDS, Scope
from mingbai.core.errors import NotAllowed


@dataclass(frozen=True)
class Post:
    """One active membership, flattened."""

    unit_id: int
    unit_path: str
    unit_name: str
    role: Role
    unit_kind: str = ""
    # the post is somebody else's, who is away
    deputy_for: int | None = None

    def allows(self, act: str) -> bool:
        within = act not in COUNTYWIDE or self.unit_kind in COUNTY_KINDS
        return within and self.role in ACTS.get(act, frozenset())

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
    # by the last `demand`: for whom the actor does what they are doing; one item, since the rest is frozen
    _doing_for: list[int | None] = field(default_factory=list, init=False, compare=False, repr=False)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(post.role for post in self.posts)

    def may(self, act: str, unit: Unit | None = None) -> bool:
        """Whether some post allows the act; with a unit, whether one that reaches the unit does."""
        return any(
            post.allows(act) and (unit is None or post.reaches(unit.path, unit.kind)) for post in self.posts
        )

    @property
    def principals(self) -> tuple[int, ...]:
        """The people for whom the actor stands in today."""
        return tuple(sorted({post.deputy_for for post in self.posts if post.deputy_for is not None}))

    def acting_for(self, principal: int | None) -> "Actor":
        """The actor with nothing but the posts of this principal; of None, with nothing but their own."""
        return replace(self, posts=tuple(post for post in self.posts if post.deputy_for == principal))

    def may_countywide(self, act: str) -> bool:
        """Whether a post of the county itself allows the act: rows that belong to no unit are for these alone."""
        return any(post.allows(act) and post.unit_kind in COUNTY_KINDS for post in self.posts)

    def demand(self, act: str, unit: Unit | None = None) -> None:
        if not self.may(act, unit):
            where = f"（{unit.label}）" if unit else ""
            raise NotAllowed(f"您的岗位没有这项权限{where}。需要的话，请联系本单位管理员。")
        self._doing_for[:] = [self._principal_for(act, unit)]

    def _principal_for(self, act: str, unit: Unit | None) -> int | None:
        """None when a post of the actor's own allows it, else the first principal whose post does."""
        allowing = [
            post.deputy_for
            for post in self.posts
            if post.allows(act) and (unit is None or post.reaches(unit.path, unit.kind))
        ]
        return None if None in allowing else min(each for each in allowing if each is not None)

    @property
    def acting_for_name(self) -> str:
        """The principal in whose right the actor does what was last demanded; empty when it is their own."""
        principal = self._doing_for[0] if self._doing_for else None
        return "" if principal is None else Person.objects.get(pk=principal).name

    def scope(self, act: str) -> Scope:
        """The units in which the actor may do this."""
        posts = [post for post in self.posts if post.allows(act)]
        return Scope(
            subtrees=tuple(sorted({post.unit_path for post in posts if post.role in SUBTREE})),
            own=tuple(sorted({post.unit_path for post in posts if post.role not in SUBTREE})),
        )


SYSTEM = Actor(person_id=None, label="系统")


def _absorbed_by(unit_ids: set[int]) -> dict[int, list[Unit]]:
    """Units that were merged into these, whatever they had absorbed themselves included."""
    found: dict[int, list[Unit]] = {}
    heir = {pk: pk for pk in unit_ids}
    pending = unit_ids
    while pending:
        rows = [row for row in Unit.objects.filter(merged_into__in=pending) if row.pk not in heir]
        for row in rows:
            heir[row.pk] = heir[row.merged_into_id or 0]
            found.setdefault(heir[row.pk], []).append(row)
        pending = {row.pk for row in rows}
    return found


def actor_for(person: Person, today: date, address: str = "") -> Actor:
    """The person with the memberships that hold on the day. A post in a unit reaches what the units that were merged
    into it left behind: their drafts, their reviews, their public items."""
    rows = (
        Membership.objects.active_on(today)
        .filter(person=person)
        .select_related("unit")
        .order_by("unit__path", "role")
    )
    held = [(row.unit, Role(row.role), row.deputy_for_id) for row in rows]
    absorbed = _absorbed_by({unit.pk for unit, role, _ in held if role not in SUBTREE})
    held += [
        (left, role, principal)
        for unit, role, principal in held
        if role not in SUBTREE
        for left in absorbed.get(unit.pk, [])
    ]
    posts = tuple(
        Post(unit.pk, unit.path, unit.name, role, unit.kind, principal) for unit, role, principal in held
    )
    return Actor(person_id=person.pk, label=person.name, address=address, posts=posts)
