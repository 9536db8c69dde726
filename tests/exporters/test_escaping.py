"""Every escaper, with any text: what was put in is what a reader of the format gets out."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from xml.etree import ElementTree as ET

import yaml
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sphinxext.profile.exporters import (
    bibtex,
    content_lines,
    head,
    html_words,
    llms_txt,
    rendercv,
    ris,
    signs,
    vcard,
)
from sphinxext.profile.exporters.cv_data import cv_data
from sphinxext.profile.exporters.jsonld.page import element
from sphinxext.profile.model.person import Person
from sphinxext.profile.model.publication import Publication
from sphinxext.profile.model.richtext import Block, Span
from sphinxext.profile.sources.text import clean
from sphinxext.profile.writers import markup
from tests.support.cv import cv_of

#: Texts with what each format takes for its own, and everything else.
TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            ["<", ">", "&", '"', "'", "</script>", "<!--", "-->", "]]>", "\u2028", "\u2029", "\\",
             "\\n", ",", ";", ":", "\r\n", "\n", "\t", "\0", "\x1b", "\x85", "\ud800", "\ufffe",
             "\u202e", "김", "😀", "#", "$", "{", "}", "a", "=", "BEGIN:VCARD", " ", "&amp;", "%"]
        )
    ).map("".join),
)  # fmt: skip


def attribute_of(html: str) -> str:
    return str(BeautifulSoup(f'<a title="{html}">x</a>', "html.parser").a["title"])  # type: ignore[index]


@given(TEXTS.map(clean))
def test_html(text: str) -> None:
    written = markup.text(text)
    assert not re.search(r"[<>]", written)
    assert BeautifulSoup(f"<p>{written}</p>", "html.parser").get_text() == text
    assert '"' not in markup.attribute(text)
    assert attribute_of(markup.attribute(text)) == text


@given(TEXTS, TEXTS)
def test_a_script_of_json(name: str, text: str) -> None:
    written = element(name, [{"@type": name, "name": text}, {}])
    start, end = '<script type="application/ld+json">', "</script>"
    inner = written.removeprefix(start).removesuffix(end)
    assert not re.search("[<>&\u2028\u2029]", inner)
    document = json.loads(inner)
    assert document["@context"] == name.encode("utf-8", "replace").decode()
    assert document["@graph"][0]["name"] == text.encode("utf-8", "replace").decode()


@given(TEXTS)
def test_json_of_files(text: str) -> None:
    written = signs.json_text({"a": signs.clean(text), "b": [signs.clean(text)]})
    assert not re.search("[<>&\u2028\u2029]", written)
    assert json.loads(written)["a"] == signs.clean(text)
    written.encode()


@given(TEXTS)
def test_a_tag_of_the_head(text: str) -> None:
    written = head.meta(text, text)
    assert written.count("<") == written.count(">") == 1
    assert written.count('"') == 4
    assert "\n" not in written


@given(TEXTS, TEXTS)
def test_xml_of_feeds(text: str, code: str) -> None:
    spans = (Span(text, ("strong",)), Span(code, ("code",), "https://example.org/?a&b"))
    written = html_words.html((Block("paragraph", spans),), lambda _ref: "")
    root = ET.fromstring(f"<x>{written}</x>")
    assert "".join(root.itertext()) == (signs.clean(text) + signs.clean(code)).replace(
        "\r\n", "\n"
    ).replace("\r", "\n")
    assert {element.tag for element in root.iter()} <= {"x", "p", "strong", "code", "a"}


@given(TEXTS)
def test_lines_of_vcards_and_calendars(text: str) -> None:
    written = content_lines.document([f"NOTE:{content_lines.escape(text)}"])
    unfolded = written.replace("\r\n ", "")
    assert unfolded.count("\r\n") == 1
    assert "\n" not in unfolded.removesuffix("\r\n")
    value = unfolded.removesuffix("\r\n").removeprefix("NOTE:")
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", value)
    assert all(len(line.encode()) <= content_lines.WIDTH for line in written.split("\r\n"))


@given(TEXTS.map(clean))
def test_data_for_typst(text: str) -> None:
    person = Person(id="x", name=text or "x", role=text)
    data = cv_data(cv_of(person=person), page="a4")
    assert json.loads(data)["role"] == text
    data.encode()


@given(TEXTS)
def test_values_of_bibtex(text: str) -> None:
    r"""No brace is left open, and each command is one of ours: ``\input`` stays words."""
    written = bibtex.escape(text)
    bare = re.sub(r"\\[{}\\]", "", written)
    depths = list(accumulate((sign == "{") - (sign == "}") for sign in bare))
    assert min(depths, default=0) == 0
    assert not depths or depths[-1] == 0
    assert "\n" not in written
    assert set(re.findall(r"\\([A-Za-z]+)", written)) <= {
        match for value in bibtex._SPECIAL.values() for match in re.findall(r"\\([A-Za-z]+)", value)
    }


@given(TEXTS.map(clean))
def test_lines_of_ris(text: str) -> None:
    work = Publication(id="a", name=text or "a", note=text, keywords=(text,))
    lines = ris.record(work).split("\r\n")
    assert [line for line in lines if not re.match(r"[A-Z][A-Z0-9]  - |$", line)] == []
    assert [line[:2] for line in lines].count("TY") == 1
    assert "\n" not in "".join(lines)


@given(TEXTS)
def test_addresses_of_bibtex(text: str) -> None:
    """An address stands there as it is: its braces balance, and no backslash is left."""
    written = bibtex._verbatim(text)
    assert not re.search(r"[\\{}]", written[1:-1])


@given(TEXTS.map(clean))
def test_parameters_of_vcards(text: str) -> None:
    r"""No sign ends a parameter's value (RFC 6350, 3.3), and ``^`` marks what is escaped."""
    written = vcard._parameter(text)
    inner = written[1:-1] if written[:1] == '"' else written
    assert not re.search(r'["\n]', inner)
    assert written[:1] == '"' or not re.search("[,:; ]", inner)
    read = re.sub(r"\^([\^n'])", lambda match: {"^": "^", "n": "\n", "'": '"'}[match[1]], inner)
    assert read == text


@given(TEXTS.map(clean))
def test_words_of_markdown(text: str) -> None:
    """A reader of CommonMark sees what was typed, and no element besides paragraphs."""
    html = MarkdownIt("commonmark").render(f"a {llms_txt._words(text)} z")
    soup = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in soup.find_all()} == {"p"}
    assert soup.get_text().split() == f"a {signs.line(text)} z".split()


@given(TEXTS.map(clean))
def test_values_of_yaml(text: str) -> None:
    person = Person(id="x", name="Ada", role=text)
    written = yaml.safe_load(rendercv.rendercv(cv_of(person=person)))
    # Signs of Markdown are marked with a backslash, and some ends of lines are blanks.
    found = written["cv"].get("headline", "")
    assert found.replace("\\", "").split() == text.replace("\\", "").split()
