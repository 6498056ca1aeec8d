"""Adding members' reports into the report of the unit above, for a whole province at once."""

from collections.abc import Iterable, Mapping

from mingbai.law.annual_report import Cells, Layout, Number


def add_up(members: Iterable[Cells], layout: Layout) -> dict[str, Number | None]:
    """The aggregated report. A cell that any member left blank is blank in the sum, never counted as 0;
    without members every cell is blank."""
    paths = layout.paths
    totals: list[Number | None] | None = None
    for member in members:
        values = [member.get(path) for path in paths]
        if totals is None:
            totals = values
        else:
            totals = [None if a is None or b is None else a + b for a, b in zip(totals, values, strict=True)]
    return dict(zip(paths, totals or [None] * len(paths), strict=True))


def add_up_tree(
    reports: Mapping[str, Cells], members: Mapping[str, Iterable[str]], layout: Layout, root: str
) -> dict[str, Mapping[str, Number | None]]:
    """The report of `root` and of every unit under it, by unit code.

    `members` lists the units directly below each aggregating unit. A unit with a report of its own and members
    counts its own report (its office's) as one member: 国办公开办函〔2021〕30号.
    """
    done: dict[str, Mapping[str, Number | None]] = {}
    waiting = [(root, False)]
    while waiting:
        code, ready = waiting.pop()
        below = list(members.get(code, ()))
        if below and not ready:
            waiting += [(code, True), *((each, False) for each in below)]
            continue
        own = [reports[code]] if code in reports else []
        done[code] = add_up([*own, *(done[each] for each in below)], layout)
    return done
