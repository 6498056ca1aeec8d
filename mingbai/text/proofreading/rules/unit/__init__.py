"""Whose paper it is, and the names of units."""
