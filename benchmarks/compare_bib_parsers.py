"""Compare BibTeX readers: the hard cases they get right, and the time for a large file.

Usage: ``python benchmarks/compare_bib_parsers.py FILE.bib [READER ...]``

Readers that are not installed are left out.  ``bibtexparser`` is whichever version is installed:
run this in an environment for each.  Each reader is used as its own documentation says, with its
own decoding of LaTeX and its own splitting of names; braces that are left are taken away for it.
"""

from __future__ import annotations

import codecs
import contextlib
import importlib.util
import io
import re
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

Entry = dict[str, Any]
Reader = Callable[[str], dict[str, Entry]]

CASES = Path(__file__).parent.parent / "tests" / "sources" / "hard_cases.toml"
#: Keys that stand in comments and in values: no entries.
GHOSTS = {"no", "hidden", "like"}
VENUES = ("journal", "journaltitle", "booktitle", "school", "institution")


def _clean(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", re.sub(r"[{}]", "", text)).strip(" ")


def _entry(fields: dict[str, str], authors: list[str]) -> Entry:
    fields = {name.lower(): _clean(value) for name, value in fields.items()}
    title = ": ".join(filter(None, (fields.get("title", ""), fields.get("subtitle", ""))))
    year = re.search(r"\d{4}", fields.get("year", "") or fields.get("date", ""))
    return {
        "title": title,
        "authors": [_clean(author) for author in authors if author != "others"],
        "venue": next((fields[name] for name in VENUES if fields.get(name)), ""),
        "year": int(year[0]) if year else None,
        "url": fields.get("url", ""),
    }


def _spoken(first: str, von: str, last: str, jr: str) -> str:
    name = " ".join(filter(None, (first, von, last)))
    return f"{name}, {jr}" if jr else name


def read_with_pybtex(text: str) -> dict[str, Entry]:
    """Read with pybtex."""
    import latexcodec  # noqa: F401  (registers the codec)
    from pybtex.database import BibliographyData
    from pybtex.database.input.bibtex import Parser
    from pybtex.errors import capture

    def decoded(value: str) -> str:
        return codecs.decode(value, "ulatex")  # type: ignore[call-overload,no-any-return]

    data: BibliographyData = BibliographyData()
    parser = Parser()
    parser.data = data
    with capture():
        parser.parse_string(text)
    out = {}
    for key, entry in data.entries.items():
        names = [
            _spoken(
                *(
                    decoded(" ".join(part))
                    for part in (
                        person.first_names + person.middle_names,
                        person.prelast_names,
                        person.last_names,
                        person.lineage_names,
                    )
                )
            )
            for person in entry.persons.get("author", [])
        ]
        wanted = ("title", "subtitle", "year", "date", "url", *VENUES)
        fields = {name: decoded(entry.fields.get(name, "")) for name in wanted}
        out[key] = _entry(fields, names)
    return out


def read_with_bibtexparser1(text: str) -> dict[str, Entry]:
    """Read with bibtexparser 1."""
    import bibtexparser
    from bibtexparser.bparser import BibTexParser
    from bibtexparser.customization import convert_to_unicode, splitname

    parser = BibTexParser(
        common_strings=True, ignore_nonstandard_types=False, add_missing_from_crossref=True
    )
    parser.customization = convert_to_unicode
    out = {}
    for entry in bibtexparser.loads(text, parser).entries:
        fields = {name: value for name, value in entry.items() if isinstance(value, str)}
        names = []
        for name in filter(None, re.split(r"\s+and\s+", fields.get("author", ""))):
            parts = splitname(name, strict_mode=False)
            names.append(_spoken(*(" ".join(parts[p]) for p in ("first", "von", "last", "jr"))))
        out[fields["ID"]] = _entry(fields, names)
    return out


def read_with_bibtexparser2(text: str) -> dict[str, Entry]:
    """Read with bibtexparser 2."""
    import bibtexparser
    from bibtexparser import middlewares as m

    stack = [m.SeparateCoAuthors(), m.SplitNameParts(), m.LatexDecodingMiddleware()]
    out = {}
    for entry in bibtexparser.parse_string(text, append_middleware=stack).entries:
        fields = {f.key: f.value for f in entry.fields if isinstance(f.value, str)}
        authors = entry.fields_dict.get("author")
        names = [
            _spoken(*(" ".join(part) for part in (n.first, n.von, n.last, n.jr)))
            for n in (authors.value if authors and isinstance(authors.value, list) else [])
        ]
        out[entry.key] = _entry(fields, names)
    return out


def read_with_biblib(text: str) -> dict[str, Entry]:
    """Read with biblib."""
    from biblib import algo, bib

    parser = bib.Parser()
    with contextlib.suppress(Exception), contextlib.redirect_stderr(io.StringIO()):
        parser.parse(text, log_fp=io.StringIO())
    out = {}
    for entry in bib.resolve_crossrefs(parser.get_entries()).values():
        with contextlib.suppress(Exception):
            names = [
                _spoken(*(algo.tex_to_unicode(p) for p in (n.first, n.von, n.last, n.jr)))
                for n in (entry.authors() if "author" in entry else [])
            ]
            fields = {name: algo.tex_to_unicode(value) for name, value in entry.items()}
            out[entry.key] = _entry(fields, names)
    return out


def read_with_this_package(text: str) -> dict[str, Entry]:
    """Read with this package."""
    from sphinxext.profile.sources import bibtex

    found = bibtex.read(Path("compared.bib"), text=text)
    return {
        publication.id: {
            "title": publication.name,
            "authors": [author.name.display for author in publication.authors],
            "venue": publication.venue,
            "year": publication.year,
            "url": publication.url,
        }
        for publication, _ in found.entries
    }


def cases() -> list[dict[str, Any]]:
    """Return the cases whose answer is not a matter of our own taste."""
    found = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    return [case for case in found if not case.get("taste")]


def readers() -> dict[str, Reader]:
    """Return the readers that this environment has."""
    found: dict[str, Reader] = {}
    if importlib.util.find_spec("pybtex"):
        found["pybtex"] = read_with_pybtex
    if importlib.util.find_spec("bibtexparser"):
        import bibtexparser

        major = bibtexparser.__version__.split(".")[0]
        found[f"bibtexparser{major}"] = {
            "1": read_with_bibtexparser1,
            "2": read_with_bibtexparser2,
        }[major]
    if importlib.util.find_spec("biblib"):
        found["biblib"] = read_with_biblib
    with contextlib.suppress(ImportError):
        if importlib.util.find_spec("sphinxext.profile.sources.bibtex"):
            found["sphinxext.profile"] = read_with_this_package
    return found


def wrong_cases(read: Reader) -> list[str]:
    """Return the names of the cases that a reader gets wrong, with what it made of them."""
    wrong = []
    for case in cases():
        try:
            found = read(case["bib"])
        except Exception as error:  # whatever a reader does with such a file is its answer
            wrong.append(f"{case['name']}: {type(error).__name__}: {str(error)[:80]}")
            continue
        for key, expected in case["entries"].items():
            got = found.get(key)
            if got is None:
                wrong.append(f"{case['name']}: no {key}")
                break
            bad = {name: got[name] for name, value in expected.items() if got[name] != value}
            if bad:
                wrong.append(f"{case['name']}: {bad}")
                break
        else:
            if ghosts := sorted(found.keys() & GHOSTS):
                wrong.append(f"{case['name']}: reads {ghosts}")
    return wrong


def main() -> None:
    """Print, for each reader, the cases it gets wrong and its processor time for a file."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    total = len(cases())
    for name, read in readers().items():
        if sys.argv[2:] and name not in sys.argv[2:]:
            continue
        wrong = wrong_cases(read)
        start = time.process_time()
        count = len(read(text))
        seconds = time.process_time() - start
        print(f"{name}: {total - len(wrong)} of {total} right; {count} entries in {seconds:.2f} s")
        for line in wrong:
            print(f"  wrong: {line}")


if __name__ == "__main__":
    main()
