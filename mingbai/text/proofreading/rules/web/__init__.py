"""What a web page left in a text."""
