import pytest

from mingbai.core.identity import SiteIdentity, save_site_identity
from mingbai.disclosure.factories import County, make_county
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
def county(db) -> County:
    """The small county of the disclosure tests with an identity."""
    found = make_county()
    save_site_identity(IDENTITY)
    dictionary.forget()
    return found


@pytest.fixture(autouse=True)
def _settings(settings, tmp_path):
    settings.MFA_REQUIRED_FOR = "off"
    settings.DATA_DIR = tmp_path
