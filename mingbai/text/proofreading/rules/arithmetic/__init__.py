"""Figures that do not add up."""
