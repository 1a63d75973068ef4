"""How a block is set, and whether it is one line of print."""

from __future__ import annotations

import pytest

from profile_extract.model import BBox, Line, Run, Style
from profile_extract.passage import Passage
from profile_extract.segment.titles import _is_short
from profile_extract.structure import Block, begins_in_colour

BOLD, PLAIN = Style("Sans-Bold", 10.0, bold=True), Style("Sans", 10.0)


def _line(text: str, x0: float, style: Style | None, bottom: float = 100.0, page: int = 1) -> Line:
    return Line(0, page, 0, text, BBox(x0, bottom - 10, x0 + 5 * len(text), bottom), (Run(0, style),) if style else ())


def _block(*lines: Line) -> Block:
    text = " ".join(line.text for line in lines)
    return Block(0, lines, Passage.of(text, 0, len(text)), None, 0, 1.0, 0.0)


@pytest.mark.parametrize(
    ("bottom", "page", "is_one"), [(100.0, 1, True), (100.9, 1, True), (101.1, 1, False), (100.0, 2, False)]
)
def test_pieces_on_one_baseline_of_a_page_are_one_line_of_print(bottom: float, page: int, *, is_one: bool) -> None:
    block = _block(_line("Bread on", 50, BOLD), _line("Thursdays", 95, BOLD, bottom, page))
    assert block.is_one_row is is_one
    assert _is_short(block) is is_one


def test_a_line_by_itself_is_one_and_three_pieces_of_which_one_is_below_are_none() -> None:
    assert _block(_line("Bread", 50, BOLD)).is_one_row
    assert not _block(_line("Bread", 50, BOLD), _line("on", 80, BOLD), _line("Thursdays", 50, BOLD, 112)).is_one_row


def test_a_long_line_in_pieces_is_not_short() -> None:
    assert not _is_short(_block(_line("Bread " * 12, 50, BOLD), _line("on Thursdays " * 8, 200, BOLD)))


REST = "(Norwich, a town of bakers and masons)"
"""More than stands in bold before it."""


@pytest.mark.parametrize(
    ("first", "second", "style"),
    [
        (_line("Bread", 50, BOLD), _line(REST, 80, PLAIN), BOLD),
        (_line("Bread", 50, BOLD), _line(f"– {REST}", 80, PLAIN), BOLD),
        (_line("Bread", 50, PLAIN), _line(REST, 80, BOLD), BOLD),
        (_line("Bread", 50, PLAIN), _line(REST, 80, Style("Serif", 10.0)), Style("Serif", 10.0)),
        (_line("bread", 50, BOLD), _line(REST, 80, PLAIN), PLAIN),
        (
            _line("Bread", 50, BOLD),
            _line(REST, 80, Style("Other-Bold", 10.0, bold=True)),
            Style("Other-Bold", 10.0, bold=True),
        ),
        (_line("Bread", 50, BOLD), _line(REST[1:], 80, PLAIN), PLAIN),
        (_line("Bread", 50, BOLD), _line(REST, 80, PLAIN, 112), PLAIN),
        (_line("Bread", 50, BOLD), _line(REST, 80, PLAIN, page=2), PLAIN),
    ],
    ids=["bracket", "dash", "bold behind", "plain", "small letter", "all bold", "no mark", "below", "on the next page"],
)
def test_a_line_read_as_two_is_set_as_its_bold_beginning_before_a_mark(first: Line, second: Line, style: Style) -> None:
    assert _block(first, second).style == style


def test_a_line_read_as_three_or_with_more_types_in_its_beginning_is_set_as_most_of_it_is() -> None:
    bold, rest = _line("Bread", 50, BOLD), _line(REST, 80, PLAIN)
    assert _block(bold, rest, _line("and quays", 300, PLAIN)).style == PLAIN
    assert _block(bold._replace(runs=(Run(0, BOLD), Run(3, PLAIN))), rest).style == PLAIN


def test_a_dump_has_no_types() -> None:
    assert _block(_line("Bread", 50, None), _line(REST, 80, None)).style is None


@pytest.mark.parametrize(
    ("text", "styles", "is_so"),
    [
        ("Cost ten", (("#b00030", 10.0), ("#000000", 10.0)), True),
        ("Cost ten", (("#b00030", 10.0), ("#777777", 10.0)), True),
        ("Cost ten", (("#b00030", 10.0),), False),
        ("cost ten", (("#b00030", 10.0), ("#000000", 10.0)), False),
        ("Cost ten", (("#b00030", 12.0), ("#000000", 10.0)), False),
        ("Cost ten", (("#777777", 10.0), ("#000000", 10.0)), False),
        ("Cost ten", (("#000020", 10.0), ("#000000", 10.0)), False),
        ("Cost ten", (("#000030", 10.0), ("#000000", 10.0)), True),
        ("Cost ten", (("#b00030", 10.0), ("#0000ff", 10.0)), False),
    ],
    ids=["colour", "on in grey", "one run", "small letter", "larger", "grey", "nearly black", "dark blue", "on in colour"],
)
def test_a_line_begins_in_colour_with_a_capital_and_goes_on_in_black(
    text: str, styles: tuple[tuple[str, float], ...], *, is_so: bool
) -> None:
    runs = tuple(Run(5 * n, Style("Sans", size, color=color)) for n, (color, size) in enumerate(styles))
    assert begins_in_colour(_line(text, 50, None)._replace(runs=runs)) is is_so
