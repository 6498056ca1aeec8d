"""Sensitive wording."""
