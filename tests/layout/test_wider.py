"""Standfirsts of a dump across two columns, over a text in one of them."""

from __future__ import annotations

import textwrap

import pytest
from builders import PROSE, laid_out, text_report

TEXT = textwrap.wrap(f"{PROSE[0]} {PROSE[1]}", 48)
WIDE = "Neighbours in old blocks of flats decide together what is repaired first"


@pytest.mark.parametrize("above", [[WIDE], [WIDE, "and last"]])
def test_a_text_begins_under_a_line_wider_than_its_column(above: list[str]) -> None:
    blocks = laid_out(text_report("\n".join((*above, *TEXT, "\f", "Another page")))).blocks
    assert [block.text.text for block in blocks[:2]] == [" ".join(above), " ".join(TEXT)]


@pytest.mark.parametrize(
    "above",
    [
        [WIDE[:50]],  # as wide as the text
        [WIDE, WIDE.replace("Neighbours", "Bakers"), WIDE.replace("Neighbours", "Walkers")],  # a text
        [f"and {WIDE}"],  # goes on itself
    ],
)
def test_a_text_goes_on_under_other_lines(above: list[str]) -> None:
    blocks = laid_out(text_report("\n".join((*above, *TEXT, "\f", "Another page")))).blocks
    assert TEXT[0] in blocks[0].text.text
