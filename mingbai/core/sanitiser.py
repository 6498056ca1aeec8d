"""Rich text from people, Word and WPS, reduced to what a public page may carry.

The site's CSP blocks inline style, so alignment, indents and widths become classes out of a closed set; everything
else that styles, links to scripts or describes an office program is dropped. `nh3` has the last word.
"""

import re
from html import escape

import nh3
from lxml import html as lxml_html
from lxml.html import HtmlElement

TAGS = {
    "p", "h2", "h3", "h4", "strong", "em", "u", "s", "sub", "sup", "br", "hr", "blockquote",
    "ul", "ol", "li", "a", "img", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot",
    "tr", "th", "td", "div", "span",
}  # fmt: skip
ALIGNMENTS = {"left", "center", "right", "justify"}
INDENTS = 8
WIDTHS = range(10, 101, 10)
CLASSES = (
    {f"align-{name}" for name in ALIGNMENTS}
    | {f"indent-{number}" for number in range(1, INDENTS + 1)}
    | {f"width-{number}" for number in WIDTHS}
)
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    "col": {"span"},
}
_CLASSED = ("p", "h2", "h3", "h4", "div", "td", "th", "table", "img", "li", "blockquote", "col", "tr")
_RENAMED = {
    "b": "strong",
    "i": "em",
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
    "strike": "s",
    "del": "s",
    "ins": "u",
}
_DROPPED = {
    "script",
    "style",
    "head",
    "meta",
    "link",
    "title",
    "xml",
    "iframe",
    "object",
    "embed",
    "svg",
    "math",
    "form",
}
# a picture in a text is a file of an item, named by its address on the desk
PICTURE = re.compile(r"/desk/disclosures/(\d{1,18})/files/(\d{1,18})/")
# how Word's clipboard names words deleted under 修订 and everything about 批注
_UNSEEN_CLASSES = ("msodel", "msocom")
_BLOCKS = {"p", "h2", "h3", "h4", "li", "tr", "div", "blockquote", "caption", "hr", "table"}
# one character of an official letter is 三号, 16 pt (GB/T 9704)
_EM = {"em": 1.0, "ch": 2.0, "px": 21.3, "pt": 16.0, "cm": 0.56, "mm": 5.6, "in": 0.22}
_LENGTH = re.compile(r"^(-?[\d.]+)(em|ch|px|pt|cm|mm|in)$")
_PERCENT = re.compile(r"^([\d.]+)%$")
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"<[a-zA-Z!/?]")
_COMMENTS = re.compile(r"<!--.*?-->|<!\[.*?\]>|<\?xml.*?>", re.DOTALL)
_BLANKS = re.compile(r"[ \r\f]+")


def storable(text: str) -> str:
    """Without what no database keeps and no page shows: control characters and halves of surrogate pairs."""
    return _UNSTORABLE.sub("", text)


def sanitise(source: str) -> str:
    """The allowed part of a piece of HTML; plain text comes back as paragraphs."""
    source = storable(source)
    if not _TAG.search(source):
        return from_text(source)
    root = lxml_html.fragment_fromstring(_COMMENTS.sub("", source), create_parent="div")
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag.rpartition(":")[2] in _DROPPED or _unseen(element):
            _remove(element)
        elif element is not root:
            _reduce(element)
    inner = (root.text or "") + "".join(
        lxml_html.tostring(child, encoding="unicode", method="html") for child in root
    )
    cleaned = nh3.clean(
        inner,
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=dict.fromkeys(_CLASSED, CLASSES),
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer",
        clean_content_tags={"script", "style"},
        attribute_filter=_attribute,
    )
    return _tidy(cleaned)


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Pictures only of the items of this site; no language marks of the office program."""
    if name in {"lang", "dir"}:
        return None
    if tag == "img" and name == "src" and not PICTURE.fullmatch(value):
        return None
    return value


def _remove(element: HtmlElement) -> None:
    if element.getparent() is None:
        return
    if isinstance(element.tag, str):
        element.drop_tree()
        return
    parent, tail = element.getparent(), element.tail or ""
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _unseen(element: HtmlElement) -> bool:
    """What the author does not see as text of the document: words deleted under 修订, hidden ones, comments. Kept, they
    would be published."""
    if element.tag == "del" and ("cite" in element.attrib or "datetime" in element.attrib):
        return True
    if any(name.lower().startswith(_UNSEEN_CLASSES) for name in element.get("class", "").split()):
        return True
    style = _declarations(element.get("style", ""))
    return (
        style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
        or style.get("mso-element", "").startswith("comment")
    )


def _reduce(element: HtmlElement) -> None:
    tag = str(element.tag)
    inserted = tag == "ins" and ("cite" in element.attrib or "datetime" in element.attrib)
    named = tag == "a" and "href" not in element.attrib
    if tag == "font" or ":" in tag or inserted or named:
        element.tag = tag = "span"
    element.tag = _RENAMED.get(tag, element.tag)
    style = _declarations(element.get("style", ""))
    classes = {name for name in element.get("class", "").split() if name in CLASSES}
    classes |= set(_alignment(element, style)) | set(_indent(style)) | set(_width(element, style))
    if element.tag == "span" and style.get("font-weight") in {"bold", "700"}:
        element.tag = "strong"
    element.attrib.pop("style", None)
    element.attrib.pop("class", None)
    if classes:
        element.set("class", " ".join(sorted(classes)))


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs if value.strip()}


def _alignment(element: HtmlElement, style: dict[str, str]) -> list[str]:
    asked = style.get("text-align") or element.get("align", "").lower()
    return [f"align-{asked}"] if asked in ALIGNMENTS - {"left", "justify"} else []


def _indent(style: dict[str, str]) -> list[str]:
    """First-line and left indents in whole characters, the sum of both."""
    total = sum(_characters(style.get(name, "")) for name in ("text-indent", "margin-left", "padding-left"))
    number = min(round(total), INDENTS)
    return [f"indent-{number}"] if number >= 1 else []


def _characters(value: str) -> float:
    found = _LENGTH.match(value)
    if not found:
        return 0.0
    try:
        return max(float(found[1]) / _EM[found[2]], 0.0)
    except ValueError:
        return 0.0


def _width(element: HtmlElement, style: dict[str, str]) -> list[str]:
    found = _PERCENT.match(style.get("width", "") or element.get("width", ""))
    if not found or element.tag not in {"table", "td", "th", "col", "img"}:
        return []
    number = min(max(round(float(found[1]) / 10) * 10, 10), 100)
    return [f"width-{number}"]


def _tidy(cleaned: str) -> str:
    """Unwrap spans that no longer say anything and drop runs of empty paragraphs."""
    without_spans = re.sub(r"</?span>|<img(?![^>]*\ssrc=)[^>]*>", "", cleaned)
    return re.sub(r"(<p[^>]*>(?:\s|&nbsp;|<br>)*</p>\s*){2,}", "<p></p>", without_spans).strip()


def from_text(text: str) -> str:
    """Plain text as paragraphs, one for each line that has words."""
    lines = (line.strip() for line in text.replace("\r\n", "\n").split("\n"))
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)


def to_text(source: str) -> str:
    """The words of sanitised HTML: one line for each block, cells of a row parted by tabs."""
    if not source.strip():
        return ""
    root = lxml_html.fragment_fromstring(source, create_parent="div")
    pieces: list[str] = []
    _collect(root, pieces, in_row=False)
    lines = "".join(pieces).split("\n")
    return "\n".join(line for line in map(_single_spaced, lines) if line)


def _single_spaced(line: str) -> str:
    return "\t".join(_BLANKS.sub(" ", cell).strip(" ") for cell in line.split("\t")).strip()


def _collect(element: HtmlElement, pieces: list[str], *, in_row: bool) -> None:
    tag = element.tag
    gap = " " if in_row else "\n"
    if tag in _BLOCKS or tag == "br":
        pieces.append(gap)
    if element.text:
        pieces.append(_flat(element.text))
    for child in element:
        _collect(child, pieces, in_row=in_row or tag == "tr")
        if child.tail:
            pieces.append(_flat(child.tail))
    if tag in {"td", "th"} and element.getnext() is not None:
        pieces.append("\t")
    if tag in _BLOCKS:
        pieces.append(gap)


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")
