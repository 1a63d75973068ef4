"""Text in which a line is a paragraph."""

from __future__ import annotations

from builders import PROSE, laid_out, text_report

from profile_extract.layout.unwrapped import LEAST_CHARS, LONGEST_PRINTED, find_unwrapped

LONG = f"{PROSE[0]} {PROSE[1]}"
OPEN = "On Monday, when the market was closed and the ferry late, the rope went"
"""A paragraph that ends as lines do which go on."""


def test_a_line_behind_one_that_was_never_broken_is_another_paragraph() -> None:
    assert len(LONG) > LONGEST_PRINTED > len(OPEN) > LEAST_CHARS
    parts = ["Rope", OPEN, LONG, "home", LONG[::-1]]
    assert [block.text.text for block in laid_out(text_report("\n".join(parts))).blocks] == parts


def test_lines_that_were_broken_go_on() -> None:
    lines = text_report("\n".join([*PROSE, "home", *PROSE])).lines
    assert max(len(line.text) for line in lines) <= LONGEST_PRINTED
    assert find_unwrapped(lines) == frozenset()


def test_in_a_text_that_is_broken_in_part_only_the_long_lines_are_paragraphs() -> None:
    broken = [OPEN, "out again with the keeper of the bell and all who waited for him there,", "and nobody came home."]
    blocks = [
        block.text.text for block in laid_out(text_report("\n\n".join(["\n".join(broken)] * 4 + [LONG, LONG[::-1]]))).blocks
    ]
    assert blocks == [" ".join(broken)] * 4 + [LONG, LONG[::-1]]
