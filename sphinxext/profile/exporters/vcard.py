"""vCard 4.0 (RFC 6350): a person for an address book."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.cv import CV
from ..model.cv_formats import PICTURE
from ..model.networks import account_label, account_link
from ..model.richtext import summary
from ..model.urls import is_external
from .content_lines import document, escape


def vcard(cv: CV) -> str:
    """Write a person as a vCard."""
    return document(["BEGIN:VCARD", "VERSION:4.0", *_properties(cv), "END:VCARD"])


def _parameter(words: str) -> str:
    """Quote a parameter's value (section 3.3; ``^'`` is RFC 6868)."""
    words = words.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{words}"' if set(words) & set(",:; ") else words


def _properties(cv: CV) -> Iterator[str]:
    person = cv.person
    yield "KIND:individual"
    if person.names:
        yield f"FN;ALTID=1:{escape(person.name)}"
        for language, words in person.names:
            yield f"FN;ALTID=1;LANGUAGE={_parameter(language)}:{escape(words)}"
    else:
        yield f"FN:{escape(person.name)}"
    if person.aliases:
        yield "NICKNAME:" + ",".join(map(escape, person.aliases))
    if person.role:
        yield f"TITLE:{escape(person.role)}"
    for words in cv.affiliation:
        yield f"ORG:{escape(words)}"
    place = person.place
    if place.text:
        parts = ("", "", place.address, place.city, place.region, place.postal_code)
        yield "ADR:" + ";".join(map(escape, (*parts, place.country_code)))
    yield from _accounts(cv)
    if is_external(cv.picture):
        yield f"PHOTO:{cv.picture}"
    if person.body:
        yield f"NOTE:{escape(summary(person.body))}"
    if person.interests:
        yield "CATEGORIES:" + ",".join(escape(topic.name) for topic in person.interests)
    if is_external(cv.address) and not person.account("url"):
        yield f"URL:{cv.address}"


def _accounts(cv: CV) -> Iterator[str]:
    for account in cv.person.accounts:
        url = account_link(account).url
        if account.network == "email":
            yield f"EMAIL:{escape(account.value)}"
        elif account.network == "phone":
            yield f"TEL;VALUE=uri:{url}"
        elif account.network == "url":
            yield f"URL:{url}"
        elif url:
            # SOCIALPROFILE is RFC 9554.
            service = _parameter(account_label(account))
            yield f"SOCIALPROFILE;SERVICE-TYPE={service};VALUE=uri:{url}"
    for link in cv.person.links:
        if is_external(link.url) and link.rel != PICTURE:
            yield f"URL;TYPE=work:{link.url}"
