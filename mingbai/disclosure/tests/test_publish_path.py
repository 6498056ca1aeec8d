"""From draft to public page and back: who may, what the database itself refuses, what is bound to what."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from mingbai.catalogue.models import ColumnState
from mingbai.core import clock, files, quarantine
from mingbai.core.errors import BadInput, Conflict, Missing, NotAllowed
from mingbai.disclosure import services
from mingbai.disclosure.factories import AGREED, County, open_step_of
from mingbai.disclosure.metadata import Metadata
from mingbai.disclosure.models import (
    Correction,
    Disclosure,
    Draft,
    Edition,
    EditionText,
    Placement,
    Publication,
    Review,
    ReviewStep,
    Verdict,
    Withdrawal,
)
from mingbai.disclosure.services import expunging
from mingbai.disclosure.services.drafts import Content
from mingbai.disclosure.services.reviewing import Proposal
from mingbai.journal.models import Act, Notice
from mingbai.journal.worker import drain


def fresh(disclosure):
    return Disclosure.objects.of(pk=disclosure.pk).get()


def test_three_reviews_lead_to_the_public_with_a_number_and_one_act_each(county: County):
    disclosure = county.published()
    assert (disclosure.state, disclosure.stage) == ("published", "idle")
    assert disclosure.index_number == f"MX001/{clock.today().year}-00001"
    assert disclosure.first_published_at == disclosure.published_at
    assert Placement.objects.public().filter(unit=county.town, column=county.column).count() == 1
    assert list(Act.objects.order_by("id").values_list("verb", flat=True)) == [
        "create_draft", "submit_draft", "approve_step", "approve_step", "approve_step", "publish_edition",
    ]  # fmt: skip
    assert ColumnState.objects.of(unit=county.town).get().published_count == 1
    assert Disclosure.objects.public().get() == disclosure
    assert not Draft.objects.of(disclosure=disclosure).exists()


def test_index_numbers_follow_each_other_without_gap_when_a_publication_is_rolled_back(county: County):
    county.published()
    waiting = county.approve(county.submitted(title="第二条"))
    with pytest.raises(RuntimeError), transaction.atomic():
        services.publish_edition(county.final, disclosure=waiting)
        raise RuntimeError
    assert services.publish_edition(county.final, disclosure=waiting).index_number.endswith("-00002")


def test_nobody_reviews_what_they_wrote_or_twice(county: County):
    edition = county.submitted()
    with pytest.raises(NotAllowed, match="岗位不能办理"):
        county.approve(edition, county.editor)
    county.approve(edition, county.first)
    with pytest.raises(NotAllowed):
        county.approve(edition, county.first)
    with pytest.raises(NotAllowed):
        county.approve(edition, county.stranger)


def _raw_verdict(step: ReviewStep, person_id: int, digest: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO disclosure_verdict (step_id, person_id, decision, edition_digest, opinion, place, "
            "proposed_change, at) VALUES (%s, %s, 'approve', %s, '', '', '', %s)",
            [step.pk, person_id, digest, clock.now()],
        )


def test_the_database_refuses_a_verdict_by_an_author_by_the_same_person_or_on_another_text(county: County):
    edition = county.submitted()
    step = open_step_of(edition)
    with pytest.raises(IntegrityError, match="起草人"):
        _raw_verdict(step, county.editor.person_id, edition.digest)
    with pytest.raises(IntegrityError, match="同一版本"):
        _raw_verdict(step, county.first.person_id, "0" * 64)
    county.approve(edition, county.first)
    with pytest.raises(IntegrityError, match="同一人"):
        _raw_verdict(open_step_of(edition), county.first.person_id, edition.digest)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE disclosure_edition SET title = 'x'",
        "DELETE FROM disclosure_edition",
        "UPDATE disclosure_edition_text SET plain = 'x'",
        "DELETE FROM disclosure_edition_text",
        "UPDATE disclosure_verdict SET decision = 'return', opinion = 'x'",
        "UPDATE disclosure_publication SET from_at = '2020-01-01'",
        "UPDATE disclosure_disclosure SET index_number = 'x'",
        "UPDATE disclosure_disclosure SET first_published_at = '2020-01-01'",
    ],
)
def test_the_database_keeps_what_was_decided_and_published(county: County, statement: str):
    county.published()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_database_refuses_to_publish_an_unreviewed_edition(county: County):
    edition = county.submitted()
    with pytest.raises(IntegrityError, match="未经审核"), transaction.atomic():
        Disclosure.objects.of(pk=edition.disclosure_id).update(published_edition=edition)
    Review.objects.of(edition=edition).update(state="approved")
    with pytest.raises(IntegrityError, match="未经审核"), transaction.atomic():
        Disclosure.objects.of(pk=edition.disclosure_id).update(published_edition=edition)


def test_approval_is_bound_to_the_text_the_reviewer_saw(county: County):
    edition = county.submitted()
    with pytest.raises(Conflict, match="同一版本"):
        services.approve_step(county.first, step=open_step_of(edition), digest="0" * 64, consent=AGREED)


def test_a_step_is_decided_once(county: County):
    edition = county.submitted()
    step = open_step_of(edition)
    services.approve_step(county.first, step=step, digest=edition.digest, consent=AGREED)
    with pytest.raises((Conflict, NotAllowed)):
        services.return_to_author(county.first, step=step, digest=edition.digest, reason="晚了")
    assert Verdict.objects.of(step=step).count() == 1


def test_return_brings_place_reason_and_proposal_to_the_authors(county: County):
    edition = county.submitted()
    services.return_to_author(
        county.first,
        step=open_step_of(edition),
        digest=edition.digest,
        reason="缺联系电话",
        proposal=Proposal("第一段", "加上联系电话"),
    )
    disclosure = fresh(edition.disclosure)
    assert disclosure.stage == "returned"
    assert Notice.objects.get().person_id == county.editor.person_id
    second = services.submit_draft(county.editor, disclosure=disclosure, version=1)
    assert second.number == 2
    assert county.approve(second).stage == "approved"


def test_recall_before_the_decision(county: County):
    edition = county.submitted()
    services.recall_edition(county.editor, disclosure=edition.disclosure, reason="附件传错了")
    assert fresh(edition.disclosure).stage == "editing"
    with pytest.raises(Conflict):
        services.recall_edition(county.editor, disclosure=edition.disclosure, reason="再来一次")
    with pytest.raises(ReviewStep.DoesNotExist):
        open_step_of(edition)


def test_two_editors_cannot_overwrite_each_other(county: County):
    disclosure = county.draft()
    content = Content("改了标题", "<p>正文</p>", Metadata(columns=(county.column.pk,)))
    services.save_draft(county.editor, disclosure=disclosure, version=1, content=content)
    with pytest.raises(Conflict, match="林知夏"):
        services.save_draft(county.supervisor, disclosure=disclosure, version=1, content=content)
    assert fresh(disclosure).title == "改了标题"


def test_everyone_who_saved_is_an_author(county: County):
    disclosure = county.draft()
    content = Content("标题", "<p>正文</p>", Metadata(columns=(county.column.pk,)))
    services.save_draft(county.supervisor, disclosure=disclosure, version=1, content=content, autosave=True)
    edition = services.submit_draft(county.editor, disclosure=disclosure, version=2)
    people = set(edition.authors.of(edition=edition).values_list("person_id", flat=True))
    assert people == {county.editor.person_id, county.supervisor.person_id}
    assert "save_draft" not in Act.objects.values_list("verb", flat=True)


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"columns": ()}, "columns", "选择栏目"),
        ({"written_on": date(2999, 1, 1)}, "written_on", "还没有到"),
        ({"effective_on": date(2024, 5, 1), "lapsed_on": date(2024, 4, 1)}, "lapsed_on", "早于生效日期"),
        (
            {"document_number": "明政办〔2025〕7号", "written_on": date(2024, 1, 5)},
            "document_number",
            "2024 年",
        ),
        ({"openness": "closed"}, "openness_ground", "理由"),
    ],
)
def test_submission_says_which_field_is_wrong(county: County, fields, field, words):
    with pytest.raises(BadInput, match=words) as refused:
        county.submitted(**fields)
    assert refused.value.field == field


def test_a_duplicate_document_number_is_refused_until_confirmed(county: County):
    county.published(document_number="明政办[2024]007号")
    disclosure = county.draft(title="另一份", document_number="明政办（2024）7号")
    with pytest.raises(BadInput, match="明政办〔2024〕7号"):
        services.submit_draft(county.editor, disclosure=disclosure, version=1)
    services.submit_draft(county.editor, disclosure=disclosure, version=1, accept_duplicate_number=True)


def test_a_title_of_ten_thousand_characters_is_refused(county: County):
    with pytest.raises(BadInput, match="10000 个字"):
        county.draft(title="长" * 10_000)


def test_a_merged_unit_takes_no_new_items(county: County):
    county.town.merged_into = county.other_town
    county.town.save()
    with pytest.raises(BadInput, match="白石镇"):
        county.draft()


def test_withdrawal_leaves_a_tombstone_that_hides_the_title_for_privacy(county: County):
    disclosure = county.published()
    row = services.withdraw(county.final, disclosure=disclosure, reason="privacy", note="含有身份证号")
    assert row.hides_title
    assert not Disclosure.objects.public().exists()
    assert Publication.objects.of(disclosure=disclosure).get().end == "withdrawn"
    assert ColumnState.objects.of(unit=county.town).get().published_count == 0
    with pytest.raises(IntegrityError), transaction.atomic():
        Withdrawal.objects.of(pk=row.pk).update(hides_title=False)


def test_correction_makes_a_new_edition_and_says_so(county: County):
    disclosure = county.published()
    number, first = disclosure.index_number, disclosure.published_edition
    draft = services.start_correction(county.editor, disclosure=disclosure, note="更正第一段电话")
    content = Content("新标题", "<p>改过的正文</p>", Metadata.from_json(draft.metadata))
    services.save_draft(county.editor, disclosure=disclosure, version=1, content=content)
    assert fresh(disclosure).title == first.title
    edition = services.submit_draft(county.editor, disclosure=disclosure, version=2)
    services.publish_edition(county.final, disclosure=county.approve(edition))
    row = Correction.objects.of(disclosure=disclosure).get()
    assert (row.before, row.after, row.note) == (first, edition, "更正第一段电话")
    assert (fresh(disclosure).title, fresh(disclosure).index_number) == ("新标题", number)
    assert [period.end for period in Publication.objects.of(disclosure=disclosure).order_by("id")] == [
        "corrected",
        "",
    ]


def test_emergency_publication_is_marked_and_reviewed_afterwards(county: County):
    edition = county.submitted()
    with pytest.raises(NotAllowed):
        services.emergency_publish(
            county.editor, disclosure=edition.disclosure, reason="山洪", consent=AGREED
        )
    disclosure = services.emergency_publish(
        county.final, disclosure=edition.disclosure, reason="山洪预警", consent=AGREED
    )
    assert disclosure.is_emergency and disclosure.stage == "in_review"
    number = disclosure.index_number
    after = services.publish_edition(county.first, disclosure=county.approve(edition))
    assert (after.is_emergency, after.stage, after.index_number) == (False, "idle", number)
    assert Publication.objects.of(disclosure=disclosure).count() == 1


def test_repeal_marks_and_keeps(county: County):
    disclosure = county.published(written_on=date(2024, 3, 1))
    successor = county.published(title="新办法")
    with pytest.raises(BadInput, match="早于成文日期"):
        services.repeal(county.final, disclosure=disclosure, on=date(2023, 1, 1), reason="清理")
    services.repeal(
        county.final, disclosure=disclosure, on=date(2025, 1, 1), reason="清理决定", successor=successor
    )
    assert fresh(disclosure).validity == "repealed"
    assert Disclosure.objects.public().filter(pk=disclosure.pk).exists()


def test_expunging_takes_two_people_and_leaves_digest_and_journal(county: County):
    disclosure = county.published(body="<p>不该公开的内容</p>")
    edition = disclosure.published_edition
    with pytest.raises(Conflict):
        services.ask_expunction(county.secrecy, edition=edition, reason="涉密")
    services.withdraw(county.final, disclosure=disclosure, reason="secrecy", note="涉密")
    row = services.ask_expunction(county.secrecy, edition=edition, reason="涉密")
    with pytest.raises(NotAllowed, match="两个人"):
        services.expunge_edition(county.secrecy, expunction=row)
    services.expunge_edition(county.supervisor, expunction=row)
    assert not EditionText.objects.of(edition=edition).exists()
    assert Edition.objects.of(pk=edition.pk).get().digest == edition.digest
    assert Act.objects.filter(verb="expunge_edition").count() == 1


def test_expunged_files_go_even_when_the_act_is_cut_off_after_its_commit(county: County, monkeypatch):
    disclosure = county.draft()
    made = services.add_attachment(
        county.editor, disclosure=disclosure, name="名单.txt", content="不该公开的名单".encode()
    )
    version = Draft.objects.of(disclosure=disclosure).get().version
    services.recall_edition(
        county.editor,
        disclosure=services.submit_draft(county.editor, disclosure=disclosure, version=version).disclosure,
        reason="重写",
    )
    edition = Edition.objects.of(disclosure=disclosure).get()
    row = services.ask_expunction(county.secrecy, edition=edition, reason="涉密")
    bytes_of, upload = files.path_of(made.digest), made.original
    monkeypatch.setattr(expunging, "remove_files", lambda *_: None)  # this is the crash
    services.expunge_edition(county.supervisor, expunction=row)
    monkeypatch.undo()
    assert bytes_of.exists()
    drain()
    assert not bytes_of.exists()
    with pytest.raises(Missing):
        quarantine.read(type(upload).objects.get(pk=upload.pk))


def test_a_withdrawn_item_comes_back_where_it_stood_last(county: County):
    from mingbai.catalogue.factories import make_column

    other = make_column("工作动态")
    disclosure = county.published()
    services.move_item(county.editor, disclosure=disclosure, columns=(other.pk,))
    services.withdraw(county.final, disclosure=fresh(disclosure), reason="outdated", note="重发")
    draft = services.start_correction(county.editor, disclosure=fresh(disclosure), note="改正")
    edition = services.submit_draft(county.editor, disclosure=fresh(disclosure), version=draft.version)
    services.publish_edition(county.final, disclosure=county.approve(edition))
    assert Placement.objects.of(disclosure=disclosure).get().column == other


def test_scheduled_items_wait_for_their_time(county: County):
    edition = county.submitted()
    later = clock.now() + timedelta(hours=3)
    services.schedule_publication(county.editor, disclosure=edition.disclosure, at=later)
    with pytest.raises(BadInput, match="已经过了"):
        services.schedule_publication(
            county.editor, disclosure=edition.disclosure, at=clock.now() - timedelta(hours=1)
        )
    assert county.approve(edition).scheduled_for == later


def test_items_move_between_columns_and_the_address_stays(county: County):
    from mingbai.disclosure.factories import make_column

    disclosure, other = county.published(), make_column("政策文件")
    address = disclosure.get_absolute_url()
    services.move_item(county.editor, disclosure=disclosure, columns=(other.pk, county.column.pk))
    main = Placement.objects.of(disclosure=disclosure, is_main=True).get()
    assert main.column == other
    assert fresh(disclosure).get_absolute_url() == address


def test_resend_last_period_starts_a_new_item_without_dates(county: County):
    disclosure = county.published(written_on=date(2024, 3, 1), document_number="明政办〔2024〕1号")
    again = services.resend_last_period(county.editor, disclosure=disclosure)
    draft = Draft.objects.of(disclosure=again).get()
    assert draft.body_html == disclosure.published_edition.body_html
    assert (again.written_on, again.document_number, again.stage) == (None, "", "editing")


def test_an_item_not_for_active_disclosure_never_becomes_public(county: County):
    edition = county.submitted(openness="on_request", openness_ground="第十六条第二款")
    disclosure = services.publish_edition(county.final, disclosure=county.approve(edition))
    assert (disclosure.state, disclosure.stage, disclosure.index_number) == ("unpublished", "idle", None)
