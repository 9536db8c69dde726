"""RenderCV 2: the content of a CV as the YAML that https://rendercv.com typesets.

Its entry types are those of ``rendercv.schema.models.cv.entries``; all entries of a section are of
one type.  What an entry has beyond its type is written as further keys, which RenderCV allows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import yaml

from ..model.cv import CV, Entry, Section
from ..model.cv_formats import FREE_KEYS, PICTURE, RENDERCV_NETWORKS, degree_name
from ..model.dates import DateRange, PartialDate
from ..model.networks import account_label, account_link
from ..model.person import Account
from ..model.publication import Publication
from .json_resume_entries import whole_address
from .markdown_words import escape, highlights, line, prose

Data = dict[str, Any]

#: Networks with a field of their own, and others whose accounts RenderCV checks: -> their forms.
_FORMS = {"email": ".+", "phone": r"\+[\d ()./-]{7,}", "url": "https?://.+"}
_SOCIAL_FORMS = {
    "imdb": r"nm\d{7}",
    "stackoverflow": r"\d+/[^/]+",
    "whatsapp": _FORMS["phone"],
}


def rendercv(cv: CV) -> str:
    """Write a CV as a RenderCV file."""
    sections: dict[str, list[Any]] = {}
    for section in cv.sections:
        entries = _entries(section, cv.language)
        if entries:
            sections[_free_title(section.title, sections)] = entries
    data = {"cv": {**_filled(_header(cv)), "sections": sections}}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100)


def _filled(value: Data) -> Data:
    return {key: inner for key, inner in value.items() if inner not in ("", [])}


def _free_title(title: str, taken: dict[str, list[Any]]) -> str:
    """Keep titles apart: they are the keys of a dictionary."""
    number, found = 1, title
    while found in taken:
        number += 1
        found = f"{title} ({number})"
    return found


def _header(cv: CV) -> Data:
    person = cv.person
    social: list[Account] = []
    custom: list[Account] = []
    for account in person.accounts:
        if account.network in _FORMS and _fits(account):
            continue
        (social if account.network in RENDERCV_NETWORKS and _fits(account) else custom).append(
            account
        )
    further = [
        _custom(link.rel or "link", link.label, link.url)
        for link in person.links
        if link.rel != PICTURE
    ]
    names = [_custom("language", words, "") for _language, words in person.names]
    return {
        "name": escape(person.name),
        "headline": escape(", ".join(part for part in (person.role, *cv.affiliation) if part)),
        "location": person.place.text,
        "email": _one_or_all(person.accounts, "email"),
        "photo": whole_address(cv.picture),
        "phone": _one_or_all(person.accounts, "phone"),
        "website": _one_or_all(person.accounts, "url"),
        "social_networks": [
            {"network": RENDERCV_NETWORKS[a.network][0], "username": _username(a)} for a in social
        ],
        "custom_connections": [
            *map(_account, custom),
            *further,
            *names,
        ],
    }


def _one_or_all(accounts: Sequence[Account], network: str) -> str | list[str]:
    found = [a.value for a in accounts if a.network == network and _fits(a)]
    return found[0] if len(found) == 1 else found


def _fits(account: Account) -> bool:
    """Tell whether RenderCV, which refuses the whole file otherwise, takes an account."""
    form = {**_FORMS, **_SOCIAL_FORMS}.get(account.network)
    return form is None or bool(re.fullmatch(form, account.value))


def _username(account: Account) -> str:
    value = account.value.removeprefix("@")
    return f"@{value}" if account.network == "mastodon" else value


def _account(account: Account) -> Data:
    """Write an account that RenderCV has no field for; the icon tells a telephone number."""
    if account.network == "phone":
        return _custom("phone", account.value, "")
    return _custom("link", f"{account_label(account)}: {account.value}", account_link(account).url)


def _custom(icon: str, words: str, url: str) -> Data:
    address = whole_address(url) or None
    return {"fontawesome_icon": icon, "placeholder": escape(words), "url": address}


# -- sections -------------------------------------------------------------------------------------


def _entries(section: Section, language: str) -> list[Any]:
    if section.layout == "prose":
        return prose(section.text, lists=True)
    if section.layout == "citations":
        return [_publication(entry) for entry in section.entries]
    if section.layout == "topics":
        return _topics(section.entries)
    if section.layout == "quotes":
        return [_filled({"name": escape(e.name), "summary": _summary(e)}) for e in section.entries]
    if section.layout == "free":
        return _free(section)
    write = _dated_writer(section)
    return [_filled(write(entry)) for entry in section.entries]


def _dated_writer(section: Section) -> Callable[[Entry], Data]:
    """Choose the one type that all entries of a section have the parts for."""
    if section.name == "education" and all(entry.organization for entry in section.entries):
        return _education
    has_both = all(entry.organization and entry.title for entry in section.entries)
    return _experience if has_both and section.name != "projects" else _normal


def _summary(entry: Entry) -> str:
    return "\n\n".join(prose(entry.body))


def _dates(when: DateRange | None, words: str) -> Data:
    if when is None:
        return {"date": words}
    ends = [end for end in (when.start, when.end) if end]
    if any(end.season for end in ends):
        shown = [_season(end) for end in ends]
        if when.running:
            shown.append("present")
        return {"date": " – ".join(dict.fromkeys(shown))}
    if when.start is None or when.is_single:
        return {"date": ends[0].isoformat()}
    end = "present" if when.running else ends[-1].isoformat()
    return {"start_date": when.start.isoformat(), "end_date": end}


def _season(day: PartialDate) -> str:
    return f"{day.season.capitalize()} {day.year}" if day.season else day.isoformat()


def _common(entry: Entry) -> Data:
    """Write what all dated entries share; further keys come last."""
    record = entry.record
    return {
        **_dates(entry.when, entry.when_text),
        "location": escape(entry.location),
        "summary": _summary(entry),
        "highlights": highlights(entry.body),
        "about": entry.about,
        "courses": list(getattr(record, "courses", ())),
        "score": getattr(record, "score", ""),
        "amount": getattr(record, "amount", ""),
        "partners": list(getattr(record, "partners", ())),
        "funder": list(getattr(record, "funder", ())),
        "grant": getattr(record, "grant", ""),
        "tags": list(record.tags) if record else [],
        "links": [{"label": link.label, "url": link.url} for link in entry.links],
    }


def _title(entry: Entry) -> str:
    words = line(entry.title)
    outside = entry.url.startswith(("https://", "http://"))
    return f"[{words}]({entry.url})" if words and outside else words


def _experience(entry: Entry) -> Data:
    return {"company": escape(entry.organization), "position": _title(entry), **_common(entry)}


def _education(entry: Entry) -> Data:
    record = entry.record
    area, degree = getattr(record, "area", ""), getattr(record, "degree", "")
    named = entry.name if (area or degree) and entry.name != degree_name(degree, area) else ""
    outside = entry.url if entry.url.startswith(("https://", "http://")) else ""
    return {
        "institution": escape(entry.organization),
        "area": escape(area or entry.name),
        "degree": escape(degree),
        **_common(entry),
        "title": escape(named),
        "url": outside,
    }


def _normal(entry: Entry) -> Data:
    name = _title(entry)
    return {
        "name": name or escape(entry.organization),
        **_common(entry),
        "organization": escape(entry.organization) if name else "",
        "role": escape(entry.role),
    }


def _publication(entry: Entry) -> Data:
    record = entry.record
    doi = record.doi if isinstance(record, Publication) else ""
    authors = [
        f"**{escape(author.name)}**" if author.own else escape(author.name)
        for author in entry.authors
    ]
    found = {
        "title": line(entry.title),
        "doi": doi,
        "url": "" if doi or not entry.url.startswith("http") else entry.url,
        "journal": escape("".join(span.text for span in entry.source)),
        **_dates(entry.when, entry.when_text),
        "summary": "\n\n".join(prose(record.body, lists=True)) if record else "",
    }
    return {**_filled(found), "authors": [*authors, *(["et al."] if entry.et_al else [])]}


def _topics(entries: Sequence[Entry]) -> list[Any]:
    if not any(entry.keywords or entry.level for entry in entries):
        return [escape(entry.name) for entry in entries]
    return [_one_line(entry) for entry in entries]


def _one_line(entry: Entry) -> Data:
    """Write ``label`` and ``details``; a level stands behind the label if there are keywords."""
    if entry.keywords:
        label = f"{entry.name} ({entry.level})" if entry.level else entry.name
        return {"label": escape(label), "details": escape(", ".join(entry.keywords))}
    return {"label": escape(entry.name), "details": escape(entry.level)}


def _free(section: Section) -> list[Any]:
    words = ["\n\n".join(prose(entry.body, lists=True)) for entry in section.entries]
    if section.style == "facts":
        return [
            {"label": escape(entry.name), "details": text}
            for entry, text in zip(section.entries, words, strict=True)
        ]
    key = FREE_KEYS.get(section.style)
    return [{key: text} for text in words] if key else list(words)
