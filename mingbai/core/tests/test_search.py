"""The contract of search, run against the index of the configured database: SQLite here, PostgreSQL in its own run."""

import random
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from mingbai.core.search import AnyOf, Ask, Entry, Field, backend, conditions, postgresql, tokens, waiting
from mingbai.core.search.sqlite import match

NOTICE = Entry(
    1,
    "关于发放2026年农村低保补贴的通知",
    "现将本季度农村最低生活保障金发放情况公布如下。联系人：欧阳𬭎，电话0564-1234567。",
    codes=("明政办〔2024〕7号", "gyffdb"),
    marks=(("unit", "5"), ("kind", "notice"), ("theme", "综合政务\\政务公开")),
    facets=("5", "31", "2026", "notice"),
)
PLAN = Entry(
    2,
    "政务公开工作计划",
    "一、公开,内容要全面。二、Word 文档与PDF一并公布。",
    marks=(("unit", "6"), ("kind", "plan")),
    facets=("6", "31", "2025", "plan"),
)


def words(*phrases: str, where: Field = Field.ANY) -> Ask:
    return Ask(tuple(AnyOf((phrase,), where) for phrase in phrases))


def found(ask: Ask) -> list[int]:
    return [hit.document for hit in backend().newest(ask, limit=20)]


@pytest.fixture
def two(db):
    backend().put([NOTICE, PLAN])


@pytest.mark.parametrize(
    ("phrase", "documents"),
    [
        ("低保", [1]),
        ("农村最低生活保障金", [1]),
        ("镇", []),
        ("农", [1]),
        ("计", [2]),
        ("欧阳𬭎", [1]),
        ("𬭎", [1]),
        ("公开内容", []),
        ("公开，内容", [2]),
        ("明政办〔2024〕7号", [1]),
        ("明政办[2024]7号", [1]),
        ("明政办（２０２４）7号", [1]),
        ("明政办20247号", [1]),
        ("〔2024〕7", [1]),
        ("pdf", [2]),
        ("ＰＤＦ", [2]),
        ("1234567", [1]),
        ("2345", [1]),
        ("公", [2, 1]),
        ("ffdb", [1]),
        ("通知计划", []),
    ],
)
def test_a_phrase_is_found_exactly_where_it_stands(two, phrase, documents):
    assert found(words(phrase)) == documents


def test_words_are_joined_by_and_and_alternatives_by_or(two):
    assert found(words("低保", "公布")) == [1]
    assert found(words("低保", "计划")) == []
    assert found(Ask((AnyOf(("低保", "计划")),))) == [2, 1]


def test_fields_restrict(two):
    assert found(words("最低生活保障", where=Field.TITLE)) == []
    assert found(words("低保补贴", where=Field.TITLE)) == [1]
    assert found(words("明政办", where=Field.CODES)) == [1]


@pytest.mark.parametrize("where", list(Field))
def test_one_character_is_asked_of_any_field(two, where):
    assert set(found(words("7", where=where))) <= {1}
    assert found(words("镇", where=where)) == []


def test_marks_filter_exactly(two):
    assert found(Ask((AnyOf(("公",)),), marks=((("unit", "6"),),))) == [2]
    assert found(Ask((AnyOf(("公",)),), marks=((("unit", "5"), ("unit", "6")), (("kind", "notice"),)))) == [1]
    assert found(Ask(marks=((("theme", "综合政务\\政务公开"),),))) == [1]
    assert found(Ask((AnyOf(("公",)),), marks=((("unit", "56"),),))) == []


def test_a_mark_can_stand_for_a_word(two):
    ask = Ask((AnyOf(("低保",), marks=(("unit", "6"),)),))
    assert found(ask) == [2, 1]
    assert backend().count(ask, ceiling=10) == 2 and backend().count(ask, ceiling=1) == 1
    assert backend().count(Ask(), ceiling=9) == 0


def test_nothing_asked_finds_nothing(two):
    assert found(Ask()) == found(words("，。！")) == found(words("")) == []
    assert backend().survey(Ask()).count == 0 and backend().best(Ask(), limit=5) == []


def test_newest_first_pages_without_gaps_or_repeats(db):
    backend().put(Entry(number, f"第{number}号公告", "公告正文") for number in range(1, 31))
    pages = [backend().newest(words("公告"), limit=10, offset=start) for start in (0, 10, 20, 30)]
    assert [hit.document for page in pages for hit in page] == list(range(30, 0, -1))


def test_best_prefers_the_title(db):
    backend().put(
        [Entry(1, "危房改造补助", "正文"), Entry(2, "其他", "提到危房改造补助。" + "别的话题内容。" * 30)]
    )
    backend().put(Entry(number, f"无关{number}", "平常的文字") for number in range(3, 30))
    assert [hit.document for hit in backend().best(words("危房改造"), limit=5)] == [1, 2]


def test_survey_counts_documents_and_facets(two):
    survey = backend().survey(words("公"))
    assert survey.count == 2 and not survey.capped
    assert survey.facets == ({"5": 1, "6": 1}, {"31": 2}, {"2026": 1, "2025": 1}, {"notice": 1, "plan": 1})


def test_survey_looks_at_no_more_than_the_ceiling(db, monkeypatch):
    for module in ("sqlite", "postgresql"):
        monkeypatch.setattr(f"mingbai.core.search.{module}.CEILING", 5)
    backend().put(Entry(number, "公告", "正文", facets=("a",)) for number in range(9))
    survey = backend().survey(words("公告"))
    assert survey.count == 5 and survey.capped


def test_replacing_leaves_no_ghost_and_keeps_the_place_in_time(two):
    backend().put([Entry(1, "改过的标题", "新的正文内容")])
    assert found(words("低保")) == [] and found(words("正文内容")) == [1]
    assert found(Ask((AnyOf(("改过", "计划")),))) == [2, 1]
    assert backend().best(words("农村"), limit=5) == []


def test_removing_leaves_nothing(two):
    backend().remove([1, 99])
    assert found(words("低保")) == found(words("农")) == [] and found(words("计划")) == [2]
    assert backend().survey(words("公")).count == 1


def test_a_long_attachment_is_found_at_every_place_and_counted_once(db):
    random.seed(7)
    letters = [chr(code) for code in range(0x4E00, 0x4E00 + 3000)]
    body = "".join(random.choices(letters, k=50_000))
    backend().put([Entry(1, "附件很长的通知", body), PLAN])
    for start in [0, 3_995, 4_000, 16_380, 20_000, 33_333, 49_970]:
        assert found(words(body[start : start + 30])) == [1], start
    assert backend().survey(words("附件很长")).count == 1
    assert found(Ask((AnyOf(("附件", "计划")),))) == [2, 1]
    backend().remove([1])
    assert found(words(body[49_000:49_010])) == []


def test_text_of_hits_comes_back_for_snippets(two):
    hits = backend().newest(words("低保"), limit=1)
    passage = backend().passages(hits)[hits[0].position]
    assert (
        passage.document == 1
        and "农村最低生活保障金" in passage.body
        and passage.title.startswith("关于发放")
    )


def test_recall_against_a_true_substring_scan(db):
    random.seed(11)
    letters = "政务公开低保补贴镇村民发放名单土地学校医疗通知年月日的了在第一二三A1"
    bodies = {number: "".join(random.choices(letters, k=120)) for number in range(200)}
    backend().put(Entry(number, "", body) for number, body in bodies.items())
    for _ in range(120):
        source, length = random.choice(list(bodies.values())), random.randint(1, 4)
        start = random.randint(0, 110)
        phrase = source[start : start + length]
        truth = {number for number, body in bodies.items() if phrase.lower() in body.lower()}
        assert {hit.document for hit in backend().newest(words(phrase), limit=300)} == truth, phrase


def test_slices_do_not_lose_hits(db, monkeypatch):
    """PostgreSQL asks the newest slices first; with tiny slices every road is taken."""
    monkeypatch.setattr(conditions, "LEVELS", (4, 16, 64))
    monkeypatch.setattr(postgresql, "FIRST_REACH", 8)
    backend().put(
        Entry(number, "常见" + ("罕见的事" if number % 37 == 0 else ""), "正文") for number in range(1, 200)
    )
    assert found(words("常见")) == list(range(199, 179, -1))
    assert found(words("罕见")) == found(words("罕见的事")) == [185, 148, 111, 74, 37]
    assert backend().count(words("常见"), ceiling=150) == 150
    assert backend().survey(words("常见")).count == 199 and backend().survey(words("罕见的事")).count == 5


def test_many_documents_at_once_are_found_like_single_ones(db):
    with backend().bulk():
        backend().put(Entry(number, f"第{number}号公告", "公告的正文") for number in range(1, 41))
        backend().put([NOTICE])
    assert found(words("公告的正文"))[:3] == [40, 39, 38] and found(words("农村最低")) == [1]
    with backend().bulk():
        backend().put([PLAN])
    assert found(words("计划")) == [2]


def test_one_document_is_put_in_like_many(db):
    """PostgreSQL lets single ones wait for the next question; a second time each keeps its place."""
    backend().put([NOTICE])
    backend().put([PLAN, Entry(3, NOTICE.title, NOTICE.body, NOTICE.codes, NOTICE.marks, NOTICE.facets)])
    alone, _, among = sorted(backend().newest(words("通知"), limit=9) + backend().newest(words("计划"), limit=9),
                             key=lambda hit: hit.position)  # fmt: skip
    texts = backend().passages([alone, among])
    assert (texts[alone.position].body, texts[alone.position].codes) == (
        texts[among.position].body,
        texts[among.position].codes,
    )
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(DISTINCT tokens) FROM core_search_passage WHERE id = ANY(%s)",
                [[alone.position, among.position]],
            )
            assert cursor.fetchone()[0] == 1
    backend().put([NOTICE])
    assert found(words("通知")) == [3, 1] and found(words("低保")) == [3, 1]


@pytest.mark.parametrize("seed", range(6))
def test_asking_between_changes_changes_no_answer(db, seed):
    """PostgreSQL takes changes in when somebody asks; their order counts, not when that was."""

    def answers(*, asked_between: bool) -> list[int]:
        dice = random.Random(seed)
        backend().remove(range(8))
        for number in range(25):
            some = [dice.randrange(8) for _ in range(dice.choice((1, 1, 1, 3)))]
            if dice.random() < 0.3:
                backend().remove(some)
            else:
                backend().put(Entry(each, f"公告{number}", "正文\x00\ud800的内容") for each in some)
            if asked_between:
                found(words("公告"))
        return found(words("内容"))

    assert answers(asked_between=False) == answers(asked_between=True) != []


@pytest.mark.django_db(transaction=True)
def test_whoever_publishes_finds_it_at_once_beside_others_who_do_the_same():
    def publish_and_ask(first: int) -> list[int]:
        missed = []
        try:
            for number in range(first, first + 12):
                backend().put([Entry(number, f"第{number}号公告", "正文")])
                if number not in found(words(f"第{number}号公告")):
                    missed.append(number)
                if number % 3 == 0:
                    backend().remove([number])
                    missed += [each for each in found(words(f"第{number}号公告")) if each == number]
        finally:
            connection.close()
        return missed

    with ThreadPoolExecutor(4) as pool:
        assert not [*chain.from_iterable(pool.map(publish_and_ask, (100, 200, 300, 400)))]
    left = [hit.document for hit in backend().newest(words("公告"), limit=99)]
    assert len(left) == len(set(left)) == 32
    backend().clear()


def test_what_is_removed_leaves_no_text_behind(two):
    """Also where nobody has asked since it was put in."""
    backend().put([Entry(3, "刚刚发布的公告", "正文")])
    backend().remove([3])
    with connection.cursor() as cursor:
        for table, column in (("core_search_waiting", "entry"), ("core_search_text", "title")):
            cursor.execute(f"SELECT count(*) FROM {table} WHERE {column} LIKE %s", ["%刚刚发布%"])
            assert cursor.fetchone()[0] == 0, table
    assert found(words("低保")) == [1]


def test_what_changes_while_others_take_in_is_told_by_the_next_question(two, monkeypatch):
    """Publishers never wait for who takes in; what they put in and take out comes in its order all the same."""
    backend().put([Entry(3, "刚刚发布的公告", "正文")])
    with monkeypatch.context() as busy:
        busy.setattr(waiting, "is_free", lambda alias: False)
        backend().remove([3])
        backend().put([Entry(4, "四号公告", "正文"), Entry(5, "五号公告", "正文")])
        backend().remove([5])
    assert found(words("公告")) == [4] and found(words("低保")) == [1]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_search_waiting")
        assert cursor.fetchone()[0] == 0
        cursor.execute("SELECT count(*) FROM core_search_text WHERE title LIKE %s", ["%刚刚发布%"])
        assert cursor.fetchone()[0] == 0


def test_an_act_that_is_rolled_back_leaves_nothing_waiting(two):
    class NoLonger(Exception):
        pass

    with pytest.raises(NoLonger), transaction.atomic():
        backend().put([Entry(3, "没有发布的公告", "正文")])
        backend().remove([1])
        raise NoLonger
    assert found(words("公告")) == [] and found(words("低保")) == [1]


def test_tidying_changes_no_answer(db):
    for number in range(1, 30):
        backend().put([Entry(number, f"第{number}号公告", "正文")])
    backend().settle()
    assert found(words("公告"))[:2] == [29, 28] and backend().count(words("正文"), ceiling=90) == 29
    backend().tidy()
    assert found(words("公告"))[:2] == [29, 28] and backend().count(words("正文"), ceiling=90) == 29
    backend().remove([29])
    assert found(words("公告"))[:2] == [28, 27]


def test_few_are_counted_exactly_and_many_nearly(db, monkeypatch):
    """PostgreSQL knows from its index which texts have all pairs of a word; it reads no more texts than a sample."""
    monkeypatch.setattr(postgresql, "SAMPLE", 20)
    monkeypatch.setattr(postgresql, "CHECKED", 30)
    backend().put(
        Entry(number, "公告", "养老保险" if number % 2 else "养老的保险和老保") for number in range(100)
    )
    assert 30 <= backend().count(words("养老保险"), ceiling=90) <= 60
    assert backend().count(words("养老保险的事"), ceiling=90) == 0
    survey = backend().survey(words("养老保险"))
    assert survey.count == 50 or (survey.capped and survey.count == 30)


class BadQueries(TestCase):
    """Whatever is typed is answered."""

    @given(
        st.text(max_size=200)
        | st.sampled_from(['" OR 1=1 --', "NEAR(a b)", "title:*", "'; DROP", "\\", "a' <-> 'b", "\ud800x"])
    )
    @settings(max_examples=150, deadline=None)
    def test_no_query_breaks_the_index(self, typed: str) -> None:
        ask = Ask((AnyOf((typed,)),), marks=((("unit", typed),),))
        backend().newest(ask, limit=5)
        backend().newest(Ask((AnyOf((typed,)),)), limit=5)
        backend().best(Ask((AnyOf((typed,), Field.TITLE),)), limit=5)


def test_an_expression_holds_quoted_tokens_alone():
    assert (
        match(words('低保" OR title : x*'))
        == '(({title codes body} : "低保 or ti it tl le" AND {characters} : "x"))'
    )


def test_passages_overlap():
    text = "".join(chr(0x4E00 + number % 5000) for number in range(10_000))
    slices = tokens.passages(text)
    assert max(map(len, slices)) <= tokens.PASSAGE
    for start in range(len(text) - tokens.OVERLAP):
        if start % 97 == 0:
            assert any(text[start : start + tokens.OVERLAP] in piece for piece in slices)
