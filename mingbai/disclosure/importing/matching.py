"""Whose document it is: a name as read in a text against the tree of units."""

import re
from functools import cached_property

from mingbai.accounts.models import Unit
from mingbai.disclosure.models import UnitAlias

_TAIL = re.compile(
    r"(?:人民政府办公室|人民政府|街道办事处|办事处|村民委员会|居民委员会|村委会|居委会|党政办公室|党政办|办公室|党委|党工委)$"
)
_REGION = re.compile(r"[省市县区州旗盟乡镇道]$")
_SUBDISTRICT = re.compile(r"街道$")


def core_name(name: str) -> str:
    """The part of a unit's name by which people know it: 江家店镇人民政府 → 江家店镇."""
    compact = re.sub(r"\s+", "", name)
    shorter = _TAIL.sub("", compact)
    if compact.endswith("街道办事处"):
        shorter = f"{_SUBDISTRICT.sub('', shorter)}街道"
    return shorter or compact


class UnitFinder:
    """Answers for one import run; reads the tree once."""

    @cached_property
    def _units(self) -> list[Unit]:
        return [unit for unit in Unit.objects.all() if unit.is_open]

    @cached_property
    def _aliases(self) -> dict[str, Unit]:
        return {row.name: row.unit for row in UnitAlias.objects.select_related("unit")}

    @cached_property
    def _names(self) -> dict[int, str]:
        return {unit.pk: core_name(unit.name) for unit in self._units}

    def find(self, name: str | None, parent: str | None) -> Unit | None:
        """The one unit that this can be; None when none or several fit, or when the parent read is another place."""
        if not name:
            return None
        alias = self._aliases.get(full_name(name, parent))
        if alias is not None:
            return alias
        wanted = core_name(name)
        fitting = [unit for unit in self._units if self._fits(unit, wanted, parent)]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, unit: Unit, wanted: str, parent: str | None) -> bool:
        own = self._names[unit.pk]
        if wanted not in {own, core_name(unit.short_name)} and not self._carries_parents(unit, own, wanted):
            return False
        return not parent or self._stands_in(unit, parent)

    def _carries_parents(self, unit: Unit, own: str, wanted: str) -> bool:
        """One of the two is written with the names above it: 明县青山镇 and 青山镇."""
        longer, shorter = (own, wanted) if len(own) > len(wanted) else (wanted, own)
        if len(shorter) < 2 or not longer.endswith(shorter):
            return False
        rest = longer.removesuffix(shorter)
        return self._above(unit).endswith(rest) if longer is wanted else bool(_REGION.search(rest))

    def _stands_in(self, unit: Unit, parent: str) -> bool:
        above, read = self._above(unit), core_name(parent)
        own = self._names[unit.pk]
        return bool(above) and (above.endswith(read) or read.endswith(above) or own.startswith(read))

    def _above(self, unit: Unit) -> str:
        ids = [int(part) for part in unit.path.split("/") if part][:-1]
        return "".join(self._names.get(pk, "") for pk in ids)


def full_name(name: str, parent: str | None) -> str:
    """The name under which a choice in the tray is remembered."""
    if not parent or name.startswith(parent):
        return name
    return f"{parent}{name}"
