"""Pictures of records: their size, when they load, and copies that fit a screen."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import EpsImagePlugin, Image

from sphinxext.profile.writers import pictures
from tests.support import Build, Lab

PAGES = {
    "index.md": """\
        # Lab

        :::{profile} Ada Example
        :id: ada
        :image: ada.jpg
        :alt: Ada, laughing.
        :::

        :::{project-card} Robots
        :id: robots
        :image: robots.svg
        :alt: A robot.
        :::

        :::{publications}
        :::
        """,
    "robots.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"></svg>\n',
    "papers.bib": "@misc{one, title={One}, year=2024, preview={plot.png}}\n",
}
CONF = {"profile_bibliography": ["papers.bib"]}


def photograph(width: int, height: int, form: str = "JPEG", *, turned: bool = False) -> bytes:
    """Draw a picture, red on the left; a *turned* one is stored on its side, with where it was."""
    picture = Image.new("RGB", (width, height), "blue")
    picture.paste("red", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[0x010E] = "Taken at home"
    if turned:
        picture = picture.rotate(90, expand=True)
        exif[0x0112] = 6
    out = BytesIO()
    picture.save(out, form, exif=exif)
    return out.getvalue()


@pytest.fixture
def tree(lab: Callable[..., Lab]) -> Lab:
    plot = photograph(500, 400, "PNG")
    return lab({**PAGES, "ada.jpg": photograph(3000, 2000), "plot.png": plot}, **CONF)


def shown(build: Build, place: str) -> dict[str, str]:
    found = build.assert_clean().soup().select(f"{place} img")
    assert len(found) == 1
    return {name: str(value) for name, value in found[0].attrs.items() if name != "class"}


def test_a_large_picture_comes_in_the_sizes_of_screens(tree: Lab) -> None:
    build = tree.build()
    found = shown(build, ".profile-person")
    assert found == {
        "alt": "Ada, laughing.",
        "src": "_images/ada.jpg.1280.webp",
        "width": "1280",
        "height": "853",
        "sizes": "9rem",
        "srcset": ", ".join(f"_images/ada.jpg.{it}.webp {it}w" for it in (160, 320, 640, 1280)),
    }
    with Image.open(build.outdir / "_images" / "ada.jpg.320.webp") as copy:
        assert copy.size == (320, 213)
        red, _, blue = copy.convert("RGB").getpixel((20, 100))
        assert red > 200 > blue


def test_further_pictures_load_when_they_are_near(tree: Lab) -> None:
    build = tree.build()
    assert shown(build, ".profile-project") == {
        "alt": "A robot.",
        "src": "_images/robots.svg",
        "width": "640",
        "height": "360",
        "loading": "lazy",
    }
    preview = shown(build, ".profile-preview")
    assert preview["srcset"].split(", ")[-1] == "_images/plot.png 500w"
    assert preview["sizes"] == "auto, 9rem"
    assert (preview["width"], preview["height"]) == ("500", "400")
    assert preview["loading"] == "lazy"


def test_copies_stand_upright_and_keep_secrets(tree: Lab) -> None:
    tree.write({"ada.jpg": photograph(1000, 500, turned=True)})
    build = tree.build()
    found = shown(build, ".profile-person")
    assert (found["width"], found["height"]) == ("1000", "500")
    path = build.outdir / "_images" / "ada.jpg.320.webp"
    with Image.open(path) as copy:
        assert copy.size == (320, 160)
        assert not copy.getexif()
    assert b"Taken at home" not in path.read_bytes()


@pytest.mark.parametrize("content", [photograph(3000, 2000)[:9000], b"\xff\xd8\xff\xe0 no picture"])
def test_a_broken_picture_is_shown_as_it_is(tree: Lab, content: bytes) -> None:
    tree.write({"ada.jpg": content})
    found = shown(tree.build(), ".profile-person")
    assert found["src"] == "_images/ada.jpg"
    assert "srcset" not in found


def test_a_picture_that_fills_the_memory_is_shown_as_it_is(
    tree: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 3000 * 2000 - 1)
    found = shown(tree.build(), ".profile-person")
    assert found["src"] == "_images/ada.jpg"
    assert "srcset" not in found


def test_no_program_is_started_for_what_is_no_photograph(
    tree: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pillow has Ghostscript run what a file of PostScript says, whatever the file is called."""
    started: list[object] = []
    monkeypatch.setattr(EpsImagePlugin, "Ghostscript", lambda *found, **_: started.append(found))
    program = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 900 900\n%%EndComments\nshowpage\n"
    tree.write({"ada.jpg": program}).build()
    assert started == []


def test_moving_pictures_stay_as_they_are(tree: Lab) -> None:
    frames = [Image.new("RGB", (400, 400), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    tree.write({"ada.webp": out.getvalue(), "index.md": PAGES["index.md"].replace("jpg", "webp")})
    assert shown(tree.build(), ".profile-person")["src"] == "_images/ada.webp"


def test_without_pillow_the_picture_itself_is_shown(
    tree: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(pictures, "find_spec", lambda name: None if name == "PIL" else find(name))
    found = shown(tree.build(), ".profile-person")
    assert found == {
        "alt": "Ada, laughing.",
        "src": "_images/ada.jpg",
        "width": "3000",
        "height": "2000",
    }


def test_a_book_has_the_picture_itself(tree: Lab) -> None:
    build = tree.build("epub").assert_clean()
    assert not list(Path(build.outdir).rglob("*.webp"))
    for image in build.soup().select("img"):
        assert image["width"]
        assert not image.has_attr("loading")
        assert not image.has_attr("srcset")


def test_a_new_picture_gets_new_copies(lab: Callable[..., Lab]) -> None:
    people = "people:\n- {name: Ada Example, id: ada, image: ada.png, alt: Ada}\n"
    files = {"index.md": "# Lab\n\n:::{people}\n:::\n", "people.yml": people}
    tree = lab({**files, "ada.png": photograph(800, 800, "PNG")}, profile_data=["people.yml"])
    assert "ada.png.640.webp" in shown(tree.build(), ".profile-person")["srcset"]
    tree.write({"ada.png": photograph(400, 400, "PNG")})
    tree.write({"ada.png": photograph(900, 450, "PNG")})
    build = tree.build()
    with Image.open(build.outdir / "_images" / "ada.png.640.webp") as copy:
        assert copy.size == (640, 320)
