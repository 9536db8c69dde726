"""The table of known networks: what a value looks like and the addresses it is known by."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from .identifiers import parse_isni, parse_orcid, parse_ror
from .urls import UrlError, is_external, safe_url


class Network(NamedTuple):
    """A network: its ``name`` as an option, its ``label`` for readers.

    ``check`` returns the normal form of a value, or raises ``ValueError`` with what is allowed.
    ``url_template`` has ``{value}``, or ``{user}`` and ``{host}`` of a value with an ``@``.
    ``forms`` are regular expressions of further addresses (without ``https://www.``) whose
    groups make the value.  ``sections`` are paths that a value may start with itself
    (``company/example``).
    ``icon`` names an icon of Font Awesome, or is empty.
    """

    name: str
    label: str
    check: Callable[[str], str]
    url_template: str
    icon: str = ""
    forms: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()


def _like(pattern: str, allowed: str) -> Callable[[str], str]:
    """Make a check that a value matches a pattern whole; ``allowed`` says so in words."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(allowed)
        return text

    return check


def _web_address(text: str) -> str:
    url = safe_url(text)
    if not is_external(url):
        raise ValueError("a whole address, such as https://example.org")
    return url


def _phone(text: str) -> str:
    number = " ".join(text.removeprefix("tel:").split())
    try:
        digits = sum(char.isdigit() for char in safe_url(f"tel:{number}"))
    except UrlError:
        digits = 0
    if digits < 3:
        raise ValueError("a number, such as +82 2 123 4567")
    return number


_NUMBER = _like(r"[1-9][0-9]{0,19}", "a number")
_NAME_40 = _like(
    r"[A-Za-z0-9][A-Za-z0-9_-]{0,38}", "letters, digits and hyphens, at most 39 characters"
)
_NAME = _like(
    r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}", "letters, digits, hyphens, full stops and underscores"
)
_AT_HOST = _like(
    r"[\w.+-]{1,64}@(?:[^\W_][\w-]*\.)+[^\W\d_][\w-]+", "name@host, such as name@example.org"
)
_LABELS = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]"

#: Every network, in the order that a profile shows them.
TABLE = (
    Network("orcid", "ORCID", parse_orcid, "https://orcid.org/{value}", "fa-brands fa-orcid"),
    Network(
        "email",
        "Email",
        _like(rf"[^\s@<>()\[\]\\,;:\"]{{1,64}}@{_LABELS}", "an address, such as name@example.org"),
        "mailto:{value}",
        "fa-solid fa-envelope",
    ),
    Network("phone", "Phone", _phone, "tel:{value}", "fa-solid fa-phone"),
    Network("url", "Website", _web_address, "{value}", "fa-solid fa-globe"),
    Network(
        "scholar",
        "Google Scholar",
        _like(r"[\w-]{12}", "the twelve characters behind user= in the profile's address"),
        "https://scholar.google.com/citations?user={value}",
        "fa-brands fa-google-scholar",
        (r"scholar\.google\.[a-z.]+/citations\?(?:.*&)?user=(?P<value>[\w-]+)(?:&.*)?",),
    ),
    Network(
        "github",
        "GitHub",
        _NAME_40,
        "https://github.com/{value}",
        "fa-brands fa-github",
    ),
    Network("gitlab", "GitLab", _NAME, "https://gitlab.com/{value}", "fa-brands fa-gitlab"),
    Network("codeberg", "Codeberg", _NAME, "https://codeberg.org/{value}", "fa-brands fa-git-alt"),
    Network(
        "huggingface",
        "Hugging Face",
        _NAME,
        "https://huggingface.co/{value}",
        "fa-solid fa-face-smile",
    ),
    Network("kaggle", "Kaggle", _NAME, "https://www.kaggle.com/{value}", "fa-brands fa-kaggle"),
    Network(
        "stackoverflow",
        "Stack Overflow",
        _NUMBER,
        "https://stackoverflow.com/users/{value}",
        "fa-brands fa-stack-overflow",
        (r"stackoverflow\.com/users/(?P<value>[0-9]+)/[^/]*",),
    ),
    Network(
        "linkedin",
        "LinkedIn",
        _like(
            r"(?:(?:company|school)/)?[\w-]{2,100}",
            "letters, digits and hyphens, or company/NAME, or school/NAME",
        ),
        "https://www.linkedin.com/in/{value}",
        "fa-brands fa-linkedin",
        (
            r"(?:[a-z]{2}\.)?linkedin\.com/in/(?P<value>[^/?]+)(?:[/?].*)?",
            r"(?:[a-z]{2}\.)?linkedin\.com/(?P<value>(?:company|school)/[^/?]+)(?:[/?].*)?",
        ),
        ("company", "school"),
    ),
    Network(
        "mastodon",
        "Mastodon",
        _like(rf"\w{{1,64}}@{_LABELS}", "name@server, such as name@mastodon.social"),
        "https://{host}/@{user}",
        "fa-brands fa-mastodon",
        (r"(?P<host>[^/@]+)/users/(?P<user>\w+)",),
    ),
    Network(
        "bluesky",
        "Bluesky",
        _like(rf"{_LABELS}|did:[a-z]+:[\w.:-]+", "a handle, such as name.bsky.social"),
        "https://bsky.app/profile/{value}",
        "fa-brands fa-bluesky",
    ),
    Network(
        "x",
        "X",
        _like(r"[A-Za-z0-9_]{1,15}", "letters, digits and underscores, at most 15 characters"),
        "https://x.com/{value}",
        "fa-brands fa-x-twitter",
        (r"(?:mobile\.)?twitter\.com/@?(?P<value>\w+)(?:\?.*)?",),
    ),
    Network(
        "threads",
        "Threads",
        _NAME,
        "https://www.threads.com/@{value}",
        "fa-brands fa-threads",
        (r"threads\.(?:net|com)/@?(?P<value>[\w.]+)(?:\?.*)?",),
    ),
    Network(
        "instagram",
        "Instagram",
        _NAME,
        "https://www.instagram.com/{value}",
        "fa-brands fa-instagram",
    ),
    Network(
        "facebook",
        "Facebook",
        _NAME,
        "https://www.facebook.com/{value}",
        "fa-brands fa-facebook",
        (r"facebook\.com/profile\.php\?(?:.*&)?id=(?P<value>[0-9]+)(?:&.*)?",),
    ),
    Network(
        "youtube",
        "YouTube",
        _like(
            r"(?:(?:channel|c|user)/)?[\w.-]{1,100}",
            "a handle, such as @name, or channel/ID",
        ),
        "https://www.youtube.com/@{value}",
        "fa-brands fa-youtube",
        (r"youtube\.com/(?P<value>(?:channel|c|user)/[^/?]+)(?:[/?].*)?",),
        ("channel", "c", "user"),
    ),
    Network(
        "dblp",
        "DBLP",
        _like(
            r"[0-9a-z]{1,4}/[\w-]{1,80}",
            "the two parts behind pid/ in the profile's address, such as 12/3456-7",
        ),
        "https://dblp.org/pid/{value}",
        forms=(r"dblp\.(?:org|uni-trier\.de)/pid/(?P<value>[^.?]+)(?:\.html)?",),
    ),
    Network(
        "semantic-scholar",
        "Semantic Scholar",
        _NUMBER,
        "https://www.semanticscholar.org/author/{value}",
        forms=(r"semanticscholar\.org/author/(?:[^/]+/)?(?P<value>[0-9]+)",),
    ),
    Network(
        "openreview",
        "OpenReview",
        _like(r"~[^\W\d_][\w.'-]*[0-9]", "a profile's id, such as ~First_Last1"),
        "https://openreview.net/profile?id={value}",
    ),
    Network(
        "researchgate",
        "ResearchGate",
        _NAME,
        "https://www.researchgate.net/profile/{value}",
        "fa-brands fa-researchgate",
    ),
    Network(
        "arxiv",
        "arXiv",
        _like(
            r"[a-z][a-z-]*_[a-z]+_[0-9]+|(?:[0-9]{4}-){3}[0-9]{3}[0-9X]",
            "an author's id, such as warner_s_1, or an ORCID iD",
        ),
        "https://arxiv.org/a/{value}",
        forms=(r"arxiv\.org/a/(?P<value>.+?)(?:\.atom2?|\.html)?",),
    ),
    Network(
        "pubmed",
        "PubMed",
        _like(r"\w[\w .,'\[\]()+-]{1,199}", "the words of a search, such as Kim T[Author]"),
        "https://pubmed.ncbi.nlm.nih.gov/?term={value}",
    ),
    Network(
        "inspire",
        "INSPIRE",
        _NUMBER,
        "https://inspirehep.net/authors/{value}",
    ),
    Network(
        "wos",
        "Web of Science",
        _like(
            r"[A-Z]{1,3}-[0-9]{4}-(?:19|20)[0-9]{2}|[1-9][0-9]{0,9}",
            "a ResearcherID, such as A-1009-2008",
        ),
        "https://www.webofscience.com/wos/author/record/{value}",
        forms=(
            r"publons\.com/(?:researcher|a)/(?P<value>[0-9]+)(?:/.*)?",
            r"researcherid\.com/rid/(?P<value>.+)",
        ),
    ),
    Network(
        "scopus",
        "Scopus",
        _like(r"[0-9]{10,11}", "the ten or eleven digits of an author's id"),
        "https://www.scopus.com/authid/detail.uri?authorId={value}",
    ),
    Network(
        "acm",
        "ACM Digital Library",
        _like(r"[0-9]{6,12}", "the digits of a profile's id"),
        "https://dl.acm.org/profile/{value}",
    ),
    Network(
        "ieee",
        "IEEE Xplore",
        _NUMBER,
        "https://ieeexplore.ieee.org/author/{value}",
    ),
    Network("hal", "HAL", _NAME, "https://cv.hal.science/{value}"),
    Network("zenodo", "Zenodo", _NAME, "https://zenodo.org/communities/{value}"),
    Network(
        "osf",
        "OSF",
        _like(r"[a-z0-9]{5}", "the five characters of a profile's address"),
        "https://osf.io/{value}",
    ),
    Network("ror", "ROR", parse_ror, "https://ror.org/{value}"),
    Network(
        "wikidata",
        "Wikidata",
        _like(r"Q[1-9][0-9]*", "the number of an item, such as Q42"),
        "https://www.wikidata.org/wiki/{value}",
        forms=(r"wikidata\.org/entity/(?P<value>Q[0-9]+)",),
    ),
    Network("viaf", "VIAF", _NUMBER, "https://viaf.org/viaf/{value}"),
    Network("isni", "ISNI", parse_isni, "https://isni.org/isni/{value}"),
)
