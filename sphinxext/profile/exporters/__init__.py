"""What machines read: records made into text; no docutils, no nodes."""
