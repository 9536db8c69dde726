"""``publications``: lists of works in every builder, with links to people and projects."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tests.support import WORDY_BUILDERS, Lab

BIB = """\
@article{one, title={The {First} Paper of $x^2$}, author={Kim, Ada* and Doe, Eve*}, year=2024,
  journal={Imaginary Letters}, volume=3, abstract={Of zebrafish.}, abbr={IML},
  award_name={Best Paper},
  doi={10.5555/one}, code={https://example.org/code}, projects={lmm}, keywords={fish, zebra},
  slides={talk.pdf}, preview={look.png}, selected={true}}
@inproceedings{two, title={Second Work}, author={Doe, Eve and A, B and C, D and E, F}, year=2023,
  booktitle={Proceedings of Nothing}, pages={1--9}}
@unpublished{three, title={Third Draft}, author={김아다}, note={Under review}}
@misc{four, title={Hostile </script><img src=x onerror=alert(1)> "quoted"}, author={Mal, "E'v},
  year=2020, keywords={<b>, "x"}, abbr={"><script>}}
"""
PAGES = {
    "index.md": """\
        # Lab

        :::{profile} Ada Kim
        :id: ada
        :name.ko: 김아다
        :::

        :::{project-card} Large models
        :id: lmm
        :::

        {pub}`one`; {pub:t}`one`; {pub:p}`one, two`; {pub:t}`three`; {pub}`some words <two>`.

        ```{toctree}
        papers
        others
        ```
        """,
    "papers.md": """\
        # Papers

        :::{publications}
        :group-by: year
        :filter:
        :count:
        :downloads: bibtex, ris, csl-json
        :::
        """,
    "others.md": """\
        # Others

        :::{publications} Of Ada
        :person: ada
        :group-by: type
        :numbered:
        :::

        :::{publications}
        :project: lmm
        :style: compact
        :::

        :::{publications}
        :keys: two
        :authors: 1
        :::
        """,
    "papers.bib": BIB,
    "talk.pdf": b"%PDF-1.4",
    "look.png": b"\\x89PNG\\r\\n\\x1a\\n",
}
CONF = {"profile_bibliography": ["papers.bib"]}


@pytest.mark.builders
def test_every_builder_shows_the_words(lab: Callable[..., Lab], builder: str) -> None:
    build = lab(PAGES, **CONF).build(builder).assert_clean()
    if builder in WORDY_BUILDERS:
        build.assert_holds("The First Paper of", "Ada Kim", "Imaginary Letters 3", "Best Paper")
        build.assert_holds("Second Work", "Proceedings of Nothing", "Third Draft", "Under review")
        build.assert_holds("Kim and Doe (2024)", "some words")


@pytest.mark.builders
def test_html_says_all_of_an_entry(lab: Callable[..., Lab]) -> None:
    build = lab(PAGES, **CONF).build("html").assert_clean()
    soup = build.soup("papers")
    groups = [group["id"] for group in soup.select("section.profile-group")]
    assert groups == [
        *("publications-under-review", "publications-2024"),
        *("publications-2023", "publications-2020"),
    ]
    (entry,) = soup.select("#publication-one")
    assert entry.name == "li"
    (own,) = entry.select("strong a")
    assert own["href"] == "index.html#person-ada"
    assert [a.get_text() for a in entry.select("a.profile-link")] == [
        *("DOI", "Code", "Slides", "Large models"),
    ]
    slides = str(entry.select("a.profile-link-slides")[0]["href"])
    assert (build.outdir / slides).is_file()
    assert (build.outdir / str(entry.select("img")[0]["src"])).is_file()
    assert [s.get_text() for s in entry.select("summary")] == ["Abstract", "BibTeX"]
    assert [s.get_text() for s in entry.select("sup")] == ["*", "*"]
    assert "equal contribution" in build.text("papers", ".profile-legend")
    assert build.text("papers", ".profile-count") == "4 publications"
    more = build.soup("others").select("details.profile-more")
    assert [fold.select("summary")[0].get_text() for fold in more] == ["3 more"]
    assert [ol.get("start") for ol in build.soup("others").select("ol.profile-publications")] == [
        *(None, "2"),
    ]


@pytest.mark.builders
def test_long_author_list_is_folded(lab: Callable[..., Lab]) -> None:
    names = " and ".join(f"Name{n}, Given" for n in range(30))
    bib = f"@misc{{long, title={{Long}}, author={{{names} and Kim, Ada}}, year=2020}}"
    build = lab({**PAGES, "papers.bib": BIB + bib}, **CONF).build("html").assert_clean()
    (entry,) = build.soup("papers").select("#publication-long")
    (fold,) = entry.select("details.profile-more")
    assert fold.select("summary")[0].get_text() == "21 more, among them Ada Kim"
    assert len(entry.select(".p-author")) == 31


@pytest.mark.builders
def test_hostile_values_are_words(lab: Callable[..., Lab]) -> None:
    build = lab(PAGES, **CONF).build("html").assert_clean()
    soup = build.soup("papers")
    assert 'Hostile </script><img src=x onerror=alert(1)> "quoted"' in soup.get_text()
    assert soup.select("[onerror]") == []
    pictures = [str(image["src"]) for image in soup.select("img")]
    assert [src for src in pictures if not src.startswith("_images/")] == []
    assert "</script><img" not in build.read("papers.html")


@pytest.mark.builders
def test_one_edit_writes_only_pages_that_show_the_entry(lab: Callable[..., Lab]) -> None:
    tree = lab(PAGES, **CONF)
    first = tree.build_subprocess("html").assert_clean()
    names = ("papers.html", "others.html")
    before = {name: os.stat(first.outdir / name).st_mtime_ns for name in names}
    edited = BIB.replace("Hostile", "Harmless")
    tree.write({"papers.bib": edited})
    second = tree.build_subprocess("html").assert_clean()
    after = {name: os.stat(second.outdir / name).st_mtime_ns for name in names}
    assert "Harmless" in second.read("papers.html")
    assert after["papers.html"] != before["papers.html"]
    assert after["others.html"] == before["others.html"], "it doesn't show the entry"
    # The page's words stay the same here: what a link leads to counts too.
    tree.write({"papers.bib": edited.replace("example.org/code", "example.org/new")})
    third = tree.build_subprocess("html").assert_clean()
    assert "example.org/new" in third.read("papers.html")
    assert "example.org/new" in third.read("others.html")


NOTED = """\
@article{own, title={Own Signs}, author={Doe†, Eve and Roe*, Jo and Poe‡, Al}, year=2024,
  journal={J}, volume=3, pages={1--2}, note={Oral}, award={For *this*},
  annotation={† Equal contribution<br>* Corresponding author ‡ Now elsewhere},
  additional_info={. More *here*}}
@article{usual, title={Usual Signs}, author={Doe*, Eve and Roe†, Jo}, year=2023, journal={J}}
@article{other, title={Other Meaning}, author={Doe*, Eve}, year=2022, annotation={* On leave}}
"""


@pytest.mark.builders
def test_signs_are_those_that_the_entry_explains(lab: Callable[..., Lab]) -> None:
    index = "# L\n\n:::{publications}\n:keys: %s\n:::\n"
    pages = {"index.md": index % "own, usual", "papers.bib": NOTED}
    tree = lab(pages, **CONF)
    build = tree.build("html").assert_clean()
    own, usual = build.soup("index").select("li.profile-publication")
    assert [p.get_text() for p in own.select("p, div.profile-authors")] == [
        "Own Signs",
        "Eve Doe†, Jo Roe*, Al Poe‡",
        "† Equal contribution * Corresponding author ‡ Now elsewhere",
        "J 3, 1–2, 2024 Award",
        "For this · More here · Oral",
    ]
    assert usual.select(".profile-authors")[0].get_text() == "Eve Doe*, Jo Roe†"
    legend = build.text("index", ".profile-legend")
    assert legend == "Marks: * equal contribution; † corresponding author"
    text = tree.build("text").assert_clean()
    text.assert_holds(
        "† Equal contribution * Corresponding author", "For *this* · More *here* · Oral"
    )
    tree.write({"index.md": index % "own, other"})
    assert tree.build("html").assert_clean().soup("index").select(".profile-legend") == []


@pytest.mark.builders
def test_letters_tell_works_apart_that_a_page_refers_to(lab: Callable[..., Lab]) -> None:
    bib = """\
    @misc{b, title={Second}, author={Kim, Ada}, year=2020}
    @misc{a, title={First}, author={Kim, Ada}, year=2020}
    @misc{c, title={Third}, author={Kim, Ada}, year=2020}
    """
    pages = {
        "index.md": "# I\n\n{pub:p}`a, b`, {pub:t}`b`\n\n```{toctree}\nalone\nlist\n```\n",
        "alone.md": "# A\n\nOnly {pub:t}`c` and {pub:t}`these words <a>`.\n",
        "list.md": "# P\n\n:::{publications}\n:::\n",
        "papers.bib": bib,
    }
    tree = lab(pages, **CONF)
    build = tree.build("html").assert_clean()
    assert "(Kim, 2020a; Kim, 2020b), Kim (2020b)" in build.text("index")
    assert "Only Kim (2020) and these words." in build.text("alone")
    tree.write({"papers.bib": bib.replace("Second", "A Second")})
    assert "(Kim, 2020b; Kim, 2020a), Kim (2020a)" in tree.build("html").text("index")


@pytest.mark.builders
def test_ambiguous_author_is_warned_of_once(lab: Callable[..., Lab]) -> None:
    twin = "# P\n\n:::{profile} Ada Kim\n:id: twin\n:::\n"
    pages = {**PAGES, "papers.md": twin, "others.md": "# O\n"}
    build = lab(pages, **CONF).build("html", nitpicky=False)
    told = [line for line in build.warning_lines if "profile.ambiguous" in line]
    assert len(told) == 1
    assert told[0].startswith("papers.bib:1:")
    assert "'Ada Kim' may be ada or twin" in told[0]


@pytest.mark.builders
@pytest.mark.parametrize("extension", ["sphinxcontrib.bibtex"])
def test_stands_beside_citations_of_others(lab: Callable[..., Lab], extension: str) -> None:
    pytest.importorskip(extension)
    tree = lab(
        {
            **PAGES,
            "others.md": "# Others\n\n{cite:t}`two` and {pub:t}`two`\n\n```{bibliography}\n```\n",
        },
        **CONF,
        extensions=["sphinxext.profile", extension],
        bibtex_bibfiles=["papers.bib"],
    )
    build = tree.build("html")
    clash = [line for line in build.warning_lines if "profile" in line or "duplicate" in line]
    assert clash == []
    assert "Doe et al. (2023)" in build.text("others")
