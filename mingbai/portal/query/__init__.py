"""From what somebody types to what they are shown: understanding, finding, ranking, snippets, suggestions."""

from mingbai.portal.query.filters import Filters
from mingbai.portal.query.searching import Result, Results, search

__all__ = ["Filters", "Result", "Results", "search"]
