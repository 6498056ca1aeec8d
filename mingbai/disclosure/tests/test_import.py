"""Files into the database: nothing twice, nothing lost, nothing refused for want of a unit."""

import io
import json
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.urls import reverse
from openpyxl import Workbook

from mingbai.accounts.models import Person, Unit
from mingbai.accounts.roles import Role
from mingbai.accounts.scope import unscoped
from mingbai.catalogue.loading import load_all_standards
from mingbai.catalogue.models import Adoption
from mingbai.core.errors import DomainError, NotAllowed
from mingbai.disclosure import services
from mingbai.disclosure.factories import County, make_person
from mingbai.disclosure.importing import Choices, import_bytes
from mingbai.disclosure.importing.demonstration import Demonstration, import_and_publish
from mingbai.disclosure.importing.matching import UnitFinder, core_name
from mingbai.disclosure.models import Disclosure, Draft, UnitAlias
from mingbai.disclosure.tests.test_screens import browser
from mingbai.disclosure.tests.word_layouts import merged_cells
from mingbai.journal.models import Act

SAMPLES = Path(__file__).parents[3] / "../shared/samples"
OWN = "青山镇2024年政务公开工作总结\n\n2024年，青山镇认真落实政务公开各项要求，现将有关情况总结如下。\n\n一、主要工作\n\n坚持应公开尽公开。\n"
FOREIGN = "红枫县云台乡2023年政务公开工作总结\n\n2023年，云台乡党委政府高度重视政务公开工作，现总结如下。\n\n一、加强领导\n\n成立领导小组，落实专人负责。\n"


def run(actor, text: str, name: str = "a.txt", choices: Choices = Choices()):
    return list(import_bytes(actor, name=name, content=text.encode(), choices=choices))


def test_a_document_goes_to_the_unit_it_names_with_a_column_and_its_place_in_the_file(county: County):
    (row,) = run(county.supervisor, OWN)
    disclosure = Disclosure.objects.of(pk=row.id).get()
    assert (row.state, disclosure.unit, disclosure.stage) == ("created", county.town, "editing")
    assert (disclosure.source_file, disclosure.source_start, disclosure.source_end) == (
        row.file,
        row.start,
        row.end,
    )
    assert disclosure.title == "青山镇2024年政务公开工作总结"
    draft = Draft.objects.of(disclosure=disclosure).get()
    assert draft.title not in draft.body_html
    assert draft.metadata["columns"] == [county.column.pk]
    assert disclosure.original is not None


def test_the_same_words_are_imported_once_whatever_the_file(county: County):
    (first,) = run(county.supervisor, OWN)
    (second,) = run(county.supervisor, OWN.replace("\n", "\r\n"), name="b.txt")
    assert (second.state, second.id) == ("already_there", first.id)
    assert unscoped(Disclosure).count() == 1


@pytest.mark.parametrize("text", [FOREIGN, OWN.replace("青山镇", "白石镇")])
def test_what_a_clerk_imports_for_nobody_they_write_for_waits_in_the_tray(county: County, text: str):
    (row,) = run(county.editor, text)
    disclosure = Disclosure.objects.of(pk=row.id).get()
    assert (row.state, disclosure.stage, disclosure.unit) == ("created", "unclaimed", county.county)


def test_an_unknown_unit_waits_in_the_county_offices_tray_and_the_choice_is_remembered(county: County):
    (row,) = run(county.supervisor, FOREIGN)
    disclosure = Disclosure.objects.of(pk=row.id).get()
    assert (disclosure.stage, disclosure.unit) == ("unclaimed", county.county)
    assert disclosure.source_unit_name.endswith("云台乡")
    Adoption.objects.create(unit=county.other_town, column=county.column, adopted_on=date(2025, 1, 1))
    services.claim_document(county.supervisor, disclosure=disclosure, unit=county.other_town)
    assert Draft.objects.of(disclosure=disclosure).get().metadata["columns"] == [county.column.pk]
    assert UnitAlias.objects.get().unit == county.other_town
    (again,) = run(county.supervisor, FOREIGN.replace("2023", "2022"))
    assert Disclosure.objects.of(pk=again.id).get().unit == county.other_town


def test_a_word_file_keeps_its_tables_when_it_is_imported(county: County):
    choices = Choices(county.town, None)
    (row,) = import_bytes(
        county.supervisor, name="公示.docx", content=merged_cells().content(), choices=choices
    )
    draft = Draft.objects.of(disclosure=row.id).get()
    assert draft.title == "2026年上半年惠农补贴发放情况公示"
    assert '<td rowspan="2">项目</td><td colspan="2">发放情况</td>' in draft.body_html


def test_a_chosen_unit_and_column_win(county: County):
    (row,) = run(county.supervisor, FOREIGN, choices=Choices(county.other_town, county.column))
    assert Disclosure.objects.of(pk=row.id).get().unit == county.other_town


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "空"), (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "请"), (b"PK\x03\x04broken", "请")],
)
def test_what_cannot_be_read_is_one_refused_row_with_the_remedy(county: County, content: bytes, words: str):
    (row,) = import_bytes(county.supervisor, name="x.txt", content=content, choices=Choices())
    assert row.state == "refused" and words in row.reason and row.id is None


def test_a_person_without_the_right_gets_a_refusal_not_a_draft(county: County):
    # a reviewer may not import at all; a clerk's document for another unit goes to the tray
    (row,) = run(county.first, OWN)
    assert row.state == "refused" and "权限" in row.reason
    assert unscoped(Disclosure).count() == 0


def test_names_are_compared_by_what_people_call_the_unit(county: County):
    finder = UnitFinder()
    assert core_name("裕丰街道办事处") == "裕丰街道"
    assert finder.find("青山镇", None) == county.town
    assert finder.find("明县青山镇人民政府", None) == county.town
    assert finder.find("青山镇", "明县") == county.town
    assert finder.find("青山镇", "红枫县") is None
    assert finder.find("山镇", None) is None
    assert finder.find(None, "明县") is None


@pytest.fixture
def demo(county: County) -> County:
    load_all_standards()
    Person.objects.update(is_demo=True)
    for role, name in (
        (Role.FIRST_REVIEWER, "甲"),
        (Role.SECOND_REVIEWER, "乙"),
        (Role.FINAL_REVIEWER, "丙"),
    ):
        person = make_person(name, (county.county, role))
        Person.objects.filter(pk=person.pk).update(is_demo=True)
    return county


def test_publishing_is_for_the_demonstration_only(county: County):
    with pytest.raises(NotAllowed, match="演示县"):
        Demonstration()


def publish(text: str):
    return list(import_and_publish(Demonstration(), name="a.txt", content=text.encode(), choices=Choices()))


def test_a_foreign_document_becomes_public_as_a_sample_through_four_people(demo: County):
    (row,) = publish(FOREIGN)
    disclosure = Disclosure.objects.public().get(pk=row.id)
    assert row.state == "published"
    assert disclosure.unit.is_sample and disclosure.unit.parent == demo.county
    people = set(Act.objects.filter(verb="approve_step").values_list("actor_id", flat=True))
    assert len(people | {demo.supervisor.person_id}) == 4
    (again,) = publish(FOREIGN)
    assert (again.state, again.id) == ("already_there", row.id)
    assert Unit.objects.filter(is_sample=True).count() == 1


def test_a_draft_left_half_way_is_finished_by_the_next_run(demo: County):
    (row,) = run(demo.supervisor, OWN)
    assert Disclosure.objects.of(pk=row.id).get().state == "unpublished"
    (again,) = publish(OWN)
    assert (again.state, again.id) == ("published", row.id)


def test_a_zip_names_its_inner_files(demo: County):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("one.txt", OWN)
        archive.writestr("two.txt", FOREIGN)
    rows = list(import_bytes(demo.supervisor, name="a.zip", content=buffer.getvalue(), choices=Choices()))
    assert [row.file for row in rows] == ["a.zip!/one.txt", "a.zip!/two.txt"]
    assert {row.state for row in rows} == {"created"}


@pytest.mark.skipif(not SAMPLES.exists(), reason="the sample documents are not beside the repository")
def test_the_samples_become_public_each_with_its_place(demo: County):
    expected = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))["documents"]
    rows = []
    for path in sorted(SAMPLES.glob("0*.txt")):
        rows += import_and_publish(
            Demonstration(), name=path.name, content=path.read_bytes(), choices=Choices()
        )
    assert {row.state for row in rows} == {"published"}
    assert len(rows) == len(expected)
    for row in rows:
        disclosure = Disclosure.objects.public().get(pk=row.id)
        assert (disclosure.source_start, disclosure.source_end) == (row.start, row.end)


ODD = [
    "青山镇2024年政务公开工作总结\n\n我镇\x00认真\x0b落实\x1f各项要求。\n".encode(),
    "青山镇2025年政务公开工作总结\n\n我镇\U00020bb7落实\ufffe要求。\n".encode(),
    "青山镇2023年政务公开工作总结\n\n我镇落实要求。\n".encode() + b"\xed\xa0\x80\xff\xfe",
    ("题" * 5000 + "\n\n正文。\n").encode(),
    ("<script>alert(1)</script>青山镇2022年政务公开工作总结\n\n正文<b>。\n").encode(),
    ("甲\t乙\n" * 10_000).encode(),
]


@pytest.mark.parametrize("content", ODD)
def test_odd_characters_and_shapes_are_kept_or_refused_never_a_crash(county: County, content: bytes):
    rows = list(
        import_bytes(county.supervisor, name="odd.txt", content=content, choices=Choices(county.town))
    )
    assert rows
    for row in rows:
        assert row.state == "created" or "请" in row.reason
        if row.id:
            draft = Draft.objects.of(disclosure=row.id).get()
            assert "<script" not in draft.body_html and "\x00" not in draft.body_html


def test_a_list_in_a_workbook_is_called_by_the_cell_above_it(county: County):
    book, made = Workbook(), BytesIO()
    sheet = book.active
    sheet.append(["青山镇2026年临时救助发放公示表"])
    sheet.merge_cells("A1:C1")
    sheet.append(["姓名", "金额", "发放日期"])
    sheet.append(["某某", 800, date(2026, 5, 1)])
    book.save(made)
    (row,) = import_bytes(
        county.supervisor, name="附表3.xlsx", content=made.getvalue(), choices=Choices(county.town)
    )
    assert row.title == "青山镇2026年临时救助发放公示表"
    body = Draft.objects.of(disclosure=row.id).get().body_html
    assert body == (
        "<table><tbody><tr><td>姓名</td><td>金额</td><td>发放日期</td></tr>"
        "<tr><td>某某</td><td>800</td><td>2026-05-01</td></tr></tbody></table>"
    )


def test_a_document_claimed_by_the_wrong_unit_goes_to_the_right_one_and_so_does_the_next(county: County):
    text = "观山镇2024年政务公开工作总结\n\n2024年，观山镇认真落实各项要求。\n"
    (row,) = import_bytes(county.supervisor, name="甲.txt", content=text.encode(), choices=Choices())
    item = Disclosure.objects.of(pk=row.id).get()
    services.claim_document(county.supervisor, disclosure=item, unit=county.other_town)
    item = Disclosure.objects.of(pk=item.pk).get()
    with pytest.raises(NotAllowed):
        services.change_unit(county.stranger, disclosure=item, unit=county.town)
    client = browser(county.supervisor)
    address = reverse("disclosure-act", args=[item.pk, "change_unit"])
    assert client.post(address, {"unit": county.other_town.pk}).status_code == 200
    assert client.post(address, {"unit": county.town.pk}).status_code == 302
    moved = Disclosure.objects.of(pk=item.pk).get()
    assert (moved.unit, moved.stage) == (county.town, "editing")
    (row,) = import_bytes(
        county.supervisor, name="乙.txt", content=text.replace("2024", "2025").encode(), choices=Choices()
    )
    assert Disclosure.objects.of(pk=row.id).get().unit == county.town
    with pytest.raises(DomainError):
        services.change_unit(county.supervisor, disclosure=county.published(), unit=county.other_town)
