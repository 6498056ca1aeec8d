import pytest

from mingbai.disclosure.factories import County, make_county


@pytest.fixture
def county(db) -> County:
    return make_county()
