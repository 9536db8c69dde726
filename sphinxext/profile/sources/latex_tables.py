"""What the commands of LaTeX stand for: accents, letters and signs.

Sources: *The Comprehensive LaTeX Symbol List* and the Unicode names of the characters.
"""

from __future__ import annotations

from typing import Final

from ..model.richtext import Mark
from .latex_math import MATH_SYMBOLS

#: Accent command -> combining character that follows the letter.
ACCENTS: Final = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    '"': "\u0308",
    "u": "\u0306",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "h": "\u0309",
    "G": "\u030f",
    "U": "\u030e",
    "textcommabelow": "\u0326",
    "t": "\u0361",
}

#: Characters that a backslash makes literal, and the spaces it makes.
ESCAPES: Final = {
    **{char: char for char in "&%$#_{}@"},
    "\\": " ",
    " ": " ",
    "\n": " ",
    "\t": " ",
    ",": "\u2009",
    ";": " ",
    ":": " ",
    "!": "",
    "-": "",
    "/": "",
    "*": "",
}

_LETTERS = {
    "ss": "ß",
    "SS": "SS",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "th": "þ",
    "TH": "Þ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "dz": "ʣ",
    "textschwa": "ə",
}

_SIGNS = {
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "lq": "‘",
    "rq": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "quotedblbase": "„",
    "quotesinglbase": "‚",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "flqq": "«",
    "frqq": "»",
    "guillemotleft": "«",
    "guillemotright": "»",
    "guillemetleft": "«",
    "guillemetright": "»",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textbackslash": "\\",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "textunderscore": "_",
    "textdollar": "$",
    "textbullet": "•",
    "textperiodcentered": "·",
    "textellipsis": "…",
    "ldots": "…",
    "dots": "…",
    "cdots": "⋯",
    "textregistered": "®",
    "texttrademark": "™",
    "textcopyright": "©",
    "copyright": "©",
    "pounds": "£",
    "textsterling": "£",
    "texteuro": "€",
    "euro": "€",
    "textyen": "¥",
    "S": "§",
    "P": "¶",
    "dag": "†",
    "ddag": "‡",
    "dagger": "†",
    "ddagger": "‡",
    "textdagger": "†",
    "textdaggerdbl": "‡",
    "Letter": "✉",
    "textdegree": "°",
    "degree": "°",
    "textmu": "µ",
    "micro": "µ",
    "textasteriskcentered": "*",
    "textexclamdown": "¡",
    "textquestiondown": "¿",
    "textordfeminine": "ª",
    "textordmasculine": "º",
    "textonehalf": "½",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "BibTeX": "BibTeX",
    "slash": "/",
    "space": " ",
    "quad": " ",
    "qquad": " ",
    "enspace": " ",
    "thinspace": "\u2009",
    "nobreakspace": "\u00a0",
    "newline": " ",
    "par": "\n\n",
    "nobreakdash": "",
    "newblock": " ",
    "hyp": "-",
    "and": "and",
}

#: The journal macros of the American Astronomical Society, which come with every export from ADS.
_JOURNALS = {
    "aj": "Astronomical Journal",
    "apj": "Astrophysical Journal",
    "apjl": "Astrophysical Journal Letters",
    "apjs": "Astrophysical Journal Supplement Series",
    "aap": "Astronomy & Astrophysics",
    "araa": "Annual Review of Astronomy and Astrophysics",
    "icarus": "Icarus",
    "jcap": "Journal of Cosmology and Astroparticle Physics",
    "jgr": "Journal of Geophysical Research",
    "mnras": "Monthly Notices of the Royal Astronomical Society",
    "nat": "Nature",
    "pasj": "Publications of the Astronomical Society of Japan",
    "pasp": "Publications of the Astronomical Society of the Pacific",
    "physrep": "Physics Reports",
    "planss": "Planetary and Space Science",
    "prd": "Physical Review D",
    "prl": "Physical Review Letters",
    "solphys": "Solar Physics",
    "ssr": "Space Science Reviews",
}

#: Command -> what it prints, in text and in mathematics alike.
SYMBOLS: Final = {**MATH_SYMBOLS, **_JOURNALS, **_SIGNS, **_LETTERS}

#: Commands with one argument that they mark.  The empty mark keeps the words as they are.
MARKED: Final[dict[str, Mark]] = {
    "emph": "emphasis",
    "textit": "emphasis",
    "textsl": "emphasis",
    "mkbibemph": "emphasis",
    "textbf": "strong",
    "mkbibbold": "strong",
    "texttt": "code",
    "textsuperscript": "sup",
    "mkbibsuperscript": "sup",
    "textsubscript": "sub",
    "mkbibsubscript": "sub",
}

#: Switches that mark the rest of their group.
SWITCHES: Final[dict[str, Mark]] = {
    "em": "emphasis",
    "it": "emphasis",
    "itshape": "emphasis",
    "sl": "emphasis",
    "slshape": "emphasis",
    "bf": "strong",
    "bfseries": "strong",
    "tt": "code",
    "ttfamily": "code",
}

#: Commands whose first argument is not printed: sort keys, lengths, colours.
UNPRINTED: Final = frozenset(
    {"noop", "noopsort", "sortnoop", "SortNoop", "singleletter", "label", "vspace", "hspace"}
    | {"textcolor", "color", "phantom", "footnotetext", "index", "selectlanguage"}
)
