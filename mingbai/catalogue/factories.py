"""Columns for tests."""

from datetime import date
from itertools import count

from mingbai.catalogue.models import CatalogueItem, Column, Domain, StandardCatalogue

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


def make_item(name: str = "临时救助", *, area: str = "社会救助", **fields: object) -> CatalogueItem:
    catalogue, _ = StandardCatalogue.objects.get_or_create(
        code="test-domains",
        version="1",
        defaults={"name": "测试标准目录", "content": "domains", "valid_from": date(2020, 1, 1)},
    )
    domain, _ = Domain.objects.get_or_create(catalogue=catalogue, code="d99", defaults={"name": area})
    return CatalogueItem.objects.create(domain=domain, code=f"d99.{next(_serial)}", name=name, **fields)
