"""What stands under a title and says whose the profile is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import (
    PROSE,
    TITLES,
    Page,
    extraction_of,
    laid_out,
    overlaid,
    page_of,
    pdf_report,
    spaced,
    text_report,
    typeset,
    wrapped,
)

from profile_extract.fields import notes
from profile_extract.fields.bylines import is_byline
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.norms import Norms
from profile_extract.fields.parts import split_parts
from profile_extract.layout.codes import has_marked_name
from profile_extract.structure import Segment

NAMES = (
    "Ada Okoro, Bela Nemeth",
    "Carla Souza, Dirk Brandt",
    "Eva Lindner, Femi Ade",
    "Gerd Holm, Hana Sato",
    "Ida Berg, Jon Roca",
)
HOMES = ("University of Turku", "Museum of Porto", "City of Leeds", "Academy of Zwolle", "Institute of Gera")


def _notes(under: tuple[list[str], ...]) -> list[list[str]]:
    """The notes of profiles with names under their titles, and such lines under these."""
    rows = zip(TITLES, NAMES, under, PROSE, strict=True)
    pages = ("\n\n".join([title, names, *lines, text]) for title, names, lines, text in rows)
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    assert [profile.title.text for profile in profiles if profile.title] == list(TITLES)
    return [[note.text for note in profile.notes] for profile in profiles]


def test_names_under_a_title_and_what_they_belong_to_are_notes() -> None:
    lines = tuple([home, f"write to us at steps@{home.split()[-1].lower()}.example"] for home in HOMES)
    assert _notes(lines) == [[names, *under] for names, under in zip(NAMES, lines, strict=True)]


def test_a_line_behind_one_that_ends_in_a_comma_is_of_the_byline() -> None:
    countries = ("Finland", "Portugal", "England", "Netherlands", "Germany")
    lines = tuple([f"{home},", country] for home, country in zip(HOMES, countries, strict=True))
    assert _notes(lines) == [[names, *under] for names, under in zip(NAMES, lines, strict=True)]


def test_the_first_other_line_ends_them() -> None:
    lines = tuple([f"it began with {n} buckets of paint", home] for n, home in enumerate(HOMES, 2))
    assert _notes(lines) == [[names] for names in NAMES]


def _rules(*lines: str, has_opening_addresses: bool = False) -> list[str]:
    """The rules by which lines under a title are notes, in a report where names stand under titles."""
    layout = laid_out(text_report(spaced("The Old Bell", *lines)))
    norms = Norms.of(extraction_of(layout.report).segmentation)
    norms = replace(norms, has_bylines=True, has_opening_addresses=has_opening_addresses)
    segment = Segment(0, layout.blocks, (), 1.0)
    context = ProfileContext(segment, tuple(split_parts(segment, {}, None)), norms, layout)
    return [candidate.rule for candidate in notes.propose(context)]


def test_names_over_a_text_are_a_byline() -> None:
    assert _rules("Harbour Walden", PROSE[0]) == ["note.byline"]


def test_names_in_an_entry_of_a_directory_are_of_its_address() -> None:
    assert _rules("Harbour Walden", "12 Quay Street", "info@bell.example") == []


def test_names_over_an_address_and_a_text_are_a_byline() -> None:
    assert "note.byline" in _rules("Harbour Walden", "info@bell.example", PROSE[0])


@pytest.mark.parametrize(("way", "are_its_own"), [("12 Quay Street", True), ("Museum of Porto", False)])
def test_names_over_a_street_are_of_its_address_where_most_profiles_have_one_there(way: str, *, are_its_own: bool) -> None:
    rules = _rules("Harbour Walden", way, "20095 Hamburg", "info@bell.example", PROSE[0], has_opening_addresses=True)
    assert ("note.byline" not in rules) is are_its_own


@pytest.mark.parametrize("names", ["Ada Okoro¹ , Bela Nemeth²", "A. OKORO¹ , B. NEMETH²", "Ada Okoro1,2, Bela Nemeth1"])
def test_names_with_the_marks_of_notes_are_a_byline_anywhere(names: str) -> None:
    assert has_marked_name(names)


@pytest.mark.parametrize("title", ["THE OLD BELL¹", "The Old Bell of 1921", "A. is for Apple"])
def test_a_title_with_a_mark_is_none(title: str) -> None:
    assert not has_marked_name(title)


def test_raised_figures_in_blocks_of_their_own_part_no_names_from_their_text() -> None:
    norms = Norms.of(extraction_of(pdf_report(typeset(("text", PROSE[0])))).segmentation)
    report = pdf_report(
        overlaid(
            page_of([(50, 80, TITLES[0])], "Helvetica-Bold", 16),
            page_of([(112, 104, "1"), (190, 104, "2")], size=6),
            page_of([(50, 118, "Ada Okoro , Bela Nemeth , Carla")], "Helvetica-Oblique"),
            page_of([(90, 128, "3")], size=6),
            page_of([(50, 142, "Souza")], "Helvetica-Oblique"),
            page_of([(50, 170.0 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[0]))]),
        )
    )
    layout = laid_out(report)
    segment = Segment(0, layout.blocks, (), 1.0)
    body = layout.body_style
    context = ProfileContext(
        segment, tuple(split_parts(segment, {}, body)), replace(norms, body=body, has_bylines=True), layout
    )
    found = {layout.blocks[c.blocks[0]].text.text for c in notes.propose(context) if c.rule == "note.byline"}
    assert {"Ada Okoro , Bela Nemeth , Carla", "Souza"} <= found
    assert not any(text.startswith("In the second winter") for text in found)


def test_a_stand_under_a_title_is_a_note_and_no_tagline() -> None:
    stands = ("Hall 1 / B13", "Hall 4 / D45", "Hall 9 / C38", "Hall 2 / A7", "Hall 3 / B21")
    for lines, is_note in ((stands, True), (("Chairs for all", "Apples for all", "Steps", "Letters", "Bread"), False)):
        pages = [typeset(("title", TITLES[n]), ("label", lines[n]), ("text", PROSE[n])) for n in range(5)]
        profiles = extraction_of(pdf_report(*pages)).profiles
        assert [[note.text for note in p.notes] for p in profiles] == [[line] if is_note else [] for line in lines]
        assert [p.tagline and p.tagline.text for p in profiles] == [None if is_note else line for line in lines]


@pytest.mark.parametrize(
    ("text", "is_names"),
    [
        ("Ten Evenings in the Mill: Forty Recipes and One Table", False),
        ("Speaker: Ada Okoro", True),
        ("Ada Okoro, City of Leeds", True),
        ("A. Okoro", True),
        ("D.-M. de Wit", True),
        ("A chair", False),
    ],
)
def test_a_title_with_more_behind_a_colon_is_no_byline(text: str, is_names: bool) -> None:
    assert is_byline(text) is is_names


@pytest.mark.parametrize(
    ("text", "is_names"),
    [
        ("A. BERG", True),
        ("A. BERG, C. DE WIT", True),
        ("A.-M. BERG, C. D. LUND, O’BRIEN", False),
        ("A.-M. BERG, C. D. LUND, E. O’BRIEN", True),
        ("A. BERG & C. LUND", True),
        ("A. BERG, D. HALL and C. LUND", True),
        ("A. BERG und C. LUND", True),
        ("A. BERG UND C. LUND", True),
        ("A. BERG et C. LUND", True),
        ("A. BERG y C. LUND", True),
        ("A. BERG e C. LUND", True),
        ("A. BERG i C. LUND", True),
        ("A. BERG C. LUND", False),
        ("A. BERG,C. LUND", False),
        ("A. BERG, LUND", False),
        ("A. BERG, C. LUND, THE MILL", False),
        ("A. BERG, C. LUND: THE MILL", False),
        ("ROPES, A. BERG", False),
        ("ADA BERG, CARL LUND", False),
    ],
)
def test_names_in_capitals_are_a_byline_if_each_has_initials(text: str, *, is_names: bool) -> None:
    assert is_byline(text) is is_names


def test_a_particle_that_a_name_was_wrapped_before_is_of_the_byline() -> None:
    ends = ("Meer1", "Velde1", "Berg1", "Linden1", "Kamp1")

    def page(n: int) -> Page:
        return overlaid(
            page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 16),
            page_of([(50, 100, f"Ada {ends[n - 1]}, Bela Nemeth2, Emil {ends[n - 2]}, Gil van"), (50, 116, f"der {ends[n]}")]),
            page_of([(50, 140.0 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
        )

    profiles = extraction_of(pdf_report(*map(page, range(5)))).profiles
    assert [[v.text for v in p.narrative] for p in profiles] == [[text] for text in PROSE]


def test_a_line_that_begins_with_a_time_under_most_titles_is_a_note() -> None:
    lines = [f"{n + 2} de março, {9 + n}:15, sala de cima" for n in range(5)]
    pages = [typeset(("title", TITLES[n]), ("text", lines[n]), ("text", PROSE[n])) for n in range(5)]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [[note.text for note in profile.notes] for profile in profiles] == [[line] for line in lines]
    assert [[value.text for value in profile.narrative] for profile in profiles] == [[text] for text in PROSE]


def test_a_time_under_few_titles_is_text() -> None:
    pages = [
        typeset(("title", TITLES[n]), *([("text", "It began at 9:15, and late")] if n < 2 else []), ("text", PROSE[n]))
        for n in range(5)
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.notes for profile in profiles] == [()] * 5


def _timed(number: int) -> Page:
    """A time beside a title over a text, and beside another time a break."""
    top = 60.0
    times = [(50.0, top, f"{9 + number}.00–{9 + number}.45"), (50.0, top + 110, f"{10 + number}.00–{10 + number}.15")]
    title = page_of([(170.0, top, TITLES[number])], "Helvetica-Bold", 12.0)
    text = page_of([(170.0, top + 22 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[number]))])
    return overlaid(page_of(times), title, text, page_of([(170.0, top + 110, "Tea in the yard")], "Helvetica-Oblique"))


def test_a_break_and_its_time_behind_a_text_are_notes_where_profiles_have_times() -> None:
    profiles = extraction_of(pdf_report(*map(_timed, range(5)))).profiles
    assert [profile.title.text for profile in profiles] == list(TITLES)
    assert [" ".join(value.text for value in profile.narrative) for profile in profiles] == list(PROSE)
    assert [[note.text for note in profile.notes] for profile in profiles] == [
        [f"{9 + n}.00–{9 + n}.45", f"{10 + n}.00–{10 + n}.15", "Tea in the yard"] for n in range(5)
    ]


def test_figures_without_words_in_larger_type_are_no_text() -> None:
    pages = [
        typeset(("title", title), ("text", text), ("tagline", f"{n} 1,0{n}0"), ("text", text[::-1]))
        for n, (title, text) in enumerate(zip(TITLES, PROSE, strict=True), 11)
    ]
    for n, profile in enumerate(extraction_of(pdf_report(*pages)).profiles, 11):
        assert f"{n} 1,0{n}0" in [note.text for note in profile.notes]


def test_lines_of_a_program_in_the_midst_of_a_text_are_text() -> None:
    def page(n: int, font: str, words: str) -> Page:
        top, bottom = wrapped(PROSE[n]), wrapped(PROSE[n - 1])
        code = 90 + 12 * len(top)
        return overlaid(
            page_of([(50, 60, TITLES[n])], "Helvetica-Bold", 16.0),
            page_of([(50, 90 + 12 * k, line) for k, line in enumerate(top)]),
            page_of([(50, code + 6, f"{words} {n}")], font, 9.0),
            page_of([(50, code + 24 + 12 * k, line) for k, line in enumerate(bottom)]),
        )

    for font, words, is_text in (
        ("Courier", "catch --keep", True),
        ("Courier", "A view of gate", False),
        ("Times-Roman", "catch --keep", False),
    ):
        for n, profile in enumerate(extraction_of(pdf_report(*(page(n, font, words) for n in range(5)))).profiles):
            assert (f"{words} {n}" in [text.text for text in profile.narrative]) is is_text
            assert (f"{words} {n}" in [note.text for note in profile.notes]) is not is_text


def test_the_second_of_two_lines_under_a_name_is_a_note() -> None:
    parties = ("Lantern Party", "Quay Alliance", "Independent", "Lantern Party", "Bakers and Millers")
    seats = ("Member for Gera", "Member for Porto", "Member for Leeds", "Member for Ghent", "Member for Turku")
    pages = [
        overlaid(
            page_of([(50, 60, title)], "Helvetica-Bold", 14.0),
            page_of([(50, 73, seat)], "Helvetica-Oblique"),
            page_of([(50, 85, party), *((50, 130 + 12 * k, line) for k, line in enumerate(wrapped(text)))]),
        )
        for title, seat, party, text in zip(TITLES, seats, parties, PROSE, strict=True)
    ]
    for party, text, profile in zip(parties, PROSE, extraction_of(pdf_report(*pages)).profiles, strict=True):
        assert [note.text for note in profile.notes] == [party]
        assert [value.text for value in profile.narrative] == [text]


def test_a_tagline_under_a_place_is_none_of_these_lines() -> None:
    towns = ("Leeds", "Porto", "Ghent", "Turku", "Gera")
    pages = [
        overlaid(
            page_of([(50, 60, title)], "Helvetica-Bold", 14.0),
            page_of([(50, 73, town)], "Helvetica-Oblique"),
            page_of([(50, 85, f"What {town} keeps open"), *((50, 130 + 12 * k, x) for k, x in enumerate(wrapped(text)))]),
        )
        for title, town, text in zip(TITLES, towns, PROSE, strict=True)
    ]
    for town, profile in zip(towns, extraction_of(pdf_report(*pages)).profiles, strict=True):
        assert f"What {town} keeps open" not in [note.text for note in profile.notes]


AMOUNTS = ("20 min", "6 portions", "2 kg", "1,5 l", "3 std.")


def _over_texts(*lines: tuple[str, ...]) -> list[tuple[list[str], str | None, list[str]]]:
    """The notes, tagline and narrative of five profiles with such lines between their titles and texts."""
    pages = [
        typeset(("title", title), *(("label", line) for line in under), ("text", text))
        for title, under, text in zip(TITLES, lines, PROSE, strict=True)
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles if profile.title] == list(TITLES)
    return [
        ([note.text for note in p.notes], p.tagline.text if p.tagline else None, [value.text for value in p.narrative])
        for p in profiles
    ]


def test_amounts_under_a_title_are_notes_and_neither_tagline_nor_text() -> None:
    assert _over_texts(*((line,) for line in AMOUNTS)) == [
        ([line], None, [text]) for line, text in zip(AMOUNTS, PROSE, strict=True)
    ]
    pairs = list(zip(AMOUNTS, (*AMOUNTS[1:], AMOUNTS[0]), strict=True))
    assert _over_texts(*pairs) == [([*pair], None, [text]) for pair, text in zip(pairs, PROSE, strict=True)]


def test_a_number_of_four_figures_under_a_title_is_none() -> None:
    lines = [f"12{n}4 kilometres" for n in range(5)]
    assert _over_texts(*((line,) for line in lines)) == [([], line, [text]) for line, text in zip(lines, PROSE, strict=True)]


@pytest.mark.parametrize(
    ("line", "is_amount"),
    [
        ("20 min", True),
        ("200min", True),
        ("1.25 l", True),
        ("1,5 l", True),
        ("180 °c", True),
        ("180 ° c", True),
        ("180°c", True),
        ("3 std.", True),
        ("4 viertelstück", True),
        ("4 viertelstunden", False),  # longer than what is counted
        ("5 Broadway", False),
        ("180 °C", False),
        ("3 Std.", False),
        ("2000 min", False),
        ("20 min 10", False),
        ("20 min each", False),
        ("for 20 min", False),
        ("20", False),
        ("1. l", False),
        ("20 min:", False),
    ],
)
def test_an_amount_is_a_number_of_few_figures_and_a_word_in_small_letters(line: str, *, is_amount: bool) -> None:
    assert ("note.amount" in _rules(line, PROSE[0])) is is_amount


def test_amounts_follow_each_other_from_the_title_on() -> None:
    assert _rules("20 min", "6 portions", PROSE[0], "200 °C") == ["note.amount"] * 2
    assert _rules("For a cold day", "6 portions", PROSE[0]).count("note.amount") == 0
    assert _rules("20 min", "For a cold day", "6 portions", PROSE[0]).count("note.amount") == 1


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("unit", [" °C", " Portions"])
def test_units_in_capitals_come_back_under_three_titles(unit: str, count: int) -> None:
    lines = [f"{n + 2}0{unit if n < count else ' min'}" for n in range(5)]
    found = _over_texts(*((line,) for line in lines))
    assert [notes for notes, _, _ in found][:count] == [[line] if count == 3 else [] for line in lines[:count]]
    assert [notes for notes, _, _ in found][count:] == [[line] for line in lines[count:]]
