"""A fact told twice in two ways."""
