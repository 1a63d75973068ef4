"""Facts, and the text behind the last of them."""

from __future__ import annotations

import textwrap

import pytest
from builders import PROSE, TITLES, Page, extraction_of, laid_out, overlaid, page_of, pdf_report, run_in, text_report, wrapped

from profile_extract.fields.facts import Facts, find_facts, with_text_apart
from profile_extract.fields.items import Item
from profile_extract.fields.parts import Part
from profile_extract.structure import Label

VALUES = ("larch, oak", "rye, barley", "chalk, string", "ink, paper", "salt, yeast")


def _page(number: int, *, gap: float, end: str = "") -> Page:
    """A title, a label with a short value behind it in its line, and a text, ``gap`` points lower."""
    words = PROSE[number].split()
    lines = [" ".join(words[n : n + 7]) for n in range(0, len(words), 7)]
    top = 112 + gap
    return overlaid(
        page_of([(50, 80, TITLES[number])], "Helvetica-Bold", 16),
        run_in((50, 100, "Made of: "), "Helvetica-Bold", VALUES[number] + end),
        page_of([(50, top + 12 * n, line) for n, line in enumerate(lines)]),
    )


def _found(*, gap: float, end: str = "") -> list[tuple[list[str], list[str]]]:
    """For each profile the paragraphs of its section, and its narrative."""
    report = pdf_report(*(_page(n, gap=gap, end=end) for n in range(len(TITLES))))
    return [
        ([v.text for s in profile.sections for v in s.paragraphs], [v.text for v in profile.narrative])
        for profile in extraction_of(report).profiles
    ]


def test_prose_apart_from_an_open_value_is_narrative() -> None:
    assert _found(gap=14) == [([value], [text]) for value, text in zip(VALUES, PROSE, strict=True)]


@pytest.mark.parametrize(("gap", "end"), [(0.0, ""), (14.0, ".")], ids=["right under it", "behind a sentence"])
def test_prose_that_goes_on_is_of_the_section(gap: float, end: str) -> None:
    assert all(not narrative for _, narrative in _found(gap=gap, end=end))


def _row_page(number: int) -> Page:
    """A title, a label with its value beside it as lines of their own, and a text under them."""
    words = PROSE[number].split()
    lines = [" ".join(words[n : n + 7]) for n in range(0, len(words), 7)]
    return overlaid(
        page_of([(50, 80, TITLES[number])], "Helvetica-Bold", 16),
        page_of([(50, 110, "Made of:")], "Helvetica-Oblique"),
        page_of([(140, 110, VALUES[number]), *((50.0, 130.0 + 12 * n, line) for n, line in enumerate(lines))]),
    )


def test_a_value_may_stand_beside_its_label() -> None:
    profiles = extraction_of(pdf_report(*map(_row_page, range(len(TITLES))))).profiles
    assert [[v.text for s in p.sections for v in s.paragraphs] for p in profiles] == [[value] for value in VALUES]
    assert [[v.text for v in p.narrative] for p in profiles] == [[text] for text in PROSE]


def test_a_heading_over_the_text_behind_a_fact_is_no_part_of_its_value() -> None:
    headings = ("Wood first", "Grain in spring", "Marks on stone", "Words by hand", "Dough by night")
    pages = [
        overlaid(
            page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 16),
            run_in((50, 100, "Made of: "), "Helvetica-Bold", VALUES[n]),
            page_of([(50, 130, headings[n])], "Helvetica-BoldOblique", 12),
            page_of([(50, 148.0 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
        )
        for n in range(len(TITLES))
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [[v.text for s in p.sections for v in s.paragraphs] for p in profiles] == [[value] for value in VALUES]
    assert [[v.text for v in p.narrative] for p in profiles] == [list(pair) for pair in zip(headings, PROSE, strict=True)]


def test_full_lines_a_little_below_an_open_value_are_narrative() -> None:
    def page(n: int) -> Page:
        lines = textwrap.wrap(f"{PROSE[n]} {PROSE[n - 1]}", 60)
        return overlaid(
            page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 16),
            run_in((50, 100, "Made of: "), "Helvetica-Bold", VALUES[n]),
            page_of([(50, 114.5 + 12 * k, line) for k, line in enumerate(lines)]),
        )

    profiles = extraction_of(pdf_report(*map(page, range(5)))).profiles
    assert [[v.text for s in p.sections for v in s.paragraphs] for p in profiles] == [[value] for value in VALUES]
    assert [[v.text for v in p.narrative] for p in profiles] == [[f"{PROSE[n]} {PROSE[n - 1]}"] for n in range(5)]


def test_bold_sentences_at_the_top_of_a_column_are_no_part_of_the_fact_that_ends_the_one_before() -> None:
    def page(n: int) -> Page:
        facts = [(50.0, 110.0 + 30 * k, label) for k, label in enumerate(("Made of", "Since", "Kept by"))]
        values = [(50.0, 122.0 + 30 * k, value) for k, value in enumerate((VALUES[n], str(1990 + n), "the bakers"))]
        standfirst = [(190.0, 112.0 + 14 * k, line) for k, line in enumerate(wrapped(PROSE[n], 5))]
        text = [(190.0, 240.0 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n - 1], 6))]
        return overlaid(
            page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 16),
            page_of(facts, "Helvetica-Oblique"),
            page_of(values),
            page_of(standfirst, "Helvetica-Bold", 11),
            page_of([(190, 226, "Aims")], "Helvetica-BoldOblique", 12),
            page_of(text),
        )

    profiles = extraction_of(pdf_report(*map(page, range(len(TITLES))))).profiles
    kept = [[v.text for s in p.sections if s.label and s.label.text == "Kept by" for v in s.paragraphs] for p in profiles]
    assert kept == [["the bakers"]] * 5
    assert [" ".join(v.text for v in p.narrative) for p in profiles] == list(PROSE)


def _dumped(values: tuple[str, ...]) -> list[tuple[list[str], list[str]]]:
    """For each profile of a dump, in which a label stands over its value, the paragraphs of its section and its narrative."""
    pages = (f"{t}\n\nWeighed\n{v}\n\nMade of\n{v}\n\n{p}\n" for t, v, p in zip(TITLES, values, PROSE, strict=True))
    return [
        ([v.text for s in profile.sections for v in s.paragraphs], [v.text for v in profile.narrative])
        for profile in extraction_of(text_report("\f".join(pages))).profiles
    ]


def test_prose_behind_a_value_under_its_label_is_narrative_in_a_dump() -> None:
    assert _dumped(VALUES) == [([value, value], [text]) for value, text in zip(VALUES, PROSE, strict=True)]


def test_prose_under_labels_of_texts_stays_there() -> None:
    assert all(not narrative for _, narrative in _dumped((*VALUES[:4], PROSE[0])))


def test_a_value_that_a_dump_joins_with_the_text_under_it_leaves_the_others_facts() -> None:
    values = (*VALUES, "tin, glass", "wool, felt", "moss, bark")
    parts = [[_part(f"Made of: {value}", PROSE[n % 5])] for n, value in enumerate(values)]
    assert find_facts([*parts, [_part(f"Made of: {PROSE[0]}", PROSE[1])]], None).keys == {"made of"}
    assert find_facts([*parts[:5], *[[_part(f"Made of: {PROSE[0]}", PROSE[1])]] * 3], None).keys == frozenset()


def _part(fact: str, text: str) -> Part:
    """A part of a dump: a label that runs into what is behind it, and a text under it."""
    first, second = laid_out(text_report(f"{fact}\n\n{text}")).blocks
    items = (Item(first, first.text[9:]), Item(second, second.text))
    return Part(Label(0, 0, 7, 9, "made of", "section"), first, items, "section")


def test_prose_right_under_a_value_that_a_block_ends_is_narrative() -> None:
    texts = [f"{PROSE[n]} {PROSE[n - 1]}" for n in range(len(TITLES))]
    pages = [
        overlaid(
            page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 16),
            page_of([(50, 100, f"Made of: {VALUES[n]}")]),
            page_of([(50, 112.0 + 12 * k, line) for k, line in enumerate(textwrap.wrap(texts[n], 62))]),
        )
        for n in range(len(TITLES))
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [[v.text for s in p.sections for v in s.paragraphs] for p in profiles] == [[value] for value in VALUES]
    assert [[v.text for v in p.narrative] for p in profiles] == [[text] for text in texts]


@pytest.mark.parametrize(("key", "is_parted"), [("e-mail", True), ("made of", False)])
def test_text_behind_the_last_label_of_an_address_in_a_dump_is_none_of_it(key: str, is_parted: bool) -> None:
    first, *others = laid_out(text_report(f"Here: house@mill.example\n\nwww.mill.example\n\n{PROSE[0]}\n\n{PROSE[1]}")).blocks
    label = Label(0, 0, 4, 6, key, "section")
    items = (Item(first, first.text[6:]), *(Item(block, block.text) for block in others))
    parts = list(with_text_apart([Part(label, first, items, "section")], Facts(frozenset(), frozenset()), None))
    assert [len(part.items) for part in parts] == ([2, 2] if is_parted else [4])
    assert [part.label for part in parts] == ([label, None] if is_parted else [label])


@pytest.mark.parametrize(("lines", "is_parted"), [(4, True), (2, False)])
def test_a_long_text_behind_short_ideas_in_a_dump_is_none_of_them(lines: int, *, is_parted: bool) -> None:
    text = "\n".join(textwrap.wrap(" ".join(PROSE), 80)[:lines])
    ideas = laid_out(text_report(f"See also\n\nA bench\n\nA bell\n\n{text}\n\nA lamp")).blocks
    label = Label(0, 0, 8, 8, "see also", "related")
    part = Part(label, ideas[0], tuple(Item(block, block.text) for block in ideas[1:]), "related")
    parts = list(with_text_apart([part], Facts(frozenset(), frozenset()), None))
    assert [len(part.items) for part in parts] == ([2, 2] if is_parted else [4])


SENTENCES = (
    "A walk along the chairs of the school after dark.",
    "A talk among the trees that grow behind the mill.",
    "A count of all the steps between the river and the church.",
    "A letter for each of the houses beside the old quay.",
    "A loaf for everybody who comes to the oven on Thursday.",
)


@pytest.mark.parametrize(("blank", "is_apart"), [("\n\n", True), ("\n", False)])
def test_a_sentence_behind_a_fact_of_a_dump_is_text_where_a_blank_line_parts_them(blank: str, *, is_apart: bool) -> None:
    rows = zip(TITLES[:5], VALUES, SENTENCES, PROSE, strict=True)
    pages = (f"{title}\n\nMade of: {value}{blank}{text}\n\nResults\n\n{prose}" for title, value, text, prose in rows)
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    found = [[value.text for value in profile.narrative] for profile in profiles]
    assert (found == [[text] for text in SENTENCES]) == is_apart


BOX = "In brief\n\n• {0} are cheap\n\n• {0} are rare\n\n"


@pytest.mark.parametrize(
    ("first", "count", "is_apart"),
    [
        (BOX, 5, True),
        ("Costs\n\nTwo coins a day\n\n" + BOX, 5, False),
        ("Nobody knows more. " * 6 + "\n\n" + BOX, 5, False),
        (BOX, 2, False),
    ],
)
def test_text_behind_a_box_of_items_is_the_narrative_of_a_dump(first: str, count: int, *, is_apart: bool) -> None:
    """The box has the first label of each profile, which say nothing else under no label."""
    rows = zip(TITLES[:count], VALUES, PROSE, strict=False)
    pages = (f"{title}\n\n{first.format(value.title())}{text}\n\nResults\n\n{text[::-1]}" for title, value, text in rows)
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    found = [[value.text for value in profile.narrative] for profile in profiles]
    assert (found == [[text] for text in PROSE[:count]]) == is_apart
