"""Texts in columns under each other on one page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from profile_extract.layout.baselines import grouped_rows
from profile_extract.layout.columns import in_reading_order
from profile_extract.layout.stretches import _goes_on_label, find_stretches
from profile_extract.model import BBox, Line, Run, Style

EM = 10.0
LEADING = 12.0
TEXT, HEAD, SMALL = Style("Roman", EM), Style("Bold", 14.0), Style("Roman", 7.0)


class _Page:
    """Lines placed one after the other; each is known by its text."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def line(self, text: str, x: float, top: float, style: Style = TEXT, width: float = 160.0) -> None:
        box = BBox(x, top, x + width, top + style.size_pt)
        self.lines.append(Line(0, 1, len(self.lines), text, box, (Run(0, style),)))

    def columns(self, name: str, top: float, left: int, right: int) -> None:
        for n in range(left):
            self.line(f"{name} left {n}", 50, top + LEADING * n)
        for n in range(right):
            self.line(f"{name} right {n}", 230, top + LEADING * n)

    def read(self) -> list[str]:
        return [line.text for flow in in_reading_order(self.lines, EM, lambda _: False) for line in flow.lines]


def _stacked(head: Style = HEAD, *, beside: Style | None = None) -> list[str]:
    """Two texts in columns, each under a head in the left one; a line in another style may stand in the right one."""
    page = _Page()
    for number, name in enumerate("ab"):
        top = 60 + 120 * number
        page.line(f"head {name}", 50, top, head)
        page.columns(name, top + 24, 5, 4)
    if beside:
        page.line("beside", 230, 60 + 120 + 24 + 4 * LEADING, beside)
    return page.read()


def _whole(name: str) -> list[str]:
    return [f"head {name}", *(f"{name} left {n}" for n in range(5)), *(f"{name} right {n}" for n in range(4))]


def test_columns_end_where_the_next_head_begins() -> None:
    assert _stacked() == [*_whole("a"), *_whole("b")]


def test_heads_like_it_in_the_other_column_are_of_columns_that_go_on() -> None:
    assert _stacked(beside=HEAD).index("head b") < _stacked(beside=HEAD).index("a right 0")


def test_a_head_beside_a_space_between_paragraphs_is_of_its_column() -> None:
    """The lines above and below that space reach into its height: the columns' lines are not level."""
    page = _Page()
    page.columns("a", 60, 5, 0)
    page.line("head", 50, 130, Style("Italic", EM))
    page.columns("b", 148, 4, 0)
    for n, top in enumerate((60, 72, 84, 96, 109, 123, 148, 160, 172, 184)):
        page.line(f"right {n}", 230, top)
    assert page.read().index("b left 3") < page.read().index("right 0")


def test_a_head_at_the_end_is_read_behind_both_columns_if_others_stand_above() -> None:
    page = _Page()
    page.line("head a", 50, 60, HEAD)
    page.columns("a", 84, 5, 4)
    page.line("head b", 50, 180, HEAD)
    page.columns("b", 204, 5, 4)
    page.line("head c", 50, 300, HEAD)
    assert page.read() == [*_whole("a"), *_whole("b"), "head c"]


def test_an_address_in_small_type_at_the_foot_is_read_behind_both_columns() -> None:
    page = _Page()
    page.columns("a", 60, 6, 6)
    page.line("Rowers of Turku", 50, 150, SMALL)
    page.line("oars@turku.example", 50, 159, SMALL)
    assert page.read()[-2:] == ["Rowers of Turku", "oars@turku.example"]


def test_small_print_without_an_address_is_read_in_its_column() -> None:
    page = _Page()
    page.columns("a", 60, 6, 6)
    page.line("as they said", 50, 150, SMALL)
    assert page.read().index("as they said") == 6


def test_the_short_last_line_of_what_crosses_the_gutter_goes_with_it() -> None:
    page = _Page()
    page.line("A long line over both", 50, 60, HEAD, 340)
    page.line("columns", 50, 76, HEAD, 60)
    page.columns("a", 100, 5, 5)
    assert page.read()[:3] == ["A long line over both", "columns", "a left 0"]


def test_facts_beside_a_text_keep_their_own_values() -> None:
    page = _Page()
    for n, (label, value) in enumerate([("Begun", "1921"), ("Cost", "12 pounds"), ("Oars", "40"), ("Boats", "6")]):
        page.line(label, 50, 60 + 30 * n, Style("Bold", 8.0), 40)
        page.line(value, 50, 70 + 30 * n, Style("Roman", 8.0), 40)
    for n in range(10):
        page.line(f"text {n}", 150, 60 + LEADING * n, TEXT, 250)
    is_label = {"Begun", "Cost", "Oars", "Boats"}.__contains__
    read = [line.text for flow in in_reading_order(page.lines, EM, lambda line: is_label(line.text)) for line in flow.lines]
    assert [text for text in read if not text.startswith("text")] == [
        "Begun", "1921", "Cost", "12 pounds", "Oars", "40", "Boats", "6",
    ]  # fmt: skip
    assert [text for text in read if text.startswith("text")] == [f"text {n}" for n in range(10)]
    assert read.index("text 9") - read.index("text 0") == 9


def _heads() -> list[str]:
    """Names on the left, and beside each an address of three lines and two numbers."""
    page = _Page()
    for n, name in enumerate("abcd"):
        top = 60 + 60 * n
        page.line(f"name {name}", 50, top, Style("Bold", EM), 80)
        for k in range(3):
            page.line(f"address {name}{k}", 150, top + LEADING * k, TEXT, 80)
        for k in range(2):
            page.line(f"number {name}{k}", 250, top + LEADING * k, TEXT, 80)
    return page.read()


def test_columns_beside_heads_are_read_one_after_the_other() -> None:
    assert _heads()[:6] == ["name a", "address a0", "address a1", "address a2", "number a0", "number a1"]


def _closed(label: str, address: str, right: Style = TEXT) -> str:
    """The last line of a page with two columns, and under the left one a label and a line; the right one begins in a style."""
    page = _Page()
    page.line("first", 230, 48, right)
    page.columns("a", 60, 6, 6)
    page.line(label, 50, 150, HEAD)
    page.line(address, 50, 170)
    return page.read()[-1]


def test_an_address_that_a_label_announces_under_both_columns_is_read_behind_them() -> None:
    assert _closed("Contact", "ada@benches.example") == "ada@benches.example"


def test_other_parts_and_those_of_one_column_are_read_where_they_stand() -> None:
    assert _closed("Outlook", "ada@benches.example") == "a right 5"
    assert _closed("Contact", "Ada Okoro") == "a right 5"
    assert _closed("Contact", "ada@benches.example", HEAD) == "a right 5"


def test_an_address_in_small_type_that_each_column_has_of_its_own_is_no_foot() -> None:
    page = _Page()
    page.columns("a", 60, 8, 5)
    page.line("rope@quay.example", 50, 60 + LEADING * 9, SMALL)
    page.line("bell@mill.example", 230, 60 + LEADING * 6, SMALL)
    assert page.read()[8:10] == ["rope@quay.example", "a right 0"]


def test_signs_may_stand_before_the_addresses_of_the_columns() -> None:
    page = _Page()
    page.columns("a", 60, 8, 5)
    page.line("rope@quay.example", 50, 60 + LEADING * 9, SMALL)
    page.line("✉ bell@mill.example", 230, 60 + LEADING * 6, SMALL)
    assert page.read()[8:10] == ["rope@quay.example", "a right 0"]


BOX_TEXT = Style("Roman", 8.0)


def _boxes(top: float, head: Style = HEAD, text: Style = BOX_TEXT) -> list[str]:
    """Two columns of a text, and under both, two boxes side by side."""
    page = _Page()
    page.columns("a", 60, 6, 5)
    for name, x in (("facts", 50.0), ("address", 230.0)):
        page.line(f"head {name}", x, top, head)
        for n in range(3):
            page.line(f"{name} {n}", x, top + 20 + LEADING * n, text)
    return page.read()


def test_boxes_side_by_side_under_two_columns_are_read_behind_both() -> None:
    text = [f"a left {n}" for n in range(6)] + [f"a right {n}" for n in range(5)]
    boxes = [line for name in ("facts", "address") for line in (f"head {name}", *(f"{name} {n}" for n in range(3)))]
    assert _boxes(170) == [*text, *boxes]


def test_level_heads_close_to_the_text_or_over_more_of_it_are_of_their_columns() -> None:
    for read in (_boxes(140), _boxes(170, text=TEXT)):
        assert read.index("facts 2") < read.index("a right 0")


def _box_beside_text(label: str, *, end: str, above: Style = HEAD, width: float = 60.0, text_lines: int = 6) -> list[str]:
    """A narrow box of facts in the left column, with an address at its end that reaches below the text beside it."""
    page = _Page()
    page.line("kind", 50, 60, above, width)
    for n in range(text_lines - 1):
        page.line(f"fact {n}", 50, 72 + LEADING * n, SMALL, width)
    page.line(label, 50, 60 + LEADING * text_lines, HEAD, width)
    page.line(end, 50, 76 + LEADING * text_lines, SMALL, width)
    for n in range(text_lines):
        page.line(f"right {n}", 230, 60 + LEADING * n)
    return page.read()


def test_the_address_that_ends_a_box_beside_a_text_is_of_the_box() -> None:
    """Labels of the box are set as the one over the address, and its facts as the address is."""
    assert _box_beside_text("Contact", end="oars@turku.example")[-1] == "right 5"


def test_a_label_set_as_none_of_the_left_column_or_under_one_as_wide_announces_an_address_of_both() -> None:
    assert _box_beside_text("Contact", end="oars@turku.example", above=SMALL)[-1] == "oars@turku.example"
    assert _box_beside_text("Contact", end="oars@turku.example", width=160.0)[-1] == "oars@turku.example"


def test_small_print_that_goes_on_above_in_its_column_is_of_that_though_no_label_ends_it() -> None:
    page = _Page()
    page.line("fact", 50, 60, SMALL, 60.0)
    for n in range(5):
        page.line(f"left {n}", 50, 72 + LEADING * n, TEXT, 60.0)
    page.line("oars@turku.example", 50, 150, SMALL, 60.0)
    page.columns("a", 60, 0, 6)
    assert page.read()[-1] == "a right 5"


BOX = Style("Roman", 8.0)


def _begins_of_records(
    *, kicker: Style | None = HEAD, box: Style = BOX, first: Style = TEXT, shift: float = 0.0, boxes: Sequence[int] = (0, 1)
) -> list[str]:
    """The first lines of the stretches of two records, each with a title, a text, and a box that begins below its first line.

    Small print ends each; a ``kicker`` stands over the title, and ``first`` is the type of the first text.
    """
    page, top = _Page(), 60.0
    for number, name in enumerate("ab"):
        page.line(f"kicker {name}", 50, top, kicker or HEAD)
        page.lines[-1] = page.lines[-1] if kicker else page.lines[-1]._replace(runs=())
        page.line(f"head {name}", 50, top + 16, HEAD)
        for n in range(6 + 6 * number):
            page.line(f"{name} text {n}", 50, top + 34 + LEADING * n, TEXT if number else first)
        for n in range(3 if number in boxes else 0):
            page.line(f"{name} box {n}", 230, top + 39 + shift * number + LEADING * n, box)
        page.line(f"{name} source", 50, top + 34 + LEADING * 6, BOX)
        top += 34 + LEADING * 7 + 4
    return [part[0].text for part in find_stretches(grouped_rows(page.lines, EM), 220.0, has_more=False)]


def test_records_with_a_box_beside_each_are_parted_where_the_next_title_stands() -> None:
    assert _begins_of_records() == ["kicker a", "kicker b"]


def test_a_line_over_such_a_title_in_type_no_smaller_than_the_text_goes_with_it() -> None:
    assert _begins_of_records(kicker=Style("Bold", EM)) == ["kicker a", "kicker b"]
    assert _begins_of_records(kicker=BOX) == ["kicker a", "head b"]
    assert _begins_of_records(kicker=TEXT) == ["kicker a", "head b"]


def test_a_line_over_such_a_title_whose_type_is_not_known_is_of_what_stands_above() -> None:
    assert _begins_of_records(kicker=None) == ["kicker a", "head b"]


def test_what_stands_beside_in_the_type_of_the_text_is_no_box() -> None:
    assert _begins_of_records(box=TEXT) == ["kicker a"]


def test_no_record_ends_where_no_text_stands_above_the_title() -> None:
    assert _begins_of_records(first=Style("Italic", 8.0)) == ["kicker a"]


def test_no_record_ends_where_one_of_the_two_has_no_box() -> None:
    assert _begins_of_records(boxes=(0,)) == ["kicker a"]
    assert _begins_of_records(boxes=(1,)) == ["kicker a"]


def test_a_title_with_a_box_beside_it_parts_nothing() -> None:
    assert _begins_of_records(shift=-27.0) == ["kicker a"]


BOLD = Style("Bold", EM)
MIDDLE = 200.0


def _line(text: str, x: float, top: float, style: Style = BOLD) -> Line:
    return Line(0, 1, 0, text, BBox(x, top, x + 100, top + EM), (Run(0, style),))


def _rest(*above: Line, rest: Line | None = None) -> bool:
    """Whether a line, by itself if no other is given, goes on with the label above it."""
    return _goes_on_label([above, [rest or _line("be reached", 50, 112)]], 1, MIDDLE)


LABEL, VALUE = _line("How many may", 50, 100), _line("forty", 230, 100, TEXT)


def test_the_second_line_of_a_label_with_its_value_beside_the_first_goes_on_with_it() -> None:
    assert _rest(LABEL, VALUE)
    assert not _goes_on_label([[_line("be reached", 50, 112)]], 0, MIDDLE)


@pytest.mark.parametrize(
    "above",
    [
        (LABEL,),
        (LABEL, _line("forty", 150, 100, TEXT)),  # in the same column
        (_line("How many may:", 50, 100), VALUE),
        (_line("How many may?", 50, 100), VALUE),
        (_line("How many may", 50, 100, TEXT), VALUE),
        (_line("How many may", 52, 100), VALUE),
        (_line("How many may", 50, 96), VALUE),
    ],
)
def test_it_is_set_as_the_first_is_close_under_it_and_the_first_has_no_mark_at_its_end(above: tuple[Line, ...]) -> None:
    assert not _rest(*above)


def test_two_lines_in_a_row_are_none() -> None:
    rows = [[LABEL, VALUE], [_line("be reached", 50, 112), _line("in a day", 120, 112)]]
    assert not _goes_on_label(rows, 1, MIDDLE)


def test_a_label_that_runs_over_begins_no_stretch() -> None:
    rows = [[_line(f"label {n}", 50, 40 + 12 * n, TEXT), _line(f"value {n}", 230, 40 + 12 * n, TEXT)] for n in range(5)]
    rest = [[_line("be reached", 50, 112)], [_line("Whoever", 50, 124, TEXT), _line("comes", 230, 124, TEXT)]]
    assert len(find_stretches([*rows, [LABEL, VALUE], *rest], MIDDLE, has_more=True)) == 1
    assert len(find_stretches([*rows, [_line("How many?", 50, 100), VALUE], *rest], MIDDLE, has_more=True)) == 2


ITALIC = Style("Italic", 14.0)


def _parts_of_two(
    heads: Sequence[Style], last: Sequence[Style], *, drop: float = 0.0, has_more: bool = True
) -> list[list[str]]:
    """The stretches of two columns that begin with a head each, the right one so much lower, over a last head on the left."""
    page = _Page()
    for x, top, style in ((50.0, 60.0, heads[0]), (230.0, 60.0 + drop, heads[1])):
        page.line("head", x, top, style)
    page.columns("a", 80, 6, 6)
    for n, style in enumerate(last):
        page.line("last", 50, 170 + 16 * n, style)
    parts = find_stretches(grouped_rows(page.lines, EM), 220.0, has_more=has_more)
    return [[line.text for line in part] for part in parts]


@pytest.mark.parametrize("last", [(HEAD,), (HEAD, HEAD)], ids=["one line", "two"])
def test_a_head_like_those_that_both_columns_begin_with_is_of_what_follows_them(last: Sequence[Style]) -> None:
    assert [part[0] for part in _parts_of_two((HEAD, HEAD), last)] == ["head", "last"]


@pytest.mark.parametrize(
    ("heads", "last", "drop", "has_more"),
    [
        ((HEAD, HEAD), (HEAD,), 0.0, False),
        ((HEAD, HEAD), (HEAD,), 6.0, True),
        ((ITALIC, HEAD), (HEAD,), 0.0, True),
        ((HEAD, HEAD), (HEAD, ITALIC), 0.0, True),
        ((HEAD, HEAD), (HEAD, TEXT), 0.0, True),
    ],
    ids=["nothing follows", "lower", "another type on the left", "a line in another type", "a line of text"],
)
def test_a_head_that_is_not_quite_like_them_or_over_nothing_is_of_its_column(
    heads: Sequence[Style], last: Sequence[Style], drop: float, *, has_more: bool
) -> None:
    assert len(_parts_of_two(heads, last, drop=drop, has_more=has_more)) == 1
