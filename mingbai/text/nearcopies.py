"""Where else does this stand: near-copies among a few texts, and an index over millions of paragraphs.

A paragraph is cut at the small words and marks that every Chinese sentence is full of (的, 和, 在, 、); two chunks
side by side make a fingerprint. A changed character spoils the two or three fingerprints it touches and no others,
so a copy keeps most of them, wherever characters were added or dropped. The index keeps a paragraph's smallest few,
sorted, as (hash, paragraph) in one 64-bit number: 1 million paragraphs are 8 million numbers.
"""

import json
import struct
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from mingbai.text import lazy
from mingbai.text.model import Span

CHUNK = lazy.pattern(r"[^的了和与及在对为是等以一有将，。、；：！？“”（）《》,.;:!?\"()\s]{1,10}")
PIECE = lazy.pattern(r"[^\n]+")
BLANKS = lazy.pattern(r"[\s\u3000]+")
SENTENCE = lazy.pattern(r"[^。；！？;!?\n]{1,400}[。；！？;!?]?")
SHORTEST = 20
LONGEST = 500
KEPT = 8
# Below this many chunks the pairs are too few to survive four changes; single chunks help.
FEW_CHUNKS = 14
TELLING_CHUNK = 4
SEGMENT = 1_000_000
JOIN_UP_TO = 1
MOST_POSTINGS = 400
MOST_HOLDERS = 64
MOST_CANDIDATES = 40
SIMILAR = 0.6
HASH_MASK = 0xFFFF_FFFF
MAGIC = b"MBNC0001"
GONE = 0xFFFF_FFFF_FFFF_FFFF
GRAM = 5
GAP = 12
SHORTEST_COPY = 40


def fingerprints(text: str) -> set[int]:
    """32-bit hashes of neighbouring chunks; the same for the same words on every machine and run."""
    chunks = CHUNK.findall(text)
    hashes = [crc32(chunk.encode()) for chunk in chunks]
    found = {(a * 0x9E3779B1 ^ b) & HASH_MASK for a, b in zip(hashes, hashes[1:], strict=False)}
    if len(chunks) < FEW_CHUNKS:
        found.update(h for h, chunk in zip(hashes, chunks, strict=True) if len(chunk) >= TELLING_CHUNK)
    return found


def pieces_of(text: str) -> Iterator[Span]:
    """Paragraphs of at least 20 characters; a longer one than 500 in parts that end with a sentence."""
    for match in PIECE.finditer(text):
        if match.end() - match.start() <= LONGEST:
            if len(match.group().strip()) >= SHORTEST:
                yield Span(match.start(), match.end())
            continue
        start = match.start()
        for sentence in SENTENCE.finditer(text, match.start(), match.end()):
            if sentence.end() - start > LONGEST and sentence.start() > start:
                yield Span(start, sentence.start())
                start = sentence.start()
        if match.end() - start >= SHORTEST:
            yield Span(start, match.end())


def bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def similarity(a: set[str], b: set[str]) -> float:
    """Share of the two sets' pairs of characters that is common, 0 to 1 (Dice)."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph of the query and the one it resembles: offsets into the query and into the owner's text."""

    start: int
    end: int
    owner: int
    owner_start: int
    owner_end: int
    similarity: float


class NearCopyIndex:
    """Paragraphs of texts, each text known by its owner's number. Grows by `add`, lives in one file."""

    def __init__(self) -> None:
        self._segments: list[array[int]] = []
        self._tail: array[int] = array("Q")
        self._owners: array[int] = array("Q")
        self._starts: array[int] = array("Q")
        self._ends: array[int] = array("Q")
        self._places: array[int] = array("Q", [0])
        self._texts = bytearray()

    def __len__(self) -> int:
        """Paragraphs, removed ones among them."""
        return len(self._owners)

    def owners(self) -> set[int]:
        """The numbers of the texts that are in it."""
        return set(self._owners) - {GONE}

    def add(self, owner: int, text: str) -> None:
        """Index every paragraph of a text. The same text twice is indexed twice: remove the old edition first."""
        for piece in pieces_of(text):
            self._add_piece(owner, piece, text[piece.start : piece.end])

    def note(self, owner: int) -> None:
        """Remember a text that has no paragraph to index, so that `owners` knows it."""
        self._add_piece(owner, Span(0, 0), "")

    def _add_piece(self, owner: int, piece: Span, text: str) -> None:
        number = len(self._owners)
        self._owners.append(owner)
        self._starts.append(piece.start)
        self._ends.append(piece.end)
        self._texts += text.encode()
        self._places.append(len(self._texts))
        self._tail.extend([h << 32 | number for h in sorted(fingerprints(text))[:KEPT]])
        if len(self._tail) >= SEGMENT:
            self._seal()

    def _seal(self) -> None:
        """Sort what is new; join it with older runs of its own size, so that runs stay few and joins cheap."""
        if not self._tail:
            return
        fresh = array("Q", sorted(self._tail))
        self._tail = array("Q")
        while self._segments and len(self._segments[-1]) <= JOIN_UP_TO * len(fresh):
            # Two sorted runs: Python's sort joins them in one pass.
            fresh = array("Q", sorted([*self._segments.pop(), *fresh]))
        self._segments.append(fresh)

    def remove(self, owner: int) -> int:
        """Take a text out, its words too; returns how many paragraphs it had."""
        removed = 0
        for number, other in enumerate(self._owners):
            if other == owner:
                self._owners[number] = GONE
                start, end = self._places[number], self._places[number + 1]
                self._texts[start:end] = b" " * (end - start)
                removed += 1
        return removed

    def _text(self, number: int) -> str:
        return self._texts[self._places[number] : self._places[number + 1]].decode()

    def _postings(self, fingerprint: int) -> "list[array[int]]":
        """The runs of entries with this hash, one from each segment."""
        low, high = fingerprint << 32, (fingerprint + 1) << 32
        found = []
        for segment in self._segments:
            at = bisect_left(segment, low)
            if at < len(segment) and segment[at] < high:
                found.append(segment[at : min(bisect_left(segment, high, at), at + MOST_POSTINGS)])
        return found

    def _sharing(self, text: str) -> Counter[int]:
        """Paragraphs by how many fingerprints they share with the text; the rare ones are asked first, and the
        phrases that stand everywhere only if nothing else is there."""
        postings = sorted(map(self._postings, fingerprints(text)), key=lambda runs: sum(map(len, runs)))
        shared: Counter[int] = Counter()
        asked = 0
        for runs in postings:
            if asked > MOST_POSTINGS:
                break
            for run in runs:
                asked += len(run)
                shared.update([entry & HASH_MASK for entry in run])
        return shared

    def lookup(self, text: str, *, exclude: int | None = None, limit: int = 20) -> list[Hit]:
        """The paragraphs most like those of the text, the likest first; `exclude` is the text's own number."""
        self._seal()
        hits: list[Hit] = []
        for piece in pieces_of(text):
            hits.extend(self._like(piece, text[piece.start : piece.end], exclude))
        hits.sort(key=lambda hit: (-hit.similarity, hit.start, hit.owner))
        return hits[:limit]

    def _like(self, piece: Span, text: str, exclude: int | None) -> Iterator[Hit]:
        mine = bigrams(text)
        for number, _ in self._sharing(text).most_common(MOST_CANDIDATES):
            owner = self._owners[number]
            if owner in {exclude, GONE}:
                continue
            likeness = similarity(mine, bigrams(self._text(number)))
            if likeness >= SIMILAR:
                start, end = self._starts[number], self._ends[number]
                yield Hit(piece.start, piece.end, owner, start, end, round(likeness, 3))

    def save(self, path: Path) -> None:
        """Write everything to one file, whole or not at all."""
        self._seal()
        parts = [self._owners, self._starts, self._ends, self._places, *self._segments]
        header = json.dumps({"arrays": [len(part) for part in parts], "text": len(self._texts)}).encode()
        fresh = path.with_name(path.name + ".new")
        with fresh.open("wb") as out:
            out.write(MAGIC + struct.pack("<Q", len(header)) + header)
            for part in parts:
                part.tofile(out)
            out.write(self._texts)
        fresh.replace(path)

    @classmethod
    def load(cls, path: Path) -> "NearCopyIndex":
        """Read a file that `save` wrote; ValueError where it is no such file or cut short."""
        index = cls()
        with path.open("rb") as source:
            if source.read(len(MAGIC)) != MAGIC:
                raise ValueError(f"{path} is no index of near-copies")
            try:
                (length,) = struct.unpack("<Q", source.read(8))
                header = json.loads(source.read(length))
                parts = []
                for size in header["arrays"]:
                    part: array[int] = array("Q")
                    part.fromfile(source, size)
                    parts.append(part)
            except (EOFError, struct.error, KeyError) as error:
                raise ValueError(f"{path} is cut short") from error
            index._texts = bytearray(source.read())
        if len(index._texts) != header["text"]:
            raise ValueError(f"{path} is cut short")
        index._owners, index._starts, index._ends, index._places, *index._segments = parts
        return index


@dataclass(frozen=True, slots=True)
class Place(Span):
    """A stretch of `texts[text]`."""

    text: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Places that say nearly the same; `length` is the characters of the shortest, blanks not counted."""

    places: tuple[Place, ...]
    length: int
    similarity: float


@dataclass(frozen=True, slots=True)
class _Pair:
    first: Place
    second: Place
    similarity: float


def clusters(texts: Sequence[str], *, shortest: int = SHORTEST_COPY) -> list[Cluster]:
    """Passages of at least `shortest` characters that stand nearly the same in two places, of one text or two.

    Neighbouring paragraphs that are copied together make one passage. Ordered by the first place.
    """
    pieces = [
        Place(span.start, span.end, number) for number, text in enumerate(texts) for span in pieces_of(text)
    ]
    pairs = list(_joined(_pairs(texts, pieces)))
    return sorted(_grouped(texts, pairs, shortest), key=lambda c: (c.places[0].text, c.places[0].start))


def _pairs(texts: Sequence[str], pieces: Sequence[Place]) -> Iterator[_Pair]:
    """Pieces that share fingerprints, each narrowed to the stretch they share."""
    seen: dict[int, list[int]] = {}
    first_with: dict[str, Place] = {}
    for number, piece in enumerate(pieces):
        text = texts[piece.text][piece.start : piece.end]
        if text in first_with:
            yield _Pair(first_with[text], piece, 1.0)
            continue
        first_with[text] = piece
        shared: Counter[int] = Counter()
        for fingerprint in fingerprints(text):
            holders = seen.setdefault(fingerprint, [])
            shared.update(holders)
            if len(holders) < MOST_HOLDERS:
                holders.append(number)
        for other, _ in shared.most_common(MOST_CANDIDATES):
            yield from _narrowed(texts, pieces[other], piece)


def _runs(a: str, b: str) -> Iterator[tuple[int, int, int, int]]:
    """Stretches (start and end in `a`, start and end in `b`) that agree but for short gaps."""
    grams = {a[i : i + GRAM]: i for i in range(len(a) - GRAM, -1, -1)}
    run: list[int] = []
    for j in range(len(b) - GRAM + 1):
        i = grams.get(b[j : j + GRAM])
        if i is None:
            continue
        if run and 0 < i + GRAM - run[1] <= GAP and 0 < j + GRAM - run[3] <= GAP:
            run[1], run[3] = i + GRAM, j + GRAM
            continue
        if run:
            yield run[0], run[1], run[2], run[3]
        run = [i, i + GRAM, j, j + GRAM]
    if run:
        yield run[0], run[1], run[2], run[3]


def _narrowed(texts: Sequence[str], first: Place, second: Place) -> Iterator[_Pair]:
    """The stretches that two pieces share."""
    a, b = texts[first.text][first.start : first.end], texts[second.text][second.start : second.end]
    for start_a, end_a, start_b, end_b in _runs(a, b):
        likeness = similarity(bigrams(a[start_a:end_a]), bigrams(b[start_b:end_b]))
        if likeness >= SIMILAR and end_a - start_a >= 2 * GRAM:
            yield _Pair(
                Place(first.start + start_a, first.start + end_a, first.text),
                Place(second.start + start_b, second.start + end_b, second.text),
                likeness,
            )


def _joined(pairs: Iterable[_Pair]) -> Iterator[_Pair]:
    """Pairs that follow each other in both texts, as they do where several paragraphs were copied."""
    current: _Pair | None = None
    ordered = sorted(
        pairs, key=lambda p: (p.first.text, p.second.text, p.second.start - p.first.start > 0, p.first.start)
    )
    for pair in ordered:
        if current and _follows(current.first, pair.first) and _follows(current.second, pair.second):
            first = Place(current.first.start, max(current.first.end, pair.first.end), current.first.text)
            second = Place(
                current.second.start, max(current.second.end, pair.second.end), current.second.text
            )
            current = _Pair(first, second, min(current.similarity, pair.similarity))
            continue
        if current:
            yield current
        current = pair
    if current:
        yield current


def _follows(before: Place, after: Place) -> bool:
    return before.text == after.text and before.start <= after.start <= before.end + GAP


def _grouped(texts: Sequence[str], pairs: Iterable[_Pair], shortest: int) -> Iterator[Cluster]:
    """Pairs that meet in one place are one cluster: A like B and B like C."""
    groups: list[tuple[list[Place], float]] = []
    for pair in pairs:
        sizes = [_weight(texts, place) for place in (pair.first, pair.second)]
        if min(sizes) < shortest or _overlap(pair.first, pair.second) > 0:
            continue
        places, likeness = [pair.first, pair.second], pair.similarity
        rest = []
        for group in groups:
            if any(_same(one, other) for one in group[0] for other in places):
                places = [*group[0], *(p for p in places if not any(_same(p, one) for one in group[0]))]
                likeness = min(likeness, group[1])
            else:
                rest.append(group)
        groups = [*rest, (places, likeness)]
    for places, likeness in groups:
        ordered = tuple(sorted(places, key=lambda p: (p.text, p.start)))
        yield Cluster(ordered, min(_weight(texts, place) for place in ordered), round(likeness, 3))


def _weight(texts: Sequence[str], place: Place) -> int:
    return len(BLANKS.sub("", texts[place.text][place.start : place.end]))


def _overlap(one: Place, other: Place) -> int:
    return min(one.end, other.end) - max(one.start, other.start) if one.text == other.text else 0


def _same(one: Place, other: Place) -> bool:
    return _overlap(one, other) * 2 > max(one.end - one.start, other.end - other.start)
