"""`mingbai reindex`: the index of words anew, with the figures by which the database chooses its ways."""

import pytest
from django.db import connection

from mingbai.cli import installation
from mingbai.cli.reindex import main
from mingbai.core import search
from mingbai.core.databases import refresh_statistics
from mingbai.core.search import AnyOf, Ask
from mingbai.disclosure.factories import make_county


def known_rows() -> int:
    """How many texts the database believes there are."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'core_search_text'")
        else:
            cursor.execute("SELECT greatest(reltuples, 0) FROM pg_class WHERE relname = 'core_search_text'")
        row = cursor.fetchone()
    return int(str(row[0]).split()[0].split(".")[0]) if row else 0


@pytest.mark.django_db(transaction=True)
def test_the_index_is_made_anew_with_its_figures(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("setup", "require_ready"):
        monkeypatch.setattr(installation, name, lambda: None)
    county = make_county()
    items = [county.published(title=f"青山镇秸秆利用补贴公示（第{number}批）") for number in "一二三"]
    search.backend().clear()
    refresh_statistics()
    assert main([]) == 0
    assert "已编入 3 条" in capsys.readouterr().err
    hits = search.backend().newest(Ask((AnyOf(("秸秆",)),)), limit=5)
    assert {hit.document for hit in hits} == {item.pk for item in items}
    # from figures of an empty index the database would walk through every text for the few that a page shows
    assert known_rows() == 3
