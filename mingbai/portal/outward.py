"""Links out of a text: to a site that is no government's, a reader is told before leaving (国办发〔2017〕47号)."""

import html
import re
from urllib.parse import urlencode, urlsplit

from django.core.signing import BadSignature, Signer

_LINK = re.compile(r'(<a\b[^>]*?\bhref=")(https?://[^"]+)(")', re.IGNORECASE)
_GOVERNMENT = (".gov.cn", ".政务", ".xn--zfr164b")
LONGEST = 2_000
_signer = Signer(salt="portal.outward")


def is_official(address: str, own_host: str) -> bool:
    """Of this site, or of a government."""
    host = (urlsplit(address).hostname or "").lower().rstrip(".")
    return host == own_host.lower() or host == "gov.cn" or host.endswith(_GOVERNMENT)


def with_prompt(body: str, prefix: str, own_host: str) -> str:
    """The text with its links to other sites leading over the page that asks; what leads to governments stays."""

    def led(found: re.Match[str]) -> str:
        address = html.unescape(found[2])
        if len(address) > LONGEST or is_official(address, own_host):
            return found[0]
        asked = urlencode({"to": address, "s": _signer.signature(address)})
        return f"{found[1]}{prefix}/leave/?{html.escape(asked)}{found[3]}"

    return _LINK.sub(led, body) if "href=" in body else body


def is_ours(address: str, signature: str) -> bool:
    """Only addresses that stand in a public text are led to; the page is no stranger's signpost."""
    try:
        _signer.unsign(f"{address}:{signature}")
    except BadSignature:
        return False
    return address.startswith(("http://", "https://"))
