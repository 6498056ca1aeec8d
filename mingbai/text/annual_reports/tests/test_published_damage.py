"""What published tables have wrong with them: each page read as far as a careful reader would, and no further."""

import re
from fnmatch import fnmatch

import pytest

from mingbai.text.annual_reports.tests.published_cases import CASES
from mingbai.text.annual_reports.tests.published_pages import PAGES
from mingbai.text.annual_reports.tests.test_published_forms import read_printed
from mingbai.text.annual_reports.verify import verify_report

ALL = CASES | PAGES


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(path, pattern) for pattern in patterns)


@pytest.mark.parametrize("name", ALL)
def test_damaged_pages(name):
    case = ALL[name]
    text = case.printer(case.made)
    for pattern, instead in case.change:
        changed = re.sub(pattern, instead, text)
        assert changed != text, pattern
        text = changed
    (report,) = read_printed(text)
    truth = {path: None if matches(path, case.blank) else value for path, value in case.made.cells().items()}
    truth |= dict(case.cells)
    for path, value in truth.items():
        if not matches(path, case.unread):
            assert (path, report.cells.get(path), path in report.unread) == (path, value, False)
        else:
            assert report.cells.get(path) in (None, value), path
    assert not set(report.cells) - set(truth)
    assert {finding.id for finding in verify_report("x", report).findings} == set(case.ids)
    assert report.complete == case.complete
    assert report.layout.name == (case.layout or "2021")
