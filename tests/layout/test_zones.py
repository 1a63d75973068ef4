"""Two parts of a page under each other, each in columns of its own."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from profile_extract.layout.columns import in_reading_order
from profile_extract.layout.zones import find_zones_at_labels
from profile_extract.model import BBox, Line, Run, Style

EM = 10.0
TEXT, HEAD = Style("Roman", EM), Style("Bold", 12.0)
_OFFSETS = itertools.count()


def _line(text: str, x: float, top: float, width: float, style: Style = TEXT) -> Line:
    return Line(0, 1, next(_OFFSETS), text, BBox(x, top, x + width, top + style.size_pt), (Run(0, style),))


def _column(name: str, x: float, top: float, width: float, lines: int = 6) -> list[Line]:
    return [_line(f"{name}{n}", x, top + 12 * n, width) for n in range(lines)]


def _read(lines: list[Line], *rules: BBox) -> list[str]:
    return [line.text[0] for flow in in_reading_order(lines, EM, lambda _: False, rules) for line in flow.lines]


def _rule(top: float, left: float = 45, right: float = 355) -> BBox:
    return BBox(left, top, right, top)


def test_a_list_beside_an_address_under_a_text_in_two_columns_is_read_by_itself() -> None:
    text = [*_column("a", 50, 60, 140, 9), *_column("b", 210, 60, 140, 9)]
    below = [*_column("c", 50, 195, 200), *_column("d", 270, 195, 80)]
    assert _read([*text, *below]) == ["a"] * 9 + ["b"] * 9 + ["c"] * 6 + ["d"] * 6


def test_facts_in_columns_of_their_own_may_stand_above() -> None:
    above = [*_column("a", 50, 60, 200), *_column("b", 270, 60, 80)]
    text = [*_column("c", 50, 160, 140, 12), *_column("d", 210, 160, 140, 12)]
    assert _read([*above, *text]) == ["a"] * 6 + ["b"] * 6 + ["c"] * 12 + ["d"] * 12


def test_without_white_space_across_the_page_columns_go_on() -> None:
    left = [*_column("a", 50, 60, 140, 9), *_column("a", 50, 168, 140, 6)]
    right = _column("b", 210, 60, 140, 15)
    heading = [_line("h", 50, 30, 250, HEAD)]
    assert _read([*heading, *left, *right]) == ["h"] + ["a"] * 15 + ["b"] * 15


def test_a_wide_heading_over_entries_parted_by_space_is_no_part_in_columns() -> None:
    heading = [_line("h", 120, 30, 150, HEAD)]
    left = [line for n in range(3) for line in _column("a", 50, 70 + 60 * n, 90 + 20 * n, 3)]
    right = [line for n in range(3) for line in _column("b", 210, 70 + 60 * n, 90, 3)]
    assert _read([*heading, *left, *right]) == ["h"] + ["a"] * 9 + ["b"] * 9


ROWS = (60, 102, 144, 186, 228, 270)
TEXT_OVER_BOX = [*_column("a", 50, 60, 140, 9), *_column("c", 55, 175, 120, 3), *_column("b", 210, 60, 140, 9)]
"""Two columns, and a short list below the left one: in a box that runs across both, if that is drawn."""


def test_a_box_across_two_columns_is_read_behind_both() -> None:
    assert _read(TEXT_OVER_BOX) == ["a"] * 9 + ["c"] * 3 + ["b"] * 9
    assert _read(TEXT_OVER_BOX, _rule(170), _rule(215)) == ["a"] * 9 + ["b"] * 9 + ["c"] * 3


def test_columns_on_both_sides_of_a_rule_are_read_one_pair_after_the_other() -> None:
    above = [*_column("a", 50, 60, 140, 4), *_column("b", 210, 60, 140, 4)]
    below = [*_column("c", 50, 112, 140, 4), *_column("d", 210, 112, 140, 4)]
    assert _read([*above, *below], _rule(109)) == ["a"] * 4 + ["b"] * 4 + ["c"] * 4 + ["d"] * 4
    assert _read([*above, *below]) == ["a"] * 4 + ["c"] * 4 + ["b"] * 4 + ["d"] * 4


def test_a_rule_over_one_column_or_through_a_line_parts_nothing() -> None:
    unparted = _read(TEXT_OVER_BOX)
    assert _read(TEXT_OVER_BOX, _rule(170, right=195)) == unparted
    assert _read(TEXT_OVER_BOX, _rule(170, left=205)) == unparted
    assert _read(TEXT_OVER_BOX, _rule(170, right=270)) == unparted
    assert _read(TEXT_OVER_BOX, _rule(180)) == unparted


def test_a_rule_under_a_heading_parts_it_from_nothing() -> None:
    heading = [_line("h", 50, 30, 100, HEAD), _line("k", 50, 45, 290)]
    lines = [*heading, *_column("a", 50, 60, 140, 9), *_column("b", 210, 60, 140, 9)]
    flows = in_reading_order(lines, EM, lambda _: False, [_rule(43)])
    assert [line.text for line in flows[0].lines] == ["h", "k"]


def test_rules_between_most_lines_are_of_a_table() -> None:
    rows = [
        [*_column(name, 50, top, 90, 3), *_column(name.upper(), 210, top, 90, 3)]
        for name, top in zip("abcdef", ROWS, strict=True)
    ]
    few, all_rows = [line for row in rows[:5] for line in row], [line for row in rows for line in row]
    rules = [_rule(top - 3) for top in ROWS[1:]]
    assert _read(all_rows, *rules) == _read(all_rows)
    assert _read(few, *rules) != _read(few)


def _cards(tops: Sequence[float]) -> list[Line]:
    """A time and a kind at the left of each card, and a short text at the right."""
    names = zip(tops, "abcd", strict=False)
    return [line for top, name in names for line in (*_column(name, 50, top, 60, 2), *_column(name.upper(), 150, top, 190, 3))]


def test_cards_under_each_other_are_read_one_by_one_each_column_by_itself() -> None:
    tops = (60, 120, 180, 240)
    read = [name for name in "abcd" for name in (name,) * 2 + (name.upper(),) * 3]
    boxes = [_rule(edge) for top in tops for edge in (top - 5, top + 45)]
    assert _read(_cards(tops), *boxes) == read
    shared = [_rule(top - 8) for top in (*tops, 300)]
    assert _read(_cards(tops), *shared) != read


def test_a_line_across_one_card_changes_nothing_in_the_others() -> None:
    tops = (60, 120, 180, 240)
    boxes = [_rule(edge) for top in tops for edge in (top - 5, top + 50)]
    across = _line("h", 60, 96, 250, HEAD)
    found, plain = _read([*_cards(tops), across], *boxes), _read(_cards(tops), *boxes)
    assert sorted(found[:6]) == ["A", "A", "A", "a", "a", "h"]
    assert found[6:] == plain[5:]


def test_one_box_apart_from_a_table_under_it_makes_no_cards() -> None:
    tops = (60, 120, 180)
    edges = [_rule(edge) for edge in (55, 105, 115, 172)]
    assert _read(_cards(tops), *edges) != _read(_cards(tops), *edges, _rule(165))


def test_columns_under_a_rule_are_parted_from_what_is_no_column_over_it() -> None:
    above = [*_column("a", 50, 60, 140, 4), *_column("b", 210, 60, 140, 1)]
    below = [*_column("c", 50, 112, 140, 4), *_column("d", 210, 112, 140, 4)]
    found = _read([*above, *below], _rule(109))
    assert sorted(found[:5]) == ["a"] * 4 + ["b"]
    assert found[5:] == ["c"] * 4 + ["d"] * 4


LABELS = frozenset({"Means", "Aims"})


def _parts(
    *,
    heads: tuple[str, str] = ("Means", "Aims"),
    styles: tuple[Style, Style] = (HEAD, HEAD),
    space: float = 16.0,
    lower: float = 0.0,
    right: float = 140.0,
    right_style: Style = TEXT,
) -> tuple[list[Line], list[Line]]:
    """A text in two columns of ten lines, and ``space`` points under it a label over some lines in each."""
    top = 60 + 9 * 12 + 10 + space
    left_above, left_below = _column("a", 50, 60, 140, 10), _column("c", 50, top + 16, 140, 3)
    right_above = [_line(f"b{n}", 210, 60 + 12 * n, right, right_style) for n in range(10)]
    right_below = _column("d", 210, top + lower + 16, 140, 5)
    labels = [_line(heads[0], 50, top, 60, styles[0]), _line(heads[1], 210, top + lower, 60, styles[1])]
    return [*left_above, labels[0], *left_below], [*right_above, labels[1], *right_below]


def _zones(left: list[Line], right: list[Line]) -> list[str]:
    """The first letters of the lines in each zone."""
    zones = find_zones_at_labels(left, right, EM, lambda line: line.text in LABELS)
    return ["".join(sorted({line.text[0] for line in zone})) for zone in zones]


def test_a_text_in_columns_has_ended_over_labels_side_by_side() -> None:
    assert _zones(*_parts()) == ["ab", "AMcd"]


def test_it_is_read_before_what_is_under_the_labels() -> None:
    left, right = _parts()
    flows = in_reading_order([*left, *right], EM, lambda line: line.text in LABELS, ())
    firsts = "".join(key for key, _ in itertools.groupby(line.text[0] for flow in flows for line in flow.lines))
    assert firsts == "abMcAd"


@pytest.mark.parametrize(("lower", "are_level"), [(19.0, True), (21.0, False)])
def test_one_of_the_labels_may_stand_a_little_lower(lower: float, *, are_level: bool) -> None:
    assert (_zones(*_parts(lower=lower)) != []) is are_level


@pytest.mark.parametrize(("right", "is_wide"), [(113.0, True), (111.0, False)])
def test_the_columns_of_a_text_are_of_one_width(right: float, *, is_wide: bool) -> None:
    assert (_zones(*_parts(right=right)) != []) is is_wide


@pytest.mark.parametrize(("space", "is_high"), [(15.0, True), (14.0, False)])
def test_white_space_over_labels_is_more_than_between_paragraphs(space: float, *, is_high: bool) -> None:
    assert (_zones(*_parts(space=space)) != []) is is_high


@pytest.mark.parametrize(
    "parts",
    [
        _parts(heads=("Means", "Means")),
        _parts(heads=("Means", "Ropes")),
        _parts(heads=("Ropes", "Aims")),
        _parts(styles=(HEAD, TEXT)),
        _parts(right_style=Style("Italic", EM)),
        tuple([line._replace(runs=()) for line in side] for side in _parts()),
    ],
    ids=["cards", "no label at the right", "none at the left", "set otherwise", "another text", "dump"],
)
def test_nothing_has_ended_over_others(parts: tuple[list[Line], list[Line]]) -> None:
    assert _zones(*parts) == []


def test_a_label_over_one_column_alone_is_inside_the_text() -> None:
    left, right = _parts()
    assert _zones(left, right[:10]) == []
    assert _zones(left[10:], right) == []


@pytest.mark.parametrize(("spaces", "is_tried"), [(2, True), (3, False)])
def test_the_three_highest_white_spaces_are_tried(spaces: int, *, is_tried: bool) -> None:
    above = [line for n in range(spaces) for x in (50, 210) for line in _column("e", x, -200 + 60 * n, 140, 2)]
    left, right = _parts()
    left = [*(line for line in above if line.bbox.x0 < 100), *left]
    right = [*(line for line in above if line.bbox.x0 > 100), *right]
    assert (_zones(left, right) == ["abe", "AMcd"]) is is_tried
