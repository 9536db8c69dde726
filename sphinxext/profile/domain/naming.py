"""References in what authors wrote get their words: the names of the records they lead to.

A page has its references resolved by Sphinx.  Elsewhere (a listing on another page, a CV, a feed)
the text of a body is all there is, so that it has to say the name and not the id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from docutils import nodes

from ..model.richtext import Block, Span, refs
from .references import referred, words_for
from .store import Stated, Store


def named(store: Store, titles: Mapping[str, nodes.title]) -> Store:
    """Return the store with all references named; those to nothing known are words alone.

    ``titles`` are those of the pages, by docname.
    """
    if not any(any(refs(stated.record.body)) for stated in store.statements):
        return store
    return Store.of(_named(store, titles, stated) for stated in store.statements)


def _named(store: Store, titles: Mapping[str, nodes.title], stated: Stated) -> Stated:
    body = stated.record.body
    if not any(refs(body)):
        return stated
    blocks = tuple(_block(store, titles, block) for block in body)
    return stated.with_record(replace(stated.record, body=blocks))


def _block(store: Store, titles: Mapping[str, nodes.title], block: Block) -> Block:
    return replace(block, spans=tuple(_span(store, titles, span) for span in block.spans))


def _span(store: Store, titles: Mapping[str, nodes.title], span: Span) -> Span:
    if span.ref is None:
        return span
    role, target = span.ref
    words = ""
    if role == "page" and target in titles:
        words = titles[target].astext()
    elif found := referred(store, role, target):
        words = words_for(found, role)
    if not words:
        return replace(span, ref=None)
    return replace(span, text=words) if span.text == target else span
