"""Titles of a dump over names with the marks of notes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.segment import segment
from profile_extract.segment.unstyled import find_unstyled

NAMES = ("Ada Lund1, Bela Nemeth2", "Carla Okoro¹", "Ene Tamm2, F. Holm", "Goran Babic1, Hana Kral", "Ines Roca1")


def _records(names: Sequence[str], titles: Sequence[str] = TITLES) -> list[str]:
    rows = zip(titles, names, PROSE, strict=False)
    return [f"{title}\n\n{name}\n\nSchool of {title.split()[-1]}\n\n{text}" for title, name, text in rows]


def _over(*parts: str) -> list[str]:
    layout = laid_out(text_report("\n\n".join(parts)))
    titles = [block for block in layout.blocks if block.text.text not in PROSE]
    found = [blocks for rule, blocks in find_unstyled(layout, {}, titles) if rule == "title.over-noted-names"]
    return [block.text.text for block in found[0]]


def test_titles_stand_over_names_with_the_marks_of_notes() -> None:
    assert _over(*_records(NAMES)) == list(TITLES)


@pytest.mark.parametrize("names", [NAMES[:4], ("Ada Lund, Bela Nemeth", *NAMES[1:])], ids=["few", "one without marks"])
def test_four_such_titles_are_few(names: Sequence[str]) -> None:
    assert _over(*_records(names)) == []


def test_of_two_lines_of_names_the_second_has_none_over_it() -> None:
    names = [f"{name}\n\nJan Vos{n + 1}, Ada Okoro{n + 2}" for n, name in enumerate(NAMES)]
    assert _over(*_records(names)) == list(TITLES)


def test_streets_with_their_numbers_are_no_names() -> None:
    assert _over(*_records([f"Mill Lane {n + 2}, Porto" for n in range(5)])) == []


def test_a_line_at_the_end_stands_over_nothing() -> None:
    assert _over(*_records(NAMES), "Where to Park") == list(TITLES)


def test_they_are_the_profiles_of_a_dump_with_other_lines_over_texts() -> None:
    more = [f"Where to {word}\n\n{PROSE[n]}" for n, word in enumerate(("Park", "Sleep", "Eat"))]
    found = segment(laid_out(text_report("\n\n".join(("Neighbours at Work", *_records(NAMES), *more)))))
    cuts = [cut for cut in found.hypotheses if cut.rule == "title.over-noted-names"]
    assert [found.layout.blocks[start].text.text for start in cuts[0].starts] == list(TITLES)
