from datetime import date

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from mingbai.core.search import Survey
from mingbai.portal.models import SearchAsker, SearchQuery, SearchWord
from mingbai.portal.query import Filters, dictionary, search
from mingbai.portal.query.dictionary import Dictionary, Intent
from mingbai.portal.query.filters import page_number
from mingbai.portal.query.log import forget_days_past, masked, note, often_asked
from mingbai.portal.query.searching import Results
from mingbai.portal.query.snippets import excerpt, marked
from mingbai.portal.query.suggesting import suggestions
from mingbai.portal.query.understanding import (
    Word,
    corrected_together,
    correction,
    parts,
    understand,
)

WORDS = Dictionary(
    synonyms={"低保": ("最低生活保障",), "医保": ("医疗保险",)},
    meanings={"种地补贴": ("耕地地力保护补贴",)},
    stop=frozenset({"的", "在哪办", "镇里的", "怎么", "请问", "多少"}),
    weak=frozenset({"工作"}),
    units={"青山镇": (7,), "柳河村": (9,)},
    names=frozenset({"低保", "医保", "耕地地力保护补贴", "青山镇", "养老保险", "应急预案"}),
    intents=(
        Intent("how", ("怎么办", "在哪办", "要什么材料"), ("guide",), ("list",)),
        Intent("contact", ("电话",), ("contact",)),
    ),
    where=("在哪",),
)
GAPPED = Dictionary(
    meanings={"娃/孩子*上学/念书": ("义务教育", "招生"), "路*坏": ("道路维修",), "路灯*坏": ("路灯",)},
    stop=frozenset({"了"}),
    synonyms={"教育局": ("教体局",)},
    units={"教体局": (4,), "坏路镇": (5,)},
)


SOME, MANY = understand("河道", WORDS), Survey(5_000, capped=True)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("镇里的低保在哪办", ["低保"]),
        ("请问青山镇种地补贴怎么领", ["青山镇", "种地补贴", "领"]),
        ("低保 医保", ["低保", "医保"]),
        ("青山镇2025年工作", ["青山镇", "2025", "年", "工作"]),
        ("", []),
        ("，。？", []),
    ],
)
def test_content_words(typed, words):
    assert [word.text for word in understand(typed, WORDS).words] == words


def test_a_word_brings_what_means_the_same_and_its_unit():
    meaning = understand("青山镇低保", WORDS)
    assert meaning.words[1].alternatives == ("低保", "最低生活保障") and meaning.units == (7,)
    assert understand("种地补贴", WORDS).words[0].alternatives == ("种地补贴", "耕地地力保护补贴")


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("娃明年上学", "义务教育"),
        ("孩子念书", "义务教育"),
        ("村口路灯坏了", "路灯"),
        ("门口的路坏了", "道路维修"),
        ("娃在镇里的中学里上学", ""),
        ("坏路镇坏", ""),
    ],
)
def test_sayings_with_gaps_and_choices(typed, means):
    found = [other for word in understand(typed, GAPPED).words for other in word.alternatives[1:]]
    assert (means in found) if means else not found


@pytest.mark.parametrize(
    ("typed", "intent"),
    [
        ("低保要什么材料", "how"),
        ("低保在哪", "how"),
        ("青山镇在哪", "contact"),
        ("青山镇电话", "contact"),
        ("低保公示", ""),
    ],
)
def test_what_a_question_is_after(typed, intent):
    found = understand(typed, WORDS).intent
    assert (found.name if found else "") == intent


def test_a_unit_is_known_by_its_other_names():
    assert understand("教育局 招生", GAPPED).units == (4,)


@pytest.mark.parametrize(
    ("text", "found"),
    [("权责清单", ["权责", "清单"]), ("低保", []), ("林木采伐许可", ["林木", "采伐", "许可"])],
)
def test_long_words_are_taken_apart(text, found):
    assert parts(text) == found


@pytest.mark.parametrize(
    "typed", ["明政办〔2024〕7号", "明政办[2024]7号", "明政办（２０２４）第7号", "明政办2024 7号"]
)
def test_document_numbers_are_recognised(typed):
    assert understand(typed, WORDS).number


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("低宝", "低保"),
        ("依保", "医保"),
        ("养佬保险", "养老保险"),
        ("养老呆险", "养老保险"),
        ("低保", ""),
        ("毫不相干", ""),
    ],
)
def test_slips_of_sound_and_of_one_character(typed, taken):
    assert correction(typed, WORDS) == taken


def test_letters_are_initials():
    assert understand("DBBT", WORDS).letters == "dbbt"


@pytest.mark.parametrize(
    ("raw", "number"), [("1", 1), ("-5", 1), ("0", 1), ("abc", 1), ("99999999999", 50), ("7", 7), ("²", 1)]
)
def test_page_numbers_are_bounded(raw, number):
    assert page_number(raw) == number


def test_filters_ignore_what_does_not_exist():
    filters = Filters.read(
        {
            "unit": "x",
            "year": "2026'; DROP",
            "group": "nope",
            "sort": "??",
            "validity": "gone",
            "column": "3.4",
        }
    )
    assert filters == Filters(column="3.4")
    assert filters.marks() == ((("column", "3"), ("column", "4")),)


def test_snippets_are_escaped_and_marked():
    assert marked("<b>低保</b>", ["低保"]) == "&lt;b&gt;<mark>低保</mark>&lt;/b&gt;"
    assert excerpt("前" * 300 + "低保" + "后" * 300, ["低保"]).startswith(
        "…"
    ) and "<mark>低保</mark>" in excerpt("前" * 300 + "低保", ["低保"])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("查13900001111", "查〔号码〕"), ("低保2026", "低保2026"), ("a@b.cn 申请", "〔邮箱〕 申请")],
)
def test_numbers_of_people_are_masked_before_anything_is_written(typed, kept):
    assert masked(typed) == kept


def test_questions_are_kept_only_when_three_addresses_ask(db):
    for address in ("1.1.1.1", "2.2.2.2", "3.3.3.3"):
        note("低保", 5, address)
    note("张三丰", 0, "1.1.1.1")
    note("张三丰", 0, "1.1.1.1")
    assert [row["text"] for row in often_asked(date(2000, 1, 1))] == ["低保"]
    SearchQuery.objects.update(day=date(2026, 1, 1))
    assert forget_days_past() == 1
    assert list(SearchQuery.objects.values_list("text", "asked")) == [("低保", 3)]
    assert not SearchAsker.objects.exists()
    assert forget_days_past() == 0 and SearchQuery.objects.count() == 1


def test_search_finds_by_title_number_unit_synonym_and_question(county):
    notice = county.published(
        title="关于发放农村最低生活保障金的公示",
        document_number="青政〔2026〕8号",
        body="<p>符合条件的村民到党政办登记。</p>",
    )
    other = county.published(title="关于开展秸秆禁烧的通知")
    dictionary.forget()
    for typed in (
        "最低生活保障",
        "低保",
        "低宝",
        "镇里的低保在哪办",
        "青政〔2026〕8号",
        "青政(2026)8号",
        "gyffnczdshbzj",
    ):
        found = [result.row.pk for result in search(typed).results]
        assert found[:1] == [notice.pk], typed
    assert {result.row.pk for result in search("青山镇").results} == {notice.pk, other.pk}
    assert search("禁烧").count == 1 and search("禁烧").results[0].row.pk == other.pk
    assert not search("完全没有的词汇").results


def test_a_question_finds_the_guide_before_lists_that_name_the_matter(county):
    for number in range(1, 9):
        county.published(title=f"低保发放名单公示（第{number}期）", kind="announcement")
    guide = county.published(title="社会救助办事指南", body="<p>低保由户籍所在地受理。</p>", kind="other")
    dictionary.forget()
    found = search("镇里的低保在哪办")
    assert found.results[0].row.pk == guide.pk and found.results[0].kind_label == "办事指南"
    assert [result.row.pk for result in search("低保", Filters(group="guide")).results] == [guide.pk]
    assert search("低保名单").results[0].row.kind == "announcement"


def test_of_titles_alike_the_first_results_show_few(county):
    for number in range(1, 9):
        county.published(title=f"垃圾清运费公示（第{number}期）", kind="announcement")
    other = county.published(title="农村垃圾分类三年行动规划", kind="work_plan")
    dictionary.forget()
    found = search("垃圾")
    assert other.pk in [result.row.pk for result in found.results[:3]] and found.count == 9


def test_slips_across_the_cut_and_compounds_that_no_item_has(county):
    plan = county.published(title="防汛应急预案")
    duties = county.published(title="权力和责任清单")
    dictionary.forget()
    mended = search("应急予案")
    assert [result.row.pk for result in mended.results] == [plan.pk]
    assert mended.meaning.corrected == (("应急予案", "应急预案"),)
    assert [result.row.pk for result in search("权责清单").results] == [duties.pk]
    assert not search("明察暗访清查").results


def test_a_slip_in_a_long_word_that_is_cut_into_known_ones(county):
    item = county.published(title="耕地地力保护补贴发放公示")
    county.published(title="耕地情况", body="<p>力保安全，每户补贴十元。</p>")
    dictionary.forget()
    mended = search("耕地地力保户补贴")
    assert mended.results[0].row.pk == item.pk
    assert mended.meaning.corrected == (("耕地地力保户补贴", "耕地地力保护补贴"),)


def test_a_slip_over_more_than_two_words(county):
    words = tuple(Word(text, (text,)) for text in ("低保", "养老", "宝", "险"))
    assert corrected_together(words, 2, WORDS) == ("养老宝险", "养老保险", range(1, 4))
    assert corrected_together(words[:2], 1, WORDS) == ("", "", range(0))


def test_an_office_that_the_county_does_not_have_is_none_of_the_others(county):
    county.published(title="应急管理局通知")
    law = county.published(title="行政执法结果公示")
    dictionary.forget()
    assert [result.row.pk for result in search("城管局 执法").results] == [law.pk]


def test_filters_narrow(county):
    item = county.published(title="森林防火通知", kind="notice")
    assert [result.row.pk for result in search("防火", Filters(unit=str(county.town.pk))).results] == [
        item.pk
    ]
    assert not search("防火", Filters(unit=str(county.other_town.pk))).results
    assert not search("防火", Filters(group="policy")).results
    assert search("防火", Filters(group="notice")).count == 1


def test_of_very_many_hits_the_page_says_what_it_counted(county, monkeypatch):
    for module in ("sqlite", "postgresql"):
        monkeypatch.setattr(f"mingbai.core.search.{module}.CEILING", 3)
    for number in range(1, 6):
        county.published(title=f"河道巡查记录（第{number}期）")
    dictionary.forget()
    assert search("河道").survey.capped and Results(SOME, Filters(), survey=MANY).count_label == "5000+"
    assert "只按最新的 3 条计" in Client().get("/search/?q=河道").content.decode()
    assert "只按最新的" not in Client().get("/search/?q=第4期").content.decode()


def test_the_county_dictionary_adds_words(county):
    item = county.published(title="耕地地力保护补贴发放公告")
    assert not search("粮票子").results
    SearchWord.objects.create(
        kind="meaning", words=["粮票子", "耕地地力保护补贴"], changed_at="2026-01-01T00:00+08:00"
    )
    dictionary.forget()
    assert [result.row.pk for result in search("粮票子怎么领").results] == [item.pk]
    SearchWord.objects.create(
        kind="meaning", words=["田/地*给钱", "耕地地力保护补贴"], changed_at="2026-01-01T00:00+08:00"
    )
    dictionary.forget()
    assert [result.row.pk for result in search("田里给钱吗").results] == [item.pk]


def test_initials_of_several_words(county):
    item = county.published(title="农村低保公示", body="<p>补贴已经发放。</p>")
    dictionary.forget()
    assert [result.row.pk for result in search("dbbt").results] == [item.pk]
    assert not search("zqxj").results


def test_suggestions_from_words_and_titles(county):
    county.published(title="低保对象公示名单")
    found = suggestions("低保")
    assert "低保对象公示名单" in found and len(found) <= 8
    assert suggestions("") == suggestions("x") == []


class BadQueries(TestCase):
    @given(
        st.text(max_size=300),
        st.dictionaries(
            st.sampled_from(["unit", "column", "year", "group", "theme", "validity", "sort", "page"]),
            st.text(max_size=40),
        ),
    )
    @settings(max_examples=80, deadline=None)
    def test_whatever_is_typed_is_answered(self, typed: str, filters: dict[str, str]) -> None:
        response = self.client.get(
            "/search/",
            {
                "q": typed.encode("utf-8", "replace"),
                **{name: value.encode("utf-8", "replace") for name, value in filters.items()},
            },
        )
        assert response.status_code == 200

    def test_a_megabyte_and_thousand_fold_repeats(self) -> None:
        assert self.client.get("/search/?q=" + "a" * 60_000).status_code == 200
        assert self.client.get("/search/", QUERY_STRING="q=%ED%A0%80%FF&page=-1").status_code == 200
        search("低保" * 500_000)
        for _ in range(30):
            assert self.client.get("/search/?q=%E4%BD%8E%E4%BF%9D").status_code == 200
