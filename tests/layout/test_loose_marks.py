"""Numbers of affiliations that a dump has put on lines of their own."""

from __future__ import annotations

from builders import TITLES, laid_out, text_report

from profile_extract.layout.loose_marks import find_loose_marks

PLACES = ("School of the Upper Bank, Linz, Austria", "House of Bread, Graz, Austria")
TEXT = (
    "In the second winter the school opened its workshop in the evening, and",
    "the neighbours came to mend their chairs there, and some of them stayed.",
)


def _records(count: int) -> list[str]:
    return [line for title in TITLES[:count] for line in (title, "1", PLACES[0], "2", PLACES[1], *TEXT)]


def test_a_number_on_its_own_line_begins_what_stands_under_it() -> None:
    report = text_report("\n".join(_records(3)))
    found = find_loose_marks(report.lines)
    assert [line.text for line in report.lines if line.start in found.breaks] == ["1", "2"] * 3
    assert [line.text for line in report.lines if line.start in found.joins] == [*PLACES] * 3


def test_title_and_text_are_free_of_such_numbers() -> None:
    texts = [block.text.text for block in laid_out(text_report("\n".join(_records(4)))).blocks]
    assert texts[:3] == [TITLES[0], f"1 {PLACES[0]}", f"2 {PLACES[1]}"]


def test_numbers_that_go_through_the_report_once_are_those_of_records() -> None:
    lines = [line for n, title in enumerate(TITLES, 1) for line in (str(n), title, *TEXT)]
    assert find_loose_marks(text_report("\n".join(lines)).lines).breaks == frozenset()
