"""A page never goes without the site's name."""

import pytest
from django.test import Client

from mingbai.core.identity import SiteIdentity, save_site_identity, site_identity

pytestmark = pytest.mark.django_db


def test_what_was_left_blank_keeps_its_default() -> None:
    save_site_identity(SiteIdentity(name="", short_name="", host="某县人民政府办公室"))
    found = site_identity()
    assert (found.name, found.short_name) == (SiteIdentity.name, SiteIdentity.short_name)
    assert found.host == "某县人民政府办公室"


@pytest.mark.parametrize("address", ["/", "/da/", "/about/", "/desk/sign-in/"])
def test_an_empty_installation_has_titles(client: Client, address: str) -> None:
    title = client.get(address).text.partition("<title>")[2].partition("</title>")[0].strip()
    assert title and not title.startswith("-") and not title.endswith("-")
    assert SiteIdentity.short_name in title
