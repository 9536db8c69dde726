"""Node classes, each derived from the standard node that already says what it is.

Sphinx looks visitors up along the class hierarchy, so every writer, ours or not, shows these
nodes; ``writers/`` adds what HTML and LaTeX can say beyond that.  Words are children, never
attributes; attributes are strings and lists of strings.
"""

from __future__ import annotations

from docutils import nodes


class profile_person(nodes.container):
    """A person, stated or listed: ``<article class="h-card">``."""


class profile_organization(nodes.container):
    """An organization: ``<article class="h-card">``."""


class profile_project(nodes.container):
    """A project: ``<article class="h-entry">``."""


class profile_news(nodes.container):
    """A news item: ``<article class="h-entry">``."""


class profile_publication(nodes.container):
    """A publication: ``<article class="h-cite">``."""


class profile_cv(nodes.container):
    """A curriculum vitae: ``<article class="h-resume">``."""


class profile_header(nodes.container):
    """What stands at the head of a record: portrait, name, role: ``<header>``."""


class profile_body(nodes.container):
    """What the author wrote of a record: ``<div>``."""


class profile_group(nodes.container):
    """One group of a listing with its heading: ``<section>``."""


class profile_portrait(nodes.container):
    """The place of a picture; ``initials`` are drawn for it in HTML and nothing elsewhere."""


class profile_picture(nodes.image):
    """A picture of a record: ``<img>`` that loads when it is near, as large as is needed."""


class profile_title(nodes.rubric):
    """A heading inside a block; the HTML level follows from where it stands."""


class profile_list(nodes.bullet_list):
    """A listing's items: ``<ul>``."""


class profile_item(nodes.list_item):
    """One item of a listing: ``<li>``."""


class profile_timeline(nodes.definition_list):
    """Dated entries, ``<ol>`` in HTML, a definition list elsewhere."""


class profile_entry(nodes.definition_list_item):
    """One entry of a timeline, or several roles at one organization."""


class profile_dates(nodes.term):
    """When an entry took place."""


class profile_details(nodes.definition):
    """What an entry says."""


class profile_time(nodes.inline):
    """A date, ``<time>`` in HTML with its machine form in ``datetime``."""


class profile_name(nodes.inline):
    """A name in whatever script, ``<bdi>`` in HTML."""


class profile_words(nodes.inline):
    """Words of an author inside a line that is put together: a message of their own."""


class profile_link(nodes.reference):
    """A link that an option asks for; formats without links write its address behind it."""


class profile_disclosure(nodes.container):
    """Words behind a ``<summary>``: the first child is a paragraph with the summary."""


class profile_source(nodes.literal_block):
    """Text to copy, with a button where scripts run: an entry of a bibliography."""


class profile_citations(nodes.bullet_list):
    """A list of publications that HTML writes directly: one node for all, whatever their number.

    ``keys`` names the records, ``anchors`` their ids (``""`` for none).  Its children are the
    pictures to copy and one text with all words, for the search.
    """


class profile_filter(nodes.container):
    """What readers may choose by in a list, for the script; ``year-values`` and so on."""


class profile_listing(nodes.container):
    """The place of a listing, filled before writing; ``query`` holds the query."""


NODES: tuple[type[nodes.Element], ...] = (
    profile_person,
    profile_organization,
    profile_project,
    profile_news,
    profile_publication,
    profile_cv,
    profile_header,
    profile_body,
    profile_group,
    profile_portrait,
    profile_picture,
    profile_title,
    profile_list,
    profile_item,
    profile_timeline,
    profile_entry,
    profile_dates,
    profile_details,
    profile_time,
    profile_name,
    profile_words,
    profile_link,
    profile_disclosure,
    profile_source,
    profile_citations,
    profile_filter,
    profile_listing,
)

#: Nodes that stand for a record or a group, to which references lead.
BLOCKS: tuple[type[nodes.Element], ...] = (
    profile_person,
    profile_organization,
    profile_project,
    profile_news,
    profile_publication,
    profile_group,
)
