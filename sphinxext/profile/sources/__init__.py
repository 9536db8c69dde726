"""What we read: files made into records."""
