"""Options for accounts on known networks, which people and organizations share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ..log import Problem
from ..model.identifiers import IdentifierError
from ..model.networks import NETWORKS, account
from ..model.person import Account, Place
from ..model.urls import UrlError
from . import options
from .options import BadValueError, Option


def _account(network: str, words: str) -> Account:
    try:
        return account(network, words.strip())
    except UrlError as error:
        raise BadValueError(Problem.URL, str(error)) from None
    except (IdentifierError, ValueError) as error:
        raise BadValueError(Problem.IDENTIFIER, str(error)) from None


#: One option for each known network, its value checked as the network wants it.
ACCOUNT_OPTIONS: dict[str, Option] = {
    network.name: Option(partial(_account, network.name), f"{network.label}: account or address.")
    for network in NETWORKS.values()
}

#: The parts of a postal place.
PLACE_OPTIONS: dict[str, Option] = {
    "address": Option(options.text, "Street and number."),
    "postal-code": Option(options.text, "Postal code."),
    "city": Option(options.text, "City."),
    "region": Option(options.text, "State, province or region."),
    "country-code": Option(options.text, "Country as two letters (ISO 3166-1), such as KR."),
}


def accounts(found: Mapping[str, Any]) -> tuple[Account, ...]:
    """Gather the accounts that could be read, in the order they were written."""
    return tuple(value for value in found.values() if isinstance(value, Account))


def place(found: Mapping[str, Any]) -> Place:
    """Gather the parts of a place."""
    return Place(**{name.replace("-", "_"): found.get(name, "") for name in PLACE_OPTIONS})


def names(found: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Gather ``name.LANGUAGE`` options."""
    prefix = "name."
    pairs = (
        (key.removeprefix(prefix), words) for key, words in found.items() if key.startswith(prefix)
    )
    return tuple((language, words) for language, words in pairs if words)
