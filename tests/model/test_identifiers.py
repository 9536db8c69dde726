"""Identifiers: the forms that are read, check digits, addresses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.model import identifiers
from sphinxext.profile.model.identifiers import IdentifierError, mod_11_2

# The examples are those that the standards and registries give in their own documents.
READ = [
    ("orcid", "0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("orcid", "0000000218250097", "0000-0002-1825-0097"),
    ("orcid", "0000 0002 1825 0097", "0000-0002-1825-0097"),
    ("orcid", "0000‐0002‐1825‐0097", "0000-0002-1825-0097"),
    ("orcid", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("orcid", "HTTP://www.orcid.org/0000-0002-1825-0097/", "0000-0002-1825-0097"),
    ("orcid", "orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("orcid", "orcid:0000-0002-1694-233x", "0000-0002-1694-233X"),
    ("orcid", " ORCID iD: 0000-0002-1694-233X\n", "0000-0002-1694-233X"),
    ("isni", "0000 0001 2150 090X", "000000012150090X"),
    ("isni", "https://isni.org/isni/000000012150090X", "000000012150090X"),
    ("isni", "ISNI 0000 0001 2150 090x", "000000012150090X"),
    ("doi", "10.3390/electronics9050874", "10.3390/electronics9050874"),
    ("doi", "doi:10.3390/ELECTRONICS9050874", "10.3390/electronics9050874"),
    ("doi", "DOI: 10.3390/electronics9050874.", "10.3390/electronics9050874"),
    ("doi", "https://doi.org/10.3390/electronics9050874", "10.3390/electronics9050874"),
    ("doi", "http://dx.doi.org/10.3390/electronics9050874?a=b#c", "10.3390/electronics9050874"),
    ("doi", "doi.org/10.3390/electronics9050874", "10.3390/electronics9050874"),
    ("doi", "info:doi/10.1000/182", "10.1000/182"),
    ("doi", "10.1000.10/123456", "10.1000.10/123456"),
    ("doi", "(10.1000/182)".removeprefix("("), "10.1000/182"),
    ("doi", "10.1016/S0031-9406(05)65597-1", "10.1016/s0031-9406(05)65597-1"),
    ("doi", "https://doi.org/10.1000/a%3Cb%3E", "10.1000/a<b>"),
    ("doi", "10.1000/a%3Cb", "10.1000/a%3cb"),
    ("ror", "02mhbdp94", "02mhbdp94"),
    ("ror", "https://ror.org/02mhbdp94", "02mhbdp94"),
    ("ror", "ror.org/02MHBDP94/", "02mhbdp94"),
    ("ror", "https://ror.org/05dxps055", "05dxps055"),
    ("ror", "ror:013meh722", "013meh722"),
    ("arxiv", "2006.09679", "2006.09679"),
    ("arxiv", "2006.09679v2", "2006.09679v2"),
    ("arxiv", "arXiv:2006.09679v2 [cs.LG]", "2006.09679v2"),
    ("arxiv", "https://arxiv.org/abs/2111.11133", "2111.11133"),
    ("arxiv", "https://arxiv.org/pdf/2111.11133v3.pdf", "2111.11133v3"),
    ("arxiv", "http://export.arxiv.org/abs/2111.11133/", "2111.11133"),
    ("arxiv", "https://doi.org/10.48550/arXiv.2211.06774", "2211.06774"),
    ("arxiv", "10.48550/arXiv.2211.06774", "2211.06774"),
    ("arxiv", "0704.0001", "0704.0001"),
    ("arxiv", "1412.9999", "1412.9999"),
    ("arxiv", "1501.00001", "1501.00001"),
    ("arxiv", "hep-th/9901001", "hep-th/9901001"),
    ("arxiv", "hep-th/9901001V3", "hep-th/9901001v3"),
    ("arxiv", "math.GT/0309136", "math/0309136"),
    ("arxiv", "https://arxiv.org/abs/math/0309136v1", "math/0309136v1"),
    ("isbn", "978-0-306-40615-7", "9780306406157"),
    ("isbn", "ISBN-13: 978-0-306-40615-7", "9780306406157"),
    ("isbn", "ISBN 0-306-40615-2", "9780306406157"),
    ("isbn", "urn:isbn:0306406152", "9780306406157"),
    ("isbn", "080442957x", "9780804429573"),
    ("isbn", "https://openlibrary.org/isbn/9780804429573", "9780804429573"),
    ("isbn", "979-10-90636-07-1", "9791090636071"),
    ("pmid", "31452104", "31452104"),
    ("pmid", "PMID: 31452104", "31452104"),
    ("pmid", "pmid31452104", "31452104"),
    ("pmid", "https://pubmed.ncbi.nlm.nih.gov/31452104/", "31452104"),
    ("pmid", "https://www.ncbi.nlm.nih.gov/pubmed/31452104", "31452104"),
]

REFUSED = [
    ("orcid", "0000-0000-0000-0000", "check digit is 0 and not 1"),
    ("orcid", "0000-0002-1825-0098", "check digit is 8 and not 7"),
    ("orcid", "0000-0002-1825-009X", "check digit is X and not 7"),
    ("orcid", "0000-0002-1825-009", "sixteen digits"),
    ("orcid", "0000-0002-1825-00977", "sixteen digits"),
    ("orcid", "X000-0002-1825-0097", "sixteen digits"),
    ("orcid", "https://example.org/0000-0002-1825-0097", "sixteen digits"),
    ("orcid", "", "sixteen digits"),
    ("isni", "0000 0001 2150 0901", "check digit is 1 and not X"),
    ("isni", "isni", "sixteen digits"),
    ("doi", "", "10.1000/xyz123"),
    ("doi", "10.10/abc", "10.1000/xyz123"),
    ("doi", "10.1000", "10.1000/xyz123"),
    ("doi", "10.1000/", "10.1000/xyz123"),
    ("doi", "10.1000/a b", "10.1000/xyz123"),
    ("doi", "10.1000/a\x00b", "10.1000/xyz123"),
    ("doi", "https://doi.org/10.1000/a%0Ab", "10.1000/xyz123"),
    ("doi", "https://example.org/10.1000/182", "10.1000/xyz123"),
    ("ror", "02mhbdp95", "check digits are 95 and not 94"),
    ("ror", "12mhbdp94", "nine characters"),
    ("ror", "02mhbil94", "nine characters"),
    ("ror", "02mhbdp9", "nine characters"),
    ("arxiv", "2006.0967", "has the form"),
    ("arxiv", "1412.99999", "has the form"),
    ("arxiv", "0703.0001", "has the form"),
    ("arxiv", "2013.00001", "has the form"),
    ("arxiv", "2006.09679v0", "has the form"),
    ("arxiv", "none-ph/9901001", "has the form"),
    ("arxiv", "hep-th/9913001", "has the form"),
    ("arxiv", "https://example.org/abs/2006.09679", "has the form"),
    ("isbn", "978-0-306-40615-8", "check digit is 8 and not 7"),
    ("isbn", "0-306-40615-3", "check digit is 3 and not 2"),
    ("isbn", "977-0-306-40615-7", "ten digits"),
    ("isbn", "12345", "ten digits"),
    ("pmid", "0123", "one to eight digits"),
    ("pmid", "123456789", "one to eight digits"),
    ("pmid", "PMC123", "one to eight digits"),
]

URLS = [
    ("orcid", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
    ("isni", "000000012150090X", "https://isni.org/isni/000000012150090X"),
    ("doi", "10.3390/electronics9050874", "https://doi.org/10.3390/electronics9050874"),
    ("doi", "10.1000/a<b>?#%\"'", "https://doi.org/10.1000/a%3Cb%3E%3F%23%25%22'"),
    ("ror", "02mhbdp94", "https://ror.org/02mhbdp94"),
    ("arxiv", "math/0309136v1", "https://arxiv.org/abs/math/0309136v1"),
    ("isbn", "9780306406157", "https://openlibrary.org/isbn/9780306406157"),
    ("pmid", "31452104", "https://pubmed.ncbi.nlm.nih.gov/31452104/"),
]

KINDS = ("orcid", "isni", "doi", "ror", "arxiv", "isbn", "pmid")


def parser(kind: str) -> Callable[[str], str]:
    return getattr(identifiers, f"parse_{kind}")  # type: ignore[no-any-return]


@pytest.mark.parametrize(("kind", "text", "normal"), READ)
def test_reads_the_normal_form(kind: str, text: str, normal: str) -> None:
    assert parser(kind)(text) == normal
    assert parser(kind)(normal) == normal


@pytest.mark.parametrize(("kind", "text", "why"), REFUSED)
def test_refuses_and_says_why(kind: str, text: str, why: str) -> None:
    with pytest.raises(IdentifierError) as caught:
        parser(kind)(text)
    assert why in str(caught.value)
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize(("kind", "value", "url"), URLS)
def test_addresses_are_written_and_read_back(kind: str, value: str, url: str) -> None:
    assert getattr(identifiers, f"{kind}_url")(value) == url
    assert parser(kind)(url) == value


def test_every_kind_is_tested() -> None:
    assert {name for name in vars(identifiers) if name.startswith("parse_")} == {
        f"parse_{kind}" for kind in KINDS
    }
    for cases in (READ, REFUSED, URLS):
        assert {case[0] for case in cases} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_long_values_are_refused_before_any_pattern(kind: str) -> None:
    for sign in ("0", "10.1000/", ")", "a-", " "):
        with pytest.raises(IdentifierError, match="longer than 500"):
            parser(kind)(sign * 1_000_000)


@given(st.sampled_from(KINDS), st.one_of(st.text(), st.text("0123456789X-./:abv ")))
def test_any_text_is_an_identifier_or_an_error(kind: str, text: str) -> None:
    try:
        normal = parser(kind)(text)
    except IdentifierError:
        return
    assert parser(kind)(normal) == normal
    url = getattr(identifiers, f"{kind}_url")(normal)
    assert parser(kind)(url) == normal


@given(st.text("0123456789", min_size=15, max_size=15), st.integers(0, 14), st.integers(1, 9))
def test_one_wrong_digit_is_found(digits: str, at: int, more: int) -> None:
    whole = digits + mod_11_2(digits)
    assert identifiers.parse_orcid(whole).replace("-", "") == whole
    wrong = f"{whole[:at]}{(int(whole[at]) + more) % 10}{whole[at + 1 :]}"
    with pytest.raises(IdentifierError, match="check digit"):
        identifiers.parse_orcid(wrong)


@given(st.text("0123456789", min_size=12, max_size=12).map(lambda digits: f"978{digits[3:]}"))
def test_exactly_one_check_digit_is_right(digits: str) -> None:
    right = []
    for check in "0123456789":
        try:
            right.append(identifiers.parse_isbn(digits + check))
        except IdentifierError:
            continue
    assert len(right) == 1
