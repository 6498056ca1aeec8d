"""The 勾稽关系 of the annual report, evaluated: within a report, across two years, between a unit and its members.

Identities are data (`data/annual_report_identities.json`): two sides of signed cell paths with placeholders for
the members of a family. They are expanded once for a layout and then only looked up and added.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from mingbai.law.annual_report import Cells, Layout, Number, describe, layout_named
from mingbai.law.data_files import content

PREVIOUS = "prev."
STOCKS = ("rules", "normative_documents")


@dataclass(frozen=True, slots=True)
class Term:
    """A cell of this report, or of the previous year's, added or (`sign` -1) taken away."""

    path: str
    sign: int = 1
    previous: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """left == right, cell by cell."""

    id: str
    severity: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    explain: str
    article: str

    @property
    def crosses_years(self) -> bool:
        return any(term.previous for term in (*self.left, *self.right))


@dataclass(frozen=True, slots=True)
class Breach:
    """An identity that does not hold. `left` and `right` are the two sums; `cells` the paths it rests on."""

    id: str
    severity: str
    message: str
    left: Number | None = None
    right: Number | None = None
    cells: tuple[str, ...] = ()


def rules() -> Mapping[str, Any]:
    """The data file, read once."""
    return content("annual_report_identities")


def _members(layout: Layout) -> dict[str, dict[str, str]]:
    """Placeholder → id → label of everything it stands for."""
    return {
        "column": {column.id: column.label for column in layout.table3_columns},
        "row": {row.id: row.label for row in layout.data_rows},
        "group": {group.id: group.label for group in layout.table4_groups},
        "stock": {row.id: row.label for row in layout.table2 if row.id in STOCKS},
        "project": {row.id: row.label for row in layout.table2 if row.columns[0].id == "projects_last_year"},
        "outcome": dict.fromkeys(layout.outcomes, ""),
        "applicant": dict.fromkeys(layout.applicants, ""),
        "result": {column.id: "" for column in layout.table4_columns if column.id != "total"},
    }


def _terms(pattern: str, member: Mapping[str, str], members: Mapping[str, Mapping[str, str]]) -> list[Term]:
    sign = -1 if pattern.startswith("-") else 1
    path = pattern.removeprefix("-")
    previous = path.startswith(PREVIOUS)
    path = path.removeprefix(PREVIOUS)
    for name, ids in members.items():
        if f"{{{name}}}" in path and name not in member:
            return [Term(path.format(**member, **{name: each}), sign, previous) for each in ids]
    return [Term(path.format(**member), sign, previous)]


@cache
def identities(layout_name: str) -> tuple[Identity, ...]:
    """Every equation of a layout, expanded; those across years are told by `crosses_years`."""
    layout = layout_named(layout_name)
    members = _members(layout)
    has_valid = layout.table2[0].columns[-1].id == "valid"
    families = [
        family
        for family in (*rules()["equations"], *(() if has_valid else rules()["equations_2019"]))
        if has_valid or family["id"] != "CROSS_YEAR_valid_{stock}"
    ]
    found = []
    for family in families:
        for each, label in members[family["each"]].items():
            member = {family["each"]: each}
            found.append(
                Identity(
                    id=family["id"].format(**member),
                    severity=family.get("severity_for", {}).get(each, family["severity"]),
                    left=tuple(t for pattern in family["left"] for t in _terms(pattern, member, members)),
                    right=tuple(t for pattern in family["right"] for t in _terms(pattern, member, members)),
                    explain=family["explain"].format(label=label),
                    article=family["article"],
                )
            )
    return tuple(found)


def _known_sum(terms: Sequence[Term], this: Cells, previous: Cells) -> tuple[Number, bool]:
    """The sum of what is known, and whether that is everything."""
    total: Number = 0
    complete = True
    for term in terms:
        value = (previous if term.previous else this).get(term.path)
        if value is None:
            complete = False
        else:
            total += term.sign * value
    return total, complete


def breach_of(identity: Identity, this: Cells, previous: Cells) -> Breach | None:
    """None where the identity holds or a blank cell leaves it open.

    A blank may still stand for any number from 0 up, so an equation of plain sums is broken for certain when the
    part that is known already exceeds a complete other side.
    """
    left, left_complete = _known_sum(identity.left, this, previous)
    right, right_complete = _known_sum(identity.right, this, previous)
    if left == right:
        return None
    if not (left_complete and right_complete):
        plain = all(term.sign == 1 for term in (*identity.left, *identity.right))
        exceeds = (left_complete and right > left) or (right_complete and left > right)
        if not (plain and exceeds):
            return None
    cells = tuple(term.path for term in (*identity.left, *identity.right) if not term.previous)
    message = f"{identity.explain}。现在左边是{left}，右边是{right}，请核对这些数字。"
    return Breach(identity.id, identity.severity, message, left, right, cells)


# law: annual_report.balance, annual_report.handled_total, annual_report.total_column
# law: annual_report.review_and_litigation_total
def verify_report(cells: Cells, layout: Layout) -> list[Breach]:
    """Every equation inside one report that does not hold."""
    found = (
        breach_of(identity, cells, {}) for identity in identities(layout.name) if not identity.crosses_years
    )
    return [breach for breach in found if breach]


# law: annual_report.cross_year_carried, annual_report.cross_year_valid
# law: annual_report.cross_year_disclosed_2019, annual_report.cross_year_projects_2019
def verify_years(previous: Cells, this: Cells, layout: Layout, *, reorganised: bool = False) -> list[Breach]:
    """Equations between two following years of one unit.

    `reorganised`: the unit was merged, split or renamed between them, so nothing is more than a warning.
    """
    found = [
        breach_of(identity, this, previous) for identity in identities(layout.name) if identity.crosses_years
    ]
    breaches = [breach for breach in found if breach]
    if not reorganised:
        return breaches
    return [
        Breach(b.id, "warning", f"{b.message}机构有撤并更名的，请说明。", b.left, b.right, b.cells)
        for b in breaches
    ]


# law: annual_report.sum_of_members_table2, annual_report.sum_of_members_table3
# law: annual_report.sum_of_members_table4
def verify_members(parent: Cells, members: Sequence[Cells], layout: Layout) -> list[Breach]:
    """Cells of an aggregated report that differ from the sum over all its members.

    A cell that is blank in the parent or in any member is left open.
    """
    found = []
    for rule in rules()["aggregates"]:
        for path in (path for path in layout.paths if path.startswith(rule["table"])):
            values = [member.get(path) for member in members]
            left = parent.get(path)
            known = [value for value in values if value is not None]
            right = sum(known)
            if left is None or len(known) < len(values) or left == right:
                continue
            message = f"{describe(path, layout)}：汇总报告是{left}，各成员之和是{right}。{rule['explain']}，请核对。"
            found.append(Breach(rule["id"], rule["severity"], message, left, right, (path,)))
    return found
