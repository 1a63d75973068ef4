"""Lines made into paragraphs, headings and items of lists."""

from __future__ import annotations

import math

import pytest
from builders import (
    PAGE,
    PROSE,
    Page,
    cleaned_text,
    laid_out,
    overlaid,
    page_of,
    pdf_report,
    run_in,
    spaced,
    text_report,
    wrapped,
)
from reportlab.pdfgen.canvas import Canvas

from profile_extract.layout.line_ends import goes_on_with_dash
from profile_extract.model import BBox, Line, Report, Run, Style
from profile_extract.structure import Block, Layout

LEFT = 50.0


def _rows(*texts: str, left: float = LEFT, top: float = 100.0, leading: float = 12.0) -> list[tuple[float, float, str]]:
    return [(left, top + leading * n, text) for n, text in enumerate(texts)]


def _blocks(report: Report) -> tuple[Block, ...]:
    return laid_out(report).blocks


def _texts(report: Report) -> list[str]:
    return [block.text.text for block in _blocks(report)]


# Paragraphs of a PDF


def test_lines_at_the_usual_distance_are_one_paragraph() -> None:
    rows = _rows("The old tram depot stood empty for", "eleven years, until the choir of the", "quarter asked for its key.")
    assert _texts(pdf_report(page_of(rows))) == [" ".join(text for _, _, text in rows)]


def test_an_indented_first_line_begins_a_paragraph() -> None:
    rows = _rows("The old tram depot stood empty for", "eleven years, until the choir of the town.")
    rows += _rows("Nobody had a better idea, and so", left=LEFT + 15, top=124)
    rows += _rows("the key was handed over on a wet Monday.", top=136)
    assert _texts(pdf_report(page_of(rows))) == [
        "The old tram depot stood empty for eleven years, until the choir of the town.",
        "Nobody had a better idea, and so the key was handed over on a wet Monday.",
    ]


def test_a_wider_space_begins_a_paragraph_and_is_measured_in_lines() -> None:
    rows = _rows("The old tram depot stood empty for", "eleven years and nobody minded it")
    rows += _rows("Nobody had a better idea for it than", "the choir of the quarter, which sang.", top=136)
    first, second = _blocks(pdf_report(page_of(rows)))
    assert second.text.text == "Nobody had a better idea for it than the choir of the quarter, which sang."
    assert (first.gap_lines, second.gap_lines) == (math.inf, 1.0)


def test_a_short_last_line_ends_a_paragraph_without_space_or_indent() -> None:
    rows = _rows(
        "The old tram depot stood empty for", "eleven years.", "Nobody had a better idea, and so the", "key was handed over."
    )
    assert _texts(pdf_report(page_of(rows))) == [
        "The old tram depot stood empty for eleven years.",
        "Nobody had a better idea, and so the key was handed over.",
    ]


def test_a_line_in_capitals_is_a_heading_of_the_text_right_under_it() -> None:
    lines = (
        "THE FERRY AND ITS BELL",
        "The ferry had lost its bell in the flood, and for",
        "a year the children called it with a drum.",
    )
    assert _texts(pdf_report(page_of(_rows(*lines)))) == [lines[0], " ".join(lines[1:])]


@pytest.mark.parametrize("second", ["BELL", "BELL 2024", "2024", "and its bell"])
def test_but_not_of_what_goes_on_in_it(second: str) -> None:
    assert _texts(pdf_report(page_of(_rows("THE FERRY AND ITS", second)))) == [f"THE FERRY AND ITS {second}"]


def test_an_email_address_by_itself_behind_a_sentence_begins_a_paragraph() -> None:
    lines = (
        "The ferry had lost its bell in the flood, and",
        "for a year the children called it with a drum.",
        "bell@ferry.example",
    )
    assert _texts(pdf_report(page_of(_rows(*lines)))) == [" ".join(lines[:2]), lines[2]]


def test_an_email_address_that_goes_on_a_sentence_stays_in_it() -> None:
    lines = ("Whoever has kept one of the bells may write to", "bell@ferry.example")
    assert _texts(pdf_report(page_of(_rows(*lines)))) == [" ".join(lines)]


def test_a_full_line_that_ends_a_sentence_does_not_end_the_paragraph() -> None:
    rows = _rows(
        "The old tram depot had stood empty.", "Eleven years, and nobody minded it,", "until the choir of the quarter came."
    )
    assert len(_texts(pdf_report(page_of(rows)))) == 1


def test_lines_set_wide_apart_throughout_are_one_paragraph_all_the_same() -> None:
    rows = _rows(
        "The old tram depot stood empty for", "eleven years, until the choir of the", "quarter asked for it", leading=18
    )
    assert len(_texts(pdf_report(page_of(rows)))) == 1


def test_a_heading_in_larger_type_is_a_block_of_its_own_with_all_its_lines() -> None:
    heading = page_of(_rows("A Depot Full of Voices and", "One Very Old Piano", top=76), "Helvetica-Bold", 12)
    text = page_of(_rows("The old tram depot stood empty for", "eleven years, until the choir came.", top=101))
    assert _texts(pdf_report(overlaid(heading, text))) == [
        "A Depot Full of Voices and One Very Old Piano",
        "The old tram depot stood empty for eleven years, until the choir came.",
    ]


def _with_colored_words(canvas: Canvas) -> None:
    """Three lines of one paragraph, the whole second of which is a link in blue."""
    canvas.setFont("Helvetica", 10)
    rows = [
        "The singers wrote down what they had",
        "learnt about leaking roofs and pianos",
        "and sent it to whoever asked them.",
    ]
    for n, row in enumerate(rows):
        canvas.setFillColorRGB(0, 0, 1 if n == 1 else 0)
        canvas.drawString(LEFT, PAGE[1] - 100 - 12 * n, row)


def test_a_line_in_the_colour_of_a_link_does_not_break_its_paragraph() -> None:
    blocks = _blocks(pdf_report(_with_colored_words))
    assert [block.text.text for block in blocks] == [
        "The singers wrote down what they had learnt about leaking roofs and pianos and sent it to whoever asked them."
    ]


def test_emphasis_that_runs_on_over_the_line_end_does_not_break_the_paragraph() -> None:
    def page(canvas: Canvas) -> None:
        rows = (
            (("Helvetica", "They sang what they called the "), ("Helvetica-Oblique", "Song")),
            (("Helvetica-Oblique", "of the Leaking Roof"), ("Helvetica", ", and sang it well.")),
        )
        for n, row in enumerate(rows):
            text = canvas.beginText(LEFT, PAGE[1] - 100 - 12 * n)
            for font, words in row:
                text.setFont(font, 10)
                text.textOut(words)
            canvas.drawText(text)

    assert _texts(pdf_report(page)) == ["They sang what they called the Song of the Leaking Roof, and sang it well."]


# Over columns and pages


def _two_columns(left: list[str], right: list[str]) -> Report:
    return pdf_report(page_of([*_rows(*left), *_rows(*right, left=220)]))


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    report = _two_columns(
        ["The old tram depot stood", "empty for eleven years,", "until the choir of the"],
        ["quarter asked for its key.", "Nobody had a better idea.", "And so they sang there."],
    )
    assert _texts(report) == [
        "The old tram depot stood empty for eleven years, until the choir of the "
        "quarter asked for its key. Nobody had a better idea. And so they sang there."
    ]


def test_a_paragraph_that_ends_with_its_column_does_not_go_on() -> None:
    report = _two_columns(
        ["The old tram depot stood", "empty for eleven years,", "until the choir came in."],
        ["Nobody had a better idea.", "It was the janitor who", "handed over the key."],
    )
    assert len(_texts(report)) == 2


def test_a_paragraph_goes_on_over_the_page_end_and_knows_both_pages() -> None:
    first = page_of([*_rows("The old tram depot stood empty for", "eleven years, until a sing-")])
    second = page_of(_rows("ing club of the quarter asked for it.", "Nobody had a better idea than that."))
    block = _blocks(pdf_report(first, second))[0]
    assert (block.page, block.last_page) == (1, 2)
    assert block.text.text.endswith("club of the quarter asked for it. Nobody had a better idea than that.")


def test_a_paragraph_goes_on_over_the_page_end_between_furniture() -> None:
    pages = [
        page_of([(50, 40, "The Choir Book"), *_rows(*rows), (190, 470, str(n))])
        for n, rows in enumerate(
            (
                ("The old tram depot stood empty for", "eleven years, until the choir of the"),
                ("quarter asked for its key on a day", "in autumn that everybody remembers."),
                ("Later the depot was painted, and a", "piano found its way in, then another."),
            ),
            1,
        )
    ]
    assert _texts(pdf_report(*pages))[0] == (
        "The old tram depot stood empty for eleven years, until the choir of the "
        "quarter asked for its key on a day in autumn that everybody remembers."
    )


def test_a_heading_at_the_top_of_a_page_ends_the_paragraph_before_it() -> None:
    first = page_of(_rows("The old tram depot stood empty for", "eleven years, until the choir of the"))
    heading = page_of(_rows("what they sang", top=60), "Helvetica-Bold", 14)
    second = overlaid(heading, page_of(_rows("They began with what they had.", top=90)))
    assert _texts(pdf_report(first, second))[1] == "what they sang"


# Items of lists


def test_items_with_bullets_are_blocks_without_their_bullets() -> None:
    rows = _rows("• a key for each singer who", "comes more than twice", "• a stove", "• two pianos, neither of them")
    blocks = _blocks(pdf_report(page_of([*rows, *_rows("in tune", top=148)])))
    assert [block.text.text for block in blocks] == [
        "a key for each singer who comes more than twice",
        "a stove",
        "two pianos, neither of them in tune",
    ]
    assert [block.bullet.text if block.bullet else None for block in blocks] == ["•", "•", "•"]


@pytest.mark.parametrize("bullet", ["▪", "–", "*", "o", "-", "➢"])
def test_many_marks_are_bullets(bullet: str) -> None:
    block = _blocks(text_report(f"{bullet} a key for each singer\n{bullet} a stove that works\n"))[0]
    assert (block.text.text, block.bullet and block.bullet.text) == ("a key for each singer", bullet)


@pytest.mark.parametrize("count", [2, 4], ids=["few rows", "a column of values"])
def test_a_bold_label_as_wide_as_its_column_is_parted_from_values_that_begin_where_others_do(count: int) -> None:
    labels = ("Begun", "Keepers", "Neighbouring towns", "Paid by")[-count:]
    values = ("In May", "Two", "Pori", "Nobody")[-count:]
    prose = (
        "The old tram depot stood empty for eleven years until the choir",
        "of the quarter asked for its key on a wet Monday.",
    )
    page = overlaid(
        page_of([*_rows(*prose), *_rows(*prose, top=260)]),
        page_of(_rows(*labels, top=160, leading=18), font="Helvetica-Bold"),
        page_of(_rows(*values, left=LEFT + 110, top=160, leading=18)),
    )
    wide = ["Neighbouring towns", "Pori"] if count > 2 else ["Neighbouring towns Pori"]
    assert [text for text in _texts(pdf_report(page)) if text.startswith(("Neigh", "Pori"))] == wide


def test_bullets_on_lines_of_their_own_begin_items_though_these_fill_their_lines() -> None:
    items = ("keys for all of the singers", "stoves that will still work", "doors that nobody has locked")
    rows = [row for n, item in enumerate(items) for row in ((50.0, 100.0 + 12 * n, "•"), (65.0, 100.0 + 12 * n, item))]
    assert _texts(pdf_report(page_of(rows))) == list(items)


def test_a_bullet_that_is_a_line_of_its_own_belongs_to_the_text_beside_it() -> None:
    rows = [(50.0, 100.0, "•"), (65.0, 100.0, "a key for each singer who"), (65.0, 112.0, "comes more than twice")]
    rows += [(50.0, 124.0, "•"), (65.0, 124.0, "a stove that works")]
    assert _texts(pdf_report(page_of(rows))) == ["a key for each singer who comes more than twice", "a stove that works"]


def test_numbered_items_are_blocks_of_their_own_with_their_numbers() -> None:
    assert _texts(text_report("1. Ask for the key\n2. Mend the roof\nbefore winter\n3. Sing\n")) == [
        "1. Ask for the key",
        "2. Mend the roof before winter",
        "3. Sing",
    ]


@pytest.mark.parametrize("space", ["\n", "\n\n"])
def test_a_bullet_of_a_dump_that_is_a_line_of_its_own_belongs_to_the_text_below_it(space: str) -> None:
    items = ("a key for each singer", "a stove that works")
    blocks = _blocks(text_report("What it took\n\n" + "\n".join(f"-{space}{item}\n" for item in items)))
    assert [(block.bullet and block.bullet.text, block.text.text) for block in blocks[1:]] == [("-", item) for item in items]


def test_a_dash_inside_a_word_is_no_bullet() -> None:
    block = _blocks(text_report("–20 degrees were measured in the depot"))[0]
    assert (block.text.text, block.bullet) == ("–20 degrees were measured in the depot", None)


# Text dumps


def test_in_a_spaced_dump_the_wrap_marks_make_the_paragraphs() -> None:
    text = spaced(
        "The old tram depot stood empty for eleven ",
        "years, until the choir of the quarter ",
        "asked for its key.",
        "Nobody had a better idea. So the key ",
        "was handed over.",
    )
    assert _texts(text_report(text)) == [
        "The old tram depot stood empty for eleven years, until the choir of the quarter asked for its key.",
        "Nobody had a better idea. So the key was handed over.",
    ]


def test_in_a_spaced_dump_a_wrapped_line_before_a_capital_goes_on_all_the_same() -> None:
    text = spaced("The key of the depot was kept by Anna ", "Brückner for eleven years. ", "Then she gave it away.", "The End")
    assert _texts(text_report(text)) == [
        "The key of the depot was kept by Anna Brückner for eleven years. Then she gave it away.",
        "The End",
    ]


def test_in_a_spaced_dump_a_word_broken_without_a_wrap_mark_is_one_word() -> None:
    text = spaced(
        "The singers of the depot call it manage-",
        "ment by ear, and pay for it with what ",
        "they earn.",
        "And so on. ",
        "And on.",
    )
    assert _texts(text_report(text)) == [
        "The singers of the depot call it management by ear, and pay for it with what they earn.",
        "And so on. And on.",
    ]


def test_in_a_spaced_dump_an_address_broken_over_two_lines_is_one() -> None:
    text = spaced(
        "The score is found at ", "www.tram-choir.example/scores/", "leaking_roof.html", "and nowhere else in ", "the world."
    )
    assert "www.tram-choir.example/scores/leaking_roof.html" in " ".join(_texts(text_report(text)))


def test_in_a_spaced_dump_a_paragraph_goes_on_over_the_page_end_where_its_line_is_wrapped() -> None:
    text = spaced("The old tram depot stood empty for eleven ", "years, until the ") + "\n\n"
    text += spaced(" choir of the quarter asked ", "for its key.")
    assert _texts(text_report(text)) == [
        "The old tram depot stood empty for eleven years, until the choir of the quarter asked for its key."
    ]


def test_in_a_plain_dump_an_empty_line_parts_paragraphs() -> None:
    assert _texts(text_report("The depot stood empty\nfor years.\n\nthen the choir came\nand sang.\n")) == [
        "The depot stood empty for years.",
        "then the choir came and sang.",
    ]


def test_the_space_above_a_block_of_a_dump_is_counted_in_empty_lines() -> None:
    blocks = _blocks(text_report("The depot\n\n\n\nstood empty\n\nfor years"))
    assert [block.gap_lines for block in blocks] == [math.inf, 3.0, 1.0]


# All of a report


def test_every_line_is_in_one_block_or_furniture_and_in_no_two() -> None:
    pages = [
        page_of([(50, 40, "The Choir Book"), *_rows(f"{title} and the", "depot", "• a stove", "• a key"), (190, 470, str(n))])
        for n, title in enumerate(("Ringers", "Singers", "Players"), 1)
    ]
    layout: Layout = laid_out(pdf_report(*pages))
    inside = [line.start for block in layout.blocks for line in block.lines]
    aside = [item.line.start for item in layout.furniture]
    assert sorted(inside + aside) == [line.start for line in layout.report.lines]
    assert [block.index for block in layout.blocks] == list(range(len(layout.blocks)))


def test_the_text_of_a_block_leads_back_to_the_lines_it_was_read_from() -> None:
    report = cleaned_text("• The ﬁrst  choir of the\ntown sang here.\n")
    block = _blocks(report)[0]
    assert block.text.text == "The first choir of the town sang here."
    assert report.text[block.text.start : block.text.end] == "The ﬁrst  choir of the\ntown sang here."


def test_link_lines_of_a_dump_are_in_no_block() -> None:
    text = spaced("The depot of the tram ", "choir is open.") + "tram-choir.example\nmailto:key@tram-choir.example\n"
    assert _texts(text_report(text)) == ["The depot of the tram choir is open."]


# Heads and addresses


@pytest.mark.parametrize(("font", "count"), [("Helvetica-Oblique", 2), ("Helvetica-Bold", 1)])
def test_a_line_that_begins_in_italics_ends_where_there_was_room_and_a_bold_one_runs_on(font: str, count: int) -> None:
    text = ("Nobody had a better idea what to do with it,", "and so the key of the depot was handed over.")

    expected = ["Ada Okoro, weaver in Porto", *text]
    first = run_in((LEFT, 100, "Ada Okoro"), font, ", weaver in Porto")
    assert _texts(pdf_report(overlaid(first, page_of(_rows(*text, top=112))))) == (
        [expected[0], " ".join(text)] if count == 2 else [" ".join(expected)]
    )


@pytest.mark.parametrize("address", ["choir@depot.example", "www.depot.example"])
def test_an_address_at_the_top_of_a_page_is_no_end_of_the_sentence_before(address: str) -> None:
    first = _rows("The old tram depot stood empty for", "eleven years, until the choir of the")
    report = pdf_report(page_of(first), page_of(_rows(address, "Its key hangs in the kitchen, and it is lent to all.")))
    assert _texts(report)[0] == " ".join(text for _, _, text in first)


def test_a_bold_beginning_under_a_short_line_that_began_so_is_another_label() -> None:
    rows = [run_in((50, 100 + 12 * n, label), "Helvetica-Bold", "12") for n, label in enumerate(("Chairs ", "Tables "))]
    wide = page_of([(50, 60, "The neighbours of the mill have counted what is in it, and what was.")])
    layout = laid_out(pdf_report(overlaid(wide, *rows)))
    assert [block.text.text for block in layout.blocks[1:]] == ["Chairs 12", "Tables 12"]


def test_a_line_that_goes_on_with_a_word_of_one_letter_is_no_item() -> None:
    lines = ("Quando o rio subiu, os vizinhos disseram que foi", "o sino da ponte que os acordou, e o padre também.")
    assert _texts(pdf_report(page_of(_rows(*lines)))) == [" ".join(lines)]


def _bold(*lines: str) -> list[str]:
    layout = laid_out(pdf_report(page_of([(50, 60.0 + 14 * n, line) for n, line in enumerate(lines)], "Helvetica-Bold", 12)))
    return [block.text.text for block in layout.blocks]


def test_a_dash_at_the_beginning_of_the_second_line_of_a_bold_heading_begins_no_item() -> None:
    assert _bold("The mill and the bakers", "– a walk along the river") == ["The mill and the bakers – a walk along the river"]
    assert len(_bold("You need:", "– flour and water", "– a warm place")) == 3
    assert len(_bold("– flour and water", "– a warm place")) == 2


@pytest.mark.parametrize(("size", "count"), [(16.0, 1), (11.2, 1), (10.8, 2)])
def test_so_does_a_dash_in_a_heading_that_is_large_and_not_bold(size: float, count: int) -> None:
    heading = [(50.0, 60.0, "The mill and the bakers"), (50.0, 60.0 + 1.2 * size, "– a walk along the river")]
    text = [(50.0, 140.0 + 12 * n, line) for n, line in enumerate(wrapped(f"{PROSE[0]} {PROSE[1]}"))]
    layout = laid_out(pdf_report(overlaid(page_of(heading, size=size), page_of(text))))
    assert len(layout.blocks) == count + 1


def _halves(above: str, text: str, style: Style, runs: int = 1) -> tuple[Line, Line]:
    """Two lines in one type, of so many runs each."""
    styles = tuple(Run(n, style) for n in range(runs))
    first, second = (Line(0, 1, n, text, BBox(50, 60, 200, 72), styles) for n, text in enumerate((above, text)))
    return first, second


@pytest.mark.parametrize(
    ("above", "text", "size", "runs", "goes_on"),
    [
        ("The mill and the bakers", "– a walk", 16.0, 1, True),
        ("The mill and the bakers", "— a walk", 16.0, 1, True),
        ("The mill and the bakers", "• a walk", 16.0, 1, False),
        ("The mill and the bakers", "– a walk", 16.0, 2, False),
        ("The mill and the bakers.", "– a walk", 16.0, 1, False),
        ("– the bakers", "– a walk", 16.0, 1, False),
        ("The mill and the bakers", "– a walk", 10.0, 1, False),
    ],
    ids=["large", "long dash", "bullet", "changes", "behind a sentence", "second", "as large as the text"],
)
def test_what_goes_on_with_a_dash(above: str, text: str, size: float, runs: int, *, goes_on: bool) -> None:
    body = Style("Roman", 10.0)
    first, second = _halves(above, text, Style("Sans", size), runs)
    assert goes_on_with_dash(first, second, above, text, body) is goes_on
    assert not goes_on_with_dash(first, second, above, text, None)
    assert not goes_on_with_dash(first._replace(runs=(Run(0, body),)), second, above, text, body)


def test_full_lines_of_text_under_one_that_was_ended_begin_a_paragraph() -> None:
    names = "Ada Okoro, Leeds"
    text = wrapped(f"{PROSE[0]} {PROSE[1]}", 9)
    below = page_of([(50, 72.0 + 12 * n, line) for n, line in enumerate(text)])
    layout = laid_out(pdf_report(overlaid(page_of([(50, 60, names)]), below)))
    assert [block.text.text for block in layout.blocks] == [names, " ".join(text)]


def test_a_line_without_room_for_the_next_word_goes_on() -> None:
    lines = [
        "They came to the",
        f"{'Donaudampfschiff' * 3} of the old",
        "ones that were all of them much too late for it and for the rest",
    ]
    layout = laid_out(pdf_report(page_of([(50, 60.0 + 12 * n, line) for n, line in enumerate(lines)])))
    assert [block.text.text for block in layout.blocks] == [" ".join(lines)]


def test_one_full_line_under_a_short_one_is_no_text_yet() -> None:
    names, line, *more = "Ada Okoro, Leeds", *wrapped(PROSE[0], 9)
    placed = [(50.0, 60.0, names), (50.0, 72.0, line), *((50.0, 110.0 + 12 * n, text) for n, text in enumerate(more))]
    assert laid_out(pdf_report(page_of(placed))).blocks[0].text.text == f"{names} {line}"


@pytest.mark.parametrize(("end", "gap", "is_apart"), [(".", 0, True), ("", 0, False), ("", 3, False)])
def test_a_line_with_a_small_letter_under_the_short_end_of_a_sentence_is_an_address(
    end: str, gap: float, is_apart: bool
) -> None:
    lines = ["The bakers of the lower town have lit the ovens again,", f"on Thursdays{end}"]
    address = page_of([(50, 84.0 + gap, "al. Kwiatowa 12"), (50, 96.0 + gap, "31-004 Kraków")])
    layout = laid_out(pdf_report(overlaid(page_of(_rows(*lines, top=60)), address)))
    assert (layout.blocks[0].text.text == " ".join(lines)) is is_apart


def test_a_line_with_a_small_letter_a_little_below_the_full_end_of_a_sentence_is_one_too() -> None:
    lines = [
        "The bakers of the lower town have lit the ovens again,",
        "and whoever brings dough on a Thursday may bake it there.",
    ]
    address = page_of([(50, 86, "al. Kwiatowa 12"), (50, 98, "31-004 Kraków")])
    layout = laid_out(pdf_report(overlaid(page_of(_rows(*lines, top=60)), address)))
    assert [block.text.text for block in layout.blocks] == [" ".join(lines), "al. Kwiatowa 12 31-004 Kraków"]


def test_a_large_heading_goes_on_behind_a_colon() -> None:
    halves = ("Bread on Thursdays:", "What Bakers Teach a Street of Masons")
    page = overlaid(
        page_of([(50, 60 + 20 * n, half) for n, half in enumerate(halves)], "Helvetica-Bold", 16),
        page_of([(50, 140 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[0]))]),
    )
    assert _texts(pdf_report(page))[0] == " ".join(halves)


def test_what_is_set_a_little_smaller_behind_the_end_of_a_full_line_is_a_paragraph_of_its_own() -> None:
    full = "The ferry crosses at noon, and whoever has waited on the quay pays when it is over."
    sizes = ((100, 9.0, full), (112, 8.5, "Mill Lane 3, Norwich"))
    page = overlaid(*(page_of([(50, top, text)], "Helvetica", size) for top, size, text in sizes))
    assert _texts(pdf_report(page)) == [full, "Mill Lane 3, Norwich"]


def test_a_range_of_years_goes_on_in_the_next_column() -> None:
    text = [(50, 60 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[0], 4))]
    beside = [(220, 74 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[1], 4))]
    title = [(50, 62 + 12 * len(text), "Apples behind the mill (2014–"), (220, 60, "2019)")]
    page = overlaid(page_of([*text, *beside]), page_of(title, "Helvetica-Bold"))
    assert "Apples behind the mill (2014–2019)" in _texts(pdf_report(page))


@pytest.mark.parametrize(("indent", "count"), [(3.0, 2), (0.0, 2), (8.0, 1)], ids=["unseen", "none", "meant"])
def test_two_lines_under_a_short_one_a_little_further_right_are_a_paragraph(indent: float, count: int) -> None:
    text = ["On the day before market day the ovens are lit, and whoever", "brings dough may bake it there."]
    placed = [(50.0 + indent, 60.0, "Ada Okoro, Leeds"), (50.0, 72.0, text[0]), (50.0, 84.0, text[1])]
    more = [(50.0, 130.0 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[0], 9))]
    assert len(laid_out(pdf_report(page_of([*placed, *more]))).blocks) == count + 1


def test_a_line_under_the_label_of_a_short_value_beside_it_is_none_of_the_value() -> None:
    rows = (("Tel.:", "+44 1632 960117"), ("E-mail:", "rope@quay.example"))
    lines = [place for n, (label, value) in enumerate(rows) for place in ((50, 60 + 12 * n, label), (130, 60 + 12 * n, value))]
    text = wrapped("Ida Berg looks after the ropes of both ferries and the bell of the lower quay, and lends them out.", 14)
    lines += [(50, 84 + 12 * n, line) for n, line in enumerate(text)]
    read = [block.text.text for block in laid_out(pdf_report(page_of(lines))).blocks]
    assert read == ["Tel.:", "+44 1632 960117", "E-mail:", "rope@quay.example", " ".join(text)]


def test_addresses_at_the_top_of_a_column_go_on_no_text() -> None:
    left = [(50, 60 + 8 * n, f"The ferry has a bell and a rope, and line {n} of them") for n in range(6)]
    right = [
        (230, 60 + 8 * n, f"www.{word}.example rope@{word}.example") for n, word in enumerate(("quay", "mill", "oven", "lamp"))
    ]
    blocks = laid_out(pdf_report(page_of([*left, *right], size=6.0))).blocks
    assert next(block.text.text for block in blocks if "and line 5" in block.text.text).endswith("and line 5 of them")


def test_labels_below_each_other_beside_short_values_need_no_colon() -> None:
    labels, values = ("Client", "Architect", "Completed", "Area"), ("The rowing club", "Ida Berg", "May 2022", "84 m²")

    def page(number: int) -> Page:
        rows = [
            (50 + 100 * k, 60 + 12 * n, text)
            for n, row in enumerate(zip(labels, values, strict=True))
            for k, text in enumerate(row)
        ]
        return page_of([*rows, *((50, 130 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[number] + PROSE[0], 14)))])

    read = [block.text.text for block in laid_out(pdf_report(*map(page, range(4)))).blocks]
    assert read[:8] == [text for row in zip(labels, values, strict=True) for text in row]


def test_a_sign_before_an_address_begins_a_block() -> None:
    text = "Open: Fr 9 to 18\n☎ 04603 / 88 12\n✉ rope@quay.example"
    assert laid_out(text_report(text)).blocks[0].text.text == "Open: Fr 9 to 18"


SENTENCE = "Whoever keeps the bell of the lower quay is paid in bread and may"


@pytest.mark.parametrize(
    ("last", "first", "goes_on"),
    [
        (
            "also ring it on the day before the feast of the old town, when the",
            "Bakers, which is kept on the first Thursday.",
            True,
        ),
        ("also ring it on the day.", "Bakers, which keep the feast on a Thursday.", False),  # ended
        ("also ring it on", "Bakers, which keep the feast on a Thursday.", False),  # by a short line
        ("also ring it on the day before the feast of the old town, when the", "Bakers and Ferrymen", False),  # names
    ],
)
def test_a_text_that_ends_openly_in_a_full_line_goes_on_with_a_capital(last: str, first: str, *, goes_on: bool) -> None:
    pages = ((*wrapped(PROSE[2] + PROSE[3], 8), SENTENCE, last), (first, *wrapped(PROSE[0] + PROSE[1], 12)))
    texts = _texts(pdf_report(*(page_of(_rows(*page, top=60)) for page in pages)))
    assert (first in next(text for text in texts if SENTENCE in text)) is goes_on


def test_the_value_of_a_label_ends_with_a_line_that_ends_early() -> None:
    words = ("bells, ropes, the keepers of both", "quays, lamps, the ovens of the mill", "bread, flour, the day of the feast")
    pages = [
        overlaid(
            run_in((50, 60, "Keywords: "), "Helvetica-Bold", words[n]),
            page_of([(50, 72.0 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n] + " " + PROSE[n + 1], 11))]),
        )
        for n in range(3)
    ]
    assert [text for text in _texts(pdf_report(*pages)) if "Keywords" in text] == [f"Keywords: {value}" for value in words]


def test_a_sentence_that_ends_where_the_next_word_had_no_room_ends_no_paragraph() -> None:
    lines = ["Nobody at all came to the harbour", "that year for the wind.", "Lighthousekeepers stayed with the", "lamps."]
    assert _texts(pdf_report(page_of(_rows(*lines)))) == [" ".join(lines)]
    lines[2] = "All of them stayed at home with"
    assert len(_texts(pdf_report(page_of(_rows(*lines))))) == 2


@pytest.mark.parametrize(("label", "count"), [("Project length", 2), ("The whole length of the project is", 1)])
def test_a_bold_label_is_parted_from_a_value_that_begins_in_bold_unless_it_fills_its_line(label: str, count: int) -> None:
    value = run_in((LEFT, 112, "350"), "Helvetica-Bold", " hours or a few more")
    page = overlaid(page_of([(LEFT, 100, label)], font="Helvetica-Bold"), value)
    assert len(_texts(pdf_report(page))) == count


FULL = (
    "The old tram depot stood empty for eleven",
    "years, until the choir of the whole quarter",
)


@pytest.mark.parametrize(
    ("above", "first", "space_pt", "below_pt", "is_parted"),
    [
        ("and all of its bakers came to it", "Nobody had a better idea, and so", 2.0, 12.0, True),
        ("and all of its bakers came to it", "Nobody had a better idea, and so", 1.0, 12.0, False),  # no more space
        ("and all of its bakers came to it", "Nobody had a better idea, and so", 2.0, 13.0, False),  # nor less below
        ("and all of its bakers came to it", "nobody had a better idea, and so", 2.0, 12.0, False),  # goes on small
        ("and all the bakers of the town came to", "A key was what nobody had, and so", 2.0, 12.0, False),  # no short line
        ("and all of its bakers came to it", "Schornsteinfegerversammlungen, and so", 2.0, 12.0, False),  # no room for it
    ],
)
def test_a_little_more_space_than_the_next_lines_have_begins_a_paragraph_under_a_short_line(
    above: str, first: str, space_pt: float, below_pt: float, *, is_parted: bool
) -> None:
    top = 136 + space_pt
    rest = [(LEFT, top, first), (LEFT, top + below_pt, "the key was given to it on a wet day in")]
    rows = [*_rows(*FULL, above), *rest, *_rows(*FULL, top=top + below_pt + 12), *_rows(*FULL, top=300)]
    assert any(text.startswith(first) for text in _texts(pdf_report(page_of(rows)))) is is_parted


def test_such_a_line_must_have_another_below_it_in_its_type() -> None:
    rows = [*_rows(*FULL, "and all of its bakers came to it"), *_rows("Nobody had a better idea, and so", top=138)]
    more = page_of(_rows(*FULL, top=300))
    in_bold = page_of(_rows("the key was given to it", top=150), "Helvetica-Bold")
    for page in (page_of(rows), overlaid(page_of(rows), more), overlaid(page_of(rows), in_bold, more)):
        assert not any(text.startswith("Nobody") for text in _texts(pdf_report(page)))


@pytest.mark.parametrize(
    ("figures", "size", "are_parted"),
    [(("$58,196", "$70,000"), 30.0, True), (("$58,196", "ovens"), 30.0, False), (("$58,196", "$70,000"), 10.0, False)],
    ids=["figures", "a word", "small"],
)
def test_large_figures_beside_each_other_are_of_different_captions(
    figures: tuple[str, str], size: float, *, are_parted: bool
) -> None:
    drawn = [
        page
        for x, figure, caption in ((LEFT, figures[0], "raised"), (LEFT + 5.4 * size, figures[1], "goal"))
        for page in (page_of([(x, 60, figure)], "Helvetica-Bold", size), page_of([(x, 104, caption)], "Helvetica", 8))
    ]
    texts = _texts(pdf_report(overlaid(*drawn, page_of(_rows(*wrapped(PROSE[0]), top=160)))))
    assert (figures[0] in texts) is are_parted


@pytest.mark.parametrize(
    ("credit", "title", "blocks"),
    [
        ("Photo: Ada Quill", "The Counted Steps", 2),
        ("© Ada Quill", "The Counted Steps", 2),
        ("Photo: Ada Quill and", "those who came with her", 1),
    ],
)
def test_in_a_dump_a_title_is_no_rest_of_the_credit_of_a_picture_over_it(credit: str, title: str, blocks: int) -> None:
    layout = laid_out(text_report(f"{PROSE[0]} {PROSE[1]}\n\n{credit}\n{title}\n\n{PROSE[2]}"))
    found = [block for block in layout.blocks if any(line.text in (credit, title) for line in block.lines)]
    assert len(found) == blocks
