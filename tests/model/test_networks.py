"""Accounts on known networks: handles, addresses of profiles, links."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinxext.profile.model.networks import (
    ALIASES,
    NETWORKS,
    AccountError,
    account,
    account_url,
    network,
)
from sphinxext.profile.model.person import Account
from sphinxext.profile.model.urls import safe_url

# network, a value, its address, further ways of writing it
ACCOUNTS = [
    (
        *("orcid", "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"),
        ["orcid.org/0000-0002-1825-0097", "0000000218250097", "http://orcid.org/0000000218250097"],
    ),
    (
        *("email", "kim.t+lab@example.org", "mailto:kim.t+lab@example.org"),
        ["mailto:kim.t+lab@example.org", " kim.t+lab@example.org "],
    ),
    ("phone", "+82 2 123 4567", "tel:+8221234567", ["tel:+82 2 123  4567"]),
    ("url", "https://example.org/a%20b", "https://example.org/a%20b", ["https://example.org/a b"]),
    (
        *("scholar", "AbC_efGhIj-l", "https://scholar.google.com/citations?user=AbC_efGhIj-l"),
        [
            "https://scholar.google.co.kr/citations?hl=ko&user=AbC_efGhIj-l&view_op=list_works",
            "scholar.google.com/citations?user=AbC_efGhIj-l&hl=en",
        ],
    ),
    (
        *("github", "tgisaturday", "https://github.com/tgisaturday"),
        [
            "@tgisaturday",
            "https://www.github.com/tgisaturday/",
            "http://github.com/tgisaturday?tab=repositories",
            "github.com/tgisaturday#readme",
            "//github.com/tgisaturday",
            "HTTPS://GitHub.com/tgisaturday",
        ],
    ),
    ("gitlab", "some.group", "https://gitlab.com/some.group", ["https://gitlab.com/some.group/"]),
    ("codeberg", "someone", "https://codeberg.org/someone", ["codeberg.org/someone"]),
    ("huggingface", "someone", "https://huggingface.co/someone", ["huggingface.co/someone"]),
    ("kaggle", "someone", "https://www.kaggle.com/someone", ["kaggle.com/someone"]),
    (
        *("stackoverflow", "22656", "https://stackoverflow.com/users/22656"),
        ["https://stackoverflow.com/users/22656/some-name"],
    ),
    (
        *("linkedin", "some-one-123", "https://www.linkedin.com/in/some-one-123"),
        [
            "https://kr.linkedin.com/in/some-one-123/",
            "https://www.linkedin.com/in/some-one-123/details/experience/?a=b",
        ],
    ),
    (
        *("linkedin", "company/some-lab", "https://www.linkedin.com/company/some-lab"),
        ["https://www.linkedin.com/company/some-lab/about/"],
    ),
    (
        *("linkedin", "김철수", "https://www.linkedin.com/in/%EA%B9%80%EC%B2%A0%EC%88%98"),
        ["https://www.linkedin.com/in/김철수"],
    ),
    (
        *("mastodon", "name@mastodon.social", "https://mastodon.social/@name"),
        ["@name@mastodon.social", "mastodon.social/@name", "https://mastodon.social/users/name"],
    ),
    (
        *("bluesky", "name.bsky.social", "https://bsky.app/profile/name.bsky.social"),
        ["@name.bsky.social", "https://bsky.app/profile/name.bsky.social/"],
    ),
    ("bluesky", "did:plc:abc123", "https://bsky.app/profile/did:plc:abc123", []),
    (
        *("x", "some_one", "https://x.com/some_one"),
        [
            "@some_one",
            "https://twitter.com/some_one?lang=en",
            "https://mobile.twitter.com/some_one",
        ],
    ),
    (
        *("threads", "some.one", "https://www.threads.com/@some.one"),
        ["@some.one", "https://www.threads.net/@some.one?hl=en"],
    ),
    ("instagram", "some.one", "https://www.instagram.com/some.one", ["instagram.com/some.one/"]),
    ("facebook", "some.one", "https://www.facebook.com/some.one", ["m.facebook.com/some.one"]),
    (
        *("facebook", "1234", "https://www.facebook.com/1234"),
        ["https://www.facebook.com/profile.php?id=1234&sk=about"],
    ),
    ("youtube", "name", "https://www.youtube.com/@name", ["@name", "youtube.com/@name?x=y"]),
    (
        *("youtube", "channel/UC1_2-3", "https://www.youtube.com/channel/UC1_2-3"),
        ["https://youtube.com/channel/UC1_2-3/videos"],
    ),
    (
        *("dblp", "12/3456-7", "https://dblp.org/pid/12/3456-7"),
        ["https://dblp.org/pid/12/3456-7.html", "https://dblp.uni-trier.de/pid/12/3456-7"],
    ),
    (
        *("semantic-scholar", "123456", "https://www.semanticscholar.org/author/123456"),
        ["https://www.semanticscholar.org/author/Some-One/123456"],
    ),
    (
        *("openreview", "~Some_One1", "https://openreview.net/profile?id=~Some_One1"),
        ["https://openreview.net/profile?id=%7ESome_One1&referrer=x"],
    ),
    (
        *("researchgate", "Some-One-2", "https://www.researchgate.net/profile/Some-One-2"),
        ["https://www.researchgate.net/profile/Some-One-2?ev=x"],
    ),
    ("arxiv", "warner_s_1", "https://arxiv.org/a/warner_s_1", ["arxiv.org/a/warner_s_1.atom2"]),
    (
        *("pubmed", "Kim T[Author]", "https://pubmed.ncbi.nlm.nih.gov/?term=Kim%20T%5BAuthor%5D"),
        ["https://pubmed.ncbi.nlm.nih.gov/?sort=date&term=Kim%20T%5BAuthor%5D"],
    ),
    ("inspire", "1234567", "https://inspirehep.net/authors/1234567", []),
    (
        *("wos", "A-1009-2008", "https://www.webofscience.com/wos/author/record/A-1009-2008"),
        ["http://www.researcherid.com/rid/A-1009-2008"],
    ),
    (
        *("wos", "1234567", "https://www.webofscience.com/wos/author/record/1234567"),
        ["https://publons.com/researcher/1234567/some-one/"],
    ),
    (
        *("scopus", "57200000000", "https://www.scopus.com/authid/detail.uri?authorId=57200000000"),
        ["https://www.scopus.com/authid/detail.uri?origin=x&authorid=57200000000"],
    ),
    ("acm", "81100000000", "https://dl.acm.org/profile/81100000000", []),
    ("ieee", "37080000000", "https://ieeexplore.ieee.org/author/37080000000", []),
    ("hal", "some-one", "https://cv.hal.science/some-one", []),
    ("zenodo", "some-lab", "https://zenodo.org/communities/some-lab", []),
    ("osf", "ab1cd", "https://osf.io/ab1cd", ["https://osf.io/ab1cd/"]),
    ("ror", "02mhbdp94", "https://ror.org/02mhbdp94", ["ror.org/02mhbdp94"]),
    (
        *("wikidata", "Q42", "https://www.wikidata.org/wiki/Q42"),
        ["http://www.wikidata.org/entity/Q42"],
    ),
    ("viaf", "113230702", "https://viaf.org/viaf/113230702", []),
    (
        *("isni", "000000012150090X", "https://isni.org/isni/000000012150090X"),
        ["0000 0001 2150 090X"],
    ),
]

REFUSED = [
    ("orcid", "0000-0000-0000-0000", "its check digit is 0 and not 1"),
    ("email", "kim", "name@example.org"),
    ("email", "kim at example.org", "name@example.org"),
    ("email", "kim@example", "name@example.org"),
    ("email", "kim@example.org?bcc=a@b.org", "name@example.org"),
    ("email", "a@b.org,c@d.org", "name@example.org"),
    ("phone", "call me", "+82 2 123 4567"),
    ("phone", "12", "+82 2 123 4567"),
    ("phone", "javascript:1234", "+82 2 123 4567"),
    ("url", "www.example.org", "https://example.org"),
    ("url", "javascript:alert(1)", "allowed are http:"),
    ("url", "mailto:a@b.org", "https://example.org"),
    ("scholar", "Taehoon Kim", "twelve characters"),
    ("github", "tae hoon", "letters, digits and hyphens"),
    ("github", "-kim", "https://github.com/NAME"),
    ("github", "https://github.com/tgisaturday/L-Verse", "https://github.com/NAME"),
    ("github", "https://gitlab.com/someone", "https://github.com/NAME"),
    ("github", "www.github.io", "https://github.com/NAME"),
    ("github", "", "letters"),
    ("github", "@", "letters"),
    ("github", "a" * 600, "at most 500 characters"),
    ("instagram", "www.example.com", "https://www.instagram.com/NAME"),
    ("linkedin", "some one", "company/NAME"),
    ("linkedin", "group/x", "company/NAME"),
    ("mastodon", "name", "name@mastodon.social"),
    ("mastodon", "https://example/@name", "https://SERVER/@NAME"),
    ("bluesky", "name", "name.bsky.social"),
    ("x", "far_too_long_a_name", "at most 15"),
    ("dblp", "Taehoon Kim", "12/3456-7"),
    ("semantic-scholar", "Taehoon Kim", "a number"),
    ("openreview", "Taehoon_Kim1", "~First_Last1"),
    ("arxiv", "Kim", "warner_s_1"),
    ("ror", "02mhbdp95", "check digits are 95"),
    ("wikidata", "42", "Q42"),
    ("isni", "1", "sixteen digits"),
]


@pytest.mark.parametrize(("name", "value", "url", "ways"), ACCOUNTS)
def test_reads_handles_and_addresses(name: str, value: str, url: str, ways: list[str]) -> None:
    expected = Account(name, value)
    assert account_url(expected) == url
    assert safe_url(url) == url
    for way in [value, *ways, *([url] if name != "phone" else [])]:
        assert account(name, way) == expected, way


@pytest.mark.parametrize(("name", "text", "allowed"), REFUSED)
def test_refuses_and_says_what_is_allowed(name: str, text: str, allowed: str) -> None:
    with pytest.raises(AccountError) as caught:
        account(name, text)
    assert allowed in str(caught.value)
    assert repr(text)[:50] in str(caught.value)


def test_every_network_is_tested_and_complete() -> None:
    assert {case[0] for case in ACCOUNTS} == set(NETWORKS)
    for name, known in NETWORKS.items():
        assert known.name == name
        assert known.label
        assert re.fullmatch(r"[a-z-]+", name)
        assert not known.icon or re.fullmatch(r"fa-(?:brands|solid) fa-[a-z-]+", known.icon)


def test_other_names() -> None:
    assert account("twitter", "someone") == Account("x", "someone")
    assert account("website", "https://example.org") == Account("url", "https://example.org")
    assert network("google-scholar") is NETWORKS["scholar"]
    assert network("nowhere") is None
    assert set(ALIASES.values()) <= set(NETWORKS)
    assert not set(ALIASES) & set(NETWORKS)


def test_an_unknown_network() -> None:
    with pytest.raises(AccountError, match="'gitub' is not a known network; did you mean 'github'"):
        account("gitub", "someone")
    with pytest.raises(AccountError, match="'zzzz' is not a known network; known are orcid, "):
        account("zzzz", "someone")
    with pytest.raises(AccountError, match="'gitub' is not a known network"):
        account_url(Account("gitub", "someone"))


@given(
    st.sampled_from(sorted(NETWORKS)),
    st.one_of(st.text(), st.text("@/.:~?=&%-_ab1Q+"), st.from_regex(r"https?://[a-z.]+/@?\w+")),
)
def test_any_text_is_an_account_or_an_error(name: str, text: str) -> None:
    try:
        known = account(name, text)
    except AccountError:
        return
    assert account(name, known.value) == known
    assert safe_url(account_url(known)) == account_url(known)
