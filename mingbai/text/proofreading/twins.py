"""Near-copies between the documents and files of one run: where else does this stand."""

from collections.abc import Sequence
from pathlib import PurePath

from mingbai.text.model import Finding, Ingested, Related
from mingbai.text.nearcopies import Cluster, Place, clusters
from mingbai.text.proofreading.engine import without_repetition

RULE = "copy.elsewhere"


def compare(
    files: Sequence[Ingested], findings: Sequence[list[Finding]], *, against: Sequence[Ingested] = ()
) -> list[list[Finding]]:
    """The findings of each file with those of passages that stand in another place of `files` or `against`.

    Places in `against` are named as twins and get no findings of their own.
    """
    everything = [*files, *against]
    if len(everything) == 1 and len(files[0].documents) < 2:
        return list(findings)
    found: list[list[Finding]] = [[] for _ in files]
    for cluster in clusters([file.source.text for file in everything]):
        for place in cluster.places:
            if place.text < len(files) and not _is_web(everything[place.text], place):
                found[place.text].append(_finding(everything, cluster, place))
    return [without_repetition([*own, *new]) for own, new in zip(findings, found, strict=True)]


def _is_web(file: Ingested, place: Place) -> bool:
    return any(piece.start <= place.start and place.end <= piece.end for piece in file.stripped)


def _finding(files: Sequence[Ingested], cluster: Cluster, place: Place) -> Finding:
    own = files[place.text].source
    twins = [other for other in cluster.places if other is not place]
    elsewhere = sorted(
        {PurePath(files[twin.text].source.file).name for twin in twins if twin.text != place.text}
    )
    where = (
        f"与{'、'.join(elsewhere[:3])}{'等' if len(elsewhere) > 3 else ''}" if elsewhere else "与本文件另一处"
    )
    return Finding(
        start=place.start,
        end=place.end,
        rule=RULE,
        category="near_duplicate_passage",
        severity="info",
        quote=own.text[place.start : place.end],
        message=f"{where}的一段相同或几乎相同（{cluster.length} 个字）。",
        suggestion="核对是否照搬，按本单位实际改写",
        related=tuple(Related(twin.start, twin.end, files[twin.text].source.file) for twin in twins),
    )
