"""How an act is written down for the chain: the definition, and the same bytes made quickly for whoever seals.

A link is the digest of the canonical JSON of {"position", "act", "previous"}. The sealer spells rows as they come from the
database, without objects in between; tests hold both ways against each other, and `verify` uses the definition.
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

from mingbai.core.digests import canonical, digest_value

FIELDS = (
    "id",
    "at",
    "actor_id",
    "actor_label",
    "unit_id",
    "unit_label",
    "verb",
    "object_type",
    "object_id",
    "object_label",
    "before_digest",
    "after_digest",
    "reason",
    "detail",
    "address",
    "personal_data",
)


def _instant(at: datetime) -> str:
    # one spelling of the instant on both databases
    return f"{at.timestamp():.6f}"


def link(position: int, act: dict[str, Any], previous: str, algorithm: str) -> str:
    """The definition. `act` holds FIELDS as the model does."""
    content = act | {"at": _instant(act["at"])}
    return digest_value({"position": position, "act": content, "previous": previous}, algorithm)


@lru_cache(maxsize=4096)
def _detail(text: str) -> str:
    return canonical(json.loads(text)).decode()


def spelled(position: int, row: Sequence[Any], previous: str) -> bytes:
    """What `link` digests, from a row of FIELDS as the database's driver gives it: SQLite's instants are of UTC without
    saying so, details are the text of their JSON."""
    (pk, at, actor, actor_label, unit, unit_label, verb, kind, thing, label, before, after, reason, detail, address,
     personal) = row  # fmt: skip
    said = encode_basestring
    return (
        f'{{"act":{{"actor_id":{"null" if actor is None else actor},"actor_label":{said(actor_label)},'
        f'"address":{said(address)},"after_digest":{said(after)},'
        f'"at":"{_instant(at if at.tzinfo else at.replace(tzinfo=UTC))}","before_digest":{said(before)},'
        f'"detail":{_detail(detail)},"id":{pk},"object_id":{said(thing)},"object_label":{said(label)},'
        f'"object_type":{said(kind)},"personal_data":{"true" if personal else "false"},"reason":{said(reason)},'
        f'"unit_id":{"null" if unit is None else unit},"unit_label":{said(unit_label)},"verb":{said(verb)}}},'
        f'"position":{position},"previous":"{previous}"}}'
    ).encode()
