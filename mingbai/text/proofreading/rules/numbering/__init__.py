"""Marks of numbering."""
