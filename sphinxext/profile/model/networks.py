"""Accounts on the networks of :mod:`.network_table`: read, checked and turned into addresses.

Nothing is looked up anywhere: a value is right when it has the network's form.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from urllib.parse import quote, unquote

from .identifiers import IdentifierError
from .nearest import did_you_mean
from .network_table import TABLE, Network
from .person import Account
from .quoting import shown
from .record import Link
from .urls import UrlError, safe_url

__all__ = [
    "ALIASES",
    "NETWORKS",
    "AccountError",
    "Network",
    "account",
    "account_label",
    "account_link",
    "account_url",
    "network",
    "shown_address",
]

#: A longer text is no account.
LONGEST = 500

#: name -> network, in the order that a profile shows them.
NETWORKS: Mapping[str, Network] = MappingProxyType({known.name: known for known in TABLE})

#: Other names of a network -> its name.
ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "arxiv-author": "arxiv",
        "bsky": "bluesky",
        "e-mail": "email",
        "google-scholar": "scholar",
        "homepage": "url",
        "mail": "email",
        "publons": "wos",
        "researcherid": "wos",
        "semanticscholar": "semantic-scholar",
        "stack-overflow": "stackoverflow",
        "tel": "phone",
        "twitter": "x",
        "website": "url",
    }
)


class AccountError(ValueError):
    """A text is no account on a network; the message names it and what is allowed."""


def network(name: str) -> Network | None:
    """Return the network of a name or of another name for it, or ``None``."""
    return NETWORKS.get(ALIASES.get(name, name))


@cache
def _forms(name: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a network's addresses, without ``https://www.``."""
    known = NETWORKS[name]
    address = re.escape(re.sub(r"https://(?:www\.)?", "", known.url_template))
    for field, fit in (("value", "[^/?&#]+"), ("user", "[^/@?&#]+"), ("host", "[^/@?&#]+")):
        # A value in the query ends at the next field of it, one in the path at the path's end.
        address = address.replace(rf"\{{{field}\}}", f"(?P<{field}>{fit})")
    before, mark, query = address.partition(r"\?")
    address = rf"{before}\?(?:.*&)?{query}(?:&.*)?" if mark else rf"{before}(?:\?.*)?"
    return tuple(re.compile(form, re.IGNORECASE) for form in (*known.forms, address))


def _value(known: Network, text: str) -> str:
    """Take a value out of the address of a profile, or off the ``@`` before it."""
    if known.url_template == "{value}":
        return text
    address = re.sub(r"\A(?:https?:)?//", "", text, flags=re.IGNORECASE)
    host = re.sub(r"\A(?:www|m)\.", "", address, flags=re.IGNORECASE)
    bare = host.partition("#")[0].rstrip("/")
    for form in _forms(known.name):
        if match := form.fullmatch(bare):
            found = match.groupdict()
            value = found.get("value") or f"{found['user']}@{found['host']}"
            return unquote(value).removeprefix("@")
    # The address of another site: as a whole address it can pass for no handle.
    return f"https://{host}" if host != text else text.removeprefix("@")


def _allowed(known: Network, handle: str) -> str:
    """Say what may be written, from what a check says of a handle."""
    if not known.url_template.startswith("https://"):
        return handle
    profile = known.url_template.format(value="NAME", user="NAME", host="SERVER")
    return f"{handle}, or the profile's address, {profile}"


def account(network_name: str, text: str) -> Account:
    """Read an account: a bare handle, a handle behind ``@`` or the address of the profile.

    Raises:
        AccountError: The network is unknown or the value does not have its form.

    """
    known = network(network_name)
    if known is None:
        near = did_you_mean(network_name, [*NETWORKS, *ALIASES])
        near = near or f"known are {', '.join(NETWORKS)}"
        raise AccountError(f"{shown(network_name)} is not a known network; {near}")
    try:
        if len(text) > LONGEST:
            raise ValueError(f"at most {LONGEST} characters")
        cleaned = unicodedata.normalize("NFC", text).strip()
        return Account(known.name, known.check(_value(known, cleaned)))
    except (IdentifierError, UrlError) as error:
        raise AccountError(str(error)) from None
    except ValueError as error:
        raise AccountError(
            f"{shown(text)} does not fit {known.label}: write {_allowed(known, str(error))}"
        ) from None


def account_label(account: Account) -> str:
    """Return the name of an account's network for readers."""
    known = network(account.network)
    return account.label or (known.label if known else account.network)


def account_link(account: Account) -> Link:
    """Return an account as a link; its value stands in the words if it is in no address."""
    label, named = account_label(account), f"{account_label(account)}: {account.value}"
    try:
        url = account_url(account)
    except AccountError:
        return Link(named, "", account.network)
    hidden = account.url and account.value.casefold() not in account.url.casefold()
    return Link(named if hidden else label, url, account.network)


def shown_address(link: Link) -> str:
    """Return what stands on paper for a link: its address without what everybody knows of it.

    For an account whose address doesn't name it, that is the network and the name.
    """
    if link.rel and ": " in link.label:
        return link.label
    address = re.sub(r"\A(?:https?://(?:www\.)?|mailto:|tel:)", "", link.url)
    return unquote(address).removesuffix("/") or link.label


def account_url(account: Account) -> str:
    """Return the address of an account's profile.

    Raises:
        AccountError: Its network is unknown and no address is stated.

    """
    if account.url:
        return account.url
    known = network(account.network)
    if known is None:
        raise AccountError(f"{shown(account.network)} is not a known network")
    template, value = known.url_template, account.value
    if template == "{value}" or known.name == "phone":
        return safe_url(template.format(value=value))
    if value.partition("/")[0] in known.sections:
        template = f"{template[: template.index('/', len('https://'))]}/{{value}}"
    user, _, host = value.partition("@")
    quoted = {"value": value, "user": user, "host": host}
    return template.format(**{key: quote(part, safe="/@~:+!'") for key, part in quoted.items()})
