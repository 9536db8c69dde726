"""The plot of the report: CPU seconds of a full build by the number of people, as SVG."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from .report import Medians
from .sides import SIDES, TITLES

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _EDGE = 720, 420, 60, 170, 40
#: Colours that people with any kind of colour vision tell apart, after Okabe and Ito.
_COLOURS = ("#d55e00", "#0072b2", "#009e73", "#cc79a7", "#56b4e9", "#e69f00")


def plot(labs: Mapping[int, Medians]) -> str:
    """Draw one line for each side, both axes logarithmic."""
    lines = {
        side: [(people, m["full", side].cpu) for people, m in labs.items() if ("full", side) in m]
        for side in SIDES
    }
    seconds = [cpu for found in lines.values() for _people, cpu in found]
    low, high = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))
    across = _scale(math.log10(min(labs)), math.log10(max(labs)), _LEFT, _WIDTH - _RIGHT)
    up = _scale(low, high, _HEIGHT - _EDGE, _EDGE)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="13">',
        "<title>CPU seconds of a full build by the number of people</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    for power in range(low, high + 1):
        y = up(power)
        parts.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
        parts.append(_text(_LEFT - 8, y + 4, f"{10.0**power:g} s", "end"))
    for people in labs:
        parts.append(_text(across(math.log10(people)), _HEIGHT - 14, f"{people} people", "middle"))
    for found, colour in zip(lines.values(), _COLOURS, strict=True):
        points = [(across(math.log10(n)), up(math.log10(cpu))) for n, cpu in found]
        if points:
            way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            parts.append(
                f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="2"/>'
            )
            parts += [
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points
            ]
    ends = {side: up(math.log10(found[-1][1])) for side, found in lines.items() if found}
    for side, y in _apart(ends).items():
        colour = _COLOURS[list(SIDES).index(side)]
        parts.append(_text(_WIDTH - _RIGHT + 10, y + 4, TITLES[side], "start", colour))
    return "\n".join([*parts, "</svg>\n"])


def _scale(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    """Return the function from a value to its place between *start* and *end*."""
    span = (high - low) or 1.0
    return lambda value: start + (value - low) / span * (end - start)


def _apart(places: Mapping[str, float]) -> dict[str, float]:
    """Move labels down until none stands on another."""
    out: dict[str, float] = {}
    last = -math.inf
    for side, y in sorted(places.items(), key=lambda it: it[1]):
        last = out[side] = max(y, last + 16)
    return out


def _text(x: float, y: float, words: str, anchor: str, colour: str = "#333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{words}</text>'
