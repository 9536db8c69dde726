"""How it reads: records become standard docutils nodes that every builder can write."""
