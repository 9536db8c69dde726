"""What may stand in a link, and what may not in any disguise."""

from __future__ import annotations

import html
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.model.urls import SCHEMES, UrlError, is_external, safe_url

ALLOWED = {
    "https://example.org": "https://example.org",
    "http://example.org/a?b=c&d=e#f": "http://example.org/a?b=c&d=e#f",
    "HTTPS://Example.org/A": "https://Example.org/A",
    "  https://example.org/\n": "https://example.org/",
    "https://exam\nple.org/a\tb": "https://example.org/ab",
    "https://example.org/a b": "https://example.org/a%20b",
    "https://example.org/a\u3000b": "https://example.org/a%E3%80%80b",
    'https://example.org/"><script>': "https://example.org/%22%3E%3Cscript%3E",
    "https://example.org/`{|}^": "https://example.org/%60%7B%7C%7D%5E",
    "https://example.org/a%20b": "https://example.org/a%20b",
    "https://example.org/?q=a\\b": "https://example.org/?q=a%5Cb",
    "https://example.org/javascript:x": "https://example.org/javascript:x",
    "https:\\\\example.org\\a": "https://example.org/a",
    "https://münchen.example/straße": "https://münchen.example/straße",
    "https://예시.example/논문": "https://예시.example/논문",
    "https://example.org:8080/": "https://example.org:8080/",
    "https://[2001:db8::1]:80/": "https://[2001:db8::1]:80/",
    "https://127.0.0.1/": "https://127.0.0.1/",
    "//example.org/a": "//example.org/a",
    "/\\example.org": "//example.org",
    "people/kim.html": "people/kim.html",
    "/people/": "/people/",
    "../a.pdf": "../a.pdf",
    "images\\a.png": "images/a.png",
    "a b.pdf": "a%20b.pdf",
    "#part:two": "#part:two",
    "?a=b:c": "?a=b:c",
    "a/b:c": "a/b:c",
    "a&amp;b": "a&amp;b",
    "a?b=1&copy=2": "a?b=1&copy=2",
    "mailto:kim@example.org": "mailto:kim@example.org",
    "MAILTO:kim@example.org?subject=a b": "mailto:kim@example.org?subject=a%20b",
    "tel:+82-2-123-4567": "tel:+82-2-123-4567",
    "tel:+82 (2) 123 4567": "tel:+82(2)1234567",
    "tel:(02) 123 4567": "tel:(02)1234567",
    "tel:1234;ext=5": "tel:1234;ext=5",
}

SCRIPTS = (
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript\r:alert(1)",
    "java script:alert(1)",
    "\x01javascript:alert(1)",
    "java\x00script:alert(1)",
    "java\u200bscript:alert(1)",
    "java\u00adscript:alert(1)",
    "\u202ejavascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3a;alert(1)",
    "&#106;avascript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&amp;#106;avascript:alert(1)",
    "&amp;amp;#106;avascript:alert(1)",
    "javascript%3Aalert(1)",
    "javascript%253Aalert(1)",
    "%6Aavascript:alert(1)",
    "javascript\uff1aalert(1)",
    "ｊavascript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "ftp://example.org/",
    "view-source:https://example.org",
    "about:blank",
    "C:\\Users\\kim",
    "example.org:8080/a",
    "ht tp://example.org",
)

WRONG = {
    "": "it is empty",
    " \n\t": "it is empty",
    "\x00\u200b": "it is empty",
    "https:": "names no host",
    "https://": "names no host",
    "https:///a": "names no host",
    "https:example.org": "names no host",
    "//": "names no host",
    "///example.org": "names no host",
    "https://exam ple.org": "names no host",
    "https://a%20b/": "names no host",
    "https://user@/": "names no host",
    "https://example.org:99999/": "can't be read",
    "https://example.org:port/": "can't be read",
    "https://[zz/": "can't be read",
    "https://exa\u2100mple.org/": "can't be read",
    "mailto:": "no e-mail address",
    "mailto:kim": "no e-mail address",
    "mailto:a@b@c": "no e-mail address",
    "tel:": "no telephone number",
    "tel:call me": "no telephone number",
    "tel:javascript": "no telephone number",
}


@pytest.mark.parametrize(("text", "url"), ALLOWED.items())
def test_allows(text: str, url: str) -> None:
    assert safe_url(text) == url
    assert safe_url(url) == url


@pytest.mark.parametrize("text", SCRIPTS)
def test_lets_no_other_scheme_through(text: str) -> None:
    with pytest.raises(UrlError) as caught:
        safe_url(text)
    assert "allowed are http:, https:, mailto:, tel: and relative addresses" in str(caught.value)
    assert repr(text)[:20] in str(caught.value)


@pytest.mark.parametrize(("text", "why"), WRONG.items())
def test_refuses_and_says_why(text: str, why: str) -> None:
    with pytest.raises(UrlError) as caught:
        safe_url(text)
    assert why in str(caught.value)
    assert repr(text) in str(caught.value)


def test_resolves_relative_addresses() -> None:
    base = "https://lab.example/people/"
    assert safe_url("kim.html", base=base) == "https://lab.example/people/kim.html"
    assert safe_url("../a b.pdf", base=base) == "https://lab.example/a%20b.pdf"
    assert safe_url("//example.org", base=base) == "https://example.org"
    assert safe_url("https://example.org", base=base) == "https://example.org"
    assert safe_url("mailto:a@example.org", base=base) == "mailto:a@example.org"
    with pytest.raises(UrlError):
        safe_url("javascript:x", base=base)
    with pytest.raises(UrlError):
        safe_url("kim.html", base="ftp://lab.example/")


@pytest.mark.parametrize("sign", ["a", "&amp;", "%25", "java\n", "\x00", " ", "\ufdfa"])
def test_long_addresses_are_refused_unread(sign: str) -> None:
    with pytest.raises(UrlError, match="longer than 4096"):
        safe_url(sign * 1_000_000)


@pytest.mark.parametrize(
    ("url", "external"),
    [
        ("https://example.org", True),
        ("HTTP://example.org", True),
        (" https://example.org", True),
        ("//example.org", True),
        ("\\\\example.org", True),
        ("/\\example.org", True),
        ("mailto:kim@example.org", False),
        ("tel:123", False),
        ("people/kim.html", False),
        ("#https://example.org", False),
        ("?u=https://example.org", False),
        ("/https://example.org", False),
        ("", False),
    ],
)
def test_external(url: str, external: bool) -> None:
    assert is_external(url) is external


def browsers_scheme(url: str) -> str:
    """Return the scheme that the URL Standard's parser finds in an address, or nothing."""
    stripped = url.strip("".join(map(chr, range(33))))
    stripped = stripped.replace("\t", "").replace("\n", "").replace("\r", "")
    head, colon, _ = stripped.partition(":")
    known = colon and head[:1].isascii() and head[:1].isalpha()
    fits = all(char.isascii() and (char.isalnum() or char in "+-.") for char in head)
    return head.lower() if known and fits else ""


disguised = st.lists(
    st.sampled_from(
        [
            *("javascript", "java", "script", ":", "&colon;", "&#58;", "%3A", "%253a", "data"),
            *("\n", "\t", " ", "\x00", "\u200b", "&Tab;", "&amp;", "/", "\\", "#", "?", "//"),
            *("http", "https:", "mailto:", "tel:", "a@b.org", "example.org", "&", ";", "<", '"'),
        ]
    ),
    max_size=9,
).map("".join)


@given(st.one_of(st.text(), disguised))
def test_a_safe_address_is_safe_in_every_reading(text: str) -> None:
    try:
        url = safe_url(text)
    except UrlError:
        return
    assert safe_url(url) == url
    for reading in (url, html.unescape(url), unquote(url), unquote(html.unescape(url))):
        assert browsers_scheme(reading) in {"", *SCHEMES}, reading
    assert not any(char in url for char in '"<>` \n\t\r\x00')
    assert url.isprintable() or any(char in url for char in "\u200c\u200d") or not url.isascii()


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_path_can_be_linked(path: str) -> None:
    url = f"https://example.org/{quote(path, safe='')}"
    assert safe_url(url) == url
