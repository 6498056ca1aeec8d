"""Standard catalogues from our data files into the database, version by version."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db import DatabaseError, transaction

from mingbai.accounts.actors import Actor
from mingbai.catalogue.comparing import Change, compare_versions
from mingbai.catalogue.models import CatalogueItem, Column, Domain, StandardCatalogue
from mingbai.catalogue.services.replacing import take_over
from mingbai.core import clock
from mingbai.core.errors import BadInput
from mingbai.core.pages import EVERYTHING, changed
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
            CatalogueItem(
                domain=domain,
                order=number,
                cadence=CatalogueItem.cadence_of(item["time_limits"]),
                **{name: item[name] for name in ITEM_FIELDS},
            )
            for number, item in enumerate(node["items"], start=1)
        )


@transaction.atomic
def load_standard(content: dict[str, Any]) -> StandardCatalogue:
    """One file's content. A version that is already there is left alone; an older one of the same code is replaced, and
    what units adopted of it goes over to the new one."""
    found = StandardCatalogue.objects.filter(code=content["code"], version=content["version"]).first()
    if found:
        return found
    valid_from = date.fromisoformat(content["valid_from"])
    replaced = list(StandardCatalogue.objects.filter(code=content["code"], replaced_on=None))
    catalogue = StandardCatalogue.objects.create(
        valid_from=valid_from,
        **{
            name: content[name]
            for name in ("code", "version", "name", "content", "unit_kinds", "source", "verified")
        },
    )
    _load_columns(catalogue, content.get("columns", []), None, 0)
    _load_domains(catalogue, content.get("domains", []))
    for old in replaced:
        old.replaced_on = valid_from
        old.save(update_fields=["replaced_on"])
        take_over(old, catalogue)
    return catalogue


def as_content(catalogue: StandardCatalogue) -> dict[str, Any]:
    """A version in the shape of its file: the sample for writing the next one."""
    content = {
        name: getattr(catalogue, name)
        for name in ("code", "version", "name", "content", "unit_kinds", "source", "verified")
    }
    content["valid_from"] = catalogue.valid_from.isoformat()
    if catalogue.content == StandardCatalogue.Content.COLUMNS:
        return content | {"columns": _nodes(catalogue)}
    domains = catalogue.domains.prefetch_related("items")
    return content | {
        "domains": [
            {
                "code": domain.code,
                "name": domain.name,
                "items": [{name: getattr(item, name) for name in ITEM_FIELDS} for item in domain.items.all()],
            }
            for domain in domains
        ]
    }


def _nodes(catalogue: StandardCatalogue) -> list[dict[str, Any]]:
    roots: list[dict[str, Any]] = []
    nodes: dict[int | None, dict[str, Any]] = {}
    for column in Column.objects.filter(catalogue=catalogue).order_by("order"):
        node = {name: getattr(column, name) for name in COLUMN_FIELDS} | {"children": []}
        nodes[column.pk] = node
        (nodes[column.parent_id]["children"] if column.parent_id else roots).append(node)
    return roots


def load_all_standards() -> list[StandardCatalogue]:
    files = sorted(path for path in DATA.glob("*.json") if path.stem != "themes")
    return [load_standard(json.loads(path.read_text(encoding="utf-8"))) for path in files]


REQUIRED = ("code", "version", "name", "content", "unit_kinds", "source", "verified", "valid_from")


def _load_checked(content: Any) -> StandardCatalogue:
    """Raises `BadInput` in words for whatever a person's file may hold."""
    if not isinstance(content, dict):
        raise BadInput("文件里应是一部目录，最外层是对象。")
    missing = [name for name in REQUIRED if name not in content]
    if missing:
        raise BadInput(f"缺少这些字段：{'、'.join(missing)}。")
    if StandardCatalogue.objects.filter(code=content["code"], version=content["version"]).exists():
        raise BadInput(f"{content['version']}版已经载入过。内容有改动的，请换一个版本号。")
    try:
        catalogue = load_standard(content)
    except (KeyError, TypeError, ValueError, AttributeError, DatabaseError) as error:
        raise BadInput(f"目录内容有误：{error}。请对照导出的样本核对。") from error
    if catalogue.valid_from > clock.today():
        raise BadInput(f"这一版自{catalogue.valid_from:%Y-%m-%d}起施行，请到那天再载入。")
    return catalogue


def preview_standard(actor: Actor, content: Any) -> tuple[StandardCatalogue | None, list[Change]]:
    """What loading the file would change: the version that it would replace, and the differences. Nothing is kept."""
    actor.demand("manage_catalogue")
    with transaction.atomic():
        new = _load_checked(content)
        old = (
            StandardCatalogue.objects.filter(code=new.code, replaced_on=new.valid_from)
            .exclude(pk=new.pk)
            .order_by("-valid_from", "-pk")
            .first()
        )
        changes = compare_versions(old, new) if old else []
        transaction.set_rollback(True)
    return old, changes


@transaction.atomic
def load_standard_as(actor: Actor, content: Any) -> StandardCatalogue:
    """A standard catalogue from a person's file: checked, loaded in place of its forerunner, and recorded."""
    actor.demand("manage_catalogue")
    catalogue = _load_checked(content)
    changed(EVERYTHING)
    record(actor, Entry("load_standard", ("standard_catalogue", catalogue.pk, str(catalogue))))
    return catalogue
