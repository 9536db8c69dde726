"""How a listing of publications is filled: directly written for web pages, nodes elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from docutils import nodes

from ..domain.citing import Citing
from ..domain.downloads import FORMATS, listing_file
from ..domain.query import Query
from ..domain.select import Group
from ..domain.store import Stated
from ..i18n import _
from ..model.publication import STATUSES, Publication
from ..model.richtext import plain
from ..model.slug import slug
from ..nodes import profile_citations, profile_filter, profile_group
from ..render import publication as render
from ..render.citation import cite, marks_to_explain, status_heading, type_heading
from ..render.common import labelled, paragraph, separated, title
from .listed import Listed

#: Authors before the fold of a longer list.
MOST_AUTHORS = 10


def fill(listed: Listed, query: Query, place: Mapping[str, Any]) -> list[nodes.Node]:
    """Make what stands in the place of a listing of publications."""
    groups = listed.domain.answers.groups(query)
    if not groups:
        return []
    listing = _Listing(listed, query, place)
    out: list[nodes.Node] = []
    if place.get("show-title"):
        out.append(title(nodes.Text(place["show-title"])))
    out += listing.head(groups)
    for group in groups:
        shown = listing.items(group.items)
        out += shown if query.group_by in {"", "none"} else [listing.group(group, shown)]
    return [*out, *render.signs_explained(listing.marks), *listing.downloads()]


class _Listing:
    """One listing of publications."""

    def __init__(self, listed: Listed, query: Query, place: Mapping[str, Any]) -> None:
        self.listed = listed
        self.query = query
        self.place = place
        self.on_web = listed.domain.on_web
        self.citing = Citing(listed.domain)
        self.marks: set[str] = set()
        self._number = 1

    # -- around the list ----------------------------------------------------------------------

    def head(self, groups: Sequence[Group]) -> list[nodes.Node]:
        """Make what stands above: the filter's place and the number of items."""
        out: list[nodes.Node] = []
        keys = {stated.record.id for group in groups for stated in group.items}
        if self._asked("filter") and self.on_web:
            out.append(self._filter(groups))
        if self._asked("count") or self._asked("filter"):
            words = _("1 publication") if len(keys) == 1 else _("{count} publications")
            out.append(paragraph(words.format(count=len(keys)), classes=["profile-count"]))
        return out

    def group(self, group: Group, shown: Sequence[nodes.Node]) -> nodes.Element:
        """Put a heading over the items of a group, and an anchor that stays."""
        block = profile_group("", title(nodes.Text(self._heading(group.key))), *shown)
        block["classes"] = ["profile-group"]
        anchor = f"publications-{slug(group.key) if group.key else 'further'}"
        if self.on_web and anchor not in self.listed.given:
            self.listed.given.add(anchor)
            block["ids"] = [anchor]
        return block

    def _heading(self, key: str) -> str:
        if not key:
            return _("Further")
        if self.query.group_by == "type":
            return type_heading(key)
        if self.query.group_by == "status" or key in STATUSES:
            return status_heading(key)
        found = self.listed.domain.store.get(self.query.group_by, key)
        return found.record.name if found else key

    def downloads(self) -> list[nodes.Node]:
        """Link the files with the whole list; only a web site has them."""
        wanted = self.place.get("show-downloads", "").split()
        if not wanted or not self.on_web:
            return []
        number = self.listed.count_downloads()
        docname = self.listed.docname
        files = [(FORMATS[form].label, listing_file(docname, number, form)) for form in wanted]
        way = self.listed.domain.way
        links = [
            nodes.reference(
                "", label, refuri=way(docname, path), internal=True, classes=["profile-link"]
            )
            for label, path in files
        ]
        line = labelled(_("Download this list"), separated(links, " · "), "profile-links")
        line["classes"].append("profile-downloads")
        return [line]

    def _filter(self, groups: Sequence[Group]) -> nodes.Element:
        """Gather what readers may choose by."""
        values: dict[str, dict[str, str]] = {"year": {}, "type": {}, "person": {}, "tag": {}}
        store = self.listed.domain.store
        for group in groups:
            for stated in group.items:
                assert isinstance(stated.record, Publication)
                for name, found in self.citing.facets(stated.record).items():
                    for value in found:
                        values[name].setdefault(value, value)
        for kind in values["type"]:
            values["type"][kind] = type_heading(kind)
        for person in values["person"]:
            values["person"][person] = store.by_key["person", person].record.name
        node = profile_filter("", classes=["profile-filter-template"])
        for name, choices in values.items():
            ordered = sorted(choices.items(), key=lambda item: (item[1].casefold(), item[0]))
            if name == "year":
                ordered.reverse()
            # Quoted as on the items, where several stand in one attribute.
            node[f"{name}-values"] = [quote(value) for value, _words in ordered]
            node[f"{name}-words"] = [words for _value, words in ordered]
        return node

    # -- the list -----------------------------------------------------------------------------

    def items(self, found: Sequence[Stated]) -> list[nodes.Node]:
        """Make the list itself."""
        records = [(s, s.record) for s in found if isinstance(s.record, Publication)]
        self.marks |= marks_to_explain(record for _stated, record in records)
        start = self._number if self._asked("numbered") else 0
        self._number += len(records)
        return self._written(records, start) if self.on_web else self._as_nodes(records, start)

    def _as_nodes(
        self, records: Sequence[tuple[Stated, Publication]], start: int
    ) -> list[nodes.Node]:
        found = []
        for stated, record in records:
            citation = cite(
                record,
                self.listed.language,
                people=self.citing.people(record.id),
                projects=self.citing.projects(record.id),
                links=self.citing.links(stated),
                most=self._most,
                reference=self.citing.style.reference(record),
            )
            found.append((citation, self.listed.anchor(stated)))
        return render.items(found, self.listed.docname, style=self._style, start=start)

    def _written(
        self, records: Sequence[tuple[Stated, Publication]], start: int
    ) -> list[nodes.Node]:
        node = profile_citations("", classes=["profile-publications", f"profile-as-{self._style}"])
        node["docname"] = self.listed.docname
        node["layout"] = self._style
        node["most-authors"] = str(self._most)
        node["hide"] = self.place.get("show-hide", "").split()
        if start:
            node["start"] = str(start)
        if self._asked("filter"):
            node["filter"] = "1"
        # The writer shows more than the words below: what it shows decides on rewriting.
        node["marks"] = [self._mark(stated) for stated, _record in records]
        node["keys"] = [record.id for _stated, record in records]
        node["anchors"] = [self._anchor(stated) for stated, _record in records]
        if self._style == "full" and "preview" not in node["hide"]:
            node += self._pictures(records)
        node += nodes.Text("\n".join(self._words(record) for _stated, record in records))
        if any(_has_math(record) for _stated, record in records):
            node["formulas"] = "1"
        return [node]

    def _mark(self, stated: Stated) -> str:
        """Fingerprint all that is shown of an entry."""
        page = self.citing.page(stated.record.id)
        return f"{self.listed.domain.marks.shown(stated)} {page} {self.citing.style.digest}"

    def _anchor(self, stated: Stated) -> str:
        if stated.anchor in self.listed.given:
            return ""
        self.listed.given.add(stated.anchor)
        return stated.anchor

    def _pictures(self, records: Sequence[tuple[Stated, Publication]]) -> list[nodes.Node]:
        """Name the previews, so that the builder copies them."""
        paths = (self.citing.picture(r.id) for _stated, r in records if r.image)
        return [nodes.image("", uri=path, candidates={"*": path}) for path in paths if path]

    def _words(self, record: Publication) -> str:
        """Return the words under which the search finds an entry of this page."""
        names = [author.name.display for author in (*record.authors, *record.editors)]
        words = [record.name, *names, record.venue, record.abbr, record.note, *record.keywords]
        if self._style == "full" and not self.citing.page(record.id):
            words.append(plain(record.abstract))
        return " ".join(words)

    def _asked(self, option: str) -> bool:
        return bool(self.place.get(f"show-{option}") == "True")

    @property
    def _style(self) -> str:
        return str(self.place.get("show-style", "full"))

    @property
    def _most(self) -> int:
        return int(self.place.get("show-authors", MOST_AUTHORS))


def _has_math(record: Publication) -> bool:
    texts = (record.title_rich, record.body, record.additional_info, record.annotation)
    return any(
        block.kind == "math" or any("math" in span.marks for span in block.spans)
        for text in texts
        for block in text
    )
