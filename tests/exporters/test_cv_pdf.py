"""CVs as PDF: read by a PDF reader, checked against PDF/UA-1, made anew only when they change."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

import pytest

from sphinxext.profile.exporters import cv_pdf
from sphinxext.profile.exporters.cv_pdf import PdfError, Typesetter
from sphinxext.profile.model.cv import CV
from sphinxext.profile.model.person import Account, Person
from sphinxext.profile.model.project import Project
from sphinxext.profile.model.record import Image, Mention, Topic
from sphinxext.profile.model.richtext import Block, Span
from tests.support.cv import cv_of, event

pytest.importorskip("typst")
pypdf = pytest.importorskip("pypdf")


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return len(data).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)


#: A picture of one grey point.
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", bytes([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
    + _chunk(b"IDAT", zlib.compress(b"\x00\x80"))
    + _chunk(b"IEND", b"")
)

JANE = Person(
    id="jane-doe",
    name="Jane Doe",
    role="Professor",
    accounts=(Account("email", "jane@example.org"), Account("github", "jane")),
    interests=(Topic("examples"), Topic("tests")),
    body=(Block("paragraph", (Span("She is "), Span("nobody", ("strong",)), Span("."))),),
)


def sample(**variant: Any) -> CV:
    return cv_of(
        event("work", "Professor", "Aug 2020 – present", "Example University"),
        event("work", "Researcher", "2015 – 2020", "Example Inc."),
        event("education", "Ph.D.", "2015", "Example University"),
        Project(
            id="p",
            name="Project X",
            people=(Mention("jane-doe", "Lead"),),
            body=(Block("item", (Span("First point"),), 1), Block("item", (Span("Second"),), 1)),
        ),
        person=JANE,
        **variant,
    )


@pytest.fixture
def typesetter(tmp_path: Path) -> Typesetter:
    return Typesetter(root=tmp_path, memory=tmp_path / "memory")


def read(content: bytes, path: Path) -> Any:
    path.write_bytes(content)
    return pypdf.PdfReader(path)


def text_of(reader: Any) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


DESIGNS = pytest.mark.parametrize("design", ["classic", "modern"])
WORDS = (
    *("Jane Doe", "Professor", "jane@example.org", "github.com/jane", "Profile", "She is nobody."),
    *("Research interests", "examples, tests", "Experience", "Example University"),
    *("Researcher", "Example Inc.", "Education", "Ph.D.", "Projects", "Project X"),
    *("First point", "Second"),
)


@DESIGNS
def test_words_stand_in_reading_order(typesetter: Typesetter, design: str, tmp_path: Path) -> None:
    made = typesetter.pdf(sample(), design=design, page="a4")
    assert made.faults == ()
    text = text_of(read(made.content, tmp_path / "cv.pdf"))
    place = -1
    for words in WORDS:
        found = text.find(words, place + 1)
        assert found >= 0, f"{words!r} is not behind what stands before it: {text}"
        place = found


@DESIGNS
def test_file_is_tagged_and_described(typesetter: Typesetter, design: str, tmp_path: Path) -> None:
    reader = read(typesetter.pdf(sample(), design=design, page="a4").content, tmp_path / "cv.pdf")
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_data()
    assert reader.metadata.title == "Jane Doe – Curriculum vitae"
    assert reader.metadata.author == "Jane Doe"
    assert reader.metadata["/Keywords"] == "examples, tests"
    assert [mark.title for mark in reader.outline] == [
        *("Profile", "Research interests", "Experience", "Education", "Projects"),
    ]
    links = [
        note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", ())
    ]
    assert links == ["mailto:jane@example.org", "https://github.com/jane"]


@pytest.mark.parametrize(("page", "size"), [("a4", (595, 841)), ("letter", (612, 792))])
def test_paper(typesetter: Typesetter, page: str, size: tuple[int, int], tmp_path: Path) -> None:
    reader = read(typesetter.pdf(sample(), design="classic", page=page).content, tmp_path / "x.pdf")
    box = reader.pages[0].mediabox
    assert (int(box.width), int(box.height)) == size


def test_authors_words_are_no_code(typesetter: Typesetter, tmp_path: Path) -> None:
    words = '#panic("x") $x$ *a* _b_ @c `d` \\ [e] <f> #read("/etc/passwd") "); //'
    found = cv_of(event("work", words, "2020", words), person=JANE)
    made = typesetter.pdf(found, design="classic", page="a4")
    assert made.faults == ()
    text = text_of(read(made.content, tmp_path / "cv.pdf"))
    assert text.count("".join(words)) == 2, text


def test_same_cv_gives_the_same_bytes(tmp_path: Path) -> None:
    contents = {
        Typesetter(root=tmp_path, memory=tmp_path / name)
        .pdf(sample(), design="modern", page="a4")
        .content
        for name in ("one", "two")
    }
    assert len(contents) == 1


def test_photo_is_shown_with_its_words(typesetter: Typesetter, tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "jane.png").write_bytes(PNG)
    jane = Person(id="jane-doe", name="Jane Doe", image=Image("people/jane.png", "Jane smiles"))
    found = cv_of(person=jane, photo=True)
    made = typesetter.pdf(found, design="modern", page="a4", photo="people/jane.png")
    assert made.faults == ()
    reader = read(made.content, tmp_path / "cv.pdf")
    assert len(reader.pages[0].images) == 1
    assert "Jane smiles" in alternatives(reader.trailer["/Root"]["/StructTreeRoot"])


def alternatives(element: Any) -> list[str]:
    """Gather the alternative texts below an element of the structure tree."""
    found = element.get_object()
    if not isinstance(found, dict):
        return []
    children = found.get("/K", [])
    inner = children if isinstance(children, list) else [children]
    own = [str(found["/Alt"])] if "/Alt" in found else []
    return own + [text for child in inner for text in alternatives(child)]


def test_photo_that_is_none_costs_itself_alone(typesetter: Typesetter, tmp_path: Path) -> None:
    (tmp_path / "jane.png").write_bytes(b"no picture")
    jane = Person(id="jane-doe", name="Jane Doe", image=Image("jane.png", "Jane smiles"))
    made = typesetter.pdf(
        cv_of(person=jane, photo=True), design="classic", page="a4", photo="jane.png"
    )
    assert [(kind, words.startswith("jane.png: ")) for kind, words in made.faults] == [
        ("output", True)
    ]
    assert "Jane Doe" in text_of(read(made.content, tmp_path / "cv.pdf"))


class Counting(Typesetter):
    """Counts what is really set."""

    count = 0

    def _run(self, *args: Any) -> Any:
        type(self).count += 1
        return super()._run(*args)


def test_nothing_is_set_twice(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    template = tmp_path / "mine" / "cv.typ"
    template.write_text(SIMPLE)

    def make(found: CV, **more: Any) -> int:
        Counting.count = 0
        setter = Counting(root=tmp_path, memory=tmp_path / "memory", **more)
        setter.pdf(found, design="classic", page="a4")
        return Counting.count

    assert make(sample()) == 1
    assert make(sample()) == 0
    assert make(sample(titles={"work": "Posts"})) == 1
    assert make(sample(), fonts=("DejaVu Sans Mono",)) == 1
    assert make(sample(), template=template) == 1
    assert make(sample(), template=template) == 0
    (tmp_path / "mine" / "part.typ").write_text("// new")
    assert make(sample(), template=template) == 1
    template.write_text(f"{SIMPLE}\nMore.")
    assert make(sample(), template=template) == 1


SIMPLE = """\
#import "@local/profile-cv:1.0.0": *
#set document(title: cv.title)
#set text(lang: cv.language)
#title(cv.name)
Set by a template of the site: #cv.role.
"""


def test_template_of_the_site(tmp_path: Path) -> None:
    template = tmp_path / "cv.typ"
    template.write_text(SIMPLE)
    setter = Typesetter(root=tmp_path, memory=tmp_path / "memory", template=template)
    made = setter.pdf(sample(), design="classic", page="a4")
    assert made.faults == ()
    text = text_of(read(made.content, tmp_path / "x.pdf"))
    assert "Set by a template of the site: Professor." in text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('#import "@preview/cetz:0.4.0": *', "packages from the network are refused"),
        ('#import "@" + "preview/cetz:0.4.0": *', "failed to download package"),
        ('#read("../../../etc/passwd")', "would escape the project root"),
        ('#read("/etc/passwd")', "file not found"),
        ("#unknown-function()", "unknown variable: unknown-function"),
    ],
)
def test_fault_of_a_template_is_told(tmp_path: Path, source: str, words: str) -> None:
    template = tmp_path / "cv.typ"
    template.write_text(source)
    setter = Typesetter(root=tmp_path, memory=tmp_path / "memory", template=template)
    with pytest.raises(PdfError, match=words):
        setter.pdf(sample(), design="classic", page="a4")


def test_template_that_is_not_accessible_is_told(tmp_path: Path) -> None:
    template = tmp_path / "cv.typ"
    template.write_text("No title at all.")
    setter = Typesetter(root=tmp_path, memory=tmp_path / "memory", template=template)
    made = setter.pdf(sample(), design="classic", page="a4")
    assert made.content.startswith(b"%PDF")
    assert [(kind, "does not meet PDF/UA-1" in words) for kind, words in made.faults] == [
        ("output", True)
    ]


def test_missing_script_is_named(typesetter: Typesetter, tmp_path: Path) -> None:
    # A letter of a private area is in no font.
    made = typesetter.pdf(
        cv_of(event("work", "Kept \U00012480\U0001f8ff", "2020"), person=JANE),
        design="classic",
        page="a4",
    )
    assert "Kept" in text_of(read(made.content, tmp_path / "cv.pdf"))
    problems = {kind for kind, _ in made.faults}
    assert problems == {"font"}
    assert any("no font on this machine has the script" in words for _, words in made.faults)


def test_unknown_family_is_told_and_the_rest_used(tmp_path: Path) -> None:
    setter = Typesetter(
        root=tmp_path, memory=tmp_path / "m", fonts=("Libertinus Serf", "DejaVu Sans Mono")
    )
    made = setter.pdf(sample(), design="classic", page="a4")
    assert [kind for kind, _ in made.faults] == ["font"]
    assert "did you mean 'Libertinus Serif'" in made.faults[0][1]
    assert b"DejaVuSansMono" in made.content
    # What was told is told again when the file is taken from those that are kept.
    again = Typesetter(root=tmp_path, memory=tmp_path / "m", fonts=setter.fonts)
    assert again.pdf(sample(), design="classic", page="a4") == made


def test_east_asian_words_when_there_is_a_font(typesetter: Typesetter, tmp_path: Path) -> None:
    if not any("CJK" in family or "Nanum" in family for family in typesetter.families):
        pytest.skip("no font for Korean on this machine")
    jane = Person(id="jane-doe", name="Jane Doe", names=(("ko", "김태훈"),))
    found = cv_of(event("work", "교수", "2020-05", "서강대학교"), person=jane, language="ko")
    made = typesetter.pdf(found, design="modern", page="a4")
    assert made.faults == ()
    text = text_of(read(made.content, tmp_path / "cv.pdf"))
    assert all(words in text for words in ("김태훈", "Jane Doe", "경력", "2020년 5월", "교수"))


def test_templates_are_there() -> None:
    assert sorted(path.stem for path in cv_pdf.TEMPLATES.glob("*.typ")) == ["classic", "modern"]
