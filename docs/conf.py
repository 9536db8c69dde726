"""Sphinx's settings for this site.

Everything a lab would change to make the site its own stands in the first part.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

# -- The lab ----------------------------------------------------------------------------------

project = "MIMIC"
author = "Multimodal Interactive Machine Intelligence Center"
copyright = author
language = "en"
version = "1"  # an EPUB has to have one

# The address under which the site is published.  Read the Docs names it; any other build is taken
# for one that is looked at on this machine, where `nox -s live` shows it.  To publish elsewhere,
# write that address here: canonical links, feeds and the sitemap are made of it.
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "http://127.0.0.1:8000/")

# -- What makes the pages -----------------------------------------------------------------------

extensions = [
    "sphinxext.profile",  # people, timelines, projects; switches on MyST and sphinx-design
    "sphinxext.opengraph",  # what a link to a page looks like in a message
    "sphinx_sitemap",  # the list of pages for search engines
    "mathml",  # formulas without a script (docs/_ext)
    "example",  # the guide's examples: source beside result (docs/_ext)
    "presets",  # the guide's samples of presets (docs/_ext)
    "reference",  # the guide's tables of options and settings (docs/_ext)
    "not_found",  # what a host shows where there is no page (docs/_ext)
    "lean",  # one style sheet, and no script in a page (docs/_ext)
    "book",  # drawings and chapters for the printed book (docs/_ext)
]
myst_enable_extensions = ["attrs_inline", "dollarmath", "fieldlist", "smartquotes"]
html_math_renderer = "mathml"
exclude_patterns = ["_build", "guide/examples"]
nitpicky = True
profile_bibliography = ["publications.bib"]
profile_publication_pages = True
profile_calendar = ["events", "news"]
sitemap_url_scheme = "{link}"  # html_baseurl has language and version in it already
# A form, and what stands where there is no page.
sitemap_excludes = ["search.html", "search/", "404.html"]
profile_unlisted = ["guide/*"]  # the people of the guide's examples don't exist

# -- How they look ------------------------------------------------------------------------------

html_theme = "pydata_sphinx_theme"
profile_preset = "paper"  # the colours; _static/site.css has the faces and the home page
html_title = "MIMIC"
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_extra_path = ["_extra"]  # headers for hosts that read them
html_css_files = ["site.css", "icons.css", "theme-mending.css"]
templates_path = ["_templates"]
html_copy_source = False
html_show_sourcelink = False
html_use_index = False  # it would be empty: records have indices of their own
html_context = {"default_mode": "auto"}  # light or dark, as the reader's system says

html_theme_options = {
    "logo": {"image_light": "_static/logo.svg", "image_dark": "_static/logo.svg", "text": "MIMIC"},
    "header_links_before_dropdown": 7,
    "navigation_depth": 2,  # what a sidebar costs grows with the pages it names
    "show_prev_next": False,
    "search_bar_text": "Search this site",
    "footer_start": ["copyright"],
    "footer_end": ["machines", "made-with"],
    "secondary_sidebar_items": {"**": ["page-toc"], "index": []},
}

# The lab's own pages have the header to walk by; only the guide needs a list of pages beside it.
html_sidebars = {
    page: [] for page in ("index", "join", "people/*", "projects/*", "publications", "news")
}

# -- The electronic book ------------------------------------------------------------------------

# Readers bring faces of their own, and Sphinx (9.0) knows no media type for a font.
_fonts = Path(__file__).parent.glob("_static/fonts/*")
epub_exclude_files = ["_headers", *(f"_static/fonts/{font.name}" for font in _fonts)]

# -- The printed book ---------------------------------------------------------------------------

# LuaLaTeX looks a letter up in a second font where the first has none, as for Korean names.
latex_engine = "lualatex"
latex_elements = {
    "papersize": "a4paper",
    "extraclassoptions": "openany,oneside",
    "fontpkg": r"""
\directlua{luaotfload.add_fallback("cjk", {"NotoSerifCJKKR:mode=harf;script=hang;"})}
\setmainfont{FreeSerif}[RawFeature={fallback=cjk}]
\setsansfont{FreeSans}[RawFeature={fallback=cjk}]
\setmonofont{FreeMono}[RawFeature={fallback=cjk}]
""",
}
