"""The shape of the project: what its files must be, whatever they do."""
