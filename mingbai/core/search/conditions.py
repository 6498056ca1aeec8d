"""What is asked, as PostgreSQL reads it: which tokens a passage must have, which the text index answers, and what its
text must show besides. A tsquery is made of quoted tokens alone and cast, never parsed from what was typed."""

from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.core.search import rows, tokens
from mingbai.core.search.model import MARK_SEPARATOR, Ask, Field

# tokens of the slices of neighbouring places that a passage is in; each level holds sixteen slices of the one below
LEVELS = (256, 4_096, 65_536)
_WEIGHT = {Field.ANY: "", Field.TITLE: ":A", Field.CODES: ":B"}
_FIELDS = {Field.ANY: ("body", "title", "codes"), Field.TITLE: ("title",), Field.CODES: ("codes",)}


@dataclass(frozen=True)
class Condition:
    """`tokens` is a tsquery that finds what is meant and, unless `exact`, perhaps more; then `check`, SQL over a text `t`
    and a passage `c` with `values`, tells which."""

    tokens: str
    check: str = ""
    values: tuple[str, ...] = ()
    exact: bool = True
    # the phrases of every group: no more passages have them in a title than anywhere
    phrases: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tokens)


def slice_token(position: int, size: int) -> str:
    return f"{MARK_SEPARATOR}{size}{MARK_SEPARATOR}{position // size}"


def title_token(token: str) -> str:
    """No mark begins with the separator, and no token of a text has it."""
    return MARK_SEPARATOR + token


def vector(text: rows.Text) -> str:
    """The tsvector as text: title A, codes B, body D with positions, and the slices that its place is in. A token named
    several times is one with all the positions."""
    placed: list[str] = []
    position = 1
    for part, weight in ((text.title, "A"), (text.codes, "B"), (text.body, "")):
        position += 1  # a phrase must not run from one part into the next
        found = tokens.pairs(part)
        placed += [f"{token}:{place}{weight}" for place, token in enumerate(found, position)]
        position += len(found)
    # tokens are letters, digits and the separator, so that none needs quotes
    bare = (
        *tokens.characters(f"{text.title} {text.codes} {text.body}"),
        *text.marks.split(),
        *map(title_token, tokens.pairs(text.title)),
        *(slice_token(text.position, size) for size in LEVELS),
    )
    return " ".join((*placed, *bare))


def _quoted(token: str) -> str:
    return f"'{token}'"


@dataclass(frozen=True)
class Reach:
    """The newest slices that hold at least `wanted` places up to `top`: two to five of the fitting size."""

    top: int
    wanted: int

    @property
    def size(self) -> int:
        return next((size for size in LEVELS if self.wanted <= size * 4), LEVELS[-1])

    @property
    def _first(self) -> int:
        return max(self.top // self.size - -(-self.wanted // self.size), 0)

    @property
    def places(self) -> int:
        """How many they really hold."""
        return self.top - self._first * self.size + 1

    @property
    def tokens(self) -> str:
        numbers = range(self._first, self.top // self.size + 1)
        return " | ".join(_quoted(slice_token(number * self.size, self.size)) for number in numbers)


def _all_of(parts: Iterable[str]) -> str:
    return " & ".join(parts)


def _told(expression: str, *, exact: bool = True) -> Condition:
    return Condition(expression, "c.tokens @@ %s::tsquery", (expression,), exact)


def _phrase(phrase: str, where: Field) -> Condition:
    inner, singles = tokens.runs(phrase)
    pairs = tokens.pairs(" ".join(inner))
    asked = dict.fromkeys(map(title_token, pairs) if where is Field.TITLE else pairs)
    expression = _all_of(map(_quoted, [*asked, *singles]))
    if len(inner) > 1 or (singles and (len(pairs) > 1 or where is Field.CODES)):
        # over what stands between runs only the positions of the tokens tell
        beside = " <-> ".join(_quoted(pair) + _WEIGHT[where] for pair in pairs)
        exact = _told(_all_of(filter(None, [beside, *map(_quoted, singles)])))
        return Condition(expression, exact.check, exact.values, exact=False)
    if inner and not singles:
        check = " OR ".join(f"strpos(t.{name}, %s) > 0" for name in _FIELDS[where])
        exactly = len(pairs) == 1 and where is not Field.CODES
        return Condition(expression, f"({check})", (inner[0],) * len(_FIELDS[where]), exactly)
    return _told(expression)


def _any_of(alternatives: list[Condition]) -> Condition:
    kept = [each for each in alternatives if each]
    return Condition(
        f"({' | '.join(f'({each.tokens})' for each in kept)})" if kept else "",
        f"({' OR '.join(each.check for each in kept)})",
        tuple(value for each in kept for value in each.values),
        all(each.exact for each in kept),
    )


def _marks(marks: Iterable[tuple[str, str]]) -> list[Condition]:
    return [_told(_quoted(rows.mark_token(*mark))) for mark in marks]


def condition(ask: Ask) -> Condition:
    """Empty finds nothing."""
    groups = [
        _any_of([*(_phrase(phrase, group.where) for phrase in group.phrases), *_marks(group.marks)])
        for group in ask.groups
    ]
    parts = [*filter(None, groups), *(_any_of(_marks(alternatives)) for alternatives in ask.marks)]
    unsure = [part for part in parts if not part.exact]
    return Condition(
        _all_of(part.tokens for part in parts),
        " AND ".join(part.check for part in unsure),
        tuple(value for part in unsure for value in part.values),
        not unsure,
        tuple(group.phrases for group in ask.groups if group.phrases and not group.marks),
    )
