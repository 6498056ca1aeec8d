"""Every pattern, for every kind of unit it is made for: long enough, properly written, figures that add up."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest

from mingbai.accounts.models import Unit
from mingbai.catalogue.loading import DATA
from mingbai.core.sanitiser import sanitise, to_text
from mingbai.demo import patterns  # noqa: F401  registers them
from mingbai.demo.county import unit_rows
from mingbai.demo.history import WITH_POLICY
from mingbai.demo.scene import Registered, Scene, Written, all_patterns, patterns_for, plain_text
from mingbai.disclosure.metadata import Metadata, incomplete
from mingbai.proofreading.checking import Known, check_text
from mingbai.text.annual_reports.reading import read_reports
from mingbai.text.annual_reports.verify import verify_report

TODAY = date(2026, 11, 23)
DAYS = (date(2025, 1, 16), date(2025, 8, 5), date(2026, 3, 3), date(2026, 11, 20))
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]|\.\.|。。|，，|：：")


def _units() -> dict[str, list[Unit]]:
    made: dict[str, Unit] = {}
    for number, row in enumerate(unit_rows(), start=1):
        fields = {name: value for name, value in row.items() if name != "parent"}
        agency = row["kind"] in {"county", "bureau", "town", "subdistrict"}
        made[row["code"]] = Unit(pk=number, parent=made.get(row["parent"] or ""), is_agency=agency, **fields)
    kinds: dict[str, list[Unit]] = {}
    for unit in made.values():
        kinds.setdefault(unit.kind, []).append(unit)
    return kinds


UNITS = _units()


def _flat(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield row
        yield from _flat(row.get("children", []))


def _columns() -> list[tuple[str, str, str, str]]:
    """(unit kind, topic, column name, cadence) of every column that holds items."""
    found = []
    for path in sorted(DATA.glob("columns-*.json")):
        tree = json.loads(path.read_text(encoding="utf-8"))
        found += [
            (kind, row["topic"], row["name"], row["cadence"])
            for kind in tree["unit_kinds"]
            if kind in UNITS
            for row in _flat(tree["columns"])
            if row["holds_items"] and row["cadence"] not in {"link", "archive"}
        ]
    return found


def _scene(pattern: Registered, unit: Unit, day: date, turn: int) -> Scene:
    fitting = [name for kind, topic, name, _ in _columns_of(unit.kind) if pattern.suits(topic, kind, name)]
    rng = Random(f"{pattern.name}{unit.code}{day}{turn}")
    column = rng.choice(fitting) if fitting else ""
    return Scene(unit, unit.parent, day, rng, turn, column)


def _columns_of(kind: str) -> list[tuple[str, str, str, str]]:
    return [row for row in COLUMNS if row[0] == kind]


COLUMNS = _columns()


def _texts(pattern: Registered) -> list[tuple[Scene, Written]]:
    made = []
    for kind in sorted(pattern.kinds & UNITS.keys()):
        for number, day in enumerate(DAYS):
            shown = day.replace(month=pattern.months[number % len(pattern.months)]) if pattern.months else day
            if shown >= TODAY:
                shown = shown.replace(year=2025)
            unit = UNITS[kind][number % len(UNITS[kind])]
            scene = _scene(pattern, unit, shown, number)
            made.append((scene, pattern.write(scene)))
    return made


def test_there_are_many_kinds_of_document() -> None:
    assert len(all_patterns()) >= 45
    assert max(Counter(each.name for each in all_patterns()).values()) == 1


# the rules read the numbered rows of the statutory tables as headings of the text
KNOWN = {"annual_report": {"truncated.empty_heading", "numbering.repeat"}}


@pytest.mark.parametrize("pattern", all_patterns(), ids=lambda pattern: pattern.name)
def test_pattern(pattern: Registered) -> None:
    for scene, text in _texts(pattern):
        plain = to_text(text.html)
        where = f"{scene.unit.code} {scene.day}"
        assert 180 <= len(plain) <= 2200, (where, len(plain))
        assert sanitise(text.html) == text.html, where
        assert plain_text(text.html) == plain, where
        assert not HALF_WIDTH.search(text.title + plain), (where, HALF_WIDTH.search(text.title + plain))
        assert incomplete(text.title, plain, False, Metadata(kind=text.kind, columns=(1,)), TODAY) == []
        known = Known(
            kind=text.kind if text.kind != "other" else None,  # type: ignore[arg-type]
            unit=scene.unit.name,
            published_on=scene.day,
        )
        found = [
            (finding.rule, finding.severity, finding.quote, finding.message)
            for finding in check_text(f"{text.title}\n{plain}", known)
            if finding.severity != "info" and finding.rule not in KNOWN.get(pattern.name, ())
        ]
        assert found == [], (where, found)


def test_every_column_of_every_kind_of_unit_has_a_pattern() -> None:
    without = [
        (kind, name)
        for kind, topic, name, _ in COLUMNS
        if name not in WITH_POLICY and not patterns_for(topic, kind, name)
    ]
    assert without == []


@pytest.mark.parametrize("seed", range(3))
def test_same_seed_same_text(seed: int) -> None:
    unit = UNITS["town"][0]
    for pattern in all_patterns():
        if "town" not in pattern.kinds:
            continue
        once, again = (
            pattern.write(Scene(unit, unit.parent, DAYS[0], Random(seed), 0, "")) for _ in range(2)
        )
        assert once == again


def test_the_annual_report_reads_back_without_a_broken_identity() -> None:
    pattern = next(each for each in all_patterns() if each.name == "annual_report")
    for scene, text in _texts(pattern):
        (read,) = read_reports(f"{text.title}\n{to_text(text.html)}")
        verified = verify_report("made.html", read)
        assert read.complete, scene.unit.code
        assert [finding.message for finding in verified.findings] == [], scene.unit.code
