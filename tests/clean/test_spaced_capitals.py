"""Letter-spaced words of dumps, joined where they make words that are known."""

from __future__ import annotations

import pytest
from builders import cleaned_text

TEXT = "From the mill lane to the quay the ferry takes the baker and whoever waits there."


def _cleaned(*lines: str, text: str = TEXT) -> list[str]:
    report = cleaned_text("\n\n".join((*lines, text)))
    return [report.text_of(line) for line in report.lines][: len(lines)]


def test_capitals_apart_make_words_that_stand_elsewhere() -> None:
    assert _cleaned("M I L L L A N E", "T H E Q U AY", "T H E M I L L 7") == ["MILL LANE", "THE QUAY", "THE MILL 7"]


def test_so_do_words_with_one_capital() -> None:
    assert _cleaned("M i l l l a n e", "T h e q u ay", "T H E M I L L") == ["Mill lane", "The quay", "THE MILL"]


def test_labels_in_general_use_need_not_stand_elsewhere() -> None:
    assert _cleaned("C O N TA C T", "T H E M I L L", "T H E Q U AY")[0] == "CONTACT"


@pytest.mark.parametrize(
    "lines",
    [
        ("M I L L L A N E", "T H E Q U AY"),  # too few
        ("B O AT H O U S E", "S C H O O L", "B R I D G E"),  # words that stand nowhere
        ("A B C D E", "D E F G H I", "K L M N O P"),  # lists
        ("T H E I N", "I N T H E", "T O T H E"),  # nothing but short words
        ("T H E M I L L " * 9 + "A", "Q U A Y " * 16 + "A", "M I L L " * 16 + "A"),  # too long
        ("m i l l l a n e", "t h e q u ay", "t h e m i l l"),  # no capitals
        ("L a n e", "B a k er", "T a k es"),  # short
    ],
)
def test_what_stays_as_it_is(lines: tuple[str, ...]) -> None:
    assert _cleaned(*lines, text=f"{TEXT} In and to.") == list(lines)


def test_the_way_back_is_kept() -> None:
    report = cleaned_text("\n\n".join(("M I L L L A N E", "T H E Q U AY", "T H E M I L L", TEXT)))
    assert {edit.rule for edit in report.lines[0].edits} == {"join-tracked-letters"}
    assert report.lines[0].text == "M I L L L A N E"
