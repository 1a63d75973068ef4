"""Leads in larger type beside a text: lines with space between them, as heads have."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from profile_extract.layout.columns import in_reading_order
from profile_extract.model import BBox, Line, Run, Style

EM = 10.0
TEXT, LARGE = Style("Roman", EM), Style("Roman", 16.0)
_OFFSETS = itertools.count()


def _line(text: str, x0: float, top: float, style: Style = TEXT) -> Line:
    box = BBox(x0, top, x0 + 120, top + style.size_pt)
    return Line(0, 1, next(_OFFSETS), text, box, (Run(0, style),))


def _read(*lead: str, style: Style = LARGE) -> list[str]:
    """Lines in large type, or in that given, and beside each a paragraph of three lines that begins level with it."""
    lines = [_line(text, 50, 60 + 50 * n, style) for n, text in enumerate(lead)]
    lines += [_line(f"text {n}{k}", 200, 60 + 50 * n + 12 * k) for n in range(len(lead)) for k in range(3)]
    return [line.text for flow in in_reading_order(lines, EM, lambda _: False) for line in flow.lines]


@pytest.mark.parametrize(
    ("lead", "are_heads"),
    [
        (("Chairs", "Apples", "Steps"), True),
        (("Chairs", "apples", "Steps"), True),  # a name may begin so
        (("Chairs that", "are mended", "after dark"), False),
        (("Chairs", "Apples that", "fall by night", "Steps"), True),
        (("Chairs are mended", "here. Apples", "Fall by", "the mill"), False),
        (("Chairs are", "mended here. The", "Apples are", "shared there. The", "Steps"), False),
        (("1921", "“Chairs”", "3 May"), True),
    ],
)
def test_lines_of_which_more_than_a_third_go_on_in_small_letters_are_no_heads_of_what_stands_beside_them(
    lead: Sequence[str], *, are_heads: bool
) -> None:
    texts = [[f"text {n}{k}" for k in range(3)] for n in range(len(lead))]
    rows = [line for head, text in zip(lead, texts, strict=True) for line in (head, *text)]
    assert _read(*lead) == (rows if are_heads else [*lead, *itertools.chain(*texts)])


def test_heads_as_large_as_the_text_may_all_begin_so() -> None:
    assert _read("chairs", "apples", "steps", style=Style("Roman", EM, bold=True))[:2] == ["chairs", "text 00"]
