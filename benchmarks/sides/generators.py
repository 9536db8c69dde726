"""The lab for Hugo and for Jekyll: the same Markdown, with a layout that links the chapters."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .markdown import Markdown

_MENU = (("People", "/people/"), ("Projects", "/projects/"), ("News", "/news/"))


def _layout(title: str, content: str, publications: str) -> str:
    """Return a page around the content, with the chapters to walk by."""
    chapters = (*_MENU, ("Publications", publications))
    links = " ".join(f'<a href="{way}">{name}</a>' for name, way in chapters)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"</head>\n<body><nav>{links}</nav>\n<main>{content}</main></body></html>\n"
    )


class Hugo(Markdown):
    """A site of Hugo."""

    @staticmethod
    def command(source: Path, out: Path) -> list[str]:
        """Build with Hugo."""
        return ["hugo", "--quiet", "-s", str(source), "-d", str(out)]

    def settings(self) -> dict[str, str]:
        """Write the settings and the layout."""
        layout = _layout("{{ .Title }}", "{{ .Content }}", "/publications/")
        return {
            "config.toml": 'baseURL = "https://lab.example/"\ntitle = "Lab"\n'
            'disableKinds = ["taxonomy", "term", "RSS"]\n',
            "layouts/_default/single.html": layout,
            "layouts/_default/list.html": layout,
        }

    def files(self) -> dict[str, str]:
        """Put the pages where Hugo looks for them."""
        pages = {}
        for path, text in super().files().items():
            place = path.replace("index.md", "_index.md")
            pages[f"content/{place}" if path.endswith(".md") else path] = self.titled(text, path)
        return pages

    def titled(self, text: str, path: str) -> str:
        """Put front matter before a page."""
        if not path.endswith(".md"):
            return text
        heading = text.removeprefix("# ").split("\n", 1)[0]
        return f'---\ntitle: "{heading}"\n---\n{text}'

    def tree(self, names: Iterable[str]) -> str:
        """Write nothing: the layout has the navigation."""
        return ""

    def link(self, folder: str, name: str, words: str) -> str:
        """Link to the folder that Hugo makes of a page."""
        return f"[{words}](/{folder}/{name}/)"


class Jekyll(Hugo):
    """A site of Jekyll."""

    @staticmethod
    def command(source: Path, out: Path) -> list[str]:
        """Build with Jekyll."""
        return ["jekyll", "build", "-q", "-s", str(source), "-d", str(out)]

    def settings(self) -> dict[str, str]:
        """Write the settings and the layout."""
        return {
            "_config.yml": "title: Lab\ndefaults:\n  - scope: {path: ''}\n"
            "    values: {layout: default}\n",
            "_layouts/default.html": _layout(
                "{{ page.title }}", "{{ content }}", "/publications.html"
            ),
        }

    def files(self) -> dict[str, str]:
        """Give each page front matter."""
        pages = Markdown.files(self)
        return {path: self.titled(text, path) for path, text in pages.items()}

    def link(self, folder: str, name: str, words: str) -> str:
        """Link to the file that Jekyll makes of a page."""
        return f"[{words}](/{folder}/{name}.html)"
