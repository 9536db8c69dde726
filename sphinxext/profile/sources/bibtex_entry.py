"""One raw entry as a publication: BibTeX's and BibLaTeX's fields in the words of the model."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, Final
from urllib.parse import unquote

from ..model.identifiers import parse_arxiv, parse_doi, parse_isbn, parse_pmid
from ..model.nearest import did_you_mean
from ..model.publication import LINK_RELS, Publication, Status
from ..model.record import Image, Link
from ..model.richtext import Block, RichText, Span
from .bibtex_blocks import RawEntry
from .bibtex_fields import Fields, with_subtitle
from .bibtex_marks import contributors
from .bibtex_source import clean_source
from .bibtex_types import (
    ARXIV_JOURNAL,
    TYPES,
    genre_of,
    is_preprint_server,
    status_in,
    status_named,
)
from .bounds import bounded
from .field_text import verbatim
from .formula import harmless
from .inline_markup import read_inline
from .issue import Issue
from .latex_text import plain_of, tidy, to_plain, to_rich, to_spans

_DASHES = re.compile(r"(?:(?<!\s)\s+)?(?:-{1,3}|[‐-―−])\s*")
_IN_BOOKS = frozenset({"paper-conference", "chapter", "entry-encyclopedia", "speech"})
_ISSN = re.compile(r"\b(\d{4})[-‐–]?(\d{3}[\dXx])\b")
_URL_IN_TEXT = re.compile(r"https?://[^\s{}\\]+(?:\\[%&#_~][^\s{}\\]*)*")

#: What is plain text -> the fields that may hold it; the first one with words counts.
_TEXTS: Final = {
    "short_title": ("shorttitle",),
    "container_short": ("shortjournal", "shortbooktitle"),
    "series": ("series",),
    "volume": ("volume",),
    "article_number": ("eid", "articleno", "article-number", "article_number", "articlenumber"),
    "chapter": ("chapter",),
    "edition": ("edition",),
    "version": ("version",),
    "place": ("location", "venue", "address", "eventvenue"),
    "language": ("langid", "language"),
    "note": ("note", "addendum", "howpublished"),
    "abbr": ("abbr",),
    "award_name": ("award_name",),
}
#: Field -> what it is asked for: an entry has few of all that there are.
_TEXT_OF: Final = {field: part for part, names in _TEXTS.items() for field in names}

_INLINE = ("award", "additional_info", "annotation")
#: Lists that commas part.
_LISTS = ("keywords", "tags", "people", "projects")

_RICH = {"title_rich", "body", "award", "additional_info", "annotation"}

#: Link fields of al-folio, and ours, that hold an address or a file.
_LINK_FIELDS = (
    "html", "pdf", "code", "dataset", "model", "website", "video", "slides", "poster", "supp",
    "blog",
)  # fmt: skip


def publication(entry: RawEntry, issues: list[Issue]) -> Publication:
    """Return an entry as a publication; what is wrong with its fields goes to ``issues``."""
    fields = Fields(entry, issues)
    kind = _type(fields)
    name, title = _title(fields)
    values: dict[str, Any] = {
        "id": entry.key,
        "name": name,
        "title_rich": title,
        **_texts(fields),
        **_people(fields),
        "issued": fields.issued(),
        **_venue(fields, kind),
        **_identifiers(fields),
        **_rich_texts(fields),
        **{name: fields.items(name) for name in _LISTS if name in fields.raw},
        "selected": fields.flag("selected") or False,
        "bibtex_show": fields.flag("bibtex_show"),
        "image": _image(fields),
        "bibtex": clean_source(entry),
    }
    if "urldate" in fields.raw:
        values["accessed"] = fields.date("urldate")
    values["status"], values["type"] = _status(fields, kind, values)
    values["links"] = _links(fields, values)
    for part in _RICH & values.keys():
        if values[part]:
            refuse = partial(fields.report, "bibtex")
            values[part] = harmless(bounded(values[part], refuse), refuse)
    return Publication(**values)


def _type(fields: Fields) -> str:
    name = fields.entry.type.lower()
    kind = TYPES.get(name, "")
    if not kind:
        hint = did_you_mean(name, TYPES)
        known = hint or f"known are {', '.join(sorted(TYPES)[:8])} ..."
        fields.report("bibtex", f"@{name} is no known type and is read as @misc; {known}")
        kind = "document"
    subtype = fields.text("entrysubtype").lower()
    if kind == "article-journal" and subtype in {"magazine", "newspaper"}:
        kind = f"article-{subtype}"
    if kind == "manuscript" and fields.value("eventtitle"):
        kind = "speech"
    return kind


def _title(fields: Fields) -> tuple[str, RichText]:
    """Return the plain title and, where it has markup, the rich one."""
    spans = to_spans(fields.value("title"))
    name = plain_of(spans)
    if subtitle := to_spans(fields.value("subtitle")):
        whole = with_subtitle(name, plain_of(subtitle))
        between = whole[len(name) : len(whole) - len(plain_of(subtitle))]
        spans, name = tidy((*spans, Span(between), *subtitle)), whole
    if not name:
        fields.report("missing", "it has no title; its key is shown instead")
        return fields.entry.key, ()
    marked = any(span.marks or span.href for span in spans)
    return name, (Block("paragraph", spans),) if marked else ()


def _people(fields: Fields) -> dict[str, Any]:
    authors, et_al = contributors(fields, "author")
    editors, more = contributors(fields, "editor") if "editor" in fields.raw else ((), False)
    return {"authors": authors, "editors": editors, "et_al": et_al or (more and not authors)}


def _venue(fields: Fields, kind: str) -> dict[str, Any]:
    """Return what says where a work came out."""
    raw = fields.raw
    if kind in _IN_BOOKS:
        container = fields.titled("booktitle", "maintitle", "journaltitle", "journal")
    else:
        container = fields.titled("journaltitle", "journal", "booktitle", "maintitle")
        if kind == "book" and container == fields.titled("title"):
            container = ""
    pages = _pages(fields.text("pages")) if "pages" in raw else ""
    number, issue = fields.text("number"), fields.text("issue")
    is_issue = kind.startswith("article") or kind in _IN_BOOKS or kind == "periodical"
    school = fields.text("school", "institution") if kind == "thesis" else ""
    publisher = fields.text("publisher", "institution", "organization", "school")
    return {
        "container_title": container,
        "event": fields.titled("eventtitle"),
        "issue": (number if is_issue else "") or issue,
        "number": fields.text("number", "reportnumber") if not is_issue else "",
        "pages": pages,
        "publisher": "" if school and school == publisher else publisher,
        "school": school,
        "genre": genre_of(fields.entry.type.lower(), fields.text("type")),
    }


def _pages(text: str) -> str:
    """Return pages with a dash between the first and the last, and one page as one number."""
    first, dash, last = _DASHES.sub("–", text).strip(" –").partition("–")
    return first if first == last or not dash else f"{first}–{last}"


def _identifiers(fields: Fields) -> dict[str, Any]:
    raw = fields.raw
    arxiv, arxiv_class = _arxiv(fields)
    return {
        "doi": fields.identifier(parse_doi, "doi") if "doi" in raw else "",
        "arxiv": arxiv,
        "arxiv_class": arxiv_class,
        "pmid": fields.identifier(parse_pmid, "pmid", "pubmedid") if raw.keys() & _PMID else "",
        "isbn": _isbn(fields) if "isbn" in raw else "",
        "issn": _issn(fields) if "issn" in raw else "",
        "url": _url(fields),
    }


_PMID = {"pmid", "pubmedid"}


def _isbn(fields: Fields) -> str:
    """Return the first of the numbers that stand in the field."""
    parts = re.split(r"[,;/(]|\s{2,}|\s(?=97[89])", verbatim(fields.value("isbn")))
    fields.raw["isbn"] = next((part for part in parts if part.strip()), "")
    return fields.identifier(parse_isbn, "isbn")


def _issn(fields: Fields) -> str:
    text = fields.text("issn")
    match = _ISSN.search(text)
    return f"{match[1]}-{match[2].upper()}" if match else text


def _arxiv(fields: Fields) -> tuple[str, str]:
    raw = fields.raw
    kind = fields.text("primaryclass", "eprintclass") if "eprint" in raw else ""
    if fields.value("arxiv"):
        return fields.identifier(parse_arxiv, "arxiv"), kind
    server = fields.text("eprinttype", "archiveprefix").lower() if "eprint" in raw else ""
    if server == "arxiv":
        return fields.identifier(parse_arxiv, "eprint"), kind
    for name in ("journal", "journaltitle", "volume", "howpublished", "note", "number", "eprint"):
        if (value := raw.get(name)) and (match := ARXIV_JOURNAL.search(value)):
            return match[1].lower(), kind
    return "", ""


def _url(fields: Fields) -> str:
    if fields.value("url", "link"):
        return fields.address("url", "link")
    for name in ("howpublished", "note"):
        value = fields.raw.get(name, "")
        if "http" in value and (match := _URL_IN_TEXT.search(value)):
            fields.raw["_url"] = match[0].rstrip(".,;)")
            return fields.address("_url")
    return ""


def _texts(fields: Fields) -> dict[str, str]:
    """Return what is plain text, of all that some field of the entry may hold."""
    parts = {_TEXT_OF[name] for name in fields.raw if name in _TEXT_OF}
    return {part: fields.text(*_TEXTS[part]) for part in parts}


def _rich_texts(fields: Fields) -> dict[str, RichText]:
    """Return the abstract, and what al-folio's users write in Markdown."""
    raw = fields.raw
    found = {name: read_inline(raw[name]) for name in _INLINE if name in raw}
    if "abstract" in raw:
        found["body"] = to_rich(raw["abstract"])
    return found


def _image(fields: Fields) -> Image | None:
    if "preview" not in fields.raw:
        return None
    uri = fields.address("preview")
    return Image(uri, fields.text("alt", "preview_alt")) if uri else None


def _status(fields: Fields, kind: str, values: dict[str, Any]) -> tuple[Status, str]:
    """Return where the work stands, and its type, for a preprint is an ``article``."""
    server = is_preprint_server(values["container_title"])
    venue = values["container_title"] and not server
    bare = kind in {"document", "article", "manuscript", "webpage"} and not venue
    is_preprint = (
        kind == "article"
        or (kind == "article-journal" and server)
        or ((bare or server) and bool(values["arxiv"]))
    )
    stated = fields.value("status", "pubstate")
    status: Status | None = None
    if stated and not (status := status_named(to_plain(stated))):
        fields.report(
            "bibtex",
            f"status = {to_plain(stated)!r} is none of published, in-press, under-review, preprint",
        )
    if status is None:
        year = fields.text("year") if not values["issued"] else ""
        status = status_in(year, values.get("note", ""), values["container_title"])
    if status is None and is_preprint:
        status = "preprint"
    return status or "published", "article" if is_preprint else kind


def _links(fields: Fields, values: dict[str, Any]) -> tuple[Link, ...]:
    """Return the buttons of an entry in their order, no address twice."""
    found: dict[str, str] = {}
    for name in _LINK_FIELDS:
        if name in fields.raw:
            found[name] = fields.address(name)
    if values["doi"]:
        found["doi"] = f"https://doi.org/{values['doi']}"
    if values["arxiv"]:
        found["arxiv"] = f"https://arxiv.org/abs/{values['arxiv']}"
    if hal := verbatim(fields.value("hal", "hal_id")):
        fields.raw["hal"] = hal if "/" in hal else f"https://hal.science/{hal}"
        found["hal"] = fields.address("hal")
    taken = {url.removeprefix("http://").removeprefix("https://") for url in found.values()}
    url = values["url"]
    # A publisher's address that holds the DOI leads where the DOI does.
    same = values["doi"] and unquote(url).lower().endswith(f"/{values['doi']}")
    if url and not same and re.sub(r"^https?://(?:dx\.)?", "", url) not in taken:
        found["url"] = url
    return tuple(Link(label, found[rel], rel) for rel, label in LINK_RELS.items() if found.get(rel))
