"""JSON-LD: what each page states, in schema.org's words, as parts of one connected graph.

A record is told in full on the page that has it, under an ``@id`` that never changes; other pages
refer to that ``@id`` with type and name.  Vocabulary: https://schema.org/docs/full.html.
"""

from __future__ import annotations

from .page import script

__all__ = ["script"]
