"""What data files and bibliographies state.

Files are read in the main process before pages are, and again only when their bytes have changed;
an edit that keeps a file's time counts.  What was read is kept beside the environment, which would
otherwise be stored whole for each change of a file.  The readers are a fifth of this package, so
they are loaded when a file has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sphinx.environment import BuildEnvironment

from ..config import Settings, place
from ..log import Problem, warn
from ..model.nearest import hint
from ..model.project import Project
from ..model.quoting import shown
from ..model.record import Image, Link, Record
from ..model.urls import UrlError, is_external, safe_url
from ..sources import bibtex_file, data_file
from ..sources.bibtex_file import BibFile
from ..sources.cache import cached_all
from ..sources.data_file import DataFile, Read
from ..sources.issue import Issue
from ..sources.paths import is_inside, joined
from .memory import Memory, mark_of
from .store import Stated, apart, digest, state

_TOLD = "problems of files that were told"


#: A problem with its words and its place.
Told = tuple[Problem, str, str]


class Found(NamedTuple):
    """One file of a setting: its name there, its path, a mark of its bytes or why it has none."""

    setting: str
    name: str
    path: Path
    mark: str = ""
    fault: str = ""

    @property
    def key(self) -> str:
        """What names the file among those that were told of."""
        return f"{self.setting} {self.name}"


class Stock(NamedTuple):
    """What one file states and what is wrong in it, each problem with its place."""

    stated: tuple[Stated, ...] = ()
    problems: tuple[Told, ...] = ()


class Files:
    """The data files and bibliographies of a site."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env
        self._memory = Memory(env.doctreedir)
        self._confdir = str(env.srcdir)
        self._found: list[Found] | None = None
        self._stated: tuple[Stated, ...] | None = None
        #: Whether a picture is looked for that may come up without any other change.
        self.lacks_pictures = False

    def look(self, born: str, confdir: str) -> None:
        """See which files there are, and read those that have changed.

        ``born`` names the environment: a fresh one is told all problems again.  ``confdir`` is the
        folder of ``conf.py``.
        """
        self._confdir = confdir
        self._found, self._stated, self.lacks_pictures = None, None, False
        told = self._memory.read(_TOLD)
        if told.get("born") != born:
            self._memory.store(_TOLD, {"born": born, "files": {}})
        elif all(told["files"].get(f.key, {}).get("mark") == f.mark for f in self.found):
            return
        self.stated()

    @property
    def found(self) -> list[Found]:
        """The files that the settings name."""
        if self._found is None:
            settings = Settings.of(self._env.config)
            names = [("data", name) for name in dict.fromkeys(settings.data)]
            names += [("bibliography", name) for name in dict.fromkeys(settings.bibliography)]
            self._found = [_find(self._env, f"profile_{which}", name) for which, name in names]
        return self._found

    def stated(self) -> tuple[Stated, ...]:
        """Return all records, in the order of the files; problems are told when they are new."""
        if self._stated is None:
            told = self._memory.read(_TOLD)
            known, now = told.get("files", {}), {}
            out: list[Stated] = []
            for found, read in self._read():
                stock = _placed(self._env, found, read) if found.setting == "profile_data" else read
                out += stock.stated
                self.lacks_pictures |= any(kind is Problem.IMAGE for kind, *_ in stock.problems)
                now[found.key] = {"mark": found.mark, "problems": _mark(stock.problems)}
                if known.get(found.key) != now[found.key]:
                    _tell(stock.problems)
            others = {key: value for key, value in known.items() if key.startswith("about ")}
            self._memory.store(_TOLD, {"born": told.get("born", ""), "files": {**others, **now}})
            self._stated = tuple(apart(out))
        return self._stated

    def tell(self, what: str, problems: Sequence[Told]) -> None:
        """Tell problems that come of files without standing in one, unless they were told."""
        told = self._memory.read(_TOLD)
        files = told.setdefault("files", {})
        mark = {"problems": _mark(problems)}
        if files.get(f"about {what}") != mark:
            files[f"about {what}"] = mark
            self._memory.store(_TOLD, told)
            _tell(problems)

    def _read(self) -> Iterator[tuple[Found, Stock]]:
        for found in self.found:
            if found.fault:
                location = place(self._confdir, found.setting)
                kind = Problem.DATA if found.setting == "profile_data" else Problem.BIBTEX
                yield found, Stock((), ((kind, f"{found.setting}: {found.fault}", location),))
        readable = [found for found in self.found if not found.fault]
        for found in readable:
            if found.setting == "profile_data":
                yield found, self._data(found)
        bibliographies = [f for f in readable if f.setting == "profile_bibliography"]
        if bibliographies:
            yield from zip(bibliographies, self._works(bibliographies), strict=True)

    def _data(self, found: Found) -> Stock:
        def reader(paths: Sequence[Path]) -> DataFile:
            from ..sources import records

            return records.read(found.name, paths[0].read_bytes())

        name, source = f"data {found.name}", str(found.path)
        read = cached_all([found.path], self._memory.folder, reader, data_file.VERSION, name)
        return Stock(
            tuple(_stated(item, source) for item in read.records),
            tuple(_told(issue, source) for issue in read.problems),
        )

    def _works(self, found: Sequence[Found]) -> Iterator[Stock]:
        """Read all bibliographies together: they share macros and cross-references."""
        paths = [item.path for item in found]
        read = cached_all(paths, self._memory.folder, _read_works, bibtex_file.VERSION)
        doubles = bibtex_file.duplicates(
            [(str(p), f) for p, (f, _) in zip(paths, read, strict=True)]
        )
        seen: set[str] = set()
        for source, (file, marks) in zip(map(str, paths), read, strict=True):
            problems = [*file.problems, *(issue for name, issue in doubles if name == source)]
            stated = tuple(
                state(work, "", source, line, mark=mark)
                for (work, line), mark in zip(file.entries, marks, strict=True)
                if work.id not in seen
            )
            seen.update(item.record.id for item in stated)
            yield Stock(stated, tuple(_told(issue, source) for issue in problems))


def _read_works(paths: Sequence[Path]) -> tuple[tuple[BibFile, tuple[str, ...]], ...]:
    """Read bibliographies; also fingerprint each work, which takes longer than loading it."""
    from ..sources import bibtex

    files = bibtex.read_all(paths)
    return tuple((file, tuple(digest(work) for work, _ in file.entries)) for file in files)


def _find(env: BuildEnvironment, setting: str, name: str) -> Found:
    """Read the bytes of a file that a setting names; it must lie in the source directory."""
    source = Path(env.srcdir)
    path = source / name
    try:
        if not is_inside(source, name):
            return Found(setting, name, path, fault=f"{name!r} lies outside the source directory")
        if path.is_dir():
            return Found(setting, name, path, fault=f"{name!r} is a folder, not a file")
        return Found(setting, name, path, mark_of(path.read_bytes()))
    except FileNotFoundError:
        return Found(setting, name, path, fault=f"{name!r} is not there")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Found(setting, name, path, fault=f"{name!r} can't be read: {reason}")


def _stated(item: Read, source: str) -> Stated:
    lines = [(name, line) for name, line, _ in item.places]
    columns = (("", item.column), *((name, column) for name, _, column in item.places))
    found = state(item.record, "", source, item.line, lines, known=False)
    return replace(found, columns=columns)


def _told(issue: Issue, source: str) -> Told:
    column = f":{issue.column}" if issue.column else ""
    return Problem(issue.problem), issue.message, f"{source}:{issue.line}{column}"


def _mark(problems: Iterable[Told]) -> str:
    return mark_of(*(part for problem, *words in problems for part in (problem.value, *words)))


def _tell(problems: Iterable[Told]) -> None:
    for problem, message, location in problems:
        warn(problem, message, location=location)


def _placed(env: BuildEnvironment, found: Found, stock: Stock) -> Stock:
    """Find the pictures and pages that records name: they come and go without the file changing."""
    placing = _Placing(env, PurePosixPath(found.name).parent)
    stated = tuple(placing.placed(item) for item in stock.stated)
    return Stock(stated, (*stock.problems, *placing.problems))


class _Placing:
    def __init__(self, env: BuildEnvironment, folder: PurePosixPath) -> None:
        self._env = env
        self._folder = folder
        self.problems: list[Told] = []

    def placed(self, stated: Stated) -> Stated:
        record = stated.record
        changes: dict[str, object] = {}
        if record.image:
            changes["image"] = self._image(stated, record.image)
        if isinstance(record, Project) and record.link("page"):
            changes["links"] = tuple(self._links(stated, record))
        if not changes:
            return stated
        changed: Record = replace(record, **changes)  # type: ignore[arg-type]
        return stated if changed == record else stated.with_record(changed)

    def _tell(self, problem: Problem, message: str, stated: Stated, field: str) -> None:
        self.problems.append((problem, message, stated.location(field)))

    def _image(self, stated: Stated, image: Image) -> Image | None:
        path = joined(self._folder, image.uri)
        fault = ""
        try:
            if is_external(image.uri) or ":" in image.uri.split("/", maxsplit=1)[0]:
                fault = "is not a file of the site; put the picture beside the data file"
            elif not path or not is_inside(Path(self._env.srcdir), path):
                fault = "lies outside the source directory"
            elif not (Path(self._env.srcdir) / path).is_file():
                fault = "is not there"
        except (OSError, ValueError):
            fault = "is not a file name"
        if fault:
            self._tell(Problem.IMAGE, f"image: {image.uri[:80]!r} {fault}", stated, "image")
            return None
        return Image(path, image.alt)

    def _links(self, stated: Stated, project: Project) -> Iterator[Link]:
        for link in project.links:
            yield self._page(stated, link) if link.rel == "page" else link

    def _page(self, stated: Stated, link: Link) -> Link:
        """Lead to a page of the site where the words name one, else to a checked address."""
        stem = joined(self._folder, link.url.removesuffix(".md").removesuffix(".rst"))
        if stem in self._env.found_docs:
            return replace(link, url=f"doc:{stem}")
        try:
            url = safe_url(link.url)
            fault = (
                "" if is_external(url) else f"{shown(link.url)} is neither a page nor an address"
            )
        except UrlError as error:
            url, fault = "", str(error)
        if fault:
            near = hint(stem, self._env.found_docs) if url else ""
            self._tell(
                Problem.REFERENCE if url else Problem.URL, f"page: {fault}{near}", stated, "page"
            )
            return Link(f"page: {link.url}", "")
        return replace(link, url=url)


def images(stated: Iterable[Stated]) -> set[str]:
    """Return the pictures of data files' records; those of publications are attachments."""
    return {
        item.record.image.uri
        for item in stated
        if item.record.image and item.record.objtype != "publication"
    }
