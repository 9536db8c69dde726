"""An account as a link, on networks that are known and on others."""

from __future__ import annotations

from sphinxext.profile.model.networks import account_label, account_link, shown_address
from sphinxext.profile.model.person import Account
from sphinxext.profile.model.record import Link


def test_known_network_gives_its_name_and_address() -> None:
    found = account_link(Account("github", "octocat"))
    assert found == Link("GitHub", "https://github.com/octocat", "github")


def test_stated_address_of_an_unknown_network_counts() -> None:
    account = Account("soundcloud", "dandy", "SoundCloud", "https://soundcloud.example/dandy")
    assert account_link(account) == Link("SoundCloud", account.url, "soundcloud")


def test_account_without_an_address_keeps_its_words() -> None:
    account = Account("ham-radio", "DL1ABC", "Ham radio")
    assert account_label(account) == "Ham radio"
    assert account_link(account) == Link("Ham radio: DL1ABC", "", "ham-radio")


def test_a_name_that_is_in_no_address_is_shown_beside_it() -> None:
    link = account_link(Account("x", "ada", "Twitter", "https://www.twitter.com"))
    assert link == Link("Twitter: ada", "https://www.twitter.com", "x")
    assert shown_address(link) == "Twitter: ada"
    plain = account_link(Account("x", "ada", "Twitter", "https://twitter.com/Ada"))
    assert (plain.label, shown_address(plain)) == ("Twitter", "twitter.com/Ada")
