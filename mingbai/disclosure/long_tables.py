"""Tables that no page, no editor and no reader can take: a list of ten thousand rows belongs into an Excel attachment."""

from lxml import html as lxml_html

MOST_ROWS = 1000
SHOWN_ROWS = 200


def longest(body: str) -> int:
    """The rows of the longest table of a body."""
    if body.count("<tr") <= MOST_ROWS:
        return 0
    root = lxml_html.fragment_fromstring(body, create_parent="div")
    return max((sum(1 for _ in table.iter("tr")) for table in root.iter("table")), default=0)


def shortened(body: str) -> tuple[str, int]:
    """The body with the first rows of tables that are too long, and how many rows the longest had; 0 if none was cut."""
    rows = longest(body)
    if rows <= MOST_ROWS:
        return body, 0
    root = lxml_html.fragment_fromstring(body, create_parent="div")
    for table in list(root.iter("table")):
        found = list(table.iter("tr"))
        if len(found) > MOST_ROWS:
            for row in found[SHOWN_ROWS:]:
                row.getparent().remove(row)
    inner = "".join(lxml_html.tostring(child, encoding="unicode") for child in root)
    return (root.text or "") + inner, rows
