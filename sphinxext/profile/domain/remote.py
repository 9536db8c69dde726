"""What other sites state, as far as intersphinx knows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment

from .memory import mark_of


def inventory_mark(env: BuildEnvironment) -> str:
    """Fingerprint what the inventories of other sites say of people, projects and so on."""
    known: Mapping[str, Mapping[str, Any]] = getattr(env, "intersphinx_inventory", {})
    own = (objtype for objtype in known if objtype.startswith("profile:"))
    return mark_of(
        *(
            f"{objtype} {target} {item!r}"
            for objtype in sorted(own)
            for target, item in sorted(known[objtype].items())
        )
    )


def remote_mark(env: BuildEnvironment, objtype: str, target: str) -> str:
    """Fingerprint what other sites say of a record that nobody states here."""
    if ":" in target:
        return inventory_mark(env)
    known: Mapping[str, Mapping[str, Any]] = getattr(env, "intersphinx_inventory", {})
    found = known.get(f"profile:{objtype}", {}).get(target)
    return f"{found!r}" if found else ""


def find_elsewhere(
    env: BuildEnvironment, role: str, target: str, docname: str
) -> nodes.Element | None:
    """Ask whoever resolves what we don't know (intersphinx, say) for a link to a record."""
    node = pending_xref(
        "",
        refdomain="profile",
        reftype=role,
        reftarget=target,
        refexplicit=False,
        refwarn=False,
        refdoc=docname,
    )
    words = nodes.inline("", target)
    found: nodes.Element | None
    found = env.events.emit_firstresult("missing-reference", env, node, words)
    return found
