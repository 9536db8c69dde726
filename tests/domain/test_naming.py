"""What refers to something in a body still does where the body is shown on another page."""

from __future__ import annotations

from pathlib import Path

from tests.support import Lab

PROJECT = """\
# Start

:::{{project-card}} Nets
:id: nets

By {{person}}`ada`, {{person}}`the first <ada>` and {{pub:t}}`one`;
see [what follows](more.md) and {{doc}}`more`.
:::

:::{{profile}} {name}
:id: ada
:::

```{{toctree}}
more
```
"""
MORE = """\
# More

:::{projects}
:layout: grid
:::
"""
BIB = "@article{one, title={Alpha}, author={Doe, Bo}, year=2024, journal={J}}\n"


def shown(lab: Lab, name: str) -> tuple[str, list[str]]:
    """Build with a person's name; return the words and the links of the other page's card."""
    files = {"index.md": PROJECT.format(name=name), "more.md": MORE, "papers.bib": BIB}
    lab.write(files, profile_bibliography=["papers.bib"], nitpicky=True)
    build = lab.build("html").assert_clean()
    body = build.soup("more").select_one(".profile-project .profile-body")
    assert body
    return " ".join(body.get_text().split()), [str(a["href"]) for a in body.select("a")]


def test_references_in_a_body_lead_on_from_a_listing(tmp_path: Path) -> None:
    """Seen to fail without `named` (the id is shown) and without `ref` (no link is)."""
    lab = Lab(tmp_path)
    words, links = shown(lab, "Ada Kim")
    assert words == "By Ada Kim, the first and Doe (2024); see what follows and More."
    assert links[:2] == ["index.html#person-ada"] * 2
    assert links[-2:] == ["#", "#"]


def test_the_listing_follows_the_name(tmp_path: Path) -> None:
    """Seen to fail where a record's mark doesn't hold what its body refers to."""
    lab = Lab(tmp_path)
    shown(lab, "Ada Kim")
    words, _ = shown(lab, "Ada Lee")
    assert words.startswith("By Ada Lee, the first")


def test_what_is_not_known_is_told_once_and_stays_in_words(tmp_path: Path) -> None:
    lab = Lab(tmp_path)
    page = PROJECT.format(name="Ada Kim").replace("`ada`", "`adda`").replace("more.md", "none.md")
    lab.write({"index.md": page.replace("{pub:t}`one`", "it"), "more.md": MORE})
    build = lab.build("html")
    assert sum("adda" in line for line in build.warning_lines) == 1
    assert "By adda, the first and it; see what follows and" in build.text("more")
