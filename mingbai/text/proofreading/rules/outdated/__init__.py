"""What was out of date in the year of the paper."""
