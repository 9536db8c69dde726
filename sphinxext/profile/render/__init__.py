"""How it reads: records made into standard docutils nodes."""
