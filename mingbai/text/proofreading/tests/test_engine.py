"""The engine around the rules."""

import json
import random
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingbai.text.ingest import ingest
from mingbai.text.model import Finding, HiddenText, Ingested, Recognised, Residue, SourceDocument
from mingbai.text.proofreading import ListError, Overrides, check, load_lists
from mingbai.text.proofreading.asking import asked
from mingbai.text.proofreading.engine import once_per_file, passages, without_repetition
from mingbai.text.proofreading.model import Passage
from mingbai.text.proofreading.rules import all_rules, lasting_name, rules_for
from mingbai.text.proofreading.twins import compare

LISTS = load_lists()


def ingested(
    text: str, *documents: Recognised, web: tuple[Residue, ...] = (), name: str = "a.txt"
) -> Ingested:
    source = SourceDocument(name, text, "text/plain")
    return Ingested(source, documents or (Recognised(0, len(text)),), web, ())


def finding(
    start: int, end: int, severity: str = "error", category: str = "typo", rule: str = "a.b"
) -> Finding:
    return Finding(start, end, rule, category, severity, "", "")  # type: ignore[arg-type]


def test_of_two_findings_on_the_same_words_the_graver_stays() -> None:
    kept = without_repetition(
        [
            finding(3, 7, "warning", rule="a.x"),
            finding(4, 7, rule="a.y"),
            finding(4, 7, category="web_residue"),
        ]
    )
    assert [(one.rule, one.category) for one in kept] == [("a.y", "typo"), ("a.b", "web_residue")] or len(
        kept
    ) == 2
    assert {one.severity for one in kept} == {"error"}


def test_a_small_mistake_inside_a_long_finding_stays() -> None:
    assert len(without_repetition([finding(0, 200), finding(50, 52)])) == 2


def test_one_total_that_does_not_agree_is_told_once():
    """「20家、民宿8家、食堂5家，合计35家」 is one mistake, however much of it a rule points at; two totals of a line are two."""
    file = ingest(SourceDocument("a.txt", "已检查商铺20家、民宿8家、食堂5家，合计35家。", "text/plain"))
    sums = [one for one in check(file, lists=LISTS) if one.category == "arithmetic_inconsistency"]
    assert [one.quote for one in sums] == ["20家、民宿8家、食堂5家，合计35家"]
    two = ingest(
        SourceDocument("b.txt", "商铺20家、民宿8家，合计29家；村6个、社区3个，合计10个。", "text/plain")
    )
    assert len([one for one in check(two, lists=LISTS) if one.category == "arithmetic_inconsistency"]) == 2


def test_a_habit_is_one_remark() -> None:
    habit = [
        finding(1, 2, rule="punctuation.halfwidth_systematic"),
        finding(9, 10, rule="punctuation.halfwidth_systematic"),
    ]
    assert len(once_per_file([*habit, finding(20, 21)])) == 2


def test_rules_can_be_switched_off_by_name_group_and_category() -> None:
    file = ingested("20xx年我镇公开信息96条。。")
    names = {found.rule for found in check(file, lists=LISTS)}
    assert {"placeholder.masked_year", "punctuation.doubled"} <= names
    for switch in ("placeholder.masked_year", "placeholder", "template_placeholder"):
        left = {found.rule for found in check(file, lists=LISTS, disabled=[switch])}
        assert "placeholder.masked_year" not in left
        assert "punctuation.doubled" in left


def test_whoever_switched_a_rule_off_that_was_parted_has_switched_its_parts_off() -> None:
    parts = [rule for rule in all_rules() if rule.formerly]
    assert not {rule.formerly for rule in parts} & {rule.name for rule in all_rules()}
    assert not [
        rule for rule in rules_for(frozenset({"typo.adverb_verb"})) if rule.formerly == "typo.adverb_verb"
    ]
    assert {rule.name for rule in rules_for(frozenset({"typo.two_adverbs"}))} >= {"typo.adverb_misfit"}
    assert lasting_name("typo.two_adverbs") == "typo.adverb_verb"
    assert lasting_name("typo.adjective_noun") == "typo.adjective_noun"


def test_overrides_replace_what_was_recognised() -> None:
    file = ingested("统计期限为2017年1月1日至2017年12月31日。")
    known = Overrides(kind="annual_report", year=2018)
    assert "date.statistics_period" in {found.rule for found in check(file, lists=LISTS, overrides=known)}
    assert check(file, lists=LISTS, overrides=Overrides(kind="annual_report", year=2017)) == []


def test_residue_is_reported_once_and_not_read_as_prose() -> None:
    text = "字号：20xx年\n我镇公开信息96条。"
    found = check(ingested(text, Recognised(9, len(text)), web=(Residue(0, 8, "page_tools"),)), lists=LISTS)
    assert [(one.rule, one.start, one.end) for one in found] == [("web.page_tools", 0, 8)]


def test_a_cut_between_two_documents_is_found() -> None:
    text = "第一份文稿。\n此处隐藏300个字\n第二份文稿。"
    found = check(ingested(text, Recognised(0, 6), Recognised(18, len(text))), lists=LISTS)
    assert "truncated.hidden_part" in {one.rule for one in found}


def test_hidden_text_is_searched_for_personal_data() -> None:
    source = SourceDocument(
        "a.xlsx",
        "公开",
        "x",
        hidden=(HiddenText("工作表「名单」", "身份证11010119900307651X，手机13812345678"),),
    )
    found = check(Ingested(source, (Recognised(0, 2),), (), ()), lists=LISTS)
    hidden = [one for one in found if one.category == "personal_data"]
    assert hidden
    assert all(one.start == one.end == 0 and "名单" in one.message for one in hidden)


def test_publication_date_reaches_the_rules() -> None:
    text = "公告\n江家镇人民政府\n2018年6月5日"
    file = ingested(text, Recognised(0, len(text), written_on=date(2018, 6, 5), kind="announcement"))
    assert any(
        one.rule == "date.published_before_signed"
        for one in check(file, lists=LISTS, published_on=date(2018, 6, 1))
    )


def test_copies_in_two_files_name_each_other() -> None:
    shared = "我镇进一步公开办事程序、办事标准、办事结果，并在工作质量、态度、时效等方面作出承诺，不断增强工作透明度。"
    files = [
        ingested(f"甲镇总结\n{shared}\n", name="a.txt"),
        ingested(f"乙镇工作情况\n{shared}\n", name="b.txt"),
    ]
    first, second = compare(files, [[], []])
    assert [one.related[0].file for one in first] == ["b.txt"]
    assert [one.related[0].file for one in second] == ["a.txt"]
    assert compare(files[:1], [[]], against=files[1:])[0][0].related[0].file == "b.txt"


def test_a_countys_list_is_merged_over_the_shipped_one(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    own = {"name": "县党代会", "pattern": "县第九次党代会", "on": "2021-07-20"}
    (folder / "events.json").write_text(json.dumps({"about": "县里的", "entries": [own]}), encoding="utf-8")
    merged = load_lists(tmp_path)["events"]
    assert merged["about"] == "县里的"
    assert merged["entries"][-1] == own
    assert len(merged["entries"]) > 10


def test_a_broken_list_says_which_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists/own.json").write_text("{", encoding="utf-8")
    with pytest.raises(ListError, match=r"own\.json.*修正"):
        load_lists(tmp_path)["own"]


ODD = "年月日一二三四五六七、。，（）《》“”0123456789xX×_*%共其中条件是将20xx占增长率?？\n\t \ufffd\u200b\ue000😀將"


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=ODD, max_size=300),
    st.sampled_from([None, 2018]),
    st.sampled_from(["work_summary", "work_plan", "other"]),
)
def test_nothing_makes_a_rule_raise(text: str, year: int | None, kind: str) -> None:
    file = ingested(text, Recognised(0, len(text), year=year, kind=kind))  # type: ignore[arg-type]
    for found in check(file, lists=LISTS):
        assert 0 <= found.start <= found.end <= len(text)
        assert found.quote == text[found.start : found.end]


@pytest.mark.parametrize(
    "text",
    [
        "\ud83d",
        "关于做好工作的通\ud83d知。",
        "\udc00各村：请于11月31日前报送。",
        "报送完毕。\ud800\udbff",
        "甲" * 70_000 + "\udfff。",
    ],
)
def test_half_a_surrogate_pair_is_a_lost_character(text: str) -> None:
    file = ingest(SourceDocument("a.txt", text, "text/plain"))
    found = check(file, lists=LISTS)
    assert len(file.source.text) == len(text)
    assert "encoding.replacement_character" in {one.rule for one in found}
    assert all("".join((one.quote, one.message)).isprintable() for one in found)


def test_hidden_text_may_hold_half_a_surrogate_pair() -> None:
    hidden = (HiddenText("批注", "\ud83d手机13812345678"),)
    source = SourceDocument("a.docx", "公开", "x", hidden=hidden)
    found = check(Ingested(source, (Recognised(0, 2),), (), ()), lists=LISTS)
    assert "personal_data" in {one.category for one in found}


def test_passages_share_out_the_residue() -> None:
    text = "页头\n第一份。\n页中\n第二份。\n页脚"
    web = (Residue(0, 2, "site_header"), Residue(8, 10, "advert"), Residue(16, 18, "footer"))
    file = ingested(text, Recognised(3, 7), Recognised(11, 15), web=web)
    assert [[piece.kind for piece in one.web] for one in passages(file, lists=LISTS)] == [
        ["site_header"],
        ["advert", "footer"],
    ]


def test_a_few_rules_read_every_stretch_of_a_file_wherever_documents_are_cut() -> None:
    """Also what stands outside the documents, and a number or word that a document's edge goes through."""
    rules = [rule for rule in all_rules() if rule.category == "personal_data"]
    others = frozenset(rule.category for rule in all_rules()) - {"personal_data"}
    chance = random.Random(11)
    words = (
        "贫困户刘大明、",
        "手机13812345678，",
        "0564-3281234 ",
        "身份证号110105194912310021",
        "社区矫正对象王大山按时报到",
        "\n工作",
    )
    found_outside = 0
    for _ in range(300):
        text = "".join(chance.choice(words) for _ in range(chance.randint(2, 8)))
        cuts = sorted(chance.sample(range(len(text)), 4))
        documents = (Recognised(cuts[0], cuts[1]), Recognised(cuts[chance.choice((1, 2))], cuts[3]))
        file = ingested(text, *documents)
        edges = [0, documents[0].start, documents[0].end, documents[1].start, documents[1].end, len(text)]
        spans = [span for span in pairwise(edges) if text[slice(*span)].strip()]
        alone = [
            one
            for start, end in spans
            for rule in rules
            for one in asked(rule, rule.find, Passage(file.source, Recognised(start, end), lists=LISTS))
        ]
        assert check(file, lists=LISTS, disabled=others) == without_repetition(alone), (text, documents)
        found_outside += any(one.end <= cuts[0] or one.start >= cuts[3] for one in alone)
    assert found_outside > 50
