"""Columns for tests."""

from datetime import date
from itertools import count

from mingbai.catalogue.models import Column, StandardCatalogue

_serial = count(1)


def make_column(name: str = "通知公告", **fields: object) -> Column:
    catalogue, _ = StandardCatalogue.objects.get_or_create(
        code="test",
        version="1",
        defaults={"name": "测试目录", "content": "columns", "valid_from": date(2020, 1, 1)},
    )
    number = next(_serial)
    defaults = {
        "cadence": Column.Cadence.MONTHLY,
        "description": name,
        "keywords": name,
        "column_type": "通知公告",
    }
    return Column.objects.create(catalogue=catalogue, code=f"c{number}", name=name, **(defaults | fields))
