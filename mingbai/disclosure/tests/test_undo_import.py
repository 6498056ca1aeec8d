"""A whole import taken back: what nobody touched goes, what somebody made their own stays and is named."""

import pytest
from django.test import Client
from django.urls import reverse

from mingbai.core.errors import BadInput, Conflict, NotAllowed
from mingbai.disclosure import services
from mingbai.disclosure.factories import County
from mingbai.disclosure.importing.batches import Upload, start_import
from mingbai.disclosure.importing.undoing import undo_import
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import Disclosure, Draft, ImportBatch
from mingbai.disclosure.services.drafts import Content
from mingbai.disclosure.tests.test_screens import browser
from mingbai.journal.models import Act
from mingbai.journal.worker import drain

YEARS = (2021, 2022, 2023, 2024)


def text_of(year: int) -> bytes:
    return f"青山镇{year}年政务公开工作总结\n\n{year}年，我镇认真落实第{year}号方案的各项要求。\n".encode()


@pytest.fixture
def batch(county: County) -> ImportBatch:
    files = [Upload(f"{year}.txt", lambda year=year: text_of(year)) for year in YEARS]
    made = start_import(county.editor, unit=county.town, files=files, choices={"unit": county.town.pk})
    drain()
    return ImportBatch.objects.of(pk=made.pk).select_related("unit").get()


def items() -> dict[int, Disclosure]:
    rows = Disclosure.objects.of(source_file__in=[f"{year}.txt" for year in YEARS]).select_related("unit")
    return {int(row.source_file[:4]): row for row in rows}


def test_only_what_nobody_touched_is_given_up_and_each_is_recorded(
    county: County, batch: ImportBatch
) -> None:
    found = items()
    draft = Draft.objects.of(disclosure=found[2022]).get()
    content = Content(draft.title, draft.body_html + "<p>补充。</p>", Metadata.from_json(draft.metadata))
    services.save_draft(county.editor, disclosure=found[2022], version=draft.version, content=content)
    services.submit_draft(county.editor, disclosure=found[2023], version=1)
    services.add_attachment(
        county.editor, disclosure=found[2024], name="说明.txt", content="附表说明".encode()
    )
    done = undo_import(county.editor, batch=batch, reason="选错了单位")
    assert [item.pk for item in done.discarded] == [found[2021].pk]
    assert {row.disclosure.pk: row.why for row in done.kept} == {
        found[2022].pk: f"{county.editor.label}修改过",
        found[2023].pk: "已是「未发布 · 审核中」",
        found[2024].pk: "加过附件",
    }
    stages = {year: row.stage for year, row in items().items()}
    assert stages == {2021: "discarded", 2022: "editing", 2023: "in_review", 2024: "editing"}
    act = Act.objects.get(verb="discard_draft", object_id=str(found[2021].pk))
    assert act.reason == "选错了单位"
    whole = Act.objects.get(verb="undo_import")
    assert whole.detail["discarded"] == [found[2021].pk]
    assert set(whole.detail["kept"]) == {found[year].pk for year in (2022, 2023, 2024)}


def test_the_same_files_can_be_imported_again_afterwards(county: County, batch: ImportBatch) -> None:
    undo_import(county.editor, batch=batch, reason="选错了单位")
    files = [Upload("2021.txt", lambda: text_of(2021))]
    start_import(county.editor, unit=county.town, files=files, choices={"unit": county.town.pk})
    drain()
    stages = Disclosure.objects.of(source_file="2021.txt").order_by("pk").values_list("stage", flat=True)
    assert list(stages) == ["discarded", "editing"]
    # what was given up already is not given up twice
    again = undo_import(county.editor, batch=batch, reason="再按一次")
    assert (again.discarded, again.kept) == ([], [])


def test_a_claimed_or_restored_document_stays(county: County) -> None:
    text = "红枫县云台乡2023年政务公开工作总结\n\n云台乡高度重视政务公开工作。\n".encode()
    made = start_import(
        county.supervisor, unit=county.county, files=[Upload("云台.txt", lambda: text)], choices={}
    )
    drain()
    batch = ImportBatch.objects.of(pk=made.pk).select_related("unit").get()
    item = Disclosure.objects.of(source_file="云台.txt").get()
    services.claim_document(county.supervisor, disclosure=item, unit=county.other_town)
    done = undo_import(county.supervisor, batch=batch, reason="试试")
    assert not done.discarded and len(done.kept) == 1
    item.refresh_from_db()
    assert item.stage == "editing"


def test_reason_right_and_a_finished_import_are_needed(county: County, batch: ImportBatch) -> None:
    with pytest.raises(BadInput, match="为什么"):
        undo_import(county.editor, batch=batch, reason=" ")
    with pytest.raises(NotAllowed):
        undo_import(county.final, batch=batch, reason="不归我")
    files = [Upload("2025.txt", lambda: text_of(2025))]
    running = start_import(county.editor, unit=county.town, files=files, choices={})
    with pytest.raises(Conflict, match="还没有处理完"):
        undo_import(county.editor, batch=running, reason="太早")
    assert {row.stage for row in items().values()} == {"editing"}


def test_the_result_page_leads_there_and_says_what_stays(county: County, batch: ImportBatch) -> None:
    found, editor = items(), browser(county.editor)
    services.submit_draft(county.editor, disclosure=found[2023], version=1)
    address = reverse("disclosure-import-undo", args=[batch.pk])
    assert address in editor.get(reverse("disclosure-import-batch", args=[batch.pk])).text
    assert "撤销导入" in editor.get(address).text
    assert editor.post(address, {"reason": ""}).status_code == 400
    page = editor.post(address, {"reason": "选错了单位"}).text
    assert "作废了 3 条草稿" in page and "保留了 1 条" in page and "审核中" in page
    stranger: Client = browser(county.stranger)
    assert stranger.post(address, {"reason": "x"}).status_code in {302, 403, 404}
