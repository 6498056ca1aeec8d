from datetime import date
from io import BytesIO

import openpyxl
import pytest
from django.test import RequestFactory

from mingbai.core import tables
from mingbai.core.tables import sorted_by
from mingbai.disclosure.factories import make_county
from mingbai.disclosure.models import Disclosure

ALLOWED = {"written": ("written_on", "pk"), "place": ("successor__title", "pk"), "title": ("title", "pk")}


@pytest.fixture
def three(db) -> list[int]:
    county = make_county()
    days = (None, date(2026, 3, 2), date(2026, 5, 9))
    return [county.draft(title=f"通知{n}", written_on=day).pk for n, day in enumerate(days)]


@pytest.mark.parametrize(
    ("sort", "order"),
    [("written", [0, 1, 2]), ("-written", [2, 1, 0]), ("title", [0, 1, 2]), ("-title", [2, 1, 0])],
)
@pytest.mark.parametrize("by_index", [True, False])
def test_rows_without_a_value_stand_alike_on_both_databases(
    three: list[int], sort: str, order: list[int], by_index: bool
):
    request = RequestFactory().get("/", {"sort": sort})
    rows = sorted_by(request, Disclosure.objects.of(pk__in=three), ALLOWED, "title", by_index=by_index)
    assert list(rows.values_list("pk", flat=True)) == [three[place] for place in order]


def test_a_step_that_may_lead_nowhere_counts_as_nullable(three: list[int]):
    request = RequestFactory().get("/", {"sort": "-place"})
    rows = sorted_by(request, Disclosure.objects.of(pk__in=three), ALLOWED, "title")
    assert "NULLS LAST" in str(rows.query).upper()
    assert rows.count() == 3


def test_a_list_longer_than_a_sheet_says_so_in_its_last_row(monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    monkeypatch.setattr(tables, "IN_MEMORY", 10)
    taken = []

    def rows():
        for number in range(100):
            taken.append(number)
            yield (number,)

    answer = tables.xlsx_response("清单", ("甲",), rows())
    sheet = openpyxl.load_workbook(BytesIO(answer.getvalue())).active
    found = [row[0] for row in sheet.iter_rows(values_only=True)]
    assert found == ["甲", 0, 1, "一张表放不下更多，这里只列出前 2 行，请加条件分次导出。"]
    assert len(taken) == 3
    assert answer["Content-Disposition"].endswith(".xlsx")
