"""Plain records, as `dataclasses` makes them, without what that takes to load.

`dataclasses` loads `inspect` and compiles some seven functions for each class, four million instructions: a twelfth of
what a single check of a short text takes. Here a class shares its functions with all others. What is asked for is
the same, so that for whoever checks types it is the same; `dataclasses.replace`, `fields` and `asdict` take such records too.
Not here: `ClassVar`, `InitVar`, `kw_only`, fields of a base class that is no record.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

_NONE: Any = object()


class Field(NamedTuple):
    """What is said of a field beside its name and type, as `dataclasses.field` says it."""

    default: Any = _NONE
    default_factory: Any = _NONE
    hash: bool | None = None
    compare: bool = True
    repr: bool = True


def _dataclass(
    cls: type | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    eq: bool = True,
    order: bool = False,
) -> Any:
    """Makes a class a record."""

    def made(plain: type) -> type:
        return _record(plain, frozen=frozen, slots=slots, eq=eq, order=order)

    return made if cls is None else made(cls)


def _replace(record: Any, /, **changes: Any) -> Any:
    """A copy of a record with other values."""
    cls = type(record)
    return cls(**{name: getattr(record, name) for name in cls.__record__} | changes)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    dataclass, field, replace = _dataclass, Field, _replace


def _record(plain: type, *, frozen: bool, slots: bool, eq: bool, order: bool) -> type:
    fields: dict[str, Any] = {}
    for base in reversed(plain.__mro__[1:]):
        fields |= base.__dict__.get("__record__", {})
    for name in plain.__dict__.get("__annotations__", ()):
        said = plain.__dict__.get(name, _NONE)
        fields[name] = said if isinstance(said, Field) else Field(said)
    new: dict[str, Any] = {"__record__": fields, "__dataclass_fields__": _AsDataclass()}
    _add_methods(new, fields, frozen=frozen, eq=eq, order=order)
    cls = _with_slots(plain, fields) if slots else plain
    for name, said in () if slots else fields.items():
        # A default stays to be read from the class.
        if said.default is not _NONE:
            setattr(cls, name, said.default)
        elif name in plain.__dict__:
            delattr(cls, name)
    put = [getattr(cls, name).__set__ for name in fields] if slots else None
    new["__init__"] = _init(fields, put, plain.__dict__.get("__post_init__"))
    new["__match_args__"] = tuple(fields)
    for name, value in new.items():
        if name not in plain.__dict__ or (name == "__hash__" and plain.__dict__[name] is None):
            setattr(cls, name, value)
    return cls


def _with_slots(plain: type, fields: Mapping[str, Any]) -> type:
    """The class once more, with a slot for each field."""
    dropped = {*fields, "__dict__", "__weakref__"}
    own = {name: value for name, value in plain.__dict__.items() if name not in dropped}
    taken = {name for base in plain.__mro__[1:] for name in base.__dict__.get("__slots__", ())}
    own["__slots__"] = tuple(name for name in fields if name not in taken)
    cls = type(plain)(plain.__name__, plain.__bases__, own)
    cls.__qualname__ = plain.__qualname__
    return cls


def _init(fields: Mapping[str, Any], put: Any, after: Callable[[Any], None] | None) -> Callable[..., None]:
    values, names = _values_of(fields), tuple(fields)

    def init_slots(self: Any, /, *args: Any, **named: Any) -> None:
        if named or len(args) != len(names):
            args = tuple(map(values(args, named).__getitem__, names))
        for enter, value in zip(put, args, strict=True):
            enter(self, value)
        if after:
            after(self)

    def init(self: Any, /, *args: Any, **named: Any) -> None:
        self.__dict__.update(values(args, named))
        if after:
            after(self)

    return init if put is None else init_slots


def _values_of(fields: Mapping[str, Any]) -> Callable[[tuple[Any, ...], dict[str, Any]], dict[str, Any]]:
    """The value of every field, from what is given. Raises TypeError as a function with these parameters would."""
    names, count = tuple(fields), len(fields)
    defaults = {name: said.default for name, said in fields.items() if said.default is not _NONE}
    factories = {
        name: said.default_factory for name, said in fields.items() if said.default_factory is not _NONE
    }

    def values(args: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any]:
        state = {**defaults, **dict(zip(names, args, strict=False)), **named}
        for name in factories:
            if name not in state:
                state[name] = factories[name]()
        twice = args and not named.keys().isdisjoint(names[: len(args)])
        if len(state) != count or len(args) > count or twice:
            wrong = sorted(set(state).symmetric_difference(names)) or names
            raise TypeError(f"fields missing, unknown or given twice: {', '.join(wrong)}")
        return state

    return values


def _add_methods(
    new: dict[str, Any], fields: Mapping[str, Any], *, frozen: bool, eq: bool, order: bool
) -> None:
    compared = _getter(name for name, said in fields.items() if said.compare)
    if eq:
        new["__eq__"] = _comparing(compared, "__eq__")
        hashed = _getter(
            name for name, said in fields.items() if (said.compare if said.hash is None else said.hash)
        )
        new["__hash__"] = (lambda self: hash(hashed(self))) if frozen else None
    for name in ("__lt__", "__le__", "__gt__", "__ge__") if order else ():
        new[name] = _comparing(compared, name)
    if frozen:
        new["__setattr__"], new["__delattr__"] = _refuse, _refuse
        new["__getstate__"], new["__setstate__"] = _state, _set_state
    shown = [name for name, said in fields.items() if said.repr]
    new["__repr__"] = lambda self: f"{type(self).__qualname__}({_said(self, shown)})"


def _getter(names: Any) -> Callable[[Any], tuple[Any, ...]]:
    """The values of some fields."""
    wanted = tuple(names)
    if len(wanted) > 1:
        return attrgetter(*wanted)
    return lambda record: tuple(getattr(record, name) for name in wanted)


def _comparing(compared: Callable[[Any], tuple[Any, ...]], name: str) -> Callable[[Any, Any], Any]:
    ask = getattr(tuple, name)

    def compare(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return ask(compared(self), compared(other))

    return compare


def _said(record: Any, names: list[str]) -> str:
    return ", ".join(f"{name}={getattr(record, name)!r}" for name in names)


def _refuse(record: Any, name: str, *_value: Any) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change field {name!r} of {type(record).__qualname__}")


def _state(record: Any) -> list[Any]:
    return [getattr(record, name) for name in type(record).__record__]


def _set_state(record: Any, state: list[Any]) -> None:
    for name, value in zip(type(record).__record__, state, strict=True):
        object.__setattr__(record, name, value)


class _AsDataclass:
    """What `dataclasses` knows of its own classes, for whoever asks it about a record."""

    def __init__(self) -> None:
        self._made: dict[type, dict[str, Any]] = {}

    def __get__(self, record: Any, cls: Any) -> dict[str, Any]:
        if cls not in self._made:
            import dataclasses

            own = [
                (name, Any, dataclasses.field(**{k: v for k, v in said._asdict().items() if v is not _NONE}))
                for name, said in cls.__record__.items()
            ]
            self._made[cls] = vars(dataclasses.make_dataclass(cls.__name__, own))["__dataclass_fields__"]
        return self._made[cls]
