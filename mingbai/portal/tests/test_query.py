from datetime import date

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from mingbai.accounts.models import Unit
from mingbai.core import clock
from mingbai.core.search import Survey
from mingbai.disclosure.factories import make_unit
from mingbai.disclosure.models import Disclosure
from mingbai.portal.models import SearchAsker, SearchQuery, SearchWord
from mingbai.portal.query import Filters, dictionary, search, when
from mingbai.portal.query.asking import group
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
    short_for,
    sounding_alike,
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
    assert understand(typed, WORDS).number == ("明政办", "20247号")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("明政办2024-7", "明政办20247号"),
        ("明政办【2024】第07号", "明政办20247号"),
        ("明政办2024年7号文", "明政办20247号"),
        ("政办 2024 012 号文件", "政办202412号"),
        ("明政办〔2024〕70号", "明政办202470号"),
        ("2024年7号", ""),
        ("明政办7号", ""),
        ("明政办〔2024〕7号关于防火", ""),
        ("招生公告2024", ""),
        ("明政办〔2124〕7号", ""),
    ],
)
def test_document_numbers_however_they_are_typed(typed, plain):
    found = understand(typed, WORDS).number
    assert (found.plain if found else "") == plain


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("去年", "2025年"),
        ("明年", "2027年"),
        ("前年", "2024年"),
        ("大前年", "2023年"),
        ("上个月", "2025年12月"),
        ("本月", "2026年1月"),
        ("上季度", "2025年第四季度"),
        ("本季度", "2026年第一季度"),
        ("今年", ""),
        ("每月", ""),
    ],
)
def test_times_as_people_say_them(said, written):
    assert when.written(said, date(2026, 1, 31)) == written


def test_last_year_is_a_word_of_its_own_and_counts_what_was_published_in_it(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))
    words = understand("去年的低保", WORDS).words
    assert [(word.alternatives[0], word.year) for word in words] == [("2025年", 2025), ("低保", None)]
    assert group(words[0]).marks == (("year", "2025"),) and not group(words[1]).marks


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("低宝", "低保"),
        ("依保", "医保"),
        ("养佬保险", "养老保险"),
        ("养老呆险", "养老保险"),
        ("低保", ""),
        ("养脑保险", "养老保险"),
        ("毫不相干", ""),
    ],
)
def test_slips_of_sound_and_of_one_character(typed, taken):
    assert correction(typed, WORDS) == taken


@pytest.mark.parametrize(
    ("typed", "words"),
    [("河的河长是谁", ["河的河长是谁", "河长"]), ("路坏了", ["路坏"]), ("修一方土石", ["土石"])],
)
def test_known_words_within_a_saying_count_and_amounts_do_not(typed, words):
    known = Dictionary(
        meanings={"*长是谁": ("领导信息",), "路*坏": ("道路维修",)},
        synonyms={"河长": ("河长制",), "路": ("道路",)},
        stop=frozenset({"修", "了"}),
    )
    found = understand(typed, known)
    assert [word.text for word in found.strong] == words


def test_what_is_only_related_stands_behind_what_means_the_same():
    known = Dictionary(
        synonyms={"鞭炮": ("烟花爆竹",)}, meanings={"鞭炮": ("消防", "安全生产", "检查", "烟花爆竹")}
    )
    word = understand("鞭炮", known).words[0]
    assert word.same == ("鞭炮", "烟花爆竹") and word.related == ("消防", "安全生产", "检查")
    assert word.near.alternatives == ("鞭炮", "烟花爆竹", "消防", "安全生产")


@pytest.mark.parametrize(
    ("typed", "names"),
    [("老保险", ("养老保险",)), ("应预", ("应急预案",)), ("耕保", ()), ("花费", ()), ("养", ())],
)
def test_short_forms_of_known_words(typed, names):
    assert short_for(typed, WORDS) == names


def test_what_no_document_has_may_sound_like_what_a_title_has(county):
    notice = county.published(title="河道采砂船只停靠公示")
    county.published(title="河道清淤公示")
    dictionary.forget()
    assert "采砂" in sounding_alike("采沙") and not sounding_alike("花费")
    assert search("船支停靠").results[0].row.pk == notice.pk


def test_the_very_word_comes_before_what_is_only_related(county):
    SearchWord.objects.create(
        kind=SearchWord.Kind.MEANING, words=["放焰火", "烟花", "消防"], changed_at=clock.now()
    )
    for number in range(1, 7):
        county.published(title=f"消防检查通报（第{number}期）", body="<p>检查商店。</p>", kind="announcement")
    wanted = county.published(title="关于划定烟花禁放区域的通告", kind="announcement")
    dictionary.forget()
    assert search("在哪里放焰火").results[0].row.pk == wanted.pk


def test_a_dictionary_that_says_the_same_is_kept_with_its_tables(county, monkeypatch):
    dictionary.forget()
    assert dictionary.warm() > 5_000
    first = dictionary.current()
    monkeypatch.setattr(dictionary, "FRESH_SECONDS", -1)
    assert dictionary.current() is first and "by_initials" in vars(first)
    SearchWord.objects.create(kind=SearchWord.Kind.PLACE, words=["杏花渡"], changed_at=clock.now())
    assert "杏花渡" in dictionary.current().names


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
    [
        ("查13900001111", "查〔号码〕"),
        ("139 0000 1111是谁", "〔号码〕是谁"),
        ("0000-7654321", "〔号码〕"),
        ("110101 19900307 215x", "〔号码〕"),
        ("低保2026", "低保2026"),
        ("2026-03-11公告", "2026-03-11公告"),
        ("a@b.cn 申请", "〔邮箱〕 申请"),
    ],
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
    # after midnight too, before the day is gone through
    assert [row["text"] for row in often_asked(date(2000, 1, 1))] == ["低保"]
    assert forget_days_past() == 1
    assert [row["text"] for row in often_asked(date(2000, 1, 1))] == ["低保"]
    assert list(SearchQuery.objects.values_list("text", "asked")) == [("低保", 3)]
    assert not SearchAsker.objects.exists()
    assert forget_days_past() == 0 and SearchQuery.objects.count() == 1


def test_what_the_last_day_found_counts(db):
    """Published since it was first asked in vain."""
    for day, found in ((date(2026, 1, 2), 7), (date(2026, 1, 1), 0)):
        SearchQuery.objects.create(day=day, text="低保", asked=4, found=found)
    assert often_asked(date(2000, 1, 1)) == [{"text": "低保", "asked": 8, "found": 7}]


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


def test_a_number_is_found_however_it_is_typed_and_else_its_words(county):
    notice = county.published(title="关于做好河道清淤的通知", document_number="青政办〔2026〕8号")
    county.published(title="关于另一件事的通知", document_number="青政办〔2026〕18号")
    dictionary.forget()
    for typed in (
        "青政办2026-8",
        "政办【2026】第08号文",
        "青政办2026年8号",
        "青山镇2026年8号",
        "青山镇 2026 第8号文件",
    ):
        assert [result.row.pk for result in search(typed).results] == [notice.pk], typed
    # no document has this number: what the words mean
    assert search("河道2026年99号").results[0].row.pk == notice.pk


def test_where_no_document_has_all_the_words_each_is_tried_and_the_named_unit(county):
    ours = county.published(title="关于开展森林防火工作的通知", body="<p>各村加强巡查。</p>")
    rare = county.published(title="水果品尝会安排", body="<p>地点在公园门口。</p>")
    dictionary.forget()
    # 公园 and 品尝 stand together in one, 防火 alone in the other
    assert {result.row.pk for result in search("公园品尝防火").results} == {ours.pk, rare.pk}
    assert {result.row.pk for result in search("青山镇品尝毫无踪影").results} >= {ours.pk, rare.pk}


def test_the_government_of_the_county_is_known_by_its_level(county):
    dictionary.forget()
    assert (
        dictionary.current().units["县政府"]
        == dictionary.current().units["县人民政府"]
        == (county.county.pk,)
    )


def test_schools_and_hospitals_are_known_as_people_call_them(db):
    for code, name, forms in (
        ("a", "试县第一中学", {"试县一中", "试县第一中学"}),
        ("b", "试县实验小学", {"试县实小"}),
        ("c", "试县人民医院", {"试县医院"}),
    ):
        assert dictionary.unit_forms(Unit(code=code, name=name, kind="school")) >= forms


def test_last_year_brings_what_is_about_it_or_came_out_in_it(county):
    county.published(title="今年的通知：预算公开说明")
    about = county.published(title=f"青山镇{clock.today().year - 1}年预算公开说明")
    dictionary.forget()
    assert search("去年的预算").results[0].row.pk == about.pk


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
    page = Client().get("/search/?q=河道").content.decode()
    assert "找到的超过 3 条" in page and "只数了其中最新的 3 条" in page
    page = Client().get("/search/?q=第4期").content.decode()
    assert "共 " in page and "找到的超过" not in page and "只数了其中最新的" not in page


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


def test_initials_find_what_is_called_by_another_name(county):
    notice = county.published(title="办公设备采购结果公告", body="<p>评审结束。</p>")
    dictionary.forget()
    assert search("zfcg").results[0].row.pk == notice.pk


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("生病了没钱看怎么办", "临时救助"),
        ("娃娃上学资助", "学生资助"),
        ("政府买东西的公告", "政府采购"),
        ("村里的渠道堵了谁修", "农田水利"),
        ("局长调走了换谁", "职务任免"),
        ("车停哪里不会罚款", "停车秩序"),
        ("村支书工资多少", "误工补贴"),
        ("敬老院收费", "养老机构"),
        ("清洁工招不招", "公益性岗位"),
    ],
)
def test_what_people_say_is_known(db, typed, means):
    found = {other for word in understand(typed, dictionary.build()).words for other in word.alternatives}
    assert means in found


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


def test_a_snippet_shows_the_rare_word_and_not_the_common_one_again():
    text = (
        "补贴按月发放，补贴打到卡上，补贴有疑问的可以问。"
        + "其他事项按规定办理。" * 30
        + "殡葬费用可以减免。"
    )
    assert "<mark>殡葬</mark>" in excerpt(text, {"补贴", "殡葬"})
    together = "补贴。" * 5 + "一" * 200 + "殡葬补贴三千元。"
    assert "<mark>殡葬</mark><mark>补贴</mark>" in excerpt(together, {"补贴", "殡葬"})


@pytest.mark.django_db
def test_what_nobody_has_is_said_in_the_readers_own_words(county):
    """For a word that no document has, parts of a word that means the same may be looked for; nobody typed those."""
    SearchWord.objects.create(kind="synonym", words=["幼儿园", "学前教育"], changed_at=clock.now())
    dictionary.forget()
    county.published(title="青山镇教育收费公示", body="<p>小学教育收费标准如下。</p>")
    county.published(title="青山镇学校收费公示", body="<p>收费标准如下。</p>")
    found = search("幼儿园收费")
    assert found.results and found.ignored == ("幼儿园",)
    assert search("幼儿园 卫星 收费").ignored == ("幼儿园", "卫星")
    assert search("收费公示").ignored == ()
    # 结婚登记 is called 婚姻登记 too, of which only the second half stands somewhere
    county.published(title="食品小作坊登记办事指南")
    assert search("结婚登记").ignored == ("结婚登记",)


@pytest.mark.django_db
def test_an_office_that_is_not_there_is_not_found_by_the_half_of_its_other_name(county):
    """派出所 is a 公安分局, but the branch of another office is no police."""
    county.published(title="生态环境分局办公地址和联系方式", body="<p>分局电话如下。</p>")
    dictionary.forget()
    found = search("派出所电话")
    assert found.ignored == ("派出所",) and "分局" not in {word.text for word in found.meaning.words}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "first"), [("谁是镇长", "青山镇"), ("校长是谁", "青山小学"), ("局长是谁", "青山局")]
)
def test_leaders_of_the_kind_of_unit_that_is_named_come_first(county, asked, first):
    units = ("青山镇", "青山小学", "青山局")
    for name in units:
        Unit.objects.filter(pk=county.town.pk).update(name=name, short_name=name)
        item = county.published(title=f"{name}领导信息与工作分工")
        other = make_unit(name, "town", county.county)
        Disclosure.objects.of(pk=item.pk).update(unit=other)
    Unit.objects.filter(pk=county.town.pk).update(name="青山镇人民政府", short_name="")
    dictionary.forget()
    assert first in search(asked).results[0].row.title


@pytest.mark.django_db
def test_what_was_found_without_one_of_its_words_was_asked_in_vain(county):
    """Nearly everything finds something once words are left out; the county office is told what nobody has published."""
    county.published(title="青山镇公交线路调整公告", body="<p>公交线路调整。</p>")
    dictionary.forget()
    assert Client().get("/search/", {"q": "公交线路 卫星"}).content.decode().count("<article") == 1
    Client().get("/search/", {"q": "公交线路"})
    found = {row.text: bool(row.found) for row in SearchQuery.objects.all()}
    assert found == {"公交线路 卫星": False, "公交线路": True}
