"""Facts side by side in one line."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, extraction_of, laid_out, pdf_report, text_report, typeset

from profile_extract.layout.barred import parted_at_bars
from profile_extract.model import Report

LINES = (
    "Age: 4 to 9{0}Time: 20 min{0}Where: the yard",
    "Age: 6 to 8{0}Time: 40 min{0}Where: a mill",
    "Age: 9{0}Time: 1 h{0}Where: the upper bank",
)


def _pages(lines: tuple[str, ...]) -> list[Page]:
    rows = zip(TITLES, lines, PROSE, strict=False)
    return [typeset(("title", title), ("text", line), ("text", text)) for title, line, text in rows]


def _sections(report: Report) -> list[list[tuple[str, str]]]:
    profiles = extraction_of(report).profiles
    return [[(s.label.text, s.paragraphs[0].text) for s in profile.sections if s.label] for profile in profiles]


@pytest.mark.parametrize("bar", [" | ", " · ", " • "])
def test_facts_that_a_mark_parts_are_sections_without_it(bar: str) -> None:
    found = _sections(pdf_report(*_pages(tuple(line.format(bar) for line in LINES))))
    assert found[0] == [("Age", "4 to 9"), ("Time", "20 min"), ("Where", "the yard")]
    assert [[label for label, _ in facts] for facts in found] == [["Age", "Time", "Where"]] * 3


def test_labels_that_do_not_come_back_part_no_line() -> None:
    lines = ("Age: 4 | Time: 20 min", "Cost: 8 | Place: the mill", "Who: bakers | When: Thursdays")
    layout = laid_out(pdf_report(*_pages(lines)))
    assert [line for line in lines if line in {block.text.text for block in layout.blocks}] == list(lines)


def test_parts_of_an_address_stay_in_their_line() -> None:
    lines = tuple(f"Tel.: 0365 838-{n}10 | E-mail: lamp{n}@mill.example" for n in range(3))
    layout = laid_out(pdf_report(*_pages(lines)))
    assert parted_at_bars(layout.report, [])[1] == frozenset()


def test_facts_in_one_line_of_a_dump_are_sections_too() -> None:
    rows = zip(TITLES, (line.format(" | ") for line in LINES), PROSE, strict=False)
    found = _sections(text_report("\f".join("\n\n".join((title, line, text)) for title, line, text in rows)))
    assert [facts[:2] for facts in found] == [
        [("Age", "4 to 9"), ("Time", "20 min")],
        [("Age", "6 to 8"), ("Time", "40 min")],
        [("Age", "9"), ("Time", "1 h")],
    ]
