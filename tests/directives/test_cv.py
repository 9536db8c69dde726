"""``cv``: the page of a CV in every builder, its buttons, its warnings, its freshness."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import WORDY_BUILDERS, Lab

PAGES = {
    "index.md": """\
        # Lab

        ```{toctree}
        jane
        cv
        ```
        """,
    "jane.md": """\
        # Jane Doe

        :::{profile} Jane Doe
        :id: jane-doe
        :role: Professor
        :email: jane@example.org
        :interests: examples, tests
        :skills: Python

        Jane is **nobody** in particular.
        :::

        :::{timeline} Career
        :kind: work
        :person: jane-doe

        Aug 2020 – present
        : **Professor**, Example University

          She teaches.

        2015 – 2020
        : **Researcher**, Example Inc.
        :::

        :::{project-card} Project X
        :id: project-x
        :people: jane-doe (Lead)

        What it is.
        :::
        """,
    "cv.md": """\
        # CV

        :::{cv}
        :person: jane-doe
        :downloads: json-resume, vcard
        :::
        """,
}

WORDS = (
    *("Jane Doe", "Professor", "jane@example.org", "in particular"),
    *("Research interests", "examples", "Experience", "Example University", "She teaches"),
    *("Researcher", "Project X", "Lead", "What it is", "Skills", "Python"),
)


@pytest.mark.parametrize("builder", WORDY_BUILDERS)
def test_words_are_there_in_every_builder(lab: Callable[..., Lab], builder: str) -> None:
    lab(PAGES).build(builder).assert_clean().assert_holds(*WORDS)


def test_page_is_an_h_resume(lab: Callable[..., Lab]) -> None:
    soup = lab(PAGES).build().assert_clean().soup("cv")
    (resume,) = soup.select("article.h-resume")
    assert resume.select_one(".p-contact.h-card .p-name").get_text() == "Jane Doe"
    assert resume.select_one(".p-contact a.u-email")["href"] == "mailto:jane%40example.org"
    titles = [found.get_text() for found in resume.select(".p-experience.h-event .p-name")]
    assert titles == ["Professor", "Researcher"]
    assert resume.select_one("time")["datetime"] == "2020-08"
    assert resume.select_one(".p-skill").get_text().strip() == "Python"
    assert [h.get_text() for h in resume.select("section > h3")][:2] == [
        "Profile",
        "Research interests",
    ]


def test_project_links_to_where_it_is_stated(lab: Callable[..., Lab]) -> None:
    soup = lab(PAGES).build().soup("cv")
    link = soup.find("a", string="Project X")
    assert link["href"] == "jane.html#project-project-x"


@pytest.mark.parametrize(
    ("builder", "hrefs"),
    [
        ("html", ["jane-doe-resume.json", "jane-doe.vcf"]),
        ("dirhtml", ["../jane-doe-resume.json", "../jane-doe.vcf"]),
        ("singlehtml", []),
        ("epub", []),
    ],
)
def test_buttons_lead_to_files_that_are_there(
    lab: Callable[..., Lab], builder: str, hrefs: list[str]
) -> None:
    build = lab(PAGES).build(builder).assert_clean()
    if builder in {"epub", "singlehtml"}:
        assert not {"jane-doe.vcf", "jane-doe-resume.json"} & build.written
        return
    page = build.path("cv")
    links = build.soup("cv").select("a.profile-download")
    assert [link["href"] for link in links] == hrefs
    assert all((page.parent / href).resolve().is_file() for href in hrefs)


def test_variants_come_from_the_setting(lab: Callable[..., Lab]) -> None:
    page = "# CV\n\n:::{cv}\n:person: jane-doe\n:variant: posts\n:downloads: vcard\n:::\n"
    variants = {"posts": {"sections": ["work"], "titles": {"work": "Posts"}, "limits": {"work": 1}}}
    build = lab({**PAGES, "cv.md": page}, profile_cv_variants=variants).build().assert_clean()
    text = build.text("cv", ".profile-cv")
    assert "Posts" in text
    assert "Researcher" not in text
    assert "Project X" not in text


FULL = {
    "index.md": """\
        # Jane

        :::{profile} Jane Doe
        :id: jane-doe
        :affiliation: Example University; Example Institute
        :city: Nowhere
        :::

        :::{timeline}
        :kind: work
        :person: jane-doe

        once upon a time
        : **Clerk**, Example Inc.
        :::

        :::{cv} For the committee
        :person: jane-doe
        :limits: publications: 5;
        :downloads: none
        :::
        """,
    "papers.bib": """\
        @article{a, title={A {Paper}}, author={Doe, Jane and others}, year=2020,
          journal={Journal}, award={A prize}, code={https://example.org/code}}
        @misc{b, title={Untold}, author={Doe, Jane}}
        """,
}


def test_all_parts_of_a_person_and_a_paper_are_shown(lab: Callable[..., Lab]) -> None:
    build = lab(FULL, profile_bibliography=["papers.bib"]).build()
    assert len(build.warning_lines) == 1
    assert "once upon a time" in build.warnings
    text = build.text("index", ".profile-cv")
    for words in ("For the committee", "Example University; Example Institute", "Nowhere"):
        assert words in text
    for words in ("once upon a time", "Jane Doe et al. A Paper", "A prize", "Code", "Untold."):
        assert words in text
    assert not build.soup().select("a.profile-download")


def warnings_of(lab: Callable[..., Lab], block: str, **conf: object) -> list[str]:
    return lab({**PAGES, "cv.md": f"# CV\n\n{block}\n"}, **conf).build().warning_lines


@pytest.mark.parametrize(
    ("options", "line", "words"),
    [
        (":person: jane-do", 4, "unknown person 'jane-do'; did you mean 'jane-doe'? [profile.ref"),
        ("", 3, "':person:' is missing"),
        (":person: jane-doe\n:variant: shrot", 5, "did you mean 'short'"),
        (":person: jane-doe\n:sections: work, wrok", 5, "unknown section 'wrok'"),
        (":person: jane-doe\n:limits: work = many", 5, "'many' is not a whole number above 0"),
        (":person: jane-doe\n:limits: 5", 5, "write each as 'section: value'"),
        (":person: jane-doe\n:titles: wrok: Posts", 5, "unknown section 'wrok'"),
        (":person: jane-doe\n:downloads: docx", 5, "unknown file 'docx'"),
        (":person: jane-doe\n:design: modem", 5, "did you mean 'modern'"),
        (":person: jane-doe\n:sort: name", 5, "unknown option 'sort'"),
        (":person: jane-doe\n:since: someday", 5, "someday"),
    ],
)
def test_one_warning_with_its_line(
    lab: Callable[..., Lab], options: str, line: int, words: str
) -> None:
    found = warnings_of(lab, f":::{{cv}}\n{options}\n:::")
    assert len(found) == 1, found
    assert found[0].startswith(f"cv.md:{line}: WARNING: ")
    assert words in found[0]


def test_faults_of_a_variant_are_told_at_the_setting(lab: Callable[..., Lab]) -> None:
    variants = {"mine": {"sections": ["wrok", "work"]}}
    found = lab(PAGES, profile_cv_variants=variants).build().warning_lines
    assert len(found) == 1, found
    assert "profile_cv_variants['mine']: sections: unknown section 'wrok'" in found[0]
    assert "[profile.setting]" in found[0]


def test_page_follows_what_it_shows(lab: Callable[..., Lab]) -> None:
    made = lab(PAGES)
    made.build()
    text = PAGES["jane.md"].replace("She teaches.", "She writes.")
    build = made.write({"jane.md": text}).build()
    assert "She writes." in build.text("cv", ".profile-cv")
    assert "She writes." in build.read("jane-doe-resume.json")


def test_files_go_with_their_page(lab: Callable[..., Lab]) -> None:
    made = lab(PAGES)
    made.build()
    build = made.write({"cv.md": "# CV\n"}).build()
    assert not {"jane-doe.vcf", "jane-doe-resume.json"} & build.written


def test_author_words_are_escaped(lab: Callable[..., Lab]) -> None:
    page = PAGES["jane.md"].replace("**Researcher**, Example Inc.", '**<b>&lt;**, "A" & <i>B</i>')
    soup = lab({**PAGES, "jane.md": page}).build().soup("cv")
    assert not soup.select(".profile-cv b, .profile-cv i")
