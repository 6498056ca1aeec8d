import pytest

from mingbai.disclosure.factories import County, make_county


@pytest.fixture
def county(db) -> County:
    return make_county()


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.MFA_REQUIRED_FOR = "off"
