"""Labels and values in turns, each on a line of its own, of which both come back: most profiles of a report may say the same.

Their type tells them apart, and the space over each label and under each value, which brings the two together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from profile_extract.segment.candidates import LEAST_SPACE_LINES
from profile_extract.structure import Label, Layout, stands_alone

FEWEST_PAIRS = 10
"""Pairs of a label and a value in the same two types, at least."""
PAIRED_SHARE = 0.8
"""Share of what comes back in the type of values that must stand in such pairs."""
UNDER_COLON_SHARE = 0.75
"""Share of what comes back in a dump without a colon that stands under a line with one: the rest are cells of other tables."""


def find_values_in_pairs(found: Mapping[int, Label], layout: Layout) -> list[int]:
    """Those of what comes back that are values: in a PDF each close under a label, with space above that and below.

    In a dump they stand right under lines that end in a colon, as most of what comes back without one does.
    """
    alone = [index for index, label in found.items() if stands_alone(label, layout)]
    if layout.body_style is None:
        return _values_under_colons(alone, found, layout)
    paired = [index for index in alone if _is_value_of_pair(index, found, layout)]
    types = Counter((layout.blocks[index - 1].style, layout.blocks[index].style) for index in paired)
    in_type = Counter(layout.blocks[index].style for index in alone)
    kept = {own for (_, own), count in types.items() if count >= max(FEWEST_PAIRS, PAIRED_SHARE * in_type[own])}
    return [index for index in paired if layout.blocks[index].style in kept]


def _values_under_colons(alone: Sequence[int], found: Mapping[int, Label], layout: Layout) -> list[int]:
    """The lines that come back and end in no colon right under those that do, if most of the first stand so."""
    bare = [index for index in alone if found[index].field == "section" and not layout.blocks[index].text.text.endswith(":")]
    over = ((index, layout.blocks[index - 1].text.text) for index in bare if stands_alone(found.get(index - 1), layout))
    paired = [index for index, above in over if above.endswith(":")]
    return paired if len(paired) >= max(FEWEST_PAIRS, UNDER_COLON_SHARE * len(bare)) else []


def _is_value_of_pair(index: int, found: Mapping[int, Label], layout: Layout) -> bool:
    """Whether a line stands close under a label in bold, which has space above it, and has space or another label below."""
    if not stands_alone(found.get(index - 1), layout):
        return False
    label, value = layout.blocks[index - 1 : index + 1]
    below = layout.blocks[index + 1] if index + 1 < len(layout.blocks) else None
    if label.style is None or value.style is None or not label.style.bold or value.style.bold:
        return False
    is_apart = below is None or below.gap_lines >= LEAST_SPACE_LINES or below.style == label.style
    return value.gap_lines < LEAST_SPACE_LINES <= label.gap_lines and is_apart
