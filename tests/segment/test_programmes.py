"""Talks of a programme: a speaker and a time in the row over a title, a room at its end, a tagline under it."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, extraction_of, overlaid, page_of, pdf_report, wrapped

from profile_extract.drafts import ProfileDraft

SPEAKERS = ("Ada Okoro", "Emil Varga", "Ines Prado", "Klaus Brandt", "Eva Lindner")
TAGLINES = ("How wood is counted", "What a mill is for", "Feet and figures", "Ink for all", "Dough by the hour")


def _talk(n: int, top: float, *, time: str = "09:{n}5", room: str = "Hall {n}") -> Page:
    lines = wrapped(PROSE[n] + " " + PROSE[n - 1])
    return overlaid(
        page_of([(50, top, SPEAKERS[n]), (330, top, time.format(n=n))]),
        page_of([(50, top + 16, TITLES[n])], "Helvetica-Bold", 13),
        page_of([(330, top + 16, room.format(n=n))]),
        page_of([(50, top + 34, TAGLINES[n])], "Helvetica-Bold", 10),
        page_of([(50, top + 58 + 12 * k, line) for k, line in enumerate(lines)]),
    )


def _profiles(**more: str) -> list[ProfileDraft]:
    pages = [overlaid(*(_talk(n, 60 + 200 * k, **more) for k, n in enumerate(pair))) for pair in ((0, 1), (2, 3), (4,))]
    return list(extraction_of(pdf_report(*pages)).profiles)


def test_who_speaks_when_is_of_the_talk_below() -> None:
    found = _profiles()
    assert [profile.title and profile.title.text for profile in found] == list(TITLES)
    assert [[note.text for note in profile.notes][:3] for profile in found] == [
        [SPEAKERS[n], f"09:{n}5", f"Hall {n}"] for n in range(5)
    ]
    texts = [" ".join(part.text for part in profile.narrative) for profile in found]
    assert texts == [f"{PROSE[n]} {PROSE[n - 1]}" for n in range(5)]


def test_a_tagline_stands_under_the_room_beside_the_title() -> None:
    assert [profile.tagline and profile.tagline.text for profile in _profiles()] == list(TAGLINES)


@pytest.mark.parametrize("time", ["{n} copies", "p. {n}5"])
def test_other_ends_of_such_a_row_are_of_what_is_above(time: str) -> None:
    found = _profiles(time=time)
    assert [profile.title and profile.title.text for profile in found] == list(TITLES)
    assert SPEAKERS[1] not in [note.text for note in found[1].notes]


def test_a_title_with_its_time_at_the_end_of_its_row_is_the_title() -> None:
    pages = [
        overlaid(
            page_of([(50, 60, TITLES[n])], "Helvetica-Bold", 12),
            page_of([(330, 60, f"{n + 9}.30 – {n + 10}.15")]),
            page_of([(50, 84 + 12 * k, line) for k, line in enumerate(wrapped(f"{PROSE[n]} {PROSE[n - 1]}", 9))]),
        )
        for n in range(5)
    ]
    found = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title and profile.title.text for profile in found] == list(TITLES)
