"""Standard catalogues from our data files into the database, version by version."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from mingbai.accounts.actors import Actor
from mingbai.catalogue.models import CatalogueItem, Column, Domain, StandardCatalogue
from mingbai.core.errors import BadInput
from mingbai.journal.services import Entry, record

DATA = Path(__file__).parent / "data"


@cache
def themes() -> dict[str, Any]:
    """主题分类: `top` is the 22 classes, `second` the classes below each."""
    return dict(json.loads((DATA / "themes.json").read_text(encoding="utf-8")))


def _load_columns(
    catalogue: StandardCatalogue, nodes: list[dict[str, Any]], parent: Column | None, order: int
) -> int:
    for node in nodes:
        order += 1
        column = Column.objects.create(
            catalogue=catalogue,
            parent=parent,
            order=order,
            **{name: node[name] for name in COLUMN_FIELDS},
        )
        order = _load_columns(catalogue, node["children"], column, order)
    return order


COLUMN_FIELDS = (
    "code",
    "name",
    "topic",
    "cadence",
    "holds_items",
    "description",
    "keywords",
    "column_type",
    "basis",
    "retention",
    "evidence",
    "verified",
)
ITEM_FIELDS = (
    "code",
    "name",
    "elements",
    "basis",
    "time_limits",
    "channels",
    "audience",
    "manner",
    "level",
    "unit_kinds",
    "source",
    "verified",
)


def _load_domains(catalogue: StandardCatalogue, nodes: list[dict[str, Any]]) -> None:
    for order, node in enumerate(nodes, start=1):
        domain = Domain.objects.create(catalogue=catalogue, code=node["code"], name=node["name"], order=order)
        CatalogueItem.objects.bulk_create(
            CatalogueItem(domain=domain, order=number, **{name: item[name] for name in ITEM_FIELDS})
            for number, item in enumerate(node["items"], start=1)
        )


@transaction.atomic
def load_standard(content: dict[str, Any]) -> StandardCatalogue:
    """One file's content. A version that is already there is left alone; an older one of the same code is replaced."""
    found = StandardCatalogue.objects.filter(code=content["code"], version=content["version"]).first()
    if found:
        return found
    valid_from = date.fromisoformat(content["valid_from"])
    StandardCatalogue.objects.filter(code=content["code"], replaced_on=None).update(replaced_on=valid_from)
    catalogue = StandardCatalogue.objects.create(
        valid_from=valid_from,
        **{
            name: content[name]
            for name in ("code", "version", "name", "content", "unit_kinds", "source", "verified")
        },
    )
    _load_columns(catalogue, content.get("columns", []), None, 0)
    _load_domains(catalogue, content.get("domains", []))
    return catalogue


def load_all_standards() -> list[StandardCatalogue]:
    files = sorted(path for path in DATA.glob("*.json") if path.stem != "themes")
    return [load_standard(json.loads(path.read_text(encoding="utf-8"))) for path in files]


REQUIRED = ("code", "version", "name", "content", "unit_kinds", "source", "verified", "valid_from")


@transaction.atomic
def load_standard_as(actor: Actor, content: Any) -> StandardCatalogue:
    """A standard catalogue from a person's file: checked, then loaded and recorded."""
    actor.demand("manage_catalogue")
    if not isinstance(content, dict):
        raise BadInput("文件里应是一部目录，最外层是对象。")
    missing = [name for name in REQUIRED if name not in content]
    if missing:
        raise BadInput(f"缺少这些字段：{'、'.join(missing)}。")
    try:
        catalogue = load_standard(content)
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(f"目录内容有误：{error}。请对照导出的样本核对。") from error
    record(actor, Entry("load_standard", ("standard_catalogue", catalogue.pk, str(catalogue))))
    return catalogue
