"""Telling glued figures apart by the identities, and only where one reading alone satisfies them.

`270020130` is seven cells in many ways. The total of the row, and over all rows the sums of each column, leave few
ways or one. What all remaining ways agree on is certain; everything else stays unknown.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, product

Reading = tuple[int, ...]
Options = Mapping[str, Sequence[Reading]]
Vector = tuple[int, ...]

MOST_STATES = 60_000
MOST_READINGS = 20_000
MOST_BROKEN = 2
FEW_OPEN_ROWS = 6
LARGEST_SLIP = 2
"""A total further off than this is taken for a wrong cut before it is taken for a slip of the pen. Our convention."""
BALANCE = ("new_received", "carried_in", "handled_total", "carried_out")


def splits(tokens: Sequence[str], count: int) -> Iterator[Reading]:
    """Every way to cut `tokens` into `count` numbers; between tokens a cut is certain, and no number begins with
    a zero that is not the whole of it."""
    if not tokens:
        if count == 0:
            yield ()
        return
    first, rest = tokens[0], tokens[1:]
    least, most = sum(map(_fewest, rest)), sum(map(len, rest))
    for size in range(max(_fewest(first), count - most), min(len(first), count - least) + 1):
        for head in _cut(first, size):
            for tail in splits(rest, count - size):
                yield head + tail


def _fewest(digits: str) -> int:
    """Leading zeros are numbers of their own, the rest may be one number; any count from here to one a digit
    can be cut, which is what keeps the search free of dead ends."""
    rest = digits.lstrip("0")
    return len(digits) - len(rest) + bool(rest)


def _cut(digits: str, count: int) -> Iterator[Reading]:
    if count == 1:
        yield (int(digits),)
        return
    longest = 1 if digits[0] == "0" else len(digits) - count + 1
    for size in range(1, longest + 1):
        if _fewest(digits[size:]) <= count - 1:
            for tail in _cut(digits[size:], count - 1):
                yield (int(digits[:size]), *tail)


def adds_up(reading: Reading) -> bool:
    """The last number is the sum of those before it."""
    return sum(reading[:-1]) == reading[-1]


def agreed(readings: Sequence[Reading]) -> tuple[int | None, ...]:
    """Cell by cell what all readings have in common."""
    return tuple(cells[0] if len(set(cells)) == 1 else None for cells in zip(*readings, strict=True))


def solve_table3(
    options: Options, outcomes: Sequence[str], width: int = 7
) -> dict[str, tuple[int | None, ...]]:
    """Per row what is certain, given every way to read it.

    Readings that satisfy all identities win; if there are none, those that break the fewest (a published table
    may be wrong), up to two, or one where many rows are open. Without any, only what every way to cut the digits agrees on.
    """
    open_rows = [row for row, readings in options.items() if len(readings) > 1]
    if not open_rows:
        return {row: agreed(readings) for row, readings in options.items()}
    most = MOST_BROKEN if len(open_rows) <= FEW_OPEN_ROWS else 1
    for broken in range(most + 1):
        viable = _viable_with_broken(options, outcomes, open_rows, width, broken)
        if viable is None:
            break
        if all(viable.values()):
            return {row: agreed(sorted(viable[row])) for row in options}
    return {row: agreed(readings) for row, readings in options.items()}


def _viable_with_broken(
    options: Options, outcomes: Sequence[str], open_rows: Sequence[str], width: int, broken: int
) -> dict[str, set[Reading]] | None:
    """The union over every choice of `broken` identities to leave out; None when there is too much to try."""
    rules = [*open_rows, *product(("balance", "handled"), range(width))]
    union: dict[str, set[Reading]] = {row: set() for row in options}
    for left_out in combinations(rules, broken):
        rows = {
            row: readings if row in left_out or len(readings) == 1 else [r for r in readings if adds_up(r)]
            for row, readings in options.items()
        }
        columns = {
            kind: [c for c in range(width) if (kind, c) not in left_out] for kind in ("balance", "handled")
        }
        viable = _viable(rows, outcomes, columns["balance"], columns["handled"])
        if viable is None:
            return None
        for row, readings in viable.items():
            union[row] |= readings
    return union


def _viable(
    rows: Options, outcomes: Sequence[str], balance: Sequence[int], handled: Sequence[int]
) -> dict[str, set[Reading]] | None:
    """The readings of each row that are part of some reading of the whole table; empty sets where none is."""
    nothing: dict[str, set[Reading]] = {row: set() for row in rows}
    frame = [rows.get(row, ()) for row in BALANCE]
    present = [row for row in outcomes if row in rows]
    if not all(rows.values()) or any(not readings for readings in frame):
        return nothing
    if _count(frame) > MOST_READINGS:
        return None
    frames = [chosen for chosen in product(*frame) if _balanced(chosen, balance)]
    targets = {_on(chosen[2], handled) for chosen in frames}
    if not targets:
        return nothing
    reach = _reachable([rows[row] for row in present], targets, handled)
    if reach is None:
        return None
    forward, backward = reach
    viable = dict(nothing)
    for chosen in frames:
        if _on(chosen[2], handled) in forward[-1]:
            for row, reading in zip(BALANCE, chosen, strict=True):
                viable[row] = viable[row] | {reading}
    for index, row in enumerate(present):
        viable[row] = {
            reading
            for reading in rows[row]
            if any(_plus(state, _on(reading, handled)) in backward[index + 1] for state in forward[index])
        }
    return viable


def _count(choices: Iterable[Sequence[Reading]]) -> int:
    total = 1
    for readings in choices:
        total *= len(readings)
    return total


def _balanced(chosen: Sequence[Reading], columns: Sequence[int]) -> bool:
    new, carried_in, handled, carried_out = chosen
    return all(new[c] + carried_in[c] == handled[c] + carried_out[c] for c in columns)


def _on(reading: Reading, columns: Sequence[int]) -> Vector:
    return tuple(reading[c] for c in columns)


def _plus(a: Vector, b: Vector) -> Vector:
    return tuple(x + y for x, y in zip(a, b, strict=True))


def _minus(a: Vector, b: Vector) -> Vector:
    return tuple(x - y for x, y in zip(a, b, strict=True))


def _reachable(
    rows: Sequence[Sequence[Reading]], targets: set[Vector], columns: Sequence[int]
) -> tuple[list[set[Vector]], list[set[Vector]]] | None:
    """Sums that the rows so far can make, and sums from which the rows to come still reach a target."""
    highest = tuple(max(values) for values in zip(*targets, strict=True))

    def within(state: Vector) -> bool:
        return all(value <= limit for value, limit in zip(state, highest, strict=True))

    def positive(state: Vector) -> bool:
        return all(value >= 0 for value in state)

    forward = _sweep({(0,) * len(columns)}, rows, columns, _plus, within)
    if forward is None:
        return None
    backward = _sweep(targets, rows[::-1], columns, _minus, positive)
    return None if backward is None else (forward, backward[::-1])


def _sweep(
    states: set[Vector],
    rows: Sequence[Sequence[Reading]],
    columns: Sequence[int],
    step: Callable[[Vector, Vector], Vector],
    allowed: Callable[[Vector], bool],
) -> list[set[Vector]] | None:
    sweep = [states]
    for readings in rows:
        moves = {_on(reading, columns) for reading in readings}
        if len(sweep[-1]) * len(moves) > MOST_STATES * 4:
            return None
        following = {state for old in sweep[-1] for move in moves if allowed(state := step(old, move))}
        if len(following) > MOST_STATES:
            return None
        sweep.append(following)
    return sweep


def solve_groups(tokens: Sequence[str], groups: int, width: int) -> tuple[int | None, ...] | None:
    """Table four: `groups` times `width` numbers, the last of each group its total. None where nothing can be said.

    That some reading adds up is no proof, since the published table may be wrong. A cell is certain only if it has
    the same figure in every reading that needs at most one slip of the pen more than the best one.
    """
    readings = list(islice(splits(tokens, groups * width), MOST_READINGS + 1))
    if not readings or len(readings) > MOST_READINGS:
        return None
    slips = [_slips(reading, width) for reading in readings]
    fewest = min(slips)
    return agreed([r for r, count in zip(readings, slips, strict=True) if count <= fewest + 1])


def _slips(reading: Reading, width: int) -> int:
    """How many slips of the pen explain the groups that do not add up."""
    return sum(_slips_of_group(reading[i : i + width]) for i in range(0, len(reading), width))


def _slips_of_group(group: Reading) -> int:
    *parts, total = group
    if sum(parts) == total:
        return 0
    return 1 if abs(sum(parts) - total) <= LARGEST_SLIP else 2
