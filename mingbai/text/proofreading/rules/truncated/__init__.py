"""What is cut off."""
