"""Sentences of another trade or paper."""
