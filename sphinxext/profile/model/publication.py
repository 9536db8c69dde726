"""A publication: the item of CSL 1.0.2, with what al-folio's bibliographies add to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from .dates import PartialDate
from .names import PersonName
from .packing import Packed
from .record import Record
from .richtext import RichText

#: Where a publication stands, in the order in which lists show the sections.
Status = Literal["published", "in-press", "under-review", "preprint"]
STATUSES: tuple[Status, ...] = ("published", "in-press", "under-review", "preprint")

#: Item types of CSL 1.0.2 (``csl-data.json``); a preprint is an ``article``.
TYPES = (
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing",
    "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
)  # fmt: skip

#: Types that lists show in this order; all others follow by name.
TYPE_ORDER = (
    "article-journal", "paper-conference", "book", "chapter", "thesis", "report", "article",
    "manuscript", "speech", "patent", "dataset", "software",
)  # fmt: skip

#: Kinds of link and the words on their buttons, in the order in which the buttons stand.
LINK_RELS = {
    "html": "HTML",
    "pdf": "PDF",
    "doi": "DOI",
    "arxiv": "arXiv",
    "hal": "HAL",
    "code": "Code",
    "dataset": "Dataset",
    "model": "Model",
    "website": "Website",
    "video": "Video",
    "slides": "Slides",
    "poster": "Poster",
    "supp": "Supplement",
    "blog": "Blog",
    "url": "Link",
}

#: What a mark beside an author says; any other mark is a sign (``‡``) that the page prints.
EQUAL, CORRESPONDING = "equal", "corresponding"


@dataclass(frozen=True, slots=True)
class Contributor(Packed):
    """An author or editor of one publication, with the marks that stand beside the name here."""

    name: PersonName
    marks: tuple[str, ...] = ()

    @property
    def is_equal(self) -> bool:
        """Whether this is one of several authors who contributed equally."""
        return EQUAL in self.marks

    @property
    def is_corresponding(self) -> bool:
        """Whether letters go to this author."""
        return CORRESPONDING in self.marks


@dataclass(frozen=True, kw_only=True)
class Publication(Record):
    """One work.  ``id`` is the citation key, ``name`` the plain title, ``body`` the abstract.

    ``type`` is one of :data:`TYPES`.  ``title_rich`` is the title with its markup, empty where it
    has none.  ``et_al`` says that the list of authors goes on.  ``article_number`` is what stands
    for pages in a journal without any, ``number`` the number of a report or patent.
    ``publisher`` is also the institution of a report; ``school`` awards a thesis, and ``genre``
    says which ("PhD thesis").  ``people`` and ``projects`` are ids, or names that stand for them.
    ``bibtex_show`` is ``None`` where the author left it to the site.  ``bibtex`` is the entry
    as others may copy it, ``""`` where the work came from elsewhere.
    """

    objtype: ClassVar[str] = "publication"

    type: str = "document"
    title_rich: RichText = ()
    short_title: str = ""
    authors: tuple[Contributor, ...] = ()
    editors: tuple[Contributor, ...] = ()
    et_al: bool = False
    issued: PartialDate | None = None
    accessed: PartialDate | None = None

    container_title: str = ""
    container_short: str = ""
    series: str = ""
    event: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    article_number: str = ""
    number: str = ""
    chapter: str = ""
    edition: str = ""
    version: str = ""
    publisher: str = ""
    place: str = ""
    school: str = ""
    genre: str = ""
    language: str = ""
    note: str = ""

    doi: str = ""
    arxiv: str = ""
    arxiv_class: str = ""
    pmid: str = ""
    isbn: str = ""
    issn: str = ""
    url: str = ""

    status: Status = "published"
    selected: bool = False
    abbr: str = ""
    award: RichText = ()
    award_name: str = ""
    additional_info: RichText = ()
    annotation: RichText = ()
    keywords: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    bibtex_show: bool | None = None
    bibtex: str = ""

    @property
    def year(self) -> int | None:
        """The year of publication, where it is known."""
        return self.issued.year if self.issued else None

    @property
    def venue(self) -> str:
        """Where it came out, in the fewest words that name it: journal, meeting, school ..."""
        preprint = "arXiv" if self.arxiv else ""
        return self.container_title or self.event or self.school or preprint or self.publisher

    @property
    def abstract(self) -> RichText:
        """The abstract."""
        return self.body

    def link(self, rel: str) -> str:
        """Return the address of the first link of a kind (:data:`LINK_RELS`), or ``""``."""
        return next((link.url for link in self.links if link.rel == rel), "")
