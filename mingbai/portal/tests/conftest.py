import pytest
from django.test import Client

from mingbai.core import clock
from mingbai.core.identity import SiteIdentity, save_site_identity
from mingbai.disclosure.factories import make_column
from mingbai.catalogue.models import Adoption
from mingbai.portal.query import dictionary

IDENTITY = SiteIdentity(
    name="试县人民政府门户网站",
    short_name="试县",
    domain="www.shixian.example",
    code="1234567890",
    icp="试备00000000号",
    police_filing="试公网安备 00000000000000号",
    police_filing_url="/about/#filing",
    badge_url="/about/#badge",
    host="试县人民政府办公室",
    contact="0000-1234567",
    phone="0000-1234567",
)


@pytest.fixture
def place(db, county_of_tests):
    """The small county of the disclosure tests, adopted columns and an identity."""
    found = county_of_tests
    save_site_identity(IDENTITY)
    Adoption.objects.of(unit=found.town)  # scoped managers are asked with a parent
    for unit in (found.town, found.village):
        Adoption(unit=unit, column=found.column, adopted_on=clock.today()).save()
    dictionary.forget()
    yield found
    dictionary.forget()


@pytest.fixture
def web():
    return Client()


__all__ = ["IDENTITY", "make_column"]
