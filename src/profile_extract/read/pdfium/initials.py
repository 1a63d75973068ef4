"""What a line may begin with that says nothing of how it is set: a raised initial, or a small raised figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
from numpy.typing import NDArray

LEAST_SIZE = 1.5
"""Size of an initial, as a multiple of that of the letter behind it; capitals beside small capitals have 1.2 to 1.4."""
MOST_RISE = 0.25
"""How far the box of the letter behind it may begin higher, as a share of its size: a raised figure begins higher still."""
MOST_NUMBER_RISE = 0.5
"""The same behind a number, whose middle or top may be level with that of its title."""
SMALLER = 1.2
"""Size of what stands behind a raised figure, as a multiple of the figure's; typesetters use 1.4 to 1.7."""
LARGER_NUMBER = 1.1
"""Size of a number or a code, as a multiple of that of the title behind it, from which it is set for itself."""
LEAST_RISE = 0.2
"""How far the box of a raised figure begins higher, as a share of the size of what stands behind it; 0.4 is usual."""
_Array = NDArray[Any]


def line_openers(
    edges: _Array, firsts: _Array, lasts: _Array, first_words: _Array, last_words: _Array, numbered: Sequence[int]
) -> tuple[_Array, _Array]:
    """For each line the character that shows how it is set, and the bottom of that character's box, in points of PDF space.

    It is the first one; behind a raised initial or figure the last one of the same word, or the first one of the next, and so
    behind a number in larger or smaller type. The lines ``numbered`` begin with a figure or a code and have several words.
    ``edges``, ``firsts`` and ``lasts`` are those of words (see ``_Words``), the others the first and last word of each line.
    """
    ends = edges.reshape(-1, 4)  # two characters a word: the first and the last
    is_alone = firsts[first_words] == lasts[first_words]
    others = 2 * first_words + 1
    others[is_alone] = 2 * numpy.minimum(first_words + 1, last_words)[is_alone]
    others[numbered] = 2 * (first_words[numbered] + 1)
    most_rise = numpy.full(len(first_words), MOST_RISE)
    most_rise[numbered] = MOST_NUMBER_RISE
    _, top, _, bottom = ends[2 * first_words].T
    _, other_top, _, other_bottom = ends[others].T
    height, other_height, rise = top - bottom, other_top - other_bottom, bottom - other_bottom
    is_initial = (abs(rise) < most_rise * height) & (height > LEAST_SIZE * other_height)
    is_figure = (rise > LEAST_RISE * other_height) & (other_height > SMALLER * height)
    is_number = numpy.zeros(len(first_words), bool)
    is_number[numbered] = (abs(rise) < MOST_NUMBER_RISE * other_height)[numbered]
    is_number &= (other_height > SMALLER * height) | (height > LARGER_NUMBER * other_height)
    is_passed = is_initial | is_figure | is_number
    characters = firsts[first_words]
    if is_passed.any():
        characters[is_passed] = numpy.stack((firsts, lasts), axis=1).reshape(-1)[others[is_passed]]
        bottom = numpy.where(is_passed, other_bottom, bottom)
    return characters, bottom
