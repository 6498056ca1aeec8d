"""What a template left open."""
