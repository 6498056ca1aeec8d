"""The kinds of document that the county writes, one module per field. Importing this registers them all."""

from mingbai.demo.patterns import daily, policy, villages

__all__ = ["daily", "policy", "villages"]
