"""What other formats of CVs call things: shared by those who read them and those who write them."""

from __future__ import annotations

from .person import FreeStyle

#: Sections without a place of their own in JSON Resume stand among its projects under their type.
AMONG_PROJECTS = ("talk", "teaching", "grant", "membership", "milestone")

#: ``rel`` of a link to a person's picture on another host: it is named, and never loaded.
PICTURE = "picture"

#: Network -> RenderCV's name for it and the address before the name of the account, as of
#: ``rendercv.schema.models.cv.social_network``.
RENDERCV_NETWORKS: dict[str, tuple[str, str]] = {
    "linkedin": ("LinkedIn", "https://linkedin.com/in/"),
    "github": ("GitHub", "https://github.com/"),
    "gitlab": ("GitLab", "https://gitlab.com/"),
    "imdb": ("IMDB", "https://imdb.com/name/"),
    "instagram": ("Instagram", "https://instagram.com/"),
    "orcid": ("ORCID", "https://orcid.org/"),
    "mastodon": ("Mastodon", ""),
    "stackoverflow": ("StackOverflow", "https://stackoverflow.com/users/"),
    "researchgate": ("ResearchGate", "https://researchgate.net/profile/"),
    "youtube": ("YouTube", "https://youtube.com/@"),
    "scholar": ("Google Scholar", "https://scholar.google.com/citations?user="),
    "telegram": ("Telegram", "https://t.me/"),
    "whatsapp": ("WhatsApp", "https://wa.me/"),
    "leetcode": ("Leetcode", "https://leetcode.com/u/"),
    "x": ("X", "https://x.com/"),
    "bluesky": ("Bluesky", "https://bsky.app/profile/"),
    "reddit": ("Reddit", "https://reddit.com/user/"),
}

#: Style of a free section -> the key of its entries in RenderCV.
FREE_KEYS: dict[FreeStyle, str] = {
    "bullets": "bullet",
    "numbers": "number",
    "reversed-numbers": "reversed_number",
}


def degree_name(degree: str, area: str) -> str:
    """Return the name that a study has without one of its own: "Bachelor, Arts"."""
    return ", ".join(part for part in (degree, area) if part)
