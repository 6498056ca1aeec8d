"""Values with names, of which a single check makes some fifty classes before it has read a word.

A frozen dataclass compares, hashes, shows and guards itself by six functions that are compiled from text when its module
is loaded, which takes a twentieth of a check's time. A record has nothing but its fields and how it is made; two records
are the same only if they are one. That nobody changes one is seen to by mypy.
"""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(eq_default=False, frozen_default=True, field_specifiers=(field,))
def record(described: type[T]) -> type[T]:
    """A class of records, written as a dataclass is."""
    return dataclass(eq=False, repr=False)(described)
