"""Acts on the catalogue of a unit, and the report that rooms above make when something was published."""

from mingbai.catalogue.services.adoption import (
    adopt_for_kind,
    adopt_for_unit,
    change_adoption,
    switch_adoption,
)
from mingbai.catalogue.services.state import (
    refresh_states,
    report_more_waiting,
    report_publication,
    report_waiting,
)
from mingbai.catalogue.services.statements import end_pause, make_nothing_statement, pause_column

__all__ = [
    "adopt_for_kind",
    "adopt_for_unit",
    "change_adoption",
    "end_pause",
    "make_nothing_statement",
    "pause_column",
    "refresh_states",
    "report_more_waiting",
    "report_publication",
    "report_waiting",
    "switch_adoption",
]
