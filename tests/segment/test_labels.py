"""Labels: what comes back from profile to profile."""

from __future__ import annotations

from dataclasses import replace

import builders
import pytest
from builders import Page, laid_out, overlaid, page_of, pdf_report, run_in, spaced, text_report, typeset

from profile_extract.model import Report
from profile_extract.passage import Passage
from profile_extract.segment.candidates import alone, styled_run_in
from profile_extract.segment.labels import _stand_inside_lines, _values_under_labels, _with_given, find_labels
from profile_extract.segment.tables import find_column_heads, find_values_beside
from profile_extract.structure import Label

PROSE = builders.PROSE[:4]


def _labels(report: Report, given: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """Each label as printed and its field, in order."""
    layout = laid_out(report)
    found = find_labels(layout, given or {})
    return [(layout.blocks[i].text.text[found[i].start : found[i].end], found[i].field) for i in sorted(found)]


def _keys(report: Report) -> list[str]:
    return sorted({label.key for label in _raw(report)})


def _raw(report: Report) -> list[Label]:
    return list(find_labels(laid_out(report), {}).values())


def _dump(*pages: str) -> Report:
    return text_report("\f".join(pages))


# Standing alone


def test_a_short_line_that_comes_back_three_times_is_a_label() -> None:
    report = _dump(*(f"{text[:20]}\n\n{text}\n\nResults\n\n{text[::-1]}" for text in PROSE[:3]))
    assert _labels(report) == [("Results", "section")] * 3


@pytest.mark.parametrize(("line", "is_label"), [("• Results:", True), ("• Results", False)])
def test_an_item_of_a_list_is_a_label_only_with_a_colon(line: str, is_label: bool) -> None:
    report = _dump(*(f"{text[:20]}\n\n{text}\n\n{line}\n\n{text[::-1]}" for text in PROSE[:3]))
    assert bool(_labels(report)) == is_label


ENDED = [("Inv.no.", True), ("Stock No.", True), ("Nothing came.", False), ("N. N.", False)]


@pytest.mark.parametrize(("line", "is_label"), ENDED)
def test_a_full_stop_ends_a_label_only_where_it_is_cut_short(line: str, is_label: bool) -> None:
    report = _dump(*(f"{text[:20]}\n\n{text}\n\n{line}\n\n{text[::-1]}" for text in PROSE[:3]))
    assert bool(_labels(report)) == is_label


def test_words_with_a_colon_that_mostly_stand_inside_lines_are_none() -> None:
    begun = [f"{text[:20]}\n\n{text}\n\nCosts: {text[::-1]}" for text in PROSE[:3]]
    assert _labels(_dump(*begun)) == [("Costs", "section")] * 3
    inside = "\n\n".join(f"{text} Costs: {text[::-1]}" for text in PROSE)
    assert _labels(_dump(*begun, inside)) == []


def test_a_short_line_that_comes_back_twice_is_none() -> None:
    assert _labels(_dump(*(f"{text[:20]}\n\n{text}\n\nResults\n\n{text[::-1]}" for text in PROSE[:2]))) == []


@pytest.mark.parametrize("town", ["Leeds LS2 8PD", "LS2 8PD Leeds", "Ottawa K1P 5W1", "Dayton 45402"])
def test_a_town_and_its_postcode_are_no_label_however_often_they_come_back(town: str) -> None:
    assert _labels(_dump(*(f"{text[:20]}\n\n{text}\n\n{town}\n\n{text[::-1]}" for text in PROSE[:3]))) == []


def test_labels_are_one_whatever_their_colon_case_and_number() -> None:
    variants = ("What was done:", "WHAT WAS DONE", "What was done")
    report = _dump(
        *(f"{text[:20]}\n\n{text}\n\n{label}\n\n{text[::-1]}" for label, text in zip(variants, PROSE, strict=False))
    )
    assert _labels(report) == [("What was done", "section"), ("WHAT WAS DONE", "section"), ("What was done", "section")]
    assert _keys(report) == ["what was done"]


def test_a_label_stands_in_one_style() -> None:
    pages = [typeset(("title", text[:20]), ("text", text), ("label", "Results"), ("text", text[40:])) for text in PROSE[:2]]
    other = typeset(("title", PROSE[2][:20]), ("text", PROSE[2]), ("small", "Results"), ("text", PROSE[2][40:]))
    assert _labels(pdf_report(*pages, other)) == []
    third = typeset(("title", PROSE[3][:20]), ("text", PROSE[3]), ("label", "Results"), ("text", PROSE[3][40:]))
    assert _labels(pdf_report(*pages, other, third)) == [("Results", "section")] * 3


def test_cells_next_to_each_other_are_no_labels() -> None:
    table = "\n\n".join(f"Yes\n\n{answer}" for answer in ("Yes", "Yes", "Yes", "Yes"))
    assert _keys(_dump(*(f"{text[:20]}\n\n{text}\n\n{table}" for text in PROSE))) == []


@pytest.mark.parametrize(
    "line",
    [
        "It was worth it.",
        "garden@mill.example",
        "https://mill.example",
        "www.mill.example",
        "2014 – 2016",
        "so they said,",
        "one two three four five six seven eight nine",
        "• Results",
    ],
)
def test_sentences_addresses_numbers_and_items_are_no_labels_however_often_they_come_back(line: str) -> None:
    assert _labels(_dump(*(f"{text[:20]}\n\n{text}\n\n{line}\n\n{text[::-1]}" for text in PROSE))) == []


def test_a_value_that_comes_back_under_a_label_of_another_style_is_none() -> None:
    states = ("Still running", "Ended", "Still running", "Still running")
    pages = [
        typeset(
            ("title", text[:20]), ("text", text), ("label", "State"), ("text", state), ("label", "Costs"), ("text", text[50:])
        )
        for text, state in zip(PROSE, states, strict=True)
    ]
    assert _keys(pdf_report(*pages)) == ["costs", "state"]


# In general use


@pytest.mark.parametrize(("line", "field"), [("Contact", "contact"), ("Siehe auch", "related"), ("Zitat:", "quote")])
def test_a_label_in_general_use_is_known_the_first_time(line: str, field: str) -> None:
    assert _labels(_dump(f"{PROSE[0][:20]}\n\n{PROSE[0]}\n\n{line}\n\n{PROSE[1]}")) == [(line.rstrip(":"), field)]


def test_a_label_that_was_given_is_believed_once_and_has_its_field() -> None:
    report = _dump(f"{PROSE[0][:20]}\n\n{PROSE[0]}\n\nWho to ask\n\n{PROSE[1]}")
    assert _labels(report) == []
    assert _labels(report, {"who to ask": "contact"}) == [("Who to ask", "contact")]


@pytest.mark.parametrize(("given", "field"), [("section", "contact"), ("group", "group"), ("column", "column")])
def test_a_label_in_general_use_is_cut_as_if_nobody_had_told_but_as_a_head(given: str, field: str) -> None:
    """What else is under it is told when the report has been cut, as it is learnt."""
    report = _dump(f"{PROSE[0][:20]}\n\n{PROSE[0]}\n\nContact\n\n{PROSE[1]}")
    assert _labels(report, {"contact": given}) == [("Contact", field)]


def test_a_field_of_some_places_of_a_label_is_not_given_to_the_others() -> None:
    found = {n: Label(n, 0, 4, 4, "form", field) for n, field in enumerate(("column", "section"))}
    assert _with_given(found, {"form": "column"}) == _with_given(found, {"form": "contact"}) == found
    heads = {0: found[0]}
    assert _with_given(heads, {"form": "section"})[0].field == "section"


# Running in


def test_a_label_that_runs_into_its_text_ends_before_the_colon() -> None:
    layout = laid_out(_dump(*(f"{text[:20]}\n\nResults: {text}" for text in PROSE)))
    found = find_labels(layout, {})
    texts = [
        (layout.blocks[i].text.text[: found[i].end], layout.blocks[i].text.text[found[i].value_start :]) for i in sorted(found)
    ]
    assert texts == [("Results", text) for text in PROSE]


@pytest.mark.parametrize(
    "values", [("Nine chairs", "Two apples", "Paint", "Ink"), ("2 years", "3 years", "1 year", "2 years")]
)
def test_a_label_that_runs_into_a_short_value_is_the_label_alone(values: tuple[str, ...]) -> None:
    pages = (f"{text[:20]}\n\n{text}\n\nCosts: {value}" for text, value in zip(PROSE, values, strict=True))
    assert _labels(_dump(*pages)) == [("Costs", "section")] * 4


def test_a_label_with_a_name_beside_it_is_the_label_alone() -> None:
    names = ("Street lights", "A new roof", "Paint", "The well")
    pages = [
        typeset(("title", text[:20]), ("text", text), ("label", f"Project 1: {name}"), ("text", text[50:]))
        for text, name in zip(PROSE, names, strict=True)
    ]
    assert _labels(pdf_report(*pages)) == [("Project 1", "section")] * 4


def _bold_beginning(number: int, beginning: str, text: str) -> Page:
    """A page with a title, a paragraph, and one more that begins in bold."""
    width = 8.0 * len(beginning)
    rest = page_of([(50 + width, 160, text[:40]), (50, 172, text[40:90]), (50, 184, text[90:])])
    return overlaid(
        typeset(("title", f"{text[3:20]} {'abcd'[number]}"), ("text", text)),
        page_of([(50, 160, beginning)], "Helvetica-Bold"),
        rest,
    )


@pytest.mark.parametrize("beginning", ["Outcome.", "OUTCOME –"])
def test_a_beginning_set_apart_by_its_style_is_a_label_without_a_colon(beginning: str) -> None:
    report = pdf_report(*(_bold_beginning(n, beginning, text) for n, text in enumerate(PROSE)))
    assert _labels(report) == [(beginning.rstrip(" .–"), "section")] * 4


@pytest.mark.parametrize(("badge", "size", "count"), [("Step 1", 8, 4), ("Step 1", 12, 0), ("Steps", 8, 0)])
def test_a_counter_in_small_type_before_a_heading_is_a_label(badge: str, size: float, count: int) -> None:
    names = ("Street lights", "A new roof", "Paint", "The well")
    pages = [
        overlaid(
            typeset(("title", text[3:20]), ("text", text)),
            page_of([(50, 160, badge)], "Helvetica-BoldOblique", size),
            page_of([(78, 160, name)], "Helvetica-Bold", 12),
            page_of([(50, 176, text[20:70]), (50, 188, text[70:])]),
        )
        for text, name in zip(PROSE, names, strict=True)
    ]
    assert _labels(pdf_report(*pages)) == [(badge, "section")] * count


@pytest.mark.parametrize(("font", "count"), [("Helvetica-Bold", 4), ("Times-Roman", 0)])
def test_without_a_mark_behind_it_only_a_bold_beginning_is_a_label(font: str, count: int) -> None:
    pages = [
        overlaid(typeset(("title", text[3:20]), ("text", text)), run_in((50, 160, "Outcome "), font, text[40:90]))
        for text in PROSE
    ]
    assert _labels(pdf_report(*pages)) == [("Outcome", "section")] * count


def test_a_label_that_a_dash_parts_from_its_text_is_the_label_alone() -> None:
    assert _labels(_dump(*(f"{text[:20]}\n\nResults – {text}" for text in PROSE))) == [("Results", "section")] * 4
    assert _labels(_dump(*(f"{text[:20]}\n\nResults-{text}" for text in PROSE))) == []


@pytest.mark.parametrize(("x", "keys"), [(120.0, ["state"]), (50.0, ["running", "state"])], ids=["beside", "under"])
def test_a_value_that_comes_back_beside_its_label_is_none_whatever_it_is_set_in(x: float, keys: list[str]) -> None:
    states = ("Running", "Running", "Running", "Closed")
    pages = [
        overlaid(
            typeset(("title", text[:20]), ("text", text)),
            page_of([(50, 160, "State")], "Helvetica-Bold"),
            page_of([(x, 160 if x > 50 else 180, state)], "Helvetica-Oblique"),
            page_of([(50, 210, text[40:100])]),
        )
        for text, state in zip(PROSE, states, strict=True)
    ]
    assert _keys(pdf_report(*pages)) == keys


def test_a_colon_deep_in_a_sentence_makes_no_label() -> None:
    pages = (f"{text[:20]}\n\nThey asked for one thing only, and it was this one: {text}" for text in PROSE)
    assert _labels(_dump(*pages)) == []


def test_labels_of_a_spaced_dump_are_found_among_wrapped_lines() -> None:
    def page(text: str) -> str:
        return " " + spaced(text[:20], text[:50] + " ", text[50:], "Results", text[40:80] + " ", text[80:])

    assert _labels(text_report("".join(page(text) for text in PROSE))) == [("Results", "section")] * 4


# Not labels


def test_a_title_with_a_colon_that_contents_and_overviews_repeat_is_no_label() -> None:
    rows = [f"Bells of the Tower: how a town counts its steps{end}" for end in (" ........ 4", "", " 4")]
    assert _keys(_dump(*(f"{row}\n\n{text}" for row, text in zip(rows, PROSE, strict=False)))) == []


def test_what_says_something_else_each_time_is_a_label() -> None:
    rows = [f"Aim of the work: {text}" for text in PROSE]
    assert _keys(_dump(*(f"{row}\n\n{text}" for row, text in zip(rows, PROSE[::-1], strict=True)))) == ["aim of the work"]


@pytest.mark.parametrize(("numbers", "keys"), [((27, 51, 88, 3), []), ((1, 2, 1, 2), ["mill lane #"])])
def test_lines_whose_numbers_do_not_count_up_are_no_labels(numbers: tuple[int, ...], keys: list[str]) -> None:
    assert _keys(_dump(*(f"{text}\n\nMill Lane {n}\n\n{text[::-1]}." for n, text in zip(numbers, PROSE, strict=True)))) == keys


def test_a_question_set_apart_is_a_label_and_one_of_the_text_is_none() -> None:
    pages = [typeset(("title", text[:20]), ("text", text), ("label", "What next?"), ("text", text[40:])) for text in PROSE]
    assert _labels(pdf_report(*pages)) == [("What next?", "section")] * 4
    assert _labels(_dump(*(f"{text[:20]}\n\n{text}\n\nWhat next?\n\n{text[::-1]}" for text in PROSE))) == []


def test_a_question_that_comes_back_more_often_than_a_title_is_printed_is_a_label_of_a_dump() -> None:
    pages = (f"{text[:20]}\n\n{text}\n\nWhat next?\n{text[::-1]}" for text in builders.PROSE[:5])
    assert _labels(_dump(*pages)) == [("What next?", "section")] * 5


@pytest.mark.parametrize(
    ("line", "keys"),
    [("Lower Mill (Portugal)", []), ("Portugal)", []), ("Costs (crowns)", ["costs (crowns"])],
    ids=["country", "half of a bracket", "unit"],
)
def test_what_ends_in_a_bracket_is_no_label_if_a_country_stands_there(line: str, keys: list[str]) -> None:
    assert _keys(_dump(*(f"{text[:20]}\n\n{text}\n\n{line}\n\n{text[::-1]}" for text in PROSE))) == keys


@pytest.mark.parametrize(("own", "is_label"), [(4, True), (2, False)])
def test_what_stands_under_a_label_is_one_if_it_is_the_same_nearly_each_time(own: int, is_label: bool) -> None:
    lines = ["Area"] * own + [f"{n} fields of rye" for n in range(4 - own)]
    more = ["Area"] * (4 - own)  # elsewhere, so that it comes back as often
    pages = [f"{text[:20]}\n\nAbout the Town\n\n{line}\n\n{text}" for text, line in zip(PROSE, lines, strict=True)]
    pages += [
        f"{text[20:40]}\n\nAbout the Town\n\nRye\n\n{text}\n\n{line}\n\n{text}"
        for text, line in zip(PROSE, more, strict=False)
    ]
    assert ("area" in _keys(_dump(*pages))) is is_label


def test_a_label_that_a_full_stop_ends_is_known_in_a_dump() -> None:
    report = _dump(*(f"The Bell of {n}\n\n{text}\n\nOutcome. {text}" for n, text in zip("ABCD", PROSE, strict=True)))
    assert _labels(report) == [("Outcome", "section")] * 4


@pytest.mark.parametrize(("below", "is_label"), [("Length: {n}", True), ("{text}", False)])
def test_what_looks_like_a_caption_is_a_label_in_a_dump_where_it_stands_between_labels(below: str, is_label: bool) -> None:
    towns = ("Turku", "Pori", "Oulu", "Lahti")
    lasts = (below, below, below, "{text}")
    pages = [
        f"The Bell of {n}\n\n{text}\n\nStart: {n}, at the bridge\n\nMap: {n} and woods\n\n{last.format(n=n, text=text)}"
        for n, text, last in zip(towns, PROSE, lasts, strict=True)
    ]
    assert _labels(_dump(*pages)).count(("Map", "section")) == (len(pages) if is_label else 0)


def test_groups_that_a_programme_counts_before_are_no_labels() -> None:
    programme = "\n\n".join(f"Group {n}: {text[:24]}" for n, text in enumerate(PROSE, 1))
    groups = (f"Group {n}: {text[:24]}\n\nThe Bell of {n}\n\n{text}" for n, text in enumerate((*PROSE, *PROSE), 1))
    assert "group #" not in _keys(_dump(programme, *groups))


@pytest.mark.parametrize(("kind", "is_label"), [("label", True), ("text", False)])
def test_headings_that_come_back_with_a_number_are_labels_where_type_sets_them_apart(kind: str, is_label: bool) -> None:
    pages = (
        typeset(("title", title), (kind, "1 Methods"), ("text", text), (kind, "2 Results"), ("text", builders.PROSE[n - 1]))
        for n, (title, text) in enumerate(zip(builders.TITLES, builders.PROSE, strict=True))
    )
    layout = laid_out(pdf_report(*pages))
    found = [layout.blocks[index].text.text for index in sorted(find_labels(layout, {}))]
    assert found == (["1 Methods", "2 Results"] * 5 if is_label else [])


def test_no_space_need_stand_behind_the_colon_of_a_label() -> None:
    lines = [f"{title}\n\nOpen:{('daily', 'rarely', 'never')[n]}\n\n{PROSE[n]}" for n, title in enumerate(builders.TITLES[:3])]
    labels = find_labels(laid_out(text_report("\n\n".join(lines))), {})
    assert [label.key for _, label in sorted(labels.items())] == ["open"] * 3


def test_a_time_is_no_label_and_its_value() -> None:
    lines = [f"{title}\n\nDoors 8:{n}0\n\n{PROSE[n]}" for n, title in enumerate(builders.TITLES[:3])]
    assert not find_labels(laid_out(text_report("\n\n".join(lines))), {})


def test_a_town_and_its_country_that_come_back_are_no_label() -> None:
    def pages(line: str) -> Report:
        return pdf_report(*(typeset(("title", t[:20]), ("text", t), ("label", line), ("text", t[::-1])) for t in PROSE))

    assert _keys(pages("Porto, Portugal")) == []
    assert _keys(pages("Porto, partners")) == ["porto, partners"]


# What other authors set, values beside labels, breaks


def test_a_label_in_another_type_is_one_where_it_is_bold() -> None:
    pages = [typeset(("title", text[:20]), ("text", text), ("label", "Results"), ("text", text[40:])) for text in PROSE[:3]]
    other = [("title", PROSE[3][:20]), ("text", PROSE[3]), ("label16", "Results"), ("text", PROSE[3][40:])]
    assert _labels(pdf_report(*pages, typeset(*other))) == [("Results", "section")] * 4
    light = [("name", "Results") if kind == "label16" else (kind, text) for kind, text in other]
    assert _labels(pdf_report(*pages, typeset(*light))) == [("Results", "section")] * 3


def _facts(text: str, font: str) -> Page:
    """A title and a text, and two facts in a row, the value of the first in one font."""
    title = typeset(("title", text[:20]), ("text", text))
    return overlaid(
        title,
        page_of([(50.0, 200.0, "Language"), (250.0, 200.0, "Hours")], "Helvetica-Bold"),
        page_of([(150.0, 200.0, "English")], font),
        page_of([(320.0, 200.0, f"{len(text)} a year")]),
    )


def test_a_value_that_all_records_have_is_no_label_beside_its_own() -> None:
    assert (
        _labels(pdf_report(*(_facts(text, "Helvetica") for text in PROSE)))
        == [
            ("Language", "section"),
            ("Hours", "section"),
        ]
        * 4
    )


def _day(number: int, what: str) -> Page:
    """A text with its time at the left, and under it another time and what is then."""
    lines = [(50.0, 100.0, f"{9 + number}.30"), (50.0, 160.0, f"{11 + number}.15")]
    text = [(150.0, 100.0 + 12 * n, line) for n, line in enumerate((PROSE[number][:40], PROSE[number][40:80]))]
    return overlaid(page_of(lines), page_of(text), page_of([(150.0, 160.0, what)], "Helvetica-Oblique"))


def test_breaks_beside_their_times_are_no_labels() -> None:
    assert "tea break" not in _keys(pdf_report(*(_day(n, "Tea break") for n in range(4))))


# Facts under headings


def _page_of_facts(number: int, *facts: str) -> Page:
    parts = (("title", PROSE[number][:20]), ("text", PROSE[number]), ("label", "At a Glance"))
    return typeset(*parts, *(("text", fact) for fact in facts), ("label", "Thanks"), ("text", PROSE[number - 1]))


def test_a_list_of_facts_under_a_heading_has_labels_of_its_own() -> None:
    facts = (
        ("Costs: two crowns", "Helpers: nine"),
        ("Costs: a bucket of paint", "Helpers: none"),
        ("Costs: a bell", "Helpers: two"),
    )
    assert _keys(pdf_report(*(_page_of_facts(n, *own) for n, own in enumerate(facts)))) == [
        "at a glance",
        "costs",
        "helpers",
        "thanks",
    ]


def test_a_beginning_alone_under_a_heading_is_none_though_others_stand_under_the_next() -> None:
    parts = (
        (("title", text[:20]), ("text", text), ("label", "Aim"), ("text", f"Bread: {text[::-1]}"), ("label", "Means"))
        for text in PROSE
    )
    pages = [typeset(*own, ("text", f"Costs: {n + 2} {PROSE[n - 1]}")) for n, own in enumerate(parts)]
    assert _keys(pdf_report(*pages)) == ["aim", "means"]


@pytest.mark.parametrize(("line", "keys"), [("Chairs {} of {}", set()), ("Part {}", {"part #"}), ("Rule {}.1", {"rule #.#"})])
def test_a_line_with_two_numbers_and_words_between_them_is_an_amount(line: str, keys: set[str]) -> None:
    numbers = [(1, 2), (2, 1), (1, 3), (2, 4)]
    pages = (
        typeset(("title", text[:20]), ("text", text), ("label", line.format(*own)), ("text", text[::-1]))
        for text, own in zip(PROSE, numbers, strict=True)
    )
    assert set(_keys(pdf_report(*pages))) == keys


def test_sections_numbered_anew_in_each_chapter_are_labels_and_chapters_are_none() -> None:
    pages = [
        typeset(
            ("title", f"Chapter {n}"), ("text", text), ("label", f"{n}.1 Results"), ("text", text[40:]), ("text", text[:60])
        )
        for n, text in enumerate((*PROSE, *PROSE), 5)
    ]
    assert _keys(pdf_report(*pages)) == ["#.# results"]


def test_towns_that_come_back_in_the_cells_of_a_table_are_no_labels() -> None:
    rows = [
        (f"Bench number {word}", "Leeds" if n % 2 else "York", f"{n} oars and {word} bells")
        for n, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine"))
    ]
    cells = [(x, 80.0 + 16 * n, text) for n, row in enumerate(rows) for x, text in zip((50.0, 160.0, 240.0), row, strict=True)]
    heads = page_of([(50.0, 60.0, "Name"), (160.0, 60.0, "Town"), (240.0, 60.0, "What it has")], "Helvetica-Bold")
    labels = _labels(pdf_report(overlaid(heads, page_of(cells))))
    assert labels == [("Name", "column"), ("Town", "column"), ("What it has", "column")]


BOOK = tuple(zip(builders.TITLES, builders.PROSE, strict=True))
CREDITS = ("Camera", "Editing", "Sound")


@pytest.mark.parametrize(("label", "is_one"), [("HABITAT", True), ("Nobody came", False)])
def test_capitals_before_a_full_stop_are_a_label_in_print(label: str, *, is_one: bool) -> None:
    pages = [typeset(("title", title), ("text", text), ("text", f"{label}. Around {title}")) for title, text in BOOK]
    assert _labels(pdf_report(*pages)) == [(label, "section")] * (5 * is_one)


def _with_credits(number: int, *more: str) -> Page:
    """A profile with facts under each other, each behind its label in bold."""
    title, text = BOOK[number]
    facts = [f"{label}: {BOOK[(number + k) % 5][0]}" for k, label in enumerate(CREDITS)]
    rows = [(120 + 12 * k, *fact.partition(" ")) for k, fact in enumerate((*facts, *more))]
    return overlaid(
        page_of([(50, 50, title)], "Helvetica-Bold", 16),
        page_of([(50, 70, text[:60]), (50, 82, text[60:])]),
        *(run_in((50, top, label + space), "Helvetica-Bold", value) for top, label, space, value in rows),
    )


def test_a_label_in_bold_among_others_is_one_however_seldom_it_comes() -> None:
    rare = [_with_credits(n, *(["Music: A bell and a drum"] if n == 3 else [])) for n in range(5)]
    assert ("Music", "section") in _labels(pdf_report(*rare))


def test_many_names_in_bold_among_labels_are_none() -> None:
    many = [_with_credits(n, f"{title.split()[-1]}: A bell and a drum") for n, (title, _) in enumerate(BOOK)]
    assert {label for label, _ in _labels(pdf_report(*many))} == set(CREDITS)


def test_a_word_for_credits_is_a_label_among_others_in_bold() -> None:
    pages = [_with_credits(n, f"Photo: {title}") for n, (title, _) in enumerate(BOOK)]
    assert _labels(pdf_report(*pages)).count(("Photo", "section")) == 5
    apart = [
        overlaid(_with_credits(n), run_in((50, 300, "Photo: "), "Helvetica-Bold", title)) for n, (title, _) in enumerate(BOOK)
    ]
    assert ("Photo", "section") not in _labels(pdf_report(*apart))


def test_a_value_that_comes_back_among_others_in_its_type_is_no_label() -> None:
    values = ("All of them", "Those who row", "All of them", "Schools", "All of them", "Bakers", "The old", "Those who walk")
    pages = [
        typeset(
            ("title", title),
            *(("label", "Begun"), ("tagline", f"In {2001 + n}"), ("label", "Cost"), ("tagline", f"{n + 2} bells and a rope")),
            *(("label", "For whom"), ("tagline", value), ("text", text), ("label", "Aim"), ("text", text[::-1])),
        )
        for n, (value, (title, text)) in enumerate(zip(values, BOOK * 2, strict=False))
    ]
    assert {label for label, _ in _labels(pdf_report(*pages))} == {"Begun", "Cost", "For whom", "Aim"}


def _with_rows(number: int, labels: tuple[str, ...]) -> Page:
    """A table without rules between texts: labels, and beside them short values in the same type."""
    title, text = BOOK[number]
    rows = [(120 + 12 * k, label, f"{label[::-1]} {number}") for k, label in enumerate(labels)]
    cells = [(x, top, cell) for top, label, value in rows for x, cell in ((50, label), (150, value))]
    texts = [(50, top, part) for top in (70, 250) for part, top in ((text[:60], top), (text[60:], top + 12))]
    return overlaid(page_of([(50, 50, title)], "Helvetica-Bold", 16), page_of(texts), page_of(cells, size=8))


def test_a_line_between_labels_with_a_value_beside_it_as_they_have_is_one_too() -> None:
    pages = [_with_rows(n, ("Client", "Engineer", "Area") if n == 2 else ("Client", "Area")) for n in range(5)]
    assert ("Engineer", "section") in _labels(pdf_report(*pages))


def test_a_line_in_other_type_between_labels_is_none() -> None:
    pages = [_with_rows(n, ("Client", "Area")) for n in range(5)]
    pages[2] = overlaid(
        _with_rows(2, ("Client",)),
        page_of([(50, 132, "Engineer")], "Helvetica-Oblique", 8),
        page_of([(150, 132, "Ida Berg"), (50, 144, "Area"), (150, 144, "aerA")], size=8),
    )
    assert ("Engineer", "section") not in _labels(pdf_report(*pages))


def test_a_label_over_a_sentence_in_larger_type_says_not_what_kind_its_profile_is() -> None:
    rest = "built it with their own hands, and it was never shut again."
    pages = [
        typeset(
            ("title", title), ("text", text), ("label", "In brief"), ("tagline", f"Those of the {title.split()[-1]} {rest}")
        )
        for title, text in BOOK
    ]
    assert _labels(pdf_report(*pages)) == [("In brief", "section")] * 5


def test_a_code_in_bold_before_names_is_no_label() -> None:
    pages = [
        overlaid(
            run_in((50, 60, f"A1-0{n} "), "Helvetica-Bold", "Tanaka, H."), page_of([(50, 80, text[:60]), (50, 92, text[60:])])
        )
        for n, (_, text) in enumerate(BOOK, 1)
    ]
    assert _labels(pdf_report(*pages)) == []


def _stack(number: int, *more: tuple[str, str]) -> Page:
    """A page with a stack of facts, each value in small type under its label, and further ones between them."""
    own = [("Fleet", f"{number + 3} boats"), ("Since", f"{number + 1960}"), *more, ("Crew", f"{number * 7 + 2} rowers")]
    rows = [(200 + 24 * n, *fact) for n, fact in enumerate(own)]
    title, text = BOOK[number % len(BOOK)]
    return overlaid(
        page_of([(50, 60, f"{title} {number}")], "Helvetica-Bold", 16),
        page_of([(50, 90, text[:60]), (50, 102, text[60:])]),
        page_of([(50, top, label) for top, label, _ in rows], "Helvetica-Bold", 8),
        page_of([(50, top + 9, value) for top, _, value in rows], "Helvetica", 8),
    )


def _of_stacks(*pages: Page) -> list[str]:
    return [label for label, _ in _labels(pdf_report(*pages))]


def test_a_line_set_as_labels_are_over_what_is_set_as_values_are_is_one_however_seldom_it_comes() -> None:
    labels = _of_stacks(*(_stack(n, *([("Access", "On Sundays in May")] if n == 3 else [])) for n in range(5)))
    assert [labels.count(label) for label in ("Fleet", "Since", "Crew", "Access")] == [5, 5, 5, 1]


def test_many_lines_set_so_that_differ_are_none() -> None:
    names = ("Ada", "Bela", "Carla", "Dirk", "Ene")
    pages = [_stack(n, (name, f"who mends {n} boats"), (f"{name}s", f"who row {n} miles")) for n, name in enumerate(names)]
    assert set(_of_stacks(*pages)) == {"Fleet", "Since", "Crew"}


def test_a_value_of_few_kinds_under_a_label_is_none() -> None:
    pages = [_stack(n, ("Kind", "Ferry" if n % 2 else "Barge")) for n in range(8)]
    assert set(_of_stacks(*pages)) == {"Fleet", "Since", "Kind", "Crew"}


def test_space_before_a_label_does_not_put_it_inside_a_line() -> None:
    layout = laid_out(_dump(*(f"{text[:20]}\n\n{text}\n\n   Costs: {text[::-1]}" for text in PROSE[:4])))
    labels = [label for label in find_labels(layout, {}).values() if label.key == "costs"]
    assert len(labels) == 4
    assert not _stand_inside_lines(labels[:3], layout)


def test_a_name_with_the_mark_of_a_note_is_no_label_of_a_dump() -> None:
    assert _labels(_dump(*(f"{text[:20]}\n\nAda Lund1\n\n{text}" for text in PROSE[:4]))) == []


def test_a_label_that_runs_into_its_value_under_a_heading_is_one_where_the_next_stands_beside_its_own() -> None:
    pages = [
        overlaid(
            page_of([(50, 60, f"{title} {n}")], "Helvetica-Bold", 16),
            page_of([(50, 90, text[:60]), (50, 102, text[60:])]),
            page_of([(50, 200, "At a glance")], "Times-Bold", 12),
            run_in((50, 220, "Firm "), "Helvetica-Bold", f"The mill of {title}"),
            page_of([(50, 240, "Trade"), (50, 260, "Staff")], "Helvetica-Bold", 10),
            page_of([(120, 240, f"Flour {n}"), (120, 260, f"{n + 3} people"), (50, 300, text[::-1][:60])]),
        )
        for n, (title, text) in enumerate(BOOK[:5])
    ]
    labels = [label for label, _ in _labels(pdf_report(*pages))]
    assert [labels.count(label) for label in ("Firm", "Trade", "Staff")] == [5, 5, 5]


def test_a_value_under_a_label_that_comes_back_elsewhere_is_none() -> None:
    towns = ("Porto", "Ghent", "Porto", "Ghent", "Turin", "Porto", "Ghent", "Turin")
    table = page_of([(50, 60, "Where")] + [(50, 80 + 20 * n, town) for n, town in enumerate(towns)], "Helvetica", 8)
    labels = _of_stacks(table, *(_stack(n, ("Town", town)) for n, town in enumerate(towns)))
    assert [labels.count(town) for town in ("Porto", "Ghent", "Turin")] == [3, 3, 2]  # those of the table
    assert labels.count("Town") == 8


@pytest.mark.parametrize(("lines", "is_label"), [(3, True), (4, False)])
def test_a_label_in_a_narrow_column_has_three_lines_at_most(lines: int, is_label: bool) -> None:
    words = ("Money for", "it and", "who gives", "all of it")[:lines]
    pages = [
        overlaid(
            typeset(("title", title), ("text", text)),
            page_of([(50, 400 + 11 * n, word) for n, word in enumerate(words)], "Helvetica-Bold"),
            page_of([(150, 400, text[:50]), (150, 411, text[50:100]), (150, 422, text[100:150])]),
            page_of([(50, 460, "Time"), (50, 480, "Tools")], "Helvetica-Bold"),
            page_of([(150, 460, f"{len(title)} days"), (150, 480, f"{len(text)} nails")]),
        )
        for title, text in zip(builders.TITLES, PROSE, strict=False)
    ]
    assert ((" ".join(words), "section") in _labels(pdf_report(*pages))) is is_label


def test_a_question_in_bold_that_runs_into_its_answer_is_a_label_in_spanish_too() -> None:
    pages = [
        overlaid(typeset(("title", title), ("text", text)), run_in((50, 400, "¿Qué hay? "), "Helvetica-Bold", text[:40]))
        for title, text in zip(builders.TITLES, PROSE, strict=False)
    ]
    assert ("¿Qué hay?", "section") in _labels(pdf_report(*pages))


def test_the_initial_of_a_name_is_no_label() -> None:
    (block,) = laid_out(pdf_report(run_in((50, 60, "G. "), "Helvetica-Bold", "Okoro, Leeds"))).blocks
    assert styled_run_in(block) is None
    (block,) = laid_out(pdf_report(run_in((50, 60, "Go. "), "Helvetica-Bold", "Okoro, Leeds"))).blocks
    assert styled_run_in(block) is not None


@pytest.mark.parametrize(("printed", "label"), [("• Costs: ", "costs"), ("• Costs ", None), ("Costs: ", "costs")])
def test_what_begins_an_item_in_bold_is_a_label_with_a_colon_and_without_its_bullet(printed: str, label: str | None) -> None:
    (block,) = laid_out(pdf_report(run_in((50, 60, printed), "Helvetica-Bold", "three chairs and a rope"))).blocks
    found = styled_run_in(block)
    assert (found.key if found else None) == label
    assert found is None or block.text.text[found.value_start :] == "three chairs and a rope"


@pytest.mark.parametrize(
    ("fonts", "x", "top", "is_label"),
    [
        (("Helvetica-Bold", "Helvetica"), 110, 60, True),
        (("Helvetica", "Helvetica-Bold"), 110, 60, False),
        (("Helvetica-Bold", "Helvetica-BoldOblique"), 110, 60, False),
        (("Helvetica-Oblique", "Helvetica"), 110, 60, False),
        (("Helvetica-Bold", "Helvetica-Bold"), 110, 60, False),
        (("Helvetica-Bold", "Helvetica"), 50, 72, False),  # under it
        (("Helvetica-Bold", "Helvetica"), 110, 64, False),  # lower
    ],
)
def test_words_in_bold_are_a_label_of_what_is_plain_beside_them(
    fonts: tuple[str, str], x: float, top: float, *, is_label: bool
) -> None:
    value = page_of([(x, top, "three chairs and a rope")], fonts[1])
    first, *others = laid_out(pdf_report(overlaid(page_of([(50, 60, "Costs")], fonts[0]), value))).blocks
    lines = (*first.lines, *(line for block in others for line in block.lines))
    text = "Costs three chairs and a rope"
    block = replace(first, lines=lines, text=Passage.of(text, 0, len(text)))
    assert len(lines) == 2
    assert (styled_run_in(block) is not None) is is_label


Parts = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("values", "over", "more", "are_values"),
    [
        (10, "Costs", [], True),
        (9, "Costs", [], False),  # few
        (10, "Means", [], False),  # as rare as they are
        (10, "Costs", [("text", "three chairs"), ("name", "Ropes")], False),  # a label is set so over a text
    ],
)
def test_what_comes_back_under_a_commoner_label_is_a_value_if_values_are_set_so_and_no_label_that_is_under_none(
    values: int, over: str, more: Parts, *, are_values: bool
) -> None:
    usual: Parts = [part for n in range(values) for part in (("label", "Costs"), ("name", f"{n} chairs"))]
    others: Parts = [part for n in range(10) for part in (("label", "Aim"), ("text", f"{n} ropes"))]
    again: Parts = [("label", over), ("name", "Nothing")] * 2
    parts = usual + others + again + more
    pages = (typeset(("title", builders.TITLES[n // 12]), *parts[n : n + 12]) for n in range(0, len(parts), 12))
    layout = laid_out(pdf_report(*pages))
    texts = [block.text.text for block in layout.blocks]
    assert [text for text in texts if text not in builders.TITLES] == [text for _, text in parts]
    keys = {"Costs", "Aim", "Means", "Nothing", "Ropes"}
    found = {i: Label(i, 0, len(t), len(t), t.casefold(), "section") for i, t in enumerate(texts) if t in keys}
    nothing = [i for i, text in enumerate(texts) if text == "Nothing"]
    assert _values_under_labels(found, layout) == (nothing if are_values else [])


def test_bold_words_over_plain_ones_are_beside_none() -> None:
    report = pdf_report(overlaid(run_in((50, 60, "Costs "), "Helvetica-Bold", "of"), page_of([(50, 72, "three chairs")])))
    (block,) = laid_out(report).blocks
    label, value = block.lines
    bold, plain = label.runs
    strong = label._replace(runs=(bold, plain._replace(style=bold.style._replace(italic=True))))
    assert styled_run_in(replace(block, lines=(strong, value))) is None


@pytest.mark.parametrize(("page", "x0", "is_label"), [(1, 110.0, True), (2, 110.0, False), (1, 60.0, False)])
def test_what_stands_beside_words_is_behind_them_on_their_page(page: int, x0: float, *, is_label: bool) -> None:
    report = pdf_report(overlaid(page_of([(50, 60, "Costs")], "Helvetica-Bold"), page_of([(110, 60, "three chairs")])))
    first, *others = laid_out(report).blocks
    label, value = (*first.lines, *(line for block in others for line in block.lines))
    text = "Costs three chairs"
    moved = value._replace(page=page, bbox=value.bbox._replace(x0=x0))
    block = replace(first, lines=(label, moved), text=Passage.of(text, 0, len(text)))
    assert (styled_run_in(block) is not None) is is_label


LONG = "What would the neighbours of this street do once more, what not at all?"
WORDY = "Who is it that may come in and ask us for an oar?"


@pytest.mark.parametrize(
    ("line", "font", "is_label"),
    [
        (LONG, "Helvetica-Bold", True),
        (WORDY, "Helvetica-Bold", True),
        (LONG, "Helvetica-Oblique", False),
        (WORDY, "Helvetica-Oblique", False),
        (
            "Neighbourhood craftspeople: whatever workshops, associations, cooperatives establish together everywhere?",
            "Helvetica-Bold",
            False,
        ),  # too long
        ("Is it so as it is or is it as it was in a day of old?", "Helvetica-Bold", False),  # too many words
        ("What is there to see?", "Helvetica-Oblique", True),
    ],
)
def test_a_label_alone_in_bold_may_be_a_whole_question(line: str, font: str, *, is_label: bool) -> None:
    lines = [(50.0, 60.0 + 12 * n, text) for n, text in enumerate(builders.wrapped(line, 10))]
    (block,) = laid_out(pdf_report(page_of(lines, font, 9))).blocks
    assert (alone(block) is not None) is is_label


@pytest.mark.parametrize(("words", "is_label"), [("quay and", True), ("shipbuilders, tradespeople and", False)])
def test_a_label_that_runs_into_a_text_in_another_type_has_sixty_characters_at_most(words: str, *, is_label: bool) -> None:
    label = f"Craftspeople of the {words} neighbourhood workshops "
    (block,) = laid_out(pdf_report(run_in((10, 60, label), "Helvetica-Bold", "have one key"))).blocks
    assert len(label) > 40
    assert (styled_run_in(block) is not None) is is_label


@pytest.mark.parametrize(
    ("font", "columns", "values"), [("Helvetica", [], ["once"]), ("Helvetica-Bold", ["Payment", "once"], [])]
)
def test_what_stands_beside_a_label_is_a_value_or_set_alike_the_head_of_a_column(
    font: str, columns: list[str], values: list[str]
) -> None:
    heads = [(50.0, 60.0 + 40 * n, text) for n, text in enumerate(("Payment", "Age", "Where", "How", "Who"))]
    beside = [(150.0, 60.0 + 40 * n, text) for n, text in enumerate(("once", "from 8", "quay", "by boat", "all"))]
    layout = laid_out(pdf_report(overlaid(page_of(heads, "Helvetica-Bold"), page_of(beside[1:]), page_of(beside[:1], font))))
    texts = {block.text.text: block.index for block in layout.blocks}
    found = {
        index: Label(index, 0, len(text), len(text), text.lower(), "section")
        for text, index in texts.items()
        if text in {"Payment", "Age", "Where", "How", "Who", "once"}
    }
    assert [layout.blocks[index].text.text for index in find_column_heads(found, layout)] == columns
    assert [layout.blocks[index].text.text for index in find_values_beside(found, layout)] == values
