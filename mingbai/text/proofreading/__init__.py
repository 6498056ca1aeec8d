"""Proofreading: `check` reads one ingested file with every rule and says what a careful reader would mark."""

from mingbai.text.proofreading.engine import Overrides, check
from mingbai.text.proofreading.lists import ListError, Lists, load_lists, switched_off

__all__ = ["ListError", "Lists", "Overrides", "check", "load_lists", "switched_off"]
