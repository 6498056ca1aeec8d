"""Years, days and periods."""
