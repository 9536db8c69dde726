"""Formulas of TeX as plain text: for a page's title, a search, a citation in words.

A formula that needs more than letters, signs, sub- and superscripts keeps the words of its source.
"""

from __future__ import annotations

import re
from typing import Final

_GREEK_NAMES = (
    "alpha", "beta", "gamma", "delta", "varepsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "varphi",
    "chi", "psi", "omega",
)  # fmt: skip
_GREEK = {
    name: chr(code)
    # U+03C2 between rho and sigma is the final form.
    for code, name in zip([*range(0x3B1, 0x3C2), *range(0x3C3, 0x3CA)], _GREEK_NAMES, strict=True)
}
_GREEK |= {name.capitalize(): char.upper() for name, char in _GREEK.items() if "var" not in name}
_GREEK |= {"epsilon": "ϵ", "phi": "ϕ", "vartheta": "ϑ", "varrho": "ϱ", "varsigma": "ς", "Phi": "Φ"}

_MATHS = {
    "times": "×",
    "div": "÷",
    "pm": "±",
    "mp": "∓",
    "cdot": "·",
    "ast": "*",
    "star": "⋆",
    "circ": "∘",
    "bullet": "•",
    "leq": "≤",
    "le": "≤",
    "geq": "≥",
    "ge": "≥",
    "neq": "≠",
    "ne": "≠",
    "ll": "≪",
    "gg": "≫",
    "approx": "≈",
    "sim": "∼",
    "simeq": "≃",
    "cong": "≅",
    "equiv": "≡",
    "propto": "∝",
    "infty": "∞",
    "partial": "∂",
    "nabla": "∇",
    "sum": "∑",
    "prod": "∏",
    "int": "∫",
    "in": "∈",
    "notin": "∉",
    "subset": "⊂",
    "subseteq": "⊆",
    "supset": "⊃",
    "cup": "∪",
    "cap": "∩",
    "emptyset": "∅",
    "forall": "∀",
    "exists": "∃",
    "neg": "¬",
    "wedge": "∧",
    "vee": "∨",
    "oplus": "⊕",
    "otimes": "⊗",
    "to": "→",
    "rightarrow": "→",
    "leftarrow": "←",
    "leftrightarrow": "↔",
    "Rightarrow": "⇒",
    "Leftarrow": "⇐",
    "mapsto": "↦",
    "uparrow": "↑",
    "downarrow": "↓",
    "textrightarrow": "→",
    "textleftarrow": "←",
    "ell": "ℓ",
    "hbar": "ℏ",
    "Re": "ℜ",
    "Im": "ℑ",
    "aleph": "ℵ",
    "prime": "′",
    "perp": "⊥",
    "parallel": "∥",
    "mid": "∣",
    "langle": "⟨",
    "rangle": "⟩",
    "lceil": "⌈",
    "rceil": "⌉",
    "lfloor": "⌊",
    "rfloor": "⌋",
    "triangle": "△",
    "square": "□",
    "checkmark": "✓",
    "sharp": "♯",
    "flat": "♭",
    "lbrace": "{",
    "rbrace": "}",
    "vert": "|",
    "Vert": "‖",
    "dotsc": "…",
    "dag": "†",
    "dagger": "†",
    "ddag": "‡",
    "ddagger": "‡",
    "log": "log",
    "ln": "ln",
    "exp": "exp",
    "min": "min",
    "max": "max",
    "sin": "sin",
    "cos": "cos",
    "tan": "tan",
    "lim": "lim",
    "sup": "sup",
    "inf": "inf",
    "det": "det",
    "dim": "dim",
    "arg": "arg",
    "Pr": "Pr",
}

#: Command of mathematics -> the character or word it prints.
MATH_SYMBOLS: Final = {**_GREEK, **_MATHS}

SUPERSCRIPTS: Final = str.maketrans("0123456789+-=()niTt", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵀᵗ")
SUBSCRIPTS: Final = str.maketrans("0123456789+-=()aeoxijk", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓᵢⱼₖ")


_COMMAND = re.compile(r"\\(?:([A-Za-z]+)|(.))", re.DOTALL)
_SIGNS = frozenset(" ,*∗†‡°′⋆§")
_SCRIPT = re.compile(r"([_^])(?:\{([^{}]*)\}|(\S))")


def _symbol(match: re.Match[str]) -> str:
    if match[1]:
        return MATH_SYMBOLS.get(match[1], "")
    return match[2] if match[2] in "%&$#_" else " " if match[2] in ";: ," else ""


def _script(match: re.Match[str]) -> str:
    text = (match[2] if match[2] is not None else match[3]).strip().replace("∘", "°")
    small = text.translate(SUPERSCRIPTS if match[1] == "^" else SUBSCRIPTS)
    kept = any(a == b and a not in _SIGNS for a, b in zip(small, text, strict=True))
    return match[1] + text if kept else small


def math_to_text(tex: str) -> str:
    r"""Write a formula without its dollars as plain text: ``O(n^2)`` as "O(n²)".

    Commands that are not known are left out and their arguments kept, so that ``\mathcal{X}``
    becomes "X".
    """
    text = _COMMAND.sub(_symbol, tex)
    text = _SCRIPT.sub(_script, text).replace("{", "").replace("}", "")
    return " ".join(text.replace("~", " ").split())
