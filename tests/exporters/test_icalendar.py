"""Calendars, read back by a parser: what is known to the day, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from icalendar import Calendar

from tests.support import Build, Lab

CONF = {"html_baseurl": "https://lab.example/", "html_title": "The Lab"}
INDEX = """\
# Lab

:::{organization} University of Examples
:id: uoe
:::

::::{timeline} Talks
:kind: talk

:::{entry} Keynote; with, signs
:organization: uoe
:location: Seoul
:date: 2024-05-06 – 2024-05-08
:tags: speech, "gesture"

First line.

- an item
:::

:::{entry} One day
:date: 2024-02-29
:::

:::{entry} Some month
:date: 2024-03
:::

:::{entry} Still running
:start: 2024-03-01
:end: present
:::

:::{entry} Until some month
:start: 2024-03-01
:end: 2024-05
:::
::::

:::{news} A day
:date: 2025-03-05
:::

:::{timeline-of}
:tags: speech
:calendar: speech
:::

:::{news-list}
:calendar: news
:::
"""


def events(build: Build, name: str) -> list[Any]:
    calendar = Calendar.from_ical((build.outdir / f"feeds/{name}.ics").read_bytes())
    assert not calendar.errors
    assert calendar["version"] == "2.0"
    found = list(calendar.walk("VEVENT"))
    assert all(not event.errors and event["uid"] and event["dtstamp"] for event in found)
    assert len({event["uid"] for event in found}) == len(found)
    return found


def test_what_is_known_to_the_day(lab: Callable[..., Lab]) -> None:
    build = lab({"index.md": INDEX}, **CONF).build().assert_clean()
    keynote, day = events(build, "site")
    assert keynote["summary"] == "Keynote; with, signs, University of Examples"
    assert keynote.start == date(2024, 5, 6)
    assert keynote.end == date(2024, 5, 9)
    assert keynote["location"] == "University of Examples, Seoul"
    assert keynote["description"] == "First line.\n- an item"
    assert keynote.categories == ["speech", '"gesture"']
    assert keynote["url"].startswith("https://lab.example/index.html#event-")
    assert keynote["dtstamp"].dt.isoformat() == "2024-05-06T00:00:00+00:00"
    assert (day["summary"], day.start) == ("One day", date(2024, 2, 29))
    assert "dtend" not in day


def test_each_listing_that_asks_has_one(lab: Callable[..., Lab]) -> None:
    build = lab({"index.md": INDEX}, **CONF).build().assert_clean()
    assert [event["summary"] for event in events(build, "news")] == ["A day"]
    assert len(events(build, "speech")) == 1
    links = [a["href"] for a in build.soup().select("p.profile-downloads a")]
    assert links == ["feeds/speech.ics", "feeds/news.ics"]
    types = [link["type"] for link in build.soup().select("link[rel=alternate][href$='.ics']")]
    assert types == ["text/calendar"] * 3


def test_a_setting_says_what_the_sites_calendar_holds(lab: Callable[..., Lab]) -> None:
    made = lab({"index.md": INDEX}, **CONF, profile_calendar=["news"])
    assert [e["summary"] for e in events(made.build(), "site")] == ["A day"]
    build = made.write(**CONF, profile_calendar=[]).build()
    assert "feeds/site.ics" not in build.written


def test_hostile_words_add_no_line(lab: Callable[..., Lab]) -> None:
    hostile = "x\r\nEND:VEVENT\u2028END:VCALENDAR\u202e \x00\x07\x85 ;:,\\"
    event = {"title": hostile, "date": "2024-05-06", "location": hostile}
    event["body"] = f"{hostile}\n\nEND:VCALENDAR"
    files = {
        "index.md": "# Lab\n\n:::{timeline-of}\n:::\n",
        "lab.json": json.dumps({"events": [event, event | {"id": "b", "tags": [hostile]}]}),
    }
    build = lab(files, **{**CONF, "html_title": "T\r\nX-EVIL:1\x00"}, profile_data=["lab.json"])
    text = (build.build().outdir / "feeds/site.ics").read_bytes().decode()
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert {line.partition(":")[0].partition(";")[0] for line in lines} <= PROPERTIES
    assert not set("\n\r\x00\x07\x85\u2028") & set("".join(lines))
    for event in events(build.build(), "site"):
        assert "END:VCALENDAR" in event["summary"]
        assert event["summary"].endswith("\u202c")


PROPERTIES = {
    *("BEGIN", "VERSION", "PRODID", "METHOD", "NAME", "X-WR-CALNAME", "URL", "UID", "DTSTAMP"),
    *("DTSTART", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "TRANSP", "END"),
}
