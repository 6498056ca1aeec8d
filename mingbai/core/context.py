"""What every template may ask: the site's identity."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from mingbai.core.identity import site_identity


def site(request: HttpRequest) -> dict[str, Any]:
    return {"site": site_identity(), "demo": settings.DEMO}
