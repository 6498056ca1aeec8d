"""Who speaks in a report and of which year, told from its prose: for pages that have lost their title.

Only what the text says of itself counts, and only where all it says agrees.
"""

import re
from collections import Counter

from mingbai.text.model import UnitKind

OWN = r"[\u4e00-\u9fff]{2,24}?(?:街道办事处|[镇乡]人民政府|街道|镇|乡|局)"
COMPILER = re.compile(
    r"(?:报告)?由(?P<unit>[\u4e00-\u9fff（）()]{2,40}?)(?:负责)?(?:编制|(?:按照|根据|依据)[^。,，]{0,60}(?:要求|规定)编制)"
)
SELF = re.compile(rf"(?:^|[,，。;；])(?P<unit>{OWN})(?:特编制|特此编制|现将|特将)")
SUBJECT = re.compile(
    rf"(?:^|[,，。;；])(?P<unit>{OWN})"
    "(?=认真|严格|坚持|始终|深入|全面|积极|高度|扎实|持续|不断|按照|根据|以习近平|紧紧|围绕|切实|主动|共收到|未收到)"
)
CONTACT = re.compile(
    rf"(?:请与|请向|请联系|联系单位[:：])(?P<unit>{OWN})(?=党政|综合|办公室|联系|,|，|。|\()"
)
INNER_OFFICE = re.compile(r"(?:党政综合|党政|党建|综合|信息公开)(?:事务)?办(?:公室)?$|办公室$")
LOWEST = re.compile("(?:街道办事处|街道|[镇乡](?:人民政府)?)$")
FRAGMENT = re.compile("^(?:我|本|该|各|全|区|县|市|镇|和|与|及|对|在|为)|[的是了将]|下")
SELF_NAMES: tuple[tuple[str, UnitKind], ...] = (
    ("我镇", "town"),
    ("我乡", "town"),
    ("我街道", "subdistrict"),
    ("我街办", "subdistrict"),
    ("我局", "bureau"),
    ("我县", "county"),
)
YEAR_SAID = re.compile(r"(?<![\d〔\[(（])(20\d\d)年(?:度)?(?!\d*[〕\]])(?!以来|前|底前|印发|发布|修订|第)")
SHARE_OF_YEARS = 0.5
FIRST_YEAR = 2019


def spoken_unit(compact: str) -> str | None:
    """The unit that compiled the report or is what its sentences are about; `compact` has no white space."""
    for pattern in (COMPILER, SELF, SUBJECT, CONTACT):
        names = {name for match in pattern.finditer(compact) if (name := _name(match["unit"]))}
        if len(names) == 1:
            return names.pop()
    return None


def _name(name: str) -> str | None:
    inner = INNER_OFFICE.sub("", name)
    name = inner if LOWEST.search(inner) else name
    return None if FRAGMENT.search(name) else name


def spoken_kind(compact: str) -> UnitKind | None:
    """What the report calls itself, if always the same: 我镇, 我局 …"""
    kinds = {kind for word, kind in SELF_NAMES if word in compact}
    return kinds.pop() if len(kinds) == 1 else None


def spoken_year(compact: str) -> int | None:
    """The year that the first part names first and most; None where years are mixed."""
    years = [int(match[1]) for match in YEAR_SAID.finditer(compact)]
    if not years:
        return None
    year, times = Counter(years).most_common(1)[0]
    sure = year == years[0] and times > SHARE_OF_YEARS * len(years)
    return year if sure and year >= FIRST_YEAR else None
