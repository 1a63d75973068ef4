"""Talks announced by who gives them."""

from __future__ import annotations

import pytest
from builders import PROSE, Page, extraction_of, laid_out, overlaid, page_of, pdf_report, run_in, text_report, wrapped

from profile_extract.fields.speakers import _find_talk
from profile_extract.structure import Guide, Segment, Segmentation

SPEAKERS = ("Anna Schneider", "David Miller", "Maria Rossi", "Peter Johnson", "Laura Martin", "Thomas Wagner")
TALKS = ("Chairs after dark", "On apples", "Counting steps", "Letters and their readers", "Bread, once more", "The last oven")
HOUSES = ("Leeds", "Graz", "Turin", "Oslo", "Lyon", "Basel")


def _text(n: int, top: float) -> Page:
    return page_of([(50, top + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n % 5]))])


def _beside(n: int, speaker: str = "") -> Page:
    """A speaker in bold, the university in brackets behind, and the talk in italics under them."""
    return overlaid(
        run_in((50, 80, speaker or SPEAKERS[n]), "Helvetica-Bold", f" (University of {HOUSES[n]})"),
        page_of([(50, 92, TALKS[n])], "Helvetica-Oblique"),
        _text(n, 104),
    )


def _below(n: int, size: float = 14.0, under: str = "Rooms are open from nine") -> Page:
    """A speaker, a line under the name, and a heading as large as it is."""
    return overlaid(
        page_of([(50, 80, SPEAKERS[n])], "Helvetica-Bold", 14),
        page_of([(50, 94, under)], "Helvetica-Oblique"),
        page_of([(50, 120, TALKS[n])], "Helvetica", size),
        _text(n, 140),
    )


def _titles(*pages: Page) -> list[str]:
    return [profile.title.text for profile in extraction_of(pdf_report(*pages)).profiles]


def test_the_talk_under_a_speaker_with_a_university_is_the_title() -> None:
    profiles = extraction_of(pdf_report(*map(_beside, range(6)))).profiles
    assert [profile.title.text for profile in profiles] == list(TALKS)
    assert [note.text for p in profiles for note in p.notes] == [
        f"{name} (University of {house})" for name, house in zip(SPEAKERS, HOUSES, strict=True)
    ]


def test_the_talk_under_a_speaker_and_another_line_is_the_title() -> None:
    assert _titles(*map(_below, range(6))) == list(TALKS)


def test_a_name_with_nothing_but_what_it_belongs_to_is_the_title() -> None:
    def page(n: int) -> Page:
        name = page_of([(50, 80, SPEAKERS[n])], "Helvetica-Bold", 14)
        return overlaid(name, page_of([(50, 96, f"University of {HOUSES[n]}")], "Helvetica-Oblique"), _text(n, 120))

    assert _titles(*map(page, range(6))) == list(SPEAKERS)


def test_lines_that_name_organisations_are_no_talks() -> None:
    def page(n: int) -> Page:
        head = run_in((50, 80, SPEAKERS[n]), "Helvetica-Bold", ", Director")
        return overlaid(head, page_of([(50, 92, f"University of {HOUSES[n]}")], "Helvetica-Oblique"), _text(n, 110))

    assert _titles(*map(page, range(6))) == [f"{name}, Director" for name in SPEAKERS]


def test_titles_that_are_no_names_stay_titles() -> None:
    def page(n: int) -> Page:
        head = run_in((50, 80, TALKS[n]), "Helvetica-Bold", f" (from {HOUSES[n]})")
        return overlaid(head, page_of([(50, 92, "A walk for all")], "Helvetica-Oblique"), _text(n, 104))

    assert _titles(*map(page, range(6))) == [f"{talk} (from {house})" for talk, house in zip(TALKS, HOUSES, strict=True)]


def test_names_in_capitals_are_names() -> None:
    assert _titles(*(_beside(n, SPEAKERS[n].upper()) for n in range(6))) == list(TALKS)


def test_titles_in_capitals_are_longer_than_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("profile_extract.fields.speakers.reads_as_person", lambda _: True)
    titles = [f"{name} {name} AND {name}".upper() for name in SPEAKERS]
    assert _titles(*(_beside(n, titles[n]) for n in range(6))) == [
        f"{t} (University of {h})" for t, h in zip(titles, HOUSES, strict=True)
    ]


def test_what_names_with_marks_stand_under_is_a_title() -> None:
    def page(n: int) -> Page:
        return overlaid(
            page_of([(50, 80, SPEAKERS[n].upper())], "Helvetica-Bold"),
            page_of([(50, 96, f"{SPEAKERS[n - 1]}*, {SPEAKERS[n - 2]}*")]),
            page_of([(50, 112, f"Rooms of {HOUSES[n]}")], "Helvetica-Oblique"),
            _text(n, 140),
        )

    assert _titles(*map(page, range(6))) == [name.upper() for name in SPEAKERS]


SURNAMES_FIRST = ("Schneider, Anna", "MILLER, David", "Rossi, Maria", "Johnson, Peter", "MARTIN, Laura", "Wagner, Thomas")


def test_speakers_may_be_listed_by_their_surnames() -> None:
    pages = [
        overlaid(
            page_of([(50, 80, name)], "Helvetica", 12),
            page_of([(50, 94, f"{HOUSES[n].lower()}@talks.example")], "Courier", 9),
            page_of([(50, 110, TALKS[n])], "Helvetica-Bold"),
            _text(n, 124),
        )
        for n, name in enumerate(SURNAMES_FIRST)
    ]
    assert _titles(*pages) == list(TALKS)


def _dump(over: str, under: str = "") -> list[str]:
    pages = (f"{over.format(name=SPEAKERS[n], house=HOUSES[n])}\n{TALKS[n]}\n{under or PROSE[n % 5]}\n" for n in range(6))
    return [profile.title.text for profile in extraction_of(text_report("\f".join(pages))).profiles]


@pytest.mark.parametrize("over", ["{name} (University of {house})", "{name}\nRooms of the lower {house}, all days\n"])
def test_the_heading_over_the_text_is_the_title_in_a_dump(over: str) -> None:
    assert _dump(over) == list(TALKS)


def test_what_ends_in_an_address_is_no_text_under_a_name_of_a_dump_and_a_question_over_one_may_be_the_title() -> None:
    home = "Institute of all that is known about the mills and of the lower river\npost@river.example"
    asked = "Who has ever seen the last oven, and what came of all that?"
    text = "\n".join(wrapped(f"{PROSE[0]} {PROSE[1]}", 9))
    layout = laid_out(text_report(f"{SPEAKERS[0]}\n{home}\n\n{asked}\n\n{text}"))
    segment = Segment(0, layout.blocks, (), 1.0)
    assert _find_talk(segment, Segmentation(layout, (segment,), (), {}, Guide(), (), None, ())) == 2
    assert segment.under_title[1].text.text == asked


def test_what_stands_right_under_a_name_of_a_dump_is_what_the_person_is() -> None:
    assert _dump("{name}") == list(SPEAKERS)


def test_a_line_of_a_dump_over_an_address_is_no_talk() -> None:
    assert _dump("{name} (University of {house})", "Phone: +44 113 496 0170\nE-mail: office@mill.example") != list(TALKS)
