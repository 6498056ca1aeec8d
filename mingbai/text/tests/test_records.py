"""Records behave as `dataclasses` would have them; every test asks both."""

import copy
import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from mingbai import records

Maker = Any
BOTH = pytest.mark.parametrize("maker", [dataclasses, records], ids=["dataclasses", "records"])


@records.dataclass(frozen=True, slots=True)
class Place:
    at: int
    words: tuple[str, ...] = ()


def _classes(maker: Maker) -> tuple[type[Any], type[Any], type[Any]]:
    @maker.dataclass(frozen=True, slots=True, order=True)
    class Edit:
        gain: int
        kind: str = "lost"

    @maker.dataclass(frozen=True)
    class Waiting:
        near: str
        wakes: dict[str, int] = maker.field(default_factory=dict, hash=False)

        def __post_init__(self) -> None:
            self.wakes[self.near] = 1

    @maker.dataclass
    class Loose:
        cells: list[int] = maker.field(default_factory=list)

    return Edit, Waiting, Loose


@BOTH
def test_values_defaults_and_what_is_made_anew(maker: Maker) -> None:
    edit, waiting, loose = _classes(maker)
    assert (edit(3).kind, edit(kind="order", gain=2).gain, edit(1, kind="x").kind) == ("lost", 2, "x")
    assert edit.__match_args__ == ("gain", "kind") and not hasattr(edit(3), "__dict__")
    assert waiting("词").wakes == {"词": 1} and waiting("词", {"字": 2}).wakes == {"字": 2, "词": 1}
    assert loose().cells is not loose().cells


@BOTH
def test_compared_hashed_and_shown(maker: Maker) -> None:
    edit, waiting, loose = _classes(maker)
    assert edit(3) == edit(3, "lost") and edit(3) != edit(4) and edit(3) != (3, "lost")
    assert sorted([edit(3), edit(1), edit(3, "a")]) == [edit(1), edit(3, "a"), edit(3)]
    assert len({edit(3), edit(3), waiting("词"), waiting("词")}) == 2
    assert repr(edit(3)).endswith("Edit(gain=3, kind='lost')")
    assert repr(waiting("词")).endswith("Waiting(near='词', wakes={'词': 1})")
    with pytest.raises(TypeError):
        hash(loose())


@BOTH
@pytest.mark.parametrize(
    "wrong",
    [lambda c: c(), lambda c: c(1, "a", 2), lambda c: c(1, gain=2), lambda c: c(1, size=2)],
    ids=["missing", "too many", "twice", "unknown"],
)
def test_what_cannot_be_made(maker: Maker, wrong: Callable[[type[Any]], object]) -> None:
    for cls in _classes(maker)[:2]:
        with pytest.raises(TypeError):
            wrong(cls)


@BOTH
def test_frozen_ones_stay_as_they_are(maker: Maker) -> None:
    edit, waiting, loose = _classes(maker)
    for frozen in (edit(3), waiting("词")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            frozen.gain = 4
        with pytest.raises(dataclasses.FrozenInstanceError):
            del frozen.kind
    free = loose()
    free.cells = [1]
    assert free == loose([1])


@BOTH
def test_a_record_of_a_record(maker: Maker) -> None:
    edit, *_ = _classes(maker)
    sure = maker.dataclass(frozen=True, slots=True)(
        type("Sure", (edit,), {"__annotations__": {"doubt": float}, "doubt": 0.5})
    )
    assert sure(1, "a", 2.0).doubt == 2.0 and sure(1).doubt == 0.5 and sure(1) != edit(1)


def test_dataclasses_takes_them() -> None:
    place = Place(3, ("词",))
    assert dataclasses.replace(place, at=4) == records.replace(place, at=4) == Place(4, ("词",))
    assert dataclasses.asdict(place) == {"at": 3, "words": ("词",)}
    assert [field.name for field in dataclasses.fields(place)] == ["at", "words"]
    assert pickle.loads(pickle.dumps(place)) == copy.copy(place) == place


def test_a_check_loads_no_dataclasses() -> None:
    code = (
        "import sys, mingbai.cli.check, mingbai.text.ingest, mingbai.text.reading\n"
        "from mingbai.text.proofreading.rules import all_rules\n"
        "all_rules()\n"
        "print({'dataclasses', 'inspect'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()", "a module of the check takes them; mingbai.records has the same"
