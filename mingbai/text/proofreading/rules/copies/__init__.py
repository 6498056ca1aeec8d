"""Passages that stand twice."""
