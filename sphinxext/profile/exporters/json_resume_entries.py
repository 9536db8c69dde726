"""Entries of a CV as the objects of JSON Resume's sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from ..model.cv import Entry, Section
from ..model.cv_formats import degree_name
from ..model.dates import PartialDate
from ..model.project import Project
from ..model.publication import Publication
from .plain_words import highlights, prose

Data = dict[str, Any]

#: What an address holds besides letters and digits.
_URL_SIGNS = "%/:?#[]@!$&'()*+,;=~"


def filled(value: Data) -> Data:
    """Leave out what is empty, at every level."""
    out: Data = {}
    for key, inner in value.items():
        kept = filled(inner) if isinstance(inner, dict) else inner
        if kept not in ("", [], {}, None):
            out[key] = kept
    return out


def whole_address(url: str) -> str:
    """Keep a whole address, in the letters of RFC 3986; the schema takes no other."""
    if not url.startswith(("https://", "http://")):
        return ""
    return url if url.isascii() else _ascii(url)


def _ascii(url: str) -> str:
    """Write an international address as a plain one: the host as IDNA, the rest in percents."""
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    try:
        host = host.encode("idna").decode()
    except UnicodeError:
        host = quote(host, safe="@:")
    return f"{scheme}://{host}{slash}{quote(path, safe=_URL_SIGNS)}"


def _date(when: PartialDate | None) -> str:
    """Write a date as ISO 8601 down to the month or day; a season is known to its year."""
    if when is None or not 1000 <= when.year < 3000:
        return ""
    return str(when.year) if when.season else when.isoformat()


def _span(entry: Entry) -> Data:
    start, end = (entry.when.start, entry.when.end) if entry.when else (None, None)
    return {"startDate": _date(start), "endDate": _date(end)}


def _day(entry: Entry) -> str:
    return _date((entry.when.start or entry.when.end) if entry.when else None)


def _links(entry: Entry) -> list[Data]:
    found = [(link.label, whole_address(link.url)) for link in entry.links]
    return [{"label": label, "url": url} for label, url in found if url]


def _work(entry: Entry) -> Data:
    return {
        "name": entry.organization,
        "location": entry.location,
        "description": entry.about,
        "position": entry.name,
        "url": whole_address(entry.url),
        **_span(entry),
        "summary": "\n\n".join(prose(entry.body)),
        "highlights": highlights(entry.body),
        "links": _links(entry),
    }


def _volunteer(entry: Entry) -> Data:
    found = _work(entry)
    return {"organization": found.pop("name"), **found}


def _education(entry: Entry) -> Data:
    record = entry.record
    degree, area = getattr(record, "degree", ""), getattr(record, "area", "")
    return {
        "institution": entry.organization,
        "url": whole_address(entry.url),
        "area": area or ("" if degree else entry.name),
        "studyType": degree,
        "title": entry.name if (area or degree) and entry.name != degree_name(degree, area) else "",
        **_span(entry),
        "score": getattr(record, "score", ""),
        "courses": list(getattr(record, "courses", ())),
        "location": entry.location,
        "summary": "\n\n".join(prose(entry.body)),
        "highlights": highlights(entry.body),
        "links": _links(entry),
    }


def _award(entry: Entry) -> Data:
    return {
        "title": entry.name,
        "date": _day(entry),
        "awarder": entry.organization,
        "url": whole_address(entry.url),
        "amount": getattr(entry.record, "amount", ""),
        "summary": "\n\n".join(prose(entry.body)),
        "highlights": highlights(entry.body),
        "links": _links(entry),
    }


def _certificate(entry: Entry) -> Data:
    return {
        "name": entry.name,
        "date": _day(entry),
        "url": whole_address(entry.url),
        "issuer": entry.organization,
        "summary": "\n\n".join(prose(entry.body)),
        "highlights": highlights(entry.body),
    }


def _publication(entry: Entry) -> Data:
    record = entry.record
    assert isinstance(record, Publication)
    return {
        "name": entry.name,
        "publisher": record.venue or record.publisher,
        "releaseDate": _date(record.issued),
        "url": whole_address(entry.url),
        "summary": "\n\n".join(prose(record.body, lists=True)),
        "authors": [author.name for author in entry.authors],
        "doi": record.doi,
    }


def _project(entry: Entry) -> Data:
    record = entry.record
    assert isinstance(record, Project)
    return {
        "name": entry.name,
        "description": "\n\n".join(prose(entry.body)),
        "highlights": highlights(entry.body),
        "keywords": list(record.tags),
        **_span(entry),
        "url": whole_address(entry.url),
        "roles": roles(entry.role),
        "entity": "; ".join(record.partners),
        "type": record.type,
        "funder": list(record.funder),
        "grant": record.grant,
        "links": _links(entry),
    }


def roles(words: str) -> list[str]:
    """Part what somebody did in a project: ``Team lead, Designer``."""
    sign = ";" if ";" in words else ","
    return [part.strip() for part in words.split(sign) if part.strip()]


def other(kind: str) -> Callable[[Entry], Data]:
    """Return what writes an entry of a kind among the projects."""

    def write(entry: Entry) -> Data:
        return {
            "name": entry.name,
            "description": "\n\n".join(prose(entry.body)),
            "highlights": highlights(entry.body),
            "keywords": list(entry.record.tags) if entry.record else [],
            **_span(entry),
            "url": whole_address(entry.url),
            "entity": entry.organization,
            "type": kind,
            "location": entry.location,
            "amount": getattr(entry.record, "amount", ""),
            "links": _links(entry),
        }

    return write


def _topic(entry: Entry) -> Data:
    return {"name": entry.name, "level": entry.level, "keywords": list(entry.keywords)}


def _language(entry: Entry) -> Data:
    return {"language": entry.name, "fluency": entry.level}


def _reference(entry: Entry) -> Data:
    return {"name": entry.name, "reference": "\n\n".join(prose(entry.body, lists=True))}


def free(section: Section) -> Data:
    """Write a section of the person's own making."""
    items: Iterable[Data] = (
        {"label": entry.name, "text": "\n\n".join(prose(entry.body, lists=True))}
        for entry in section.entries
    )
    return {
        "title": section.title,
        "style": section.style,
        "items": [filled(item) for item in items],
    }


#: Section -> what writes its entries.
WRITERS: dict[str, Callable[[Entry], Data]] = {
    "work": _work,
    "service": _volunteer,
    "education": _education,
    "award": _award,
    "certificate": _certificate,
    "publications": _publication,
    "skills": _topic,
    "languages": _language,
    "interests": _topic,
    "references": _reference,
    "projects": _project,
}
