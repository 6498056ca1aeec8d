"""Proofreading: `check` reads one ingested file with every rule and says what a careful reader would mark."""

from mingbai.text.proofreading.engine import Overrides, check
from mingbai.text.proofreading.lists import ListError, Lists, load_lists, switched_off
from mingbai.text.proofreading.rules._knowledge import forget_tables

__all__ = ["ListError", "Lists", "Overrides", "check", "forget_tables", "load_lists", "switched_off"]
