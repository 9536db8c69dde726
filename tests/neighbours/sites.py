"""What stands beside our pages: each neighbour's settings and a page that uses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_GALLERY_SCRIPT = '''\
"""
A script
========

Words of the gallery.
"""

print("one")
'''


@dataclass(frozen=True)
class Neighbour:
    """An extension by the name of its distribution."""

    package: str
    extension: str
    page: str
    words: str
    conf: Mapping[str, object] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    #: Pages that it makes, for the site's toctree.
    makes: tuple[str, ...] = ()
    #: Parts of warnings that are the neighbour's own.
    grumbles: tuple[str, ...] = ()


NEIGHBOURS = (
    Neighbour(
        "sphinx-needs",
        "sphinx_needs",
        "```{req} A need\n:id: REQ_1\n\nWords of the need.\n```\n\n```{needlist}\n```\n",
        "Words of the need",
        grumbles=("[epub.unknown_project_files]", '"table cell spanning" not supported'),
    ),
    Neighbour(
        "ablog",
        "ablog",
        "```{post} 2020-01-02\n:tags: one\n```\n\nWords of the post.\n",
        "Words of the post",
        {"blog_title": "Blog", "blog_baseurl": "https://example.org"},
    ),
    Neighbour(
        "sphinx-tags",
        "sphinx_tags",
        "Words with tags.\n\n```{tags} one, two\n```\n",
        "Words with tags",
        {
            "tags_create_tags": True,
            "tags_extension": ["md"],
            # It writes links that lead to no page of this builder.
            "linkcheck_ignore": ["https?:", "mailto:", "tel:", "_tags/"],
        },
        makes=("_tags/tagsindex",),
        # Its pages of tags have toctrees of the pages that have the tag.
        grumbles=("[toc.circular]", "[epub.duplicated_toc_entry]"),
    ),
    Neighbour(
        "sphinxcontrib-bibtex",
        "sphinxcontrib.bibtex",
        "Words that cite {cite}`work`.\n\n```{bibliography}\n```\n",
        "A work of others",
        {"bibtex_bibfiles": ["theirs.bib"]},
        {"theirs.bib": "@misc{work, title={A work of others}, author={Roe, Ann}, year={2020}}\n"},
    ),
    Neighbour(
        "sphinx-gallery",
        "sphinx_gallery.gen_gallery",
        "Words beside a gallery; see {ref}`the script <sphx_glr_gallery_plot_one.py>`.\n\n"
        "```{toctree}\ngallery/index\n```\n",
        "Words of the gallery",
        {
            "exclude_patterns": ["scripts"],
            "sphinx_gallery_conf": {
                "examples_dirs": "scripts",
                "gallery_dirs": "gallery",
                "plot_gallery": False,
                "download_all_examples": False,
                "show_signature": False,
                "remove_config_comments": False,
            },
        },
        {
            "scripts/GALLERY_HEADER.rst": "Gallery\n=======\n",
            "scripts/plot_one.py": _GALLERY_SCRIPT,
        },
    ),
    Neighbour(
        "sphinx-tabs",
        "sphinx_tabs.tabs",
        "````{tabs}\n```{tab} One\nWords in a tab.\n```\n```{tab} Two\nOther words.\n```\n````\n",
        "Words in a tab",
    ),
    Neighbour(
        "sphinx-copybutton",
        "sphinx_copybutton",
        "Words with code.\n\n```python\nprint(1)\n```\n",
        "Words with code",
    ),
)
