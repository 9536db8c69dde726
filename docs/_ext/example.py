"""The directive ``example``: a file of ``guide/examples``, as source and as what it becomes.

An example is written once.  The guide shows it and the tests build it::

    ```{example} timeline
    ```

shows ``guide/examples/timeline.md``, beside it ``timeline.rst`` if there is one, and the result.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

FOLDER = "guide/examples"
LANGUAGES = {"md": ("Markdown", "markdown"), "rst": ("reStructuredText", "rst")}

TAB = """\
:::::{{tab-item}} {label}
:sync: {language}
```{{literalinclude}} /{path}
:language: {language}
```
:::::
"""


class Example(SphinxDirective):
    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        stem = f"{FOLDER}/{self.arguments[0]}"
        tabs = [
            TAB.format(label=label, language=language, path=f"{stem}.{suffix}")
            for suffix, (label, language) in LANGUAGES.items()
            if Path(self.env.srcdir, f"{stem}.{suffix}").exists()
        ]
        source = "\n".join(["::::::{tab-set}", ":sync-group: markup", *tabs, "::::::"])
        result = nodes.container(classes=["site-example"], is_div=True)
        result += self.parse_text_to_nodes(f"```{{include}} /{stem}.md\n```")
        return [*self.parse_text_to_nodes(source), result]


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("example", Example)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
