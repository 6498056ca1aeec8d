"""What anybody may send to the public addresses: whatever it is, a clear answer and bounded work, never an error of
ours."""

import json
from functools import partial
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from mingbai.portal.query import search
from mingbai.text.tests.effort import ends_within

FUZZ = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)
SYNTAX = (
    "' OR 1=1 --",
    "'; DROP TABLE core_search_text; --",
    '"unbalanced',
    "title : * NEAR(a b, 0) AND NOT",
    '{title codes} : ^"x" OR (',
    "a & !b | <-> :*",
    "%' LIKE '%",
    "\\u0000\\ud800",
    "\x00\x01\ud800",
    "𠮷𪚥𱁬",
    "。，、；：？！…—·",
    "()[]{}〔〕（）《》",
    "低保" * 3_000,
    "a " * 5_000,
    "2026 " * 2_000,
    "娃上学" * 2_000,
    "%s%d{}{0}$(id)`id`",
    "../../etc/passwd",
    "<script>alert(1)</script>",
)
LISTS = ("/policies/", "/interpretations/", "/topics/relief/", "/topics/notices/")
HUGE = ("-1", "0", "99999999999999999999", "1e9", "1.5", "²", "٣", "NaN", "", "null", "\ud800", "1' OR '1")
typed = st.one_of(
    st.sampled_from(SYNTAX), st.text(max_size=200), st.text(alphabet="\"'()*:^-+ ANDORNEAR低保", max_size=60)
)


def _sent(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")


class Pages(TestCase):
    """Search, suggestions and lists."""

    @given(
        typed,
        st.sampled_from(("unit", "column", "year", "group", "theme", "validity", "sort", "page", "x")),
        typed,
    )
    @FUZZ
    def test_search(self, query: str, name: str, value: str) -> None:
        for address in ("/search/", "/da/search/", "/search/suggest/"):
            answer = self.client.get(address, {"q": _sent(query), name: _sent(value)})
            assert answer.status_code == 200, (address, query, value)

    @given(
        st.sampled_from(LISTS),
        st.dictionaries(
            st.sampled_from(("page", "year", "word", "genre", "theme", "validity", "unit", "other")),
            st.one_of(typed, st.sampled_from(HUGE)),
            max_size=4,
        ),
    )
    @FUZZ
    def test_lists_and_their_filters(self, address: str, filters: dict[str, str]) -> None:
        answer = self.client.get(address, {name: _sent(value) for name, value in filters.items()})
        assert answer.status_code == 200, filters

    @given(
        st.sampled_from(
            (
                "/policies/p/{}/",
                "/topics/relief/p/{}/",
                "/items/{}/",
                "/items/{}/print/",
                "/items/{}/qr.svg",
                "/items/1/files/{}/",
                "/units/{}/",
                "/units/{}/columns/{}/",
                "/units/{}/disclosure/",
                "/grassroots/{}/",
                "/topics/{}/",
                "/sitemap-{}.xml",
                "/units/{}/feed.atom",
                "/topics/{}/list.csv",
                "/{}/",
                "/da/{}",
            )
        ),
        st.one_of(st.sampled_from(HUGE), st.text(alphabet="abc-_%.0123456789中", min_size=1, max_size=40)),
    )
    @FUZZ
    def test_addresses_that_do_not_exist(self, address: str, part: str) -> None:
        from urllib.parse import quote

        answer = self.client.get(address.replace("{}", quote(_sent(part))))
        assert answer.status_code in {200, 301, 404, 410}, (address, part)

    @given(
        st.dictionaries(
            st.sampled_from(("path", "kind", "text", "contact", "ticket", "website")), typed, max_size=6
        )
    )
    @FUZZ
    def test_the_form_for_errors(self, values: dict[str, str]) -> None:
        sent = {name: value.encode("utf-8", "replace").decode() for name, value in values.items()}
        assert self.client.post("/report-error/", sent).status_code in {200, 422}

    def test_work_is_bounded_however_long_the_question(self) -> None:
        search("低保")
        for query in (
            "低保" * 500_000,
            '"(' * 500_000,
            "a" * 1_000_000,
            "，" * 1_000_000,
            "镇里的低保在哪办 " * 100_000,
        ):
            assert ends_within(10, partial(search, query)), query[:10]

    def test_repeats_from_one_address_write_one_row(self) -> None:
        from mingbai.portal.models import SearchAsker, SearchQuery

        for _ in range(40):
            assert self.client.get("/search/", {"q": "低保"}).status_code == 200
        assert (SearchQuery.objects.count(), SearchAsker.objects.count()) == (1, 1)


def test_the_description_names_every_answer(client: Any, county: Any) -> None:
    described = json.loads(client.get("/api/v1/openapi.json").content)
    for path, operations in described["paths"].items():
        for name, operation in operations.items():
            expected = {"200", "422"} if operation.get("parameters") else {"200"}
            assert expected <= set(operation["responses"]), (path, name)
