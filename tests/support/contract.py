"""The blocks that authors are promised, each in both markups, and a lab that has them all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.support.lab import Lab

FOLDER = Path(__file__).parents[1] / "data" / "contract"
NAMES = ("profile", "timeline", "entry", "project-card", "people", "projects")
MARKUPS = ("md", "rst")

#: What the blocks refer to.
AROUND = """\
# Around

:::{organization} Multimodal Interactive Machine Intelligence Center
:id: mimic
:short: MIMIC
:::

:::{organization} Sogang University
:id: sogang
:name.ko: 서강대학교
:::

::::{project-card} Image-to-text
:people: taehoon-kim
:start: 2023
:status: active

With {person}`taehoon-kim`, after {project}`quantization`, see {event}`first-step`.

:::{timeline}
2020
: **First step**
:::
::::

:::{timeline}
:::{entry} First step
:id: first-step
:date: 2020-02-03
:::
:::
"""

WORDS = (
    "Taehoon Kim",
    "Assistant Professor",
    "Graduate School of Metaverse, Sogang University",
    "Multimodal Interactive Machine Intelligence Center",
    "large multimodal models",
    "vision-language learning",
    "GitHub",
    "A short biography, in Markdown.",
    "Career",
    "Aug 2024 – present",
    "Mar 2021 – Aug 2024",
    "Research Scientist",
    "Vision Lab, LG AI Research",
    "Anything that follows is the description, in Markdown.",
    "Education",
    "2018 – 2021",
    "Ph.D. (M.S. integrated) in Computer Science",
    "Quantization and network architecture search",
    "Lead",
    "CLOVA AI, Naver Corp.",
    "Feb 2020 – Jan 2021",
    "Completed",
    "quantization-aware training",
    "kim2020statassist",
    "Code",
    "Body in Markdown: paragraphs, lists, math, references.",
    "Faculty",
    "Image-to-text",
)
"""What a reader of any format must find."""


def block(name: str, markup: str) -> str:
    """Give one block as it stands."""
    return (FOLDER / f"{name}.{markup}").read_text("utf-8")


def contract_lab(lab: Callable[..., Lab], markup: str, **conf: object) -> Lab:
    """Make a lab with a page for each block; the key that no file states is left alone."""
    head = {"md": "# Page of {}\n\n{}", "rst": "Page of {0}\n=====================\n\n{1}"}[markup]
    pages = {f"{n}.{markup}": head.format(n, block(n, markup)).encode() for n in NAMES}
    toctree = "\n".join(("# Lab", "", "Hello.", "", "```{toctree}", *NAMES, "around", "```", ""))
    return lab(
        {
            **pages,
            "index.md": toctree,
            "around.md": AROUND,
            "taehoon-kim.jpg": JPEG,
            "quantization.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
        },
        nitpick_ignore=[("profile:pub", "kim2020statassist")],
        **conf,
    )


JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb0043000302020202020302020203030303040604040404"
    "04080606050609080a0a090809090a0c0f0c0a0b0e0b09090d110d0e0f101011100a0c12131210130f101010ff"
    "c9000b080001000101011100ffcc000600101005ffda0008010100003f00d2cf20ffd9"
)
"""A picture of one pixel."""
