"""Laws and policies cited wrongly."""
