"""How a format shows a node: the one registrar and the visitors."""
