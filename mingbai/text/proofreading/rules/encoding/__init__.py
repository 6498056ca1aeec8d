"""What a wrong encoding or extraction left in a text."""
