"""Identifiers of people, papers, books and organizations, checked without any network.

Each ``parse_x`` takes the bare identifier, its ``x:`` form or its address, and returns the one
normal form; each ``x_url`` turns that form into the address it is known by.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote

from .quoting import shown

#: A longer text is no identifier; it is refused before any pattern is tried.
LONGEST = 500

_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
#: Signs of a DOI that stand in an address as they are.
_DASHES = dict.fromkeys(range(0x2010, 0x2016), "-")
_DOI_SIGNS = "/:;()!$*',=@&~"


class IdentifierError(ValueError):
    """A text is not the identifier it is given as; the message names it and says why."""


def _refused(text: str, what: str, why: str) -> IdentifierError:
    return IdentifierError(f"{shown(text)} is not {what}: {why}")


def _bare(text: str, prefix: str, what: str) -> str:
    """Take off the address or the ``x:`` that stands before an identifier."""
    if len(text) > LONGEST:
        raise _refused(text, what, f"it is longer than {LONGEST} characters")
    bare = text
    if not text.isascii():
        bare = unicodedata.normalize("NFKC", text).translate(_DASHES)
    return re.sub(rf"\A(?:{prefix})\s*", "", bare.strip(), count=1, flags=re.IGNORECASE).strip()


def mod_11_2(digits: str) -> str:
    """Return the check character of a row of digits by ISO/IEC 7064 MOD 11-2 (``0`` to ``X``)."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11]


def _sixteen(text: str, bare: str, what: str) -> str:
    """Read sixteen digits in groups of four, the last of them the check character."""
    digits = re.sub(r"[\s-]", "", bare).upper()
    if not re.fullmatch(r"[0-9]{15}[0-9X]", digits):
        raise _refused(text, what, "it has sixteen digits, such as 0000-0002-1825-0097")
    if (expected := mod_11_2(digits[:15])) != digits[15]:
        raise _refused(text, what, f"its check digit is {digits[15]} and not {expected}")
    return digits


def parse_orcid(text: str) -> str:
    """Return an ORCID iD as ``0000-0002-1825-0097``.

    Only its check digit decides, after ORCID's "Structure of the ORCID Identifier".  So the row
    of zeros that stands in examples, 0000-0000-0000-0000, is refused: its check digit is 1.

    Raises:
        IdentifierError: It has not sixteen digits or its check digit is wrong.

    """
    what = "an ORCID iD"
    bare = _bare(text, r"(?:https?://)?(?:www\.)?(?:sandbox\.)?orcid\.org/|orcid(?: id)?:?", what)
    digits = _sixteen(text, bare.rstrip("/"), what)
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def parse_isni(text: str) -> str:
    """Return an ISNI (ISO 27729) as sixteen characters without spaces.

    Raises:
        IdentifierError: It has not sixteen digits or its check digit is wrong.

    """
    what = "an ISNI"
    bare = _bare(text, r"(?:https?://)?(?:www\.)?isni\.org/(?:isni/|page/)?|isni:?", what)
    return _sixteen(text, bare.rstrip("/"), what)


def parse_doi(text: str) -> str:
    """Return a DOI (ISO 26324) in lower case, as ``10.3390/electronics9050874``.

    An address is decoded; a full stop, comma or bracket that a sentence put behind it is taken off.

    Raises:
        IdentifierError: It does not have the form ``10.PREFIX/SUFFIX``.

    """
    what = "a DOI"
    address = r"(?:https?://)?(?:www\.|dx\.)?doi\.org/"
    bare = _bare(text, rf"{address}|info:doi/|doi:?", what)
    if re.match(address, text.strip(), re.IGNORECASE):
        bare = unquote(re.split(r"[?#]", bare, maxsplit=1)[0])
    bare = bare.rstrip(".,;:")
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(".,;:")
    if not re.fullmatch(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+", bare) or not bare.isprintable():
        raise _refused(text, what, "it has the form 10.1000/xyz123")
    return bare.lower()


def parse_ror(text: str) -> str:
    """Return a ROR id as ``02mhbdp94``.

    Its last two digits check the others: base 32 after Crockford, ISO/IEC 7064 MOD 97-10.

    Raises:
        IdentifierError: It has not nine characters of the alphabet or its check digits are wrong.

    """
    what = "a ROR id"
    bare = _bare(text, r"(?:https?://)?(?:www\.)?ror\.org/|ror:", what).rstrip("/").lower()
    if not re.fullmatch(r"0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}", bare):
        raise _refused(text, what, "it has nine characters, such as 02mhbdp94")
    value = 0
    for char in bare[:7]:
        value = value * 32 + _CROCKFORD.index(char)
    expected = f"{98 - value * 100 % 97:02}"
    if bare[7:] != expected:
        raise _refused(text, what, f"its check digits are {bare[7:]} and not {expected}")
    return bare


_ARXIV_NEW = re.compile(
    r"(?P<year>[0-9]{2})(?P<month>0[1-9]|1[0-2])\.(?P<number>[0-9]{4,5})(?P<version>v[1-9][0-9]*)?",
    re.IGNORECASE,
)
_ARXIV_OLD = re.compile(
    r"(?P<archive>acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph"
    r"|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph"
    r"|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int"
    r"|supr-con)(?:\.[a-z-]{2,})?"
    r"/(?P<number>[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{3})(?P<version>v[1-9][0-9]*)?",
    re.IGNORECASE,
)


def parse_arxiv(text: str) -> str:
    """Return an arXiv id as ``2006.09679``, ``2006.09679v2`` or ``hep-th/9901001``.

    A version stays; the subject class of an old id (``math.GT/0309136``) is left out, as in
    arXiv's own canonical form.

    Raises:
        IdentifierError: It is neither a new id (since April 2007) nor an old one.

    """
    what = "an arXiv id"
    address = r"(?:https?://)?(?:[a-z-]+\.)?arxiv\.org/(?:abs|pdf|html|format|e-print|src)/"
    doi = r"(?:(?:https?://)?(?:dx\.)?doi\.org/)?10\.48550/arxiv\."
    bare = _bare(text, rf"{address}|{doi}|arxiv:", what)
    bare = re.sub(r"(?:\.pdf|/|\s*\[[\w.-]+\])\Z", "", bare, flags=re.IGNORECASE)
    if new := _ARXIV_NEW.fullmatch(bare):
        # Numbers grew from four digits to five with January 2015.
        since_2015 = int(new["year"]) >= 15
        if int(new["year"] + new["month"]) >= 704 and len(new["number"]) == 4 + since_2015:
            return bare.lower()
    if old := _ARXIV_OLD.fullmatch(bare):
        return f"{old['archive']}/{old['number']}{old['version'] or ''}".lower()
    raise _refused(text, what, "it has the form 2006.09679, 2006.09679v2 or hep-th/9901001")


def _isbn_13(digits: str) -> str:
    total = sum(int(digit) * (1, 3)[at % 2] for at, digit in enumerate(digits))
    return str(-total % 10)


def _isbn_10(digits: str) -> str:
    total = sum(int(digit) * (10 - at) for at, digit in enumerate(digits))
    return "0123456789X"[-total % 11]


def parse_isbn(text: str) -> str:
    """Return an ISBN (ISO 2108) as thirteen digits; one of ten digits is turned into that.

    Raises:
        IdentifierError: It has neither ten nor thirteen digits or its check digit is wrong.

    """
    what = "an ISBN"
    prefix = r"(?:urn:)?isbn(?:[- ]?1[03])?:?|https?://openlibrary\.org/isbn/"
    digits = re.sub(r"[\s-]", "", _bare(text, prefix, what)).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        expected, body = _isbn_10(digits[:9]), f"978{digits[:9]}"
    elif re.fullmatch(r"97[89][0-9]{10}", digits):
        expected, body = _isbn_13(digits[:12]), digits[:12]
    else:
        raise _refused(text, what, "it has ten digits, or thirteen that start with 978 or 979")
    if digits[-1] != expected:
        raise _refused(text, what, f"its check digit is {digits[-1]} and not {expected}")
    return body + _isbn_13(body)


def parse_pmid(text: str) -> str:
    """Return a PubMed id: one to eight digits, the first of them not 0.

    Raises:
        IdentifierError: It is no such number.

    """
    what = "a PubMed id"
    address = r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov/|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/)"
    bare = _bare(text, rf"{address}|pmid:?|pubmed:", what).rstrip("/")
    if not re.fullmatch(r"[1-9][0-9]{0,7}", bare):
        raise _refused(text, what, "it has one to eight digits, such as 31452104")
    return bare


def orcid_url(value: str) -> str:
    """Return the address of an ORCID iD."""
    return f"https://orcid.org/{value}"


def isni_url(value: str) -> str:
    """Return the address of an ISNI."""
    return f"https://isni.org/isni/{value}"


def doi_url(value: str) -> str:
    """Return the address of a DOI, its signs percent-encoded where an address can't hold them."""
    return f"https://doi.org/{quote(value, safe=_DOI_SIGNS)}"


def ror_url(value: str) -> str:
    """Return the address of a ROR id."""
    return f"https://ror.org/{value}"


def arxiv_url(value: str) -> str:
    """Return the address of the abstract of an arXiv id."""
    return f"https://arxiv.org/abs/{value}"


def isbn_url(value: str) -> str:
    """Return the address of a book in the Open Library."""
    return f"https://openlibrary.org/isbn/{value}"


def pmid_url(value: str) -> str:
    """Return the address of a PubMed id."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{value}/"
