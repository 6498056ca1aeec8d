"""Every role against every screen of the desk, with things that exist: in the unit's own house, next door, and by guessing.

`RIGHTS` names the act that opens each address. A screen that is not in it fails here, so that none can be forgotten.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from io import BytesIO

import openpyxl
import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from mingbai.accounts.factories import make_person
from mingbai.accounts.models import Absence, LeadingGroupMember, Membership, Person, Unit
from mingbai.accounts.roles import ACTS, COUNTYWIDE, SUBTREE, Role
from mingbai.catalogue.models import Adoption, Pause
from mingbai.core import clock
from mingbai.disclosure import services
from mingbai.disclosure.factories import County, make_county, open_step_of
from mingbai.disclosure.importing.batches import Upload, start_import
from mingbai.disclosure.models import Attachment
from mingbai.portal.models import SiteError

pytestmark = pytest.mark.django_db
SIGN_IN = "allauth.account.auth_backends.AuthenticationBackend"
REFUSED = {302, 403, 404, 405}

# what needs no post: signing in, and one's own account
FREE = {
    "account_login", "account_logout", "mfa_authenticate", "account_signup", "account_reset_password", "desk-home",
    "desk-notice", "desk-first-day", "desk-first-look", "accounts-own", "accounts-own-absence",
    "accounts-own-absence-end", "account_change_password", "account_reauthenticate", "usersessions_list", "mfa_index",
    "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
}  # fmt: skip
RIGHTS: dict[str, str] = {
    "disclosure-preview": "read_disclosures", "portal-preview-page": "read_disclosures",
    "portal-site-errors": "handle_site_error", "portal-site-error": "handle_site_error",
    "portal-search-words": "manage_search", "portal-search-word-new": "manage_search",
    "portal-search-word": "manage_search", "portal-banners": "manage_banners", "portal-banner-new": "manage_banners",
    "portal-banner-end": "manage_banners", "desk-statistics": "read_disclosures", "desk-wizard": "manage_identity",
    "accounts-units": "manage_units", "accounts-unit-new": "manage_units", "accounts-units-export": "manage_units",
    "accounts-units-import": "manage_units", "accounts-unit": "manage_units", "accounts-unit-change": "manage_units",
    "accounts-people": "manage_people", "accounts-person-new": "manage_people",
    "accounts-people-export": "manage_people", "accounts-people-import": "manage_people",
    "accounts-person": "manage_people", "accounts-person-post": "manage_people",
    "accounts-person-post-end": "manage_people", "accounts-person-password": "manage_people",
    "accounts-person-second-factor": "manage_people", "accounts-person-handover": "hand_over",
    "accounts-person-edit": "manage_people", "accounts-person-reopen": "manage_people",
    "accounts-person-sessions": "manage_people", "accounts-person-close": "manage_people", "accounts-absences": "enter_absence",
    "accounts-absence-deputy": "enter_absence", "accounts-absence-end": "enter_absence",
    "accounts-leading-group": "write_draft", "accounts-leading-group-end": "write_draft",
    "accounts-leading-group-import": "write_draft", "accounts-leading-group-export": "write_draft",
    "accounts-identity": "manage_identity", "accounts-sign-ins": "read_sign_ins", "accounts-journal": "read_journal",
    "accounts-jobs": "read_jobs", "accounts-job-again": "read_jobs", "catalogue-gaps": "read_catalogue",
    "catalogue-matrix": "read_county_matrix", "catalogue-own": "read_catalogue", "catalogue-export": "read_catalogue",
    "catalogue-import": "adopt_catalogue", "catalogue-adopt": "adopt_catalogue", "catalogue-adoption": "read_catalogue",
    "catalogue-switch": "adopt_catalogue", "catalogue-nothing": "make_nothing_statement",
    "catalogue-pause": "adopt_catalogue", "catalogue-pause-end": "adopt_catalogue",
    "catalogue-standards": "read_catalogue", "catalogue-standard": "read_catalogue",
    "catalogue-standard-export": "read_catalogue", "catalogue-standard-compare": "read_catalogue",
    "catalogue-standard-file": "read_catalogue", "catalogue-adopt-kind": "adopt_catalogue",
    "catalogue-standard-load": "manage_catalogue", "catalogue-calendar": "manage_calendar",
    "proofreading-lists": "manage_lists", "proofreading-switches": "manage_lists",
    "proofreading-switch-on": "manage_lists", "proofreading-list": "manage_lists",
    "proofreading-list-change": "manage_lists", "proofreading-list-remove": "manage_lists",
    "proofreading-rule": "proofread", "proofreading-trust": "manage_lists", "disclosure-list": "read_disclosures", "disclosure-export": "read_disclosures",
    "disclosure-bulk": "write_draft", "disclosure-public-on": "read_disclosures", "disclosure-new": "write_draft",
    "disclosure-detail": "read_disclosures", "disclosure-edit": "write_draft", "disclosure-autosave": "write_draft",
    "disclosure-company": "write_draft", "disclosure-fill": "write_draft", "disclosure-check": "write_draft",
    "disclosure-finding": "write_draft", "disclosure-answers": "write_draft", "disclosure-relations": "write_draft",
    "disclosure-file-add": "write_draft", "disclosure-file": "read_disclosures",
    "disclosure-file-remove": "write_draft", "disclosure-compare": "read_disclosures",
    "disclosure-edition": "read_disclosures", "disclosure-original": "read_quarantine",
    "disclosure-slip-word": "read_disclosures", "disclosure-slip-pdf": "read_disclosures",
    "disclosure-act": "write_draft", "disclosure-reviews": "review", "disclosure-reviews-bulk": "review",
    "disclosure-review": "review", "disclosure-review-finding": "review", "disclosure-import": "import_documents",
    "disclosure-import-batch": "import_documents", "disclosure-import-undo": "import_documents",
    "disclosure-unclaimed": "claim_document", "disclosure-claim": "claim_document",
    "disclosure-chains": "manage_catalogue", "disclosure-chain-new": "manage_catalogue",
    "disclosure-chain": "manage_catalogue", "disclosure-check-alone": "proofread",
    "disclosure-rules": "read_rule_statistics",
}  # fmt: skip
# the page of a finished item, opened to see that its screen answers to whom it should
SECRET = "尚未公开的征收补偿方案"
FILE = "补偿名单.txt"


@cache
def named_routes() -> dict[str, URLPattern]:
    """Every address under /desk/ by its name."""

    def walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[tuple[str, URLPattern]]:
        for each in patterns:
            route = prefix + str(each.pattern)
            if isinstance(each, URLResolver):
                yield from walk(each.url_patterns, route)
            else:
                yield route, each

    found = [row for row in walk(get_resolver().url_patterns, "") if row[0].startswith("desk/")]
    assert all(pattern.name for _, pattern in found), "an address of the desk has no name"
    return {str(pattern.name): pattern for _, pattern in found}


def test_no_screen_is_forgotten() -> None:
    assert set(named_routes()) == set(RIGHTS) | FREE
    assert set(RIGHTS.values()) <= set(ACTS)


@dataclass
class House:
    """A town with one of everything that has an address."""

    county: County
    numbers: dict[str, dict[str, object]] = field(default_factory=dict)

    def address(self, name: str) -> str:
        pattern = named_routes()[name]
        wanted = {key: self.numbers[name].get(key, 987654) for key in pattern.pattern.converters} if (
            name in self.numbers
        ) else {key: _guess(key) for key in pattern.pattern.converters}  # fmt: skip
        return reverse(name, kwargs=wanted)


def _guess(key: str) -> object:
    return {"code": "no-such-unit", "key": "names", "name": "x", "act": "x", "suffix": "x"}.get(key, 987654)


@pytest.fixture
def house(db: None) -> House:
    county = make_county()
    item = county.draft(title=SECRET)
    file = services.add_attachment(county.editor, disclosure=item, name=FILE, content="甲户\n乙户".encode())
    edition = services.submit_draft(county.editor, disclosure=county.draft(title=SECRET + "二"), version=1)
    upload = Upload(SECRET + ".txt", lambda: SECRET.encode())
    batch = start_import(county.editor, unit=county.town, files=[upload], choices={})
    adoption = Adoption.objects.of(unit=county.town).get()
    pause = Pause.objects.create(
        adoption=adoption, unit=county.town, starts_on=date(2025, 1, 1), reason=SECRET
    )
    member = LeadingGroupMember.objects.create(
        unit=county.town, name=SECRET[:12], post="head", starts_on=date(2025, 1, 1)
    )
    today = clock.today()
    clerk = Person.objects.get(pk=county.editor.person_id)
    absence = Absence.objects.create(
        person=clerk,
        starts_on=today,
        ends_on=today + timedelta(days=1),
        reason=SECRET,
        entered_at=clock.now(),
    )
    error = SiteError.objects.create(
        unit=county.town, path="/", kind=SiteError.Kind.values[0], text=SECRET, created_at=clock.now()
    )
    made = House(county)
    post = Membership.objects.get(person=clerk)
    of_item: dict[str, object] = {"pk": item.pk, "file": file.pk, "number": 1, "name": "discard_draft"}
    for name in named_routes():
        if (
            name.startswith(("disclosure-", "portal-preview"))
            and "pk" in named_routes()[name].pattern.converters
        ):
            made.numbers[name] = of_item
        if name.startswith("accounts-person") and "pk" in named_routes()[name].pattern.converters:
            made.numbers[name] = {"pk": clerk.pk, "post": post.pk}
        if name.startswith("accounts-unit") and "code" in named_routes()[name].pattern.converters:
            made.numbers[name] = {"code": county.town.code, "act": "rename"}
        if name.startswith("catalogue-") and "pk" in named_routes()[name].pattern.converters:
            made.numbers[name] = {"pk": adoption.pk, "pause_pk": pause.pk}
    for name in ("disclosure-review", "disclosure-review-finding"):
        made.numbers[name] = {"pk": open_step_of(edition).pk}
    for name in ("disclosure-import-batch", "disclosure-import-undo"):
        made.numbers[name] = {"pk": batch.pk}
    for name in ("disclosure-compare", "disclosure-edition", "disclosure-slip-word", "disclosure-slip-pdf"):
        made.numbers[name] = {"pk": edition.disclosure_id, "number": 1}
    for name in ("catalogue-standard", "catalogue-standard-export", "catalogue-standard-compare"):
        del made.numbers[name]
    for name in ("disclosure-chain", "catalogue-standard-file"):
        made.numbers.pop(name, None)
    made.numbers["accounts-leading-group-end"] = {"pk": member.pk}
    made.numbers["accounts-absence-end"] = made.numbers["accounts-absence-deputy"] = {"pk": absence.pk}
    made.numbers["portal-site-error"] = {"pk": error.pk}
    return made


def with_role(unit: Unit, role: Role) -> Client:
    person = make_person("某人", (unit, role))
    person.is_demo = True
    person.save()
    client = Client()
    client.force_login(person, backend=SIGN_IN)
    return client


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_exactly_its_screens(house: House, role: Role) -> None:
    """In the unit's own house: nothing that the table does not name, and everything that it names."""
    client = with_role(house.county.county if role in SUBTREE else house.county.town, role)
    for name, act in RIGHTS.items():
        address = house.address(name)
        reaches = role in ACTS[act] and (act not in COUNTYWIDE or role in SUBTREE)
        if reaches:
            answer = client.get(address)
            assert answer.status_code in {200, 302, 404, 405, 409}, (role, name, answer.status_code)
            continue
        answer = client.get(address)
        if answer.status_code == 405:  # next door is asked both ways
            answer = client.post(address)
        assert answer.status_code in REFUSED, (role, name, answer.status_code)
        assert SECRET not in answer.content.decode(errors="ignore"), (role, name)


@pytest.mark.parametrize("role", list(Role))
def test_next_door_nothing_is_reached_by_guessing(house: House, role: Role) -> None:
    """Somebody of another town, whatever the post, with the true numbers of what is not theirs."""
    client = with_role(house.county.other_town, role)
    before = services_seen(house)
    for name in house.numbers:
        address = house.address(name)
        for answer in (client.get(address), client.post(address, {"reason": "x", "version": 1})):
            assert answer.status_code in REFUSED, (role, name, answer.status_code)
            assert SECRET not in answer.content.decode(errors="ignore"), (role, name)
    assert services_seen(house) == before
    assert Absence.objects.get().back_on is None
    assert LeadingGroupMember.objects.get().ends_on is None


def services_seen(house: House) -> list[object]:
    """What an act of a stranger would have changed."""
    clerk = Person.objects.get(pk=house.county.editor.person_id)
    items = Attachment.objects.of(disclosure__unit=house.county.town).values_list(
        "in_draft", "disclosure__stage"
    )
    posts = Membership.objects.filter(person=clerk).values_list("ends_on", flat=True)
    pauses = Pause.objects.of(unit=house.county.town).values_list("ends_on", flat=True)
    return [clerk.password, clerk.is_active, *items, *posts, *pauses]


EXPORTS = [name for name in RIGHTS if name.endswith("export") and "standard" not in name]


@pytest.mark.parametrize("role", list(Role))
def test_exports_and_lists_hold_nothing_of_next_door(house: House, role: Role) -> None:
    client = with_role(house.county.other_town, role)
    for name in [
        *EXPORTS,
        "disclosure-list",
        "accounts-absences",
        "portal-site-errors",
        "disclosure-public-on",
    ]:
        answer = client.get(house.address(name))
        if answer.status_code != 200:
            assert answer.status_code == 403, (role, name)
            continue
        content = answer.getvalue()
        text = content.decode(errors="ignore")
        if answer.headers["Content-Type"].endswith("sheet"):
            book = openpyxl.load_workbook(BytesIO(content))
            text = "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
        assert SECRET[:12] not in text, (role, name)
        assert "林知夏" not in text, (role, name)


def test_the_public_reaches_no_attachment_of_what_is_not_public(house: House, client: Client) -> None:
    file = Attachment.objects.of(disclosure__unit=house.county.town).get()
    item, digest = file.disclosure_id, file.digest
    for address in (
        f"/items/{item}/",
        f"/items/{item}/print/",
        f"/items/{item}/files/{file.pk}/",
        f"/items/{item}/files/{file.pk}.txt",
        f"/da/items/{item}/files/{file.pk}/",
        f"/items/{item}/qr.svg",
        f"/media/{digest[:2]}/{digest}",
        f"/static/{digest}",
        f"/api/v1/items/{item}",
    ):
        answer = client.get(address)
        assert answer.status_code in {404, 410}, address
        assert SECRET not in answer.content.decode(errors="ignore")
