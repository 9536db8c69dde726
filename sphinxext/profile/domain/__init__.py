"""Where the records live: the domain, its store, relations, queries, indices and freshness."""
