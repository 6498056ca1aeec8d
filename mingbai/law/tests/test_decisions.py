import json
from datetime import date
from pathlib import Path

import pytest

from mingbai.law.decisions import (
    choose_outcome,
    element_labels,
    ground,
    group_labels,
    letter,
    letters,
    missing_elements,
    outcome,
    outcomes,
    required_elements,
)
from mingbai.law.document_numbers import DocumentNumber, Series, next_number, parse, problems_of, series_of
from mingbai.law.errors import LawError
from mingbai.law.remedies import NO_REPLY, remedy_against_silence, remedy_clause, remedy_kind

D = date.fromisoformat
FORMAT = Path(__file__).resolve().parents[3] / "../shared/reference/annual-report-format.json"

# outcome → group, ground → (end of the article, elements beyond the common ones)
TABLE = {
    "granted": ("granted", {
        "already_public": ("第三十六条第一项", ["route"]),
        "released": ("第三十六条第二项", ["route", "attachments"]),
        "soon_public": ("第三十六条第二项", ["route", "time"]),
    }),
    "partial": ("partial", {"severable": ("第三十七条", ["withheld_part", "reason", "route"])}),
    "denied_state_secret": ("denied", {"state_secret": ("第十四条", ["reason"])}),
    "denied_law_prohibited": ("denied", {"law_prohibited": ("第十四条", ["reason"])}),
    "denied_three_securities_one_stability": ("denied", {"three_securities": ("第十四条", ["reason"])}),
    "denied_third_party_rights": ("denied", {"third_party_rights": ("第十五条", ["reason"])}),
    "denied_internal_affairs": ("denied", {"internal_affairs": ("第十六条第一款", ["reason"])}),
    "denied_process_information": ("denied", {"process_information": ("第十六条第二款", ["reason"])}),
    "denied_enforcement_file": ("denied", {"enforcement_file": ("第十六条第二款", ["reason"])}),
    "denied_administrative_query": ("denied", {"administrative_query": ("第三十六条第七项", ["special_procedure"])}),
    "unavailable_not_held": ("unavailable", {
        "not_found": ("第三十六条第四项", ["search_record"]),
        "not_this_agency": ("第三十六条第五项", ["reason", "responsible_agency"]),
    }),
    "unavailable_needs_creation": ("unavailable", {"needs_creation": ("第三十八条", ["reason"])}),
    "unavailable_unclear_after_correction": ("unavailable", {"unclear_after_correction": ("第三十条", ["reason"])}),
    "not_processed_petition": ("not_processed", {"petition": ("第三十九条第一款", ["reason", "channel"])}),
    "not_processed_repeat": ("not_processed", {"repeat": ("第三十六条第六项", ["earlier_reply"])}),
    "not_processed_publication": ("not_processed", {"publication": ("第三十九条第二款", ["source_of_publication"])}),
    "not_processed_excessive": ("not_processed", {"excessive": ("第三十五条", ["reason", "reasons_notice"])}),
    "not_processed_confirm_or_reissue": ("not_processed", {"confirm_or_reissue": ("第四条第四项", ["reason"])}),
    "other_not_corrected": ("other", {"not_corrected": ("第三十条", ["consequence"])}),
    "other_fee_not_paid": ("other", {"fee_not_paid": ("信息处理费管理办法", ["consequence"])}),
    "other_misc": ("other", {"misc": ("附件表三", [])}),
}  # fmt: skip
COMMON = [
    "title",
    "document_number",
    "applicant",
    "request",
    "basis",
    "decision",
    "remedy",
    "agency",
    "date_and_seal",
]


# law: outcome.*, ground.*
@pytest.mark.parametrize("id", TABLE)
def test_every_outcome(id):
    group, grounds = TABLE[id]
    found = outcome(id)
    assert (found.group, found.letter, found.letter_optional) == (group, f"reply_{group}", group == "other")
    assert [one.id for one in found.grounds] == list(grounds)
    for ground_id, (article, own) in grounds.items():
        assert ground(id, ground_id).article.endswith(article)
        assert list(required_elements(id, ground_id)) == COMMON + own


def test_what_a_ground_says():
    found = ground("unavailable_not_held", "not_found")
    assert (found.text, found.verified) == ("经检索没有所申请公开信息", "read")
    assert ground("other_fee_not_paid", "fee_not_paid").verified == "secondary"


def test_there_are_twenty_one_in_the_order_of_the_report():
    assert list(outcomes()) == list(TABLE)
    assert len(outcomes()) == 21
    assert set(group_labels()) == {group for group, _ in TABLE.values()}
    assert group_labels()["unavailable"] == "无法提供"


@pytest.mark.skipif(not FORMAT.exists(), reason="the reference is not beside this checkout")
def test_the_ids_are_those_of_the_report_format():
    assert list(outcomes()) == json.loads(FORMAT.read_text(encoding="utf-8"))["outcome_rows"]


# law: letter.*
@pytest.mark.parametrize(
    ("id", "title", "kind", "elements"),
    [
        ("reply_granted", "予以公开告知书", "reply", COMMON),
        ("reply_partial", "部分公开告知书", "reply", COMMON),
        ("reply_denied", "不予公开告知书", "reply", COMMON),
        ("reply_unavailable", "无法提供告知书", "reply", COMMON),
        ("reply_not_processed", "不予处理告知书", "reply", COMMON),
        ("reply_other", "不再处理告知书", "reply", COMMON),
        ("application_form", "政府信息公开申请表", "form", ["applicant", "contact", "request", "route"]),
        ("registration_form", "申请登记表", "process", ["registration_number", "channel_of_request", "received_on", "applicant", "request"]),
        ("receipt_slip", "接收回执", "process", ["registration_number", "channel_of_request", "received_on", "last_day", "contact"]),
        ("correction_notice", "补正告知书", "process", ["applicant", "request", "items_to_correct", "how_to_correct", "period", "consequence"]),
        ("reasons_notice", "说明理由告知书", "process", ["applicant", "request", "reason", "period", "consequence"]),
        ("extension_notice", "延期答复告知书", "process", ["applicant", "request", "basis", "original_limit", "new_limit"]),
        ("third_party_opinion", "征求意见书（第三方）", "process", ["content_to_release", "period", "answer_form", "consequence"]),
        ("third_party_answer", "征求意见确认函", "form", ["decision", "reason", "date_and_seal"]),
        ("third_party_notice", "征求意见告知书（申请人）", "process", ["applicant", "request", "basis"]),
        ("release_notice", "依申请公开告知书（第三方）", "process", ["content_to_release", "reason"]),
        ("agency_opinion", "征求意见书（共同制作机关）", "process", ["content_to_release", "period", "consequence"]),
        ("assistance_letter", "协办函", "process", ["request", "period"]),
        ("fee_notice", "收费通知书", "process", ["fee_basis", "fee_standard", "fee_amount", "fee_payment", "period", "consequence"]),
    ],
)  # fmt: skip
def test_every_letter(id, title, kind, elements):
    found = letter(id)
    assert (found.title, found.kind, list(found.elements)) == (title, kind, elements)
    assert found.article
    assert set(elements) <= element_labels().keys()


def test_what_a_letter_lacks():
    needed = required_elements("unavailable_not_held", "not_found")
    filled = dict.fromkeys(needed, "有")
    assert missing_elements(needed, filled) == []
    filled["search_record"] = "  "
    del filled["basis"]
    assert missing_elements(needed, filled) == ["缺少法律依据（条、款、项）。", "缺少已经检索的说明。"]


@pytest.mark.parametrize(
    ("grounds", "id"),
    [
        ([("granted", "released")], "granted"),
        ([("granted", "released"), ("denied_internal_affairs", "internal_affairs")], "partial"),
        ([("denied_internal_affairs", "internal_affairs"), ("granted", "already_public")], "partial"),
        ([("unavailable_not_held", "not_found"), ("unavailable_needs_creation", "needs_creation")], "unavailable_not_held"),
        ([("granted", "released"), ("unavailable_not_held", "not_found")], "granted"),
        ([("denied_internal_affairs", "internal_affairs"), ("denied_state_secret", "state_secret")], "denied_internal_affairs"),
        ([("denied_state_secret", "state_secret"), ("unavailable_not_held", "not_found")], "denied_state_secret"),
        ([("partial", "severable"), ("unavailable_not_held", "not_found")], "partial"),
        ([("unavailable_not_held", "not_found"), ("partial", "severable")], "partial"),
    ],
)  # fmt: skip
def test_one_request_has_one_outcome(grounds, id):
    assert choose_outcome(grounds) == id


def test_what_does_not_exist():
    with pytest.raises(LawError, match="没有「denied」这一答复类型"):
        outcome("denied")
    with pytest.raises(
        LawError, match="「部分公开」没有「released」这一情形，可用：severable（能够作区分处理）"
    ):
        ground("partial", "released")
    with pytest.raises(LawError, match="没有「reply」这一文书"):
        letter("reply")
    with pytest.raises(LawError, match="released（.*）、soon_public（"):
        ground("granted", "severable")
    with pytest.raises(LawError, match="^至少选择一种答复情形。$"):
        choose_outcome([])
    with pytest.raises(LawError, match="没有「x」这一情形"):
        choose_outcome([("granted", "x")])
    assert len(letters()) == 19


REFUSALS = [
    id for id, (group, _) in TABLE.items() if group == "denied" and id != "denied_administrative_query"
]


# law: remedy_clause.until_2023, remedy_clause.from_2024, remedy_clause.from_2026_07
@pytest.mark.parametrize("id", TABLE)
@pytest.mark.parametrize(
    "on", ["2019-05-15", "2023-12-31", "2024-01-01", "2026-06-30", "2026-07-01", "2030-01-01"]
)
def test_which_way_is_open(id, on):
    first = on >= "2024-01-01" and (id in REFUSALS or id == "partial")
    assert remedy_kind(id, D(on)) == ("review_first" if first else "free_choice")


# law: remedy_clause.silence
@pytest.mark.parametrize(
    ("on", "kind", "verified"),
    [
        ("2023-12-31", "free_choice", "unverified"),
        ("2026-06-30", "free_choice", "convention"),
        ("2026-07-01", "review_first", "unverified"),
    ],
)
def test_silence(on, kind, verified):
    found = remedy_against_silence(D(on))
    assert remedy_kind(NO_REPLY, D(on)) == found.kind == kind
    assert (found.text, found.verified) == ("", verified)
    assert ("实施条例第三十条" in found.article) == (kind == "review_first")


def test_the_legal_office_may_read_silence_otherwise():
    chosen = remedy_against_silence(D("2026-07-01"), "free_choice")
    assert (chosen.kind, chosen.verified) == ("free_choice", "local")
    with pytest.raises(LawError, match="2019-05-14"):
        remedy_against_silence(D("2019-05-14"))


def test_a_part_withheld_on_other_grounds_goes_either_way():
    on = D("2026-07-01")
    assert remedy_kind("partial", on, ["denied_administrative_query"]) == "free_choice"
    assert (
        remedy_kind("partial", on, ["denied_administrative_query", "denied_enforcement_file"])
        == "review_first"
    )
    with pytest.raises(LawError, match="denied_x"):
        remedy_kind("partial", on, ["denied_x"])


# law: remedy_clause.online, remedy_clause.none
def test_the_wording_of_the_clause():
    first = remedy_clause("denied_enforcement_file", D("2026-07-01"), "明县人民政府")
    assert first.text == (
        "如对本答复不服，应当先自收到本答复之日起60日内向明县人民政府申请行政复议；"
        "对行政复议决定仍不服的，可以自收到行政复议决定书之日起15日内向有管辖权的人民法院提起行政诉讼。"
    )
    assert (first.kind, first.verified) == ("review_first", "read")
    assert first.article == "行政复议法第二十三条、行政复议法实施条例第三十条、第三十一条"
    free = remedy_clause(
        "granted", D("2026-07-01"), "明县人民政府", "明县人民法院", online_address="https://fy.example"
    )
    assert free.text == (
        "如对本答复不服，可以自收到本答复之日起60日内向明县人民政府申请行政复议（网上申请：https://fy.example），"
        "也可以自收到本答复之日起6个月内直接向明县人民法院提起行政诉讼。"
    )
    assert free.kind == "free_choice"
    partly = remedy_clause(
        "partial", D("2026-07-01"), "明县人民政府", withheld=["denied_administrative_query"]
    )
    assert partly.kind == "free_choice"


def test_no_clause():
    process = remedy_clause("extension_notice", D("2026-07-01"), "明县人民政府")
    assert (process.kind, process.text, process.verified) == ("none", "", "read")
    assert "第十条" in process.article
    chosen = remedy_clause(
        "not_processed_petition", D("2026-07-01"), "某", overrides={"not_processed_petition": "none"}
    )
    assert (chosen.kind, chosen.text, chosen.verified) == ("none", "", "local")
    forced = remedy_clause("granted", D("2026-07-01"), "某", overrides={"granted": "review_first"})
    assert forced.text.startswith("如对本答复不服，应当先")
    with pytest.raises(LawError, match="2019-05-14在现行条例施行"):
        remedy_clause("granted", D("2019-05-14"), "某")


# law: document_number.form
@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("明政公复〔2026〕3号", []),
        ("明政公复〔2026〕120号", []),
        ("明政公复[2026]3号", ["年份应使用六角括号〔〕。"]),
        ("明政公复（2026）3号", ["年份应使用六角括号〔〕。"]),
        ("明政公复【2026】3号", ["年份应使用六角括号〔〕。"]),
        ("明政公复〔2026〕03号", ["序号不编虚位，如「3号」不写作「03号」。"]),
        ("明政公复〔2026〕0号", ["序号不编虚位，如「3号」不写作「03号」。"]),
        ("明政公复〔2026〕第3号", ["序号前不加「第」。"]),
        ("明政公复〔26〕3号", ["年份应为四位数字。"]),
        ("明政公复〔2026〕3", ["应以「号」结尾。"]),
        (
            "明政公复(26)第03",
            ["年份应使用六角括号〔〕。", "序号前不加「第」。", "年份应为四位数字。", "应以「号」结尾。"],
        ),
        ("〔2026〕3号", ["不是规范的文号，应写作「明政公复〔2026〕3号」。"]),
        ("三号", ["不是规范的文号，应写作「明政公复〔2026〕3号」。"]),
    ],
)
def test_the_form_of_numbers(text, problems):
    assert problems_of(text) == problems
    if problems:
        with pytest.raises(LawError) as caught:
            parse(text)
        assert str(caught.value) == f"文号「{text}」不规范：{''.join(problems)}"
    else:
        assert str(parse(text)) == text


# law: document_number.series
def test_gaps_and_repetitions():
    used = [
        parse(f"明政公复〔{year}〕{serial}号")
        for year, serial in [(2025, 2), (2026, 1), (2026, 4), (2026, 4)]
    ]
    used.append(parse("明政公补〔2026〕1号"))
    assert series_of(used) == [
        Series("明政公复", 2025, (1,), ()),
        Series("明政公复", 2026, (2, 3), (4,)),
        Series("明政公补", 2026, (), ()),
    ]
    assert next_number("明政公复", 2026, used) == DocumentNumber("明政公复", 2026, 5)
    assert next_number("明政公复", 2027, used).serial == 1
    assert series_of([]) == []
