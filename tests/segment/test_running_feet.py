"""Listed titles that a page of a dump says again at its foot."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.layout.contents import Contents
from profile_extract.segment.named import find_in_contents

CHAIRS, APPLES, STEPS = TITLES[:3]


def _found(*pages: Sequence[str]) -> list[str]:
    """What a list of some titles names on the pages of a dump, below its foreword."""
    layout = laid_out(text_report("\n\f".join("\n\n".join(page) for page in (["Foreword", PROSE[4]], *pages))))
    titles = [block for block in layout.blocks if block.text.text in TITLES]
    contents = Contents(tuple(title.casefold() for title in TITLES), frozenset())
    return [block.text.text for block in find_in_contents(layout, titles, (), contents)]


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        (([CHAIRS, PROSE[0]], [PROSE[2], CHAIRS], [APPLES, PROSE[1]]), [CHAIRS, APPLES]),
        (([CHAIRS, PROSE[0]], [APPLES, PROSE[1]], [PROSE[2], APPLES]), [CHAIRS, APPLES]),
        (([CHAIRS, PROSE[0]], [PROSE[2], CHAIRS, PROSE[3]], [APPLES, PROSE[1]]), [CHAIRS, CHAIRS, APPLES]),
        (([CHAIRS, PROSE[0], APPLES], [PROSE[1]]), [CHAIRS, APPLES]),
        (([CHAIRS, PROSE[0], STEPS], [STEPS, PROSE[2]]), [CHAIRS, STEPS, STEPS]),
    ],
    ids=["foot", "foot of the last page", "inside a page", "not said before", "said on the next page"],
)
def test_a_title_that_has_been_said_is_none_at_the_foot(pages: Sequence[Sequence[str]], found: Sequence[str]) -> None:
    assert _found(*pages) == found
