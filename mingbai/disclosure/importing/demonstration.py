"""`mingbai import --publish`: foreign documents walked to the public by the demonstration's people. Nowhere else."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from hashlib import sha256

from django.db import transaction

from mingbai.accounts.actors import Actor, actor_for
from mingbai.accounts.models import Membership, Person, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.services.units import open_unit
from mingbai.catalogue.models import Adoption, Column
from mingbai.core import clock
from mingbai.core.errors import Conflict, DomainError, NotAllowed
from mingbai.core.sanitiser import storable
from mingbai.disclosure.chains import county_office
from mingbai.disclosure.importing.documents import Choices, Row, import_bytes
from mingbai.disclosure.importing.matching import full_name
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import (
    ChainStep,
    ChainTemplate,
    Disclosure,
    Draft,
    Edition,
    ReviewStep,
    StepKind,
    Verdict,
)
from mingbai.disclosure.proofing import check_edition
from mingbai.disclosure.proposing import propose_column
from mingbai.disclosure.services import approve_step, claim_document, publish_edition, submit_draft
from mingbai.disclosure.services.reviewing import Consent, refusal
from mingbai.text.model import Recognised

OVERRULED = "外来样本按原文导入演示县，疑点已由终审逐条看过，保留原文。"
NOBODY = "外来样本（单位不详）"
AGREED = Consent("同意", OVERRULED, secrecy_cleared=True)
_CHAIN = (
    (StepKind.FIRST_REVIEW, Role.FIRST_REVIEWER),
    (StepKind.SECOND_REVIEW, Role.SECOND_REVIEWER),
    (StepKind.FINAL_REVIEW, Role.FINAL_REVIEWER),
)


class Demonstration:
    """The demonstration county's people, as long as one import runs. Raises `NotAllowed` anywhere else."""

    def __init__(self, author: Actor | None = None) -> None:
        if not Person.objects.filter(is_demo=True).exists():
            raise NotAllowed("--publish 只能用在演示县。正式使用的信息要由本单位人员逐级审核。")
        self._author = author

    @cached_property
    def people(self) -> list[Actor]:
        people = Person.objects.filter(is_demo=True, is_active=True).order_by("pk")
        return [actor_for(person, clock.today()) for person in people]

    @cached_property
    def author(self) -> Actor:
        """Whoever was named, else a county supervisor: they may write for every unit."""
        if self._author is not None:
            return self._author
        found = next((actor for actor in self.people if Role.COUNTY_SUPERVISOR in actor.roles), None)
        if found is None:
            raise Conflict("演示县里没有县政务公开办的人员。请重新建立演示县。")
        return found

    @cached_property
    def county(self) -> Unit:
        office = county_office()
        if office is None:
            raise Conflict("演示县里没有县政务公开办。请重新建立演示县。")
        return office

    @cached_property
    def reviewing_unit(self) -> Unit:
        """A unit that has people for all three reviews, the county first."""
        rows = Membership.objects.active_on(clock.today()).filter(person__is_demo=True).select_related("unit")
        roles: dict[Unit, set[str]] = {}
        for row in rows:
            roles.setdefault(row.unit, set()).add(row.role)
        wanted = {str(role) for _, role in _CHAIN}
        able = [unit for unit, held in roles.items() if wanted <= held]
        if not able:
            raise Conflict("演示县里没有一个单位三审人员齐全。请重新建立演示县。")
        return min(able, key=lambda unit: (unit.pk != self.county.pk, len(unit.path), unit.pk))

    def home_of(self, document: Recognised) -> Unit:
        """The sample unit of that name, added under the county when it is new."""
        name = storable(full_name(document.unit, document.parent_unit)) if document.unit else NOBODY
        kind = document.unit_kind or ("town" if document.unit else "office")
        return self.sample_unit(name, storable(document.unit or name), kind)

    @transaction.atomic
    def sample_unit(self, name: str, short_name: str, kind: str) -> Unit:
        code = f"sample-{sha256(name.encode()).hexdigest()[:12]}"
        unit = Unit.objects.filter(code=code).first()
        if unit is None:
            parent = self.county if self.county.parent is None else self.county.parent
            unit = open_unit(
                self._opener(parent),
                code=code,
                name=name[:120],
                kind=kind,
                parent=parent,
                short_name=short_name[:40],
                is_sample=True,
            )
            self._set_chain(unit)
        return unit

    def _opener(self, parent: Unit) -> Actor:
        return next((actor for actor in self.people if actor.may("manage_units", parent)), self.author)

    def _set_chain(self, unit: Unit) -> None:
        template = ChainTemplate.objects.create(name="外来样本三审", unit=unit)
        ChainStep.objects.bulk_create(
            ChainStep(
                template=template,
                order=number,
                kind=kind,
                performed_by=ChainStep.Performer.NAMED,
                unit=self.reviewing_unit,
                includes_secrecy=kind == StepKind.FINAL_REVIEW,
            )
            for number, (kind, _) in enumerate(_CHAIN, start=1)
        )

    def publish(self, disclosure: Disclosure) -> Disclosure:
        """Go on from wherever the item stands until it is public. Every act is its own transaction."""
        Stage = Disclosure.Stage
        if disclosure.stage == Stage.UNCLAIMED:
            name = disclosure.source_unit_name or NOBODY
            unit = self.sample_unit(name, name, "town" if disclosure.source_unit_name else "office")
            disclosure = claim_document(self.author, disclosure=disclosure, unit=unit, remember=False)
        if disclosure.stage in {Stage.EDITING, Stage.RETURNED}:
            self._submit(disclosure)
        edition = Edition.objects.of(disclosure=disclosure).order_by("-number")[0]
        while step := ReviewStep.objects.of(review=edition.review).filter(state="open").first():
            reviewer = self._reviewer(step)
            approve_step(reviewer, step=step, digest=edition.digest, consent=AGREED)
        current: Disclosure = Disclosure.objects.of(pk=disclosure.pk).get()
        if current.stage == Stage.APPROVED:
            last = Verdict.objects.of(step__review=edition.review).select_related("person").order_by("-pk")[0]
            return publish_edition(actor_for(last.person, clock.today()), disclosure=current)
        return current

    def _submit(self, disclosure: Disclosure) -> None:
        draft = Draft.objects.of(disclosure=disclosure).get()
        metadata = Metadata.from_json(draft.metadata)
        if not metadata.columns:
            column = propose_column(disclosure.unit, metadata.kind, draft.title)
            draft.metadata = {**draft.metadata, "columns": [column.pk] if column else []}
            draft.save(update_fields=["metadata"])
        self._adopt(disclosure.unit, draft.metadata["columns"])
        edition = submit_draft(
            self.author, disclosure=disclosure, version=draft.version, accept_duplicate_number=True
        )
        check_edition(edition)

    def _adopt(self, unit: Unit, columns: list[int]) -> None:
        """A sample unit answers only for the columns in which its documents stand."""
        for column in Column.objects.filter(pk__in=columns) if unit.is_sample else ():
            Adoption.objects.of(unit=unit).get_or_create(
                unit=unit, column=column, defaults={"adopted_on": clock.today()}
            )

    def _reviewer(self, step: ReviewStep) -> Actor:
        found = next((actor for actor in self.people if refusal(actor, step) is None), None)
        if found is None:
            raise Conflict(f"演示县里没有可以办理「{step.get_kind_display()}」的人员（{step.unit.label}）。")
        return found


def import_and_publish(house: Demonstration, *, name: str, content: bytes, choices: Choices) -> Iterator[Row]:
    """Import a file and publish each of its documents; what an earlier run left half-way is finished."""
    for row in import_bytes(
        house.author, name=name, content=content, choices=choices, newcomers=house.home_of
    ):
        yield _published(house, row)


def _published(house: Demonstration, row: Row) -> Row:
    if row.id is None:
        return row
    disclosure = Disclosure.objects.of(pk=row.id).select_related("unit").get()
    if disclosure.state == Disclosure.State.PUBLISHED:
        return row
    try:
        shown = house.publish(disclosure)
    except DomainError as error:
        return replace(
            row, state="created", reason=f"{row.reason or ''}已存为草稿，没有发布：{error.message}"
        )
    return replace(row, state="published", unit=shown.unit.name)
