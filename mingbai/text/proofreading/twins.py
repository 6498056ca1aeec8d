"""Near-copies between the files of one run: where else does this stand."""

from collections.abc import Sequence

from mingbai.text.model import Finding, Ingested


def compare(
    files: Sequence[Ingested], findings: list[list[Finding]], *, against: Sequence[Ingested] = ()
) -> list[list[Finding]]:
    return findings
