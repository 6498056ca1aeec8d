"""A small county for tests: one town with the people of a three-step review, a stranger next door, some columns."""

from dataclasses import dataclass
from datetime import date

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import Unit
from mingbai.accounts.roles import Role
from mingbai.catalogue.factories import make_column
from mingbai.catalogue.models import Adoption, Column
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Disclosure, Edition, ReviewStep
from mingbai.disclosure.services import approve_step, create_draft, publish_edition, submit_draft
from mingbai.disclosure.services.drafts import Content
from mingbai.disclosure.services.reviewing import Consent

AGREED = Consent(opinion="同意", secrecy_cleared=True)


@dataclass
class County:
    county: Unit
    town: Unit
    village: Unit
    other_town: Unit
    column: Column
    editor: Actor
    first: Actor
    second: Actor
    final: Actor
    supervisor: Actor
    secrecy: Actor
    stranger: Actor

    def draft(
        self, title: str = "关于开展春季森林防火工作的通知", body: str = "", **fields: object
    ) -> Disclosure:
        fields.setdefault("columns", (self.column.pk,))
        content = Content(title, body or "<p>各村（社区）要加强巡查。</p>", Metadata(**fields))
        return create_draft(self.editor, unit=self.town, content=content)

    def submitted(self, **fields: object) -> Edition:
        disclosure = self.draft(**fields)
        return submit_draft(self.editor, disclosure=disclosure, version=1)

    def approve(self, edition: Edition, *actors: Actor) -> Disclosure:
        """Let these decide the open steps in turn."""
        for actor in actors or (self.first, self.second, self.final):
            step = open_step_of(edition)
            approve_step(actor, step=step, digest=edition.digest, consent=AGREED)
        return Disclosure.objects.of(pk=edition.disclosure_id).get()

    def published(self, **fields: object) -> Disclosure:
        edition = self.submitted(**fields)
        return publish_edition(self.final, disclosure=self.approve(edition))


def open_step_of(edition: Edition) -> ReviewStep:
    return ReviewStep.objects.of(review=edition.review).get(state=ReviewStep.State.OPEN)


def make_county() -> County:
    county = make_unit("明县人民政府", "county", is_agency=True)
    town = make_unit("青山镇人民政府", "town", county, is_agency=True, index_code="MX001")
    village = make_unit("柳河村", "village", town)
    other_town = make_unit("白石镇人民政府", "town", county, is_agency=True)
    column = make_column()
    Adoption.objects.create(unit=town, column=column, adopted_on=date(2025, 1, 1))
    people = {
        "editor": make_person("林知夏", (town, Role.EDITOR)),
        "first": make_person("周明远", (town, Role.FIRST_REVIEWER)),
        "second": make_person("何其芳华", (town, Role.SECOND_REVIEWER)),
        "final": make_person("钟立言", (town, Role.FINAL_REVIEWER)),
        "supervisor": make_person("顾清和", (county, Role.COUNTY_SUPERVISOR)),
        "secrecy": make_person("秦守正", (town, Role.SECRECY_REVIEWER)),
        "stranger": make_person(
            "白石人", *((other_town, role) for role in (Role.EDITOR, Role.FINAL_REVIEWER))
        ),
    }
    actors = {name: acting(person) for name, person in people.items()}
    return County(county=county, town=town, village=village, other_town=other_town, column=column, **actors)
