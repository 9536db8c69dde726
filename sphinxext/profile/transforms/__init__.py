"""What is filled in later: listings in every builder, shapes that only HTML needs."""
