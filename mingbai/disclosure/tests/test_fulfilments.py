"""What an item answers of the standard catalogue: proposed, ticked, counted with the publication, taken back with it."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from mingbai.accounts.models import Person
from mingbai.accounts.scope import unscoped
from mingbai.catalogue import services as catalogue
from mingbai.catalogue.factories import make_column, make_item
from mingbai.catalogue.models import Adoption, CatalogueItem, ColumnState
from mingbai.catalogue.selectors import with_state
from mingbai.core import clock
from mingbai.disclosure import services
from mingbai.disclosure.factories import County
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Disclosure, Draft
from mingbai.disclosure.proposing import propose_items
from mingbai.journal.models import Job
from mingbai.journal.worker import drain

pytestmark = pytest.mark.django_db


def adopted(county: County, name: str = "临时救助", **fields: object) -> Adoption:
    row = Adoption.objects.create(
        unit=county.town, item=make_item(name, **fields), adopted_on=date(2025, 1, 1)
    )
    catalogue.refresh_states([row])
    return row


def state(row: Adoption) -> ColumnState:
    return with_state(unscoped(ColumnState).filter(adoption=row), clock.now()).get()


def browser(actor) -> Client:
    client = Client()
    client.force_login(
        Person.objects.get(pk=actor.person_id), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def test_publication_answers_the_item_and_withdrawal_takes_it_back(county: County) -> None:
    row = adopted(county)
    services_item = county.submitted(items=(row.item_id,))
    assert state(row).colour == "blank"
    disclosure = services.publish_edition(county.final, disclosure=county.approve(services_item))
    assert (state(row).colour, state(row).published_count) == ("fresh", 1)
    services.withdraw(county.final, disclosure=disclosure, reason="other", note="重复")
    assert (state(row).colour, state(row).published_count) == ("blank", 0)


def test_a_move_changes_what_a_public_item_answers(county: County) -> None:
    first, second = adopted(county), adopted(county, "低保审批")
    disclosure = county.published(items=(first.item_id,))
    services.move_item(
        county.editor, disclosure=disclosure, columns=(county.column.pk,), items=(second.item_id,)
    )
    assert (state(first).colour, state(second).colour) == ("blank", "fresh")


def test_a_correction_starts_from_where_the_item_stands_now(county: County) -> None:
    row, column = adopted(county), make_column("社会救助")
    Adoption.objects.create(unit=county.town, column=column, adopted_on=date(2025, 1, 1))
    disclosure = county.published()
    services.move_item(county.editor, disclosure=disclosure, columns=(column.pk,), items=(row.item_id,))
    draft = services.start_correction(county.editor, disclosure=disclosure, note="改正日期")
    metadata = Metadata.from_json(draft.metadata)
    assert (metadata.columns, metadata.items) == ((column.pk,), (row.item_id,))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2026年第三季度临时救助对象公示", ["临时救助"]),
        ("青山镇2026年部门预算", ["部门预算"]),
        ("关于开展春季森林防火工作的通知", []),
        ("政策文件公告", []),
    ],
)
def test_items_are_proposed_from_the_title(county: County, title: str, expected: list[str]) -> None:
    rows = [adopted(county, name) for name in ("临时救助", "部门预算", "政府预算", "政策文件")]
    found = propose_items(rows, county.column, title)
    assert [CatalogueItem.objects.get(pk=pk).name for pk in found] == expected


def test_the_gap_list_leads_to_a_draft_linked_to_the_item(county: County) -> None:
    row, client = adopted(county), browser(county.editor)
    listed = client.get(reverse("catalogue-gaps"), {"what": "items"}).text
    address = f"/desk/disclosures/new/?unit={county.town.code}&item={row.item_id}"
    assert address.replace("&", "&amp;") in listed
    client.post(address, {"unit": county.town.pk})
    draft = Draft.objects.of(disclosure__unit=county.town).get()
    assert Metadata.from_json(draft.metadata).items == (row.item_id,)
    assert Metadata.from_json(draft.metadata).columns == (county.column.pk,)
    page = client.get(reverse("disclosure-edit", args=[draft.disclosure_id])).text
    assert f'name="items" value="{row.item_id}" checked' in page


def test_the_form_proposes_while_typing_and_keeps_only_adopted_items(county: County) -> None:
    row, client = adopted(county), browser(county.editor)
    foreign = make_item("别的事项")
    disclosure = county.draft()
    typed = {"title": "本月临时救助对象名单公示", "column": county.column.pk}
    offered = client.post(reverse("disclosure-answers", args=[disclosure.pk]), typed).text
    assert "按标题和栏目建议" in offered and f'value="{row.item_id}"' in offered
    draft = Draft.objects.of(disclosure=disclosure).get()
    client.post(
        reverse("disclosure-edit", args=[disclosure.pk]),
        {
            **typed,
            "version": draft.version,
            "body": "<p>名单见附件。</p>",
            "kind": "list",
            "openness": "active",
            "items": [row.item_id, foreign.pk],
            "act": "save",
        },
    )
    kept = Metadata.from_json(Draft.objects.of(disclosure=disclosure).get().metadata)
    assert kept.items == (row.item_id,)


def test_the_public_catalogue_shows_what_is_published_of_an_item(county: County, client: Client) -> None:
    row = adopted(county)
    assert "还没有公开的信息" in client.get("/grassroots/d99/").text
    disclosure: Disclosure = county.published(items=(row.item_id,))
    assert disclosure.title in client.get("/grassroots/d99/").text
    listed = client.get(f"/grassroots/d99/{row.item.code}/")
    assert listed.status_code == 200 and disclosure.title in listed.text
    services.withdraw(county.final, disclosure=disclosure, reason="other", note="重复")
    assert disclosure.title not in client.get("/grassroots/d99/").text
    assert client.get("/grassroots/d99/none/").status_code == 404


def test_a_text_waits_from_its_day_until_it_is_published_or_given_up(county: County) -> None:
    row = adopted(county)
    state = unscoped(ColumnState).filter(adoption=row)
    draft = county.draft(title="临时救助公示", written_on=clock.today(), items=(row.item_id,))
    assert state.get().formed_on == clock.today()
    edition = services.submit_draft(county.editor, disclosure=draft, version=1)
    assert state.get().formed_on == clock.today()
    services.publish_edition(county.final, disclosure=county.approve(edition))
    assert (state.get().formed_on, state.get().published_count) == (None, 1)
    other = county.draft(title="临时救助公示（二）", written_on=clock.today(), items=(row.item_id,))
    assert state.get().formed_on == clock.today()
    services.discard_draft(county.editor, disclosure=other, reason="重复")
    assert state.get().formed_on is None
    services.restore_draft(county.editor, disclosure=other)
    assert state.get().formed_on == clock.today()


def test_the_older_of_two_new_texts_is_what_waits(county: County) -> None:
    row, today = adopted(county), clock.today()
    for days in (2, 5, 3):
        county.draft(title="临时救助公示", written_on=today - timedelta(days=days), items=(row.item_id,))
    assert state(row).formed_on == today - timedelta(days=5)


def test_an_upgrade_counts_the_texts_that_waited_before_it(county: County) -> None:
    upgrade = import_module("mingbai.disclosure.migrations.0009_count_what_waits").count_what_waits
    upgrade(apps, None)
    assert not Job.objects.exists()  # a new installation has nothing to count
    row, today = adopted(county), clock.today()
    county.draft(title="临时救助公示", written_on=today - timedelta(days=40), items=(row.item_id,))
    unscoped(ColumnState).filter(adoption=row).update(formed_on=None)  # as a former version left it
    upgrade(apps, None)
    assert Job.objects.get().kind == "disclosure.count_what_waits"
    drain()
    assert state(row).formed_on == today - timedelta(days=40)
