"""The index of near-copies follows what is public, and the reviewer sees where else a paragraph stands."""

from pathlib import Path

import pytest
from django.test import Client

from mingbai.accounts.models import Person
from mingbai.disclosure import copies
from mingbai.disclosure.factories import County, open_step_of
from mingbai.disclosure.jobs import index_copies
from mingbai.disclosure.models import Disclosure
from mingbai.journal.models import Job

PARAGRAPH = "各村要对辖区内的水库、山塘和地质灾害点逐一排查，发现险情立即组织群众转移并上报镇防汛办。"
ALIKE = PARAGRAPH.replace("镇防汛办", "镇应急办")
OTHER = "凡年满六十周岁的居民可以持本人户口簿到便民服务中心办理养老金资格认证手续。"


@pytest.fixture(autouse=True)
def _data(settings, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path


def withdrawn(disclosure: Disclosure) -> None:
    Disclosure.objects.of(pk=disclosure.pk).update(state=Disclosure.State.WITHDRAWN)


def test_a_paragraph_that_stands_elsewhere_is_found_until_it_is_withdrawn(county: County):
    public = county.published(title="关于防汛排查的通知", body=f"<p>{PARAGRAPH}</p>")
    edition = county.submitted(title="关于防汛工作的通知", body=f"<p>{OTHER}</p><p>{ALIKE}</p>")
    assert copies.copies_of(edition) == []
    index_copies(Job())
    (found,) = copies.copies_of(edition)
    assert found.excerpt.startswith("各村要对辖区内") and found.title == "关于防汛排查的通知"
    assert found.address == public.get_absolute_url() and 60 <= found.percent < 100
    withdrawn(public)
    assert copies.copies_of(edition) == []
    assert copies.follow() == 1
    assert "水库" not in copies._path().read_bytes().decode(errors="ignore")


def test_other_texts_of_the_same_item_are_no_copies(county: County):
    public = county.published(body=f"<p>{PARAGRAPH}</p>")
    copies.follow()
    assert copies.copies_of(public.published_edition) == []


def test_following_twice_changes_nothing_even_for_a_text_without_paragraphs(county: County):
    county.published(title="一", body="<p>见附件。</p>")
    county.published(title="二", body=f"<p>{PARAGRAPH}</p>")
    assert copies.follow() == 2
    written = copies._path().stat().st_mtime_ns
    assert copies.follow() == 0
    assert copies._path().stat().st_mtime_ns == written


def test_a_spoilt_index_is_filled_again_and_rebuilding_forgets_what_left(county: County):
    public = county.published(title="关于防汛排查的通知", body=f"<p>{PARAGRAPH}</p>")
    edition = county.submitted(title="关于防汛工作的通知", body=f"<p>{ALIKE}</p>")
    copies.follow()
    copies._path().write_bytes(b"nonsense")
    assert copies.copies_of(edition) == []
    assert copies.follow() == 1
    assert len(copies.copies_of(edition)) == 1
    withdrawn(public)
    copies.rebuild()
    assert len(copies._index()) == 0


def test_the_reviewer_sees_it_with_a_link(county: County, client: Client):
    public = county.published(title="关于防汛排查的通知", body=f"<p>{PARAGRAPH}</p>")
    edition = county.submitted(title="关于防汛工作的通知", body=f"<p>{ALIKE}</p>")
    copies.follow()
    person = Person.objects.get(pk=county.first.person_id)
    Person.objects.filter(pk=person.pk).update(is_demo=True)
    client.force_login(
        Person.objects.get(pk=person.pk), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    page = client.get(f"/desk/reviews/{open_step_of(edition).pk}/").content.decode()
    assert "和已公开信息相近的段落" in page and f'href="{public.get_absolute_url()}"' in page
