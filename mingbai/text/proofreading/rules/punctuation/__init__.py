"""Marks of punctuation."""
