"""The pages that have the ideas of a list, behind their titles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, extraction_of, laid_out, text_report

from profile_extract.fields.items import Item
from profile_extract.fields.related import _without_pages

IDEAS = ("The Library of Things", "A Bus With a Workbench", "Nine Keys", "Steps With Names", "Soup at Six", "One Long Table")


def _pieces(*lines: str) -> list[str]:
    """What one block of a dump is parted into."""
    layout = laid_out(text_report("\n".join(lines)))
    (block,) = layout.blocks
    return [piece.text.text for piece in _without_pages(Item(block, block.text), layout)]


@pytest.mark.parametrize(
    ("lines", "pieces"),
    [
        (["The Library of Things, page 7"], ["The Library of Things"]),
        (["The Library of Things"], ["The Library of Things"]),
        (
            ["The Library of Things, page 7", "A Bus With a Workbench (p. 12)"],
            ["The Library of Things", "A Bus With a Workbench"],
        ),
        (
            ["The Library of", "Things, page 7", "A Bus With", "a Workbench, p. 12"],
            ["The Library of Things", "A Bus With a Workbench"],
        ),
        (["The Library of Things, page 7", "A Bus With", "a Workbench"], ["The Library of Things", "A Bus With a Workbench"]),
        (["The Library of Things, page 7 of", "the yellow book"], ["The Library of Things, page 7 of the yellow book"]),
        (["(p. 7)"], ["(p. 7)"]),
    ],
    ids=["one", "no page", "two", "wrapped", "last without", "inside", "page alone"],
)
def test_a_block_is_parted_behind_the_lines_that_end_with_a_page(lines: Sequence[str], pieces: Sequence[str]) -> None:
    assert _pieces(*lines) == pieces


def test_pages_are_no_part_of_titles() -> None:
    lists = ["\n".join((f"{IDEAS[n]}, page {n + 12}", f"{IDEAS[n + 1]}, page {n + 30}")) for n in range(5)]
    pages = (f"{title}\n\n{PROSE[n]}\n\nSee also\n\n{lists[n]}" for n, title in enumerate(TITLES))
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    found = [[idea.title.text for idea in profile.related_ideas if idea.title] for profile in profiles]
    assert found == [[IDEAS[n], IDEAS[n + 1]] for n in range(5)]
