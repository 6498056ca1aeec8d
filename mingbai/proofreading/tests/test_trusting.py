"""The county office sees which rule cries wolf, switches it off, trusts another earlier, and undoes both: who did it, and when."""

from pathlib import Path

import pytest
from django.test import Client

from mingbai.accounts.actors import Actor
from mingbai.accounts.factories import acting, make_person, make_unit
from mingbai.accounts.models import Person, Unit
from mingbai.accounts.roles import Role
from mingbai.core import clock
from mingbai.core.errors import BadInput, Missing, NotAllowed
from mingbai.journal.models import Act
from mingbai.proofreading import county, services
from mingbai.proofreading.checking import proven_rules
from mingbai.proofreading.kinds import TRUSTED
from mingbai.proofreading.models import Decision
from mingbai.proofreading.selectors import rule_statistics
from mingbai.text.proofreading import load_lists
from mingbai.text.proofreading.rules import all_rules
from mingbai.text.proofreading.trial import is_on_trial, proven_by

pytestmark = pytest.mark.django_db
WHY = "在本县核对过三十处，都对"
PROVEN = proven_by(load_lists()) or frozenset()
TRIED = next(rule for rule in all_rules() if is_on_trial(rule, PROVEN) and not rule.formerly)


@pytest.fixture(autouse=True)
def _data(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


@pytest.fixture
def home() -> Unit:
    return make_unit("清溪县", "county")


@pytest.fixture
def person(home: Unit) -> Person:
    return make_person("公开办", (home, Role.COUNTY_SUPERVISOR))


@pytest.fixture
def office(person: Person) -> Actor:
    return acting(person)


@pytest.fixture
def desk(client: Client, person: Person) -> Client:
    Person.objects.filter(pk=person.pk).update(is_demo=True)
    client.force_login(
        Person.objects.get(pk=person.pk), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def test_a_rule_is_trusted_with_a_reason_and_on_trial_again(office: Actor) -> None:
    services.trust_rule(office, rule=TRIED.name, reason=WHY)
    assert TRIED.name in (proven_rules() or ())
    (row,) = county.rows_of(TRUSTED)
    assert (row["source"], row["added"], row["by"]) == (WHY, clock.today().isoformat(), office.label)
    assert Act.objects.get(verb="trust_rule").reason == WHY
    services.distrust_rule(office, rule=TRIED.name)
    assert TRIED.name not in (proven_rules() or ()) and county.rows_of(TRUSTED) == []
    with pytest.raises(Missing):
        services.distrust_rule(office, rule=TRIED.name)


@pytest.mark.parametrize(
    ("rule", "reason", "words"),
    [
        ("no.such", WHY, "没有这条规则"),
        (TRIED.name, " ", "理由"),
        ("typo.homophone", WHY, "不在试用"),
        (min(PROVEN), WHY, "不在试用"),
    ],
)
def test_what_may_not_be_trusted(office: Actor, rule: str, reason: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        services.trust_rule(office, rule=rule, reason=reason)


def test_nobody_else_trusts_a_rule(home: Unit) -> None:
    editor = acting(make_person("林知夏", (home, Role.EDITOR)))
    with pytest.raises(NotAllowed):
        services.trust_rule(editor, rule=TRIED.name, reason=WHY)
    with pytest.raises(NotAllowed):
        services.distrust_rule(editor, rule=TRIED.name)


def test_trusted_and_taken_back_on_screen(desk: Client, office: Actor) -> None:
    page = f"/desk/rules/{TRIED.name}/"
    assert "提前信任这条规则" in desk.get(page).text
    told = desk.post(f"{page}trust/", {"reason": WHY}, follow=True).text
    assert "本县提前信任这条规则" in told and WHY in told and office.label in told and "撤回" in told
    assert WHY in desk.get("/desk/lists/rules/").text
    assert "以后仍先作提示" in desk.post(f"{page}trust/", {"undo": ""}, follow=True).text
    assert "理由" in desk.post(f"{page}trust/", {"reason": ""}, follow=True).text
    assert county.rows_of(TRUSTED) == []


def test_the_page_of_a_rule_says_who_switched_it_off_and_takes_it_into_use_again(
    desk: Client, office: Actor
) -> None:
    services.switch_rule_off(office, rule="typo.homophone", reason="本县误报很多")
    for page in ("/desk/rules/typo.homophone/", "/desk/lists/rules/"):
        told = desk.get(page).text
        assert office.label in told and clock.today().isoformat() in told and "恢复使用" in told


def test_the_statistics_put_what_cries_wolf_first_and_say_what_the_county_did(
    desk: Client, office: Actor, home: Unit, person: Person
) -> None:
    def decided(rule: str, verdict: str, times: int) -> None:
        Decision.objects.bulk_create(
            Decision(
                unit=home, item_type="disclosure", item_id=number, rule=rule, fingerprint=rule,
                verdict=verdict, reason="原文如此", severity="info", person=person, at=clock.now(),
            )
            for number in range(times)
        )  # fmt: skip

    decided("numbering.gap", "accept", 30)
    decided("typo.homophone", "ignore", 20)
    decided("old.rule", "ignore", 1)
    # though nothing of theirs is found any more
    assert [row.rule for row in rule_statistics(office.scope("read_rule_statistics"))][0] == "typo.homophone"
    services.switch_rule_off(office, rule="typo.homophone", reason="本县误报很多")
    told = desk.get("/desk/rules/").text
    assert told.index("typo.homophone") < told.index("numbering.gap") and "<td>已关闭</td>" in told
    assert "旧版软件的规则" in told and "/desk/rules/old.rule/" not in told
