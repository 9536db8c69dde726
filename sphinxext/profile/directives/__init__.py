"""What authors write: one module per directive."""
