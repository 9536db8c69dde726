"""Spares a build the compiling of a theme's templates: a tenth of one that changes a page.

Jinja keeps what it compiled beside the environment, known by the text of each template, so that an
edit of one counts.  The first build writes it, and writes no page in another way.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import jinja2
import sphinx
from jinja2 import FileSystemBytecodeCache
from sphinx.application import Sphinx
from sphinx.jinja2glue import BuiltinTemplateLoader


def register(app: Sphinx) -> None:
    """Connect to the beginning of a build, behind all who add to the templates' environment."""
    app.connect("builder-inited", _keep_compiled, priority=900)


def _keep_compiled(app: Sphinx) -> None:
    # Builders without templates have no such attribute.
    templates = getattr(app.builder, "templates", None)
    if not isinstance(templates, BuiltinTemplateLoader):
        return
    folder = Path(app.doctreedir) / "profile"
    folder.mkdir(parents=True, exist_ok=True)
    environment = templates.environment
    # What Jinja makes of a template hangs on these, too.
    around = (jinja2.__version__, sphinx.__version__, *environment.extensions, *environment.filters)
    mark = hashlib.blake2b(repr(around).encode(), digest_size=6).hexdigest()
    environment.bytecode_cache = FileSystemBytecodeCache(str(folder), f"template-{mark}-%s.cache")
