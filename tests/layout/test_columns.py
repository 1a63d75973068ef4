"""Reading order on a page."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import pytest
from builders import Page, laid_out, overlaid, page_of, pdf_report, text_report

from profile_extract.layout.columns import (
    _before_labels,
    _is_sidebar,
    _is_under_heading,
    _last_lines,
    _sides_of_piece,
    in_reading_order,
)
from profile_extract.layout.grids import find_grid
from profile_extract.layout.gutters import Gutter, find_gutter
from profile_extract.layout.label_columns import _whole_labels, parted_beside_values
from profile_extract.model import BBox, Line, Run, Style
from profile_extract.segment.rows import is_beside

EM = 10.0
LEADING = 12.0
_OFFSETS = itertools.count()


def _line(text: str, x0: float, top: float, width: float) -> Line:
    return Line(0, 1, next(_OFFSETS), text, BBox(x0, top, x0 + width, top + EM))


def _column(name: str, x0: float, top: float, count: int, width: float = 100.0) -> list[Line]:
    """Lines a1, a2 … of a column named ``a``, one under the other."""
    return [_line(f"{name}{n + 1}", x0, top + LEADING * n, width) for n in range(count)]


def _read(lines: list[Line], labels: str = "") -> list[str]:
    """The texts in reading order, whatever order they came in."""
    shuffled = random.Random(7).sample(lines, len(lines))
    flows = in_reading_order(shuffled, EM, lambda line: line.text in labels.split())
    return [line.text for flow in flows for line in flow.lines]


def test_one_column_is_read_from_top_to_bottom() -> None:
    assert _read(_column("a", 50, 80, 5)) == ["a1", "a2", "a3", "a4", "a5"]


def test_the_parts_of_one_line_are_read_from_left_to_right() -> None:
    lines = [_line("left", 50, 81, 40), _line("right", 200, 80, 40), _line("under", 50, 92, 40)]
    assert _read(lines) == ["left", "right", "under"]


def test_two_columns_are_read_one_after_the_other() -> None:
    lines = _column("a", 50, 80, 4) + _column("b", 170, 80, 4)
    assert _read(lines) == ["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"]


@pytest.mark.parametrize(("gap", "is_read_as_columns"), [(60.0, True), (20.0, False)])
def test_a_wide_strip_parts_columns_of_which_one_ends_where_the_other_begins(gap: float, *, is_read_as_columns: bool) -> None:
    style = (Run(0, Style("Roman", EM)),)
    left = _column("a", 50, 80, 6)
    right = _column("b", 150 + gap, 80 + LEADING * 5, 6)
    lines = [line._replace(runs=style, start=n) for n, line in enumerate((*left, *right))]
    texts = _read([*lines[:5], lines[5]._replace(bbox=lines[5].bbox._replace(top=145.0, bottom=155.0)), *lines[6:]])
    columns = [f"a{n}" for n in range(1, 7)] + [f"b{n}" for n in range(1, 7)]
    assert (texts == columns) == is_read_as_columns


def _styled(lines: list[Line], size: float = EM, font: str = "Roman") -> list[Line]:
    return [line._replace(runs=(Run(0, Style(font, size)),)) for line in lines]


def test_a_heading_across_both_columns_says_less_against_them_than_a_line_among_them() -> None:
    """The heading begins where a line of the left column ends: the strip that parts them is right of that."""
    heading = _styled([_line("title", 150, 60, 200), _line("under it", 150, 74, 180)], 16.0)
    left = [_line(f"a{n + 1}", 40, 120 + LEADING * n, 115 if n == 1 else 90) for n in range(4)]
    right = _column("b", 190, 120, 5, width=160)
    lines = [*heading, *_styled([*left, *right])]
    gutter = find_gutter(lines, EM)
    assert gutter is not None
    assert gutter.right > 155
    found = _read(lines)
    assert found == ["title", "under it", *(f"a{n}" for n in range(1, 5)), *(f"b{n}" for n in range(1, 6))]


@pytest.mark.parametrize(("size", "is_first"), [(18.0, True), (EM, False)])
def test_a_heading_over_both_columns_that_stands_over_the_right_one_is_read_first(size: float, *, is_first: bool) -> None:
    heading = _styled([_line("title", 200, 60, 150)], size)
    columns = _styled([*_column("a", 50, 130, 5), *_column("b", 200, 130, 6, width=150)])
    assert (_read([*heading, *columns])[0] == "title") == is_first


def test_values_beside_their_labels_are_no_box_that_a_text_runs_around() -> None:
    text = _styled([_line(f"text {n}", 50, 60 + LEADING * n, 200) for n in range(4)])
    labels = _styled([_line(f"label{n}", 50, 120 + 16 * n, 40) for n in range(3)], font="Bold")
    values = _styled([_line(f"value {n}", 110, 120 + 16 * n, 60) for n in range(3)])
    more = _styled([_line(f"more {n}", 50, 190 + LEADING * n, 200) for n in range(4)])
    rows = [line for n in range(3) for line in (f"label{n}", f"value {n}")]
    assert _read([*text, *labels, *values, *more], "label0 label1 label2") == [
        *(f"text {n}" for n in range(4)),
        *rows,
        *(f"more {n}" for n in range(4)),
    ]


def test_three_columns_are_read_one_after_the_other() -> None:
    lines = _column("a", 50, 80, 4) + _column("b", 170, 80, 4) + _column("c", 290, 80, 4)
    assert _read(lines) == [f"{name}{n}" for name in "abc" for n in range(1, 5)]


def test_columns_of_different_leading_are_columns_all_the_same() -> None:
    right = [_line(f"b{n + 1}", 170, 83 + 15 * n, 100) for n in range(4)]
    assert _read(_column("a", 50, 80, 5) + right) == ["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "b4"]


def test_a_heading_over_both_columns_comes_before_them() -> None:
    lines = [_line("heading", 50, 50, 220), *_column("a", 50, 80, 4), *_column("b", 170, 80, 4)]
    assert _read(lines) == ["heading", "a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"]


def test_a_heading_across_the_page_ends_the_columns_above_it() -> None:
    above = _column("a", 50, 80, 4) + _column("b", 170, 80, 4)
    below = _column("c", 50, 170, 4) + _column("d", 170, 170, 4)
    expected = [f"{n}{i}" for n in "ab" for i in range(1, 5)] + ["across"] + [f"{n}{i}" for n in "cd" for i in range(1, 5)]
    assert _read([*above, _line("across", 50, 145, 220), *below]) == expected


def test_the_halves_of_a_landscape_page_are_read_one_after_the_other_each_with_its_columns() -> None:
    lines = [line for name, x0 in zip("abcd", (40, 190, 440, 590), strict=True) for line in _column(name, x0, 80, 5, 130)]
    assert _read(lines) == [f"{name}{n}" for name in "abcd" for n in range(1, 6)]


def test_lines_at_the_right_edge_that_end_short_lines_are_read_with_them() -> None:
    names = [_line(f"name{n}", 50, 80 + 48 * n, 60) for n in range(4)]
    amounts = [_line(f"amount{n}", 350, 80 + 48 * n, 40) for n in range(4)]
    texts = [_line(f"text{n}{row}", 50, 92 + 48 * n + 12 * row, 230) for n in range(4) for row in range(2)]
    assert _read([*names, *amounts, *texts])[:8] == [
        "name0",
        "amount0",
        "text00",
        "text01",
        "name1",
        "amount1",
        "text10",
        "text11",
    ]


def test_notes_beside_the_lines_of_a_text_are_a_column() -> None:
    notes = [_line(f"note{n}", 350, 80 + 48 * n, 40) for n in range(4)]
    assert _read([*_column("a", 50, 80, 16, width=280.0), *notes])[-4:] == ["note0", "note1", "note2", "note3"]


def test_a_grid_of_labels_and_values_is_read_across() -> None:
    labels = [_line("Aim", 50, 80, 20), _line("Cost", 50, 110, 25), _line("Partners", 50, 140, 40)]
    values = [*_column("a", 120, 80, 2, 150), *_column("c", 120, 110, 1, 150), *_column("p", 120, 140, 2, 150)]
    assert _read(labels + values, "Aim Cost Partners") == ["Aim", "a1", "a2", "Cost", "c1", "Partners", "p1", "p2"]


BOLD, PLAIN = Style("Sans", 10.0, bold=True), Style("Sans", 10.0)


def _set_in(style: Style, lines: list[Line]) -> list[Line]:
    return [line._replace(runs=(Run(0, style),)) for line in lines]


@pytest.mark.parametrize(("style", "drop"), [(PLAIN, 0.0), (BOLD, 0.0), (PLAIN, 6.0)], ids=["other", "same", "not level"])
def test_labels_level_with_shorter_values_of_another_style_are_read_with_them(style: Style, drop: float) -> None:
    labels = _set_in(BOLD, [_line(name, 50, 80 + 12 * n, 90) for n, name in enumerate(("Semester", "Workload", "Teachers"))])
    values = _set_in(style, [_line(text, 160, 80 + drop + 12 * n, 20) for n, text in enumerate(("3rd", "90 h", "Ada"))])
    across = ["Semester", "3rd", "Workload", "90 h", "Teachers", "Ada"]
    assert (_read(labels + values, "Semester Workload Teachers") == across) is (style is PLAIN and not drop)


def test_values_that_no_space_parts_begin_on_the_lines_of_their_labels() -> None:
    labels = _set_in(BOLD, [_line("Aim", 50, 80, 20), _line("Cost", 50, 104, 25), _line("Partners", 50, 116, 40)])
    values = _set_in(PLAIN, _column("v", 120, 80, 5, 150))
    assert _read(labels + values, "Aim Cost Partners") == ["Aim", "v1", "v2", "Cost", "v3", "Partners", "v4", "v5"]


def test_the_same_columns_without_labels_are_read_downwards() -> None:
    left = [_line("x", 50, 80, 20), _line("y", 50, 104, 25), _line("z", 50, 128, 40)]
    assert _read(left + _column("a", 120, 80, 5, 150), "Aim") == ["x", "y", "z", "a1", "a2", "a3", "a4", "a5"]


def test_a_label_centred_beside_a_value_of_several_lines_comes_before_all_of_it() -> None:
    labels = [_line("Aim", 50, 104, 20), _line("Cost", 50, 182, 25), _line("Partners", 50, 236, 40)]
    values = [*_column("a", 120, 80, 5, 150), *_column("c", 120, 158, 5, 150), *_column("p", 120, 236, 1, 150)]
    expected = ["Aim", "a1", "a2", "a3", "a4", "a5", "Cost", "c1", "c2", "c3", "c4", "c5", "Partners", "p1"]
    assert _read(labels + values, "Aim Cost Partners") == expected


def test_a_value_of_several_paragraphs_stays_with_its_label() -> None:
    labels = [_line("Aim", 50, 80, 20), _line("Cost", 50, 170, 25), _line("Partners", 50, 200, 40)]
    values = [*_column("a", 120, 80, 2, 150), *_column("b", 120, 112, 2, 150), *_column("c", 120, 170, 1, 150)]
    values += _column("p", 120, 200, 1, 150)
    assert _read(labels + values, "Aim Cost Partners") == ["Aim", "a1", "a2", "b1", "b2", "Cost", "c1", "Partners", "p1"]


def test_lines_at_the_left_edge_under_a_grid_do_not_make_its_labels_a_column() -> None:
    labels = [_line("Aim", 50, 80, 20), _line("Cost", 50, 110, 25), _line("Partners", 50, 140, 40)]
    values = [*_column("a", 120, 80, 2, 150), *_column("c", 120, 110, 1, 150), *_column("p", 120, 140, 2, 150)]
    address = _column("x", 50, 180, 5, 60)
    expected = ["Aim", "a1", "a2", "Cost", "c1", "Partners", "p1", "p2", "x1", "x2", "x3", "x4", "x5"]
    assert _read([*labels, *values, *address], "Aim Cost Partners") == expected


@pytest.mark.parametrize("gap", [3.0, 5.0])
def test_a_gap_no_wider_than_between_words_is_no_gutter(gap: float) -> None:
    lines = [*_column("a", 50, 80, 4), *_column("b", 150 + gap, 80, 4)]
    assert _read(lines)[:4] == ["a1", "b1", "a2", "b2"]


def test_two_columns_of_a_pdf_are_two_runs_of_text() -> None:
    left = ["Bees came back to the", "roofs of the old town", "in the second spring."]
    right = ["Since then the market", "has sold a honey of its", "own, called Slate Gold."]
    rows = [(50.0, 100.0 + 12 * n, text) for n, text in enumerate(left)]
    rows += [(200.0, 100.0 + 12 * n, text) for n, text in enumerate(right)]
    layout = laid_out(pdf_report(page_of(sorted(rows, key=lambda row: row[1]))))
    assert [block.text.text for block in layout.blocks] == [" ".join(left), " ".join(right)]


def test_a_grid_that_comes_back_on_three_pages_is_read_across_in_a_pdf() -> None:
    def grid(town: str) -> list[tuple[float, float, str]]:
        labels = [(50.0, 100.0, "Aim"), (50.0, 150.0, "Cost"), (50.0, 200.0, "Partners")]
        values = [f"More shade in {town}", f"Less than {town} spends on salt", f"The schools of {town} and the port"]
        lines = [(50.0, 60.0, f"The trees of {town}"), *((120.0, 100.0 + 50 * n, text) for n, text in enumerate(values))]
        return [*labels, *lines, (50.0, 260.0, f"Written down in the town hall of {town}")]

    layout = laid_out(pdf_report(*(page_of(grid(town)) for town in ("Turku", "Pori", "Oulu"))))
    assert [block.text.text for block in layout.blocks[1:7]] == [
        "Aim",
        "More shade in Turku",
        "Cost",
        "Less than Turku spends on salt",
        "Partners",
        "The schools of Turku and the port",
    ]


def test_columns_side_by_side_in_the_lines_of_a_dump_are_read_one_after_the_other() -> None:
    rows = [
        "Bees came back to the      Since then the market",
        "roofs of the old town      has sold a honey of its",
        "in the second spring.      own, called Slate Gold.",
    ]
    layout = laid_out(text_report("\n".join(rows) + "\f" + "A second page stands here."))
    assert [block.text.text for block in layout.blocks][:2] == [
        "Bees came back to the roofs of the old town in the second spring.",
        "Since then the market has sold a honey of its own, called Slate Gold.",
    ]


def test_columns_that_take_turns_in_the_rows_of_a_dump_are_read_one_after_the_other() -> None:
    left = ["Bees came back to the", "roofs of the old town", "in the second spring", "and stayed there."]
    right = ["Since then the market", "has sold a honey of its", "own, and the mayor has", "it for breakfast."]
    rows = "\n".join(f"{a}\n{'':30}{b}" for a, b in zip(left, right, strict=True))
    layout = laid_out(text_report(f"{rows}\n\fA second page stands here."))
    assert [block.text.text for block in layout.blocks][:2] == [" ".join(left), " ".join(right)]


HEADS = ("Bees", "Market", "Bells")
UNDER = ("came back to the old town in", "the second spring after it all,", "and nobody knew why that was.")


def _headed(font: str, drop: float = 0.0) -> list[str]:
    """The lines of a page with heads in one column, and three lines of text beside each, ``drop`` points lower."""
    heads: Page = page_of([(50.0, 100.0 + 60 * n, head) for n, head in enumerate(HEADS)], font)
    tops = [
        (100.0 + drop + 60 * n + 12 * k, f"{head[0]} {line}") for n, head in enumerate(HEADS) for k, line in enumerate(UNDER)
    ]
    report = pdf_report(overlaid(heads, page_of([(160.0, top, line) for top, line in tops])))
    return [line.text for block in laid_out(report).blocks for line in block.lines]


def test_heads_in_a_left_column_are_read_each_with_what_stands_beside_it() -> None:
    assert _headed("Helvetica-Bold") == [text for head in HEADS for text in (head, *(f"{head[0]} {line}" for line in UNDER))]


@pytest.mark.parametrize(("font", "drop"), [("Helvetica", 0.0), ("Helvetica-Bold", -12.0)], ids=["set alike", "not level"])
def test_a_left_column_set_alike_or_not_level_is_read_to_its_end(font: str, drop: float) -> None:
    assert _headed(font, drop)[:3] == list(HEADS)


def _timed(heads: tuple[str, ...], title_font: str, day: str = "") -> list[str]:
    """Times set as the texts are, each level with a heading over lines of text; a day may stand under the first text."""
    tops = [100.0 + 80 * n for n in range(len(heads))]
    left: Page = page_of([(50.0, top, head) for top, head in zip(tops, heads, strict=True)])
    titles = page_of([(160.0, top, head[::-1]) for top, head in zip(tops, heads, strict=True)], title_font)
    texts = page_of([(160.0, top + 20 + 12 * k, f"{top} {line}") for top in tops for k, line in enumerate(UNDER)])
    between = page_of([(50.0, 162.0, day)], "Helvetica-Bold") if day else page_of([])
    blocks = laid_out(pdf_report(overlaid(left, titles, texts, between))).blocks
    looked_for = (*heads, day, *(head[::-1] for head in heads))
    return [line.text for block in blocks for line in block.lines if line.text in looked_for]


TIMES = ("9.30–10.15", "10.30–11.15", "11.30–12.15", "14.00–14.45")


def test_times_set_as_the_text_is_head_what_is_set_otherwise_beside_them() -> None:
    beside = [text for time in TIMES for text in (time, time[::-1])]
    assert _timed(TIMES, "Helvetica-Bold") == beside
    assert _timed(TIMES, "Helvetica-Bold", day="Monday") == [*beside[:2], "Monday", *beside[2:]]
    assert _timed(TIMES, "Helvetica")[:2] != beside[:2]
    words = ("A bench", "The bell", "Two oars", "Ovens")
    assert _timed(words, "Helvetica-Bold")[:4] == list(words)


def test_lines_that_share_some_height_stand_side_by_side() -> None:
    right = [_line(f"b{n + 1}", 170, 86 + LEADING * n, 100) for n in range(4)]
    assert _read(_column("a", 50, 80, 4) + right) == ["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"]


def _table(right_font: str, *, drop: float = 0.0) -> list[str]:
    """The lines of a page with five names, and two lines beside each in a font, ``drop`` points lower."""
    names = ("Angola", "Bhutan", "Chad", "Dominica", "Ecuador")
    left = [(50.0, 100.0 + 40 * n + 12 * k, f"{name}{k}") for n, name in enumerate(names) for k in range(2)]
    right = [(250.0, drop + top, f"beside {text}") for _, top, text in left]
    report = pdf_report(overlaid(page_of(left, "Helvetica-Bold"), page_of(right, right_font)))
    return [line.text for block in laid_out(report).blocks for line in block.lines]


def test_a_table_without_rules_is_read_row_by_row() -> None:
    assert _table("Helvetica")[:6] == ["Angola0", "Angola1", "beside Angola0", "beside Angola1", "Bhutan0", "Bhutan1"]


@pytest.mark.parametrize(("font", "drop"), [("Helvetica-Bold", 0.0), ("Helvetica", 6.0)], ids=["cards set alike", "not level"])
def test_columns_whose_groups_are_set_alike_or_not_level_are_no_table(font: str, drop: float) -> None:
    assert _table(font, drop=drop)[:4] == ["Angola0", "Angola1", "Bhutan0", "Bhutan1"]


def test_lines_of_cards_side_by_side_are_no_facts() -> None:
    def row(top: float, font: str, *texts: str) -> list[Line]:
        runs = (Run(0, Style(font, EM)),)
        return [_line(text, x, top, 60)._replace(runs=runs) for x, text in zip((50, 220), texts, strict=True)]

    names, roles = row(80, "Bold", "Ada Okoro", "Jon Roca"), row(92, "Italic", "Chair", "Clerk")
    clubs = row(104, "Roman", "Rowers", "Bakers")
    assert find_grid([names, roles, clubs], lambda line: line.text.startswith("C")) is None
    assert find_grid([roles, clubs], lambda line: line.text.startswith("C")) is not None


@pytest.mark.parametrize(("size_pt", "top", "is_fact"), [(14.0, 30, False), (9.5, 30, True), (14.0, 60, True)])
def test_lines_over_the_titles_of_entries_side_by_side_are_no_facts(size_pt: float, top: float, is_fact: bool) -> None:
    def row(texts: str, top: float, style: Style) -> list[Line]:
        placed = zip(texts.split(), (50.0, 250.0), strict=True)
        return [_line(text, x, top, 60)._replace(runs=(Run(0, style),)) for text, x in placed]

    kinds, days = row("Concert Lecture", 0, Style("Roman", 8.0)), row("Monday Tuesday", 12, Style("Bold", 9.0))
    titles = row("Bells Lamps", top, Style("Bold", size_pt))
    assert (find_grid([kinds, days, titles], lambda line: line in kinds) is not None) == is_fact


@pytest.mark.parametrize(
    ("second", "x", "top", "is_fact"),
    [
        ("Sundays", 250, 90, True),
        ("", 250, 90, False),  # the same label twice
        ("Sundays", 300, 90, False),  # beside it
        ("Sundays", 250, 97, False),  # apart from it
    ],
)
def test_a_label_of_facts_may_have_a_second_line(second: str, x: float, top: float, is_fact: bool) -> None:
    labels, values = Style("Bold", 8.0), Style("Roman", 9.0)
    rows = [
        [_line("Open", 50, 80, 40), _line("Open", 250, 80, 40)],
        [_line(second, x, top, 40)] if second else [],
        [_line("9 to 5", 50, 100, 40), _line("noon to 5", 250, 104, 40)],
    ]
    set_so = [[line._replace(runs=(Run(0, labels if n < 2 else values),)) for line in row] for n, row in enumerate(rows)]
    found = find_grid([row for row in set_so if row], lambda line: line.text == "Open")
    assert (found is not None) is is_fact
    assert found is None or [[line.text for line in cell] for cell in found.cells] == [
        ["Open", "9 to 5"],
        ["Open", "Sundays", "noon to 5"],
    ]


def test_labels_in_columns_of_text_that_are_level_are_no_facts() -> None:
    bold, roman = Style("Bold", EM), Style("Roman", EM)

    def row(top: float, style: Style, *texts: str) -> list[Line]:
        edges = (50.0, 200.0)
        return [_line(t, x, top, 90)._replace(runs=(Run(0, style),)) for t, x in zip(texts, edges, strict=True)]

    text = [row(80 + LEADING * n, roman, f"a{n}", f"b{n}") for n in range(3)]
    labels, values = row(140, bold, "Cost", "Cause"), row(152, roman, "ten", "rain")
    assert find_grid([*text, labels, values], lambda line: line.text.startswith("C")) is None
    assert find_grid([labels, values], lambda line: line.text.startswith("C")) is not None


@pytest.mark.parametrize(
    ("rows", "style", "is_fact"),
    [
        (((50.0, "years"), (250.0, "seven")), "Roman", False),
        (((250.0, "and a bell"),), "Roman", True),
        (((250.0, "and a bell"), None, (50.0, "years"), (250.0, "seven")), "Roman", False),
        (((70.0, "a text"), None, (50.0, "years"), (250.0, "seven")), "Roman", True),
        (((50.0, "years"), (250.0, "seven")), "Italic", True),
    ],
    ids=["a row", "one value longer", "a row behind it", "a text between", "set otherwise"],
)
def test_heads_over_a_table_whose_rows_white_space_parts_are_no_facts(
    rows: tuple[tuple[float, str] | None, ...], style: str, *, is_fact: bool
) -> None:
    """Below the first row of values, with space between; None parts the rows."""
    heads = _set_in(BOLD, [_line("Cost", 50, 80, 60), _line("Cause", 250, 80, 60)])
    values = _set_in(Style("Roman", EM), [_line("place", 50, 94, 60), _line("harbour", 250, 94, 60)])
    below: list[list[Line]] = [[]]
    for place in rows:
        if place is None:
            below.append([])
        else:
            below[-1].append(_line(place[1], place[0], 112 + 18 * len(below), 60))
    set_so = [_set_in(Style(style, EM), row) for row in below]
    assert (find_grid([heads, values, *set_so], lambda line: line.text.startswith("C")) is not None) is is_fact


def test_the_same_line_in_both_columns_is_no_row_of_facts() -> None:
    bold, roman = (Run(0, Style("Bold", EM)),), (Run(0, Style("Roman", EM)),)
    for second, is_grid in (("Cost", False), ("Cause", True)):
        labels = [_line(text, x, 140, 90)._replace(runs=bold) for text, x in (("Cost", 50), (second, 200))]
        values = [_line(text, x, 152, 90)._replace(runs=roman) for text, x in (("ten", 50), ("rain", 200))]
        assert (find_grid([labels, values], lambda line: line.text.startswith("C")) is not None) is is_grid


@pytest.mark.parametrize("label", ["Bold", "Roman"])
def test_facts_beside_a_text_are_told_by_their_labels_though_values_come_back(label: str) -> None:
    """Each fact is a label with its value under it, and values come back as labels do: all are read behind one another."""
    words = ("Cost ten", "Start two", "Place six", "Team one")
    facts = [
        _line(word, 50, 80 + 24 * n + 12 * k, 60)._replace(runs=(Run(0, Style("Roman" if k else label, EM)),))
        for n, pair in enumerate(words)
        for k, word in enumerate(pair.split())
    ]
    text = [line._replace(runs=(Run(0, Style("Roman", EM)),)) for line in _column("b", 150, 80, 8, width=280.0)]
    read = _read([*facts, *text], labels=" ".join(words))
    assert (read[:2] == ["Cost", "ten"] and read[-1] == "b8" and read[8] == "b1") is (label == "Bold")


def test_a_block_is_beside_the_last_line_of_one_though_the_first_reaches_further() -> None:
    report = pdf_report(
        overlaid(
            page_of([(50, 80, "Chairs and tables that nobody wanted any more"), (50, 94, "after dark")], "Helvetica-Bold", 12),
            page_of([(300, 94, "10 credits")]),
        )
    )
    title, credits_ = laid_out(report).blocks
    assert is_beside(title, credits_)
    assert not is_beside(credits_, title)


def test_labels_and_values_that_come_back_beside_a_text_are_no_labels_of_it() -> None:
    facts = ("Place", "Tables"), ("Time", "Twice"), ("Age", "Twelve")
    left = [
        _line(text, x, 80 + LEADING * n, x - 10)
        for n, fact in enumerate(facts)
        for x, text in zip((50, 110), fact, strict=True)
    ]
    over = _column("a", 50, 80 - 2 * LEADING, 2, 150)
    right = _column("b", 300, 80 - 2 * LEADING, 5, 150)
    read = _read([*over, *left, *right], "a1 a2 Place Tables Time Twice Age Twelve")
    assert read[-5:] == ["b1", "b2", "b3", "b4", "b5"]


def test_items_of_a_list_that_come_back_are_no_labels_of_the_text_beside_them() -> None:
    items = [f"• {thing}" for thing in ("flour", "salt", "yeast", "water", "rye", "seeds", "oil", "thyme")]
    steps = [f"{line.capitalize()} {n}" for n in range(3) for line in UNDER][:8]
    pages = [
        page_of(
            [
                (50.0, 50.0, f"Bread in {town}"),
                *((50.0, 80.0 + 12 * n, item) for n, item in enumerate(items)),
                *((160.0, 80.0 + 12 * n, f"{town} {step}") for n, step in enumerate(steps)),
            ]
        )
        for town in ("Turku", "Pori", "Oulu")
    ]
    lines = [line.text for block in laid_out(pdf_report(*pages)).blocks for line in block.lines]
    assert lines[1:17] == [*items, *(f"Turku {step}" for step in steps)]


@pytest.mark.parametrize(("long", "below", "is_grid"), [(4, 160.0, True), (4, 140.0, False), (8, 220.0, False)])
def test_the_last_value_of_a_row_of_facts_may_be_longer_and_set_otherwise(long: int, below: float, is_grid: bool) -> None:
    """White space ends it; what goes on in another type, or for long, is a column of text."""
    small, bold, roman = (Style(font, EM) for font in ("Small", "Bold", "Roman"))
    labels = _set_in(small, [_line("Cost", 50, 80, 30), _line("Cause", 200, 80, 30)])
    first = [*_set_in(bold, [_line("ten", 50, 92, 30)]), *_set_in(roman, [_line("v0", 200, 92, 90)])]
    more = [_set_in(roman, [_line(f"v{n}", 200, 92 + LEADING * n, 90)]) for n in range(1, long)]
    text = _set_in(small, [_line("text", 50, below, 200)])
    grid = find_grid([labels, first, *more, text], lambda line: line.text.startswith("C"))
    assert (grid is not None) is is_grid
    if grid is not None:
        assert [[line.text for line in cell] for cell in grid.cells] == [["Cost", "ten"], ["Cause", "v0", "v1", "v2", "v3"]]


def test_facts_beside_a_text_may_have_a_heading_over_them() -> None:
    """Their values stand under the labels, and not beside them in the text."""
    facts = ("Inhabitants:", "State:", "Cost:", "Begun:")

    def page(number: int) -> Page:
        labels = [(50, 78.0 + 26 * n, fact) for n, fact in enumerate(facts)]
        values = [(50, 90.0 + 26 * n, f"{100 * number + n} of it") for n in range(4)]
        text = [(150, 60.0 + 12 * n, f"line {n} of page {number} of a text that fills its column") for n in range(12)]
        heading = page_of([(50, 60.0, "At a glance")], "Helvetica-Bold", 10)
        return overlaid(heading, page_of(labels, "Helvetica-Bold", 9), page_of(values, "Helvetica", 9), page_of(text))

    read = [line.text for block in laid_out(pdf_report(*map(page, range(4)))).blocks for line in block.lines]
    assert read[read.index("Inhabitants:") + 1] == "0 of it"
    assert read[read.index("Begun:") + 1] == "3 of it"


def test_an_address_beside_labels_and_their_values_is_a_column_of_its_own() -> None:
    def column(x: float, top: float, leading: float, count: int) -> list[Line]:
        style = (Run(0, Style("Roman", 10.0)),)
        tops = [top + leading * n for n in range(count)]
        return [Line(0, 1, int(10 * x + n), f"word {n}", BBox(x, t, x + 60, t + 10), style) for n, t in enumerate(tops)]

    labels, values, address = column(50, 100, 20, 5), column(130, 100, 20, 5), column(260, 104, 13, 8)
    assert parted_beside_values(labels, [*values, *address], 10.0) == (values, address)
    level = column(260, 100, 20, 5)
    assert parted_beside_values(labels, [*values, *level], 10.0) == ([*values, *level], ())


def test_a_value_that_begins_level_goes_on_to_the_next_label_though_that_is_nearer() -> None:
    labels = [_line("Aim", 50, 80, 20), _line("Cost", 50, 114, 25), _line("Partners", 50, 140, 40)]
    tops = {"a1": 80.0, "a2": 98.0, "c1": 114.0, "p1": 140.0}
    values = [_line(name, 120, top, 150) for name, top in tops.items()]
    assert _read(labels + values, "Aim Cost Partners") == ["Aim", "a1", "a2", "Cost", "c1", "Partners", "p1"]


@pytest.mark.parametrize(
    ("second", "top", "style", "is_whole"),
    [
        ("of all parts", 92.0, BOLD, True),
        ("Of all parts", 92.0, BOLD, True),  # white space parts the labels
        ("of all parts", 92.0, PLAIN, False),
    ],
)
def test_a_label_of_two_lines_comes_whole_before_its_value(second: str, top: float, style: Style, *, is_whole: bool) -> None:
    heads = [_line("Costs", 50, 80, 40), _line("Aims", 50, 140, 40), _line("Time", 50, 180, 40)]
    labels = [*_set_in(BOLD, heads), *_set_in(style, [_line(second, 50, top, 45)])]
    values = _set_in(PLAIN, [*_column("a", 120, 80, 3, 150), *_column("b", 120, 140, 1, 150), *_column("c", 120, 180, 1, 150)])
    shuffled = random.Random(7).sample(labels + values, len(labels + values))
    known = {"Costs", "Aims", "Time", second}
    read = [line.text for flow in in_reading_order(shuffled, EM, lambda line: line.text in known) for line in flow.lines]
    assert (read[:3] == ["Costs", second, "a1"]) is is_whole


@pytest.mark.parametrize(("top", "count"), [(92.0, 1), (96.0, 2)])
def test_a_label_goes_on_in_a_line_right_under_it_only(top: float, count: int) -> None:
    labels = _set_in(BOLD, [_line("Costs", 50, 80, 40), _line("of all parts", 50, top, 45)])
    assert len(_whole_labels(labels, _column("a", 120, 80, 3, 150), EM)) == count


def test_labels_beside_the_middle_of_values_are_not_level_though_one_is() -> None:
    labels = [_line("Aim", 50, 86, 20), _line("Cost", 50, 130, 25), _line("Partners", 50, 166, 40)]
    values = [*_column("a", 120, 80, 2, 150), *_column("c", 120, 130, 1, 150), *_column("p", 120, 160, 2, 150)]
    assert _read(labels + values, "Aim Cost Partners") == ["Aim", "a1", "a2", "Cost", "c1", "Partners", "p1", "p2"]


@pytest.mark.parametrize(("top", "count"), [(92.0, 2), (104.0, 1)])
def test_a_label_does_not_go_on_where_a_value_begins(top: float, count: int) -> None:
    labels = _set_in(BOLD, [_line("Costs", 50, 80, 40), _line("of all parts", 50, 92, 45)])
    values = [_line("a", 120, 74, 150), _line("b", 120, top, 150)]
    assert len(_whole_labels(labels, values, EM)) == count


# Beside a text that a heading opens


def _sized(lines: list[Line], *sizes: float) -> list[Line]:
    """Lines in type of these sizes, the last one for all further ones."""
    styles = [Style("Roman", size) for size in (*sizes, *[sizes[-1]] * len(lines))]
    return [line._replace(runs=(Run(0, style),)) for line, style in zip(lines, styles, strict=False)]


@pytest.mark.parametrize(
    ("size", "top", "heading", "is_one"),
    [
        (8.0, 80.0, 16.0, True),
        (9.2, 80.0, 16.0, True),
        (10.0, 91.0, 16.0, True),
        (10.0, 90.0, 16.0, False),
        (10.0, 80.0, 16.0, False),
        (9.5, 80.0, 16.0, False),
        (10.2, 91.0, 16.0, False),
        (9.2, 80.0, 10.0, False),
        (10.0, 91.0, 10.8, False),
    ],
    ids=[
        "small print",
        "a little smaller",
        "lower",
        "as low as the heading ends",
        "level",
        "hardly smaller",
        "larger",
        "without a heading",
        "under no larger line",
    ],
)
def test_a_narrow_column_beside_a_heading_is_small_or_begins_below_it(
    size: float, top: float, heading: float, *, is_one: bool
) -> None:
    left = _sized(_column("a", 50, top, 4, 60.0), size)
    right = _sized(_column("b", 150, 80, 8, 200.0), heading, 10.0)
    assert _is_sidebar(left, right) is is_one


def test_lines_over_the_heading_are_small_and_few() -> None:
    left = _sized(_column("a", 50, 130, 4, 60.0), 10.0)
    right = _column("b", 150, 80, 10, 200.0)
    assert _is_sidebar(left, _sized(right, 10.0, 10.0, 16.0, 10.0))
    assert not _is_sidebar(left, _sized(right, 10.0, 10.0, 10.0, 16.0, 10.0))
    assert not _is_sidebar(
        [line._replace(bbox=line.bbox._replace(top=110.0)) for line in left], _sized(right, 10.0, 10.0, 16.0, 10.0)
    )


def test_a_wide_column_or_one_of_a_dump_is_no_sidebar() -> None:
    left, right = _column("a", 50, 130, 4, 125.0), _column("b", 190, 80, 8, 200.0)
    assert not _is_sidebar(_sized(left, 10.0), _sized(right, 16.0, 10.0))
    assert not _is_sidebar(_column("a", 50, 130, 4, 60.0), right)


def test_what_begins_below_a_heading_beside_it_is_read_behind_its_text() -> None:
    heading = page_of([(150, 60, "Chairs After Dark")], "Helvetica", 18.0)
    text = page_of([(150, 84 + 12 * n, f"The school has opened {n} workshops, and neighbours come") for n in range(9)])

    def first(top: float) -> str:
        facts = page_of([(40, top + 12 * n, f"Ropes {n}, chairs") for n in range(5)])
        return laid_out(pdf_report(overlaid(heading, text, facts))).blocks[0].text.text

    assert first(96) == "Chairs After Dark"
    assert first(60).startswith("Ropes 0")


# Bullets


@pytest.mark.parametrize(("mark", "is_read_across"), [("•", True), ("▪", True), ("a", False)])
def test_a_column_of_nothing_but_bullets_is_read_with_what_stands_beside_it(mark: str, *, is_read_across: bool) -> None:
    marks = [line._replace(text=mark, start=n) for n, line in enumerate(_column("a", 50, 80, 5, 8.0))]
    items = [line._replace(start=10 + n) for n, line in enumerate(_column("b", 120, 80, 5))]
    across = [text for n in range(5) for text in (mark, f"b{n + 1}")]
    assert (_read([*marks, *items]) == across) is is_read_across
    mixed = [*(mark for _ in range(4)), "a5", *(f"b{n + 1}" for n in range(5))]
    assert _read([*marks[:4], marks[4]._replace(text="a5"), *items]) == mixed


WORDS = ("Office", "Amount", "Payment", "Age")


@pytest.mark.parametrize(
    ("labels", "style", "is_read_so"), [(WORDS, PLAIN, True), (WORDS[:1], PLAIN, False), (WORDS, None, False)]
)
def test_labels_between_a_text_and_their_values_are_parted_from_the_text(
    labels: Sequence[str], style: Style | None, *, is_read_so: bool
) -> None:
    text = [_line(f"t{n}", 50, 80 + LEADING * n, 218) for n in range(8)]
    words = [_line(word, 280, 80 + 24 * n, 40) for n, word in enumerate(WORDS)]
    values = [_line(f"v{n}", 345, 80 + 24 * n, 60) for n in range(4)]
    lines = [*_set_in(PLAIN, text), *_set_in(BOLD, words), *_set_in(PLAIN, values)] if style else [*text, *words, *values]
    between = find_gutter(lines[8:], EM)
    assert between is not None
    found = _before_labels(lines, between, EM, lambda line: line.text in labels)
    assert (found != between and found.right < 280) is is_read_so


ROMAN, OTHER = Style("Roman", EM), Style("Italic", EM)


def _tails(over: float, x: float, width: float, gap: float, *styles: Style | None) -> list[int]:
    """The tails of a line and one under it at some place, over a text; ``styles`` are theirs and that of the line below."""
    placed = (
        _line("over", 50, 80, over),
        _line("tail", x, 90 + gap, width),
        _line("below", 50, 110, 90),
        *(_line(f"text {n}", 50, 130 + LEADING * n, 90) for n in range(3)),
    )
    set_so = zip(placed, (*styles, *[ROMAN] * 3), strict=True)
    lines = [line._replace(start=n, runs=(Run(0, style),) if style else ()) for n, (line, style) in enumerate(set_so)]
    return sorted(_last_lines(lines, Gutter(145, 155, 1.0)))


@pytest.mark.parametrize(
    "styles", [(OTHER, OTHER, OTHER), (ROMAN, ROMAN, OTHER)], ids=["as the text is not", "as the next is not"]
)
def test_a_short_last_line_goes_with_what_crosses_the_gutter_over_it(styles: tuple[Style, ...]) -> None:
    assert _tails(200, 50, 60, 5.5, *styles) == [1]


@pytest.mark.parametrize(
    ("over", "x", "width", "gap", "styles"),
    [
        (200, 50, 60, 2, (ROMAN, ROMAN, ROMAN)),
        (200, 50, 60, 2, (ROMAN, OTHER, OTHER)),
        (200, 50, 60, 2, (None, None, ROMAN)),
        (200, 55, 60, 2, (OTHER, OTHER, ROMAN)),
        (200, 50, 60, 6.5, (OTHER, OTHER, ROMAN)),
        (90, 50, 60, 2, (OTHER, OTHER, ROMAN)),
        (200, 50, 150, 2, (OTHER, OTHER, ROMAN)),
    ],
    ids=["as all is", "set otherwise", "no type", "further in", "far below", "under a short line", "a long line"],
)
def test_other_lines_end_nothing_that_crosses_it(
    over: float, x: float, width: float, gap: float, styles: tuple[Style | None, ...]
) -> None:
    assert _tails(over, x, width, gap, *styles) == []


def test_the_last_line_of_all_ends_what_crosses_it_only_if_the_text_is_set_otherwise() -> None:
    lines = [
        line._replace(start=n, runs=(Run(0, ROMAN),))
        for n, line in enumerate((_line("over", 50, 80, 200), _line("tail", 50, 92, 60)))
    ]
    assert _last_lines(lines, Gutter(145, 155, 1.0)) == set()


LARGE = Style("Bold", 16.0)


@pytest.mark.parametrize(
    ("styles", "x", "top", "below", "is_under"),
    [
        ((LARGE, ROMAN, OTHER), 50, 92, 130, True),
        ((LARGE, ROMAN, OTHER), 50, 99, 130, True),
        ((LARGE, ROMAN, OTHER), 50, 101, 130, False),
        ((LARGE, ROMAN, OTHER), 50, 95, 109, False),
        ((LARGE, ROMAN, OTHER), 55, 92, 130, False),
        ((LARGE, ROMAN, ROMAN), 50, 92, 130, False),
        ((Style("Bold", EM), ROMAN, OTHER), 50, 92, 130, False),
        ((None, ROMAN, OTHER), 50, 92, 130, False),
        ((LARGE, None, OTHER), 50, 92, 130, False),
        ((LARGE, ROMAN, None), 50, 92, 130, False),
    ],
    ids=["right under it", "near", "far", "nearer to the text", "further in", "as the text", "small", "a", "b", "c"],
)
def test_a_line_right_under_a_larger_heading_is_of_it(
    styles: tuple[Style | None, ...], x: float, top: float, below: float, *, is_under: bool
) -> None:
    placed = (_line("heading", 50, 80, 200), _line("line", x, top, 60), _line("below", 50, below, 90))
    lines = [line._replace(runs=(Run(0, style),) if style else ()) for line, style in zip(placed, styles, strict=True)]
    assert _is_under_heading(lines[0], lines[1], lines[2]) is is_under


def test_it_ends_what_crosses_the_gutter_if_the_heading_does_so_alone_and_text_stands_below() -> None:
    assert _tails(200, 50, 60, 2, LARGE, ROMAN, OTHER) == [1]
    assert _tails(90, 50, 60, 2, LARGE, ROMAN, OTHER) == []
    assert _tails(200, 50, 150, 2, LARGE, ROMAN, OTHER) == []
    heading, line = _line("over", 50, 80, 200), _line("tail", 50, 92, 60)
    assert _last_lines([*_set_in(LARGE, [heading]), *_set_in(ROMAN, [line])], Gutter(145, 155, 1.0)) == set()


@pytest.mark.parametrize(("count", "sides"), [(1, 2), (8, 1)], ids=["few lines", "many"])
def test_a_piece_that_shows_no_gutter_by_itself_is_read_in_its_two_sides(count: int, sides: int) -> None:
    piece = [*_column("a", 50, 80, count), *_column("b", 170, 80, count)]
    assert len(_sides_of_piece(piece, Gutter(150, 170, 1.0), EM)) == sides
