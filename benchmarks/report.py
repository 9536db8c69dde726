"""The report: what was measured, in tables, with the aims beside what came of them."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator, Mapping

from .aims import AIMS, GROWTH
from .measure import Cost
from .rounds import EXPORTS, WORKS
from .sides import TITLES

#: (work, side) -> the median of what it cost.
Medians = Mapping[tuple[str, str], Cost]

_HEAD = "| work | side | CPU, s | to ours | wall, s | memory, MiB | pages | output, MB |\n"
_RULE = "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"


def report(labs: Mapping[int, Medians], rounds: str) -> str:
    """Write the figures of labs of so many people each; ``rounds`` says of how many they are."""
    parts = [
        "# What building a lab costs\n",
        f"Medians of {rounds}, taken by `python -m benchmarks` on {_machine()}.\n",
        "How to read this is told in `docs/develop/benchmarks.md`.\n",
        "![CPU seconds of a full build by the number of people](report.svg)\n",
    ]
    for people, medians in labs.items():
        parts.append(f"## {people} people\n")
        parts.append(_HEAD + _RULE + "".join(_rows(medians)))
        parts.append("| aim | figure | at most | measured | |\n| --- | --- | ---: | ---: | --- |\n")
        parts[-1] += "".join(_aims(medians))
    parts.append(_growth(labs))
    return "\n".join(part for part in parts if part)


def _machine() -> str:
    return f"{platform.system()}, Python {platform.python_version()}"


def _rows(medians: Medians) -> Iterator[str]:
    for (work, side), cost in sorted(medians.items(), key=lambda it: _place(it[0][0])):
        ours = medians.get((work, "profile"))
        ratio = f"{cost.cpu / ours.cpu:.2f}" if ours and ours.cpu else ""
        yield (
            f"| {work} | {TITLES.get(side, side)} | {cost.cpu:.2f} | {ratio} | {cost.wall:.2f} | "
            f"{cost.memory:.0f} | {cost.pages:.0f} | {cost.bytes / 1e6:.1f} |\n"
        )


def _place(work: str) -> int:
    """Return where a work stands among the others."""
    known = [*WORKS, *EXPORTS, "parallel", "import", "preview"]
    return known.index(work) if work in known else len(known)


def _aims(medians: Medians) -> Iterator[str]:
    for aim in AIMS:
        if aim.of in medians and aim.to in medians:
            ratio = getattr(medians[aim.of], aim.figure) / getattr(medians[aim.to], aim.figure)
            yield f"| {aim.words} | {aim.figure} | {_against(ratio, aim.most)} |\n"


def _against(ratio: float, most: float) -> str:
    """Write a ratio beside its bound."""
    return f"{most:g} | {ratio:.2f} | {'reached' if ratio <= most else 'missed'}"


def _growth(labs: Mapping[int, Medians]) -> str:
    """Say how much more a lab of ten times the people costs."""
    rows = [
        f"| {small} → {small * 10} | {figure} | {_against(ratio, GROWTH)} |\n"
        for small in labs
        if small * 10 in labs
        for figure in ("cpu", "memory")
        for ratio in _ratios(labs[small], labs[small * 10], figure)
    ]
    if not rows:
        return ""
    head = "| people | figure | at most | measured | |\n| --- | --- | ---: | ---: | --- |\n"
    return "## Ten times the records\n\n" + head + "".join(rows)


def _ratios(small: Medians, large: Medians, figure: str) -> Iterable[float]:
    key = "full", "profile"
    if key in small and key in large:
        yield getattr(large[key], figure) / getattr(small[key], figure)
