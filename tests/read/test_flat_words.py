"""Words that PDFium gives no more height than their stroke has."""

from __future__ import annotations

import numpy
import pytest

from profile_extract.read.pdfium.text import _line_bounds
from profile_extract.read.pdfium.words import Words
from profile_extract.settings import ReadSettings


def _lines(*words: tuple[float, float]) -> int:
    """How many lines words of some heights are, each with some space behind it, on one baseline."""
    edges, x = [], 50.0
    for height, space in words:
        edges.append([x, 100 + height, x, 100.0, x + 10, 100 + height, x + 10, 100.0])
        x += 10 + space
    none = numpy.zeros(0, int)
    ends = numpy.zeros(len(words) - 1, bool)
    table = Words([], "", none, none, none, none, none, none, ends, numpy.array(edges))
    return len(_line_bounds(table, ReadSettings()).firsts)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ([(10, 3), (0.5, 3), (10, 0)], 1),
        ([(10, 3), (2.4, 7), (10, 0)], 1),
        ([(10, 3), (2.6, 7), (10, 0)], 2),
        ([(10, 3), (0.5, 30), (10, 0)], 2),
        ([(10, 3), (0.5, 6), (0.5, 0)], 2),
        ([(10, 30), (0.5, 3), (10, 0)], 2),
    ],
    ids=["a dash", "tall", "too tall", "a column behind it", "two strokes", "a column before it"],
)
def test_a_dash_without_height_is_as_tall_as_what_stands_behind_it(words: list[tuple[float, float]], count: int) -> None:
    assert _lines(*words) == count
