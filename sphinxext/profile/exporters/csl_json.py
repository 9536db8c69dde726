"""Publications as CSL-JSON, for Zotero, pandoc and every citation processor."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ..model.csl import to_csl
from ..model.publication import Publication


def to_csl_json(publications: Iterable[Publication]) -> str:
    """Return a JSON list with one item for each publication, in their order."""
    items = [to_csl(publication) for publication in publications]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
