"""What may stand in a link: the one function that decides on addresses.

Directive options, data files and bibliographies all ask it, so that an address is either safe
in every output or plain words.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from urllib.parse import quote, unquote, urljoin, urlsplit

from .quoting import shown

#: Schemes that an address may have.
SCHEMES = ("http", "https", "mailto", "tel")

#: A longer address is refused unread.
LONGEST = 4096

_ALLOWED = f"allowed are {', '.join(f'{scheme}:' for scheme in SCHEMES)} and relative addresses"
_JOINERS = "\u200c\u200d"
_UNFIT = re.compile(r'[\s"<>`{}|^\\]')
_PATH_END = re.compile(r"([^?#]*)([?#]?)(.*)", re.DOTALL)
_HOST = re.compile(r"(?:\[[0-9a-f:.]+\]|[^\x00-\x20\"#%&'()*+,/:;<=>?@\[\\\]^`{|}\x7f]+)", re.I)
_TEL = re.compile(r"\+?[0-9(][0-9().-]*(?:;[a-z0-9=+.-]+)*", re.I)
#: An address that every reader takes for the same thing: most are such.
_PLAIN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9._~/+=-]*)?")
_MAIL = re.compile(r"[^\s@?]+@[^\s@?]+(?:\?.*)?")


class UrlError(ValueError):
    """A text is no address that may stand in a link; the message names it and what may."""


def _refused(text: str, why: str) -> UrlError:
    return UrlError(f"{shown(text)} is not an address for a link: {why}")


def _clean(text: str) -> str:
    """Take out what a browser leaves out or a reader can't see; spaces inside stay."""
    kept = (
        char
        for char in text.strip()
        if char in _JOINERS or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    return "".join(kept).strip()


def _scheme(text: str) -> str:
    """Return what stands before a colon that no ``/``, ``?`` or ``#`` precedes, or ``""``."""
    head = re.split(r"[/?#]", text, maxsplit=1)[0]
    return head.partition(":")[0].lower() if ":" in head else ""


def _readings(text: str) -> set[str]:
    """Return the forms a careless reader might take an address for, spaces taken out."""
    found = {text}
    for _ in range(4):
        found |= {
            read(form)
            for form in found
            for read in (unescape, unquote, lambda form: unicodedata.normalize("NFKC", form))
        }
    return {"".join(char for char in _clean(form) if not char.isspace()) for form in found}


def _check_host(text: str, url: str) -> None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise _refused(text, "its host or port can't be read") from None
    literal = f"[{host}]" if ":" in host else host
    if not _HOST.fullmatch(literal):
        raise _refused(text, "it names no host")


def _checked_scheme(text: str, cleaned: str) -> str:
    scheme = _scheme(cleaned)
    for reading in sorted(_readings(cleaned)):
        if (hidden := _scheme(reading)) != scheme:
            raise _refused(text, f"it may be read as {hidden[:20]}:; {_ALLOWED}")
    if scheme and scheme not in SCHEMES:
        raise _refused(text, f"the scheme {scheme[:20]}: is not allowed; {_ALLOWED}")
    return scheme


def safe_url(text: str, *, base: str = "") -> str:
    """Return an address that may stand in a link.

    Control characters and white space are taken out, the scheme is in lower case, and what no
    address holds (``"``, ``<``, a space between words ...) is percent-encoded.  International
    host names stay as they are.  With ``base``, a relative address is resolved against it.

    Raises:
        UrlError: It is empty or too long, names no host, or has a scheme other than
            :data:`SCHEMES` in any way of reading it (``java script:``, ``javascript&colon;``).

    """
    if len(text) > LONGEST:
        raise _refused(text, f"it is longer than {LONGEST} characters")
    if _PLAIN.fullmatch(text):
        return text
    cleaned = _clean(text)
    if not cleaned:
        raise _refused(text, "it is empty")
    scheme = _checked_scheme(text, cleaned)
    if scheme == "tel":
        number = "".join(cleaned[4:].split())
        if not _TEL.fullmatch(number):
            raise _refused(text, "it has no telephone number, such as tel:+82-2-123-4567")
        return f"tel:{number}"
    path, mark, rest = _PATH_END.match(cleaned).groups()  # type: ignore[union-attr]
    url = path.replace("\\", "/") + mark + rest
    url = _UNFIT.sub(lambda char: quote(char[0]), scheme + url[len(scheme) :])
    if scheme == "mailto" and not _MAIL.fullmatch(url[7:]):
        raise _refused(text, "it has no e-mail address, such as mailto:name@example.org")
    if scheme in {"http", "https"} or url.startswith("//"):
        _check_host(text, url)
    if base and not scheme:
        return safe_url(urljoin(base, url))
    return url


def is_external(url: str) -> bool:
    """Tell whether an address leads to a host: ``http:``, ``https:`` or ``//host``."""
    cleaned = _clean(url[:LONGEST]).replace("\\", "/")
    return cleaned.startswith("//") or _scheme(cleaned) in {"http", "https"}
