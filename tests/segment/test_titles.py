"""What may stand over the title of a profile."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

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
    run_in,
    text_report,
    typeset,
    wrapped,
)

from profile_extract.clean import clean
from profile_extract.layout import lay_out
from profile_extract.lexicon import label_key
from profile_extract.model import BBox, Report, Style, Table
from profile_extract.segment import segment
from profile_extract.segment.labels import find_labels
from profile_extract.segment.lifting import moved_up
from profile_extract.segment.shapes import is_title_like
from profile_extract.segment.titles import (
    _is_code_and_names,
    _place_over_headline,
    _under_labels,
    count_on,
    counts_first,
    find_title_offsets,
    is_number,
    is_timed_code,
    with_listed,
)
from profile_extract.structure import Layout

PLACES = ("Hall", "Yard", "Loft", "Shed", "Barn")
KICKERS = ("A workshop", "An orchard", "A walk", "A shop", "An oven")


def _offsets(records: list[list[str]]) -> list[int]:
    """Where the titles of a dump's records stand in them."""
    layout = laid_out(text_report("\n\n".join(block for record in records for block in record)))
    assert [block.text.text for block in layout.blocks] == [block for record in records for block in record]
    ends = [sum(map(len, records[: n + 1])) for n in range(len(records))]
    return find_title_offsets(layout, {}, [range(end - len(record), end) for end, record in zip(ends, records, strict=True)])


def test_numbers_over_most_titles_are_no_titles() -> None:
    numbered = [[f"No. {n + 1}", title, PROSE[n]] for n, title in enumerate(TITLES[:4])]
    assert _offsets([*numbered, [TITLES[4], PROSE[4]]]) == [1, 1, 1, 1, 0]


def test_a_number_over_one_text_alone_is_its_title() -> None:
    plain = [[title, PROSE[n]] for n, title in enumerate(TITLES[:4])]
    assert _offsets([*plain, ["R2D2", TITLES[4], PROSE[4]]]) == [0] * 5


def test_a_number_over_no_title_is_one() -> None:
    assert _offsets([[f"No. {n + 1}", f"{text[:-1]}!"] for n, text in enumerate(PROSE)]) == [0] * 5


def test_a_smaller_line_over_most_titles_is_no_title_and_what_stands_around_a_title_is_told_apart() -> None:
    rows = zip(KICKERS, TITLES, PROSE, strict=True)
    pages = [typeset(("label", kicker), ("title", title), ("text", text)) for kicker, title, text in rows]
    segments = segment(laid_out(pdf_report(*pages))).segments
    assert [part.title.text.text for part in segments] == list(TITLES)
    assert [[block.text.text for block in part.over_title] for part in segments] == [[kicker] for kicker in KICKERS]
    assert [[block.text.text for block in part.under_title] for part in segments] == [[text] for text in PROSE]


def test_a_time_over_most_titles_is_no_title_though_one_is_left_at_the_foot_of_a_page() -> None:
    times = ("9:00 – 9:45", "10.00-10.45", "2pm to 3pm", "16h30")
    parts = [(("title", title), ("text", text)) for title, text in zip(TITLES, PROSE, strict=True)]
    pages = [typeset(("label", times[n]), *parts[n]) for n in (0, 1)]
    pages += [typeset(("label", times[2]), *parts[2], ("label", times[3])), typeset(*parts[3])]
    segments = segment(laid_out(pdf_report(*pages))).segments
    assert [part.title.text.text for part in segments] == list(TITLES[:4])
    assert [[block.text.text for block in part.over_title] for part in segments] == [[time] for time in times]


@pytest.mark.parametrize("text", ["9:00 – 9:45", "9.00 – 9.45 Uhr", "2pm to 3pm", "14:30", "16h30", "16 h 30", "8 am – 10 am"])
def test_times_of_day(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["3.15", "Bread at 9", "1:2:3", "The 14:30 Ferry"])
def test_what_is_no_time_of_day(text: str) -> None:
    assert not is_number(text)


def _form(number: int, label: str) -> tuple[tuple[str, str], ...]:
    return ("text", label.format(TITLES[number])), ("label", "Aim"), ("text", PROSE[number])


def test_a_label_that_announces_the_title_is_no_part_of_it() -> None:
    pages = [typeset(*_form(n, "Project title: {}")) for n in range(5)]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles] == list(TITLES)


def test_such_a_label_may_stand_over_its_title_and_is_no_note() -> None:
    pages = [typeset(("label", "Project title"), *_form(n, "{}")) for n in range(5)]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles] == list(TITLES)
    assert not any(profile.notes for profile in profiles)


def test_another_label_that_opens_each_record_announces_no_title() -> None:
    pages = [typeset(*_form(n, "Motto of the house: {}")) for n in range(5)]
    assert segment(laid_out(pdf_report(*pages))).segments == ()


def test_a_town_that_comes_back_over_titles_as_large_names_no_profile() -> None:
    towns = ("Lyon", "Bath", "Lyon", "Bath", "Oslo")
    pages = [
        overlaid(
            page_of([(50, top, town)], "Helvetica-Bold", 16),
            page_of([(50, top + 25, title)], "Helvetica-BoldOblique", 17),
            page_of([(50, top + 50.0 + 12 * n, line) for n, line in enumerate(wrapped(text))]),
        )
        for top, town, title, text in zip((80, 130, 190, 100, 230), towns, TITLES, PROSE, strict=True)
    ]
    segments = segment(laid_out(pdf_report(*pages))).segments
    assert [part.title.text.text for part in segments] == list(TITLES)
    assert [[block.text.text for block in part.over_title] for part in segments] == [[town] for town in towns]


def test_a_title_in_a_narrow_panel_may_have_many_lines_in_large_type() -> None:
    words = "How a street learns what it can mend when it mends its own old things together".split()
    panel = [" ".join(words[n : n + 2]) for n in range(0, len(words), 2)]
    for size, is_title in ((16.0, True), (10.0, False)):
        tall = overlaid(
            page_of([(50, 80.0 + 1.2 * size * n, line) for n, line in enumerate(panel)], "Helvetica-Bold", size),
            page_of([(50, 300.0 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[0]))]),
        )
        block = laid_out(pdf_report(tall)).blocks[0]
        assert len(block.lines) == 8
        assert is_title_like(block, Style("Helvetica", 10.0)) is is_title


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("A stair for the harbour", True),
        ("A stair for the harbour ...", True),
        ("A stair for the harbour . . . . . . . . . . 12", False),
        ("A stair for the harbour..............", False),
        ("Name of the house: ________________", False),
    ],
)
def test_a_line_with_leaders_is_no_title_however_it_is_set(line: str, *, is_title: bool) -> None:
    bold = pdf_report(page_of([(50, 80, line)], "Helvetica-Bold"))
    assert is_title_like(laid_out(bold).blocks[0], Style("Helvetica", 10.0)) is is_title


def test_a_code_and_a_time_over_titles_are_no_label_and_the_last_profile_is_one() -> None:
    """On one page, each code and its time stand behind the text of the profile before."""

    def record(n: int) -> Page:
        top = 50.0 + 80 * n
        return overlaid(
            run_in((50, top, f"O2.{n + 1} "), "Helvetica-Bold", f"{9 + n}:15"),
            page_of([(50, top + 16, TITLES[n])], "Helvetica-Bold", 12),
            page_of([(50, top + 34 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
        )

    found = segment(laid_out(pdf_report(overlaid(*map(record, range(5))))))
    assert not found.labels
    assert [part.title.text.text for part in found.segments] == list(TITLES)


@pytest.mark.parametrize(
    ("text", "is_one"), [("O2.1 10:15", True), ("P-12 9:00–9:45", True), ("O2.1 Bread", False), ("10:15", False)]
)
def test_codes_with_times(text: str, is_one: bool) -> None:
    assert is_timed_code(text) is is_one


def test_a_letter_over_the_names_that_begin_with_it_is_of_no_profile() -> None:
    names = ("Apples Behind the Mill", "Bread on Thursdays", "Chairs After Dark")
    parts = [part for n, name in enumerate(names) for part in (("chapter", name[0]), ("title", name), ("text", PROSE[n]))]
    segments = segment(laid_out(pdf_report(typeset(*parts)))).segments
    assert [part.title.text.text for part in segments] == list(names)
    assert [[block.text.text for block in part.under_title] for part in segments] == [[text] for text in PROSE[:3]]


def test_towns_over_titles_are_moved_up_to_though_countries_in_other_type_are_longer_than_some() -> None:
    """By their greater part, Ely and Hof are set as their country is, and the others as towns are."""
    towns = ("Ely", "Stratford-upon-Avon", "Hof", "Middlesbrough-on-Tees", "Kidderminster")

    def page(n: int) -> Page:
        top = 60.0 + 20 * n
        return overlaid(
            run_in((50, top, f"{towns[n]} "), "Helvetica-Bold", "Deutschland"),
            page_of([(50, top + 25, TITLES[n])], "Helvetica-Bold", 16),
            page_of([(50, top + 50 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
        )

    segments = segment(laid_out(pdf_report(*map(page, range(5))))).segments
    assert [part.title.text.text for part in segments] == list(TITLES)
    assert [[block.text.text for block in part.over_title] for part in segments] == [[f"{town} Deutschland"] for town in towns]


def _calendar(day: int, month: str, n: int) -> Page:
    """A day and its month in a column of their own, beside a kind, a title and a text."""
    top = 60.0 + 130 * (n % 3)
    lines = [(90.0, top + 34 + 12 * k, line) for k, line in enumerate(wrapped(f"{PROSE[n % 5]} {PROSE[(n + 1) % 5]}", 8))]
    return overlaid(
        page_of([(40, top + 16, str(day))], "Helvetica-Bold", 22),
        page_of([(40, top + 27, month)], size=8),
        page_of([(90, top + 5, "WORKSHOP" if n % 2 else "WALK")], size=7),
        page_of([(90, top + 19, f"{TITLES[n % 5]} {'again' if n > 4 else 'first'}")], "Helvetica-Bold", 12),
        page_of(lines),
    )


def test_a_day_and_its_month_beside_a_title_open_the_profile() -> None:
    pages = [overlaid(*(_calendar(3 + 2 * n, "OCT", n) for n in range(start, start + 3))) for start in (0, 3, 6)]
    segments = segment(laid_out(pdf_report(*pages))).segments
    titles = [f"{TITLES[n % 5]} {'again' if n > 4 else 'first'}" for n in range(9)]
    assert [part.title.text.text for part in segments] == titles
    over = [[block.text.text for block in part.over_title] for part in segments]
    assert [blocks[:2] for blocks in over] == [[str(3 + 2 * n), "OCT"] for n in range(9)]


def _poster(n: int, *, bold: bool) -> Page:
    """A number and a title in one type, on two lines as near as those of one title, over a text."""
    top = 60.0 + 130 * (n % 2)
    lines = [(50.0, top, f"Poster {n + 4}"), (50.0, top + 14, f"{TITLES[n]} no more")]
    text = page_of([(50, top + 40 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))])
    return overlaid(page_of(lines, "Helvetica-Bold" if bold else "Helvetica", 12 if bold else 10), text)


def test_a_word_and_a_number_that_goes_up_over_titles_in_the_same_type_are_no_part_of_them() -> None:
    pages = [overlaid(*(_poster(n, bold=True) for n in pair)) for pair in ((0, 1), (2, 3), (4,))]
    segments = segment(laid_out(pdf_report(*pages))).segments
    assert [part.title.text.text for part in segments] == [f"{title} no more" for title in TITLES]
    assert [part.over_title[0].text.text for part in segments] == [f"Poster {n + 4}" for n in range(5)]


def test_a_word_and_a_number_in_the_type_of_the_text_is_a_line_like_others() -> None:
    pages = [overlaid(*(_poster(n, bold=False) for n in pair)) for pair in ((0, 1), (2, 3), (4,))]
    assert laid_out(pdf_report(*pages)).blocks[0].text.text == f"Poster 4 {TITLES[0]} no more"


def test_a_day_and_a_time_on_two_lines_over_titles_are_no_titles() -> None:
    def page(n: int) -> Page:
        text = page_of([(150, 74.0 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n], 5))])
        when = page_of([(50, 40, ("Monday", "Tuesday", "Friday")[n % 3] + f" {n + 2}"), (50, 52, f"1{n} h 30")])
        return overlaid(when, page_of([(150, 62, TITLES[n])], "Helvetica-Bold"), text)

    segments = segment(laid_out(pdf_report(*map(page, range(5))))).segments
    assert [part.title.text.text for part in segments] == list(TITLES)
    assert [part.over_title[0].text.text.endswith(f"1{n} h 30") for n, part in enumerate(segments)] == [True] * 5


def _programme(number: int) -> Page:
    """A table of a month: a line with its name, and rows of a day with its time, a title over its text, and a place."""
    parts = [page_of([(45, 62, ("MARCH", "APRIL", "MAY")[number])], "Helvetica-Bold")]
    for row in range(5):
        top, n = 86.0 + 80 * row, row
        text = [(130.0, top + 12 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n], 5))]
        ends = [
            (45.0, top, f"Day {5 * number + row}"),
            (45.0, top + 12, f"{row + 9} h 30"),
            (320.0, top, f"Mill {PLACES[n]}"),
        ]
        parts += [page_of([(130, top, f"{TITLES[n]} {number}")], "Helvetica-Bold"), page_of([*ends, *text])]
    return overlaid(*parts)


def _programme_layout() -> Layout:
    edges = ((40.0, 125.0), (125.0, 315.0), (315.0, 390.0))
    month = (BBox(40.0, 50.0, 390.0, 70.0),)
    days = (tuple(BBox(a, 74.0 + 80 * row, b, 154.0 + 80 * row) for a, b in edges) for row in range(5))
    table = (Table(1, BBox(40.0, 50.0, 390.0, 474.0), (month, *days)),)
    return lay_out(clean(pdf_report(*map(_programme, range(3)))), dict.fromkeys((1, 2, 3), table))


def test_titles_move_up_to_their_dates_and_no_further_and_months_are_left_out() -> None:
    layout = _programme_layout()
    texts = [block.text.text for block in layout.blocks]
    months = [texts.index(month) for month in ("MARCH", "APRIL", "MAY")]
    dates = [index for index, text in enumerate(texts) if text.startswith("Day")]
    assert moved_up(layout, {}, sorted(months + [date + 1 for date in dates])) == dates


@pytest.mark.parametrize("word", ["Poster", "GOOD PRACTICE", "Fiche n°"])
def test_a_word_that_counts_names_no_profile_of_a_dump(word: str) -> None:
    pages = [f"{word} {n + 4}\n{TITLES[n]} no more\nHeld by the miller\n{PROSE[n]}\n" for n in range(5)]
    segments = segment(laid_out(text_report("\n\n".join(pages)))).segments
    assert [part.title.text.text for part in segments] == [f"{title} no more" for title in TITLES]


def test_other_words_with_a_number_are_titles() -> None:
    words = ("Windmill", "Bakery", "Bridge", "Courtyard", "Tower")
    pages = [f"{words[n]} {n + 4}\n\n{TITLES[n]}\n\n{PROSE[n]}\n" for n in range(5)]
    segments = segment(laid_out(text_report("\f".join(pages)))).segments
    assert [part.title.text.text for part in segments] == [f"{word} {n}" for n, word in enumerate(words, 4)]


@pytest.mark.parametrize(
    ("over", "is_over"),
    [(("Leeds", "York", "Leeds", "York", "Derby"), True), (("Leeds", "York", "Derby", "Bristol", "Hull"), False)],
    ids=["some come back", "each another"],
)
def test_towns_over_titles_of_a_dump_that_come_back_name_no_profile(over: tuple[str, ...], is_over: bool) -> None:
    entries = (f"{town}\n\n{title}\n\n{text}" for town, title, text in zip(over, TITLES, PROSE, strict=True))
    layout = laid_out(text_report("\n\n".join(entries)))
    spans = [range(start, start + 3) for start in range(0, 15, 3)]
    assert find_title_offsets(layout, {}, spans) == [int(is_over)] * 5


def test_names_of_their_own_among_lines_over_titles_that_come_back_name_a_profile_in_a_dump() -> None:
    over = ("Morning", "Morning", "Noon", "Noon", "A Word at the End")
    entries = (f"{line}\n\n{title}\n\n{text}" for line, title, text in zip(over, TITLES, PROSE, strict=True))
    layout = laid_out(text_report("\n\n".join(entries)))
    assert find_title_offsets(layout, {}, [range(n, n + 3) for n in range(0, 15, 3)]) == [1, 1, 1, 1, 0]


@pytest.mark.parametrize(("kind", "is_title"), [("text", False), ("tagline", True)], ids=["much smaller", "a little smaller"])
def test_sentences_over_much_larger_titles_are_none(kind: str, is_title: bool) -> None:
    rows = list(zip(TITLES, PROSE, reversed(PROSE), strict=True))
    pages = [typeset((kind, over), ("chapter" if kind == "text" else "title", t), ("text", text)) for t, over, text in rows]
    layout = laid_out(pdf_report(*pages))
    starts = [block.index for block in layout.blocks if block.gap_lines == math.inf]
    spans = [range(a, b) for a, b in pairwise([*starts, len(layout.blocks)])]
    assert find_title_offsets(layout, {}, spans) == [0 if is_title else 1] * len(TITLES)


def test_a_label_and_its_value_at_the_top_of_a_page_are_of_the_profile_below() -> None:
    pages = [
        overlaid(
            page_of([(50, 18, f"Held in: {PLACES[n]}")]),
            typeset(("title", t), ("text", PROSE[n]), ("label", "Aim"), ("text", PROSE[n - 1])),
        )
        for n, t in enumerate(TITLES)
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles] == list(TITLES)
    found = [[(s.label.text, s.paragraphs[0].text) for s in p.sections if s.label] for p in profiles]
    assert found == [[("Held in", PLACES[n]), ("Aim", PROSE[n - 1])] for n in range(len(TITLES))]


def test_the_credit_of_a_picture_may_stand_between_a_place_on_it_and_the_title() -> None:
    places = ("Porto, Portugal", "Ghent, Belgium", "Turin, Italy", "Graz, Austria", "Lyon, France")
    pages = [
        typeset(("label", place), ("small", f"Photo: City of {place.split(',')[0]}"), ("title", title), ("text", text))
        for place, title, text in zip(places, TITLES, PROSE, strict=True)
    ]
    extraction = extraction_of(pdf_report(*pages))
    assert [profile.title.text for profile in extraction.profiles] == list(TITLES)
    assert [profile.notes[-1].text[:6] for profile in extraction.profiles] == ["Photo:"] * 5


def test_starts_under_headlines_much_larger_than_they_are_move_up_to_these() -> None:
    """Facts in bold that are set alike everywhere; a line may stand between a headline and them."""
    pages = [
        overlaid(
            page_of([(50, 60, title)], "Helvetica-Bold", 24.0),
            page_of([(50, 76, f"Alias {n}")] if n % 2 else [], "Helvetica-Oblique", 12.0),
            page_of([(50, 110, f"Austria / {2019 + n} / {90 + n} min")], "Helvetica-Bold", 9.0),
            page_of([(50, 130, text[:60]), (50, 142, text[60:])]),
        )
        for n, (title, text) in enumerate(zip(TITLES, PROSE, strict=True))
    ]
    layout = laid_out(pdf_report(*pages))
    facts = [block.index for block in layout.blocks if block.text.text.startswith("Austria")]
    assert [layout.blocks[start].text.text for start in moved_up(layout, {}, facts)] == list(TITLES)


@pytest.mark.parametrize(
    ("names", "size", "is_one"),
    [("Tanaka, H., Brandt, E.", 12.0, True), ("The Bells of the Ferry", 12.0, False), ("Tanaka, H., Brandt, E.", 9.0, False)],
    ids=["names", "words", "over smaller type"],
)
def test_a_code_and_names_stand_over_a_larger_title(names: str, size: float, *, is_one: bool) -> None:
    code = run_in((50, 60, "A1-02 "), "Helvetica-Bold", names)
    page = overlaid(code, page_of([(50, 78, TITLES[0])], "Helvetica-Bold", size), page_of([(50, 120, PROSE[0][:60])]))
    block, below, *_ = laid_out(pdf_report(page)).blocks
    assert _is_code_and_names(block, below) is is_one


@pytest.mark.parametrize(
    ("texts", "counts"),
    [
        (["1. Bread", "2. Lamps", "3. Bells", "4. Ovens", "5. Steps"], True),
        (["O1 Bread", "O2 Lamps", "P1 Bells", "P2 Ovens", "P3 Steps"], True),
        (["A1-01", "A1-02", "B2-01", "B2-02", "B2-03"], True),
        (["O1 Bread", "O2 Lamps", "O1 Bells", "O2 Ovens", "O3 Steps"], False),
        (["O1 Bread", "P1 Lamps", "Q1 Bells", "R1 Ovens", "S1 Steps"], False),
        (["O1 Bread", "O3 Lamps", "P1 Bells", "P2 Ovens", "P3 Steps"], False),
        (["2. Lamps", "3. Bells", "4. Ovens", "5. Steps", "6. Bread"], False),
        (["4.1 Bread", "4.2 Lamps", "4.3 Bells", "4.4 Ovens", "4.5 Steps"], True),
        (["4.1 Bread", "4.2 Lamps", "4.3 Bells", "5.1 Ovens", "5.2 Steps"], False),
        (["4.1.1 Bread", "4.1.2 Lamps", "4.1.3 Bells", "4.1.4 Ovens", "4.1.5 Steps"], False),
    ],
)
def test_titles_count_on_from_one_and_again_with_another_letter(texts: list[str], counts: bool) -> None:
    assert count_on(texts) == counts


@pytest.mark.parametrize(
    ("text", "is_first", "is_of_chapter"),
    [
        ("1. Bread", True, False),
        ("P1 Bread", True, False),
        ("4.1 Bread", True, True),
        ("4.2 Bread", False, False),
        ("4.1.1 Bread", False, False),
        ("Bread", False, False),
    ],
)
def test_a_series_begins_with_one_and_that_of_a_chapter_behind_its_number(
    text: str, *, is_first: bool, is_of_chapter: bool
) -> None:
    assert counts_first(text, of_chapter=False) is is_first
    assert counts_first(text, of_chapter=True) is is_of_chapter


def test_names_with_marks_under_a_code_stand_over_the_title() -> None:
    records = [[f"P{n}", f"Okoro, A.1, Nemeth, B.{n}", title, PROSE[n]] for n, title in enumerate(TITLES)]
    assert _offsets(records) == [2] * len(TITLES)
    beside = [[f"P{n} Okoro, A., Nemeth, B.", title, PROSE[n]] for n, title in enumerate(TITLES)]
    assert _offsets(beside) == [1] * len(TITLES)


def test_a_theme_of_one_profile_is_told_by_the_lines_of_the_others() -> None:
    themes = ("Water and Green", "Water and Green", "Streets", "Streets", "Bread and Salt")
    records = [[theme, title, PROSE[n]] for n, (theme, title) in enumerate(zip(themes, TITLES, strict=True))]
    assert _offsets(records) == [1] * 5
    assert _offsets([*records[:4], records[4][1:]]) == [1, 1, 1, 1, 0]


def test_few_themes_tell_nothing_of_other_lines() -> None:
    themes = ("Streets", "Streets", "Bread and Salt", "Water and Green", "Lamps and Light")
    records = [[theme, title, PROSE[n]] for n, (theme, title) in enumerate(zip(themes, TITLES, strict=True))]
    assert _offsets(records) == [0] * 5


def _talks(when: str, *labels: str) -> Report:
    """Talks, each with a time and some labels over its title."""
    times = ("9:00", "9:20", "9:40", "10:10", "10:30")
    over = ("\n".join((when.format(time=time), *labels)).format(n=n) for n, time in enumerate(times))
    talks = zip(over, TITLES, PROSE, strict=True)
    return text_report(
        "Programme of the week\n\n" + "\n\n".join(f"{head}\n\n{title}\n\n{text}" for head, title, text in talks)
    )


def test_a_time_and_labels_over_a_title_begin_its_profile() -> None:
    profiles = extraction_of(_talks("{time}am - 11:00am", "Id: {n}", "Topics: the {n} of them")).profiles
    assert [profile.title.text for profile in profiles] == list(TITLES)
    sections = [[(s.label.text, s.paragraphs[0].text) for s in profile.sections if s.label] for profile in profiles]
    assert sections == [[("Id", str(n)), ("Topics", f"the {n} of them")] for n in range(5)]
    assert [profile.narrative[0].text for profile in profiles] == list(PROSE)


@pytest.mark.parametrize(("when", "labels"), [("{time}", ["Id: {n}"]), ("Talk of the day", ["Id: {n}", "Topics: all {n}"])])
def test_one_label_or_no_time_over_a_title_is_of_what_is_above(when: str, labels: list[str]) -> None:
    layout = laid_out(_talks(when, *labels))
    labelled = find_labels(layout, {})
    spans = [range(block.index - 1 - len(labels), block.index + 2) for block in layout.blocks if block.text.text in TITLES]
    assert _under_labels(layout, labelled, spans, [0] * 5) == [0] * 5


def test_a_group_that_is_listed_over_its_first_title_is_not_the_title() -> None:
    groups = {0: "Mills", 3: "Ferries"}
    parts = [[*([groups[n]] if n in groups else []), title, PROSE[n]] for n, title in enumerate(TITLES)]
    layout = laid_out(text_report("\f".join("\n\n".join(part) for part in parts)))
    starts = [block.index for block in layout.blocks if block.gap_lines == math.inf]
    spans = [range(start, stop) for start, stop in pairwise((*starts, len(layout.blocks)))]
    listed = [label_key(text) for text in (*groups.values(), *TITLES)]
    assert with_listed(layout, {}, spans, [0] * 5, listed) == [1, 0, 0, 1, 0]


def test_a_group_that_is_listed_and_named_behind_a_label_is_not_the_title() -> None:
    parts = [[title, "Theme:", "Ferries and their crossings", PROSE[n]] for n, title in enumerate(TITLES)]
    layout = laid_out(text_report("\f".join("\n\n".join(part) for part in parts)))
    starts = [block.index for block in layout.blocks if block.gap_lines == math.inf]
    spans = [range(start, stop) for start, stop in pairwise((*starts, len(layout.blocks)))]
    listed = [label_key(text) for text in ("Ferries and their crossings", *TITLES)]
    assert with_listed(layout, find_labels(layout, {}), spans, [0] * 5, listed) == [0] * 5
    assert with_listed(layout, {}, spans, [0] * 5, listed) == [2] * 5  # which is longer


def test_a_year_behind_a_place_makes_it_no_address() -> None:
    records = [f"Porto, Portugal · {2019 + n}\n\n{title}\n\n{PROSE[n]}" for n, title in enumerate(TITLES)]
    layout = laid_out(text_report("\n\n\n".join(records)))
    starts = [block.index for block in layout.blocks if block.text.text in TITLES]
    assert list(moved_up(layout, {}, starts)) == [start - 1 for start in starts]


def test_no_address_is_moved_up_to() -> None:
    pairs = enumerate(zip(TITLES, PROSE, strict=True), 1)
    records = [line for n, (title, text) in pairs for line in (f"{n}. {title}", text, f"Otley LS2 {n}AB")]
    layout = laid_out(text_report("\n\n".join(records)))
    starts = [block.index for block in layout.blocks if block.text.text[:1].isdecimal()]
    assert list(moved_up(layout, {}, starts[1:])) == starts[1:]


def _over_columns(
    x: float = 50.0, from_top: float = 60.0, size: float = 16.0, *, is_address: bool = False, is_apart: bool = False
) -> Layout:
    """A heading over two columns, or on the page before; the left column begins with a line at 80 points from the top."""
    pages = []
    for n, title in enumerate(TITLES):
        address = f"www.{title.lower().replace(' ', '-')}.example"
        text = address if is_address else f"{title}, told by those who were there"
        heading = page_of([(x, from_top, text)], "Helvetica-Bold", size)
        columns = overlaid(
            page_of([(50, 80, f"Keeper number {n + 1}")], "Helvetica-Bold"),
            page_of([(50, 100 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n] + " " + PROSE[n - 1], 5))]),
            page_of([(215, 80 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n - 2] + " " + PROSE[n - 3], 5))]),
        )
        pages += [heading, columns] if is_apart else [overlaid(heading, columns)]
    return laid_out(pdf_report(*pages))


def _moves(layout: Layout) -> bool:
    """Whether starts at the first lines of the left columns are moved up to the headings over them."""
    starts = [block.index for block in layout.blocks if block.text.text.startswith("Keeper number")]
    assert len(starts) == len(TITLES)
    moved = list(moved_up(layout, {}, starts))
    assert moved in (starts, [start - 1 for start in starts])
    return moved != starts


@pytest.mark.parametrize("x", [50.0, 55.0])  # a number may stand in a box, which pads it
def test_headings_across_columns_close_over_starts_are_moved_up_to(x: float) -> None:
    layout = _over_columns(x)
    starts = [block for block in layout.blocks if block.text.text.startswith("Keeper number")]
    assert {block.gap_lines for block in starts} == {math.inf}
    assert _moves(layout)


@pytest.mark.parametrize(
    "layout",
    [
        _over_columns(x=60.0),
        _over_columns(from_top=44.0),
        _over_columns(size=10.5),
        _over_columns(is_address=True),
        _over_columns(is_apart=True),
    ],
    ids=["edge", "space", "size", "address", "page"],
)
def test_others_are_not(layout: Layout) -> None:
    assert not _moves(layout)


@pytest.mark.parametrize(("under", "offsets"), [(TITLES, [1, 1, 0, 0, 0]), (["Ana Ruiz, Bo Lind"] * 5, [0] * 5)])
def test_a_country_over_the_first_title_of_a_group_is_not_the_title(under: Sequence[str], offsets: list[int]) -> None:
    parts = [
        [*([country] if country else []), under[n], PROSE[n]] for n, country in enumerate(("Portugal", "Poland", "", "", ""))
    ]
    layout = laid_out(text_report("\f".join("\n\n".join(part) for part in parts)))
    starts = [block.index for block in layout.blocks if block.gap_lines == math.inf]
    spans = [range(start, stop) for start, stop in pairwise((*starts, len(layout.blocks)))]
    assert find_title_offsets(layout, {}, spans) == offsets


CITIES = ("GRAZ", "PORTO", "LEEDS", "TURKU", "GERA")


@pytest.mark.parametrize(
    ("cities", "size_pt", "headline_pt", "words", "is_headline"),
    [
        (CITIES, 40.0, 16.0, 3, True),
        (CITIES, 26.0, 16.0, 3, False),
        (CITIES, 40.0, 12.0, 3, False),
        (CITIES, 40.0, 16.0, 2, False),
        (("BREAD", "CHAIRS", "STEPS", "LAMPS", "WORDS"), 40.0, 16.0, 3, False),
    ],
)
def test_a_place_as_a_large_word_stands_over_the_headline_that_is_the_title(
    cities: tuple[str, ...], size_pt: float, headline_pt: float, words: int, *, is_headline: bool
) -> None:
    pages = [
        overlaid(
            page_of([(50, 90, city)], "Helvetica-Bold", size_pt),
            page_of([(50, 110, "Austria")], "Helvetica", 11.0),
            page_of([(50, 140, " ".join(title.split()[:words]))], "Helvetica-Bold", headline_pt),
            page_of([(50, 170 + 12 * n, line) for n, line in enumerate(wrapped(text))]),
        )
        for city, title, text in zip(cities, TITLES, PROSE, strict=True)
    ]
    found = [part.title.text.text for part in segment(laid_out(pdf_report(*pages))).segments]
    assert found == ([" ".join(title.split()[:words]) for title in TITLES] if is_headline else list(cities))


@pytest.mark.parametrize(
    ("between", "headline_pt", "kinds"),
    [
        ("Austria", 16.0, ["place", "country", None]),
        ("Austria", 12.0, [None, None, None]),
        ("By the river", 16.0, [None, None, None]),
    ],
)
def test_what_stands_over_a_headline_is_a_place_and_its_country(
    between: str, headline_pt: float, kinds: list[str | None]
) -> None:
    page = overlaid(
        page_of([(50, 90, "GRAZ")], "Helvetica-Bold", 40.0),
        page_of([(50, 110, between)], "Helvetica", 11.0),
        page_of([(50, 140, "Ten houses share one oven")], "Helvetica-Bold", headline_pt),
        page_of([(50, 170 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[0] * 2))]),
    )
    layout = laid_out(pdf_report(page))
    assert [_place_over_headline(layout, index, range(4)) for index in range(3)] == kinds
