"""Settings: one field of :class:`Settings` is one ``profile_*`` option of ``conf.py``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from sphinx.application import Sphinx
from sphinx.config import Config

from .log import Problem, warn

#: Looks of the whole site that come with the package: ``static/presets/NAME.css``.
PRESETS = ("garden", "harbour", "paper", "signal")

#: Records whose pages have a social card.
CARDS = ("person", "project", "publication")

Rebuild = Literal["env", "html", ""]
Check = Callable[[Any], Any]

#: Builders that make the pages of a web site, each a file of its own.
WEB_BUILDERS = frozenset({"html", "dirhtml"})


def _setting(default: Any, rebuild: Rebuild, help_: str, check: Check) -> Any:
    """Declare a setting: ``rebuild`` is "env" where it is read while pages are read."""
    metadata = {"rebuild": rebuild, "help": help_, "check": check}
    return field(default=default, metadata=metadata)


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("True or False")
    return value


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a string")
    return value


def _strings(value: Any) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, list | tuple):
        raise ValueError("a list of strings")
    return tuple(_string(item) for item in value)


def _string_map(value: Any) -> tuple[tuple[str, str], ...]:
    pairs = value.items() if isinstance(value, dict) else value
    if not isinstance(value, dict | tuple):
        raise ValueError("a dictionary of strings")
    return tuple((_string(key), _string(text)) for key, text in pairs)


def _folder(value: Any) -> str:
    """Read the name of a folder below the site's root; ``True`` stands for the usual one."""
    if isinstance(value, bool):
        return "publications" if value else ""
    if not isinstance(value, str) or not re.fullmatch(r"(?:[a-z0-9-]+(?:/[a-z0-9-]+)*)?", value):
        raise ValueError("True, False or a folder's name of a-z, 0-9, - and /")
    return value


def _dictionaries(value: Any) -> tuple[tuple[str, dict[str, Any]], ...]:
    found = tuple(value.items()) if isinstance(value, dict) else value
    if not isinstance(found, tuple) or not all(isinstance(inner, dict) for _, inner in found):
        raise ValueError("a dictionary of dictionaries")
    return tuple((_string(name), inner) for name, inner in found)


def _some_of(*allowed: str) -> Check:
    def check(value: Any) -> tuple[str, ...]:
        found = _strings(value)
        if not set(found) <= set(allowed):
            raise ValueError(f"a list of {', '.join(map(repr, allowed))}")
        return tuple(dict.fromkeys(found))

    return check


def _cards(value: Any) -> tuple[str, ...]:
    """Read what cards are drawn of; ``True`` stands for all."""
    if isinstance(value, bool):
        return CARDS if value else ()
    found = value if isinstance(value, list | tuple) else ("",)
    if any(kind not in (*CARDS, "selected") for kind in found):
        raise ValueError("True, False or a list of 'person', 'project', 'publication', 'selected'")
    return tuple(found)


def _one_of(*allowed: str) -> Check:
    def check(value: Any) -> str:
        if value not in allowed:
            raise ValueError(f"one of {', '.join(map(repr, allowed))}")
        return str(value)

    return check


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, checked.  The help texts are printed in the guide."""

    bare_names: bool = _setting(
        True,
        "env",
        "Also offer directives and roles without the ``profile:`` prefix.",
        _boolean,
    )
    data: tuple[str, ...] = _setting(
        (),
        "",
        "YAML, TOML and JSON files with records, relative to the source directory.",
        _strings,
    )
    bibliography: tuple[str, ...] = _setting(
        (),
        "",
        "BibTeX and BibLaTeX files with publications, relative to the source directory.",
        _strings,
    )
    publication_pages: str = _setting(
        "",
        "html",
        "Whether each publication has a page of its own in HTML: ``True`` for the folder "
        "``publications``, or another folder's name.",
        _folder,
    )
    citation_style: str = _setting(
        "",
        "env",
        "A file with a style of CSL (``ieee.csl``), relative to the source directory, in which "
        "references are set.  It needs the extra ``styles``.",
        _string,
    )
    unlisted: tuple[str, ...] = _setting(
        (),
        "env",
        "Patterns of pages whose records are examples, such as ``guide/*``: shown and linked to, "
        "but in no listing, index or file for machines.",
        _strings,
    )
    groups: tuple[tuple[str, str], ...] = _setting(
        (),
        "",
        "Titles of the groups of people, in the order in which they are shown: "
        '``{"faculty": "Faculty", "phd": "PhD students"}``.',
        _string_map,
    )
    feed: tuple[str, ...] = _setting(
        ("news",),
        "",
        "What the site's feed ``feeds/site.xml`` and ``.json`` tells: ``news``, ``publications``, "
        "``events``; an empty list for no feed.  It needs ``html_baseurl``.",
        _some_of("news", "publications", "events"),
    )
    calendar: tuple[str, ...] = _setting(
        ("events",),
        "",
        "What the site's calendar ``feeds/site.ics`` holds, as far as the day is known: "
        "``events``, ``news``, ``publications``; an empty list for no calendar.  It needs "
        "``html_baseurl``.",
        _some_of("events", "news", "publications"),
    )

    preset: str = _setting(
        "",
        "html",
        "The look of the site, light and dark: ``garden``, ``harbour``, ``paper`` or ``signal``.  "
        "Empty, our blocks look as the theme does.",
        _one_of("", *PRESETS),
    )
    json: bool = _setting(
        True,
        "",
        "Write ``profile.json``, all records and their relations, and its JSON Schema.",
        _boolean,
    )
    llms_txt: bool = _setting(
        True,
        "",
        "Write ``llms.txt``, what the site tells in Markdown, for language models.",
        _boolean,
    )

    cv_variants: tuple[tuple[str, dict[str, Any]], ...] = _setting(
        (),
        "env",
        "Further variants of the CV, or other definitions of ``full`` and ``short``: "
        '``{"committee": {"sections": ["work", "publications"], "limits": {"work": 3}}}``.',
        _dictionaries,
    )
    cv_design: str = _setting(
        "classic",
        "env",
        "The design of CVs as PDF that name none: ``classic`` or ``modern``.",
        _one_of("classic", "modern"),
    )
    cv_page: str = _setting(
        "a4",
        "env",
        "The paper of CVs as PDF that name none: ``a4`` or ``letter``.",
        _one_of("a4", "letter"),
    )
    cv_template: str = _setting(
        "",
        "",
        "A Typst file of your own for CVs as PDF, relative to the source directory; it takes the "
        "place of both designs.",
        _string,
    )
    cv_fonts: tuple[str, ...] = _setting(
        (),
        "",
        "Families of fonts for CVs as PDF, in order: each stands in for what those before it lack.",
        _strings,
    )

    cv_font_folder: str = _setting(
        "",
        "",
        "A folder with font files for CVs as PDF, relative to the source directory.",
        _string,
    )

    social_cards: tuple[str, ...] = _setting(
        CARDS,
        "html",
        "What a picture is drawn of for links to it: ``person``, ``project``, ``publication``, or "
        "``selected`` for those publications alone that are marked so; ``False`` draws none.  The "
        "site has to use sphinxext-opengraph, and to know its address.  It needs the extra "
        "``opengraph``.",
        _cards,
    )

    @classmethod
    def of(cls, config: Config) -> Settings:
        """Collect the settings from ``conf.py``; a bad value gives way to the default."""
        return cls(**{item.name: _checked(config, item) for item in fields(cls)})

    def with_(self, **changes: Any) -> Settings:
        """Return a copy with some settings changed."""
        return replace(self, **changes)


def _checked(config: Config, item: Any) -> Any:
    try:
        return item.metadata["check"](getattr(config, f"profile_{item.name}"))
    except ValueError:
        return item.default


def register(app: Sphinx) -> None:
    """Add every setting to ``conf.py``'s and have them checked once."""
    for item in fields(Settings):
        app.add_config_value(f"profile_{item.name}", item.default, item.metadata["rebuild"], Any)
    app.connect("config-inited", _check_all)
    app.connect("config-inited", _switch_on_markdown)


def place(confdir: str | Path, setting: str) -> str:
    """Return ``conf.py:line`` of a setting; the first line where it is set elsewhere."""
    path = Path(confdir) / "conf.py"
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    found = (number for number, line in enumerate(lines, 1) if line.startswith(setting))
    return f"{path}:{next(found, 1)}"


def _check_all(app: Sphinx, config: Config) -> None:
    for item in fields(Settings):
        value = getattr(config, f"profile_{item.name}")
        try:
            item.metadata["check"](value)
        except ValueError as error:
            message = f"profile_{item.name} = {value!r}: expected {error}; the default is used"
            location = place(app.confdir, f"profile_{item.name}")
            warn(Problem.SETTING, message, location=location)


def _switch_on_markdown(_app: Sphinx, config: Config) -> None:
    """Let MyST read what the guide's blocks are written in: ``:::`` fences, definition lists."""
    config.myst_enable_extensions = {*config.myst_enable_extensions, "colon_fence", "deflist"}
