"""How much the extension costs, beside what else a lab could use: `python -m benchmarks`."""
