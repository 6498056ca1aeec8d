import pytest
from django.urls import reverse

from mingbai.disclosure.factories import County
from mingbai.disclosure.models import Disclosure, Draft
from mingbai.disclosure.services import publish_edition, submit_draft
from mingbai.disclosure.tests.test_screens import browser, form_of


@pytest.fixture
def policy(county: County) -> Disclosure:
    return county.published(title="青山镇公园管理办法", document_number="明青政发〔2026〕7号")


@pytest.mark.parametrize("words", ["公园管理", "〔2026〕7号", "/items/{}/"])
def test_an_item_is_found_by_title_number_and_address(county: County, policy: Disclosure, words: str):
    client, draft = browser(county.editor), Draft.objects.of(disclosure=county.draft(title="解读")).get()
    asked = {"relation_words": words.format(policy.pk), "relation_kind": "interprets", "act": "find"}
    # without script the whole form comes back with what was typed and what was found
    page = client.post(
        reverse("disclosure-edit", args=[draft.disclosure_id]), form_of(draft, title="正在写的标题", **asked)
    )
    assert f'value="interprets:{policy.pk}"' in page.text and "正在写的标题" in page.text
    assert Draft.objects.of(disclosure=draft.disclosure_id).get().version == draft.version
    # with script only the picker does
    part = client.post(reverse("disclosure-relations", args=[draft.disclosure_id]), asked).text
    assert f'value="interprets:{policy.pk}"' in part and "<html" not in part


def test_a_ticked_relation_is_kept_shown_and_let_go(county: County, policy: Disclosure):
    client, draft = browser(county.editor), Draft.objects.of(disclosure=county.draft(title="解读")).get()
    address = reverse("disclosure-edit", args=[draft.disclosure_id])
    client.post(
        address, form_of(draft, act="save", relations=[f"interprets:{policy.pk}", "nonsense:1", "repeals:x"])
    )
    draft.refresh_from_db()
    assert draft.metadata["relations"] == [["interprets", policy.pk]]
    assert f'value="interprets:{policy.pk}" checked' in client.get(address).text
    client.post(address, form_of(draft, act="save"))
    draft.refresh_from_db()
    assert draft.metadata["relations"] == []


def test_both_pages_show_the_link(county: County, policy: Disclosure):
    explained = county.draft(title="公园管理办法解读", relations=(("interprets", policy.pk),))
    edition = submit_draft(county.editor, disclosure=explained, version=1)
    publish_edition(county.final, disclosure=county.approve(edition))
    client = browser(county.editor)
    assert "公园管理办法解读" in client.get(reverse("disclosure-detail", args=[policy.pk])).text
    assert "青山镇公园管理办法" in client.get(reverse("disclosure-detail", args=[explained.pk])).text


def test_a_stranger_cannot_learn_the_title_of_a_draft_by_naming_it(county: County):
    secret = county.draft(title="还没有公开的事项")
    client = browser(county.stranger)
    client.post(reverse("disclosure-new"), {"unit": county.other_town.pk})
    draft = Draft.objects.of(disclosure__unit=county.other_town).get()
    values = {"version": draft.version, "title": "", "kind": "notice"}
    values |= {"openness": "active", "relations": [f"interprets:{secret.pk}"], "act": "save"}
    client.post(reverse("disclosure-edit", args=[draft.disclosure_id]), values)
    draft.refresh_from_db()
    assert draft.metadata["relations"] == []
    found = {"relation_words": str(secret.pk), "relation_kind": "interprets"}
    part = client.post(reverse("disclosure-relations", args=[draft.disclosure_id]), found).text
    assert "还没有公开" not in part
