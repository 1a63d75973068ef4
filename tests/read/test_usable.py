"""Characters that must never get further than reading."""

from __future__ import annotations

import pytest

from profile_extract.read.characters import unusable_share, usable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x93Open\x94 \x96 it\x92s 5 \x80", "“Open” – it’s 5 €"),
        ("\x81\x8d\x8f\x90\x9d", "\ufffd" * 5),
        ("a\x00b\x1fc\ufffed", "a\ufffdb\ufffdc\ufffdd"),
        ("tab\tand\x85end\x0c", "tab\tand\x85end\x0c"),
    ],
)
def test_quotes_that_came_as_controls_are_quotes_and_other_controls_are_marked(text: str, expected: str) -> None:
    assert usable(text) == expected


def test_only_what_is_lost_counts_as_unusable() -> None:
    assert unusable_share("\x93\x94\x00\x01") == 0.5
    assert unusable_share("") == 0.0
