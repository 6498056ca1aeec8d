"""Places where an act shows though they are not the item's own page: attachments, successors, lists over all units, columns
under another name. After the act the next request tells the truth."""

import io
from datetime import date

import docx
import pytest
from django.test import Client

from mingbai.accounts.services.units import merge_unit, rename_unit
from mingbai.catalogue.models import Adoption
from mingbai.catalogue.services import change_adoption, pause_column, switch_adoption
from mingbai.core import clock
from mingbai.core.pages import files as store
from mingbai.disclosure import services
from mingbai.disclosure.factories import County, make_county
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Attachment, Disclosure, Draft
from mingbai.disclosure.services.drafts import Content
from mingbai.portal.query import dictionary, search

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def living(settings, tmp_path) -> County:
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"
    settings.PAGE_STORE = True
    dictionary.forget()
    return make_county()


def read(address: str, **headers: str) -> str:
    return Client(headers=headers).get(address).content.decode().replace("<mark>", "").replace("</mark>", "")


def word_file(text: str) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def published_with_file(
    living: County, text: str, title: str = "防汛物资清单", **fields: object
) -> tuple[Disclosure, str, str]:
    """The item, its file's address and the address of the file's reader."""
    item = living.draft(title=title, **fields)
    made = services.add_attachment(living.editor, disclosure=item, name="清单.docx", content=word_file(text))
    edition = services.submit_draft(
        living.editor, disclosure=item, version=Draft.objects.of(disclosure=item).get().version
    )
    item = services.publish_edition(living.final, disclosure=living.approve(edition))
    return item, f"/items/{item.pk}/files/{made.pk}.docx", f"/items/{item.pk}/files/{made.pk}/"


def test_a_public_file_can_be_fetched_and_then_lies_in_the_store(living):
    item, file, reader = published_with_file(living, "橡皮艇三艘")
    assert f'href="{file}"' in read(f"/items/{item.pk}/")
    answer = Client().get(file)
    assert answer.status_code == 200
    assert b"word/document.xml" in b"".join(answer.streaming_content)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert store.read(file, accepts_gzip=False) is not None
    assert "橡皮艇三艘" in read(reader)
    assert Client().get(file.replace("docx", "exe")).status_code == 404


def test_the_words_of_a_repealed_papers_file_still_find_it_among_many_like_it(living):
    # titles that differ in words, since of those alike each further one steps back
    for number, river in enumerate("青白松柳石云鹿禾山河月溪桥林泉竹梅兰菊荷"):
        living.published(title=f"{river}堤防汛检查的通知", body=f"<p>附件暗号1{number:02}甲，请查看。</p>")
    paper, *_ = published_with_file(
        living, "附件暗号061甲", "第六十一号堤段防汛检查的通知", kind="normative_document"
    )
    asked = "/api/v1/search?q=附件暗号061甲"
    assert f"/items/{paper.pk}/" in read(asked)
    services.repeal(living.final, disclosure=paper, on=clock.today(), reason="新的办法已经印发。")
    assert f"/items/{paper.pk}/" in read(asked)
    draft = services.start_correction(
        living.editor, disclosure=Disclosure.objects.of(pk=paper.pk).get(), note="改标题"
    )
    content = Content("第六十二号堤段防汛检查的通知", draft.body_html, Metadata.from_json(draft.metadata))
    services.save_draft(living.editor, disclosure=paper, version=draft.version, content=content)
    edition = services.submit_draft(
        living.editor, disclosure=paper, version=Draft.objects.of(disclosure=paper).get().version
    )
    services.publish_edition(living.final, disclosure=living.approve(edition))
    assert f"/items/{paper.pk}/" in read(asked)
    newest = read("/search/?q=附件暗号061甲&sort=newest")
    assert f"/items/{paper.pk}/" in newest
    assert [found.row.pk for found in search("附件暗号061甲").results][0] == paper.pk


@pytest.mark.parametrize("reason", ["outdated", "privacy"])
def test_a_withdrawn_file_is_gone_everywhere_at_the_next_request(living, reason):
    item, file, reader = published_with_file(living, "橡皮艇三艘")
    own = f"/items/{item.pk}/"
    everywhere = [own, f"/da{own}", f"{own}print/", f"/da{own}print/", reader, f"/da{reader}", file]
    marks = {}
    for address in [*everywhere, f"/api/v1/items/{item.pk}"]:
        Client().get(address)
        answer = Client().get(address)
        assert answer.status_code == 200, address
        marks[address] = answer.headers.get("ETag", "")
    assert f"/items/{item.pk}/" in read("/search/?q=橡皮艇三艘")
    services.withdraw(living.final, disclosure=item, reason=reason, note="重发")
    for address in everywhere:
        asking_again = Client(headers={"If-None-Match": marks[address], "Accept-Encoding": "gzip"})
        assert asking_again.get(address).status_code == 410, address
        assert store.read(address, accepts_gzip=True) is None
    left = [path for path in store.root().rglob("*") if path.is_file() and f"items/{item.pk}/" in str(path)]
    assert left == []
    known = Client(headers={"If-None-Match": marks[f"/api/v1/items/{item.pk}"]})
    assert known.get(f"/api/v1/items/{item.pk}").status_code == 404
    assert f"/items/{item.pk}/" not in read("/search/?q=橡皮艇三艘")
    assert Client().get("/api/v1/search?q=橡皮艇三艘").json()["items"] == []


def test_a_file_replaced_by_a_correction_is_gone(living):
    item, file, reader = published_with_file(living, "橡皮艇三艘")
    for address in (file, reader):
        assert Client().get(address).status_code == 200
    draft = services.start_correction(living.editor, disclosure=item, note="换附件")
    services.remove_attachment(living.editor, attachment=Attachment.objects.of(disclosure=item).get())
    edition = services.submit_draft(living.editor, disclosure=item, version=draft.version)
    services.publish_edition(living.final, disclosure=living.approve(edition))
    for address in (file, reader):
        assert Client().get(address).status_code == 404
    assert f"/items/{item.pk}/" not in read("/search/?q=橡皮艇三艘")


def test_a_repealed_paper_names_its_successor_only_while_that_is_public(living):
    old, new = living.published(title="旧的办法"), living.published(title="新的办法")
    services.repeal(living.final, disclosure=old, on=date(2026, 1, 5), reason="新的办法", successor=new)
    assert "现行文件：" in read(f"/items/{old.pk}/")
    services.withdraw(living.final, disclosure=new, reason="privacy", note="重发")
    for address in (f"/items/{old.pk}/", f"/da/items/{old.pk}/"):
        assert "新的办法" not in read(address)


def test_a_new_name_of_a_unit_stands_in_every_list(living):
    paper = living.published(title="防汛办法", kind="normative_document")
    lists = ["/policies/", "/policies/list.csv", "/feed.atom", "/units/", "/", f"/items/{paper.pk}/print/"]
    for address in lists:
        assert "青山镇" in read(address), address
    rename_unit(
        living.supervisor,
        unit=living.town,
        name="碧水镇人民政府",
        short_name="碧水镇",
        on=date(2026, 1, 1),
        reason="更名",
    )
    for address in lists:
        assert "青山镇" not in read(address), address
        assert "碧水镇" in read(address), address


def test_a_merged_unit_points_to_its_successor_under_the_new_name(living):
    merge_unit(
        living.supervisor, unit=living.other_town, into=living.town, on=date(2026, 1, 1), reason="撤并"
    )
    gone = f"/units/{living.other_town.code}/"
    assert "青山镇" in read(gone)
    rename_unit(
        living.supervisor,
        unit=living.town,
        name="碧水镇人民政府",
        short_name="",
        on=date(2026, 1, 2),
        reason="更名",
    )
    assert "碧水镇" in read(gone)


def test_a_column_under_another_name_or_switched_off(living):
    adoption = Adoption.objects.of(unit=living.town).select_related("unit", "column").get()
    home = f"/units/{living.town.code}/"
    own = f"{home}columns/{living.column.code}/"
    assert living.column.name in read(home)
    assert Client().get(own).status_code == 200
    change_adoption(living.supervisor, adoption=adoption, own_name="告示栏")
    assert "告示栏" in read(home)
    assert "告示栏" in read(own)
    switch_adoption(living.supervisor, adoption=adoption, on=False, reason="没有这项职能")
    assert "告示栏" not in read(home)
    assert Client().get(own).status_code == 404


def test_a_column_that_is_paused_is_no_longer_told_as_blank(living):
    adoption = Adoption.objects.of(unit=living.town).select_related("unit", "column").get()
    home = f"/units/{living.town.code}/"
    change_adoption(living.supervisor, adoption=adoption, cadence_override="monthly", override_reason="常有")
    before = read(home)
    pause_column(
        living.supervisor, adoption=adoption, starts_on=date(2026, 1, 1), ends_on=None, reason="机构改革"
    )
    assert read(home) != before
