"""A profile cut at its labels, and what becomes of its parts."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Callable

import pytest
from builders import PROSE as WHY
from builders import (
    TITLES,
    Page,
    extraction_of,
    items_of,
    laid_out,
    overlaid,
    page_of,
    pdf_report,
    text_report,
    typeset,
    wrapped,
)

from profile_extract.drafts import Extraction, ProfileDraft
from profile_extract.fields import find_fields
from profile_extract.fields.norms import _fields
from profile_extract.fields.parts import Part, is_closed, split_parts
from profile_extract.model import Report
from profile_extract.segment import segment
from profile_extract.structure import Guide, Label

RESULTS = (
    "Nine hundred chairs have been mended since then, and one of them stands in the office of the mayor of the town.",
    "The first cider was pressed last year, and it tasted of the car park, as those who had wanted one like to say.",
    "There are four hundred and twelve, and the doctors of the quarter prescribe them now to those who sleep badly.",
    "Most of the letters go to offices, some to landlords, and every now and then one goes to somebody long missed.",
    "Two of the ovens have been repaired, a third one is waiting for its bricks, and the street smells of it by six.",
)
COSTS = (
    "Less than a broken window",
    "Four days of work and a press",
    "A bucket of paint",
    "Paper, ink and patience",
    "Flour and wood",
)
SENTENCES = tuple(f"{cost}." for cost in COSTS)
Build = Callable[[int], list[tuple[str, str]]]


def _pdf(build: Build) -> Report:
    return pdf_report(*(typeset(("title", TITLES[n]), *build(n)) for n in range(5)))


def _dump(build: Build) -> Report:
    return text_report("\f".join("\n\n".join([TITLES[n], *(text for _, text in build(n))]) for n in range(5)))


def _profiles(report: Report, given: dict[str, str] | None = None) -> tuple[ProfileDraft, ...]:
    profiles = find_fields(segment(laid_out(report), Guide(labels=given or {}))).profiles
    assert len(profiles) == 5
    return profiles


def _sections(profile: ProfileDraft) -> list[tuple[str | None, list[str]]]:
    return [(s.label.text if s.label else None, [text.text for text in s.paragraphs]) for s in profile.sections]


def _narrative(profile: ProfileDraft) -> list[str]:
    return [value.text for value in profile.narrative]


BOTH = pytest.mark.parametrize("kind", [_pdf, _dump], ids=["pdf", "dump"])


# Parts


def test_a_profile_is_cut_at_its_labels_without_its_title() -> None:
    layout = laid_out(
        _dump(lambda n: [("text", WHY[n]), ("label", "Results:"), ("text", RESULTS[n]), ("text", f"Costs: {SENTENCES[n]}")])
    )
    found = segment(layout)
    parts = split_parts(found.segments[1], found.labels, None)
    assert [(part.label_text and part.label_text.text, [item.text.text for item in part.items]) for part in parts] == [
        (None, [WHY[1]]),
        ("Results", [RESULTS[1]]),
        ("Costs", [SENTENCES[1]]),
    ]
    assert [part.block_indices for part in parts] == [
        tuple(range(a, b)) for a, b in zip(*[_starts(parts)[i:] for i in (0, 1)], strict=False)
    ] + [(parts[-1].block_indices[0],)]


def _starts(parts: object) -> list[int]:
    return [part.block_indices[0] for part in parts]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "closed"),
    [("It was.", True), ("“It was.”", True), ("Was it?", True), ("It was", False), ("", False), ("(It was!)", True)],
)
def test_a_sentence_is_closed_by_its_last_mark(text: str, closed: bool) -> None:
    assert is_closed(text) is closed


# Sections


@BOTH
def test_text_under_a_label_that_comes_back_is_a_section_with_the_label_as_printed(kind: Callable[[Build], Report]) -> None:
    profiles = _profiles(kind(lambda n: [("text", WHY[n]), ("label", "What came of it:"), ("text", RESULTS[n])]))
    assert [_sections(profile) for profile in profiles] == [[("What came of it", [text])] for text in RESULTS]
    assert [_narrative(profile) for profile in profiles] == [[text] for text in WHY]


@BOTH
def test_each_item_of_a_list_is_a_paragraph_without_its_bullet(kind: Callable[[Build], Report]) -> None:
    profiles = _profiles(
        kind(lambda n: [("text", WHY[n]), ("label", "Costs"), ("text", f"• {COSTS[n]}"), ("text", f"• {RESULTS[n]}")])
    )
    assert [_sections(profile) for profile in profiles] == [[("Costs", [COSTS[n], RESULTS[n]])] for n in range(5)]


@BOTH
def test_headings_that_only_group_other_labels_are_no_sections(kind: Callable[[Build], Report]) -> None:
    profiles = _profiles(
        kind(lambda n: [("text", WHY[n]), ("label", "At a glance"), ("label", "Costs"), ("text", RESULTS[n])])
    )
    assert [_sections(profile) for profile in profiles] == [[("Costs", [text])] for text in RESULTS]


@BOTH
def test_a_label_that_runs_into_its_text_makes_a_section(kind: Callable[[Build], Report]) -> None:
    profiles = _profiles(
        kind(lambda n: [("text", WHY[n]), ("text", f"Results: {RESULTS[n]}"), ("text", f"Costs: {SENTENCES[n]}")])
    )
    assert [_sections(profile) for profile in profiles] == [
        [("Results", [RESULTS[n]]), ("Costs", [SENTENCES[n]])] for n in range(5)
    ]


@BOTH
def test_a_label_with_a_name_beside_it_is_the_label_and_the_name_the_first_paragraph(kind: Callable[[Build], Report]) -> None:
    profiles = _profiles(kind(lambda n: [("text", WHY[n]), ("label", f"Project 1: {COSTS[n]}"), ("text", RESULTS[n])]))
    assert [_sections(profile) for profile in profiles] == [[("Project 1", [COSTS[n], RESULTS[n]])] for n in range(5)]


@pytest.mark.parametrize(
    "values",
    [("2 years", "3 years", "1 year", "5 years", "2 years"), ("Running", "Ended", "Running", "Running", "Running")],
    ids=["numbers", "words"],
)
def test_a_short_value_that_comes_back_is_the_text_under_its_label(values: tuple[str, ...]) -> None:
    profiles = _profiles(
        _pdf(lambda n: [("text", WHY[n]), ("label", "State"), ("text", values[n]), ("label", "Results"), ("text", RESULTS[n])])
    )
    assert [_sections(profile) for profile in profiles] == [
        [("State", [values[n]]), ("Results", [RESULTS[n]])] for n in range(5)
    ]


@pytest.mark.parametrize("kind", [_pdf, _dump])
def test_prose_behind_labels_that_run_into_short_values_is_narrative(kind: Callable[[Build], Report]) -> None:
    profiles = _profiles(kind(lambda n: [("text", f"Costs: {COSTS[n]}"), ("text", WHY[n]), ("text", RESULTS[n])]))
    for profile, cost, why, results in zip(profiles, COSTS, WHY, RESULTS, strict=True):
        assert _sections(profile) == [("Costs", [cost])]
        assert _narrative(profile) == [why, results]


def test_prose_left_of_an_indented_label_and_its_text_is_narrative() -> None:
    def page(number: int) -> Page:
        box = page_of([(60.0, 230.0, f"Costs: {SENTENCES[number]}")])
        rest = page_of([(50.0, 270.0 + 12 * row, line) for row, line in enumerate(textwrap.wrap(RESULTS[number], 60))])
        return overlaid(typeset(("title", TITLES[number]), ("text", WHY[number])), box, rest)

    profiles = _profiles(pdf_report(*map(page, range(5))))
    for profile, sentence, why, results in zip(profiles, SENTENCES, WHY, RESULTS, strict=True):
        assert _sections(profile) == [("Costs", [sentence])]
        assert _narrative(profile) == [why, results]


@pytest.mark.parametrize(("gap", "is_apart"), [(36.0, True), (14.0, False)])
def test_prose_left_of_an_indented_label_and_open_value_is_narrative_if_well_below(gap: float, is_apart: bool) -> None:
    def page(number: int) -> Page:
        label = page_of([(90.0, 230.0, "Costs")], "Helvetica-Bold")
        box = page_of([(90.0, 244.0, COSTS[number])])
        rest = page_of([(50.0, 244.0 + gap + 12 * row, line) for row, line in enumerate(textwrap.wrap(RESULTS[number], 60))])
        return overlaid(typeset(("title", TITLES[number]), ("text", WHY[number])), label, box, rest)

    for profile, results in zip(_profiles(pdf_report(*map(page, range(5)))), RESULTS, strict=True):
        assert (results in _narrative(profile)) is is_apart


@pytest.mark.parametrize("left", [60.0, 50.0], ids=["at the text's edge", "left of it"])
def test_a_text_goes_on_over_the_page_at_its_own_edge_wherever_the_columns_begin(left: float) -> None:
    def pages(number: int) -> list[Page]:
        rows = textwrap.wrap(RESULTS[number], 60)
        label = page_of([(60.0, 230.0, "Costs")], "Helvetica-Bold")
        box = page_of([(60.0, 244.0, SENTENCES[number])])
        rest = page_of([(left, 60.0 + 12 * row, line) for row, line in enumerate(rows)])
        return [overlaid(typeset(("title", TITLES[number]), ("text", WHY[number])), label, box), rest]

    profiles = _profiles(pdf_report(*(page for number in range(5) for page in pages(number))))
    for profile, sentence, results in zip(profiles, SENTENCES, RESULTS, strict=True):
        goes_on = left == 60.0
        assert _sections(profile) == [("Costs", [sentence, results] if goes_on else [sentence])]
        assert (results in _narrative(profile)) is not goes_on


def test_a_label_that_was_given_makes_a_section_even_where_nothing_comes_back() -> None:
    def build(n: int) -> list[tuple[str, str]]:
        return [("text", WHY[n]), *([("label", "An afterthought"), ("text", RESULTS[n])] if n == 3 else [])]

    given = {"an afterthought": "section"}
    assert [_sections(profile) for profile in _profiles(_dump(build), given)][3] == [("An afterthought", [RESULTS[3]])]


# Titles, taglines, notes


@pytest.mark.parametrize("code", ["A0{}", "III.{}", "{}.", "(K-{})", "{}"])
def test_codes_and_numbers_before_the_titles_are_no_part_of_them(code: str) -> None:
    def page(n: int) -> Page:
        return typeset(
            ("title", f"{code.format(n + 1)} {TITLES[n]}"), ("text", WHY[n]), ("label", "Results"), ("text", RESULTS[n])
        )

    profiles = _profiles(pdf_report(*map(page, range(5))))
    assert [profile.title.text for profile in profiles if profile.title] == list(TITLES)


def test_the_full_stop_behind_a_title_in_quotation_marks_is_no_part_of_it() -> None:
    profiles = _profiles(pdf_report(*(typeset(("title", f"“{TITLES[n]}”."), ("text", WHY[n])) for n in range(5))))
    assert [profile.title.text for profile in profiles if profile.title] == [f"“{title}”" for title in TITLES]


def test_a_number_that_one_title_begins_with_is_part_of_it() -> None:
    titles = ("12 Chairs", *TITLES[1:])
    pages = (typeset(("title", titles[n]), ("text", WHY[n]), ("label", "Results"), ("text", RESULTS[n])) for n in range(5))
    profiles = _profiles(pdf_report(*pages))
    assert [profile.title.text for profile in profiles if profile.title] == list(titles)


@BOTH
def test_a_line_under_the_title_that_is_neither_title_nor_text_is_the_tagline(kind: Callable[[Build], Report]) -> None:
    profiles = _profiles(kind(lambda n: [("tagline", COSTS[n]), ("text", WHY[n]), ("label", "Results"), ("text", RESULTS[n])]))
    assert [profile.tagline.text for profile in profiles if profile.tagline] == list(COSTS)
    assert [_narrative(profile) for profile in profiles] == [[text] for text in WHY]


def test_taglines_that_read_as_names_are_taglines_where_most_do_not() -> None:
    lines = ("Ferry Foundation", "What the river left", "Where the ovens are lit", "Rowers Union", "A house full of bells")
    profiles = _profiles(_pdf(lambda n: [("tagline", lines[n]), ("text", WHY[n])]))
    assert [profile.tagline.text if profile.tagline else None for profile in profiles] == list(lines)


def test_what_stands_beside_a_title_is_a_note() -> None:
    def page(number: int) -> Page:
        return overlaid(typeset(("title", TITLES[number]), ("text", WHY[number])), page_of([(320.0, 69.2, f"€ {number},000")]))

    profiles = _profiles(pdf_report(*map(page, range(5))))
    assert [[note.text for note in profile.notes] for profile in profiles] == [[f"€ {n},000"] for n in range(5)]
    assert [_narrative(profile) for profile in profiles] == [[why] for why in WHY]


@BOTH
def test_the_first_paragraph_is_no_tagline(kind: Callable[[Build], Report]) -> None:
    profiles = _profiles(kind(lambda n: [("text", WHY[n]), ("text", RESULTS[n])]))
    assert [profile.tagline for profile in profiles] == [None] * 5
    assert [_narrative(profile) for profile in profiles] == [[WHY[n], RESULTS[n]] for n in range(5)]


@pytest.mark.parametrize(("end", "is_tagline"), [("A bell rang. Nobody came.", False), ("A bell rang, and nobody came", True)])
def test_several_sentences_set_apart_under_the_title_are_text(end: str, is_tagline: bool) -> None:
    lines = [f"{cost} was all that it took. {end}" if not is_tagline else f"{cost} was all: {end}" for cost in COSTS]
    profiles = _profiles(_pdf(lambda n: [("tagline", lines[n]), ("text", WHY[n])]))
    assert [profile.tagline.text if profile.tagline else None for profile in profiles] == (lines if is_tagline else [None] * 5)


def test_small_type_and_captions_are_notes_and_no_narrative() -> None:
    def build(n: int) -> list[tuple[str, str]]:
        return [
            ("text", WHY[n]),
            ("small", f"Counted by hand in the year of {COSTS[n].lower()}"),
            ("text", f"Photo: {COSTS[n]}"),
            ("text", RESULTS[n]),
        ]

    profiles = _profiles(_pdf(build))
    assert [[note.text for note in profile.notes] for profile in profiles] == [
        [f"Counted by hand in the year of {cost.lower()}", f"Photo: {cost}"] for cost in COSTS
    ]
    assert [_narrative(profile) for profile in profiles] == [[WHY[n], RESULTS[n]] for n in range(5)]


def test_a_profile_that_is_all_set_in_smaller_type_has_its_text_in_that() -> None:
    kinds = ["text", "text", "smaller", "text", "text"]
    records = [
        (("text", f"P{n + 1}"), ("title", TITLES[n]), (kind, WHY[n]), ("label", "Results"), (kind, RESULTS[n]))
        for n, kind in enumerate(kinds)
    ]
    pages = [typeset(*(part for record in records[n : n + 2] for part in record)) for n in (0, 2, 4)]
    profiles = _profiles(pdf_report(*pages))
    assert [_narrative(profile) for profile in profiles] == [[WHY[n]] for n in range(5)]
    assert [[note.text for note in profile.notes] for profile in profiles] == [[f"P{n}"] for n in range(1, 6)]


def test_small_type_that_ends_in_a_credit_is_a_caption_which_no_text_goes_on_in() -> None:
    def build(n: int) -> list[tuple[str, str]]:
        return [
            ("text", WHY[n]),
            ("label", "Results"),
            ("small", f"A photo of the day. Photo: {COSTS[n]}"),
            ("text", RESULTS[n]),
        ]

    profiles = _profiles(_pdf(build))
    assert [[note.text for note in profile.notes] for profile in profiles] == [
        [f"A photo of the day. Photo: {cost}"] for cost in COSTS
    ]


# All of a report


def _marked(extraction: Extraction) -> list[str]:
    """What is left of the report's text outside all marks."""
    text = extraction.segmentation.layout.report.text
    covered = {offset for mark in extraction.marks for offset in range(mark.start, mark.end)}
    return [char for offset, char in enumerate(text) if offset not in covered and not char.isspace()]


@BOTH
def test_every_character_has_one_role(kind: Callable[[Build], Report]) -> None:
    extraction = extraction_of(
        kind(lambda n: [("tagline", COSTS[n]), ("text", WHY[n]), ("label", "Results"), ("text", f"• {RESULTS[n]}")])
    )
    assert _marked(extraction) == []
    ends = [(mark.start, mark.end) for mark in extraction.marks]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ends))


def test_lines_of_an_address_under_each_other_are_one_contact_under_its_label() -> None:
    roles = ("Head of Mills", "Keeper of the Lock", "Chief Baker", "Head of Steps", "Warden")
    lines = (
        f"Officer in Charge\nName: Ms Ada Lund\nDesignation: {role}\nEmail: lamp{n}@mill.example\nResults\n{WHY[n]}"
        for n, role in enumerate(roles)
    )
    report = text_report("\f".join(f"{title}\n{rest}" for title, rest in zip(TITLES, lines, strict=True)))
    contacts = [profile.contacts[0] for profile in _profiles(report)]
    assert [contact.person and contact.person.text for contact in contacts] == ["Ms Ada Lund"] * 5
    assert [contact.role and contact.role.text for contact in contacts] == list(roles)


def test_what_opens_a_column_above_the_label_in_another_type_is_no_part_of_the_section() -> None:
    """A place in the margin, which is read behind the text."""
    places = ("Porto", "Ghent", "Turin", "Graz", "Lyon")
    pages = [
        overlaid(
            page_of([(150, 60, title)], "Helvetica-Bold", 16.0),
            page_of([(150, 80 + 12 * n, line) for n, line in enumerate(wrapped(f"{text} {text}", 6))]),
            page_of([(150, 190, "In brief")], "Helvetica-Bold", 10.0),
            page_of([(150, 204 + 12 * n, line) for n, line in enumerate(wrapped(text, 6))]),
            page_of([(40, 60, place)], "Helvetica-Oblique", 9.0),
            page_of([(40, 90, "Built")], "Helvetica-Bold", 8.0),
            page_of([(40, 100, f"In {1900 + k}")], "Helvetica", 8.0),
            page_of([(40, 120, "Seen")], "Helvetica-Bold", 8.0),
            page_of([(40, 130, f"By {100 + k}")], "Helvetica", 8.0),
        )
        for k, (title, text, place) in enumerate(zip(TITLES, WHY, places, strict=True))
    ]
    for profile, place in zip(extraction_of(pdf_report(*pages)).profiles, places, strict=True):
        assert not any(place in text.text for section in profile.sections for text in section.paragraphs)


def test_the_text_of_a_column_beside_facts_is_no_value_of_the_last_of_them() -> None:
    pages = [
        overlaid(
            page_of([(40, 60, title)], "Helvetica-Bold", 16.0),
            *(page_of([(40, 90 + 40 * n, label)], "Helvetica-Bold", 8.0) for n, label in enumerate(("Built", "Seen by"))),
            *(page_of([(40, 101 + 40 * n, f"{1900 + 10 * n + k} people")], "Helvetica", 8.0) for n in range(2)),
            page_of([(240, 60 + 12 * n, line) for n, line in enumerate(wrapped(WHY[k], 6))]),
            page_of([(240, 130 + 12 * n, line) for n, line in enumerate(wrapped(RESULTS[k], 6))]),
        )
        for k, title in enumerate(TITLES[:5])
    ]
    for k, profile in enumerate(_profiles(pdf_report(*pages))):
        assert _narrative(profile) == [WHY[k], RESULTS[k]]
        assert [section.label.text for section in profile.sections if section.label] == ["Built", "Seen by"]
        assert profile.contacts == ()


def test_a_badge_and_a_heading_beside_it_head_the_text_under_them() -> None:
    pages = [
        overlaid(
            typeset(("title", TITLES[k]), ("text", WHY[k])),
            page_of([(50, 200, "Step 1")], "Helvetica-BoldOblique", 8),
            page_of([(95, 200, COSTS[k])], "Helvetica-Bold", 12),
            page_of([(50, 216 + 12 * n, line) for n, line in enumerate(wrapped(RESULTS[k], 9))]),
        )
        for k in range(5)
    ]
    for k, profile in enumerate(_profiles(pdf_report(*pages))):
        assert _narrative(profile) == [WHY[k]]
        assert [text.text for text in profile.sections[0].paragraphs] == [COSTS[k], RESULTS[k]]


def test_a_number_and_the_country_of_a_town_stand_between_the_title_and_the_tagline() -> None:
    towns = (("Mombasa", "Kenya"), ("Porto", "Portugal"), ("Ghent", "Belgium"), ("Turin", "Italy"), ("Graz", "Austria"))
    pages = [
        typeset(
            ("title", town),
            ("label", f"0{k}"),
            ("name", country),
            ("tagline", f"A town that mends {COSTS[k]}"),
            ("text", WHY[k]),
        )
        for k, (town, country) in enumerate(towns)
    ]
    profiles = _profiles(pdf_report(*pages))
    assert [profile.tagline and profile.tagline.text for profile in profiles] == [f"A town that mends {c}" for c in COSTS]


def test_a_value_that_begins_with_a_figure_is_no_footnote() -> None:
    pages = [
        typeset(
            ("title", TITLES[k]),
            ("text", WHY[k]),
            ("label", "Version"),
            ("smaller", f"{k + 1}.0 (20{10 + k})"),
            ("label", "Results"),
            ("text", RESULTS[k]),
        )
        for k in range(5)
    ]
    for k, profile in enumerate(_profiles(pdf_report(*pages))):
        assert [text.text for text in profile.sections[0].paragraphs] == [f"{k + 1}.0 (20{10 + k})"]
        assert profile.notes == ()


def test_a_text_in_a_column_beside_a_list_of_short_items_is_none_of_the_list() -> None:
    pages = [
        overlaid(
            page_of([(40, 60, title)], "Helvetica-Bold", 16.0),
            page_of([(40, 130, "Fields of work")], "Helvetica-Bold", 9.0),
            page_of(
                [
                    (40, 144 + 13 * n, f"{what} of {TITLES[k].split()[-1]}")
                    for n, what in enumerate(("Repair", "Study", "Loan"))
                ]
            ),
            page_of([(240, 100 + 12 * n, line) for n, line in enumerate(wrapped(f"{WHY[k]} {RESULTS[k]}", 6))]),
        )
        for k, title in enumerate(TITLES[:5])
    ]
    for k, profile in enumerate(_profiles(pdf_report(*pages))):
        assert _narrative(profile) == [f"{WHY[k]} {RESULTS[k]}"]
        assert "".join(text.text for text in profile.sections[0].paragraphs).endswith(TITLES[k].split()[-1])


def test_paragraphs_in_a_column_beside_facts_are_no_part_of_the_last_fact() -> None:
    pages = [
        overlaid(
            page_of([(40, 60, title)], "Helvetica-Bold", 12.0),
            page_of([(40, 90, "Chairs"), (40, 130, "Loaves")], "Helvetica-Bold", 8.0),
            page_of([(40, 100, f"{k} in all"), (40, 140, f"{9 * k} in all")], "Helvetica", 8.0),
            page_of([(190, 62 + 12 * n, line) for n, line in enumerate(wrapped(text, 6))], "Times-Roman", 9.0),
            page_of([(190, 150 + 12 * n, line) for n, line in enumerate(wrapped(text[::-1], 6))], "Times-Roman", 9.0),
        )
        for k, (title, text) in enumerate(zip(TITLES, WHY, strict=True), 3)
    ]
    for k, profile in enumerate(extraction_of(pdf_report(*pages)).profiles, 3):
        sections = {s.label.text: [text.text for text in s.paragraphs] for s in profile.sections if s.label}
        assert sections == {"Chairs": [f"{k} in all"], "Loaves": [f"{9 * k} in all"]}
        assert [text.text for text in profile.narrative] == [WHY[k - 3], WHY[k - 3][::-1]]


def test_a_caption_over_the_next_column_is_passed_by_the_text_of_a_section() -> None:
    pages = [
        overlaid(
            page_of([(40, 60, title)], "Helvetica-Bold", 12.0),
            page_of([(40, 80 + 12 * n, line) for n, line in enumerate(wrapped(text, 6))]),
            page_of([(40, 190, "Results")], "Helvetica-Bold"),
            page_of([(40, 202 + 12 * n, line) for n, line in enumerate(wrapped(text, 6))]),
            page_of([(220, 60, "Photo: Ida Berg")], "Helvetica", 7.0),
            page_of([(220, 80 + 12 * n, line) for n, line in enumerate(wrapped(text[::-1], 6))]),
        )
        for title, text in zip(TITLES, WHY, strict=True)
    ]
    for text, profile in zip(WHY, extraction_of(pdf_report(*pages)).profiles, strict=True):
        assert [value.text for section in profile.sections for value in section.paragraphs] == [text, text[::-1]]


@pytest.mark.parametrize(("over", "labels"), [("Theme: {word}", ["Theme"]), ("Category {group}: Air and Water", [])])
def test_facts_over_titles_are_sections_and_groups_that_count_are_none(over: str, labels: list[str]) -> None:
    build = [
        [
            ("small", over.format(word=TITLES[n - 1], group=1 + n // 2)),
            ("title", TITLES[n]),
            ("text", WHY[n]),
            ("text", RESULTS[n]),
        ]
        for n in range(5)
    ]
    profiles = _profiles(pdf_report(*(typeset(*parts) for parts in build)))
    assert [[label for label, _ in _sections(profile)] for profile in profiles] == [labels] * 5


@pytest.mark.parametrize(("kind", "is_value"), [("name", False), ("text", True)])
def test_a_text_set_unlike_most_is_no_value_of_the_fact_over_it(kind: str, is_value: bool) -> None:
    more = [("text", f"Open: from {n + 1} to 9 on Mondays") for n in range(5)]
    own = [[("text", WHY[n - 1]), ("text", WHY[n - 2]), more[n], (kind, RESULTS[n])] for n in range(5)]
    profiles = _profiles(_pdf(lambda n: own[n]))
    assert [len(profile.sections[0].paragraphs) == 2 for profile in profiles] == [is_value] * 5


def test_a_label_is_what_it_is_in_most_places() -> None:
    """In the last profile it stands over the column of a table."""
    items = tuple(items_of(text_report("The ferry goes once an hour.")))
    labels = [Label(0, 0, 4, 4, "form", field) for field in ("section", "section", "column")]
    parts = [[Part(label, None, items, label.field)] for label in labels]
    assert _fields(parts, {}, frozenset()) == {"form": "section"}
    assert _fields(parts, {"form": "quote"}, frozenset()) == {"form": "quote"}


@pytest.mark.parametrize(
    ("label", "value", "leaves"),
    [
        ("City", "Leeds, United Kingdom", True),
        ("Place", "Derby", True),
        ("City", "the old mill", False),
        ("Aim", "Derby", False),
        ("City", "Derby and its mills were never as loud as in that year.", False),
    ],
)
def test_a_sentence_behind_a_label_of_places_and_a_place_is_narrative(label: str, value: str, *, leaves: bool) -> None:
    records = [(title, f"{label}: {value}", f"{text[:60]}.") for title, text in zip(TITLES, WHY, strict=True)]
    pages = (typeset(("title", title), ("text", fact), ("text", said)) for title, fact, said in records)
    dumps = (
        text_report("\n\n".join(f"{title}\n\n{fact}{gap}{said}" for title, fact, said in records)) for gap in ("\n", "\n\n")
    )
    for report in (pdf_report(*pages), *(dumps if leaves else ())):
        for profile, (_, _, said) in zip(extraction_of(report).profiles, records, strict=True):
            assert ([text.text for text in profile.narrative] == [said]) is leaves
