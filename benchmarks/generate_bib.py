"""Write a bibliography of N invented entries, the same one for the same seed.

Usage: ``python benchmarks/generate_bib.py 10000 > /tmp/many.bib``

The mixture follows what public bibliographies hold: about one field in eight has LaTeX in it,
one entry in three an abstract, one in ten a macro or a cross-reference, and the names repeat, so
that filters by person have something to find.  Every name, title and identifier is made up.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator

GIVEN = (
    "Ada", "Bo", "Chidi", "Dana", "Emre", "Farah", "Gwen", "Hana", "Ivo", "Jun", "Kai", "Lina",
    "Mina Sofia", "Noor", "Otto W.", "Pia-Maria", "Q.", "Rosa", "Seo-yeon", "Timo", "Ulla",
    r"Andr{\'e}", r"Ji{\v{r}}{\'\i}", r"S{\o}ren", "민준", "Zoë",
)  # fmt: skip
FAMILY = (
    "Abara", "Brandt", "Castell", "Dvorak", "Eriksen", "Fontaine", "Garrow", "Hollis", "Ito",
    "Jansen", "Kowal", "Lindqvist", "Marsh", "Novak", "Okafor", "Park", "Quist", "Rossi",
    "Sandoval", "Thorne", "van der Meer", "de la Cruz", r"M{\"u}ller", r"Nu{\~n}ez", "김",
    "Weiß",
)  # fmt: skip
NOUNS = (
    "captioning", "quantisation", "transformers", "retrieval", "anonymity", "speech", "gesture",
    "segmentation", "alignment", "robustness", "tokenisation", "diffusion", "dialogue", "memory",
)  # fmt: skip
QUALITIES = (
    "Sparse", "Fast", "Reliable", "Multimodal", "Private", "Zero-Shot", "Continual", "Causal",
    "Low-Rank", "{B}ayesian", r"\emph{Online}", "$k$-Nearest", r"Na{\"\i}ve", "{3D}",
)  # fmt: skip
JOURNALS = (
    "Journal of Invented Vision", "Annals of Made-Up Learning", "Imaginary Letters",
    r"Transactions on Plausible Systems \& Signals",
)  # fmt: skip
MEETINGS = ("PLAUS", "INVENT", "FICTA", "MIRAGE")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WORDS = (
    "we", "propose", "a", "method", "that", "learns", "from", "paired", "examples", "and",
    "keeps", "the", "cost", "of", "training", "low", "while", "error", "on", "held", "out",
    "data", "falls", "below", "earlier", "systems", "in", "every", "setting",
)  # fmt: skip


def _name(rng: random.Random) -> str:
    given, family = rng.choice(GIVEN), rng.choice(FAMILY)
    return f"{family}, {given}" if rng.random() < 0.7 else f"{given} {family}"


def _names(rng: random.Random) -> str:
    names = [_name(rng) for _ in range(rng.choice((1, 2, 2, 3, 3, 4, 5, 8)))]
    if rng.random() < 0.03:
        names.append("others")
    return " and ".join(names)


def _title(rng: random.Random, number: int) -> str:
    first, second = rng.sample(NOUNS, 2)
    return f"{rng.choice(QUALITIES)} {first.title()} for {second.title()}, Part {number}"


def _abstract(rng: random.Random) -> str:
    words = [rng.choice(WORDS) for _ in range(rng.randint(60, 160))]
    if rng.random() < 0.2:
        words.insert(20, r"by 12\% over {\"o}lder \textit{baselines} with $O(n \log n)$ steps")
    return " ".join(words).capitalize() + "."


def _venue(rng: random.Random, number: int, year: int) -> tuple[str, list[str]]:
    """Return the entry type and the fields that name the venue."""
    kind = rng.random()
    if kind < 0.4:
        return "article", [
            f"journal = {{{rng.choice(JOURNALS)}}}",
            f"volume = {rng.randint(1, 60)}",
            f"number = {{{rng.randint(1, 12)}}}",
        ]
    if kind < 0.5:
        return "inproceedings", [f"crossref = {{proc{year}}}"]
    if kind < 0.85:
        meeting = rng.choice(MEETINGS)
        return "inproceedings", [
            f'booktitle = procof # "the {year} {meeting} Conference"',
            f"abbr = {{{meeting}}}",
        ]
    if kind < 0.9:
        return "phdthesis", ["school = {University of Nowhere}"]
    return "misc", [
        f"eprint = {{{max(year, 2015) % 100}{rng.randint(1, 12):02d}.{number % 100000:05d}}}",
        "archiveprefix = {arXiv}",
    ]


def _entry(rng: random.Random, number: int) -> str:
    year = rng.randint(2001, 2025)
    kind, fields = _venue(rng, number, year)
    first = rng.randint(1, 900)
    fields = [
        f"title = {{{_title(rng, number)}}}",
        f"author = {{{_names(rng)}}}",
        f"year = {{{year}}}",
        f"month = {rng.choice(MONTHS)}",
        f"pages = {{{first}--{first + rng.randint(3, 30)}}}",
        *fields,
    ]
    if rng.random() < 0.7:
        fields.append(f"doi = {{10.5555/invented.{year}.{number}}}")
    if rng.random() < 0.33:
        fields.append(f"abstract = {{{_abstract(rng)}}}")
    if rng.random() < 0.2:
        fields += [f"pdf = {{papers/{number}.pdf}}", f"code = {{https://example.org/{number}}}"]
    if rng.random() < 0.1:
        fields.append("selected = {true}")
    body = ",\n  ".join(fields)
    return f"@{kind}{{entry{number},\n  {body},\n}}\n"


def generate(count: int, seed: int = 1) -> Iterator[str]:
    """Yield the text of a bibliography with ``count`` entries, block by block."""
    rng = random.Random(seed)
    yield '@string{procof = "Proceedings of "}\n'
    proceedings = min(25, count)
    for number in range(count - proceedings):
        yield _entry(rng, number)
    for year in range(2001, 2001 + proceedings):
        yield (
            f"@proceedings{{proc{year},\n  booktitle = {{Yearbook of Inventions {year}}},\n"
            f"  title = {{Yearbook of Inventions {year}}},\n  year = {year},\n"
            "  publisher = {Nowhere Press},\n}\n"
        )


def main() -> None:
    """Write the bibliography to the standard output."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for block in generate(options.count, options.seed):
        sys.stdout.write(block + "\n")


if __name__ == "__main__":
    main()
